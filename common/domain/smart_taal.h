/* A goal's text as words and clauses, and what it says by the rules of gesprek-smart(1): whether
 * there is one thing somebody does (S), and something to see it by (M). Nothing is allocated. */
#ifndef GESPREK_DOMAIN_SMART_TAAL_H
#define GESPREK_DOMAIN_SMART_TAAL_H

#include "domain/smart_woorden.h"

#include <string.h>

/* What is longer than this is judged by its beginning. */
enum { TAAL_WOORDEN = 400, TAAL_BYTES = 4000 };

enum woord_soort {
    WOORD,
    GETAL,  /* 20, 1x, 23u, 19:30 */
    EINDE,  /* . ! ? ; and a point of a list: a sentence ends */
    DUBBEL, /* : */
    KOMMA,  /* , ( ) and a dash with blanks around it */
    EN      /* en, /, +, & and the `of` between two words */
};

struct woord {
    struct text tekst; /* folded */
    lijsten is;
    enum woord_soort soort;
    unsigned deel; /* which part: sentences, and what stands behind a colon */
    bool hoofdletter, accent;
    bool vraag;     /* EINDE: a question mark */
    bool geciteerd; /* between quotes */
    bool bijzin;    /* in a clause that tells of something else: als, dat, die, om ... te */
    bool reden;     /* in one that says why, or how it was */
};

struct taal {
    const struct smart_woorden *woorden;
    struct woord woord[TAAL_WOORDEN];
    size_t aantal;
    char bytes[TAAL_BYTES];
    size_t gebruikt;
};

/* Reads a text into the words. */
void taal_lees(struct taal *t, const struct smart_woorden *woorden, struct text tekst);

enum taal_doen {
    DOEN_GOED,
    DOEN_STOPT,   /* what must stop or not be */
    DOEN_MEER,    /* more than one goal */
    DOEN_ANDEREN, /* what others, or the head, must do */
    DOEN_DING,    /* wants a thing or to be somehow, and does nothing */
    DOEN_NIEMAND  /* nobody does something */
};
enum taal_doen taal_doen(const struct taal *t);

enum taal_maat {
    MAAT_GOED,
    MAAT_VAAG, /* only words that differ from one to the next */
    MAAT_GEEN
};
enum taal_maat taal_maat(const struct taal *tekst, const struct taal *meetbaar);

/* ---- for the files that look at the words ---- */

static inline bool woord_is(const struct woord *w, int which)
{
    return w->is & lijst(which);
}
/* In the header, so that the length of a word that stands in the source is known there. */
static inline bool woord_heet(const struct woord *w, const char *text)
{
    return w->tekst.n == strlen(text) && !memcmp(w->tekst.p, text, w->tekst.n);
}

/* One of the words, NULL behind the last. */
static inline bool woord_heet_een(const struct woord *w, const char *const *words)
{
    for (; w->tekst.n && *words; words++)
        if (**words == *w->tekst.p && woord_heet(w, *words))
            return true;
    return false;
}

/* A finite form, a whole form (`te` in front or not). */
bool woord_is_vorm(const struct woord *w);
bool woord_is_heel(const struct taal *t, size_t i);

/* A sentence, or what stands behind a colon. */
struct deel {
    size_t van, tot;     /* tot: behind the last word */
    size_t onderwerp;    /* who does it; `tot`: nobody */
    size_t werkwoord;    /* what they do */
    bool eerste_persoon; /* ik, wij */
    bool vraag;          /* it asks something */
};
bool taal_deel(const struct taal *t, size_t van, struct deel *deel);

/* True when the part says what must not be, as its main thing. */
bool deel_ontkent(const struct taal *t, const struct deel *d);

/* Wants to be rid of something: `Ik wil van mijn ex af`. */
bool deel_wil_kwijt(const struct taal *t, const struct deel *d);

/* `Dat wil ik niet meer`: what was told before it is what must stop. */
bool deel_wijst_af(const struct taal *t, const struct deel *d);

#endif
