#include "base/completion.h"

/* In the script `words` are the words up to the cursor, made whole again: readline cuts them at
 * COMP_WORDBREAKS, among which = and @ are (bash(1), Programmable Completion). It replaces only the
 * last part, so what stands before that in the word (`prefix`) is taken off every answer. */
static const char *const words_part[] = {
    "# Makes words, current and prefix: the words up to the cursor, the last one of them, and",
    "# the part of that one that readline leaves alone.",
    "@F_words()",
    "{",
    "    local line=${COMP_LINE-} lead piece i",
    "    line=${line:0:${COMP_POINT:-0}}",
    "    for ((i = 0; i <= COMP_CWORD; i++)); do",
    "        piece=${COMP_WORDS[i]}",
    "        if [[ -n ${COMP_LINE-} ]]; then",
    "            lead=${line%%[![:space:]]*}",
    "            line=${line#\"$lead\"}",
    "            ((i < COMP_CWORD)) || piece=$line",
    "            line=${line#*\"$piece\"}",
    "        else",
    "            lead=' '",
    "            [[ $i -gt 0 && ($current == --*= || ($current == --* && $piece == '='*)) ]] && "
    "lead=''",
    "        fi",
    "        if [[ $i -eq 0 || -n $lead ]]; then",
    "            words+=(\"$piece\")",
    "        else",
    "            words[${#words[@]} - 1]+=$piece",
    "        fi",
    "        current=${words[${#words[@]} - 1]}",
    "    done",
    "    piece=${2-${COMP_WORDS[COMP_CWORD]#=}}",
    "    prefix=${current%\"$piece\"}",
    "    case $prefix in",
    "    *[\\\"\\'])",
    "        quoted=1",
    "        prefix=${prefix%?}",
    "        current=$prefix$piece",
    "        ;;",
    "    esac",
    "}",
    "",
    NULL};

static const char *const read_part[] = {
    "# Looks up the option with name $1 or letter $2; sets kind and choices.",
    "@F_find()",
    "{",
    "    local entry rest",
    "    kind='' choices=''",
    "    for entry in \"${options[@]}\"; do",
    "        rest=${entry#*|}",
    "        if [[ (-n $1 && ${entry%%|*} == \"$1\") || (-n $2 && ${rest%%|*} == \"$2\") ]]; then",
    "            rest=${rest#*|}",
    "            kind=${rest%%|*} choices=${rest#*|}",
    "            return",
    "        fi",
    "    done",
    "    [[ -z $1 ]] || kind='@U'",
    "}",
    "",
    "# Looks at the short options in $1; leaves what is behind the one that takes a value in rest.",
    "@F_letters()",
    "{",
    "    rest=${1#-}",
    "    kind=''",
    "    while [[ -n $rest ]]; do",
    "        @F_find '' \"${rest:0:1}\"",
    "        rest=${rest:1}",
    "        case $kind in",
    "        n) kind='' ;;",
    "        *) break ;;",
    "        esac",
    "    done",
    "}",
    "",
    "# Reads the words before the current one as the command does. In the end kind is not empty "
    "when the",
    "# current word is an option's value.",
    "@F_read()",
    "{",
    "    local word rest i=1 last=$((${#words[@]} - 1))",
    "    if ((last > 1)) && [[ -n ${words[1]} ]] && @F_verb \"${words[1]}\"; then",
    "        i=2",
    "    else",
    "        @F_verb ''",
    "        ((last > 1)) || first_word=1",
    "    fi",
    "    for ((; i < last; i++)); do",
    "        word=${words[i]}",
    "        if [[ -n $kind ]]; then",
    "            kind=''",
    "        elif [[ -n $closed || $word != -?* ]]; then",
    "            ((count++)) || first=$word",
    "        elif [[ $word == -- ]]; then",
    "            closed=1",
    "        elif [[ $word == --*=* ]]; then",
    "            :",
    "        elif [[ $word == --* ]]; then",
    "            @F_find \"${word#--}\" ''",
    "            [[ $kind != n ]] || kind=''",
    "        else",
    "            @F_letters \"$word\"",
    "            [[ -z $rest ]] || kind=''",
    "        fi",
    "    done",
    "}",
    "",
    NULL};

static const char *const answer_part[] = {
    "# Offers the whole words that start with the current one.",
    "@F_offer()",
    "{",
    "    local word",
    "    for word; do",
    "        [[ $word == \"$current\"* ]] || continue",
    "        COMPREPLY+=(\"${word#\"$prefix\"}\")",
    "    done",
    "}",
    "",
    "# Offers files ($1: f) or directories ($1: d) for what stands behind $2 in the current word. "
    "Readline",
    "# quotes what is a path by itself; with a part of $2 before it we must do so.",
    "@F_paths()",
    "{",
    "    local path names how=-f mixed=''",
    "    [[ $1 == f ]] || how=-d",
    "    [[ $prefix == \"$2\"* ]] || mixed=1",
    "    names=$(compgen \"$how\" -- \"${current#\"$2\"}\")",
    "    [[ -n $names ]] || return 0",
    "    while IFS= read -r path; do",
    "        [[ -z $mixed || ! -d $path ]] || { path+=/; compopt -o nospace 2> /dev/null; }",
    "        [[ -z $mixed || -n $quoted ]] || printf -v path %q \"$path\"",
    "        path=$2$path",
    "        [[ $path != \"$prefix\"* ]] || COMPREPLY+=(\"${path#\"$prefix\"}\")",
    "    done <<< \"$names\"",
    "    [[ -n $mixed ]] || compopt -o filenames 2> /dev/null",
    "}",
    "",
    "# Offers what can stand behind $1 in the current word, by kind and choices.",
    "@F_value()",
    "{",
    "    local listed=()",
    "    case $kind in",
    "    c) read -r -a listed <<< \"$choices\" ;;",
    "    t) listed=(\"${groups[@]}\") ;;",
    "    f | d) @F_paths \"$kind\" \"$1\" ;;",
    "    @) [[ $current != \"$1@\"* || $current == \"$1@@\"* ]] || @F_paths f \"$1@\" ;;",
    "    esac",
    "    ((${#listed[@]} == 0)) || @F_offer \"${listed[@]/#/$1}\"",
    "}",
    "",
    "# Offers the options of the verb, and of the record type that was named.",
    "@F_options()",
    "{",
    "    local entry rest letter",
    "    for entry in \"${options[@]}\"; do",
    "        rest=${entry#*|}",
    "        letter=${rest%%|*}",
    "        rest=${rest#*|}",
    "        [[ -z $letter ]] || @F_offer \"-$letter\"",
    "        entry=--${entry%%|*}",
    "        [[ $rest == n* ]] || entry+='='",
    "        @F_offer \"$entry\"",
    "    done",
    "    case $kinds in",
    "    t*) @F_fields \"$first\" ;;",
    "    k*) [[ ! $first =~ ^[[:upper:]]+[0-9]+$ ]] || @F_fields \"${first%%[0-9]*}0\" ;;",
    "    esac",
    "    ((${#fields[@]} == 0)) || for entry in \"${fields[@]}\"; do @F_offer \"--$entry=\"; done",
    "    if ((${#COMPREPLY[@]} == 1)) && [[ ${COMPREPLY[0]} == *= ]]; then",
    "        compopt -o nospace 2> /dev/null",
    "    fi",
    "}",
    "",
    "@F_operand()",
    "{",
    "    local list=${kinds%+}",
    "    [[ -z $first_word ]] || @F_offer \"${verbs[@]}\"",
    "    kind=${list:count:1}",
    "    [[ -n $kind || $kinds != *+ ]] || kind=${list:${#list}-1}",
    "    @F_value ''",
    "}",
    "",
    "@F()",
    "{",
    "    local IFS=$' \\t\\n' current='' prefix='' quoted='' first_word='' first='' count=0 "
    "closed='' rest",
    "    local kind='' choices='' kinds='' words=() options=() fields=() verbs=() groups=()",
    "    COMPREPLY=()",
    "    @F_lists",
    "    @F_words \"$@\"",
    "    @F_read",
    "    if [[ -n $kind ]]; then",
    "        @F_value ''",
    "    elif [[ -n $closed || $current != -* ]]; then",
    "        @F_operand",
    "    elif [[ $current == --*=* ]]; then",
    "        rest=${current%%=*}",
    "        @F_find \"${rest#--}\" ''",
    "        @F_value \"$rest=\"",
    "    else",
    "        [[ $current == --* ]] || @F_letters \"$current\"",
    "        if [[ $current != --* && -n $kind && -n $rest ]]; then",
    "            @F_value \"${current%\"$rest\"}\"",
    "        else",
    "            @F_options",
    "        fi",
    "    fi",
    "    return 0",
    "}",
    "",
    "complete -F @F -- @C",
    NULL};

static void verb_name(struct completion *c, const struct verb *verb)
{
    if (verb && *verb->name) {
        buffer_byte(c->out, ' ');
        completion_quoted(c, verb->name);
    }
}

static void lists(struct completion *c)
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

static void tables(struct completion *c)
{
    lists(c);
    completion_lines(c, (const char *const[]){"# The operands and options behind the verb $1; an "
                                              "option is name|letter|kind of value|choices.",
                                              "@F_verb()", "{", "    case $1 in", NULL});
    completion_verbs(c, verb_case);
    completion_lines(
        c, (const char *const[]){
               "    *) return 1 ;;", "    esac", "}", "",
               "# The field options of a record type; D0 stands for every key D and a number.",
               "@F_fields()", "{", "    case $1 in", NULL});
    for (size_t i = 0; i < c->group_count; i++)
        group_case(c, &c->groups[i]);
    completion_lines(c, (const char *const[]){"    *) fields=() ;;", "    esac", "}", "", NULL});
}

void completion_bash(struct completion *c)
{
    completion_lines(c, (const char *const[]){
                            "# bash completion for @C, made by @C --voltooiing=bash.", "", NULL});
    tables(c);
    completion_lines(c, words_part);
    completion_lines(c, read_part);
    completion_lines(c, answer_part);
}
