#!/usr/bin/env bats
# The completions of bash, zsh and fish: they load, and behind each verb they offer the options and fields that --help
# names and the parser takes there, no more and no less, and the choices of each.

bats_require_minimum_version 1.5.0
load opties

# What is expected of all shells: once, for the sake of time.
setup_file() {
    local name verb
    cd "$BATS_FILE_TMPDIR" || exit
    commands > all
    while IFS= read -r name; do
        help_verbs "$name" > "verbs.$name"
        while IFS= read -r verb; do
            { verb_options "$name" "$verb"; field_options "$name" "$verb"; } | sort -u > "options.$name.$verb"
        done < "verbs.$name"
    done < all
}

setup() {
    exec </dev/null
    cd "$BATS_TEST_TMPDIR" || exit
    export LC_ALL=C.UTF-8 HOME=$BATS_TEST_TMPDIR
    unset GESPREK_DOSSIERS GESPREK_CONFIG
    mkdir map
    : > "map/a b.rec"
    : > "een twee.rec"
    cp "$BATS_FILE_TMPDIR/"* .
    [ -s all ]
}

need() {
    command -v "$1" > /dev/null || skip "$1 is niet geïnstalleerd"
}

zsh_offers() {
    zsh -f "$BATS_TEST_DIRNAME/aanvullen.zsh" "$COMPLETIONS/zsh/_$1" "$@"
}

fish_offers() {
    printf '%s\n' "$*" | fish -N "$BATS_TEST_DIRNAME/aanvullen.fish" "$COMPLETIONS/fish/$1.fish" | sed '/^##$/d'
}

# Compares, for every command and verb, what function $1 offers after `-` (and $2, when given) with verb_options.
compare_all() {
    local name verb wrong=0
    while IFS= read -r name; do
        [ -s "verbs.$name" ] || { echo "$name --help noemt geen gebruik"; return 1; }
        while IFS= read -r verb; do
            [ -s "options.$name.$verb" ] || { echo "$name $verb: geen opties in --help"; return 1; }
            "$1" "$name" ${verb:+"$verb"} - | cut -f 1 | sort -u > offered
            if [ -n "${2-}" ]; then
                "$1" "$name" ${verb:+"$verb"} "$2" | cut -f 1 | sort -u >> offered
                sort -u -o offered offered
            fi
            diff -u --label "--help: $name $verb" "options.$name.$verb" --label "$1" offered || wrong=1
        done < "verbs.$name"
    done < all
    return $wrong
}

@test "bash loads every script and offers every option with every verb" {
    need bash
    for name in $(< all); do
        bash -n "$COMPLETIONS/bash/$name"
    done
    compare_all bash_offers
}

@test "zsh loads every script and offers every option with every verb" {
    need zsh
    for name in $(< all); do
        zsh -n "$COMPLETIONS/zsh/_$name"
        [ "$(head -n 1 "$COMPLETIONS/zsh/_$name")" = "#compdef $name" ]
    done
    compare_all zsh_offers
}

@test "fish loads every script and offers every option with every verb" {
    need fish
    for name in $(< all); do
        fish -n "$COMPLETIONS/fish/$name.fish"
    done
    # Behind a single dash fish leaves out what only starts with two.
    compare_all fish_offers --
}

@test "every shell offers the verbs first" {
    local name verb
    for name in $(< all); do
        help_verbs "$name" | sed '/^$/d' > verbs
        while IFS= read -r verb; do
            bash_offers "$name" "${verb:0:1}" | grep -Fx -- "$verb"
            ! command -v zsh || zsh_offers "$name" "${verb:0:1}" | cut -f 1 | grep -Fx -- "$verb"
            ! command -v fish || fish_offers "$name" "${verb:0:1}" | cut -f 1 | grep -Fx -- "$verb"
        done < verbs
    done
}

@test "zsh and fish show the explanation of an option" {
    need zsh
    need fish
    for name in $(< all); do
        verb=$(help_verbs "$name" | head -n 1)
        zsh_offers "$name" ${verb:+"$verb"} - | grep -Fxe "$(printf -- '--version\tde versie')"
        fish_offers "$name" ${verb:+"$verb"} --v | grep -Fxe "$(printf -- '--version\tde versie')"
    done
}

# What each shell offers for the value of an option with choices; the words follow the command's name.
@test "every shell offers the choices, behind a = and after a blank" {
    local expected='--meldingen=json --meldingen=tekst'
    for name in $(< all); do
        verb=$(help_verbs "$name" | head -n 1)
        set -- "$name" ${verb:+"$verb"}
        [ "$(bash_offers "$@" --meldingen= | sort | xargs)" = "$expected" ]
        [ "$(bash_offers "$@" --meldingen '' | sort | xargs)" = "json tekst" ]
        if command -v zsh; then
            [ "$(zsh_offers "$@" --meldingen= | sort | xargs)" = "$expected" ]
            [ "$(zsh_offers "$@" --meldingen '' | sort | xargs)" = "json tekst" ]
        fi
        if command -v fish; then
            [ "$(fish_offers "$@" --meldingen= | sort | xargs)" = "$expected" ]
            [ "$(fish_offers "$@" --meldingen '' | sort | xargs)" = "json tekst" ]
        fi
    done
}

@test "behind the name of an option with a value the next word is that value" {
    [ -z "$(bash_offers gesprek-rapport caseload --vandaag -)" ]
    bash_offers gesprek-rapport caseload --vandaag 2026-01-01 --formaa | grep -Fx -- --formaat=
    [ -z "$(bash_offers gesprek-rapport caseload -- -)" ]
}

@test "every shell offers files and directories" {
    bash_offers gesprek-rapport caseload een | grep -Fx 'een twee.rec'
    bash_offers gesprek-rapport caseload iets --uit ma | grep -Fx map
    [ "$(bash_offers gesprek-rapport caseload --uit=map/)" = '--uit=map/a\ b.rec' ]
    if command -v zsh; then
        zsh_offers gesprek-rapport caseload '' | grep -Fx '<bestand>'
        zsh_offers gesprek-rapport caseload --uit= | grep -Fx -- '--uit=<bestand>'
    fi
    if command -v fish; then
        fish_offers gesprek-rapport caseload een | grep -Fx 'een twee.rec'
        fish_offers gesprek-rapport caseload --uit=map/ | grep -Fx -- '--uit=map/a b.rec'
    fi
}

# Words as readline cuts them: at = and @ too (COMP_WORDBREAKS).
@test "bash: the value behind a = is completed as readline cuts the words" {
    # shellcheck source=/dev/null
    source "$COMPLETIONS/bash/gesprek-noteer"
    at() {
        COMP_LINE=$1
        COMP_POINT=${#COMP_LINE}
        shift
        COMP_WORDS=("${@:2}")
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _gesprek_noteer gesprek-noteer "$1" x
        echo "${COMPREPLY[*]}"
    }
    [ "$(at 'gesprek-noteer nieuw --meldingen=j' j gesprek-noteer nieuw --meldingen = j)" = json ]
    [ "$(at 'gesprek-noteer nieuw --meldingen=' '' gesprek-noteer nieuw --meldingen =)" = 'tekst json' ]
    [ "$(at 'gesprek-noteer nieuw --meldingen ' '' gesprek-noteer nieuw --meldingen '')" = 'tekst json' ]
    [ "$(at 'gesprek-noteer nieuw Doel --tekst=@een' @een gesprek-noteer nieuw Doel --tekst =@ een)" = '@een\ twee.rec' ]
    [ "$(at 'gesprek-noteer nieuw Doel --tekst+=@map/' @map/ gesprek-noteer nieuw Doel --tekst+ =@ map/)" = '@map/a\ b.rec' ]
    [ "$(at 'gesprek-noteer nieuw --door=x Doel --teks' --teks gesprek-noteer nieuw --door = x Doel --teks)" = --tekst= ]
}

@test "noteer: the type or the key decides which fields are offered" {
    local shells=bash_offers offers
    ! command -v zsh || shells+=' zsh_offers'
    ! command -v fish || shells+=' fish_offers'
    for offers in $shells; do
        echo "$offers"
        $offers gesprek-noteer nieuw D | grep -x Doel
        $offers gesprek-noteer nieuw Doel --t > doel
        grep '^--tekst=' doel
        run ! grep '^--vraag=' doel
        $offers gesprek-noteer nieuw --door iemand -n Melding --v | grep '^--vraag='
        $offers gesprek-noteer wijzig D12 --t | grep '^--tekst='
        $offers gesprek-noteer wijzig TV3 --g | grep '^--grondslag='
        $offers gesprek-noteer wijzig onbekend --t > unknown
        run ! grep '^--tekst=' unknown
        $offers gesprek-noteer nieuw --t > no_type
        run ! grep '^--tekst=' no_type
    done
}

@test "noteer: every type is offered, and behind it every field of it" {
    schema_types | sort > types
    [ "$(wc -l < types)" -gt 20 ]
    bash_offers gesprek-noteer nieuw '' | sort | diff types -
    while IFS= read -r type; do
        schema_fields "$type" > fields
        [ -s fields ]
        bash_offers gesprek-noteer nieuw "$type" -- | sort > offered
        comm -23 fields offered > missing
        [ ! -s missing ] || { echo "$type mist:"; cat missing; return 1; }
    done < types
}

# The shells that there are, as the names of their functions above.
shells() {
    echo bash_offers
    ! command -v zsh > /dev/null || echo zsh_offers
    ! command -v fish > /dev/null || echo fish_offers
}

# choices_of TYPE...: each field that has choices, and those, out of the schema: `--stap.status= open bezig`.
choices_of() {
    expected_fields "$@" | sed -n 's/^\(--[^ =]*=\)WAARDE .* Kies uit: /\1 /p'
}

# Compares what function $1 offers behind the words that follow, for each option with choices on standard input.
compare_choices() {
    local offers=$1 option choices wrong=0
    shift
    while read -r option choices; do
        "$offers" "$@" "$option" < /dev/null | sort > offered
        # shellcheck disable=SC2086  # these are words
        printf -- "$option%s\n" $choices | sort | diff -u --label schema - --label "$offers $* $option" offered || wrong=1
    done
    return $wrong
}

@test "noteer: every shell offers the choices of each field, behind a type and behind a key" {
    local offers type
    schema_types > types
    for offers in $(shells); do
        while IFS= read -r type; do
            choices_of "$type" > choices
            compare_choices "$offers" gesprek-noteer nieuw "$type" < choices
        done < types
        choices_of Doel > choices
        [ "$(wc -l < choices)" -gt 5 ]
        compare_choices "$offers" gesprek-noteer wijzig D12 < choices
        choices_of Verstrekking | compare_choices "$offers" gesprek-noteer wijzig TV3
        # An old word is read, and not offered.
        "$offers" gesprek-noteer nieuw Melding --werkveld= > offered
        grep -x -- '--werkveld=jeugdhulp' offered
        run ! grep '>\|bijzondere-jeugdbijstand' offered
        "$offers" gesprek-noteer nieuw Veiligheid --kindcheck= | sort | diff <(printf -- '--kindcheck=%s\n' ja nee) -
    done
}

@test "every shell offers the choices of the fields that go with a verb" {
    local offers
    for offers in $(shells); do
        choices_of Gesprek Stap Domein Recht > choices
        grep -q '^--vorm= ' choices
        grep -q '^--stap.status= ' choices
        compare_choices "$offers" gesprek-verslag nieuw < choices
        choices_of Afspraak > choices
        [ -s choices ]
        compare_choices "$offers" gesprek-verslag afspraak < choices
        choices_of Melding Client Werkafspraak Gesprek Domein Recht > choices
        grep -q '^--werkveld= ' choices
        compare_choices "$offers" gesprek-intake nieuw < choices
        [ -z "$("$offers" gesprek-verslag nieuw --domein=)" ]
        [ -z "$("$offers" gesprek-verslag correctie --vorm=)" ]
    done
}

@test "every shell offers the choices of a field behind += and -= and after a blank, and behind nothing else" {
    local offers
    for offers in $(shells); do
        "$offers" gesprek-noteer wijzig D1 --samenwerking+= | grep -Fx -- --samenwerking+=loslaten
        "$offers" gesprek-noteer wijzig D1 --samenwerking-= | grep -Fx -- --samenwerking-=loslaten
        "$offers" gesprek-noteer wijzig D1 --tekst nieuw --status '' | grep -x behaald
        "$offers" gesprek-noteer nieuw --door iemand Doel --status '' | grep -x behaald
        "$offers" gesprek-verslag nieuw --stap.wat iets --stap.status '' | grep -x gedaan
        # The next word is no value any more.
        "$offers" gesprek-verslag nieuw --stap.status gedaan --vor | grep '^--vorm='
        [ -z "$("$offers" gesprek-noteer wijzig D1 --meldingen+=)" ]
        [ -z "$("$offers" gesprek-noteer wijzig D1 --status+ '')" ]
        [ -z "$("$offers" gesprek-noteer wijzig D1 --tekst=)" ]
        [ -z "$("$offers" gesprek-noteer wijzig onbekend --status=)" ]
        [ -z "$("$offers" gesprek-noteer vervallen D1 --status=)" ]
    done
}

@test "a field may still come out of a file, with choices or without" {
    bash_offers gesprek-verslag nieuw --samenvatting=@een | grep -Fx -- '--samenvatting=@een\ twee.rec'
    bash_offers gesprek-verslag nieuw --vorm=@een | grep -Fx -- '--vorm=@een\ twee.rec'
    if command -v zsh; then
        zsh_offers gesprek-verslag nieuw --samenvatting=@ | grep -Fx -- '--samenvatting=@<bestand>'
        zsh_offers gesprek-verslag nieuw --vorm=@ | grep -Fx -- '--vorm=@<bestand>'
    fi
    if command -v fish; then
        fish_offers gesprek-verslag nieuw --samenvatting=@een | grep -Fx -- '--samenvatting=@een twee.rec'
        fish_offers gesprek-verslag nieuw --vorm=@een | grep -Fx -- '--vorm=@een twee.rec'
    fi
}

@test "zsh and fish show the question of a field" {
    need zsh
    need fish
    zsh_offers gesprek-verslag nieuw --stap.wa | grep -Fxe "$(printf -- '--stap.wat=\tWat gaat er gebeuren?')"
    fish_offers gesprek-verslag nieuw --stap.wa | grep -Fxe "$(printf -- '--stap.wat=\tWat gaat er gebeuren?')"
    zsh_offers gesprek-verslag nieuw --vor | grep -Fxe "$(printf -- '--vorm=\tWaar of hoe was het gesprek?')"
    fish_offers gesprek-verslag nieuw --vor | grep -Fxe "$(printf -- '--vorm=\tWaar of hoe was het gesprek?')"
}

@test "a script holds the fields of the types that its command takes, and of no other" {
    local name verb type
    schema_types > types
    for name in $(< all); do
        while IFS= read -r verb; do
            help_fields "$name" "$verb" | sed -n 's/^Velden van \(.*\):$/\1/p'
        done < "verbs.$name" | sort -u > wanted
        [[ $name != gesprek-noteer ]] || sort types > wanted
        sed -n "s/^    '\([A-Z][a-z]*\)'.*) fields=( .*/\1/p" "$COMPLETIONS/bash/$name" | sort | diff -u wanted -
        sed -n "s/^    '\([A-Z][a-z]*\)'.*) fields=( .*/\1/p" "$COMPLETIONS/zsh/_$name" | sort | diff -u wanted -
        sed -n "s/^        case '\([A-Z][a-z]*\)'.*/\1/p" "$COMPLETIONS/fish/$name.fish" | sort | diff -u wanted -
    done
}

# The rest is typed at a real shell, in a terminal that zsh makes. The command is not in PATH there: its name is that of a
# function that writes down what it was given.
typed_at() {
    timeout 60 zsh -f "$BATS_TEST_DIRNAME/intikken.zsh" "$@"
}

@test "bash in a terminal: TAB completes an option, a choice and a file" {
    need zsh
    typed_at bash "source '$COMPLETIONS/bash/gesprek-rapport'" \
        $'gesprek-rapport case\t--formaat=c\t--geboek\tx een\t'
    [ "$(cat gekregen)" = $'caseload\n--formaat=csv\n--geboekt-tot=x\neen twee.rec' ]
}

@test "zsh in a terminal: TAB completes an option, a choice and a file" {
    need zsh
    typed_at zsh "fpath=('$COMPLETIONS/zsh' \$fpath); autoload -Uz compinit; compinit -u -D" \
        $'gesprek-rapport case\t--formaat=c\t--geboek\tx een\t'
    [ "$(cat gekregen)" = $'caseload\n--formaat=csv\n--geboekt-tot=x\neen twee.rec' ]
}

@test "fish in a terminal: TAB completes an option, a choice and a file" {
    need zsh
    need fish
    typed_at fish "source '$COMPLETIONS/fish/gesprek-rapport.fish'" \
        $'gesprek-rapport case\t--formaat=c\t--geboek\tx een\t'
    [ "$(cat gekregen)" = $'caseload\n--formaat=csv\n--geboekt-tot=x\neen twee.rec' ]
}

# The line that is typed, and what comes of it.
fields_line=$'gesprek-verslag nieuw --stap.st\tge\t--vorm bij-\t--fase+=na\t een\t'
fields_given=$'nieuw\n--stap.status=gedaan\n--vorm\nbij-andere-dienst\n--fase+=nazorg\neen twee.rec'

@test "bash in a terminal: TAB completes a field and its choices" {
    need zsh
    typed_at bash "source '$COMPLETIONS/bash/gesprek-verslag'" "$fields_line"
    [ "$(cat gekregen)" = "$fields_given" ]
}

@test "zsh in a terminal: TAB completes a field and its choices" {
    need zsh
    typed_at zsh "fpath=('$COMPLETIONS/zsh' \$fpath); autoload -Uz compinit; compinit -u -D" "$fields_line"
    [ "$(cat gekregen)" = "$fields_given" ]
}

@test "fish in a terminal: TAB completes a field and its choices" {
    need zsh
    need fish
    typed_at fish "source '$COMPLETIONS/fish/gesprek-verslag.fish'" "$fields_line"
    [ "$(cat gekregen)" = "$fields_given" ]
}
