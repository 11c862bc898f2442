/* gesprek-intake: from a melding to a dossier. See gesprek-intake(1). */
#include "base/text.h"
#include "domain/intakeblad.h"
#include "journal/intake_csv.h"
#include "journal/edit.h"
#include "journal/intake_new.h"
#include "output/form.h"

#include <stdlib.h>
#include <string.h>

static const struct verb verbs[] = {
    {"nieuw", "[--veld=WAARDE ...] [MAP]",
     "maakt een dossier van een melding; zonder velden stelt het de vragen aan de terminal",
     "Melding Client Werkafspraak Gesprek Domein Recht"},
    {"csv", "BESTAND", "maakt van elke rij van een CSV-bestand een dossier", NULL},
    {"bevestiging", "[BESTAND | MAP | -]...", "voor de cliënt: de melding is binnen, en wat nu",
     NULL},
    {"welkomstblad", "[BESTAND | MAP | -]...",
     "voor de cliënt: wie helpt u, en wat mag u verwachten", NULL},
    {0}};

static const char sheets[] = "bevestiging welkomstblad";

static const struct option own_options[] = {
    {"map", 0, "MAP", "de map voor de nieuwe dossiers (anders: $GESPREK_DOSSIERS)", NULL, "csv"},
    {"kolommen", 0, "BESTAND", "welke kolom welk veld is, een regel per kolom", NULL, "csv"},
    {"sjabloon", 0, NULL, "print een leeg sjabloon met de vragen", NULL, "nieuw"},
    {"ingevuld", 0, "BESTAND", "lees een ingevuld sjabloon", NULL, "nieuw"},
    {"proef", 0, NULL, "kijk alles na en zeg wat er gemaakt zou worden, maar maak niets", NULL,
     "csv"},
    {"formaat", 0, "VORM", "de vorm van het blad", "tekst html", sheets},
    {0}};

static const struct option *const options[] = {own_options, options_for_all, NULL};

static const struct option_set sets[] = {{options_for_opening, "nieuw"},
                                         {options_for_importing, "csv"},
                                         {options_for_readers, sheets},
                                         {0}};

static const char *const examples[] = {
    "gesprek-intake nieuw -i dossiers",
    "gesprek-intake nieuw --sjabloon > intake.txt",
    "gesprek-intake nieuw --ingevuld=intake.txt -i dossiers",
    "gesprek-intake csv --proef meldingen.csv",
    "gesprek-intake csv --kolommen=kolommen.txt --map=dossiers meldingen.csv",
    "gesprek-intake bevestiging --formaat=html --uit=bevestiging.html 2026-0017.rec",
    NULL};

static const struct command command = {"gesprek-intake",
                                       "van een melding naar een dossier",
                                       verbs,
                                       options,
                                       examples,
                                       schema_groups,
                                       sets};

/* What the options of this command ask for. */
struct wishes {
    const char *directory, *mapping;
    const char *format; /* NULL: tekst */
    bool trial, template_only;
    struct intake_new_wishes opening;
};

static void take_option(struct wishes *w, const struct argument *a)
{
    struct intake_new_wishes *o = &w->opening;

    if (!a->option) {
        mem_grow(&o->fields, &o->capacity, o->count + 1, sizeof *o->fields);
        o->fields[o->count++] = *a;
    } else if (!strcmp(a->option->name, "sjabloon"))
        w->template_only = true;
    else if (!strcmp(a->option->name, "ingevuld"))
        o->filled_in = a->value;
    else if (!strcmp(a->option->name, "map"))
        w->directory = a->value;
    else if (!strcmp(a->option->name, "kolommen"))
        w->mapping = a->value;
    else if (!strcmp(a->option->name, "formaat"))
        w->format = a->value;
    else
        w->trial = true;
}

static void run_csv(struct session *s, const struct wishes *w)
{
    struct intake_csv_wishes wishes = {.mapping = w->mapping, .trial = w->trial};

    if (s->cli.operand_count != 1)
        session_wrong(s, "noem een CSV-bestand");
    if (!w->directory && !getenv("GESPREK_DOSSIERS"))
        session_wrong(s, "zeg met --map waar de dossiers komen, of zet het in GESPREK_DOSSIERS");
    wishes.path = s->cli.operands[0];
    wishes.directory = w->directory ? w->directory : session_directory(s);
    intake_csv(s, &wishes);
}

/* ---- sheets for the client ---- */

static void say_unknown(struct session *s, const struct thing *melding)
{
    diag_at(&s->diag, SEVERITY_NOTE, STATUS_OK, melding->latest->place, "client-weet-niet",
            "volgens de melding weet de cliënt hier niet van. Bespreek dat voor u het blad geeft");
}

/* False: this dossier has no such sheet. */
static bool make_sheet(struct session *s, const struct blad *b, struct dossier *d,
                       struct document *document)
{
    const struct thing *unknown = bevestiging_unknown(b, d), *mind;

    if (!strcmp(s->cli.verb->name, "welkomstblad"))
        mind = welkomstblad_document(b, d, document);
    else if (!bevestiging_document(b, d, document, &mind))
        return false;
    if (unknown)
        say_unknown(s, unknown);
    blad_say_mind(&s->diag, mind, "Geef het blad zelf");
    return true;
}

static bool print_each(struct session *s, const struct form *form, void *data)
{
    struct document document = {0};
    struct dossier *d;
    struct blad b;
    size_t sheets_made = 0;
    bool fine = true;

    blad_start(&b, s->schema, s->today);
    while (fine && (d = reader_next(s->reader))) {
        document_start(&document, &d->arena);
        if (!make_sheet(s, &b, d, &document))
            continue;
        sheets_made++;
        fine = form->blocks(data, &document);
    }
    if (!sheets_made && reader_given(s->reader))
        diag_say(&s->diag, SEVERITY_ERROR, STATUS_NO, "geen-melding",
                 "er is nog geen melding genoteerd. Noteer er een met gesprek-noteer nieuw "
                 "Melding");
    return fine;
}

static void print_sheets(struct session *s, const struct form *form)
{
    struct facts facts;
    struct head head = {.name = "intake", .facts = facts.pairs};
    void *data = NULL;
    bool fine;

    session_no_outsiders(s, "dit blad is voor de cliënt");
    session_read(s, 0, false);
    session_facts(s, &facts);
    head.fact_count = facts.count - 1; /* a sheet says its own day */
    fine = form->begin(&data, &s->out, &head) && print_each(s, form, data);
    reader_report(s->reader, STATUS_NO);
    form->end(data, fine && s->diag.status == STATUS_OK);
}

int main(int argc, char **argv)
{
    struct session s;
    struct argument a;
    struct wishes w = {0};

    session_start(&s, &command, argc, argv);
    while (session_next(&s, &a))
        take_option(&w, &a);
    if (w.template_only)
        intake_new_template(&s);
    else if (!strcmp(s.cli.verb->name, "nieuw"))
        intake_new(&s, &w.opening);
    else if (!strcmp(s.cli.verb->name, "csv"))
        run_csv(&s, &w);
    else
        print_sheets(&s, w.format && !strcmp(w.format, "html") ? &form_html : &form_text);
    free(w.opening.fields);
    return session_end(&s);
}
