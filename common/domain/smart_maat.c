/* M: a number, a frequency or a fact by which one sees that the goal is reached. */
#include "domain/smart_taal.h"
#include "base/text.h"

#include <string.h>

static bool counts(const struct woord *w)
{
    return !w->reden;
}

static bool is_number(const struct woord *w)
{
    return w->soort == GETAL || woord_is(w, LIJST_TELWOORD) || (w->accent && woord_heet(w, "een"));
}

/* ---- numbers ---- */

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

static bool is_count(const struct taal *t, size_t i)
{
    return is_number(&t->woord[i]) && !in_passing(t, i);
}

/* `een keer per maand`, `één keer`; `nog ne keer` is a fact. */
static bool is_once(const struct taal *t, size_t i)
{
    const struct woord *w = &t->woord[i], *next = w + 1;

    if (i + 1 >= t->aantal || w->bijzin)
        return false;
    if (woord_heet(w, "eens") && woord_is(next, LIJST_ELKE))
        return true;
    return (woord_heet(w, "ne") || woord_heet(w, "een")) && woord_heet(next, "keer") &&
           (w->accent || (i && woord_heet(w - 1, "nog")));
}

/* ---- how often, and when ---- */

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
static bool is_frequency(const struct taal *t, size_t i)
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
static bool is_time(const struct taal *t, size_t i)
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

static bool is_moment(const struct taal *t, size_t i)
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

/* ---- facts ---- */

/* A finite verb, by where it stands: `ik lees`, `lees ik`, `en lees`. */
static bool is_finite(const struct taal *t, const struct deel *d, size_t i)
{
    const struct woord *w = &t->woord[i];
    lijsten me = lijst(LIJST_IK) | lijst(LIJST_WIJ);

    if (i == d->werkwoord)
        return true;
    if (!(w->is & (lijst(VORM_IK) | lijst(VORM_HIJ))) || i == d->van)
        return false;
    return w[-1].soort == EN || w[-1].soort == KOMMA || w[-1].is & me ||
           (i + 1 < d->tot && w[1].is & me);
}

/* Where the second half of a verb may stand: `vraag een pas aan`, not `vraag aan mijn broer`. */
static bool ends_there(const struct taal *t, const struct deel *d, size_t i)
{
    const struct woord *next = &t->woord[i + 1];

    return i + 1 >= d->tot || next->soort != WOORD ||
           next->is & (lijst(LIJST_VOORZETSEL) | lijst(LIJST_BEGINPUNT));
}

/* The lists that the verbs of the part are of, `vraag ... aan` put together. Where somebody wants
 * or may do something: of what that is. */
static lijsten verbs_of(const struct taal *t, const struct deel *d)
{
    const lijsten help = lijst(LIJST_WILLEN) | lijst(LIJST_HULP);
    lijsten lists = 0, main = 0;

    for (size_t i = d->van; i < d->tot; i++) {
        const struct woord *w = &t->woord[i];
        if (!counts(w) || w->bijzin || w->geciteerd || w->soort != WOORD)
            continue;
        if (i == d->werkwoord)
            main = w->is;
        else if (woord_is_heel(t, i) || is_finite(t, d, i))
            lists |= w->is;
        if (woord_is(w, LIJST_VOORVOEGSEL) && d->werkwoord < d->tot && ends_there(t, d, i))
            lists |= smart_scheidbaar(t->woorden, w->tekst, t->woord[d->werkwoord].tekst);
    }
    return main & help && lists & lijsten_doen ? lists : lists | main;
}

/* The lists that any word of the part's main clause is of. `Zelfstandig` says how, as `zelf` does.
 */
static lijsten words_of(const struct taal *t, const struct deel *d)
{
    lijsten lists = 0;

    for (size_t i = d->van; i < d->tot; i++)
        if (counts(&t->woord[i]) && !t->woord[i].bijzin && !woord_heet(&t->woord[i], "zelfstandig"))
            lists |= t->woord[i].is;
    return lists;
}

static bool has(const struct taal *t, const struct deel *d, const char *text)
{
    for (size_t i = d->van; i < d->tot; i++)
        if (woord_heet(&t->woord[i], text))
            return true;
    return false;
}

/* `zo lang mogelijk`, `zolang het gaat`, `tot het niet meer gaat`: that is never reached, and never
 * not. */
static bool has_no_end(const struct taal *t, const struct deel *d)
{
    return has(t, d, "mogelijk") || has(t, d, "zolang") ||
           (has(t, d, "tot") && has(t, d, "niet") && (has(t, d, "gaat") || has(t, d, "kan")));
}

/* A clear act in a named situation: `als ik de som niet snap`, `als het niet lukt`; not `als het
 * kan`. */
static bool has_situation(const struct taal *t, const struct deel *d, lijsten verbs, lijsten words)
{
    const lijsten clearly = lijst(LIJST_DUIDELIJK) | lijst(LIJST_SPREKEN) | lijst(LIJST_AFRONDEN) |
                            lijst(LIJST_BEWEGEN);

    if (!(verbs & clearly) && (words & lijst(LIJST_HOEDANIGHEID) || !(verbs & lijsten_doen) ||
                               verbs & lijst(LIJST_ONZICHTBAAR)))
        return false;
    for (size_t i = d->van; i + 2 < d->tot; i++) {
        const struct woord *w = &t->woord[i];
        bool vague = false, real = false,
             open = woord_heet(w + 1, "het") || woord_heet(w + 1, "ik") ||
                    woord_heet(w + 1, "er") || woord_heet(w + 1, "dat");
        if (!w->bijzin || w->reden ||
            !(woord_heet(w, "als") || woord_heet(w, "wanneer") || woord_heet(w, "zodra") ||
              woord_heet(w, "telkens") || woord_heet(w, "tot") || woord_heet(w, "totdat") ||
              woord_heet(w, "voor") || woord_heet(w, "voordat")))
            continue;
        for (size_t k = i + 1; k < d->tot && t->woord[k].bijzin; k++) {
            vague = vague || (open && woord_is(&t->woord[k], LIJST_VOORBEHOUD) && k <= i + 4);
            real = real || woord_is(&t->woord[k], LIJST_ONTKENNING);
        }
        if (!vague || real)
            return true;
    }
    return false;
}

static bool main_is(const struct taal *t, const struct deel *d, const char *words)
{
    struct text verb = d->werkwoord < d->tot ? t->woord[d->werkwoord].tekst : (struct text){0};
    const char *at = words;

    for (; *at; at += strcspn(at, " "), at += *at == ' ')
        if (verb.n && strcspn(at, " ") == verb.n && !memcmp(at, verb.p, verb.n))
            return true;
    return false;
}

/* Whether the clause from here on is about what goes on inside somebody. */
static bool is_inside(const struct taal *t, const struct deel *d, size_t i)
{
    for (; i < d->tot && t->woord[i].bijzin; i++)
        if (t->woord[i].is & (lijst(LIJST_WILLEN) | lijst(LIJST_GEVOEL)) ||
            (t->woord[i].is & lijst(LIJST_ONZICHTBAAR) && !woord_is(&t->woord[i], LIJST_HULP)) ||
            woord_heet(&t->woord[i], "ben") || woord_heet(&t->woord[i], "vind") ||
            woord_heet(&t->woord[i], "sta") || woord_heet(&t->woord[i], "moet"))
            return true;
    return false;
}

/* Somebody is told or asked what: `ik zeg dat ...`, `ik vraag of ...`, or between quotes. */
static bool says_what(const struct taal *t, const struct deel *d, lijsten verbs)
{
    static const char *const that[] = {"dat", "of", NULL}, *const what[] = {
                                                               "wat",     "waarom", "hoe", "waar",
                                                               "wanneer", "om",     NULL};

    if (!(verbs & lijst(LIJST_SPREKEN)))
        return false;
    for (size_t i = d->van; i < d->tot; i++) {
        const struct woord *w = &t->woord[i];
        if (w->geciteerd || (w->bijzin && woord_heet_een(w, that)) ||
            (w->bijzin && woord_heet_een(w, what) && !is_inside(t, d, i)))
            return true;
        if (woord_heet(w, "over") && main_is(t, d, "vertel vertelt"))
            return true;
    }
    return false;
}

/* `Ik weet waar ...`, `ik ken ...`. */
static bool knows(const struct taal *t, const struct deel *d)
{
    if (main_is(t, d, "ken kent kennen"))
        return has(t, d, "naam") || has(t, d, "namen") || has(t, d, "weg") || has(t, d, "nummer");
    if (!main_is(t, d, "weet weten leer leert"))
        return false;
    for (size_t i = d->werkwoord; i < d->tot; i++)
        if (t->woord[i].bijzin)
            return !woord_heet(&t->woord[i], "dat") && !woord_heet(&t->woord[i], "om") &&
                   !is_inside(t, d, i);
    return false;
}

/* `zonder hulp`, `zonder tolk`; not `zonder stress`. */
static bool does_without(const struct taal *t, const struct deel *d)
{
    for (size_t i = d->van; i + 1 < d->tot; i++)
        if (woord_heet(&t->woord[i], "zonder") && woord_is(&t->woord[i + 1], LIJST_HULPMIDDEL))
            return true;
    return false;
}

/* Can, dares or learns something that others can see, or does it without anybody. */
static bool can_something(const struct taal *t, const struct deel *d, lijsten verbs, lijsten words)
{
    static const char *const general[] = {
        "doe",    "doet",    "doen", "maak",  "maakt", "maken", "neem",   "neemt", "nemen", "regel",
        "regelt", "regelen", "geef", "geven", "hou",   "houd",  "houden", "kom",   "ga",    NULL};
    static const char *const can[] = {"kan",   "kun",    "kunt", "kunnen", "kon",   "durf",
                                      "durft", "durven", "leer", "leert",  "leren", NULL};
    bool able = false, alone = false, clear = verbs & lijst(LIJST_DUIDELIJK), says = false,
         seen = false;

    for (size_t i = d->van; i < d->tot; i++) {
        const struct woord *w = &t->woord[i];
        bool verb = i == d->werkwoord || woord_is_heel(t, i);
        if (!counts(w) || w->bijzin)
            continue;
        able = able || woord_heet_een(w, can);
        alone = alone || woord_heet(w, "zelf") || woord_heet(w, "alleen");
        clear = clear || (verb && woord_is(w, LIJST_DUIDELIJK));
        says = says || (verb && woord_is(w, LIJST_SPREKEN));
        seen = seen || (verb && w->is & lijsten_doen &&
                        !(w->is & (lijst(LIJST_ONZICHTBAAR) | lijst(LIJST_WILLEN))) &&
                        (i != d->werkwoord || !woord_is(w, LIJST_HULP)) &&
                        (!woord_heet_een(w, general) || words & lijst(LIJST_OVER_HUISHOUDEN)));
    }
    if (does_without(t, d))
        return able || clear || seen;
    return (able && clear) || (alone && (clear || seen)) ||
           (able && says && (has(t, d, "in") || has(t, d, "tegen") || has(t, d, "aan")));
}

/* `naar de sportschool`: there somebody goes again and again, so that it asks how often. */
static bool is_habit(const struct taal *t, const struct deel *d, lijsten words)
{
    return words & lijst(LIJST_HERHAALD) && !has(t, d, "terug") && !has(t, d, "alleen") &&
           !has(t, d, "zelf") && !has(t, d, "zonder") && !has(t, d, "rollator");
}

/* `naar de winkel`, `tot aan de hoek`, `op kamp`. */
static bool goes_there(const struct taal *t, const struct deel *d, lijsten verbs, lijsten words)
{
    static const char *const nowhere[] = {"buiten",  "voren",   "binnen", "beneden",
                                          "normaal", "vroeger", NULL};

    if ((!(verbs & lijst(LIJST_BEWEGEN)) && verbs & lijsten_doen) || is_habit(t, d, words))
        return false;
    if (!(verbs & lijst(LIJST_BEWEGEN)) && d->onderwerp == d->tot &&
        !woord_heet(&t->woord[d->van], "naar") && !woord_heet(&t->woord[d->van], "terug"))
        return false;
    for (size_t i = d->van; i + 1 < d->tot; i++)
        if (counts(&t->woord[i]) && !t->woord[i].bijzin && woord_heet(&t->woord[i], "naar") &&
            !woord_heet_een(&t->woord[i + 1], nowhere))
            return true;
    if (words & lijst(LIJST_RESULTAAT) && verbs & lijst(LIJST_BEWEGEN) && has(t, d, "op"))
        return true;
    return has(t, d, "tot") && (has(t, d, "aan") || has(t, d, "bij"));
}

/* Something that others can see somebody do, and no feeling. */
static bool is_act(const struct deel *d, lijsten verbs, lijsten words)
{
    return d->onderwerp < d->tot && verbs & lijsten_doen &&
           !(words & (lijst(LIJST_GEVOEL) | lijst(LIJST_HOEDANIGHEID))) &&
           (!(verbs & lijst(LIJST_ONZICHTBAAR)) || verbs & lijst(LIJST_DUIDELIJK));
}

/* ---- the class of what is done ---- */

enum klasse {
    TOESTAND, /* is or feels something, or works at it: nothing to see */
    HERHAALD, /* sports, cooks, talks: asks how often */
    DAAD      /* it is done or it is not */
};

static enum klasse class_of(lijsten verb)
{
    if (verb & lijst(LIJST_DUIDELIJK) && !(verb & lijst(LIJST_HERHAALD)))
        return DAAD;
    if (verb & (lijst(LIJST_ONZICHTBAAR) | lijst(LIJST_KOPPEL)))
        return TOESTAND;
    return verb & lijst(LIJST_HERHAALD) ? HERHAALD : DAAD;
}

/* The lists of the verb at its place, `ruim ... op` put together: then of that alone. */
static lijsten main_verb(const struct taal *t, const struct deel *d)
{
    lijsten lists = 0;

    for (size_t i = d->van; i < d->tot; i++) {
        if (i > d->werkwoord && i + 1 < d->tot && t->woord[i].soort == EN &&
            woord_is_vorm(&t->woord[i + 1]))
            break;
        if (woord_is(&t->woord[i], LIJST_VOORVOEGSEL) && ends_there(t, d, i))
            lists |= smart_scheidbaar(t->woorden, t->woord[i].tekst, t->woord[d->werkwoord].tekst);
    }
    return lists ? lists : t->woord[d->werkwoord].is;
}

/* The main verb itself: not `ik ga zwemmen`, which asks how often. */
static bool does_clearly(const struct taal *t, const struct deel *d)
{
    static const char *const light[] = {"leg",   "legt", "geef",  "geeft", "neem",  "neemt", "stel",
                                        "stelt", "toon", "toont", "zet",   "breng", NULL};
    lijsten verb = d->werkwoord < d->tot ? main_verb(t, d) : 0;

    if (verb && woord_heet_een(&t->woord[d->werkwoord], light) &&
        words_of(t, d) & lijst(LIJST_ABSTRACT))
        return false; /* legt contact, stelt grenzen */
    return verb & lijst(LIJST_DUIDELIJK) && !(verb & lijst(LIJST_HERHAALD));
}

/* Whether one of the words stands right behind the first one. */
static bool behind(const struct taal *t, const struct deel *d, const char *first,
                   const char *const *words)
{
    for (size_t i = d->van; i + 1 < d->tot; i++)
        if (woord_heet(&t->woord[i], first) && woord_heet_een(&t->woord[i + 1], words))
            return true;
    return false;
}

/* `Graag` behind a wish says nothing of how. */
static bool is_vague(const struct taal *t, const struct deel *d)
{
    static const char *const at[] = {"tijd",   "peil",  "gang",    "punt",      "koers",
                                     "schema", "vaste", "termijn", "rolletjes", NULL},
                             *const home[] = {"thuis", NULL}, *const map[] = {"kaart", NULL};
    bool wish = d->werkwoord < d->tot && woord_is(&t->woord[d->werkwoord], LIJST_WILLEN);

    for (size_t i = d->van; i < d->tot; i++)
        if (counts(&t->woord[i]) && !t->woord[i].bijzin && woord_is(&t->woord[i], LIJST_VAAG) &&
            !(wish && woord_heet(&t->woord[i], "graag")))
            return true;
    return behind(t, d, "op", at) || behind(t, d, "een", home) || behind(t, d, "in", map);
}

/* Where somebody lives or stays. */
static bool lives_there(const struct taal *t, const struct deel *d, lijsten verbs)
{
    if (verbs & lijst(LIJST_WONEN))
        return true;
    if (has(t, d, "thuis") && !has(t, d, "een") && (has(t, d, "terug") || has(t, d, "weer")) &&
        !has(t, d, "voelen") && !has(t, d, "voel"))
        return true;
    if (main_is(t, d, "slaap slaapt slapen") && has(t, d, "in") &&
        (has(t, d, "bed") || has(t, d, "kamer") || has(t, d, "bedje")))
        return true;
    return main_is(t, d, "blijf blijft blijven") &&
           (has(t, d, "thuis") || has(t, d, "huis") || has(t, d, "woning") ||
            has(t, d, "appartement"));
}

/* Has work, or begins with something that has a name. */
static bool works_there(const struct taal *t, const struct deel *d, lijsten words)
{
    static const char *const other[] = {"mee", "aan",    "samen", "door",  "verder", "klas",
                                        "les", "school", "tempo", "groep", "team",   NULL};

    if (main_is(t, d, "start begin starten begint"))
        return words & lijst(LIJST_RESULTAAT);
    if (!main_is(t, d, "werk werkt werken") ||
        words & (lijst(LIJST_VAAG) | lijst(LIJST_HOEDANIGHEID)))
        return false;
    for (size_t i = d->van; i < d->tot; i++)
        if (woord_heet_een(&t->woord[i], other))
            return false;
    return has(t, d, "als") || has(t, d, "bij") || has(t, d, "in") || has(t, d, "op") ||
           has(t, d, "weer") || has(t, d, "terug");
}

/* `Ik vind mijn werk leuk`. */
static bool is_judged(const struct taal *t, const struct deel *d, size_t i)
{
    return main_is(t, d, "vind vindt vinden") && i + 1 < d->tot &&
           woord_is(&t->woord[i + 1], LIJST_VAAG);
}

/* `in mijn eigen bed`. */
static bool has_own(const struct taal *t, const struct deel *d)
{
    for (size_t i = d->van; i + 1 < d->tot; i++)
        if (i > d->van + 1 && woord_is(&t->woord[i - 2], LIJST_VOORZETSEL) &&
            woord_heet(&t->woord[i], "eigen") && woord_is(&t->woord[i + 1], LIJST_RESULTAAT))
            return true;
    return false;
}

/* `op zoek naar werk`. */
static bool seeks(const struct taal *t, const struct deel *d)
{
    return has(t, d, "zoek") || has(t, d, "zoeken") || has(t, d, "zoekt");
}

/* `heb opgevraagd`: it has been done. */
static bool has_done(const struct taal *t, const struct deel *d)
{
    bool had = main_is(t, d, "heb heeft hebben ben is zijn word wordt worden staat staan") ||
               (main_is(t, d, "wil zou") && has(t, d, "hebben"));

    for (size_t i = d->van; had && i < d->tot; i++) {
        struct text w = t->woord[i].tekst;
        bool part = w.n > 5 && !t->woord[i].bijzin && (w.p[w.n - 1] == 't' || w.p[w.n - 1] == 'd');
        for (size_t k = 0; part && k + 4 < w.n && k <= 6; k++)
            if (w.p[k] == 'g' && w.p[k + 1] == 'e' && (k == 0 || k >= 2) && !t->woord[i].is)
                return true;
    }
    return false;
}

/* `mijn huis` is there already, unless it is fetched or found; of `meer werk` nobody knows how
 * much. */
static bool is_there_already(const struct taal *t, const struct deel *d, size_t i)
{
    static const char *const whose[] = {"mijn", "m'n", "zijn", "z'n", "haar", "ons", "onze", NULL},
                             *const more[] = {"meer",   "beter",     "betere", "minder",
                                              "genoeg", "voldoende", NULL},
                             *const gets[] = {"haal",     "haalt", "halen",   "behalen", "kopen",
                                              "koop",     "teken", "tekenen", "terug",   "krijg",
                                              "krijgen",  "heb",   "heeft",   "vind",    "vinden",
                                              "vernieuw", "word",  "wordt",   "worden",  NULL};

    if (i == d->van)
        return false;
    if (woord_heet_een(&t->woord[i - 1], more))
        return true;
    if (d->onderwerp == d->tot || !woord_heet_een(&t->woord[i - 1], whose))
        return false;
    for (size_t k = d->van; k < d->tot; k++)
        if (woord_heet_een(&t->woord[k], gets))
            return is_vague(t, d);
    return true;
}

/* Behind a word such as `in` it only says where: not `leuker in de klas`. */
static bool is_beside(const struct taal *t, const struct deel *d, size_t i)
{
    for (size_t k = i; k > d->van && k + 3 > i && t->woord[k - 1].soort == WOORD; k--)
        if (woord_is(&t->woord[k - 1], LIJST_VOORZETSEL))
            return !woord_heet(&t->woord[k - 1], "naar") || !seeks(t, d);
    return false;
}

/* `het verleden een plaats geven`. */
static bool is_given_place(const struct taal *t, const struct deel *d, size_t i)
{
    return (woord_heet(&t->woord[i], "plaats") || woord_heet(&t->woord[i], "plek")) &&
           (has(t, d, "geven") || has(t, d, "geef") || has(t, d, "geeft"));
}

/* `een eigen woning`, `aan het werk`. */
static bool names_result(const struct taal *t, const struct deel *d)
{
    for (size_t i = d->van; i < d->tot; i++)
        if (woord_is(&t->woord[i], LIJST_RESULTAAT) && !t->woord[i].bijzin && !t->woord[i].reden &&
            !is_given_place(t, d, i) && !is_beside(t, d, i) && !is_judged(t, d, i) &&
            !is_there_already(t, d, i))
            return true;
    return false;
}

static bool has_time(const struct taal *t, const struct deel *d)
{
    for (size_t i = d->van; i < d->tot; i++)
        if (counts(&t->woord[i]) && is_time(t, i))
            return true;
    return false;
}

/* `elke dag gelukkig zijn`: how often is no measure of a feeling. */
static bool is_felt(const struct taal *t, const struct deel *d)
{
    lijsten verbs = verbs_of(t, d);

    return words_of(t, d) & (lijst(LIJST_GEVOEL) | lijst(LIJST_HOEDANIGHEID)) &&
           !(verbs & lijsten_doen & ~lijst(LIJST_ONZICHTBAAR) & ~lijst(LIJST_VERWERVEN));
}

/* A measure whatever stands around it. */
static bool has_hard(const struct taal *t)
{
    struct deel d;

    for (size_t from = goal_begins(t); taal_deel(t, from, &d); from = d.tot) {
        bool denies = deel_ontkent(t, &d) || is_felt(t, &d);
        for (size_t i = d.van; i < d.tot; i++)
            if (counts(&t->woord[i]) && (is_count(t, i) || is_once(t, i) || is_moment(t, i) ||
                                         (!denies && is_frequency(t, i))))
                return true;
    }
    return false;
}

/* `Ik wil dat mijn zoon thuis komt wonen`: what others do may be a fact too. */
static bool others_reach(const struct taal *t, const struct deel *d)
{
    lijsten lists = 0;

    if (d->werkwoord >= d->tot || !woord_is(&t->woord[d->werkwoord], LIJST_WILLEN))
        return false;
    for (size_t i = d->van; i < d->tot; i++)
        if (t->woord[i].bijzin)
            lists |= t->woord[i].is;
    return lists & (lijst(LIJST_WONEN) | lijst(LIJST_VOLTOOID)) &&
           !(lists & (lijst(LIJST_ONTKENNING) | lijst(LIJST_VAAG)));
}

/* `Ik ga ...`, `ik kan ...`: it is the other verb that says what is done. */
static bool only_helps(const struct woord *verb)
{
    return verb->is & (lijst(LIJST_HULP) | lijst(LIJST_WILLEN));
}

/* The lowest class of the whole forms from here to the next `en` or comma: `leren omgaan`. *any:
 * whether there was one. */
static enum klasse class_until(const struct taal *t, const struct deel *d, size_t *at, bool *any)
{
    enum klasse lowest = DAAD;

    for (*any = false; *at < d->tot; ++*at) {
        const struct woord *w = &t->woord[*at];
        if (w->soort == EN || w->soort == KOMMA)
            break;
        if (woord_heet(w, "plaats") && *at + 1 < d->tot && woord_heet(w + 1, "van"))
            *at = d->tot - 1; /* `in plaats van te gamen` */
        if (!counts(w) || w->bijzin || w->geciteerd || *at == d->werkwoord || only_helps(w) ||
            !woord_is_heel(t, *at))
            continue;
        lowest = class_of(w->is) < lowest ? class_of(w->is) : lowest;
        *any = true;
    }
    ++*at;
    return lowest;
}

/* The highest class of what is done, one thing beside the other: one fact is enough. */
static enum klasse predicate(const struct taal *t, const struct deel *d)
{
    const struct woord *verb = &t->woord[d->werkwoord];
    enum klasse best = TOESTAND, main = class_of(main_verb(t, d));
    bool helps = only_helps(verb), any, first = true;

    for (size_t at = d->van; at < d->tot;) {
        bool holds_verb = at <= d->werkwoord;
        enum klasse here = class_until(t, d, &at, &any);
        holds_verb = holds_verb && d->werkwoord < at;
        if (any && holds_verb && !helps)
            here = main < here ? main : here;
        else if (!any && holds_verb && !woord_is(verb, LIJST_WILLEN))
            here = main;
        else if (!any)
            continue;
        best = first || here > best ? here : best;
        first = false;
    }
    return best;
}

/* A word that names something to be seen: no filler, no quality, no small word of grammar. */
static bool names_something(const struct woord *w)
{
    const lijsten grammar =
        lijst(LIJST_IK) | lijst(LIJST_WIJ) | lijst(LIJST_ANDER) | lijst(LIJST_AANWIJZEND) |
        lijst(LIJST_VOORZETSEL) | lijst(LIJST_BEGINPUNT) | lijst(LIJST_VOORVOEGSEL) |
        lijst(LIJST_ONTKENNING) | lijst(LIJST_TERUG) | lijst(LIJST_VULWOORD) | lijst(LIJST_WILLEN) |
        lijst(LIJST_HULP) | lijst(LIJST_KOPPEL) | lijst(LIJST_VAAG) | lijst(LIJST_GEVOEL) |
        lijst(LIJST_HOEDANIGHEID) | lijst(LIJST_ABSTRACT);

    return w->soort == WOORD && !w->reden && !w->geciteerd && !(w->is & grammar);
}

/* An unknown word on `en` where the part ends, as in `ik laat me niet opjutten`. */
static bool may_be_verb(const struct taal *t, const struct deel *d, size_t i)
{
    struct text w = t->woord[i].tekst;
    bool last = i + 1 >= d->tot || t->woord[i + 1].soort != WOORD || t->woord[i + 1].bijzin;

    return last && !t->woord[i].is && !t->woord[i].hoofdletter && w.n > 4 &&
           !memcmp(w.p + w.n - 2, "en", 2);
}

/* How many things the part names beside who does it and the verb. */
static size_t things_in(const struct taal *t, const struct deel *d)
{
    size_t n = 0;

    for (size_t i = d->van; i < d->tot; i++)
        n += i != d->werkwoord && i != d->onderwerp && !t->woord[i].bijzin &&
             names_something(&t->woord[i]) && !woord_is_heel(t, i) && !may_be_verb(t, d, i);
    return n;
}

static bool is_airy(lijsten words)
{
    return words & (lijst(LIJST_GEVOEL) | lijst(LIJST_HOEDANIGHEID) | lijst(LIJST_ABSTRACT));
}

/* Something is done, with something or somewhere: that is there or it is not. */
static bool does_thing(const struct taal *t, const struct deel *d, lijsten words)
{
    if (d->werkwoord >= d->tot || d->vraag || is_airy(words) || !things_in(t, d))
        return false;
    return predicate(t, d) == DAAD && !is_habit(t, d, words);
}

/* `Ik leer videobellen`, `ik kan met een lepel eten`, `ik durf naar de kapper`: can be seen, also
 * of what is done again and again. */
static bool has_skill(const struct taal *t, const struct deel *d, lijsten words)
{
    static const char *const can[] = {"kan",    "kun",  "kunt",  "kunnen", "durf", "durft",
                                      "durven", "leer", "leert", "leren",  NULL};
    bool able = false, verb = false, general = false;

    for (size_t i = d->van; i < d->tot; i++) {
        const struct woord *w = &t->woord[i];
        if (w->bijzin || !counts(w))
            continue;
        able = able || woord_heet_een(w, can);
        verb = verb || may_be_verb(t, d, i);
        if (i == d->werkwoord || only_helps(w) || !woord_is_heel(t, i))
            continue;
        if (class_of(w->is) == TOESTAND || woord_is(w, LIJST_SPREKEN))
            return false;
        verb = true;
        general = general || woord_is(w, LIJST_HERHAALD) || woord_is(w, LIJST_GEWOON);
    }
    if (!able || d->vraag || is_airy(words))
        return false;
    return verb && !general ? true : things_in(t, d) > 0;
}

/* `Ik heb mijn spullen uit de opslag`. */
static bool has_things(const struct taal *t, const struct deel *d, lijsten words)
{
    return main_is(t, d, "heb hebt heeft hebben") && !is_airy(words) && things_in(t, d) > 1;
}

/* `Niet meer slapen in de auto`: nobody is named who does it. */
static bool names_act(const struct taal *t, const struct deel *d)
{
    for (size_t i = d->van; i < d->tot; i++)
        if (counts(&t->woord[i]) && !t->woord[i].bijzin && !only_helps(&t->woord[i]) &&
            woord_is_heel(t, i) && class_of(t->woord[i].is) != TOESTAND)
            return true;
    return false;
}

/* One clear act that does not happen any more; not what is felt, or happens less. */
static bool is_ended(const struct taal *t, const struct deel *d, lijsten all)
{
    static const char *const how[] = {"minder", "zo", "zoveel", "vaak", "veel", "te", NULL};

    if (deel_wil_kwijt(t, d) || all & (lijst(LIJST_GEVOEL) | lijst(LIJST_HOEDANIGHEID)))
        return false;
    if (has(t, d, "te") && has(t, d, "laat"))
        return true;
    for (size_t i = d->van; i < d->tot; i++)
        if (woord_heet_een(&t->woord[i], how) &&
            !(woord_heet(&t->woord[i], "te") && i + 1 < d->tot && woord_is_heel(t, i + 1)))
            return false;
    if (all & (lijst(LIJST_OPHOUDEN) | lijst(LIJST_OPHOUDEN_DING)))
        return true;
    if ((!has(t, d, "meer") && !has(t, d, "nooit")) || is_airy(all))
        return false;
    if (d->onderwerp < d->tot)
        return does_thing(t, d, all);
    return (names_act(t, d) || has(t, d, "geen")) && things_in(t, d) > 0;
}

static bool is_fact(const struct taal *t, const struct deel *d)
{
    lijsten verbs = verbs_of(t, d), words = words_of(t, d);
    bool nobody = d->onderwerp == d->tot;

    if (has_no_end(t, d))
        return false;
    if (deel_ontkent(t, d))
        return is_ended(t, d, verbs | words);
    if (verbs & lijst(LIJST_AFRONDEN) || words & lijst(LIJST_VOLTOOID) || has_done(t, d))
        return true;
    if (names_result(t, d) && (verbs & lijst(LIJST_VERWERVEN) || (nobody && !is_vague(t, d))))
        return true;
    if (says_what(t, d, verbs) || knows(t, d) || others_reach(t, d))
        return true;
    if (is_vague(t, d))
        return false;
    return words & lijst(LIJST_MERKEN) || (is_act(d, verbs, words) && has_time(t, d)) ||
           (does_clearly(t, d) && is_act(d, verbs, words)) || lives_there(t, d, verbs) ||
           works_there(t, d, words) || has_situation(t, d, verbs, words) ||
           can_something(t, d, verbs, words) || goes_there(t, d, verbs, words) || has_own(t, d) ||
           has_skill(t, d, words) || has_things(t, d, words) || does_thing(t, d, words);
}

static bool has_fact(const struct taal *t)
{
    struct deel d;

    for (size_t i = goal_begins(t); taal_deel(t, i, &d); i = d.tot)
        if (is_fact(t, &d))
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
        if (is_count(t, i) &&
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

    if (behind(t, d, "nog", open) || behind(t, d, "kijkt", look) || behind(t, d, "kijken", look))
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
    lijsten words = words_of(t, d);

    if (has_list(t, d, LIJST_GEEN_MAAT) || just_goes(t, d))
        return has_amount(t, d);
    if (has_mark(t, d) || has_list(t, d, LIJST_VOLTOOID) || is_fact(t, d))
        return true;
    if (is_vague(t, d) || has_no_end(t, d) || d->vraag)
        return false;
    if (is_airy(words) && d->onderwerp < d->tot)
        return !(words & (lijst(LIJST_GEVOEL) | lijst(LIJST_HOEDANIGHEID))) &&
               predicate(t, d) == DAAD &&
               (things_in(t, d) > 0 || woord_is(&t->woord[d->werkwoord], LIJST_DUIDELIJK));
    if (is_airy(words))
        return things_in(t, d) > 1;
    if (d->werkwoord < d->tot && predicate(t, d) == TOESTAND && !d->eerste_persoon)
        return things_in(t, d) > 1;
    return things_in(t, d) > 0 && d->tot - d->van > 2;
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
        if (is_vague(t, &d) && !deel_ontkent(t, &d))
            return true;
    return false;
}

enum taal_maat taal_maat(const struct taal *tekst, const struct taal *meetbaar)
{
    if (has_hard(tekst) || has_fact(tekst) || is_measured(meetbaar))
        return MAAT_GOED;
    return meetbaar->aantal || has_vague(tekst) ? MAAT_VAAG : MAAT_GEEN;
}
