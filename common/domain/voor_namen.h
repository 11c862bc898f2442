/* People who are not the client, in what goes to others: by their initials. Words without a capital
 * (vader, begeleider) say a role, and stay. */
#ifndef GESPREK_DOMAIN_VOOR_NAMEN_H
#define GESPREK_DOMAIN_VOOR_NAMEN_H

#include "domain/consent.h"

/* In the dossier's arena. */
struct names {
    struct text *others; /* names that stand in the dossier, word by word, to be made shorter
                            wherever they come */
    size_t count;
    struct text *known; /* names of the client that may go, and of the organisation: these stay */
    size_t known_count;
};
struct names names_read(const struct schema *schema, struct dossier *d, const struct consent *c,
                        struct text organisation);

/* The value as others see it, in the arena when it is another one. */
struct text names_shown(const struct names *n, const struct field *field, struct text value,
                        struct arena *arena);

#endif
