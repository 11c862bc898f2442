/* A row of a table becomes a record, values of one, or is kept. */
#include "base/text.h"
#include "domain/hsds_in_inside.h"

#include <string.h>

/* ---- values ---- */

static void give(struct hsds_item *item, struct text field, struct text value, bool own)
{
    mem_grow(&item->values, &item->capacity, item->count + 1, sizeof *item->values);
    item->values[item->count++] = (struct hsds_value){field, value, own};
}

static void give_kolom(struct hsds_in *in, struct hsds_item *item, struct text column,
                       struct text value)
{
    struct buffer b = {0};

    buffer_text(&b, column);
    buffer_byte(&b, ' ');
    buffer_text(&b, value);
    give(item, TEXT("Kolom"), arena_text(&in->arena, buffer_view(&b)), false);
    buffer_free(&b);
}

static bool has(const struct hsds_item *item, const char *field)
{
    for (size_t i = 0; i < item->count; i++)
        if (text_is_string(item->values[i].field, field))
            return true;
    return false;
}

static bool says(const struct hsds_item *item, const char *field, struct text value)
{
    for (size_t i = 0; i < item->count; i++)
        if (text_is_string(item->values[i].field, field) && text_is(item->values[i].value, value))
            return true;
    return false;
}

/* ---- rows ---- */

static struct text cell(const struct hsds_in *in, const struct csv_row *row, const char *column)
{
    for (size_t i = 0; column && i < row->count && i < in->column_count; i++)
        if (text_is_string(in->columns[i], column))
            return row->cells[i].value;
    return TEXT("");
}

bool hsds_fail(struct hsds_in *in, const struct csv_cell *c, uint32_t line, const char *code,
               const char *message)
{
    diag_at(in->diag, SEVERITY_ERROR, STATUS_DATA,
            (struct place){in->path, c ? c->line : line, c ? c->column : 0}, code, "%s", message);
    return false;
}

/* CRLF becomes LF. False (said): a byte that no value may have. */
static bool take_cell(struct hsds_in *in, struct csv_cell *c)
{
    char *copy = arena_take(&in->arena, c->value.n + 1);
    size_t n = 0;

    if (text_bad_byte(c->value) < c->value.n)
        return hsds_fail(in, c, 0, "utf8",
                         "deze cel is geen UTF-8-tekst. Bewaar het bestand als UTF-8");
    for (size_t i = 0; i < c->value.n; i++) {
        unsigned char byte = (unsigned char)c->value.p[i];
        if (byte == '\r')
            byte = i + 1 < c->value.n && c->value.p[i + 1] == '\n' ? 0 : '\n';
        else if ((byte < ' ' && byte != '\n' && byte != '\t') || byte == 0x7f)
            return hsds_fail(in, c, 0, "stuurteken",
                             "in deze cel staat een onzichtbaar stuurteken. Haal het weg");
        if (byte)
            copy[n++] = (char)byte;
    }
    c->value = text_trim((struct text){copy, n}).n ? (struct text){copy, n} : TEXT("");
    return true;
}

static const struct hsds_records *records_named(struct text table)
{
    for (const struct hsds_records *r = hsds_records; r->table; r++)
        if (text_is_string(table, r->table))
            return r;
    return NULL;
}

/* ---- a row that is a record ---- */

static bool is_uuid(struct text id)
{
    if (id.n != 36)
        return false;
    for (size_t i = 0; i < id.n; i++) {
        bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? id.p[i] != '-' : !strchr("0123456789abcdefABCDEF", id.p[i]))
            return false;
    }
    return true;
}

static bool is_free(const struct hsds_in *in, struct text key)
{
    return !kaart_find(in->k, key) && !lookup_find(&in->sleutels.taken, text_hash(key));
}

/* The key that the file gives, the id when people can read it, or one out of the name. */
static void choose_key(struct hsds_in *in, struct hsds_item *item, struct text wanted,
                       struct text name)
{
    struct text key = wanted.n ? wanted : is_uuid(item->id) ? TEXT("") : item->id;

    if (schema_key_good(key) && is_free(in, key)) {
        item->key = key;
        lookup_put(&in->sleutels.taken, text_hash(key), 0);
    } else
        item->key = kaart_sleutel(in->k, name, &in->sleutels, &in->arena);
    if (!text_is(item->key, item->id))
        give(item, TEXT("Hsds"), item->id, false);
}

static bool take_reference(struct hsds_in *in, struct hsds_item *item, const char *table,
                           struct text value)
{
    const struct hsds_item *of = hsds_find(in, text_of(table), value);

    if (!of || has(item, "Bij"))
        return false;
    give(item, TEXT("Bij"), of->key, false);
    return true;
}

static void take_lines(struct hsds_item *item, const char *field, struct text value)
{
    struct text line;

    while (text_next_line(&value, &line))
        if (text_trim(line).n)
            give(item, text_of(field), text_trim(line), false);
}

/* False: the column has no place in this record. */
static bool take_column(struct hsds_in *in, struct hsds_item *item, const struct hsds_column *c,
                        struct text value, struct text name)
{
    const struct field *field = schema_field(in->k->schema, item->type, text_of(c->field));

    if (c->kind == HSDS_ORGANIZATION || c->kind == HSDS_SERVICE)
        return take_reference(in, item, c->kind == HSDS_SERVICE ? "services" : "organizations",
                              value);
    if (c->kind == HSDS_STATUS) {
        if (text_is_string(value, "active"))
            return true;
        value = hsds_status_of(value);
    }
    if (c->kind == HSDS_DESCRIPTION && text_is(value, name))
        return true;
    if (!value.n || !schema_value_good(field, value) || (c->old && has(item, c->field)))
        return false;
    if (c->kind == HSDS_LINES)
        take_lines(item, c->field, value);
    else
        give(item, text_of(c->field), schema_canonical(field, value), false);
    return true;
}

static bool take_named(struct hsds_in *in, struct hsds_item *item, const struct hsds_records *r,
                       struct text column, struct text value, struct text name)
{
    for (const struct hsds_column *c = r->columns; c->column; c++)
        if (text_is_string(column, c->column))
            return take_column(in, item, c, value, name);
    return text_is_string(column, "id") || text_is_string(column, hsds_key_column);
}

static bool take_record(struct hsds_in *in, const struct hsds_records *r, const struct csv_row *row)
{
    struct text id = cell(in, row, "id"), name = cell(in, row, "name");
    struct hsds_item *item = hsds_find(in, in->table, id);

    if (!id.n)
        return hsds_fail(in, NULL, row->line, "waarde-fout",
                         "deze rij heeft geen id, en die is nodig om haar terug te vinden");
    if (!name.n && r->soort == KAART_CONTACT)
        name = cell(in, row, "title").n ? cell(in, row, "title") : TEXT("Contact");
    if (!item) {
        item = hsds_add(in, in->table, id, r->type);
        choose_key(in, item, cell(in, row, hsds_key_column), name);
    }
    if (item->seen)
        return hsds_fail(in, NULL, row->line, "sleutel-dubbel",
                         "deze id staat al in een rij hiervoor. Geef elke rij een eigen id");
    item->seen = true;
    if (!cell(in, row, "name").n && name.n)
        give(item, TEXT("Naam"), name, false);
    /* A service says more of a person than the organisation does, so its column goes first. */
    for (const struct hsds_column *c = r->columns; c->column; c++)
        for (size_t i = 0; i < row->count && i < in->column_count; i++)
            if (text_is_string(in->columns[i], c->column) && row->cells[i].value.n &&
                !take_column(in, item, c, row->cells[i].value, name))
                give_kolom(in, item, in->columns[i], row->cells[i].value);
    for (size_t i = 0; i < row->count && i < in->column_count; i++) {
        bool known = false;
        for (const struct hsds_column *c = r->columns; c->column; c++)
            known = known || text_is_string(in->columns[i], c->column);
        if (!known && row->cells[i].value.n &&
            !take_named(in, item, r, in->columns[i], row->cells[i].value, name))
            give_kolom(in, item, in->columns[i], row->cells[i].value);
    }
    return true;
}

/* ---- a row that is kept ---- */

/* What it is known by: its id, or all of it. */
static struct text row_id(struct hsds_in *in, const struct csv_row *row)
{
    struct buffer all = {0};
    struct text id = cell(in, row, "id");

    if (id.n)
        return id;
    for (size_t i = 0; i < row->count && i < in->column_count; i++)
        if (row->cells[i].value.n) {
            buffer_text(&all, in->columns[i]);
            buffer_byte(&all, ' ');
            buffer_text(&all, row->cells[i].value);
            buffer_byte(&all, '\n');
        }
    id = arena_text(&in->arena, buffer_view(&all));
    buffer_free(&all);
    return id;
}

static void keep(struct hsds_in *in, const struct csv_row *row)
{
    struct text id = row_id(in, row);
    struct hsds_item *item = hsds_find(in, in->table, id);

    if (!item) {
        item = hsds_add(in, in->table, id, "Tabelrij");
        item->key = kaart_sleutel(in->k, in->table, &in->sleutels, &in->arena);
    }
    item->count = 0; /* a row that comes twice says it anew */
    give(item, TEXT("Tabel"), in->table, false);
    for (size_t i = 0; i < row->count && i < in->column_count; i++)
        if (row->cells[i].value.n)
            give_kolom(in, item, in->columns[i], row->cells[i].value);
}

/* ---- a row that is a value ---- */

/* Made by us, with nothing else in it: `ID.Telefoon.2`. */
static bool is_ours(struct hsds_in *in, const struct csv_row *row, const struct hsds_values *v,
                    struct text link)
{
    struct text id = cell(in, row, "id"), number;
    size_t cells = 0, stem = link.n + 1 + strlen(v->field) + 1;
    uint32_t n;

    for (size_t i = 0; i < row->count; i++)
        cells += row->cells[i].value.n > 0;
    if (cells != 3 || id.n <= stem || memcmp(id.p, link.p, link.n) != 0 || id.p[link.n] != '.' ||
        memcmp(id.p + link.n + 1, v->field, strlen(v->field)) != 0 || id.p[stem - 1] != '.')
        return false;
    number = (struct text){id.p + stem, id.n - stem};
    return text_digits(number, &n);
}

static void take_value(struct hsds_in *in, const struct csv_row *row, const struct hsds_values *v)
{
    struct text value = cell(in, row, v->column), link = {"", 0};
    struct hsds_item *item = NULL;

    if (!value.n)
        value = cell(in, row, v->old);
    for (const struct hsds_records *r = hsds_records; r->table && !link.n; r++) {
        link = cell(in, row, v->links[r->soort]);
        item = hsds_find(in, text_of(r->table), link);
    }
    if (item && value.n && !says(item, v->field, value))
        give(item, text_of(v->field), value, false);
    if (!item || !value.n || !is_ours(in, row, v, link))
        keep(in, row);
}

/* ---- a row that is one of our attributes ---- */

static bool field_of_term(struct hsds_in *in, struct text term, struct text *field)
{
    size_t n = strlen(hsds_taxonomy) + 1;

    if (term.n <= n || memcmp(term.p, hsds_taxonomy, n - 1) != 0 || term.p[n - 1] != '.')
        return false;
    *field = (struct text){term.p + n, term.n - n};
    return rec_name_good(*field) && !schema_type(in->k->schema, *field);
}

static bool good_value(struct hsds_in *in, const struct hsds_item *item, struct text field,
                       struct text value)
{
    const struct field *known = schema_field(in->k->schema, item->type, field);

    return !known || schema_value_good(known, value);
}

/* `KEY Field value`. */
static bool take_agreement(struct hsds_in *in, struct text line)
{
    struct text key, field, value, rest;
    struct hsds_item *item;

    hsds_split(line, &key, &rest);
    hsds_split(rest, &field, &value);
    if (!schema_key_good(key) || !rec_name_good(field) || schema_type(in->k->schema, field))
        return false;
    item = hsds_find(in, text_of(hsds_agreement), key);
    if (!item) {
        if (!is_free(in, key))
            return false;
        item = hsds_add(in, text_of(hsds_agreement), key, "Convenant");
        item->key = key;
        lookup_put(&in->sleutels.taken, text_hash(key), 0);
    }
    if (!good_value(in, item, field, value))
        return false;
    give(item, field, value, true);
    return true;
}

static bool take_attribute(struct hsds_in *in, const struct csv_row *row)
{
    struct text type = cell(in, row, "link_type"), entity = cell(in, row, "link_entity"), field;
    struct hsds_item *item = NULL;

    if (text_is_string(type, hsds_agreement))
        return take_agreement(in, cell(in, row, "value"));
    if (!text_is_string(type, hsds_taxonomy) ||
        !field_of_term(in, cell(in, row, "taxonomy_term_id"), &field))
        return false;
    for (const struct hsds_records *r = hsds_records; r->table; r++)
        if (text_is_string(entity, r->entity))
            item = hsds_find(in, text_of(r->table), cell(in, row, "link_id"));
    if (!item || !good_value(in, item, field, cell(in, row, "value")))
        return false;
    give(item, field, cell(in, row, "value"), true);
    return true;
}

static bool is_our_taxonomy(struct hsds_in *in, const struct csv_row *row)
{
    return (text_is_string(in->table, "taxonomies") &&
            text_is_string(cell(in, row, "id"), hsds_taxonomy)) ||
           (text_is_string(in->table, "taxonomy_terms") &&
            text_is_string(cell(in, row, "taxonomy_id"), hsds_taxonomy));
}

/* ---- any row ---- */

bool hsds_take_row(struct hsds_in *in, struct csv_row *row)
{
    const struct hsds_records *r = records_named(in->table);

    if (row->count > in->column_count)
        return hsds_fail(in, NULL, row->line, "rij-lengte",
                         "deze rij heeft meer cellen dan er kolommen zijn. Misschien ontbreken "
                         "aanhalingstekens om een cel");
    for (size_t i = 0; i < row->count; i++)
        if (!take_cell(in, &row->cells[i]))
            return false;
    if (r)
        return take_record(in, r, row);
    for (const struct hsds_values *v = hsds_values; v->table; v++)
        if (text_is_string(in->table, v->table)) {
            take_value(in, row, v);
            return true;
        }
    if (is_our_taxonomy(in, row) ||
        (text_is_string(in->table, "attributes") && take_attribute(in, row)))
        return true;
    keep(in, row);
    return true;
}
