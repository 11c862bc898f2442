/* For sweep.c: the files, the scratch directory, and one run of the command in it. Everything is
 * static. */
#ifndef RUN_H
#define RUN_H

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_FILES = 16, MOST_JOBS = 8, PATIENCE_SECONDS = 30, STATUS_COUNT = 256 };
enum {
    STATUS_NO = 1,
    STATUS_DATA = 3
}; /* of gesprek(7): 0 good, 1 no, 2 wrong command line, 3 wrong data */

static const char *const kind_names[] = {"error", "short", "eintr", "kill"};
enum kind { KIND_ERROR, KIND_SHORT, KIND_EINTR, KIND_KILL, KIND_COUNT };

struct bytes {
    char *p;
    size_t n;
    bool exists;
    mode_t mode;
};

/* The named files of the scratch directory: as given, and as a clean run leaves them. */
struct files {
    char *names[MOST_FILES];
    struct bytes before[MOST_FILES], after[MOST_FILES];
    size_t count;
};

/* How a run ended. */
struct result {
    int status, signal; /* one of the two */
    struct bytes out, err;
    unsigned long calls;
    char failed[64]; /* `write 2` */
    bool standard_error_failed;
};

struct fault {
    enum kind kind;
    bool sticky;
    unsigned long at; /* 0: none */
};

/* What the workers have counted together; in shared memory. Each has its own row. */
struct counts {
    unsigned long runs, wrong, by_status[STATUS_COUNT], by_signal[STATUS_COUNT];
};

struct sweep {
    char shim[PATH_MAX];
    bool kinds[KIND_COUNT];
    unsigned long first, sample;
    uint64_t seed;
    unsigned jobs;
    int wanted; /* the exit of a clean run */
    const char *standard_input;
    char **command;
    struct files files;
    struct result clean;
    struct bytes
        copied; /* the text in the private copy that a clean run leaves; absent: it leaves none */
    struct fault *faults;
    size_t fault_count, fault_capacity;
    struct counts *counts;
    char base[PATH_MAX / 2], scratch[PATH_MAX], out[PATH_MAX], err[PATH_MAX], count[PATH_MAX];
};

static _Noreturn void stop(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    fputs("sweep: ", stderr);
    vfprintf(stderr, format, args);
    va_end(args);
    fputc('\n', stderr);
    exit(2);
}

static void *take(void *old, size_t bytes)
{
    void *p = realloc(old, bytes ? bytes : 1);
    if (!p)
        stop("out of memory");
    return p;
}

/* ---- files ---- */

static struct bytes read_at(int directory, const char *path)
{
    struct bytes b = {0};
    struct stat st;
    int fd = openat(directory, path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    ssize_t got = 0;

    if (fd < 0)
        return b;
    if (fstat(fd, &st) != 0)
        stop("%s: %s", path, strerror(errno));
    b.p = take(NULL, (size_t)st.st_size);
    b.mode = st.st_mode & 07777;
    b.exists = true;
    while (b.n < (size_t)st.st_size && (got = read(fd, b.p + b.n, (size_t)st.st_size - b.n)) > 0)
        b.n += (size_t)got;
    close(fd);
    return b;
}

static bool same(const struct bytes *a, const struct bytes *b)
{
    return a->exists == b->exists && a->n == b->n && (!a->n || !memcmp(a->p, b->p, a->n));
}

static bool is_dots(const char *name)
{
    return !strcmp(name, ".") || !strcmp(name, "..");
}

static void empty_directory(const char *path)
{
    DIR *dir = opendir(path);
    struct dirent *e;
    char below[PATH_MAX + NAME_MAX + 2];

    if (!dir)
        stop("%s: %s", path, strerror(errno));
    while ((e = readdir(dir))) {
        if (is_dots(e->d_name) || unlinkat(dirfd(dir), e->d_name, 0) == 0)
            continue;
        snprintf(below, sizeof below, "%s/%s", path, e->d_name);
        empty_directory(below);
        unlinkat(dirfd(dir), e->d_name, AT_REMOVEDIR);
    }
    closedir(dir);
}

static void fill_scratch(const struct sweep *s)
{
    char path[PATH_MAX + NAME_MAX + 2];

    empty_directory(s->scratch);
    for (size_t i = 0; i < s->files.count; i++) {
        const struct bytes *b = &s->files.before[i];
        int fd;
        if (!b->exists)
            continue;
        snprintf(path, sizeof path, "%s/%s", s->scratch, s->files.names[i]);
        fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        if (fd < 0 || write(fd, b->p, b->n) != (ssize_t)b->n || fchmod(fd, b->mode) != 0 ||
            close(fd) != 0)
            stop("%s: %s", path, strerror(errno));
    }
}

static void make_scratch(struct sweep *s, unsigned worker)
{
    snprintf(s->scratch, sizeof s->scratch, "%s/%u", s->base, worker);
    snprintf(s->out, sizeof s->out, "%s/%u.out", s->base, worker);
    snprintf(s->err, sizeof s->err, "%s/%u.err", s->base, worker);
    snprintf(s->count, sizeof s->count, "%s/%u.count", s->base, worker);
    if (mkdir(s->scratch, 0700) != 0 && errno != EEXIST)
        stop("%s: %s", s->scratch, strerror(errno));
}

static size_t index_of(const struct files *f, const char *name)
{
    size_t i = 0;
    while (i < f->count && strcmp(f->names[i], name))
        i++;
    return i;
}

/* ---- one run ---- */

static void put_at(const char *path, int flags, int fd)
{
    int opened = open(path, flags, 0600);
    if (opened < 0 || dup2(opened, fd) != fd)
        _exit(126);
    if (opened != fd)
        close(opened);
}

static void set_fault(const struct sweep *s, const struct fault *f)
{
    char at[32];

    snprintf(at, sizeof at, "%lu", f->at);
    setenv("FAULT_AT", at, 1);
    setenv("FAULT_STICKY", f->sticky ? "1" : "0", 1);
    setenv("FAULT_KIND", kind_names[f->kind], 1);
    setenv("FAULT_COUNT", s->count, 1);
    setenv("LD_PRELOAD", s->shim, 1);
}

static _Noreturn void become_command(const struct sweep *s, const struct fault *f)
{
    if (chdir(s->scratch) != 0)
        _exit(126);
    put_at(s->out, O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
    put_at(s->err, O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
    put_at(s->standard_input ? s->standard_input : "/dev/null", O_RDONLY, STDIN_FILENO);
    if (f)
        set_fault(s, f);
    alarm(PATIENCE_SECONDS); /* stays on after exec */
    execvp(s->command[0], s->command);
    _exit(127);
}

/* The shim's report, see there. */
static void read_report(const struct sweep *s, struct result *r)
{
    struct bytes report = read_at(AT_FDCWD, s->count);
    char text[160] = "", *line, *next;

    memcpy(text, report.p ? report.p : "", report.n < sizeof text ? report.n : sizeof text - 1);
    r->calls = strtoul(text, &line, 10);
    line += *line == '\n';
    next = strchr(line, '\n');
    if (next) {
        snprintf(r->failed, sizeof r->failed, "%.*s", (int)(next - line), line);
        r->standard_error_failed = !strcmp(next + 1, "stderr\n");
    }
    free(report.p);
}

/* Without a fault the shim stays away. */
static struct result run(const struct sweep *s, const struct fault *f)
{
    struct result r = {0};
    int how;
    pid_t child;

    unlink(s->count);
    child = fork();
    if (child < 0)
        stop("fork: %s", strerror(errno));
    if (!child)
        become_command(s, f);
    while (waitpid(child, &how, 0) < 0 && errno == EINTR)
        ;
    if (WIFSIGNALED(how))
        r.signal = WTERMSIG(how);
    else
        r.status = WEXITSTATUS(how);
    r.out = read_at(AT_FDCWD, s->out);
    r.err = read_at(AT_FDCWD, s->err);
    if (f)
        read_report(s, &r);
    return r;
}

static void result_free(struct result *r)
{
    free(r->out.p);
    free(r->err.p);
    r->out.p = r->err.p = NULL;
}

#endif
