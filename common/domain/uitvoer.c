#include "domain/uitvoer.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- which tables ---- */

/* What each record has, in the order of the first columns of its table. */
enum { DOSSIER, SLEUTEL, OP, DOOR, GEBOEKT, BIJGEWERKT, GEWIJZIGD, RECORD_COLUMNS };
static const char *const record_columns[] = {"dossier", "sleutel",    "op",       "door",
                                             "geboekt", "bijgewerkt", "gewijzigd"};

enum { VALUE_DOSSIER, VALUE_SLEUTEL, VALUE_NUMMER, VALUE_WAARDE, VALUE_COLUMNS };
static const char *const value_columns[] = {"dossier", "sleutel", "nummer"};

enum {
    OVERIG_DOSSIER,
    OVERIG_SOORT,
    OVERIG_SLEUTEL,
    OVERIG_VELD,
    OVERIG_NUMMER,
    OVERIG_WAARDE,
    OVERIG_COLUMNS
};
static const char *const overig_columns[] = {"dossier", "soort",  "sleutel",
                                             "veld",    "nummer", "waarde"};

static const char *lower(struct uitvoer *u, const char *name)
{
    char *copy = arena_string(&u->arena, text_of(name));

    for (char *c = copy; *c; c++)
        *c = (char)(*c >= 'A' && *c <= 'Z' ? *c + 32 : *c);
    return copy;
}

static const char *joined(struct uitvoer *u, const char *type, const char *field)
{
    struct buffer b = {0};
    const char *name;

    buffer_format(&b, "%s_%s", type, field);
    name = arena_string(&u->arena, buffer_view(&b));
    buffer_free(&b);
    return name;
}

static size_t field_count(const struct type *type)
{
    size_t n = 0;

    while (type->fields[n].name)
        n++;
    return n;
}

/* For a program, which wants every character: nothing is put in front of a formula. A number has
 * digits only. */
static void add_column(struct column *columns, size_t *count, const char *name, bool number)
{
    columns[(*count)++] = (struct column){name, name, number ? COLUMN_NUMBER : COLUMN_EXACT, 0};
}

static void add_columns(struct column *columns, size_t *count, const char *const *names, size_t n)
{
    for (size_t i = 0; i < n; i++)
        add_column(columns, count, names[i], !strcmp(names[i], "nummer"));
}

static void add_field(struct column *columns, size_t *count, const char *name,
                      const struct field *f)
{
    add_column(columns, count, name, f->kind == KIND_NUMBER);
}

static void add_table(struct uitvoer *u, struct uitvoer_tabel table, const struct column *columns,
                      size_t count)
{
    table.head = (struct head){.name = table.naam,
                               .row_name = "rij",
                               .title = table.naam,
                               .columns = columns,
                               .column_count = count};
    mem_grow(&u->tabellen, &u->capacity, u->count + 1, sizeof *u->tabellen);
    u->tabellen[u->count++] = table;
}

static void add_values(struct uitvoer *u, const struct type *type, const char *type_name,
                       const struct field *f)
{
    struct column *columns = arena_take(&u->arena, VALUE_COLUMNS * sizeof *columns);
    const char *name = lower(u, f->name);
    size_t n = 0;

    add_columns(columns, &n, value_columns, VALUE_WAARDE);
    add_field(columns, &n, name, f);
    add_table(u, (struct uitvoer_tabel){joined(u, type_name, name), type, f, {0}, {0}}, columns, n);
}

/* The table of the type's records, and behind it those of its fields that repeat. */
static void add_type(struct uitvoer *u, const struct type *type)
{
    size_t own = field_count(type), n = 0;
    struct column *columns = arena_take(&u->arena, (RECORD_COLUMNS + own) * sizeof *columns);
    const char *name = lower(u, type->name);

    add_columns(columns, &n, record_columns, RECORD_COLUMNS);
    for (const struct field *f = type->fields; f->name; f++)
        if (!(f->flags & MANY))
            add_field(columns, &n, lower(u, f->name), f);
    add_table(u, (struct uitvoer_tabel){name, type, NULL, {0}, {0}}, columns, n);
    for (const struct field *f = type->fields; f->name; f++)
        if (f->flags & MANY)
            add_values(u, type, name, f);
}

static bool goes_out(const struct uitvoer *u, const struct type *type)
{
    return !(type->flags & OUTSIDE) && stavaza_shows(u->keuze, type, text_of(type->name));
}

void uitvoer_open(struct uitvoer *u, const struct stavaza *keuze)
{
    size_t types = 0, n = 0;
    struct column *columns;

    *u = (struct uitvoer){.keuze = keuze};
    while (schema_types[types].name)
        types++;
    u->van_type = arena_take(&u->arena, types * sizeof *u->van_type);
    for (size_t i = 0; i < types; i++) {
        bool out = goes_out(u, &schema_types[i]);
        u->van_type[i] = out ? (int)u->count : -1;
        if (out)
            add_type(u, &schema_types[i]);
    }
    columns = arena_take(&u->arena, OVERIG_COLUMNS * sizeof *columns);
    add_columns(columns, &n, overig_columns, OVERIG_COLUMNS);
    add_table(u, (struct uitvoer_tabel){"overig", NULL, NULL, {0}, {0}}, columns, n);
}

void uitvoer_close(struct uitvoer *u)
{
    free(u->tabellen);
    arena_free(&u->arena);
}

/* ---- the rows of a dossier ---- */

static struct text *make_cells(struct dossier *d, struct uitvoer_tabel *table)
{
    struct text *cells = arena_take(&d->arena, table->head.column_count * sizeof *cells);

    for (size_t i = 0; i < table->head.column_count; i++)
        cells[i] = TEXT("");
    document_row(&table->rows, cells);
    return cells;
}

/* The how manieth value of its name this field is, from 1. */
static struct text number_of(struct dossier *d, const struct thing *t, size_t at)
{
    char *text = arena_take(&d->arena, 12);
    unsigned n = 1;

    for (size_t i = 1; i < at; i++)
        n += t->fields[i].value.n && field_same_name(&t->fields[i], &t->fields[at]);
    snprintf(text, 12, "%u", n);
    return text_of(text);
}

static void put_unknown(struct uitvoer *u, struct dossier *d, const struct thing *t, size_t at)
{
    struct text *cells = make_cells(d, &u->tabellen[u->count - 1]);

    cells[OVERIG_DOSSIER] = d->id;
    cells[OVERIG_SOORT] = t->type_name;
    cells[OVERIG_SLEUTEL] = t->key;
    cells[OVERIG_VELD] = t->fields[at].name;
    cells[OVERIG_NUMMER] = number_of(d, t, at);
    cells[OVERIG_WAARDE] = field_value(d, &t->fields[at]);
}

static void put_value(struct uitvoer_tabel *table, struct dossier *d, const struct thing *t,
                      size_t at)
{
    struct text *cells = make_cells(d, table);

    cells[VALUE_DOSSIER] = d->id;
    cells[VALUE_SLEUTEL] = t->key;
    cells[VALUE_NUMMER] = number_of(d, t, at);
    cells[VALUE_WAARDE] = field_value(d, &t->fields[at]);
}

/* A column of the record's own row, or a row of the field's own table. */
static void put_own(struct uitvoer_tabel *tables, struct dossier *d, const struct thing *t,
                    size_t at, int index, struct text *cells)
{
    size_t column = RECORD_COLUMNS, table = 1;

    for (int i = 0; i < index; i++)
        if (t->type->fields[i].flags & MANY)
            table++;
        else
            column++;
    if (t->type->fields[index].flags & MANY)
        put_value(&tables[table], d, t, at);
    else
        cells[column] = field_value(d, &t->fields[at]);
}

static void put_common(struct dossier *d, const struct thing *t, size_t at, size_t which,
                       struct text *cells)
{
    static const int columns[COMMON_COUNT] = {
        [COMMON_DOSSIER] = DOSSIER, [COMMON_OP] = OP,      [COMMON_DOOR] = DOOR,
        [COMMON_BOOKED] = GEBOEKT,  [COMMON_AMENDED] = -1, [COMMON_WITHDRAWN] = -1};

    if (columns[which] >= 0)
        cells[columns[which]] = field_value(d, &t->fields[at]);
}

/* The day and the moment of the last record about it; without a change the day is that of Op. */
static void put_latest(const struct uitvoer *u, struct dossier *d, const struct thing *t,
                       struct text *cells)
{
    name_id amended = schema_name(u->keuze->schema, text_of(schema_common[COMMON_AMENDED].name));
    const struct record *r = t->latest;

    cells[BIJGEWERKT] = text_of(date_write(r->op, arena_take(&d->arena, 11)));
    for (size_t i = r->first; i < r->first + r->count; i++)
        if (d->fields[i].id == amended)
            cells[GEWIJZIGD] = field_value(d, &d->fields[i]);
}

static void put_thing(struct uitvoer *u, struct dossier *d, const struct thing *t)
{
    struct uitvoer_tabel *tables = &u->tabellen[u->van_type[t->type - schema_types]];
    int own = (int)field_count(t->type);
    struct text *cells = make_cells(d, tables);

    cells[SLEUTEL] = t->key;
    for (size_t i = 1; i < t->count; i++) {
        int index = schema_field_index(u->keuze->schema, t->type, t->fields[i].id);
        if (!t->fields[i].value.n)
            continue;
        if (index < 0)
            put_unknown(u, d, t, i);
        else if (index < own)
            put_own(tables, d, t, i, index, cells);
        else
            put_common(d, t, i, (size_t)(index - own), cells);
    }
    put_latest(u, d, t, cells);
}

static void put_stranger(struct uitvoer *u, struct dossier *d, const struct thing *t)
{
    for (size_t i = 1; i < t->count; i++)
        if (t->fields[i].value.n &&
            !text_is_string(t->fields[i].name, schema_common[COMMON_DOSSIER].name))
            put_unknown(u, d, t, i);
}

void uitvoer_dossier(struct uitvoer *u, struct dossier *d)
{
    for (size_t i = 0; i < u->count; i++)
        document_start(&u->tabellen[i].rows, &d->arena);
    for (size_t i = 0; i < d->thing_count; i++) {
        const struct thing *t = &d->things[i];
        if (!t->opening || t->withdrawn || !stavaza_shows(u->keuze, t->type, t->type_name))
            continue;
        if (t->type)
            put_thing(u, d, t);
        else
            put_stranger(u, d, t);
    }
}
