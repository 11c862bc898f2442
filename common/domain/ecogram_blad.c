#include "domain/ecogram_blad.h"
#include "base/text.h"
#include "domain/ecogram.h"
#include "domain/netwerk_verschil.h"

/* ---- sheets ---- */

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
    blad_put_day(d, &title, ", ", day, "");
    kept = blad_kept(d, &title);
    buffer_free(&title);
    return kept;
}

static bool is_tense(const struct netwerk *n)
{
    for (size_t i = 0; i < n->count; i++)
        if (n->list[i].spanning >= SPANNING_GESPANNEN)
            return true;
    return false;
}

/* What stands on it may hurt who sees it: the sheet says how to give it, and not why. */
static struct ecogram_mind begin(const struct blad *b, struct dossier *d, const char *title,
                                 const struct netwerk *n, struct document *document)
{
    struct ecogram_mind mind = {blad_begin(b, d, title, document), is_tense(n)};

    if (mind.tense && !mind.client)
        blad_zelf_geven(document);
    return mind;
}

/* When there are many, a drawing that fits on paper has small letters: then all of it stands in
 * words too. */
static void add_in_words(struct dossier *d, const struct netwerk *n, struct document *document)
{
    enum { MUCH = 24 };
    struct buffer line = {0};

    if (n->count <= MUCH)
        return;
    document_heading(document, 2, TEXT("Iedereen die erop staat"));
    for (size_t i = 0; i < n->count; i++) {
        buffer_text(&line, n->list[i].who);
        buffer_string(&line, ": ");
        netwerk_in_words(&line, &n->list[i]);
        blad_point(d, document, &line);
    }
    buffer_free(&line);
}

struct ecogram_mind ecogram_blad(const struct blad *b, struct dossier *d, struct netwerk_wishes w,
                                 date day, struct document *document)
{
    static const char title[] = "Mijn netwerk";
    struct netwerk n = netwerk_read(b, d, w);
    struct ecogram e = {&n, day, w.no_tension, DATE_NONE};
    struct ecogram_mind mind = begin(b, d, title, &n, document);

    document_picture(document, ecogram_picture(d, &e, picture_title(b, d, title, day)));
    add_in_words(d, &n, document);
    blad_end(b, document);
    return mind;
}

struct ecogram_mind ecogram_verschil(const struct blad *b, struct dossier *d,
                                     struct netwerk_wishes w, const struct netwerk *before,
                                     const struct netwerk *now, date since, date day,
                                     struct document *document)
{
    static const char title[] = "Wat er anders is in mijn netwerk";
    struct netwerk both = netwerk_verschil(d, before, now);
    struct ecogram e = {&both, day, w.no_tension, since};
    struct ecogram_mind mind = begin(b, d, title, &both, document);

    mind.tense = mind.tense || is_tense(before);
    document_picture(document, ecogram_picture(d, &e, picture_title(b, d, title, day)));
    netwerk_verschil_woorden(d, &both, document);
    blad_end(b, document);
    return mind;
}

/* ---- a list ---- */

static const char *const fields[] = {"Groep",   "Band",  "Spanning",     "Richting",
                                     "Afstand", "Steun", "Mantelzorger", "Overleden"};
enum { FIELDS = sizeof fields / sizeof *fields };
enum { DOSSIER, SLEUTEL, WIE, FIRST_FIELD, LAATST = FIRST_FIELD + FIELDS, COLUMNS };

const struct column netwerk_columns[] = {{"dossier", "Dossier", COLUMN_TEXT, 9},
                                         {"sleutel", "Sleutel", COLUMN_TEXT, 4},
                                         {"wie", "Wie", COLUMN_TEXT, 20},
                                         {"groep", "Groep", COLUMN_TEXT, 12},
                                         {"band", "Band", COLUMN_TEXT, 9},
                                         {"spanning", "Spanning", COLUMN_TEXT, 9},
                                         {"richting", "Richting", COLUMN_TEXT, 11},
                                         {"afstand", "Afstand", COLUMN_NUMBER, 1},
                                         {"steun", "Steun", COLUMN_TEXT, 22},
                                         {"mantelzorger", "Mantelzorger", COLUMN_TEXT, 4},
                                         {"overleden", "Overleden", COLUMN_TEXT, 4},
                                         {"laatst", "Laatst", COLUMN_DATE, 10}};
const size_t netwerk_column_count = COLUMNS;

static void add_row(const struct blad *b, struct dossier *d, const struct relatie *r,
                    struct document *document)
{
    const struct thing *t = fold_find(d, schema_type(b->schema, TEXT("Relatie")), r->key);
    struct text *cells = arena_take(&d->arena, COLUMNS * sizeof *cells);
    char day[11];

    cells[DOSSIER] = d->id;
    cells[SLEUTEL] = r->key;
    cells[WIE] = r->who;
    for (int i = 0; i < FIELDS; i++)
        cells[FIRST_FIELD + i] = blad_values(b, d, t, fields[i], " ");
    cells[LAATST] = arena_text(&d->arena, text_of(date_write(r->last, day)));
    document_row(document, cells);
}

void netwerk_rijen(const struct blad *b, struct dossier *d, struct netwerk_wishes w,
                   struct document *document)
{
    struct netwerk n = netwerk_read(b, d, w);

    for (size_t i = 0; i < n.count; i++)
        add_row(b, d, &n.list[i], document);
}
