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
    struct atoom *a;
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
    int64_t most; /* of what is hidden for another: the smallest goes first, so no more than what is still shown */
};

static struct bereik shown_range(struct beschermregels r, const struct cel *c)
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

/* Where nothing is shown of the rows, but of those that they are within, these tell which can be the small ones. */
static struct blik look(const struct werk *w, size_t grouping, enum lezing lezing)
{
    struct blik b = {.rows = w->n->rijen[grouping], .lezing = lezing, .most = ONBEKEND};

    for (size_t i = 0; i < grouping; i++)
        b.from += w->n->rijen[i];
    for (size_t i = b.from; i < b.from + b.rows; i++)
        if (w->a->cellen[i].getoond == GETOOND)
            b.most = smallest(b.most, shown_range(w->r, w->a->cellen + i).hoog);
    if (grouping && !any_shown(w->a, &b) && !(w->a->binnen && any_shown(w->a->binnen, &b)))
        b.lezing = GEEN_RIJ;
    return b;
}

/* What is hidden because the cell it is within is, was not chosen for its size. */
static struct bereik hidden_range(const struct werk *w, size_t at, const struct blik *b)
{
    const struct atoom *within = w->a->binnen;

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
    const struct cel *c = w->a->cellen + at;
    struct bereik own = c->getoond == GETOOND ? shown_range(w->r, c) : hidden_range(w, at, b);

    if (w->a->binnen && w->a->binnen->cellen[at].getoond == GETOOND)
        own.hoog = smallest(own.hoog, shown_range(w->r, w->a->binnen->cellen + at).hoog);
    return own;
}

/* ---- what the cells say of one another ---- */

/* What the rows of a grouping say of the total. */
static struct bereik sum_range(const struct werk *w, const struct blik *b)
{
    struct bereik sum = {0, 0};

    for (size_t i = b->from; i < b->from + b->rows; i++) {
        struct bereik own = own_range(w, i, b);
        sum.laag = w->a->opgeteld ? sum.laag + own.laag : largest(sum.laag, own.laag);
        sum.hoog += own.hoog;
    }
    return sum;
}

/* The total, by itself and by what every grouping but `except` says of it. The relations are a tree with the total in the
 * middle, so bounds that are handed on once are exact. */
static struct bereik total_range(const struct werk *w, size_t except)
{
    struct blik alone = look(w, 0, ELK_BEKEND);
    struct bereik total = own_range(w, 0, &alone);

    for (size_t g = 1; g < w->n->aantal; g++) {
        if (g == except || w->n->rijen[g] == 0)
            continue;
        struct blik rows = look(w, g, ELK_BEKEND);
        struct bereik sum = sum_range(w, &rows);
        total.hoog = smallest(total.hoog, sum.hoog);
        total.laag = largest(total.laag, sum.laag);
    }
    return total;
}

/* Small ones keep every number below the threshold; of the others it is no secret that they are not small. */
static bool is_wide(const struct werk *w, const struct cel *c, struct bereik b, enum lezing lezing)
{
    if (lezing == ALLE_KLEIN || (lezing == ELK_BEKEND && c->getoond == KLEIN))
        return b.laag <= 0 && b.hoog >= (int64_t)w->r.drempel - 1;
    return b.hoog - b.laag + 1 >= MINSTENS;
}

static bool rows_are_wide(const struct werk *w, const struct blik *b, struct bereik total)
{
    struct bereik sum = sum_range(w, b);

    for (size_t i = b->from; i < b->from + b->rows; i++) {
        struct bereik own = own_range(w, i, b), left;
        if (w->a->cellen[i].getoond == GETOOND)
            continue;
        left.laag = largest(own.laag, total.laag - (sum.hoog - own.hoog));
        left.hoog = w->a->opgeteld ? total.hoog - (sum.laag - own.laag) : total.hoog;
        left.hoog = smallest(own.hoog, left.hoog);
        if (!is_wide(w, w->a->cellen + i, left, b->lezing))
            return false;
    }
    return true;
}

static bool grouping_is_safe(const struct werk *w, size_t grouping, struct bereik total)
{
    if (grouping == 0)
        return w->a->cellen->getoond == GETOOND || is_wide(w, w->a->cellen, total, ELK_BEKEND);
    struct blik small = look(w, grouping, ALLE_KLEIN), known = look(w, grouping, ELK_BEKEND);
    return rows_are_wide(w, &small, total) || rows_are_wide(w, &known, total);
}

/* ---- hiding ---- */

/* By the rounded number: the first of those that are printed the same. */
static bool hide_smallest(const struct werk *w, size_t from, size_t rows)
{
    struct cel *least = NULL;

    for (struct cel *c = w->a->cellen + from; c < w->a->cellen + from + rows; c++)
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
        struct cel *c = w->a->cellen + i;
        if (c->waarde < w->r.drempel)
            c->getoond = KLEIN;
        else if (w->a->binnen && w->a->binnen->cellen[i].getoond != GETOOND)
            c->getoond = MEE_VERBORGEN;
        else
            c->getoond = GETOOND;
    }
}

/* Whether more had to be hidden. */
static bool hide_more(const struct werk *w)
{
    bool more = false;

    for (size_t g = 0; g < w->n->aantal; g++) {
        struct bereik total = total_range(w, g);
        while (!grouping_is_safe(w, g, total) && hide_next(w, g)) {
            more = true;
            if (w->a->cellen->getoond != GETOOND)
                total = total_range(w, g);
        }
    }
    return more;
}

void bescherm(struct beschermregels r, const struct indeling *n, struct atoom *atomen,
              size_t aantal)
{
    for (size_t i = 0; i < aantal; i++) {
        struct werk w = {r, n, atomen + i};
        hide_first(&w);
        while (hide_more(&w))
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

struct getal beschermd_getal(struct beschermregels r, struct cel c)
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
