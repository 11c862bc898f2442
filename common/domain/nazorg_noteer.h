/* What gesprek-nazorg notes (journal/notes.h): a plan, a contact, a try that failed, the end of a
 * traject. Nothing is written here (journal/edit.h does that). */
#ifndef GESPREK_DOMAIN_NAZORG_NOTEER_H
#define GESPREK_DOMAIN_NAZORG_NOTEER_H

#include "domain/nazorg.h"
#include "journal/notes.h"

/* How often to try to reach somebody before it is time for another way, and how long after a try
 * the next one is: Nazorg_pogingen (3) and Nazorg_weer (`3d`) of the configuration. False: said in
 * diag. `text` is what the slice points into; the caller frees it. */
struct nazorg_regels {
    unsigned tries;
    struct text again;
    struct buffer text;
};
bool nazorg_regels_lees(struct nazorg_regels *regels, struct diag *diag);

struct nazorg_werk {
    struct blad blad;
    struct notes *notes;
    struct dossier *d;
    struct diag *diag;
    struct text key; /* operand; empty: none */
    const struct nazorg_regels *regels;
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

/* The client was not reached: the moment stays open, and there is a day for the next try. */
nazorg_noteer nazorg_niet_bereikt;

/* The end of a traject: what the client says of it (left out when nothing was given), the
 * Afsluiting of the last melding, and aftercare. What is still open in the dossier is said and
 * never in the way. */
nazorg_noteer nazorg_afsluiten;

#endif
