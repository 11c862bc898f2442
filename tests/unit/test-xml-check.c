/* XML of ours against schema/rapport.xsd, as it is built in: what the form makes of a report
 * passes, and each thing that the schema forbids is refused, said and thrown away. */
#include "check.h"
#include "forms.h"

#include "domain/rapport.h"
#include "domain/rapport_schema.h"
#include "output/xml_check.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemastypes.h>
#include <unistd.h>

enum { MANY_ROWS = 20000, CELLS = 8 };

static const struct column numbers[CELLS] = {
    {"rapport", "rapport", COLUMN_TEXT, 8}, {"groepering", "per", COLUMN_TEXT, 8},
    {"groep", "groep", COLUMN_TEXT, 8},     {"rij", "rij", COLUMN_TEXT, 8},
    {"maat", "maat", COLUMN_TEXT, 8},       {"eenheid", "eenheid", COLUMN_TEXT, 8},
    {"aantal", "aantal", COLUMN_NUMBER, 8}, {"personen", "personen", COLUMN_NUMBER, 8},
};

static const struct pair rest[] = {
    {"van", "Van", {"2026-01-01", 10}},
    {"tot", "Tot", {"2026-03-31", 10}},
    {"versie", "Versie", {"1", 1}},
    {"op", "Op", {"2026-03-31", 10}},
    {"geboekt-tot", "Geboekt", {NULL, 0}},
    {"vandaag", "Vandaag", {"2026-04-02", 10}},
    {"weergave", "Weergave", {"openbaar", 8}},
    {"dossiers", "Dossiers", {"120", 3}},
    {"weggelaten", "Weggelaten", {"0", 1}},
    {"zonder_melding", "Zonder", {"2", 1}},
};

static const struct head report = {.name = "rapport",
                                   .row_name = "getal",
                                   .title = "Rapport",
                                   .xml_namespace = "urn:gesprek:rapport:1",
                                   .columns = numbers,
                                   .column_count = CELLS,
                                   .facts = rest,
                                   .fact_count = sizeof rest / sizeof *rest};

static const struct text full[CELLS] = {TEXT("fasen"),   TEXT("gemeente"), TEXT("0356"),
                                        TEXT("onthaal"), TEXT("bereikt"),  TEXT("trajecten"),
                                        TEXT("25"),      TEXT("20")};
static const struct text hidden[CELLS] = {TEXT("instroom"), TEXT("alles"), TEXT("alles"),
                                          {NULL, 0},        TEXT("in"),    TEXT("trajecten"),
                                          {NULL, 0},        {NULL, 0}};

/* What is said about an answer, in `said`; the status is 0 or 4. */
static bool judge(struct checks *c, struct text answer, struct buffer *said)
{
    struct diag diag;
    int ends[2];
    bool valid;

    if (pipe(ends) != 0)
        exit(4);
    diag_start(&diag);
    diag.fd = ends[1];
    valid = xml_check(answer, text_of(rapport_xsd), &diag);
    close(ends[1]);
    said->n = 0;
    CHECK(c, io_read_all(ends[0], said, 1 << 20));
    close(ends[0]);
    CHECK(c, diag.status == (valid ? STATUS_OK : STATUS_SYSTEM));
    CHECK(c, valid == !said->n);
    CHECK(c, valid || holds(said, "[xml-ongeldig]"));
    return valid;
}

static void test_good(struct checks *c, struct arena *arena)
{
    struct document d;
    struct buffer b = {0}, said = {0};

    c->part = "a report that the schema allows";
    document_start(&d, arena);
    CHECK(c, render(&b, &form_xml, &report, &d, true));
    CHECK(c, judge(c, buffer_view(&b), &said));
    document_row(&d, full);
    document_row(&d, hidden);
    CHECK(c, render(&b, &form_xml, &report, &d, true));
    CHECK(c, judge(c, buffer_view(&b), &said));
    CHECK(c, render(&b, &form_xml, &report, &d, false));
    CHECK(c, !judge(c, buffer_view(&b), &said));
    buffer_free(&b);
    buffer_free(&said);
}

/* Each measure, report and grouping that there is has its word in the schema. */
static void test_words(struct checks *c, struct arena *arena)
{
    struct document d;
    struct buffer b = {0}, said = {0};

    c->part = "words of the reports";
    document_start(&d, arena);
    for (size_t m = 0; m < RAPPORT_MATEN; m++) {
        struct text *cells = arena_take(arena, sizeof full);
        memcpy(cells, full, sizeof full);
        cells[0] = text_of(rapport_delen[rapport_maten[m].deel].naam);
        cells[1] = text_of(m < RAPPORT_GROEPERINGEN ? rapport_groeperingen[m] : "alles");
        cells[4] = text_of(rapport_maten[m].naam);
        cells[5] = text_of(rapport_maten[m].eenheid);
        document_row(&d, cells);
    }
    CHECK(c, render(&b, &form_xml, &report, &d, true));
    CHECK(c, judge(c, buffer_view(&b), &said));
    buffer_free(&b);
    buffer_free(&said);
}

/* The one report with `from`, which must stand in it, replaced by `to`. */
static bool judge_with(struct checks *c, struct text whole, const char *from, const char *to)
{
    struct buffer b = {0}, said = {0};
    const char *at = strstr(whole.p, from);
    bool valid;

    CHECK(c, at != NULL);
    if (!at)
        return false;
    buffer_put(&b, whole.p, (size_t)(at - whole.p));
    buffer_string(&b, to);
    buffer_string(&b, at + strlen(from));
    valid = judge(c, buffer_view(&b), &said);
    CHECK(c, !holds(&said, "geheim"));
    buffer_free(&b);
    buffer_free(&said);
    return valid;
}

static void test_bad(struct checks *c, struct arena *arena)
{
    static const char *const wrong[][2] = {
        {" van=\"2026-01-01\"", ""},
        {" tot=\"2026-03-31\"", " tot=\"2026-02-31\""},
        {" tot=\"2026-03-31\"", " tot=\"2026-03-31Z\""},
        {" versie=\"1\"", " versie=\"0\""},
        {" versie=\"1\"", " versie=\"1\" nummer=\"2\""},
        {" weergave=\"openbaar\"", " weergave=\"geheim\""},
        {" dossiers=\"120\"", " dossiers=\"-1\""},
        {" zonder_melding=\"2\"", ""},
        {" vandaag=", " geboekt-tot=\"2026-04-01T10:00:00\" vandaag="},
        {"urn:gesprek:rapport:1", "urn:gesprek:rapport:2"},
        {"<rapport>fasen<", "<rapport>geheim<"},
        {"<groepering>gemeente<", "<groepering>geheim<"},
        {"<groep>0356</groep>", "<groep></groep>"},
        {"<groep>0356</groep>", ""},
        {"<rij>onthaal</rij>", "<rij>onthaal</rij><rij>geheim</rij>"},
        {"<maat>bereikt<", "<maat>Geheim<"},
        {"<eenheid>trajecten<", "<eenheid>geheim<"},
        {"<aantal>25<", "<aantal>.<"},
        {"<aantal>25<", "<aantal>-5<"},
        {"<aantal>25<", "<aantal>2,5<"},
        {"<aantal>25<", "<aantal>2.5<"},
        {"<personen>20<", "<personen>2.5<"},
        {"<personen>20</personen>", "<geheim>20</geheim>"},
        {"</getal>", "</getal>geheim"},
        {"</rapport>\n", ""},
        {"</getal>\n", "</getal>\n<getal/>"},
        {"<aantal>25<", "<aantal>&geheim;<"},
        {"<groep>0356<", "<groep>\xE9<"},
        {"<groep>0356<", "<groep>\x01<"},
    };
    struct document d;
    struct buffer b = {0};

    c->part = "a report that the schema forbids";
    document_start(&d, arena);
    document_row(&d, full);
    CHECK(c, render(&b, &form_xml, &report, &d, true));
    buffer_byte(&b, '\0');
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        check(c, !judge_with(c, buffer_view(&b), wrong[i][0], wrong[i][1]), wrong[i][1]);
    CHECK(c, judge_with(c, buffer_view(&b), "0356", "anders"));
    CHECK(c, judge_with(c, buffer_view(&b),
                        " vandaag=", " geboekt-tot=\"2026-04-01T10:00:00+02:00\" vandaag="));
    buffer_free(&b);
}

/* No DTD, no other file, no other root, nothing at all; and the line is the answer's own. */
static void test_strange(struct checks *c)
{
    struct buffer said = {0};

    c->part = "what is no report";
    CHECK(c, !judge(c, TEXT(""), &said));
    CHECK(c, !judge(c, (struct text){NULL, 0}, &said));
    CHECK(c, !judge(c, TEXT("geheim"), &said) && !holds(&said, "geheim"));
    CHECK(c,
          !judge(c, TEXT("<caseload xmlns='urn:gesprek:rapport:1' vandaag='2026-01-01'/>"), &said));
    CHECK(c, !judge(c,
                    TEXT("<!DOCTYPE rapport SYSTEM 'file:///etc/passwd' [<!ENTITY e SYSTEM "
                         "'file:///etc/passwd'>]>\n<rapport xmlns='urn:gesprek:rapport:1'>&e;"
                         "</rapport>"),
                    &said));
    CHECK(c, !holds(&said, "root"));
    CHECK(c, !judge(c, TEXT("\n\n<rapport/>"), &said) && holds(&said, "(regel 3, "));
    buffer_free(&said);
}

/* A schema that is none is a failure too, never a pass. */
static void test_schema(struct checks *c)
{
    struct diag diag;

    c->part = "a schema that is none";
    diag_start(&diag);
    diag.silent = true;
    CHECK(c, !xml_check(TEXT("<a/>"), TEXT("<a/>"), &diag) && diag.status == STATUS_SYSTEM);
    CHECK(c, !xml_check(TEXT("<a/>"), TEXT(""), &diag));
    CHECK(c, !xml_check(TEXT("<a/>"),
                        TEXT("<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>"
                             "<xs:import schemaLocation='/nergens.xsd'/>"
                             "<xs:element name='a' type='b'/></xs:schema>"),
                        &diag));
    CHECK(c, xml_check(TEXT("<a/>"),
                       TEXT("<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>"
                            "<xs:element name='a'/></xs:schema>"),
                       &diag));
}

static void test_held(struct checks *c, struct arena *arena)
{
    struct diag diag;
    struct out out = {.fd = -1, .hold = true};
    struct document d;
    struct buffer b = {0};

    c->part = "what is held";
    diag_start(&diag);
    diag.silent = true;
    document_start(&d, arena);
    for (size_t i = 0; i < MANY_ROWS; i++)
        document_row(&d, full);
    CHECK(c, render(&b, &form_xml, &report, &d, true));
    out_text(&out, buffer_view(&b));
    CHECK(c, xml_check_held(&out, text_of(rapport_xsd), &diag) && out.pending.n == b.n);
    out_byte(&out, 'x');
    CHECK(c, !xml_check_held(&out, text_of(rapport_xsd), &diag) && out.pending.n == 0);
    CHECK(c, out_close(&out)); /* to a descriptor that is none: nothing was written */
    CHECK(c, diag.status == STATUS_SYSTEM);
    buffer_free(&b);
}

int main(void)
{
    struct checks c = {0};
    struct arena arena = {0};

    test_strange(&c);
    test_good(&c, &arena);
    test_words(&c, &arena);
    test_bad(&c, &arena);
    test_schema(&c);
    test_held(&c, &arena);
    CHECK(&c, xmlStructuredError == NULL && xmlStructuredErrorContext == NULL);
    CHECK(&c, xmlGenericErrorContext == NULL);
    xmlSchemaCleanupTypes();
    xmlCleanupParser();
    arena_free(&arena);
    return check_end(&c);
}
