#include "domain/telling.h"
#include "base/text.h"

#include <stdlib.h>

enum { DAYS_MOST = (1 << 24) - 1 };

/* ---- words ---- */

static void begin_words(struct telling *t)
{
    mem_grow(&t->words, &t->word_capacity, 1, sizeof *t->words);
    t->words[t->word_count++] = TEXT("");
}

static uint32_t find_word(struct telling *t, struct text word)
{
    uint32_t *number = lookup_value(&t->word_numbers, text_hash(word));

    if (*number)
        return *number;
    mem_grow(&t->words, &t->word_capacity, t->word_count + 1, sizeof *t->words);
    t->words[t->word_count] = arena_text(&t->arena, word);
    *number = (uint32_t)t->word_count++;
    return *number;
}

uint32_t telling_woord(struct telling *t, struct text word)
{
    uint32_t *recent = &t->recent[((uintptr_t)word.p >> 2) % TELLING_RECENT];

    if (!t->word_count)
        begin_words(t);
    if (!word.n)
        return GEEN_WOORD;
    if (!text_is(t->words[*recent], word))
        *recent = find_word(t, word);
    return *recent;
}

/* ---- cells ---- */

/* 12 bits of measures, 4 of groupings, 24 of each word: more than any report has. */
static uint64_t key_of(uint32_t maat, uint32_t groepering, uint32_t groep, uint32_t rij)
{
    return (uint64_t)maat << 52 | (uint64_t)groepering << 48 | (uint64_t)groep << 24 | rij;
}

struct cel *telling_cel(struct telling *t, uint32_t maat, uint32_t groepering, uint32_t groep,
                        uint32_t rij)
{
    uint64_t key = lookup_hash(key_of(maat, groepering, groep, rij));
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
    struct cel *cel = telling_cel(t, maat, groepering, groep, rij);

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

void telling_dag(struct telling *t, const struct cel *cel, uint32_t days, uint32_t times)
{
    *lookup_value(&t->days, lookup_hash((uint64_t)(cel - t->cellen) << 24 | days)) += times;
}

void telling_dagen(struct telling *t, uint32_t maat, const uint32_t *groepen, uint32_t rij,
                   int64_t days)
{
    uint32_t within = days < 0 ? 0 : days > DAYS_MOST ? DAYS_MOST : (uint32_t)days;

    telling_dag(t, add(t, maat, 0, GEEN_WOORD, rij, 1), within, 1);
    for (uint32_t g = 0; g < t->groepering_count; g++)
        telling_dag(t, add(t, maat, g + 1, groepen[g], rij, 1), within, 1);
}

bool telling_volgende_dag(const struct telling *t, size_t *at, struct dag *dag)
{
    while (*at < t->days.capacity && !t->days.slots[*at].hash)
        ++*at;
    if (*at >= t->days.capacity)
        return false;
    const struct lookup_slot *slot = &t->days.slots[(*at)++];
    uint64_t key = lookup_number(slot->hash);
    *dag = (struct dag){(uint32_t)(key >> 24), (uint32_t)(key & DAYS_MOST), slot->value};
    return true;
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

/* Each is put in its place among those before it, which suits few numbers that are mostly in order,
 * as the cells of one dossier are. */
static void sort_numbers(uint32_t *list, size_t n)
{
    enum { FEW = 64 };

    if (n > FEW) {
        qsort(list, n, sizeof *list, by_number);
        return;
    }
    for (size_t i = 1; i < n; i++) {
        uint32_t number = list[i];
        size_t at = i;
        for (; at && list[at - 1] > number; at--)
            list[at] = list[at - 1];
        list[at] = number;
    }
}

void telling_einde(struct telling *t, struct text persoon)
{
    size_t n = t->touched_count;

    if (persoon.n && n) {
        sort_numbers(t->touched, n);
        n = personen_nieuw(&t->personen, text_hash(persoon), t->touched, n);
    }
    for (size_t i = 0; i < n; i++)
        t->cellen[t->touched[i]].personen++;
}

/* ---- two together ---- */

/* The cell of `into` for each of `from`. */
static uint32_t *add_cells(struct telling *into, const struct telling *from)
{
    uint32_t *number = mem_take((from->count + 1) * sizeof *number);
    uint32_t *words = mem_take((from->word_count + 1) * sizeof *words);

    for (size_t i = 0; i < from->word_count; i++)
        words[i] = telling_woord(into, from->words[i]);
    for (size_t i = 0; i < from->count; i++) {
        const struct cel *c = &from->cellen[i];
        struct cel *to = telling_cel(into, c->maat, c->groepering, words[c->groep], words[c->rij]);
        to->aantal += c->aantal;
        to->personen += c->personen;
        number[i] = (uint32_t)(to - into->cellen);
    }
    free(words);
    return number;
}

static void add_all_days(struct telling *into, const struct telling *from, const uint32_t *number)
{
    struct dag dag;
    size_t at = 0;

    while (telling_volgende_dag(from, &at, &dag))
        telling_dag(into, &into->cellen[number[dag.cel]], dag.days, dag.times);
}

/* Each of the cells counted the person once; where `into` had the person already, that is once too
 * many. */
static void add_personen(struct telling *into, const struct telling *from, const uint32_t *number)
{
    uint32_t *list = NULL;
    size_t capacity = 0, at = 0, n;
    uint64_t hash;

    while (personen_volgende(&from->personen, &at, &hash, &list, &capacity, &n)) {
        for (size_t i = 0; i < n; i++) {
            list[i] = number[list[i]];
            into->cellen[list[i]].personen--;
        }
        sort_numbers(list, n);
        n = personen_nieuw(&into->personen, hash, list, n);
        for (size_t i = 0; i < n; i++)
            into->cellen[list[i]].personen++;
    }
    free(list);
}

void telling_voeg(struct telling *into, const struct telling *from)
{
    uint32_t *number = add_cells(into, from);

    add_all_days(into, from, number);
    add_personen(into, from, number);
    into->dossiers += from->dossiers;
    free(number);
}

/* ---- the end ---- */

/* Each word's place among all words in byte order. qsort takes no context: the words go along. */
struct word_at {
    struct text word;
    uint32_t number;
};

static int by_word(const void *a, const void *b)
{
    return text_order(((const struct word_at *)a)->word, ((const struct word_at *)b)->word);
}

static uint32_t *word_places(const struct telling *t)
{
    struct word_at *list = mem_take((t->word_count + 1) * sizeof *list);
    uint32_t *places = mem_take((t->word_count + 1) * sizeof *places);

    for (size_t i = 0; i < t->word_count; i++)
        list[i] = (struct word_at){t->words[i], (uint32_t)i};
    qsort(list, t->word_count, sizeof *list, by_word);
    for (size_t i = 0; i < t->word_count; i++)
        places[list[i].number] = (uint32_t)i;
    free(list);
    return places;
}

/* A cell by where it comes: its grouping, the place of its group, its measure, the place of its
 * row. */
struct cel_at {
    uint64_t key;
    uint32_t number;
};

static int by_key(const void *a, const void *b)
{
    const struct cel_at *x = a, *y = b;

    return (x->key > y->key) - (x->key < y->key);
}

static struct cel_at *sorted_cells(const struct telling *t)
{
    uint32_t *places = word_places(t);
    struct cel_at *list = mem_take((t->count + 1) * sizeof *list);

    for (size_t i = 0; i < t->count; i++) {
        const struct cel *c = &t->cellen[i];
        list[i] = (struct cel_at){(uint64_t)c->groepering << 60 | (uint64_t)places[c->groep] << 36 |
                                      (uint64_t)c->maat << 24 | places[c->rij],
                                  (uint32_t)i};
    }
    qsort(list, t->count, sizeof *list, by_key);
    free(places);
    return list;
}

/* new_number becomes where each cell went. */
static void sort_cells(struct telling *t, uint32_t *new_number)
{
    struct cel_at *list = sorted_cells(t);
    struct cel *cells = mem_take((t->count + 1) * sizeof *cells);

    for (size_t i = 0; i < t->count; i++) {
        cells[i] = t->cellen[list[i].number];
        new_number[list[i].number] = (uint32_t)i;
    }
    free(list);
    free(t->cellen);
    t->cellen = cells;
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
    struct dag dag;
    size_t at = 0;

    into->dagen = mem_take((t->days.count + 1) * sizeof *into->dagen);
    into->dag_count = 0;
    while (telling_volgende_dag(t, &at, &dag)) {
        dag.cel = new_number[dag.cel];
        into->dagen[into->dag_count++] = dag;
    }
    qsort(into->dagen, into->dag_count, sizeof *into->dagen, by_cell);
}

void telling_sorteer(struct telling *t, struct geteld *into)
{
    uint32_t *new_number = mem_take((t->count + 1) * sizeof *new_number);

    telling_woord(t, TEXT("")); /* word 0 is there, also when nothing was counted */
    lookup_free(&t->places);
    personen_free(&t->personen);
    sort_cells(t, new_number);
    take_days(t, new_number, into);
    lookup_free(&t->days);
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
