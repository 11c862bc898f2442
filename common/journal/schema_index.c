#include "base/text.h"
#include "journal/schema_lookup.h"

#include <stdlib.h>
#include <string.h>

static uint64_t head_of(const char *p, size_t n)
{
    uint64_t head = 0;
    memcpy(&head, p, n < 8 ? n : 8);
    return head;
}

static size_t first_slot(uint64_t head, size_t length)
{
    return (size_t)(((head ^ ((uint64_t)length << 56)) * 0x9E3779B97F4A7C15U) >> 54);
}

static name_id schema_find(const struct schema *s, uint64_t head, const char *p, size_t n)
{
    for (size_t i = first_slot(head, n); s->slots[i].length; i = (i + 1) & (SCHEMA_SLOTS - 1)) {
        const struct schema_slot *slot = &s->slots[i];
        if (slot->head == head && slot->length == n &&
            (n <= 8 || !memcmp(s->names[slot->id] + 8, p + 8, n - 8)))
            return slot->id;
    }
    return NAME_UNKNOWN;
}

name_id schema_name(const struct schema *s, struct text name)
{
    return schema_find(s, head_of(name.p, name.n), name.p, name.n);
}

size_t schema_name_count(const struct schema *s)
{
    return s->name_count;
}

size_t schema_type_count(const struct schema *s)
{
    return s->type_count;
}

static name_id add_name(struct schema *s, const char *name)
{
    size_t n = strlen(name);
    uint64_t head = head_of(name, n);
    name_id id = schema_find(s, head, name, n);
    size_t i = first_slot(head, n);

    if (id != NAME_UNKNOWN)
        return id;
    while (s->slots[i].length)
        i = (i + 1) & (SCHEMA_SLOTS - 1);
    s->slots[i] = (struct schema_slot){head, (uint16_t)n, (name_id)s->name_count};
    s->names[s->name_count++] = name;
    return s->slots[i].id;
}

static void add_all_names(struct schema *s)
{
    for (const struct field *f = schema_common; f->name; f++)
        add_name(s, f->name);
    for (const struct type *t = schema_types; t->name; t++) {
        add_name(s, t->name);
        for (const struct field *f = t->fields; f->name; f++)
            add_name(s, f->name);
        s->type_count++;
    }
}

/* A text of the schema may end where nothing can be read behind it. */
static struct schema_word word_of(struct text t)
{
    char copy[16] = "";

    memcpy(copy, t.p, t.n < sizeof copy ? t.n : sizeof copy);
    return schema_word(copy, t.n);
}

static int field_count(const struct type *type)
{
    int n = 0;
    while (type && type->fields[n].name)
        n++;
    return n;
}

/* False: two words have the same slot. */
static bool place_words(struct schema_words *words)
{
    memset(words->slots, words->count, sizeof words->slots);
    for (int i = 0; i < words->count; i++) {
        uint8_t *slot = &words->slots[schema_word_slot(words->factor, &words->list[i])];
        if (*slot != words->count)
            return false;
        *slot = (uint8_t)i;
    }
    return true;
}

/* A factor under which all words have different slots: of a long list one in some fifty will do. No
 * two words of a list have the same length and the same first 16 bytes: none would do for those. */
static void give_slots(struct schema_words *words)
{
    words->factor = 0x9E3779B97F4A7C15U;
    while (!place_words(words))
        words->factor += 0x2545F4914F6CDD1EU;
}

/* Makes `words` of `count` texts. */
static void fill_words(struct schema *s, struct schema_words *words, const struct text *texts,
                       int count)
{
    struct schema_word *list = arena_take(&s->arena, ((size_t)count + 1) * sizeof *list);

    words->list = list;
    words->rest = arena_take(&s->arena, ((size_t)count + 1) * sizeof *words->rest);
    words->count = count;
    for (int i = 0; i < count; i++) {
        list[i] = word_of(texts[i]);
        words->rest[i] = texts[i].n > 16 ? texts[i].p + 16 : NULL;
    }
    list[count] = (struct schema_word){0};
    words->rest[count] = NULL;
    give_slots(words);
}

/* The words of a choice field, old ones too. */
static const struct schema_choices *choices_of(struct schema *s, const struct field *f)
{
    struct text rest = schema_choices(f), word, reads[SCHEMA_WORD_SLOTS];
    struct schema_choices *choices;
    int n = 0;

    if (!rest.n)
        return NULL;
    choices = arena_take(&s->arena, sizeof *choices);
    choices->writes = arena_take(&s->arena, (rest.n / 2 + 1) * sizeof *choices->writes);
    for (; text_next_word(&rest, &word); n++)
        schema_split_choice(word, &reads[n], &choices->writes[n]);
    fill_words(s, &choices->reads, reads, n);
    return choices;
}

/* `common`: its place in schema_common; below 0 when it is of the type itself. */
static int look_for(const struct field *f, int common)
{
    if (common == COMMON_DOOR)
        return LOOK_NOWHERE;
    if (common >= 0)
        return LOOK_COMMON + common;
    switch (f->kind) {
    case KIND_TEXT:
    case KIND_REFERENCE_OR_TEXT:
        return LOOK_NOWHERE;
    case KIND_CHOICE:
    case KIND_YESNO:
        return LOOK_CHOICE;
    case KIND_DATE:
        return LOOK_DAY;
    default:
        return LOOK_FORM;
    }
}

static void fill_place(struct schema *s, struct schema_row *row, int at, const struct field *f,
                       struct schema_place *place)
{
    *place = (struct schema_place){.once = f->flags & MANY ? 0 : 1ULL << at,
                                   .id = add_name(s, f->name),
                                   .look = (uint8_t)look_for(f, at - row->own)};
    row->fields[at] = f;
    row->choices[at] = choices_of(s, f);
}

static void fill_row(struct schema *s, struct schema_row *row, const struct type *type)
{
    int own = field_count(type), count = own + COMMON_COUNT;
    struct schema_place *places = arena_take(&s->arena, (size_t)count * sizeof *places);
    int8_t *index = arena_take(&s->arena, s->name_count);
    struct text names[SCHEMA_WORD_SLOTS];

    *row = (struct schema_row){.places = places, .own = own, .index = index};
    row->fields = arena_take(&s->arena, (size_t)count * sizeof *row->fields);
    row->choices = arena_take(&s->arena, (size_t)count * sizeof *row->choices);
    memset(index, -1, s->name_count);
    for (int at = 0; at < count; at++) {
        const struct field *f = at < own ? &type->fields[at] : &schema_common[at - own];
        fill_place(s, row, at, f, &places[at]);
        index[places[at].id] = (int8_t)at;
        names[at] = text_of(f->name);
    }
    fill_words(s, &row->names, names, count);
}

static void fill_types(struct schema *s)
{
    struct text names[SCHEMA_WORD_SLOTS];

    s->type_of_name = arena_take(&s->arena, s->name_count * sizeof *s->type_of_name);
    s->type_names = arena_take(&s->arena, s->type_count * sizeof *s->type_names);
    for (size_t i = 0; i < s->name_count; i++)
        s->type_of_name[i] = NULL;
    for (size_t t = 0; t < s->type_count; t++) {
        names[t] = text_of(schema_types[t].name);
        s->type_names[t] = add_name(s, schema_types[t].name);
        s->type_of_name[s->type_names[t]] = &schema_types[t];
    }
    fill_words(s, &s->types, names, (int)s->type_count);
}

struct schema *schema_open(void)
{
    struct schema *s = mem_take(sizeof *s);

    memset(s, 0, sizeof *s);
    add_all_names(s);
    fill_types(s);
    s->rows = arena_take(&s->arena, (s->type_count + 1) * sizeof *s->rows);
    for (size_t t = 0; t < s->type_count; t++)
        fill_row(s, &s->rows[t], &schema_types[t]);
    fill_row(s, &s->rows[s->type_count], NULL);
    return s;
}

void schema_close(struct schema *s)
{
    if (!s)
        return;
    arena_free(&s->arena);
    free(s);
}

const struct type *schema_type_named(const struct schema *s, name_id name)
{
    return name == NAME_UNKNOWN ? NULL : s->type_of_name[name];
}

const struct type *schema_type(const struct schema *s, struct text name)
{
    return schema_type_named(s, schema_name(s, name));
}

static const struct schema_row *schema_row(const struct schema *s, const struct type *type)
{
    return &s->rows[type ? (size_t)(type - schema_types) : s->type_count];
}

int schema_field_index(const struct schema *s, const struct type *type, name_id name)
{
    return name == NAME_UNKNOWN ? -1 : schema_row(s, type)->index[name];
}

const struct field *schema_field_at(const struct schema *s, const struct type *type, int index)
{
    const struct schema_row *row = schema_row(s, type);

    if (index < 0)
        return NULL;
    return row->fields[index];
}

const struct field *schema_field(const struct schema *s, const struct type *type, struct text name)
{
    return schema_field_at(s, type, schema_field_index(s, type, schema_name(s, name)));
}

const struct type *schema_type_of_key(struct text key)
{
    size_t letters = 0;

    while (letters < key.n && key.p[letters] >= 'A' && key.p[letters] <= 'Z')
        letters++;
    for (size_t i = letters; i < key.n; i++)
        if (key.p[i] < '0' || key.p[i] > '9')
            return NULL;
    if (!letters || letters == key.n)
        return NULL;
    for (const struct type *t = schema_types; t->name; t++)
        if (text_is_string((struct text){key.p, letters}, t->letter))
            return t;
    return NULL;
}

bool schema_key_good(struct text key)
{
    if (key.n == 0 || key.n > 64)
        return false;
    for (size_t i = 0; i < key.n; i++) {
        char c = key.p[i];
        bool alnum = ((c | 32) >= 'a' && (c | 32) <= 'z') || (c >= '0' && c <= '9');
        if (!alnum && (i == 0 || (c != '.' && c != '_' && c != '-')))
            return false;
    }
    return true;
}

void schema_option_name(struct buffer *out, const char *name)
{
    for (; *name; name++)
        buffer_byte(out,
                    *name == '_' ? '-' : (char)(*name >= 'A' && *name <= 'Z' ? *name + 32 : *name));
}
