/* What reading and writing HSDS share: which column is which field. Only hsds_*.c include this. */
#ifndef GESPREK_DOMAIN_HSDS_INSIDE_H
#define GESPREK_DOMAIN_HSDS_INSIDE_H

#include "domain/hsds.h"

enum hsds_kind {
    HSDS_PLAIN,
    HSDS_LINES,       /* several values, a line each */
    HSDS_DESCRIPTION, /* needed there: the name stands in for it */
    HSDS_STATUS,      /* other words for the same */
    HSDS_ORGANIZATION,
    HSDS_SERVICE /* Bij: the id of one of those */
};

struct hsds_column {
    const char *column;
    const char *field;
    enum hsds_kind kind;
    bool old; /* of 1.1: read when the field has no value yet, not written */
};

/* A table whose rows are records. */
struct hsds_records {
    const char *table, *entity, *type;
    enum kaart_soort soort;
    const struct hsds_column *columns; /* one without a name ends them */
};
extern const struct hsds_records hsds_records[]; /* by soort; one without a table ends them */

/* A table whose rows are values of a field of a record. */
struct hsds_values {
    const char *table, *field;
    const char *column, *old; /* the value; in 1.1, or when it is empty */
    const char
        *links[KAART_CONTACT + 1]; /* by soort: the column with the record's id; NULL: none */
};
extern const struct hsds_values hsds_values[];

/* The columns of a table in version 3.0 as far as we fill them, separated by blanks; NULL: a table
 * that we only keep. */
const char *hsds_standard(struct text table);

/* The status in the words of HSDS for ours, and the other way round; empty: none. */
struct text hsds_status(struct text ours);
struct text hsds_status_of(struct text theirs);

/* A Kolom: `column value`. */
void hsds_split(struct text kolom, struct text *column, struct text *value);

extern const char hsds_taxonomy[];   /* "gesprek" */
extern const char hsds_agreement[];  /* the link_type of a Convenant */
extern const char hsds_key_column[]; /* our key, where the id is another */

#endif
