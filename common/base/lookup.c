#include "base/lookup.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_CAPACITY = 64 }; /* a power of two, as all capacities are */

static struct lookup_slot *place_of(const struct lookup *l, uint64_t hash)
{
    size_t at = (size_t)hash & (l->capacity - 1);

    while (l->slots[at].hash && l->slots[at].hash != hash)
        at = (at + 1) & (l->capacity - 1);
    return &l->slots[at];
}

static void grow(struct lookup *l)
{
    struct lookup old = *l;

    l->capacity = old.capacity ? old.capacity * 2 : FIRST_CAPACITY;
    l->slots = mem_take(l->capacity * sizeof *l->slots);
    memset(l->slots, 0, l->capacity * sizeof *l->slots);
    for (size_t i = 0; i < old.capacity; i++)
        if (old.slots[i].hash)
            *place_of(l, old.slots[i].hash) = old.slots[i];
    free(old.slots);
}

/* Where the hash is or comes. */
static struct lookup_slot *make_place(struct lookup *l, uint64_t hash)
{
    if (l->count * 2 >= l->capacity)
        grow(l);
    return place_of(l, hash);
}

bool lookup_put(struct lookup *l, uint64_t hash, uint32_t value)
{
    struct lookup_slot *slot = make_place(l, hash);

    if (slot->hash)
        return false;
    *slot = (struct lookup_slot){hash, value};
    l->count++;
    return true;
}

uint32_t *lookup_value_further(struct lookup *l, uint64_t hash)
{
    struct lookup_slot *slot = make_place(l, hash);

    if (!slot->hash) {
        *slot = (struct lookup_slot){hash, 0};
        l->count++;
    }
    return &slot->value;
}

void lookup_set(struct lookup *l, uint64_t hash, uint32_t value)
{
    *lookup_value(l, hash) = value;
}

const uint32_t *lookup_find(const struct lookup *l, uint64_t hash)
{
    const struct lookup_slot *slot = l->capacity ? place_of(l, hash) : NULL;

    return slot && slot->hash ? &slot->value : NULL;
}

void lookup_free(struct lookup *l)
{
    free(l->slots);
    *l = (struct lookup){0};
}
