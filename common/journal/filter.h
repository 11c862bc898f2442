/* What is taken out of a dossier before it goes to others (--voor). The reader does this to every
 * dossier, so that no command can forget it. What may go is a question of the domain: these
 * functions are in domain/voor.c, and only their names are known here. */
#ifndef GESPREK_JOURNAL_FILTER_H
#define GESPREK_JOURNAL_FILTER_H

#include "journal/fold.h"

struct filter;

/* For an organisation, on a day. Reads what the configuration says of consent. NULL: said in diag.
 */
struct filter *filter_open(const struct schema *schema, struct text organisation, date day,
                           struct diag *diag);
void filter_close(struct filter *f);

/* Leaves in the dossier, which was folded within the limits, only what may go: each thing becomes
 * one record, on the day that it was opened, without its history, comments or unknown fields;
 * people who are not the client go by their initials. False: nothing may go. */
bool filter_dossier(struct filter *f, struct dossier *d, struct limits limits);

#endif
