#include "base/progress.h"
#include "base/io.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FIRST = 2000, STEP = 500 }; /* milliseconds */

static struct timespec now(void)
{
    struct timespec t = {0};

    clock_gettime(CLOCK_MONOTONIC, &t);
    return t;
}

static struct timespec later(struct timespec t, long milliseconds)
{
    t.tv_sec += milliseconds / 1000;
    t.tv_nsec += milliseconds % 1000 * 1000000;
    if (t.tv_nsec >= 1000000000) {
        t.tv_sec++;
        t.tv_nsec -= 1000000000;
    }
    return t;
}

static double seconds_between(struct timespec a, struct timespec b)
{
    return (double)(b.tv_sec - a.tv_sec) + (double)(b.tv_nsec - a.tv_nsec) / 1e9;
}

static bool can_show(const struct diag *diag)
{
    const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");

    return !diag->json && isatty(diag->fd) && !(no_color && *no_color) && term && *term &&
           strcmp(term, "dumb") != 0;
}

void progress_start(struct progress *p, struct diag *diag, bool wanted)
{
    *p = (struct progress){.diag = wanted && can_show(diag) ? diag : NULL};
    if (!p->diag)
        return;
    p->begun = now();
    p->next = later(p->begun, FIRST);
}

bool progress_is_due(const struct progress *p)
{
    return p->diag && seconds_between(now(), p->next) <= 0;
}

/* 45 s, 3 min, 2 uur: a guess is not more exact than that. */
static void put_time(struct buffer *b, double seconds)
{
    if (seconds < 90)
        buffer_format(b, "%.0f s", seconds);
    else if (seconds < 5400)
        buffer_format(b, "%.0f min", seconds / 60);
    else
        buffer_format(b, "%.0f uur", seconds / 3600);
}

void progress_show(struct progress *p, size_t dossiers, uint64_t bytes, double done)
{
    struct buffer line = {0};
    double passed;

    if (!progress_is_due(p))
        return;
    passed = seconds_between(p->begun, now());
    buffer_format(&line, "\r\033[K%zu dossiers, %.0f MB/s", dossiers, (double)bytes / passed / 1e6);
    if (done > 0 && done < 1) {
        buffer_string(&line, ", nog ongeveer ");
        put_time(&line, passed * (1 - done) / done);
    }
    io_write_all(p->diag->fd, line.p, line.n);
    buffer_free(&line);
    p->diag->line_open = true;
    p->next = later(now(), STEP);
}

void progress_end(struct progress *p)
{
    if (p->diag)
        diag_clear_line(p->diag);
}
