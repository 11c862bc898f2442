/* The counts as an answer. */
#include "rapport.h"

#include "base/text.h"
#include "domain/rapport_blad.h"
#include "domain/rapport_schema.h"
#include "domain/rapport_verschil.h"
#include "output/xml_check.h"
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* ---- the counts ---- */

enum { TITLE_ROOM = 80 };

static const char for_everybody[] = "Openbaar: aantallen kleiner dan 10 zijn een punt, andere zijn "
                                    "afgerond op 5. Een rij die ontbreekt is verborgen of 0.",
                  confidential[] = "Vertrouwelijk: deze aantallen zijn precies. Geef ze alleen aan "
                                   "wie ze mag zien.";

/* What an answer of counts rests on. */
struct grond {
    struct pair pairs[16];
    size_t count;
    char days[2][11], numbers[4][24], year[12];
};

static void add_fact(struct grond *g, const char *name, const char *title, const char *value)
{
    g->pairs[g->count++] = (struct pair){name, title, text_of(value)};
}

static void add_number(struct grond *g, size_t at, const char *name, const char *title, uint64_t n)
{
    snprintf(g->numbers[at], sizeof g->numbers[at], "%" PRIu64, n);
    add_fact(g, name, title, g->numbers[at]);
}

static void add_text(struct grond *g, const char *name, const char *title, struct text value)
{
    if (!text_is_string(value, "-"))
        g->pairs[g->count++] = (struct pair){name, title, value};
}

static void gather_facts(const struct wishes *w, const struct rapport *r,
                         const struct deel_kop *kop, struct grond *g)
{
    const struct rapport_vraag *v = &w->vraag;

    add_fact(g, "van", "Van", date_write(v->periode.van, g->days[0]));
    add_fact(g, "tot", "Tot en met", date_write(v->periode.tot, g->days[1]));
    add_fact(g, "versie", "Versie van deze levering", w->versie);
    add_fact(g, "weergave", "Weergave", v->exact ? "verantwoording" : "openbaar");
    if (v->indeling) {
        snprintf(g->year, sizeof g->year, "%d", v->indeling);
        add_fact(g, "gemeenteindeling", "Gemeenten van 1 januari", g->year);
    }
    add_number(g, 0, "dossiers", "Dossiers gelezen", kop->gelezen);
    add_number(g, 1, "weggelaten", "Dossiers weggelaten", kop->weggelaten);
    add_number(g, 2, "zonder_melding", "Dossiers zonder melding", rapport_zonder_melding(r));
    add_text(g, "op", "Zoals het was op", kop->op);
    add_text(g, "geboekt-tot", "Geboekt tot en met", kop->geboekt_tot);
    add_text(g, "vandaag", "Vandaag", kop->vandaag);
}

static bool is_for_people(const struct form *form)
{
    return form == &form_text || form == &form_html;
}

static bool print_machine(const struct wishes *w, const struct rapport *r, void *data)
{
    struct rapport_plek at = {0};
    struct arena arena = {0};
    struct document document;
    bool fine = true, more = true;

    while (fine && more) {
        arena_reset(&arena);
        document_start(&document, &arena);
        more = rapport_rijen(r, &w->vraag, text_of(w->versie), &at, &document);
        if (w->form == &form_xml)
            rapport_rijen_xml(&document);
        fine = w->form->blocks(data, &document);
    }
    arena_free(&arena);
    return fine;
}

static void add_foot(const struct wishes *w, struct document *document)
{
    document_note(document, w->vraag.exact ? TEXT(confidential) : TEXT(for_everybody));
}

/* What of the rows is not as in the older delivery. */
static bool print_changes(const struct wishes *w, const struct rapport *r, struct rapport_oud *old,
                          void *data)
{
    struct rapport_plek at = {0};
    struct arena arena = {0};
    struct document rows, changes;
    bool fine = true, more = true, any = false;

    while (fine && more) {
        arena_reset(&arena);
        document_start(&rows, &arena);
        document_start(&changes, &arena);
        more = rapport_rijen(r, &w->vraag, text_of(w->versie), &at, &rows);
        rapport_verschil(old, &rows, &changes);
        if (!more)
            rapport_verdwenen(old, &changes);
        any = any || changes.count;
        if (!more && is_for_people(w->form)) {
            if (!any)
                document_text(&changes, TEXT("Er is niets anders."));
            add_foot(w, &changes);
        }
        fine = w->form->blocks(data, &changes);
    }
    arena_free(&arena);
    return fine;
}

static bool print_people(const struct wishes *w, const struct rapport *r, void *data)
{
    struct arena arena = {0};
    struct document document;
    bool fine = true;

    for (size_t i = 0; fine && i < RAPPORT_DELEN; i++) {
        arena_reset(&arena);
        document_start(&document, &arena);
        rapport_blad(r, &w->vraag, (enum rapport_deel)i, w->form == &form_html, &document);
        if (i + 1 == RAPPORT_DELEN)
            add_foot(w, &document);
        fine = w->form->blocks(data, &document);
    }
    arena_free(&arena);
    return fine;
}

/* In `into`. */
static const char *title_of(const struct wishes *w, struct text verb, char into[TITLE_ROOM])
{
    const char *title = "Rapport voor de gemeente";

    for (size_t i = 0; i < RAPPORT_DELEN; i++)
        if (text_is_string(verb, rapport_delen[i].naam))
            title = rapport_delen[i].titel;
    snprintf(into, TITLE_ROOM, "%s%s", title, w->vraag.exact ? " (vertrouwelijk)" : "");
    return into;
}

static void choose_columns(const struct wishes *w, struct head *head)
{
    if (is_for_people(w->form)) {
        head->columns = rapport_leeskolommen;
        head->column_count = RAPPORT_LEESKOLOMMEN;
    } else if (w->form == &form_xml) {
        head->columns = rapport_xmlkolommen;
        head->column_count = RAPPORT_XMLKOLOMMEN;
    } else {
        head->columns = rapport_kolommen;
        head->column_count = RAPPORT_KOLOMMEN;
    }
}

static void choose_changes(const struct rapport_oud *old, struct head *head, struct grond *g)
{
    head->name = "verschil";
    head->row_name = "verandering";
    head->columns = rapport_verschilkolommen;
    head->column_count = RAPPORT_VERSCHILKOLOMMEN;
    add_number(g, 3, "vergeleken_met", "Vergeleken met versie", rapport_oud_versie(old));
}

/* XML is valid, or it is not written: not when it is not whole either. */
static void keep_valid(struct session *s, bool whole)
{
    if (!whole)
        s->out.pending.n = 0;
    else
        xml_check_held(&s->out, text_of(rapport_xsd), &s->diag);
}

static void print_counts(struct session *s, const struct wishes *w, const struct rapport *r,
                         const struct deel_kop *kop, struct rapport_oud *old)
{
    struct grond g = {.count = 0};
    char title[TITLE_ROOM];
    struct head head = {.name = "rapport",
                        .row_name = "getal",
                        .title = title_of(w, kop->verb, title),
                        .xml_namespace = "urn:gesprek:rapport:1",
                        .facts = g.pairs};
    void *data = NULL;
    bool fine;

    gather_facts(w, r, kop, &g);
    choose_columns(w, &head);
    if (old)
        choose_changes(old, &head, &g);
    head.fact_count = g.count;
    s->out.hold = s->out.hold || w->form == &form_xml;
    fine = w->form->begin(&data, &s->out, &head) &&
           (old                      ? print_changes(w, r, old, data)
            : is_for_people(w->form) ? print_people(w, r, data)
                                     : print_machine(w, r, data));
    fine = fine && s->diag.status == STATUS_OK;
    fine = w->form->end(data, fine) && fine;
    if (w->form == &form_xml)
        keep_valid(s, fine);
}

bool rapport_eerdere(struct session *s, const struct wishes *w, struct rapport_oud **old)
{
    struct levering now = {w->vraag.periode, 0, w->vraag.exact};
    const char *why;

    *old = w->verschil ? rapport_oud_open(w->verschil, &s->diag) : NULL;
    text_digits(text_of(w->versie), &now.versie);
    why = *old ? rapport_oud_past(*old, &now) : NULL;
    if (why)
        session_wrong(s, "--verschil: %s", why);
    return *old || !w->verschil;
}

static void write_part(struct session *s, const struct rapport *r, const struct deel_kop *kop)
{
    struct buffer made = {0};

    rapport_deel_schrijf(r, kop, &made);
    s->confidential = true;
    out_text(&s->out, buffer_view(&made));
    buffer_free(&made);
}

void rapport_geef(struct session *s, const struct wishes *w, struct rapport *r,
                  const struct deel_kop *kop, struct rapport_oud *old)
{
    if (w->deel) {
        write_part(s, r, kop);
        return;
    }
    rapport_klaar(r);
    print_counts(s, w, r, kop, old);
    if (rapport_gesplitst(r))
        diag_say(&s->diag, SEVERITY_NOTE, STATUS_OK, "gemeente-gesplitst",
                 "een gemeente uit een dossier is verdeeld over meer gemeenten; zij telt bij de "
                 "gemeente die haar opvolgt. Zie gesprek-rapport(1)");
}

/* What the answer says it was asked. */
static struct deel_kop kop_of(const struct session *s, const struct facts *facts)
{
    struct deel_kop kop = {.verb = text_of(s->cli.verb->name),
                           .op = TEXT("-"),
                           .geboekt_tot = TEXT("-"),
                           .vandaag = TEXT("-"),
                           .gelezen = reader_given(s->reader),
                           .weggelaten = reader_dropped(s->reader)};

    for (size_t i = 0; i < facts->count; i++) {
        const struct pair *p = &facts->pairs[i];
        if (!strcmp(p->name, "op"))
            kop.op = p->value;
        else if (!strcmp(p->name, "geboekt-tot"))
            kop.geboekt_tot = p->value;
        else if (!strcmp(p->name, "vandaag"))
            kop.vandaag = p->value;
    }
    return kop;
}

struct counting {
    const struct schema *schema;
    const struct termijnen *rules;
    const struct rapport_vraag *vraag;
    struct rapport *rapport;
};

static bool count_one(void *context, struct dossier *d)
{
    const struct counting *c = context;

    rapport_tel(c->rapport, d);
    return true;
}

static void *begin_counts(const void *context)
{
    const struct counting *c = context;

    return rapport_open(c->schema, c->rules, c->vraag);
}

static void add_count(const void *context, void *part, struct dossier *d)
{
    (void)context;
    rapport_tel(part, d);
}

static bool join_counts(void *context, void *part)
{
    const struct counting *c = context;

    rapport_voeg(c->rapport, part);
    return true;
}

static void drop_counts(void *part)
{
    rapport_free(part);
}

static const struct work counts_work = {count_one, begin_counts, add_count, join_counts,
                                        drop_counts};

void rapport_tellingen(struct session *s, const struct wishes *w)
{
    struct termijnen rules = {0};
    struct facts facts;
    struct rapport_oud *old;
    struct rapport *r;
    struct counting c = {s->schema, &rules, &w->vraag, NULL};

    if (!rapport_eerdere(s, w, &old) || !termijnen_read(&rules, s->schema, &s->diag)) {
        rapport_oud_free(old);
        return;
    }
    rules.zonder_uitleg = true;
    session_facts(s, &facts);
    r = c.rapport = rapport_open(s->schema, &rules, &w->vraag);
    units_run(s, w->draden, true, &counts_work, &c);
    reader_report(s->reader, STATUS_NO);
    if (reader_given(s->reader)) {
        struct deel_kop kop = kop_of(s, &facts);
        rapport_geef(s, w, r, &kop, old);
    }
    rapport_free(r);
    rapport_oud_free(old);
    termijnen_free(&rules);
}
