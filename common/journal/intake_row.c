#include "base/text.h"
#include "journal/csv_value.h"
#include "journal/intake_inside.h"

#include <stdio.h>

bool intake_row_fault(struct intake *in, const struct csv_row *row, const struct csv_cell *cell,
                      const char *code, const char *message)
{
    diag_at(in->diag, SEVERITY_ERROR, STATUS_DATA,
            (struct place){in->name, cell ? cell->line : row->line, cell ? cell->column : 0}, code,
            "rij %u%s", row->number, message);
    return false;
}

static bool take_id(struct intake *in, const struct csv_row *row, const struct csv_cell *cell,
                    struct text *id)
{
    *id = text_trim(cell->value);
    if (id->n && schema_key_good(*id))
        return true;
    return intake_row_fault(
        in, row, cell, "sleutel-fout",
        id->n ? ": een nummer heeft letters, cijfers, punt, streepje of _, hoogstens "
                "64 tekens"
              : ": hier ontbreekt het nummer. Vul het in, of haal de kolom weg");
}

/* Once: whoever sees one day that was read wrong knows about all. */
static void say_order(struct intake *in, const struct csv_row *row, size_t i, struct text value,
                      date day)
{
    const struct csv_cell *cell = &row->cells[i];
    char name[QUOTE_SIZE], safe[QUOTE_SIZE];
    struct buffer words = {0};

    if (in->order_said)
        return;
    in->order_said = true;
    date_in_words(&words, day, false);
    diag_at(in->diag, SEVERITY_NOTE, STATUS_OK, (struct place){in->name, cell->line, cell->column},
            "dag-maand",
            "rij %u, kolom `%s`: `%s` is gelezen als %.*s. Zo is elke dag gelezen die niet als "
            "2026-11-22 geschreven is: eerst de dag, dan de maand. Klopt dat niet, schrijf de "
            "dagen dan als 2026-11-22",
            row->number, quote(in->columns.list[i].name, name), quote(value, safe), (int)words.n,
            words.p);
    buffer_free(&words);
}

/* The day in a cell with something in it. False: said. */
static bool read_day(struct intake *in, const struct csv_row *row, size_t i, struct text value,
                     struct csv_day *d)
{
    char name[QUOTE_SIZE], safe[QUOTE_SIZE], message[768];

    if (csv_day(value, d)) {
        if (d->doubt)
            say_order(in, row, i, value, d->day);
        return true;
    }
    snprintf(message, sizeof message,
             ", kolom `%s`: `%s` is geen dag die bestaat. Schrijf 22-11-2026 (dag, maand, jaar) "
             "of 2026-11-22",
             quote(in->columns.list[i].name, name), quote(value, safe));
    return intake_row_fault(in, row, &row->cells[i], "datum-fout", message);
}

/* Of a melding the time tells nothing that is kept. */
static bool take_op(struct intake *in, const struct csv_row *row, size_t i, date *op)
{
    struct text value = text_trim(row->cells[i].value);
    struct csv_day d;

    if (!value.n)
        return true;
    if (!read_day(in, row, i, value, &d))
        return false;
    *op = d.day;
    return true;
}

/* A time with a day of birth may come out of another time zone, and then the day is another one
 * too: only midnight, which a spreadsheet adds, is passed over. */
static bool take_day(struct intake *in, const struct csv_row *row, size_t i, struct text *value)
{
    char name[QUOTE_SIZE], safe[QUOTE_SIZE], message[768];
    struct csv_day d;

    if (!read_day(in, row, i, *value, &d))
        return false;
    if (d.minutes) {
        snprintf(message, sizeof message,
                 ", kolom `%s`: bij `%s` staat een tijd, en dan is de dag niet zeker. Laat alleen "
                 "de dag staan",
                 quote(in->columns.list[i].name, name), quote(*value, safe));
        return intake_row_fault(in, row, &row->cells[i], "datum-fout", message);
    }
    *value = text_of(date_write(d.day, arena_take(&in->opening.none.arena, 11)));
    return true;
}

/* False: said. */
static bool take_value(struct intake *in, const struct csv_row *row, size_t i)
{
    const struct csv_cell *cell = &row->cells[i];
    const struct csv_column *column = &in->columns.list[i];
    struct arena *arena = &in->opening.none.arena;
    struct text value = text_trim(record_tidy(arena, cell->value));

    if (!value.n)
        return true;
    if (column->field->kind == KIND_DATE && !take_day(in, row, i, &value))
        return false;
    addition_give(&in->opening.records[column->which],
                  (struct given){.field = column->field,
                                 .value = csv_word(column->field, value, arena),
                                 .place = {in->name, cell->line, cell->column},
                                 .column = column->name,
                                 .row = row->number});
    return true;
}

/* From cells to an opening that is complete. */
bool intake_take_row(struct intake *in, const struct csv_row *row, struct text *id, date *op)
{
    struct session *s = in->session;
    bool fine = true;

    *op = s->limits.op == DATE_NONE ? s->today : s->limits.op;
    opening_reset(&in->opening);
    opening_from(&in->opening, in->name, row->line, row->number);
    if (row->count != in->columns.count) {
        char message[128];
        snprintf(message, sizeof message, " heeft %zu cellen, en er zijn %zu kolommen", row->count,
                 in->columns.count);
        return intake_row_fault(in, row, NULL, "rij-lengte", message);
    }
    for (size_t i = 0; i < row->count; i++) {
        enum column_use use = in->columns.list[i].use;
        if (use == COLUMN_DOSSIER)
            fine = take_id(in, row, &row->cells[i], id) && fine;
        else if (use == COLUMN_OP)
            fine = take_op(in, row, i, op) && fine;
        else if (use == COLUMN_FIELD)
            fine = take_value(in, row, i) && fine;
    }
    opening_day(&in->opening, *op);
    return opening_complete(&in->opening) && fine;
}
