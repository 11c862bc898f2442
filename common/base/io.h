/* Bytes in and bytes out, each failure noticed. Files are written by journal/store, never here:
 * this is for standard output and for reading. */
#ifndef GESPREK_BASE_IO_H
#define GESPREK_BASE_IO_H

#include "base/mem.h"
#include <sys/types.h>

/* read(2) and write(2) that go on after EINTR. io_write_all writes everything; false with errno set
 * when it cannot. */
ssize_t io_read(int fd, void *into, size_t n);
bool io_write_all(int fd, const void *bytes, size_t n);

/* Appends all that can still be read from fd to b. False with errno set; what was read before is
 * then in b. EFBIG when it would be more than `limit` bytes. */
bool io_read_all(int fd, struct buffer *b, size_t limit);

/* An output with a buffer. Zero-initialise and set fd. The first failure is kept in `error` (an
 * errno) and everything after it is dropped; out_close flushes and returns false when anything
 * failed. With `hold` set nothing is written before out_close: for answers that must be whole or
 * absent. */
struct out {
    int fd;
    bool hold;
    bool terminal; /* what is written ends on a terminal */
    int error;
    struct buffer pending;
};
void out_put(struct out *o, const void *bytes, size_t n);
void out_text(struct out *o, struct text t);
void out_string(struct out *o, const char *s);
void out_byte(struct out *o, char c);

/* Bytes that come out of a file as they stand there; on a terminal with all that could steer it
 * made visible (text_safe), but for newlines and tabs. t ends with a whole character. */
void out_raw(struct out *o, struct text t);
bool out_flush(struct out *o);
bool out_close(struct out *o); /* flushes and frees; does not close fd */
void out_drop(struct out *o);  /* throws away what was not written, and frees */

#endif
