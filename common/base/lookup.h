/* Numbers by the hash of a text (text_hash), for finding one of many at once. Two texts of the same
 * hash are taken for one: for a million of them a chance of 1 in 37 million. */
#ifndef GESPREK_BASE_LOOKUP_H
#define GESPREK_BASE_LOOKUP_H

#include "base/mem.h"
#include <stdint.h>

/* Zero-initialise. */
struct lookup {
    struct lookup_slot {
        uint64_t hash; /* 0: free */
        uint32_t value;
    } * slots;
    size_t count, capacity;
};

/* False when the hash was there already: its value stays. */
bool lookup_put(struct lookup *l, uint64_t hash, uint32_t value);

/* The same, but the value becomes this one. */
void lookup_set(struct lookup *l, uint64_t hash, uint32_t value);

/* The value of the hash, to be read and set; 0 when it comes to be there now. For who would look
 * and then put. Valid until the next that puts. */
uint32_t *lookup_value(struct lookup *l, uint64_t hash);

/* The value of the hash; NULL when it is not there. Valid until the next lookup_put. */
const uint32_t *lookup_find(const struct lookup *l, uint64_t hash);
void lookup_free(struct lookup *l);

#endif
