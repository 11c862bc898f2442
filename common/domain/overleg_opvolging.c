#include "domain/overleg_opvolging.h"

#include "base/text.h"
#include "domain/doelen.h"

const struct column opvolging_columns[OPVOLGING_COLUMNS] = {
    {"dossier", "dossier", COLUMN_TEXT, 11}, {"overleg", "overleg", COLUMN_TEXT, 7},
    {"dag", "dag", COLUMN_DATE, 10},         {"soort", "soort", COLUMN_TEXT, 8},
    {"sleutel", "sleutel", COLUMN_TEXT, 7},  {"wat", "wat", COLUMN_TEXT, 40},
    {"wie", "wie", COLUMN_TEXT, 20},         {"uiterlijk", "uiterlijk", COLUMN_DATE, 10},
    {"dagen", "dagen", COLUMN_NUMBER, 5},    {"voorbij", "voorbij", COLUMN_NUMBER, 7},
};

/* Something of a meeting that is open. */
struct open {
    const struct blad *b;
    struct dossier *d;
    const struct thing *overleg, *thing;
    date day; /* of the meeting */
};

static struct text value(const struct open *o, const char *name)
{
    return blad_value(o->b, o->d, o->thing, name);
}

static bool is_afspraak(const struct open *o)
{
    return o->thing->type == o->b->names.stap;
}

/* Before the meeting no point can have an answer. */
static bool is_open(const struct open *o)
{
    if (is_afspraak(o))
        return stap_open(value(o, "Status"));
    return o->day < o->b->today && (!value(o, "Samenvatting").n || !value(o, "Client_akkoord").n);
}

typedef void take_open(const struct open *o, struct document *document);

/* What is open of the meeting: the agreements, then the points. */
static void each_of(struct open *o, take_open *take, struct document *document)
{
    o->thing = NULL;
    while ((o->thing = overleg_next_afspraak(o->b, o->d, o->overleg, o->thing)))
        if (is_open(o))
            take(o, document);
    while ((o->thing = overleg_next_punt(o->b, o->d, o->overleg, o->thing)))
        if (is_open(o))
            take(o, document);
}

static bool has_died(const struct blad *b, struct dossier *d)
{
    return blad_last_with(b, d, b->names.client, "Overleden") != NULL;
}

/* Days from then to today. */
static int days(const struct open *o, date then)
{
    return o->b->today - then;
}

/* ---- for programs ---- */

static struct text number_cell(struct dossier *d, int n)
{
    struct buffer b = {0};
    struct text cell;

    buffer_format(&b, "%d", n);
    cell = blad_kept(d, &b);
    buffer_free(&b);
    return cell;
}

static void add_row(const struct open *o, struct document *document)
{
    struct text *cells = arena_take(&o->d->arena, OPVOLGING_COLUMNS * sizeof *cells);
    bool step = is_afspraak(o);
    struct text until = step ? value(o, "Uiterlijk") : TEXT("");
    date last = until.n ? date_parse(until) : DATE_NONE;

    cells[0] = o->d->id;
    cells[1] = o->overleg->key;
    cells[2] = text_of(date_write(o->day, arena_take(&o->d->arena, 11)));
    cells[3] = step ? TEXT("afspraak") : TEXT("punt");
    cells[4] = o->thing->key;
    cells[5] = value(o, step ? "Wat" : "Tekst");
    cells[6] = step ? value(o, "Wie") : TEXT("");
    cells[7] = until;
    cells[8] = o->day > o->b->today ? TEXT("") : number_cell(o->d, days(o, o->day));
    cells[9] =
        last == DATE_NONE || last >= o->b->today ? TEXT("") : number_cell(o->d, days(o, last));
    document_row(document, cells);
}

static const struct thing *next_overleg(const struct blad *b, const struct dossier *d,
                                        const struct thing *after)
{
    return blad_next(d, schema_type(b->schema, TEXT("Overleg")), after);
}

void opvolging_rijen(const struct blad *b, struct dossier *d, struct document *document)
{
    const struct thing *t = has_died(b, d) ? NULL : next_overleg(b, d, NULL);

    for (; t; t = next_overleg(b, d, t)) {
        struct open o = {b, d, t, NULL, overleg_dag(b, d, t)};
        each_of(&o, add_row, document);
    }
}

/* ---- for people ---- */

static void put_days(struct buffer *line, int n, const char *behind)
{
    buffer_format(line, " (%d %s%s)", n, n == 1 ? "dag" : "dagen", behind);
}

static void put_step(const struct open *o, struct buffer *line)
{
    struct text until = value(o, "Uiterlijk");
    date last = until.n ? date_parse(until) : DATE_NONE;

    buffer_text(line, value(o, "Wat"));
    blad_put(line, "\nWie: ", value(o, "Wie"));
    if (last != DATE_NONE)
        blad_put_day(o->d, line, "\nUiterlijk: ", last, "");
    if (last != DATE_NONE && last < o->b->today)
        put_days(line, days(o, last), " voorbij");
}

static void put_point(const struct open *o, struct buffer *line)
{
    buffer_text(line, value(o, "Tekst"));
    if (!value(o, "Samenvatting").n)
        buffer_string(line, "\nNog niet genoteerd: wat eruit kwam.");
    if (!value(o, "Client_akkoord").n)
        buffer_string(line, "\nNog niet genoteerd: of de cliënt het ermee eens is.");
}

/* The dossier and the meeting stand above the first of what is open. */
static void put_heads(const struct open *o, struct document *document)
{
    struct buffer line = {0};

    if (!document->count) {
        buffer_string(&line, "Dossier ");
        buffer_text(&line, o->d->id);
        document_heading(document, 2, blad_kept(o->d, &line));
    }
    buffer_text(&line, o->overleg->key);
    blad_put_day(o->d, &line, ", ", o->day, "");
    if (o->day <= o->b->today)
        put_days(&line, days(o, o->day), " geleden");
    blad_put(&line, "\nLeidt het: ", blad_value(o->b, o->d, o->overleg, "Coordinator"));
    document_item(document, 0, TEXT("Overleg"), blad_kept(o->d, &line));
    buffer_free(&line);
}

static void add_item(const struct open *o, struct document *document)
{
    struct buffer line = {0};

    if (is_afspraak(o))
        put_step(o, &line);
    else
        put_point(o, &line);
    document_item(document, 1, o->thing->key, blad_kept(o->d, &line));
    buffer_free(&line);
}

void opvolging_lijst(const struct blad *b, struct dossier *d, struct document *document)
{
    const struct thing *t = has_died(b, d) ? NULL : next_overleg(b, d, NULL);

    for (; t; t = next_overleg(b, d, t)) {
        struct open o = {b, d, t, NULL, overleg_dag(b, d, t)};
        size_t from = document->count, headed;
        put_heads(&o, document);
        headed = document->count;
        each_of(&o, add_item, document);
        if (document->count == headed)
            document->count = from;
    }
}
