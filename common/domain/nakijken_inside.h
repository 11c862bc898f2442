/* What nakijken.c and nakijken_verwijs.c share. Only those include this. */
#ifndef GESPREK_DOMAIN_NAKIJKEN_INSIDE_H
#define GESPREK_DOMAIN_NAKIJKEN_INSIDE_H

#include "domain/nakijken.h"

struct pass {
    struct dossier *d;
    const struct schema *schema;
    struct findings *findings;
    struct buffer text; /* of the finding that comes */
};

/* Adds a finding with the text, and empties it. */
void nakijken_add(struct pass *p, enum severity severity, struct place place, const char *code);
/* Appends something from the dossier to the text. */
void nakijken_quoted(struct pass *p, struct text t);

/* Looks at a Verwijzing. */
void nakijken_verwijzing(struct pass *p, const struct thing *t);

#endif
