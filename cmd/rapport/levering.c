/* Rows for others and for a database: by a template, and everything. */
#include "rapport.h"

#include "base/text.h"
#include "domain/levering.h"
#include "domain/uitvoer.h"
#include "journal/store_new.h"
#include "output/csv_tables.h"
#include <string.h>

/* ---- levering: CSV by a template ---- */

struct given {
    struct levering *levering;
    void *data;
    bool fine;
};

static bool give_rows(void *context, struct dossier *d)
{
    struct given *g = context;
    struct document document;

    document_start(&document, &d->arena);
    levering_rijen(g->levering, d, &document);
    g->fine = form_csv.blocks(g->data, &document);
    return g->fine;
}

static const struct work give_work = {.one = give_rows};

void rapport_levering(struct session *s, const struct wishes *w)
{
    struct levering *l;
    struct given g = {NULL, NULL, false};

    if (!w->sjabloon)
        session_wrong(s, "zeg met --sjabloon welke kolommen het zijn");
    l = levering_open(s, w->sjabloon);
    if (!l)
        return;
    g.levering = l;
    g.fine = form_csv.begin(&g.data, &s->out, levering_head(l));
    if (g.fine)
        units_run(s, 1, !s->out.terminal, &give_work, &g);
    reader_report(s->reader, STATUS_NO);
    form_csv.end(g.data, g.fine && s->diag.status == STATUS_OK);
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

struct written {
    struct uitvoer *uitvoer;
    struct csv_tables *tables;
};

static bool write_rows(void *context, struct dossier *d)
{
    struct written *w = context;
    bool fine = true;

    uitvoer_dossier(w->uitvoer, d);
    for (size_t i = 0; fine && i < w->uitvoer->count; i++)
        if (w->uitvoer->tabellen[i].rows.count)
            fine = csv_tables_rows(w->tables, i, &w->uitvoer->tabellen[i].rows);
    return fine;
}

static const struct work write_work = {.one = write_rows};

/* False: not everything could be read and written; said. */
static bool write_tables(struct session *s, struct uitvoer *u, struct store_batch *b)
{
    struct csv_tables *tables = csv_tables_open();
    struct written w = {u, tables};
    bool begun = true, fine = true;
    int fd, error;

    for (size_t i = 0; begun && fine && i < u->count; i++) {
        begun = begin_file(b, u->tabellen[i].naam, &fd);
        fine = !begun || csv_tables_add(tables, fd, &u->tabellen[i].head);
    }
    if (begun && fine)
        units_run(s, 1, true, &write_work, &w);
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
