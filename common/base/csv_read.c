#include "base/csv_read.h"
#include "base/io.h"
#include "base/text.h"

#include <csv.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 1 << 16 };

struct csv_reader {
    int fd;
    const char *name;
    struct diag *diag;
    struct csv_parser parser;
    char delimiter;
    char block[BLOCK];
    size_t at, n; /* what of the block is not yet parsed */
    bool ended, failed;

    uint32_t line, column; /* of the byte at `at` */
    bool after_cr;         /* the byte before it is a CR: an LF here ends no other line */
    uint32_t number;       /* of the row under way */

    struct csv_cell *cells; /* values are filled in when the row is whole, for the bytes move */
    size_t count, capacity;
    struct buffer bytes;               /* of all cells of the row */
    uint32_t begin_line, begin_column; /* of the cell under way */
    bool row_done, too_much;
};

static bool fail(struct csv_reader *r, uint32_t line, uint32_t column, const char *what)
{
    diag_at(r->diag, SEVERITY_ERROR, STATUS_DATA, (struct place){r->name, line, column}, "csv-fout",
            "%s", what);
    r->failed = true;
    return false;
}

/* ---- what libcsv calls ---- */

static void on_cell(void *bytes, size_t n, void *data)
{
    struct csv_reader *r = data;

    if (r->count == CSV_CELLS || r->bytes.n > CSV_ROW_LIMIT) {
        r->too_much = true; /* said when libcsv is back */
        return;
    }
    mem_grow(&r->cells, &r->capacity, r->count + 1, sizeof *r->cells);
    r->cells[r->count++] = (struct csv_cell){{NULL, n}, r->begin_line, r->begin_column};
    buffer_put(&r->bytes, bytes, n);
}

static void on_row(int terminator, void *data)
{
    struct csv_reader *r = data;

    (void)terminator;
    r->row_done = true;
}

static int no_blank(unsigned char c)
{
    (void)c;
    return 0;
}

static void *resize(void *old, size_t bytes)
{
    return mem_resize(old, bytes);
}

/* ---- the bytes ---- */

static bool fill(struct csv_reader *r)
{
    r->at = r->n = 0;
    while (r->n < BLOCK && !r->ended) {
        ssize_t got = io_read(r->fd, r->block + r->n, BLOCK - r->n);
        if (got < 0) {
            diag_at(r->diag, SEVERITY_ERROR, STATUS_SYSTEM, (struct place){r->name, 0, 0},
                    "bestand", "dit kan niet gelezen worden: %s", diag_errno(errno));
            r->failed = true;
            return false;
        }
        r->ended = got == 0;
        r->n += (size_t)got;
    }
    return r->n > 0;
}

/* The separator that stands most often outside quotes in the first row. */
static char most_frequent(struct text t)
{
    static const char candidates[] = ",;\t";
    size_t times[3] = {0};
    bool quoted = false;
    size_t best = 0;

    for (size_t i = 0; i < t.n && (quoted || (t.p[i] != '\n' && t.p[i] != '\r')); i++) {
        const char *hit = memchr(candidates, t.p[i], 3);
        quoted ^= t.p[i] == '"';
        if (hit && !quoted)
            times[hit - candidates]++;
    }
    for (size_t i = 1; i < 3; i++)
        if (times[i] > times[best])
            best = i;
    return candidates[best];
}

static bool look_at_start(struct csv_reader *r)
{
    struct text t;

    if (!fill(r))
        return !r->failed;
    t = (struct text){r->block, r->n};
    if (text_starts(t, "\xff\xfe") || text_starts(t, "\xfe\xff"))
        return fail(r, 1, 1, "dit is UTF-16. Bewaar het als CSV in UTF-8");
    if (text_starts(t, "\xef\xbb\xbf")) {
        r->at = 3;
        r->column = r->begin_column = 4;
    }
    r->delimiter = most_frequent((struct text){t.p + r->at, t.n - r->at});
    return true;
}

struct csv_reader *csv_open(int fd, const char *name, struct diag *diag)
{
    struct csv_reader *r = mem_take(sizeof *r);

    *r = (struct csv_reader){.fd = fd,
                             .name = name,
                             .diag = diag,
                             .line = 1,
                             .column = 1,
                             .begin_line = 1,
                             .begin_column = 1,
                             .number = 1};
    csv_init(&r->parser, CSV_STRICT | CSV_STRICT_FINI);
    if (!look_at_start(r)) {
        csv_close(r);
        return NULL;
    }
    csv_set_delim(&r->parser, (unsigned char)r->delimiter);
    csv_set_space_func(&r->parser, no_blank);
    csv_set_realloc_func(&r->parser, resize);
    return r;
}

void csv_close(struct csv_reader *r)
{
    if (!r)
        return;
    csv_free(&r->parser);
    free(r->cells);
    buffer_free(&r->bytes);
    free(r);
}

/* Up to and with the first byte that may end a cell, so that a cell's end is known when libcsv
 * gives it. */
static size_t piece(const struct csv_reader *r)
{
    size_t i = r->at;

    while (i < r->n && r->block[i] != r->delimiter && r->block[i] != '\n' && r->block[i] != '\r')
        i++;
    return i < r->n ? i + 1 - r->at : i - r->at;
}

/* Goes on over n bytes, of which only the last can end a line. Returns whether one ended. */
static bool advance(struct csv_reader *r, size_t n)
{
    char last = r->block[r->at + n - 1];
    bool second = last == '\n' && n == 1 && r->after_cr;

    r->at += n;
    r->after_cr = last == '\r';
    r->column += (uint32_t)n;
    if (last == '\n' || last == '\r')
        r->column = 1;
    if ((last != '\n' && last != '\r') || second)
        return false;
    r->line++;
    return true;
}

static bool parse_piece(struct csv_reader *r)
{
    size_t n = piece(r), cells = r->count;
    bool begun = r->count || r->parser.entry_pos, line_ended;
    char first = r->block[r->at];
    size_t done = csv_parse(&r->parser, r->block + r->at, n, on_cell, on_row, r);

    if (done != n)
        return fail(r, r->line, r->column + (uint32_t)done,
                    "een aanhalingsteken staat hier verkeerd. Een cel met een aanhalingsteken erin "
                    "staat tussen aanhalingstekens, en het teken erin dubbel");
    line_ended = advance(r, n);
    if (r->parser.entry_pos > CSV_CELL_LIMIT)
        return fail(r, r->begin_line, r->begin_column,
                    "deze cel is langer dan 1 MiB. Misschien ontbreekt een aanhalingsteken");
    if (r->too_much)
        return fail(r, r->cells[0].line, 1, "deze rij is te groot");
    if (!begun && n == 1 && (first == '\n' || first == '\r') && !r->row_done && !r->count &&
        !r->parser.quoted)
        r->number += line_ended; /* an empty line, or the LF of a CRLF */
    else if (r->count == cells && !r->row_done)
        return true;
    r->begin_line = r->line;
    r->begin_column = r->column;
    return true;
}

static bool parse_end(struct csv_reader *r)
{
    if (csv_fini(&r->parser, on_cell, on_row, r) != 0)
        return fail(r, r->begin_line, r->begin_column,
                    "deze cel begint met een aanhalingsteken, en het tweede ontbreekt");
    return r->row_done;
}

/* ---- rows ---- */

static bool is_empty(const struct csv_reader *r)
{
    struct text all = buffer_view(&r->bytes);
    return !text_trim(all).n;
}

static void give(struct csv_reader *r, struct csv_row *row)
{
    const char *p = buffer_view(&r->bytes).p;

    for (size_t i = 0; i < r->count; i++) {
        r->cells[i].value.p = p;
        p += r->cells[i].value.n;
    }
    *row = (struct csv_row){r->cells, r->count, r->cells[0].line, r->number};
}

bool csv_next(struct csv_reader *r, struct csv_row *row)
{
    while (!r->failed) {
        if (r->row_done) {
            r->number++;
            r->count = r->bytes.n = 0;
            r->row_done = false;
        }
        while (!r->row_done) {
            if (r->at == r->n && (r->ended || !fill(r))) {
                if (r->failed || !parse_end(r))
                    return false;
                break;
            }
            if (!parse_piece(r))
                return false;
        }
        if (!is_empty(r)) {
            give(r, row);
            return true;
        }
    }
    return false;
}
