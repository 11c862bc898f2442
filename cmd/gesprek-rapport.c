/* gesprek-rapport: what administrators run over many dossiers. See gesprek-rapport(1). */
#include "base/platform.h"
#include "base/text.h"
#include "domain/caseload.h"
#include "domain/caseload_derden.h"
#include "domain/gemeente.h"
#include "domain/pseudoniem.h"
#include "domain/rapport_blad.h"
#include "domain/rapport_schema.h"
#include "domain/rapport_verschil.h"
#include "journal/units.h"
#include "output/form.h"
#include "output/xml_check.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char counting[] =
    "instroom fasen doelen domeinen netwerk verwijzingen doorlooptijd contact nazorg tevredenheid "
    "signalen gemeente";

#define OPERANDS "[BESTAND | MAP | -]..."

static const struct verb verbs[] = {
    {"caseload", OPERANDS, "een rij per dossier, zonder namen", NULL},
    {"instroom", OPERANDS, "begonnen, afgesloten en de stand, met wie terugkwam", NULL},
    {"fasen", OPERANDS, "hoeveel trajecten in elke fase, hoe lang, en wie er terugkwam", NULL},
    {"doelen", OPERANDS, "wat er van de doelen kwam, en wie dat vond", NULL},
    {"domeinen", OPERANDS, "wensen en krachten per levensdomein, rechten die niet gebruikt zijn",
     NULL},
    {"netwerk", OPERANDS, "hoeveel mensen er om iemand heen staan", NULL},
    {"verwijzingen", OPERANDS, "per dienst: nieuw, wachten, geweigerd, losgelaten", NULL},
    {"doorlooptijd", OPERANDS, "van melding tot gesprek, onderzoek, beschikking en afsluiting",
     NULL},
    {"contact", OPERANDS, "gesprekken, minuten, en wie er niet kwam", NULL},
    {"nazorg", OPERANDS, "afgesproken, gesproken, niet bereikt", NULL},
    {"tevredenheid", OPERANDS, "het cijfer dat de cliënt gaf", NULL},
    {"signalen", OPERANDS, "wat er aan de gemeente of anderen is gemeld", NULL},
    {"gemeente", OPERANDS, "alle tellingen hierboven bij elkaar", NULL},
    {0}};

static const struct option own_options[] = {
    {"draden", 'j', "AANTAL", "zoveel draden tegelijk; gewoon een per processor", NULL, NULL},
    {"formaat", 0, "VORM", "de vorm van het antwoord; json en html niet bij caseload",
     "tekst csv xml json html", NULL},
    {"csv", 0, "SOORT", "CSV voor een rekenblad: met puntkomma's en een komma in getallen", "excel",
     NULL},
    {"voor-derden", 0, NULL, "zonder nummer, begeleider en dagen, met een pseudoniem", NULL,
     "caseload"},
    {"sleutelbestand", 0, "BESTAND", "de sleutel voor de pseudoniemen", NULL, "caseload"},
    {"ontvanger", 0, "NAAM", "voor wie het is: een ander krijgt andere pseudoniemen", NULL,
     "caseload"},
    {"van", 0, "DAG", "de eerste dag van de periode", NULL, counting},
    {"tot", 0, "DAG", "de laatste dag van de periode, die meetelt", NULL, counting},
    {"kwartaal", 0, "KWARTAAL", "de periode is dit kwartaal: 2026Q1", NULL, counting},
    {"jaar", 0, "JAAR", "de periode is dit jaar", NULL, counting},
    {"groepeer", 0, "NAMEN",
     "ook per groep: gemeente, werkveld, kader, leeftijdsklasse, geslacht, via, begeleider", NULL,
     counting},
    {"gemeenteindeling", 0, "JAAR", "met de gemeenten van 1 januari van dat jaar", NULL, counting},
    {"openbaar", 0, NULL, "afgerond, en kleine aantallen verborgen; dit is gewoon", NULL, counting},
    {"verantwoording", 0, NULL, "precies, en daarom vertrouwelijk", NULL, counting},
    {"versie", 0, "GETAL", "de hoeveelste levering van deze periode dit is; gewoon 1", NULL,
     counting},
    {"verschil", 0, "BESTAND", "alleen wat anders is dan in deze eerdere levering, een CSV", NULL,
     counting},
    {0}};

static const struct option *const options[] = {own_options, options_for_readers, options_for_all,
                                               NULL};

static const char *const examples[] = {
    "gesprek-rapport caseload dossiers/",
    "gesprek-rapport gemeente --kwartaal=2026Q1 --formaat=html --uit=kwartaal.html dossiers/",
    "gesprek-rapport instroom --jaar=2026 --groepeer=gemeente,kader --formaat=csv dossiers/",
    "gesprek-kies --waar 'Kader=wmo' dossiers/ | gesprek-rapport doorlooptijd --jaar=2026 "
    "--verantwoording",
    "gesprek-rapport gemeente --jaar=2026 --versie=2 --verschil=versie1.csv dossiers/",
    "gesprek-rapport caseload --voor-derden --ontvanger=Universiteit --sleutelbestand=sleutel "
    "dossiers/",
    NULL};

static const struct command command = {"gesprek-rapport",
                                       "rapporten over veel dossiers, voor de gemeente",
                                       verbs,
                                       options,
                                       examples,
                                       NULL,
                                       NULL};

/* What the options ask for. */
struct wishes {
    const struct form *form;
    struct rapport_vraag vraag;
    bool public_too, has_van, has_tot, has_whole; /* which were given */
    const char *versie;
    size_t draden; /* threads */
    const char *formaat, *csv; /* as they were given; NULL: not */
    bool voor_derden;
    const char *sleutelbestand, *ontvanger;
    const char *verschil; /* the file of an older delivery; NULL: not asked */
};

static const struct form *form_named(const char *name)
{
    static const struct form *const forms[] = {&form_text, &form_csv, &form_xml, &form_json,
                                               &form_html};
    size_t i = 0;

    while (strcmp(forms[i]->name, name) != 0)
        i++;
    return forms[i];
}

/* ---- what was asked ---- */

static void take_whole(struct session *s, struct wishes *w, const char *value, bool good)
{
    if (!good)
        session_wrong(s, "'%s' is geen periode; zo wel: --kwartaal=2026Q1 of --jaar=2026", value);
    if (w->has_whole)
        session_wrong(s, "geef één periode: --kwartaal, --jaar, of --van en --tot");
    w->has_whole = true;
}

static void take_group(struct session *s, struct rapport_vraag *v, struct text name)
{
    size_t g = 0;

    while (g < RAPPORT_GROEPERINGEN && !text_is_string(name, rapport_groeperingen[g]))
        g++;
    if (g == RAPPORT_GROEPERINGEN)
        session_wrong(s,
                      "'%.*s' is geen groep; kies uit gemeente, werkveld, kader, "
                      "leeftijdsklasse, geslacht, via, begeleider",
                      (int)name.n, name.p);
    for (size_t i = 0; i < v->groepeer_count; i++)
        if (v->groepeer[i] == (enum rapport_groepering)g)
            session_wrong(s, "'%.*s' staat twee keer achter --groepeer", (int)name.n, name.p);
    v->groepeer[v->groepeer_count++] = (enum rapport_groepering)g;
}

static void take_groups(struct session *s, struct rapport_vraag *v, const char *value)
{
    struct text rest = text_of(value);
    const char *comma;

    do {
        comma = rest.n ? memchr(rest.p, ',', rest.n) : NULL;
        take_group(s, v, (struct text){rest.p, comma ? (size_t)(comma - rest.p) : rest.n});
        if (comma)
            rest = (struct text){comma + 1, rest.n - (size_t)(comma + 1 - rest.p)};
    } while (comma);
}

static void take_draden(struct session *s, struct wishes *w, const char *value)
{
    uint32_t number;

    if (!text_digits(text_of(value), &number) || !number || number > THREADS_MOST)
        session_wrong(s, "--draden: geef een aantal van 1 tot %d", THREADS_MOST);
    w->draden = number;
}

static void take_versie(struct session *s, struct wishes *w, const char *value)
{
    uint32_t number;

    if (!text_digits(text_of(value), &number) || !number || value[0] == '0' || number > 9999)
        session_wrong(s, "een versie is een getal van 1 tot 9999");
    w->versie = value;
}

static void take_indeling(struct session *s, struct rapport_vraag *v, const char *value)
{
    uint32_t year;

    if (!text_digits(text_of(value), &year) || year < (uint32_t)gemeenten_eerste_jaar() ||
        year > (uint32_t)gemeenten_laatste_jaar())
        session_wrong(s, "de indeling in gemeenten is bekend van %d tot en met %d",
                      gemeenten_eerste_jaar(), gemeenten_laatste_jaar());
    v->indeling = (int)year;
}

static void take_option(struct session *s, struct wishes *w, const struct argument *a)
{
    struct rapport_vraag *v = &w->vraag;
    const char *name = a->option->name;

    if (!strcmp(name, "formaat"))
        w->formaat = a->value;
    else if (!strcmp(name, "csv"))
        w->csv = a->value;
    else if (!strcmp(name, "voor-derden"))
        w->voor_derden = true;
    else if (!strcmp(name, "sleutelbestand"))
        w->sleutelbestand = a->value;
    else if (!strcmp(name, "ontvanger"))
        w->ontvanger = a->value;
    else if (!strcmp(name, "verschil"))
        w->verschil = a->value;
    else if (!strcmp(name, "van")) {
        v->periode.van = session_day(s, name, a->value);
        w->has_van = true;
    } else if (!strcmp(name, "tot")) {
        v->periode.tot = session_day(s, name, a->value);
        w->has_tot = true;
    } else if (!strcmp(name, "kwartaal"))
        take_whole(s, w, a->value, periode_kwartaal(text_of(a->value), &v->periode));
    else if (!strcmp(name, "jaar"))
        take_whole(s, w, a->value, periode_jaar(text_of(a->value), &v->periode));
    else if (!strcmp(name, "groepeer"))
        take_groups(s, v, a->value);
    else if (!strcmp(name, "gemeenteindeling"))
        take_indeling(s, v, a->value);
    else if (!strcmp(name, "draden"))
        take_draden(s, w, a->value);
    else if (!strcmp(name, "versie"))
        take_versie(s, w, a->value);
    else if (!strcmp(name, "openbaar"))
        w->public_too = true;
    else
        v->exact = true;
}

static void choose_form(struct session *s, struct wishes *w)
{
    if (w->csv && w->formaat && strcmp(w->formaat, "csv") != 0)
        session_wrong(s, "--csv gaat over de vorm csv, en --formaat vraagt om %s", w->formaat);
    if (w->csv)
        w->form = &form_csv_excel;
    else if (w->formaat)
        w->form = form_named(w->formaat);
}

static void check_derden(struct session *s, struct wishes *w)
{
    struct text naam = text_trim(text_of(w->ontvanger));

    if (!w->voor_derden && (w->sleutelbestand || w->ontvanger))
        session_wrong(s, "--sleutelbestand en --ontvanger horen bij --voor-derden");
    if (!w->voor_derden)
        return;
    if (!w->sleutelbestand || !naam.n)
        session_wrong(s, "--voor-derden vraagt ook --sleutelbestand en --ontvanger");
    if (text_bad_byte(naam) < naam.n)
        session_wrong(s, "--ontvanger: dit is geen UTF-8");
}

static void check_period(struct session *s, const struct wishes *w)
{
    if (w->has_whole && (w->has_van || w->has_tot))
        session_wrong(s, "geef één periode: --kwartaal, --jaar, of --van en --tot");
    if (!w->has_whole && !(w->has_van && w->has_tot))
        session_wrong(s, "over welke periode? Geef --kwartaal, --jaar, of --van en --tot");
    if (w->vraag.periode.van > w->vraag.periode.tot)
        session_wrong(s, "de periode eindigt voor hij begint");
}

static void check_usage(struct session *s, const struct wishes *w)
{
    check_period(s, w);
    if (w->public_too && w->vraag.exact)
        session_wrong(s, "kies --openbaar of --verantwoording");
    for (size_t i = 0; i < w->vraag.groepeer_count; i++)
        if (w->vraag.groepeer[i] == GROEPEER_BEGELEIDER && !w->vraag.exact)
            session_wrong(s, "per begeleider kan alleen met --verantwoording: het gaat over een "
                             "collega");
}

static void choose_parts(struct session *s, struct rapport_vraag *v)
{
    const char *verb = s->cli.verb->name;

    for (size_t i = 0; i < RAPPORT_DELEN; i++)
        v->delen[i] = !strcmp(verb, "gemeente") || !strcmp(verb, rapport_delen[i].naam);
}

/* ---- caseload: a row a dossier ---- */

struct rows {
    const struct form *form;
    void *data;
    struct stand_names names;
    date today;
    bool fine;
};

static bool print_row(void *context, struct dossier *d)
{
    struct rows *r = context;
    struct document document;

    document_start(&document, &d->arena);
    document_row(&document, caseload_row(d, &r->names, r->today));
    r->fine = r->form->blocks(r->data, &document);
    return r->fine;
}

/* Rows that wait for those before them. */
struct waiting_rows {
    struct arena arena;
    struct document document;
};

static void *begin_rows(const void *context)
{
    struct waiting_rows *w = mem_take(sizeof *w);

    (void)context;
    w->arena = (struct arena){0};
    document_start(&w->document, &w->arena);
    return w;
}

static void add_row(const void *context, void *part, struct dossier *d)
{
    const struct rows *r = context;
    struct waiting_rows *w = part;
    const struct text *cells = caseload_row(d, &r->names, r->today);
    struct text *own = arena_take(&w->arena, CASELOAD_COLUMNS * sizeof *own);

    for (size_t i = 0; i < CASELOAD_COLUMNS; i++)
        own[i] = arena_text(&w->arena, cells[i]);
    document_row(&w->document, own);
}

static bool print_waiting(void *context, void *part)
{
    struct rows *r = context;
    const struct waiting_rows *w = part;

    r->fine = r->form->blocks(r->data, &w->document);
    return r->fine;
}

static void drop_rows(void *part)
{
    struct waiting_rows *w = part;

    arena_free(&w->arena);
    free(w);
}

static const struct work rows_work = {print_row, begin_rows, add_row, print_waiting, drop_rows};

static bool print_rows(struct session *s, const struct wishes *w, void *data)
{
    struct rows r = {.form = w->form, .data = data, .today = s->today, .fine = true};

    stand_names(&r.names, s->schema);
    units_run(s, w->draden, !s->out.terminal, &rows_work, &r);
    return r.fine;
}

static void caseload(struct session *s, const struct wishes *w)
{
    const struct form *form = w->form;
    struct facts facts;
    struct head head = {.name = "caseload",
                        .row_name = "dossier",
                        .title = "Caseload: een rij per dossier (intern)",
                        .xml_namespace = "urn:gesprek:rapport:1",
                        .columns = caseload_columns,
                        .column_count = CASELOAD_COLUMNS,
                        .facts = facts.pairs};
    void *data = NULL;
    bool fine;

    session_facts(s, &facts);
    head.fact_count = facts.count;
    fine = form->begin(&data, &s->out, &head) && print_rows(s, w, data);
    reader_report(s->reader, STATUS_NO);
    form->end(data, fine && s->diag.status == STATUS_OK);
}

/* ---- caseload for somebody outside ---- */

static void print_derden(struct session *s, const struct form *form, struct caseload_derden *rows)
{
    struct facts facts;
    struct pair pairs[5];
    struct head head = {.name = "caseload_derden",
                        .row_name = "dossier",
                        .title = "Caseload voor derden: een rij per dossier, met een pseudoniem",
                        .xml_namespace = "urn:gesprek:rapport:1",
                        .columns = caseload_derden_columns,
                        .column_count = CASELOAD_DERDEN_COLUMNS,
                        .facts = pairs};
    struct document document;
    void *data = NULL;
    bool fine;

    session_facts(s, &facts);
    memcpy(pairs, facts.pairs, sizeof facts.pairs);
    pairs[facts.count] = (struct pair){"ontvanger", "Voor", rows->ontvanger};
    head.fact_count = facts.count + 1;
    document_start(&document, &rows->arena);
    caseload_derden_rows(rows, &document);
    fine = form->begin(&data, &s->out, &head) && form->blocks(data, &document);
    form->end(data, fine && s->diag.status == STATUS_OK);
}

static bool keep_derde(void *context, struct dossier *d)
{
    caseload_derden_add(context, d);
    return true;
}

static void *begin_derden(const void *context)
{
    const struct caseload_derden *all = context;
    struct caseload_derden *c = mem_take(sizeof *c);

    *c = (struct caseload_derden){all->sleutel, all->ontvanger, all->names, all->today, .count = 0};
    return c;
}

static void add_derde(const void *context, void *part, struct dossier *d)
{
    (void)context;
    caseload_derden_add(part, d);
}

static bool join_derden(void *context, void *part)
{
    caseload_derden_voeg(context, part);
    return true;
}

static void drop_derden(void *part)
{
    caseload_derden_free(part);
    free(part);
}

static const struct work derden_work = {keep_derde, begin_derden, add_derde, join_derden,
                                        drop_derden};

static void caseload_derden(struct session *s, const struct wishes *w)
{
    struct stand_names names;
    struct buffer key = {0};
    struct caseload_derden rows = {
        .ontvanger = text_trim(text_of(w->ontvanger)), .names = &names, .today = s->today};

    stand_names(&names, s->schema);
    if (pseudoniem_sleutel(w->sleutelbestand, &key, &s->diag)) {
        rows.sleutel = buffer_view(&key);
        units_run(s, w->draden, true, &derden_work, &rows);
        reader_report(s->reader, STATUS_NO);
        print_derden(s, w->form, &rows);
    }
    caseload_derden_free(&rows);
    pseudoniem_wis(&key);
}

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
    struct facts session;
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

static void gather_facts(struct session *s, const struct wishes *w, const struct rapport *r,
                         struct grond *g)
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
    add_number(g, 0, "dossiers", "Dossiers gelezen", reader_given(s->reader));
    add_number(g, 1, "weggelaten", "Dossiers weggelaten", reader_dropped(s->reader));
    add_number(g, 2, "zonder_melding", "Dossiers zonder melding", rapport_zonder_melding(r));
    session_facts(s, &g->session);
    for (size_t i = 0; i < g->session.count; i++)
        g->pairs[g->count++] = g->session.pairs[i];
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
static const char *title_of(const struct session *s, const struct wishes *w, char into[TITLE_ROOM])
{
    const char *title = "Rapport voor de gemeente";

    for (size_t i = 0; i < RAPPORT_DELEN; i++)
        if (!strcmp(s->cli.verb->name, rapport_delen[i].naam))
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
                         struct rapport_oud *old)
{
    struct grond g = {.count = 0};
    char title[TITLE_ROOM];
    struct head head = {.name = "rapport",
                        .row_name = "getal",
                        .title = title_of(s, w, title),
                        .xml_namespace = "urn:gesprek:rapport:1",
                        .facts = g.pairs};
    void *data = NULL;
    bool fine;

    gather_facts(s, w, r, &g);
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

/* The delivery behind --verschil. NULL: there is none, or (said) it is no use. */
static struct rapport_oud *open_old(struct session *s, const struct wishes *w)
{
    struct levering now = {w->vraag.periode, 0, w->vraag.exact};
    struct rapport_oud *old = w->verschil ? rapport_oud_open(w->verschil, &s->diag) : NULL;
    const char *why;

    text_digits(text_of(w->versie), &now.versie);
    why = old ? rapport_oud_past(old, &now) : NULL;
    if (why)
        session_wrong(s, "--verschil: %s", why);
    return old;
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

static void count(struct session *s, const struct wishes *w)
{
    struct termijnen rules = {0};
    struct rapport_oud *old = open_old(s, w);
    struct rapport *r;
    struct counting c = {s->schema, &rules, &w->vraag, NULL};

    if ((w->verschil && !old) || !termijnen_read(&rules, s->schema, &s->diag)) {
        rapport_oud_free(old);
        return;
    }
    r = c.rapport = rapport_open(s->schema, &rules, &w->vraag);
    units_run(s, w->draden, true, &counts_work, &c);
    reader_report(s->reader, STATUS_NO);
    if (reader_given(s->reader)) {
        rapport_klaar(r);
        print_counts(s, w, r, old);
    }
    if (rapport_gesplitst(r))
        diag_say(&s->diag, SEVERITY_NOTE, STATUS_OK, "gemeente-gesplitst",
                 "een gemeente uit een dossier is verdeeld over meer gemeenten; zij telt bij de "
                 "gemeente die haar opvolgt. Zie gesprek-rapport(1)");
    rapport_free(r);
    rapport_oud_free(old);
    termijnen_free(&rules);
}

int main(int argc, char **argv)
{
    struct session s;
    struct argument a;
    struct wishes w = {.form = &form_text, .versie = "1", .draden = platform_processors()};
    bool rows;

    session_start(&s, &command, argc, argv);
    while (session_next(&s, &a))
        take_option(&s, &w, &a);
    rows = !strcmp(s.cli.verb->name, "caseload");
    choose_form(&s, &w);
    check_derden(&s, &w);
    session_no_outsiders(&s, rows ? "een caseload is een lijst van de eigen organisatie"
                                  : "een telling gaat over niemand; geef --openbaar");
    if (rows && (w.form == &form_json || w.form == &form_html))
        session_wrong(&s, "json en html zijn er niet bij caseload; kies tekst, csv of xml");
    if (!rows) {
        check_usage(&s, &w);
        choose_parts(&s, &w.vraag);
        if (!s.op)
            s.limits.op = w.vraag.periode.tot;
    }
    session_read(&s, 0, false);
    if (rows && w.voor_derden)
        caseload_derden(&s, &w);
    else if (rows)
        caseload(&s, &w);
    else
        count(&s, &w);
    return session_end(&s);
}
