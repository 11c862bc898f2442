/* The key file: which person has which burgerservicenummer (SCHEMA, Outside the dossier). It is the
 * only place for that number, outside the dossiers and for its owner alone; only what is delivered
 * by law reads it.
 *
 *     Persoon: 7f3k
 *     Bsn: 999900006
 *
 * Persoon is what stands at Client. A record may have an Insz instead, which is not read here. */
#ifndef GESPREK_JOURNAL_SLEUTELS_H
#define GESPREK_JOURNAL_SLEUTELS_H

#include "journal/schema.h"

#include "base/diag.h"

struct sleutels;

/* Reads the file whole. NULL: said in diag: it cannot be read or others may read it
 * (private.h), or a record is not good (`bsn-bestand`, or a code of dossier(5), status 3). No
 * message holds a number. */
struct sleutels *sleutels_open(const char *path, const struct schema *schema, struct diag *diag);

/* As it stands in the file, not checked; empty: there is none. Lives as long as `s`. */
struct text sleutels_bsn(const struct sleutels *s, struct text person);
void sleutels_close(struct sleutels *s);

#endif
