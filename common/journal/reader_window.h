/* The inside of a reader, for reader.c and reader_window.c alone. */
#ifndef GESPREK_JOURNAL_READER_WINDOW_H
#define GESPREK_JOURNAL_READER_WINDOW_H

#include "journal/inspect.h"
#include "journal/portion.h"
#include "journal/reader.h"

enum { READER_FIRST_WINDOW = 64 * 1024, READER_LEAST_ROOM = 16 * 1024 };

struct reader {
    const struct schema *schema;
    struct diag *diag;
    struct operands *operands; /* NULL: reads from memory, or portions */
    struct portion *portion;   /* what is read instead; NULL: none */
    struct portions *more;     /* what comes behind a portion that is torn; NULL: not known */
    bool in_memory;
    struct reader_options options;
    struct source source;
    bool source_open, in_file;
    bool skipping; /* inside a record that is over its limit */

    char *window; /* bytes from the first that the dossier under way needs to scanner.end, and
                     REC_PADDING */
    size_t capacity;
    bool window_owned;
    struct rec_scanner scanner;

    struct dossier dossier; /* under way */
    size_t record_capacity;
    struct inspected next; /* the record read last; with has_next the first of the next dossier */
    bool has_next;
    struct inspection inspection;
    const char *file;   /* source.name as it lives in the dossier's arena; NULL: not copied yet */
    struct place place; /* where the dossier under way begins */
    bool oversized;     /* it was said that the dossier under way is too big */
    bool orphan_failed; /* a record without Dossier came; it may be of the next dossier: */
    bool orphan_here;   /* it stands in this file, not in one before */
    bool named_here;    /* the dossier under way began in the file that is called after it */

    struct buffer doomed; /* the dossier of a record that was too big to read */
    struct seen *seen;
    struct buffer seen_name;
    size_t given, dropped;
    uint64_t bytes;  /* read */
    size_t later;    /* dossiers of which nothing was known yet */
    size_t withheld; /* dossiers of which nothing may go to others */
    bool ended;
};

/* More bytes of the open source, behind those there are; moves what the dossier under way needs to
 * the front of the window, or of a larger one, when there is no room. Sets scanner.last at the end
 * of the source. A read that fails is said, and fails the dossier. */
void reader_refill(struct reader *r);

/* The next segment of the portion, and of the one behind it when that is torn. NULL: no more. */
const struct segment *reader_segment(struct reader *r);

#endif
