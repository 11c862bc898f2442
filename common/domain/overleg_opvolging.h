/* What is still open after a meeting: agreements (Stap, Bij the meeting) that are not done, and
 * points of which it is not noted what came out or what the client says of it. */
#ifndef GESPREK_DOMAIN_OVERLEG_OPVOLGING_H
#define GESPREK_DOMAIN_OVERLEG_OPVOLGING_H

#include "domain/overleg.h"

enum { OPVOLGING_COLUMNS = 10 };
extern const struct column opvolging_columns[OPVOLGING_COLUMNS];

/* A row for each of them, and the same for people: by meeting, under the dossier. Both give nothing
 * when nothing is open, or the client has died. */
void opvolging_rijen(const struct blad *b, struct dossier *d, struct document *document);
void opvolging_lijst(const struct blad *b, struct dossier *d, struct document *document);

#endif
