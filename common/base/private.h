/* Files that are for their owner alone: keys, and numbers that say who somebody is. */
#ifndef GESPREK_BASE_PRIVATE_H
#define GESPREK_BASE_PRIVATE_H

#include "base/diag.h"

/* Opens it for reading. It must be a plain file of this user, no link, which nobody else may read.
 * `if_seen` is the advice for when somebody else may have seen it. -1: said in diag (`bestand` or
 * `sleutel-bestand`, status 4). */
int private_open(const char *path, const char *if_seen, struct diag *diag);

#endif
