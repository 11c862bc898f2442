/* A private copy of a dossier, for an editor to change.
 *
 * A copy is a directory of its own beside the dossier, `.NAME.bewerk-WAS`, for its owner alone
 * (0700), and in it the text under the dossier's own name (0600): an editor knows by that what it
 * is. What the editor leaves there itself, a backup or a swap file, is as private and goes with it;
 * no reader walks into it (operands.h). WAS is text_hash of the dossier when the copy was made: so
 * a copy that outlived its program can still be compared. A program that works on a copy holds a
 * flock on its directory. */
#ifndef GESPREK_JOURNAL_COPY_H
#define GESPREK_JOURNAL_COPY_H

#include "journal/store.h"
#include <stdint.h>

enum copy_state {
    COPY_OPEN,      /* ours: locked; the dossier is what it was when the copy was made */
    COPY_STALE,     /* the same, but the dossier has been changed since */
    COPY_BUSY,      /* a program works on it */
    COPY_OF_ANOTHER /* of another user: nothing can be known about it */
};

struct copy {
    enum copy_state state;
    char *place;   /* its directory, as a path that never begins with a dash */
    char *path;    /* the text in it; after copy_keep: where that is now */
    char *scratch; /* the directory's absolute path; NULL: unknown */
    char *prefix;  /* of the dossier's directory, in paths: "", or with its slash */
    char *name;    /* of its directory in the dossier's */
    char *file;    /* of the text in it, which is the dossier's */
    char *dossier; /* the dossier, as the user named it: for messages */
    int parent, directory;
    bool locked; /* by us; not on a file system that cannot lock a directory */
    struct diag *diag;
};

/* Makes a copy that holds `content`, on disk before this returns. NULL: said in diag, and nothing
 * is left of it. The store may be closed after this. */
struct copy *copy_make(struct store *s, struct text content);

struct copies {
    struct copy **list;
    size_t count, capacity;
};

/* The copies that there are of the store's file, by name; `now` is what that holds. Copies of our
 * own with nothing in them that the dossier has not are taken away and not given. False: said in
 * diag. */
bool copy_find(struct store *s, struct text now, struct copies *found);
void copies_free(struct copies *found);

/* Appends the text as it is now. An editor may have put another file in its place, but it must be a
 * plain file. False: said in diag. */
bool copy_read(struct copy *c, struct buffer *content);

/* Takes the copy away with all that is in it. False: said in diag. */
bool copy_remove(struct copy *c);

/* Puts the text beside the dossier as `NAME.bewerkt-WAS`, which no reader takes for a dossier, and
 * takes the directory away. To be called under the store's lock. False: said in diag; then it is
 * where it was. */
bool copy_keep(struct copy *c);

/* Lets go of the lock and frees; the copy stays. */
void copy_close(struct copy *c);

#endif
