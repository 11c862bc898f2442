/* What termijn.c (what happened in which traject), termijn_loop.c (one term, from its begin to its
 * end) and termijn_bewaren.c share. Only those include this. */
#ifndef GESPREK_DOMAIN_TERMIJN_INSIDE_H
#define GESPREK_DOMAIN_TERMIJN_INSIDE_H

#include "domain/termijn.h"

/* ---- termijn.c ---- */

/* What a melding begins and the Afsluiting that refers to it ends. */
struct traject {
    const struct thing *melding;
    const struct thing *afsluiting; /* NULL: open */
    date gesloten;                  /* its day; DATE_NONE: open */
    struct text kader;
    struct kalender kalender;
};

struct trajecten {
    struct traject *list; /* in order of opening */
    size_t count;
    const struct traject **van; /* by number of the thing: of a Procedure that counts; NULL: none */
};
struct trajecten trajecten_van(const struct termijnen *t, struct dossier *d);

/* termijnen_van, for who has the trajecten of the dossier already. */
size_t termijnen_in(const struct termijnen *t, struct dossier *d, const struct trajecten *all,
                    date today, struct termijn **list);

/* A thing of that type that is known and not withdrawn. */
static inline bool termijn_telt(const struct thing *thing, const struct type *type)
{
    return thing->type == type && thing->opening && !thing->withdrawn;
}

/* A day of the client, such as Geboren or Overleden; DATE_NONE: not noted. */
date termijn_client_dag(const struct termijnen *t, struct dossier *d, name_id name);

/* ---- termijn_loop.c ---- */

/* A term that is being followed through what happened. */
struct loop {
    const struct termijnen *t;
    struct dossier *d;
    const struct traject *traject;
    struct termijn termijn;
    date einde;      /* as it was counted, before the Algemene termijnenwet */
    bool genoemd;    /* somebody named that day: it stays as it is */
    date stil_vanaf; /* the first day that did not count; DATE_NONE: it runs */
    date stil_tot;   /* the last such day, if that was said; DATE_NONE: it was not */
    date gezegd;     /* when that was last noted */
    struct buffer uitleg;
};

/* False: there is no such term, or it ends beyond the calendar. */
bool loop_begin(struct loop *l, const struct termijnen *t, struct dossier *d,
                const struct traject *traject, const struct termijn_regel *regel,
                const struct thing *door);

/* A later last day was named in a Procedure (its Tot): uitstel-in-overleg, verlenging. */
void loop_noem(struct loop *l, const struct thing *procedure);

/* opschorting, hervatting (Awb, article 4:15): the days from the day after the one until the day
 * before the other do not count; a Tot of the opschorting is the last that does not. */
void loop_stop(struct loop *l, const struct thing *procedure);
void loop_hervat(struct loop *l, date day);

/* It was met that day, or lapsed, with why. */
void loop_klaar(struct loop *l, date day);
void loop_verval(struct loop *l, date day, const char *waarom);

/* The outcome on a day. Frees what the loop holds; the text is in the dossier's arena. */
struct termijn loop_einde(struct loop *l, date today);

#endif
