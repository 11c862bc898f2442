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

/* A number as a hash: different numbers give different ones (an odd factor turns 64 bits into 64
 * others), spread over all bits; never 0 but for the greatest number. lookup_number is the way
 * back: the factor there is the other's inverse. */
static inline uint64_t lookup_hash(uint64_t n)
{
    n = (n + 1) * 0x9E3779B97F4A7C15U;
    return n ^ n >> 32;
}

static inline uint64_t lookup_number(uint64_t hash)
{
    return (hash ^ hash >> 32) * 0xF1DE83E19937733DU - 1;
}

/* False when the hash was there already: its value stays. */
bool lookup_put(struct lookup *l, uint64_t hash, uint32_t value);

/* The same, but the value becomes this one. */
void lookup_set(struct lookup *l, uint64_t hash, uint32_t value);

/* What lookup_value does when the hash is not in its first place. */
uint32_t *lookup_value_further(struct lookup *l, uint64_t hash);

/* The value of the hash, to be read and set; 0 when it comes to be there now. For who would look
 * and then put. Valid until the next that puts. Mostly one look is enough, and that is not worth a
 * call. */
static inline uint32_t *lookup_value(struct lookup *l, uint64_t hash)
{
    struct lookup_slot *first = l->slots ? &l->slots[(size_t)hash & (l->capacity - 1)] : NULL;

    return first && first->hash == hash ? &first->value : lookup_value_further(l, hash);
}

/* The value of the hash; NULL when it is not there. Valid until the next lookup_put. */
const uint32_t *lookup_find(const struct lookup *l, uint64_t hash);
void lookup_free(struct lookup *l);

#endif
