#include "journal/store_new.h"
#include "base/platform.h"
#include "journal/store_inside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct fresh {
    char *name, *temporary;
    int fd; /* -1: closed */
};

struct store_batch {
    struct store store;
    struct fresh files[STORE_BATCH];
    size_t count;
};

static bool open_directory(struct store *s)
{
    s->directory = open(s->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (s->directory >= 0 && fstat(s->directory, &s->directory_stat) == 0)
        return true;
    return store_fail(s, STATUS_SYSTEM, "bestand", "de map kan niet geopend worden", errno);
}

static bool make_directory(struct store *s)
{
    if (mkdir(s->path, S_IRWXU) == 0 || errno == EEXIST)
        return true;
    return store_fail(s, STATUS_SYSTEM, "schrijven", "deze map kan niet gemaakt worden", errno);
}

static struct store_batch *open_batch(const char *directory, bool is_private, unsigned wait_seconds,
                                      struct diag *diag)
{
    struct store_batch *b = mem_take(sizeof *b);

    *b = (struct store_batch){.store = {.directory = -1, .lock = -1, .diag = diag}};
    b->store.path = store_joined(directory, "", "");
    if ((!is_private || make_directory(&b->store)) && open_directory(&b->store)) {
        if (is_private)
            b->store.directory_stat.st_mode &= ~(mode_t)(S_IRWXG | S_IRWXO);
        if (store_take_lock(&b->store, wait_seconds))
            return b;
    }
    store_batch_close(b);
    return NULL;
}

struct store_batch *store_batch_open(const char *directory, unsigned wait_seconds,
                                     struct diag *diag)
{
    return open_batch(directory, false, wait_seconds, diag);
}

struct store_batch *store_batch_open_private(const char *directory, unsigned wait_seconds,
                                             struct diag *diag)
{
    return open_batch(directory, true, wait_seconds, diag);
}

bool store_batch_has(const struct store_batch *b, const char *name)
{
    struct stat st;
    return fstatat(b->store.directory, name, &st, AT_SYMLINK_NOFOLLOW) == 0;
}

bool store_batch_is_new(const struct store_batch *b, const char *name)
{
    if (!store_batch_has(b, name))
        return true;
    diag_at(b->store.diag, SEVERITY_ERROR, STATUS_SYSTEM, (struct place){name, 0, 0}, "bestaat-al",
            "er is niets geschreven: dit bestand is er al, en daar komt niets overheen. Kies een "
            "lege map");
    return false;
}

/* Of the files from number `from` on nothing stays. */
static void throw_away(struct store_batch *b, size_t from)
{
    for (size_t i = 0; i < b->count; i++) {
        struct fresh *f = &b->files[i];
        if (f->fd >= 0)
            close(f->fd);
        if (i >= from)
            unlinkat(b->store.directory, f->temporary, 0);
        free(f->name);
        free(f->temporary);
    }
    b->count = 0;
}

static bool not_written(struct store_batch *b, int error)
{
    return store_fail(&b->store, STATUS_SYSTEM, "schrijven", "schrijven mislukt", error);
}

bool store_batch_add(struct store_batch *b, const char *name, struct text content)
{
    struct fresh *f = &b->files[b->count];
    int error;

    *f = (struct fresh){store_joined(name, "", ""), store_joined(".", name, ".tmp"), -1};
    b->count++;
    b->store.temporary = f->temporary;
    error = store_write_temporary(&b->store, content, &f->fd);
    b->store.temporary = NULL;
    if (!error)
        return true;
    throw_away(b, 0);
    return not_written(b, error);
}

int store_batch_begin(struct store_batch *b, const char *name)
{
    return store_batch_add(b, name, (struct text){"", 0}) ? b->files[b->count - 1].fd : -1;
}

static int let_go(int fd)
{
    return close(fd) != 0 ? errno : 0;
}

/* All at once where the system vouches for it; otherwise each fsync says whether its own file went
 * well. */
static int bring_to_disk(struct store_batch *b)
{
    bool all = b->count > 1 && platform_sync_all(b->store.directory);
    int first = 0;

    for (size_t i = 0; i < b->count; i++) {
        int error = all ? let_go(b->files[i].fd) : store_keep(b->files[i].fd);
        b->files[i].fd = -1;
        first = first ? first : error;
    }
    return first;
}

/* Where the system cannot refuse an existing name by itself, the lock and a look must do. */
static bool give_name(const struct store_batch *b, const struct fresh *f)
{
    int directory = b->store.directory;

    if (platform_rename_new(directory, f->temporary, f->name) == 0)
        return true;
    if (errno != ENOSYS && errno != EINVAL)
        return false;
    if (store_batch_has(b, f->name)) {
        errno = EEXIST;
        return false;
    }
    return renameat(directory, f->temporary, directory, f->name) == 0;
}

static bool name_taken(struct store_batch *b, const struct fresh *f)
{
    char message[512];

    snprintf(message, sizeof message,
             "%.300s is er intussen, van een ander. Daar komt niets overheen. Doe het nog eens",
             f->name);
    return store_fail(&b->store, STATUS_BUSY, "intussen-gewijzigd", message, 0);
}

static size_t give_names(struct store_batch *b)
{
    size_t done = 0;

    while (done < b->count && give_name(b, &b->files[done]))
        done++;
    if (done < b->count && errno == EEXIST)
        name_taken(b, &b->files[done]);
    else if (done < b->count)
        not_written(b, errno);
    if (done)
        store_keep_names(&b->store);
    return done;
}

size_t store_batch_commit(struct store_batch *b)
{
    int error = bring_to_disk(b);
    size_t done = 0;

    if (error)
        not_written(b, error);
    else
        done = give_names(b);
    throw_away(b, done);
    return done;
}

void store_batch_close(struct store_batch *b)
{
    if (!b)
        return;
    throw_away(b, 0);
    if (b->store.lock >= 0)
        close(b->store.lock);
    if (b->store.directory >= 0)
        close(b->store.directory);
    free(b->store.path);
    free(b->store.name);
    free(b->store.temporary);
    free(b);
}
