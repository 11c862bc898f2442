/* The crisisblad: how I notice that it is going less well, what helps, and whom I call; out of the
 * hard moments that were noted (Crisis). */
#ifndef GESPREK_DOMAIN_CRISISBLAD_H
#define GESPREK_DOMAIN_CRISISBLAD_H

#include "domain/blad.h"

/* False, with nothing in the document, when no hard moment has been noted; *mind is what blad_begin
 * returns. */
bool crisisblad_document(const struct blad *b, struct dossier *d, struct document *document,
                         const struct thing **mind);

#endif
