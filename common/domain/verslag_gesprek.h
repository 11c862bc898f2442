/* The account of one conversation for the client: my own words first, then what was agreed, with
 * what the worker promised on top, and room to say what is not right. */
#ifndef GESPREK_DOMAIN_VERSLAG_GESPREK_H
#define GESPREK_DOMAIN_VERSLAG_GESPREK_H

#include "domain/blad.h"

/* The Gesprek with this key, or the last one when the key is empty. NULL: there is none. */
const struct thing *verslag_kies_gesprek(const struct blad *b, const struct dossier *d,
                                         struct text key);

/* Steps, goals, rights and appointments belong to the conversation when their Bij names it, or when
 * they are of its day and no other conversation is named. Returns what blad_begin does. */
const struct thing *verslag_gesprek(const struct blad *b, struct dossier *d,
                                    const struct thing *gesprek, struct document *document);

#endif
