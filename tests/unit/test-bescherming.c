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
    bescherm(beschermregels_gewoon, &s->n, s->atoms, s->shape->atoms);
    struct group *g = group_of(s, key_of(s));
    for (size_t i = 0; i < s->count; i++)
        if (s->cells[i].getoond != GETOOND)
            g->values[i] |= UINT64_C(1) << s->cells[i].waarde;
    s->tables++;
}

static void fill(struct search *s, size_t atom, size_t grouping, size_t row, uint32_t sum,
                 size_t at)
{
    const struct shape *shape = s->shape;
    uint32_t total = s->cells[atom * s->each].waarde, low = 0,
             high = grouping ? total : shape->total;

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
                                    {i && shape->binnen ? s.atoms : NULL}};
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
    {"trajecten and personen, 2 and 2 rows", {1, 2, 2}, 3, 2, {OP, PERSONEN}, true, 22},
};
#define COUNT(a) (sizeof(a) / sizeof *(a))

static void test_shapes(struct checks *c, const struct shape *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        test_shape(c, list + i);
}

/* ---- by hand ---- */

struct hand {
    const char *name;
    size_t rijen[3], groupings;
    uint32_t waarden[8];
    const char *want; /* what is printed */
};

/* Each by its own sum: of a hidden small count every number from 0 to 9 has to stay possible. */
static const struct hand hands[] = {
    {"all large: all shown, rounded", {1, 3}, 2, {62, 13, 17, 32}, "60 15 15 30"},
    {"10, 11 and 12 are 10", {1, 3}, 2, {33, 10, 11, 12}, "35 10 10 10"},
    {"all small: the total stays", {1, 3}, 2, {12, 3, 9, 0}, "10 . . ."},
    {"nothing", {1, 2}, 2, {0, 0, 0}, ". . ."},
    {"of two rows none is left", {1, 2}, 2, {103, 98, 5}, "105 . ."},
    /* 93-97 less 58-62 and 38-42: 0 or 1. So the smallest shown is hidden as well. */
    {"the smallest goes along", {1, 3}, 2, {96, 58, 38, 0}, "95 60 . ."},
    /* 138-142 less five times 23-27: 3 or more, and a second that is hidden is at most 27 as well.
     */
    {"nothing helps but all", {1, 6}, 2, {142, 27, 27, 27, 27, 27, 7}, "140 . . . . . ."},
    /* 128-132 less five times 23-27: from 0 (-7) to 17. */
    {"the rounding hides enough", {1, 6}, 2, {130, 25, 25, 25, 25, 25, 5}, "130 25 25 25 25 25 ."},
    {"a row that is the total", {1, 1}, 2, {44, 44}, "45 45"},
    {"a grouping without rows", {1, 0}, 2, {44}, "45"},
    {"two groupings", {1, 2, 2}, 3, {44, 40, 4, 22, 22}, "45 . . 20 20"},
};

static void print_cells(char *out, struct vak *cells, size_t count)
{
    *out = 0;
    for (size_t i = 0; i < count; i++) {
        struct getal g = beschermd_getal(beschermregels_gewoon, cells[i]);
        char word[24];
        snprintf(word, sizeof word, "%lld", (long long)g.waarde);
        strcat(strcat(out, i ? " " : ""), g.verborgen ? "." : word);
    }
}

static void test_hands(struct checks *c)
{
    for (size_t i = 0; i < COUNT(hands); i++) {
        struct vak cells[8];
        struct indeling n = {hands[i].rijen, hands[i].groupings};
        struct atoom atom = {cells, OP, {NULL}};
        char got[200];
        for (size_t k = 0; k < 8; k++)
            cells[k] = (struct vak){hands[i].waarden[k], KLEIN};
        bescherm(beschermregels_gewoon, &n, &atom, 1);
        print_cells(got, cells, indeling_cellen(&n));
        c->part = hands[i].name;
        check_bytes(c, (struct text){got, strlen(got)}, hands[i].want, "printed");
    }
}

static void test_personen(struct checks *c)
{
    static const size_t rijen[] = {1, 3};
    struct indeling n = {rijen, 2};
    struct vak trajecten[] = {{96, KLEIN}, {58, KLEIN}, {38, KLEIN}, {0, KLEIN}};
    struct vak personen[] = {{70, KLEIN}, {50, KLEIN}, {30, KLEIN}, {0, KLEIN}};
    struct atoom atoms[] = {{trajecten, OP, {NULL}}, {personen, PERSONEN, {atoms}}};
    char got[200];

    c->part = "personen are hidden with their trajecten";
    bescherm(beschermregels_gewoon, &n, atoms, 2);
    print_cells(got, trajecten, 4);
    check_bytes(c, (struct text){got, strlen(got)}, "95 60 . .", "trajecten");
    print_cells(got, personen, 4);
    check_bytes(c, (struct text){got, strlen(got)}, "70 50 . .", "personen");
}

static void test_numbers(struct checks *c)
{
    struct beschermregels r = beschermregels_gewoon;
    struct getal hidden = {true, 0}, ten = {false, 10}, thirty = {false, 30};

    c->part = "numbers";
    check(c, beschermregels_geldig(r), "10 and 5");
    check(c, beschermregels_geldig((struct beschermregels){20, 10}), "20 and 10");
    check(c, !beschermregels_geldig((struct beschermregels){4, 4}), "a threshold of 4");
    check(c, !beschermregels_geldig((struct beschermregels){10, 3}), "rounded to 3");
    check(c, !beschermregels_geldig((struct beschermregels){12, 5}), "12 is no multiple of 5");
    check_number(c, getal_plus(ten, thirty).waarde, 40, "10 + 30");
    check(c, getal_plus(ten, hidden).verborgen, "10 + hidden");
    check_number(c, getal_min(r, thirty, ten).waarde, 20, "30 - 10");
    check(c, getal_min(r, hidden, ten).verborgen, "hidden - 10");
    check(c, getal_min(r, ten, thirty).verborgen, "10 - 30");
    check(c, getal_min(r, thirty, (struct getal){false, 25}).verborgen,
          "30 - 25 is too small to print");
    check_number(c, getal_aandeel(ten, thirty).waarde, 33, "10 of 30");
    check_number(c, getal_aandeel((struct getal){false, 25}, (struct getal){false, 200}).waarde, 13,
                 "12.5% is 13%");
    check(c, getal_aandeel(hidden, thirty).verborgen, "hidden of 30");
    check(c, getal_aandeel(ten, hidden).verborgen, "10 of hidden");
    check(c, getal_aandeel((struct getal){false, 0}, (struct getal){false, 0}).verborgen, "0 of 0");
}

/* ---- made-up populations ---- */

static uint64_t seed = 88172645463325252u;

static uint32_t below(uint32_t n)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (uint32_t)(seed >> 33) % n;
}

/* The smaller of a few, so that some rows are large and many small. */
static uint32_t skewed(uint32_t n, uint32_t tries)
{
    uint32_t least = below(n);

    while (tries--) {
        uint32_t other = below(n);
        if (other < least)
            least = other;
    }
    return least;
}

/* Every trajecten is of one person, who may have more, and is in one row of each grouping. A person
 * counts once a row. */
static void populate(struct indeling n, struct vak *trajecten, struct vak *personen, uint32_t count)
{
    uint32_t persons = 1 + below(count), tries = below(4);
    size_t from = 0, cells = indeling_cellen(&n);
    bool *seen = calloc(cells * (persons + 1), 1);

    if (!seen)
        exit(4);
    memset(trajecten, 0, cells * sizeof *trajecten);
    memset(personen, 0, cells * sizeof *personen);
    for (uint32_t i = 0; i < count; i++, from = 0) {
        uint32_t who = i < persons ? i : below(persons);
        for (size_t g = 0; g < n.aantal; from += n.rijen[g++]) {
            size_t at = from + skewed((uint32_t)n.rijen[g], tries);
            trajecten[at].waarde++;
            personen[at].waarde += !seen[at * persons + who];
            seen[at * persons + who] = true;
        }
    }
    free(seen);
}

static void print_atom(const char *name, const struct vak *cells, size_t count)
{
    printf("%s", name);
    for (size_t i = 0; i < count; i++) {
        struct getal g = beschermd_getal(beschermregels_gewoon, cells[i]);
        printf(" %u", cells[i].waarde);
        if (g.verborgen)
            printf("/.");
        else
            printf("/%lld", (long long)g.waarde);
    }
    printf("\n");
}

/* Three lines for each: the rows of each grouping, and TRUE/PRINTED of each cell of both atoms. */
static void print_tables(long count)
{
    while (count--) {
        size_t rijen[4] = {1, 2 + below(7), 2 + below(7), 2 + below(5)};
        struct indeling n = {rijen, 2 + below(3)};
        struct vak trajecten[CELLS * 2], personen[CELLS * 2];
        struct atoom atoms[] = {{trajecten, OP, {NULL}}, {personen, PERSONEN, {atoms}}};
        populate(n, trajecten, personen, 10 + below(below(2) ? 60 : 240));
        bescherm(beschermregels_gewoon, &n, atoms, 2);
        printf("rijen");
        for (size_t g = 0; g < n.aantal; g++)
            printf(" %zu", rijen[g]);
        printf("\n");
        print_atom("trajecten", trajecten, indeling_cellen(&n));
        print_atom("personen", personen, indeling_cellen(&n));
    }
}

/* What holds of every table, computed from what is printed alone: nothing small is printed, the
 * numbers are rounded, and the total less the rows that are shown leaves a hidden one at least 5
 * numbers. */
static void test_populations(struct checks *c)
{
    static const size_t rijen[] = {1, 6};
    struct indeling n = {rijen, 2};
    struct vak t[7], p[7];
    struct atoom atoms[] = {{t, OP, NULL}, {p, PERSONEN, atoms}};

    c->part = "populations";
    for (int times = 0; times < 20000; times++) {
        long low = 0, high = 0, hidden = 0;
        populate(n, t, p, 10 + below(200));
        bescherm(beschermregels_gewoon, &n, atoms, 2);
        for (size_t i = 0; i < 7; i++) {
            struct getal g = beschermd_getal(beschermregels_gewoon, t[i]);
            long off = (long)g.waarde - (long)t[i].waarde;
            check(c,
                  g.verborgen || (t[i].waarde >= 10 && g.waarde % 5 == 0 && off >= -2 && off <= 2),
                  "a printed number that is not the count, rounded");
            check(c, t[i].getoond == GETOOND || p[i].getoond != GETOOND,
                  "personen shown where trajecten are hidden");
            check(c, p[i].getoond != GETOOND || p[i].waarde >= 10, "a small number of personen");
            long shown_low = g.waarde == 10 ? 10 : (long)g.waarde - 2, sign = i ? -1 : 1;
            if (g.verborgen)
                hidden++;
            else {
                low += sign * (i ? (long)g.waarde + 2 : shown_low);
                high += sign * (i ? shown_low : (long)g.waarde + 2);
            }
        }
        if (hidden && t[0].getoond == GETOOND)
            check(c, high - (hidden == 1 && low > 0 ? low : 0) + 1 >= 5, "computed back");
    }
}

/* 150 counts over 5 groupings of 400 rows. */
static void test_speed(struct checks *c)
{
    static const size_t rijen[] = {1, 400, 400, 400, 400, 400};
    struct indeling n = {rijen, 6};
    size_t cells = indeling_cellen(&n);
    struct vak *all = malloc(150 * cells * sizeof *all);
    struct atoom atoms[150];
    clock_t start;

    c->part = "speed";
    if (!all)
        exit(4);
    for (size_t i = 0; i < 150; i += 2) {
        atoms[i] = (struct atoom){all + i * cells, OP, NULL};
        atoms[i + 1] = (struct atoom){all + (i + 1) * cells, PERSONEN, atoms + i};
        populate(n, atoms[i].cellen, atoms[i + 1].cellen, 10 + below(i % 3 ? 300 : 3000));
    }
    start = clock();
    bescherm(beschermregels_gewoon, &n, atoms, 150);
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    printf("150 counts, 5 groupings of 400 rows: %.3f s\n", seconds);
    check(c, seconds < 5, "slow even for a sanitizer");
    free(all);
}

int main(int argc, char **argv)
{
    struct checks c = {0};

    if (argc == 4 && strcmp(argv[1], "tabellen") == 0) {
        seed += strtoull(argv[3], NULL, 10);
        print_tables(strtol(argv[2], NULL, 10));
        return 0;
    }
    if (argc == 2 && strcmp(argv[1], "lang") == 0)
        test_shapes(&c, long_shapes, COUNT(long_shapes));
    else {
        test_hands(&c);
        test_personen(&c);
        test_numbers(&c);
        test_populations(&c);
        test_speed(&c);
        test_shapes(&c, shapes, COUNT(shapes));
    }
    printf("%lu checks, %lu failed\n", c.done, c.failed);
    return c.failed > 0;
}
