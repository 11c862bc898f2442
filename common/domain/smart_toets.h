/* Looks at the goals of a dossier by the five letters of SMART and gives tips, never verdicts
 * (gesprek-smart(1) says what each letter means). */
#ifndef GESPREK_DOMAIN_SMART_TOETS_H
#define GESPREK_DOMAIN_SMART_TOETS_H

#include "domain/blad.h"
#include "domain/smart_taal.h"

struct smart_tip {
    const struct thing *doel;
    char letter;          /* S, M, A, R or T */
    const char *code;     /* stable */
    struct text reden;    /* why, in one sentence */
    struct text voorstel; /* what the client might say, or a question for the client */
    struct place place;
};

struct smart_toets {
    struct blad blad;
    struct smart_woorden woorden;
    const char *doel; /* the key of the one goal to look at; NULL: all */
    name_id tekst, meetbaar, kant, akkoord, haalbaar, wie;
    struct taal read[2]; /* Tekst and Meetbaar, while one goal is looked at */
};

/* Sets all but the words and `doel`. */
void smart_toets_start(struct smart_toets *t, const struct schema *schema, date today);
void smart_toets_free(struct smart_toets *t);

/* A goal that is looked at: status open, bezig or none, and not withdrawn. */
bool smart_is_getoetst(const struct smart_toets *t, struct dossier *d, const struct thing *doel);

/* Whether the dossier has a goal with the key that was asked for; with any, when none was. */
bool smart_heeft_doel(const struct smart_toets *t, struct dossier *d);

/* The tips of a dossier by goal and letter, in its arena; *count of them. */
const struct smart_tip *smart_toets(struct smart_toets *t, struct dossier *d, size_t *count);

/* The answer for people: each goal with its tips, or that there are none, or that there
 * are no goals; with a key nothing for a dossier without that goal. */
void smart_toets_blad(const struct smart_toets *t, struct dossier *d, const struct smart_tip *tips,
                      size_t count, struct document *document);

/* The answer as rows, one a tip. */
enum { SMART_KOLOMMEN = 8 };
extern const struct column smart_kolommen[SMART_KOLOMMEN];
void smart_toets_rijen(struct dossier *d, const struct smart_tip *tips, size_t count,
                       struct document *document);

#endif
