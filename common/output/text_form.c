/* An answer for people: plain text of 80 columns, the same on a screen, on paper and in a mail.
 *
 *     Stand van zaken            the title and a heading of level 1
 *     ===============
 *     Op: 2026-11-22             a fact
 *
 *     Doelen                     a heading of level 2 (of level 3: no line under it)
 *     ------
 *     Gemeente:           0356   a pair
 *     - D1  Een eigen woning     an item with a label
 *
 * Nothing that comes from a dossier reaches the output but through text_safe or text_wrap. */
#include "output/form.h"

#include "base/text.h"
#include <stdlib.h>
#include <string.h>

enum {
    COLUMNS = 80,
    STEP = 2,       /* a level deeper */
    PAIR_HANG = 20, /* where the values of pairs start */
    ITEM_HANG = 24, /* an item's value starts before here, or else under its label */
    ROOM = 72,      /* a line to write on */
    GAP = 2         /* between the columns of a table */
};

/* What was printed last, when that is no block. */
enum { NOTHING = -1, HEAD = -2 };

struct text_data {
    struct out *out;
    const struct head *head;
    struct buffer line; /* what is being made, written a block at a time */
    int last;           /* a block_kind, NOTHING or HEAD */
    bool tabled;        /* the table's head has been printed */
};

/* Hands what was made to the output. */
static bool put_made(struct text_data *data)
{
    out_text(data->out, buffer_view(&data->line));
    data->line.n = 0;
    return !data->out->error;
}

static size_t indent_of(int level)
{
    return level > 0 ? (size_t)level * STEP : 0;
}

/* Appends t, safe, and returns how many columns that takes: more than t itself when what had no
 * width is shown. */
static size_t put_safe(struct buffer *b, struct text t)
{
    size_t start = b->n;

    text_safe(b, t);
    return text_width((struct text){buffer_view(b).p + start, b->n - start});
}

/* A line under it as wide as its first line. */
static void put_heading(struct buffer *b, int level, struct text value)
{
    size_t start = b->n;
    struct text made;
    struct text line;

    text_wrap(b, value, COLUMNS, 0);
    made = (struct text){b->p + start, b->n - start};
    if (level >= 3 || !text_next_line(&made, &line))
        return;
    buffer_repeat(b, level == 2 ? '-' : '=', text_width(line));
    buffer_byte(b, '\n');
}

/* A value beside what stands in front of it, which is `taken` columns wide; under it when that
 * reaches to `hang`. */
static void put_beside(struct buffer *b, size_t taken, size_t hang, struct text value)
{
    if (!value.n) {
        buffer_byte(b, '\n');
        return;
    }
    if (taken >= hang) {
        buffer_byte(b, '\n');
        taken = 0;
    }
    buffer_repeat(b, ' ', hang - taken);
    text_wrap(b, value, COLUMNS, hang);
}

static void put_pair(struct buffer *b, int level, struct text label, struct text value)
{
    size_t indent = indent_of(level);
    size_t taken = indent + 1;

    buffer_repeat(b, ' ', indent);
    taken += put_safe(b, label);
    buffer_byte(b, ':');
    put_beside(b, taken, indent + PAIR_HANG, value);
}

static void put_item(struct buffer *b, int level, struct text label, struct text value)
{
    size_t indent = indent_of(level);
    size_t taken = indent + 1;
    size_t hang = indent + STEP;

    buffer_repeat(b, ' ', indent);
    buffer_byte(b, '-');
    if (label.n) {
        buffer_byte(b, ' ');
        taken += 1 + put_safe(b, label);
        hang = taken + GAP <= indent + ITEM_HANG ? taken + GAP : indent + 2 * STEP;
    }
    put_beside(b, taken, hang, value);
}

/* An empty line above each line, for the letters. */
static void put_room(struct buffer *b, int lines)
{
    for (int i = 0; i < lines; i++) {
        buffer_byte(b, '\n');
        buffer_repeat(b, '_', ROOM);
        buffer_byte(b, '\n');
    }
}

/* Its other face: lines that are as wide as they must be. */
static void put_picture(struct buffer *b, const struct picture *picture)
{
    struct text rest = picture->lines, line;

    while (text_next_line(&rest, &line)) {
        text_safe(b, line);
        buffer_byte(b, '\n');
    }
}

static size_t column_width(const struct column *column)
{
    size_t title = text_width(text_of(column->title));
    size_t width = column->width > 0 ? (size_t)column->width : 0;
    return width > title ? width : title;
}

/* A value in its column; numbers stand at the right of it. */
static void put_cell(struct buffer *b, const struct column *column, struct text value)
{
    size_t width = column_width(column);
    size_t start = b->n;
    size_t taken = put_safe(b, value);
    size_t bytes = b->n - start;
    size_t blanks = taken < width ? width - taken : 0;

    buffer_repeat(b, ' ', blanks);
    if (column->kind == COLUMN_NUMBER && blanks) {
        memmove(b->p + start + blanks, b->p + start, bytes);
        memset(b->p + start, ' ', blanks);
    }
}

/* A line ends where its text ends: the padding of the last cells goes. */
static void end_row(struct buffer *b, size_t start)
{
    while (b->n > start && b->p[b->n - 1] == ' ')
        b->n--;
    buffer_byte(b, '\n');
}

static void put_row(struct buffer *b, const struct head *head, const struct text *cells)
{
    size_t start = b->n;

    for (size_t i = 0; i < head->column_count; i++) {
        buffer_repeat(b, ' ', i ? GAP : 0);
        put_cell(b, &head->columns[i], cells[i]);
    }
    end_row(b, start);
}

static void put_titles(struct buffer *b, const struct head *head)
{
    size_t start = b->n;

    for (size_t i = 0; i < head->column_count; i++) {
        buffer_repeat(b, ' ', i ? GAP : 0);
        put_cell(b, &head->columns[i], text_of(head->columns[i].title));
    }
    end_row(b, start);
    for (size_t i = 0; i < head->column_count; i++) {
        buffer_repeat(b, ' ', i ? GAP : 0);
        buffer_repeat(b, '-', column_width(&head->columns[i]));
    }
    buffer_byte(b, '\n');
}

/* Whether a block stands right under the one before: under a heading, and in a list or a table.
 * Room to write begins with an empty line of its own. */
static bool is_together(int last, enum block_kind kind)
{
    if (last == BLOCK_HEADING || kind == BLOCK_ROOM)
        return kind != BLOCK_HEADING;
    return last == NOTHING || (last == (int)kind && kind != BLOCK_TEXT);
}

static void begin_block(struct text_data *data, enum block_kind kind)
{
    if (!is_together(data->last, kind))
        buffer_byte(&data->line, '\n');
    if (kind == BLOCK_ROW && data->last != BLOCK_ROW) {
        put_titles(&data->line, data->head);
        data->tabled = true;
    }
    data->last = (int)kind;
}

static bool put_block(struct text_data *data, const struct block *block)
{
    struct buffer *b = &data->line;

    begin_block(data, block->kind);
    switch (block->kind) {
    case BLOCK_HEADING:
        put_heading(b, block->level, block->value);
        break;
    case BLOCK_TEXT:
    case BLOCK_NOTE:
        text_wrap(b, block->value, COLUMNS, 0);
        break;
    case BLOCK_PAIR:
        put_pair(b, block->level, block->label, block->value);
        break;
    case BLOCK_ITEM:
        put_item(b, block->level, block->label, block->value);
        break;
    case BLOCK_ROOM:
        put_room(b, block->level);
        break;
    case BLOCK_PICTURE:
        put_picture(b, block->picture);
        break;
    case BLOCK_ROW:
        put_row(b, data->head, block->cells);
        break;
    }
    return put_made(data);
}

static void put_fact(struct buffer *b, const struct pair *fact)
{
    text_safe(b, text_of(fact->title ? fact->title : fact->name));
    buffer_string(b, ": ");
    text_safe(b, fact->value);
    buffer_byte(b, '\n');
}

/* The title and what the answer rests on. */
static void put_head(struct text_data *data)
{
    const struct head *head = data->head;

    if (head->title)
        put_heading(&data->line, 1, text_of(head->title));
    for (size_t i = 0; i < head->fact_count; i++)
        if (head->facts[i].value.n)
            put_fact(&data->line, &head->facts[i]);
    data->last = data->line.n ? HEAD : NOTHING;
}

static bool text_begin(void **into, struct out *out, const struct head *head)
{
    struct text_data *data = mem_take(sizeof *data);

    *data = (struct text_data){.out = out, .head = head};
    *into = data;
    put_head(data);
    return put_made(data);
}

static bool text_blocks(void *from, const struct document *document)
{
    struct text_data *data = from;

    for (size_t i = 0; i < document->count; i++)
        if (!put_block(data, &document->blocks[i]))
            return false;
    return !data->out->error;
}

/* A table without rows still shows its head. Text has no closing tag to withhold: a line says it.
 */
static bool text_end(void *from, bool complete)
{
    struct text_data *data = from;
    bool fine;

    if (data->head->column_count && !data->tabled)
        begin_block(data, BLOCK_ROW);
    if (!complete) {
        begin_block(data, BLOCK_NOTE);
        buffer_string(&data->line, "Niet volledig: zie de meldingen.\n");
    }
    fine = put_made(data);
    buffer_free(&data->line);
    free(data);
    return fine;
}

const struct form form_text = {"tekst", text_begin, text_blocks, text_end};
