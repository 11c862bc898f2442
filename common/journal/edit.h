/* A writer's whole way: read the journal, add records, and give it back: on standard output, or in
 * place. */
#ifndef GESPREK_JOURNAL_EDIT_H
#define GESPREK_JOURNAL_EDIT_H

#include "journal/record.h"
#include "journal/session.h"
#include "journal/store.h"

/* Zero-initialise with the session. */
struct edit {
    struct session *session;
    struct store *store; /* NULL: a filter */
    char *path;          /* of the file; NULL: standard input */
    struct buffer content;
    struct reader *reader;
    struct dossier *dossier; /* folded up to the Op given to edit_open */
    struct dossier none;     /* of a new dossier: nothing yet */
    char *id;                /* of that dossier */
    date op;
    bool one_of_many; /* edit_open_file */
};

/* Reads the journal that operand number `first` names, or standard input, or --dossier; with -i
 * under the lock. All of it is read and checked before anything else. False: said in diag; nothing
 * was written. */
bool edit_open(struct edit *e, size_t first, date op, bool *standard_input);

/* The same of a file that is named, one of several: that it holds more dossiers than one is then
 * said (`dossiers-samen`, status 3). */
bool edit_open_file(struct edit *e, const char *path);

/* The same without a lock, to know what is there before somebody is asked: then edit_close, and
 * edit_open when there is something to write. Only with -i. */
bool edit_look(struct edit *e, size_t first);

/* Begins a new dossier in memory instead: nothing is read. */
void edit_begin(struct edit *e, const char *id);

/* Finds the type of a->key, for a change. False: said in diag. */
bool edit_find_type(const struct edit *e, struct addition *a);

/* Completes and adds the records, one behind the other, so that one may refer to those before it;
 * checks the result by reading it again, and prints: the whole journal, with -n the new records,
 * with -i (after they are on disk, all at once) their keys. No addition may hold anything of
 * e->dossier, which is read again for each. False: said in diag; nothing was written. */
bool edit_add(struct edit *e, struct addition *list, size_t count);

/* The same, but gives nothing back: the whole is in e->content. */
bool edit_make(struct edit *e, struct addition *list, size_t count);

/* For what is printed only when it is known that it went: with -i the records are on disk when this
 * returns, and without it nothing is done. Prints nothing. False: said in diag. */
bool edit_note(struct edit *e, struct addition *list, size_t count);

/* Lets go of everything; e may be opened again. */
void edit_close(struct edit *e);

/* Reads a whole file or, for "-", standard input into `into`. False: said in diag. */
bool edit_read_file(struct session *s, const char *path, bool *standard_input, struct buffer *into);

/* The options that the fields of each type make, for --help and completions (struct
 * command.groups). */
struct option_group *schema_groups(struct arena *arena, size_t *count);

/* The same of the types that do not live in a dossier. */
struct option_group *schema_groups_outside(struct arena *arena, size_t *count);

#endif
