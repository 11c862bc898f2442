/* CSV for somebody who says which columns it must have: by a template, a recfile of the user's own
 * (gesprek-rapport(1)). Each record of one type gives a row. */
#ifndef GESPREK_DOMAIN_LEVERING_H
#define GESPREK_DOMAIN_LEVERING_H

#include "base/document.h"
#include "journal/session.h"

struct levering;

/* Reads the template. NULL: said in the session's diag, all faults at once (`levering-fout`, status
 * 3; a file that cannot be read is 4). */
struct levering *levering_open(struct session *s, const char *file);
void levering_close(struct levering *l);

/* The columns; valid until the close. */
const struct head *levering_head(const struct levering *l);

/* The rows of a dossier. When one of them cannot be made (a word without a code, nothing in a
 * column that must have something: said, status 3), none of the dossier is. In its arena. */
void levering_rijen(struct levering *l, struct dossier *d, struct document *document);

#endif
