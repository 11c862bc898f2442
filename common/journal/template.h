/* Templates: a record with its questions as comments, to be filled in with an editor, and read
 * back. */
#ifndef GESPREK_JOURNAL_TEMPLATE_H
#define GESPREK_JOURNAL_TEMPLATE_H

#include "journal/record.h"

/* Appends the template of a type: each field with its question, its choices, and whether it is
 * needed or may be repeated. */
void template_write(const struct type *type, struct buffer *out);

/* Reads a filled-in template (`content`, called `name` in messages) of a->type into the addition:
 * an empty field is not given. Takes key and Op when they are filled in and the addition has none
 * yet (key empty, op DATE_NONE). False: said in diag (status 3): bad syntax, another type, more
 * than one record, nothing filled in. The content must outlive the addition and is given more room.
 */
bool template_read(struct addition *a, const struct schema *schema, struct buffer *content,
                   const char *name, struct arena *arena, struct diag *diag);

#endif
