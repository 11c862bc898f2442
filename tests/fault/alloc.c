/* A preload shim: the n-th allocation of a program fails with ENOMEM. Which: see fault.h. The shim
 * itself never allocates: it would count itself. */
#define _GNU_SOURCE
#include "fault.h"

#include <stddef.h>
#include <stdint.h>

/* dlsym may allocate before it has found us the real functions; that comes from here and is never
 * given back. */
enum { EARLY_BYTES = 16384 };

static struct {
    size_t used;
    _Alignas(16) char bytes[EARLY_BYTES];
} early_memory;

static struct {
    bool found, looking;
    void *(*malloc)(size_t);
    void *(*calloc)(size_t, size_t);
    void *(*realloc)(void *, size_t);
    void *(*reallocarray)(void *, size_t, size_t);
    int (*posix_memalign)(void **, size_t, size_t);
    void *(*aligned_alloc)(size_t, size_t);
    void (*free)(void *);
} real;

static bool find_all(void)
{
    if (real.found || real.looking)
        return real.found;
    real.looking = true;
    find(&real.malloc, "malloc");
    find(&real.calloc, "calloc");
    find(&real.realloc, "realloc");
    find(&real.reallocarray, "reallocarray");
    find(&real.posix_memalign, "posix_memalign");
    find(&real.aligned_alloc, "aligned_alloc");
    find(&real.free, "free");
    real.looking = false;
    real.found = true;
    return true;
}

static void *early(size_t bytes)
{
    size_t need = (bytes + 15) & ~(size_t)15;
    void *p = early_memory.bytes + early_memory.used;

    if (need > EARLY_BYTES - early_memory.used)
        return NULL;
    early_memory.used += need;
    return p;
}

static bool is_early(const void *p)
{
    uintptr_t at = (uintptr_t)p, start = (uintptr_t)early_memory.bytes;
    return at >= start && at < start + EARLY_BYTES;
}

static bool fails(const char *name)
{
    return fails_with(ENOMEM, name, -1, NULL);
}

/* ---- what is interposed ---- */

void *malloc(size_t bytes)
{
    if (!find_all())
        return early(bytes);
    return fails("malloc") ? NULL : real.malloc(bytes);
}

void *calloc(size_t count, size_t bytes)
{
    if (!find_all())
        return early(count * bytes); /* static memory: zero already */
    return fails("calloc") ? NULL : real.calloc(count, bytes);
}

void *realloc(void *old, size_t bytes)
{
    if (!find_all())
        return old ? NULL : early(bytes);
    if (is_early(old)) {
        size_t most = (size_t)(early_memory.bytes + EARLY_BYTES - (char *)old);
        void *moved = real.malloc(bytes);
        if (moved)
            memcpy(moved, old, bytes < most ? bytes : most);
        return moved;
    }
    return fails("realloc") ? NULL : real.realloc(old, bytes);
}

void *reallocarray(void *old, size_t count, size_t bytes)
{
    find_all();
    return fails("reallocarray") ? NULL : real.reallocarray(old, count, bytes);
}

int posix_memalign(void **into, size_t alignment, size_t bytes)
{
    find_all();
    return fails("posix_memalign") ? ENOMEM : real.posix_memalign(into, alignment, bytes);
}

void *aligned_alloc(size_t alignment, size_t bytes)
{
    find_all();
    return fails("aligned_alloc") ? NULL : real.aligned_alloc(alignment, bytes);
}

void free(void *p)
{
    if (p && !is_early(p) && find_all())
        real.free(p);
}
