#include "journal/inspect.h"
#include "base/text.h"
#include "journal/schema_lookup.h"

#include <string.h>

struct pass {
    struct inspection *in;
    struct inspected *out;
    struct rec_field *fields;
    size_t count;
    const struct schema_row *row;
    uint64_t seen; /* fields, by their place in the row */
    bool op_given;
};

static struct place place_at(const struct pass *p, uint32_t line, uint32_t column)
{
    return (struct place){p->in->file, line, column};
}

static void fail(struct pass *p, const struct rec_field *f, const char *code, const char *message)
{
    uint32_t line = f ? f->line : p->out->record.place.line;
    diag_at(p->in->diag, SEVERITY_ERROR, STATUS_DATA, place_at(p, line, 1), code, "%s", message);
    p->out->failed = true;
}

static void say_problems(struct pass *p, const struct rec_record *rec,
                         const struct rec_problem *problems)
{
    for (size_t i = 0; i < rec->problem_count; i++) {
        const struct rec_problem *problem = &problems[rec->first_problem + i];
        diag_at(p->in->diag, SEVERITY_ERROR, STATUS_DATA,
                place_at(p, problem->line, problem->column), problem->code, "%s",
                rec_advice(problem->code));
        p->out->failed = true;
    }
    if (rec->bom && p->in->findings)
        diag_at(p->in->diag, SEVERITY_FINDING, STATUS_NO, place_at(p, rec->line, 1), "bom",
                "voor dit record staat een onzichtbaar teken (BOM). Bewaar het bestand als UTF-8 "
                "zonder BOM");
    if (rec->crlf && p->in->findings)
        diag_at(p->in->diag, SEVERITY_FINDING, STATUS_NO, place_at(p, rec->line, 1), "crlf",
                "de regels eindigen zoals in Windows (CRLF). Dat mag, maar recsel leest ze niet");
}

/* Three ways to see that an empty line is missing: another type's name, this type's own name again,
 * or a field twice that there can be one of (DESIGN §1.1). */
static void fail_glued(struct pass *p, const struct rec_field *f)
{
    char name[QUOTE_SIZE];

    quote(f->name, name);
    diag_at(p->in->diag, SEVERITY_ERROR, STATUS_DATA, place_at(p, f->line, 1), "records-aaneen",
            "`%s` kan hier niet nog eens of niet hier staan: er zitten twee records aan elkaar, of "
            "het veld is dubbel. Zet een lege regel "
            "tussen twee records, of haal het dubbele veld weg",
            name);
    p->out->failed = true;
}

static void fail_value(struct pass *p, const struct field *field, const struct rec_field *f)
{
    char value[QUOTE_SIZE], advice[512];

    quote(f->value, value);
    diag_at(p->in->diag, SEVERITY_ERROR, STATUS_DATA, place_at(p, f->line, (uint32_t)f->name.n + 2),
            schema_value_code(field), "`%s` past niet bij %s: %s", value, field->name,
            schema_value_advice(field, f->value, advice));
    p->out->failed = true;
}

static inline bool only_blanks(const struct rec_field *f)
{
    if (f->value.n && (unsigned char)f->value.p[0] > ' ')
        return false;
    return !f->coded && text_trim(f->value).n == 0;
}

/* The month of a day, `value`; without days when it is none. */
static void read_month(struct inspect_month *m, struct text value)
{
    static const char ends[4][3] = {"28", "29", "30", "31"};
    char day[] = "2026-11-01";
    struct text whole = {day, 10};
    date first;

    memcpy(&m->head, value.p, 8);
    memcpy(day, value.p, 8);
    first = date_parse(whole);
    m->before = first == DATE_NONE ? DATE_NONE : first - 1;
    m->days = 0;
    for (uint32_t i = 0; i < 4; i++) {
        memcpy(day + 8, ends[i], 2);
        if (date_parse(whole) != DATE_NONE)
            m->days = 28 + i;
    }
}

/* The days of many dossiers fall in few months: those are kept, each in a place of its own. */
static inline date day_of(struct inspection *in, struct text value)
{
    struct inspect_month *m;
    uint64_t head;
    unsigned tens, ones, day;

    if (value.n != 10)
        return DATE_NONE;
    memcpy(&head, value.p, 8);
    m = &in->months[(head * 0x9E3779B97F4A7C15U) >> 58];
    if (m->head != head)
        read_month(m, value);
    tens = (unsigned char)value.p[8] - (unsigned)'0';
    ones = (unsigned char)value.p[9] - (unsigned)'0';
    day = 10 * tens + ones;
    return tens <= 9 && ones <= 9 && day - 1 < m->days ? m->before + (date)day : DATE_NONE;
}

/* ---- values of a type's own fields: without the blanks at either end ---- */

/* False: it goes on over lines, and stays as it is. */
static inline bool on_one_line(struct rec_field *f)
{
    if (!f->coded)
        f->value = text_trim(f->value);
    return !f->coded;
}

/* An old word is made new. */
static void take_choice(struct pass *p, int at, struct rec_field *f)
{
    const struct schema_choices *choices = p->row->choices[at];
    int none = choices->reads.count, chosen = none;

    if (on_one_line(f))
        chosen = schema_place_of(&choices->reads, f->value.p, f->value.n);
    if (chosen == none)
        fail_value(p, p->row->fields[at], f);
    else
        f->value = choices->writes[chosen];
}

static void take_day(struct pass *p, int at, struct rec_field *f)
{
    if (!on_one_line(f) || day_of(p->in, f->value) == DATE_NONE)
        fail_value(p, p->row->fields[at], f);
}

/* None of these goes on over lines, but for words behind a number. */
static void take_form(struct pass *p, int at, struct rec_field *f)
{
    const struct field *field = p->row->fields[at];
    bool may_go_on = field->kind == KIND_WEIGHT || field->kind == KIND_SCALE_TEXT;

    if ((!on_one_line(f) && !may_go_on) || !schema_value_good(field, f->value))
        fail_value(p, field, f);
}

/* ---- the common fields ---- */

static void take_booked(struct pass *p, bool amends, struct rec_field *f)
{
    struct record *r = &p->out->record;

    f->value = text_trim(f->value);
    if (f->coded)
        r->booked = MOMENT_NONE;
    else if (f->value.n == 25)
        r->booked = moment_on_day(day_of(p->in, (struct text){f->value.p, 10}),
                                  (struct text){f->value.p + 10, 15});
    else
        r->booked = moment_parse(f->value);
    if (r->booked == MOMENT_NONE)
        fail_value(p, &schema_common[amends ? COMMON_AMENDED : COMMON_BOOKED], f);
    r->opens = r->opens || !amends;
    r->amends = r->amends || amends;
}

static void take_dossier(struct pass *p, struct rec_field *f)
{
    p->out->dossier = f->value = text_trim(f->value);
    if (!text_is(f->value, p->in->dossier) && (f->coded || !schema_key_good(f->value)))
        fail(p, f, "sleutel-fout",
             "dit is geen goed dossiernummer: gebruik letters, cijfers, punt, streepje of _, "
             "hoogstens 64 tekens");
}

static void take_op(struct pass *p, struct rec_field *f)
{
    p->op_given = true;
    f->value = text_trim(f->value);
    p->out->record.op = f->coded ? DATE_NONE : day_of(p->in, f->value);
    if (p->out->record.op == DATE_NONE)
        fail_value(p, &schema_common[COMMON_OP], f);
}

/* A name that this type has no field for: a sign of glue, no name at all, or something that we keep
 * and do not know. */
static void take_unknown(struct pass *p, const struct rec_field *f)
{
    char name[QUOTE_SIZE];

    if (f->id == NAME_UNKNOWN && !rec_name_good(f->name)) {
        fail(p, f, "geen-veld", rec_advice("geen-veld"));
        return;
    }
    if (schema_type_named(p->in->schema, f->id) ||
        (!p->out->record.type && text_is(f->name, p->fields[0].name))) {
        fail_glued(p, f);
        return;
    }
    if (!p->in->findings || !p->out->record.type)
        return;
    diag_at(p->in->diag, SEVERITY_FINDING, STATUS_NO, place_at(p, f->line, 1), "onbekend-veld",
            "het veld %s hoort niet bij %s. Het blijft bewaard en blijft intern",
            quote(f->name, name), p->out->record.type->name);
}

static inline void look_at(struct pass *p, int at, struct rec_field *f)
{
    switch (p->row->places[at].look) {
    case LOOK_NOWHERE:
        break;
    case LOOK_CHOICE:
        take_choice(p, at, f);
        break;
    case LOOK_DAY:
        take_day(p, at, f);
        break;
    case LOOK_FORM:
        take_form(p, at, f);
        break;
    case LOOK_COMMON + COMMON_DOSSIER:
        take_dossier(p, f);
        break;
    case LOOK_COMMON + COMMON_OP:
        take_op(p, f);
        break;
    case LOOK_COMMON + COMMON_BOOKED:
        take_booked(p, false, f);
        break;
    case LOOK_COMMON + COMMON_AMENDED:
        take_booked(p, true, f);
        break;
    case LOOK_COMMON + COMMON_WITHDRAWN:
        p->out->record.withdraws = true;
        break;
    }
}

/* Type names are never fields (DESIGN §1.1), so one lookup, which gave `at`, finds glue and field
 * alike. */
static inline void take_field(struct pass *p, int at, struct rec_field *f)
{
    const struct schema_row *row = p->row;
    const struct schema_place *place = &row->places[at];

    if (at == row->names.count) {
        f->id = schema_name(p->in->schema, f->name);
        take_unknown(p, f);
        return;
    }
    f->id = place->id;
    if (p->seen & place->once) {
        fail_glued(p, f);
        return;
    }
    p->seen |= place->once;
    if (only_blanks(f))
        f->value.n = 0;
    else
        look_at(p, at, f);
}

/* Whether line i is this common field and says something. It has its id then, and its value is left
 * to look at. */
static inline bool stands_at(struct pass *p, size_t i, int common)
{
    int at = p->row->own + common;
    const struct schema_place *place = &p->row->places[at];
    struct rec_field *f = &p->fields[i];
    struct schema_word word;

    if (i >= p->count)
        return false;
    word = schema_word(f->name.p, f->name.n);
    if (!schema_same_word(&p->row->names.list[at], &word) || only_blanks(f))
        return false;
    f->id = place->id;
    p->seen |= place->once;
    return true;
}

/* Our programs begin every record with the same lines in the same order. Those are looked for where
 * they are to stand: that spares a lookup, and a processor foretells it. Where the rest begins. */
static size_t take_usual(struct pass *p)
{
    bool booked;

    if (!stands_at(p, 1, COMMON_DOSSIER))
        return 1;
    take_dossier(p, &p->fields[1]);
    if (!stands_at(p, 2, COMMON_OP))
        return 2;
    take_op(p, &p->fields[2]);
    if (!stands_at(p, 3, COMMON_DOOR))
        return 3;
    booked = stands_at(p, 4, COMMON_BOOKED);
    if (!booked && !stands_at(p, 4, COMMON_AMENDED))
        return 4;
    take_booked(p, !booked, &p->fields[4]);
    return 5;
}

/* The names of some fields are looked up before any of their values: what a value is looked at for
 * cannot be foretold, and a processor that guessed wrong then has the next name found already. */
static void take_rest(struct pass *p, size_t from)
{
    enum { SOME = 16 };
    int at[SOME];

    for (size_t i = from, n; i < p->count; i += n) {
        n = p->count - i < SOME ? p->count - i : SOME;
        for (size_t k = 0; k < n; k++)
            at[k] =
                schema_place_of(&p->row->names, p->fields[i + k].name.p, p->fields[i + k].name.n);
        for (size_t k = 0; k < n; k++)
            take_field(p, at[k], &p->fields[i + k]);
    }
}

static void take_first(struct pass *p)
{
    const struct schema *schema = p->in->schema;
    struct record *r = &p->out->record;
    struct rec_field *f = &p->fields[0];
    int at = schema_place_of(&schema->types, f->name.p, f->name.n);
    char name[QUOTE_SIZE];

    r->type = at < schema->types.count ? &schema_types[at] : NULL;
    f->id = r->type ? schema->type_names[at] : schema_name(schema, f->name);
    p->row = &schema->rows[at];
    r->type_name = f->name;
    if (f->id == NAME_UNKNOWN && !rec_name_good(f->name))
        fail(p, f, "geen-veld", rec_advice("geen-veld"));
    f->value = text_trim(f->value);
    r->key = f->value;
    p->out->outside =
        f->name.p[0] == '%' || (r->type && !(r->type->flags & OUTSIDE) == p->in->loose);
    if (p->out->outside)
        return;
    if (!r->type && p->in->findings)
        diag_at(p->in->diag, SEVERITY_FINDING, STATUS_NO, r->place, "onbekend-type",
                "het recordtype %s is onbekend. Het blijft bewaard en blijft intern",
                quote(f->name, name));
    if (f->coded || !schema_key_good(r->key))
        fail(p, f, "sleutel-fout",
             "achter het type hoort een sleutel, zoals D1: letters, cijfers, punt, streepje of _, "
             "hoogstens 64 tekens");
}

/* Field by field: what a compiler makes of zeros for all of them takes longer to begin than this to
 * end. */
static void start(struct inspected *out, const struct rec_record *rec, const char *file)
{
    const struct text none = {NULL, 0};
    struct record *r = &out->record;

    r->type = NULL;
    r->type_name = r->key = none;
    r->raw = rec->raw;
    r->body = rec->body;
    r->end = rec->raw.p + rec->raw.n;
    r->place = (struct place){file, rec->line, 1};
    r->op = DATE_NONE;
    r->booked = MOMENT_NONE;
    r->opens = r->amends = r->withdraws = r->known = false;
    r->closed = rec->closed;
    r->first = rec->first;
    r->count = rec->count;
    r->thing = 0;
    out->dossier = none;
    out->outside = out->failed = false;
}

void inspect(struct inspection *in, struct rec_field *fields, const struct rec_record *rec,
             const struct rec_problem *problems, struct inspected *out)
{
    struct pass p = {in, out, rec->count ? fields + rec->first : NULL, rec->count, NULL, 0, false};

    start(out, rec, in->file);
    if (rec->count)
        take_first(&p);
    say_problems(&p, rec, problems);
    if (out->outside || !rec->count)
        return;
    take_rest(&p, take_usual(&p));
    if (in->loose)
        return;
    if (!out->dossier.n)
        fail(
            &p, NULL, "dossier-ontbreekt",
            "in dit record staat niet bij welk dossier het hoort. Zet er een regel `Dossier:` bij");
    if (!p.op_given)
        fail(
            &p, NULL, "op-ontbreekt",
            "in dit record staat niet op welke dag het was. Zet er een regel `Op: 2026-11-22` bij");
}
