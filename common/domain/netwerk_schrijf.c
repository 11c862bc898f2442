#include "domain/netwerk_schrijf.h"
#include "base/text.h"
#include "journal/edit.h"
#include "journal/questions.h"
#include "journal/template.h"

#include <string.h>

static const char relatie[] = "Relatie";

struct writing {
    struct session *s;
    const struct netwerk_schrijf_wishes *w;
    struct notes notes;
    struct bundle bundle;
    bool standard_input;
    struct buffer filled; /* --ingevuld */
};

/* ---- nieuw ---- */

/* Everything about the record that can be known before the dossier is read. */
static bool take_values(struct writing *g)
{
    struct diag *diag = &g->s->diag;
    const char *file = g->w->filled_in;
    bool fine = true;

    bundle_begin(&g->bundle);
    for (size_t i = 0; i < g->w->count; i++)
        fine = bundle_option(&g->bundle, &g->w->fields[i], &g->standard_input, diag) && fine;
    return fine && (!file || (edit_read_file(g->s, file, &g->standard_input, &g->filled) &&
                              bundle_filled_in(&g->bundle, &g->filled, file, diag)));
}

static bool save_answers(void *data, struct edit *e)
{
    struct writing *g = data;

    bundle_day(&g->bundle, e->session->today);
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

static void write_new(struct writing *g)
{
    struct edit e = {.session = g->s};

    if (!g->w->count && !g->w->filled_in)
        ask(g);
    else if (take_values(g) &&
             edit_open(&e, 0, bundle_day(&g->bundle, g->s->today), &g->standard_input))
        edit_add(&e, g->notes.list, g->notes.count);
    edit_close(&e);
}

/* ---- vraag ---- */

/* The eight questions of the method, in our own words; what somebody is named for is support. */
static const struct name_question network_questions[] = {
    {"Bij wie kan de cliënt terecht op een moeilijke dag?", "emotioneel"},
    {"Met wie is het gezellig, met wie lacht de cliënt?", "gezelschap"},
    {"Wie belt de cliënt als er meteen iets moet gebeuren?", "praktisch"},
    {"Wie die geen familie is, helpt er wel eens?", "praktisch"},
    {"Wie past er op als de cliënt een keer weg moet: op de kinderen, op iemand anders, op het "
     "huis?",
     "praktisch"},
    {"Wie neemt er wel eens boodschappen mee?", "praktisch"},
    {"Met wie praat de cliënt over zorgen?", "emotioneel"},
    {"Bij wie schuift de cliënt wel eens aan voor het eten, thuis bij ouders of bij een ander?",
     "gezelschap"},
    {NULL, NULL}};

static const struct questions_names network = {
    "Zeg de cliënt waar dit voor is: samen zien wie er is. Niemand hoeft genoemd te worden. Typ "
    "bij "
    "elke vraag de namen, elk op een regel; een lege regel is verder. Wie u twee keer noemt is "
    "dezelfde.",
    "Naam", "Steun", "onbekend", network_questions};

static void walk(struct writing *g)
{
    struct questions *q;

    bundle_begin(&g->bundle);
    q = questions_open_names(g->s, &g->bundle, &network);
    questions_edit(q, 0, save_answers, g);
    questions_close(q);
}

/* ---- wijzig ---- */

static bool take_changes(struct writing *g, struct addition *a)
{
    bool fine = true;

    for (size_t i = 0; i < g->w->count; i++) {
        const struct argument *argument = &g->w->fields[i];
        struct given given = {.field =
                                  record_field(g->s->schema, a->type, argument->field, &g->s->diag),
                              .how = argument->how};
        if (given.field && record_value(argument->value, &given.value, &g->standard_input,
                                        &g->notes.arena, &g->s->diag))
            addition_give(a, given);
        else
            fine = false;
    }
    return fine;
}

static bool find_relatie(const struct writing *g, const struct edit *e, struct addition *a)
{
    const struct type *type = a->type;
    char key[QUOTE_SIZE];

    if (!edit_find_type(e, a))
        return false;
    if (a->type == type)
        return true;
    diag_say(&g->s->diag, SEVERITY_ERROR, STATUS_DATA, "ander-type",
             "%s is een %s en geen %s; wijzig dat met gesprek-noteer wijzig", quote(a->key, key),
             a->type->name, relatie);
    return false;
}

static void write_change(struct writing *g)
{
    struct edit e = {.session = g->s};
    struct addition *a = notes_new(&g->notes, relatie);

    a->amends = true;
    if (a->op == DATE_NONE)
        a->op = g->s->today;
    if (!take_changes(g, a))
        return;
    if (!g->s->cli.operand_count)
        session_wrong(g->s, "noem de sleutel van de relatie, bijvoorbeeld L2");
    a->key = text_of(g->s->cli.operands[0]);
    if (edit_open(&e, 1, a->op, &g->standard_input) && find_relatie(g, &e, a))
        edit_add(&e, a, 1);
    edit_close(&e);
}

/* ---- all ---- */

void netwerk_schrijf(struct session *s, const struct netwerk_schrijf_wishes *w)
{
    struct writing g = {.s = s, .w = w};
    struct buffer by = {0};

    g.bundle = (struct bundle){.notes = &g.notes, .types = relatie, .many = ""};
    if (session_by(s, &by)) {
        g.notes.schema = s->schema;
        g.notes.all = (struct addition){.op = s->limits.op, .by = buffer_view(&by), .now = s->now};
        if (!strcmp(s->cli.verb->name, "wijzig"))
            write_change(&g);
        else if (!strcmp(s->cli.verb->name, "vraag"))
            walk(&g);
        else
            write_new(&g);
    }
    notes_free(&g.notes);
    buffer_free(&g.filled);
    buffer_free(&by);
}

void netwerk_sjabloon(struct session *s)
{
    struct buffer text = {0};

    template_write(schema_type(s->schema, text_of(relatie)), &text);
    out_text(&s->out, buffer_view(&text));
    buffer_free(&text);
}
