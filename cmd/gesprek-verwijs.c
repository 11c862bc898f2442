/* gesprek-verwijs: what may be told to others, and the way to another service, walked with the
 * client. See gesprek-verwijs(1). */
#include "base/text.h"
#include "domain/verwijs_blad.h"
#include "domain/verwijs_brief.h"
#include "domain/verwijs_schrijf.h"
#include "journal/edit.h"
#include "output/form.h"

#include <stdlib.h>
#include <string.h>

static const char reading[] = "toestemming-lijst toestemming-blad status lijst routeblad "
                              "vraag-lijst verteld",
                  writing[] = "toestemming-nieuw toestemming-intrekken nieuw stap timeout loslaten "
                              "hervat terugkoppeling vraag-nieuw vraag-antwoord",
                  keyed[] = "toestemming-intrekken stap timeout loslaten hervat terugkoppeling "
                            "status routeblad vraag-antwoord brief";

static const struct verb verbs[] = {
    {"toestemming-nieuw", "[--veld=WAARDE ...] [BESTAND]",
     "noteert het ja of nee van de cliënt: aan wie, waarover, tot wanneer", "Toestemming"},
    {"toestemming-intrekken", "KEY [BESTAND]", "de cliënt trekt een toestemming in", NULL},
    {"toestemming-lijst", "[BESTAND | MAP | -]...", "welke toestemmingen er zijn, en welke gelden",
     NULL},
    {"toestemming-blad", "[BESTAND | MAP | -]...",
     "voor de cliënt: wat mag aan wie verteld worden, tot wanneer, en hoe stop ik", NULL},
    {"nieuw", "[--veld=WAARDE ...] [BESTAND]", "begint een verwijzing", "Verwijzing"},
    {"stap", "KEY [--veld=WAARDE ...] [BESTAND]",
     "zet de volgende stap, of met --verwijsstap een stap opnieuw", "Verwijzing"},
    {"status", "KEY [BESTAND | MAP | -]...", "waar een verwijzing staat, en wat er te vragen is",
     NULL},
    {"timeout", "KEY [BESTAND]", "laat een verwijzing rusten tot een dag", NULL},
    {"loslaten", "KEY [BESTAND]", "laat een verwijzing los, met de reden", NULL},
    {"hervat", "KEY [BESTAND]", "neemt een verwijzing weer op", NULL},
    {"terugkoppeling", "KEY [BESTAND]", "noteert wat u terug hoorde, als navragen mag", NULL},
    {"lijst", "[BESTAND | MAP | -]...",
     "waar elke verwijzing staat: hoe lang het wachten duurt, wat dan helpt, wat hierna komt",
     NULL},
    {"routeblad", "KEY [BESTAND | MAP | -]...",
     "voor de cliënt: de eerste keer bij een andere dienst", NULL},
    {"brief", "KEY [BESTAND]", "een brief met alleen wat de cliënt wil delen", NULL},
    {"vraag-nieuw", "[--veld=WAARDE ...] [BESTAND]", "noteert een vraag om informatie",
     "Informatievraag"},
    {"vraag-antwoord", "KEY [--veld=WAARDE ...] [BESTAND]",
     "noteert wat de cliënt zegt, en wat er verteld is", "Informatievraag Verstrekking"},
    {"vraag-lijst", "[BESTAND | MAP | -]...", "wie wat vroeg, en wie u nog terugbelt", NULL},
    {"verteld", "[BESTAND | MAP | -]...",
     "voor de cliënt: wat is er over mij verteld, aan wie, en waarom mocht dat", NULL},
    {0}};

static const struct option own_options[] = {
    {"tot", 0, "DAG", "de dag waarop u er samen op terugkomt", NULL, "timeout"},
    {"reden", 0, "TEKST", "waarom; @BESTAND en @- kunnen ook", NULL, "timeout loslaten"},
    {"tekst", 0, "TEKST", "wat u terug hoorde; @BESTAND en @- kunnen ook", NULL, "terugkoppeling"},
    {"proef", 0, NULL, "voor de cliënt: wat zou er weggaan, en wat blijft hier", NULL, "brief"},
    {"client-geinformeerd", 0, "KEUZE", "weet de cliënt dat de brief weggaat", "ja later nee",
     "brief"},
    {"formaat", 0, "VORM", "de vorm van het antwoord; xml is er alleen bij brief", "tekst html xml",
     "toestemming-lijst toestemming-blad status lijst routeblad vraag-lijst verteld brief"},
    {0}};

static const struct option *const options[] = {own_options, options_for_all, NULL};

static const struct option_set sets[] = {{options_for_readers, reading},
                                         {options_for_writers, writing},
                                         {options_for_letters, "brief"},
                                         {0}};

static const char *const examples[] = {
    "gesprek-verwijs toestemming nieuw --aan='Zes Sleutels' --waarover=wonen "
    "--waarover=Client.Naam --waarvoor=aanmelden --uitkomst=gegeven --gegeven-door=client "
    "-i 2026-0017.rec",
    "gesprek-verwijs nieuw --naar='Zes Sleutels' --nood=wonen -i 2026-0017.rec",
    "gesprek-verwijs stap V1 --status=wachtlijst --overbrugging='elke week bellen' "
    "-i 2026-0017.rec",
    "gesprek-verwijs brief V1 --proef 2026-0017.rec",
    "gesprek-verwijs lijst dossiers/",
    NULL};

static const struct command command = {"gesprek-verwijs",
                                       "wat anderen mogen weten, en samen naar een andere dienst",
                                       verbs,
                                       options,
                                       examples,
                                       schema_groups,
                                       sets};

/* What the options ask for. */
struct wishes {
    const struct form *form;
    struct verwijs_wishes notes;
    const char *told; /* --client-geinformeerd; NULL: not given */
    bool trial;       /* --proef */
};

static const struct form *form_named(const char *name)
{
    if (!strcmp(name, "html"))
        return &form_html;
    return strcmp(name, "xml") ? &form_text : &form_xml;
}

static void take_option(struct wishes *w, const struct argument *a)
{
    const char *name = a->option ? a->option->name : "";

    if (!a->option) {
        mem_grow(&w->notes.fields, &w->notes.capacity, w->notes.count + 1, sizeof *w->notes.fields);
        w->notes.fields[w->notes.count++] = *a;
    } else if (!strcmp(name, "tot"))
        w->notes.until = a->value;
    else if (!strcmp(name, "reden") || !strcmp(name, "tekst"))
        w->notes.value = a->value;
    else if (!strcmp(name, "proef"))
        w->trial = true;
    else if (!strcmp(name, "client-geinformeerd"))
        w->told = a->value;
    else
        w->form = form_named(a->value);
}

static bool is_verb(const struct session *s, const char *verbs_meant)
{
    return text_has_word(verbs_meant, text_of(s->cli.verb->name));
}

/* The key, where the verb has one. Returns the number of the first operand that is a file. */
static size_t take_key(struct session *s, struct wishes *w)
{
    if (!is_verb(s, keyed))
        return 0;
    if (!s->cli.operand_count || !schema_key_good(text_of(s->cli.operands[0])))
        session_wrong(s, "noem een sleutel, bijvoorbeeld %s",
                      is_verb(s, "toestemming-intrekken") ? "T1"
                      : is_verb(s, "vraag-antwoord")      ? "I1"
                                                          : "V1");
    w->notes.key = text_of(s->cli.operands[0]);
    return 1;
}

static void check_usage(struct session *s, const struct wishes *w)
{
    if (w->form == &form_xml && !is_verb(s, "brief"))
        session_wrong(s, "xml is er alleen bij brief; kies tekst of html");
    if (w->form == &form_xml && w->trial)
        session_wrong(s, "een proef is om te lezen; kies tekst of html");
    if (w->trial && s->in_place)
        session_wrong(s, "--proef en -i gaan niet samen: bij een proef gaat er niets weg");
    if (is_verb(s, "timeout") && !w->notes.until)
        session_wrong(s, "zeg met --tot tot welke dag dit rust");
    if (is_verb(s, "loslaten") && (!w->notes.value || !*w->notes.value))
        session_wrong(s, "zeg met --reden waarom u dit loslaat");
    if (is_verb(s, "terugkoppeling") && (!w->notes.value || !*w->notes.value))
        session_wrong(s, "zeg met --tekst wat u terug hoorde");
}

/* ---- what is printed of many dossiers ---- */

struct print {
    const char *verb;
    verwijs_document *make;
    bool for_client;
    const char *none; /* what is said when there is nothing; NULL: an empty list is an answer */
};

static const struct print prints[] = {
    {"toestemming-lijst", verwijs_toestemmingen, false, NULL},
    {"toestemming-blad", verwijs_toestemmingblad, true,
     "er is nog geen toestemming genoteerd. Noteer er een met gesprek-verwijs toestemming nieuw"},
    {"status", verwijs_status, false, "deze verwijzing is er niet. Kijk de sleutel en de dag na"},
    {"lijst", verwijs_lijst, false, NULL},
    {"routeblad", verwijs_routeblad, true,
     "deze verwijzing is er niet. Kijk de sleutel en de dag na"},
    {"vraag-lijst", verwijs_vragen, false, NULL},
    {"verteld", verwijs_verteld, true, NULL},
};

static const struct print *print_of(const struct session *s)
{
    const struct print *p = prints;

    while (strcmp(p->verb, s->cli.verb->name))
        p++;
    return p;
}

static void say_mind(struct session *s, const struct print *p, const struct verwijs_blad *v,
                     struct dossier *d)
{
    const struct thing *t = p->make == verwijs_verteld ? verwijs_nog_niet_verteld(v, d) : NULL;

    if (p->for_client)
        blad_say_mind(&s->diag, blad_mind(&v->blad, d), "Geef het blad zelf");
    if (t)
        diag_at(&s->diag, SEVERITY_NOTE, STATUS_OK, t->opening->place, "nog-niet-verteld",
                "dit staat niet op het blad, want de cliënt weet het nog niet. Kijk of het nu "
                "veilig te vertellen is");
}

static bool make_all(struct session *s, const struct print *p, const struct wishes *w,
                     const struct verwijs_blad *v, void *data)
{
    struct document document;
    struct dossier *d;
    size_t made = 0;
    bool fine = true;

    while (fine && (d = reader_next(s->reader))) {
        document_start(&document, &d->arena);
        if (!p->make(v, d, &document))
            continue;
        made++;
        say_mind(s, p, v, d);
        if (!p->for_client)
            document_note(&document, session_footer(s, &d->arena));
        fine = w->form->blocks(data, &document);
    }
    if (!made && p->none && reader_given(s->reader))
        diag_say(&s->diag, SEVERITY_ERROR, STATUS_NO, "geen-verwijzing", "%s", p->none);
    return fine;
}

/* NULL: GESPREK_KAART is not set. */
static struct verwijs_kaart *open_kaart(struct session *s, struct kaart *kaart)
{
    char *path[1] = {(char *)(uintptr_t)kaart_default()};

    if (!path[0])
        return NULL;
    kaart_read_all(kaart, path, 1);
    return verwijs_kaart_open(kaart, s->today);
}

/* A sheet says its own day; what it rests on besides stands above it. */
static void print_answer(struct session *s, const struct wishes *w, size_t first)
{
    const struct print *p = print_of(s);
    struct consent_rules rules = {0};
    struct kaart kaart = {.schema = s->schema, .diag = &s->diag};
    struct verwijs_kaart *on_kaart = NULL;
    struct verwijs_blad v = {.rules = &rules, .key = w->notes.key};
    struct facts facts;
    struct head head = {.name = "verwijs", .facts = facts.pairs};
    void *data;
    bool fine;

    session_no_outsiders(s, p->for_client ? "dit blad is voor de cliënt"
                                          : "deze lijst is voor wie met de cliënt werkt");
    session_read(s, first, false);
    session_facts(s, &facts);
    head.fact_count = facts.count - p->for_client;
    blad_start(&v.blad, s->schema, s->today);
    if (is_verb(s, "status lijst routeblad"))
        v.kaart = on_kaart = open_kaart(s, &kaart);
    if (consent_rules_read(&rules, &s->diag)) {
        fine = w->form->begin(&data, &s->out, &head) && make_all(s, p, w, &v, data);
        reader_report(s->reader, STATUS_NO);
        w->form->end(data, fine && s->diag.status == STATUS_OK);
    }
    consent_rules_free(&rules);
    verwijs_kaart_close(on_kaart);
    kaart_free(&kaart);
}

/* ---- brief ---- */

/* The letter in `letter`, whole. False: said in diag. */
static bool render(struct session *s, const struct wishes *w, const struct document *document,
                   struct out *letter)
{
    struct facts facts;
    struct head head = {
        .name = "brief", .xml_namespace = "urn:gesprek:brief:1", .facts = facts.pairs};
    void *data;
    bool fine;

    session_facts(s, &facts);
    head.fact_count = w->form == &form_xml ? facts.count : 0;
    fine = w->form->begin(&data, letter, &head) && w->form->blocks(data, document);
    fine = w->form->end(data, fine) && fine;
    if (!fine)
        diag_say(&s->diag, SEVERITY_ERROR, STATUS_SYSTEM, "uitvoer",
                 "de brief kon niet gemaakt worden: %s", diag_errno(letter->error));
    return fine;
}

/* What goes is taken out of the dossier; then the letter of it, and what to note. */
static bool make_letter(struct session *s, const struct wishes *w, struct brief *b,
                        struct dossier *d, struct notes *notes, struct out *letter)
{
    struct arena arena = {0};
    struct document document;
    struct brief_fields all, gone;
    struct filter *filter;
    bool fine;

    if (!brief_open(b, d, &s->diag))
        return false;
    all = brief_fields(b, d, &arena);
    filter = filter_open(s->schema, b->organisation, s->today, &s->diag);
    fine = filter && filter_dossier(filter, d, (struct limits){DATE_NONE, MOMENT_NONE});
    document_start(&document, &d->arena);
    if (fine && w->trial)
        brief_proef(b, d, &all, &document);
    else if (fine)
        brief_document(b, d, &document);
    else if (filter)
        diag_say(&s->diag, SEVERITY_ERROR, STATUS_NO, "geen-toestemming",
                 "de toestemming noemt niets wat in dit dossier staat. Er gaat niets weg");
    if (fine) {
        gone = brief_fields(b, d, &arena);
        brief_verstrekking(b, &gone, "Brief bij verwijzing", notes);
        fine = render(s, w, &document, letter);
    }
    filter_close(filter);
    arena_free(&arena);
    return fine;
}

static void print_brief(struct session *s, const struct wishes *w)
{
    struct edit e = {.session = s};
    struct notes notes = {.schema = s->schema};
    struct brief b = {.key = w->notes.key, .told = w->told};
    struct out letter = {.fd = -1, .hold = true, .terminal = s->out.terminal};
    struct buffer by = {0};
    bool standard_input = false;

    if (session_by(s, &by)) {
        b.from = buffer_view(&by);
        blad_start(&b.blad, s->schema, s->today);
        notes.all = (struct addition){.op = s->today, .by = buffer_view(&by), .now = s->now};
        if (edit_open(&e, 1, DATE_NONE, &standard_input) &&
            make_letter(s, w, &b, e.dossier, &notes, &letter) &&
            edit_note(&e, notes.list, notes.count)) {
            out_text(&s->out, buffer_view(&letter.pending));
            if (!s->in_place && !w->trial)
                diag_say(&s->diag, SEVERITY_NOTE, STATUS_OK, "niet-genoteerd",
                         "deze brief is niet genoteerd. Gaat hij weg, maak hem dan met -i");
        }
    }
    out_drop(&letter);
    edit_close(&e);
    notes_free(&notes);
    buffer_free(&by);
}

int main(int argc, char **argv)
{
    struct session s;
    struct argument a;
    struct wishes w = {.form = &form_text};
    size_t first;

    session_start(&s, &command, argc, argv);
    while (session_next(&s, &a))
        take_option(&w, &a);
    first = take_key(&s, &w);
    check_usage(&s, &w);
    if (is_verb(&s, "brief"))
        print_brief(&s, &w);
    else if (is_verb(&s, writing))
        verwijs_schrijf(&s, &w.notes, first);
    else
        print_answer(&s, &w, first);
    free(w.notes.fields);
    return session_end(&s);
}
