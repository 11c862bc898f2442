#include "base/interval.h"
#include "base/text.h"

#include <string.h>

enum { MOST_DAYS = 80000, MOST_MONTHS = 3600 };

/* The number and the unit. */
static bool split(struct text every, int *number, char *unit)
{
    uint32_t n;

    every = text_trim(every);
    if (every.n < 2 || !text_digits((struct text){every.p, every.n - 1}, &n) || !n)
        return false;
    *unit = every.p[every.n - 1];
    *number = (int)n;
    if (*unit == 'm' || *unit == 'j')
        return n <= MOST_MONTHS;
    return (*unit == 'd' || *unit == 'w') && n <= MOST_DAYS;
}

bool interval_good(struct text every)
{
    int number;
    char unit;

    return split(every, &number, &unit);
}

date interval_after(date day, struct text every, int times)
{
    int number;
    char unit;
    int64_t count;

    if (!split(every, &number, &unit))
        return DATE_NONE;
    count = (int64_t)number * times;
    if (unit == 'd' || unit == 'w')
        return date_add_days(day, unit == 'w' ? 7 * count : count);
    count *= unit == 'j' ? 12 : 1;
    return count > MOST_MONTHS * 12 || count < -MOST_MONTHS * 12 ? DATE_NONE
                                                                 : date_add_months(day, (int)count);
}

/* Never too many, so that the loop behind it is short. */
static int times_before(date first, struct text every, date from)
{
    int number;
    char unit;
    int64_t longest; /* days that one of them takes at most */

    if (!split(every, &number, &unit))
        return 0;
    longest = unit == 'd' ? 1 : unit == 'w' ? 7 : unit == 'm' ? 31 : 366;
    return from > first ? (int)(((int64_t)from - first) / (longest * number)) : 0;
}

date interval_next(date first, struct text every, date end, date from)
{
    date day = first;

    if (first == DATE_NONE || from == DATE_NONE)
        return DATE_NONE;
    for (int times = times_before(first, every, from); day != DATE_NONE && day < from; times++)
        day = interval_good(every) ? interval_after(first, every, times) : DATE_NONE;
    return day != DATE_NONE && end != DATE_NONE && day > end ? DATE_NONE : day;
}

void interval_in_words(struct buffer *out, struct text every)
{
    static const char units[] = "dwmj";
    static const char *const one[] = {"dag", "week", "maand", "jaar"};
    static const char *const more[] = {"dagen", "weken", "maanden", "jaar"};
    int number;
    char unit;
    size_t which;

    if (!split(every, &number, &unit))
        return;
    which = (size_t)(strchr(units, unit) - units);
    buffer_format(out, "%d %s", number, (number == 1 ? one : more)[which]);
}

date birthday(date born, int age)
{
    date day = DATE_NONE;
    int year, month, d;

    date_split(born, &year, &month, &d);
    if (year && age >= 0 && age <= 300)
        day = date_from(year + age, month, d);
    if (day == DATE_NONE && month == 2 && d == 29)
        day = date_from(year + age, 3, 1);
    return day;
}

int age_on(date born, date day)
{
    int y, m, d, by, bm, bd;

    date_split(day, &y, &m, &d);
    date_split(born, &by, &bm, &bd);
    if (!y || !by || born > day)
        return -1;
    return y - by - (m < bm || (m == bm && d < bd));
}
