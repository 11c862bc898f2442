/* Unit test of base/date: moments, offsets, the machine's zone and the clock. */
#include "check.h"
#include "base/date.h"
#include "base/text.h"

#include <time.h>

struct reading {
    const char *text;
    moment want;
};

/* The numbers are those of `date -u -d TEXT +%s`. */
static void test_moments(struct checks *c)
{
    static const struct reading cases[] = {{"1970-01-01T00:00:00Z", 0},
                                           {"1970-01-01T00:00Z", 0},
                                           {"1970-01-01T01:00+01:00", 0},
                                           {"1969-12-31T19:00:00-05:00", 0},
                                           {"1969-12-31T23:59:59Z", -1},
                                           {"2026-02-03T11:20:05+01:00", 1770114005},
                                           {"2026-02-03T11:20+01:00", 1770114000},
                                           {"2026-02-03T11:20:05-00:00", 1770117605},
                                           {"2024-02-29T23:59:59+05:45", 1709230499},
                                           {"2038-01-19T03:14:08Z", 2147483648},
                                           {"1900-01-01T00:00:00Z", -2208988800},
                                           {"2200-12-31T23:59:59Z", 7289654399},
                                           {"2026-02-03T11:20:05+23:59", 1770031265}};

    c->part = "moments";
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text copy = check_copy(cases[i].text, strlen(cases[i].text));
        check_number(c, moment_parse(copy), cases[i].want, cases[i].text);
        check_drop(copy);
    }
}

static void test_moments_refused(struct checks *c)
{
    static const char *const wrong[] = {"",
                                        "Z",
                                        "+01:00",
                                        "T",
                                        "2026-02-03",
                                        "2026-02-03Z",
                                        "2026-02-03T11:20",
                                        "2026-02-03T11:20:05",
                                        "2026-02-03 11:20:05Z",
                                        "2026-02-03t11:20:05Z",
                                        "2026-02-03T11:20:05z",
                                        "2026-02-03T24:00:00Z",
                                        "2026-02-03T11:60:00Z",
                                        "2026-02-03T11:20:60Z",
                                        "2026-02-03T11:20:05+24:00",
                                        "2026-02-03T11:20:05+01:60",
                                        "2026-02-03T11:20:05+0100",
                                        "2026-02-03T11:20:05+01",
                                        "2026-02-03T11:20:05.5Z",
                                        "2026-02-03T11:2:05Z",
                                        "2026-02-30T11:20:05Z",
                                        "2026-02-03T11:20:05 Z",
                                        "2026-02-03T11:20:05ZZ",
                                        " 2026-02-03T11:20:05Z",
                                        "2026-02-03T11:20:05Z ",
                                        "2026-02-03T112005Z",
                                        "2026-02-03T11:20:Z",
                                        "2026-02-03T11Z",
                                        "2026-02-03TZ",
                                        "2026-02-03T+1:20Z",
                                        "1899-12-31T23:59Z"};

    c->part = "moments refused";
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct text copy = check_copy(wrong[i], strlen(wrong[i]));
        check(c, moment_parse(copy) == MOMENT_NONE, wrong[i]);
        check_drop(copy);
    }
    check(c, moment_parse((struct text){NULL, 0}) == MOMENT_NONE, "nothing");
}

/* Every piece of a good moment and every byte in it, in memory that ends where the piece ends. */
static void test_moment_damaged(struct checks *c)
{
    static const char good[] = "2026-02-03T11:20:05+01:00";
    size_t n = sizeof good - 1;
    date day;
    int minutes;

    c->part = "moments damaged";
    for (size_t from = 0; from <= n; from++)
        for (size_t to = from; to <= n; to++) {
            struct text copy = check_copy(good + from, to - from);
            bool civil = from == 0 && (to == 16 || to == 19);

            check(c, (moment_parse(copy) != MOMENT_NONE) == (from == 0 && to == n), "a piece");
            check(c, date_parse_civil_moment(copy, &day, &minutes) == civil, "a civil piece");
            check(c,
                  (moment_parse_limit(copy) != MOMENT_NONE) ==
                      (civil || (from == 0 && (to == 10 || to == n))),
                  "a piece as limit");
            check_drop(copy);
        }
    for (size_t at = 0; at < n; at++)
        for (int byte = 0; byte < 256; byte++) {
            struct text copy = check_copy(good, n);
            bool digit = byte >= '0' && byte <= '9';
            bool was_digit = good[at] >= '0' && good[at] <= '9';
            bool sign = at == 19 && (byte == '+' || byte == '-');

            ((char *)(uintptr_t)copy.p)[at] = (char)byte;
            if (was_digit ? !digit : byte != good[at] && !sign)
                check(c, moment_parse(copy) == MOMENT_NONE, "a wrong byte");
            check(c,
                  moment_on_day(date_parse((struct text){copy.p, 10}),
                                (struct text){copy.p + 10, 15}) == moment_parse(copy),
                  "of a day that was read already");
            check_drop(copy);
        }
}

static void test_civil(struct checks *c)
{
    date day = 1;
    int minutes = 2;

    c->part = "civil moments";
    check(c, date_parse_civil_moment(TEXT("2026-11-22T14:30"), &day, &minutes), "short");
    check(c, day == date_from(2026, 11, 22) && minutes == 870, "its value");
    check(c, date_parse_civil_moment(TEXT("1969-12-31T23:59:59"), &day, &minutes), "long");
    check(c, day == -1 && minutes == 1439, "before 1970, with seconds");
    check(c, date_parse_civil_moment(TEXT("1900-01-01T00:00:00"), &day, &minutes), "the first");
    check(c, day == -25567 && minutes == 0, "its value");
    check(c, !date_parse_civil_moment(TEXT("2026-11-22T24:00"), &day, &minutes), "24:00");
    check(c, !date_parse_civil_moment(TEXT("2026-11-22T14:30Z"), &day, &minutes), "an offset");
    check(c, !date_parse_civil_moment(TEXT("2026-11-22T14:30:60"), &day, &minutes), "second 60");
    check(c, day == -25567 && minutes == 0, "untouched");
}

static void test_local(struct checks *c)
{
    static const struct {
        const char *text;
        int minutes;
    } cases[] = {{"2026-11-22T14:30", 870},
                 {"2026-11-22T14:30:59", 870},
                 {"2026-11-22 14:30", 870},
                 {"2026-11-22 00:00:00", 0},
                 {"2026-11-22 14:30:05.769534", 870},
                 {"2026-11-22T14:30:05.7", 870},
                 {"2026-11-22 9:05", 545},
                 {"22-11-2026 14:30", 870},
                 {"22/11/2026 0:00", 0},
                 {"22.11.2026 9:05:07", 545},
                 {"22.11.2026 9:05:07.123456789", 545},
                 {"22-11-2026 23:59:59", 1439}};

    c->part = "local moments";
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text copy = check_copy(cases[i].text, strlen(cases[i].text));
        date day = 0;
        int minutes = -1;

        check(c, date_parse_local_moment(copy, &day, &minutes), cases[i].text);
        check_number(c, day, date_from(2026, 11, 22), cases[i].text);
        check_number(c, minutes, cases[i].minutes, cases[i].text);
        check_drop(copy);
    }
}

static void test_local_refused(struct checks *c)
{
    static const char *const wrong[] = {"",
                                        " ",
                                        "T",
                                        "14:30",
                                        "2026-11-22",
                                        "22-11-2026",
                                        "22-11-2026 ",
                                        "2026-11-22T",
                                        "22-11-2026T14:30",
                                        "22-11-2026  14:30",
                                        "22-11-2026 14:30 ",
                                        "22-11-2026 14.30",
                                        "22-11-2026 14:3",
                                        "22-11-2026 :30",
                                        "22-11-2026 114:30",
                                        "22-11-2026 24:00",
                                        "22-11-2026 14:60",
                                        "22-11-2026 14:30:60",
                                        "22-11-2026 14:30:5",
                                        "22-11-2026 14:30.5",
                                        "22-11-2026 14:30:05.",
                                        "22-11-2026 14:30:05.x",
                                        "22-11-2026 14:30:05.1234567890",
                                        "22-11-2026 2:30 PM",
                                        "31-02-2026 14:30",
                                        "11/22/2026 14:30",
                                        "2026-11-22T14:30Z",
                                        "2026-11-22T14:30:00Z",
                                        "2026-11-22 14:30:00+01:00",
                                        "2026-11-22t14:30",
                                        "2026/11/22 14:30"};
    date day = 7;
    int minutes = 8;

    c->part = "local moments refused";
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct text copy = check_copy(wrong[i], strlen(wrong[i]));
        check(c, !date_parse_local_moment(copy, &day, &minutes), wrong[i]);
        check_drop(copy);
    }
    check(c, !date_parse_local_moment((struct text){NULL, 0}, &day, &minutes), "nothing");
    check(c, day == 7 && minutes == 8, "untouched");
}

/* Every piece of a good moment, in memory that ends where the piece ends. */
static void test_local_pieces(struct checks *c)
{
    static const char good[] = "22-11-2026 14:30:05.25";
    size_t n = sizeof good - 1;
    date day;
    int minutes;

    c->part = "pieces of a local moment";
    for (size_t from = 0; from <= n; from++)
        for (size_t to = from; to <= n; to++) {
            struct text copy = check_copy(good + from, to - from);
            bool whole = from <= 1 && (to == 16 || to == 19 || to > 20);

            check(c, date_parse_local_moment(copy, &day, &minutes) == whole, "a piece");
            check_drop(copy);
        }
}

static void test_write(struct checks *c)
{
    static const int offsets[] = {0, 60, 120, -300, 345, -210, 1439, -1439};
    char text[26];

    c->part = "write a moment";
    check_bytes(c, text_of(moment_write(1770114005, 60, text)), "2026-02-03T11:20:05+01:00", "CET");
    check_bytes(c, text_of(moment_write(-1, 0, text)), "1969-12-31T23:59:59+00:00", "before 1970");
    check_bytes(c, text_of(moment_write(0, -30, text)), "1969-12-31T23:30:00-00:30",
                "half an hour");
    for (moment m = -2208902400; m < 7289567999; m += 1234567)
        for (size_t i = 0; i < sizeof offsets / sizeof *offsets; i++)
            check_number(c, moment_parse(text_of(moment_write(m, offsets[i], text))), m, text);
    check_bytes(c, text_of(moment_write(MOMENT_NONE, 0, text)), "", "none");
    check_bytes(c, text_of(moment_write(INT64_MAX, 60, text)), "", "the greatest");
    check_bytes(c, text_of(moment_write(7289654400, 0, text)), "", "the year 2201");
    check_bytes(c, text_of(moment_write(0, 1440, text)), "", "a day of offset");
    check_bytes(c, text_of(moment_write(0, INT32_MIN, text)), "", "the least offset");
}

static void limits_in(struct checks *c, const char *zone, const struct reading *cases, size_t n)
{
    setenv("TZ", zone, 1);
    for (size_t i = 0; i < n; i++)
        check_number(c, moment_parse_limit(text_of(cases[i].text)), cases[i].want, cases[i].text);
}

static void test_limit(struct checks *c)
{
    static const struct reading amsterdam[] = {
        {"2026-02-03T11:20:05+01:00", 1770114005},
        {"2026-02-03T11:20:05Z", 1770117605},
        {"2026-02-03T11:20:05", 1770114005},
        {"2026-07-01T12:00", 1782900000},
        {"2026-02-03", 1770159599}, /* 23:59:59 in winter */
        {"2026-07-01", 1782943199}, /* and in summer */
        {"2026-10-25T01:59", 1792886340},
        {"2026-10-25T02:30", 1792891800}, /* comes twice: the second */
        {"2026-10-25T03:00", 1792893600},
        {"2026-03-29T01:59", 1774745940},
        {"2026-03-29T02:30", 1774747800}, /* does not come: 03:30 */
        {"2026-03-29T03:00", 1774746000},
        {"1900-01-01", -2208906001},
        {"2200-12-31", 7289650799},
        {"2026-02-30", MOMENT_NONE},
        {"gisteren", MOMENT_NONE},
        {"", MOMENT_NONE}};
    static const struct reading midnight[] = {/* goes back from 00:00 to 23:00 on 25 October */
                                              {"2026-10-24", 1792897199},
                                              {"2026-10-25", 1792983599}};
    static const struct reading utc[] = {{"1970-01-01T00:00", 0}, {"1970-01-01", 86399}};
    static const struct reading nepal[] = {{"1970-01-01T05:45", 0}};

    c->part = "limit in Amsterdam";
    limits_in(c, "CET-1CEST,M3.5.0,M10.5.0/3", amsterdam, sizeof amsterdam / sizeof *amsterdam);
    c->part = "limit where midnight comes twice";
    limits_in(c, "XXX3YYY,M3.5.0/0,M10.5.0/0", midnight, sizeof midnight / sizeof *midnight);
    c->part = "limit in UTC";
    limits_in(c, "UTC0", utc, 2);
    c->part = "limit in Nepal";
    limits_in(c, "NPT-5:45", nepal, 1);
}

static void test_now(struct checks *c)
{
    static const char *const wrong[] = {"", "nu", "2026-11-22", "2026-11-22T14:30",
                                        "2026-11-22T25:00Z"};
    struct now now;
    moment before;

    c->part = "now";
    setenv("GESPREK_NU", "2026-11-23T00:30:00+01:00", 1);
    check(c, now_read(&now), "is read");
    check_number(c, now.at, 1795390200, "its moment");
    check(c, now.offset_minutes == 60 && now.today == date_from(2026, 11, 23), "its day");
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        setenv("GESPREK_NU", wrong[i], 1);
        check(c, !now_read(&now), "refused");
    }
    unsetenv("GESPREK_NU");
    setenv("TZ", "XXX+11:30", 1);
    before = (moment)time(NULL);
    check(c, now_read(&now) && now.at >= before && now.at <= before + 5, "the clock");
    check_number(c, now.offset_minutes, -690, "the zone's offset");
    check_number(c, now.today, (now.at - 690 * 60) / 86400, "the zone's day");
}

int main(void)
{
    struct checks c = {0};

    test_moments(&c);
    test_moments_refused(&c);
    test_moment_damaged(&c);
    test_civil(&c);
    test_local(&c);
    test_local_refused(&c);
    test_local_pieces(&c);
    test_write(&c);
    test_limit(&c);
    test_now(&c);
    return check_end(&c);
}
