/* The account of the Wmo investigation, by the points a to g that the law names. What is not noted
 * says so. People around the client stand in it by their role: their names are intern. */
#ifndef GESPREK_DOMAIN_VERSLAG_ONDERZOEK_H
#define GESPREK_DOMAIN_VERSLAG_ONDERZOEK_H

#include "domain/blad.h"

/* Returns what blad_begin does. */
const struct thing *verslag_onderzoek(const struct blad *b, struct dossier *d,
                                      struct document *document);

#endif
