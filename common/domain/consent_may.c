/* Whether what was said covers a value: the answer to the question of consent.h. */
#include "base/text.h"
#include "domain/consent_inside.h"

#include <string.h>
#include <strings.h>

/* ---- which part of life a record is about ---- */

/* Where that stands: the field, and in which thing (itself, or the one that it belongs to). */
struct about {
    const struct thing *thing;
    const struct field *field; /* NULL: the key says it, or nothing does */
};

static const struct field *field_of(const struct consent *c, const struct thing *t, size_t i)
{
    return t->type ? schema_field_at(c->schema, t->type,
                                     schema_field_index(c->schema, t->type, t->fields[i].id))
                   : NULL;
}

static const struct field *about_field(const struct consent *c, const struct thing *t)
{
    const struct field *f = schema_field(c->schema, t->type, TEXT("Levensdomein"));

    return f ? f
           : text_is_string(t->type_name, "Verwijzing")
               ? schema_field(c->schema, t->type, TEXT("Nood"))
               : NULL;
}

/* A step of a goal about living is about living. */
static struct about about_of(const struct consent *c, struct dossier *d, const struct thing *t)
{
    struct about a = {t, about_field(c, t)};
    const struct field *bij = schema_field(c->schema, t->type, TEXT("Bij"));
    const struct thing *target;

    if (a.field || !bij || bij->kind != KIND_REFERENCE)
        return a;
    target = fold_find(d, NULL, consent_value(c->schema, d, t, "Bij"));
    if (target && target->type && target->opening && !target->withdrawn)
        a = (struct about){target, about_field(c, target)};
    return a;
}

/* The parts of life in turn. Start with *at = 0. */
static bool next_part(const struct consent *c, struct dossier *d, const struct about *a, size_t *at,
                      struct text *part)
{
    if (a->field)
        return thing_next_value(d, a->thing, schema_name(c->schema, text_of(a->field->name)), at,
                                part);
    *part = a->thing->key;
    return text_is_string(a->thing->type_name, "Domein") && !(*at)++;
}

/* ---- does what was said cover a value ---- */

/* The types of which a record is about its part of life and nothing else, so that a yes to that
 * part covers it. A conversation (Gesprek) is not: Levensdomein says what was talked about, and not
 * that nothing else was. */
static const char wholly_about[] = "Domein Doel Recht Verwijzing";

struct value {
    struct dossier *d;
    const struct thing *t;
    size_t at;
    const struct field *field;
    struct about about;
};

/* `Doel` or `Doel.Tekst` of a value of that; what consent_word finds, without looking at all types.
 */
static bool names_field(struct text word, const struct value *v)
{
    size_t n = strlen(v->t->type->name);

    if (word.n < n || strncasecmp(word.p, v->t->type->name, n))
        return false;
    if (word.n == n)
        return true;
    return word.p[n] == '.' && v->field &&
           consent_same_name((struct text){word.p + n + 1, word.n - n - 1},
                             text_of(v->field->name));
}

/* One of the values of the field `name` of what was said is this word. */
static bool lists(struct dossier *d, const struct thing *said, name_id name, struct text word)
{
    struct text next;
    size_t at = 0;

    while (thing_next_value(d, said, name, &at, &next))
        if (consent_same_name(next, word))
            return true;
    return false;
}

static bool lists_field(const struct thing *said, name_id name, const struct value *v)
{
    struct text word;
    size_t at = 0;

    while (thing_next_value(v->d, said, name, &at, &word))
        if (names_field(text_trim(word), v))
            return true;
    return false;
}

/* All parts of life of the record, or any of them. */
static bool lists_parts(const struct consent *c, const struct thing *said, name_id name,
                        const struct value *v, bool all)
{
    size_t at = 0, parts = 0, listed = 0;
    struct text part;

    while (next_part(c, v->d, &v->about, &at, &part)) {
        parts++;
        listed += lists(v->d, said, name, part);
    }
    return all ? parts && listed == parts : listed > 0;
}

/* Words that are no type, field or part of life: a refusal in them is a refusal of everything. */
static bool lists_own_words(const struct consent *c, const struct thing *said,
                            const struct value *v)
{
    struct text word;
    size_t at = 0;

    while (thing_next_value(v->d, said, c->waarover, &at, &word)) {
        word = text_trim(word);
        if (consent_same_name(word, TEXT("alles")) ||
            (!consent_word(word).type && (!schema_key_good(word) || memchr(word.p, '.', word.n))))
            return true;
    }
    return false;
}

static bool is_toestemming(const struct thing *t)
{
    return text_is_string(t->type_name, "Toestemming");
}

static bool says_no(const struct consent *c, const struct said *s, const struct value *v)
{
    return lists_field(s->by, c->waarover, v) || lists_parts(c, s->by, c->waarover, v, false) ||
           (s->word == WORD_NO && lists_own_words(c, s->by, v));
}

/* A step is about what it belongs to. What somebody else said, or what the client thinks of the
 * service, is in the record of a referral, but is more than the part of life that it is for. */
static bool is_wholly_about(const struct value *v)
{
    bool step = text_is_string(v->t->type_name, "Stap");

    if (text_is_string(v->t->type_name, "Verwijzing") &&
        text_has_word("Ervaring_client Terugkoppeling", text_of(v->field->name)))
        return false;
    return (step || v->about.thing == v->t) &&
           text_has_word(wholly_about, v->about.thing->type_name);
}

/* A no to a part of life is wide, a yes to it is narrow: a client who names only `wonen` does not
 * know what all was written down where wonen came up. */
static bool says_yes(const struct consent *c, const struct said *s, const struct value *v)
{
    name_id name = is_toestemming(s->by) ? c->waarover : c->wat;

    return lists_field(s->by, name, v) ||
           (is_wholly_about(v) && lists_parts(c, s->by, name, v, true));
}

static bool is_later(const struct said *a, const struct said *b)
{
    if (a->day != b->day)
        return a->day > b->day;
    return a->record > b->record ||
           (a->record == b->record && a->word != WORD_YES && b->word == WORD_YES);
}

/* ---- what must not be told ---- */

/* A Niet stands until a later yes has the same word. */
static bool was_lifted(const struct consent *c, const struct said *no, struct dossier *d,
                       struct text word)
{
    for (size_t i = 0; i < c->count; i++)
        if (c->said[i].word == WORD_YES && is_toestemming(c->said[i].by) &&
            is_later(&c->said[i], no) && lists(d, c->said[i].by, c->waarover, word))
            return true;
    return false;
}

static bool hits(const struct consent *c, struct text word, const struct value *v)
{
    struct rec_field *f = &v->t->fields[v->at];
    struct text part;
    size_t at = 0;

    if (consent_word(word).type)
        return names_field(word, v);
    while (next_part(c, v->d, &v->about, &at, &part))
        if (consent_same_name(part, word))
            return true;
    return consent_contains(field_value(v->d, f), word);
}

static bool must_not(const struct consent *c, const struct value *v)
{
    for (size_t i = 0; i < c->count; i++) {
        struct text word;
        size_t at = 0;
        if (!is_toestemming(c->said[i].by))
            continue;
        while (thing_next_value(v->d, c->said[i].by, c->niet, &at, &word))
            if (hits(c, text_trim(word), v) && !was_lifted(c, &c->said[i], v->d, text_trim(word)))
                return true;
    }
    return false;
}

/* ---- the answer ---- */

/* The last word about the value; NULL: nothing was said about it. */
static const struct said *last_word(const struct consent *c, const struct value *v)
{
    const struct said *last = NULL;

    for (size_t i = 0; i < c->count; i++) {
        const struct said *s = &c->said[i];
        if (is_toestemming(s->by) && s->word != WORD_MUTE &&
            (s->word == WORD_YES ? says_yes(c, s, v) : says_no(c, s, v)) &&
            (!last || is_later(s, last)))
            last = s;
    }
    return last && last->word != WORD_YES ? NULL : last;
}

/* A duty does not ask for consent. */
static const struct said *other_ground(const struct consent *c, const struct value *v)
{
    for (size_t i = 0; i < c->count; i++)
        if (!is_toestemming(c->said[i].by) && says_yes(c, &c->said[i], v))
            return &c->said[i];
    return NULL;
}

static struct value make_value(const struct consent *c, struct dossier *d, const struct thing *t,
                               size_t i)
{
    return (struct value){d, t, i, field_of(c, t, i), about_of(c, d, t)};
}

static const struct said *ground_of(const struct consent *c, const struct value *v)
{
    const struct said *other = other_ground(c, v);

    return other ? other : must_not(c, v) ? NULL : last_word(c, v);
}

/* All values of that field of the thing may go, and there is one; NULL: one of any field. */
static bool goes(const struct consent *c, struct dossier *d, const struct thing *t,
                 const struct field *field)
{
    size_t values = 0, may = 0;

    for (size_t i = 1; i < t->count; i++)
        if (t->fields[i].value.n && (!field || field_of(c, t, i) == field)) {
            values++;
            may += consent_may(c, d, t, i).may;
        }
    return field ? values && may == values : may > 0;
}

/* Known because of the part of life that the record is about: then whoever reads it may know which
 * that is, and to what the record belongs. */
static bool about_goes(const struct consent *c, const struct said *s, const struct value *v)
{
    name_id name = is_toestemming(s->by) ? c->waarover : c->wat;
    const struct field *bij = schema_field(c->schema, v->t->type, TEXT("Bij"));
    bool own = v->about.thing == v->t;

    if (lists_field(s->by, name, v) || (own && (!v->about.field || v->field == v->about.field)))
        return true;
    return goes(c, v->d, v->about.thing, v->about.field) &&
           (own || v->field == bij || goes(c, v->d, v->t, bij));
}

/* Something bijzonder goes with why it had to be noted, or not at all. */
static bool has_noodzaak(const struct consent *c, const struct value *v)
{
    const struct field *f = schema_field(c->schema, v->t->type, TEXT("Noodzaak"));

    return f && goes(c, v->d, v->t, f);
}

struct consent_answer consent_may(const struct consent *c, struct dossier *d, const struct thing *t,
                                  size_t i)
{
    struct consent_answer no = {false, TEXT(""), TEXT("")};
    struct value v = {0};
    const struct said *s;
    unsigned flags;

    if (!t->type || t->type->flags & OUTSIDE || !t->fields[i].value.n || !field_of(c, t, i))
        return no;
    v = make_value(c, d, t, i);
    flags = t->type->flags | v.field->flags;
    if (flags & (INTERN | AFGESCHERMD) ||
        (v.field >= schema_common && v.field < schema_common + COMMON_COUNT) ||
        (flags & BIJZONDER && !has_noodzaak(c, &v)))
        return no;
    s = ground_of(c, &v);
    if (!s || !about_goes(c, s, &v))
        return no;
    return (struct consent_answer){true,
                                   is_toestemming(s->by)
                                       ? TEXT("toestemming")
                                       : consent_value(c->schema, d, s->by, "Grondslag"),
                                   s->by->key};
}
