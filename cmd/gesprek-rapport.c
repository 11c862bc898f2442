/* gesprek-rapport: what administrators run over many dossiers. See gesprek-rapport(1). */
#include "base/text.h"
#include "domain/caseload.h"
#include "journal/session.h"
#include "output/form.h"

#include <string.h>

static const struct verb verbs[] = {
    {"caseload", "[BESTAND | MAP | -]...", "een rij per dossier, zonder namen", NULL}, {0}};

static const struct option own_options[] = {
    {"formaat", 0, "VORM", "de vorm van het antwoord", "tekst csv xml", NULL}, {0}};

static const struct option *const options[] = {own_options, options_for_readers, options_for_all,
                                               NULL};

static const char *const examples[] = {
    "gesprek-rapport caseload dossiers/",
    "gesprek-rapport caseload --formaat=csv --uit=caseload.csv dossiers/",
    "gesprek-kies --waar 'Kader=wmo' dossiers/ | gesprek-rapport caseload", NULL};

static const struct command command = {"gesprek-rapport",
                                       "rapporten over veel dossiers, voor de gemeente",
                                       verbs,
                                       options,
                                       examples,
                                       NULL,
                                       NULL};

static const struct form *form_named(const char *name)
{
    if (!strcmp(name, "csv"))
        return &form_csv;
    return strcmp(name, "xml") ? &form_text : &form_xml;
}

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

static void caseload(struct session *s, const struct form *form)
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

int main(int argc, char **argv)
{
    struct session s;
    struct argument a;
    const struct form *form = &form_text;

    session_start(&s, &command, argc, argv);
    while (session_next(&s, &a))
        form = form_named(a.value);
    session_no_outsiders(&s, "een caseload is een lijst van de eigen organisatie");
    session_read(&s, 0, false);
    caseload(&s, form);
    return session_end(&s);
}
