/* Questions whose answers are names: who is named is asked about no more than is needed. */
#include "base/text.h"
#include "journal/questions_inside.h"

#include <strings.h>

enum { MOST_NAMES = 64 }; /* that Tab fills in */

static const struct type *type_of(const struct questions *q)
{
    struct text rest = text_of(q->bundle->types), word;

    text_next_word(&rest, &word);
    return schema_type(q->session->schema, word);
}

static struct answer *answer_of(const struct questions *q, struct part *p, const char *field)
{
    const struct field *f = schema_field(q->session->schema, p->type, text_of(field));

    for (size_t i = 0; i < p->count; i++)
        if (p->answers[i].field == f)
            return &p->answers[i];
    return NULL;
}

static void give(struct questions *q, struct answer *a, struct text value)
{
    for (size_t i = 0; i < a->count; i++)
        if (text_is(a->values[i], value))
            return;
    mem_grow(&a->values, &a->capacity, a->count + 1, sizeof *a->values);
    a->values[a->count++] = arena_text(&q->arena, value);
}

/* ---- who is there already ---- */

static bool same_name(struct text a, struct text b)
{
    return a.n == b.n && !strncasecmp(a.p, b.p, a.n);
}

/* The key of the record of the dossier that bears the name, empty when there is none. */
static struct text known_key(const struct questions *q, struct text name)
{
    name_id id = schema_name(q->session->schema, text_of(q->names->name));
    struct dossier *d = q->dossier;

    for (size_t i = 0; d && i < d->thing_count; i++) {
        const struct thing *t = &d->things[i];
        if (t->type == type_of(q) && t->opening && !t->withdrawn &&
            same_name(text_trim(thing_value(d, t, id)), name))
            return t->key;
    }
    return TEXT("");
}

static struct part *part_of(struct questions *q, struct text name)
{
    struct part *p;

    for (size_t i = 0; i < q->count; i++) {
        const struct answer *a = answer_of(q, &q->parts[i], q->names->name);
        if (a->count && same_name(a->values[0], name))
            return &q->parts[i];
    }
    p = questions_add_part(q, type_of(q));
    give(q, answer_of(q, p, q->names->name), name);
    p->amends = arena_text(&q->arena, known_key(q, name));
    return p;
}

static size_t names_of(const struct questions *q, struct text list[MOST_NAMES])
{
    name_id id = schema_name(q->session->schema, text_of(q->names->name));
    size_t n = 0;

    for (size_t i = 0; i < q->count && n < MOST_NAMES; i++)
        list[n++] = answer_of(q, &q->parts[i], q->names->name)->values[0];
    for (size_t i = 0; q->dossier && i < q->dossier->thing_count && n < MOST_NAMES; i++) {
        const struct thing *t = &q->dossier->things[i];
        struct text name = t->type == type_of(q) && t->opening && !t->withdrawn
                               ? text_trim(thing_value(q->dossier, t, id))
                               : TEXT("");
        if (name.n)
            list[n++] = name;
    }
    return n;
}

/* ---- one question ---- */

static void put_question(struct questions *q, size_t at, size_t count)
{
    struct buffer line = {0};

    buffer_format(&line, "\nVraag %zu van %zu", at + 1, count);
    questions_put(q, 0, buffer_view(&line));
    questions_put(q, 0, text_of(q->names->list[at].question));
    for (size_t i = 0; i < q->count; i++) {
        const struct answer *mark = answer_of(q, &q->parts[i], q->names->mark);
        for (size_t m = 0; m < mark->count; m++)
            if (text_is_string(mark->values[m], q->names->list[at].mark)) {
                line.n = 0;
                buffer_string(&line, "al genoemd: ");
                buffer_text(&line, answer_of(q, &q->parts[i], q->names->name)->values[0]);
                questions_put(q, 2, buffer_view(&line));
            }
    }
    questions_show(q);
    buffer_free(&line);
}

static void explain(struct questions *q)
{
    questions_put(q, 0, TEXT("Typ een naam op elke regel. Een lege regel is: de volgende vraag."));
    questions_put(q, 0, TEXT("Alleen op een regel:"));
    questions_put(q, 0, TEXT("  <  terug naar de vorige vraag"));
    questions_put(q, 0, TEXT("  >  geen vragen meer"));
    questions_put(q, 0, TEXT("  ?  deze uitleg"));
    questions_put(q, 0, TEXT("Ctrl-D is klaar. Ctrl-C is stoppen: er wordt niets bewaard."));
    questions_show(q);
}

/* What was pasted may hold more names than one. */
static void take_names(struct questions *q, struct text typed, const char *mark)
{
    struct text line;

    while (text_next_line(&typed, &line))
        if (text_trim(line).n) {
            struct part *p = part_of(q, text_trim(line));
            give(q, answer_of(q, p, q->names->mark), text_of(mark));
        }
}

static enum step ask_names(struct questions *q, size_t at)
{
    struct text list[MOST_NAMES];
    struct buffer line = {0};
    enum step step = STEP_END;

    while (terminal_line(q->terminal, "> ", list, names_of(q, list), &line)) {
        struct text typed = text_trim(buffer_view(&line));
        char sign = typed.n == 1 ? *typed.p : '\0';
        step = !typed.n ? STEP_NEXT : sign == '<' ? STEP_BACK : STEP_REST;
        if (!typed.n || sign == '<' || sign == '>')
            break;
        if (sign == '?')
            explain(q);
        else
            take_names(q, typed, q->names->list[at].mark);
        step = STEP_END;
    }
    buffer_free(&line);
    return step;
}

/* ---- what is needed ---- */

static bool has_default(const struct questions *q, const struct field *f)
{
    struct text rest = f->kind == KIND_CHOICE ? schema_choices(f) : TEXT(""), word;

    while (schema_next_choice(&rest, &word))
        if (text_is_string(word, q->names->default_choice))
            return true;
    return false;
}

/* False: the input is at its end. */
static bool ask_needed(struct questions *q, struct part *p)
{
    struct text name = answer_of(q, p, q->names->name)->values[0];
    char *why = arena_string(&q->arena, name);

    for (size_t i = part_needs(p, 0); i < p->count; i = part_needs(p, i + 1)) {
        enum step step = question_ask(q, p, i, why);
        if (step == STEP_END)
            return false;
        if (step == STEP_REST || (!p->answers[i].count && !has_default(q, p->answers[i].field)))
            break;
    }
    return true;
}

/* What was passed over: a choice that says so, or the name is left out. */
static void settle(struct questions *q, size_t at)
{
    struct part *p = &q->parts[at];
    struct buffer line = {0};
    size_t i;

    for (i = part_needs(p, 0); i < p->count; i = part_needs(p, i + 1))
        if (has_default(q, p->answers[i].field))
            give(q, &p->answers[i], text_of(q->names->default_choice));
    i = part_needs(p, 0);
    if (i < p->count) {
        buffer_string(&line, "Niet genoteerd, want ");
        buffer_format(&line, "%s is overgeslagen: ", p->answers[i].field->name);
        buffer_text(&line, answer_of(q, p, q->names->name)->values[0]);
        questions_put(q, 0, buffer_view(&line));
        questions_show(q);
        questions_take_part(q, at);
    }
    buffer_free(&line);
}

void questions_walk_names(struct questions *q)
{
    size_t count = 0, at = 0;
    enum step step = STEP_NEXT;

    while (q->names->list[count].question)
        count++;
    questions_put(q, 0, text_of(q->names->intro));
    questions_show(q);
    while (at < count && step != STEP_END && step != STEP_REST) {
        put_question(q, at, count);
        step = ask_names(q, at);
        at = step != STEP_BACK ? at + 1 : at ? at - 1 : 0;
    }
    for (size_t i = 0; step != STEP_END && i < q->count; i++)
        if (!ask_needed(q, &q->parts[i]))
            step = STEP_END;
    for (size_t i = q->count; i > 0; i--)
        settle(q, i - 1);
}
