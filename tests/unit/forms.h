/* A table, a head without one, and what a form makes of a document: for the tests of the forms. */
#ifndef GESPREK_TESTS_FORMS_H
#define GESPREK_TESTS_FORMS_H

#include "base/text.h"
#include "output/form.h"

/* A macro, for it says what failed in the words of the test. */
#define CHECK(checks, condition) check(checks, condition, #condition)

static const struct column columns[] = {
    {"id", "Dossier", COLUMN_TEXT, 10},
    {"tekst", "Tekst", COLUMN_TEXT, 12},
    {"aantal", "Aantal", COLUMN_NUMBER, 4},
    {"datum", "Datum", COLUMN_DATE, 10},
};

enum { WIDTH = 4 };

static const struct pair facts[] = {
    {"op", "Op", {"2026-11-22", 10}},
    {"geboekt-tot", "Geboekt tot", {NULL, 0}},
    {"vandaag", "Vandaag", {"2026-11-23", 10}},
};

static const struct head table = {.name = "lijst",
                                  .row_name = "rij",
                                  .title = "De lijst",
                                  .xml_namespace = "urn:proef",
                                  .columns = columns,
                                  .column_count = WIDTH,
                                  .facts = facts,
                                  .fact_count = 3};

static const struct head plain = {.name = "stavaza", .title = "Stand van zaken"};

/* What a form makes of a document, as one text in `b`; `blocks` false when a call failed. */
static inline bool render(struct buffer *b, const struct form *form, const struct head *head,
                          const struct document *document, bool complete)
{
    struct out out = {.fd = -1, .hold = true};
    void *data;
    bool fine = form->begin(&data, &out, head);

    fine = fine && form->blocks(data, document);
    fine = form->end(data, complete) && fine;
    b->n = 0;
    buffer_text(b, buffer_view(&out.pending));
    out_drop(&out);
    return fine && !out.error;
}

static inline bool holds(const struct buffer *b, const char *what)
{
    size_t n = strlen(what);

    for (size_t i = 0; i + n <= b->n; i++)
        if (memcmp(b->p + i, what, n) == 0)
            return true;
    return false;
}

#endif
