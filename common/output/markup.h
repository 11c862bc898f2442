/* What HTML, and the SVG in it, must not see as markup. */
#ifndef GESPREK_OUTPUT_MARKUP_H
#define GESPREK_OUTPUT_MARKUP_H

#include "base/mem.h"

/* Appends a byte of text: `&`, `<`, `>` and `"` as the entities that stand for them. */
void markup_byte(struct buffer *out, char c);

#endif
