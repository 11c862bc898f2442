#include "journal/doubles.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

struct entry {
    uint64_t hash;   /* 0: free */
    uint32_t person; /* of one known by name and birth: bits of its Persoon, 0 when not known */
    uint32_t where;  /* a row, or EXISTS and where the number of the dossier begins in ids */
};

static const uint32_t EXISTS = 0x80000000U;
enum { SHARDS = 64, FIRST_CAPACITY = 8 };

/* Tables that each grow by a quarter when they are seven eighths full: together they never need
 * much more than they hold. */
struct shard {
    struct entry *entries;
    uint32_t capacity, count;
};

struct doubles {
    struct shard shards[SHARDS];
    struct buffer ids; /* C strings, one after the other */
    uint32_t last_id;  /* where the last of them begins */
};

struct doubles *doubles_open(void)
{
    struct doubles *d = mem_take(sizeof *d);

    memset(d, 0, sizeof *d);
    return d;
}

void doubles_close(struct doubles *d)
{
    if (!d)
        return;
    for (size_t i = 0; i < SHARDS; i++)
        free(d->shards[i].entries);
    buffer_free(&d->ids);
    free(d);
}

/* ---- the tables: several entries may have one hash ---- */

static uint32_t first_slot(const struct shard *s, uint64_t hash)
{
    return (uint32_t)(((hash >> 32) * s->capacity) >> 32);
}

static uint32_t next_slot(const struct shard *s, uint32_t i)
{
    return i + 1 == s->capacity ? 0 : i + 1;
}

static void put(struct shard *s, struct entry e)
{
    uint32_t i = first_slot(s, e.hash);

    while (s->entries[i].hash)
        i = next_slot(s, i);
    s->entries[i] = e;
}

static void grow(struct shard *s)
{
    struct shard bigger = {NULL, s->capacity + s->capacity / 4, s->count};

    if (bigger.capacity < FIRST_CAPACITY)
        bigger.capacity = FIRST_CAPACITY;
    bigger.entries = mem_take(bigger.capacity * sizeof *bigger.entries);
    memset(bigger.entries, 0, bigger.capacity * sizeof *bigger.entries);
    for (uint32_t i = 0; i < s->capacity; i++)
        if (s->entries[i].hash)
            put(&bigger, s->entries[i]);
    free(s->entries);
    *s = bigger;
}

static void add(struct doubles *d, struct entry e)
{
    struct shard *s = &d->shards[e.hash % SHARDS];

    if ((uint64_t)s->count * 8 >= (uint64_t)s->capacity * 7)
        grow(s);
    put(s, e);
    s->count++;
}

static bool find(const struct doubles *d, uint64_t hash, uint32_t person, uint32_t row,
                 struct double_hit *hit)
{
    const struct shard *s = &d->shards[hash % SHARDS];

    if (!s->capacity)
        return false;
    for (uint32_t i = first_slot(s, hash); s->entries[i].hash; i = next_slot(s, i)) {
        const struct entry *e = &s->entries[i];
        bool another = e->person && person && e->person != person, exists = e->where & EXISTS;
        if (e->hash != hash || another || (!exists && e->where >= row))
            continue;
        *hit = exists ? (struct double_hit){d->ids.p + (e->where & ~EXISTS), 0}
                      : (struct double_hit){NULL, e->where};
        return true;
    }
    return false;
}

/* ---- what somebody is known by ---- */

/* Capitals and blanks do not make another name. */
static void put_plain(struct buffer *b, struct text t)
{
    for (size_t i = 0; i < t.n; i++)
        if (!strchr(" \t\r\n", t.p[i]))
            buffer_byte(b, t.p[i] >= 'A' && t.p[i] <= 'Z' ? (char)(t.p[i] - 'A' + 'a') : t.p[i]);
    buffer_byte(b, '\0');
}

static uint64_t hash_of(char kind, struct text a, struct text b, struct text c)
{
    struct buffer room = {0};
    uint64_t hash;

    buffer_byte(&room, kind);
    put_plain(&room, a);
    put_plain(&room, b);
    put_plain(&room, c);
    hash = text_hash(buffer_view(&room));
    buffer_free(&room);
    return hash;
}

static uint64_t person_of(const struct double_who *who)
{
    return who->person.n ? hash_of('p', who->person, TEXT(""), TEXT("")) : 0;
}

static uint64_t named_of(const struct double_who *who)
{
    bool known = who->born.n && (who->name.n || who->family.n);
    return known ? hash_of('n', who->name, who->family, who->born) : 0;
}

static uint64_t number_of(struct text id)
{
    return hash_of('d', id, TEXT(""), TEXT(""));
}

/* Never 0 for somebody with a Persoon. */
static uint32_t tag_of(uint64_t person)
{
    return person ? (uint32_t)(person >> 16) | 1 : 0;
}

/* One dossier is noted for several things, one after the other: its number is kept once. */
static uint32_t where_of(struct doubles *d, uint32_t row, struct text id)
{
    if (row)
        return row;
    if (!d->ids.n || !text_is_string(id, d->ids.p + d->last_id)) {
        d->last_id = (uint32_t)d->ids.n;
        buffer_text(&d->ids, id);
        buffer_byte(&d->ids, '\0');
    }
    return d->last_id | EXISTS;
}

void doubles_add(struct doubles *d, const struct double_who *who, uint32_t row, struct text id)
{
    uint64_t person = person_of(who), named = named_of(who);
    uint32_t where = where_of(d, row, id);

    if (person)
        add(d, (struct entry){person, 0, where});
    if (named)
        add(d, (struct entry){named, tag_of(person), where});
    if (!person && !named)
        add(d, (struct entry){who->print, 0, where});
}

bool doubles_find(const struct doubles *d, const struct double_who *who, uint32_t row,
                  struct double_hit *hit)
{
    uint64_t person = person_of(who), named = named_of(who);

    if (!person && !named)
        return find(d, who->print, 0, row, hit);
    return (person && find(d, person, 0, row, hit)) ||
           (named && find(d, named, tag_of(person), row, hit));
}

void doubles_add_number(struct doubles *d, struct text id, uint32_t row)
{
    add(d, (struct entry){number_of(id), 0, where_of(d, row, id)});
}

bool doubles_find_number(const struct doubles *d, struct text id, uint32_t row,
                         struct double_hit *hit)
{
    return find(d, number_of(id), 0, row, hit);
}
