/* Which file a writer changes in place (gesprek(7), Wie schrijft). */
#ifndef GESPREK_JOURNAL_TARGET_H
#define GESPREK_JOURNAL_TARGET_H

#include "journal/session.h"

/* The path of the file that the operands from number `first` on name: one file; or, with --dossier,
 * the one below them that this dossier is in, or $GESPREK_DOSSIERS/ID.rec when there are none. The
 * caller frees it. NULL: said in diag. Ends the program with status 2 on wrong usage. */
char *target_find(struct session *s, size_t first);

bool target_is_directory(const char *path);

#endif
