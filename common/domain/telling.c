#include "domain/telling.h"
#include "base/text.h"

#include <stdlib.h>

enum { DAYS_MOST = (1 << 24) - 1 };

/* ---- words ---- */

uint32_t telling_woord(struct telling *t, struct text word)
{
    uint32_t *number;

    if (!t->word_count) {
        mem_grow(&t->words, &t->word_capacity, 1, sizeof *t->words);
        t->words[t->word_count++] = TEXT("");
    }
    if (!word.n)
        return GEEN_WOORD;
    number = lookup_value(&t->word_numbers, text_hash(word));
    if (*number)
        return *number;
    mem_grow(&t->words, &t->word_capacity, t->word_count + 1, sizeof *t->words);
    t->words[t->word_count] = arena_text(&t->arena, word);
    *number = (uint32_t)t->word_count++;
    return *number;
}

/* ---- cells ---- */

/* Different numbers give different ones (an odd factor turns 64 bits into 64 others), spread over
 * all bits; never 0. */
static uint64_t spread(uint64_t n)
{
    n = (n + 1) * 0x9E3779B97F4A7C15U;
    return n ^ n >> 32;
}

/* The way back: the factor here is the other's inverse. */
static uint64_t gather(uint64_t n)
{
    return (n ^ n >> 32) * 0xF1DE83E19937733DU - 1;
}

/* 12 bits of measures, 4 of groupings, 24 of each word: more than any report has. */
static uint64_t key_of(uint32_t maat, uint32_t groepering, uint32_t groep, uint32_t rij)
{
    return (uint64_t)maat << 52 | (uint64_t)groepering << 48 | (uint64_t)groep << 24 | rij;
}

static struct cel *cel_of(struct telling *t, uint32_t maat, uint32_t groepering, uint32_t groep,
                          uint32_t rij)
{
    uint64_t key = spread(key_of(maat, groepering, groep, rij));
    uint32_t *behind = lookup_value(&t->places, key);

    if (*behind)
        return &t->cellen[*behind - 1];
    mem_grow(&t->cellen, &t->capacity, t->count + 1, sizeof *t->cellen);
    t->cellen[t->count++] =
        (struct cel){.maat = maat, .groepering = groepering, .groep = groep, .rij = rij};
    *behind = (uint32_t)t->count;
    return &t->cellen[t->count - 1];
}

static struct cel *add(struct telling *t, uint32_t maat, uint32_t groepering, uint32_t groep,
                       uint32_t rij, uint64_t n)
{
    struct cel *cel = cel_of(t, maat, groepering, groep, rij);

    cel->aantal += n;
    if (n && cel->dossier != t->dossiers) {
        cel->dossier = t->dossiers;
        mem_grow(&t->touched, &t->touched_capacity, t->touched_count + 1, sizeof *t->touched);
        t->touched[t->touched_count++] = (uint32_t)(cel - t->cellen);
    }
    return cel;
}

void telling_tel(struct telling *t, uint32_t maat, const uint32_t *groepen, uint32_t rij,
                 uint64_t n)
{
    add(t, maat, 0, GEEN_WOORD, rij, n);
    for (uint32_t g = 0; g < t->groepering_count; g++)
        add(t, maat, g + 1, groepen[g], rij, n);
}

/* ---- days ---- */

static void add_days(struct telling *t, const struct cel *cel, uint32_t days)
{
    ++*lookup_value(&t->days, spread((uint64_t)(cel - t->cellen) << 24 | days));
}

void telling_dagen(struct telling *t, uint32_t maat, const uint32_t *groepen, uint32_t rij,
                   int64_t days)
{
    uint32_t within = days < 0 ? 0 : days > DAYS_MOST ? DAYS_MOST : (uint32_t)days;

    add_days(t, add(t, maat, 0, GEEN_WOORD, rij, 1), within);
    for (uint32_t g = 0; g < t->groepering_count; g++)
        add_days(t, add(t, maat, g + 1, groepen[g], rij, 1), within);
}

/* ---- a dossier ---- */

void telling_dossier(struct telling *t)
{
    t->dossiers++;
    t->touched_count = 0;
}

static int by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

    return (x > y) - (x < y);
}

void telling_einde(struct telling *t, struct text persoon)
{
    size_t n = t->touched_count;

    if (persoon.n && n) {
        qsort(t->touched, n, sizeof *t->touched, by_number);
        n = personen_nieuw(&t->personen, text_hash(persoon), t->touched, n);
    }
    for (size_t i = 0; i < n; i++)
        t->cellen[t->touched[i]].personen++;
}

/* ---- the end ---- */

/* qsort takes no context: what is compared stands in the element. */
struct sorted {
    struct cel cel;
    struct text groep, rij;
    uint32_t number;
};

static int by_place(const void *a, const void *b)
{
    const struct sorted *x = a, *y = b;

    if (x->cel.groepering != y->cel.groepering)
        return x->cel.groepering < y->cel.groepering ? -1 : 1;
    if (x->cel.groep != y->cel.groep)
        return text_order(x->groep, y->groep);
    if (x->cel.maat != y->cel.maat)
        return x->cel.maat < y->cel.maat ? -1 : 1;
    return text_order(x->rij, y->rij);
}

/* new_number becomes where each cell went. */
static void sort_cells(struct telling *t, uint32_t *new_number)
{
    struct sorted *list = mem_take((t->count + 1) * sizeof *list);

    for (size_t i = 0; i < t->count; i++)
        list[i] = (struct sorted){t->cellen[i], t->words[t->cellen[i].groep],
                                  t->words[t->cellen[i].rij], (uint32_t)i};
    qsort(list, t->count, sizeof *list, by_place);
    for (size_t i = 0; i < t->count; i++) {
        t->cellen[i] = list[i].cel;
        new_number[list[i].number] = (uint32_t)i;
    }
    free(list);
}

static int by_cell(const void *a, const void *b)
{
    const struct dag *x = a, *y = b;

    if (x->cel != y->cel)
        return x->cel < y->cel ? -1 : 1;
    return (x->days > y->days) - (x->days < y->days);
}

static void take_days(const struct telling *t, const uint32_t *new_number, struct geteld *into)
{
    into->dagen = mem_take((t->days.count + 1) * sizeof *into->dagen);
    into->dag_count = 0;
    for (size_t i = 0; i < t->days.capacity; i++) {
        const struct lookup_slot *slot = &t->days.slots[i];
        uint64_t key = slot->hash ? gather(slot->hash) : 0;
        if (slot->hash)
            into->dagen[into->dag_count++] =
                (struct dag){new_number[key >> 24], (uint32_t)(key & DAYS_MOST), slot->value};
    }
    qsort(into->dagen, into->dag_count, sizeof *into->dagen, by_cell);
}

void telling_sorteer(struct telling *t, struct geteld *into)
{
    uint32_t *new_number = mem_take((t->count + 1) * sizeof *new_number);

    telling_woord(t, TEXT("")); /* word 0 is there, also when nothing was counted */
    sort_cells(t, new_number);
    take_days(t, new_number, into);
    into->cellen = t->cellen;
    into->count = t->count;
    free(new_number);
}

void geteld_free(struct geteld *g)
{
    free(g->dagen);
    *g = (struct geteld){0};
}

static size_t first_dag(const struct geteld *g, uint32_t cel)
{
    size_t low = 0, high = g->dag_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (g->dagen[middle].cel < cel)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

int64_t geteld_dagen(const struct geteld *g, const struct cel *cel, unsigned per_mille)
{
    uint32_t number = (uint32_t)(cel - g->cellen);
    uint64_t all = 0, so_far = 0;
    size_t first = first_dag(g, number);

    for (size_t i = first; i < g->dag_count && g->dagen[i].cel == number; i++)
        all += g->dagen[i].times;
    for (size_t i = first; i < g->dag_count && g->dagen[i].cel == number; i++) {
        so_far += g->dagen[i].times;
        if (so_far * 1000 >= all * per_mille)
            return g->dagen[i].days;
    }
    return -1;
}

void telling_free(struct telling *t)
{
    free(t->cellen);
    lookup_free(&t->places);
    lookup_free(&t->days);
    lookup_free(&t->word_numbers);
    free(t->words);
    arena_free(&t->arena);
    personen_free(&t->personen);
    free(t->touched);
    *t = (struct telling){0};
}
