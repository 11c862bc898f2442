#include "domain/verslag_nieuw.h"
#include "base/text.h"

static void fit_domein(struct addition *a, const struct dossier *d)
{
    const struct thing *t = fold_find(d, a->type, a->key);

    a->amends = a->key.n && t && t->opening && !t->withdrawn;
    for (size_t i = 0; a->amends && i < a->count; i++)
        if (a->given[i].field->flags & MANY)
            a->given[i].how = HOW_ADD;
}

void nieuw_fit(struct notes *n, struct dossier *d)
{
    const struct type *stap = schema_type(n->schema, TEXT("Stap"));
    const struct type *domein = schema_type(n->schema, TEXT("Domein"));
    struct addition *first = &n->list[0];
    const struct field *bij = schema_field(n->schema, stap, TEXT("Bij"));

    if (!first->key.n)
        first->key = arena_text(&n->arena, fold_next_key(d, first->type, 0));
    for (size_t i = 1; i < n->count; i++) {
        struct addition *a = &n->list[i];
        if (a->type == domein)
            fit_domein(a, d);
        else if (a->type == stap && !addition_has(a, bij))
            notes_give(n, a, "Bij", first->key);
    }
}
