/* The layout. Every person has a strip of the sheet's height to themselves, as high as their label,
 * on the left or on the right. The middle of the strip is a height on an ellipse; the tie runs from
 * the client towards that point, and the symbol stands on it at the ring of their distance. The
 * label stands in the strip outside the ellipse. So no label meets another (the strips have nothing
 * in common) and no line or mark meets a label: they are inside the ellipse, which is convex, or in
 * the strip of their own label. The ellipse is at least 3/5 as wide as it is high: then ties that
 * are neighbours are 0.96 of a strip apart at the ellipse, and that times ROOT where they begin, or
 * times the ring where the symbols stand, which is room for both. Everything is done once for each
 * person, in order: linear. */
#include "domain/ecogram.h"
#include "base/text.h"

enum {
    LABEL = 200, /* wide */
    GAP = 18,    /* between the ellipse and a label */
    MARGIN = 14,
    LEAST_WIDE = 240, /* half the axes of the ellipse */
    LEAST_HIGH = 190,
    LEAST_STRIP = 52,
    BETWEEN = 12, /* two labels */
    MARK_STEP = 24,
    /* in hundredths of the way to the ellipse */
    HEART = 16,
    ROOT = 20,
    SECTOR = 36
};

/* By distance; the first is for whom it was not noted. */
static const int rings[FURTHEST + 1] = {100, 60, 74, 88};

static const struct lettering name_style = {16, false, ANCHOR_START},
                              was_style = {14, false, ANCHOR_START},
                              group_style = {14, true, ANCHOR_START};

/* A strip: of a person, or with the name of a group. */
struct strip {
    const struct relatie *r; /* NULL: a group */
    int groep, height;
};

struct side {
    int way; /* -1 is left */
    struct strip *strips;
    size_t count;
    int height; /* of all strips */
};

struct sheet {
    struct picture *p;
    const struct netwerk *netwerk;
    struct point *places; /* the middle of each label */
    struct point middle;
    int wide, high;
};

/* ---- how much room it takes ---- */

static int marks_of(const struct relatie *r)
{
    int n = r->mantelzorger + (r->change != ZELFDE);

    for (int i = 0; i < STEUNEN; i++)
        n += (r->steun & 1u << i) != 0;
    return n;
}

static int label_height(const struct relatie *r)
{
    return picture_lines(name_style, LABEL, r->who) * picture_leading(name_style) +
           picture_lines(was_style, LABEL, r->was) * picture_leading(was_style) +
           (marks_of(r) ? MARK_STEP : 0);
}

static int group_height(int groep)
{
    return picture_lines(group_style, LABEL, netwerk_groep(groep)) * picture_leading(group_style);
}

static void add_strip(struct side *s, struct strip strip)
{
    s->strips[s->count++] = strip;
    s->height += strip.height;
}

static struct side side_of(struct dossier *d, const struct netwerk *n, bool formeel)
{
    struct side s = {formeel ? 1 : -1, arena_take(&d->arena, (2 * n->count + 1) * sizeof *s.strips),
                     0, 0};
    int groep = NOT_NOTED;

    for (size_t i = 0; i < n->count; i++) {
        const struct relatie *r = &n->list[i];
        int height = label_height(r) + BETWEEN;
        if (netwerk_is_formeel(r) != formeel)
            continue;
        if (r->groep != groep)
            add_strip(&s, (struct strip){NULL, r->groep, group_height(r->groep) + BETWEEN});
        groep = r->groep;
        add_strip(&s, (struct strip){r, groep, height < LEAST_STRIP ? LEAST_STRIP : height});
    }
    return s;
}

static int most(int a, int b)
{
    return a > b ? a : b;
}

/* ---- where things are ---- */

/* How wide the ellipse is at this height from its middle, half. */
static int width_at(const struct sheet *s, int y)
{
    long long high = s->high, rest = high * high - (long long)y * y;

    return (int)(picture_root(rest) * (long long)s->wide / high);
}

/* The point at this height on the ellipse, or so many hundredths of the way to it. */
static struct point point_at(const struct sheet *s, int way, int y, int hundredths)
{
    long long x = way * width_at(s, y);

    return (struct point){s->middle.x + (int)(x * hundredths / 100),
                          s->middle.y + (int)((long long)y * hundredths / 100)};
}

/* Where a label of a strip begins: outside the ellipse at every height of the strip. */
static int label_edge(const struct sheet *s, int way, int top, int bottom)
{
    int nearest = top > 0 ? top : bottom < 0 ? -bottom : 0;

    return s->middle.x + way * (width_at(s, nearest) + GAP);
}

/* ---- drawing ---- */

static struct lettering to_side(struct lettering l, int way)
{
    l.anchor = way < 0 ? ANCHOR_END : ANCHOR_START;
    return l;
}

static void draw_marks(struct picture *p, int x, int y, int way, const struct relatie *r)
{
    struct point corner = {way < 0 ? x - marks_of(r) * MARK_STEP : x, y};

    if (r->change != ZELFDE) {
        ecogram_square(p, corner, ecogram_change(r->change));
        corner.x += MARK_STEP;
    }
    for (int i = 0; i < STEUNEN; i++)
        if (r->steun & 1u << i) {
            ecogram_square(p, corner, (struct text){netwerk_letters + i, 1});
            corner.x += MARK_STEP;
        }
    if (r->mantelzorger)
        ecogram_circle(p, corner, TEXT("M"));
}

static void draw_label(struct picture *p, int x, int y, int way, const struct relatie *r)
{
    struct lettering name = to_side(name_style, way), was = to_side(was_style, way);

    picture_wrap(p, (struct point){x, y + name.size}, name, LABEL, r->who);
    y += picture_lines(name, LABEL, r->who) * picture_leading(name);
    picture_wrap(p, (struct point){x, y + was.size}, was, LABEL, r->was);
    y += picture_lines(was, LABEL, r->was) * picture_leading(was);
    draw_marks(p, x, y + 2, way, r);
}

/* From the symbol on along the tie to the ellipse, and across to the label. */
static void draw_leader(const struct sheet *s, int way, struct point knot, struct point end, int x)
{
    struct point label = {x - way * 4, end.y};

    if (ecogram_distance(knot, end) > ECOGRAM_CLEAR)
        picture_line(s->p, ecogram_along(knot, end, ECOGRAM_CLEAR, 0), end, STROKE_THIN);
    else
        end.x = knot.x + way * ECOGRAM_CLEAR;
    if (way * (label.x - end.x) > 0)
        picture_line(s->p, end, label, STROKE_THIN);
}

static void draw_person(const struct sheet *s, int way, int top, int height,
                        const struct relatie *r)
{
    int y = top + height / 2, x = label_edge(s, way, top, top + height);
    struct point knot = point_at(s, way, y, rings[r->afstand]);

    draw_leader(s, way, knot, point_at(s, way, y, 100), x);
    ecogram_tie(s->p, point_at(s, way, y, ROOT), knot, r);
    ecogram_knot(s->p, knot, r);
    draw_label(s->p, x, s->middle.y + y - label_height(r) / 2, way, r);
    s->places[r - s->netwerk->list] = (struct point){x + way * LABEL / 2, s->middle.y + y};
}

static void draw_group(const struct sheet *s, int way, int top, int height, int groep, bool first)
{
    int x = label_edge(s, way, top, top + height),
        y = s->middle.y + top + (height - group_height(groep)) / 2;

    if (!first)
        picture_line(s->p, point_at(s, way, top, SECTOR), point_at(s, way, top, 100), STROKE_THIN);
    picture_wrap(s->p, (struct point){x, y + group_style.size}, to_side(group_style, way), LABEL,
                 netwerk_groep(groep));
}

/* Room that is over goes between the strips, the same everywhere. */
static void draw_side(const struct sheet *s, const struct side *side)
{
    int over = (2 * s->high - side->height) / (int)(side->count + 1), y = over - s->high;

    for (size_t i = 0; i < side->count; i++) {
        const struct strip *strip = &side->strips[i];
        if (strip->r)
            draw_person(s, side->way, y, strip->height, strip->r);
        else
            draw_group(s, side->way, y, strip->height, strip->groep, !i);
        y += strip->height + over;
    }
}

static void draw_rings(const struct sheet *s)
{
    const struct lettering me = {20, true, ANCHOR_MIDDLE};

    for (int i = FURTHEST; i > 0; i--)
        picture_ellipse(s->p, s->middle, s->wide * rings[i] / 100, s->high * rings[i] / 100,
                        FILL_NONE, STROKE_THIN);
    picture_ellipse(s->p, s->middle, s->wide * HEART / 100, s->high * HEART / 100, FILL_PAPER,
                    STROKE_PLAIN);
    picture_text(s->p, (struct point){s->middle.x, s->middle.y + 7}, me, TEXT("ik"));
}

/* ---- words ---- */

static struct text when(struct dossier *d, const struct ecogram *e)
{
    struct buffer b = {0};
    struct text kept;

    if (e->since != DATE_NONE)
        blad_put_day(d, &b, "Wat er anders is: van ", e->since, " tot en met ");
    else
        buffer_string(&b, "Zo was het op ");
    blad_put_day(d, &b, "", e->day, ".");
    if (!e->netwerk->count)
        buffer_string(&b, " Er staat nog niemand op.");
    kept = blad_kept(d, &b);
    buffer_free(&b);
    return kept;
}

static struct text describe(struct dossier *d, const struct ecogram *e)
{
    struct buffer b = {0};
    struct text kept;

    buffer_string(&b, "Een tekening met mij in het midden. ");
    buffer_text(&b, when(d, e));
    for (size_t i = 0; i < e->netwerk->count; i++) {
        const struct relatie *r = &e->netwerk->list[i];
        buffer_string(&b, netwerk_is_formeel(r) ? " Rechts: " : " Links: ");
        buffer_text(&b, r->who);
        buffer_string(&b, " (");
        netwerk_in_words(&b, r);
        blad_put(&b, "; ", r->was);
        buffer_string(&b, ").");
    }
    kept = blad_kept(d, &b);
    buffer_free(&b);
    return kept;
}

/* Returns where the drawing may begin. */
static int draw_head(struct picture *p, struct dossier *d, const struct ecogram *e)
{
    const struct lettering day = {17, true, ANCHOR_START}, left = {15, false, ANCHOR_START},
                           right = {15, false, ANCHOR_END};
    int y = MARGIN + day.size;

    picture_text(p, (struct point){MARGIN, y}, day, when(d, e));
    y += 2 * MARGIN;
    picture_text(p, (struct point){MARGIN, y}, left, TEXT("Informeel: mensen om mij heen"));
    picture_text(p, (struct point){p->width - MARGIN, y}, right,
                 TEXT("Formeel: hulpverleners en diensten"));
    return y + MARGIN;
}

const struct picture *ecogram_picture(struct dossier *d, const struct ecogram *e, struct text title)
{
    struct picture *p = arena_take(&d->arena, sizeof *p);
    struct side left = side_of(d, e->netwerk, false), right = side_of(d, e->netwerk, true);
    struct sheet s = {
        p,      e->netwerk, arena_take(&d->arena, (e->netwerk->count + 1) * sizeof *s.places),
        {0, 0}, 0,          0};
    int top;

    s.high = most(LEAST_HIGH, (most(left.height, right.height) + 1) / 2 + BETWEEN);
    s.wide = most(LEAST_WIDE, (3 * s.high + 4) / 5);
    picture_start(p, &d->arena, 2 * (MARGIN + LABEL + GAP + s.wide));
    p->title = title;
    p->description = describe(d, e);
    p->lines = ecogram_lines(d, e);
    top = draw_head(p, d, e);
    s.middle = (struct point){p->width / 2, top + s.high};
    draw_rings(&s);
    draw_side(&s, &left);
    draw_side(&s, &right);
    p->graph = ecogram_graph(d, e, s.middle, s.places, title);
    p->height = ecogram_legend(p, MARGIN, top + 2 * s.high + 3 * MARGIN, e) + MARGIN;
    return p;
}
