/* What the rows said becomes the content of the kaart. */
#include "base/text.h"
#include "domain/hsds_in_inside.h"

#include <string.h>

struct values {
    struct text *list;
    size_t count;
};

/* What the field becomes. */
static struct values values_of(const struct schema *schema, const struct hsds_item *item,
                               struct text field, struct arena *arena)
{
    const struct field *known = schema_field(schema, item->type, field);
    struct values v = {arena_take(arena, (item->count + 1) * sizeof *v.list), 0};
    bool own = false;

    for (size_t i = 0; i < item->count; i++)
        own = own || (item->values[i].own && text_is(item->values[i].field, field));
    for (size_t i = 0; i < item->count; i++)
        if (text_is(item->values[i].field, field) && item->values[i].own == own)
            v.list[v.count++] = item->values[i].value;
    if (known && !(known->flags & MANY) && v.count > 1)
        v.count = 1;
    return v;
}

/* The first of its field among the values. */
static bool is_first(const struct hsds_item *item, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (text_is(item->values[i].field, item->values[at].field))
            return false;
    return true;
}

static bool is_same(const struct kaart_item *old, struct text field, struct values v)
{
    size_t n = 0;

    for (size_t i = 1; i < old->count; i++)
        if (text_is(old->fields[i].name, field) && text_trim(old->fields[i].value).n) {
            if (n >= v.count || !text_is(old->fields[i].value, v.list[n]))
                return false;
            n++;
        }
    return n == v.count;
}

/* True when the record changed. */
static bool amend(const struct schema *schema, const struct hsds_item *item, struct buffer *out)
{
    struct arena arena = {0};
    struct rec_change *changes = arena_take(&arena, (item->count + 1) * sizeof *changes);
    size_t count = 0;

    for (size_t i = 0; i < item->count; i++) {
        struct values v;
        if (!is_first(item, i))
            continue;
        v = values_of(schema, item, item->values[i].field, &arena);
        if (!is_same(item->old, item->values[i].field, v))
            changes[count++] = (struct rec_change){item->values[i].field, v.list, v.count};
    }
    if (count)
        rec_amend(out, item->old->record.raw, changes, count);
    else
        buffer_text(out, item->old->record.raw);
    arena_free(&arena);
    return count > 0;
}

static void write_new(const struct schema *schema, const struct hsds_item *item, struct buffer *out)
{
    struct arena arena = {0};

    rec_write_field(out, "\n", text_of(item->type->name), item->key);
    for (size_t i = 0; i < item->count; i++) {
        struct values v;
        if (!is_first(item, i))
            continue;
        v = values_of(schema, item, item->values[i].field, &arena);
        for (size_t n = 0; n < v.count; n++)
            rec_write_field(out, "\n", item->values[i].field, v.list[n]);
    }
    buffer_byte(out, '\n');
    arena_free(&arena);
}

static void put_key(struct buffer *out, const struct hsds_item *item)
{
    if (!strcmp(item->type->name, "Tabelrij"))
        return;
    buffer_text(out, item->key);
    buffer_byte(out, '\n');
}

/* Everything between two records is of the second (rec.h), so the pieces make up the file. */
static void put_old(const struct hsds_in *in, struct hsds_result *r)
{
    const char *at = in->k->file_count ? in->k->files[0]->content.p : NULL;
    const char *end = at ? at + in->k->files[0]->content.n : NULL;

    for (size_t i = 0; i < in->k->count; i++) {
        const struct hsds_item *item = &in->items[i];
        struct text raw = item->old->record.raw;
        buffer_put(&r->content, at, (size_t)(raw.p - at));
        at = raw.p + raw.n;
        if (amend(in->k->schema, item, &r->content)) {
            r->changed++;
            put_key(&r->keys, item);
        }
    }
    buffer_put(&r->content, at, (size_t)(end - at));
}

void hsds_in_result(const struct hsds_in *in, struct hsds_result *r)
{
    bool closed = !in->k->file_count || in->k->files[0]->closed;

    *r = (struct hsds_result){.records = in->count};
    put_old(in, r);
    for (size_t i = in->k->count; i < in->count; i++) {
        r->made++;
        write_new(in->k->schema, &in->items[i], &r->added);
        put_key(&r->keys, &in->items[i]);
    }
    if (r->added.n)
        loose_append(&r->content, closed, buffer_view(&r->added));
}

void hsds_result_free(struct hsds_result *r)
{
    buffer_free(&r->content);
    buffer_free(&r->added);
    buffer_free(&r->keys);
}
