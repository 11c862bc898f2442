/* The sociale kaart: organisations, what they offer, who works there and what they agreed, as
 * records outside a dossier (dossier(5)). Each stands by itself and is what is so now: the kaart is
 * no journal. */
#ifndef GESPREK_DOMAIN_KAART_H
#define GESPREK_DOMAIN_KAART_H

#include "base/lookup.h"
#include "journal/loose.h"

enum kaart_soort {
    KAART_ORGANISATIE,
    KAART_DIENST,
    KAART_CONTACT,
    KAART_CONVENANT,
    KAART_RIJ,   /* a row of Open Referral without a place of its own */
    KAART_ANDERS /* kept, and not looked at */
};

struct kaart_item {
    enum kaart_soort soort;
    struct record record;
    struct rec_field *fields; /* decoded; the first is the type */
    size_t count;
};

/* Zero-initialise with schema and diag. */
struct kaart {
    const struct schema *schema;
    struct diag *diag;
    bool findings; /* say findings too: for check */
    struct loose **files;
    size_t file_count, file_capacity;
    struct kaart_item *items;
    size_t count, capacity;
    struct lookup keys; /* by key: a number in items */
    struct arena arena;
    bool failed; /* an error was said: that record is not among the items */
};

/* Adds what stands in a file: what is read from fd, or `content`, which is taken over. `name` is
 * for messages and must live as long as the kaart. False: it cannot be read (said). Faults in
 * records are said, and those records passed over. */
bool kaart_read(struct kaart *k, int fd, const char *name);
void kaart_take(struct kaart *k, struct buffer *content, const char *name);
void kaart_free(struct kaart *k);

/* The same for all files that the paths name; none: standard input. */
void kaart_read_all(struct kaart *k, char **paths, size_t count);

/* Where $GESPREK_KAART says that the kaart is; NULL: nowhere. */
const char *kaart_default(void);

/* How many items are on the map: not rows and other things that are only kept. */
size_t kaart_size(const struct kaart *k);

/* The item with this key; NULL: there is none. */
const struct kaart_item *kaart_find(const struct kaart *k, struct text key);

/* The first value of a field, or the empty text. All values that are not empty: start with *at = 0.
 */
struct text kaart_value(const struct kaart_item *item, const char *field);
bool kaart_next(const struct kaart_item *item, const char *field, size_t *at, struct text *value);

/* All of them with `between` between them, appended. */
void kaart_put(struct buffer *out, const struct kaart_item *item, const char *field,
               const char *between);

/* The item that Bij names; NULL: none, or not on the map. */
const struct kaart_item *kaart_bij(const struct kaart *k, const struct kaart_item *item);

/* The item itself when it has a value for the field, else the organisation that it is of, when that
 * has one; else the item. */
const struct kaart_item *kaart_met(const struct kaart *k, const struct kaart_item *item,
                                   const char *field);

/* Says what is missing: a bold field (veld-nodig) and what a key refers to (verwijzing-stuk), both
 * errors with status 1, as gesprek-check does for a dossier. */
void kaart_nakijken(const struct kaart *k);

/* Keys that were given to new records. Zero-initialise; free both. */
struct kaart_sleutels {
    struct lookup taken; /* by key */
    struct lookup last;  /* by name: the number behind the last one, so that many of one name are
                            no more work than many of different ones */
};

/* A key for a new record, out of its name: `Zes Sleutels` gives zes-sleutels, or zes-sleutels-2
 * when that is taken. In the arena; it is noted as taken. */
struct text kaart_sleutel(const struct kaart *k, struct text name, struct kaart_sleutels *sleutels,
                          struct arena *arena);

#endif
