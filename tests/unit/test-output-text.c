/* The form for people: what stands where, and that nothing in a value steers a terminal. */
#include "check.h"
#include "forms.h"

static void test_text(struct checks *c, struct arena *arena)
{
    struct document d;
    struct buffer b = {0};

    c->part = "text";
    document_start(&d, arena);
    document_heading(&d, 1, TEXT("Emma\x1b[2J"));
    document_heading(&d, 2, TEXT("中文"));
    document_pair(&d, 0, "Fase", TEXT("uitvoering"));
    document_pair(&d, 0, "Wat iemand het liefste wil", TEXT("een\ntwee"));
    document_pair(&d, 1, "Leeg", (struct text){NULL, 0});
    document_text(&d, TEXT("Regel \xE2\x80\xAE"
                           "een.\nRegel twee, die zo lang is dat hij niet op een regel van "
                           "tachtig kolommen past."));
    document_text(&d, TEXT("Nog een."));
    document_heading(&d, 3, TEXT("Doelen"));
    document_item(&d, 0, TEXT("D1"),
                  TEXT("Ik woon in een eigen woning met begeleiding, dicht bij "
                       "mijn oom en mijn tante.\n\nEn zo."));
    document_item(&d, 1, (struct text){NULL, 0}, TEXT("stap"));
    document_item(&d, 0, TEXT("een etiket dat veel te lang is"), TEXT("x"));
    document_note(&d, TEXT("Intern."));
    CHECK(c, render(&b, &form_text, &plain, &d, true));
    check_bytes(c, buffer_view(&b),
                "Stand van zaken\n"
                "===============\n"
                "\n"
                "Emma␛[2J\n"
                "========\n"
                "\n"
                "中文\n"
                "----\n"
                "Fase:               uitvoering\n"
                "Wat iemand het liefste wil:\n"
                "                    een\n"
                "                    twee\n"
                "  Leeg:\n"
                "\n"
                "Regel �een.\n"
                "Regel twee, die zo lang is dat hij niet op een regel van tachtig kolommen past.\n"
                "\n"
                "Nog een.\n"
                "\n"
                "Doelen\n"
                "- D1  Ik woon in een eigen woning met begeleiding, dicht bij mijn oom en mijn\n"
                "      tante.\n"
                "\n"
                "      En zo.\n"
                "  - stap\n"
                "- een etiket dat veel te lang is\n"
                "    x\n"
                "\n"
                "Intern.\n",
                "bytes");
    CHECK(c, render(&b, &form_text, &plain, &d, false));
    CHECK(c, holds(&b, "Intern.\nNiet volledig: zie de meldingen.\n"));
    buffer_free(&b);
}

static void test_text_table(struct checks *c, struct arena *arena)
{
    struct document d;
    struct buffer b = {0};
    const struct text rows[][WIDTH] = {
        {TEXT("a"), TEXT("ë中e\xCC\x81"), TEXT("5"), TEXT("2026-01-02")},
        {TEXT("b"),
         TEXT("\xE2\x80\xAE"
              "omgekeerd"),
         TEXT("-5"),
         {NULL, 0}},
        {TEXT("langer-dan-tien"), TEXT("x\ny\x9B"), TEXT("1234567"), {NULL, 0}},
        {{NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}},
    };

    c->part = "text, a table";
    document_start(&d, arena);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        document_row(&d, rows[i]);
    document_note(&d, TEXT("Drie."));
    CHECK(c, render(&b, &form_text, &table, &d, true));
    check_bytes(c, buffer_view(&b),
                "De lijst\n"
                "========\n"
                "Op: 2026-11-22\n"
                "Vandaag: 2026-11-23\n"
                "\n"
                "Dossier     Tekst         Aantal  Datum\n"
                "----------  ------------  ------  ----------\n"
                "a           ë中é               5  2026-01-02\n"
                "b           �omgekeerd        -5\n"
                "langer-dan-tien  x␊y�          1234567\n"
                "\n"
                "\n"
                "Drie.\n",
                "bytes");
    document_start(&d, arena);
    CHECK(c, render(&b, &form_text, &table, &d, false));
    check_bytes(c, buffer_view(&b),
                "De lijst\n"
                "========\n"
                "Op: 2026-11-22\n"
                "Vandaag: 2026-11-23\n"
                "\n"
                "Dossier     Tekst         Aantal  Datum\n"
                "----------  ------------  ------  ----------\n"
                "\n"
                "Niet volledig: zie de meldingen.\n",
                "bytes");
    buffer_free(&b);
}

int main(void)
{
    struct checks c = {0};
    struct arena arena = {0};

    test_text(&c, &arena);
    test_text_table(&c, &arena);
    arena_free(&arena);
    return check_end(&c);
}
