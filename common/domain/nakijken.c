#include "domain/nakijken_inside.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

void findings_free(struct findings *f)
{
    free(f->list);
    *f = (struct findings){0};
}

void nakijken_add(struct pass *p, enum severity severity, struct place place, const char *code)
{
    struct findings *f = p->findings;

    mem_grow(&f->list, &f->capacity, f->count + 1, sizeof *f->list);
    f->list[f->count++] =
        (struct finding){severity, place, code, arena_string(&p->d->arena, buffer_view(&p->text))};
    p->text.n = 0;
}

void nakijken_quoted(struct pass *p, struct text t)
{
    char safe[QUOTE_SIZE];
    buffer_string(&p->text, quote(t, safe));
}

/* ---- bold fields, references, scores ---- */

static bool has_value(const struct thing *t, name_id name)
{
    for (size_t i = 1; i < t->count; i++)
        if (t->fields[i].id == name && t->fields[i].value.n)
            return true;
    return false;
}

static name_id name_of(const struct pass *p, const struct field *f)
{
    return schema_name(p->schema, text_of(f->name));
}

static void look_at_bold(struct pass *p, const struct thing *t)
{
    for (const struct field *f = t->type->fields; f->name; f++)
        if (f->flags & OPENS && !has_value(t, name_of(p, f))) {
            buffer_format(&p->text, "bij %s ", t->type->name);
            nakijken_quoted(p, t->key);
            buffer_format(&p->text, " is %s nog niet genoteerd. Vul het aan", f->name);
            nakijken_add(p, SEVERITY_ERROR, t->opening->place, "veld-nodig");
        }
}

static bool fits(const struct pass *p, const struct field *f, const struct thing *target)
{
    struct text rest = text_of(f->detail), word;

    while (text_next_word(&rest, &word))
        if (text_is_string(word, "*") || target->type == schema_type(p->schema, word))
            return true;
    return false;
}

static void look_at_reference(struct pass *p, const struct thing *t, const struct field *f,
                              const struct rec_field *value)
{
    const struct thing *target = fold_find(p->d, NULL, value->value);
    struct place place = {t->opening->place.file, value->line, 1};

    if (target && fits(p, f, target))
        return;
    buffer_format(&p->text, "%s verwijst naar ", f->name);
    nakijken_quoted(p, value->value);
    buffer_string(&p->text, target ? ", maar daar kan het niet naar verwijzen. Het moet zijn: "
                                   : ", en dat is niet in dit dossier. Verbeter de sleutel");
    if (target)
        buffer_string(&p->text, f->detail);
    nakijken_add(p, SEVERITY_ERROR, place, "verwijzing-stuk");
}

static void look_at_fields(struct pass *p, const struct thing *t)
{
    const struct field *noodzaak = schema_field(p->schema, t->type, TEXT("Noodzaak"));

    for (size_t i = 1; i < t->count; i++) {
        const struct rec_field *v = &t->fields[i];
        const struct field *f =
            schema_field_at(p->schema, t->type, schema_field_index(p->schema, t->type, v->id));
        if (!f || !v->value.n)
            continue;
        if (f->kind == KIND_REFERENCE)
            look_at_reference(p, t, f, v);
        if (f->flags & BIJZONDER && noodzaak && !has_value(t, name_of(p, noodzaak))) {
            buffer_format(&p->text, "%s is bijzonder. Noteer bij Noodzaak waarom het nodig is",
                          f->name);
            nakijken_add(p, SEVERITY_FINDING, (struct place){t->opening->place.file, v->line, 1},
                         "noodzaak");
        }
    }
}

/* ---- numbers that say who somebody is ---- */

bool is_bsn(const char *digits)
{
    int sum = 0;

    for (int i = 0; i < 9; i++)
        sum += (digits[i] - '0') * (i < 8 ? 9 - i : -1);
    return sum % 11 == 0 && memcmp(digits, "000000000", 9) != 0;
}

bool is_insz(const char *digits)
{
    uint64_t number = 0, check = (uint64_t)((digits[9] - '0') * 10 + digits[10] - '0');
    int month = (digits[2] - '0') * 10 + digits[3] - '0';

    for (int i = 0; i < 9; i++)
        number = number * 10 + (uint64_t)(digits[i] - '0');
    if (month % 20 > 12 || month > 52)
        return false;
    return 97 - number % 97 == check || 97 - (2000000000U + number) % 97 == check;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void found_number(struct pass *p, const struct record *r, const char *at, bool bsn)
{
    struct place place = r->place;
    const char *line_start = r->body.p;

    for (const char *c = r->body.p; c < at; c++)
        if (*c == '\n') {
            place.line++;
            line_start = c + 1;
        }
    place.column = (uint32_t)(at - line_start) + 1;
    buffer_format(&p->text, "dit lijkt een %s. Dat hoort niet in een dossier: haal het weg",
                  bsn ? "burgerservicenummer" : "rijksregisternummer");
    nakijken_add(p, SEVERITY_FINDING, place, bsn ? "bsn" : "insz");
}

/* 85.07.30-033.28, as it stands on a card. */
static bool is_written_insz(const char *p, const char *end)
{
    static const char form[] = "dd.dd.dd-ddd.dd";
    char digits[11];
    size_t n = 0;

    if (end - p < (ptrdiff_t)sizeof form - 1)
        return false;
    for (size_t i = 0; form[i]; i++) {
        if (form[i] == 'd' ? !is_digit(p[i]) : p[i] != form[i])
            return false;
        if (form[i] == 'd')
            digits[n++] = p[i];
    }
    return is_insz(digits);
}

/* A run of nine digits has one at every ninth place, so eight of nine bytes are never looked at. */
static void look_for_numbers(struct pass *p, const struct record *r)
{
    const char *start = r->body.p, *end = start + r->body.n;

    for (const char *c = start + 8; c < end; c += 9) {
        const char *first = c, *behind = c;
        if (!is_digit(*c))
            continue;
        while (first > start && is_digit(first[-1]))
            first--;
        while (behind < end && is_digit(*behind))
            behind++;
        if (behind - first == 9 && is_bsn(first))
            found_number(p, r, first, true);
        if (behind - first == 11 && is_insz(first))
            found_number(p, r, first, false);
        while (c + 9 < behind)
            c += 9;
    }
    for (const char *dot = start; (dot = memchr(dot, '.', (size_t)(end - dot))); dot++)
        if (dot - start >= 2 && dot + 1 < end && is_digit(dot[-1]) && is_digit(dot[1]) &&
            is_written_insz(dot - 2, end))
            found_number(p, r, dot - 2, false);
}

/* ---- order and form ---- */

static void look_at_order(struct pass *p, const struct record *r)
{
    const struct thing *t = &p->d->things[r->thing];
    char day[11];

    if (!r->amends || t->opening != r || p->d->record_count < 2)
        return;
    for (size_t i = 0; i < p->d->record_count; i++) {
        const struct record *other = &p->d->records[i];
        if (other != r && other->thing == r->thing && other->opens) {
            buffer_string(&p->text, "deze wijziging van ");
            nakijken_quoted(p, r->key);
            buffer_format(&p->text, " is van voor het begin op %s. Kijk de dagen na",
                          date_write(other->op, day));
            nakijken_add(p, SEVERITY_FINDING, r->place, "op-volgorde");
        }
    }
}

static void look_at_end(struct pass *p)
{
    const struct record *last = &p->d->records[p->d->record_count - 1];

    if (last->closed)
        return;
    buffer_string(
        &p->text,
        "na het laatste record hoort een lege regel, anders plakt het volgende eraan vast");
    nakijken_add(p, SEVERITY_FINDING, last->place, "lege-regel");
}

void nakijken(struct dossier *d, const struct schema *schema, struct findings *findings)
{
    struct pass p = {.d = d, .schema = schema, .findings = findings};
    const struct type *verwijzing = schema_type(schema, TEXT("Verwijzing"));

    for (size_t i = 0; i < d->thing_count; i++) {
        const struct thing *t = &d->things[i];
        if (!t->type || !t->opening)
            continue;
        look_at_bold(&p, t);
        look_at_fields(&p, t);
        if (t->type == verwijzing)
            nakijken_verwijzing(&p, t);
    }
    for (size_t i = 0; i < d->record_count; i++) {
        look_at_order(&p, &d->records[i]);
        look_for_numbers(&p, &d->records[i]);
    }
    if (d->record_count)
        look_at_end(&p);
    buffer_free(&p.text);
}
