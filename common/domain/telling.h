/* Counting for reports: sums, never rows (DESIGN §6). A cell is a number for one measure, in one
 * group of one grouping, in one row of the measure's own: `uit`, in gemeente 0356; `days`, in phase
 * onthaal, of everything together. Sums merge. */
#ifndef GESPREK_DOMAIN_TELLING_H
#define GESPREK_DOMAIN_TELLING_H

#include "base/lookup.h"
#include "domain/personen.h"

enum { GROEPERINGEN_MOST = 8, TELLING_RECENT = 128 };

/* Number 0 of all words: no row of its own, and the one group of everything. */
enum { GEEN_WOORD = 0 };

struct cel {
    uint32_t maat;
    uint32_t groepering; /* 0: everything; from 1 on as they were asked for */
    uint32_t groep, rij; /* words */
    uint64_t aantal;
    uint64_t personen; /* in how many people's dossiers: each once */
    uint64_t dossier;  /* the last one that counted here */
};

/* How often a number of days was counted in a cell. */
struct dag {
    uint32_t cel, days;
    uint32_t times;
};

/* Zero-initialise; groepering_count is set by the user, without the 0th. */
struct telling {
    size_t groepering_count;
    uint64_t dossiers; /* read and counted */
    struct cel *cellen;
    size_t count, capacity;
    struct lookup places; /* of a cell in the list, counted from 1 */
    struct lookup days;   /* of a cell and a number of days: how often */
    struct lookup word_numbers;
    uint32_t recent[TELLING_RECENT]; /* words by where they stood: mostly a choice of the schema */
    struct text *words;
    size_t word_count, word_capacity;
    struct arena arena; /* the words */
    struct personen personen;
    uint32_t *touched; /* cells of this dossier */
    size_t touched_count, touched_capacity;
};

/* The number of a word; a copy is kept. The empty word is GEEN_WOORD. */
uint32_t telling_woord(struct telling *t, struct text word);

/* Begins the next dossier; telling_einde ends it. `persoon` is the person's own number, empty:
 * unknown, then the dossier is a person by itself. */
void telling_dossier(struct telling *t);
void telling_einde(struct telling *t, struct text persoon);

/* Adds n to a measure, for everything and for the group of each grouping (`groepen`, as many as
 * there are groupings). `rij`: the row of its own. With n of 0 a cell comes to be there, no more.
 */
void telling_tel(struct telling *t, uint32_t maat, const uint32_t *groepen, uint32_t rij,
                 uint64_t n);

/* Adds one of so many days (0 to 2^24 - 1; fewer count as 0, more as the most). */
void telling_dagen(struct telling *t, uint32_t maat, const uint32_t *groepen, uint32_t rij,
                   int64_t days);

/* For whoever reads sums back: the cell of these numbers, made when it is not there (valid until
 * the next one is made), and so many times of so many days in it. Its aantal and personen are the
 * caller's to set. */
struct cel *telling_cel(struct telling *t, uint32_t maat, uint32_t groepering, uint32_t groep,
                        uint32_t rij);
void telling_dag(struct telling *t, const struct cel *cel, uint32_t days, uint32_t times);

/* Goes through all days that were counted: start with *at = 0. False: no more. */
bool telling_volgende_dag(const struct telling *t, size_t *at, struct dag *dag);

/* Adds all that `from` counted to `into`, with the same groupings: as if one had counted it all. A
 * person who is in both is one in each cell. */
void telling_voeg(struct telling *into, const struct telling *from);

/* Sorts the cells by grouping, group, measure, row (words in byte order), and the days. After it
 * nothing can be counted; before it the next three know nothing. */
struct geteld {
    struct cel *cellen; /* those of the telling, sorted */
    size_t count;
    struct dag *dagen; /* sorted by cell, then days */
    size_t dag_count;
};
void telling_sorteer(struct telling *t, struct geteld *into);
void geteld_free(struct geteld *g);

/* The least number of days that at least `per_mille` of a thousand times are within: 500 is the
 * median, 900 the p90. Exact, of all that were counted (nearest rank). -1: nothing was. */
int64_t geteld_dagen(const struct geteld *g, const struct cel *cel, unsigned per_mille);

void telling_free(struct telling *t);

#endif
