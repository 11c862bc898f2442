/* The inside of the schema, for schema_index.c, which makes the index, schema_value.c, which reads
 * choices, and inspect.c, which looks up every line of every dossier and cannot afford a call for
 * each field. Everybody else uses schema.h. */
#ifndef GESPREK_JOURNAL_SCHEMA_LOOKUP_H
#define GESPREK_JOURNAL_SCHEMA_LOOKUP_H

#include "journal/schema.h"
#include <string.h>

enum {
    SCHEMA_SLOTS = 1024
}; /* some 330 names: a third full, and 16 KiB stay in the nearest cache */

/* The first 16 bytes of a word as two numbers, with zeros behind a shorter one: most words of the
 * schema are no longer, and are equal when these and the length are. */
struct schema_word {
    uint64_t head, tail;
    size_t length;
};

enum { SCHEMA_WORD_SLOTS = 256 };

/* Words to find one of at once: under `factor` each has a slot of its own. The names of all types,
 * of the fields in a row, or the choices of a field. */
struct schema_words {
    const struct schema_word *list; /* and one of length 0 behind them */
    const char **rest;              /* what each has behind its first 16 bytes; NULL: nothing */
    uint64_t factor;
    uint8_t slots[SCHEMA_WORD_SLOTS]; /* a place in the list; `count` when free */
    int count;
};

/* A name's head, and its length. */
struct schema_slot {
    uint64_t head;
    uint16_t length; /* 0: free */
    name_id id;
};

/* The choices of a field: what is written for each of the words that it reads. */
struct schema_choices {
    struct schema_words reads;
    struct text *writes;
};

/* What there is to look at in a value. */
enum schema_look {
    LOOK_NOWHERE, /* text */
    LOOK_CHOICE,  /* ja and nee too */
    LOOK_DAY,
    LOOK_FORM, /* any other kind of the type's own */
    LOOK_COMMON /* and COMMON_DOSSIER, … behind it: a common field that says something of the record
                 */
};

/* What a look at one name needs. */
struct schema_place {
    uint64_t once; /* a bit of its own when there can be one of, else 0 */
    name_id id;
    uint8_t look; /* enum schema_look */
};

/* A type's fields, then the common ones. */
struct schema_row {
    struct schema_words names;
    const struct schema_place *places;
    const struct field **fields;           /* by place */
    const struct schema_choices **choices; /* by place; NULL: no choice */
    int own;                               /* fields of the type itself */
    const int8_t *index;                   /* [name_id]: the place, or -1 */
};

struct schema {
    struct schema_slot slots[SCHEMA_SLOTS];
    const char *names[SCHEMA_SLOTS]; /* by name_id */
    size_t name_count, type_count;
    const struct type **type_of_name; /* by name_id; NULL: not a type's name */
    struct schema_words types;        /* their names, in the order of schema_types */
    name_id *type_names;              /* and the numbers of those */
    struct schema_row *rows;          /* by type; the last is for no type */
    struct arena arena;
};

/* At least 16 bytes must be readable behind p. `ones` read from 16 - n on is n times 255, and then
 * zeros. */
static inline struct schema_word schema_word(const char *p, size_t n)
{
    static const unsigned char ones[32] = {255, 255, 255, 255, 255, 255, 255, 255,
                                           255, 255, 255, 255, 255, 255, 255, 255};
    const unsigned char *mask = ones + 16 - (n < 16 ? n : 16);
    struct schema_word word, keep;

    memcpy(&word.head, p, 8);
    memcpy(&word.tail, p + 8, 8);
    memcpy(&keep.head, mask, 8);
    memcpy(&keep.tail, mask + 8, 8);
    return (struct schema_word){word.head & keep.head, word.tail & keep.tail, n};
}

static inline bool schema_same_word(const struct schema_word *a, const struct schema_word *b)
{
    return !((a->head ^ b->head) | (a->tail ^ b->tail) | (a->length ^ b->length));
}

static inline size_t schema_word_slot(uint64_t factor, const struct schema_word *word)
{
    uint64_t tail = word->tail << 1 | word->tail >> 63; /* so that twice the same is not nothing */

    return (size_t)(((word->head ^ tail ^ (uint64_t)word->length << 56) * factor) >> 56);
}

/* The place of the n bytes at p among the words; words->count when they are none. At least 16 bytes
 * must be readable behind p. */
static inline int schema_place_of(const struct schema_words *words, const char *p, size_t n)
{
    struct schema_word word = schema_word(p, n);
    int at = words->slots[schema_word_slot(words->factor, &word)];

    if (!schema_same_word(&words->list[at], &word) ||
        (n > 16 && memcmp(words->rest[at], p + 16, n - 16) != 0))
        return words->count;
    return at;
}

/* schema_value.c. Splits `oud>nieuw`; a choice without an old word stands for itself. */
void schema_split_choice(struct text word, struct text *reads, struct text *writes);

#endif
