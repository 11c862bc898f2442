/* The end of the questions: what was answered, whether to keep it, and what to do when that fails.
 */
#include "base/text.h"
#include "journal/questions_inside.h"

#include <string.h>

/* ---- what was answered ---- */

static void put_values(struct questions *q, const struct answer *a)
{
    struct buffer line = {0};

    for (size_t i = 0; i < a->count; i++) {
        line.n = 0;
        buffer_format(&line, "%s: ", a->field->name);
        buffer_text(&line, a->values[i]);
        questions_put(q, 2, buffer_view(&line));
    }
    buffer_free(&line);
}

static void put_needed(struct questions *q, const struct part *p)
{
    struct buffer line = {0};

    for (size_t i = part_needs(p, 0); i < p->count; i = part_needs(p, i + 1)) {
        line.n = 0;
        buffer_format(&line, "%s: nog nodig", p->answers[i].field->name);
        questions_put(q, 2, buffer_view(&line));
    }
    buffer_free(&line);
}

/* How many parts have answers, and whether those can be kept. */
static size_t put_all(struct questions *q, bool *whole)
{
    size_t answered = 0;

    *whole = true;
    questions_put(q, 0, TEXT(""));
    questions_put(q, 0, TEXT("Dit hebt u ingevuld:"));
    for (size_t i = 0; i < q->count; i++) {
        const struct part *p = &q->parts[i];
        answered += part_answered(p) || p->there;
        if (!part_made(q, i))
            continue;
        questions_put(q, 0, text_of(p->type->name));
        for (size_t a = 0; a < p->count; a++)
            put_values(q, &p->answers[a]);
        put_needed(q, p);
        *whole = *whole && part_needs(p, 0) == p->count;
    }
    return answered;
}

/* ---- what to do with it ---- */

/* The first letter of the answer: `end` at the end of the input. */
static char ask(struct questions *q, const char *question, const char *letters, char end)
{
    struct buffer line = {0};
    char answer = '\0';

    while (!answer) {
        struct text word;
        questions_put(q, 0, text_of(question));
        questions_show(q);
        if (!terminal_line(q->terminal, "> ", NULL, 0, &line)) {
            answer = end;
            break;
        }
        word = text_trim(buffer_view(&line));
        if (!word.n)
            answer = letters[0];
        else if (strchr(letters, *word.p))
            answer = *word.p;
    }
    buffer_free(&line);
    return answer;
}

static enum choice choose_whole(struct questions *q)
{
    char answer = ask(q, "Bewaren? Enter is ja, n is nee, < is terug naar de vragen.", "jn<", 'j');

    return answer == 'j' ? CHOICE_KEEP : answer == '<' ? CHOICE_BACK : CHOICE_DROP;
}

static void put_answers(struct questions *q);

static enum choice choose_partial(struct questions *q)
{
    char answer = ask(q,
                      "Zo kan het nog niet bewaard worden. Enter is: vraag wat nog nodig is. n is: "
                      "bewaar niets. < is terug naar de vragen.",
                      "en<", '.');

    if (answer == '.')
        put_answers(q);
    return answer == 'e'   ? CHOICE_MORE
           : answer == '<' ? CHOICE_BACK
           : answer == 'n' ? CHOICE_DROP
                           : CHOICE_CANNOT;
}

enum choice questions_conclude(struct questions *q)
{
    bool whole;

    if (!put_all(q, &whole)) {
        q->shown.n = 0;
        return CHOICE_DROP;
    }
    return whole ? choose_whole(q) : choose_partial(q);
}

/* ---- to the notes ---- */

/* To what there is: only what more was said, not the name again. */
static void fill_amendment(struct questions *q, const struct part *p)
{
    struct notes *n = q->bundle->notes;
    struct addition *a = notes_new(n, p->type->name);

    a->amends = true;
    a->key = arena_text(&n->arena, p->amends);
    for (size_t i = 0; i < p->count; i++)
        for (size_t v = 0; v < p->answers[i].count; v++)
            if (p->answers[i].field->flags & MANY)
                addition_give(
                    a, (struct given){.field = p->answers[i].field,
                                      .how = HOW_ADD,
                                      .value = arena_text(&n->arena, p->answers[i].values[v])});
}

static void fill(struct questions *q, const struct part *p, struct addition *a)
{
    for (size_t i = 0; i < p->count; i++) {
        const struct answer *answer = &p->answers[i];
        for (size_t v = 0; v < answer->count; v++)
            if (answer->field == &schema_common[COMMON_OP])
                a->op = date_parse(answer->values[v]);
            else if (answer->field == &question_key)
                a->key = answer->values[v];
            else
                notes_give_field(q->bundle->notes, a, answer->field, answer->values[v]);
    }
}

void questions_fill(struct questions *q)
{
    struct notes *n = q->bundle->notes;

    for (size_t i = 0; i < n->count; i++)
        addition_free(&n->list[i]);
    n->count = 0;
    for (size_t i = 0; i < q->count; i++) {
        struct addition *a;
        if (i && !part_answered(&q->parts[i]))
            continue;
        if (q->parts[i].amends.n) {
            fill_amendment(q, &q->parts[i]);
            continue;
        }
        a = notes_new(n, q->parts[i].type->name);
        a->prefixed = i > 0;
        fill(q, &q->parts[i], a);
    }
    if (q->key.n)
        n->list[0].key = q->key;
}

/* ---- when it could not be written ---- */

/* As a filled-in template, to be copied from the screen. */
static void put_answers(struct questions *q)
{
    struct buffer records = {0};

    for (size_t i = 0; i < q->count; i++) {
        const struct part *p = &q->parts[i];
        bool has_key = p->answers[p->first].field == &question_key;
        if (!part_answered(p))
            continue;
        rec_write_field(&records, "\n", text_of(p->type->name),
                        has_key && p->answers[p->first].count ? p->answers[p->first].values[0]
                                                              : TEXT(""));
        for (size_t a = 0; a < p->count; a++)
            for (size_t v = 0; v < p->answers[a].count; v++)
                if (p->answers[a].field != &question_key)
                    rec_write_field(&records, "\n", text_of(p->answers[a].field->name),
                                    p->answers[a].values[v]);
        buffer_byte(&records, '\n');
    }
    questions_put(q, 0, TEXT(""));
    questions_put(q, 0,
                  TEXT("Dit zijn uw antwoorden. Neem ze over in een bestand, dan kunt u ze "
                       "later geven met --ingevuld:"));
    buffer_byte(&q->shown, '\n');
    text_safe_lines(&q->shown, buffer_view(&records));
    questions_show(q);
    buffer_free(&records);
}

bool questions_again(struct questions *q)
{
    struct session *s = q->session;
    bool again = false;

    q->terminal = terminal_open();
    if (!q->terminal)
        return false;
    put_answers(q);
    if (s->in_place)
        again = ask(q, "Nog eens proberen te bewaren? Enter is ja, n is nee.", "jn", 'n') == 'j';
    terminal_close(q->terminal);
    q->terminal = NULL;
    if (again)
        s->diag = q->before;
    return again;
}
