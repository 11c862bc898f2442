/* gesprek-stavaza: the stand van zaken of dossiers, their verloop, and the sheets for the client.
 * See gesprek-stavaza(1). */
#include "base/text.h"
#include "domain/crisisblad.h"
#include "domain/stavaza.h"
#include "domain/voor_client.h"
#include "journal/fold_write.h"
#include "journal/session.h"
#include "output/form.h"

#include <string.h>

static const struct verb verbs[] = {
    {"", "[BESTAND | MAP | -]...", "hoe het er nu voor staat", NULL},
    {"verloop", "[BESTAND | MAP | -]...", "wat er wanneer gebeurde", NULL},
    {"crisisblad", "[BESTAND | MAP | -]...", "voor de cliënt: wat helpt als het moeilijk wordt",
     NULL},
    {0}};

static const struct option own_options[] = {
    {"formaat", 0, "VORM", "de vorm van het antwoord", "tekst html rec", NULL},
    {"soort", 0, "TYPEN",
     "alleen deze recordtypes, met komma's ertussen; Veiligheid staat er alleen in als u het noemt",
     NULL, "- verloop"},
    {"voor-client", 0, NULL,
     "een blad voor de cliënt: wat ik kan, bereikte, mag, afsprak, en wie mij helpt", NULL, "-"},
    {0}};

static const struct option *const options[] = {own_options, options_for_readers, options_for_all,
                                               NULL};

static const char *const examples[] = {
    "gesprek-stavaza 2026-0017.rec", "gesprek-stavaza verloop --soort=Doel,Stap 2026-0017.rec",
    "gesprek-stavaza --formaat=rec dossiers/ | recsel -e \"Status = 'bezig'\" -p Dossier,Tekst",
    NULL};

static const struct command command = {
    "gesprek-stavaza", "de stand van zaken van een dossier", verbs, options, examples, NULL, NULL};

static void print_rec(struct session *s, const struct stavaza *z, struct dossier *d)
{
    struct buffer text = {0};

    for (size_t i = 0; i < d->thing_count; i++) {
        const struct thing *t = &d->things[i];
        if (!t->opening || t->withdrawn || (z->only && !stavaza_shows(z, t->type, t->type_name)))
            continue;
        text.n = 0;
        fold_write(d, t, &text);
        out_raw(&s->out, buffer_view(&text));
    }
    buffer_free(&text);
}

static void print_records(struct session *s, const struct stavaza *z)
{
    struct dossier *d;

    while ((d = reader_next(s->reader)) && !s->out.error)
        print_rec(s, z, d);
    reader_report(s->reader, STATUS_NO);
}

/* Where an answer is made, a dossier at a time. */
struct page {
    const struct form *form;
    void *data;
    struct dossier *dossier;
    struct document document;
};

static bool give(struct page *page)
{
    return page->form->blocks(page->data, &page->document);
}

static bool next_dossier(struct session *s, struct page *page)
{
    page->dossier = reader_next(s->reader);
    if (page->dossier)
        document_start(&page->document, &page->dossier->arena);
    return page->dossier != NULL;
}

static bool print_stand(struct session *s, const struct stavaza *z, struct page *page)
{
    bool verloop = !strcmp(s->cli.verb->name, "verloop"), fine = true;

    while (fine && next_dossier(s, page)) {
        (verloop ? stavaza_verloop : stavaza_document)(z, page->dossier, &page->document);
        document_note(&page->document, session_footer(s, &page->dossier->arena));
        fine = give(page);
    }
    return fine;
}

static bool print_sheets(struct session *s, struct blad *b, struct page *page)
{
    bool crisis = !strcmp(s->cli.verb->name, "crisisblad"), fine = true;
    const struct thing *mind;
    size_t sheets = 0;

    while (fine && next_dossier(s, page)) {
        b->foot = s->voor ? session_footer(s, &page->dossier->arena) : TEXT("");
        if (!crisis)
            mind = voor_client_document(b, page->dossier, &page->document);
        else if (!crisisblad_document(b, page->dossier, &page->document, &mind))
            continue;
        sheets++;
        blad_say_mind(&s->diag, mind, "Geef het blad zelf");
        fine = give(page);
    }
    if (!sheets && reader_given(s->reader))
        diag_say(&s->diag, SEVERITY_ERROR, STATUS_NO, "geen-crisis",
                 "er is nog geen moeilijk moment genoteerd. Noteer er een met gesprek-noteer nieuw "
                 "Crisis");
    return fine;
}

/* A sheet says its own day; what it rests on besides stands above it. */
static void print_answer(struct session *s, const struct stavaza *z, const struct form *form,
                         bool sheets)
{
    bool verloop = !strcmp(s->cli.verb->name, "verloop"), fine;
    struct facts facts;
    struct head head = {.name = "stavaza", .facts = facts.pairs};
    struct page page = {.form = form};
    struct blad blad;

    session_facts(s, &facts);
    head.fact_count = facts.count - sheets;
    if (!sheets)
        head.title = verloop ? "Verloop" : "Stand van zaken";
    blad_start(&blad, s->schema, s->today);
    fine = form->begin(&page.data, &s->out, &head);
    fine = fine && (sheets ? print_sheets(s, &blad, &page) : print_stand(s, z, &page));
    reader_report(s->reader, STATUS_NO);
    form->end(page.data, fine && s->diag.status == STATUS_OK);
}

int main(int argc, char **argv)
{
    struct session s;
    struct argument a;
    struct stavaza z;
    struct buffer words = {0};
    const char *only = NULL, *format = "tekst";
    bool sheets, rec;

    session_start(&s, &command, argc, argv);
    sheets = !strcmp(s.cli.verb->name, "crisisblad");
    while (session_next(&s, &a)) {
        if (!strcmp(a.option->name, "formaat"))
            format = a.value;
        else if (!strcmp(a.option->name, "soort"))
            only = stavaza_soorten(&s, a.value, &words);
        else
            sheets = true;
    }
    rec = !strcmp(format, "rec");
    if (rec && (sheets || *s.cli.verb->name))
        session_wrong(&s, "rec is er niet bij %s; kies tekst of html",
                      *s.cli.verb->name ? s.cli.verb->name : "--voor-client");
    if (sheets && !*s.cli.verb->name)
        session_no_outsiders(&s, "dit blad is voor de cliënt. Neem --voor-client weg");
    if (sheets && only)
        session_wrong(&s, "--soort en --voor-client gaan niet samen");
    session_read(&s, 0, false);
    stavaza_start(&z, s.schema, s.today, only);
    if (rec)
        print_records(&s, &z);
    else
        print_answer(&s, &z, strcmp(format, "html") ? &form_text : &form_html, sheets);
    buffer_free(&words);
    return session_end(&s);
}
