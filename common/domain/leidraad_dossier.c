/* What the dossier itself says for a preparation. */
#include "base/text.h"
#include "domain/blad_delen.h"
#include "domain/leidraad_inside.h"
#include "domain/wie.h"

static struct text value(const struct voorbereiding *v, const struct thing *t, const char *name)
{
    return t ? blad_value(&v->l->blad, v->d, t, name) : TEXT("");
}

static struct text values(const struct voorbereiding *v, const struct thing *t, const char *name)
{
    return t ? blad_values(&v->l->blad, v->d, t, name, ", ") : TEXT("");
}

static const struct type *type_of(const struct voorbereiding *v, const char *name)
{
    return schema_type(v->l->blad.schema, text_of(name));
}

static date day_of(const struct voorbereiding *v, const struct thing *t, const char *name)
{
    return date_parse(value(v, t, name));
}

static bool is_late(const struct voorbereiding *v, const struct thing *t)
{
    date until = day_of(v, t, "Uiterlijk");
    return until != DATE_NONE && until < v->l->blad.today;
}

/* Adds what was put together as a point with the key of the thing, and empties the buffer. */
static void add_point(const struct voorbereiding *v, const struct thing *t, struct buffer *line)
{
    document_item(v->document, 0, t->key, blad_kept(v->d, line));
}

/* ---- what to begin with ---- */

/* What went better since the last conversation; in a first one, what goes well already. */
static void put_first_question(const struct voorbereiding *v, struct buffer *line)
{
    bool first = text_is_string(v->stand.fase, "gemeld");

    if (!v->d)
        buffer_string(line, text_is_string(v->voor[VOOR_FASE], "onthaal")
                                ? "‘Wat gaat er nu al goed, of een beetje beter?’"
                                : "‘Wat ging er beter sinds de vorige keer?’");
    else if (!first && v->stand.last_contact != DATE_NONE)
        blad_put_day(v->d, line, "‘Wat ging er beter sinds ", v->stand.last_contact, "?’");
    else if (v->stand.begin != DATE_NONE)
        blad_put_day(v->d, line, "‘Wat gaat er al goed, of beter, sinds de melding van ",
                     v->stand.begin, "?’");
    else
        buffer_string(line, "‘Wat gaat er nu al goed, of een beetje beter?’");
}

void leidraad_begin(const struct voorbereiding *v)
{
    struct buffer line = {0};

    document_heading(v->document, 2, TEXT("Begin hiermee"));
    put_first_question(v, &line);
    document_text(v->document, arena_text(v->arena, buffer_view(&line)));
    document_text(v->document,
                  TEXT("Luister eerst. Vraag door op wat hielp, ook als het iets kleins is."));
    buffer_free(&line);
}

/* ---- the worker's own promises ---- */

static bool is_own(const struct voorbereiding *v, const struct thing *step)
{
    return wie_is_begeleider(&v->l->blad, v->d, value(v, step, "Door"), value(v, step, "Wie"));
}

static bool is_open(const struct voorbereiding *v, const struct thing *step)
{
    struct text status = value(v, step, "Status");
    return !status.n || text_has_word("open bezig uitgesteld", status);
}

static void add_own_steps(const struct voorbereiding *v)
{
    const struct thing *t = NULL;
    struct buffer line = {0};

    while ((t = blad_next(v->d, v->l->blad.names.stap, t))) {
        date until = day_of(v, t, "Uiterlijk");
        if (!is_open(v, t) || !is_own(v, t))
            continue;
        buffer_text(&line, value(v, t, "Wat"));
        if (is_late(v, t))
            blad_put_day(v->d, &line, "\nDit stond voor ", until,
                         ". Zeg zelf hoe het ermee staat.");
        else if (until != DATE_NONE)
            blad_put_day(v->d, &line, "\nUiterlijk: ", until, "");
        add_point(v, t, &line);
    }
    buffer_free(&line);
}

static void add_calls(const struct voorbereiding *v)
{
    const struct thing *t = NULL;
    struct buffer line = {0};

    while ((t = blad_next(v->d, v->l->blad.names.informatievraag, t))) {
        date day = day_of(v, t, "Terugbellen_op");
        if (day == DATE_NONE || value(v, t, "Afgehandeld").n)
            continue;
        buffer_string(&line, "Terugbellen: ");
        buffer_text(&line, value(v, t, "Van"));
        blad_put_day(v->d, &line, ", op ", day, "");
        add_point(v, t, &line);
    }
    buffer_free(&line);
}

static void put_meeting(const struct voorbereiding *v, const struct thing *t, struct buffer *line)
{
    date day;
    int minutes;

    if (!date_parse_civil_moment(value(v, t, "Wanneer"), &day, &minutes))
        return;
    date_in_words(line, day, true);
    buffer_format(line, " om %d.%02d uur", minutes / 60, minutes % 60);
}

static void add_meetings(const struct voorbereiding *v)
{
    const struct thing **list;
    size_t n = blad_komende(&v->l->blad, v->d, &list);
    struct buffer line = {0};

    for (size_t i = 0; i < n; i++) {
        put_meeting(v, list[i], &line);
        blad_put(&line, ", ", value(v, list[i], "Plaats"));
        add_point(v, list[i], &line);
    }
    buffer_free(&line);
}

/* What the client may expect holds on, without a day. */
static void add_expected(const struct voorbereiding *v)
{
    name_id name = schema_name(v->l->blad.schema, TEXT("Verwacht_begeleider"));
    const struct thing *t = blad_last(v->d, type_of(v, "Werkafspraak"));
    struct text expected;
    size_t at = 0;

    if (!t || !value(v, t, "Verwacht_begeleider").n)
        return;
    document_heading(v->document, 3, TEXT("De cliënt mag van u verwachten"));
    while (thing_next_value(v->d, t, name, &at, &expected))
        document_item(v->document, 0, TEXT(""), expected);
}

void leidraad_beloften(const struct voorbereiding *v)
{
    size_t from;

    document_heading(v->document, 2, TEXT("Wat u zelf beloofde"));
    from = v->document->count;
    add_own_steps(v);
    add_calls(v);
    add_meetings(v);
    if (v->document->count == from)
        document_text(v->document, TEXT("Er staat geen belofte van u open."));
    add_expected(v);
}

/* ---- what stands open besides ---- */

static void add_steps_of_others(const struct voorbereiding *v)
{
    const struct thing *t = NULL;
    struct buffer line = {0};

    while ((t = blad_next(v->d, v->l->blad.names.stap, t))) {
        struct text status = value(v, t, "Status"), who = value(v, t, "Wie");
        bool of_client = wie_is_client(&v->l->blad, v->d, who);
        if ((status.n && !text_has_word("open bezig", status)) || is_own(v, t) ||
            (of_client && is_late(v, t)))
            continue;
        buffer_text(&line, value(v, t, "Wat"));
        blad_put(&line, " – ", who);
        add_point(v, t, &line);
    }
    buffer_free(&line);
}

/* The things of a type with one of the statuses (or none, when that means begun), by one field. */
static void add_open(const struct voorbereiding *v, const struct type *type, const char *statuses,
                     bool or_none, const char *field)
{
    const struct thing *t = NULL;
    struct buffer line = {0};

    while ((t = blad_next(v->d, type, t))) {
        struct text status = value(v, t, "Status");
        if (status.n ? !text_has_word(statuses, status) : !or_none)
            continue;
        buffer_text(&line, value(v, t, field));
        blad_put(&line, " – ", blad_plain(v->d, status));
        add_point(v, t, &line);
    }
    buffer_free(&line);
}

void leidraad_achtergrond(const struct voorbereiding *v)
{
    const struct stand_names *n = &v->l->blad.names;
    size_t from = v->document->count;

    document_heading(v->document, 2, TEXT("Op de achtergrond"));
    document_text(v->document,
                  TEXT("Niet om na te lopen. Praat erover als de cliënt er zelf over begint."));
    add_open(v, n->doel, "open bezig", true, "Tekst");
    add_steps_of_others(v);
    add_open(v, n->verwijzing, "verkennend aangemeld wachtlijst afspraak-gemaakt gestart time-out",
             true, "Naar");
    add_open(v, n->recht, "vermoed besproken wordt-uitgezocht aangevraagd bezwaar", false,
             "Omschrijving");
    if (v->document->count == from + 2)
        v->document->count = from;
}

/* ---- who will be there, and how ---- */

static void add_pair(const struct voorbereiding *v, const char *label, struct text text)
{
    if (text.n)
        document_pair(v->document, 0, label, text);
}

static void add_next_meeting(const struct voorbereiding *v)
{
    const struct thing **list;
    struct buffer line = {0};

    if (!blad_komende(&v->l->blad, v->d, &list)) {
        add_pair(v, "Afspraak", TEXT("nog niet genoteerd"));
        if (v->stand.next != DATE_NONE)
            add_pair(v, "Volgende datum", blad_day(v->d, v->stand.next, true));
        return;
    }
    put_meeting(v, list[0], &line);
    add_pair(v, "Afspraak", blad_kept(v->d, &line));
    add_pair(v, "Waar", value(v, list[0], "Plaats"));
    add_pair(v, "Met", values(v, list[0], "Met"));
    add_pair(v, "Vervoer", value(v, list[0], "Vervoer"));
    add_pair(v, "Meenemen", values(v, list[0], "Meenemen"));
    buffer_free(&line);
}

struct wording {
    const char *word, *said;
};

static struct text said(const struct wording *words, struct text word)
{
    for (; words->word; words++)
        if (text_is_string(word, words->word))
            return text_of(words->said);
    return TEXT("");
}

static const struct wording tolk_words[] = {
    {"taal", "Regel een tolk, en plan meer tijd."},
    {"gebaren", "Regel een tolk gebarentaal, en plan meer tijd."},
    {"doofblind", "Regel een tolk voor doofblinden, en plan meer tijd."},
    {"naaste", "Een naaste tolkt. Vraag of dat voor dit gesprek goed is."},
    {NULL, NULL}};

static const struct wording lezen_words[] = {
    {"moeilijk", "Lezen gaat moeilijk. Geef geen papier mee: vertel het, of laat het horen."},
    {"niet", "De cliënt leest niet. Geef geen papier mee: vertel het, of laat het horen."},
    {NULL, NULL}};

static void add_client(const struct voorbereiding *v, const struct thing *client)
{
    add_pair(v, "Aanspreken", value(v, client, "Aanspreken"));
    add_pair(v, "Taal", value(v, client, "Taal"));
    add_pair(v, "Tolk", said(tolk_words, value(v, client, "Tolk")));
    add_pair(v, "Lezen", said(lezen_words, value(v, client, "Lezen")));
    add_pair(v, "Onthoudt met", values(v, client, "Onthoudt"));
    add_pair(v, "Bereikbaar", value(v, client, "Bereikbaar"));
    add_pair(v, "Let op", value(v, client, "Veilig_bereikbaar"));
    if (text_is_string(value(v, client, "Geheim_adres"), "ja"))
        add_pair(v, "Adres", TEXT("Het adres is geheim."));
}

static void add_representatives(const struct voorbereiding *v)
{
    const struct thing *t = NULL;
    struct buffer line = {0};

    while ((t = blad_next(v->d, type_of(v, "Vertegenwoordiger"), t))) {
        date until = day_of(v, t, "Tot");
        if (until != DATE_NONE && until < v->l->blad.today)
            continue;
        buffer_text(&line, value(v, t, "Naam"));
        blad_put(&line, ", ", blad_plain(v->d, value(v, t, "Soort")));
        blad_put(&line, ": ", value(v, t, "Waarvoor"));
        add_pair(v, "Beslist mee", blad_kept(v->d, &line));
    }
    buffer_free(&line);
}

void leidraad_wie(const struct voorbereiding *v)
{
    const struct thing *client = blad_last(v->d, v->l->blad.names.client);

    document_heading(v->document, 2, TEXT("Wie er is, waar en hoe"));
    add_next_meeting(v);
    add_representatives(v);
    if (client)
        add_client(v, client);
}
