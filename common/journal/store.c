#include "journal/store_inside.h"
#include "base/io.h"
#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static const char LOCK_NAME[] = ".gesprek.lock";
enum { FIRST_PAUSE_MS = 1, LONGEST_PAUSE_MS = 100 };

bool store_fail(struct store *s, enum status status, const char *code, const char *what, int error)
{
    diag_at(s->diag, SEVERITY_ERROR, status, (struct place){s->path, 0, 0}, code, "%s%s%s", what,
            error ? ": " : "", error ? diag_errno(error) : "");
    return false;
}

/* ---- opening ---- */

char *store_joined(const char *a, const char *b, const char *c)
{
    struct buffer all = {0};
    buffer_string(&all, a);
    buffer_string(&all, b);
    buffer_put(&all, c, strlen(c) + 1);
    return all.p;
}

/* Splits the resolved path into s->name and an open directory. A new file has no path to resolve
 * yet: then its directory is. */
static bool open_directory(struct store *s, const char *path, bool may_be_new)
{
    char *resolved = realpath(path, NULL);
    char *slash;

    if (!resolved && errno == ENOENT && may_be_new) {
        const char *last = strrchr(path, '/');
        char *parent = last ? store_joined(path, "", "") : store_joined(".", "", "");
        char *directory;
        if (last)
            parent[last == path ? 1 : last - path] = '\0';
        directory = realpath(parent, NULL);
        free(parent);
        if (directory)
            resolved = store_joined(directory, "/", last ? last + 1 : path);
        free(directory);
    }
    if (!resolved)
        return store_fail(s, STATUS_SYSTEM, "bestand", "dit bestand is niet te vinden", errno);
    slash = strrchr(resolved, '/');
    s->name = store_joined(slash + 1, "", "");
    s->temporary = store_joined(".", s->name, ".tmp");
    slash[slash == resolved ? 1 : 0] = '\0';
    s->directory = open(resolved, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    free(resolved);
    if (s->directory < 0 || fstat(s->directory, &s->directory_stat) != 0)
        return store_fail(s, STATUS_SYSTEM, "bestand", "de map kan niet geopend worden", errno);
    return true;
}

/* Lock and new files take the directory's read and write bits, so that a team can share a directory
 * and a private one stays private. */
static mode_t directory_bits(const struct store *s)
{
    return s->directory_stat.st_mode & (S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH);
}

/* The lock holds nothing, so it is made with the directory's bits at once: a maker that is killed
 * right after leaves a lock that its team can use. */
static int open_lock(struct store *s)
{
    mode_t mask = umask(0);
    int fd = openat(s->directory, LOCK_NAME, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC,
                    directory_bits(s));
    int error = errno;
    struct stat st;

    umask(mask);
    if (fd >= 0 && fstat(fd, &st) == 0 && st.st_gid != s->directory_stat.st_gid &&
        st.st_uid == geteuid()) {
        if (fchown(fd, (uid_t)-1, s->directory_stat.st_gid) != 0)
            return fd; /* not in that group: the lock still works for this user */
    }
    errno = error;
    return fd;
}

static int64_t milliseconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

bool store_take_lock(struct store *s, unsigned wait_seconds)
{
    int64_t until = milliseconds() + (int64_t)wait_seconds * 1000;
    long pause = FIRST_PAUSE_MS;

    s->lock = open_lock(s);
    if (s->lock < 0)
        return store_fail(s, STATUS_SYSTEM, "schrijven",
                          "het slot .gesprek.lock in deze map kan niet geopend worden", errno);
    while (flock(s->lock, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EINTR)
            continue;
        if (errno != EWOULDBLOCK)
            return store_fail(s, STATUS_SYSTEM, "schrijven",
                              "het slot .gesprek.lock in deze map werkt niet", errno);
        if (milliseconds() >= until)
            return store_fail(
                s, STATUS_BUSY, "bezet",
                "iemand anders schrijft nu in deze map (slot: .gesprek.lock). Er is niets "
                "gewijzigd. Probeer het zo "
                "nog eens, of wacht langer met --wacht",
                0);
        nanosleep(&(struct timespec){pause / 1000, pause % 1000 * 1000000L}, NULL);
        pause = pause * 2 < LONGEST_PAUSE_MS ? pause * 2 : LONGEST_PAUSE_MS;
    }
    return true;
}

static bool look_at_file(struct store *s, bool may_be_new)
{
    if (fstatat(s->directory, s->name, &s->old, AT_SYMLINK_NOFOLLOW) != 0) {
        if (errno == ENOENT && may_be_new)
            return true;
        return store_fail(s, STATUS_SYSTEM, "bestand", "dit bestand kan niet gelezen worden",
                          errno);
    }
    s->exists = true;
    if (!S_ISREG(s->old.st_mode))
        return store_fail(
            s, STATUS_SYSTEM, "bestand",
            "dit is geen gewoon bestand, dus het kan niet ter plaatse gewijzigd worden", 0);
    if (s->old.st_nlink > 1)
        return store_fail(
            s, STATUS_SYSTEM, "harde-koppeling",
            "dit bestand heeft nog een naam (een harde koppeling). Na het wijzigen zouden "
            "die twee verschillen. Maak er "
            "eerst twee losse bestanden van",
            0);
    if (faccessat(s->directory, s->name, W_OK, AT_EACCESS) != 0)
        return store_fail(s, STATUS_SYSTEM, "schrijven", "u mag dit bestand niet wijzigen", errno);
    return true;
}

struct store *store_open(const char *path, bool may_be_new, unsigned wait_seconds,
                         struct diag *diag)
{
    struct store *s = mem_take(sizeof *s);

    *s = (struct store){.directory = -1, .lock = -1, .diag = diag};
    s->path = store_joined(path, "", "");
    if (open_directory(s, path, may_be_new) && store_take_lock(s, wait_seconds) &&
        look_at_file(s, may_be_new))
        return s;
    store_close(s);
    return NULL;
}

void store_close(struct store *s)
{
    if (!s)
        return;
    if (s->lock >= 0)
        close(s->lock);
    if (s->directory >= 0)
        close(s->directory);
    free(s->path);
    free(s->name);
    free(s->temporary);
    free(s);
}

bool store_read(struct store *s, struct buffer *content)
{
    int fd;
    bool fine;

    if (!s->exists)
        return true;
    fd = openat(s->directory, s->name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return store_fail(s, STATUS_SYSTEM, "bestand", "dit bestand kan niet gelezen worden",
                          errno);
    fine = fstat(fd, &s->old) == 0 && io_read_all(fd, content, STORE_READ_LIMIT);
    if (!fine)
        store_fail(s, STATUS_SYSTEM, "bestand", "dit bestand kan niet helemaal gelezen worden",
                   errno);
    close(fd);
    return fine;
}

/* ---- replacing ---- */

/* Rights for the new file: those of the old one, or the directory's; its owner and group kept where
 * that is allowed, never wider: without the group the group bits go. */
static bool set_rights(struct store *s, int fd)
{
    mode_t mode = s->exists ? s->old.st_mode & 07777 : directory_bits(s);
    uid_t owner = s->exists ? s->old.st_uid : (uid_t)-1;
    gid_t group = s->exists ? s->old.st_gid : s->directory_stat.st_gid;

    if (fchown(fd, owner, group) != 0 && fchown(fd, (uid_t)-1, group) != 0)
        mode &= ~(mode_t)(S_IRWXG | S_ISGID);
    if (s->confidential)
        mode &= ~(mode_t)(S_IRWXG | S_ISGID | S_IRWXO);
    return fchmod(fd, mode & ~(mode_t)(S_ISUID)) == 0;
}

int store_write_temporary(struct store *s, struct text content, int *open_fd)
{
    int fd;

    /* A link or a directory of that name is not ours; a leftover of a killed writer is replaced. */
    if (unlinkat(s->directory, s->temporary, 0) != 0 && errno != ENOENT)
        return errno;
    fd = openat(s->directory, s->temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                0600);
    if (fd < 0)
        return errno;
    if (!set_rights(s, fd) || !io_write_all(fd, content.p, content.n)) {
        int error = errno;
        close(fd);
        return error;
    }
    *open_fd = fd;
    return 0;
}

int store_keep(int fd)
{
    int error = fsync(fd) != 0 ? errno : 0;

    if (close(fd) != 0 && !error)
        error = errno;
    return error;
}

/* An editor knows no lock. What it saved meanwhile must not be written over. */
static bool changed_meanwhile(struct store *s)
{
    struct stat now;

    if (fstatat(s->directory, s->name, &now, AT_SYMLINK_NOFOLLOW) != 0)
        return s->exists || errno != ENOENT;
    return !s->exists || now.st_dev != s->old.st_dev || now.st_ino != s->old.st_ino ||
           now.st_size != s->old.st_size || now.st_mtim.tv_sec != s->old.st_mtim.tv_sec ||
           now.st_mtim.tv_nsec != s->old.st_mtim.tv_nsec ||
           now.st_ctim.tv_sec != s->old.st_ctim.tv_sec ||
           now.st_ctim.tv_nsec != s->old.st_ctim.tv_nsec;
}

bool store_sync_directory(int directory)
{
    return fsync(directory) == 0 || errno == EINVAL;
}

bool store_keep_names(struct store *s)
{
    if (store_sync_directory(s->directory))
        return true;
    return store_fail(s, STATUS_SYSTEM, "schrijven",
                      "het is geschreven, maar of het een stroomstoring overleeft is niet zeker. "
                      "Kijk de schijf na",
                      errno);
}

static bool put_in_place(struct store *s)
{
    if (changed_meanwhile(s)) {
        unlinkat(s->directory, s->temporary, 0);
        return store_fail(s, STATUS_BUSY, "intussen-gewijzigd",
                          "een ander programma heeft dit bestand intussen gewijzigd. Er is niets "
                          "geschreven. Doe het nog eens",
                          0);
    }
    if (renameat(s->directory, s->temporary, s->directory, s->name) != 0) {
        int error = errno;
        unlinkat(s->directory, s->temporary, 0);
        return store_fail(s, STATUS_SYSTEM, "schrijven", "schrijven mislukt, er is niets gewijzigd",
                          error);
    }
    /* What a next time would have to find. When that cannot be seen, it finds something else. */
    s->exists = fstatat(s->directory, s->name, &s->old, AT_SYMLINK_NOFOLLOW) == 0;
    return store_keep_names(s);
}

bool store_replace(struct store *s, struct text content)
{
    int fd, error = store_write_temporary(s, content, &fd);

    if (!error)
        error = store_keep(fd);
    if (error) {
        unlinkat(s->directory, s->temporary, 0);
        return store_fail(s, STATUS_SYSTEM, "schrijven", "schrijven mislukt, er is niets gewijzigd",
                          error);
    }
    return put_in_place(s);
}

bool store_write_answer(const char *path, struct text content, bool confidential, struct diag *diag)
{
    struct store s = {.directory = -1, .lock = -1, .confidential = confidential, .diag = diag};
    bool fine;

    s.path = store_joined(path, "", "");
    fine = open_directory(&s, path, true) && look_at_file(&s, true) && store_replace(&s, content);
    if (s.directory >= 0)
        close(s.directory);
    free(s.path);
    free(s.name);
    free(s.temporary);
    return fine;
}
