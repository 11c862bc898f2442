/* The template of a levering: a recfile of records Levering (one), Kolom and Codelijst. What it may
 * hold stands in gesprek-rapport(1). */
#include "base/text.h"
#include "domain/levering_inside.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct reading {
    struct levering *l;
    const struct rec_field *at; /* the field being read */
    bool failed;
    uint32_t levering_line; /* 0: not seen */
};

/* At the value of the field that is being read; `at` NULL: at line 1. Always false. */
static bool wrong_at(struct reading *r, const struct rec_field *at, const char *message)
{
    struct place place = {r->l->file, at ? at->line : 1, at ? (uint32_t)at->name.n + 2 : 1};

    diag_at(r->l->diag, SEVERITY_ERROR, STATUS_DATA, place, "levering-fout", "%s", message);
    r->failed = true;
    return false;
}

static bool wrong(struct reading *r, const char *format, ...) __attribute__((format(printf, 2, 3)));
static bool wrong(struct reading *r, const char *format, ...)
{
    char message[1024];
    va_list args;

    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    return wrong_at(r, r->at, message);
}

static bool wrong_on(struct reading *r, uint32_t line, const char *message)
{
    diag_at(r->l->diag, SEVERITY_ERROR, STATUS_DATA, (struct place){r->l->file, line, 1},
            "levering-fout", "%s", message);
    r->failed = true;
    return false;
}

/* ---- values ---- */

/* The number of the word in `words`; -1 (said): it is none of them. */
static int choose(struct reading *r, struct text value, const char *words)
{
    struct text rest = text_of(words), word;
    char safe[QUOTE_SIZE];

    for (int i = 0; text_next_word(&rest, &word); i++)
        if (text_is(word, value))
            return i;
    wrong(r, "`%s` kan hier niet. Kies uit: %s", quote(value, safe), words);
    return -1;
}

static void take_datum(struct reading *r, struct text value, enum datumvorm *datum)
{
    int which = choose(r, value, "jjjj-mm-dd jjjjmmdd dd-mm-jjjj");

    if (which >= 0)
        *datum = (enum datumvorm)which;
}

static void take_ja(struct reading *r, struct text value, bool *yes)
{
    *yes = choose(r, value, "ja nee") == 0;
}

/* ---- Levering ---- */

static void take_rij(struct reading *r, struct text value)
{
    const struct type *type = schema_type(r->l->schema, value);
    char safe[QUOTE_SIZE];

    if (type && !(type->flags & OUTSIDE))
        r->l->rij = type;
    else
        wrong(r, "`%s` is geen recordtype van een dossier. Zie gesprek-check --schema",
              quote(value, safe));
}

static void take_waar(struct reading *r, struct text value)
{
    struct levering *l = r->l;
    struct buffer why = {0};
    size_t at;

    l->waar = waar_parse(arena_string(&l->arena, value), l->schema, l->session->today, &at, &why);
    if (!l->waar)
        wrong(r, "Waar, teken %zu: %.*s", at, (int)why.n, why.p);
    buffer_free(&why);
}

static void take_scheiding(struct reading *r, struct text value)
{
    static const char separators[] = {',', ';', '\t'};
    int which = choose(r, value, "komma puntkomma tab");

    if (which >= 0)
        r->l->head.separator = separators[which];
}

static void take_levering(struct reading *r, struct text name, struct text value)
{
    if (text_is_string(name, "Rij"))
        take_rij(r, value);
    else if (text_is_string(name, "Waar"))
        take_waar(r, value);
    else if (text_is_string(name, "Samenvoegen"))
        take_ja(r, value, &r->l->samen);
    else if (text_is_string(name, "Scheiding"))
        take_scheiding(r, value);
    else
        take_datum(r, value, &r->l->datum);
}

/* ---- Kolom ---- */

static void try_fields(const struct type *type, struct text asked, struct nearest *nearest)
{
    *nearest = (struct nearest){.asked = asked};
    for (const struct field *f = type->fields; f->name; f++)
        nearest_try(nearest, text_of(f->name));
}

static void take_veld(struct reading *r, struct kolom *k, struct text type, struct text name)
{
    const struct schema *schema = r->l->schema;
    char safe[QUOTE_SIZE], near[QUOTE_SIZE];
    struct nearest nearest;

    k->type = schema_type(schema, type);
    if (!k->type || k->type->flags & OUTSIDE) {
        wrong(r, "`%s` is geen recordtype van een dossier. Zie gesprek-check --schema",
              quote(type, safe));
        return;
    }
    k->field = schema_field(schema, k->type, name);
    k->id = schema_name(schema, name);
    k->bron = BRON_VELD;
    if (k->field)
        return;
    try_fields(k->type, name, &nearest);
    quote(nearest.word, near);
    wrong(r, "`%s` is geen veld van %s%s%s%s", quote(name, safe), k->type->name,
          nearest.word.n ? ". Bedoelt u " : "", nearest.word.n ? near : "",
          nearest.word.n ? "?" : "");
}

static void take_uit(struct reading *r, struct kolom *k, struct text value)
{
    const char *dot = memchr(value.p, '.', value.n);
    size_t n = dot ? (size_t)(dot - value.p) : 0;
    char safe[QUOTE_SIZE];

    if (dot)
        take_veld(r, k, (struct text){value.p, n}, (struct text){dot + 1, value.n - n - 1});
    else if (text_is_string(value, "dossier"))
        k->bron = BRON_DOSSIER;
    else if (text_is_string(value, "sleutel"))
        k->bron = BRON_SLEUTEL;
    else if (text_is_string(value, "persoon"))
        k->bron = BRON_PERSOON;
    else if (text_is_string(value, "vandaag"))
        k->bron = BRON_VANDAAG;
    else
        wrong(r,
              "`%s` kan hier niet. Schrijf Type.Veld, zoals Melding.Gemeente, of een van: dossier "
              "sleutel persoon vandaag",
              quote(value, safe));
}

static void take_kolom(struct reading *r, struct kolom *k, struct text name, struct text value)
{
    if (text_is_string(name, "Uit")) {
        take_uit(r, k, value);
    } else if (text_is_string(name, "Vast")) {
        k->vast = value;
    } else if (text_is_string(name, "Nodig")) {
        take_ja(r, value, &k->nodig);
    } else if (text_is_string(name, "Codes")) {
        k->list_name = value;
        k->list_line = r->at->line;
    } else {
        k->has_datum = true;
        take_datum(r, value, &k->datum);
    }
}

/* ---- Codelijst ---- */

static void take_code(struct reading *r, struct codelijst *c, struct text value)
{
    struct text rest = value, word;
    char safe[QUOTE_SIZE];

    text_next_word(&rest, &word);
    rest = text_trim(rest);
    for (size_t i = 0; i < c->count; i++)
        if (text_is(c->codes[i].word, word)) {
            wrong(r, "`%s` staat al in deze lijst", quote(word, safe));
            return;
        }
    if (!rest.n) {
        wrong(r, "schrijf eerst het woord en dan de code, zoals: Code: pgb 2");
        return;
    }
    mem_grow(&c->codes, &c->capacity, c->count + 1, sizeof *c->codes);
    c->codes[c->count++] = (struct code){word, rest};
}

static void take_codelijst(struct reading *r, struct codelijst *c, struct text name,
                           struct text value)
{
    if (text_is_string(name, "Code")) {
        take_code(r, c, value);
    } else if (text_is_string(name, "Anders")) {
        c->has_else = true;
        c->otherwise = value;
    } else {
        c->has_empty = true;
        c->empty = value;
    }
}

/* ---- records ---- */

/* What each record may hold, and what of that only once; Uitleg may stand anywhere. */
static const struct soort {
    const char *name, *fields, *many;
} soorten[] = {{"Levering", "Rij Waar Samenvoegen Scheiding Datum", ""},
               {"Kolom", "Uit Vast Datum Codes Nodig", ""},
               {"Codelijst", "Code Anders Leeg", "Code"}};

enum { LEVERING, KOLOM, CODELIJST, SOORTEN };

static bool may_stand_here(struct reading *r, const struct soort *soort,
                           const struct rec_field *first)
{
    char safe[QUOTE_SIZE];

    if (!text_has_word(soort->fields, r->at->name))
        return wrong(r,
                     "`%s` is geen veld van %s: alleen Uitleg %s. Of er ontbreekt een lege regel "
                     "tussen twee records",
                     quote(r->at->name, safe), soort->name, soort->fields);
    for (const struct rec_field *f = first + 1; f < r->at; f++)
        if (text_is(f->name, r->at->name) && !text_has_word(soort->many, f->name))
            return wrong(r, "%s staat er twee keer. Zet een lege regel tussen twee records",
                         quote(f->name, safe));
    return true;
}

/* Vast, Anders and Leeg may be empty: that is what they say then. */
static bool may_be_empty(struct text name)
{
    return text_has_word("Vast Anders Leeg", name);
}

static void take_field(struct reading *r, int soort, const struct rec_field *first)
{
    struct levering *l = r->l;
    struct text value = text_trim(r->at->coded ? rec_decode(&l->arena, r->at) : r->at->value);

    if (text_is_string(r->at->name, "Uitleg") || !may_stand_here(r, &soorten[soort], first))
        return;
    if (!value.n && !may_be_empty(r->at->name))
        wrong(r, "hier staat nog niets. Vul het in, of haal de regel weg");
    else if (soort == LEVERING)
        take_levering(r, r->at->name, value);
    else if (soort == KOLOM)
        take_kolom(r, &l->kolommen[l->count - 1], r->at->name, value);
    else
        take_codelijst(r, &l->lijsten[l->list_count - 1], r->at->name, value);
}

static bool begin_record(struct reading *r, int soort, struct text key)
{
    struct levering *l = r->l;

    if (!key.n)
        return wrong(r, "geef het een naam, achter %s", soorten[soort].name);
    if (soort == LEVERING) {
        if (r->levering_line)
            return wrong(r, "er is al een Levering. Maak een sjabloon voor elke levering");
        r->levering_line = r->at->line;
    } else if (soort == KOLOM) {
        mem_grow(&l->kolommen, &l->capacity, l->count + 1, sizeof *l->kolommen);
        l->kolommen[l->count++] = (struct kolom){.name = key, .line = r->at->line};
    } else {
        for (size_t i = 0; i < l->list_count; i++)
            if (text_is(l->lijsten[i].name, key))
                return wrong(r, "deze codelijst is er al. Zet alle codes bij elkaar");
        mem_grow(&l->lijsten, &l->list_capacity, l->list_count + 1, sizeof *l->lijsten);
        l->lijsten[l->list_count++] = (struct codelijst){.name = key, .line = r->at->line};
    }
    return true;
}

/* Vast beside Uit says two things; neither, nothing. */
static void finish_kolom(struct reading *r, const struct rec_field *first, size_t count)
{
    struct kolom *k = &r->l->kolommen[r->l->count - 1];
    bool uit = false, vast = false;

    for (size_t i = 1; i < count; i++) {
        uit = uit || text_is_string(first[i].name, "Uit");
        vast = vast || text_is_string(first[i].name, "Vast");
    }
    r->at = first;
    if (uit == vast)
        wrong(r, "zeg bij een kolom met Uit waar de waarde vandaan komt, of met Vast wat er altijd "
                 "staat. Een van de twee");
    else if (vast)
        k->bron = BRON_VAST;
}

static void take_record(struct reading *r, const struct rec_field *first, size_t count)
{
    int soort = 0;

    r->at = first;
    while (soort < SOORTEN && !text_is_string(first->name, soorten[soort].name))
        soort++;
    if (soort == SOORTEN) {
        wrong(r, "een record begint hier met Levering, Kolom of Codelijst");
        return;
    }
    if (!begin_record(r, soort, text_trim(first->value)))
        return;
    for (size_t i = 1; i < count; i++) {
        r->at = first + i;
        take_field(r, soort, first);
    }
    if (soort == KOLOM)
        finish_kolom(r, first, count);
}

static void take_all(struct reading *r, struct rec_scanner *scan)
{
    struct rec_record rec;
    enum rec_result result;

    do {
        result = rec_next(scan, &rec);
        for (size_t i = 0; i < rec.problem_count; i++) {
            const struct rec_problem *p = &scan->problems[rec.first_problem + i];
            diag_at(r->l->diag, SEVERITY_ERROR, STATUS_DATA,
                    (struct place){r->l->file, p->line, p->column}, p->code, "%s",
                    rec_advice(p->code));
            r->failed = true;
        }
        if (result == REC_RECORD && rec.count && !rec.problem_count)
            take_record(r, &scan->fields[rec.first], rec.count);
    } while (result == REC_RECORD);
}

/* ---- what can be seen only of the whole ---- */

bool levering_is_dag(const struct kolom *k)
{
    return k->bron == BRON_VANDAAG ||
           (k->bron == BRON_VELD && k->field &&
            (k->field->kind == KIND_DATE || k->field->kind == KIND_CIVIL_MOMENT ||
             k->field->kind == KIND_BOOKED));
}

/* A word that the field cannot have is a slip. */
static void check_words(struct reading *r, const struct kolom *k, const struct codelijst *c)
{
    char safe[QUOTE_SIZE], message[512];

    if (!k->field || (k->field->kind != KIND_CHOICE && k->field->kind != KIND_YESNO))
        return;
    for (size_t i = 0; i < c->count; i++) {
        if (schema_value_good(k->field, c->codes[i].word))
            continue;
        snprintf(message, sizeof message, "`%s` komt bij %s.%s niet voor",
                 quote(c->codes[i].word, safe), k->type->name, k->field->name);
        wrong_on(r, c->line, message);
    }
}

static void find_list(struct reading *r, struct kolom *k)
{
    struct levering *l = r->l;

    while (k->list < l->list_count && !text_is(l->lijsten[k->list].name, k->list_name))
        k->list++;
    if (k->list == l->list_count)
        wrong_on(r, k->list_line, "deze codelijst is er niet in dit sjabloon");
    else
        check_words(r, k, &l->lijsten[k->list]);
}

static void check_kolom(struct reading *r, struct kolom *k)
{
    if (k->list_name.n)
        find_list(r, k);
    if (k->has_datum && !levering_is_dag(k) && k->bron != BRON_GEEN)
        wrong_on(r, k->line, "Datum kan alleen bij een kolom die een dag of een tijd is");
    if (k->has_datum && k->list_name.n)
        wrong_on(r, k->line, "Datum en Codes gaan niet samen");
}

static void check_whole(struct reading *r)
{
    struct levering *l = r->l;

    if (!r->levering_line)
        wrong_on(r, 1, "in dit sjabloon staat geen Levering");
    else if (!l->rij && !r->failed)
        wrong_on(r, r->levering_line,
                 "zeg met Rij welk recordtype een rij geeft, zoals Rij: Toewijzing");
    if (l->samen && l->rij && strcmp(l->rij->name, "Toewijzing"))
        wrong_on(r, r->levering_line, "Samenvoegen kan alleen bij Rij: Toewijzing");
    if (!l->count && !r->failed)
        wrong_on(r, 1, "in dit sjabloon staat geen Kolom");
    for (size_t i = 0; i < l->count; i++)
        check_kolom(r, &l->kolommen[i]);
}

bool levering_lees(struct levering *l)
{
    struct reading r = {.l = l};
    struct rec_scanner scan = {.line = 1, .last = true};

    buffer_room(&l->content, REC_PADDING);
    memset(l->content.p + l->content.n, 0, REC_PADDING);
    scan.at = l->content.p;
    scan.end = l->content.p + l->content.n;
    take_all(&r, &scan);
    check_whole(&r);
    if (!r.failed && l->waar)
        waar_over(l->waar, l->schema, l->rij);
    rec_free(&scan);
    return !r.failed;
}
