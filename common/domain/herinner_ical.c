/* What is due, for a calendar. */
#include "domain/herinner_inside.h"

#include "base/text.h"

#include <stdlib.h>

enum { ALARM_MINUTES = 9 * 60, BEFORE_MEETING = 60 };

/* ---- repeats ---- */

/* RRULE passes over a month that is too short; ours ends on its last day (RFC 5545, 3.3.10): the
 * last itself, or of the days up to the one that is meant the last that there is. Calendars that do
 * not know BYSETPOS show all of those: so only where it cannot be said otherwise. */
static void put_month_days(int day, int longest, struct buffer *b)
{
    if (day <= 28)
        return;
    if (day == longest) {
        buffer_string(b, ";BYMONTHDAY=-1");
        return;
    }
    buffer_string(b, ";BYMONTHDAY=28");
    for (int other = 29; other <= day; other++)
        buffer_format(b, ",%d", other);
    buffer_string(b, ";BYSETPOS=-1");
}

void herinner_herhaal(const struct agenda_punt *p, struct buffer *b)
{
    char unit = p->every.n ? p->every.p[p->every.n - 1] : '\0', end[11];
    int year, month, day;
    uint32_t n;

    if (!unit || !text_digits((struct text){p->every.p, p->every.n - 1}, &n) || !n)
        return;
    date_split(p->anchor, &year, &month, &day);
    buffer_format(b, "FREQ=%s;INTERVAL=%u",
                  unit == 'd'   ? "DAILY"
                  : unit == 'w' ? "WEEKLY"
                  : unit == 'm' ? "MONTHLY"
                                : "YEARLY",
                  n);
    if (unit == 'j' && day > 28 && month == 2)
        buffer_string(b, ";BYMONTH=2");
    if (unit == 'm' || (unit == 'j' && month == 2))
        put_month_days(day, unit == 'm' ? 31 : 29, b);
    if (p->end == DATE_NONE)
        return;
    date_write(p->end, end);
    buffer_format(b, ";UNTIL=%.4s%.2s%.2s", end, end + 5, end + 8);
}

/* ---- rows ---- */

const struct column herinner_ical[HERINNER_KOLOMMEN] = {
    {"uid", "", COLUMN_EXACT, 0},       {"dtstamp", "", COLUMN_EXACT, 0},
    {"due", "", COLUMN_EXACT, 0},       {"sequence", "", COLUMN_NUMBER, 0},
    {"class", "", COLUMN_EXACT, 0},     {"summary", "", COLUMN_TEXT, 0},
    {"categories", "", COLUMN_TEXT, 0}, {"rrule", "", COLUMN_EXACT, 0},
    {"alarm", "", COLUMN_EXACT, 0}};

/* The same each time, and it says nothing: a key may be a part of somebody's life. */
static struct text uid_of(const struct herinner *h, const struct herinner_punt *p,
                          struct document *document, struct buffer *b)
{
    struct herinner_tekst t = herinner_tekst(h, p);
    uint64_t hash;

    buffer_text(b, t.dossier);
    buffer_byte(b, '\n');
    buffer_text(b, t.key);
    buffer_byte(b, '\n');
    buffer_string(b, agenda_teksten[p->soort].code);
    hash = text_hash(buffer_view(b));
    b->n = 0;
    buffer_format(b, "%016llx@gesprek", (unsigned long long)hash);
    return herinner_kept(document, b);
}

/* Seconds, as a moment in UTC. */
static struct text stamp_of(struct text seconds, struct document *document)
{
    char utc[26];

    return arena_text(document->arena, text_of(moment_write(atoll(seconds.p), 0, utc)));
}

static struct text due_of(const struct herinner_punt *p, struct document *document)
{
    char written[17];

    if (p->minutes >= 0)
        civil_moment_write(p->day, p->minutes, written);
    else
        date_write(p->day, written);
    return arena_text(document->arena, text_of(written));
}

/* At nine, or an hour before an appointment when that is earlier: a moment, for what "a day before"
 * counts from, calendars do not agree on. None for what is past: it would go off at once. */
static struct text alarm_of(const struct herinner *h, const struct herinner_punt *p,
                            struct document *document)
{
    int minutes = p->minutes >= 0 ? p->minutes - BEFORE_MEETING : ALARM_MINUTES;
    char civil[17], utc[26];

    if (p->day < h->wensen.today)
        return TEXT("");
    if (minutes > ALARM_MINUTES)
        minutes = ALARM_MINUTES;
    civil_moment_write(p->day, minutes < 0 ? 0 : minutes, civil);
    moment_write(moment_parse_limit(text_of(civil)), 0, utc);
    return arena_text(document->arena, text_of(utc));
}

const struct text *herinner_ical_rij(const struct herinner *h, const struct herinner_punt *p,
                                     struct document *document, struct buffer *b)
{
    struct herinner_tekst t = herinner_tekst(h, p);
    struct text *cells = arena_take(document->arena, HERINNER_KOLOMMEN * sizeof *cells);

    cells[0] = uid_of(h, p, document, b);
    cells[1] = stamp_of(t.stamp, document);
    cells[2] = due_of(p, document);
    cells[3] = t.sequence;
    cells[4] = TEXT("PRIVATE");
    herinner_waar(h, p, true, b);
    herinner_wat(p, b);
    cells[5] = herinner_kept(document, b);
    cells[6] = text_of(agenda_teksten[p->soort].code);
    cells[7] = t.repeat;
    cells[8] = alarm_of(h, p, document);
    return cells;
}
