#include "domain/intakeblad.h"
#include "base/text.h"

static const struct type *type_of(const struct blad *b, const char *name)
{
    return schema_type(b->schema, text_of(name));
}

static void add_line(struct dossier *d, struct document *document, struct buffer *line)
{
    document_text(document, blad_kept(d, line));
}

/* ---- who the coach is: on both sheets ---- */

static void add_coach(const struct blad *b, struct dossier *d, struct document *document)
{
    const struct thing *melding = blad_last_with(b, d, b->names.melding, "Begeleider"),
                       *agreed = blad_last_with(b, d, type_of(b, "Werkafspraak"), "Bereikbaar");

    document_heading(document, 2, TEXT("Uw begeleider"));
    if (melding)
        document_pair(document, 0, "Naam", blad_value(b, d, melding, "Begeleider"));
    else
        document_text(document, TEXT("Wie uw begeleider wordt, hoort u nog van ons."));
    if (agreed)
        document_pair(document, 0, "Bereikbaar", blad_value(b, d, agreed, "Bereikbaar"));
    else if (melding)
        document_text(document, TEXT("Vraag gerust hoe en wanneer u uw begeleider kunt bereiken."));
}

/* ---- the receipt ---- */

static void add_question(const struct blad *b, struct dossier *d, const struct thing *melding,
                         struct document *document)
{
    struct text via = blad_value(b, d, melding, "Via");
    bool by_client = !via.n || text_is_string(via, "zelf");
    struct buffer line = {0};

    buffer_string(&line, "Op ");
    buffer_text(&line, blad_day(d, melding->opening->op, false));
    buffer_string(&line, by_client ? " hebben wij uw melding gekregen. Fijn dat u het laat weten."
                                   : " hebben wij een melding voor u gekregen.");
    add_line(d, document, &line);
    buffer_free(&line);
    document_heading(document, 2, TEXT("Uw vraag"));
    document_text(document, blad_value(b, d, melding, "Vraag"));
    document_text(document, TEXT("Staat het er anders dan u het bedoelt? Zeg het ons."));
}

static void add_next(struct document *document)
{
    document_heading(document, 2, TEXT("Wat er nu gebeurt"));
    document_text(document, TEXT("We maken een afspraak met u voor een gesprek. Daarin kijken we "
                                 "samen wat u nodig hebt en wat u zelf wilt. U mag iemand "
                                 "meenemen."));
}

/* Wmo 2015, art. 2.3.2 lid 2: the client may hand over a plan within seven days of the melding. */
static void add_plan(const struct blad *b, struct dossier *d, const struct thing *melding,
                     struct document *document)
{
    date last = date_add_days(melding->opening->op, 7);
    struct buffer line = {0};

    document_heading(document, 2, TEXT("U mag een eigen plan maken"));
    document_text(document, TEXT("In een persoonlijk plan schrijft u zelf op welke hulp bij u "
                                 "past. Het hoeft niet, het mag."));
    if (last >= b->today) {
        buffer_string(&line, "U hebt daar zeven dagen voor. Geef het ons uiterlijk op ");
        buffer_text(&line, blad_day(d, last, true));
        buffer_string(&line, ". Wij kijken er dan naar voor we verder gaan.");
    } else {
        buffer_string(&line, "Daar waren zeven dagen voor, tot en met ");
        buffer_text(&line, blad_day(d, last, true));
        buffer_string(&line, ". Hebt u nog ideeën? Vertel ze in het gesprek.");
    }
    add_line(d, document, &line);
    buffer_free(&line);
}

/* Wmo 2015, art. 2.3.2 lid 3: before the onderzoek the college points the client and the
 * mantelzorger to free cliëntondersteuning. */
static void add_support(struct document *document)
{
    document_heading(document, 2, TEXT("Gratis hulp van iemand die naast u staat"));
    document_text(document, TEXT("U kunt iemand vragen die met u meedenkt en die meegaat naar het "
                                 "gesprek. Dat heet cliëntondersteuning. Het is gratis. Ook wie "
                                 "thuis voor u zorgt, kan er hulp vragen. Wilt u dit? Zeg het ons, "
                                 "dan vertellen we waar u terecht kunt."));
}

/* The Wmo 2015 is Dutch law: a code of four digits is a Dutch gemeente, one of five is Flemish. */
static bool under_wmo(const struct blad *b, struct dossier *d, const struct thing *melding)
{
    return text_is_string(blad_value(b, d, melding, "Kader"), "wmo") &&
           text_trim(blad_value(b, d, melding, "Gemeente")).n == 4;
}

bool bevestiging_document(const struct blad *b, struct dossier *d, struct document *document,
                          const struct thing **mind)
{
    const struct thing *melding = blad_last(d, b->names.melding);

    if (!melding)
        return false;
    *mind = blad_begin(b, d, "De melding is binnen", document);
    add_question(b, d, melding, document);
    add_next(document);
    if (under_wmo(b, d, melding)) {
        add_plan(b, d, melding, document);
        add_support(document);
    }
    add_coach(b, d, document);
    blad_end(b, document);
    return true;
}

const struct thing *bevestiging_unknown(const struct blad *b, struct dossier *d)
{
    const struct thing *melding = blad_last(d, b->names.melding);
    bool unknown = melding && text_is_string(blad_value(b, d, melding, "Client_weet_ervan"), "nee");

    return unknown ? melding : NULL;
}

/* ---- the welcome ---- */

static void add_list(const struct blad *b, struct dossier *d, const char *heading, const char *name,
                     const char *otherwise, struct document *document)
{
    const struct thing *t = blad_last_with(b, d, type_of(b, "Werkafspraak"), name);
    struct text value;
    size_t at = 0;

    if (!t && !*otherwise)
        return;
    document_heading(document, 2, text_of(heading));
    if (!t)
        document_text(document, text_of(otherwise));
    while (t && thing_next_value(d, t, schema_name(b->schema, text_of(name)), &at, &value))
        document_item(document, 0, TEXT(""), value);
}

static void add_end(const struct blad *b, struct dossier *d, struct document *document)
{
    const struct thing *t = blad_last_with(b, d, type_of(b, "Werkafspraak"), "Einde_verwacht");
    date end = t ? date_parse(blad_value(b, d, t, "Einde_verwacht")) : DATE_NONE;
    struct buffer line = {0};

    if (end == DATE_NONE || end < b->today)
        return;
    buffer_string(&line, "We denken samen te werken tot ongeveer ");
    buffer_text(&line, blad_day(d, end, false));
    buffer_string(&line, ". Verandert dat, dan praten we daar eerst over.");
    add_line(d, document, &line);
    buffer_free(&line);
}

static bool in_force(const struct blad *b, struct dossier *d, const struct thing *t)
{
    date until = date_parse(blad_value(b, d, t, "Tot")),
         withdrawn = date_parse(blad_value(b, d, t, "Ingetrokken"));

    return text_is_string(blad_value(b, d, t, "Uitkomst"), "gegeven") &&
           (until == DATE_NONE || until >= b->today) &&
           (withdrawn == DATE_NONE || withdrawn > b->today);
}

static void add_consents(const struct blad *b, struct dossier *d, struct document *document)
{
    const struct thing *t = NULL;
    struct buffer line = {0};
    bool any = false;

    while ((t = blad_next(d, type_of(b, "Toestemming"), t))) {
        if (!in_force(b, d, t))
            continue;
        if (!any)
            document_text(document,
                          TEXT("Met toestemming delen we iets met (u kunt dat altijd weer "
                               "veranderen):"));
        any = true;
        buffer_text(&line, blad_value(b, d, t, "Aan"));
        buffer_string(&line, ". Waarvoor: ");
        buffer_text(&line, blad_value(b, d, t, "Waarvoor"));
        document_item(document, 0, TEXT(""), blad_kept(d, &line));
    }
    buffer_free(&line);
}

static void add_notes(const struct blad *b, struct dossier *d, struct document *document)
{
    document_heading(document, 2, TEXT("Wat we opschrijven en wie dat ziet"));
    document_text(document,
                  TEXT("We schrijven op wat nodig is om u te helpen: wat u vertelt, wat "
                       "u wilt en wat we afspreken. Wie u hier helpt, kan dat lezen, en u ook."));
    document_text(document,
                  TEXT("Delen we iets met anderen, dan vragen we dat eerst aan u. Alleen "
                       "als de wet het vraagt of als er gevaar is, kan dat anders zijn."));
    add_consents(b, d, document);
}

const struct thing *welkomstblad_document(const struct blad *b, struct dossier *d,
                                          struct document *document)
{
    const struct thing *mind = blad_begin(b, d, "Welkom", document);

    document_text(document, TEXT("Fijn dat u er bent. Op dit blad staat wie u helpt en hoe we "
                                 "samenwerken."));
    add_coach(b, d, document);
    add_end(b, d, document);
    add_list(b, d, "Wat uw begeleider doet", "Verwacht_begeleider",
             "Daar maken we samen afspraken over.", document);
    add_list(b, d, "Wat u zelf doet", "Verwacht_client", "", document);
    add_list(b, d, "Wat niet kan", "Grens", "", document);
    add_notes(b, d, document);
    blad_end(b, document);
    return mind;
}
