/* The parts that several sheets for the client have: each with its heading, in the words of the
 * client. */
#ifndef GESPREK_DOMAIN_BLAD_DELEN_H
#define GESPREK_DOMAIN_BLAD_DELEN_H

#include "domain/blad.h"

/* Every Kracht of the dossier, with the day it was first said. Says so when there is none. */
void blad_krachten(const struct blad *b, struct dossier *d, struct document *document);

/* One right as a point, with its Status now or on another day; all rights under their heading. Says
 * so when there is none. */
void blad_recht(const struct blad *b, struct dossier *d, const struct thing *t, struct text status,
                struct document *document);
void blad_rechten(const struct blad *b, struct dossier *d, struct document *document);

/* Whether an Afspraak still stands; all that stand from today on, by time, in the dossier's arena;
 * one as a point; all of them under their heading: nothing when there is none. */
bool blad_is_gepland(const struct blad *b, struct dossier *d, const struct thing *t);
size_t blad_komende(const struct blad *b, struct dossier *d, const struct thing ***things);
void blad_afspraak(const struct blad *b, struct dossier *d, const struct thing *t,
                   struct document *document);
void blad_afspraken(const struct blad *b, struct dossier *d, struct document *document);

/* Whether it is safe and well with somebody (a Relatie), for nobody should read on a sheet a name
 * that hurts; and whether that is somebody who helps. The coach, as a point; the coach and all who
 * help, under their heading. */
bool blad_is_veilig(const struct blad *b, struct dossier *d, const struct thing *t);
bool blad_helpt(const struct blad *b, struct dossier *d, const struct thing *t);
void blad_begeleider(const struct blad *b, struct dossier *d, struct document *document);
void blad_mensen(const struct blad *b, struct dossier *d, struct document *document);

/* A heading, a question, and lines to answer on by hand. */
void blad_ruimte(struct document *document, const char *heading, const char *question);

#endif
