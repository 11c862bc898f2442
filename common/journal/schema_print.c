#include "journal/schema_print.h"
#include "base/text.h"

#include <string.h>

void schema_print_kind(const struct field *f, struct buffer *out)
{
    static const char *const words[] = {
        [KIND_TEXT] = "tekst",
        [KIND_DATE] = "dag",
        [KIND_CIVIL_MOMENT] = "dag en tijd",
        [KIND_BOOKED] = "moment",
        [KIND_NUMBER] = "getal",
        [KIND_SCALE] = "-2 tot +2",
        [KIND_SCALE_TEXT] = "-2 tot +2, tekst",
        [KIND_WEIGHT] = "1-5, tekst",
        [KIND_YESNO] = "ja of nee",
        [KIND_CHOICE] = "keuze",
        [KIND_REFERENCE] = "sleutel",
        [KIND_REFERENCE_OR_TEXT] = "sleutel of tekst",
        [KIND_INTERVAL] = "aantal d, w, m of j",
        [KIND_GEMEENTE] = "code, 4 of 5 cijfers",
    };

    buffer_string(out, words[f->kind]);
    if (f->kind == KIND_NUMBER)
        buffer_format(out, " %s", f->detail);
}

char schema_visibility(const struct type *type, const struct field *f)
{
    unsigned flags = f->flags | type->flags;

    return flags & AFGESCHERMD ? 's' : flags & INTERN ? 'i' : flags & BIJZONDER ? 'b' : 'o';
}

static void print_detail(const struct field *f, struct buffer *out)
{
    struct buffer text = {0};
    struct text rest, word;

    if (f->kind != KIND_CHOICE && f->kind != KIND_REFERENCE && f->kind != KIND_REFERENCE_OR_TEXT)
        return;
    buffer_string(&text, f->kind == KIND_CHOICE ? "keuzes:" : "naar:");
    rest = text_of(f->detail);
    while (schema_next_choice(&rest, &word)) {
        buffer_byte(&text, ' ');
        buffer_text(&text, word);
    }
    buffer_string(out, "      ");
    text_wrap(out, buffer_view(&text), 100, 6);
    buffer_free(&text);
}

static void print_field(const struct type *t, const struct field *f, struct buffer *out)
{
    struct buffer kind = {0};

    schema_print_kind(f, &kind);
    buffer_string(out, "  ");
    text_pad(out, text_of(f->name), 32);
    text_pad(out, buffer_view(&kind), 22);
    buffer_format(out, "%c %-6s %-5s %s\n", schema_visibility(t, f),
                  f->flags & OPENS ? "nodig" : "", f->flags & MANY ? "vaker" : "", f->question);
    print_detail(f, out);
    buffer_free(&kind);
}

void schema_print(struct buffer *out)
{
    for (const struct type *t = schema_types; t->name; t++) {
        buffer_format(out, "%s%s%s%s%s\n", t->name, *t->letter ? " (sleutels " : "", t->letter,
                      *t->letter ? "1, 2, ...)" : "",
                      t->flags & OUTSIDE ? " (buiten het dossier)" : "");
        buffer_string(out, "  ");
        text_wrap(out, text_of(t->explanation), 100, 2);
        for (const struct field *f = t->fields; f->name; f++)
            print_field(t, f, out);
        buffer_byte(out, '\n');
    }
}

/* ---- recutils ---- */

static void list_fields(const char *head, const struct type *type, unsigned flag, unsigned wanted,
                        struct buffer *out)
{
    buffer_string(out, head);
    for (const struct field *f = type->fields; f->name; f++)
        if ((f->flags & flag) == wanted)
            buffer_format(out, " %s", f->name);
    buffer_byte(out, '\n');
}

static void print_choices(const struct field *f, struct buffer *out)
{
    struct text rest = schema_choices(f), word;

    buffer_format(out, "%%type: %s enum", f->name);
    while (schema_next_choice(&rest, &word)) {
        buffer_byte(out, ' ');
        buffer_text(out, word);
    }
    buffer_byte(out, '\n');
}

/* recutils' enumerations begin with a letter, so codes such as 02 become a regular expression. */
static void print_codes(const struct field *f, struct buffer *out)
{
    struct text rest = text_of(f->detail), word;

    buffer_format(out, "%%type: %s regexp /^(", f->name);
    for (const char *bar = ""; text_next_word(&rest, &word); bar = "|") {
        buffer_string(out, bar);
        buffer_text(out, word);
    }
    buffer_string(out, ")$/\n");
}

static void print_type(const struct field *f, struct buffer *out)
{
    size_t n;

    switch (f->kind) {
    case KIND_DATE:
        buffer_format(out, "%%type: %s regexp /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/\n", f->name);
        break;
    case KIND_CIVIL_MOMENT:
        buffer_format(
            out, "%%type: %s regexp /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?$/\n",
            f->name);
        break;
    case KIND_NUMBER:
        n = strlen(f->detail);
        if (f->detail[n - 1] == '-')
            buffer_format(out, "%%type: %s range %.*s MAX\n", f->name, (int)n - 1, f->detail);
        else
            buffer_format(out, "%%type: %s range %.*s %s\n", f->name,
                          (int)(strchr(f->detail, '-') - f->detail), f->detail,
                          strchr(f->detail, '-') + 1);
        break;
    case KIND_SCALE:
        buffer_format(out, "%%type: %s regexp /^(0|[-+][12])$/\n", f->name);
        break;
    case KIND_YESNO:
        print_choices(f, out);
        break;
    case KIND_CHOICE:
        if (f->detail[0] >= '0' && f->detail[0] <= '9')
            print_codes(f, out);
        else
            print_choices(f, out);
        break;
    case KIND_GEMEENTE:
        buffer_format(out, "%%type: %s regexp /^[0-9]{4,5}$/\n", f->name);
        break;
    default:
        break;
    }
}

void schema_print_descriptors(const struct type *type, struct buffer *out)
{
    buffer_format(out, "%%rec: %s\n", type->name);
    buffer_format(out, "%%doc: %s\n", type->explanation);
    buffer_format(out, "%%mandatory: %s Dossier Op\n", type->name);
    list_fields("%mandatory:", type, OPENS, OPENS, out);
    buffer_format(out, "%%unique: %s Dossier Op Door Geboekt Gewijzigd Vervallen\n", type->name);
    list_fields("%unique:", type, MANY, 0, out);
    for (const struct field *f = type->fields; f->name; f++)
        print_type(f, out);
    buffer_byte(out, '\n');
}
