/* The inside of the schema's index, for the two files that look up every line of every dossier:
 * schema_index.c, which makes it, and inspect.c, which cannot afford a call for each field.
 * Everybody else uses schema.h. */
#ifndef GESPREK_JOURNAL_SCHEMA_LOOKUP_H
#define GESPREK_JOURNAL_SCHEMA_LOOKUP_H

#include "journal/schema.h"
#include <string.h>

enum {
    SCHEMA_SLOTS = 1024
}; /* some 330 names: a third full, and 16 KiB stay in the nearest cache */

/* A name's first eight bytes as a number, with zeros behind a shorter one. Two names of the schema
 * are equal when these, the length and, beyond eight bytes, the rest are. */
struct schema_slot {
    uint64_t head;
    uint16_t length; /* 0: free */
    name_id id;
};

struct schema_choice {
    uint64_t head;
    struct text reads, writes;
};

/* What a look at one name needs, and no more: the rows of all types stay in the nearest cache. */
struct schema_place {
    uint64_t head, tail; /* tail: the last eight bytes of a name longer than eight */
    uint16_t length;
    name_id id;
    uint8_t kind; /* enum kind */
};

/* A type's fields, then the common ones. Every name of the row has a slot of its own under
 * `factor`. */
struct schema_row {
    const struct schema_place *places;
    const struct field **fields;          /* by place */
    const struct schema_choice **choices; /* by place: ended by one without text; NULL: no choice */
    int own, count;                       /* fields of the type itself; with the common ones */
    uint64_t once;                        /* a bit for each place that there can be one of */
    uint64_t factor;
    int8_t slots[256];   /* a place, or -1 */
    const int8_t *index; /* [name_id]: the place, or -1 */
};

struct schema {
    struct schema_slot slots[SCHEMA_SLOTS];
    const char *names[SCHEMA_SLOTS]; /* by name_id */
    size_t name_count, type_count;
    const struct type **type_of_name; /* by name_id; NULL: not a type's name */
    struct schema_row *rows;          /* by type; the last is for no type */
    struct arena arena;
};

static inline uint64_t schema_head(const char *p, size_t n)
{
    uint64_t head = 0;
    memcpy(&head, p, n < 8 ? n : 8);
    return head;
}

/* The same, for bytes with at least 8 readable behind p: one load and a mask. */
static inline uint64_t schema_head_scan(const char *p, size_t n)
{
    uint64_t head;

    memcpy(&head, p, 8);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    return n < 8 ? head & ((1ULL << (8 * n)) - 1) : head;
#else
    return schema_head(p, n);
#endif
}

static inline size_t schema_first_slot(uint64_t head, size_t length)
{
    return (size_t)(((head ^ ((uint64_t)length << 56)) * 0x9E3779B97F4A7C15U) >> 54);
}

static inline name_id schema_find(const struct schema *s, uint64_t head, const char *p, size_t n)
{
    for (size_t i = schema_first_slot(head, n); s->slots[i].length;
         i = (i + 1) & (SCHEMA_SLOTS - 1)) {
        const struct schema_slot *slot = &s->slots[i];
        if (slot->head == head && slot->length == n &&
            (n <= 8 || !memcmp(s->names[slot->id] + 8, p + 8, n - 8)))
            return slot->id;
    }
    return NAME_UNKNOWN;
}

static inline const struct schema_row *schema_row(const struct schema *s, const struct type *type)
{
    return &s->rows[type ? (size_t)(type - schema_types) : s->type_count];
}

static inline size_t schema_row_slot(uint64_t factor, uint64_t head, size_t n)
{
    return (size_t)(((head ^ ((uint64_t)n << 56)) * factor) >> 56);
}

static inline uint64_t schema_tail(const char *p, size_t n)
{
    uint64_t tail;

    memcpy(&tail, p + n - 8, 8);
    return tail;
}

/* The place of a name in the row, or -1. At least 8 bytes must be readable behind p. */
static inline int schema_place_of(const struct schema_row *row, const char *p, size_t n)
{
    uint64_t head = schema_head_scan(p, n);
    int at = row->slots[schema_row_slot(row->factor, head, n)];
    const struct schema_place *place = &row->places[at];

    if (at >= 0 && place->head == head && place->length == n &&
        (n <= 8 || (place->tail == schema_tail(p, n) &&
                    (n <= 16 || !memcmp(row->fields[at]->name + 8, p + 8, n - 16)))))
        return at;
    return -1;
}

/* The choice that `value` is, or NULL. */
static inline const struct schema_choice *schema_choose(const struct schema_choice *choices,
                                                        struct text value)
{
    uint64_t head = schema_head(value.p, value.n);

    for (; choices->reads.n; choices++)
        if (choices->head == head && choices->reads.n == value.n &&
            (value.n <= 8 || !memcmp(choices->reads.p + 8, value.p + 8, value.n - 8)))
            return choices;
    return NULL;
}

#endif
