/* The stand van zaken for the client: what I am good at, my rights, what I reached, my
 * appointments, who helps me. */
#ifndef GESPREK_DOMAIN_VOOR_CLIENT_H
#define GESPREK_DOMAIN_VOOR_CLIENT_H

#include "domain/blad.h"

/* Returns what blad_begin does. */
const struct thing *voor_client_document(const struct blad *b, struct dossier *d,
                                         struct document *document);

#endif
