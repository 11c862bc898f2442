#include "base/document.h"

#include "base/text.h"
#include <string.h>

enum { FIRST_BLOCKS = 16 };

void document_start(struct document *d, struct arena *arena)
{
    *d = (struct document){.arena = arena};
}

/* An arena gives nothing back: the old list stays behind until the arena is reset. Doubling keeps
 * all old lists together below the newest, and cannot wrap: arena_take refuses a list long before
 * that. */
static void document_grow(struct document *d)
{
    size_t capacity = d->capacity ? d->capacity * 2 : FIRST_BLOCKS;
    struct block *blocks = arena_take(d->arena, capacity * sizeof *blocks);

    if (d->count)
        memcpy(blocks, d->blocks, d->count * sizeof *blocks);
    d->blocks = blocks;
    d->capacity = capacity;
}

void document_add(struct document *d, struct block block)
{
    if (d->count == d->capacity)
        document_grow(d);
    d->blocks[d->count++] = block;
}

void document_heading(struct document *d, int level, struct text value)
{
    document_add(d, (struct block){.kind = BLOCK_HEADING, .level = level, .value = value});
}

void document_text(struct document *d, struct text value)
{
    document_add(d, (struct block){.kind = BLOCK_TEXT, .value = value});
}

void document_pair(struct document *d, int level, const char *label, struct text value)
{
    document_add(d,
                 (struct block){
                     .kind = BLOCK_PAIR, .level = level, .label = text_of(label), .value = value});
}

void document_item(struct document *d, int level, struct text label, struct text value)
{
    document_add(
        d, (struct block){.kind = BLOCK_ITEM, .level = level, .label = label, .value = value});
}

void document_note(struct document *d, struct text value)
{
    document_add(d, (struct block){.kind = BLOCK_NOTE, .value = value});
}

void document_room(struct document *d, int lines)
{
    document_add(d, (struct block){.kind = BLOCK_ROOM, .level = lines});
}

void document_picture(struct document *d, const struct picture *picture)
{
    document_add(d, (struct block){.kind = BLOCK_PICTURE, .picture = picture});
}

void document_row(struct document *d, const struct text *cells)
{
    document_add(d, (struct block){.kind = BLOCK_ROW, .cells = cells});
}
