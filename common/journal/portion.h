/* A stream in portions: about so many bytes of one file or of many, cut between two dossiers, so
 * that each can be read without the others (units.h).
 *
 * A cut stands before the first record of a dossier when that record and the last one before it,
 * both without a fault, are of different dossiers, also when they are in different files. What a
 * reader knows at a cut is then the same however it came there: nothing is under way. */
#ifndef GESPREK_JOURNAL_PORTION_H
#define GESPREK_JOURNAL_PORTION_H

#include "base/operands.h"
#include "journal/schema.h"
#include <sys/types.h>

/* Bytes of one file, or what stands in the place of a file that cannot be read. */
struct segment {
    struct source source; /* without a descriptor; the texts are the portion's */
    size_t from, to;      /* in the portion's bytes */
    uint32_t line;        /* at `from`, in its file */
    bool goes_on;         /* its file began in the portion before */
    bool midway;          /* nobody knows what is under way at `from` */
    bool ends;            /* its file is over */
    bool refused;         /* it could not be opened, or a directory not walked: `error` says why */
    int error;            /* an errno: reading it stopped halfway; 0: it did not */
};

/* Zero-initialise; portions_fill fills it, again and again. */
struct portion {
    struct buffer bytes;
    struct segment *segments;
    size_t count, capacity;
    struct arena texts;
    bool torn;   /* no cut was found: the portion behind it goes on in the middle of something */
    bool whole;  /* nothing was refused, no reading failed */
    bool last;   /* nothing follows */
    double done; /* operands_done */
    size_t at;   /* the segment that is being read, + 1; 0: none yet */
    size_t read;
};

/* Where portions come from. The operands and the schema stay the caller's; portions_close gives the
 * operands back as they are. */
struct portions;
struct portions *portions_open(struct operands *operands, const struct schema *schema);
void portions_close(struct portions *p);

/* The next portion, in the room of an old one. False when the stream is over: the portion has what
 * came last, perhaps nothing. With `keep` the texts of the old one stay. */
bool portions_fill(struct portions *p, struct portion *portion, bool keep);
void portion_free(struct portion *portion);

/* What a reader of a portion does. The next segment, NULL when there is no more; and the next bytes
 * of that one: 0 at its end, -1 with errno. */
const struct segment *portion_next(struct portion *portion);
ssize_t portion_read(struct portion *portion, void *into, size_t n);

/* The file that is being read goes on in the portion behind this one, in the middle of something.
 */
bool portion_goes_on(const struct portion *portion);

#endif
