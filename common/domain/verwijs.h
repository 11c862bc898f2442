/* A referral is a way walked with the client: what gesprek-verwijs notes of it. Everything is
 * checked against where the referral stands; nothing is written here (journal/edit.h does that). */
#ifndef GESPREK_DOMAIN_VERWIJS_H
#define GESPREK_DOMAIN_VERWIJS_H

#include "domain/blad.h"
#include "domain/consent.h"
#include "journal/notes.h"

/* One of the seven steps of a referral: what it is, what to ask, and which fields hold the answers.
 */
struct verwijs_stap {
    const char *name, *question, *fields;
};
extern const struct verwijs_stap verwijs_stappen[7];

/* The step that the referral is at, 1 to 7; 0: none is noted. */
unsigned verwijs_stap_van(const struct blad *b, struct dossier *d, const struct thing *verwijzing);

/* The words of Status that are an end. */
extern const char verwijs_einde[];

/* Those of them that need a reason: the next who reads it has to know why. */
extern const char verwijs_met_reden[];

/* The thing of a type with that key, when it counts. NULL: said in diag (status 3). */
const struct thing *verwijs_vind(const struct blad *b, struct dossier *d, const char *type,
                                 struct text key, struct diag *diag);

/* What the verbs that write need. */
struct verwijs {
    struct blad blad;
    const struct consent_rules *rules;
    struct notes *notes;
    struct dossier *d;
    struct diag *diag;
    struct text key;   /* operand; empty: none */
    struct text value; /* --tekst or --reden; empty: none */
    date until;        /* --tot; DATE_NONE: none */
};

/* Each fills in the notes, whose first addition has the fields that were given where the verb takes
 * fields. False: said in diag: a change that makes no sense (`stand-past-niet`, status 3), or
 * something that may not be (`geen-toestemming`, status 1). */
bool verwijs_toestemming(const struct verwijs *v);
bool verwijs_intrekken(const struct verwijs *v);
bool verwijs_nieuw(const struct verwijs *v);
bool verwijs_zet_stap(const struct verwijs *v);
bool verwijs_timeout(const struct verwijs *v);
bool verwijs_loslaten(const struct verwijs *v);
bool verwijs_hervat(const struct verwijs *v);
bool verwijs_terugkoppeling(const struct verwijs *v);
bool verwijs_vraag(const struct verwijs *v);
bool verwijs_antwoord(const struct verwijs *v);

/* The referral that a step can be taken in, and which comes next. NULL: said in diag. */
const struct thing *verwijs_volgende(const struct verwijs *v, unsigned *step);

/* The organisation of a referral, as a Toestemming names it: Naar, or what stands before the comma
 * when no Toestemming is for all of it. */
struct text verwijs_organisatie(const struct blad *b, struct dossier *d,
                                const struct thing *verwijzing);

#endif
