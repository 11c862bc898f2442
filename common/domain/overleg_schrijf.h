/* The verbs of gesprek-overleg that write: a meeting with its points, a point or what came of it,
 * and what somebody will do. */
#ifndef GESPREK_DOMAIN_OVERLEG_SCHRIJF_H
#define GESPREK_DOMAIN_OVERLEG_SCHRIJF_H

#include "journal/session.h"

struct overleg_wishes {
    struct text key;         /* operand; empty: none */
    struct argument *fields; /* field options, as they were given */
    size_t count, capacity;
};

/* Does the verb of the session on the journal that operand number `first` names: everything is
 * checked, then all is written or nothing. What is wrong is said in diag. */
void overleg_schrijf(struct session *s, const struct overleg_wishes *w, size_t first);

#endif
