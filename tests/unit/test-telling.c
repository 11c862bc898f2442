/* Counting for reports: sums, people and days against a slow count of the same draws; and
 * periods. */
#include "check.h"

#include "base/text.h"
#include "domain/periode.h"
#include "domain/telling.h"

#include <stdio.h>
#include <string.h>

#define CHECK(checks, condition) check(checks, condition, #condition)

enum { DOSSIERS = 4000, MATEN = 5, GROEPEN = 7, RIJEN = 3, PERSONEN = 900, DAYS = 400 };

static uint32_t drawn = 1;

static uint32_t draw(uint32_t below)
{
    drawn = drawn * 1664525U + 1013904223U;
    return (drawn >> 8) % below;
}

/* ---- the slow count: everything that was counted, in arrays; group GROEPEN is everything ---- */

static uint64_t slow[MATEN][GROEPEN + 1][RIJEN];
static bool was_there[MATEN][GROEPEN + 1][RIJEN][PERSONEN + DOSSIERS];
static uint32_t days_of[GROEPEN + 1][DAYS];

static void count_slowly(size_t maat, size_t groep, size_t rij, size_t persoon, uint64_t n)
{
    slow[maat][groep][rij] += n;
    slow[maat][GROEPEN][rij] += n;
    if (n)
        was_there[maat][groep][rij][persoon] = was_there[maat][GROEPEN][rij][persoon] = true;
}

static uint32_t word(struct telling *t, char letter, size_t n)
{
    char text[16];

    snprintf(text, sizeof text, "%c%zu", letter, n);
    return telling_woord(t, text_of(text));
}

static void count_dossier(struct telling *t, size_t number)
{
    size_t person = draw(3) ? draw(PERSONEN) : PERSONEN + number;
    char name[16] = "";

    if (person < PERSONEN)
        snprintf(name, sizeof name, "p-%zu", person);
    telling_dossier(t);
    for (size_t times = draw(12); times; times--) {
        size_t maat = draw(MATEN - 1), groep = draw(GROEPEN), rij = draw(RIJEN);
        uint32_t groepen[] = {word(t, 'g', groep)};
        uint64_t n = draw(4);
        telling_tel(t, (uint32_t)maat, groepen, word(t, 'r', rij), n);
        count_slowly(maat, groep, rij, person, n);
    }
    if (draw(2)) {
        size_t groep = draw(GROEPEN);
        uint32_t groepen[] = {word(t, 'g', groep)}, day = draw(DAYS);
        telling_dagen(t, MATEN - 1, groepen, GEEN_WOORD, day);
        count_slowly(MATEN - 1, groep, 0, person, 1);
        days_of[groep][day]++;
        days_of[GROEPEN][day]++;
    }
    telling_einde(t, text_of(name));
}

static int64_t slow_rank(const uint32_t *times, unsigned per_mille)
{
    uint64_t all = 0, so_far = 0;

    for (size_t i = 0; i < DAYS; i++)
        all += times[i];
    for (size_t i = 0; i < DAYS; i++) {
        so_far += times[i];
        if (times[i] && so_far * 1000 >= all * per_mille)
            return (int64_t)i;
    }
    return -1;
}

static size_t number_in(struct text word, size_t otherwise)
{
    uint32_t n;

    return word.n && text_digits((struct text){word.p + 1, word.n - 1}, &n) ? n : otherwise;
}

static void check_cell(struct checks *c, const struct telling *t, const struct geteld *g,
                       const struct cel *cel)
{
    size_t groep = cel->groepering ? number_in(t->words[cel->groep], 0) : GROEPEN;
    size_t rij = number_in(t->words[cel->rij], 0);
    uint64_t people = 0;

    for (size_t i = 0; i < PERSONEN + DOSSIERS; i++)
        people += was_there[cel->maat][groep][rij][i];
    check_number(c, (long long)cel->aantal, (long long)slow[cel->maat][groep][rij], "aantal");
    check_number(c, (long long)cel->personen, (long long)people, "personen");
    if (cel->maat == MATEN - 1)
        for (unsigned per_mille = 100; per_mille <= 1000; per_mille += 100)
            check_number(c, geteld_dagen(g, cel, per_mille), slow_rank(days_of[groep], per_mille),
                         "dagen");
}

/* All of it, in so many parts that are added up: the first ones to the second, that to the third.
 */
static struct telling count_in_parts(size_t parts)
{
    struct telling sum = {.groepering_count = 1};

    memset(slow, 0, sizeof slow);
    memset(was_there, 0, sizeof was_there);
    memset(days_of, 0, sizeof days_of);
    for (size_t part = 0; part < parts; part++) {
        struct telling next = {.groepering_count = 1};
        for (size_t i = part; i < DOSSIERS; i += parts)
            count_dossier(&next, i);
        telling_voeg(&next, &sum);
        telling_free(&sum);
        sum = next;
    }
    return sum;
}

static void test_counting(struct checks *c, size_t parts)
{
    struct telling t = count_in_parts(parts);
    struct geteld g;

    c->part = parts > 1 ? "parts" : "counting";
    check_number(c, (long long)t.dossiers, DOSSIERS, "dossiers");
    telling_sorteer(&t, &g);
    check_number(c, (long long)g.count, (MATEN - 1) * (GROEPEN + 1) * RIJEN + GROEPEN + 1,
                 "cellen");
    for (size_t i = 0; i < g.count; i++)
        check_cell(c, &t, &g, &g.cellen[i]);
    for (size_t i = 1; i < g.count; i++)
        CHECK(c, g.cellen[i - 1].groepering <= g.cellen[i].groepering);
    geteld_free(&g);
    telling_free(&t);
    c->part = "nothing counted";
    telling_sorteer(&t, &g);
    CHECK(c, !g.count && !g.dag_count);
    geteld_free(&g);
    telling_free(&t);
}

static void test_periods(struct checks *c)
{
    struct periode p;

    c->part = "periods";
    CHECK(c, periode_jaar(TEXT("2026"), &p) && p.van == date_from(2026, 1, 1) &&
                 p.tot == date_from(2026, 12, 31));
    CHECK(c, periode_kwartaal(TEXT("2024Q1"), &p) && p.tot == date_from(2024, 3, 31));
    CHECK(c, periode_kwartaal(TEXT("2026q4"), &p) && p.van == date_from(2026, 10, 1));
    CHECK(c, periode_heeft(&p, p.van) && periode_heeft(&p, p.tot) &&
                 !periode_heeft(&p, p.tot + 1) && !periode_heeft(&p, DATE_NONE));
    CHECK(c, !periode_kwartaal(TEXT("2026Q5"), &p) && !periode_kwartaal(TEXT("2026-1"), &p) &&
                 !periode_jaar(TEXT("26"), &p) && !periode_jaar(TEXT("1800"), &p));
}

int main(void)
{
    struct checks c = {0};

    test_counting(&c, 1);
    test_counting(&c, 2);
    test_counting(&c, 7);
    test_periods(&c);
    return check_end(&c);
}
