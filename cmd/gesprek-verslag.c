/* gesprek-verslag: what comes out of the conversations: the account of one, the report of the
 * investigation, the plan; what the client wants otherwise, and appointments. See
 * gesprek-verslag(1). */
#include "base/text.h"
#include "domain/verslag_gesprek.h"
#include "domain/verslag_schrijf.h"
#include "domain/verslag_onderzoek.h"
#include "domain/verslag_plan.h"
#include "journal/edit.h"
#include "journal/session.h"
#include "output/form.h"

#include <stdlib.h>
#include <string.h>

static const char reading[] = "toon onderzoek ondersteuningsplan",
                  writing[] = "nieuw correctie afspraak gemist";

static const struct verb verbs[] = {
    {"toon", "[BESTAND | MAP | -]...", "voor de cliënt: het verslag van een gesprek", NULL},
    {"onderzoek", "[BESTAND | MAP | -]...", "het verslag van het onderzoek van de Wmo", NULL},
    {"ondersteuningsplan", "[BESTAND | MAP | -]...",
     "voor de cliënt: mijn wensen, doelen en stappen, en wie mij helpt", NULL},
    {"nieuw", "[--veld=WAARDE ...] [BESTAND]",
     "noteert een gesprek, met stappen, delen van het leven en rechten",
     "Gesprek Stap Domein Recht"},
    {"correctie", "[BESTAND]", "noteert wat de cliënt anders wil, naast het verslag", NULL},
    {"afspraak", "[--veld=WAARDE ...] [BESTAND]",
     "maakt een afspraak, verzet er een of zegt er een af", "Afspraak"},
    {"gemist", "[BESTAND]", "noteert een gemiste afspraak, met stappen om weer contact te krijgen",
     NULL},
    {0}};

static const struct option own_options[] = {
    {"gesprek", 0, "SLEUTEL", "dit gesprek, bijvoorbeeld G2 (anders: het laatste)", NULL,
     "toon correctie"},
    {"formaat", 0, "VORM", "de vorm van het antwoord; xml is er niet bij toon", "tekst html xml",
     reading},
    {"sjabloon", 0, NULL, "print een leeg sjabloon met de vragen", NULL, "nieuw"},
    {"ingevuld", 0, "BESTAND", "lees een ingevuld sjabloon", NULL, "nieuw"},
    {"tekst", 0, "TEKST", "wat de cliënt anders wil; @BESTAND en @- kunnen ook", NULL, "correctie"},
    {"verzet", 0, "SLEUTEL", "deze afspraak wordt verzet, bijvoorbeeld A3", NULL, "afspraak"},
    {"afzeggen", 0, "SLEUTEL", "deze afspraak gaat niet door", NULL, "afspraak"},
    {"wie", 0, "WIE", "wie afzegt", "client begeleider", "afspraak"},
    {"afspraak", 0, "SLEUTEL", "deze afspraak is gemist (anders: de laatste die voorbij is)", NULL,
     "gemist"},
    {0}};

static const struct option *const options[] = {own_options, options_for_all, NULL};

static const struct option_set sets[] = {
    {options_for_readers, reading}, {options_for_writers, writing}, {0}};

static const char *const examples[] = {"gesprek-verslag toon 2026-0017.rec",
                                       "gesprek-verslag toon --gesprek=G2 --formaat=html "
                                       "--uit=verslag.html 2026-0017.rec",
                                       "gesprek-verslag onderzoek 2026-0017.rec",
                                       "gesprek-verslag correctie --tekst=@- -i 2026-0017.rec",
                                       "gesprek-verslag afspraak --wanneer=2026-12-01T14:30 "
                                       "--met=Emma -i 2026-0017.rec",
                                       NULL};

static const struct command command = {"gesprek-verslag",
                                       "het verslag van een gesprek, het onderzoek en het plan",
                                       verbs,
                                       options,
                                       examples,
                                       schema_groups,
                                       sets};

/* What the options ask for. */
struct wishes {
    const struct form *form;
    struct verslag_wishes notes;
    bool template_only;
};

static const struct form *form_named(const char *name)
{
    static const struct form *const forms[] = {&form_html, &form_xml};

    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (!strcmp(name, forms[i]->name))
            return forms[i];
    return &form_text;
}

static struct text key_of(struct session *s, const struct argument *a)
{
    if (!schema_key_good(text_of(a->value)))
        session_wrong(s, "--%s: noem een sleutel, bijvoorbeeld %s", a->option->name,
                      strcmp(a->option->name, "gesprek") ? "A3" : "G2");
    return text_of(a->value);
}

static void take_option(struct session *s, struct wishes *w, const struct argument *a)
{
    const char *name = a->option ? a->option->name : "";

    if (!a->option) {
        mem_grow(&w->notes.fields, &w->notes.capacity, w->notes.count + 1, sizeof *w->notes.fields);
        w->notes.fields[w->notes.count++] = *a;
    } else if (!strcmp(name, "gesprek"))
        w->notes.gesprek = key_of(s, a);
    else if (!strcmp(name, "afspraak"))
        w->notes.afspraak = key_of(s, a);
    else if (!strcmp(name, "verzet"))
        w->notes.verzet = key_of(s, a);
    else if (!strcmp(name, "afzeggen"))
        w->notes.afzeggen = key_of(s, a);
    else if (!strcmp(name, "sjabloon"))
        w->template_only = true;
    else if (!strcmp(name, "ingevuld"))
        w->notes.filled_in = a->value;
    else if (!strcmp(name, "tekst"))
        w->notes.tekst = a->value;
    else if (!strcmp(name, "wie"))
        w->notes.wie = a->value;
    else
        w->form = form_named(a->value);
}

static void check_usage(struct session *s, const struct wishes *w)
{
    const char *verb = s->cli.verb->name;

    if (w->form == &form_xml && !strcmp(verb, "toon"))
        session_wrong(s, "xml is er niet bij toon; kies tekst of html");
    if (!strcmp(verb, "correctie") && !w->notes.tekst)
        session_wrong(s, "zeg achter --tekst wat de cliënt anders wil");
    if (w->notes.verzet.n && w->notes.afzeggen.n)
        session_wrong(s, "--verzet en --afzeggen gaan niet samen");
    if ((w->notes.wie != NULL) != (w->notes.afzeggen.n > 0))
        session_wrong(s, "--afzeggen en --wie horen bij elkaar: wie zegt de afspraak af?");
}

/* The document of one dossier. False: this dossier has nothing to make it of. */
static bool make(struct session *s, const struct wishes *w, const struct blad *b, struct dossier *d,
                 struct document *document)
{
    const char *verb = s->cli.verb->name;
    const struct thing *mind, *gesprek = verslag_kies_gesprek(b, d, w->notes.gesprek);

    if (!strcmp(verb, "toon") && !gesprek)
        return false;
    if (!strcmp(verb, "onderzoek"))
        mind = verslag_onderzoek(b, d, document);
    else if (!strcmp(verb, "ondersteuningsplan"))
        mind = verslag_plan(b, d, document);
    else
        mind = verslag_gesprek(b, d, gesprek, document);
    blad_say_mind(&s->diag, mind, "Geef het blad zelf");
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
        b.foot = s->voor ? session_footer(s, &d->arena) : TEXT("");
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
    check_usage(&s, &w);
    if (w.template_only)
        verslag_sjabloon(&s);
    else if (text_has_word(writing, text_of(s.cli.verb->name)))
        verslag_schrijf(&s, &w.notes);
    else {
        session_read(&s, 0, false);
        print_answer(&s, &w);
    }
    free(w.notes.fields);
    return session_end(&s);
}
