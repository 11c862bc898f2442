#include "output/svg.h"
#include "base/text.h"
#include "output/clean.h"
#include "output/markup.h"

enum { TOOTH = 8, TEETH_HEIGHT = 7 }; /* of a zigzag line, in units */

/* A line of text in a picture has no lines of its own: a newline is a blank. */
void svg_text(struct buffer *out, struct text t)
{
    struct buffer clean = {0};

    clean_text(&clean, t, true);
    for (size_t i = 0; i < clean.n; i++) {
        char c = clean.p[i];
        markup_byte(out, c == '\n' || c == '\t' ? ' ' : c);
    }
    buffer_free(&clean);
}

/* ---- lines ---- */

/* From corner to corner, a tooth to either side in turn; the ends are straight on the line. */
static void put_teeth(struct buffer *out, struct point a, struct point b, const char *style)
{
    long long dx = b.x - a.x, dy = b.y - a.y;
    int length = picture_root(dx * dx + dy * dy), teeth = length / TOOTH;

    buffer_format(out, "<polyline fill=\"none\"%s points=\"%d,%d", style, a.x, a.y);
    for (int i = 1; i < teeth; i++) {
        int side = i % 2 ? TEETH_HEIGHT : -TEETH_HEIGHT;
        long long x = a.x + (dx * i * length - dy * side * teeth) / teeth / length,
                  y = a.y + (dy * i * length + dx * side * teeth) / teeth / length;
        buffer_format(out, " %lld,%lld", x, y);
    }
    buffer_format(out, " %d,%d\"/>\n", b.x, b.y);
}

static void put_zigzag(struct buffer *out, struct point a, struct point b)
{
    put_teeth(out, a, b, " stroke=\"#fff\" stroke-width=\"4\"");
    put_teeth(out, a, b, "");
}

static void put_straight(struct buffer *out, struct point a, struct point b, const char *style)
{
    buffer_format(out, "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"%s/>\n", a.x, a.y, b.x, b.y,
                  style);
}

static const char thin[] = " stroke=\"#767676\" stroke-width=\"1\"";

static void put_line(struct buffer *out, const struct shape *s)
{
    static const char *const styles[] = {"",
                                         " stroke-width=\"6\" stroke-linecap=\"round\"",
                                         " stroke-dasharray=\"8 6\"",
                                         "",
                                         " stroke-width=\"9\"",
                                         " stroke-width=\"3\" stroke-dasharray=\"0 7\" "
                                         "stroke-linecap=\"round\"",
                                         thin};
    struct point a = s->points[0], b = s->points[1];

    if (s->stroke == STROKE_ZIGZAG)
        put_zigzag(out, a, b);
    else
        put_straight(out, a, b, styles[s->stroke]);
    if (s->stroke == STROKE_DOUBLE)
        put_straight(out, a, b, " stroke=\"#fff\" stroke-width=\"3\"");
}

/* ---- figures and words ---- */

static const char *colour(enum fill fill)
{
    static const char *const colours[] = {"none", "#fff", "#1f5a96", "#c27c33", "#111"};
    return colours[fill];
}

static void put_polygon(struct buffer *out, const struct shape *s)
{
    buffer_string(out, "<polygon points=\"");
    for (size_t i = 0; i < s->point_count; i++)
        buffer_format(out, "%s%d,%d", i ? " " : "", s->points[i].x, s->points[i].y);
    buffer_format(out, "\" fill=\"%s\"/>\n", colour(s->fill));
}

static void put_circle(struct buffer *out, const struct shape *s)
{
    buffer_format(out, "<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"%s\"/>\n", s->points->x,
                  s->points->y, s->width / 2, colour(s->fill));
}

static void put_ellipse(struct buffer *out, const struct shape *s)
{
    buffer_format(out, "<ellipse cx=\"%d\" cy=\"%d\" rx=\"%d\" ry=\"%d\" fill=\"%s\"%s/>\n",
                  s->points->x, s->points->y, s->width / 2, s->height / 2, colour(s->fill),
                  s->stroke == STROKE_THIN ? thin : "");
}

static void put_rectangle(struct buffer *out, const struct shape *s)
{
    buffer_format(out,
                  "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"3\" fill=\"%s\"/>\n",
                  s->points->x, s->points->y, s->width, s->height, colour(s->fill));
}

static void put_words(struct buffer *out, const struct shape *s)
{
    static const char *const anchors[] = {"", " text-anchor=\"middle\"", " text-anchor=\"end\""};

    buffer_format(out, "<text x=\"%d\" y=\"%d\" font-size=\"%d\"%s%s fill=\"%s\" stroke=\"none\">",
                  s->points->x, s->points->y, s->lettering.size,
                  s->lettering.bold ? " font-weight=\"bold\"" : "", anchors[s->lettering.anchor],
                  colour(FILL_INK));
    svg_text(out, s->text);
    buffer_string(out, "</text>\n");
}

static void put_shape(struct buffer *out, const struct shape *s)
{
    switch (s->kind) {
    case SHAPE_LINE:
        put_line(out, s);
        break;
    case SHAPE_POLYGON:
        put_polygon(out, s);
        break;
    case SHAPE_CIRCLE:
        put_circle(out, s);
        break;
    case SHAPE_ELLIPSE:
        put_ellipse(out, s);
        break;
    case SHAPE_RECTANGLE:
        put_rectangle(out, s);
        break;
    case SHAPE_TEXT:
        put_words(out, s);
        break;
    }
}

/* ---- the whole ---- */

static void put_about(struct buffer *out, const char *element, unsigned number, struct text t)
{
    buffer_format(out, "<%s id=\"beeld%u-%s\">", element, number, element);
    svg_text(out, t);
    buffer_format(out, "</%s>\n", element);
}

/* As large as it is, or as fits on A4 with margins of 10 mm: 190 by 277 mm, in units of 1/96 inch.
 */
static struct point size_of(const struct picture *p)
{
    enum { A4_WIDTH = 718, A4_HEIGHT = 1046 };
    long long width = p->width, height = p->height;

    if (width > A4_WIDTH) {
        height = height * A4_WIDTH / width;
        width = A4_WIDTH;
    }
    if (height > A4_HEIGHT) {
        width = width * A4_HEIGHT / height;
        height = A4_HEIGHT;
    }
    return (struct point){(int)width, (int)height};
}

void svg_open(struct buffer *out, const struct picture *p, unsigned number)
{
    struct point size = size_of(p);

    buffer_format(out,
                  "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" "
                  "height=\"%d\" role=\"img\" aria-labelledby=\"beeld%u-title beeld%u-desc\" "
                  "font-family=\"sans-serif\" stroke=\"%s\" stroke-width=\"2\">\n",
                  p->width, p->height, size.x, size.y, number, number, colour(FILL_INK));
    put_about(out, "title", number, p->title);
    put_about(out, "desc", number, p->description);
    /* Letters stay dark on light where the reader's screen is dark too. */
    buffer_format(out, "<rect width=\"%d\" height=\"%d\" fill=\"%s\" stroke=\"none\"/>\n", p->width,
                  p->height, colour(FILL_PAPER));
    for (size_t i = 0; i < p->count; i++)
        put_shape(out, &p->shapes[i]);
}

void svg_close(struct buffer *out)
{
    buffer_string(out, "</svg>\n");
}
