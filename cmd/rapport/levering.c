/* Rows for others and for a database: by a template, and everything. */
#include "rapport.h"

#include "base/text.h"
#include "domain/levering.h"
#include "domain/uitvoer.h"
#include "journal/store_new.h"
#include "output/csv_tables.h"
#include <string.h>

/* ---- levering: CSV by a template ---- */

void rapport_levering(struct session *s, const struct wishes *w)
{
    struct levering *l;
    struct document document;
    struct dossier *d;
    void *data = NULL;
    bool fine;

    if (!w->sjabloon)
        session_wrong(s, "zeg met --sjabloon welke kolommen het zijn");
    l = levering_open(s, w->sjabloon);
    if (!l)
        return;
    fine = form_csv.begin(&data, &s->out, levering_head(l));
    while (fine && (d = reader_next(s->reader))) {
        document_start(&document, &d->arena);
        levering_rijen(l, d, &document);
        fine = form_csv.blocks(data, &document);
    }
    reader_report(s->reader, STATUS_NO);
    form_csv.end(data, fine && s->diag.status == STATUS_OK);
    levering_close(l);
}

/* ---- uitvoer: everything, for a database ---- */

static bool begin_file(struct store_batch *b, const char *table, int *fd)
{
    struct buffer name = {0};

    buffer_format(&name, "%s.csv", table);
    buffer_byte(&name, '\0');
    *fd = store_batch_is_new(b, name.p) ? store_batch_begin(b, name.p) : -1;
    buffer_free(&name);
    return *fd >= 0;
}

static bool write_rows(struct uitvoer *u, struct csv_tables *tables)
{
    bool fine = true;

    for (size_t i = 0; fine && i < u->count; i++)
        if (u->tabellen[i].rows.count)
            fine = csv_tables_rows(tables, i, &u->tabellen[i].rows);
    return fine;
}

/* False: not everything could be read and written; said. */
static bool write_tables(struct session *s, struct uitvoer *u, struct store_batch *b)
{
    struct csv_tables *tables = csv_tables_open();
    struct dossier *d;
    bool begun = true, fine = true;
    int fd, error;

    for (size_t i = 0; begun && fine && i < u->count; i++) {
        begun = begin_file(b, u->tabellen[i].naam, &fd);
        fine = !begun || csv_tables_add(tables, fd, &u->tabellen[i].head);
    }
    while (begun && fine && (d = reader_next(s->reader))) {
        uitvoer_dossier(u, d);
        fine = write_rows(u, tables);
    }
    error = csv_tables_close(tables);
    if (error)
        diag_say(&s->diag, SEVERITY_ERROR, STATUS_SYSTEM, "schrijven",
                 "schrijven mislukt, er is niets geschreven: %s", diag_errno(error));
    reader_report(s->reader, STATUS_NO);
    return s->diag.status == STATUS_OK;
}

void rapport_uitvoer(struct session *s, const struct wishes *w)
{
    struct stavaza keuze;
    struct uitvoer u;
    struct facts facts;
    struct buffer script = {0};
    struct store_batch *b;

    if (!w->map)
        session_wrong(s, "zeg met --map in welke map de bestanden moeten");
    if (s->answer_file)
        session_wrong(s, "--uit hoort hier niet: --map zegt waar de bestanden komen");
    session_facts(s, &facts);
    stavaza_start(&keuze, s->schema, s->today, w->only);
    uitvoer_open(&u, &keuze);
    uitvoer_sql(&u, facts.pairs, facts.count, &script);
    b = store_batch_open_private(w->map, s->wait_seconds, &s->diag);
    if (b && write_tables(s, &u, b) && store_batch_is_new(b, "schema.sql") &&
        store_batch_add(b, "schema.sql", buffer_view(&script)))
        store_batch_commit(b);
    store_batch_close(b);
    buffer_free(&script);
    uitvoer_close(&u);
}
