/* Checks for the unit tests: silent when all is well, one line for each failure. */
#ifndef GESPREK_TESTS_CHECK_H
#define GESPREK_TESTS_CHECK_H

#include "base/mem.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct checks {
    const char *part; /* what is being tested; stands in front of each failure */
    unsigned long done;
    unsigned long failed;
};

/* After this many failures the rest is only counted. */
enum { CHECKS_SHOWN = 50 };

/* Counts one check; false when it failed and should be told about. */
static inline bool check_counted(struct checks *checks, bool ok)
{
    checks->done++;
    if (!ok)
        checks->failed++;
    return ok || checks->failed > CHECKS_SHOWN;
}

static inline void check(struct checks *checks, bool ok, const char *what)
{
    if (!check_counted(checks, ok))
        printf("%s: %s\n", checks->part, what);
}

static inline void check_number(struct checks *checks, long long got, long long want,
                                const char *what)
{
    if (!check_counted(checks, got == want))
        printf("%s: %s: %lld, want %lld\n", checks->part, what, got, want);
}

static inline void check_bytes(struct checks *checks, struct text got, const char *want,
                               const char *what)
{
    bool same = got.n == strlen(want) && (got.n == 0 || memcmp(got.p, want, got.n) == 0);

    if (!check_counted(checks, same))
        printf("%s: %s: '%.*s', want '%s'\n", checks->part, what, (int)got.n, got.n ? got.p : "",
               want);
}

/* A copy in memory of exactly n bytes, so that a sanitizer sees a read past its end. */
static inline struct text check_copy(const void *bytes, size_t n)
{
    char *copy = malloc(n);

    if (n && !copy)
        exit(4);
    if (n)
        memcpy(copy, bytes, n);
    return (struct text){copy, n};
}

static inline void check_drop(struct text copy)
{
    free((void *)(uintptr_t)copy.p);
}

/* The last line; returns the exit status. */
static inline int check_end(const struct checks *checks)
{
    printf("%lu checks, %lu failed\n", checks->done, checks->failed);
    return checks->failed ? 1 : 0;
}

#endif
