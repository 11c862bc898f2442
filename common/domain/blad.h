/* What the sheets for the client share: short pages in the client's own words ("mijn"), to be kept.
 * A sheet holds no address, nothing of Veiligheid, and no withdrawn record. */
#ifndef GESPREK_DOMAIN_BLAD_H
#define GESPREK_DOMAIN_BLAD_H

#include "base/document.h"
#include "domain/stand.h"

struct blad {
    const struct schema *schema;
    struct stand_names names;
    date today;
    bool by_role; /* people stand in it by their role: set for a form that leaves the organisation,
                     for their names are intern. As blad_start leaves it: by name, for the client */
    struct text foot; /* what stands at its foot when it is for others; empty: it is for the client
                       */
};
void blad_start(struct blad *b, const struct schema *schema, date today);

/* The next thing of a type that counts, behind `after` (NULL: the first). NULL: no more. */
const struct thing *blad_next(const struct dossier *d, const struct type *type,
                              const struct thing *after);

/* The last thing of a type that counts, by day and place; blad_last_with: of those that have a
 * value for the field. NULL: none. */
const struct thing *blad_last(const struct dossier *d, const struct type *type);
const struct thing *blad_last_with(const struct blad *b, struct dossier *d, const struct type *type,
                                   const char *name);

/* The value, or the empty text; the name must be one of the schema. */
struct text blad_value(const struct blad *b, struct dossier *d, const struct thing *t,
                       const char *name);

/* All values, `between` between them, in the dossier's arena. */
struct text blad_values(const struct blad *b, struct dossier *d, const struct thing *t,
                        const char *name, const char *between);

/* The first day that the thing had this value for the field; the day it began when none is found.
 */
date blad_said(struct dossier *d, const struct thing *t, name_id name, struct text value);

/* A word of the schema for people, `sociale-contacten` with a blank, in the dossier's arena. */
struct text blad_plain(struct dossier *d, struct text word);

/* A day in words, in the dossier's arena. */
struct text blad_day(struct dossier *d, date day, bool weekday);

/* The end of what was put together: the buffer's text in the dossier's arena; empties the buffer.
 */
struct text blad_kept(struct dossier *d, struct buffer *b);

/* Appends `before`, the day in words and `behind`. */
void blad_put_day(struct dossier *d, struct buffer *b, const char *before, date day,
                  const char *behind);

/* Appends `before` and the value; nothing when the value is empty. */
void blad_put(struct buffer *b, const char *before, struct text value);

/* A point of a list from what was put together; empties the buffer. */
void blad_point(struct dossier *d, struct document *document, struct buffer *b);

/* The Client, when it says that they cannot be reached safely or live at a secret address; NULL:
 * nothing to mind. */
const struct thing *blad_mind(const struct blad *b, struct dossier *d);

/* What only the worker has to know stands in a message, not on the sheet: nothing for NULL. */
void blad_say_mind(struct diag *diag, const struct thing *client, const char *advice);

/* Says on the sheet that it is to be given by hand: never why. */
void blad_zelf_geven(struct document *document);

/* The title with the client's name, the day, and what to mind when the client cannot be reached
 * safely or lives at a secret address. Returns what blad_mind does. */
const struct thing *blad_begin(const struct blad *b, struct dossier *d, const char *title,
                               struct document *document);
void blad_end(const struct blad *b, struct document *document);

#endif
