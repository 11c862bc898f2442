#include "domain/balans_beeld.h"
#include "base/text.h"

#include <stdlib.h>

enum {
    WIDTH = 600, /* of both pictures: it fits on A4, and its letters are not small on a phone */
    MARGIN = 10,
    MIDDLE = WIDTH / 2
};

static const struct lettering small = {16, false, ANCHOR_START};

/* From this difference on the scale has more than half of its tilt. */
enum { HALF_TILT = 6 };

int balans_tilt(const struct weighing *w)
{
    long long difference = w->sides[SIDE_KRACHT].sum - w->sides[SIDE_LAST].sum;

    return (int)(BALANS_STEEPEST * difference / (llabs(difference) + HALF_TILT));
}

int balans_longest(const struct weighings *all)
{
    int longest = 1;

    for (size_t i = 0; i < all->count; i++)
        for (int side = 0; side < SIDES; side++)
            if (all->list[i].sides[side].sum > longest)
                longest = all->list[i].sides[side].sum;
    return longest;
}

/* ---- blocks on a plate ---- */

enum {
    PLATE = 275, /* as wide as the blocks on it */
    PADDING = 10,
    BLOCK_GAP = 4,
    SQUARE = 15, /* of which a block has as many as its weight */
    SQUARE_STEP = 21,
    CAPTION_GAP = 10
};

static const struct lettering caption = {20, true, ANCHOR_MIDDLE},
                              words = {17, false, ANCHOR_START}, digit = {17, true, ANCHOR_START};
static const char nothing[] = "Hier staat nog niets.";

static int block_height(const struct weight *w)
{
    int lines = picture_lines(words, PLATE - 2 * PADDING, w->what);

    return PADDING + lines * picture_leading(words) + SQUARE + PADDING;
}

static int stack_height(const struct weights *w)
{
    int height = picture_leading(caption) + CAPTION_GAP;

    for (size_t i = 0; i < w->count; i++)
        height += block_height(&w->list[i]) + BLOCK_GAP;
    return w->count ? height : height + picture_leading(words) + PADDING;
}

/* The weight: a digit, and so many of five squares filled. */
static void draw_weight(struct picture *p, int x, int y, enum side side, int weight)
{
    static const char *const digits[] = {"0", "1", "2", "3", "4", "5"};

    picture_text(p, (struct point){x, y + SQUARE - 1}, digit, text_of(digits[weight]));
    for (int i = 0; i < HEAVIEST; i++) {
        struct point corner = {x + SQUARE_STEP + i * SQUARE_STEP, y};
        enum fill full = side == SIDE_KRACHT ? FILL_BLUE : FILL_BROWN;
        picture_rectangle(p, corner, SQUARE, SQUARE, i < weight ? full : FILL_PAPER);
    }
}

static int draw_block(struct picture *p, int x, int y, enum side side, const struct weight *w)
{
    int height = block_height(w);

    picture_rectangle(p, (struct point){x, y}, PLATE, height, FILL_PAPER);
    picture_wrap(p, (struct point){x + PADDING, y + PADDING / 2 + words.size}, words,
                 PLATE - 2 * PADDING, w->what);
    draw_weight(p, x + PADDING, y + height - PADDING - SQUARE, side, w->weight);
    return height;
}

/* From the caption down to the plate, at y. */
static void draw_stack(struct picture *p, int x, int y, enum side side, const struct weights *w)
{
    int top = y - stack_height(w) + picture_leading(caption);

    picture_text(p, (struct point){x + PLATE / 2, top - 5}, caption, balans_side(side));
    top += CAPTION_GAP;
    if (!w->count)
        picture_text(p, (struct point){x + PADDING, top + words.size}, words, text_of(nothing));
    for (size_t i = 0; i < w->count; i++)
        top += draw_block(p, x, top, side, &w->list[i]) + BLOCK_GAP;
    picture_line(p, (struct point){x, y}, (struct point){x + PLATE, y}, STROKE_THICK);
}

/* ---- the scale ---- */

enum {
    LEFT = MARGIN,
    RIGHT = WIDTH - MARGIN - PLATE,
    POST = 56, /* between the beam and a plate: room for a beam that tilts */
    FOOT = 60,
    FOOT_WIDTH = 70
};

static void draw_beam(struct picture *p, int y, int tilt)
{
    struct point left = {LEFT + PLATE / 2, y + tilt}, right = {RIGHT + PLATE / 2, y - tilt};
    const struct point foot[] = {
        {MIDDLE, y}, {MIDDLE - FOOT_WIDTH / 2, y + FOOT}, {MIDDLE + FOOT_WIDTH / 2, y + FOOT}};

    picture_polygon(p, foot, sizeof foot / sizeof *foot, FILL_PAPER);
    picture_line(p, (struct point){left.x, left.y - POST}, left, STROKE_THICK);
    picture_line(p, (struct point){right.x, right.y - POST}, right, STROKE_THICK);
    picture_line(p, left, right, STROKE_THICK);
    picture_circle(p, (struct point){MIDDLE, y}, 8, FILL_PAPER);
}

static void describe_side(struct buffer *b, const char *says, const struct weights *w)
{
    buffer_string(b, says);
    for (size_t i = 0; i < w->count; i++) {
        buffer_string(b, i ? "; " : "");
        buffer_text(b, w->list[i].what);
        buffer_format(b, " (%d)", w->list[i].weight);
    }
    buffer_string(b, w->count ? ". " : "nog niets. ");
}

static struct text describe_scale(struct dossier *d, const struct weighing *w, int tilt)
{
    struct buffer b = {0};
    struct text kept;

    buffer_string(&b, "Een weegschaal. ");
    describe_side(&b, "Links ligt wat mij kracht geeft: ", &w->sides[SIDE_KRACHT]);
    describe_side(&b, "Rechts ligt wat zwaar weegt: ", &w->sides[SIDE_LAST]);
    buffer_string(&b, tilt > 0   ? "Links hangt lager."
                      : tilt < 0 ? "Rechts hangt lager."
                                 : "Beide kanten hangen even hoog.");
    kept = blad_kept(d, &b);
    buffer_free(&b);
    return kept;
}

const struct picture *balans_scale(struct dossier *d, const struct weighing *w, struct text title)
{
    const struct weights *kracht = &w->sides[SIDE_KRACHT], *last = &w->sides[SIDE_LAST];
    struct picture *p = arena_take(&d->arena, sizeof *p);
    struct text when = balans_when(d, "Gewogen op ", w);
    int tilt = balans_tilt(w), y, left = stack_height(kracht) - tilt,
        right = stack_height(last) + tilt;

    picture_start(p, &d->arena, WIDTH);
    p->title = title;
    p->description = describe_scale(d, w, tilt);
    p->lines = balans_scale_lines(d, w);
    picture_wrap(p, (struct point){MARGIN, MARGIN + small.size}, small, WIDTH - 2 * MARGIN, when);
    y = 2 * MARGIN + picture_lines(small, WIDTH - 2 * MARGIN, when) * picture_leading(small);
    y += POST + (left > right ? left : right);
    draw_beam(p, y, tilt);
    draw_stack(p, LEFT, y - POST + tilt, SIDE_KRACHT, kracht);
    draw_stack(p, RIGHT, y - POST - tilt, SIDE_LAST, last);
    p->height = y + FOOT + MARGIN;
    return p;
}

/* ---- bars over time ---- */

enum {
    AXIS = 340,
    LONGEST = 150, /* bar; what is left of it is for the day, and right of it for who weighed */
    BAR = 22,
    ROW = 36,
    BY = AXIS + LONGEST + MARGIN
};

static const struct lettering to_axis = {16, true, ANCHOR_END},
                              from_axis = {16, true, ANCHOR_START}, by = {14, false, ANCHOR_START};

/* The captions of both sides at the axis; returns where the rows begin. */
static int draw_captions(struct picture *p)
{
    int y = MARGIN + to_axis.size;

    picture_text(p, (struct point){AXIS - MARGIN, y}, to_axis, balans_side(SIDE_KRACHT));
    picture_text(p, (struct point){AXIS + MARGIN, y}, from_axis, balans_side(SIDE_LAST));
    return y + 2 * MARGIN;
}

static void draw_row(struct picture *p, struct dossier *d, int y, const struct weighing *w,
                     int longest)
{
    int kracht = (int)((long long)w->sides[SIDE_KRACHT].sum * LONGEST / longest),
        last = (int)((long long)w->sides[SIDE_LAST].sum * LONGEST / longest),
        top = y + (ROW - BAR) / 2;

    picture_text(p, (struct point){MARGIN, top + BAR - 5}, small, blad_day(d, w->day, false));
    picture_rectangle(p, (struct point){AXIS - kracht, top}, kracht, BAR, FILL_BLUE);
    picture_rectangle(p, (struct point){AXIS, top}, last, BAR, FILL_BROWN);
    picture_text(p, (struct point){BY, top + BAR - 6}, by, balans_by(w));
}

static struct text describe_bars(struct dossier *d, const struct weighings *all)
{
    struct buffer b = {0};
    struct text kept;

    buffer_string(&b, "Voor elke keer wegen een balk links, voor wat mij kracht geeft, en een balk "
                      "rechts, voor wat zwaar weegt.");
    for (size_t i = 0; i < all->count; i++) {
        int tilt = balans_tilt(&all->list[i]);
        blad_put_day(d, &b, " ", all->list[i].day,
                     tilt > 0   ? ": links is langer."
                     : tilt < 0 ? ": rechts is langer."
                                : ": even lang.");
    }
    kept = blad_kept(d, &b);
    buffer_free(&b);
    return kept;
}

const struct picture *balans_bars(struct dossier *d, const struct weighings *all, struct text title)
{
    struct picture *p = arena_take(&d->arena, sizeof *p);
    int longest = balans_longest(all), top, y;

    picture_start(p, &d->arena, WIDTH);
    p->title = title;
    p->description = describe_bars(d, all);
    p->lines = balans_bars_lines(d, all);
    top = y = draw_captions(p);
    for (size_t i = 0; i < all->count; i++, y += ROW)
        draw_row(p, d, y, &all->list[i], longest);
    picture_line(p, (struct point){AXIS, top - 4}, (struct point){AXIS, y + 4}, STROKE_PLAIN);
    p->height = y + MARGIN;
    return p;
}
