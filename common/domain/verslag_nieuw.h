/* A conversation and all that came of it, noted in one go: a Gesprek with its Stap, Domein and
 * Recht, from options or from a template with several records. */
#ifndef GESPREK_DOMAIN_VERSLAG_NIEUW_H
#define GESPREK_DOMAIN_VERSLAG_NIEUW_H

#include "domain/verslag_noteer.h"

/* Begins: the first of the notes is the Gesprek. */
void nieuw_begin(struct notes *n);

/* Takes an option: `--vorm=…` is of the Gesprek, `--stap.wat=…` of a Stap, and `--domein=wonen`
 * begins that Domein. A field that can be there once and is given again begins the next record.
 * False: said in diag. */
bool nieuw_option(struct notes *n, const struct argument *a, bool *standard_input,
                  struct diag *diag);

/* Appends a template for all of them. Reads one that was filled in; a record left empty is not
 * made. False: said in diag. The content must outlive the notes. */
void nieuw_template(const struct notes *n, struct buffer *out);
bool nieuw_filled_in(struct notes *n, struct buffer *content, const char *name, struct diag *diag);

/* The day of the Gesprek, in its own option or template, or else `today`: then of the others too,
 * unless they have one. */
date nieuw_day(struct notes *n, date today);

/* What follows from the dossier: each Stap is Bij the Gesprek unless it says otherwise, and a
 * Domein that is there is amended: what may come more than once is put behind what there was. */
void nieuw_fit(struct notes *n, struct dossier *d);

#endif
