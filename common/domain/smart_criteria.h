/* The criteria by which the client and the worker choose what comes first, and the words of
 * Criterium that mean them. They are those of Poulin, in our own words. */
#ifndef GESPREK_DOMAIN_SMART_CRITERIA_H
#define GESPREK_DOMAIN_SMART_CRITERIA_H

#include "base/diag.h"
#include "base/mem.h"

struct criterium {
    const char *name;     /* what Criterium calls it: "zorg" */
    const char *also;     /* other words that mean the same, separated by blanks */
    const char *reason;   /* why the goal stands there */
    const char *question; /* to ask the client */
    unsigned weight;      /* unless the settings say otherwise, 0 to CRITERIUM_WEIGHT */
};
enum { CRITERIA = 8, CRITERIUM_WEIGHT = 99 };
extern const struct criterium criteria[CRITERIA];

/* Which criterion a value of Criterium means, by all of it or by what stands before a colon
 * (`zorg: ik slaap er niet van`), without regard to capitals; -1: a reason in the client's own
 * words. */
int criterium_van(struct text value);

/* The weights, out of the settings (`Weging_zorg: 3`). False: said in diag, status 3 or 4. */
bool criteria_weging(unsigned weights[CRITERIA], struct diag *diag);

#endif
