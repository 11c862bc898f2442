#include "output/xml_tree.h"
#include "output/xml.h"

#include "base/text.h"

static bool put_root(struct xml *x, const struct tree *tree)
{
    bool fine = xml_begin_element(x, tree->root);

    for (size_t i = 0; fine && i < tree->attribute_count; i++)
        fine = xml_attribute(x, tree->attributes[i].name, text_of(tree->attributes[i].value));
    return fine;
}

/* Closes those that are as deep as `depth` or deeper; *open is how many are. */
static bool leave(struct xml *x, unsigned depth, unsigned *open)
{
    bool fine = true;

    for (; fine && *open > depth; --*open)
        fine = xml_end_element(x);
    return fine;
}

bool xml_tree(struct out *out, const struct tree *tree)
{
    struct xml x;
    unsigned open = 1;
    bool fine = xml_open(&x, out) && put_root(&x, tree);

    for (size_t i = 0; fine && i < tree->count; i++, open++) {
        const struct tree_element *e = &tree->elements[i];
        fine =
            leave(&x, e->depth, &open) && xml_begin_element(&x, e->name) && xml_value(&x, e->value);
    }
    fine = fine && leave(&x, 0, &open);
    return xml_close(&x) && fine;
}
