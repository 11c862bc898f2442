/* agenda and herinner: from what the options ask for to the points that are due. */
#ifndef GESPREK_DOMAIN_HERINNER_VRAAG_H
#define GESPREK_DOMAIN_HERINNER_VRAAG_H

#include "domain/herinner.h"
#include "journal/session.h"

struct herinner_vraag {
    struct herinner_wensen wensen;         /* begeleider, names and rules as they were given */
    const char *binnen, *sinds, *eenmalig; /* as they were given; NULL: not */
    bool vevent, mail;
    enum herinner_vorm vorm;
};

/* Checks what was asked and works out the days of the wishes; ends the program on wrong usage. */
void herinner_vraag_na(struct session *s, struct herinner_vraag *v);

/* Takes in all dossiers that the session reads, and puts the points in order. False: said in diag.
 */
bool herinner_lees(struct session *s, struct herinner *h);

/* Gives the points from `from` up to `to` that are not passed over to `give`, with `data`, in
 * pieces, then what stands at the foot. False when `give` did not take one. */
bool herinner_geef(const struct session *s, const struct herinner *h,
                   const struct herinner_vraag *v, size_t from, size_t to,
                   bool (*give)(void *data, const struct document *document), void *data);

#endif
