/* What gesprek-smart notes (journal/notes.h) about a goal or a step that is there: what makes sense
 * in the state it is in. */
#ifndef GESPREK_DOMAIN_SMART_NOTEER_H
#define GESPREK_DOMAIN_SMART_NOTEER_H

#include "domain/doelen.h"
#include "journal/notes.h"

struct smart_noteer {
    struct notes *notes;
    struct dossier *d; /* folded up to the day of the notes */
    struct diag *diag;
    struct blad b;
};
void smart_noteer_start(struct smart_noteer *n, struct notes *notes, struct dossier *d,
                        struct diag *diag);

/* The goal or step with that key, when it counts on this day. NULL: said in diag (geen-doel). */
const struct thing *smart_doel_of_stap(struct smart_noteer *n, struct text key);

/* Of these, `given` holds the field options as they were given. False: said in diag, with status 3
 * for what the dossier does not allow (doel-status), 2 for what the options lack. */

/* The goal or step is changed. With a `status`, that too; NULL: what is given. What was noted with
 * the status before (Volgens, Reden, Terugkomen_op) goes when the status becomes another. */
bool smart_wijzig(struct smart_noteer *n, const struct thing *t, const char *status,
                  const struct addition *given);

/* A new step by the goal. */
bool smart_stap(struct smart_noteer *n, const struct thing *goal, const struct addition *given);

/* A new goal in the place of another, which gets the status vervangen. It keeps what goes with its
 * place, not what goes with its words: who agreed, the measure, the days. */
bool smart_vervang(struct smart_noteer *n, const struct thing *goal, const struct addition *given);

/* Whether a goal that somebody judged says who: else said in diag, status 2. */
bool smart_zegt_volgens(const struct addition *a, struct diag *diag);

/* The steps of the goal that are still to be done, `S1, S3`; empty: none. In the notes' arena. */
struct text smart_open_stappen(struct smart_noteer *n, const struct thing *goal);

#endif
