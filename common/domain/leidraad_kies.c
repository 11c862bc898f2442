#include "base/text.h"
#include "domain/leidraad_inside.h"

#include <string.h>

/* How many of the things that this conversation is for the text names; -1: it is for another. That
 * of the phase does not count, for nearly every text names one. */
static int fits(const struct leidraad_tekst *t, const struct text *voor)
{
    int named = 0;

    for (int i = 0; i < VOOR_COUNT; i++) {
        if (!t->voor[i])
            continue;
        if (!text_has_word(t->voor[i], voor[i]))
            return -1;
        named += i != VOOR_FASE;
    }
    return named;
}

static bool is_kind(const struct leidraad_tekst *t, enum leidraad_type type, const char *soort)
{
    return t->type == type && (!soort || text_is_string(t->soort, soort));
}

/* Of a question about a part of life, what it is for besides the rest. */
static bool is_of_life(const struct leidraad_tekst *t)
{
    return t->voor[VOOR_LEVENSDOMEIN] || t->voor[VOOR_IRB];
}

size_t leidraad_kies(const struct voorbereiding *v, enum leidraad_type type, const char *soort,
                     const struct leidraad_tekst **into, size_t limit)
{
    const struct leidraad_gegevens *g = v->l->gegevens;
    size_t n = 0;

    for (int named = VOOR_COUNT; named >= 0; named--)
        for (size_t i = 0; i < g->count && n < limit; i++)
            if (is_kind(&g->teksten[i], type, soort) && fits(&g->teksten[i], v->voor) == named)
                into[n++] = &g->teksten[i];
    return n;
}

size_t leidraad_kies_domein(const struct voorbereiding *v, struct text domein, struct text irb,
                            const struct leidraad_tekst **into, size_t limit)
{
    const struct leidraad_gegevens *g = v->l->gegevens;
    struct text voor[VOOR_COUNT];
    size_t n = 0;

    memcpy(voor, v->voor, sizeof voor);
    voor[VOOR_LEVENSDOMEIN] = domein;
    voor[VOOR_IRB] = irb;
    for (int named = VOOR_COUNT; named > 0; named--)
        for (size_t i = 0; i < g->count && n < limit; i++)
            if (is_kind(&g->teksten[i], LEIDRAAD_VRAAG, NULL) && is_of_life(&g->teksten[i]) &&
                fits(&g->teksten[i], voor) == named)
                into[n++] = &g->teksten[i];
    return n;
}
