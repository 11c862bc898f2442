/* Memory: an arena that is reset, not freed, and a buffer that grows.
 *
 * None of these functions returns NULL. When memory runs out they say so in one line on standard
 * error and end the program with status 4, without flushing standard output: half an answer is
 * never printed. A writer has by then touched nothing that a reader sees (store.h). */
#ifndef GESPREK_BASE_MEM_H
#define GESPREK_BASE_MEM_H

#include <stdbool.h>
#include <stddef.h>

/* A piece of text that somebody else owns: n bytes from p on, without a closing NUL. */
struct text {
    const char *p;
    size_t n;
};

/* malloc, realloc and free, with the promise above. mem_grow makes room for at least `need`
 * elements of `size` bytes in *array, at least half as much again as there was, and updates
 * *capacity; mem_grow_more is the part of it for when there is no room. */
void *mem_take(size_t bytes);
void *mem_resize(void *old, size_t bytes);
void mem_grow_more(void *array, size_t *capacity, size_t need, size_t size);
static inline void mem_grow(void *array, size_t *capacity, size_t need, size_t size)
{
    if (need > *capacity)
        mem_grow_more(array, capacity, need, size);
}

/* Memory for one dossier. Zero-initialise it; arena_take gives 8-byte aligned memory (not zeroed)
 * that lives until arena_reset or arena_free. arena_reset keeps the largest block, so that the next
 * dossier costs no allocation. */
struct arena_block;
struct arena {
    struct arena_block *block;
    char *next; /* in the newest block */
    size_t left;
};
void *arena_take_more(struct arena *arena, size_t bytes); /* the part for when there is no room */
static inline void *arena_take(struct arena *arena, size_t bytes)
{
    size_t whole = (bytes + 7) & ~(size_t)7;
    char *p = arena->next;

    if (bytes > arena->left || !p)
        return arena_take_more(arena, bytes);
    arena->next += whole; /* `left` is of whole eights too */
    arena->left -= whole;
    return p;
}
void arena_reset(struct arena *arena);
void arena_free(struct arena *arena);
struct text arena_text(struct arena *arena,
                       struct text t); /* a copy, with a NUL behind it that is not counted */
char *arena_string(struct arena *arena, struct text t); /* the same, as a C string */

/* Bytes that grow. Zero-initialise it; p may be NULL while n is 0. */
struct buffer {
    char *p;
    size_t n;
    size_t capacity;
};
void buffer_put(struct buffer *b, const void *bytes, size_t n);
void buffer_byte(struct buffer *b, char c);
void buffer_repeat(struct buffer *b, char c, size_t times);
void buffer_string(struct buffer *b, const char *s);
void buffer_text(struct buffer *b, struct text t);
void buffer_format(struct buffer *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buffer_room(struct buffer *b, size_t more); /* makes sure that `more` bytes fit behind n */
void buffer_free(struct buffer *b);
struct text buffer_view(const struct buffer *b); /* valid until the buffer changes */

#endif
