#include "domain/verslag_schrijf.h"
#include "base/text.h"
#include "domain/verslag_nieuw.h"
#include "domain/verslag_noteer.h"
#include "journal/edit.h"
#include "journal/questions.h"

#include <string.h>

static const char more_than_one[] = "Stap Domein Recht";

struct writing {
    struct session *s;
    const struct verslag_wishes *w;
    struct notes notes;
    struct bundle bundle;   /* a conversation and what came of it */
    struct addition fields; /* of an Afspraak, as they were given */
    struct text value;      /* --tekst */
    struct text reason;     /* --reden, for the appointment that does not take place */
    bool standard_input;
    struct buffer filled; /* --ingevuld */
};

/* A reason is about the old appointment, everything else about the new one. */
static bool give_field(struct writing *g, const struct argument *a)
{
    struct session *s = g->s;
    bool ends = g->w->verzet.n || g->w->afzeggen.n;
    struct given given = {.field = record_field(s->schema, g->fields.type, a->field, &s->diag),
                          .how = a->how,
                          .value = TEXT("")};

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

/* A conversation, from its options and its template. Its day becomes that of the notes. */
static bool take_conversation(struct writing *g)
{
    struct session *s = g->s;
    const char *file = g->w->filled_in;
    bool fine = true;

    bundle_begin(&g->bundle);
    for (size_t i = 0; i < g->w->count; i++)
        fine = bundle_option(&g->bundle, &g->w->fields[i], &g->standard_input, &s->diag) && fine;
    if (fine && file)
        fine = edit_read_file(s, file, &g->standard_input, &g->filled) &&
               bundle_filled_in(&g->bundle, &g->filled, file, &s->diag);
    g->notes.all.op = bundle_day(&g->bundle, s->today);
    bundle_mind(&g->bundle, &s->diag);
    return fine;
}

/* Everything that can be known before the dossier is read. */
static bool take_values(struct writing *g)
{
    struct session *s = g->s;
    bool fine = true;

    if (!strcmp(s->cli.verb->name, "nieuw"))
        return take_conversation(g);
    if (g->notes.all.op == DATE_NONE)
        g->notes.all.op = s->today;

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
    blad_say_mind(&g->s->diag, blad_mind(&b, d), "Kijk dat na voor u contact zoekt");
    return true;
}

static bool make_notes(struct writing *g, struct dossier *d)
{
    const char *verb = g->s->cli.verb->name;
    const struct verslag_wishes *w = g->w;
    struct diag *diag = &g->s->diag;

    if (!strcmp(verb, "nieuw")) {
        nieuw_fit(&g->notes, d);
        return true;
    }
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

static bool save_answers(void *data, struct edit *e)
{
    struct writing *g = data;

    bundle_day(&g->bundle, g->s->today);
    nieuw_fit(&g->notes, e->dossier);
    return edit_add(e, g->notes.list, g->notes.count);
}

static void ask(struct writing *g)
{
    struct questions *q;

    bundle_begin(&g->bundle);
    q = questions_open(g->s, &g->bundle, NULL, NULL);
    questions_edit(q, 0, save_answers, g);
    questions_close(q);
}

void verslag_schrijf(struct session *s, const struct verslag_wishes *w)
{
    struct writing g = {.s = s, .w = w};
    struct edit e = {.session = s};
    struct buffer by = {0};

    g.bundle =
        (struct bundle){.notes = &g.notes, .types = s->cli.verb->types, .many = more_than_one};
    if (session_by(s, &by)) {
        g.notes.schema = s->schema;
        g.notes.all = (struct addition){.op = s->limits.op, .by = buffer_view(&by), .now = s->now};
        if (!strcmp(s->cli.verb->name, "nieuw") && !w->count && !w->filled_in)
            ask(&g);
        else if (take_values(&g) && edit_open(&e, 0, g.notes.all.op, &g.standard_input) &&
                 make_notes(&g, e.dossier))
            edit_add(&e, g.notes.list, g.notes.count);
    }
    edit_close(&e);
    notes_free(&g.notes);
    addition_free(&g.fields);
    buffer_free(&g.filled);
    buffer_free(&by);
}

void verslag_sjabloon(struct session *s)
{
    struct notes n = {.schema = s->schema};
    struct bundle b = {.notes = &n, .types = s->cli.verb->types, .many = more_than_one};
    struct buffer text = {0};

    bundle_template(&b,
                    "# Een gesprek, met wat eruit kwam. Een stuk dat leeg blijft telt niet mee. "
                    "Nog een stap,\n# deel van het leven of recht? Kopieer dat stuk, met een "
                    "lege regel ervoor.\n\n",
                    &text);
    out_text(&s->out, buffer_view(&text));
    buffer_free(&text);
}
