#include "domain/bescherming.h"

const struct beschermregels beschermregels_gewoon = {.drempel = 10, .afronding = 5};

enum { MINSTENS = 5 }; /* numbers that a hidden cell can be */

/* No upper bound; a sum of as many as there can be rows still fits. */
static const int64_t ONBEKEND = INT64_C(1) << 40;

struct bereik {
    int64_t laag, hoog; /* both included */
};

/* What the attacker takes the hidden cells of one grouping for. */
enum lezing {
    ALLE_KLEIN, /* all below the threshold: nothing printed says otherwise */
    ELK_BEKEND, /* he even knows which of them are small */
    GEEN_RIJ,   /* nothing of the grouping is shown, so that nobody can tell which are small */
};

struct werk {
    struct beschermregels r;
    const struct indeling *n;
    const struct atoom *a;
    int64_t within; /* the most that the total can be of what this one is within; ONBEKEND when that
                       does not add up */
};

bool beschermregels_geldig(struct beschermregels r)
{
    return r.drempel >= MINSTENS && r.afronding >= MINSTENS && r.drempel % r.afronding == 0;
}

size_t indeling_cellen(const struct indeling *n)
{
    size_t sum = 0;

    for (size_t i = 0; i < n->aantal; i++)
        sum += n->rijen[i];
    return sum;
}

static int64_t smallest(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

static int64_t largest(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

static int64_t rounded(struct beschermregels r, uint32_t waarde)
{
    return ((int64_t)waarde + r.afronding / 2) / r.afronding * r.afronding;
}

/* ---- what the attacker knows of one cell by itself ---- */

/* One grouping, and how it is read. */
struct blik {
    size_t from, rows;
    enum lezing lezing;
    int64_t most; /* of what is hidden for another: the smallest goes first, so no more than what is
                     still shown */
    int64_t breed;   /* values that such a one is to have */
    int64_t speling; /* how much the rows that these are within can be together above the least that
                        each can be */
};

static struct bereik shown_range(struct beschermregels r, const struct vak *c)
{
    int64_t printed = rounded(r, c->waarde);

    return (struct bereik){largest(r.drempel, printed - r.afronding / 2),
                           printed + (r.afronding - 1) / 2};
}

static bool any_shown(const struct atoom *a, const struct blik *b)
{
    for (size_t i = b->from; i < b->from + b->rows; i++)
        if (a->cellen[i].getoond == GETOOND)
            return true;
    return false;
}

/* The least that the cell can be that this one is within. */
static int64_t within_low(const struct werk *w, size_t at)
{
    const struct vak *c = w->a->binnen[0] ? w->a->binnen[0]->cellen + at : NULL;

    return c && c->getoond == GETOOND ? shown_range(w->r, c).laag : 0;
}

/* Where nothing is shown of the rows, but something of those that they are within, that tells which
 * can be the small ones; and that the last one had to be hidden then tells its size to one step of
 * the rounding, so it is to have more values. */
static struct blik look(const struct werk *w, size_t grouping, enum lezing lezing)
{
    struct blik b = {.rows = w->n->rijen[grouping],
                     .lezing = lezing,
                     .most = ONBEKEND,
                     .breed = MINSTENS,
                     .speling = w->within};

    for (size_t i = 0; i < grouping; i++)
        b.from += w->n->rijen[i];
    for (size_t i = b.from; i < b.from + b.rows; i++) {
        b.speling -= within_low(w, i);
        if (w->a->cellen[i].getoond == GETOOND)
            b.most = smallest(b.most, shown_range(w->r, w->a->cellen + i).hoog);
    }
    if (grouping == 0 || any_shown(w->a, &b))
        return b;
    if (w->a->binnen[0] && any_shown(w->a->binnen[0], &b))
        b.breed = w->r.drempel;
    else
        b.lezing = GEEN_RIJ;
    return b;
}

/* What is hidden because the cell it is within is, was not chosen for its size. */
static struct bereik hidden_range(const struct werk *w, size_t at, const struct blik *b)
{
    const struct atoom *within = w->a->binnen[0];

    if (b->lezing == GEEN_RIJ)
        return (struct bereik){0, ONBEKEND};
    if (b->lezing == ALLE_KLEIN || w->a->cellen[at].getoond == KLEIN)
        return (struct bereik){0, (int64_t)w->r.drempel - 1};
    if (within && within->cellen[at].getoond != GETOOND)
        return (struct bereik){w->r.drempel, ONBEKEND};
    return (struct bereik){w->r.drempel, b->most};
}

/* A cell is at most the one it is within, which says something when that one is shown. */
static struct bereik own_range(const struct werk *w, size_t at, const struct blik *b)
{
    const struct vak *c = w->a->cellen + at;
    struct bereik own = c->getoond == GETOOND ? shown_range(w->r, c) : hidden_range(w, at, b);

    if (w->a->binnen[0] && w->a->binnen[0]->cellen[at].getoond == GETOOND)
        own.hoog = smallest(own.hoog, shown_range(w->r, w->a->binnen[0]->cellen + at).hoog);
    own.hoog = smallest(own.hoog, within_low(w, at) + b->speling);
    return own;
}

/* ---- what the cells say of one another ---- */

/* The least and the most that the rows can be together. Persons can be more than the trajecten
 * surely are only as far as the trajecten have room: `gedekt` is what needs none. */
struct som {
    int64_t laag, hoog, gedekt;
};

static void add(struct som *sum, struct bereik own, int64_t covered, int sign)
{
    sum->laag += sign * own.laag;
    sum->hoog += sign * own.hoog;
    sum->gedekt += sign * smallest(own.hoog, covered);
}

static struct som sum_of(const struct werk *w, const struct blik *b)
{
    struct som sum = {0, 0, 0};

    for (size_t i = b->from; i < b->from + b->rows; i++)
        add(&sum, own_range(w, i, b), within_low(w, i), 1);
    return sum;
}

static int64_t sum_most(struct som sum, const struct blik *b)
{
    return smallest(sum.hoog, sum.gedekt + b->speling);
}

/* What the rows of a grouping say of the total. */
static struct bereik told_of_total(const struct werk *w, const struct blik *b)
{
    struct som sum = sum_of(w, b);
    int64_t low = sum.laag;

    if (!w->a->opgeteld) {
        low = 0;
        for (size_t i = b->from; i < b->from + b->rows; i++)
            low = largest(low, own_range(w, i, b).laag);
    }
    return (struct bereik){low, sum_most(sum, b)};
}

static struct bereik total_alone(const struct werk *w)
{
    struct blik b = look(w, 0, ELK_BEKEND);

    return own_range(w, 0, &b);
}

/* The total, by itself and by what every grouping but `except` says of it. The relations are a tree
 * with the total in the middle, so bounds that are handed on once are exact. */
static struct bereik total_range(const struct werk *w, size_t except)
{
    struct bereik total = total_alone(w);

    for (size_t g = 1; g < w->n->aantal; g++) {
        if (g == except || w->n->rijen[g] == 0)
            continue;
        struct blik rows = look(w, g, ELK_BEKEND);
        struct bereik told = told_of_total(w, &rows);
        total.hoog = smallest(total.hoog, told.hoog);
        total.laag = largest(total.laag, told.laag);
    }
    return total;
}

/* Small ones keep every number below the threshold; of the others it is no secret that they are not
 * small. */
static bool is_wide(const struct werk *w, const struct vak *c, struct bereik b,
                    const struct blik *blik)
{
    if (blik->lezing == ALLE_KLEIN || (blik->lezing == ELK_BEKEND && c->getoond == KLEIN))
        return b.laag <= 0 && b.hoog >= (int64_t)w->r.drempel - 1;
    return b.hoog - b.laag + 1 >= blik->breed;
}

static bool rows_are_wide(const struct werk *w, const struct blik *b, struct bereik total)
{
    struct som sum = sum_of(w, b);

    for (size_t i = b->from; i < b->from + b->rows; i++) {
        struct bereik own = own_range(w, i, b), left;
        struct som others = sum;
        if (w->a->cellen[i].getoond == GETOOND)
            continue;
        add(&others, own, within_low(w, i), -1);
        left.laag = largest(own.laag, total.laag - sum_most(others, b));
        left.hoog = w->a->opgeteld ? total.hoog - others.laag : total.hoog;
        left.hoog = smallest(own.hoog, left.hoog);
        if (!is_wide(w, w->a->cellen + i, left, b))
            return false;
    }
    return true;
}

static bool grouping_is_safe(const struct werk *w, size_t grouping, struct bereik total)
{
    struct blik small = look(w, grouping, ALLE_KLEIN), known = look(w, grouping, ELK_BEKEND);

    if (grouping == 0)
        return w->a->cellen->getoond == GETOOND || is_wide(w, w->a->cellen, total, &known);
    return rows_are_wide(w, &small, total) || rows_are_wide(w, &known, total);
}

/* ---- hiding ---- */

/* By the rounded number: the first of those that are printed the same. */
static bool hide_smallest(const struct werk *w, size_t from, size_t rows)
{
    struct vak *least = NULL;

    for (struct vak *c = w->a->cellen + from; c < w->a->cellen + from + rows; c++)
        if (c->getoond == GETOOND &&
            (!least || rounded(w->r, c->waarde) < rounded(w->r, least->waarde)))
            least = c;
    if (least)
        least->getoond = MEE_VERBORGEN;
    return least != NULL;
}

/* In the grouping itself; else the total; else wherever it is smallest. */
static bool hide_next(const struct werk *w, size_t grouping)
{
    struct blik b = look(w, grouping, ELK_BEKEND);

    return hide_smallest(w, b.from, b.rows) || hide_smallest(w, 0, 1) ||
           hide_smallest(w, 0, indeling_cellen(w->n));
}

static void hide_first(const struct werk *w)
{
    for (size_t i = 0; i < indeling_cellen(w->n); i++) {
        struct vak *c = w->a->cellen + i;
        if (c->waarde < w->r.drempel)
            c->getoond = KLEIN;
        else if (w->a->binnen[0] && w->a->binnen[0]->cellen[i].getoond != GETOOND)
            c->getoond = MEE_VERBORGEN;
        else
            c->getoond = GETOOND;
    }
}

/* Whether more had to be hidden. */
static bool hide_more(const struct werk *w, bool across)
{
    bool more = false;

    for (size_t g = 0; g < w->n->aantal; g++) {
        struct bereik total = across ? total_range(w, g) : total_alone(w);
        while (!grouping_is_safe(w, g, total) && hide_next(w, g)) {
            more = true;
            if (w->a->cellen->getoond != GETOOND)
                total = across ? total_range(w, g) : total_alone(w);
        }
    }
    return more;
}

/* The most that the total can be of what an atom is within. */
static int64_t most_within(struct beschermregels r, const struct indeling *n,
                           const struct atoom *within)
{
    if (!within || !within->opgeteld)
        return ONBEKEND;
    struct werk w = {r, n, within, ONBEKEND};
    return total_range(&w, n->aantal).hoog;
}

/* Each grouping first by itself: what a row of another says of the total does not count when that
 * row is hidden yet. */
void bescherm(struct beschermregels r, const struct indeling *n, struct atoom *atomen,
              size_t aantal)
{
    for (size_t i = 0; i < aantal; i++) {
        struct werk w = {r, n, atomen + i, most_within(r, n, atomen[i].binnen[0])};
        hide_first(&w);
        while (hide_more(&w, false))
            ;
        while (hide_more(&w, true))
            ;
    }
}

/* ---- what is printed ---- */

static struct getal shown(int64_t waarde)
{
    return (struct getal){false, waarde};
}

static struct getal hidden(void)
{
    return (struct getal){true, 0};
}

struct getal beschermd_getal(struct beschermregels r, struct vak c)
{
    return c.getoond == GETOOND ? shown(rounded(r, c.waarde)) : hidden();
}

struct getal getal_plus(struct getal a, struct getal b)
{
    return a.verborgen || b.verborgen ? hidden() : shown(a.waarde + b.waarde);
}

struct getal getal_min(struct beschermregels r, struct getal a, struct getal b)
{
    if (a.verborgen || b.verborgen || a.waarde - b.waarde < (int64_t)r.drempel)
        return hidden();
    return shown(a.waarde - b.waarde);
}

struct getal getal_aandeel(struct getal deel, struct getal geheel)
{
    if (deel.verborgen || geheel.verborgen || geheel.waarde <= 0)
        return hidden();
    return shown((deel.waarde * 200 + geheel.waarde) / (geheel.waarde * 2));
}
