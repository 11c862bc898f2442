#include "domain/rapport_blad.h"

#include "base/text.h"
#include "domain/rapport_beeld.h"
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { ROWS_AT_ONCE = 1000, NUMBER_ROOM = 24, FIRST_IN_XML = 3 };

const struct column rapport_kolommen[RAPPORT_KOLOMMEN] = {
    {"van", "van", COLUMN_DATE, 10},
    {"tot", "tot", COLUMN_DATE, 10},
    {"versie", "versie", COLUMN_NUMBER, 6},
    {"rapport", "rapport", COLUMN_TEXT, 13},
    {"groepering", "groepering", COLUMN_TEXT, 16},
    {"groep", "groep", COLUMN_TEXT, 20},
    {"rij", "rij", COLUMN_TEXT, 20},
    {"maat", "maat", COLUMN_TEXT, 20},
    {"eenheid", "eenheid", COLUMN_TEXT, 14},
    {"aantal", "aantal", COLUMN_NUMBER, 8},
    {"personen", "personen", COLUMN_NUMBER, 8},
    {"weergave", "weergave", COLUMN_TEXT, 14},
};

const struct column rapport_leeskolommen[RAPPORT_LEESKOLOMMEN] = {
    {"wat", "", COLUMN_TEXT, 44},
    {"aantal", "aantal", COLUMN_NUMBER, 8},
    {"eenheid", "", COLUMN_TEXT, 14},
    {"personen", "personen", COLUMN_NUMBER, 8},
};

static struct text date_cell(struct arena *arena, date day)
{
    return (struct text){date_write(day, arena_take(arena, 11)), 10};
}

static struct text number_cell(struct arena *arena, struct getal n)
{
    char *p;

    if (n.verborgen)
        return TEXT(".");
    p = arena_take(arena, NUMBER_ROOM);
    return (struct text){p, (size_t)snprintf(p, NUMBER_ROOM, "%" PRId64, n.waarde)};
}

static struct text personen_cell(struct arena *arena, const struct rapport_rij *rij)
{
    return rij->zonder_personen ? TEXT("") : number_cell(arena, rij->personen);
}

/* ---- for machines ---- */

bool rapport_rijen(const struct rapport *r, const struct rapport_vraag *v, struct text versie,
                   struct rapport_plek *at, struct document *document)
{
    struct arena *arena = document->arena;
    struct rapport_rij rij;
    size_t n = 0;

    while (n < ROWS_AT_ONCE && rapport_volgende(r, at, &rij)) {
        struct text *cells = arena_take(arena, RAPPORT_KOLOMMEN * sizeof *cells);
        cells[0] = date_cell(arena, v->periode.van);
        cells[1] = date_cell(arena, v->periode.tot);
        cells[2] = versie;
        cells[3] = text_of(rapport_delen[rij.maat->deel].naam);
        cells[4] = text_of(rij.groepering);
        cells[5] = rij.groep;
        cells[6] = rij.rij;
        cells[7] = text_of(rij.maat->naam);
        cells[8] = text_of(rij.maat->eenheid);
        cells[9] = number_cell(arena, rij.aantal);
        cells[10] = personen_cell(arena, &rij);
        cells[11] = text_of(v->exact ? "verantwoording" : "openbaar");
        document_row(document, cells);
        n++;
    }
    return n > 0;
}

const struct column *const rapport_xmlkolommen = rapport_kolommen + FIRST_IN_XML;

void rapport_rijen_xml(struct document *rows)
{
    for (size_t i = 0; i < rows->count; i++) {
        struct text *cells = arena_take(rows->arena, RAPPORT_XMLKOLOMMEN * sizeof *cells);
        for (size_t k = 0; k < RAPPORT_XMLKOLOMMEN; k++) {
            struct text cell = rows->blocks[i].cells[FIRST_IN_XML + k];
            bool hidden = rapport_xmlkolommen[k].kind == COLUMN_NUMBER && text_is_string(cell, ".");
            cells[k] = hidden ? TEXT("") : cell;
        }
        rows->blocks[i].cells = cells;
    }
}

/* ---- for people ---- */

static struct text joined(struct arena *arena, const char *a, const char *between, struct text b)
{
    size_t n = strlen(a), m = strlen(between);
    char *p = arena_take(arena, n + m + b.n + 1);

    memcpy(p, a, n);
    memcpy(p + n, between, m);
    if (b.n)
        memcpy(p + n + m, b.p, b.n);
    return (struct text){p, n + m + b.n};
}

static void add_line(struct document *document, const struct rapport_rij *rij)
{
    struct arena *arena = document->arena;
    struct text *cells = arena_take(arena, RAPPORT_LEESKOLOMMEN * sizeof *cells);

    cells[0] =
        rij->rij.n ? joined(arena, rij->maat->titel, ": ", rij->rij) : text_of(rij->maat->titel);
    cells[1] = number_cell(arena, rij->aantal);
    cells[2] = text_of(rij->maat->eenheid);
    cells[3] = personen_cell(arena, rij);
    document_row(document, cells);
}

static bool is_printed(const struct rapport_vraag *v, const struct maat *maat,
                       enum rapport_deel deel)
{
    return maat->deel == deel && !(maat->vlaggen & NIET_GEPRINT) &&
           (v->exact || !(maat->vlaggen & ALLEEN_EXACT));
}

static void add_explanations(struct document *document, const struct rapport_vraag *v,
                             enum rapport_deel deel)
{
    document_heading(document, 3, TEXT("Wat er geteld is"));
    for (size_t m = 0; m < RAPPORT_MATEN; m++)
        if (is_printed(v, &rapport_maten[m], deel))
            document_item(document, 0,
                          joined(document->arena, rapport_maten[m].titel, ":", TEXT("")),
                          text_of(rapport_maten[m].uitleg));
}

static bool same_group(const struct rapport_rij *a, const struct rapport_rij *b)
{
    return b->maat && a->groepering == b->groepering && text_is(a->groep, b->groep);
}

void rapport_blad(const struct rapport *r, const struct rapport_vraag *v, enum rapport_deel deel,
                  bool drawn, struct document *document)
{
    struct rapport_rij before = {0}, rij;
    struct rapport_plek at = rapport_begin(deel);
    const struct picture *bars =
        v->delen[deel] && drawn ? rapport_beeld(r, deel, document->arena) : NULL;

    if (!v->delen[deel])
        return;
    document_heading(document, 2, text_of(rapport_delen[deel].titel));
    if (bars)
        document_picture(document, bars);
    while (rapport_volgende(r, &at, &rij) && rij.maat->deel == deel) {
        if (!same_group(&rij, &before) && strcmp(rij.groepering, "alles") != 0)
            document_heading(document, 3, joined(document->arena, rij.groepering, " ", rij.groep));
        add_line(document, &rij);
        before = rij;
    }
    if (!before.maat)
        document_text(document, v->exact ? TEXT("Er is niets geteld.")
                                         : TEXT("Er is niets dat getoond mag worden."));
    add_explanations(document, v, deel);
}
