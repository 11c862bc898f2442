/* Who is invited to a meeting, and with what: a sheet for the client, and one for each other
 * participant with only what a consent in force covers. */
#ifndef GESPREK_DOMAIN_OVERLEG_NODIG_H
#define GESPREK_DOMAIN_OVERLEG_NODIG_H

#include "journal/edit.h"
#include "journal/notes.h"

/* Takes a sheet; what it holds is gone when this returns. False: nothing more can be taken. */
typedef bool nodig_give(void *data, const struct document *document);

struct nodig {
    struct session *session;
    struct edit *edit;   /* opened by overleg_nodig; the caller closes it */
    struct notes *notes; /* becomes a Verstrekking for each who gets something about the client */
    struct text key;     /* of the meeting */
    struct text who;     /* --voor-wie; empty: all of them */
    struct text by;      /* from whom it is */
    const char *told;    /* --client-geinformeerd; NULL: not said */
    nodig_give *give;
    void *data;
};

/* Reads the journal and gives the sheets. Without a consent a participant gets none, which is said
 * (status 1), and the others do. False: said in diag, or give was false, or there is no sheet; then
 * nothing may go out.
 */
bool overleg_nodig(const struct nodig *n);

#endif
