/* Which counts of a public report are hidden, and what is printed for the others.
 *
 * Hidden are the counts below the threshold (10), 0 too; the rest is rounded to 5, and 10 is the
 * smallest number printed. That is how CBS publishes the Wmo per gemeente, with percentages taken
 * after the rounding (StatLine 84799NED). CBS also hides a second cell where the first could be
 * computed back. Which ones is the auditing problem of cell suppression: what an attacker who knows
 * every relation between the cells can still say of a hidden one (Fischetti and Salazar 2001;
 * tau-Argus). The attacker here knows these rules as well, so a choice may not tell much either
 * (Kenthapadi, Mishra and Nissim, Simulatable auditing, 2005): only rounded numbers decide, never
 * the count behind them, and a second cell is already hidden when a small count could no longer be
 * every number below the threshold, before it is in danger.
 *
 * What is shown to hold, and how. The attacker knows the printed numbers, the rounding, that rows
 * add up (of persons: that the total is at most their sum and at least each), that a count is
 * within others, and that of a part no more trajecten are a second one of somebody than of all. He
 * is left at least 5 numbers for every hidden cell.
 *
 * For one atom the bounds (bescherming_bereik.c) are exact. Of what it is within they take each by
 * itself, which is exact for a chain in one grouping; two parts that press on the same whole
 * together are not weighed. That it is enough is not proven but attacked:
 * tests/unit/test-bescherming-alles.c goes through every true table of small shapes and groups them
 * by what is printed, an attacker who knows every rule; tests/aanval.py attacks made-up populations
 * with the six counts of instroom by linear programming, an attacker who knows the relations.
 *
 * Two rules close what these found. Of persons of a part (`binnen` two) the trajecten are hidden
 * along: 10 to 12 trajecten less the second ones, of which the whole tells the most, would be
 * nearly the persons. And where all rows had to be hidden while rows of what they are within are
 * shown, so is the total: he would know which row was the last that was not small, and why it had
 * to go.
 *
 * What may be printed of a count is rounded and hidden here or computed from numbers that were: see
 * the functions at the end. What was not given to the same call is not weighed: two reports over
 * the same dossiers are two calls. */
#ifndef GESPREK_DOMAIN_BESCHERMING_H
#define GESPREK_DOMAIN_BESCHERMING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* At least 5 each, and the threshold a multiple of what is rounded to. */
struct beschermregels {
    uint32_t drempel, afronding;
};
extern const struct beschermregels beschermregels_gewoon; /* 10 and 5 */
bool beschermregels_geldig(struct beschermregels r);

enum getoond {
    GETOOND,
    KLEIN,         /* hidden: below the threshold */
    MEE_VERBORGEN, /* hidden, so that a small one cannot be computed back */
    MET_EEN_ANDER, /* hidden, because this cell of another count is */
};

/* waarde: the true count; getoond: the outcome. */
struct vak {
    uint32_t waarde;
    enum getoond getoond;
};

/* How the same population is divided, once for every row of `rijen`: rijen[0] is 1, the total. */
struct indeling {
    const size_t *rijen;
    size_t aantal;
};
size_t indeling_cellen(const struct indeling *n); /* of one atom */

enum { ATOOM_OUDERS = 2, ATOOM_BINNEN_MOST = 6 };

/* One count, over all groupings: cellen are those of the first grouping, then of the second, and so
 * on. The caller's. */
struct atoom {
    struct vak *cellen;
    bool opgeteld; /* the rows of each grouping add up to the total; else they are persons, who may
                      be in more rows: the total is at most the sum of the rows, and at least each
                      of them */
    /* What each cell of this one is at most; NULL: nothing more. They stand earlier in the list and
     * can be within others; with those too at most ATOOM_BINNEN_MOST, or all is hidden. Persons
     * have their trajecten first, and of a part the persons of the whole second: with a second one
     * the first is hidden wherever this one is. */
    const struct atoom *binnen[ATOOM_OUDERS];
};

/* Sets `getoond` of every cell, whatever it was. No number below the threshold is shown; of no
 * hidden cell can be said more than that it is one of at least 5 numbers; and a cell is hidden when
 * one that it is within is. */
void bescherm(struct beschermregels r, const struct indeling *n, struct atoom *atomen,
              size_t aantal);

/* A number that may be printed; `.` when it is hidden, and then waarde is 0. */
struct getal {
    bool verborgen;
    int64_t waarde;
};
struct getal beschermd_getal(struct beschermregels r, struct vak c);

/* Computed from published numbers only, and hidden when one of them is. aandeel: whole percents,
 * half up; of nothing it is hidden too. What is left below the threshold is not printed either:
 * rounding can even bring it below 0. */
struct getal getal_plus(struct getal a, struct getal b);
struct getal getal_min(struct beschermregels r, struct getal a, struct getal b);
struct getal getal_aandeel(struct getal deel, struct getal geheel);

#endif
