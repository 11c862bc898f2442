/* All that dossiers come to, as tables for a database: one for each record type, one for each field
 * that may be there more than once, one for what the schema does not know. With them a script that
 * reads them into SQLite.
 *
 * The tables are always the same ones, with rows or without: who asks a question need not know
 * which types happened to occur. Withdrawn records are not in them, nor are comments. */
#ifndef GESPREK_DOMAIN_UITVOER_H
#define GESPREK_DOMAIN_UITVOER_H

#include "base/document.h"
#include "domain/stavaza.h"

struct uitvoer_tabel {
    const char *naam;          /* of table and file: "doel", "doel_akkoord", "overig" */
    const struct type *type;   /* NULL: of what the schema does not know */
    const struct field *field; /* NULL: a row for each record; else a row for each value of it */
    struct head head;
    struct document rows; /* of the last dossier */
};

struct uitvoer {
    const struct stavaza *keuze; /* which types go out */
    struct uitvoer_tabel *tabellen;
    size_t count, capacity;
    int *van_type; /* by place in schema_types: its first table; -1: it does not go out */
    struct arena arena;
};

/* Those types go out that stavaza_shows says; `keuze` must live as long. */
void uitvoer_open(struct uitvoer *u, const struct stavaza *keuze);
void uitvoer_close(struct uitvoer *u);

/* The rows of a dossier, in each table's document; in its arena, so until the next one. */
void uitvoer_dossier(struct uitvoer *u, struct dossier *d);

/* The script for the sqlite3 shell, to be run beside the CSV files: makes the tables, reads them,
 * and makes NULL of what is empty. `facts` stand on top of it. */
void uitvoer_sql(const struct uitvoer *u, const struct pair *facts, size_t fact_count,
                 struct buffer *out);

#endif
