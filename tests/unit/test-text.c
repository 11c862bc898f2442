/* Unit test of base/text: bytes, UTF-8, numbers, distance. */
#include "check.h"
#include "base/text.h"

/* A second reading of RFC 3629, written from the code points instead of from the bytes: takes the
 * value of the bits and asks whether it is a character in its shortest form. 0 when it is none. */
static size_t expected_length(const unsigned char *p, size_t n)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    size_t length = p[0] < 0x80 ? 1 : (p[0] & 0xE0) == 0xC0 ? 2 : (p[0] & 0xF0) == 0xE0 ? 3 : 4;
    uint32_t code = p[0] & (length == 2 ? 0x1Fu : length == 3 ? 0x0Fu : 0x07u);

    if (length == 1)
        return p[0] != 0;
    if (length > n || (length == 4 && (p[0] & 0xF8) != 0xF0))
        return 0;
    for (size_t i = 1; i < length; i++) {
        if (p[i] >> 6 != 2)
            return 0;
        code = code << 6 | (p[i] & 0x3Fu);
    }
    if (code < least[length] || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
        return 0;
    return length;
}

static size_t expected_bad(const unsigned char *p, size_t n)
{
    size_t at = 0;

    while (at < n) {
        size_t length = expected_length(p + at, n - at);
        if (!length)
            break;
        at += length;
    }
    return at;
}

static void same_verdict(struct checks *c, const unsigned char *p, size_t n)
{
    size_t got = text_bad_byte((struct text){(const char *)p, n});

    check_number(c, (long long)got, (long long)expected_bad(p, n), "text_bad_byte");
}

static size_t encode(uint32_t code, unsigned char into[4])
{
    static const unsigned char mark[] = {0, 0, 0xC0, 0xE0, 0xF0};
    size_t n = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;

    for (size_t i = n; i-- > 1; code >>= 6)
        into[i] = (unsigned char)(0x80 | (code & 0x3F));
    into[0] = (unsigned char)(mark[n] | code);
    return n;
}

static void test_every_character(struct checks *c)
{
    c->part = "every character";
    for (uint32_t code = 0; code < 0x120000; code++) {
        unsigned char p[4];
        size_t n = encode(code, p);
        struct text t = {(const char *)p, n};
        bool valid = code && code < 0x110000 && !(code >= 0xD800 && code < 0xE000);
        uint32_t back = 0;

        check(c, (text_bad_byte(t) == n) == valid, "valid or not");
        if (valid)
            check(c, text_decode(t, &back) == n && back == code, "text_decode gives it back");
        else if (code)
            check(c, text_decode(t, &back) == 1 && back == 0xFFFD, "text_decode of an invalid one");
    }
}

static void test_every_short_sequence(struct checks *c)
{
    c->part = "all one, two and three bytes";
    for (unsigned first = 0; first < 256; first++) {
        for (unsigned pair = 0; pair < 65536; pair++) {
            unsigned char p[3] = {(unsigned char)first, (unsigned char)(pair >> 8),
                                  (unsigned char)pair};
            same_verdict(c, p, 3);
            if (pair < 256)
                same_verdict(c, (unsigned char[2]){p[0], p[2]}, 2);
        }
        same_verdict(c, (unsigned char[1]){(unsigned char)first}, 1);
    }
}

static void test_four_bytes(struct checks *c)
{
    static const unsigned char edges[] = {0, 'a', 0x7F, 0x80, 0x8F, 0x90, 0xBF, 0xC0, 0xFF};

    c->part = "four bytes";
    for (unsigned first = 0xEE; first < 256; first++)
        for (unsigned second = 0; second < 256; second++)
            for (size_t i = 0; i < sizeof edges * sizeof edges; i++) {
                unsigned char p[4] = {(unsigned char)first, (unsigned char)second,
                                      edges[i / sizeof edges], edges[i % sizeof edges]};
                same_verdict(c, p, 4);
            }
}

/* Each kind of bad bytes at each place in a text, so that every step of the fast path meets it. */
static void test_bad_bytes_anywhere(struct checks *c)
{
    static const char *const kinds[] = {"\x80",
                                        "\xBF",
                                        "\xC0\x80",
                                        "\xC1\xBF",
                                        "\xC3",
                                        "\xC3(",
                                        "\xE0\x80\x80",
                                        "\xE0\x9F\xBF",
                                        "\xE2\x82",
                                        "\xE2",
                                        "\xE2(\xA1",
                                        "\xED\xA0\x80",
                                        "\xED\xBF\xBF",
                                        "\xF0\x9F\x98",
                                        "\xF0\x8F\xBF\xBF",
                                        "\xF0\x9F\x98(",
                                        "\xF4\x90\x80\x80",
                                        "\xF5\x80\x80\x80",
                                        "\xFE",
                                        "\xFF",
                                        "\xF8\x88\x80\x80\x80",
                                        "\xE9",
                                        "\xEF\xBB",
                                        "\xC3\xC3\xA9"};
    char line[128];

    c->part = "bad bytes anywhere";
    for (size_t kind = 0; kind <= sizeof kinds / sizeof *kinds; kind++)
        for (size_t before = 0; before < 72; before++)
            for (size_t after = 0; after < 10; after++) {
                bool nul = kind == sizeof kinds / sizeof *kinds;
                size_t n = nul ? 1 : strlen(kinds[kind]);
                struct text copy;

                memset(line, 'a', sizeof line);
                memcpy(line + before, nul ? "" : kinds[kind], n);
                copy = check_copy(line, before + n + after);
                check_number(c, (long long)text_bad_byte(copy), (long long)before, "place");
                check_drop(copy);
            }
}

static void test_cut_off(struct checks *c)
{
    static const char text[] =
        "Zo\xC3\xAB, caf\xC3\xA9 \xE2\x82\xAC 5 \xF0\x9F\x98\x80 en \xE4\xBD\xA0 "
        "en nog een hele regel daar\xC3\xA1 achter";
    size_t n = sizeof text - 1;

    c->part = "cut off";
    for (size_t from = 0; from < n; from++)
        for (size_t to = from; to <= n; to++) {
            struct text copy = check_copy(text + from, to - from);
            uint32_t code;

            same_verdict(c, (const unsigned char *)copy.p, copy.n);
            if (copy.n)
                check(c, text_decode(copy, &code) <= copy.n, "text_decode stays inside");
            check_drop(copy);
        }
}

static uint32_t random_next(uint32_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    return *state ^= *state << 5;
}

static void test_random_bytes(struct checks *c)
{
    static const char pieces[][5] = {"\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80", "\x01",
                                     "\x7F"};
    uint32_t state = 20261122;

    c->part = "random bytes";
    for (int round = 0; round < 20000; round++) {
        char line[100];
        size_t n = random_next(&state) % 90;
        struct text copy;

        for (size_t i = 0; i < n; i++)
            line[i] = (char)('a' + random_next(&state) % 26);
        for (size_t i = random_next(&state) % 4; i-- && n > 4;) {
            const char *piece = pieces[random_next(&state) % 5];
            memcpy(line + random_next(&state) % (n - 4), piece, strlen(piece));
        }
        if (n && random_next(&state) % 4 == 0)
            line[random_next(&state) % n] = (char)random_next(&state);
        copy = check_copy(line, n);
        same_verdict(c, (const unsigned char *)copy.p, n);
        check_drop(copy);
    }
}

/* Every length around those that are compared in another way, with one byte that differs in each
 * place. */
static void test_same(struct checks *c)
{
    char a[48], b[48];

    c->part = "text_is";
    for (size_t i = 0; i < sizeof a; i++)
        a[i] = (char)('a' + i % 23);
    for (size_t n = 0; n < 40; n++) {
        memcpy(b, a, sizeof b);
        b[n] = '!'; /* behind it: does not count */
        check(c, text_is((struct text){a, n}, (struct text){b, n}), "the same");
        check(c, !text_is((struct text){a, n + 1}, (struct text){a, n}), "another length");
        for (size_t at = 0; at < n; at++) {
            b[at] = (char)(b[at] ^ 1);
            check(c, !text_is((struct text){a, n}, (struct text){b, n}), "one byte differs");
            b[at] = (char)(b[at] ^ 1);
        }
    }
}

static void test_compare(struct checks *c)
{
    struct text none = {NULL, 0};

    c->part = "compare";
    check(c, text_of(NULL).n == 0 && text_of("abc").n == 3, "text_of");
    check(c, text_is(none, TEXT("")) && text_is(TEXT("a"), TEXT("a")), "text_is");
    check(c, !text_is(TEXT("a"), TEXT("b")) && !text_is(TEXT("a"), TEXT("ab")), "text_is not");
    check(c, text_is_string(TEXT("ab"), "ab") && text_is_string(none, NULL), "text_is_string");
    check(c, text_order(TEXT("a"), TEXT("b")) < 0 && text_order(TEXT("b"), TEXT("a")) > 0, "order");
    check(c, text_order(TEXT("a"), TEXT("ab")) < 0 && text_order(none, TEXT("")) == 0, "prefix");
    check(c, text_order(TEXT("z"), TEXT("\xC3\xA9")) < 0, "bytes without a sign");
    check(c, text_starts(TEXT("+6w"), "+") && text_starts(none, ""), "text_starts");
    check(c, !text_starts(TEXT("a"), "ab") && !text_starts(none, "a"), "text_starts not");
    check_bytes(c, text_trim(TEXT(" \t\r\na b\n \r")), "a b", "text_trim");
    check_bytes(c, text_trim(TEXT(" \n ")), "", "text_trim of blanks");
    check_bytes(c, text_trim(none), "", "text_trim of nothing");
    check_bytes(c, text_trim(TEXT("\xC2\xA0x")), "\xC2\xA0x", "a fixed blank stays");
}

static void test_lines(struct checks *c)
{
    static const struct {
        const char *text;
        const char *shown;
    } cases[] = {{"", ""},
                 {"a", "[a]"},
                 {"a\n", "[a]"},
                 {"\n", "[]"},
                 {"a\n\nb", "[a][][b]"},
                 {"a\nb\n", "[a][b]"},
                 {"\n\na", "[][][a]"},
                 {"a\r\nb", "[a\r][b]"}};

    c->part = "lines";
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text copy = check_copy(cases[i].text, strlen(cases[i].text));
        struct text rest = copy;
        struct buffer out = {0};
        struct text line;

        while (text_next_line(&rest, &line)) {
            buffer_byte(&out, '[');
            buffer_text(&out, line);
            buffer_byte(&out, ']');
        }
        check_bytes(c, buffer_view(&out), cases[i].shown, "text_next_line");
        buffer_free(&out);
        check_drop(copy);
    }
}

static void test_digits(struct checks *c)
{
    static const char *const wrong[] = {"",   "-1", "+1", " 1", "1 ",         "1.0", "0x1",
                                        "1a", "/",  ":",  "a",  "1234567890", "\xB2"};
    uint32_t value = 7;

    c->part = "digits";
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct text copy = check_copy(wrong[i], strlen(wrong[i]));
        check(c, !text_digits(copy, &value) && value == 7, "refused");
        check_drop(copy);
    }
    check(c, text_digits(TEXT("0"), &value) && value == 0, "0");
    check(c, text_digits(TEXT("007"), &value) && value == 7, "007");
    check(c, text_digits(TEXT("999999999"), &value) && value == 999999999, "nine nines");
}

static void test_distance(struct checks *c)
{
    static const struct {
        const char *a;
        const char *b;
        unsigned limit;
        unsigned distance;
    } cases[] = {{"", "", 0, 0},
                 {"", "", 3, 0},
                 {"abc", "abc", 0, 0},
                 {"abc", "abd", 0, 1},
                 {"abc", "", 5, 3},
                 {"abc", "", 2, 3},
                 {"doel", "deol", 2, 1},
                 {"doel", "doelen", 2, 2},
                 {"doel", "doelen", 1, 2},
                 {"kitten", "sitting", 9, 3},
                 {"ca", "abc", 9, 3},
                 {"wmo", "jeugdwet", 3, 4},
                 {"caf\xC3\xA9", "cafe", 2, 1},
                 {"\xE2\x82\xAC", "\xC3\xA9", 2, 1},
                 {"ab", "ba", 0, 1},
                 {"abcdef", "badcfe", 3, 3},
                 {"abcdef", "badcfe", 2, 3},
                 {"nazorg", "nazrog", ~0u, 1},
                 {"a", "bcdef", ~0u, 5}};

    c->part = "distance";
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text a = check_copy(cases[i].a, strlen(cases[i].a));
        struct text b = check_copy(cases[i].b, strlen(cases[i].b));
        check_number(c, text_distance(a, b, cases[i].limit), cases[i].distance, cases[i].a);
        check_number(c, text_distance(b, a, cases[i].limit), cases[i].distance, cases[i].b);
        check_drop(a);
        check_drop(b);
    }
}

/* The definition, without a band: slow, for short words. */
static unsigned plain_distance(const char *a, size_t n, const char *b, size_t m)
{
    unsigned best, other;

    if (!n || !m)
        return (unsigned)(n + m);
    best = plain_distance(a, n - 1, b, m - 1) + (a[n - 1] != b[m - 1]);
    other = plain_distance(a, n - 1, b, m) + 1;
    best = other < best ? other : best;
    other = plain_distance(a, n, b, m - 1) + 1;
    best = other < best ? other : best;
    if (n > 1 && m > 1 && a[n - 1] == b[m - 2] && a[n - 2] == b[m - 1]) {
        other = plain_distance(a, n - 2, b, m - 2) + 1;
        best = other < best ? other : best;
    }
    return best;
}

static void test_distance_of_random_words(struct checks *c)
{
    uint32_t state = 7;

    c->part = "distance of random words";
    for (int round = 0; round < 4000; round++) {
        char a[6], b[6];
        struct text ta = {a, random_next(&state) % 6};
        struct text tb = {b, random_next(&state) % 6};
        unsigned limit = random_next(&state) % 6;
        unsigned want;

        for (size_t i = 0; i < 6; i++) {
            a[i] = (char)('a' + random_next(&state) % 3);
            b[i] = (char)('a' + random_next(&state) % 3);
        }
        want = plain_distance(a, ta.n, b, tb.n);
        check_number(c, text_distance(ta, tb, limit), want > limit ? limit + 1 : want, "distance");
    }
}

int main(void)
{
    struct checks c = {0};

    test_every_character(&c);
    test_every_short_sequence(&c);
    test_four_bytes(&c);
    test_bad_bytes_anywhere(&c);
    test_cut_off(&c);
    test_random_bytes(&c);
    test_compare(&c);
    test_same(&c);
    test_lines(&c);
    test_digits(&c);
    test_distance(&c);
    test_distance_of_random_words(&c);
    return check_end(&c);
}
