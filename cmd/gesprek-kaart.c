/* gesprek-kaart: the sociale kaart: who can help, with what, and where. See gesprek-kaart(1). */
#include "base/text.h"
#include "domain/hsds.h"
#include "domain/kaart_blad.h"
#include "domain/kaart_lacunes.h"
#include "domain/kaart_noteer.h"
#include "journal/edit.h"
#include "journal/session.h"
#include "journal/store_new.h"
#include "journal/template.h"
#include "output/form.h"

#include <stdlib.h>
#include <string.h>

static const char answering[] = "zoek toon verouderd check", reading[] = "lacunes",
                  making[] = "nieuw dienst contact convenant",
                  writing[] = "nieuw dienst contact convenant wijzig import";

static const struct verb verbs[] = {
    {"zoek", "[KAART]...", "wie kan helpen: naar nood, deel van het leven, doelgroep of gebied",
     NULL},
    {"toon", "SLEUTEL [KAART]...", "een organisatie, dienst of persoon, met wat erbij hoort", NULL},
    {"nieuw", "[--veld=WAARDE ...] [KAART]", "zet een organisatie op de kaart", "Organisatie"},
    {"dienst", "[--veld=WAARDE ...] [KAART]", "zet een dienst van een organisatie op de kaart",
     "Dienst"},
    {"contact", "[--veld=WAARDE ...] [KAART]",
     "zet iemand van een organisatie of dienst op de kaart", "Contact"},
    {"convenant", "[--veld=WAARDE ...] [KAART]", "zet een afspraak tussen organisaties op de kaart",
     "Convenant"},
    {"wijzig", "KEY [--veld=WAARDE ...] [KAART]", "wijzigt een record op zijn plaats", NULL},
    {"verouderd", "[KAART]...", "wat lang niet is nagekeken", NULL},
    {"lacunes", "[BESTAND | MAP | -]...",
     "waar in dossiers iemand voor nodig is, en niemand op de kaart staat", NULL},
    {"check", "[KAART]...", "kijkt de kaart na", NULL},
    {"import", "[KAART]", "leest CSV-bestanden van Open Referral (HSDS) in de kaart", NULL},
    {"export", "[KAART]...", "schrijft de kaart als CSV-bestanden van Open Referral (HSDS)", NULL},
    {0}};

static const struct option own_options[] = {
    {"nood", 0, "WOORDEN", "een deel van het leven, of gewone woorden", NULL, "zoek"},
    {"domein", 0, "WOORD", "helpt bij dit deel van het leven, zoals wonen", NULL, "zoek"},
    {"groep", 0, "WOORDEN", "is voor deze mensen", NULL, "zoek"},
    {"plaats", 0, "WOORDEN", "werkt in dit gebied", NULL, "zoek"},
    {"ouder-dan", 0, "TIJD", "niet nagekeken sinds zo lang, zoals 6m of 1j (1j)", NULL,
     "verouderd"},
    {"kaart", 0, "KAART", "de sociale kaart (anders: GESPREK_KAART)", NULL, reading},
    {"map", 0, "MAP", "de map met de CSV-bestanden", NULL, "import export"},
    {"formaat", 0, "VORM", "de vorm van het antwoord; csv is er niet bij toon", "tekst html csv",
     "zoek toon verouderd lacunes"},
    {"sleutel", 0, "SLEUTEL", "de sleutel (anders: uit de naam)", NULL, making},
    {"sjabloon", 0, NULL, "print een leeg sjabloon met de vragen", NULL, making},
    {"ingevuld", 0, "BESTAND", "lees een ingevuld sjabloon", NULL, making},
    {0}};

static const struct option *const options[] = {own_options, options_for_all, NULL};

static const struct option_set sets[] = {{options_for_answers, answering},
                                         {options_for_readers, reading},
                                         {options_for_loose, writing},
                                         {0}};

static const char *const examples[] = {
    "gesprek-kaart zoek --nood=schulden --plaats=Nieuwegein kaart.rec",
    "gesprek-kaart nieuw --naam='Zes Sleutels' --levensdomein=wonen -i kaart.rec",
    "gesprek-kaart contact --bij=zes-sleutels --naam='Aleid Prins' --telefoon=0301234567 -i "
    "kaart.rec",
    "gesprek-kaart verouderd --ouder-dan=6m kaart.rec",
    "gesprek-kaart lacunes --kaart=kaart.rec dossiers/",
    "gesprek-kaart import --map=hsds -i kaart.rec",
    NULL};

/* The configuration and the worker's own file stand outside dossiers too, and not on the kaart. */
static struct option_group *groups_of_kaart(struct arena *arena, size_t *count)
{
    size_t all, kept = 0;
    struct option_group *groups = schema_groups_outside(arena, &all);

    for (size_t i = 0; i < all; i++)
        if (text_has_word("Organisatie Dienst Contact Convenant", text_of(groups[i].word)))
            groups[kept++] = groups[i];
    *count = kept;
    return groups;
}

static const struct command command = {"gesprek-kaart",
                                       "de sociale kaart: wie kan helpen, waarmee en waar",
                                       verbs,
                                       options,
                                       examples,
                                       groups_of_kaart,
                                       sets};

/* What the options ask for. */
struct wishes {
    const struct form *form;
    struct kaart_vraag vraag;
    const char *age;   /* --ouder-dan */
    const char *kaart; /* --kaart */
    struct kaart_wens noteer;
    bool template_only;
};

static const struct form *form_named(const char *name)
{
    return !strcmp(name, "html") ? &form_html : !strcmp(name, "csv") ? &form_csv : &form_text;
}

static void take_field(struct kaart_wens *w, const struct argument *a)
{
    mem_grow(&w->fields, &w->capacity, w->count + 1, sizeof *w->fields);
    w->fields[w->count++] = *a;
}

static void take_option(struct wishes *w, const struct argument *a)
{
    const char *name = a->option ? a->option->name : "";

    if (!a->option)
        take_field(&w->noteer, a);
    else if (!strcmp(name, "nood"))
        w->vraag.nood = text_of(a->value);
    else if (!strcmp(name, "domein"))
        w->vraag.levensdomein = text_of(a->value);
    else if (!strcmp(name, "groep"))
        w->vraag.doelgroep = text_of(a->value);
    else if (!strcmp(name, "plaats"))
        w->vraag.gebied = text_of(a->value);
    else if (!strcmp(name, "ouder-dan"))
        w->age = a->value;
    else if (!strcmp(name, "kaart"))
        w->kaart = a->value;
    else if (!strcmp(name, "map"))
        w->noteer.directory = a->value;
    else if (!strcmp(name, "sleutel"))
        w->noteer.key = a->value;
    else if (!strcmp(name, "sjabloon"))
        w->template_only = true;
    else if (!strcmp(name, "ingevuld"))
        w->noteer.filled_in = a->value;
    else
        w->form = form_named(a->value);
}

/* ---- answers ---- */

static bool is_table(const struct wishes *w)
{
    return w->form == &form_csv;
}

static void print_document(struct session *s, const struct wishes *w, struct head *head,
                           const struct document *document)
{
    void *data;
    bool fine = w->form->begin(&data, &s->out, head) && w->form->blocks(data, document);

    w->form->end(data, fine && (s->diag.status == STATUS_OK || s->diag.status == STATUS_NO));
}

static void say_nothing_found(struct session *s)
{
    diag_say(&s->diag, SEVERITY_NOTE, STATUS_NO, "niets-gevonden",
             "hier past niemand bij die op de kaart staat. Vraag minder, of zet erbij wie u kent");
}

static bool zoek(struct session *s, const struct wishes *w, const struct kaart *k,
                 struct arena *arena, struct document *document)
{
    const struct kaart_vraag *v = &w->vraag;

    if (!text_trim(v->nood).n && !text_trim(v->levensdomein).n && !text_trim(v->doelgroep).n &&
        !text_trim(v->gebied).n)
        session_wrong(s, "zeg wat u zoekt, bijvoorbeeld --nood=schulden of --plaats=Utrecht");
    if (!kaart_zoek(k, v, is_table(w), arena, document))
        say_nothing_found(s);
    return true;
}

static bool toon(struct session *s, const struct kaart *k, struct arena *arena,
                 struct document *document)
{
    const struct kaart_item *item = kaart_find(k, text_of(s->cli.operands[0]));
    char key[QUOTE_SIZE];

    if (item && item->soort != KAART_ANDERS) {
        kaart_toon(k, item, s->today, arena, document);
        return true;
    }
    diag_say(&s->diag, SEVERITY_ERROR, STATUS_NO, "niet-op-kaart",
             "%s staat niet op deze kaart. Zoek de sleutel met gesprek-kaart zoek",
             quote(text_of(s->cli.operands[0]), key));
    return false;
}

/* `6m` ago. */
static date since(struct session *s, const char *age)
{
    struct buffer b = {0};
    date day;

    buffer_format(&b, "-%s", age ? age : "1j");
    day = date_parse_relative(buffer_view(&b), s->today);
    buffer_free(&b);
    if (day == DATE_NONE || day > s->today)
        session_wrong(s, "--ouder-dan: geef een aantal dagen, weken, maanden of jaren: 10d, 4w, 6m "
                         "of 1j");
    return day;
}

static void check_usage(struct session *s, const struct wishes *w)
{
    if (!strcmp(s->cli.verb->name, "toon")) {
        if (!s->cli.operand_count)
            session_wrong(s, "noem de sleutel, bijvoorbeeld zes-sleutels");
        if (is_table(w))
            session_wrong(s, "csv is er niet bij toon; kies tekst of html");
    }
}

static void answer(struct session *s, const struct wishes *w)
{
    struct kaart k = {.schema = s->schema, .diag = &s->diag};
    struct head head = {
        .name = "kaart", .columns = kaart_kolommen, .column_count = kaart_kolom_aantal};
    struct arena arena = {0};
    struct document document;
    const char *verb = s->cli.verb->name;
    date day = since(s, w->age);
    bool fine = kaart_open(&k, s, !strcmp(verb, "toon") ? 1 : 0, NULL);

    document_start(&document, &arena);
    if (fine && !strcmp(verb, "zoek"))
        fine = zoek(s, w, &k, &arena, &document);
    else if (fine && !strcmp(verb, "toon"))
        fine = toon(s, &k, &arena, &document);
    else if (fine)
        kaart_verouderd(&k, day, is_table(w), &arena, &document);
    if (!is_table(w))
        head.column_count = 0;
    if (fine)
        print_document(s, w, &head, &document);
    kaart_free(&k);
    arena_free(&arena);
}

static void lacunes(struct session *s, const struct wishes *w)
{
    struct kaart k = {.schema = s->schema, .diag = &s->diag};
    struct facts facts;
    struct head head = {.name = "lacunes",
                        .columns = lacunes_kolommen,
                        .column_count = is_table(w) ? lacunes_kolom_aantal : 0,
                        .facts = facts.pairs};
    struct arena arena = {0};
    struct document document;
    struct lacunes *l;
    struct dossier *d;

    if (!w->kaart && !getenv("GESPREK_KAART"))
        session_wrong(s, "noem de sociale kaart met --kaart, of zet GESPREK_KAART");
    session_no_outsiders(s, "deze lijst komt uit alle dossiers, en is voor de eigen organisatie");
    session_read(s, 0, false);
    session_facts(s, &facts);
    head.fact_count = facts.count;
    document_start(&document, &arena);
    if (kaart_open(&k, s, 0, w->kaart ? w->kaart : getenv("GESPREK_KAART"))) {
        l = lacunes_open(&k, s->schema, s->today);
        while ((d = reader_next(s->reader)))
            lacunes_dossier(l, d);
        reader_report(s->reader, STATUS_NO);
        lacunes_document(l, is_table(w), &arena, &document);
        if (!is_table(w))
            document_note(&document, TEXT("Intern: uit dossiers. Zet in een signaal nooit een "
                                          "naam."));
        print_document(s, w, &head, &document);
        lacunes_close(l);
    }
    kaart_free(&k);
    arena_free(&arena);
}

/* ---- check ---- */

static void check(struct session *s)
{
    struct kaart k = {.schema = s->schema, .diag = &s->diag, .findings = true};
    struct buffer line = {0};

    s->diag.answer = &s->out;
    if (kaart_open(&k, s, 0, NULL)) {
        kaart_nakijken(&k);
        buffer_format(&line, "%zu records nagekeken, %u fouten, %u aandachtspunten\n",
                      kaart_size(&k), s->diag.errors, s->diag.findings);
        out_text(&s->out, buffer_view(&line));
    }
    buffer_free(&line);
    kaart_free(&k);
}

/* ---- export ---- */

static bool write_table(struct store_batch *b, const char *name, const struct head *head,
                        const struct document *document)
{
    struct out out = {.fd = -1, .hold = true};
    void *data;
    bool fine = form_csv.begin(&data, &out, head) && form_csv.blocks(data, document);

    fine = form_csv.end(data, fine) && fine && store_batch_add(b, name, buffer_view(&out.pending));
    out_drop(&out);
    return fine;
}

static void write_tables(struct session *s, const struct kaart *k, struct store_batch *b)
{
    struct hsds_out *out = hsds_out_open(k);
    struct document document = {0};
    struct buffer names = {0};
    struct head head;
    const char *name;
    bool fine = true;

    while (fine && hsds_out_next(out, &name, &head, &document)) {
        fine = store_batch_is_new(b, name) && write_table(b, name, &head, &document);
        buffer_format(&names, "%s\n", name);
    }
    if (fine && store_batch_commit(b) && s->diag.status == STATUS_OK)
        out_text(&s->out, buffer_view(&names));
    buffer_free(&names);
    hsds_out_close(out);
}

static void export(struct session *s, const struct wishes *w)
{
    struct kaart k = {.schema = s->schema, .diag = &s->diag};
    struct store_batch *b;

    if (!w->noteer.directory)
        session_wrong(s, "zeg met --map in welke map de CSV-bestanden moeten");
    if (kaart_open(&k, s, 0, NULL) && !k.failed) {
        b = store_batch_open(w->noteer.directory, s->wait_seconds, &s->diag);
        if (b)
            write_tables(s, &k, b);
        store_batch_close(b);
    }
    kaart_free(&k);
}

static void print_template(struct session *s)
{
    struct buffer text = {0};

    template_write(schema_type(s->schema, text_of(s->cli.verb->types)), &text);
    out_text(&s->out, buffer_view(&text));
    buffer_free(&text);
}

int main(int argc, char **argv)
{
    struct session s;
    struct argument a;
    struct wishes w = {.form = &form_text};
    const char *verb;

    session_start(&s, &command, argc, argv);
    while (session_next(&s, &a))
        take_option(&w, &a);
    verb = s.cli.verb->name;
    check_usage(&s, &w);
    if (w.template_only)
        print_template(&s);
    else if (s.cli.verb->types)
        kaart_noteer_nieuw(&s, &w.noteer);
    else if (!strcmp(verb, "wijzig"))
        kaart_noteer_wijzig(&s, &w.noteer);
    else if (!strcmp(verb, "import"))
        kaart_noteer_import(&s, &w.noteer);
    else if (!strcmp(verb, "export"))
        export(&s, &w);
    else if (!strcmp(verb, "lacunes"))
        lacunes(&s, &w);
    else if (!strcmp(verb, "check"))
        check(&s);
    else
        answer(&s, &w);
    free(w.noteer.fields);
    return session_end(&s);
}
