/* Unit test of domain/bescherming: by hand, and on made-up populations.
 *
 * test-bescherming
 * test-bescherming tabellen HOEVEEL N    tables and what is printed of them, for tests/aanval.py */
#include "bevolking.h"

#include <time.h>

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

/* One grouping, one cell: what each count is printed as. */
static void test_instroom(struct checks *c)
{
    static const size_t rijen[] = {1};
    struct indeling n = {rijen, 1};
    struct vak cells[FAMILIE] = {{44, 0}, {40, 0}, {21, 0}, {9, 0}, {31, 0}, {28, 0}};
    struct atoom atoms[FAMILIE];
    char got[200];

    c->part = "trajecten of a part are hidden with its persons";
    family(atoms, cells, 1, FAMILIE);
    bescherm(beschermregels_gewoon, &n, atoms, FAMILIE);
    print_cells(got, cells, FAMILIE);
    check_bytes(c, (struct text){got, strlen(got)}, "45 40 . . 30 30", "printed");
}

/* Each within the one before. */
static void test_depth(struct checks *c)
{
    enum { DEEP = ATOOM_BINNEN_MOST + 2 };
    static const size_t rijen[] = {1, 2};
    struct indeling n = {rijen, 2};
    struct vak cells[DEEP * 3];
    struct atoom atoms[DEEP];

    c->part = "within more than there is room for";
    for (size_t i = 0; i < DEEP; i++) {
        atoms[i] = (struct atoom){cells + i * 3, OP, {i ? atoms + i - 1 : NULL}};
        memcpy(atoms[i].cellen, ((struct vak[]){{60, 0}, {25, 0}, {35, 0}}), 3 * sizeof *cells);
    }
    bescherm(beschermregels_gewoon, &n, atoms, DEEP);
    for (size_t i = 0; i < DEEP * 3; i++)
        check(c, (cells[i].getoond == GETOOND) == (i / 3 <= ATOOM_BINNEN_MOST),
              "shown when it is not within too many");
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

enum { TABLE_CELLS = 32 };

/* The rows of each grouping, and then of each atom a line with what it is within and TRUE/PRINTED
 * of each cell. A grouping can have one row or none. */
static void print_table(void)
{
    size_t rijen[4] = {1, 2 + below(7), 2 + below(7), 2 + below(5)};
    struct indeling n = {rijen, 2 + below(3)};
    struct vak cells[FAMILIE * TABLE_CELLS];
    struct atoom atoms[FAMILIE];
    size_t count = below(4) ? FAMILIE : 2;
    uint32_t most = below(2) ? 60 : 240;

    if (below(8) == 0)
        rijen[1 + below((uint32_t)n.aantal - 1)] = below(3);
    family(atoms, cells, TABLE_CELLS, count);
    uint32_t trajecten =
        below(3) ? 10 + below(most) : (uint32_t)(8 + below(8)) * (uint32_t)(1 + rijen[1]);
    if (below(2))
        populate(&n, atoms, count, trajecten, some_persons(trajecten), NULL);
    else
        populate_edges(&n, atoms, count);
    bescherm(beschermregels_gewoon, &n, atoms, count);
    printf("rijen");
    for (size_t g = 0; g < n.aantal; g++)
        printf(" %zu", rijen[g]);
    printf("\n");
    for (size_t i = 0; i < count; i++)
        print_atom(family_names[i], atoms[i].cellen, indeling_cellen(&n));
}

/* What holds of every table, computed from what is printed alone: nothing small is printed, the
 * numbers are rounded, and the total less the rows that are shown leaves a hidden one at least 5
 * numbers. */
static void test_populations(struct checks *c)
{
    static const size_t rijen[] = {1, 6};
    struct indeling n = {rijen, 2};
    struct vak cells[14], *t = cells, *p = cells + 7;
    struct atoom atoms[2];

    c->part = "populations";
    family(atoms, cells, 7, 2);
    for (int times = 0; times < 20000; times++) {
        long low = 0, high = 0, hidden = 0;
        uint32_t trajecten = 10 + below(200);
        populate(&n, atoms, 2, trajecten, some_persons(trajecten), NULL);
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
    for (size_t i = 0; i < 150; i += FAMILIE) {
        family(atoms + i, all + i * cells, cells, FAMILIE);
        uint32_t trajecten = 10 + below(i % 4 ? 300 : 3000);
        populate(&n, atoms + i, FAMILIE, trajecten, some_persons(trajecten), NULL);
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
        for (long left = strtol(argv[2], NULL, 10); left > 0; left--)
            print_table();
        return 0;
    }
    test_hands(&c);
    test_personen(&c);
    test_instroom(&c);
    test_depth(&c);
    test_numbers(&c);
    test_populations(&c);
    test_speed(&c);
    printf("%lu checks, %lu failed\n", c.done, c.failed);
    return c.failed > 0;
}
