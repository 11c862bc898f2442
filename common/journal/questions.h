/* Asks at the terminal for the records of a bundle: the questions of the schema, one by one. Every
 * one may be skipped, and one can go back. Nothing is written here. */
#ifndef GESPREK_JOURNAL_QUESTIONS_H
#define GESPREK_JOURNAL_QUESTIONS_H

#include "journal/bundle.h"
#include "journal/edit.h"

struct questions; /* what is asked, and what was answered */

/* `bundle` has begun, and its notes have in `all` the day of --op, or DATE_NONE: then the day is
 * asked too. `key` is that of the record when it was chosen already; NULL: not. A long text may be
 * written in an editor, in a directory below `beside` (draft.h); NULL: $GESPREK_DOSSIERS, or where
 * the dossier is that is written in; with none of these it cannot. */
struct questions *questions_open(struct session *s, struct bundle *bundle, const char *key,
                                 const char *beside);
void questions_close(struct questions *q);

/* Never asks for this field, in none of the records: the command fills it in itself. */
void questions_without(struct questions *q, const char *field);

/* Questions of one's own of which the answers are names. Each name becomes a record of the bundle's
 * first type, with the name in field `name` and, for every question that it answers, a value of
 * field `mark` (MANY). A name that the dossier has such a record of is added to that instead. Of a
 * new one its bold fields are asked, those with a choice of `default_choice` last: passed over they
 * are that; without one of the others the name is left out, and that is said. */
struct questions_names {
    const char *intro, *name, *mark, *default_choice;
    const struct name_question {
        const char *question, *mark;
    } * list; /* a question of NULL ends it */
};
struct questions *questions_open_names(struct session *s, struct bundle *bundle,
                                       const struct questions_names *names);

/* What is known only when the dossier is open. Each may be NULL. */
struct questions_more {
    void *data;
    /* The first record changes one that is there: sets the names of the fields to ask, and what is
     * shown before. Nothing has to be answered then. False: said in diag. */
    bool (*choose)(void *data, struct dossier *d, const char **fields, struct text *intro);
    /* What Tab fills in for a field; *count 0: nothing. */
    const struct text *(*words)(void *data, const struct field *field, size_t *count);
};
void questions_set_more(struct questions *q, const struct questions_more *more);

/* Asks, shows what was answered, and asks whether to keep it. `d`: what may be referred to, NULL
 * when there is nothing yet. False: said in diag: there is no terminal (status 2), nothing is to be
 * kept, or what is needed was not given (1). */
bool questions_ask(struct questions *q, struct dossier *d);

/* Puts the answers in the bundle's notes, in the place of what was there. */
void questions_fill(struct questions *q);

/* When it could not be written: shows the answers, so that they are not lost. True: the user wants
 * to try it once more, and diag is as it was before it failed. */
bool questions_again(struct questions *q);

/* Asks and writes in the dossier that operand number `first` names (edit.h): `save` does so with
 * the notes, in the open dossier. False: said in diag; nothing was written. */
typedef bool questions_save(void *data, struct edit *e);
bool questions_edit(struct questions *q, size_t first, questions_save *save, void *data);

#endif
