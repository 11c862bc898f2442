#include "domain/kaart_index.h"
#include "base/text.h"
#include "domain/kaart_blad.h"

#include <stdlib.h>
#include <string.h>

enum { BITS = 64 };

/* A word of the kaart, or with `whole` a part of life, which is only found as a whole. */
struct word {
    struct text text;
    bool whole;
    uint32_t last;       /* the item that was noted last, + 1 */
    size_t first, count; /* its items, in `items` */
};

struct kaart_index {
    const struct kaart *k;
    struct word *words;
    size_t count, capacity;
    struct lookup numbers; /* of the words */
    struct pair_of {
        uint32_t word, item;
    } * pairs; /* as they come up, item by item */
    size_t pair_count, pair_capacity;
    uint32_t *items;        /* the same, word by word */
    uint64_t *hits, *these; /* a bit an item: what the question comes to; what one word does */
    size_t size;            /* of both */
    size_t at;              /* the next item to look at */
    struct arena arena;
    struct buffer plain;
};

/* ---- making it ---- */

static void note(struct kaart_index *x, struct text text, bool whole, uint32_t item)
{
    uint64_t hash = text_hash(text) + whole;
    const uint32_t *known = lookup_find(&x->numbers, hash);
    uint32_t number = known ? *known : (uint32_t)x->count;

    if (!known) {
        mem_grow(&x->words, &x->capacity, x->count + 1, sizeof *x->words);
        lookup_put(&x->numbers, hash, number);
        x->words[x->count++] = (struct word){.text = arena_text(&x->arena, text), .whole = whole};
    }
    if (x->words[number].last == item + 1)
        return;
    x->words[number].last = item + 1;
    x->words[number].count++;
    mem_grow(&x->pairs, &x->pair_capacity, x->pair_count + 1, sizeof *x->pairs);
    x->pairs[x->pair_count++] = (struct pair_of){number, item};
}

static void note_words(struct kaart_index *x, struct text value, uint32_t item)
{
    struct text rest, line, word;

    x->plain.n = 0;
    text_plain(&x->plain, value);
    rest = buffer_view(&x->plain);
    while (text_next_line(&rest, &line))
        while (text_next_word(&line, &word))
            note(x, word, false, item);
}

static void note_item(struct kaart_index *x, uint32_t number)
{
    const struct kaart_item *item = &x->k->items[number];
    struct text value;

    for (size_t i = 0; i < item->count; i++)
        if (kaart_telt(item->fields[i].name))
            note_words(x, item->fields[i].value, number);
    for (size_t at = 0;
         kaart_next(kaart_met(x->k, item, "Levensdomein"), "Levensdomein", &at, &value);) {
        x->plain.n = 0;
        kaart_domein(&x->plain, value);
        note(x, buffer_view(&x->plain), true, number);
    }
}

/* The items of each word beside each other, in the order of the kaart. */
static void put_together(struct kaart_index *x)
{
    size_t first = 0;

    x->items = mem_take((x->pair_count + 1) * sizeof *x->items);
    for (size_t w = 0; w < x->count; w++) {
        x->words[w].first = first;
        first += x->words[w].count;
        x->words[w].count = 0;
    }
    for (size_t i = 0; i < x->pair_count; i++) {
        struct word *w = &x->words[x->pairs[i].word];
        x->items[w->first + w->count++] = x->pairs[i].item;
    }
    free(x->pairs);
    x->pairs = NULL;
}

struct kaart_index *kaart_index_make(const struct kaart *k)
{
    struct kaart_index *x = mem_take(sizeof *x);

    *x = (struct kaart_index){.k = k, .size = k->count / BITS + 1};
    x->hits = mem_take(x->size * sizeof *x->hits);
    x->these = mem_take(x->size * sizeof *x->these);
    memset(x->hits, 0, x->size * sizeof *x->hits);
    for (size_t i = 0; i < k->count; i++)
        if (kaart_kan(k, &k->items[i]))
            note_item(x, (uint32_t)i);
    put_together(x);
    return x;
}

/* ---- asking ---- */

static void set(struct kaart_index *x, uint64_t *bits, const struct word *w)
{
    for (size_t i = w->first; i < w->first + w->count; i++)
        bits[x->items[i] / BITS] |= (uint64_t)1 << x->items[i] % BITS;
}

/* Only the items with this word in them stay. */
static void keep(struct kaart_index *x, struct text word)
{
    memset(x->these, 0, x->size * sizeof *x->these);
    for (size_t w = 0; w < x->count; w++)
        if (!x->words[w].whole && text_contains(x->words[w].text, word))
            set(x, x->these, &x->words[w]);
    for (size_t i = 0; i < x->size; i++)
        x->hits[i] &= x->these[i];
}

static void add_domain(struct kaart_index *x, struct text nood)
{
    const uint32_t *number;

    x->plain.n = 0;
    kaart_domein(&x->plain, nood);
    number = lookup_find(&x->numbers, text_hash(buffer_view(&x->plain)) + 1);
    if (number && x->words[*number].whole)
        set(x, x->hits, &x->words[*number]);
}

void kaart_index_vraag(struct kaart_index *x, struct text nood)
{
    struct buffer plain = {0};
    struct text rest, word;

    x->at = 0;
    memset(x->hits, 0xFF, x->size * sizeof *x->hits);
    text_plain(&plain, text_trim(nood));
    rest = buffer_view(&plain);
    while (text_next_word(&rest, &word))
        keep(x, word);
    buffer_free(&plain);
    add_domain(x, nood);
}

const struct kaart_item *kaart_index_volgende(struct kaart_index *x)
{
    for (; x->at < x->k->count; x->at++)
        if (x->hits[x->at / BITS] >> x->at % BITS & 1 && kaart_kan(x->k, &x->k->items[x->at]))
            return &x->k->items[x->at++];
    return NULL;
}

void kaart_index_free(struct kaart_index *x)
{
    if (!x)
        return;
    free(x->words);
    lookup_free(&x->numbers);
    free(x->pairs);
    free(x->items);
    free(x->hits);
    free(x->these);
    arena_free(&x->arena);
    buffer_free(&x->plain);
    free(x);
}
