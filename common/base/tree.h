/* An answer that is not a list of blocks (document.h) but elements within elements, as another
 * standard lays down. Domain code makes it, output/xml_tree.h writes it. */
#ifndef GESPREK_BASE_TREE_H
#define GESPREK_BASE_TREE_H

#include "base/mem.h"

/* One element. It lies within the last one before it that is less deep; the elements of depth 1
 * within the root. */
struct tree_element {
    unsigned depth;
    const char *name;
    struct text value; /* empty: only what lies within it */
};

struct tree_attribute {
    const char *name, *value;
};

/* Zero-initialise, with the root. Names and values are not copied. */
struct tree {
    const char *root;
    const struct tree_attribute *attributes; /* of the root */
    size_t attribute_count;
    struct tree_element *elements;
    size_t count, capacity;
};

void tree_put(struct tree *t, unsigned depth, const char *name, struct text value);
void tree_free(struct tree *t);

#endif
