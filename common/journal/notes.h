/* What a command notes in one go: additions, several when one thing leads to another. Nothing is
 * written here (edit.h does that). */
#ifndef GESPREK_JOURNAL_NOTES_H
#define GESPREK_JOURNAL_NOTES_H

#include "journal/record.h"

/* Zero-initialise, with `all`: what each of the additions has. What is noted lives in the arena. */
struct notes {
    const struct schema *schema;
    struct addition all; /* op, by and now */
    struct addition *list;
    size_t count, capacity;
    struct arena arena;
};

/* The next addition, until the one after it: a new record of the type, or an amendment of what is
 * there. Then its fields, whose names are of the schema; the value is copied. */
struct addition *notes_new(struct notes *n, const char *type);
struct addition *notes_amend(struct notes *n, const struct thing *t);
void notes_give(struct notes *n, struct addition *a, const char *field, struct text value);
void notes_give_field(struct notes *n, struct addition *a, const struct field *field,
                      struct text value);
void notes_free(struct notes *n);

#endif
