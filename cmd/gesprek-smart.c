/* gesprek-smart: goals of the client and their steps: noted, listed, put in order, and as a plan on
 * paper. See gesprek-smart(1). */
#include "base/text.h"
#include "domain/smart_lijst.h"
#include "domain/smart_rangorde.h"
#include "domain/smart_schrijf.h"
#include "domain/smart_woorden_kies.h"
#include "domain/stappenplan.h"
#include "journal/edit.h"
#include "output/form.h"

#include <stdlib.h>
#include <string.h>

static const char reading[] = "lijst rangschik plan toets",
                  writing[] = "nieuw wijzig stap status parkeer vervang";

static const struct verb verbs[] = {
    {"nieuw", "[--veld=WAARDE ...] [BESTAND]", "noteert een doel, met stappen", "Doel Stap"},
    {"wijzig", "KEY [--veld=WAARDE ...] [BESTAND]",
     "wijzigt een doel; wat er stond blijft terug te vinden", "Doel"},
    {"stap", "KEY [--veld=WAARDE ...] [BESTAND]",
     "noteert een stap bij dat doel, of wijzigt die stap", "Stap"},
    {"status", "KEY STATUS [--veld=WAARDE ...] [BESTAND]",
     "zegt hoe het met een doel staat, en volgens wie", "Doel"},
    {"parkeer", "KEY [--veld=WAARDE ...] [BESTAND]", "laat een doel rusten, tot een dag", "Doel"},
    {"vervang", "KEY [--veld=WAARDE ...] [BESTAND]", "zet een ander doel in de plaats", "Doel"},
    {"lijst", "[BESTAND | MAP | -]...", "de doelen, hoe ver ze zijn en volgens wie", NULL},
    {"rangschik", "[BESTAND | MAP | -]...", "wat eerst komt, en waarom", NULL},
    {"plan", "[BESTAND | MAP | -]...", "voor de cliënt: mijn stappenplan", NULL},
    {"toets", "[BESTAND | MAP | -]...", "tips bij doelen: wat kan duidelijker?", NULL},
    {"woorden", "", "print de woorden waar toets op let, om er eigen lijsten van te maken", NULL},
    {0}};

static const struct option own_options[] = {
    {"sjabloon", 0, NULL, "print een leeg sjabloon met de vragen", NULL, "nieuw"},
    {"ingevuld", 0, "BESTAND", "lees een ingevuld sjabloon", NULL, "nieuw"},
    {"doel", 0, "SLEUTEL", "dit doel, bijvoorbeeld D1 (anders: elk doel waar u aan werkt)", NULL,
     "plan toets"},
    {"geschiedenis", 0, NULL, "ook hoe het doel eerst heette", NULL, "plan"},
    {"formaat", 0, "VORM", "de vorm van een lijst", "tekst csv", "lijst rangschik"},
    {"formaat", 0, "VORM", "de vorm van het plan", "tekst html", "plan"},
    {"formaat", 0, "VORM", "de vorm van de tips", "tekst csv json", "toets"},
    {"streng", 0, NULL, "status 1 als er tips zijn", NULL, "toets"},
    {"woorden", 0, "BESTAND", "eigen lijsten van woorden, in de plaats van de ingebouwde", NULL,
     "toets"},
    {0}};

static const struct option *const options[] = {own_options, options_for_all, NULL};

static const struct option_set sets[] = {
    {options_for_readers, reading}, {options_for_writers, writing}, {0}};

static const char *const examples[] = {
    "gesprek-smart nieuw --tekst='Ik kook elke week.' --akkoord=Emma -i 2026-0017.rec",
    "gesprek-smart stap D1 --wat='Een pan lenen' --wie=Emma --uiterlijk=+2w -i 2026-0017.rec",
    "gesprek-smart status D1 behaald --volgens=client -i 2026-0017.rec",
    "gesprek-smart lijst dossiers/",
    "gesprek-smart toets --doel=D1 --streng 2026-0017.rec",
    "gesprek-smart plan --doel=D1 --formaat=html --uit=plan.html 2026-0017.rec",
    NULL};

static const struct command command = {"gesprek-smart",
                                       "doelen van de cliënt, met wie wat doet en wanneer",
                                       verbs,
                                       options,
                                       examples,
                                       schema_groups,
                                       sets};

/* What the options ask for. */
struct wishes {
    const char *format;
    struct smart_wishes notes;
    struct stappenplan_wishes plan;
    bool template_only;
    unsigned weights[CRITERIA];
    const char *words; /* --woorden; NULL: not given */
    bool strict;
};

static void take_option(struct session *s, struct wishes *w, const struct argument *a)
{
    const char *name = a->option ? a->option->name : "";

    if (!a->option) {
        mem_grow(&w->notes.fields, &w->notes.capacity, w->notes.count + 1, sizeof *w->notes.fields);
        w->notes.fields[w->notes.count++] = *a;
    } else if (!strcmp(name, "sjabloon"))
        w->template_only = true;
    else if (!strcmp(name, "ingevuld"))
        w->notes.filled_in = a->value;
    else if (!strcmp(name, "geschiedenis"))
        w->plan.history = true;
    else if (!strcmp(name, "formaat"))
        w->format = a->value;
    else if (!strcmp(name, "woorden"))
        w->words = a->value;
    else if (!strcmp(name, "streng"))
        w->strict = true;
    else if (schema_key_good(text_of(a->value)))
        w->plan.doel = text_of(a->value);
    else
        session_wrong(s, "--doel: noem een sleutel, bijvoorbeeld D1");
}

static bool is_verb(const struct session *s, const char *verb)
{
    return !strcmp(s->cli.verb->name, verb);
}

/* ---- answers ---- */

static const struct form *form_named(const char *name)
{
    if (!strcmp(name, "csv"))
        return &form_csv;
    if (!strcmp(name, "json"))
        return &form_json;
    return strcmp(name, "html") ? &form_text : &form_html;
}

struct page {
    const struct form *form;
    void *data;
    struct blad blad;
    struct document document;
};

static bool add_lists(struct session *s, const struct wishes *w, struct page *page)
{
    bool rows = page->form == &form_csv, order = is_verb(s, "rangschik"), fine = true;
    struct dossier *d;

    while (fine && (d = reader_next(s->reader))) {
        document_start(&page->document, &d->arena);
        if (order)
            (rows ? smart_rangorde_rijen : smart_rangorde)(&page->blad, d, w->weights,
                                                           &page->document);
        else
            (rows ? smart_rijen : smart_lijst)(&page->blad, d, &page->document);
        if (!rows)
            document_note(&page->document, session_footer(s, &d->arena));
        fine = page->form->blocks(page->data, &page->document);
    }
    return fine;
}

static bool add_plans(struct session *s, const struct wishes *w, struct page *page)
{
    const struct thing *mind;
    struct dossier *d;
    size_t made = 0;
    bool fine = true;

    while (fine && (d = reader_next(s->reader))) {
        document_start(&page->document, &d->arena);
        page->blad.foot = s->voor ? session_footer(s, &d->arena) : TEXT("");
        if (!stappenplan(&page->blad, d, &w->plan, &page->document, &mind))
            continue;
        made++;
        blad_say_mind(&s->diag, mind, "Geef het plan zelf");
        fine = page->form->blocks(page->data, &page->document);
    }
    if (!made && reader_given(s->reader))
        diag_say(&s->diag, SEVERITY_ERROR, STATUS_NO, "geen-doel",
                 w->plan.doel.n ? "dit doel is er niet. Kijk de sleutel en de dag na"
                                : "er is geen doel waar nu aan gewerkt wordt. Noem er een met "
                                  "--doel, of maak er een met gesprek-smart nieuw");
    return fine;
}

static struct head head_of(struct session *s, const struct form *form)
{
    bool order = is_verb(s, "rangschik");
    struct head head = {.name = s->cli.verb->name};

    if (!is_verb(s, "plan"))
        head.title = order ? "Wat eerst komt" : "Doelen";
    if (form == &form_csv) {
        head.row_name = "doel";
        head.columns = order ? rangorde_columns : smart_columns;
        head.column_count = order ? RANGORDE_COLUMNS : SMART_COLUMNS;
    }
    return head;
}

static void print_answer(struct session *s, const struct wishes *w)
{
    bool plan = is_verb(s, "plan"), fine;
    struct page page = {.form = form_named(w->format)};
    struct head head = head_of(s, page.form);
    struct facts facts;

    session_facts(s, &facts);
    head.facts = facts.pairs;
    head.fact_count = facts.count - plan; /* a sheet says its own day */
    blad_start(&page.blad, s->schema, s->today);
    fine =
        page.form->begin(&page.data, &s->out, &head) && (plan ? add_plans : add_lists)(s, w, &page);
    reader_report(s->reader, STATUS_NO);
    page.form->end(page.data, fine && s->diag.status == STATUS_OK);
}

static void read_and_print(struct session *s, struct wishes *w)
{
    session_read(s, 0, false);
    if (!is_verb(s, "rangschik") || criteria_weging(w->weights, &s->diag))
        print_answer(s, w);
}

/* ---- toets ---- */

/* What was met. */
struct met {
    bool goal; /* the one that was asked for */
    size_t tips;
};

static bool print_tips(struct session *s, struct smart_toets *toets, const struct form *form,
                       void *data, struct met *met)
{
    struct document document;
    struct dossier *d;
    bool fine = true;
    size_t count;

    while (fine && (d = reader_next(s->reader))) {
        const struct smart_tip *tips = smart_toets(toets, d, &count);
        met->tips += count;
        met->goal = met->goal || smart_heeft_doel(toets, d);
        document_start(&document, &d->arena);
        if (form == &form_text) {
            smart_toets_blad(toets, d, tips, count, &document);
            document_note(&document, session_footer(s, &d->arena));
        } else
            smart_toets_rijen(d, tips, count, &document);
        fine = form->blocks(data, &document);
    }
    reader_report(s->reader, STATUS_NO);
    return fine;
}

static void print_toets(struct session *s, const struct wishes *w, struct smart_toets *toets)
{
    struct facts facts;
    struct head head = {
        .name = "tips", .row_name = "tip", .title = "Tips bij doelen", .facts = facts.pairs};
    const struct form *form = form_named(w->format);
    struct met met = {0};
    void *data = NULL;
    bool fine;

    session_facts(s, &facts);
    head.fact_count = facts.count;
    if (form != &form_text) {
        head.columns = smart_kolommen;
        head.column_count = SMART_KOLOMMEN;
    }
    session_no_outsiders(s, "deze tips zijn voor wie met de cliënt werkt");
    session_read(s, 0, false);
    fine = form->begin(&data, &s->out, &head) && print_tips(s, toets, form, data, &met);
    form->end(data, fine && s->diag.status == STATUS_OK);
    if (w->plan.doel.n && !met.goal && s->diag.status == STATUS_OK)
        diag_say(&s->diag, SEVERITY_ERROR, STATUS_NO, "geen-doel",
                 "het doel dat u noemt is er niet. Kijk met gesprek-stavaza welke doelen er zijn");
    if (w->strict && met.tips)
        s->diag.status = status_worst(s->diag.status, STATUS_NO);
}

/* Standard input can be one thing: the words, or the dossiers. */
static void check_standard_input(struct session *s, const struct wishes *w)
{
    bool dossiers = !s->cli.operand_count && !s->dossier && !s->all;

    for (size_t i = 0; i < s->cli.operand_count; i++)
        dossiers = dossiers || !strcmp(s->cli.operands[i], "-");
    if (dossiers && w->words && !strcmp(w->words, "-"))
        session_wrong(s, "de standaardinvoer kan maar een ding zijn, en nu is hij zowel het "
                         "dossier als --woorden=-. Noem een bestand");
}

static void run_toets(struct session *s, const struct wishes *w)
{
    struct smart_toets *toets;

    check_standard_input(s, w);
    toets = mem_take(sizeof *toets);
    memset(toets, 0, sizeof *toets);
    smart_toets_start(toets, s->schema, s->today);
    toets->doel = w->plan.doel.n ? w->plan.doel.p : NULL;
    if (smart_woorden_kies(s, w->words, &toets->woorden))
        print_toets(s, w, toets);
    smart_toets_free(toets);
    free(toets);
}

static void run_woorden(struct session *s)
{
    if (s->cli.operand_count)
        session_wrong(s, "bij woorden hoort geen bestand");
    out_string(&s->out, smart_ingebouwd);
}

int main(int argc, char **argv)
{
    struct session s;
    struct argument a;
    struct wishes w = {.format = "tekst"};

    session_start(&s, &command, argc, argv);
    while (session_next(&s, &a))
        take_option(&s, &w, &a);
    if (w.template_only)
        smart_sjabloon(&s);
    else if (text_has_word(writing, text_of(s.cli.verb->name))) {
        smart_schrijf(&s, &w.notes);
    } else if (is_verb(&s, "toets"))
        run_toets(&s, &w);
    else if (is_verb(&s, "woorden"))
        run_woorden(&s);
    else
        read_and_print(&s, &w);
    free(w.notes.fields);
    return session_end(&s);
}
