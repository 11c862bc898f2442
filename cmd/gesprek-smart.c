/* gesprek-smart: goals of the client and their steps. See gesprek-smart(1). */
#include "base/text.h"
#include "domain/smart_toets.h"
#include "journal/config.h"
#include "journal/edit.h"
#include "journal/session.h"
#include "output/form.h"

#include <stdlib.h>
#include <string.h>

static const struct verb verbs[] = {
    {"toets", "[BESTAND | MAP | -]...", "tips bij doelen: wat kan duidelijker?", NULL},
    {"woorden", "", "print de woorden waar toets op let, om er eigen lijsten van te maken", NULL},
    {0}};

static const struct option own_options[] = {
    {"doel", 0, "SLEUTEL", "alleen dit doel, bijvoorbeeld D1", NULL, "toets"},
    {"streng", 0, NULL, "status 1 als er tips zijn", NULL, "toets"},
    {"woorden", 0, "BESTAND", "eigen lijsten van woorden, in de plaats van de ingebouwde", NULL,
     "toets"},
    {"formaat", 0, "VORM", "de vorm van het antwoord", "tekst csv json", "toets"},
    {0}};

static const struct option *const options[] = {own_options, options_for_all, NULL};

static const struct option_set sets[] = {{options_for_readers, "toets"}, {0}};

static const char *const examples[] = {
    "gesprek-smart toets 2026-0017.rec", "gesprek-smart toets --formaat=csv dossiers/",
    "gesprek-smart toets --doel=D1 --streng 2026-0017.rec", NULL};

static const struct command command = {
    "gesprek-smart", "doelen van de cliënt, en wie wat doet", verbs, options, examples, NULL, sets};

/* What the options ask for. */
struct wishes {
    const struct form *form;
    const char *words; /* --woorden; NULL: not given */
    const char *goal;
    bool strict;
};

static const struct form *form_named(const char *name)
{
    if (!strcmp(name, "csv"))
        return &form_csv;
    return strcmp(name, "json") ? &form_text : &form_json;
}

static void take_option(struct wishes *w, const struct argument *a)
{
    const char *name = a->option->name;

    if (!strcmp(name, "doel"))
        w->goal = a->value;
    else if (!strcmp(name, "streng"))
        w->strict = true;
    else if (!strcmp(name, "woorden"))
        w->words = a->value;
    else
        w->form = form_named(a->value);
}

/* ---- toets ---- */

/* Our own words first; the user's lists come in the place of some. */
static bool read_words(struct session *s, const char *file, struct smart_woorden *words)
{
    struct buffer content = {0}, path = {0};
    bool fine, standard_input = false;

    buffer_string(&content, smart_ingebouwd);
    fine = smart_woorden_lees(words, &content, "de ingebouwde woorden", &s->diag);
    content.n = 0;
    if (fine && !file && config_value("Woorden", &path, &s->diag)) {
        buffer_byte(&path, '\0');
        file = path.p;
        if (*file != '/')
            diag_say(&s->diag, SEVERITY_ERROR, STATUS_DATA, "woorden-fout",
                     "schrijf bij Woorden in de instellingen een volledig pad, dat met / begint");
    }
    fine = fine && !s->diag.errors;
    if (fine && file)
        fine = edit_read_file(s, file, &standard_input, &content) &&
               smart_woorden_lees(words, &content, file, &s->diag);
    buffer_free(&content);
    buffer_free(&path);
    return fine;
}

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
        if (form == &form_text)
            smart_toets_blad(toets, d, tips, count, &document);
        else
            smart_toets_rijen(d, tips, count, &document);
        fine = form->blocks(data, &document);
    }
    reader_report(s->reader, STATUS_NO);
    return fine;
}

static void print_answer(struct session *s, const struct wishes *w, struct smart_toets *toets)
{
    struct facts facts;
    struct head head = {
        .name = "tips", .row_name = "tip", .title = "Tips bij doelen", .facts = facts.pairs};
    struct met met = {0};
    void *data = NULL;
    bool fine;

    session_facts(s, &facts);
    head.fact_count = facts.count;
    if (w->form != &form_text) {
        head.columns = smart_kolommen;
        head.column_count = SMART_KOLOMMEN;
    }
    session_read(s, 0, false);
    fine = w->form->begin(&data, &s->out, &head) && print_tips(s, toets, w->form, data, &met);
    w->form->end(data, fine && s->diag.status == STATUS_OK);
    if (w->goal && !met.goal && s->diag.status == STATUS_OK)
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
    toets->doel = w->goal;
    if (read_words(s, w->words, &toets->woorden))
        print_answer(s, w, toets);
    smart_toets_free(toets);
    free(toets);
}

/* ---- woorden ---- */

static void run_woorden(struct session *s)
{
    if (s->cli.operand_count)
        session_wrong(s, "bij woorden hoort geen bestand");
    out_string(&s->out, smart_ingebouwd);
}

int main(int argc, char **argv)
{
    struct wishes w = {.form = &form_text};
    struct session s;
    struct argument a;

    session_start(&s, &command, argc, argv);
    while (session_next(&s, &a))
        take_option(&w, &a);
    if (strcmp(s.cli.verb->name, "toets"))
        run_woorden(&s);
    else
        run_toets(&s, &w);
    return session_end(&s);
}
