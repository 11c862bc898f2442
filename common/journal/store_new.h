/* New files in one directory, many at once. Each is there whole or not at all, and none ever comes
 * over a file that is there. The order is that of store.h, but for a batch at a time: all files are
 * written beside their places (.NAME.tmp), then all are brought to disk, then all get their names,
 * then the directory is brought to disk. One by one, 100,000 files would take minutes. */
#ifndef GESPREK_JOURNAL_STORE_NEW_H
#define GESPREK_JOURNAL_STORE_NEW_H

#include "base/diag.h"
#include "base/mem.h"

enum { STORE_BATCH = 200 }; /* files open at once: well below what a process may have */

struct store_batch;

/* Opens the directory and takes its lock, as store_open does. NULL: said in diag. */
struct store_batch *store_batch_open(const char *directory, unsigned wait_seconds,
                                     struct diag *diag);

/* The same for what is confidential: a directory that is not there is made, for its owner alone,
 * and files are for their owner alone whatever the rights of the directory. */
struct store_batch *store_batch_open_private(const char *directory, unsigned wait_seconds,
                                             struct diag *diag);

/* True when the directory has something of this name. */
bool store_batch_has(const struct store_batch *b, const char *name);

/* True when it has not; said otherwise (`bestaat-al`), as a set of files is written as a whole. */
bool store_batch_is_new(const struct store_batch *b, const char *name);

/* Writes a file beside its place; at most STORE_BATCH between two commits. False: said in diag, and
 * nothing of this batch will come. */
bool store_batch_add(struct store_batch *b, const char *name, struct text content);

/* The same for a file whose content comes in pieces: returns where to write it, which stays the
 * batch's own and may be written to until the commit. -1: said in diag. */
int store_batch_begin(struct store_batch *b, const char *name);

/* Gives what was added its names, in that order. Returns how many now have theirs; less than were
 * added, or an error in diag: said there. The rest is thrown away. */
size_t store_batch_commit(struct store_batch *b);

/* Throws away what was not committed and lets go of the lock. */
void store_batch_close(struct store_batch *b);

#endif
