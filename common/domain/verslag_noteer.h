/* What a command about conversations notes: additions to a dossier, several when one thing leads to
 * another. Nothing is written here (journal/edit.h does that). */
#ifndef GESPREK_DOMAIN_VERSLAG_NOTEER_H
#define GESPREK_DOMAIN_VERSLAG_NOTEER_H

#include "domain/blad.h"
#include "journal/record.h"

/* Zero-initialise, with `all`: what each of the additions has. What is noted lives in the arena. */
struct notes {
    const struct schema *schema;
    struct addition all; /* op, by and now */
    struct addition *list;
    size_t count, capacity;
    struct arena arena;
};

/* The next addition, until the one after it: a new record of the type, or an amendment of what is
 * there. Then its fields, whose names are of the schema; the value is copied. */
struct addition *notes_new(struct notes *n, const char *type);
struct addition *notes_amend(struct notes *n, const struct thing *t);
void notes_give(struct notes *n, struct addition *a, const char *field, struct text value);
void notes_free(struct notes *n);

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
