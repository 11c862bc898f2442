/* The sheets of the way out, of all dossiers that a session reads. */
#ifndef GESPREK_DOMAIN_NAZORG_BLADEN_H
#define GESPREK_DOMAIN_NAZORG_BLADEN_H

#include "base/document.h"
#include "journal/session.h"

/* Reads on to the end and gives the sheet of the session's verb, reminderblad or afsluitblad, of
 * each dossier that has one to `give`, with `data`. What only the worker has to know, and that
 * there was no sheet at all, is said in diag. False when `give` did not take one. */
bool nazorg_bladen(struct session *s, bool (*give)(void *data, const struct document *document),
                   void *data);

#endif
