/* gesprek-verslag: what comes out of the conversations: the account of one, the report of the
 * investigation, the plan; what the client wants otherwise, and appointments. See
 * gesprek-verslag(1). */
#include "base/text.h"
#include "domain/verslag_gesprek.h"
#include "domain/verslag_noteer.h"
#include "domain/verslag_onderzoek.h"
#include "domain/verslag_plan.h"
#include "journal/edit.h"
#include "journal/session.h"
#include "output/form.h"

#include <stdlib.h>
#include <string.h>

static const char reading[] = "toon onderzoek ondersteuningsplan",
                  writing[] = "correctie afspraak gemist";

static const struct verb verbs[] = {
    {"toon", "[BESTAND | MAP | -]...", "voor de cliënt: het verslag van een gesprek"},
    {"onderzoek", "[BESTAND | MAP | -]...", "het verslag van het onderzoek van de Wmo"},
    {"ondersteuningsplan", "[BESTAND | MAP | -]...",
     "voor de cliënt: mijn wensen, doelen en stappen, en wie mij helpt"},
    {"correctie", "[BESTAND]", "noteert wat de cliënt anders wil, naast het verslag"},
    {"afspraak", "[--veld=WAARDE ...] [BESTAND]",
     "maakt een afspraak, verzet er een of zegt er een af"},
    {"gemist", "[BESTAND]", "noteert een gemiste afspraak, met stappen om weer contact te krijgen"},
    {0}};

static const struct option own_options[] = {
    {"gesprek", 0, "SLEUTEL", "dit gesprek, bijvoorbeeld G2 (anders: het laatste)", NULL,
     "toon correctie"},
    {"formaat", 0, "VORM", "de vorm van het antwoord; xml is er niet bij toon", "tekst html xml",
     reading},
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
    struct text gesprek, afspraak, verzet, afzeggen; /* keys; empty: not given */
    const char *tekst, *wie;
    struct argument *fields;
    size_t count, capacity;
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
        mem_grow(&w->fields, &w->capacity, w->count + 1, sizeof *w->fields);
        w->fields[w->count++] = *a;
    } else if (!strcmp(name, "gesprek"))
        w->gesprek = key_of(s, a);
    else if (!strcmp(name, "afspraak"))
        w->afspraak = key_of(s, a);
    else if (!strcmp(name, "verzet"))
        w->verzet = key_of(s, a);
    else if (!strcmp(name, "afzeggen"))
        w->afzeggen = key_of(s, a);
    else if (!strcmp(name, "tekst"))
        w->tekst = a->value;
    else if (!strcmp(name, "wie"))
        w->wie = a->value;
    else
        w->form = form_named(a->value);
}

static void check_usage(struct session *s, const struct wishes *w)
{
    const char *verb = s->cli.verb->name;

    if (w->form == &form_xml && !strcmp(verb, "toon"))
        session_wrong(s, "xml is er niet bij toon; kies tekst of html");
    if (!strcmp(verb, "correctie") && !w->tekst)
        session_wrong(s, "zeg achter --tekst wat de cliënt anders wil");
    if (w->verzet.n && w->afzeggen.n)
        session_wrong(s, "--verzet en --afzeggen gaan niet samen");
    if ((w->wie != NULL) != (w->afzeggen.n > 0))
        session_wrong(s, "--afzeggen en --wie horen bij elkaar: wie zegt de afspraak af?");
    if (s->in_place && s->only_new)
        session_wrong(s, "-i en -n gaan niet samen: -i wijzigt het bestand, -n print alleen de "
                         "nieuwe records");
}

/* What only the worker has to know stands in a message, not on the sheet. */
static void say_mind(struct session *s, const struct thing *client, const char *advice)
{
    if (client)
        diag_at(&s->diag, SEVERITY_NOTE, STATUS_OK, client->latest->place, "veilig-bereikbaar",
                "bij deze cliënt staat hoe u die veilig bereikt, of het adres is geheim. %s",
                advice);
}

/* The document of one dossier. False: this dossier has nothing to make it of. */
static bool make(struct session *s, const struct wishes *w, const struct blad *b, struct dossier *d,
                 struct document *document)
{
    const char *verb = s->cli.verb->name;
    const struct thing *mind, *gesprek = verslag_kies_gesprek(b, d, w->gesprek);

    if (!strcmp(verb, "toon") && !gesprek)
        return false;
    if (!strcmp(verb, "onderzoek"))
        mind = verslag_onderzoek(b, d, document);
    else if (!strcmp(verb, "ondersteuningsplan"))
        mind = verslag_plan(b, d, document);
    else
        mind = verslag_gesprek(b, d, gesprek, document);
    say_mind(s, mind, "Geef het blad zelf");
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

/* ---- writing ---- */

struct writing {
    struct session *s;
    const struct wishes *w;
    struct notes notes;
    struct addition fields; /* of an Afspraak, as they were given */
    struct text value;      /* --tekst */
    struct text reason;     /* --reden, for the appointment that does not take place */
    bool standard_input;
};

/* A reason is about the old appointment, everything else about the new one. */
static bool give_field(struct writing *g, const struct argument *a)
{
    struct session *s = g->s;
    bool ends = g->w->verzet.n || g->w->afzeggen.n;
    struct given given = {
        record_field(s->schema, g->fields.type, a->field, &s->diag), a->how, {"", 0}, {0}};

    if (!given.field ||
        !record_value(a->value, &given.value, &g->standard_input, &g->notes.arena, &s->diag))
        return false;
    if (ends && !strcmp(given.field->name, "Status"))
        session_wrong(s, "de status volgt uit --%s; laat --status weg",
                      g->w->verzet.n ? "verzet" : "afzeggen");
    if (ends && !strcmp(given.field->name, "Reden"))
        g->reason = given.value;
    else if (g->w->afzeggen.n)
        session_wrong(s, "bij --afzeggen hoort alleen --reden");
    else
        addition_give(&g->fields, given);
    return true;
}

/* Everything that can be known before the dossier is read. */
static bool take_values(struct writing *g)
{
    struct session *s = g->s;
    bool fine = true;

    g->fields.type = schema_type(s->schema, TEXT("Afspraak"));
    for (size_t i = 0; i < g->w->count; i++)
        fine = give_field(g, &g->w->fields[i]) && fine;
    if (fine && g->w->tekst)
        fine = record_value(g->w->tekst, &g->value, &g->standard_input, &g->notes.arena, &s->diag);
    if (fine && g->w->tekst && !text_trim(g->value).n)
        session_wrong(s, "zeg achter --tekst wat de cliënt anders wil");
    return fine;
}

static bool make_gemist(struct writing *g, struct dossier *d)
{
    struct blad b;

    if (!notes_gemist(&g->notes, d, g->w->afspraak, &g->s->diag))
        return false;
    blad_start(&b, g->s->schema, g->s->today);
    say_mind(g->s, blad_mind(&b, d), "Kijk dat na voor u contact zoekt");
    return true;
}

static bool make_notes(struct writing *g, struct dossier *d)
{
    const char *verb = g->s->cli.verb->name;
    const struct wishes *w = g->w;
    struct diag *diag = &g->s->diag;

    if (!strcmp(verb, "correctie"))
        return notes_correctie(&g->notes, d, w->gesprek, g->value, diag);
    if (!strcmp(verb, "gemist"))
        return make_gemist(g, d);
    if (w->verzet.n)
        return notes_verzet(&g->notes, d, w->verzet, &g->fields, g->reason, diag);
    if (w->afzeggen.n)
        return notes_afzeggen(&g->notes, d, w->afzeggen,
                              strcmp(w->wie, "client") ? "afgezegd-begeleider" : "afgezegd-client",
                              g->reason, diag);
    notes_afspraak(&g->notes, &g->fields);
    return true;
}

static void write_notes(struct session *s, const struct wishes *w)
{
    struct writing g = {.s = s, .w = w};
    struct edit e = {.session = s};
    struct buffer by = {0};
    date op = s->limits.op == DATE_NONE ? s->today : s->limits.op;

    g.notes.schema = s->schema;
    if (session_by(s, &by) && take_values(&g)) {
        g.notes.all = (struct addition){.op = op, .by = buffer_view(&by), .now = s->now};
        if (edit_open(&e, 0, op, &g.standard_input) && make_notes(&g, e.dossier))
            edit_add(&e, g.notes.list, g.notes.count);
    }
    edit_close(&e);
    notes_free(&g.notes);
    addition_free(&g.fields);
    buffer_free(&by);
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
    if (one_of(text_of(s.cli.verb->name), writing))
        write_notes(&s, &w);
    else {
        session_read(&s, 0, false);
        print_answer(&s, &w);
    }
    free(w.fields);
    return session_end(&s);
}
