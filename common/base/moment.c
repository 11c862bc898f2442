/* The part of base/date.h that is about moments: the time of day, offsets, the clock. */
#include "base/date.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { DAY = 86400, MINUTE = 60, DAY_MINUTES = 1440 };

static bool two_digits(const char *p, int *value, int limit)
{
    unsigned tens = (unsigned char)p[0] - (unsigned)'0', ones = (unsigned char)p[1] - (unsigned)'0';

    *value = (int)(tens * 10 + ones);
    return tens <= 9 && ones <= 9 && *value < limit;
}

/* `14:30` or `14:30:05`, the whole of t: the second of the day, or -1. */
static int parse_clock(struct text t)
{
    int hour, minute;
    int second = 0;

    if ((t.n != 5 && t.n != 8) || t.p[2] != ':' || !two_digits(t.p, &hour, 24) ||
        !two_digits(t.p + 3, &minute, 60))
        return -1;
    if (t.n == 8 && (t.p[5] != ':' || !two_digits(t.p + 6, &second, 60)))
        return -1;
    return (hour * 60 + minute) * 60 + second;
}

/* A civil moment as if it were UTC; MOMENT_NONE when it is none. */
static moment parse_civil(struct text t)
{
    date day;
    int second;

    if (t.n < 11 || t.p[10] != 'T')
        return MOMENT_NONE;
    day = date_parse((struct text){t.p, 10});
    second = parse_clock((struct text){t.p + 11, t.n - 11});
    if (day == DATE_NONE || second < 0)
        return MOMENT_NONE;
    return (moment)day * DAY + second;
}

static date day_of(moment civil)
{
    moment days = civil / DAY;

    return (date)(civil % DAY < 0 ? days - 1 : days);
}

bool date_parse_civil_moment(struct text t, date *day, int *minutes)
{
    moment civil = parse_civil(t);

    if (civil == MOMENT_NONE)
        return false;
    *day = day_of(civil);
    *minutes = (int)((civil - (moment)*day * DAY) / MINUTE);
    return true;
}

/* The same as parse_clock, and `9:05`, and behind the seconds a point and 1 to 9 digits. */
static int parse_local_clock(struct text t)
{
    const char *point = memchr(t.p, '.', t.n);
    size_t n = point ? (size_t)(point - t.p) : t.n;
    char clock[9] = "0";
    uint32_t parts;

    if (point && (n < 7 || !text_digits((struct text){point + 1, t.n - n - 1}, &parts)))
        return -1;
    if (n != 4 && n != 7)
        return parse_clock((struct text){t.p, n});
    memcpy(clock + 1, t.p, n);
    return parse_clock((struct text){clock, n + 1});
}

/* Where the day ends: at a blank, or in `2026-11-22T14:30` at the T. */
static size_t day_length(struct text t)
{
    const char *blank = memchr(t.p, ' ', t.n);

    if (t.n > 10 && t.p[10] == 'T' && date_parse((struct text){t.p, 10}) != DATE_NONE)
        return 10;
    return blank ? (size_t)(blank - t.p) : t.n;
}

bool date_parse_local_moment(struct text t, date *day, int *minutes)
{
    size_t n = t.n ? day_length(t) : 0;
    date found = date_parse_local((struct text){t.p, n});
    int second;

    if (found == DATE_NONE || n == t.n)
        return false;
    second = parse_local_clock((struct text){t.p + n + 1, t.n - n - 1});
    if (second < 0)
        return false;
    *day = found;
    *minutes = second / MINUTE;
    return true;
}

/* `+01:00`, less than a day; false when t is anything else. */
static bool parse_offset(struct text t, int *minutes)
{
    int hour, minute;

    if (t.n != 6 || (t.p[0] != '+' && t.p[0] != '-') || t.p[3] != ':' ||
        !two_digits(t.p + 1, &hour, 24) || !two_digits(t.p + 4, &minute, 60))
        return false;
    *minutes = hour * 60 + minute;
    if (t.p[0] == '-')
        *minutes = -*minutes;
    return true;
}

static moment parse_with_offset(struct text t, int *offset_minutes)
{
    size_t zone = t.n && t.p[t.n - 1] == 'Z' ? 1 : 6;
    moment civil;

    *offset_minutes = 0;
    if (t.n < zone || (zone == 6 && !parse_offset((struct text){t.p + t.n - 6, 6}, offset_minutes)))
        return MOMENT_NONE;
    civil = parse_civil((struct text){t.p, t.n - zone});
    return civil == MOMENT_NONE ? MOMENT_NONE : civil - (moment)*offset_minutes * MINUTE;
}

moment moment_parse(struct text t)
{
    int offset;

    return parse_with_offset(t, &offset);
}

static moment moment_west(date day, const char *p)
{
    int hour, minute, second, offset;

    if (p[0] != 'T' || p[3] != ':' || p[6] != ':' || !two_digits(p + 1, &hour, 24) ||
        !two_digits(p + 4, &minute, 60) || !two_digits(p + 7, &second, 60) ||
        !parse_offset((struct text){p + 9, 6}, &offset))
        return MOMENT_NONE;
    return (moment)day * DAY + (moment)(hour * 60 + minute - offset) * MINUTE + second;
}

/* Whether digits stand where eight bytes of `form` have a 0, and all else is the same. XOR leaves 0
 * to 9 for a digit and 0 for what is the same; adding 6, or 15, lifts all else out of the low four
 * bits (is_year_month in date.c is the same for days). */
static inline bool has_form(const char *p, const char form[8], const char lift[8])
{
    uint64_t word, wanted, add;

    memcpy(&word, p, 8);
    memcpy(&wanted, form, 8);
    memcpy(&add, lift, 8);
    word ^= wanted;
    return ((word | (word + add)) & 0xF0F0F0F0F0F0F0F0U) == 0;
}

static unsigned number_at(const char *p)
{
    return 10u * (unsigned char)p[0] + (unsigned char)p[1] - 11u * (unsigned)'0';
}

/* Most moments are of seconds and of an offset east of Greenwich. */
moment moment_on_day(date day, struct text clock)
{
    const char *p = clock.p;
    unsigned hour, minute, second, offset_hour, offset_minute;

    if (day == DATE_NONE || clock.n != 15)
        return MOMENT_NONE;
    if (!has_form(p, "T00:00:0", "\17\6\6\17\6\6\17\6") ||
        !has_form(p + 7, "00+00:00", "\6\6\17\6\6\17\6\6"))
        return moment_west(day, p);
    hour = number_at(p + 1);
    minute = number_at(p + 4);
    second = number_at(p + 7);
    offset_hour = number_at(p + 10);
    offset_minute = number_at(p + 13);
    if (hour > 23 || minute > 59 || second > 59 || offset_hour > 23 || offset_minute > 59)
        return MOMENT_NONE;
    return (moment)day * DAY + (int)(hour * 60 + minute) * MINUTE + (int)second -
           (int)(offset_hour * 60 + offset_minute) * MINUTE;
}

static int second_of(const struct tm *civil)
{
    return civil->tm_hour * 3600 + civil->tm_min * 60 + civil->tm_sec;
}

/* What the machine's zone adds to UTC at a moment, in seconds; false when the C library cannot say.
 * tm_gmtoff is not in POSIX.1-2008, so local time is compared with UTC. */
static bool zone_offset(moment at, moment *offset)
{
    struct tm local, utc;
    time_t clock = (time_t)at;
    int days;

    tzset(); /* localtime_r need not look at TZ itself */
    if (!localtime_r(&clock, &local) || !gmtime_r(&clock, &utc))
        return false;
    days = local.tm_yday - utc.tm_yday;
    if (local.tm_year != utc.tm_year)
        days = local.tm_year - utc.tm_year;
    *offset = (moment)days * DAY + second_of(&local) - second_of(&utc);
    return true;
}

static bool is_offset_at(moment at, moment offset)
{
    moment found;

    return zone_offset(at, &found) && found == offset;
}

/* A civil time in the machine's zone. When the clock goes back it comes twice, and the second one
 * is meant: a limit takes in all that was booked before it. When the clock goes forward it does not
 * come, and stands for as long after the change (02:30 is 03:30). mktime leaves both to the C
 * library. */
static moment from_local(moment civil)
{
    moment before, after;

    if (!zone_offset(civil - DAY, &before) || !zone_offset(civil + DAY, &after))
        return MOMENT_NONE;
    if (after < before && is_offset_at(civil - after, after))
        return civil - after;
    if (is_offset_at(civil - before, before))
        return civil - before;
    return is_offset_at(civil - after, after) ? civil - after : civil - before;
}

moment moment_parse_limit(struct text t)
{
    moment at = moment_parse(t);
    moment civil = parse_civil(t);
    date day = date_parse(t);

    if (at != MOMENT_NONE)
        return at;
    if (day != DATE_NONE)
        civil = (moment)day * DAY + DAY - 1;
    return civil == MOMENT_NONE ? MOMENT_NONE : from_local(civil);
}

bool now_read(struct now *now)
{
    const char *given = getenv("GESPREK_NU");
    char written[11];
    moment offset;

    if (given) {
        now->at = parse_with_offset(text_of(given), &now->offset_minutes);
        if (now->at == MOMENT_NONE)
            return false;
    } else {
        now->at = (moment)time(NULL);
        if (!zone_offset(now->at, &offset))
            return false;
        now->offset_minutes = (int)(offset / MINUTE);
    }
    now->today = day_of(now->at + (moment)now->offset_minutes * MINUTE);
    return *date_write(now->today, written) != '\0';
}

static void write_two(char *into, moment value)
{
    into[0] = (char)('0' + value / 10);
    into[1] = (char)('0' + value % 10);
}

char *moment_write(moment m, int offset_minutes, char into[26])
{
    const moment least = (moment)INT32_MIN * DAY;
    moment civil, second;
    date day;
    int offset;

    into[0] = '\0';
    if (m < least || m > -least || offset_minutes <= -DAY_MINUTES || offset_minutes >= DAY_MINUTES)
        return into;
    civil = m + (moment)offset_minutes * MINUTE;
    day = day_of(civil);
    if (!*date_write(day, into))
        return into;
    second = civil - (moment)day * DAY;
    memcpy(into + 10, "T00:00:00+00:00", 16);
    write_two(into + 11, second / 3600);
    write_two(into + 14, second / 60 % 60);
    write_two(into + 17, second % 60);
    offset = offset_minutes < 0 ? -offset_minutes : offset_minutes;
    into[19] = offset_minutes < 0 ? '-' : '+';
    write_two(into + 20, offset / 60);
    write_two(into + 23, offset % 60);
    return into;
}
