#include "domain/smart_toets.h"
#include "base/text.h"
#include "domain/wie.h"

#include <string.h>
#include <strings.h>

enum { GOALS_LIMIT = 3, STEPS_LIMIT = 5, TIPS_PER_GOAL = 9 };

/* Somebody with open steps. */
struct drager {
    struct text name; /* the first one that was met */
    bool client;
    unsigned steps;
};

/* A dossier while it is looked at. */
struct beurt {
    struct smart_toets *t;
    struct dossier *d;
    struct smart_tip *tips;
    size_t count;
    struct drager *dragers;
    size_t drager_count;
    unsigned goals; /* at work */
    const struct thing *doel;
};

void smart_toets_start(struct smart_toets *t, const struct schema *schema, date today)
{
    blad_start(&t->blad, schema, today);
    t->tekst = schema_name(schema, TEXT("Tekst"));
    t->meetbaar = schema_name(schema, TEXT("Meetbaar"));
    t->kant = schema_name(schema, TEXT("Kant"));
    t->akkoord = schema_name(schema, TEXT("Akkoord"));
    t->haalbaar = schema_name(schema, TEXT("Haalbaar"));
    t->wie = schema_name(schema, TEXT("Wie"));
}

void smart_toets_free(struct smart_toets *t)
{
    smart_woorden_free(&t->woorden);
}

static bool is_open(const struct smart_toets *t, struct dossier *d, const struct thing *thing)
{
    struct text status = thing_value(d, thing, t->blad.names.status);
    return !status.n || text_has_word("open bezig", status);
}

bool smart_is_getoetst(const struct smart_toets *t, struct dossier *d, const struct thing *doel)
{
    return is_open(t, d, doel);
}

/* ---- tips ---- */

static struct text said(struct beurt *b, struct buffer *text)
{
    return blad_kept(b->d, text);
}

/* Where the field stands, or the goal's last record when that does not have it. */
static struct place place_of(const struct beurt *b, name_id field)
{
    const struct thing *t = b->doel;
    struct place place = t->latest->place;

    place.column = 1;
    for (size_t i = 0; field && b->d->stands_alone && i < t->count; i++)
        if (t->fields[i].id == field && t->fields[i].value.n)
            place.line = t->fields[i].line;
    return place;
}

static void tip(struct beurt *b, char letter, const char *code, name_id field, struct text reden,
                struct text voorstel)
{
    b->tips[b->count++] =
        (struct smart_tip){b->doel, letter, code, reden, voorstel, place_of(b, field)};
}

/* ---- S ---- */

static void look_specific(struct beurt *b)
{
    const name_id field = b->t->tekst;

    switch (taal_doen(&b->t->read[0])) {
    case DOEN_GOED:
        break;
    case DOEN_STOPT:
        tip(b, 'S', "wat-stopt", field,
            TEXT("Dit zegt wat er weg moet of minder moet; een doel werkt beter als het zegt wat "
                 "er dan wel is."),
            TEXT("Als dit er niet meer is, wat doet u dan wel?"));
        break;
    case DOEN_MEER:
        tip(b, 'S', "meer-doelen", field,
            TEXT(
                "Hier staat meer dan een doel bij elkaar; los van elkaar zijn ze beter te volgen."),
            TEXT("Waar wilt u het eerst aan werken? Dan krijgt het andere een eigen doel."));
        break;
    case DOEN_ANDEREN:
        tip(b, 'S', "anderen-doen", field,
            TEXT("Dit vraagt iets van een ander, en daar gaat de cliënt niet zelf over."),
            TEXT("Wat kunt u zelf doen om daar dichterbij te komen? Ik …"));
        break;
    case DOEN_DING:
        tip(b, 'S', "alleen-wens", field,
            TEXT("Dit zegt wat iemand wil hebben of zijn, en nog niet wat die dan doet."),
            TEXT("Als het zover is, wat doet u dan? Ik …"));
        break;
    case DOEN_NIEMAND:
        tip(b, 'S', "niemand-doet", field, TEXT("Er staat nog niet bij wie wat doet."),
            TEXT("Hoe zegt u het als u begint met: Ik …?"));
        break;
    }
}

/* ---- M ---- */

static struct text ask_measure(struct beurt *b)
{
    if (text_is_string(thing_value(b->d, b->doel, b->t->kant), "binnenkant"))
        return TEXT("Waaraan merkt u dat het lukt? Of: welk cijfer van 0 tot 10 geeft u het nu, en "
                    "welk cijfer is goed genoeg?");
    return TEXT("Waaraan ziet u dat het gelukt is? Hoe vaak, hoeveel, of wat is er dan?");
}

static void look_measurable(struct beurt *b)
{
    enum taal_maat maat = taal_maat(&b->t->read[0], &b->t->read[1]);
    name_id field = b->t->read[1].aantal ? b->t->meetbaar : b->t->tekst;

    if (maat == MAAT_VAAG)
        tip(b, 'M', "vage-maat", field,
            TEXT("Bij woorden als beter, meer of op tijd denkt iedereen aan iets anders."),
            ask_measure(b));
    else if (maat == MAAT_GEEN)
        tip(b, 'M', "geen-maat", field,
            TEXT("Er staat nog niet bij waaraan te zien is dat het gelukt is."), ask_measure(b));
}

/* ---- A ---- */

static void look_agreed(struct beurt *b)
{
    struct text names;
    size_t at = 0;
    bool any = false;

    while (thing_next_value(b->d, b->doel, b->t->akkoord, &at, &names)) {
        any = true;
        if (wie_is_client_zelf(&b->t->blad, b->d, names))
            return;
    }
    if (any)
        tip(b, 'A', "akkoord-client", b->t->akkoord,
            TEXT("Anderen zijn akkoord; van de cliënt is dat nog niet genoteerd."),
            TEXT("Staat u hier zelf achter? Wat zou u anders willen?"));
    else
        tip(b, 'A', "akkoord-leeg", 0, TEXT("Er is nog niet genoteerd wie akkoord is."),
            TEXT("Wilt u dit zelf ook? Wie moet het verder weten?"));
}

/* ---- R ---- */

static bool same_name(struct text a, struct text b)
{
    return a.n == b.n && !strncasecmp(a.p, b.p, a.n);
}

static struct drager *drager_of(struct beurt *b, struct text name)
{
    bool client = wie_is_client_zelf(&b->t->blad, b->d, name);

    for (size_t i = 0; i < b->drager_count; i++)
        if (client ? b->dragers[i].client : same_name(b->dragers[i].name, name))
            return &b->dragers[i];
    b->dragers[b->drager_count] = (struct drager){.name = name, .client = client};
    return &b->dragers[b->drager_count++];
}

static const struct thing *next_step(struct beurt *b, const struct thing *after)
{
    do
        after = blad_next(b->d, b->t->blad.names.stap, after);
    while (after && !is_open(b->t, b->d, after));
    return after;
}

/* Whether the step is for this goal. */
static bool is_for(struct beurt *b, const struct thing *step)
{
    struct text key;
    size_t at = 0;

    while (thing_next_value(b->d, step, b->t->blad.names.bij, &at, &key))
        if (text_is(key, b->doel->key))
            return true;
    return false;
}

/* How many names the open steps hold, so that there is room for them. */
static size_t names_in_steps(struct beurt *b)
{
    const struct thing *step = NULL;
    struct text names, name;
    size_t count = 0;

    while ((step = next_step(b, step)))
        for (names = thing_value(b->d, step, b->t->wie); wie_next(&names, &name);)
            count++;
    return count;
}

static void count_steps(struct beurt *b)
{
    const struct thing *step = NULL;
    struct text names, name;

    b->dragers = arena_take(&b->d->arena, names_in_steps(b) * sizeof *b->dragers);
    while ((step = next_step(b, step)))
        for (names = thing_value(b->d, step, b->t->wie); wie_next(&names, &name);)
            if (name.n)
                drager_of(b, name)->steps++;
}

/* Who has too many steps at once, of those with a step for this goal. NULL: nobody. */
static const struct drager *who_has_many(struct beurt *b)
{
    const struct thing *step = NULL;
    struct text names, name;

    while ((step = next_step(b, step)))
        for (names = is_for(b, step) ? thing_value(b->d, step, b->t->wie) : (struct text){0};
             wie_next(&names, &name);) {
            const struct drager *who = name.n ? drager_of(b, name) : NULL;
            if (who && who->steps > STEPS_LIMIT)
                return who;
        }
    return NULL;
}

static void look_many_goals(struct beurt *b)
{
    struct buffer text = {0};

    if (b->goals <= GOALS_LIMIT)
        return;
    buffer_format(&text, "Er zijn nu %u doelen tegelijk; drie is al veel.", b->goals);
    tip(b, 'R', "veel-doelen", 0, said(b, &text),
        TEXT("Welke drie zijn nu het belangrijkst? Wat mag wachten?"));
    buffer_free(&text);
}

static void look_many_steps(struct beurt *b)
{
    const struct drager *who = who_has_many(b);
    struct buffer text = {0};

    if (!who)
        return;
    buffer_format(&text, "%.*s heeft nu %u stappen tegelijk; meer dan vijf is veel.",
                  (int)who->name.n, who->name.p, who->steps);
    tip(b, 'R', "veel-stappen", 0, said(b, &text),
        TEXT("Welke stap komt eerst? Wat kan een ander doen, of mag later?"));
    buffer_free(&text);
}

static void look_realistic(struct beurt *b)
{
    if (!text_trim(thing_value(b->d, b->doel, b->t->haalbaar)).n)
        tip(b, 'R', "haalbaar-leeg", 0, TEXT("Er staat nog niet bij waarom dit kan lukken."),
            TEXT("Waarom gaat dit u lukken, en wie of wat helpt? Ik denk dat het lukt, want …"));
    look_many_goals(b);
    look_many_steps(b);
}

/* ---- T ---- */

/* The open step for this goal that ends last, when that is after the day. NULL: none. */
static const struct thing *late_step(struct beurt *b, date day)
{
    const struct thing *step = NULL, *late = NULL;

    while ((step = next_step(b, step))) {
        date end = date_parse(thing_value(b->d, step, b->t->blad.names.uiterlijk));
        if (end != DATE_NONE && end > day && is_for(b, step)) {
            late = step;
            day = end;
        }
    }
    return late;
}

static void look_steps_in_time(struct beurt *b, date day)
{
    const struct thing *step = late_step(b, day);
    struct buffer text = {0};

    if (!step)
        return;
    buffer_string(&text, "Stap ");
    buffer_text(&text, step->key);
    blad_put_day(b->d, &text, " loopt tot ",
                 date_parse(thing_value(b->d, step, b->t->blad.names.uiterlijk)),
                 ", en dat is na de dag van het doel.");
    tip(b, 'T', "stap-later", b->t->blad.names.uiterlijk, said(b, &text),
        TEXT("Kan die stap eerder, of geeft u het doel meer tijd?"));
    buffer_free(&text);
}

static void look_evaluation(struct beurt *b, date day)
{
    date evaluation = date_parse(thing_value(b->d, b->doel, b->t->blad.names.evalueren_op));

    if (evaluation == DATE_NONE)
        tip(b, 'T', "evaluatie-leeg", b->t->blad.names.uiterlijk,
            TEXT("Er is nog geen dag om samen te kijken hoe het gaat."),
            TEXT("Wanneer kijken we samen hoe het gaat, voor het zover is?"));
    else if (evaluation >= day)
        tip(b, 'T', "evaluatie-laat", b->t->blad.names.evalueren_op,
            TEXT("Samen kijken hoe het gaat komt pas als de dag van het doel er al is."),
            TEXT("Wanneer kijken we eerder, zodat er nog tijd is om iets anders te doen?"));
}

static void look_timed(struct beurt *b)
{
    const struct stand_names *names = &b->t->blad.names;
    date day = date_parse(thing_value(b->d, b->doel, names->uiterlijk));

    if (day == DATE_NONE) {
        tip(b, 'T', "datum-leeg", 0, TEXT("Er is nog geen dag waarop dit er mag zijn."),
            TEXT("Wanneer wilt u dit bereikt hebben? Op … lukt mij dit."));
        return;
    }
    if (day < b->t->blad.today) {
        tip(b, 'T', "datum-voorbij", names->uiterlijk, TEXT("De dag van dit doel is al geweest."),
            TEXT("Is het gelukt? En anders: hoeveel tijd wilt u er nog voor?"));
        return;
    }
    look_evaluation(b, day);
    look_steps_in_time(b, day);
}

/* ---- a dossier ---- */

static void look(struct beurt *b)
{
    struct smart_toets *t = b->t;

    taal_lees(&t->read[0], &t->woorden, thing_value(b->d, b->doel, t->tekst));
    taal_lees(&t->read[1], &t->woorden, thing_value(b->d, b->doel, t->meetbaar));
    look_specific(b);
    look_measurable(b);
    look_agreed(b);
    look_realistic(b);
    look_timed(b);
}

static bool is_asked(const struct smart_toets *t, const struct thing *doel)
{
    return !t->doel || text_is_string(doel->key, t->doel);
}

bool smart_heeft_doel(const struct smart_toets *t, struct dossier *d)
{
    const struct thing *doel = NULL;

    while ((doel = blad_next(d, t->blad.names.doel, doel)))
        if (is_asked(t, doel))
            return true;
    return false;
}

const struct smart_tip *smart_toets(struct smart_toets *t, struct dossier *d, size_t *count)
{
    struct beurt b = {.t = t, .d = d};
    const struct thing *doel = NULL;

    while ((doel = blad_next(d, t->blad.names.doel, doel)))
        b.goals += smart_is_getoetst(t, d, doel);
    *count = 0;
    if (!b.goals)
        return NULL;
    b.tips = arena_take(&d->arena, b.goals * TIPS_PER_GOAL * sizeof *b.tips);
    count_steps(&b);
    while ((doel = blad_next(d, t->blad.names.doel, doel)))
        if (is_asked(t, doel) && smart_is_getoetst(t, d, doel)) {
            b.doel = doel;
            look(&b);
        }
    *count = b.count;
    return b.tips;
}
