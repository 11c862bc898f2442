/* gesprek-nazorg: what is due after the last conversation and before the next, so that nobody falls
 * out of sight. See gesprek-nazorg(1). */
#include "base/text.h"
#include "domain/nazorg_blad.h"
#include "domain/nazorg_schrijf.h"
#include "journal/edit.h"
#include "output/form.h"

#include <stdlib.h>
#include <string.h>

static const char writing[] = "plan contact niet-bereikt afsluiten",
                  keyed[] = "contact niet-bereikt", filled[] = "plan contact afsluiten",
                  sheets_for_client[] = "reminderblad afsluitblad",
                  reading[] = "reminderblad afsluitblad";

static const struct verb verbs[] = {
    {"plan", "[--veld=WAARDE ...] [BESTAND]",
     "plant een moment waarop u weer contact zoekt, of een reeks", "Nazorg"},
    {"contact", "KEY [--veld=WAARDE ...] [BESTAND]",
     "noteert een contact in de nazorg, en zegt wanneer het volgende is",
     "Gesprek Stap Domein Recht"},
    {"niet-bereikt", "KEY [BESTAND]",
     "noteert dat u de cliënt niet bereikte, en zegt wat nu te doen", NULL},
    {"afsluiten", "[--veld=WAARDE ...] [BESTAND]",
     "noteert wat de cliënt ervan vond, de afsluiting en de nazorg in een keer",
     "Evaluatie Afsluiting Nazorg"},
    {"reminderblad", "[BESTAND | MAP | -]...",
     "voor de cliënt: mijn afspraken, wie contact zoekt, en wie ik kan bellen", NULL},
    {"afsluitblad", "[BESTAND | MAP | -]...",
     "voor de cliënt: wat ik kan, waar ik op let, en wie ik kan bellen", NULL},
    {0}};

static const struct option own_options[] = {
    {"sjabloon", 0, NULL, "print een leeg sjabloon met de vragen", NULL, filled},
    {"ingevuld", 0, "BESTAND", "lees een ingevuld sjabloon", NULL, filled},
    {"formaat", 0, "VORM", "de vorm van het blad", "tekst html", sheets_for_client},
    {0}};

static const struct option *const options[] = {own_options, options_for_all, NULL};

static const struct option_set sets[] = {
    {options_for_readers, reading}, {options_for_writers, writing}, {0}};

static const char *const examples[] = {
    "gesprek-nazorg plan --soort=bellen --uiterlijk=+4w --herhaal=4w --einde=+6m -i 2026-0017.rec",
    "gesprek-nazorg contact N1 --samenvatting=@- -i 2026-0017.rec",
    "gesprek-nazorg niet-bereikt N1 -i 2026-0017.rec",
    "gesprek-nazorg afsluiten --ingevuld=einde.txt -i 2026-0017.rec",
    "gesprek-nazorg reminderblad --formaat=html --uit=niet-vergeten.html 2026-0017.rec",
    NULL};

static const struct command command = {"gesprek-nazorg",
                                       "wat er te doen staat, zodat niemand uit beeld raakt",
                                       verbs,
                                       options,
                                       examples,
                                       schema_groups,
                                       sets};

/* What the options ask for. */
struct wishes {
    const struct form *form;
    struct nazorg_wishes notes;
    bool template_only; /* --sjabloon */
};

static void take_option(struct wishes *w, const struct argument *a)
{
    const char *name = a->option ? a->option->name : "";

    if (!a->option) {
        mem_grow(&w->notes.fields, &w->notes.capacity, w->notes.count + 1, sizeof *w->notes.fields);
        w->notes.fields[w->notes.count++] = *a;
    } else if (!strcmp(name, "sjabloon"))
        w->template_only = true;
    else if (!strcmp(name, "ingevuld"))
        w->notes.filled_in = a->value;
    else
        w->form = strcmp(a->value, "html") ? &form_text : &form_html;
}

/* The key, where the verb has one. Returns the number of the first operand that is a file. */
static size_t take_key(struct session *s, struct wishes *w)
{
    if (!text_has_word(keyed, text_of(s->cli.verb->name)) || w->template_only)
        return 0;
    if (!s->cli.operand_count || !schema_key_good(text_of(s->cli.operands[0])))
        session_wrong(s, "noem een sleutel, bijvoorbeeld N1");
    w->notes.key = text_of(s->cli.operands[0]);
    return 1;
}

/* ---- the sheets for the client ---- */

static const struct sheet {
    const char *verb;
    nazorg_document *make;
    const char *none;
} sheets[] = {
    {"reminderblad", nazorg_reminderblad,
     "er is geen afspraak of nazorg die nog komt. Maak een afspraak met gesprek-verslag, of plan "
     "nazorg met gesprek-nazorg plan"},
    {"afsluitblad", nazorg_afsluitblad,
     "er is nog niets afgesloten. Doe dat met gesprek-nazorg afsluiten"},
};

static const struct sheet *sheet_of(const struct session *s)
{
    const struct sheet *sheet = sheets;

    while (strcmp(sheet->verb, s->cli.verb->name))
        sheet++;
    return sheet;
}

/* What only the worker has to know. */
static void say_mind(struct session *s, const struct blad *b, struct dossier *d)
{
    const struct thing *left_out = nazorg_weggelaten(b, d);

    blad_say_mind(&s->diag, blad_mind(b, d), "Geef het blad zelf");
    if (left_out)
        diag_at(&s->diag, SEVERITY_NOTE, STATUS_OK, left_out->latest->place, "niet-op-blad",
                "wie de cliënt kon bellen staat nu als overleden, gespannen, onveilig of "
                "verbroken, en staat dus niet op het blad. Bespreek wie er nu is");
}

static bool make_sheets(struct session *s, const struct form *form, void *data)
{
    const struct sheet *sheet = sheet_of(s);
    struct document document;
    struct dossier *d;
    struct blad b;
    size_t made = 0;
    bool fine = true;

    blad_start(&b, s->schema, s->today);
    while (fine && (d = reader_next(s->reader))) {
        document_start(&document, &d->arena);
        if (!sheet->make(&b, d, &document))
            continue;
        made++;
        say_mind(s, &b, d);
        fine = form->blocks(data, &document);
    }
    if (!made && reader_given(s->reader))
        diag_say(&s->diag, SEVERITY_ERROR, STATUS_NO, "geen-blad", "%s", sheet->none);
    return fine;
}

/* A sheet says its own day; what it rests on besides stands above it. */
static void print_sheets(struct session *s, const struct wishes *w)
{
    struct facts facts;
    struct head head = {.name = "nazorg", .facts = facts.pairs, .large = true};
    void *data;
    bool fine;

    session_no_outsiders(s, "dit blad is voor de cliënt");
    session_read(s, 0, false);
    session_facts(s, &facts);
    head.fact_count = facts.count - 1;
    fine = w->form->begin(&data, &s->out, &head) && make_sheets(s, w->form, data);
    reader_report(s->reader, STATUS_NO);
    w->form->end(data, fine && s->diag.status == STATUS_OK);
}

/* Each verb that reads, and what prints its answer. */
static const struct reading {
    const char *verb;
    void (*print)(struct session *s, const struct wishes *w);
} readers[] = {{"reminderblad", print_sheets}, {"afsluitblad", print_sheets}, {0}};

/* NULL: the verb of the session writes. */
static const struct reading *reader_of(const struct session *s)
{
    for (const struct reading *r = readers; r->verb; r++)
        if (!strcmp(r->verb, s->cli.verb->name))
            return r;
    return NULL;
}

int main(int argc, char **argv)
{
    struct session s;
    struct argument a;
    struct wishes w = {.form = &form_text};
    size_t first;

    session_start(&s, &command, argc, argv);
    while (session_next(&s, &a))
        take_option(&w, &a);
    first = take_key(&s, &w);
    if (w.template_only)
        nazorg_sjabloon(&s);
    else if (reader_of(&s))
        reader_of(&s)->print(&s, &w);
    else
        nazorg_schrijf(&s, &w.notes, first);
    free(w.notes.fields);
    return session_end(&s);
}
