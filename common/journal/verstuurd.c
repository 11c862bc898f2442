#include "journal/verstuurd.h"
#include "journal/store.h"

#include "base/lookup.h"
#include "base/text.h"
#include <stdlib.h>

enum { AGAIN_AFTER = 7, KEPT_AFTER = 35 };

static const char first_line[] = "# gesprek verstuurd 1";

struct entry {
    date sent, due;
    struct text name;
};

struct verstuurd {
    struct store *store;
    struct diag *diag;
    struct buffer content; /* the file, as it was read */
    struct arena arena;    /* names that were noted since */
    struct entry *list;
    size_t count, capacity;
    struct lookup numbers; /* in list, by name */
};

/* ---- finding ---- */

/* Of two names with the same hash the second is never found: it is sent once more, not lost. */
static struct entry *entry_of(const struct verstuurd *v, struct text name)
{
    const uint32_t *number = lookup_find(&v->numbers, text_hash(name));
    struct entry *e = number ? &v->list[*number] : NULL;

    return e && text_is(e->name, name) ? e : NULL;
}

static void add(struct verstuurd *v, struct entry e)
{
    struct entry *known = entry_of(v, e.name);

    if (known) {
        known->sent = e.sent;
        known->due = e.due;
        return;
    }
    mem_grow(&v->list, &v->capacity, v->count + 1, sizeof *v->list);
    lookup_put(&v->numbers, text_hash(e.name), (uint32_t)v->count);
    v->list[v->count++] = e;
}

/* ---- the file ---- */

/* `2026-11-22 2026-12-01 naam` */
static bool read_line(struct text line, struct entry *e)
{
    if (line.n < 23 || line.p[10] != ' ' || line.p[21] != ' ')
        return false;
    e->sent = date_parse((struct text){line.p, 10});
    e->due = date_parse((struct text){line.p + 11, 10});
    e->name = (struct text){line.p + 22, line.n - 22};
    return e->sent != DATE_NONE && e->due != DATE_NONE;
}

/* A file of something else is not written over. */
static bool read_all(struct verstuurd *v, const char *path)
{
    struct text rest = buffer_view(&v->content), line;
    struct entry e = {0};
    unsigned number = 0;

    while (text_next_line(&rest, &line)) {
        number++;
        if (number == 1 ? text_is_string(line, first_line) : read_line(line, &e)) {
            if (number > 1)
                add(v, e);
            continue;
        }
        diag_at(v->diag, SEVERITY_ERROR, STATUS_DATA, (struct place){path, number, 1},
                "geen-verstuurd",
                "dit is geen bestand van wat verstuurd is. Kies een ander bestand, of haal deze "
                "regel weg");
        return false;
    }
    return true;
}

struct verstuurd *verstuurd_open(const char *path, unsigned wait_seconds, struct diag *diag)
{
    struct verstuurd *v = mem_take(sizeof *v);

    *v = (struct verstuurd){.diag = diag};
    v->store = store_open(path, true, wait_seconds, diag);
    if (v->store && store_read(v->store, &v->content) && read_all(v, path))
        return v;
    verstuurd_close(v);
    return NULL;
}

bool verstuurd_moet(const struct verstuurd *v, struct text name, date due, date today)
{
    const struct entry *e = entry_of(v, name);

    return !e || (due < today && e->sent + AGAIN_AFTER <= today);
}

date verstuurd_laatst(const struct verstuurd *v, struct text name)
{
    const struct entry *e = entry_of(v, name);

    return e ? e->sent : DATE_NONE;
}

void verstuurd_noteer(struct verstuurd *v, struct text name, date due, date today)
{
    add(v, (struct entry){today, due, arena_text(&v->arena, name)});
}

/* What is still due is sent again within a week and a day, so what was not has been done. */
static bool is_past(const struct entry *e, date today)
{
    return e->sent + KEPT_AFTER < today && e->due + KEPT_AFTER < today;
}

bool verstuurd_bewaar(struct verstuurd *v, date today)
{
    struct buffer out = {0};
    char sent[11], due[11];
    bool fine;

    buffer_format(&out, "%s\n", first_line);
    for (size_t i = 0; i < v->count; i++) {
        const struct entry *e = &v->list[i];
        if (is_past(e, today))
            continue;
        buffer_format(&out, "%s %s ", date_write(e->sent, sent), date_write(e->due, due));
        buffer_text(&out, e->name);
        buffer_byte(&out, '\n');
    }
    fine = store_replace(v->store, buffer_view(&out));
    buffer_free(&out);
    return fine;
}

void verstuurd_close(struct verstuurd *v)
{
    if (!v)
        return;
    if (v->store)
        store_close(v->store);
    buffer_free(&v->content);
    arena_free(&v->arena);
    free(v->list);
    lookup_free(&v->numbers);
    free(v);
}
