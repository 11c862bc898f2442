#include "domain/blad_delen.h"
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

/* ---- what I am good at ---- */

static bool counts(const struct thing *t)
{
    return t->opening && !t->withdrawn && t->type && !(t->type->flags & AFGESCHERMD);
}

void blad_krachten(const struct blad *b, struct dossier *d, struct document *document)
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
            blad_put_day(d, &line, " (", blad_said(d, t, kracht, value), ")");
            blad_point(d, document, &line);
            any = true;
        }
    }
    if (!any)
        document_text(document, TEXT("Dit hebben we nog niet opgeschreven. Daar praten we over."));
    buffer_free(&line);
}

/* ---- my rights ---- */

void blad_recht(const struct blad *b, struct dossier *d, const struct thing *t, struct text status,
                struct document *document)
{
    struct text by = blad_value(b, d, t, "Instantie");
    date until = date_parse(blad_value(b, d, t, "Uiterlijk"));
    struct buffer line = {0};

    buffer_text(&line, blad_value(b, d, t, "Omschrijving"));
    buffer_string(&line, ": ");
    buffer_text(&line, in_words(recht_words, status));
    if (by.n) {
        buffer_string(&line, ". Hier gaat over: ");
        buffer_text(&line, by);
    }
    if (until != DATE_NONE &&
        !text_has_word("toegekend geweigerd stopgezet geen-recht niet-gewenst", status))
        blad_put_day(d, &line, ". Dit moet klaar zijn voor ", until, "");
    blad_point(d, document, &line);
    buffer_free(&line);
}

void blad_rechten(const struct blad *b, struct dossier *d, struct document *document)
{
    const struct thing *t = NULL;
    bool any = false;

    document_heading(document, 2, TEXT("Mijn rechten"));
    while ((t = blad_next(d, b->names.recht, t))) {
        blad_recht(b, d, t, blad_value(b, d, t, "Status"), document);
        any = true;
    }
    if (!any)
        document_text(document,
                      TEXT("We hebben nog niet gekeken waar ik recht op heb. Dat doen we samen."));
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

size_t blad_komende(const struct blad *b, struct dossier *d, const struct thing ***things)
{
    struct meeting *list = arena_take(&d->arena, (d->thing_count + 1) * sizeof *list);
    const struct thing *t = NULL;
    size_t n = 0;
    date day;
    int minutes;

    while ((t = blad_next(d, b->names.afspraak, t))) {
        struct text when = blad_value(b, d, t, "Wanneer");
        if (blad_is_gepland(b, d, t) && date_parse_civil_moment(when, &day, &minutes) &&
            day >= b->today)
            list[n++] = (struct meeting){when, t};
    }
    qsort(list, n, sizeof *list, by_time);
    *things = arena_take(&d->arena, (n + 1) * sizeof **things);
    for (size_t i = 0; i < n; i++)
        (*things)[i] = list[i].thing;
    return n;
}

void blad_afspraak(const struct blad *b, struct dossier *d, const struct thing *t,
                   struct document *document)
{
    struct buffer line = {0};
    date day;
    int minutes;

    if (!date_parse_civil_moment(blad_value(b, d, t, "Wanneer"), &day, &minutes))
        return;
    date_in_words(&line, day, true);
    buffer_format(&line, " om %d.%02d uur", minutes / 60, minutes % 60);
    blad_put(&line, "\nWaar: ", blad_value(b, d, t, "Plaats"));
    blad_put(&line, "\nMet: ", blad_values(b, d, t, "Met", ", "));
    blad_put(&line, "\nZo kom ik er: ", blad_value(b, d, t, "Vervoer"));
    blad_put(&line, "\nMeenemen: ", blad_values(b, d, t, "Meenemen", ", "));
    blad_point(d, document, &line);
    buffer_free(&line);
}

bool blad_is_gepland(const struct blad *b, struct dossier *d, const struct thing *t)
{
    struct text status = blad_value(b, d, t, "Status");

    return !status.n || text_is_string(status, "gepland");
}

void blad_afspraken(const struct blad *b, struct dossier *d, struct document *document)
{
    const struct thing **list;
    size_t n = blad_komende(b, d, &list);

    if (n)
        document_heading(document, 2, TEXT("Mijn afspraken"));
    for (size_t i = 0; i < n; i++)
        blad_afspraak(b, d, list[i], document);
}

/* ---- who helps me ---- */

void blad_begeleider(const struct blad *b, struct dossier *d, struct document *document)
{
    const struct type *agreements = schema_type(b->schema, TEXT("Werkafspraak"));
    const struct thing *melding = blad_last_with(b, d, b->names.melding, "Begeleider"),
                       *agreed = blad_last_with(b, d, agreements, "Bereikbaar");
    struct buffer line = {0};

    if (!melding || b->by_role)
        return;
    buffer_string(&line, "Mijn begeleider: ");
    buffer_text(&line, blad_value(b, d, melding, "Begeleider"));
    if (agreed)
        blad_put(&line, "\nBereikbaar: ", blad_value(b, d, agreed, "Bereikbaar"));
    blad_point(d, document, &line);
    buffer_free(&line);
}

bool blad_is_veilig(const struct blad *b, struct dossier *d, const struct thing *t)
{
    return !text_has_word("gespannen onveilig", blad_value(b, d, t, "Spanning")) &&
           !text_is_string(blad_value(b, d, t, "Band"), "verbroken") &&
           !text_is_string(blad_value(b, d, t, "Overleden"), "ja");
}

bool blad_helpt(const struct blad *b, struct dossier *d, const struct thing *t)
{
    return blad_value(b, d, t, "Steun").n && blad_is_veilig(b, d, t) &&
           !text_is_string(blad_value(b, d, t, "Richting"), "van-client");
}

static void add_helper(const struct blad *b, struct dossier *d, const struct thing *t,
                       struct document *document)
{
    name_id steun = schema_name(b->schema, TEXT("Steun"));
    struct text name = b->by_role ? TEXT("") : blad_value(b, d, t, "Naam"),
                role = blad_value(b, d, t, "Rol"), value;
    const char *between = ": ";
    struct buffer line = {0};
    size_t at = 0;

    buffer_text(&line, name.n ? name : role.n ? role : blad_plain(d, blad_value(b, d, t, "Groep")));
    while (thing_next_value(d, t, steun, &at, &value)) {
        buffer_string(&line, between);
        buffer_text(&line, in_words(steun_words, value));
        between = ", ";
    }
    blad_point(d, document, &line);
    buffer_free(&line);
}

void blad_mensen(const struct blad *b, struct dossier *d, struct document *document)
{
    const struct type *relations = schema_type(b->schema, TEXT("Relatie"));
    const struct thing *t = NULL;

    document_heading(document, 2, TEXT("Wie mij helpt"));
    blad_begeleider(b, d, document);
    while ((t = blad_next(d, relations, t)))
        if (blad_helpt(b, d, t))
            add_helper(b, d, t, document);
}

/* ---- the client's own answer ---- */

void blad_ruimte(struct document *document, const char *heading, const char *question)
{
    enum { LINES = 5 };

    document_heading(document, 2, text_of(heading));
    document_text(document, text_of(question));
    document_room(document, LINES);
}
