/* The parts that several sheets of a meeting have. */
#ifndef GESPREK_DOMAIN_OVERLEG_DELEN_H
#define GESPREK_DOMAIN_OVERLEG_DELEN_H

#include "domain/overleg.h"

/* `woonbegeleider, Zes Sleutels`, without the role, in the dossier's arena. */
struct text overleg_naam(struct dossier *d, const struct deelnemer *p);

/* Who takes part, a point each, with who leads it. Says so when nobody is noted. */
void overleg_deelnemers(const struct blad *b, struct dossier *d, const struct thing *overleg,
                        struct document *document);

/* What stays at the table, and how people let each other know; nothing when neither is noted. */
void overleg_afspraken_vooraf(const struct blad *b, struct dossier *d, const struct thing *overleg,
                              struct document *document);

#endif
