#include "domain/kaart_schrijf.h"
#include "base/text.h"

#include <string.h>

void kaart_als_dossier(const struct kaart *k, struct dossier *d)
{
    *d = (struct dossier){.id = TEXT("kaart"), .begun = true};
    d->records = arena_take(&d->arena, (k->count + 1) * sizeof *d->records);
    d->things = arena_take(&d->arena, (k->count + 1) * sizeof *d->things);
    for (size_t i = 0; i < k->count; i++) {
        const struct kaart_item *item = &k->items[i];
        d->records[i] = item->record;
        d->things[i] = (struct thing){.type = item->record.type,
                                      .type_name = item->record.type_name,
                                      .key = item->record.key,
                                      .opening = &d->records[i],
                                      .latest = &d->records[i],
                                      .fields = item->fields,
                                      .count = item->count};
    }
    d->record_count = d->thing_count = k->count;
}

static bool complete(const struct kaart *k, struct addition *a, struct dossier *d)
{
    a->op = a->now.today;
    a->by = TEXT("kaart");
    return record_complete(a, d, k->schema, k->diag);
}

/* ---- new ---- */

static struct text given_value(const struct addition *a, const char *field)
{
    for (size_t i = 0; i < a->count; i++)
        if (!strcmp(a->given[i].field->name, field))
            return a->given[i].value;
    return TEXT("");
}

static bool key_is_free(const struct kaart *k, struct text key)
{
    const struct kaart_item *there = kaart_find(k, key);
    char safe[QUOTE_SIZE];

    if (!there)
        return true;
    diag_say(k->diag, SEVERITY_ERROR, STATUS_DATA, "sleutel-dubbel",
             "%s is al de sleutel van een %s op deze kaart. Kies een andere met --sleutel, of "
             "gebruik wijzig",
             quote(key, safe), there->record.type ? there->record.type->name : "ander record");
    return false;
}

static void choose_key(const struct kaart *k, struct addition *a, struct arena *arena)
{
    struct kaart_sleutels sleutels = {0};
    struct text name = given_value(a, "Naam");

    if (!name.n)
        name = text_of(a->type->name);
    if (!a->key.n)
        a->key = kaart_sleutel(k, name, &sleutels, arena);
    lookup_free(&sleutels.taken);
    lookup_free(&sleutels.last);
}

/* Who writes it down now has just looked. */
static void date_it(const struct kaart *k, struct addition *a, struct arena *arena)
{
    const struct field *field = schema_field(k->schema, a->type, TEXT("Nagekeken"));

    if (field && !given_value(a, "Nagekeken").n)
        addition_give(
            a, (struct given){.field = field,
                              .value = text_of(date_write(a->now.today, arena_take(arena, 11)))});
}

static void write_record(const struct addition *a, struct buffer *out)
{
    rec_write_field(out, "\n", text_of(a->type->name), a->key);
    for (size_t i = 0; i < a->count; i++)
        if (text_trim(a->given[i].value).n)
            rec_write_field(out, "\n", text_of(a->given[i].field->name), a->given[i].value);
    buffer_byte(out, '\n');
}

bool kaart_nieuw(const struct kaart *k, struct addition *a, struct arena *arena,
                 struct buffer *record)
{
    struct dossier d;
    bool fine;

    if (!key_is_free(k, a->key))
        return false;
    kaart_als_dossier(k, &d);
    choose_key(k, a, arena);
    date_it(k, a, arena);
    fine = complete(k, a, &d);
    if (fine)
        write_record(a, record);
    arena_free(&d.arena);
    return fine;
}

/* ---- changed ---- */

static bool is_first(const struct addition *a, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (a->given[i].field == a->given[at].field)
            return false;
    return true;
}

static struct rec_change change_of(const struct addition *a, size_t at, struct arena *arena)
{
    const struct field *field = a->given[at].field;
    struct text *values = arena_take(arena, (a->count + 1) * sizeof *values);
    size_t n = 0;

    for (size_t i = 0; i < a->count; i++)
        if (a->given[i].field == field && text_trim(a->given[i].value).n)
            values[n++] = a->given[i].value;
    return (struct rec_change){text_of(field->name), values, n};
}

static void write_changes(const struct kaart_item *item, const struct addition *a,
                          struct arena *arena, struct buffer *out)
{
    struct rec_change *changes = arena_take(arena, (a->count + 1) * sizeof *changes);
    size_t count = 0;

    for (size_t i = 0; i < a->count; i++)
        if (is_first(a, i))
            changes[count++] = change_of(a, i, arena);
    rec_amend(out, item->record.raw, changes, count);
}

bool kaart_wijzig(const struct kaart *k, const struct kaart_item *item, struct addition *a,
                  struct buffer *record)
{
    struct dossier d;
    bool fine;

    kaart_als_dossier(k, &d);
    for (size_t i = 0; i < d.record_count; i++)
        d.records[i].op = a->now.today;
    a->amends = true;
    a->key = item->record.key;
    fine = complete(k, a, &d);
    if (fine)
        write_changes(item, a, &d.arena, record);
    arena_free(&d.arena);
    return fine;
}
