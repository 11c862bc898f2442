/* For the files that look for a measure in a goal (M): numbers, the kind of thing that is done, and
 * facts. Nothing is allocated; a part (deel) is one of the text that stands beside it. */
#ifndef GESPREK_DOMAIN_SMART_MAAT_H
#define GESPREK_DOMAIN_SMART_MAAT_H

#include "domain/smart_taal.h"

/* Not in words that say why, or how it was. */
static inline bool woord_telt(const struct woord *w)
{
    return !w->reden;
}

/* ---- smart_getal.c: the word there is ... ---- */

bool getal_telt(const struct taal *t, size_t i);     /* a number that measures */
bool getal_eens(const struct taal *t, size_t i);     /* one time */
bool getal_hoe_vaak(const struct taal *t, size_t i); /* elke ochtend */
bool getal_tijd(const struct taal *t, size_t i);     /* op maandag; also named in passing */
bool getal_moment(const struct taal *t, size_t i);   /* tegen kerst, de eerste van de maand */

/* ---- smart_klasse.c ---- */

/* In the order of how much there is to see. */
enum klasse {
    TOESTAND, /* is or feels something, or works at it: nothing to see */
    HERHAALD, /* sports, cooks, talks: asks how often */
    DAAD      /* it is done or it is not */
};
/* Of a verb by its lists; of what the part says is done, the highest (its verb must be there). */
enum klasse klasse_van(lijsten verb);
enum klasse deel_klasse(const struct taal *t, const struct deel *d);

/* The lists of all verbs, of all words of the main clause, and of the verb at its place. */
lijsten deel_werkwoorden(const struct taal *t, const struct deel *d);
lijsten deel_woorden(const struct taal *t, const struct deel *d);
lijsten deel_hoofdwerkwoord(const struct taal *t, const struct deel *d);

/* Holds the word; its verb is one of the words (blanks between); one of the words (NULL behind the
 * last) stands right behind `first`. */
bool deel_heeft(const struct taal *t, const struct deel *d, const char *text);
bool deel_doet(const struct taal *t, const struct deel *d, const char *words);
bool deel_achter(const struct taal *t, const struct deel *d, const char *first,
                 const char *const *words);

/* A verb such as `ga`, `kan`, `wil`: another one says what is done. */
bool woord_helpt(const struct woord *verb);
/* An unknown word that may be a whole form. */
bool deel_lijkt_werkwoord(const struct taal *t, const struct deel *d, size_t i);
/* How many things it names that could be seen. */
size_t deel_dingen(const struct taal *t, const struct deel *d);
/* Words for what nobody can point at: feelings, qualities, contact, structure. */
bool lijsten_ijl(lijsten words);
/* It goes somewhere one goes again and again. */
bool deel_gewoonte(const struct taal *t, const struct deel *d, lijsten words);
/* Words that are something else to everybody; never reached, and never not. */
bool deel_vaag(const struct taal *t, const struct deel *d);
bool deel_zonder_eind(const struct taal *t, const struct deel *d);

/* ---- smart_feit.c ---- */

/* What the part says can be seen to be so, or not. */
bool deel_feit(const struct taal *t, const struct deel *d);

#endif
