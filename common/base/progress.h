/* How far long work is, on one line of a terminal that is written over and goes at the end. */
#ifndef GESPREK_BASE_PROGRESS_H
#define GESPREK_BASE_PROGRESS_H

#include "base/diag.h"
#include <time.h>

struct progress {
    struct diag *diag; /* NULL: nothing is shown */
    struct timespec begun, next;
};

/* The line comes after two seconds, when `wanted`, where messages go is a terminal that can write
 * over a line, and NO_COLOR is not set. A message takes the line away before it is said. */
void progress_start(struct progress *p, struct diag *diag, bool wanted);

bool progress_is_due(const struct progress *p); /* progress_show would write */

/* Dossiers and bytes so far, and how much of the work that is, from 0 to 1. */
void progress_show(struct progress *p, size_t dossiers, uint64_t bytes, double done);
void progress_end(struct progress *p);

#endif
