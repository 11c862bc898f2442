#include "base/feestdag.h"
#include "base/text.h"

enum land land_of(struct text gemeente)
{
    return gemeente.n == 5 ? LAND_BE : LAND_NL;
}

/* Easter in the Gregorian calendar, as J. Meeus gives it (Astronomical Algorithms, chapter 8, after
 * the anonymous rule in Nature of 1876); his letters are kept. */
date pasen(int year)
{
    int a = year % 19, b = year / 100, c = year % 100;
    int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    int h = (19 * a + b - d - g + 15) % 30;
    int i = c / 4, k = c % 4;
    int l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;

    return year < 0 ? DATE_NONE : date_from(year, n / 31, n % 31 + 1);
}

/* The day that the birthday of the head of state is kept on. */
static date koningsdag(int year)
{
    date day = year >= 2014   ? date_from(year, 4, 27)
               : year >= 1949 ? date_from(year, 4, 30)
                              : date_from(year, 8, 31);

    if (date_weekday(day) == 7)
        day += year >= 1980 ? -1 : 1;
    return day;
}

/* A day of each year: by its date, or counted from Easter when month is 0. */
struct fixed {
    int month, day;
    const char *name;
};

static const struct fixed shared[] = {{1, 1, "Nieuwjaarsdag"},       {0, 0, "Eerste Paasdag"},
                                      {0, 1, "Tweede Paasdag"},      {0, 39, "Hemelvaartsdag"},
                                      {0, 49, "Eerste Pinksterdag"}, {0, 50, "Tweede Pinksterdag"},
                                      {12, 25, "Eerste Kerstdag"},   {0, 0, NULL}};
static const struct fixed dutch[] = {
    {0, -2, "Goede Vrijdag"}, {12, 26, "Tweede Kerstdag"}, {0, 0, NULL}};
static const struct fixed belgian[] = {{5, 1, "Dag van de Arbeid"},
                                       {7, 21, "Nationale feestdag"},
                                       {8, 15, "Onze-Lieve-Vrouw-Hemelvaart"},
                                       {11, 1, "Allerheiligen"},
                                       {11, 11, "Wapenstilstand"},
                                       {0, 0, NULL}};

static const char *name_of(const struct fixed *days, date day)
{
    int year, month, d;
    date easter;

    date_split(day, &year, &month, &d);
    easter = pasen(year);
    for (const struct fixed *f = days; year && f->name; f++)
        if (f->month ? f->month == month && f->day == d : day == easter + f->day)
            return f->name;
    return NULL;
}

/* The two that have a history. */
static const char *dutch_by_year(date day)
{
    int year, month, d;

    date_split(day, &year, &month, &d);
    if (year && day == koningsdag(year))
        return year >= 2014 ? "Koningsdag" : "Koninginnedag";
    if (month == 5 && d == 5 && (year >= 1990 || (year >= 1950 && year % 5 == 0)))
        return "Bevrijdingsdag";
    return NULL;
}

const char *feestdag(enum land land, date day)
{
    const char *name = name_of(shared, day);

    if (!name)
        name = name_of(land == LAND_BE ? belgian : dutch, day);
    return name || land == LAND_BE ? name : dutch_by_year(day);
}

struct text geen_werkdag(const struct kalender *k, date day)
{
    int weekday = date_weekday(day);

    if (weekday > 5)
        return weekday == 6 ? TEXT("zaterdag") : TEXT("zondag");
    for (size_t i = 0; i < k->own_count; i++)
        if (k->own[i].land == k->land && k->own[i].day == day)
            return k->own[i].name;
    return text_of(feestdag(k->land, day));
}

date werkdag_vanaf(const struct kalender *k, date day)
{
    while (day != DATE_NONE && geen_werkdag(k, day).n)
        day = date_add_days(day, 1);
    return day;
}

date werkdag_na(const struct kalender *k, date day, int n)
{
    for (; n > 0 && day != DATE_NONE; n--)
        day = werkdag_vanaf(k, date_add_days(day, 1));
    return day;
}
