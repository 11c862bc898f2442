/* Recfile syntax, and nothing else: bytes to records and back. The only place that knows it.
 *
 * The form is that of GNU recutils (`Naam: waarde`, `+ ` goes on, `\` + newline joins, `#`
 * comments, an empty line ends a record); a BOM before a record and CRLF are read too. What
 * recutils 1.9 does was tried: one blank or tab after the colon and
 * one blank after the `+` belong to the syntax; a
 * `+` line after a comment is refused; joining comes first, so a `\` before an empty line makes
 * that line part of the record; a comment line is never joined. */
#ifndef GESPREK_JOURNAL_REC_H
#define GESPREK_JOURNAL_REC_H

#include "base/mem.h"
#include "journal/schema.h"
#include <stdint.h>

enum {
    REC_LINE_LIMIT = 1 << 20,    /* bytes in one line */
    REC_RECORD_LIMIT = 64 << 20, /* bytes in one record, and in one dossier */
    REC_PADDING = 64 /* zeros that must stand behind what is scanned, which is looked at many bytes
                        at a time */
};

struct rec_field {
    struct text name;
    struct text
        value; /* with `coded`: as it stands in the file, for rec_decode; else the value itself */
    uint32_t line; /* in its file, from 1 */
    name_id id;    /* filled in by the reader */
    bool coded;    /* goes on over `+` lines or joins, or holds CRs */
};

struct rec_problem {
    const char *code; /* "geen-veld", … */
    uint32_t line;
    uint32_t column; /* in bytes, from 1 */
};

struct rec_record {
    struct text raw; /* from the end of the record before to the end of its empty line */
    struct text
        body;      /* from its first field to the end of its last line, empty line not included */
    uint32_t line; /* of its first field */
    size_t first, count; /* its fields, in scanner.fields */
    size_t first_problem, problem_count;
    bool bom, crlf; /* seen in it */
    bool closed;    /* an empty line ends it */
};

enum rec_result {
    REC_RECORD, /* *record is filled in */
    REC_MORE,   /* the window ends inside a record: call again with more bytes behind it, or with
                   `last` */
    REC_GIANT,  /* a line or record over its limit: call rec_skip until it says true; the problem is
                   in  problems, the fields before it in *record */
    REC_TAIL    /* the end of the file; *record has only `raw`: comments and empty lines at the end,
                   perhaps none */
};

/* Where the lines end in a part of the window. */
enum { REC_LINES_AHEAD = 1024 };
struct rec_lines {
    const char *from, *to;
    uint32_t next, count;               /* the first that is not used yet, and how many there are */
    uint16_t ends[REC_LINES_AHEAD + 1]; /* counted from `from`; one more for what is written without
                                           being there */
};

/* Zero-initialise, set the window. It may be changed after REC_MORE, after REC_TAIL and when
 * rec_skip said false. Fields and problems pile up until the owner sets their counts back. */
struct rec_scanner {
    char *at, *end;    /* the window: not yet scanned, with REC_PADDING zeros behind it */
    uint32_t line;     /* the number of the line at `at`, from 1 */
    bool last;         /* nothing follows the window in this file */
    bool in_line;      /* rec_skip stopped inside a line */
    bool skipped_text; /* the line that rec_skip stopped in is not empty */

    struct rec_field *fields;
    size_t count, capacity;
    struct rec_problem *problems;
    size_t problem_count, problem_capacity;
    const char *good, *good_end; /* all between is strict UTF-8 without a NUL */
    struct rec_lines lines;
};

enum rec_result rec_next(struct rec_scanner *s, struct rec_record *record);

/* True when `name` is a good name: [A-Za-z%][A-Za-z0-9_]*. rec_next leaves this to whoever looks
 * the name up: a name that the schema knows is good, and only the others need a look at every byte.
 */
bool rec_name_good(struct text name);

/* Goes on to behind the next empty line without looking. False: the window is used up, more is
 * needed (not when `last`). */
bool rec_skip(struct rec_scanner *s);

/* The first place behind `from`, up to `end`, where no record is under way, whatever stands before
 * `from`: behind an empty line that nothing joins. NULL: none. */
char *rec_boundary(char *from, char *end);
void rec_free(struct rec_scanner *s);

/* A coded value decoded: lines joined, CRs before newlines dropped. In the arena unless nothing had
 * to change. */
struct text rec_decode(struct arena *arena, const struct rec_field *field);

/* Writes `Naam: waarde`: newlines become `+ ` lines, a line that ends in `\` gets a blank behind it
 * (else it would join). `newline` is "\n" or "\r\n". The value must be UTF-8 without NUL or CR. */
void rec_write_field(struct buffer *out, const char *newline, struct text name, struct text value);

/* What a field becomes: all its values are replaced by these; none takes the field away. */
struct rec_change {
    struct text name;
    const struct text *values;
    size_t count;
};

/* Appends the bytes of one record, `raw`, with its fields changed. New values stand where the first
 * old one stood, or behind the last field; every other byte stays. The first field, type and key,
 * cannot be changed. */
void rec_amend(struct buffer *out, struct text raw, const struct rec_change *changes, size_t count);

/* How the last line of the bytes that ends, ends: "\r\n" or "\n". */
const char *rec_newline(struct text bytes);

/* What must come behind a record's bytes so that the next record stays apart, as a C string in
 * `into`: nothing, an end of the last line, an empty line. `closed` says whether an empty line ends
 * it already. A `\` at the end of the last line would join with whatever comes: then a blank or one
 * more newline keeps it from that. */
enum { REC_CLOSING = 8 };
void rec_close(struct text bytes, bool closed, const char *newline, char into[REC_CLOSING]);

/* Undoes what an editor does to a whole text without being asked, compared with what it was before:
 * a BOM at its start and CRLF where there was none, and an empty line that its last record lacks
 * (`closed` says whether it has one). Gives what was undone. */
enum { REC_TIDIED_BOM = 1, REC_TIDIED_CRLF = 2, REC_TIDIED_END = 4 };
unsigned rec_tidy(struct buffer *text, struct text before, bool closed);

/* What a program advises about a problem code, in plain Dutch. */
const char *rec_advice(const char *code);

#endif
