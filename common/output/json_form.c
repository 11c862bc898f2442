/* Rows as JSON (RFC 8259): a list with an object a row, a row a line, the columns' names as its
 * names. A number column is a number where the cell is one; an empty cell is an empty text. */
#include "output/clean.h"
#include "output/form.h"

#include "base/text.h"
#include <stdlib.h>

struct json_data {
    struct out *out;
    const struct head *head;
    bool terminal;
    bool begun; /* a row has been written */
    struct buffer cell, row;
};

static void put_escaped(struct buffer *b, struct text t)
{
    buffer_byte(b, '"');
    for (size_t i = 0; i < t.n; i++) {
        unsigned char c = (unsigned char)t.p[i];
        if (c == '"' || c == '\\')
            buffer_byte(b, '\\');
        if (c == '\n')
            buffer_string(b, "\\n");
        else if (c < 0x20)
            buffer_format(b, "\\u%04x", c);
        else
            buffer_byte(b, (char)c);
    }
    buffer_byte(b, '"');
}

/* JSON knows no number that begins with a 0. */
static bool is_number(struct text t)
{
    uint32_t value;
    return text_digits(t, &value) && (t.n == 1 || t.p[0] != '0');
}

static void put_cell(struct json_data *data, const struct column *column, struct text value)
{
    data->cell.n = 0;
    put_escaped(&data->row, text_of(column->name));
    buffer_byte(&data->row, ':');
    if (column->kind == COLUMN_NUMBER && is_number(value)) {
        buffer_text(&data->row, value);
        return;
    }
    clean_text(&data->cell, value, data->terminal);
    put_escaped(&data->row, buffer_view(&data->cell));
}

static bool json_begin(void **into, struct out *out, const struct head *head)
{
    struct json_data *data = mem_take(sizeof *data);

    *data = (struct json_data){.out = out, .head = head, .terminal = out->terminal};
    *into = data;
    out_byte(out, '[');
    return !out->error;
}

static bool put_row(struct json_data *data, const struct text *cells)
{
    buffer_string(&data->row, data->begun ? ",\n{" : "\n{");
    for (size_t i = 0; i < data->head->column_count; i++) {
        if (i)
            buffer_byte(&data->row, ',');
        put_cell(data, &data->head->columns[i], cells[i]);
    }
    buffer_byte(&data->row, '}');
    data->begun = true;
    out_text(data->out, buffer_view(&data->row));
    data->row.n = 0;
    return !data->out->error;
}

static bool json_blocks(void *from, const struct document *document)
{
    struct json_data *data = from;

    for (size_t b = 0; data->head->column_count && b < document->count; b++)
        if (document->blocks[b].kind == BLOCK_ROW && !put_row(data, document->blocks[b].cells))
            return false;
    return !data->out->error;
}

/* The closing bracket is withheld from half an answer, so that no parser takes it for whole. */
static bool json_end(void *from, bool complete)
{
    struct json_data *data = from;
    bool fine;

    if (complete)
        out_string(data->out, "\n]\n");
    fine = !data->out->error;
    buffer_free(&data->cell);
    buffer_free(&data->row);
    free(data);
    return fine;
}

const struct form form_json = {"json", json_begin, json_blocks, json_end};
