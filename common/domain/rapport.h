/* The reports over many dossiers: what each counts, the counting, and what of it may be printed.
 *
 * One table says of each measure what it is (rapport_maten.c). rapport_tel adds a dossier to the
 * sums; nothing of a dossier is kept but those, and who was counted where (personen.h). At the end
 * rapport_klaar works out what is printed: exact, or for everybody (bescherming.h).
 *
 * Public numbers of one measure are protected together, over all groupings; of different measures
 * only periode, in and uit, because who came or went was there. So no measure that is a part of
 * another one is public. */
#ifndef GESPREK_DOMAIN_RAPPORT_H
#define GESPREK_DOMAIN_RAPPORT_H

#include "base/document.h"
#include "domain/bescherming.h"
#include "domain/periode.h"
#include "domain/telling.h"
#include "domain/termijn.h"

/* The reports, in the order in which `gemeente` gives them. */
enum rapport_deel {
    DEEL_INSTROOM,
    DEEL_FASEN,
    DEEL_DOELEN,
    DEEL_DOMEINEN,
    DEEL_NETWERK,
    DEEL_VERWIJZINGEN,
    DEEL_DOORLOOPTIJD,
    DEEL_CONTACT,
    DEEL_NAZORG,
    DEEL_TEVREDENHEID,
    DEEL_SIGNALEN,
    RAPPORT_DELEN
};

/* Its verb and its title. */
struct deel {
    const char *naam, *titel;
};
extern const struct deel rapport_delen[RAPPORT_DELEN];

/* The measures, in the order in which they are printed. */
enum maat_nummer {
    MAAT_PERIODE,
    MAAT_BEGIN,
    MAAT_IN,
    MAAT_UIT,
    MAAT_EIND,
    MAAT_HEROPEND,
    MAAT_TERUGKEER,
    MAAT_UIT_REDEN,
    MAAT_BEREIKT,
    MAAT_INTREDES,
    MAAT_HERHAALD,
    MAAT_VERBLIJF,
    MAAT_VERBLIJF_P50,
    MAAT_VERBLIJF_P90,
    MAAT_BEHAALD,
    MAAT_DEELS,
    MAAT_NIET_BEHAALD,
    MAAT_LOSGELATEN,
    MAAT_OORDEEL,
    MAAT_WENS,
    MAAT_KRACHT,
    MAAT_BELEMMERING,
    MAAT_RECHT_ONBENUT,
    MAAT_RECHT_TOEGEKEND,
    MAAT_INFORMEEL,
    MAAT_MANTELZORGER,
    MAAT_MANTELZORGER_WENS,
    MAAT_NIEUW,
    MAAT_STAND,
    MAAT_STATUS_PER_DIENST,
    MAAT_REDEN,
    MAAT_STAP,
    MAAT_WACHT_NU,
    MAAT_GEWACHT,
    MAAT_WACHTDAGEN_P50,
    MAAT_WACHTDAGEN_P90,
    MAAT_EERSTE_GESPREK,
    MAAT_EERSTE_GESPREK_P50,
    MAAT_EERSTE_GESPREK_P90,
    MAAT_ONDERZOEK_BINNEN,
    MAAT_ONDERZOEK_OVER,
    MAAT_ONDERZOEK_AANDEEL,
    MAAT_ONDERZOEK_DAGEN,
    MAAT_ONDERZOEK_P50,
    MAAT_ONDERZOEK_P90,
    MAAT_BESCHIKKING_BINNEN,
    MAAT_BESCHIKKING_OVER,
    MAAT_BESCHIKKING_AANDEEL,
    MAAT_BESCHIKKING_DAGEN,
    MAAT_BESCHIKKING_P50,
    MAAT_BESCHIKKING_P90,
    MAAT_OVER_MET_REDEN,
    MAAT_AFSLUITING_DAGEN,
    MAAT_AFSLUITING_P50,
    MAAT_AFSLUITING_P90,
    MAAT_GESPREKKEN,
    MAAT_MINUTEN,
    MAAT_ZONDER_DUUR,
    MAAT_AFSPRAKEN,
    MAAT_AFGESPROKEN,
    MAAT_CONTACTEN,
    MAAT_NIET_BEREIKT,
    MAAT_OVER_TIJD,
    MAAT_CIJFER,
    MAAT_CIJFERS,
    MAAT_CIJFER_P50,
    MAAT_SIGNAAL,
    MAAT_AAN,
    RAPPORT_MATEN
};

enum maat_soort {
    SOORT_AANTAL,    /* counted */
    SOORT_VERSCHIL,  /* `van` less `met` */
    SOORT_AANDEEL,   /* whole percents: `van` of `van` and `met` together */
    SOORT_PERCENTIEL /* per_mille of the days that were counted with `van`. Public only when the
                        public counts of `met` and `plus` (MAAT_PERIODE: none) say that at least 5
                        lie on either side */
};

enum {
    ALLEEN_EXACT = 1, /* never public: a part of another measure, or free text */
    NIET_GEPRINT = 2, /* only counted, for a percentile */
    EIGEN_RIJEN = 4,  /* a number for each word that occurs */
    MINSTENS_VIJF = 8 /* a row of its own is only printed when it is of at least 5 people */
};

struct maat {
    enum rapport_deel deel;
    const char *naam, *titel, *eenheid;
    const char *uitleg; /* what it counts, one plain Dutch sentence */
    unsigned vlaggen;
    enum maat_soort soort;
    enum maat_nummer van, met, plus;
    unsigned per_mille;
};
extern const struct maat rapport_maten[RAPPORT_MATEN];

/* What the numbers can be split by; its name is a word of --groepeer. */
enum rapport_groepering {
    GROEPEER_GEMEENTE,
    GROEPEER_WERKVELD,
    GROEPEER_KADER,
    GROEPEER_LEEFTIJDSKLASSE,
    GROEPEER_GESLACHT,
    GROEPEER_VIA,
    GROEPEER_BEGELEIDER, /* a worker's name: exact reports only */
    RAPPORT_GROEPERINGEN
};
extern const char *const rapport_groeperingen[RAPPORT_GROEPERINGEN];

/* What is asked of all dossiers. */
struct rapport_vraag {
    bool delen[RAPPORT_DELEN];
    struct periode periode;
    enum rapport_groepering groepeer[RAPPORT_GROEPERINGEN];
    size_t groepeer_count;
    int indeling; /* the year whose codes of gemeenten are used (gemeente.h); 0: as they are noted
                   */
    bool exact;   /* --verantwoording */
};

/* Chooses the reports of a verb: one, or all of them for `gemeente`. False: there is no such verb.
 */
bool rapport_kies(struct rapport_vraag *v, struct text verb);

/* Reads names of --groepeer, with commas between them. False: one of them is none, or there twice;
 * it becomes *bad. */
bool rapport_groepeer(struct rapport_vraag *v, struct text names, struct text *bad);

struct rapport;

/* `termijnen` stays the caller's. */
struct rapport *rapport_open(const struct schema *schema, const struct termijnen *termijnen,
                             const struct rapport_vraag *vraag);

/* Adds a dossier, folded with everything known that is of the period or before it. */
void rapport_tel(struct rapport *r, struct dossier *d);

/* Adds what another report of the same question counted; neither is `klaar` yet. */
void rapport_voeg(struct rapport *into, const struct rapport *from);

/* No more dossiers come: works out what is printed. */
void rapport_klaar(struct rapport *r);

uint64_t rapport_zonder_melding(const struct rapport *r); /* dossiers that are counted nowhere */
/* Some traject is of a gemeente that was divided over several, and counts in one of them. */
bool rapport_gesplitst(const struct rapport *r);

/* A line of the report. Texts live as long as it does. */
struct rapport_rij {
    const struct maat *maat;
    const char *groepering; /* "alles", or a word of --groepeer */
    struct text groep, rij;
    struct getal aantal, personen;
    bool zonder_personen; /* persons say nothing here: a percentile, a share */
};

/* The next line, by report, grouping, group, measure and row; start with *at zeroed, or at a
 * report. False: no more. */
struct rapport_plek {
    size_t deel, groepering, groep, maat, rij;
};
struct rapport_plek rapport_begin(enum rapport_deel deel);
bool rapport_volgende(const struct rapport *r, struct rapport_plek *at, struct rapport_rij *rij);

void rapport_free(struct rapport *r);

#endif
