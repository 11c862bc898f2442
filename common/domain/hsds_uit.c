/* From the kaart to tables. */
#include "domain/hsds_uit_inside.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/* ---- what only was kept ---- */

static const struct hsds_values *values_named(struct text table)
{
    for (const struct hsds_values *v = hsds_values; v->table; v++)
        if (text_is_string(table, v->table))
            return v;
    return NULL;
}

static struct text cell_of(const struct kaart_item *row, const char *name)
{
    struct text kolom, column, value;

    for (size_t at = 0; name && kaart_next(row, "Kolom", &at, &kolom);) {
        hsds_split(kolom, &column, &value);
        if (text_is_string(column, name))
            return value;
    }
    return TEXT("");
}

/* False: our record no longer says what the row says. */
static bool still_holds(struct hsds_out *o, const struct kaart_item *row)
{
    const struct hsds_values *v = values_named(kaart_value(row, "Tabel"));
    struct text value, id = {"", 0};
    uint64_t hash;

    if (!v)
        return true;
    value = cell_of(row, v->column).n ? cell_of(row, v->column) : cell_of(row, v->old);
    for (int i = 0; i <= KAART_CONTACT && !id.n; i++)
        id = cell_of(row, v->links[i]);
    hash = hsds_value_hash(v->table, id, value);
    if (!value.n || !id.n)
        return true;
    lookup_put(&o->given, hash, 0);
    return lookup_find(&o->has, hash) != NULL;
}

static void put_kept(struct hsds_out *o, const struct kaart_item *row)
{
    struct text kolom, column, value;
    struct hsds_table *t;

    if (!kaart_value(row, "Tabel").n || !still_holds(o, row))
        return;
    t = hsds_table(o, kaart_value(row, "Tabel"));
    hsds_begin_row(t);
    for (size_t at = 0; kaart_next(row, "Kolom", &at, &kolom);) {
        hsds_split(kolom, &column, &value);
        hsds_put(t, column, value);
    }
}

static void note_values(struct hsds_out *o, const struct kaart_item *item)
{
    struct text value;

    for (const struct hsds_values *v = hsds_values; v->table; v++)
        for (size_t at = 0; v->links[item->soort] && kaart_next(item, v->field, &at, &value);)
            lookup_put(&o->has, hsds_value_hash(v->table, hsds_id(item), value), 0);
}

/* An agreement is of more organisations than one, which HSDS does not know: its fields go with the
 * first. */
static void put_agreement(struct hsds_out *o, const struct kaart_item *item)
{
    const struct kaart_item *of = kaart_bij(o->k, item);

    for (size_t i = 1; i < item->count; i++) {
        const struct rec_field *f = &item->fields[i];
        struct text value = hsds_joined(o, item->record.key, " ", f->name);
        if (text_trim(f->value).n)
            hsds_put_attribute(o, hsds_numbered(o, item->record.key, hsds_agreement, i),
                               of ? hsds_id(of) : TEXT(""), of ? "organization" : "",
                               hsds_agreement, f->name, hsds_joined(o, value, " ", f->value));
    }
}

static void put_taxonomy(struct hsds_out *o)
{
    struct hsds_table *t;

    if (!o->terms.count)
        return;
    t = hsds_table(o, TEXT("taxonomies"));
    hsds_begin_row(t);
    hsds_put_string(t, "id", text_of(hsds_taxonomy));
    hsds_put_string(t, "name", TEXT("Gesprek"));
    hsds_put_string(t, "description", TEXT("Velden van een sociale kaart van Gesprek"));
}

/* Kept rows first: what they say, our own rows need not. */
static void fill(struct hsds_out *o)
{
    const struct kaart *k = o->k;

    for (const struct hsds_records *r = hsds_records; r->table; r++)
        hsds_table(o, text_of(r->table));
    for (size_t i = 0; i < k->count; i++)
        if (k->items[i].soort <= KAART_CONTACT)
            note_values(o, &k->items[i]);
    for (size_t i = 0; i < k->count; i++)
        if (k->items[i].soort == KAART_RIJ)
            put_kept(o, &k->items[i]);
    for (size_t i = 0; i < k->count; i++) {
        const struct kaart_item *item = &k->items[i];
        if (item->soort == KAART_CONVENANT)
            put_agreement(o, item);
        if (item->soort > KAART_CONTACT)
            continue;
        hsds_put_record(o, item);
        hsds_put_attributes(o, item);
        for (const struct hsds_values *v = hsds_values; v->table; v++)
            hsds_put_values(o, item, v);
    }
    put_taxonomy(o);
}

struct hsds_out *hsds_out_open(const struct kaart *kaart)
{
    struct hsds_out *o = mem_take(sizeof *o);

    *o = (struct hsds_out){.k = kaart};
    fill(o);
    return o;
}

static const struct column *columns_of(struct hsds_out *o, const struct hsds_table *t)
{
    struct column *columns = arena_take(&o->arena, (t->column_count + 1) * sizeof *columns);

    for (size_t i = 0; i < t->column_count; i++)
        columns[i] = (struct column){arena_string(&o->arena, t->columns[i]), "", COLUMN_EXACT, 0};
    return columns;
}

bool hsds_out_next(struct hsds_out *o, const char **name, struct head *head,
                   struct document *document)
{
    struct hsds_table *t = &o->tables[o->at];

    if (o->at == o->count)
        return false;
    o->at++;
    *name = arena_string(&o->arena, hsds_joined(o, t->name, ".csv", TEXT("")));
    *head =
        (struct head){.name = "hsds", .columns = columns_of(o, t), .column_count = t->column_count};
    document_start(document, &o->arena);
    for (size_t r = 0; r < t->count; r++) {
        struct text *cells = arena_take(&o->arena, (t->column_count + 1) * sizeof *cells);
        for (size_t i = 0; i < t->column_count; i++)
            cells[i] = TEXT("");
        for (size_t c = 0; c < t->rows[r].count; c++) {
            const struct hsds_cell *cell = &t->cells[t->rows[r].first + c];
            if (!cells[cell->column].n)
                cells[cell->column] = cell->value;
        }
        document_row(document, cells);
    }
    return true;
}

void hsds_out_close(struct hsds_out *o)
{
    for (size_t i = 0; i < o->count; i++) {
        free(o->tables[i].columns);
        free(o->tables[i].rows);
        free(o->tables[i].cells);
    }
    free(o->tables);
    lookup_free(&o->has);
    lookup_free(&o->given);
    lookup_free(&o->terms);
    arena_free(&o->arena);
    free(o);
}
