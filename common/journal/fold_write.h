/* Folded records as a recfile: the state that recsel may ask (DESIGN §1). */
#ifndef GESPREK_JOURNAL_FOLD_WRITE_H
#define GESPREK_JOURNAL_FOLD_WRITE_H

#include "journal/dossier.h"

/* Appends the thing as one record with its empty line: type, key, Dossier, Op, … of its opening and
 * every field as it is now. */
void fold_write(struct dossier *d, const struct thing *t, struct buffer *out);

#endif
