/* A dossier as an organisation may see it (journal/filter.h). */
#include "base/text.h"
#include "domain/consent.h"
#include "domain/voor_namen.h"
#include "journal/filter.h"

#include <stdlib.h>
#include <string.h>

struct filter {
    const struct schema *schema;
    struct text organisation;
    date day;
    struct consent_rules rules;
    struct diag silent; /* folding again says nothing that was not said before */
    struct buffer text; /* the records that are left */
};

struct filter *filter_open(const struct schema *schema, struct text organisation, date day,
                           struct diag *diag)
{
    struct filter *f = mem_take(sizeof *f);

    *f = (struct filter){.schema = schema, .organisation = organisation, .day = day};
    f->silent.silent = true;
    if (consent_rules_read(&f->rules, diag))
        return f;
    filter_close(f);
    return NULL;
}

void filter_close(struct filter *f)
{
    if (!f)
        return;
    consent_rules_free(&f->rules);
    buffer_free(&f->text);
    free(f);
}

/* A refusal counts whatever day or moment is asked for. */
static struct consent *read_consent(struct filter *f, struct dossier *d, struct limits limits)
{
    bool limited = limits.op != DATE_NONE || limits.booked_until != MOMENT_NONE;
    struct consent *c;

    if (limited)
        fold(d, f->schema, (struct limits){DATE_NONE, MOMENT_NONE}, &f->silent);
    c = consent_read(f->schema, &f->rules, d, f->organisation, f->day);
    if (limited)
        fold(d, f->schema, limits, &f->silent);
    return c;
}

static const struct field *field_of(const struct filter *f, const struct thing *t, size_t i)
{
    return schema_field_at(f->schema, t->type,
                           schema_field_index(f->schema, t->type, t->fields[i].id));
}

/* The fields of a thing that may go come to the front, behind its type; the others are gone. */
static void keep_allowed(const struct consent *c, struct dossier *d, struct thing *t)
{
    struct rec_field *kept = arena_take(&d->arena, (t->count + 1) * sizeof *kept);
    size_t n = 1;

    if (!t->count) /* on the day that is asked for it was not there yet */
        return;
    kept[0] = t->fields[0];
    for (size_t i = 1; t->opening && !t->withdrawn && i < t->count; i++)
        if (consent_may(c, d, t, i).may)
            kept[n++] = t->fields[i];
    t->fields = kept;
    t->count = n;
}

static bool refers(const struct filter *f, const struct thing *t, size_t i)
{
    const struct field *field = field_of(f, t, i);

    /* Words may stand there too: only what looks like a key is one. */
    return field &&
           (field->kind == KIND_REFERENCE || (field->kind == KIND_REFERENCE_OR_TEXT &&
                                              schema_type_of_key(t->fields[i].value) != NULL));
}

/* A key says that there is such a record. Taking one away may leave another with nothing. */
static bool drop_references(const struct filter *f, struct dossier *d, struct thing *t)
{
    size_t n = 1;
    bool dropped;

    if (!t->count)
        return false;
    for (size_t i = 1; i < t->count; i++) {
        const struct thing *target =
            refers(f, t, i) ? fold_find(d, NULL, field_value(d, &t->fields[i])) : t;
        if (target && target->count > 1)
            t->fields[n++] = t->fields[i];
    }
    dropped = n < t->count;
    t->count = n;
    return dropped;
}

static void keep_all_allowed(const struct filter *f, const struct consent *c, struct dossier *d)
{
    struct thing *before = arena_take(&d->arena, (d->thing_count + 1) * sizeof *before);
    struct thing *after = d->things;
    bool again = true;

    memcpy(before, d->things, d->thing_count * sizeof *before);
    d->things = before;
    for (size_t i = 0; i < d->thing_count; i++) {
        after[i] = before[i]; /* what consent looks at stays whole until all has been asked */
        keep_allowed(c, d, &after[i]);
    }
    d->things = after;
    while (again) {
        again = false;
        for (size_t i = 0; i < d->thing_count; i++)
            again = drop_references(f, d, &d->things[i]) || again;
    }
}

/* ---- from things to records ---- */

static struct rec_field make_field(const struct filter *f, struct text name, struct text value)
{
    return (struct rec_field){name, value, 0, schema_name(f->schema, name), false};
}

/* The fields of the record: its type, what each record has, and what is left. */
static size_t make_fields(const struct filter *f, const struct names *names, struct dossier *d,
                          const struct thing *t, struct rec_field *into)
{
    char *day = arena_take(&d->arena, 11);
    size_t n = 0;

    into[n++] = make_field(f, t->type_name, t->key);
    into[n++] = make_field(f, text_of(schema_common[COMMON_DOSSIER].name), d->id);
    into[n++] = make_field(f, text_of(schema_common[COMMON_OP].name),
                           text_of(date_write(t->opening->op, day)));
    for (size_t i = 1; i < t->count; i++)
        into[n++] = make_field(
            f, t->fields[i].name,
            names_shown(names, field_of(f, t, i), field_value(d, &t->fields[i]), &d->arena));
    return n;
}

static size_t count_left(const struct dossier *d, size_t *fields)
{
    size_t things = 0;

    *fields = 0;
    for (size_t i = 0; i < d->thing_count; i++)
        if (d->things[i].count > 1) {
            things++;
            *fields += d->things[i].count + 2;
        }
    return things;
}

/* The record of a thing, with bytes of its own for those fields. */
static struct record make_record(struct filter *f, struct dossier *d, const struct thing *t,
                                 const struct rec_field *fields, size_t count)
{
    struct record r = *t->opening;

    f->text.n = 0;
    for (size_t i = 0; i < count; i++)
        rec_write_field(&f->text, "\n", fields[i].name, fields[i].value);
    buffer_byte(&f->text, '\n');
    r.raw = arena_text(&d->arena, buffer_view(&f->text));
    r.body = (struct text){r.raw.p, r.raw.n - 1};
    r.end = r.raw.p + r.raw.n;
    r.booked = MOMENT_NONE;
    r.opens = r.amends = r.withdraws = false;
    r.closed = r.known = true;
    r.count = count;
    return r;
}

/* What is left becomes the dossier: a record for each thing. There are never more of them than
 * there were. */
static void rebuild(struct filter *f, const struct names *names, struct dossier *d, size_t count,
                    size_t field_count)
{
    struct record *records = arena_take(&d->arena, count * sizeof *records);
    struct thing *things = arena_take(&d->arena, count * sizeof *things);
    struct rec_field *fields = arena_take(&d->arena, field_count * sizeof *fields);
    size_t n = 0, at = 0, made;

    for (size_t i = 0; i < d->thing_count; i++) {
        const struct thing *t = &d->things[i];
        if (t->count <= 1)
            continue;
        made = make_fields(f, names, d, t, fields + at);
        records[n] = make_record(f, d, t, fields + at, made);
        records[n].first = at;
        records[n].thing = (uint32_t)n;
        things[n] = (struct thing){.type = t->type,
                                   .type_name = t->type_name,
                                   .key = t->key,
                                   .opening = &d->records[n],
                                   .latest = &d->records[n],
                                   .fields = fields + at,
                                   .count = made};
        at += made;
        n++;
    }
    memcpy(d->records, records, count * sizeof *records);
    d->record_count = d->thing_count = count;
    d->things = things;
    d->fields = fields;
    d->place = d->records[0].place;
    d->in_order = d->begun = true;
}

bool filter_dossier(struct filter *f, struct dossier *d, struct limits limits)
{
    struct consent *c = read_consent(f, d, limits);
    struct names names = names_read(f->schema, d, c, f->organisation);
    size_t fields, count;

    keep_all_allowed(f, c, d);
    count = count_left(d, &fields);
    if (count)
        rebuild(f, &names, d, count, fields);
    return count > 0;
}
