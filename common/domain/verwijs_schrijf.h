/* The verbs of gesprek-verwijs that write: from what the options ask for to records in a dossier.
 */
#ifndef GESPREK_DOMAIN_VERWIJS_SCHRIJF_H
#define GESPREK_DOMAIN_VERWIJS_SCHRIJF_H

#include "journal/session.h"

struct verwijs_wishes {
    struct text key;         /* operand; empty: none */
    const char *value;       /* --tekst or --reden; NULL: not given */
    const char *until;       /* --tot; NULL: not given */
    struct argument *fields; /* field options, as they were given */
    size_t count, capacity;
};

/* Does the verb of the session on the journal that operand number `first` names: everything is
 * checked, then all is written or nothing. What is wrong is said in diag. */
void verwijs_schrijf(struct session *s, const struct verwijs_wishes *w, size_t first);

#endif
