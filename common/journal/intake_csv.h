/* From a CSV of meldingen to dossiers, one a row (gesprek-intake(1)). Two rounds over the file: in
 * the first all is checked, in the second all is made. So memory holds one row, one batch of
 * file names, and what doubles.h keeps. */
#ifndef GESPREK_JOURNAL_INTAKE_CSV_H
#define GESPREK_JOURNAL_INTAKE_CSV_H

#include "journal/session.h"

struct intake_csv_wishes {
    const char *path;      /* the CSV; "-": standard input, when that is a file */
    const char *mapping;   /* --kolommen; NULL: none */
    const char *directory; /* where the dossiers come */
    bool trial;            /* --proef: make nothing */
};

/* Prints `rij 2: 2026-0001` for each dossier that was made, or with a trial would be. Everything
 * else is said in the session's diag: faults (then nothing was made), who was passed over, and,
 * when it stopped half-way, what was made. */
void intake_csv(struct session *s, const struct intake_csv_wishes *wishes);

#endif
