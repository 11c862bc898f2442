/* The sheets of the way out, for the client, in words a client would use and in large letters. */
#ifndef GESPREK_DOMAIN_NAZORG_BLAD_H
#define GESPREK_DOMAIN_NAZORG_BLAD_H

#include "domain/blad.h"

/* Each adds the sheet of one dossier. False: there is nothing to make it of. */
typedef bool nazorg_document(const struct blad *b, struct dossier *d, struct document *document);

/* What is to come: the appointments, when the worker seeks contact, and whom to call before that.
 * Of somebody who died only what was planned for the family, without a name. */
nazorg_document nazorg_reminderblad;

/* When the last traject is closed: what I can, what to mind, whom to call, and what is still to
 * come. Nothing of somebody who died. */
nazorg_document nazorg_afsluitblad;

/* Somebody whom the client named to call, and with whom it is not safe or well now, or who died
 * (blad_is_veilig): left out of these sheets. NULL: nobody. */
const struct thing *nazorg_weggelaten(const struct blad *b, struct dossier *d);

#endif
