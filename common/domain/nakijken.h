/* What gesprek-check looks at beyond what every reader does: things that take the whole dossier.
 * Gives findings, says nothing. */
#ifndef GESPREK_DOMAIN_NAKIJKEN_H
#define GESPREK_DOMAIN_NAKIJKEN_H

#include "journal/fold.h"

struct finding {
    enum severity severity;
    struct place place;
    const char *code;
    const char *text; /* in the dossier's arena */
};

struct findings {
    struct finding *list;
    size_t count, capacity;
};

/* Appends what there is to say of the dossier, folded without limits: bold fields that are missing
 * (veld-nodig) and broken references (verwijzing-stuk), both errors; an amendment dated before its
 * opening (op-volgorde), a score without a reason (noodzaak), what looks like a burgerservicenummer
 * or rijksregisternummer (bsn, insz), and a last record without its empty line (lege-regel). Of a
 * referral: what goes on after its end (verwijs-verder), an end after an end (verwijs-einde), and
 * what the next who reads it would look for (verwijs-reden, -terugkomen, -wacht, -navragen). */
void nakijken(struct dossier *d, const struct schema *schema, struct findings *findings);
void findings_free(struct findings *f);

/* Elfproef and mod 97 (DOMAIN: 9 digits, weights 9 8 7 6 5 4 3 2 -1; 11 digits, the last two 97 - n
 * mod 97). `digits` holds 9 and 11. */
bool is_bsn(const char *digits);
bool is_insz(const char *digits);

#endif
