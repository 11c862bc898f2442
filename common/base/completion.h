/* What the three writers of completion scripts share. Only completion*.c includes this.
 *
 * A script holds tables made from the command's, and a fixed part that walks the words before the
 * cursor as cli_next does. In the tables an option is one word, `name|letter|kind|choices|help`;
 * the kind is one character (TAKES_...). The field options of a record type stand there once, as
 * `name|choices|help`, and become such options, with or without a prefix, when the verb or the
 * first operand says that they go with it. */
#ifndef GESPREK_BASE_COMPLETION_H
#define GESPREK_BASE_COMPLETION_H

#include "base/cli.h"

enum {
    TAKES_NOTHING = 'n', /* an option without a value */
    TAKES_WORD = 'w',    /* anything */
    TAKES_FILE = 'f',
    TAKES_DIRECTORY = 'd',
    TAKES_GROUP = 't', /* the word of an option group: TYPE */
    TAKES_KEY = 'k',
    TAKES_LISTED = 'c', /* one of the choices */
    TAKES_FIELD = '@'   /* the value of a field option: a choice, anything, or @ and a file */
};

struct completion {
    const struct command *command;
    struct buffer *out;
    struct option_group *groups; /* those that a verb takes fields of */
    size_t group_count;
    char *function; /* the command's name as the name of a function: _gesprek_noteer */
    bool fish;      /* its quotes differ */
    bool help;      /* options come with their help: in zsh and fish */
};

typedef void completion_each(struct completion *c, const struct option *option);
typedef void completion_each_verb(struct completion *c, const struct verb *verb);

/* Calls `each` for the options that the parser takes behind the verb, fields left out; NULL: where
 * a verb is still to come in a command that cannot do without. */
void completion_options(struct completion *c, const struct verb *verb, completion_each *each);

/* Calls `each` for the verbs, and for NULL when the command cannot do without one. */
void completion_verbs(struct completion *c, completion_each_verb *each);

/* Appends the kind of each operand, and a + when the last may come again: "TYPE [BESTAND]" gives
 * tf. A first operand KEY whose verb takes no field options counts as any word. */
void completion_operands(struct completion *c, const struct verb *verb);

/* These append what they name between single quotes; all but the first with a blank before each:
 * an option's entry, the words of all groups, a group's options as `name|choices` or
 * `name|choices|help`, and the groups that go with a verb as `|Gesprek` and `stap.|Stap`: what
 * comes before the names of their options, and the word. */
void completion_quoted(struct completion *c, const char *s);
void completion_entry(struct completion *c, const struct option *option);
void completion_group_words(struct completion *c);
void completion_fields(struct completion *c, const struct option_group *group);
void completion_types(struct completion *c, const struct verb *verb);

/* Appends the quoted patterns that stand for the group, with `between` between them: its word, and
 * D0 for keys such as D3. */
void completion_group_names(struct completion *c, const struct option_group *group,
                            const char *between);

/* Appends lines, NULL ends them; in each @F becomes the function's name, @C the command's, and @U
 * the kind of an option that is in no table. */
void completion_lines(struct completion *c, const char *const *lines);

/* Appends the tables as functions of a shell that has arrays: @F_lists sets verbs and groups,
 * @F_verb kinds, options and types, @F_fields fields. `verb_name` puts a verb with a blank before
 * it. */
void completion_tables(struct completion *c, completion_each_verb *verb_name);

void completion_bash(struct completion *c);
void completion_zsh(struct completion *c);
void completion_fish(struct completion *c);

#endif
