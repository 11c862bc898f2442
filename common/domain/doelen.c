#include "domain/doelen.h"
#include "base/text.h"

#include <stdlib.h>

/* What a word of the schema is in the words of a client. */
struct wording {
    const char *word, *said;
};

static const char *in_words(const struct wording *words, struct text word, const char *otherwise)
{
    for (; words->word; words++)
        if (text_is_string(word, words->word))
            return words->said;
    return otherwise;
}

bool doel_loopt(struct text status)
{
    return !status.n || text_has_word("open bezig", status);
}

bool doel_is_oordeel(struct text status)
{
    return text_has_word("behaald deels niet-behaald", status);
}

const char *doel_in_woorden(struct text status)
{
    static const struct wording words[] = {{"wens", "Dit is nog een wens."},
                                           {"geparkeerd", "Dit rust even."},
                                           {"behaald", "Dit is gelukt."},
                                           {"deels", "Dit is voor een deel gelukt."},
                                           {"niet-behaald", "Dit is niet gelukt."},
                                           {"losgelaten", "Dit hebben we losgelaten."},
                                           {"vervangen", "Hier kwam een ander doel voor."},
                                           {NULL, NULL}};

    return in_words(words, status, "Hier ben ik mee bezig.");
}

/* ---- in order ---- */

struct ranked {
    uint32_t rank;
    const struct thing *goal;
};

static int by_rank(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;

    if (x->rank != y->rank)
        return x->rank < y->rank ? -1 : 1;
    return (x->goal > y->goal) - (x->goal < y->goal);
}

uint32_t doel_plaats(const struct blad *b, struct dossier *d, const struct thing *goal)
{
    uint32_t rank;

    return text_digits(blad_value(b, d, goal, "Prioriteit"), &rank) ? rank : UINT32_MAX;
}

const struct thing **doelen_op_volgorde(const struct blad *b, struct dossier *d, enum doelen which,
                                        size_t *count)
{
    struct ranked *list = arena_take(&d->arena, (d->thing_count + 1) * sizeof *list);
    const struct thing **goals = arena_take(&d->arena, (d->thing_count + 1) * sizeof *goals);
    const struct thing *t = NULL;
    size_t n = 0;

    while ((t = blad_next(d, b->names.doel, t))) {
        struct text status = blad_value(b, d, t, "Status");
        if (which == DOEL_LOOPT ? doel_loopt(status)
                                : !text_has_word("losgelaten vervangen", status))
            list[n++] = (struct ranked){doel_plaats(b, d, t), t};
    }
    qsort(list, n, sizeof *list, by_rank);
    for (size_t i = 0; i < n; i++)
        goals[i] = list[i].goal;
    *count = n;
    return goals;
}

void doel_kop(const struct blad *b, struct dossier *d, const struct thing *goal,
              struct document *document)
{
    struct buffer heading = {0};

    buffer_text(&heading, goal->key);
    blad_put(&heading, "  ", blad_value(b, d, goal, "Tekst"));
    document_heading(document, 3, blad_kept(d, &heading));
    buffer_free(&heading);
}

struct text doel_stand(const struct blad *b, struct dossier *d, const struct thing *goal)
{
    name_id name = schema_name(b->schema, TEXT("Schaal_tekst"));
    struct text now = text_trim(blad_value(b, d, goal, "Schaal")), level, rest;
    size_t at = 0;

    while (now.n && thing_next_value(d, goal, name, &at, &rest))
        if (text_next_word(&rest, &level) && text_is(level, now))
            return text_trim(rest);
    return TEXT("");
}

/* ---- steps ---- */

const struct thing *doel_van_stap(const struct blad *b, struct dossier *d, const struct thing *step)
{
    struct text bij = blad_value(b, d, step, "Bij");
    const struct thing *t = bij.n ? fold_find(d, b->names.doel, bij) : NULL;

    return t && t->opening && !t->withdrawn ? t : NULL;
}

bool stap_open(struct text status)
{
    return !text_has_word("gedaan niet-gelukt niet-meer-nodig", status);
}

const struct thing *doel_open_stap(const struct blad *b, struct dossier *d,
                                   const struct thing *goal, const struct thing *after)
{
    while ((after = blad_next(d, b->names.stap, after)))
        if (doel_van_stap(b, d, after) == goal && stap_open(blad_value(b, d, after, "Status")))
            return after;
    return NULL;
}

void doel_stap(const struct blad *b, struct dossier *d, const struct thing *step,
               struct document *document)
{
    static const struct wording words[] = {{"gedaan", "\nDit is gedaan."},
                                           {"niet-gelukt", "\nDit is nog niet gelukt."},
                                           {"uitgesteld", "\nDit doen we later."},
                                           {"niet-meer-nodig", "\nDit hoeft niet meer."},
                                           {NULL, NULL}};
    struct text until = blad_value(b, d, step, "Uiterlijk"),
                status = blad_value(b, d, step, "Status");
    struct buffer line = {0};

    buffer_text(&line, blad_value(b, d, step, "Wat"));
    blad_put(&line, "\nWie: ", blad_value(b, d, step, "Wie"));
    blad_put(&line, "\nEerst nodig: ", blad_values(b, d, step, "Voorwaarde", ", "));
    if (until.n && !text_has_word("gedaan niet-meer-nodig", status))
        blad_put_day(d, &line, "\nUiterlijk: ", date_parse(until), "");
    buffer_string(&line, in_words(words, status, ""));
    blad_put(&line, "\nDit hielp: ", blad_value(b, d, step, "Wat_hielp"));
    blad_point(d, document, &line);
    buffer_free(&line);
}

/* ---- what was ---- */

struct change {
    const struct record *record;
    struct text value;
};

static int by_day(const void *a, const void *b)
{
    const struct change *x = a, *y = b;

    if (x->record->op != y->record->op)
        return x->record->op < y->record->op ? -1 : 1;
    return (x->record > y->record) - (x->record < y->record);
}

static struct text given(struct dossier *d, const struct record *r, name_id name)
{
    for (size_t i = r->first; i < r->first + r->count; i++)
        if (d->fields[i].id == name)
            return field_value(d, &d->fields[i]);
    return TEXT("");
}

struct waarde *doel_waarden(const struct blad *b, struct dossier *d, const struct thing *t,
                            const char *name, size_t *count)
{
    name_id id = schema_name(b->schema, text_of(name));
    struct change *list = arena_take(&d->arena, (d->record_count + 1) * sizeof *list);
    struct waarde *values;
    size_t n = 0;

    for (size_t i = 0; i < d->record_count; i++) {
        const struct record *r = &d->records[i];
        struct text value = r->known && &d->things[r->thing] == t ? given(d, r, id) : TEXT("");
        if (value.n)
            list[n++] = (struct change){r, value};
    }
    qsort(list, n, sizeof *list, by_day);
    values = arena_take(&d->arena, (n + 1) * sizeof *values);
    for (size_t i = 0; i < n; i++)
        values[i] = (struct waarde){list[i].record->op, list[i].value};
    *count = n;
    return values;
}
