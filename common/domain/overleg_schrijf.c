#include "domain/overleg_schrijf.h"

#include "base/text.h"
#include "domain/overleg.h"
#include "domain/verwijs.h"
#include "journal/edit.h"
#include "journal/questions.h"

#include <string.h>

struct writing {
    struct session *s;
    const struct overleg_wishes *w;
    struct blad blad;
    struct notes notes;
    struct bundle bundle;
    bool standard_input;
};

static bool is_verb(const struct writing *g, const char *verb)
{
    return !strcmp(g->s->cli.verb->name, verb);
}

static bool wrong(struct writing *g, const char *message)
{
    diag_say(&g->s->diag, SEVERITY_ERROR, STATUS_USAGE, "gebruik", "%s", message);
    return false;
}

/* What the addition gives the field; empty: nothing. */
static struct text given_value(const struct addition *a, const char *name)
{
    for (size_t i = a->count; i > 0; i--)
        if (!strcmp(a->given[i - 1].field->name, name))
            return text_trim(a->given[i - 1].value);
    return TEXT("");
}

static bool take_values(struct writing *g)
{
    bool fine = true;

    for (size_t i = 0; i < g->w->count; i++)
        fine = bundle_option(&g->bundle, &g->w->fields[i], &g->standard_input, &g->s->diag) && fine;
    return fine;
}

/* ---- on which day ---- */

/* The first day of what bears the key; DATE_NONE: nothing does. */
static date first_day(const struct dossier *d, struct text key)
{
    date day = DATE_NONE;

    for (size_t i = 0; i < d->record_count; i++)
        if (text_is(d->records[i].key, key) && (day == DATE_NONE || d->records[i].op < day))
            day = d->records[i].op;
    return day;
}

/* What belongs to a meeting that is still to come is of the day of that meeting, not of a day on
 * which it is not there yet. The dossier is then as it is on that day. */
static void choose_day(struct writing *g, struct edit *e)
{
    struct session *s = g->s;
    struct addition *a = &g->notes.list[0];
    date first = first_day(e->dossier, g->w->key);

    bundle_day(&g->bundle, s->today);
    if (s->limits.op == DATE_NONE && a->op == s->today && first != DATE_NONE && first > a->op)
        a->op = first;
    fold(e->dossier, s->schema, (struct limits){a->op, MOMENT_NONE}, &s->diag);
}

/* ---- what is noted ---- */

/* Every record but the meeting itself is Bij it. */
static bool belongs_to(struct writing *g, struct addition *a, struct text key)
{
    const struct field *bij = schema_field(g->notes.schema, a->type, TEXT("Bij"));

    if (addition_has(a, bij))
        return wrong(g, "dit komt bij het overleg dat u noemt; laat --bij weg");
    notes_give_field(&g->notes, a, bij, key);
    return true;
}

static bool make_nieuw(struct writing *g, struct dossier *d)
{
    struct addition *first = &g->notes.list[0];
    bool fine = true;

    first->key = arena_text(&g->notes.arena, fold_next_key(d, first->type, 0));
    for (size_t i = 1; fine && i < g->notes.count; i++)
        fine = belongs_to(g, &g->notes.list[i], first->key);
    return fine;
}

/* A point, by its key: what came out of it, and what the client says. */
static bool make_change(struct writing *g, struct dossier *d)
{
    struct addition *a = &g->notes.list[0];
    const struct thing *t = verwijs_vind(&g->blad, d, "Agendapunt", g->w->key, &g->s->diag);

    if (!t)
        return false;
    a->amends = true;
    a->key = arena_text(&g->notes.arena, t->key);
    return true;
}

static const struct type *punt(const struct writing *g)
{
    return schema_type(g->s->schema, TEXT("Agendapunt"));
}

static bool make_notes(struct writing *g, struct dossier *d)
{
    if (is_verb(g, "nieuw"))
        return make_nieuw(g, d);
    if (is_verb(g, "punt") && fold_find(d, punt(g), g->w->key))
        return make_change(g, d);
    return verwijs_vind(&g->blad, d, "Overleg", g->w->key, &g->s->diag) &&
           belongs_to(g, &g->notes.list[0], g->w->key);
}

/* ---- what is good to think of ---- */

static void say_tip(struct writing *g, struct text key, const char *text)
{
    char safe[QUOTE_SIZE];

    diag_say(&g->s->diag, SEVERITY_NOTE, STATUS_OK, "overleg-tip", "%s: %s", quote(key, safe),
             text);
}

/* Whether the client agrees is asked after each point, when it is noted what came out. */
static bool asks_agreement(struct writing *g, struct dossier *d)
{
    const struct addition *a = &g->notes.list[0];
    const struct thing *t = fold_find(d, a->type, a->key);

    return given_value(a, "Samenvatting").n && !given_value(a, "Client_akkoord").n &&
           !(t && a->amends && blad_value(&g->blad, d, t, "Client_akkoord").n);
}

static void say_tips(struct writing *g)
{
    const struct addition *a = &g->notes.list[0];

    for (const struct overleg_tip *tip = overleg_tips; is_verb(g, "nieuw") && tip->field; tip++)
        if (overleg_tip_helpt(tip, given_value(a, tip->field)))
            say_tip(g, a->key, tip->text);
}

static bool save(void *data, struct edit *e)
{
    struct writing *g = data;
    bool ask = false;

    choose_day(g, e);
    if (!make_notes(g, e->dossier))
        return false;
    if (is_verb(g, "punt"))
        ask = asks_agreement(g, e->dossier);
    if (!edit_add(e, g->notes.list, g->notes.count))
        return false;
    say_tips(g);
    if (ask)
        say_tip(g, g->notes.list[0].key, overleg_vraag_akkoord);
    return true;
}

/* ---- from beginning to end ---- */

static void ask(struct writing *g, size_t first)
{
    struct questions *q = questions_open(g->s, &g->bundle, NULL, NULL);

    questions_without(q, "Bij");
    questions_edit(q, first, save, g);
    questions_close(q);
}

static void run(struct writing *g, size_t first)
{
    struct session *s = g->s;
    struct edit e = {.session = s};

    bundle_begin(&g->bundle);
    if (!g->w->count && is_verb(g, "punt") && schema_type_of_key(g->w->key) == punt(g))
        wrong(g, "zeg met --samenvatting wat eruit kwam, en met --client-akkoord wat de cliënt "
                 "ervan vindt");
    else if (!g->w->count)
        ask(g, first);
    else if (take_values(g) && edit_open(&e, first, s->limits.op, &g->standard_input))
        save(g, &e);
    edit_close(&e);
}

void overleg_schrijf(struct session *s, const struct overleg_wishes *w, size_t first)
{
    struct writing g = {.s = s, .w = w, .notes = {.schema = s->schema}};
    struct buffer by = {0};

    g.bundle =
        (struct bundle){.notes = &g.notes, .types = s->cli.verb->types, .many = "Agendapunt"};
    blad_start(&g.blad, s->schema, s->today);
    if (session_by(s, &by)) {
        g.notes.all = (struct addition){.op = s->limits.op, .by = buffer_view(&by), .now = s->now};
        run(&g, first);
    }
    notes_free(&g.notes);
    buffer_free(&by);
}
