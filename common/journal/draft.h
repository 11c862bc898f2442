/* A text that is written in the user's own editor, and is kept nowhere. */
#ifndef GESPREK_JOURNAL_DRAFT_H
#define GESPREK_JOURNAL_DRAFT_H

#include "base/diag.h"
#include "base/mem.h"

/* The directory for it: $XDG_RUNTIME_DIR (in memory, for its owner alone), else `beside`, where the
 * dossiers are; NULL when there is neither. Never /tmp. */
const char *draft_directory(const char *beside);

/* Lets the user change *text in the editor, on the terminal, in a private directory below
 * `directory` that is taken away again. False: said in diag, and *text is as it was. */
bool draft_edit(const char *directory, int terminal, struct buffer *text, struct diag *diag);

#endif
