/* The inside of the preparation, for the files that make it: leidraad.c, leidraad_kies.c,
 * leidraad_dossier.c. Everybody else uses leidraad.h. */
#ifndef GESPREK_DOMAIN_LEIDRAAD_INSIDE_H
#define GESPREK_DOMAIN_LEIDRAAD_INSIDE_H

#include "domain/leidraad.h"

/* A preparation, while it is made. */
struct voorbereiding {
    const struct leidraad *l;
    struct dossier *d; /* NULL: there is none */
    struct arena *arena;
    struct document *document;
    struct stand stand;
    struct text voor[VOOR_COUNT]; /* what this conversation is for; empty: not known */
};

/* The texts of a type (and Soort; NULL: whichever) that fit: those that name the most of what this
 * conversation is for come first, then the order of the file. At most `limit`; returns how many. */
size_t leidraad_kies(const struct voorbereiding *v, enum leidraad_type type, const char *soort,
                     const struct leidraad_tekst **into, size_t limit);

/* Questions about a part of life; `irb` is where the client is with it (empty: not known). */
size_t leidraad_kies_domein(const struct voorbereiding *v, struct text domein, struct text irb,
                            const struct leidraad_tekst **into, size_t limit);

/* What only a dossier knows: what to begin with, the worker's promises, what stands open besides,
 * and who will be there. leidraad_begin also without a dossier. */
void leidraad_begin(const struct voorbereiding *v);
void leidraad_beloften(const struct voorbereiding *v);
void leidraad_achtergrond(const struct voorbereiding *v);
void leidraad_wie(const struct voorbereiding *v);

#endif
