/* Lengths of time such as `4w`, repeats and birthdays: the one place that says what a month after
 * the 31st is, and what 29 February is in a common year.
 *
 * Months and years keep the day of the month, or take the last day of a shorter month. A repeat is
 * always counted from the first time, so that the 31st is the 31st again where there is one. No
 * clock and no time zone is involved: a day is a day in summer time too. */
#ifndef GESPREK_BASE_INTERVAL_H
#define GESPREK_BASE_INTERVAL_H

#include "base/date.h"

/* Whether it is a length (blanks around it do not count): 1 to 9 digits, not 0, and d, w, m or j;
 * at most 80000 days or weeks, 3600 months or years. */
bool interval_good(struct text every);

/* `times` lengths after a day, before it when negative; DATE_NONE: no length, no day, or outside
 * 1900-2200. */
date interval_after(date day, struct text every, int times);

/* The first time from `from` on of what begins on `first` and comes back each `every`, `end` being
 * the last day on which it may (DATE_NONE: no end). Without a length there is only the first time.
 * DATE_NONE: no more. */
date interval_next(date first, struct text every, date end, date from);

/* For people: `6 weken`, `1 jaar`; appended to out. */
void interval_in_words(struct buffer *out, struct text every);

/* The day on which somebody who was born that day turns `age` years; born on 29 February it is 1
 * March in a common year. */
date birthday(date born, int age);

/* In whole years; -1: not born yet, or DATE_NONE. */
int age_on(date born, date day);

#endif
