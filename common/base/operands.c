#include "base/operands.h"
#include "base/text.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A directory that is being walked: its wanted names, packed one after the other with a NUL,
 * sorted. */
struct level {
    int fd;
    char *path;
    struct buffer names;
    const char **entries;
    size_t count, at;
};

struct operands {
    char **paths;
    size_t count, at;
    struct level *levels;
    size_t depth, capacity;
    int fd; /* the source that is open, -1: none */
    struct buffer name, directory;
    struct diag *diag;
    void (*refused)(void *data, const char *path, int error); /* NULL: said in diag */
    void *data;
};

static char standard_input[] = "-";
static char *only_standard_input[] = {standard_input};

struct operands *operands_open(char **paths, size_t count, struct diag *diag)
{
    struct operands *o = mem_take(sizeof *o);
    *o = (struct operands){.paths = paths, .count = count, .fd = -1, .diag = diag};
    if (!count) {
        o->paths = only_standard_input;
        o->count = 1;
    }
    return o;
}

void operands_say(struct diag *diag, const char *path, int error)
{
    diag_at(diag, SEVERITY_ERROR, STATUS_SYSTEM, (struct place){path, 0, 0}, "bestand",
            "dit kan niet gelezen worden: %s", diag_errno(error));
}

void operands_collect(struct operands *o, void (*refused)(void *data, const char *path, int error),
                      void *data)
{
    o->refused = refused;
    o->data = data;
}

static void say_failed(struct operands *o, const char *path, int error)
{
    if (o->refused)
        o->refused(o->data, path, error);
    else
        operands_say(o->diag, path, error);
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool is_linked_directory(int fd, const char *name)
{
    struct stat st;
    return fstatat(fd, name, &st, 0) == 0 && S_ISDIR(st.st_mode);
}

static unsigned char kind_of(const struct stat *st)
{
    return S_ISDIR(st->st_mode)   ? DT_DIR
           : S_ISLNK(st->st_mode) ? DT_LNK
           : S_ISREG(st->st_mode) ? DT_REG
                                  : DT_FIFO;
}

/* Wanted: directories, and what is called *.rec; links to files count as files, links to
 * directories do not count. Of what it cannot be told, opening it will tell. */
static bool wanted(int fd, const struct dirent *e)
{
    size_t n = strlen(e->d_name);
    struct stat st;
    unsigned char kind = e->d_type;

    if (e->d_name[0] == '.')
        return false;
    if (kind == DT_UNKNOWN) {
        if (fstatat(fd, e->d_name, &st, AT_SYMLINK_NOFOLLOW) != 0)
            return errno != ENOENT;
        kind = kind_of(&st);
    }
    if (kind == DT_DIR)
        return true;
    if (n < 5 || strcmp(e->d_name + n - 4, ".rec"))
        return false;
    return kind == DT_REG || (kind == DT_LNK && !is_linked_directory(fd, e->d_name));
}

static bool read_names(struct level *l)
{
    DIR *dir = fdopendir(dup(l->fd));
    struct dirent *e;
    int error;

    if (!dir)
        return false;
    while ((errno = 0, e = readdir(dir)))
        if (wanted(l->fd, e)) {
            buffer_put(&l->names, e->d_name, strlen(e->d_name) + 1);
            l->count++;
        }
    error = errno;
    closedir(dir);
    errno = error;
    return error == 0;
}

static void sort_names(struct level *l)
{
    const char *p = l->names.p;

    l->entries = mem_take(l->count * sizeof *l->entries);
    for (size_t i = 0; i < l->count; i++, p += strlen(p) + 1)
        l->entries[i] = p;
    if (l->count)
        qsort(l->entries, l->count, sizeof *l->entries, by_bytes);
}

static void leave(struct operands *o)
{
    struct level *l = &o->levels[--o->depth];
    close(l->fd);
    free(l->path);
    free(l->entries);
    buffer_free(&l->names);
}

/* Takes over fd. */
static void enter(struct operands *o, int fd, const char *path)
{
    struct level l = {.fd = fd};
    size_t n = strlen(path);

    while (n > 1 && path[n - 1] == '/')
        n--;
    l.path = mem_take(n + 1);
    memcpy(l.path, path, n);
    l.path[n] = '\0';
    mem_grow(&o->levels, &o->capacity, o->depth + 1, sizeof *o->levels);
    if (!read_names(&l))
        say_failed(o, l.path, errno);
    sort_names(&l);
    o->levels[o->depth++] = l;
}

static void give(struct operands *o, struct source *source, int fd, const char *directory,
                 const char *base)
{
    o->fd = fd;
    *source = (struct source){fd, o->name.p, directory, base, false};
}

static void name_in(struct operands *o, const char *directory, const char *base)
{
    o->name.n = 0;
    buffer_string(&o->name, directory);
    if (!o->name.n || o->name.p[o->name.n - 1] != '/')
        buffer_byte(&o->name, '/');
    buffer_put(&o->name, base, strlen(base) + 1);
}

/* The next name of the innermost directory. True when it is a file that is now open. */
static bool next_in_directory(struct operands *o, struct source *source)
{
    struct level *l = &o->levels[o->depth - 1];
    const char *name;
    struct stat st;
    int fd;

    if (l->at == l->count) {
        leave(o);
        return false;
    }
    name = l->entries[l->at++];
    name_in(o, l->path, name);
    fd = openat(l->fd, name, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (fd < 0) {
        say_failed(o, o->name.p, errno);
        return false;
    }
    /* Only a name without .rec must be a directory; a directory may be called x.rec too. */
    if (strlen(name) < 5 || strcmp(name + strlen(name) - 4, ".rec") ||
        (fstat(fd, &st) == 0 && S_ISDIR(st.st_mode))) {
        char *path = mem_take(o->name.n);
        memcpy(path, o->name.p, o->name.n);
        enter(o, fd, path);
        free(path);
        return false;
    }
    give(o, source, fd, l->path, name);
    return true;
}

static bool give_standard_input(struct source *source)
{
    *source = (struct source){STDIN_FILENO, "-", "", "-", true};
    return true;
}

static bool next_operand(struct operands *o, struct source *source)
{
    const char *path = o->paths[o->at++];
    const char *slash = strrchr(path, '/');
    struct stat st;
    int fd;

    if (!strcmp(path, "-"))
        return give_standard_input(source);
    fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0 || fstat(fd, &st) != 0) {
        say_failed(o, path, errno);
        if (fd >= 0)
            close(fd);
        return false;
    }
    if (S_ISDIR(st.st_mode)) {
        enter(o, fd, path);
        return false;
    }
    o->name.n = o->directory.n = 0;
    buffer_put(&o->name, path, strlen(path) + 1);
    buffer_put(&o->directory, path, slash ? (size_t)(slash - path) : 0);
    buffer_byte(&o->directory, '\0');
    give(o, source, fd, o->directory.p, slash ? slash + 1 : path);
    return true;
}

bool operands_next(struct operands *o, struct source *source)
{
    if (o->fd >= 0)
        close(o->fd);
    o->fd = -1;
    while (o->depth || o->at < o->count)
        if (o->depth ? next_in_directory(o, source) : next_operand(o, source))
            return true;
    return false;
}

double operands_done(const struct operands *o)
{
    struct stat st;
    off_t at = o->fd >= 0 ? lseek(o->fd, 0, SEEK_CUR) : -1;
    double done = 1;

    if (at >= 0 && fstat(o->fd, &st) == 0 && st.st_size > at)
        done = (double)at / (double)st.st_size;
    for (size_t i = o->depth; i-- > 0;)
        if (o->levels[i].at)
            done = ((double)(o->levels[i].at - 1) + done) / (double)o->levels[i].count;
    return o->at ? ((double)(o->at - 1) + done) / (double)o->count : 0;
}

void operands_close(struct operands *o)
{
    if (!o)
        return;
    if (o->fd >= 0)
        close(o->fd);
    while (o->depth)
        leave(o);
    free(o->levels);
    buffer_free(&o->name);
    buffer_free(&o->directory);
    free(o);
}

bool source_named_after(const struct source *source, struct text id)
{
    return !strncmp(source->base, id.p, id.n) && !strcmp(source->base + id.n, ".rec");
}
