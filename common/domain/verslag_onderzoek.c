#include "domain/verslag_onderzoek.h"
#include "base/text.h"
#include "domain/blad_delen.h"

/* The report, while it is made. */
struct report {
    const struct blad *b;
    struct dossier *d;
    struct document *document;
    const struct thing *melding;   /* the last one; NULL: none */
    const struct thing *onderzoek; /* of that melding; NULL: not noted */
    const struct type *relatie;
};

static const struct thing *last_melding(const struct report *r)
{
    const struct thing *last = NULL, *t = NULL;

    while ((t = blad_next(r->d, r->b->names.melding, t)))
        last = t;
    return last;
}

/* The last one that names the melding, or that names none and came after it. */
static const struct thing *last_onderzoek(const struct report *r)
{
    const struct type *type = schema_type(r->b->schema, TEXT("Onderzoek"));
    const struct thing *last = NULL, *t = NULL;

    while ((t = blad_next(r->d, type, t))) {
        struct text bij = blad_value(r->b, r->d, t, "Bij");
        if (!r->melding || (bij.n ? text_is(bij, r->melding->key) : t > r->melding))
            last = t;
    }
    return last;
}

static struct text value(const struct report *r, const struct thing *t, const char *name)
{
    return t ? blad_value(r->b, r->d, t, name) : TEXT("");
}

static void pair(const struct report *r, const char *label, struct text text)
{
    document_pair(r->document, 0, label, text.n ? text : TEXT("Nog niet genoteerd."));
}

static void noted(const struct report *r, const char *label, const char *name)
{
    pair(r, label, value(r, r->onderzoek, name));
}

/* ---- what came before ---- */

/* The day of the first step of this kind in the procedure of the melding. */
static struct text step_day(const struct report *r, const char *soort)
{
    const struct type *type = schema_type(r->b->schema, TEXT("Procedure"));
    const struct thing *t = NULL;

    while ((t = blad_next(r->d, type, t))) {
        struct text bij = blad_value(r->b, r->d, t, "Bij");
        bool here = !r->melding || (bij.n ? text_is(bij, r->melding->key) : t > r->melding);
        if (here && text_is_string(blad_value(r->b, r->d, t, "Soort"), soort))
            return blad_day(r->d, t->opening->op, false);
    }
    return TEXT("");
}

static struct text opened(const struct report *r, const struct thing *t)
{
    return t ? blad_day(r->d, t->opening->op, false) : TEXT("");
}

/* Article 2.3.2 of the Wmo 2015, paragraph 1 (confirmation of the melding), 2 (a plan of one's own)
 * and 3 (free support): read in the law text of May 2017, statengeneraal/laws-markdown. */
static void add_start(const struct report *r)
{
    pair(r, "Dossier", r->d->id);
    pair(r, "De vraag", value(r, r->melding, "Vraag"));
    pair(r, "Gemeld", opened(r, r->melding));
    pair(r, "Bevestigd", step_day(r, "bevestiging"));
    pair(r, "Gewezen op gratis cliëntondersteuning", step_day(r, "clientondersteuning-gewezen"));
    pair(r, "Eigen plan gekregen", step_day(r, "persoonlijk-plan"));
    pair(r, "Onderzoek", opened(r, r->onderzoek));
}

/* ---- from the other records ---- */

static bool is_discussed(const struct report *r, const struct thing *domein)
{
    return text_has_word("ja deels", blad_value(r->b, r->d, domein, "Besproken"));
}

/* A point a domain that was talked about, `wonen  Een eigen voordeur.`; nothing where nobody wanted
 * to talk. */
static void add_domains(const struct report *r, const char *title, const char *name)
{
    const struct thing *t = NULL;
    bool headed = false;

    while ((t = blad_next(r->d, r->b->names.domein, t))) {
        struct text values = blad_values(r->b, r->d, t, name, "\n");
        if (!values.n || !is_discussed(r, t))
            continue;
        if (!headed)
            document_heading(r->document, 3, text_of(title));
        headed = true;
        document_item(r->document, 0, blad_plain(r->d, t->key), values);
    }
}

/* Who it is without a name: the group, and what this person is for the client. */
static void add_person(const struct report *r, const struct thing *t)
{
    struct buffer line = {0};

    buffer_text(&line, blad_plain(r->d, blad_value(r->b, r->d, t, "Groep")));
    blad_put(&line, ": ", blad_value(r->b, r->d, t, "Rol"));
    blad_put(&line, "\nSteun: ", blad_values(r->b, r->d, t, "Steun", ", "));
    blad_put(&line, "\nHoe vaak: ", blad_value(r->b, r->d, t, "Frequentie"));
    if (text_is_string(blad_value(r->b, r->d, t, "Mantelzorger"), "ja"))
        buffer_string(&line, "\nIs mantelzorger.");
    blad_point(r->d, r->document, &line);
    buffer_free(&line);
}

static void add_network(const struct report *r)
{
    const struct thing *t = NULL;
    bool headed = false;

    while ((t = blad_next(r->d, r->relatie, t))) {
        if (!blad_helpt(r->b, r->d, t))
            continue;
        if (!headed)
            document_heading(r->document, 3, TEXT("Mensen die helpen"));
        headed = true;
        add_person(r, t);
    }
}

static void add_carers(const struct report *r)
{
    const struct thing *t = NULL;
    bool headed = false;

    while ((t = blad_next(r->d, r->relatie, t))) {
        struct text wanted = blad_value(r->b, r->d, t, "Ondersteuning_gewenst");
        if (!wanted.n || !blad_is_veilig(r->b, r->d, t) ||
            !text_is_string(blad_value(r->b, r->d, t, "Mantelzorger"), "ja"))
            continue;
        if (!headed)
            document_heading(r->document, 3, TEXT("Wat mantelzorgers zelf vragen"));
        headed = true;
        document_item(r->document, 0, blad_plain(r->d, blad_value(r->b, r->d, t, "Groep")), wanted);
    }
}

static void add_right(const struct report *r, const struct thing *t)
{
    struct buffer line = {0};

    buffer_text(&line, blad_value(r->b, r->d, t, "Omschrijving"));
    blad_put(&line, ": ", blad_plain(r->d, blad_value(r->b, r->d, t, "Status")));
    blad_put(&line, "\nBij: ", blad_value(r->b, r->d, t, "Instantie"));
    blad_point(r->d, r->document, &line);
    buffer_free(&line);
}

static void add_rights(const struct report *r)
{
    const struct thing *t = NULL;
    bool headed = false;

    while ((t = blad_next(r->d, r->b->names.recht, t))) {
        if (!headed)
            document_heading(r->document, 3, TEXT("Andere rechten"));
        headed = true;
        add_right(r, t);
    }
}

/* ---- the points ---- */

static void point(const struct report *r, const char *heading)
{
    document_heading(r->document, 2, text_of(heading));
}

/* Paragraph 4 of article 2.3.2, points a to g; what belongs to each is in the same source. */
static void add_points(const struct report *r)
{
    point(r, "a. Wat nodig is en wat fijn is");
    noted(r, "Uit het onderzoek", "Behoeften");
    add_domains(r, "Wensen", "Wens");
    add_domains(r, "Wat in de weg staat", "Belemmering");
    point(r, "b. Wat zelf lukt, en met huisgenoten");
    noted(r, "Eigen kracht", "Eigen_kracht");
    noted(r, "Gebruikelijke hulp", "Gebruikelijke_hulp");
    add_domains(r, "Wat goed gaat", "Kracht");
    add_domains(r, "Wat mogelijk is", "Mogelijkheid");
    point(r, "c. Hulp van naasten en andere mensen");
    noted(r, "Mantelzorg", "Mantelzorg");
    add_network(r);
    point(r, "d. Hulp voor wie mantelzorg geeft");
    noted(r, "Ondersteuning", "Ondersteuning_mantelzorger");
    add_carers(r);
    point(r, "e. Gewone voorzieningen en meedoen");
    noted(r, "Voorzieningen", "Voorliggend");
    point(r, "f. Samen met andere diensten");
    noted(r, "Diensten", "Samenwerking_diensten");
    add_rights(r);
    point(r, "g. Eigen bijdrage");
    noted(r, "Uitleg", "Eigen_bijdrage");
}

static struct text agreed(struct text word)
{
    if (text_is_string(word, "ja-met-opmerkingen"))
        return TEXT("ja, met opmerkingen");
    return word;
}

/* Paragraph 6: the choice of a personal budget, explained in words that are understood. */
static void add_end(const struct report *r)
{
    point(r, "Eigen budget (pgb)");
    noted(r, "Uitleg", "Pgb_uitleg");
    point(r, "Wat de cliënt ervan vindt");
    noted(r, "In eigen woorden", "Visie_client");
    pair(r, "Eens met dit verslag", agreed(value(r, r->onderzoek, "Akkoord_client")));
    blad_ruimte(r->document, "Opmerkingen en handtekening",
                "Ik heb dit verslag gelezen. Dit wil ik erbij zeggen:");
}

const struct thing *verslag_onderzoek(const struct blad *b, struct dossier *d,
                                      struct document *document)
{
    const struct thing *mind = blad_begin(b, d, "Verslag van het onderzoek", document);
    struct report r = {.b = b, .d = d, .document = document};

    r.relatie = schema_type(b->schema, TEXT("Relatie"));
    r.melding = last_melding(&r);
    r.onderzoek = last_onderzoek(&r);
    add_start(&r);
    document_text(document, TEXT("De letters a tot en met g zijn de punten van artikel 2.3.2, "
                                 "vierde lid, van de Wmo 2015."));
    add_points(&r);
    add_end(&r);
    blad_end(b, document);
    return mind;
}
