/* How long a dossier is kept. Where two rules hold the longer one counts; what is not known yet,
 * such as the day of the closing, is longer than any day. */
#include "base/interval.h"
#include "base/text.h"
#include "domain/termijn_inside.h"

/* The outcome of one rule, or of several together. */
struct duur {
    date eerste, laatste; /* DATE_NONE: not known yet */
};

static date longer(date a, date b)
{
    return a == DATE_NONE || b == DATE_NONE ? DATE_NONE : a > b ? a : b;
}

/* The day that a record was made or received, whichever is later: as it was written, in the zone of
 * whoever wrote it. */
static date made(const struct termijnen *t, struct dossier *d, const struct record *r)
{
    date day = r->op, booked;

    for (size_t i = r->first; i < r->first + r->count; i++)
        if (d->fields[i].id == t->geboekt && field_value(d, &d->fields[i]).n > 10) {
            booked = date_parse((struct text){field_value(d, &d->fields[i]).p, 10});
            day = booked > day ? booked : day;
        }
    return day;
}

static struct duur each_record(const struct termijnen *t, struct dossier *d, struct text duur)
{
    struct duur out = {DATE_NONE, DATE_NONE};

    for (size_t i = 0; i < d->record_count; i++) {
        const struct record *r = &d->records[i];
        date day = r->known && r->op != DATE_NONE ? made(t, d, r) : DATE_NONE;
        if (day == DATE_NONE)
            continue;
        out.eerste = out.eerste == DATE_NONE || day < out.eerste ? day : out.eerste;
        out.laatste = out.laatste == DATE_NONE || day > out.laatste ? day : out.laatste;
    }
    return (struct duur){interval_after(out.eerste, duur, 1), interval_after(out.laatste, duur, 1)};
}

static bool has_provision(const struct termijnen *t, struct dossier *d)
{
    for (size_t i = 0; i < d->thing_count; i++) {
        const struct thing *thing = &d->things[i];
        if (termijn_telt(thing, t->toewijzing))
            return true;
        if (termijn_telt(thing, t->procedure) &&
            (text_has_word("toegekend deels", thing_value(d, thing, t->uitkomst)) ||
             text_is_string(thing_value(d, thing, t->soort), "spoedvoorziening")))
            return true;
    }
    return false;
}

static int years_of(struct text duur)
{
    uint32_t years = 0;

    text_digits((struct text){duur.p, duur.n - 1}, &years);
    return (int)years;
}

/* ---- sentences ---- */

static void put_years(struct buffer *b, const char *before, struct text duur, const char *behind)
{
    buffer_string(b, before);
    interval_in_words(b, duur);
    buffer_string(b, behind);
}

static void put_closing(struct buffer *b, date closed)
{
    if (closed == DATE_NONE) {
        buffer_string(b, " na de afsluiting; die is er nog niet");
        return;
    }
    buffer_string(b, " na de afsluiting van ");
    date_in_words(b, closed, false);
}

/* ---- one rule ---- */

/* What is counted; the words for it, without their source, in b. */
static struct duur count(const struct termijnen *t, struct dossier *d,
                         const struct traject *traject, const struct bewaar_regel *r, bool without,
                         struct buffer *b)
{
    date day;

    if (r->vanaf == BEWAAR_GEBOORTE) {
        buffer_format(b, "Bewaren tot de cliënt %d jaar wordt", years_of(r->duur));
        day = birthday(termijn_client_dag(t, d, t->geboren), years_of(r->duur));
        return (struct duur){day, day};
    }
    if (r->vanaf == BEWAAR_RECORD && !without) {
        put_years(b, "Elk record blijft ", r->duur, ", vanaf de dag dat het gemaakt is");
        return each_record(t, d, r->duur);
    }
    put_years(b, without ? "Er kwam geen voorziening: bewaren tot " : "Bewaren tot ",
              without ? r->zonder : r->duur, "");
    put_closing(b, traject->gesloten);
    day = interval_after(traject->gesloten, without ? r->zonder : r->duur, 1);
    return (struct duur){day, day};
}

static struct duur by_rule(const struct termijnen *t, struct dossier *d,
                           const struct traject *traject, const struct bewaar_regel *r,
                           struct buffer *b)
{
    bool without = r->zonder.n && traject->gesloten != DATE_NONE && !has_provision(t, d);
    struct duur duur = count(t, d, traject, r, without, b);

    buffer_string(b, " (");
    buffer_text(b, without ? r->bron_zonder : r->bron);
    buffer_string(b, ").");
    return duur;
}

/* The rule that keeps longest is the one that is told. */
static void take_rule(struct bewaren *all, const struct bewaar_regel *r, struct duur duur,
                      struct text uitleg)
{
    bool first = !all->regel;

    if (first || longer(all->laatste, duur.laatste) != all->laatste) {
        all->regel = r;
        all->uitleg = uitleg;
    }
    all->eerste = first ? duur.eerste : longer(all->eerste, duur.eerste);
    all->laatste = first ? duur.laatste : longer(all->laatste, duur.laatste);
}

struct bewaren bewaren_van(const struct termijnen *t, struct dossier *d)
{
    struct trajecten all = trajecten_van(t, d);
    struct bewaren out = {.eerste = DATE_NONE, .laatste = DATE_NONE};
    struct buffer b = {0};

    for (size_t i = 0; i < all.count; i++) {
        const struct bewaar_regel *r = bewaar_regel(t, all.list[i].kader);
        struct duur duur;
        if (!r)
            continue;
        b.n = 0;
        duur = by_rule(t, d, &all.list[i], r, &b);
        take_rule(&out, r, duur, arena_text(&d->arena, buffer_view(&b)));
    }
    buffer_free(&b);
    return out;
}
