/* What the numbers are split by. */
#include "domain/rapport_inside.h"

#include "base/text.h"
#include "domain/gemeente.h"
#include <string.h>

static name_id name(const struct schema *s, const char *of)
{
    return schema_name(s, text_of(of));
}

static const struct type *type(const struct schema *s, const char *of)
{
    return schema_type(s, text_of(of));
}

void rapport_namen_read(struct rapport_namen *n, const struct schema *s)
{
    *n = (struct rapport_namen){
        .client = type(s, "Client"),
        .gesprek = type(s, "Gesprek"),
        .afspraak = type(s, "Afspraak"),
        .domein = type(s, "Domein"),
        .recht = type(s, "Recht"),
        .doel = type(s, "Doel"),
        .relatie = type(s, "Relatie"),
        .verwijzing = type(s, "Verwijzing"),
        .afsluiting = type(s, "Afsluiting"),
        .nazorg = type(s, "Nazorg"),
        .evaluatie = type(s, "Evaluatie"),
        .signaal = type(s, "Signaal"),
        .procedure = type(s, "Procedure"),
        .gemeente = name(s, "Gemeente"),
        .werkveld = name(s, "Werkveld"),
        .kader = name(s, "Kader"),
        .via = name(s, "Via"),
        .begeleider = name(s, "Begeleider"),
        .geslacht = name(s, "Geslacht"),
        .geboren = name(s, "Geboren"),
        .persoon = name(s, "Persoon"),
        .status = name(s, "Status"),
        .reden = name(s, "Reden"),
        .fase = name(s, "Fase"),
        .volgens = name(s, "Volgens"),
        .wens = name(s, "Wens"),
        .kracht = name(s, "Kracht"),
        .belemmering = name(s, "Belemmering"),
        .levensdomein = name(s, "Levensdomein"),
        .groep = name(s, "Groep"),
        .band = name(s, "Band"),
        .overleden = name(s, "Overleden"),
        .mantelzorger = name(s, "Mantelzorger"),
        .ondersteuning = name(s, "Ondersteuning_gewenst"),
        .naar = name(s, "Naar"),
        .verwijsstap = name(s, "Verwijsstap"),
        .wacht_sinds = name(s, "Wacht_sinds"),
        .soort = name(s, "Soort"),
        .vorm = name(s, "Vorm"),
        .duur = name(s, "Duur"),
        .wanneer = name(s, "Wanneer"),
        .bij = name(s, "Bij"),
        .uiterlijk = name(s, "Uiterlijk"),
        .cijfer = name(s, "Cijfer"),
        .aan = name(s, "Aan"),
    };
}

/* The first day of each class, in years; the classes of a wijkteam's work: a child, a young person
 * with rights of its own (12), an adult (18), the Jeugdwet's and study years (27), work, pension.
 */
static struct text age_class(date born, date day)
{
    static const struct {
        int below;
        const char *name;
    } classes[] = {{12, "0-11"},  {18, "12-17"}, {27, "18-26"}, {45, "27-44"},
                   {65, "45-64"}, {80, "65-79"}, {0, "80+"}};
    int born_year, born_month, born_day, year, month, of_month, age;
    size_t i = 0;

    if (born == DATE_NONE || born > day)
        return TEXT("onbekend");
    date_split(born, &born_year, &born_month, &born_day);
    date_split(day, &year, &month, &of_month);
    age = year - born_year - (month < born_month || (month == born_month && of_month < born_day));
    while (classes[i].below && age >= classes[i].below)
        i++;
    return text_of(classes[i].name);
}

/* The last that was noted of the client. */
static struct text client_value(const struct telwerk *w, name_id name)
{
    struct dingen clienten = telwerk_van(w, w->r->namen.client);
    struct text last = TEXT("");

    for (size_t i = 0; i < clienten.count; i++) {
        struct text value = telwerk_waarde(w, clienten.list[i], name);
        last = value.n ? value : last;
    }
    return last.n ? last : TEXT("onbekend");
}

/* An old word of the schema counts as the new one. */
static struct text choice(const struct telwerk *w, const struct thing *t, const char *field,
                          name_id name)
{
    return schema_canonical(schema_field(w->r->schema, t->type, text_of(field)),
                            telwerk_woord(w, t, name));
}

static struct text gemeente_of(const struct telwerk *w, const struct thing *melding)
{
    struct text code = telwerk_woord(w, melding, w->r->namen.gemeente);
    int jaar = w->r->vraag.indeling;

    return jaar ? gemeente_in_jaar(code, jaar, &w->r->gesplitst) : code;
}

static struct text group_of(const struct telwerk *w, const struct thing *melding,
                            enum rapport_groepering g)
{
    const struct rapport_namen *n = &w->r->namen;

    switch (g) {
    case GROEPEER_GEMEENTE:
        return gemeente_of(w, melding);
    case GROEPEER_WERKVELD:
        return choice(w, melding, "Werkveld", n->werkveld);
    case GROEPEER_KADER:
        return choice(w, melding, "Kader", n->kader);
    case GROEPEER_VIA:
        return choice(w, melding, "Via", n->via);
    case GROEPEER_BEGELEIDER:
        return telwerk_woord(w, melding, n->begeleider);
    case GROEPEER_GESLACHT:
        return client_value(w, n->geslacht);
    case GROEPEER_LEEFTIJDSKLASSE:
        return age_class(termijn_client_dag(w->r->termijnen, w->d, n->geboren),
                         w->r->vraag.periode.tot);
    case RAPPORT_GROEPERINGEN:
        break;
    }
    return TEXT("onbekend");
}

uint32_t *rapport_groepen(const struct telwerk *w)
{
    const struct rapport_vraag *v = &w->r->vraag;
    uint32_t *list =
        arena_take(&w->d->arena, (w->trajecten.count * v->groepeer_count + 1) * sizeof *list);

    for (size_t i = 0; i < w->trajecten.count; i++)
        for (size_t g = 0; g < v->groepeer_count; g++)
            list[i * v->groepeer_count + g] = telling_woord(
                &w->r->telling, group_of(w, w->trajecten.list[i].melding, v->groepeer[g]));
    return list;
}

/* ---- what was asked ---- */

bool rapport_kies(struct rapport_vraag *v, struct text verb)
{
    bool any = false;

    for (size_t i = 0; i < RAPPORT_DELEN; i++) {
        v->delen[i] =
            text_is_string(verb, "gemeente") || text_is_string(verb, rapport_delen[i].naam);
        any = any || v->delen[i];
    }
    return any;
}

static bool add_group(struct rapport_vraag *v, struct text name)
{
    size_t g = 0;

    while (g < RAPPORT_GROEPERINGEN && !text_is_string(name, rapport_groeperingen[g]))
        g++;
    for (size_t i = 0; i < v->groepeer_count; i++)
        if ((size_t)v->groepeer[i] == g)
            return false;
    if (g < RAPPORT_GROEPERINGEN)
        v->groepeer[v->groepeer_count++] = (enum rapport_groepering)g;
    return g < RAPPORT_GROEPERINGEN;
}

bool rapport_groepeer(struct rapport_vraag *v, struct text names, struct text *bad)
{
    const char *comma;

    do {
        comma = names.n ? memchr(names.p, ',', names.n) : NULL;
        *bad = (struct text){names.p, comma ? (size_t)(comma - names.p) : names.n};
        if (!add_group(v, *bad))
            return false;
        if (comma)
            names = (struct text){comma + 1, names.n - bad->n - 1};
    } while (comma);
    return true;
}
