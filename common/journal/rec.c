#include "journal/rec.h"
#include "base/block.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

enum { NAME_LIMIT = 144, AHEAD = 16 * 1024 };

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

/* How long the name is that a colon follows; 0 when there is no colon on this line, or none within
 * what a name can be. */
static size_t name_length(const char *p, const char *line_end)
{
    size_t room = (size_t)(line_end - p);
    const char *colon = memchr(p, ':', room < NAME_LIMIT ? room : NAME_LIMIT);

    return colon ? (size_t)(colon - p) : 0;
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

/* Where the first byte of the record stands that is wrong, or its end. Records are short, so many
 * are looked at in one go. */
static size_t bad_byte(struct rec_scanner *s, struct text raw)
{
    size_t ahead = (size_t)(s->end - raw.p);

    if (raw.p >= s->good && raw.p + raw.n <= s->good_end)
        return raw.n;
    if (ahead > AHEAD && ahead > raw.n)
        ahead = raw.n > AHEAD ? raw.n : AHEAD;
    s->good = raw.p;
    s->good_end = raw.p + text_bad_byte((struct text){raw.p, ahead});
    return raw.p + raw.n <= s->good_end ? raw.n : (size_t)(s->good_end - raw.p);
}

static void check_bytes(struct rec_scanner *s, const struct rec_record *record, uint32_t first_line)
{
    size_t bad = bad_byte(s, record->raw);
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

/* The owner may now move the window or put other bytes in it. */
static void forget(struct rec_scanner *s)
{
    s->good = s->good_end = NULL;
    s->lines.from = s->lines.to = NULL;
    s->lines.next = s->lines.count = 0;
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
    if (!c->open)
        forget(s);
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
    forget(c->s);
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

static enum rec_result any_record(struct rec_scanner *s, struct rec_record *record)
{
    struct scan c = {s, record, s->at, s->line, false, false};
    uint32_t first_line = s->line;
    char *body_end = s->at;

    *record = (struct rec_record){.first = s->count, .first_problem = s->problem_count};
    for (;;) {
        struct line_end e;
        bool ended;

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

/* ---- nine records in ten: fields and `+` lines with plain ends, then an empty line ---- */

/* Notes where lines end in the next bytes, up to `end`. One line is short and the next is long, and
 * no processor foretells which: so as many ends as 64 bytes mostly hold are written, there or not,
 * and those that are there are counted. */
static void find_ends(struct rec_lines *l, const char *from, const char *end)
{
    size_t size = end - from > REC_LINES_AHEAD ? REC_LINES_AHEAD : (size_t)(end - from);
    uint32_t n = 0;

    for (size_t at = 0; at < size; at += 64) {
        uint64_t bits = block_bits64(from + at, '\n');
        if (size - at < 64)
            bits &= (UINT64_C(1) << (size - at)) - 1;
        for (unsigned i = 0; i < 4; i++, bits &= bits - 1) {
            l->ends[n] = (uint16_t)(at + (unsigned)__builtin_ctzll(bits | UINT64_C(1) << 63));
            n += bits != 0;
        }
        for (; bits; bits &= bits - 1)
            l->ends[n++] = (uint16_t)(at + (unsigned)__builtin_ctzll(bits));
    }
    l->from = from;
    l->to = from + size;
    l->next = 0;
    l->count = n;
}

/* The next end that is given is that of the line at `at`: what was given before is of records that
 * end before it, and some that stand before it were not asked for. */
static void find_place(struct rec_lines *l, const char *at, const char *end)
{
    if (at < l->from || at >= l->to)
        find_ends(l, at, end);
    while (l->next < l->count && l->from + l->ends[l->next] < at)
        l->next++;
}

/* The newline that ends the next line; `end` when the window ends inside it. */
static inline const char *next_end(struct rec_lines *l, const char *end)
{
    while (l->next == l->count) {
        if (l->to == end)
            return end;
        find_ends(l, l->to, end);
    }
    return l->from + l->ends[l->next++];
}

/* So far no line or record can be too long. */
static const char *plain_end(const struct rec_scanner *s)
{
    return s->end - s->at > REC_LINE_LIMIT ? s->at + REC_LINE_LIMIT : s->end;
}

/* The field on the line from `at` to `newline`. False when it is none. */
static inline bool plain_field(struct rec_field *f, const char *at, const char *newline,
                               uint32_t line)
{
    size_t name = block_find16(at, ':');
    const char *value;

    if (name == 16)
        name = name_length(at, newline);
    value = at + name + 1;
    if (!name || value > newline)
        return false;
    value += is_blank(*value);
    f->name = (struct text){at, name};
    f->value = (struct text){value, (size_t)(newline - value)};
    f->line = line;
    f->id = NAME_UNKNOWN;
    f->coded = false;
    return true;
}

static void put_plain(struct rec_scanner *s, struct rec_record *record, const char *body_end,
                      size_t count, uint32_t line)
{
    size_t body = (size_t)(body_end - s->at);

    *record = (struct rec_record){.raw = {s->at, body + 1},
                                  .body = {s->at, body},
                                  .line = s->line,
                                  .first = s->count,
                                  .count = count,
                                  .first_problem = s->problem_count,
                                  .closed = true};
    check_bytes(s, record, s->line);
    record->problem_count = s->problem_count - record->first_problem;
    s->count += count;
    s->at += body + 1;
    s->line = line + 1;
}

static inline bool ends_plain(const char *newline)
{
    return newline[-1] != '\\' && newline[-1] != '\r';
}

/* Takes such a record in one go, with all that a step needs in local variables. False, and nothing
 * done, when there is anything else in it, no room for its fields, or no end. */
static bool plain_record(struct rec_scanner *s, struct rec_record *record)
{
    const char *at = s->at, *const end = plain_end(s), *newline;
    struct rec_field *const first = s->fields + s->count, *const stop = s->fields + s->capacity;
    struct rec_field *f = first;
    uint32_t line = s->line;

    find_place(&s->lines, at, s->end);
    for (; f < stop; at = newline + 1, line++) {
        bool named = begins_name(*at);
        if (!named && *at == '\n' && f > first) {
            put_plain(s, record, at, (size_t)(f - first), line);
            return true;
        }
        if (!named && (*at != '+' || f == first))
            return false;
        newline = next_end(&s->lines, s->end);
        if (newline >= end || !ends_plain(newline) || (named && !plain_field(f, at, newline, line)))
            return false;
        f += named;
        if (!named) {
            f[-1].value.n = (size_t)(newline - f[-1].value.p);
            f[-1].coded = true;
        }
    }
    return false;
}

enum rec_result rec_next(struct rec_scanner *s, struct rec_record *record)
{
    return plain_record(s, record) ? REC_RECORD : any_record(s, record);
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
    forget(s);
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
