#include "domain/balans.h"
#include "base/text.h"

#include <string.h>

/* ---- reading ---- */

/* On one line: a value may go on over several. */
static struct text on_one_line(struct dossier *d, struct text t)
{
    char *p = arena_string(&d->arena, text_trim(t));
    size_t n = text_trim(t).n;

    for (size_t i = 0; i < n; i++)
        if (p[i] == '\n' || p[i] == '\t' || p[i] == '\r')
            p[i] = ' ';
    return (struct text){p, n};
}

static size_t count_values(struct dossier *d, const struct thing *t, name_id name)
{
    struct text value;
    size_t at = 0, n = 0;

    while (thing_next_value(d, t, name, &at, &value))
        n++;
    return n;
}

/* The reader has seen that a value is a digit, a blank and words. */
static struct weights read_side(struct dossier *d, const struct thing *t, name_id name)
{
    size_t room = count_values(d, t, name), at = 0;
    struct weights w = {.list = arena_take(&d->arena, (room + 1) * sizeof *w.list)};
    struct text value;

    while (thing_next_value(d, t, name, &at, &value)) {
        struct text line = on_one_line(d, value);
        struct weight *item = &w.list[w.count++];
        item->weight = line.p[0] - '0';
        item->what = text_trim((struct text){line.p + 1, line.n - 1});
        w.sum += item->weight;
    }
    return w;
}

static struct weighing read_weighing(const struct blad *b, struct dossier *d, const struct thing *t)
{
    static const char *const fields[] = {"Draagkracht", "Draaglast"};
    struct weighing w = {.thing = t, .day = t->opening->op, .amended = DATE_NONE};

    if (t->latest->op > w.day)
        w.amended = t->latest->op;
    w.volgens = blad_value(b, d, t, "Volgens");
    w.toelichting = blad_value(b, d, t, "Toelichting");
    for (int side = 0; side < SIDES; side++)
        w.sides[side] = read_side(d, t, schema_name(b->schema, text_of(fields[side])));
    return w;
}

struct weighings balans_read(const struct blad *b, struct dossier *d)
{
    const struct type *type = schema_type(b->schema, TEXT("Balans"));
    struct weighings all = {.list = arena_take(&d->arena, (d->thing_count + 1) * sizeof *all.list)};

    for (const struct thing *t = NULL; (t = blad_next(d, type, t));)
        all.list[all.count++] = read_weighing(b, d, t);
    return all;
}

const struct weighing *balans_choose(const struct weighings *all, struct text key)
{
    for (size_t i = all->count; i > 0; i--)
        if (!key.n || text_is(all->list[i - 1].thing->key, key))
            return &all->list[i - 1];
    return NULL;
}

/* ---- words ---- */

struct text balans_side(enum side side)
{
    return side == SIDE_KRACHT ? TEXT("Dit geeft mij kracht") : TEXT("Dit weegt zwaar");
}

struct text balans_by(const struct weighing *w)
{
    if (text_is_string(w->volgens, "client"))
        return TEXT("ik zelf");
    return w->volgens;
}

struct text balans_when(struct dossier *d, const char *says, const struct weighing *w)
{
    struct buffer b = {0};
    struct text kept;

    blad_put_day(d, &b, says, w->day, "");
    if (w->amended != DATE_NONE)
        blad_put_day(d, &b, ", aangepast op ", w->amended, "");
    buffer_string(&b, ".");
    if (text_is_string(w->volgens, "client"))
        buffer_string(&b, " Dit heb ik zelf gewogen.");
    else if (text_is_string(w->volgens, "samen"))
        buffer_string(&b, " Dit hebben we samen gewogen.");
    else if (w->volgens.n)
        buffer_string(&b, " Mijn begeleider heeft dit gewogen.");
    kept = blad_kept(d, &b);
    buffer_free(&b);
    return kept;
}

/* ---- a point for each thing ---- */

enum { NEW = 0, NOT_NOW = -1 };

/* `was`: the weight of the time before, NEW, or NOT_NOW when this time has it not. */
static void add_point(struct dossier *d, struct document *document, const char *says,
                      const struct weight *w, int was)
{
    struct buffer line = {0};

    buffer_string(&line, says);
    buffer_text(&line, w->what);
    if (was == NEW)
        buffer_format(&line, " (%d)", w->weight);
    else if (was != NOT_NOW)
        buffer_format(&line, " (eerst %d, nu %d)", was, w->weight);
    blad_point(d, document, &line);
    buffer_free(&line);
}

void balans_all(struct dossier *d, const struct weighing *w, struct document *document)
{
    static const char *const says[] = {"Dit geeft mij kracht: ", "Dit weegt zwaar: "};

    for (int side = 0; side < SIDES; side++)
        for (size_t i = 0; i < w->sides[side].count; i++)
            add_point(d, document, says[side], &w->sides[side].list[i], NEW);
}

/* ---- what is different ---- */

/* Of the things of one side: which one of the other time each is; NULL: it was not there. */
struct pairing {
    const struct weights *before, *now;
    const struct weight **was; /* as many as now has */
    bool *stayed;              /* as many as before has */
};

/* Each thing of before stands for one of now: two of the same words stay two. */
static struct pairing pair_up(struct dossier *d, const struct weights *before,
                              const struct weights *now)
{
    struct pairing p = {before, now, arena_take(&d->arena, (now->count + 1) * sizeof *p.was),
                        arena_take(&d->arena, before->count + 1)};

    memset(p.stayed, 0, before->count + 1);
    for (size_t i = 0; i < now->count; i++) {
        p.was[i] = NULL;
        for (size_t j = 0; j < before->count && !p.was[i]; j++)
            if (!p.stayed[j] && text_is(before->list[j].what, now->list[i].what)) {
                p.was[i] = &before->list[j];
                p.stayed[j] = true;
            }
    }
    return p;
}

static void add_new(struct dossier *d, enum side side, const struct pairing *p,
                    struct document *document)
{
    static const char *const says[] = {"Nieuw, dit geeft mij kracht: ", "Nieuw, dit weegt zwaar: "};

    for (size_t i = 0; i < p->now->count; i++)
        if (!p->was[i])
            add_point(d, document, says[side], &p->now->list[i], NEW);
}

/* Not named is not the same as gone: only the client knows which it is. So it has no weight. */
static void add_gone(struct dossier *d, enum side side, const struct pairing *p,
                     struct document *document)
{
    static const char *const says[] = {"Dit staat nu niet meer bij wat mij kracht geeft: ",
                                       "Dit staat nu niet meer bij wat zwaar weegt: "};

    for (size_t j = 0; j < p->before->count; j++)
        if (!p->stayed[j])
            add_point(d, document, says[side], &p->before->list[j], NOT_NOW);
}

static void add_changed(struct dossier *d, enum side side, const struct pairing *p,
                        struct document *document)
{
    static const char *const less[] = {"Dit geeft mij minder kracht: ", "Dit werd lichter: "};
    static const char *const more[] = {"Dit geeft mij meer kracht: ", "Dit werd zwaarder: "};

    for (size_t i = 0; i < p->now->count; i++) {
        const struct weight *w = &p->now->list[i];
        int was = p->was[i] ? p->was[i]->weight : w->weight;
        if (was != w->weight)
            add_point(d, document, (was > w->weight ? less : more)[side], w, was);
    }
}

void balans_changes(struct dossier *d, const struct weighing *before, const struct weighing *now,
                    struct document *document)
{
    size_t points = document->count;

    for (int side = 0; side < SIDES; side++) {
        struct pairing p = pair_up(d, &before->sides[side], &now->sides[side]);
        add_new(d, (enum side)side, &p, document);
        add_changed(d, (enum side)side, &p, document);
        add_gone(d, (enum side)side, &p, document);
    }
    if (document->count == points)
        document_text(document, TEXT("Alles is hetzelfde als de keer ervoor."));
}
