/* A record with some of its fields changed in their place. */
#include "base/text.h"
#include "journal/rec.h"

#include <stdlib.h>
#include <string.h>

struct amending {
    struct buffer *out;
    const char *newline;
    const struct rec_change *changes;
    bool *written; /* by change */
    size_t count;
};

static void write_change(struct amending *a, size_t at)
{
    const struct rec_change *c = &a->changes[at];

    for (size_t i = 0; !a->written[at] && i < c->count; i++)
        rec_write_field(a->out, a->newline, c->name, c->values[i]);
    a->written[at] = true;
}

/* The number of the change of this field; a->count: it stays. */
static size_t change_of(const struct amending *a, struct text name)
{
    size_t at = 0;

    while (at < a->count && !text_is(a->changes[at].name, name))
        at++;
    return at;
}

/* Behind the end of the field's last line. */
static const char *field_end(const struct rec_field *f, const char *end)
{
    const char *from = f->value.p + f->value.n;
    const char *newline = from < end ? memchr(from, '\n', (size_t)(end - from)) : NULL;

    return newline ? newline + 1 : end;
}

/* A last line without an end gets one; a `\` there would join with what comes. */
static void end_line(struct amending *a)
{
    const struct buffer *out = a->out;

    if (out->n && out->p[out->n - 1] != '\n') {
        buffer_string(a->out, out->p[out->n - 1] == '\\' ? " " : "");
        buffer_string(a->out, a->newline);
    }
}

static void amend(struct amending *a, const struct rec_scanner *scan, const struct rec_record *rec,
                  const char *start, const char *end)
{
    const char *at = start;

    for (size_t i = 0; i < rec->count; i++) {
        const struct rec_field *f = &scan->fields[i];
        size_t change = i ? change_of(a, f->name) : a->count;
        const char *behind = field_end(f, end);
        buffer_put(a->out, at, (size_t)(f->name.p - at));
        at = f->name.p;
        if (change == a->count)
            buffer_put(a->out, at, (size_t)(behind - at));
        else
            write_change(a, change);
        at = behind;
    }
    for (size_t i = 0; i < a->count; i++)
        if (!a->written[i] && a->changes[i].count) {
            end_line(a);
            write_change(a, i);
        }
    buffer_put(a->out, at, (size_t)(end - at));
}

void rec_amend(struct buffer *out, struct text raw, const struct rec_change *changes, size_t count)
{
    struct amending a = {out, rec_newline(raw), changes, mem_take(count + 1), count};
    struct rec_scanner scan = {.line = 1, .last = true};
    struct buffer copy = {0};
    struct rec_record rec;

    memset(a.written, 0, count + 1);
    buffer_text(&copy, raw);
    buffer_room(&copy, REC_PADDING);
    memset(copy.p + copy.n, 0, REC_PADDING);
    scan.at = copy.p;
    scan.end = copy.p + copy.n;
    rec_next(&scan, &rec);
    amend(&a, &scan, &rec, copy.p, copy.p + copy.n);
    rec_free(&scan);
    buffer_free(&copy);
    free(a.written);
}
