/* What the parts of writing HSDS share: hsds_uit.c (what goes out, and in which order),
 * hsds_tabel.c (tables) and hsds_record.c (a record becomes rows). Only those include this. */
#ifndef GESPREK_DOMAIN_HSDS_UIT_INSIDE_H
#define GESPREK_DOMAIN_HSDS_UIT_INSIDE_H

#include "domain/hsds_inside.h"

struct hsds_cell {
    size_t column;
    struct text value;
};

struct hsds_row {
    size_t first, count; /* in cells */
};

struct hsds_table {
    struct text name;
    struct text *columns;
    size_t column_count, column_capacity;
    struct hsds_row *rows;
    size_t count, capacity;
    struct hsds_cell *cells;
    size_t cell_count, cell_capacity;
};

struct hsds_out {
    const struct kaart *k;
    struct hsds_table *tables;
    size_t count, capacity, at;
    struct lookup has;   /* values of our records: `phones id number` */
    struct lookup given; /* of those, what a kept row says */
    struct lookup terms; /* fields that went out as attributes */
    struct arena arena;
};

/* ---- tables ---- */

/* The table of that name; it is made when it is not there. The pointer holds until the next. */
struct hsds_table *hsds_table(struct hsds_out *o, struct text name);
void hsds_begin_row(struct hsds_table *t);

/* A cell of the row that was begun last; nothing for an empty value. */
void hsds_put(struct hsds_table *t, struct text column, struct text value);
void hsds_put_string(struct hsds_table *t, const char *column, struct text value);

/* In the arena: the three after one another; `ID.word.3`. */
struct text hsds_joined(struct hsds_out *o, struct text a, const char *b, struct text c);
struct text hsds_numbered(struct hsds_out *o, struct text id, const char *word, size_t number);

/* ---- records ---- */

struct text hsds_id(const struct kaart_item *item);
uint64_t hsds_value_hash(const char *table, struct text id, struct text value);
void hsds_put_record(struct hsds_out *o, const struct kaart_item *item);
void hsds_put_attributes(struct hsds_out *o, const struct kaart_item *item);
void hsds_put_attribute(struct hsds_out *o, struct text id, struct text link, const char *entity,
                        const char *type, struct text field, struct text value);
void hsds_put_values(struct hsds_out *o, const struct kaart_item *item,
                     const struct hsds_values *v);

#endif
