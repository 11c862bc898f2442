/* Public holidays and working days of the Netherlands and Belgium, for every year that base/date.h
 * knows.
 *
 * The Netherlands: the days of article 3 of the Algemene termijnenwet: Nieuwjaarsdag, Goede Vrijdag
 * (made equal by its second paragraph), the second days of Easter and Pentecost, Hemelvaartsdag,
 * the day on which the King's birthday is kept, 5 May and both days of Christmas; and the two
 * Sundays. Days that a decree makes equal for some years (its third paragraph, such as the Friday
 * after Hemelvaartsdag) follow no rule: they come from the configuration, see struct vrije_dag.
 *
 * Belgium: the ten of the royal decree of 18 April 1974, and the two Sundays. A day that one decree
 * puts in the place of another for one year (2 May 2008) is not in it.
 *
 * All years are reckoned by the rules of today, but for two days that have a history: Koningsdag
 * (31 August until 1948, 30 April until 2013, 27 April since 2014; one that falls on a Sunday is
 * kept the day before since 1980, and was kept the day after until then) and Bevrijdingsdag (each
 * year since 1990, by the decree of 24 September 1990; every fifth year from 1950 until then). */
#ifndef GESPREK_BASE_FEESTDAG_H
#define GESPREK_BASE_FEESTDAG_H

#include "base/date.h"

enum land { LAND_NL, LAND_BE };

/* The country of a gemeente by its code: five digits (NIS) is Belgium, all else the Netherlands. */
enum land land_of(struct text gemeente);

/* Easter Sunday of a year; DATE_NONE outside 1900-2200. */
date pasen(int year);

/* What is celebrated that day, in Dutch; NULL: nothing. Not owned. */
const char *feestdag(enum land land, date day);

/* A day that is free besides: for one country, with a name for who asks why. */
struct vrije_dag {
    enum land land;
    date day;
    struct text name;
};

/* The days of a country. `own` is not owned. */
struct kalender {
    enum land land;
    const struct vrije_dag *own;
    size_t own_count;
};

/* Why it is no working day: `zaterdag`, `zondag`, the holiday or the name of an own day. The empty
 * text: it is one. */
struct text geen_werkdag(const struct kalender *k, date day);

/* The first working day on or after a day; DATE_NONE when there is none in the calendar. */
date werkdag_vanaf(const struct kalender *k, date day);

/* The working day that comes `n` (1 or more) working days after a day, which does not count
 * itself. */
date werkdag_na(const struct kalender *k, date day, int n);

#endif
