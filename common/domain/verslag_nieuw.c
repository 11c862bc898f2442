#include "domain/verslag_nieuw.h"
#include "base/text.h"
#include "journal/template.h"

#include <string.h>

static const char *const kinds[] = {"Gesprek", "Stap", "Domein", "Recht", NULL};

void nieuw_begin(struct notes *n)
{
    notes_new(n, kinds[0]);
}

static const struct type *kind(const struct notes *n, const char *name)
{
    return schema_type(n->schema, text_of(name));
}

static bool is_kind(const struct type *type)
{
    for (const char *const *k = kinds; *k; k++)
        if (!strcmp(type->name, *k))
            return true;
    return false;
}

static struct addition *last_of(struct notes *n, const struct type *type)
{
    for (size_t i = n->count; i > 0; i--)
        if (n->list[i - 1].type == type)
            return &n->list[i - 1];
    return NULL;
}

static bool has(const struct addition *a, const struct field *field)
{
    for (size_t i = 0; i < a->count; i++)
        if (a->given[i].field == field)
            return true;
    return false;
}

static struct addition *add(struct notes *n, const char *type)
{
    struct addition *a = notes_new(n, type);

    a->prefixed = true;
    return a;
}

/* ---- options ---- */

static bool wrong(struct diag *diag, const char *message)
{
    diag_say(diag, SEVERITY_ERROR, STATUS_USAGE, "gebruik", "%s", message);
    return false;
}

/* `stap.wat` is of Stap, `vorm` of Gesprek; NULL when the word before the dot is neither of ours.
 */
static const struct type *kind_of_option(const struct notes *n, struct text option)
{
    const char *dot = memchr(option.p, '.', option.n);
    struct text word = {option.p, dot ? (size_t)(dot - option.p) : 0};
    struct buffer name = {0};
    const struct type *found = dot ? NULL : kind(n, kinds[0]);

    for (const char *const *k = kinds; dot && *k; k++) {
        name.n = 0;
        schema_option_name(&name, *k);
        if (text_is(buffer_view(&name), word))
            found = kind(n, *k);
    }
    buffer_free(&name);
    return found;
}

static bool begin_domein(struct notes *n, const struct argument *a, struct diag *diag)
{
    if (!schema_key_good(text_of(a->value)))
        return wrong(diag, "zeg achter --domein welk deel van het leven, bijvoorbeeld wonen");
    add(n, "Domein")->key = text_of(a->value);
    return true;
}

/* The record that the field goes in; NULL: said in diag. */
static struct addition *record_for(struct notes *n, const struct type *type,
                                   const struct field *field, struct diag *diag)
{
    struct addition *a = last_of(n, type);

    if (!a && type == kind(n, "Domein")) {
        wrong(diag, "zeg eerst welk deel van het leven, bijvoorbeeld --domein=wonen");
        return NULL;
    }
    /* A second Gesprek or a field twice in a Domein is no new record: record_complete refuses it.
     */
    if (!a ||
        (*type->letter && type != kind(n, kinds[0]) && !(field->flags & MANY) && has(a, field)))
        a = add(n, type->name);
    return a;
}

bool nieuw_option(struct notes *n, const struct argument *a, bool *standard_input,
                  struct diag *diag)
{
    const struct type *type = kind_of_option(n, a->field);
    struct given given = {.how = HOW_SET};
    struct addition *record;

    if (a->how != HOW_SET)
        return wrong(diag, "+= en -= zijn er niet bij nieuw; geef de waarde met =");
    if (text_is_string(a->field, "domein"))
        return begin_domein(n, a, diag);
    if (!type)
        return wrong(diag, "voor de punt hoort gesprek, stap, domein of recht, zoals --stap.wat");
    given.field = record_field(n->schema, type, a->field, diag);
    if (!given.field || !record_value(a->value, &given.value, standard_input, &n->arena, diag))
        return false;
    record = record_for(n, type, given.field, diag);
    if (record)
        addition_give(record, given);
    return record != NULL;
}

/* ---- templates ---- */

void nieuw_template(const struct notes *n, struct buffer *out)
{
    buffer_string(out, "# Een gesprek, met wat eruit kwam. Een stuk dat leeg blijft telt niet mee. "
                       "Nog een stap,\n# deel van het leven of recht? Kopieer dat stuk, met een "
                       "lege regel ervoor.\n\n");
    for (const char *const *k = kinds; *k; k++)
        template_write(kind(n, *k), out);
}

static struct addition *next_record(void *data, const struct type *type)
{
    struct notes *n = data;

    if (!is_kind(type))
        return NULL;
    return type == kind(n, kinds[0]) ? &n->list[0] : add(n, type->name);
}

bool nieuw_filled_in(struct notes *n, struct buffer *content, const char *name, struct diag *diag)
{
    n->list[0].template_name = name;
    if (!template_read_all(next_record, n, n->schema, content, name, &n->arena, diag))
        return false;
    for (size_t i = 1; i < n->count; i++)
        if (n->list[i].type == kind(n, "Domein") && !n->list[i].key.n) {
            diag_at(diag, SEVERITY_ERROR, STATUS_DATA, (struct place){name, 0, 0}, "sleutel-fout",
                    "zet achter `Domein:` welk deel van het leven het is, bijvoorbeeld wonen");
            return false;
        }
    return true;
}

/* ---- in the dossier ---- */

date nieuw_day(struct notes *n, date today)
{
    date day = n->list[0].op == DATE_NONE ? today : n->list[0].op;

    for (size_t i = 0; i < n->count; i++)
        if (n->list[i].op == DATE_NONE)
            n->list[i].op = day;
    return day;
}

static void fit_domein(struct addition *a, const struct dossier *d)
{
    const struct thing *t = fold_find(d, a->type, a->key);

    a->amends = a->key.n && t && t->opening && !t->withdrawn;
    for (size_t i = 0; a->amends && i < a->count; i++)
        if (a->given[i].field->flags & MANY)
            a->given[i].how = HOW_ADD;
}

void nieuw_fit(struct notes *n, struct dossier *d)
{
    const struct type *stap = kind(n, "Stap"), *domein = kind(n, "Domein");
    struct addition *gesprek = &n->list[0];
    const struct field *bij = schema_field(n->schema, stap, TEXT("Bij"));

    if (!gesprek->key.n)
        gesprek->key = arena_text(&n->arena, fold_next_key(d, gesprek->type, 0));
    for (size_t i = 1; i < n->count; i++) {
        struct addition *a = &n->list[i];
        if (a->type == domein)
            fit_domein(a, d);
        else if (a->type == stap && !has(a, bij))
            notes_give(n, a, "Bij", gesprek->key);
    }
}
