#include "domain/wie.h"
#include "base/text.h"

#include <string.h>
#include <strings.h>

static bool same_name(struct text a, struct text b)
{
    return a.n && a.n == b.n && !strncasecmp(a.p, b.p, a.n);
}

static bool is_word(struct text name, const char *const *words)
{
    for (; *words; words++)
        if (same_name(name, text_of(*words)))
            return true;
    return false;
}

static bool is_letter(char c)
{
    return ((c | 32) >= 'a' && (c | 32) <= 'z') || (unsigned char)c >= 0x80;
}

bool wie_noemt(struct text words, struct text name)
{
    for (size_t i = 0; name.n && i + name.n <= words.n; i++) {
        struct text here = {words.p + i, name.n};
        bool begins = i == 0 || !is_letter(words.p[i - 1]),
             ends = i + name.n == words.n || !is_letter(words.p[i + name.n]);
        if (begins && ends && same_name(here, name))
            return true;
    }
    return false;
}

/* How many bytes stand between two names here; 0: none do. */
static size_t between(struct text at)
{
    static const char *const words[] = {" en ", " met ", " & ", " + ", ",", ";", "/", NULL};

    for (const char *const *word = words; memchr(" ,;/", *at.p, 4) && *word; word++)
        if (text_starts(at, *word))
            return strlen(*word);
    return 0;
}

bool wie_next(struct text *rest, struct text *name)
{
    size_t n = 0, skip = 0;

    for (; n < rest->n && !skip; n += !skip)
        skip = between((struct text){rest->p + n, rest->n - n});
    *name = text_trim((struct text){rest->p, n});
    rest->p += n + skip;
    rest->n -= n + skip;
    return name->n || rest->n;
}

static bool is_begeleider(const struct blad *b, struct dossier *d, struct text name)
{
    const struct thing *t = NULL;

    while ((t = blad_next(d, b->names.melding, t)))
        if (same_name(name, blad_value(b, d, t, "Begeleider")))
            return true;
    return false;
}

bool wie_is_begeleider(const struct blad *b, struct dossier *d, struct text door, struct text names)
{
    static const char *const words[] = {"begeleider", "de begeleider", NULL};
    struct text name;

    while (wie_next(&names, &name))
        if (is_word(name, words) || same_name(name, door) || is_begeleider(b, d, name))
            return true;
    return false;
}

bool wie_is_client(const struct blad *b, struct dossier *d, struct text words)
{
    static const char *const always[] = {"client", "cliënt", "ik", "samen", NULL};
    const struct thing *t = NULL;

    for (const char *const *word = always; *word; word++)
        if (wie_noemt(words, text_of(*word)))
            return true;
    while ((t = blad_next(d, b->names.client, t)))
        if (wie_noemt(words, blad_value(b, d, t, "Naam")) ||
            wie_noemt(words, blad_value(b, d, t, "Voornamen")))
            return true;
    return false;
}

/* ---- the client themself ---- */

/* Takes the next word off, at blanks and brackets. False: no more. */
static bool next_word(struct text *rest, struct text *word)
{
    size_t n = 0;

    while (rest->n && memchr(" ().?!", *rest->p, 6)) {
        rest->p++;
        rest->n--;
    }
    while (n < rest->n && !memchr(" ().?!", rest->p[n], 6))
        n++;
    *word = (struct text){rest->p, n};
    rest->p += n;
    rest->n -= n;
    return n > 0;
}

/* What may stand beside a name without making it another's, or undoing that they agreed. */
static bool is_beside(struct text word)
{
    static const char *const words[] = {
        "zelf",     "ook",  "mondeling", "schriftelijk", "akkoord", "ja",     "telefonisch",
        "getekend", "gaat", "is",        "gaf",          "geeft",   "eens",   "het",
        "ermee",    "oke",  "ok",        "ondertekend",  "bij",     "de",     "telefoon",
        "per",      "mail", "in",        "gesprek",      "gebaar",  "knikte", NULL};
    return is_word(word, words);
}

/* 1 for a word such as meneer, 2 for mevrouw, 0 for another. */
static int is_title(struct text word)
{
    static const char *const him[] = {"meneer", "mijnheer", "dhr", "heer", "menheer", NULL},
                             *const her[] = {"mevrouw", "mevr",  "mw", "mej",
                                             "mevr.",   "madam", NULL};

    return is_word(word, him) ? 1 : is_word(word, her) ? 2 : 0;
}

static int title_of(struct text name)
{
    struct text word;
    int title = 0;

    while (!title && next_word(&name, &word))
        title = is_title(word);
    return title;
}

static bool has_word(struct text words, struct text asked)
{
    struct text word;

    while (next_word(&words, &word))
        if (same_name(word, asked))
            return true;
    return false;
}

/* Whether the name is of this person: of `mevrouw Van Dam` also `Van Dam`; the family name alone is
 * not, for others have it too. */
static bool is_of(struct text name, struct text whole, struct text family)
{
    int title = title_of(name), other = title_of(whole);
    struct text word;
    size_t found = 0;

    if (title && other && title != other)
        return false;
    while (next_word(&name, &word)) {
        if (is_title(word))
            continue;
        if (has_word(whole, word))
            found++;
        else if (!found || (!is_beside(word) && !has_word(family, word)))
            return false;
    }
    return found > 0;
}

static bool begins_with(struct text words, struct text name)
{
    return words.n > name.n && !is_letter(words.p[name.n]) &&
           same_name((struct text){words.p, name.n}, name);
}

/* Without a Client: the name that the dossier itself uses, `Ahmed belt ...`. */
static bool is_spoken_of(const struct blad *b, struct dossier *d, struct text name)
{
    const struct thing *t = NULL;

    if (!name.n || !(name.p[0] >= 'A' && name.p[0] <= 'Z') || memchr(name.p, '.', name.n))
        return false;
    while ((t = blad_next(d, b->names.doel, t)))
        if (begins_with(blad_value(b, d, t, "Tekst"), name))
            return true;
    while ((t = blad_next(d, b->names.melding, t)))
        if (begins_with(blad_value(b, d, t, "Vraag"), name))
            return true;
    return false;
}

static bool is_client_word(struct text name)
{
    static const char *const always[] = {"client",  "cliënt",  "ik", "ikzelf",
                                         "cliente", "cliënte", NULL};
    struct text word;
    bool found = false;

    while (next_word(&name, &word)) {
        if (is_word(word, always))
            found = true;
        else if (!is_beside(word))
            return false;
    }
    return found;
}

static bool is_name_of_client(const struct blad *b, struct dossier *d, struct text name)
{
    static const char *const fields[] = {"Naam", "Voornamen", NULL};
    const struct thing *t = NULL;
    bool known = false;

    while ((t = blad_next(d, b->names.client, t)))
        for (const char *const *field = fields; *field; field++) {
            struct text whole = blad_value(b, d, t, *field);
            known = known || whole.n;
            if (is_of(name, whole, blad_value(b, d, t, "Achternaam")))
                return true;
        }
    return !known && is_spoken_of(b, d, name);
}

bool wie_is_client_zelf(const struct blad *b, struct dossier *d, struct text names)
{
    struct text name;

    while (wie_next(&names, &name))
        if (is_client_word(name) || is_name_of_client(b, d, name))
            return true;
    return false;
}
