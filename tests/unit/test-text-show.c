/* Unit test of base/text: widths, fitting, wrapping, printing that is safe on a terminal. */
#include "check.h"
#include "base/text.h"

static void test_code_widths(struct checks *c)
{
    static const struct {
        uint32_t first;
        uint32_t last;
        int width;
    } cases[] = {{0, 0x2FF, 1},       /* ASCII, Latin-1, European letters, controls, soft hyphen */
                 {0x300, 0x36F, 0},   /* combining marks */
                 {0x370, 0x377, 1},   /* Greek */
                 {0x483, 0x489, 0},   /* Cyrillic, Mn and Me */
                 {0x591, 0x5BD, 0},   /* Hebrew points */
                 {0x600, 0x605, 1},   /* Arabic number signs: Cf, but drawn */
                 {0x61C, 0x61C, 1},   /* Arabic letter mark: shown as U+FFFD */
                 {0x64B, 0x65F, 0},   /* Arabic vowels */
                 {0xE31, 0xE31, 0},   /* Thai */
                 {0x1100, 0x115F, 2}, /* Hangul initial jamo */
                 {0x1160, 0x11FF, 0}, /* medial and final */
                 {0xD7B0, 0xD7C6, 0}, /* the later ones */
                 {0xD7CB, 0xD7FB, 0},
                 {0x200B, 0x200D, 0}, /* zero width space, joiners */
                 {0x200E, 0x200F, 1}, /* marks of direction: shown as U+FFFD */
                 {0x2028, 0x202E, 1},
                 {0x2060, 0x2064, 0},
                 {0x2066, 0x2069, 1},
                 {0x20AC, 0x20AC, 1}, /* euro */
                 {0x20D0, 0x20F0, 0}, /* enclosing marks */
                 {0x2500, 0x257F, 1}, /* lines */
                 {0x2E80, 0x2E99, 2},
                 {0x3000, 0x3029, 2},
                 {0x302A, 0x302D, 0},
                 {0x3041, 0x3096, 2}, /* kana */
                 {0x3099, 0x309A, 0}, /* combining kana marks, wide in UAX #11 */
                 {0x3400, 0x4DBF, 2},
                 {0x4DC0, 0x4DFF, 1},
                 {0x4E00, 0x9FFF, 2},
                 {0xAC00, 0xD7A3, 2},
                 {0xF900, 0xFAFF, 2},
                 {0xFE00, 0xFE0F, 0}, /* variation selectors */
                 {0xFEFF, 0xFEFF, 0}, /* byte order mark */
                 {0xFF01, 0xFF60, 2}, /* fullwidth */
                 {0xFF61, 0xFF9F, 1}, /* halfwidth */
                 {0xFFFD, 0xFFFD, 1},
                 {0x110BD, 0x110BD, 1},
                 {0x1F1E6, 0x1F1FF, 1},
                 {0x1F300, 0x1F320, 2},
                 {0x1F3FB, 0x1F3FF, 2},
                 {0x1F600, 0x1F64F, 2}, /* emoji */
                 {0x1FA80, 0x1FA88, 2}, /* U+1FA87 and U+1FA88 came with Unicode 15 */
                 {0x20000, 0x2FFFD, 2},
                 {0x2FFFE, 0x2FFFF, 1},
                 {0x30000, 0x3FFFD, 2},
                 {0xE0001, 0xE0001, 0},
                 {0xE0020, 0xE007F, 0},
                 {0xE0100, 0xE01EF, 0},
                 {0x10FFFE, 0x10FFFF, 1},
                 {0x110000, 0x110000, 1},
                 {UINT32_MAX - 1, UINT32_MAX - 1, 1}};

    c->part = "widths";
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (uint32_t code = cases[i].first; code <= cases[i].last; code++) {
            char what[16];
            snprintf(what, sizeof what, "U+%04lX", (unsigned long)code);
            check_number(c, text_code_width(code), cases[i].width, what);
        }
}

struct shown {
    const char *text;
    size_t columns;
    const char *want;
};

static void test_width_of_text(struct checks *c)
{
    static const struct {
        const char *text;
        size_t width;
    } cases[] = {{"", 0},
                 {"abc", 3},
                 {"caf\xC3\xA9", 4},
                 {"cafe\xCC\x81", 4},
                 {"\xE4\xBD\xA0\xE5\xA5\xBD", 4},
                 {"\xF0\x9F\x98\x80!", 3},
                 {"\xED\x95\x9C\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", 4},
                 {"a\tb\x1B[0m", 7},
                 {"\xE2\x80\xAE", 1},
                 {"\xFF\xC3", 2}};

    c->part = "width of text";
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text copy = check_copy(cases[i].text, strlen(cases[i].text));
        struct buffer safe = {0};

        check_number(c, (long long)text_width(copy), (long long)cases[i].width, cases[i].text);
        text_safe(&safe, copy);
        check_number(c, (long long)text_width(buffer_view(&safe)), (long long)cases[i].width,
                     "as wide when made safe");
        buffer_free(&safe);
        check_drop(copy);
    }
}

static void test_fit(struct checks *c)
{
    static const struct shown cases[] = {{"abc", 0, ""},
                                         {"abc", 2, "ab"},
                                         {"abc", 3, "abc"},
                                         {"abc", 9, "abc"},
                                         {"", 5, ""},
                                         {"\xC3\xA9\xC3\xA9", 1, "\xC3\xA9"},
                                         {"e\xCC\x81\xCC\xA7x", 1, "e\xCC\x81\xCC\xA7"},
                                         {"\xE4\xBD\xA0\xE5\xA5\xBD", 3, "\xE4\xBD\xA0"},
                                         {"\xE4\xBD\xA0", 1, ""},
                                         {"a\xF0\x9F\x98\x80", 2, "a"},
                                         {"a\xFF", 1, "a"}};

    c->part = "fit";
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text copy = check_copy(cases[i].text, strlen(cases[i].text));
        struct text fit = {copy.p, text_fit(copy, cases[i].columns)};
        check_bytes(c, fit, cases[i].want, "text_fit");
        check_drop(copy);
    }
}

static void test_safe(struct checks *c)
{
    static const struct shown cases[] = {
        {"gewoon", 0, "gewoon"},
        {"\x1B[2J", 0, "\xE2\x90\x9B[2J"},
        {"a\nb\tc\r", 0,
         "a\xE2\x90\x8A"
         "b\xE2\x90\x89"
         "c\xE2\x90\x8D"},
        {"\x7F", 0, "\xE2\x90\xA1"},
        {"\xC2\x80\xC2\x9B\xC2\x9F", 0, "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"\xC2\xA0\xC3\xA9", 0, "\xC2\xA0\xC3\xA9"},
        {"\xE2\x80\xAE"
         "x\xE2\x80\xA9\xE2\x81\xA6",
         0, "\xEF\xBF\xBDx\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"\xE2\x80\x8E\xE2\x80\x8F\xD8\x9C", 0, "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"\xE2\x80\xAF\xE2\x81\xAA\xE2\x80\x93", 0, "\xE2\x80\xAF\xE2\x81\xAA\xE2\x80\x93"},
        {"\xFF\xC3", 0, "\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"\xED\xA0\x80", 0, "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"\xF0\x9F\x98\x80", 0, "\xF0\x9F\x98\x80"}};
    struct buffer out = {0};

    c->part = "safe";
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text copy = check_copy(cases[i].text, strlen(cases[i].text));
        out.n = 0;
        text_safe(&out, copy);
        check_bytes(c, buffer_view(&out), cases[i].want, "text_safe");
        check_drop(copy);
    }
    out.n = 0;
    text_safe(&out, (struct text){"\0", 1});
    check_bytes(c, buffer_view(&out), "\xE2\x90\x80", "NUL");
    buffer_free(&out);
}

static void test_pad(struct checks *c)
{
    static const struct shown cases[] = {{"", 0, ""},
                                         {"", 3, "   "},
                                         {"ab", 4, "ab  "},
                                         {"abcd", 2, "abcd"},
                                         {"\xC3\xA9", 3, "\xC3\xA9  "},
                                         {"e\xCC\x81", 3, "e\xCC\x81  "},
                                         {"\xE4\xBD\xA0", 3, "\xE4\xBD\xA0 "},
                                         {"\x1B", 2, "\xE2\x90\x9B "}};
    struct buffer out = {0};

    c->part = "pad";
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        out.n = 0;
        text_pad(&out, text_of(cases[i].text), cases[i].columns);
        check_bytes(c, buffer_view(&out), cases[i].want, "text_pad");
    }
    buffer_free(&out);
}

static void test_wrap(struct checks *c)
{
    static const struct {
        const char *text;
        size_t columns;
        size_t indent;
        const char *want;
    } cases[] = {
        {"", 40, 4, "\n"},
        {"\n", 40, 4, "\n"},
        {"kort", 40, 4, "kort\n"},
        {"kort\n", 40, 4, "kort\n"},
        {"a\n\nb", 40, 2, "a\n\n  b\n"},
        {"een twee drie vier vijf zes", 20, 0, "een twee drie vier\nvijf zes\n"},
        {"een twee drie vier vijf zes", 5, 0, "een twee drie vier\nvijf zes\n"},
        {"een twee drie vier vijf zes", 24, 4, "een twee drie vier\n    vijf zes\n"},
        {"een twee drie vierde", 20, 0, "een twee drie vierde\n"},
        {"een twee drie vierde vijf", 20, 0, "een twee drie vierde\nvijf\n"},
        {"een twee drie vierde   ", 20, 0, "een twee drie vierde\n"},
        {"een twee drie vierde   vijf", 20, 0, "een twee drie vierde\nvijf\n"},
        {"1234567890123456789012345", 20, 2, "123456789012345678\n  9012345\n"},
        {"  onder een punt staat dit", 20, 0, "  onder een punt\n  staat dit\n"},
        {"   ", 20, 0, "\n"},
        {"                              ver weg", 20, 0, "          ver weg\n"},
        {"a  b", 20, 0, "a  b\n"},
        {"een twee drie vier", 20, 18, "een twee\n                  drie vier\n"},
        {"\xE4\xBD\xA0\xE4\xBD\xA0\xE4\xBD\xA0\xE4\xBD\xA0\xE4\xBD\xA0\xE4\xBD\xA0", 20, 10,
         "\xE4\xBD\xA0\xE4\xBD\xA0\xE4\xBD\xA0\xE4\xBD\xA0\xE4\xBD\xA0\n          \xE4\xBD\xA0\n"},
        {"123456789e\xCC\x81 x", 20, 10, "123456789e\xCC\x81\n          x\n"},
        {"a\x1B[0m\xE2\x80\xAE", 20, 0, "a\xE2\x90\x9B[0m\xEF\xBF\xBD\n"}};
    struct buffer out = {0};

    c->part = "wrap";
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text copy = check_copy(cases[i].text, strlen(cases[i].text));
        out.n = 0;
        text_wrap(&out, copy, cases[i].columns, cases[i].indent);
        check_bytes(c, buffer_view(&out), cases[i].want, cases[i].text);
        check_drop(copy);
    }
    buffer_free(&out);
}

/* Whatever is wrapped and however: no line is too wide or ends in a blank, and no word is lost. */
static void test_wrap_keeps_all(struct checks *c)
{
    static const char source[] =
        "Emma wil in september weer na\xC3\xA1r school,  het liefst "
        "\xE4\xBD\xA0\xE5\xA5\xBD dichtbij.\n\n  - eerst bellen\n  - dan langs"
        "gaan bij de onderwijsconsulentenorganisatie van de regio\n";
    struct buffer out = {0};

    c->part = "wrap at every width";
    for (size_t columns = 20; columns < 90; columns++)
        for (size_t indent = 0; indent <= columns - 10; indent++) {
            struct text rest, line;
            size_t kept = 0, wanted = 0;

            out.n = 0;
            text_wrap(&out, TEXT(source), columns, indent);
            rest = buffer_view(&out);
            while (text_next_line(&rest, &line)) {
                bool first = line.p == out.p;
                check(c, text_width(line) + (first ? indent : 0) <= columns, "not too wide");
                check(c, !line.n || line.p[line.n - 1] != ' ', "no blank at the end");
            }
            for (size_t i = 0; i < out.n; i++)
                kept += out.p[i] != ' ' && out.p[i] != '\n';
            for (size_t i = 0; i < sizeof source - 1; i++)
                wanted += source[i] != ' ' && source[i] != '\n';
            check_number(c, (long long)kept, (long long)wanted, "bytes kept");
        }
    buffer_free(&out);
}

int main(void)
{
    struct checks c = {0};

    test_code_widths(&c);
    test_width_of_text(&c);
    test_fit(&c);
    test_safe(&c);
    test_pad(&c);
    test_wrap(&c);
    test_wrap_keeps_all(&c);
    return check_end(&c);
}
