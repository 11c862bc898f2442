/* A meeting about a client, liefst with the client (Overleg), its points (Agendapunt) and what was
 * agreed there (Stap): what all answers and writers of gesprek-overleg share. */
#ifndef GESPREK_DOMAIN_OVERLEG_H
#define GESPREK_DOMAIN_OVERLEG_H

#include "domain/blad.h"

/* Somebody who takes part: `woonbegeleider, Zes Sleutels, moet-handelen`. */
struct deelnemer {
    struct text whole;
    struct text name, organisation; /* the organisation may be empty */
    struct text role; /* moet-weten, moet-handelen, goed-om-te-weten; empty: not said */
};
struct deelnemer overleg_deelnemer(struct text line);

/* All who take part, in turn: start with *at = 0. False: no more. */
bool overleg_next_deelnemer(const struct blad *b, struct dossier *d, const struct thing *overleg,
                            size_t *at, struct deelnemer *p);

/* Whether that is the client, and nobody else: then without an organisation. Whether it is the
 * worker: by `door`, or a Begeleider of a melding. */
bool overleg_is_client(const struct blad *b, struct dossier *d, const struct deelnemer *p);
bool overleg_is_begeleider(const struct blad *b, struct dossier *d, struct text door,
                           const struct deelnemer *p);

/* Whether somebody who takes part is meant by these words: the name, the organisation or both. */
bool overleg_heet(const struct deelnemer *p, struct text words);

/* Why somebody comes, for people: `om iets te doen`; empty: nothing. */
const char *overleg_rol(struct text role);

/* For whom a Toestemming would be that covers what this participant gets: the organisation; the
 * name; or the meeting itself, `overleg O1`; the first of these that a Toestemming names, given or
 * refused. When none does: the organisation, or the name. In the dossier's arena. */
struct text overleg_aan(const struct blad *b, struct dossier *d, const struct thing *overleg,
                        const struct deelnemer *p);

/* The next Agendapunt or Stap that is Bij the meeting, behind `after` (NULL: the first). NULL: no
 * more. */
const struct thing *overleg_next_punt(const struct blad *b, struct dossier *d,
                                      const struct thing *overleg, const struct thing *after);
const struct thing *overleg_next_afspraak(const struct blad *b, struct dossier *d,
                                          const struct thing *overleg, const struct thing *after);

/* The Afspraak that was made for it, Bij the meeting, and not moved or cancelled; NULL: none. */
const struct thing *overleg_moment(const struct blad *b, struct dossier *d,
                                   const struct thing *overleg);

/* Its day: of that Afspraak, or else its own Op. */
date overleg_dag(const struct blad *b, struct dossier *d, const struct thing *overleg);

/* ---- what is not noted yet ---- */

/* A tip, never a verdict: what is good to have at a meeting. A field of NULL ends the list. */
struct overleg_tip {
    const char *field, *text;
};
extern const struct overleg_tip overleg_tips[];

/* Whether the tip is of use when the field has this value (empty: none). */
bool overleg_tip_helpt(const struct overleg_tip *tip, struct text value);

/* Says them of a meeting that is noted. */
void overleg_say_tips(const struct blad *b, struct dossier *d, const struct thing *overleg,
                      struct diag *diag);

/* A point of which it is noted what came out, and not what the client says of it. */
extern const char overleg_vraag_akkoord[];

#endif
