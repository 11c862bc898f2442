/* What kind of thing is done: a state or process, something done again and again, or a deed. */
#include "domain/smart_maat.h"
#include "base/text.h"

#include <string.h>

bool deel_heeft(const struct taal *t, const struct deel *d, const char *text)
{
    for (size_t i = d->van; i < d->tot; i++)
        if (woord_heet(&t->woord[i], text))
            return true;
    return false;
}

bool deel_doet(const struct taal *t, const struct deel *d, const char *words)
{
    struct text verb = d->werkwoord < d->tot ? t->woord[d->werkwoord].tekst : (struct text){0};
    const char *at = words;

    for (; *at; at += strcspn(at, " "), at += *at == ' ')
        if (verb.n && strcspn(at, " ") == verb.n && !memcmp(at, verb.p, verb.n))
            return true;
    return false;
}

/* Whether one of the words stands right behind the first one. */
bool deel_achter(const struct taal *t, const struct deel *d, const char *first,
                 const char *const *words)
{
    for (size_t i = d->van; i + 1 < d->tot; i++)
        if (woord_heet(&t->woord[i], first) && woord_heet_een(&t->woord[i + 1], words))
            return true;
    return false;
}

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
lijsten deel_werkwoorden(const struct taal *t, const struct deel *d)
{
    const lijsten help = lijst(LIJST_WILLEN) | lijst(LIJST_HULP);
    lijsten lists = 0, main = 0;

    for (size_t i = d->van; i < d->tot; i++) {
        const struct woord *w = &t->woord[i];
        if (!woord_telt(w) || w->bijzin || w->geciteerd || w->soort != WOORD)
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
lijsten deel_woorden(const struct taal *t, const struct deel *d)
{
    lijsten lists = 0;

    for (size_t i = d->van; i < d->tot; i++)
        if (woord_telt(&t->woord[i]) && !t->woord[i].bijzin &&
            !woord_heet(&t->woord[i], "zelfstandig"))
            lists |= t->woord[i].is;
    return lists;
}

enum klasse klasse_van(lijsten verb)
{
    if (verb & lijst(LIJST_DUIDELIJK) && !(verb & lijst(LIJST_HERHAALD)))
        return DAAD;
    if (verb & (lijst(LIJST_ONZICHTBAAR) | lijst(LIJST_KOPPEL)))
        return TOESTAND;
    return verb & lijst(LIJST_HERHAALD) ? HERHAALD : DAAD;
}

/* The lists of the verb at its place, `ruim ... op` put together: then of that alone. */
lijsten deel_hoofdwerkwoord(const struct taal *t, const struct deel *d)
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

/* `Ik ga ...`, `ik kan ...`: it is the other verb that says what is done. */
bool woord_helpt(const struct woord *verb)
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
        if (!woord_telt(w) || w->bijzin || w->geciteerd || *at == d->werkwoord || woord_helpt(w) ||
            !woord_is_heel(t, *at))
            continue;
        lowest = klasse_van(w->is) < lowest ? klasse_van(w->is) : lowest;
        *any = true;
    }
    ++*at;
    return lowest;
}

/* The highest class of what is done, one thing beside the other: one fact is enough. */
enum klasse deel_klasse(const struct taal *t, const struct deel *d)
{
    const struct woord *verb = &t->woord[d->werkwoord];
    enum klasse best = TOESTAND, main = klasse_van(deel_hoofdwerkwoord(t, d));
    bool helps = woord_helpt(verb), any, first = true;

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
bool deel_lijkt_werkwoord(const struct taal *t, const struct deel *d, size_t i)
{
    struct text w = t->woord[i].tekst;
    bool last = i + 1 >= d->tot || t->woord[i + 1].soort != WOORD || t->woord[i + 1].bijzin;

    return last && !t->woord[i].is && !t->woord[i].hoofdletter && w.n > 4 &&
           !memcmp(w.p + w.n - 2, "en", 2);
}

/* How many things the part names beside who does it and the verb. */
size_t deel_dingen(const struct taal *t, const struct deel *d)
{
    size_t n = 0;

    for (size_t i = d->van; i < d->tot; i++)
        n += i != d->werkwoord && i != d->onderwerp && !t->woord[i].bijzin &&
             names_something(&t->woord[i]) && !woord_is_heel(t, i) &&
             !deel_lijkt_werkwoord(t, d, i);
    return n;
}

bool lijsten_ijl(lijsten words)
{
    return words & (lijst(LIJST_GEVOEL) | lijst(LIJST_HOEDANIGHEID) | lijst(LIJST_ABSTRACT));
}

/* `naar de sportschool`: there somebody goes again and again, so that it asks how often. */
bool deel_gewoonte(const struct taal *t, const struct deel *d, lijsten words)
{
    return words & lijst(LIJST_HERHAALD) && !deel_heeft(t, d, "terug") &&
           !deel_heeft(t, d, "alleen") && !deel_heeft(t, d, "zelf") &&
           !deel_heeft(t, d, "zonder") && !deel_heeft(t, d, "rollator");
}

/* `Graag` behind a wish says nothing of how. */
bool deel_vaag(const struct taal *t, const struct deel *d)
{
    static const char *const at[] = {"tijd",   "peil",  "gang",    "punt",      "koers",
                                     "schema", "vaste", "termijn", "rolletjes", NULL},
                             *const home[] = {"thuis", NULL}, *const map[] = {"kaart", NULL};
    bool wish = d->werkwoord < d->tot && woord_is(&t->woord[d->werkwoord], LIJST_WILLEN);

    for (size_t i = d->van; i < d->tot; i++)
        if (woord_telt(&t->woord[i]) && !t->woord[i].bijzin && woord_is(&t->woord[i], LIJST_VAAG) &&
            !(wish && woord_heet(&t->woord[i], "graag")))
            return true;
    return deel_achter(t, d, "op", at) || deel_achter(t, d, "een", home) ||
           deel_achter(t, d, "in", map);
}

/* `zo lang mogelijk`, `zolang het gaat`, `tot het niet meer gaat`: that is never reached, and never
 * not. */
bool deel_zonder_eind(const struct taal *t, const struct deel *d)
{
    return deel_heeft(t, d, "mogelijk") || deel_heeft(t, d, "zolang") ||
           (deel_heeft(t, d, "tot") && deel_heeft(t, d, "niet") &&
            (deel_heeft(t, d, "gaat") || deel_heeft(t, d, "kan")));
}
