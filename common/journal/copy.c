#include "journal/copy_inside.h"
#include "base/io.h"
#include "base/text.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

enum { MOST_TWINS = 1000, DEEPEST = 16 };

static bool fail(struct copy *c, const char *path, const char *code, const char *what, int error)
{
    diag_at(c->diag, SEVERITY_ERROR, STATUS_SYSTEM, (struct place){path, 0, 0}, code, "%s%s%s",
            what, error ? ": " : "", error ? diag_errno(error) : "");
    return false;
}

/* ---- names ---- */

/* The dossier's directory as the user named it, unless that was through a link; in front of a name
 * that begins with a dot it never becomes an option of the editor. */
static char *prefix_of(const struct store *s)
{
    char link[1], *resolved = NULL, *prefix, *slash;
    const char *path = s->path;

    if (readlink(path, link, sizeof link) >= 0 && (resolved = realpath(path, NULL)))
        path = resolved;
    prefix = store_joined(*path == '-' ? "./" : "", path, "");
    slash = strrchr(prefix, '/');
    if (slash)
        slash[1] = '\0';
    else
        prefix[0] = '\0';
    free(resolved);
    return prefix;
}

char *copy_start_of_name(const struct store *s)
{
    return store_joined(".", s->name, COPY_MARK);
}

const char *copy_after_start(const struct copy *c)
{
    return c->name + 1 + strlen(c->file) + sizeof COPY_MARK - 1;
}

struct copy *copy_new(struct store *s, const char *name)
{
    struct copy *c = mem_take(sizeof *c);

    *c = (struct copy){
        .directory = -1, .parent = fcntl(s->directory, F_DUPFD_CLOEXEC, 0), .diag = s->diag};
    c->prefix = prefix_of(s);
    c->name = store_joined(name, "", "");
    c->file = store_joined(s->name, "", "");
    c->dossier = store_joined(s->path, "", "");
    c->place = store_joined(c->prefix, c->name, "");
    c->path = store_joined(c->place, "/", c->file);
    return c;
}

void copy_close(struct copy *c)
{
    if (!c)
        return;
    if (c->directory >= 0)
        close(c->directory);
    if (c->parent >= 0)
        close(c->parent);
    free(c->place);
    free(c->path);
    free(c->scratch);
    free(c->prefix);
    free(c->name);
    free(c->file);
    free(c->dossier);
    free(c);
}

/* ---- opening: ours, and nobody else at work ---- */

static bool is_ours(int fd)
{
    struct stat st;
    return fstat(fd, &st) == 0 && st.st_uid == geteuid();
}

/* False: another has it. A file system that cannot lock a directory (NFS) is no reason not to edit:
 * then nobody is told that somebody else does, and the comparison at the end still holds. */
static bool take_lock(struct copy *c)
{
    do
        c->locked = flock(c->directory, LOCK_EX | LOCK_NB) == 0;
    while (!c->locked && errno == EINTR);
    return c->locked || errno != EWOULDBLOCK;
}

void copy_open(struct copy *c)
{
    c->directory = openat(c->parent, c->name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    c->state = c->directory < 0 || !is_ours(c->directory) ? COPY_OF_ANOTHER
               : take_lock(c)                             ? COPY_OPEN
                                                          : COPY_BUSY;
    c->scratch = c->state == COPY_OPEN ? realpath(c->place, NULL) : NULL;
}

/* ---- making ---- */

/* A copy of the same text may be there: the number behind it keeps them apart. */
static struct copy *make_directory(struct store *s, struct text content)
{
    char *start = copy_start_of_name(s);
    struct buffer name = {0};
    struct copy *c = NULL;
    int error = EEXIST;

    for (unsigned twin = 1; error == EEXIST && twin <= MOST_TWINS; twin++) {
        name.n = 0;
        buffer_format(&name, "%s%016" PRIx64, start, text_hash(content));
        if (twin > 1)
            buffer_format(&name, "-%u", twin);
        buffer_byte(&name, '\0');
        error = mkdirat(s->directory, name.p, 0700) == 0 ? 0 : errno;
    }
    c = copy_new(s, name.p);
    if (error) {
        fail(c, c->dossier, "schrijven", "er kan geen kopie naast gemaakt worden", error);
        copy_close(c);
        c = NULL;
    }
    buffer_free(&name);
    free(start);
    return c;
}

/* Under another name until it is whole: a copy with the dossier's name has all of it. */
static int write_text(struct copy *c, struct text content)
{
    char *temporary = store_joined(".", c->file, ".tmp");
    int error = 0, fd = openat(c->directory, temporary,
                               O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);

    if (fd < 0 || !io_write_all(fd, content.p, content.n) || fsync(fd) != 0)
        error = errno;
    if (fd >= 0 && close(fd) != 0 && !error)
        error = errno;
    if (!error && (renameat(c->directory, temporary, c->directory, c->file) != 0 ||
                   !store_sync_directory(c->directory) || !store_sync_directory(c->parent)))
        error = errno;
    free(temporary);
    return error;
}

struct copy *copy_make(struct store *s, struct text content)
{
    struct copy *c = make_directory(s, content);
    int error;

    if (!c)
        return NULL;
    copy_open(c);
    error = c->state == COPY_OPEN && c->scratch ? write_text(c, content) : errno ? errno : EIO;
    if (!error)
        return c;
    fail(c, c->dossier, "schrijven", "er kan geen kopie naast gemaakt worden", error);
    if (c->directory >= 0)
        copy_remove(c);
    else
        unlinkat(c->parent, c->name, AT_REMOVEDIR);
    copy_close(c);
    return NULL;
}

/* ---- reading ---- */

int copy_open_text(struct copy *c)
{
    struct stat st;
    int fd = openat(c->directory, c->file, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);

    if (fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode))
        return fd;
    if (fd >= 0) {
        close(fd);
        errno = EINVAL;
    }
    return -1;
}

bool copy_read(struct copy *c, struct buffer *content)
{
    int fd = copy_open_text(c);
    bool fine;

    if (fd < 0)
        return fail(c, c->path, "bestand",
                    "uw tekst is niet te lezen als gewoon bestand. Er is niets gewijzigd", errno);
    fine = io_read_all(fd, content, STORE_READ_LIMIT);
    if (!fine)
        fail(c, c->path, "bestand", "uw tekst is niet helemaal te lezen. Er is niets gewijzigd",
             errno);
    close(fd);
    return fine;
}

/* ---- taking away ---- */

bool copy_is_dots(const char *name)
{
    return !strcmp(name, ".") || !strcmp(name, "..");
}

/* Everything in a directory of our own, and what an editor made in it; links are not followed.
 * Takes over fd. Gives the first error, or 0. */
static int empty_directory(int fd, int depth);

static int remove_entry(int fd, const char *name, int depth)
{
    int error;

    if (unlinkat(fd, name, 0) == 0)
        return 0;
    if ((errno != EISDIR && errno != EPERM) || !depth) /* POSIX says EPERM, Linux EISDIR */
        return errno;
    error = empty_directory(openat(fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC),
                            depth - 1);
    if (!error && unlinkat(fd, name, AT_REMOVEDIR) != 0)
        error = errno;
    return error;
}

static int empty_directory(int fd, int depth)
{
    DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
    struct dirent *e;
    int first = dir ? 0 : errno, error;

    while (dir && (errno = 0, e = readdir(dir))) {
        error = copy_is_dots(e->d_name) ? 0 : remove_entry(fd, e->d_name, depth);
        first = first ? first : error;
    }
    first = first ? first : errno;
    if (dir)
        closedir(dir);
    else if (fd >= 0)
        close(fd);
    return first;
}

bool copy_remove(struct copy *c)
{
    int error =
        empty_directory(openat(c->directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC), DEEPEST);

    if (!error && unlinkat(c->parent, c->name, AT_REMOVEDIR) == 0)
        return true;
    return fail(c, c->place, "schrijven",
                "deze map met uw kopie kon niet weggehaald worden. Haal haar zelf weg",
                error ? error : errno);
}

/* ---- keeping ---- */

bool copy_keep(struct copy *c)
{
    const char *was = copy_after_start(c);
    struct buffer name = {0};
    struct stat st;
    bool fine, there = true;

    for (unsigned twin = 1; there && twin <= MOST_TWINS; twin++) {
        name.n = 0;
        buffer_format(&name, "%s.bewerkt-%s", c->file, was);
        if (twin > 1)
            buffer_format(&name, "-%u", twin);
        buffer_byte(&name, '\0');
        there = fstatat(c->parent, name.p, &st, AT_SYMLINK_NOFOLLOW) == 0 || errno != ENOENT;
    }
    fine = !there && renameat(c->directory, c->file, c->parent, name.p) == 0;
    if (!fine) {
        fail(c, c->path, "schrijven", "deze kopie kon niet naast het dossier gezet worden",
             there ? EEXIST : errno);
    } else {
        free(c->path);
        c->path = store_joined(c->prefix, *c->prefix || name.p[0] != '-' ? "" : "./", name.p);
        fine = copy_remove(c) && store_sync_directory(c->parent);
    }
    buffer_free(&name);
    return fine;
}
