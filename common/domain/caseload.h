/* The caseload: one row a dossier, no names (DESIGN §2, gesprek-rapport). */
#ifndef GESPREK_DOMAIN_CASELOAD_H
#define GESPREK_DOMAIN_CASELOAD_H

#include "domain/stand.h"
#include "base/document.h"

enum { CASELOAD_COLUMNS = 12 };
extern const struct column caseload_columns[CASELOAD_COLUMNS];

/* The cells of one dossier's row, in its arena. */
const struct text *caseload_row(struct dossier *d, const struct stand_names *names, date today);

#endif
