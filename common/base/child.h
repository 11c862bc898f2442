/* Programs that a command starts, and waits for. */
#ifndef GESPREK_BASE_CHILD_H
#define GESPREK_BASE_CHILD_H

#include "base/mem.h"

/* The user's editor: $VISUAL, $EDITOR or vi. */
const char *child_editor(void);

/* Lets the shell run `editor` (which may have options) with `file` as its last word and
 * TMPDIR=scratch, on the terminal with that descriptor; -1: on our own standard input and output.
 * An interrupt from the keyboard is for the editor alone. Gives its exit status, 128 + the signal
 * that ended it, or -1 with errno when it could not be started. */
int child_edit(const char *editor, const char *file, const char *scratch, int terminal);

/* Runs `words` (NULL ends them; found in PATH) with an empty standard input, and appends what it
 * prints to *output. Gives its exit status as above; 127: not found. */
int child_read(char *const words[], struct buffer *output);

/* Lets the shell run `line` with `input` on its standard input; what it prints goes where ours
 * goes, to standard error. One that does not read to the end is no failure of ours when its status
 * is 0. Gives its exit status as above. */
int child_feed(const char *line, struct text input);

#endif
