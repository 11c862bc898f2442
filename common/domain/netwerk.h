/* The people and services around the client: each Relatie of a dossier in numbers, so that it can
 * be drawn, counted and compared. */
#ifndef GESPREK_DOMAIN_NETWERK_H
#define GESPREK_DOMAIN_NETWERK_H

#include "domain/blad.h"

/* In the order of the schema, which netwerk_read relies on; a test holds it so. */
enum groep {
    GROEP_PARTNER,
    GROEP_EX_PARTNER,
    GROEP_GEZIN,
    GROEP_FAMILIE,
    GROEP_VRIEND,
    GROEP_KENNIS,
    GROEP_BUUR,
    GROEP_COLLEGA,
    GROEP_SCHOOL,
    GROEP_LOTGENOOT,
    GROEP_VERENIGING,
    GROEP_VRIJWILLIGER,
    GROEP_PROFESSIONAL,
    GROEP_DIENST,
    GROEPEN
};
enum band { BAND_STERK, BAND_GEWOON, BAND_ZWAK, BAND_VERBROKEN, BAND_ONBEKEND, BANDEN };
enum spanning {
    SPANNING_GEEN,
    SPANNING_WISSELEND,
    SPANNING_GESPANNEN,
    SPANNING_ONVEILIG,
    SPANNINGEN
};
enum richting { RICHTING_NAAR_CLIENT, RICHTING_VAN_CLIENT, RICHTING_WEDERZIJDS, RICHTINGEN };
enum steun { STEUN_EMOTIONEEL, STEUN_PRAKTISCH, STEUN_GEZELSCHAP, STEUN_ADVIES, STEUNEN };

enum { FURTHEST = 3, NOT_NOTED = -1 };

/* What became of somebody between two days (netwerk_verschil.h). */
enum verandering { ZELFDE, NIEUW, WEG, ANDERS };

/* Of what was not noted, spanning and richting are NOT_NOTED and afstand is 0. */
struct relatie {
    struct text key;
    struct text who; /* what they are called here, on one line; never empty */
    int groep, band, spanning, richting;
    unsigned steun; /* a bit for each */
    int afstand;    /* 1, close by, to FURTHEST */
    bool mantelzorger, overleden;
    date last; /* the last day that anything was noted about them */
    enum verandering change;
    struct text was; /* what changed, in words; empty without a change */
};

/* By group in the order of the schema, then by distance, those not noted last, then as noted. */
struct netwerk {
    struct relatie *list;
    size_t count;
};

struct netwerk_wishes {
    bool names;      /* by name: else by initials, or by role (netwerk_naam.c) */
    bool no_tension; /* as if no Spanning had been noted: for a sheet that others may see */
};

/* All that count, in the dossier's arena. */
struct netwerk netwerk_read(const struct blad *b, struct dossier *d, struct netwerk_wishes w);

/* Sorts as struct netwerk says: for who puts two networks together. */
void netwerk_sort(struct dossier *d, struct netwerk *n);

/* Whether somebody is there for their work: a professional or a service. */
bool netwerk_is_formeel(const struct relatie *r);

/* Whether they give support of this kind now: not to the client only, not when the tie is broken or
 * they have died. */
bool netwerk_geeft(const struct relatie *r, enum steun steun);

/* Words for people: `vereniging of geloof`, `sterke band`, `soms spanning`. spanning NOT_NOTED and
 * SPANNING_GEEN give the empty text, as do richting NOT_NOTED and afstand 0. */
struct text netwerk_groep(int groep);
struct text netwerk_band(int band);
struct text netwerk_spanning(int spanning);
struct text netwerk_richting(int richting);
struct text netwerk_steun(int steun);
struct text netwerk_afstand(int afstand);
extern const char netwerk_letters[]; /* of each steun: `EPGA` */

/* Appends all that is known of somebody but their name: `gezin, sterke band, …`. */
void netwerk_in_words(struct buffer *b, const struct relatie *r);

/* netwerk_naam.c: appends a name as letters. Words that say what somebody is (moeder, buurman,
 * werkbegeleider) stay; beside one of those only words with a capital become a letter, and without
 * one every word does but van, de and the like: `Jan de Vries` is `J. de V.`, `oom Jan` is `oom
 * J.`.
 */
void netwerk_voorletters(struct buffer *b, struct text name);

#endif
