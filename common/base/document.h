/* The document model: what an answer consists of, the same for every form. Domain code makes it and
 * never prints; the forms of output/ print it and know no domain. So it stands below both.
 *
 * A document is a list of blocks. Long answers are given in pieces: a form's begin, its blocks as
 * often as needed with a fresh list, its end. */
#ifndef GESPREK_BASE_DOCUMENT_H
#define GESPREK_BASE_DOCUMENT_H

#include "base/io.h"
#include "base/mem.h"
#include "base/picture.h"
#include <stddef.h>

enum block_kind {
    BLOCK_HEADING, /* value, with level 1 to 3 */
    BLOCK_TEXT,    /* a paragraph: value */
    BLOCK_PAIR,    /* label: value */
    BLOCK_ITEM,    /* a point in a list: value, perhaps with a label in front ("D1", a date) */
    BLOCK_NOTE,    /* small print: value */
    BLOCK_ROOM,    /* room to write by hand: level lines, not in a form for machines */
    BLOCK_PICTURE, /* a picture: drawn, or in lines of text; not in a form for machines */
    BLOCK_ROW /* a row of the table that the head describes: cells, as many as it has columns */
};

struct block {
    enum block_kind kind;
    int level; /* BLOCK_HEADING: 1 to 3; BLOCK_ITEM, BLOCK_PAIR: how deep, 0 to 2; BLOCK_ROOM:
                  lines, 1 to 20 */
    struct text label;
    struct text value;
    const struct text *cells;      /* BLOCK_ROW; a cell of no bytes is empty, whatever its p */
    const struct picture *picture; /* BLOCK_PICTURE */
};

struct document {
    struct arena *arena; /* where the blocks live; not owned */
    struct block *blocks;
    size_t count;
    size_t capacity;
};

/* Nothing is copied: labels, values and cells must live until the blocks have been given to a form.
 * An answer in pieces starts the document again for each. */
void document_start(struct document *d, struct arena *arena);
void document_add(struct document *d, struct block block);
void document_heading(struct document *d, int level, struct text value);
void document_text(struct document *d, struct text value);
void document_pair(struct document *d, int level, const char *label, struct text value);
void document_item(struct document *d, int level, struct text label, struct text value);
void document_note(struct document *d, struct text value);
void document_room(struct document *d, int lines);
void document_picture(struct document *d, const struct picture *picture);
void document_row(struct document *d, const struct text *cells);

enum column_kind {
    COLUMN_TEXT,
    COLUMN_NUMBER,
    COLUMN_DATE,
    COLUMN_EXACT /* text for another program, which wants every character as it is */
};

struct column {
    const char *name;  /* the CSV head and the XML element: ascii, lower case, joined by `_` */
    const char *title; /* the head for people */
    enum column_kind kind;
    int width; /* in a text table; a wider value pushes its row (rows stream, unseen) */
};

struct head {
    const char *name;     /* the XML root element: "caseload" */
    const char *row_name; /* the XML element of a row: "dossier" */
    const char *title;
    const char *xml_namespace;
    const struct column *columns; /* NULL: no table */
    size_t column_count;
    /* What the answer rests on, in every form: pairs such as ("op", "2026-11-22"). CSV leaves them
     * out (RFC 4180 has no place for them). As XML they are attributes of the root. */
    const struct pair {
        const char *name;
        const char *title;
        struct text value; /* an empty value is not printed */
    } * facts;
    size_t fact_count;
    char separator; /* between the cells of a row, where a form has one (csv); NUL: a comma */
    bool large; /* in large letters, 16 points on paper: for a sheet to hang on the wall. Only where
                   a form has letters of its own: html */
};

#endif
