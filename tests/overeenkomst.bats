#!/usr/bin/env bats
# Man page, --help, completion and parser agree, in both directions: an option in one is in the others.

bats_require_minimum_version 1.5.0
load opties

CASUS=$BATS_TEST_DIRNAME/casus

setup() {
    exec </dev/null
    cd "$BATS_TEST_TMPDIR" || exit
    export LC_ALL=C.UTF-8 HOME=$BATS_TEST_TMPDIR GESPREK_DOOR=toets
    unset GESPREK_DOSSIERS GESPREK_CONFIG
    commands > all
}

@test "every option of --help is in the manual page, and the other way round" {
    local name wrong=0
    for name in $(< all); do
        help_options "$name" > in_help
        man_options "$name" > in_man
        diff -u --label "--help: $name" in_help --label "$name.1" in_man || wrong=1
    done
    [ "$wrong" -eq 0 ]
}

@test "what is in the SYNOPSIS of a manual page, --help knows" {
    local name wrong=0
    for name in $(< all); do
        help_options "$name" > in_help
        # A field option of a record stands for all of them: that is the schema's.
        man_options "$name" synopsis > in_man
        grep -vxe '--veld=' in_man | comm -23 - in_help > unknown
        [ ! -s unknown ] || { echo "$name.1:"; cat unknown; wrong=1; }
    done
    [ "$wrong" -eq 0 ]
}

@test "every verb of --help is in the manual page, and the other way round" {
    local name
    for name in $(< all); do
        help_verbs "$name" | sed '/^$/d' | sort > in_help
        awk '/^\.Sh / { section = $2 } section == "SYNOPSIS" && /^\.Cm / { print $2 }' "$MAN/$name.1" | sort -u > in_man
        diff -u --label "--help: $name" in_help --label "$name.1" in_man
    done
}

@test "every option of --help belongs to a verb, and the completion offers it" {
    local name verb wrong=0
    for name in $(< all); do
        help_options "$name" > in_help
        help_verbs "$name" > verbs
        while IFS= read -r verb; do
            verb_options "$name" "$verb" >> parser
            field_options "$name" "$verb" > fields
            bash_offers "$name" ${verb:+"$verb"} - | sort | comm -23 - fields >> completion
        done < verbs
        sort -u parser | diff -u --label "--help: $name" in_help --label parser - || wrong=1
        sort -u completion | diff -u --label "--help: $name" in_help --label aanvulling - || wrong=1
        rm parser completion
    done
    [ "$wrong" -eq 0 ]
}

# A letter that no command has depends on no verb: one of each command is asked. The others are asked of every verb.
@test "a letter that --help does not name, the parser does not take" {
    local name verb letter letters known wrong=0
    known=$(for name in $(< all); do help_options "$name"; done | sed -n 's/^-\([^-]\)$/\1/p' | sort -u | xargs)
    [ -n "$known" ]
    for name in $(< all); do
        in_help=" $(help_options "$name" | xargs) "
        letters=$(echo {a..z} {A..Z} {0..9})
        help_verbs "$name" > verbs
        while IFS= read -r verb; do
            for letter in $letters; do
                [[ $in_help != *" -$letter "* ]] || continue
                if parser_knows "$name" "$verb" "-$letter"; then
                    echo "$name $verb neemt -$letter"
                    wrong=1
                fi
            done
            letters=$known
        done < verbs
    done
    [ "$wrong" -eq 0 ]
}

# What a command does not have is refused in one way: of each verb one in five is asked, of the next verb the next ones.
@test "a long option that --help does not name, the parser does not take" {
    local name verb option turn=0 wrong=0
    for name in $(< all); do
        help_options "$name"
        man_options "$name" || true
    done | grep -e '^--' | sort -u > known_somewhere
    for name in $(< all); do
        # What takes a value may have it in the next word too.
        { help_options "$name"; help_options "$name" | sed -n 's/=$//p'; } | sort -u > in_help
        help_verbs "$name" > verbs
        while IFS= read -r verb; do
            ! takes_fields "$name" "$verb" || continue
            turn=$((turn % 5 + 1))
            while IFS= read -r option; do
                if parser_knows "$name" "$verb" "$option"; then
                    echo "$name $verb neemt $option"
                    wrong=1
                fi
            done < <(printf '%s\n' --verzonnen --formaa=
                comm -23 known_somewhere in_help | sed -n "$turn~5p")
        done < verbs
    done
    [ "$wrong" -eq 0 ]
}

@test "every command refuses an invented option with status 2" {
    local name verb what file
    for name in $(< all); do
        help_verbs "$name" > verbs
        while IFS= read -r verb; do
            # Whose fields they are shows from a type, or from a key that is in the dossier.
            what=''
            if takes_fields "$name" "$verb"; then
                what=D1
            fi
            if [[ $verb == nieuw ]]; then
                what=Doel
            fi
            file=$CASUS/emma.rec
            if [ "$name $verb" = 'gesprek-kaart wijzig' ]; then
                what=geldwijzer
                file=$CASUS/../kaart/kaart.rec
            fi
            run -2 "$BIN/$name" ${verb:+"$verb"} -Z ${what:+"$what"} "$file"
            run -2 "$BIN/$name" ${verb:+"$verb"} --verzonnen=x ${what:+"$what"} "$file"
        done < verbs
    done
}

@test "an option with a value wants one, an option without wants none" {
    local name verb option
    for name in $(< all); do
        verb=$(help_verbs "$name" | head -n 1)
        for option in $(verb_options "$name" "$verb" | grep -e '^--'); do
            if [[ $option == *= ]]; then
                run -2 "$BIN/$name" ${verb:+"$verb"} "${option%=}"
                [[ $output == *'hoort een waarde'* ]]
            else
                run -2 "$BIN/$name" ${verb:+"$verb"} "$option=x"
                [[ $output == *'neemt geen waarde'* ]]
            fi
        done
    done
}

@test "a chosen value that --help does not name is refused" {
    for name in $(< all); do
        verb=$(help_verbs "$name" | head -n 1)
        run -2 "$BIN/$name" ${verb:+"$verb"} --meldingen=verzonnen
        [[ $output == *'tekst json'* ]]
    done
}

# A field that bears the name of an option could not be given.
@test "noteer: no field of a type is called like an option behind nieuw and wijzig" {
    local type verb wrong=0
    schema_types > types
    [ -s types ]
    while IFS= read -r type; do
        schema_fields "$type"
    done < types | sort -u > fields
    [ "$(wc -l < fields)" -gt 100 ]
    for verb in nieuw wijzig; do
        verb_options gesprek-noteer "$verb" > options
        [ -s options ]
        comm -12 fields options > clash
        [ ! -s clash ] || { echo "$verb:"; cat clash; wrong=1; }
    done
    [ "$wrong" -eq 0 ]
}

@test "noteer: a field that is called like the option of another verb can be given" {
    run -0 --separate-stderr "$BIN/gesprek-noteer" nieuw Stap --wat=bellen --wie=Emma --reden=ziek -n "$CASUS/emma.rec"
    [[ $output == *'Reden: ziek'* ]]
}

# fixed_types COMMAND VERB: the types whose fields go with the verb itself, as its --help says.
fixed_types() {
    help_fields "$1" "$2" | sed -n 's/^Velden van \(.*\):$/\1/p'
}

# verbs_with_fields: command and verb, of those that take fields without a type or key before them.
verbs_with_fields() {
    local name verb
    for name in $(< all); do
        help_verbs "$name" > verbs
        while IFS= read -r verb; do
            takes_fields "$name" "$verb" || continue
            # Here a key says whose fields they are.
            [[ $name != gesprek-noteer && "$name $verb" != 'gesprek-kaart wijzig' ]] || continue
            printf '%s %s\n' "$name" "$verb"
        done < verbs
    done
}

@test "noteer: --help behind a type or a key lists its fields, with the question and the choices" {
    local type letters
    schema_types > types
    while IFS= read -r type; do
        expected_fields "$type" > expected
        [ "$(wc -l < expected)" -gt 3 ]
        help_fields gesprek-noteer nieuw "$type" | diff -u expected -
        letters=$("$BIN/gesprek-check" --schema | sed -n "s/^$type (sleutels \([A-Z]*\)1, .*/\1/p")
        [ -z "$letters" ] || help_fields gesprek-noteer wijzig "${letters}12" | diff -u expected -
    done < types
    help_fields gesprek-noteer nieuw Doel | grep -Fx -- '--status=WAARDE Hoe staat het met dit doel? Kies uit: wens open bezig geparkeerd behaald deels niet-behaald losgelaten vervangen'
    [ -z "$(help_fields gesprek-noteer nieuw D1)$(help_fields gesprek-noteer wijzig Doel)" ]
    [ -z "$(help_fields gesprek-noteer wijzig D)$(help_fields gesprek-noteer wijzig DD1)" ]
    [ -z "$(help_fields gesprek-noteer vervallen D1)$(help_fields gesprek-noteer nieuw)" ]
}

@test "--help of a verb with its own types lists all their fields, with the question and the choices" {
    local name verb types
    verbs_with_fields > with_fields
    [ "$(wc -l < with_fields)" -ge 2 ]
    while read -r name verb; do
        mapfile -t types < <(fixed_types "$name" "$verb")
        [ "${#types[@]}" -gt 0 ] || { echo "$name $verb --help noemt geen velden"; return 1; }
        expected_fields "${types[@]}" | diff -u --label schema - --label "$name $verb --help" <(help_fields "$name" "$verb")
    done < with_fields
    [ "$(fixed_types gesprek-verslag nieuw | xargs)" = 'Gesprek Stap Domein Recht' ]
    [ "$(fixed_types gesprek-verslag afspraak)" = Afspraak ]
    [ "$(fixed_types gesprek-intake nieuw | xargs)" = 'Melding Client Werkafspraak Gesprek Domein Recht' ]
    help_fields gesprek-verslag nieuw | grep -- '^--domein=SLEUTEL .*wonen'
    help_fields gesprek-verslag nieuw | grep -Fx -- '--domein.akkoord-terugkomen=WAARDE Vindt de cliënt het goed als u er dan op terugkomt? Kies uit: ja nee'
}

@test "--help lists fields behind the verb that takes them, and behind no other" {
    local name verb
    for name in $(< all); do
        [ -z "$(help_fields "$name")" ] || { echo "$name --help"; return 1; }
        help_verbs "$name" > verbs
        while IFS= read -r verb; do
            takes_fields "$name" "$verb" || [ -z "$(help_fields "$name" "$verb" Doel)" ] ||
                { echo "$name $verb Doel --help"; return 1; }
        done < verbs
    done
}

@test "of the fields of the schema a verb with its own types takes those of its --help, and no other" {
    local name verb type option said which key wrong=0
    verbs_with_fields > with_fields
    schema_types > types
    while IFS= read -r type; do
        schema_fields "$type" | sed "s/^/$type /"
    done < types > fields
    while read -r name verb; do
        fixed_types "$name" "$verb" > own
        {
            field_options "$name" "$verb"
            verb_options "$name" "$verb"
        } | sort -u > listed
        # Each field by its own name and behind its type; of a type that is not the verb's, the first behind it.
        awk 'NR == FNR { own[$1] = 1; first = NR == 1 ? $1 : first; next }
            { print $2 }
            $1 != first && !seen[$1]++ { print "--" tolower($1) "="; print "--" tolower($1) "." substr($2, 3) }
            $1 != first && own[$1] { print "--" tolower($1) "." substr($2, 3) }' own fields | sort -u > candidates
        [ "$(wc -l < candidates)" -gt 200 ]
        # All of its own, and of what is not, which is refused in one way, one in twenty.
        { comm -12 listed candidates; comm -13 listed candidates | sed -n '1~20p'; } | sort > asked
        mv asked candidates
        which=()
        ! grep -qxe --dossier= listed || which=(--dossier=x)
        key=$("$BIN/$name" --help | sed -n "s/.* $verb \\[OPTIES\\] KEY .*/X1/p")
        while IFS= read -r option; do
            said=$("$BIN/$name" "$verb" ${key:+"$key"} "${which[@]}" "${option}x" 2>&1 </dev/null) || [ $? -lt 5 ]
            [ -z "$said" ] || option_refused "$said" || echo "$option"
        done < candidates > taken
        comm -12 listed candidates | diff -u --label "$name $verb --help" - --label parser taken || wrong=1
    done < with_fields
    [ "$wrong" -eq 0 ]
}

# True when the option is one of the verb's own: that of another verb may be called like a field, and then the field is meant.
own_option() {
    [[ $("$BIN/$1" "$2" "${3}x" "${3}x" 2>&1 </dev/null) == *'kan maar een keer'* || $("$BIN/$1" "$2" "${3}x" 2>&1 </dev/null) == *'kies uit'* ]]
}

@test "a verb with its own types: no field is called like an option of that verb" {
    local name verb option
    verbs_with_fields > with_fields
    while read -r name verb; do
        verb_options "$name" "$verb" > options
        [ -s options ]
        field_options "$name" "$verb" > fields
        [ -s fields ]
        [ -z "$(uniq -d fields)" ]
        comm -12 fields options | while read -r option; do
            ! own_option "$name" "$verb" "$option" || echo "$option"
        done > clash
        [ ! -s clash ] || { echo "$name $verb:"; cat clash; return 1; }
    done < with_fields
}

# hint COMMAND WORD...: runs the command that a message about a wrong field advises.
hint() {
    local said advised
    said=$("$BIN/$1" "${@:2}" "$CASUS/emma.rec" 2>&1 </dev/null) && return 1
    advised=$(sed -n 's/.* Zie \(gesprek-.*--help\) \[gebruik\]$/\1/p' <<< "$said")
    [ -n "$advised" ] || { echo "$said"; return 1; }
    # shellcheck disable=SC2086  # these are words
    set -- $advised
    help_fields "$1" "$2" "$3"
}

@test "the command that is advised for a wrong field lists the fields" {
    hint gesprek-noteer nieuw Doel --verzonnen=x | diff <(expected_fields Doel) -
    hint gesprek-noteer wijzig D1 --verzonnen=x | diff <(expected_fields Doel) -
    hint gesprek-verslag nieuw --verzonnen=x | diff <(expected_fields Gesprek) -
    hint gesprek-verslag nieuw --stap.verzonnen=x | diff <(expected_fields Stap) -
    hint gesprek-verslag afspraak --verzonnen=x | diff <(expected_fields Afspraak) -
    hint gesprek-intake nieuw -i --client.verzonnen=x | diff <(expected_fields Client) -
}

@test "the field that is meant is named with what stood before it" {
    run -2 "$BIN/gesprek-noteer" nieuw Doel --teks=x "$CASUS/emma.rec"
    [[ $output == *'Bedoelt u --tekst?'* ]]
    run -2 "$BIN/gesprek-verslag" nieuw --stap.wa=x "$CASUS/emma.rec"
    [[ $output == *'Bedoelt u --stap.wat?'* ]]
    run -2 "$BIN/gesprek-verslag" nieuw --gesprek.worm=x "$CASUS/emma.rec"
    [[ $output == *'Bedoelt u --gesprek.vorm?'* ]]
}
