#include "domain/voor_client.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/* What a word of the schema is in the words of a client. */
struct wording {
    const char *word, *said;
};

static const struct wording recht_words[] = {
    {"vermoed", "misschien heb ik hier recht op"},
    {"besproken", "hier hebben we over gepraat"},
    {"wordt-uitgezocht", "dit zoeken we uit"},
    {"aangevraagd", "dit is aangevraagd"},
    {"toegekend", "dit heb ik gekregen"},
    {"geweigerd", "dit heb ik niet gekregen"},
    {"bezwaar", "ik ben het er niet mee eens en heb dat laten weten"},
    {"stopgezet", "dit is gestopt"},
    {"geen-recht", "hier heb ik geen recht op"},
    {"niet-gewenst", "dit wil ik niet"},
    {NULL, NULL}};

static const struct wording steun_words[] = {{"emotioneel", "luistert naar mij"},
                                             {"praktisch", "helpt mij met dingen doen"},
                                             {"gezelschap", "is er voor de gezelligheid"},
                                             {"advies", "geeft mij raad"},
                                             {NULL, NULL}};

static struct text in_words(const struct wording *words, struct text word)
{
    for (; words->word; words++)
        if (text_is_string(word, words->word))
            return text_of(words->said);
    return word;
}

static void put_day(struct dossier *d, struct buffer *b, const char *before, date day,
                    const char *behind)
{
    buffer_string(b, before);
    buffer_text(b, blad_day(d, day, false));
    buffer_string(b, behind);
}

static void add_point(struct dossier *d, struct document *document, struct buffer *b)
{
    document_item(document, 0, TEXT(""), blad_kept(d, b));
}

/* ---- what I am good at ---- */

static bool counts(const struct thing *t)
{
    return t->opening && !t->withdrawn && t->type && !(t->type->flags & AFGESCHERMD);
}

static void add_krachten(const struct blad *b, struct dossier *d, struct document *document)
{
    name_id kracht = schema_name(b->schema, TEXT("Kracht"));
    struct buffer line = {0};
    struct text value;
    bool any = false;

    document_heading(document, 2, TEXT("Wat ik goed kan"));
    for (size_t i = 0; i < d->thing_count; i++) {
        const struct thing *t = &d->things[i];
        size_t at = 0;
        while (counts(t) && thing_next_value(d, t, kracht, &at, &value)) {
            buffer_text(&line, value);
            put_day(d, &line, " (", blad_said(d, t, kracht, value), ")");
            add_point(d, document, &line);
            any = true;
        }
    }
    if (!any)
        document_text(document, TEXT("Dit hebben we nog niet opgeschreven. Daar praten we over."));
    buffer_free(&line);
}

/* ---- my rights ---- */

static void add_recht(const struct blad *b, struct dossier *d, const struct thing *t,
                      struct document *document)
{
    struct text by = blad_value(b, d, t, "Instantie");
    date until = date_parse(blad_value(b, d, t, "Uiterlijk"));
    struct text status = blad_value(b, d, t, "Status");
    struct buffer line = {0};

    buffer_text(&line, blad_value(b, d, t, "Omschrijving"));
    buffer_string(&line, ": ");
    buffer_text(&line, in_words(recht_words, status));
    if (by.n) {
        buffer_string(&line, ". Hier gaat over: ");
        buffer_text(&line, by);
    }
    if (until != DATE_NONE &&
        !one_of(status, "toegekend geweigerd stopgezet geen-recht niet-gewenst"))
        put_day(d, &line, ". Dit moet klaar zijn voor ", until, "");
    add_point(d, document, &line);
    buffer_free(&line);
}

static void add_rechten(const struct blad *b, struct dossier *d, struct document *document)
{
    const struct thing *t = NULL;
    bool any = false;

    document_heading(document, 2, TEXT("Mijn rechten"));
    while ((t = blad_next(d, b->names.recht, t))) {
        add_recht(b, d, t, document);
        any = true;
    }
    if (!any)
        document_text(document,
                      TEXT("We hebben nog niet gekeken waar ik recht op heb. Dat doen we samen."));
}

/* ---- what I reached ---- */

static void add_reached(const struct blad *b, struct dossier *d, const struct thing *t,
                        const char *title, struct document *document, bool *headed)
{
    struct text status = blad_value(b, d, t, "Status");
    struct buffer line = {0};

    if (!one_of(status, "behaald deels gedaan"))
        return;
    if (!*headed)
        document_heading(document, 2, TEXT("Wat ik heb bereikt"));
    *headed = true;
    buffer_string(&line, text_is_string(status, "deels") ? "Voor een deel: " : "");
    buffer_text(&line, blad_value(b, d, t, title));
    put_day(d, &line, " (", blad_said(d, t, b->names.status, status), ")");
    add_point(d, document, &line);
    buffer_free(&line);
}

static void add_results(const struct blad *b, struct dossier *d, struct document *document)
{
    const struct thing *t = NULL;
    bool headed = false;

    while ((t = blad_next(d, b->names.doel, t)))
        add_reached(b, d, t, "Tekst", document, &headed);
    while ((t = blad_next(d, b->names.stap, t)))
        add_reached(b, d, t, "Wat", document, &headed);
}

/* ---- my appointments ---- */

struct meeting {
    struct text when;
    const struct thing *thing;
};

static int by_time(const void *a, const void *b)
{
    const struct meeting *x = a, *y = b;
    int order = text_order(x->when, y->when);

    return order ? order : (x->thing > y->thing) - (x->thing < y->thing);
}

static size_t coming_meetings(const struct blad *b, struct dossier *d, struct meeting *list)
{
    const struct thing *t = NULL;
    size_t n = 0;
    date day;
    int minutes;

    while ((t = blad_next(d, b->names.afspraak, t))) {
        struct text status = blad_value(b, d, t, "Status"), when = blad_value(b, d, t, "Wanneer");
        if ((!status.n || text_is_string(status, "gepland")) &&
            date_parse_civil_moment(when, &day, &minutes) && day >= b->today)
            list[n++] = (struct meeting){when, t};
    }
    qsort(list, n, sizeof *list, by_time);
    return n;
}

static void put_part(struct buffer *line, const char *before, struct text value)
{
    if (!value.n)
        return;
    buffer_string(line, before);
    buffer_text(line, value);
}

static void add_meeting(const struct blad *b, struct dossier *d, const struct meeting *m,
                        struct document *document)
{
    struct buffer line = {0};
    date day;
    int minutes;

    date_parse_civil_moment(m->when, &day, &minutes);
    date_in_words(&line, day, true);
    buffer_format(&line, " om %d.%02d uur", minutes / 60, minutes % 60);
    put_part(&line, "\nWaar: ", blad_value(b, d, m->thing, "Plaats"));
    put_part(&line, "\nMet: ", blad_values(b, d, m->thing, "Met", ", "));
    put_part(&line, "\nZo kom ik er: ", blad_value(b, d, m->thing, "Vervoer"));
    put_part(&line, "\nMeenemen: ", blad_values(b, d, m->thing, "Meenemen", ", "));
    add_point(d, document, &line);
    buffer_free(&line);
}

static void add_meetings(const struct blad *b, struct dossier *d, struct document *document)
{
    struct meeting *list = arena_take(&d->arena, (d->thing_count + 1) * sizeof *list);
    size_t n = coming_meetings(b, d, list);

    if (n)
        document_heading(document, 2, TEXT("Mijn afspraken"));
    for (size_t i = 0; i < n; i++)
        add_meeting(b, d, &list[i], document);
}

/* ---- who helps me ---- */

static const struct thing *last_with(const struct blad *b, struct dossier *d,
                                     const struct type *type, const char *name)
{
    const struct thing *last = NULL, *t = NULL;

    while ((t = blad_next(d, type, t)))
        if (blad_value(b, d, t, name).n)
            last = t;
    return last;
}

static void add_coach(const struct blad *b, struct dossier *d, struct document *document)
{
    const struct type *agreements = schema_type(b->schema, TEXT("Werkafspraak"));
    const struct thing *melding = last_with(b, d, b->names.melding, "Begeleider"),
                       *agreed = last_with(b, d, agreements, "Bereikbaar");
    struct buffer line = {0};

    if (!melding)
        return;
    buffer_string(&line, "Mijn begeleider: ");
    buffer_text(&line, blad_value(b, d, melding, "Begeleider"));
    if (agreed)
        put_part(&line, "\nBereikbaar: ", blad_value(b, d, agreed, "Bereikbaar"));
    add_point(d, document, &line);
    buffer_free(&line);
}

/* Somebody who helps, and with whom it is safe and well: nobody should read here a name that hurts.
 */
static bool helps(const struct blad *b, struct dossier *d, const struct thing *t)
{
    return blad_value(b, d, t, "Steun").n &&
           !one_of(blad_value(b, d, t, "Spanning"), "gespannen onveilig") &&
           !text_is_string(blad_value(b, d, t, "Band"), "verbroken") &&
           !text_is_string(blad_value(b, d, t, "Overleden"), "ja") &&
           !text_is_string(blad_value(b, d, t, "Richting"), "van-client");
}

static void add_helper(const struct blad *b, struct dossier *d, const struct thing *t,
                       struct document *document)
{
    name_id steun = schema_name(b->schema, TEXT("Steun"));
    struct text name = blad_value(b, d, t, "Naam"), role = blad_value(b, d, t, "Rol"), value;
    const char *between = ": ";
    struct buffer line = {0};
    size_t at = 0;

    buffer_text(&line, name.n ? name : role.n ? role : blad_value(b, d, t, "Groep"));
    while (thing_next_value(d, t, steun, &at, &value)) {
        buffer_string(&line, between);
        buffer_text(&line, in_words(steun_words, value));
        between = ", ";
    }
    add_point(d, document, &line);
    buffer_free(&line);
}

static void add_people(const struct blad *b, struct dossier *d, struct document *document)
{
    const struct type *relations = schema_type(b->schema, TEXT("Relatie"));
    const struct thing *t = NULL;

    document_heading(document, 2, TEXT("Wie mij helpt"));
    add_coach(b, d, document);
    while ((t = blad_next(d, relations, t)))
        if (helps(b, d, t))
            add_helper(b, d, t, document);
}

const struct thing *voor_client_document(const struct blad *b, struct dossier *d,
                                         struct document *document)
{
    const struct thing *mind = blad_begin(b, d, "Mijn blad", document);

    add_krachten(b, d, document);
    add_results(b, d, document);
    add_meetings(b, d, document);
    add_rechten(b, d, document);
    add_people(b, d, document);
    blad_end(document);
    return mind;
}
