#include "domain/kaart.h"
#include "base/operands.h"
#include "base/text.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { KAART_LIMIT = 1 << 30, KEY_ROOM = 56 }; /* a key has 64 bytes: `-2` must fit */

/* ---- reading ---- */

static enum kaart_soort soort_of(const struct type *type)
{
    static const char *const names[KAART_ANDERS] = {"Organisatie", "Dienst", "Contact", "Convenant",
                                                    "Tabelrij"};
    int i = 0;

    while (i < KAART_ANDERS && (!type || strcmp(type->name, names[i]) != 0))
        i++;
    return (enum kaart_soort)i;
}

static void say_double(struct kaart *k, const struct kaart_item *first, const struct record *r)
{
    char key[QUOTE_SIZE];

    diag_at(k->diag, SEVERITY_ERROR, STATUS_DATA, r->place, "sleutel-dubbel",
            "de sleutel %s is al van een ander record (%s:%u). Geef dit record een andere sleutel",
            quote(r->key, key), first->record.place.file, first->record.place.line);
    k->failed = true;
}

static void add(struct kaart *k, const struct record *r)
{
    const struct kaart_item *first = kaart_find(k, r->key);

    if (first) {
        say_double(k, first, r);
        return;
    }
    mem_grow(&k->items, &k->capacity, k->count + 1, sizeof *k->items);
    lookup_put(&k->keys, text_hash(r->key), (uint32_t)k->count);
    k->items[k->count++] = (struct kaart_item){.soort = soort_of(r->type), .record = *r};
}

/* Only when all of a file is scanned do its fields stay where they are. */
static void settle(struct kaart *k, size_t from, struct loose *l)
{
    for (size_t i = from; i < k->count; i++) {
        struct kaart_item *item = &k->items[i];
        item->fields = l->scan.fields + item->record.first;
        item->count = item->record.count;
        for (size_t f = 0; f < item->count; f++)
            if (item->fields[f].coded) {
                item->fields[f].value = rec_decode(&k->arena, &item->fields[f]);
                item->fields[f].coded = false;
            }
    }
}

static struct loose *new_file(struct kaart *k)
{
    struct loose *l = mem_take(sizeof *l);

    *l = (struct loose){0};
    mem_grow(&k->files, &k->file_capacity, k->file_count + 1, sizeof *k->files);
    k->files[k->file_count++] = l;
    return l;
}

static void scan(struct kaart *k, struct loose *l, const char *name)
{
    size_t from = k->count;
    struct record r;

    loose_start(l, k->schema, name, k->diag);
    l->in.findings = k->findings;
    while (loose_next(l, &r))
        add(k, &r);
    settle(k, from, l);
    k->failed = k->failed || l->failed;
}

bool kaart_read(struct kaart *k, int fd, const char *name)
{
    struct loose *l = new_file(k);

    if (!loose_read(l, fd, KAART_LIMIT)) {
        diag_at(k->diag, SEVERITY_ERROR, STATUS_SYSTEM, (struct place){name, 0, 0}, "bestand",
                "dit kan niet gelezen worden: %s", diag_errno(errno));
        k->failed = true;
        return false;
    }
    scan(k, l, name);
    return true;
}

void kaart_take(struct kaart *k, struct buffer *content, const char *name)
{
    struct loose *l = new_file(k);

    l->content = *content;
    *content = (struct buffer){0};
    scan(k, l, name);
}

void kaart_read_all(struct kaart *k, char **paths, size_t count)
{
    struct operands *operands = operands_open(paths, count, k->diag);
    struct source source;

    while (operands_next(operands, &source))
        kaart_read(k, source.fd, arena_string(&k->arena, text_of(source.name)));
    operands_close(operands);
}

const char *kaart_default(void)
{
    const char *path = getenv("GESPREK_KAART");

    return path && *path ? path : NULL;
}

void kaart_free(struct kaart *k)
{
    for (size_t i = 0; i < k->file_count; i++) {
        loose_close(k->files[i]);
        free(k->files[i]);
    }
    free(k->files);
    free(k->items);
    lookup_free(&k->keys);
    arena_free(&k->arena);
}

/* ---- what there is ---- */

size_t kaart_size(const struct kaart *k)
{
    size_t n = 0;

    for (size_t i = 0; i < k->count; i++)
        n += k->items[i].soort < KAART_RIJ;
    return n;
}

const struct kaart_item *kaart_find(const struct kaart *k, struct text key)
{
    const uint32_t *at = lookup_find(&k->keys, text_hash(key));

    return at ? &k->items[*at] : NULL;
}

bool kaart_next(const struct kaart_item *item, const char *field, size_t *at, struct text *value)
{
    while (++*at < item->count) {
        const struct rec_field *f = &item->fields[*at];
        if (text_is_string(f->name, field) && text_trim(f->value).n) {
            *value = f->value;
            return true;
        }
    }
    return false;
}

struct text kaart_value(const struct kaart_item *item, const char *field)
{
    struct text value = {"", 0};
    size_t at = 0;

    kaart_next(item, field, &at, &value);
    return value;
}

void kaart_put(struct buffer *out, const struct kaart_item *item, const char *field,
               const char *between)
{
    struct text value;
    const char *before = "";

    for (size_t at = 0; kaart_next(item, field, &at, &value); before = between) {
        buffer_string(out, before);
        buffer_text(out, value);
    }
}

const struct kaart_item *kaart_bij(const struct kaart *k, const struct kaart_item *item)
{
    struct text key = text_trim(kaart_value(item, "Bij"));

    return key.n ? kaart_find(k, key) : NULL;
}

const struct kaart_item *kaart_met(const struct kaart *k, const struct kaart_item *item,
                                   const char *field)
{
    const struct kaart_item *organisatie = kaart_value(item, field).n ? NULL : kaart_bij(k, item);

    return organisatie && kaart_value(organisatie, field).n ? organisatie : item;
}

/* ---- looking it over ---- */

static void say_broken(const struct kaart *k, const struct kaart_item *item,
                       const struct rec_field *f, const char *types)
{
    char key[QUOTE_SIZE];

    diag_at(k->diag, SEVERITY_ERROR, STATUS_NO,
            (struct place){item->record.place.file, f->line, (uint32_t)f->name.n + 2},
            "verwijzing-stuk", "%.*s noemt %s, en dat is hier geen sleutel van: %s", (int)f->name.n,
            f->name.p, quote(f->value, key), types);
}

static void check_references(const struct kaart *k, const struct kaart_item *item)
{
    for (size_t i = 1; i < item->count; i++) {
        const struct rec_field *f = &item->fields[i];
        const struct field *field = schema_field(k->schema, item->record.type, f->name);
        const struct kaart_item *to;
        if (!field || field->kind != KIND_REFERENCE || !text_trim(f->value).n)
            continue;
        to = kaart_find(k, f->value);
        if (!to || !to->record.type || !text_has_word(field->detail, to->record.type_name))
            say_broken(k, item, f, field->detail);
    }
}

static void check_bold(const struct kaart *k, const struct kaart_item *item)
{
    for (const struct field *f = item->record.type->fields; f->name; f++)
        if (f->flags & OPENS && !kaart_value(item, f->name).n)
            diag_at(k->diag, SEVERITY_ERROR, STATUS_NO, item->record.place, "veld-nodig",
                    "%s is nog niet genoteerd, en hoort bij %s. Vul het aan", f->name,
                    item->record.type->name);
}

void kaart_nakijken(const struct kaart *k)
{
    for (size_t i = 0; i < k->count; i++)
        if (k->items[i].soort != KAART_ANDERS) {
            check_bold(k, &k->items[i]);
            check_references(k, &k->items[i]);
        }
}

/* ---- keys ---- */

/* Letters and digits, with one dash for whatever stands between them. */
static void put_slug(struct buffer *out, struct text name)
{
    struct buffer plain = {0};

    text_plain(&plain, name);
    for (size_t i = 0; i < plain.n && out->n < KEY_ROOM; i++) {
        char c = plain.p[i];
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            buffer_byte(out, c);
        else if (out->n && out->p[out->n - 1] != '-')
            buffer_byte(out, '-');
    }
    while (out->n && out->p[out->n - 1] == '-')
        out->n--;
    if (!out->n)
        buffer_string(out, "nieuw");
    buffer_free(&plain);
}

static bool is_taken(const struct kaart *k, const struct kaart_sleutels *sleutels, struct text key)
{
    return kaart_find(k, key) || lookup_find(&sleutels->taken, text_hash(key));
}

struct text kaart_sleutel(const struct kaart *k, struct text name, struct kaart_sleutels *sleutels,
                          struct arena *arena)
{
    struct buffer key = {0};
    const uint32_t *last;
    struct text made;
    uint64_t hash;
    uint32_t n;
    size_t stem;

    put_slug(&key, name);
    stem = key.n;
    hash = text_hash(buffer_view(&key));
    last = lookup_find(&sleutels->last, hash);
    for (n = last ? *last : 1; is_taken(k, sleutels, buffer_view(&key)); n++) {
        key.n = stem;
        buffer_format(&key, "-%u", n + 1);
    }
    lookup_set(&sleutels->last, hash, n);
    lookup_put(&sleutels->taken, text_hash(buffer_view(&key)), 0);
    made = arena_text(arena, buffer_view(&key));
    buffer_free(&key);
    return made;
}
