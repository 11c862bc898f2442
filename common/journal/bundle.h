/* Records of several types noted in one go, such as a Gesprek with its Stap, Domein and Recht: from
 * options, or from a template with several records. */
#ifndef GESPREK_JOURNAL_BUNDLE_H
#define GESPREK_JOURNAL_BUNDLE_H

#include "journal/notes.h"

struct bundle {
    struct notes *notes;
    const char *types;   /* of the verb (struct verb): their names; the options of the first have no
                            prefix, and it is always made */
    const char *many;    /* those of them that may be there more than once */
    bool first_may_miss; /* at the terminal the first may be passed over, as the others may: it is
                            made without a value then, and the caller drops it */
};

/* Begins: the first of the notes is of the first type. */
void bundle_begin(struct bundle *b);

/* Takes an option: `--vorm=…` is of the first type, `--stap.wat=…` of a Stap, and `--domein=wonen`
 * begins that Domein. A field that can be there once and is given again begins the next record,
 * where there may be more. False: said in diag. */
bool bundle_option(struct bundle *b, const struct argument *a, bool *standard_input,
                   struct diag *diag);

/* Appends a template for all of them, behind `intro`, which are comments. Reads one that was filled
 * in; a record left empty is not made. False: said in diag. The content must outlive the notes. */
void bundle_template(const struct bundle *b, const char *intro, struct buffer *out);
bool bundle_filled_in(struct bundle *b, struct buffer *content, const char *name,
                      struct diag *diag);

/* The day of the first record, in its own option or template, or else `today`: then of the others
 * too, unless they have one. */
date bundle_day(struct bundle *b, date today);

/* True when a record of this type may come more than once. */
bool bundle_many(const struct bundle *b, const struct type *type);

/* A friendly word for who talked about more parts of life than fit in one conversation; NULL when
 * there is no need for it. */
enum { BUNDLE_PARTS_OF_LIFE = 3 };
const char *bundle_many_parts(size_t parts);

/* The same for the notes, said in diag as a note. */
void bundle_mind(const struct bundle *b, struct diag *diag);

/* True when the addition has a value for the field. */
bool addition_has(const struct addition *a, const struct field *field);

#endif
