/* A report as bars: one for each number of everything together in one unit, the first that has more
 * than one, for only what is counted in the same unit can be compared by eye. */
#ifndef GESPREK_DOMAIN_RAPPORT_BEELD_H
#define GESPREK_DOMAIN_RAPPORT_BEELD_H

#include "domain/rapport.h"

/* In the arena. NULL: there is none. */
const struct picture *rapport_beeld(const struct rapport *r, enum rapport_deel deel,
                                    struct arena *arena);

#endif
