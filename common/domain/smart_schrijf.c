#include "domain/smart_schrijf.h"
#include "base/text.h"
#include "domain/smart_noteer.h"
#include "domain/verslag_nieuw.h"
#include "journal/edit.h"
#include "journal/questions.h"

#include <string.h>

static const char more_than_one[] = "Stap"; /* a goal has more steps */

struct writing {
    struct session *s;
    const struct smart_wishes *w;
    struct notes notes;
    struct bundle bundle;   /* a new goal and its steps */
    struct addition fields; /* of a change, as they were given */
    bool standard_input;
    struct buffer filled; /* --ingevuld */
    struct text open;     /* steps that are still open of a goal that ends */
};

static bool is_verb(const struct writing *g, const char *verb)
{
    return !strcmp(g->s->cli.verb->name, verb);
}

/* ---- a new goal ---- */

static bool take_goal(struct writing *g)
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
    return fine && smart_zegt_volgens(&g->notes.list[0], &s->diag);
}

static void make_goal(struct writing *g)
{
    struct edit e = {.session = g->s};

    if (take_goal(g) && edit_open(&e, 0, g->notes.all.op, &g->standard_input)) {
        nieuw_fit(&g->notes, e.dossier);
        edit_add(&e, g->notes.list, g->notes.count);
    }
    edit_close(&e);
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

/* ---- a change ---- */

/* What can be known before the dossier is read. */
static bool give_fields(struct writing *g)
{
    struct session *s = g->s;
    bool fine = true;

    g->fields.type = schema_type(s->schema, text_of(s->cli.verb->types));
    for (size_t i = 0; i < g->w->count; i++) {
        const struct argument *a = &g->w->fields[i];
        struct given given = {.field = record_field(s->schema, g->fields.type, a->field, &s->diag),
                              .how = a->how,
                              .value = TEXT("")};
        if (!given.field ||
            !record_value(a->value, &given.value, &g->standard_input, &g->notes.arena, &s->diag))
            fine = false;
        else
            addition_give(&g->fields, given);
    }
    return fine;
}

static void check_operands(struct writing *g)
{
    struct session *s = g->s;
    size_t needed = is_verb(g, "status") ? 2 : 1;

    if (s->cli.operand_count < needed)
        session_wrong(s, needed == 2 ? "noem het doel en de status, bijvoorbeeld: D1 bezig"
                                     : "noem de sleutel, bijvoorbeeld D1");
    if (g->w->count)
        return;
    if (is_verb(g, "wijzig"))
        session_wrong(s, "zeg wat er anders wordt, bijvoorbeeld --uiterlijk=+6w");
    if (is_verb(g, "stap"))
        session_wrong(s, "zeg welke stap, bijvoorbeeld --wat=bellen --wie=Emma");
    if (is_verb(g, "vervang"))
        session_wrong(s, "zeg achter --tekst hoe het nieuwe doel heet");
}

static bool refuse_step(struct writing *g, const struct thing *t)
{
    diag_at(&g->s->diag, SEVERITY_ERROR, STATUS_DATA, t->latest->place, "geen-doel",
            "dit is een stap, en hier hoort een doel. Een stap wijzigt u met gesprek-smart stap");
    return false;
}

static bool ends_goal(const struct addition *a)
{
    for (size_t i = 0; i < a->count; i++)
        if (!strcmp(a->given[i].field->name, "Status"))
            return text_has_word("behaald deels niet-behaald losgelaten vervangen",
                                 a->given[i].value);
    return false;
}

static const char *new_status(const struct writing *g)
{
    return is_verb(g, "status")    ? g->s->cli.operands[1]
           : is_verb(g, "parkeer") ? "geparkeerd"
                                   : NULL;
}

static bool make_change(struct writing *g, struct dossier *d)
{
    struct smart_noteer n;
    const struct thing *t;
    bool goal, fine;

    smart_noteer_start(&n, &g->notes, d, &g->s->diag);
    t = smart_doel_of_stap(&n, text_of(g->s->cli.operands[0]));
    if (!t)
        return false;
    goal = t->type == n.b.names.doel;
    if (is_verb(g, "stap"))
        return goal ? smart_stap(&n, t, &g->fields) : smart_wijzig(&n, t, NULL, &g->fields);
    if (!goal)
        return refuse_step(g, t);
    fine = is_verb(g, "vervang") ? smart_vervang(&n, t, &g->fields)
                                 : smart_wijzig(&n, t, new_status(g), &g->fields);
    if (fine && ends_goal(&g->notes.list[g->notes.count - 1]))
        g->open = smart_open_stappen(&n, t);
    return fine;
}

static void say_open(const struct writing *g)
{
    const char *advice = is_verb(g, "vervang") ? "Horen ze bij het nieuwe doel? Zet dat achter "
                                                 "--bij: gesprek-smart stap"
                                               : "Gedaan, of niet meer nodig? Zeg het met "
                                                 "gesprek-smart stap";

    if (g->open.n)
        diag_say(&g->s->diag, SEVERITY_NOTE, STATUS_OK, "open-stappen",
                 "bij %s staan nog open stappen: %.*s. %s", g->s->cli.operands[0], (int)g->open.n,
                 g->open.p, advice);
}

static void change(struct writing *g)
{
    struct edit e = {.session = g->s};

    if (g->notes.all.op == DATE_NONE)
        g->notes.all.op = g->s->today;
    if (!give_fields(g))
        return;
    check_operands(g);
    if (edit_open(&e, is_verb(g, "status") ? 2 : 1, g->notes.all.op, &g->standard_input) &&
        make_change(g, e.dossier) && edit_add(&e, g->notes.list, g->notes.count))
        say_open(g);
    edit_close(&e);
}

/* ---- */

void smart_schrijf(struct session *s, const struct smart_wishes *w)
{
    struct writing g = {.s = s, .w = w, .open = TEXT("")};
    struct buffer by = {0};

    g.bundle =
        (struct bundle){.notes = &g.notes, .types = s->cli.verb->types, .many = more_than_one};
    if (session_by(s, &by)) {
        g.notes.schema = s->schema;
        g.notes.all = (struct addition){.op = s->limits.op, .by = buffer_view(&by), .now = s->now};
        if (!is_verb(&g, "nieuw"))
            change(&g);
        else if (!w->count && !w->filled_in)
            ask(&g);
        else
            make_goal(&g);
    }
    notes_free(&g.notes);
    addition_free(&g.fields);
    buffer_free(&g.filled);
    buffer_free(&by);
}

void smart_sjabloon(struct session *s)
{
    struct notes n = {.schema = s->schema};
    struct bundle b = {.notes = &n, .types = s->cli.verb->types, .many = more_than_one};
    struct buffer text = {0};

    bundle_template(&b,
                    "# Een doel, met een stap. Een stuk dat leeg blijft telt niet mee. Nog een "
                    "stap?\n# Kopieer dat stuk, met een lege regel ervoor.\n\n",
                    &text);
    out_text(&s->out, buffer_view(&text));
    buffer_free(&text);
}
