#include "journal/questions.h"
#include "base/text.h"
#include "journal/draft.h"
#include "journal/questions_inside.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* ---- parts ---- */

static void add_answer(struct part *p, const struct field *field)
{
    p->answers[p->count++] = (struct answer){.field = field};
}

static struct part part_make(const struct type *type, bool asks_day, bool has_key)
{
    struct part p = {.type = type};
    size_t n = 0;

    while (type->fields[n].name)
        n++;
    p.answers = mem_take((n + 2) * sizeof *p.answers);
    if (asks_day)
        add_answer(&p, &schema_common[COMMON_OP]);
    p.first = p.count;
    if (!*type->letter && !has_key)
        add_answer(&p, &question_key);
    for (size_t i = 0; i < n; i++)
        add_answer(&p, &type->fields[i]);
    return p;
}

/* Without the question for a field that the command fills in itself. */
static void leave_out(struct part *p, const char *field)
{
    for (size_t i = p->first; field && i < p->count; i++)
        if (!strcmp(p->answers[i].field->name, field)) {
            memmove(p->answers + i, p->answers + i + 1, (p->count - i - 1) * sizeof *p->answers);
            p->count--;
            return;
        }
}

static void part_free(struct part *p)
{
    for (size_t i = 0; i < p->count; i++)
        free(p->answers[i].values);
    free(p->answers);
}

/* Only these of its fields, of a record that is there. */
static void part_narrow(struct part *p, const char *fields)
{
    size_t kept = 0;

    for (size_t i = 0; i < p->count; i++) {
        bool asked = i < p->first || text_has_word(fields, text_of(p->answers[i].field->name));
        if (asked)
            p->answers[kept++] = p->answers[i];
        else
            free(p->answers[i].values);
    }
    p->count = kept;
    p->there = true;
}

static void insert_part(struct questions *q, size_t at, struct part p)
{
    mem_grow(&q->parts, &q->capacity, q->count + 1, sizeof *q->parts);
    memmove(q->parts + at + 1, q->parts + at, (q->count - at) * sizeof *q->parts);
    q->parts[at] = p;
    q->count++;
}

struct part *questions_add_part(struct questions *q, const struct type *type)
{
    insert_part(q, q->count, part_make(type, false, false));
    return &q->parts[q->count - 1];
}

void questions_take_part(struct questions *q, size_t at)
{
    part_free(&q->parts[at]);
    memmove(q->parts + at, q->parts + at + 1, (q->count - at - 1) * sizeof *q->parts);
    q->count--;
}

bool part_answered(const struct part *p)
{
    for (size_t i = p->first; i < p->count; i++)
        if (p->answers[i].count)
            return true;
    return false;
}

size_t part_needs(const struct part *p, size_t from)
{
    size_t i = from < p->first ? p->first : from;

    if (p->amends.n || p->there)
        return p->count;
    while (i < p->count && !(p->answers[i].field->flags & OPENS && !p->answers[i].count))
        i++;
    return i;
}

bool part_made(const struct questions *q, size_t i)
{
    return (!i && !q->bundle->first_may_miss) || part_answered(&q->parts[i]);
}

/* ---- what is asked after what ---- */

/* After a record of which there may be more comes the question for another. */
static void offer_another(struct questions *q)
{
    const struct part *p = &q->parts[q->at_part];
    const struct type *type = p->type;
    struct part another;
    size_t parts = 0;

    if (!bundle_many(q->bundle, type) || !part_answered(p) ||
        (q->at_part + 1 < q->count && q->parts[q->at_part + 1].type == type))
        return;
    another = part_make(type, false, false);
    leave_out(&another, q->unasked);
    another.again = true;
    insert_part(q, q->at_part + 1, another);
    for (size_t i = 0; i < q->count; i++)
        parts += q->parts[i].type == type;
    if (!*type->letter && bundle_many_parts(parts)) {
        questions_put(q, 0, TEXT(""));
        questions_put(q, 0, text_of(bundle_many_parts(parts)));
    }
}

static void next_part(struct questions *q)
{
    offer_another(q);
    q->at_part++;
    q->at = 0;
}

static void go_on(struct questions *q)
{
    const struct part *p = &q->parts[q->at_part];

    if (q->at == p->first && !part_made(q, q->at_part))
        next_part(q);
    else if (++q->at == p->count)
        next_part(q);
}

static void go_back(struct questions *q)
{
    const struct part *p;

    if (q->at)
        q->at--;
    else if (q->at_part) {
        p = &q->parts[--q->at_part];
        q->at = part_answered(p) ? p->count - 1 : 0;
    }
}

/* From the question in turn on. */
static void walk(struct questions *q)
{
    while (q->at_part < q->count) {
        struct part *p = &q->parts[q->at_part];
        enum step step = question_ask(q, p, q->at, NULL);
        if (step == STEP_END)
            return;
        if (step == STEP_BACK)
            go_back(q);
        else if (step == STEP_REST)
            next_part(q);
        else
            go_on(q);
    }
    go_back(q); /* the last question, for who wants to go back */
}

static bool any_answered(const struct questions *q)
{
    for (size_t i = 0; i < q->count; i++)
        if (part_answered(&q->parts[i]))
            return true;
    return false;
}

/* What a record that was begun, and the first, cannot do without. */
static void ask_needed(struct questions *q)
{
    if (!any_answered(q))
        return;
    for (size_t i = 0; i < q->count; i++) {
        struct part *p = &q->parts[i];
        for (size_t n = part_needs(p, 0); part_made(q, i) && n < p->count; n = part_needs(p, n + 1))
            if (question_ask(q, p, n, "Zonder dit kan dit deel niet bewaard worden.") == STEP_END)
                return;
    }
}

/* ---- showing ---- */

void questions_put(struct questions *q, size_t indent, struct text text)
{
    buffer_repeat(&q->shown, ' ', indent);
    text_wrap(&q->shown, text, terminal_width(q->terminal), indent);
}

void questions_show(struct questions *q)
{
    terminal_show(q->terminal, buffer_view(&q->shown));
    q->shown.n = 0;
}

static void introduce(struct questions *q)
{
    questions_put(q, 0,
                  TEXT("Enter slaat een vraag over. < is terug, ? is uitleg. Ctrl-D is klaar, "
                       "Ctrl-C is stoppen zonder te bewaren."));
    questions_show(q);
}

/* ---- from beginning to end ---- */

struct questions *questions_open(struct session *s, struct bundle *bundle, const char *key,
                                 const char *beside)
{
    struct questions *q = mem_take(sizeof *q);
    struct text rest = text_of(bundle->types), word;

    *q = (struct questions){.session = s, .bundle = bundle, .key = text_of(key)};
    q->directory = draft_directory(beside ? beside : getenv("GESPREK_DOSSIERS"));
    while (text_next_word(&rest, &word))
        insert_part(q, q->count,
                    part_make(schema_type(s->schema, word),
                              !q->count && bundle->notes->all.op == DATE_NONE, !q->count && key));
    return q;
}

void questions_without(struct questions *q, const char *field)
{
    q->unasked = field;
    for (size_t i = 0; i < q->count; i++)
        leave_out(&q->parts[i], field);
}

struct questions *questions_open_names(struct session *s, struct bundle *bundle,
                                       const struct questions_names *names)
{
    struct questions *q = mem_take(sizeof *q);

    *q = (struct questions){.session = s, .bundle = bundle, .names = names};
    return q;
}

void questions_set_more(struct questions *q, const struct questions_more *more)
{
    q->more = more;
}

void questions_close(struct questions *q)
{
    if (!q)
        return;
    terminal_close(q->terminal);
    for (size_t i = 0; i < q->count; i++)
        part_free(&q->parts[i]);
    free(q->parts);
    arena_free(&q->arena);
    buffer_free(&q->shown);
    free(q);
}

static bool fail(struct questions *q, enum status status, const char *code, const char *message)
{
    diag_say(&q->session->diag, status == STATUS_NO ? SEVERITY_NOTE : SEVERITY_ERROR, status, code,
             "%s", message);
    return false;
}

/* What the dossier says of what is to be asked. */
static bool choose(struct questions *q)
{
    const char *fields = "";
    struct text intro = {"", 0}, line;

    if (!q->more || !q->more->choose)
        return true;
    if (!q->more->choose(q->more->data, q->dossier, &fields, &intro))
        return false;
    part_narrow(&q->parts[0], fields);
    while (text_next_line(&intro, &line))
        questions_put(q, 0, line);
    return true;
}

static enum choice ask_all(struct questions *q)
{
    enum choice choice = CHOICE_BACK;

    introduce(q);
    while (choice == CHOICE_BACK || choice == CHOICE_MORE) {
        if (q->names)
            questions_walk_names(q);
        else if (choice == CHOICE_BACK)
            walk(q);
        if (!q->names)
            ask_needed(q);
        choice = questions_conclude(q);
    }
    return choice;
}

static bool takes_template(const struct cli *cli)
{
    struct option_walk walk = {0};
    const struct option *o;

    while ((o = cli_option(cli->command, cli->verb->name, &walk)))
        if (!strcmp(o->name, "ingevuld"))
            return true;
    return false;
}

bool questions_ask(struct questions *q, struct dossier *d)
{
    enum choice choice;
    bool fine;

    q->dossier = d;
    q->terminal = terminal_open();
    if (!q->terminal)
        return fail(q, STATUS_USAGE, "gebruik",
                    takes_template(&q->session->cli)
                        ? "er is geen terminal om vragen te stellen. Geef de velden, zoals "
                          "--veld=WAARDE, of een sjabloon met --ingevuld"
                        : "er is geen terminal om vragen te stellen. Geef de velden, zoals "
                          "--veld=WAARDE");
    fine = choose(q);
    choice = fine ? ask_all(q) : CHOICE_DROP;
    terminal_close(q->terminal);
    q->terminal = NULL;
    q->dossier = NULL;
    if (!fine)
        return false;
    if (choice == CHOICE_DROP)
        return fail(q, STATUS_NO, "niets-geschreven", "er is niets bewaard");
    if (choice == CHOICE_CANNOT)
        return fail(q, STATUS_USAGE, "veld-nodig",
                    "er is niets bewaard: nog niet alles wat nodig is, is ingevuld");
    questions_fill(q);
    q->before = q->session->diag;
    return true;
}

/* Where the dossier is a text may be written too. */
static void choose_directory(struct questions *q, const char *path)
{
    const char *slash = strrchr(path, '/');
    struct text directory = {path, slash == path ? 1 : slash ? (size_t)(slash - path) : 0};

    if (!q->directory)
        q->directory = slash ? arena_string(&q->arena, directory) : ".";
}

bool questions_edit(struct questions *q, size_t first, questions_save *save, void *data)
{
    struct session *s = q->session;
    struct edit look = {.session = s}, e = {.session = s};
    bool standard_input = false, fine;

    if (!s->in_place) {
        fine = edit_open(&e, first, DATE_NONE, &standard_input) && questions_ask(q, e.dossier);
        if (fine && !(fine = save(data, &e)))
            questions_again(q);
        edit_close(&e);
        return fine;
    }
    fine = edit_look(&look, first);
    if (fine)
        choose_directory(q, look.path);
    fine = fine && questions_ask(q, look.dossier);
    edit_close(&look);
    if (!fine)
        return false;
    do {
        questions_fill(q);
        fine = edit_open(&e, first, bundle_day(q->bundle, s->today), &standard_input) &&
               save(data, &e);
        edit_close(&e);
    } while (!fine && questions_again(q));
    return fine;
}
