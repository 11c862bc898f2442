/* The exit codes of every command: the one place that knows them (gesprek(7), EXIT STATUS). */
#ifndef GESPREK_BASE_STATUS_H
#define GESPREK_BASE_STATUS_H

enum status {
    STATUS_OK = 0,
    STATUS_NO = 1,     /* a test or search said no: nothing found, or something found */
    STATUS_USAGE = 2,  /* wrong usage, found before any work was done */
    STATUS_DATA = 3,   /* bad data: something in the input is not as dossier(5) says */
    STATUS_SYSTEM = 4, /* the system failed: no file, no memory, no room, no output */
    STATUS_BUSY = 75   /* somebody else is writing; trying again later helps (EX_TEMPFAIL) */
};

/* Of two outcomes the worst: 4, 75, 3, 1, 0. Wrong usage ends a program at once and is never
 * merged, but counts as the very worst all the same. */
enum status status_worst(enum status a, enum status b);

#endif
