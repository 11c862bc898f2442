/* Everything that gesprek-kaart writes, and the files it reads a kaart from. */
#ifndef GESPREK_DOMAIN_KAART_NOTEER_H
#define GESPREK_DOMAIN_KAART_NOTEER_H

#include "domain/kaart.h"
#include "journal/session.h"

/* Reads the kaart that the operands from number `first` on name, else $GESPREK_KAART, else standard
 * input; with `path` that file or directory. When nothing else is wrong and there is nothing on it:
 * said (geen-kaart, status 1). False then. */
bool kaart_open(struct kaart *k, struct session *s, size_t first, const char *path);

/* What the options of a writing verb ask for. */
struct kaart_wens {
    const char *key;         /* --sleutel; NULL: not given */
    const char *filled_in;   /* --ingevuld */
    const char *directory;   /* --map */
    struct argument *fields; /* field options, as they were given */
    size_t count, capacity;
};

/* The verb that makes a record of the type, the verb wijzig, and import. What they write goes to
 * standard output or in place; faults are said. */
void kaart_noteer_nieuw(struct session *s, const struct kaart_wens *w);
void kaart_noteer_wijzig(struct session *s, const struct kaart_wens *w);
void kaart_noteer_import(struct session *s, const struct kaart_wens *w);

#endif
