/* From the kaart to tables. */
#include "base/text.h"
#include "domain/hsds_inside.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct cell {
    size_t column;
    struct text value;
};

struct row {
    size_t first, count; /* in cells */
};

struct table {
    struct text name;
    struct text *columns;
    size_t column_count, column_capacity;
    struct row *rows;
    size_t count, capacity;
    struct cell *cells;
    size_t cell_count, cell_capacity;
};

struct hsds_out {
    const struct kaart *k;
    struct table *tables;
    size_t count, capacity, at;
    struct lookup has;   /* values of our records: `phones id number` */
    struct lookup given; /* of those, what a kept row says */
    struct lookup terms; /* fields that went out as attributes */
    struct arena arena;
};

/* ---- tables ---- */

static size_t column_of(struct table *t, struct text name)
{
    size_t i = 0;

    while (i < t->column_count && !text_is(t->columns[i], name))
        i++;
    if (i == t->column_count) {
        mem_grow(&t->columns, &t->column_capacity, i + 1, sizeof *t->columns);
        t->columns[t->column_count++] = name;
    }
    return i;
}

static struct table *table_of(struct hsds_out *o, struct text name)
{
    struct text rest, word;
    struct table *t;

    for (size_t i = 0; i < o->count; i++)
        if (text_is(o->tables[i].name, name))
            return &o->tables[i];
    mem_grow(&o->tables, &o->capacity, o->count + 1, sizeof *o->tables);
    t = &o->tables[o->count++];
    *t = (struct table){.name = name};
    rest = text_of(hsds_standard(name));
    while (text_next_word(&rest, &word))
        column_of(t, word);
    return t;
}

static void begin_row(struct table *t)
{
    mem_grow(&t->rows, &t->capacity, t->count + 1, sizeof *t->rows);
    t->rows[t->count++] = (struct row){t->cell_count, 0};
}

static void put(struct table *t, struct text column, struct text value)
{
    if (!value.n)
        return;
    mem_grow(&t->cells, &t->cell_capacity, t->cell_count + 1, sizeof *t->cells);
    t->cells[t->cell_count++] = (struct cell){column_of(t, column), value};
    t->rows[t->count - 1].count++;
}

static void put_string(struct table *t, const char *column, struct text value)
{
    put(t, text_of(column), value);
}

static struct text joined(struct hsds_out *o, struct text a, const char *b, struct text c)
{
    struct buffer all = {0};
    struct text kept;

    buffer_text(&all, a);
    buffer_string(&all, b);
    buffer_text(&all, c);
    kept = arena_text(&o->arena, buffer_view(&all));
    buffer_free(&all);
    return kept;
}

static struct text numbered(struct hsds_out *o, struct text id, const char *word, size_t number)
{
    char end[128];

    snprintf(end, sizeof end, ".%s.%zu", word, number);
    return joined(o, id, end, TEXT(""));
}

/* ---- records ---- */

static struct text id_of(const struct kaart_item *item)
{
    struct text id = kaart_value(item, "Hsds");

    return id.n ? id : item->record.key;
}

static uint64_t value_hash(const char *table, struct text id, struct text value)
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
                   ? id_of(of)
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

static void put_attribute(struct hsds_out *o, struct text id, struct text link, const char *entity,
                          const char *type, struct text field, struct text value)
{
    struct text term = joined(o, text_of(hsds_taxonomy), ".", field);
    struct table *t = table_of(o, TEXT("attributes"));

    begin_row(t);
    put_string(t, "id", id);
    put_string(t, "link_id", link);
    put_string(t, "taxonomy_term_id", term);
    put_string(t, "link_type", text_of(type));
    put_string(t, "link_entity", text_of(entity));
    put_string(t, "value", value);
    if (!lookup_put(&o->terms, text_hash(term), 0))
        return;
    t = table_of(o, TEXT("taxonomy_terms"));
    begin_row(t);
    put_string(t, "id", term);
    put_string(t, "code", field);
    put_string(t, "name", field);
    put_string(t, "description", joined(o, TEXT("Het veld "), "", field));
    put_string(t, "language", TEXT("nl"));
    put_string(t, "taxonomy_id", text_of(hsds_taxonomy));
}

static void put_attributes(struct hsds_out *o, const struct kaart_item *item)
{
    const char *entity = hsds_records[item->soort].entity;

    for (size_t i = 1; i < item->count; i++) {
        struct text field = item->fields[i].name, value = item->fields[i].value;
        if (text_trim(value).n && !is_covered(o, item, field))
            put_attribute(o, numbered(o, id_of(item), "gesprek", i), id_of(item), entity,
                          hsds_taxonomy, field, value);
    }
}

/* A value that a kept row says too is not said twice. */
static void put_values(struct hsds_out *o, const struct kaart_item *item,
                       const struct hsds_values *v)
{
    struct text value;
    size_t n = 0;

    for (size_t at = 0; v->links[item->soort] && kaart_next(item, v->field, &at, &value);) {
        struct table *t;
        n++;
        if (lookup_find(&o->given, value_hash(v->table, id_of(item), value)))
            continue;
        t = table_of(o, text_of(v->table));
        begin_row(t);
        put_string(t, "id", numbered(o, id_of(item), v->field, n));
        put_string(t, v->links[item->soort], id_of(item));
        put_string(t, v->column, value);
    }
}

static void put_record(struct hsds_out *o, const struct kaart_item *item)
{
    const struct hsds_records *r = &hsds_records[item->soort];
    struct table *t = table_of(o, text_of(r->table));
    struct text kolom, column, value;
    bool whole;

    begin_row(t);
    put_string(t, "id", id_of(item));
    for (const struct hsds_column *c = r->columns; c->column; c++)
        if (!c->old)
            put_string(t, c->column, column_value(o, item, c, &whole));
    for (size_t at = 0; kaart_next(item, "Kolom", &at, &kolom);) {
        hsds_split(kolom, &column, &value);
        put(t, column, value);
    }
    if (!text_is(id_of(item), item->record.key))
        put_string(t, hsds_key_column, item->record.key);
}

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
    hash = value_hash(v->table, id, value);
    if (!value.n || !id.n)
        return true;
    lookup_put(&o->given, hash, 0);
    return lookup_find(&o->has, hash) != NULL;
}

static void put_kept(struct hsds_out *o, const struct kaart_item *row)
{
    struct text kolom, column, value;
    struct table *t;

    if (!kaart_value(row, "Tabel").n || !still_holds(o, row))
        return;
    t = table_of(o, kaart_value(row, "Tabel"));
    begin_row(t);
    for (size_t at = 0; kaart_next(row, "Kolom", &at, &kolom);) {
        hsds_split(kolom, &column, &value);
        put(t, column, value);
    }
}

static void note_values(struct hsds_out *o, const struct kaart_item *item)
{
    struct text value;

    for (const struct hsds_values *v = hsds_values; v->table; v++)
        for (size_t at = 0; v->links[item->soort] && kaart_next(item, v->field, &at, &value);)
            lookup_put(&o->has, value_hash(v->table, id_of(item), value), 0);
}

/* An agreement is of more organisations than one, which HSDS does not know: its fields go with the
 * first. */
static void put_agreement(struct hsds_out *o, const struct kaart_item *item)
{
    const struct kaart_item *of = kaart_bij(o->k, item);

    for (size_t i = 1; i < item->count; i++) {
        const struct rec_field *f = &item->fields[i];
        struct text value = joined(o, item->record.key, " ", f->name);
        if (text_trim(f->value).n)
            put_attribute(o, numbered(o, item->record.key, hsds_agreement, i),
                          of ? id_of(of) : TEXT(""), of ? "organization" : "", hsds_agreement,
                          f->name, joined(o, value, " ", f->value));
    }
}

static void put_taxonomy(struct hsds_out *o)
{
    struct table *t;

    if (!o->terms.count)
        return;
    t = table_of(o, TEXT("taxonomies"));
    begin_row(t);
    put_string(t, "id", text_of(hsds_taxonomy));
    put_string(t, "name", TEXT("Gesprek"));
    put_string(t, "description", TEXT("Velden van een sociale kaart van Gesprek"));
}

/* Kept rows first: what they say, our own rows need not. */
static void fill(struct hsds_out *o)
{
    const struct kaart *k = o->k;

    for (const struct hsds_records *r = hsds_records; r->table; r++)
        table_of(o, text_of(r->table));
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
        put_record(o, item);
        put_attributes(o, item);
        for (const struct hsds_values *v = hsds_values; v->table; v++)
            put_values(o, item, v);
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

static const struct column *columns_of(struct hsds_out *o, const struct table *t)
{
    struct column *columns = arena_take(&o->arena, (t->column_count + 1) * sizeof *columns);

    for (size_t i = 0; i < t->column_count; i++)
        columns[i] = (struct column){arena_string(&o->arena, t->columns[i]), "", COLUMN_EXACT, 0};
    return columns;
}

bool hsds_out_next(struct hsds_out *o, const char **name, struct head *head,
                   struct document *document)
{
    struct table *t = &o->tables[o->at];

    if (o->at == o->count)
        return false;
    o->at++;
    *name = arena_string(&o->arena, joined(o, t->name, ".csv", TEXT("")));
    *head =
        (struct head){.name = "hsds", .columns = columns_of(o, t), .column_count = t->column_count};
    document_start(document, &o->arena);
    for (size_t r = 0; r < t->count; r++) {
        struct text *cells = arena_take(&o->arena, (t->column_count + 1) * sizeof *cells);
        for (size_t i = 0; i < t->column_count; i++)
            cells[i] = TEXT("");
        for (size_t c = 0; c < t->rows[r].count; c++) {
            const struct cell *cell = &t->cells[t->rows[r].first + c];
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
