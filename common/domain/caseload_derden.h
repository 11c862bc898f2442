/* The caseload for somebody outside: no number, no worker, months for days, and a pseudonym for the
 * person (pseudoniem.h). */
#ifndef GESPREK_DOMAIN_CASELOAD_DERDEN_H
#define GESPREK_DOMAIN_CASELOAD_DERDEN_H

#include "base/document.h"
#include "domain/stand.h"

enum { CASELOAD_DERDEN_COLUMNS = 11 };
extern const struct column caseload_derden_columns[CASELOAD_DERDEN_COLUMNS];

/* Set the three texts and the names; the rest is zero. */
struct caseload_derden {
    struct text sleutel, ontvanger;
    const struct stand_names *names;
    date today;
    struct arena arena;
    const struct text **rows;
    size_t count, capacity;
};

/* Keeps the row of a dossier: about 300 bytes. */
void caseload_derden_add(struct caseload_derden *c, struct dossier *d);

/* Adds a copy of the rows of another. */
void caseload_derden_voeg(struct caseload_derden *into, const struct caseload_derden *from);

/* The rows in the order of their pseudonyms, then of their cells: the order of reading would be the
 * same for every recipient, and so say who is who. */
void caseload_derden_rows(struct caseload_derden *c, struct document *document);
void caseload_derden_free(struct caseload_derden *c);

#endif
