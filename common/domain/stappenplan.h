/* The stappenplan for the client, a page a goal: my goal in my words, who does what by when, what
 * we do when it does not work, and when we look at it. */
#ifndef GESPREK_DOMAIN_STAPPENPLAN_H
#define GESPREK_DOMAIN_STAPPENPLAN_H

#include "domain/blad.h"

struct stappenplan_wishes {
    struct text doel; /* the key of a goal; empty: all that are worked at */
    bool history;     /* with how the goal was worded before */
};

/* False, with nothing in the document, when there is no such goal; *mind is what blad_begin
 * returns. */
bool stappenplan(const struct blad *b, struct dossier *d, const struct stappenplan_wishes *w,
                 struct document *document, const struct thing **mind);

#endif
