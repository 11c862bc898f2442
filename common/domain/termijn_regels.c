/* The rules of termijn.h: the defaults with their sources, and the configuration. */
#include "base/interval.h"
#include "base/text.h"
#include "domain/termijn.h"
#include "journal/config.h"

#include <stdlib.h>
#include <string.h>

const char *const termijn_namen[TERMIJN_SOORTEN] = {"persoonlijk-plan", "onderzoek", "beschikking"};

/* ---- the defaults ---- */

#define WMO "Wmo 2015, artikel "
#define AWB TEXT_OF("Algemene wet bestuursrecht, artikel 4:13 lid 2")
#define TEXT_OF(literal)                                                                           \
    {                                                                                              \
        (literal), sizeof(literal) - 1                                                             \
    }

static const struct termijn_regel standaard[] = {
    {TEXT_OF("wmo"), TERMIJN_PLAN, TEXT_OF("7d"), true, TEXT_OF(WMO "2.3.2 lid 2")},
    {TEXT_OF("wmo"), TERMIJN_ONDERZOEK, TEXT_OF("6w"), true, TEXT_OF(WMO "2.3.2 lid 1")},
    {TEXT_OF("wmo"), TERMIJN_BESCHIKKING, TEXT_OF("2w"), true, TEXT_OF(WMO "2.3.5 lid 2")},
    {TEXT_OF("jeugdwet"), TERMIJN_BESCHIKKING, TEXT_OF("8w"), true, AWB},
    {TEXT_OF("participatiewet"), TERMIJN_BESCHIKKING, TEXT_OF("8w"), true, AWB},
    {TEXT_OF("schuldhulp"), TERMIJN_BESCHIKKING, TEXT_OF("8w"), true, AWB},
};

static const struct bewaar_regel bewaar_standaard[] = {
    {.kader = TEXT_OF("wmo"),
     .duur = TEXT_OF("15j"),
     .vanaf = BEWAAR_RECORD,
     .zonder = TEXT_OF("5j"),
     .bron = TEXT_OF(WMO "5.3.4"),
     .bron_zonder = TEXT_OF("selectielijst van gemeenten, 3.2")},
    {.kader = TEXT_OF("jeugdwet"),
     .duur = TEXT_OF("20j"),
     .vanaf = BEWAAR_AFSLUITING,
     .bron = TEXT_OF("Jeugdwet")},
    {.kader = TEXT_OF("integrale-jeugdhulp"),
     .duur = TEXT_OF("35j"),
     .vanaf = BEWAAR_GEBOORTE,
     .bron = TEXT_OF("besluit van de Vlaamse Regering van 12 februari 2014")},
};

static const unsigned leeftijden_standaard[] = {12, 16, 18};

#define COUNT(list) (sizeof(list) / sizeof *(list))

static const struct text eigen_bron = TEXT_OF("uw instellingen");

/* ---- the configuration ---- */

static bool wrong(struct diag *diag, const char *field, const char *example, struct text line)
{
    char safe[QUOTE_SIZE];

    diag_say(diag, SEVERITY_ERROR, STATUS_DATA, "waarde-fout",
             "in de instellingen staat bij %s `%s`. Schrijf het zoals `%s`", field,
             quote(line, safe), example);
    return false;
}

static bool is_kader(const struct termijnen *t, struct text word)
{
    const struct field *f = schema_field(t->schema, t->melding, TEXT("Kader"));

    return text_is_string(word, "*") || text_has_word(f->detail, word);
}

static bool read_soort(struct text word, enum termijn_soort *soort)
{
    for (*soort = TERMIJN_PLAN; *soort < TERMIJN_SOORTEN; ++*soort)
        if (text_is_string(word, termijn_namen[*soort]))
            return true;
    return false;
}

/* `wmo onderzoek 8w werkdag`, `wmo persoonlijk-plan geen` */
static bool read_termijn(struct termijnen *t, struct text line)
{
    struct termijn_regel r = {.bron = eigen_bron};
    struct text name, more;
    bool none;

    if (!text_next_word(&line, &r.kader) || !text_next_word(&line, &name) ||
        !text_next_word(&line, &r.duur) || !is_kader(t, r.kader) || !read_soort(name, &r.soort))
        return false;
    none = text_is_string(r.duur, "geen");
    r.verschuift = text_next_word(&line, &more);
    if ((!none && !interval_good(r.duur)) ||
        (r.verschuift &&
         (none || !text_is_string(more, "werkdag") || text_next_word(&line, &more))))
        return false;
    if (none)
        r.duur.n = 0;
    mem_grow(&t->regels, &t->regel_capacity, t->regel_count + 1, sizeof *t->regels);
    t->regels[t->regel_count++] = r;
    return true;
}

/* `wmo 15j record zonder 5j`, `jeugdwet 20j`, `integrale-jeugdhulp 35j geboorte` */
static bool read_bewaren(struct termijnen *t, struct text line)
{
    static const char words[] = "record afsluiting geboorte";
    struct bewaar_regel r = {
        .vanaf = BEWAAR_AFSLUITING, .bron = eigen_bron, .bron_zonder = eigen_bron};
    struct text word;

    if (!text_next_word(&line, &r.kader) || !text_next_word(&line, &r.duur) ||
        !is_kader(t, r.kader) || !interval_good(r.duur))
        return false;
    while (text_next_word(&line, &word))
        if (text_has_word(words, word))
            r.vanaf = text_is_string(word, "record")       ? BEWAAR_RECORD
                      : text_is_string(word, "afsluiting") ? BEWAAR_AFSLUITING
                                                           : BEWAAR_GEBOORTE;
        else if (!text_is_string(word, "zonder") || !text_next_word(&line, &r.zonder) ||
                 !interval_good(r.zonder))
            return false;
    if (r.vanaf == BEWAAR_GEBOORTE && (r.zonder.n || r.duur.p[r.duur.n - 1] != 'j'))
        return false;
    mem_grow(&t->bewaren, &t->bewaar_capacity, t->bewaar_count + 1, sizeof *t->bewaren);
    t->bewaren[t->bewaar_count++] = r;
    return true;
}

/* `nl 2027-05-07 de vrijdag na Hemelvaartsdag` */
static bool read_feestdag(struct termijnen *t, struct text line)
{
    struct vrije_dag v = {.land = LAND_NL};
    struct text land, day;

    if (!text_next_word(&line, &land) || !text_next_word(&line, &day))
        return false;
    v.day = date_parse(day);
    v.name = text_trim(line);
    if (text_is_string(land, "be"))
        v.land = LAND_BE;
    if ((v.land == LAND_NL && !text_is_string(land, "nl")) || v.day == DATE_NONE || !v.name.n)
        return false;
    mem_grow(&t->vrij, &t->vrij_capacity, t->vrij_count + 1, sizeof *t->vrij);
    t->vrij[t->vrij_count++] = v;
    return true;
}

/* `12 16 18`; rising, so that the next one is the first that comes. `geen`: none. */
static bool read_leeftijden(struct termijnen *t, struct text line)
{
    struct text word;
    uint32_t age;

    t->leeftijd_count = 0;
    if (text_is_string(line, "geen"))
        return true;
    while (text_next_word(&line, &word)) {
        if (!text_digits(word, &age) || age > 150 || t->leeftijd_count == TERMIJN_LEEFTIJDEN ||
            (t->leeftijd_count && age <= t->leeftijden[t->leeftijd_count - 1]))
            return false;
        t->leeftijden[t->leeftijd_count++] = age;
    }
    return t->leeftijd_count > 0;
}

static const struct setting {
    const char *name, *example;
    bool (*read)(struct termijnen *t, struct text line);
} settings[] = {
    {"Termijn", "wmo onderzoek 6w werkdag", read_termijn},
    {"Bewaren", "wmo 15j record zonder 5j", read_bewaren},
    {"Feestdag", "nl 2027-05-07 dag na Hemelvaart", read_feestdag},
    {"Toestemming_nakijken", "12 16 18", read_leeftijden},
};

static bool read_settings(struct termijnen *t, const size_t ends[COUNT(settings)],
                          struct diag *diag)
{
    size_t from = 0;

    for (size_t i = 0; i < COUNT(settings); i++) {
        struct text rest = {t->text.p + from, ends[i] - from}, line;
        from = ends[i];
        while (rest.n && text_next_line(&rest, &line))
            if (!settings[i].read(t, line))
                return wrong(diag, settings[i].name, settings[i].example, line);
    }
    return true;
}

static void look_up(struct termijnen *t)
{
    const struct {
        const struct type **at;
        const char *name;
    } types[] = {{&t->melding, "Melding"},       {&t->client, "Client"},
                 {&t->procedure, "Procedure"},   {&t->afsluiting, "Afsluiting"},
                 {&t->toewijzing, "Toewijzing"}, {&t->toestemming, "Toestemming"}};
    const struct {
        name_id *at;
        const char *name;
    } names[] = {{&t->kader, "Kader"},
                 {&t->gemeente, "Gemeente"},
                 {&t->soort, "Soort"},
                 {&t->bij, "Bij"},
                 {&t->uitkomst, "Uitkomst"},
                 {&t->tot, "Tot"},
                 {&t->overleden, "Overleden"},
                 {&t->geboren, "Geboren"},
                 {&t->aan, "Aan"},
                 {&t->ingetrokken, "Ingetrokken"},
                 {&t->geboekt, "Geboekt"}};

    for (size_t i = 0; i < COUNT(types); i++)
        *types[i].at = schema_type(t->schema, text_of(types[i].name));
    for (size_t i = 0; i < COUNT(names); i++)
        *names[i].at = schema_name(t->schema, text_of(names[i].name));
}

bool termijnen_read(struct termijnen *t, const struct schema *schema, struct diag *diag)
{
    size_t ends[COUNT(settings)];

    t->schema = schema;
    look_up(t);
    t->leeftijd_count = COUNT(leeftijden_standaard);
    memcpy(t->leeftijden, leeftijden_standaard, sizeof leeftijden_standaard);
    for (size_t i = 0; i < COUNT(settings); i++) {
        if (!config_values(settings[i].name, &t->text, diag))
            return false;
        ends[i] = t->text.n;
    }
    return read_settings(t, ends, diag);
}

void termijnen_free(struct termijnen *t)
{
    free(t->regels);
    free(t->bewaren);
    free(t->vrij);
    buffer_free(&t->text);
    *t = (struct termijnen){0};
}

/* ---- which rule ---- */

/* The last one that is written, for whoever says it twice. */
static const struct termijn_regel *own_rule(const struct termijnen *t, struct text kader,
                                            enum termijn_soort soort)
{
    for (size_t i = t->regel_count; i-- > 0;)
        if (t->regels[i].soort == soort && text_is(t->regels[i].kader, kader))
            return &t->regels[i];
    return NULL;
}

const struct termijn_regel *termijn_regel(const struct termijnen *t, struct text kader,
                                          enum termijn_soort soort)
{
    const struct termijn_regel *r = own_rule(t, kader, soort);

    for (size_t i = 0; !r && i < COUNT(standaard); i++)
        if (standaard[i].soort == soort && text_is(standaard[i].kader, kader))
            r = &standaard[i];
    if (!r)
        r = own_rule(t, TEXT("*"), soort);
    return r && r->duur.n ? r : NULL;
}

static const struct bewaar_regel *own_bewaren(const struct termijnen *t, struct text kader)
{
    for (size_t i = t->bewaar_count; i-- > 0;)
        if (text_is(t->bewaren[i].kader, kader))
            return &t->bewaren[i];
    return NULL;
}

const struct bewaar_regel *bewaar_regel(const struct termijnen *t, struct text kader)
{
    const struct bewaar_regel *r = own_bewaren(t, kader);

    for (size_t i = 0; !r && i < COUNT(bewaar_standaard); i++)
        if (text_is(bewaar_standaard[i].kader, kader))
            r = &bewaar_standaard[i];
    return r ? r : own_bewaren(t, TEXT("*"));
}

struct kalender termijnen_kalender(const struct termijnen *t, struct text gemeente)
{
    return (struct kalender){land_of(gemeente), t->vrij, t->vrij_count};
}
