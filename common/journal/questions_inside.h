/* What the parts of questions share: questions.c (what is asked after what), question.c (one
 * question), questions_end.c (what was answered, and what becomes of it). Only those include this.
 */
#ifndef GESPREK_JOURNAL_QUESTIONS_INSIDE_H
#define GESPREK_JOURNAL_QUESTIONS_INSIDE_H

#include "base/terminal.h"
#include "journal/questions.h"

struct answer {
    const struct field *field;
    struct text *values; /* in the arena of the questions */
    size_t count, capacity;
};

/* A record that is asked for. */
struct part {
    const struct type *type;
    struct answer *answers; /* one for each question, the first perhaps the day */
    size_t count;
    size_t first;       /* the question that opens it: who leaves that open skips the part */
    bool again;         /* there was one of its type before */
    bool there;         /* it changes a record that is there: nothing is needed */
    struct text amends; /* the key of the record that it adds to; empty: it is a new one */
};

struct questions {
    struct session *session;
    struct bundle *bundle;
    const struct questions_names *names; /* NULL: the records are asked for one by one */
    const struct questions_more *more;   /* NULL: no more than the schema */
    const char *directory;               /* for a text in the editor; NULL: none */
    struct text key;                     /* of the first record, when it was chosen; empty: not */
    struct dossier *dossier;             /* NULL: nothing to refer to */
    const char *unasked;                 /* a field; NULL: none */
    struct terminal *terminal;           /* NULL: closed */
    struct part *parts;
    size_t count, capacity;
    size_t at_part, at; /* the question to ask now */
    struct arena arena;
    struct buffer shown; /* to be shown */
    struct diag before;  /* before anything was written */
};

/* The key of a part of life, which is asked as a field is. */
extern const struct field question_key;

enum step {
    STEP_NEXT,
    STEP_BACK,
    STEP_REST, /* no more of this part */
    STEP_END   /* no more at all */
};

/* Asks one question until it has an answer that can be, or none. `why` is shown with it; NULL:
 * nothing. */
enum step question_ask(struct questions *q, struct part *p, size_t index, const char *why);

bool part_answered(const struct part *p);
/* Whether part number i becomes a record: the first (struct bundle), and what has an answer. */
bool part_made(const struct questions *q, size_t i);
/* The first question from number `from` on without which the record cannot be; p->count: none. */
size_t part_needs(const struct part *p, size_t from);

/* Adds a part behind the others: nothing in it is answered. The pointer holds until the next. */
struct part *questions_add_part(struct questions *q, const struct type *type);
void questions_take_part(struct questions *q, size_t at); /* takes it out */

/* questions_names.c: asks for names, and what each name cannot do without. */
void questions_walk_names(struct questions *q);

/* Appends wrapped to the terminal's width, behind `indent` blanks; shows what was appended. */
void questions_put(struct questions *q, size_t indent, struct text text);
void questions_show(struct questions *q);

/* Shows what was answered and asks what to do. */
enum choice { CHOICE_KEEP, CHOICE_DROP, CHOICE_BACK, CHOICE_MORE, CHOICE_CANNOT };
enum choice questions_conclude(struct questions *q);

#endif
