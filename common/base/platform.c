#ifdef __linux__
#define _GNU_SOURCE /* renameat2, syncfs, sched_getaffinity */
#endif
#include "base/platform.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>
#ifdef __linux__
#include <sched.h>
#include <sys/prctl.h>
#include <sys/utsname.h>
#include <sys/vfs.h>
#endif

void platform_no_dumps(void)
{
    struct rlimit none = {0, 0};

    setrlimit(RLIMIT_CORE, &none);
#if defined(__linux__) && !defined(__SANITIZE_ADDRESS__)
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); /* LeakSanitizer needs to trace itself */
#endif
}

void platform_guard_descriptors(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 &&
            open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) < 0)
            _exit(4);
}

size_t platform_processors(void)
{
    long count = sysconf(_SC_NPROCESSORS_ONLN);
#ifdef __linux__
    cpu_set_t mine;

    if (sched_getaffinity(0, sizeof mine, &mine) == 0)
        count = CPU_COUNT(&mine);
#endif
    return count > 0 ? (size_t)count : 1;
}

int platform_rename_new(int directory, const char *from, const char *to)
{
#ifdef RENAME_NOREPLACE
    return renameat2(directory, from, directory, to, RENAME_NOREPLACE);
#else
    (void)directory;
    (void)from;
    (void)to;
    errno = ENOSYS;
    return -1;
#endif
}

#ifdef __linux__
/* syncfs(2): since Linux 5.8 it says so when something could not be written. */
static bool syncfs_tells(void)
{
    struct utsname system;
    char *rest;
    long major, minor = 0;

    if (uname(&system) != 0)
        return false;
    major = strtol(system.release, &rest, 10);
    if (*rest == '.')
        minor = strtol(rest + 1, NULL, 10);
    return major > 5 || (major == 5 && minor >= 8);
}

/* File systems on a disk of this machine, of which syncfs does all that fsync of each file does.
 * Others may keep something back: one that layers, a network, a program (FUSE). */
static bool syncfs_is_whole(int directory)
{
    /* ext4, XFS, Btrfs: statfs(2) */
    static const unsigned long known[] = {0xEF53, 0x58465342, 0x9123683E};
    struct statfs fs;

    if (fstatfs(directory, &fs) != 0)
        return false;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if ((unsigned long)fs.f_type == known[i])
            return true;
    return false;
}
#endif

bool platform_sync_all(int directory)
{
#ifdef __linux__
    return syncfs(directory) == 0 && syncfs_tells() && syncfs_is_whole(directory);
#else
    (void)directory;
    return false;
#endif
}
