/* The schema in words: for people, and for recutils. */
#ifndef GESPREK_JOURNAL_SCHEMA_PRINT_H
#define GESPREK_JOURNAL_SCHEMA_PRINT_H

#include "journal/schema.h"

/* What kind of value a field takes, in a few Dutch words ("dag", "keuze", "getal 0-10"), appended.
 */
void schema_print_kind(const struct field *f, struct buffer *out);

/* Who may see the field, as a letter: o, i, b or s. */
char schema_visibility(const struct type *type, const struct field *f);

/* All types, fields and choices, appended as text. */
void schema_print(struct buffer *out);

/* Descriptors for recutils, for the folded records of one type (gesprek-stavaza --formaat=rec):
 * with them recfix can check, and recsel -t select. Not for journals, in which one key has many
 * records. */
void schema_print_descriptors(const struct type *type, struct buffer *out);

#endif
