#include "base/completion.h"

/* No `emulate` in the script: zshcompsys has set the options by then, and _files relies on them.
 * `words` and PREFIX are zsh's own (zshcompwid(1)): whole words, with their quotes. */
static const char *const read_part[] = {
    "# Looks up the option with name $1 or letter $2; sets kind, choices and help.",
    "_@C-find() {",
    "    local entry",
    "    local -a parts",
    "    kind='' choices='' help=''",
    "    for entry in $options; do",
    "        parts=(\"${(@s:|:)entry}\")",
    "        if [[ (-n $1 && $parts[1] == \"$1\") || (-n $2 && $parts[2] == \"$2\") ]]; then",
    "            kind=$parts[3] choices=$parts[4] help=${(j:|:)parts[5,-1]}",
    "            return",
    "        fi",
    "    done",
    "    [[ -z $1 ]] || kind='@U'",
    "}",
    "",
    "# Looks at the short options in $1; leaves what is behind the one that takes a value in rest.",
    "_@C-letters() {",
    "    rest=${1#-}",
    "    kind=''",
    "    while [[ -n $rest ]]; do",
    "        _@C-find '' \"${rest[1]}\"",
    "        rest=${rest[2,-1]}",
    "        if [[ $kind != n ]] break",
    "        kind=''",
    "    done",
    "}",
    "",
    "# Reads the words before the current one as the command does. In the end kind is not empty "
    "when the",
    "# current word is an option's value.",
    "_@C-read() {",
    "    local word rest",
    "    integer i=2",
    "    if (( CURRENT > 2 )) && [[ -n $words[2] ]] && _@C-verb \"${(Q)words[2]}\"; then",
    "        i=3",
    "    else",
    "        _@C-verb ''",
    "        (( CURRENT > 2 )) || first_word=1",
    "    fi",
    "    for (( ; i < CURRENT; i++ )); do",
    "        word=${(Q)words[i]}",
    "        if [[ -n $kind ]]; then",
    "            kind=''",
    "        elif [[ -n $closed || $word != -?* ]]; then",
    "            (( count++ )) || first=$word",
    "        elif [[ $word == -- ]]; then",
    "            closed=1",
    "        elif [[ $word == --*=* ]]; then",
    "            :",
    "        elif [[ $word == --* ]]; then",
    "            _@C-find \"${word#--}\" ''",
    "            [[ $kind != n ]] || kind=''",
    "        else",
    "            _@C-letters \"$word\"",
    "            [[ -z $rest ]] || kind=''",
    "        fi",
    "    done",
    "}",
    "",
    NULL};

static const char *const answer_part[] = {
    "# Offers what can stand as the rest of the current word, by kind and choices.",
    "_@C-value() {",
    "    case $kind in",
    "    c) compadd -- ${=choices} ;;",
    "    t) compadd -- $groups ;;",
    "    f) _files ;;",
    "    d) _files -/ ;;",
    "    @)",
    "        if [[ $PREFIX != @@* ]] && compset -P '@'; then",
    "            _files",
    "        else",
    "            _message 'tekst, of @ en een bestand'",
    "        fi",
    "        ;;",
    "    w) _message \"${help:-woord}\" ;;",
    "    k) _message 'sleutel' ;;",
    "    esac",
    "}",
    "",
    "# Offers the options of the verb, and of the record type that was named.",
    "_@C-options() {",
    "    local entry text",
    "    local -a parts plain valued",
    "    for entry in $options; do",
    "        parts=(\"${(@s:|:)entry}\")",
    "        text=${(j:|:)parts[5,-1]}",
    "        [[ -z $parts[2] ]] || plain+=(\"-${parts[2]/:/\\\\:}:$text\")",
    "        if [[ $parts[3] == n ]]; then",
    "            plain+=(\"--${parts[1]//:/\\\\:}:$text\")",
    "        else",
    "            valued+=(\"--${parts[1]//:/\\\\:}:$text\")",
    "        fi",
    "    done",
    "    case $kinds in",
    "    t*) _@C-fields \"$first\" ;;",
    "    k*) [[ ! $first =~ '^[[:upper:]]+[0-9]+$' ]] || _@C-fields \"${first%%[0-9]*}0\" ;;",
    "    esac",
    "    for entry in $fields; do",
    "        valued+=(\"--${${entry%%|*}//:/\\\\:}:${entry#*|}\")",
    "    done",
    "    _describe -o 'optie' plain -- valued -q -S '='",
    "}",
    "",
    "_@C-operand() {",
    "    local list=${kinds%+}",
    "    [[ -z $first_word ]] || _describe 'werkwoord' verbs",
    "    kind=${list[count + 1]}",
    "    [[ -n $kind || $kinds != *+ ]] || kind=${list[-1]}",
    "    _@C-value",
    "}",
    "",
    "_@C() {",
    "    local kind choices help kinds first first_word closed rest current=$PREFIX",
    "    local -a options fields verbs groups",
    "    integer count=0",
    "    _@C-lists",
    "    _@C-read",
    "    if [[ -n $kind ]]; then",
    "        _@C-value",
    "    elif [[ -n $closed || $current != -* ]]; then",
    "        _@C-operand",
    "    elif [[ $current == --*=* ]]; then",
    "        rest=${current%%=*}",
    "        _@C-find \"${rest#--}\" ''",
    "        compset -P 1 '*='",
    "        _@C-value",
    "    else",
    "        [[ $current == --* ]] || _@C-letters \"$current\"",
    "        if [[ $current != --* && -n $kind && -n $rest ]]; then",
    "            compset -p $(( $#current - $#rest ))",
    "            _@C-value",
    "        else",
    "            _@C-options",
    "        fi",
    "    fi",
    "}",
    "",
    "# Loaded from fpath this file is the function; sourced, it has to be made known.",
    "if [[ ${funcstack[1]} == _@C ]]; then",
    "    _@C \"$@\"",
    "elif (( $+functions[compdef] )); then",
    "    compdef _@C @C",
    "fi",
    NULL};

static void described_verb(struct completion *c, const struct verb *verb)
{
    struct buffer line = {0};

    if (!verb || !*verb->name)
        return;
    buffer_format(&line, "%s:%s", verb->name, verb->help ? verb->help : "");
    buffer_byte(&line, '\0');
    buffer_byte(c->out, ' ');
    completion_quoted(c, line.p);
    buffer_free(&line);
}

static void lists(struct completion *c)
{
    completion_lines(c, (const char *const[]){"_@C-lists() {", NULL});
    buffer_string(c->out, "    verbs=(");
    completion_verbs(c, described_verb);
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
    buffer_string(c->out, " )\n        ;;\n");
}

static void group_case(struct completion *c, const struct option_group *group)
{
    buffer_string(c->out, "    ");
    completion_group_names(c, group, " | ");
    buffer_string(c->out, ") fields=(");
    completion_fields(c, group);
    buffer_string(c->out, " ) ;;\n");
}

void completion_zsh(struct completion *c)
{
    completion_lines(
        c, (const char *const[]){
               "#compdef @C", "# zsh completion for @C, made by @C --voltooiing=zsh.", "", NULL});
    lists(c);
    completion_lines(c, (const char *const[]){"# The operands and options behind the verb $1; an "
                                              "option is name|letter|kind of value|choices|help.",
                                              "_@C-verb() {", "    case $1 in", NULL});
    completion_verbs(c, verb_case);
    completion_lines(
        c, (const char *const[]){
               "    *) return 1 ;;", "    esac", "}", "",
               "# The field options of a record type; D0 stands for every key D and a number.",
               "_@C-fields() {", "    case $1 in", NULL});
    for (size_t i = 0; i < c->group_count; i++)
        group_case(c, &c->groups[i]);
    completion_lines(c, (const char *const[]){"    *) fields=() ;;", "    esac", "}", "", NULL});
    completion_lines(c, read_part);
    completion_lines(c, answer_part);
}
