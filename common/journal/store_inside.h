/* What the two files that write have in common: store.c, which replaces a dossier, and copy.c,
 * which makes a private copy beside it. Everybody else uses store.h and copy.h. */
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
    struct diag *diag;
};

/* The three one after the other, as a C string that is the caller's to free. */
char *store_joined(const char *a, const char *b, const char *c);

/* fsync of a directory. True too where the file system cannot do it and says EINVAL. */
bool store_sync_directory(int directory);

#endif
