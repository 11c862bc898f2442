/* A condition, from text to nodes: a descent, one function for each rule of the grammar in waar.h.
 */
#include "base/text.h"
#include "domain/waar_node.h"

#include <stdlib.h>
#include <string.h>

enum { DEEPEST = 100 }; /* of brackets and `niet`: a longer chain is no question of a person */

struct parser {
    const char *start, *at;
    const struct schema *schema;
    date today;
    struct buffer *why; /* empty: nothing wrong yet */
    int depth;
};

static struct waar *parse_or(struct parser *p);

static struct waar *node(enum node_kind kind, struct waar *left, struct waar *right)
{
    struct waar *w = mem_take(sizeof *w);
    *w = (struct waar){.kind = kind, .left = left, .right = right};
    return w;
}

/* The first reason is the one to tell. */
static bool wrong(struct parser *p, const char *why)
{
    if (!p->why->n)
        buffer_string(p->why, why);
    return false;
}

static struct waar *fail(struct parser *p, const char *why)
{
    wrong(p, why);
    return NULL;
}

static void skip_blanks(struct parser *p)
{
    while (*p->at == ' ' || *p->at == '\t' || *p->at == '\n')
        p->at++;
}

static bool ends_word(char c)
{
    return c == '\0' || strchr(" \t\n()", c) != NULL;
}

static bool take_word(struct parser *p, const char *word)
{
    size_t n = strlen(word);

    skip_blanks(p);
    if (strncmp(p->at, word, n) || !ends_word(p->at[n]))
        return false;
    p->at += n;
    return true;
}

static bool take_relation(struct parser *p, enum relation *relation)
{
    static const struct {
        const char *sign;
        enum relation relation;
    } signs[] = {{"!=", RELATION_IS_NOT}, {"≠", RELATION_IS_NOT},    {"<=", RELATION_AT_MOST},
                 {"≤", RELATION_AT_MOST}, {">=", RELATION_AT_LEAST}, {"≥", RELATION_AT_LEAST},
                 {"=", RELATION_IS},      {"<", RELATION_LESS},      {">", RELATION_MORE},
                 {"~", RELATION_CONTAINS}};

    skip_blanks(p);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (!strncmp(p->at, signs[i].sign, strlen(signs[i].sign))) {
            p->at += strlen(signs[i].sign);
            *relation = signs[i].relation;
            return true;
        }
    return false;
}

static bool take_value(struct parser *p, struct text *value)
{
    const char *start;
    char quote_sign;

    skip_blanks(p);
    quote_sign = *p->at;
    start = p->at;
    if (quote_sign == '\'' || quote_sign == '"') {
        const char *end = strchr(++start, quote_sign);
        if (!end)
            return wrong(p, "van deze waarde ontbreekt het laatste aanhalingsteken");
        *value = (struct text){start, (size_t)(end - start)};
        p->at = end + 1;
        return true;
    }
    if (*p->at && strchr("=<>~!", *p->at))
        return false; /* `==`, `=>`: not what was meant as a value */
    while (!ends_word(*p->at))
        p->at++;
    *value = (struct text){start, (size_t)(p->at - start)};
    return value->n > 0;
}

static const struct {
    const char *name;
    enum subject subject;
} own_names[] = {{"Dossier", SUBJECT_DOSSIER},
                 {"Fase", SUBJECT_FASE},
                 {"Begin", SUBJECT_BEGIN},
                 {"Laatste_contact", SUBJECT_LAST_CONTACT},
                 {"Afgesloten", SUBJECT_CLOSED}};

enum { OWN_NAMES = sizeof own_names / sizeof *own_names };

static bool take_own_name(struct waar *w, struct text name)
{
    for (size_t i = 0; i < OWN_NAMES; i++)
        if (text_is_string(name, own_names[i].name)) {
            w->subject = own_names[i].subject;
            return true;
        }
    return false;
}

/* A name that some type of a dossier has a field for, or all of them. */
static bool is_field_name(const struct schema *schema, name_id name)
{
    if (name == NAME_UNKNOWN)
        return false;
    for (const struct type *t = schema_types; t->name; t++)
        if (!(t->flags & OUTSIDE) && schema_field_index(schema, t, name) >= 0)
            return true;
    return false;
}

static void try_fields(struct nearest *nearest, const struct field *f)
{
    for (; f->name; f++)
        nearest_try(nearest, text_of(f->name));
}

/* A name without a type may be a field of any. */
static void try_names(struct nearest *nearest)
{
    for (size_t i = 0; i < OWN_NAMES; i++)
        nearest_try(nearest, text_of(own_names[i].name));
    for (const struct type *t = schema_types; t->name; t++)
        if (!(t->flags & OUTSIDE))
            try_fields(nearest, t->fields);
}

static void try_types(struct nearest *nearest)
{
    for (const struct type *t = schema_types; t->name; t++)
        if (!(t->flags & OUTSIDE))
            nearest_try(nearest, text_of(t->name));
}

/* `part` is the half of the name that is not known, `type` its other half when that is. */
static void say_unknown(struct parser *p, const struct type *type, struct text part, bool is_type)
{
    struct nearest nearest = {.asked = part};

    buffer_string(p->why, "hier hoort een veld uit het schema, zoals Kader of Doel.Status");
    if (is_type)
        try_types(&nearest);
    else if (type)
        try_fields(&nearest, type->fields);
    else
        try_names(&nearest);
    if (nearest.word.n)
        buffer_format(p->why, ". Bedoelt u %s%s%s?", type ? type->name : "", type ? "." : "",
                      nearest.word.p);
    else
        buffer_string(p->why, " (zie gesprek-check --schema)");
}

static struct text take_letters(struct parser *p)
{
    const char *start;

    skip_blanks(p);
    start = p->at;
    while (((*p->at | 32) >= 'a' && (*p->at | 32) <= 'z') || (*p->at >= '0' && *p->at <= '9') ||
           *p->at == '_' || *p->at == '.')
        p->at++;
    return (struct text){start, (size_t)(p->at - start)};
}

static bool take_name(struct parser *p, struct waar *w)
{
    struct text whole = take_letters(p), name = whole, type = {whole.p, 0};
    const char *dot = memchr(whole.p, '.', whole.n);

    if (take_own_name(w, whole))
        return true;
    if (dot) {
        type.n = (size_t)(dot - whole.p);
        name = (struct text){dot + 1, whole.n - type.n - 1};
        w->type = schema_type(p->schema, type);
    }
    w->name = schema_name(p->schema, name);
    if (dot && (!w->type || w->type->flags & OUTSIDE))
        say_unknown(p, NULL, type, true);
    else if (w->type ? !schema_field(p->schema, w->type, name) : !is_field_name(p->schema, w->name))
        say_unknown(p, w->type, name, false);
    else
        return true;
    p->at = whole.p;
    return false;
}

static bool take_test(struct parser *p, struct waar *w)
{
    const char *value_at;

    if (!take_name(p, w))
        return false;
    if (!take_relation(p, &w->relation))
        return wrong(p, "na het veld hoort =, !=, <, >, <=, >= of ~");
    skip_blanks(p);
    value_at = p->at;
    if (!take_value(p, &w->value))
        return wrong(p, "hier hoort een waarde; zet een waarde met spaties of tekens tussen "
                        "aanhalingstekens");
    if (waar_ready(w, p->schema, p->today, p->why))
        return true;
    p->at = value_at;
    return false;
}

static struct waar *parse_test(struct parser *p)
{
    struct waar *w = node(NODE_TEST, NULL, NULL);

    if (take_test(p, w))
        return w;
    waar_free(w);
    return NULL;
}

static struct waar *parse_factor(struct parser *p)
{
    struct waar *w;

    if (++p->depth > DEEPEST)
        return fail(p, "te veel haakjes of niet in elkaar");
    if (take_word(p, "niet")) {
        w = parse_factor(p);
        w = w ? node(NODE_NOT, w, NULL) : NULL;
    } else if (skip_blanks(p), *p->at == '(') {
        p->at++;
        w = parse_or(p);
        skip_blanks(p);
        if (w && *p->at != ')') {
            waar_free(w);
            return fail(p, "hier hoort een haakje )");
        }
        p->at += w != NULL;
    } else {
        w = parse_test(p);
    }
    p->depth--;
    return w;
}

static struct waar *parse_and(struct parser *p)
{
    struct waar *w = parse_factor(p);

    while (w && take_word(p, "en")) {
        struct waar *right = parse_factor(p);
        if (!right) {
            waar_free(w);
            return NULL;
        }
        w = node(NODE_AND, w, right);
    }
    return w;
}

static struct waar *parse_or(struct parser *p)
{
    struct waar *w = parse_and(p);

    while (w && take_word(p, "of")) {
        struct waar *right = parse_and(p);
        if (!right) {
            waar_free(w);
            return NULL;
        }
        w = node(NODE_OR, w, right);
    }
    return w;
}

static size_t characters(const char *from, const char *to)
{
    size_t n = 0;

    for (; from < to; from++)
        n += ((unsigned char)*from & 0xC0) != 0x80;
    return n;
}

struct waar *waar_parse(const char *expression, const struct schema *schema, date today, size_t *at,
                        struct buffer *why)
{
    struct parser p = {expression, expression, schema, today, why, 0};
    struct waar *w = parse_or(&p);

    skip_blanks(&p);
    if (w && *p.at) {
        waar_free(w);
        w = fail(&p, "hier hoort `en`, `of` of het einde");
    }
    *at = characters(p.start, p.at) + 1;
    return w;
}
