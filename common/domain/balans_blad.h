/* What gesprek-balans makes of a dossier: sheets for the client, and rows for a program. */
#ifndef GESPREK_DOMAIN_BALANS_BLAD_H
#define GESPREK_DOMAIN_BALANS_BLAD_H

#include "domain/balans.h"

/* The scale of one time of weighing, with in words what is different from the time before. Returns
 * what blad_begin does. */
const struct thing *balans_blad(const struct blad *b, struct dossier *d,
                                const struct weighings *all, const struct weighing *w,
                                struct document *document);

/* All times (at least one): bars, and in words what was different each time. The same. */
const struct thing *balans_verloop(const struct blad *b, struct dossier *d,
                                   const struct weighings *all, struct document *document);

/* A row for each thing that was weighed each time. */
extern const struct column balans_columns[];
extern const size_t balans_column_count;
void balans_rows(struct dossier *d, const struct weighings *all, struct document *document);

#endif
