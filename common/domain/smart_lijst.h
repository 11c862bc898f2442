/* The goals of a dossier in a list: how far, by whose judgement, what is still to be done. */
#ifndef GESPREK_DOMAIN_SMART_LIJST_H
#define GESPREK_DOMAIN_SMART_LIJST_H

#include "domain/doelen.h"

/* Every goal that counts, under the dossier's heading. */
void smart_lijst(const struct blad *b, struct dossier *d, struct document *document);

/* The same as rows. */
enum { SMART_COLUMNS = 13 };
extern const struct column smart_columns[SMART_COLUMNS];
void smart_rijen(const struct blad *b, struct dossier *d, struct document *document);

/* The progress of a goal, by its Schaal, as a line of at most 20 signs from low to high, the same
 * in figures, and the first and the last day: `▁▆█ (-2 +1 +2), van 10 maart 2026 tot 15 september
 * 2026`. Of more than 20 values it is the last 20. Empty: nothing was noted. In the dossier's
 * arena. */
struct text smart_voortgang(const struct blad *b, struct dossier *d, const struct thing *goal);

#endif
