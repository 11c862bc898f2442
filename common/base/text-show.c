/* The part of base/text.h that is about what a reader sees: widths, wrapping, safe printing. */
#include "base/text.h"
#include "base/width.h"

#include <string.h>

/* An indent never leaves less room than this, so that text beside a long label still has lines. */
enum { LEAST_COLUMNS = 20, LEAST_ROOM = 10 };

int text_code_width(uint32_t code)
{
    return width_of_code(code);
}

static bool is_printable_ascii(char c)
{
    return c >= ' ' && c < 0x7F;
}

/* Eight bytes at once: a byte below 0x20 borrows into its high bit, 0x7F carries into it, and what
 * is no ASCII has it. */
static bool are_printable(const char *p)
{
    const uint64_t ones = 0x0101010101010101U;
    uint64_t x;

    memcpy(&x, p, sizeof x);
    return !((x | (x + ones) | (x - 0x20 * ones)) & 0x80 * ones);
}

static size_t printable_length(struct text t)
{
    size_t n = 0;

    while (t.n - n >= 8 && are_printable(t.p + n))
        n += 8;
    while (n < t.n && is_printable_ascii(t.p[n]))
        n++;
    return n;
}

static void skip(struct text *t, size_t bytes)
{
    t->p += bytes;
    t->n -= bytes;
}

size_t text_width(struct text t)
{
    size_t columns = 0;

    while (t.n) {
        size_t plain = printable_length(t);
        uint32_t code;

        columns += plain;
        skip(&t, plain);
        if (t.n) {
            skip(&t, text_decode(t, &code));
            columns += (size_t)width_of_code(code);
        }
    }
    return columns;
}

size_t text_fit(struct text t, size_t columns)
{
    struct text rest = t;

    while (rest.n) {
        uint32_t code;
        size_t length = text_decode(rest, &code);
        size_t width = (size_t)width_of_code(code);

        if (width > columns)
            break;
        columns -= width;
        skip(&rest, length);
    }
    return t.n - rest.n;
}

/* The controls that turn the reading order around, so that a text shows other than it is, and the
 * line and paragraph separators, which some terminals take for a newline. */
static bool is_misleading(uint32_t code)
{
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) ||
           code == 0x200E || code == 0x200F || code == 0x061C || code == 0x2028 || code == 0x2029;
}

/* What stands in for a character in safe text: itself, or a visible sign. */
static uint32_t shown_as(uint32_t code)
{
    if (code < 0x20)
        return 0x2400 + code;
    if (code == 0x7F)
        return 0x2421;
    if ((code >= 0x80 && code < 0xA0) || is_misleading(code))
        return 0xFFFD;
    return code;
}

/* Every sign that shown_as puts in takes three bytes. */
static void put_sign(struct buffer *out, uint32_t code)
{
    const unsigned char bytes[] = {(unsigned char)(0xE0 | code >> 12),
                                   (unsigned char)(0x80 | (code >> 6 & 0x3F)),
                                   (unsigned char)(0x80 | (code & 0x3F))};

    buffer_put(out, bytes, sizeof bytes);
}

void text_safe(struct buffer *out, struct text t)
{
    while (t.n) {
        size_t plain = printable_length(t);
        uint32_t code;
        size_t length;

        buffer_put(out, t.p, plain);
        skip(&t, plain);
        if (!t.n)
            break;
        length = text_decode(t, &code);
        if (length == 1 || shown_as(code) != code)
            put_sign(out, shown_as(code));
        else
            buffer_put(out, t.p, length);
        skip(&t, length);
    }
}

static size_t length_to_blank(struct text t)
{
    size_t n = 0;

    while (n < t.n && t.p[n] != '\n' && t.p[n] != '\t')
        n++;
    return n;
}

void text_safe_lines(struct buffer *out, struct text t)
{
    while (t.n) {
        size_t n = length_to_blank(t);

        text_safe(out, (struct text){t.p, n});
        skip(&t, n);
        if (t.n) {
            buffer_byte(out, t.p[0]);
            skip(&t, 1);
        }
    }
}

void text_pad(struct buffer *out, struct text t, size_t columns)
{
    size_t width = text_width(t);

    text_safe(out, t);
    if (width < columns)
        buffer_repeat(out, ' ', columns - width);
}

struct wrap {
    struct buffer *out;
    size_t room;
    size_t indent; /* of the next line; 0 for the first, which the caller has begun */
    size_t later;  /* of all others */
};

static struct text without_blanks_behind(struct text t)
{
    while (t.n && t.p[t.n - 1] == ' ')
        t.n--;
    return t;
}

static size_t blanks_before(struct text t)
{
    size_t n = 0;

    while (n < t.n && t.p[n] == ' ')
        n++;
    return n;
}

static void put_line(struct wrap *wrap, size_t blanks, struct text t)
{
    t = without_blanks_behind(t);
    if (t.n) {
        buffer_repeat(wrap->out, ' ', wrap->indent + blanks);
        text_safe(wrap->out, t);
    }
    buffer_byte(wrap->out, '\n');
    wrap->indent = wrap->later;
}

/* Where to end a line of at most `room` columns: at the last blank, else inside the word. */
static size_t line_end(struct text t, size_t room)
{
    size_t fit = text_fit(t, room);
    size_t end = fit;

    if (fit == t.n)
        return fit;
    while (end && t.p[end] != ' ')
        end--;
    return end ? end : fit;
}

/* One line of the source. Its own indent returns on each line made of it, so that what is indented
 * under a point stays under it; it may take half of the room. */
static void wrap_line(struct wrap *wrap, struct text line)
{
    size_t blanks = blanks_before(line);

    skip(&line, blanks);
    line = without_blanks_behind(line);
    if (blanks > wrap->room / 2)
        blanks = wrap->room / 2;
    do {
        struct text piece = {line.p, line_end(line, wrap->room - blanks)};
        put_line(wrap, blanks, piece);
        skip(&line, piece.n);
        skip(&line, blanks_before(line));
    } while (line.n);
}

void text_wrap(struct buffer *out, struct text t, size_t columns, size_t indent)
{
    struct wrap wrap = {.out = out, .later = indent};
    struct text line;

    if (columns < LEAST_COLUMNS)
        columns = LEAST_COLUMNS;
    wrap.room = columns > indent + LEAST_ROOM ? columns - indent : LEAST_ROOM;
    if (t.n == 0)
        buffer_byte(out, '\n');
    while (text_next_line(&t, &line))
        wrap_line(&wrap, line);
}
