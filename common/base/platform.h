/* What POSIX does not say and Linux has, behind one file. */
#ifndef GESPREK_BASE_PLATFORM_H
#define GESPREK_BASE_PLATFORM_H

#include <stdbool.h>
#include <stddef.h>

/* No core dumps and no reading of this process's memory by others: a dossier passes through it.
 * RLIMIT_CORE alone does not stop a kernel that pipes dumps to a program (core(5)). */
void platform_no_dumps(void);

/* Makes sure that descriptors 0, 1 and 2 are taken, so that a file that is opened never becomes
 * standard output. A closed standard output stays one that cannot be written to. */
void platform_guard_descriptors(void);

/* Gives a file in the directory a name that nothing there has yet. -1 with errno: EEXIST when
 * something has it, ENOSYS or EINVAL when the system or the file system cannot do this. */
int platform_rename_new(int directory, const char *from, const char *to);

/* How many processors this process may use; at least 1. */
size_t platform_processors(void);

/* Brings all that was written on the file system of `directory` to disk, where the system has a
 * call for it. True: all of it is there, whatever else this process or another wrote since the
 * directory was opened, as if each file had had its own fsync. False: not so, or not known: then
 * each file must be asked by fsync, which has little left to do. */
bool platform_sync_all(int directory);

#endif
