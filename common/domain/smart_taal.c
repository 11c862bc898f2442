#include "domain/smart_taal.h"
#include "base/text.h"

#include <string.h>

/* ---- words ---- */

struct lezer {
    struct taal *t;
    struct text rest;
    unsigned deel;
    bool citaat;
    bool nieuwe_regel; /* at the start of a line */
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return ((c | 32) >= 'a' && (c | 32) <= 'z') || (unsigned char)c >= 0x80;
}

static char byte_at(struct text t, size_t i)
{
    return i < t.n ? t.p[i] : ' ';
}

/* U+2018, U+2019: `'` as phones write it. */
static size_t apostrophe(struct text t, size_t at)
{
    if (byte_at(t, at) == '\'' || byte_at(t, at) == '`')
        return 1;
    if (at + 3 <= t.n &&
        (!memcmp(t.p + at, "\xE2\x80\x98", 3) || !memcmp(t.p + at, "\xE2\x80\x99", 3)))
        return 3;
    return 0;
}

static size_t plain_quote(struct text t)
{
    static const char *const marks[] = {"\"", "“", "”", "„", "«", "»", NULL};

    for (const char *const *m = marks; t.n && (*t.p == '"' || (unsigned char)*t.p >= 0x80) && *m;
         m++)
        if (text_starts(t, *m))
            return strlen(*m);
    return 0;
}

/* `'s`, `'t`, `'k`, `'n`, `'m` in front of a blank or a letter are words; else it is a quote. */
static bool begins_word(struct text t, size_t at)
{
    char c = (char)(byte_at(t, at) | 32);
    return strchr("stknmr", c) && !is_letter(byte_at(t, at + 1)) && !apostrophe(t, at + 1);
}

static bool goes_on(struct text t, size_t at)
{
    char c = byte_at(t, at);
    size_t quote = apostrophe(t, at);

    if (quote)
        return is_letter(byte_at(t, at + quote));
    if (text_starts((struct text){t.p + at, t.n - at}, "\xE2\x80") && t.n - at >= 3)
        return false; /* quotes, dashes, dots */
    if (text_starts((struct text){t.p + at, t.n - at}, "\xC2"))
        return false; /* « » and a blank that does not break */
    return is_letter(c) || is_digit(c) || c == '-' || c == '_';
}

static struct woord *new_word(struct lezer *l, enum woord_soort soort)
{
    struct woord *w = &l->t->woord[l->t->aantal];

    *w = (struct woord){.soort = soort, .deel = l->deel, .geciteerd = l->citaat};
    w->tekst.p = l->t->bytes + l->t->gebruikt;
    return w;
}

/* Folds the first n bytes of what is left into the word, and takes them off. */
static void take_bytes(struct lezer *l, struct woord *w, size_t n)
{
    struct taal *t = l->t;
    size_t step;
    bool accent;

    w->hoofdletter = n && l->rest.p[0] >= 'A' && l->rest.p[0] <= 'Z';
    w->hoofdletter |= n > 1 && l->rest.p[0] == '\xC3' && (unsigned char)l->rest.p[1] < 0x9F;
    while (n && t->gebruikt + 4 <= sizeof t->bytes) {
        t->gebruikt +=
            smart_vouw((struct text){l->rest.p, n}, t->bytes + t->gebruikt, &step, &accent);
        w->accent |= accent;
        l->rest.p += step;
        l->rest.n -= step;
        n -= step;
    }
    l->rest.p += n;
    l->rest.n -= n;
    w->tekst.n = (size_t)(t->bytes + t->gebruikt - w->tekst.p);
}

static void keep_word(struct lezer *l, struct woord *w)
{
    if (w->soort == WOORD || w->soort == GETAL)
        w->is = smart_woord_eind(l->t->woorden, w->tekst);
    if (w->soort == EINDE || w->soort == DUBBEL)
        l->deel++;
    l->t->aantal++;
}

static void take_mark(struct lezer *l, enum woord_soort soort, size_t n)
{
    struct woord *w = new_word(l, soort);
    bool asks = *l->rest.p == '?',
         again = l->t->aantal && l->t->woord[l->t->aantal - 1].soort == soort;

    l->rest.p += n;
    l->rest.n -= n;
    w->vraag = asks;
    if (!again)
        keep_word(l, w);
}

/* Digits with what hangs on them: `22.00u`, `1x`, `1/2`, `2026-11-22`. */
static void take_number(struct lezer *l)
{
    struct woord *w = new_word(l, GETAL);
    size_t n = 1;

    while (n < l->rest.n && (is_digit(l->rest.p[n]) || is_letter(l->rest.p[n]) ||
                             (strchr(".,:/-'", l->rest.p[n]) && is_digit(byte_at(l->rest, n + 1)))))
        n++;
    take_bytes(l, w, n);
    keep_word(l, w);
}

static void take_letters(struct lezer *l)
{
    struct woord *w = new_word(l, WOORD);
    size_t n = apostrophe(l->rest, 0);

    n = n ? n : 1;
    while (n < l->rest.n && goes_on(l->rest, n))
        n += apostrophe(l->rest, n) ? apostrophe(l->rest, n) : 1;
    take_bytes(l, w, n);
    keep_word(l, w);
}

/* A point behind `dhr` or `min` ends no sentence, nor does one inside `n.v.t.`. */
static bool ends_sentence(const struct lezer *l)
{
    const struct taal *t = l->t;
    const struct woord *last = t->aantal ? &t->woord[t->aantal - 1] : NULL;

    if (is_letter(byte_at(l->rest, 1)))
        return false;
    return !last || !woord_is(last, LIJST_AFKORTING);
}

static bool is_dash(struct text t)
{
    return (text_starts(t, "- ") || text_starts(t, "\xE2\x80\x93") ||
            text_starts(t, "\xE2\x80\x94"));
}

/* What is neither a letter nor a digit. */
static void take_other(struct lezer *l)
{
    char c = *l->rest.p;
    size_t quote = plain_quote(l->rest);

    if (quote || apostrophe(l->rest, 0)) {
        l->citaat = quote ? !l->citaat : l->citaat;
        quote = quote ? quote : apostrophe(l->rest, 0);
        l->rest.p += quote;
        l->rest.n -= quote;
    } else if (strchr("!?;", c) || (c == '.' && ends_sentence(l)) ||
               (l->nieuwe_regel && strchr("-*", c)))
        take_mark(l, EINDE, 1);
    else if (c == ':')
        take_mark(l, DUBBEL, 1);
    else if (strchr(",()", c))
        take_mark(l, KOMMA, 1);
    else if (is_dash(l->rest))
        take_mark(l, KOMMA, c == '-' ? 1 : 3);
    else if (strchr("/+&", c))
        take_mark(l, EN, 1);
    else {
        l->nieuwe_regel = c == '\n' || (l->nieuwe_regel && strchr(" \t", c));
        l->rest.p++;
        l->rest.n--;
    }
}

static void read_words(struct lezer *l)
{
    while (l->rest.n && l->t->aantal < TAAL_WOORDEN && l->t->gebruikt + 4 < TAAL_BYTES) {
        size_t quote = apostrophe(l->rest, 0);
        if (is_digit(*l->rest.p))
            take_number(l);
        else if (quote ? begins_word(l->rest, quote)
                       : is_letter(*l->rest.p) && !plain_quote(l->rest) && !is_dash(l->rest) &&
                             goes_on(l->rest, 0))
            take_letters(l);
        else {
            take_other(l);
            continue;
        }
        l->nieuwe_regel = false;
    }
}

/* ---- clauses ---- */

bool woord_is_vorm(const struct woord *w)
{
    return w->soort == WOORD &&
           w->is & (lijst(VORM_IK) | lijst(VORM_HIJ) | lijst(LIJST_KOPPEL) | lijst(LIJST_HULP) |
                    lijst(LIJST_WILLEN) | lijst(LIJST_ONREGELMATIG));
}

static bool is_subject(const struct woord *w)
{
    return w->is & (lijst(LIJST_IK) | lijst(LIJST_WIJ) | lijst(LIJST_ANDER)) ||
           (w->is & lijst(LIJST_PERSOON) && !woord_is_vorm(w));
}

static bool has_verb_behind(const struct taal *t, size_t i)
{
    for (i++; i < t->aantal && t->woord[i].soort != EINDE && t->woord[i].soort != EN &&
              t->woord[i].soort != KOMMA && t->woord[i].soort != DUBBEL;
         i++)
        if (woord_is_vorm(&t->woord[i]) || woord_is_heel(t, i))
            return true;
    return false;
}

static bool has_te_behind(const struct taal *t, size_t i)
{
    for (i++; i < t->aantal && t->woord[i].deel == t->woord[i - 1].deel; i++)
        if (woord_heet(&t->woord[i], "te"))
            return true;
    return false;
}

/* Whether the word begins a clause here; many such words also do something else. */
static bool begins_clause(const struct taal *t, size_t i)
{
    const struct woord *w = &t->woord[i], *next = &t->woord[i + 1];
    bool first = i == 0 || w[-1].soort != WOORD;

    if (w->soort != WOORD || !woord_is(w, LIJST_BEGINPUNT) || i + 1 >= t->aantal)
        return false;
    if (woord_heet(w, "dat") || woord_heet(w, "die"))
        return !first || !woord_is_vorm(next);
    if (woord_heet(w, "of") || woord_heet(w, "wat"))
        return is_subject(next) || next->is & lijst(LIJST_AANWIJZEND) || next->hoofdletter ||
               woord_heet(next, "er");
    if (woord_heet(w, "om") || woord_heet(w, "zonder"))
        return has_te_behind(t, i) || woord_heet(next, "dat");
    if (woord_heet(w, "voor") || woord_heet(w, "na"))
        return next->is & (lijst(LIJST_IK) | lijst(LIJST_WIJ) | lijst(LIJST_ANDER)) &&
               has_verb_behind(t, i + 1);
    if (woord_heet(w, "als") || woord_heet(w, "tot") || woord_heet(w, "sinds") ||
        woord_heet(w, "zoals"))
        return next->is & (lijst(LIJST_IK) | lijst(LIJST_WIJ) | lijst(LIJST_ANDER)) ||
               woord_heet(next, "er") || woord_heet(next, "dat") ||
               ((is_subject(next) || next->is & lijst(LIJST_AANWIJZEND) || next->hoofdletter) &&
                has_verb_behind(t, i));
    return true;
}

/* In `als ik boos ben bel ik mijn zus` the clause ends before the verb that stands in front of ik.
 */
static bool turns_back(const struct taal *t, size_t i)
{
    return i && t->woord[i].is & (lijst(LIJST_IK) | lijst(LIJST_WIJ)) &&
           woord_is_vorm(&t->woord[i - 1]) && t->woord[i - 1].bijzin &&
           !woord_is(&t->woord[i - 1], LIJST_BEGINPUNT);
}

static bool ends_at_mark(const struct taal *t, size_t i, bool why)
{
    const struct woord *next = &t->woord[i + 1];

    if (i + 1 >= t->aantal)
        return true;
    if (t->woord[i].soort == KOMMA)
        return !why;
    return next->is & (lijst(LIJST_IK) | lijst(LIJST_WIJ));
}

/* Says of each word whether it stands in a side clause. One that a sentence begins with ends at the
 * comma or at the verb; one at its end goes on. */
static void mark_clauses(struct taal *t)
{
    bool inside = false, why = false;

    for (size_t i = 0; i < t->aantal; i++) {
        struct woord *w = &t->woord[i];
        if (i && w->deel != w[-1].deel)
            inside = why = false;
        if (w->geciteerd)
            continue;
        if (begins_clause(t, i)) {
            why = woord_is(w, LIJST_VERLEDEN) || (why && inside);
            inside = true;
        } else if (woord_is(w, LIJST_VERLEDEN) && (i == 0 || w[-1].soort != WOORD))
            why = true;
        if (inside && (w->soort == KOMMA || w->soort == EN) && ends_at_mark(t, i, why))
            inside = false;
        if (inside && turns_back(t, i)) {
            inside = false;
            t->woord[i - 1].bijzin = false;
        }
        w->bijzin = inside;
        w->reden = why;
    }
}

/* `of` between two words is an `en`; `en` itself is. */
static void mark_ands(struct taal *t)
{
    for (size_t i = 0; i < t->aantal; i++) {
        struct woord *w = &t->woord[i];
        if (w->soort != WOORD || w->geciteerd)
            continue;
        if (woord_heet(w, "en") || woord_heet(w, "alsook") || woord_heet(w, "plus") ||
            woord_heet(w, "alsmede") || (woord_heet(w, "of") && !begins_clause(t, i)))
            w->soort = EN;
    }
}

void taal_lees(struct taal *t, const struct smart_woorden *woorden, struct text tekst)
{
    struct lezer l = {.t = t, .rest = tekst, .nieuwe_regel = true};

    t->woorden = woorden;
    t->aantal = t->gebruikt = 0;
    read_words(&l);
    mark_ands(t);
    mark_clauses(t);
}

/* `een beter leven`: with a word such as beter between, it is still a noun. */
static bool stands_as_noun(const struct taal *t, size_t i)
{
    static const char *const how[] = {"beter", "meer", "minder", "dit", "het",
                                      "elk",   "ons",  "te",     NULL};
    const struct woord *before = i ? &t->woord[i - 1] : NULL;

    if (!before || before->soort != WOORD)
        return false;
    if (woord_is(before, LIJST_VAAG) && before->tekst.p[before->tekst.n - 1] == 'e' &&
        !woord_heet(before, "orde"))
        return true; /* leuke dingen */
    if (!woord_is(before, LIJST_AANWIJZEND))
        return false;
    for (const char *const *word = how; *word; word++)
        if (woord_heet(before, *word))
            return i > 1 && woord_heet(before, "beter") && woord_heet(before - 1, "een");
    return true;
}

/* A whole form, where it is no noun: not `de kinderen`, `mijn eten`. */
bool woord_is_heel(const struct taal *t, size_t i)
{
    const struct woord *w = &t->woord[i];
    bool last = i + 1 >= t->aantal || t->woord[i + 1].soort != WOORD;

    if (w->soort != WOORD || !smart_is_heel(t->woorden, w->tekst) || stands_as_noun(t, i))
        return false;
    return !woord_is(w, LIJST_NAAMWOORD) || last || woord_is_heel(t, i + 1);
}
