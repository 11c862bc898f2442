/* The pictures of draagkracht and draaglast in letters: at most 80 columns, whatever the language
 * of the system is. */
#include "base/text.h"
#include "domain/balans_beeld.h"

#include <stdlib.h>

enum { PLATE = 36, GAP = 8, COLUMNS = 2 * PLATE + GAP };

static void put_times(struct buffer *b, const char *s, int times)
{
    for (int i = 0; i < times; i++)
        buffer_string(b, s);
}

/* ---- what lies on a plate ---- */

struct lines {
    struct text *list;
    int count;
};

static void put_item(struct buffer *b, const struct weight *w)
{
    enum { HANG = 8 };

    buffer_format(b, "%d ", w->weight);
    put_times(b, "■", w->weight);
    put_times(b, "□", HEAVIEST - w->weight);
    buffer_byte(b, ' ');
    text_wrap(b, w->what, PLATE, HANG);
}

static struct lines lines_of(struct dossier *d, enum side side, const struct weights *w)
{
    struct lines lines = {NULL, 0};
    struct buffer b = {0};
    struct text rest, line;

    buffer_text(&b, balans_side(side));
    buffer_byte(&b, '\n');
    for (size_t i = 0; i < w->count; i++)
        put_item(&b, &w->list[i]);
    if (!w->count)
        buffer_string(&b, "Hier staat nog niets.\n");
    rest = blad_kept(d, &b);
    lines.list = arena_take(&d->arena, rest.n * sizeof *lines.list);
    while (text_next_line(&rest, &line))
        lines.list[lines.count++] = line;
    buffer_free(&b);
    return lines;
}

/* ---- the scale ---- */

/* A side fills the rows above its plate; the beam steps from the one plate's row to the other's. */
struct scale {
    struct lines left, right;
    int left_row, right_row; /* of the plates */
};

/* Each row counts for a third of the tilt; a difference that is there is always seen. */
static int steps_of(int tilt)
{
    enum { STEP = BALANS_STEEPEST / 3 };
    return (abs(tilt) + STEP - 1) / STEP;
}

static int most(int a, int b)
{
    return a > b ? a : b;
}

static struct scale scale_of(struct dossier *d, const struct weighing *w)
{
    struct scale s = {lines_of(d, SIDE_KRACHT, &w->sides[SIDE_KRACHT]),
                      lines_of(d, SIDE_LAST, &w->sides[SIDE_LAST]), 0, 0};
    int tilt = balans_tilt(w), lower = tilt > 0 ? steps_of(tilt) : -steps_of(tilt);

    s.right_row = most(s.right.count, s.left.count - lower);
    s.left_row = s.right_row + lower;
    return s;
}

static void put_plate(struct buffer *b, const struct lines *lines, int plate, int row)
{
    int line = row - (plate - lines->count);

    if (row == plate)
        put_times(b, "━", PLATE);
    else
        text_pad(b, row < plate && line >= 0 ? lines->list[line] : TEXT(""), PLATE);
}

/* Which row the beam is in, right of this column of the gap: a step behind every so many. */
static int beam_row(const struct scale *s, int column)
{
    int lower = s->left_row - s->right_row, steps = abs(lower), done = 0;

    while (done < steps && column >= GAP * (done + 1) / (steps + 1))
        done++;
    return s->left_row - (lower > 0 ? done : -done);
}

/* The beam comes from the left in one row and goes on in another, or the same. */
static const char *beam_piece(int from, int to, int row)
{
    if (from == to)
        return row == to ? "━" : NULL;
    if (row == from)
        return to < from ? "┛" : "┓";
    if (row == to)
        return to < from ? "┏" : "┗";
    return NULL;
}

static void put_gap(struct buffer *b, const struct scale *s, int row)
{
    for (int column = 0; column < GAP; column++) {
        int from = beam_row(s, column - 1), to = beam_row(s, column);
        const char *piece = beam_piece(from, to, row);
        bool pillar = column == GAP / 2 && row > most(from, to);
        buffer_string(b, piece ? piece : pillar ? "┃" : " ");
    }
}

static void put_foot(struct buffer *b)
{
    enum { HALF = 3 };

    buffer_repeat(b, ' ', PLATE + GAP / 2 - HALF);
    put_times(b, "━", HALF);
    buffer_string(b, "┻");
    put_times(b, "━", HALF);
    buffer_byte(b, '\n');
}

static void end_line(struct buffer *b)
{
    while (b->n && b->p[b->n - 1] == ' ')
        b->n--;
    buffer_byte(b, '\n');
}

struct text balans_scale_lines(struct dossier *d, const struct weighing *w)
{
    struct scale s = scale_of(d, w);
    int rows = most(s.left_row, s.right_row) + 2;
    struct buffer b = {0};
    struct text kept;

    text_wrap(&b, balans_when(d, "Gewogen op ", w), COLUMNS, 0);
    buffer_byte(&b, '\n');
    for (int row = 0; row < rows; row++) {
        put_plate(&b, &s.left, s.left_row, row);
        put_gap(&b, &s, row);
        put_plate(&b, &s.right, s.right_row, row);
        end_line(&b);
    }
    put_foot(&b);
    kept = blad_kept(d, &b);
    buffer_free(&b);
    return kept;
}

/* ---- bars over time ---- */

enum { DAY = 18, BAR = 24 };

/* The part of a bar that is drawn: one block for each weight, or for so many when there are more
 * than fit. */
static int blocks_of(int sum, int longest)
{
    int each = (longest + BAR - 1) / BAR;
    return (sum + each - 1) / each;
}

static void put_bars(struct buffer *b, struct dossier *d, const struct weighing *w, int longest)
{
    int kracht = blocks_of(w->sides[SIDE_KRACHT].sum, longest),
        last = blocks_of(w->sides[SIDE_LAST].sum, longest);

    text_pad(b, blad_day(d, w->day, false), DAY);
    buffer_repeat(b, ' ', (size_t)(BAR - kracht));
    put_times(b, "■", kracht);
    buffer_string(b, "┃");
    put_times(b, "■", last);
    buffer_repeat(b, ' ', (size_t)(BAR - last + 1));
    text_safe(b, balans_by(w));
    end_line(b);
}

struct text balans_bars_lines(struct dossier *d, const struct weighings *all)
{
    struct text kracht = balans_side(SIDE_KRACHT);
    int longest = balans_longest(all);
    struct buffer b = {0};
    struct text kept;

    buffer_repeat(&b, ' ', DAY + BAR - text_width(kracht));
    buffer_text(&b, kracht);
    buffer_byte(&b, ' ');
    buffer_text(&b, balans_side(SIDE_LAST));
    buffer_byte(&b, '\n');
    for (size_t i = 0; i < all->count; i++)
        put_bars(&b, d, &all->list[i], longest);
    kept = blad_kept(d, &b);
    buffer_free(&b);
    return kept;
}
