/* Pictures: how wide letters are and where lines break, and what SVG, HTML and text make of one. */
#include "check.h"
#include "forms.h"

#include "base/picture.h"
#include "output/svg.h"

#include <errno.h>
#include <libxml/parser.h>

static const struct lettering plain_16 = {16, false, ANCHOR_START};

static void test_widths(struct checks *c)
{
    const struct lettering hundred = {100, false, ANCHOR_START}, bold = {100, true, ANCHOR_START};

    c->part = "how wide letters are";
    check_number(c, picture_text_width(TEXT(""), hundred), 0, "nothing");
    check_number(c, picture_text_width(TEXT("i"), hundred), 28, "narrow");
    check_number(c, picture_text_width(TEXT("~ %"), hundred), 84 + 36 + 108, "the table's ends");
    check_number(c, picture_text_width(TEXT("a"), bold), 78, "bold, rounded up");
    check_number(c, picture_text_width(TEXT("ë"), hundred), 108, "Latin");
    check_number(c, picture_text_width(TEXT("e\xCC\x81"), hundred), 62, "a mark on a letter");
    check_number(c, picture_text_width(TEXT("ж"), hundred), 118, "Cyrillic");
    check_number(c, picture_text_width(TEXT("中"), hundred), 144, "Chinese");
    check_number(c, picture_text_width(TEXT("\xFF\n\t"), hundred), 144 + 72, "no letter at all");
    check_number(c, picture_text_width(TEXT("m"), (struct lettering){1, false, ANCHOR_START}), 1,
                 "never nothing");
}

static void test_root(struct checks *c)
{
    c->part = "whole roots";
    check_number(c, picture_root(-4), 0, "below 0");
    check_number(c, picture_root(0), 0, "nothing");
    check_number(c, picture_root(24), 4, "rounded down");
    check_number(c, picture_root(25), 5, "exact");
    check_number(c, picture_root((1LL << 60) - 1), (1 << 30) - 1, "large");
}

/* A picture that is too large for A4 says a smaller size; what is in it stays the same. */
static void test_size(struct checks *c, struct arena *arena)
{
    struct picture p;
    struct buffer b = {0};

    c->part = "at most A4";
    picture_start(&p, arena, 1436);
    p.height = 4184;
    svg_open(&b, &p, 1);
    check(c, holds(&b, "viewBox=\"0 0 1436 4184\" width=\"359\" height=\"1046\""), "both ways");
    b.n = 0;
    p.height = 100;
    svg_open(&b, &p, 1);
    check(c, holds(&b, "viewBox=\"0 0 1436 100\" width=\"718\" height=\"50\""), "wide");
    buffer_free(&b);
}

/* The lines that wrapping makes, with `|` between them, and their height. */
static void check_wrap(struct checks *c, struct text t, int width, const char *want)
{
    struct arena arena = {0};
    struct picture p;
    struct buffer b = {0};

    picture_start(&p, &arena, 100);
    picture_wrap(&p, (struct point){3, 50}, plain_16, width, t);
    check_number(c, (int)p.count, picture_lines(plain_16, width, t), "as many as are counted");
    for (size_t i = 0; i < p.count; i++) {
        buffer_string(&b, i ? "|" : "");
        buffer_text(&b, p.shapes[i].text);
        check_number(c, p.shapes[i].points->x, 3, "where it begins");
        check_number(c, p.shapes[i].points->y, 50 + (int)i * 20, "one under the other");
        CHECK(c,
              p.shapes[i].text.n <= 4 || picture_text_width(p.shapes[i].text, plain_16) <= width);
    }
    check_bytes(c, buffer_view(&b), want, "the lines");
    buffer_free(&b);
    arena_free(&arena);
}

static void test_wrap(struct checks *c)
{
    c->part = "where lines break";
    check_wrap(c, TEXT(""), 100, "");
    check_wrap(c, TEXT(" \n\t "), 100, "");
    check_wrap(c, TEXT("mijn zus"), 100, "mijn zus");
    check_wrap(c, TEXT("mijn zus en ik"), 70, "mijn zus|en ik");
    check_wrap(c, TEXT("  mijn\nzus   en\tik "), 40, "mijn|zus|en\tik");
    check_wrap(c, TEXT("wwwwwwwww a"), 60, "wwww|wwww|w a");
    check_wrap(c, TEXT("abc"), 1, "a|b|c");
    check_wrap(c, TEXT("中文字"), 50, "中文|字");
    check_wrap(c, TEXT("e\xCC\x81x"), 1, "e\xCC\x81|x");
}

/* ---- what SVG makes of it ---- */

static void draw_all(struct picture *p, struct arena *arena)
{
    const struct point corners[] = {{0, 0}, {9, 0}, {5, 8}};

    picture_start(p, arena, 100);
    p->height = 50;
    p->title = TEXT("<Mijn> \"balans\"");
    p->description = TEXT("a & b\x01");
    p->lines = TEXT("een ■\x1b[2J\ntwee\n");
    picture_line(p, (struct point){1, 2}, (struct point){3, 4}, STROKE_PLAIN);
    picture_line(p, (struct point){1, 2}, (struct point){3, 4}, STROKE_THICK);
    picture_line(p, (struct point){1, 2}, (struct point){3, 4}, STROKE_DASHED);
    picture_line(p, (struct point){0, 10}, (struct point){32, 10}, STROKE_ZIGZAG);
    picture_line(p, (struct point){7, 7}, (struct point){7, 7}, STROKE_ZIGZAG);
    picture_line(p, (struct point){5, 6}, (struct point){7, 8}, STROKE_DOUBLE);
    picture_line(p, (struct point){5, 6}, (struct point){7, 8}, STROKE_DOTTED);
    picture_line(p, (struct point){5, 6}, (struct point){7, 8}, STROKE_THIN);
    picture_ellipse(p, (struct point){20, 21}, 9, 4, FILL_NONE, STROKE_THIN);
    picture_ellipse(p, (struct point){20, 21}, 8, 3, FILL_PAPER, STROKE_PLAIN);
    picture_polygon(p, corners, 3, FILL_INK);
    picture_circle(p, (struct point){20, 21}, 7, FILL_NONE);
    picture_rectangle(p, (struct point){30, 31}, 12, 13, FILL_BLUE);
    picture_text(p, (struct point){40, 41}, plain_16, TEXT("a<b\nc&\xE2\x80\xAE"));
    picture_text(p, (struct point){40, 41}, (struct lettering){9, true, ANCHOR_END}, TEXT("x"));
    picture_text(p, (struct point){40, 41}, (struct lettering){9, false, ANCHOR_MIDDLE}, TEXT("y"));
}

static const char *const drawn[] = {
    "viewBox=\"0 0 100 50\" width=\"100\" height=\"50\" role=\"img\"",
    "aria-labelledby=\"beeld7-title beeld7-desc\"",
    "<title id=\"beeld7-title\">&lt;Mijn&gt; &quot;balans&quot;</title>",
    "<desc id=\"beeld7-desc\">a &amp; b�</desc>",
    "<line x1=\"1\" y1=\"2\" x2=\"3\" y2=\"4\"/>",
    "<line x1=\"1\" y1=\"2\" x2=\"3\" y2=\"4\" stroke-width=\"6\" stroke-linecap=\"round\"/>",
    "<line x1=\"1\" y1=\"2\" x2=\"3\" y2=\"4\" stroke-dasharray=\"8 6\"/>",
    "<polyline fill=\"none\" stroke=\"#fff\" stroke-width=\"4\" points=\"0,10 8,17 16,3 24,17 "
    "32,10\"/>",
    "<polyline fill=\"none\" points=\"0,10 8,17 16,3 24,17 32,10\"/>",
    "points=\"7,7 7,7\"",
    "<line x1=\"5\" y1=\"6\" x2=\"7\" y2=\"8\" stroke-width=\"9\"/>\n"
    "<line x1=\"5\" y1=\"6\" x2=\"7\" y2=\"8\" stroke=\"#fff\" stroke-width=\"3\"/>",
    "stroke-width=\"3\" stroke-dasharray=\"0 7\" stroke-linecap=\"round\"/>",
    "<line x1=\"5\" y1=\"6\" x2=\"7\" y2=\"8\" stroke=\"#767676\" stroke-width=\"1\"/>",
    "<ellipse cx=\"20\" cy=\"21\" rx=\"9\" ry=\"4\" fill=\"none\" stroke=\"#767676\" "
    "stroke-width=\"1\"/>",
    "<ellipse cx=\"20\" cy=\"21\" rx=\"8\" ry=\"3\" fill=\"#fff\"/>",
    "<polygon points=\"0,0 9,0 5,8\" fill=\"#111\"/>",
    "<circle cx=\"20\" cy=\"21\" r=\"7\" fill=\"none\"/>",
    "<rect x=\"30\" y=\"31\" width=\"12\" height=\"13\" rx=\"3\" fill=\"#1f5a96\"/>",
    "<text x=\"40\" y=\"41\" font-size=\"16\" fill=\"#111\" stroke=\"none\">a&lt;b c&amp;�</text>",
    "font-size=\"9\" font-weight=\"bold\" text-anchor=\"end\"",
    "font-size=\"9\" text-anchor=\"middle\"",
};

static bool is_xml(const struct buffer *b)
{
    xmlDocPtr xml = xmlReadMemory(b->p, (int)b->n, NULL, NULL, XML_PARSE_NONET);

    xmlFreeDoc(xml);
    return xml != NULL;
}

static void test_svg(struct checks *c, struct arena *arena)
{
    struct picture p;
    struct buffer b = {0};

    c->part = "SVG";
    draw_all(&p, arena);
    svg_open(&b, &p, 7);
    svg_close(&b);
    for (size_t i = 0; i < sizeof drawn / sizeof *drawn; i++)
        check(c, holds(&b, drawn[i]), drawn[i]);
    CHECK(c, is_xml(&b));
    buffer_free(&b);
}

static void test_svg_form(struct checks *c, struct arena *arena)
{
    struct picture p;
    struct document d;
    struct buffer b = {0};

    c->part = "the form of one picture";
    draw_all(&p, arena);
    document_start(&d, arena);
    document_text(&d, TEXT("tekst"));
    CHECK(c, render(&b, &form_svg, &table, &d, true) && b.n == 0);
    document_picture(&d, &p);
    CHECK(c, render(&b, &form_svg, &table, &d, true) && is_xml(&b) && !holds(&b, "tekst"));
    CHECK(c, holds(&b, "<metadata>Op: 2026-11-22</metadata>") && !holds(&b, "Geboekt"));
    CHECK(c, render(&b, &form_svg, &table, &d, false) && b.n == 0);
    document_picture(&d, &p);
    CHECK(c, !render(&b, &form_svg, &table, &d, true));
    buffer_free(&b);
}

/* ---- what the other forms make of it ---- */

static void test_forms(struct checks *c, struct arena *arena)
{
    struct picture p;
    struct document d;
    struct buffer b = {0};

    c->part = "a picture in a document";
    draw_all(&p, arena);
    document_start(&d, arena);
    document_text(&d, TEXT("boven"));
    document_picture(&d, &p);
    document_picture(&d, &p);
    document_text(&d, TEXT("onder"));
    CHECK(c, render(&b, &form_text, &plain, &d, true));
    CHECK(c, holds(&b, "boven\n\neen ■␛[2J\ntwee\neen ■␛[2J\ntwee\n\nonder\n"));
    CHECK(c, render(&b, &form_html, &plain, &d, true));
    CHECK(c, holds(&b, "beeld1-title") && holds(&b, "beeld2-title") && !holds(&b, "beeld3-title"));
    CHECK(c, holds(&b, "</svg>") && !holds(&b, "een ■"));
    CHECK(c, render(&b, &form_xml, &plain, &d, true));
    CHECK(c, holds(&b, "boven") && holds(&b, "onder") && !holds(&b, "een"));
    CHECK(c, render(&b, &form_csv, &plain, &d, true) && b.n == 0);
    buffer_free(&b);
}

int main(void)
{
    struct checks c = {0};
    struct arena arena = {0};

    test_widths(&c);
    test_wrap(&c);
    test_root(&c);
    test_size(&c, &arena);
    test_svg(&c, &arena);
    test_svg_form(&c, &arena);
    test_forms(&c, &arena);
    arena_free(&arena);
    xmlCleanupParser();
    return check_end(&c);
}
