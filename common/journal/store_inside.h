/* What the files that write have in common: store.c (one file, replaced), store_new.c (new files,
 * many at once) and copy.c (a private copy beside a dossier). Everybody else uses store.h,
 * store_new.h and copy.h. */
#ifndef GESPREK_JOURNAL_STORE_INSIDE_H
#define GESPREK_JOURNAL_STORE_INSIDE_H

#include "journal/store.h"

#include <sys/stat.h>

enum { STORE_READ_LIMIT = 1 << 30 };

struct store {
    char *path;      /* as the user gave it, for messages */
    char *name;      /* of the file in the directory, links resolved */
    char *temporary; /* .NAME.tmp */
    int directory, lock;
    struct stat directory_stat;
    struct stat old; /* as it was when it was read */
    bool exists;
    bool confidential; /* nobody but the owner may read it, whatever the directory's rights are */
    struct diag *diag;
};

/* Says it with the path, and the error when that is not 0. Always false. */
bool store_fail(struct store *s, enum status status, const char *code, const char *what, int error);

/* The three one after the other, as a C string to be freed. */
char *store_joined(const char *a, const char *b, const char *c);

/* Takes the lock of the open directory. False: said. */
bool store_take_lock(struct store *s, unsigned wait_seconds);

/* Writes `content` to the temporary file, with the rights it will have, and leaves it open in *fd.
 * Returns an errno, 0 when it went well. */
int store_write_temporary(struct store *s, struct text content, int *fd);

/* fsync and close. Returns an errno, 0 when it went well. */
int store_keep(int fd);

/* fsync of a directory. True too where the file system cannot do it and says EINVAL. */
bool store_sync_directory(int directory);

/* fsync of the directory: what has been renamed stays so. False: said. */
bool store_keep_names(struct store *s);

#endif
