#include "domain/waar.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

enum node_kind { NODE_AND, NODE_OR, NODE_NOT, NODE_TEST };
enum operator{
    OPERATOR_IS,
    OPERATOR_IS_NOT,
    OPERATOR_LESS,
    OPERATOR_MORE,
    OPERATOR_AT_MOST,
    OPERATOR_AT_LEAST,
    OPERATOR_CONTAINS
};
enum subject {
    SUBJECT_FIELD,
    SUBJECT_DOSSIER,
    SUBJECT_FASE,
    SUBJECT_BEGIN,
    SUBJECT_LAST_CONTACT,
    SUBJECT_CLOSED
};

struct waar {
    enum node_kind kind;
    struct waar *left, *right;
    enum operator operator;
    enum subject subject;
    const struct type *type; /* NULL: any */
    name_id name;
    struct text value;
};

enum { DEEPEST = 100 }; /* of brackets and `niet`: a longer chain is no question of a person */

struct parser {
    const char *start, *at;
    const char *why;
    const struct schema *schema;
    int depth;
};

static struct waar *parse_or(struct parser *p);

void waar_free(struct waar *w)
{
    if (!w)
        return;
    waar_free(w->left);
    waar_free(w->right);
    free(w);
}

static struct waar *node(enum node_kind kind, struct waar *left, struct waar *right)
{
    struct waar *w = mem_take(sizeof *w);
    *w = (struct waar){.kind = kind, .left = left, .right = right};
    return w;
}

static struct waar *fail(struct parser *p, const char *why)
{
    if (!p->why)
        p->why = why;
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

static bool take_operator(struct parser *p, enum operator* operator)
{
    static const struct {
        const char *sign;
        enum operator operator;
    } signs[] = {{"!=", OPERATOR_IS_NOT}, {"≠", OPERATOR_IS_NOT},    {"<=", OPERATOR_AT_MOST},
                 {"≤", OPERATOR_AT_MOST}, {">=", OPERATOR_AT_LEAST}, {"≥", OPERATOR_AT_LEAST},
                 {"=", OPERATOR_IS},      {"<", OPERATOR_LESS},      {">", OPERATOR_MORE},
                 {"~", OPERATOR_CONTAINS}};

    skip_blanks(p);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (!strncmp(p->at, signs[i].sign, strlen(signs[i].sign))) {
            p->at += strlen(signs[i].sign);
            *operator= signs[i].operator;
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
            return false;
        *value = (struct text){start, (size_t)(end - start)};
        p->at = end + 1;
        return true;
    }
    while (!ends_word(*p->at))
        p->at++;
    *value = (struct text){start, (size_t)(p->at - start)};
    return value->n > 0;
}

static bool take_own_name(struct waar *w, struct text name)
{
    static const struct {
        const char *name;
        enum subject subject;
    } own[] = {{"Dossier", SUBJECT_DOSSIER},
               {"Fase", SUBJECT_FASE},
               {"Begin", SUBJECT_BEGIN},
               {"Laatste_contact", SUBJECT_LAST_CONTACT},
               {"Afgesloten", SUBJECT_CLOSED}};

    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (text_is_string(name, own[i].name)) {
            w->subject = own[i].subject;
            return true;
        }
    return false;
}

static bool take_name(struct parser *p, struct waar *w)
{
    const char *start;
    struct text name, type;
    const char *dot;

    skip_blanks(p);
    start = p->at;
    while ((*p->at | 32) >= 'a' && (*p->at | 32) <= 'z'
               ? true
               : (*p->at >= '0' && *p->at <= '9') || *p->at == '_' || *p->at == '.')
        p->at++;
    name = (struct text){start, (size_t)(p->at - start)};
    if (!name.n || take_own_name(w, name))
        return name.n > 0;
    dot = memchr(name.p, '.', name.n);
    type = (struct text){name.p, dot ? (size_t)(dot - name.p) : 0};
    if (dot)
        name = (struct text){dot + 1, name.n - type.n - 1};
    w->type = dot ? schema_type(p->schema, type) : NULL;
    w->name = schema_name(p->schema, name);
    if ((dot && !w->type) || w->name == NAME_UNKNOWN ||
        (w->type && !schema_field(p->schema, w->type, name))) {
        p->at = start;
        return false;
    }
    return true;
}

static struct waar *parse_test(struct parser *p)
{
    struct waar *w = node(NODE_TEST, NULL, NULL);
    const char *why = NULL;

    if (!take_name(p, w))
        why = "hier hoort een veld uit het schema, zoals Kader of Doel.Status (zie gesprek-check "
              "--schema)";
    else if (!take_operator(p, &w->operator))
        why = "na het veld hoort =, !=, <, >, <=, >= of ~";
    else if (!take_value(p, &w->value))
        why = "hier hoort een waarde; zet een waarde met spaties tussen aanhalingstekens";
    if (!why)
        return w;
    waar_free(w);
    return fail(p, why);
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

struct waar *waar_parse(const char *expression, const struct schema *schema, size_t *at,
                        const char **why)
{
    struct parser p = {expression, expression, NULL, schema, 0};
    struct waar *w = parse_or(&p);

    skip_blanks(&p);
    if (w && *p.at) {
        waar_free(w);
        w = fail(&p, "hier hoort `en`, `of` of het einde");
    }
    *at = (size_t)(p.at - p.start);
    *why = p.why;
    return w;
}

/* ---- does it hold ---- */

static bool contains(struct text in, struct text what)
{
    for (size_t i = 0; what.n <= in.n && i <= in.n - what.n; i++) {
        size_t n = 0;
        while (n < what.n) {
            unsigned char a = (unsigned char)in.p[i + n], b = (unsigned char)what.p[n];
            a = (unsigned char)(a >= 'A' && a <= 'Z' ? a + 32 : a);
            b = (unsigned char)(b >= 'A' && b <= 'Z' ? b + 32 : b);
            if (a != b)
                break;
            n++;
        }
        if (n == what.n)
            return true;
    }
    return false;
}

/* Numbers as numbers; dates and words by bytes, which for dates is their order in time. */
static int order(struct text a, struct text b)
{
    uint32_t x, y;

    if (text_digits(a, &x) && text_digits(b, &y))
        return x < y ? -1 : x > y;
    return text_order(a, b);
}

static bool fits(const struct waar *w, struct text value)
{
    switch (w->operator) {
    case OPERATOR_IS:
    case OPERATOR_IS_NOT:
        return text_is(value, w->value);
    case OPERATOR_CONTAINS:
        return contains(value, w->value);
    case OPERATOR_LESS:
        return order(value, w->value) < 0;
    case OPERATOR_MORE:
        return order(value, w->value) > 0;
    case OPERATOR_AT_MOST:
        return order(value, w->value) <= 0;
    case OPERATOR_AT_LEAST:
        return order(value, w->value) >= 0;
    }
    return false;
}

static bool any_field_fits(const struct waar *w, struct dossier *d)
{
    for (size_t i = 0; i < d->thing_count; i++) {
        const struct thing *t = &d->things[i];
        struct text value;
        size_t at = 0;
        if (!t->opening || t->withdrawn || (w->type && t->type != w->type))
            continue;
        while (thing_next_value(d, t, w->name, &at, &value))
            if (fits(w, value))
                return true;
    }
    return false;
}

static bool date_fits(const struct waar *w, date day)
{
    char text[11];
    return day != DATE_NONE && fits(w, text_of(date_write(day, text)));
}

static bool test_holds(const struct waar *w, struct dossier *d, const struct stand *stand)
{
    bool hit = false;

    switch (w->subject) {
    case SUBJECT_FIELD:
        hit = any_field_fits(w, d);
        break;
    case SUBJECT_DOSSIER:
        hit = fits(w, d->id);
        break;
    case SUBJECT_FASE:
        hit = fits(w, stand->fase);
        break;
    case SUBJECT_BEGIN:
        hit = date_fits(w, stand->begin);
        break;
    case SUBJECT_LAST_CONTACT:
        hit = date_fits(w, stand->last_contact);
        break;
    case SUBJECT_CLOSED:
        hit = fits(w, text_of(stand->closed ? "ja" : "nee"));
        break;
    }
    return w->operator== OPERATOR_IS_NOT ? !hit : hit;
}

static bool holds(const struct waar *w, struct dossier *d, const struct stand *stand)
{
    switch (w->kind) {
    case NODE_AND:
        return holds(w->left, d, stand) && holds(w->right, d, stand);
    case NODE_OR:
        return holds(w->left, d, stand) || holds(w->right, d, stand);
    case NODE_NOT:
        return !holds(w->left, d, stand);
    case NODE_TEST:
        break;
    }
    return test_holds(w, d, stand);
}

bool waar_holds(const struct waar *w, struct dossier *d, const struct stand_names *names,
                date today)
{
    struct stand stand = stand_of(d, names, today);
    return holds(w, d, &stand);
}
