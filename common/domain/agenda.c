#include "domain/agenda.h"

#include "base/interval.h"
#include "base/text.h"
#include "domain/gepland.h"
#include "domain/nazorg.h"
#include "domain/wie.h"
#include "journal/config.h"

#include <stdlib.h>

/* How long it is still said that a consent is over. */
enum { VOORBIJ_DAGEN = 28 };

/* A term that stands still without a day on which it goes on would never be heard of again: after
 * so long one looks whether what was asked has come (Awb, article 4:15). No law names this time. */
enum { STIL_DAGEN = 28 };

/* ---- the configuration ---- */

static bool read_interval(struct agenda *a, const char *name, const char *otherwise,
                          struct text *into, struct diag *diag)
{
    size_t before = a->settings.n;
    unsigned errors = diag->errors;
    char safe[QUOTE_SIZE];

    if (!config_value(name, &a->settings, diag))
        buffer_string(&a->settings, otherwise);
    *into = (struct text){NULL, a->settings.n - before};
    if (diag->errors > errors)
        return false;
    if (interval_good((struct text){a->settings.p + before, into->n}))
        return true;
    diag_say(diag, SEVERITY_ERROR, STATUS_DATA, "waarde-fout",
             "in de instellingen staat bij %s `%s`. Schrijf het zoals %s", name,
             quote((struct text){a->settings.p + before, into->n}, safe), otherwise);
    return false;
}

bool agenda_start(struct agenda *a, const struct schema *schema, date today, struct diag *diag)
{
    *a = (struct agenda){0};
    blad_start(&a->blad, schema, today);
    a->toestemming = schema_type(schema, TEXT("Toestemming"));
    a->werkafspraak = schema_type(schema, TEXT("Werkafspraak"));
    if (!read_interval(a, "Slapend", "8w", &a->slapend, diag) ||
        !read_interval(a, "Wachtlijst", "6w", &a->wacht, diag))
        return false;
    a->slapend.p = a->settings.p;
    a->wacht.p = a->settings.p + a->slapend.n;
    return consent_rules_read(&a->consent, diag) && termijnen_read(&a->termijnen, schema, diag);
}

void agenda_free(struct agenda *a)
{
    consent_rules_free(&a->consent);
    termijnen_free(&a->termijnen);
    buffer_free(&a->settings);
    free(a->list);
    *a = (struct agenda){0};
}

/* ---- one point ---- */

static struct text value(struct agenda *a, struct dossier *d, const struct thing *t,
                         const char *name)
{
    return blad_value(&a->blad, d, t, name);
}

static date day_of(struct agenda *a, struct dossier *d, const struct thing *t, const char *name)
{
    return date_parse(text_trim(value(a, d, t, name)));
}

static struct agenda_punt *put_point(struct agenda *a, enum agenda_soort soort,
                                     const struct thing *t, date day)
{
    if (day == DATE_NONE || (agenda_teksten[soort].nu && day > a->blad.today))
        return NULL;
    mem_grow(&a->list, &a->capacity, a->count + 1, sizeof *a->list);
    a->list[a->count] = (struct agenda_punt){.day = day, .soort = soort, .thing = t, .minutes = -1};
    return &a->list[a->count++];
}

/* ---- aftercare ---- */

static enum agenda_soort nazorg_soort(struct agenda *a, struct dossier *d, const struct thing *t)
{
    struct text soort = value(a, d, t, "Soort");

    if (text_is_string(value(a, d, t, "Status"), "niet-bereikt"))
        return AGENDA_NAZORG_OPNIEUW;
    if (text_is_string(soort, "bellen"))
        return AGENDA_NAZORG_BELLEN;
    if (text_is_string(soort, "huisbezoek"))
        return AGENDA_NAZORG_HUISBEZOEK;
    return text_is_string(soort, "bericht") ? AGENDA_NAZORG_BERICHT : AGENDA_NAZORG_GESPREK;
}

static void take_moment(struct agenda *a, struct dossier *d, const struct thing *t)
{
    struct agenda_punt *p = put_point(a, nazorg_soort(a, d, t), t, nazorg_open_dag(&a->blad, d, t));

    if (!p)
        return;
    p->every = text_trim(value(a, d, t, "Herhaal"));
    p->end = day_of(a, d, t, "Einde");
    p->anchor = p->every.n ? nazorg_anker(&a->blad, d, t, p->day) : p->day;
}

static void take_nazorg(struct agenda *a, struct dossier *d, const struct thing *t)
{
    date end = day_of(a, d, t, "Einde");

    if (end != DATE_NONE && end < a->blad.today &&
        !text_has_word("gedaan gestopt", value(a, d, t, "Status")) &&
        nazorg_voor_naasten(&a->blad, d, t))
        put_point(a, AGENDA_NAZORG_EINDE, t, end);
}

/* ---- what a record plans itself ---- */

static void take_meeting(struct agenda *a, struct dossier *d, const struct thing *t, date day)
{
    struct agenda_punt *p =
        put_point(a, day < a->blad.today ? AGENDA_AFSPRAAK_VOORBIJ : AGENDA_AFSPRAAK, t, day);
    date same;

    if (p && p->soort == AGENDA_AFSPRAAK)
        date_parse_civil_moment(text_trim(value(a, d, t, "Wanneer")), &same, &p->minutes);
}

static void take_planned(struct agenda *a, struct dossier *d, const struct thing *t,
                         const struct gepland *g)
{
    switch (g->wat) {
    case GEPLAND_NAZORG:
        take_moment(a, d, t);
        break;
    case GEPLAND_AFSPRAAK:
        take_meeting(a, d, t, g->day);
        break;
    case GEPLAND_STAP:
        put_point(a,
                  wie_is_begeleider(&a->blad, d, value(a, d, t, "Door"), value(a, d, t, "Wie"))
                      ? AGENDA_BELOFTE
                      : AGENDA_STAP,
                  t, g->day);
        break;
    case GEPLAND_EVALUEREN:
        put_point(a, AGENDA_EVALUEREN, t, g->day);
        break;
    case GEPLAND_DOEL:
        put_point(a, AGENDA_DOEL, t, g->day);
        break;
    case GEPLAND_DOEL_TERUG:
        put_point(a, AGENDA_DOEL_TERUG, t, g->day);
        break;
    case GEPLAND_DOMEIN:
        put_point(a, AGENDA_DOMEIN, t, g->day);
        break;
    case GEPLAND_RECHT:
        put_point(a, AGENDA_RECHT, t, g->day);
        break;
    case GEPLAND_VERWIJS_TERUG:
        put_point(a, AGENDA_VERWIJS_TERUG, t, g->day);
        break;
    case GEPLAND_TERUGBELLEN:
        put_point(a, AGENDA_TERUGBELLEN, t, g->day);
        break;
    }
}

/* ---- what follows from several records ---- */

/* A conversation that came behind, or another appointment: that may have been noted first on the
 * day that this one was put off. */
static bool was_followed_up(struct agenda *a, struct dossier *d, const struct thing *meeting,
                            const struct record *missed)
{
    const struct stand_names *n = &a->blad.names;
    const struct thing *t = NULL;

    while ((t = blad_next(d, n->gesprek, t)))
        if (gepland_later(t->opening, missed))
            return true;
    while ((t = blad_next(d, n->afspraak, t)))
        if (t != meeting && t->opening->op >= missed->op)
            return true;
    return false;
}

static void take_missed(struct agenda *a, struct dossier *d, const struct thing *t)
{
    const struct record *said = gepland_gever(d, t, a->blad.names.status);
    date day = gepland_dag(d, t, a->blad.names.wanneer);

    if (!text_has_word("verzet afgezegd-client afgezegd-begeleider niet-verschenen",
                       value(a, d, t, "Status")) ||
        value(a, d, t, "Opvolging").n || !said || was_followed_up(a, d, t, said))
        return;
    put_point(a, AGENDA_GEMIST, t, day == DATE_NONE || said->op < day ? said->op : day);
}

static void take_waiting(struct agenda *a, struct dossier *d, const struct thing *t)
{
    date since = day_of(a, d, t, "Wacht_sinds"), noted = t->latest->op;

    if (since == DATE_NONE ||
        !text_has_word("wachtlijst aangemeld afspraak-gemaakt", value(a, d, t, "Status")))
        return;
    if (!value(a, d, t, "Overbrugging").n)
        put_point(a, AGENDA_OVERBRUGGING, t, since);
    put_point(a, AGENDA_WACHTLIJST, t, interval_after(noted > since ? noted : since, a->wacht, 1));
}

/* A yes or a no that came later about the same. */
static bool is_asked_again(struct agenda *a, struct dossier *d, const struct thing *t)
{
    const struct thing *later = t;

    while ((later = blad_next(d, a->toestemming, later)))
        if (consent_same_name(value(a, d, later, "Aan"), value(a, d, t, "Aan")))
            return true;
    return false;
}

/* The birthday on which others decide, while the consent lasts. */
static void take_birthday(struct agenda *a, struct dossier *d, const struct thing *t, date until)
{
    unsigned age;
    date day = toestemming_nakijken(&a->termijnen, d, t, &age);

    if (day != DATE_NONE && (until == DATE_NONE || (day <= until && a->blad.today <= until)))
        put_point(a, AGENDA_LEEFTIJD, t, day);
}

static void take_consent(struct agenda *a, struct dossier *d, const struct thing *t)
{
    const struct blad *b = &a->blad;
    enum consent_state state = consent_state_of(b->schema, &a->consent, d, t, b->today);
    date until = consent_until(b->schema, &a->consent, d, t);

    if (is_asked_again(a, d, t))
        return;
    if (state == CONSENT_GELDT)
        put_point(a, AGENDA_TOESTEMMING, t, until);
    else if (state == CONSENT_VERLOPEN && until + VOORBIJ_DAGEN >= b->today)
        put_point(a, AGENDA_TOESTEMMING_VOORBIJ, t, until);
    take_birthday(a, d, t, until);
}

/* Of the traject that goes on; after a closing only what was opened since. */
static void take_running(struct agenda *a, struct dossier *d, const struct thing *t)
{
    if (t->type == a->blad.names.afspraak)
        take_missed(a, d, t);
    else if (t->type == a->blad.names.verwijzing)
        take_waiting(a, d, t);
    else if (t->type == a->toestemming)
        take_consent(a, d, t);
}

static void take_told(struct agenda *a, struct dossier *d, const struct thing *t)
{
    if (!value(a, d, t, "Teruggekoppeld_client").n)
        put_point(a, AGENDA_VERTEL, t, day_of(a, d, t, "Afgehandeld"));
}

static bool is_of_nazorg(struct agenda *a, struct dossier *d, const struct thing *t)
{
    struct text bij = value(a, d, t, "Bij");

    return bij.n && fold_find(d, a->blad.names.nazorg, bij);
}

static void take_thing(struct agenda *a, struct dossier *d, const struct thing *t)
{
    const struct thing *closing = a->stand.afsluiting;
    struct gepland planned[GEPLAND_MOST];
    size_t count = gepland_van(d, &a->blad.names, t, a->blad.today, planned);

    for (size_t i = 0; i < count; i++)
        if (gepland_telt(d, &a->blad.names, &a->stand, t, &planned[i]))
            take_planned(a, d, t, &planned[i]);
    if (t->type == a->blad.names.nazorg)
        take_nazorg(a, d, t);
    if (a->stand.overleden)
        return;
    if (t->type == a->blad.names.informatievraag)
        take_told(a, d, t);
    if (!closing || t > closing || is_of_nazorg(a, d, t))
        take_running(a, d, t);
}

/* ---- the dossier as a whole ---- */

static void take_agreed_end(struct agenda *a, struct dossier *d)
{
    const struct thing *t = blad_last_with(&a->blad, d, a->werkafspraak, "Einde_verwacht");

    if (t)
        put_point(a, AGENDA_WERKAFSPRAAK, t, day_of(a, d, t, "Einde_verwacht"));
}

static void take_silence(struct agenda *a, struct dossier *d)
{
    const struct thing *melding = blad_last(d, a->blad.names.melding);
    date last = a->stand.last_contact;

    if (!melding)
        return;
    if (last == DATE_NONE || last < a->stand.begin)
        last = a->stand.begin;
    put_point(a, AGENDA_SLAPEND, melding, interval_after(last, a->slapend, 1));
}

static void take_term(struct agenda *a, const struct termijn *t)
{
    bool decision = t->regel->soort == TERMIJN_BESCHIKKING;
    struct agenda_punt *p = NULL;

    if (t->stand == TERMIJN_STIL)
        put_point(a, AGENDA_STIL, t->door, date_add_days(t->stil, STIL_DAGEN));
    else if (t->stand == TERMIJN_LOOPT || t->stand == TERMIJN_VERSTREKEN)
        p = put_point(a, decision ? AGENDA_BESCHIKKING : AGENDA_ONDERZOEK, t->door, t->einde);
    if (p)
        p->uitleg = t->uitleg;
}

/* What we must do in time; what the client may do is nobody's duty. */
static void take_terms(struct agenda *a, struct dossier *d)
{
    struct termijn *list;
    size_t count = termijnen_van(&a->termijnen, d, a->blad.today, &list);

    for (size_t i = 0; i < count; i++)
        if (!list[i].van_client)
            take_term(a, &list[i]);
}

static void take_keeping(struct agenda *a, struct dossier *d)
{
    const struct thing *melding = blad_last(d, a->blad.names.melding);
    struct bewaren kept;
    struct agenda_punt *p;

    if (!melding)
        return;
    kept = bewaren_van(&a->termijnen, d);
    p = put_point(a, AGENDA_BEWAREN, melding, kept.eerste);
    if (p)
        p->uitleg = kept.uitleg;
}

void agenda_van(struct agenda *a, struct dossier *d)
{
    a->count = 0;
    a->stand = stand_of(d, &a->blad.names, a->blad.today);
    for (size_t i = 0; i < d->thing_count; i++)
        if (d->things[i].opening && !d->things[i].withdrawn)
            take_thing(a, d, &d->things[i]);
    if (a->stand.overleden)
        return;
    take_terms(a, d);
    take_keeping(a, d);
    if (a->stand.afsluiting)
        return;
    take_agreed_end(a, d);
    take_silence(a, d);
}
