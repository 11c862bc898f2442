/* A tree (base/tree.h) as XML 1.0 in UTF-8: the form of a message by another standard. */
#ifndef GESPREK_OUTPUT_XML_TREE_H
#define GESPREK_OUTPUT_XML_TREE_H

#include "base/io.h"
#include "base/tree.h"

/* Writes all of it, one element a line. What no XML can hold becomes U+FFFD (clean.h). False: it is
 * not whole, with the reason in out->error. */
bool xml_tree(struct out *out, const struct tree *tree);

#endif
