/* Text for what knows no more than ASCII: an old printer, a braille line, a terminal of a machine.
 */
#ifndef GESPREK_BASE_ASCII_H
#define GESPREK_BASE_ASCII_H

#include "base/mem.h"

/* Appends t with ASCII alone: letters of Latin without their marks, lines and signs of our own
 * pictures as the nearest sign, everything else as `?`. As many columns wide as t is; newlines and
 * tabs stay. */
void ascii_text(struct buffer *out, struct text t);

#endif
