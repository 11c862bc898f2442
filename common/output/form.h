/* The forms that an answer can take: each renders any document (base/document.h) and knows no
 * domain. */
#ifndef GESPREK_OUTPUT_FORM_H
#define GESPREK_OUTPUT_FORM_H

#include "base/document.h"
#include "base/io.h"

/* A form that answers can take. `data` is the renderer's own. Every function returns false when it
 * could not go on, with the reason in out->error (an errno). After begin, end must be called, also
 * when either failed. `out` and `head` stay the caller's and must live until then. Memory that runs
 * out, inside libxml2 too, ends the program as mem.h promises.
 *
 * What a dossier holds never steers a terminal: text makes such characters visible, csv and xml put
 * U+FFFD in the place of those that no XML can hold (clean.h), and more of them when out->terminal.
 */
struct form {
    const char *name; /* what --formaat calls it */
    bool (*begin)(void **data, struct out *out, const struct head *head);
    bool (*blocks)(void *data, const struct document *document);
    /* complete: the answer is whole. When it is not, xml withholds its closing tag, so that no
     * parser takes it for whole, and text says so in its last line. Frees data in either case. */
    bool (*end)(void *data, bool complete);
};

/* text_form.c: 80 columns; only a table may be wider. */
extern const struct form form_text;

/* csv_form.c, by libcsv: RFC 4180 with CRLF and a head row, only the rows. A cell that a
 * spreadsheet would run as a formula gets a `'` in front; in a number column one that is a number
 * (`-5`) does not, nor does one in a column for another program. */
extern const struct form form_csv;

/* The same for Excel in Dutch: split at `;`, a byte order mark in front, and in a number column a
 * decimal comma. */
extern const struct form form_csv_excel;

/* json_form.c: RFC 8259, a list with an object for each row, only the rows. The closing bracket is
 * withheld when the answer is not whole. */
extern const struct form form_json;

/* xml_form.c, by libxml2. A row is an element with elements named after the columns, an empty cell
 * left out. The other blocks are `kop` (niveau), `alinea`, `gegeven` (naam, niveau), `punt` (naam,
 * niveau) and `noot`; niveau 0, an empty naam, room to write and pictures are left out. One XML
 * answer at a time: libxml2 has one place for who hears its messages. */
extern const struct form form_xml;

/* html_form.c: one file with its style in it, no script, for a screen and for A4. A heading of
 * level 1 begins a sheet on a new page. The closing tags are withheld when the answer is not whole,
 * and a line says so. */
extern const struct form form_html;

/* svg_form.c: the picture of a document, alone, written at the end; nothing is written without one,
 * or when the answer is not whole. A second picture is refused (EINVAL). */
extern const struct form form_svg;

/* graph_form.c: the points and ties of a picture (base/graph.h) that has them, alone, as DOT for
 * Graphviz and as GraphML; the same rules. A picture must have at least one point. */
extern const struct form form_dot;
extern const struct form form_graphml;

/* ical_form.c: RFC 5545, a to-do (VTODO) for each row, or an all-day event (VEVENT). A column is a
 * property and bears its name in small letters: `uid`, `sequence`, `class`, `summary`, `rrule`, …;
 * a text column is escaped as TEXT, a number or an exact one goes as it is. Three are more than
 * that: `due` is a day or a civil moment, from which DTSTART, DUE (of a to-do) and TRANSP (of an
 * event) are made; `dtstamp` is a moment as moment_parse reads it; so is `alarm`, which gives a
 * VALARM at that moment with the summary. A `due` or a moment that is none is refused (EINVAL). An
 * empty cell is left out. Without rows nothing is written, for a calendar may not be empty; the
 * closing line is withheld when the answer is not whole. */
extern const struct form form_ical;
extern const struct form form_ical_events;

#endif
