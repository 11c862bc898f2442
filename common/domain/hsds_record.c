/* A record of the kaart becomes rows. */
#include "domain/hsds_uit_inside.h"

#include "base/text.h"

#include <string.h>

struct text hsds_id(const struct kaart_item *item)
{
    struct text id = kaart_value(item, "Hsds");

    return id.n ? id : item->record.key;
}

uint64_t hsds_value_hash(const char *table, struct text id, struct text value)
{
    struct buffer b = {0};
    uint64_t hash;

    buffer_format(&b, "%s\n", table);
    buffer_text(&b, id);
    buffer_byte(&b, '\n');
    buffer_text(&b, value);
    hash = text_hash(buffer_view(&b));
    buffer_free(&b);
    return hash;
}

/* The value of a column; *whole: the column says all there is to say of the field. */
static struct text column_value(struct hsds_out *o, const struct kaart_item *item,
                                const struct hsds_column *c, bool *whole)
{
    struct text value = kaart_value(item, c->field), one;
    const struct kaart_item *of = kaart_find(o->k, value);
    struct buffer lines = {0};
    size_t count = 0;

    *whole = true;
    for (size_t at = 0; kaart_next(item, c->field, &at, &one); count++) {
        buffer_string(&lines, count ? "\n" : "");
        buffer_text(&lines, one);
        *whole = *whole && (c->kind != HSDS_LINES ||
                            (!memchr(one.p, '\n', one.n) && text_is(one, text_trim(one))));
    }
    *whole = *whole && (count <= 1 || c->kind == HSDS_LINES);
    one = arena_text(&o->arena, buffer_view(&lines));
    buffer_free(&lines);
    switch (c->kind) {
    case HSDS_DESCRIPTION:
        *whole = *whole && !text_is(value, kaart_value(item, "Naam"));
        return value.n ? value : kaart_value(item, "Naam");
    case HSDS_STATUS:
        *whole = *whole && !text_is_string(value, "open");
        return value.n ? hsds_status(value) : TEXT("active");
    case HSDS_ORGANIZATION:
    case HSDS_SERVICE:
        *whole = of && of->soort <= KAART_DIENST;
        return of && of->soort == (c->kind == HSDS_SERVICE ? KAART_DIENST : KAART_ORGANISATIE)
                   ? hsds_id(of)
                   : TEXT("");
    case HSDS_LINES:
        return one;
    case HSDS_PLAIN:
        break;
    }
    return value;
}

static bool has_values_table(const struct kaart_item *item, struct text field)
{
    for (const struct hsds_values *v = hsds_values; v->table; v++)
        if (text_is_string(field, v->field) && v->links[item->soort])
            return true;
    return false;
}

/* True when a column or a table of its own says all of the field. */
static bool is_covered(struct hsds_out *o, const struct kaart_item *item, struct text field)
{
    bool whole = false;

    if (text_is_string(field, "Hsds") || text_is_string(field, "Kolom"))
        return true;
    if (has_values_table(item, field))
        return true;
    for (const struct hsds_column *c = hsds_records[item->soort].columns; c->column; c++)
        if (!c->old && text_is_string(field, c->field)) {
            column_value(o, item, c, &whole);
            return whole;
        }
    return false;
}

void hsds_put_attribute(struct hsds_out *o, struct text id, struct text link, const char *entity,
                        const char *type, struct text field, struct text value)
{
    struct text term = hsds_joined(o, text_of(hsds_taxonomy), ".", field);
    struct hsds_table *t = hsds_table(o, TEXT("attributes"));

    hsds_begin_row(t);
    hsds_put_string(t, "id", id);
    hsds_put_string(t, "link_id", link);
    hsds_put_string(t, "taxonomy_term_id", term);
    hsds_put_string(t, "link_type", text_of(type));
    hsds_put_string(t, "link_entity", text_of(entity));
    hsds_put_string(t, "value", value);
    if (!lookup_put(&o->terms, text_hash(term), 0))
        return;
    t = hsds_table(o, TEXT("taxonomy_terms"));
    hsds_begin_row(t);
    hsds_put_string(t, "id", term);
    hsds_put_string(t, "code", field);
    hsds_put_string(t, "name", field);
    hsds_put_string(t, "description", hsds_joined(o, TEXT("Het veld "), "", field));
    hsds_put_string(t, "language", TEXT("nl"));
    hsds_put_string(t, "taxonomy_id", text_of(hsds_taxonomy));
}

void hsds_put_attributes(struct hsds_out *o, const struct kaart_item *item)
{
    const char *entity = hsds_records[item->soort].entity;

    for (size_t i = 1; i < item->count; i++) {
        struct text field = item->fields[i].name, value = item->fields[i].value;
        if (text_trim(value).n && !is_covered(o, item, field))
            hsds_put_attribute(o, hsds_numbered(o, hsds_id(item), "gesprek", i), hsds_id(item),
                               entity, hsds_taxonomy, field, value);
    }
}

/* A value that a kept row says too is not said twice. */
void hsds_put_values(struct hsds_out *o, const struct kaart_item *item, const struct hsds_values *v)
{
    struct text value;
    size_t n = 0;

    for (size_t at = 0; v->links[item->soort] && kaart_next(item, v->field, &at, &value);) {
        struct hsds_table *t;
        n++;
        if (lookup_find(&o->given, hsds_value_hash(v->table, hsds_id(item), value)))
            continue;
        t = hsds_table(o, text_of(v->table));
        hsds_begin_row(t);
        hsds_put_string(t, "id", hsds_numbered(o, hsds_id(item), v->field, n));
        hsds_put_string(t, v->links[item->soort], hsds_id(item));
        hsds_put_string(t, v->column, value);
    }
}

void hsds_put_record(struct hsds_out *o, const struct kaart_item *item)
{
    const struct hsds_records *r = &hsds_records[item->soort];
    struct hsds_table *t = hsds_table(o, text_of(r->table));
    struct text kolom, column, value;
    bool whole;

    hsds_begin_row(t);
    hsds_put_string(t, "id", hsds_id(item));
    for (const struct hsds_column *c = r->columns; c->column; c++)
        if (!c->old)
            hsds_put_string(t, c->column, column_value(o, item, c, &whole));
    for (size_t at = 0; kaart_next(item, "Kolom", &at, &kolom);) {
        hsds_split(kolom, &column, &value);
        hsds_put(t, column, value);
    }
    if (!text_is(hsds_id(item), item->record.key))
        hsds_put_string(t, hsds_key_column, item->record.key);
}
