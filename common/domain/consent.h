/* The one question of everything that goes to others: may this value of this record go to this
 * organisation on this day, and on what ground?
 *
 * The ground is a Toestemming in force, or a Verstrekking of that very day on another ground, with
 * its reason and whether the client was told. Intern and afgeschermd never go, nor do types and
 * fields that the schema does not know; bijzonder goes only together with its Noodzaak.
 *
 * A consent names types, fields or parts of life (wonen). By a part of life go only records that
 * are about it wholly: the Domein, a Doel, a Recht, a Verwijzing for it, and the Stappen of those.
 * Not what was told in a conversation (Gesprek), an appointment or a meeting about it: who says yes
 * to `wonen` thinks of the house, and not of everything that was said the day the house came up. We
 * cannot ask the client what was meant when a program reads it, and what is out never comes back,
 * so that goes only when the type or the field is named (`Gesprek.Samenvatting`). A no to a part of
 * life is wide: it holds back those too. */
#ifndef GESPREK_DOMAIN_CONSENT_H
#define GESPREK_DOMAIN_CONSENT_H

#include "journal/fold.h"

/* ---- who may consent: a table in the configuration ---- */

enum consent_who { WHO_VERTEGENWOORDIGER, WHO_CLIENT, WHO_BEIDEN };

struct consent_rule {
    struct text kader; /* of the melding; `*`: all that have no rule of their own */
    unsigned from;     /* the age in years from which it holds, until the next of this kader */
    enum consent_who who;
};

/* Zero-initialise; consent_rules_read fills it in. */
struct consent_rules {
    struct consent_rule *list;
    size_t count, capacity;
    struct text lasts;  /* how long a consent without Tot holds: `1j` */
    struct buffer text; /* what the slices point into */
};

/* The defaults, and what the configuration says instead: Toestemming_wie (`jeugdwet 12 beiden`) and
 * Toestemming_duur (`6m`). False: said in diag. */
bool consent_rules_read(struct consent_rules *rules, struct diag *diag);
void consent_rules_free(struct consent_rules *rules);

/* The law that the default rests on, for a person who asks. */
extern const char consent_source[];

/* ---- the question ---- */

struct consent; /* what is allowed and refused, in the dossier's arena */

/* Reads a dossier that was folded without limits: a refusal counts whatever the day that is asked
 * for. `rules` must outlive it; `organisation` is as somebody typed it. */
struct consent *consent_read(const struct schema *schema, const struct consent_rules *rules,
                             struct dossier *d, struct text organisation, date day);

struct consent_answer {
    bool may;
    struct text ground; /* `toestemming`, or another Grondslag */
    struct text key;    /* of the Toestemming or the Verstrekking */
};

/* About field number `field` of a thing of that dossier, not one of schema_common: those go along
 * with the record. The thing may have been folded since with other limits. */
struct consent_answer consent_may(const struct consent *c, struct dossier *d, const struct thing *t,
                                  size_t field);

/* Whether a consent for this organisation is in force at all, and the key of the last one. Empty:
 * none. */
struct text consent_in_force(const struct consent *c);

/* Whether somebody said what must not be told in words of their own, which only a person can heed.
 */
bool consent_own_words(const struct consent *c);

/* ---- one consent ---- */

/* Whether a Toestemming is in force on that day: given by who may, not withdrawn, not over. */
enum consent_state {
    CONSENT_GELDT,
    CONSENT_GEWEIGERD,
    CONSENT_INGETROKKEN,
    CONSENT_VERLOPEN,
    CONSENT_LATER,       /* its day is still to come */
    CONSENT_NIET_BEVOEGD /* who gave it may not, or not alone */
};
enum consent_state consent_state_of(const struct schema *schema, const struct consent_rules *rules,
                                    struct dossier *d, const struct thing *toestemming, date day);

/* Its last day: Tot, or else the time of the rules after its own day; DATE_NONE: no end. */
date consent_until(const struct schema *schema, const struct consent_rules *rules,
                   struct dossier *d, const struct thing *toestemming);

/* Names of organisations are the same whatever their capitals and blanks. */
bool consent_same_name(struct text a, struct text b);

/* A word of Waarover or Niet: a type (`Doel`), a field (`Doel.Tekst`) or else a part of life or
 * words of their own. */
struct consent_word {
    const struct type *type;   /* NULL: no type */
    const struct field *field; /* with a type: NULL: all of it */
};
struct consent_word consent_word(struct text word);

#endif
