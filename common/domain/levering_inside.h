/* The inside of a levering, for the files that read the template, join records and make rows.
 * Everybody else uses levering.h. */
#ifndef GESPREK_DOMAIN_LEVERING_INSIDE_H
#define GESPREK_DOMAIN_LEVERING_INSIDE_H

#include "domain/levering.h"
#include "domain/waar.h"

enum datumvorm { DATUM_GEWOON, DATUM_AANEEN, DATUM_NL }; /* 2026-11-22, 20261122, 22-11-2026 */

struct code {
    struct text word, code;
};

struct codelijst {
    struct text name;
    struct code *codes;
    size_t count, capacity;
    bool has_else, has_empty;
    struct text otherwise, empty; /* Anders, Leeg */
    uint32_t line;
};

enum bron {
    BRON_GEEN,
    BRON_VAST,
    BRON_VELD,
    BRON_DOSSIER,
    BRON_SLEUTEL,
    BRON_PERSOON,
    BRON_VANDAAG
};

struct kolom {
    struct text name;
    enum bron bron;
    struct text vast;
    const struct type *type; /* BRON_VELD */
    const struct field *field;
    name_id id;
    bool has_datum, nodig;
    enum datumvorm datum;
    struct text list_name;
    size_t list; /* in codelijsten, when there is a list_name */
    uint32_t line, list_line;
};

struct levering {
    struct session *session;
    const struct schema *schema;
    struct diag *diag;
    const char *file;
    struct buffer content;
    struct arena arena;

    const struct type *rij;
    bool samen;
    struct waar *waar;
    enum datumvorm datum;
    struct kolom *kolommen;
    size_t count, capacity;
    struct codelijst *lijsten;
    size_t list_count, list_capacity;

    struct stand_names names;
    const struct type *client;
    name_id bij, persoon;
    struct column *columns;
    struct head head;
};

/* levering_sjabloon.c: reads the content. False: said. */
bool levering_lees(struct levering *l);

/* Whether what the column comes from is a day, or a time on one. */
bool levering_is_dag(const struct kolom *k);

/* levering_samen.c: the records of a dossier that give rows, those that belong together as one. In
 * the dossier's arena; *count is how many. */
const struct thing **levering_records(const struct levering *l, struct dossier *d, size_t *count);

#endif
