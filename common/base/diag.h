/* Messages to the user, and the outcome that they add up to.
 *
 * With a place: `bestand:regel:kolom: fout: tekst [code]`. Without: `gesprek-x: fout: tekst
 * [code]`. Each message says what, where and what to do now, in plain Dutch. Codes are stable:
 * scripts may rely on them; they are listed in gesprek(7). Control characters in a message are made
 * visible (text_safe). */
#ifndef GESPREK_BASE_DIAG_H
#define GESPREK_BASE_DIAG_H

#include "base/mem.h"
#include "base/status.h"
#include <stdint.h>

struct out;

extern const char *program_name; /* the only global state: "gesprek-noteer" */

enum severity { SEVERITY_ERROR, SEVERITY_FINDING, SEVERITY_NOTE }; /* fout, let op, opmerking */

struct place {
    const char *file; /* NULL: no place */
    uint32_t line;    /* from 1; 0: not known */
    uint32_t column;  /* in bytes, from 1; 0: not known */
};

struct diag {
    int fd;             /* where messages go: 2 */
    struct out *answer; /* NULL, or where messages with a line number go: a check's findings are its
                           answer */
    bool silent;        /* count, and say nothing */
    bool json;          /* --meldingen=json: one object a line */
    enum status status; /* the worst so far */
    unsigned errors;
    unsigned findings;
    bool failed;    /* writing a message failed */
    bool line_open; /* a line of progress stands on the terminal; a message takes it away first */
};
void diag_start(struct diag *d);      /* fd 2, all else zero */
void diag_clear_line(struct diag *d); /* takes the line of progress away, if there is one */

/* Says it and counts it; `outcome` is merged into d->status. */
void diag_at(struct diag *d, enum severity severity, enum status outcome, struct place place,
             const char *code, const char *format, ...) __attribute__((format(printf, 6, 7)));
void diag_say(struct diag *d, enum severity severity, enum status outcome, const char *code,
              const char *format, ...) __attribute__((format(printf, 5, 6)));

/* strerror in Dutch for what users meet (ENOENT, EACCES, ENOSPC, EIO, …); the system's own words
 * otherwise. */
const char *diag_errno(int error);

/* Ends the program with status 4 in one line, without allocating and without flushing anything. */
_Noreturn void diag_out_of_memory(void);

/* t's first bytes as a C string, made safe and shortened with … at 60 columns, for use in a
 * message. Returns `into`: quote(t, (char[QUOTE_SIZE]){0}). */
#define QUOTE_SIZE 256
const char *quote(struct text t, char into[QUOTE_SIZE]);

#endif
