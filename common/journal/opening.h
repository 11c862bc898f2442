/* The first records of a new dossier, together: Melding, Client and Werkafspraak, each checked as
 * record.h does. A record of which nothing was given is not made, but for the Melding. */
#ifndef GESPREK_JOURNAL_OPENING_H
#define GESPREK_JOURNAL_OPENING_H

#include "journal/record.h"

enum { OPENING_MELDING, OPENING_CLIENT, OPENING_WERKAFSPRAAK, OPENING_COUNT };

struct opening {
    const struct schema *schema;
    struct diag *diag;
    struct addition records[OPENING_COUNT];
    struct dossier none; /* the dossier before it: without a record; its arena is for the values */
};

/* `by` is who notes it, and must outlive the opening. */
void opening_start(struct opening *o, const struct schema *schema, struct now now, struct text by,
                   struct diag *diag);

/* Forgets what was given, for the next dossier. */
void opening_reset(struct opening *o);
void opening_free(struct opening *o);

/* Where the records come from, for messages: a file, and of a CSV the line and the row. */
void opening_from(struct opening *o, const char *file, uint32_t line, uint32_t row);

/* The day of all records. */
void opening_day(struct opening *o, date op);

/* Checks all of it against the schema and hands out keys. False: said in diag. */
bool opening_complete(struct opening *o);

/* The value that was given for a field, empty when none was. */
struct text opening_value(const struct opening *o, int which, const char *field);

/* 64 bits over every value that was given, in whatever order; not over day, name and moment of
 * noting. The same dossier read back gives the same (opening_print_of). */
uint64_t opening_print(const struct opening *o);
uint64_t opening_print_of(struct dossier *d);

/* Appends the dossier as it will stand in its file, and reads it again. False: said in diag. */
bool opening_write(const struct opening *o, struct text id, struct buffer *out);

#endif
