/* What the value in a condition means: a word, a day, a number, by the schema's fields of that
 * name. */
#include "base/text.h"
#include "domain/waar_node.h"

#include <stdlib.h>
#include <string.h>

/* ---- what it is compared as ---- */

static enum compared compared_of(enum kind kind)
{
    switch (kind) {
    case KIND_DATE:
        return AS_DAY;
    case KIND_CIVIL_MOMENT:
    case KIND_BOOKED:
        return AS_MOMENT;
    case KIND_NUMBER:
    case KIND_SCALE:
        return AS_NUMBER;
    case KIND_SCALE_TEXT:
    case KIND_WEIGHT:
        return AS_WEIGHT;
    case KIND_YESNO:
    case KIND_CHOICE:
        return AS_WORD;
    case KIND_TEXT:
    case KIND_REFERENCE:
    case KIND_REFERENCE_OR_TEXT:
    case KIND_INTERVAL:
    case KIND_GEMEENTE:
        break;
    }
    return AS_TEXT;
}

static void add_choices(struct buffer *choices, const char *words)
{
    buffer_string(choices, words);
    buffer_byte(choices, ' ');
}

/* Fields of one name that are not compared alike are all text. */
static void take_kind(struct waar *w, const struct field *f, bool *first)
{
    enum compared compared = compared_of(f->kind);

    w->compared = *first || w->compared == compared ? compared : AS_TEXT;
    *first = false;
    if (f->kind == KIND_CHOICE)
        add_choices(&w->choices, f->detail);
    else if (f->kind == KIND_YESNO)
        add_choices(&w->choices, "ja nee");
}

static void take_field_kinds(struct waar *w, const struct schema *schema)
{
    bool first = true;
    const struct field *f;

    for (const struct type *t = schema_types; t->name; t++) {
        if (t->flags & OUTSIDE || (w->type && w->type != t))
            continue;
        f = schema_field_at(schema, t, schema_field_index(schema, t, w->name));
        if (f)
            take_kind(w, f, &first);
    }
}

static void take_fase_words(struct waar *w, const struct schema *schema)
{
    const struct field *fase =
        schema_field(schema, schema_type(schema, TEXT("Gesprek")), TEXT("Fase"));

    w->compared = AS_WORD;
    add_choices(&w->choices, "gemeld");
    add_choices(&w->choices, fase->detail);
    add_choices(&w->choices, "nazorg afgesloten");
}

static void take_kinds(struct waar *w, const struct schema *schema)
{
    switch (w->subject) {
    case SUBJECT_FIELD:
        take_field_kinds(w, schema);
        break;
    case SUBJECT_DOSSIER:
        w->compared = AS_TEXT;
        break;
    case SUBJECT_FASE:
        take_fase_words(w, schema);
        break;
    case SUBJECT_BEGIN:
    case SUBJECT_LAST_CONTACT:
        w->compared = AS_DAY;
        break;
    case SUBJECT_CLOSED:
        w->compared = AS_WORD;
        add_choices(&w->choices, "ja nee");
        break;
    }
    buffer_byte(&w->choices, '\0');
}

/* ---- numbers ---- */

struct number {
    bool negative;
    struct text digits; /* without zeros in front */
};

/* A number at the start of t, which ends there or, with `words`, goes on behind a blank. */
static bool read_number(struct text t, bool words, struct number *number)
{
    size_t start = t.n && (t.p[0] == '-' || t.p[0] == '+'), end = start;

    while (end < t.n && t.p[end] >= '0' && t.p[end] <= '9')
        end++;
    if (end == start || (end < t.n && !(words && t.p[end] == ' ')))
        return false;
    while (start < end && t.p[start] == '0')
        start++;
    *number = (struct number){t.p[0] == '-' && end > start, {t.p + start, end - start}};
    return true;
}

/* However many digits there are. */
static int order_numbers(struct number a, struct number b)
{
    int order;

    if (a.negative != b.negative)
        return a.negative ? -1 : 1;
    if (a.digits.n != b.digits.n)
        order = a.digits.n < b.digits.n ? -1 : 1;
    else
        order = text_order(a.digits, b.digits);
    return a.negative ? -order : order;
}

/* ---- making it ready ---- */

static bool refuse(const struct waar *w, struct buffer *why, const char *advice)
{
    char safe[QUOTE_SIZE];

    buffer_format(why, "`%s` past hier niet: %s", quote(w->value, safe), advice);
    return false;
}

static bool ready_word(struct waar *w, struct buffer *why)
{
    struct field any = {.kind = KIND_CHOICE, .detail = w->choices.p};
    char advice[512];

    if (w->relation != RELATION_IS && w->relation != RELATION_IS_NOT)
        return true;
    if (!schema_value_good(&any, w->value))
        return refuse(w, why, schema_value_advice(&any, w->value, advice));
    w->value = schema_canonical(&any, w->value);
    return true;
}

static bool ready_day(struct waar *w, date today)
{
    date day = date_parse_relative(w->value, today);

    if (day == DATE_NONE)
        return false;
    w->value = text_of(date_write(day, w->day));
    return true;
}

static bool is_moment(struct text t)
{
    date day;
    int minutes;

    return date_parse_civil_moment(t, &day, &minutes) || moment_parse(t) != MOMENT_NONE;
}

bool waar_ready(struct waar *w, const struct schema *schema, date today, struct buffer *why)
{
    struct number number;
    bool equal = w->relation == RELATION_IS || w->relation == RELATION_IS_NOT;

    take_kinds(w, schema);
    if (w->relation == RELATION_CONTAINS)
        return true;
    switch (w->compared) {
    case AS_TEXT:
        return true;
    case AS_WORD:
        return ready_word(w, why);
    case AS_DAY:
        return ready_day(w, today) ||
               refuse(w, why, "schrijf een dag die bestaat als 2026-11-22, vandaag of -3w");
    case AS_MOMENT:
        return ready_day(w, today) || is_moment(w->value) ||
               refuse(w, why, "schrijf een dag als 2026-11-22, of een tijd als 2026-11-22T14:30");
    case AS_NUMBER:
        return read_number(w->value, false, &number) || refuse(w, why, "schrijf een heel getal");
    case AS_WEIGHT:
        return equal || read_number(w->value, false, &number) ||
               refuse(w, why, "schrijf een heel getal");
    }
    return true;
}

/* ---- comparing ---- */

/* Without regard to capitals A-Z, as ASCII has them: no locale. */
static char small(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

static bool contains(struct text in, struct text what)
{
    for (size_t i = 0; what.n <= in.n && i <= in.n - what.n; i++) {
        size_t n = 0;
        while (n < what.n && small(in.p[i + n]) == small(what.p[n]))
            n++;
        if (n == what.n)
            return true;
    }
    return false;
}

static int order_moments(struct text a, struct text b)
{
    moment x = moment_parse(a), y = moment_parse(b);

    if (b.n == 10)
        return text_order((struct text){a.p, a.n < 10 ? a.n : 10}, b);
    if (x != MOMENT_NONE && y != MOMENT_NONE)
        return x < y ? -1 : x > y;
    return text_order(a, b);
}

static int order_values(enum compared compared, struct text value, struct text wanted)
{
    bool words = compared == AS_WEIGHT;
    struct number a, b;

    if (compared == AS_MOMENT)
        return order_moments(value, wanted);
    if (compared != AS_WORD && compared != AS_DAY && read_number(value, words, &a) &&
        read_number(wanted, false, &b))
        return order_numbers(a, b);
    return text_order(value, wanted);
}

bool waar_fits(const struct waar *w, struct text value)
{
    int order;

    if (w->relation == RELATION_CONTAINS)
        return contains(value, w->value);
    if (w->compared == AS_TEXT && (w->relation == RELATION_IS || w->relation == RELATION_IS_NOT))
        return text_is(value, w->value);
    order = order_values(w->compared, value, w->value);
    switch (w->relation) {
    case RELATION_LESS:
        return order < 0;
    case RELATION_MORE:
        return order > 0;
    case RELATION_AT_MOST:
        return order <= 0;
    case RELATION_AT_LEAST:
        return order >= 0;
    default:
        return order == 0;
    }
}
