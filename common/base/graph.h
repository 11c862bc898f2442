/* Points and the ties between them, for programs that lay them out or count them themselves. */
#ifndef GESPREK_BASE_GRAPH_H
#define GESPREK_BASE_GRAPH_H

#include "base/picture.h"

/* What is known of a point or a tie; an empty value is not known. */
struct graph_value {
    const char *name; /* ascii, lower case, joined by `_` */
    struct text value;
};

struct graph_node {
    struct text id;    /* unique; any text */
    struct text label; /* on one line */
    struct point at;   /* its middle, as in the picture */
    bool crossed;
    const struct graph_value *values; /* as many, by the same names, for each */
};

struct graph_edge {
    size_t from, to; /* in nodes */
    enum stroke stroke;
    bool at_from, at_to;              /* an arrowhead there */
    struct text label;                /* what no stroke says; empty: nothing */
    const struct graph_value *values; /* the same */
};

struct graph {
    struct text title;
    struct text legend; /* lines, each ended by a newline */
    const struct graph_node *nodes;
    size_t node_count, node_values;
    const struct graph_edge *edges;
    size_t edge_count, edge_values;
};

#endif
