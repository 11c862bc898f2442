/* Recfile syntax: records that are taken in one go come out as those that are taken line by line,
 * also when the window ends anywhere in them. */
#include "check.h"

#include "base/block.h"
#include "base/text.h"
#include "journal/rec.h"

#define CHECK(checks, condition) check(checks, condition, #condition)

enum { TEXTS = 20000, ROOM = 32768 };

static uint32_t drawn = 1;

static uint32_t draw(uint32_t below)
{
    drawn = drawn * 1664525U + 1013904223U;
    return (drawn >> 8) % below;
}

/* Mostly good lines, and now and then anything. */
static size_t draw_text(char *into)
{
    static const char *const pieces[] = {"\n",
                                         "\n",
                                         "\n\n",
                                         "Doel: D1\n",
                                         "Tekst: een\n+ twee\n",
                                         "A:\tb\n",
                                         "%x: y\n",
                                         "# a\\\n",
                                         "Naam: a\\\nb\n",
                                         "\r\n",
                                         "Lang_genoeg_voor_16: ",
                                         "\xC3\xA9",
                                         "\xC3",
                                         "\xEF\xBB\xBF",
                                         "+",
                                         "\\",
                                         "0123456789abcdef0123456789abcdef",
                                         ":",
                                         "<<<<<<< x\n",
                                         " \n",
                                         "geen veld\n",
                                         "\xE2\x82\xAC\n"};
    size_t n = 0;

    for (size_t left = 1 + draw(draw(8) ? 24 : 400); left; left--) {
        uint32_t some = draw(2) ? draw(6) : draw(sizeof pieces / sizeof *pieces);
        size_t length = strlen(pieces[some]);
        memcpy(into + n, pieces[some], length);
        n += length;
        if (!draw(40))
            into[draw((uint32_t)n)] = (char)draw(256);
    }
    return n;
}

static bool same_text(struct text a, struct text b)
{
    return a.n == b.n && (!a.n || a.p == b.p);
}

static void check_fields(struct checks *c, const struct rec_scanner *a, const struct rec_scanner *b)
{
    CHECK(c, a->count == b->count);
    for (size_t i = 0; i < a->count && i < b->count; i++) {
        const struct rec_field *x = &a->fields[i], *y = &b->fields[i];
        CHECK(c, same_text(x->name, y->name) && same_text(x->value, y->value));
        CHECK(c, x->line == y->line && x->coded == y->coded);
    }
    CHECK(c, a->problem_count == b->problem_count);
    for (size_t i = 0; i < a->problem_count && i < b->problem_count; i++)
        CHECK(c, !strcmp(a->problems[i].code, b->problems[i].code) &&
                     a->problems[i].line == b->problems[i].line &&
                     a->problems[i].column == b->problems[i].column);
}

static void check_records(struct checks *c, const struct rec_record *x, const struct rec_record *y)
{
    CHECK(c, same_text(x->raw, y->raw) && same_text(x->body, y->body) && x->line == y->line);
    CHECK(c, x->first == y->first && x->count == y->count && x->closed == y->closed);
    CHECK(c, x->first_problem == y->first_problem && x->problem_count == y->problem_count);
    CHECK(c, x->bom == y->bom && x->crlf == y->crlf);
}

/* Without room for a field no record can be taken in one go. */
static enum rec_result next_by_line(struct rec_scanner *s, struct rec_record *record)
{
    s->capacity = s->count;
    return rec_next(s, record);
}

/* The same text in a window that ends at `cut` first, in one go or by line. What stands behind a
 * window is zeros, so it has bytes of its own. */
static enum rec_result next_cut(struct rec_scanner *s, struct rec_record *record, const char *text,
                                size_t n, char *window)
{
    enum rec_result result = draw(2) ? rec_next(s, record) : next_by_line(s, record);

    if (result != REC_MORE)
        return result;
    memcpy(window, text, n);
    s->end = window + n;
    s->last = true;
    return rec_next(s, record);
}

static void check_text(struct checks *c, char *text, size_t n, char *window, size_t cut)
{
    struct rec_scanner a = {.at = text, .end = text + n, .line = 1, .last = true}, b = a;
    struct rec_scanner d = {.at = window, .end = window + cut, .line = 1};
    enum rec_result result;

    memset(window, 0, n + REC_PADDING);
    memcpy(window, text, cut);
    do {
        struct rec_record x, y, z;
        result = rec_next(&a, &x);
        CHECK(c, next_by_line(&b, &y) == result);
        check_records(c, &x, &y);
        check_fields(c, &a, &b);
        CHECK(c, next_cut(&d, &z, text, n, window) == result);
        CHECK(c, z.raw.n == x.raw.n && z.body.n == x.body.n && z.count == x.count);
        CHECK(c, d.count == a.count && d.problem_count == a.problem_count && d.line == a.line);
    } while (result == REC_RECORD && !c->failed);
    rec_free(&a);
    rec_free(&b);
    rec_free(&d);
}

static void test_records(struct checks *c)
{
    static char text[ROOM], copy[ROOM];

    c->part = "records";
    for (unsigned i = 0; i < TEXTS && !c->failed; i++) {
        size_t n = draw_text(text);
        memset(text + n, 0, REC_PADDING);
        check_text(c, text, n, copy, draw((uint32_t)n + 1));
        if (c->failed)
            printf("text %u: '%.*s'\n", i, (int)n, text);
    }
}

static void test_blocks(struct checks *c)
{
    signed char signs[64];
    char *bytes = (char *)signs;

    c->part = "blocks";
    for (unsigned i = 0; i < TEXTS; i++) {
        uint64_t bits = 0;
        const char *hit;
        size_t n;
        for (size_t k = 0; k < sizeof signs; k++)
            bytes[k] = (char)(draw(200) ? 'a' + draw(3) : draw(256));
        if (draw(2))
            bytes[draw(64)] = '\n';
        for (size_t k = 0; k < sizeof signs; k++)
            bits |= (uint64_t)(bytes[k] == '\n') << k;
        CHECK(c, block_bits64(bytes, '\n') == bits);
        hit = memchr(bytes, '\n', 16);
        check_number(c, (long long)block_find16(bytes, '\n'), hit ? hit - bytes : 16, "of 16");
        for (n = 0; n < sizeof signs && signs[n] > 0; n++)
            ;
        CHECK(c, block_is_plain(bytes) == (n == sizeof signs));
    }
}

int main(void)
{
    struct checks c = {0};

    test_blocks(&c);
    test_records(&c);
    return check_end(&c);
}
