/* One term: what begins it, moves it, stops it and ends it. */
#include "base/interval.h"
#include "base/text.h"
#include "domain/termijn_inside.h"

#include <string.h>

/* ---- sentences ---- */

static void put_day(struct loop *l, const char *before, date day, const char *behind)
{
    if (l->t->zonder_uitleg)
        return;
    buffer_string(&l->uitleg, before);
    date_in_words(&l->uitleg, day, false);
    buffer_string(&l->uitleg, behind);
}

static void put_rule(struct loop *l)
{
    static const char *const begin[TERMIJN_SOORTEN] = {
        "De cliënt kan een eigen plan geven tot en met ", "Het onderzoek is klaar binnen ",
        "De beschikking komt binnen "};
    const struct termijn_regel *r = l->termijn.regel;

    if (l->t->zonder_uitleg)
        return;
    buffer_string(&l->uitleg, begin[r->soort]);
    interval_in_words(&l->uitleg, r->duur);
    put_day(l, r->soort == TERMIJN_BESCHIKKING ? " na de aanvraag van " : " na de melding van ",
            l->termijn.begin, " (");
    buffer_text(&l->uitleg, r->bron);
    buffer_string(&l->uitleg, ").");
}

static void put_moved(struct loop *l, date counted)
{
    struct text why = geen_werkdag(&l->traject->kalender, counted);

    buffer_string(&l->uitleg, " Zo geteld is de laatste dag ");
    date_in_words(&l->uitleg, counted, true);
    if (why.n && date_weekday(counted) < 6) {
        buffer_string(&l->uitleg, ", ");
        buffer_text(&l->uitleg, why);
    }
    put_day(l,
            why.n
                ? ". Dat is geen werkdag, en dan loopt de termijn door tot en met "
                : ". Er zijn dan te weinig werkdagen, en daarom loopt de termijn door tot en met ",
            l->termijn.einde, " (");
    if (l->traject->kalender.land == LAND_NL)
        buffer_format(&l->uitleg, "Algemene termijnenwet, artikel %d", why.n ? 1 : 2);
    else
        buffer_text(&l->uitleg, l->termijn.regel->bron);
    buffer_string(&l->uitleg, ").");
}

/* ---- the Algemene termijnenwet ---- */

/* Article 4: not for terms of more than 90 days, twelve weeks or three months, nor for years. */
static bool too_long(struct text duur)
{
    date from = date_from(2001, 1, 1), end = interval_after(from, duur, 1);

    switch (duur.p[duur.n - 1]) {
    case 'd':
        return end > from + 90;
    case 'w':
        return end > from + 12 * 7;
    case 'm':
        return end > date_add_months(from, 3);
    default:
        return true;
    }
}

/* Article 2: in a term of three days or more there are at least two working days. */
static date with_two_workdays(const struct kalender *k, date begin, date end)
{
    int workdays = 0;

    for (date day = begin + 1; day <= end && workdays < 2; day++)
        workdays += !geen_werkdag(k, day).n;
    while (end != DATE_NONE && end - begin >= 3 && workdays < 2) {
        end = date_add_days(end, 1);
        workdays += end != DATE_NONE && !geen_werkdag(k, end).n;
    }
    return end;
}

/* Its last day as things stand. A day that somebody named is no term of a law. The law is a Dutch
 * one: elsewhere the end moves on and no more. */
static date last_day(const struct loop *l)
{
    const struct kalender *k = &l->traject->kalender;
    const struct termijn_regel *r = l->termijn.regel;

    if (l->genoemd || !r->verschuift || (k->land == LAND_NL && too_long(r->duur)))
        return l->einde;
    if (k->land != LAND_NL)
        return werkdag_vanaf(k, l->einde);
    return werkdag_vanaf(k, with_two_workdays(k, l->termijn.begin, l->einde));
}

/* ---- from begin to end ---- */

bool loop_begin(struct loop *l, const struct termijnen *t, struct dossier *d,
                const struct traject *traject, const struct termijn_regel *regel,
                const struct thing *door)
{
    *l = (struct loop){.t = t, .d = d, .traject = traject};
    if (!regel)
        return false;
    l->termijn = (struct termijn){.regel = regel,
                                  .melding = traject->melding,
                                  .door = door,
                                  .van_client = regel->soort == TERMIJN_PLAN,
                                  .begin = door->opening->op,
                                  .klaar = DATE_NONE};
    l->einde = interval_after(l->termijn.begin, regel->duur, 1);
    l->stil_vanaf = l->stil_tot = DATE_NONE;
    if (l->einde == DATE_NONE || last_day(l) == DATE_NONE)
        return false;
    put_rule(l);
    return true;
}

/* The days that did not count are added, up to and including `last`. */
static void add_still_days(struct loop *l, date last)
{
    date from = l->stil_vanaf, moved;

    if (l->stil_tot != DATE_NONE && l->stil_tot < last)
        last = l->stil_tot;
    l->stil_vanaf = l->stil_tot = DATE_NONE;
    moved = last >= from ? date_add_days(l->einde, last - from + 1) : l->einde;
    if (moved == DATE_NONE || moved == l->einde)
        return;
    l->einde = moved;
    put_day(l, last == from ? " Op " : " Van ", from, "");
    if (last != from)
        put_day(l, " tot en met ", last, "");
    buffer_format(&l->uitleg,
                  " stond de termijn stil: %d %s erbij (Algemene wet bestuursrecht, artikel 4:15).",
                  last - from + 1, last == from ? "dag" : "dagen");
}

/* Time goes on to a day: a stop whose last day is past has ended by itself. */
static void go_to(struct loop *l, date day)
{
    if (l->stil_vanaf != DATE_NONE && l->stil_tot != DATE_NONE && l->stil_tot < day)
        add_still_days(l, l->stil_tot);
}

/* What comes after the end changes nothing any more. */
static bool comes_late(struct loop *l, const char *what, date day)
{
    go_to(l, day);
    if (l->stil_vanaf != DATE_NONE || day <= last_day(l))
        return false;
    buffer_string(&l->uitleg, what);
    put_day(l, " van ", day, " kwam na de laatste dag en telt niet mee.");
    return true;
}

static date tot_of(const struct loop *l, const struct thing *procedure)
{
    return date_parse(text_trim(thing_value(l->d, procedure, l->t->tot)));
}

void loop_noem(struct loop *l, const struct thing *procedure)
{
    bool together = l->termijn.regel->soort == TERMIJN_ONDERZOEK;
    date day = procedure->opening->op, until = tot_of(l, procedure);
    const char *what = together ? " Het uitstel" : " De verlenging";

    if (comes_late(l, what, day))
        return;
    if (until == DATE_NONE || until <= last_day(l)) {
        buffer_string(&l->uitleg, what);
        put_day(l, " van ", day,
                until == DATE_NONE ? " noemt geen dag (Tot); de termijn loopt zoals hij liep."
                                   : " noemt geen latere dag; de termijn loopt zoals hij liep.");
        return;
    }
    l->einde = until;
    l->genoemd = true;
    put_day(l, together ? " Op " : " De gemeente noemde op ", day,
            together ? " is samen uitstel afgesproken" : " een latere dag");
    put_day(l, together ? " tot en met " : ": ", until,
            together ? "." : " (Algemene wet bestuursrecht, artikel 4:14).");
}

void loop_stop(struct loop *l, const struct thing *procedure)
{
    date day = procedure->opening->op;

    if (comes_late(l, " De opschorting", day))
        return;
    if (l->stil_vanaf == DATE_NONE)
        l->stil_vanaf = day + 1;
    l->stil_tot = tot_of(l, procedure);
    l->gezegd = procedure->latest->op;
}

void loop_hervat(struct loop *l, date day)
{
    go_to(l, day);
    if (l->stil_vanaf != DATE_NONE)
        add_still_days(l, day - 1);
}

void loop_klaar(struct loop *l, date day)
{
    loop_hervat(l, day);
    l->termijn.klaar = day;
    l->termijn.einde = last_day(l);
    l->termijn.stand =
        day <= l->termijn.einde || l->termijn.van_client ? TERMIJN_GEHAALD : TERMIJN_TE_LAAT;
}

void loop_verval(struct loop *l, date day, const char *waarom)
{
    if (l->termijn.van_client && day > last_day(l))
        return; /* it was past by then */
    loop_hervat(l, day);
    l->termijn.klaar = day;
    l->termijn.einde = last_day(l);
    l->termijn.stand = TERMIJN_VERVALLEN;
    put_day(l, " Vervallen op ", day, ": ");
    buffer_format(&l->uitleg, "%s.", waarom);
}

/* Nobody said until when it stands still. */
static void stand_still(struct loop *l)
{
    l->termijn.einde = DATE_NONE;
    l->termijn.stand = TERMIJN_STIL;
    l->termijn.over = l->einde - l->stil_vanaf + 1;
    l->termijn.stil = l->gezegd;
    put_day(l, " De termijn staat stil sinds ", l->stil_vanaf,
            " (Algemene wet bestuursrecht, artikel 4:15).");
}

static enum termijn_stand stand_of_open(const struct loop *l, date today)
{
    if (today <= l->termijn.einde)
        return TERMIJN_LOOPT;
    return l->termijn.van_client ? TERMIJN_VOORBIJ : TERMIJN_VERSTREKEN;
}

struct termijn loop_einde(struct loop *l, date today)
{
    bool open = l->termijn.klaar == DATE_NONE;

    if (open && l->stil_vanaf != DATE_NONE && l->stil_tot == DATE_NONE) {
        stand_still(l);
    } else if (open) {
        if (l->stil_vanaf != DATE_NONE)
            add_still_days(l, l->stil_tot);
        l->termijn.einde = last_day(l);
        l->termijn.stand = stand_of_open(l, today);
    }
    if (l->termijn.einde != DATE_NONE && l->termijn.einde != l->einde && !l->t->zonder_uitleg)
        put_moved(l, l->einde);
    if (l->t->zonder_uitleg)
        l->uitleg.n = 0;
    l->termijn.uitleg = arena_text(&l->d->arena, buffer_view(&l->uitleg));
    buffer_free(&l->uitleg);
    return l->termijn;
}
