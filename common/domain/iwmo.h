/* The messages of iWmo 3.2 that say to the gemeente that support has begun (WMO305) or stopped
 * (WMO307): one for a client, from the Toewijzingen of the dossier.
 *
 * What has been told before stands in the dossier itself, in the Verstrekking of each message
 * (iwmo_geleverd.c): so each start and each stop is told once, and one that was told wrong can be
 * taken back. A Verstrekking that is withdrawn counts as never sent.
 *
 * Rules are called by their number in iWmo 3.2 (informatiemodel.istandaarden.nl): CS constraints,
 * RS restrictions, TR technical rules, OP rules of business; WMO588 is the list of reasons. Those
 * that can be seen from one dossier are checked. Not: whether the gemeente has the number (TR019),
 * what is on its list of products (TR381) and of gemeenten (TR378). */
#ifndef GESPREK_DOMAIN_IWMO_H
#define GESPREK_DOMAIN_IWMO_H

#include "base/tree.h"
#include "domain/blad.h"
#include "journal/notes.h"

enum iwmo_soort { IWMO_START, IWMO_STOP };

/* One product in a message. What is empty, or DATE_NONE, is not in it. */
struct iwmo_product {
    struct text toewijzing; /* the key in the dossier */
    struct text nummer, categorie, code, reden;
    date ingang, begin, einde;
    bool weg;           /* StatusAanlevering 3: it takes back what was sent; else 1 */
    struct place place; /* for messages */
};

/* What has been told: a product of a message that stands, because nothing took it back. */
struct iwmo_melding {
    enum iwmo_soort soort;
    struct text afzender, ontvanger;
    struct iwmo_product product;
};

enum { IWMO_IDENTIFICATIE = 12 };

struct iwmo_bericht {
    struct text afzender, ontvanger; /* AGB-code; code of the gemeente */
    struct text bsn;
    char identificatie[IWMO_IDENTIFICATIE + 1];
    struct iwmo_product *producten; /* in the dossier's arena */
    size_t count;
};

/* What is asked. */
struct iwmo {
    struct blad blad; /* its day is the Dagtekening */
    struct diag *diag;
    enum iwmo_soort soort;
    struct text aanbieder; /* our own AGB-code: only Toewijzingen to us count */
    struct text verbeter;  /* the key of a Toewijzing of which the last message is taken back, and
                              replaced when the dossier says otherwise by now; empty: none */
};

/* What is to be told of this dossier, folded without limits, in one message: for one gemeente; a
 * note (`iwmo-nog-een`) when there is more. IWMO_NIETS: nothing. IWMO_MAG_NIET: a rule is broken,
 * each is said in diag (`iwmo-regel`, status 3), with the dossier and the rule. */
enum iwmo_uitkomst { IWMO_NIETS, IWMO_MAG_NIET, IWMO_BERICHT };
enum iwmo_uitkomst iwmo_bericht(const struct iwmo *w, struct dossier *d, struct iwmo_bericht *b);

/* Whether the client's fields and the number may go in a message. False: said, as above. */
bool iwmo_client(const struct iwmo *w, struct dossier *d, const struct iwmo_bericht *b);

/* The elements of it, in the order of the schema. */
void iwmo_boom(const struct iwmo *w, struct dossier *d, const struct iwmo_bericht *b,
               struct tree *tree);

/* The Verstrekking that says what went, to whom and on what ground, without the number. `told`:
 * Client_geinformeerd; NULL: not said. */
void iwmo_verstrekking(const struct iwmo *w, struct dossier *d, const struct iwmo_bericht *b,
                       const char *told, struct notes *notes);

#endif
