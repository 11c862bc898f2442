/* The sheets of a meeting: the invitation for the client and for others, the agenda, the account.
 */
#ifndef GESPREK_DOMAIN_OVERLEG_BLAD_H
#define GESPREK_DOMAIN_OVERLEG_BLAD_H

#include "domain/overleg.h"
#include "domain/verwijs_blad.h"
#include "domain/verwijs_brief.h"

/* For the client: what it is, why, when, who comes, what it is about, and what is told to whom.
 * `door` is the worker, who gets no part in what is told. */
void overleg_uitnodiging(const struct verwijs_blad *v, struct dossier *d,
                         const struct thing *overleg, struct text door, struct document *document);

/* For somebody of another organisation, out of a dossier that went through the filter; `told`
 * becomes what stands on it, as a Verstrekking names it, in the arena of d. */
void overleg_uitnodiging_ander(const struct brief *b, struct dossier *d,
                               const struct thing *overleg, const struct deelnemer *p,
                               struct document *document, struct brief_fields *told);

/* The points in order, with room to write; and the account: who was there, what came out of each
 * point and what the client said of it, who does what. For the client, or with a foot in the blad
 * (blad.h) for others. False: the meeting is not there. */
typedef bool overleg_document(const struct blad *b, struct dossier *d, struct text key,
                              struct document *document);
overleg_document overleg_agenda, overleg_verslag;

/* The meeting with that key; NULL: it is not there. */
const struct thing *overleg_vind(const struct blad *b, struct dossier *d, struct text key);

#endif
