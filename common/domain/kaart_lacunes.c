#include "domain/kaart_lacunes.h"
#include "base/text.h"
#include "domain/kaart_blad.h"
#include "domain/kaart_index.h"

#include <stdlib.h>
#include <string.h>

const struct column lacunes_kolommen[] = {{"nood", "Waarvoor", COLUMN_TEXT, 30},
                                          {"gemeente", "Gemeente", COLUMN_TEXT, 8},
                                          {"dossiers", "Dossiers", COLUMN_NUMBER, 8}};
const size_t lacunes_kolom_aantal = sizeof lacunes_kolommen / sizeof *lacunes_kolommen;

struct need {
    struct text words, gemeente;
    unsigned dossiers;
    size_t last; /* the number of the dossier that was counted last, from 1 */
};

struct lacunes {
    const struct kaart *k;
    struct blad blad;
    struct need *needs;
    size_t count, capacity;
    struct lookup known; /* by words as text_plain gives them, and gemeente */
    struct arena arena;
    size_t dossiers;
};

struct lacunes *lacunes_open(const struct kaart *kaart, const struct schema *schema, date today)
{
    struct lacunes *l = mem_take(sizeof *l);

    *l = (struct lacunes){.k = kaart};
    blad_start(&l->blad, schema, today);
    return l;
}

/* ---- what is needed ---- */

static struct need *need_of(struct lacunes *l, struct text words, struct text gemeente)
{
    struct buffer b = {0};
    const uint32_t *at;
    uint64_t hash;

    text_plain(&b, words);
    buffer_byte(&b, '\n');
    buffer_text(&b, gemeente);
    hash = text_hash(buffer_view(&b));
    buffer_free(&b);
    at = lookup_find(&l->known, hash);
    if (at)
        return &l->needs[*at];
    mem_grow(&l->needs, &l->capacity, l->count + 1, sizeof *l->needs);
    lookup_put(&l->known, hash, (uint32_t)l->count);
    l->needs[l->count] =
        (struct need){arena_text(&l->arena, words), arena_text(&l->arena, gemeente), 0, 0};
    return &l->needs[l->count++];
}

static void take(struct lacunes *l, struct text words, struct text gemeente)
{
    struct need *n;

    words = text_trim(words);
    if (!words.n)
        return;
    n = need_of(l, words, gemeente);
    n->dossiers += n->last != l->dossiers;
    n->last = l->dossiers;
}

void lacunes_dossier(struct lacunes *l, struct dossier *d)
{
    static const struct {
        const char *type, *field;
    } fields[] = {{"Verwijzing", "Nood"},
                  {"Doel", "Levensdomein"},
                  {"Recht", "Levensdomein"},
                  {"Signaal", "Levensdomein"}};
    struct text gemeente = stand_of(d, &l->blad.names, l->blad.today).gemeente;
    const struct thing *t = NULL;

    l->dossiers++;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        while ((t = blad_next(d, schema_type(l->blad.schema, text_of(fields[i].type)), t)))
            take(l, blad_value(&l->blad, d, t, fields[i].field), gemeente);
    while ((t = blad_next(d, l->blad.names.domein, t)))
        if (blad_value(&l->blad, d, t, "Wens").n || blad_value(&l->blad, d, t, "Belemmering").n)
            take(l, t->key, gemeente);
}

/* ---- what meets it ---- */

static bool is_code(struct text t)
{
    uint32_t n;

    return (t.n == 4 || t.n == 5) && text_digits(t, &n);
}

/* An area in words says nothing about a code: only codes can leave a gemeente out. */
static bool serves(const struct kaart *k, const struct kaart_item *item, struct text gemeente)
{
    const struct kaart_item *with = kaart_met(k, item, "Gebied");
    bool only_codes = false;
    struct text value;

    for (size_t at = 0; kaart_next(with, "Gebied", &at, &value);) {
        if (text_is(text_trim(value), gemeente) || !is_code(text_trim(value)))
            return true;
        only_codes = true;
    }
    return !only_codes || !gemeente.n;
}

static bool is_met(const struct lacunes *l, struct kaart_index *index, const struct need *n)
{
    const struct kaart_item *item;

    kaart_index_vraag(index, n->words);
    while ((item = kaart_index_volgende(index)))
        if (serves(l->k, item, n->gemeente))
            return true;
    return false;
}

/* ---- the answer ---- */

static int by_count(const void *a, const void *b)
{
    const struct need *left = a, *right = b;
    int difference = left->dossiers < right->dossiers   ? 1
                     : left->dossiers > right->dossiers ? -1
                                                        : 0;

    if (!difference)
        difference = text_order(left->words, right->words);
    return difference ? difference : text_order(left->gemeente, right->gemeente);
}

static void add_point(const struct need *n, struct arena *arena, struct document *document)
{
    struct buffer b = {0};

    buffer_text(&b, n->words);
    if (n->gemeente.n) {
        buffer_string(&b, ", gemeente ");
        buffer_text(&b, n->gemeente);
    }
    buffer_format(&b, ": in %u dossier%s", n->dossiers, n->dossiers == 1 ? "" : "s");
    document_item(document, 0, TEXT(""), arena_text(arena, buffer_view(&b)));
    buffer_free(&b);
}

static void add_row(const struct need *n, struct arena *arena, struct document *document)
{
    struct text *cells = arena_take(arena, 3 * sizeof *cells);
    struct buffer b = {0};

    buffer_format(&b, "%u", n->dossiers);
    cells[0] = n->words;
    cells[1] = n->gemeente;
    cells[2] = arena_text(arena, buffer_view(&b));
    document_row(document, cells);
    buffer_free(&b);
}

size_t lacunes_document(struct lacunes *l, bool table, struct arena *arena,
                        struct document *document)
{
    struct kaart_index *index = kaart_index_make(l->k);
    size_t found = 0;

    if (l->count)
        qsort(l->needs, l->count, sizeof *l->needs, by_count);
    for (size_t i = 0; i < l->count; i++) {
        if (is_met(l, index, &l->needs[i]))
            continue;
        found++;
        if (table)
            add_row(&l->needs[i], arena, document);
        else
            add_point(&l->needs[i], arena, document);
    }
    kaart_index_free(index);
    return found;
}

void lacunes_close(struct lacunes *l)
{
    free(l->needs);
    lookup_free(&l->known);
    arena_free(&l->arena);
    free(l);
}
