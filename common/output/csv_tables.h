/* Many tables as CSV at once, each in a file of its own: rows come in any order of tables and go
 * out as they come, so memory does not grow with their number. */
#ifndef GESPREK_OUTPUT_CSV_TABLES_H
#define GESPREK_OUTPUT_CSV_TABLES_H

#include "base/document.h"

enum { CSV_TABLES = 200 };

struct csv_tables;
struct csv_tables *csv_tables_open(void);

/* A table with its head row, to be written to fd; at most CSV_TABLES, numbered from 0 in order of
 * adding. fd stays the caller's; it and the head must live until the close. False: it could not be
 * written, and the close says why. So too for the rows of a document, for table `which`. */
bool csv_tables_add(struct csv_tables *t, int fd, const struct head *head);
bool csv_tables_rows(struct csv_tables *t, size_t which, const struct document *document);

/* Writes what is still in memory and frees. Returns 0, or the first error (an errno). */
int csv_tables_close(struct csv_tables *t);

#endif
