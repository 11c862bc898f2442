/* The code that a gemeente has in the division of a year: codes change when gemeenten merge. The
 * changes stand in gegevens/gemeenten.tsv, with where they come from; the Makefile makes a sorted
 * table of them. */
#ifndef GESPREK_DOMAIN_GEMEENTE_H
#define GESPREK_DOMAIN_GEMEENTE_H

#include "base/mem.h"
#include <stdint.h>

/* A code that ceased to exist. */
struct gemeente_wijziging {
    char oud[6], nieuw[6];
    int32_t dag;    /* 20190101: the first day that the old code is not valid any more */
    bool gesplitst; /* divided over more gemeenten; `nieuw` is only its successor in law */
};

/* Made by the Makefile: gegevens/gemeenten.tsv, in byte order of `oud`, no code twice. */
extern const struct gemeente_wijziging gemeente_wijzigingen[];
extern const size_t gemeente_wijzigingen_aantal;
extern const int gemeenten_bekend[2];

/* The years of which the division is known, both included. Another year is for the caller to
 * refuse: before the first one older changes are missing, and after the last one nothing is known.
 */
int gemeenten_eerste_jaar(void);
int gemeenten_laatste_jaar(void);

/* The code that `code` had become on 1 January of `jaar`, through as many changes as there were;
 * `code` itself when nothing had changed by then or when it is unknown. A newer code than the year
 * stays what it is: which of the old ones it was cannot be told. What is returned is `code` or
 * lives as long as the program. When a gemeente on the way was divided over several, *gesplitst
 * becomes true; otherwise it is left alone, so that one flag can serve for many codes. gesplitst
 * may be NULL. */
struct text gemeente_in_jaar(struct text code, int jaar, bool *gesplitst);

#endif
