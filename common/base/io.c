#include "base/io.h"
#include "base/text.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

enum { OUT_CHUNK = 32 * 1024, READ_CHUNK = 64 * 1024 };

ssize_t io_read(int fd, void *into, size_t n)
{
    ssize_t got;
    do
        got = read(fd, into, n);
    while (got < 0 && errno == EINTR);
    return got;
}

bool io_write_all(int fd, const void *bytes, size_t n)
{
    const char *p = bytes;

    while (n > 0) {
        ssize_t done = write(fd, p, n);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0) {
            if (done == 0)
                errno = EIO;
            return false;
        }
        p += done;
        n -= (size_t)done;
    }
    return true;
}

bool io_read_all(int fd, struct buffer *b, size_t limit)
{
    for (;;) {
        ssize_t got;
        buffer_room(b, READ_CHUNK);
        got = io_read(fd, b->p + b->n, READ_CHUNK);
        if (got <= 0)
            return got == 0;
        b->n += (size_t)got;
        if (b->n > limit) {
            errno = EFBIG;
            return false;
        }
    }
}

bool out_flush(struct out *o)
{
    if (!o->error && !io_write_all(o->fd, o->pending.p, o->pending.n))
        o->error = errno;
    o->pending.n = 0;
    return !o->error;
}

static void write_chunk(struct out *o)
{
    if (!o->hold && o->pending.n >= OUT_CHUNK)
        out_flush(o);
}

void out_put(struct out *o, const void *bytes, size_t n)
{
    if (o->error)
        return;
    buffer_put(&o->pending, bytes, n);
    write_chunk(o);
}

void out_text(struct out *o, struct text t)
{
    out_put(o, t.p, t.n);
}

void out_string(struct out *o, const char *s)
{
    out_put(o, s, strlen(s));
}

void out_byte(struct out *o, char c)
{
    out_put(o, &c, 1);
}

void out_drop(struct out *o)
{
    buffer_free(&o->pending);
}

void out_raw(struct out *o, struct text t)
{
    if (!o->terminal) {
        out_text(o, t);
    } else if (!o->error) {
        text_safe_lines(&o->pending, t);
        write_chunk(o);
    }
}

bool out_close(struct out *o)
{
    bool fine = out_flush(o);
    buffer_free(&o->pending);
    return fine;
}
