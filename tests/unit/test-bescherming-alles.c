/* Unit test of domain/bescherming: every true table of a few shapes, by an attacker who knows every
 * rule.
 *
 * test-bescherming-alles        what takes seconds
 * test-bescherming-alles lang   larger tables, minutes */
#include "bevolking.h"

enum { CELLS = 16 };

/* What is printed, and which values each hidden cell has in the tables that are printed so. */
struct group {
    uint64_t key;
    uint64_t values[CELLS];
};

struct shape {
    const char *name;
    size_t rijen[4], groupings;
    size_t counts, members[FAMILIE]; /* of instroom, those that there are */
    uint32_t total; /* of each atom at most; the last value of a class of rounding */
};

struct search {
    const struct shape *shape;
    struct indeling n;
    struct atoom atoms[FAMILIE];
    struct vak cells[CELLS];
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
    bescherm(beschermregels_gewoon, &s->n, s->atoms, s->shape->counts);
    struct group *g = group_of(s, key_of(s));
    for (size_t i = 0; i < s->count; i++)
        if (s->cells[i].getoond != GETOOND)
            g->values[i] |= UINT64_C(1) << s->cells[i].waarde;
    s->tables++;
}

struct range {
    uint32_t low, high;
};

/* What a cell can be by the counts before it. Persons with a traject outside the part have one: of
 * the part no more are second ones than of all. */
static struct range by_others(const struct atoom *a, size_t cell, struct range own)
{
    const struct atoom *trajecten = a->binnen[0], *persons = a->binnen[1];

    for (size_t k = 0; k < ATOOM_OUDERS; k++)
        if (a->binnen[k] && a->binnen[k]->cellen[cell].waarde < own.high)
            own.high = a->binnen[k]->cellen[cell].waarde;
    if (!persons)
        return own;
    uint32_t least = trajecten->cellen[cell].waarde + persons->cellen[cell].waarde,
             all = trajecten->binnen[0]->cellen[cell].waarde;
    if (least > all && least - all > own.low)
        own.low = least - all;
    return own;
}

static void fill(struct search *s, size_t atom, size_t grouping, size_t row, uint32_t sum,
                 size_t cell)
{
    const struct atoom *a = s->atoms + atom;
    struct range range = {0, s->shape->total};

    if (atom == s->shape->counts) {
        publish(s);
        return;
    }
    if (grouping == s->n.aantal) {
        fill(s, atom + 1, 0, 0, 0, 0);
        return;
    }
    if (row == s->n.rijen[grouping]) {
        if (grouping == 0 || sum >= a->cellen->waarde || row == 0)
            fill(s, atom, grouping + 1, 0, 0, cell);
        return;
    }
    if (grouping) {
        range.high = a->cellen->waarde - (a->opgeteld ? sum : 0);
        range.low = a->opgeteld && row + 1 == s->n.rijen[grouping] ? range.high : 0;
    }
    range = by_others(a, cell, range);
    for (uint32_t v = range.low; v <= range.high && range.low <= range.high; v++) {
        a->cellen[cell].waarde = v;
        fill(s, atom, grouping, row + 1, sum + v, cell + 1);
    }
}

static unsigned bits(uint64_t v)
{
    unsigned n = 0;

    for (; v; v &= v - 1)
        n++;
    return n;
}

/* Of the family the members; who is not there is nobody's parent. */
static void choose_atoms(struct search *s)
{
    struct atoom all[FAMILIE];

    family(all, s->cells, 0, FAMILIE);
    for (size_t i = 0; i < s->shape->counts; i++) {
        const struct atoom *member = all + s->shape->members[i];
        size_t parents = 0;
        s->atoms[i] = (struct atoom){s->cells + i * s->each, member->opgeteld, {NULL, NULL}};
        for (size_t k = 0; k < i; k++)
            for (size_t parent = 0; parent < ATOOM_OUDERS; parent++)
                if (member->binnen[parent] == all + s->shape->members[k])
                    s->atoms[i].binnen[parents++] = s->atoms + k;
    }
}

static void test_shape(struct checks *c, const struct shape *shape)
{
    struct search s = {.shape = shape, .n = {shape->rijen, shape->groupings}};
    unsigned least = 64;

    c->part = shape->name;
    s.each = indeling_cellen(&s.n);
    s.count = s.each * shape->counts;
    choose_atoms(&s);
    fill(&s, 0, 0, 0, 0, 0);
    for (size_t i = 0; i < s.room; i++)
        for (size_t k = 0; s.groups[i].key && k < s.count; k++)
            if (s.groups[i].values[k] && bits(s.groups[i].values[k]) < least)
                least = bits(s.groups[i].values[k]);
    printf("%s: %lu tables, %zu printed, at least %u values\n", shape->name, s.tables, s.used,
           least);
    check(c, least >= 5, "a hidden cell with fewer than 5 values");
    free(s.groups);
}

static const struct shape shapes[] = {
    {"2 rows", {1, 2}, 2, 1, {PERIODE}, 62},
    {"3 rows", {1, 3}, 2, 1, {PERIODE}, 62},
    {"4 rows", {1, 4}, 2, 1, {PERIODE}, 47},
    {"2 and 2 rows", {1, 2, 2}, 3, 1, {PERIODE}, 62},
    {"3 and 2 rows", {1, 3, 2}, 3, 1, {PERIODE}, 47},
    {"persons, 2 rows", {1, 2}, 2, 1, {PERIODE_PERSONEN}, 42},
    {"persons, 3 rows", {1, 3}, 2, 1, {PERIODE_PERSONEN}, 27},
    {"trajecten and persons, 2 rows", {1, 2}, 2, 2, {PERIODE, PERIODE_PERSONEN}, 32},
    {"periode and in, 2 rows", {1, 2}, 2, 2, {PERIODE, IN}, 47},
    {"periode and in, 3 rows", {1, 3}, 2, 2, {PERIODE, IN}, 27},
    {"periode, in and uit, 2 rows", {1, 2}, 2, 3, {PERIODE, IN, UIT}, 22},
    {"in of instroom, no rows", {1}, 1, 4, {PERIODE, PERIODE_PERSONEN, IN, IN_PERSONEN}, 27},
};
static const struct shape long_shapes[] = {
    {"4 rows", {1, 4}, 2, 1, {PERIODE}, 62},
    {"5 rows", {1, 5}, 2, 1, {PERIODE}, 52},
    {"3 and 3 rows", {1, 3, 3}, 3, 1, {PERIODE}, 42},
    {"4 and 2 rows", {1, 4, 2}, 3, 1, {PERIODE}, 42},
    {"2, 2 and 2 rows", {1, 2, 2, 2}, 4, 1, {PERIODE}, 47},
    {"persons, 2 and 2 rows", {1, 2, 2}, 3, 1, {PERIODE_PERSONEN}, 27},
    {"trajecten and persons, 2 rows", {1, 2}, 2, 2, {PERIODE, PERIODE_PERSONEN}, 47},
    {"trajecten and persons, 3 rows", {1, 3}, 2, 2, {PERIODE, PERIODE_PERSONEN}, 22},
    {"trajecten and persons, 2 and 2 rows", {1, 2, 2}, 3, 2, {PERIODE, PERIODE_PERSONEN}, 22},
    {"periode and in, 3 rows", {1, 3}, 2, 2, {PERIODE, IN}, 32},
    {"periode and in, 2 and 2 rows", {1, 2, 2}, 3, 2, {PERIODE, IN}, 32},
    {"periode, in and uit, 2 rows", {1, 2}, 2, 3, {PERIODE, IN, UIT}, 32},
    {"periode, in and persons of both, 2 rows",
     {1, 2},
     2,
     4,
     {PERIODE, PERIODE_PERSONEN, IN, IN_PERSONEN},
     12},
    {"instroom, no rows",
     {1},
     1,
     6,
     {PERIODE, PERIODE_PERSONEN, IN, IN_PERSONEN, UIT, UIT_PERSONEN},
     22},
};

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
    printf("%lu checks, %lu failed\n", c.done, c.failed);
    return c.failed > 0;
}
