#include "domain/rapport_verschil.h"

#include "base/csv_read.h"
#include "base/lookup.h"
#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* The columns of rapport_kolommen. */
enum {
    OUD_VAN,
    OUD_TOT,
    OUD_VERSIE,
    OUD_RAPPORT,
    OUD_GROEPERING,
    OUD_GROEP,
    OUD_RIJ,
    OUD_MAAT,
    OUD_EENHEID,
    OUD_AANTAL,
    OUD_PERSONEN,
    OUD_WEERGAVE
};

enum { REASON_SIZE = 400, NUMBER_LONGEST = 20 };

struct oud_rij {
    struct text cellen[RAPPORT_KOLOMMEN];
    bool gezien; /* it is in the new delivery too */
};

struct rapport_oud {
    const char *name;
    struct diag *diag;
    struct arena arena;
    struct oud_rij *rijen;
    size_t count, capacity;
    struct lookup places;
    struct buffer key;
    struct levering levering;
    char reason[REASON_SIZE];
};

const struct column rapport_verschilkolommen[RAPPORT_VERSCHILKOLOMMEN] = {
    {"rapport", "rapport", COLUMN_TEXT, 13},
    {"groepering", "groepering", COLUMN_TEXT, 16},
    {"groep", "groep", COLUMN_TEXT, 20},
    {"rij", "rij", COLUMN_TEXT, 20},
    {"maat", "maat", COLUMN_TEXT, 20},
    {"eenheid", "eenheid", COLUMN_TEXT, 14},
    {"oud", "oud", COLUMN_NUMBER, 8},
    {"nieuw", "nieuw", COLUMN_NUMBER, 8},
    {"oud_personen", "personen oud", COLUMN_NUMBER, 12},
    {"nieuw_personen", "personen nieuw", COLUMN_NUMBER, 14},
};

static bool fail(struct rapport_oud *old, const struct csv_cell *cell, const char *code,
                 const char *what)
{
    diag_at(old->diag, SEVERITY_ERROR, STATUS_DATA,
            (struct place){old->name, cell->line, cell->column}, code, "%s", what);
    return false;
}

static bool fail_column(struct rapport_oud *old, const struct csv_cell *cell, size_t column,
                        const char *what)
{
    char message[REASON_SIZE];

    snprintf(message, sizeof message, "%s: %s", rapport_kolommen[column].name, what);
    return fail(old, cell, "verschil-fout", message);
}

/* ---- the head ---- */

static bool take_head(struct rapport_oud *old, const struct csv_row *head)
{
    for (size_t i = 0; i < head->count && i < RAPPORT_KOLOMMEN; i++)
        if (!text_is_string(head->cells[i].value, rapport_kolommen[i].name))
            return fail_column(old, &head->cells[i], i,
                               "deze kolom hoort hier te staan. Dit is geen CSV van deze telling "
                               "van gesprek-rapport");
    if (head->count != RAPPORT_KOLOMMEN)
        return fail(old, &head->cells[0], "verschil-fout",
                    "er zijn meer of minder kolommen dan gesprek-rapport maakt");
    return true;
}

/* ---- a row ---- */

/* What the CSV puts in front of a text that a spreadsheet would run. */
static struct text without_guard(struct text t)
{
    if (t.n > 1 && t.p[0] == '\'' && memchr("=+-@\t\r\n", t.p[1], 7))
        return (struct text){t.p + 1, t.n - 1};
    return t;
}

/* Digits, perhaps with a part behind a point, or behind a comma as Excel has it; hidden; or none.
 */
static bool is_number(struct text t)
{
    size_t points = 0;

    if (!t.n || text_is_string(t, "."))
        return true;
    for (size_t i = 0; i < t.n; i++) {
        bool point = t.p[i] == '.' || t.p[i] == ',';
        if (!point && (t.p[i] < '0' || t.p[i] > '9'))
            return false;
        points += point;
        if (point && (i == 0 || i + 1 == t.n))
            return false;
    }
    return points <= 1 && t.n <= NUMBER_LONGEST;
}

static struct text kept_number(struct rapport_oud *old, struct text t)
{
    struct text kept = arena_text(&old->arena, t);
    char *comma = kept.n ? memchr(kept.p, ',', kept.n) : NULL;

    if (comma)
        *comma = '.';
    return kept;
}

static bool check_utf8(struct rapport_oud *old, const struct csv_row *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (text_bad_byte(row->cells[i].value) < row->cells[i].value.n)
            return fail(old, &row->cells[i], "utf8",
                        "dit is geen UTF-8. Neem het bestand zoals gesprek-rapport het maakte");
    return true;
}

static bool take_words(struct rapport_oud *old, const struct csv_row *row, struct oud_rij *into)
{
    for (size_t i = OUD_RAPPORT; i <= OUD_EENHEID; i++) {
        if (!row->cells[i].value.n && i != OUD_RIJ)
            return fail_column(old, &row->cells[i], i, "hier staat niets");
        into->cellen[i] = arena_text(&old->arena, without_guard(row->cells[i].value));
    }
    return true;
}

static bool take_numbers(struct rapport_oud *old, const struct csv_row *row, struct oud_rij *into)
{
    for (size_t i = OUD_AANTAL; i <= OUD_PERSONEN; i++) {
        if (!is_number(row->cells[i].value))
            return fail_column(old, &row->cells[i], i, "dit is geen getal en geen punt");
        into->cellen[i] = kept_number(old, row->cells[i].value);
    }
    return true;
}

/* The delivery of a row; false: said. */
static bool read_levering(struct rapport_oud *old, const struct csv_row *row, struct levering *l)
{
    const struct csv_cell *c = row->cells;

    *l = (struct levering){.periode = {date_parse(c[OUD_VAN].value), date_parse(c[OUD_TOT].value)},
                           .exact = text_is_string(c[OUD_WEERGAVE].value, "verantwoording")};
    for (size_t i = OUD_VAN; i <= OUD_TOT; i++)
        if (date_parse(c[i].value) == DATE_NONE)
            return fail_column(old, &c[i], i,
                               "dit is geen dag zoals 2026-03-31. Heeft een rekenblad het bestand "
                               "opnieuw bewaard? Neem het eerste");
    if (!text_digits(c[OUD_VERSIE].value, &l->versie) || !l->versie)
        return fail_column(old, &c[OUD_VERSIE], OUD_VERSIE, "dit is geen getal vanaf 1");
    if (!l->exact && !text_is_string(c[OUD_WEERGAVE].value, "openbaar"))
        return fail_column(old, &c[OUD_WEERGAVE], OUD_WEERGAVE,
                           "dit is niet openbaar of verantwoording");
    return true;
}

static bool same_levering(const struct levering *a, const struct levering *b)
{
    return a->periode.van == b->periode.van && a->periode.tot == b->periode.tot &&
           a->versie == b->versie && a->exact == b->exact;
}

static bool take_levering(struct rapport_oud *old, const struct csv_row *row)
{
    struct levering l;

    if (!read_levering(old, row, &l))
        return false;
    if (!old->count)
        old->levering = l;
    return same_levering(&l, &old->levering) ||
           fail(old, &row->cells[0], "verschil-fout",
                "deze rij is van een andere periode, versie of weergave dan de eerste. Geef "
                "er maar een");
}

/* Its words with a NUL behind each: no word has one. */
static uint64_t key_of(struct rapport_oud *old, const struct text *cellen)
{
    old->key.n = 0;
    for (size_t i = OUD_RAPPORT; i <= OUD_EENHEID; i++) {
        buffer_text(&old->key, cellen[i]);
        buffer_byte(&old->key, '\0');
    }
    return text_hash(buffer_view(&old->key));
}

static bool take_row(struct rapport_oud *old, const struct csv_row *row)
{
    struct oud_rij rij = {.gezien = false};

    if (row->count != RAPPORT_KOLOMMEN)
        return fail(old, &row->cells[0], "rij-lengte",
                    "deze rij heeft meer of minder cellen dan er kolommen zijn");
    if (!check_utf8(old, row) || !take_levering(old, row) || !take_words(old, row, &rij) ||
        !take_numbers(old, row, &rij))
        return false;
    if (!lookup_put(&old->places, key_of(old, rij.cellen), (uint32_t)old->count))
        return fail(old, &row->cells[0], "verschil-fout", "dit getal staat er al eerder");
    mem_grow(&old->rijen, &old->capacity, old->count + 1, sizeof *old->rijen);
    old->rijen[old->count++] = rij;
    return true;
}

/* ---- the file ---- */

static bool read_rows(struct rapport_oud *old, struct csv_reader *csv)
{
    unsigned errors = old->diag->errors;
    struct csv_row row;
    bool fine = csv_next(csv, &row) && take_head(old, &row);

    while (fine && csv_next(csv, &row))
        fine = take_row(old, &row);
    if (old->diag->errors != errors)
        return false;
    if (!old->count)
        diag_at(old->diag, SEVERITY_ERROR, STATUS_DATA, (struct place){old->name, 0, 0}, "leeg",
                "hier staat geen getal in. Geef de eerdere levering als CSV");
    return old->count > 0;
}

struct rapport_oud *rapport_oud_read(int fd, const char *name, struct diag *diag)
{
    struct csv_reader *csv = csv_open(fd, name, diag);
    struct rapport_oud *old;

    if (!csv)
        return NULL;
    old = mem_take(sizeof *old);
    *old = (struct rapport_oud){.name = name, .diag = diag};
    if (!read_rows(old, csv)) {
        rapport_oud_free(old);
        old = NULL;
    }
    csv_close(csv);
    return old;
}

struct rapport_oud *rapport_oud_open(const char *path, struct diag *diag)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    struct rapport_oud *old = NULL;

    if (fd < 0) {
        diag_at(diag, SEVERITY_ERROR, STATUS_SYSTEM, (struct place){path, 0, 0}, "bestand",
                "dit kan niet gelezen worden: %s", diag_errno(errno));
        return NULL;
    }
    old = rapport_oud_read(fd, path, diag);
    close(fd);
    return old;
}

void rapport_oud_free(struct rapport_oud *old)
{
    if (!old)
        return;
    arena_free(&old->arena);
    lookup_free(&old->places);
    buffer_free(&old->key);
    free(old->rijen);
    free(old);
}

static const char *kind_of(bool exact)
{
    return exact ? "verantwoording" : "openbaar";
}

const char *rapport_oud_past(struct rapport_oud *old, const struct levering *now)
{
    const struct levering *was = &old->levering;
    char van[11], tot[11];

    if (was->periode.van != now->periode.van || was->periode.tot != now->periode.tot)
        snprintf(old->reason, sizeof old->reason,
                 "die levering gaat over een andere periode: van %s tot en met %s",
                 date_write(was->periode.van, van), date_write(was->periode.tot, tot));
    else if (was->exact != now->exact)
        snprintf(old->reason, sizeof old->reason,
                 "die levering is '%s' en deze '%s'; vergelijk twee van dezelfde soort",
                 kind_of(was->exact), kind_of(now->exact));
    else if (was->versie >= now->versie)
        snprintf(old->reason, sizeof old->reason,
                 "die levering is versie %u; geef deze met --versie een hoger getal", was->versie);
    else
        return NULL;
    return old->reason;
}

uint32_t rapport_oud_versie(const struct rapport_oud *old)
{
    return old->levering.versie;
}

/* ---- side by side ---- */

static void add_change(struct document *changes, const struct text *words, const struct text *was,
                       const struct text *now)
{
    struct text *cells = arena_take(changes->arena, RAPPORT_VERSCHILKOLOMMEN * sizeof *cells);

    for (size_t i = 0; i < 6; i++)
        cells[i] = words[OUD_RAPPORT + i];
    for (size_t i = 0; i < 2; i++) {
        cells[6 + 2 * i] = was ? was[OUD_AANTAL + i] : TEXT("");
        cells[7 + 2 * i] = now ? now[OUD_AANTAL + i] : TEXT("");
    }
    document_row(changes, cells);
}

static bool same_numbers(const struct text *a, const struct text *b)
{
    return text_is(a[OUD_AANTAL], b[OUD_AANTAL]) && text_is(a[OUD_PERSONEN], b[OUD_PERSONEN]);
}

void rapport_verschil(struct rapport_oud *old, const struct document *rows,
                      struct document *changes)
{
    for (size_t i = 0; i < rows->count; i++) {
        const struct text *now = rows->blocks[i].cells;
        const uint32_t *place;
        if (rows->blocks[i].kind != BLOCK_ROW)
            continue;
        place = lookup_find(&old->places, key_of(old, now));
        if (place)
            old->rijen[*place].gezien = true;
        if (!place)
            add_change(changes, now, NULL, now);
        else if (!same_numbers(old->rijen[*place].cellen, now))
            add_change(changes, now, old->rijen[*place].cellen, now);
    }
}

void rapport_verdwenen(const struct rapport_oud *old, struct document *changes)
{
    for (size_t i = 0; i < old->count; i++)
        if (!old->rijen[i].gezien)
            add_change(changes, old->rijen[i].cellen, old->rijen[i].cellen, NULL);
}
