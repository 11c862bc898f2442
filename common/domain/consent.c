#include "domain/consent_inside.h"

#include "base/interval.h"
#include "base/text.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* ---- words ---- */

static int first_letter(struct text t)
{
    while (t.n && *t.p == ' ')
        t = (struct text){t.p + 1, t.n - 1};
    return t.n ? tolower((unsigned char)*t.p) : 0;
}

bool consent_same_name(struct text a, struct text b)
{
    struct text x, y;
    bool more;

    /* Nearly all that are compared differ here, and every value is compared with many names. */
    if (first_letter(a) != first_letter(b))
        return false;
    do {
        more = text_next_word(&a, &x);
        if (more != text_next_word(&b, &y))
            return false;
        if (more && (x.n != y.n || strncasecmp(x.p, y.p, x.n)))
            return false;
    } while (more);
    return true;
}

bool consent_contains(struct text t, struct text words)
{
    words = text_trim(words);
    for (size_t i = 0; words.n && i + words.n <= t.n; i++)
        if (!strncasecmp(t.p + i, words.p, words.n))
            return true;
    return false;
}

/* An organisation by its name alone: `Zes Sleutels, begeleid wonen` is one of Zes Sleutels. */
static struct text before_comma(struct text name)
{
    const char *comma = memchr(name.p, ',', name.n);

    return comma ? (struct text){name.p, (size_t)(comma - name.p)} : name;
}

struct consent_word consent_word(struct text word)
{
    struct consent_word w = {NULL, NULL};
    const char *dot = word.n ? memchr(word.p, '.', word.n) : NULL;
    struct text name = {word.p, dot ? (size_t)(dot - word.p) : word.n};
    struct text rest = {dot ? dot + 1 : word.p, dot ? word.n - name.n - 1 : 0};

    for (const struct type *t = schema_types; t->name; t++)
        if (!(t->flags & OUTSIDE) && consent_same_name(name, text_of(t->name)))
            w.type = t;
    for (const struct field *f = w.type && dot ? w.type->fields : NULL; f && f->name; f++)
        if (consent_same_name(rest, text_of(f->name)))
            w.field = f;
    if (dot && !w.field)
        w.type = NULL;
    return w;
}

/* ---- what was said, in order ---- */

struct text consent_value(const struct schema *schema, struct dossier *d, const struct thing *t,
                          const char *name)
{
    return thing_value(d, t, schema_name(schema, text_of(name)));
}

static bool counts(const struct thing *t, const struct type *type)
{
    return t->type == type && t->opening && !t->withdrawn;
}

static bool gives(const struct dossier *d, const struct record *r, name_id name)
{
    for (size_t i = r->first; i < r->first + r->count; i++)
        if (d->fields[i].id == name && d->fields[i].value.n)
            return true;
    return false;
}

/* The last record of the thing that says this field: when it was said. */
static const struct record *giver(const struct consent *c, const struct dossier *d,
                                  const struct thing *t, const char *name)
{
    name_id id = schema_name(c->schema, text_of(name));
    const struct record *last = t->opening;

    for (size_t i = 0; i < d->record_count; i++) {
        const struct record *r = &d->records[i];
        if (r->known && &d->things[r->thing] == t && gives(d, r, id) && r->op >= last->op)
            last = r;
    }
    return last;
}

/* A copy that outlives the fold. */
static const struct thing *keep(struct dossier *d, const struct thing *t)
{
    struct thing *copy = arena_take(&d->arena, sizeof *copy);

    *copy = *t;
    return copy;
}

static void add(struct consent *c, struct said said)
{
    if (said.day <= c->day)
        c->said[c->count++] = said;
}

date consent_until(const struct schema *schema, const struct consent_rules *rules,
                   struct dossier *d, const struct thing *t)
{
    date until = date_parse(text_trim(consent_value(schema, d, t, "Tot")));

    return until != DATE_NONE ? until : interval_after(t->opening->op, rules->lasts, 1);
}

enum consent_state consent_state_of(const struct schema *schema, const struct consent_rules *rules,
                                    struct dossier *d, const struct thing *t, date day)
{
    struct people people = {schema, rules, d, day};
    date gone = date_parse(text_trim(consent_value(schema, d, t, "Ingetrokken")));
    date until = consent_until(schema, rules, d, t);

    if (!text_is_string(consent_value(schema, d, t, "Uitkomst"), "gegeven"))
        return CONSENT_GEWEIGERD;
    if (gone != DATE_NONE && gone <= day)
        return CONSENT_INGETROKKEN;
    if (t->opening->op > day)
        return CONSENT_LATER;
    if (until != DATE_NONE && until < day)
        return CONSENT_VERLOPEN;
    return people_may_give(&people, t) ? CONSENT_GELDT : CONSENT_NIET_BEVOEGD;
}

static enum word word_of(enum consent_state state, bool exactly)
{
    switch (state) {
    case CONSENT_GELDT:
        return exactly ? WORD_YES : WORD_MUTE;
    case CONSENT_VERLOPEN:
        return exactly ? WORD_OVER : WORD_MUTE;
    case CONSENT_GEWEIGERD:
    case CONSENT_INGETROKKEN:
        return WORD_NO;
    case CONSENT_LATER:
    case CONSENT_NIET_BEVOEGD:
        break;
    }
    return WORD_MUTE;
}

/* A yes or a no on the day that it was said; a yes that was taken back is a no on that day too. */
static void take_toestemming(struct consent *c, const struct consent_rules *rules,
                             struct dossier *d, const struct thing *t, bool exactly)
{
    const struct record *outcome = giver(c, d, t, "Uitkomst");
    enum consent_state state = consent_state_of(c->schema, rules, d, t, c->day);
    date gone = date_parse(text_trim(consent_value(c->schema, d, t, "Ingetrokken")));
    const struct thing *kept = keep(d, t);
    struct text niet;
    size_t at = 0;

    while (thing_next_value(d, t, c->niet, &at, &niet))
        c->own_words = c->own_words ||
                       (!consent_word(text_trim(niet)).type && !schema_key_good(text_trim(niet)));
    if (state == CONSENT_GELDT && exactly)
        c->in_force = t->key;
    if (state == CONSENT_INGETROKKEN)
        add(c, (struct said){kept, gone, giver(c, d, t, "Ingetrokken"), WORD_NO});
    add(c, (struct said){kept, outcome->op, outcome, word_of(state, exactly)});
}

/* A duty or a danger that makes telling right, noted on the day itself, with why and whether the
 * client was told. */
static bool is_other_ground(const struct consent *c, struct dossier *d, const struct thing *t)
{
    struct text ground = consent_value(c->schema, d, t, "Grondslag");

    return t->opening->op == c->day && ground.n && !text_is_string(ground, "toestemming") &&
           consent_value(c->schema, d, t, "Reden").n &&
           consent_value(c->schema, d, t, "Client_geinformeerd").n;
}

struct consent *consent_read(const struct schema *schema, const struct consent_rules *rules,
                             struct dossier *d, struct text organisation, date day)
{
    struct consent *c = arena_take(&d->arena, sizeof *c);
    const struct type *toestemming = schema_type(schema, TEXT("Toestemming"));
    const struct type *verstrekking = schema_type(schema, TEXT("Verstrekking"));

    *c = (struct consent){.schema = schema, .day = day};
    c->said = arena_take(&d->arena, (2 * d->thing_count + 1) * sizeof *c->said);
    c->waarover = schema_name(schema, TEXT("Waarover"));
    c->niet = schema_name(schema, TEXT("Niet"));
    c->wat = schema_name(schema, TEXT("Wat"));
    for (size_t i = 0; i < d->thing_count; i++) {
        const struct thing *t = &d->things[i];
        struct text to = t->opening ? consent_value(schema, d, t, "Aan") : TEXT("");
        bool exactly = to.n && consent_same_name(to, organisation);
        if (counts(t, toestemming) && to.n &&
            consent_same_name(before_comma(to), before_comma(organisation)))
            take_toestemming(c, rules, d, t, exactly);
        if (counts(t, verstrekking) && exactly && is_other_ground(c, d, t))
            add(c, (struct said){keep(d, t), t->opening->op, t->opening, WORD_YES});
    }
    return c;
}

struct text consent_in_force(const struct consent *c)
{
    return c->in_force;
}

bool consent_own_words(const struct consent *c)
{
    return c->own_words;
}
