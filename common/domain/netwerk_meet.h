/* What a network comes to in numbers, and where it is fragile. */
#ifndef GESPREK_DOMAIN_NETWERK_MEET_H
#define GESPREK_DOMAIN_NETWERK_MEET_H

#include "domain/netwerk.h"

/* Who has died counts in none of these. */
struct meting {
    date day;
    unsigned size, formeel;
    unsigned banden[BANDEN], spanningen[SPANNINGEN]; /* ties; what was not noted is in neither */
    unsigned steun[STEUNEN];                         /* how many give it (netwerk_geeft) */
    const struct relatie *only[STEUNEN]; /* who gives it alone; NULL: nobody, or more than one */
    unsigned richtingen[RICHTINGEN];
    unsigned silent; /* of whom nothing was noted for a year */
};

/* Whether nothing was noted about somebody in the year up to and with the day. */
bool meting_is_stil(const struct relatie *r, date day);

struct meting meting_of(const struct netwerk *n, date day);

/* A sheet for the worker; one line without names, in the dossier's arena; and a row. */
void meting_blad(struct dossier *d, const struct netwerk *n, const struct meting *m,
                 struct document *document);
struct text meting_regel(struct dossier *d, const struct meting *m);
extern const struct column meting_columns[];
extern const size_t meting_column_count;
void meting_rij(struct dossier *d, const struct meting *m, struct document *document);

#endif
