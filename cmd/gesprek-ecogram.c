/* gesprek-ecogram: who stands around the client: noted, drawn, counted and compared. See
 * gesprek-ecogram(1). */
#include "base/ascii.h"
#include "base/text.h"
#include "domain/ecogram_blad.h"
#include "domain/netwerk_meet.h"
#include "domain/netwerk_schrijf.h"
#include "journal/edit.h"
#include "journal/session.h"
#include "journal/store.h"
#include "output/form.h"

#include <stdlib.h>
#include <string.h>

static const char drawing[] = "teken verschil", reading[] = "teken verschil meet lijst",
                  writing[] = "nieuw wijzig vraag";

static const struct verb verbs[] = {
    {"nieuw", "[--veld=WAARDE ...] [BESTAND]",
     "noteert iemand om de cliënt heen, en hoe de band is", "Relatie"},
    {"wijzig", "KEY [--veld=WAARDE ...] [BESTAND]",
     "wijzigt de band met die sleutel, bijvoorbeeld L2; wat er stond blijft terug te vinden",
     "Relatie"},
    {"vraag", "[BESTAND]",
     "stelt aan de terminal de vragen naar het netwerk, en noteert wie er "
     "genoemd wordt",
     NULL},
    {"lijst", "[BESTAND | MAP | -]...", "iedereen die genoteerd is, een regel elk", NULL},
    {"teken", "[BESTAND | MAP | -]...", "voor de cliënt: het netwerk als tekening", NULL},
    {"meet", "[BESTAND | MAP | -]...",
     "hoe groot het netwerk is, welke steun er is, en waar het kwetsbaar is", NULL},
    {"verschil", "[BESTAND | MAP | -]...",
     "voor de cliënt: wie erbij kwam, wie wegging en welke band anders werd", NULL},
    {0}};

static const struct option own_options[] = {
    {"formaat", 0, "VORM", "de vorm van de tekening", "tekst html svg dot graphml", "teken"},
    {"formaat", 0, "VORM", "de vorm van het blad", "tekst html svg", "verschil"},
    {"formaat", 0, "VORM", "de vorm van het antwoord; regel is een regel per dossier",
     "tekst csv regel", "meet"},
    {"formaat", 0, "VORM", "de vorm van de lijst", "tekst csv", "lijst"},
    {"namen", 0, NULL, "noem mensen bij hun naam; anders met letters, of met wat ze zijn", NULL,
     reading},
    {"ascii", 0, NULL, "tekst met alleen letters zonder tekens erop, en tekens van ASCII", NULL,
     reading},
    {"zonder-spanning", 0, NULL,
     "laat spanning en onveiligheid weg, voor een blad dat een ander kan zien", NULL, drawing},
    {"map", 0, "MAP", "een bestand voor elk dossier, in deze map", NULL, drawing},
    {"van", 0, "DAG", "vergelijk met hoe het op deze dag was", NULL, "verschil"},
    {"tot", 0, "DAG", "tot en met deze dag (anders: vandaag)", NULL, "verschil"},
    {"sjabloon", 0, NULL, "print een leeg sjabloon met de vragen", NULL, "nieuw"},
    {"ingevuld", 0, "BESTAND", "lees een ingevuld sjabloon", NULL, "nieuw"},
    {0}};

static const struct option *const options[] = {own_options, options_for_all, NULL};

static const struct option_set sets[] = {
    {options_for_readers, reading}, {options_for_writers, writing}, {0}};

static const char *const examples[] = {
    "gesprek-ecogram vraag -i 2026-0017.rec",
    "gesprek-ecogram nieuw --groep=buur --band=zwak --naam=@naam.txt -i 2026-0017.rec",
    "gesprek-ecogram wijzig L2 --band=sterk -i 2026-0017.rec",
    "gesprek-ecogram teken 2026-0017.rec",
    "gesprek-ecogram teken --formaat=svg --map=tekeningen dossiers",
    "gesprek-ecogram verschil --van=2026-03-01 --tot=vandaag 2026-0017.rec",
    "gesprek-ecogram meet --formaat=csv dossiers",
    NULL};

static const struct command command = {"gesprek-ecogram",
                                       "wie er om de cliënt heen staat, en hoe sterk elke band is",
                                       verbs,
                                       options,
                                       examples,
                                       schema_groups,
                                       sets};

/* What the options ask for. */
struct wishes {
    const struct form *form; /* NULL: a line for each dossier */
    struct netwerk_wishes netwerk;
    bool ascii;
    const char *directory, *from, *until; /* NULL: not given */
    date since, day;
    struct netwerk_schrijf_wishes notes;
    bool template_only;
};

static const struct form *form_named(const char *name)
{
    static const struct form *const forms[] = {&form_text, &form_html,    &form_svg,
                                               &form_dot,  &form_graphml, &form_csv};

    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (!strcmp(name, forms[i]->name))
            return forms[i];
    return NULL;
}

static void take_option(struct wishes *w, const struct argument *a)
{
    const char *name = a->option ? a->option->name : "";

    if (!a->option) {
        mem_grow(&w->notes.fields, &w->notes.capacity, w->notes.count + 1, sizeof *w->notes.fields);
        w->notes.fields[w->notes.count++] = *a;
    } else if (!strcmp(name, "formaat"))
        w->form = form_named(a->value);
    else if (!strcmp(name, "namen"))
        w->netwerk.names = true;
    else if (!strcmp(name, "ascii"))
        w->ascii = true;
    else if (!strcmp(name, "zonder-spanning"))
        w->netwerk.no_tension = true;
    else if (!strcmp(name, "map"))
        w->directory = a->value;
    else if (!strcmp(name, "van"))
        w->from = a->value;
    else if (!strcmp(name, "tot"))
        w->until = a->value;
    else if (!strcmp(name, "sjabloon"))
        w->template_only = true;
    else
        w->notes.filled_in = a->value;
}

static bool is_verb(const struct session *s, const char *name)
{
    return !strcmp(s->cli.verb->name, name);
}

static void take_days(struct session *s, struct wishes *w)
{
    if (!w->from)
        session_wrong(s, "zeg met --van vanaf welke dag, bijvoorbeeld --van=-6m");
    if (w->until && s->op)
        session_wrong(s, "--tot en --op zeggen hier hetzelfde; geef een van de twee");
    w->since = session_day(s, "van", w->from);
    if (w->until)
        s->limits.op = session_day(s, "tot", w->until);
    if (s->limits.op == DATE_NONE)
        s->limits.op = s->today;
    if (w->since >= s->limits.op)
        session_wrong(s, "--van moet een dag zijn voor --tot");
}

static void check_usage(struct session *s, struct wishes *w)
{
    if (is_verb(s, "verschil"))
        take_days(s, w);
    w->day = s->limits.op == DATE_NONE ? s->today : s->limits.op;
    if (w->ascii && w->form && w->form != &form_text)
        session_wrong(s, "--ascii is voor tekst; laat --formaat dan weg");
    if (w->directory && s->answer_file)
        session_wrong(s, "--map en --uit gaan niet samen: --map maakt een bestand per dossier");
    if (is_verb(s, "wijzig") && !w->notes.count)
        session_wrong(s, "zeg wat er anders wordt, bijvoorbeeld --band=sterk");
}

/* ---- a dossier ---- */

static void say_mind(struct session *s, struct ecogram_mind mind)
{
    blad_say_mind(&s->diag, mind.client, "Geef het blad zelf");
    if (mind.tense)
        diag_say(&s->diag, SEVERITY_NOTE, STATUS_OK, "spanning-op-blad",
                 "op dit blad staat met wie het gespannen of onveilig is. Bespreek met de cliënt "
                 "of het mee kan, of maak het met --zonder-spanning");
}

static struct ecogram_mind compare(struct session *s, const struct wishes *w, const struct blad *b,
                                   struct dossier *d, struct document *document)
{
    struct limits earlier = {w->since, s->limits.booked_until};
    struct netwerk now = netwerk_read(b, d, w->netwerk), before;

    fold(d, s->schema, earlier, &s->diag);
    before = netwerk_read(b, d, w->netwerk);
    fold(d, s->schema, s->limits, &s->diag);
    return ecogram_verschil(b, d, w->netwerk, &before, &now, w->since, w->day, document);
}

static void make_meting(const struct wishes *w, const struct blad *b, struct dossier *d,
                        struct document *document)
{
    struct netwerk n = netwerk_read(b, d, w->netwerk);
    struct meting m = meting_of(&n, w->day);

    if (w->form == &form_csv)
        meting_rij(d, &m, document);
    else if (w->form)
        meting_blad(d, &n, &m, document);
    else
        document_text(document, meting_regel(d, &m));
}

static void make(struct session *s, const struct wishes *w, const struct blad *b, struct dossier *d,
                 struct document *document)
{
    document_start(document, &d->arena);
    if (is_verb(s, "teken"))
        say_mind(s, ecogram_blad(b, d, w->netwerk, w->day, document));
    else if (is_verb(s, "verschil"))
        say_mind(s, compare(s, w, b, d, document));
    else if (is_verb(s, "meet"))
        make_meting(w, b, d, document);
    else
        netwerk_rijen(b, d, w->netwerk, document);
}

/* ---- one answer ---- */

/* Where it goes: through ASCII when asked. */
static void give(struct session *s, const struct wishes *w, struct out *made)
{
    struct buffer plain = {0};

    if (w->ascii)
        ascii_text(&plain, buffer_view(&made->pending));
    out_text(&s->out, w->ascii ? buffer_view(&plain) : buffer_view(&made->pending));
    buffer_free(&plain);
}

static struct head head_of(const struct session *s, const struct wishes *w, struct facts *facts)
{
    struct head head = {.name = s->cli.verb->name, .facts = facts->pairs};

    session_facts(s, facts);
    head.fact_count = facts->count - 1; /* a sheet says its own day */
    if (is_verb(s, "lijst")) {
        head.title = "Netwerk: een regel voor iedereen (intern)";
        head.columns = netwerk_columns;
        head.column_count = netwerk_column_count;
    } else if (w->form == &form_csv) {
        head.columns = meting_columns;
        head.column_count = meting_column_count;
    }
    return head;
}

static bool holds_one(const struct form *form)
{
    return form == &form_svg || form == &form_dot || form == &form_graphml;
}

/* What went wrong before this comes first; a picture is not made either way. */
static bool refuse_second(struct session *s)
{
    if (!s->diag.errors)
        session_wrong(s, "dit is een tekening, en hier zijn er meer. Kies een dossier met "
                         "--dossier NUMMER, of maak er met --map een bestand van elk");
    return false;
}

static bool make_all(struct session *s, const struct wishes *w, void *data)
{
    struct document document;
    struct dossier *d;
    struct blad b;
    size_t made = 0;
    bool fine = true;

    blad_start(&b, s->schema, s->today);
    while (fine && (d = reader_next(s->reader))) {
        if (++made > 1 && holds_one(w->form))
            return refuse_second(s);
        make(s, w, &b, d, &document);
        fine = w->form->blocks(data, &document);
    }
    return fine;
}

static void print_answer(struct session *s, const struct wishes *w)
{
    struct out held = {.fd = s->out.fd, .hold = true};
    struct out *into = w->ascii ? &held : &s->out;
    struct facts facts;
    struct head head = head_of(s, w, &facts);
    void *data;
    bool fine = w->form->begin(&data, into, &head) && make_all(s, w, data);

    reader_report(s->reader, STATUS_NO);
    w->form->end(data, fine && s->diag.status == STATUS_OK);
    if (w->ascii)
        give(s, w, &held);
    out_drop(&held);
}

/* A line for each dossier, as it is: to put in a report of one's own. */
static void print_lines(struct session *s, const struct wishes *w)
{
    struct buffer line = {0};
    struct document document;
    struct dossier *d;
    struct blad b;

    blad_start(&b, s->schema, s->today);
    while (!s->out.error && (d = reader_next(s->reader))) {
        make(s, w, &b, d, &document);
        line.n = 0;
        text_safe(&line, document.blocks->value);
        buffer_byte(&line, '\n');
        if (w->ascii) {
            struct buffer plain = {0};
            ascii_text(&plain, buffer_view(&line));
            out_text(&s->out, buffer_view(&plain));
            buffer_free(&plain);
        } else
            out_text(&s->out, buffer_view(&line));
    }
    buffer_free(&line);
    reader_report(s->reader, STATUS_NO);
}

/* ---- a file for each dossier ---- */

static const char *ending(const struct form *form)
{
    return form == &form_text ? "txt" : form->name;
}

static bool write_file(struct session *s, const struct wishes *w, const struct document *document,
                       struct text id)
{
    struct out made = {.hold = true};
    struct buffer path = {0}, plain = {0};
    struct facts facts;
    struct head head = head_of(s, w, &facts);
    void *data;
    bool fine = w->form->begin(&data, &made, &head) && w->form->blocks(data, document);

    fine = w->form->end(data, fine) && fine;
    buffer_format(&path, "%s/%.*s.%s", w->directory, (int)id.n, id.p, ending(w->form));
    buffer_byte(&path, '\0');
    if (w->ascii)
        ascii_text(&plain, buffer_view(&made.pending));
    fine = fine &&
           store_write_answer(path.p, buffer_view(w->ascii ? &plain : &made.pending), false,
                              &s->diag);
    out_drop(&made);
    buffer_free(&plain);
    buffer_free(&path);
    return fine;
}

static void write_files(struct session *s, const struct wishes *w)
{
    struct document document;
    struct dossier *d;
    struct blad b;
    bool fine = true;

    blad_start(&b, s->schema, s->today);
    while (fine && (d = reader_next(s->reader))) {
        make(s, w, &b, d, &document);
        fine = write_file(s, w, &document, d->id);
    }
    reader_report(s->reader, STATUS_NO);
}

int main(int argc, char **argv)
{
    struct session s;
    struct argument a;
    struct wishes w = {.form = &form_text};

    session_start(&s, &command, argc, argv);
    while (session_next(&s, &a))
        take_option(&w, &a);
    check_usage(&s, &w);
    if (w.template_only)
        netwerk_sjabloon(&s);
    else if (text_has_word(writing, text_of(s.cli.verb->name)))
        netwerk_schrijf(&s, &w.notes);
    else {
        session_no_outsiders(&s, "een tekening van het netwerk gaat ook over andere mensen");
        session_read(&s, 0, false);
        if (w.directory)
            write_files(&s, &w);
        else if (w.form)
            print_answer(&s, &w);
        else
            print_lines(&s, &w);
    }
    free(w.notes.fields);
    return session_end(&s);
}
