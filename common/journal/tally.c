#include "journal/tally.h"
#include "base/text.h"

#include <stdlib.h>

/* ---- taking ---- */

static struct text fields_of(struct tally *t, struct dossier *d, const struct record *r)
{
    struct buffer all = {0};
    struct text fields;

    for (size_t i = r->first; i < r->first + r->count; i++) {
        buffer_text(&all, d->fields[i].name);
        buffer_byte(&all, ':');
        buffer_text(&all, field_value(d, &d->fields[i]));
        buffer_byte(&all, '\0');
    }
    fields = arena_text(&t->arena, buffer_view(&all));
    buffer_free(&all);
    return fields;
}

static void take_record(struct tally *t, struct dossier *d, const struct record *r,
                        struct text dossier, const char *name)
{
    struct tally_record taken = {.dossier = dossier,
                                 .type = arena_text(&t->arena, r->type_name),
                                 .key = arena_text(&t->arena, r->key),
                                 .fields = fields_of(t, d, r),
                                 .place = {name, r->place.line, 1}};

    mem_grow(&t->records, &t->capacity, t->count + 1, sizeof *t->records);
    t->records[t->count++] = taken;
    t->closed = r->closed;
}

void tally_take(struct tally *t, const struct schema *schema, struct buffer *content,
                const char *name, struct diag *diag)
{
    /* With findings the reader gives dossiers with errors too; the findings are not for now. */
    struct reader_options options = {{DATE_NONE, MOMENT_NONE}, {"", 0}, false, true, NULL};
    struct reader *reader;
    struct dossier *d;
    unsigned errors = diag->errors;

    options.findings = diag->silent;
    reader = reader_open_memory(schema, content, name, options, diag);
    while ((d = reader_next(reader))) {
        struct text dossier = arena_text(&t->arena, d->id);
        for (size_t i = 0; i < d->record_count && schema_key_good(dossier); i++)
            take_record(t, d, &d->records[i], dossier, name);
    }
    reader_close(reader);
    t->sound = diag->errors == errors;
}

void tally_free(struct tally *t)
{
    free(t->records);
    arena_free(&t->arena);
    *t = (struct tally){0};
}

/* ---- dossiers ---- */

/* Is there a record of the dossier? Looks from number *from on, and around, and leaves there where
 * it was found: two texts have their dossiers mostly in the same order. */
static bool has_from(const struct tally *t, struct text dossier, size_t *from)
{
    for (size_t n = 0; n < t->count; n++) {
        size_t i = (*from + n) % t->count;
        if (text_is(t->records[i].dossier, dossier)) {
            *from = i;
            return true;
        }
    }
    return false;
}

bool tally_has(const struct tally *t, struct text dossier)
{
    size_t from = 0;
    return has_from(t, dossier, &from);
}

static const struct tally_record *first_missing(const struct tally *t, const struct tally *in)
{
    size_t from = 0;

    for (size_t i = 0; i < t->count; i++)
        if (!has_from(in, t->records[i].dossier, &from))
            return &t->records[i];
    return NULL;
}

bool tally_same_dossiers(const struct tally *before, const struct tally *after, const char *name,
                         struct diag *diag)
{
    const struct tally_record *new = before->count ? first_missing(after, before) : NULL;
    const struct tally_record *lost = before->sound ? first_missing(before, after) : NULL;
    char id[QUOTE_SIZE];

    if (new)
        diag_at(diag, SEVERITY_ERROR, STATUS_DATA, new->place, "ander-dossier",
                "dossier %s stond niet in dit bestand. Verbeter het nummer, of zet die records in "
                "een eigen bestand",
                quote(new->dossier, id));
    else if (!after->count)
        diag_at(diag, SEVERITY_ERROR, STATUS_DATA, (struct place){name, 0, 0}, "geen-dossier",
                "hier staat geen dossier meer in. Zet de records terug");
    else if (lost)
        diag_at(diag, SEVERITY_ERROR, STATUS_DATA, (struct place){name, 0, 0}, "geen-dossier",
                "dossier %s staat hier niet meer in. Zet de records terug",
                quote(lost->dossier, id));
    else
        return true;
    return false;
}

/* ---- records ---- */

static int by_fields(const void *a, const void *b)
{
    const struct tally_record *x = *(struct tally_record *const *)a,
                              *y = *(struct tally_record *const *)b;
    return text_order(x->fields, y->fields);
}

static int name_order(const struct tally_record *x, const struct tally_record *y)
{
    int order = text_order(x->dossier, y->dossier);

    order = order ? order : text_order(x->type, y->type);
    return order ? order : text_order(x->key, y->key);
}

static int by_name(const void *a, const void *b)
{
    return name_order(*(struct tally_record *const *)a, *(struct tally_record *const *)b);
}

typedef int order_function(const void *a, const void *b);

/* Pairs records that are the same by `order`, one to one, and gives how many pairs there are. */
static size_t pair(struct tally *before, struct tally *after, order_function *order)
{
    struct tally_record **old = mem_take((before->count + 1) * sizeof *old),
                        **new = mem_take((after->count + 1) * sizeof *new);
    size_t olds = 0, news = 0, pairs = 0;

    for (size_t i = 0; i < before->count; i++)
        if (!before->records[i].paired)
            old[olds++] = &before->records[i];
    for (size_t i = 0; i < after->count; i++)
        if (!after->records[i].paired)
            new[news++] = &after->records[i];
    qsort(old, olds, sizeof *old, order);
    qsort(new, news, sizeof *new, order);
    for (size_t i = 0, j = 0; i < olds && j < news;) {
        int which = order(&old[i], &new[j]);
        if (which == 0) {
            old[i]->paired = new[j]->paired = true;
            pairs++;
        }
        i += which <= 0;
        j += which >= 0;
    }
    free(old);
    free(new);
    return pairs;
}

struct difference tally_difference(struct tally *before, struct tally *after)
{
    size_t same, changed;

    for (size_t i = 0; i < before->count; i++)
        before->records[i].paired = false;
    for (size_t i = 0; i < after->count; i++)
        after->records[i].paired = false;
    same = pair(before, after, by_fields);
    changed = pair(before, after, by_name);
    return (struct difference){after->count - same - changed, changed,
                               before->count - same - changed};
}
