/* What changed since an older delivery of the same period: that delivery is read back from our own
 * CSV, plain or for Excel, and the new rows are laid beside it. */
#ifndef GESPREK_DOMAIN_RAPPORT_VERSCHIL_H
#define GESPREK_DOMAIN_RAPPORT_VERSCHIL_H

#include "base/diag.h"
#include "base/document.h"
#include "domain/rapport_blad.h"

/* What is the same in every row of a delivery. */
struct levering {
    struct periode periode;
    uint32_t versie;
    bool exact; /* --verantwoording */
};

/* A delivery that has been read: about 200 bytes a row. */
struct rapport_oud;

/* Reads all of fd, called `name` in messages; neither is owned. NULL when it is no delivery of
 * ours, or not one but two: said in diag, status 3 (`csv-fout`, `leeg`, `rij-lengte`, `utf8`, and
 * `levering-fout` for all else that does not hold) or 4. */
struct rapport_oud *rapport_oud_read(int fd, const char *name, struct diag *diag);

/* The same of the file at that path. */
struct rapport_oud *rapport_oud_open(const char *path, struct diag *diag);
void rapport_oud_free(struct rapport_oud *old);

/* NULL when `now` can be laid beside it: the same period, the same kind, a higher version. Else in
 * plain Dutch why not. The text lives as long as `old`. */
const char *rapport_oud_past(struct rapport_oud *old, const struct levering *now);

uint32_t rapport_oud_versie(const struct rapport_oud *old);

/* A row for each number that changed. `oud` and `nieuw` are as the CSV has them, `.` where a number
 * is hidden; a side where the row does not exist is empty. */
enum { RAPPORT_VERSCHILKOLOMMEN = 10 };
extern const struct column rapport_verschilkolommen[RAPPORT_VERSCHILKOLOMMEN];

/* Adds to `changes` what of these new rows (those of rapport_rijen, perhaps not all at once) is new
 * or has another number, in their order. A measure in another unit is another measure. */
void rapport_verschil(struct rapport_oud *old, const struct document *rows,
                      struct document *changes);

/* After all new rows: adds what is in the old delivery alone, in its order. */
void rapport_verdwenen(const struct rapport_oud *old, struct document *changes);

#endif
