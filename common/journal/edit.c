#include "journal/edit.h"
#include "base/text.h"
#include "journal/target.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { JOURNAL_LIMIT = 1 << 30 };

bool edit_read_file(struct session *s, const char *path, bool *standard_input, struct buffer *into)
{
    bool from_input = !strcmp(path, "-"), fine;
    int fd;

    if (from_input && *standard_input)
        session_wrong(s, "de standaardinvoer kan maar een ding zijn: het dossier (-), een ingevuld "
                         "sjabloon (--ingevuld=-) of een waarde (@-)");
    *standard_input = *standard_input || from_input;
    fd = from_input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    fine = fd >= 0 && io_read_all(fd, into, JOURNAL_LIMIT);
    if (!fine)
        diag_at(&s->diag, SEVERITY_ERROR, STATUS_SYSTEM, (struct place){path, 0, 0}, "bestand",
                "dit kan niet gelezen worden: %s", diag_errno(errno));
    if (fd > STDERR_FILENO)
        close(fd);
    return fine;
}

/* ---- which file ---- */

static const char *file_to_read(struct session *s, size_t first)
{
    size_t count = s->cli.operand_count - first;
    const char *path = count ? s->cli.operands[first] : s->dossier ? session_dossier_path(s) : "-";

    if (count > 1)
        session_wrong(
            s, "geef een journaal tegelijk. Voor meer: cat bestanden | %s ... --dossier NUMMER",
            s->cli.command->name);
    if (count && target_is_directory(path))
        session_wrong(s, "dit is een map. Noem een bestand, of gebruik -i met --dossier NUMMER");
    if (!strcmp(path, "-") && isatty(STDIN_FILENO))
        session_wrong(s, "noem een bestand, of geef een dossier op de standaardinvoer");
    return path;
}

static bool read_locked(struct edit *e)
{
    e->store = store_open(e->path, false, e->session->wait_seconds, &e->session->diag);
    return e->store && store_read(e->store, &e->content);
}

static bool read_content(struct edit *e, size_t first, bool *standard_input)
{
    struct session *s = e->session;

    if (!s->in_place) {
        e->path = text_string(text_of(file_to_read(s, first)));
        return edit_read_file(s, e->path, standard_input, &e->content);
    }
    e->path = target_find(s, first);
    return e->path && read_locked(e);
}

/* ---- checking the whole, choosing the one ---- */

static bool check_all(struct edit *e, size_t *dossiers, struct text *id, size_t *records)
{
    struct session *s = e->session;
    struct reader_options options = {{DATE_NONE, MOMENT_NONE}, {"", 0}, false, true, NULL};
    struct reader *reader = reader_open_memory(s->schema, &e->content, e->path, options, &s->diag);
    struct dossier *d;
    unsigned errors = s->diag.errors;

    *dossiers = *records = 0;
    while ((d = reader_next(reader))) {
        if (!*dossiers)
            *id = (struct text){d->id.p, d->id.n}; /* points into the content */
        ++*dossiers;
        *records += d->record_count;
    }
    reader_report(reader, STATUS_DATA);
    reader_close(reader);
    return s->diag.errors == errors;
}

/* Reads the chosen dossier out of the content, as it is now. */
static bool read_chosen(struct edit *e)
{
    struct session *s = e->session;
    struct reader_options options = {{e->op, MOMENT_NONE}, text_of(e->id), false, true, NULL};

    reader_close(e->reader);
    e->reader = NULL;
    if (!e->content.n) {
        e->dossier = &e->none;
        return true;
    }
    e->reader = reader_open_memory(s->schema, &e->content, e->path, options, &s->diag);
    e->dossier = reader_next(e->reader);
    return e->dossier != NULL;
}

static bool choose(struct edit *e)
{
    struct session *s = e->session;
    size_t dossiers, records;
    struct text id = {"", 0};
    struct buffer name = {0};

    if (!text_trim(buffer_view(&e->content)).n) {
        diag_at(&s->diag, SEVERITY_ERROR, STATUS_DATA, (struct place){e->path, 0, 0}, "leeg",
                "hier staat geen dossier in. Er is niets geschreven");
        return false;
    }
    if (!check_all(e, &dossiers, &id, &records)) {
        diag_say(&s->diag, SEVERITY_NOTE, STATUS_DATA, "niets-geschreven",
                 "er is niets geschreven. Verbeter eerst de fouten hierboven");
        return false;
    }
    if (!s->dossier && dossiers > 1 && e->one_of_many) {
        diag_at(&s->diag, SEVERITY_ERROR, STATUS_DATA, (struct place){e->path, 0, 0},
                "dossiers-samen",
                "hier staan %zu dossiers in. Zet elk dossier in een eigen bestand, of geef "
                "--dossier NUMMER",
                dossiers);
        return false;
    }
    if (!s->dossier && dossiers > 1)
        session_wrong(s,
                      "hier staan %zu dossiers in. Zeg met --dossier NUMMER welk dossier u bedoelt",
                      dossiers);
    buffer_text(&name, s->dossier ? text_of(s->dossier) : id);
    buffer_byte(&name, '\0');
    e->id = name.p;
    if (read_chosen(e))
        return true;
    reader_report(e->reader, STATUS_DATA);
    return false;
}

bool edit_open(struct edit *e, size_t first, date op, bool *standard_input)
{
    e->op = op;
    return read_content(e, first, standard_input) && choose(e);
}

bool edit_open_file(struct edit *e, const char *path)
{
    struct session *s = e->session;
    bool standard_input = false;

    e->op = DATE_NONE;
    e->path = text_string(text_of(path));
    e->one_of_many = true;
    return (s->in_place ? read_locked(e) : edit_read_file(s, path, &standard_input, &e->content)) &&
           choose(e);
}

bool edit_look(struct edit *e, size_t first)
{
    bool standard_input = false;

    e->op = DATE_NONE;
    e->path = target_find(e->session, first);
    return e->path && edit_read_file(e->session, e->path, &standard_input, &e->content) &&
           choose(e);
}

void edit_begin(struct edit *e, const char *id)
{
    e->id = text_string(text_of(id));
    e->path = text_string(TEXT("nieuw"));
    e->none.id = text_of(e->id);
    e->dossier = &e->none;
}

void edit_close(struct edit *e)
{
    reader_close(e->reader);
    store_close(e->store);
    buffer_free(&e->content);
    arena_free(&e->none.arena);
    free(e->path);
    free(e->id);
    *e = (struct edit){.session = e->session};
}

bool edit_find_type(const struct edit *e, struct addition *a)
{
    const struct dossier *d = e->dossier;
    struct diag *diag = &e->session->diag;
    char key[QUOTE_SIZE];

    for (size_t i = 0; i < d->record_count; i++)
        if (text_is(d->records[i].key, a->key)) {
            a->type = d->records[i].type;
            if (a->type)
                return true;
            diag_at(diag, SEVERITY_ERROR, STATUS_DATA, d->records[i].place, "onbekend-type",
                    "dit recordtype is onbekend, dus het kan alleen met de hand gewijzigd worden");
            return false;
        }
    diag_at(diag, SEVERITY_ERROR, STATUS_DATA, d->place, "sleutel-onbekend",
            "dit dossier heeft geen record met de sleutel %s", quote(a->key, key));
    return false;
}

/* ---- adding ---- */

/* What was made is read again before anybody gets it: so many records in the same dossiers, and no
 * errors. */
static bool holds(struct edit *e, size_t dossiers_before, size_t records_expected)
{
    size_t dossiers, records;
    struct text id;

    if (check_all(e, &dossiers, &id, &records) && dossiers == dossiers_before &&
        records == records_expected)
        return true;
    diag_say(&e->session->diag, SEVERITY_ERROR, STATUS_SYSTEM, "eigen-fout",
             "het nieuwe record klopt niet als het teruggelezen wordt. Er is niets geschreven. Dit "
             "is een fout in Gesprek: meld hem");
    return false;
}

static bool give_back(struct edit *e, struct text records, struct text keys)
{
    struct session *s = e->session;

    if (!e->store) {
        out_raw(&s->out, s->only_new ? records : buffer_view(&e->content));
        return true;
    }
    if (!store_replace(e->store, buffer_view(&e->content)))
        return false;
    out_text(&s->out, keys);
    return true;
}

/* Into the content; appends the record to `records` and its key, on a line, to `keys`. */
static bool put(struct edit *e, struct addition *a, struct buffer *records, struct buffer *keys)
{
    struct session *s = e->session;
    size_t start = records->n;
    struct spot spot;

    if (!record_complete(a, e->dossier, s->schema, &s->diag))
        return false;
    spot = record_spot(&e->content, e->dossier);
    record_write(a, e->dossier->id, spot.newline, records);
    record_insert(&e->content, &spot, (struct text){records->p + start, records->n - start});
    buffer_text(keys, a->key);
    buffer_byte(keys, '\n');
    return true;
}

/* The number of dossiers and records that there are; none yet in a new one. */
static bool count_all(struct edit *e, size_t *dossiers, size_t *records)
{
    struct text id;

    *dossiers = 1;
    *records = 0;
    return !e->content.n || check_all(e, dossiers, &id, records);
}

static bool make(struct edit *e, struct addition *list, size_t count, struct buffer *added,
                 struct buffer *keys)
{
    size_t dossiers, records;
    bool fine = count_all(e, &dossiers, &records);

    for (size_t i = 0; fine && i < count; i++) {
        e->op = list[i].op;
        fine = read_chosen(e) && put(e, &list[i], added, keys);
    }
    return fine && holds(e, dossiers, records + count);
}

bool edit_make(struct edit *e, struct addition *list, size_t count)
{
    struct buffer added = {0}, keys = {0};
    bool fine = make(e, list, count, &added, &keys);

    buffer_free(&added);
    buffer_free(&keys);
    return fine;
}

bool edit_note(struct edit *e, struct addition *list, size_t count)
{
    return !e->store || !count ||
           (edit_make(e, list, count) && store_replace(e->store, buffer_view(&e->content)));
}

bool edit_add(struct edit *e, struct addition *list, size_t count)
{
    struct buffer added = {0}, keys = {0};
    bool fine = make(e, list, count, &added, &keys) &&
                give_back(e, buffer_view(&added), buffer_view(&keys));

    buffer_free(&added);
    buffer_free(&keys);
    return fine;
}

/* ---- options of the schema ---- */

static const char *option_name(const char *name, struct arena *arena)
{
    struct buffer option = {0};
    const char *kept;

    schema_option_name(&option, name);
    kept = arena_string(arena, buffer_view(&option));
    buffer_free(&option);
    return kept;
}

/* Separated by blanks; NULL: none. */
static const char *choices_of(const struct field *f, struct arena *arena)
{
    struct text rest = schema_choices(f), word;
    struct buffer words = {0};
    const char *kept = NULL;

    for (const char *blank = ""; schema_next_choice(&rest, &word); blank = " ") {
        buffer_string(&words, blank);
        buffer_text(&words, word);
    }
    if (words.n)
        kept = arena_string(arena, buffer_view(&words));
    buffer_free(&words);
    return kept;
}

static struct option_group group_of(const struct type *t, struct arena *arena)
{
    struct option *options;
    size_t n = 0;

    while (t->fields[n].name)
        n++;
    options = arena_take(arena, (n + 1) * sizeof *options);
    for (size_t i = 0; i < n; i++) {
        const struct field *f = &t->fields[i];
        options[i] = (struct option){option_name(f->name, arena), 0,   "WAARDE", f->question,
                                     choices_of(f, arena),        NULL};
    }
    options[n] = (struct option){0};
    return (struct option_group){t->name, option_name(t->name, arena), t->letter, t->explanation,
                                 options};
}

static struct option_group *groups_of(bool outside, struct arena *arena, size_t *count)
{
    struct option_group *groups;
    size_t n = 0;

    *count = 0;
    while (schema_types[n].name)
        n++;
    groups = arena_take(arena, n * sizeof *groups);
    for (size_t i = 0; i < n; i++)
        if (!(schema_types[i].flags & OUTSIDE) == !outside)
            groups[(*count)++] = group_of(&schema_types[i], arena);
    return groups;
}

struct option_group *schema_groups(struct arena *arena, size_t *count)
{
    return groups_of(false, arena, count);
}

struct option_group *schema_groups_outside(struct arena *arena, size_t *count)
{
    return groups_of(true, arena, count);
}
