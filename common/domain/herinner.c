#include "domain/herinner_inside.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/* ---- taking ---- */

/* Without a state file the same days are found each time: it is said first when it comes within
 * reach, then on its day, then each week. */
static bool was_news_since(const struct herinner_wensen *w, const struct agenda_punt *p)
{
    int64_t first =
        agenda_teksten[p->soort].nu || w->within < 0 ? p->day : (int64_t)p->day - w->within;

    if (first >= w->since)
        return true;
    if (p->day > w->today)
        return false;
    return p->day >= w->since || (w->today - p->day) / 7 > (w->since - 1 - p->day) / 7;
}

static bool is_wanted(const struct herinner_wensen *w, const struct agenda_punt *p)
{
    if (w->within >= 0 && (int64_t)p->day - w->today > w->within)
        return false;
    return w->since == DATE_NONE || was_news_since(w, p);
}

static uint32_t number_of(struct herinner *h, struct text name)
{
    uint64_t hash = text_hash(name);
    const uint32_t *known = lookup_find(&h->numbers, hash);

    if (known)
        return *known;
    mem_grow(&h->begeleiders, &h->begeleider_capacity, h->begeleider_count + 1,
             sizeof *h->begeleiders);
    h->begeleiders[h->begeleider_count] = arena_text(&h->arena, name);
    lookup_put(&h->numbers, hash, (uint32_t)h->begeleider_count);
    return (uint32_t)h->begeleider_count++;
}

static uint32_t put_string(struct herinner *h, struct text t)
{
    size_t at = h->texts.n;

    buffer_text(&h->texts, t);
    buffer_byte(&h->texts, '\0');
    return (uint32_t)at;
}

/* When anything in the dossier was last written, in seconds, and how often: what a calendar takes a
 * newer version by. Not of the one record: its day may come out of others. */
static void put_version(struct herinner *h, const struct dossier *d)
{
    moment last = MOMENT_NONE;
    unsigned count = 0;

    for (size_t i = 0; i < d->record_count; i++) {
        const struct record *r = &d->records[i];
        moment at = r->booked != MOMENT_NONE ? r->booked : (moment)r->op * 86400;
        if (!r->known)
            continue;
        count++;
        if (last == MOMENT_NONE || at > last)
            last = at;
    }
    buffer_format(&h->texts, "%lld%c%u%c", (long long)last, '\0', count - 1, '\0');
}

static void put_point(struct herinner *h, const struct agenda_punt *p, uint32_t groep,
                      uint32_t dossier)
{
    mem_grow(&h->list, &h->capacity, h->count + 1, sizeof *h->list);
    h->list[h->count++] = (struct herinner_punt){groep,
                                                 p->day,
                                                 dossier,
                                                 put_string(h, p->thing->key),
                                                 (int16_t)p->minutes,
                                                 (uint8_t)p->soort,
                                                 false};
    if (h->wensen.rules)
        put_string(h, p->uitleg); /* the others are in the table */
    if (!h->wensen.calendar)
        return;
    herinner_herhaal(p, &h->texts);
    buffer_byte(&h->texts, '\0');
}

static struct text name_of_client(const struct agenda *a, struct dossier *d)
{
    const struct thing *client = blad_last_with(&a->blad, d, a->blad.names.client, "Naam");

    return client ? blad_value(&a->blad, d, client, "Naam") : TEXT("");
}

void herinner_neem(struct herinner *h, const struct agenda *a, struct dossier *d)
{
    struct text begeleider = text_trim(a->stand.begeleider);
    uint32_t groep = 0, dossier = 0;
    bool begun = false;

    if (h->wensen.begeleider.n && !consent_same_name(begeleider, h->wensen.begeleider))
        return;
    for (size_t i = 0; i < a->count; i++) {
        if (!is_wanted(&h->wensen, &a->list[i]))
            continue;
        if (!begun) {
            groep = number_of(h, begeleider);
            dossier = put_string(h, d->id);
            if (h->wensen.names)
                put_string(h, name_of_client(a, d));
            if (h->wensen.calendar)
                put_version(h, d);
        }
        begun = true;
        put_point(h, &a->list[i], groep, dossier);
    }
}

/* ---- order ---- */

static int compare(const struct herinner_punt *a, const struct herinner_punt *b)
{
    if (a->groep != b->groep)
        return a->groep < b->groep ? -1 : 1;
    if (a->day != b->day)
        return a->day < b->day ? -1 : 1;
    if (a->dossier != b->dossier)
        return a->dossier < b->dossier ? -1 : 1;
    return (a->key > b->key) - (a->key < b->key);
}

static void sink(struct herinner_punt *list, size_t at, size_t count)
{
    struct herinner_punt p = list[at];
    size_t child;

    while ((child = 2 * at + 1) < count) {
        child += child + 1 < count && compare(&list[child], &list[child + 1]) < 0;
        if (compare(&p, &list[child]) >= 0)
            break;
        list[at] = list[child];
        at = child;
    }
    list[at] = p;
}

/* Heapsort, in its place: the C library's qsort takes as much memory again. No two are equal. */
static void sort(struct herinner_punt *list, size_t count)
{
    for (size_t i = count / 2; i-- > 0;)
        sink(list, i, count);
    for (size_t left = count; left-- > 1;) {
        struct herinner_punt last = list[left];
        list[left] = list[0];
        list[0] = last;
        sink(list, 0, left);
    }
}

static int by_name(const void *a, const void *b)
{
    const struct text *x = *(const struct text *const *)a, *y = *(const struct text *const *)b;

    return text_order(*x, *y);
}

/* The numbers of the workers become those of their names in order. */
static void number_by_name(struct herinner *h)
{
    size_t n = h->begeleider_count;
    const struct text **order = mem_take((n + 1) * sizeof *order);
    struct text *sorted = mem_take((n + 1) * sizeof *sorted);
    uint32_t *rank = mem_take((n + 1) * sizeof *rank);

    for (size_t i = 0; i < n; i++)
        order[i] = &h->begeleiders[i];
    qsort(order, n, sizeof *order, by_name);
    for (size_t i = 0; i < n; i++) {
        sorted[i] = *order[i];
        rank[order[i] - h->begeleiders] = (uint32_t)i;
    }
    for (size_t i = 0; i < h->count; i++)
        h->list[i].groep = rank[h->list[i].groep];
    free(h->begeleiders);
    free(order);
    free(rank);
    h->begeleiders = sorted;
}

void herinner_orden(struct herinner *h)
{
    if (!h->count)
        return;
    number_by_name(h);
    sort(h->list, h->count);
}

void herinner_free(struct herinner *h)
{
    free(h->list);
    free(h->begeleiders);
    lookup_free(&h->numbers);
    buffer_free(&h->texts);
    arena_free(&h->arena);
    *h = (struct herinner){0};
}

/* ---- reading back ---- */

bool herinner_groep(const struct herinner *h, size_t *from, size_t *to)
{
    *from = *to;
    while (*from < h->count && h->list[*from].said)
        ++*from;
    *to = *from;
    while (*to < h->count && h->list[*to].groep == h->list[*from].groep)
        ++*to;
    return *from < *to;
}

struct text herinner_begeleider(const struct herinner *h, size_t at)
{
    return h->begeleiders[h->list[at].groep];
}

/* Takes the string that begins at *at. */
static struct text take_string(const struct herinner *h, uint32_t *at)
{
    struct text t = text_of(h->texts.p + *at);

    *at += (uint32_t)t.n + 1;
    return t;
}

struct herinner_tekst herinner_tekst(const struct herinner *h, const struct herinner_punt *p)
{
    struct herinner_tekst t = {{"", 0}, {"", 0}, {"", 0}, {"", 0}, {"", 0}, {"", 0}, {"", 0}};
    uint32_t dossier = p->dossier, key = p->key;

    t.dossier = take_string(h, &dossier);
    if (h->wensen.names)
        t.name = take_string(h, &dossier);
    if (h->wensen.calendar) {
        t.stamp = take_string(h, &dossier);
        t.sequence = take_string(h, &dossier);
    }
    t.key = take_string(h, &key);
    if (h->wensen.rules)
        t.rule = take_string(h, &key);
    if (!t.rule.n)
        t.rule = text_of(agenda_teksten[p->soort].uitleg);
    if (h->wensen.calendar)
        t.repeat = take_string(h, &key);
    return t;
}

void herinner_naam(const struct herinner *h, size_t at, struct buffer *name)
{
    const struct herinner_punt *p = &h->list[at];
    struct herinner_tekst t = herinner_tekst(h, p);
    char day[11];

    buffer_text(name, t.dossier);
    buffer_byte(name, ' ');
    buffer_text(name, t.key);
    buffer_format(name, " %s %s", agenda_teksten[p->soort].code, date_write(p->day, day));
}
