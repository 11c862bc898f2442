/* The checks on one record by itself: names, glue, first fields, values. */
#ifndef GESPREK_JOURNAL_INSPECT_H
#define GESPREK_JOURNAL_INSPECT_H

#include "journal/dossier.h"

struct inspection {
    const struct schema *schema;
    struct diag *diag;
    const char *file;
    struct text dossier; /* the one under way: its id has been looked at */
    bool findings;       /* report findings too */
    bool loose;          /* records outside a dossier are what is read, and those of one are not */
    uint64_t day_head;   /* the ten bytes of the day that was read last, and what it is */
    uint16_t day_tail;
    date day;
};

struct inspected {
    struct record record; /* place.file is the inspection's */
    struct text dossier;  /* empty: missing */
    bool outside;         /* not of a dossier (with `loose`: of one): to be passed over */
    bool failed;          /* an error was reported */
};

/* Fills in field ids, trims structured values, turns old words into new ones. `problems` are those
 * of the scan. */
struct inspected inspect(struct inspection *in, struct rec_field *fields,
                         const struct rec_record *rec, const struct rec_problem *problems);

#endif
