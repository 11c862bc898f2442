/* gesprek-overleg: together at the table, with the client: the invitations, the agenda, what was
 * agreed and what became of it. See gesprek-overleg(1). */
#include "base/text.h"
#include "domain/overleg_blad.h"
#include "domain/overleg_nodig.h"
#include "domain/overleg_opvolging.h"
#include "domain/overleg_schrijf.h"
#include "journal/edit.h"
#include "output/form.h"

#include <stdlib.h>
#include <string.h>

static const char reading[] = "agenda verslag opvolging", writing[] = "nieuw punt afspraak",
                  keyed[] = "uitnodiging agenda punt afspraak verslag";

static const struct verb verbs[] = {
    {"nieuw", "[--veld=WAARDE ...] [BESTAND]", "noteert een overleg, met zijn punten",
     "Overleg Agendapunt"},
    {"uitnodiging", "KEY [BESTAND]",
     "een blad voor de cliënt, en een voor elke organisatie met alleen wat mag", NULL},
    {"agenda", "KEY [BESTAND | MAP | -]...", "de punten op volgorde, met ruimte om te schrijven",
     NULL},
    {"punt", "KEY [--veld=WAARDE ...] [BESTAND]",
     "een punt erbij (O1), of wat eruit kwam en wat de cliënt ervan vindt (E1)", "Agendapunt"},
    {"afspraak", "KEY [--veld=WAARDE ...] [BESTAND]", "noteert wie wat gaat doen, als een stap",
     "Stap"},
    {"verslag", "KEY [BESTAND | MAP | -]...",
     "wie er waren, wat er besproken is, wat de cliënt ervan vindt, wie wat doet", NULL},
    {"opvolging", "[BESTAND | MAP | -]...", "wat nog openstaat na een overleg, en hoe lang", NULL},
    {0}};

static const struct option own_options[] = {
    {"voor-wie", 0, "WIE", "alleen het blad voor deze deelnemer: client, een naam of organisatie",
     NULL, "uitnodiging"},
    {"client-geinformeerd", 0, "KEUZE", "weet de cliënt dat de uitnodiging weggaat", "ja later nee",
     "uitnodiging"},
    {"formaat", 0, "VORM", "de vorm van het antwoord; csv is er alleen bij opvolging",
     "tekst html csv", "uitnodiging agenda verslag opvolging"},
    {0}};

static const struct option *const options[] = {own_options, options_for_all, NULL};

static const struct option_set sets[] = {{options_for_readers, reading},
                                         {options_for_writers, writing},
                                         {options_for_letters, "uitnodiging"},
                                         {0}};

static const char *const examples[] = {
    "gesprek-overleg nieuw --op=2026-12-01 --aanleiding='Wie doet wat na de verhuizing?' "
    "--deelnemer='woonbegeleider, Zes Sleutels, moet-handelen' "
    "--agendapunt.tekst='De nieuwe bus' -i 2026-0017.rec",
    "gesprek-overleg uitnodiging O1 --voor-wie=client 2026-0017.rec",
    "gesprek-overleg punt E1 --samenvatting='Vader oefent mee.' --client-akkoord=ja "
    "-i 2026-0017.rec",
    "gesprek-overleg verslag O1 --voor='Zes Sleutels' 2026-0017.rec",
    "gesprek-overleg opvolging dossiers/",
    NULL};

static const struct command command = {"gesprek-overleg",
                                       "samen aan tafel, met de cliënt erbij",
                                       verbs,
                                       options,
                                       examples,
                                       schema_groups,
                                       sets};

/* What the options ask for. */
struct wishes {
    const struct form *form;
    struct overleg_wishes notes;
    const char *who;  /* --voor-wie; NULL: all of them */
    const char *told; /* --client-geinformeerd; NULL: not given */
};

/* A form that has begun. */
struct giving {
    const struct form *form;
    void *data;
};

static const struct form *form_named(const char *name)
{
    if (!strcmp(name, "html"))
        return &form_html;
    return strcmp(name, "csv") ? &form_text : &form_csv;
}

static void take_option(struct wishes *w, const struct argument *a)
{
    const char *name = a->option ? a->option->name : "";

    if (!a->option) {
        mem_grow(&w->notes.fields, &w->notes.capacity, w->notes.count + 1, sizeof *w->notes.fields);
        w->notes.fields[w->notes.count++] = *a;
    } else if (!strcmp(name, "voor-wie"))
        w->who = a->value;
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
                      is_verb(s, "punt") ? "O1 voor een nieuw punt, of E1" : "O1");
    w->notes.key = text_of(s->cli.operands[0]);
    return 1;
}

static void check_usage(struct session *s, const struct wishes *w)
{
    if (w->form == &form_csv && !is_verb(s, "opvolging"))
        session_wrong(s, "csv is er alleen bij opvolging; kies tekst of html");
    if (w->who && !text_trim(text_of(w->who)).n)
        session_wrong(s, "zeg achter --voor-wie voor wie het blad is");
}

/* ---- agenda, verslag, opvolging: of many dossiers ---- */

static void none_found(struct session *s)
{
    diag_say(&s->diag, SEVERITY_ERROR, STATUS_NO, "geen-overleg", "%s",
             s->voor ? "dit overleg is er niet, of zij mogen er niets van weten"
                     : "dit overleg is er niet. Kijk de sleutel en de dag na");
}

static void say_for_client(struct session *s, const struct wishes *w, const struct blad *b,
                           struct dossier *d)
{
    if (is_verb(s, "agenda"))
        overleg_say_tips(b, d, overleg_vind(b, d, w->notes.key), &s->diag);
    blad_say_mind(&s->diag, blad_mind(b, d), "Geef het blad zelf");
    diag_at(&s->diag, SEVERITY_NOTE, STATUS_OK, d->place, "voor-de-client",
            "dit blad is voor de cliënt. Krijgen anderen het ook, maak het dan met --voor");
}

static bool make_sheets(struct session *s, const struct wishes *w, void *data)
{
    overleg_document *make = is_verb(s, "agenda") ? overleg_agenda : overleg_verslag;
    struct document document;
    struct dossier *d;
    struct blad b;
    size_t made = 0;
    bool fine = true;

    blad_start(&b, s->schema, s->today);
    while (fine && (d = reader_next(s->reader))) {
        document_start(&document, &d->arena);
        b.foot = s->voor ? session_footer(s, &d->arena) : TEXT("");
        if (!make(&b, d, w->notes.key, &document))
            continue;
        made++;
        if (!s->voor)
            say_for_client(s, w, &b, d);
        fine = w->form->blocks(data, &document);
    }
    if (!made && reader_given(s->reader))
        none_found(s);
    return fine;
}

static bool end_list(struct session *s, const struct wishes *w, void *data, size_t open)
{
    struct arena arena = {0};
    struct document document;
    bool fine;

    document_start(&document, &arena);
    if (!open && reader_given(s->reader))
        document_text(&document, TEXT("Er staat niets open van een overleg."));
    document_note(&document, session_footer(s, &arena));
    fine = w->form->blocks(data, &document);
    arena_free(&arena);
    return fine;
}

static bool make_list(struct session *s, const struct wishes *w, void *data)
{
    struct document document;
    struct dossier *d;
    struct blad b;
    size_t open = 0;
    bool fine = true;

    blad_start(&b, s->schema, s->today);
    while (fine && (d = reader_next(s->reader))) {
        document_start(&document, &d->arena);
        if (w->form == &form_csv)
            opvolging_rijen(&b, d, &document);
        else
            opvolging_lijst(&b, d, &document);
        open += document.count;
        fine = w->form->blocks(data, &document);
    }
    return fine && (w->form == &form_csv || end_list(s, w, data, open));
}

static void print_answer(struct session *s, const struct wishes *w, size_t first)
{
    bool sheets = !is_verb(s, "opvolging"), fine;
    struct facts facts;
    struct head head = {.name = "overleg", .row_name = "open", .facts = facts.pairs};
    void *data;

    if (!sheets)
        session_no_outsiders(s, "deze lijst is voor wie met de cliënt werkt");
    session_read(s, first, false);
    session_facts(s, &facts);
    head.fact_count = facts.count - sheets; /* a sheet says its own day */
    if (w->form == &form_csv) {
        head.columns = opvolging_columns;
        head.column_count = OPVOLGING_COLUMNS;
    }
    fine = w->form->begin(&data, &s->out, &head) &&
           (sheets ? make_sheets(s, w, data) : make_list(s, w, data));
    reader_report(s->reader, STATUS_NO);
    w->form->end(data, fine && s->diag.status == STATUS_OK);
}

/* ---- uitnodiging ---- */

static bool give(void *data, const struct document *document)
{
    const struct giving *g = data;

    return g->form->blocks(g->data, document);
}

/* All sheets, in `letter`; what has to be noted of them, in the notes. False: said in diag. */
static bool render(struct session *s, const struct wishes *w, struct nodig *n, struct out *letter)
{
    struct head head = {.name = "uitnodiging"};
    struct giving g = {.form = w->form};
    bool fine = g.form->begin(&g.data, letter, &head);

    n->give = give;
    n->data = &g;
    fine = fine && overleg_nodig(n);
    fine = g.form->end(g.data, fine) && fine;
    if (!fine && letter->error)
        diag_say(&s->diag, SEVERITY_ERROR, STATUS_SYSTEM, "uitvoer",
                 "de uitnodiging kon niet gemaakt worden: %s", diag_errno(letter->error));
    return fine;
}

/* Noted durably, then printed: what went out is always known. */
static void print_invitations(struct session *s, const struct wishes *w)
{
    struct notes notes = {.schema = s->schema};
    struct edit e = {.session = s};
    struct nodig n = {.session = s,
                      .edit = &e,
                      .notes = &notes,
                      .key = w->notes.key,
                      .who = text_trim(text_of(w->who)),
                      .told = w->told};
    struct out letter = {.fd = -1, .hold = true, .terminal = s->out.terminal};
    struct buffer by = {0};

    if (session_by(s, &by)) {
        n.by = buffer_view(&by);
        notes.all = (struct addition){.op = s->today, .by = n.by, .now = s->now};
        if (render(s, w, &n, &letter) && edit_note(&e, notes.list, notes.count)) {
            out_text(&s->out, buffer_view(&letter.pending));
            if (!s->in_place && notes.count)
                diag_say(&s->diag, SEVERITY_NOTE, STATUS_OK, "niet-genoteerd",
                         "wat naar anderen gaat is niet genoteerd. Gaat het weg, maak het dan met "
                         "-i");
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
    if (is_verb(&s, "uitnodiging"))
        print_invitations(&s, &w);
    else if (is_verb(&s, writing))
        overleg_schrijf(&s, &w.notes, first);
    else
        print_answer(&s, &w, first);
    free(w.notes.fields);
    return session_end(&s);
}
