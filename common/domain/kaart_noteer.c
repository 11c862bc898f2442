#include "domain/kaart_noteer.h"
#include "base/text.h"
#include "domain/hsds.h"
#include "domain/kaart_schrijf.h"
#include "journal/edit.h"
#include "journal/loose_edit.h"
#include "journal/questions.h"
#include "journal/target.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- reading ---- */

bool kaart_open(struct kaart *k, struct session *s, size_t first, const char *path)
{
    size_t count = path ? 0 : s->cli.operand_count - first;
    char *one[1] = {(char *)(uintptr_t)(path ? path : kaart_default())};
    unsigned errors = s->diag.errors;

    if (!count && !one[0] && isatty(STDIN_FILENO))
        session_wrong(s, "noem de sociale kaart, of zet in GESPREK_KAART waar die staat");
    if (count)
        kaart_read_all(k, s->cli.operands + first, count);
    else
        kaart_read_all(k, one, one[0] ? 1 : 0);
    if (kaart_size(k) || s->diag.errors > errors)
        return kaart_size(k) > 0;
    diag_say(&s->diag, SEVERITY_ERROR, STATUS_NO, "geen-kaart",
             "hier staat geen sociale kaart in. Kijk de naam na, of zet er de eerste organisatie "
             "in met gesprek-kaart nieuw -i");
    return false;
}

/* ---- a writer's file ---- */

struct work {
    struct session *session;
    const struct kaart_wens *wish;
    struct loose_edit edit;
    struct kaart kaart;
    bool standard_input;
};

static const char *path_of(struct session *s, size_t first)
{
    size_t count = s->cli.operand_count > first ? s->cli.operand_count - first : 0;
    const char *path = count ? s->cli.operands[first] : kaart_default();

    if (count > 1)
        session_wrong(s, "noem een bestand tegelijk");
    if (path && target_is_directory(path))
        session_wrong(s, "dit is een map. Noem het bestand waarin het moet");
    if (s->in_place && (!path || !strcmp(path, "-")))
        session_wrong(s, "-i wijzigt een bestand: noem het, of zet GESPREK_KAART");
    if ((!path || !strcmp(path, "-")) && isatty(STDIN_FILENO))
        session_wrong(s, "noem een bestand, of geef de sociale kaart op de standaardinvoer");
    return path ? path : "-";
}

static void start(struct work *w, struct session *s, const struct kaart_wens *wish)
{
    *w = (struct work){.session = s, .wish = wish};
    w->edit.session = s;
    w->kaart.schema = s->schema;
    w->kaart.diag = &s->diag;
}

/* The kaart as it is; with -i under the lock. False: said. */
static bool open_work(struct work *w, size_t first)
{
    struct session *s = w->session;
    const char *path = path_of(s, first);

    if (!loose_edit_open(&w->edit, path, &w->standard_input))
        return false;
    if (!s->in_place && !text_trim(buffer_view(&w->edit.content)).n) {
        diag_at(&s->diag, SEVERITY_ERROR, STATUS_DATA, (struct place){path, 0, 0}, "leeg",
                "hier staat geen sociale kaart in. Er is niets geschreven");
        return false;
    }
    kaart_take(&w->kaart, &w->edit.content, path);
    if (w->kaart.failed)
        diag_say(&s->diag, SEVERITY_NOTE, STATUS_DATA, "niets-geschreven",
                 "er is niets geschreven. Verbeter eerst de fouten hierboven");
    return !w->kaart.failed;
}

static void close_work(struct work *w)
{
    kaart_free(&w->kaart);
    loose_edit_close(&w->edit);
    start(w, w->session, w->wish);
}

static bool give(struct work *w, struct buffer *content, size_t records, struct text added,
                 struct text key)
{
    struct buffer keys = {0};
    bool fine;

    buffer_text(&keys, key);
    buffer_byte(&keys, '\n');
    fine = loose_edit_give(&w->edit, content, records, added, buffer_view(&keys));
    buffer_free(&keys);
    return fine;
}

/* ---- nieuw and its like ---- */

static bool add(struct work *w, struct addition *a)
{
    const struct loose *l = w->kaart.files[0];
    struct buffer record = {0}, content = {0};
    struct arena arena = {0};
    bool fine = kaart_nieuw(&w->kaart, a, &arena, &record);

    if (fine) {
        buffer_text(&content, buffer_view(&l->content));
        loose_append(&content, l->closed, buffer_view(&record));
        fine = give(w, &content, w->kaart.count + 1, buffer_view(&record), a->key);
    }
    buffer_free(&record);
    buffer_free(&content);
    arena_free(&arena);
    return fine;
}

static bool take_values(struct work *w, struct bundle *b, struct buffer *filled)
{
    struct session *s = w->session;
    const struct kaart_wens *wish = w->wish;
    bool fine = true;

    for (size_t i = 0; i < wish->count; i++)
        fine = bundle_option(b, &wish->fields[i], &w->standard_input, &s->diag) && fine;
    return fine &&
           (!wish->filled_in || (edit_read_file(s, wish->filled_in, &w->standard_input, filled) &&
                                 bundle_filled_in(b, filled, wish->filled_in, &s->diag)));
}

/* What is on the map is known before somebody is asked, and the lock is taken after. */
static bool ask_with(struct work *w, struct questions *q)
{
    struct dossier d;
    bool in_place = w->session->in_place, fine;

    w->session->in_place = in_place && access(path_of(w->session, 0), F_OK) != 0;
    fine = open_work(w, 0);
    w->session->in_place = in_place;
    kaart_als_dossier(&w->kaart, &d);
    fine = fine && questions_ask(q, &d);
    arena_free(&d.arena);
    if (in_place)
        close_work(w);
    return fine;
}

static void ask(struct work *w, struct bundle *b)
{
    struct questions *q = questions_open(w->session, b, w->wish->key ? w->wish->key : "", NULL);
    bool fine = ask_with(w, q);

    if (!w->session->in_place) {
        if (fine && !add(w, &b->notes->list[0]))
            questions_again(q);
    } else if (fine)
        do {
            questions_fill(q);
            fine = open_work(w, 0) && add(w, &b->notes->list[0]);
            close_work(w);
        } while (!fine && questions_again(q));
    questions_close(q);
}

void kaart_noteer_nieuw(struct session *s, const struct kaart_wens *wish)
{
    struct notes notes = {.schema = s->schema, .all = {.op = s->today, .now = s->now}};
    struct bundle b = {.notes = &notes, .types = s->cli.verb->types, .many = ""};
    struct buffer filled = {0};
    struct work w;

    start(&w, s, wish);
    bundle_begin(&b);
    notes.list[0].key = text_of(wish->key);
    if (!wish->count && !wish->filled_in)
        ask(&w, &b);
    else if (take_values(&w, &b, &filled) && open_work(&w, 0))
        add(&w, &notes.list[0]);
    close_work(&w);
    notes_free(&notes);
    buffer_free(&filled);
}

/* ---- wijzig ---- */

static bool give_fields(struct work *w, struct addition *a, struct arena *arena)
{
    struct session *s = w->session;
    bool fine = true;

    for (size_t i = 0; i < w->wish->count; i++) {
        const struct argument *f = &w->wish->fields[i];
        struct given g = {.field = record_field(s->schema, a->type, f->field, &s->diag),
                          .how = f->how};
        if (!g.field || !record_value(f->value, &g.value, &w->standard_input, arena, &s->diag))
            fine = false;
        else
            addition_give(a, g);
    }
    return fine;
}

static const struct kaart_item *item_to_change(struct work *w)
{
    struct text key = text_of(w->session->cli.operands[0]);
    const struct kaart_item *item = kaart_find(&w->kaart, key);
    char safe[QUOTE_SIZE];

    if (item && item->record.type)
        return item;
    diag_say(&w->session->diag, SEVERITY_ERROR, STATUS_DATA, "sleutel-onbekend",
             "op deze kaart staat geen record met de sleutel %s", quote(key, safe));
    return NULL;
}

/* The content with the record replaced. */
static bool change(struct work *w, const struct kaart_item *item, struct addition *a)
{
    const struct buffer *old = &w->kaart.files[0]->content;
    struct text raw = item->record.raw;
    struct buffer record = {0}, content = {0};
    bool fine = kaart_wijzig(&w->kaart, item, a, &record);

    if (fine) {
        buffer_put(&content, old->p, (size_t)(raw.p - old->p));
        buffer_text(&content, buffer_view(&record));
        buffer_put(&content, raw.p + raw.n, (size_t)(old->p + old->n - raw.p) - raw.n);
        fine = give(w, &content, w->kaart.count, buffer_view(&record), item->record.key);
    }
    buffer_free(&record);
    buffer_free(&content);
    return fine;
}

void kaart_noteer_wijzig(struct session *s, const struct kaart_wens *wish)
{
    struct addition a = {.now = s->now};
    struct arena arena = {0};
    const struct kaart_item *item;
    struct work w;

    if (!s->cli.operand_count)
        session_wrong(s, "noem de sleutel van het record, bijvoorbeeld zes-sleutels");
    if (!wish->count)
        session_wrong(s, "zeg wat er anders wordt, bijvoorbeeld --wachttijd='6 weken'");
    start(&w, s, wish);
    if (open_work(&w, 1) && (item = item_to_change(&w))) {
        a.type = item->record.type;
        if (give_fields(&w, &a, &arena))
            change(&w, item, &a);
    }
    addition_free(&a);
    arena_free(&arena);
    close_work(&w);
}

/* ---- import ---- */

static void say_import(struct session *s, const struct hsds_result *r)
{
    diag_say(&s->diag, SEVERITY_NOTE, STATUS_OK, "ingelezen",
             "%zu records nieuw, %zu gewijzigd, %zu in het geheel", r->made, r->changed,
             r->records);
}

void kaart_noteer_import(struct session *s, const struct kaart_wens *wish)
{
    struct hsds_result r = {0};
    struct hsds_in *in = NULL;
    struct work w;
    bool fine;

    if (!wish->directory)
        session_wrong(s, "zeg met --map waar de CSV-bestanden staan");
    start(&w, s, wish);
    fine = open_work(&w, 0);
    if (fine) {
        in = hsds_in_open(&w.kaart, &s->diag);
        fine = hsds_in_read(in, wish->directory);
    }
    if (fine) {
        hsds_in_result(in, &r);
        fine = loose_edit_give(&w.edit, &r.content, r.records, buffer_view(&r.added),
                               buffer_view(&r.keys));
    }
    if (fine)
        say_import(s, &r);
    hsds_result_free(&r);
    if (in)
        hsds_in_close(in);
    close_work(&w);
}
