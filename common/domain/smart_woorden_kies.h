/* Which words `gesprek-smart toets` looks for: ours, and in the place of some of them the user's.
 */
#ifndef GESPREK_DOMAIN_SMART_WOORDEN_KIES_H
#define GESPREK_DOMAIN_SMART_WOORDEN_KIES_H

#include "domain/smart_toets.h"
#include "journal/session.h"

/* Reads the built-in words, then the lists of `file`, or (NULL) of the file that Woorden in the
 * settings names. False: said in diag. */
bool smart_woorden_kies(struct session *s, const char *file, struct smart_woorden *words);

#endif
