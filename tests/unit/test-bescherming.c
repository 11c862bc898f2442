/* Unit test of domain/bescherming: by hand, and by an attacker who knows every rule.
 *
 * test-bescherming                       what takes seconds
 * test-bescherming lang                  larger tables, minutes
 * test-bescherming tabellen HOEVEEL N    tables and what is printed of them, for tests/aanval.py */
#include "check.h"
#include "domain/bescherming.h"

#include <time.h>

enum { CELLS = 16, ATOMS = 2 };

/* ---- every true table of one shape ---- */

/* What is printed, and which values each hidden cell has in the tables that are printed so. */
struct group {
    uint64_t key;
    uint64_t values[CELLS];
};

struct shape {
    const char *name;
    size_t rijen[4], groupings;
    size_t atoms;
    bool opgeteld[ATOMS], binnen; /* binnen: the second atom is within the first */
    uint32_t total;               /* of each atom at most; the last value of a class of rounding */
};

struct search {
    const struct shape *shape;
    struct indeling n;
    struct atoom atoms[ATOMS];
    struct cel cells[CELLS];
    size_t each, count; /* cells of an atom, of all */
    struct group *groups;
    size_t room, used;
    unsigned long tables;
};

static struct group *group_of(struct search *s, uint64_t key);

static void grow(struct search *s)
{
    struct group *old = s->groups;
    size_t room = s->room;

    s->room = room ? room * 2 : 1024;
    s->groups = calloc(s->room, sizeof *s->groups);
    if (!s->groups)
        exit(4);
    s->used = 0;
    for (size_t i = 0; i < room; i++)
        if (old[i].key)
            *group_of(s, old[i].key) = old[i];
    free(old);
}

static struct group *group_of(struct search *s, uint64_t key)
{
    if (s->used * 2 >= s->room)
        grow(s);
    size_t at = key % s->room;
    while (s->groups[at].key && s->groups[at].key != key)
        at = (at + 1) % s->room;
    s->used += !s->groups[at].key;
    s->groups[at].key = key;
    return s->groups + at;
}

static uint64_t key_of(const struct search *s)
{
    uint64_t key = UINT64_C(14695981039346656037);

    for (size_t i = 0; i < s->count; i++) {
        struct getal g = beschermd_getal(beschermregels_gewoon, s->cells[i]);
        uint64_t part = g.verborgen ? 0 : (uint64_t)g.waarde;
        key = (key ^ (part + 1)) * UINT64_C(1099511628211);
        key ^= key >> 29;
    }
    return key ? key : 1;
}

static void publish(struct search *s)
{
    bescherm(beschermregels_gewoon, &s->n, s->atoms, s->shape->atoms);
    struct group *g = group_of(s, key_of(s));
    for (size_t i = 0; i < s->count; i++)
        if (s->cells[i].getoond != GETOOND)
            g->values[i] |= UINT64_C(1) << s->cells[i].waarde;
    s->tables++;
}

static void fill(struct search *s, size_t atom, size_t grouping, size_t row, uint32_t sum, size_t at)
{
    const struct shape *shape = s->shape;
    uint32_t total = s->cells[atom * s->each].waarde, low = 0, high = grouping ? total : shape->total;

    if (atom == shape->atoms) {
        publish(s);
        return;
    }
    if (grouping == s->n.aantal) {
        fill(s, atom + 1, 0, 0, 0, at);
        return;
    }
    if (row == s->n.rijen[grouping]) {
        if (grouping == 0 || sum >= total)
            fill(s, atom, grouping + 1, 0, 0, at);
        return;
    }
    if (grouping && shape->opgeteld[atom]) {
        high = total - sum;
        low = row + 1 == s->n.rijen[grouping] ? high : 0;
    }
    if (atom && shape->binnen && s->cells[at - s->each].waarde < high)
        high = s->cells[at - s->each].waarde;
    for (uint32_t v = low; v <= high && low <= high; v++) {
        s->cells[at].waarde = v;
        fill(s, atom, grouping, row + 1, sum + v, at + 1);
    }
}

static unsigned bits(uint64_t v)
{
    unsigned n = 0;

    for (; v; v &= v - 1)
        n++;
    return n;
}

static void test_shape(struct checks *c, const struct shape *shape)
{
    struct search s = {.shape = shape, .n = {shape->rijen, shape->groupings}};
    unsigned least = 64;

    c->part = shape->name;
    s.each = indeling_cellen(&s.n);
    s.count = s.each * shape->atoms;
    for (size_t i = 0; i < shape->atoms; i++)
        s.atoms[i] = (struct atoom){s.cells + i * s.each, shape->opgeteld[i],
                                    i && shape->binnen ? s.atoms : NULL};
    fill(&s, 0, 0, 0, 0, 0);
    for (size_t i = 0; i < s.room; i++)
        for (size_t k = 0; s.groups[i].key && k < s.count; k++)
            if (s.groups[i].values[k] && bits(s.groups[i].values[k]) < least)
                least = bits(s.groups[i].values[k]);
    printf("%s: %lu tables, %zu printed, at least %u values\n", shape->name, s.tables, s.used, least);
    check(c, least >= 5, "a hidden cell with fewer than 5 values");
    free(s.groups);
}

#define OP true
#define PERSONEN false
static const struct shape shapes[] = {
    {"2 rows", {1, 2}, 2, 1, {OP}, false, 62},
    {"3 rows", {1, 3}, 2, 1, {OP}, false, 62},
    {"4 rows", {1, 4}, 2, 1, {OP}, false, 47},
    {"2 and 2 rows", {1, 2, 2}, 3, 1, {OP}, false, 62},
    {"3 and 2 rows", {1, 3, 2}, 3, 1, {OP}, false, 47},
    {"persons, 2 rows", {1, 2}, 2, 1, {PERSONEN}, false, 42},
    {"persons, 3 rows", {1, 3}, 2, 1, {PERSONEN}, false, 27},
    {"trajecten and personen, 2 rows", {1, 2}, 2, 2, {OP, PERSONEN}, true, 32},
};
static const struct shape long_shapes[] = {
    {"4 rows", {1, 4}, 2, 1, {OP}, false, 62},
    {"5 rows", {1, 5}, 2, 1, {OP}, false, 52},
    {"3 and 3 rows", {1, 3, 3}, 3, 1, {OP}, false, 42},
    {"4 and 2 rows", {1, 4, 2}, 3, 1, {OP}, false, 42},
    {"2, 2 and 2 rows", {1, 2, 2, 2}, 4, 1, {OP}, false, 47},
    {"persons, 2 and 2 rows", {1, 2, 2}, 3, 1, {PERSONEN}, false, 27},
    {"trajecten and personen, 2 rows", {1, 2}, 2, 2, {OP, PERSONEN}, true, 47},
    {"trajecten and personen, 3 rows", {1, 3}, 2, 2, {OP, PERSONEN}, true, 22},
};
#define COUNT(a) (sizeof(a) / sizeof *(a))

static void test_shapes(struct checks *c, const struct shape *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        test_shape(c, list + i);
}

int main(int argc, char **argv)
{
    struct checks c = {0};
    if (argc == 2 && strcmp(argv[1], "lang") == 0)
        test_shapes(&c, long_shapes, COUNT(long_shapes));
    else
        test_shapes(&c, shapes, COUNT(shapes));
    return c.failed > 0;
}
