/* Whether a part of a goal is a fact: something that one can see is there or not. */
#include "domain/smart_maat.h"
#include "base/text.h"

#include <string.h>

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
        if (woord_heet(w, "over") && deel_doet(t, d, "vertel vertelt"))
            return true;
    }
    return false;
}

/* `Ik weet waar ...`, `ik ken ...`. */
static bool knows(const struct taal *t, const struct deel *d)
{
    if (deel_doet(t, d, "ken kent kennen"))
        return deel_heeft(t, d, "naam") || deel_heeft(t, d, "namen") || deel_heeft(t, d, "weg") ||
               deel_heeft(t, d, "nummer");
    if (!deel_doet(t, d, "weet weten leer leert"))
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
        if (!woord_telt(w) || w->bijzin)
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
           (able && says &&
            (deel_heeft(t, d, "in") || deel_heeft(t, d, "tegen") || deel_heeft(t, d, "aan")));
}

/* `naar de winkel`, `tot aan de hoek`, `op kamp`. */
static bool goes_there(const struct taal *t, const struct deel *d, lijsten verbs, lijsten words)
{
    static const char *const nowhere[] = {"buiten",  "voren",   "binnen", "beneden",
                                          "normaal", "vroeger", NULL};

    if ((!(verbs & lijst(LIJST_BEWEGEN)) && verbs & lijsten_doen) || deel_gewoonte(t, d, words))
        return false;
    if (!(verbs & lijst(LIJST_BEWEGEN)) && d->onderwerp == d->tot &&
        !woord_heet(&t->woord[d->van], "naar") && !woord_heet(&t->woord[d->van], "terug"))
        return false;
    for (size_t i = d->van; i + 1 < d->tot; i++)
        if (woord_telt(&t->woord[i]) && !t->woord[i].bijzin && woord_heet(&t->woord[i], "naar") &&
            !woord_heet_een(&t->woord[i + 1], nowhere))
            return true;
    if (words & lijst(LIJST_RESULTAAT) && verbs & lijst(LIJST_BEWEGEN) && deel_heeft(t, d, "op"))
        return true;
    return deel_heeft(t, d, "tot") && (deel_heeft(t, d, "aan") || deel_heeft(t, d, "bij"));
}

/* Something that others can see somebody do, and no feeling. */
static bool is_act(const struct deel *d, lijsten verbs, lijsten words)
{
    return d->onderwerp < d->tot && verbs & lijsten_doen &&
           !(words & (lijst(LIJST_GEVOEL) | lijst(LIJST_HOEDANIGHEID))) &&
           (!(verbs & lijst(LIJST_ONZICHTBAAR)) || verbs & lijst(LIJST_DUIDELIJK));
}

/* The main verb itself: not `ik ga zwemmen`, which asks how often. */
static bool does_clearly(const struct taal *t, const struct deel *d)
{
    static const char *const light[] = {"leg",   "legt", "geef",  "geeft", "neem",  "neemt", "stel",
                                        "stelt", "toon", "toont", "zet",   "breng", NULL};
    lijsten verb = d->werkwoord < d->tot ? deel_hoofdwerkwoord(t, d) : 0;

    if (verb && woord_heet_een(&t->woord[d->werkwoord], light) &&
        deel_woorden(t, d) & lijst(LIJST_ABSTRACT))
        return false; /* legt contact, stelt grenzen */
    return verb & lijst(LIJST_DUIDELIJK) && !(verb & lijst(LIJST_HERHAALD));
}

/* Where somebody lives or stays. */
static bool lives_there(const struct taal *t, const struct deel *d, lijsten verbs)
{
    if (verbs & lijst(LIJST_WONEN))
        return true;
    if (deel_heeft(t, d, "thuis") && !deel_heeft(t, d, "een") &&
        (deel_heeft(t, d, "terug") || deel_heeft(t, d, "weer")) && !deel_heeft(t, d, "voelen") &&
        !deel_heeft(t, d, "voel"))
        return true;
    if (deel_doet(t, d, "slaap slaapt slapen") && deel_heeft(t, d, "in") &&
        (deel_heeft(t, d, "bed") || deel_heeft(t, d, "kamer") || deel_heeft(t, d, "bedje")))
        return true;
    return deel_doet(t, d, "blijf blijft blijven") &&
           (deel_heeft(t, d, "thuis") || deel_heeft(t, d, "huis") || deel_heeft(t, d, "woning") ||
            deel_heeft(t, d, "appartement"));
}

/* Has work, or begins with something that has a name. */
static bool works_there(const struct taal *t, const struct deel *d, lijsten words)
{
    static const char *const other[] = {"mee", "aan",    "samen", "door",  "verder", "klas",
                                        "les", "school", "tempo", "groep", "team",   NULL};

    if (deel_doet(t, d, "start begin starten begint"))
        return words & lijst(LIJST_RESULTAAT);
    if (!deel_doet(t, d, "werk werkt werken") ||
        words & (lijst(LIJST_VAAG) | lijst(LIJST_HOEDANIGHEID)))
        return false;
    for (size_t i = d->van; i < d->tot; i++)
        if (woord_heet_een(&t->woord[i], other))
            return false;
    return deel_heeft(t, d, "als") || deel_heeft(t, d, "bij") || deel_heeft(t, d, "in") ||
           deel_heeft(t, d, "op") || deel_heeft(t, d, "weer") || deel_heeft(t, d, "terug");
}

/* `Ik vind mijn werk leuk`. */
static bool is_judged(const struct taal *t, const struct deel *d, size_t i)
{
    return deel_doet(t, d, "vind vindt vinden") && i + 1 < d->tot &&
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
    return deel_heeft(t, d, "zoek") || deel_heeft(t, d, "zoeken") || deel_heeft(t, d, "zoekt");
}

/* `heb opgevraagd`: it has been done. */
static bool has_done(const struct taal *t, const struct deel *d)
{
    bool had = deel_doet(t, d, "heb heeft hebben ben is zijn word wordt worden staat staan") ||
               (deel_doet(t, d, "wil zou") && deel_heeft(t, d, "hebben"));

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
            return deel_vaag(t, d);
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
           (deel_heeft(t, d, "geven") || deel_heeft(t, d, "geef") || deel_heeft(t, d, "geeft"));
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
        if (woord_telt(&t->woord[i]) && getal_tijd(t, i))
            return true;
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

/* Something is done, with something or somewhere: that is there or it is not. */
static bool does_thing(const struct taal *t, const struct deel *d, lijsten words)
{
    if (d->werkwoord >= d->tot || d->vraag || lijsten_ijl(words) || !deel_dingen(t, d))
        return false;
    return deel_klasse(t, d) == DAAD && !deel_gewoonte(t, d, words);
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
        if (w->bijzin || !woord_telt(w))
            continue;
        able = able || woord_heet_een(w, can);
        verb = verb || deel_lijkt_werkwoord(t, d, i);
        if (i == d->werkwoord || woord_helpt(w) || !woord_is_heel(t, i))
            continue;
        if (klasse_van(w->is) == TOESTAND || woord_is(w, LIJST_SPREKEN))
            return false;
        verb = true;
        general = general || woord_is(w, LIJST_HERHAALD) || woord_is(w, LIJST_GEWOON);
    }
    if (!able || d->vraag || lijsten_ijl(words))
        return false;
    return verb && !general ? true : deel_dingen(t, d) > 0;
}

/* `Ik heb mijn spullen uit de opslag`. */
static bool has_things(const struct taal *t, const struct deel *d, lijsten words)
{
    return deel_doet(t, d, "heb hebt heeft hebben") && !lijsten_ijl(words) && deel_dingen(t, d) > 1;
}

/* `Niet meer slapen in de auto`: nobody is named who does it. */
static bool names_act(const struct taal *t, const struct deel *d)
{
    for (size_t i = d->van; i < d->tot; i++)
        if (woord_telt(&t->woord[i]) && !t->woord[i].bijzin && !woord_helpt(&t->woord[i]) &&
            woord_is_heel(t, i) && klasse_van(t->woord[i].is) != TOESTAND)
            return true;
    return false;
}

/* One clear act that does not happen any more; not what is felt, or happens less. */
static bool is_ended(const struct taal *t, const struct deel *d, lijsten all)
{
    static const char *const how[] = {"minder", "zo", "zoveel", "vaak", "veel", "te", NULL};

    if (deel_wil_kwijt(t, d) || all & (lijst(LIJST_GEVOEL) | lijst(LIJST_HOEDANIGHEID)))
        return false;
    if (deel_heeft(t, d, "te") && deel_heeft(t, d, "laat"))
        return true;
    for (size_t i = d->van; i < d->tot; i++)
        if (woord_heet_een(&t->woord[i], how) &&
            !(woord_heet(&t->woord[i], "te") && i + 1 < d->tot && woord_is_heel(t, i + 1)))
            return false;
    if (all & (lijst(LIJST_OPHOUDEN) | lijst(LIJST_OPHOUDEN_DING)))
        return true;
    if ((!deel_heeft(t, d, "meer") && !deel_heeft(t, d, "nooit")) || lijsten_ijl(all))
        return false;
    if (d->onderwerp < d->tot)
        return does_thing(t, d, all);
    return (names_act(t, d) || deel_heeft(t, d, "geen")) && deel_dingen(t, d) > 0;
}

bool deel_feit(const struct taal *t, const struct deel *d)
{
    lijsten verbs = deel_werkwoorden(t, d), words = deel_woorden(t, d);
    bool nobody = d->onderwerp == d->tot;

    if (deel_zonder_eind(t, d))
        return false;
    if (deel_ontkent(t, d))
        return is_ended(t, d, verbs | words);
    if (verbs & lijst(LIJST_AFRONDEN) || words & lijst(LIJST_VOLTOOID) || has_done(t, d))
        return true;
    if (names_result(t, d) && (verbs & lijst(LIJST_VERWERVEN) || (nobody && !deel_vaag(t, d))))
        return true;
    if (says_what(t, d, verbs) || knows(t, d) || others_reach(t, d))
        return true;
    if (deel_vaag(t, d))
        return false;
    return words & lijst(LIJST_MERKEN) || (is_act(d, verbs, words) && has_time(t, d)) ||
           (does_clearly(t, d) && is_act(d, verbs, words)) || lives_there(t, d, verbs) ||
           works_there(t, d, words) || has_situation(t, d, verbs, words) ||
           can_something(t, d, verbs, words) || goes_there(t, d, verbs, words) || has_own(t, d) ||
           has_skill(t, d, words) || has_things(t, d, words) || does_thing(t, d, words);
}
