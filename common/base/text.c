#include "base/text.h"
#include "base/block.h"

#include <stdlib.h>
#include <string.h>

/* Shown for what cannot or may not be: an invalid byte, a control of the reading order. */
static const uint32_t REPLACEMENT = 0xFFFD;

char *text_string(struct text t)
{
    char *copy = mem_take(t.n + 1);

    if (t.n)
        memcpy(copy, t.p, t.n);
    copy[t.n] = '\0';
    return copy;
}

static uint64_t mix(uint64_t x)
{
    x ^= x >> 32;
    x *= 0xD6E8FEB86659FD93U;
    x ^= x >> 32;
    x *= 0xD6E8FEB86659FD93U;
    return x ^ (x >> 32);
}

/* One to seven bytes as a number, with zeros behind them: two reads that may overlap cost less
 * than a copy of any length. */
static uint64_t last_word(const char *p, size_t n)
{
    const unsigned char *byte = (const unsigned char *)p;
    uint32_t first, last;

    if (n < 4)
        return byte[0] | (uint64_t)byte[n / 2] << (n / 2 * 8) |
               (uint64_t)byte[n - 1] << (n - 1) * 8;
    memcpy(&first, p, 4);
    memcpy(&last, p + n - 4, 4);
    return first | (uint64_t)last << (n - 4) * 8;
}

uint64_t text_hash(struct text t)
{
    uint64_t h = 0x9E3779B97F4A7C15U ^ t.n, word;

    for (; t.n >= 8; t = (struct text){t.p + 8, t.n - 8}) {
        memcpy(&word, t.p, 8);
        h = mix(h ^ word);
    }
    if (t.n)
        h = mix(h ^ last_word(t.p, t.n));
    return h ? h : 1;
}

int text_order(struct text a, struct text b)
{
    size_t shorter = a.n < b.n ? a.n : b.n;
    int order = shorter ? memcmp(a.p, b.p, shorter) : 0;

    return order ? order : (a.n > b.n) - (a.n < b.n);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

struct text text_without_blanks(struct text t)
{
    while (t.n && is_blank(t.p[t.n - 1]))
        t.n--;
    while (t.n && is_blank(*t.p)) {
        t.p++;
        t.n--;
    }
    return t;
}

bool text_starts(struct text t, const char *prefix)
{
    size_t n = strlen(prefix);

    return n == 0 || (t.n >= n && memcmp(t.p, prefix, n) == 0);
}

static struct text text_after(struct text t, size_t bytes)
{
    return bytes ? (struct text){t.p + bytes, t.n - bytes} : t;
}

bool text_next_word(struct text *rest, struct text *word)
{
    size_t n = 0;

    while (rest->n && *rest->p == ' ')
        *rest = (struct text){rest->p + 1, rest->n - 1};
    while (n < rest->n && rest->p[n] != ' ')
        n++;
    *word = (struct text){rest->p, n};
    if (n) /* nothing may be added to NULL */
        *rest = (struct text){rest->p + n, rest->n - n};
    return n > 0;
}

bool text_contains(struct text hay, struct text needle)
{
    const char *end = hay.p + hay.n;

    while (needle.n && needle.n <= hay.n) {
        const char *hit = memchr(hay.p, *needle.p, hay.n - needle.n + 1);
        if (!hit)
            return false;
        if (!memcmp(hit, needle.p, needle.n))
            return true;
        hay = (struct text){hit + 1, (size_t)(end - hit) - 1};
    }
    return !needle.n;
}

bool text_has_word(const char *words, struct text word)
{
    struct text rest = text_of(words), next;

    while (text_next_word(&rest, &next))
        if (text_is(next, word))
            return true;
    return false;
}

bool text_next_line(struct text *rest, struct text *line)
{
    const char *newline;

    if (rest->n == 0)
        return false;
    newline = memchr(rest->p, '\n', rest->n);
    *line = (struct text){rest->p, newline ? (size_t)(newline - rest->p) : rest->n};
    *rest = text_after(*rest, line->n + (newline ? 1 : 0));
    return true;
}

static bool is_tail(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

/* The length of the UTF-8 sequence at p, of which `left` bytes (at least one) may be read; 0 when
 * it is none. The bounds of the second byte, which depend on the first, keep out overlong forms,
 * surrogates and what is above U+10FFFF (RFC 3629, section 4). */
static size_t sequence_length(const unsigned char *p, size_t left)
{
    unsigned char first = p[0];
    unsigned char low = 0x80;
    unsigned char high = 0xBF;

    if (first < 0x80)
        return 1;
    if (first < 0xC2 || first > 0xF4 || left < 2)
        return 0;
    if (first < 0xE0)
        return is_tail(p[1]) ? 2 : 0;
    if (first == 0xE0)
        low = 0xA0;
    else if (first == 0xED)
        high = 0x9F;
    else if (first == 0xF0)
        low = 0x90;
    else if (first == 0xF4)
        high = 0x8F;
    if (p[1] < low || p[1] > high || left < 3 || !is_tail(p[2]))
        return 0;
    if (first < 0xF0)
        return 3;
    return left >= 4 && is_tail(p[3]) ? 4 : 0;
}

/* Where, in the eight bytes at p, the first one stands that is not ASCII or is NUL: the lowest bit
 * set, divided by 8; 0 when there is none. Taking 1 from each byte sets the high bit of a NUL. It
 * can set that of a 1 too, but only with a NUL below it that borrowed, and so never lowest. */
static uint64_t marks(const unsigned char *p)
{
    uint64_t word;

    memcpy(&word, p, sizeof word);
    if (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__)
        word = __builtin_bswap64(word);
    return ((word - 0x0101010101010101u) | word) & 0x8080808080808080u;
}

static size_t lowest_mark(uint64_t marks_found)
{
    return (size_t)__builtin_ctzll(marks_found) / 8;
}

/* How many bytes from p on are plain: ASCII and no NUL. The last eight are looked at as one word
 * again, some of them for the second time, which costs less than one by one. */
static size_t plain_length(const unsigned char *p, size_t n)
{
    size_t at = 0;
    uint64_t found;

    while (n - at >= 64 && block_is_plain((const char *)p + at))
        at += 64;
    for (; n - at >= 8; at += 8) {
        found = marks(p + at);
        if (found)
            return at + lowest_mark(found);
    }
    if (at < n && n >= 8) {
        found = marks(p + n - 8);
        return found ? n - 8 + lowest_mark(found) : n;
    }
    while (at < n && p[at] - 1u < 0x7F)
        at++;
    return at;
}

size_t text_bad_byte(struct text t)
{
    const unsigned char *p = (const unsigned char *)t.p;
    size_t at = 0;

    while (at < t.n) {
        size_t length;
        if (p[at] < 0x80)
            at += plain_length(p + at, t.n - at);
        if (at == t.n)
            break;
        length = p[at] ? sequence_length(p + at, t.n - at) : 0;
        if (!length)
            return at;
        at += length;
    }
    return t.n;
}

size_t text_decode(struct text t, uint32_t *code)
{
    const unsigned char *p = (const unsigned char *)t.p;
    size_t length = sequence_length(p, t.n);

    switch (length) {
    case 1:
        *code = p[0];
        break;
    case 2:
        *code = (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
        break;
    case 3:
        *code = (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
        break;
    case 4:
        *code = (p[0] & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);
        break;
    default:
        *code = REPLACEMENT;
        length = 1;
    }
    return length;
}

bool nearest_try(struct nearest *n, struct text word)
{
    unsigned distance = text_distance(word, n->asked, 3);

    if (distance > 3 || 2 * distance > n->asked.n || (n->word.n && distance >= n->distance))
        return false;
    n->word = word;
    n->distance = distance;
    return true;
}

bool text_digits(struct text t, uint32_t *value)
{
    uint32_t sum = 0;

    if (t.n < 1 || t.n > 9)
        return false;
    for (size_t i = 0; i < t.n; i++) {
        unsigned digit = (unsigned char)t.p[i] - (unsigned)'0';
        if (digit > 9)
            return false;
        sum = sum * 10 + digit;
    }
    *value = sum;
    return true;
}

static size_t characters(struct text t)
{
    size_t n = 0;
    uint32_t code;

    for (; t.n; n++)
        t = text_after(t, text_decode(t, &code));
    return n;
}

static void decode_all(struct text t, uint32_t *codes)
{
    while (t.n)
        t = text_after(t, text_decode(t, codes++));
}

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/* The distance of the first i characters of a to the first j of b: rows[2] is the row of i, rows[1]
 * that of i - 1 and rows[0], for a swap, that of i - 2. */
static unsigned cell(const uint32_t *a, const uint32_t *b, size_t i, size_t j, unsigned *rows[3])
{
    unsigned best = rows[1][j - 1] + (a[i - 1] != b[j - 1]);

    best = least(best, least(rows[1][j], rows[2][j - 1]) + 1);
    if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        best = least(best, rows[0][j - 2] + 1);
    return best;
}

/* Only cells within `limit` of the diagonal can hold `limit` or less, so no others are filled;
 * those just beside hold limit + 1. */
static unsigned fill_rows(const uint32_t *a, size_t an, const uint32_t *b, size_t bn,
                          unsigned *rows[3], unsigned limit)
{
    for (size_t j = 0; j <= bn; j++)
        rows[2][j] = j <= limit ? (unsigned)j : limit + 1;
    for (size_t i = 1; i <= an; i++) {
        size_t from = i > limit ? i - limit : 1;
        size_t to = limit < bn && i < bn - limit ? i + limit : bn;
        unsigned *oldest = rows[0];
        rows[0] = rows[1];
        rows[1] = rows[2];
        rows[2] = oldest;
        rows[2][from - 1] = from == 1 && i <= limit ? (unsigned)i : limit + 1;
        for (size_t j = from; j <= to; j++)
            rows[2][j] = least(cell(a, b, i, j, rows), limit + 1);
        if (to < bn)
            rows[2][to + 1] = limit + 1;
    }
    return rows[2][bn];
}

unsigned text_distance(struct text a, struct text b, unsigned limit)
{
    size_t an = characters(a);
    size_t bn = characters(b);
    size_t longer = an > bn ? an : bn;
    uint32_t *codes;
    unsigned *cells;
    unsigned distance;

    if (longer - (an < bn ? an : bn) > limit)
        return limit + 1;
    if (limit > longer)
        limit = (unsigned)longer;
    codes = mem_take((an + bn) * sizeof *codes);
    cells = mem_take(3 * (bn + 1) * sizeof *cells);
    decode_all(a, codes);
    decode_all(b, codes + an);
    distance = fill_rows(codes, an, codes + an, bn,
                         (unsigned *[3]){cells, cells + bn + 1, cells + 2 * (bn + 1)}, limit);
    free(codes);
    free(cells);
    return distance;
}
