#include "domain/blad.h"
#include "base/text.h"

void blad_start(struct blad *b, const struct schema *schema, date today)
{
    *b = (struct blad){.schema = schema, .today = today};
    stand_names(&b->names, schema);
}

const struct thing *blad_next(const struct dossier *d, const struct type *type,
                              const struct thing *after)
{
    for (const struct thing *t = after ? after + 1 : d->things; t < d->things + d->thing_count; t++)
        if (t->type == type && t->opening && !t->withdrawn)
            return t;
    return NULL;
}

struct text blad_value(const struct blad *b, struct dossier *d, const struct thing *t,
                       const char *name)
{
    return thing_value(d, t, schema_name(b->schema, text_of(name)));
}

struct text blad_kept(struct dossier *d, struct buffer *b)
{
    struct text t = arena_text(&d->arena, buffer_view(b));

    b->n = 0;
    return t;
}

struct text blad_values(const struct blad *b, struct dossier *d, const struct thing *t,
                        const char *name, const char *between)
{
    struct buffer all = {0};
    struct text value;
    size_t at = 0;

    while (thing_next_value(d, t, schema_name(b->schema, text_of(name)), &at, &value)) {
        buffer_string(&all, all.n ? between : "");
        buffer_text(&all, value);
    }
    value = blad_kept(d, &all);
    buffer_free(&all);
    return value;
}

static bool gives(struct dossier *d, const struct record *r, name_id name, struct text value)
{
    for (size_t i = r->first; i < r->first + r->count; i++)
        if (d->fields[i].id == name && text_is(field_value(d, &d->fields[i]), value))
            return true;
    return false;
}

date blad_said(struct dossier *d, const struct thing *t, name_id name, struct text value)
{
    date first = DATE_NONE;

    for (size_t i = 0; i < d->record_count; i++) {
        const struct record *r = &d->records[i];
        if (r->known && &d->things[r->thing] == t && (first == DATE_NONE || r->op < first) &&
            gives(d, r, name, value))
            first = r->op;
    }
    return first == DATE_NONE ? t->opening->op : first;
}

struct text blad_plain(struct dossier *d, struct text word)
{
    char *p = arena_take(&d->arena, word.n + 1);

    for (size_t i = 0; i < word.n; i++)
        p[i] = word.p[i] == '-' ? ' ' : word.p[i];
    return (struct text){p, word.n};
}

struct text blad_day(struct dossier *d, date day, bool weekday)
{
    struct buffer b = {0};
    struct text t;

    date_in_words(&b, day, weekday);
    t = blad_kept(d, &b);
    buffer_free(&b);
    return t;
}

void blad_put_day(struct dossier *d, struct buffer *b, const char *before, date day,
                  const char *behind)
{
    buffer_string(b, before);
    buffer_text(b, blad_day(d, day, false));
    buffer_string(b, behind);
}

void blad_put(struct buffer *line, const char *before, struct text value)
{
    if (!value.n)
        return;
    buffer_string(line, before);
    buffer_text(line, value);
}

void blad_point(struct dossier *d, struct document *document, struct buffer *b)
{
    document_item(document, 0, TEXT(""), blad_kept(d, b));
}

const struct thing *blad_last(const struct dossier *d, const struct type *type)
{
    const struct thing *last = NULL, *t = NULL;

    while ((t = blad_next(d, type, t)))
        last = t;
    return last;
}

const struct thing *blad_mind(const struct blad *b, struct dossier *d)
{
    const struct thing *client = blad_last(d, b->names.client);
    bool mind = client && (blad_value(b, d, client, "Veilig_bereikbaar").n ||
                           text_is_string(blad_value(b, d, client, "Geheim_adres"), "ja"));

    return mind ? client : NULL;
}

void blad_say_mind(struct diag *diag, const struct thing *client, const char *advice)
{
    if (client)
        diag_at(diag, SEVERITY_NOTE, STATUS_OK, client->latest->place, "veilig-bereikbaar",
                "bij deze cliënt staat hoe u die veilig bereikt, of het adres is geheim. %s",
                advice);
}

const struct thing *blad_last_with(const struct blad *b, struct dossier *d, const struct type *type,
                                   const char *name)
{
    const struct thing *last = NULL, *t = NULL;

    while ((t = blad_next(d, type, t)))
        if (blad_value(b, d, t, name).n)
            last = t;
    return last;
}

void blad_zelf_geven(struct document *document)
{
    document_text(document, TEXT("Let op: geef dit blad zelf in de hand. Stuur het niet op en laat "
                                 "het niet liggen."));
}

const struct thing *blad_begin(const struct blad *b, struct dossier *d, const char *title,
                               struct document *document)
{
    const struct thing *client = blad_last(d, b->names.client);
    struct text name = client ? blad_value(b, d, client, "Naam") : TEXT("");
    const struct thing *mind = blad_mind(b, d);
    struct buffer heading = {0};

    buffer_string(&heading, title);
    buffer_string(&heading, name.n ? " – " : "");
    buffer_text(&heading, name);
    document_heading(document, 1, blad_kept(d, &heading));
    buffer_free(&heading);
    if (mind)
        blad_zelf_geven(document);
    document_text(document, blad_day(d, b->today, false));
    return mind;
}

void blad_end(const struct blad *b, struct document *document)
{
    document_note(document, b->foot.n
                                ? b->foot
                                : TEXT("Voor de cliënt. Klopt er iets niet? Zeg het, dan passen we "
                                       "het aan."));
}
