/* What an attacker can say of the counts of one public report, for bescherming.c alone: he knows
 * what is printed, the rules, and how the counts hang together. */
#ifndef GESPREK_DOMAIN_BESCHERMING_INSIDE_H
#define GESPREK_DOMAIN_BESCHERMING_INSIDE_H

#include "domain/bescherming.h"

enum { MINSTENS = 5 }; /* numbers that a hidden cell can be */

struct bereik {
    int64_t laag, hoog; /* both included */
};

/* One of those that an atom is within. */
struct omvat {
    const struct atoom *atoom;
    int64_t most; /* that its total can be; no bound when it does not add up */
};

/* One atom, and what is known of those that it is within at this moment: not kept while more is
 * hidden of them. */
struct werk {
    struct beschermregels r;
    const struct indeling *n;
    const struct atoom *a;
    struct omvat omvat[ATOOM_BINNEN_MOST]; /* those of those too */
    size_t omvatten;
    bool te_veel; /* there are more of them */
};
struct werk werk_of(struct beschermregels r, const struct indeling *n, const struct atoom *a);

int64_t afgerond(struct beschermregels r, uint32_t waarde);
size_t indeling_from(const struct indeling *n, size_t grouping); /* its first cell */

/* What can be said of the total: by itself, and by what every grouping but `except` says of it. The
 * groupings hang together by the total alone, so for one atom bounds that are handed on once are
 * exact. */
struct bereik total_alone(const struct werk *w);
struct bereik total_range(const struct werk *w, size_t except);

/* Whether each hidden cell of a grouping can still be enough numbers, with the total in that range.
 */
bool grouping_is_safe(const struct werk *w, size_t grouping, struct bereik total);

#endif
