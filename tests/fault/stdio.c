/* A preload shim: streams get their bytes through open, read, write and close that can be preloaded
 * themselves.
 *
 * The C library's streams call the kernel behind the back of every shim. Loaded together with io,
 * this one makes a program that uses streams on files fail as if the kernel failed: the stream
 * keeps its own error flag and buffer. Only the peer that we measure ourselves against needs it. */
#undef _FILE_OFFSET_BITS /* with it fopen would be called fopen64, and both names are defined      \
                            below */
#undef _TIME_BITS
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST_STREAMS = 64 };

static struct {
    FILE *stream;
    int fd;
} ours[MOST_STREAMS];

/* The cookie is the descriptor, one up so that it is never NULL. */
static int descriptor(void *cookie)
{
    return (int)(intptr_t)cookie - 1;
}

static ssize_t take(void *cookie, char *into, size_t n)
{
    return read(descriptor(cookie), into, n);
}

static ssize_t give(void *cookie, const char *bytes, size_t n)
{
    ssize_t done = write(descriptor(cookie), bytes, n);
    return done < 0
               ? 0
               : done; /* fopencookie(3): a write function returns 0 for an error, never less */
}

static int seek(void *cookie, off64_t *at, int whence)
{
    *at = lseek64(descriptor(cookie), *at, whence);
    return *at < 0 ? -1 : 0;
}

static int shut(void *cookie)
{
    int fd = descriptor(cookie);

    for (size_t i = 0; i < MOST_STREAMS; i++)
        if (ours[i].stream && ours[i].fd == fd)
            ours[i].stream = NULL;
    return close(fd);
}

FILE *fdopen(int fd, const char *mode)
{
    cookie_io_functions_t functions = {take, give, seek, shut};
    FILE *stream = fopencookie((void *)(intptr_t)(fd + 1), mode, functions);

    for (size_t i = 0; stream && i < MOST_STREAMS; i++)
        if (!ours[i].stream) {
            ours[i].stream = stream;
            ours[i].fd = fd;
            break;
        }
    return stream;
}

static int flags_of(const char *mode)
{
    int way = strchr(mode, '+') ? O_RDWR : *mode == 'r' ? O_RDONLY : O_WRONLY;
    int make = *mode == 'w' ? O_CREAT | O_TRUNC : *mode == 'a' ? O_CREAT | O_APPEND : 0;
    return way | make;
}

FILE *fopen(const char *restrict path, const char *restrict mode)
{
    int fd = open(path, flags_of(mode), 0666);
    FILE *stream = fd < 0 ? NULL : fdopen(fd, mode);

    if (fd >= 0 && !stream)
        close(fd);
    return stream;
}

FILE *fopen64(const char *restrict path, const char *restrict mode)
{
    return fopen(path, mode);
}

int fileno(FILE *stream)
{
    int (*real)(FILE *);
    void *symbol;

    for (size_t i = 0; i < MOST_STREAMS; i++)
        if (stream && ours[i].stream == stream)
            return ours[i].fd;
    symbol = dlsym(RTLD_NEXT, "fileno");
    memcpy(&real, &symbol, sizeof symbol);
    return real(stream);
}
