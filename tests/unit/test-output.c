/* The forms for machines, CSV and XML, on cells that are out to break them; and all forms on
 * outputs that fail and on answers that are not whole. */
#include "check.h"
#include "forms.h"

#include "base/text.h"
#include "output/clean.h"
#include "output/form.h"

#include <errno.h>
#include <fcntl.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>
#include <unistd.h>

enum { MANY_ROWS = 3000 };

static void test_clean(struct checks *c)
{
    struct buffer b = {0};

    c->part = "what a data form may hold";
    clean_text(&b, TEXT("a\tb\nc\rd & <e> \"f\" ë 中 \xF0\x9F\x98\x80"), false);
    check_bytes(c, buffer_view(&b), "a\tb\nc\rd & <e> \"f\" ë 中 \xF0\x9F\x98\x80", "bytes");
    b.n = 0;
    clean_text(&b, TEXT("\x01\x1b[31m\x7f\xC2\x9B\xEF\xBF\xBE\xEF\xBF\xBF"), false);
    check_bytes(c, buffer_view(&b), "��[31m����", "bytes");
    b.n = 0;
    clean_text(&b, TEXT("a\0\xE9\xED\xA0\x80\xC0\xAF\xC3"), false);
    check_bytes(c, buffer_view(&b), "a��������", "bytes");
    b.n = 0;
    clean_text(&b,
               TEXT("\xE2\x80\xAE"
                    "a\xE2\x81\xA6\r\n"),
               false);
    check_bytes(c, buffer_view(&b),
                "\xE2\x80\xAE"
                "a\xE2\x81\xA6\r\n",
                "bytes");
    b.n = 0;
    clean_text(&b,
               TEXT("\xE2\x80\xAE"
                    "a\xE2\x81\xA6\r\n"),
               true);
    check_bytes(c, buffer_view(&b), "�a��\n", "bytes");
    b.n = 0;
    clean_text(&b, (struct text){NULL, 0}, true);
    CHECK(c, b.n == 0);
    buffer_free(&b);
}

static void test_csv(struct checks *c, struct arena *arena)
{
    struct document d;
    struct buffer b = {0};
    const struct text rows[][WIDTH] = {
        {TEXT("a"), TEXT("zegt \"ja\", en\nnee"), TEXT("-5"), TEXT("2026-01-02")},
        {TEXT("=cmd()"), TEXT("+31 6"), TEXT("-5+cmd()"), TEXT("=1")},
        {TEXT("@a"), TEXT("\tb"), TEXT("+5"), {NULL, 0}},
        {TEXT("\rc"), TEXT("-"), TEXT("-"), TEXT("-1")},
        {TEXT("d=1"), TEXT("\x1b]0;x\x07"), TEXT("12.5"), TEXT("-1.")},
    };

    c->part = "CSV";
    document_start(&d, arena);
    document_heading(&d, 1, TEXT("kop"));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        document_row(&d, rows[i]);
    document_note(&d, TEXT("noot"));
    CHECK(c, render(&b, &form_csv, &table, &d, true));
    check_bytes(c, buffer_view(&b),
                "\"id\",\"tekst\",\"aantal\",\"datum\"\r\n"
                "\"a\",\"zegt \"\"ja\"\", en\nnee\",\"-5\",\"2026-01-02\"\r\n"
                "\"'=cmd()\",\"'+31 6\",\"'-5+cmd()\",\"'=1\"\r\n"
                "\"'@a\",\"'\tb\",\"'+5\",\"\"\r\n"
                "\"'\rc\",\"'-\",\"'-\",\"'-1\"\r\n"
                "\"d=1\",\"�]0;x�\",\"12.5\",\"'-1.\"\r\n",
                "bytes");
    CHECK(c, render(&b, &form_csv, &plain, &d, true) && b.n == 0);
    document_start(&d, arena);
    CHECK(c, render(&b, &form_csv, &table, &d, false));
    check_bytes(c, buffer_view(&b), "\"id\",\"tekst\",\"aantal\",\"datum\"\r\n", "bytes");
    buffer_free(&b);
}

/* What Excel wants, and nothing of it in the plain one. */
static void test_csv_excel(struct checks *c, struct arena *arena)
{
    struct document d;
    struct buffer b = {0};
    const struct text rows[][WIDTH] = {
        {TEXT("1.5"), TEXT("a;b, \"c\""), TEXT("-12.5"), TEXT("2026-01-02")},
        {TEXT("=1"), TEXT("2.5"), TEXT("1.2.3"), TEXT("1.5")},
        {TEXT("@a"), TEXT("ë"), TEXT("."), {NULL, 0}},
        {TEXT(";"), TEXT("-"), TEXT("-1,5"), TEXT("=1.5")},
        {TEXT("x"), {NULL, 0}, TEXT("1234567"), {NULL, 0}},
        {TEXT("x"), {NULL, 0}, {NULL, 0}, {NULL, 0}},
    };

    c->part = "CSV for Excel";
    document_start(&d, arena);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        document_row(&d, rows[i]);
    CHECK(c, render(&b, &form_csv_excel, &table, &d, true));
    check_bytes(c, buffer_view(&b),
                "\xEF\xBB\xBF\"id\";\"tekst\";\"aantal\";\"datum\"\r\n"
                "\"1.5\";\"a;b, \"\"c\"\"\";\"-12,5\";\"2026-01-02\"\r\n"
                "\"'=1\";\"2.5\";\"1.2.3\";\"1.5\"\r\n"
                "\"'@a\";\"ë\";\".\";\"\"\r\n"
                "\";\";\"'-\";\"'-1,5\";\"'=1.5\"\r\n"
                "\"x\";\"\";\"1234567\";\"\"\r\n"
                "\"x\";\"\";\"\";\"\"\r\n",
                "bytes");
    CHECK(c, render(&b, &form_csv_excel, &plain, &d, true) && b.n == 0);
    CHECK(c, render(&b, &form_csv, &table, &d, true));
    CHECK(c, !holds(&b, "\xEF\xBB\xBF") && holds(&b, "\"-12.5\""));
    buffer_free(&b);
}

static void test_xml(struct checks *c, struct arena *arena)
{
    struct document d;
    struct buffer b = {0};
    const struct text cells[WIDTH] = {
        TEXT("a&b<c>\"'"), TEXT("x\ny\x1b\xEF\xBF\xBE]]>"), {NULL, 0}, TEXT("\r\t")};

    c->part = "XML";
    document_start(&d, arena);
    document_row(&d, cells);
    CHECK(c, render(&b, &form_xml, &table, &d, true));
    check_bytes(c, buffer_view(&b),
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<lijst xmlns=\"urn:proef\" op=\"2026-11-22\" vandaag=\"2026-11-23\">\n"
                "  <rij>\n"
                "    <id>a&amp;b&lt;c&gt;&quot;'</id>\n"
                "    <tekst>x\ny��]]&gt;</tekst>\n"
                "    <datum>&#13;\t</datum>\n"
                "  </rij>\n"
                "</lijst>\n",
                "bytes");
    CHECK(c, render(&b, &form_xml, &table, &d, false));
    CHECK(c, holds(&b, "</rij>") && !holds(&b, "</lijst>"));
    document_start(&d, arena);
    CHECK(c, render(&b, &form_xml, &table, &d, true));
    check_bytes(c, buffer_view(&b),
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<lijst xmlns=\"urn:proef\" op=\"2026-11-22\" vandaag=\"2026-11-23\"/>\n",
                "bytes");
    CHECK(c, render(&b, &form_xml, &table, &d, false));
    CHECK(c, !holds(&b, "/>") && !holds(&b, "</"));
    buffer_free(&b);
}

static void test_xml_blocks(struct checks *c, struct arena *arena)
{
    struct document d;
    struct buffer b = {0};

    c->part = "XML, no rows";
    document_start(&d, arena);
    document_heading(&d, 2, TEXT("Emma"));
    document_text(&d, TEXT("Een\nalinea"));
    document_pair(&d, 0, "Fase \"<nu>\"", TEXT("nazorg"));
    document_item(&d, 1, TEXT("D1\x01"), TEXT("Doel"));
    document_item(&d, 0, (struct text){NULL, 0}, (struct text){NULL, 0});
    document_note(&d, TEXT("intern"));
    CHECK(c, render(&b, &form_xml, &plain, &d, true));
    check_bytes(c, buffer_view(&b),
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<stavaza>\n"
                "  <kop niveau=\"2\">Emma</kop>\n"
                "  <alinea>Een\nalinea</alinea>\n"
                "  <gegeven naam=\"Fase &quot;&lt;nu&gt;&quot;\">nazorg</gegeven>\n"
                "  <punt niveau=\"1\" naam=\"D1�\">Doel</punt>\n"
                "  <punt/>\n"
                "  <noot>intern</noot>\n"
                "</stavaza>\n",
                "bytes");
    buffer_free(&b);
}

/* Every value of one byte, of each control, of bytes that are no UTF-8: a parser reads the
 * document, and finds what clean_text made. */
static void test_xml_back(struct checks *c, struct arena *arena)
{
    struct buffer b = {0};
    struct buffer wanted = {0};

    c->part = "XML, read back";
    for (int byte = 1; byte < 256; byte++) {
        char value[] = {'x', (char)byte, 'y'};
        const struct text cells[WIDTH] = {{value, 3}};
        struct document d;
        xmlDocPtr doc;
        xmlNodePtr row;

        document_start(&d, arena);
        document_row(&d, cells);
        CHECK(c, render(&b, &form_xml, &table, &d, true));
        doc = xmlReadMemory(b.p, (int)b.n, "proef", NULL, XML_PARSE_NOBLANKS);
        CHECK(c, doc != NULL);
        row = doc ? xmlDocGetRootElement(doc)->children : NULL;
        wanted.n = 0;
        clean_text(&wanted, cells[0], false);
        if (row) {
            xmlChar *found = xmlNodeGetContent(row->children);
            CHECK(c, text_is(buffer_view(&wanted), text_of((const char *)found)));
            xmlFree(found);
        }
        xmlFreeDoc(doc);
        arena_reset(arena);
    }
    buffer_free(&b);
    buffer_free(&wanted);
}

/* Rows in pieces to an output that fails: whether the form or only out_close meets it, it is never
 * well. */
static void check_failing(struct checks *c, const struct form *form, int fd, int wanted,
                          size_t rows)
{
    struct arena arena = {0};
    struct out out = {.fd = fd};
    const struct text cells[WIDTH] = {TEXT("a"), TEXT("b"), TEXT("1"), TEXT("2026-01-02")};
    struct document d;
    void *data;
    bool fine = form->begin(&data, &out, &table);

    for (size_t i = 0; fine && i < rows; i++) {
        document_start(&d, &arena);
        document_row(&d, cells);
        fine = form->blocks(data, &d);
        arena_reset(&arena);
    }
    CHECK(c, rows < MANY_ROWS || !fine);
    fine = form->end(data, fine) && fine;
    fine = out_close(&out) && fine;
    CHECK(c, !fine && out.error == wanted);
    arena_free(&arena);
}

static void test_failing(struct checks *c)
{
    const struct form *forms[] = {&form_text, &form_csv, &form_csv_excel, &form_xml};
    int full = open("/dev/full", O_WRONLY);

    c->part = "an output that fails";
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        check_failing(c, forms[i], -1, EBADF, 1);
        check_failing(c, forms[i], -1, EBADF, MANY_ROWS);
        if (full < 0)
            continue;
        check_failing(c, forms[i], full, ENOSPC, 0);
        check_failing(c, forms[i], full, ENOSPC, MANY_ROWS);
    }
    if (full >= 0)
        close(full);
}

/* A form that is ended right after a failed begin, and one that is never used, leave nothing
 * behind. */
static void test_failed_begin(struct checks *c)
{
    const struct form *forms[] = {&form_text, &form_csv, &form_csv_excel, &form_xml};

    c->part = "a begin that failed";
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        struct out out = {.fd = -1, .error = ENOSPC};
        void *data;
        CHECK(c, !forms[i]->begin(&data, &out, &table));
        CHECK(c, !forms[i]->end(data, false));
        CHECK(c, out.error == ENOSPC);
        out_drop(&out);
    }
}

/* libxml2 tells nobody of a form that is gone. */
static void test_handlers(struct checks *c, struct arena *arena)
{
    struct document d;
    struct buffer b = {0};

    c->part = "who hears libxml2";
    document_start(&d, arena);
    CHECK(c, render(&b, &form_xml, &plain, &d, true));
    CHECK(c, xmlGenericErrorContext == NULL && xmlStructuredErrorContext == NULL);
    CHECK(c, xmlStructuredError == NULL);
    buffer_free(&b);
}

/* Long answers: every row arrives, in all forms, and little memory is asked for. */
static void test_long(struct checks *c, struct arena *arena)
{
    char path[] = "/tmp/gesprek-test-XXXXXX";
    int fd = mkstemp(path);
    struct out out = {.fd = fd};
    struct buffer b = {0};
    bool fine;
    const struct text cells[WIDTH] = {TEXT("een"), TEXT("twee & drie"), TEXT("4"), TEXT("")};
    size_t most = 0;
    size_t seen = 0;
    void *data;

    c->part = "a long answer";
    unlink(path);
    fine = form_xml.begin(&data, &out, &table);
    for (size_t i = 0; i < MANY_ROWS; i++) {
        struct document d;
        document_start(&d, arena);
        document_row(&d, cells);
        fine = form_xml.blocks(data, &d) && fine;
        most = out.pending.capacity > most ? out.pending.capacity : most;
        arena_reset(arena);
    }
    CHECK(c, form_xml.end(data, true) && fine && out_close(&out));
    CHECK(c, most < 128 * 1024);
    CHECK(c, lseek(fd, 0, SEEK_SET) == 0 && io_read_all(fd, &b, 1 << 24));
    for (size_t i = 0; i + 6 <= b.n; i++)
        seen += memcmp(b.p + i, "</rij>", 6) == 0;
    CHECK(c, seen == MANY_ROWS && holds(&b, "</lijst>\n"));
    close(fd);
    buffer_free(&b);
}

int main(void)
{
    struct checks c = {0};
    struct arena arena = {0};

    test_clean(&c);
    test_csv(&c, &arena);
    test_csv_excel(&c, &arena);
    test_xml(&c, &arena);
    test_xml_blocks(&c, &arena);
    test_xml_back(&c, &arena);
    test_failing(&c);
    test_failed_begin(&c);
    test_handlers(&c, &arena);
    test_long(&c, &arena);
    xmlCleanupParser();
    arena_free(&arena);
    return check_end(&c);
}
