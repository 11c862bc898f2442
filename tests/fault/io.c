/* A preload shim: the n-th call that touches a file fails, with EIO or for a write with ENOSPC. How
 * and which: see fault.h. And FAULT_UNTYPED=1: a directory's entries come without their type, as
 * some file systems give them. */
#undef _FILE_OFFSET_BITS /* with it open would be called open64, and both names are defined below  \
                          */
#undef _TIME_BITS
#define _GNU_SOURCE
#include "fault.h"

#include <dirent.h>
#include <stdarg.h>
#include <sys/file.h>
#include <sys/stat.h>

static bool fails(const char *name, int fd, const char *path)
{
    return fails_with(strcmp(name, "write") ? EIO : ENOSPC, name, fd, path);
}

static bool is_untyped(void)
{
    return getenv("FAULT_UNTYPED") != NULL;
}

/* ---- what is interposed: opening ---- */

static mode_t mode_from(int flags, va_list args)
{
    return flags & (O_CREAT | __O_TMPFILE) ? va_arg(args, mode_t) : 0;
}

static int open_real(const char *name, const char *path, int flags, mode_t mode)
{
    int (*real)(const char *, int, ...);

    if (fails("open", AT_FDCWD, path))
        return -1;
    find(&real, name);
    return real(path, flags, mode);
}

static int openat_real(const char *name, int fd, const char *path, int flags, mode_t mode)
{
    int (*real)(int, const char *, int, ...);

    if (fails("open", fd, path))
        return -1;
    find(&real, name);
    return real(fd, path, flags, mode);
}

int open(const char *path, int flags, ...)
{
    va_list args;
    mode_t mode;

    va_start(args, flags);
    mode = mode_from(flags, args);
    va_end(args);
    return open_real("open", path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    va_list args;
    mode_t mode;

    va_start(args, flags);
    mode = mode_from(flags, args);
    va_end(args);
    return open_real("open64", path, flags, mode);
}

int openat(int fd, const char *path, int flags, ...)
{
    va_list args;
    mode_t mode;

    va_start(args, flags);
    mode = mode_from(flags, args);
    va_end(args);
    return openat_real("openat", fd, path, flags, mode);
}

int openat64(int fd, const char *path, int flags, ...)
{
    va_list args;
    mode_t mode;

    va_start(args, flags);
    mode = mode_from(flags, args);
    va_end(args);
    return openat_real("openat64", fd, path, flags, mode);
}

/* What glibc's fortified headers make of open and openat without a mode that is known when
 * compiling. */
int __open_2(const char *path, int flags);
int __open64_2(const char *path, int flags);
int __openat_2(int fd, const char *path, int flags);
int __openat64_2(int fd, const char *path, int flags);

int __open_2(const char *path, int flags)
{
    return open_real("open", path, flags, 0);
}

int __open64_2(const char *path, int flags)
{
    return open_real("open64", path, flags, 0);
}

int __openat_2(int fd, const char *path, int flags)
{
    return openat_real("openat", fd, path, flags, 0);
}

int __openat64_2(int fd, const char *path, int flags)
{
    return openat_real("openat64", fd, path, flags, 0);
}

char *realpath(const char *restrict path, char *restrict into)
{
    char *(*real)(const char *, char *);

    if (fails("realpath", AT_FDCWD, path))
        return NULL;
    find(&real, "realpath");
    return real(path, into);
}

int faccessat(int fd, const char *path, int mode, int flags)
{
    int (*real)(int, const char *, int, int);

    if (fails("faccessat", fd, path))
        return -1;
    find(&real, "faccessat");
    return real(fd, path, mode, flags);
}

DIR *fdopendir(int fd)
{
    DIR *(*real)(int);

    if (fails("fdopendir", fd, NULL))
        return NULL;
    find(&real, "fdopendir");
    return real(fd);
}

struct dirent *readdir(DIR *dir)
{
    struct dirent *(*real)(DIR *), *entry;

    if (fails("readdir", dirfd(dir), NULL))
        return NULL;
    find(&real, "readdir");
    entry = real(dir);
    if (entry && is_untyped())
        entry->d_type = DT_UNKNOWN;
    return entry;
}

struct dirent64 *readdir64(DIR *dir)
{
    struct dirent64 *(*real)(DIR *), *entry;

    if (fails("readdir", dirfd(dir), NULL))
        return NULL;
    find(&real, "readdir64");
    entry = real(dir);
    if (entry && is_untyped())
        entry->d_type = DT_UNKNOWN;
    return entry;
}

/* ---- looking; since glibc 2.33 these are functions of their own ---- */

static int stat_real(const char *name, const char *path, void *into)
{
    int (*real)(const char *, void *);

    if (fails("stat", AT_FDCWD, path))
        return -1;
    find(&real, name);
    return real(path, into);
}

static int fstat_real(const char *name, int fd, void *into)
{
    int (*real)(int, void *);

    if (fails("stat", fd, NULL))
        return -1;
    find(&real, name);
    return real(fd, into);
}

static int fstatat_real(const char *name, int fd, const char *path, void *into, int flags)
{
    int (*real)(int, const char *, void *, int);

    if (fails("stat", fd, path))
        return -1;
    find(&real, name);
    return real(fd, path, into, flags);
}

int stat(const char *restrict path, struct stat *restrict into)
{
    return stat_real("stat", path, into);
}

int stat64(const char *restrict path, struct stat64 *restrict into)
{
    return stat_real("stat64", path, into);
}

int lstat(const char *restrict path, struct stat *restrict into)
{
    return stat_real("lstat", path, into);
}

int lstat64(const char *restrict path, struct stat64 *restrict into)
{
    return stat_real("lstat64", path, into);
}

int fstat(int fd, struct stat *into)
{
    return fstat_real("fstat", fd, into);
}

int fstat64(int fd, struct stat64 *into)
{
    return fstat_real("fstat64", fd, into);
}

int fstatat(int fd, const char *restrict path, struct stat *restrict into, int flags)
{
    return fstatat_real("fstatat", fd, path, into, flags);
}

int fstatat64(int fd, const char *restrict path, struct stat64 *restrict into, int flags)
{
    return fstatat_real("fstatat64", fd, path, into, flags);
}

/* ---- moving bytes ---- */

static size_t half(size_t n)
{
    return n > 1 ? n / 2 : n;
}

ssize_t read(int fd, void *into, size_t n)
{
    ssize_t (*real)(int, void *, size_t);
    bool wrong = fails("read", fd, NULL);

    if (wrong && fault.kind != KIND_SHORT)
        return -1;
    find(&real, "read");
    return real(fd, into, wrong ? half(n) : n);
}

ssize_t write(int fd, const void *bytes, size_t n)
{
    ssize_t (*real)(int, const void *, size_t);
    bool wrong = fails("write", fd, NULL);

    if (wrong && fault.kind != KIND_SHORT)
        return -1;
    if (fd >= 0 && fd < MOST_DESCRIPTORS)
        fault.written[fd] = true;
    find(&real, "write");
    return real(fd, bytes, wrong ? half(n) : n);
}

/* Only the peer uses it; a program that has not heard of it must be measured too. */
ssize_t copy_file_range(int in, off64_t *in_at, int out, off64_t *out_at, size_t n, unsigned flags)
{
    ssize_t (*real)(int, off64_t *, int, off64_t *, size_t, unsigned);

    if (fails("copy_file_range", out, NULL))
        return -1;
    find(&real, "copy_file_range");
    return real(in, in_at, out, out_at, n, flags);
}

/* ---- on a descriptor ---- */

static int call_fd(const char *name, int fd)
{
    int (*real)(int);

    if (fails(name, fd, NULL))
        return -1;
    find(&real, name);
    return real(fd);
}

int fsync(int fd)
{
    return call_fd("fsync", fd);
}

int fdatasync(int fd)
{
    return call_fd("fdatasync", fd);
}

int dup(int fd)
{
    return call_fd("dup", fd);
}

/* A close that fails has closed all the same (close(2), "Dealing with error returns from close()").
 */
int close(int fd)
{
    int (*real)(int), error, result;
    bool wrong = fails("close", fd, NULL);

    error = errno;
    if (fd >= 0 && fd < MOST_DESCRIPTORS)
        fault.written[fd] = false;
    find(&real, "close");
    result = real(fd);
    if (!wrong)
        return result;
    errno = error;
    return -1;
}

int flock(int fd, int operation)
{
    int (*real)(int, int);

    if (fails("flock", fd, NULL))
        return -1;
    find(&real, "flock");
    return real(fd, operation);
}

int fchmod(int fd, mode_t mode)
{
    int (*real)(int, mode_t);

    if (fails("fchmod", fd, NULL))
        return -1;
    find(&real, "fchmod");
    return real(fd, mode);
}

int fchown(int fd, uid_t owner, gid_t group)
{
    int (*real)(int, uid_t, gid_t);

    if (fails("fchown", fd, NULL))
        return -1;
    find(&real, "fchown");
    return real(fd, owner, group);
}

static int ftruncate_real(const char *name, int fd, off64_t size)
{
    int (*real)(int, off64_t);

    if (fails("ftruncate", fd, NULL))
        return -1;
    find(&real, name);
    return real(fd, size);
}

/* Always the one with the wide offset: on a 64-bit machine they are one function. */
int ftruncate(int fd, off_t size)
{
    return ftruncate_real("ftruncate64", fd, size);
}

int ftruncate64(int fd, off64_t size)
{
    return ftruncate_real("ftruncate64", fd, size);
}

/* ---- on names ---- */

int rename(const char *from, const char *to)
{
    int (*real)(const char *, const char *);

    if (fails("rename", AT_FDCWD, to))
        return -1;
    find(&real, "rename");
    return real(from, to);
}

int renameat(int from_fd, const char *from, int to_fd, const char *to)
{
    int (*real)(int, const char *, int, const char *);

    if (fails("rename", to_fd, to))
        return -1;
    find(&real, "renameat");
    return real(from_fd, from, to_fd, to);
}

int renameat2(int from_fd, const char *from, int to_fd, const char *to, unsigned flags)
{
    int (*real)(int, const char *, int, const char *, unsigned);

    if (fails("rename", to_fd, to))
        return -1;
    find(&real, "renameat2");
    return real(from_fd, from, to_fd, to, flags);
}

int unlinkat(int fd, const char *path, int flags)
{
    int (*real)(int, const char *, int);

    if (fails("unlink", fd, path))
        return -1;
    find(&real, "unlinkat");
    return real(fd, path, flags);
}
