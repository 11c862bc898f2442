/* A message for a mail program: RFC 5322 with MIME (RFC 2045, 2047), text in UTF-8. */
#ifndef GESPREK_OUTPUT_MAIL_H
#define GESPREK_OUTPUT_MAIL_H

#include "base/date.h"
#include "base/mem.h"

struct mail {
    struct text from;    /* an address, or `Naam <adres>`; empty: the mail system's own */
    struct text to;      /* the same; never empty */
    struct text subject; /* may hold any UTF-8 */
    struct text id;      /* what stands between < and >: a@b, ASCII without blanks */
    moment at;
    int offset_minutes; /* of `at`, for the Date line */
    struct text body;   /* lines, each with a newline */
};

/* Appends the whole message, lines ending in a newline alone as sendmail takes them. The body is
 * quoted-printable: no line is over 76 characters and nothing on the way need be 8-bit clean. It is
 * marked as made by a program (RFC 3834), so that nobody's absence is answered to it. False, and
 * nothing appended: an address or the id holds what could make a header of it. */
bool mail_write(struct buffer *out, const struct mail *mail);

/* Hands a message to $GESPREK_SENDMAIL (a command line for the shell), else to `sendmail -t -i`,
 * looked for in PATH and where cron does not look. True when that took it, status 0. When not,
 * *status is its exit status, 128 and a signal, 127 for not found, or -1 with errno. */
bool mail_send(struct text message, int *status);

#endif
