#include "base/completion.h"
#include "base/text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static bool is_listed_before(const struct command *command, const struct option *option,
                             const char *verb)
{
    struct option_walk walk = {0};
    const struct option *o;

    while ((o = cli_option(command, verb, &walk)) && o != option)
        if (!strcmp(o->name, option->name))
            return true;
    return false;
}

/* The few that cli_start takes before a verb. */
static bool goes_without_verb(const struct option *o)
{
    return !strcmp(o->name, "help") || !strcmp(o->name, "version") ||
           !strcmp(o->name, "voltooiing");
}

/* `--domein=`: what a record of a type behind the first may begin with. */
static void each_key_option(struct completion *c, const struct verb *verb, completion_each *each)
{
    struct text types = text_of(verb ? verb->types : NULL);
    const struct option_group *g = cli_next_group(c->groups, c->group_count, &types);
    struct option key;

    while (g && (g = cli_next_group(c->groups, c->group_count, &types)))
        if (cli_key_option(g, &key))
            each(c, &key);
}

void completion_options(struct completion *c, const struct verb *verb, completion_each *each)
{
    const char *name = verb ? verb->name : c->command->verbs->name;
    struct option_walk walk = {0};
    const struct option *o;

    while ((o = cli_option(c->command, name, &walk)))
        if ((verb || goes_without_verb(o)) && !is_listed_before(c->command, o, name))
            each(c, o);
    each_key_option(c, verb, each);
}

void completion_verbs(struct completion *c, completion_each_verb *each)
{
    bool can_do_without = false;

    for (const struct verb *v = c->command->verbs; v->name; v++) {
        each(c, v);
        can_do_without = can_do_without || !*v->name;
    }
    if (!can_do_without)
        each(c, NULL);
}

/* `word` need not end with a NUL: only its start counts. */
static int kind_of_word(struct text word)
{
    char name[32];
    size_t n = word.n < sizeof name ? word.n : sizeof name - 1;

    memcpy(name, word.p, n);
    name[n] = '\0';
    if (strstr(name, "BESTAND"))
        return TAKES_FILE;
    if (strstr(name, "MAP"))
        return TAKES_DIRECTORY;
    if (!strcmp(name, "TYPE"))
        return TAKES_GROUP;
    return !strcmp(name, "KEY") || !strcmp(name, "SLEUTEL") ? TAKES_KEY : TAKES_WORD;
}

static int kind_of(const struct completion *c, const struct option *o)
{
    int kind;

    if (!o->argument)
        return TAKES_NOTHING;
    if (o->choices)
        return TAKES_LISTED;
    if (strstr(o->argument, "BESTAND"))
        return TAKES_FILE;
    kind = kind_of_word(text_of(o->argument));
    return kind == TAKES_GROUP && !c->group_count ? TAKES_WORD : kind;
}

struct operand_scan {
    struct buffer *out;
    size_t start;     /* where the kinds start in out */
    bool alternative; /* the word before was | or `of` */
    bool in_option;   /* within [--veld=waarde ...] */
    bool again;
};

static void take_operand(struct operand_scan *scan, struct text word)
{
    int kind = kind_of_word(word);

    if (scan->alternative && scan->out->n > scan->start) {
        char *last = &scan->out->p[scan->out->n - 1];
        *last = kind == TAKES_FILE || *last == TAKES_FILE ? TAKES_FILE : *last;
    } else {
        buffer_byte(scan->out, (char)kind);
    }
    scan->alternative = false;
}

/* Where the name in a token such as `[BESTAND]...` ends. */
static size_t name_length(struct text token)
{
    size_t n = 0;

    while (n < token.n && !memchr("[]()<>.\xE2", token.p[n], 8))
        n++;
    return n;
}

/* A word of a verb's `operands`, with the brackets and dots around it. */
static void scan_operand(struct operand_scan *scan, struct text token)
{
    bool ends = token.n && memchr(token.p, ']', token.n);
    bool dots = token.n && (memchr(token.p, '.', token.n) || memchr(token.p, 0xE2, token.n));

    while (token.n && memchr("[(<", *token.p, 3))
        token = (struct text){token.p + 1, token.n - 1};
    if (scan->in_option || text_starts(token, "--")) {
        scan->in_option = !ends;
        return;
    }
    token.n = name_length(token);
    if (text_is_string(token, "|") || text_is_string(token, "of"))
        scan->alternative = true;
    else if (token.n)
        take_operand(scan, token);
    scan->again = scan->again || dots;
}

void completion_operands(struct completion *c, const struct verb *verb)
{
    struct operand_scan scan = {.out = c->out, .start = c->out->n};
    struct text rest = text_of(verb ? verb->operands : NULL), word;

    while (text_next_word(&rest, &word))
        scan_operand(&scan, word);
    if (scan.again && scan.out->n > scan.start)
        buffer_byte(c->out, '+');
    if (verb && scan.out->n > scan.start && !cli_takes_fields(c->command, verb) &&
        scan.out->p[scan.start] == TAKES_KEY)
        scan.out->p[scan.start] = TAKES_WORD;
}

static void quoted_bytes(struct completion *c, const char *s)
{
    for (; *s; s++) {
        if (*s == '\'')
            buffer_string(c->out, c->fish ? "\\'" : "'\\''");
        else if (*s == '\\' && c->fish)
            buffer_string(c->out, "\\\\");
        else
            buffer_byte(c->out, *s == '\n' ? ' ' : *s);
    }
}

void completion_quoted(struct completion *c, const char *s)
{
    buffer_byte(c->out, '\'');
    quoted_bytes(c, s);
    buffer_byte(c->out, '\'');
}

void completion_entry(struct completion *c, const struct option *o)
{
    char letter[2] = {o->letter, '\0'};
    char kind[2] = {(char)kind_of(c, o), '\0'};

    buffer_string(c->out, " '");
    quoted_bytes(c, o->name);
    buffer_byte(c->out, '|');
    quoted_bytes(c, letter);
    buffer_format(c->out, "|%s|", kind);
    quoted_bytes(c, o->choices && o->argument ? o->choices : "");
    if (c->help) {
        buffer_byte(c->out, '|');
        quoted_bytes(c, o->help ? o->help : "");
    }
    buffer_byte(c->out, '\'');
}

void completion_group_words(struct completion *c)
{
    for (size_t i = 0; i < c->group_count; i++) {
        buffer_byte(c->out, ' ');
        completion_quoted(c, c->groups[i].word);
    }
}

void completion_fields(struct completion *c, const struct option_group *group)
{
    for (const struct option *o = group->options; o->name; o++) {
        buffer_string(c->out, " '");
        quoted_bytes(c, o->name);
        buffer_byte(c->out, '|');
        quoted_bytes(c, o->choices ? o->choices : "");
        if (c->help) {
            buffer_byte(c->out, '|');
            quoted_bytes(c, o->help);
        }
        buffer_byte(c->out, '\'');
    }
}

void completion_types(struct completion *c, const struct verb *verb)
{
    struct text types = text_of(verb ? verb->types : NULL);
    const struct option_group *g;

    for (bool dot = false; (g = cli_next_group(c->groups, c->group_count, &types)); dot = true) {
        buffer_string(c->out, " '");
        quoted_bytes(c, dot ? g->prefix : "");
        buffer_string(c->out, dot ? ".|" : "|");
        quoted_bytes(c, g->word);
        buffer_byte(c->out, '\'');
    }
}

void completion_group_names(struct completion *c, const struct option_group *group,
                            const char *between)
{
    completion_quoted(c, group->word);
    if (!group->key || !*group->key)
        return;
    buffer_format(c->out, "%s'", between);
    quoted_bytes(c, group->key);
    buffer_string(c->out, "0'");
}

static void completion_line(struct completion *c, const char *line)
{
    for (; *line; line++) {
        if (line[0] == '@' && line[1] == 'F')
            buffer_string(c->out, c->function);
        else if (line[0] == '@' && line[1] == 'C')
            buffer_string(c->out, c->command->name);
        else if (line[0] == '@' && line[1] == 'U')
            buffer_string(c->out, c->command->groups ? "@" : "");
        else {
            buffer_byte(c->out, *line);
            continue;
        }
        line++;
    }
    buffer_byte(c->out, '\n');
}

void completion_lines(struct completion *c, const char *const *lines)
{
    for (; *lines; lines++)
        completion_line(c, *lines);
}

static void put_lists(struct completion *c, completion_each_verb *verb_name)
{
    completion_lines(c, (const char *const[]){"@F_lists()", "{", NULL});
    buffer_string(c->out, "    verbs=(");
    completion_verbs(c, verb_name);
    buffer_string(c->out, " )\n    groups=(");
    completion_group_words(c);
    buffer_string(c->out, " )\n}\n\n");
}

static void verb_case(struct completion *c, const struct verb *verb)
{
    buffer_string(c->out, "    ");
    completion_quoted(c, verb ? verb->name : "");
    buffer_string(c->out, ")\n        kinds='");
    completion_operands(c, verb);
    buffer_string(c->out, "'\n        options=(");
    completion_options(c, verb, completion_entry);
    buffer_string(c->out, " )\n");
    if (verb && verb->types) {
        buffer_string(c->out, "        types=(");
        completion_types(c, verb);
        buffer_string(c->out, " )\n");
    }
    buffer_string(c->out, "        ;;\n");
}

static void group_case(struct completion *c, const struct option_group *group)
{
    buffer_string(c->out, "    ");
    completion_group_names(c, group, " | ");
    buffer_string(c->out, ") fields=(");
    completion_fields(c, group);
    buffer_string(c->out, " ) ;;\n");
}

void completion_tables(struct completion *c, completion_each_verb *verb_name)
{
    put_lists(c, verb_name);
    completion_lines(c, (const char *const[]){"# The operands and options behind the verb $1; an "
                                              "option is name|letter|kind of value|choices|help.",
                                              "@F_verb()", "{", "    case $1 in", NULL});
    completion_verbs(c, verb_case);
    completion_lines(
        c, (const char *const[]){
               "    *) return 1 ;;", "    esac", "}", "",
               "# The field options of a record type, name|choices|help; D0 stands for every key "
               "D and a number.",
               "@F_fields()", "{", "    case $1 in", NULL});
    for (size_t i = 0; i < c->group_count; i++)
        group_case(c, &c->groups[i]);
    completion_lines(c, (const char *const[]){"    *) fields=() ;;", "    esac", "}", "", NULL});
}

/* True when a verb takes the fields of the group: because it says so, or when its operand does. */
static bool is_used(const struct command *command, const struct option_group *g)
{
    for (const struct verb *v = command->verbs; v->name; v++)
        if (cli_takes_fields(command, v) &&
            (!v->types || text_has_word(v->types, text_of(g->word))))
            return true;
    return false;
}

static void take_groups(struct completion *c, struct arena *arena)
{
    size_t count = 0;

    if (!c->command->groups)
        return;
    c->groups = c->command->groups(arena, &count);
    for (size_t i = 0; i < count; i++)
        if (is_used(c->command, &c->groups[i]))
            c->groups[c->group_count++] = c->groups[i];
}

static void name_function(struct completion *c)
{
    struct text name = text_of(c->command->name);

    c->function = mem_take(name.n + 2);
    c->function[0] = '_'; /* not offered as a command itself */
    for (size_t i = 0; i < name.n; i++)
        c->function[i + 1] = isalnum((unsigned char)name.p[i]) ? name.p[i] : '_';
    c->function[name.n + 1] = '\0';
}

void completion_write(const struct command *command, const char *shell, struct buffer *out)
{
    struct arena arena = {0};
    struct completion c = {.command = command, .out = out};

    take_groups(&c, &arena);
    name_function(&c);
    c.fish = !strcmp(shell, "fish");
    c.help = c.fish || !strcmp(shell, "zsh");
    if (c.fish)
        completion_fish(&c);
    else if (c.help)
        completion_zsh(&c);
    else
        completion_bash(&c);
    free(c.function);
    arena_free(&arena);
}
