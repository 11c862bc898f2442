/* Tables as CSV files in one directory, for whoever reads them into a database: rows come in any
 * order of tables and go to disk as they come, so memory does not grow with their number. All files
 * get their names at once, in the end: until then there is nothing. */
#ifndef GESPREK_OUTPUT_CSV_FILES_H
#define GESPREK_OUTPUT_CSV_FILES_H

#include "base/diag.h"
#include "base/document.h"

struct csv_files;

/* The directory is made when it is not there; it and the files are for their owner alone
 * (store_batch_open_private). NULL: said in diag. */
struct csv_files *csv_files_open(const char *directory, unsigned wait_seconds, struct diag *diag);

/* A table, NAME.csv, with its head row. Numbered from 0 in order of adding. `head` must live until
 * the close. False, said: a file of that name is there (`bestaat-al`), or it cannot be written.
 * With files and texts together at most STORE_BATCH. */
bool csv_files_add(struct csv_files *f, const char *name, const struct head *head);

/* The rows of a document for table `which`. False: said. */
bool csv_files_rows(struct csv_files *f, size_t which, const struct document *document);

/* A file beside the tables, with this content. False: said. */
bool csv_files_text(struct csv_files *f, const char *name, struct text content);

/* Gives everything its name. False, said: not all of it has. */
bool csv_files_commit(struct csv_files *f);

/* Throws away what was not committed; NULL is allowed. */
void csv_files_close(struct csv_files *f);

#endif
