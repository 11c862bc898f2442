#include "base/text.h"
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

static bool take_day(struct intake *in, const struct csv_row *row, const struct csv_cell *cell,
                     date *op)
{
    struct text value = text_trim(cell->value);

    if (!value.n)
        return true;
    *op = date_parse(value);
    return *op != DATE_NONE ||
           intake_row_fault(in, row, cell, "datum-fout",
                            ": dit is geen dag die bestaat. Schrijf 2026-11-22");
}

static void take_value(struct intake *in, const struct csv_row *row, size_t i)
{
    const struct csv_cell *cell = &row->cells[i];
    const struct csv_column *column = &in->columns.list[i];
    struct text value = text_trim(record_tidy(&in->opening.none.arena, cell->value));

    if (value.n)
        addition_give(&in->opening.records[column->which],
                      (struct given){.field = column->field,
                                     .value = value,
                                     .place = {in->name, cell->line, cell->column},
                                     .column = column->name,
                                     .row = row->number});
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
            fine = take_day(in, row, &row->cells[i], op) && fine;
        else if (use == COLUMN_FIELD)
            take_value(in, row, i);
    }
    opening_day(&in->opening, *op);
    return opening_complete(&in->opening) && fine;
}
