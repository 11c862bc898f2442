/* What copy.c, which makes copies, and copy_find.c, which looks for them, have in common. Everybody
 * else uses copy.h. */
#ifndef GESPREK_JOURNAL_COPY_INSIDE_H
#define GESPREK_JOURNAL_COPY_INSIDE_H

#include "journal/copy.h"
#include "journal/store_inside.h"

#define COPY_MARK ".bewerk-"

/* `.NAME.bewerk-`, the caller's to free; and in a copy's name what stands behind that: WAS, and the
 * number of a twin. */
char *copy_start_of_name(const struct store *s);
const char *copy_after_start(const struct copy *c);

/* A copy called `name`, not opened yet. */
struct copy *copy_new(struct store *s, const char *name);

/* Opens its directory, takes its lock and so finds out its state, but for COPY_STALE. */
void copy_open(struct copy *c);

/* A descriptor of the text; -1 with errno, also when it is no plain file. */
int copy_open_text(struct copy *c);

/* `.` and `..`. */
bool copy_is_dots(const char *name);

#endif
