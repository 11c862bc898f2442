/* Unit test of base/date: civil dates. */
#include "check.h"
#include "base/date.h"
#include "base/text.h"

static bool leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int month_length(int year, int month)
{
    if (month == 2)
        return leap(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

static date parse(const char *string)
{
    return date_parse(text_of(string));
}

static void one_day(struct checks *c, date d, int year, int month, int day)
{
    char want[32], got[11];
    int y, m, n;

    snprintf(want, sizeof want, "%04d-%02d-%02d", year, month, day);
    check_number(c, date_from(year, month, day), d, want);
    check_number(c, parse(want), d, want);
    check_bytes(c, text_of(date_write(d, got)), want, "date_write");
    date_split(d, &y, &m, &n);
    check(c, y == year && m == month && n == day, want);
}

/* Walks the calendar by the rules of the calendar, one day at a time. 1 January 1900 was a Monday,
 * 25567 days before 1970. */
static void test_every_day(struct checks *c)
{
    date d = -25567;
    int weekday = 1;

    c->part = "every day";
    for (int year = 1900; year <= 2200; year++)
        for (int month = 1; month <= 12; month++)
            for (int day = 1; day <= month_length(year, month); day++) {
                one_day(c, d, year, month, day);
                check_number(c, date_weekday(d), weekday, "weekday");
                weekday = weekday % 7 + 1;
                d++;
            }
    check_number(c, date_from(1970, 1, 1), 0, "1970");
    check_number(c, date_weekday(date_from(2026, 11, 22)), 7, "22 November 2026 is a Sunday");
}

static void test_days_that_are_not(struct checks *c)
{
    c->part = "no such day";
    for (int year = 1890; year <= 2210; year++)
        for (int month = 0; month < 100; month++)
            for (int day = 0; day < 100; day++) {
                bool exists = year >= 1900 && year <= 2200 && month >= 1 && month <= 12 &&
                              day >= 1 && day <= month_length(year, month);
                char string[40];

                if (exists)
                    continue;
                snprintf(string, sizeof string, "%04d-%02d-%02d", year, month, day);
                check(c, parse(string) == DATE_NONE, string);
                check(c, date_from(year, month, day) == DATE_NONE, string);
            }
    check(c, date_from(INT32_MAX, INT32_MAX, INT32_MAX) == DATE_NONE, "the greatest");
    check(c, date_from(INT32_MIN, INT32_MIN, INT32_MIN) == DATE_NONE, "the least");
    check(c, date_from(2026, 13 - 256, 1) == DATE_NONE, "a month below zero");
}

/* Every byte at every place: only digits where digits belong, and hyphens. */
static void test_every_byte(struct checks *c)
{
    c->part = "every byte in a date";
    for (size_t at = 0; at < 10; at++)
        for (int byte = 0; byte < 256; byte++) {
            char string[] = "2026-11-22";
            bool digit = byte >= '0' && byte <= '9';
            struct text copy;
            date d;

            string[at] = (char)byte;
            copy = check_copy(string, 10);
            d = date_parse(copy);
            if (at == 4 || at == 7 ? byte != '-' : !digit)
                check(c, d == DATE_NONE, "a wrong byte is refused");
            else if (at == 3 || at == 9)
                check(c, d != DATE_NONE, "another digit is accepted");
            check_drop(copy);
        }
}

static void test_other_lengths(struct checks *c)
{
    static const char *const wrong[] = {"",
                                        "2026",
                                        "2026-1-5",
                                        "26-01-05",
                                        "2026-11-2",
                                        " 2026-11-22",
                                        "2026-11-22 ",
                                        "2026-11-222",
                                        "2026/11/22",
                                        "22-11-2026",
                                        "20261122",
                                        "2026-11-2x",
                                        "+026-11-22",
                                        "2026-11--2",
                                        "2026-W47-7",
                                        "2026-326",
                                        "-----------",
                                        "2026-02-29",
                                        "2026-02-31",
                                        "1900-02-29"};
    static const char around[] = "12026-11-221";

    c->part = "other lengths";
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct text copy = check_copy(wrong[i], strlen(wrong[i]));
        check(c, date_parse(copy) == DATE_NONE, wrong[i]);
        check_drop(copy);
    }
    for (size_t from = 0; from < sizeof around; from++)
        for (size_t to = from; to < sizeof around; to++) {
            struct text copy = check_copy(around + from, to - from);
            check(c, (date_parse(copy) != DATE_NONE) == (from == 1 && to == 11), "cut");
            check_drop(copy);
        }
    check(c, date_parse((struct text){NULL, 0}) == DATE_NONE, "nothing");
}

static date parse_local(const char *string)
{
    struct text copy = check_copy(string, strlen(string));
    date d = date_parse_local(copy);

    check_drop(copy);
    return d;
}

/* Every day and a few that are not, in every form: day first, whatever the numbers. */
static void test_local(struct checks *c)
{
    static const char *const forms[] = {"%02d-%02d-%04d", "%d-%d-%04d",   "%02d/%02d/%04d",
                                        "%d/%d/%04d",     "%d.%02d.%04d", "%02d.%d.%04d"};
    char string[40];

    c->part = "local";
    for (int year = 1899; year <= 2201; year++)
        for (int month = 0; month <= 13; month++)
            for (int day = 0; day <= 32; day++)
                for (size_t f = 0; f < sizeof forms / sizeof *forms; f++) {
                    snprintf(string, sizeof string, forms[f], day, month, year);
                    check_number(c, parse_local(string), date_from(year, month, day), string);
                }
    check_number(c, parse_local("2026-11-22"), date_from(2026, 11, 22), "ISO");
    check_number(c, parse_local("03/04/2026"), date_from(2026, 4, 3), "the third of April");
}

static void test_local_refused(struct checks *c)
{
    static const char *const wrong[] = {"",
                                        "22",
                                        "22-11",
                                        "22-11-",
                                        "22-11-26",
                                        "22-11-026",
                                        "22-11-20266",
                                        "022-11-2026",
                                        "22-011-2026",
                                        "22-11-2026 ",
                                        " 22-11-2026",
                                        "22 11 2026",
                                        "22-11/2026",
                                        "22/11-2026",
                                        "22.11/2026",
                                        "22--11-2026",
                                        "-22-11-2026",
                                        "22-11--2026",
                                        "11/22/2026",
                                        "2026/11/22",
                                        "2026.11.22",
                                        "2026-22-11",
                                        "2026-1-5",
                                        "22-nov-2026",
                                        "22112026",
                                        "31-02-2026",
                                        "29-2-2026",
                                        "29-02-1900",
                                        "0-1-2026",
                                        "1-0-2026",
                                        "22:11:2026",
                                        "22-11-2026x",
                                        "x2-11-2026",
                                        "vandaag",
                                        "+6w",
                                        "22-11-2026T",
                                        "22,11,2026",
                                        "22\\11\\2026",
                                        "22-11-2O26",
                                        "32-12-2026",
                                        "31-12-1899",
                                        "1-1-2201"};

    c->part = "local refused";
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        check(c, parse_local(wrong[i]) == DATE_NONE, wrong[i]);
    check(c, date_parse_local((struct text){NULL, 0}) == DATE_NONE, "nothing");
}

/* Every byte at every place, and every piece. */
static void test_local_damaged(struct checks *c)
{
    static const char good[] = "22-11-2026";
    size_t n = sizeof good - 1;

    c->part = "local damaged";
    for (size_t at = 0; at < n; at++)
        for (int byte = 0; byte < 256; byte++) {
            bool digit = byte >= '0' && byte <= '9', separator = at == 2 || at == 5;
            struct text copy = check_copy(good, n);

            ((char *)(uintptr_t)copy.p)[at] = (char)byte;
            if (separator ? byte != '-' : !digit)
                check(c, date_parse_local(copy) == DATE_NONE, "a wrong byte");
            check_drop(copy);
        }
    for (size_t from = 0; from <= n; from++)
        for (size_t to = from; to <= n; to++) {
            struct text copy = check_copy(good + from, to - from);

            check(c, (date_parse_local(copy) != DATE_NONE) == (from <= 1 && to == n), "a piece");
            check_drop(copy);
        }
}

static void test_relative(struct checks *c)
{
    static const struct {
        const char *today;
        const char *text;
        const char *want;
    } cases[] = {{"2026-11-22", "2025-01-02", "2025-01-02"},
                 {"2026-11-22", "vandaag", "2026-11-22"},
                 {"2026-11-22", "gisteren", "2026-11-21"},
                 {"2026-11-22", "morgen", "2026-11-23"},
                 {"2026-11-22", "+6w", "2027-01-03"},
                 {"2026-11-22", "-3d", "2026-11-19"},
                 {"2026-11-22", "+2m", "2027-01-22"},
                 {"2026-11-22", "+1j", "2027-11-22"},
                 {"2026-11-22", "+0d", "2026-11-22"},
                 {"2026-11-22", "-11m", "2025-12-22"},
                 {"2024-02-28", "morgen", "2024-02-29"},
                 {"2024-03-01", "gisteren", "2024-02-29"},
                 {"2024-02-29", "+1j", "2025-02-28"},
                 {"2024-02-29", "+4j", "2028-02-29"},
                 {"2024-02-29", "-4j", "2020-02-29"},
                 {"2096-02-29", "+4j", "2100-02-28"},
                 {"2026-01-31", "+1m", "2026-02-28"},
                 {"2024-01-31", "+1m", "2024-02-29"},
                 {"2026-03-31", "-1m", "2026-02-28"},
                 {"2026-05-31", "+1m", "2026-06-30"},
                 {"2026-12-31", "+2m", "2027-02-28"},
                 {"2026-12-31", "+12m", "2027-12-31"},
                 {"2023-02-28", "+366d", "2024-02-29"},
                 {"2200-12-31", "-300j", "1900-12-31"},
                 {"2200-12-31", "morgen", ""},
                 {"1900-01-01", "gisteren", ""},
                 {"2200-12-31", "+1m", ""},
                 {"1900-01-31", "-1m", ""},
                 {"2026-11-22", "+999999999j", ""},
                 {"2026-11-22", "-999999999w", ""},
                 {"2026-11-22", "+999999999m", ""},
                 {"2026-11-22", "+1234567890d", ""}};

    c->part = "relative dates";
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text copy = check_copy(cases[i].text, strlen(cases[i].text));
        char got[11];
        date_write(date_parse_relative(copy, parse(cases[i].today)), got);
        check_bytes(c, text_of(got), cases[i].want, cases[i].text);
        check_drop(copy);
    }
}

static void test_relative_refused(struct checks *c)
{
    static const char *const wrong[] = {
        "",          "+",        "-",       "+w",         "+6",
        "6w",        "+6W",      "+ 6w",    "+6 w",       "+6ww",
        "++6w",      "+-6w",     "+6x",     "+6.5w",      "Vandaag",
        "vandaa",    "vandaag ", "morgens", "w",          "+6w ",
        " +6w",      "+\xB2w",   "+6y",     "2026-13-01", "\xE2\x88\x92 3d",
        "vandaag+1d"};

    c->part = "relative dates refused";
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct text copy = check_copy(wrong[i], strlen(wrong[i]));
        check(c, date_parse_relative(copy, 0) == DATE_NONE, wrong[i]);
        check_drop(copy);
    }
    check(c, date_parse_relative(TEXT("+1d"), DATE_NONE) == DATE_NONE, "from no day");
    check(c, date_parse_relative(TEXT("+1d"), INT32_MAX) == DATE_NONE, "from the greatest");
    check(c, date_parse_relative(TEXT("1970-01-01"), DATE_NONE) == 0, "a date needs no today");
}

/* From every day of four years, every number of months: the month that was meant, its last day at
 * most. */
static void test_add_months(struct checks *c)
{
    c->part = "add months";
    for (date d = date_from(2023, 1, 1); d <= date_from(2026, 12, 31); d++)
        for (int months = -30; months <= 30; months++) {
            int year, month, day, y, m, n, count;

            date_split(d, &year, &month, &day);
            date_split(date_add_months(d, months), &y, &m, &n);
            count = year * 12 + month - 1 + months;
            check(c, y == count / 12 && m == count % 12 + 1, "the month");
            check_number(c, n, day < month_length(y, m) ? day : month_length(y, m), "the day");
        }
    check(c, date_add_months(DATE_NONE, 1) == DATE_NONE, "from no day");
    check(c, date_add_months(0, INT32_MAX) == DATE_NONE, "too many");
    check(c, date_add_months(0, INT32_MIN) == DATE_NONE, "too few");
}

static void test_words(struct checks *c)
{
    static const struct {
        const char *day;
        bool weekday;
        const char *want;
    } cases[] = {{"2026-11-22", false, "22 november 2026"},
                 {"2026-11-22", true, "zondag 22 november 2026"},
                 {"2024-02-29", true, "donderdag 29 februari 2024"},
                 {"2026-01-05", true, "maandag 5 januari 2026"},
                 {"2026-03-03", true, "dinsdag 3 maart 2026"},
                 {"2026-04-01", true, "woensdag 1 april 2026"},
                 {"2026-05-01", true, "vrijdag 1 mei 2026"},
                 {"2026-06-06", true, "zaterdag 6 juni 2026"},
                 {"2026-07-31", false, "31 juli 2026"},
                 {"2026-08-09", false, "9 augustus 2026"},
                 {"2026-09-10", false, "10 september 2026"},
                 {"2026-10-11", false, "11 oktober 2026"},
                 {"1900-12-31", false, "31 december 1900"},
                 {"2026-02-30", true, ""}};
    struct buffer out = {0};

    c->part = "words";
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        out.n = 0;
        date_in_words(&out, parse(cases[i].day), cases[i].weekday);
        check_bytes(c, buffer_view(&out), cases[i].want, cases[i].day);
    }
    buffer_free(&out);
}

static void test_outside(struct checks *c)
{
    static const date outside[] = {DATE_NONE, INT32_MIN + 1, INT32_MAX, -25568, 84371};
    char text[11];
    int year, month, day;

    c->part = "outside";
    check_number(c, parse("2200-12-31"), 84370, "the last day");
    for (size_t i = 0; i < sizeof outside / sizeof *outside; i++) {
        date_split(outside[i], &year, &month, &day);
        check(c, !year && !month && !day, "date_split");
        check_bytes(c, text_of(date_write(outside[i], text)), "", "date_write");
        check(c, date_weekday(outside[i]) >= 1 && date_weekday(outside[i]) <= 7, "date_weekday");
    }
}

int main(void)
{
    struct checks c = {0};

    test_every_day(&c);
    test_days_that_are_not(&c);
    test_every_byte(&c);
    test_other_lengths(&c);
    test_local(&c);
    test_local_refused(&c);
    test_local_damaged(&c);
    test_relative(&c);
    test_relative_refused(&c);
    test_add_months(&c);
    test_words(&c);
    test_outside(&c);
    return check_end(&c);
}
