#include "journal/portion.h"
#include "base/io.h"
#include "base/text.h"
#include "journal/inspect.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* How many bytes a portion has, and how many at most when no cut is found in those. The tests build
 * with small ones. */
#ifndef PORTION_SIZE
#define PORTION_SIZE (512 * 1024)
#endif

enum {
    PORTION_MOST = 4 * PORTION_SIZE,
    LOOK_BACK = PORTION_SIZE / 32 /* where the search for a cut begins, from the end */
};

struct portions {
    struct operands *operands;
    const struct schema *schema;
    struct source source; /* the file that is open */
    bool open, over;
    struct portion *filling;
    struct portion rest; /* what was read already, behind the last cut */
    struct rec_scanner scanner;
};

/* ---- segments ---- */

static struct segment *add_segment(struct portion *p, const struct source *source)
{
    struct segment *s;

    mem_grow(&p->segments, &p->capacity, p->count + 1, sizeof *p->segments);
    s = &p->segments[p->count++];
    *s = (struct segment){.source = *source, .from = p->bytes.n, .to = p->bytes.n, .line = 1};
    s->source.fd = -1;
    s->source.name = arena_string(&p->texts, text_of(source->name));
    s->source.base = arena_string(&p->texts, text_of(source->base));
    s->source.directory = arena_string(&p->texts, text_of(source->directory));
    return s;
}

/* What operands say while a portion is filled is kept in its place. */
static void keep_refusal(void *data, const char *path, int error)
{
    struct portions *p = data;
    struct segment *s = add_segment(p->filling, &(struct source){-1, path, "", path, false});

    s->refused = s->ends = true;
    s->error = error;
}

static void empty(struct portion *p, bool keep)
{
    if (!keep)
        arena_reset(&p->texts);
    p->bytes.n = p->count = p->at = 0;
}

void portion_free(struct portion *p)
{
    buffer_free(&p->bytes);
    free(p->segments);
    arena_free(&p->texts);
}

struct portions *portions_open(struct operands *operands, const struct schema *schema)
{
    struct portions *p = mem_take(sizeof *p);

    *p = (struct portions){.operands = operands, .schema = schema};
    operands_collect(operands, keep_refusal, p);
    return p;
}

void portions_close(struct portions *p)
{
    operands_collect(p->operands, NULL, NULL);
    portion_free(&p->rest);
    rec_free(&p->scanner);
    free(p);
}

/* ---- reading ---- */

static bool open_next(struct portions *p, struct portion *into)
{
    p->open = operands_next(p->operands, &p->source);
    p->over = !p->open;
    if (p->open)
        add_segment(into, &p->source);
    return p->open;
}

/* Reads until there are `size` bytes, or no more. A file and its end are read in two goes, as a
 * reader of its own does. */
static void read_to(struct portions *p, struct portion *into, size_t size)
{
    while (into->bytes.n < size && (p->open || open_next(p, into))) {
        struct segment *s;
        ssize_t got;

        buffer_room(&into->bytes, size - into->bytes.n + REC_PADDING);
        got = io_read(p->source.fd, into->bytes.p + into->bytes.n, size - into->bytes.n);
        s = &into->segments[into->count - 1];
        if (got > 0) {
            into->bytes.n += (size_t)got;
            s->to = into->bytes.n;
            continue;
        }
        s->error = got < 0 ? errno : 0;
        s->ends = true;
        p->open = false;
    }
    buffer_room(&into->bytes, REC_PADDING);
    memset(into->bytes.p + into->bytes.n, 0, REC_PADDING);
}

typedef uint8_t bytes16 __attribute__((vector_size(16)));

/* Sixteen bytes a step, in sixteen sums; so few steps that none of those overflows. */
static uint32_t count_block(const char *p, size_t steps)
{
    bytes16 sums = {0};
    uint32_t lines = 0;

    for (size_t i = 0; i < steps; i++) {
        bytes16 v;
        memcpy(&v, p + i * sizeof v, sizeof v);
        sums -= (bytes16)(v == '\n');
    }
    for (size_t i = 0; i < sizeof sums; i++)
        lines += sums[i];
    return lines;
}

static uint32_t count_lines(const char *p, size_t n)
{
    uint32_t lines = 0;

    while (n >= sizeof(bytes16)) {
        size_t steps = n / sizeof(bytes16) < 255 ? n / sizeof(bytes16) : 255;

        lines += count_block(p, steps);
        p += steps * sizeof(bytes16);
        n -= steps * sizeof(bytes16);
    }
    while (n--)
        lines += *p++ == '\n';
    return lines;
}

static uint32_t line_at(const struct portion *p, const struct segment *g, size_t at)
{
    return g->line + count_lines(p->bytes.p + g->from, at - g->from);
}

/* ---- the cut ---- */

struct search {
    struct portion *portion;
    struct rec_scanner *scanner;
    struct inspection inspection;
    struct text before; /* the dossier of the record before; empty: not known */
    size_t segment, at; /* the last cut that was found, in bytes of the portion */
    bool found;
};

/* A record of another dossier than the one before it: a cut. One that bears none may be of either,
 * so that there is none on either side; those that are not of dossiers are passed over. */
static void look_at(struct search *s, size_t segment, const struct rec_record *rec)
{
    struct inspected i;

    inspect(&s->inspection, s->scanner->fields, rec, s->scanner->problems, &i);
    if (i.outside && !i.failed)
        return;
    if (i.failed || i.outside || !i.dossier.n) {
        s->before.n = 0;
        return;
    }
    if (s->before.n && !text_is(s->before, i.dossier)) {
        s->segment = segment;
        s->at = (size_t)(rec->raw.p - s->portion->bytes.p);
        s->found = true;
    }
    s->before = i.dossier;
}

/* All records of the scanner's window. False when what comes behind it cannot be told. */
static bool look_at_all(struct search *s, size_t number)
{
    struct rec_scanner *scanner = s->scanner;
    struct rec_record rec;

    for (;;) {
        scanner->count = scanner->problem_count = 0;
        switch (rec_next(scanner, &rec)) {
        case REC_RECORD:
            look_at(s, number, &rec);
            break;
        case REC_TAIL:
            if (rec.problem_count || s->portion->segments[number].error)
                s->before.n = 0;
            return true;
        case REC_GIANT:
        case REC_MORE:
            return false;
        }
    }
}

/* The scanner wants zeros behind its window: what stands there is of the next segment. */
static bool look_in(struct search *s, size_t number, char *from)
{
    const struct segment *g = &s->portion->segments[number];
    struct rec_scanner *scanner = s->scanner;
    char *end = s->portion->bytes.p + g->to, behind[REC_PADDING];
    bool known;

    scanner->at = from;
    scanner->end = end;
    scanner->last = g->ends;
    scanner->line = 1;
    scanner->good = scanner->good_end = NULL;
    memcpy(behind, end, sizeof behind);
    memset(end, 0, sizeof behind);
    known = look_at_all(s, number);
    memcpy(end, behind, sizeof behind);
    return known;
}

/* The segment that holds the byte at `at`, or begins there; all are in order. */
static size_t segment_at(const struct portion *p, size_t at)
{
    size_t i = 0;

    while (i + 1 < p->count && p->segments[i].to <= at)
        i++;
    return i;
}

/* Looks for the last cut in what stands at or behind `from`. */
static bool search_from(struct portions *p, struct portion *portion, size_t from, struct search *s)
{
    struct diag silent = {.fd = -1, .silent = true};
    size_t first = segment_at(portion, from);
    char *start = portion->bytes.p + portion->segments[first].from;

    *s = (struct search){.portion = portion, .scanner = &p->scanner};
    s->inspection = (struct inspection){.schema = p->schema, .diag = &silent};
    if (from > portion->segments[first].from || portion->segments[first].midway)
        start =
            rec_boundary(portion->bytes.p + from, portion->bytes.p + portion->segments[first].to);
    for (size_t i = first; i < portion->count; i++) {
        if (i > first)
            start = portion->bytes.p + portion->segments[i].from;
        if (portion->segments[i].refused || !start)
            continue;
        if (!look_in(s, i, start) && i + 1 < portion->count)
            s->before.n = 0;
    }
    return s->found;
}

static bool find_cut(struct portions *p, struct portion *portion, struct search *s)
{
    for (size_t back = LOOK_BACK;; back *= 2) {
        size_t from = back < portion->bytes.n ? portion->bytes.n - back : 0;

        if (search_from(p, portion, from, s))
            return true;
        if (!from)
            return false;
    }
}

/* What stands behind the cut goes to the next portion. */
static void take_rest(struct portions *p, struct portion *portion, const struct search *s)
{
    struct portion *rest = &p->rest;
    struct segment *g;

    empty(rest, false);
    buffer_put(&rest->bytes, portion->bytes.p + s->at, portion->bytes.n - s->at);
    for (size_t i = s->segment; i < portion->count; i++) {
        const struct segment *old = &portion->segments[i];
        struct segment *new = add_segment(rest, &old->source);
        struct source source = new->source;

        *new = *old;
        new->source = source;
        new->from = old->from > s->at ? old->from - s->at : 0;
        new->to = old->to - s->at;
    }
    g = &portion->segments[s->segment];
    if (g->from < s->at) {
        rest->segments[0].goes_on = true;
        rest->segments[0].midway = false;
        rest->segments[0].line = line_at(portion, g, s->at);
        g->to = s->at;
        g->ends = false;
        g->error = 0;
        portion->count = s->segment + 1;
    } else {
        portion->count = s->segment;
    }
    portion->bytes.n = s->at;
}

/* The file that is open goes on behind a portion without a cut. */
static void take_on(struct portions *p, const struct portion *portion)
{
    const struct segment *g = &portion->segments[portion->count - 1];
    struct segment *new;

    empty(&p->rest, false);
    if (!p->open)
        return;
    new = add_segment(&p->rest, &g->source);
    new->goes_on = new->midway = true;
    new->line = line_at(portion, g, g->to);
}

static void begin_with_rest(struct portions *p, struct portion *portion, bool keep)
{
    empty(portion, keep);
    buffer_text(&portion->bytes, buffer_view(&p->rest.bytes));
    for (size_t i = 0; i < p->rest.count; i++) {
        struct segment *s = add_segment(portion, &p->rest.segments[i].source);
        struct source source = s->source;

        *s = p->rest.segments[i];
        s->source = source;
    }
    empty(&p->rest, false);
}

static bool is_whole(const struct portion *p)
{
    for (size_t i = 0; i < p->count; i++)
        if (p->segments[i].refused || p->segments[i].error)
            return false;
    return true;
}

bool portions_fill(struct portions *p, struct portion *portion, bool keep)
{
    struct search search;
    size_t size = PORTION_SIZE;

    p->filling = portion;
    begin_with_rest(p, portion, keep);
    read_to(p, portion, size);
    portion->torn = false;
    while (!p->over && !find_cut(p, portion, &search) && !portion->torn) {
        size *= 2;
        portion->torn = size > PORTION_MOST;
        if (!portion->torn)
            read_to(p, portion, size);
    }
    if (portion->torn)
        take_on(p, portion);
    else if (!p->over)
        take_rest(p, portion, &search);
    portion->whole = is_whole(portion);
    portion->done = operands_done(p->operands);
    portion->last = p->over;
    return !p->over;
}

/* ---- for a reader ---- */

const struct segment *portion_next(struct portion *p)
{
    if (p->at == p->count)
        return NULL;
    p->at++;
    p->read = 0;
    return &p->segments[p->at - 1];
}

ssize_t portion_read(struct portion *p, void *into, size_t n)
{
    const struct segment *s = &p->segments[p->at - 1];
    size_t left = s->to - s->from - p->read;

    if (!left && s->error) {
        errno = s->error;
        return -1;
    }
    if (n > left)
        n = left;
    memcpy(into, p->bytes.p + s->from + p->read, n);
    p->read += n;
    return (ssize_t)n;
}

bool portion_goes_on(const struct portion *p)
{
    return p->torn && p->at == p->count && !p->segments[p->at - 1].ends;
}
