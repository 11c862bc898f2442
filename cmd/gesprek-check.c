/* gesprek-check: looks journals over, and prints the schema. See gesprek-check(1). */
#include "base/text.h"
#include "domain/nakijken.h"
#include "journal/schema_print.h"
#include "journal/session.h"

#include <string.h>

static const struct verb verbs[] = {{"", "[BESTAND | MAP | -]...", NULL, NULL}, {0}};

static const struct option own_options[] = {
    {"schema", 0, NULL, "print alle recordtypes met hun velden en keuzes", NULL, NULL},
    {"descriptors", 0, "TYPE", "print wat recutils over dit type moet weten", NULL, NULL},
    {0}};

static const struct option *const options[] = {own_options, options_for_readers, options_for_all,
                                               NULL};

static const char *const examples[] = {"gesprek-check dossiers/",
                                       "gesprek-check --meldingen=json dossiers/ | jq .code",
                                       "gesprek-check --schema | less", NULL};

static const struct command command = {"gesprek-check",
                                       "kijkt dossiers na en zegt wat er beter kan",
                                       verbs,
                                       options,
                                       examples,
                                       NULL,
                                       NULL};

static void look_over(struct session *s, struct dossier *d)
{
    struct findings findings = {0};

    nakijken(d, s->schema, &findings);
    for (size_t i = 0; i < findings.count; i++) {
        const struct finding *f = &findings.list[i];
        diag_at(&s->diag, f->severity, STATUS_NO, f->place, f->code, "%s", f->text);
    }
    findings_free(&findings);
}

static void check(struct session *s)
{
    struct dossier *d;
    struct buffer line = {0};

    session_read(s, 0, true);
    s->diag.answer = &s->out;
    while ((d = reader_next(s->reader)) && !s->out.error)
        look_over(s, d);
    s->diag.answer = NULL;
    reader_report(s->reader, STATUS_NO);
    buffer_format(&line, "%zu %s nagekeken, %u %s, %u %s\n", reader_given(s->reader),
                  reader_given(s->reader) == 1 ? "dossier" : "dossiers", s->diag.errors,
                  s->diag.errors == 1 ? "fout" : "fouten", s->diag.findings,
                  s->diag.findings == 1 ? "aandachtspunt" : "aandachtspunten");
    if (!s->diag.json)
        out_text(&s->out, buffer_view(&line));
    buffer_free(&line);
}

static void print_descriptors(struct session *s, const char *name)
{
    const struct type *type = schema_type(s->schema, text_of(name));
    struct buffer text = {0};
    char safe[QUOTE_SIZE];

    if (!type || type->flags & OUTSIDE)
        session_wrong(s, "`%s` is geen recordtype van een dossier. Zie gesprek-check --schema",
                      quote(text_of(name), safe));
    schema_print_descriptors(type, &text);
    out_text(&s->out, buffer_view(&text));
    buffer_free(&text);
}

static void print_schema(struct session *s)
{
    struct buffer text = {0};

    schema_print(&text);
    out_text(&s->out, buffer_view(&text));
    buffer_free(&text);
}

int main(int argc, char **argv)
{
    struct session s;
    struct argument a;
    const char *descriptors = NULL;
    bool schema = false;

    session_start(&s, &command, argc, argv);
    while (session_next(&s, &a)) {
        if (!strcmp(a.option->name, "schema"))
            schema = true;
        else
            descriptors = a.value;
    }
    session_no_outsiders(&s, "nakijken gaat over het dossier zoals het er staat");
    if ((schema || descriptors) && s.cli.operand_count)
        session_wrong(&s, "--schema en --descriptors lezen geen dossiers");
    if (schema)
        print_schema(&s);
    else if (descriptors)
        print_descriptors(&s, descriptors);
    else
        check(&s);
    return session_end(&s);
}
