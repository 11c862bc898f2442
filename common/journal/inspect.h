/* The checks on one record by itself: names, glue, first fields, values. */
#ifndef GESPREK_JOURNAL_INSPECT_H
#define GESPREK_JOURNAL_INSPECT_H

#include "journal/dossier.h"

/* A month that was read before: `2026-11-` as a number, the day before its first, how many days it
 * has. All zero: none. */
struct inspect_month {
    uint64_t head;
    date before;
    uint32_t days;
};

enum { INSPECT_MONTHS = 64 };

/* Zero-initialise, set the first ones. */
struct inspection {
    const struct schema *schema;
    struct diag *diag;
    const char *file;
    struct text dossier; /* the one under way: its id has been looked at */
    bool findings;       /* report findings too */
    bool loose;          /* records outside a dossier are what is read, and those of one are not */
    struct inspect_month months[INSPECT_MONTHS];
};

struct inspected {
    struct record record; /* place.file is the inspection's */
    struct text dossier;  /* empty: missing */
    bool outside;         /* not of a dossier (with `loose`: of one): to be passed over */
    bool failed;          /* an error was reported */
};

/* Fills in *out, and in the fields ids; trims structured values, turns old words into new ones.
 * `problems` are those of the scan. */
void inspect(struct inspection *in, struct rec_field *fields, const struct rec_record *rec,
             const struct rec_problem *problems, struct inspected *out);

#endif
