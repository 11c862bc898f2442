#!/usr/bin/env bats
# --voor: what is printed for another organisation holds only what the client allows, whatever command prints it. That consent
# itself is right is for unit/test-consent.c.

# shellcheck disable=SC2030,SC2031  # each test is a subshell
load hulp
load opties
load kanaries

setup() {
    hulp_setup
    ID=2026-0050
}

@test "no command, in any form, prints a value that may not go; and what may not go makes no difference to a byte" {
    outward >lijst
    [ "$(wc -l <lijst)" -gt 25 ]
    grep -q '^gesprek-stavaza --formaat=rec$' lijst
    grep -q '^gesprek-verslag onderzoek --formaat=xml$' lijst
    grep -q '^gesprek-smart lijst --formaat=csv$' lijst
    answered=0
    no_leak "${DOSSIERS:-60}" 7 1
    [ "$answered" -gt 25 ]
}

@test "nor on an earlier day, when some of it was not there yet" {
    earlier >lijst
    answered=0
    kanaries "${DOSSIERS:-60}" 10 0
    while IFS= read -r line; do
        same_for_others "$line"
    done <lijst
    [ "$answered" -eq "$(wc -l <lijst)" ]
}

@test "the canaries would be seen: without --voor they are all there" {
    kanaries 10 8
    try gesprek-kies vol.rec
    grep -oE 'kanarie[0-9]+x' uit | sort -u | comm -12 - verboden >gezien
    [ "$(wc -l <gezien)" -gt 500 ]
    try gesprek-kies --voor=Buurthuis vol.rec
    sed -i '0,/^Vraag: .*/s//Vraag: iets anders/' uit
    run ! python3 "$BATS_TEST_DIRNAME/kanaries.py" --vergelijk uit verwacht.rec
}

@test "a command that makes no sense for others says so, and prints nothing" {
    for line in gesprek-check gesprek-leidraad 'gesprek-rapport caseload' 'gesprek-rapport gemeente --jaar=2026' 'gesprek-rapport levering' 'gesprek-rapport uitvoer' 'gesprek-stavaza --voor-client' 'gesprek-intake bevestiging' \
        'gesprek-intake welkomstblad'; do
        try "$line" --voor=Buurthuis "$CASUS/emma.rec"
        expect_status 2
        expect_empty uit
        expect_message fout "${line%% *}: fout" '--voor hoort hier niet: ' gebruik
    done
}

# What a verb needs besides a dossier, to have an answer.
words_for() {
    case $1 in
    'gesprek-ecogram verschil') echo --van=2026-03-01 ;;
    'gesprek-smart plan') echo --doel=D2 ;;
    'gesprek-kaart lacunes') echo "--kaart=$BATS_TEST_DIRNAME/kaart/kaart.rec" ;;
    'gesprek-nazorg herinner') echo --binnen=60j ;;
    'gesprek-rapport caseload' | 'gesprek-rapport levering' | 'gesprek-rapport uitvoer') ;;
    'gesprek-rapport '*) echo --jaar=2026 ;;
    *) key_for "$1" ;;
    esac
}

@test "every answer that people read says whom it is for, and every reader takes --voor or says why not" {
    { cat "$CASUS/emma.rec"; ID=2026-0017; record Crisis H1 2026-03-01 'Wat: het was druk'; } >e.rec
    for command in $(commands); do
        help_verbs "$command" | while read -r verb; do
            words="$command${verb:+ $verb}"
            parser_knows "$command" "$verb" --op= || continue
            # Who writes gives the dossier itself back, to its own organisation. (A letter is for another: verwijs.bats.)
            ! parser_knows "$command" "$verb" --door= || continue
            parser_knows "$command" "$verb" --voor= || tell "$words kent --voor niet"
            read -ra more <<<"$(words_for "$words")"
            try "$words" "${more[@]}" --voor=Nergens e.rec
            [ "$status" -eq 1 ] || { expect_status 2 && expect_text fout '--voor hoort hier niet: '; }
            expect_no_text uit Emma
            # Records, messages about them, and rows for a program.
            case $words in gesprek-kies | gesprek-check | 'gesprek-rapport levering' | 'gesprek-rapport uitvoer') continue ;; esac
            try "$words" "${more[@]}" e.rec
            expect_status 0
            grep -qE 'Intern: |Openbaar: |Voor de cliënt\.|\(intern\)' uit || tell 'zegt niet voor wie het is'
            echo "$words" >>gezien
        done
    done
    [ "$(wc -l <gezien)" -ge 24 ]
}

@test "a footer for whoever it is for, in html too" {
    for words in gesprek-stavaza 'gesprek-verwijs lijst' 'gesprek-smart plan --doel=D2' 'gesprek-leidraad' 'gesprek-ecogram teken' 'gesprek-balans verloop'; do
        try "$words" --formaat=html "$CASUS/emma.rec"
        expect_status 0
        grep -qE 'Intern: |Voor de cliënt\.' uit || tell 'zegt niet voor wie het is'
    done
}

# dossier FIELD...: a dossier with a goal, and a Toestemming of these fields.
dossier() {
    good "$ID"
    record Client C1 2026-02-01 'Naam: Noor Bakker' 'Telefoon: 06 123'
    record Doel D1 2026-02-02 'Tekst: Ik wil leren koken met Piet de Wit.' 'Levensdomein: huishouden' 'Akkoord: Noor en Piet de Wit' 'Akkoord: vader'
    record Relatie L1 2026-02-02 'Groep: buur' 'Band: sterk' 'Naam: Piet de Wit'
    record Toestemming T1 2026-02-03 'Aan: Buurthuis De Brug' 'Waarvoor: meedoen' 'Uitkomst: gegeven' 'Gegeven_door: client' "$@"
}

@test "an answer says whom it is for; ours says that it is ours" {
    dossier 'Waarover: Doel' >a.rec
    try gesprek-stavaza a.rec
    expect_text uit 'Intern: alleen voor wie met dit dossier werkt.'
    try gesprek-stavaza '--voor=Buurthuis De Brug' a.rec
    expect_status 0
    expect_text uit $'Voor Buurthuis De Brug: alleen wat de cliënt met u wil delen.'
    expect_no_text uit Intern
    try gesprek-verslag ondersteuningsplan '--voor=Buurthuis De Brug' a.rec
    expect_text uit 'Voor Buurthuis De Brug: '
    expect_no_text uit 'Voor de cliënt'
    try gesprek-verslag ondersteuningsplan --formaat=xml '--voor=Buurthuis De Brug' a.rec
    expect_text uit 'voor="Buurthuis De Brug"'
    ! command -v xmllint >/dev/null || xmllint --noout --schema "$BATS_TEST_DIRNAME/../schema/verslag.xsd" uit
}

@test "others go by their initials, the client by name only when that may go" {
    dossier 'Waarover: Doel' >a.rec
    try gesprek-kies '--voor=Buurthuis De Brug' a.rec
    expect_text uit 'Tekst: Ik wil leren koken met P. de W..'
    expect_text uit 'Akkoord: N. en P. de W.'
    expect_text uit 'Akkoord: vader'
    dossier 'Waarover: Doel' 'Waarover: Client.Naam' >b.rec
    try gesprek-kies '--voor=buurthuis de brug' b.rec
    expect_text uit 'Akkoord: Noor en P. de W.'
    expect_no_text uit 06
}

@test "a key goes only with its record, also where it is a word; and a key is no name" {
    {
        dossier 'Waarover: Afspraak' 'Waarover: Toestemming.Gegeven_door' 'Waarover: Vertegenwoordiger'
        record Vertegenwoordiger Y1 2026-02-01 'Naam: Piet de Wit' 'Soort: mentor'
        record Domein wonen 2026-02-01 'Besproken: ja'
        record Afspraak A1 2026-02-01 'Wanneer: 2026-03-01T10:00' 'Bij: wonen'
        change Toestemming T1 2026-02-03 'Gegeven_door: client' 'Gegeven_door: Y1'
    } >a.rec
    try gesprek-kies '--voor=Buurthuis De Brug' a.rec
    expect_status 0
    expect_text uit 'Gegeven_door: Y1'
    expect_text uit 'Naam: P. de W.'
    expect_text uit 'Afspraak: A1'
    expect_no_text uit 'Bij: wonen'
}

@test "without a consent in force there is no answer, and a message that says nothing of the dossier" {
    dossier 'Waarover: Doel' 'Tot: 2026-11-21' >verlopen.rec
    dossier 'Waarover: Doel' 'Ingetrokken: 2026-11-22' >ingetrokken.rec
    { dossier 'Waarover: Doel'; change Toestemming T1 2026-03-01 'Uitkomst: geweigerd'; } >geweigerd.rec
    { dossier 'Waarover: Doel'; change Toestemming T1 2026-03-01 'Vervallen: verkeerd genoteerd'; } >vervallen.rec
    good "$ID" >geen.rec
    for file in verlopen ingetrokken geweigerd vervallen geen; do
        for line in gesprek-kies gesprek-stavaza 'gesprek-stavaza verloop' 'gesprek-verslag onderzoek'; do
            try "$line" '--voor=Buurthuis De Brug' $file.rec
            expect_status 1
            expect_no_text uit koken
            expect_no_text uit "$ID"
            expect_message fout "${line%% *}: fout" 'geen toestemming die nu geldt' geen-toestemming
        done
    done
}

@test "a consent without Tot holds for a year, or as the configuration says" {
    dossier 'Waarover: Doel' >a.rec
    GESPREK_NU=2027-02-03T12:00:00+01:00 try gesprek-kies '--voor=Buurthuis De Brug' a.rec
    expect_status 0
    GESPREK_NU=2027-02-04T12:00:00+01:00 try gesprek-kies '--voor=Buurthuis De Brug' a.rec
    expect_status 1
    printf '%s\n' 'Instelling: x' 'Toestemming_duur: 3m' >in.rec
    GESPREK_CONFIG=in.rec try gesprek-kies '--voor=Buurthuis De Brug' a.rec
    expect_status 1
    GESPREK_CONFIG=in.rec GESPREK_NU=2026-05-03T12:00:00+01:00 try gesprek-kies '--voor=Buurthuis De Brug' a.rec
    expect_status 0
}

@test "who may consent is a table in the configuration" {
    { dossier 'Waarover: Doel'; change Client C1 2026-02-04 'Geboren: 2013-01-01'; } >a.rec
    try gesprek-kies '--voor=Buurthuis De Brug' a.rec
    expect_status 0
    printf '%s\n' 'Instelling: x' 'Toestemming_wie: wmo 0 vertegenwoordiger' 'Toestemming_wie: wmo 16 client' >in.rec
    GESPREK_CONFIG=in.rec try gesprek-kies '--voor=Buurthuis De Brug' a.rec
    expect_status 1
    sed -i s/wmo/jeugdwet/ in.rec
    GESPREK_CONFIG=in.rec try gesprek-kies '--voor=Buurthuis De Brug' a.rec
    expect_status 0
    for line in 'Toestemming_wie: wmo twaalf client' 'Toestemming_wie: wmo 12' 'Toestemming_wie: wmo 12 oma' 'Toestemming_wie: wmo 12 client ja' \
        'Toestemming_duur: lang'; do
        printf '%s\n' 'Instelling: x' "$line" >in.rec
        GESPREK_CONFIG=in.rec try gesprek-kies '--voor=Buurthuis De Brug' a.rec
        expect_status 3
        expect_empty uit
        expect_message fout 'gesprek-kies: fout' 'in de instellingen staat bij Toestemming_' waarde-fout
    done
}

@test "a withdrawal counts whatever day or moment is asked for" {
    { dossier 'Waarover: Doel'; change Toestemming T1 2026-10-01 'Ingetrokken: 2026-10-01'; } >a.rec
    for option in --op=2026-05-01 --geboekt-tot=2026-05-01 --op=2026-02-03; do
        try gesprek-kies '--voor=Buurthuis De Brug' "$option" a.rec
        expect_status 1
        expect_empty uit
    done
    try gesprek-kies '--voor=Buurthuis De Brug' --vandaag=2026-05-01 a.rec
    expect_status 2
    expect_message fout 'gesprek-kies: fout' '--voor en --vandaag gaan niet samen' gebruik
    dossier 'Waarover: Doel' >b.rec
    for option in --op=2026-05-01 --geboekt-tot=2026-05-01; do
        try gesprek-kies '--voor=Buurthuis De Brug' "$option" b.rec
        expect_status 0
        expect_text uit 'leren koken'
    done
}

@test "a history does not go, only what is so" {
    { dossier 'Waarover: Doel'; change Doel D1 2026-03-01 'Tekst: Ik kan koken.'; } >a.rec
    for line in gesprek-kies 'gesprek-stavaza verloop'; do
        try "$line" '--voor=Buurthuis De Brug' a.rec
        expect_status 0
        expect_text uit 'Ik kan koken.'
        expect_no_text uit leren
        expect_no_text uit 2026-03-01
    done
}

@test "an empty organisation is wrong usage" {
    for value in '' ' '; do
        try gesprek-kies "--voor=$value" "$CASUS/emma.rec"
        expect_status 2
        expect_message fout 'gesprek-kies: fout' 'welke organisatie' gebruik
    done
}

@test "what is filtered is a dossier again: every reader takes it, and no more comes out of it" {
    kanaries 25 9
    try gesprek-kies --voor=Buurthuis vol.rec
    cp uit gezeefd.rec
    for line in gesprek-kies gesprek-stavaza 'gesprek-stavaza --formaat=rec' 'gesprek-verslag onderzoek'; do
        try "$line" gezeefd.rec
        expect_status 0
        assert_equal "$(grep -oE 'kanarie[0-9]+x' uit | sort -u | comm -12 - verboden)" ''
    done
}
