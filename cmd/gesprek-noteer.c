/* gesprek-noteer: adds a record to a journal, amends or withdraws one. The writer behind all
 * writers. See gesprek-noteer(1). */
#include "base/text.h"
#include "journal/edit.h"
#include "journal/questions.h"
#include "journal/session.h"
#include "journal/template.h"

#include <stdlib.h>
#include <string.h>

static const struct verb verbs[] = {
    {"nieuw", "TYPE [--veld=WAARDE ...] [BESTAND]",
     "voegt een record toe, bijvoorbeeld een Doel of een Gesprek", NULL},
    {"wijzig", "KEY [--veld=WAARDE ...] [BESTAND]",
     "wijzigt het record met die sleutel, bijvoorbeeld D1; wat er stond blijft terug te vinden",
     NULL},
    {"vervallen", "KEY [BESTAND]", "zegt dat een record niet meer geldt, en waarom", NULL},
    {0}};

static const struct option own_options[] = {
    {"sleutel", 0, "SLEUTEL", "de sleutel van het nieuwe record (anders: de volgende vrije)", NULL,
     "nieuw"},
    {"sjabloon", 0, NULL, "print een leeg sjabloon met de vragen", NULL, "nieuw"},
    {"ingevuld", 0, "BESTAND", "lees een ingevuld sjabloon", NULL, "nieuw"},
    {"reden", 0, "TEKST", "waarom het vervalt", NULL, "vervallen"},
    {"herstel", 0, NULL, "het record geldt weer", NULL, "vervallen"},
    {0}};

static const struct option *const options[] = {own_options, options_for_writers, options_for_all,
                                               NULL};

static const char *const examples[] = {
    "gesprek-noteer nieuw Doel --tekst=@doel.txt --akkoord=Emma -i 2026-0017.rec",
    "gesprek-noteer wijzig D1 --status=behaald --volgens=client -i 2026-0017.rec",
    "gesprek-noteer nieuw Gesprek --sjabloon > gesprek.txt",
    "gesprek-noteer vervallen S2 --reden='dubbel genoteerd' -i 2026-0017.rec", NULL};

static const struct command command = {"gesprek-noteer",
                                       "noteert iets in een dossier, zonder iets uit te wissen",
                                       verbs,
                                       options,
                                       examples,
                                       schema_groups,
                                       NULL};

/* What the options of this command ask for. */
struct wishes {
    struct argument *fields; /* field options, as they were given */
    size_t count, capacity;
    const char *key, *filled_in, *reason;
    bool template_only, restore, standard_input;
    struct arena arena;
    struct buffer filled, by;
};

static void take_option(struct wishes *w, const struct argument *a)
{
    const char *name = a->option ? a->option->name : "";

    if (!a->option) {
        mem_grow(&w->fields, &w->capacity, w->count + 1, sizeof *w->fields);
        w->fields[w->count++] = *a;
    } else if (!strcmp(name, "sleutel"))
        w->key = a->value;
    else if (!strcmp(name, "sjabloon"))
        w->template_only = true;
    else if (!strcmp(name, "ingevuld"))
        w->filled_in = a->value;
    else if (!strcmp(name, "reden"))
        w->reason = a->value;
    else
        w->restore = true;
}

static void check_usage(struct session *s, const struct wishes *w)
{
    const char *verb = s->cli.verb->name;

    if (!s->cli.operand_count)
        session_wrong(s, !strcmp(verb, "nieuw")
                             ? "noem het type van het record, bijvoorbeeld Doel"
                             : "noem de sleutel van het record, bijvoorbeeld D1");
    if (!strcmp(verb, "vervallen") && (w->reason != NULL) == w->restore)
        session_wrong(s, "geef --reden=TEKST, of --herstel als het record weer geldt");
    if (!strcmp(verb, "wijzig") && !w->count)
        session_wrong(s, "zeg wat er anders wordt, bijvoorbeeld --status=behaald");
}

/* Standard input can be one thing: the journal, a filled-in template or one value. */
static void check_standard_input(struct session *s, const struct wishes *w)
{
    const char *claims[2] = {NULL, NULL};
    size_t n = 0;
    bool names_file = s->cli.operand_count > 1 && strcmp(s->cli.operands[1], "-");

    if (!names_file && !s->dossier && !s->in_place)
        claims[n++] = "het dossier";
    if (w->filled_in && !strcmp(w->filled_in, "-") && n < 2)
        claims[n++] = "--ingevuld=-";
    for (size_t i = 0; i < w->count && n < 2; i++)
        if (!strcmp(w->fields[i].value, "@-"))
            claims[n++] = "een waarde @-";
    if (w->reason && !strcmp(w->reason, "@-") && n < 2)
        claims[n++] = "--reden=@-";
    if (n == 2)
        session_wrong(s,
                      "de standaardinvoer kan maar een ding zijn, en nu is hij zowel %s als %s. "
                      "Noem een bestand",
                      claims[0], claims[1]);
}

static const struct type *named_type(struct session *s, const char *word)
{
    const struct type *type = schema_type(s->schema, text_of(word)), *nearest = NULL;
    unsigned best = 3;
    char safe[QUOTE_SIZE];

    if (type && !(type->flags & OUTSIDE))
        return type;
    for (const struct type *t = schema_types; t->name; t++) {
        unsigned distance = text_distance(text_of(t->name), text_of(word), 2);
        if (distance < best && !(t->flags & OUTSIDE)) {
            best = distance;
            nearest = t;
        }
    }
    session_wrong(s, "`%s` is geen recordtype van een dossier. %s%s%s", quote(text_of(word), safe),
                  nearest ? "Bedoelt u " : "Zie gesprek-check --schema",
                  nearest ? nearest->name : "", nearest ? "?" : "");
}

/* From option words to fields and values. */
static bool give_fields(struct session *s, struct wishes *w, struct addition *a)
{
    bool fine = true;

    for (size_t i = 0; i < w->count; i++) {
        struct given g = {.field = record_field(s->schema, a->type, w->fields[i].field, &s->diag),
                          .how = w->fields[i].how};
        if (!g.field ||
            !record_value(w->fields[i].value, &g.value, &w->standard_input, &w->arena, &s->diag))
            fine = false;
        else
            addition_give(a, g);
    }
    return fine;
}

static bool read_filled_in(struct session *s, struct wishes *w, struct addition *a)
{
    return !w->filled_in ||
           (edit_read_file(s, w->filled_in, &w->standard_input, &w->filled) &&
            template_read(a, s->schema, &w->filled, w->filled_in, &w->arena, &s->diag));
}

static bool give_withdrawal(struct session *s, struct wishes *w, struct addition *a)
{
    struct given g = {.field = &schema_common[COMMON_WITHDRAWN], .value = {"", 0}};

    if (w->reason && !record_value(w->reason, &g.value, &w->standard_input, &w->arena, &s->diag))
        return false;
    if (w->reason && !text_trim(g.value).n)
        session_wrong(s, "zeg achter --reden waarom het vervalt");
    addition_give(a, g);
    return true;
}

/* Everything about the record that can be known before the dossier is read. */
static bool make_new(struct session *s, struct wishes *w, struct addition *a)
{
    a->type = named_type(s, s->cli.operands[0]);
    a->key = text_of(w->key);
    return give_fields(s, w, a) && read_filled_in(s, w, a);
}

static bool make_change(struct session *s, struct wishes *w, struct addition *a, struct edit *e)
{
    a->amends = true;
    a->key = text_of(s->cli.operands[0]);
    if (!edit_find_type(e, a))
        return false;
    return strcmp(s->cli.verb->name, "vervallen") ? give_fields(s, w, a) : give_withdrawal(s, w, a);
}

/* ---- questions at the terminal ---- */

static bool save_answers(void *data, struct edit *e)
{
    struct bundle *b = data;

    bundle_day(b, e->session->today);
    return edit_add(e, b->notes->list, b->notes->count);
}

static void ask(struct session *s, const struct wishes *w)
{
    struct notes notes = {.schema = s->schema};
    struct bundle b = {
        .notes = &notes, .types = named_type(s, s->cli.operands[0])->name, .many = ""};
    struct questions *q;

    notes.all = (struct addition){.op = s->limits.op, .by = buffer_view(&w->by), .now = s->now};
    bundle_begin(&b);
    q = questions_open(s, &b, w->key, NULL);
    questions_edit(q, 1, save_answers, &b);
    questions_close(q);
    notes_free(&notes);
}

static void run(struct session *s, struct wishes *w, struct addition *a)
{
    bool is_new = !strcmp(s->cli.verb->name, "nieuw");
    struct edit e = {.session = s};

    a->now = s->now;
    a->op = s->limits.op;
    if (is_new && !w->count && !w->filled_in) {
        if (session_by(s, &w->by))
            ask(s, w);
    } else if (session_by(s, &w->by) && (!is_new || make_new(s, w, a))) {
        a->by = buffer_view(&w->by);
        a->op = a->op == DATE_NONE ? s->today : a->op;
        if (edit_open(&e, 1, a->op, &w->standard_input) && (is_new || make_change(s, w, a, &e)))
            edit_add(&e, a, 1);
    }
    edit_close(&e);
}

int main(int argc, char **argv)
{
    struct session s;
    struct argument argument;
    struct wishes w = {0};
    struct addition a = {0};

    session_start(&s, &command, argc, argv);
    while (session_next(&s, &argument))
        take_option(&w, &argument);
    check_usage(&s, &w);
    if (w.template_only) {
        struct buffer text = {0};
        template_write(named_type(&s, s.cli.operands[0]), &text);
        out_text(&s.out, buffer_view(&text));
        buffer_free(&text);
    } else {
        check_standard_input(&s, &w);
        run(&s, &w, &a);
    }
    addition_free(&a);
    arena_free(&w.arena);
    buffer_free(&w.filled);
    buffer_free(&w.by);
    free(w.fields);
    return session_end(&s);
}
