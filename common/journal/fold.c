#include "journal/fold.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct text field_value(struct dossier *d, struct rec_field *f)
{
    if (f->coded) {
        f->value = rec_decode(&d->arena, f);
        f->coded = false;
    }
    return f->value;
}

bool thing_next_value(struct dossier *d, const struct thing *t, name_id name, size_t *at,
                      struct text *value)
{
    while (*at < t->count) {
        struct rec_field *f = &t->fields[(*at)++];
        if (f->id != name || !f->value.n)
            continue;
        *value = field_value(d, f);
        return true;
    }
    return false;
}

struct text thing_value(struct dossier *d, const struct thing *t, name_id name)
{
    struct text value = {"", 0};
    size_t at = 0;

    thing_next_value(d, t, name, &at, &value);
    return value;
}

/* ---- which records are about the same thing ---- */

static size_t hash_key(struct text key)
{
    uint64_t h = 1469598103934665603U; /* FNV-1a: keys are short */
    for (size_t i = 0; i < key.n; i++)
        h = (h ^ (unsigned char)key.p[i]) * 1099511628211U;
    return (size_t)(h ^ (h >> 29));
}

/* The life domain is the key of a Domein; keys of all other types are unique over the dossier. */
static bool same_thing(const struct thing *t, const struct record *r)
{
    return text_is(t->key, r->key) && text_is(t->type_name, r->type_name);
}

static bool shares_keys(struct text type_name)
{
    return text_is_string(type_name, "Domein");
}

static void say_double(struct dossier *d, const struct record *r, const struct record *first,
                       struct diag *diag)
{
    char key[QUOTE_SIZE], other[QUOTE_SIZE];
    const struct type *type = r->type ? r->type : first->type;
    struct text next = type && *type->letter ? fold_next_key(d, type, 0) : TEXT("");

    quote(r->key, key);
    quote(next, other);
    diag_at(diag, SEVERITY_ERROR, STATUS_DATA, r->place, "sleutel-dubbel",
            "de sleutel %s is al gebruikt op %s:%u. Geef dit record een andere sleutel%s%s", key,
            first->place.file, first->place.line, next.n ? ", bijvoorbeeld " : "",
            next.n ? other : "");
    d->failed = true;
}

struct table {
    uint32_t *slots; /* number of a thing + 1; 0: free */
    size_t mask;
};

static struct table make_table(struct dossier *d)
{
    struct table t;
    size_t size = 16;

    while (size < 2 * d->record_count)
        size *= 2;
    t.mask = size - 1;
    t.slots = arena_take(&d->arena, size * sizeof *t.slots);
    memset(t.slots, 0, size * sizeof *t.slots);
    return t;
}

/* Notes which thing the record is about. In order of place, so that a double key is found whatever
 * its Op. */
static void assign(struct dossier *d, struct table *t, struct record *r,
                   const struct record **opened_by, struct diag *diag)
{
    size_t i = hash_key(r->key) & t->mask;
    struct thing *thing;

    for (; t->slots[i]; i = (i + 1) & t->mask) {
        thing = &d->things[t->slots[i] - 1];
        if (!text_is(thing->key, r->key))
            continue;
        if (same_thing(thing, r)) {
            const struct record **opener = &opened_by[t->slots[i] - 1];
            r->thing = t->slots[i] - 1;
            if (r->opens && *opener)
                say_double(d, r, *opener, diag);
            else if (r->opens)
                *opener = r;
            return;
        }
        if (!shares_keys(thing->type_name) && !shares_keys(r->type_name))
            say_double(d, r, thing->latest, diag);
    }
    t->slots[i] = (uint32_t)d->thing_count + 1;
    r->thing = (uint32_t)d->thing_count;
    thing = &d->things[d->thing_count++];
    *thing = (struct thing){.type = r->type, .type_name = r->type_name, .key = r->key, .latest = r};
    opened_by[r->thing] = r->opens ? r : NULL;
}

/* ---- amending ---- */

static bool is_bookkeeping(const struct schema *s, name_id id)
{
    int at = schema_field_index(s, NULL, id);
    return at >= 0 && at != COMMON_WITHDRAWN;
}

bool field_same_name(const struct rec_field *a, const struct rec_field *b)
{
    return a->id == b->id && (a->id != NAME_UNKNOWN || text_is(a->name, b->name));
}

/* Where in the amendment each known name stands first; all zero between amendments. Names that are
 * not known are few: those are looked for. */
struct marks {
    uint16_t *first; /* by name_id: place in the amendment, or 0 */
};

static size_t place_in(const struct marks *m, const struct rec_field *new, size_t count,
                       const struct rec_field *f)
{
    if (f->id != NAME_UNKNOWN)
        return m->first[f->id];
    for (size_t j = 1; j < count; j++)
        if (field_same_name(&new[j], f))
            return j;
    return 0;
}

static void mark_names(const struct schema *s, struct marks *m, const struct rec_field *new,
                       size_t count)
{
    for (size_t j = count; j-- > 1;)
        if (new[j].id != NAME_UNKNOWN && j <= UINT16_MAX && !is_bookkeeping(s, new[j].id))
            m->first[new[j].id] = (uint16_t)j;
}

static void unmark_names(struct marks *m, const struct rec_field *new, size_t count)
{
    for (size_t j = 1; j < count; j++)
        if (new[j].id != NAME_UNKNOWN)
            m->first[new[j].id] = 0;
}

/* Puts all values that the amendment gives for the field at `from` into `into`; empty ones remove.
 */
static size_t put_values(struct rec_field *into, size_t n, const struct rec_field *fields,
                         size_t from, size_t count)
{
    for (size_t i = from; i < count; i++)
        if (field_same_name(&fields[i], &fields[from]) && fields[i].value.n)
            into[n++] = fields[i];
    return n;
}

static bool stands_before(const struct rec_field *fields, size_t n, const struct rec_field *f)
{
    for (size_t i = 1; i < n; i++)
        if (field_same_name(&fields[i], f))
            return true;
    return false;
}

/* A field given again replaces all values of that field where the first of them stood; a new field
 * comes last. */
static void amend(struct dossier *d, const struct schema *s, struct marks *m, struct thing *t,
                  const struct record *r)
{
    const struct rec_field *new = d->fields + r->first;
    struct rec_field *merged = arena_take(&d->arena, (t->count + r->count) * sizeof *merged);
    size_t n = 1, j;

    mark_names(s, m, new, r->count);
    merged[0] = t->fields[0];
    for (size_t i = 1; i < t->count; i++) {
        j = place_in(m, new, r->count, &t->fields[i]);
        if (!j)
            merged[n++] = t->fields[i];
        else if (!stands_before(t->fields, i, &t->fields[i]))
            n = put_values(merged, n, new, j, r->count);
    }
    for (size_t i = 1; i < r->count; i++) {
        j = place_in(m, new, r->count, &new[i]);
        if (j == i && !stands_before(t->fields, t->count, &new[i]))
            n = put_values(merged, n, new, i, r->count);
    }
    unmark_names(m, new, r->count);
    t->fields = merged;
    t->count = n;
}

static struct marks make_marks(struct dossier *d, const struct schema *schema)
{
    size_t bytes = schema_name_count(schema) * sizeof(uint16_t);
    struct marks m = {arena_take(&d->arena, bytes)};

    memset(m.first, 0, bytes);
    return m;
}

static bool is_known(const struct record *r, struct limits limits)
{
    if (r->op == DATE_NONE)
        return false;
    if (limits.op != DATE_NONE && r->op > limits.op)
        return false;
    return limits.booked_until == MOMENT_NONE || r->booked == MOMENT_NONE ||
           r->booked <= limits.booked_until;
}

static int by_op(const void *a, const void *b)
{
    const struct record *const *x = a, *const *y = b;
    if ((*x)->op != (*y)->op)
        return (*x)->op < (*y)->op ? -1 : 1;
    return *x < *y ? -1 : *x > *y; /* both point into the same array: the order of place */
}

static struct record **in_order(struct dossier *d, struct limits limits, size_t *count)
{
    struct record **order = arena_take(&d->arena, (d->record_count + 1) * sizeof(struct record *));
    bool sorted = true;
    size_t n = 0;

    for (size_t i = 0; i < d->record_count; i++) {
        struct record *r = &d->records[i];
        r->known = is_known(r, limits);
        if (!r->known)
            continue;
        sorted = sorted && (n == 0 || order[n - 1]->op <= r->op);
        order[n++] = r;
    }
    d->in_order = sorted;
    d->begun = n > 0;
    if (!sorted)
        qsort(order, n, sizeof *order, by_op);
    *count = n;
    return order;
}

static bool is_withdrawn(const struct schema *s, const struct thing *t)
{
    name_id withdrawn = schema_name(s, text_of(schema_common[COMMON_WITHDRAWN].name));
    for (size_t i = 1; i < t->count; i++)
        if (t->fields[i].id == withdrawn && text_trim(t->fields[i].value).n)
            return true;
    return false;
}

/* Things in order of opening; those not known at the day keep their place behind them. */
static void order_things(struct dossier *d, struct record **order, size_t count)
{
    struct thing *sorted = arena_take(&d->arena, (d->thing_count + 1) * sizeof *sorted);
    uint32_t *where = arena_take(&d->arena, (d->thing_count + 1) * sizeof *where);
    size_t n = 0;

    for (size_t i = 0; i < count; i++)
        if (d->things[order[i]->thing].opening == order[i]) {
            where[order[i]->thing] = (uint32_t)n;
            sorted[n++] = d->things[order[i]->thing];
        }
    for (size_t i = 0; i < d->thing_count; i++)
        if (!d->things[i].opening) {
            where[i] = (uint32_t)n;
            sorted[n++] = d->things[i];
        }
    for (size_t i = 0; i < d->record_count; i++)
        d->records[i].thing = where[d->records[i].thing];
    d->things = sorted;
}

void fold(struct dossier *d, const struct schema *schema, struct limits limits, struct diag *diag)
{
    struct table table = make_table(d);
    const struct record **opened_by =
        arena_take(&d->arena, (d->record_count + 1) * sizeof *opened_by);
    struct marks marks = make_marks(d, schema);
    struct record **order;
    size_t count;

    d->things = arena_take(&d->arena, (d->record_count + 1) * sizeof *d->things);
    d->thing_count = 0;
    for (size_t i = 0; i < d->record_count; i++)
        assign(d, &table, &d->records[i], opened_by, diag);
    for (size_t i = 0; i < d->thing_count; i++)
        d->things[i].latest = NULL;
    order = in_order(d, limits, &count);
    for (size_t i = 0; i < count; i++) {
        struct thing *t = &d->things[order[i]->thing];
        t->latest = order[i];
        t->may_be_withdrawn = t->may_be_withdrawn || order[i]->withdraws;
        if (t->opening) {
            amend(d, schema, &marks, t, order[i]);
            continue;
        }
        t->opening = order[i];
        t->fields = d->fields + order[i]->first;
        t->count = order[i]->count;
    }
    for (size_t i = 0; i < d->thing_count; i++)
        d->things[i].withdrawn =
            d->things[i].may_be_withdrawn && is_withdrawn(schema, &d->things[i]);
    if (!d->in_order || count < d->record_count)
        order_things(d, order, count);
}

struct thing *fold_find(const struct dossier *d, const struct type *type, struct text key)
{
    for (size_t i = 0; i < d->thing_count; i++)
        if (text_is(d->things[i].key, key) && (!type || d->things[i].type == type))
            return &d->things[i];
    return NULL;
}

struct text fold_next_key(struct dossier *d, const struct type *type, unsigned extra)
{
    size_t letters = strlen(type->letter);
    uint32_t highest = 0, number;
    char *key;

    if (!letters)
        return TEXT("");
    for (size_t i = 0; i < d->record_count; i++) {
        struct text k = d->records[i].key;
        if (text_starts(k, type->letter) &&
            text_digits((struct text){k.p + letters, k.n - letters}, &number) && number > highest)
            highest = number;
    }
    key = arena_take(&d->arena, 32);
    return (struct text){key, (size_t)snprintf(key, 32, "%s%u", type->letter, highest + 1 + extra)};
}
