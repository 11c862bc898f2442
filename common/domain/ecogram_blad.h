/* What gesprek-ecogram makes of a dossier: sheets with a drawing, and a list. */
#ifndef GESPREK_DOMAIN_ECOGRAM_BLAD_H
#define GESPREK_DOMAIN_ECOGRAM_BLAD_H

#include "domain/netwerk.h"

/* What the worker has to know of a sheet. */
struct ecogram_mind {
    const struct thing *client; /* as blad_begin gives it; NULL: nothing */
    bool tense;                 /* somebody with whom it is tense or unsafe stands on it as such */
};

/* The network on a day; and what is different from the one of the day `since`. */
struct ecogram_mind ecogram_blad(const struct blad *b, struct dossier *d, struct netwerk_wishes w,
                                 date day, struct document *document);
struct ecogram_mind ecogram_verschil(const struct blad *b, struct dossier *d,
                                     struct netwerk_wishes w, const struct netwerk *before,
                                     const struct netwerk *now, date since, date day,
                                     struct document *document);

/* A row for everybody, with the words of the schema. */
extern const struct column netwerk_columns[];
extern const size_t netwerk_column_count;
void netwerk_rijen(const struct blad *b, struct dossier *d, struct netwerk_wishes w,
                   struct document *document);

#endif
