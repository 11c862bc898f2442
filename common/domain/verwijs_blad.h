/* What gesprek-verwijs prints: where referrals stand and who asked what, for the worker; and sheets
 * for the client, in words a client would use. */
#ifndef GESPREK_DOMAIN_VERWIJS_BLAD_H
#define GESPREK_DOMAIN_VERWIJS_BLAD_H

#include "domain/blad.h"
#include "domain/consent.h"
#include "domain/verwijs_kaart.h"

struct verwijs_blad {
    struct blad blad;
    const struct consent_rules *rules;
    struct text key;                   /* operand; empty: none */
    const struct verwijs_kaart *kaart; /* NULL: there is no sociale kaart */
};

/* Each adds the document of one dossier. False: there is nothing to make it of. */
typedef bool verwijs_document(const struct verwijs_blad *v, struct dossier *d,
                              struct document *document);

/* For the worker. */
verwijs_document verwijs_status, verwijs_lijst, verwijs_toestemmingen, verwijs_vragen;

/* For the client. */
verwijs_document verwijs_toestemmingblad, verwijs_verteld, verwijs_routeblad;

/* For the client: who tells it, what may be told, and what not, by a Toestemming. */
void verwijs_wat_mag(const struct verwijs_blad *v, struct dossier *d, const struct thing *consent,
                     struct document *document);

/* Something that was told, which the client does not know yet: it is not on the sheet, for it may
 * not be safe. NULL: there is nothing such. */
const struct thing *verwijs_nog_niet_verteld(const struct verwijs_blad *v, struct dossier *d);

#endif
