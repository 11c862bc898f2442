#include "domain/termijn_blad.h"
#include "base/text.h"
#include "domain/blad.h"

const struct column termijn_kolommen[TERMIJN_KOLOMMEN] = {
    {"dossier", "dossier", COLUMN_TEXT, 11}, {"melding", "melding", COLUMN_TEXT, 7},
    {"termijn", "termijn", COLUMN_TEXT, 16}, {"begin", "begin", COLUMN_DATE, 10},
    {"einde", "einde", COLUMN_DATE, 10},     {"stand", "stand", COLUMN_TEXT, 10},
    {"klaar", "klaar", COLUMN_DATE, 10},     {"dagen", "dagen", COLUMN_NUMBER, 6},
    {"uitleg", "uitleg", COLUMN_TEXT, 60},
};

/* ---- for people ---- */

static void put_days(struct buffer *b, int64_t days)
{
    buffer_format(b, "%lld %s", (long long)days, days == 1 ? "dag" : "dagen");
}

static void put_until(struct buffer *b, const char *before, date day)
{
    buffer_string(b, before);
    date_in_words(b, day, true);
}

static void put_running(struct buffer *b, date end, date today)
{
    put_until(b, "tot en met ", end);
    if (end == today) {
        buffer_string(b, ", dat is vandaag");
        return;
    }
    buffer_string(b, ", nog ");
    put_days(b, (int64_t)end - today);
}

static void put_over(struct buffer *b, date end, date today)
{
    put_until(b, "nog open; de laatste dag was ", end);
    buffer_string(b, ", ");
    put_days(b, (int64_t)today - end);
    buffer_string(b, " geleden");
}

static void put_met(struct buffer *b, const struct termijn *t)
{
    put_until(b, t->van_client ? "gekregen op " : "klaar op ", t->klaar);
    if (t->stand == TERMIJN_TE_LAAT) {
        buffer_string(b, ", ");
        put_days(b, (int64_t)t->klaar - t->einde);
        put_until(b, " na de laatste dag, ", t->einde);
    } else if (!t->van_client) {
        put_until(b, ", op tijd; het kon tot en met ", t->einde);
    }
}

static void put_stand(struct buffer *b, const struct termijn *t, date today)
{
    switch (t->stand) {
    case TERMIJN_LOOPT:
        put_running(b, t->einde, today);
        break;
    case TERMIJN_STIL:
        buffer_string(b, "staat stil; daarna nog ");
        put_days(b, t->over);
        break;
    case TERMIJN_VERSTREKEN:
        put_over(b, t->einde, today);
        break;
    case TERMIJN_GEHAALD:
    case TERMIJN_TE_LAAT:
        put_met(b, t);
        break;
    case TERMIJN_VOORBIJ:
        put_until(b, "kon tot en met ", t->einde);
        buffer_string(b, "; er kwam er geen, en dat hoeft ook niet");
        break;
    case TERMIJN_VERVALLEN:
        put_until(b, "vervallen op ", t->klaar);
        if (t->klaar > t->einde)
            put_until(b, "; de laatste dag was al voorbij, ", t->einde);
        break;
    }
}

static void put_termijn(struct dossier *d, const struct termijn *t, date today, bool uitleg,
                        struct document *document)
{
    static const char *const labels[TERMIJN_SOORTEN] = {"Eigen plan", "Onderzoek", "Beschikking"};
    struct buffer b = {0};
    struct text label;

    buffer_format(&b, "%s bij ", labels[t->regel->soort]);
    buffer_text(&b, t->melding->key);
    label = blad_kept(d, &b);
    put_stand(&b, t, today);
    document_item(document, 0, label, blad_kept(d, &b));
    if (uitleg)
        document_item(document, 1, (struct text){0}, t->uitleg);
    buffer_free(&b);
}

static void put_bewaren(struct dossier *d, const struct bewaren *kept, bool uitleg,
                        struct document *document)
{
    struct buffer b = {0};

    if (kept->laatste == DATE_NONE)
        buffer_string(&b, "nog niet te zeggen tot wanneer");
    else
        put_until(&b, "tot en met ", kept->laatste);
    if (kept->eerste != kept->laatste)
        put_until(&b, "; de oudste gegevens tot en met ", kept->eerste);
    document_item(document, 0, TEXT("Bewaren"), blad_kept(d, &b));
    if (uitleg)
        document_item(document, 1, (struct text){0}, kept->uitleg);
    buffer_free(&b);
}

void termijn_blad(const struct termijnen *t, struct dossier *d, date today, bool uitleg,
                  struct document *document)
{
    struct termijn *list;
    size_t count = termijnen_van(t, d, today, &list);
    struct bewaren kept = bewaren_van(t, d);
    struct buffer b = {0};

    buffer_string(&b, "Dossier ");
    buffer_text(&b, d->id);
    document_heading(document, 2, blad_kept(d, &b));
    for (size_t i = 0; i < count; i++)
        put_termijn(d, &list[i], today, uitleg, document);
    if (kept.regel)
        put_bewaren(d, &kept, uitleg, document);
    if (!count && !kept.regel)
        document_text(document, TEXT("Voor dit dossier is er geen termijn."));
    buffer_free(&b);
}

/* ---- rows ---- */

static struct text day_cell(struct dossier *d, date day)
{
    char into[11];

    return arena_text(&d->arena, text_of(date_write(day, into)));
}

static struct text number_cell(struct dossier *d, int64_t number)
{
    struct buffer b = {0};
    struct text made;

    buffer_format(&b, "%lld", (long long)number);
    made = blad_kept(d, &b);
    buffer_free(&b);
    return made;
}

static void row_of_termijn(struct dossier *d, const struct termijn *t, date today,
                           struct document *document)
{
    struct text *cells = arena_take(&d->arena, TERMIJN_KOLOMMEN * sizeof *cells);
    bool open = t->klaar == DATE_NONE;

    cells[0] = d->id;
    cells[1] = t->melding->key;
    cells[2] = text_of(termijn_namen[t->regel->soort]);
    cells[3] = day_cell(d, t->begin);
    cells[4] = day_cell(d, t->einde);
    cells[5] = text_of(termijn_standen[t->stand]);
    cells[6] = day_cell(d, t->klaar);
    cells[7] = !open || t->stand == TERMIJN_VOORBIJ ? (struct text){0}
               : t->stand == TERMIJN_STIL           ? number_cell(d, t->over)
                                                    : number_cell(d, (int64_t)t->einde - today);
    cells[8] = t->uitleg;
    document_row(document, cells);
}

static void row_of_bewaren(struct dossier *d, const char *name, date end, struct text uitleg,
                           date today, struct document *document)
{
    struct text *cells = arena_take(&d->arena, TERMIJN_KOLOMMEN * sizeof *cells);
    bool over = end != DATE_NONE && end < today;

    for (size_t i = 0; i < TERMIJN_KOLOMMEN; i++)
        cells[i] = (struct text){0};
    cells[0] = d->id;
    cells[2] = text_of(name);
    cells[4] = day_cell(d, end);
    cells[5] = text_of(termijn_standen[over ? TERMIJN_VERSTREKEN : TERMIJN_LOOPT]);
    if (end != DATE_NONE)
        cells[7] = number_cell(d, (int64_t)end - today);
    cells[8] = uitleg;
    document_row(document, cells);
}

void termijn_rijen(const struct termijnen *t, struct dossier *d, date today,
                   struct document *document)
{
    struct termijn *list;
    size_t count = termijnen_van(t, d, today, &list);
    struct bewaren kept = bewaren_van(t, d);

    for (size_t i = 0; i < count; i++)
        row_of_termijn(d, &list[i], today, document);
    if (kept.regel && kept.eerste != kept.laatste)
        row_of_bewaren(d, "bewaren-oudste", kept.eerste, kept.uitleg, today, document);
    if (kept.regel)
        row_of_bewaren(d, "bewaren", kept.laatste, kept.uitleg, today, document);
}
