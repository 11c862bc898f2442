/* The first two sheets that a client gets: that the melding has come in, and the welcome. */
#ifndef GESPREK_DOMAIN_INTAKEBLAD_H
#define GESPREK_DOMAIN_INTAKEBLAD_H

#include "domain/blad.h"

/* The receipt of the last Melding. False, with nothing in the document, when there is none; *mind
 * is what blad_begin returns. */
bool bevestiging_document(const struct blad *b, struct dossier *d, struct document *document,
                          const struct thing **mind);

/* The last Melding when the client is noted not to know of it: then no sheet should go out before
 * that has been talked about. NULL otherwise. */
const struct thing *bevestiging_unknown(const struct blad *b, struct dossier *d);

/* Who is my coach, what may I expect, what is noted and who sees it. Returns what blad_begin does.
 */
const struct thing *welkomstblad_document(const struct blad *b, struct dossier *d,
                                          struct document *document);

#endif
