/* The rows of a levering. */
#include "base/text.h"
#include "domain/levering_inside.h"
#include "journal/edit.h"

#include <stdlib.h>
#include <string.h>

/* ---- a value ---- */

static struct text date_as(struct dossier *d, struct text day, enum datumvorm form)
{
    char *text = arena_take(&d->arena, 11);

    if (form == DATUM_GEWOON || day.n < 10)
        return day;
    if (form == DATUM_AANEEN) {
        memcpy(text, day.p, 4);
        memcpy(text + 4, day.p + 5, 2);
        memcpy(text + 6, day.p + 8, 2);
        return (struct text){text, 8};
    }
    memcpy(text, day.p + 8, 2);
    memcpy(text + 2, day.p + 4, 4);
    memcpy(text + 6, day.p, 4);
    text[2] = text[5] = '-';
    return (struct text){text, 10};
}

/* A time stands as it is, unless the column asks for its day. */
static struct text as_day(const struct levering *l, const struct kolom *k, struct dossier *d,
                          struct text value)
{
    bool whole_day = k->bron == BRON_VANDAAG || k->field->kind == KIND_DATE;

    if (!whole_day && !k->has_datum)
        return value;
    value.n = value.n > 10 ? 10 : value.n;
    return date_as(d, value, k->has_datum ? k->datum : l->datum);
}

/* False: the word has no code; said. */
static bool as_code(const struct levering *l, const struct kolom *k, const struct thing *t,
                    struct text *value)
{
    const struct codelijst *c = &l->lijsten[k->list];
    char word[QUOTE_SIZE], column[QUOTE_SIZE], list[QUOTE_SIZE];

    for (size_t i = 0; i < c->count; i++)
        if (text_is(c->codes[i].word, *value)) {
            *value = c->codes[i].code;
            return true;
        }
    if (!value->n || c->has_else) {
        if (value->n || c->has_empty)
            *value = value->n ? c->otherwise : c->empty;
        return true;
    }
    diag_at(l->diag, SEVERITY_ERROR, STATUS_DATA, t->opening->place, "levering-code",
            "bij kolom %s heeft `%s` geen code. Zet het in codelijst %s, of zet daar Anders bij",
            quote(k->name, column), quote(*value, word), quote(c->name, list));
    return false;
}

static bool shaped(const struct levering *l, const struct kolom *k, struct dossier *d,
                   const struct thing *t, struct text *value)
{
    if (k->list_name.n)
        return as_code(l, k, t, value);
    if (value->n && levering_is_dag(k))
        *value = as_day(l, k, d, *value);
    return true;
}

/* ---- where a column comes from ---- */

/* Of another type: the record that Bij names, when that is one, else the last. NULL: there is none.
 */
static const struct thing *record_of(const struct levering *l, struct dossier *d,
                                     const struct type *type, const struct thing *row)
{
    const struct thing *found = NULL, *named;
    struct text bij = thing_value(d, row, l->bij);

    if (type == l->rij)
        return row;
    named = bij.n ? fold_find(d, type, bij) : NULL;
    if (named && named->opening && !named->withdrawn)
        return named;
    for (size_t i = 0; i < d->thing_count; i++)
        if (d->things[i].type == type && d->things[i].opening && !d->things[i].withdrawn)
            found = &d->things[i];
    return found;
}

/* All values of the field with a comma between them, each in its shape. */
static bool field_cell(const struct levering *l, const struct kolom *k, struct dossier *d,
                       const struct thing *row, struct text *cell)
{
    const struct thing *t = record_of(l, d, k->type, row);
    struct buffer all = {0};
    struct text value = {"", 0};
    size_t at = 0, n = 0;
    bool fine = true;

    while (fine && t && thing_next_value(d, t, k->id, &at, &value)) {
        fine = shaped(l, k, d, row, &value);
        buffer_string(&all, n++ ? ", " : "");
        buffer_text(&all, value);
    }
    if (!n)
        fine = shaped(l, k, d, row, &value);
    *cell = n > 1 ? arena_text(&d->arena, buffer_view(&all)) : value;
    buffer_free(&all);
    return fine;
}

static bool make_cell(const struct levering *l, const struct kolom *k, struct dossier *d,
                      const struct thing *row, struct text *cell)
{
    const struct thing *client;

    switch (k->bron) {
    case BRON_VELD:
        return field_cell(l, k, d, row, cell);
    case BRON_VAST:
        *cell = k->vast;
        return true;
    case BRON_DOSSIER:
        *cell = d->id;
        break;
    case BRON_SLEUTEL:
        *cell = row->key;
        break;
    case BRON_PERSOON:
        client = record_of(l, d, l->client, row);
        *cell = client ? thing_value(d, client, l->persoon) : TEXT("");
        break;
    case BRON_VANDAAG:
        *cell = text_of(date_write(l->session->today, arena_take(&d->arena, 11)));
        break;
    case BRON_GEEN:
        break;
    }
    return shaped(l, k, d, row, cell);
}

static bool filled(const struct levering *l, const struct kolom *k, const struct thing *row,
                   struct text cell)
{
    char column[QUOTE_SIZE], key[QUOTE_SIZE];

    if (!k->nodig || text_trim(cell).n)
        return true;
    diag_at(
        l->diag, SEVERITY_ERROR, STATUS_DATA, row->opening->place, "levering-leeg",
        "bij %s is kolom %s leeg, en die is nodig. Vul het dossier aan, of haal in het sjabloon "
        "Nodig weg",
        quote(row->key, key), quote(k->name, column));
    return false;
}

static bool make_row(const struct levering *l, struct dossier *d, const struct thing *row,
                     struct document *document)
{
    struct text *cells = arena_take(&d->arena, l->count * sizeof *cells);
    bool fine = true;

    for (size_t i = 0; i < l->count; i++) {
        cells[i] = TEXT("");
        fine = make_cell(l, &l->kolommen[i], d, row, &cells[i]) &&
               filled(l, &l->kolommen[i], row, cells[i]) && fine;
    }
    document_row(document, cells);
    return fine;
}

void levering_rijen(struct levering *l, struct dossier *d, struct document *document)
{
    size_t count, before = document->count;
    const struct thing **records = levering_records(l, d, &count);
    bool fine = true;

    for (size_t i = 0; i < count; i++)
        if (!l->waar || waar_holds_record(l->waar, d, &l->names, l->session->today, records[i]))
            fine = make_row(l, d, records[i], document) && fine;
    if (!fine)
        document->count = before;
}

/* ---- the whole ---- */

/* What people write freely may be run by a spreadsheet; the rest has a form that is none. */
static enum column_kind kind_of(const struct kolom *k)
{
    bool free_text = k->bron == BRON_PERSOON ||
                     (k->bron == BRON_VELD &&
                      (k->field->kind == KIND_TEXT || k->field->kind == KIND_REFERENCE_OR_TEXT ||
                       k->field->kind == KIND_SCALE_TEXT));

    return free_text && !k->list_name.n ? COLUMN_TEXT : COLUMN_EXACT;
}

static void make_head(struct levering *l)
{
    l->columns = arena_take(&l->arena, l->count * sizeof *l->columns);
    for (size_t i = 0; i < l->count; i++)
        l->columns[i] = (struct column){arena_string(&l->arena, l->kolommen[i].name), "",
                                        kind_of(&l->kolommen[i]), 0};
    l->head.name = "levering";
    l->head.row_name = "rij";
    l->head.columns = l->columns;
    l->head.column_count = l->count;
}

struct levering *levering_open(struct session *s, const char *file)
{
    struct levering *l;
    bool standard_input = false;

    if (!strcmp(file, "-"))
        session_wrong(s, "een sjabloon is een bestand: op de standaardinvoer komen de dossiers");
    l = mem_take(sizeof *l);
    *l = (struct levering){.session = s, .schema = s->schema, .diag = &s->diag, .file = file};
    stand_names(&l->names, l->schema);
    l->client = schema_type(l->schema, TEXT("Client"));
    l->persoon = schema_name(l->schema, TEXT("Persoon"));
    l->bij = schema_name(l->schema, TEXT("Bij"));
    if (edit_read_file(s, file, &standard_input, &l->content) && levering_lees(l)) {
        make_head(l);
        return l;
    }
    levering_close(l);
    return NULL;
}

void levering_close(struct levering *l)
{
    for (size_t i = 0; i < l->list_count; i++)
        free(l->lijsten[i].codes);
    free(l->lijsten);
    free(l->kolommen);
    waar_free(l->waar);
    buffer_free(&l->content);
    arena_free(&l->arena);
    free(l);
}

const struct head *levering_head(const struct levering *l)
{
    return &l->head;
}
