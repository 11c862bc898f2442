/* What became of a network between two days. */
#ifndef GESPREK_DOMAIN_NETWERK_VERSCHIL_H
#define GESPREK_DOMAIN_NETWERK_VERSCHIL_H

#include "domain/netwerk.h"

/* Everybody of both days, each with what became of them (change, was): who went stands as they
 * were. In the dossier's arena. n log n. */
struct netwerk netwerk_verschil(struct dossier *d, const struct netwerk *before,
                                const struct netwerk *now);

/* Adds a point for everybody who came, went or changed; says so when nobody did. */
void netwerk_verschil_woorden(struct dossier *d, const struct netwerk *both,
                              struct document *document);

#endif
