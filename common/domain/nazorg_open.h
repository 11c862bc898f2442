/* What is still open in a dossier that is about to be closed. */
#ifndef GESPREK_DOMAIN_NAZORG_OPEN_H
#define GESPREK_DOMAIN_NAZORG_OPEN_H

#include "domain/blad.h"

/* Says for each kind what is open, with its keys, as a note: goals, steps, referrals, appointments,
 * questions, rights and aftercare. Says nothing when there is nothing. */
void nazorg_nog_open(const struct blad *b, struct dossier *d, struct diag *diag);

#endif
