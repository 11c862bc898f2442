/* One dossier to measure with, as a function of the seed and its number. */
#ifndef GESPREK_BENCH_MAKER_H
#define GESPREK_BENCH_MAKER_H

#include "base/mem.h"
#include "plan.h"

#include <stdint.h>

enum { RECORDS_MAX = 64 };

struct opened {
    const struct plan_type *type;
    unsigned number; /* of the key; for a Domein its place among the life domains */
};

struct maker {
    const struct plan *plan;
    uint64_t random;
    struct buffer out; /* the dossier so far; record_open makes room for a whole record */
    unsigned number;   /* of the dossier */
    char id[16];
    int day, second; /* of the record in hand, both never going back */
    struct text worker;
    unsigned used[TYPES_MAX]; /* how many keys of each type there are */
    struct opened opened[RECORDS_MAX];
    size_t opened_count;
};

/* Appends a dossier to m->out, 4 to 6 KB as a rule. m->plan is set, all else of *m may be zero. */
void make_dossier(struct maker *m, uint64_t seed, unsigned dossier);

#endif
