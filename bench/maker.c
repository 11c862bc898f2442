#include "maker.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>

enum { RECORD_ROOM = 32768 };

/* ---- chance ---- */

/* splitmix64: the published constants of Steele, Lea and Flood, "Fast splittable pseudorandom
 * number generators" (2014). */
static uint64_t mixed(uint64_t z)
{
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

static unsigned below(struct maker *m, unsigned n)
{
    m->random += UINT64_C(0x9e3779b97f4a7c15);
    return (unsigned)(((mixed(m->random) >> 32) * n) >> 32);
}

static bool happens(struct maker *m, unsigned of_256)
{
    return below(m, 256) < of_256;
}

/* ---- bytes: there is room, see record_open ---- */

static void put(struct maker *m, const char *p, size_t n)
{
    memcpy(m->out.p + m->out.n, p, n);
    m->out.n += n;
}

static void put_text(struct maker *m, struct text t)
{
    put(m, t.p, t.n);
}

static void put_byte(struct maker *m, char c)
{
    m->out.p[m->out.n++] = c;
}

static void put_number(struct maker *m, unsigned n)
{
    char digits[12];
    size_t at = sizeof digits;

    do
        digits[--at] = (char)('0' + n % 10);
    while ((n /= 10));
    put(m, digits + at, sizeof digits - at);
}

static void put_two(struct maker *m, int n)
{
    put_byte(m, (char)('0' + n / 10));
    put_byte(m, (char)('0' + n % 10));
}

static void put_day(struct maker *m, int day)
{
    put(m, m->plan->days[day], 10);
}

static void put_word(struct maker *m, struct words w)
{
    put_text(m, w.list[below(m, (unsigned)w.count)]);
}

/* ---- values ---- */

static void put_sentence(struct maker *m)
{
    put_word(m, m->plan->begins);
    for (unsigned more = below(m, 8); more > 1; more /= 2) {
        put_byte(m, ' ');
        put_word(m, m->plan->goes_on);
    }
}

static void put_free_text(struct maker *m, const struct plan_field *f)
{
    put_sentence(m);
    if (f->flags & MANY || !happens(m, 32))
        return;
    for (unsigned lines = 1 + below(m, 3); lines; lines--) {
        put(m, ".\n+ ", 4);
        put_sentence(m);
    }
    put_byte(m, '.');
}

static void put_key(struct maker *m, const struct plan_type *t, unsigned number)
{
    if (t->letter.n) {
        put_text(m, t->letter);
        put_number(m, number);
    } else
        put_text(m, m->plan->domains.list[number - 1]);
}

/* A record of this dossier that the field may refer to; NULL when there is none yet. */
static const struct opened *target_of(struct maker *m, const struct plan_field *f)
{
    size_t start = m->opened_count ? below(m, (unsigned)m->opened_count) : 0;

    for (size_t i = 0; i < m->opened_count; i++) {
        const struct opened *o = &m->opened[(start + i) % m->opened_count];
        if (f->targets >> o->type->index & 1)
            return o;
    }
    return NULL;
}

static void put_reference(struct maker *m, const struct plan_field *f)
{
    const struct opened *o = target_of(m, f);

    if (o)
        put_key(m, o->type, o->number);
    else
        put_word(m, f->words);
}

static void put_scale(struct maker *m)
{
    static const char levels[5][3] = {"-2", "-1", "0", "+1", "+2"};
    const char *level = levels[below(m, 5)];

    put(m, level, strlen(level));
}

static void put_interval(struct maker *m)
{
    put_number(m, 1 + below(m, 12));
    put_byte(m, "dwm"[below(m, 3)]);
}

static void put_time(struct maker *m, int seconds)
{
    put_byte(m, 'T');
    put_two(m, seconds / 3600);
    put_byte(m, ':');
    put_two(m, seconds / 60 % 60);
}

static void put_person(struct maker *m)
{
    put(m, "p-", 2);
    put_number(m, m->number && happens(m, 16) ? below(m, m->number) : m->number);
}

static void put_value(struct maker *m, const struct plan_field *f)
{
    switch (f->kind) {
    case KIND_DATE:
        put_day(m,
                f->past ? (int)below(m, (unsigned)m->plan->first_day) : m->day + (int)below(m, 90));
        break;
    case KIND_CIVIL_MOMENT:
        put_day(m, m->day + (int)below(m, 21));
        put_time(m, 9 * 3600 + 900 * (int)below(m, 32));
        break;
    case KIND_NUMBER:
        put_number(m, f->least + below(m, f->most - f->least + 1));
        break;
    case KIND_SCALE:
        put_scale(m);
        break;
    case KIND_SCALE_TEXT:
        put_scale(m);
        put_byte(m, ' ');
        put_word(m, m->plan->goes_on);
        break;
    case KIND_WEIGHT:
        put_number(m, 1 + below(m, 5));
        put_byte(m, ' ');
        put_word(m, m->plan->goes_on);
        break;
    case KIND_INTERVAL:
        put_interval(m);
        break;
    case KIND_REFERENCE:
    case KIND_REFERENCE_OR_TEXT:
        put_reference(m, f);
        break;
    case KIND_BOOKED:
    case KIND_TEXT:
    case KIND_YESNO:
    case KIND_CHOICE:
    case KIND_GEMEENTE:
        if (f->person)
            put_person(m);
        else if (f->words.count)
            put_word(m, f->words);
        else
            put_free_text(m, f);
    }
}

static bool can_write(struct maker *m, const struct plan_field *f)
{
    return f->chance && (f->kind != KIND_REFERENCE || target_of(m, f));
}

static void put_field(struct maker *m, const struct plan_field *f)
{
    unsigned values = f->flags & MANY ? 1 + below(m, 3) : 1;

    while (values--) {
        put_text(m, f->label);
        put_value(m, f);
        put_byte(m, '\n');
    }
    if (f->reason)
        put_field(m, f->reason);
}

/* ---- records ---- */

static void pass_time(struct maker *m)
{
    int days = happens(m, 128) ? 0 : 1 + (int)below(m, 20);

    if (days == 0 || m->day + days > m->plan->last_day) {
        m->second += 20 + (int)below(m, 600);
        return;
    }
    m->day += days;
    m->second = 8 * 3600 + (int)below(m, 6 * 3600);
}

static void record_open(struct maker *m, const struct plan_type *t, unsigned number,
                        const char *booked)
{
    buffer_room(&m->out, RECORD_ROOM);
    pass_time(m);
    put_text(m, t->label);
    put_key(m, t, number);
    put(m, "\nDossier: ", 10);
    put(m, m->id, strlen(m->id));
    put(m, "\nOp: ", 5);
    put_day(m, m->day);
    put(m, "\nDoor: ", 7);
    put_text(m, m->worker);
    put_byte(m, '\n');
    put(m, booked, strlen(booked));
    put_day(m, m->day);
    put_time(m, m->second);
    put_byte(m, ':');
    put_two(m, m->second % 60);
    put_text(m, m->day >= m->plan->summer_from && m->day < m->plan->summer_to ? TEXT("+02:00\n")
                                                                              : TEXT("+01:00\n"));
}

static bool can_open(struct maker *m, const struct plan_type *t)
{
    if (m->used[t->index] >= t->most || m->opened_count == RECORDS_MAX)
        return false;
    for (size_t i = 0; i < t->count; i++)
        if (t->fields[i].flags & OPENS && !can_write(m, &t->fields[i]))
            return false;
    return true;
}

static void new_record(struct maker *m, const struct plan_type *t)
{
    unsigned number = m->used[t->index] + 1;

    if (!can_open(m, t))
        return;
    record_open(m, t, number, "Geboekt: ");
    for (size_t i = 0; i < t->count; i++) {
        const struct plan_field *f = &t->fields[i];
        if ((f->flags & OPENS || happens(m, f->chance)) && can_write(m, f))
            put_field(m, f);
    }
    put_byte(m, '\n');
    m->used[t->index] = number;
    m->opened[m->opened_count++] = (struct opened){t, number};
}

static void put_empty(struct maker *m, const struct plan_field *f)
{
    put(m, f->label.p, f->label.n - 1);
    put_byte(m, '\n');
}

/* One or two fields get a new value, the Status when the type has one; now and then a field is
 * emptied or a step withdrawn. */
static void amend(struct maker *m)
{
    const struct opened *o = &m->opened[below(m, (unsigned)m->opened_count)];
    const struct plan_type *t = o->type;
    const struct plan_field *one = t->status ? t->status : &t->fields[below(m, (unsigned)t->count)];
    const struct plan_field *two = &t->fields[below(m, (unsigned)t->count)];

    record_open(m, t, o->number, "Gewijzigd: ");
    if (t->withdrawn && happens(m, 24)) {
        put_text(m, TEXT("Vervallen: dubbel genoteerd\n\n"));
        return;
    }
    if (!can_write(m, one))
        one = t->fields;
    put_field(m, one);
    if (two != one && can_write(m, two)) {
        if (!(two->flags & OPENS) && !two->reason && happens(m, 24))
            put_empty(m, two);
        else
            put_field(m, two);
    }
    put_byte(m, '\n');
}

/* ---- dossiers ---- */

static const struct plan_type *some_type(struct maker *m)
{
    unsigned at = below(m, m->plan->weight);

    for (size_t i = 0; i < m->plan->count; i++) {
        if (at < m->plan->types[i].weight)
            return &m->plan->types[i];
        at -= m->plan->types[i].weight;
    }
    return m->plan->types;
}

static void all_in_phase(struct maker *m, enum phase phase)
{
    for (size_t i = 0; i < m->plan->count; i++)
        if (m->plan->types[i].phase == phase)
            new_record(m, &m->plan->types[i]);
}

static void begin_dossier(struct maker *m, uint64_t seed, unsigned dossier)
{
    m->random = mixed(seed ^ mixed(dossier));
    m->number = dossier;
    snprintf(m->id, sizeof m->id, "2026-%07u", dossier);
    m->day = m->plan->first_day + (int)below(m, 90);
    m->second = 9 * 3600;
    m->worker = m->plan->workers.list[below(m, (unsigned)m->plan->workers.count)];
    memset(m->used, 0, sizeof m->used);
    m->opened_count = 0;
}

/* The way in, a middle of 3 to 5 KB, and in one of two the way out. */
void make_dossier(struct maker *m, uint64_t seed, unsigned dossier)
{
    size_t enough;

    begin_dossier(m, seed, dossier);
    enough = m->out.n + 3500 + below(m, 2000);
    all_in_phase(m, PHASE_IN);
    while (m->out.n < enough)
        if (happens(m, 37))
            amend(m);
        else
            new_record(m, some_type(m));
    if (happens(m, 128))
        all_in_phase(m, PHASE_OUT);
}
