/* The agenda and the account of a meeting, and the parts that more sheets have. */
#include "domain/overleg_blad.h"

#include "base/text.h"
#include "domain/blad_delen.h"
#include "domain/doelen.h"
#include "domain/overleg_delen.h"

enum { LINES_FOR_A_POINT = 2, LINES_FOR_AGREEMENTS = 4 };

/* ---- parts ---- */

struct text overleg_naam(struct dossier *d, const struct deelnemer *p)
{
    struct buffer name = {0};
    struct text kept;

    buffer_text(&name, p->name);
    blad_put(&name, ", ", p->organisation);
    kept = blad_kept(d, &name);
    buffer_free(&name);
    return kept;
}

void overleg_deelnemers(const struct blad *b, struct dossier *d, const struct thing *overleg,
                        struct document *document)
{
    struct text leads = blad_value(b, d, overleg, "Coordinator");
    struct buffer line = {0};
    struct deelnemer p;
    size_t at = 0;

    while (overleg_next_deelnemer(b, d, overleg, &at, &p)) {
        buffer_text(&line, overleg_naam(d, &p));
        if (!overleg_is_client(b, d, &p))
            blad_put(&line, ": ", text_of(overleg_rol(p.role)));
        blad_point(d, document, &line);
    }
    if (!at || !blad_value(b, d, overleg, "Deelnemer").n)
        document_text(document, TEXT("Dat is nog niet genoteerd."));
    if (leads.n) {
        buffer_text(&line, leads);
        buffer_string(&line, " leidt het gesprek.");
        document_text(document, blad_kept(d, &line));
    }
    buffer_free(&line);
}

static void under(struct document *document, const char *heading, struct text value)
{
    if (value.n) {
        document_heading(document, 2, text_of(heading));
        document_text(document, value);
    }
}

void overleg_afspraken_vooraf(const struct blad *b, struct dossier *d, const struct thing *overleg,
                              struct document *document)
{
    under(document, "Wat aan deze tafel blijft", blad_value(b, d, overleg, "Privacyafspraak"));
    under(document, "Hoe we het elkaar laten weten", blad_value(b, d, overleg, "Feedbackafspraak"));
}

const struct thing *overleg_vind(const struct blad *b, struct dossier *d, struct text key)
{
    const struct thing *t = fold_find(d, schema_type(b->schema, TEXT("Overleg")), key);

    return t && t->opening && !t->withdrawn ? t : NULL;
}

static void put_day(const struct blad *b, struct dossier *d, const struct thing *overleg,
                    struct buffer *line)
{
    buffer_text(line, blad_day(d, overleg_dag(b, d, overleg), true));
    blad_put(line, ", ", blad_value(b, d, overleg, "Plaats"));
}

/* `1. ` and what the point is about. */
static void point_heading(const struct blad *b, struct dossier *d, const struct thing *point,
                          unsigned number, struct document *document)
{
    struct text about = blad_value(b, d, point, "Tekst");
    struct buffer line = {0};

    buffer_format(&line, "%u. ", number);
    buffer_text(&line, about.n ? about : TEXT("Een punt"));
    document_heading(document, 3, blad_kept(d, &line));
    buffer_free(&line);
}

/* ---- the agenda ---- */

static void put_points_to_write(const struct blad *b, struct dossier *d,
                                const struct thing *overleg, struct document *document)
{
    const struct thing *t = NULL;
    unsigned number = 0;

    document_heading(document, 2, TEXT("De punten"));
    document_text(document, TEXT("We doen ze een voor een. Na elk punt zeggen we kort wat we "
                                 "afspreken, en of de cliënt het ermee eens is."));
    while ((t = overleg_next_punt(b, d, overleg, t))) {
        point_heading(b, d, t, ++number, document);
        document_text(document, TEXT("Dit spreken we af. Is de cliënt het ermee eens? ja / nee"));
        document_room(document, LINES_FOR_A_POINT);
    }
    if (!number)
        document_text(document, TEXT("Er zijn nog geen punten genoteerd."));
}

bool overleg_agenda(const struct blad *b, struct dossier *d, struct text key,
                    struct document *document)
{
    const struct thing *overleg = overleg_vind(b, d, key);
    struct buffer line = {0};

    if (!overleg)
        return false;
    blad_begin(b, d, "Agenda van het overleg", document);
    put_day(b, d, overleg, &line);
    document_pair(document, 0, "Wanneer en waar", blad_kept(d, &line));
    under(document, "Waarom we hier zitten", blad_value(b, d, overleg, "Aanleiding"));
    document_heading(document, 2, TEXT("Wie erbij is"));
    overleg_deelnemers(b, d, overleg, document);
    overleg_afspraken_vooraf(b, d, overleg, document);
    put_points_to_write(b, d, overleg, document);
    document_heading(document, 2, TEXT("Wie doet wat, voor welke dag"));
    document_room(document, LINES_FOR_AGREEMENTS);
    blad_end(b, document);
    buffer_free(&line);
    return true;
}

/* ---- the account ---- */

/* For the client the sheet says I. */
static struct text says(const struct blad *b, const char *own, const char *other)
{
    return text_of(b->foot.n ? other : own);
}

static void put_presence(const struct blad *b, struct dossier *d, const struct thing *overleg,
                         struct document *document)
{
    struct text present = blad_value(b, d, overleg, "Client_aanwezig");

    document_heading(document, 2, TEXT("Wie erbij waren"));
    overleg_deelnemers(b, d, overleg, document);
    if (text_is_string(present, "ja"))
        document_text(document, says(b, "Ik was erbij.", "De cliënt was erbij."));
    else if (present.n)
        document_text(document, says(b, "Ik was er niet bij.", "De cliënt was er niet bij."));
}

static struct text agreed(const struct blad *b, struct text value)
{
    if (text_is_string(value, "ja"))
        return says(b, "Ik ben het ermee eens.", "De cliënt is het ermee eens.");
    if (text_is_string(value, "nee"))
        return says(b, "Ik ben het er niet mee eens. Daar praten we nog over.",
                    "De cliënt is het er niet mee eens.");
    return says(b, "Of ik het ermee eens ben, is nog niet gevraagd. Ik mag het altijd zeggen.",
                "Of de cliënt het ermee eens is, staat hier niet.");
}

static void put_points(const struct blad *b, struct dossier *d, const struct thing *overleg,
                       struct document *document)
{
    const struct thing *t = NULL;
    unsigned number = 0;

    while ((t = overleg_next_punt(b, d, overleg, t))) {
        struct text summary = blad_value(b, d, t, "Samenvatting");
        if (!number)
            document_heading(document, 2, TEXT("Wat we bespraken"));
        point_heading(b, d, t, ++number, document);
        if (summary.n)
            document_text(document, summary);
        document_text(document, agreed(b, blad_value(b, d, t, "Client_akkoord")));
    }
}

static void put_agreements(const struct blad *b, struct dossier *d, const struct thing *overleg,
                           struct document *document)
{
    const struct thing *t = NULL;

    document_heading(document, 2, TEXT("Wie doet wat"));
    if (!overleg_next_afspraak(b, d, overleg, NULL))
        document_text(document, says(b, "Hier hebben we nog niets over opgeschreven.",
                                     "Daar staat hier niets over."));
    while ((t = overleg_next_afspraak(b, d, overleg, t)))
        doel_stap(b, d, t, document);
}

bool overleg_verslag(const struct blad *b, struct dossier *d, struct text key,
                     struct document *document)
{
    const struct thing *overleg = overleg_vind(b, d, key);
    struct buffer line = {0};

    if (!overleg)
        return false;
    blad_begin(b, d, "Verslag van het overleg", document);
    buffer_string(&line, "We zaten samen aan tafel op ");
    put_day(b, d, overleg, &line);
    buffer_byte(&line, '.');
    document_text(document, blad_kept(d, &line));
    under(document, "Waarom", blad_value(b, d, overleg, "Aanleiding"));
    put_presence(b, d, overleg, document);
    put_points(b, d, overleg, document);
    put_agreements(b, d, overleg, document);
    under(document, "In het kort", blad_value(b, d, overleg, "Samenvatting"));
    overleg_afspraken_vooraf(b, d, overleg, document);
    if (!b->foot.n)
        blad_ruimte(document, "Klopt dit?",
                    "Ik lees dit rustig na, alleen of samen met iemand. Dit klopt niet, of dit mis "
                    "ik:");
    blad_end(b, document);
    buffer_free(&line);
    return true;
}
