/* Numbers, how often and when: what is a measure, and what is said in passing. */
#include "domain/smart_maat.h"
#include "base/text.h"

#include <string.h>

static bool is_number(const struct woord *w)
{
    return w->soort == GETAL || woord_is(w, LIJST_TELWOORD) || (w->accent && woord_heet(w, "een"));
}

/* `groep 7`, `ik ben 16`, `wij twee`, `3de middelbaar`, `een ding`. */
static bool in_name(const struct taal *t, size_t i)
{
    static const char *const before[] = {"groep",  "klas", "afdeling", "kamer", "artikel",
                                         "nummer", "bus",  "lijn",     "ben",   "ons",
                                         "wij",    "we",   "huis",     "al",    "tussen",
                                         "van",    "haar", "zijn",     NULL},
                             *const behind[] = {"ding",     "probleem",   "persoon", "jarige",
                                                "leerjaar", "middelbaar", "kans",    "geheel",
                                                "gezin",    "team",       "procent", NULL};
    const struct woord *w = &t->woord[i];
    bool last = i + 1 >= t->aantal || w[1].soort != WOORD;

    if (i > 1 && (woord_heet(w - 1, "nu") || woord_heet(w - 1, "pas") || woord_heet(w - 1, "al")) &&
        (woord_heet(w - 2, "is") || woord_heet(w - 2, "ben")))
        return true;
    if (i && woord_heet_een(w - 1, before) &&
        (last || woord_heet(w - 1, "groep") || woord_heet(w - 1, "al")))
        return true;
    return !last && woord_heet_een(w + 1, behind);
}

/* `twee jaar geleden`. */
static bool is_past(const struct taal *t, size_t i)
{
    for (size_t k = i + 1; k < t->aantal && k <= i + 3; k++)
        if (woord_heet(&t->woord[k], "geleden"))
            return true;
    return false;
}

/* A year, an age or how many children there are: that is no measure. */
static bool in_passing(const struct taal *t, size_t i)
{
    const struct woord *w = &t->woord[i], *before = i ? w - 1 : NULL;
    bool year = w->soort == GETAL && w->tekst.n == 4 &&
                (text_starts(w->tekst, "19") || text_starts(w->tekst, "20"));

    if (in_name(t, i) || is_past(t, i))
        return true;
    if (year)
        return !before || !woord_is(before, LIJST_MAANDNAAM);
    if (before &&
        (woord_heet(before, "mijn") || woord_heet(before, "m'n") || woord_heet(before, "alle") ||
         woord_heet(before, "zijn") || woord_heet(before, "haar") || woord_heet(before, "onze") ||
         woord_heet(before, "van-de")))
        return i + 1 >= t->aantal || w[1].soort != WOORD || woord_is(&w[1], LIJST_VAST_AANTAL) ||
               woord_is(&w[1], LIJST_BEGINPUNT) || woord_heet(&w[1], "op");
    for (size_t k = i + 1; k < t->aantal && k <= i + 2 && t->woord[k].soort == WOORD; k++)
        if (woord_is(&t->woord[k], LIJST_VAST_AANTAL))
            return true;
    return false;
}

bool getal_telt(const struct taal *t, size_t i)
{
    return is_number(&t->woord[i]) && !in_passing(t, i);
}

/* `een keer per maand`, `één keer`; `nog ne keer` is a fact. */
bool getal_eens(const struct taal *t, size_t i)
{
    const struct woord *w = &t->woord[i], *next = w + 1;

    if (i + 1 >= t->aantal || w->bijzin)
        return false;
    if (woord_heet(w, "eens") && woord_is(next, LIJST_ELKE))
        return true;
    return (woord_heet(w, "ne") || woord_heet(w, "een")) && woord_heet(next, "keer") &&
           (w->accent || (i && woord_heet(w - 1, "nog")));
}

/* `ma`, `do` and `zo` are other words too: they are days behind `op` and beside each other. */
static bool is_short_day(const struct taal *t, size_t i)
{
    const struct woord *w = &t->woord[i];
    size_t other = i + 2 < t->aantal && w[1].soort != WOORD ? i + 2 : i + 1;

    if (i && (woord_heet(w - 1, "op") || woord_heet(w - 1, "elke")))
        return true;
    return other < t->aantal && woord_is(&t->woord[other], LIJST_WEEKDAG) &&
           t->woord[other].tekst.n == 2;
}

static bool is_day(const struct taal *t, size_t i)
{
    const struct woord *w = &t->woord[i];
    return woord_is(w, LIJST_WEEKDAG) && (w->tekst.n > 2 || is_short_day(t, i));
}

/* `elke ochtend`, `iedere eerste maandag`. */
static bool is_each(const struct taal *t, size_t i)
{
    const lijsten time = lijst(LIJST_DAGDEEL) | lijst(LIJST_WEEKDAG) | lijst(LIJST_MAANDNAAM);

    for (size_t k = i + 1; k < t->aantal && k <= i + 3; k++) {
        if (t->woord[k].soort != WOORD && t->woord[k].soort != GETAL)
            return false;
        if (t->woord[k].is & time || t->woord[k].soort == GETAL)
            return true;
    }
    return false;
}

/* `elke ochtend`, `per week`, `om de veertien dagen`, `dagelijks`; not `mijn dagelijks leven`. */
bool getal_hoe_vaak(const struct taal *t, size_t i)
{
    const struct woord *w = &t->woord[i], *next = w + 1;
    bool more = i + 1 < t->aantal && (next->soort == WOORD || next->soort == GETAL);

    if (woord_is(w, LIJST_MAAL))
        return !more || !woord_heet(next, "leven");
    if (woord_is(w, LIJST_ELKE))
        return is_each(t, i);
    return more && woord_heet(w, "om") && woord_heet(next, "de") && i + 2 < t->aantal &&
           (woord_is(&w[2], LIJST_DAGDEEL) || is_number(&w[2]));
}

/* `op maandag`, `'s avonds`, `elke vergadering`: a time that is also named in passing. */
bool getal_tijd(const struct taal *t, size_t i)
{
    const struct woord *w = &t->woord[i];

    if (is_day(t, i))
        return true;
    if (i + 1 >= t->aantal || w[1].soort != WOORD)
        return false;
    if (woord_is(w, LIJST_ELKE))
        return !woord_heet(w + 1, "geval") && !woord_heet(w + 1, "kans") &&
               !woord_heet(w + 1, "se");
    return woord_heet(w, "'s") && woord_is(w + 1, LIJST_DAGDEEL);
}

bool getal_moment(const struct taal *t, size_t i)
{
    const struct woord *w = &t->woord[i];

    if (woord_is(w, LIJST_MAANDNAAM))
        return true;
    if (woord_is(w, LIJST_RANGTELWOORD))
        return i && woord_heet(w - 1, "de") &&
               (i + 1 >= t->aantal || w[1].soort != WOORD || woord_heet(&w[1], "van") ||
                w[1].is & (lijst(LIJST_WEEKDAG) | lijst(LIJST_DAGDEEL)));
    return woord_heet(w, "eerste") && i + 2 < t->aantal &&
           (woord_is(&w[1], LIJST_WEEKDAG) || woord_heet(&w[1], "van") ||
            woord_is(&w[1], LIJST_DAGDEEL));
}
