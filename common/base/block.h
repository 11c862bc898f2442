/* Where a byte stands among the next 16 or 64, and whether 64 are plain, in the vectors that gcc
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

/* A bit for each of the 64 bytes at p, the lowest for the first: 1 where it is `c`. */
static inline uint64_t block_bits64(const char *p, char c)
{
    return block_bits(p, c) | block_bits(p + 16, c) << 16 | block_bits(p + 32, c) << 32 |
           block_bits(p + 48, c) << 48;
}

#elif __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__

/* The place of the first `c` in the 16 bytes at p; 16: not there. */
static inline size_t block_find16(const char *p, char c)
{
    block_pairs pairs = (block_pairs)(block_load(p) == (uint8_t)c) >> 4;
    block_eight eight = __builtin_convertvector(pairs, block_eight);
    uint64_t word;

    memcpy(&word, &eight, sizeof word);
    return word ? (unsigned)__builtin_ctzll(word) / 4 : 16;
}

/* A bit for each of the 64 bytes at p, the lowest for the first: 1 where it is `c`. Each byte keeps
 * the bit of its own place in its eight; those of eight bytes are then added up in one. */
static inline uint64_t block_bits64(const char *p, char c)
{
    static const block_bytes own = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    uint64_t bits = 0;

    for (unsigned i = 0; i < 4; i++) {
        block_words words =
            (block_words)((block_bytes)(block_load(p + 16 * i) == (uint8_t)c) & own);
        bits |= (words[0] * 0x0101010101010101U >> 56) << 16 * i |
                (words[1] * 0x0101010101010101U >> 56) << (16 * i + 8);
    }
    return bits;
}

#else

static inline size_t block_find16(const char *p, char c)
{
    const char *hit = memchr(p, c, 16);

    return hit ? (size_t)(hit - p) : 16;
}

static inline uint64_t block_bits64(const char *p, char c)
{
    uint64_t bits = 0;

    for (unsigned i = 0; i < 64; i++)
        bits |= (uint64_t)(p[i] == c) << i;
    return bits;
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
