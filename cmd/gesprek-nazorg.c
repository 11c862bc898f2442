/* gesprek-nazorg: what is due after the last conversation and before the next, so that nobody falls
 * out of sight. See gesprek-nazorg(1). */
#include "base/text.h"
#include "domain/herinner_vraag.h"
#include "domain/herinner_zend.h"
#include "domain/nazorg_bladen.h"
#include "domain/nazorg_schrijf.h"
#include "domain/termijn_blad.h"
#include "journal/edit.h"
#include "output/form.h"
#include "output/mail.h"

#include <stdlib.h>
#include <string.h>

static const char writing[] = "plan contact niet-bereikt afsluiten",
                  keyed[] = "contact niet-bereikt", filled[] = "plan contact afsluiten",
                  sheets_for_client[] = "reminderblad afsluitblad",
                  reading[] = "reminderblad afsluitblad agenda herinner termijnen",
                  due[] = "agenda herinner", explained[] = "agenda herinner termijnen";

static const struct verb verbs[] = {
    {"plan", "[--veld=WAARDE ...] [BESTAND]",
     "plant een moment waarop u weer contact zoekt, of een reeks", "Nazorg"},
    {"contact", "KEY [--veld=WAARDE ...] [BESTAND]",
     "noteert een contact in de nazorg, en zegt wanneer het volgende is",
     "Gesprek Stap Domein Recht"},
    {"niet-bereikt", "KEY [BESTAND]",
     "noteert dat u de cliënt niet bereikte, en zegt wat nu te doen", NULL},
    {"afsluiten", "[--veld=WAARDE ...] [BESTAND]",
     "noteert wat de cliënt ervan vond, de afsluiting en de nazorg in een keer",
     "Evaluatie Afsluiting Nazorg"},
    {"reminderblad", "[BESTAND | MAP | -]...",
     "voor de cliënt: mijn afspraken, wie contact zoekt, en wie ik kan bellen", NULL},
    {"afsluitblad", "[BESTAND | MAP | -]...",
     "voor de cliënt: wat ik kan, waar ik op let, en wie ik kan bellen", NULL},
    {"agenda", "[BESTAND | MAP | -]...", "alles wat te doen staat en nog komt, op volgorde", NULL},
    {"herinner", "[BESTAND | MAP | -]...",
     "wat nu te doen is, per begeleider; zwijgt als er niets is. Voor cron", NULL},
    {"termijnen", "[BESTAND | MAP | -]...",
     "welke termijn tot wanneer loopt, welke gehaald is en welke voorbij is", NULL},
    {0}};

static const struct option own_options[] = {
    {"sjabloon", 0, NULL, "print een leeg sjabloon met de vragen", NULL, filled},
    {"ingevuld", 0, "BESTAND", "lees een ingevuld sjabloon", NULL, filled},
    {"formaat", 0, "VORM", "de vorm van het blad", "tekst html", sheets_for_client},
    {"formaat", 0, "VORM", "de vorm van de lijst", "tekst csv json ical", due},
    {"formaat", 0, "VORM", "de vorm van de lijst", "tekst csv json", "termijnen"},
    {"begeleider", 0, "NAAM", "alleen van deze begeleider", NULL, due},
    {"binnen", 0, "TIJD", "ook wat binnen zo lang komt, zoals 7d of 2w", NULL, due},
    {"namen", 0, NULL, "zet de naam van de cliënt erbij", NULL, due},
    {"uitleg", 0, NULL, "zeg bij elke dag volgens welke regel", NULL, explained},
    {"vevent", 0, NULL, "bij ical: gebeurtenissen, voor agenda's die geen taken kennen", NULL, due},
    {"sinds", 0, "DAG", "alleen wat sinds die dag nieuw is, of een week langer wacht", NULL,
     "herinner"},
    {"eenmalig", 0, "BESTAND", "onthoud daar wat gezegd is, en zeg het niet elke dag opnieuw", NULL,
     "herinner"},
    {"mail", 0, NULL, "stuur elke begeleider een bericht; print niets", NULL, "herinner"},
    {0}};

static const struct option *const options[] = {own_options, options_for_all, NULL};

static const struct option_set sets[] = {
    {options_for_readers, reading}, {options_for_writers, writing}, {0}};

static const char *const examples[] = {
    "gesprek-nazorg plan --soort=bellen --uiterlijk=+4w --herhaal=4w --einde=+6m -i 2026-0017.rec",
    "gesprek-nazorg contact N1 --samenvatting=@- -i 2026-0017.rec",
    "gesprek-nazorg niet-bereikt N1 -i 2026-0017.rec",
    "gesprek-nazorg afsluiten --ingevuld=einde.txt -i 2026-0017.rec",
    "gesprek-nazorg reminderblad --formaat=html --uit=niet-vergeten.html 2026-0017.rec",
    "gesprek-nazorg agenda 2026-0017.rec",
    "gesprek-nazorg herinner --binnen=7d dossiers/",
    "gesprek-nazorg termijnen --uitleg 2026-0017.rec",
    NULL};

static const struct command command = {"gesprek-nazorg",
                                       "wat er te doen staat, zodat niemand uit beeld raakt",
                                       verbs,
                                       options,
                                       examples,
                                       schema_groups,
                                       sets};

/* What the options ask for. */
struct wishes {
    const struct form *form;
    struct nazorg_wishes notes;
    bool template_only; /* --sjabloon */
    struct herinner_vraag due;
};

/* True when it is an option of agenda and herinner. */
static bool take_due_option(struct wishes *w, const struct argument *a)
{
    const char *name = a->option->name;

    if (!strcmp(name, "begeleider"))
        w->due.wensen.begeleider = text_trim(text_of(a->value));
    else if (!strcmp(name, "binnen"))
        w->due.binnen = a->value;
    else if (!strcmp(name, "sinds"))
        w->due.sinds = a->value;
    else if (!strcmp(name, "eenmalig"))
        w->due.eenmalig = a->value;
    else if (!strcmp(name, "namen"))
        w->due.wensen.names = true;
    else if (!strcmp(name, "uitleg"))
        w->due.wensen.rules = true;
    else if (!strcmp(name, "vevent"))
        w->due.vevent = true;
    else if (!strcmp(name, "mail"))
        w->due.mail = true;
    else
        return false;
    return true;
}

static const struct form *form_named(const char *name)
{
    static const struct form *const forms[] = {&form_text, &form_html, &form_csv, &form_json};

    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (!strcmp(forms[i]->name, name))
            return forms[i];
    return &form_ical;
}

static enum herinner_vorm vorm_of(const struct form *form)
{
    if (form == &form_text)
        return HERINNER_LIJST;
    return form == &form_ical ? HERINNER_ICAL : HERINNER_RIJEN;
}

static void take_option(struct wishes *w, const struct argument *a)
{
    const char *name = a->option ? a->option->name : "";

    if (!a->option) {
        mem_grow(&w->notes.fields, &w->notes.capacity, w->notes.count + 1, sizeof *w->notes.fields);
        w->notes.fields[w->notes.count++] = *a;
    } else if (!strcmp(name, "sjabloon"))
        w->template_only = true;
    else if (!strcmp(name, "ingevuld"))
        w->notes.filled_in = a->value;
    else if (!take_due_option(w, a))
        w->form = form_named(a->value);
}

/* The key, where the verb has one. Returns the number of the first operand that is a file. */
static size_t take_key(struct session *s, struct wishes *w)
{
    if (!text_has_word(keyed, text_of(s->cli.verb->name)) || w->template_only)
        return 0;
    if (!s->cli.operand_count || !schema_key_good(text_of(s->cli.operands[0])))
        session_wrong(s, "noem een sleutel, bijvoorbeeld N1");
    w->notes.key = text_of(s->cli.operands[0]);
    return 1;
}

/* A form that has begun. */
struct giving {
    const struct form *form;
    void *data;
};

static bool give(void *data, const struct document *document)
{
    const struct giving *g = data;

    return g->form->blocks(g->data, document);
}

/* ---- the sheets for the client ---- */

/* A sheet says its own day; what it rests on besides stands above it. */
static void print_sheets(struct session *s, const struct wishes *w)
{
    struct facts facts;
    struct head head = {.name = "nazorg", .facts = facts.pairs, .large = true};
    struct giving g = {.form = w->form};
    bool fine;

    session_no_outsiders(s, "dit blad is voor de cliënt");
    session_read(s, 0, false);
    session_facts(s, &facts);
    head.fact_count = facts.count - 1;
    fine = g.form->begin(&g.data, &s->out, &head) && nazorg_bladen(s, give, &g);
    reader_report(s->reader, STATUS_NO);
    g.form->end(g.data, fine && s->diag.status == STATUS_OK);
}

/* ---- what is due ---- */

struct due {
    struct session *s;
    struct herinner_vraag vraag;
    const struct form *form;
    struct herinner points;
    struct verstuurd *sent; /* --eenmalig; NULL: not given */
    bool whole;             /* no dossier was left out */
};

/* The points from `from` up to `to`. False: out->error says why not. */
static bool put_points(const struct due *d, struct out *out, size_t from, size_t to)
{
    struct session *s = d->s;
    enum herinner_vorm vorm = d->vraag.vorm;
    struct column columns[HERINNER_KOLOMMEN];
    struct facts facts;
    struct head head = {.name = s->cli.verb->name,
                        .title = strcmp(s->cli.verb->name, "agenda") ? "Herinneringen" : "Agenda",
                        .columns = vorm == HERINNER_LIJST ? NULL : columns,
                        .column_count = herinner_kolommen(&d->points, vorm, columns),
                        .facts = facts.pairs};
    struct giving g = {.form = d->form};
    bool fine;

    session_facts(s, &facts);
    head.fact_count = facts.count;
    fine = g.form->begin(&g.data, out, &head) &&
           herinner_geef(s, &d->points, &d->vraag, from, to, give, &g);
    return g.form->end(g.data, fine && (vorm == HERINNER_ICAL || d->whole)) && fine;
}

/* Says it, then remembers that: who is stopped in between says it once more. */
static void print_due(struct due *d)
{
    struct session *s = d->s;
    size_t from = 0, to = 0, all = d->points.count;
    bool any = herinner_groep(&d->points, &from, &to);

    if (!any && d->form == &form_text && !strcmp(s->cli.verb->name, "herinner"))
        return;
    if (!put_points(d, &s->out, any ? 0 : all, all) || !d->sent || !out_flush(&s->out))
        return; /* session_end says what went wrong */
    herinner_onthoud(&d->points, d->sent, 0, all);
    verstuurd_bewaar(d->sent, s->today);
}

static enum herinner_verzonden send_mail(void *data, const struct herinner_bericht *b, int *status)
{
    const struct due *d = data;
    struct out body = {.fd = -1, .hold = true};
    struct buffer message = {0};
    enum herinner_verzonden how = HERINNER_ADRES_FOUT;
    bool fine = put_points(d, &body, b->first, b->end);
    struct mail mail = {.from = b->from,
                        .to = b->to,
                        .subject = b->subject,
                        .id = b->id,
                        .at = d->s->now.at,
                        .offset_minutes = d->s->now.offset_minutes,
                        .body = buffer_view(&body.pending)};

    if (fine && mail_write(&message, &mail))
        how = mail_send(buffer_view(&message), status) ? HERINNER_WEG : HERINNER_MISLUKT;
    out_drop(&body);
    buffer_free(&message);
    return how;
}

static void due_answer(struct session *s, const struct wishes *w)
{
    struct due d = {.s = s, .vraag = w->due, .form = w->form};

    d.vraag.vorm = vorm_of(w->form);
    herinner_vraag_na(s, &d.vraag);
    if (d.vraag.vevent)
        d.form = &form_ical_events;
    d.points.wensen = d.vraag.wensen;
    if (herinner_lees(s, &d.points) &&
        (!d.vraag.eenmalig ||
         (d.sent = verstuurd_open(d.vraag.eenmalig, s->wait_seconds, &s->diag)))) {
        d.whole = s->diag.status == STATUS_OK;
        if (d.sent)
            herinner_sla_over(&d.points, d.sent);
        if (d.vraag.mail)
            herinner_zend(&d.points, d.sent, &s->diag, send_mail, &d);
        else
            print_due(&d);
    }
    verstuurd_close(d.sent);
    herinner_free(&d.points);
}

/* ---- termijnen ---- */

static bool put_termijnen(struct session *s, const struct wishes *w, const struct termijnen *rules,
                          void *data)
{
    bool people = w->form == &form_text, fine = true;
    struct document document;
    struct dossier *d;

    while (fine && (d = reader_next(s->reader))) {
        document_start(&document, &d->arena);
        if (people) {
            termijn_blad(rules, d, s->today, w->due.wensen.rules, &document);
            document_note(&document, session_footer(s, &d->arena));
        } else
            termijn_rijen(rules, d, s->today, &document);
        fine = w->form->blocks(data, &document);
    }
    reader_report(s->reader, STATUS_NO);
    return fine;
}

static void print_termijnen(struct session *s, const struct wishes *w)
{
    struct termijnen rules = {0};
    struct facts facts;
    struct head head = {
        .name = "termijnen", .row_name = "termijn", .title = "Termijnen", .facts = facts.pairs};
    void *data;
    bool fine;

    if (w->form != &form_text) {
        head.columns = termijn_kolommen;
        head.column_count = TERMIJN_KOLOMMEN - !w->due.wensen.rules;
    }
    session_no_outsiders(s, "een termijn klopt alleen met het hele dossier");
    session_read(s, 0, false);
    session_facts(s, &facts);
    head.fact_count = facts.count;
    if (termijnen_read(&rules, s->schema, &s->diag)) {
        fine = w->form->begin(&data, &s->out, &head) && put_termijnen(s, w, &rules, data);
        w->form->end(data, fine && s->diag.status == STATUS_OK);
    }
    termijnen_free(&rules);
}

/* Each verb that reads, and what prints its answer. */
static const struct reading {
    const char *verb;
    void (*print)(struct session *s, const struct wishes *w);
} readers[] = {{"reminderblad", print_sheets}, {"afsluitblad", print_sheets},
               {"agenda", due_answer},         {"herinner", due_answer},
               {"termijnen", print_termijnen}, {0}};

/* NULL: the verb of the session writes. */
static const struct reading *reader_of(const struct session *s)
{
    for (const struct reading *r = readers; r->verb; r++)
        if (!strcmp(r->verb, s->cli.verb->name))
            return r;
    return NULL;
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
    if (w.template_only)
        nazorg_sjabloon(&s);
    else if (reader_of(&s))
        reader_of(&s)->print(&s, &w);
    else
        nazorg_schrijf(&s, &w.notes, first);
    free(w.notes.fields);
    return session_end(&s);
}
