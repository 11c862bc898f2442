/* The tips as an answer: for people, and as rows. */
#include "base/text.h"
#include "domain/smart_toets.h"

#include <stdio.h>

const struct column smart_kolommen[SMART_KOLOMMEN] = {
    {"dossier", "dossier", COLUMN_TEXT, 11}, {"doel", "doel", COLUMN_TEXT, 5},
    {"letter", "letter", COLUMN_TEXT, 6},    {"code", "code", COLUMN_TEXT, 14},
    {"reden", "reden", COLUMN_TEXT, 40},     {"voorstel", "voorstel", COLUMN_TEXT, 40},
    {"bestand", "bestand", COLUMN_TEXT, 20}, {"regel", "regel", COLUMN_NUMBER, 5},
};

static struct text line_of(struct dossier *d, const struct smart_tip *tip)
{
    char digits[12];
    int n = snprintf(digits, sizeof digits, "%u", tip->place.line);

    return arena_text(&d->arena, (struct text){digits, (size_t)n});
}

void smart_toets_rijen(struct dossier *d, const struct smart_tip *tips, size_t count,
                       struct document *document)
{
    for (const struct smart_tip *tip = tips; tip < tips + count; tip++) {
        struct text *cells = arena_take(&d->arena, SMART_KOLOMMEN * sizeof *cells);
        cells[0] = d->id;
        cells[1] = tip->doel->key;
        cells[2] = (struct text){&tip->letter, 1};
        cells[3] = text_of(tip->code);
        cells[4] = tip->reden;
        cells[5] = tip->voorstel;
        cells[6] = text_of(tip->place.file);
        cells[7] = line_of(d, tip);
        document_row(document, cells);
    }
}

/* ---- for people ---- */

static const char *word_of(char letter)
{
    switch (letter) {
    case 'S':
        return "S, specifiek";
    case 'M':
        return "M, meetbaar";
    case 'A':
        return "A, akkoord";
    case 'R':
        return "R, haalbaar";
    default:
        return "T, tijd";
    }
}

static void put_tip(struct dossier *d, const struct smart_tip *tip, struct document *document)
{
    struct buffer text = {0};

    document_item(document, 0, text_of(word_of(tip->letter)), tip->reden);
    buffer_string(&text, "‘");
    buffer_text(&text, tip->voorstel);
    buffer_string(&text, "’");
    document_item(document, 1, (struct text){0}, blad_kept(d, &text));
    buffer_format(&text, "%s:%u [%s]", tip->place.file, tip->place.line, tip->code);
    document_item(document, 1, (struct text){0}, blad_kept(d, &text));
    buffer_free(&text);
}

static struct text goal_line(const struct smart_toets *t, struct dossier *d,
                             const struct thing *doel, const char *behind)
{
    struct buffer text = {0};
    struct text line;

    buffer_text(&text, doel->key);
    buffer_string(&text, ": ");
    buffer_text(&text, thing_value(d, doel, t->tekst));
    buffer_string(&text, behind);
    line = blad_kept(d, &text);
    buffer_free(&text);
    return line;
}

/* Asked for by its key, so that it must be said that it is not looked at. */
static void put_not_tested(const struct smart_toets *t, struct dossier *d, const struct thing *doel,
                           struct document *document)
{
    struct buffer text = {0};

    buffer_string(&text, " (wordt niet getoetst: de status is ");
    buffer_text(&text, thing_value(d, doel, t->blad.names.status));
    buffer_string(&text, ")");
    buffer_byte(&text, '\0');
    document_text(document, goal_line(t, d, doel, text.p));
    buffer_free(&text);
}

static struct text dossier_line(struct dossier *d)
{
    struct buffer text = {0};
    struct text line;

    buffer_string(&text, "Dossier ");
    buffer_text(&text, d->id);
    line = blad_kept(d, &text);
    buffer_free(&text);
    return line;
}

void smart_toets_blad(const struct smart_toets *t, struct dossier *d, const struct smart_tip *tips,
                      size_t count, struct document *document)
{
    const struct smart_tip *tip = tips, *end = tips + count;
    const struct thing *doel = NULL;
    bool told = false;

    if (!t->doel)
        document_heading(document, 2, dossier_line(d));

    while ((doel = blad_next(d, t->blad.names.doel, doel))) {
        bool tested = smart_is_getoetst(t, d, doel);
        if (t->doel ? !text_is_string(doel->key, t->doel) : !tested)
            continue;
        if (!told && t->doel)
            document_heading(document, 2, dossier_line(d));
        told = true;
        if (!tested)
            put_not_tested(t, d, doel, document);
        else if (tip == end || tip->doel != doel)
            document_text(document, goal_line(t, d, doel, " (geen tips)"));
        else
            document_heading(document, 3, goal_line(t, d, doel, ""));
        for (; tip < end && tip->doel == doel; tip++)
            put_tip(d, tip, document);
    }
    if (!told && !t->doel)
        document_text(document, TEXT("Er zijn geen doelen om naar te kijken."));
}
