/* The schema of dossier(5): every record type, field and choice, in the one table of schema.c.
 * Validation, templates, options, completions, the tables of dossier(5) and the recutils
 * descriptors all come out of it. */
#ifndef GESPREK_JOURNAL_SCHEMA_H
#define GESPREK_JOURNAL_SCHEMA_H

#include "base/mem.h"
#include <stdint.h>

enum kind {
    KIND_TEXT,
    KIND_DATE,         /* 2026-11-22 */
    KIND_CIVIL_MOMENT, /* 2026-11-22T14:30, local civil time */
    KIND_BOOKED,       /* 2026-02-03T11:20:05+01:00: Geboekt, Gewijzigd */
    KIND_NUMBER,       /* detail: "0-10", "1-5", "0-": least and most, decimal digits only */
    KIND_SCALE,        /* -2, -1, 0, +1, +2 */
    KIND_SCALE_TEXT,   /* the same, a blank, words */
    KIND_WEIGHT,       /* 1 to 5, a blank, words */
    KIND_YESNO,        /* ja, nee */
    KIND_CHOICE, /* detail: the choices, separated by blanks; `oud>nieuw` is an old word that reads
                    as the new one */
    KIND_REFERENCE, /* detail: the types that may be meant, separated by blanks, or `*` for all; the
                       value is a key of this dossier */
    KIND_REFERENCE_OR_TEXT, /* a key of the types in detail, or free words ("cliënt") */
    KIND_INTERVAL,          /* 4w, 10d, 3m, 1j */
    KIND_GEMEENTE           /* 4 digits (NL) or 5 (NIS, Flanders) */
};

enum {
    OPENS = 1,        /* bold in SCHEMA: required when the key is new, never emptied */
    MANY = 2,         /* may be given more than once */
    INTERN = 4,       /* i: never leaves the organisation */
    BIJZONDER = 8,    /* b: shareable with consent; only noted with a Noodzaak */
    AFGESCHERMD = 16, /* s: in no print, letter or report unless asked for by name */
    LONG = 64,        /* a text that is told, over more lines than one: prompts ask for it so */
    PEOPLE = 128, /* names of people, the client or others: others go to outsiders by initials */
    OUTSIDE = 32  /* a type that does not live in a dossier: readers of dossiers pass over it */
};

struct field {
    const char *name; /* "Bekend_bij"; NULL ends a list */
    enum kind kind;
    unsigned flags;
    const char *detail;   /* see enum kind; NULL otherwise */
    const char *question; /* what we ask a person, in plain Dutch, with "u" for the worker */
};

struct type {
    const char *name;        /* "Doel" */
    const char *letter;      /* of its keys: "D"; "" where the key is chosen by hand (Domein) */
    unsigned flags;          /* INTERN, BIJZONDER, AFGESCHERMD hold for all its fields; OUTSIDE */
    const char *plural;      /* "Doelen", the heading in a stand van zaken */
    const char *explanation; /* one plain Dutch sentence: what it is for */
    const struct field *fields;
};

/* All types in the order of SCHEMA.md; a type without a name ends the list. */
extern const struct type schema_types[];
/* The fields that every record of a dossier has: Dossier, Op, Door, Geboekt, Gewijzigd, Vervallen.
 */
extern const struct field schema_common[];

/* Fixed places in schema_common, for whoever needs one by name. */
enum {
    COMMON_DOSSIER,
    COMMON_OP,
    COMMON_DOOR,
    COMMON_BOOKED,
    COMMON_AMENDED,
    COMMON_WITHDRAWN,
    COMMON_COUNT
};

/* ---- look-ups: schema_index.c ---- */

/* Every name that the schema knows has a number, the same for a name in all types; NAME_UNKNOWN for
 * the rest. */
typedef uint16_t name_id;
#define NAME_UNKNOWN ((name_id)UINT16_MAX)

struct schema; /* the index: made once by schema_open, freed by schema_close */
struct schema *schema_open(void);
void schema_close(struct schema *s);

name_id schema_name(const struct schema *s, struct text name);
size_t schema_name_count(const struct schema *s); /* numbers are below this */
size_t schema_type_count(const struct schema *s); /* places in schema_types are below this */
const struct type *schema_type_named(const struct schema *s, name_id name); /* NULL: not a type */
const struct type *schema_type(const struct schema *s, struct text name);
/* The place of the field in `fields of type, then common`: bit numbers below 64; -1: not a field of
 * this type (NULL: only the common ones). */
int schema_field_index(const struct schema *s, const struct type *type, name_id name);
const struct field *schema_field_at(const struct schema *s, const struct type *type, int index);
const struct field *schema_field(const struct schema *s, const struct type *type, struct text name);
/* The type whose keys look so: `D12` is Doel, `TV3` Verstrekking; NULL for others. */
const struct type *schema_type_of_key(struct text key);

/* ---- values: schema_value.c ---- */

/* The choices of a field, for schema_next_choice; empty: it takes no choice of words. */
struct text schema_choices(const struct field *field);
/* Takes the next of them off *rest; an old word (`oud>nieuw`) is passed over, as it is not offered.
 */
bool schema_next_choice(struct text *rest, struct text *choice);

/* True when `value` (not empty) is a good value of the field, as far as can be seen without the
 * rest of the dossier. When not, *code becomes the message code and *advice (a C string in `into`,
 * 256 bytes) what to do. A value is trimmed first. */
bool schema_value_good(const struct field *field, struct text value);
const char *schema_value_code(const struct field *field);
const char *schema_value_advice(const struct field *field, struct text value, char into[512]);

/* For a choice, the word to write for `value`: itself, or the new word for an old one. Other kinds:
 * value, trimmed unless text. */
struct text schema_canonical(const struct field *field, struct text value);

/* A key or a dossier's id: [A-Za-z0-9][A-Za-z0-9._-]*, at most 64 bytes. */
bool schema_key_good(struct text key);

/* Bekend_bij -> bekend-bij, appended. */
void schema_option_name(struct buffer *out, const char *name);

#endif
