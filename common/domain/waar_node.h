/* The inside of a condition, for the three files that make, check and try one: waar_parse.c,
 * waar_value.c, waar.c. Everybody else uses waar.h. */
#ifndef GESPREK_DOMAIN_WAAR_NODE_H
#define GESPREK_DOMAIN_WAAR_NODE_H

#include "domain/waar.h"

enum node_kind { NODE_AND, NODE_OR, NODE_NOT, NODE_TEST };
enum relation {
    RELATION_IS,
    RELATION_IS_NOT,
    RELATION_LESS,
    RELATION_MORE,
    RELATION_AT_MOST,
    RELATION_AT_LEAST,
    RELATION_CONTAINS
};
enum subject {
    SUBJECT_FIELD,
    SUBJECT_DOSSIER,
    SUBJECT_FASE,
    SUBJECT_BEGIN,
    SUBJECT_LAST_CONTACT,
    SUBJECT_CLOSED
};
enum compared {
    AS_TEXT,   /* by bytes; two numbers as numbers */
    AS_WORD,   /* one of the choices */
    AS_DAY,    /* a day */
    AS_MOMENT, /* a day and a time; beside a day alone, its day counts */
    AS_NUMBER, /* a whole number, with or without a sign */
    AS_WEIGHT  /* the number in front of the words; with = also number and words together */
};

struct waar {
    enum node_kind kind;
    struct waar *left, *right;
    /* Of a test: */
    enum relation relation;
    enum subject subject;
    const struct type *type; /* NULL: any */
    name_id name;
    bool of_record; /* about the record that is asked of, not about the whole dossier */
    enum compared compared;
    struct text value;     /* in the expression, the schema, `day` or `choices` */
    char day[11];          /* a day that was said from today */
    struct buffer choices; /* AS_WORD: all words that may be meant */
};

/* Works out how the subject is compared and makes the value ready for it. False with the reason in
 * `why`: no such choice, day or number. */
bool waar_ready(struct waar *w, const struct schema *schema, date today, struct buffer *why);

/* Whether a value of the dossier fits the test; != as =, the caller turns it around. */
bool waar_fits(const struct waar *w, struct text value);

#endif
