/* Which column of a CSV is which field of a Melding or Client. */
#ifndef GESPREK_JOURNAL_CSV_COLUMNS_H
#define GESPREK_JOURNAL_CSV_COLUMNS_H

#include "base/csv_read.h"
#include "journal/opening.h"

enum column_use { COLUMN_LEFT_OUT, COLUMN_DOSSIER, COLUMN_OP, COLUMN_FIELD };

struct csv_column {
    struct text name; /* as it stands in the CSV */
    enum column_use use;
    const struct field *field; /* COLUMN_FIELD */
    int which;                 /* OPENING_MELDING or OPENING_CLIENT */
};

struct csv_columns {
    struct csv_column *list;
    size_t count;
    bool has_dossier, has_op;
    struct arena arena;
};

/* Reads the head row. A column is called `Type.Veld`, or `Veld` when only one of the types has it,
 * capitals, blanks, hyphens and `_` alike; `Dossier` is the number and `Op` the day. `mapping`
 * (NULL: none), the content of the file `mapping_name`, goes before that: lines `kolom: Type.Veld`,
 * or `kolom:` for one to be left out. False: said in diag, all faults at once. The content is not
 * kept.
 */
bool csv_columns_read(struct csv_columns *c, const struct schema *schema,
                      const struct csv_row *head, const char *csv_name,
                      const struct buffer *mapping, const char *mapping_name, struct diag *diag);
void csv_columns_free(struct csv_columns *c);

#endif
