#include "journal/reader.h"
#include "base/io.h"
#include "base/text.h"
#include "journal/reader_window.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct reader *make_reader(const struct schema *schema, struct reader_options options,
                                  struct diag *diag)
{
    struct reader *r = mem_take(sizeof *r);
    *r = (struct reader){.schema = schema, .diag = diag, .options = options};
    r->seen = seen_open();
    r->inspection =
        (struct inspection){.schema = schema, .diag = diag, .findings = options.findings};
    return r;
}

static struct reader *make_stream(const struct schema *schema, struct reader_options options,
                                  struct diag *diag)
{
    struct reader *r = make_reader(schema, options, diag);

    r->capacity = READER_FIRST_WINDOW;
    r->window = mem_take(r->capacity + REC_PADDING);
    memset(r->window, 0, r->capacity + REC_PADDING);
    r->window_owned = true;
    r->scanner.at = r->scanner.end = r->window;
    r->scanner.last = true;
    return r;
}

struct reader *reader_open(const struct schema *schema, struct operands *operands,
                           struct reader_options options, struct diag *diag)
{
    struct reader *r = make_stream(schema, options, diag);

    r->operands = operands;
    return r;
}

struct reader *reader_beside(const struct reader *r, struct portion *portion, struct diag *diag)
{
    struct reader *beside = make_stream(r->schema, r->options, diag);

    beside->portion = portion;
    return beside;
}

struct reader *reader_open_memory(const struct schema *schema, struct buffer *content,
                                  const char *name, struct reader_options options,
                                  struct diag *diag)
{
    struct reader *r = make_reader(schema, options, diag);

    r->in_memory = true;
    buffer_room(content, REC_PADDING);
    memset(content->p + content->n, 0, REC_PADDING);
    r->scanner = (struct rec_scanner){
        .at = content->p, .end = content->p + content->n, .line = 1, .last = true};
    r->source = (struct source){-1, name, "", name, false};
    r->source_open = r->in_file = true;
    return r;
}

void reader_close(struct reader *r)
{
    if (!r)
        return;
    if (r->window_owned)
        free(r->window);
    rec_free(&r->scanner);
    free(r->dossier.records);
    arena_free(&r->dossier.arena);
    seen_close(r->seen);
    buffer_free(&r->seen_name);
    buffer_free(&r->doomed);
    free(r);
}

static bool next_segment(struct reader *r, struct segment *into)
{
    const struct segment *g;

    while ((g = reader_segment(r)) && g->refused)
        operands_say(r->diag, g->source.name, g->error);
    if (g)
        *into = *g;
    return g;
}

/* The next file: what it holds comes behind the dossier under way, which may go on in it. */
static bool next_source(struct reader *r)
{
    struct segment g = {.line = 1};
    bool found =
        r->portion ? next_segment(r, &g) : r->operands && operands_next(r->operands, &g.source);

    r->in_file = found;
    r->ended = !found;
    if (!found)
        return false;
    r->source = g.source;
    r->source_open = true;
    r->file = NULL;
    r->scanner.at = r->scanner.end;
    r->scanner.line = g.line;
    r->scanner.last = false;
    r->orphan_here = r->orphan_here && g.goes_on;
    return true;
}

/* ---- records to a dossier ---- */

static const char *file_name(struct reader *r)
{
    if (!r->file)
        r->file = arena_string(&r->dossier.arena, text_of(r->source.name));
    return r->file;
}

/* A record without Dossier may be of the dossier that begins behind it; not when that has a file of
 * its own, after which it is called. */
static bool has_lost(const struct reader *r, struct text id)
{
    return r->orphan_failed && (r->orphan_here || !source_named_after(&r->source, id));
}

static void begin_dossier(struct reader *r, const struct inspected *i)
{
    struct place first;
    struct dossier *d = &r->dossier;

    d->id = i->dossier;
    d->failed = i->failed || has_lost(r, i->dossier) || text_is(d->id, buffer_view(&r->doomed));
    d->stands_alone = true;
    d->place = i->record.place;
    r->orphan_failed = false;
    r->named_here = source_named_after(&r->source, d->id);
    if (!seen_add(r->seen, d->id, &r->source, i->record.place.line, &r->seen_name, &first)) {
        char id[QUOTE_SIZE];
        diag_at(r->diag, SEVERITY_ERROR, STATUS_DATA, i->record.place, "dossier-terug",
                "dossier %s komt hier terug; het stond al op %s:%u. Zet de records van een dossier "
                "bij elkaar",
                quote(d->id, id), first.file, first.line);
        d->failed = true;
    }
}

static inline void add_record(struct reader *r, const struct inspected *i)
{
    struct dossier *d = &r->dossier;

    mem_grow(&d->records, &r->record_capacity, d->record_count + 1, sizeof *d->records);
    d->records[d->record_count++] = i->record;
    if (i->record.place.file != d->place.file)
        d->stands_alone = false;
}

static bool is_too_big(const struct reader *r)
{
    const struct dossier *d = &r->dossier;

    return d->record_count && !r->in_memory &&
           (size_t)(r->scanner.at - d->records[0].raw.p) > REC_RECORD_LIMIT;
}

/* Dossiers that failed are not given, so their bytes need not stay. Keeps the memory bounded on
 * endless bad input. */
static void drop_bytes(struct reader *r, bool too_big)
{
    struct dossier *d = &r->dossier;

    if (too_big && !r->oversized) {
        diag_at(r->diag, SEVERITY_ERROR, STATUS_DATA, d->place, "dossier-te-groot",
                "dit dossier is groter dan 64 MiB. Staat er een ander bestand tussen?");
        d->failed = r->oversized = true;
    }
    if (!too_big && (!d->failed || r->options.findings || r->in_memory))
        return;
    d->id = arena_text(&d->arena, d->id);
    d->record_count = 0;
    r->scanner.count = 0;
}

static inline void look_at_size(struct reader *r)
{
    bool too_big = is_too_big(r);

    if (too_big || r->dossier.failed)
        drop_bytes(r, too_big);
}

/* The dossier under way has a file of its own, and that one is over. */
static bool has_ended(const struct reader *r)
{
    return r->named_here && !source_named_after(&r->source, r->dossier.id);
}

/* A record that bears no Dossier may be of the dossier before it or of the next: nobody can tell,
 * so neither is given. When the dossier before it goes on behind it, it was that one's. */
static void fail_neighbours(struct reader *r)
{
    r->dossier.failed = r->dossier.failed || (r->dossier.id.n && !has_ended(r));
    r->orphan_failed = r->orphan_here = true;
}

static struct inspection *inspection(struct reader *r)
{
    r->inspection.file = file_name(r);
    r->inspection.dossier = r->dossier.id;
    return &r->inspection;
}

/* True when the dossier under way is complete: the record is of the next one. */
static bool take_record(struct reader *r, const struct rec_record *rec)
{
    struct inspected *i = &r->next;
    struct dossier *d = &r->dossier;

    inspect(inspection(r), r->scanner.fields, rec, r->scanner.problems, i);
    r->scanner.problem_count = 0;
    if (i->outside) {
        r->scanner.count = rec->first;
        return false;
    }
    if (!i->dossier.n) {
        fail_neighbours(r);
        r->scanner.count = rec->first;
        return false;
    }
    if (d->id.n && !text_is(d->id, i->dossier)) {
        r->has_next = true;
        return true;
    }
    if (!d->id.n)
        begin_dossier(r, i);
    d->failed = d->failed || i->failed;
    r->orphan_failed = false;
    add_record(r, i);
    look_at_size(r);
    return false;
}

/* Comments behind the last record of a file belong to it. */
static void take_tail(struct reader *r, const struct rec_record *rec)
{
    struct dossier *d = &r->dossier;
    struct inspected tail;

    if (d->record_count && rec->raw.n &&
        d->records[d->record_count - 1].raw.p + d->records[d->record_count - 1].raw.n == rec->raw.p)
        d->records[d->record_count - 1].raw.n += rec->raw.n;
    if (rec->problem_count) {
        inspect(inspection(r), r->scanner.fields, rec, r->scanner.problems, &tail);
        if (tail.failed)
            fail_neighbours(r);
    }
    r->scanner.problem_count = 0;
}

/* Whose record it is, as far as that stands before what made it too big. */
static struct text dossier_in(const struct reader *r, const struct rec_record *rec)
{
    for (size_t i = rec->first; i < rec->first + rec->count; i++)
        if (text_is_string(r->scanner.fields[i].name, schema_common[COMMON_DOSSIER].name))
            return text_trim(r->scanner.fields[i].value);
    return TEXT("");
}

static void take_giant(struct reader *r, const struct rec_record *rec)
{
    const struct rec_problem *problem = &r->scanner.problems[r->scanner.problem_count - 1];
    struct text id = dossier_in(r, rec);

    diag_at(r->diag, SEVERITY_ERROR, STATUS_DATA,
            (struct place){file_name(r), problem->line, problem->column}, problem->code, "%s",
            rec_advice(problem->code));
    if (!id.n) {
        fail_neighbours(r);
    } else if (text_is(id, r->dossier.id)) {
        r->dossier.failed = true;
    } else {
        r->doomed.n = 0;
        buffer_text(&r->doomed, id);
    }
    r->scanner.problem_count = 0;
    r->scanner.count = rec->first;
    r->skipping = true;
}

/* One step: a record, or more bytes, or the next file. True when the dossier under way is complete.
 */
static bool step(struct reader *r)
{
    struct rec_record rec;

    if (!r->in_file)
        return !next_source(r);
    if (r->skipping) {
        r->skipping = !rec_skip(&r->scanner);
        if (r->skipping)
            reader_refill(r);
        return false;
    }
    switch (rec_next(&r->scanner, &rec)) {
    case REC_MORE:
        reader_refill(r);
        return false;
    case REC_GIANT:
        take_giant(r, &rec);
        return false;
    case REC_TAIL:
        take_tail(r, &rec);
        r->in_file = false;
        return false;
    case REC_RECORD:
        break;
    }
    return take_record(r, &rec);
}

/* The pending first record of the next dossier becomes the only one; its fields move to the front.
 */
static void turn_page(struct reader *r)
{
    struct dossier *d = &r->dossier;
    struct inspected *i = &r->next;

    d->record_count = 0;
    d->thing_count = 0;
    d->id = (struct text){"", 0};
    d->failed = r->oversized = false;
    arena_reset(&d->arena);
    r->file = NULL;
    if (!r->has_next) {
        r->scanner.count = 0;
        return;
    }
    r->has_next = false;
    memmove(r->scanner.fields, r->scanner.fields + i->record.first,
            i->record.count * sizeof *r->scanner.fields);
    r->scanner.count = i->record.count;
    i->record.first = 0;
    i->record.place.file = file_name(r);
    begin_dossier(r, i);
    add_record(r, i);
    look_at_size(r);
}

static bool is_wanted(struct reader *r)
{
    struct dossier *d = &r->dossier;

    if (!d->id.n)
        return false;
    d->fields = r->scanner.fields;
    if (!d->failed || r->options.findings)
        fold(d, r->schema, r->options.limits, r->diag);
    if (d->failed)
        r->dropped++;
    if (d->failed && !r->options.findings)
        return false;
    if (r->options.only.n && !text_is(d->id, r->options.only))
        return false;
    if (!d->begun && !r->options.all) {
        r->later++;
        return false;
    }
    if (r->options.filter && !filter_dossier(r->options.filter, d, r->options.limits)) {
        r->withheld++;
        return false;
    }
    return true;
}

struct dossier *reader_next(struct reader *r)
{
    for (;;) {
        if (r->ended && !r->has_next && !r->dossier.id.n)
            return NULL;
        turn_page(r);
        while (!r->ended && !step(r))
            ;
        if (is_wanted(r)) {
            r->given++;
            return &r->dossier;
        }
    }
}

/* ---- portions ---- */

void reader_feed(struct reader *r, struct portion *portion, struct portions *more)
{
    r->portion = portion;
    r->more = more;
    r->ended = false;
}

void reader_again(struct reader *beside)
{
    seen_clear(beside->seen);
    beside->given = beside->later = beside->withheld = 0;
    beside->bytes = 0;
    beside->ended = false;
}

/* Nothing is under way: a reader that begins here would come to the same. */
static bool is_at_rest(const struct reader *r)
{
    return !r->has_next && !r->skipping && !r->orphan_failed;
}

static bool had_trouble(const struct reader *r)
{
    return r->dropped || r->diag->errors || r->diag->findings || r->diag->status != STATUS_OK;
}

bool reader_adopt(struct reader *r, const struct reader *beside)
{
    if (!is_at_rest(r) || !is_at_rest(beside) || had_trouble(beside) ||
        !seen_apart(r->seen, beside->seen) ||
        (r->doomed.n && seen_has(beside->seen, buffer_view(&r->doomed))))
        return false;
    seen_join(r->seen, beside->seen);
    r->given += beside->given;
    r->later += beside->later;
    r->withheld += beside->withheld;
    r->bytes += beside->bytes;
    return true;
}

uint64_t reader_bytes(const struct reader *r)
{
    return r->bytes;
}

size_t reader_given(const struct reader *r)
{
    return r->given;
}

size_t reader_dropped(const struct reader *r)
{
    return r->dropped;
}

void reader_report(const struct reader *r, enum status none)
{
    if (r->dropped && !r->options.findings)
        diag_say(r->diag, SEVERITY_NOTE, STATUS_DATA, "weggelaten",
                 "%zu %s weggelaten, want er zitten fouten in. Verbeter die en probeer het opnieuw",
                 r->dropped, r->dropped == 1 ? "dossier is" : "dossiers zijn");
    if (!r->given && !r->dropped && !r->diag->errors) {
        if (r->withheld) {
            diag_say(r->diag, SEVERITY_ERROR, none, "geen-toestemming",
                     "voor deze organisatie is er geen toestemming die nu geldt. Vraag het de "
                     "cliënt, en noteer het antwoord met gesprek-verwijs toestemming nieuw");
        } else if (r->later) {
            diag_say(r->diag, SEVERITY_ERROR, none, "geen-dossier",
                     "van die dag of dat moment is er nog niets: alles is later genoteerd. Kies "
                     "een latere dag");
        } else if (r->options.only.n) {
            char id[QUOTE_SIZE];
            diag_say(r->diag, SEVERITY_ERROR, none, "geen-dossier",
                     "dossier %s staat hier niet in. Kijk het nummer na",
                     quote(r->options.only, id));
        } else {
            diag_say(r->diag, SEVERITY_ERROR, none, "geen-dossier",
                     "er is geen dossier gelezen. Geef een bestand of map met dossiers op");
        }
    }
}
