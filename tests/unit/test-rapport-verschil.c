/* An older delivery read back, good and bad, and laid beside new rows. The older one is what our
 * own forms make, so that what they write is what is read. */
#include "check.h"
#include "forms.h"

#include "domain/rapport_verschil.h"

#include <unistd.h>

enum { MANY_ROWS = 50000, SIZE = 512 };

static const char HEAD[] =
    "\"van\",\"tot\",\"versie\",\"rapport\",\"groepering\",\"groep\",\"rij\","
    "\"maat\",\"eenheid\",\"aantal\",\"personen\",\"weergave\"\r\n";

static const struct head machine = {.name = "rapport",
                                    .row_name = "getal",
                                    .columns = rapport_kolommen,
                                    .column_count = RAPPORT_KOLOMMEN};
static const struct head changed = {.name = "verschil",
                                    .row_name = "verandering",
                                    .columns = rapport_verschilkolommen,
                                    .column_count = RAPPORT_VERSCHILKOLOMMEN};

/* Reads `csv` as a file; what was said is in `said`. */
static struct rapport_oud *read_old(struct checks *c, struct text csv, struct diag *diag,
                                    struct buffer *said)
{
    char path[] = "/tmp/gesprek-test-XXXXXX", said_path[] = "/tmp/gesprek-test-XXXXXX";
    int fd = mkstemp(path), heard = mkstemp(said_path);
    struct rapport_oud *old;

    unlink(path);
    unlink(said_path);
    CHECK(c, io_write_all(fd, csv.p, csv.n) && lseek(fd, 0, SEEK_SET) == 0);
    diag_start(diag);
    diag->fd = heard;
    old = rapport_oud_read(fd, "oud.csv", diag);
    said->n = 0;
    CHECK(c, lseek(heard, 0, SEEK_SET) == 0 && io_read_all(heard, said, 1 << 20));
    CHECK(c, (old != NULL) == (diag->status == STATUS_OK) && (old != NULL) == !said->n);
    close(fd);
    close(heard);
    return old;
}

/* A row of cells with these words, parted by `|`. */
static void add_row(struct document *d, const char *words)
{
    struct text *cells = arena_take(d->arena, RAPPORT_KOLOMMEN * sizeof *cells);
    struct text rest = arena_text(d->arena, text_of(words));

    for (size_t i = 0; i < RAPPORT_KOLOMMEN; i++) {
        const char *bar = rest.n ? memchr(rest.p, '|', rest.n) : NULL;
        cells[i] = (struct text){rest.p, bar ? (size_t)(bar - rest.p) : rest.n};
        rest = bar ? (struct text){bar + 1, rest.n - cells[i].n - 1} : TEXT("");
    }
    document_row(d, cells);
}

#define ROW(version, words) "2026-01-01|2026-03-31|" version "|" words "|openbaar"

static const char *const before[] = {
    ROW("1", "instroom|alles|alles||in|trajecten|25|25"),
    ROW("1", "instroom|alles|alles||uit|trajecten|.|."),
    ROW("1", "fasen|alles|alles|onthaal|bereikt|trajecten|10|10"),
    ROW("1", "verwijzingen|alles|alles|=Dienst; \"Z\"|nieuw|verwijzingen|15|15"),
    ROW("1", "verwijzingen|alles|alles|'t Huis|nieuw|verwijzingen|15|15"),
    ROW("1", "verwijzingen|alles|alles|weg|nieuw|verwijzingen|15|10"),
    ROW("1", "doorlooptijd|alles|alles||afsluiting_p50|dagen|12.5|"),
    ROW("1", "doorlooptijd|gemeente|0356||afsluiting_p50|dagen|30|"),
};

static const char *const after[] = {
    ROW("2", "instroom|alles|alles||in|trajecten|30|25"),
    ROW("2", "instroom|alles|alles||uit|trajecten|10|."),
    ROW("2", "fasen|alles|alles|onthaal|bereikt|trajecten|10|10"),
    ROW("2", "fasen|alles|alles|nazorg|bereikt|trajecten|10|10"),
    ROW("2", "verwijzingen|alles|alles|=Dienst; \"Z\"|nieuw|verwijzingen|15|15"),
    ROW("2", "verwijzingen|alles|alles|'t Huis|nieuw|verwijzingen|15|."),
    ROW("2", "doorlooptijd|alles|alles||afsluiting_p50|dagen|12.5|"),
    ROW("2", "doorlooptijd|gemeente|0356||afsluiting_p50|weken|30|"),
};

static const char want[] =
    "\"rapport\",\"groepering\",\"groep\",\"rij\",\"maat\",\"eenheid\",\"oud\",\"nieuw\","
    "\"oud_personen\",\"nieuw_personen\"\r\n"
    "\"instroom\",\"alles\",\"alles\",\"\",\"in\",\"trajecten\",\"25\",\"30\",\"25\",\"25\"\r\n"
    "\"instroom\",\"alles\",\"alles\",\"\",\"uit\",\"trajecten\",\".\",\"10\",\".\",\".\"\r\n"
    "\"fasen\",\"alles\",\"alles\",\"nazorg\",\"bereikt\",\"trajecten\",\"\",\"10\",\"\",\"10\"\r\n"
    "\"verwijzingen\",\"alles\",\"alles\",\"'t Huis\",\"nieuw\",\"verwijzingen\",\"15\",\"15\","
    "\"15\",\".\"\r\n"
    "\"doorlooptijd\",\"gemeente\",\"0356\",\"\",\"afsluiting_p50\",\"weken\",\"\",\"30\",\"\","
    "\"\"\r\n"
    "\"verwijzingen\",\"alles\",\"alles\",\"weg\",\"nieuw\",\"verwijzingen\",\"15\",\"\",\"10\","
    "\"\"\r\n"
    "\"doorlooptijd\",\"gemeente\",\"0356\",\"\",\"afsluiting_p50\",\"dagen\",\"30\",\"\",\"\","
    "\"\"\r\n";

static void add_rows(struct document *d, const char *const *rows, size_t count)
{
    for (size_t i = 0; i < count; i++)
        add_row(d, rows[i]);
}

/* Of both CSV forms the same comes back, and with itself there is no difference. */
static void test_changes(struct checks *c, struct arena *arena)
{
    const struct form *forms[] = {&form_csv, &form_csv_excel};
    struct document was, now, changes;
    struct buffer csv = {0}, said = {0}, b = {0};

    c->part = "what changed";
    document_start(&was, arena);
    add_rows(&was, before, sizeof before / sizeof *before);
    document_start(&now, arena);
    add_rows(&now, after, sizeof after / sizeof *after);
    for (size_t i = 0; i < 2; i++) {
        struct diag diag;
        struct rapport_oud *old;
        CHECK(c, render(&csv, forms[i], &machine, &was, true));
        old = read_old(c, buffer_view(&csv), &diag, &said);
        document_start(&changes, arena);
        rapport_verschil(old, &now, &changes);
        rapport_verdwenen(old, &changes);
        CHECK(c, render(&b, &form_csv, &changed, &changes, true));
        check_bytes(c, buffer_view(&b), want, "rows");
        rapport_oud_free(old);

        old = read_old(c, buffer_view(&csv), &diag, &said);
        document_start(&changes, arena);
        rapport_verschil(old, &was, &changes);
        rapport_verdwenen(old, &changes);
        CHECK(c, changes.count == 0);
        rapport_oud_free(old);
    }
    buffer_free(&csv);
    buffer_free(&said);
    buffer_free(&b);
}

/* Two deliveries that can be compared, and those that cannot: why not. */
static void test_levering(struct checks *c)
{
    struct levering now = {{date_from(2026, 1, 1), date_from(2026, 3, 31)}, 3, false};
    struct buffer csv = {0}, said = {0};
    struct diag diag;
    struct rapport_oud *old;

    c->part = "which delivery";
    buffer_string(&csv, HEAD);
    buffer_string(&csv, "2026-01-01,2026-03-31,2,instroom,alles,alles,,in,trajecten,10,10,"
                        "openbaar\n");
    old = read_old(c, buffer_view(&csv), &diag, &said);
    CHECK(c, !rapport_oud_past(old, &now));
    now.versie = 2;
    CHECK(c, strstr(rapport_oud_past(old, &now), "versie 2; geef"));
    now.exact = true;
    CHECK(c, strstr(rapport_oud_past(old, &now), "'openbaar' en deze 'verantwoording'"));
    now.periode.tot++;
    CHECK(c, strstr(rapport_oud_past(old, &now), "van 2026-01-01 tot en met 2026-03-31"));
    now.periode.tot--;
    now.periode.van++;
    CHECK(c, strstr(rapport_oud_past(old, &now), "andere periode"));
    rapport_oud_free(old);
    rapport_oud_free(NULL);
    buffer_free(&csv);
    buffer_free(&said);
}

static void refused(struct checks *c, const char *csv, const char *place, const char *code)
{
    struct buffer said = {0};
    struct diag diag;
    struct rapport_oud *old = read_old(c, text_of(csv), &diag, &said);

    check(c, !old && diag.status == STATUS_DATA, csv);
    check(c, holds(&said, place), place);
    check(c, holds(&said, code), code);
    CHECK(c, !holds(&said, "geheim"));
    rapport_oud_free(old);
    buffer_free(&said);
}

#define GOOD "2026-01-01,2026-03-31,1,instroom,alles,alles,,in,trajecten,10,10,openbaar\n"

static void test_bad(struct checks *c)
{
    static const char *const wrong[][3] = {
        {GOOD GOOD, "oud.csv:3:1: ", "[verschil-fout]"},
        {GOOD "2026-01-01,2026-03-31,2,instroom,alles,alles,,uit,trajecten,10,10,openbaar\n",
         "oud.csv:3:1: ", "[verschil-fout]"},
        {GOOD "2026-01-01,2026-03-30,1,instroom,alles,alles,,uit,trajecten,10,10,openbaar\n",
         "oud.csv:3:1: ", "[verschil-fout]"},
        {GOOD "2026-01-01,2026-03-31,1,instroom,alles,alles,,uit,trajecten,10,10,verantwoording\n",
         "oud.csv:3:1: ", "[verschil-fout]"},
        {"2026-01-01,2026-02-30,1,instroom,alles,alles,,in,trajecten,10,10,openbaar\n",
         "oud.csv:2:12: ", "[verschil-fout]"},
        {"1-1-2026,31-3-2026,1,instroom,alles,alles,,in,trajecten,10,10,openbaar\n",
         "oud.csv:2:1: ", "[verschil-fout]"},
        {"2026-01-01,2026-03-31,0,instroom,alles,alles,,in,trajecten,10,10,openbaar\n",
         "oud.csv:2:23: ", "[verschil-fout]"},
        {"2026-01-01,2026-03-31,1,,alles,alles,,in,trajecten,10,10,openbaar\n",
         "oud.csv:2:25: ", "[verschil-fout]"},
        {"2026-01-01,2026-03-31,1,instroom,alles,alles,,in,trajecten,geheim,10,openbaar\n",
         "aantal: ", "[verschil-fout]"},
        {"2026-01-01,2026-03-31,1,instroom,alles,alles,,in,trajecten,-5,10,openbaar\n",
         "aantal: ", "[verschil-fout]"},
        {"2026-01-01,2026-03-31,1,instroom,alles,alles,,in,trajecten,1.2.3,10,openbaar\n",
         "aantal: ", "[verschil-fout]"},
        {"2026-01-01,2026-03-31,1,instroom,alles,alles,,in,trajecten,5.,10,openbaar\n",
         "aantal: ", "[verschil-fout]"},
        {"2026-01-01,2026-03-31,1,instroom,alles,alles,,in,trajecten,10,x,openbaar\n",
         "personen: ", "[verschil-fout]"},
        {"2026-01-01,2026-03-31,1,instroom,alles,alles,,in,trajecten,10,10,geheim\n",
         "weergave: ", "[verschil-fout]"},
        {GOOD "2026-01-01,2026-03-31,1\n", "oud.csv:3:1: ", "[rij-lengte]"},
        {"2026-01-01,2026-03-31,1,instroom,alles,\xE9,,in,trajecten,10,10,openbaar\n",
         "oud.csv:2:40: ", "[utf8]"},
        {"2026-01-01,2026-03-31,1,instroom,alles,\"alles,,in,trajecten,10,10,openbaar\n",
         "oud.csv:2:40: ", "[csv-fout]"},
        {"", "oud.csv: ", "[leeg]"},
    };
    struct buffer csv = {0};

    c->part = "no delivery";
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        csv.n = 0;
        buffer_string(&csv, HEAD);
        buffer_string(&csv, wrong[i][0]);
        buffer_byte(&csv, '\0');
        refused(c, csv.p, wrong[i][1], wrong[i][2]);
    }
    refused(c, "", "oud.csv: ", "[leeg]");
    refused(c, "id,gemeente\nd-1,0356\n", "oud.csv:1:1: ", "[verschil-fout]");
    refused(c, "van,tot\n", "oud.csv:1:1: ", "[verschil-fout]");
    refused(c, "\xff\xfe", "oud.csv:1:1: ", "[csv-fout]");
    buffer_free(&csv);
}

/* A file that cannot be read is the system's fault, not that of the data. */
static void test_unreadable(struct checks *c)
{
    struct diag diag;

    c->part = "a file that cannot be read";
    diag_start(&diag);
    diag.silent = true;
    CHECK(c, !rapport_oud_read(-1, "oud.csv", &diag) && diag.status == STATUS_SYSTEM);
}

/* Many rows: the time does not grow with their square. */
static void test_many(struct checks *c, struct arena *arena)
{
    struct document was, changes;
    struct buffer csv = {0}, said = {0};
    struct diag diag;
    struct rapport_oud *old;

    c->part = "many rows";
    document_start(&was, arena);
    for (int i = 0; i < MANY_ROWS; i++) {
        char row[SIZE];
        snprintf(row, sizeof row, ROW("1", "instroom|gemeente|%05d||in|trajecten|%d|."), i, i);
        add_row(&was, row);
    }
    CHECK(c, render(&csv, &form_csv, &machine, &was, true));
    old = read_old(c, buffer_view(&csv), &diag, &said);
    document_start(&changes, arena);
    rapport_verschil(old, &was, &changes);
    rapport_verdwenen(old, &changes);
    CHECK(c, changes.count == 0);
    rapport_oud_free(old);
    buffer_free(&csv);
    buffer_free(&said);
}

int main(void)
{
    struct checks c = {0};
    struct arena arena = {0};

    test_changes(&c, &arena);
    test_levering(&c);
    test_bad(&c);
    test_unreadable(&c);
    test_many(&c, &arena);
    arena_free(&arena);
    return check_end(&c);
}
