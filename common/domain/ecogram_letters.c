/* An ecogram in letters, 80 columns: own people on the left of the client, professionals and
 * services on the right. The closer somebody is, the shorter the tie. */
#include "base/text.h"
#include "domain/ecogram.h"

#include <string.h>

enum {
    SIDE = 39,
    LABEL = 22,
    CELLS = 16, /* of the longest tie */
    DANGER_CELLS = 4,
    BREAK_CELLS = 3
};

/* By distance; the first is for whom it was not noted. */
static const int tie_cells[FURTHEST + 1] = {CELLS, 10, 13, CELLS};

/* ---- a tie ---- */

static void put_cells(const char **cells, int from, const char *const *signs, int count)
{
    for (int i = 0; i < count; i++)
        cells[from + i] = signs[i];
}

/* What stands on the line, in the middle of what is left of it. */
static void put_tension(const char **cells, int from, int to, int spanning)
{
    static const char *const signs[SPANNINGEN][DANGER_CELLS] = {
        {NULL}, {"/", "\\"}, {"/", "\\", "/", "\\"}, {"!", "/", "\\", "!"}};
    static const int counts[SPANNINGEN] = {0, 2, DANGER_CELLS, DANGER_CELLS};

    if (spanning > SPANNING_GEEN)
        put_cells(cells, from + (to - from - counts[spanning]) / 2, signs[spanning],
                  counts[spanning]);
}

/* From the client outward; on the left the two ends of a gap change sides. */
static int make_tie(const struct relatie *r, bool formeel, const char **cells)
{
    static const char *const strokes[BANDEN] = {"═", "─", "╌", "─", "·"};
    const char *const gap[BREAK_CELLS] = {formeel ? "┤" : "├", " ", formeel ? "├" : "┤"};
    int count = tie_cells[r->afstand], first = 1;

    for (int i = 0; i < count; i++)
        cells[i] = strokes[r->band];
    if (r->band == BAND_VERBROKEN) {
        put_cells(cells, first + 1, gap, BREAK_CELLS);
        first += 1 + BREAK_CELLS;
    }
    put_tension(cells, first, count - 1, r->spanning);
    return count;
}

static void put_tie(struct buffer *b, const struct relatie *r, bool formeel)
{
    const char *cells[CELLS];
    int count = make_tie(r, formeel, cells);

    if (r->richting == RICHTING_NAAR_CLIENT || r->richting == RICHTING_WEDERZIJDS)
        cells[0] = formeel ? "<" : ">";
    if (r->richting == RICHTING_VAN_CLIENT || r->richting == RICHTING_WEDERZIJDS)
        cells[count - 1] = formeel ? ">" : "<";
    for (int i = 0; i < count; i++)
        buffer_string(b, cells[formeel ? i : count - 1 - i]);
}

/* ---- a label ---- */

static void put_label(struct buffer *b, const struct relatie *r)
{
    struct buffer label = {0};

    blad_put(&label, "", ecogram_change(r->change));
    buffer_string(&label, label.n ? " " : "");
    buffer_text(&label, r->who);
    buffer_string(&label, r->steun || r->mantelzorger ? " " : "");
    for (int i = 0; i < STEUNEN; i++)
        if (r->steun & 1u << i)
            buffer_byte(&label, netwerk_letters[i]);
    buffer_string(&label, r->mantelzorger ? " M" : "");
    buffer_string(&label, r->overleden ? " (overleden)" : "");
    buffer_string(&label, r->afstand ? "" : " ?");
    text_wrap(b, buffer_view(&label), LABEL, 0);
    if (r->was.n) {
        label.n = 0;
        buffer_format(&label, "(%.*s)", (int)r->was.n, r->was.p);
        text_wrap(b, buffer_view(&label), LABEL, 0);
    }
    buffer_free(&label);
}

/* The first line of a label stands at the end of the tie, the others under it. */
static void put_person(struct buffer *b, const struct relatie *r, bool formeel)
{
    size_t cells = (size_t)tie_cells[r->afstand];
    struct buffer label = {0};
    struct text rest, line;
    bool first = true;

    put_label(&label, r);
    for (rest = buffer_view(&label); text_next_line(&rest, &line); first = false) {
        if (!formeel) {
            size_t width = text_width(line);
            buffer_repeat(b, ' ', width + cells + 1 < SIDE ? SIDE - cells - 1 - width : 0);
            buffer_text(b, line);
            buffer_byte(b, ' ');
        }
        if (first)
            put_tie(b, r, formeel);
        else
            buffer_repeat(b, ' ', cells);
        if (formeel) {
            buffer_byte(b, ' ');
            buffer_text(b, line);
        }
        buffer_byte(b, '\n');
    }
    buffer_free(&label);
}

/* ---- a side ---- */

static void put_group(struct buffer *b, int groep, bool formeel)
{
    struct text name = netwerk_groep(groep);

    buffer_repeat(b, ' ', formeel ? 1 : SIDE - 2 - text_width(name));
    buffer_text(b, name);
    buffer_string(b, ":");
    buffer_string(b, formeel ? "\n" : " \n");
}

static struct text side_of(struct dossier *d, const struct netwerk *n, bool formeel)
{
    struct buffer b = {0};
    struct text kept;
    int groep = NOT_NOTED;

    for (size_t i = 0; i < n->count; i++) {
        const struct relatie *r = &n->list[i];
        if (netwerk_is_formeel(r) != formeel)
            continue;
        if (r->groep != groep)
            put_group(&b, r->groep, formeel);
        groep = r->groep;
        put_person(&b, r, formeel);
    }
    kept = blad_kept(d, &b);
    buffer_free(&b);
    return kept;
}

static void end_line(struct buffer *b)
{
    while (b->n && b->p[b->n - 1] == ' ')
        b->n--;
    buffer_byte(b, '\n');
}

static void put_sides(struct buffer *b, struct text left, struct text right)
{
    struct text line;

    while (left.n || right.n) {
        bool there = text_next_line(&left, &line);
        text_pad(b, there ? line : TEXT(""), SIDE);
        buffer_string(b, "┃");
        if (text_next_line(&right, &line))
            buffer_text(b, line);
        end_line(b);
    }
}

struct text ecogram_lines(struct dossier *d, const struct ecogram *e)
{
    struct buffer b = {0};
    struct text kept;

    if (e->since != DATE_NONE)
        blad_put_day(d, &b, "Wat er anders is: van ", e->since, " tot en met ");
    else
        buffer_string(&b, "Zo was het op ");
    blad_put_day(d, &b, "", e->day, e->netwerk->count ? ".\n\n" : ". Er staat nog niemand op.\n\n");
    text_pad(&b, TEXT("Informeel: mensen om mij heen"), SIDE - 1);
    buffer_string(&b, "ik  Formeel: hulpverleners, diensten\n");
    put_sides(&b, side_of(d, e->netwerk, false), side_of(d, e->netwerk, true));
    buffer_byte(&b, '\n');
    buffer_text(&b, ecogram_legend_words(d, e));
    kept = blad_kept(d, &b);
    buffer_free(&b);
    return kept;
}
