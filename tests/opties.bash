# What a command's options are according to its --help, its parser, its man page and its completions.
# For voltooiing.bats and overeenkomst.bats. An option is a line: `-l`, `--namen`, or `--formaat=` when it takes a value.

BIN=${BIN:-$BATS_TEST_DIRNAME/../build/bin}
COMPLETIONS=$BIN/../completions
MAN=$BATS_TEST_DIRNAME/../man

# The names of all commands; fails when there are none.
commands() {
    local path found=1
    for path in "$BIN"/gesprek-*; do
        if [ ! -f "$path" ] || [ ! -x "$path" ]; then
            continue
        fi
        found=0
        basename "$path"
    done
    return $found
}

# The verbs of command $1 in --help, a line each; an empty line for what it does without one.
help_verbs() {
    "$BIN/$1" --help | awk -v name="$1" '
        /^$/ && seen { exit }
        $1 == "Gebruik:" { sub(/^Gebruik: /, ""); seen = 1 }
        seen && $1 == name { print $2 == "[OPTIES]" ? "" : $2 }'
}

help_options() {
    "$BIN/$1" --help | awk '
        /^Opties/ { seen = 1; next }
        /^$/ { seen = 0 }
        seen && /^  -[^-], --/ { print substr($1, 1, 2) }
        seen && (/^  -[^-], --/ || /^      --/) {
            sub(/^ *(-[^-], )?/, "")
            sub(/ .*/, "")
            print (/=/ ? substr($0, 1, index($0, "=")) : $0)
        }' | sort -u
}

# The items of the man page, `.It Fl l , -namen` and `.It Fl -formaat Ns = Ns Ar NAAM`; with $2 = synopsis: what
# stands in the SYNOPSIS, in all forms of mdoc.
man_options() {
    [ -f "$MAN/$1.1" ] || return 1
    awk -v only="${2:-items}" '
        function say(name) { if (name != "") print name }
        /^\.Sh / { section = $2 }
        (only == "items" && /^\.It .*Fl/) || (only == "synopsis" && section == "SYNOPSIS" && /Fl /) {
            name = ""
            flag = 0
            for (i = 1; i <= NF; i++) {
                if ($i == "Fl" || $i == ",") {
                    say(name)
                    name = ""
                    flag = flag || $i == "Fl"
                } else if (flag && name == "" && $i ~ /^-[a-z]/)
                    name = "-" $i
                else if (flag && name == "" && $i ~ /^[A-Za-z]$/)
                    name = "-" $i
                else if ($(i - 1) == "Fl" && $i ~ /^[A-Za-z]+$/)    # a bundle: Fl in
                    for (j = 1; j <= length($i); j++)
                        say("-" substr($i, j, 1))
                else if ($i == "=" && name ~ /^--/)
                    name = name "="
                else if ($i == "Ar")
                    flag = 0
            }
            say(name)
        }' "$MAN/$1.1" | sort -u
}

# Runs command $1 with verb $2 (may be empty) and the other words. --help goes last, so that nothing is done.
parse() {
    local command=$1 verb=$2
    shift 2
    (cd "${BATS_TEST_TMPDIR:-$BATS_FILE_TMPDIR}" && "$BIN/$command" ${verb:+"$verb"} "$@" --help 2>&1 </dev/null)
}

# True when the command has options for the fields of records: its parser leaves unknown names to the schema.
takes_fields() {
    [[ $(parse "$1" "$2" --verzonnen=x) != *"bestaat hier niet"* ]]
}

# Runs gesprek-noteer or its like on a dossier with a type or key that goes with the verb, and the option last.
parse_with_record() {
    local words=(D1)
    case $2 in
    nieuw) words=(Doel) ;;
    vervallen) words=(D1 --reden=x) ;;
    esac
    cp "$BATS_TEST_DIRNAME/casus/emma.rec" "${BATS_TEST_TMPDIR:-$BATS_FILE_TMPDIR}/.emma.rec"
    (cd "${BATS_TEST_TMPDIR:-$BATS_FILE_TMPDIR}" && "$BIN/$1" "$2" "${words[@]}" .emma.rec --door=toets "$3" 2>&1 >/dev/null </dev/null)
}

# True when the parser of command $1 knows option $3 behind verb $2, and not as the name of a field.
parser_knows() {
    local option=$3 said
    [[ $option != *= ]] || option+=x
    if [[ $option == --* ]] && takes_fields "$1" "$2"; then
        said=$(parse_with_record "$1" "$2" "$option") || true
        [[ $option == *=* || $said != *"hoort een waarde"* ]] && [[ $said != *"neemt geen velden"* ]] || return
    else
        said=$(parse "$1" "$2" "$option") || true
        [[ -n $said ]] || return
    fi
    [[ $said != *"bestaat hier niet"* && $said != *"hoort niet bij"* && $said != *"neemt geen velden"* ]]
}

# The options of --help that go with verb $2.
verb_options() {
    local option
    for option in $(help_options "$1"); do
        if parser_knows "$1" "$2" "$option"; then
            printf '%s\n' "$option"
        fi
    done | sort -u
}

# The record types that gesprek-noteer takes, and the field options of one, both from the schema.
schema_types() {
    "$BIN/gesprek-check" --schema | awk '/^[A-Z]/ && !/buiten het dossier/ { print $1 }'
}

schema_fields() {
    "$BIN/gesprek-check" --schema | awk -v type="$1" '
        /^[A-Z]/ { inside = $1 == type }
        # A field has a column that says who may see it; a line of explanation has none.
        inside && /^  [A-Z][A-Za-z_]* .* [oibs] (nodig |      ) (vaker|     ) / { gsub("_", "-", $1); print "--" tolower($1) "=" }' | sort -u
}

# What bash offers for the last of the words, which is being typed; $1 is the command.
bash_offers() {
    bash --norc -c '
        set -u
        cd "$1" && source "$2" || exit
        shift 2
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE=$* COMP_POINT=${#COMP_LINE}
        last=${!#}
        spec=$(complete -p -- "$1") || exit
        spec=${spec#*-F }
        "${spec%% *}" "$1" "$last" "${COMP_WORDS[COMP_CWORD - 1]}"
        ((${#COMPREPLY[@]} == 0)) || printf "%s\n" "${COMPREPLY[@]}"
    ' bash "$PWD" "$COMPLETIONS/bash/$1" "$@"
}
