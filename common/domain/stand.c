#include "domain/stand.h"
#include "base/text.h"
#include "domain/gepland.h"

#include <string.h>

static name_id id_of(const struct schema *s, const char *name)
{
    return schema_name(s, text_of(name));
}

static const struct type *type_of(const struct schema *s, const char *name)
{
    return schema_type(s, text_of(name));
}

void stand_names(struct stand_names *n, const struct schema *s)
{
    n->melding = type_of(s, "Melding");
    n->client = type_of(s, "Client");
    n->gesprek = type_of(s, "Gesprek");
    n->afspraak = type_of(s, "Afspraak");
    n->domein = type_of(s, "Domein");
    n->recht = type_of(s, "Recht");
    n->doel = type_of(s, "Doel");
    n->stap = type_of(s, "Stap");
    n->verwijzing = type_of(s, "Verwijzing");
    n->informatievraag = type_of(s, "Informatievraag");
    n->afsluiting = type_of(s, "Afsluiting");
    n->nazorg = type_of(s, "Nazorg");
    n->gemeente = id_of(s, "Gemeente");
    n->werkveld = id_of(s, "Werkveld");
    n->kader = id_of(s, "Kader");
    n->begeleider = id_of(s, "Begeleider");
    n->bij = id_of(s, "Bij");
    n->fase = id_of(s, "Fase");
    n->status = id_of(s, "Status");
    n->uiterlijk = id_of(s, "Uiterlijk");
    n->evalueren_op = id_of(s, "Evalueren_op");
    n->terugkomen_op = id_of(s, "Terugkomen_op");
    n->geparkeerd_tot = id_of(s, "Geparkeerd_tot");
    n->wanneer = id_of(s, "Wanneer");
    n->herhaal = id_of(s, "Herhaal");
    n->einde = id_of(s, "Einde");
    n->overleden = id_of(s, "Overleden");
    n->terugbellen_op = id_of(s, "Terugbellen_op");
    n->afgehandeld = id_of(s, "Afgehandeld");
    n->akkoord_terugkomen = id_of(s, "Akkoord_terugkomen");
    n->schaal = id_of(s, "Schaal");
    n->volgens = id_of(s, "Volgens");
    n->persoon = id_of(s, "Persoon");
}

struct text stand_persoon(struct dossier *d, const struct type *client, name_id persoon)
{
    struct text last = TEXT("");

    for (const struct thing *t = d->things; t < d->things + d->thing_count; t++)
        if (t->type == client && t->opening && !t->withdrawn) {
            struct text number = text_trim(thing_value(d, t, persoon));
            last = number.n ? number : last;
        }
    return last;
}

/* The pass over the things keeps these; what follows from them is worked out at the end. */
struct pass {
    struct dossier *d;
    const struct stand_names *names;
    struct stand *stand;
    date today;
    const struct thing *melding, *gesprek;
    bool nazorg_open;
};

static struct text status_of(struct pass *p, const struct thing *t)
{
    return thing_value(p->d, t, p->names->status);
}

/* Without a status it has just begun: that is the first of the words. */
static bool has_status(struct pass *p, const struct thing *t, const char *words)
{
    struct text status = status_of(p, t);

    return !status.n || text_has_word(words, status);
}

static void take_doel(struct pass *p, const struct thing *t)
{
    p->stand->open_doelen += has_status(p, t, "open bezig");
}

static void take_verwijzing(struct pass *p, const struct thing *t)
{
    static const char ended[] = "geweigerd-door-dienst client-ziet-af niet-doorgegaan losgelaten "
                                "voortijdig-gestopt afgerond";
    struct text status = status_of(p, t);

    p->stand->open_verwijzingen += !text_has_word(ended, status);
}

/* Aftercare stays open until its Einde (SCHEMA, Nazorg). */
static void take_nazorg(struct pass *p, const struct thing *t)
{
    date end = gepland_dag(p->d, t, p->names->einde);

    p->nazorg_open = p->nazorg_open || (!text_has_word("gedaan gestopt", status_of(p, t)) &&
                                        (end == DATE_NONE || end >= p->today));
}

static void take_thing(struct pass *p, const struct thing *t)
{
    const struct stand_names *n = p->names;

    if (t->type == n->gesprek) {
        p->gesprek = t;
        p->stand->gesprekken++;
    } else if (t->type == n->doel)
        take_doel(p, t);
    else if (t->type == n->verwijzing)
        take_verwijzing(p, t);
    else if (t->type == n->nazorg)
        take_nazorg(p, t);
    else if (t->type == n->melding)
        p->melding = t;
    else if (t->type == n->client && thing_value(p->d, t, n->overleden).n)
        p->stand->overleden = t;
}

/* An Afsluiting ends the melding that it names; one that names none ends the last one before it,
 * and without any melding the dossier itself. Things stand in order of opening: by Op, then by
 * place. */
static const struct thing *closing_of(struct pass *p)
{
    const struct thing *closing = NULL;

    for (size_t i = 0; i < p->d->thing_count; i++) {
        const struct thing *t = &p->d->things[i];
        struct text bij;
        if (t->type != p->names->afsluiting || !t->opening || t->withdrawn)
            continue;
        bij = thing_value(p->d, t, p->names->bij);
        if (!p->melding || (bij.n ? text_is(bij, p->melding->key) : t > p->melding))
            closing = t;
    }
    return closing;
}

/* Two phases in one conversation is normal: the last one named is where it ended. */
static struct text last_fase(struct pass *p, const struct thing *gesprek)
{
    struct text fase = {"", 0};
    size_t at = 0;

    while (thing_next_value(p->d, gesprek, p->names->fase, &at, &fase))
        ;
    return fase;
}

/* Of the last conversation since the last melding that has one. */
static struct text fase_of(struct pass *p)
{
    const struct thing *first = p->melding ? p->melding : p->d->things;
    struct text fase = {"", 0};

    if (p->stand->closed)
        return p->nazorg_open ? TEXT("nazorg") : TEXT("afgesloten");
    for (const struct thing *t = p->gesprek; t && t >= first && !fase.n; t--)
        if (t->type == p->names->gesprek && t->opening && !t->withdrawn)
            fase = last_fase(p, t);
    return fase.n ? fase : TEXT("gemeld");
}

static void take_days(struct pass *p, const struct thing *t)
{
    struct gepland planned[GEPLAND_MOST];
    size_t count = gepland_van(p->d, p->names, t, p->today, planned);

    for (size_t i = 0; i < count; i++) {
        date day = gepland_vanaf(p->d, p->names, t, &planned[i], p->today);
        if (day != DATE_NONE && (p->stand->next == DATE_NONE || day < p->stand->next) &&
            gepland_telt(p->d, p->names, p->stand, t, &planned[i]))
            p->stand->next = day;
    }
}

struct stand stand_of(struct dossier *d, const struct stand_names *names, date today)
{
    struct stand stand = {.begin = DATE_NONE, .last_contact = DATE_NONE, .next = DATE_NONE};
    struct pass p = {.d = d, .names = names, .stand = &stand, .today = today};

    for (size_t i = 0; i < d->thing_count; i++)
        if (d->things[i].opening && !d->things[i].withdrawn)
            take_thing(&p, &d->things[i]);
    stand.afsluiting = closing_of(&p);
    stand.closed = stand.afsluiting != NULL;
    stand.fase = fase_of(&p);
    if (p.melding) {
        stand.begin = p.melding->opening->op;
        stand.gemeente = thing_value(d, p.melding, names->gemeente);
        stand.werkveld = thing_value(d, p.melding, names->werkveld);
        stand.kader = thing_value(d, p.melding, names->kader);
        stand.begeleider = thing_value(d, p.melding, names->begeleider);
    }
    if (p.gesprek)
        stand.last_contact = p.gesprek->opening->op;
    for (size_t i = 0; i < d->thing_count; i++)
        if (d->things[i].opening && !d->things[i].withdrawn)
            take_days(&p, &d->things[i]);
    return stand;
}
