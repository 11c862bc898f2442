#include "journal/reader_window.h"
#include "base/io.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* The dossier under way is told where its bytes went. Values in the arena or the schema stay where
 * they are. */
static void shift_text(struct text *t, uintptr_t from, uintptr_t to, ptrdiff_t by)
{
    uintptr_t p = (uintptr_t)t->p;
    if (p >= from && p <= to)
        t->p = (const char *)(p + (uintptr_t)by);
}

static void shift_record(struct record *record, uintptr_t from, uintptr_t to, ptrdiff_t by)
{
    shift_text(&record->type_name, from, to, by);
    shift_text(&record->key, from, to, by);
    shift_text(&record->raw, from, to, by);
    shift_text(&record->body, from, to, by);
    record->end = record->raw.p + record->raw.n; /* only of use in memory, where nothing moves */
}

static void shift(struct reader *r, uintptr_t from, uintptr_t to, ptrdiff_t by)
{
    for (size_t i = 0; i < r->scanner.count; i++) {
        shift_text(&r->scanner.fields[i].name, from, to, by);
        shift_text(&r->scanner.fields[i].value, from, to, by);
    }
    for (size_t i = 0; i < r->dossier.record_count; i++)
        shift_record(&r->dossier.records[i], from, to, by);
    shift_text(&r->dossier.id, from, to, by);
}

static char *first_needed(const struct reader *r)
{
    return r->dossier.record_count ? (char *)(uintptr_t)r->dossier.records[0].raw.p : r->scanner.at;
}

/* Moves what is needed to the front of the window, or of a larger one. */
static void make_room(struct reader *r)
{
    char *keep = first_needed(r), *old = r->window;
    size_t length = (size_t)(r->scanner.end - keep), scanned = (size_t)(r->scanner.at - keep);
    uintptr_t from = (uintptr_t)keep, to = (uintptr_t)r->scanner.end;

    if (length + READER_LEAST_ROOM > r->capacity) {
        r->capacity *= 2;
        r->window = mem_take(r->capacity + REC_PADDING);
        memcpy(r->window, keep, length);
    } else {
        memmove(r->window, keep, length);
    }
    shift(r, from, to, (ptrdiff_t)((uintptr_t)r->window - from));
    r->scanner.at = r->window + scanned;
    r->scanner.end = r->window + length;
    if (r->window != old)
        free(old);
}

const struct segment *reader_segment(struct reader *r)
{
    const struct segment *g = portion_next(r->portion);

    if (g || !r->more || !r->portion->torn)
        return g;
    portions_fill(r->more, r->portion, true);
    return portion_next(r->portion);
}

/* A file may go on in the portion behind a torn one. */
static ssize_t read_portion(struct reader *r, void *into, size_t n)
{
    ssize_t got;

    while (!(got = portion_read(r->portion, into, n)) && portion_goes_on(r->portion) && r->more)
        r->source = reader_segment(r)->source;
    return got;
}

static ssize_t read_more(struct reader *r, void *into, size_t n)
{
    return r->portion ? read_portion(r, into, n) : io_read(r->source.fd, into, n);
}

/* More bytes of the open source. Sets scanner.last at its end. */
void reader_refill(struct reader *r)
{
    ssize_t got;

    if ((size_t)(r->window + r->capacity - r->scanner.end) < READER_LEAST_ROOM)
        make_room(r);
    got = read_more(r, r->scanner.end, (size_t)(r->window + r->capacity - r->scanner.end));
    if (got > 0) {
        r->scanner.end += got;
        r->bytes += (uint64_t)got;
    }
    memset(r->scanner.end, 0, REC_PADDING);
    if (got > 0)
        return;
    r->scanner.last = true;
    if (got == 0)
        return;
    diag_at(r->diag, SEVERITY_ERROR, STATUS_SYSTEM, (struct place){r->source.name, 0, 0}, "bestand",
            "het lezen is halverwege mislukt: %s. Wat erna komt ontbreekt", diag_errno(errno));
    r->dossier.failed = r->orphan_failed =
        true; /* the record that was cut off may be of the next dossier */
}
