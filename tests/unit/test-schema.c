/* The schema holds together: names, letters, references, choices, and options that clash with
 * nothing. */
#include "base/text.h"
#include "check.h"
#include "journal/schema.h"

#include <string.h>

static bool is_reserved(const char *option)
{
    static const char *const reserved[] = {
        "op",          "geboekt-tot",  "vandaag",     "dossier", "alle",      "formaat",
        "uit",         "wacht",        "waar",        "help",    "version",   "door",
        "sleutel",     "sjabloon",     "ingevuld",    "herstel", "meldingen", "voltooiing",
        "ter-plaatse", "alleen-nieuw", "soort-record"};
    for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++)
        if (!strcmp(option, reserved[i]))
            return true;
    return false;
}

static void check_option(struct checks *c, const struct type *t, const struct field *f)
{
    struct buffer option = {0};

    schema_option_name(&option, f->name);
    buffer_byte(&option, '\0');
    check(c, t->flags & OUTSIDE || !is_reserved(option.p),
          "t->flags & OUTSIDE || !is_reserved(option.p)");
    buffer_free(&option);
}

static void check_references(struct checks *c, const struct schema *s, const struct field *f)
{
    struct text rest = text_of(f->detail), word;

    if (f->kind != KIND_REFERENCE && f->kind != KIND_REFERENCE_OR_TEXT)
        return;
    check(c, f->detail != NULL, "f->detail != NULL");
    while (text_next_word(&rest, &word))
        check(c, text_is_string(word, "*") || schema_type(s, word) != NULL,
              "text_is_string(word, '*') || schema_type(s, word) != NULL");
}

static void check_choices(struct checks *c, const struct field *f)
{
    struct text rest = text_of(f->detail), word;

    if (f->kind != KIND_CHOICE)
        return;
    check(c, f->detail != NULL, "f->detail != NULL");
    while (text_next_word(&rest, &word)) {
        const char *arrow = memchr(word.p, '>', word.n);
        struct text reads = {word.p, arrow ? (size_t)(arrow - word.p) : word.n};
        struct text writes = arrow ? (struct text){arrow + 1, word.n - reads.n - 1} : word;
        check(c, schema_value_good(f, reads), "schema_value_good(f, reads)");
        check(c, text_is(schema_canonical(f, reads), writes),
              "text_is(schema_canonical(f, reads), writes)");
        check(c, schema_value_good(f, writes), "schema_value_good(f, writes)");
    }
    check(c, !schema_value_good(f, TEXT("dit-is-geen-keuze")),
          "!schema_value_good(f, TEXT('dit-is-geen-keuze'))");
    rest = schema_choices(f);
    while (schema_next_choice(&rest, &word))
        check(c, text_is(schema_canonical(f, word), word),
              "text_is(schema_canonical(f, word), word)");
}

static void check_field(struct checks *c, const struct schema *s, const struct type *t,
                        const struct field *f)
{
    struct text name = text_of(f->name);

    check(c, !schema_type(s, name),
          "!schema_type(s, name)"); /* a type's name is never a field (DESIGN §1.1) */
    check(c, schema_field(s, t, name) == f, "schema_field(s, t, name) == f");
    check(c, f->question && f->question[0] && text_width(text_of(f->question)) <= 110,
          "f->question && f->question[0] && text_width(text_of(f->question)) <= 110");
    check_option(c, t, f);
    check_references(c, s, f);
    check_choices(c, f);
}

static void check_type(struct checks *c, const struct schema *s, const struct type *t)
{
    int n = 0;

    check(c, schema_type(s, text_of(t->name)) == t, "schema_type(s, text_of(t->name)) == t");
    check(c, t->plural[0] && t->explanation[0], "t->plural[0] && t->explanation[0]");
    for (const struct field *f = t->fields; f->name; f++, n++)
        check_field(c, s, t, f);
    check(c, n <= 56,
          "n <= 56"); /* with the common ones within the 64 bits that say what has been seen */
    for (const struct type *other = t + 1; other->name; other++)
        check(c, strcmp(t->name, other->name) && (!*t->letter || strcmp(t->letter, other->letter)),
              "strcmp(t->name, other->name) && (!*t->letter || strcmp(t->letter, other->letter))");
    if (*t->letter) {
        struct buffer key = {0};
        buffer_format(&key, "%s12", t->letter);
        check(c, schema_type_of_key(buffer_view(&key)) == t,
              "schema_type_of_key(buffer_view(&key)) == t");
        buffer_free(&key);
    }
}

int main(void)
{
    struct checks checks = {0}, *c = &checks;
    struct schema *s = schema_open();
    static const char *const common[] = {"Dossier", "Op",        "Door",
                                         "Geboekt", "Gewijzigd", "Vervallen"};

    for (const struct type *t = schema_types; t->name; t++) {
        c->part = t->name;
        check_type(c, s, t);
    }
    c->part = "schema";
    for (int i = 0; i < COMMON_COUNT; i++)
        check(c, !strcmp(schema_common[i].name, common[i]),
              "!strcmp(schema_common[i].name, common[i])");
    check(c, schema_name(s, TEXT("Bestaat_niet")) == NAME_UNKNOWN,
          "schema_name(s, TEXT('Bestaat_niet')) == NAME_UNKNOWN");
    check(c, schema_key_good(TEXT("D1")) && schema_key_good(TEXT("dagbesteding-en-vrije-tijd")),
          "schema_key_good(TEXT('D1')) && schema_key_good(TEXT('dagbesteding-en-vrije-tijd'))");
    check(c,
          !schema_key_good(TEXT("")) && !schema_key_good(TEXT("-D1")) &&
              !schema_key_good(TEXT("D 1")),
          "!schema_key_good(TEXT('')) && !schema_key_good(TEXT('-D1')) && !schema_key_good(TEXT('D "
          "1'))");
    schema_close(s);
    return check_end(c);
}
