/* gesprek-nazorg: what is due after the last conversation and before the next, so that nobody falls
 * out of sight. See gesprek-nazorg(1). */
#include "base/interval.h"
#include "base/text.h"
#include "domain/herinner_post.h"
#include "domain/nazorg_blad.h"
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
    struct herinner_wensen due;
    const char *binnen, *sinds, *state; /* --eenmalig; NULL: not given */
    bool events, mail;
    bool whole; /* no dossier was left out */
};

/* True when it is an option of agenda and herinner. */
static bool take_due_option(struct wishes *w, const struct argument *a)
{
    const char *name = a->option->name;

    if (!strcmp(name, "begeleider"))
        w->due.begeleider = text_trim(text_of(a->value));
    else if (!strcmp(name, "binnen"))
        w->binnen = a->value;
    else if (!strcmp(name, "sinds"))
        w->sinds = a->value;
    else if (!strcmp(name, "eenmalig"))
        w->state = a->value;
    else if (!strcmp(name, "namen"))
        w->due.names = true;
    else if (!strcmp(name, "uitleg"))
        w->due.rules = true;
    else if (!strcmp(name, "vevent"))
        w->events = true;
    else if (!strcmp(name, "mail"))
        w->mail = true;
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

/* ---- the sheets for the client ---- */

static const struct sheet {
    const char *verb;
    nazorg_document *make;
    const char *none;
} sheets[] = {
    {"reminderblad", nazorg_reminderblad,
     "er is geen afspraak of nazorg die nog komt. Maak een afspraak met gesprek-verslag, of plan "
     "nazorg met gesprek-nazorg plan"},
    {"afsluitblad", nazorg_afsluitblad,
     "er is nog niets afgesloten. Doe dat met gesprek-nazorg afsluiten"},
};

static const struct sheet *sheet_of(const struct session *s)
{
    const struct sheet *sheet = sheets;

    while (strcmp(sheet->verb, s->cli.verb->name))
        sheet++;
    return sheet;
}

/* What only the worker has to know. */
static void say_mind(struct session *s, const struct blad *b, struct dossier *d)
{
    const struct thing *left_out = nazorg_weggelaten(b, d);

    blad_say_mind(&s->diag, blad_mind(b, d), "Geef het blad zelf");
    if (left_out)
        diag_at(&s->diag, SEVERITY_NOTE, STATUS_OK, left_out->latest->place, "niet-op-blad",
                "wie de cliënt kon bellen staat nu als overleden, gespannen, onveilig of "
                "verbroken, en staat dus niet op het blad. Bespreek wie er nu is");
}

static bool make_sheets(struct session *s, const struct form *form, void *data)
{
    const struct sheet *sheet = sheet_of(s);
    struct document document;
    struct dossier *d;
    struct blad b;
    size_t made = 0;
    bool fine = true;

    blad_start(&b, s->schema, s->today);
    while (fine && (d = reader_next(s->reader))) {
        document_start(&document, &d->arena);
        if (!sheet->make(&b, d, &document))
            continue;
        made++;
        say_mind(s, &b, d);
        fine = form->blocks(data, &document);
    }
    if (!made && reader_given(s->reader))
        diag_say(&s->diag, SEVERITY_ERROR, STATUS_NO, "geen-blad", "%s", sheet->none);
    return fine;
}

/* A sheet says its own day; what it rests on besides stands above it. */
static void print_sheets(struct session *s, const struct wishes *w)
{
    struct facts facts;
    struct head head = {.name = "nazorg", .facts = facts.pairs, .large = true};
    void *data;
    bool fine;

    session_no_outsiders(s, "dit blad is voor de cliënt");
    session_read(s, 0, false);
    session_facts(s, &facts);
    head.fact_count = facts.count - 1;
    fine = w->form->begin(&data, &s->out, &head) && make_sheets(s, w->form, data);
    reader_report(s->reader, STATUS_NO);
    w->form->end(data, fine && s->diag.status == STATUS_OK);
}

/* ---- what is due ---- */

/* It holds the lock of its directory for as long as messages go out. */
static void check_state(struct session *s, const char *state)
{
    char *directory = getenv("GESPREK_DOSSIERS");

    if (s->answer_file)
        session_wrong(s, "--eenmalig en --uit gaan niet samen: wat gezegd is, wordt onthouden als "
                         "het geprint is");
    if (!herinner_staat_buiten(state, s->cli.operands, s->cli.operand_count) ||
        (directory && *directory && !herinner_staat_buiten(state, &directory, 1)))
        session_wrong(s, "--eenmalig: kies een bestand buiten de map met dossiers");
}

static void check_due(struct session *s, struct wishes *w)
{
    bool all = !strcmp(s->cli.verb->name, "agenda");

    session_no_outsiders(s, "deze lijst is voor wie met de cliënt werkt");
    if (w->binnen && !interval_good(text_of(w->binnen)))
        session_wrong(s, "--binnen: schrijf een tijd zoals 7d of 2w");
    if (w->events && w->form != &form_ical)
        session_wrong(s, "--vevent hoort bij --formaat=ical");
    if (w->mail && (w->form != &form_text || s->answer_file))
        session_wrong(s, "--mail stuurt tekst en print niets; laat --formaat en --uit weg");
    if (w->state)
        check_state(s, w->state);
    w->due.today = s->today;
    w->due.since = w->sinds ? session_day(s, "sinds", w->sinds) : DATE_NONE;
    if (w->sinds && w->due.since > s->today)
        session_wrong(s, "--sinds: die dag moet nog komen");
    w->due.within = all ? -1 : 0;
    if (w->binnen) {
        date last = interval_after(s->today, text_of(w->binnen), 1);
        w->due.within = last == DATE_NONE ? -1 : (int64_t)last - s->today;
    }
    w->due.calendar = w->form == &form_ical;
    if (w->events)
        w->form = &form_ical_events;
}

/* Takes all dossiers in. False: said in diag. */
static bool gather(struct session *s, struct herinner *h)
{
    struct agenda agenda;
    struct dossier *d;
    bool fine = agenda_start(&agenda, s->schema, s->today, &s->diag);

    session_read(s, 0, false);
    while (fine && (d = reader_next(s->reader))) {
        agenda_van(&agenda, d);
        herinner_neem(h, &agenda, d);
    }
    if (fine)
        reader_report(s->reader, STATUS_NO);
    agenda_free(&agenda);
    herinner_orden(h);
    return fine;
}

static enum herinner_vorm vorm_of(const struct form *form)
{
    if (form == &form_text)
        return HERINNER_LIJST;
    return form == &form_ical || form == &form_ical_events ? HERINNER_ICAL : HERINNER_RIJEN;
}

static bool put_end(struct session *s, const struct form *form, void *data, bool empty)
{
    struct arena arena = {0};
    struct document document;
    bool fine;

    document_start(&document, &arena);
    if (empty)
        document_text(&document, TEXT("Er staat niets te doen."));
    document_note(&document, session_footer(s, &arena));
    fine = form->blocks(data, &document);
    arena_free(&arena);
    return fine;
}

/* The points from `from` up to `to`. False: out->error says why not. */
static bool put_points(struct session *s, const struct wishes *w, const struct herinner *h,
                       struct out *out, size_t from, size_t to)
{
    enum herinner_vorm vorm = vorm_of(w->form);
    struct column columns[HERINNER_KOLOMMEN];
    struct facts facts;
    struct head head = {.name = s->cli.verb->name,
                        .title = strcmp(s->cli.verb->name, "agenda") ? "Herinneringen" : "Agenda",
                        .columns = vorm == HERINNER_LIJST ? NULL : columns,
                        .column_count = herinner_kolommen(h, vorm, columns),
                        .facts = facts.pairs};
    struct arena arena = {0};
    struct document document;
    void *data;
    bool fine;

    session_facts(s, &facts);
    head.fact_count = facts.count;
    fine = w->form->begin(&data, out, &head);
    for (size_t at = from; fine && at < to;) {
        arena_reset(&arena);
        document_start(&document, &arena);
        at = herinner_stuk(h, vorm, at, to, w->mail, &document);
        fine = w->form->blocks(data, &document);
    }
    arena_free(&arena);
    fine = fine && put_end(s, w->form, data, from == to);
    return w->form->end(data, fine && (vorm == HERINNER_ICAL || w->whole)) && fine;
}

/* Says it, then remembers that: who is stopped in between says it once more. */
static bool print_due(struct session *s, const struct wishes *w, struct herinner *h,
                      struct verstuurd *sent)
{
    size_t from = 0, to = 0;
    bool any = herinner_groep(h, &from, &to);

    if (!any && w->form == &form_text && !strcmp(s->cli.verb->name, "herinner"))
        return true;
    if (!put_points(s, w, h, &s->out, any ? 0 : h->count, h->count) || !sent)
        return true;
    if (!out_flush(&s->out))
        return true; /* session_end says so */
    herinner_onthoud(h, sent, 0, h->count);
    return verstuurd_bewaar(sent, s->today);
}

static bool no_address(struct session *s, const char *who, const char *why)
{
    diag_say(&s->diag, SEVERITY_ERROR, STATUS_DATA, "geen-adres", "het adres van %s %s", who, why);
    return false;
}

/* The message of one worker. False: said. */
static bool compose(struct session *s, const struct wishes *w, const struct herinner *h,
                    struct mail *mail, const struct verstuurd *sent, size_t from, size_t to,
                    struct buffer *message)
{
    struct out body = {.fd = -1, .hold = true};
    struct buffer subject = {0}, id = {0};
    bool fine = put_points(s, w, h, &body, from, to);

    herinner_onderwerp(h, from, to, &subject);
    herinner_kenmerk(h, sent, from, to, mail->to, &id);
    mail->subject = buffer_view(&subject);
    mail->id = buffer_view(&id);
    mail->body = buffer_view(&body.pending);
    fine = fine && mail_write(message, mail);
    out_drop(&body);
    buffer_free(&subject);
    buffer_free(&id);
    return fine;
}

/* False when it did not go, which is said. */
static bool send_one(struct session *s, const struct wishes *w, const struct herinner *h,
                     const struct verstuurd *sent, const struct herinner_post *post, size_t from,
                     size_t to)
{
    struct text who = herinner_begeleider(h, from);
    struct mail mail = {.from = post->from,
                        .to = herinner_adres(post, who),
                        .at = s->now.at,
                        .offset_minutes = s->now.offset_minutes};
    struct buffer message = {0};
    char safe[QUOTE_SIZE];
    int status = 0;
    bool fine;

    quote(who.n ? who : TEXT("zonder begeleider"), safe);
    if (!mail.to.n)
        return no_address(s, safe, "is niet bekend. Zet het bij Begeleider_mail");
    fine = compose(s, w, h, &mail, sent, from, to, &message);
    if (!fine)
        no_address(s, safe, "klopt niet. Kijk Begeleider_mail en Mail_van na");
    else if (!mail_send(buffer_view(&message), &status)) {
        diag_say(&s->diag, SEVERITY_ERROR, STATUS_SYSTEM, "niet-verstuurd",
                 "het bericht aan %s is niet verstuurd: het mailprogramma gaf %d. Een volgende "
                 "keer gaat het opnieuw",
                 safe, status);
        fine = false;
    }
    buffer_free(&message);
    return fine;
}

static bool send_all(struct session *s, const struct wishes *w, struct herinner *h,
                     struct verstuurd *sent)
{
    struct herinner_post post;
    size_t from = 0, to = 0;
    bool fine = herinner_post_read(&post, &s->diag);

    while (fine && herinner_groep(h, &from, &to)) {
        if (!send_one(s, w, h, sent, &post, from, to) || !sent)
            continue;
        herinner_onthoud(h, sent, from, to);
        fine = verstuurd_bewaar(sent, s->today);
    }
    herinner_post_free(&post);
    return fine;
}

static void due_answer(struct session *s, const struct wishes *wishes)
{
    struct wishes w = *wishes;
    struct herinner h = {0};
    struct verstuurd *sent = NULL;

    check_due(s, &w);
    h.wensen = w.due;
    if (gather(s, &h) &&
        (!w.state || (sent = verstuurd_open(w.state, s->wait_seconds, &s->diag)))) {
        w.whole = s->diag.status == STATUS_OK;
        if (sent)
            herinner_sla_over(&h, sent);
        (w.mail ? send_all : print_due)(s, &w, &h, sent);
    }
    verstuurd_close(sent);
    herinner_free(&h);
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
            termijn_blad(rules, d, s->today, w->due.rules, &document);
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
        head.column_count = TERMIJN_KOLOMMEN - !w->due.rules;
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
