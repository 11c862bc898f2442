/* A picture: lines, figures and words on a sheet of so many units wide and high, and the same told
 * in lines of text. A picture has two faces: a form that draws (SVG, HTML) uses the shapes, a form
 * of letters the lines. Some have a third: points and the ties between them. Domain code makes
 * both; it knows what must stay when there is no drawing.
 *
 * Units are whole: 1 is a pixel of a browser that does not scale. x goes to the right, y down. */
#ifndef GESPREK_BASE_PICTURE_H
#define GESPREK_BASE_PICTURE_H

#include "base/mem.h"

struct point {
    int x, y;
};

enum stroke {
    STROKE_PLAIN,
    STROKE_THICK,
    STROKE_DASHED,
    STROKE_ZIGZAG, /* on a white ground: it shows on top of any other line */
    STROKE_DOUBLE, /* two lines side by side, each of them thick */
    STROKE_DOTTED,
    STROKE_THIN /* grey: for what helps the eye and says nothing itself */
};

/* Never the only way in which two things differ: not everybody sees colours, and paper may be
 * printed in grey. */
enum fill { FILL_NONE, FILL_PAPER, FILL_BLUE, FILL_BROWN, FILL_INK };

enum anchor { ANCHOR_START, ANCHOR_MIDDLE, ANCHOR_END };

struct lettering {
    int size; /* of the letters, in units */
    bool bold;
    enum anchor anchor; /* which part of a line of text stands at its point */
};

enum shape_kind {
    SHAPE_LINE,
    SHAPE_POLYGON,
    SHAPE_CIRCLE,
    SHAPE_ELLIPSE,
    SHAPE_RECTANGLE,
    SHAPE_TEXT
};

struct shape {
    enum shape_kind kind;
    enum stroke stroke;         /* SHAPE_LINE; an ellipse: STROKE_PLAIN or STROKE_THIN */
    enum fill fill;             /* the figures */
    const struct point *points; /* a line: from and to; a polygon: its corners; a rectangle: its
                                   upper left corner; a circle, an ellipse: its centre; a text:
                                   where its baseline has its anchor */
    size_t point_count;
    int width, height;          /* a rectangle, an ellipse; a circle: its radius, twice */
    struct lettering lettering; /* SHAPE_TEXT */
    struct text text;           /* one line */
};

struct graph;

struct picture {
    struct arena *arena; /* where the shapes live; not owned */
    int width, height;
    struct text title;       /* for who hears the picture read out: its name, */
    struct text description; /* and all that stands in it */
    struct text lines; /* the other face: lines of at most 80 columns, each ended by a newline */
    const struct graph *graph; /* the third face, for programs (graph.h); NULL: it has none */
    struct shape *shapes;
    size_t count, capacity;
};

/* An empty picture. Texts and corners that it is given are not copied: they must live as long as
 * the picture. The caller sets title, description, lines, and a height when that is known. */
void picture_start(struct picture *p, struct arena *arena, int width);

void picture_line(struct picture *p, struct point from, struct point to, enum stroke stroke);
void picture_polygon(struct picture *p, const struct point *corners, size_t count, enum fill fill);
void picture_circle(struct picture *p, struct point centre, int radius, enum fill fill);
void picture_ellipse(struct picture *p, struct point centre, int half_width, int half_height,
                     enum fill fill, enum stroke stroke);
void picture_rectangle(struct picture *p, struct point corner, int width, int height,
                       enum fill fill);

/* One line of text, as it is. */
void picture_text(struct picture *p, struct point at, struct lettering l, struct text t);

/* The whole root of n, rounded down; 0 for what is below 0. */
int picture_root(long long n);

/* How wide a line of text becomes at most: what it is in the widest of the usual fonts, for nobody
 * knows which one will draw it. */
int picture_text_width(struct text t, struct lettering l);

/* The height that a line of text asks, from one baseline to the next. */
int picture_leading(struct lettering l);

/* Text in lines of at most `width`, broken at blanks, a longer word between characters; a newline
 * counts as a blank. `at` is the baseline of the first line. picture_lines only counts them: 0 for
 * a text without anything in it. */
void picture_wrap(struct picture *p, struct point at, struct lettering l, int width, struct text t);
int picture_lines(struct lettering l, int width, struct text t);

#endif
