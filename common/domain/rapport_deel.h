/* A part of a report: what was counted, before anything is rounded or hidden, so that many parts
 * add up to the report that one run would have given. It is text, a line a thing:
 *
 *     gesprek-deel 1 0.1              the form's version and the program's
 *     vraag gemeente 2026-01-01 2026-03-31 gemeente,kader 0 2026-03-31 - 2026-11-22
 *     gelezen DOSSIERS LEFT_OUT WITHOUT_MELDING DIVIDED
 *     delen FINGERPRINT ...           of each run that is in it
 *     woord WORD                      from number 1 on; `\n` and `\\` for a newline and a backslash
 *     cel MEASURE GROUPING GROUP ROW NUMBER PERSONS
 *     dagen CELL DAYS TIMES
 *     persoon HASH CELL ...           who is in which cells
 *     einde LINES HASH                how many stand before it, and the hash of their bytes
 *
 * The persons are the hashes of their own numbers (Client.Persoon): a part is confidential. The
 * fingerprint of a run is the sum of the hashes of its dossier numbers, whatever their order: a run
 * that would be added twice is seen by it. */
#ifndef GESPREK_DOMAIN_RAPPORT_DEEL_H
#define GESPREK_DOMAIN_RAPPORT_DEEL_H

#include "domain/rapport.h"

/* What a part was asked, besides the question: words without blanks, `-` for what was not given. */
struct deel_kop {
    struct text verb, op, geboekt_tot, vandaag;
    uint64_t gelezen, weggelaten; /* dossiers */
    const uint64_t *delen;        /* the fingerprints of the runs in it; NULL: it is one run */
    size_t deel_count;
};

/* Appends the part. */
void rapport_deel_schrijf(const struct rapport *r, const struct deel_kop *kop, struct buffer *out);

/* A part that is being read. Zero-initialise; the bytes stay the caller's, kop.delen points into
 * `delen`, which is the caller's to free. */
struct deel_lezing {
    struct text bytes, rest; /* all of it, and what was not read yet */
    uint32_t line; /* the last one that was read, from 1: where the trouble is, if there is any */
    struct text gelijk; /* its first two lines: parts can be added when these are the same */
    struct rapport_vraag vraag;
    struct deel_kop kop;
    uint64_t *delen;
    size_t capacity;
    uint64_t zonder_melding;
    bool gesplitst;
};

/* Reads the first four lines. False: it is no part, or one of another version. */
bool rapport_deel_kop(struct deel_lezing *l, struct text bytes);

/* Adds the rest to a report of the same question, which is of no use when it is false: the part is
 * broken or cut off, at l->line. */
bool rapport_deel_voeg(struct deel_lezing *l, struct rapport *r);

#endif
