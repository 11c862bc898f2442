/* From tables to the kaart. */
#include "base/csv_read.h"
#include "base/text.h"
#include "domain/hsds_inside.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct value {
    struct text field, value;
    bool own; /* of an attribute of ours: it says all of the field, whatever a column says */
};

/* A record of the kaart, or one that will be. */
struct item {
    const struct kaart_item *old; /* NULL: it is new */
    const struct type *type;
    struct text key, id;
    bool seen; /* in the file being read */
    struct value *values;
    size_t count, capacity;
};

struct hsds_in {
    const struct kaart *k;
    struct diag *diag;
    struct item *items; /* those of the kaart first, in its order */
    size_t count, capacity;
    struct lookup ids; /* by table and id: a number in items */
    struct kaart_sleutels sleutels;
    struct arena arena;
    const char *path; /* of the file being read */
    struct text table;
    struct text *columns;
    size_t column_count;
    struct buffer hash;
};

/* ---- items ---- */

static uint64_t id_hash(struct hsds_in *in, struct text table, struct text id)
{
    in->hash.n = 0;
    buffer_text(&in->hash, table);
    buffer_byte(&in->hash, '\n');
    buffer_text(&in->hash, id);
    return text_hash(buffer_view(&in->hash));
}

static struct item *find(struct hsds_in *in, struct text table, struct text id)
{
    const uint32_t *at = id.n ? lookup_find(&in->ids, id_hash(in, table, id)) : NULL;

    return at ? &in->items[*at] : NULL;
}

static struct item *add(struct hsds_in *in, struct text table, struct text id, const char *type)
{
    struct item *item;

    mem_grow(&in->items, &in->capacity, in->count + 1, sizeof *in->items);
    lookup_put(&in->ids, id_hash(in, table, id), (uint32_t)in->count);
    item = &in->items[in->count++];
    *item = (struct item){.type = schema_type(in->k->schema, text_of(type)), .id = id};
    return item;
}

static void give(struct hsds_in *in, struct item *item, struct text field, struct text value,
                 bool own)
{
    (void)in;
    mem_grow(&item->values, &item->capacity, item->count + 1, sizeof *item->values);
    item->values[item->count++] = (struct value){field, value, own};
}

static void give_kolom(struct hsds_in *in, struct item *item, struct text column, struct text value)
{
    struct buffer b = {0};

    buffer_text(&b, column);
    buffer_byte(&b, ' ');
    buffer_text(&b, value);
    give(in, item, TEXT("Kolom"), arena_text(&in->arena, buffer_view(&b)), false);
    buffer_free(&b);
}

static bool has(const struct item *item, const char *field)
{
    for (size_t i = 0; i < item->count; i++)
        if (text_is_string(item->values[i].field, field))
            return true;
    return false;
}

static bool says(const struct item *item, const char *field, struct text value)
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

static bool fail(struct hsds_in *in, const struct csv_cell *c, uint32_t line, const char *code,
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
        return fail(in, c, 0, "utf8", "deze cel is geen UTF-8-tekst. Bewaar het bestand als UTF-8");
    for (size_t i = 0; i < c->value.n; i++) {
        unsigned char byte = (unsigned char)c->value.p[i];
        if (byte == '\r')
            byte = i + 1 < c->value.n && c->value.p[i + 1] == '\n' ? 0 : '\n';
        else if ((byte < ' ' && byte != '\n' && byte != '\t') || byte == 0x7f)
            return fail(in, c, 0, "stuurteken",
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
static void choose_key(struct hsds_in *in, struct item *item, struct text wanted, struct text name)
{
    struct text key = wanted.n ? wanted : is_uuid(item->id) ? TEXT("") : item->id;

    if (schema_key_good(key) && is_free(in, key)) {
        item->key = key;
        lookup_put(&in->sleutels.taken, text_hash(key), 0);
    } else
        item->key = kaart_sleutel(in->k, name, &in->sleutels, &in->arena);
    if (!text_is(item->key, item->id))
        give(in, item, TEXT("Hsds"), item->id, false);
}

static bool take_reference(struct hsds_in *in, struct item *item, const char *table,
                           struct text value)
{
    const struct item *of = find(in, text_of(table), value);

    if (!of || has(item, "Bij"))
        return false;
    give(in, item, TEXT("Bij"), of->key, false);
    return true;
}

static void take_lines(struct hsds_in *in, struct item *item, const char *field, struct text value)
{
    struct text line;

    while (text_next_line(&value, &line))
        if (text_trim(line).n)
            give(in, item, text_of(field), text_trim(line), false);
}

/* False: the column has no place in this record. */
static bool take_column(struct hsds_in *in, struct item *item, const struct hsds_column *c,
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
        take_lines(in, item, c->field, value);
    else
        give(in, item, text_of(c->field), schema_canonical(field, value), false);
    return true;
}

static bool take_named(struct hsds_in *in, struct item *item, const struct hsds_records *r,
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
    struct item *item = find(in, in->table, id);

    if (!id.n)
        return fail(in, NULL, row->line, "waarde-fout",
                    "deze rij heeft geen id, en die is nodig om haar terug te vinden");
    if (!name.n && r->soort == KAART_CONTACT)
        name = cell(in, row, "title").n ? cell(in, row, "title") : TEXT("Contact");
    if (!item) {
        item = add(in, in->table, id, r->type);
        choose_key(in, item, cell(in, row, hsds_key_column), name);
    }
    if (item->seen)
        return fail(in, NULL, row->line, "sleutel-dubbel",
                    "deze id staat al in een rij hiervoor. Geef elke rij een eigen id");
    item->seen = true;
    if (!cell(in, row, "name").n && name.n)
        give(in, item, TEXT("Naam"), name, false);
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
    struct item *item = find(in, in->table, id);

    if (!item) {
        item = add(in, in->table, id, "Tabelrij");
        item->key = kaart_sleutel(in->k, in->table, &in->sleutels, &in->arena);
    }
    item->count = 0; /* a row that comes twice says it anew */
    give(in, item, TEXT("Tabel"), in->table, false);
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
    struct item *item = NULL;

    if (!value.n)
        value = cell(in, row, v->old);
    for (const struct hsds_records *r = hsds_records; r->table && !link.n; r++) {
        link = cell(in, row, v->links[r->soort]);
        item = find(in, text_of(r->table), link);
    }
    if (item && value.n && !says(item, v->field, value))
        give(in, item, text_of(v->field), value, false);
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

static bool good_value(struct hsds_in *in, const struct item *item, struct text field,
                       struct text value)
{
    const struct field *known = schema_field(in->k->schema, item->type, field);

    return !known || schema_value_good(known, value);
}

/* `KEY Field value`. */
static bool take_agreement(struct hsds_in *in, struct text line)
{
    struct text key, field, value, rest;
    struct item *item;

    hsds_split(line, &key, &rest);
    hsds_split(rest, &field, &value);
    if (!schema_key_good(key) || !rec_name_good(field) || schema_type(in->k->schema, field))
        return false;
    item = find(in, text_of(hsds_agreement), key);
    if (!item) {
        if (!is_free(in, key))
            return false;
        item = add(in, text_of(hsds_agreement), key, "Convenant");
        item->key = key;
        lookup_put(&in->sleutels.taken, text_hash(key), 0);
    }
    if (!good_value(in, item, field, value))
        return false;
    give(in, item, field, value, true);
    return true;
}

static bool take_attribute(struct hsds_in *in, const struct csv_row *row)
{
    struct text type = cell(in, row, "link_type"), entity = cell(in, row, "link_entity"), field;
    struct item *item = NULL;

    if (text_is_string(type, hsds_agreement))
        return take_agreement(in, cell(in, row, "value"));
    if (!text_is_string(type, hsds_taxonomy) ||
        !field_of_term(in, cell(in, row, "taxonomy_term_id"), &field))
        return false;
    for (const struct hsds_records *r = hsds_records; r->table; r++)
        if (text_is_string(entity, r->entity))
            item = find(in, text_of(r->table), cell(in, row, "link_id"));
    if (!item || !good_value(in, item, field, cell(in, row, "value")))
        return false;
    give(in, item, field, cell(in, row, "value"), true);
    return true;
}

static bool is_our_taxonomy(struct hsds_in *in, const struct csv_row *row)
{
    return (text_is_string(in->table, "taxonomies") &&
            text_is_string(cell(in, row, "id"), hsds_taxonomy)) ||
           (text_is_string(in->table, "taxonomy_terms") &&
            text_is_string(cell(in, row, "taxonomy_id"), hsds_taxonomy));
}

/* ---- files ---- */

static bool take_row(struct hsds_in *in, struct csv_row *row)
{
    const struct hsds_records *r = records_named(in->table);

    if (row->count > in->column_count)
        return fail(in, NULL, row->line, "rij-lengte",
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

/* A column's name stands in a Kolom before a blank. */
static bool take_head(struct hsds_in *in, const struct csv_row *head)
{
    in->columns = arena_take(&in->arena, (head->count + 1) * sizeof *in->columns);
    in->column_count = head->count;
    for (size_t i = 0; i < head->count; i++) {
        struct text name = text_trim(head->cells[i].value);
        bool fine = name.n > 0;
        for (size_t b = 0; b < name.n; b++)
            fine = fine && (unsigned char)name.p[b] > ' ' && (unsigned char)name.p[b] < 0x7f;
        for (size_t other = 0; other < i; other++)
            if (text_is(in->columns[other], name))
                return fail(in, &head->cells[i], 0, "kolom-dubbel",
                            "deze kolom staat er twee keer. Laat er een weg");
        if (!fine)
            return fail(in, &head->cells[i], 0, "kolom-onbekend",
                        "dit is geen naam van een kolom: gebruik letters, cijfers en _");
        in->columns[i] = arena_text(&in->arena, name);
    }
    return true;
}

static bool read_file(struct hsds_in *in, int fd)
{
    struct csv_reader *csv = csv_open(fd, in->path, in->diag);
    unsigned errors = in->diag->errors;
    struct csv_row row;

    if (csv && csv_next(csv, &row) && take_head(in, &row))
        while (csv_next(csv, &row) && take_row(in, &row))
            ;
    csv_close(csv);
    return in->diag->errors == errors;
}

static bool say_system(struct hsds_in *in, const char *path)
{
    diag_at(in->diag, SEVERITY_ERROR, STATUS_SYSTEM, (struct place){path, 0, 0}, "bestand",
            "dit kan niet gelezen worden: %s", diag_errno(errno));
    return false;
}

static bool read_named(struct hsds_in *in, const char *directory, const char *name)
{
    struct buffer path = {0};
    bool fine;
    int fd;

    buffer_format(&path, "%s/%s", directory, name);
    in->path = arena_string(&in->arena, buffer_view(&path));
    in->table = arena_text(&in->arena, (struct text){name, strlen(name) - strlen(".csv")});
    buffer_free(&path);
    fd = open(in->path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        return say_system(in, in->path);
    fine = read_file(in, fd);
    close(fd);
    return fine;
}

static bool is_csv(const char *name)
{
    size_t n = strlen(name);

    return *name != '.' && n > 4 && !strcmp(name + n - 4, ".csv");
}

/* Organisations before what belongs to them, and records before their values. */
static int rank_of(const char *name)
{
    static const char *const first[] = {"organizations.csv", "services.csv", "contacts.csv"};
    int rank = 0;

    while (rank < 3 && strcmp(name, first[rank]) != 0)
        rank++;
    return rank;
}

static int by_rank(const void *a, const void *b)
{
    const char *left = *(const char *const *)a, *right = *(const char *const *)b;
    int difference = rank_of(left) - rank_of(right);

    return difference ? difference : strcmp(left, right);
}

bool hsds_in_read(struct hsds_in *in, const char *directory)
{
    DIR *dir = opendir(directory);
    const struct dirent *entry;
    const char **names = NULL;
    size_t count = 0, capacity = 0;
    bool fine = dir != NULL;

    if (!dir)
        return say_system(in, directory);
    for (errno = 0; (entry = readdir(dir));)
        if (is_csv(entry->d_name)) {
            mem_grow(&names, &capacity, count + 1, sizeof *names);
            names[count++] = arena_string(&in->arena, text_of(entry->d_name));
        }
    if (errno)
        fine = say_system(in, directory);
    closedir(dir);
    if (count)
        qsort(names, count, sizeof *names, by_rank);
    for (size_t i = 0; i < count; i++)
        fine = read_named(in, directory, names[i]) && fine;
    free(names);
    if (fine && !count) {
        diag_at(in->diag, SEVERITY_ERROR, STATUS_DATA, (struct place){directory, 0, 0}, "leeg",
                "in deze map staat geen bestand dat op .csv eindigt. Er is niets gewijzigd");
        return false;
    }
    return fine;
}

/* ---- what is there already ---- */

static struct text kept_id(struct hsds_in *in, const struct kaart_item *row)
{
    struct buffer all = {0};
    struct text kolom, column, value, id = {"", 0};

    for (size_t at = 0; kaart_next(row, "Kolom", &at, &kolom);) {
        hsds_split(kolom, &column, &value);
        if (text_is_string(column, "id"))
            id = value;
        buffer_text(&all, kolom);
        buffer_byte(&all, '\n');
    }
    if (!id.n)
        id = arena_text(&in->arena, buffer_view(&all));
    buffer_free(&all);
    return id;
}

static void note(struct hsds_in *in, const struct kaart_item *old)
{
    struct text id = kaart_value(old, "Hsds"), table = {"", 0};
    struct item *item;

    if (old->soort <= KAART_CONTACT)
        table = text_of(hsds_records[old->soort].table);
    else if (old->soort == KAART_CONVENANT)
        table = text_of(hsds_agreement);
    else if (old->soort == KAART_RIJ) {
        table = kaart_value(old, "Tabel");
        id = kept_id(in, old);
    }
    item = add(in, table, id.n ? id : old->record.key, "Tabelrij");
    item->old = old;
    item->type = old->record.type;
    item->key = old->record.key;
}

struct hsds_in *hsds_in_open(const struct kaart *kaart, struct diag *diag)
{
    struct hsds_in *in = mem_take(sizeof *in);

    *in = (struct hsds_in){.k = kaart, .diag = diag};
    for (size_t i = 0; i < kaart->count; i++)
        note(in, &kaart->items[i]);
    return in;
}

void hsds_in_close(struct hsds_in *in)
{
    for (size_t i = 0; i < in->count; i++)
        free(in->items[i].values);
    free(in->items);
    lookup_free(&in->ids);
    lookup_free(&in->sleutels.taken);
    lookup_free(&in->sleutels.last);
    arena_free(&in->arena);
    buffer_free(&in->hash);
    free(in);
}

/* ---- the new content ---- */

struct values {
    struct text *list;
    size_t count;
};

/* What the field becomes. */
static struct values values_of(const struct schema *schema, const struct item *item,
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
static bool is_first(const struct item *item, size_t at)
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
static bool amend(const struct schema *schema, const struct item *item, struct buffer *out)
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

static void write_new(const struct schema *schema, const struct item *item, struct buffer *out)
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

static void put_key(struct buffer *out, const struct item *item)
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
        const struct item *item = &in->items[i];
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
