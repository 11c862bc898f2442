/* A writer's way with a file of records outside a dossier: read it all, change it, and give it back
 * on standard output, or in place. What was made is read again before anybody gets it. */
#ifndef GESPREK_JOURNAL_LOOSE_EDIT_H
#define GESPREK_JOURNAL_LOOSE_EDIT_H

#include "journal/loose.h"
#include "journal/session.h"
#include "journal/store.h"

/* Zero-initialise with the session. */
struct loose_edit {
    struct session *session;
    struct store *store; /* NULL: a filter */
    const char *path;    /* for messages */
    struct buffer content;
};

/* Reads the file, or "-"; with -i under the lock, and then it may be absent. `*standard_input` says
 * whether that has been read. False: said in diag. */
bool loose_edit_open(struct loose_edit *e, const char *path, bool *standard_input);

/* Gives back `content`, in which `records` records must stand without a fault: all of it, with -n
 * only `added`, and with -i, when it is on disk, the `keys`. False: said; nothing was written. */
bool loose_edit_give(struct loose_edit *e, struct buffer *content, size_t records,
                     struct text added, struct text keys);

void loose_edit_close(struct loose_edit *e);

#endif
