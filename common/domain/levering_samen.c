/* Which records give rows, and which of them belong together.
 *
 * CBS puts records of one person together in "Kenmerken van Wmo maatwerkarrangementen"
 * (data.overheid.nl, microdata): those with the same number and type; without a number those of the
 * same type, form and reason to end, with equal dates, or where one begins within 3 days of the end
 * of the one before. Here that is done within a dossier. */
#include "base/text.h"
#include "domain/levering_inside.h"

#include <stdint.h>
#include <string.h>

enum { MARGIN = 3, OPEN_END = INT32_MAX };

struct rij {
    struct thing thing; /* what it comes to */
    date van, tot;      /* DATE_NONE: no begin is known; OPEN_END */
    bool gone;          /* part of an earlier one */
};

struct namen {
    name_id nummer, soort, vorm, reden, ingang, einde, gestart, gestopt;
};

static struct namen namen_of(const struct schema *s)
{
    return (struct namen){
        schema_name(s, TEXT("Nummer")),        schema_name(s, TEXT("Productcategorie")),
        schema_name(s, TEXT("Leveringsvorm")), schema_name(s, TEXT("Reden_stop")),
        schema_name(s, TEXT("Ingang")),        schema_name(s, TEXT("Einde")),
        schema_name(s, TEXT("Gestart")),       schema_name(s, TEXT("Gestopt"))};
}

static date day_of(struct dossier *d, const struct thing *t, name_id name)
{
    struct text value = thing_value(d, t, name);
    return value.n ? date_parse(value) : DATE_NONE;
}

/* What really was, where that is known; else what was assigned. */
static date first_of(struct dossier *d, const struct thing *t, name_id really, name_id assigned)
{
    date day = day_of(d, t, really);
    return day != DATE_NONE ? day : day_of(d, t, assigned);
}

static bool same(struct dossier *d, const struct rij *a, const struct rij *b, name_id name)
{
    return text_is(thing_value(d, &a->thing, name), thing_value(d, &b->thing, name));
}

static bool follows(const struct rij *a, const struct rij *b)
{
    int64_t gap = (int64_t)b->van - a->tot;

    if (a->van == DATE_NONE || b->van == DATE_NONE)
        return false;
    return (a->van == b->van && a->tot == b->tot) ||
           (a->tot != OPEN_END && gap >= -MARGIN && gap <= MARGIN);
}

static bool belong_together(struct dossier *d, const struct namen *n, const struct rij *a,
                            const struct rij *b)
{
    if (!same(d, a, b, n->nummer) || !same(d, a, b, n->soort))
        return false;
    return thing_value(d, &a->thing, n->nummer).n ||
           (same(d, a, b, n->vorm) && same(d, a, b, n->reden) && follows(a, b));
}

/* Gives the thing, whose fields are its own, this one value of the field. */
static void set_value(struct thing *t, const struct schema *schema, const char *name,
                      struct text value)
{
    name_id id = schema_name(schema, text_of(name));
    size_t i = 1;

    while (i < t->count && t->fields[i].id != id)
        i++;
    t->fields[i] = (struct rec_field){text_of(name), value, 0, id, false};
    t->count += i == t->count;
}

static struct text earliest(struct dossier *d, const struct rij *a, const struct rij *b,
                            name_id name)
{
    struct text x = thing_value(d, &a->thing, name), y = thing_value(d, &b->thing, name);

    return !y.n || (x.n && text_order(x, y) < 0) ? x : y;
}

/* What the one that ends last says, from the first begin on. b began no earlier than a. */
static void join(const struct levering *l, const struct namen *n, struct dossier *d, struct rij *a,
                 struct rij *b)
{
    struct thing t = b->tot >= a->tot ? b->thing : a->thing;
    struct rec_field *fields = arena_take(&d->arena, (t.count + 2) * sizeof *fields);
    struct text ingang = earliest(d, a, b, n->ingang), gestart = earliest(d, a, b, n->gestart);

    memcpy(fields, t.fields, t.count * sizeof *fields);
    t.fields = fields;
    if (ingang.n)
        set_value(&t, l->schema, "Ingang", ingang);
    if (gestart.n)
        set_value(&t, l->schema, "Gestart", gestart);
    a->thing = t;
    if (a->van == DATE_NONE)
        a->van = b->van;
    if (b->tot > a->tot)
        a->tot = b->tot;
    b->gone = true;
}

/* By begin, those of one day in the order of the dossier; without a begin first. */
static void sort(struct rij *rows, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        struct rij r = rows[i];
        size_t at = i;
        for (; at && rows[at - 1].van > r.van; at--)
            rows[at] = rows[at - 1];
        rows[at] = r;
    }
}

static void join_all(const struct levering *l, struct dossier *d, struct rij *rows, size_t count)
{
    struct namen n = namen_of(l->schema);

    for (size_t i = 0; i < count; i++) {
        date end = first_of(d, &rows[i].thing, n.gestopt, n.einde);
        rows[i].van = first_of(d, &rows[i].thing, n.gestart, n.ingang);
        rows[i].tot = end == DATE_NONE ? OPEN_END : end;
    }
    sort(rows, count);
    for (size_t i = 1; i < count; i++)
        for (size_t a = 0; a < i && !rows[i].gone; a++)
            if (!rows[a].gone && belong_together(d, &n, &rows[a], &rows[i]))
                join(l, &n, d, &rows[a], &rows[i]);
}

const struct thing **levering_records(const struct levering *l, struct dossier *d, size_t *count)
{
    struct rij *rows = arena_take(&d->arena, (d->thing_count + 1) * sizeof *rows);
    const struct thing **records = arena_take(&d->arena, (d->thing_count + 1) * sizeof *records);
    size_t n = 0;

    for (size_t i = 0; i < d->thing_count; i++) {
        const struct thing *t = &d->things[i];
        if (t->type == l->rij && t->opening && !t->withdrawn)
            rows[n++] = (struct rij){.thing = *t};
    }
    if (l->samen)
        join_all(l, d, rows, n);
    *count = 0;
    for (size_t i = 0; i < n; i++)
        if (!rows[i].gone)
            records[(*count)++] = &rows[i].thing;
    return records;
}
