#include "journal/rec.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* The end of the physical line that starts at p: its newline, or NULL when the window ends first.
 */
static char *find_newline(const char *p, const char *end)
{
    return memchr(p, '\n', (size_t)(end - p));
}

static void add_problem(struct rec_scanner *s, const char *code, uint32_t line, size_t column)
{
    mem_grow(&s->problems, &s->problem_capacity, s->problem_count + 1, sizeof *s->problems);
    s->problems[s->problem_count++] = (struct rec_problem){code, line, (uint32_t)column};
}

/* How long the name is that a colon follows; 0 when there is no colon on this line. Eight bytes a
 * step: a byte of `x` is zero where a colon stands. */
static inline size_t name_length(const char *p, const char *line_end)
{
    const uint64_t colons = 0x3a3a3a3a3a3a3a3aU, low = 0x0101010101010101U,
                   high = 0x8080808080808080U;
    size_t room = (size_t)(line_end - p);

    for (size_t n = 0; n < room; n += 8) {
        uint64_t x, hit;
        memcpy(&x, p + n, 8); /* REC_PADDING allows it */
        x ^= colons;
        hit = (x - low) & ~x & high;
        if (hit) {
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
            n += (size_t)__builtin_ctzll(hit) / 8;
#else
            while (p[n] != ':')
                n++;
#endif
            return n < room ? n : 0;
        }
        if (n > 128)
            return 0; /* no name is that long */
    }
    return 0;
}

static bool begins_name(char c)
{
    return ((c | 32) >= 'a' && (c | 32) <= 'z') || c == '%';
}

bool rec_name_good(struct text name)
{
    if (!name.n || !begins_name(name.p[0]))
        return false;
    for (size_t i = 1; i < name.n; i++) {
        char c = name.p[i];
        if (!(((c | 32) >= 'a' && (c | 32) <= 'z') || (c >= '0' && c <= '9') || c == '_'))
            return false;
    }
    return true;
}

/* One logical line: where it ends and how many physical lines it took. Joined by `\` + newline. */
struct line_end {
    char *newline; /* of its last physical line; the window's end when the file ends without one */
    uint32_t lines;
    bool joined;
    bool dangling; /* its `\` joins with nothing: the file ends */
    bool cut;      /* the window ends inside it */
};

static struct line_end logical_line(const struct rec_scanner *s, char *p)
{
    struct line_end e = {NULL, 1, false, false, false};
    char *start = p;

    for (;;) {
        char *newline = find_newline(p, s->end);
        if (!newline) {
            e.newline = s->end;
            e.cut = true;
            return e;
        }
        e.newline = newline;
        if (newline == start ||
            !(newline[-1] == '\\' ||
              (newline[-1] == '\r' && newline - start > 1 && newline[-2] == '\\')))
            return e;
        if (newline + 1 == s->end && s->last) {
            e.dangling = true;
            return e;
        }
        e.joined = true;
        e.lines++;
        p = newline + 1;
        start = p;
    }
}

static char *without_cr(char *from, char *newline, struct rec_record *record)
{
    if (newline > from && newline[-1] == '\r') {
        record->crlf = true;
        return newline - 1;
    }
    return newline;
}

/* Everything that rec_next knows about the record under way. */
struct scan {
    struct rec_scanner *s;
    struct rec_record *record;
    char *at;
    uint32_t line;
    bool open;      /* a field has been seen */
    bool may_go_on; /* the line before is a field or a `+` line */
};

static void open_record(struct scan *c)
{
    if (!c->open) {
        c->record->body.p = c->at;
        c->record->line = c->line;
    }
    c->open = true;
}

static void take_field(struct scan *c, char *line_end, struct line_end e)
{
    size_t n = name_length(c->at, line_end);
    struct rec_field *f;
    char *value;

    c->may_go_on = false;
    open_record(c);
    if (!n || !begins_name(*c->at)) {
        bool conflict = line_end - c->at >= 7 &&
                        (!memcmp(c->at, "<<<<<<<", 7) || !memcmp(c->at, "=======", 7) ||
                         !memcmp(c->at, ">>>>>>>", 7) || !memcmp(c->at, "|||||||", 7));
        add_problem(c->s, conflict ? "conflict" : "geen-veld", c->line, 1);
        return;
    }
    c->may_go_on = true;
    value = c->at + n + 1;
    if (value < line_end && is_blank(*value))
        value++;
    if (c->s->count == c->s->capacity)
        mem_grow(&c->s->fields, &c->s->capacity, c->s->count + 1, sizeof *c->s->fields);
    f = &c->s->fields[c->s->count++];
    *f = (struct rec_field){
        {c->at, n}, {value, (size_t)(line_end - value)}, c->line, NAME_UNKNOWN, e.joined};
}

/* Nine lines in ten are a field on one line with a plain end. As many of them as follow each other
 * are taken here, without a look at anything else and with all that a step needs in local
 * variables. False when there is none. */
static bool take_plain_fields(struct scan *c)
{
    struct rec_scanner *s = c->s;
    char *at = c->at, *const start = s->at, *const end = s->end;
    struct rec_field *f, *stop;
    uint32_t line = c->line;

    if (s->count == s->capacity)
        return false; /* take_field makes room */
    f = s->fields + s->count;
    stop = s->fields + s->capacity;
    while (at < end && f < stop && begins_name(*at)) {
        char *newline = find_newline(at, end), *value;
        size_t n;

        if (!newline || newline[-1] == '\\' || newline[-1] == '\r' ||
            newline - start > REC_LINE_LIMIT)
            break;
        n = name_length(at, newline);
        if (!n)
            break;
        value = at + n + 1;
        value += value < newline && is_blank(*value);
        *f++ = (struct rec_field){
            {at, n}, {value, (size_t)(newline - value)}, line++, NAME_UNKNOWN, false};
        at = newline + 1;
    }
    if (at == c->at)
        return false;
    open_record(c);
    s->count = (size_t)(f - s->fields);
    c->may_go_on = true;
    c->line = line;
    c->at = at;
    return true;
}

static void take_continuation(struct scan *c, char *line_end)
{
    struct rec_field *f;

    if (!c->may_go_on) {
        open_record(c);
        add_problem(c->s, "geen-veld", c->line, 1);
        return;
    }
    f = &c->s->fields[c->s->count - 1];
    f->value.n = (size_t)(line_end - f->value.p);
    f->coded = true;
}

static bool is_empty_line(const char *p, const char *newline)
{
    while (p < newline && (is_blank(*p) || *p == '\r'))
        p++;
    return p == newline;
}

static void check_bytes(struct rec_scanner *s, const struct rec_record *record, uint32_t first_line)
{
    size_t bad = text_bad_byte(record->raw);
    const char *p = record->raw.p;
    uint32_t line = first_line;

    if (bad == record->raw.n)
        return;
    for (const char *newline; (newline = memchr(p, '\n', (size_t)(record->raw.p + bad - p)));
         p = newline + 1)
        line++;
    add_problem(s, record->raw.p[bad] == '\0' ? "nul" : "utf8", line,
                (size_t)(record->raw.p + bad - p) + 1);
}

static enum rec_result finish(struct scan *c, char *body_end, bool closed, uint32_t first_line)
{
    struct rec_scanner *s = c->s;
    struct rec_record *r = c->record;

    r->raw = (struct text){s->at, (size_t)(c->at - s->at)};
    r->count = s->count - r->first;
    r->closed = closed;
    if (c->open)
        r->body.n = (size_t)(body_end - r->body.p);
    check_bytes(s, r, first_line);
    r->problem_count = s->problem_count - r->first_problem;
    s->at = c->at;
    s->line = c->line;
    return c->open ? REC_RECORD : REC_TAIL;
}

static enum rec_result give_up(struct scan *c, const char *code, size_t column)
{
    struct rec_scanner *s = c->s;

    s->problem_count = c->record->first_problem;
    add_problem(s, code, c->line, column);
    c->record->raw = (struct text){s->at, 0};
    c->record->count = s->count - c->record->first;
    c->record->problem_count = 1;
    c->record->line = c->line;
    s->at = c->at;
    s->line = c->line;
    s->in_line = s->skipped_text = false;
    return REC_GIANT;
}

static enum rec_result need_more(struct scan *c)
{
    c->s->count = c->record->first;
    c->s->problem_count = c->record->first_problem;
    return REC_MORE;
}

static void skip_bom(struct scan *c)
{
    if (!c->open && c->s->end - c->at >= 3 && !memcmp(c->at, "\xEF\xBB\xBF", 3)) {
        c->record->bom = true;
        c->at += 3;
    }
}

/* One line of any sort. True when it ended the record. */
static bool take_line(struct scan *c, struct line_end *e)
{
    char *line_end = without_cr(c->at, e->newline, c->record) - e->dangling;

    if (*c->at == '#')
        c->may_go_on = false;
    else if (*c->at == '+')
        take_continuation(c, line_end);
    else if (is_empty_line(c->at, e->newline))
        return c->open;
    else
        take_field(c, line_end, *e);
    return false;
}

enum rec_result rec_next(struct rec_scanner *s, struct rec_record *record)
{
    struct scan c = {s, record, s->at, s->line, false, false};
    uint32_t first_line = s->line;
    char *body_end = s->at;

    *record = (struct rec_record){.first = s->count, .first_problem = s->problem_count};
    for (;;) {
        struct line_end e;
        bool ended;

        if (take_plain_fields(&c))
            body_end = c.at;
        if (c.at == s->end)
            return s->last ? finish(&c, body_end, false, first_line) : need_more(&c);
        if (c.open && *c.at == '\n') {
            c.at++;
            c.line++;
            return finish(&c, body_end, true, first_line);
        }
        skip_bom(&c);
        if (c.at == s->end)
            continue;
        /* A comment is one physical line, whatever it ends in. */
        if (*c.at == '#') {
            char *newline = find_newline(c.at, s->end);
            e = (struct line_end){newline ? newline : s->end, 1, false, false, !newline};
        } else {
            e = logical_line(s, c.at);
        }
        if (e.newline - c.at > REC_LINE_LIMIT)
            return give_up(&c, "regel-te-lang", REC_LINE_LIMIT + 1);
        if (c.at - s->at > REC_RECORD_LIMIT)
            return give_up(&c, "record-te-groot", 1);
        if (e.cut && !s->last)
            return need_more(&c);
        ended = take_line(&c, &e);
        if (!ended && *c.at != '#' && c.open)
            body_end = e.cut ? e.newline : e.newline + 1;
        c.line += e.lines - (e.cut ? 1 : 0);
        c.at = e.cut ? e.newline : e.newline + 1;
        if (ended)
            return finish(&c, body_end, true, first_line);
    }
}

bool rec_skip(struct rec_scanner *s)
{
    while (s->at < s->end) {
        char *newline = find_newline(s->at, s->end);
        char *stop = newline ? newline : s->end;
        bool empty = is_empty_line(s->at, stop) && !s->skipped_text;

        if (!newline) {
            s->in_line = true;
            s->skipped_text = !empty;
            s->at = s->end;
            break;
        }
        s->at = newline + 1;
        s->line++;
        s->in_line = s->skipped_text = false;
        if (empty)
            return true;
    }
    return s->last;
}

static bool may_join(const char *line, const char *newline)
{
    const char *last = newline > line && newline[-1] == '\r' ? newline - 1 : newline;

    return last > line && last[-1] == '\\';
}

char *rec_boundary(char *from, char *end)
{
    char *newline = find_newline(from, end);
    bool joins = true; /* the line before: of the first one not all is known */

    while (newline) {
        char *line = newline + 1;

        newline = find_newline(line, end);
        if (newline && !joins && is_empty_line(line, newline))
            return newline + 1;
        joins = newline && may_join(line, newline);
    }
    return NULL;
}

void rec_free(struct rec_scanner *s)
{
    free(s->fields);
    free(s->problems);
    s->fields = NULL;
    s->problems = NULL;
}
