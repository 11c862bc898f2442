#include "domain/balans_blad.h"
#include "base/text.h"
#include "domain/balans_beeld.h"

/* ---- one time ---- */

/* A picture goes its own way, out of the sheet: it says whose it is, and of when. */
static struct text picture_title(const struct blad *b, struct dossier *d, const char *what,
                                 date day)
{
    const struct thing *client = blad_last(d, b->names.client);
    struct buffer title = {0};
    struct text kept;

    buffer_string(&title, what);
    if (client)
        blad_put(&title, " – ", blad_value(b, d, client, "Naam"));
    if (day != DATE_NONE)
        blad_put_day(d, &title, ", ", day, "");
    kept = blad_kept(d, &title);
    buffer_free(&title);
    return kept;
}

static void add_difference(struct dossier *d, const struct weighings *all, const struct weighing *w,
                           struct document *document)
{
    document_heading(document, 2, TEXT("Wat is er anders dan de vorige keer?"));
    if (w == all->list) {
        document_text(document, TEXT("Dit is de eerste keer dat dit gewogen is."));
        return;
    }
    document_text(document, balans_when(d, "De vorige keer was op ", w - 1));
    balans_changes(d, w - 1, w, document);
}

/* When there is much, a scale that fits on paper has small letters: then all of it stands in words
 * too. */
static void add_in_words(struct dossier *d, const struct weighing *w, struct document *document)
{
    enum { MUCH = 12 };

    if (w->sides[SIDE_KRACHT].count <= MUCH && w->sides[SIDE_LAST].count <= MUCH)
        return;
    document_heading(document, 2, TEXT("Alles wat op de weegschaal ligt"));
    balans_all(d, w, document);
}

const struct thing *balans_blad(const struct blad *b, struct dossier *d,
                                const struct weighings *all, const struct weighing *w,
                                struct document *document)
{
    const struct thing *mind = blad_begin(b, d, "Mijn balans", document);

    document_picture(document, balans_scale(d, w, picture_title(b, d, "Mijn balans", w->day)));
    document_text(document, TEXT("Het cijfer zegt hoe sterk of hoe zwaar iets is. 1 is een beetje, "
                                 "5 is heel veel."));
    add_in_words(d, w, document);
    if (w->toelichting.n) {
        document_heading(document, 2, TEXT("Erbij verteld"));
        document_text(document, w->toelichting);
    }
    add_difference(d, all, w, document);
    blad_end(b, document);
    return mind;
}

/* ---- over time ---- */

static void add_ground(struct dossier *d, const struct weighings *all, struct document *document)
{
    struct buffer line = {0};

    buffer_string(&line, "Hoe langer een balk is, hoe meer gewicht erin zit. Lang of kort is niet "
                         "goed of fout.\nDit blad komt uit ");
    for (size_t i = 0; i < all->count; i++) {
        buffer_string(&line, i ? ", " : "");
        buffer_text(&line, all->list[i].thing->key);
        blad_put_day(d, &line, " van ", all->list[i].day, "");
    }
    buffer_string(&line, ".");
    document_text(document, blad_kept(d, &line));
    buffer_free(&line);
}

const struct thing *balans_verloop(const struct blad *b, struct dossier *d,
                                   const struct weighings *all, struct document *document)
{
    static const char title[] = "Mijn balans in de tijd";
    const struct thing *mind = blad_begin(b, d, title, document);

    document_picture(document, balans_bars(d, all, picture_title(b, d, title, DATE_NONE)));
    add_ground(d, all, document);
    for (size_t i = 0; i < all->count; i++) {
        const struct weighing *w = &all->list[i];
        document_heading(document, 2, blad_day(d, w->day, false));
        document_text(document, balans_when(d, "Gewogen op ", w));
        if (i)
            balans_changes(d, w - 1, w, document);
        else
            balans_all(d, w, document);
    }
    blad_end(b, document);
    return mind;
}

/* ---- rows ---- */

enum { DOSSIER, DAG, SLEUTEL, KANT, GEWICHT, TEKST, VOLGENS, COLUMNS };

const struct column balans_columns[] = {
    {"dossier", "Dossier", COLUMN_TEXT, 12},  {"dag", "Dag", COLUMN_DATE, 10},
    {"sleutel", "Sleutel", COLUMN_TEXT, 8},   {"kant", "Kant", COLUMN_TEXT, 11},
    {"gewicht", "Gewicht", COLUMN_NUMBER, 7}, {"tekst", "Tekst", COLUMN_TEXT, 20},
    {"volgens", "Volgens", COLUMN_TEXT, 10}};
const size_t balans_column_count = COLUMNS;

static void add_row(struct dossier *d, const struct weighing *w, enum side side,
                    const struct weight *item, struct document *document)
{
    struct text *cells = arena_take(&d->arena, COLUMNS * sizeof *cells);
    char day[11], weight = (char)('0' + item->weight);

    cells[DOSSIER] = d->id;
    cells[DAG] = arena_text(&d->arena, text_of(date_write(w->day, day)));
    cells[SLEUTEL] = w->thing->key;
    cells[KANT] = side == SIDE_KRACHT ? TEXT("draagkracht") : TEXT("draaglast");
    cells[GEWICHT] = arena_text(&d->arena, (struct text){&weight, 1});
    cells[TEKST] = item->what;
    cells[VOLGENS] = w->volgens;
    document_row(document, cells);
}

void balans_rows(struct dossier *d, const struct weighings *all, struct document *document)
{
    for (size_t i = 0; i < all->count; i++)
        for (int side = 0; side < SIDES; side++)
            for (size_t j = 0; j < all->list[i].sides[side].count; j++)
                add_row(d, &all->list[i], (enum side)side, &all->list[i].sides[side].list[j],
                        document);
}
