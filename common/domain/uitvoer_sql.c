/* The script that reads the tables of uitvoer.h into SQLite. Names stand between quotes: `over` and
 * `op` mean something in SQL too. */
#include "base/text.h"
#include "domain/uitvoer.h"

/* How many of the first columns say which row it is; none of them is ever empty. */
static size_t key_columns(const struct uitvoer_tabel *t)
{
    return !t->type ? 5 : t->field ? 3 : 2;
}

/* `"dossier", "sleutel"`: the columns up to `count`. */
static void put_names(const struct uitvoer_tabel *t, size_t count, struct buffer *out)
{
    for (size_t i = 0; i < count; i++)
        buffer_format(out, "%s\"%s\"", i ? ", " : "", t->head.columns[i].name);
}

static void put_table(const struct uitvoer_tabel *t, struct buffer *out)
{
    size_t keys = key_columns(t);

    buffer_format(out, "CREATE TABLE \"%s\" (\n", t->naam);
    for (size_t i = 0; i < t->head.column_count; i++)
        buffer_format(out, "  \"%s\" %s%s,\n", t->head.columns[i].name,
                      t->head.columns[i].kind == COLUMN_NUMBER ? "INTEGER" : "TEXT",
                      i < keys ? " NOT NULL" : "");
    buffer_string(out, "  PRIMARY KEY (");
    put_names(t, keys, out);
    buffer_format(out, ")\n);\n.import --csv --skip 1 %s.csv %s\n", t->naam, t->naam);
}

/* CSV cannot say that there is nothing, and an average over '' counts a 0. */
static void put_nulls(const struct uitvoer_tabel *t, struct buffer *out)
{
    size_t first = key_columns(t);

    buffer_format(out, "UPDATE \"%s\" SET\n", t->naam);
    for (size_t i = first; i < t->head.column_count; i++)
        buffer_format(out, "  \"%s\" = nullif(\"%s\", '')%s\n", t->head.columns[i].name,
                      t->head.columns[i].name, i + 1 < t->head.column_count ? "," : ";");
    buffer_byte(out, '\n');
}

void uitvoer_sql(const struct uitvoer *u, const struct pair *facts, size_t fact_count,
                 struct buffer *out)
{
    buffer_string(out, "-- Vertrouwelijk: dossiers. Lees dit in deze map in:\n"
                       "--   sqlite3 dossiers.db < schema.sql\n");
    for (size_t i = 0; i < fact_count; i++)
        buffer_format(out, "-- %s: %.*s\n", facts[i].title, (int)facts[i].value.n,
                      facts[i].value.p);
    buffer_string(out, "\n.bail on\nBEGIN;\n\n");
    for (size_t i = 0; i < u->count; i++) {
        put_table(&u->tabellen[i], out);
        if (!u->tabellen[i].field && u->tabellen[i].type)
            put_nulls(&u->tabellen[i], out);
        else
            buffer_byte(out, '\n');
    }
    buffer_string(out, "COMMIT;\n");
}
