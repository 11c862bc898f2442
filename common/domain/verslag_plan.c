#include "domain/verslag_plan.h"
#include "base/text.h"
#include "domain/blad_delen.h"

#include <stdlib.h>

/* The plan, while it is made. */
struct plan {
    const struct blad *b;
    struct dossier *d;
    struct document *document;
};

static struct text value(const struct plan *p, const struct thing *t, const char *name)
{
    return blad_value(p->b, p->d, t, name);
}

static void say_nothing_yet(const struct plan *p)
{
    document_text(p->document, TEXT("Dit hebben we nog niet opgeschreven. Daar praten we over."));
}

/* ---- what I want ---- */

static void add_wishes(const struct plan *p)
{
    const struct thing *t = NULL, *melding = NULL;
    size_t from = p->document->count + 1;

    document_heading(p->document, 2, TEXT("Wat ik wil"));
    while ((t = blad_next(p->d, p->b->names.melding, t)))
        melding = t;
    if (melding)
        document_item(p->document, 0, TEXT(""), value(p, melding, "Vraag"));
    while ((t = blad_next(p->d, p->b->names.domein, t)))
        if (value(p, t, "Wens").n && one_of(value(p, t, "Besproken"), "ja deels"))
            document_item(p->document, 0, TEXT(""), value(p, t, "Wens"));
    if (p->document->count == from)
        say_nothing_yet(p);
}

/* ---- my goals ---- */

static const char *how_far(struct text status)
{
    static const char *const words[][2] = {{"wens", "Dit is nog een wens."},
                                           {"geparkeerd", "Dit rust even."},
                                           {"behaald", "Dit is gelukt."},
                                           {"deels", "Dit is voor een deel gelukt."},
                                           {"niet-behaald", "Dit is niet gelukt."}};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_is_string(status, words[i][0]))
            return words[i][1];
    return "Hier ben ik mee bezig.";
}

static bool is_done(struct text status)
{
    return one_of(status, "gedaan niet-meer-nodig");
}

static void add_step(const struct plan *p, const struct thing *t)
{
    struct text until = value(p, t, "Uiterlijk"), status = value(p, t, "Status");
    struct buffer line = {0};

    buffer_text(&line, value(p, t, "Wat"));
    blad_put(&line, "\nWie: ", value(p, t, "Wie"));
    blad_put(&line, "\nEerst nodig: ", blad_values(p->b, p->d, t, "Voorwaarde", ", "));
    if (until.n && !is_done(status))
        blad_put_day(p->d, &line, "\nUiterlijk: ", date_parse(until), "");
    if (text_is_string(status, "gedaan"))
        buffer_string(&line, "\nDit is gedaan.");
    blad_point(p->d, p->document, &line);
    buffer_free(&line);
}

/* The steps of one goal; NULL: those of no goal at all, as far as they are still to be done. */
static void add_steps(const struct plan *p, const struct thing *goal)
{
    const struct thing *t = NULL;
    bool headed = goal != NULL;

    while ((t = blad_next(p->d, p->b->names.stap, t))) {
        struct text bij = value(p, t, "Bij"), status = value(p, t, "Status");
        const struct thing *at = bij.n ? fold_find(p->d, NULL, bij) : NULL;
        bool of_goal = at && at->type == p->b->names.doel && at->opening && !at->withdrawn;
        if (text_is_string(status, "niet-meer-nodig") || (goal ? at != goal : of_goal) ||
            (!goal && is_done(status)))
            continue;
        if (!headed)
            document_heading(p->document, 2, TEXT("Wat we nog meer doen"));
        headed = true;
        add_step(p, t);
    }
}

static void add_goal(const struct plan *p, const struct thing *t)
{
    struct text until = value(p, t, "Uiterlijk"), review = value(p, t, "Evalueren_op"),
                status = value(p, t, "Status");
    bool open = !status.n || one_of(status, "open bezig");
    struct buffer line = {0};

    document_heading(p->document, 3, value(p, t, "Tekst"));
    buffer_string(&line, how_far(status));
    if (text_is_string(value(p, t, "Van"), "opgelegd"))
        buffer_string(&line, "\nDit doel komt niet van mij. Het moet van een ander.");
    blad_put(&line, "\nZo merk ik dat het lukt: ", value(p, t, "Meetbaar"));
    if (open && until.n)
        blad_put_day(p->d, &line, "\nKlaar op: ", date_parse(until), "");
    if (open && review.n)
        blad_put_day(p->d, &line, "\nWe kijken hoe het gaat op: ", date_parse(review), "");
    if (open)
        blad_put(&line, "\nAls het tegenzit: ", value(p, t, "Bij_terugval"));
    document_text(p->document, blad_kept(p->d, &line));
    buffer_free(&line);
    add_steps(p, t);
}

struct ranked {
    uint32_t rank;
    const struct thing *goal;
};

static int by_rank(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;

    if (x->rank != y->rank)
        return x->rank < y->rank ? -1 : 1;
    return (x->goal > y->goal) - (x->goal < y->goal);
}

/* By Prioriteit, those without one behind; not what was let go or replaced. */
static void add_goals(const struct plan *p)
{
    struct ranked *list = arena_take(&p->d->arena, (p->d->thing_count + 1) * sizeof *list);
    const struct thing *t = NULL;
    size_t n = 0;

    while ((t = blad_next(p->d, p->b->names.doel, t))) {
        uint32_t rank = UINT32_MAX;
        if (one_of(value(p, t, "Status"), "losgelaten vervangen"))
            continue;
        if (!text_digits(value(p, t, "Prioriteit"), &rank))
            rank = UINT32_MAX;
        list[n++] = (struct ranked){rank, t};
    }
    qsort(list, n, sizeof *list, by_rank);
    document_heading(p->document, 2, TEXT("Mijn doelen, en wie wat doet"));
    for (size_t i = 0; i < n; i++)
        add_goal(p, list[i].goal);
    if (!n)
        say_nothing_yet(p);
}

/* ---- what we agreed ---- */

static void add_values(const struct plan *p, const struct thing *t, const char *name,
                       const char *heading)
{
    name_id id = schema_name(p->b->schema, text_of(name));
    struct text one;
    size_t at = 0, from = p->document->count;

    while (thing_next_value(p->d, t, id, &at, &one)) {
        if (p->document->count == from)
            document_heading(p->document, 3, text_of(heading));
        document_item(p->document, 0, TEXT(""), one);
    }
}

static void add_agreements(const struct plan *p)
{
    const struct thing *t = NULL, *last = NULL;

    while ((t = blad_next(p->d, schema_type(p->b->schema, TEXT("Werkafspraak")), t)))
        last = t;
    document_heading(p->document, 2, TEXT("Wat we van elkaar mogen verwachten"));
    if (!last) {
        say_nothing_yet(p);
        return;
    }
    add_values(p, last, "Verwacht_begeleider", "Van mijn begeleider");
    add_values(p, last, "Verwacht_client", "Van mij");
    add_values(p, last, "Grens", "Wat mijn begeleider niet doet");
}

const struct thing *verslag_plan(const struct blad *b, struct dossier *d, struct document *document)
{
    const struct thing *mind = blad_begin(b, d, "Mijn plan", document);
    struct plan p = {b, d, document};

    document_pair(document, 0, "Dossier", d->id);
    add_wishes(&p);
    blad_krachten(b, d, document);
    add_goals(&p);
    add_steps(&p, NULL);
    blad_afspraken(b, d, document);
    blad_mensen(b, d, document);
    blad_rechten(b, d, document);
    add_agreements(&p);
    blad_ruimte(document, "Klopt mijn plan?",
                "Dit wil ik anders, of dit mis ik. Ben ik het eens? Dan zet ik hier mijn naam:");
    blad_end(document);
    return mind;
}
