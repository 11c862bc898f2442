/* What the shims share: which call fails, and the report about it. Everything is static: each shim
 * is one file.
 *
 *   FAULT_AT=N         the N-th call fails (without it none does: then calls are only counted)
 *   FAULT_STICKY=1     and every call after it; with eintr every other one, for a program rightly
 *                      tries again for ever
 *   FAULT_KIND=error   with ENOMEM, EIO, or for a write ENOSPC (this is the default)
 *              short   a read or write does half of the work; other calls are not counted
 *              eintr   a read, write or flock fails with EINTR; other calls are not counted
 *              kill    the program gets SIGKILL just before the call
 *   FAULT_CALL=A,B     only these calls, by the names that the shim gives them: open stands for
 *                      open, open64, openat and openat64
 *   FAULT_PATH=TEXT    only files with TEXT in their absolute name
 *   FAULT_COUNT=FILE   at the end: the number of calls; when one failed, a second line `NAME FD`,
 *                      with ` written` for the close of what was written to; when a write to
 *                      standard error failed, a third: `stderr`
 *
 * Counting starts when the shim's constructor has run, so the loader's calls are not counted. */
#ifndef FAULT_H
#define FAULT_H

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST_DESCRIPTORS = 1024 };
enum kind { KIND_ERROR, KIND_SHORT, KIND_EINTR, KIND_KILL };

static struct {
    bool armed, sticky, standard_error_failed;
    enum kind kind;
    unsigned long at, calls;
    const char *only_calls, *only_path;
    const char *failed; /* the first call that failed, and on which descriptor */
    int failed_fd;
    bool failed_written;
    bool written[MOST_DESCRIPTORS];
    char report[PATH_MAX];
} fault;

/* The function of that name in the next library, into a pointer to function: ISO C knows no cast
 * for that, and POSIX's dlsym needs one. It does no I/O through a shim: the loader has its own
 * calls. */
static void find(void *into, const char *name)
{
    void *symbol = dlsym(RTLD_NEXT, name);
    memcpy(into, &symbol, sizeof symbol);
}

/* ---- counting ---- */

static enum kind kind_named(const char *name)
{
    if (name && !strcmp(name, "short"))
        return KIND_SHORT;
    if (name && !strcmp(name, "eintr"))
        return KIND_EINTR;
    return name && !strcmp(name, "kill") ? KIND_KILL : KIND_ERROR;
}

__attribute__((constructor)) static void arm(void)
{
    const char *at = getenv("FAULT_AT"), *sticky = getenv("FAULT_STICKY"),
               *report = getenv("FAULT_COUNT");

    fault.at = at ? strtoul(at, NULL, 10) : 0;
    fault.sticky = sticky && *sticky == '1';
    fault.kind = kind_named(getenv("FAULT_KIND"));
    fault.only_calls = getenv("FAULT_CALL");
    fault.only_path = getenv("FAULT_PATH");
    if (report && strlen(report) < sizeof fault.report)
        memcpy(fault.report, report, strlen(report) + 1);
    fault.armed = true;
}

/* Once: exit handlers and _exit may both come here. */
static void report(void)
{
    int (*real_open)(const char *, int, ...), (*real_close)(int), fd, n;
    ssize_t (*real_write)(int, const void *, size_t);
    char line[128];

    if (!fault.armed || !*fault.report)
        return;
    fault.armed = false;
    find(&real_open, "open");
    find(&real_write, "write");
    find(&real_close, "close");
    fd = real_open(fault.report, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0)
        return;
    n = snprintf(line, sizeof line, "%lu\n", fault.calls);
    if (fault.failed)
        n += snprintf(line + n, sizeof line - (size_t)n, "%s %d%s\n%s", fault.failed,
                      fault.failed_fd, fault.failed_written ? " written" : "",
                      fault.standard_error_failed ? "stderr\n" : "");
    if (real_write(fd, line, (size_t)n) != n)
        unlink(fault.report); /* no count is better than a wrong one */
    real_close(fd);
}

__attribute__((destructor)) static void finish(void)
{
    report();
}

static bool is_chosen(const char *name)
{
    size_t n = strlen(name);

    for (const char *p = fault.only_calls; p; p = strchr(p, ',')) {
        p += *p == ',';
        if (!strncmp(p, name, n) && (p[n] == ',' || !p[n]))
            return true;
    }
    return !fault.only_calls;
}

/* The absolute name of path seen from directory fd, or of the descriptor itself when path is NULL;
 * empty when unknown. */
static void absolute(int fd, const char *path, char into[PATH_MAX])
{
    char link[64];
    ssize_t n = 0;

    if (!path || *path != '/') {
        snprintf(link, sizeof link, fd == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/%d", fd);
        n = readlink(link, into, PATH_MAX - 1);
    }
    n = n < 0 ? 0 : n;
    into[n] = '\0';
    if (path)
        snprintf(into + n, (size_t)(PATH_MAX - n), "%s%s", *path == '/' ? "" : "/", path);
}

static bool counts(const char *name, int fd, const char *path)
{
    bool moves = !strcmp(name, "read") || !strcmp(name, "write");
    char full[PATH_MAX];

    if (!fault.armed || !is_chosen(name))
        return false;
    if ((fault.kind == KIND_SHORT && !moves) ||
        (fault.kind == KIND_EINTR && !moves && strcmp(name, "flock")))
        return false;
    if (!fault.only_path)
        return true;
    absolute(fd, path, full);
    return strstr(full, fault.only_path) != NULL;
}

static void note(const char *name, int fd)
{
    if (!fault.failed) {
        fault.failed = name;
        fault.failed_fd = fd;
        fault.failed_written =
            !strcmp(name, "close") && fd >= 0 && fd < MOST_DESCRIPTORS && fault.written[fd];
    }
    if (fd == STDERR_FILENO && !strcmp(name, "write") && fault.kind == KIND_ERROR)
        fault.standard_error_failed = true;
}

/* Does this call go wrong? On descriptor fd, or with fd a directory on path in it. Then errno is
 * `error`, but with KIND_SHORT, which is no error, and KIND_EINTR. */
static bool fails_with(int error, const char *name, int fd, const char *path)
{
    int before = errno;
    bool now = counts(name, fd, path);
    unsigned long past;

    errno = before;
    if (!now)
        return false;
    past = ++fault.calls - fault.at;
    if (!fault.at || fault.calls < fault.at || (past && !fault.sticky) ||
        (fault.kind == KIND_EINTR && past % 2))
        return false;
    note(name, fd);
    if (fault.kind == KIND_KILL) {
        report();
        raise(SIGKILL);
    }
    if (fault.kind != KIND_SHORT)
        errno = fault.kind == KIND_EINTR ? EINTR : error;
    return true;
}

/* ---- leaving: _exit runs no destructors ---- */

static _Noreturn void leave(int status)
{
    void (*real)(int);

    report();
    find(&real, "_exit");
    real(status);
    abort(); /* not reached: the compiler does not know what real is */
}

void _exit(int status)
{
    leave(status);
}

void _Exit(int status)
{
    leave(status);
}

#endif
