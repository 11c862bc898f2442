/* What --help and --version print: out of the tables of cli.h. */
#include "base/cli.h"
#include "base/text.h"

#ifndef GESPREK_VERSION
#define GESPREK_VERSION "0.1"
#endif

static void help_option(struct buffer *out, const struct option *o)
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
        buffer_format(&text, ": %s", o->choices);
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
        if (verbs)
            buffer_format(out, "\nOpties bij %s:\n", verbs);
        for (const struct option *o = list; o->name; o++)
            help_option(out, o);
    }
}

/* After `nieuw Doel` the fields of Doel are options too. */
static void help_group(const struct cli *cli, struct buffer *out)
{
    struct arena arena = {0};
    struct option_group *groups;
    size_t count = 0;

    if (!cli->command->groups || !cli->operand_count)
        return;
    groups = cli->command->groups(&arena, &count);
    for (size_t g = 0; g < count; g++) {
        if (strcmp(groups[g].word, cli->operands[0]))
            continue;
        buffer_format(out, "\nVelden van %s:\n", groups[g].word);
        for (size_t i = 0; groups[g].options[i]; i++) {
            struct option o = {groups[g].options[i], 0, "WAARDE", groups[g].helps[i], NULL, NULL};
            help_option(out, &o);
        }
    }
    arena_free(&arena);
}

void cli_help(const struct cli *cli, struct buffer *out)
{
    const struct command *c = cli->command;

    buffer_format(out, "%s: %s\n\n", c->name, c->summary);
    help_usage(cli, out);
    help_options(c, out);
    help_group(cli, out);
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
