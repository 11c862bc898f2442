#include "domain/caseload.h"

/* What each column counts stands in gesprek-rapport(1) and in schema/caseload.xsd. */
const struct column caseload_columns[CASELOAD_COLUMNS] = {
    {"id", "dossier", COLUMN_TEXT, 11},
    {"gemeente", "gem.", COLUMN_TEXT, 5},
    {"werkveld", "werkveld", COLUMN_TEXT, 27},
    {"kader", "kader", COLUMN_TEXT, 22},
    {"begeleider", "begeleider", COLUMN_TEXT, 10},
    {"fase", "fase", COLUMN_TEXT, 20},
    {"begin", "begin", COLUMN_DATE, 10},
    {"laatste_contact", "laatste", COLUMN_DATE, 10},
    {"gesprekken", "gespr.", COLUMN_NUMBER, 6},
    {"open_doelen", "doelen", COLUMN_NUMBER, 6},
    {"open_verwijzingen", "verw.", COLUMN_NUMBER, 5},
    {"volgende_datum", "volgende", COLUMN_DATE, 10},
};

static struct text number_cell(struct dossier *d, unsigned n)
{
    char *end = (char *)arena_take(&d->arena, 12) + 12, *p = end;

    do
        *--p = (char)('0' + n % 10);
    while (n /= 10);
    return (struct text){p, (size_t)(end - p)};
}

static struct text date_cell(struct dossier *d, date day)
{
    if (day == DATE_NONE)
        return (struct text){"", 0};
    return (struct text){date_write(day, arena_take(&d->arena, 11)), 10};
}

const struct text *caseload_row(struct dossier *d, const struct stand_names *names, date today)
{
    struct stand s = stand_of(d, names, today);
    struct text *cells = arena_take(&d->arena, CASELOAD_COLUMNS * sizeof *cells);

    cells[0] = d->id;
    cells[1] = s.gemeente;
    cells[2] = s.werkveld;
    cells[3] = s.kader;
    cells[4] = s.begeleider;
    cells[5] = s.fase;
    cells[6] = date_cell(d, s.begin);
    cells[7] = date_cell(d, s.last_contact);
    cells[8] = number_cell(d, s.gesprekken);
    cells[9] = number_cell(d, s.open_doelen);
    cells[10] = number_cell(d, s.open_verwijzingen);
    cells[11] = date_cell(d, s.next);
    return cells;
}
