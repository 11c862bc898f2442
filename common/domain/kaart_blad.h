/* What gesprek-kaart answers: who can help, one organisation whole, what has to be looked at again.
 */
#ifndef GESPREK_DOMAIN_KAART_BLAD_H
#define GESPREK_DOMAIN_KAART_BLAD_H

#include "base/document.h"
#include "domain/kaart.h"

/* The table of kaart_zoek and kaart_verouderd, for CSV. */
extern const struct column kaart_kolommen[];
extern const size_t kaart_kolom_aantal;

/* What is asked for; an empty text asks for nothing. Capitals and accents make no difference. */
struct kaart_vraag {
    struct text nood;              /* a part of life, or words that must all be there */
    struct text levensdomein;      /* the whole word */
    struct text doelgroep, gebied; /* a part of it is enough */
};

/* A question made ready for many items. Zero-initialise, start, free. */
struct kaart_zoeker {
    struct buffer nood, doelgroep, gebied;       /* as text_plain gives them */
    struct buffer nood_als_domein, levensdomein; /* as kaart_domein does */
    struct buffer hay;                           /* what is looked in */
};
void kaart_zoeker_start(struct kaart_zoeker *z, const struct kaart_vraag *vraag);
bool kaart_zoeker_past(struct kaart_zoeker *z, const struct kaart *k,
                       const struct kaart_item *item);
void kaart_zoeker_free(struct kaart_zoeker *z);

/* Whether the organisation or service meets a need (nood) at all. A service that has stopped does
 * not. */
bool kaart_kan(const struct kaart *k, const struct kaart_item *item);

/* A part of life as it is compared, appended: without capitals, accents and what joins its words.
 */
void kaart_domein(struct buffer *out, struct text value);

/* Whether what a field says is looked in for words: not the numbers an item goes by elsewhere. */
bool kaart_telt(struct text field);

/* Adds rows, or with `table` false points for people, of what fits. Returns how many. What is not
 * copied lives in the arena. */
size_t kaart_zoek(const struct kaart *k, const struct kaart_vraag *vraag, bool table,
                  struct arena *arena, struct document *document);

/* One record whole: an organisation with its services, people and agreements; of a person who is
 * away also who stands in. */
void kaart_toon(const struct kaart *k, const struct kaart_item *item, date today,
                struct arena *arena, struct document *document);

/* Organisations and services that were last looked at before `since`, or never; what stopped need
 * not be. Returns how many. */
size_t kaart_verouderd(const struct kaart *k, date since, bool table, struct arena *arena,
                       struct document *document);

#endif
