/* Goals (Doel) and their steps: what several answers and writers say of them, in one place. */
#ifndef GESPREK_DOMAIN_DOELEN_H
#define GESPREK_DOMAIN_DOELEN_H

#include "domain/blad.h"

/* Whether a Status means that the goal is worked at: open, bezig, or none yet; and whether it is
 * one that somebody judged: behaald, deels, niet-behaald. */
bool doel_loopt(struct text status);
bool doel_is_oordeel(struct text status);

/* A Status in the words of a client: "Dit is gelukt." */
const char *doel_in_woorden(struct text status);

/* Goals in the client's order: by Prioriteit, those without one behind, then the oldest first. Not
 * those that were let go or replaced; or only those that are worked at. In the dossier's arena. */
enum doelen { DOEL_GELDT, DOEL_LOOPT };
const struct thing **doelen_op_volgorde(const struct blad *b, struct dossier *d, enum doelen which,
                                        size_t *count);

/* The heading of a goal in a list for the worker: `D1  Ik kook elke week.` */
void doel_kop(const struct blad *b, struct dossier *d, const struct thing *goal,
              struct document *document);

/* Prioriteit; UINT32_MAX: none. */
uint32_t doel_plaats(const struct blad *b, struct dossier *d, const struct thing *goal);

/* What the client says that the goal's Schaal is now, out of Schaal_tekst; empty: nothing. */
struct text doel_stand(const struct blad *b, struct dossier *d, const struct thing *goal);

/* The goal that a Stap is Bij; NULL: it is by something else or by nothing. */
const struct thing *doel_van_stap(const struct blad *b, struct dossier *d,
                                  const struct thing *step);

/* Whether a Stap is still to be done; the next such step of a goal behind `after` (NULL: the
 * first); NULL: no more. */
bool stap_open(struct text status);
const struct thing *doel_open_stap(const struct blad *b, struct dossier *d,
                                   const struct thing *goal, const struct thing *after);

/* A Stap as a point: what, who, what first, by when, how it went. */
void doel_stap(const struct blad *b, struct dossier *d, const struct thing *step,
               struct document *document);

/* What a field was on which day. */
struct waarde {
    date day;
    struct text value;
};

/* All values that the thing was given for a field that can be there once, by day, then place; one
 * that was taken away leaves no trace. In the dossier's arena. */
struct waarde *doel_waarden(const struct blad *b, struct dossier *d, const struct thing *t,
                            const char *name, size_t *count);

#endif
