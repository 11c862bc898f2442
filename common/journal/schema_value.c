#include "base/date.h"
#include "base/text.h"
#include "journal/schema_lookup.h"

#include <stdio.h>
#include <string.h>

struct text schema_choices(const struct field *field)
{
    if (field->kind == KIND_YESNO)
        return TEXT("ja nee");
    return text_of(field->kind == KIND_CHOICE ? field->detail : NULL);
}

bool schema_next_choice(struct text *rest, struct text *choice)
{
    while (text_next_word(rest, choice))
        if (!memchr(choice->p, '>', choice->n))
            return true;
    return false;
}

void schema_split_choice(struct text word, struct text *reads, struct text *writes)
{
    const char *arrow = memchr(word.p, '>', word.n);

    *reads = *writes = word;
    if (arrow) {
        reads->n = (size_t)(arrow - word.p);
        *writes = (struct text){arrow + 1, word.n - reads->n - 1};
    }
}

struct text schema_canonical(const struct field *field, struct text value)
{
    struct text rest, word, reads, writes;

    if (field->kind == KIND_TEXT || field->kind == KIND_REFERENCE_OR_TEXT)
        return value;
    value = text_trim(value);
    if (field->kind != KIND_CHOICE)
        return value;
    rest = text_of(field->detail);
    while (text_next_word(&rest, &word)) {
        schema_split_choice(word, &reads, &writes);
        if (text_is(reads, value))
            return writes;
    }
    return value;
}

static bool choice_good(const char *choices, struct text value)
{
    const char *p = choices;

    while (*p) {
        const char *word = p;
        while (*p && *p != ' ' && *p != '>')
            p++;
        if ((size_t)(p - word) == value.n && !memcmp(word, value.p, value.n))
            return true;
        while (*p && *p != ' ')
            p++;
        while (*p == ' ')
            p++;
    }
    return false;
}

/* detail: "0-10", "1-5", or "1-" for no upper end. */
static bool number_good(const char *detail, struct text value)
{
    const char *dash = strchr(detail, '-');
    uint32_t n, least = 0, most = 999999999;

    text_digits((struct text){detail, (size_t)(dash - detail)}, &least);
    if (dash[1])
        text_digits(text_of(dash + 1), &most);
    return text_digits(value, &n) && n >= least && n <= most;
}

static bool scale_good(struct text value)
{
    if (value.n == 1)
        return value.p[0] == '0';
    return value.n == 2 && (value.p[0] == '-' || value.p[0] == '+') &&
           (value.p[1] == '1' || value.p[1] == '2');
}

static bool scale_text_good(struct text value)
{
    const char *blank = memchr(value.p, ' ', value.n);
    return blank && scale_good((struct text){value.p, (size_t)(blank - value.p)});
}

static bool interval_good(struct text value)
{
    uint32_t n;
    return value.n > 1 && strchr("dwmj", value.p[value.n - 1]) &&
           text_digits((struct text){value.p, value.n - 1}, &n) && n > 0;
}

static bool gemeente_good(struct text value)
{
    uint32_t n;
    return (value.n == 4 || value.n == 5) && text_digits(value, &n);
}

static bool civil_moment_good(struct text value)
{
    date day;
    int minutes;
    return date_parse_civil_moment(value, &day, &minutes);
}

bool schema_value_good(const struct field *field, struct text value)
{
    if (field->kind == KIND_TEXT || field->kind == KIND_REFERENCE_OR_TEXT)
        return true;
    value = text_trim(value);
    switch (field->kind) {
    case KIND_DATE:
        return date_parse(value) != DATE_NONE;
    case KIND_CIVIL_MOMENT:
        return civil_moment_good(value);
    case KIND_BOOKED:
        return moment_parse(value) != MOMENT_NONE;
    case KIND_NUMBER:
        return number_good(field->detail, value);
    case KIND_SCALE:
        return scale_good(value);
    case KIND_SCALE_TEXT:
        return scale_text_good(value);
    case KIND_WEIGHT:
        return value.n > 2 && value.p[0] >= '1' && value.p[0] <= '5' && value.p[1] == ' ';
    case KIND_YESNO:
        return text_is_string(value, "ja") || text_is_string(value, "nee");
    case KIND_CHOICE:
        return choice_good(field->detail, value);
    case KIND_REFERENCE:
        return schema_key_good(value);
    case KIND_INTERVAL:
        return interval_good(value);
    case KIND_GEMEENTE:
        return gemeente_good(value);
    case KIND_TEXT:
    case KIND_REFERENCE_OR_TEXT:
        break;
    }
    return true;
}

const char *schema_value_code(const struct field *field)
{
    switch (field->kind) {
    case KIND_DATE:
        return "datum-fout";
    case KIND_CIVIL_MOMENT:
    case KIND_BOOKED:
        return "moment-fout";
    case KIND_NUMBER:
        return "getal-fout";
    case KIND_CHOICE:
    case KIND_YESNO:
        return "keuze-onbekend";
    default:
        return "waarde-fout";
    }
}

static void list_choices(struct text choices, char into[512])
{
    struct text word;
    size_t n = (size_t)snprintf(into, 512, "kies uit:");

    for (const char *comma = " "; schema_next_choice(&choices, &word); comma = ", ")
        if (n + word.n + 8 <= 512)
            n += (size_t)snprintf(into + n, 512 - n, "%s%.*s", comma, (int)word.n, word.p);
}

static const char *choice_advice(struct text choices, struct text value, char into[512])
{
    struct text rest = choices, word, reads, writes, best = {0};
    struct nearest nearest = {.asked = value};

    while (text_next_word(&rest, &word)) {
        schema_split_choice(word, &reads, &writes);
        if (nearest_try(&nearest, reads))
            best = writes;
    }
    if (best.n)
        snprintf(into, 512, "bedoelt u `%.*s`?", (int)best.n, best.p);
    else
        list_choices(choices, into);
    return into;
}

const char *schema_value_advice(const struct field *field, struct text value, char into[512])
{
    switch (field->kind) {
    case KIND_DATE:
        return "schrijf een dag die bestaat als 2026-11-22";
    case KIND_CIVIL_MOMENT:
        return "schrijf een tijd die bestaat als 2026-11-22T14:30";
    case KIND_BOOKED:
        return "schrijf een moment als 2026-11-22T14:30:00+01:00";
    case KIND_NUMBER:
        snprintf(into, 512, "schrijf een heel getal van %s%s", field->detail,
                 field->detail[strlen(field->detail) - 1] == '-' ? " (of hoger)" : "");
        return into;
    case KIND_SCALE:
        return "schrijf -2, -1, 0, +1 of +2";
    case KIND_SCALE_TEXT:
        return "schrijf -2, -1, 0, +1 of +2, een spatie en dan de tekst";
    case KIND_WEIGHT:
        return "schrijf een cijfer van 1 tot 5, een spatie en dan de tekst";
    case KIND_YESNO:
    case KIND_CHOICE:
        return choice_advice(schema_choices(field), text_trim(value), into);
    case KIND_REFERENCE:
        return "schrijf de sleutel van een record in dit dossier, zoals D1";
    case KIND_INTERVAL:
        return "schrijf een aantal dagen, weken, maanden of jaren: 10d, 4w, 3m of 1j";
    case KIND_GEMEENTE:
        return "schrijf de code van de gemeente: 4 cijfers in Nederland, 5 in Vlaanderen";
    case KIND_TEXT:
    case KIND_REFERENCE_OR_TEXT:
        break;
    }
    return "schrijf gewone tekst";
}
