/* What is due, as a list for people and as rows for programs. */
#include "domain/herinner_inside.h"

#include "base/text.h"

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

void herinner_lijst(const struct herinner *h, size_t from, size_t to, bool heading, bool outside,
                    struct document *document)
{
    struct text begeleider = herinner_begeleider(h, from);
    struct buffer b = {0};

    if (heading)
        document_heading(document, 2, begeleider.n ? begeleider : TEXT("Zonder begeleider"));
    for (size_t i = from; i < to; i++) {
        const struct herinner_punt *p = &h->list[i];
        if (p->said)
            continue;
        herinner_waar(h, p, outside, &b);
        herinner_wat(p, &b);
        put_late(h, p, &b);
        document_item(document, 0, day_text(document, p->day), herinner_kept(document, &b));
        if (h->wensen.rules)
            document_item(document, 1, TEXT(""), herinner_tekst(h, p).rule);
    }
    buffer_free(&b);
}

/* ---- rows ---- */

static const struct column always[] = {
    {"begeleider", "begeleider", COLUMN_TEXT, 12}, {"dag", "dag", COLUMN_DATE, 10},
    {"dossier", "dossier", COLUMN_TEXT, 11},       {"sleutel", "sleutel", COLUMN_TEXT, 7},
    {"soort", "soort", COLUMN_TEXT, 20},           {"dagen_te_laat", "te laat", COLUMN_NUMBER, 7},
    {"wat", "wat", COLUMN_TEXT, 40}};

size_t herinner_kolommen(const struct herinner *h, struct column into[HERINNER_KOLOMMEN])
{
    size_t n = sizeof always / sizeof *always;

    for (size_t i = 0; i < n; i++)
        into[i] = always[i];
    if (h->wensen.names)
        into[n++] = (struct column){"naam", "naam", COLUMN_TEXT, 20};
    if (h->wensen.rules)
        into[n++] = (struct column){"uitleg", "uitleg", COLUMN_TEXT, 40};
    return n;
}

static struct text days_late(const struct herinner *h, const struct herinner_punt *p,
                             struct document *document, struct buffer *b)
{
    buffer_format(b, "%d", p->day < h->wensen.today ? h->wensen.today - p->day : 0);
    return herinner_kept(document, b);
}

void herinner_rijen(const struct herinner *h, size_t from, size_t to, struct document *document)
{
    struct buffer b = {0};

    for (size_t i = from; i < to; i++) {
        const struct herinner_punt *p = &h->list[i];
        struct herinner_tekst t = herinner_tekst(h, p);
        struct text *cells;
        size_t n = 0;
        if (p->said)
            continue;
        cells = arena_take(document->arena, HERINNER_KOLOMMEN * sizeof *cells);
        cells[n++] = herinner_begeleider(h, i);
        cells[n++] = day_text(document, p->day);
        cells[n++] = t.dossier;
        cells[n++] = t.key;
        cells[n++] = text_of(agenda_teksten[p->soort].code);
        cells[n++] = days_late(h, p, document, &b);
        herinner_wat(p, &b);
        cells[n++] = herinner_kept(document, &b);
        if (h->wensen.names)
            cells[n++] = t.name;
        if (h->wensen.rules)
            cells[n++] = t.rule;
        document_row(document, cells);
    }
    buffer_free(&b);
}
