/* Rows as iCalendar (RFC 5545): a to-do (VTODO) or an all-day event (VEVENT) for each row. What the
 * columns mean goes by their names, those of the standard, and stands in form.h. */
#include "output/clean.h"
#include "output/form.h"

#include "base/date.h"
#include "base/text.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* RFC 5545, 3.1: a line is at most 75 octets, CRLF not counted; what goes on begins with a blank.
 */
enum { LINE_OCTETS = 75 };

struct ical_data {
    struct out *out;
    const struct head *head;
    bool events; /* VEVENT, else VTODO */
    bool begun;  /* the calendar has been opened: it may not be empty (3.6) */
    struct buffer line, clean;
};

/* ---- a line ---- */

/* Never inside a character (3.1 allows it; what reads lines one by one does not). */
static void put_line(struct ical_data *data)
{
    struct text rest = buffer_view(&data->line);
    size_t room = LINE_OCTETS;

    while (rest.n > room) {
        size_t n = room;
        while (n > 1 && ((unsigned char)rest.p[n] & 0xC0) == 0x80)
            n--;
        out_text(data->out, (struct text){rest.p, n});
        out_string(data->out, "\r\n ");
        rest = (struct text){rest.p + n, rest.n - n};
        room = LINE_OCTETS - 1;
    }
    out_text(data->out, rest);
    out_string(data->out, "\r\n");
    data->line.n = 0;
}

static void put_plain(struct ical_data *data, const char *line)
{
    buffer_string(&data->line, line);
    put_line(data);
}

static void put_name(struct ical_data *data, const char *name)
{
    for (; *name; name++)
        buffer_byte(&data->line, (char)(*name >= 'a' && *name <= 'z' ? *name - 'a' + 'A' : *name));
}

/* The value as it may go out, in data->clean; of a CRLF the newline is enough. */
static struct text cleaned(struct ical_data *data, struct text value)
{
    data->clean.n = 0;
    while (value.n) {
        const char *cr = memchr(value.p, '\r', value.n);
        size_t n = cr ? (size_t)(cr - value.p) : value.n;
        clean_text(&data->clean, (struct text){value.p, n}, true);
        n += cr != NULL;
        value = (struct text){value.p + n, value.n - n};
    }
    return buffer_view(&data->clean);
}

/* 3.3.11: what a TEXT escapes. */
static void put_text(struct ical_data *data, const char *name, struct text value)
{
    struct text t = cleaned(data, value);

    put_name(data, name);
    buffer_byte(&data->line, ':');
    for (size_t i = 0; i < t.n; i++) {
        if (t.p[i] == '\\' || t.p[i] == ';' || t.p[i] == ',')
            buffer_byte(&data->line, '\\');
        if (t.p[i] == '\n')
            buffer_string(&data->line, "\\n");
        else
            buffer_byte(&data->line, t.p[i]);
    }
    put_line(data);
}

static void put_exact(struct ical_data *data, const char *name, struct text value)
{
    put_name(data, name);
    buffer_byte(&data->line, ':');
    clean_text(&data->line, value, true);
    put_line(data);
}

/* ---- days and moments ---- */

static void put_digits(struct ical_data *data, struct text t)
{
    for (size_t i = 0; i < t.n; i++)
        if (t.p[i] >= '0' && t.p[i] <= '9')
            buffer_byte(&data->line, t.p[i]);
}

/* A day (3.3.4), or a time of day wherever the reader is (3.3.5, form 1). False: neither. */
static bool put_day(struct ical_data *data, const char *name, struct text value)
{
    date day;
    int minutes;

    put_name(data, name);
    if (date_parse(value) != DATE_NONE) {
        buffer_string(&data->line, ";VALUE=DATE:");
        put_digits(data, value);
    } else if (date_parse_civil_moment(value, &day, &minutes)) {
        buffer_byte(&data->line, ':');
        put_digits(data, (struct text){value.p, 10});
        buffer_format(&data->line, "T%02d%02d00", minutes / 60, minutes % 60);
    } else {
        data->line.n = 0;
        return false;
    }
    put_line(data);
    return true;
}

/* 3.3.5, form 2: UTC. */
static bool put_moment(struct ical_data *data, const char *name, struct text value)
{
    moment m = moment_parse(value);
    char utc[26];

    if (m == MOMENT_NONE)
        return false;
    moment_write(m, 0, utc);
    put_name(data, name);
    buffer_byte(&data->line, ':');
    put_digits(data, (struct text){utc, 10});
    buffer_byte(&data->line, 'T');
    put_digits(data, (struct text){utc + 11, 8});
    buffer_byte(&data->line, 'Z');
    put_line(data);
    return true;
}

/* ---- a row ---- */

static struct text cell_named(const struct ical_data *data, const struct text *cells,
                              const char *name)
{
    for (size_t i = 0; i < data->head->column_count; i++)
        if (text_is_string(text_of(data->head->columns[i].name), name))
            return cells[i];
    return TEXT("");
}

/* 3.6.6. The trigger is a moment and not "a day before": what that counts from, clients do not
 * agree on. */
static bool put_alarm(struct ical_data *data, const struct text *cells, struct text when)
{
    bool fine;

    put_plain(data, "BEGIN:VALARM");
    put_plain(data, "ACTION:DISPLAY");
    fine = put_moment(data, "trigger;value=date-time", when);
    put_text(data, "description", cell_named(data, cells, "summary"));
    put_plain(data, "END:VALARM");
    return fine;
}

/* A to-do that repeats needs a first day (3.8.5.3), so each has one: the day it is due. An event
 * is not time that is taken up (3.8.2.7). */
static bool put_due(struct ical_data *data, struct text value)
{
    bool fine = put_day(data, "dtstart", value);

    if (data->events)
        put_plain(data, "TRANSP:TRANSPARENT");
    else
        fine = fine && put_day(data, "due", value);
    return fine;
}

static bool put_property(struct ical_data *data, const struct column *column, struct text value)
{
    struct text name = text_of(column->name);

    if (text_is_string(name, "due"))
        return put_due(data, value);
    if (text_is_string(name, "dtstamp"))
        return put_moment(data, column->name, value);
    if (column->kind == COLUMN_TEXT)
        put_text(data, column->name, value);
    else
        put_exact(data, column->name, value);
    return true;
}

static void open_calendar(struct ical_data *data)
{
    if (data->begun)
        return;
    data->begun = true;
    put_plain(data, "BEGIN:VCALENDAR");
    put_plain(data, "VERSION:2.0");
    put_plain(data, "PRODID:-//Gesprek//Gesprek " GESPREK_VERSION "//NL");
    put_plain(data, "CALSCALE:GREGORIAN");
}

static bool put_row(struct ical_data *data, const struct text *cells)
{
    const char *kind = data->events ? "VEVENT" : "VTODO";
    struct text alarm = cell_named(data, cells, "alarm");
    bool fine = true;

    open_calendar(data);
    buffer_format(&data->line, "BEGIN:%s", kind);
    put_line(data);
    for (size_t i = 0; fine && i < data->head->column_count; i++)
        if (cells[i].n && !text_is_string(text_of(data->head->columns[i].name), "alarm"))
            fine = put_property(data, &data->head->columns[i], cells[i]);
    if (fine && alarm.n)
        fine = put_alarm(data, cells, alarm);
    buffer_format(&data->line, "END:%s", kind);
    put_line(data);
    if (!fine && !data->out->error)
        data->out->error = EINVAL;
    return !data->out->error;
}

/* ---- the form ---- */

static bool begin(void **into, struct out *out, const struct head *head, bool events)
{
    struct ical_data *data = mem_take(sizeof *data);

    *data = (struct ical_data){.out = out, .head = head, .events = events};
    *into = data;
    return !out->error;
}

static bool todo_begin(void **into, struct out *out, const struct head *head)
{
    return begin(into, out, head, false);
}

static bool event_begin(void **into, struct out *out, const struct head *head)
{
    return begin(into, out, head, true);
}

static bool ical_blocks(void *from, const struct document *document)
{
    struct ical_data *data = from;

    for (size_t b = 0; b < document->count; b++)
        if (document->blocks[b].kind == BLOCK_ROW && !put_row(data, document->blocks[b].cells))
            return false;
    return !data->out->error;
}

static bool ical_end(void *from, bool complete)
{
    struct ical_data *data = from;
    bool fine;

    if (complete && data->begun)
        put_plain(data, "END:VCALENDAR");
    fine = !data->out->error;
    buffer_free(&data->line);
    buffer_free(&data->clean);
    free(data);
    return fine;
}

const struct form form_ical = {"ical", todo_begin, ical_blocks, ical_end};
const struct form form_ical_events = {"ical", event_begin, ical_blocks, ical_end};
