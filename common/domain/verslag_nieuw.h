/* Records that belong together, noted in one go (journal/bundle.h): a conversation and all that
 * came of it, a goal and its steps. */
#ifndef GESPREK_DOMAIN_VERSLAG_NIEUW_H
#define GESPREK_DOMAIN_VERSLAG_NIEUW_H

#include "journal/bundle.h"

/* What follows from the dossier: each Stap is Bij the first record unless it says otherwise, and a
 * Domein that is there is amended: what may come more than once is put behind what there was. */
void nieuw_fit(struct notes *n, struct dossier *d);

#endif
