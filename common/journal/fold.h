/* From a journal to the state it comes to (DESIGN §1, Amending). */
#ifndef GESPREK_JOURNAL_FOLD_H
#define GESPREK_JOURNAL_FOLD_H

#include "journal/dossier.h"

struct limits {
    date op;             /* --op: records after this day are not known; DATE_NONE: no limit */
    moment booked_until; /* --geboekt-tot; records that bear no Geboekt or Gewijzigd are always
                            known; MOMENT_NONE: no limit */
};

/* Fills in things. Order is by Op, within a day by place. A key that two records open, or that two
 * types use, is the error `sleutel-dubbel`: reported, and d->failed set. Records without Op are
 * left out (the reader has reported them). */
void fold(struct dossier *d, const struct schema *schema, struct limits limits, struct diag *diag);

/* The thing with that key and, unless NULL, of that type; NULL: not there. Also finds things not
 * known at the day. */
struct thing *fold_find(const struct dossier *d, const struct type *type, struct text key);

/* The first free key of a type: its letter and the highest number ever used in the dossier + 1. ""
 * for Domein. `extra` numbers are passed over (a writer that makes several at once). In the
 * dossier's arena. */
struct text fold_next_key(struct dossier *d, const struct type *type, unsigned extra);

#endif
