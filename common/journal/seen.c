#include "journal/seen.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

enum { SHARDS = 256, FIRST_CAPACITY = 8 };

/* A file that is called after the dossier is noted by its directory alone: then 10,000 files need
 * no 10,000 names. */
static const uint32_t NAMED_AFTER_ID = 0x80000000U;

struct entry {
    uint64_t hash;   /* 0: free */
    uint32_t source; /* a number in names, perhaps with NAMED_AFTER_ID */
    uint32_t line;
};

struct shard {
    struct entry *entries;
    uint32_t capacity, count;
};

struct seen {
    struct shard shards[SHARDS];
    struct buffer names; /* C strings, one after the other */
    size_t *offsets;
    size_t name_count, name_capacity;
};

struct seen *seen_open(void)
{
    struct seen *s = mem_take(sizeof *s);
    memset(s, 0, sizeof *s);
    return s;
}

void seen_close(struct seen *s)
{
    if (!s)
        return;
    for (size_t i = 0; i < SHARDS; i++)
        free(s->shards[i].entries);
    buffer_free(&s->names);
    free(s->offsets);
    free(s);
}

/* The slot where `hash` is, or the free one where it should come. */
static struct entry *slot_of(const struct shard *shard, uint64_t hash)
{
    uint32_t i = (uint32_t)(((hash >> 32) * shard->capacity) >> 32);

    while (shard->entries[i].hash && shard->entries[i].hash != hash)
        i = i + 1 == shard->capacity ? 0 : i + 1;
    return &shard->entries[i];
}

static void grow(struct shard *shard)
{
    struct shard bigger = {NULL, shard->capacity + shard->capacity / 8, shard->count};

    if (bigger.capacity < FIRST_CAPACITY)
        bigger.capacity = FIRST_CAPACITY;
    bigger.entries = mem_take(bigger.capacity * sizeof *bigger.entries);
    memset(bigger.entries, 0, bigger.capacity * sizeof *bigger.entries);
    for (uint32_t i = 0; i < shard->capacity; i++)
        if (shard->entries[i].hash)
            *slot_of(&bigger, shard->entries[i].hash) = shard->entries[i];
    free(shard->entries);
    *shard = bigger;
}

static void make_room(struct shard *shard)
{
    if ((uint64_t)shard->count * 100 >= (uint64_t)shard->capacity * 88)
        grow(shard);
}

/* Files of one directory come one after the other, so it is enough to look at the last name. */
static uint32_t name_number(struct seen *s, const char *name)
{
    if (s->name_count && !strcmp(s->names.p + s->offsets[s->name_count - 1], name))
        return (uint32_t)(s->name_count - 1);
    mem_grow(&s->offsets, &s->name_capacity, s->name_count + 1, sizeof *s->offsets);
    s->offsets[s->name_count] = s->names.n;
    buffer_put(&s->names, name, strlen(name) + 1);
    return (uint32_t)s->name_count++;
}

static struct place place_of(const struct seen *s, const struct entry *e, struct text id,
                             struct buffer *name)
{
    const char *known = s->names.p + s->offsets[e->source & ~NAMED_AFTER_ID];

    name->n = 0;
    buffer_string(name, known);
    if (e->source & NAMED_AFTER_ID) {
        if (*known && name->p[name->n - 1] != '/')
            buffer_byte(name, '/');
        buffer_text(name, id);
        buffer_string(name, ".rec");
    }
    buffer_byte(name, '\0');
    return (struct place){name->p, e->line, 1};
}

bool seen_add(struct seen *s, struct text id, const struct source *source, uint32_t line,
              struct buffer *name, struct place *first)
{
    uint64_t hash = text_hash(id);
    struct shard *shard = &s->shards[hash & (SHARDS - 1)];
    struct entry *e;

    make_room(shard);
    e = slot_of(shard, hash);
    if (e->hash) {
        *first = place_of(s, e, id, name);
        return false;
    }
    e->hash = hash;
    e->line = line;
    e->source = source_named_after(source, id) ? name_number(s, source->directory) | NAMED_AFTER_ID
                                               : name_number(s, source->name);
    shard->count++;
    return true;
}

void seen_clear(struct seen *s)
{
    for (size_t i = 0; i < SHARDS; i++)
        if (s->shards[i].count) {
            memset(s->shards[i].entries, 0, s->shards[i].capacity * sizeof(struct entry));
            s->shards[i].count = 0;
        }
    s->names.n = s->name_count = 0;
}

/* A small table may be full: then there is no free slot to stop at. */
static bool has_hash(const struct seen *s, uint64_t hash)
{
    const struct shard *shard = &s->shards[hash & (SHARDS - 1)];
    uint32_t i = (uint32_t)(((hash >> 32) * shard->capacity) >> 32);

    for (uint32_t n = 0; n < shard->capacity && shard->entries[i].hash; n++) {
        if (shard->entries[i].hash == hash)
            return true;
        i = i + 1 == shard->capacity ? 0 : i + 1;
    }
    return false;
}

bool seen_has(const struct seen *s, struct text id)
{
    return has_hash(s, text_hash(id));
}

bool seen_apart(const struct seen *s, const struct seen *other)
{
    for (size_t i = 0; i < SHARDS; i++)
        for (uint32_t j = 0; j < other->shards[i].capacity; j++)
            if (other->shards[i].entries[j].hash && has_hash(s, other->shards[i].entries[j].hash))
                return false;
    return true;
}

/* The names first, in their order, so that each is there once. */
static uint32_t *join_names(struct seen *into, const struct seen *from)
{
    uint32_t *numbers = mem_take((from->name_count + 1) * sizeof *numbers);

    for (size_t i = 0; i < from->name_count; i++)
        numbers[i] = name_number(into, from->names.p + from->offsets[i]);
    return numbers;
}

void seen_join(struct seen *into, const struct seen *from)
{
    uint32_t *numbers = join_names(into, from);

    for (size_t i = 0; i < SHARDS; i++)
        for (uint32_t j = 0; j < from->shards[i].capacity; j++) {
            struct entry e = from->shards[i].entries[j];

            if (!e.hash)
                continue;
            e.source = numbers[e.source & ~NAMED_AFTER_ID] | (e.source & NAMED_AFTER_ID);
            make_room(&into->shards[i]);
            *slot_of(&into->shards[i], e.hash) = e;
            into->shards[i].count++;
        }
    free(numbers);
}
