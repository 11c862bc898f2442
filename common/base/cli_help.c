/* What --help and --version print: out of the tables of cli.h. */
#include "base/cli.h"
#include "base/text.h"

#ifndef GESPREK_VERSION
#define GESPREK_VERSION "0.1"
#endif

/* `choices` stands between what the option is and its choices. */
static void help_option(struct buffer *out, const struct option *o, const char *choices)
{
    struct buffer left = {0}, text = {0};

    if (o->letter)
        buffer_format(&left, "  -%c, --%s", o->letter, o->name);
    else
        buffer_format(&left, "      --%s", o->name);
    if (o->argument)
        buffer_format(&left, "=%s", o->argument);
    text_pad(out, buffer_view(&left), 28);
    if (left.n >= 28)
        buffer_string(out, "\n                            ");
    buffer_string(&text, o->help);
    if (o->choices)
        buffer_format(&text, "%s%s", choices, o->choices);
    text_wrap(out, buffer_view(&text), 80, 28);
    buffer_free(&left);
    buffer_free(&text);
}

static void help_usage(const struct cli *cli, struct buffer *out)
{
    const char *start = "Gebruik: ";

    for (const struct verb *v = cli->command->verbs; v->name; v++) {
        buffer_format(out, "%s%s%s%s [OPTIES] %s\n", start, cli->command->name, *v->name ? " " : "",
                      v->name, v->operands);
        start = "         ";
    }
    buffer_byte(out, '\n');
    for (const struct verb *v = cli->command->verbs; v->name; v++)
        if (v->help) {
            buffer_string(out, "  ");
            text_pad(out, text_of(*v->name ? v->name : "(geen)"), 12);
            buffer_string(out, strlen(v->name) > 12 ? "\n               " : " ");
            text_wrap(out, text_of(v->help), 80, 15);
        }
}

static void help_options(const struct command *c, struct buffer *out)
{
    const char *verbs;
    const struct option *list;

    for (size_t n = 0; (list = cli_list(c, n, &verbs)); n++) {
        if (!n)
            buffer_string(out, "\nOpties:\n");
        if (verbs && !strcmp(verbs, "-"))
            buffer_string(out, "\nOpties zonder werkwoord:\n");
        else if (verbs)
            buffer_format(out, "\nOpties bij %s:\n", verbs);
        for (const struct option *o = list; o->name; o++)
            help_option(out, o, ": ");
    }
}

/* ---- the fields of a record type are options too ---- */

/* Their help is a question. With `dot` its prefix stands before each name. */
static void help_group(struct buffer *out, const struct option_group *g, bool dot)
{
    struct buffer name = {0};
    struct option key;

    buffer_format(out, "\nVelden van %s:\n", g->word);
    if (dot && cli_key_option(g, &key))
        help_option(out, &key, "");
    for (const struct option *field = g->options; field->name; field++) {
        struct option o = *field;
        name.n = 0;
        if (dot)
            buffer_format(&name, "%s.", g->prefix);
        buffer_string(&name, field->name);
        buffer_byte(&name, '\0');
        o.name = name.p;
        help_option(out, &o, " Kies uit: ");
    }
    buffer_free(&name);
}

/* True when the word names the group: Doel, or a key such as D1 where the verb takes a key. */
static bool is_named(const struct option_group *g, const struct verb *verb, struct text word)
{
    size_t letters = strlen(g->key);
    uint32_t number;

    if (!text_starts(text_of(verb->operands), "KEY"))
        return text_is_string(word, g->word);
    return letters && text_starts(word, g->key) &&
           text_digits((struct text){word.p + letters, word.n - letters}, &number);
}

/* Of `gesprek-verslag --help` the verb is nobody's choice. */
static bool has_verb(const struct cli *cli)
{
    return !*cli->verb->name ||
           (cli->argc > 1 && text_starts(text_of(cli->verb->name), cli->argv[1]));
}

static void help_fields(const struct cli *cli, struct buffer *out)
{
    const struct verb *verb = cli->verb;
    struct arena arena = {0};
    struct option_group *groups;
    const struct option_group *of_verb;
    struct text types = text_of(verb->types);
    size_t count = 0;

    if (!has_verb(cli) || !cli_takes_fields(cli->command, verb))
        return;
    groups = cli->command->groups(&arena, &count);
    for (bool dot = false; (of_verb = cli_next_group(groups, count, &types)); dot = true)
        help_group(out, of_verb, dot);
    for (size_t g = 0; !verb->types && cli->operand_count && g < count; g++)
        if (is_named(&groups[g], verb, text_of(cli->operands[0])))
            help_group(out, &groups[g], false);
    arena_free(&arena);
}

void cli_help(const struct cli *cli, struct buffer *out)
{
    const struct command *c = cli->command;

    buffer_format(out, "%s: %s\n\n", c->name, c->summary);
    help_usage(cli, out);
    help_options(c, out);
    help_fields(cli, out);
    if (c->examples) {
        buffer_string(out, "\nVoorbeelden:\n");
        for (const char *const *e = c->examples; *e; e++)
            buffer_format(out, "  %s\n", *e);
    }
    buffer_format(out, "\nMeer: man %s, man 7 gesprek\n", c->name);
}

void cli_version(const struct command *command, struct buffer *out)
{
    buffer_format(out, "%s (Gesprek) %s\n", command->name, GESPREK_VERSION);
}
