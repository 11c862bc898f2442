/* A picture as an svg element: SVG 1.1, well-formed XML, that stands alone or in HTML. No style
 * sheet, no script, nothing fetched; letters of whatever sans-serif font there is. Written by hand:
 * HTML needs it too, and commands that print HTML go without libxml2. */
#ifndef GESPREK_OUTPUT_SVG_H
#define GESPREK_OUTPUT_SVG_H

#include "base/picture.h"

/* Appends the picture up to its closing tag, and that tag. `number` makes the ids of its title and
 * description differ from those of other pictures in the same document. Characters that no XML can
 * hold, or that turn the reading order around, become U+FFFD. */
void svg_open(struct buffer *out, const struct picture *p, unsigned number);
void svg_close(struct buffer *out);

/* Appends a text as a picture holds it: without what svg_open does not let through, and escaped. */
void svg_text(struct buffer *out, struct text t);

#endif
