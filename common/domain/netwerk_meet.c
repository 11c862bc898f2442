#include "domain/netwerk_meet.h"
#include "base/text.h"

bool meting_is_stil(const struct relatie *r, date day)
{
    return r->last <= date_add_months(day, -12);
}

static void count_one(struct meting *m, const struct relatie *r)
{
    m->size++;
    m->formeel += netwerk_is_formeel(r);
    m->banden[r->band]++;
    if (r->spanning != NOT_NOTED)
        m->spanningen[r->spanning]++;
    if (r->richting != NOT_NOTED)
        m->richtingen[r->richting]++;
    for (int i = 0; i < STEUNEN; i++)
        if (netwerk_geeft(r, (enum steun)i))
            m->only[i] = m->steun[i]++ ? NULL : r;
    m->silent += meting_is_stil(r, m->day);
}

struct meting meting_of(const struct netwerk *n, date day)
{
    struct meting m = {.day = day};

    for (size_t i = 0; i < n->count; i++)
        if (!n->list[i].overleden)
            count_one(&m, &n->list[i]);
    return m;
}

/* ---- a sheet ---- */

struct sheet {
    struct dossier *d;
    const struct meting *m;
    struct document *document;
    struct buffer line;
};

static void put_pair(struct sheet *s, const char *label)
{
    document_pair(s->document, 0, label, blad_kept(s->d, &s->line));
}

/* Without `band` behind it: there may be more than one. */
static struct text band_word(int band)
{
    static const char *const words[] = {"sterk", "gewoon", "zwak", "verbroken", "nog niet bekend"};

    return text_of(words[band]);
}

/* `3 sterk, 1 zwak`; what is not there is left out. */
static void put_counts(struct buffer *b, const unsigned *counts, int from, int to,
                       struct text (*word)(int))
{
    for (int i = from; i < to; i++)
        if (counts[i]) {
            struct text t = word(i);
            buffer_format(b, "%s%u %.*s", b->n ? ", " : "", counts[i], (int)t.n, t.p);
        }
}

static void add_size(struct sheet *s)
{
    buffer_format(&s->line, "%u", s->m->size);
    put_pair(s, "Mensen en diensten");
    buffer_format(&s->line, "%u, formeel %u", s->m->size - s->m->formeel, s->m->formeel);
    if (s->m->size)
        buffer_format(&s->line, " (%u%% formeel)",
                      (s->m->formeel * 100 + s->m->size / 2) / s->m->size);
    put_pair(s, "Informeel");
}

static void add_ties(struct sheet *s)
{
    unsigned noted = 0;

    put_counts(&s->line, s->m->banden, 0, BANDEN, band_word);
    put_pair(s, "Banden");
    for (int i = 0; i < SPANNINGEN; i++)
        noted += s->m->spanningen[i];
    if (s->m->spanningen[SPANNING_GEEN])
        buffer_format(&s->line, "%u geen spanning", s->m->spanningen[SPANNING_GEEN]);
    put_counts(&s->line, s->m->spanningen, SPANNING_WISSELEND, SPANNINGEN, netwerk_spanning);
    if (noted < s->m->size)
        buffer_format(&s->line, "%s%u nog niet genoteerd", s->line.n ? ", " : "",
                      s->m->size - noted);
    put_pair(s, "Spanning");
}

static void add_directions(struct sheet *s)
{
    unsigned noted = 0;

    for (int i = 0; i < RICHTINGEN; i++)
        noted += s->m->richtingen[i];
    buffer_format(&s->line, "%u van de %u banden waar de richting genoteerd is",
                  s->m->richtingen[RICHTING_WEDERZIJDS], noted);
    put_pair(s, "Wederzijds");
}

static void add_support(struct sheet *s)
{
    document_heading(s->document, 2, TEXT("Steun"));
    for (int i = 0; i < STEUNEN; i++) {
        struct text word = netwerk_steun(i);
        if (!s->m->steun[i])
            buffer_string(&s->line, "nog van niemand genoteerd");
        else if (s->m->only[i]) {
            buffer_string(&s->line, "alleen van ");
            buffer_text(&s->line, s->m->only[i]->who);
            buffer_string(&s->line, ": wie is er als dat een keer niet kan?");
        } else
            buffer_format(&s->line, "van %u", s->m->steun[i]);
        document_pair(s->document, 0, word.p, blad_kept(s->d, &s->line));
    }
}

static void add_silent(struct sheet *s, const struct netwerk *n)
{
    document_heading(s->document, 2, TEXT("Langer dan een jaar niet over gesproken"));
    for (size_t i = 0; i < n->count; i++) {
        const struct relatie *r = &n->list[i];
        if (r->overleden || !meting_is_stil(r, s->m->day))
            continue;
        buffer_text(&s->line, r->who);
        blad_put_day(s->d, &s->line, ", voor het laatst op ", r->last, "");
        blad_point(s->d, s->document, &s->line);
    }
    if (!s->m->silent)
        document_text(s->document, TEXT("Niemand."));
}

void meting_blad(struct dossier *d, const struct netwerk *n, const struct meting *m,
                 struct document *document)
{
    struct sheet s = {d, m, document, {0}};

    buffer_string(&s.line, "Netwerk van ");
    buffer_text(&s.line, d->id);
    document_heading(document, 1, blad_kept(d, &s.line));
    document_text(document, blad_day(d, m->day, false));
    add_size(&s);
    if (m->size) {
        add_ties(&s);
        add_directions(&s);
        add_support(&s);
        add_silent(&s, n);
    }
    document_note(document, TEXT("Intern: alleen voor wie met dit dossier werkt. Een getal zegt "
                                 "niet of een netwerk goed is: dat zegt de cliënt."));
    buffer_free(&s.line);
}

/* ---- a line ---- */

/* `steun: 2 emotioneel, 1 advies`, or what is said when there is none of it. */
static void put_some(struct buffer *b, const char *before, const unsigned *counts, int from, int to,
                     struct text (*word)(int), const char *none)
{
    struct buffer some = {0};

    put_counts(&some, counts, from, to, word);
    buffer_string(b, before);
    if (some.n)
        buffer_text(b, buffer_view(&some));
    else
        buffer_string(b, none);
    buffer_free(&some);
}

struct text meting_regel(struct dossier *d, const struct meting *m)
{
    const char *before = "; maar van een: ";
    struct buffer b = {0};
    struct text kept;

    buffer_text(&b, d->id);
    buffer_format(&b, ": %u mensen en diensten (%u informeel, %u formeel)", m->size,
                  m->size - m->formeel, m->formeel);
    if (m->size) {
        put_some(&b, "; banden: ", m->banden, 0, BANDEN, band_word, "");
        put_some(&b, "; ", m->spanningen, SPANNING_WISSELEND, SPANNINGEN, netwerk_spanning,
                 "geen spanning genoteerd");
        put_some(&b, "; steun: ", m->steun, 0, STEUNEN, netwerk_steun, "geen genoteerd");
    }
    for (int i = 0; i < STEUNEN; i++)
        if (m->only[i]) {
            buffer_string(&b, before);
            buffer_text(&b, netwerk_steun(i));
            before = ", ";
        }
    buffer_byte(&b, '.');
    kept = blad_kept(d, &b);
    buffer_free(&b);
    return kept;
}

/* ---- a row ---- */

enum {
    DOSSIER,
    DAG,
    OMVANG,
    INFORMEEL,
    FORMEEL,
    STERK,
    GEEN = STERK + BANDEN,
    EMOTIONEEL = GEEN + SPANNINGEN,
    ENIGE = EMOTIONEEL + STEUNEN,
    NAAR_CLIENT,
    STIL = NAAR_CLIENT + RICHTINGEN,
    COLUMNS
};

const struct column meting_columns[] = {{"dossier", "Dossier", COLUMN_TEXT, 12},
                                        {"dag", "Dag", COLUMN_DATE, 10},
                                        {"omvang", "Omvang", COLUMN_NUMBER, 6},
                                        {"informeel", "Informeel", COLUMN_NUMBER, 6},
                                        {"formeel", "Formeel", COLUMN_NUMBER, 6},
                                        {"sterk", "Sterk", COLUMN_NUMBER, 5},
                                        {"gewoon", "Gewoon", COLUMN_NUMBER, 5},
                                        {"zwak", "Zwak", COLUMN_NUMBER, 5},
                                        {"verbroken", "Verbroken", COLUMN_NUMBER, 5},
                                        {"onbekend", "Onbekend", COLUMN_NUMBER, 5},
                                        {"geen_spanning", "Geen spanning", COLUMN_NUMBER, 5},
                                        {"wisselend", "Wisselend", COLUMN_NUMBER, 5},
                                        {"gespannen", "Gespannen", COLUMN_NUMBER, 5},
                                        {"onveilig", "Onveilig", COLUMN_NUMBER, 5},
                                        {"emotioneel", "Emotioneel", COLUMN_NUMBER, 5},
                                        {"praktisch", "Praktisch", COLUMN_NUMBER, 5},
                                        {"gezelschap", "Gezelschap", COLUMN_NUMBER, 5},
                                        {"advies", "Advies", COLUMN_NUMBER, 5},
                                        {"maar_van_een", "Maar van een", COLUMN_TEXT, 12},
                                        {"naar_client", "Naar client", COLUMN_NUMBER, 5},
                                        {"van_client", "Van client", COLUMN_NUMBER, 5},
                                        {"wederzijds", "Wederzijds", COLUMN_NUMBER, 5},
                                        {"jaar_stil", "Jaar stil", COLUMN_NUMBER, 5}};
const size_t meting_column_count = COLUMNS;

static struct text number(struct dossier *d, unsigned n)
{
    struct buffer b = {0};
    struct text kept;

    buffer_format(&b, "%u", n);
    kept = blad_kept(d, &b);
    buffer_free(&b);
    return kept;
}

static void put_numbers(struct dossier *d, struct text *cells, const unsigned *counts, int count)
{
    for (int i = 0; i < count; i++)
        cells[i] = number(d, counts[i]);
}

static struct text only_kinds(struct dossier *d, const struct meting *m)
{
    struct buffer b = {0};
    struct text kept;

    for (int i = 0; i < STEUNEN; i++)
        if (m->only[i])
            blad_put(&b, b.n ? " " : "", netwerk_steun(i));
    kept = blad_kept(d, &b);
    buffer_free(&b);
    return kept;
}

void meting_rij(struct dossier *d, const struct meting *m, struct document *document)
{
    struct text *cells = arena_take(&d->arena, COLUMNS * sizeof *cells);
    char day[11];

    cells[DOSSIER] = d->id;
    cells[DAG] = arena_text(&d->arena, text_of(date_write(m->day, day)));
    cells[OMVANG] = number(d, m->size);
    cells[INFORMEEL] = number(d, m->size - m->formeel);
    cells[FORMEEL] = number(d, m->formeel);
    put_numbers(d, cells + STERK, m->banden, BANDEN);
    put_numbers(d, cells + GEEN, m->spanningen, SPANNINGEN);
    put_numbers(d, cells + EMOTIONEEL, m->steun, STEUNEN);
    cells[ENIGE] = only_kinds(d, m);
    put_numbers(d, cells + NAAR_CLIENT, m->richtingen, RICHTINGEN);
    cells[STIL] = number(d, m->silent);
    document_row(document, cells);
}
