/* Text: strict UTF-8, the width of what a terminal shows, wrapping, and printing that is safe on a
 * terminal.
 *
 * No locale: every input is UTF-8, everywhere (DESIGN: no setlocale). Widths follow UAX #11 (wide
 * and fullwidth are 2) and UAX #44 (Mn, Me, Cf and the Hangul medial and final jamo are 0; the few
 * Cf that are drawn, such as the soft hyphen, are 1), Unicode 15. Each character counts by itself:
 * an emoji joined from two is as wide as the two, which is the most that a terminal makes of it.
 *
 * Only text_bad_byte looks for invalid UTF-8; for all the others an invalid byte is a character of
 * its own, U+FFFD. Characters that text_safe replaces count as 1 column, as what it shows does. */
#ifndef GESPREK_BASE_TEXT_H
#define GESPREK_BASE_TEXT_H

#include "base/mem.h"
#include <stdint.h>
#include <string.h>

#define TEXT(literal) ((struct text){(literal), sizeof(literal) - 1})

/* NULL gives the empty text. Here, because the length of a literal is then known when it is
 * compiled. */
static inline struct text text_of(const char *string)
{
    return (struct text){string, string ? strlen(string) : 0};
}
char *text_string(struct text t); /* a copy as a C string, which the caller frees */

/* 64 bits, never 0, that differ for different texts but for a chance of 1 in 2^64; not against who
 * seeks two that are the same. Machines of another byte order get another number. */
uint64_t text_hash(struct text t);

static inline uint64_t text_eight(const char *p)
{
    uint64_t word;

    memcpy(&word, p, sizeof word);
    return word;
}

static inline uint32_t text_four(const char *p)
{
    uint32_t word;

    memcpy(&word, p, sizeof word);
    return word;
}

/* Whether n bytes, 4 to 16 of them, are the same: the first half and the last, which overlap. */
static inline bool text_same_few(const char *a, const char *b, size_t n)
{
    if (n >= 8)
        return text_eight(a) == text_eight(b) && text_eight(a + n - 8) == text_eight(b + n - 8);
    return text_four(a) == text_four(b) && text_four(a + n - 4) == text_four(b + n - 4);
}

/* The same bytes. Here and not a call, because each key and dossier number is compared, and those
 * are short. */
static inline bool text_is(struct text a, struct text b)
{
    size_t n = a.n;

    if (n != b.n)
        return false;
    if (n > 16)
        return memcmp(a.p, b.p, n) == 0;
    if (n >= 4)
        return text_same_few(a.p, b.p, n);
    return !n || (a.p[0] == b.p[0] && a.p[n / 2] == b.p[n / 2] && a.p[n - 1] == b.p[n - 1]);
}
static inline bool text_is_string(struct text a, const char *b)
{
    return text_is(a, text_of(b));
}
int text_order(struct text a, struct text b); /* byte order, as memcmp; a prefix comes first */

struct text text_without_blanks(struct text t); /* text_trim, whatever it begins and ends with */

/* Without blanks, tabs, CR and LF at both ends. Most values have none: that is seen here. */
static inline struct text text_trim(struct text t)
{
    bool clean = t.n && (unsigned char)t.p[0] > ' ' && (unsigned char)t.p[t.n - 1] > ' ';

    return clean ? t : text_without_blanks(t);
}

bool text_starts(struct text t, const char *prefix);
bool text_contains(struct text hay,
                   struct text needle); /* byte for byte; the empty text is in all */

/* Takes the next line off *rest: up to a newline, which is in neither. False when *rest is empty
 * and at its end: "a\n" is one line, "a\n\nb" three, "" none. */
bool text_next_line(struct text *rest, struct text *line);

/* Takes the next word off *rest: words are separated by blanks. False: no more. */
bool text_next_word(struct text *rest, struct text *word);
bool text_has_word(const char *words, struct text word); /* the word is one of them */

/* Where the first byte stands that is not part of strict UTF-8 (RFC 3629: no overlong forms, no
 * surrogates, nothing above U+10FFFF) or is a NUL; t.n when all is well. Must be fast on ASCII (8
 * bytes a step or better): every byte of every dossier goes through it. */
size_t text_bad_byte(struct text t);

/* Decodes the code point at the start of t (not empty) into *code and returns its length in bytes,
 * 1 to 4; U+FFFD and 1 for an invalid byte. */
size_t text_decode(struct text t, uint32_t *code);

/* 0, 1 or 2 columns. */
int text_code_width(uint32_t code);
size_t text_width(struct text t);

/* How many bytes from the start of t fit in `columns` columns without splitting a character or
 * leaving a combining mark behind. */
size_t text_fit(struct text t, size_t columns);

/* Appends t with each character that could steer a terminal or turn the reading order made visible:
 * C0 as U+2400 + c, DEL as U+2421, C1, the bidi controls U+202A–U+202E, U+2066–U+2069, U+200E,
 * U+200F, U+061C, the line separators U+2028, U+2029 and invalid bytes as U+FFFD. A newline and a
 * tab are shown too (U+240A, U+2409): whoever wants lines splits first. */
void text_safe(struct buffer *out, struct text t);

/* The same, but newlines and tabs stay. */
void text_safe_lines(struct buffer *out, struct text t);

/* Appends t padded with blanks to `columns` wide, or as it is when it is wider. Safe as text_safe.
 */
void text_pad(struct buffer *out, struct text t, size_t columns);

/* Appends t, wrapped at blanks to lines of at most `columns` wide (a longer word is broken between
 * characters); newlines in t are kept as paragraph breaks of lines; blanks at the start of a source
 * line are kept as the indent of all lines made of it (at most half of the room). Every line but
 * the first is preceded by `indent` blanks, unless it is empty, and ends with a newline, the last
 * one too, never with a blank. `columns` counts the indent, on the first line too, where the caller
 * has written that much; 20 is the least, and at least 10 are left beside the indent. Safe as
 * text_safe. Empty text gives one empty line. */
void text_wrap(struct buffer *out, struct text t, size_t columns, size_t indent);

/* Edit distance in characters (Damerau: a swap counts once) up to `limit`; limit + 1 when it is
 * more. For "bedoelt u …?". */
unsigned text_distance(struct text a, struct text b, unsigned limit);

/* For "bedoelt u …?": of the words that were tried the one nearest to what was asked, at most 3
 * characters from it and half of its length. Set `asked`, the rest zero; without a word there is
 * none. The words are not copied. nearest_try returns true when the word is the nearest so far. */
struct nearest {
    struct text asked, word;
    unsigned distance;
};
bool nearest_try(struct nearest *n, struct text word);

/* Appends t for comparing and searching: lower case and without accents, for Latin letters (U+0000
 * to U+017F; those written with a combining mark too). Other characters stay as they are. */
void text_plain(struct buffer *out, struct text t);

/* Reads a number written as digits only, no sign, 1 to 9 digits. False when t is anything else. */
bool text_digits(struct text t, uint32_t *value);

#endif
