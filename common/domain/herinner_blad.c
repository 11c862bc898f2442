/* What is due, as a list for people and as rows for programs. */
#include "domain/herinner_inside.h"

#include "base/text.h"

/* So many points at once: a document is kept small, however long the list. */
enum { PIECE = 256 };

struct text herinner_kept(struct document *document, struct buffer *b)
{
    struct text kept = arena_text(document->arena, buffer_view(b));

    b->n = 0;
    return kept;
}

void herinner_wat(const struct herinner_punt *p, struct buffer *b)
{
    buffer_string(b, agenda_teksten[p->soort].regel);
    if (p->minutes >= 0)
        buffer_format(b, " om %d.%02d uur", p->minutes / 60, p->minutes % 60);
}

void herinner_waar(const struct herinner *h, const struct herinner_punt *p, bool outside,
                   struct buffer *b)
{
    struct herinner_tekst t = herinner_tekst(h, p);

    buffer_text(b, t.dossier);
    if (t.name.n) {
        buffer_string(b, " (");
        buffer_text(b, t.name);
        buffer_byte(b, ')');
    }
    if (!outside || p->soort != AGENDA_DOMEIN) {
        buffer_byte(b, ' ');
        buffer_text(b, t.key);
    }
    buffer_string(b, ": ");
}

static void put_number(struct buffer *b, int n, const char *one, const char *more)
{
    buffer_format(b, "%d %s", n, n == 1 ? one : more);
}

/* How long ago its day was. */
static void put_late(const struct herinner *h, const struct herinner_punt *p, struct buffer *b)
{
    int days = h->wensen.today - p->day;

    if (days < 0)
        return;
    if (days == 0) {
        buffer_string(b, " (vandaag)");
        return;
    }
    buffer_string(b, agenda_teksten[p->soort].nu ? " (sinds " : " (");
    if (days < 14)
        put_number(b, days, "dag", "dagen");
    else
        put_number(b, days / 7, "week", "weken");
    buffer_string(b, agenda_teksten[p->soort].nu ? ")" : " te laat)");
}

static struct text day_text(struct document *document, date day)
{
    char written[11];

    return arena_text(document->arena, text_of(date_write(day, written)));
}

static void put_item(const struct herinner *h, const struct herinner_punt *p, bool outside,
                     struct document *document, struct buffer *b)
{
    herinner_waar(h, p, outside, b);
    herinner_wat(p, b);
    put_late(h, p, b);
    document_item(document, 0, day_text(document, p->day), herinner_kept(document, b));
    if (h->wensen.rules)
        document_item(document, 1, TEXT(""), herinner_tekst(h, p).rule);
}

/* The first that is said of this worker. */
static bool begins_group(const struct herinner *h, size_t at)
{
    size_t before = at;

    while (before > 0 && h->list[before - 1].groep == h->list[at].groep)
        if (!h->list[--before].said)
            return false;
    return true;
}

static void put_heading(const struct herinner *h, size_t at, struct document *document)
{
    struct text name = herinner_begeleider(h, at);

    document_heading(document, 2, name.n ? name : TEXT("Zonder begeleider"));
}

/* ---- rows ---- */

static const struct column always[] = {{"begeleider", "begeleider", COLUMN_TEXT, 12},
                                       {"dag", "dag", COLUMN_DATE, 10},
                                       {"dossier", "dossier", COLUMN_TEXT, 11},
                                       {"sleutel", "sleutel", COLUMN_TEXT, 7},
                                       {"soort", "soort", COLUMN_TEXT, 20},
                                       {"dagen_te_laat", "te laat", COLUMN_NUMBER, 7},
                                       {"wat", "wat", COLUMN_TEXT, 40}};

size_t herinner_kolommen(const struct herinner *h, enum herinner_vorm vorm,
                         struct column into[HERINNER_KOLOMMEN])
{
    size_t n = vorm == HERINNER_ICAL ? HERINNER_KOLOMMEN : sizeof always / sizeof *always;

    if (vorm == HERINNER_LIJST)
        return 0;
    for (size_t i = 0; i < n; i++)
        into[i] = vorm == HERINNER_ICAL ? herinner_ical[i] : always[i];
    if (vorm == HERINNER_RIJEN && h->wensen.names)
        into[n++] = (struct column){"naam", "naam", COLUMN_TEXT, 20};
    if (vorm == HERINNER_RIJEN && h->wensen.rules)
        into[n++] = (struct column){"uitleg", "uitleg", COLUMN_TEXT, 40};
    return n;
}

static struct text days_late(const struct herinner *h, const struct herinner_punt *p,
                             struct document *document, struct buffer *b)
{
    buffer_format(b, "%d", p->day < h->wensen.today ? h->wensen.today - p->day : 0);
    return herinner_kept(document, b);
}

static const struct text *row_of(const struct herinner *h, size_t at, struct document *document,
                                 struct buffer *b)
{
    const struct herinner_punt *p = &h->list[at];
    struct herinner_tekst t = herinner_tekst(h, p);
    struct text *cells = arena_take(document->arena, HERINNER_KOLOMMEN * sizeof *cells);
    size_t n = 0;

    cells[n++] = herinner_begeleider(h, at);
    cells[n++] = day_text(document, p->day);
    cells[n++] = t.dossier;
    cells[n++] = t.key;
    cells[n++] = text_of(agenda_teksten[p->soort].code);
    cells[n++] = days_late(h, p, document, b);
    herinner_wat(p, b);
    cells[n++] = herinner_kept(document, b);
    if (h->wensen.names)
        cells[n++] = t.name;
    if (h->wensen.rules)
        cells[n++] = t.rule;
    return cells;
}

size_t herinner_stuk(const struct herinner *h, enum herinner_vorm vorm, size_t at, size_t to,
                     bool outside, struct document *document)
{
    struct buffer b = {0};

    for (size_t end = to - at > PIECE ? at + PIECE : to; at < end; at++) {
        const struct herinner_punt *p = &h->list[at];
        if (p->said)
            continue;
        if (vorm == HERINNER_ICAL)
            document_row(document, herinner_ical_rij(h, p, document, &b));
        else if (vorm == HERINNER_RIJEN)
            document_row(document, row_of(h, at, document, &b));
        else {
            if (begins_group(h, at))
                put_heading(h, at, document);
            put_item(h, p, outside, document, &b);
        }
    }
    buffer_free(&b);
    return at;
}
