/* gesprek-verslag: what comes out of the conversations: the account of one, the report of the
 * investigation, the plan. See gesprek-verslag(1). */
#include "base/text.h"
#include "domain/verslag_gesprek.h"
#include "domain/verslag_onderzoek.h"
#include "domain/verslag_plan.h"
#include "journal/session.h"
#include "output/form.h"

#include <string.h>

static const struct verb verbs[] = {
    {"toon", "[BESTAND | MAP | -]...", "voor de cliënt: het verslag van een gesprek"},
    {"onderzoek", "[BESTAND | MAP | -]...", "het verslag van het onderzoek van de Wmo"},
    {"ondersteuningsplan", "[BESTAND | MAP | -]...",
     "voor de cliënt: mijn wensen, doelen en stappen, en wie mij helpt"},
    {0}};

static const struct option own_options[] = {
    {"gesprek", 0, "SLEUTEL", "dit gesprek, bijvoorbeeld G2 (anders: het laatste)", NULL, "toon"},
    {"formaat", 0, "VORM", "de vorm van het antwoord; xml is er niet bij toon", "tekst html xml",
     NULL},
    {0}};

static const struct option *const options[] = {own_options, options_for_readers, options_for_all,
                                               NULL};

static const char *const examples[] = {"gesprek-verslag toon 2026-0017.rec",
                                       "gesprek-verslag toon --gesprek=G2 --formaat=html "
                                       "--uit=verslag.html 2026-0017.rec",
                                       "gesprek-verslag onderzoek 2026-0017.rec", NULL};

static const struct command command = {"gesprek-verslag",
                                       "het verslag van een gesprek, het onderzoek en het plan",
                                       verbs,
                                       options,
                                       examples,
                                       NULL,
                                       NULL};

/* What the options ask for. */
struct wishes {
    const struct form *form;
    struct text gesprek; /* empty: the last one */
};

static const struct form *form_named(const char *name)
{
    static const struct form *const forms[] = {&form_html, &form_xml};

    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (!strcmp(name, forms[i]->name))
            return forms[i];
    return &form_text;
}

static void take_option(struct session *s, struct wishes *w, const struct argument *a)
{
    if (!strcmp(a->option->name, "gesprek")) {
        w->gesprek = text_of(a->value);
        if (!schema_key_good(w->gesprek))
            session_wrong(s, "--gesprek: noem de sleutel van een gesprek, bijvoorbeeld G2");
    } else
        w->form = form_named(a->value);
    if (w->form == &form_xml && !strcmp(s->cli.verb->name, "toon"))
        session_wrong(s, "xml is er niet bij toon; kies tekst of html");
}

/* What only the worker has to know stands in a message, not on the sheet. */
static void say_mind(struct session *s, const struct thing *client)
{
    if (client)
        diag_at(&s->diag, SEVERITY_NOTE, STATUS_OK, client->latest->place, "veilig-bereikbaar",
                "bij deze cliënt staat hoe u die veilig bereikt, of het adres is geheim. Geef het "
                "blad zelf");
}

/* The document of one dossier. False: this dossier has nothing to make it of. */
static bool make(struct session *s, const struct wishes *w, const struct blad *b, struct dossier *d,
                 struct document *document)
{
    const char *verb = s->cli.verb->name;
    const struct thing *gesprek;

    if (!strcmp(verb, "onderzoek"))
        say_mind(s, verslag_onderzoek(b, d, document));
    else if (!strcmp(verb, "ondersteuningsplan"))
        say_mind(s, verslag_plan(b, d, document));
    else if ((gesprek = verslag_kies_gesprek(b, d, w->gesprek)))
        say_mind(s, verslag_gesprek(b, d, gesprek, document));
    else
        return false;
    return true;
}

static bool make_all(struct session *s, const struct wishes *w, void *data)
{
    struct document document;
    struct dossier *d;
    struct blad b;
    size_t made = 0;
    bool fine = true;

    blad_start(&b, s->schema, s->today);
    b.by_role = w->form == &form_xml;
    while (fine && (d = reader_next(s->reader))) {
        document_start(&document, &d->arena);
        if (!make(s, w, &b, d, &document))
            continue;
        made++;
        fine = w->form->blocks(data, &document);
    }
    if (!made && reader_given(s->reader))
        diag_say(&s->diag, SEVERITY_ERROR, STATUS_NO, "geen-gesprek",
                 "dit gesprek is er niet. Kijk de sleutel en de dag na");
    return fine;
}

/* A sheet says its own day; what it rests on besides stands above it. A program wants the day too.
 */
static void print_answer(struct session *s, const struct wishes *w)
{
    struct facts facts;
    struct head head = {
        .name = s->cli.verb->name, .xml_namespace = "urn:gesprek:verslag:1", .facts = facts.pairs};
    void *data;
    bool fine;

    session_facts(s, &facts);
    head.fact_count = facts.count - (w->form != &form_xml);
    fine = w->form->begin(&data, &s->out, &head) && make_all(s, w, data);
    reader_report(s->reader, STATUS_NO);
    w->form->end(data, fine && s->diag.status == STATUS_OK);
}

int main(int argc, char **argv)
{
    struct session s;
    struct argument a;
    struct wishes w = {.form = &form_text};

    session_start(&s, &command, argc, argv);
    while (session_next(&s, &a))
        take_option(&s, &w, &a);
    session_read(&s, 0, false);
    print_answer(&s, &w);
    return session_end(&s);
}
