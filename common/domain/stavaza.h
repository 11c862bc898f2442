/* The stand van zaken: what a dossier comes to, for the worker; and its verloop, what happened
 * when. Gives a document. */
#ifndef GESPREK_DOMAIN_STAVAZA_H
#define GESPREK_DOMAIN_STAVAZA_H

#include "domain/stand.h"
#include "base/document.h"
#include "journal/session.h"

struct stavaza {
    const struct schema *schema;
    struct stand_names names;
    name_id naam;
    date today;
    const char *only; /* types to show, blanks between; NULL: all but those that are afgeschermd */
};
void stavaza_start(struct stavaza *z, const struct schema *schema, date today, const char *only);

/* The state: first where it stands, then every type with its records. Withdrawn records do not
 * show. */
void stavaza_document(const struct stavaza *z, struct dossier *d, struct document *document);

/* The same without where it stands. */
void stavaza_records(const struct stavaza *z, struct dossier *d, struct document *document);

/* The time line: every record in order of its day, with what it opened or changed. Withdrawals
 * show. */
void stavaza_verloop(const struct stavaza *z, struct dossier *d, struct document *document);

/* From `Doel,Stap`, as it was given behind --soort, to words for `only`, in the buffer. Ends the
 * program with status 2 when one of them is no type of a dossier. */
const char *stavaza_soorten(struct session *s, const char *value, struct buffer *words);

/* True when the type may show. */
bool stavaza_shows(const struct stavaza *z, const struct type *type, struct text type_name);

#endif
