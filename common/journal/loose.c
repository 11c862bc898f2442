#include "journal/loose.h"
#include "base/io.h"

#include <string.h>

bool loose_read(struct loose *l, int fd, size_t limit)
{
    return io_read_all(fd, &l->content, limit);
}

void loose_start(struct loose *l, const struct schema *schema, const char *name, struct diag *diag)
{
    buffer_room(&l->content, REC_PADDING);
    memset(l->content.p + l->content.n, 0, REC_PADDING);
    l->scan.at = l->content.p;
    l->scan.end = l->content.p + l->content.n;
    l->scan.line = 1;
    l->scan.last = true;
    l->in = (struct inspection){.schema = schema, .diag = diag, .file = name, .loose = true};
    l->closed = true;
}

/* A line or record without an end: said, and passed over with all that belongs to it. */
static void pass_over(struct loose *l, const struct rec_record *rec)
{
    const struct rec_problem *p = &l->scan.problems[rec->first_problem];

    diag_at(l->in.diag, SEVERITY_ERROR, STATUS_DATA, (struct place){l->in.file, p->line, p->column},
            p->code, "%s", rec_advice(p->code));
    l->failed = true;
    rec_skip(&l->scan);
}

/* Comments may hold bytes that no text may. */
static bool say_tail(struct loose *l, const struct rec_record *rec)
{
    struct inspected seen;

    inspect(&l->in, l->scan.fields, rec, l->scan.problems, &seen);
    l->failed = l->failed || seen.failed;
    l->closed = l->closed && !rec->raw.n;
    return false;
}

bool loose_next(struct loose *l, struct record *record)
{
    for (;;) {
        struct rec_record rec;
        struct inspected seen;
        enum rec_result result = rec_next(&l->scan, &rec);

        if (result == REC_GIANT) {
            pass_over(l, &rec);
            continue;
        }
        if (result != REC_RECORD)
            return say_tail(l, &rec);
        l->closed = rec.closed;
        inspect(&l->in, l->scan.fields, &rec, l->scan.problems, &seen);
        l->failed = l->failed || seen.failed;
        if (seen.failed || seen.outside)
            continue;
        *record = seen.record;
        return true;
    }
}

void loose_close(struct loose *l)
{
    rec_free(&l->scan);
    buffer_free(&l->content);
}

void loose_append(struct buffer *content, bool closed, struct text record)
{
    char before[REC_CLOSING] = "";

    if (content->n)
        rec_close(buffer_view(content), closed, rec_newline(buffer_view(content)), before);
    buffer_string(content, before);
    buffer_text(content, record);
}
