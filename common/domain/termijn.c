/* What happened in which traject, and the terms that it began, moved and ended. */
#include "base/interval.h"
#include "base/text.h"
#include "domain/consent.h"
#include "domain/termijn_inside.h"

const char *const termijn_standen[] = {"loopt",   "stil",    "verstreken", "gehaald",
                                       "te-laat", "voorbij", "vervallen"};

/* ---- trajecten ---- */

/* The melding that is named, else the last one that is open, else (for a Procedure) the last one.
 */
static struct traject *traject_of(const struct termijnen *t, struct dossier *d,
                                  const struct trajecten *all, size_t begun,
                                  const struct thing *thing, bool closed_too)
{
    struct text bij = thing_value(d, thing, t->bij);

    for (size_t i = all->count; bij.n && i-- > 0;)
        if (text_is(all->list[i].melding->key, bij))
            return &all->list[i];
    for (size_t i = begun; !bij.n && i-- > 0;)
        if (all->list[i].gesloten == DATE_NONE)
            return &all->list[i];
    return !bij.n && closed_too && begun ? &all->list[begun - 1] : NULL;
}

static void add_traject(const struct termijnen *t, struct dossier *d, struct trajecten *all,
                        const struct thing *melding)
{
    all->list[all->count++] =
        (struct traject){.melding = melding,
                         .gesloten = DATE_NONE,
                         .kader = thing_value(d, melding, t->kader),
                         .kalender = termijnen_kalender(t, thing_value(d, melding, t->gemeente))};
}

struct trajecten trajecten_van(const struct termijnen *t, struct dossier *d)
{
    struct trajecten all = {0};
    size_t begun = 0;

    all.list = arena_take(&d->arena, (d->thing_count + 1) * sizeof *all.list);
    all.van = arena_take(&d->arena, (d->thing_count + 1) * sizeof *all.van);
    for (size_t i = 0; i < d->thing_count; i++)
        if (termijn_telt(&d->things[i], t->melding))
            add_traject(t, d, &all, &d->things[i]);
    for (size_t i = 0; i < d->thing_count; i++) {
        const struct thing *thing = &d->things[i];
        struct traject *closes = NULL;
        all.van[i] = NULL;
        if (termijn_telt(thing, t->melding))
            begun++;
        else if (termijn_telt(thing, t->procedure))
            all.van[i] = traject_of(t, d, &all, begun, thing, true);
        else if (termijn_telt(thing, t->afsluiting))
            closes = traject_of(t, d, &all, begun, thing, false);
        if (closes && !closes->afsluiting) {
            closes->afsluiting = thing;
            closes->gesloten = thing->opening->op;
        }
    }
    return all;
}

date termijn_client_dag(const struct termijnen *t, struct dossier *d, name_id name)
{
    date last = DATE_NONE;

    for (size_t i = 0; i < d->thing_count; i++)
        if (termijn_telt(&d->things[i], t->client)) {
            date day = date_parse(text_trim(thing_value(d, &d->things[i], name)));
            last = day != DATE_NONE ? day : last;
        }
    return last;
}

/* ---- the terms of one traject ---- */

struct werk {
    const struct termijnen *t;
    struct dossier *d;
    const struct traject *traject;
    struct loop *loops; /* plan, onderzoek and each aanvraag, in that order */
    size_t count;
};

static void begin(struct werk *w, enum termijn_soort soort, const struct thing *door)
{
    const struct termijn_regel *regel = termijn_regel(w->t, w->traject->kader, soort);

    if (loop_begin(&w->loops[w->count], w->t, w->d, w->traject, regel, door))
        w->count++;
}

/* The first one of that sort that is open on a day: what is decided is the oldest aanvraag. */
static struct loop *open_loop(struct werk *w, enum termijn_soort soort, date day)
{
    for (size_t i = 0; i < w->count; i++) {
        struct loop *l = &w->loops[i];
        if (l->termijn.regel->soort == soort && l->termijn.klaar == DATE_NONE &&
            l->termijn.begin <= day)
            return l;
    }
    return NULL;
}

static void lapse_all(struct werk *w, date day, const char *waarom)
{
    for (size_t i = 0; i < w->count; i++)
        if (w->loops[i].termijn.klaar == DATE_NONE && w->loops[i].termijn.begin <= day)
            loop_verval(&w->loops[i], day, waarom);
}

/* About the aanvraag. */
static void take_besluit(struct werk *w, const struct thing *p, struct text soort)
{
    struct loop *l = open_loop(w, TERMIJN_BESCHIKKING, p->opening->op);

    if (!l)
        return;
    if (text_is_string(soort, "beschikking"))
        loop_klaar(l, p->opening->op);
    else if (text_is_string(soort, "verlenging"))
        loop_noem(l, p);
    else if (text_is_string(soort, "opschorting"))
        loop_stop(l, p);
    else if (text_is_string(soort, "hervatting"))
        loop_hervat(l, p->opening->op);
}

/* What comes behind the onderzoek tells that it was done, for whoever did not note that. */
static const char onderzoek_klaar[] =
    "onderzoek-klaar verslag-verstuurd verslag-getekend beschikking";

static void take_procedure(struct werk *w, const struct thing *p)
{
    struct text soort = thing_value(w->d, p, w->t->soort);
    date day = p->opening->op;
    struct loop *plan = open_loop(w, TERMIJN_PLAN, day);
    struct loop *onderzoek = open_loop(w, TERMIJN_ONDERZOEK, day);

    if (text_is_string(soort, "ingetrokken"))
        lapse_all(w, day, "ingetrokken");
    else if (text_is_string(soort, "aanvraag"))
        begin(w, TERMIJN_BESCHIKKING, p);
    else if (plan && text_is_string(soort, "persoonlijk-plan"))
        loop_klaar(plan, day);
    else if (onderzoek && text_is_string(soort, "uitstel-in-overleg"))
        loop_noem(onderzoek, p);
    else
        take_besluit(w, p, soort);
    if (onderzoek && text_has_word(onderzoek_klaar, soort))
        loop_klaar(onderzoek, day);
}

static void follow(struct werk *w, const struct trajecten *all, date died)
{
    date closed = w->traject->gesloten;

    begin(w, TERMIJN_PLAN, w->traject->melding);
    begin(w, TERMIJN_ONDERZOEK, w->traject->melding);
    for (size_t i = 0; i < w->d->thing_count; i++)
        if (all->van[i] == w->traject)
            take_procedure(w, &w->d->things[i]);
    if (died != DATE_NONE && (closed == DATE_NONE || died < closed))
        lapse_all(w, died, "de cliënt is overleden");
    if (closed != DATE_NONE)
        lapse_all(w, closed, "het traject is afgesloten");
}

size_t termijnen_van(const struct termijnen *t, struct dossier *d, date today,
                     struct termijn **list)
{
    struct trajecten all = trajecten_van(t, d);

    return termijnen_in(t, d, &all, today, list);
}

size_t termijnen_in(const struct termijnen *t, struct dossier *d, const struct trajecten *all,
                    date today, struct termijn **list)
{
    date died = termijn_client_dag(t, d, t->overleden);
    size_t count = 0, most = d->thing_count + 2 * all->count + 1;
    struct loop *loops = arena_take(&d->arena, most * sizeof *loops);

    *list = arena_take(&d->arena, most * sizeof **list);
    for (size_t i = 0; i < all->count; i++) {
        struct werk w = {t, d, &all->list[i], loops, 0};
        follow(&w, all, died);
        for (size_t j = 0; j < w.count; j++)
            (*list)[count++] = loop_einde(&w.loops[j], today);
    }
    return count;
}

/* ---- consent ---- */

/* When it was last said: its own last record, or a later consent for the same. */
static date last_said(const struct termijnen *t, struct dossier *d, const struct thing *toestemming)
{
    struct text aan = thing_value(d, toestemming, t->aan);
    date said = toestemming->latest->op;

    for (size_t i = 0; i < d->thing_count; i++) {
        const struct thing *other = &d->things[i];
        if (termijn_telt(other, t->toestemming) && other->opening->op > said &&
            consent_same_name(thing_value(d, other, t->aan), aan))
            said = other->opening->op;
    }
    return said;
}

date toestemming_nakijken(const struct termijnen *t, struct dossier *d,
                          const struct thing *toestemming, unsigned *age)
{
    date until, said, born = termijn_client_dag(t, d, t->geboren);

    if (!termijn_telt(toestemming, t->toestemming) || born == DATE_NONE ||
        !text_is_string(thing_value(d, toestemming, t->uitkomst), "gegeven") ||
        thing_value(d, toestemming, t->ingetrokken).n)
        return DATE_NONE;
    said = last_said(t, d, toestemming);
    until = date_parse(text_trim(thing_value(d, toestemming, t->tot)));
    for (size_t i = 0; i < t->leeftijd_count; i++) {
        date day = birthday(born, (int)t->leeftijden[i]);
        if (day == DATE_NONE || day <= said)
            continue;
        *age = t->leeftijden[i];
        return until != DATE_NONE && until < day ? DATE_NONE : day;
    }
    return DATE_NONE;
}
