/* What a generated dossier is made of: the library's schema, made ready for writing fast, with how
 * often each type comes. */
#ifndef GESPREK_BENCH_PLAN_H
#define GESPREK_BENCH_PLAN_H

#include "base/mem.h"
#include "journal/schema.h"

#include <stdint.h>

enum { TYPES_MAX = 64, DAYS_MAX = 1024 };

struct words {
    const struct text *list;
    size_t count;
};

struct plan_field {
    struct text label; /* "Tekst: " */
    enum kind kind;
    unsigned flags;  /* of the schema */
    unsigned chance; /* of 256, that an opening record has it; 0: it is never written on its own */
    bool past;       /* a date from long ago */
    bool person;     /* somebody's own number; now and then that of an earlier dossier */
    unsigned least, most; /* KIND_NUMBER */
    struct words words;   /* what to choose from; none: sentences */
    uint64_t targets;     /* KIND_REFERENCE: a bit for the index of each type that may be meant */
    const struct plan_field *reason; /* the Noodzaak that goes with it, or NULL */
};

enum phase { PHASE_MIDDLE, PHASE_IN, PHASE_OUT };

struct plan_type {
    unsigned index;     /* its place in plan.types */
    struct text label;  /* "Doel: " */
    struct text letter; /* of its keys; empty: the key is a life domain */
    enum phase phase;
    unsigned weight; /* how often it comes in the middle of a dossier */
    unsigned most;   /* in one dossier */
    bool withdrawn;  /* now and then one is withdrawn: nothing refers to it */
    struct plan_field *fields;
    size_t count;
    const struct plan_field *status; /* the field that amendments like best, or NULL */
};

struct plan {
    struct plan_type
        types[TYPES_MAX]; /* those that live in a dossier, in the order of the schema */
    size_t count;
    unsigned weight; /* of all types together */
    struct words begins, goes_on, workers, domains;
    char days[DAYS_MAX][11];    /* 2026-01-01 stands at first_day, days of long ago before it */
    int first_day, last_day;    /* of what happens in a dossier */
    int summer_from, summer_to; /* the days on which summer time holds */
};

/* Lives in the arena. */
const struct plan *plan_make(struct arena *arena);

#endif
