#include "base/text.h"
#include "journal/draft.h"
#include "journal/questions_inside.h"

#include <string.h>

const struct field question_key = {
    "Domein", KIND_TEXT, OPENS, NULL,
    "Over welk deel van het leven ging het? (een woord, zoals wonen, geld of sociale-contacten)"};

enum { MOST_WORDS = 64, GAP = 3 };

/* What Tab fills in, and what a number in front stands for. */
struct words {
    struct text list[MOST_WORDS];
    size_t count;
};

static void add_word(struct words *w, struct text word)
{
    if (w->count < MOST_WORDS && !memchr(word.p, '>', word.n))
        w->list[w->count++] = word;
}

/* ---- what may be referred to ---- */

static bool is_candidate(const struct questions *q, const struct field *f, const struct thing *t)
{
    struct text rest = text_of(f->detail), word;

    if (!t->opening || t->withdrawn || !t->type)
        return false;
    if (f == &question_key)
        return !*t->type->letter;
    while (text_next_word(&rest, &word))
        if (text_is_string(word, "*") || t->type == schema_type(q->session->schema, word))
            return true;
    return false;
}

static struct text title_of(const struct questions *q, const struct thing *t)
{
    for (const struct field *f = t->type->fields; f->name; f++)
        if (f->flags & OPENS)
            return thing_value(q->dossier, t, schema_name(q->session->schema, text_of(f->name)));
    return TEXT("");
}

static void put_candidates(struct questions *q, const struct field *f, struct words *w)
{
    struct buffer line = {0};

    for (size_t i = 0; q->dossier && i < q->dossier->thing_count; i++) {
        const struct thing *t = &q->dossier->things[i];
        struct text title;
        if (!is_candidate(q, f, t) || w->count == MOST_WORDS)
            continue;
        add_word(w, t->key);
        title = title_of(q, t);
        line.n = 0;
        buffer_format(&line, "%.*s  %.*s", (int)t->key.n, t->key.p,
                      (int)text_fit(title, terminal_width(q->terminal) / 2), title.p);
        if (f != &question_key)
            questions_put(q, 2, buffer_view(&line));
    }
    buffer_free(&line);
}

/* ---- showing ---- */

static const char *choices_of(const struct field *f)
{
    return f->kind == KIND_YESNO ? "ja nee" : f->kind == KIND_CHOICE ? f->detail : NULL;
}

/* `1 kantoor   2 huisbezoek   …`, as many on a line as fit. */
static void put_choices(struct questions *q, const struct words *w)
{
    size_t width = terminal_width(q->terminal), column = 0;
    struct buffer item = {0};

    for (size_t i = 0; i < w->count; i++) {
        item.n = 0;
        buffer_format(&item, "%zu %.*s", i + 1, (int)w->list[i].n, w->list[i].p);
        if (column && column + GAP + item.n > width) {
            buffer_byte(&q->shown, '\n');
            column = 0;
        }
        buffer_repeat(&q->shown, ' ', column ? GAP : 2);
        buffer_text(&q->shown, buffer_view(&item));
        column += item.n + (column ? GAP : 2);
    }
    buffer_string(&q->shown, w->count ? "\n" : "");
    buffer_free(&item);
}

static void put_words(struct questions *q, const struct field *f, struct words *w)
{
    const char *choices = choices_of(f);
    struct text rest = text_of(choices), word;

    w->count = 0;
    while (choices && text_next_word(&rest, &word))
        add_word(w, word);
    if (choices)
        put_choices(q, w);
    else if (f->kind == KIND_REFERENCE || f->kind == KIND_REFERENCE_OR_TEXT || f == &question_key)
        put_candidates(q, f, w);
}

static void put_answer(struct questions *q, const struct answer *a)
{
    struct buffer line = {0};

    for (size_t i = 0; i < a->count; i++) {
        line.n = 0;
        buffer_string(&line, i ? "    " : "nu: ");
        buffer_text(&line, a->values[i]);
        questions_put(q, 2, buffer_view(&line));
    }
    buffer_free(&line);
}

static bool is_long(const struct field *f)
{
    return f->flags & LONG;
}

static bool is_list(const struct field *f)
{
    return f->flags & MANY;
}

static void put_how(struct questions *q, const struct field *f)
{
    if (is_long(f) && q->directory)
        questions_put(
            q, 0, TEXT("Meer regels mag; een lege regel is het einde. ! opent uw eigen editor."));
    else if (is_long(f))
        questions_put(q, 0, TEXT("Meer regels mag; een lege regel is het einde."));
    else if (is_list(f))
        questions_put(q, 0,
                      TEXT("Meer antwoorden mag, elk op een regel; een lege regel is het "
                           "einde."));
}

/* What Enter would mean here, when that is more than passing over a question. */
static const char *mark_of(const struct questions *q, const struct part *p, size_t index)
{
    bool opens = index >= p->first && p->answers[index].field->flags & OPENS;

    if (p->there)
        return "";
    if (index != p->first || part_answered(p))
        return opens ? " (nodig)" : "";
    return p->again        ? " (nog een; Enter is: nee)"
           : p == q->parts ? " (nodig)"
                           : " (Enter slaat dit deel over)";
}

static void put_question(struct questions *q, const struct part *p, size_t index, const char *why,
                         struct words *w)
{
    const struct answer *a = &p->answers[index];
    struct buffer line = {0};

    buffer_format(&line, "\n%s, vraag %zu van %zu%s", p->type->name, index + 1, p->count,
                  why ? "" : mark_of(q, p, index));
    questions_put(q, 0, q->names ? TEXT("") : buffer_view(&line));
    if (why)
        questions_put(q, 0, text_of(why));
    line.n = 0;
    buffer_string(&line, a->field->question);
    if (a->field == &schema_common[COMMON_OP])
        buffer_string(&line, " (Enter is vandaag)");
    questions_put(q, 0, buffer_view(&line));
    put_words(q, a->field, w);
    put_answer(q, a);
    put_how(q, a->field);
    questions_show(q);
    buffer_free(&line);
}

static void explain(struct questions *q, const struct part *p)
{
    questions_put(q, 0, text_of(p->type->explanation));
    questions_put(q, 0, TEXT("Elke vraag mag u overslaan met Enter. Alleen op een regel:"));
    questions_put(q, 0, TEXT("  <  terug naar de vorige vraag"));
    questions_put(q, 0, TEXT("  >  de rest van dit deel overslaan"));
    questions_put(q, 0, TEXT("  -  weghalen wat u hier eerder invulde"));
    questions_put(q, 0, TEXT("  ?  deze uitleg"));
    questions_put(q, 0, TEXT("Ctrl-D is klaar: u ziet wat u invulde, en dat wordt bewaard."));
    questions_put(q, 0, TEXT("Ctrl-C is stoppen: er wordt niets bewaard."));
    questions_show(q);
}

static void advise(struct questions *q, const char *advice)
{
    questions_put(q, 2, text_of(advice));
    questions_show(q);
}

/* ---- from what was typed to a value ---- */

static bool same_letter(char a, char b)
{
    return (a >= 'A' && a <= 'Z' ? a + ('a' - 'A') : a) == b;
}

static bool begins(struct text word, struct text typed)
{
    size_t n = 0;

    while (n < typed.n && n < word.n && same_letter(typed.p[n], word.p[n]))
        n++;
    return n == typed.n;
}

/* By number, by word, or by the start of a word. How many it could be. */
static size_t fitting(const struct words *w, struct text typed, struct text *value)
{
    uint32_t number;
    size_t fits = 0;

    if (text_digits(typed, &number) && number >= 1 && number <= w->count) {
        *value = w->list[number - 1];
        return 1;
    }
    for (size_t i = 0; i < w->count; i++) {
        if (!begins(w->list[i], typed))
            continue;
        *value = w->list[i];
        fits++;
        if (w->list[i].n == typed.n)
            return 1;
    }
    return fits;
}

static bool choose(struct questions *q, const struct words *w, struct text typed,
                   struct text *value)
{
    size_t fits = fitting(w, typed, value);

    if (fits != 1) {
        advise(q, fits ? "Er begint meer dan een woord zo. Typ iets meer, of het nummer."
                       : "Kies een nummer of een woord uit de lijst hierboven.");
        return false;
    }
    if (!text_is(typed, *value)) { /* to see what a number stood for */
        questions_put(q, 2, *value);
        questions_show(q);
    }
    return true;
}

/* A word as it can be a key: `Sociale contacten` is sociale-contacten. */
static bool make_key(struct questions *q, struct text typed, struct text *value)
{
    char *key = arena_string(&q->arena, typed);

    for (char *c = key; *c; c++)
        *c = *c == ' ' ? '-' : *c >= 'A' && *c <= 'Z' ? (char)(*c + ('a' - 'A')) : *c;
    *value = text_of(key);
    if (schema_key_good(*value))
        return true;
    advise(q, "Gebruik een woord met gewone letters, cijfers en streepjes, zoals wonen.");
    return false;
}

static bool refer(struct questions *q, const struct words *w, struct text typed)
{
    for (size_t i = 0; i < w->count; i++)
        if (text_is(w->list[i], typed))
            return true;
    advise(q, w->count ? "Deze sleutel kan hier niet. Kies er een uit de lijst hierboven."
                       : "Er is in dit dossier nog niets om naar te verwijzen. Enter slaat over.");
    return false;
}

/* A day or a moment as people say it becomes one as it is written. */
static struct text civil(struct questions *q, const struct field *f, struct text typed)
{
    char written[17];
    date day = date_parse_relative(typed, q->session->today);
    int minutes;

    if (f->kind == KIND_DATE) {
        day = day == DATE_NONE ? date_parse_local(typed) : day;
        return day == DATE_NONE ? typed : arena_text(&q->arena, text_of(date_write(day, written)));
    }
    if (f->kind != KIND_CIVIL_MOMENT || !date_parse_local_moment(typed, &day, &minutes))
        return typed;
    return arena_text(&q->arena, text_of(civil_moment_write(day, minutes, written)));
}

static bool make_value(struct questions *q, const struct field *f, const struct words *w,
                       struct text typed, struct text *value)
{
    char advice[512];

    *value = civil(q, f, typed);
    if (choices_of(f))
        return choose(q, w, typed, value);
    if (f == &question_key)
        return make_key(q, typed, value);
    if (f->kind == KIND_REFERENCE && !refer(q, w, typed))
        return false;
    if (schema_value_good(f, *value))
        return true;
    advise(q, schema_value_advice(f, *value, advice));
    return false;
}

static void give(struct questions *q, struct answer *a, struct text value)
{
    mem_grow(&a->values, &a->capacity, a->count + 1, sizeof *a->values);
    a->values[a->count++] = arena_text(&q->arena, value);
}

/* ---- the forms of an answer ---- */

static bool take_one(struct questions *q, struct answer *a, const struct words *w,
                     struct text typed)
{
    char *line = arena_string(&q->arena, typed);
    struct text value;

    for (char *c = line; *c; c++)
        *c = *c == '\n' || *c == '\t' ? ' ' : *c; /* a paste of more lines is one answer */
    if (!make_value(q, a->field, w, text_trim(text_of(line)), &value))
        return false;
    a->count = 0;
    give(q, a, value);
    return true;
}

/* Choices stand on one line too: `1 3`, `praten, spel`. */
static void take_words(struct questions *q, struct answer *a, const struct words *w,
                       struct text line)
{
    struct text value;

    while (line.n) {
        size_t n = 0;
        while (n < line.n && !strchr(", \t", line.p[n]))
            n++;
        if (n && choose(q, w, (struct text){line.p, n}, &value))
            give(q, a, value);
        n += n < line.n;
        line = (struct text){line.p + n, line.n - n};
    }
}

/* What was pasted may hold more than one. */
static void take_lines(struct questions *q, struct answer *a, const struct words *w,
                       struct text typed)
{
    struct text rest = typed, line, value;

    while (text_next_line(&rest, &line))
        if (choices_of(a->field))
            take_words(q, a, w, line);
        else if (text_trim(line).n && make_value(q, a->field, w, text_trim(line), &value))
            give(q, a, value);
}

/* False: the end of the input, after this answer. */
static bool take_list(struct questions *q, struct answer *a, const struct words *w,
                      struct buffer *line)
{
    bool going = true;

    a->count = 0;
    while (going && text_trim(buffer_view(line)).n) {
        take_lines(q, a, w, buffer_view(line));
        going = terminal_line(q->terminal, "> ", w->list, w->count, line);
    }
    return going;
}

static bool take_long(struct questions *q, struct answer *a, struct buffer *line)
{
    struct buffer all = {0};
    bool going = true;

    while (going && text_trim(buffer_view(line)).n) {
        buffer_string(&all, all.n ? "\n" : "");
        buffer_text(&all, buffer_view(line));
        going = terminal_line(q->terminal, "+ ", NULL, 0, line);
    }
    a->count = 0;
    give(q, a, text_trim(buffer_view(&all)));
    buffer_free(&all);
    return going;
}

static bool take_edited(struct questions *q, struct answer *a)
{
    struct buffer text = {0};
    struct diag diag; /* an editor that fails is not the end of the questions */
    bool fine;

    if (a->count)
        buffer_text(&text, a->values[0]);
    diag_start(&diag);
    fine = draft_edit(q->directory, terminal_descriptor(q->terminal), &text, &diag);
    if (!fine)
        advise(q, "Dat lukte niet. Typ uw antwoord hier.");
    else if (text_bad_byte(buffer_view(&text)) < text.n) {
        advise(q, "Die tekst is geen UTF-8. Bewaar hem zo, of typ uw antwoord hier.");
        fine = false;
    } else {
        a->count = 0;
        if (text_trim(buffer_view(&text)).n)
            give(q, a, text_trim(record_tidy(&q->arena, buffer_view(&text))));
    }
    buffer_free(&text);
    return fine;
}

/* ---- one question ---- */

enum taken { TAKEN, TAKEN_END, TAKEN_NOTHING };

static enum taken take(struct questions *q, struct answer *a, const struct words *w,
                       struct buffer *line)
{
    const struct field *f = a->field;

    if (is_long(f) && q->directory && text_is_string(text_trim(buffer_view(line)), "!"))
        return take_edited(q, a) ? TAKEN : TAKEN_NOTHING;
    if (is_long(f))
        return take_long(q, a, line) ? TAKEN : TAKEN_END;
    if (is_list(f))
        return !take_list(q, a, w, line) ? TAKEN_END : a->count ? TAKEN : TAKEN_NOTHING;
    return take_one(q, a, w, buffer_view(line)) ? TAKEN : TAKEN_NOTHING;
}

enum step question_ask(struct questions *q, struct part *p, size_t index, const char *why)
{
    struct answer *a = &p->answers[index];
    struct buffer line = {0};
    struct words words;
    const struct text *tab = words.list;
    size_t tab_count;
    enum taken taken = TAKEN_NOTHING;
    char sign = '\0';

    put_question(q, p, index, why, &words);
    tab_count = words.count;
    if (!tab_count && q->more && q->more->words)
        tab = q->more->words(q->more->data, a->field, &tab_count);
    while (taken == TAKEN_NOTHING) {
        struct text typed;
        if (!terminal_line(q->terminal, "> ", tab, tab_count, &line)) {
            taken = TAKEN_END;
            break;
        }
        typed = text_trim(buffer_view(&line));
        sign = typed.n == 1 ? *typed.p : '\0';
        if (sign == '?')
            explain(q, p);
        else if (!typed.n || sign == '<' || sign == '>')
            taken = TAKEN;
        else if (sign == '-') {
            a->count = 0;
            advise(q, "Dat is weg. Typ iets anders, of Enter.");
        } else {
            sign = '\0';
            taken = take(q, a, &words, &line);
        }
    }
    buffer_free(&line);
    return taken == TAKEN_END ? STEP_END
           : sign == '<'      ? STEP_BACK
           : sign == '>'      ? STEP_REST
                              : STEP_NEXT;
}
