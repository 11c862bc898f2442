/* A row a dossier: for ourselves, and for somebody outside. */
#include "rapport.h"

#include "base/text.h"
#include "domain/caseload.h"
#include "domain/caseload_derden.h"
#include "domain/pseudoniem.h"
#include <stdlib.h>
#include <string.h>

/* ---- caseload: a row a dossier ---- */

struct rows {
    const struct form *form;
    void *data;
    struct stand_names names;
    date today;
    bool fine;
};

static bool print_row(void *context, struct dossier *d)
{
    struct rows *r = context;
    struct document document;

    document_start(&document, &d->arena);
    document_row(&document, caseload_row(d, &r->names, r->today));
    r->fine = r->form->blocks(r->data, &document);
    return r->fine;
}

/* Rows that wait for those before them. */
struct waiting_rows {
    struct arena arena;
    struct document document;
};

static void *begin_rows(const void *context)
{
    struct waiting_rows *w = mem_take(sizeof *w);

    (void)context;
    w->arena = (struct arena){0};
    document_start(&w->document, &w->arena);
    return w;
}

static void add_row(const void *context, void *part, struct dossier *d)
{
    const struct rows *r = context;
    struct waiting_rows *w = part;
    const struct text *cells = caseload_row(d, &r->names, r->today);
    struct text *own = arena_take(&w->arena, CASELOAD_COLUMNS * sizeof *own);

    for (size_t i = 0; i < CASELOAD_COLUMNS; i++)
        own[i] = arena_text(&w->arena, cells[i]);
    document_row(&w->document, own);
}

static bool print_waiting(void *context, void *part)
{
    struct rows *r = context;
    const struct waiting_rows *w = part;

    r->fine = r->form->blocks(r->data, &w->document);
    return r->fine;
}

static void drop_rows(void *part)
{
    struct waiting_rows *w = part;

    arena_free(&w->arena);
    free(w);
}

static const struct work rows_work = {print_row, begin_rows, add_row, print_waiting, drop_rows};

static bool print_rows(struct session *s, const struct wishes *w, void *data)
{
    struct rows r = {.form = w->form, .data = data, .today = s->today, .fine = true};

    stand_names(&r.names, s->schema);
    units_run(s, w->draden, !s->out.terminal, &rows_work, &r);
    return r.fine;
}

static void own_rows(struct session *s, const struct wishes *w)
{
    const struct form *form = w->form;
    struct facts facts;
    struct head head = {.name = "caseload",
                        .row_name = "dossier",
                        .title = "Caseload: een rij per dossier (intern)",
                        .xml_namespace = "urn:gesprek:rapport:1",
                        .columns = caseload_columns,
                        .column_count = CASELOAD_COLUMNS,
                        .facts = facts.pairs};
    void *data = NULL;
    bool fine;

    session_facts(s, &facts);
    head.fact_count = facts.count;
    fine = form->begin(&data, &s->out, &head) && print_rows(s, w, data);
    reader_report(s->reader, STATUS_NO);
    form->end(data, fine && s->diag.status == STATUS_OK);
}

/* ---- caseload for somebody outside ---- */

static void print_derden(struct session *s, const struct form *form, struct caseload_derden *rows)
{
    struct facts facts;
    struct pair pairs[5];
    struct head head = {.name = "caseload_derden",
                        .row_name = "dossier",
                        .title = "Caseload voor derden: een rij per dossier, met een pseudoniem",
                        .xml_namespace = "urn:gesprek:rapport:1",
                        .columns = caseload_derden_columns,
                        .column_count = CASELOAD_DERDEN_COLUMNS,
                        .facts = pairs};
    struct document document;
    void *data = NULL;
    bool fine;

    session_facts(s, &facts);
    memcpy(pairs, facts.pairs, sizeof facts.pairs);
    pairs[facts.count] = (struct pair){"ontvanger", "Voor", rows->ontvanger};
    head.fact_count = facts.count + 1;
    document_start(&document, &rows->arena);
    caseload_derden_rows(rows, &document);
    fine = form->begin(&data, &s->out, &head) && form->blocks(data, &document);
    form->end(data, fine && s->diag.status == STATUS_OK);
}

static bool keep_derde(void *context, struct dossier *d)
{
    caseload_derden_add(context, d);
    return true;
}

static void *begin_derden(const void *context)
{
    const struct caseload_derden *all = context;
    struct caseload_derden *c = mem_take(sizeof *c);

    *c = (struct caseload_derden){all->sleutel, all->ontvanger, all->names, all->today, .count = 0};
    return c;
}

static void add_derde(const void *context, void *part, struct dossier *d)
{
    (void)context;
    caseload_derden_add(part, d);
}

static bool join_derden(void *context, void *part)
{
    caseload_derden_voeg(context, part);
    return true;
}

static void drop_derden(void *part)
{
    caseload_derden_free(part);
    free(part);
}

static const struct work derden_work = {keep_derde, begin_derden, add_derde, join_derden,
                                        drop_derden};

static void derden_rows(struct session *s, const struct wishes *w)
{
    struct stand_names names;
    struct buffer key = {0};
    struct caseload_derden rows = {
        .ontvanger = text_trim(text_of(w->ontvanger)), .names = &names, .today = s->today};

    stand_names(&names, s->schema);
    if (pseudoniem_sleutel(w->sleutelbestand, &key, &s->diag)) {
        rows.sleutel = buffer_view(&key);
        units_run(s, w->draden, true, &derden_work, &rows);
        reader_report(s->reader, STATUS_NO);
        print_derden(s, w->form, &rows);
    }
    caseload_derden_free(&rows);
    pseudoniem_wis(&key);
}

void rapport_caseload(struct session *s, const struct wishes *w)
{
    if (w->voor_derden)
        derden_rows(s, w);
    else
        own_rows(s, w);
}
