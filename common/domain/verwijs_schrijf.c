#include "domain/verwijs_schrijf.h"

#include "base/text.h"
#include "domain/verwijs.h"
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

/* What the method asks at the step that was taken, for who sits with the client. */
static void say_questions(const struct writing *g)
{
    const struct addition *a = &g->notes.list[0];
    uint32_t step = 0;

    for (size_t i = 0; i < a->count; i++)
        if (!strcmp(a->given[i].field->name, "Verwijsstap"))
            text_digits(a->given[i].value, &step);
    if (step >= 1 && step <= 7)
        diag_say(&g->s->diag, SEVERITY_NOTE, STATUS_OK, "stap-vragen", "stap %u, %s. %s",
                 (unsigned)step, verwijs_stappen[step - 1].name,
                 verwijs_stappen[step - 1].question);
}

static bool save(void *data, struct edit *e)
{
    struct writing *g = data;
    bool fine;

    bundle_day(&g->bundle, g->s->today);
    g->v.d = e->dossier;
    fine = g->make(&g->v) && edit_add(e, g->notes.list, g->notes.count);
    if (fine && g->make == verwijs_zet_stap)
        say_questions(g);
    return fine;
}

static void ask(struct writing *g)
{
    struct questions *q = questions_open(g->s, &g->bundle, NULL, NULL);

    questions_edit(q, 0, save, g);
    questions_close(q);
}

static void run(struct writing *g, size_t first)
{
    struct session *s = g->s;
    struct edit e = {.session = s};

    bundle_begin(&g->bundle);
    if (!first && !g->w->count) /* a new record, and not one field of it */
        ask(g);
    else if (take_values(g) &&
             edit_open(&e, first, bundle_day(&g->bundle, s->today), &g->standard_input))
        save(g, &e);
    edit_close(&e);
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
