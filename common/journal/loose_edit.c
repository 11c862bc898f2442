#include "journal/loose_edit.h"
#include "base/text.h"
#include "journal/edit.h"

bool loose_edit_open(struct loose_edit *e, const char *path, bool *standard_input)
{
    struct session *s = e->session;

    e->path = path;
    if (!s->in_place)
        return edit_read_file(s, path, standard_input, &e->content);
    e->store = store_open(path, true, s->wait_seconds, &s->diag);
    return e->store && store_read(e->store, &e->content);
}

/* All records of the content, none of them wrong. */
static bool holds(struct loose_edit *e, struct buffer *content, size_t records)
{
    struct session *s = e->session;
    struct loose l = {.content = *content};
    struct record r;
    size_t count = 0;
    bool fine;

    loose_start(&l, s->schema, e->path, &s->diag);
    while (loose_next(&l, &r))
        count++;
    fine = !l.failed && count == records;
    *content = l.content;
    l.content = (struct buffer){0};
    loose_close(&l);
    if (!fine)
        diag_say(&s->diag, SEVERITY_ERROR, STATUS_SYSTEM, "eigen-fout",
                 "het nieuwe record klopt niet als het teruggelezen wordt. Er is niets geschreven. "
                 "Dit is een fout in Gesprek: meld hem");
    return fine;
}

bool loose_edit_give(struct loose_edit *e, struct buffer *content, size_t records,
                     struct text added, struct text keys)
{
    struct session *s = e->session;

    if (!holds(e, content, records))
        return false;
    if (!e->store) {
        out_raw(&s->out, s->only_new ? added : buffer_view(content));
        return true;
    }
    if (!store_replace(e->store, buffer_view(content)))
        return false;
    out_text(&s->out, keys);
    return true;
}

void loose_edit_close(struct loose_edit *e)
{
    store_close(e->store);
    buffer_free(&e->content);
    *e = (struct loose_edit){.session = e->session};
}
