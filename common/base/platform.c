#ifdef __linux__
#define _GNU_SOURCE /* renameat2, syncfs */
#endif
#include "base/platform.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
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

void platform_sync_all(int fd)
{
#ifdef __linux__
    if (syncfs(fd) != 0)
        return; /* the fsync of each file says what is wrong */
#else
    (void)fd;
#endif
}
