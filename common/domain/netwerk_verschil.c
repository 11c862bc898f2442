#include "domain/netwerk_verschil.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/* ---- what was different ---- */

static void put_was(struct buffer *b, bool differs, struct text was, const char *none)
{
    if (!differs)
        return;
    buffer_string(b, b->n ? ", " : "eerst: ");
    if (was.n)
        buffer_text(b, was);
    else
        buffer_string(b, none);
}

static void put_spanning(struct buffer *b, const struct relatie *was, const struct relatie *now)
{
    put_was(b, was->spanning != now->spanning, netwerk_spanning(was->spanning),
            was->spanning == SPANNING_GEEN ? "geen spanning" : "spanning nog niet genoteerd");
}

static void put_steun(struct buffer *b, const struct relatie *was, const struct relatie *now)
{
    struct buffer all = {0};

    for (int i = 0; i < STEUNEN; i++)
        if (was->steun & 1u << i)
            blad_put(&all, all.n ? " en " : "steun ", netwerk_steun(i));
    put_was(b, was->steun != now->steun, buffer_view(&all), "nog geen steun genoteerd");
    buffer_free(&all);
}

static struct text what_was(struct dossier *d, const struct relatie *was, const struct relatie *now)
{
    struct buffer b = {0};
    struct text kept;

    put_was(&b, was->groep != now->groep, netwerk_groep(was->groep), "");
    put_was(&b, was->band != now->band, netwerk_band(was->band), "");
    put_spanning(&b, was, now);
    put_was(&b, was->afstand != now->afstand, netwerk_afstand(was->afstand),
            "afstand nog niet genoteerd");
    put_was(&b, was->richting != now->richting, netwerk_richting(was->richting),
            "richting nog niet genoteerd");
    put_steun(&b, was, now);
    put_was(&b, was->mantelzorger != now->mantelzorger,
            was->mantelzorger ? TEXT("mantelzorger") : TEXT(""), "geen mantelzorger");
    if (now->overleden && !was->overleden)
        buffer_string(&b, b.n ? "; is overleden" : "is overleden");
    kept = blad_kept(d, &b);
    buffer_free(&b);
    return kept;
}

/* ---- who is who ---- */

/* L2 before L10. */
static int key_order(struct text a, struct text b)
{
    return a.n != b.n ? (a.n < b.n ? -1 : 1) : text_order(a, b);
}

static int by_key(const void *a, const void *b)
{
    const struct relatie *const *x = a, *const *y = b;

    return key_order((*x)->key, (*y)->key);
}

static const struct relatie **in_order(struct dossier *d, const struct netwerk *n)
{
    const struct relatie **order = arena_take(&d->arena, (n->count + 1) * sizeof(*order));

    for (size_t i = 0; i < n->count; i++)
        order[i] = &n->list[i];
    if (n->count)
        qsort(order, n->count, sizeof *order, by_key);
    return order;
}

static void put_relatie(struct netwerk *both, const struct relatie *r, enum verandering change,
                        struct text was)
{
    struct relatie *added = &both->list[both->count++];

    *added = *r;
    added->change = change;
    added->was = was;
}

/* A new line of the same dossier counts as another person: who they are is in the key. */
struct netwerk netwerk_verschil(struct dossier *d, const struct netwerk *before,
                                const struct netwerk *now)
{
    const struct relatie **was = in_order(d, before), **is = in_order(d, now);
    struct netwerk both = {
        arena_take(&d->arena, (before->count + now->count + 1) * sizeof *both.list), 0};
    size_t i = 0, j = 0;

    while (i < before->count || j < now->count) {
        int order = i == before->count ? 1
                    : j == now->count  ? -1
                                       : key_order(was[i]->key, is[j]->key);
        if (order < 0)
            put_relatie(&both, was[i++], WEG, TEXT("staat er niet meer bij"));
        else if (order > 0)
            put_relatie(&both, is[j++], NIEUW, TEXT("nieuw"));
        else {
            struct text different = what_was(d, was[i++], is[j]);
            put_relatie(&both, is[j++], different.n ? ANDERS : ZELFDE, different);
        }
    }
    netwerk_sort(d, &both);
    return both;
}

/* ---- in words ---- */

void netwerk_verschil_woorden(struct dossier *d, const struct netwerk *both,
                              struct document *document)
{
    static const char *const says[] = {"", "Nieuw: ", "Staat er niet meer bij: ", "Anders: "};
    struct buffer line = {0};
    size_t points = document->count;

    for (int change = NIEUW; change <= ANDERS; change++)
        for (size_t i = 0; i < both->count; i++) {
            const struct relatie *r = &both->list[i];
            if ((int)r->change != change)
                continue;
            buffer_string(&line, says[change]);
            buffer_text(&line, r->who);
            buffer_string(&line, change == WEG ? " (was: " : " (");
            netwerk_in_words(&line, r);
            buffer_string(&line, ")");
            if (change == ANDERS)
                blad_put(&line, "; ", r->was);
            blad_point(d, document, &line);
        }
    if (document->count == points)
        document_text(document, TEXT("Alles is hetzelfde gebleven."));
    buffer_free(&line);
}
