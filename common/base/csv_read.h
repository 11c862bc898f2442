/* CSV in, a row at a time, by libcsv: RFC 4180, and what spreadsheets make of it: comma, semicolon
 * or tab (the one that the first row has most of), LF, CRLF or CR, a byte order mark. Blanks belong
 * to a cell. Rows without anything in them are passed over.
 *
 * Memory does not grow with the number of rows: one block, one row. */
#ifndef GESPREK_BASE_CSV_READ_H
#define GESPREK_BASE_CSV_READ_H

#include "base/diag.h"

enum { CSV_CELL_LIMIT = 1 << 20, CSV_ROW_LIMIT = 64 << 20, CSV_CELLS = 4096 }; /* bytes; cells */

struct csv_cell {
    struct text value;     /* without the quotes; valid until the next row */
    uint32_t line, column; /* where it begins, in the file; the column in bytes */
};

struct csv_row {
    struct csv_cell *cells;
    size_t count;
    uint32_t line;   /* where it begins */
    uint32_t number; /* as a spreadsheet counts: the first is 1, and empty rows count */
};

struct csv_reader;

/* Reads from fd, called `name` in messages; neither is owned. NULL: said in diag. */
struct csv_reader *csv_open(int fd, const char *name, struct diag *diag);

/* The next row. False at the end, or when the rest cannot be read: said in diag (`csv-fout`, status
 * 3, or `bestand`, 4). */
bool csv_next(struct csv_reader *r, struct csv_row *row);
void csv_close(struct csv_reader *r);

#endif
