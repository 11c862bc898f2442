/* Made-up populations for test-bescherming: trajecten of persons, counted as instroom counts them.
 */
#ifndef GESPREK_TESTS_BEVOLKING_H
#define GESPREK_TESTS_BEVOLKING_H

#include "check.h"
#include "domain/bescherming.h"

#define OP true
#define PERSONEN false
#define COUNT(a) (sizeof(a) / sizeof *(a))

/* The six counts of instroom; the first two by themselves are what the other reports have. */
enum { PERIODE, PERIODE_PERSONEN, IN, IN_PERSONEN, UIT, UIT_PERSONEN, FAMILIE };
static const char *const family_names[FAMILIE] = {
    "periode",     "periode_personen:periode",
    "in:periode",  "in_personen:in,periode_personen",
    "uit:periode", "uit_personen:uit,periode_personen",
};

/* Lays out the atoms, `each` cells for each of them. */
static inline void family(struct atoom *atoms, struct vak *cells, size_t each, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        atoms[i] = (struct atoom){cells + i * each, i % 2 == 0 ? OP : PERSONEN, {NULL, NULL}};
        if (i > 0)
            atoms[i].binnen[0] = atoms + (i % 2 ? i - 1 : PERIODE);
        if (i == IN_PERSONEN || i == UIT_PERSONEN)
            atoms[i].binnen[1] = atoms + PERIODE_PERSONEN;
    }
}

static uint64_t seed = 88172645463325252u;

static inline uint32_t below(uint32_t n)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (uint32_t)(seed >> 33) % n;
}

/* The smaller of a few, so that some rows are large and many small. */
static inline uint32_t skewed(uint32_t n, uint32_t tries)
{
    uint32_t least = below(n);

    while (tries--) {
        uint32_t other = below(n);
        if (other < least)
            least = other;
    }
    return least;
}

enum { GROUPINGS = 6 };

/* Every traject is of one person, who may have more, and is in one row of each grouping. A person
 * counts once in a row. It begins, or ends, in the period by the chance of its row in the first
 * grouping with rows, of a thousand. */
struct bevolking {
    const struct indeling *n;
    struct atoom *atoms;
    size_t count; /* of atoms: 2 or FAMILIE */
    uint32_t trajecten, persons, tries;
    uint32_t *chances; /* two for each cell */
    uint32_t *sizes;   /* of each cell, when they were chosen; NULL: rows are drawn */
    bool *seen;
};

static inline void count_cell(struct bevolking *b, size_t atom, size_t at, uint32_t who)
{
    bool *seen = b->seen + (atom / 2 * indeling_cellen(b->n) + at) * b->persons + who;

    b->atoms[atom].cellen[at].waarde++;
    b->atoms[atom + 1].cellen[at].waarde += !*seen;
    *seen = true;
}

/* The row of a traject in a grouping that begins at `from`. The groupings go through the trajecten
 * in steps of their own. */
static inline size_t row_of(const struct bevolking *b, size_t g, size_t from, uint32_t traject)
{
    static const uint32_t steps[GROUPINGS] = {1, 1, 1009, 2003, 3001, 4001};
    uint32_t place = (uint32_t)((uint64_t)traject * steps[g] % b->trajecten);
    size_t row = 0;

    if (!b->sizes)
        return skewed((uint32_t)b->n->rijen[g], b->tries);
    for (; row + 1 < b->n->rijen[g] && place >= b->sizes[from + row]; row++)
        place -= b->sizes[from + row];
    return row;
}

static inline void count_traject(struct bevolking *b, uint32_t traject)
{
    size_t cells[GROUPINGS], groupings = 0;
    uint32_t who = traject < b->persons ? traject : below(b->persons);

    for (size_t g = 0, from = 0; g < b->n->aantal; from += b->n->rijen[g++])
        if (b->n->rijen[g] > 0)
            cells[groupings++] = from + row_of(b, g, from, traject);
    for (size_t atom = 0; atom < b->count; atom += 2) {
        size_t by = cells[groupings > 1 ? 1 : 0];
        if (atom != PERIODE && below(1000) >= b->chances[2 * by + atom / 2 - 1])
            continue;
        for (size_t g = 0; g < groupings; g++)
            count_cell(b, atom, cells[g], who);
    }
}

/* Half of the populations have one chance for all rows. */
static inline void set_chances(uint32_t *chances, size_t cells)
{
    static const uint32_t list[] = {0, 30, 200, 200, 500, 800, 950, 1000};
    bool same = below(2);

    for (size_t i = 0; i < 2 * cells; i++)
        chances[i] = same && i > 1 ? chances[i - 2] : list[below(COUNT(list))];
}

static inline void populate(const struct indeling *n, struct atoom *atoms, size_t count,
                            uint32_t trajecten, uint32_t persons, uint32_t *sizes)
{
    size_t cells = indeling_cellen(n);
    struct bevolking b = {n, atoms, count, trajecten, persons, below(4), NULL, sizes, NULL};

    b.seen = calloc(FAMILIE / 2 * cells * b.persons, 1);
    b.chances = calloc(2 * cells, sizeof *b.chances);
    if (!b.seen || !b.chances)
        exit(4);
    set_chances(b.chances, cells);
    for (size_t i = 0; i < count; i++)
        memset(atoms[i].cellen, 0, cells * sizeof *atoms[i].cellen);
    for (uint32_t i = 0; i < trajecten; i++)
        count_traject(&b, i);
    free(b.seen);
    free(b.chances);
}

static inline uint32_t some_persons(uint32_t trajecten)
{
    return below(3) == 0 ? trajecten : 1 + below(trajecten);
}

/* Rows that are all rounded the same way, as far as that goes, so that their sum tells most of the
 * total, or least; and hardly anyone has two trajecten. */
static inline void populate_edges(const struct indeling *n, struct atoom *atoms, size_t count)
{
    uint32_t sizes[64], edge = below(2), trajecten = 0, few = below(4);

    for (size_t i = 0; i < indeling_cellen(n); i++) {
        sizes[i] = 10 + 5 * below(3) + (edge ? 2 : 3) - below(8) / 7;
        if (below(4) == 0)
            sizes[i] = below(12);
        if (i > 0 && i <= n->rijen[1])
            trajecten += sizes[i];
    }
    if (trajecten <= few)
        trajecten = few + 10;
    populate(n, atoms, count, trajecten, trajecten - few, sizes);
}

#endif
