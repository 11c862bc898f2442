/* S: one thing that somebody does, worded as what is wanted. */
#include "domain/smart_taal.h"
#include "base/text.h"

#include <string.h>

static bool counts(const struct woord *w)
{
    return !w->bijzin && !w->geciteerd && !w->reden;
}

static bool begins(const struct taal *t, const struct deel *d, size_t i)
{
    return i == d->van || t->woord[i - 1].soort != WOORD;
}

/* ---- who does what ---- */

/* The verb behind `ik`, also behind `ik en mijn dochter` and `ik zelf`. */
static size_t verb_behind(const struct taal *t, const struct deel *d, size_t i)
{
    size_t next = i + 1;

    if (next < d->tot && t->woord[next].soort == EN) {
        while (next < d->tot && !woord_is_vorm(&t->woord[next]) && !woord_is_heel(t, next))
            next++;
        return next;
    }
    while (next < d->tot &&
           (woord_heet(&t->woord[next], "zelf") || woord_heet(&t->woord[next], "ook") ||
            t->woord[next].bijzin || t->woord[next].soort == KOMMA))
        next++;
    return next;
}

/* `ik lees`, `dan lees ik`. */
static bool find_first_person(const struct taal *t, struct deel *d)
{
    for (size_t i = d->van; i < d->tot; i++) {
        const struct woord *w = &t->woord[i];
        if (!(w->is & (lijst(LIJST_IK) | lijst(LIJST_WIJ))) || !counts(w))
            continue;
        d->onderwerp = i;
        d->werkwoord = begins(t, d, i) || !woord_is_vorm(w - 1) ? verb_behind(t, d, i) : i - 1;
        if (d->werkwoord >= d->tot)
            continue;
        return d->eerste_persoon = true;
    }
    return false;
}

static bool ends_in(const struct woord *w, const char *end)
{
    size_t n = strlen(end);
    return w->tekst.n > n && !memcmp(w->tekst.p + w->tekst.n - n, end, n);
}

/* `belt`, `gaat`; of two people also `eten`. */
static bool is_finite(const struct taal *t, size_t i, bool more)
{
    const struct woord *w = &t->woord[i];

    if (w->soort != WOORD || w->geciteerd || (!more && woord_is(w, LIJST_NAAMWOORD)))
        return false;
    if (more && !w->is && w->tekst.n > 4 && (ends_in(w, "en") || ends_in(w, "t")))
        return true;
    if (w->is & (lijst(VORM_HIJ) | lijst(LIJST_ONREGELMATIG)))
        return more || !woord_is(w, VORM_HEEL) || woord_heet(w, "zien");
    return more && woord_is(w, VORM_HEEL);
}

/* A name, a role with or without its determiner, or a pronoun. Returns how many words; 0: none. */
static size_t person_at(const struct taal *t, const struct deel *d, size_t i)
{
    size_t n = 0;

    if (i + 1 < d->tot && t->woord[i].is & lijst(LIJST_AANWIJZEND) &&
        !woord_is(&t->woord[i], LIJST_ANDER))
        n++;
    if (i + n >= d->tot || t->woord[i + n].soort != WOORD)
        return 0;
    if (t->woord[i + n].is & (lijst(LIJST_PERSOON) | lijst(LIJST_ANDER)))
        n++;
    else if (n || !t->woord[i].hoofdletter || t->woord[i].is)
        return 0;
    else
        n++;
    while (i + n < d->tot && t->woord[i + n].hoofdletter && t->woord[i + n].soort == WOORD)
        n++;
    return n;
}

/* `ouders`, `de leerkracht`, `mevrouw De Backer`: behind those an unknown word is a verb. */
static bool person_is_role(const struct taal *t, size_t i, size_t n)
{
    for (size_t k = i; k < i + n; k++)
        if (woord_is(&t->woord[k], LIJST_PERSOON))
            return true;
    return false;
}

/* `Timo haalt`, `Nathan en zijn moeder eten`, `de dochter van mevrouw belt`. */
static bool find_other_first(const struct taal *t, struct deel *d)
{
    size_t n = person_at(t, d, d->van), i = d->van + n, next;
    bool more = n && person_is_role(t, d->van, n);

    if (!n)
        return false;
    while (i < d->tot && (t->woord[i].soort == EN || woord_heet(&t->woord[i], "van"))) {
        more = more || t->woord[i].soort == EN;
        next = person_at(t, d, i + 1);
        if (!next)
            return false;
        i += 1 + next;
    }
    more = more || t->woord[i - 1].is & lijst(LIJST_VAST_AANTAL);
    if (i >= d->tot || !is_finite(t, i, more))
        return false;
    d->onderwerp = d->van;
    d->werkwoord = i;
    return true;
}

/* `Elke dinsdag gaat mevrouw zwemmen`. */
static bool find_other_behind(const struct taal *t, struct deel *d)
{
    for (size_t i = d->van + 1; i + 1 < d->tot; i++)
        if (counts(&t->woord[i]) && is_finite(t, i, false) && person_at(t, d, i + 1) &&
            !woord_heet(&t->woord[i + 1], "ze")) {
            d->onderwerp = i + 1;
            d->werkwoord = i;
            return true;
        }
    return false;
}

bool taal_deel(const struct taal *t, size_t van, struct deel *d)
{
    *d = (struct deel){.van = van, .tot = van};
    if (van >= t->aantal)
        return false;
    while (d->tot < t->aantal && t->woord[d->tot].deel == t->woord[van].deel)
        d->tot++;
    d->onderwerp = d->werkwoord = d->tot;
    d->vraag = t->woord[d->tot - 1].vraag;
    if (!find_first_person(t, d) && !find_other_first(t, d))
        find_other_behind(t, d);
    return true;
}

/* ---- does, or only wants ---- */

/* A place or a time, a thing that was done, or being one of a group: then `zijn` says more than how
 * somebody is. */
static bool is_somewhere(const struct taal *t, const struct deel *d)
{
    static const char *const where[] = {"in",  "op",    "bij",      "thuis", "er",    "om",
                                        "lid", "klaar", "aanwezig", "daar",  "terug", NULL};

    for (size_t k = d->van; k < d->tot; k++) {
        if (counts(&t->woord[k]) &&
            (t->woord[k].soort == GETAL || woord_is(&t->woord[k], LIJST_VOLTOOID)))
            return true;
        for (const char *const *word = where; *word; word++)
            if (counts(&t->woord[k]) && woord_heet(&t->woord[k], *word))
                return true;
    }
    return false;
}

static bool has_quality(const struct taal *t, const struct deel *d)
{
    for (size_t k = d->van; k < d->tot; k++)
        if (counts(&t->woord[k]) && woord_is(&t->woord[k], LIJST_HOEDANIGHEID))
            return true;
    return false;
}

/* `gelukkig zijn`, `een goede moeder zijn`: nothing is done. */
static bool is_only_being(const struct taal *t, const struct deel *d, size_t i)
{
    const struct woord *w = &t->woord[i];

    if (woord_heet(w, "worden") || woord_heet(w, "is"))
        return has_quality(t, d);
    if (!woord_heet(w, "zijn") && !woord_heet(w, "ben"))
        return false;
    return has_quality(t, d) || !is_somewhere(t, d);
}

/* Behind `te` only with `hopen` and the like: `om mee te praten` does not count. */
static bool is_done(const struct taal *t, const struct deel *d, size_t i)
{
    const struct woord *w = &t->woord[i], *verb = &t->woord[d->werkwoord];
    bool te = i && woord_heet(w - 1, "te");

    if (i == d->werkwoord || !counts(w) || !woord_is_heel(t, i) || is_only_being(t, d, i))
        return false;
    if (w->is & lijst(LIJST_WILLEN))
        return false;
    return !te || woord_heet(verb, "hoop") || woord_heet(verb, "wens") ||
           woord_heet(verb, "verlang") || woord_heet(verb, "droom");
}

static bool does_something(const struct taal *t, const struct deel *d)
{
    for (size_t i = d->van; i < d->tot; i++)
        if (is_done(t, d, i))
            return true;
    return false;
}

/* `Ik wil dat ...`, `ik zou graag hebben dat ...`. */
static bool wants_of_others(const struct taal *t, const struct deel *d)
{
    size_t i = d->werkwoord + 1;

    while (i < d->tot &&
           (t->woord[i].soort == KOMMA || woord_heet(&t->woord[i], "graag") ||
            woord_is(&t->woord[i], LIJST_IK) || woord_heet(&t->woord[i], "gewoon") ||
            woord_heet(&t->woord[i], "hebben") || woord_heet(&t->woord[i], "willen") ||
            woord_heet(&t->woord[i], "ook") || woord_heet(&t->woord[i], "wel")))
        i++;
    return i < d->tot && woord_heet(&t->woord[i], "dat") && t->woord[i].bijzin;
}

/* `Ze laten mij met rust`, `ik vind het fijn als mijn broer belt`, `ik heb graag dat ...`. */
static bool asks_of_others(const struct taal *t, const struct deel *d)
{
    static const char *const they[] = {"ze", "men", "iedereen", "iemand", "jullie", NULL},
                             *const hold[] = {"vind", "heb",  "verwacht", "zie",
                                              "eis",  "denk", "vinden",   NULL},
                             *const what[] = {"dat", "als", NULL};

    if (woord_heet_een(&t->woord[d->onderwerp], they))
        return true;
    if (!d->eerste_persoon || !woord_heet_een(&t->woord[d->werkwoord], hold))
        return false;
    for (size_t i = d->werkwoord + 1; i < d->tot && i < d->werkwoord + 5; i++)
        if (t->woord[i].bijzin)
            return woord_heet_een(&t->woord[i], what) &&
                   !woord_is(&t->woord[i + 1 < d->tot ? i + 1 : i], LIJST_IK);
    return false;
}

static enum taal_doen part_does(const struct taal *t, const struct deel *d)
{
    if (d->onderwerp == d->tot || d->vraag)
        return DOEN_NIEMAND;
    if (asks_of_others(t, d))
        return DOEN_ANDEREN;
    if (woord_is(&t->woord[d->werkwoord], LIJST_WILLEN)) {
        if (wants_of_others(t, d))
            return DOEN_ANDEREN;
        return does_something(t, d) ? DOEN_GOED : DOEN_DING;
    }
    if (!d->eerste_persoon && t->woord[d->onderwerp].is & lijst(LIJST_AANWIJZEND) &&
        (woord_heet(&t->woord[d->werkwoord], "moet") ||
         woord_heet(&t->woord[d->werkwoord], "moeten")))
        return DOEN_ANDEREN;
    return is_only_being(t, d, d->werkwoord) ? DOEN_DING : DOEN_GOED;
}

/* ---- what must not be ---- */

static bool clause_has(const struct taal *t, size_t from, size_t to, const char *text)
{
    for (size_t i = from; i < to; i++)
        if (!t->woord[i].geciteerd && woord_heet(&t->woord[i], text))
            return true;
    return false;
}

/* A number behind it makes it a measure: `niet meer dan drie`, `minder dan 5`. */
static bool is_measure(const struct taal *t, size_t i, size_t to)
{
    for (size_t k = i + 1; k < to && k <= i + 3; k++)
        if (woord_heet(&t->woord[k], "dan"))
            return k + 1 < to && (t->woord[k + 1].soort == GETAL || t->woord[k + 1].accent ||
                                  woord_is(&t->woord[k + 1], LIJST_TELWOORD) ||
                                  woord_heet(&t->woord[k + 1], "een"));
    return false;
}

/* `niet alleen ... maar ook`; `maakt niet uit`. */
static bool is_harmless(const struct taal *t, size_t i, size_t to)
{
    const struct woord *w = &t->woord[i], *next = w + 1;

    if (is_measure(t, i, to))
        return true;
    if (i + 1 < to && woord_heet(w, "niet") &&
        (woord_heet(next, "alleen") || woord_heet(next, "enkel")) && clause_has(t, i, to, "maar"))
        return true;
    return i && woord_heet(w, "niet") &&
           ((i + 1 < to && woord_heet(next, "uit") && woord_heet(w - 1, "maakt")) ||
            woord_heet(w - 1, "of") || woord_heet(w - 1, "waarom"));
}

/* What comes behind: `maar ...`, `, ik loop weg`, `in plaats van`: then that is what is wanted. */
static bool is_contrast(const struct taal *t, size_t i, size_t to)
{
    for (i++; i < to; i++) {
        const struct woord *w = &t->woord[i];
        bool more = i + 1 < to;
        if (w->geciteerd || !more)
            continue;
        if (woord_heet(w, "maar"))
            return !woord_heet(w + 1, "het") && !woord_heet(w + 1, "dat");
        if ((w->soort == KOMMA || w->soort == EN) && w[1].is & lijst(LIJST_IK))
            return i + 2 < to && !clause_has(t, i, to, "niet") && !clause_has(t, i, to, "nie");
        if (w->soort == KOMMA && woord_heet(w + 1, "wel"))
            return true;
    }
    return false;
}

/* Where the second of two things begins: the first one carries the goal. */
static bool ends_first(const struct taal *t, const struct deel *d, size_t i, bool seen)
{
    const struct woord *w = &t->woord[i];

    if (!seen || i + 1 >= d->tot || (w->soort != KOMMA && w->soort != EN))
        return false;
    for (size_t k = i + 1; k < d->tot && t->woord[k].soort == WOORD; k++)
        if (!t->woord[k].bijzin && (woord_is_vorm(&t->woord[k]) || woord_is_heel(t, k)))
            return true;
    return w[1].is & lijst(LIJST_ONTKENNING);
}

static bool stops(const struct taal *t, const struct deel *d, size_t i)
{
    const struct woord *w = &t->woord[i];

    if (woord_heet(w, "hou") || woord_heet(w, "houd") || woord_heet(w, "houdt"))
        return clause_has(t, i, d->tot, "op") && clause_has(t, i, d->tot, "met");
    if (woord_heet(w, "zonder") && i + 1 < d->tot)
        return w[1].is & (lijst(LIJST_GEVOEL) | lijst(LIJST_OPHOUDEN_DING)) &&
               (clause_has(t, d->van, d->tot, "leven") || clause_has(t, d->van, d->tot, "leef"));
    if (!woord_is(w, LIJST_STOPPEN))
        return false;
    if (woord_heet(w, "stop") || woord_heet(w, "stopt") || woord_heet(w, "kap") ||
        woord_heet(w, "kapt") || woord_heet(w, "kappen"))
        return clause_has(t, i, d->tot, "met") || i + 1 == d->tot;
    return true;
}

/* `Ik wil van mijn ex af`, `ik blijf van de drank af`, `ik wil mijn schulden kwijt`. */
bool deel_wil_kwijt(const struct taal *t, const struct deel *d)
{
    const struct woord *verb = d->werkwoord < d->tot ? &t->woord[d->werkwoord] : NULL;
    bool from = false, stays = verb && (woord_heet(verb, "blijf") || woord_heet(verb, "blijft"));

    if (!verb || !(verb->is & (lijst(LIJST_WILLEN) | lijst(LIJST_HULP))))
        return false;
    for (size_t i = d->werkwoord; i < d->tot; i++) {
        const struct woord *w = &t->woord[i];
        bool last = i + 1 == d->tot || w[1].soort != WOORD || woord_is_heel(t, i + 1);
        if (w->soort == KOMMA || w->soort == EN)
            return false;
        if (!counts(w))
            continue;
        from = from || woord_heet(w, "van");
        if ((from && woord_heet(w, "af") && last) || woord_heet(w, "kwijt"))
            return true;
        if (stays && woord_heet(w, "uit") && i + 2 < d->tot)
            return true;
        if (woord_heet(verb, "laat") && woord_is(w, LIJST_OPHOUDEN_DING))
            return true;
        if (woord_heet(w, "weg") && last && stays)
            return true;
    }
    return false;
}

/* `Stemmen weg`: nobody does anything, and it must go. */
static bool must_go(const struct taal *t, const struct deel *d)
{
    size_t last = d->tot;

    if (d->onderwerp < d->tot)
        return false;
    while (last > d->van && t->woord[last - 1].soort != WOORD)
        last--;
    return last > d->van &&
           (woord_is(&t->woord[last - 1], LIJST_WEG) || woord_is(&t->woord[d->van], LIJST_WEG));
}

bool deel_ontkent(const struct taal *t, const struct deel *d)
{
    bool seen = false;

    if (deel_wil_kwijt(t, d) || must_go(t, d))
        return true;
    for (size_t i = d->van; i < d->tot; i++) {
        const struct woord *w = &t->woord[i];
        if (!counts(w))
            continue;
        if (ends_first(t, d, i, seen) || (seen && woord_heet(w, "maar")))
            return false;
        if ((woord_is(w, LIJST_ONTKENNING) && !is_harmless(t, i, d->tot)) || stops(t, d, i))
            return !is_contrast(t, i, d->tot);
        seen = seen || i == d->werkwoord || (d->onderwerp == d->tot && w->soort == WOORD);
    }
    return false;
}

/* ---- more than one goal ---- */

struct stuk {
    lijsten over; /* what it is about */
    bool doet;    /* has a verb of its own */
    bool terug;   /* goes on about what was said */
};

struct stukken {
    struct stuk stuk[16];
    size_t aantal, doen;
    lijsten over;
    size_t dat;    /* clauses with `dat` behind `willen` */
    size_t wensen; /* ik wil, wil ik */
};

static void end_piece(struct stukken *s, struct stuk *now)
{
    if ((now->doet || now->over) && s->aantal < sizeof s->stuk / sizeof *s->stuk) {
        s->stuk[s->aantal++] = *now;
        s->doen += now->doet;
        s->over |= now->over;
    }
    *now = (struct stuk){0};
}

/* What the goal comes to, cut at each comma, `en` and end of a sentence. */
static void cut(const struct taal *t, struct stukken *s)
{
    struct stuk now = {0};
    size_t behind = 0; /* words since the cut */

    *s = (struct stukken){0};
    for (size_t i = 0; i < t->aantal; i++) {
        const struct woord *w = &t->woord[i];
        if (w->soort != WOORD && w->soort != GETAL) {
            if (!w->bijzin) {
                end_piece(s, &now);
                behind = 0;
            }
            continue;
        }
        s->dat += woord_heet(w, "dat") && w->bijzin && behind <= 3;
        if (!counts(w))
            continue;
        if (++behind <= 3)
            now.terug = now.terug || woord_is(w, LIJST_TERUG);
        s->wensen += woord_is(w, LIJST_WILLEN) && i + 1 < t->aantal &&
                     ((i && woord_is(w - 1, LIJST_IK)) || woord_is(w + 1, LIJST_IK));
        now.over |= w->is & lijsten_over;
        now.doet = now.doet || woord_is_vorm(w) || woord_is_heel(t, i);
    }
    end_piece(s, &now);
}

/* Two things that are done, about different parts of life, the second not about the first. */
static bool is_other(const struct stuk *a, const struct stuk *b)
{
    return a->doet && b->doet && a->over && b->over && !(a->over & b->over) && !b->terug;
}

static unsigned subjects(lijsten over)
{
    unsigned n = 0;
    for (; over; over &= over - 1)
        n++;
    return n;
}

static bool is_more(const struct taal *t)
{
    struct stukken s;

    cut(t, &s);
    if (s.doen >= 3 && subjects(s.over) >= 2)
        return true;
    for (size_t i = 0; i + 1 < s.aantal; i++)
        if (is_other(&s.stuk[i], &s.stuk[i + 1]))
            return true;
    return (s.dat >= 2 && s.doen >= 2) || (s.wensen >= 2 && subjects(s.over) >= 2);
}

/* ---- all together ---- */

/* `Dat wil ik niet meer`: what was told before it is what must stop. */
bool deel_wijst_af(const struct taal *t, const struct deel *d)
{
    return (woord_heet(&t->woord[d->van], "dat") || woord_heet(&t->woord[d->van], "dit") ||
            woord_heet(&t->woord[d->van], "zo")) &&
           d->tot - d->van > 2 && woord_is(&t->woord[d->van + 1], LIJST_WILLEN) &&
           deel_ontkent(t, d);
}

/* What the parts say together. A wish decides, with what comes behind it; what stands before it
 * tells how things are. */
static enum taal_doen verdict(const struct taal *t)
{
    enum taal_doen best = DOEN_NIEMAND;
    bool denies = false, first = true;
    struct deel d;

    for (size_t i = 0; taal_deel(t, i, &d); i = d.tot) {
        enum taal_doen does = part_does(t, &d);
        bool wish = d.eerste_persoon && woord_is(&t->woord[d.werkwoord], LIJST_WILLEN);
        if (deel_wijst_af(t, &d))
            return DOEN_STOPT;
        if (first || wish)
            denies = deel_ontkent(t, &d);
        if (does == DOEN_GOED && !deel_ontkent(t, &d))
            denies = false;
        if (first || wish || does < best)
            best = does;
        first = false;
    }
    return denies ? DOEN_STOPT : best;
}

enum taal_doen taal_doen(const struct taal *t)
{
    enum taal_doen does = verdict(t);

    return does == DOEN_GOED && is_more(t) ? DOEN_MEER : does;
}
