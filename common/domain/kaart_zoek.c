#include "base/text.h"
#include "domain/kaart_blad.h"

#include <string.h>

/* ---- what is asked ---- */

void kaart_zoeker_start(struct kaart_zoeker *z, const struct kaart_vraag *vraag)
{
    *z = (struct kaart_zoeker){0};
    text_plain(&z->nood, text_trim(vraag->nood));
    kaart_domein(&z->nood_als_domein, vraag->nood);
    kaart_domein(&z->levensdomein, vraag->levensdomein);
    text_plain(&z->doelgroep, text_trim(vraag->doelgroep));
    text_plain(&z->gebied, text_trim(vraag->gebied));
}

void kaart_zoeker_free(struct kaart_zoeker *z)
{
    buffer_free(&z->nood);
    buffer_free(&z->nood_als_domein);
    buffer_free(&z->levensdomein);
    buffer_free(&z->doelgroep);
    buffer_free(&z->gebied);
    buffer_free(&z->hay);
}

/* ---- comparing ---- */

/* sociale-contacten and Sociale contacten are one part of life. */
void kaart_domein(struct buffer *out, struct text value)
{
    size_t first = out->n;

    text_plain(out, text_trim(value));
    for (size_t i = first; i < out->n; i++)
        if (out->p[i] == '-' || out->p[i] == '_')
            out->p[i] = ' ';
}

bool kaart_telt(struct text field)
{
    return !text_is_string(field, "Hsds") && !text_is_string(field, "Bij");
}

/* Whether a value of the field, of the item or else of its organisation, is or holds what is asked.
 */
static bool has_value(struct kaart_zoeker *z, const struct kaart *k, const struct kaart_item *item,
                      const char *field, struct text asked, bool whole)
{
    const struct kaart_item *with = kaart_met(k, item, field);
    struct text value;

    for (size_t at = 0; kaart_next(with, field, &at, &value);) {
        z->hay.n = 0;
        if (whole)
            kaart_domein(&z->hay, value);
        else
            text_plain(&z->hay, text_trim(value));
        if (whole ? text_is(buffer_view(&z->hay), asked)
                  : text_contains(buffer_view(&z->hay), asked))
            return true;
    }
    return false;
}

/* Everything that the record says, but not the numbers it goes by elsewhere. */
static void gather(struct kaart_zoeker *z, const struct kaart_item *item)
{
    z->hay.n = 0;
    for (size_t i = 0; i < item->count; i++) {
        if (!kaart_telt(item->fields[i].name))
            continue;
        text_plain(&z->hay, item->fields[i].value);
        buffer_byte(&z->hay, '\n');
    }
}

static bool has_words(struct kaart_zoeker *z, const struct kaart_item *item)
{
    struct text rest = buffer_view(&z->nood), word;

    gather(z, item);
    while (text_next_word(&rest, &word))
        if (!text_contains(buffer_view(&z->hay), word))
            return false;
    return true;
}

static bool meets(struct kaart_zoeker *z, const struct kaart *k, const struct kaart_item *item)
{
    return !z->nood.n ||
           (item->soort != KAART_CONTACT &&
            has_value(z, k, item, "Levensdomein", buffer_view(&z->nood_als_domein), true)) ||
           has_words(z, item);
}

bool kaart_kan(const struct kaart *k, const struct kaart_item *item)
{
    (void)k;
    return item->soort == KAART_ORGANISATIE ||
           (item->soort == KAART_DIENST && !text_is_string(kaart_value(item, "Status"), "gestopt"));
}

/* A person is only found by words of their own. */
static bool may_be_found(const struct kaart_zoeker *z, const struct kaart *k,
                         const struct kaart_item *item)
{
    return kaart_kan(k, item) || (item->soort == KAART_CONTACT && z->nood.n);
}

bool kaart_zoeker_past(struct kaart_zoeker *z, const struct kaart *k, const struct kaart_item *item)
{
    if (!may_be_found(z, k, item))
        return false;
    if (z->levensdomein.n &&
        !has_value(z, k, item, "Levensdomein", buffer_view(&z->levensdomein), true))
        return false;
    if (z->doelgroep.n && !has_value(z, k, item, "Doelgroep", buffer_view(&z->doelgroep), false))
        return false;
    if (z->gebied.n && !has_value(z, k, item, "Gebied", buffer_view(&z->gebied), false))
        return false;
    return meets(z, k, item);
}
