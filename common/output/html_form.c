/* An answer as one HTML file (HTML Living Standard): its style in it, no script, nothing fetched,
 * so that it can be kept, mailed and printed on A4 as it is. Letters are large: the readers are not
 * only officials.
 *
 * Everything that comes from a dossier is text between tags, escaped, in an element of its own with
 * dir=auto: marks that turn the reading order end where the element ends. */
#include "output/clean.h"
#include "output/form.h"
#include "output/markup.h"
#include "output/svg.h"

#include "base/text.h"
#include <stdlib.h>

/* Which list is open around the blocks. */
enum around { AROUND_NOTHING, AROUND_PAIRS, AROUND_ITEMS, AROUND_TABLE };

struct html_data {
    struct out *out;
    const struct head *head;
    struct buffer made;  /* written a document at a time */
    struct buffer clean; /* a value without what no form can carry */
    enum around around;
    bool tabled; /* the table has been begun */
    unsigned pictures; /* how many there are */
    bool paged;        /* a sheet has begun: the next one starts on a new page */
};

/* `groot`: letters of 16 points, and so little white around them that a sheet of some thirty lines
 * under seven headings is one page of A4: what hangs on the wall has no second page. */
static const char style[] =
    "body{font:1.125rem/1.5 Verdana,\"DejaVu Sans\",sans-serif;color:#111;background:#fff;"
    "max-width:42rem;margin:2rem auto;padding:0 1rem}"
    "h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.3rem;margin-top:1.8rem}"
    "h3,h4{font-size:1.125rem;margin-top:1.4rem}"
    "dl{display:grid;grid-template-columns:minmax(auto,12rem) 1fr;gap:.2rem 1rem;margin:.5rem 0}"
    "dt{font-weight:bold}dd{margin:0}"
    "ul{padding-left:1.4rem}li{margin:.35rem 0}.d1{margin-left:1.4rem}.d2{margin-left:2.8rem}"
    "p.ruimte{border-bottom:1px solid #767676;height:2rem;margin:0}.ruimte+.noot{margin-top:2rem}"
    "p.noot{border-top:1px solid #767676;padding-top:.5rem;font-size:1rem}"
    "table{border-collapse:collapse}th,td{border:1px solid #767676;padding:.2rem .5rem;"
    "text-align:left;vertical-align:top}td.getal{text-align:right}"
    "svg{display:block;max-width:100%;height:auto;margin:1rem 0}"
    ".groot{font-size:133%}"
    "@page{size:A4;margin:15mm 18mm}@page groot{margin:10mm 15mm}"
    "@media print{body{font-size:13pt;line-height:1.35;margin:0;padding:0;max-width:none}"
    "h2{margin-top:1.2rem}li{margin:.2rem 0}"
    "svg{max-height:240mm;break-inside:avoid}"
    ".groot body{page:groot;font-size:16pt;line-height:1.2}"
    ".groot h1{margin:0 0 .3rem}.groot h2{font-size:1.1rem;margin:.5rem 0 .1rem}"
    ".groot ul,.groot p{margin:.2rem 0}.groot li{margin:0}"
    ".groot p.noot{margin-top:.5rem;padding-top:.2rem;font-size:.8rem}"
    ".blad{break-before:page}h1,h2,h3,h4{break-after:avoid}li,dd,tr{break-inside:avoid}}";

static void put(struct html_data *data, const char *markup)
{
    buffer_string(&data->made, markup);
}

/* A newline in a value is a line for its reader too. */
static void put_value(struct html_data *data, struct text value)
{
    data->clean.n = 0;
    clean_text(&data->clean, value, false);
    for (size_t i = 0; i < data->clean.n; i++)
        switch (data->clean.p[i]) {
        case '\n':
            put(data, "<br>\n");
            break;
        case '\r':
            break;
        default:
            markup_byte(&data->made, data->clean.p[i]);
        }
}

static void put_element(struct html_data *data, const char *name, const char *attributes,
                        struct text value)
{
    buffer_format(&data->made, "<%s%s dir=\"auto\">", name, attributes);
    put_value(data, value);
    buffer_format(&data->made, "</%s>\n", name);
}

/* ---- lists around blocks ---- */

static void put_titles(struct html_data *data)
{
    put(data, "<tr>");
    for (size_t i = 0; i < data->head->column_count; i++) {
        put(data, "<th scope=\"col\">");
        put_value(data, text_of(data->head->columns[i].title));
        put(data, "</th>");
    }
    put(data, "</tr>\n");
}

static void stand_in(struct html_data *data, enum around around)
{
    static const char *const ends[] = {"", "</dl>\n", "</ul>\n", "</table>\n"};
    static const char *const begins[] = {"", "<dl>\n", "<ul>\n", "<table>\n"};

    if (data->around == around)
        return;
    put(data, ends[data->around]);
    put(data, begins[around]);
    data->around = around;
    if (around != AROUND_TABLE)
        return;
    put_titles(data);
    data->tabled = true;
}

/* ---- blocks ---- */

static const char *deep(int level)
{
    static const char *const classes[] = {"", " class=\"d1\"", " class=\"d2\""};
    return classes[level < 0 ? 0 : level > 2 ? 2 : level];
}

/* Under the title of the answer, if it has one, headings are a step smaller. */
static void put_heading(struct html_data *data, int level, struct text value)
{
    char name[3] = {'h', (char)('0' + level + (data->head->title != NULL)), '\0'};
    bool sheet = level == 1 && data->paged;

    put_element(data, name, sheet ? " class=\"blad\"" : "", value);
    data->paged = data->paged || level == 1;
}

static void put_item(struct html_data *data, const struct block *block)
{
    buffer_format(&data->made, "<li%s dir=\"auto\">", deep(block->level));
    if (block->label.n) {
        put(data, "<b>");
        put_value(data, block->label);
        put(data, "</b> ");
    }
    put_value(data, block->value);
    put(data, "</li>\n");
}

static void put_row(struct html_data *data, const struct text *cells)
{
    put(data, "<tr>");
    for (size_t i = 0; i < data->head->column_count; i++) {
        bool number = data->head->columns[i].kind == COLUMN_NUMBER;
        put(data, number ? "<td class=\"getal\">" : "<td dir=\"auto\">");
        put_value(data, cells[i]);
        put(data, "</td>");
    }
    put(data, "</tr>\n");
}

static void put_room(struct html_data *data, int lines)
{
    for (int i = 0; i < lines; i++)
        put(data, "<p class=\"ruimte\"></p>\n");
}

static void put_picture(struct html_data *data, const struct picture *picture)
{
    svg_open(&data->made, picture, ++data->pictures);
    svg_close(&data->made);
}

static void put_block(struct html_data *data, const struct block *block)
{
    switch (block->kind) {
    case BLOCK_HEADING:
        stand_in(data, AROUND_NOTHING);
        put_heading(data, block->level, block->value);
        break;
    case BLOCK_TEXT:
        stand_in(data, AROUND_NOTHING);
        put_element(data, "p", "", block->value);
        break;
    case BLOCK_NOTE:
        stand_in(data, AROUND_NOTHING);
        put_element(data, "p", " class=\"noot\"", block->value);
        break;
    case BLOCK_PAIR:
        stand_in(data, AROUND_PAIRS);
        put_element(data, "dt", deep(block->level), block->label);
        put_element(data, "dd", deep(block->level), block->value);
        break;
    case BLOCK_ITEM:
        stand_in(data, AROUND_ITEMS);
        put_item(data, block);
        break;
    case BLOCK_ROOM:
        stand_in(data, AROUND_NOTHING);
        put_room(data, block->level);
        break;
    case BLOCK_PICTURE:
        stand_in(data, AROUND_NOTHING);
        put_picture(data, block->picture);
        break;
    case BLOCK_ROW:
        stand_in(data, AROUND_TABLE);
        put_row(data, block->cells);
        break;
    }
}

static bool put_made(struct html_data *data)
{
    out_text(data->out, buffer_view(&data->made));
    data->made.n = 0;
    return !data->out->error;
}

/* ---- the form ---- */

static void put_facts(struct html_data *data)
{
    const struct head *head = data->head;

    for (size_t i = 0; i < head->fact_count; i++) {
        const struct pair *fact = &head->facts[i];
        if (!fact->value.n)
            continue;
        stand_in(data, AROUND_PAIRS);
        put_element(data, "dt", "", text_of(fact->title ? fact->title : fact->name));
        put_element(data, "dd", "", fact->value);
    }
}

static bool html_begin(void **into, struct out *out, const struct head *head)
{
    struct html_data *data = mem_take(sizeof *data);

    *data = (struct html_data){.out = out, .head = head};
    *into = data;
    put(data, head->large ? "<!DOCTYPE html>\n<html lang=\"nl\" class=\"groot\">\n"
                          : "<!DOCTYPE html>\n<html lang=\"nl\">\n");
    put(data, "<head>\n<meta charset=\"utf-8\">\n"
              "<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
    put_value(data, text_of(head->title ? head->title : "Gesprek"));
    put(data, "</title>\n<style>");
    put(data, style);
    put(data, "</style>\n</head>\n<body>\n");
    if (head->title)
        put_element(data, "h1", "", text_of(head->title));
    put_facts(data);
    return put_made(data);
}

static bool html_blocks(void *from, const struct document *document)
{
    struct html_data *data = from;

    for (size_t i = 0; i < document->count; i++)
        put_block(data, &document->blocks[i]);
    return put_made(data);
}

/* A browser closes by itself what stands open, so an answer that is not whole must say it. */
static bool html_end(void *from, bool complete)
{
    struct html_data *data = from;
    bool fine;

    if (data->head->column_count && complete && !data->tabled)
        stand_in(data, AROUND_TABLE);
    stand_in(data, AROUND_NOTHING);
    put(data, complete ? "</body>\n</html>\n"
                       : "<p class=\"noot\">Niet volledig: zie de meldingen.</p>\n");
    fine = put_made(data);
    buffer_free(&data->made);
    buffer_free(&data->clean);
    free(data);
    return fine;
}

const struct form form_html = {"html", html_begin, html_blocks, html_end};
