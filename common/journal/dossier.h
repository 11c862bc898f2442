/* One dossier as it was read: its records, and what they come to when they are folded. */
#ifndef GESPREK_JOURNAL_DOSSIER_H
#define GESPREK_JOURNAL_DOSSIER_H

#include "base/date.h"
#include "base/diag.h"
#include "journal/rec.h"

struct record {
    const struct type *type; /* NULL: a type that the schema does not know */
    struct text type_name, key;
    struct text raw; /* every byte from the record before to the end of its empty line, and comments
                        at the file's end */
    struct text body;    /* from its first field to the end of its last line */
    const char *end;     /* behind its empty line, or the end of the file */
    struct place place;  /* of its first field */
    date op;             /* DATE_NONE: missing or wrong */
    moment booked;       /* Geboekt or Gewijzigd; MOMENT_NONE: neither */
    bool opens;          /* has Geboekt */
    bool amends;         /* has Gewijzigd */
    bool withdraws;      /* has Vervallen, with or without a reason */
    bool closed;         /* an empty line ends it */
    bool known;          /* within --op and --geboekt-tot */
    size_t first, count; /* its fields, in dossier.fields; the first is the type */
    uint32_t thing;      /* which thing it is about, in dossier.things */
};

/* What the records of one key come to. */
struct thing {
    const struct type *type;
    struct text type_name, key;
    const struct record *opening, *latest; /* NULL: not known at this day or moment */
    struct rec_field *fields; /* of the opening record, amended; the first is the type */
    size_t count;
    bool withdrawn;        /* Vervallen */
    bool may_be_withdrawn; /* one of its records has Vervallen */
};

struct dossier {
    struct text id;
    struct rec_field *fields;
    struct record *records;
    size_t record_count;
    struct thing *things; /* in order of opening (Op, then place); those not known come last */
    size_t thing_count;
    struct arena arena;
    bool failed; /* an error was reported; only a reader that asked for those gets such a dossier */
    bool in_order;
    bool begun;         /* something of it is known within the limits */
    bool stands_alone;  /* came from one file: `place.file` holds for all records */
    struct place place; /* of the first record */
};

/* The first value of the field in the thing, empty when it has none or has been emptied. Decoded
 * into the arena. */
struct text thing_value(struct dossier *d, const struct thing *t, name_id name);

/* Goes through all values that are not empty: start with *at = 0. */
bool thing_next_value(struct dossier *d, const struct thing *t, name_id name, size_t *at,
                      struct text *value);

/* Whether two fields bear the same name. */
bool field_same_name(const struct rec_field *a, const struct rec_field *b);

/* A field's value, decoded. */
struct text field_value(struct dossier *d, struct rec_field *f);

#endif
