#include "domain/verwijs_kaart.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

enum { NO_MORE = 0 }; /* in `next`: items are counted from 1 there */

struct verwijs_kaart {
    const struct kaart *k;
    date today;
    struct lookup names;   /* by the name as text_plain gives it: the last item with it */
    uint32_t *next;        /* by item: one more of that name, plus 1 */
    struct lookup instead; /* by the key of a person: who stands in, and is not away */
};

static uint64_t plain_hash(struct text name)
{
    struct buffer b = {0};
    uint64_t hash;

    text_plain(&b, text_trim(name));
    hash = text_hash(buffer_view(&b));
    buffer_free(&b);
    return hash;
}

static date away_until(const struct verwijs_kaart *v, const struct kaart_item *person)
{
    date until = date_parse(text_trim(kaart_value(person, "Afwezig_tot")));

    return until != DATE_NONE && until >= v->today ? until : DATE_NONE;
}

static void note_name(struct verwijs_kaart *v, size_t i)
{
    uint64_t hash = plain_hash(kaart_value(&v->k->items[i], "Naam"));
    const uint32_t *last = lookup_find(&v->names, hash);

    v->next[i] = last ? *last + 1 : NO_MORE;
    lookup_set(&v->names, hash, (uint32_t)i);
}

static void note_stand_in(struct verwijs_kaart *v, size_t i)
{
    const struct kaart_item *person = &v->k->items[i];
    struct text key;

    for (size_t at = 0; kaart_next(person, "Vervangt", &at, &key);)
        if (away_until(v, person) == DATE_NONE)
            lookup_put(&v->instead, text_hash(text_trim(key)), (uint32_t)i);
}

struct verwijs_kaart *verwijs_kaart_open(const struct kaart *kaart, date today)
{
    struct verwijs_kaart *v = mem_take(sizeof *v);

    *v = (struct verwijs_kaart){.k = kaart, .today = today};
    v->next = mem_take((kaart->count + 1) * sizeof *v->next);
    for (size_t i = 0; i < kaart->count; i++) {
        v->next[i] = NO_MORE;
        if (kaart->items[i].soort <= KAART_CONTACT)
            note_name(v, i);
        if (kaart->items[i].soort == KAART_CONTACT)
            note_stand_in(v, i);
    }
    return v;
}

void verwijs_kaart_close(struct verwijs_kaart *v)
{
    if (!v)
        return;
    lookup_free(&v->names);
    lookup_free(&v->instead);
    free(v->next);
    free(v);
}

/* ---- finding ---- */

/* The next item with this name. Start with *at = NULL. */
static bool next_named(const struct verwijs_kaart *v, struct text name,
                       const struct kaart_item **at)
{
    const uint32_t *last = *at ? NULL : lookup_find(&v->names, plain_hash(name));

    if (!*at) {
        *at = last ? &v->k->items[*last] : NULL;
    } else {
        uint32_t more = v->next[*at - v->k->items];
        *at = more ? &v->k->items[more - 1] : NULL;
    }
    return *at != NULL;
}

/* An organisation before a service of the same name. */
static const struct kaart_item *find(const struct verwijs_kaart *v, struct text name)
{
    const struct kaart_item *found = name.n ? kaart_find(v->k, name) : NULL;

    if (found && found->soort <= KAART_DIENST)
        return found;
    found = NULL;
    for (const struct kaart_item *at = NULL; name.n && next_named(v, name, &at);)
        if (at->soort <= KAART_DIENST && (!found || at->soort <= found->soort))
            found = at;
    return found;
}

const struct kaart_item *verwijs_kaart_vind(const struct verwijs_kaart *v, struct text naar)
{
    const struct kaart_item *found = v ? find(v, text_trim(naar)) : NULL;
    const char *comma = naar.n ? memchr(naar.p, ',', naar.n) : NULL;

    if (v && !found && comma)
        found = find(v, text_trim((struct text){naar.p, (size_t)(comma - naar.p)}));
    return found;
}

struct text verwijs_kaart_waarde(const struct verwijs_kaart *v, const struct kaart_item *item,
                                 const char *field)
{
    return kaart_value(kaart_met(v->k, item, field), field);
}

/* ---- people ---- */

static const struct kaart_item *organisation_of(const struct verwijs_kaart *v,
                                                const struct kaart_item *item)
{
    const struct kaart_item *of;

    for (int up = 0; item && item->soort != KAART_ORGANISATIE && up < KAART_CONTACT; up++) {
        of = kaart_bij(v->k, item);
        item = of ? of : item;
    }
    return item;
}

struct afwezig verwijs_kaart_afwezig(const struct verwijs_kaart *v, const struct kaart_item *item,
                                     struct text name)
{
    struct afwezig a = {DATE_NONE, NULL};
    const uint32_t *instead;

    for (const struct kaart_item *at = NULL; item && name.n && next_named(v, name, &at);)
        if (at->soort == KAART_CONTACT && a.until == DATE_NONE &&
            organisation_of(v, at) == organisation_of(v, item)) {
            a.until = away_until(v, at);
            instead = lookup_find(&v->instead, text_hash(at->record.key));
            a.instead = a.until != DATE_NONE && instead ? &v->k->items[*instead] : NULL;
        }
    return a;
}

struct text verwijs_kaart_persoon(struct dossier *d, const struct kaart_item *person)
{
    struct buffer b = {0};
    struct text kept;

    kaart_put(&b, person, "Naam", ", ");
    if (kaart_value(person, "Telefoon").n) {
        buffer_string(&b, ", telefoon ");
        kaart_put(&b, person, "Telefoon", ", ");
    }
    kept = blad_kept(d, &b);
    buffer_free(&b);
    return kept;
}

/* ---- what is shown ---- */

void verwijs_kaart_put(const struct verwijs_kaart *v, struct dossier *d,
                       const struct kaart_item *item, struct document *document)
{
    static const struct {
        const char *field, *label;
    } shown[] = {{"Voorwaarde", "Wie kan er terecht"},
                 {"Aanmelden", "Aanmelden"},
                 {"Wachttijd", "Wachttijd"},
                 {"Meenemen", "Meenemen"},
                 {"Kosten", "Kosten"},
                 {"Gevolg_stopzetting", "Bij stoppen"},
                 {"Telefoon", "Telefoon"},
                 {"Nagekeken", "Nagekeken op"}};
    struct buffer b = {0};

    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        kaart_put(&b, kaart_met(v->k, item, shown[i].field), shown[i].field, "; ");
        if (b.n)
            document_pair(document, 1, shown[i].label, blad_kept(d, &b));
    }
    buffer_free(&b);
}

void verwijs_kaart_put_afwezig(const struct verwijs_kaart *v, struct dossier *d,
                               const struct kaart_item *item, struct text name,
                               struct document *document)
{
    struct afwezig a =
        item ? verwijs_kaart_afwezig(v, item, name) : (struct afwezig){DATE_NONE, NULL};
    struct buffer b = {0};

    if (a.until != DATE_NONE) {
        buffer_text(&b, name);
        blad_put_day(d, &b, " is er niet tot en met ", a.until, "");
        document_pair(document, 1, "Afwezig", blad_kept(d, &b));
        document_pair(document, 1, "Valt in",
                      a.instead ? verwijs_kaart_persoon(d, a.instead)
                                : TEXT("nog niet genoteerd op de kaart"));
    }
    buffer_free(&b);
}

void verwijs_kaart_put_client(const struct verwijs_kaart *v, const struct kaart_item *item,
                              struct document *document)
{
    const struct kaart_item *with = kaart_met(v->k, item, "Voorwaarde");
    struct text end = verwijs_kaart_waarde(v, item, "Gevolg_stopzetting"), value;

    if (kaart_value(with, "Voorwaarde").n)
        document_heading(document, 2, TEXT("Wie kan daar terecht"));
    for (size_t at = 0; kaart_next(with, "Voorwaarde", &at, &value);)
        document_item(document, 0, TEXT(""), value);
    if (end.n) {
        document_heading(document, 2, TEXT("Als ik daar stop"));
        document_text(document, end);
    }
}

struct text *verwijs_kaart_namen(const struct kaart *k, struct arena *arena, size_t *count)
{
    struct text *names = arena_take(arena, (k->count + 1) * sizeof *names);

    *count = 0;
    for (size_t i = 0; i < k->count; i++)
        if (k->items[i].soort <= KAART_DIENST && kaart_value(&k->items[i], "Naam").n)
            names[(*count)++] = kaart_value(&k->items[i], "Naam");
    return names;
}
