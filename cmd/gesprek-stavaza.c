/* gesprek-stavaza: the stand van zaken of dossiers, and their verloop. See gesprek-stavaza(1). */
#include "base/text.h"
#include "domain/stavaza.h"
#include "journal/fold_write.h"
#include "journal/session.h"
#include "output/form.h"

#include <string.h>

static const struct verb verbs[] = {
    {"", "[BESTAND | MAP | -]...", "hoe het er nu voor staat"},
    {"verloop", "[BESTAND | MAP | -]...", "wat er wanneer gebeurde"},
    {0}};

static const struct option own_options[] = {
    {"formaat", 0, "VORM", "de vorm van het antwoord", "tekst rec", NULL},
    {"soort", 0, "TYPEN",
     "alleen deze recordtypes, met komma's ertussen; Veiligheid staat er alleen in als u het noemt",
     NULL, NULL},
    {0}};

static const struct option *const options[] = {own_options, options_for_readers, options_for_all,
                                               NULL};

static const char *const examples[] = {
    "gesprek-stavaza 2026-0017.rec", "gesprek-stavaza verloop --soort=Doel,Stap 2026-0017.rec",
    "gesprek-stavaza --formaat=rec dossiers/ | recsel -e \"Status = 'bezig'\" -p Dossier,Tekst",
    NULL};

static const struct command command = {
    "gesprek-stavaza", "de stand van zaken van een dossier", verbs, options, examples, NULL};

/* From `Doel,Stap` to words, each a type of the schema. */
static const char *types_of(struct session *s, const char *value, struct buffer *words)
{
    struct text rest = {NULL, 0}, word;

    for (const char *c = value; *c; c++)
        buffer_byte(words, *c == ',' ? ' ' : *c);
    buffer_byte(words, '\0');
    rest = text_of(words->p);
    if (!text_trim(rest).n)
        session_wrong(s, "--soort: noem een recordtype, zoals Doel");
    while (schema_next_word(&rest, &word)) {
        char safe[QUOTE_SIZE];
        const struct type *type = schema_type(s->schema, word);
        if (!type || type->flags & OUTSIDE)
            session_wrong(
                s, "--soort: `%s` is geen recordtype van een dossier. Zie gesprek-check --schema",
                quote(word, safe));
    }
    return words->p;
}

static void print_rec(struct session *s, const struct stavaza *z, struct dossier *d)
{
    struct buffer text = {0};

    for (size_t i = 0; i < d->thing_count; i++) {
        const struct thing *t = &d->things[i];
        if (!t->opening || t->withdrawn || (z->only && !stavaza_shows(z, t->type, t->type_name)))
            continue;
        text.n = 0;
        fold_write(d, t, &text);
        out_raw(&s->out, buffer_view(&text));
    }
    buffer_free(&text);
}

static void print_records(struct session *s, const struct stavaza *z)
{
    struct dossier *d;

    while ((d = reader_next(s->reader)) && !s->out.error)
        print_rec(s, z, d);
    reader_report(s->reader, STATUS_NO);
}

static void print_text(struct session *s, const struct stavaza *z, bool verloop)
{
    struct facts facts;
    struct head head = {
        .name = "stavaza", .title = verloop ? "Verloop" : "Stand van zaken", .facts = facts.pairs};
    void *data = NULL;
    struct dossier *d;
    bool fine;

    session_facts(s, &facts);
    head.fact_count = facts.count;
    fine = form_text.begin(&data, &s->out, &head);
    while (fine && (d = reader_next(s->reader))) {
        struct document document;
        document_start(&document, &d->arena);
        (verloop ? stavaza_verloop : stavaza_document)(z, d, &document);
        document_note(&document, TEXT("Intern: alleen voor wie met dit dossier werkt."));
        fine = form_text.blocks(data, &document);
    }
    reader_report(s->reader, STATUS_NO);
    form_text.end(data, fine && s->diag.status == STATUS_OK);
}

int main(int argc, char **argv)
{
    struct session s;
    struct argument a;
    struct stavaza z;
    struct buffer words = {0};
    const char *only = NULL;
    bool rec = false, verloop;

    session_start(&s, &command, argc, argv);
    while (session_next(&s, &a)) {
        if (!strcmp(a.option->name, "formaat"))
            rec = !strcmp(a.value, "rec");
        else
            only = types_of(&s, a.value, &words);
    }
    verloop = !strcmp(s.cli.verb->name, "verloop");
    if (verloop && rec)
        session_wrong(
            &s,
            "het verloop is er alleen als tekst; het dossier zelf is al de geschiedenis in rec");
    session_read(&s, 0, false);
    stavaza_start(&z, s.schema, s.today, only);
    if (rec)
        print_records(&s, &z);
    else
        print_text(&s, &z, verloop);
    buffer_free(&words);
    return session_end(&s);
}
