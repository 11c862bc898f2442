/* What a command about conversations notes (journal/notes.h) when something happened: a correction,
 * an appointment made, moved, cancelled or missed. */
#ifndef GESPREK_DOMAIN_VERSLAG_NOTEER_H
#define GESPREK_DOMAIN_VERSLAG_NOTEER_H

#include "domain/blad.h"
#include "journal/notes.h"

/* These add what has to be noted. False: said in diag, with status 3. `key` may be empty. */

/* What the client wants otherwise, behind what was said before; of the last Gesprek without a key.
 */
bool notes_correctie(struct notes *n, struct dossier *d, struct text key, struct text value,
                     struct diag *diag);

/* A new appointment with the given fields, planned unless they say otherwise. */
void notes_afspraak(struct notes *n, const struct addition *given);

/* The appointment is moved: it gets the status, the reason and a new one in its place, which has
 * the fields in `given` and for the rest what the old one had. */
bool notes_verzet(struct notes *n, struct dossier *d, struct text key, const struct addition *given,
                  struct text reason, struct diag *diag);

/* The appointment is cancelled, with a status that says by whom. */
bool notes_afzeggen(struct notes *n, struct dossier *d, struct text key, const char *status,
                    struct text reason, struct diag *diag);

/* The client did not come: the last appointment until `op` that still stands, without a key. Three
 * steps for the worker follow, as the method has it: call, keep trying, ask what went wrong. */
bool notes_gemist(struct notes *n, struct dossier *d, struct text key, struct diag *diag);

#endif
