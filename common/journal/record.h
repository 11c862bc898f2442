/* The adding engine behind all writers: from what was asked to a record's bytes in their right
 * place. Nothing is written to disk here (store.h does that); the result is the whole new content.
 */
#ifndef GESPREK_JOURNAL_RECORD_H
#define GESPREK_JOURNAL_RECORD_H

#include "base/cli.h"
#include "journal/reader.h"

struct given {
    const struct field *field;
    enum how how;       /* set, add to or take away from what there is */
    struct text value;  /* empty with HOW_SET: take the field away */
    struct place place; /* of the template's line or the CSV's cell; file NULL: an option */
    struct text column; /* of the CSV, for messages; empty: it does not come out of one */
    uint32_t row;       /* of the CSV */
};

/* A record to be added. Zero-initialise. */
struct addition {
    const struct type *type;
    struct text key; /* empty: hand one out (not for Domein, whose key is the life domain) */
    bool amends;     /* the key must be there; else it must be new */
    bool prefixed;   /* its options bear its type's name, `--stap.wat`: for messages */
    date op;
    struct text by;            /* Door */
    struct now now;            /* for Geboekt or Gewijzigd */
    const char *template_name; /* of the filled-in template or the CSV; NULL: none */
    uint32_t line, row;        /* of the CSV's row; 0: it does not come out of one */
    struct given *given;
    size_t count, capacity;
};

void addition_give(struct addition *a, struct given given);
void addition_free(struct addition *a);

/* Finds the field that an option names: `akkoord`, or `doel.tekst`. NULL: said in diag with the
 * nearest name (status 2). */
const struct field *record_field(const struct schema *schema, const struct type *type,
                                 struct text option, struct diag *diag);

/* Reads what `@FILE`, `@-` and `@@x` stand for into *value; other values stay as they are. CRLF
 * becomes LF and newlines at the end go. `*standard_input` says whether it has been read, and
 * becomes true. False: said in diag. */
bool record_value(const char *argument, struct text *value, bool *standard_input,
                  struct arena *arena, struct diag *diag);

/* A value as it will be kept: CRLF becomes LF and newlines at the end go. In the arena. */
struct text record_tidy(struct arena *arena, struct text raw);

/* Checks the addition against the schema and the dossier (values, bold fields, references, keys,
 * order of days), hands out a key, and works += and -= out to full lists. False: said in diag. An
 * option's fault is status 2, a template's or the dossier's 3. `d` was folded up to a->op. */
bool record_complete(struct addition *a, struct dossier *d, const struct schema *schema,
                     struct diag *diag);

/* Appends the record as it will stand in the file, with its empty line. */
void record_write(const struct addition *a, struct text dossier, const char *newline,
                  struct buffer *out);

/* Where a new record comes in `content`, and what must be added first: behind the first empty line
 * that follows the dossier's last record, with the line ending of the line before; at the start
 * when the dossier has no records yet. */
struct spot {
    size_t offset;
    const char *newline;      /* "\n" or "\r\n" */
    char before[REC_CLOSING]; /* what is missing there: an end of the last line, an empty line */
};
struct spot record_spot(const struct buffer *content, const struct dossier *d);

/* Puts `record` in `content` at the spot. */
void record_insert(struct buffer *content, const struct spot *spot, struct text record);

#endif
