/* Options and verbs: one table a command, which the parser, --help, the completions and a test of
 * the man page all read. */
#ifndef GESPREK_BASE_CLI_H
#define GESPREK_BASE_CLI_H

#include "base/diag.h"
#include "base/mem.h"

struct option {
    const char *name;     /* without the dashes; NULL ends a list */
    char letter;          /* its short form; 0: none */
    const char *argument; /* what it takes, in capitals; NULL: nothing */
    const char *help;     /* in plain Dutch, no capital, no full stop */
    const char *choices;  /* the words it takes, separated by blanks; NULL: anything */
    const char *verbs;    /* the verbs that it goes with, separated by blanks, `-` for the one
                             without a name; NULL: all */
};

struct verb {
    const char *name;     /* "" is what the command does without a verb; `een-twee` may be written
                             as two words; NULL ends a list */
    const char *operands; /* "TYPE [BESTAND]" */
    const char *help;
    const char *types; /* the groups of field options that go with it, separated by blanks: of the
                          first `--vorm`, of the others `--stap.wat`. NULL: the first operand, TYPE
                          or KEY, says which, or there are none */
};

/* The field options of a record type: after `nieuw Doel` come the fields of Doel. */
struct option_group {
    const char *word;             /* "Doel" */
    const char *prefix;           /* "doel": --doel.tekst */
    const char *key;              /* the letters of its keys: "D"; "": any word may be one */
    const char *help;             /* what a record of it is */
    const struct option *options; /* NULL ends them */
};

/* A list of options that goes with some verbs only, where a command both reads and writes. */
struct option_set {
    const struct option *options; /* NULL ends the sets */
    const char *verbs;            /* separated by blanks */
};

struct command {
    const char *name;                    /* "gesprek-noteer" */
    const char *summary;                 /* in plain Dutch: what it does */
    const struct verb *verbs;            /* at least one */
    const struct option *const *options; /* lists, NULL ends them */
    const char *const *examples;         /* for --help; NULL ends them */
    /* Field options, `--veld=waarde`, `--veld+=…`, `--veld-=…`, that are in no table but in the
     * schema: NULL when the command takes none. All of it in the arena. */
    struct option_group *(*groups)(struct arena *arena, size_t *count);
    const struct option_set *sets; /* NULL: none */
};

/* List number n of the command's options, its own before the sets; *verbs becomes the verbs it goes
 * with, NULL for all. NULL: there is no such list. */
const struct option *cli_list(const struct command *command, size_t n, const char **verbs);

/* Options in turn: start with {0}. */
struct option_walk {
    size_t list, at;
};

/* The next option of the command that goes with the verb; NULL: no more. Without a verb (NULL) all
 * of them: the lists for all verbs first. */
const struct option *cli_option(const struct command *command, const char *verb,
                                struct option_walk *walk);

/* True when the verb takes field options: its operands name them, `KEY [--veld=WAARDE ...]`. A
 * command with groups of which no verb does so takes them with every verb. */
bool cli_takes_fields(const struct command *command, const struct verb *verb);

/* The groups that go with a verb, in turn: takes a word off *types, which starts as verb->types.
 * NULL: no more. */
const struct option_group *cli_next_group(const struct option_group *groups, size_t count,
                                          struct text *types);

/* A record whose key may be any word is begun with that: `--domein=wonen`. False: the group has no
 * such option. */
bool cli_key_option(const struct option_group *group, struct option *into);

enum how { HOW_SET, HOW_ADD, HOW_REMOVE };

struct argument {
    const struct option *option; /* NULL: a field option */
    const char *value;           /* NULL when the option takes none */
    struct text field;           /* "akkoord", "doel.tekst" */
    enum how how;
};

struct cli {
    const struct command *command;
    const struct verb *verb;
    struct diag *diag;
    int argc, at;
    char **argv;
    const char *letters; /* the rest of a bundle of short options */
    bool only_operands;  /* after `--` */
    char **operands;     /* those seen so far; points into an array of the cli's own */
    size_t operand_count;
    const struct option **given; /* options with a value that were seen: each may be there once */
    size_t given_count;
};

/* Sets program_name, takes the verb. False: wrong usage, said in diag (code `gebruik`). */
bool cli_start(struct cli *cli, const struct command *command, int argc, char **argv,
               struct diag *diag);

enum cli_result { CLI_ARGUMENT, CLI_DONE, CLI_WRONG };

/* The next option; operands are gathered on the way. CLI_WRONG: said in diag (code `gebruik`), with
 * the nearest option when there is one. Nothing is ever abbreviated. */
enum cli_result cli_next(struct cli *cli, struct argument *argument);
void cli_free(struct cli *cli);

/* Appends what --help shows, and `naam versie`. */
void cli_help(const struct cli *cli, struct buffer *out);
void cli_version(const struct command *command, struct buffer *out);

/* Appends the completion script for `shell` ("bash", "zsh" or "fish"); base/completion.c. */
void completion_write(const struct command *command, const char *shell, struct buffer *out);

#endif
