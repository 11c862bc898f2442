#include "journal/record.h"
#include "base/io.h"
#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void addition_give(struct addition *a, struct given given)
{
    mem_grow(&a->given, &a->capacity, a->count + 1, sizeof *a->given);
    a->given[a->count++] = given;
}

void addition_free(struct addition *a)
{
    free(a->given);
    *a = (struct addition){0};
}

/* ---- which field an option means ---- */

static bool is_option_name(const char *field, struct text option)
{
    struct buffer name = {0};
    bool same;

    schema_option_name(&name, field);
    same = text_is(buffer_view(&name), option);
    buffer_free(&name);
    return same;
}

static const struct field *field_for_option(const struct type *type, struct text option)
{
    for (const struct field *f = type->fields; f->name; f++)
        if (is_option_name(f->name, option))
            return f;
    return NULL;
}

/* The field's name is `own`, the end of the option: behind the type and a dot, or all of it. */
static void say_unknown_field(const struct type *type, struct text option, struct text own,
                              struct diag *diag)
{
    char safe[QUOTE_SIZE];
    struct nearest nearest = {.asked = own};
    struct buffer name = {0}, advice = {0};

    for (const struct field *f = type->fields; f->name; f++) {
        name.n = 0;
        schema_option_name(&name, f->name);
        if (nearest_try(&nearest, buffer_view(&name))) {
            advice.n = 0;
            buffer_format(&advice, "Bedoelt u --%.*s%.*s?", (int)(option.n - own.n), option.p,
                          (int)name.n, name.p);
        }
    }
    if (!advice.n && type->flags & OUTSIDE)
        buffer_string(&advice, "Zie gesprek-check --schema");
    else if (!advice.n)
        buffer_format(&advice, "Zie gesprek-noteer nieuw %s --help", type->name);
    diag_say(diag, SEVERITY_ERROR, STATUS_USAGE, "gebruik", "de optie --%s hoort niet bij %s. %.*s",
             quote(option, safe), type->name, (int)advice.n, advice.p);
    buffer_free(&name);
    buffer_free(&advice);
}

const struct field *record_field(const struct schema *schema, const struct type *type,
                                 struct text option, struct diag *diag)
{
    const char *dot = memchr(option.p, '.', option.n);
    struct text own = option;
    const struct field *f;

    (void)schema;
    if (dot && is_option_name(type->name, (struct text){option.p, (size_t)(dot - option.p)}))
        own = (struct text){dot + 1, option.n - (size_t)(dot - option.p) - 1};
    f = field_for_option(type, own);
    if (!f)
        say_unknown_field(type, option, own, diag);
    return f;
}

/* ---- what a value stands for ---- */

struct text record_tidy(struct arena *arena, struct text raw)
{
    char *out = arena_take(arena, raw.n + 1);
    size_t n = 0;

    for (size_t i = 0; i < raw.n; i++)
        if (!(raw.p[i] == '\r' && i + 1 < raw.n && raw.p[i + 1] == '\n'))
            out[n++] = raw.p[i];
    while (n && out[n - 1] == '\n')
        n--;
    return (struct text){out, n};
}

bool record_value(const char *argument, struct text *value, bool *standard_input,
                  struct arena *arena, struct diag *diag)
{
    struct buffer content = {0};
    bool from_input = !strcmp(argument, "@-"), fine;
    int fd;

    *value = text_of(argument[0] == '@' && argument[1] == '@' ? argument + 1 : argument);
    if (argument[0] != '@' || argument[1] == '@')
        return true;
    if (from_input && *standard_input) {
        diag_say(diag, SEVERITY_ERROR, STATUS_USAGE, "gebruik",
                 "de standaardinvoer kan maar een ding zijn: het dossier (-), een ingevuld "
                 "sjabloon of een waarde (@-)");
        return false;
    }
    *standard_input = *standard_input || from_input;
    fd = from_input ? STDIN_FILENO : open(argument + 1, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    fine = fd >= 0 && io_read_all(fd, &content, REC_LINE_LIMIT);
    if (!fine)
        diag_at(diag, SEVERITY_ERROR, STATUS_SYSTEM, (struct place){argument + 1, 0, 0}, "bestand",
                "dit kan niet gelezen worden: %s", diag_errno(errno));
    if (fd > STDERR_FILENO)
        close(fd);
    if (fine)
        *value = record_tidy(arena, buffer_view(&content));
    buffer_free(&content);
    return fine;
}

/* ---- writing ---- */

static void write_common(struct buffer *out, const char *newline, int which, struct text value)
{
    rec_write_field(out, newline, text_of(schema_common[which].name), value);
}

void record_write(const struct addition *a, struct text dossier, const char *newline,
                  struct buffer *out)
{
    char day[11], at[26];

    rec_write_field(out, newline, text_of(a->type->name), a->key);
    write_common(out, newline, COMMON_DOSSIER, dossier);
    write_common(out, newline, COMMON_OP, text_of(date_write(a->op, day)));
    write_common(out, newline, COMMON_DOOR, a->by);
    write_common(out, newline, a->amends ? COMMON_AMENDED : COMMON_BOOKED,
                 text_of(moment_write(a->now.at, a->now.offset_minutes, at)));
    for (size_t i = 0; i < a->count; i++) {
        const struct given *g = &a->given[i];
        if (a->amends || text_trim(g->value).n)
            rec_write_field(out, newline, text_of(g->field->name), g->value);
    }
    buffer_string(out, newline);
}

struct spot record_spot(const struct buffer *content, const struct dossier *d)
{
    struct spot spot = {0, "\n", ""};
    const struct record *last;

    if (!d->record_count)
        return spot;
    last = &d->records[d->record_count - 1];
    spot.offset = (size_t)(last->end - content->p);
    spot.newline = rec_newline((struct text){content->p, spot.offset});
    rec_close((struct text){content->p, spot.offset}, last->closed, spot.newline, spot.before);
    return spot;
}

void record_insert(struct buffer *content, const struct spot *spot, struct text record)
{
    size_t before = strlen(spot->before), more = before + record.n;

    buffer_room(content, more);
    memmove(content->p + spot->offset + more, content->p + spot->offset, content->n - spot->offset);
    memcpy(content->p + spot->offset, spot->before, before);
    memcpy(content->p + spot->offset + before, record.p, record.n);
    content->n += more;
}
