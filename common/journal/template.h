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

/* Where a record of the template goes: NULL when this type does not belong there. */
typedef struct addition *template_next(void *data, const struct type *type);

/* The same for a template with several records, each into the addition that `next` gives for its
 * type. A record of which nothing is filled in is passed over, but not all may be. */
bool template_read_all(template_next *next, void *data, const struct schema *schema,
                       struct buffer *content, const char *name, struct arena *arena,
                       struct diag *diag);

#endif
