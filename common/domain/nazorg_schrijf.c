#include "domain/nazorg_schrijf.h"

#include "base/text.h"
#include "domain/nazorg_noteer.h"
#include "journal/edit.h"
#include "journal/questions.h"

#include <string.h>

/* What each verb notes first, how, what there may be more of, and whether somebody is asked who
 * gives nothing. */
static const struct writer {
    const char *verb, *type, *many;
    nazorg_noteer *make;
    bool asks;
    const char *intro; /* of its template; NULL: it has none */
} writers[] = {
    {"plan", "Nazorg", "", nazorg_plan, true,
     "# Een moment van nazorg, of een reeks. Wat leeg blijft telt niet mee.\n\n"},
    {"contact", "Gesprek", "Stap Domein Recht", nazorg_contact, false,
     "# Een contact in de nazorg. Een stuk dat leeg blijft telt niet mee. Nog een stap, deel\n"
     "# van het leven of recht? Kopieer dat stuk, met een lege regel ervoor.\n\n"},
    {"niet-bereikt", "Nazorg", "", nazorg_niet_bereikt, false, NULL},
    {"afsluiten", "Evaluatie", "Nazorg", nazorg_afsluiten, true,
     "# Het einde van de begeleiding. Eerst vertelt de cliënt hoe het was; dan pas sluit u af.\n"
     "# Een stuk dat leeg blijft telt niet mee. Meer nazorg? Kopieer dat stuk, met een lege\n"
     "# regel ervoor.\n\n"},
    {0}};

struct writing {
    struct session *s;
    const struct nazorg_wishes *w;
    const struct writer *writer;
    struct notes notes;
    struct bundle bundle;
    struct nazorg_werk work;
    bool standard_input;
    struct buffer filled; /* --ingevuld */
    struct buffer hierna;
    struct nazorg_regels regels;
};

static const struct writer *writer_of(const struct session *s)
{
    const struct writer *w = writers;

    while (strcmp(w->verb, s->cli.verb->name))
        w++;
    return w;
}

static const char *types_of(const struct session *s)
{
    return s->cli.verb->types ? s->cli.verb->types : writer_of(s)->type;
}

static bool take_values(struct writing *g)
{
    struct session *s = g->s;
    const char *file = g->w->filled_in;
    bool fine = true;

    for (size_t i = 0; i < g->w->count; i++)
        fine = bundle_option(&g->bundle, &g->w->fields[i], &g->standard_input, &s->diag) && fine;
    if (fine && file)
        fine = edit_read_file(s, file, &g->standard_input, &g->filled) &&
               bundle_filled_in(&g->bundle, &g->filled, file, &s->diag);
    bundle_mind(&g->bundle, &s->diag);
    return fine;
}

static bool save(void *data, struct edit *e)
{
    struct writing *g = data;

    bundle_day(&g->bundle, g->s->today);
    g->work.d = e->dossier;
    g->hierna.n = 0;
    if (!g->writer->make(&g->work) || !edit_add(e, g->notes.list, g->notes.count))
        return false;
    if (g->hierna.n)
        diag_say(&g->s->diag, SEVERITY_NOTE, STATUS_OK, "hierna", "%.*s", (int)g->hierna.n,
                 g->hierna.p);
    return true;
}

static void ask(struct writing *g, size_t first)
{
    struct questions *q = questions_open(g->s, &g->bundle, NULL, NULL);

    questions_edit(q, first, save, g);
    questions_close(q);
}

static void run(struct writing *g, size_t first)
{
    struct session *s = g->s;
    struct edit e = {.session = s};

    bundle_begin(&g->bundle);
    if (g->writer->asks && !g->w->count && !g->w->filled_in)
        ask(g, first);
    else if (take_values(g) &&
             edit_open(&e, first, bundle_day(&g->bundle, s->today), &g->standard_input))
        save(g, &e);
    edit_close(&e);
}

void nazorg_schrijf(struct session *s, const struct nazorg_wishes *w, size_t first)
{
    struct writing g = {.s = s, .w = w, .writer = writer_of(s), .notes = {.schema = s->schema}};
    struct buffer by = {0};

    g.bundle = (struct bundle){.notes = &g.notes,
                               .types = types_of(s),
                               .many = g.writer->many,
                               .first_may_miss = g.writer->make == nazorg_afsluiten};
    g.work = (struct nazorg_werk){.notes = &g.notes,
                                  .diag = &s->diag,
                                  .key = w->key,
                                  .regels = &g.regels,
                                  .hierna = &g.hierna};
    blad_start(&g.work.blad, s->schema, s->today);
    if (session_by(s, &by) && nazorg_regels_lees(&g.regels, &s->diag)) {
        g.notes.all = (struct addition){.op = s->limits.op, .by = buffer_view(&by), .now = s->now};
        run(&g, first);
    }
    notes_free(&g.notes);
    buffer_free(&g.filled);
    buffer_free(&g.hierna);
    buffer_free(&g.regels.text);
    buffer_free(&by);
}

void nazorg_sjabloon(struct session *s)
{
    struct notes n = {.schema = s->schema};
    struct bundle b = {.notes = &n, .types = types_of(s), .many = writer_of(s)->many};
    struct buffer text = {0};

    bundle_template(&b, writer_of(s)->intro, &text);
    out_text(&s->out, buffer_view(&text));
    buffer_free(&text);
}
