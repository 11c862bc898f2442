/* The period that a report is about: whole days, both ends included. */
#ifndef GESPREK_DOMAIN_PERIODE_H
#define GESPREK_DOMAIN_PERIODE_H

#include "base/date.h"

struct periode {
    date van, tot;
};

/* `2026` and `2026Q1` (a q too). False: not such a word, or a year outside 1900-2200. */
bool periode_jaar(struct text word, struct periode *into);
bool periode_kwartaal(struct text word, struct periode *into);

static inline bool periode_heeft(const struct periode *p, date day)
{
    return day != DATE_NONE && day >= p->van && day <= p->tot;
}

#endif
