/* Who may consent: the client, those who decide for the client, or both. */
#include "domain/consent_inside.h"

#include "base/interval.h"
#include "base/text.h"
#include "journal/config.h"

#include <stdlib.h>
#include <string.h>

const char consent_source[] = "Wmo 2015, artikel 5.3.3";

static const char who_words[] = "vertegenwoordiger client beiden";

/* ---- the table ---- */

static void add_rule(struct consent_rules *r, struct consent_rule rule)
{
    mem_grow(&r->list, &r->capacity, r->count + 1, sizeof *r->list);
    r->list[r->count++] = rule;
}

static bool read_who(struct text word, enum consent_who *who)
{
    struct text rest = text_of(who_words), next;

    for (*who = WHO_VERTEGENWOORDIGER; text_next_word(&rest, &next); ++*who)
        if (text_is(next, word))
            return true;
    return false;
}

/* `jeugdwet 12 beiden` */
static bool read_rule(struct text line, struct consent_rule *rule)
{
    struct text age, who, more;
    uint32_t from;

    if (!text_next_word(&line, &rule->kader) || !text_next_word(&line, &age) ||
        !text_next_word(&line, &who) || text_next_word(&line, &more) || !text_digits(age, &from) ||
        from > 150)
        return false;
    rule->from = from;
    return read_who(who, &rule->who);
}

static bool wrong(struct diag *diag, const char *what, const char *example, struct text value)
{
    char safe[QUOTE_SIZE];

    diag_say(diag, SEVERITY_ERROR, STATUS_DATA, "waarde-fout",
             "in de instellingen staat bij %s `%s`. Schrijf het zoals %s", what, quote(value, safe),
             example);
    return false;
}

static bool read_lasts(struct consent_rules *r, struct text value, struct diag *diag)
{
    if (value.n && !interval_good(value))
        return wrong(diag, "Toestemming_duur", "1j of 6m", value);
    r->lasts = value.n ? value : TEXT("1j");
    return true;
}

static bool has_kader(const struct consent_rules *r, struct text kader)
{
    for (size_t i = 0; i < r->count; i++)
        if (text_is(r->list[i].kader, kader))
            return true;
    return false;
}

bool consent_rules_read(struct consent_rules *r, struct diag *diag)
{
    unsigned errors = diag->errors;
    size_t lines;
    struct text rest, line;

    if (!config_values("Toestemming_wie", &r->text, diag))
        return false;
    lines = r->text.n;
    if (!config_value("Toestemming_duur", &r->text, diag) && diag->errors > errors)
        return false;
    rest = (struct text){r->text.p, lines};
    while (text_next_line(&rest, &line)) {
        struct consent_rule rule;
        if (!read_rule(line, &rule))
            return wrong(diag, "Toestemming_wie", "`jeugdwet 12 beiden`", line);
        add_rule(r, rule);
    }
    if (!has_kader(r, TEXT("*"))) {
        add_rule(r, (struct consent_rule){TEXT("*"), 0, WHO_VERTEGENWOORDIGER});
        add_rule(r, (struct consent_rule){TEXT("*"), 12, WHO_CLIENT});
    }
    return read_lasts(r, (struct text){r->text.p + lines, r->text.n - lines}, diag);
}

void consent_rules_free(struct consent_rules *r)
{
    free(r->list);
    buffer_free(&r->text);
    *r = (struct consent_rules){0};
}

/* ---- the people ---- */

static bool is_of(const struct thing *t, const struct type *type)
{
    return t->type == type && t->opening && !t->withdrawn;
}

static struct text value_of(const struct people *p, const struct thing *t, const char *name)
{
    return thing_value(p->d, t, schema_name(p->schema, text_of(name)));
}

static struct text last_value(const struct people *p, const char *type, const char *name)
{
    const struct type *wanted = schema_type(p->schema, text_of(type));
    struct text value = TEXT("");

    for (size_t i = 0; i < p->d->thing_count; i++)
        if (is_of(&p->d->things[i], wanted) && value_of(p, &p->d->things[i], name).n)
            value = value_of(p, &p->d->things[i], name);
    return value;
}

/* Whether the Vertegenwoordiger is one of those kinds, on the day of the consent. */
static bool decides(const struct people *p, const struct thing *t, date day, const char *kinds)
{
    date from = date_parse(value_of(p, t, "Van")), until = date_parse(value_of(p, t, "Tot"));

    return is_of(t, schema_type(p->schema, TEXT("Vertegenwoordiger"))) &&
           text_has_word(kinds, value_of(p, t, "Soort")) && (from == DATE_NONE || from <= day) &&
           (until == DATE_NONE || until >= day);
}

static bool any_decides(const struct people *p, date day, const char *kinds)
{
    for (size_t i = 0; i < p->d->thing_count; i++)
        if (decides(p, &p->d->things[i], day, kinds))
            return true;
    return false;
}

static bool gave(const struct people *p, const struct thing *toestemming, struct text key)
{
    name_id by = schema_name(p->schema, TEXT("Gegeven_door"));
    struct text value;
    size_t at = 0;

    while (thing_next_value(p->d, toestemming, by, &at, &value))
        if (text_is(value, key))
            return true;
    return false;
}

static bool is_client(const struct people *p, struct text name)
{
    static const char *const words[] = {"client", "cliënt", "ik"};
    static const char *const fields[] = {"Naam", "Voornamen"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (consent_same_name(name, text_of(words[i])))
            return true;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (name.n && consent_same_name(name, last_value(p, "Client", fields[i])))
            return true;
    return false;
}

static bool client_gave(const struct people *p, const struct thing *toestemming)
{
    name_id by = schema_name(p->schema, TEXT("Gegeven_door"));
    struct text value;
    size_t at = 0;

    while (thing_next_value(p->d, toestemming, by, &at, &value))
        if (is_client(p, value))
            return true;
    return false;
}

/* Somebody who decides in the place of an adult. A volmacht is for what stands in it. A
 * bewindvoerder over money decides about money alone, never about this. */
static bool stand_in_gave(const struct people *p, const struct thing *toestemming)
{
    date day = toestemming->opening->op;

    for (size_t i = 0; i < p->d->thing_count; i++) {
        const struct thing *t = &p->d->things[i];
        if (!gave(p, toestemming, t->key))
            continue;
        if (decides(p, t, day, "mentor curator bewindvoerder-persoon") ||
            (decides(p, t, day, "gevolmachtigde") &&
             consent_contains(value_of(p, t, "Waarvoor"), TEXT("toestemming"))))
            return true;
    }
    return false;
}

/* Those who have a child's authority: all parents that have it, or without any the guardian. */
static bool guardians_gave(const struct people *p, const struct thing *toestemming)
{
    date day = toestemming->opening->op;
    const char *kinds = any_decides(p, day, "ouder-met-gezag") ? "ouder-met-gezag" : "voogd gi";
    bool parents = !strcmp(kinds, "ouder-met-gezag"), all = true, one = false;

    for (size_t i = 0; i < p->d->thing_count; i++)
        if (decides(p, &p->d->things[i], day, kinds)) {
            bool said = gave(p, toestemming, p->d->things[i].key);
            all = all && said;
            one = one || said;
        }
    return parents ? all && one : one;
}

/* The rule for that age; without an age, whoever has parents or a guardian may be a child. */
static bool rule_for(const struct people *p, enum consent_who *who)
{
    struct text kader = last_value(p, "Melding", "Kader");
    const struct consent_rule *best = NULL;
    int age = age_on(date_parse(last_value(p, "Client", "Geboren")), p->day);

    if (age < 0) {
        *who = any_decides(p, p->day, "ouder-met-gezag voogd gi") ? WHO_BEIDEN : WHO_CLIENT;
        return true;
    }
    if (!has_kader(p->rules, kader))
        kader = TEXT("*");
    for (size_t i = 0; i < p->rules->count; i++) {
        const struct consent_rule *r = &p->rules->list[i];
        if (text_is(r->kader, kader) && r->from <= (unsigned)age &&
            (!best || r->from >= best->from))
            best = r;
    }
    if (best)
        *who = best->who;
    return best != NULL;
}

bool people_may_give(const struct people *p, const struct thing *toestemming)
{
    enum consent_who who;
    bool client;

    if (!rule_for(p, &who))
        return false;
    if (who == WHO_VERTEGENWOORDIGER)
        return guardians_gave(p, toestemming);
    client = client_gave(p, toestemming) || stand_in_gave(p, toestemming);
    return client && (who == WHO_CLIENT || guardians_gave(p, toestemming));
}
