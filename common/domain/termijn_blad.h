/* The terms of a dossier as an answer: for people, and as rows. */
#ifndef GESPREK_DOMAIN_TERMIJN_BLAD_H
#define GESPREK_DOMAIN_TERMIJN_BLAD_H

#include "base/document.h"
#include "domain/termijn.h"

/* The last column is the explanation: leave it out by counting one column less. */
enum { TERMIJN_KOLOMMEN = 9 };
extern const struct column termijn_kolommen[TERMIJN_KOLOMMEN];

/* The terms of the dossier, then how long it is kept. With `uitleg` each says its rule. A dossier
 * without any says so. */
void termijn_blad(const struct termijnen *t, struct dossier *d, date today, bool uitleg,
                  struct document *document);

/* The same as rows; the keeping is `bewaren`, with `bewaren-oudste` before it when the oldest
 * record may go on an earlier day. `dagen` is how many days there are left, below 0 when it is
 * over; only of what is open. */
void termijn_rijen(const struct termijnen *t, struct dossier *d, date today,
                   struct document *document);

#endif
