/* The verbs of gesprek-nazorg that write: from what the options ask for to records in a dossier. */
#ifndef GESPREK_DOMAIN_NAZORG_SCHRIJF_H
#define GESPREK_DOMAIN_NAZORG_SCHRIJF_H

#include "journal/session.h"

struct nazorg_wishes {
    struct text key;         /* operand; empty: none */
    const char *filled_in;   /* --ingevuld; NULL: not given */
    struct argument *fields; /* field options, as they were given */
    size_t count, capacity;
};

/* Does the verb of the session on the journal that operand number `first` names: everything is
 * checked, then all is written or nothing. What is wrong is said in diag. */
void nazorg_schrijf(struct session *s, const struct nazorg_wishes *w, size_t first);

/* Prints the template of the verb of the session. */
void nazorg_sjabloon(struct session *s);

#endif
