#include "base/text.h"
#include "journal/record.h"

#include <stdio.h>
#include <string.h>

/* ---- checking ---- */

static void fail(struct diag *diag, const struct given *g, const char *code, const char *format,
                 const char *what)
{
    char message[1024], column[QUOTE_SIZE];
    struct place place = g ? g->place : (struct place){0};
    int n = 0;

    if (g && g->row)
        n = snprintf(message, sizeof message, "rij %u, kolom `%s`: ", g->row,
                     quote(g->column, column));
    snprintf(message + n, sizeof message - (size_t)n, format, what);
    if (place.file)
        diag_at(diag, SEVERITY_ERROR, STATUS_DATA, place, code, "%s", message);
    else
        diag_say(diag, SEVERITY_ERROR, g ? STATUS_USAGE : STATUS_DATA, code, "%s", message);
}

static bool has_control(struct text value)
{
    for (size_t i = 0; i < value.n; i++)
        if (((unsigned char)value.p[i] < ' ' && value.p[i] != '\n' && value.p[i] != '\t') ||
            value.p[i] == 0x7f)
            return true;
    return false;
}

static void check_reference(const struct given *g, bool outside, const struct dossier *d,
                            const struct schema *schema, struct diag *diag)
{
    const struct thing *t = fold_find(d, NULL, g->value);
    struct text rest, word;
    bool fits = false;
    char key[QUOTE_SIZE], message[768];

    quote(g->value, key);
    if (!t) {
        snprintf(message, sizeof message, "%s verwijst naar %s, en dat is niet %s", g->field->name,
                 key, outside ? "op deze sociale kaart" : "in dit dossier");
        fail(diag, g, "verwijzing-stuk", "%s", message);
        return;
    }
    rest = text_of(g->field->detail);
    while (text_next_word(&rest, &word))
        fits = fits || text_is_string(word, "*") || t->type == schema_type(schema, word);
    if (fits)
        return;
    snprintf(message, sizeof message,
             "%s kan niet naar %s verwijzen: dat is een %s; het moet een van deze zijn: %s",
             g->field->name, key, t->type ? t->type->name : "onbekend type", g->field->detail);
    fail(diag, g, "verwijzing-stuk", "%s", message);
}

/* `+6w` and `vandaag` are for typing: what stands in the file is a day. */
static void make_absolute(struct given *g, date today, struct arena *arena)
{
    struct text value = text_trim(g->value);
    date day;

    if (g->field->kind != KIND_DATE || date_parse(value) != DATE_NONE)
        return;
    day = date_parse_relative(value, today);
    if (day != DATE_NONE)
        g->value = text_of(date_write(day, arena_take(arena, 11)));
}

static void check_value(struct given *g, const struct addition *a, struct dossier *d,
                        const struct schema *schema, struct diag *diag)
{
    char value[QUOTE_SIZE], advice[512], message[1024];

    if (text_bad_byte(g->value) < g->value.n) {
        fail(diag, g, "utf8", "de waarde van %s is geen UTF-8-tekst", g->field->name);
        return;
    }
    if (has_control(g->value)) {
        fail(diag, g, "stuurteken",
             "in de waarde van %s staat een onzichtbaar stuurteken. Haal het weg", g->field->name);
        return;
    }
    if (!text_trim(g->value).n)
        return;
    make_absolute(g, a->now.today, &d->arena);
    if (!schema_value_good(g->field, g->value)) {
        snprintf(message, sizeof message, "`%s` past niet bij %s: %s", quote(g->value, value),
                 g->field->name, schema_value_advice(g->field, g->value, advice));
        fail(diag, g, schema_value_code(g->field), "%s", message);
        return;
    }
    g->value = schema_canonical(g->field, g->value);
    if (g->field->kind == KIND_REFERENCE)
        check_reference(g, a->type->flags & OUTSIDE, d, schema, diag);
}

static void check_repeats(const struct addition *a, size_t at, struct diag *diag)
{
    const struct given *g = &a->given[at];
    bool again = false, empties = false;

    for (size_t i = 0; i < at; i++)
        if (a->given[i].field == g->field) {
            again = true;
            empties =
                empties || (a->given[i].how == HOW_SET && (!a->given[i].value.n || !g->value.n));
        }
    if (!(g->field->flags & MANY) && again)
        fail(diag, g, "gebruik", "%s kan er maar een keer zijn", g->field->name);
    else if (again && empties && g->how == HOW_SET)
        fail(diag, g, "gebruik", "%s kan niet tegelijk leeg en niet leeg zijn", g->field->name);
    if (!(g->field->flags & MANY) && g->how != HOW_SET)
        fail(diag, g, "gebruik",
             "+= en -= zijn voor velden die vaker kunnen; %s kan er maar een keer zijn",
             g->field->name);
    if (!a->amends && g->how == HOW_REMOVE)
        fail(diag, g, "gebruik", "van %s is nog niets om weg te halen", g->field->name);
}

static bool is_given(const struct addition *a, const struct field *f)
{
    for (size_t i = 0; i < a->count; i++)
        if (a->given[i].field == f && text_trim(a->given[i].value).n)
            return true;
    return false;
}

static void say_needed(const struct addition *a, const char *message, struct diag *diag)
{
    if (a->template_name)
        diag_at(diag, SEVERITY_ERROR, STATUS_DATA, (struct place){a->template_name, a->line, 0},
                "veld-nodig", "%s", message);
    else
        diag_say(diag, SEVERITY_ERROR, STATUS_USAGE, "veld-nodig", "%s", message);
}

static void check_bold(const struct addition *a, struct diag *diag)
{
    struct buffer option = {0};

    for (const struct field *f = a->type->fields; !a->amends && f->name; f++)
        if (f->flags & OPENS && !is_given(a, f)) {
            option.n = 0;
            if (a->row)
                buffer_format(&option, "rij %u: ", a->row);
            buffer_format(&option, "%s vraagt om %s. ", a->type->name, f->name);
            buffer_string(&option, a->row ? "Vul het in" : "Geef --");
            if (!a->row && a->prefixed) {
                schema_option_name(&option, a->type->name);
                buffer_byte(&option, '.');
            }
            if (!a->row)
                schema_option_name(&option, f->name);
            buffer_byte(&option, '\0');
            say_needed(a, option.p, diag);
        }
    for (size_t i = 0; a->amends && i < a->count; i++)
        if (a->given[i].field->flags & OPENS && a->given[i].how == HOW_SET &&
            !text_trim(a->given[i].value).n)
            fail(diag, &a->given[i], "veld-nodig", "%s kan niet leeg worden, wel anders",
                 a->given[i].field->name);
    buffer_free(&option);
}

static const struct record *opening_record(const struct dossier *d, struct text key,
                                           const struct type *type)
{
    const struct record *first = NULL;

    for (size_t i = 0; i < d->record_count; i++) {
        const struct record *r = &d->records[i];
        if (text_is(r->key, key) && r->type == type &&
            (!first || r->op < first->op || (r->opens && !first->opens)))
            first = r;
    }
    return first;
}

static bool check_key(struct addition *a, struct dossier *d, struct diag *diag)
{
    char key[QUOTE_SIZE];
    const struct record *opening;

    if (!a->key.n && !a->amends)
        a->key = fold_next_key(d, a->type, 0);
    quote(a->key, key);
    if (!a->key.n) {
        diag_say(diag, SEVERITY_ERROR, STATUS_USAGE, "gebruik",
                 "%s heeft het levensdomein als sleutel. Geef --sleutel, bijvoorbeeld wonen",
                 a->type->name);
        return false;
    }
    if (!schema_key_good(a->key)) {
        diag_say(diag, SEVERITY_ERROR, STATUS_USAGE, "sleutel-fout",
                 "`%s` is geen goede sleutel: gebruik letters, cijfers, punt, streepje of _, "
                 "hoogstens 64 tekens",
                 key);
        return false;
    }
    opening = opening_record(d, a->key, a->type);
    if (a->amends && opening->op > a->op) {
        char day[11];
        diag_say(diag, SEVERITY_ERROR, STATUS_DATA, "op-volgorde",
                 "%s is er pas op %s. Kies een --op vanaf die dag", key,
                 date_write(opening->op, day));
        return false;
    }
    for (size_t i = 0; !a->amends && i < d->record_count; i++) {
        const struct record *r = &d->records[i];
        bool domein = !*a->type->letter || (r->type && !*r->type->letter);
        if (text_is(r->key, a->key) && (r->type == a->type || !domein)) {
            struct text next = fold_next_key(d, a->type, 0);
            diag_say(diag, SEVERITY_ERROR, STATUS_DATA, "sleutel-dubbel",
                     "%s bestaat al in dit dossier. %s%.*s", key,
                     next.n ? "De volgende vrije sleutel is " : "Gebruik wijzig ",
                     next.n ? (int)next.n : (int)a->key.n, next.n ? next.p : a->key.p);
            return false;
        }
    }
    return true;
}

/* ---- += and -= ---- */

static void replace_given(struct addition *a, const struct field *f, struct text *list, size_t n)
{
    struct given first = {.field = f, .value = {"", 0}};
    size_t kept = 0;

    for (size_t i = 0; i < a->count; i++) {
        if (a->given[i].field == f)
            first.place = a->given[i].place;
        else
            a->given[kept++] = a->given[i];
    }
    a->count = kept;
    if (!n)
        addition_give(a, first);
    for (size_t i = 0; i < n; i++) {
        first.value = list[i];
        addition_give(a, first);
    }
}

static bool take_away(struct text *list, size_t *n, struct text value)
{
    for (size_t i = 0; i < *n; i++)
        if (text_is(list[i], value)) {
            memmove(list + i, list + i + 1, (*n - i - 1) * sizeof *list);
            --*n;
            return true;
        }
    return false;
}

static bool is_in_list(const struct text *list, size_t n, struct text value)
{
    for (size_t i = 0; i < n; i++)
        if (text_is(list[i], value))
            return true;
    return false;
}

/* What is written is always the full new list, so that a reader needs no history. */
static void work_out(struct addition *a, const struct field *f, struct dossier *d,
                     const struct schema *schema, struct diag *diag)
{
    const struct thing *t = a->amends ? fold_find(d, a->type, a->key) : NULL;
    struct text *list = arena_take(&d->arena, ((t ? t->count : 0) + a->count + 1) * sizeof *list);
    size_t n = 0, at = 0;
    bool set = false;

    while (t && thing_next_value(d, t, schema_name(schema, text_of(f->name)), &at, &list[n]))
        n++;
    for (size_t i = 0; i < a->count; i++) {
        const struct given *g = &a->given[i];
        if (g->field != f)
            continue;
        if (g->how == HOW_SET && !set) {
            n = 0;
            set = true;
        }
        if (g->how != HOW_REMOVE && g->value.n && !is_in_list(list, n, g->value))
            list[n++] = g->value;
        if (g->how == HOW_REMOVE && !take_away(list, &n, g->value)) {
            char value[QUOTE_SIZE];
            fail(diag, g, "niet-gevonden", "`%s` staat er niet bij, dus het kan er niet af",
                 quote(g->value, value));
        }
    }
    if (f->flags & OPENS && !n)
        diag_say(diag, SEVERITY_ERROR, STATUS_USAGE, "veld-nodig",
                 "%s kan niet leeg worden, wel anders", f->name);
    replace_given(a, f, list, n);
}

static void work_out_lists(struct addition *a, struct dossier *d, const struct schema *schema,
                           struct diag *diag)
{
    for (size_t i = 0; i < a->count; i++)
        if (a->given[i].how != HOW_SET) {
            work_out(a, a->given[i].field, d, schema, diag);
            i = (size_t)-1; /* the list has moved: look from the start, until all are HOW_SET */
        }
}

bool record_complete(struct addition *a, struct dossier *d, const struct schema *schema,
                     struct diag *diag)
{
    unsigned errors = diag->errors;

    for (size_t i = 0; i < a->count; i++) {
        check_value(&a->given[i], a, d, schema, diag);
        check_repeats(a, i, diag);
    }
    check_bold(a, diag);
    if (text_bad_byte(a->by) < a->by.n || has_control(a->by) || memchr(a->by.p, '\n', a->by.n))
        diag_say(diag, SEVERITY_ERROR, STATUS_USAGE, "gebruik",
                 "de naam achter Door is geen gewone regel tekst");
    if (!check_key(a, d, diag) || diag->errors > errors)
        return false;
    work_out_lists(a, d, schema, diag);
    return diag->errors == errors;
}
