#include "base/tree.h"

#include <stdlib.h>

void tree_put(struct tree *t, unsigned depth, const char *name, struct text value)
{
    mem_grow(&t->elements, &t->capacity, t->count + 1, sizeof *t->elements);
    t->elements[t->count++] = (struct tree_element){depth, name, value};
}

void tree_free(struct tree *t)
{
    free(t->elements);
}
