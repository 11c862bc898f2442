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
            bash_offers "$name" ${verb:+"$verb"} - >> completion
        done < verbs
        sort -u parser | diff -u --label "--help: $name" in_help --label parser - || wrong=1
        sort -u completion | diff -u --label "--help: $name" in_help --label aanvulling - || wrong=1
        rm parser completion
    done
    [ "$wrong" -eq 0 ]
}

@test "a letter that --help does not name, the parser does not take" {
    local name verb letter wrong=0
    for name in $(< all); do
        help_options "$name" > in_help
        help_verbs "$name" > verbs
        while IFS= read -r verb; do
            for letter in {a..z} {A..Z} {0..9}; do
                grep -qxe "-$letter" in_help && continue
                if parser_knows "$name" "$verb" "-$letter"; then
                    echo "$name $verb neemt -$letter"
                    wrong=1
                fi
            done
        done < verbs
    done
    [ "$wrong" -eq 0 ]
}

@test "a long option that --help does not name, the parser does not take" {
    local name verb option wrong=0
    for name in $(< all); do
        help_options "$name"
        man_options "$name" || true
    done | grep -e '^--' | sort -u > known_somewhere
    printf '%s\n' --verzonnen --verzonnen= --formaa= >> known_somewhere
    for name in $(< all); do
        help_options "$name" > in_help
        help_verbs "$name" > verbs
        while IFS= read -r verb; do
            ! takes_fields "$name" "$verb" || continue
            while IFS= read -r option; do
                if parser_knows "$name" "$verb" "$option"; then
                    echo "$name $verb neemt $option"
                    wrong=1
                fi
            done < <(sort -u known_somewhere | comm -23 - in_help)
        done < verbs
    done
    [ "$wrong" -eq 0 ]
}

@test "every command refuses an invented option with status 2" {
    local name verb what
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
            run -2 "$BIN/$name" ${verb:+"$verb"} -Z ${what:+"$what"} "$CASUS/emma.rec"
            run -2 "$BIN/$name" ${verb:+"$verb"} --verzonnen=x ${what:+"$what"} "$CASUS/emma.rec"
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
