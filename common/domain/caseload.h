/* The caseload: one row a dossier, no names (DESIGN §2, gesprek-rapport). */
#ifndef GESPREK_DOMAIN_CASELOAD_H
#define GESPREK_DOMAIN_CASELOAD_H

#include "domain/stand.h"
#include "base/document.h"

/* Those that are asked for by name. */
enum { CASELOAD_GEMEENTE = 1, CASELOAD_BEGELEIDER = 4, CASELOAD_COLUMNS = 12 };
extern const struct column caseload_columns[CASELOAD_COLUMNS];

/* The cells of one dossier's row, in its arena. */
const struct text *caseload_row(struct dossier *d, const struct stand_names *names, date today);

#endif
