/* A stream of journals to folded dossiers, with every check that each reader makes (DESIGN §1,
 * Streams).
 *
 * Form of every line, the first fields of every record, names, glued records, double keys and
 * dossiers that come back are always checked, in types that nobody asked for too, and so are the
 * values: no answer is given over a dossier with an error in it. Such a dossier is dropped, the
 * next one read on. */
#ifndef GESPREK_JOURNAL_READER_H
#define GESPREK_JOURNAL_READER_H

#include "base/operands.h"
#include "journal/filter.h"
#include "journal/fold.h"
#include "journal/seen.h"

struct reader_options {
    struct limits limits;
    struct text
        only; /* only the dossier with this id; empty: all. Errors in the others are still errors */
    bool findings; /* gesprek-check: report findings too, and give dossiers with errors as well */
    bool all;      /* give dossiers too of which nothing is known within the limits: for writers.
                      A shorter journal would not have had them */
    struct filter *filter; /* --voor: what may not go to others is not in the dossiers that are
                              given; NULL: all of it is. Not owned */
};

struct reader;

/* `schema`, `diag` and `operands` are not owned. */
struct reader *reader_open(const struct schema *schema, struct operands *operands,
                           struct reader_options options, struct diag *diag);

/* Reads from memory: the bytes of *content, called `name` in messages. The buffer is only given
 * more room. */
struct reader *reader_open_memory(const struct schema *schema, struct buffer *content,
                                  const char *name, struct reader_options options,
                                  struct diag *diag);

/* The next dossier, folded; valid until the next call. NULL at the end. */
struct dossier *reader_next(struct reader *r);

uint64_t reader_bytes(const struct reader *r);
size_t reader_given(const struct reader *r);   /* dossiers that reader_next gave */
size_t reader_dropped(const struct reader *r); /* dossiers left out because of an error */

/* Says how many dossiers were left out, if any (status 3), and, when not one was read and nothing
 * else was wrong, that there was none (code `geen-dossier`, with `none`: STATUS_NO for readers,
 * STATUS_DATA for writers). */
void reader_report(const struct reader *r, enum status none);
void reader_close(struct reader *r);

/* ---- portions: for units.c ---- */

struct portion;
struct portions;

/* A reader of one portion, with the same options and a diag of its own. Ends with the portion. */
struct reader *reader_beside(const struct reader *r, struct portion *portion, struct diag *diag);

/* Begins again with what its portion holds now. Only for a reader that was adopted. */
void reader_again(struct reader *beside);

/* Reads this portion next, in the place of the operands; reader_next gives NULL at its end and may
 * be fed again. When the portion is torn, what comes behind it is read into its room, from `more`,
 * up to the next cut. */
void reader_feed(struct reader *r, struct portion *portion, struct portions *more);

/* Takes over what a reader beside this one found in the next portion, as if it had been read here.
 * False: it would not have come to the same, because of a fault, or because a dossier came before:
 * the portion must be read here. */
bool reader_adopt(struct reader *r, const struct reader *beside);

#endif
