#include "base/text.h"
#include "journal/intake_inside.h"

#include <stdio.h>
#include <string.h>

/* ---- who and what is there already ---- */

static struct text client_value(const struct intake *in, struct dossier *d, const struct thing *t,
                                const char *field)
{
    return text_trim(thing_value(d, t, schema_name(in->session->schema, text_of(field))));
}

/* A column for the number or the day is one more thing in which two rows can differ. */
static uint64_t whole_print(const struct intake *in, uint64_t print, struct text id, date op)
{
    char day[11];

    if (in->columns.has_dossier)
        print += text_hash(id);
    if (in->columns.has_op)
        print += text_hash(text_of(date_write(op, day)));
    return print ? print : 1;
}

static void note_number(struct intake *in, struct text id)
{
    char year[8];
    uint32_t number;
    int y, m, day;

    date_split(in->session->today, &y, &m, &day);
    snprintf(year, sizeof year, "%d-", y);
    if (text_starts(id, year) && text_digits((struct text){id.p + 5, id.n - 5}, &number) &&
        number >= in->next)
        in->next = number + 1;
}

static void note_dossier(struct intake *in, struct dossier *d)
{
    struct double_who who = {.print = opening_print_of(d)};
    bool named = false;

    who.print = whole_print(in, who.print, d->id, d->records[0].op);
    for (size_t i = 0; i < d->thing_count; i++) {
        const struct thing *t = &d->things[i];
        if (!t->type || strcmp(t->type->name, "Client") != 0)
            continue;
        who.person = client_value(in, d, t, "Persoon");
        who.name = client_value(in, d, t, "Naam");
        who.family = client_value(in, d, t, "Achternaam");
        who.born = client_value(in, d, t, "Geboren");
        doubles_add(in->doubles, &who, 0, d->id);
        named = true;
    }
    if (!named)
        doubles_add(in->doubles, &who, 0, d->id);
    if (in->columns.has_dossier)
        doubles_add_number(in->doubles, d->id, 0);
    note_number(in, d->id);
}

bool intake_read_directory(struct intake *in)
{
    struct session *s = in->session;
    char *paths[1] = {(char *)(uintptr_t)in->wishes->directory};
    struct operands *operands = operands_open(paths, 1, in->diag);
    struct reader_options options = {{DATE_NONE, MOMENT_NONE}, {"", 0}, false, true, NULL};
    struct reader *reader = reader_open(s->schema, operands, options, in->diag);
    unsigned errors = in->diag->errors;
    struct dossier *d;

    while ((d = reader_next(reader)))
        note_dossier(in, d);
    reader_close(reader);
    operands_close(operands);
    return in->diag->errors == errors;
}

struct double_who intake_who_is(const struct intake *in, struct text id, date op)
{
    const struct opening *o = &in->opening;
    struct double_who who = {.person = opening_value(o, OPENING_CLIENT, "Persoon"),
                             .name = opening_value(o, OPENING_CLIENT, "Naam"),
                             .family = opening_value(o, OPENING_CLIENT, "Achternaam"),
                             .born = opening_value(o, OPENING_CLIENT, "Geboren")};

    who.print = whole_print(in, opening_print(o), id, op);
    return who;
}

/* ---- the number ---- */

bool intake_file_exists(const struct intake *in, const char *id)
{
    struct buffer path = {0};
    struct stat st;
    bool there;

    buffer_format(&path, "%s/%s.rec", in->wishes->directory, id);
    buffer_byte(&path, '\0');
    there = lstat(path.p, &st) == 0;
    buffer_free(&path);
    return there;
}

void intake_next_number(struct intake *in, char id[ID_SIZE])
{
    int year, month, day;

    date_split(in->session->today, &year, &month, &day);
    do
        snprintf(id, ID_SIZE, "%d-%04u", year, in->next++);
    while (intake_file_exists(in, id));
}

static bool check_number(struct intake *in, const struct csv_row *row, struct text wanted,
                         const char *id)
{
    struct double_hit hit;
    char message[256];

    if (doubles_find_number(in->doubles, wanted, row->number, &hit) && !hit.dossier)
        snprintf(message, sizeof message, ": nummer %s is ook dat van rij %u", id, hit.row);
    else if (doubles_find_number(in->doubles, wanted, 1, &hit) || intake_file_exists(in, id))
        snprintf(message, sizeof message,
                 ": nummer %s is al van een ander dossier in deze map. Kies een ander nummer", id);
    else
        return true;
    return intake_row_fault(in, row, NULL, "nummer-bezet", message);
}

bool intake_choose_number(struct intake *in, const struct csv_row *row, struct text wanted,
                          char id[ID_SIZE])
{
    if (!in->columns.has_dossier) {
        intake_next_number(in, id);
        return true;
    }
    snprintf(id, ID_SIZE, "%.*s", (int)wanted.n, wanted.p);
    if (!check_number(in, row, wanted, id))
        return false;
    if (!in->second)
        doubles_add_number(in->doubles, wanted, row->number);
    return true;
}
