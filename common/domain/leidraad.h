/* The preparation of the next conversation, for the worker: what to begin with, the worker's own
 * promises, points of attention, and questions, for the phase that the dossier is in. Gives a
 * document. */
#ifndef GESPREK_DOMAIN_LEIDRAAD_H
#define GESPREK_DOMAIN_LEIDRAAD_H

#include "domain/blad.h"
#include "domain/leidraad_gegevens.h"

struct leidraad {
    const struct leidraad_gegevens *gegevens;
    struct blad blad;
    /* What was asked for; what is empty comes out of the dossier. Levensdomein: words, blanks
     * between. */
    struct text voor[VOOR_COUNT];
};

/* Nothing asked for; the rest is set by the caller. */
void leidraad_start(struct leidraad *l);

/* Of a dossier: for the phase that it is in, unless one was asked for. Nothing of Veiligheid is in
 * it, and no step that a client did not take. */
void leidraad_document(const struct leidraad *l, struct dossier *d, struct document *document);

/* Without a dossier: for the phase that was asked for. In the arena. */
void leidraad_zonder_dossier(const struct leidraad *l, struct arena *arena,
                             struct document *document);

#endif
