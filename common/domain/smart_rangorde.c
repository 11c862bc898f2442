#include "domain/smart_rangorde.h"
#include "base/text.h"

#include <stdlib.h>

/* A goal, and what gives it its place. */
struct ranked {
    const struct thing *goal;
    uint32_t rank; /* Prioriteit; UINT32_MAX: none */
    unsigned points;
    bool noted[CRITERIA];
};

static struct ranked rank_goal(const struct blad *b, struct dossier *d, const struct thing *goal,
                               const unsigned weights[CRITERIA])
{
    struct ranked r = {.goal = goal, .rank = doel_plaats(b, d, goal)};
    name_id name = schema_name(b->schema, TEXT("Criterium"));
    struct text value;
    size_t at = 0;

    while (thing_next_value(d, goal, name, &at, &value)) {
        int i = criterium_van(value);
        if (i >= 0 && !r.noted[i]) {
            r.noted[i] = true;
            r.points += weights[i];
        }
    }
    return r;
}

static int by_order(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;

    if (x->rank != y->rank)
        return x->rank < y->rank ? -1 : 1;
    if (x->points != y->points)
        return x->points > y->points ? -1 : 1;
    return (x->goal > y->goal) - (x->goal < y->goal);
}

static struct ranked *in_order(const struct blad *b, struct dossier *d,
                               const unsigned weights[CRITERIA], size_t *count)
{
    const struct thing **goals = doelen_op_volgorde(b, d, DOEL_LOOPT, count);
    struct ranked *list = arena_take(&d->arena, (*count + 1) * sizeof *list);

    for (size_t i = 0; i < *count; i++)
        list[i] = rank_goal(b, d, goals[i], weights);
    qsort(list, *count, sizeof *list, by_order);
    return list;
}

/* ---- why ---- */

static struct text place_reason(struct dossier *d, const struct ranked *r)
{
    struct buffer line = {0};
    struct text kept;

    if (r->rank == UINT32_MAX)
        return TEXT("nog niet door de cliënt gekozen");
    buffer_format(&line, "%u, door de cliënt gekozen", r->rank);
    kept = blad_kept(d, &line);
    buffer_free(&line);
    return kept;
}

/* The criteria of the method, and what the client says in words of their own. */
static struct text reasons(const struct blad *b, struct dossier *d, const struct ranked *r,
                           const unsigned weights[CRITERIA], const char *between)
{
    name_id name = schema_name(b->schema, TEXT("Criterium"));
    struct buffer line = {0};
    struct text value;
    size_t at = 0;

    for (size_t i = 0; i < CRITERIA; i++)
        if (r->noted[i])
            buffer_format(&line, "%s%s (%u)", line.n ? between : "", criteria[i].reason,
                          weights[i]);
    while (thing_next_value(d, r->goal, name, &at, &value))
        if (criterium_van(value) < 0 || memchr(value.p, ':', value.n)) {
            buffer_string(&line, line.n ? between : "");
            buffer_text(&line, value);
        }
    value = blad_kept(d, &line);
    buffer_free(&line);
    return value;
}

static struct text number(struct dossier *d, unsigned n)
{
    struct buffer b = {0};
    struct text kept;

    buffer_format(&b, "%u", n);
    kept = blad_kept(d, &b);
    buffer_free(&b);
    return kept;
}

/* Whether only their age decides between this goal and the one before. */
static bool is_level(const struct ranked *a, const struct ranked *before)
{
    return before && a->rank == before->rank && a->points == before->points;
}

/* ---- for people ---- */

static void add_goal(const struct blad *b, struct dossier *d, const struct ranked *r,
                     const struct ranked *before, const unsigned weights[CRITERIA],
                     struct document *document)
{
    struct text why = reasons(b, d, r, weights, "\n");

    doel_kop(b, d, r->goal, document);
    document_pair(document, 0, "Plaats", place_reason(d, r));
    if (r->points)
        document_pair(document, 0, "Punten", number(d, r->points));
    document_pair(document, 0, "Waarom", why.n ? why : TEXT("nog niet genoteerd"));
    if (is_level(r, before))
        document_pair(document, 0, "Gelijk",
                      TEXT("hetzelfde als hierboven; het oudste doel staat "
                           "eerst"));
}

static void add_questions(struct document *document)
{
    document_heading(document, 2, TEXT("Vragen om samen te kiezen wat eerst komt"));
    for (size_t i = 0; i < CRITERIA; i++)
        document_item(document, 0, text_of(criteria[i].name), text_of(criteria[i].question));
}

void smart_rangorde(const struct blad *b, struct dossier *d, const unsigned weights[CRITERIA],
                    struct document *document)
{
    size_t count;
    const struct ranked *list = in_order(b, d, weights, &count);
    struct buffer heading = {0};
    bool ask = false;

    buffer_string(&heading, "Dossier ");
    buffer_text(&heading, d->id);
    document_heading(document, 1, blad_kept(d, &heading));
    buffer_free(&heading);
    if (!count)
        document_text(document, TEXT("Er is geen doel waar nu aan gewerkt wordt."));
    for (size_t i = 0; i < count; i++) {
        add_goal(b, d, &list[i], i ? &list[i - 1] : NULL, weights, document);
        ask = ask || (count > 1 && list[i].rank == UINT32_MAX && !list[i].points);
    }
    if (ask)
        add_questions(document);
}

/* ---- for programs ---- */

const struct column rangorde_columns[RANGORDE_COLUMNS] = {
    {"dossier", "dossier", COLUMN_TEXT, 11},    {"volgorde", "nr", COLUMN_NUMBER, 2},
    {"doel", "doel", COLUMN_TEXT, 4},           {"tekst", "tekst", COLUMN_TEXT, 40},
    {"prioriteit", "plaats", COLUMN_NUMBER, 6}, {"punten", "punten", COLUMN_NUMBER, 6},
    {"waarom", "waarom", COLUMN_TEXT, 40},
};

void smart_rangorde_rijen(const struct blad *b, struct dossier *d, const unsigned weights[CRITERIA],
                          struct document *document)
{
    size_t count;
    const struct ranked *list = in_order(b, d, weights, &count);

    for (size_t i = 0; i < count; i++) {
        struct text *cells = arena_take(&d->arena, RANGORDE_COLUMNS * sizeof *cells);
        cells[0] = d->id;
        cells[1] = number(d, (unsigned)i + 1);
        cells[2] = list[i].goal->key;
        cells[3] = blad_value(b, d, list[i].goal, "Tekst");
        cells[4] = list[i].rank == UINT32_MAX ? TEXT("") : number(d, list[i].rank);
        cells[5] = number(d, list[i].points);
        cells[6] = reasons(b, d, &list[i], weights, "; ");
        document_row(document, cells);
    }
}
