/* Unit test of domain/gemeente: the table that the Makefile makes of gegevens/gemeenten.tsv, and
 * the way through it. Every Dutch code must end in one of the 342 codes of 2026, which stand in
 * gemeenten-2026.txt; the Makefile names that file. */
#include "check.h"
#include "base/text.h"
#include "domain/gemeente.h"

enum { VAN_2026 = 342 };
static char codes[VAN_2026 + 1][6];
static size_t codes_count;

static void read_codes(struct checks *c)
{
    FILE *file = fopen(GEMEENTEN, "r");
    char line[200];

    if (!file)
        exit(4);
    while (fgets(line, sizeof line, file) && codes_count <= VAN_2026)
        if (*line != '#')
            snprintf(codes[codes_count++], 6, "%.4s", line);
    fclose(file);
    check_number(c, (long long)codes_count, VAN_2026, "codes of 2026");
}

static bool in_2026(struct text code)
{
    for (size_t i = 0; i < codes_count; i++)
        if (text_is_string(code, codes[i]))
            return true;
    return false;
}

/* Somebody's code, the year, what it had become and whether it was divided on the way. */
static void test_cases(struct checks *c)
{
    static const struct {
        const char *code;
        int year;
        const char *want;
        bool split;
    } cases[] = {
        /* one change, on 1 January: in that year the new code holds */
        {"0003", 2020, "0003", false},
        {"0003", 2021, "1979", false},
        {"0003", 2026, "1979", false},
        /* and in the course of the year: from the next one on */
        {"0457", 2022, "0457", false},
        {"0457", 2023, "0363", false},
        {"0600", 2010, "0600", false},
        {"0600", 2011, "0599", false},
        /* from one to another: Skarsterlân, De Friese Meren, De Fryske Marren */
        {"0051", 2013, "0051", false},
        {"0051", 2014, "1921", false},
        {"0051", 2015, "1921", false},
        {"0051", 2016, "1940", false},
        /* Ubbergen, Groesbeek, Berg en Dal; Menaldumadeel, Menameradiel, Waadhoeke */
        {"0282", 2015, "0241", false},
        {"0282", 2016, "1945", false},
        {"0083", 2011, "1908", false},
        {"0083", 2026, "1949", false},
        /* divided */
        {"0788", 2020, "0788", false},
        {"0788", 2021, "0824", true},
        {"0140", 2018, "1900", true},
        {"1671", 2026, "0796", true},
        /* what never changed, a newer code than the year, and what is none */
        {"0363", 2026, "0363", false},
        {"1979", 2011, "1979", false},
        {"9999", 2026, "9999", false},
        {"003", 2026, "003", false},
        {"00033", 2026, "00033", false},
        {"", 2026, "", false},
        /* Flanders */
        {"44029", 2018, "44029", false},
        {"44029", 2019, "44084", false},
        {"44001", 2019, "44084", false},
        {"11007", 2024, "11007", false},
        {"11007", 2025, "11002", false},
        {"11002", 2025, "11002", false},
        {"11056", 2026, "46030", false},
        {"71022", 2026, "71072", false},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text code = check_copy(cases[i].code, strlen(cases[i].code));
        bool split = false;

        check_bytes(c, gemeente_in_jaar(code, cases[i].year, &split), cases[i].want, cases[i].code);
        check_number(c, split, cases[i].split, cases[i].code);
        check_drop(code);
    }
}

/* The flag is only ever raised, and may be left out. */
static void test_flag(struct checks *c)
{
    bool split = true;

    gemeente_in_jaar(TEXT("0003"), 2026, &split);
    check(c, split, "a flag that was up stays up");
    check_bytes(c, gemeente_in_jaar(TEXT("0788"), 2026, NULL), "0824", "without a flag");
}

/* From every old code on, each change is later than the one before (so no circle), and the end is a
 * code of the last year; no code of that year is in the table as an old one. */
static void test_table(struct checks *c)
{
    int last = gemeenten_laatste_jaar();
    size_t dutch = 0, flemish = 0, split = 0;

    for (size_t i = 0; i < gemeente_wijzigingen_aantal; i++) {
        const struct gemeente_wijziging *w = &gemeente_wijzigingen[i];
        struct text old = text_of(w->oud), end = gemeente_in_jaar(old, last, NULL);

        check(c, i == 0 || strcmp(gemeente_wijzigingen[i - 1].oud, w->oud) < 0, w->oud);
        check(c, w->dag >= gemeenten_eerste_jaar() * 10000 + 101, w->oud);
        check(c, w->dag <= last * 10000 + 101, w->oud);
        check_number(c, (long long)end.n, (long long)old.n, w->oud);
        check_bytes(c, gemeente_in_jaar(old, w->dag / 10000 - 1, NULL), w->oud, w->oud);
        for (size_t j = 0; j < gemeente_wijzigingen_aantal; j++)
            if (strcmp(gemeente_wijzigingen[j].oud, w->nieuw) == 0)
                check(c, gemeente_wijzigingen[j].dag > w->dag, w->oud);
        if (old.n == 4) {
            check(c, in_2026(end), w->oud);
            check(c, !in_2026(old), w->oud);
        } else {
            check(c, !text_is(end, old), w->oud);
        }
        dutch += old.n == 4;
        flemish += old.n == 5;
        split += w->gesplitst;
    }
    for (size_t i = 0; i < codes_count; i++)
        check_bytes(c, gemeente_in_jaar(text_of(codes[i]), last, NULL), codes[i], codes[i]);
    check_number(c, (long long)split, 6, "divided");
    /* 42 of the 43 Flemish gemeenten that merged: Antwerpen kept its code. */
    check_number(c, (long long)flemish, 15 + 28 - 1, "Flemish changes");
    check_number(c, (long long)dutch, 134, "Dutch changes");
}

/* Nearly every code that others went over to is there since the first of them did; these were there
 * before. (1507 is Horst aan de Maas, of 2001.) */
static bool was_there(const char *code)
{
    return code[0] == '0' || strcmp(code, "1507") == 0;
}

/* The first day of a code: of the earliest change that leads to it, 0 when it was always there. */
static int32_t born(const char *code)
{
    int32_t day = 0;

    for (size_t i = 0; i < gemeente_wijzigingen_aantal; i++) {
        const struct gemeente_wijziging *w = &gemeente_wijzigingen[i];

        if (!was_there(code) && strcmp(w->nieuw, code) == 0 && (day == 0 || w->dag < day))
            day = w->dag;
    }
    return day;
}

/* The number of gemeenten on 1 January of each year, as CBS counts them: those of 2026 and the old
 * codes of the table, as far as they had begun and had not ended. */
static void test_counts(struct checks *c)
{
    static const int counts[] = {431, 418, 415, 408, 403, 393, 390, 388, 380,
                                 355, 355, 352, 345, 342, 342, 342, 342};

    for (int year = 2010; year <= 2026; year++) {
        int32_t day = year * 10000 + 101;
        long long there = 0;

        for (size_t i = 0; i < codes_count; i++)
            there += born(codes[i]) <= day;
        for (size_t i = 0; i < gemeente_wijzigingen_aantal; i++)
            there += strlen(gemeente_wijzigingen[i].oud) == 4 &&
                     gemeente_wijzigingen[i].dag > day && born(gemeente_wijzigingen[i].oud) <= day;
        check_number(c, there, counts[year - 2010], "gemeenten in a year");
    }
}

int main(void)
{
    struct checks c = {"gemeente", 0, 0};

    read_codes(&c);
    check_number(&c, gemeenten_eerste_jaar(), 2010, "the first year");
    check_number(&c, gemeenten_laatste_jaar(), 2026, "the last year");
    test_cases(&c);
    test_flag(&c);
    test_table(&c);
    test_counts(&c);
    return check_end(&c);
}
