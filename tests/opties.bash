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

# Becomes command $1 with verb $2 (may be empty) and the other words: for $(parse …) alone, which is asked thousands of times.
# --help goes last, so that nothing is done.
parse() {
    local command=$1 verb=$2
    shift 2
    cd "${BATS_TEST_TMPDIR:-$BATS_FILE_TMPDIR}" && exec "$BIN/$command" ${verb:+"$verb"} "$@" --help 2>&1 </dev/null
}

# True when the command has options for the fields of records: its parser leaves unknown names to the schema.
# What it said of a verb is kept, for it is asked for each option anew.
declare -gA takes_fields_of
takes_fields() {
    local said
    if [ -z "${takes_fields_of[$1 $2]-}" ]; then
        said=$(parse "$1" "$2" --verzonnen=x) || true
        takes_fields_of[$1 $2]=ja
        [[ $said != *"bestaat hier niet"* ]] || takes_fields_of[$1 $2]=nee
    fi
    [ "${takes_fields_of[$1 $2]}" = ja ]
}

# Runs gesprek-noteer or its like on a dossier with a type or key that goes with the verb, and the option last. A Gesprek
# has no field that bears the name of an option.
parse_with_record() {
    local words=(G1) file=.emma.rec
    case $2 in
    nieuw) words=(Gesprek) ;;
    vervallen) words=(G1 --reden=x) ;;
    esac
    cd "${BATS_TEST_TMPDIR:-$BATS_FILE_TMPDIR}" || return
    [[ $3 != --ter-plaatse* ]] || file=.weg.rec # the one option that changes it
    if [ ! -e $file ] || [ $file = .weg.rec ]; then
        cp "$BATS_TEST_DIRNAME/casus/emma.rec" $file
    fi
    GESPREK_DOOR=toets exec "$BIN/$1" "$2" "${words[@]}" $file "$3" 2>&1 >/dev/null </dev/null
}

# True when message $1 says that the option is none of the verb's.
option_refused() {
    [[ $1 == *"bestaat hier niet"* || $1 == *"hoort niet bij"* || $1 == *"neemt geen velden"* ||
        $1 == *"voor de punt hoort"* ]]
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
    ! option_refused "$said"
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

# The fields of type $1: its option, the question and the choices, a tab between them.
schema_table() {
    "$BIN/gesprek-check" --schema | awk -v type="$1" '
        function say() {
            if (option != "")
                print option "\t" question "\t" choices
            option = ""
        }
        /^[A-Z]/ || /^$/ { say(); inside = $1 == type }
        # A field has a column that says who may see it; a line of explanation has none.
        inside && match($0, / [oibs] (nodig |      ) (vaker|     ) /) && /^  [A-Z]/ {
            say()
            question = substr($0, RSTART + RLENGTH)
            choices = substr($0, 35, RSTART - 35) ~ /^ja of nee/ ? "ja nee" : ""
            gsub("_", "-", $1)
            option = "--" tolower($1) "="
            listed = 0
            next
        }
        option != "" && $1 ~ /^(keuzes|naar):$/ { listed = $1 == "keuzes:"; $1 = "" }
        option != "" && listed { $1 = $1; sub(/^ /, ""); choices = choices (choices == "" ? "" : " ") $0 }'
}

schema_fields() {
    schema_table "$1" | cut -f 1 | sort -u
}

# What `COMMAND VERB [WORD] --help` says of fields, each option on a line of its own: `--vorm=WAARDE Waar of hoe ...`,
# and `Velden van Gesprek:` before those of each type.
help_fields() {
    "$BIN/$1" ${2:+"$2"} ${3:+"$3"} --help | awk '
        function say() { if (line != "") print line; line = "" }
        /^Velden van/ { seen = 1; print; next }
        /^$/ { say(); seen = 0 }
        seen && /^ +--/ { say() }
        seen { $1 = $1; line = line (line == "" ? "" : " ") $0 }'
}

# The options in it, a line each.
field_options() {
    help_fields "$@" | sed -n 's/^\(--[^ =]*=\).*/\1/p' | sort
}

# What help_fields should say according to the schema, for the types that are named; the first without a prefix.
expected_fields() {
    local type dot='' head
    for type in "$@"; do
        echo "Velden van $type:"
        head=$("$BIN/gesprek-check" --schema | awk -v type="$type" '
            head != "" && /^  / { if (!/ [oibs] (nodig |      ) /) { $1 = $1; text = text " " $0; next } else exit }
            $1 == type { head = $0 }
            END { if (head !~ /sleutels/) print text }')
        [ -z "$dot" ] || [ -z "$head" ] || echo "--${type,,}=SLEUTEL$head"
        schema_table "$type" | awk -F '\t' -v dot="${dot:+${type,,}.}" '
            { sub(/^--/, "--" dot, $1); print $1 "WAARDE " $2 ($3 == "" ? "" : " Kies uit: " $3) }'
        dot=1
    done
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
