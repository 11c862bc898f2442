#include "journal/csv_columns.h"
#include "base/text.h"
#include "journal/csv_value.h"

#include <stdio.h>
#include <string.h>

static const char *const type_names[] = {"Melding", "Client"}; /* in the order of opening.h */
enum { TYPES = 2 };

struct reading {
    struct csv_columns *c;
    const struct schema *schema;
    const struct csv_row *head;
    const char *csv_name, *mapping_name;
    struct diag *diag;
};

static bool fail(struct reading *r, const char *file, uint32_t line, uint32_t column,
                 const char *code, const char *message)
{
    diag_at(r->diag, SEVERITY_ERROR, STATUS_DATA, (struct place){file, line, column}, code, "%s",
            message);
    return false;
}

/* ---- from a word to a field ---- */

static bool is_called(struct text word, const char *type, const char *field)
{
    struct buffer name = {0};
    bool same;

    if (type) {
        schema_option_name(&name, type);
        buffer_byte(&name, '.');
    }
    schema_option_name(&name, field);
    same = text_is(buffer_view(&name), word);
    buffer_free(&name);
    return same;
}

enum found { FOUND_NONE, FOUND_ONE, FOUND_BOTH };

static enum found find_field(const struct reading *r, struct text word, struct csv_column *column)
{
    enum found found = FOUND_NONE;

    for (int which = 0; which < TYPES; which++) {
        const struct type *type = schema_type(r->schema, text_of(type_names[which]));
        for (const struct field *f = type->fields; f->name; f++)
            if (is_called(word, type->name, f->name) || is_called(word, NULL, f->name)) {
                found = found == FOUND_NONE ? FOUND_ONE : FOUND_BOTH;
                column->use = COLUMN_FIELD;
                column->field = f;
                column->which = which;
            }
    }
    return found;
}

static enum found find_use(const struct reading *r, struct text word, struct csv_column *column)
{
    struct text plain = csv_plain(&r->c->arena, word);

    if (text_is_string(plain, "dossier"))
        column->use = COLUMN_DOSSIER;
    else if (text_is_string(plain, "op"))
        column->use = COLUMN_OP;
    else
        return find_field(r, plain, column);
    return FOUND_ONE;
}

/* "Bedoelt u …? ", or nothing. */
static void advise(const struct reading *r, struct text word, char into[128])
{
    struct nearest nearest = {.asked = word};

    for (int which = 0; which < TYPES; which++) {
        const struct type *type = schema_type(r->schema, text_of(type_names[which]));
        for (const struct field *f = type->fields; f->name; f++)
            nearest_try(&nearest, text_of(f->name));
    }
    into[0] = '\0';
    if (nearest.word.n)
        snprintf(into, 128, "Bedoelt u `%.*s`? ", (int)nearest.word.n, nearest.word.p);
}

/* ---- the mapping ---- */

/* The place of the column, or the count when the CSV has none of that name. */
static size_t column_named(const struct csv_columns *c, struct text name)
{
    size_t i = 0;
    while (i < c->count && !text_is(c->list[i].name, name))
        i++;
    return i;
}

static bool take_line(struct reading *r, struct text line, uint32_t number, bool *mapped)
{
    struct text name = line, word = {"", 0};
    char safe[QUOTE_SIZE], message[512];
    size_t at = line.n;

    while (at && line.p[at - 1] != ':')
        at--;
    if (!at)
        return fail(r, r->mapping_name, number, 1, "kolommen-fout",
                    "schrijf `kolom: Type.Veld`, of `kolom:` om de kolom weg te laten");
    name = text_trim((struct text){line.p, at - 1});
    word = text_trim((struct text){line.p + at, line.n - at});
    at = column_named(r->c, name);
    if (at == r->c->count) {
        snprintf(message, sizeof message, "de CSV heeft geen kolom `%s`", quote(name, safe));
        return fail(r, r->mapping_name, number, 1, "kolommen-fout", message);
    }
    if (mapped[at])
        return fail(r, r->mapping_name, number, 1, "kolommen-fout",
                    "deze kolom staat hier twee keer");
    mapped[at] = true;
    if (!word.n || find_use(r, word, &r->c->list[at]) == FOUND_ONE)
        return true;
    snprintf(message, sizeof message,
             "`%s` is geen veld van Melding of Client. Zie gesprek-check --schema",
             quote(word, safe));
    return fail(r, r->mapping_name, number, 1, "kolommen-fout", message);
}

static bool read_mapping(struct reading *r, struct text rest, bool *mapped)
{
    struct text line;
    bool fine = true;

    if (text_bad_byte(rest) < rest.n)
        return fail(r, r->mapping_name, 0, 0, "utf8",
                    "dit is geen UTF-8-tekst. Bewaar het als UTF-8");
    if (text_starts(rest, "\xef\xbb\xbf"))
        rest = (struct text){rest.p + 3, rest.n - 3};
    for (uint32_t number = 1; text_next_line(&rest, &line); number++) {
        line = text_trim(line);
        if (line.n && line.p[0] != '#')
            fine = take_line(r, line, number, mapped) && fine;
    }
    return fine;
}

/* ---- the head ---- */

static bool take_name(struct reading *r, size_t i)
{
    const struct csv_cell *cell = &r->head->cells[i];
    struct text name = r->c->list[i].name;
    char safe[QUOTE_SIZE], near[128], message[768];
    enum found found;

    if (!name.n)
        return fail(r, r->csv_name, cell->line, cell->column, "kolom-onbekend",
                    "deze kolom heeft geen naam. Geef hem een naam, of haal de kolom weg");
    found = find_use(r, name, &r->c->list[i]);
    if (found == FOUND_ONE)
        return true;
    quote(name, safe);
    advise(r, name, near);
    if (found == FOUND_BOTH)
        snprintf(message, sizeof message,
                 "`%s` is een veld van Melding en van Client. Schrijf er het type voor, met een "
                 "punt",
                 safe);
    else
        snprintf(message, sizeof message,
                 "de kolom `%s` is geen veld van Melding of Client. %sZeg met --kolommen welk veld "
                 "het is, of laat hem daarmee weg",
                 safe, near);
    return fail(r, r->csv_name, cell->line, cell->column, "kolom-onbekend", message);
}

static bool same_use(const struct csv_column *a, const struct csv_column *b)
{
    return a->use == b->use && a->use != COLUMN_LEFT_OUT && a->field == b->field;
}

static bool check_twice(struct reading *r, size_t i)
{
    const struct csv_column *mine = &r->c->list[i];
    const struct csv_cell *cell = &r->head->cells[i];
    char safe[QUOTE_SIZE], other[QUOTE_SIZE], message[768];

    for (size_t j = 0; j < i; j++) {
        const struct csv_column *c = &r->c->list[j];
        bool many = mine->field && mine->field->flags & MANY;
        if (!same_use(mine, c) || many)
            continue;
        snprintf(message, sizeof message,
                 "de kolommen `%s` en `%s` zijn hetzelfde veld, en dat kan er maar een keer zijn",
                 quote(c->name, other), quote(mine->name, safe));
        return fail(r, r->csv_name, cell->line, cell->column, "kolom-dubbel", message);
    }
    return true;
}

static bool check_needed(struct reading *r)
{
    const struct type *melding = schema_type(r->schema, TEXT("Melding"));
    char message[256];
    bool fine = true;

    for (const struct field *f = melding->fields; f->name; f++) {
        bool there = !(f->flags & OPENS);
        for (size_t i = 0; i < r->c->count; i++)
            there = there || (r->c->list[i].use == COLUMN_FIELD && r->c->list[i].field == f);
        if (there)
            continue;
        snprintf(message, sizeof message,
                 "er is geen kolom voor %s van de melding, en die is nodig", f->name);
        fine = fail(r, r->csv_name, r->head->line, 0, "kolom-nodig", message);
    }
    return fine;
}

static bool take_names(struct reading *r)
{
    struct csv_columns *c = r->c;
    bool fine = true;

    c->list = arena_take(&c->arena, r->head->count * sizeof *c->list);
    for (size_t i = 0; i < r->head->count; i++) {
        struct text name = text_trim(r->head->cells[i].value);
        if (text_bad_byte(name) < name.n)
            fine = fail(r, r->csv_name, r->head->cells[i].line, r->head->cells[i].column, "utf8",
                        "dit is geen UTF-8-tekst. Bewaar het bestand als CSV in UTF-8");
        c->list[c->count++] =
            (struct csv_column){arena_text(&c->arena, name), COLUMN_LEFT_OUT, NULL, 0};
    }
    return fine;
}

bool csv_columns_read(struct csv_columns *c, const struct schema *schema,
                      const struct csv_row *head, const char *csv_name,
                      const struct buffer *mapping, const char *mapping_name, struct diag *diag)
{
    struct reading r = {c, schema, head, csv_name, mapping_name, diag};
    bool *mapped, fine;

    *c = (struct csv_columns){0};
    if (!take_names(&r))
        return false;
    mapped = arena_take(&c->arena, c->count * sizeof *mapped);
    memset(mapped, 0, c->count * sizeof *mapped);
    fine = !mapping || read_mapping(&r, buffer_view(mapping), mapped);
    for (size_t i = 0; i < c->count; i++) {
        fine = (mapped[i] || take_name(&r, i)) && fine;
        fine = check_twice(&r, i) && fine;
        c->has_dossier = c->has_dossier || c->list[i].use == COLUMN_DOSSIER;
        c->has_op = c->has_op || c->list[i].use == COLUMN_OP;
    }
    return check_needed(&r) && fine;
}

void csv_columns_free(struct csv_columns *c)
{
    arena_free(&c->arena);
}
