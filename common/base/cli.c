#include "base/cli.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool wrong(struct cli *cli, const char *format, const char *what, const char *nearest)
{
    char safe[QUOTE_SIZE];
    struct buffer advice = {0};

    buffer_format(&advice, format, quote(text_of(what), safe));
    if (nearest)
        buffer_format(&advice, ". Bedoelt u %s?", nearest);
    else
        buffer_format(&advice, ". Zie %s --help", cli->command->name);
    diag_say(cli->diag, SEVERITY_ERROR, STATUS_USAGE, "gebruik", "%.*s", (int)advice.n, advice.p);
    buffer_free(&advice);
    return false;
}

static bool goes_with(const char *verbs, const char *verb)
{
    return !verb || !verbs || text_has_word(verbs, text_of(*verb ? verb : "-"));
}

const struct option *cli_list(const struct command *c, size_t n, const char **verbs)
{
    size_t own = 0;

    *verbs = NULL;
    while (c->options[own])
        own++;
    if (n < own)
        return c->options[n];
    for (const struct option_set *set = c->sets; set && set->options; set++)
        if (n == own++) {
            *verbs = set->verbs;
            return set->options;
        }
    return NULL;
}

const struct option *cli_option(const struct command *command, const char *verb,
                                struct option_walk *walk)
{
    const struct option *list;
    const char *verbs;

    while ((list = cli_list(command, walk->list, &verbs))) {
        while (goes_with(verbs, verb) && list[walk->at].name) {
            const struct option *o = &list[walk->at++];
            if (goes_with(o->verbs, verb))
                return o;
        }
        *walk = (struct option_walk){walk->list + 1, 0};
    }
    return NULL;
}

static bool names_fields(const struct verb *verb)
{
    return verb->operands && strstr(verb->operands, "--");
}

bool cli_takes_fields(const struct command *command, const struct verb *verb)
{
    if (!command->groups)
        return false;
    for (const struct verb *v = command->verbs; v->name; v++)
        if (names_fields(v))
            return names_fields(verb);
    return true;
}

const struct option_group *cli_next_group(const struct option_group *groups, size_t count,
                                          struct text *types)
{
    struct text word;

    while (text_next_word(types, &word))
        for (size_t g = 0; g < count; g++)
            if (text_is_string(word, groups[g].word))
                return &groups[g];
    return NULL;
}

bool cli_key_option(const struct option_group *group, struct option *into)
{
    *into = (struct option){group->prefix, 0, "SLEUTEL", group->help, NULL, NULL};
    return !*group->key;
}

static const struct verb *find_verb(const struct command *command, const char *name)
{
    for (const struct verb *v = command->verbs; v->name; v++)
        if (!strcmp(v->name, name))
            return v;
    return NULL;
}

/* `toestemming nieuw` is the verb toestemming-nieuw; NULL: there is none. */
static const struct verb *find_verb_of_two(const struct command *command, const char *first,
                                           const char *second)
{
    size_t n = strlen(first);

    for (const struct verb *v = command->verbs; v->name; v++)
        if (!strncmp(v->name, first, n) && v->name[n] == '-' && !strcmp(v->name + n + 1, second))
            return v;
    return NULL;
}

static const char *nearest_verb(const struct command *command, const char *word)
{
    struct nearest nearest = {.asked = text_of(word)};

    for (const struct verb *v = command->verbs; v->name; v++)
        if (*v->name)
            nearest_try(&nearest, text_of(v->name));
    return nearest.word.p;
}

bool cli_start(struct cli *cli, const struct command *command, int argc, char **argv,
               struct diag *diag)
{
    const char *first = argc > 1 ? argv[1] : "";

    program_name = command->name;
    *cli = (struct cli){.command = command, .diag = diag, .argc = argc, .at = 1, .argv = argv};
    cli->operands = mem_take(((size_t)argc + 1) * sizeof *cli->operands);
    cli->given = mem_take(((size_t)argc + 1) * sizeof *cli->given);
    cli->verb = find_verb(command, "");
    if (*first && *first != '-') {
        const struct verb *two = argc > 2 ? find_verb_of_two(command, first, argv[2]) : NULL;
        const struct verb *named = two ? two : find_verb(command, first);
        if (named) {
            cli->verb = named;
            cli->at = two ? 3 : 2;
        }
        if (!named && !cli->verb)
            return wrong(cli, "`%s` is geen werkwoord van dit programma", first,
                         nearest_verb(command, first));
    }
    if (cli->verb)
        return true;
    cli->verb = command->verbs;
    if (!strcmp(first, "--help") || !strcmp(first, "-h") || !strcmp(first, "--version") ||
        !strncmp(first, "--voltooiing", 12))
        return true;
    return wrong(cli, "er staat niet bij wat %s moet doen", command->name, NULL);
}

void cli_free(struct cli *cli)
{
    free(cli->operands);
    free(cli->given);
    cli->operands = NULL;
    cli->given = NULL;
}

static const struct option *find_option(const struct cli *cli, struct text name, char letter,
                                        bool any_verb)
{
    struct option_walk walk = {0};
    const struct option *o;

    while ((o = cli_option(cli->command, any_verb ? NULL : cli->verb->name, &walk)))
        if (letter ? o->letter == letter : text_is_string(name, o->name))
            return o;
    return NULL;
}

static const char *nearest_option(const struct cli *cli, struct text name, char into[80])
{
    struct nearest nearest = {.asked = name};
    struct option_walk walk = {0};
    const struct option *o;

    while ((o = cli_option(cli->command, cli->verb->name, &walk)))
        nearest_try(&nearest, text_of(o->name));
    if (!nearest.word.n)
        return NULL;
    snprintf(into, 80, "--%s", nearest.word.p);
    return into;
}

static bool check_choice(struct cli *cli, const struct option *o, const char *value)
{
    struct buffer format = {0};

    if (!o->choices || text_has_word(o->choices, text_of(value)))
        return true;
    buffer_format(&format, "--%s kent `%%s` niet, kies uit: %s", o->name, o->choices);
    buffer_byte(&format, '\0');
    wrong(cli, format.p, value, NULL);
    buffer_free(&format);
    return false;
}

/* A value that was given before is not pushed away in silence. */
static bool is_first(struct cli *cli, const struct option *o, const char *shown)
{
    for (size_t i = 0; i < cli->given_count; i++)
        if (cli->given[i] == o)
            return wrong(cli, "%s staat er twee keer, en kan maar een keer", shown, NULL);
    cli->given[cli->given_count++] = o;
    return true;
}

static enum cli_result with_value(struct cli *cli, struct argument *a, const char *attached,
                                  const char *shown)
{
    if (!a->option->argument) {
        if (attached) {
            wrong(cli, "%s neemt geen waarde", shown, NULL);
            return CLI_WRONG;
        }
        return CLI_ARGUMENT;
    }
    if (!attached && cli->at < cli->argc)
        attached = cli->argv[cli->at++];
    if (!attached) {
        wrong(cli, "achter %s hoort een waarde", shown, NULL);
        return CLI_WRONG;
    }
    a->value = attached;
    if (!is_first(cli, a->option, shown) || !check_choice(cli, a->option, attached))
        return CLI_WRONG;
    return CLI_ARGUMENT;
}

static enum cli_result take_letter(struct cli *cli, struct argument *a)
{
    char shown[3] = {'-', *cli->letters++, '\0'};
    const char *rest = *cli->letters ? cli->letters : NULL;

    a->option = find_option(cli, TEXT(""), shown[1], false);
    if (!a->option) {
        wrong(cli, "de optie %s bestaat hier niet", shown, NULL);
        return CLI_WRONG;
    }
    if (!a->option->argument) {
        cli->letters = rest;
        return CLI_ARGUMENT;
    }
    cli->letters = NULL;
    return with_value(cli, a, rest, shown);
}

static enum cli_result take_field(struct cli *cli, struct argument *a, struct text name,
                                  const char *equals, const char *shown)
{
    a->how = HOW_SET;
    if (equals && name.n && (name.p[name.n - 1] == '+' || name.p[name.n - 1] == '-')) {
        a->how = name.p[name.n - 1] == '+' ? HOW_ADD : HOW_REMOVE;
        name.n--;
    }
    a->field = name;
    a->value = equals ? equals + 1 : cli->at < cli->argc ? cli->argv[cli->at++] : NULL;
    if (a->value)
        return CLI_ARGUMENT;
    wrong(cli, "achter %s hoort een waarde", shown, NULL);
    return CLI_WRONG;
}

static bool is_field(const struct command *command, struct text name)
{
    struct arena arena = {0};
    size_t count = 0;
    struct option_group *groups = command->groups ? command->groups(&arena, &count) : NULL;
    bool found = false;

    for (size_t g = 0; g < count; g++)
        for (const struct option *o = groups[g].options; o->name; o++)
            found = found || text_is_string(name, o->name);
    arena_free(&arena);
    return found;
}

static enum cli_result take_long(struct cli *cli, struct argument *a, const char *shown)
{
    const char *equals = strchr(shown, '=');
    struct text name = {shown + 2, equals ? (size_t)(equals - shown) - 2 : strlen(shown) - 2};
    char nearest[80];

    a->option = find_option(cli, name, 0, false);
    if (a->option)
        return with_value(cli, a, equals ? equals + 1 : NULL, shown);
    /* An option of another verb may bear the name of a field (Reden): then the field is meant. */
    if (find_option(cli, name, 0, true) && !is_field(cli->command, name)) {
        wrong(cli, "de optie %s hoort niet bij dit werkwoord", shown, NULL);
        return CLI_WRONG;
    }
    if (cli_takes_fields(cli->command, cli->verb))
        return take_field(cli, a, name, equals, shown);
    if (is_field(cli->command, name)) {
        wrong(cli, "%s is een veld, en dit werkwoord neemt geen velden", shown, NULL);
        return CLI_WRONG;
    }
    wrong(cli, "de optie %s bestaat hier niet", shown, nearest_option(cli, name, nearest));
    return CLI_WRONG;
}

enum cli_result cli_next(struct cli *cli, struct argument *a)
{
    *a = (struct argument){0};
    if (cli->letters)
        return take_letter(cli, a);
    while (cli->at < cli->argc) {
        char *word = cli->argv[cli->at++];
        if (cli->only_operands || word[0] != '-' || !word[1]) {
            cli->operands[cli->operand_count++] = word;
            continue;
        }
        if (!strcmp(word, "--")) {
            cli->only_operands = true;
            continue;
        }
        if (word[1] == '-')
            return take_long(cli, a, word);
        cli->letters = word + 1;
        return take_letter(cli, a);
    }
    return CLI_DONE;
}
