/* What gesprek-nazorg notes (journal/notes.h): a plan, a contact, a try that failed, the end of a
 * traject. Nothing is written here (journal/edit.h does that). */
#ifndef GESPREK_DOMAIN_NAZORG_NOTEER_H
#define GESPREK_DOMAIN_NAZORG_NOTEER_H

#include "domain/nazorg.h"
#include "journal/notes.h"

struct nazorg_werk {
    struct blad blad;
    struct notes *notes;
    struct dossier *d;
    struct diag *diag;
    struct text key;       /* operand; empty: none */
    struct buffer *hierna; /* what comes next, to be said when it has been written; not owned */
};

/* Each fills in the notes, whose first additions have what was given, and what comes next; what to
 * think of first is said in diag as a note. False: said in diag: something that makes no sense
 * where the dossier stands
 * (`stand-past-niet`, status 3). */
typedef bool nazorg_noteer(const struct nazorg_werk *w);

/* A Nazorg, open unless it says otherwise. */
nazorg_noteer nazorg_plan;

/* A Gesprek with what came of it, Bij the Nazorg, whose Uiterlijk moves on or which is gedaan. */
nazorg_noteer nazorg_contact;

#endif
