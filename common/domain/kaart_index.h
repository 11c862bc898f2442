/* Where each word of a sociale kaart stands, for who looks for many things in it at once: each
 * question is looked up among the words, not in every record. */
#ifndef GESPREK_DOMAIN_KAART_INDEX_H
#define GESPREK_DOMAIN_KAART_INDEX_H

#include "domain/kaart.h"

/* Of the organisations and services that can meet a need (kaart_kan). `k` must outlive it. */
struct kaart_index *kaart_index_make(const struct kaart *k);

/* Goes through the items that kaart_zoek finds for this Nood, in the order of the kaart:
 * kaart_index_ vraag asks, kaart_index_volgende gives them one by one; NULL: no more. */
void kaart_index_vraag(struct kaart_index *x, struct text nood);
const struct kaart_item *kaart_index_volgende(struct kaart_index *x);

void kaart_index_free(struct kaart_index *x);

#endif
