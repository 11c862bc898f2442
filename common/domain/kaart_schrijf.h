/* A record on the sociale kaart made or changed: in memory. */
#ifndef GESPREK_DOMAIN_KAART_SCHRIJF_H
#define GESPREK_DOMAIN_KAART_SCHRIJF_H

#include "domain/kaart.h"
#include "journal/record.h"

/* The kaart as the dossier that the adding engine checks against, and questions refer to: a thing
 * for each record. Free its arena; the kaart must live as long. */
void kaart_als_dossier(const struct kaart *k, struct dossier *d);

/* Checks the addition, gives it a key when it has none, and appends the record. Nagekeken is today
 * unless it was given. False: said in diag. */
bool kaart_nieuw(const struct kaart *k, struct addition *a, struct arena *arena,
                 struct buffer *record);

/* Checks the changes and appends the record as it becomes. False: said in diag. */
bool kaart_wijzig(const struct kaart *k, const struct kaart_item *item, struct addition *a,
                  struct buffer *record);

#endif
