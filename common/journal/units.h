/* Work on many dossiers over more than one thread, that comes to the same bytes as over one.
 *
 * The stream is cut in portions (portion.h). Threads read those ahead, each with a reader of its
 * own that says nothing. The thread that called takes what they came to in order. A portion in
 * which anything was to be said, or with a dossier that came before, is read again there, by the
 * session's own reader, as if there were no threads. So messages come in the same order and at the
 * same places, and only what is without faults is fast. A few portions are under way at once,
 * whatever the size of the stream. */
#ifndef GESPREK_JOURNAL_UNITS_H
#define GESPREK_JOURNAL_UNITS_H

#include "journal/session.h"

/* What is done with the dossiers. `one` takes a dossier in the thread that called. In another,
 * `begin` makes room for what a part of the stream comes to and `add` takes its dossiers one by
 * one; `context` is then only read. `join` adds the part to all that came before, in the thread
 * that called. `drop` frees it, after join too. `one` and `join` say false to stop. For one thread
 * `one` is enough. */
struct work {
    bool (*one)(void *context, struct dossier *d);
    void *(*begin)(const void *context);
    void (*add)(const void *context, void *part, struct dossier *d);
    bool (*join)(void *context, void *part);
    void (*drop)(void *part);
};

enum { THREADS_MOST = 256 };

/* Goes through all dossiers of the session's reader, over so many threads; with one, for a stream
 * of one portion, or when not one can be made, in this one alone. `progress`: on a terminal, say on
 * standard error how far it is. */
void units_run(struct session *s, size_t threads, bool progress, const struct work *work,
               void *context);

#endif
