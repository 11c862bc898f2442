/* The letter of a referral: only what the client allows; and for the client what would go out and
 * what stays. */
#ifndef GESPREK_DOMAIN_VERWIJS_BRIEF_H
#define GESPREK_DOMAIN_VERWIJS_BRIEF_H

#include "domain/blad.h"
#include "journal/filter.h"
#include "journal/notes.h"

struct brief {
    struct blad blad;
    struct text key;                   /* of the referral, or of what else it is about */
    struct text from;                  /* who writes it */
    const char *told;                  /* --client-geinformeerd; NULL: not said */
    struct text organisation, consent; /* filled in by brief_mag */
};

/* Finds the referral and the consent in force for its organisation, on the day of the blad; the
 * dossier was folded without limits. False: said in diag (sleutel-onbekend; geen-toestemming,
 * status 1). */
bool brief_open(struct brief *b, struct dossier *d, struct diag *diag);

/* The same of an organisation that is named already, for what another sheet is about. */
bool brief_mag(struct brief *b, struct dossier *d, const struct thing *about,
               struct text organisation, struct diag *diag);

/* Each type and field of the dossier, `Doel.Tekst`, once, without those that no sheet may show;
 * what may go has been taken out of the other. In the arena of d. */
struct brief_fields {
    struct text *list;
    size_t count;
};
struct brief_fields brief_fields(const struct brief *b, struct dossier *d, struct arena *arena);

/* The letter, of a dossier that went through the filter. */
void brief_document(const struct brief *b, struct dossier *d, struct document *document);

/* What stands at its foot: for whom it is, and to keep it to themselves. */
void brief_voet(struct text organisation, struct dossier *d, struct document *document);

/* The letter for the client, with what stays: in `all` and not in what goes. */
void brief_proef(const struct brief *b, struct dossier *d, const struct brief_fields *all,
                 struct document *document);

/* The Verstrekking that says what went, to whom and on what ground; `what` it was, before the key:
 * `Brief bij verwijzing`. */
void brief_verstrekking(const struct brief *b, const struct brief_fields *gone, const char *what,
                        struct notes *notes);

#endif
