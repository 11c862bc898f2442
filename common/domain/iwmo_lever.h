/* The verbs iwmo305 and iwmo307 of gesprek-rapport: from what the options ask for to a Verstrekking
 * in the dossier and, only when that is on disk, a message. */
#ifndef GESPREK_DOMAIN_IWMO_LEVER_H
#define GESPREK_DOMAIN_IWMO_LEVER_H

#include "base/tree.h"
#include "journal/session.h"

/* NULL: not given. */
struct iwmo_wensen {
    const char *sleutels;  /* the key file */
    const char *aanbieder; /* our own AGB-code; else that of the configuration */
    const char *verbeter;  /* the key of a Toewijzing */
    const char *map;       /* a file for each dossier, in this directory */
    const char *told;      /* --client-geinformeerd */
    bool (*schrijf)(struct out *out, const struct tree *tree); /* the form of a message */
};

/* Does the verb of the session. */
void iwmo_lever(struct session *s, const struct iwmo_wensen *w);

#endif
