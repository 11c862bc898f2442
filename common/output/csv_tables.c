#include "output/csv_tables.h"

#include "output/form.h"

#include <stdlib.h>

struct table {
    struct out out;
    void *data; /* the form's */
};

struct csv_tables {
    struct table tables[CSV_TABLES];
    size_t count;
};

struct csv_tables *csv_tables_open(void)
{
    struct csv_tables *t = mem_take(sizeof *t);

    *t = (struct csv_tables){0};
    return t;
}

bool csv_tables_add(struct csv_tables *t, int fd, const struct head *head)
{
    struct table *table = &t->tables[t->count++];

    *table = (struct table){.out = {.fd = fd}};
    return form_csv.begin(&table->data, &table->out, head);
}

bool csv_tables_rows(struct csv_tables *t, size_t which, const struct document *document)
{
    return form_csv.blocks(t->tables[which].data, document);
}

int csv_tables_close(struct csv_tables *t)
{
    int error = 0;

    for (size_t i = 0; i < t->count; i++) {
        struct table *table = &t->tables[i];
        form_csv.end(table->data, !table->out.error);
        out_close(&table->out);
        error = error ? error : table->out.error;
    }
    free(t);
    return error;
}
