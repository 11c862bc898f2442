#include "base/date.h"
#include "base/text.h"

#include <string.h>

enum { FIRST_YEAR = 1900, LAST_YEAR = 2200, DAYS_TO_1970 = 719528, DAYS_OF_400_YEARS = 146097 };

/* Days of the year before each month, in a common year. */
static const short days_before_month[] = {0,   31,  59,  90,  120, 151, 181,
                                          212, 243, 273, 304, 334, 365};

static bool is_leap(unsigned century, unsigned year_in_century)
{
    return year_in_century ? year_in_century % 4 == 0 : century % 4 == 0;
}

/* 1 January of a year, counted from 1970. Of the hundred years of a century 24 are leap years, 25
 * when the century divides by 4; the year 0 of the proleptic Gregorian calendar begins such a
 * century. The year comes in two halves because that is how date_parse has it, undivided. */
static int32_t year_begin(unsigned century, unsigned year_in_century)
{
    unsigned leaps = 24 * century + (century + 3) / 4 + (year_in_century + 3) / 4;

    if (year_in_century && century % 4)
        leaps--;
    return (int32_t)(365 * (100 * century + year_in_century) + leaps) - DAYS_TO_1970;
}

static int32_t day_of_year(unsigned month, bool leap)
{
    return days_before_month[month - 1] + (leap && month > 2);
}

static int days_in_month(unsigned month, bool leap)
{
    return days_before_month[month] - days_before_month[month - 1] + (leap && month == 2);
}

static date date_of(unsigned century, unsigned year_in_century, unsigned month, unsigned day)
{
    unsigned year = 100 * century + year_in_century;
    bool leap = is_leap(century, year_in_century);

    if (year < FIRST_YEAR || year > LAST_YEAR || month - 1 > 11 || day - 1 > 30)
        return DATE_NONE;
    if ((int)day > days_in_month(month, leap))
        return DATE_NONE;
    return year_begin(century, year_in_century) + day_of_year(month, leap) + (int32_t)day - 1;
}

date date_from(int year, int month, int day)
{
    if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || day < 1)
        return DATE_NONE;
    return date_of((unsigned)year / 100, (unsigned)year % 100, (unsigned)month, (unsigned)day);
}

/* A count of days that may have left the accepted years. */
static date date_in_range(int64_t days)
{
    if (days < year_begin(FIRST_YEAR / 100, FIRST_YEAR % 100) ||
        days >= year_begin((LAST_YEAR + 1) / 100, (LAST_YEAR + 1) % 100))
        return DATE_NONE;
    return (date)days;
}

date date_add_days(date d, int64_t days)
{
    return d == DATE_NONE ? DATE_NONE : date_in_range(d + days);
}

void date_split(date d, int *year, int *month, int *day)
{
    bool leap;
    unsigned y;
    unsigned m;
    int32_t of_year;

    *year = *month = *day = 0;
    if (date_in_range(d) == DATE_NONE)
        return;
    /* Never too high, and at most one too low: 400 years are a whole number of days. */
    y = (unsigned)(((int64_t)d + DAYS_TO_1970) * 400 / DAYS_OF_400_YEARS);
    if (year_begin(y / 100, y % 100) > d)
        y--;
    else if (year_begin((y + 1) / 100, (y + 1) % 100) <= d)
        y++;
    leap = is_leap(y / 100, y % 100);
    of_year = d - year_begin(y / 100, y % 100);
    m = (unsigned)of_year / 31 + 1;
    if (m < 12 && day_of_year(m + 1, leap) <= of_year)
        m++;
    *year = (int)y;
    *month = (int)m;
    *day = of_year - day_of_year(m, leap) + 1;
}

int date_weekday(date d)
{
    return (int)((((int64_t)d + 3) % 7 + 7) % 7) + 1; /* 1970 began on a Thursday */
}

static unsigned two_digits(const char *p)
{
    return (unsigned)(p[0] - '0') * 10 + (unsigned)(p[1] - '0');
}

/* Whether the eight bytes at p look like `2026-11-`. XOR with `0000-00-` leaves 0 to 9 for a digit
 * and 0 for a hyphen; adding 6, and 15 for a hyphen, lifts all else out of the low four bits. Only
 * a byte that is refused anyway carries, so the order of the bytes in the word does not matter. */
static bool is_year_month(const char *p)
{
    static const unsigned char lift[8] = {6, 6, 6, 6, 15, 6, 6, 15};
    uint64_t word;
    uint64_t form;
    uint64_t add;

    memcpy(&word, p, 8);
    memcpy(&form, "0000-00-", 8);
    memcpy(&add, lift, 8);
    word ^= form;
    return ((word | (word + add)) & 0xF0F0F0F0F0F0F0F0u) == 0;
}

static bool are_digits(const char *p)
{
    return (unsigned char)p[0] - (unsigned)'0' < 10 && (unsigned char)p[1] - (unsigned)'0' < 10;
}

date date_parse(struct text t)
{
    if (t.n != 10 || !is_year_month(t.p) || !are_digits(t.p + 8))
        return DATE_NONE;
    return date_of(two_digits(t.p), two_digits(t.p + 2), two_digits(t.p + 5), two_digits(t.p + 8));
}

/* Takes a number of at least `least` and at most `most` digits off *rest. False when another number
 * of digits stands there. */
static bool take_number(struct text *rest, size_t least, size_t most, unsigned *value)
{
    size_t n = 0;

    for (*value = 0; n < rest->n && n <= most && rest->p[n] >= '0' && rest->p[n] <= '9'; n++)
        *value = *value * 10 + (unsigned)(rest->p[n] - '0');
    *rest = (struct text){rest->p + n, rest->n - n};
    return n >= least && n <= most;
}

static bool take_byte(struct text *rest, char c)
{
    if (!rest->n || *rest->p != c)
        return false;
    *rest = (struct text){rest->p + 1, rest->n - 1};
    return true;
}

static date parse_day_first(struct text t)
{
    unsigned day, month, year;
    char between;

    if (!t.n || !take_number(&t, 1, 2, &day) || !t.n)
        return DATE_NONE;
    between = *t.p;
    if (!memchr("-/.", between, 3) || !take_byte(&t, between) || !take_number(&t, 1, 2, &month) ||
        !take_byte(&t, between) || !take_number(&t, 4, 4, &year) || t.n)
        return DATE_NONE;
    return date_of(year / 100, year % 100, month, day);
}

date date_parse_local(struct text t)
{
    date d = date_parse(t);

    return d == DATE_NONE ? parse_day_first(t) : d;
}

static date add_months(date d, int64_t months)
{
    int year, month, day, longest;
    int64_t count;

    date_split(d, &year, &month, &day);
    if (!year)
        return DATE_NONE;
    count = (int64_t)year * 12 + month - 1 + months;
    if (count < FIRST_YEAR * 12 || count >= (LAST_YEAR + 1) * 12)
        return DATE_NONE;
    year = (int)(count / 12);
    month = (int)(count % 12) + 1;
    longest = days_in_month((unsigned)month, is_leap((unsigned)year / 100, (unsigned)year % 100));
    return date_from(year, month, day < longest ? day : longest);
}

date date_add_months(date d, int months)
{
    return add_months(d, months);
}

/* `+6w` and the like, from a `today` that exists. */
static date parse_step(struct text t, date today)
{
    uint32_t number;
    int64_t step;

    if (t.n < 3 || (t.p[0] != '+' && t.p[0] != '-') ||
        !text_digits((struct text){t.p + 1, t.n - 2}, &number))
        return DATE_NONE;
    step = t.p[0] == '-' ? -(int64_t)number : (int64_t)number;
    switch (t.p[t.n - 1]) {
    case 'd':
        return date_in_range(today + step);
    case 'w':
        return date_in_range(today + 7 * step);
    case 'm':
        return add_months(today, step);
    case 'j':
        return add_months(today, 12 * step);
    default:
        return DATE_NONE;
    }
}

date date_parse_relative(struct text t, date today)
{
    date d = date_parse(t);

    if (d != DATE_NONE || date_in_range(today) == DATE_NONE)
        return d;
    if (text_is_string(t, "vandaag"))
        return today;
    if (text_is_string(t, "gisteren"))
        return date_in_range((int64_t)today - 1);
    if (text_is_string(t, "morgen"))
        return date_in_range((int64_t)today + 1);
    return parse_step(t, today);
}

static void write_two(char *into, unsigned value)
{
    into[0] = (char)('0' + value / 10);
    into[1] = (char)('0' + value % 10);
}

char *date_write(date d, char into[11])
{
    int year, month, day;

    date_split(d, &year, &month, &day);
    if (!year) {
        into[0] = '\0';
        return into;
    }
    memcpy(into, "0000-00-00", 11);
    write_two(into, (unsigned)year / 100);
    write_two(into + 2, (unsigned)year % 100);
    write_two(into + 5, (unsigned)month);
    write_two(into + 8, (unsigned)day);
    return into;
}

char *civil_moment_write(date d, int minutes, char into[17])
{
    date_write(d, into);
    memcpy(into + 10, "T00:00", 7);
    write_two(into + 11, (unsigned)minutes / 60);
    write_two(into + 14, (unsigned)minutes % 60);
    return into;
}

void date_in_words(struct buffer *out, date d, bool weekday)
{
    static const char *const days[] = {"maandag", "dinsdag",  "woensdag", "donderdag",
                                       "vrijdag", "zaterdag", "zondag"};
    static const char *const months[] = {"januari",   "februari", "maart",    "april",
                                         "mei",       "juni",     "juli",     "augustus",
                                         "september", "oktober",  "november", "december"};
    int year, month, day;

    date_split(d, &year, &month, &day);
    if (!year)
        return;
    if (weekday)
        buffer_format(out, "%s ", days[date_weekday(d) - 1]);
    buffer_format(out, "%d %s %d", day, months[month - 1], year);
}
