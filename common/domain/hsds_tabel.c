/* Tables in the making. */
#include "domain/hsds_uit_inside.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

static size_t column_of(struct hsds_table *t, struct text name)
{
    size_t i = 0;

    while (i < t->column_count && !text_is(t->columns[i], name))
        i++;
    if (i == t->column_count) {
        mem_grow(&t->columns, &t->column_capacity, i + 1, sizeof *t->columns);
        t->columns[t->column_count++] = name;
    }
    return i;
}

struct hsds_table *hsds_table(struct hsds_out *o, struct text name)
{
    struct text rest, word;
    struct hsds_table *t;

    for (size_t i = 0; i < o->count; i++)
        if (text_is(o->tables[i].name, name))
            return &o->tables[i];
    mem_grow(&o->tables, &o->capacity, o->count + 1, sizeof *o->tables);
    t = &o->tables[o->count++];
    *t = (struct hsds_table){.name = name};
    rest = text_of(hsds_standard(name));
    while (text_next_word(&rest, &word))
        column_of(t, word);
    return t;
}

void hsds_begin_row(struct hsds_table *t)
{
    mem_grow(&t->rows, &t->capacity, t->count + 1, sizeof *t->rows);
    t->rows[t->count++] = (struct hsds_row){t->cell_count, 0};
}

void hsds_put(struct hsds_table *t, struct text column, struct text value)
{
    if (!value.n)
        return;
    mem_grow(&t->cells, &t->cell_capacity, t->cell_count + 1, sizeof *t->cells);
    t->cells[t->cell_count++] = (struct hsds_cell){column_of(t, column), value};
    t->rows[t->count - 1].count++;
}

void hsds_put_string(struct hsds_table *t, const char *column, struct text value)
{
    hsds_put(t, text_of(column), value);
}

struct text hsds_joined(struct hsds_out *o, struct text a, const char *b, struct text c)
{
    struct buffer all = {0};
    struct text kept;

    buffer_text(&all, a);
    buffer_string(&all, b);
    buffer_text(&all, c);
    kept = arena_text(&o->arena, buffer_view(&all));
    buffer_free(&all);
    return kept;
}

struct text hsds_numbered(struct hsds_out *o, struct text id, const char *word, size_t number)
{
    char end[128];

    snprintf(end, sizeof end, ".%s.%zu", word, number);
    return hsds_joined(o, id, end, TEXT(""));
}
