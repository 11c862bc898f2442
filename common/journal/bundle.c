#include "journal/bundle.h"
#include "base/text.h"
#include "journal/template.h"

#include <stdio.h>
#include <string.h>

void bundle_begin(struct bundle *b)
{
    struct text rest = text_of(b->types), word;
    char *name;

    text_next_word(&rest, &word);
    name = arena_string(&b->notes->arena, word);
    notes_new(b->notes, name);
}

static const struct type *first_type(const struct bundle *b)
{
    return b->notes->list[0].type;
}

bool bundle_many(const struct bundle *b, const struct type *type)
{
    return text_has_word(b->many, text_of(type->name));
}

static struct addition *last_of(struct notes *n, const struct type *type)
{
    for (size_t i = n->count; i > 0; i--)
        if (n->list[i - 1].type == type)
            return &n->list[i - 1];
    return NULL;
}

bool addition_has(const struct addition *a, const struct field *field)
{
    for (size_t i = 0; i < a->count; i++)
        if (a->given[i].field == field)
            return true;
    return false;
}

static struct addition *add(struct notes *n, const struct type *type)
{
    struct addition *a = notes_new(n, type->name);

    a->prefixed = true;
    return a;
}

/* ---- options ---- */

static bool wrong(struct diag *diag, const char *message)
{
    diag_say(diag, SEVERITY_ERROR, STATUS_USAGE, "gebruik", "%s", message);
    return false;
}

/* `stap.wat` is of Stap, `vorm` of the first type; NULL when the word before the dot is none of
 * ours. */
static const struct type *type_of_option(const struct bundle *b, struct text option)
{
    const char *dot = memchr(option.p, '.', option.n);
    struct text before = {option.p, dot ? (size_t)(dot - option.p) : 0};
    struct text rest = text_of(b->types), word;
    struct buffer name = {0};
    const struct type *found = dot ? NULL : first_type(b);

    while (dot && text_next_word(&rest, &word)) {
        const struct type *type = schema_type(b->notes->schema, word);
        name.n = 0;
        schema_option_name(&name, type->name);
        if (text_is(buffer_view(&name), before))
            found = type;
    }
    buffer_free(&name);
    return found;
}

static bool wrong_type(const struct bundle *b, struct diag *diag)
{
    struct buffer message = {0}, names = {0};
    struct text rest = text_of(b->types), word;

    while (text_next_word(&rest, &word)) {
        struct buffer name = {0};
        buffer_text(&name, word);
        buffer_byte(&name, '\0');
        buffer_string(&names, !names.n ? "" : rest.n ? ", " : " of ");
        schema_option_name(&names, name.p);
        buffer_free(&name);
    }
    buffer_format(&message, "voor de punt hoort %.*s, zoals --%s", (int)names.n, names.p,
                  text_has_word(b->types, TEXT("Stap"))         ? "stap.wat"
                  : text_has_word(b->types, TEXT("Afsluiting")) ? "afsluiting.reden"
                                                                : "client.naam");
    buffer_byte(&message, '\0');
    wrong(diag, message.p);
    buffer_free(&message);
    buffer_free(&names);
    return false;
}

static bool begin_domein(struct bundle *b, const struct argument *a, struct diag *diag)
{
    if (!schema_key_good(text_of(a->value)))
        return wrong(diag, "zeg achter --domein welk deel van het leven, bijvoorbeeld wonen");
    add(b->notes, schema_type(b->notes->schema, TEXT("Domein")))->key = text_of(a->value);
    return true;
}

/* The record that the field goes in; NULL: said in diag. A second one of what there can be one of,
 * or a field twice in a Domein, is no new record: record_complete refuses it. */
static struct addition *record_for(struct bundle *b, const struct type *type,
                                   const struct field *field, struct diag *diag)
{
    struct addition *a = last_of(b->notes, type);

    if (!a && !*type->letter) {
        wrong(diag, "zeg eerst welk deel van het leven, bijvoorbeeld --domein=wonen");
        return NULL;
    }
    if (!a ||
        (*type->letter && bundle_many(b, type) && !(field->flags & MANY) && addition_has(a, field)))
        a = add(b->notes, type);
    return a;
}

bool bundle_option(struct bundle *b, const struct argument *a, bool *standard_input,
                   struct diag *diag)
{
    struct notes *n = b->notes;
    const struct type *type = type_of_option(b, a->field);
    struct given given = {.how = HOW_SET};
    struct addition *record;

    if (a->how != HOW_SET)
        return wrong(diag, "+= en -= zijn er niet bij nieuw; geef de waarde met =");
    if (text_is_string(a->field, "domein") && text_has_word(b->types, TEXT("Domein")))
        return begin_domein(b, a, diag);
    if (!type)
        return wrong_type(b, diag);
    given.field = record_field(n->schema, type, a->field, diag);
    if (!given.field || !record_value(a->value, &given.value, standard_input, &n->arena, diag))
        return false;
    record = record_for(b, type, given.field, diag);
    if (record)
        addition_give(record, given);
    return record != NULL;
}

/* ---- templates ---- */

void bundle_template(const struct bundle *b, const char *intro, struct buffer *out)
{
    struct text rest = text_of(b->types), word;

    buffer_string(out, intro);
    while (text_next_word(&rest, &word))
        template_write(schema_type(b->notes->schema, word), out);
}

static struct addition *next_record(void *data, const struct type *type)
{
    struct bundle *b = data;

    if (!text_has_word(b->types, text_of(type->name)))
        return NULL;
    if (type == first_type(b))
        return &b->notes->list[0];
    if (!bundle_many(b, type) && last_of(b->notes, type))
        return last_of(b->notes, type);
    return add(b->notes, type);
}

bool bundle_filled_in(struct bundle *b, struct buffer *content, const char *name, struct diag *diag)
{
    struct notes *n = b->notes;

    n->list[0].template_name = name;
    if (!template_read_all(next_record, b, n->schema, content, name, &n->arena, diag))
        return false;
    for (size_t i = 1; i < n->count; i++)
        if (!*n->list[i].type->letter && !n->list[i].key.n) {
            diag_at(diag, SEVERITY_ERROR, STATUS_DATA, (struct place){name, 0, 0}, "sleutel-fout",
                    "zet achter `Domein:` welk deel van het leven het is, bijvoorbeeld wonen");
            return false;
        }
    return true;
}

/* ---- all of them ---- */

date bundle_day(struct bundle *b, date today)
{
    struct notes *n = b->notes;
    date day = n->list[0].op == DATE_NONE ? today : n->list[0].op;

    for (size_t i = 0; i < n->count; i++)
        if (n->list[i].op == DATE_NONE)
            n->list[i].op = day;
    return day;
}

const char *bundle_many_parts(size_t parts)
{
    return parts > BUNDLE_PARTS_OF_LIFE
               ? "meer dan drie delen van het leven is veel voor een gesprek. Niets hoeft in een "
                 "keer: een volgende keer is er weer tijd"
               : NULL;
}

void bundle_mind(const struct bundle *b, struct diag *diag)
{
    const struct type *domein = schema_type(b->notes->schema, TEXT("Domein"));
    size_t parts = 0;

    for (size_t i = 0; i < b->notes->count; i++)
        parts += b->notes->list[i].type == domein;
    if (bundle_many_parts(parts))
        diag_say(diag, SEVERITY_NOTE, STATUS_OK, "veel-tegelijk", "%s", bundle_many_parts(parts));
}
