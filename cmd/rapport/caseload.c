/* A row a dossier: for ourselves, and for somebody outside. */
#include "rapport.h"

#include "base/text.h"
#include "domain/caseload.h"
#include "domain/caseload_derden.h"
#include "domain/pseudoniem.h"
#include <string.h>

/* ---- caseload: a row a dossier ---- */

static bool print_rows(struct session *s, const struct form *form, void *data)
{
    struct stand_names names;
    struct dossier *d;
    bool fine = true;

    stand_names(&names, s->schema);
    while (fine && (d = reader_next(s->reader))) {
        struct document document;
        document_start(&document, &d->arena);
        document_row(&document, caseload_row(d, &names, s->today));
        fine = form->blocks(data, &document);
    }
    return fine;
}

static void own_rows(struct session *s, const struct form *form)
{
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
    fine = form->begin(&data, &s->out, &head) && print_rows(s, form, data);
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

static void derden_rows(struct session *s, const struct wishes *w)
{
    struct stand_names names;
    struct buffer key = {0};
    struct caseload_derden rows = {
        .ontvanger = text_trim(text_of(w->ontvanger)), .names = &names, .today = s->today};
    struct dossier *d;

    stand_names(&names, s->schema);
    if (pseudoniem_sleutel(w->sleutelbestand, &key, &s->diag)) {
        rows.sleutel = buffer_view(&key);
        while ((d = reader_next(s->reader)))
            caseload_derden_add(&rows, d);
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
        own_rows(s, w->form);
}
