/* A report as an answer: rows for machines, a sheet for people. */
#ifndef GESPREK_DOMAIN_RAPPORT_BLAD_H
#define GESPREK_DOMAIN_RAPPORT_BLAD_H

#include "domain/rapport.h"

/* A row a number; `versie` is of the delivery, and a hidden number is `.`. */
enum { RAPPORT_KOLOMMEN = 12 };
extern const struct column rapport_kolommen[RAPPORT_KOLOMMEN];

/* The next rows, as many as fit in a piece; false: there were none left. */
bool rapport_rijen(const struct rapport *r, const struct rapport_vraag *v, struct text versie,
                   struct rapport_plek *at, struct document *document);

/* The same rows as XML has them: what its root says of all rows is not repeated, and a hidden
 * number is not there. */
enum { RAPPORT_XMLKOLOMMEN = 8 };
extern const struct column *const rapport_xmlkolommen;
void rapport_rijen_xml(struct document *rows);

/* The sheet of one report: for everything together and for each group a table, and what each number
 * counts; `drawn`: with bars, for a form that draws. Empty for a report that was not asked for. */
enum { RAPPORT_LEESKOLOMMEN = 4 };
extern const struct column rapport_leeskolommen[RAPPORT_LEESKOLOMMEN];
void rapport_blad(const struct rapport *r, const struct rapport_vraag *v, enum rapport_deel deel,
                  bool drawn, struct document *document);

#endif
