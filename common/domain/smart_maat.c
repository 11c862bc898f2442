/* M: a number, a frequency or a fact by which one sees that the goal is reached. */
#include "domain/smart_maat.h"
#include "base/text.h"

#include <string.h>

/* Where the goal begins: what stands before a wish tells how things are. */
static size_t goal_begins(const struct taal *t)
{
    size_t begins = 0;
    bool seen = false;
    struct deel d;

    for (size_t i = 0; taal_deel(t, i, &d); i = d.tot) {
        bool wish = d.eerste_persoon && woord_is(&t->woord[d.werkwoord], LIJST_WILLEN);
        if ((wish && !seen) || deel_wijst_af(t, &d))
            begins = d.van;
        seen = seen || wish;
    }
    return begins;
}

/* `elke dag gelukkig zijn`: how often is no measure of a feeling. */
static bool is_felt(const struct taal *t, const struct deel *d)
{
    lijsten verbs = deel_werkwoorden(t, d);

    return deel_woorden(t, d) & (lijst(LIJST_GEVOEL) | lijst(LIJST_HOEDANIGHEID)) &&
           !(verbs & lijsten_doen & ~lijst(LIJST_ONZICHTBAAR) & ~lijst(LIJST_VERWERVEN));
}

/* A measure whatever stands around it. */
static bool has_hard(const struct taal *t)
{
    struct deel d;

    for (size_t from = goal_begins(t); taal_deel(t, from, &d); from = d.tot) {
        bool denies = deel_ontkent(t, &d) || is_felt(t, &d);
        for (size_t i = d.van; i < d.tot; i++)
            if (woord_telt(&t->woord[i]) &&
                (getal_telt(t, i) || getal_eens(t, i) || getal_moment(t, i) ||
                 (!denies && getal_hoe_vaak(t, i))))
                return true;
    }
    return false;
}

static bool has_fact(const struct taal *t)
{
    struct deel d;

    for (size_t i = goal_begins(t); taal_deel(t, i, &d); i = d.tot)
        if (deel_feit(t, &d))
            return true;
    return false;
}

static bool has_list(const struct taal *t, const struct deel *d, int which)
{
    for (size_t i = d->van; i < d->tot; i++)
        if (woord_is(&t->woord[i], which))
            return true;
    return false;
}

/* `Ik merk het als ...`, `op papier`; not `moeder merkt verschil`. */
static bool has_mark(const struct taal *t, const struct deel *d)
{
    bool tells = false;

    for (size_t i = d->van; i < d->tot; i++)
        tells = tells || t->woord[i].bijzin || t->woord[i].soort == DUBBEL;
    for (size_t i = d->van; i < d->tot; i++)
        if (woord_is(&t->woord[i], LIJST_MERKEN) && (tells || !woord_heet(&t->woord[i], "merkt")))
            return true;
    return false;
}

/* A number that is no moment to look: not `na 6 weken`, `op 1 maart`. */
static bool has_amount(const struct taal *t, const struct deel *d)
{
    for (size_t i = d->van; i < d->tot; i++) {
        const struct woord *next = i + 1 < t->aantal ? &t->woord[i + 1] : NULL;
        if (getal_telt(t, i) &&
            (!next || !(next->is & (lijst(LIJST_DAGDEEL) | lijst(LIJST_MAANDNAAM))) ||
             woord_heet(next, "keer")))
            return true;
    }
    return has_mark(t, d);
}

/* `Het gaat`, `alles loopt`, `hoe het lukt`: nothing that can be seen. */
static bool just_goes(const struct taal *t, const struct deel *d)
{
    static const char *const all[] = {"het", "alles", "dit", "dat", NULL}, *const goes[] = {
                                                                               "gaat", "loopt",
                                                                               "lukt", "gelukt",
                                                                               "is",   NULL};

    static const char *const open[] = {"te", "af", "niet", "in", "onbekend", "bepalen", NULL};

    static const char *const look[] = {"hoe", "of", "samen", "mee", "dit", "na", NULL};

    if (deel_achter(t, d, "nog", open) || deel_achter(t, d, "kijkt", look) ||
        deel_achter(t, d, "kijken", look))
        return true;
    for (size_t i = d->van; i + 1 < d->tot; i++)
        if (woord_heet_een(&t->woord[i], all) && woord_heet_een(&t->woord[i + 1], goes) &&
            (!woord_heet(&t->woord[i + 1], "is") || i + 3 > d->tot))
            return true;
    return false;
}

/* Who fills in Meetbaar mostly says what there is to see; but not when it only says who will look,
 * and when, or that it goes better. */
static bool part_measures(const struct taal *t, const struct deel *d)
{
    lijsten words = deel_woorden(t, d);

    if (has_list(t, d, LIJST_GEEN_MAAT) || just_goes(t, d))
        return has_amount(t, d);
    if (has_mark(t, d) || has_list(t, d, LIJST_VOLTOOID) || deel_feit(t, d))
        return true;
    if (deel_vaag(t, d) || deel_zonder_eind(t, d) || d->vraag)
        return false;
    if (lijsten_ijl(words) && d->onderwerp < d->tot)
        return !(words & (lijst(LIJST_GEVOEL) | lijst(LIJST_HOEDANIGHEID))) &&
               deel_klasse(t, d) == DAAD &&
               (deel_dingen(t, d) > 0 || woord_is(&t->woord[d->werkwoord], LIJST_DUIDELIJK));
    if (lijsten_ijl(words))
        return deel_dingen(t, d) > 1;
    if (d->werkwoord < d->tot && deel_klasse(t, d) == TOESTAND && !d->eerste_persoon)
        return deel_dingen(t, d) > 1;
    return deel_dingen(t, d) > 0 && d->tot - d->van > 2;
}

static bool is_measured(const struct taal *t)
{
    struct deel d;
    bool looks = false;

    for (size_t i = 0; taal_deel(t, i, &d); i = d.tot) {
        looks = looks || has_list(t, &d, LIJST_GEEN_MAAT);
        if (part_measures(t, &d))
            return true;
    }
    return !looks && has_hard(t);
}

/* `Geen ruzie meer` is not vague: it says nothing at all. */
static bool has_vague(const struct taal *t)
{
    struct deel d;

    for (size_t i = 0; taal_deel(t, i, &d); i = d.tot)
        if (deel_vaag(t, &d) && !deel_ontkent(t, &d))
            return true;
    return false;
}

enum taal_maat taal_maat(const struct taal *tekst, const struct taal *meetbaar)
{
    if (has_hard(tekst) || has_fact(tekst) || is_measured(meetbaar))
        return MAAT_GOED;
    return meetbaar->aantal || has_vague(tekst) ? MAAT_VAAG : MAAT_GEEN;
}
