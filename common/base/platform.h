/* What POSIX does not say and Linux has, behind one file. */
#ifndef GESPREK_BASE_PLATFORM_H
#define GESPREK_BASE_PLATFORM_H

/* No core dumps and no reading of this process's memory by others: a dossier passes through it.
 * RLIMIT_CORE alone does not stop a kernel that pipes dumps to a program (core(5)). */
void platform_no_dumps(void);

/* Makes sure that descriptors 0, 1 and 2 are taken, so that a file that is opened never becomes
 * standard output. A closed standard output stays one that cannot be written to. */
void platform_guard_descriptors(void);

#endif
