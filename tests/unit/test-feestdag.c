/* Unit test of base/feestdag and base/interval. With the word `lijst` it prints every holiday of
 * 1900-2200 instead, for tests/termijnen.bats to compare with a second computation. */
#include "check.h"
#include "base/feestdag.h"
#include "base/interval.h"
#include "base/text.h"

static const struct vrije_dag own[] = {
    {LAND_NL, 20954 /* 2027-05-16 */, {"een zondag", 10}},
    {LAND_NL, 20945 /* 2027-05-07 */, {"dag na Hemelvaart", 17}}};
static const struct kalender nl = {LAND_NL, own, 2}, be = {LAND_BE, own, 2};

static date parse(const char *string)
{
    return date_parse(text_of(string));
}

static void same_day(struct checks *c, date got, const char *want, const char *what)
{
    char into[11];

    check_bytes(c, text_of(date_write(got, into)), want, what);
}

/* From the calendars of those years. */
static void test_holidays(struct checks *c)
{
    static const struct {
        const char *day;
        enum land land;
        const char *name; /* empty: none */
    } cases[] = {{"2026-04-03", LAND_NL, "Goede Vrijdag"},
                 {"2026-04-03", LAND_BE, ""},
                 {"2026-04-05", LAND_NL, "Eerste Paasdag"},
                 {"2026-04-06", LAND_BE, "Tweede Paasdag"},
                 {"2026-05-14", LAND_BE, "Hemelvaartsdag"},
                 {"2026-05-25", LAND_NL, "Tweede Pinksterdag"},
                 {"2026-05-15", LAND_NL, ""},
                 {"2026-12-26", LAND_NL, "Tweede Kerstdag"},
                 {"2026-12-26", LAND_BE, ""},
                 {"2026-05-01", LAND_NL, ""},
                 {"2026-05-01", LAND_BE, "Dag van de Arbeid"},
                 {"2026-07-21", LAND_BE, "Nationale feestdag"},
                 {"2026-11-11", LAND_BE, "Wapenstilstand"},
                 {"2026-11-11", LAND_NL, ""},
                 /* The earliest Easter there can be in these years but for 1818, and the latest. */
                 {"2008-03-24", LAND_NL, "Tweede Paasdag"},
                 {"2038-04-26", LAND_NL, "Tweede Paasdag"},
                 {"2008-05-01", LAND_NL, "Hemelvaartsdag"},
                 /* 27 April is a Sunday in 2014, 2025 and 2031. */
                 {"2014-04-26", LAND_NL, "Koningsdag"},
                 {"2014-04-27", LAND_NL, ""},
                 {"2025-04-26", LAND_NL, "Koningsdag"},
                 {"2026-04-27", LAND_NL, "Koningsdag"},
                 {"2013-04-30", LAND_NL, "Koninginnedag"},
                 {"2014-04-30", LAND_NL, ""},
                 /* 30 April 2006 was a Sunday, kept on the 29th; 30 April 1978 on 1 May. */
                 {"2006-04-29", LAND_NL, "Koninginnedag"},
                 {"2006-04-30", LAND_NL, ""},
                 {"1978-05-01", LAND_NL, "Koninginnedag"},
                 {"1948-08-31", LAND_NL, "Koninginnedag"},
                 {"1990-05-05", LAND_NL, "Bevrijdingsdag"},
                 {"2026-05-05", LAND_NL, "Bevrijdingsdag"},
                 {"1989-05-05", LAND_NL, ""},
                 {"1985-05-05", LAND_NL, "Bevrijdingsdag"},
                 {"1945-05-05", LAND_NL, ""}};

    c->part = "holidays";
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_bytes(c, text_of(feestdag(cases[i].land, parse(cases[i].day))), cases[i].name,
                    cases[i].day);
    check(c, !feestdag(LAND_NL, DATE_NONE), "no day");
    check(c, pasen(1899) == DATE_NONE && pasen(2201) == DATE_NONE, "no year");
    check(c, pasen(INT32_MIN) == DATE_NONE, "the least year");
}

static void test_workdays(struct checks *c)
{
    c->part = "working days";
    same_day(c, werkdag_vanaf(&nl, parse("2026-11-20")), "2026-11-20", "a Friday");
    same_day(c, werkdag_vanaf(&nl, parse("2026-11-21")), "2026-11-23", "a Saturday");
    same_day(c, werkdag_vanaf(&nl, parse("2026-04-03")), "2026-04-07", "Easter");
    same_day(c, werkdag_vanaf(&be, parse("2026-04-03")), "2026-04-03", "Easter, Belgium");
    same_day(c, werkdag_vanaf(&be, parse("2026-04-04")), "2026-04-07", "Easter, Belgium");
    same_day(c, werkdag_vanaf(&nl, parse("2026-12-25")), "2026-12-28", "Christmas");
    same_day(c, werkdag_vanaf(&nl, parse("2027-05-06")), "2027-05-10", "own day");
    same_day(c, werkdag_vanaf(&be, parse("2027-05-07")), "2027-05-07", "own day elsewhere");
    same_day(c, werkdag_na(&nl, parse("2026-11-20"), 1), "2026-11-23", "one after Friday");
    same_day(c, werkdag_na(&nl, parse("2026-11-21"), 1), "2026-11-23", "one after Saturday");
    same_day(c, werkdag_na(&nl, parse("2026-12-23"), 3), "2026-12-29", "three after Wednesday");
    same_day(c, werkdag_vanaf(&nl, parse("2200-12-27")), "2200-12-29", "the end of the calendar");
    same_day(c, werkdag_na(&nl, parse("2200-12-31"), 1), "", "beyond it");
    check_bytes(c, geen_werkdag(&nl, parse("2027-05-16")), "zondag", "Sunday before own day");
    check_bytes(c, geen_werkdag(&nl, parse("2027-05-07")), "dag na Hemelvaart", "own day");
    check(c, land_of(TEXT("0356")) == LAND_NL && land_of(TEXT("44021")) == LAND_BE, "land_of");
    check(c, land_of(TEXT("")) == LAND_NL, "land_of nothing");
}

static void test_intervals(struct checks *c)
{
    static const struct {
        const char *from, *every;
        int times;
        const char *want;
    } cases[] = {{"2026-01-31", "1m", 1, "2026-02-28"},
                 {"2026-01-31", "1m", 2, "2026-03-31"},
                 {"2024-02-29", "1j", 1, "2025-02-28"},
                 {"2024-02-29", "1j", 4, "2028-02-29"},
                 {"2026-03-28", "1d", 1, "2026-03-29"},
                 {"2026-10-24", "1d", 1, "2026-10-25"},
                 {"2026-02-03", "6w", 1, "2026-03-17"},
                 {"2026-01-01", "4w", 3, "2026-03-26"},
                 {"2026-03-31", "1m", -1, "2026-02-28"},
                 {"2026-02-03", "4w", 0, "2026-02-03"},
                 {"2200-12-01", "6w", 1, ""},
                 {"2026-02-03", "0d", 1, ""},
                 {"2026-02-03", "w", 1, ""},
                 {"2026-02-03", "6x", 1, ""},
                 {"2026-02-03", " 6w ", 1, "2026-03-17"},
                 {"2026-02-03", "3601m", 1, ""},
                 {"2026-02-03", "3600m", 2147483647, ""}};
    struct buffer b = {0};

    c->part = "intervals";
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        same_day(c, interval_after(parse(cases[i].from), text_of(cases[i].every), cases[i].times),
                 cases[i].want, cases[i].every);
    check(c, interval_after(DATE_NONE, TEXT("6w"), 1) == DATE_NONE, "from no day");
    interval_in_words(&b, TEXT("6w"));
    interval_in_words(&b, TEXT("1m"));
    interval_in_words(&b, TEXT("15j"));
    interval_in_words(&b, TEXT("x"));
    check_bytes(c, buffer_view(&b), "6 weken1 maand15 jaar", "in words");
    buffer_free(&b);
}

/* The quick way against one step at a time, for every start of four years. */
static void test_repeats(struct checks *c)
{
    static const char *const all[] = {"1d", "10d", "4w", "1m", "3m", "1j"};
    date from = parse("2029-03-01");

    c->part = "repeats";
    for (date first = parse("2023-01-01"); first <= parse("2026-12-31"); first++)
        for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
            struct text every = text_of(all[i]);
            date want = first;
            for (int times = 1; want < from; times++)
                want = interval_after(first, every, times);
            check_number(c, interval_next(first, every, DATE_NONE, from), want, all[i]);
            check_number(c, interval_next(first, every, want, from), want, "on its last day");
            check(c, interval_next(first, every, want - 1, from) == DATE_NONE, "after its end");
        }
    same_day(c, interval_next(parse("2026-01-31"), TEXT("1m"), DATE_NONE, parse("2026-02-01")),
             "2026-02-28", "a short month");
    same_day(c, interval_next(parse("2026-01-31"), TEXT("1m"), DATE_NONE, parse("2026-03-01")),
             "2026-03-31", "the 31st again");
    same_day(c, interval_next(parse("2026-01-31"), TEXT(""), DATE_NONE, parse("2026-01-31")),
             "2026-01-31", "once");
    same_day(c, interval_next(parse("2026-01-31"), TEXT(""), DATE_NONE, parse("2026-02-01")), "",
             "once, and past");
    check(c, interval_next(DATE_NONE, TEXT("1w"), DATE_NONE, 0) == DATE_NONE, "from no day");
}

static void test_birthdays(struct checks *c)
{
    c->part = "birthdays";
    same_day(c, birthday(parse("2014-06-30"), 12), "2026-06-30", "12");
    same_day(c, birthday(parse("2008-02-29"), 12), "2020-02-29", "born on 29 February");
    same_day(c, birthday(parse("2008-02-29"), 18), "2026-03-01", "in a common year");
    same_day(c, birthday(parse("2190-01-01"), 12), "", "beyond the calendar");
    same_day(c, birthday(DATE_NONE, 12), "", "no day");
    for (date born = parse("2007-12-30"); born <= parse("2009-01-02"); born++)
        for (int age = 0; age < 30; age++) {
            check_number(c, age_on(born, birthday(born, age)), age, "on the day");
            check_number(c, age_on(born, birthday(born, age) - 1), age - 1, "the day before");
        }
    check_number(c, age_on(DATE_NONE, 0), -1, "no day");
}

static void list(void)
{
    char day[11];

    for (date d = parse("1900-01-01"); d <= parse("2200-12-31"); d++)
        for (int land = LAND_NL; land <= LAND_BE; land++)
            if (feestdag(land == LAND_NL ? LAND_NL : LAND_BE, d))
                printf("%s %s %s\n", land == LAND_NL ? "nl" : "be", date_write(d, day),
                       feestdag(land == LAND_NL ? LAND_NL : LAND_BE, d));
}

int main(int argc, char **argv)
{
    struct checks c = {0};

    if (argc > 1 && !strcmp(argv[1], "lijst")) {
        list();
        return 0;
    }
    test_holidays(&c);
    test_workdays(&c);
    test_intervals(&c);
    test_repeats(&c);
    test_birthdays(&c);
    return check_end(&c);
}
