/* The copies that are there already: of a program that was killed, of one that runs, of somebody
 * else. */
#include "base/io.h"
#include "base/text.h"
#include "journal/copy_inside.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { HASH_DIGITS = 16 };

/* How many entries there are but the text and what write_text began. -1: cannot be told. */
static int count_others(struct copy *c)
{
    int fd = openat(c->directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC), others = 0;
    DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
    char *temporary = store_joined(".", c->file, ".tmp");
    struct dirent *e;

    while (dir && (errno = 0, e = readdir(dir)))
        others +=
            !copy_is_dots(e->d_name) && strcmp(e->d_name, c->file) && strcmp(e->d_name, temporary);
    if (!dir || errno)
        others = -1;
    if (dir)
        closedir(dir);
    else if (fd >= 0)
        close(fd);
    free(temporary);
    return others;
}

static uint64_t was_of(const struct copy *c)
{
    return strtoull(copy_after_start(c), NULL, 16);
}

/* Nothing in it that the dossier has not: never begun, never changed, or saved and not taken away.
 * What an editor left beside it (a swap file) may hold more. */
static bool is_idle(struct copy *c, struct text now)
{
    struct buffer content = {0};
    int fd;
    bool idle;

    if (count_others(c) != 0)
        return false;
    fd = copy_open_text(c);
    if (fd < 0)
        return errno == ENOENT;
    idle = io_read_all(fd, &content, STORE_READ_LIMIT) &&
           (text_hash(buffer_view(&content)) == was_of(c) || text_is(buffer_view(&content), now));
    close(fd);
    buffer_free(&content);
    return idle;
}

static void look_at(struct store *s, const char *name, struct text now, struct copies *found)
{
    struct copy *c = copy_new(s, name);

    copy_open(c);
    if (c->state == COPY_OPEN && c->locked && is_idle(c, now)) {
        copy_remove(c);
        copy_close(c);
        return;
    }
    if (c->state == COPY_OPEN && was_of(c) != text_hash(now))
        c->state = COPY_STALE;
    mem_grow(&found->list, &found->capacity, found->count + 1, sizeof *found->list);
    found->list[found->count++] = c;
}

static int by_name(const void *a, const void *b)
{
    return strcmp((*(struct copy *const *)a)->name, (*(struct copy *const *)b)->name);
}

static bool is_copy_name(const char *name, const char *start)
{
    size_t n = strlen(start);
    return !strncmp(name, start, n) && strspn(name + n, "0123456789abcdef") == HASH_DIGITS &&
           (!name[n + HASH_DIGITS] || name[n + HASH_DIGITS] == '-');
}

bool copy_find(struct store *s, struct text now, struct copies *found)
{
    int fd = openat(s->directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC), error;
    DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
    char *start = copy_start_of_name(s);
    struct dirent *e;

    while (dir && (errno = 0, e = readdir(dir)))
        if (is_copy_name(e->d_name, start))
            look_at(s, e->d_name, now, found);
    error = errno;
    if (dir)
        closedir(dir);
    else if (fd >= 0)
        close(fd);
    free(start);
    if (found->count)
        qsort(found->list, found->count, sizeof *found->list, by_name);
    if (!error && dir)
        return true;
    diag_at(s->diag, SEVERITY_ERROR, STATUS_SYSTEM, (struct place){s->path, 0, 0}, "bestand",
            "de map van dit bestand is niet te lezen: %s", diag_errno(error));
    return false;
}

void copies_free(struct copies *found)
{
    for (size_t i = 0; i < found->count; i++)
        copy_close(found->list[i]);
    free(found->list);
    *found = (struct copies){0};
}
