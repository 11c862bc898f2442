/* The plan for support, in the words of the client: what I want, what I am good at, my goals with
 * who does what and when, who helps me, my rights and what we agreed. */
#ifndef GESPREK_DOMAIN_VERSLAG_PLAN_H
#define GESPREK_DOMAIN_VERSLAG_PLAN_H

#include "domain/blad.h"

/* Returns what blad_begin does. */
const struct thing *verslag_plan(const struct blad *b, struct dossier *d,
                                 struct document *document);

#endif
