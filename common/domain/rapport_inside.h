/* What the files of the reports share: rapport.c (a dossier), rapport_groep.c (what it is split
 * by), the countings of each part, and rapport_uitkomst.c. Only those include this. */
#ifndef GESPREK_DOMAIN_RAPPORT_INSIDE_H
#define GESPREK_DOMAIN_RAPPORT_INSIDE_H

#include "domain/rapport.h"
#include "domain/termijn_inside.h"

/* Types and fields, looked up once. */
struct rapport_namen {
    const struct type *client, *gesprek, *afspraak, *domein, *recht, *doel, *relatie, *verwijzing,
        *afsluiting, *nazorg, *evaluatie, *signaal, *procedure;
    name_id gemeente, werkveld, kader, via, begeleider, geslacht, geboren, persoon, status, reden,
        fase, volgens, wens, kracht, belemmering, levensdomein, groep, band, overleden,
        mantelzorger, ondersteuning, naar, verwijsstap, wacht_sinds, soort, vorm, duur, wanneer,
        bij, uiterlijk, cijfer, aan;
};

/* One measure in one of its rows: for every group what was counted (a cell of geteld, counted from
 * 1; 0: nothing) and what is printed of it. Without numbers that is what was counted when the
 * report is exact, and nothing when it is for everybody: there are many rows, and few need them. */
struct reeks {
    uint32_t rij; /* word */
    uint32_t *cellen;
    struct getal *aantal, *personen; /* NULL: none */
};

struct rapport {
    const struct schema *schema;
    const struct termijnen *termijnen;
    struct rapport_vraag vraag;
    struct rapport_namen namen;
    struct telling telling;
    uint64_t zonder_melding;
    bool gesplitst;        /* rapport_gesplitst */
    uint64_t vingerafdruk; /* the sum of the hashes of all dossier numbers */
    /* after rapport_klaar */
    struct geteld geteld;
    struct arena arena;                            /* of what follows */
    size_t groep_aantal[RAPPORT_GROEPERINGEN + 1]; /* of each grouping; of everything: 1 */
    uint32_t *groepen;                             /* words, of all groupings one after another */
    size_t kolommen;                               /* how many those are together */
    struct reeks *reeksen[RAPPORT_MATEN];
    size_t reeks_count[RAPPORT_MATEN];
};

/* The records that are known, by thing and then in their order of place: made when the first is
 * asked for, as few things have more than one. */
struct op_ding {
    const struct record **list; /* NULL: not made yet */
    uint32_t *eind;             /* by number of the thing: where its records end */
};

/* A dossier that is being counted. */
struct telwerk {
    struct rapport *r;
    struct dossier *d;
    struct trajecten trajecten;
    uint32_t *groepen;             /* of traject i from i * groepeer_count on */
    uint32_t *traject;             /* of each thing: the number of its traject */
    const struct thing **geordend; /* the things that count, by type and then in their order */
    uint32_t *eind;                /* by the type's place in schema_types: where its things end */
    struct op_ding *op_ding;
};

/* ---- rapport.c ---- */

/* Adds n to a measure, in the groups of that traject and in a row of its own (empty: none). */
void telwerk_tel(const struct telwerk *w, enum maat_nummer maat, size_t traject, struct text rij,
                 uint64_t n);
void telwerk_dagen(const struct telwerk *w, enum maat_nummer maat, size_t traject, struct text rij,
                   int64_t days);

struct text telwerk_waarde(const struct telwerk *w, const struct thing *t, name_id name);
date telwerk_datum(const struct telwerk *w, const struct thing *t, name_id name);
bool telwerk_in_periode(const struct telwerk *w, date day);

/* Opened in the period; opened or amended in it; its status was set in it. */
bool telwerk_nieuw(const struct telwerk *w, const struct thing *t);
bool telwerk_bijgewerkt(const struct telwerk *w, const struct thing *t);
bool telwerk_status_gezet(const struct telwerk *w, const struct thing *t);

/* The last day on which its Status was said to be that (NULL: anything), whatever it became later;
 * DATE_NONE: never. */
date telwerk_status_dag(const struct telwerk *w, const struct thing *t, const char *status);

/* The things of a type that count (termijn_telt), in their order. */
struct dingen {
    const struct thing *const *list;
    size_t count;
};
struct dingen telwerk_van(const struct telwerk *w, const struct type *type);

/* The traject of a thing; its number. */
size_t telwerk_traject(const struct telwerk *w, const struct thing *t);

/* Two words, with a blank between; in the dossier's arena. */
struct text telwerk_samen(const struct telwerk *w, struct text a, struct text b);

/* The value, or `onbekend`. */
struct text telwerk_woord(const struct telwerk *w, const struct thing *t, name_id name);

/* ---- rapport_groep.c ---- */

void rapport_namen_read(struct rapport_namen *n, const struct schema *schema);
/* The groups of each traject, in the dossier's arena; of everything that is asked for. */
uint32_t *rapport_groepen(const struct telwerk *w);

/* ---- the parts ---- */

void tel_instroom(const struct telwerk *w);
void tel_fasen(const struct telwerk *w);
void tel_doelen(const struct telwerk *w);
void tel_domeinen(const struct telwerk *w);
void tel_netwerk(const struct telwerk *w);
void tel_verwijzingen(const struct telwerk *w);
void tel_doorlooptijd(const struct telwerk *w);
void tel_contact(const struct telwerk *w);
void tel_nazorg(const struct telwerk *w);
void tel_tevredenheid(const struct telwerk *w);
void tel_signalen(const struct telwerk *w);

#endif
