#include "base/mem.h"
#include "base/diag.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The arena's blocks, newest first; each is at least twice the one before, so that few are ever
 * needed. */
struct arena_block {
    struct arena_block *older;
    size_t size;
    _Alignas(8) char bytes[];
};

enum { FIRST_BLOCK = 8192, FIRST_BUFFER = 256 };

void *mem_take(size_t bytes)
{
    void *p = malloc(bytes ? bytes : 1);
    if (!p)
        diag_out_of_memory();
    return p;
}

void *mem_resize(void *old, size_t bytes)
{
    void *p = realloc(old, bytes ? bytes : 1);
    if (!p)
        diag_out_of_memory();
    return p;
}

void mem_grow_more(void *array, size_t *capacity, size_t need, size_t size)
{
    void *old;
    size_t wanted = *capacity + *capacity / 2;

    if (wanted < need)
        wanted = need;
    if (wanted < 8)
        wanted = 8;
    if (wanted > SIZE_MAX / 2 / size)
        diag_out_of_memory();
    memcpy(&old, array, sizeof old);
    old = mem_resize(old, wanted * size);
    memcpy(array, &old, sizeof old);
    *capacity = wanted;
}

static void use_block(struct arena *arena)
{
    arena->next = arena->block->bytes;
    arena->left = arena->block->size;
}

void *arena_take_more(struct arena *arena, size_t bytes)
{
    size_t size = arena->block ? arena->block->size * 2 : FIRST_BLOCK;
    struct arena_block *block;

    if (bytes > SIZE_MAX / 4)
        diag_out_of_memory();
    while (size < bytes)
        size *= 2;
    block = mem_take(sizeof *block + size);
    block->older = arena->block;
    block->size = size;
    arena->block = block;
    use_block(arena);
    return arena_take(arena, bytes);
}

static void free_blocks(struct arena_block *block)
{
    while (block) {
        struct arena_block *older = block->older;
        free(block);
        block = older;
    }
}

void arena_reset(struct arena *arena)
{
    if (!arena->block)
        return;
    free_blocks(arena->block->older);
    arena->block->older = NULL;
    use_block(arena);
}

void arena_free(struct arena *arena)
{
    free_blocks(arena->block);
    *arena = (struct arena){0};
}

char *arena_string(struct arena *arena, struct text t)
{
    char *copy = arena_take(arena, t.n + 1);
    if (t.n)
        memcpy(copy, t.p, t.n);
    copy[t.n] = '\0';
    return copy;
}

struct text arena_text(struct arena *arena, struct text t)
{
    return (struct text){arena_string(arena, t), t.n};
}

void buffer_room(struct buffer *b, size_t more)
{
    if (more > SIZE_MAX / 4 - b->n)
        diag_out_of_memory();
    if (b->n + more > b->capacity) {
        size_t need = b->n + more < FIRST_BUFFER ? FIRST_BUFFER : b->n + more;
        mem_grow(&b->p, &b->capacity, need, 1);
    }
}

void buffer_put(struct buffer *b, const void *bytes, size_t n)
{
    if (!n)
        return;
    buffer_room(b, n);
    memcpy(b->p + b->n, bytes, n);
    b->n += n;
}

void buffer_byte(struct buffer *b, char c)
{
    buffer_put(b, &c, 1);
}

void buffer_repeat(struct buffer *b, char c, size_t times)
{
    if (!times)
        return;
    buffer_room(b, times);
    memset(b->p + b->n, c, times);
    b->n += times;
}

void buffer_string(struct buffer *b, const char *s)
{
    buffer_put(b, s, strlen(s));
}

void buffer_text(struct buffer *b, struct text t)
{
    buffer_put(b, t.p, t.n);
}

void buffer_format(struct buffer *b, const char *format, ...)
{
    va_list args;
    int n;

    buffer_room(b, 128);
    va_start(args, format);
    n = vsnprintf(b->p + b->n, b->capacity - b->n, format, args);
    va_end(args);
    if (n < 0)
        diag_out_of_memory();
    if ((size_t)n >= b->capacity - b->n) {
        buffer_room(b, (size_t)n + 1);
        va_start(args, format);
        n = vsnprintf(b->p + b->n, b->capacity - b->n, format, args);
        va_end(args);
        if (n < 0)
            diag_out_of_memory();
    }
    b->n += (size_t)n;
}

void buffer_free(struct buffer *b)
{
    free(b->p);
    *b = (struct buffer){0};
}

struct text buffer_view(const struct buffer *b)
{
    return (struct text){b->p ? b->p : "", b->n};
}
