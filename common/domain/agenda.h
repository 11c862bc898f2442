/* Everything that is due in a dossier, or will be: worked out from the journal each time, never
 * stored. What a record plans itself comes from gepland.h, aftercare from nazorg.h, terms and
 * keeping from termijn.h; here is what follows from several records together. */
#ifndef GESPREK_DOMAIN_AGENDA_H
#define GESPREK_DOMAIN_AGENDA_H

#include "domain/blad.h"
#include "domain/consent.h"
#include "domain/termijn.h"

/* What can be due. One code may stand for several of these, which say the same in other words. */
enum agenda_soort {
    AGENDA_NAZORG_BELLEN,
    AGENDA_NAZORG_GESPREK,
    AGENDA_NAZORG_HUISBEZOEK,
    AGENDA_NAZORG_BERICHT,
    AGENDA_NAZORG_OPNIEUW,
    AGENDA_NAZORG_EINDE,
    AGENDA_AFSPRAAK,
    AGENDA_AFSPRAAK_VOORBIJ,
    AGENDA_GEMIST,
    AGENDA_STAP,
    AGENDA_BELOFTE,
    AGENDA_EVALUEREN,
    AGENDA_DOEL,
    AGENDA_DOEL_TERUG,
    AGENDA_DOMEIN,
    AGENDA_RECHT,
    AGENDA_VERWIJS_TERUG,
    AGENDA_WACHTLIJST,
    AGENDA_OVERBRUGGING,
    AGENDA_TERUGBELLEN,
    AGENDA_VERTEL,
    AGENDA_TOESTEMMING,
    AGENDA_TOESTEMMING_VOORBIJ,
    AGENDA_LEEFTIJD,
    AGENDA_WERKAFSPRAAK,
    AGENDA_SLAPEND,
    AGENDA_ONDERZOEK,
    AGENDA_BESCHIKKING,
    AGENDA_STIL,
    AGENDA_BEWAREN,
    AGENDA_SOORTEN
};

struct agenda_tekst {
    const char *code;   /* stable: scripts and calendars rely on it */
    const char *regel;  /* what to do, without a name or a word of what was told */
    const char *uitleg; /* the rule that its day comes from */
    bool nu;            /* it is something that has lasted too long: of no use before its day */
};
extern const struct agenda_tekst agenda_teksten[AGENDA_SOORTEN];

struct agenda_punt {
    date day;
    enum agenda_soort soort;
    const struct thing *thing; /* what it is about */
    int minutes;               /* of an appointment, since midnight; -1 */
    struct text every;         /* of aftercare that repeats: its Herhaal; empty: once */
    struct text uitleg; /* when the rule is of this dossier alone; empty: agenda_teksten has it */
    date end, anchor;   /* then: Einde, or DATE_NONE; the day that the repeats are counted from */
};

/* Zero-initialise; agenda_start fills it in. */
struct agenda {
    struct blad blad;
    struct consent_rules consent;
    struct termijnen termijnen;
    const struct type *toestemming, *werkafspraak;
    struct text slapend, wacht; /* after how long without contact, or on a waiting list */
    struct buffer settings;     /* what these point into */
    struct stand stand;         /* of the dossier that was asked for last */
    struct agenda_punt *list;
    size_t count, capacity;
};

/* Reads what the configuration says: Slapend (`8w` unless it says so) and Wachtlijst (`6w`), and
 * the rules of consent and terms. False: said in diag. */
bool agenda_start(struct agenda *a, const struct schema *schema, date today, struct diag *diag);
void agenda_free(struct agenda *a);

/* Fills in a->stand and a->list for a dossier, in the order of its records; valid until the next.
 * All days count, past and to come; but what has lasted too long only once it has. */
void agenda_van(struct agenda *a, struct dossier *d);

#endif
