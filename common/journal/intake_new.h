/* A new dossier from one melding: from options, from a template, or from questions at the terminal
 * (gesprek-intake(1)). */
#ifndef GESPREK_JOURNAL_INTAKE_NEW_H
#define GESPREK_JOURNAL_INTAKE_NEW_H

#include "journal/session.h"

struct intake_new_wishes {
    const char *filled_in;   /* --ingevuld; NULL: none */
    struct argument *fields; /* field options, as they were given */
    size_t count, capacity;
};

/* Makes it: with -i in the directory, and prints its number; else prints the dossier. Without
 * fields and template it asks. What is wrong is said in diag, and then nothing was made. */
void intake_new(struct session *s, const struct intake_new_wishes *wishes);

/* Prints the template. */
void intake_new_template(struct session *s);

#endif
