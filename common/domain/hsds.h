/* The sociale kaart as Open Referral HSDS: a directory of CSV files. Version 3.0 is written; 3.0
 * and 1.1 are read. What has no place in our records is kept in them (Kolom) or beside them
 * (Tabelrij) and comes back out; what of ours has no place in HSDS goes out as attributes of a
 * taxonomy `gesprek`. */
#ifndef GESPREK_DOMAIN_HSDS_H
#define GESPREK_DOMAIN_HSDS_H

#include "base/document.h"
#include "domain/kaart.h"

/* ---- in ---- */

struct hsds_in;

/* `kaart` is what there is already: it is not changed, and must live as long. */
struct hsds_in *hsds_in_open(const struct kaart *kaart, struct diag *diag);

/* Reads all `*.csv` of a directory. False: said; a row that cannot be read spoils the whole. */
bool hsds_in_read(struct hsds_in *in, const char *directory);

/* What came of it: the new content of the kaart, the new records alone, the keys of what is new or
 * changed (a line each), and how many records stand in the content. */
struct hsds_result {
    struct buffer content, added, keys;
    size_t records, made, changed;
};
void hsds_in_result(const struct hsds_in *in, struct hsds_result *result);
void hsds_result_free(struct hsds_result *result);
void hsds_in_close(struct hsds_in *in);

/* ---- out ---- */

struct hsds_out;

struct hsds_out *hsds_out_open(const struct kaart *kaart);

/* The next file: its name, and its table with all rows in the document. False: no more. */
bool hsds_out_next(struct hsds_out *out, const char **name, struct head *head,
                   struct document *document);
void hsds_out_close(struct hsds_out *out);

#endif
