#include "domain/personen.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_CAPACITY = 64, MORE_BIT = 0x80, LOW_BITS = 0x7F };

/* ---- the table: by hash, at most 7 in 8 places taken ---- */

static size_t slot_of(const struct personen *p, uint64_t hash)
{
    size_t i = (size_t)(((hash >> 32) * p->capacity) >> 32);

    while (p->hashes[i] && p->hashes[i] != hash)
        i = i + 1 == p->capacity ? 0 : i + 1;
    return i;
}

static void grow(struct personen *p)
{
    struct personen old = *p;

    p->capacity = old.capacity ? old.capacity + old.capacity / 2 : FIRST_CAPACITY;
    p->hashes = mem_take(p->capacity * sizeof *p->hashes);
    p->at = mem_take(p->capacity * sizeof *p->at);
    memset(p->hashes, 0, p->capacity * sizeof *p->hashes);
    for (size_t i = 0; i < old.capacity; i++)
        if (old.hashes[i]) {
            size_t slot = slot_of(p, old.hashes[i]);
            p->hashes[slot] = old.hashes[i];
            p->at[slot] = old.at[i];
        }
    free(old.hashes);
    free(old.at);
}

/* ---- the cells of a person: their number, and the steps from one to the next, 7 bits a byte ----
 */

static void put_number(struct buffer *b, uint32_t n)
{
    for (; n >= MORE_BIT; n >>= 7)
        buffer_byte(b, (char)(unsigned char)((n & LOW_BITS) | MORE_BIT));
    buffer_byte(b, (char)(unsigned char)n);
}

static uint32_t take_number(const char **p)
{
    uint32_t n = 0;
    unsigned shift = 0;

    while (*(const unsigned char *)*p & MORE_BIT) {
        n |= (uint32_t)(*(const unsigned char *)(*p)++ & LOW_BITS) << shift;
        shift += 7;
    }
    return n | (uint32_t) * (const unsigned char *)(*p)++ << shift;
}

static uint32_t put_cells(struct personen *p, const uint32_t *list, size_t n)
{
    uint32_t at = (uint32_t)p->cells.n, before = 0;

    put_number(&p->cells, (uint32_t)n);
    for (size_t i = 0; i < n; i++) {
        put_number(&p->cells, list[i] - before);
        before = list[i];
    }
    return at;
}

static size_t take_cells(const struct personen *p, uint32_t at, uint32_t *list)
{
    const char *from = p->cells.p + at;
    size_t n = take_number(&from);
    uint32_t cell = 0;

    for (size_t i = 0; list && i < n; i++)
        list[i] = cell += take_number(&from);
    return n;
}

/* ---- */

/* Both lists rise. All of them come in `all`; those of `list` that `known` does not have come to
 * its front. */
static size_t merge(const uint32_t *known, size_t known_count, uint32_t *list, size_t n,
                    uint32_t *all, size_t *all_count)
{
    size_t k = 0, fresh = 0;

    *all_count = 0;
    for (size_t i = 0; i < n; i++) {
        while (k < known_count && known[k] < list[i])
            all[(*all_count)++] = known[k++];
        if (k < known_count && known[k] == list[i])
            continue;
        all[(*all_count)++] = list[i];
        list[fresh++] = list[i];
    }
    while (k < known_count)
        all[(*all_count)++] = known[k++];
    return fresh;
}

size_t personen_nieuw(struct personen *p, uint64_t hash, uint32_t *list, size_t n)
{
    uint32_t *known;
    size_t slot, known_count, all_count, fresh;

    if (p->count + 1 > p->capacity - p->capacity / 8)
        grow(p);
    slot = slot_of(p, hash);
    if (!p->hashes[slot]) {
        p->hashes[slot] = hash;
        p->at[slot] = put_cells(p, list, n);
        p->count++;
        return n;
    }
    known_count = take_cells(p, p->at[slot], NULL);
    known = mem_take((2 * known_count + n + 1) * sizeof *known);
    take_cells(p, p->at[slot], known);
    fresh = merge(known, known_count, list, n, known + known_count, &all_count);
    if (fresh)
        p->at[slot] = put_cells(p, known + known_count, all_count);
    free(known);
    return fresh;
}

bool personen_volgende(const struct personen *p, size_t *at, uint64_t *hash, uint32_t **list,
                       size_t *capacity, size_t *n)
{
    while (*at < p->capacity && !p->hashes[*at])
        ++*at;
    if (*at >= p->capacity)
        return false;
    *hash = p->hashes[*at];
    mem_grow(list, capacity, take_cells(p, p->at[*at], NULL) + 1, sizeof **list);
    *n = take_cells(p, p->at[*at], *list);
    ++*at;
    return true;
}

void personen_free(struct personen *p)
{
    free(p->hashes);
    free(p->at);
    buffer_free(&p->cells);
    *p = (struct personen){0};
}
