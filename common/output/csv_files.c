#include "output/csv_files.h"

#include "journal/store_new.h"
#include "output/form.h"

#include <stdlib.h>

struct table {
    struct out out;
    void *data; /* the form's; NULL: ended */
};

struct csv_files {
    struct store_batch *batch;
    struct diag *diag;
    struct table tables[STORE_BATCH];
    size_t count;
};

struct csv_files *csv_files_open(const char *directory, unsigned wait_seconds, struct diag *diag)
{
    struct store_batch *batch = store_batch_open_private(directory, wait_seconds, diag);
    struct csv_files *f;

    if (!batch)
        return NULL;
    f = mem_take(sizeof *f);
    *f = (struct csv_files){.batch = batch, .diag = diag};
    return f;
}

static bool not_written(struct csv_files *f, int error)
{
    diag_say(f->diag, SEVERITY_ERROR, STATUS_SYSTEM, "schrijven",
             "schrijven mislukt, er is niets geschreven: %s", diag_errno(error));
    return false;
}

static bool is_free(struct csv_files *f, const char *name)
{
    if (!store_batch_has(f->batch, name))
        return true;
    diag_at(f->diag, SEVERITY_ERROR, STATUS_SYSTEM, (struct place){name, 0, 0}, "bestaat-al",
            "er is niets geschreven: dit bestand is er al, en daar komt niets overheen. Kies een "
            "lege map");
    return false;
}

bool csv_files_add(struct csv_files *f, const char *name, const struct head *head)
{
    struct table *t = &f->tables[f->count];
    struct buffer file = {0};
    int fd;

    buffer_format(&file, "%s.csv", name);
    buffer_byte(&file, '\0');
    fd = is_free(f, file.p) ? store_batch_begin(f->batch, file.p) : -1;
    buffer_free(&file);
    if (fd < 0)
        return false;
    *t = (struct table){.out = {.fd = fd}};
    f->count++;
    return form_csv.begin(&t->data, &t->out, head) || not_written(f, t->out.error);
}

bool csv_files_rows(struct csv_files *f, size_t which, const struct document *document)
{
    struct table *t = &f->tables[which];

    return form_csv.blocks(t->data, document) || not_written(f, t->out.error);
}

bool csv_files_text(struct csv_files *f, const char *name, struct text content)
{
    return is_free(f, name) && store_batch_add(f->batch, name, content);
}

/* What is still in memory goes to the files; 0, or the first thing that went wrong (an errno). */
static int finish_tables(struct csv_files *f)
{
    int error = 0;

    for (size_t i = 0; i < f->count; i++) {
        struct table *t = &f->tables[i];
        if (t->data)
            form_csv.end(t->data, true);
        t->data = NULL;
        out_close(&t->out);
        error = error ? error : t->out.error;
    }
    return error;
}

bool csv_files_commit(struct csv_files *f)
{
    int error = finish_tables(f);
    unsigned errors = f->diag->errors;

    if (error)
        return not_written(f, error);
    store_batch_commit(f->batch);
    return f->diag->errors == errors;
}

void csv_files_close(struct csv_files *f)
{
    if (!f)
        return;
    for (size_t i = 0; i < f->count; i++) {
        if (f->tables[i].data)
            form_csv.end(f->tables[i].data, false);
        out_drop(&f->tables[i].out);
    }
    store_batch_close(f->batch);
    free(f);
}
