/* Where a byte stands among the next 16 or 32, and whether 64 are plain, in the vectors that gcc
 * and clang make of plain C for every machine: no header of one machine. For who looks at every
 * byte of every dossier.
 *
 * A comparison of 16 bytes gives 16 times 0 or -1, and plain C has no way to take one bit of each.
 * Every x86-64 has an instruction for it: there that is asked of the compiler. Elsewhere C can
 * shift pairs of bytes by 4 and keep the lower byte of each pair: what was 8 bits is then 4, and 16
 * of those fit a word. */
#ifndef GESPREK_BASE_BLOCK_H
#define GESPREK_BASE_BLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef uint8_t block_bytes __attribute__((vector_size(16)));
typedef uint8_t block_eight __attribute__((vector_size(8)));
typedef int8_t block_signed __attribute__((vector_size(16)));
typedef uint16_t block_pairs __attribute__((vector_size(16)));
typedef uint64_t block_words __attribute__((vector_size(16)));

static inline block_bytes block_load(const char *p)
{
    block_bytes v;

    memcpy(&v, p, sizeof v);
    return v;
}

#if defined __SSE2__ && !defined BLOCK_ELSEWHERE /* which the tests say */

typedef char block_chars __attribute__((vector_size(16)));

/* A bit for each of the 16 bytes at p: 1 where it is `c`. */
static inline uint64_t block_bits(const char *p, char c)
{
    return (unsigned)__builtin_ia32_pmovmskb128((block_chars)(block_load(p) == (uint8_t)c));
}

/* The place of the first `c` in the 16 bytes at p; 16: not there. */
static inline size_t block_find16(const char *p, char c)
{
    return (unsigned)__builtin_ctzll(block_bits(p, c) | UINT64_C(1) << 16);
}

/* The place of the first `c` in the 32 bytes at p; 32: not there. */
static inline size_t block_find32(const char *p, char c)
{
    return (unsigned)__builtin_ctzll(block_bits(p, c) | block_bits(p + 16, c) << 16 |
                                     UINT64_C(1) << 32);
}

#elif __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__

static inline block_bytes block_halves(const char *p, char c)
{
    return (block_bytes)((block_pairs)(block_load(p) == (uint8_t)c) >> 4);
}

/* 4 bits for each of 32 bytes, in two words: 15 where it is `c`, 0 where not. */
static inline block_words block_marks(const char *p, char c)
{
    return (block_words)__builtin_shufflevector(block_halves(p, c), block_halves(p + 16, c), 0, 2,
                                                4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28,
                                                30);
}

/* The place of the first `c` in the 16 bytes at p; 16: not there. */
static inline size_t block_find16(const char *p, char c)
{
    block_pairs pairs = (block_pairs)(block_load(p) == (uint8_t)c) >> 4;
    block_eight eight = __builtin_convertvector(pairs, block_eight);
    uint64_t word;

    memcpy(&word, &eight, sizeof word);
    return word ? (unsigned)__builtin_ctzll(word) / 4 : 16;
}

/* The place of the first `c` in the 32 bytes at p; 32: not there. Without a branch on which half it
 * is in: nobody can foretell that. */
static inline size_t block_find32(const char *p, char c)
{
    block_words marks = block_marks(p, c);
    uint64_t word = marks[0] ? marks[0] : marks[1];
    size_t half = (size_t)!marks[0] << 4;

    return word ? half + (unsigned)__builtin_ctzll(word) / 4 : 32;
}

#else

static inline size_t block_find(const char *p, char c, size_t n)
{
    const char *hit = memchr(p, c, n);

    return hit ? (size_t)(hit - p) : n;
}

static inline size_t block_find16(const char *p, char c)
{
    return block_find(p, c, 16);
}

static inline size_t block_find32(const char *p, char c)
{
    return block_find(p, c, 32);
}

#endif

/* Whether the 64 bytes at p are ASCII and no NUL: as signed numbers at least 1. */
static inline bool block_is_plain(const char *p)
{
    block_signed bad = ((block_signed)block_load(p) < 1) | ((block_signed)block_load(p + 16) < 1) |
                       ((block_signed)block_load(p + 32) < 1) |
                       ((block_signed)block_load(p + 48) < 1);
    block_words words = (block_words)bad;

    return !(words[0] | words[1]);
}

#endif
