#include "journal/template.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void write_choices(struct buffer *out, const struct field *f)
{
    struct text rest = schema_choices(f), word;

    if (!rest.n)
        return;
    buffer_string(out, "# Kies uit:");
    for (const char *comma = " "; schema_next_choice(&rest, &word); comma = ", ") {
        buffer_string(out, comma);
        buffer_text(out, word);
    }
    buffer_byte(out, '\n');
}

static void write_field(struct buffer *out, const struct field *f)
{
    const char *needed = f->flags & OPENS ? " (nodig)" : "";
    const char *many = f->flags & MANY ? " (mag vaker: herhaal de regel)" : "";

    buffer_format(out, "# %s%s%s\n", f->question, needed, many);
    write_choices(out, f);
    buffer_format(out, "%s:\n", f->name);
}

void template_write(const struct type *type, struct buffer *out)
{
    buffer_format(out, "# %s: %s\n", type->name, type->explanation);
    buffer_string(
        out, "# Vul in wat u weet. Wat leeg blijft telt niet mee. Een lange tekst gaat verder\n"
             "# op regels die met `+ ` beginnen. Regels met # zijn uitleg.\n");
    buffer_format(out, "%s:\n", type->name);
    if (!(type->flags & OUTSIDE))
        buffer_string(out, "# Op welke dag was het? Leeg is vandaag.\nOp:\n");
    for (const struct field *f = type->fields; f->name; f++)
        write_field(out, f);
    buffer_byte(out, '\n');
}

struct reading {
    struct addition *a;
    template_next *next; /* NULL: there is one record, and a is for it */
    void *data;
    size_t taken; /* records that were not empty */
    const struct schema *schema;
    const char *name;
    struct arena *arena;
    struct diag *diag;
};

static bool fail_at(struct reading *r, uint32_t line, uint32_t column, const char *code,
                    const char *message)
{
    diag_at(r->diag, SEVERITY_ERROR, STATUS_DATA, (struct place){r->name, line, column}, code, "%s",
            message);
    return false;
}

static bool fail(struct reading *r, uint32_t line, const char *code, const char *message)
{
    return fail_at(r, line, 1, code, message);
}

static bool take_field(struct reading *r, const struct rec_field *f, struct text value)
{
    char safe[QUOTE_SIZE], message[512];
    const struct field *field = schema_field(r->schema, r->a->type, f->name);

    if (text_is_string(f->name, schema_common[COMMON_OP].name) && !(r->a->type->flags & OUTSIDE)) {
        date day = date_parse(text_trim(value));
        if (day == DATE_NONE)
            return fail(r, f->line, "datum-fout",
                        "dit is geen dag die bestaat. Schrijf 2026-11-22");
        if (r->a->op == DATE_NONE)
            r->a->op = day;
        return true;
    }
    if (!field || field < r->a->type->fields ||
        (field >= schema_common && field < schema_common + COMMON_COUNT)) {
        snprintf(message, sizeof message, "het veld %s hoort niet bij %s", quote(f->name, safe),
                 r->a->type->name);
        return fail(r, f->line, "onbekend-veld", message);
    }
    addition_give(r->a,
                  (struct given){.field = field, .value = value, .place = {r->name, f->line, 1}});
    return true;
}

static bool is_blank(const struct rec_scanner *scan, const struct rec_record *rec)
{
    for (size_t i = rec->first; i < rec->first + rec->count; i++)
        if (text_trim(scan->fields[i].value).n)
            return false;
    return true;
}

/* The addition for a record of one of several types; NULL: there is none for it. */
static struct addition *next_addition(struct reading *r, struct text type_name)
{
    const struct type *type = schema_type(r->schema, type_name);
    struct addition *a = type ? r->next(r->data, type) : NULL;

    if (a)
        a->template_name = r->name;
    return a;
}

static bool take_record(struct reading *r, const struct rec_scanner *scan,
                        const struct rec_record *rec)
{
    const struct rec_field *first = &scan->fields[rec->first];
    bool fine = true;

    if (r->next && is_blank(scan, rec))
        return true;
    r->taken++;
    if (r->next)
        r->a = next_addition(r, first->name);
    if (!r->a || !text_is_string(first->name, r->a->type->name))
        return fail(
            r, first->line, "ander-type",
            "dit sjabloon is voor een ander soort record. Maak een nieuw sjabloon met --sjabloon");
    if (text_trim(first->value).n && !schema_key_good(text_trim(first->value)))
        fine = fail_at(r, first->line, (uint32_t)first->name.n + 2, "sleutel-fout",
                       "een sleutel heeft letters, cijfers, punt, streepje of _, hoogstens 64 "
                       "tekens. Laat hem leeg, dan kiest Gesprek de volgende");
    else if (!r->a->key.n)
        r->a->key = text_trim(first->value);
    for (size_t i = rec->first + 1; i < rec->first + rec->count; i++) {
        const struct rec_field *f = &scan->fields[i];
        struct text value = f->coded ? rec_decode(r->arena, f) : f->value;
        if (text_trim(value).n)
            fine = take_field(r, f, value) && fine;
    }
    return fine;
}

static bool take_all(struct reading *r, struct rec_scanner *scan)
{
    struct rec_record rec;
    enum rec_result result;
    size_t records = 0;
    bool fine = true;

    while ((result = rec_next(scan, &rec)) == REC_RECORD || (result == REC_GIANT && fine) ||
           rec.problem_count) {
        for (size_t i = 0; i < rec.problem_count; i++) {
            const struct rec_problem *p = &scan->problems[rec.first_problem + i];
            fine = fail_at(r, p->line, p->column, p->code, rec_advice(p->code));
        }
        if (result != REC_RECORD)
            return false;
        if (rec.count && ++records > 1 && !r->next)
            return fail(
                r, rec.line, "te-veel",
                "hier begint een tweede record. Vul er een in, zonder lege regels ertussen");
        if (rec.count)
            fine = take_record(r, scan, &rec) && fine;
    }
    if (fine && (r->next ? !r->taken : !r->a->count))
        return fail(r, 1, "niets-ingevuld", "in dit sjabloon is nog niets ingevuld");
    return fine;
}

static bool read_content(struct reading *r, struct buffer *content)
{
    struct rec_scanner scan = {.line = 1, .last = true};
    bool fine;

    buffer_room(content, REC_PADDING);
    memset(content->p + content->n, 0, REC_PADDING);
    scan.at = content->p;
    scan.end = content->p + content->n;
    fine = take_all(r, &scan);
    rec_free(&scan);
    return fine;
}

bool template_read(struct addition *a, const struct schema *schema, struct buffer *content,
                   const char *name, struct arena *arena, struct diag *diag)
{
    struct reading r = {.a = a, .schema = schema, .name = name, .arena = arena, .diag = diag};

    a->template_name = name;
    return read_content(&r, content);
}

bool template_read_all(template_next *next, void *data, const struct schema *schema,
                       struct buffer *content, const char *name, struct arena *arena,
                       struct diag *diag)
{
    struct reading r = {
        .next = next, .data = data, .schema = schema, .name = name, .arena = arena, .diag = diag};

    return read_content(&r, content);
}
