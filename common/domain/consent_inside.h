/* What consent.c (what was said), consent_wie.c (who may say it) and consent_may.c (what it covers)
 * share. Only those include this. */
#ifndef GESPREK_DOMAIN_CONSENT_INSIDE_H
#define GESPREK_DOMAIN_CONSENT_INSIDE_H

#include "domain/consent.h"

/* Who decides about the client of a dossier, on a day. */
struct people {
    const struct schema *schema;
    const struct consent_rules *rules;
    struct dossier *d;
    date day;
};

/* Whether those who gave the Toestemming may, together: by their role on its own day, and by the
 * age of the client on the day of the people. */
bool people_may_give(const struct people *p, const struct thing *toestemming);

enum word {
    WORD_YES,
    WORD_NO,
    WORD_OVER, /* a yes whose time is over: no, to what it names */
    WORD_MUTE  /* a yes of who may not give it, or to a part of the organisation: only its Niet */
};

/* Somebody said something about some things, on a day. */
struct said {
    const struct thing *by; /* the Toestemming, or the Verstrekking on another ground */
    date day;
    const struct record *record; /* of two on a day the one further on came later */
    enum word word;
};

struct consent {
    const struct schema *schema;
    date day;
    struct said *said;
    size_t count;
    struct text in_force; /* key; empty: none */
    bool own_words;
    name_id waarover, niet, wat;
};

/* The first value of a field of the schema, empty when there is none. */
struct text consent_value(const struct schema *schema, struct dossier *d, const struct thing *t,
                          const char *name);

/* Whether the words stand in the text, without regard to capitals A-Z. */
bool consent_contains(struct text t, struct text words);

#endif
