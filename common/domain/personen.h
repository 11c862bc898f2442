/* Counting people, not dossiers: each once in each cell, whatever number of dossiers they have.
 *
 * Exact, so that sums of parts come to the same: what is kept of a person is the hash of the
 * number and the cells the person is in. Only people with a number of their own (Client.Persoon)
 * are kept; a dossier without one is a person by itself. About 15 bytes and one a cell for each
 * person. */
#ifndef GESPREK_DOMAIN_PERSONEN_H
#define GESPREK_DOMAIN_PERSONEN_H

#include "base/mem.h"
#include <stdint.h>

/* Zero-initialise. */
struct personen {
    uint64_t *hashes; /* 0: free */
    uint32_t *at;     /* where the cells of it begin in `cells` */
    size_t count, capacity;
    struct buffer cells;
};

/* The person of that hash (not 0) is in these cells too: `list`, of n numbers in rising order,
 * without doubles. Moves those that the person was not in yet to the front of the list, in order,
 * and returns how many there are. */
size_t personen_nieuw(struct personen *p, uint64_t hash, uint32_t *list, size_t n);

/* Goes through all people: start with *at = 0. The cells are given in `list`, grown as needed.
 * False: no more. */
bool personen_volgende(const struct personen *p, size_t *at, uint64_t *hash, uint32_t **list,
                       size_t *capacity, size_t *n);

void personen_free(struct personen *p);

#endif
