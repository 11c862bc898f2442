/* What the parts of intake_csv share: intake_csv.c (the two rounds), intake_row.c (from cells to
 * records), intake_known.c (who has a dossier, which numbers are taken); and of those last two what
 * intake_new.c needs. Only those include this. */
#ifndef GESPREK_JOURNAL_INTAKE_INSIDE_H
#define GESPREK_JOURNAL_INTAKE_INSIDE_H

#include "journal/csv_columns.h"
#include "journal/doubles.h"
#include "journal/intake_csv.h"
#include "journal/store_new.h"

#include <sys/stat.h>

enum { ID_SIZE = 65 };

/* A row that becomes a dossier. */
struct made {
    uint32_t row;
    char id[ID_SIZE];
};

struct intake {
    struct session *session;
    struct diag *diag;
    const struct intake_csv_wishes *wishes;
    int fd;
    const char *name;   /* of the CSV, for messages */
    struct stat before; /* the CSV, when it was first read */
    struct buffer mapping, by, content;
    struct csv_columns columns;
    struct opening opening;
    struct doubles *doubles;
    struct store_batch *store; /* NULL: a trial */
    uint32_t next, first_free; /* number to hand out, as it was before the first row */
    bool order_said;           /* in which order day and month were read */
    bool second;               /* the round in which dossiers are made */
    uint32_t to_make;          /* counted in the first round */
    uint32_t count;            /* made */
    uint32_t last_row;         /* of what was made; 0: nothing */
    struct made batch[STORE_BATCH];
    size_t waiting; /* in the batch */
};

/* ---- intake_row.c ---- */

/* Says it with the row, `rij 3…`, at the cell or (NULL) the line where the row begins. Always
 * false.
 */
bool intake_row_fault(struct intake *in, const struct csv_row *row, const struct csv_cell *cell,
                      const char *code, const char *message);

/* From cells to in->opening, complete; the number and the day that the row gives. False: said. */
bool intake_take_row(struct intake *in, const struct csv_row *row, struct text *id, date *op);

/* ---- intake_known.c ---- */

/* Notes every dossier of the directory. False: said, one of them cannot be read. */
bool intake_read_directory(struct intake *in);

/* Who the row in in->opening is about. */
struct double_who intake_who_is(const struct intake *in, struct text id, date op);

/* The next free number of this year. */
void intake_next_number(struct intake *in, char id[ID_SIZE]);

bool intake_file_exists(const struct intake *in, const char *id);

/* The number of the row's dossier: `wanted`, or the next free one. False: said, it is taken. */
bool intake_choose_number(struct intake *in, const struct csv_row *row, struct text wanted,
                          char id[ID_SIZE]);

#endif
