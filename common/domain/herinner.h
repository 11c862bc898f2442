/* What is due in many dossiers, grouped by the worker: kept small (20 bytes and its key a point,
 * its number once a dossier), put in order, and made into a document. */
#ifndef GESPREK_DOMAIN_HERINNER_H
#define GESPREK_DOMAIN_HERINNER_H

#include "base/document.h"
#include "base/lookup.h"
#include "domain/agenda.h"

struct herinner_wensen {
    date today;
    int64_t within;         /* days from today on that count too; -1: all that are to come */
    date since;             /* only what would have been said first, or again, since; DATE_NONE */
    struct text begeleider; /* only of this worker; empty: of all */
    bool names;             /* the names of clients */
    bool rules;             /* by which rule each day was found */
    bool calendar;          /* what a calendar needs besides */
};

struct herinner_punt {
    uint32_t groep; /* the worker: a number, by name once it is in order */
    date day;
    uint32_t dossier; /* where its number is in the texts */
    uint32_t key;     /* and its key */
    int16_t minutes;  /* since midnight; -1 */
    uint8_t soort;
    bool said; /* passed over: it was said before */
};

/* Zero-initialise, with the wishes. */
struct herinner {
    struct herinner_wensen wensen;
    struct herinner_punt *list;
    size_t count, capacity;
    struct text *begeleiders; /* names, in the arena */
    size_t begeleider_count, begeleider_capacity;
    struct lookup numbers; /* of the workers, by name */
    struct buffer texts;   /* strings, each with a NUL */
    struct arena arena;
};

/* Adds what the wishes want of a dossier that agenda_van was asked for. */
void herinner_neem(struct herinner *h, const struct agenda *a, struct dossier *d);

/* By worker, then day, then dossier as they were read. Once, after the last dossier. */
void herinner_orden(struct herinner *h);
void herinner_free(struct herinner *h);

/* The points of the next worker that are not passed over: from *from up to *to; both 0 to begin.
 * False: no more. */
bool herinner_groep(const struct herinner *h, size_t *from, size_t *to);
struct text herinner_begeleider(const struct herinner *h, size_t at);

/* The name by which a point is remembered as sent: `2026-0017 N1 nazorg 2026-12-01`. Appended. */
void herinner_naam(const struct herinner *h, size_t at, struct buffer *name);

/* What it is made into: a list for people, under the name of each worker; rows for programs, with
 * columns that go by the wishes; rows for a calendar (output/form.h, form_ical). */
enum herinner_vorm { HERINNER_LIJST, HERINNER_RIJEN, HERINNER_ICAL };

enum { HERINNER_KOLOMMEN = 9 };
size_t herinner_kolommen(const struct herinner *h, enum herinner_vorm vorm,
                         struct column into[HERINNER_KOLOMMEN]);

/* Adds a piece of the points from `at` up to `to` that are not passed over, and returns where the
 * next piece begins. `outside`: it leaves this machine, so the key of a Domein, which is a part of
 * somebody's life, stays out; out of a calendar always. */
size_t herinner_stuk(const struct herinner *h, enum herinner_vorm vorm, size_t at, size_t to,
                     bool outside, struct document *document);

#endif
