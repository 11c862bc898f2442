/* Civil dates and moments. Our own arithmetic (days from civil, proleptic Gregorian): strptime
 * accepts 31 February and mktime makes 3 March of it. No time zone is involved in a date. */
#ifndef GESPREK_BASE_DATE_H
#define GESPREK_BASE_DATE_H

#include "base/mem.h"
#include <stdint.h>

/* A day as a count from 1970-01-01, which is 0. DATE_NONE: no date. Years 1900 to 2200 are
 * accepted, others refused. */
typedef int32_t date;
#define DATE_NONE INT32_MIN

/* A point in time in seconds since 1970-01-01T00:00:00Z. MOMENT_NONE: none. */
typedef int64_t moment;
#define MOMENT_NONE INT64_MIN

date date_from(int year, int month, int day); /* DATE_NONE when there is no such day */
void date_split(date d, int *year, int *month,
                int *day); /* 0, 0, 0 for DATE_NONE or outside 1900-2200 */
int date_weekday(date d);  /* 1 Monday … 7 Sunday (ISO 8601) */

/* Exactly `2026-11-22`: ten bytes, an existing day. DATE_NONE for anything else. Must be fast:
 * every record has one. */
date date_parse(struct text t);

/* A day as people here write it: `2026-11-22`, or the day, the month and the year in four digits,
 * `22-11-2026`, `22/11/2026`, `3.2.1990`: one or two digits, twice the same sign between. Never the
 * month first. DATE_NONE for anything else and for a day that does not exist. For what people type
 * and what other programs export; what stands in a dossier is read by date_parse. */
date date_parse_local(struct text t);

/* What a user may write: `2026-11-22`, `vandaag`, `gisteren`, `morgen`, `+6w`, `-3d`, `+2m`, `+1j`
 * (from `today`; a month that is too short ends on its last day). DATE_NONE for anything else or a
 * result outside 1900–2200. */
date date_parse_relative(struct text t, date today);
date date_add_days(date d, int64_t days); /* DATE_NONE outside 1900–2200 */
date date_add_months(date d, int months); /* the last day of a shorter month */

/* `2026-11-22T14:30` or `2026-11-22T14:30:00` (local civil time, no offset): the day in *day,
 * minutes since midnight in *minutes. Seconds are checked and dropped. False for anything else;
 * 24:00 and second 60 do not exist here. */
bool date_parse_civil_moment(struct text t, date *day, int *minutes);

/* A civil moment as people here write it: a day of date_parse_local, a blank and the time of day,
 * `22-11-2026 9:05`, `2026-11-22 14:30`; behind an ISO day also a `T`. The hour has one or two
 * digits. Seconds and parts of one, `14:30:05.769534`, are checked and dropped. False for anything
 * else, an offset too: then the day here may be another one. *day and *minutes as above. */
bool date_parse_local_moment(struct text t, date *day, int *minutes);

/* ISO 8601 with offset: `2026-02-03T11:20:05+01:00` or `…Z`; seconds may be left out; an offset is
 * less than a day. MOMENT_NONE otherwise. */
moment moment_parse(struct text t);

/* The same for a moment whose day has been read already: `clock` is what stands behind the day,
 * `T11:20:05+01:00`, 15 bytes. For whoever reads many moments of the same day. */
moment moment_on_day(date day, struct text clock);

/* What --geboekt-tot accepts: moment_parse; a civil moment without offset (in the machine's zone,
 * TZ); or a date, which means up to and including the last second of that day in the machine's
 * zone. A time that comes twice when the clock goes back is the second one; one that is skipped
 * when it goes forward is as long after the change. MOMENT_NONE otherwise. */
moment moment_parse_limit(struct text t);

/* The clock, read in this one place. GESPREK_NU (ISO 8601 with offset) stands in for it in tests; a
 * GESPREK_NU that cannot be read makes now_read return false, which the caller turns into a usage
 * error. `offset` is the zone's, in minutes. */
struct now {
    moment at;
    int offset_minutes;
    date today; /* the civil day at that offset */
};
bool now_read(struct now *now);

/* Writes a NUL too: 11 bytes for a date, 26 for a moment. Returns `into`, empty when there is no
 * date in 1900-2200 or the offset is a day or more. */
char *date_write(date d, char into[11]);                         /* 2026-11-22 */
char *moment_write(moment m, int offset_minutes, char into[26]); /* 2026-02-03T11:20:05+01:00 */

/* `2026-11-22T14:30`: 17 bytes with the NUL, from minutes since midnight. */
char *civil_moment_write(date d, int minutes, char into[17]);

/* For people: `22 november 2026` and `zondag 22 november 2026`, in Dutch, appended to out; nothing
 * for DATE_NONE. */
void date_in_words(struct buffer *out, date d, bool weekday);

#endif
