#include "domain/smart_lijst.h"
#include "base/text.h"

enum { SIGNS = 20, LEVELS = 5 };

static struct text value(const struct blad *b, struct dossier *d, const struct thing *t,
                         const char *name)
{
    return blad_value(b, d, t, name);
}

/* ---- progress ---- */

static const char *const scale[LEVELS] = {"-2", "-1", "0", "+1", "+2"};

static size_t level_of(struct text word)
{
    size_t level = 0;

    while (level < LEVELS - 1 && !text_is_string(text_trim(word), scale[level]))
        level++;
    return level;
}

/* The last values that fit; *left_out says whether there were more. */
static const struct waarde *progress(const struct blad *b, struct dossier *d,
                                     const struct thing *goal, size_t *count, bool *left_out)
{
    const struct waarde *values = doel_waarden(b, d, goal, "Schaal", count);

    *left_out = *count > SIGNS;
    if (*left_out) {
        values += *count - SIGNS;
        *count = SIGNS;
    }
    return values;
}

struct text smart_voortgang(const struct blad *b, struct dossier *d, const struct thing *goal)
{
    static const char *const signs[LEVELS] = {"▁", "▂", "▄", "▆", "█"};
    struct buffer line = {0}, figures = {0};
    struct text kept;
    size_t count;
    bool left_out;
    const struct waarde *values = progress(b, d, goal, &count, &left_out);

    for (size_t i = 0; i < count; i++) {
        size_t level = level_of(values[i].value);
        buffer_string(&line, signs[level]);
        buffer_string(&figures, i ? " " : left_out ? "... " : "");
        buffer_string(&figures, scale[level]);
    }
    if (count) {
        buffer_string(&line, " (");
        buffer_text(&line, buffer_view(&figures));
        buffer_byte(&line, ')');
        blad_put_day(d, &line, count > 1 ? ", van " : ", op ", values[0].day, "");
        if (count > 1)
            blad_put_day(d, &line, " tot ", values[count - 1].day, "");
    }
    kept = blad_kept(d, &line);
    buffer_free(&line);
    buffer_free(&figures);
    return kept;
}

/* ---- for people ---- */

static void pair(struct document *document, const char *label, struct text text)
{
    if (text.n)
        document_pair(document, 0, label, text);
}

static const char *by_whom(struct text volgens)
{
    if (text_is_string(volgens, "client"))
        return ", volgens de cliënt";
    if (text_is_string(volgens, "samen"))
        return ", volgens cliënt en begeleider samen";
    return volgens.n ? ", volgens de begeleider" : "";
}

static void add_status(const struct blad *b, struct dossier *d, const struct thing *t,
                       struct document *document)
{
    struct text status = value(b, d, t, "Status"), by = value(b, d, t, "Volgens");
    struct buffer line = {0};

    buffer_text(&line, status.n ? status : TEXT("open"));
    buffer_string(&line, by_whom(by));
    if (!by.n && doel_is_oordeel(status))
        buffer_string(&line, " (volgens wie is nog niet genoteerd)");
    blad_put(&line, ": ", value(b, d, t, "Reden"));
    pair(document, "Status", blad_kept(d, &line));
    buffer_free(&line);
}

static void add_progress(const struct blad *b, struct dossier *d, const struct thing *t,
                         struct document *document)
{
    struct text words = doel_stand(b, d, t);
    struct buffer line = {0};

    buffer_text(&line, smart_voortgang(b, d, t));
    blad_put(&line, "\nnu: ", words);
    pair(document, "Voortgang", blad_kept(d, &line));
    buffer_free(&line);
}

static void add_steps(const struct blad *b, struct dossier *d, const struct thing *t,
                      struct document *document)
{
    const struct thing *step = NULL;
    struct buffer line = {0};

    while ((step = doel_open_stap(b, d, t, step))) {
        struct text until = value(b, d, step, "Uiterlijk");
        buffer_string(&line, line.n ? "\n" : "");
        buffer_text(&line, step->key);
        blad_put(&line, " ", value(b, d, step, "Wat"));
        blad_put(&line, " (", value(b, d, step, "Wie"));
        if (until.n)
            blad_put_day(d, &line, ", uiterlijk ", date_parse(until), "");
        buffer_byte(&line, ')');
    }
    pair(document, "Open stappen", blad_kept(d, &line));
    buffer_free(&line);
}

static void add_day(const struct blad *b, struct dossier *d, const struct thing *t,
                    const char *name, const char *label, struct document *document)
{
    date day = date_parse(value(b, d, t, name));
    struct buffer line = {0};

    if (day != DATE_NONE)
        blad_put_day(d, &line, "", day, day < b->today ? " (voorbij)" : "");
    pair(document, label, blad_kept(d, &line));
    buffer_free(&line);
}

static void add_goal(const struct blad *b, struct dossier *d, const struct thing *t,
                     struct document *document)
{
    struct text status = value(b, d, t, "Status");

    doel_kop(b, d, t, document);
    add_status(b, d, t, document);
    add_progress(b, d, t, document);
    add_steps(b, d, t, document);
    if (doel_loopt(status)) {
        add_day(b, d, t, "Uiterlijk", "Uiterlijk", document);
        add_day(b, d, t, "Evalueren_op", "Samen kijken op", document);
    }
    add_day(b, d, t, "Terugkomen_op", "Terugkomen op", document);
    pair(document, "Onder", value(b, d, t, "Onder"));
    pair(document, "Vervangt", value(b, d, t, "Vervangt"));
}

void smart_lijst(const struct blad *b, struct dossier *d, struct document *document)
{
    const struct thing *t = NULL;
    struct buffer heading = {0};

    buffer_string(&heading, "Dossier ");
    buffer_text(&heading, d->id);
    document_heading(document, 1, blad_kept(d, &heading));
    buffer_free(&heading);
    if (!blad_next(d, b->names.doel, NULL))
        document_text(document, TEXT("Nog geen doelen genoteerd."));
    while ((t = blad_next(d, b->names.doel, t)))
        add_goal(b, d, t, document);
}

/* ---- for programs ---- */

const struct column smart_columns[SMART_COLUMNS] = {
    {"dossier", "dossier", COLUMN_TEXT, 11},
    {"doel", "doel", COLUMN_TEXT, 4},
    {"tekst", "tekst", COLUMN_TEXT, 40},
    {"status", "status", COLUMN_TEXT, 12},
    {"volgens", "volgens", COLUMN_TEXT, 10},
    {"prioriteit", "plaats", COLUMN_NUMBER, 6},
    {"schaal", "schaal", COLUMN_NUMBER, 6},
    {"voortgang", "voortgang", COLUMN_TEXT, 20},
    {"open_stappen", "stappen", COLUMN_NUMBER, 7},
    {"uiterlijk", "uiterlijk", COLUMN_DATE, 10},
    {"evalueren_op", "evalueren", COLUMN_DATE, 10},
    {"terugkomen_op", "terugkomen", COLUMN_DATE, 10},
    {"vervangt", "vervangt", COLUMN_TEXT, 8},
};

/* `2026-03-10:-2 2026-05-12:+1`: all of it, however much there is. */
static struct text days_and_levels(const struct blad *b, struct dossier *d, const struct thing *t)
{
    size_t count;
    const struct waarde *values = doel_waarden(b, d, t, "Schaal", &count);
    struct buffer cell = {0};
    struct text kept;
    char day[11];

    for (size_t i = 0; i < count; i++)
        buffer_format(&cell, "%s%s:%s", i ? " " : "", date_write(values[i].day, day),
                      scale[level_of(values[i].value)]);
    kept = blad_kept(d, &cell);
    buffer_free(&cell);
    return kept;
}

static struct text open_steps(const struct blad *b, struct dossier *d, const struct thing *t)
{
    const struct thing *step = NULL;
    struct buffer cell = {0};
    struct text kept;
    unsigned n = 0;

    while ((step = doel_open_stap(b, d, t, step)))
        n++;
    buffer_format(&cell, "%u", n);
    kept = blad_kept(d, &cell);
    buffer_free(&cell);
    return kept;
}

/* A number for a program: without the + that people write. */
static struct text level_now(const struct blad *b, struct dossier *d, const struct thing *t)
{
    struct text now = value(b, d, t, "Schaal");

    return text_starts(now, "+") ? (struct text){now.p + 1, now.n - 1} : now;
}

static const struct text *row(const struct blad *b, struct dossier *d, const struct thing *t)
{
    struct text *cells = arena_take(&d->arena, SMART_COLUMNS * sizeof *cells);
    struct text status = value(b, d, t, "Status");

    cells[0] = d->id;
    cells[1] = t->key;
    cells[2] = value(b, d, t, "Tekst");
    cells[3] = status.n ? status : TEXT("open");
    cells[4] = value(b, d, t, "Volgens");
    cells[5] = value(b, d, t, "Prioriteit");
    cells[6] = level_now(b, d, t);
    cells[7] = days_and_levels(b, d, t);
    cells[8] = open_steps(b, d, t);
    cells[9] = value(b, d, t, "Uiterlijk");
    cells[10] = value(b, d, t, "Evalueren_op");
    cells[11] = value(b, d, t, "Terugkomen_op");
    cells[12] = value(b, d, t, "Vervangt");
    return cells;
}

void smart_rijen(const struct blad *b, struct dossier *d, struct document *document)
{
    const struct thing *t = NULL;

    while ((t = blad_next(d, b->names.doel, t)))
        document_row(document, row(b, d, t));
}
