#include "domain/stavaza.h"
#include "base/text.h"
#include "domain/blad.h"

#include <string.h>

enum { SHORT_VALUE = 34 }; /* columns: shorter values share a line */

void stavaza_start(struct stavaza *z, const struct schema *schema, date today, const char *only)
{
    *z = (struct stavaza){.schema = schema, .today = today, .only = only};
    stand_names(&z->names, schema);
    z->naam = schema_name(schema, TEXT("Naam"));
}

bool stavaza_shows(const struct stavaza *z, const struct type *type, struct text type_name)
{
    if (z->only)
        return text_has_word(z->only, type_name);
    return !type || !(type->flags & AFGESCHERMD);
}

const char *stavaza_soorten(struct session *s, const char *value, struct buffer *words)
{
    struct text rest = {NULL, 0}, word;

    for (const char *c = value; *c; c++)
        buffer_byte(words, *c == ',' ? ' ' : *c);
    buffer_byte(words, '\0');
    rest = text_of(words->p);
    if (!text_trim(rest).n)
        session_wrong(s, "--soort: noem een recordtype, zoals Doel");
    while (text_next_word(&rest, &word)) {
        char safe[QUOTE_SIZE];
        const struct type *type = schema_type(s->schema, word);
        if (!type || type->flags & OUTSIDE)
            session_wrong(
                s, "--soort: `%s` is geen recordtype van een dossier. Zie gesprek-check --schema",
                quote(word, safe));
    }
    return words->p;
}

/* ---- the head of a dossier ---- */

static struct text client_name(const struct stavaza *z, struct dossier *d)
{
    struct text name = {"", 0};

    for (size_t i = 0; i < d->thing_count; i++)
        if (d->things[i].type == z->names.client && d->things[i].opening && !d->things[i].withdrawn)
            name = thing_value(d, &d->things[i], z->naam);
    return name;
}

static void add_head(const struct stavaza *z, struct dossier *d, struct document *document)
{
    struct stand s = stand_of(d, &z->names, z->today);
    struct buffer b = {0};
    struct text name = client_name(z, d);

    buffer_string(&b, "Dossier ");
    buffer_text(&b, d->id);
    if (name.n) {
        buffer_string(&b, ", ");
        buffer_text(&b, name);
    }
    document_heading(document, 1, blad_kept(d, &b));
    document_pair(document, 0, "Fase", s.fase);
    if (s.begeleider.n)
        document_pair(document, 0, "Begeleider", s.begeleider);
    if (s.begin != DATE_NONE)
        document_pair(document, 0, "Gemeld op", blad_day(d, s.begin, false));
    if (s.last_contact != DATE_NONE)
        document_pair(document, 0, "Laatste contact", blad_day(d, s.last_contact, false));
    buffer_format(&b, "%u", s.gesprekken);
    document_pair(document, 0, "Gesprekken", blad_kept(d, &b));
    if (s.next != DATE_NONE)
        document_pair(document, 0, "Volgende datum", blad_day(d, s.next, false));
    buffer_free(&b);
}

/* ---- the records of a type ---- */

static const struct field *field_of(const struct stavaza *z, const struct type *type,
                                    const struct rec_field *f)
{
    return schema_field_at(z->schema, type, schema_field_index(z->schema, type, f->id));
}

static bool is_common(const struct field *f)
{
    return f && f >= schema_common && f < schema_common + COMMON_COUNT;
}

static void append_name(struct buffer *b, struct text name)
{
    for (size_t i = 0; i < name.n; i++)
        buffer_byte(b, name.p[i] == '_' ? ' ' : name.p[i]);
}

/* The first bold field that is no reference says what the record is about; it stands beside the
 * key. Its place, or 0. */
static size_t title_place(const struct stavaza *z, const struct thing *t)
{
    for (const struct field *f = t->type ? t->type->fields : NULL; f && f->name; f++)
        if (f->flags & OPENS && f->kind != KIND_REFERENCE)
            for (size_t i = 1; i < t->count; i++)
                if (t->fields[i].value.n && field_of(z, t->type, &t->fields[i]) == f)
                    return i;
    return 0;
}

/* A value that may stand in a row with others: a few words, no sentence. */
static bool is_word_like(struct text value)
{
    return text_width(value) <= SHORT_VALUE && value.n && !memchr(value.p, '\n', value.n) &&
           value.p[value.n - 1] != '.';
}

/* All values of one field: "Emma, vader", or when one of them is a sentence below each other. */
static struct text all_values(struct dossier *d, const struct thing *t, size_t first)
{
    struct buffer b = {0};
    struct text joined;
    bool words = true;

    for (size_t i = first; i < t->count; i++)
        if (t->fields[i].value.n && field_same_name(&t->fields[i], &t->fields[first]))
            words = words && is_word_like(field_value(d, &t->fields[i]));
    for (size_t i = first; i < t->count; i++) {
        if (!t->fields[i].value.n || !field_same_name(&t->fields[i], &t->fields[first]))
            continue;
        if (b.n)
            buffer_string(&b, words ? ", " : "\n");
        buffer_text(&b, field_value(d, &t->fields[i]));
    }
    joined = blad_kept(d, &b);
    buffer_free(&b);
    return joined;
}

static bool came_before(const struct thing *t, size_t at)
{
    for (size_t i = 1; i < at; i++)
        if (field_same_name(&t->fields[i], &t->fields[at]))
            return true;
    return false;
}

static bool is_short(struct text value)
{
    return text_width(value) <= SHORT_VALUE && (!value.n || !memchr(value.p, '\n', value.n));
}

/* All fields but the one at `title`, which stands beside the key. */
static void add_fields(const struct stavaza *z, struct dossier *d, const struct thing *t,
                       size_t title, struct document *document)
{
    struct buffer brief = {0}, label = {0};

    for (size_t i = 1; i < t->count; i++) {
        const struct field *f = field_of(z, t->type, &t->fields[i]);
        struct text value;
        if (!t->fields[i].value.n || i == title || is_common(f) || came_before(t, i))
            continue;
        if (f && f->flags & AFGESCHERMD && !z->only)
            continue;
        value = all_values(d, t, i);
        append_name(&label, t->fields[i].name);
        if (!is_short(value)) {
            buffer_byte(&label, '\0');
            document_pair(document, 1, blad_kept(d, &label).p, value);
            continue;
        }
        buffer_string(&brief, brief.n ? "; " : "");
        buffer_text(&brief, blad_kept(d, &label));
        buffer_string(&brief, ": ");
        buffer_text(&brief, value);
    }
    if (brief.n)
        document_item(document, 1, (struct text){"", 0}, blad_kept(d, &brief));
    buffer_free(&brief);
    buffer_free(&label);
}

static struct text label_of(struct dossier *d, const struct thing *t)
{
    struct buffer b = {0};
    struct text label = t->key;

    if (!t->type) { /* the heading does not say what it is */
        buffer_text(&b, t->type_name);
        buffer_byte(&b, ' ');
        buffer_text(&b, t->key);
        label = blad_kept(d, &b);
    }
    buffer_free(&b);
    return label;
}

static void add_thing(const struct stavaza *z, struct dossier *d, const struct thing *t,
                      struct document *document)
{
    size_t title = title_place(z, t);
    struct buffer b = {0};
    char day[11];

    if (title)
        buffer_text(&b, all_values(d, t, title));
    buffer_format(&b, "%s(%s", title ? " " : "", date_write(t->opening->op, day));
    if (t->latest != t->opening)
        buffer_format(&b, ", gewijzigd %s", date_write(t->latest->op, day));
    buffer_string(&b, ")");
    document_item(document, 0, label_of(d, t), blad_kept(d, &b));
    add_fields(z, d, t, title, document);
    buffer_free(&b);
}

static bool shows(const struct stavaza *z, const struct thing *t)
{
    return t->opening && !t->withdrawn && stavaza_shows(z, t->type, t->type_name);
}

static void add_type(const struct stavaza *z, struct dossier *d, const struct type *type,
                     struct document *document)
{
    bool headed = false;

    for (size_t i = 0; i < d->thing_count; i++) {
        if (d->things[i].type != type || !shows(z, &d->things[i]))
            continue;
        if (!headed)
            document_heading(document, 2,
                             text_of(type ? type->plural : "Overig (onbekende types)"));
        headed = true;
        add_thing(z, d, &d->things[i], document);
    }
}

void stavaza_records(const struct stavaza *z, struct dossier *d, struct document *document)
{
    for (const struct type *type = schema_types; type->name; type++)
        add_type(z, d, type, document);
    add_type(z, d, NULL, document);
}

void stavaza_document(const struct stavaza *z, struct dossier *d, struct document *document)
{
    add_head(z, d, document);
    stavaza_records(z, d, document);
}

/* ---- verloop ---- */

/* `vervallen: dubbel`, `Status wordt bezig`, `Van weg`. */
static void describe_field(struct text name, bool withdrawal, struct text value, struct buffer *b)
{
    if (withdrawal) {
        buffer_string(b, value.n ? "vervallen: " : "geldt weer");
    } else {
        append_name(b, name);
        buffer_string(b, value.n ? " wordt " : " weg");
    }
    buffer_text(b, value);
}

static void describe_change(const struct stavaza *z, struct dossier *d, const struct thing *change,
                            struct buffer *b)
{
    const char *between = NULL;

    for (size_t i = 1; i < change->count; i++) {
        const struct rec_field *f = &change->fields[i];
        const struct field *field = field_of(z, change->type, f);
        bool withdrawal = field == &schema_common[COMMON_WITHDRAWN];
        if ((is_common(field) && !withdrawal) ||
            (field && field->flags & AFGESCHERMD && !z->only) || came_before(change, i))
            continue;
        buffer_string(b, between ? between : withdrawal ? " " : " gewijzigd: ");
        describe_field(f->name, withdrawal, all_values(d, change, i), b);
        between = b->p[b->n - 1] == '.' ? " " : "; ";
    }
    if (!between)
        buffer_string(b, " gewijzigd");
}

static void add_record(const struct stavaza *z, struct dossier *d, const struct record *r,
                       struct document *document)
{
    const struct thing *t = &d->things[r->thing];
    struct buffer b = {0};
    char *day = arena_take(&d->arena, 11);
    struct thing as_written = {.type = r->type,
                               .type_name = r->type_name,
                               .key = r->key,
                               .fields = d->fields + r->first,
                               .count = r->count};

    buffer_text(&b, r->type_name);
    buffer_byte(&b, ' ');
    buffer_text(&b, r->key);
    if (t->opening == r) {
        size_t title = title_place(z, &as_written);
        buffer_string(&b, title ? ": " : "");
        if (title)
            buffer_text(&b, all_values(d, &as_written, title));
    } else {
        describe_change(z, d, &as_written, &b);
    }
    document_item(document, 0, text_of(date_write(r->op, day)), blad_kept(d, &b));
    buffer_free(&b);
}

/* The records that are known, in order of day, then place: a day's records stand together in the
 * file or are few. */
static size_t next_record(const struct dossier *d, size_t after, bool first)
{
    size_t best = d->record_count;

    for (size_t i = 0; i < d->record_count; i++) {
        const struct record *r = &d->records[i];
        bool behind =
            first || r->op > d->records[after].op || (r->op == d->records[after].op && i > after);
        if (r->known && behind && (best == d->record_count || r->op < d->records[best].op))
            best = i;
    }
    return best;
}

void stavaza_verloop(const struct stavaza *z, struct dossier *d, struct document *document)
{
    size_t at = next_record(d, 0, true);
    bool any = false;

    add_head(z, d, document);
    document_heading(document, 2, TEXT("Verloop"));
    while (at < d->record_count) {
        const struct record *r = &d->records[at];
        if (stavaza_shows(z, r->type, r->type_name)) {
            add_record(z, d, r, document);
            any = true;
        }
        if (d->in_order)
            do
                at++;
            while (at < d->record_count && !d->records[at].known);
        else
            at = next_record(d, at, false);
    }
    if (!any)
        document_text(document, TEXT("Hier is nog niets van genoteerd."));
}
