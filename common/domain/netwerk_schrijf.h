/* What gesprek-ecogram notes. */
#ifndef GESPREK_DOMAIN_NETWERK_SCHRIJF_H
#define GESPREK_DOMAIN_NETWERK_SCHRIJF_H

#include "journal/session.h"

struct netwerk_schrijf_wishes {
    const char *filled_in;   /* NULL: not given */
    struct argument *fields; /* field options, as they were given */
    size_t count, capacity;
};

/* Does the verb of the session: nieuw, wijzig (the first operand is the key) or vraag. Everything
 * is checked, then all is written or nothing. What is wrong is said in diag. */
void netwerk_schrijf(struct session *s, const struct netwerk_schrijf_wishes *w);

/* Prints the template of a Relatie. */
void netwerk_sjabloon(struct session *s);

#endif
