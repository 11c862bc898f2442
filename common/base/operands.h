/* What a command reads: the files, directories and `-` that it was given (gesprek(7), Operands). */
#ifndef GESPREK_BASE_OPERANDS_H
#define GESPREK_BASE_OPERANDS_H

#include "base/diag.h"

struct source {
    int fd;
    const char *name;      /* for messages: the path, or "-" ; valid until the next operands_next */
    const char *directory; /* the path's part before the last slash, "" when it has none; the same
                              pointer for files of one directory */
    const char *base;      /* the file's name without directory */
    bool standard_input;
};

struct operands;

/* `paths` (not copied) are the operands; none means standard input. `-` is
 * there at most once. */
struct operands *operands_open(char **paths, size_t count, struct diag *diag);

/* Opens the next file. Directories are walked: `*.rec` below them in byte order, per directory
 * while descending; dot files and linked directories are passed over. What cannot be opened or
 * walked is said (code `bestand`, status 4) and passed over. The source before is closed. False
 * when there are no more. */
bool operands_next(struct operands *o, struct source *source);
void operands_close(struct operands *o);

/* Says that `path` cannot be read, as operands_next does. */
void operands_say(struct diag *diag, const char *path, int error);

/* From now on `refused` hears what cannot be read, and nothing is said; NULL: said again. */
void operands_collect(struct operands *o, void (*refused)(void *data, const char *path, int error),
                      void *data);

/* How much of all operands has been read, from 0 to 1: each counts the same, and within a directory
 * each name. A guess, for who wants to know how long it takes. */
double operands_done(const struct operands *o);

/* Whether the file is called after the dossier: ID.rec. */
bool source_named_after(const struct source *source, struct text id);

#endif
