#include "domain/stappenplan.h"
#include "base/text.h"
#include "domain/doelen.h"

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

static void add_pair(const struct plan *p, const char *label, struct text text)
{
    if (text.n)
        document_pair(p->document, 0, label, text);
}

/* ---- my goal ---- */

static void add_words(const struct plan *p, const struct thing *t)
{
    struct text status = value(p, t, "Status");

    document_heading(p->document, 2, value(p, t, "Tekst"));
    if (!doel_loopt(status))
        document_text(p->document, text_of(doel_in_woorden(status)));
    if (text_is_string(value(p, t, "Van"), "opgelegd"))
        document_text(p->document, TEXT("Dit doel komt niet van mij. Het moet van een ander."));
}

static void add_measure(const struct plan *p, const struct thing *t)
{
    date until = date_parse(value(p, t, "Uiterlijk"));

    add_pair(p, "Zo merk ik het", value(p, t, "Meetbaar"));
    add_pair(p, "Hier sta ik nu", doel_stand(p->b, p->d, t));
    if (until != DATE_NONE && doel_loopt(value(p, t, "Status")))
        add_pair(p, "Klaar op", blad_day(p->d, until, false));
}

/* A day that has passed is no day to look forward to. */
static void add_ahead(const struct plan *p, const struct thing *t)
{
    struct text setback = value(p, t, "Bij_terugval");
    date review = date_parse(value(p, t, "Evalueren_op"));
    bool comes = review != DATE_NONE && review >= p->b->today;

    add_pair(p, "Als het tegenzit",
             setback.n ? setback : TEXT("Dat mag. Wat we dan doen, spreken we nog af."));
    add_pair(p, "Samen kijken op",
             comes ? blad_day(p->d, review, true) : TEXT("Die dag kiezen we nog."));
}

/* ---- who does what ---- */

/* Returns how many there were; without any the heading is not there. */
static size_t add_to_do(const struct plan *p, const struct thing *goal)
{
    const struct thing *t = NULL;
    size_t n = 0;

    while ((t = blad_next(p->d, p->b->names.stap, t)))
        if (doel_van_stap(p->b, p->d, t) == goal &&
            !text_has_word("gedaan niet-meer-nodig", value(p, t, "Status"))) {
            if (!n++)
                document_heading(p->document, 3, TEXT("Wie doet wat"));
            doel_stap(p->b, p->d, t, p->document);
        }
    return n;
}

static void add_done(const struct plan *p, const struct thing *goal)
{
    const struct thing *t = NULL;
    struct buffer line = {0};
    size_t n = 0;

    while ((t = blad_next(p->d, p->b->names.stap, t)))
        if (doel_van_stap(p->b, p->d, t) == goal &&
            text_is_string(value(p, t, "Status"), "gedaan")) {
            if (!n++)
                document_heading(p->document, 3, TEXT("Dit is al gelukt"));
            buffer_text(&line, value(p, t, "Wat"));
            blad_put(&line, "\nDit hielp: ", value(p, t, "Wat_hielp"));
            blad_point(p->d, p->document, &line);
        }
    buffer_free(&line);
}

/* ---- how it was worded before ---- */

static const struct thing *earlier(const struct plan *p, const struct thing *t)
{
    struct text key = value(p, t, "Vervangt");
    const struct thing *before = key.n ? fold_find(p->d, p->b->names.doel, key) : NULL;

    return before && before->opening && !before->withdrawn ? before : NULL;
}

/* The goals that came before, the first one in front. A file made by hand may go round: then it
 * ends. */
static size_t chain_of(const struct plan *p, const struct thing *goal, const struct thing **chain)
{
    size_t n = 0;

    for (const struct thing *t = goal; t && n < p->d->thing_count; t = earlier(p, t))
        chain[n++] = t;
    for (size_t i = 0; i < n / 2; i++) {
        const struct thing *other = chain[i];
        chain[i] = chain[n - 1 - i];
        chain[n - 1 - i] = other;
    }
    return n;
}

/* A wording that is the same as the one before is there once. */
static struct waarde *all_wordings(const struct plan *p, const struct thing *goal, size_t *count)
{
    const struct thing **chain = arena_take(&p->d->arena, (p->d->thing_count + 1) * sizeof *chain);
    struct waarde *all = arena_take(&p->d->arena, (p->d->record_count + 1) * sizeof *all);
    size_t goals = chain_of(p, goal, chain), n = 0, some;

    for (size_t g = 0; g < goals; g++) {
        const struct waarde *w = doel_waarden(p->b, p->d, chain[g], "Tekst", &some);
        for (size_t i = 0; i < some; i++)
            if (!n || !text_is(w[i].value, all[n - 1].value))
                all[n++] = w[i];
    }
    *count = n;
    return all;
}

static void add_history(const struct plan *p, const struct thing *goal)
{
    size_t count;
    const struct waarde *all = all_wordings(p, goal, &count);
    struct buffer line = {0};

    if (count > 1)
        document_heading(p->document, 3, TEXT("Zo veranderde mijn doel"));
    for (size_t i = 0; count > 1 && i < count; i++) {
        blad_put_day(p->d, &line, "", all[i].day, ": ");
        buffer_text(&line, all[i].value);
        blad_point(p->d, p->document, &line);
    }
    buffer_free(&line);
}

/* ---- */

static void add_goal(const struct plan *p, const struct thing *t, bool history)
{
    bool open = doel_loopt(value(p, t, "Status"));

    add_words(p, t);
    add_measure(p, t);
    if (!add_to_do(p, t) && open)
        add_pair(p, "Volgende stap", TEXT("Die spreken we nog af."));
    if (open)
        add_ahead(p, t);
    add_done(p, t);
    if (history)
        add_history(p, t);
}

static const struct thing **chosen(const struct blad *b, struct dossier *d, struct text key,
                                   size_t *count)
{
    const struct thing **one, *t;

    if (!key.n)
        return doelen_op_volgorde(b, d, DOEL_LOOPT, count);
    t = fold_find(d, b->names.doel, key);
    one = arena_take(&d->arena, sizeof *one);
    *one = t;
    *count = t && t->opening && !t->withdrawn;
    return one;
}

bool stappenplan(const struct blad *b, struct dossier *d, const struct stappenplan_wishes *w,
                 struct document *document, const struct thing **mind)
{
    struct plan p = {b, d, document};
    size_t count;
    const struct thing **goals = chosen(b, d, w->doel, &count);

    if (!count)
        return false;
    for (size_t i = 0; i < count; i++) {
        *mind = blad_begin(b, d, "Mijn stappenplan", document);
        add_goal(&p, goals[i], w->history);
        blad_end(b, document);
    }
    return true;
}
