/* Conditions on whole dossiers: `Kader=wmo en niet Fase=nazorg` (gesprek-kies(1)). */
#ifndef GESPREK_DOMAIN_WAAR_H
#define GESPREK_DOMAIN_WAAR_H

#include "domain/stand.h"

/* expression := term {"of" term}; term := factor {"en" factor}; factor := "niet" factor | "("
 * expression ")" | name relation value. A value with blanks, or one that begins with a sign, stands
 * between ' or ". Relations: = != (or ≠) < > <= >= ~. A name is `Veld` (any type), `Type.Veld`, or
 * one of the dossier itself: Dossier, Fase (the current phase), Begin, Laatste_contact, Afgesloten
 * (ja, nee).
 *
 * Days, times and numbers are compared as such, everything else by bytes; a day may be said from
 * today; ~ is "contains", without regard to capitals A-Z. A value that no field of that name can
 * have (no such choice, day or number) is wrong usage, not an empty answer. A condition holds when
 * one of the values fits; != when none does (so that it is the opposite of =). Withdrawn records do
 * not count. */
struct waar;

/* NULL when the expression is wrong: *at is then the character where, from 1, and `why` gets the
 * reason in Dutch. The expression must live as long as the result. */
struct waar *waar_parse(const char *expression, const struct schema *schema, date today, size_t *at,
                        struct buffer *why);
bool waar_holds(const struct waar *w, struct dossier *d, const struct stand_names *names,
                date today);

/* For a question about a record and its dossier. waar_over: from now on the tests that name a field
 * that the type has, and no other type, are about one record of it; then waar_holds_record asks it
 * of that one, which need not be among the dossier's things. */
void waar_over(struct waar *w, const struct schema *schema, const struct type *type);
bool waar_holds_record(const struct waar *w, struct dossier *d, const struct stand_names *names,
                       date today, const struct thing *record);
void waar_free(struct waar *w);

#endif
