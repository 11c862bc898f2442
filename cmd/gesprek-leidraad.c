/* gesprek-leidraad: prepares the next conversation for the phase that the dossier is in. See
 * gesprek-leidraad(1). */
#include "base/text.h"
#include "domain/leidraad.h"
#include "journal/config.h"
#include "journal/edit.h"
#include "journal/session.h"
#include "output/form.h"

#include <string.h>

static const struct verb verbs[] = {
    {"", "[BESTAND | MAP | -]...", "bereidt het volgende gesprek voor", NULL},
    {"gegevens", "", "print de teksten die erin zitten, om er eigen teksten van te maken", NULL},
    {0}};

static const char *const examples[] = {"gesprek-leidraad 2026-0017.rec",
                                       "gesprek-leidraad --domein=wonen,geld 2026-0017.rec",
                                       "gesprek-leidraad --fase=onthaal --werkveld=ouderenzorg",
                                       "gesprek-leidraad gegevens > mijn-leidraad.rec", NULL};

/* What the options ask for, and where it comes from. */
struct wishes {
    struct leidraad leidraad;
    const struct form *form;
    const char *file; /* --leidraad; NULL: not given */
    struct buffer path, content, domains, choices[VOOR_KADER + 1];
    struct leidraad_gegevens texts;
    bool standard_input;
};

/* The choices of a field as the schema has them now; old words are for reading dossiers only. The
 * index of the schema is not there yet. */
static const char *choices_of(struct buffer *into, const char *type, const char *field)
{
    const struct type *t = schema_types;
    const struct field *f;
    struct text rest, word;

    while (strcmp(t->name, type))
        t++;
    for (f = t->fields; strcmp(f->name, field);)
        f++;
    rest = text_of(f->detail);
    while (text_next_word(&rest, &word))
        if (!memchr(word.p, '>', word.n)) {
            buffer_string(into, into->n ? " " : "");
            buffer_text(into, word);
        }
    buffer_byte(into, '\0');
    return into->p;
}

static void take_domains(struct wishes *w, const char *value)
{
    for (const char *c = value; *c; c++)
        buffer_byte(&w->domains, *c == ',' ? ' ' : *c);
    w->leidraad.voor[VOOR_LEVENSDOMEIN] = buffer_view(&w->domains);
}

static void take_option(struct wishes *w, const struct argument *a)
{
    const char *name = a->option->name;

    if (!strcmp(name, "formaat"))
        w->form = strcmp(a->value, "html") ? &form_text : &form_html;
    else if (!strcmp(name, "fase"))
        w->leidraad.voor[VOOR_FASE] = text_of(a->value);
    else if (!strcmp(name, "werkveld"))
        w->leidraad.voor[VOOR_WERKVELD] = text_of(a->value);
    else if (!strcmp(name, "kader"))
        w->leidraad.voor[VOOR_KADER] = text_of(a->value);
    else if (!strcmp(name, "domein"))
        take_domains(w, a->value);
    else
        w->file = a->value;
}

/* Whose texts: those of --leidraad, of the configuration, or ours. NULL: ours, or (said) a wrong
 * configuration. */
static const char *file_of_texts(struct session *s, struct wishes *w)
{
    if (w->file)
        return w->file;
    if (!config_value("Leidraad", &w->path, &s->diag))
        return NULL;
    buffer_byte(&w->path, '\0');
    if (*w->path.p == '/')
        return w->path.p;
    diag_say(&s->diag, SEVERITY_ERROR, STATUS_DATA, "leidraad-fout",
             "schrijf bij Leidraad in de instellingen een volledig pad, dat met / begint");
    return NULL;
}

static bool read_texts(struct session *s, struct wishes *w)
{
    const char *file = file_of_texts(s, w);

    if (s->diag.errors)
        return false;
    if (!file)
        buffer_string(&w->content, leidraad_ingebouwd);
    else if (!edit_read_file(s, file, &w->standard_input, &w->content))
        return false;
    return leidraad_lees(&w->texts, s->schema, s->today, &w->content,
                         file ? file : "de ingebouwde leidraad", &s->diag);
}

/* A part of life without questions was misspelt. */
static void check_domains(struct session *s, const struct wishes *w)
{
    struct text rest = w->leidraad.voor[VOOR_LEVENSDOMEIN], word, known, next;
    char safe[QUOTE_SIZE];

    while (text_next_word(&rest, &word)) {
        struct nearest nearest = {.asked = word};
        if (text_has_word(w->texts.domeinen.p, word))
            continue;
        known = text_of(w->texts.domeinen.p);
        while (text_next_word(&known, &next))
            nearest_try(&nearest, next);
        session_wrong(s, "--domein: over `%s` staan er geen vragen in de leidraad%s%.*s%s",
                      quote(word, safe), nearest.word.n ? ". Bedoelt u " : "", (int)nearest.word.n,
                      nearest.word.p, nearest.word.n ? "?" : "");
    }
}

static bool print_dossiers(struct session *s, const struct wishes *w, void *data)
{
    struct document document;
    struct dossier *d;
    bool fine = true;

    while (fine && (d = reader_next(s->reader))) {
        document_start(&document, &d->arena);
        leidraad_document(&w->leidraad, d, &document);
        document_note(&document, session_footer(s, &d->arena));
        fine = w->form->blocks(data, &document);
    }
    reader_report(s->reader, STATUS_NO);
    return fine;
}

static bool print_phase(const struct wishes *w, void *data)
{
    struct arena arena = {0};
    struct document document;
    bool fine;

    document_start(&document, &arena);
    leidraad_zonder_dossier(&w->leidraad, &arena, &document);
    fine = w->form->blocks(data, &document);
    arena_free(&arena);
    return fine;
}

static bool names_dossiers(const struct session *s)
{
    return s->cli.operand_count || s->dossier || s->all;
}

static bool reads_dossiers(const struct session *s, const struct wishes *w)
{
    return !w->leidraad.voor[VOOR_FASE].n || names_dossiers(s);
}

/* Standard input can be one thing: the texts, or the dossiers. */
static void check_standard_input(struct session *s, const struct wishes *w)
{
    bool dossiers = reads_dossiers(s, w) && !names_dossiers(s);

    for (size_t i = 0; i < s->cli.operand_count; i++)
        dossiers = dossiers || !strcmp(s->cli.operands[i], "-");
    if (dossiers && w->file && !strcmp(w->file, "-"))
        session_wrong(s, "de standaardinvoer kan maar een ding zijn, en nu is hij zowel het "
                         "dossier als --leidraad=-. Noem een bestand");
}

static void print_answer(struct session *s, struct wishes *w)
{
    struct facts facts;
    struct head head = {.name = "leidraad",
                        .title = "Voorbereiding van het volgende gesprek",
                        .facts = facts.pairs};
    bool dossiers = reads_dossiers(s, w), fine;
    void *data;

    session_facts(s, &facts);
    head.fact_count = dossiers ? facts.count : 0;
    if (dossiers)
        session_read(s, 0, false);
    blad_start(&w->leidraad.blad, s->schema, s->today);
    w->leidraad.gegevens = &w->texts;
    fine = w->form->begin(&data, &s->out, &head);
    fine = fine && (dossiers ? print_dossiers(s, w, data) : print_phase(w, data));
    w->form->end(data, fine && s->diag.status == STATUS_OK);
}

static void run(struct session *s, struct wishes *w)
{
    if (!strcmp(s->cli.verb->name, "gegevens")) {
        if (s->cli.operand_count)
            session_wrong(s, "bij gegevens hoort geen bestand");
        out_string(&s->out, leidraad_ingebouwd);
        return;
    }
    session_no_outsiders(s, "een voorbereiding is alleen voor wie het gesprek voert");
    check_standard_input(s, w);
    if (read_texts(s, w)) {
        check_domains(s, w);
        print_answer(s, w);
    }
}

int main(int argc, char **argv)
{
    struct wishes w = {.form = &form_text};
    const struct option own_options[] = {
        {"fase", 0, "FASE", "deze fase (anders: die van het dossier)",
         choices_of(&w.choices[VOOR_FASE], "Gesprek", "Fase"), "-"},
        {"werkveld", 0, "WERKVELD", "dit werkveld (anders: dat van de melding)",
         choices_of(&w.choices[VOOR_WERKVELD], "Melding", "Werkveld"), "-"},
        {"kader", 0, "KADER", "deze wet of regeling (anders: die van de melding)",
         choices_of(&w.choices[VOOR_KADER], "Melding", "Kader"), "-"},
        {"domein", 0, "DOMEINEN", "vragen over deze delen van het leven, met komma's ertussen",
         NULL, "-"},
        {"leidraad", 0, "BESTAND", "eigen teksten, in plaats van de ingebouwde", NULL, "-"},
        {"formaat", 0, "VORM", "de vorm van het antwoord", "tekst html", "-"},
        {0}};
    const struct option *const options[] = {own_options, options_for_all, NULL};
    const struct option_set sets[] = {{options_for_readers, "-"}, {0}};
    const struct command command = {"gesprek-leidraad",
                                    "bereidt het volgende gesprek voor",
                                    verbs,
                                    options,
                                    examples,
                                    NULL,
                                    sets};
    struct session s;
    struct argument a;

    leidraad_start(&w.leidraad);
    session_start(&s, &command, argc, argv);
    while (session_next(&s, &a))
        take_option(&w, &a);
    run(&s, &w);
    leidraad_free(&w.texts);
    buffer_free(&w.path);
    buffer_free(&w.content);
    buffer_free(&w.domains);
    for (size_t i = 0; i < sizeof w.choices / sizeof *w.choices; i++)
        buffer_free(&w.choices[i]);
    return session_end(&s);
}
