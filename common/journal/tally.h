/* What a whole text holds, record by record, so that two texts can be compared: what a person did
 * with an editor. */
#ifndef GESPREK_JOURNAL_TALLY_H
#define GESPREK_JOURNAL_TALLY_H

#include "journal/reader.h"

/* Each text is in the arena. */
struct tally_record {
    struct text dossier, type, key;
    struct text fields; /* names and values, decoded: two records that say the same are the same */
    struct place place;
    bool paired;
};

struct tally {
    struct tally_record *records;
    size_t count, capacity;
    bool sound;  /* read without an error */
    bool closed; /* an empty line ends the last record */
    struct arena arena;
};

/* Reads all of *content (given more room), called `name` in messages; errors are said in diag. With
 * errors the records are those that could be read. Zero-initialise the tally. */
void tally_take(struct tally *t, const struct schema *schema, struct buffer *content,
                const char *name, struct diag *diag);
void tally_free(struct tally *t);

bool tally_has(const struct tally *t, struct text dossier);

/* The dossiers of `after` must be those of `before`: none comes in, and none goes that could be
 * read. A text with errors may lose one, for its number may have been the error; one without any
 * dossier may get one. False: said in diag (status 3), for a text called `name`. */
bool tally_same_dossiers(const struct tally *before, const struct tally *after, const char *name,
                         struct diag *diag);

/* What became of the records. A record with other fields but the same dossier, type and key is
 * changed. Where they stand in the text makes no difference. */
struct difference {
    size_t added, changed, gone;
};
struct difference tally_difference(struct tally *before, struct tally *after);

#endif
