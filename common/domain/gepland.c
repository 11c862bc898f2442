#include "domain/gepland.h"
#include "base/interval.h"
#include "base/text.h"

date gepland_dag(struct dossier *d, const struct thing *t, name_id name)
{
    struct text value = thing_value(d, t, name);

    if (value.n > 10 && value.p[10] == 'T')
        value.n = 10; /* a moment: its day */
    return value.n ? date_parse(value) : DATE_NONE;
}

/* ---- what is open ---- */

/* One thing, and what is found in it. */
struct search {
    struct dossier *d;
    const struct stand_names *names;
    const struct thing *t;
    date today;
    struct gepland *into;
    size_t count;
};

static void take_day(struct search *s, enum gepland_wat wat, name_id field)
{
    date day = gepland_dag(s->d, s->t, field);

    if (day != DATE_NONE)
        s->into[s->count++] = (struct gepland){wat, day};
}

/* Without a status it has just begun: that is the first of the words. */
static bool has_status(const struct search *s, const char *words)
{
    struct text status = thing_value(s->d, s->t, s->names->status);

    return !status.n || text_has_word(words, status);
}

/* Somebody judged the goal on the day of the evaluation or later. */
static bool is_judged(const struct search *s, date day)
{
    const struct stand_names *n = s->names;

    for (size_t i = 0; i < s->d->record_count; i++) {
        const struct record *r = &s->d->records[i];
        if (!r->known || r->op < day || &s->d->things[r->thing] != s->t || r == s->t->opening)
            continue;
        for (size_t f = r->first; f < r->first + r->count; f++) {
            name_id id = s->d->fields[f].id;
            if (id == n->status || id == n->schaal || id == n->volgens)
                return true;
        }
    }
    return false;
}

static void take_doel(struct search *s)
{
    date day = gepland_dag(s->d, s->t, s->names->evalueren_op);
    bool open = has_status(s, "open bezig");

    if (open && day != DATE_NONE && !(day <= s->today && is_judged(s, day)))
        take_day(s, GEPLAND_EVALUEREN, s->names->evalueren_op);
    if (open)
        take_day(s, GEPLAND_DOEL, s->names->uiterlijk);
    if (open || has_status(s, "geparkeerd wens"))
        take_day(s, GEPLAND_DOEL_TERUG, s->names->terugkomen_op);
}

static bool is_over(struct dossier *d, const struct stand_names *n, const struct thing *t,
                    date today)
{
    date end = gepland_dag(d, t, n->einde);

    return end != DATE_NONE && end < today;
}

size_t gepland_van(struct dossier *d, const struct stand_names *n, const struct thing *t,
                   date today, struct gepland into[GEPLAND_MOST])
{
    struct search s = {d, n, t, today, into, 0};

    if (t->type == n->doel)
        take_doel(&s);
    else if (t->type == n->stap && has_status(&s, "open bezig uitgesteld"))
        take_day(&s, GEPLAND_STAP, n->uiterlijk);
    else if (t->type == n->afspraak && has_status(&s, "gepland"))
        take_day(&s, GEPLAND_AFSPRAAK, n->wanneer);
    else if (t->type == n->nazorg && has_status(&s, "open niet-bereikt") &&
             !is_over(d, n, t, today))
        take_day(&s, GEPLAND_NAZORG, n->uiterlijk);
    else if (t->type == n->verwijzing && !text_is_string(thing_value(d, t, n->status), "afgerond"))
        take_day(&s, GEPLAND_VERWIJS_TERUG, n->terugkomen_op);
    else if (t->type == n->domein &&
             !text_is_string(thing_value(d, t, n->akkoord_terugkomen), "nee"))
        take_day(&s, GEPLAND_DOMEIN, n->geparkeerd_tot);
    else if (t->type == n->recht &&
             has_status(&s, "vermoed besproken wordt-uitgezocht aangevraagd bezwaar"))
        take_day(&s, GEPLAND_RECHT, n->uiterlijk);
    else if (t->type == n->informatievraag && !thing_value(d, t, n->afgehandeld).n)
        take_day(&s, GEPLAND_TERUGBELLEN, n->terugbellen_op);
    return s.count;
}

/* ---- where the dossier stands ---- */

static const struct thing *nazorg_of(struct dossier *d, const struct stand_names *n,
                                     const struct thing *t)
{
    struct text bij = thing_value(d, t, n->bij);

    return bij.n ? fold_find(d, n->nazorg, bij) : NULL;
}

static bool gives(const struct dossier *d, const struct record *r, name_id name)
{
    for (size_t i = r->first; i < r->first + r->count; i++)
        if (d->fields[i].id == name && d->fields[i].value.n)
            return true;
    return false;
}

bool gepland_later(const struct record *a, const struct record *b)
{
    return a->op != b->op ? a->op > b->op : a > b;
}

const struct record *gepland_gever(const struct dossier *d, const struct thing *t, name_id name)
{
    const struct record *last = NULL;

    for (size_t i = 0; i < d->record_count; i++) {
        const struct record *r = &d->records[i];
        if (r->known && &d->things[r->thing] == t && gives(d, r, name) &&
            (!last || gepland_later(r, last)))
            last = r;
    }
    return last;
}

bool gepland_voor_naasten(struct dossier *d, const struct stand_names *n,
                          const struct thing *overleden, const struct thing *nazorg)
{
    const struct record *noted = overleden ? gepland_gever(d, overleden, n->overleden) : NULL;

    return !noted || gepland_later(nazorg->latest, noted);
}

static bool telt_na_overlijden(struct dossier *d, const struct stand_names *n,
                               const struct stand *stand, const struct thing *t)
{
    const struct thing *nazorg = t->type == n->nazorg     ? t
                                 : t->type == n->afspraak ? nazorg_of(d, n, t)
                                                          : NULL;

    return nazorg && nazorg->opening && !nazorg->withdrawn &&
           gepland_voor_naasten(d, n, stand->overleden, nazorg);
}

static bool telt_na_afsluiting(struct dossier *d, const struct stand_names *n,
                               const struct stand *stand, const struct thing *t,
                               const struct gepland *g)
{
    if (t > stand->afsluiting || t->type == n->nazorg || t->type == n->informatievraag)
        return true;
    switch (g->wat) {
    case GEPLAND_AFSPRAAK:
    case GEPLAND_DOEL_TERUG:
    case GEPLAND_DOMEIN:
    case GEPLAND_VERWIJS_TERUG:
        return g->day > stand->afsluiting->opening->op;
    default:
        return nazorg_of(d, n, t) != NULL;
    }
}

bool gepland_telt(struct dossier *d, const struct stand_names *n, const struct stand *stand,
                  const struct thing *t, const struct gepland *g)
{
    if (stand->overleden)
        return telt_na_overlijden(d, n, stand, t);
    return !stand->afsluiting || telt_na_afsluiting(d, n, stand, t, g);
}

/* ---- when it comes ---- */

date gepland_vanaf(struct dossier *d, const struct stand_names *n, const struct thing *t,
                   const struct gepland *g, date today)
{
    bool repeats = g->wat == GEPLAND_NAZORG;

    return interval_next(g->day, repeats ? thing_value(d, t, n->herhaal) : TEXT(""),
                         repeats ? gepland_dag(d, t, n->einde) : DATE_NONE, today);
}
