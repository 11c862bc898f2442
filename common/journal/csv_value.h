/* What other programs put in the cells of an export, and what a dossier writes for it. */
#ifndef GESPREK_JOURNAL_CSV_VALUE_H
#define GESPREK_JOURNAL_CSV_VALUE_H

#include "base/date.h"
#include "journal/schema.h"

/* In small letters, blanks and `_` as hyphens: `Bekend bij`, `bekend_bij` and `Bekend-Bij` are all
 * `bekend-bij`. In the arena. */
struct text csv_plain(struct arena *arena, struct text word);

struct csv_day {
    date day;
    int minutes; /* since midnight, of a moment; 0 for a day */
    bool doubt;  /* with the month first it would be another day */
};

/* Reads a cell without blanks around it: a day or a moment, as date_parse_local and
 * date_parse_local_moment do. False when it is neither. */
bool csv_day(struct text cell, struct csv_day *d);

/* For a field of choices or of ja and nee the word of the schema that the cell stands for:
 * `Veilig Thuis` is `veilig-thuis`, `TRUE` is `ja`. Otherwise the cell as it is. In the arena. */
struct text csv_word(const struct field *field, struct text cell, struct arena *arena);

#endif
