/* gesprek-kies: picks whole dossiers, as a stream or as names: the filter before every other
 * command. See gesprek-kies(1). */
#include "base/text.h"
#include "domain/waar.h"
#include "journal/session.h"

#include <string.h>

static const struct verb verbs[] = {{"", "[BESTAND | MAP | -]...", NULL, NULL}, {0}};

static const struct option own_options[] = {
    {"waar", 'w', "VOORWAARDE", "alleen dossiers waarvoor dit geldt", NULL, NULL},
    {"namen", 'l', NULL, "print de namen van de bestanden, niet de inhoud", NULL, NULL},
    {0}};

static const struct option *const options[] = {own_options, options_for_readers, options_for_all,
                                               NULL};

static const char *const examples[] = {
    "gesprek-kies --waar 'Kader=wmo en Fase=uitvoering' dossiers/ | gesprek-stavaza",
    "gesprek-kies -l --waar 'Laatste_contact<2026-09-01 en niet Afgesloten=ja' dossiers/",
    "gesprek-kies --dossier 2026-0017 alles.rec", NULL};

static const struct command command = {"gesprek-kies",
                                       "kiest hele dossiers uit bestanden of een stroom",
                                       verbs,
                                       options,
                                       examples,
                                       NULL,
                                       NULL};

static struct waar *parse(struct session *s, const char *expression)
{
    struct buffer why = {0};
    size_t at;
    struct waar *w = waar_parse(expression, s->schema, s->today, &at, &why);

    if (!w)
        session_wrong(s, "--waar, teken %zu: %.*s", at, (int)why.n, why.p);
    buffer_free(&why);
    return w;
}

/* The dossier's own bytes; what is missing at the end of a file (a newline, an empty line) is
 * added, so that whatever comes behind it stays apart. Comments behind the last record may be there
 * too. */
static void print_dossier(struct out *out, const struct dossier *d)
{
    for (size_t i = 0; i < d->record_count; i++) {
        const struct record *r = &d->records[i];
        bool tail = r->raw.p + r->raw.n != r->end;
        char closing[REC_CLOSING];
        out_raw(out, r->raw);
        rec_close(r->raw, r->closed && !tail, rec_newline(r->raw), closing);
        if (r->closed && tail && r->raw.p[r->raw.n - 1] == '\n')
            continue;
        out_string(out, closing);
    }
}

static void print_name(struct session *s, struct text name, struct buffer *before)
{
    if (text_is(buffer_view(before), name))
        return;
    before->n = 0;
    buffer_text(before, name);
    out_raw(&s->out, name);
    out_byte(&s->out, '\n');
}

/* Every file that holds a piece of the dossier; one with several chosen dossiers is named once. */
static void print_names(struct session *s, const struct dossier *d, struct buffer *before)
{
    for (size_t i = 0; i < d->record_count; i++) {
        const char *file = d->records[i].place.file;
        print_name(s, strcmp(file, "-") ? text_of(file) : d->id, before);
    }
}

static void run(struct session *s, const struct waar *waar, bool names_only)
{
    struct stand_names names;
    struct buffer before = {0};
    struct dossier *d;
    size_t chosen = 0;

    stand_names(&names, s->schema);
    while ((d = reader_next(s->reader)) && !s->out.error) {
        if (waar && !waar_holds(waar, d, &names, s->today))
            continue;
        chosen++;
        if (names_only)
            print_names(s, d, &before);
        else
            print_dossier(&s->out, d);
    }
    buffer_free(&before);
    reader_report(s->reader, STATUS_NO);
    if (!chosen)
        s->diag.status = status_worst(s->diag.status, STATUS_NO);
}

int main(int argc, char **argv)
{
    struct session s;
    struct argument a;
    const char *expression = NULL;
    struct waar *waar;
    bool names_only = false;

    session_start(&s, &command, argc, argv);
    while (session_next(&s, &a)) {
        if (!strcmp(a.option->name, "waar"))
            expression = a.value;
        else
            names_only = true;
    }
    waar = expression ? parse(&s, expression) : NULL;
    session_read(&s, 0, false);
    run(&s, waar, names_only);
    waar_free(waar);
    return session_end(&s);
}
