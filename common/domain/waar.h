/* Conditions on whole dossiers: `Kader=wmo en niet Fase=nazorg` (gesprek-kies(1)). */
#ifndef GESPREK_DOMAIN_WAAR_H
#define GESPREK_DOMAIN_WAAR_H

#include "domain/stand.h"

/* expression := term {"of" term}; term := factor {"en" factor}; factor := "niet" factor | "("
 * expression ")" | name operator value. A value with blanks stands between ' or ". Operators: = !=
 * (or ≠) < > <= >= ~. < and > compare dates and numbers as such, other values by bytes; ~ is
 * "contains", without regard to capitals A-Z. A name is `Veld` (any type), `Type.Veld`, or one of
 * the dossier itself: Dossier, Fase (the current phase), Begin, Laatste_contact, Afgesloten (ja,
 * nee). A condition holds when one of the values fits; != when none does (so that it is the
 * opposite of =). Withdrawn records do not count. */
struct waar;

/* NULL when the expression is wrong: *at is then the byte where, *why the reason in Dutch. */
struct waar *waar_parse(const char *expression, const struct schema *schema, size_t *at,
                        const char **why);
bool waar_holds(const struct waar *w, struct dossier *d, const struct stand_names *names,
                date today);
void waar_free(struct waar *w);

#endif
