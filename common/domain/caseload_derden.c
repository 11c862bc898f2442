#include "domain/caseload_derden.h"

#include "base/text.h"
#include "domain/caseload.h"
#include "domain/pseudoniem.h"

#include <stdlib.h>

enum { MONTH = 7 /* bytes of `2026-03` */ };

/* What each column counts stands in gesprek-rapport(1) and in schema/caseload.xsd. */
const struct column caseload_derden_columns[CASELOAD_DERDEN_COLUMNS] = {
    {"pseudoniem", "pseudoniem", COLUMN_TEXT, PSEUDONIEM_TEKENS},
    {"gemeente", "gem.", COLUMN_TEXT, 5},
    {"werkveld", "werkveld", COLUMN_TEXT, 27},
    {"kader", "kader", COLUMN_TEXT, 22},
    {"fase", "fase", COLUMN_TEXT, 20},
    {"begin_maand", "begin", COLUMN_DATE, MONTH},
    {"laatste_contact_maand", "laatste", COLUMN_DATE, MONTH},
    {"gesprekken", "gespr.", COLUMN_NUMBER, 6},
    {"open_doelen", "doelen", COLUMN_NUMBER, 6},
    {"open_verwijzingen", "verw.", COLUMN_NUMBER, 5},
    {"volgende_maand", "volgende", COLUMN_DATE, 8},
};

static struct text pseudoniem_cell(struct caseload_derden *c, struct dossier *d)
{
    char *into = arena_take(&c->arena, PSEUDONIEM_TEKENS + 1);
    struct text persoon = stand_persoon(d, c->names->client, c->names->persoon);

    if (persoon.n)
        pseudoniem(c->sleutel, c->ontvanger, PSEUDONIEM_PERSOON, persoon, into);
    else
        pseudoniem(c->sleutel, c->ontvanger, PSEUDONIEM_DOSSIER, d->id, into);
    return (struct text){into, PSEUDONIEM_TEKENS};
}

static struct text month_of(struct text day)
{
    return day.n > MONTH ? (struct text){day.p, MONTH} : day;
}

static void keep(struct caseload_derden *c, const struct text *cells)
{
    mem_grow(&c->rows, &c->capacity, c->count + 1, sizeof *c->rows);
    c->rows[c->count++] = cells;
}

void caseload_derden_add(struct caseload_derden *c, struct dossier *d)
{
    const struct text *own = caseload_row(d, c->names, c->today);
    struct text *cells = arena_take(&c->arena, CASELOAD_DERDEN_COLUMNS * sizeof *cells);
    size_t n = 0;

    cells[n++] = pseudoniem_cell(c, d);
    for (size_t i = CASELOAD_GEMEENTE; i < CASELOAD_COLUMNS; i++)
        if (i != CASELOAD_BEGELEIDER)
            cells[n++] = arena_text(
                &c->arena, caseload_columns[i].kind == COLUMN_DATE ? month_of(own[i]) : own[i]);
    keep(c, cells);
}

void caseload_derden_voeg(struct caseload_derden *into, const struct caseload_derden *from)
{
    for (size_t i = 0; i < from->count; i++) {
        struct text *cells = arena_take(&into->arena, CASELOAD_DERDEN_COLUMNS * sizeof *cells);

        for (size_t j = 0; j < CASELOAD_DERDEN_COLUMNS; j++)
            cells[j] = arena_text(&into->arena, from->rows[i][j]);
        keep(into, cells);
    }
}

static int by_cells(const void *a, const void *b)
{
    const struct text *x = *(const struct text *const *)a, *y = *(const struct text *const *)b;
    int order = 0;

    for (size_t i = 0; !order && i < CASELOAD_DERDEN_COLUMNS; i++)
        order = text_order(x[i], y[i]);
    return order;
}

void caseload_derden_rows(struct caseload_derden *c, struct document *document)
{
    if (c->count)
        qsort(c->rows, c->count, sizeof *c->rows, by_cells);
    for (size_t i = 0; i < c->count; i++)
        document_row(document, c->rows[i]);
}

void caseload_derden_free(struct caseload_derden *c)
{
    arena_free(&c->arena);
    free(c->rows);
}
