/* libxml2 as all of output/ uses it: with our memory, and silent. */
#ifndef GESPREK_OUTPUT_LIBXML_H
#define GESPREK_OUTPUT_LIBXML_H

#include <stdbool.h>

/* Gives libxml2 our allocator, which never returns NULL (mem.h): not every failed allocation of its
 * own is reported. What it took before can be freed after. Call it before each use; again does no
 * harm. False: it would not. */
bool libxml_memory(void);

/* The first message of libxml2 since libxml_listen. */
struct libxml_heard {
    int error; /* an errno: ENOMEM, or EINVAL for all else; 0: nothing was heard */
    int code;  /* libxml2's own number (xmlParserErrors) */
    int line;  /* of the document; 0: not known */
};

/* From now on messages go there, and nowhere else. There is one place in libxml2 for who listens:
 * one at a time. After libxml_stop it talks to standard error again, as it does by itself. */
void libxml_listen(struct libxml_heard *heard);
void libxml_stop(void);

#endif
