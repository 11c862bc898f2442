#include "domain/nazorg_blad.h"

#include "base/interval.h"
#include "base/text.h"
#include "domain/blad_delen.h"
#include "domain/gepland.h"
#include "domain/nazorg.h"
#include "domain/wie.h"

/* ---- when the worker seeks contact ---- */

/* How contact is sought, behind whoever does it. */
static const char *way_in_words(struct text soort)
{
    static const char *const ways[][2] = {{"bellen", " belt mij"},
                                          {"gesprek", " spreekt met mij af"},
                                          {"huisbezoek", " komt bij mij langs"},
                                          {"bericht", " stuurt mij een bericht"}};

    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (text_is_string(soort, ways[i][0]))
            return ways[i][1];
    return " zoekt contact met mij";
}

static void put_days(const struct blad *b, struct dossier *d, const struct thing *t,
                     struct buffer *line)
{
    date due = nazorg_open_dag(b, d, t), end = date_parse(text_trim(blad_value(b, d, t, "Einde")));
    struct text every = text_trim(blad_value(b, d, t, "Herhaal"));

    if (due < b->today)
        buffer_string(line, ", zo snel mogelijk");
    else {
        buffer_string(line, ", uiterlijk op ");
        buffer_text(line, blad_day(d, due, true));
    }
    if (interval_good(every)) {
        buffer_string(line, "\nDaarna steeds na ");
        interval_in_words(line, every);
    }
    if (end != DATE_NONE && end > due)
        blad_put_day(d, line, every.n ? ", tot en met " : "\nDit duurt tot en met ", end, "");
}

static void put_moment(const struct blad *b, struct dossier *d, const struct thing *t,
                       struct document *document)
{
    struct text who = blad_value(b, d, t, "Wie");
    bool own = !who.n || wie_is_begeleider(b, d, TEXT(""), who);
    struct buffer line = {0};

    buffer_text(&line, own ? TEXT("Mijn begeleider") : who);
    buffer_string(&line, way_in_words(blad_value(b, d, t, "Soort")));
    put_days(b, d, t, &line);
    blad_put(&line, "\nDan praten we over: ", blad_value(b, d, t, "Wat_vragen"));
    blad_point(d, document, &line);
    buffer_free(&line);
}

/* Under a heading; nothing when there is none. */
static bool put_moments(const struct blad *b, struct dossier *d, struct document *document)
{
    bool any = false;

    for (const struct thing *t = NULL; (t = blad_next(d, b->names.nazorg, t));) {
        if (!nazorg_loopt(b, d, t) || nazorg_open_dag(b, d, t) == DATE_NONE)
            continue;
        if (!any)
            document_heading(document, 2, TEXT("Wie contact met mij zoekt"));
        any = true;
        put_moment(b, d, t, document);
    }
    return any;
}

static bool put_meetings(const struct blad *b, struct dossier *d, struct document *document)
{
    const struct gepland planned = {GEPLAND_AFSPRAAK, b->today};
    struct stand stand = stand_of(d, &b->names, b->today);
    const struct thing **list;
    size_t n = blad_komende(b, d, &list);
    bool any = false;

    for (size_t i = 0; i < n; i++) {
        if (stand.overleden && !gepland_telt(d, &b->names, &stand, list[i], &planned))
            continue;
        if (!any)
            document_heading(document, 2, TEXT("Mijn afspraken"));
        any = true;
        blad_afspraak(b, d, list[i], document);
    }
    return any;
}

/* ---- whom to call ---- */

/* The Afsluiting of a traject that is closed; NULL: the last one runs. */
static const struct thing *end_of(const struct blad *b, struct dossier *d)
{
    return stand_of(d, &b->names, b->today).closed ? blad_last(d, b->names.afsluiting) : NULL;
}

static const struct thing *hurts(const struct blad *b, struct dossier *d, struct text value)
{
    const struct type *type = schema_type(b->schema, TEXT("Relatie"));

    for (const struct thing *t = NULL; (t = blad_next(d, type, t));) {
        struct text name = blad_value(b, d, t, "Naam");
        if (!blad_is_veilig(b, d, t) &&
            wie_noemt(value, name.n ? name : blad_value(b, d, t, "Rol")))
            return t;
    }
    return NULL;
}

const struct thing *nazorg_weggelaten(const struct blad *b, struct dossier *d)
{
    const struct thing *end = end_of(b, d), *left_out = NULL;
    struct text value;
    size_t at = 0;

    while (end && !left_out &&
           thing_next_value(d, end, schema_name(b->schema, TEXT("Steun_op_terugval")), &at, &value))
        left_out = hurts(b, d, value);
    return left_out;
}

static void put_values(const struct blad *b, struct dossier *d, const struct thing *t,
                       const char *name, struct document *document)
{
    name_id id = schema_name(b->schema, text_of(name));
    struct text value;
    size_t at = 0;

    while (thing_next_value(d, t, id, &at, &value))
        if (!hurts(b, d, value))
            document_item(document, 0, TEXT(""), value);
}

static void put_whom_to_call(const struct blad *b, struct dossier *d, struct document *document)
{
    const struct thing *end = end_of(b, d);

    if (!end || !blad_value(b, d, end, "Steun_op_terugval").n) {
        blad_mensen(b, d, document);
        return;
    }
    document_heading(document, 2, TEXT("Wie ik kan bellen"));
    put_values(b, d, end, "Steun_op_terugval", document);
    blad_begeleider(b, d, document);
}

static void put_danger(struct document *document)
{
    document_heading(document, 2, TEXT("Is er nu gevaar?"));
    document_text(document, TEXT("Bel 112."));
}

/* ---- reminderblad ---- */

/* For the family: no name in the title, nobody's network, only what is to come. */
static void begin_for_family(const struct blad *b, struct dossier *d, struct document *document)
{
    document_heading(document, 1, TEXT("Wat we hebben afgesproken"));
    if (blad_mind(b, d))
        blad_zelf_geven(document);
    document_text(document, blad_day(d, b->today, false));
}

static void end_for_family(const struct blad *b, struct dossier *d, struct document *document)
{
    document_heading(document, 2, TEXT("Wie ik kan bellen"));
    blad_begeleider(b, d, document);
    document_note(document, TEXT("Klopt er iets niet? Zeg het, dan passen we het aan."));
}

bool nazorg_reminderblad(const struct blad *b, struct dossier *d, struct document *document)
{
    bool family = nazorg_overleden(b, d) != NULL, any;

    if (family)
        begin_for_family(b, d, document);
    else
        blad_begin(b, d, "Niet vergeten", document);
    any = put_meetings(b, d, document);
    any = put_moments(b, d, document) || any;
    if (!any)
        return false;
    if (family) {
        end_for_family(b, d, document);
        return true;
    }
    document_text(document, TEXT("Gaat het eerder niet goed? Dan wacht ik niet. Ik vraag hulp aan "
                                 "wie hieronder staat."));
    put_whom_to_call(b, d, document);
    put_danger(document);
    blad_end(b, document);
    return true;
}

/* ---- afsluitblad ---- */

/* What was reached, in the client's own words: the goals. */
static void put_reached(const struct blad *b, struct dossier *d, struct document *document)
{
    bool any = false;

    for (const struct thing *t = NULL; (t = blad_next(d, b->names.doel, t));) {
        if (!text_is_string(blad_value(b, d, t, "Status"), "behaald"))
            continue;
        if (!any)
            document_heading(document, 2, TEXT("Dit is gelukt"));
        any = true;
        document_item(document, 0, TEXT(""), blad_value(b, d, t, "Tekst"));
    }
}

static void put_part(const struct blad *b, struct dossier *d, const struct thing *t,
                     const char *name, const char *heading, struct document *document)
{
    if (!t || !blad_value(b, d, t, name).n)
        return;
    document_heading(document, 2, text_of(heading));
    put_values(b, d, t, name, document);
}

bool nazorg_afsluitblad(const struct blad *b, struct dossier *d, struct document *document)
{
    const struct thing *end = end_of(b, d), *melding = blad_last(d, b->names.melding),
                       *told = blad_last(d, schema_type(b->schema, TEXT("Evaluatie")));

    if (!end || nazorg_overleden(b, d))
        return false;
    blad_begin(b, d, "Zo ga ik verder", document);
    put_reached(b, d, document);
    if (blad_value(b, d, end, "Kracht").n)
        put_part(b, d, end, "Kracht", "Wat ik goed kan", document);
    else
        blad_krachten(b, d, document);
    if (told && (!melding || told > melding)) /* things stand in order: it is about this traject */
        put_part(b, d, told, "Neem_ik_mee", "Dit neem ik mee", document);
    put_part(b, d, end, "Valkuil", "Hier let ik op", document);
    put_whom_to_call(b, d, document);
    put_moments(b, d, document);
    put_meetings(b, d, document);
    put_danger(document);
    blad_end(b, document);
    return true;
}
