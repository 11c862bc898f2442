/* How a person changes a dossier by hand: from a private copy (copy.h) back to the dossier, or not.
 * What happens in between, in the editor, is the command's. */
#ifndef GESPREK_JOURNAL_REVISE_H
#define GESPREK_JOURNAL_REVISE_H

#include "journal/copy.h"
#include "journal/session.h"
#include "journal/tally.h"

/* Zero-initialise with the session. */
struct revision {
    struct session *session;
    char *path;           /* of the dossier */
    struct buffer before; /* what it was when the copy was made */
    struct tally was;     /* of before */
    struct copy *copy;
};

/* Finds the file that the operands name, and makes a copy of it; or takes up one of an earlier
 * time, when somebody at the terminal wants so. Copies that are there already are always said.
 * False: said in diag; nothing was changed. */
bool revision_open(struct revision *r);
void revision_close(struct revision *r);

/* Puts `text` in the dossier's place and takes the copy away. When the dossier is no longer what it
 * was, it stays, the copy too, under another name, and the difference goes to standard output.
 * True: it is saved. False: said in diag, with where the copy is. */
bool revision_save(struct revision *r, struct text text);

/* Leaves the dossier as it was and the copy where it is, and says where that is (status 1). */
void revision_keep(struct revision *r);

#endif
