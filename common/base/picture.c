#include "base/picture.h"
#include "base/text.h"

#include <string.h>

enum { FIRST_SHAPES = 32 };

void picture_start(struct picture *p, struct arena *arena, int width)
{
    *p = (struct picture){.arena = arena, .width = width};
}

/* ---- shapes ---- */

/* The old list stays behind in the arena, as that of a document does. */
static void grow(struct picture *p)
{
    size_t capacity = p->capacity ? p->capacity * 2 : FIRST_SHAPES;
    struct shape *shapes = arena_take(p->arena, capacity * sizeof *shapes);

    if (p->count)
        memcpy(shapes, p->shapes, p->count * sizeof *shapes);
    p->shapes = shapes;
    p->capacity = capacity;
}

static struct shape *add(struct picture *p, enum shape_kind kind)
{
    if (p->count == p->capacity)
        grow(p);
    p->shapes[p->count] = (struct shape){.kind = kind};
    return &p->shapes[p->count++];
}

static void keep_points(struct picture *p, struct shape *s, const struct point *points,
                        size_t count)
{
    struct point *kept = arena_take(p->arena, count * sizeof *kept);

    memcpy(kept, points, count * sizeof *kept);
    s->points = kept;
    s->point_count = count;
}

void picture_line(struct picture *p, struct point from, struct point to, enum stroke stroke)
{
    struct shape *s = add(p, SHAPE_LINE);

    keep_points(p, s, (struct point[]){from, to}, 2);
    s->stroke = stroke;
}

void picture_polygon(struct picture *p, const struct point *corners, size_t count, enum fill fill)
{
    struct shape *s = add(p, SHAPE_POLYGON);

    keep_points(p, s, corners, count);
    s->fill = fill;
}

void picture_circle(struct picture *p, struct point centre, int radius, enum fill fill)
{
    struct shape *s = add(p, SHAPE_CIRCLE);

    keep_points(p, s, &centre, 1);
    s->width = s->height = 2 * radius;
    s->fill = fill;
}

void picture_ellipse(struct picture *p, struct point centre, int half_width, int half_height,
                     enum fill fill, enum stroke stroke)
{
    struct shape *s = add(p, SHAPE_ELLIPSE);

    keep_points(p, s, &centre, 1);
    s->width = 2 * half_width;
    s->height = 2 * half_height;
    s->fill = fill;
    s->stroke = stroke;
}

void picture_rectangle(struct picture *p, struct point corner, int width, int height,
                       enum fill fill)
{
    struct shape *s = add(p, SHAPE_RECTANGLE);

    keep_points(p, s, &corner, 1);
    s->width = width;
    s->height = height;
    s->fill = fill;
}

void picture_text(struct picture *p, struct point at, struct lettering l, struct text t)
{
    struct shape *s = add(p, SHAPE_TEXT);

    keep_points(p, s, &at, 1);
    s->lettering = l;
    s->text = t;
}

int picture_root(long long n)
{
    long long root = 0;

    for (long long step = 1LL << 31; step; step /= 2)
        if ((root + step) * (root + step) <= n)
            root += step;
    return (int)root;
}

/* ---- how wide letters are ---- */

/* U+0020 to U+007E in hundredths of the size: the wider of DejaVu Sans and Verdana, which are
 * themselves the widest of the fonts that stand for sans-serif. */
static const unsigned char ascii_widths[] = {
    36, 41, 46, 84, 64, 108, 78, 28, 46, 46, 50, 84, 37, 46,  37, 46, 64, 64, 64,
    64, 64, 64, 64, 64, 64,  64, 46, 46, 84, 84, 84, 54, 100, 69, 69, 70, 78, 64,
    58, 78, 76, 43, 46, 66,  56, 87, 75, 79, 61, 79, 70, 69,  62, 74, 69, 99, 69,
    62, 69, 46, 46, 46, 84,  64, 64, 62, 64, 55, 64, 62, 36,  64, 64, 28, 35, 58,
    28, 98, 64, 62, 64, 64,  43, 53, 40, 64, 60, 82, 60, 60,  53, 64, 46, 64, 84};

enum {
    LATIN = 108, /* U+00A0 to U+017F: Œ is the widest */
    NEAR = 118,  /* other alphabets up to U+0600 */
    WIDEST = 144 /* everything else, emoji and Chinese too */
};

/* In hundredths of the size. Tabs and newlines have become blanks when they are drawn. */
static int code_width(uint32_t code)
{
    if (code < 0x20)
        return ascii_widths[0];
    if (code < 0x7f)
        return ascii_widths[code - 0x20];
    if (!text_code_width(code))
        return 0;
    return code < 0x180 ? LATIN : code < 0x600 ? NEAR : WIDEST;
}

/* Rounded up; a bold letter is at most a quarter wider. */
static int in_units(long long hundredths, struct lettering l)
{
    long long quarters = hundredths * l.size * (l.bold ? 5 : 4);

    return quarters > INT32_MAX ? INT32_MAX : (int)((quarters + 399) / 400);
}

int picture_text_width(struct text t, struct lettering l)
{
    long long hundredths = 0;
    uint32_t code;

    while (t.n) {
        size_t n = text_decode(t, &code);
        hundredths += code_width(code);
        t = (struct text){t.p + n, t.n - n};
    }
    return in_units(hundredths, l);
}

int picture_leading(struct lettering l)
{
    return l.size * 5 / 4;
}

/* ---- lines ---- */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* How many bytes fit, whole characters with the marks on them, at least one. */
static size_t fitting(struct text t, struct lettering l, int width)
{
    long long hundredths = 0;
    size_t at = 0;
    uint32_t code;

    while (at < t.n) {
        size_t n = text_decode((struct text){t.p + at, t.n - at}, &code);
        int drawn = code_width(code);
        hundredths += drawn;
        if (at && drawn && in_units(hundredths, l) > width)
            return at;
        at += n;
    }
    return at;
}

/* Takes the next line off *rest. False: no more. */
static bool next_line(struct text *rest, struct lettering l, int width, struct text *line)
{
    size_t n;

    *rest = text_trim(*rest);
    if (!rest->n)
        return false;
    n = fitting(*rest, l, width);
    for (size_t cut = n; n < rest->n && cut > 0; cut--)
        if (is_blank(rest->p[cut])) {
            n = cut;
            break;
        }
    *line = text_trim((struct text){rest->p, n});
    *rest = (struct text){rest->p + n, rest->n - n};
    return true;
}

void picture_wrap(struct picture *p, struct point at, struct lettering l, int width, struct text t)
{
    struct text line;

    for (; next_line(&t, l, width, &line); at.y += picture_leading(l))
        picture_text(p, at, l, line);
}

int picture_lines(struct lettering l, int width, struct text t)
{
    struct text line;
    int n = 0;

    while (next_line(&t, l, width, &line))
        n++;
    return n;
}
