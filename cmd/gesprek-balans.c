/* gesprek-balans: draagkracht and draaglast: what gives a person strength, what weighs on them, on
 * a scale, and over time. See gesprek-balans(1). */
#include "base/text.h"
#include "domain/balans_blad.h"
#include "journal/bundle.h"
#include "journal/edit.h"
#include "journal/questions.h"
#include "journal/session.h"
#include "journal/template.h"
#include "output/form.h"

#include <stdlib.h>
#include <string.h>

static const char reading[] = "toon verloop", writing[] = "nieuw";

static const struct verb verbs[] = {
    {"nieuw", "[--veld=WAARDE ...] [BESTAND]",
     "noteert wat kracht geeft en wat zwaar weegt, met hoe zwaar", "Balans"},
    {"toon", "[BESTAND | MAP | -]...",
     "voor de cliënt: de weegschaal, en wat er anders is dan de vorige keer", NULL},
    {"verloop", "[BESTAND | MAP | -]...", "voor de cliënt: alle keren onder elkaar", NULL},
    {0}};

static const struct option own_options[] = {
    {"balans", 0, "SLEUTEL", "deze keer, bijvoorbeeld B2 (anders: de laatste)", NULL, "toon"},
    {"formaat", 0, "VORM", "de vorm van het antwoord; csv is er alleen bij verloop",
     "tekst html svg csv", reading},
    {"sjabloon", 0, NULL, "print een leeg sjabloon met de vragen", NULL, writing},
    {"ingevuld", 0, "BESTAND", "lees een ingevuld sjabloon", NULL, writing},
    {0}};

static const struct option *const options[] = {own_options, options_for_all, NULL};

static const struct option_set sets[] = {
    {options_for_readers, reading}, {options_for_writers, writing}, {0}};

static const char *const examples[] = {
    "gesprek-balans nieuw --draagkracht='4 mijn zus' --draaglast='5 de schulden' --volgens=client "
    "-i 2026-0017.rec",
    "gesprek-balans toon 2026-0017.rec",
    "gesprek-balans toon --balans=B2 --formaat=svg --uit=balans.svg 2026-0017.rec",
    "gesprek-balans verloop --formaat=html --uit=verloop.html 2026-0017.rec", NULL};

static const struct command command = {"gesprek-balans",
                                       "wat kracht geeft en wat zwaar weegt, op een weegschaal",
                                       verbs,
                                       options,
                                       examples,
                                       schema_groups,
                                       sets};

/* What the options ask for. */
struct wishes {
    const struct form *form;
    struct text key;         /* --balans; empty: the last */
    struct argument *fields; /* field options, as they were given */
    size_t count, capacity;
    const char *filled_in; /* NULL: not given */
    bool template_only;
};

static const struct form *form_named(const char *name)
{
    static const struct form *const forms[] = {&form_html, &form_svg, &form_csv};

    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (!strcmp(name, forms[i]->name))
            return forms[i];
    return &form_text;
}

static void take_option(struct session *s, struct wishes *w, const struct argument *a)
{
    const char *name = a->option ? a->option->name : "";

    if (!a->option) {
        mem_grow(&w->fields, &w->capacity, w->count + 1, sizeof *w->fields);
        w->fields[w->count++] = *a;
    } else if (!strcmp(name, "balans")) {
        if (!schema_key_good(text_of(a->value)))
            session_wrong(s, "--balans: noem een sleutel, bijvoorbeeld B2");
        w->key = text_of(a->value);
    } else if (!strcmp(name, "sjabloon"))
        w->template_only = true;
    else if (!strcmp(name, "ingevuld"))
        w->filled_in = a->value;
    else
        w->form = form_named(a->value);
}

static void check_usage(struct session *s, const struct wishes *w)
{
    if (w->form == &form_csv && !strcmp(s->cli.verb->name, "toon"))
        session_wrong(s, "csv is er niet bij toon; kies tekst, html of svg");
}

/* ---- nieuw ---- */

/* Everything about the record that can be known before the dossier is read. */
static bool take_values(struct session *s, const struct wishes *w, struct bundle *b,
                        struct buffer *filled, bool *standard_input)
{
    bool fine = true;

    bundle_begin(b);
    for (size_t i = 0; i < w->count; i++)
        fine = bundle_option(b, &w->fields[i], standard_input, &s->diag) && fine;
    return fine && (!w->filled_in || (edit_read_file(s, w->filled_in, standard_input, filled) &&
                                      bundle_filled_in(b, filled, w->filled_in, &s->diag)));
}

static bool save_answers(void *data, struct edit *e)
{
    struct bundle *b = data;

    bundle_day(b, e->session->today);
    return edit_add(e, b->notes->list, b->notes->count);
}

static void ask(struct session *s, struct bundle *b)
{
    struct questions *q;

    bundle_begin(b);
    q = questions_open(s, b, NULL, NULL);
    questions_edit(q, 0, save_answers, b);
    questions_close(q);
}

static void write_new(struct session *s, const struct wishes *w)
{
    struct notes notes = {.schema = s->schema};
    struct bundle b = {.notes = &notes, .types = s->cli.verb->types, .many = ""};
    struct edit e = {.session = s};
    struct buffer by = {0}, filled = {0};
    bool standard_input = false;

    if (session_by(s, &by)) {
        notes.all = (struct addition){.op = s->limits.op, .by = buffer_view(&by), .now = s->now};
        if (!w->count && !w->filled_in)
            ask(s, &b);
        else if (take_values(s, w, &b, &filled, &standard_input) &&
                 edit_open(&e, 0, bundle_day(&b, s->today), &standard_input))
            edit_add(&e, notes.list, notes.count);
    }
    edit_close(&e);
    notes_free(&notes);
    buffer_free(&filled);
    buffer_free(&by);
}

static void print_template(struct session *s)
{
    struct buffer text = {0};

    template_write(schema_type(s->schema, text_of(s->cli.verb->types)), &text);
    out_text(&s->out, buffer_view(&text));
    buffer_free(&text);
}

/* ---- toon, verloop ---- */

/* The document of one dossier. False: this dossier has nothing to make it of. */
static bool make(struct session *s, const struct wishes *w, const struct blad *b, struct dossier *d,
                 struct document *document)
{
    struct weighings all = balans_read(b, d);
    const struct weighing *chosen = balans_choose(&all, w->key);
    const struct thing *mind;

    if (!chosen)
        return false;
    if (w->form == &form_csv) {
        balans_rows(d, &all, document);
        return true;
    }
    mind = strcmp(s->cli.verb->name, "toon") ? balans_verloop(b, d, &all, document)
                                             : balans_blad(b, d, &all, chosen, document);
    blad_say_mind(&s->diag, mind, "Geef het blad zelf");
    return true;
}

/* What went wrong before this comes first; a picture is not made either way. */
static bool refuse_second(struct session *s)
{
    if (!s->diag.errors)
        session_wrong(s, "svg is een plaatje, en hier zijn er meer. Kies een dossier met --dossier "
                         "NUMMER");
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
        document_start(&document, &d->arena);
        b.foot = s->voor ? session_footer(s, &d->arena) : TEXT("");
        if (!make(s, w, &b, d, &document))
            continue;
        if (++made > 1 && w->form == &form_svg)
            return refuse_second(s);
        fine = w->form->blocks(data, &document);
    }
    if (!made && reader_given(s->reader) && w->form != &form_csv)
        diag_say(
            &s->diag, SEVERITY_ERROR, STATUS_NO, "geen-balans",
            "er is nog niets gewogen, of deze balans is er niet. Kijk de sleutel en de dag na, "
            "of noteer een balans met gesprek-balans nieuw");
    return fine;
}

/* A sheet says its own day; what it rests on besides stands above it. */
static void print_answer(struct session *s, const struct wishes *w)
{
    struct facts facts;
    struct head head = {.name = "balans", .facts = facts.pairs};
    void *data;
    bool fine;

    session_facts(s, &facts);
    head.fact_count = facts.count - 1;
    if (w->form == &form_csv) {
        head.columns = balans_columns;
        head.column_count = balans_column_count;
    }
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
        print_template(&s);
    else if (!strcmp(s.cli.verb->name, writing))
        write_new(&s, &w);
    else {
        session_read(&s, 0, false);
        print_answer(&s, &w);
    }
    free(w.fields);
    return session_end(&s);
}
