/* The terms of a dossier by the Kader of its meldingen: which runs until when, which was met, which
 * is over, and by what rule. And how long a dossier is kept, and when a consent is due for review.
 *
 * A term is counted from the day of what begins it, which does not count itself: six weeks after
 * Monday end on a Monday. Only days count, no hours: summer time changes nothing. What happened
 * comes from the records Procedure (SCHEMA), in order of Op, then place; a Procedure belongs to the
 * melding of its Bij, or without one to the last melding that was open on its day. */
#ifndef GESPREK_DOMAIN_TERMIJN_H
#define GESPREK_DOMAIN_TERMIJN_H

#include "base/feestdag.h"
#include "journal/fold.h"

/* ---- the rules: defaults in code, changeable in the configuration ---- */

/* What a term is about; its name in the configuration and in an answer. */
enum termijn_soort { TERMIJN_PLAN, TERMIJN_ONDERZOEK, TERMIJN_BESCHIKKING, TERMIJN_SOORTEN };
extern const char *const termijn_namen[TERMIJN_SOORTEN]; /* persoonlijk-plan, onderzoek, … */

struct termijn_regel {
    struct text kader; /* of the melding; `*`: all that have no rule of their own */
    enum termijn_soort soort;
    struct text duur; /* `6w`; empty: this kader has no such term */
    bool verschuift;  /* an end on a Saturday, a Sunday or a holiday moves on to the next working
                         day: for a Dutch gemeente by the Algemene termijnenwet, with its
                         articles 2 and 4 */
    struct text bron; /* the law, or that it stands in the configuration */
};

/* From when the time of keeping is counted. */
enum bewaar_vanaf {
    BEWAAR_RECORD,     /* each record from its own day */
    BEWAAR_AFSLUITING, /* the whole from the closing of the last melding */
    BEWAAR_GEBOORTE    /* until an age of the client */
};

struct bewaar_regel {
    struct text kader;
    struct text duur; /* `15j` */
    enum bewaar_vanaf vanaf;
    struct text zonder; /* when no provision came of it, from the closing; empty: the same */
    struct text bron, bron_zonder;
};

enum { TERMIJN_LEEFTIJDEN = 8 };

/* Zero-initialise; termijnen_read fills it in. */
struct termijnen {
    const struct schema *schema; /* not owned */
    const struct type *melding, *client, *procedure, *afsluiting, *toewijzing, *toestemming;
    name_id kader, gemeente, soort, bij, uitkomst, tot, overleden, geboren, aan, ingetrokken,
        geboekt;
    struct termijn_regel *regels; /* of the configuration: they come before the defaults */
    size_t regel_count, regel_capacity;
    struct bewaar_regel *bewaren;
    size_t bewaar_count, bewaar_capacity;
    struct vrije_dag *vrij;
    size_t vrij_count, vrij_capacity;
    unsigned leeftijden[TERMIJN_LEEFTIJDEN]; /* rising */
    size_t leeftijd_count;
    bool zonder_uitleg; /* the terms say nothing of themselves: for who only counts them; set it
                           after termijnen_read */
    struct buffer text; /* what the slices point into */
};

/* The defaults, and what the configuration says instead: Termijn, Bewaren, Feestdag and
 * Toestemming_nakijken (see gesprek-nazorg(1)). False: said in diag. */
bool termijnen_read(struct termijnen *t, const struct schema *schema, struct diag *diag);
void termijnen_free(struct termijnen *t);

/* The rule for a kader; NULL: no such term. */
const struct termijn_regel *termijn_regel(const struct termijnen *t, struct text kader,
                                          enum termijn_soort soort);
const struct bewaar_regel *bewaar_regel(const struct termijnen *t, struct text kader);

/* The days of the country of a gemeente, with those of the configuration. */
struct kalender termijnen_kalender(const struct termijnen *t, struct text gemeente);

/* ---- the terms of a dossier ---- */

enum termijn_stand {
    TERMIJN_LOOPT,      /* open; its end is today or later */
    TERMIJN_STIL,       /* suspended, nobody knows until when: there is no end */
    TERMIJN_VERSTREKEN, /* open, and its end is past: over */
    TERMIJN_GEHAALD,    /* met, on time */
    TERMIJN_TE_LAAT,    /* met, after its end */
    TERMIJN_VOORBIJ,    /* was for the client to use, and need not be used: nothing is due */
    TERMIJN_VERVALLEN   /* withdrawn, closed or the client died before it was met */
};
/* The word of the answer: `loopt`, `stil`, … */
extern const char *const termijn_standen[];

struct termijn {
    const struct termijn_regel *regel;
    const struct thing *melding;
    const struct thing *door; /* what began it: the melding, or the aanvraag */
    bool van_client;          /* the client may, nobody must: the personal plan */
    date begin;
    date einde; /* the last day; DATE_NONE: it stands still */
    date klaar; /* when it was met or lapsed; DATE_NONE: open */
    int over;   /* TERMIJN_STIL: days that are left once it goes on */
    date stil;  /* TERMIJN_STIL: when the opschorting was last noted, or noted again */
    enum termijn_stand stand;
    struct text uitleg; /* the rule, its source and what moved it, in plain Dutch */
};

/* Fills in *list, in the dossier's arena: by melding, then in the order of enum termijn_soort; an
 * aanvraag each has a term of its own. Returns how many. Whether one is over goes by `today`; every
 * record that is known counts. */
size_t termijnen_van(const struct termijnen *t, struct dossier *d, date today,
                     struct termijn **list);

/* ---- keeping ---- */

struct bewaren {
    const struct bewaar_regel *regel; /* NULL: no rule for the kaders of this dossier */
    date eerste;  /* the last day on which its oldest record is kept; DATE_NONE: not known yet */
    date laatste; /* the last day on which any of it is kept; DATE_NONE: not known yet */
    struct text uitleg;
};

/* Of meldingen of several kaders the rule that keeps longest is the one. */
struct bewaren bewaren_van(const struct termijnen *t, struct dossier *d);

/* ---- consent that is due for review ---- */

/* The first day, after the consent was last said or changed, on which the client reached an age at
 * which others may have to consent (12, 16, 18 unless the configuration says so). DATE_NONE: none,
 * no birthday known, or it is no yes in force. *age becomes the age. A day that is past and that no
 * later change of the consent answers is due still. */
date toestemming_nakijken(const struct termijnen *t, struct dossier *d,
                          const struct thing *toestemming, unsigned *age);

#endif
