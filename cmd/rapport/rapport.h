/* What the files of gesprek-rapport share. */
#ifndef GESPREK_CMD_RAPPORT_H
#define GESPREK_CMD_RAPPORT_H

#include "domain/rapport_deel.h"
#include "domain/rapport_verschil.h"
#include "journal/units.h"
#include "output/form.h"

/* What the options ask for. */
struct wishes {
    const struct form *form;
    struct rapport_vraag vraag;
    bool public_too, has_van, has_tot, has_whole; /* which were given */
    const char *versie;
    size_t draden;             /* threads */
    const char *formaat, *csv; /* as they were given; NULL: not */
    bool voor_derden;
    const char *sleutelbestand, *ontvanger;
    const char *verschil; /* the file of an older delivery; NULL: not asked */
    bool deel;            /* a part, for samen */
    uint32_t verwacht;    /* how many parts samen is to get; 0: not said */
    const char *sjabloon, *map, *only;
    struct buffer words;                                   /* of `only` */
    const char *bsn_bestand, *aanbieder, *verbeter, *told; /* of iwmo305 and iwmo307 */
};

/* ---- wensen.c ---- */

/* Takes an option; ends the program on wrong usage. */
void rapport_optie(struct session *s, struct wishes *w, const struct argument *a);

/* Looks whether all of it goes together for this verb, and ends the program when it does not. */
void rapport_wensen(struct session *s, struct wishes *w);

/* ---- caseload.c ---- */

void rapport_caseload(struct session *s, const struct wishes *w);

/* ---- tellingen.c ---- */

/* Counts what the verb asks over all dossiers. */
void rapport_tellingen(struct session *s, const struct wishes *w);

/* The delivery behind --verschil, to be freed by the caller; NULL: not asked. False (said): it
 * cannot be read. Ends the program when this one cannot be laid beside it, so the period must be
 * known. */
bool rapport_eerdere(struct session *s, const struct wishes *w, struct rapport_oud **old);

/* Prints what was counted, rounded and hidden or exact; or writes it as a part. With `old` only
 * what is not the same there. */
void rapport_geef(struct session *s, const struct wishes *w, struct rapport *r,
                  const struct deel_kop *kop, struct rapport_oud *old);

/* ---- levering.c ---- */

void rapport_levering(struct session *s, const struct wishes *w);
void rapport_uitvoer(struct session *s, const struct wishes *w);

/* ---- iwmo.c ---- */

/* Gives a message for the gemeente of each dossier, and notes it first. */
void rapport_iwmo(struct session *s, const struct wishes *w);

/* ---- samen.c ---- */

/* Adds parts up. */
void rapport_samen(struct session *s, struct wishes *w);

#endif
