/* Who has a dossier already, or came by earlier in the same file: the same Persoon, or the same
 * name and day of birth; of whom neither is known, a dossier that says exactly the same.
 *
 * 16 bytes for each thing to know somebody by, in tables at least 70 per cent full: measured, 26
 * bytes a thing, so 26 to 80 a row. Of a dossier that exists its number comes on top. Nothing of
 * the person itself is kept but 64 bits of hash. */
#ifndef GESPREK_JOURNAL_DOUBLES_H
#define GESPREK_JOURNAL_DOUBLES_H

#include "journal/opening.h"

struct doubles;

/* One row or dossier. */
struct double_who {
    struct text person;             /* Persoon */
    struct text name, family, born; /* Naam, Achternaam, Geboren */
    uint64_t print;                 /* of all that was given (opening.h); not 0 */
};

struct double_hit {
    const char *dossier; /* NULL: a row of the same file */
    uint32_t row;
};

struct doubles *doubles_open(void);
void doubles_close(struct doubles *d);

/* Notes who it is. Row 0 is a dossier that exists, with its number. */
void doubles_add(struct doubles *d, const struct double_who *who, uint32_t row, struct text id);

/* True when it is somebody of a dossier that exists or of a row before `row`. */
bool doubles_find(const struct doubles *d, const struct double_who *who, uint32_t row,
                  struct double_hit *hit);

/* The same for numbers of dossiers. */
void doubles_add_number(struct doubles *d, struct text id, uint32_t row);
bool doubles_find_number(const struct doubles *d, struct text id, uint32_t row,
                         struct double_hit *hit);

#endif
