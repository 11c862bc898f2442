#include "domain/bescherming_inside.h"

/* No upper bound; a sum of as many as there can be rows still fits. */
static const int64_t ONBEKEND = INT64_C(1) << 40;

/* What the attacker takes the hidden cells of one grouping for. */
enum lezing {
    ALLE_KLEIN, /* all below the threshold: nothing printed says otherwise */
    ELK_BEKEND, /* he even knows which of them are small */
    GEEN_RIJ,   /* nothing of the grouping is shown, so that nobody can tell which are small */
};

size_t indeling_cellen(const struct indeling *n)
{
    size_t sum = 0;

    for (size_t i = 0; i < n->aantal; i++)
        sum += n->rijen[i];
    return sum;
}

size_t indeling_from(const struct indeling *n, size_t grouping)
{
    struct indeling before = {n->rijen, grouping};

    return indeling_cellen(&before);
}

static int64_t smallest(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

static int64_t largest(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

int64_t afgerond(struct beschermregels r, uint32_t waarde)
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
    int64_t speling[ATOOM_BINNEN_MOST]; /* how much the rows of each that it is within can be
                                           together above the least that each can be */
};

static struct bereik shown_range(struct beschermregels r, const struct vak *c)
{
    int64_t printed = afgerond(r, c->waarde);

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
static int64_t within_low(const struct werk *w, size_t which, size_t at)
{
    const struct vak *c = w->omvat[which].atoom->cellen + at;

    return c->getoond == GETOOND ? shown_range(w->r, c).laag : 0;
}

static bool any_within_shown(const struct werk *w, const struct blik *b)
{
    for (size_t k = 0; k < w->omvatten; k++)
        if (any_shown(w->omvat[k].atoom, b))
            return true;
    return false;
}

/* Where nothing is shown, nor of what it is within, nobody can tell which rows are the small ones.
 */
static struct blik look(const struct werk *w, size_t grouping, enum lezing lezing)
{
    struct blik b = {.from = indeling_from(w->n, grouping),
                     .rows = w->n->rijen[grouping],
                     .lezing = lezing,
                     .most = ONBEKEND};

    for (size_t i = b.from; i < b.from + b.rows; i++) {
        if (w->a->cellen[i].getoond == GETOOND)
            b.most = smallest(b.most, shown_range(w->r, w->a->cellen + i).hoog);
    }
    for (size_t k = 0; k < w->omvatten; k++) {
        b.speling[k] = w->omvat[k].most;
        for (size_t i = b.from; i < b.from + b.rows; i++)
            b.speling[k] -= within_low(w, k, i);
    }
    if (grouping > 0 && !any_shown(w->a, &b) && !any_within_shown(w, &b))
        b.lezing = GEEN_RIJ;
    return b;
}

/* What is hidden because the cell it is within is, was not chosen for its size. */
static struct bereik hidden_range(const struct werk *w, size_t at, const struct blik *b)
{
    if (b->lezing == GEEN_RIJ)
        return (struct bereik){0, ONBEKEND};
    if (b->lezing == ALLE_KLEIN || w->a->cellen[at].getoond == KLEIN)
        return (struct bereik){0, (int64_t)w->r.drempel - 1};
    if (w->a->cellen[at].getoond == MET_EEN_ANDER)
        return (struct bereik){w->r.drempel, ONBEKEND};
    return (struct bereik){w->r.drempel, b->most};
}

/* A cell is at most the one it is within, which says something when that one is shown. */
static struct bereik own_range(const struct werk *w, size_t at, const struct blik *b)
{
    const struct vak *c = w->a->cellen + at;
    struct bereik own = c->getoond == GETOOND ? shown_range(w->r, c) : hidden_range(w, at, b);

    for (size_t k = 0; k < w->omvatten; k++) {
        const struct vak *within = w->omvat[k].atoom->cellen + at;
        if (within->getoond == GETOOND)
            own.hoog = smallest(own.hoog, shown_range(w->r, within).hoog);
        own.hoog = smallest(own.hoog, within_low(w, k, at) + b->speling[k]);
    }
    return own;
}

/* ---- what the cells say of one another ---- */

/* The least and the most that the rows can be together. Persons can be more than the trajecten
 * surely are only as far as the trajecten have room: `gedekt` is what needs none. */
struct som {
    int64_t laag, hoog, gedekt[ATOOM_BINNEN_MOST];
};

static void add(const struct werk *w, struct som *sum, size_t at, struct bereik own, int sign)
{
    sum->laag += sign * own.laag;
    sum->hoog += sign * own.hoog;
    for (size_t k = 0; k < w->omvatten; k++)
        sum->gedekt[k] += sign * smallest(own.hoog, within_low(w, k, at));
}

static struct som sum_of(const struct werk *w, const struct blik *b)
{
    struct som sum = {0, 0, {0}};

    for (size_t i = b->from; i < b->from + b->rows; i++)
        add(w, &sum, i, own_range(w, i, b), 1);
    return sum;
}

static int64_t sum_most(const struct werk *w, const struct som *sum, const struct blik *b)
{
    int64_t most = sum->hoog;

    for (size_t k = 0; k < w->omvatten; k++)
        most = smallest(most, sum->gedekt[k] + b->speling[k]);
    return most;
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
    return (struct bereik){low, sum_most(w, &sum, b)};
}

struct bereik total_alone(const struct werk *w)
{
    struct blik b = look(w, 0, ELK_BEKEND);

    return own_range(w, 0, &b);
}

struct bereik total_range(const struct werk *w, size_t except)
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
    return b.hoog - b.laag + 1 >= MINSTENS;
}

static bool rows_are_wide(const struct werk *w, const struct blik *b, struct bereik total)
{
    struct som sum = sum_of(w, b);

    for (size_t i = b->from; i < b->from + b->rows; i++) {
        struct bereik own = own_range(w, i, b), left;
        struct som others = sum;
        if (w->a->cellen[i].getoond == GETOOND)
            continue;
        add(w, &others, i, own, -1);
        left.laag = largest(own.laag, total.laag - sum_most(w, &others, b));
        left.hoog = w->a->opgeteld ? total.hoog - others.laag : total.hoog;
        left.hoog = smallest(own.hoog, left.hoog);
        if (!is_wide(w, w->a->cellen + i, left, b))
            return false;
    }
    return true;
}

/* Where nothing is shown of the rows, but something of those that they are within, he can tell
 * which are the small ones; and that the last of the others had to be hidden tells its size to one
 * step of the rounding, when the total is there to say why. */
static bool told_by_hiding(const struct werk *w, const struct blik *b)
{
    if (b->from == 0 || w->a->cellen->getoond != GETOOND || any_shown(w->a, b) ||
        !any_within_shown(w, b))
        return false;
    for (size_t i = b->from; i < b->from + b->rows; i++)
        if (w->a->cellen[i].getoond == MEE_VERBORGEN)
            return true;
    return false;
}

bool grouping_is_safe(const struct werk *w, size_t grouping, struct bereik total)
{
    struct blik small = look(w, grouping, ALLE_KLEIN), known = look(w, grouping, ELK_BEKEND);

    if (told_by_hiding(w, &known))
        return false;
    if (grouping == 0)
        return w->a->cellen->getoond == GETOOND || is_wide(w, w->a->cellen, total, &known);
    return rows_are_wide(w, &small, total) || rows_are_wide(w, &known, total);
}

/* ---- those that an atom is within ---- */

/* The most that the total can be of what an atom is within. */
static int64_t most_within(struct beschermregels r, const struct indeling *n,
                           const struct atoom *within)
{
    struct werk w;

    if (!within->opgeteld)
        return ONBEKEND;
    w = werk_of(r, n, within);
    return total_range(&w, n->aantal).hoog;
}

static void add_within(struct werk *w, const struct atoom *within)
{
    for (size_t k = 0; k < w->omvatten; k++)
        if (w->omvat[k].atoom == within)
            return;
    if (w->omvatten == ATOOM_BINNEN_MOST) {
        w->te_veel = true;
        return;
    }
    w->omvat[w->omvatten++] = (struct omvat){within, most_within(w->r, w->n, within)};
    for (size_t k = 0; k < ATOOM_OUDERS; k++)
        if (within->binnen[k])
            add_within(w, within->binnen[k]);
}

struct werk werk_of(struct beschermregels r, const struct indeling *n, const struct atoom *a)
{
    struct werk w = {.r = r, .n = n, .a = a};

    for (size_t k = 0; k < ATOOM_OUDERS; k++)
        if (a->binnen[k])
            add_within(&w, a->binnen[k]);
    return w;
}
