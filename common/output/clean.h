/* What a form for machines (CSV, XML) may hold. */
#ifndef GESPREK_OUTPUT_CLEAN_H
#define GESPREK_OUTPUT_CLEAN_H

#include "base/mem.h"

/* Appends t with U+FFFD in place of what no form for machines can carry: the characters that
 * XML 1.0 (production 2, Char) leaves out, DEL and C1, and each byte that is no UTF-8. Tab, newline
 * and CR stay: they are part of values. With `terminal` also in place of what turns the reading
 * order or the lines around: such a form goes to a screen now and then, and what a dossier holds
 * must not steer that. */
void clean_text(struct buffer *out, struct text t, bool terminal);

#endif
