/* Dossiers to measure with: many, valid in every respect, the same bytes for the same seed on every
 * machine.
 *
 *   generate SIZE [SEED] >stream.rec      whole dossiers, until there are at least SIZE bytes
 *   generate --dir DIR COUNT [SEED]       COUNT files DIR/0000/2026-0000001.rec, a thousand in a
 * directory
 *
 * The fields, kinds and choices come out of the library's own schema, so that what is made here
 * cannot disagree with it. A dossier depends on the seed and its own number alone: the files of
 * --dir in order are the stream. Ids count from 1. */
#include "base/io.h"
#include "base/mem.h"
#include "maker.h"
#include "plan.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILES_IN_DIRECTORY = 1000 };

static int failed(const char *what)
{
    fprintf(stderr, "generate: %s: %s\n", what, strerror(errno));
    return 1;
}

static int make_stream(struct maker *m, uint64_t size, uint64_t seed)
{
    uint64_t written = 0;

    for (unsigned dossier = 1; written + m->out.n < size; dossier++) {
        make_dossier(m, seed, dossier);
        if (m->out.n < 1 << 18)
            continue;
        if (!io_write_all(STDOUT_FILENO, m->out.p, m->out.n))
            return failed("standard output");
        written += m->out.n;
        m->out.n = 0;
    }
    if (!io_write_all(STDOUT_FILENO, m->out.p, m->out.n) || close(STDOUT_FILENO))
        return failed("standard output");
    return 0;
}

static bool write_file(const char *path, const struct buffer *b)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);

    if (fd < 0)
        return false;
    if (!io_write_all(fd, b->p, b->n)) {
        close(fd);
        return false;
    }
    return close(fd) == 0;
}

static int make_files(struct maker *m, const char *directory, uint64_t count, uint64_t seed)
{
    char path[4096];

    if (strlen(directory) > sizeof path - 64) {
        errno = ENAMETOOLONG;
        return failed(directory);
    }
    if (mkdir(directory, 0777) && errno != EEXIST)
        return failed(directory);
    for (unsigned dossier = 1; dossier <= count; dossier++) {
        int n =
            snprintf(path, sizeof path, "%s/%04u", directory, (dossier - 1) / FILES_IN_DIRECTORY);
        if ((dossier - 1) % FILES_IN_DIRECTORY == 0 && mkdir(path, 0777) && errno != EEXIST)
            return failed(path);
        m->out.n = 0;
        make_dossier(m, seed, dossier);
        snprintf(path + n, sizeof path - (size_t)n, "/%s.rec", m->id);
        if (!write_file(path, &m->out))
            return failed(path);
    }
    return 0;
}

static bool number_of(const char *s, uint64_t *number)
{
    char *end;

    errno = 0;
    *number = strtoumax(s, &end, 10);
    return *s >= '0' && *s <= '9' && !*end && !errno;
}

int main(int argc, char **argv)
{
    struct maker m = {0};
    struct arena arena = {0};
    bool files = argc > 1 && strcmp(argv[1], "--dir") == 0;
    int at = files ? 3 : 1, result;
    uint64_t amount, seed = 1;

    if (argc <= at || argc > at + 2 || !number_of(argv[at], &amount) ||
        (argc == at + 2 && !number_of(argv[at + 1], &seed)) || (files && amount > 9999999)) {
        fputs("generate SIZE_IN_BYTES [SEED] | generate --dir DIR COUNT [SEED]\n", stderr);
        return 2;
    }
    m.plan = plan_make(&arena);
    result = files ? make_files(&m, argv[2], amount, seed) : make_stream(&m, amount, seed);
    buffer_free(&m.out);
    arena_free(&arena);
    return result;
}
