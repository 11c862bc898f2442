/* Who is meant by the names that people write: `Emma en m.devries`. Without regard to capitals A-Z.
 */
#ifndef GESPREK_DOMAIN_WIE_H
#define GESPREK_DOMAIN_WIE_H

#include "domain/blad.h"

/* Whether one of the names is the worker: the word begeleider, `door` (who noted it; empty: not
 * known), or a Begeleider of a melding. */
bool wie_is_begeleider(const struct blad *b, struct dossier *d, struct text door,
                       struct text names);

/* Whether the words name the client: the word client, ik or samen, or a name of the Client, also
 * with words around it: `Emma, tante loopt mee`. */
bool wie_is_client(const struct blad *b, struct dossier *d, struct text words);

/* Whether the name stands in the words as a whole: not `An` in `Anna`. */
bool wie_noemt(struct text words, struct text name);

/* Takes the next name off `Emma, vader en m.devries`. False: no more. */
bool wie_next(struct text *names, struct text *name);

/* Whether one of the names is the client and nobody else: by the words client and ik, a name of the
 * Client or a part of it, or, without a Client, the name that a goal or the question begins with.
 * `Emma (mondeling)` is; `moeder van Emma` and `Emma nog vragen` are not. */
bool wie_is_client_zelf(const struct blad *b, struct dossier *d, struct text names);

#endif
