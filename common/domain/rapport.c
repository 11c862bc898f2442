/* A dossier in the sums. */
#include "domain/rapport_inside.h"
#include "domain/stand.h"

#include "base/text.h"
#include <string.h>

/* ---- what the parts ask ---- */

void telwerk_tel(const struct telwerk *w, enum maat_nummer maat, size_t traject, struct text rij,
                 uint64_t n)
{
    struct telling *t = &w->r->telling;

    telling_tel(t, maat, w->groepen + traject * t->groepering_count, telling_woord(t, rij), n);
}

void telwerk_dagen(const struct telwerk *w, enum maat_nummer maat, size_t traject, struct text rij,
                   int64_t days)
{
    struct telling *t = &w->r->telling;

    telling_dagen(t, maat, w->groepen + traject * t->groepering_count, telling_woord(t, rij), days);
}

struct text telwerk_waarde(const struct telwerk *w, const struct thing *t, name_id name)
{
    return text_trim(thing_value(w->d, t, name));
}

date telwerk_datum(const struct telwerk *w, const struct thing *t, name_id name)
{
    return date_parse(telwerk_waarde(w, t, name));
}

struct text telwerk_woord(const struct telwerk *w, const struct thing *t, name_id name)
{
    struct text value = telwerk_waarde(w, t, name);

    return value.n ? value : TEXT("onbekend");
}

struct text telwerk_samen(const struct telwerk *w, struct text a, struct text b)
{
    char *p = arena_take(&w->d->arena, a.n + b.n + 1);

    memcpy(p, a.p, a.n);
    p[a.n] = ' ';
    if (b.n)
        memcpy(p + a.n + 1, b.p, b.n);
    return (struct text){p, a.n + b.n + 1};
}

bool telwerk_in_periode(const struct telwerk *w, date day)
{
    return periode_heeft(&w->r->vraag.periode, day);
}

bool telwerk_nieuw(const struct telwerk *w, const struct thing *t)
{
    return telwerk_in_periode(w, t->opening->op);
}

bool telwerk_bijgewerkt(const struct telwerk *w, const struct thing *t)
{
    return telwerk_in_periode(w, t->latest->op);
}

/* ---- things by type, and records by thing ---- */

/* Of how many there are in each part, where each begins. */
static void begin_parts(uint32_t *parts, size_t count)
{
    uint32_t begin = 0;

    for (size_t i = 0; i < count; i++) {
        uint32_t here = parts[i];
        parts[i] = begin;
        begin += here;
    }
}

/* Where a part begins, of where each ends. */
static size_t part_begin(const uint32_t *eind, size_t number)
{
    return number ? eind[number - 1] : 0;
}

static bool counts(const struct thing *t)
{
    return t->type && termijn_telt(t, t->type);
}

/* Each part asks for the things of one type or two: so they are put together once. First `eind` is
 * how many of a type there are, then where they begin, and at last where they end. */
static void order_things(struct telwerk *w)
{
    const struct thing *end = w->d->things + w->d->thing_count, *t;
    size_t types = schema_type_count(w->r->schema), bytes = types * sizeof *w->eind;

    w->geordend = arena_take(&w->d->arena, (w->d->thing_count + 1) * sizeof *w->geordend);
    w->eind = memset(arena_take(&w->d->arena, bytes), 0, bytes);
    for (t = w->d->things; t < end; t++)
        if (counts(t))
            w->eind[t->type - schema_types]++;
    begin_parts(w->eind, types);
    for (t = w->d->things; t < end; t++)
        if (counts(t))
            w->geordend[w->eind[t->type - schema_types]++] = t;
}

struct dingen telwerk_van(const struct telwerk *w, const struct type *type)
{
    size_t number = (size_t)(type - schema_types), begin = part_begin(w->eind, number);

    return (struct dingen){w->geordend + begin, w->eind[number] - begin};
}

/* In the way of order_things. */
static void order_records(const struct telwerk *w)
{
    const struct dossier *d = w->d;
    const struct record *end = d->records + d->record_count, *r;
    size_t bytes = (d->thing_count + 1) * sizeof *w->op_ding->eind;
    uint32_t *eind = memset(arena_take(&w->d->arena, bytes), 0, bytes);

    w->op_ding->list = arena_take(&w->d->arena, (d->record_count + 1) * sizeof *w->op_ding->list);
    w->op_ding->eind = eind;
    for (r = d->records; r < end; r++)
        eind[r->thing] += r->known;
    begin_parts(eind, d->thing_count);
    for (r = d->records; r < end; r++)
        if (r->known)
            w->op_ding->list[eind[r->thing]++] = r;
}

/* What was noted of a thing and is known, in its order of place. */
struct records {
    const struct record *const *list;
    size_t count;
};

static struct records records_of(const struct telwerk *w, const struct thing *t)
{
    size_t number = (size_t)(t - w->d->things), begin;

    if (t->opening == t->latest)
        return (struct records){&t->opening, 1};
    if (!w->op_ding->list)
        order_records(w);
    begin = part_begin(w->op_ding->eind, number);
    return (struct records){w->op_ding->list + begin, w->op_ding->eind[number] - begin};
}

static bool gives_status(const struct telwerk *w, const struct record *r, const char *status)
{
    const struct rec_field *f = w->d->fields + r->first;

    for (size_t i = 1; i < r->count; i++)
        if (f[i].id == w->r->namen.status && f[i].value.n)
            return !status || text_is_string(f[i].value, status);
    return false;
}

date telwerk_status_dag(const struct telwerk *w, const struct thing *t, const char *status)
{
    struct records noted = records_of(w, t);
    date last = DATE_NONE;

    for (size_t i = 0; i < noted.count; i++)
        if (noted.list[i]->op >= last && gives_status(w, noted.list[i], status))
            last = noted.list[i]->op;
    return last;
}

bool telwerk_status_gezet(const struct telwerk *w, const struct thing *t)
{
    return telwerk_in_periode(w, telwerk_status_dag(w, t, NULL));
}

/* ---- what is worked out of a dossier once ---- */

size_t telwerk_traject(const struct telwerk *w, const struct thing *t)
{
    return w->traject[t - w->d->things];
}

/* Of the last melding before it; what stands before the first belongs to the first. */
static uint32_t *number_trajecten(const struct telwerk *w)
{
    const struct dossier *d = w->d;
    uint32_t *list = arena_take(&w->d->arena, (d->thing_count + 1) * sizeof *list), begun = 0;

    for (size_t i = 0; i < d->thing_count; i++) {
        if (begun < w->trajecten.count && w->trajecten.list[begun].melding == d->things + i)
            begun++;
        list[i] = begun ? begun - 1 : 0;
    }
    return list;
}

/* How long trajecten took is only printed of as many as were said to be closed. */
static bool is_asked(const struct rapport *r, size_t deel)
{
    return r->vraag.delen[deel] || (deel == DEEL_INSTROOM && r->vraag.delen[DEEL_DOORLOOPTIJD]);
}

static void tel_delen(const struct telwerk *w)
{
    static void (*const delen[RAPPORT_DELEN])(const struct telwerk *) = {
        [DEEL_INSTROOM] = tel_instroom,
        [DEEL_FASEN] = tel_fasen,
        [DEEL_DOELEN] = tel_doelen,
        [DEEL_DOMEINEN] = tel_domeinen,
        [DEEL_NETWERK] = tel_netwerk,
        [DEEL_VERWIJZINGEN] = tel_verwijzingen,
        [DEEL_DOORLOOPTIJD] = tel_doorlooptijd,
        [DEEL_CONTACT] = tel_contact,
        [DEEL_NAZORG] = tel_nazorg,
        [DEEL_TEVREDENHEID] = tel_tevredenheid,
        [DEEL_SIGNALEN] = tel_signalen,
    };

    for (size_t i = 0; i < RAPPORT_DELEN; i++)
        if (is_asked(w->r, i))
            delen[i](w);
}

/* ---- */

struct rapport *rapport_open(const struct schema *schema, const struct termijnen *termijnen,
                             const struct rapport_vraag *vraag)
{
    struct rapport *r = mem_take(sizeof *r);

    *r = (struct rapport){.schema = schema, .termijnen = termijnen, .vraag = *vraag};
    telling_tel(&r->telling, MAAT_PERIODE, NULL, telling_woord(&r->telling, TEXT("")), 0);
    r->telling.groepering_count = vraag->groepeer_count;
    rapport_namen_read(&r->namen, schema);
    return r;
}

/* A group is there when a traject of it began, whatever report is asked for. */
static void tel_groepen(const struct telwerk *w)
{
    for (size_t i = 0; i < w->trajecten.count; i++)
        if (w->trajecten.list[i].melding->opening->op <= w->r->vraag.periode.tot)
            telwerk_tel(w, MAAT_PERIODE, i, TEXT(""), 0);
}

void rapport_tel(struct rapport *r, struct dossier *d)
{
    struct op_ding op_ding = {0};
    struct telwerk w = {
        .r = r, .d = d, .trajecten = trajecten_van(r->termijnen, d), .op_ding = &op_ding};

    r->vingerafdruk += text_hash(d->id);
    if (!w.trajecten.count) {
        r->zonder_melding++;
        return;
    }
    w.traject = number_trajecten(&w);
    order_things(&w);
    w.groepen = rapport_groepen(&w);
    telling_dossier(&r->telling);
    tel_groepen(&w);
    tel_delen(&w);
    telling_einde(&r->telling, stand_persoon(d, r->namen.client, r->namen.persoon));
}

void rapport_voeg(struct rapport *into, const struct rapport *from)
{
    telling_voeg(&into->telling, &from->telling);
    into->zonder_melding += from->zonder_melding;
    into->vingerafdruk += from->vingerafdruk;
    into->gesplitst = into->gesplitst || from->gesplitst;
}

uint64_t rapport_zonder_melding(const struct rapport *r)
{
    return r->zonder_melding;
}

bool rapport_gesplitst(const struct rapport *r)
{
    return r->gesplitst;
}
