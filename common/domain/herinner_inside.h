/* What the files of herinner.h share. */
#ifndef GESPREK_DOMAIN_HERINNER_INSIDE_H
#define GESPREK_DOMAIN_HERINNER_INSIDE_H

#include "domain/herinner.h"

/* The texts that go with a point: its dossier, with the name of the client and its version
 * (seconds, and how often it was written in before); its key, with the rule and the repeat. What
 * was not asked for is empty. */
struct herinner_tekst {
    struct text dossier, name, key, rule, stamp, sequence, repeat;
};
struct herinner_tekst herinner_tekst(const struct herinner *h, const struct herinner_punt *p);

/* Appends what is to be done, with the time of an appointment: the same words in every form. */
void herinner_wat(const struct herinner_punt *p, struct buffer *b);

/* Appends the dossier, the client and the key in front of it. */
void herinner_waar(const struct herinner *h, const struct herinner_punt *p, bool outside,
                   struct buffer *b);

/* The cells of one point, for a calendar, in the order of herinner_ical. */
extern const struct column herinner_ical[HERINNER_KOLOMMEN];
const struct text *herinner_ical_rij(const struct herinner *h, const struct herinner_punt *p,
                                     struct document *document, struct buffer *b);

/* What was put together, in the arena of the document; empties the buffer. */
struct text herinner_kept(struct document *document, struct buffer *b);

/* Appends the RRULE of a point that repeats, or nothing. */
void herinner_herhaal(const struct agenda_punt *p, struct buffer *b);

#endif
