/* Records outside a dossier: the configuration, the sociale kaart. The same syntax and the same
 * checks of form and values, without Dossier and Op; each record stands by itself, so nothing is
 * folded. Records of a dossier and recutils' own are passed over. */
#ifndef GESPREK_JOURNAL_LOOSE_H
#define GESPREK_JOURNAL_LOOSE_H

#include "journal/inspect.h"

/* Zero-initialise. A record's fields stay in scan.fields, by its `first` and `count`; they and all
 * text point into the content, until loose_close. */
struct loose {
    struct buffer content;
    struct rec_scanner scan;
    struct inspection in;
    bool failed; /* an error was said: that record was passed over */
    bool closed; /* nothing has to come before a record that is put behind the content */
};

/* Reads all of fd, at most `limit` bytes. `name` (for messages) and fd are not owned. False, with
 * errno: it cannot be read. */
bool loose_read(struct loose *l, int fd, size_t limit);

/* Begins at the start of the content, however it came there. */
void loose_start(struct loose *l, const struct schema *schema, const char *name, struct diag *diag);

/* The next record without a fault; faults are said. False at the end. */
bool loose_next(struct loose *l, struct record *record);
void loose_close(struct loose *l);

/* Puts a record behind the content, with an empty line between. `closed`: one stands there already.
 */
void loose_append(struct buffer *content, bool closed, struct text record);

#endif
