#include "journal/opening.h"
#include "base/text.h"

#include <string.h>

static const char *const type_names[OPENING_COUNT] = {"Melding", "Client", "Werkafspraak"};

void opening_start(struct opening *o, const struct schema *schema, struct now now, struct text by,
                   struct diag *diag)
{
    *o = (struct opening){.schema = schema, .diag = diag};
    for (int i = 0; i < OPENING_COUNT; i++) {
        o->records[i].type = schema_type(schema, text_of(type_names[i]));
        o->records[i].by = by;
        o->records[i].now = now;
    }
}

void opening_reset(struct opening *o)
{
    arena_reset(&o->none.arena);
    for (int i = 0; i < OPENING_COUNT; i++) {
        o->records[i].count = 0;
        o->records[i].key = TEXT("");
    }
}

void opening_free(struct opening *o)
{
    for (int i = 0; i < OPENING_COUNT; i++)
        addition_free(&o->records[i]);
    arena_free(&o->none.arena);
}

void opening_from(struct opening *o, const char *file, uint32_t line, uint32_t row)
{
    for (int i = 0; i < OPENING_COUNT; i++) {
        o->records[i].template_name = file;
        o->records[i].line = line;
        o->records[i].row = row;
    }
}

void opening_day(struct opening *o, date op)
{
    for (int i = 0; i < OPENING_COUNT; i++)
        o->records[i].op = op;
}

static bool is_made(const struct opening *o, int which)
{
    const struct addition *a = &o->records[which];

    for (size_t i = 0; i < a->count; i++)
        if (text_trim(a->given[i].value).n)
            return true;
    return which == OPENING_MELDING;
}

bool opening_complete(struct opening *o)
{
    bool fine = true;

    for (int i = 0; i < OPENING_COUNT; i++)
        if (is_made(o, i))
            fine = record_complete(&o->records[i], &o->none, o->schema, o->diag) && fine;
    return fine;
}

struct text opening_value(const struct opening *o, int which, const char *field)
{
    const struct addition *a = &o->records[which];

    for (size_t i = 0; i < a->count; i++)
        if (!strcmp(a->given[i].field->name, field))
            return text_trim(a->given[i].value);
    return TEXT("");
}

/* ---- what makes two the same ---- */

/* Blanks do not count: a file may hold one more than was given. */
static uint64_t value_print(const struct type *type, struct text field, struct text value,
                            struct buffer *room)
{
    room->n = 0;
    buffer_string(room, type->name);
    buffer_byte(room, '.');
    buffer_text(room, field);
    buffer_byte(room, '=');
    for (size_t i = 0; i < value.n; i++)
        if (!strchr(" \t\r\n", value.p[i]))
            buffer_byte(room, value.p[i]);
    return text_hash(buffer_view(room));
}

uint64_t opening_print(const struct opening *o)
{
    struct buffer room = {0};
    uint64_t sum = 0;

    for (int r = 0; r < OPENING_COUNT; r++)
        for (size_t i = 0; i < o->records[r].count; i++) {
            const struct given *g = &o->records[r].given[i];
            if (text_trim(g->value).n)
                sum += value_print(o->records[r].type, text_of(g->field->name), g->value, &room);
        }
    buffer_free(&room);
    return sum;
}

static bool is_first_of_its_type(const struct record *r)
{
    struct text number = r->key;

    if (!r->type || !r->opens || !text_starts(number, r->type->letter))
        return false;
    number.p += strlen(r->type->letter);
    number.n -= strlen(r->type->letter);
    for (int i = 0; i < OPENING_COUNT; i++)
        if (!strcmp(r->type->name, type_names[i]))
            return text_is_string(number, "1");
    return false;
}

static bool is_common(struct text name)
{
    for (const struct field *f = schema_common; f->name; f++)
        if (text_is_string(name, f->name))
            return true;
    return false;
}

uint64_t opening_print_of(struct dossier *d)
{
    struct buffer room = {0};
    uint64_t sum = 0;

    for (size_t i = 0; i < d->record_count; i++) {
        const struct record *r = &d->records[i];
        for (size_t f = r->first + 1; is_first_of_its_type(r) && f < r->first + r->count; f++) {
            struct text value = field_value(d, &d->fields[f]);
            if (!is_common(d->fields[f].name) && text_trim(value).n)
                sum += value_print(r->type, d->fields[f].name, value, &room);
        }
    }
    buffer_free(&room);
    return sum;
}

/* ---- writing ---- */

static bool holds(const struct opening *o, struct text id, const struct buffer *out, size_t from,
                  size_t records)
{
    struct buffer copy = {0};
    struct reader *reader;
    struct dossier *d;
    struct reader_options options = {{DATE_NONE, MOMENT_NONE}, {"", 0}, false, true, NULL};
    unsigned errors = o->diag->errors;
    bool fine;

    buffer_put(&copy, out->p + from, out->n - from);
    reader = reader_open_memory(o->schema, &copy, "nieuw", options, o->diag);
    d = reader_next(reader);
    fine = d && text_is(d->id, id) && d->record_count == records && !reader_next(reader) &&
           o->diag->errors == errors;
    reader_close(reader);
    buffer_free(&copy);
    if (!fine)
        diag_say(o->diag, SEVERITY_ERROR, STATUS_SYSTEM, "eigen-fout",
                 "het nieuwe dossier klopt niet als het teruggelezen wordt. Het is niet gemaakt. "
                 "Dit is een fout in Gesprek: meld hem");
    return fine;
}

bool opening_write(const struct opening *o, struct text id, struct buffer *out)
{
    size_t from = out->n, records = 0;

    for (int i = 0; i < OPENING_COUNT; i++)
        if (is_made(o, i)) {
            record_write(&o->records[i], id, "\n", out);
            records++;
        }
    return holds(o, id, out, from, records);
}
