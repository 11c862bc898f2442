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

static bool any_has(const struct blad *b, struct dossier *d, const struct type *type,
                    const char *field, struct text name)
{
    const struct thing *t = NULL;

    while ((t = blad_next(d, type, t)))
        if (same_name(name, blad_value(b, d, t, field)))
            return true;
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

bool wie_is_begeleider(const struct blad *b, struct dossier *d, struct text door, struct text names)
{
    static const char *const words[] = {"begeleider", "de begeleider", NULL};
    struct text name;

    while (next_name(&names, &name))
        if (is_word(name, words) || same_name(name, door) ||
            any_has(b, d, b->names.melding, "Begeleider", name))
            return true;
    return false;
}

bool wie_is_client(const struct blad *b, struct dossier *d, struct text names)
{
    static const char *const words[] = {"client", "de client", "cliënt", "de cliënt",
                                        "ik",     "samen",     NULL};
    struct text name;

    while (next_name(&names, &name))
        if (is_word(name, words) || any_has(b, d, b->names.client, "Naam", name) ||
            any_has(b, d, b->names.client, "Voornamen", name))
            return true;
    return false;
}
