#include "domain/bescherming_inside.h"

const struct beschermregels beschermregels_gewoon = {.drempel = 10, .afronding = 5};

bool beschermregels_geldig(struct beschermregels r)
{
    return r.drempel >= MINSTENS && r.afronding >= MINSTENS && r.drempel % r.afronding == 0;
}

/* ---- hiding ---- */

/* By the rounded number: the first of those that are printed the same. */
static bool hide_smallest(const struct werk *w, size_t from, size_t rows)
{
    struct vak *least = NULL;

    for (struct vak *c = w->a->cellen + from; c < w->a->cellen + from + rows; c++)
        if (c->getoond == GETOOND &&
            (!least || afgerond(w->r, c->waarde) < afgerond(w->r, least->waarde)))
            least = c;
    if (least)
        least->getoond = MEE_VERBORGEN;
    return least != NULL;
}

/* In the grouping itself; else the total; else wherever it is smallest. */
static bool hide_next(const struct werk *w, size_t grouping)
{
    return hide_smallest(w, indeling_from(w->n, grouping), w->n->rijen[grouping]) ||
           hide_smallest(w, 0, 1) || hide_smallest(w, 0, indeling_cellen(w->n));
}

/* Where one of them is hidden, the other is. */
static bool hide_with(const struct indeling *n, const struct atoom *one, const struct atoom *other)
{
    bool more = false;

    for (size_t i = 0; i < indeling_cellen(n); i++)
        if (one->cellen[i].getoond != GETOOND && other->cellen[i].getoond == GETOOND) {
            other->cellen[i].getoond = MET_EEN_ANDER;
            more = true;
        }
    return more;
}

static bool hide_with_parents(const struct indeling *n, const struct atoom *a)
{
    bool more = false;

    for (size_t k = 0; k < ATOOM_OUDERS; k++)
        more |= a->binnen[k] && hide_with(n, a->binnen[k], a);
    return more;
}

/* Of a part the trajecten are hidden where its persons are: else these are the trajecten, less at
 * most those that are a second one of somebody in all. */
static bool hide_of_persons(const struct indeling *n, const struct atoom *a)
{
    return a->binnen[1] && hide_with(n, a, a->binnen[0]);
}

static void hide_small(struct beschermregels r, const struct indeling *n, const struct atoom *a)
{
    for (size_t i = 0; i < indeling_cellen(n); i++)
        a->cellen[i].getoond = a->cellen[i].waarde < r.drempel ? KLEIN : GETOOND;
    hide_with_parents(n, a);
    hide_of_persons(n, a);
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

/* Each grouping first by itself: what a row of another says of the total does not count when that
 * row is hidden yet. */
static bool hide_in(const struct werk *w)
{
    bool more = hide_with_parents(w->n, w->a);

    while (w->te_veel && hide_smallest(w, 0, indeling_cellen(w->n)))
        more = true;
    while (hide_more(w, false))
        more = true;
    while (hide_more(w, true))
        more = true;
    return hide_of_persons(w->n, w->a) || more;
}

void bescherm(struct beschermregels r, const struct indeling *n, struct atoom *atomen,
              size_t aantal)
{
    bool more = true;

    for (size_t i = 0; i < aantal; i++)
        hide_small(r, n, atomen + i);
    while (more) {
        more = false;
        for (size_t i = 0; i < aantal; i++) {
            struct werk w = werk_of(r, n, atomen + i);
            more |= hide_in(&w);
        }
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
    return c.getoond == GETOOND ? shown(afgerond(r, c.waarde)) : hidden();
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
