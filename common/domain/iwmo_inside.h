/* What the files of iwmo.h share. */
#ifndef GESPREK_DOMAIN_IWMO_INSIDE_H
#define GESPREK_DOMAIN_IWMO_INSIDE_H

#include "domain/iwmo.h"

/* What has been told and stands, in order; in the dossier's arena. */
struct iwmo_geleverd {
    struct iwmo_melding *list;
    size_t count;
};

/* False: a Verstrekking of a message cannot be read (`iwmo-levering`, status 3). */
bool iwmo_geleverd(const struct iwmo *w, struct dossier *d, struct iwmo_geleverd *g);

/* It stands no more. */
void iwmo_neem_weg(struct iwmo_geleverd *g, size_t number);

/* The last that stands of that kind and Toewijzing, and, unless DATE_NONE, of that Begindatum.
 * NULL: none. */
const struct iwmo_melding *iwmo_laatst(const struct iwmo_geleverd *g, enum iwmo_soort soort,
                                       struct text toewijzing, date begin);

/* The fields that make a product of a message the same as another one: the logical key. */
bool iwmo_zelfde(const struct iwmo_product *a, const struct iwmo_product *b, enum iwmo_soort soort);

/* Says that a rule is broken, at `place`, with the dossier; `key` is of the Toewijzing, empty: it
 * is about the client. Always false. */
bool iwmo_regel(const struct iwmo *w, const struct dossier *d, struct place place, struct text key,
                const char *rule, const char *what);

/* What the message of one product must hold to. False: said. */
bool iwmo_product_mag(const struct iwmo *w, const struct dossier *d, const struct iwmo_product *p);

/* The Client that counts; NULL: none. */
const struct thing *iwmo_wie(const struct iwmo *w, struct dossier *d);

/* A value of the client, without blanks around it. */
struct text iwmo_veld(const struct iwmo *w, struct dossier *d, const struct thing *t,
                      const char *name);

#endif
