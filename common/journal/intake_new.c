#include "journal/intake_new.h"
#include "base/text.h"
#include "journal/intake_inside.h"
#include "journal/questions.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char more_than_one[] = "Domein Recht";

struct opener {
    struct session *s;
    const struct intake_new_wishes *w;
    const char *directory; /* NULL: print it */
    struct notes notes;
    struct bundle bundle;
    struct buffer filled, by;
};

/* ---- what is asked for ---- */

static const char *directory_of(struct session *s)
{
    if (!s->in_place && s->cli.operand_count)
        session_wrong(s, "zet met -i het dossier in deze map, of laat de map weg");
    if (!s->in_place && !s->dossier)
        session_wrong(s, "geef met --dossier het nummer van het nieuwe dossier, of zet het met -i "
                         "in een map: dan krijgt het het volgende nummer");
    if (s->cli.operand_count > 1)
        session_wrong(s, "noem een map");
    if (s->dossier && !schema_key_good(text_of(s->dossier)))
        session_wrong(s, "--dossier: een nummer heeft letters, cijfers, punt, streepje of _, "
                         "hoogstens 64 tekens");
    if (!s->in_place)
        return NULL;
    return s->cli.operand_count ? s->cli.operands[0] : session_directory(s);
}

static bool take_values(struct opener *o)
{
    struct session *s = o->s;
    const char *file = o->w->filled_in;
    bool standard_input = false, fine = true;

    for (size_t i = 0; i < o->w->count; i++)
        fine = bundle_option(&o->bundle, &o->w->fields[i], &standard_input, &s->diag) && fine;
    if (fine && file)
        fine = edit_read_file(s, file, &standard_input, &o->filled) &&
               bundle_filled_in(&o->bundle, &o->filled, file, &s->diag);
    return fine;
}

/* ---- somebody who has a dossier already ---- */

static struct text value_of(const struct opener *o, const char *type, const char *field)
{
    for (size_t i = 0; i < o->notes.count; i++)
        for (size_t g = 0; g < o->notes.list[i].count; g++)
            if (!strcmp(o->notes.list[i].type->name, type) &&
                !strcmp(o->notes.list[i].given[g].field->name, field))
                return text_trim(o->notes.list[i].given[g].value);
    return TEXT("");
}

/* One person may have more than one dossier (SCHEMA, Client.Persoon), so this is no error. */
static void say_double(const struct opener *o, const struct intake *in)
{
    struct double_who who = {.person = value_of(o, "Client", "Persoon"),
                             .name = value_of(o, "Client", "Naam"),
                             .family = value_of(o, "Client", "Achternaam"),
                             .born = value_of(o, "Client", "Geboren")};
    struct double_hit hit;
    char id[QUOTE_SIZE];

    if ((who.person.n || (who.born.n && (who.name.n || who.family.n))) &&
        doubles_find(in->doubles, &who, 1, &hit))
        diag_say(&o->s->diag, SEVERITY_NOTE, STATUS_OK, "dubbel",
                 "deze persoon heeft ook dossier %s. Is dat hetzelfde traject, zet de melding dan "
                 "daarin met gesprek-noteer nieuw Melding",
                 quote(text_of(hit.dossier), id));
}

/* ---- making ---- */

/* The records in the order of their types, whatever order they were given in. */
static void put_in_order(const struct bundle *b)
{
    struct notes *n = b->notes;
    struct text rest = text_of(b->types), word;
    size_t done = 0;

    while (text_next_word(&rest, &word))
        for (size_t i = done; i < n->count; i++)
            if (text_is_string(word, n->list[i].type->name)) {
                struct addition a = n->list[i];
                memmove(n->list + done + 1, n->list + done, (i - done) * sizeof a);
                n->list[done++] = a;
            }
}

static bool make(struct opener *o, struct edit *e, const char *id)
{
    bundle_day(&o->bundle, o->s->today);
    put_in_order(&o->bundle);
    edit_begin(e, id);
    return edit_make(e, o->notes.list, o->notes.count);
}

static bool number_free(struct opener *o, const struct intake *in, const char *id)
{
    struct double_hit hit;

    if (!intake_file_exists(in, id) && !doubles_find_number(in->doubles, text_of(id), 1, &hit))
        return true;
    diag_say(&o->s->diag, SEVERITY_ERROR, STATUS_DATA, "nummer-bezet",
             "nummer %s is al van een ander dossier in deze map. Kies een ander nummer", id);
    return false;
}

/* Under the lock of the directory. */
static bool put_in(struct opener *o, struct intake *in)
{
    struct edit e = {.session = o->s};
    char id[ID_SIZE], name[ID_SIZE + 8];
    bool fine;

    if (o->s->dossier)
        snprintf(id, sizeof id, "%s", o->s->dossier);
    else
        intake_next_number(in, id);
    snprintf(name, sizeof name, "%s.rec", id);
    fine = number_free(o, in, id) && make(o, &e, id) &&
           store_batch_add(in->store, name, buffer_view(&e.content)) &&
           store_batch_commit(in->store) == 1;
    if (fine) {
        say_double(o, in);
        out_text(&o->s->out, text_of(id));
        out_string(&o->s->out, "\n");
    }
    edit_close(&e);
    return fine;
}

/* Faults in other dossiers are no reason not to make this one; but of what the system does not let
 * us read nobody knows what number it has. */
static bool read_directory(struct intake *in)
{
    struct session *s = in->session;
    struct diag silent;

    diag_start(&silent);
    silent.silent = true;
    in->diag = &silent;
    intake_read_directory(in);
    in->diag = &s->diag;
    if (silent.status != STATUS_SYSTEM || s->dossier)
        return true;
    diag_at(&s->diag, SEVERITY_ERROR, STATUS_SYSTEM, (struct place){in->wishes->directory, 0, 0},
            "bestand",
            "in deze map is iets niet te lezen, dus het volgende nummer is niet zeker. Kijk met "
            "gesprek-check wat het is, of kies zelf een nummer met --dossier");
    return false;
}

static bool make_in_directory(struct opener *o)
{
    struct intake_csv_wishes where = {.directory = o->directory};
    struct intake *in = mem_take(sizeof *in);
    bool fine;

    *in = (struct intake){.session = o->s, .wishes = &where, .fd = -1, .next = 1};
    in->columns.has_dossier = o->s->dossier; /* then numbers are noted */
    in->doubles = doubles_open();
    in->store = store_batch_open(o->directory, o->s->wait_seconds, &o->s->diag);
    fine = in->store && read_directory(in) && put_in(o, in);
    store_batch_close(in->store);
    doubles_close(in->doubles);
    free(in);
    return fine;
}

static bool print(struct opener *o)
{
    struct edit e = {.session = o->s};
    bool fine = make(o, &e, o->s->dossier);

    if (fine)
        out_raw(&o->s->out, buffer_view(&e.content));
    edit_close(&e);
    return fine;
}

static bool finish(struct opener *o)
{
    return o->directory ? make_in_directory(o) : print(o);
}

/* ---- from questions ---- */

/* Before anybody types an hour for nothing. */
static bool directory_good(struct opener *o)
{
    struct store_batch *b;

    if (!o->directory)
        return true;
    b = store_batch_open(o->directory, o->s->wait_seconds, &o->s->diag);
    store_batch_close(b);
    return b != NULL;
}

static void ask(struct opener *o)
{
    struct questions *q = questions_open(o->s, &o->bundle, NULL, o->directory);
    bool fine = directory_good(o) && questions_ask(q, NULL);

    while (fine && !finish(o)) {
        fine = questions_again(q);
        if (fine)
            questions_fill(q);
    }
    questions_close(q);
}

/* ---- from beginning to end ---- */

void intake_new(struct session *s, const struct intake_new_wishes *w)
{
    struct opener o = {.s = s, .w = w};
    bool asks = !w->count && !w->filled_in, fine;

    o.bundle =
        (struct bundle){.notes = &o.notes, .types = s->cli.verb->types, .many = more_than_one};
    o.notes.schema = s->schema;
    if (session_by(s, &o.by)) {
        o.notes.all =
            (struct addition){.op = s->limits.op, .by = buffer_view(&o.by), .now = s->now};
        bundle_begin(&o.bundle);
        fine = asks || take_values(&o);
        if (fine)
            o.directory = directory_of(s);
        if (asks)
            ask(&o);
        else if (fine && finish(&o))
            bundle_mind(&o.bundle, &s->diag);
    }
    notes_free(&o.notes);
    buffer_free(&o.filled);
    buffer_free(&o.by);
}

void intake_new_template(struct session *s)
{
    struct notes n = {.schema = s->schema};
    struct bundle b = {.notes = &n, .types = s->cli.verb->types, .many = more_than_one};
    struct buffer text = {0};

    bundle_template(&b,
                    "# Een nieuw dossier. Alleen de melding is nodig. Een stuk dat leeg blijft "
                    "telt niet mee.\n# Nog een deel van het leven of recht? Kopieer dat stuk, met "
                    "een lege regel ervoor.\n\n",
                    &text);
    out_text(&s->out, buffer_view(&text));
    buffer_free(&text);
}
