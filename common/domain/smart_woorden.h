/* The words that gesprek-smart toets goes by: lists in a recfile (gegevens/smart.rec, built in),
 * and the user's own lists in the place of some of them. A word is looked up once and says of which
 * lists it is, one bit a list. */
#ifndef GESPREK_DOMAIN_SMART_WOORDEN_H
#define GESPREK_DOMAIN_SMART_WOORDEN_H

#include "base/diag.h"
#include "base/mem.h"
#include <stdint.h>

/* Made by the Makefile: gegevens/smart.rec. */
extern const char smart_ingebouwd[];

/* The lists by their number; their names stand in smart_woorden.c. */
enum smart_lijst {
    LIJST_VOORVOEGSEL,
    LIJST_IK,
    LIJST_WIJ,
    LIJST_ANDER,
    LIJST_AANSPREKING,
    LIJST_PERSOON,
    LIJST_WILLEN,
    LIJST_HULP,
    LIJST_KOPPEL,
    LIJST_ONREGELMATIG,
    LIJST_GEWOON,
    LIJST_DUIDELIJK,
    LIJST_ONZICHTBAAR,
    LIJST_HERHAALD,
    LIJST_GEVOEL,
    LIJST_HULPMIDDEL,
    LIJST_BEWEGEN,
    LIJST_AFRONDEN,
    LIJST_SPREKEN,
    LIJST_WONEN,
    LIJST_VERWERVEN,
    LIJST_OPHOUDEN,
    LIJST_OPHOUDEN_DING,
    LIJST_STOPPEN,
    LIJST_WEG,
    LIJST_ONTKENNING,
    LIJST_BEGINPUNT,
    LIJST_VERLEDEN,
    LIJST_VOORBEHOUD,
    LIJST_TERUG,
    LIJST_AANWIJZEND,
    LIJST_VOORZETSEL,
    LIJST_NAAMWOORD,
    LIJST_TELWOORD,
    LIJST_MAAL,
    LIJST_DAGDEEL,
    LIJST_ELKE,
    LIJST_WEEKDAG,
    LIJST_MAANDNAAM,
    LIJST_RANGTELWOORD,
    LIJST_VAST_AANTAL,
    LIJST_RESULTAAT,
    LIJST_VOLTOOID,
    LIJST_MERKEN,
    LIJST_VAAG,
    LIJST_GEEN_MAAT,
    LIJST_HOEDANIGHEID,
    LIJST_ABSTRACT,
    LIJST_VULWOORD,
    LIJST_OVER_WONEN, /* from here to OVER_VERKEER: what a goal is about */
    LIJST_OVER_WERK,
    LIJST_OVER_LEREN,
    LIJST_OVER_GELD,
    LIJST_OVER_GEZONDHEID,
    LIJST_OVER_MENSEN,
    LIJST_OVER_HUISHOUDEN,
    LIJST_OVER_VRIJE_TIJD,
    LIJST_OVER_VERKEER,
    LIJST_AFKORTING,
    LIJST_COUNT,
    /* Not lists, but what a word of the verb lists is. */
    VORM_HEEL = LIJST_COUNT, /* lopen */
    VORM_IK,                 /* loop */
    VORM_HIJ                 /* loopt */
};

typedef uint64_t lijsten; /* one bit for each */
static inline lijsten lijst(int which)
{
    return (lijsten)1 << which;
}

/* Every verb list, and all that a goal can be about. */
extern const lijsten lijsten_doen, lijsten_over;

struct smart_woorden {
    struct woord_plaats *plaatsen; /* open addressing: a power of two, at most half of it used */
    size_t capacity, used;
    lijsten mask;       /* which bits count while words are added */
    struct arena arena; /* the words */
};

/* Adds the lists of the content (given more room; not needed afterwards), called `name` in
 * messages; a list that was there is replaced. False: said in diag, all faults at once (status 3).
 */
bool smart_woorden_lees(struct smart_woorden *w, struct buffer *content, const char *name,
                        struct diag *diag);
void smart_woorden_free(struct smart_woorden *w);

/* Of which lists a word is that was folded (smart_vouw); 0: of none. With `eind` also by the end of
 * a longer word, `tekendiploma`: of those lists alone that hold nouns. smart_scheidbaar: of which
 * the verb is that stands apart, `vraag ... aan`. */
lijsten smart_woord(const struct smart_woorden *w, struct text word);
lijsten smart_woord_eind(const struct smart_woorden *w, struct text word);
lijsten smart_scheidbaar(const struct smart_woorden *w, struct text particle, struct text verb);

/* True for the whole form of a verb, also with something in front: `meezingen`, `solliciteren`. */
bool smart_is_heel(const struct smart_woorden *w, struct text word);

/* Writes the character at the start of t (not empty) in lower case and without its accent, 1 to 4
 * bytes; *n is how many bytes of t that was. Returns how many were written. *accent: it had one. */
size_t smart_vouw(struct text t, char into[4], size_t *n, bool *accent);

#endif
