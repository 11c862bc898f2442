#include "domain/nazorg.h"

#include "base/interval.h"
#include "base/text.h"
#include "domain/doelen.h"
#include "domain/gepland.h"

static date day_in(const struct blad *b, struct dossier *d, const struct thing *t, const char *name)
{
    return date_parse(text_trim(blad_value(b, d, t, name)));
}

static bool gives(struct dossier *d, const struct record *r, name_id name, const char *value)
{
    for (size_t i = r->first; i < r->first + r->count; i++)
        if (d->fields[i].id == name) {
            struct text given = field_value(d, &d->fields[i]);
            if (value ? text_is_string(given, value) : given.n > 0)
                return true;
        }
    return false;
}

/* ---- who died ---- */

const struct thing *nazorg_overleden(const struct blad *b, struct dossier *d)
{
    return blad_last_with(b, d, b->names.client, "Overleden");
}

bool nazorg_voor_naasten(const struct blad *b, struct dossier *d, const struct thing *t)
{
    return gepland_voor_naasten(d, &b->names, nazorg_overleden(b, d), t);
}

bool nazorg_loopt(const struct blad *b, struct dossier *d, const struct thing *nazorg)
{
    date end = day_in(b, d, nazorg, "Einde");

    return !text_has_word("gedaan gestopt", blad_value(b, d, nazorg, "Status")) &&
           (end == DATE_NONE || end >= b->today) && nazorg_voor_naasten(b, d, nazorg);
}

/* ---- what comes next ---- */

static bool reaches(date from, struct text every, date day)
{
    return interval_next(from, every, DATE_NONE, day) == day;
}

static date anchor_of(const struct blad *b, struct dossier *d, const struct thing *nazorg,
                      struct text every, date due)
{
    size_t count;
    struct waarde *values = doel_waarden(b, d, nazorg, "Uiterlijk", &count);

    for (size_t i = 0; i < count; i++) {
        date day = date_parse(text_trim(values[i].value));
        if (day != DATE_NONE && reaches(day, every, due))
            return day;
    }
    return due;
}

static date next_repeat(date anchor, struct text every, date due, date contact)
{
    date before = interval_after(anchor, every, -1), day = anchor;

    for (int times = 1; day != DATE_NONE; times++) {
        if (day >= due &&
            (before == DATE_NONE || 2 * ((int64_t)day - contact) > (int64_t)day - before))
            return day;
        before = day;
        day = interval_after(anchor, every, times);
    }
    return DATE_NONE;
}

date nazorg_anker(const struct blad *b, struct dossier *d, const struct thing *nazorg, date day)
{
    return anchor_of(b, d, nazorg, text_trim(blad_value(b, d, nazorg, "Herhaal")), day);
}

date nazorg_volgende(const struct blad *b, struct dossier *d, const struct thing *nazorg, date day)
{
    struct text every = text_trim(blad_value(b, d, nazorg, "Herhaal"));
    date due = day_in(b, d, nazorg, "Uiterlijk"), end = day_in(b, d, nazorg, "Einde"),
         next = every.n ? next_repeat(anchor_of(b, d, nazorg, every, due), every, due, day)
                        : DATE_NONE;

    if (end != DATE_NONE && (next == DATE_NONE || next > end))
        return day < end ? end : DATE_NONE;
    return next;
}

/* The last conversation that is Bij the Nazorg; NULL: none. */
static const struct record *last_contact(const struct blad *b, struct dossier *d,
                                         const struct thing *nazorg)
{
    const struct thing *last = NULL, *t = NULL;

    while ((t = blad_next(d, b->names.gesprek, t)))
        if (text_is(blad_value(b, d, t, "Bij"), nazorg->key))
            last = t;
    return last ? last->opening : NULL;
}

date nazorg_open_dag(const struct blad *b, struct dossier *d, const struct thing *nazorg)
{
    const struct record *said = gepland_gever(d, nazorg, b->names.uiterlijk),
                        *contact = last_contact(b, d, nazorg);

    if (said && contact && gepland_later(contact, said))
        return nazorg_volgende(b, d, nazorg, contact->op);
    return day_in(b, d, nazorg, "Uiterlijk");
}

/* ---- who was not reached ---- */

unsigned nazorg_pogingen(const struct blad *b, struct dossier *d, const struct thing *nazorg)
{
    const struct record *contact = last_contact(b, d, nazorg);
    unsigned tries = 0;

    for (size_t i = 0; i < d->record_count; i++) {
        const struct record *r = &d->records[i];
        tries += r->known && &d->things[r->thing] == nazorg &&
                 (!contact || gepland_later(r, contact)) &&
                 gives(d, r, b->names.status, "niet-bereikt");
    }
    return tries;
}
