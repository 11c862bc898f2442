/* The goals that are worked at, in the order to work at them, and why: the client's own order first
 * (Prioriteit), then the criteria that were noted, by their weights; then the oldest. */
#ifndef GESPREK_DOMAIN_SMART_RANGORDE_H
#define GESPREK_DOMAIN_SMART_RANGORDE_H

#include "domain/doelen.h"
#include "domain/smart_criteria.h"

/* With the reasons under each; questions to choose an order by when a goal has none. */
void smart_rangorde(const struct blad *b, struct dossier *d, const unsigned weights[CRITERIA],
                    struct document *document);

/* The same as rows. */
enum { RANGORDE_COLUMNS = 7 };
extern const struct column rangorde_columns[RANGORDE_COLUMNS];
void smart_rangorde_rijen(const struct blad *b, struct dossier *d, const unsigned weights[CRITERIA],
                          struct document *document);

#endif
