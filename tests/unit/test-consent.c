/* Consent against a slow and obvious reference, over many random dossiers. The reference knows a
 * dossier as this file made it, not as it was read: what each value is and what each consent says
 * stand in small tables here, and each day is played again from the first. */
#include "base/text.h"
#include "check.h"
#include "domain/consent.h"
#include "journal/reader.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { TODAY = 20, MOST = 4 };

static uint64_t seed = 20261122;

static unsigned pick(unsigned n)
{
    seed = seed * 6364136223846793005U + 1442695040888963407U;
    return (unsigned)(seed >> 33) % n;
}

/* ---- what the dossier holds ---- */

struct fact {
    const char *type, *key, *field, *value;
    char kind;          /* o, i, s, b, or ? for what the schema does not know */
    const char *parts;  /* of life, with blanks around each */
    const char *needs;  /* type.field of what must go along when it goes because of those parts */
    const char *needs2; /* the same */
};

static const struct fact facts[] = {
    {"Melding", "M1", "Vraag", "kanarie1", 'o', "", NULL, NULL},
    {"Melding", "M1", "Begeleider", "kanarie2", 'i', "", NULL, NULL},
    {"Doel", "D1", "Tekst", "kanarie3 vraag", 'o', " wonen ", "D1.Levensdomein", NULL},
    {"Doel", "D1", "Levensdomein", "wonen", 'o', " wonen ", NULL, NULL},
    {"Doel", "D1", "Status", "open", 'o', " wonen ", "D1.Levensdomein", NULL},
    {"Doel", "D1", "Verzonnen", "kanarie4", '?', " wonen ", NULL, NULL},
    {"Doel", "D2", "Tekst", "kanarie5 geheimwoord", 'o', " werken ", "D2.Levensdomein", NULL},
    {"Doel", "D2", "Levensdomein", "werken", 'o', " werken ", NULL, NULL},
    {"Domein", "wonen", "Besproken", "ja", 'o', " wonen ", NULL, NULL},
    {"Domein", "wonen", "Score", "3", 'b', " wonen ", NULL, NULL},
    {"Domein", "wonen", "Noodzaak", "kanarie6", 'o', " wonen ", NULL, NULL},
    {"Domein", "werken", "Besproken", "ja", 'o', " werken ", NULL, NULL},
    {"Domein", "werken", "Score", "4", 'b', " werken ", NULL, NULL},
    {"Stap", "S1", "Wat", "kanarie7", 'o', " wonen ", "D1.Levensdomein", "S1.Bij"},
    {"Stap", "S1", "Wie", "kanarie8", 'o', " wonen ", "D1.Levensdomein", "S1.Bij"},
    {"Stap", "S1", "Bij", "D1", 'o', " wonen ", "D1.Levensdomein", NULL},
    {"Gesprek", "G1", "Vorm", "chat", 'o', " wonen werken ", "G1.Levensdomein", NULL},
    {"Gesprek", "G1", "Fase", "onthaal", 'o', " wonen werken ", "G1.Levensdomein", NULL},
    {"Gesprek", "G1", "Levensdomein", "wonen", 'o', " wonen werken ", NULL, NULL},
    {"Gesprek", "G1", "Levensdomein", "werken", 'o', " wonen werken ", NULL, NULL},
    {"Gesprek", "G1", "Verhaal", "kanarie9 Geheimwoord!", 'o', " wonen werken ", "G1.Levensdomein",
     NULL},
    {"Gesprek", "G1", "Nonverbaal", "kanarie10", 'i', " wonen werken ", NULL, NULL},
    {"Gesprek", "G2", "Vorm", "kantoor", 'o', " wonen ", NULL, NULL},
    {"Gesprek", "G2", "Fase", "nazorg", 'o', " wonen ", NULL, NULL},
    {"Gesprek", "G2", "Levensdomein", "wonen", 'o', " wonen ", NULL, NULL},
    {"Gesprek", "G2", "Verhaal", "kanarie15", 'o', " wonen ", NULL, NULL},
    {"Gesprek", "G2", "Samenvatting", "kanarie16", 'o', " wonen ", NULL, NULL},
    {"Gesprek", "G2", "Kracht", "kanarie17", 'o', " wonen ", NULL, NULL},
    {"Stap", "S2", "Wat", "kanarie18", 'o', " wonen ", NULL, NULL},
    {"Stap", "S2", "Wie", "kanarie19", 'o', " wonen ", NULL, NULL},
    {"Stap", "S2", "Bij", "G2", 'o', " wonen ", NULL, NULL},
    {"Recht", "R1", "Omschrijving", "kanarie20", 'o', " wonen ", "R1.Levensdomein", NULL},
    {"Recht", "R1", "Status", "vermoed", 'o', " wonen ", "R1.Levensdomein", NULL},
    {"Recht", "R1", "Levensdomein", "wonen", 'o', " wonen ", NULL, NULL},
    {"Verwijzing", "V1", "Naar", "kanarie21", 'o', " wonen ", "V1.Nood", NULL},
    {"Verwijzing", "V1", "Nood", "wonen", 'o', " wonen ", NULL, NULL},
    {"Verwijzing", "V1", "Ervaring_client", "kanarie22", 'o', " wonen ", NULL, NULL},
    {"Verwijzing", "V1", "Terugkoppeling", "kanarie23", 'o', " wonen ", NULL, NULL},
    {"Afspraak", "A1", "Wanneer", "2026-12-01T10:00", 'o', " wonen ", NULL, NULL},
    {"Afspraak", "A1", "Bij", "V1", 'o', " wonen ", NULL, NULL},
    {"Stap", "S3", "Wat", "kanarie24", 'o', " wonen ", "V1.Nood", "S3.Bij"},
    {"Stap", "S3", "Wie", "kanarie25", 'o', " wonen ", "V1.Nood", "S3.Bij"},
    {"Stap", "S3", "Bij", "V1", 'o', " wonen ", "V1.Nood", NULL},
    {"Signaal", "Z1", "Over", "kanarie26", 'o', " wonen ", NULL, NULL},
    {"Signaal", "Z1", "Levensdomein", "wonen", 'o', " wonen ", NULL, NULL},
    {"Crisis", "H1", "Wat", "kanarie11", 'b', "", NULL, NULL},
    {"Veiligheid", "U1", "Aard", "kanarie12", 's', "", NULL, NULL},
    {"Toewijzing", "J1", "Productcategorie", "02", 'i', "", NULL, NULL},
    {"Toewijzing", "J1", "Aanbieder", "kanarie13", 'i', "", NULL, NULL},
    {"Raadsel", "RX1", "Wat", "kanarie14", '?', "", NULL, NULL},
};
enum { FACTS = sizeof facts / sizeof *facts };

/* ---- what was said ---- */

static const char *const organisations[] = {"Zes Sleutels", "zes  sleutels", "Zes Sleutels, wonen",
                                            "Buurthuis"};
static const char *const words[] = {"Doel",
                                    "Doel.Tekst",
                                    "doel.tekst",
                                    "wonen",
                                    "werken",
                                    "Domein",
                                    "Domein.Score",
                                    "Domein.Noodzaak",
                                    "Gesprek.Verhaal",
                                    "Gesprek",
                                    "Stap",
                                    "Stap.Wat",
                                    "alles",
                                    "hoe het thuis gaat",
                                    "Doel.Bestaat_niet",
                                    "Melding",
                                    "Toewijzing",
                                    "Veiligheid",
                                    "Crisis",
                                    "Raadsel",
                                    "Wonen"};
enum { WORDS = sizeof words / sizeof *words };
static const char *const refusals[] = {"wonen",
                                       "Doel.Status",
                                       "Doel",
                                       "werken",
                                       "geheimwoord",
                                       "hoe het thuis gaat",
                                       "Doel.Levensdomein"};
enum { REFUSALS = sizeof refusals / sizeof *refusals };
static const char *const kinds[] = {"ouder-met-gezag",
                                    "voogd",
                                    "gi",
                                    "mentor",
                                    "curator",
                                    "gevolmachtigde",
                                    "bewindvoerder-persoon",
                                    "bewindvoerder-geld"};

struct person {
    int kind, from, until; /* -1: not there; days, -1: open */
    bool for_consent;      /* a volmacht that is about consent */
};

struct yes_no {
    int op, until, gone; /* -1: none */
    int to;              /* organisations */
    bool given;
    bool by_client, by_name, by[2], by_neighbour;
    int about[2], niet; /* words, refusals; -1: none */
    int about_count;
    bool withdrawn;
};

struct told {
    bool there, today, reason, informed, consent;
    int to, what;
};

struct model {
    int age; /* -1: not known */
    struct person people[2];
    struct yes_no list[MOST];
    int count;
    struct told told;
};

static int maybe_day(unsigned from)
{
    return pick(2) ? -1 : (int)(from + pick(24 - from));
}

static struct model make_model(void)
{
    static const int ages[] = {-1, 4, 11, 12, 40};
    struct model m = {.age = ages[pick(5)], .count = (int)pick(MOST + 1)};

    for (int i = 0; i < 2; i++)
        m.people[i] =
            (struct person){pick(2) ? (int)pick(8) : -1, maybe_day(0), maybe_day(0), pick(2)};
    for (int i = 0; i < m.count; i++) {
        struct yes_no *t = &m.list[i];
        t->op = (int)pick(22);
        t->until = maybe_day((unsigned)t->op);
        t->gone = pick(4) ? -1 : t->op + (int)pick((unsigned)(24 - t->op));
        t->to = (int)pick(8) < 6 ? (int)pick(2) : (int)pick(4);
        t->given = pick(4) > 0;
        t->by_client = pick(4) > 0;
        t->by_name = pick(2);
        t->by[0] = pick(2);
        t->by[1] = pick(2);
        t->by_neighbour = pick(4) == 0;
        t->about_count = 1 + (int)pick(2);
        t->about[0] = (int)pick(WORDS);
        t->about[1] = (int)pick(WORDS);
        t->niet = pick(3) ? -1 : (int)pick(REFUSALS);
        t->withdrawn = pick(12) == 0;
        if (!t->by_client && !t->by[0] && !t->by[1])
            t->by_neighbour = true;
    }
    m.told = (struct told){pick(3) == 0, pick(4) > 0,  pick(4) > 0,     pick(4) > 0,
                           pick(4) == 0, (int)pick(4), (int)pick(WORDS)};
    return m;
}

/* ---- as a dossier ---- */

static void put_head(struct buffer *b, const char *type, const char *key, int day)
{
    char date_text[11];

    if (b->n)
        buffer_byte(b, '\n');
    buffer_format(b, "%s: %s\nDossier: d-1\nOp: %s\n", type, key,
                  date_write(date_from(2026, 1, 1) + day, date_text));
}

static void put_day(struct buffer *b, const char *field, int day)
{
    char date_text[11];

    if (day >= 0)
        buffer_format(b, "%s: %s\n", field, date_write(date_from(2026, 1, 1) + day, date_text));
}

static void put_toestemming(struct buffer *b, const struct yes_no *t, int number)
{
    char key[16];

    snprintf(key, sizeof key, "T%d", number);
    put_head(b, "Toestemming", key, t->op);
    buffer_format(b, "Aan: %s\nWaarvoor: x\nUitkomst: %s\n", organisations[t->to],
                  t->given ? "gegeven" : "geweigerd");
    for (int i = 0; i < t->about_count; i++)
        buffer_format(b, "Waarover: %s\n", words[t->about[i]]);
    if (t->niet >= 0)
        buffer_format(b, "Niet: %s\n", refusals[t->niet]);
    if (t->by_client)
        buffer_format(b, "Gegeven_door: %s\n", t->by_name ? "emma" : "client");
    for (int i = 0; i < 2; i++)
        if (t->by[i])
            buffer_format(b, "Gegeven_door: Y%d\n", i + 1);
    if (t->by_neighbour)
        buffer_string(b, "Gegeven_door: Emma van hiernaast\n");
    put_day(b, "Tot", t->until);
    if (t->withdrawn)
        buffer_string(b, "Vervallen: verkeerd genoteerd\n");
}

static void put_people(struct buffer *b, const struct model *m)
{
    put_head(b, "Client", "C1", 0);
    buffer_string(b, "Naam: Emma\n");
    if (m->age >= 0)
        buffer_format(b, "Geboren: %d-01-05\n", 2026 - m->age);
    for (int i = 0; i < 2; i++) {
        if (m->people[i].kind < 0)
            continue;
        put_head(b, "Vertegenwoordiger", i ? "Y2" : "Y1", 0);
        buffer_format(b, "Naam: vader\nSoort: %s\nWaarvoor: %s\n", kinds[m->people[i].kind],
                      m->people[i].for_consent ? "Toestemming aan anderen" : "de post");
        put_day(b, "Van", m->people[i].from);
        put_day(b, "Tot", m->people[i].until);
    }
}

static void put_facts(struct buffer *b)
{
    for (size_t i = 0; i < FACTS; i++) {
        if (!i || strcmp(facts[i].key, facts[i - 1].key) ||
            strcmp(facts[i].type, facts[i - 1].type))
            put_head(b, facts[i].type, facts[i].key, 0);
        buffer_format(b, "%s: %s\n", facts[i].field, facts[i].value);
    }
}

static void put_all(struct buffer *b, const struct model *m)
{
    put_people(b, m);
    put_facts(b);
    for (int i = 0; i < m->count; i++)
        put_toestemming(b, &m->list[i], i + 1);
    if (m->told.there) {
        put_head(b, "Verstrekking", "TV1", m->told.today ? TODAY : TODAY - 1);
        buffer_format(b, "Aan: %s\nWat: %s\nGrondslag: %s\n", organisations[m->told.to],
                      words[m->told.what], m->told.consent ? "toestemming" : "wettelijke-plicht");
        if (m->told.reason)
            buffer_string(b, "Reden: gevaar\n");
        if (m->told.informed)
            buffer_string(b, "Client_geinformeerd: later\n");
    }
    for (int i = 0; i < m->count; i++)
        if (m->list[i].gone >= 0) {
            char key[16];
            snprintf(key, sizeof key, "T%d", i + 1);
            put_head(b, "Toestemming", key, m->list[i].gone);
            put_day(b, "Ingetrokken", m->list[i].gone);
        }
    buffer_byte(b, '\n');
}

/* ---- the reference ---- */

static bool same(const char *a, const char *b)
{
    return consent_same_name(text_of(a), text_of(b));
}

/* Is the word a part of life that the fact is about? */
static bool is_part(const char *word, const struct fact *f)
{
    char around[40];

    snprintf(around, sizeof around, " %s ", same(word, "wonen") ? "wonen" : word);
    return strstr(f->parts, around);
}

static bool names(const char *word, const struct fact *f)
{
    char both[80];

    snprintf(both, sizeof both, "%s.%s", f->type, f->field);
    return f->kind != '?' && (same(word, f->type) || same(word, both));
}

static bool is_vague(const char *word)
{
    return same(word, "alles") || same(word, "hoe het thuis gaat") ||
           same(word, "Doel.Bestaat_niet");
}

static bool in_force(const struct person *p, int day, const char *wanted)
{
    return p->kind >= 0 && strstr(wanted, kinds[p->kind]) && (p->from < 0 || p->from <= day) &&
           (p->until < 0 || p->until >= day);
}

static bool guardians(const struct model *m, const struct yes_no *t)
{
    bool a = in_force(&m->people[0], t->op, "ouder-met-gezag"),
         b = in_force(&m->people[1], t->op, "ouder-met-gezag");

    if (a && b)
        return t->by[0] && t->by[1];
    if (a || b)
        return a ? t->by[0] : t->by[1];
    return (in_force(&m->people[0], t->op, "voogd gi") && t->by[0]) ||
           (in_force(&m->people[1], t->op, "voogd gi") && t->by[1]);
}

static bool may_give(const struct model *m, const struct yes_no *t)
{
    bool adult = t->by_client;

    for (int i = 0; i < 2; i++)
        if (t->by[i] &&
            (in_force(&m->people[i], t->op, "mentor curator bewindvoerder-persoon") ||
             (in_force(&m->people[i], t->op, "gevolmachtigde") && m->people[i].for_consent)))
            adult = true;
    if (m->age >= 12)
        return adult;
    if (m->age >= 0)
        return guardians(m, t);
    if (in_force(&m->people[0], TODAY, "ouder-met-gezag voogd gi") ||
        in_force(&m->people[1], TODAY, "ouder-met-gezag voogd gi"))
        return adult && guardians(m, t);
    return adult;
}

static bool exact(int to)
{
    return to < 2;
}

/* What a yes to a part of life lets go: no words that were spoken about it, and no meetings. */
static bool goes_by_part(const struct fact *f)
{
    static const char *const things[] = {"wonen", "werken", "D1", "D2", "R1", "S1", "S3"};

    for (size_t i = 0; i < sizeof things / sizeof *things; i++)
        if (!strcmp(f->key, things[i]))
            return true;
    return !strcmp(f->key, "V1") && (!strcmp(f->field, "Naar") || !strcmp(f->field, "Nood"));
}

/* +1: it says yes to this; -1: no; 0: nothing. Only because of a part of life: *part. */
static int voice(const struct model *m, const struct yes_no *t, const struct fact *f, bool *part)
{
    bool named = false, vague = false, taken_back = t->gone >= 0 && t->gone <= TODAY;
    int all = 0, wanted = 0, mine = 0;

    for (const char *c = f->parts; *c; c++)
        wanted += *c == ' ';
    wanted -= wanted > 0;
    for (int i = 0; i < t->about_count; i++) {
        const char *word = words[t->about[i]];
        named = named || names(word, f);
        vague = vague || is_vague(word);
        mine += is_part(word, f) && !(i && same(word, words[t->about[0]]));
    }
    all = wanted && mine == wanted && goes_by_part(f);
    *part = !named;
    if (!t->given || taken_back)
        return named || mine || vague ? -1 : 0;
    if (!exact(t->to))
        return 0;
    if (t->until >= 0 && t->until < TODAY)
        return named || mine ? -1 : 0;
    if (!may_give(m, t))
        return 0;
    return named || all ? 1 : 0;
}

static bool contains(const char *value, const char *word)
{
    for (; *value; value++)
        if (!strncasecmp(value, word, strlen(word)))
            return true;
    return false;
}

static bool hits(const char *word, const struct fact *f)
{
    if (same(word, "Doel") || strchr(word, '.'))
        return names(word, f);
    return is_part(word, f) || contains(f->value, word);
}

static bool counted(const struct yes_no *t)
{
    return !t->withdrawn && t->to < 3 && t->op <= TODAY;
}

static bool taken_back(const struct yes_no *t)
{
    return t->given && t->gone >= 0 && t->gone <= TODAY;
}

/* Number j was said behind everything of number i. */
static bool is_behind(const struct model *m, int j, int i)
{
    const struct yes_no *a = &m->list[j], *b = &m->list[i];

    return (a->op > b->op || (a->op == b->op && j > i)) && (!taken_back(b) || a->op > b->gone);
}

static bool is_yes(const struct model *m, const struct yes_no *t)
{
    return counted(t) && t->given && !taken_back(t) && exact(t->to) &&
           (t->until < 0 || t->until >= TODAY) && may_give(m, t);
}

static bool must_not(const struct model *m, const struct fact *f)
{
    for (int i = 0; i < m->count; i++) {
        const struct yes_no *t = &m->list[i];
        bool lifted = false;
        if (!counted(t) || t->niet < 0 || !hits(refusals[t->niet], f))
            continue;
        for (int j = 0; j < m->count; j++)
            for (int k = 0;
                 is_yes(m, &m->list[j]) && is_behind(m, j, i) && k < m->list[j].about_count; k++)
                lifted = lifted || same(words[m->list[j].about[k]], refusals[t->niet]);
        if (!lifted)
            return true;
    }
    return false;
}

/* Every day again: what held at the end of the last one. */
static int replay(const struct model *m, const struct fact *f, bool *part)
{
    int state = 0;

    for (int day = 0; day <= TODAY; day++) {
        for (int i = 0; i < m->count; i++) {
            bool by_part;
            int says = voice(m, &m->list[i], f, &by_part);
            if (counted(&m->list[i]) && m->list[i].op == day && says) {
                state = says;
                *part = by_part;
            }
        }
        for (int i = 0; i < m->count; i++) {
            bool by_part;
            if (counted(&m->list[i]) && taken_back(&m->list[i]) && m->list[i].gone == day &&
                voice(m, &m->list[i], f, &by_part))
                state = -1;
        }
    }
    return state;
}

static bool duty(const struct model *m, const struct fact *f, bool *part)
{
    const struct told *t = &m->told;

    *part = !names(words[t->what], f);
    return t->there && t->today && t->reason && t->informed && !t->consent && exact(t->to) &&
           (names(words[t->what], f) || (is_part(words[t->what], f) && goes_by_part(f)));
}

static bool allowed(const struct model *m, const struct fact *f);

/* All values of `D1.Levensdomein`. */
static bool all_allowed(const struct model *m, const char *which)
{
    char name[80];

    for (size_t i = 0; which && i < FACTS; i++) {
        snprintf(name, sizeof name, "%s.%s", facts[i].key, facts[i].field);
        if (!strcmp(name, which) && !allowed(m, &facts[i]))
            return false;
    }
    return true;
}

static bool allowed(const struct model *m, const struct fact *f)
{
    bool part = false;

    if (f->kind != 'o' && f->kind != 'b')
        return false;
    if (f->kind == 'b' && strcmp(f->key, "wonen"))
        return false;
    if (f->kind == 'b' && !all_allowed(m, "wonen.Noodzaak"))
        return false;
    if (!duty(m, f, &part) && (must_not(m, f) || replay(m, f, &part) <= 0))
        return false;
    return !part || (all_allowed(m, f->needs) && all_allowed(m, f->needs2));
}

/* ---- one against the other ---- */

static const struct fact *find_fact(const struct thing *t, struct text name, struct text value)
{
    for (size_t i = 0; i < FACTS; i++)
        if (text_is_string(t->type_name, facts[i].type) && text_is_string(t->key, facts[i].key) &&
            text_is_string(name, facts[i].field) && text_is_string(value, facts[i].value))
            return &facts[i];
    return NULL;
}

static unsigned compare(struct checks *c, const struct model *m, const struct consent *consent,
                        struct dossier *d, const char *text)
{
    unsigned yes = 0;

    for (size_t i = 0; i < d->thing_count; i++)
        for (size_t k = 0; k < d->things[i].count; k++) {
            const struct thing *t = &d->things[i];
            const struct fact *f = find_fact(t, t->fields[k].name, field_value(d, &t->fields[k]));
            struct consent_answer got = consent_may(consent, d, t, k);
            if (!f)
                continue;
            yes += got.may;
            if (!check_counted(c, got.may == allowed(m, f)))
                printf("%s.%s of %s: %s, want %s\n%s\n", f->type, f->field, f->key,
                       got.may ? "may" : "may not", got.may ? "not" : "may", text);
            check(c, got.may == (got.key.n > 0) && got.may == (got.ground.n > 0), "a ground");
        }
    return yes;
}

static unsigned try_model(struct checks *c, const struct schema *schema,
                          const struct consent_rules *rules, const struct model *m)
{
    struct buffer text = {0};
    struct diag diag;
    struct reader *reader;
    struct dossier *d;
    char *shown;
    unsigned yes = 0;

    diag_start(&diag);
    put_all(&text, m);
    shown = text_string(buffer_view(&text));
    reader = reader_open_memory(
        schema, &text, "test",
        (struct reader_options){{DATE_NONE, MOMENT_NONE}, {"", 0}, false, true, NULL}, &diag);
    d = reader_next(reader);
    check(c, d != NULL, "the dossier is good");
    if (d) {
        struct consent *consent =
            consent_read(schema, rules, d, TEXT("zes sleutels"), date_from(2026, 1, 1) + TODAY);
        yes = compare(c, m, consent, d, shown);
    }
    reader_close(reader);
    buffer_free(&text);
    free(shown);
    return yes;
}

int main(void)
{
    struct checks checks = {.part = "consent"}, *c = &checks;
    struct schema *schema = schema_open();
    struct consent_rules rules = {0};
    struct diag diag;
    unsigned long yes = 0;

    setenv("HOME", "/nonexistent", 1);
    unsetenv("XDG_CONFIG_HOME");
    unsetenv("GESPREK_CONFIG");
    diag_start(&diag);
    check(c, consent_rules_read(&rules, &diag), "the rules");
    for (int i = 0; i < 20000; i++) {
        struct model m = make_model();
        yes += try_model(c, schema, &rules, &m);
    }
    check(c, yes > 10000, "enough may go to be a test");
    consent_rules_free(&rules);
    schema_close(schema);
    return check_end(c);
}
