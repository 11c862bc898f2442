/* The verbs of gesprek-smart that write: from what the options ask for to records in a dossier. */
#ifndef GESPREK_DOMAIN_SMART_SCHRIJF_H
#define GESPREK_DOMAIN_SMART_SCHRIJF_H

#include "journal/session.h"

struct smart_wishes {
    const char *filled_in;   /* NULL: not given */
    struct argument *fields; /* field options, as they were given */
    size_t count, capacity;
};

/* Does the verb of the session: everything is checked, then all is written or nothing. What is
 * wrong is said in diag, or ends the program. */
void smart_schrijf(struct session *s, const struct smart_wishes *w);

/* Prints the template of a goal with a step. */
void smart_sjabloon(struct session *s);

#endif
