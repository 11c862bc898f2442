/* Draagkracht and draaglast: what gives a person strength and what weighs on them, each with a
 * weight that the client gives. A Balans is one time of weighing. Nothing here judges, and no sum
 * is ever shown as a number: the scale tilts, the bars are as long as they are. */
#ifndef GESPREK_DOMAIN_BALANS_H
#define GESPREK_DOMAIN_BALANS_H

#include "domain/blad.h"

enum side { SIDE_KRACHT, SIDE_LAST, SIDES };

enum { HEAVIEST = 5 };

struct weight {
    int weight;       /* 1 to HEAVIEST */
    struct text what; /* in the client's words, on one line */
};

struct weights {
    struct weight *list; /* in the order in which they were noted */
    size_t count;
    int sum; /* for the picture alone */
};

/* A time of weighing, as it is known now. In the dossier's arena. */
struct weighing {
    const struct thing *thing;
    date day;     /* when it was weighed */
    date amended; /* the last day that something in it changed; DATE_NONE: not since */
    struct text volgens, toelichting;
    struct weights sides[SIDES];
};

/* All that count, in the order of their days, within a day as they were noted. */
struct weighings {
    struct weighing *list;
    size_t count;
};
struct weighings balans_read(const struct blad *b, struct dossier *d);

/* The one with that key, or the last when the key is empty; NULL: none. */
const struct weighing *balans_choose(const struct weighings *all, struct text key);

/* The name of a side in the client's words. */
struct text balans_side(enum side side);

/* `says` ("Gewogen op "), the day, and by whose judgement, in a sentence or two. */
struct text balans_when(struct dossier *d, const char *says, const struct weighing *w);

/* By whose judgement, in a word or two; empty when that was not noted. */
struct text balans_by(const struct weighing *w);

/* Adds all that was weighed, a point each. */
void balans_all(struct dossier *d, const struct weighing *w, struct document *document);

/* Adds what is different from the time before, in words, a point each: what came, what was not
 * named this time, what became stronger, lighter or heavier. The same words on the same side are
 * the same thing. Says so when nothing is different. */
void balans_changes(struct dossier *d, const struct weighing *before, const struct weighing *now,
                    struct document *document);

#endif
