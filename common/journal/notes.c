#include "journal/notes.h"
#include "base/text.h"

#include <stdlib.h>

struct addition *notes_new(struct notes *n, const char *type)
{
    struct addition *a;

    mem_grow(&n->list, &n->capacity, n->count + 1, sizeof *n->list);
    a = &n->list[n->count++];
    *a = n->all;
    a->type = schema_type(n->schema, text_of(type));
    return a;
}

struct addition *notes_amend(struct notes *n, const struct thing *t)
{
    struct addition *a = notes_new(n, t->type->name);

    a->amends = true;
    a->key = arena_text(&n->arena, t->key);
    return a;
}

void notes_give_field(struct notes *n, struct addition *a, const struct field *field,
                      struct text value)
{
    addition_give(
        a, (struct given){.field = field, .how = HOW_SET, .value = arena_text(&n->arena, value)});
}

void notes_give(struct notes *n, struct addition *a, const char *field, struct text value)
{
    notes_give_field(n, a, schema_field(n->schema, a->type, text_of(field)), value);
}

void notes_free(struct notes *n)
{
    for (size_t i = 0; i < n->count; i++)
        addition_free(&n->list[i]);
    free(n->list);
    arena_free(&n->arena);
}
