#include "plan.h"
#include "base/date.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/* Neutral words: nobody is meant. Separated by commas, so that they may hold blanks. */
static const char begins[] = "Samen,Rustig aan,Elke week,Elke dag,Na de zomer,Het lukt,Nog even "
                             "niet,Dat gaat goed,Met hulp,Zonder haast,In de ochtend,"
                             "Op maandag,Thuis,Buiten,Liever later,Een wandeling,Een eigen "
                             "plek,Koken,Fietsen,Tuinieren,De cliënt vertelt,"
                             "De cliënt kiest,Eén stap,Twee keer,Er is rust,Er is "
                             "ruimte,Graag,Zelf doen,Eerst kijken,Vragen staat vrij,Koffie,"
                             "De administratie,Het huishouden,Een vaste dag,Een rustig "
                             "gesprek,Nieuwe ideeën,De coördinatie,De agenda,De bus,Oefenen";
static const char goes_on[] = "met de buren,in de buurt,in het buurthuis,in het café,op de "
                              "fiets,bij de bieb,na het eten,voor het weekend,zonder druk,"
                              "met een lijstje,met de agenda,op eigen tempo,één keer per week,om "
                              "de week,in kleine stappen,met de begeleider,thuis,"
                              "als het past,wat goed voelt,en dan weer verder,op school,in de "
                              "tuin,met de hond,elke ochtend,als geheel,in het dorp";
static const char workers[] =
    "m.devries,j.bakker,s.yilmaz,a.peeters,team.noord,team.zuid,l.jansen,k.maes";
static const char domains[] = "wonen,werken,geld,huishouden,gezondheid,sociale-contacten,vrije-"
                              "tijd,leren,zingeving,vervoer,gezin,dagritme";

/* Fields of kind text whose values have a form of their own. */
static const struct {
    const char *field, *values;
} forms[] = {
    {"Levensdomein", domains},
    {"Nood", domains},
    {"Begeleider", workers},
    {"Coordinator", workers},
    {"Wie", "cliënt,begeleider,samen,buurvrouw,broer,tante"},
    {"Naam", "de cliënt,buurvrouw,broer,zus,tante,oom,mentor,een vriend"},
    {"Voornamen", "Voorbeeld"},
    {"Voorvoegsel", "van,de,van der"},
    {"Achternaam", "Voorbeeld"},
    {"Verwant_dossier", "2026-0000001,2026-0000002"},
    {"Taal", "Nederlands,Turks,Pools,Arabisch,Frans"},
    {"Adres", "Voorbeeldlaan 1,Voorbeeldplein 2,Voorbeeldweg 3"},
    {"Telefoon", "06 12 34 56 78,030 123 45 67"},
    {"Email", "post@voorbeeld.example,info@voorbeeld.example"},
    {"Met", "cliënt,vader,moeder,mentor,buurvrouw"},
    {"Aanwezig", "cliënt,vader,moeder,begeleider,tante,mentor"},
    {"Akkoord", "cliënt,vader,moeder,begeleider"},
    {"Gegeven_door", "cliënt"},
    {"Instrument", "mindmap,ecogram,balans,stavaza,tijdlijn"},
    {"Waarover", "Client.Naam,Client.Telefoon,Doel.Tekst,Stap,wonen,werken,geld"},
    {"Wat", "Doel.Tekst,Stap.Wat,wonen,werken,bellen,samen kijken,een brief lezen"},
    {"Deelnemer", "cliënt,buurvrouw,mentor,begeleider,begeleider Zes Sleutels,tante"},
    {"Aanbieder", "99417302,99417303,99417310"},
    {"Productcategorie", "02,07,15"},
    {"Productcode", "02A03,07A11,15A48"},
    {"Nummer", "4410,4411,4412"},
    {"Omvang", "2,4,6,8"},
    {"Eenheid", "01,04,14"},
    {"Frequentie", "1,2,4"},
    {"Reden_stop", "02,19,20"},
};

/* Who dossiers and signals go to: each kind in each place, 240 names. A gemeente knows some
 * hundreds.
 */
static const char kinds[] = "Huisarts,Wijkteam,Schuldhulp,Taalhuis,Buurthuis,Maatschappelijk werk,"
                            "Thuiszorg,Vrijwilligerspunt,Jeugdhulp,Mantelzorgpunt,Werkplaats,"
                            "Woonbegeleiding";
static const char places[] = "Noord,Zuid,Oost,West,Centrum,De Linde,De Brug,Het Anker,De Kade,Den "
                             "Hof,Het Veld,De Molen,Ter Beek,De Spil,Het Plein,Aan Zee,De Wissel,"
                             "De Haven,Het Park,De Toren";

static const char gemeenten[] = "0356,0344,0363,0599,0518,11002,44021";

/* How often a type comes and how many there are at most; a type that is not here comes by the last
 * line. */
static const struct shape {
    const char *type;
    enum phase phase;
    unsigned weight, most;
} shapes[] = {
    {"Melding", PHASE_IN, 0, 1},          {"Client", PHASE_IN, 0, 1},
    {"Werkafspraak", PHASE_MIDDLE, 2, 1}, {"Onderzoek", PHASE_MIDDLE, 2, 1},
    {"Gesprek", PHASE_MIDDLE, 14, 60},    {"Afspraak", PHASE_MIDDLE, 8, 60},
    {"Procedure", PHASE_MIDDLE, 4, 60},   {"Domein", PHASE_MIDDLE, 6, 12},
    {"Doel", PHASE_MIDDLE, 7, 60},        {"Stap", PHASE_MIDDLE, 8, 60},
    {"Relatie", PHASE_MIDDLE, 5, 60},     {"Verwijzing", PHASE_MIDDLE, 3, 60},
    {"Agendapunt", PHASE_MIDDLE, 6, 60},  {"Overleg", PHASE_MIDDLE, 3, 60},
    {"Evaluatie", PHASE_OUT, 0, 1},       {"Afsluiting", PHASE_OUT, 0, 1},
    {"Nazorg", PHASE_OUT, 1, 60},         {NULL, PHASE_MIDDLE, 2, 60},
};

/* What is nearly always filled in. */
static const char *const usual[] = {"Status", "Kader", "Werkveld", "Begeleider", "Samenvatting"};

static bool same(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

/* Old words of a choice (`oud>nieuw`) are read, never written. */
static struct words split(struct arena *arena, const char *list, char separator)
{
    struct text *words = arena_take(arena, (strlen(list) / 2 + 1) * sizeof *words);
    size_t count = 0;

    while (*list) {
        const char *end = strchr(list, separator);
        size_t n = end ? (size_t)(end - list) : strlen(list);
        if (!memchr(list, '>', n))
            words[count++] = (struct text){list, n};
        list += n + (end ? 1 : 0);
    }
    return (struct words){words, count};
}

static struct text label_of(struct arena *arena, const char *name)
{
    struct buffer b = {0};
    struct text label;

    buffer_string(&b, name);
    buffer_string(&b, ": ");
    label = arena_text(arena, buffer_view(&b));
    buffer_free(&b);
    return label;
}

/* ---- fields ---- */

static bool is_type(const char *name)
{
    for (const struct type *t = schema_types; t->name; t++)
        if (same(t->name, name))
            return true;
    return false;
}

static uint64_t targets_of(const struct plan *plan, struct words names)
{
    uint64_t targets = 0;

    for (size_t i = 0; i < names.count; i++)
        for (size_t t = 0; t < plan->count; t++) {
            struct text label = plan->types[t].label;
            if (text_is_string(names.list[i], "*") ||
                (names.list[i].n + 2 == label.n &&
                 memcmp(names.list[i].p, label.p, names.list[i].n) == 0))
                targets |= UINT64_C(1) << t;
        }
    return targets;
}

static void set_bounds(struct plan_field *f, const char *range)
{
    char *end;

    f->least = (unsigned)strtoul(range, &end, 10);
    f->most = end[0] && end[1] ? (unsigned)strtoul(end + 1, NULL, 10) : f->least + 4;
    if (f->most > 90)
        f->most = 90;
}

static struct words organisations(struct arena *arena)
{
    struct words a = split(arena, kinds, ','), b = split(arena, places, ',');
    struct text *names = arena_take(arena, a.count * b.count * sizeof *names);
    struct buffer name = {0};

    for (size_t i = 0; i < a.count * b.count; i++) {
        name.n = 0;
        buffer_text(&name, a.list[i / b.count]);
        buffer_byte(&name, ' ');
        buffer_text(&name, b.list[i % b.count]);
        names[i] = arena_text(arena, buffer_view(&name));
    }
    buffer_free(&name);
    return (struct words){names, a.count * b.count};
}

static void set_form(struct arena *arena, struct plan_field *f, const char *name)
{
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (same(forms[i].field, name))
            f->words = split(arena, forms[i].values, ',');
}

static void set_values(struct arena *arena, const struct plan *plan, struct plan_field *f,
                       const struct field *field)
{
    if (f->kind == KIND_CHOICE)
        f->words = split(arena, field->detail, ' ');
    else if (f->kind == KIND_YESNO)
        f->words = split(arena, "ja,nee", ',');
    else if (f->kind == KIND_GEMEENTE)
        f->words = split(arena, gemeenten, ',');
    else if (f->kind == KIND_NUMBER)
        set_bounds(f, field->detail);
    else if (same(field->name, "Naar") || same(field->name, "Aan"))
        f->words = organisations(arena);
    else if (f->kind == KIND_TEXT || f->kind == KIND_REFERENCE_OR_TEXT)
        set_form(arena, f, field->name);
    if (f->kind == KIND_REFERENCE || f->kind == KIND_REFERENCE_OR_TEXT)
        f->targets = targets_of(plan, split(arena, field->detail, ' '));
}

/* A field without chance is written beside another one (Noodzaak) or not at all (the name of a
 * type: a reader would take it for the begin of a record). Four or five of the fields that nobody
 * has to fill are filled. */
static unsigned chance_of(const struct field *field, size_t count)
{
    if (same(field->name, "Noodzaak") || is_type(field->name))
        return 0;
    if (same(field->name, "Overleden"))
        return 3;
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        if (same(field->name, usual[i]))
            return 245;
    return count <= 4 ? 230 : (unsigned)(1000 / count);
}

static void make_fields(struct arena *arena, const struct plan *plan, struct plan_type *t,
                        const struct field *fields)
{
    const struct plan_field *reason = NULL;

    while (fields[t->count].name)
        t->count++;
    t->fields = arena_take(arena, t->count * sizeof *t->fields);
    for (size_t i = 0; i < t->count; i++) {
        struct plan_field *f = &t->fields[i];
        *f = (struct plan_field){.label = label_of(arena, fields[i].name),
                                 .kind = fields[i].kind,
                                 .flags = fields[i].flags};
        f->chance = chance_of(&fields[i], t->count);
        f->past = same(fields[i].name, "Geboren");
        f->person = same(fields[i].name, "Persoon");
        set_values(arena, plan, f, &fields[i]);
        if (same(fields[i].name, "Status"))
            t->status = f;
        if (same(fields[i].name, "Noodzaak"))
            reason = f;
    }
    for (size_t i = 0; i < t->count; i++)
        if (t->fields[i].flags & BIJZONDER)
            t->fields[i].reason = reason;
}

/* ---- types and days ---- */

static void add_type(struct arena *arena, struct plan *plan, const struct type *type)
{
    struct plan_type *t = &plan->types[plan->count];
    const struct shape *shape = shapes;

    while (shape->type && !same(shape->type, type->name))
        shape++;
    *t = (struct plan_type){.index = (unsigned)plan->count++,
                            .label = label_of(arena, type->name),
                            .letter = text_of(type->letter)};
    t->phase = shape->phase;
    t->weight = shape->weight;
    t->most = shape->most;
    t->withdrawn = same(type->name, "Stap");
    plan->weight += t->weight;
}

static void make_types(struct arena *arena, struct plan *plan)
{
    size_t i = 0;

    for (const struct type *t = schema_types; t->name; t++)
        if (!(t->flags & OUTSIDE) && plan->count < TYPES_MAX)
            add_type(arena, plan, t);
    for (const struct type *t = schema_types; t->name && i < plan->count; t++)
        if (!(t->flags & OUTSIDE))
            make_fields(arena, plan, &plan->types[i++], t->fields);
}

/* Half the days are for birthdays, the others begin on 1 January 2026: all that happens is before
 * November. */
static void make_days(struct plan *plan)
{
    date new_year = date_from(2026, 1, 1);

    plan->first_day = DAYS_MAX / 2;
    for (int i = 0; i < plan->first_day; i++)
        date_write(date_from(1940, 1, 1) + 50 * i, plan->days[i]);
    for (int i = plan->first_day; i < DAYS_MAX; i++)
        date_write(new_year + i - plan->first_day, plan->days[i]);
    plan->last_day = plan->first_day + date_from(2026, 10, 31) - new_year;
    plan->summer_from = plan->first_day + date_from(2026, 3, 29) - new_year;
    plan->summer_to = plan->first_day + date_from(2026, 10, 25) - new_year;
}

const struct plan *plan_make(struct arena *arena)
{
    struct plan *plan = arena_take(arena, sizeof *plan);

    memset(plan, 0, sizeof *plan);
    plan->begins = split(arena, begins, ',');
    plan->goes_on = split(arena, goes_on, ',');
    plan->workers = split(arena, workers, ',');
    plan->domains = split(arena, domains, ',');
    make_types(arena, plan);
    make_days(plan);
    return plan;
}
