#include "domain/verwijs_schrijf.h"

#include "base/text.h"
#include "domain/verwijs.h"
#include "domain/verwijs_kaart.h"
#include "journal/edit.h"
#include "journal/questions.h"

#include <string.h>

typedef bool make_notes(const struct verwijs *v);

/* What each verb notes first, and how. */
static const struct {
    const char *verb, *type;
    make_notes *make;
} writers[] = {{"toestemming-nieuw", "Toestemming", verwijs_toestemming},
               {"toestemming-intrekken", "Toestemming", verwijs_intrekken},
               {"nieuw", "Verwijzing", verwijs_nieuw},
               {"stap", "Verwijzing", verwijs_zet_stap},
               {"timeout", "Verwijzing", verwijs_timeout},
               {"loslaten", "Verwijzing", verwijs_loslaten},
               {"hervat", "Verwijzing", verwijs_hervat},
               {"terugkoppeling", "Verwijzing", verwijs_terugkoppeling},
               {"vraag-nieuw", "Informatievraag", verwijs_vraag},
               {"vraag-antwoord", "Informatievraag", verwijs_antwoord},
               {NULL, NULL, NULL}};

struct writing {
    struct session *s;
    const struct verwijs_wishes *w;
    struct notes notes;
    struct bundle bundle;
    struct consent_rules rules;
    struct verwijs v;
    make_notes *make;
    bool standard_input;
    struct kaart kaart;
    struct text naar;               /* of the referral, kept: adding reads the dossier anew */
    struct verwijs_kaart *on_kaart; /* NULL: there is none, or it was not needed */
    struct diag silent;             /* what is wrong with the kaart is for gesprek-kaart check */
};

static bool take_values(struct writing *g)
{
    struct session *s = g->s;
    bool fine = true;

    for (size_t i = 0; i < g->w->count; i++)
        fine = bundle_option(&g->bundle, &g->w->fields[i], &g->standard_input, &s->diag) && fine;
    if (fine && g->w->value)
        fine =
            record_value(g->w->value, &g->v.value, &g->standard_input, &g->notes.arena, &s->diag);
    return fine;
}

/* ---- the sociale kaart ---- */

/* It only helps who writes: a fault in it does not stop the work. */
static void open_kaart(struct writing *g)
{
    char *path[1] = {(char *)(uintptr_t)kaart_default()};

    if (!path[0])
        return;
    diag_start(&g->silent);
    g->silent.silent = true;
    g->kaart = (struct kaart){.schema = g->s->schema, .diag = &g->silent};
    kaart_read_all(&g->kaart, path, 1);
    g->on_kaart = verwijs_kaart_open(&g->kaart, g->s->today);
    if (g->silent.errors)
        diag_say(&g->s->diag, SEVERITY_NOTE, STATUS_OK, "kaart-stuk",
                 "de sociale kaart is niet of niet helemaal te lezen. Kijk hem na met "
                 "gesprek-kaart check");
}

static void close_kaart(struct writing *g)
{
    verwijs_kaart_close(g->on_kaart);
    if (g->on_kaart)
        kaart_free(&g->kaart);
}

/* What the client has to know of the service, appended after `between`. */
static void put_kaart(const struct writing *g, struct text naar, const char *between,
                      struct buffer *b)
{
    const struct kaart_item *item = verwijs_kaart_vind(g->on_kaart, naar);
    struct text end =
        item ? verwijs_kaart_waarde(g->on_kaart, item, "Gevolg_stopzetting") : TEXT("");
    size_t before;

    if (!item)
        return;
    buffer_format(b, "%sWie kan er terecht: ", between);
    before = b->n;
    kaart_put(b, kaart_met(&g->kaart, item, "Voorwaarde"), "Voorwaarde", "; ");
    if (b->n == before)
        buffer_string(b, "staat niet op de kaart");
    if (end.n) {
        buffer_format(b, "%sWie stopt: ", between);
        buffer_text(b, end);
    }
}

/* Steps at which the client has to know how it goes there and what stopping means. */
static bool is_about_service(unsigned step)
{
    return step == 3 || step == 6;
}

/* ---- the questions of a step ---- */

static void say_kaart(const struct writing *g)
{
    struct buffer b = {0};

    put_kaart(g, g->naar, " ", &b);
    if (b.n)
        diag_say(&g->s->diag, SEVERITY_NOTE, STATUS_OK, "op-kaart",
                 "op de sociale kaart staat:%.*s", (int)b.n, b.p);
    buffer_free(&b);
}

/* What the method asks at the step that was taken, for who sits with the client. */
static void say_questions(const struct writing *g)
{
    const struct addition *a = &g->notes.list[0];
    uint32_t step = 0;

    for (size_t i = 0; i < a->count; i++)
        if (!strcmp(a->given[i].field->name, "Verwijsstap"))
            text_digits(a->given[i].value, &step);
    if (step < 1 || step > 7)
        return;
    diag_say(&g->s->diag, SEVERITY_NOTE, STATUS_OK, "stap-vragen", "stap %u, %s. %s",
             (unsigned)step, verwijs_stappen[step - 1].name, verwijs_stappen[step - 1].question);
    if (is_about_service(step))
        say_kaart(g);
}

/* What is asked now, and what was noted of it before. */
static bool choose(void *data, struct dossier *d, const char **fields, struct text *intro)
{
    struct writing *g = data;
    unsigned step;
    const struct thing *t;
    struct buffer b = {0};
    struct text rest, word;

    g->v.d = d;
    t = verwijs_volgende(&g->v, &step);
    if (!t)
        return false;
    rest = text_of(*fields = verwijs_stappen[step - 1].fields);
    buffer_format(&b, "\nStap %u van 7, %s. %s\n", step, verwijs_stappen[step - 1].name,
                  verwijs_stappen[step - 1].question);
    if (is_about_service(step))
        put_kaart(g, blad_value(&g->v.blad, d, t, "Naar"), "\n", &b);
    while (text_next_word(&rest, &word)) {
        const struct field *f = schema_field(g->s->schema, t->type, word);
        struct text noted = blad_values(&g->v.blad, d, t, f->name, ", ");
        if (noted.n)
            buffer_format(&b, "\nAl genoteerd bij %s: ", f->name);
        buffer_text(&b, noted);
    }
    *intro = blad_kept(d, &b);
    buffer_free(&b);
    return true;
}

/* Where a referral can go is on the kaart. */
static const struct text *words(void *data, const struct field *field, size_t *count)
{
    struct writing *g = data;

    *count = 0;
    return g->on_kaart && !strcmp(field->name, "Naar")
               ? verwijs_kaart_namen(&g->kaart, &g->notes.arena, count)
               : NULL;
}

static struct text naar_of(struct writing *g)
{
    const struct thing *t = fold_find(g->v.d, NULL, g->v.key);

    return arena_text(&g->notes.arena, blad_value(&g->v.blad, g->v.d, t, "Naar"));
}

static bool save(void *data, struct edit *e)
{
    struct writing *g = data;
    bool fine;

    bundle_day(&g->bundle, g->s->today);
    g->v.d = e->dossier;
    fine = g->make(&g->v);
    if (fine && g->make == verwijs_zet_stap)
        g->naar = naar_of(g);
    fine = fine && edit_add(e, g->notes.list, g->notes.count);
    if (fine && g->make == verwijs_zet_stap)
        say_questions(g);
    return fine;
}

static void ask(struct writing *g, size_t first)
{
    struct questions_more more = {g, first ? choose : NULL, words};
    struct questions *q = questions_open(g->s, &g->bundle, NULL, NULL);

    questions_set_more(q, &more);
    questions_edit(q, first, save, g);
    questions_close(q);
}

/* A new record, or a step, and not one field of it. */
static bool has_questions(const struct writing *g, size_t first)
{
    return !g->w->count && (!first || g->make == verwijs_zet_stap);
}

static void run(struct writing *g, size_t first)
{
    struct session *s = g->s;
    struct edit e = {.session = s};

    bundle_begin(&g->bundle);
    if (g->make == verwijs_zet_stap || g->make == verwijs_nieuw)
        open_kaart(g);
    if (has_questions(g, first))
        ask(g, first);
    else if (take_values(g) &&
             edit_open(&e, first, bundle_day(&g->bundle, s->today), &g->standard_input))
        save(g, &e);
    edit_close(&e);
    close_kaart(g);
}

static date until_of(struct session *s, const char *value)
{
    date day = value ? date_parse_relative(text_of(value), s->today) : DATE_NONE;

    if (value && day == DATE_NONE)
        session_wrong(s, "--tot: dit is geen dag die bestaat. Schrijf 2026-11-22 of +6w");
    return day;
}

void verwijs_schrijf(struct session *s, const struct verwijs_wishes *w, size_t first)
{
    struct writing g = {.s = s, .w = w, .notes = {.schema = s->schema}};
    struct buffer by = {0};
    size_t i = 0;

    while (strcmp(writers[i].verb, s->cli.verb->name))
        i++;
    g.make = writers[i].make;
    g.bundle = (struct bundle){.notes = &g.notes,
                               .types = s->cli.verb->types ? s->cli.verb->types : writers[i].type,
                               .many = ""};
    g.v = (struct verwijs){.notes = &g.notes,
                           .rules = &g.rules,
                           .diag = &s->diag,
                           .key = w->key,
                           .until = until_of(s, w->until)};
    blad_start(&g.v.blad, s->schema, s->today);
    if (session_by(s, &by) && consent_rules_read(&g.rules, &s->diag)) {
        g.notes.all = (struct addition){.op = s->limits.op, .by = buffer_view(&by), .now = s->now};
        run(&g, first);
    }
    consent_rules_free(&g.rules);
    notes_free(&g.notes);
    buffer_free(&by);
}
