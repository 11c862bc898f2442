/* Rows as CSV: RFC 4180, CRLF, a head row. libcsv does the quoting; it quotes every field. */
#include "output/clean.h"
#include "output/form.h"

#include "base/text.h"
#include <csv.h>
#include <string.h>

/* What differs between those who read it. */
struct csv_way {
    char separator;
    char decimal;     /* of a number in a number column; the document has a point there */
    const char *mark; /* what stands before everything */
};

static const struct csv_way way_plain = {',', '.', ""};

/* Excel where the decimal sign is a comma, as in the Netherlands and Flanders: it then splits at
 * semicolons, and takes a file without a byte order mark for Windows-1252. */
static const struct csv_way way_excel = {';', ',', "\xEF\xBB\xBF"};

struct csv_data {
    const struct csv_way *way;
    struct out *out;
    const struct head *head;
    bool terminal;
    struct buffer cell; /* a cell, cleaned and guarded */
    struct buffer row;  /* a row as it goes out */
};

/* Digits, with a minus in front and a decimal point if need be: what no spreadsheet takes for a
 * formula. */
static bool looks_like_number(struct text t)
{
    size_t digits = 0;
    size_t points = 0;

    for (size_t i = t.n && t.p[0] == '-' ? 1 : 0; i < t.n; i++) {
        if (t.p[i] >= '0' && t.p[i] <= '9')
            digits++;
        else if (t.p[i] == '.' && digits && i + 1 < t.n)
            points++;
        else
            return false;
    }
    return digits && points <= 1;
}

/* CWE-1236: a spreadsheet runs a cell that begins with one of these, quoted or not. A date begins
 * with none of them, so that a date column that holds something else is guarded like text. */
static bool needs_guard(struct text t, enum column_kind kind)
{
    if (!t.n || kind == COLUMN_EXACT || !memchr("=+-@\t\r\n", t.p[0], 7))
        return false;
    return kind != COLUMN_NUMBER || !looks_like_number(t);
}

static void put_decimal(struct buffer *number, char decimal)
{
    char *point = memchr(number->p, '.', number->n);

    if (point)
        *point = decimal;
}

static void put_cell(struct csv_data *data, size_t index, struct text value, enum column_kind kind)
{
    struct buffer *row = &data->row;

    data->cell.n = 0;
    if (needs_guard(value, kind))
        buffer_byte(&data->cell, '\'');
    clean_text(&data->cell, value, data->terminal);
    if (kind == COLUMN_NUMBER && looks_like_number(value))
        put_decimal(&data->cell, data->way->decimal);
    if (index)
        buffer_byte(row, data->head->separator ? data->head->separator : data->way->separator);
    /* Two quotes around it, and each byte may be a quote that is doubled. csv_write writes nothing
     * at all for a NULL. */
    buffer_room(row, data->cell.n * 2 + 2);
    row->n += csv_write(row->p + row->n, row->capacity - row->n, buffer_view(&data->cell).p,
                        data->cell.n);
}

static bool put_row(struct csv_data *data)
{
    buffer_string(&data->row, "\r\n");
    out_text(data->out, buffer_view(&data->row));
    data->row.n = 0;
    return !data->out->error;
}

static bool begin_as(const struct csv_way *way, void **into, struct out *out,
                     const struct head *head)
{
    struct csv_data *data = mem_take(sizeof *data);

    *data = (struct csv_data){.way = way, .out = out, .head = head, .terminal = out->terminal};
    *into = data;
    if (!head->column_count)
        return !out->error;
    out_string(out, way->mark);
    for (size_t i = 0; i < head->column_count; i++)
        put_cell(data, i, text_of(head->columns[i].name), COLUMN_TEXT);
    return put_row(data);
}

static bool csv_begin(void **into, struct out *out, const struct head *head)
{
    return begin_as(&way_plain, into, out, head);
}

static bool csv_begin_excel(void **into, struct out *out, const struct head *head)
{
    return begin_as(&way_excel, into, out, head);
}

/* Only rows: RFC 4180 has no place for anything else. */
static bool csv_blocks(void *from, const struct document *document)
{
    struct csv_data *data = from;
    const struct head *head = data->head;

    for (size_t b = 0; head->column_count && b < document->count; b++) {
        if (document->blocks[b].kind != BLOCK_ROW)
            continue;
        for (size_t i = 0; i < head->column_count; i++)
            put_cell(data, i, document->blocks[b].cells[i], head->columns[i].kind);
        if (!put_row(data))
            return false;
    }
    return !data->out->error;
}

/* CSV has no end to withhold: the exit status alone says that an answer is not whole. */
static bool csv_end(void *from, bool complete)
{
    struct csv_data *data = from;
    bool fine = !data->out->error;

    (void)complete;
    buffer_free(&data->cell);
    buffer_free(&data->row);
    free(data);
    return fine;
}

const struct form form_csv = {"csv", csv_begin, csv_blocks, csv_end};
const struct form form_csv_excel = {"csv", csv_begin_excel, csv_blocks, csv_end};
