#include "base/completion.h"

/* One function answers everything, so that fish's own rules for options, which know no verbs, stay
 * out of it. fish itself picks from the answers what fits the word at the cursor. */
static const char *const find_part[] = {
    "# Prints the field options of record type $argv[2] as options, $argv[1] before their names.",
    "function @F_add",
    "    @F_fields $argv[2] | string replace -r '^([^|]*)' \"$argv[1]\\$1||@\"",
    "end",
    "",
    "# Prints those of the types that go with verb $argv[1].",
    "function @F_add_types",
    "    for type in (@F_types \"$argv[1]\")",
    "        @F_add (string split '|' -- $type)",
    "    end",
    "end",
    "",
    "# Prints those of the first operand, $argv[2], when that is a record type or a key: $argv[1] "
    "is the",
    "# verb's operands.",
    "function @F_add_named",
    "    if string match -q 't*' -- $argv[1]",
    "        @F_add '' $argv[2]",
    "    else if string match -q 'k*' -- $argv[1]",
    "        @F_add '' (string match -r '^[A-Z]+(?=[0-9]+$)' -- $argv[2])0",
    "    end",
    "end",
    "",
    "# Prints kind and choices of the option with name $argv[1] or letter $argv[2]; the entries "
    "follow.",
    "# A name may end with =, that of a field with += and -= too.",
    "function @F_find",
    "    set -l name (string replace -r '=$' '' -- $argv[1])",
    "    set -l field (string replace -r '[+-]=$' '' -- $argv[1])",
    "    for entry in $argv[3..-1]",
    "        set -l parts (string split -m 4 '|' -- $entry)",
    "        if begin; test -n \"$argv[1]\"; and test \"$parts[1]\" = \"$name\"; end",
    "            or begin; test -n \"$argv[2]\"; and test \"$parts[2]\" = \"$argv[2]\"; end",
    "            or begin; test \"$parts[3]\" = @; and test \"$parts[1]\" = \"$field\"; end",
    "            printf '%s\\n' $parts[3..4]",
    "            return",
    "        end",
    "    end",
    "    test -n \"$argv[1]\"; and printf '%s\\n' '@U' ''",
    "end",
    "",
    "# Prints kind and choices of the short option in $argv[1] that takes a value, and what is "
    "behind it.",
    "function @F_letters",
    "    set -l rest (string sub -s 2 -- $argv[1])",
    "    while test -n \"$rest\"",
    "        set -l found (@F_find '' (string sub -l 1 -- $rest) $argv[2..-1])",
    "        set rest (string sub -s 2 -- $rest)",
    "        test \"$found[1]\" = n; and continue",
    "        test -n \"$found[1]\"; and printf '%s\\n' $found \"$rest\"",
    "        return",
    "    end",
    "end",
    "",
    NULL};

static const char *const answer_part[] = {
    "# Prints what can stand in a word: $argv is its start, the rest of it, a kind and choices.",
    "function @F_value",
    "    switch \"$argv[3]\"",
    "        case c",
    "            printf '%s\\n' $argv[1](string split ' ' -- $argv[4])",
    "        case t",
    "            printf '%s\\n' $argv[1](@F_groups)",
    "        case f",
    "            printf '%s\\n' $argv[1](complete -C \"'' $argv[2]\")",
    "        case d",
    "            printf '%s\\n' $argv[1](complete -C \"'' $argv[2]\" | string match -r "
    "'.*/(?=\\t|$)')",
    "        case @",
    "            test -n \"$argv[4]\"; and printf '%s\\n' $argv[1](string split ' ' -- $argv[4])",
    "            string match -q '@*' -- $argv[2]; and not string match -q '@@*' -- $argv[2]",
    "            and printf '%s\\n' $argv[1]@(complete -C \"'' \"(string sub -s 2 -- $argv[2]))",
    "    end",
    "end",
    "",
    "# Prints the options in $argv.",
    "function @F_offer",
    "    for entry in $argv",
    "        set -l parts (string split -m 4 '|' -- $entry)",
    "        test -n \"$parts[2]\"; and printf '%s\\t%s\\n' -$parts[2] \"$parts[5]\"",
    "        set -l equals =",
    "        test \"$parts[3]\" = n; and set equals ''",
    "        printf '%s\\t%s\\n' --$parts[1]$equals \"$parts[5]\"",
    "    end",
    "end",
    "",
    NULL};

static const char *const main_part[] = {
    "function @F",
    "    set -l words (commandline -opc)[2..-1]",
    "    set -l current (commandline -ct)",
    "    set -l first_word (test (count $words) -eq 0; and echo yes)",
    "    set -l verb ''",
    "    if test -n \"$words[1]\"; and contains -- $words[1] (@F_verbs | string replace -r '\\t.*' "
    "'')",
    "        set verb $words[1]",
    "        set -e words[1]",
    "    end",
    "    set -l options (@F_options \"$verb\"; @F_add_types \"$verb\")",
    "    set -l kinds (@F_operands \"$verb\")",
    "    set -l found",
    "    set -l closed",
    "    set -l operands",
    "    # Reads the words before the current one as the command does. In the end found is set "
    "when the",
    "    # current word is an option's value.",
    "    for word in $words",
    "        if test -n \"$found[1]\"",
    "            set found",
    "        else if test -n \"$closed\"; or not string match -q -- '-?*' $word",
    "            set -q operands[1]; or set -a options (@F_add_named \"$kinds\" $word)",
    "            set -a operands $word",
    "        else if test \"$word\" = --",
    "            set closed yes",
    "        else if string match -q -- '--*=*' $word",
    "            continue",
    "        else if string match -q -- '--*' $word",
    "            set found (@F_find (string sub -s 3 -- $word) '' $options)",
    "            test \"$found[1]\" = n; and set found",
    "        else",
    "            set found (@F_letters $word $options)",
    "            test -n \"$found[3]\"; and set found",
    "        end",
    "    end",
    "    if test -n \"$found[1]\"",
    "        @F_value '' \"$current\" $found[1..2]",
    "    else if test -n \"$closed\"; or not string match -q -- '-*' $current",
    "        test -n \"$first_word\"; and @F_verbs",
    "        set -l kind (string trim -r -c + -- $kinds)",
    "        set kind (string sub -s (math 1 + (count $operands)) -l 1 -- $kind)",
    "        test -z \"$kind\"; and set kind (string match -r '.(?=\\+$)' -- $kinds)",
    "        @F_value '' \"$current\" \"$kind\" ''",
    "    else if string match -q -- '--*=*' $current",
    "        set -l parts (string split -m 1 = -- $current)",
    "        @F_value \"$parts[1]=\" \"$parts[2]\" (@F_find (string sub -s 3 -- $parts[1])= '' "
    "$options)",
    "    else",
    "        string match -q -- '--*' $current; or set found (@F_letters $current $options)",
    "        if test -n \"$found[3]\"",
    "            set -l length (string length -- $current $found[3])",
    "            set -l start (string sub -l (math $length[1] - $length[2]) -- $current)",
    "            @F_value $start $found[3] $found[1..2]",
    "        else",
    "            @F_offer $options",
    "        end",
    "    end",
    "end",
    "",
    "complete -c @C -f",
    "complete -c @C -f -a '(@F)'",
    NULL};

static void described_verb(struct completion *c, const struct verb *verb)
{
    if (!verb || !*verb->name)
        return;
    buffer_string(c->out, "    printf '%s\\t%s\\n' ");
    completion_quoted(c, verb->name);
    buffer_byte(c->out, ' ');
    completion_quoted(c, verb->help ? verb->help : "");
    buffer_byte(c->out, '\n');
}

static void start_case(struct completion *c, const struct verb *verb)
{
    buffer_string(c->out, "        case ");
    completion_quoted(c, verb ? verb->name : "");
    buffer_string(c->out, "\n            printf '%s\\n'");
}

static void options_case(struct completion *c, const struct verb *verb)
{
    start_case(c, verb);
    completion_options(c, verb, completion_entry);
    buffer_byte(c->out, '\n');
}

static void operands_case(struct completion *c, const struct verb *verb)
{
    start_case(c, verb);
    buffer_string(c->out, " '");
    completion_operands(c, verb);
    buffer_string(c->out, "'\n");
}

static void types_case(struct completion *c, const struct verb *verb)
{
    if (!verb || !verb->types)
        return;
    start_case(c, verb);
    completion_types(c, verb);
    buffer_byte(c->out, '\n');
}

static void group_case(struct completion *c, const struct option_group *group)
{
    if (!group->options->name)
        return;
    buffer_string(c->out, "        case ");
    completion_group_names(c, group, " ");
    buffer_string(c->out, "\n            printf '%s\\n'");
    completion_fields(c, group);
    buffer_byte(c->out, '\n');
}

static void start_function(struct completion *c, const char *what)
{
    buffer_format(c->out, "function %s_%s\n", c->function, what);
}

static void start_switch(struct completion *c, const char *what)
{
    start_function(c, what);
    buffer_string(c->out, "    switch \"$argv[1]\"\n");
}

static void tables(struct completion *c)
{
    static const char *const end[] = {"    end", "end", "", NULL};

    start_function(c, "verbs");
    completion_verbs(c, described_verb);
    buffer_string(c->out, "end\n\n");
    start_function(c, "groups");
    if (c->group_count)
        buffer_string(c->out, "    printf '%s\\n'");
    completion_group_words(c);
    buffer_string(c->out, "\nend\n\n# An option is name|letter|kind of value|choices|help.\n");
    start_switch(c, "options");
    completion_verbs(c, options_case);
    completion_lines(c, end);
    start_switch(c, "operands");
    completion_verbs(c, operands_case);
    completion_lines(c, end);
    start_switch(c, "types");
    completion_verbs(c, types_case);
    completion_lines(c, end);
    buffer_string(c->out, "# The field options of a record type, name|choices|help; D0 stands for "
                          "every key D and a number.\n");
    start_switch(c, "fields");
    for (size_t i = 0; i < c->group_count; i++)
        group_case(c, &c->groups[i]);
    completion_lines(c, end);
}

void completion_fish(struct completion *c)
{
    completion_lines(c, (const char *const[]){
                            "# fish completion for @C, made by @C --voltooiing=fish.", "", NULL});
    tables(c);
    completion_lines(c, find_part);
    completion_lines(c, answer_part);
    completion_lines(c, main_part);
}
