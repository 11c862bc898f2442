/* The only place that writes files (DESIGN §4). A dossier on disk is always the old one or the new
 * one, whole.
 *
 * The order, each step fatal before anything is touched: resolve links; open the directory and work
 * relative to it; lock; read again; write `.NAME.tmp` beside the file; fsync; see that nobody
 * changed the file meanwhile; rename; fsync the directory. The lock is flock(2) on `.gesprek.lock`
 * in the directory: the kernel drops it when a writer is killed. */
#ifndef GESPREK_JOURNAL_STORE_H
#define GESPREK_JOURNAL_STORE_H

#include "base/diag.h"
#include "base/mem.h"

struct store;

/* Opens the directory of `path` and takes its lock, waiting at most `wait_seconds` (exit 75 after
 * that). The file itself must exist, be a plain file, have no other hard links, and be one that
 * this user may write; with `may_be_new` it may be absent. NULL when something is in the way: said
 * in diag. */
struct store *store_open(const char *path, bool may_be_new, unsigned wait_seconds,
                         struct diag *diag);

/* Reads the file as it is under the lock. At most 1 GiB. Absent reads as empty. False: said in
 * diag. */
bool store_read(struct store *s, struct buffer *content);

/* Replaces the file by `content`, durably. False: said in diag, and the old file is as it was (or,
 * when only the last fsync failed, the new one stands and the message says so). It may be called
 * again, as long as nobody else writes the file in between. */
bool store_replace(struct store *s, struct text content);

/* Lets go of the lock and closes. */
void store_close(struct store *s);

/* Writes `content` to `path` whole or not at all, as --uit asks: the same order without a lock.
 * `confidential`: for its owner's eyes, mode 0600 at most. False: said in diag. */
bool store_write_answer(const char *path, struct text content, bool confidential,
                        struct diag *diag);

#endif
