#include "domain/wie.h"
#include "base/text.h"

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

/* Whether the name stands in the words as a whole: not `An` in `Anna`. */
static bool names_somebody(struct text words, struct text name)
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

/* Takes the first name off `Emma, vader en m.devries`. False: no more. */
static bool next_name(struct text *rest, struct text *name)
{
    size_t n = 0, skip = 0;

    for (; n < rest->n && !skip; n += !skip) {
        struct text at = {rest->p + n, rest->n - n};
        skip = text_starts(at, " en ") ? 4 : text_starts(at, ",") ? 1 : 0;
    }
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

    while (next_name(&names, &name))
        if (is_word(name, words) || same_name(name, door) || is_begeleider(b, d, name))
            return true;
    return false;
}

bool wie_is_client(const struct blad *b, struct dossier *d, struct text words)
{
    static const char *const always[] = {"client", "cliënt", "ik", "samen", NULL};
    const struct thing *t = NULL;

    for (const char *const *word = always; *word; word++)
        if (names_somebody(words, text_of(*word)))
            return true;
    while ((t = blad_next(d, b->names.client, t)))
        if (names_somebody(words, blad_value(b, d, t, "Naam")) ||
            names_somebody(words, blad_value(b, d, t, "Voornamen")))
            return true;
    return false;
}
