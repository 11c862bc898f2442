/* What the parts of reading HSDS share: hsds_in.c (files, and what is there already), hsds_rij.c (a
 * row becomes values) and hsds_nieuw.c (values become the kaart). Only those include this. */
#ifndef GESPREK_DOMAIN_HSDS_IN_INSIDE_H
#define GESPREK_DOMAIN_HSDS_IN_INSIDE_H

#include "base/csv_read.h"
#include "domain/hsds_inside.h"

struct hsds_value {
    struct text field, value;
    bool own; /* of an attribute of ours: it says all of the field, whatever a column says */
};

/* A record of the kaart, or one that will be. */
struct hsds_item {
    const struct kaart_item *old; /* NULL: it is new */
    const struct type *type;
    struct text key, id;
    bool seen; /* in the file being read */
    struct hsds_value *values;
    size_t count, capacity;
};

struct hsds_in {
    const struct kaart *k;
    struct diag *diag;
    struct hsds_item *items; /* those of the kaart first, in its order */
    size_t count, capacity;
    struct lookup ids; /* by table and id: a number in items */
    struct kaart_sleutels sleutels;
    struct arena arena;
    const char *path; /* of the file being read */
    struct text table;
    struct text *columns;
    size_t column_count;
    struct buffer hash;
};

/* The item that came from a row with this id, or that was there with it; NULL: none. */
struct hsds_item *hsds_find(struct hsds_in *in, struct text table, struct text id);

/* A new one. The pointer holds until the next. */
struct hsds_item *hsds_add(struct hsds_in *in, struct text table, struct text id, const char *type);

/* Takes a row of in->table. False: said. */
bool hsds_take_row(struct hsds_in *in, struct csv_row *row);

/* Says what is wrong with a cell, or with the row on that line when `c` is NULL. Returns false. */
bool hsds_fail(struct hsds_in *in, const struct csv_cell *c, uint32_t line, const char *code,
               const char *message);

#endif
