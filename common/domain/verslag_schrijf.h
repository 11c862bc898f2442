/* The verbs of gesprek-verslag that write: from what the options ask for to records in a dossier.
 */
#ifndef GESPREK_DOMAIN_VERSLAG_SCHRIJF_H
#define GESPREK_DOMAIN_VERSLAG_SCHRIJF_H

#include "journal/session.h"

struct verslag_wishes {
    struct text gesprek, afspraak, verzet, afzeggen; /* keys; empty: not given */
    const char *tekst, *wie, *filled_in;             /* NULL: not given */
    struct argument *fields;                         /* field options, as they were given */
    size_t count, capacity;
};

/* Does the verb of the session: everything is checked, then all is written or nothing. What is
 * wrong is said in diag. */
void verslag_schrijf(struct session *s, const struct verslag_wishes *w);

/* Prints the template of a conversation. */
void verslag_sjabloon(struct session *s);

#endif
