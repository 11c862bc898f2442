/* Which dossiers a stream has had, and where: so that one that comes back is an error naming both
 * places. */
#ifndef GESPREK_JOURNAL_SEEN_H
#define GESPREK_JOURNAL_SEEN_H

#include "base/operands.h"

/* At most 24 bytes a dossier at any size: 16-byte entries in 256 tables that each grow by an eighth
 * when they are more than 88 per cent full, which leaves 3 bytes for what malloc loses between them
 * (measured up to 3 million dossiers; growth by a quarter went over 24). An id is known by 64 bits
 * of hash; two of a million ids collide with a chance of 1 in 37 million. */
struct seen;
struct seen *seen_open(void);
void seen_close(struct seen *s);

/* Notes that dossier `id` begins at `line` of `source`. False when it was noted before; *first then
 * is where, with a name in `name`. */
bool seen_add(struct seen *s, struct text id, const struct source *source, uint32_t line,
              struct buffer *name, struct place *first);

void seen_clear(struct seen *s); /* nothing was seen; keeps the room */
bool seen_has(const struct seen *s, struct text id);

/* Whether no dossier is in both; and adds all of one to another, when that is so. */
bool seen_apart(const struct seen *s, const struct seen *other);
void seen_join(struct seen *into, const struct seen *from);

#endif
