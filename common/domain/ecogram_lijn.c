/* One tie of an ecogram: its line, what stands on it, and the symbol at its end. Everything stays
 * within ECOGRAM_KNOT + 2 units of the line. */
#include "base/text.h"
#include "domain/ecogram.h"

enum { ARROW = 12, ARROW_HALF = 5, BREAK = 16, BAR = 6, DANGER = 11, CROSS = 9 };

int ecogram_distance(struct point a, struct point b)
{
    long long dx = b.x - a.x, dy = b.y - a.y;

    return picture_root(dx * dx + dy * dy);
}

struct point ecogram_along(struct point a, struct point b, int far, int aside)
{
    long long dx = b.x - a.x, dy = b.y - a.y;
    int length = ecogram_distance(a, b);

    if (!length)
        return a;
    return (struct point){a.x + (int)((dx * far - dy * aside) / length),
                          a.y + (int)((dy * far + dx * aside) / length)};
}

static void draw_arrow(struct picture *p, struct point tip, struct point tail)
{
    struct point corners[] = {tip, ecogram_along(tip, tail, ARROW, ARROW_HALF),
                              ecogram_along(tip, tail, ARROW, -ARROW_HALF)};

    picture_polygon(p, corners, 3, FILL_INK);
}

/* A sign with an exclamation mark, made of lines: it is read without a font. */
static void draw_danger(struct picture *p, struct point at)
{
    struct point corners[] = {{at.x, at.y - DANGER},
                              {at.x + DANGER, at.y + DANGER - 3},
                              {at.x - DANGER, at.y + DANGER - 3}};

    picture_polygon(p, corners, 3, FILL_PAPER);
    picture_line(p, (struct point){at.x, at.y - 4}, (struct point){at.x, at.y + 2}, STROKE_PLAIN);
    picture_circle(p, (struct point){at.x, at.y + 5}, 1, FILL_INK);
}

static void draw_zigzag(struct picture *p, struct point a, struct point b, int spanning)
{
    int length = ecogram_distance(a, b);

    if (spanning == SPANNING_WISSELEND)
        picture_line(p, ecogram_along(a, b, length / 4, 0), ecogram_along(b, a, length / 4, 0),
                     STROKE_ZIGZAG);
    else if (spanning == SPANNING_GESPANNEN || spanning == SPANNING_ONVEILIG)
        picture_line(p, a, b, STROKE_ZIGZAG);
}

/* Two halves, each with an end across. */
static void draw_broken(struct picture *p, struct point a, struct point b, int spanning)
{
    int half = (ecogram_distance(a, b) - BREAK) / 2;
    const struct point ends[2][2] = {{a, b}, {b, a}};

    for (int i = 0; i < 2; i++) {
        struct point from = ends[i][0], to = ends[i][1], end = ecogram_along(from, to, half, 0);
        picture_line(p, from, end, STROKE_PLAIN);
        draw_zigzag(p, from, end, spanning);
        picture_line(p, ecogram_along(from, to, half, BAR), ecogram_along(from, to, half, -BAR),
                     STROKE_PLAIN);
    }
}

static void draw_line(struct picture *p, struct point a, struct point b, const struct relatie *r)
{
    static const enum stroke strokes[] = {STROKE_DOUBLE, STROKE_PLAIN, STROKE_DASHED, STROKE_PLAIN,
                                          STROKE_DOTTED};

    if (r->band == BAND_VERBROKEN) {
        draw_broken(p, a, b, r->spanning);
        return;
    }
    picture_line(p, a, b, strokes[r->band]);
    draw_zigzag(p, a, b, r->spanning);
}

void ecogram_tie(struct picture *p, struct point client, struct point other,
                 const struct relatie *r)
{
    bool to_client = r->richting == RICHTING_NAAR_CLIENT || r->richting == RICHTING_WEDERZIJDS,
         to_other = r->richting == RICHTING_VAN_CLIENT || r->richting == RICHTING_WEDERZIJDS;
    struct point end = ecogram_along(other, client, ECOGRAM_CLEAR, 0),
                 from = to_client ? ecogram_along(client, end, ARROW - 1, 0) : client,
                 to = to_other ? ecogram_along(end, client, ARROW - 1, 0) : end;

    draw_line(p, from, to, r);
    if (to_client)
        draw_arrow(p, client, end);
    if (to_other)
        draw_arrow(p, end, client);
    if (r->spanning == SPANNING_ONVEILIG)
        draw_danger(p, ecogram_along(from, to, ecogram_distance(from, to) / 2, 0));
}

void ecogram_knot(struct picture *p, struct point at, const struct relatie *r)
{
    struct point corner = {at.x - ECOGRAM_KNOT, at.y - ECOGRAM_KNOT};

    if (r->groep == GROEP_DIENST)
        picture_rectangle(p, corner, 2 * ECOGRAM_KNOT, 2 * ECOGRAM_KNOT, FILL_PAPER);
    else
        picture_circle(p, at, ECOGRAM_KNOT, FILL_PAPER);
    for (int way = -1; r->overleden && way <= 1; way += 2)
        picture_line(p, (struct point){at.x - CROSS, at.y - way * CROSS},
                     (struct point){at.x + CROSS, at.y + way * CROSS}, STROKE_PLAIN);
}

/* ---- marks beside a name ---- */

static const struct lettering letter_style = {12, true, ANCHOR_MIDDLE};

static void draw_letter(struct picture *p, struct point corner, struct text letter)
{
    picture_text(p, (struct point){corner.x + ECOGRAM_MARK / 2, corner.y + ECOGRAM_MARK - 6},
                 letter_style, letter);
}

void ecogram_square(struct picture *p, struct point corner, struct text letter)
{
    picture_rectangle(p, corner, ECOGRAM_MARK, ECOGRAM_MARK, FILL_PAPER);
    draw_letter(p, corner, letter);
}

void ecogram_circle(struct picture *p, struct point corner, struct text letter)
{
    struct point centre = {corner.x + ECOGRAM_MARK / 2, corner.y + ECOGRAM_MARK / 2};

    picture_circle(p, centre, ECOGRAM_MARK / 2, FILL_PAPER);
    draw_letter(p, corner, letter);
}

struct text ecogram_change(enum verandering change)
{
    static const char *const marks[] = {"", "+", "–", "≠"};
    return text_of(marks[change]);
}
