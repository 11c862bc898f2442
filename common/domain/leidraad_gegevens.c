#include "domain/leidraad_gegevens.h"
#include "base/text.h"
#include "journal/rec.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- what may be in the file ---- */

static const struct {
    const char *type, *field;
} voor_fields[VOOR_COUNT] = {{"Gesprek", "Fase"},  {"Melding", "Werkveld"},
                             {"Melding", "Kader"}, {"Melding", "Zorgfase"},
                             {"Client", "Tolk"},   {"Client", "Lezen"},
                             {"Domein", "Irb"},    {"Gesprek", "Levensdomein"}};

static const char *const type_names[LEIDRAAD_TYPES] = {"Aandachtspunt", "Valkuil", "Instrument",
                                                       "Resultaat", "Vraag"};

/* The words for Soort, where a type has it. */
static const char *const soorten[LEIDRAAD_TYPES] = {
    [LEIDRAAD_AANDACHTSPUNT] = "inhoud relatie",
    [LEIDRAAD_VRAAG] = "open kracht uitzondering wonder gevoel netwerk afronding"};

const struct field *leidraad_veld(const struct schema *schema, enum leidraad_voor voor)
{
    return schema_field(schema, schema_type(schema, text_of(voor_fields[voor].type)),
                        text_of(voor_fields[voor].field));
}

/* ---- reading ---- */

struct reading {
    struct leidraad_gegevens *g;
    const struct schema *schema;
    date today;
    const char *name;
    struct diag *diag;
    struct buffer voor[VOOR_COUNT]; /* of the record being read */
    unsigned seen;                  /* of enum given: the single fields that it has */
};

enum given {
    GIVEN_SOORT = 1,
    GIVEN_TEKST = 2,
    GIVEN_BRON = 4,
    GIVEN_OPDRACHT = 8,
    GIVEN_WAAR = 16
};

static const struct single {
    const char *name;
    enum given bit;
    int only; /* the type that may have it; -1: each, or those with words in `soorten` */
} singles[] = {{"Soort", GIVEN_SOORT, -1},
               {"Tekst", GIVEN_TEKST, -1},
               {"Bron", GIVEN_BRON, -1},
               {"Opdracht", GIVEN_OPDRACHT, LEIDRAAD_INSTRUMENT},
               {"Waar", GIVEN_WAAR, LEIDRAAD_RESULTAAT},
               {NULL, 0, 0}};

static bool fail(struct reading *r, uint32_t line, const char *code, const char *message)
{
    diag_at(r->diag, SEVERITY_ERROR, STATUS_DATA, (struct place){r->name, line, 1}, code, "%s",
            message);
    return false;
}

static bool wrong(struct reading *r, uint32_t line, const char *message)
{
    return fail(r, line, "leidraad-fout", message);
}

static bool take_voor(struct reading *r, const struct rec_field *f, enum leidraad_voor voor,
                      struct text value)
{
    const struct field *field = leidraad_veld(r->schema, voor);
    struct buffer *words = &r->voor[voor];
    char safe[QUOTE_SIZE], advice[512], message[1024];

    if (voor == VOOR_LEVENSDOMEIN && !schema_key_good(value))
        return wrong(r, f->line,
                     "schrijf een levensdomein als een woord, zoals wonen of sociale-contacten");
    if (!schema_value_good(field, value)) {
        snprintf(message, sizeof message, "`%s` past niet bij %s: %s", quote(value, safe),
                 field->name, schema_value_advice(field, value, advice));
        return fail(r, f->line, schema_value_code(field), message);
    }
    buffer_string(words, words->n ? " " : "");
    buffer_text(words, schema_canonical(field, value));
    return true;
}

static bool take_waar(struct reading *r, const struct rec_field *f, struct leidraad_tekst *t,
                      struct text value)
{
    struct buffer why = {0};
    char message[1024];
    size_t at;

    t->waar = waar_parse(arena_string(&r->g->arena, value), r->schema, r->today, &at, &why);
    if (!t->waar) {
        snprintf(message, sizeof message, "Waar, teken %zu: %.*s", at, (int)why.n, why.p);
        wrong(r, f->line, message);
    }
    buffer_free(&why);
    return t->waar != NULL;
}

static bool take_soort(struct reading *r, const struct rec_field *f, struct leidraad_tekst *t,
                       struct text value)
{
    char message[256];

    t->soort = value;
    if (text_has_word(soorten[t->type], value))
        return true;
    snprintf(message, sizeof message, "dit past niet bij Soort: kies uit %s", soorten[t->type]);
    return wrong(r, f->line, message);
}

static bool take_single(struct reading *r, const struct rec_field *f, const struct single *single,
                        struct leidraad_tekst *t, struct text value)
{
    char message[256];

    if (r->seen & single->bit) {
        snprintf(message, sizeof message,
                 "%s staat er twee keer. Zet een lege regel tussen twee teksten", single->name);
        return wrong(r, f->line, message);
    }
    r->seen |= single->bit;
    switch (single->bit) {
    case GIVEN_SOORT:
        return take_soort(r, f, t, value);
    case GIVEN_WAAR:
        return take_waar(r, f, t, value);
    case GIVEN_TEKST:
        t->tekst = value;
        return true;
    case GIVEN_BRON:
        t->bron = value;
        return true;
    case GIVEN_OPDRACHT:
        t->opdracht = value;
        return true;
    }
    return false;
}

static bool may_have(const struct single *single, enum leidraad_type type)
{
    if (single->bit == GIVEN_SOORT)
        return soorten[type] != NULL;
    return single->only < 0 || single->only == (int)type;
}

static bool take_field(struct reading *r, const struct rec_field *f, struct leidraad_tekst *t)
{
    struct text value = text_trim(f->coded ? rec_decode(&r->g->arena, f) : f->value);
    char safe[QUOTE_SIZE], message[512];

    if (!value.n)
        return true;
    for (int voor = 0; voor < VOOR_COUNT; voor++)
        if (text_is_string(f->name, voor_fields[voor].field))
            return take_voor(r, f, (enum leidraad_voor)voor, value);
    for (const struct single *single = singles; single->name; single++)
        if (text_is_string(f->name, single->name) && may_have(single, t->type))
            return take_single(r, f, single, t, value);
    snprintf(message, sizeof message,
             "`%s` is geen veld van %s. Of er ontbreekt een lege regel tussen twee teksten",
             quote(f->name, safe), type_names[t->type]);
    return wrong(r, f->line, message);
}

static bool is_complete(struct reading *r, const struct leidraad_tekst *t, uint32_t line)
{
    const char *missing = NULL;
    char message[256];

    if (!t->tekst.n)
        missing = "Tekst";
    else if (!t->bron.n)
        missing = "Bron";
    else if (soorten[t->type] && !t->soort.n)
        missing = "Soort";
    else if (t->type == LEIDRAAD_RESULTAAT && !t->waar)
        missing = "Waar";
    if (!missing)
        return true;
    snprintf(message, sizeof message, "bij %s is %s nog niet genoteerd. Vul het aan",
             type_names[t->type], missing);
    return wrong(r, line, message);
}

/* A text without a key of its own could not be pointed at. */
static bool take_key(struct reading *r, const struct rec_field *first, struct leidraad_tekst *t)
{
    t->key = text_trim(first->value);
    if (first->coded || !schema_key_good(t->key))
        return wrong(r, first->line, "geef deze tekst een sleutel, zoals A1");
    for (size_t i = 0; i < r->g->count; i++)
        if (text_is(r->g->teksten[i].key, t->key))
            return wrong(r, first->line, "deze sleutel is er al. Geef deze tekst een andere");
    return true;
}

static void keep_voor(struct reading *r, struct leidraad_tekst *t)
{
    for (int voor = 0; voor < VOOR_COUNT; voor++) {
        struct buffer *words = &r->voor[voor];
        if (words->n)
            t->voor[voor] = arena_string(&r->g->arena, buffer_view(words));
        words->n = 0;
    }
}

static void keep_text(struct reading *r, const struct leidraad_tekst *t)
{
    struct leidraad_gegevens *g = r->g;

    mem_grow(&g->teksten, &g->capacity, g->count + 1, sizeof *g->teksten);
    g->teksten[g->count++] = *t;
    if (t->type == LEIDRAAD_VRAAG && t->voor[VOOR_LEVENSDOMEIN]) {
        buffer_string(&g->domeinen, g->domeinen.n ? " " : "");
        buffer_string(&g->domeinen, t->voor[VOOR_LEVENSDOMEIN]);
    }
}

static int type_named(struct text name)
{
    int type = 0;
    while (type < LEIDRAAD_TYPES && !text_is_string(name, type_names[type]))
        type++;
    return type;
}

static bool take_record(struct reading *r, const struct rec_scanner *scan,
                        const struct rec_record *rec)
{
    const struct rec_field *first = &scan->fields[rec->first];
    int type = type_named(first->name);
    struct leidraad_tekst t = {.type = (enum leidraad_type)type};
    bool fine;

    if (type == LEIDRAAD_TYPES)
        return wrong(r, first->line,
                     "een tekst begint met Aandachtspunt, Valkuil, Instrument, Resultaat of Vraag");
    r->seen = 0;
    fine = take_key(r, first, &t);
    for (size_t i = rec->first + 1; i < rec->first + rec->count; i++)
        fine = take_field(r, &scan->fields[i], &t) && fine;
    fine = fine && is_complete(r, &t, first->line);
    keep_voor(r, &t);
    keep_text(r, &t);
    return fine;
}

static bool take_all(struct reading *r, struct rec_scanner *scan)
{
    struct rec_record rec;
    enum rec_result result;
    bool fine = true;

    do {
        result = rec_next(scan, &rec);
        for (size_t i = 0; i < rec.problem_count; i++) {
            const struct rec_problem *p = &scan->problems[rec.first_problem + i];
            diag_at(r->diag, SEVERITY_ERROR, STATUS_DATA,
                    (struct place){r->name, p->line, p->column}, p->code, "%s",
                    rec_advice(p->code));
            fine = false;
        }
        if (result == REC_RECORD && rec.count && !rec.problem_count)
            fine = take_record(r, scan, &rec) && fine;
    } while (result == REC_RECORD);
    return fine && result == REC_TAIL;
}

bool leidraad_lees(struct leidraad_gegevens *g, const struct schema *schema, date today,
                   struct buffer *content, const char *name, struct diag *diag)
{
    struct reading r = {.g = g, .schema = schema, .today = today, .name = name, .diag = diag};
    struct rec_scanner scan = {.line = 1, .last = true};
    bool fine;

    buffer_room(content, REC_PADDING);
    memset(content->p + content->n, 0, REC_PADDING);
    scan.at = content->p;
    scan.end = content->p + content->n;
    fine = take_all(&r, &scan);
    if (fine && !g->count)
        fine = wrong(&r, 1, "in dit bestand staat geen tekst");
    buffer_byte(&g->domeinen, '\0');
    for (int voor = 0; voor < VOOR_COUNT; voor++)
        buffer_free(&r.voor[voor]);
    rec_free(&scan);
    return fine;
}

void leidraad_free(struct leidraad_gegevens *g)
{
    for (size_t i = 0; i < g->count; i++)
        waar_free(g->teksten[i].waar);
    free(g->teksten);
    buffer_free(&g->domeinen);
    arena_free(&g->arena);
}
