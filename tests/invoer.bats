#!/usr/bin/env bats
# Bad input: whatever a dossier holds, every reader and the writer name it with its place, its code and what to do, leave that
# whole dossier out, give the others, and end with 3. In types that the command asks for (Doel), that it does not ask for
# (Veiligheid) and that nobody knows (Verzonnen).

# shellcheck disable=SC2016,SC2030,SC2031,SC2154  # backticks of messages; status and stderr are those of try and run
bats_require_minimum_version 1.5.0
load hulp

ALL_TYPES=(Doel Veiligheid Verzonnen)

# Three dossiers. What is on standard input becomes a record of the middle one, fout-2, and begins on line 19.
stream() {
    {
        good goed-1
        good fout-2
        cat
        echo
        opening Gesprek G1 fout-2
        echo
        good goed-3
    } > stroom.rec
}

# with_line TYPE LINE: a stream with a record of that type in which LINE is line 25; LINE is a format of printf.
with_line() {
    # shellcheck disable=SC2059
    { opening "$1" X1 fout-2; printf -- "$2\n"; } | stream
}

# The writer, as a filter and in place: 3, nothing on standard output, nothing changed, nothing left behind.
writer_refuses() {
    local left
    try gesprek-noteer nieuw Doel --tekst=x --dossier=goed-1 stroom.rec
    expect_status 3
    expect_empty uit
    expect_message fout "stroom.rec:$1: fout" "$3" "$2"
    expect_message fout 'gesprek-noteer: opmerking' 'niets geschreven' niets-geschreven
    [ -d map ] || mkdir map
    cp stroom.rec map/stroom.rec
    try gesprek-noteer wijzig M1 --kader=wlz --dossier=goed-1 -i map/stroom.rec
    expect_status 3
    expect_empty uit
    expect_message fout "map/stroom.rec:$1: fout" "$3" "$2"
    cmp stroom.rec map/stroom.rec
    left=$(cd map && echo * .[!.]*)
    [[ $left == 'stroom.rec .gesprek.lock' ]] || tell "achtergebleven: $left"
}

# refused PLACE CODE ADVICE [GOOD...]: PLACE is `25:1` in stroom.rec; GOOD are the dossiers that are still given.
# In a subshell without the trap in which bats keeps count of commands: it takes most of the time here.
refused() (
    local reader id place="stroom.rec:$1: fout" code=$2 advice=$3 json
    local given=("${@:4}")
    trap - DEBUG
    [ $# -gt 3 ] || given=(goed-1 goed-3)
    for reader in "${READERS[@]}"; do
        try "$reader" stroom.rec
        expect_status 3
        if [[ $reader == gesprek-check ]]; then
            expect_message uit "$place" "$advice" "$code"
            expect_text uit $'\n3 dossiers nagekeken, '
            expect_no_text uit 'nagekeken, 0 fouten'
            continue
        fi
        expect_message fout "$place" "$advice" "$code"
        expect_message fout "${reader%% *}: opmerking" weggelaten weggelaten
        for id in "${given[@]}"; do
            expect_text uit "$id"
        done
        expect_no_text uit fout-2
        [[ $reader != *xml ]] || expect_no_text uit '</caseload>'
        [[ $reader != 'gesprek-stavaza' && $reader != *verloop && $reader != *caseload ]] || expect_text uit 'Niet volledig'
    done
    writer_refuses "$1" "$code" "$advice"
    try gesprek-rapport caseload --formaat=csv --meldingen=json stroom.rec
    expect_status 3
    json="\"bestand\":\"stroom.rec\",\"regel\":${1%:*},\"kolom\":${1#*:},\"ernst\":\"fout\",\"code\":\"$code\","
    expect_text fout "$json"
    cat fout >> "$BATS_FILE_TMPDIR/json"
)

@test "a stream without faults: the trial itself is right" {
    for type in "${ALL_TYPES[@]}"; do
        with_line "$type" 'Notitie: niets mis'
        for reader in "${READERS[@]}"; do
            try "$reader" stroom.rec
            if [[ $reader == gesprek-check ]]; then
                expect_status 1
                expect_text uit '3 dossiers nagekeken, 0 fouten'
            else
                expect_status 0
                expect_empty fout
                expect_text uit fout-2
                expect_no_text uit 'Niet volledig'
            fi
        done
        run --separate-stderr -0 gesprek-noteer nieuw Doel --tekst=x --dossier=goed-1 stroom.rec
        assert_equal "$stderr" ''
    done
}

@test "a NUL byte" {
    for type in "${ALL_TYPES[@]}"; do
        with_line "$type" 'Notitie: a\000b'
        refused 25:11 nul 'haal de byte weg'
    done
    with_line Doel '# opmerking met \000'
    refused 25:17 nul 'haal de byte weg'
}

@test "a NUL byte at the start of a record, and in the type" {
    { printf '\0'; opening Doel X1 fout-2; } | stream
    refused 19:1 nul 'haal de byte weg'
    { printf 'Do\0el: X1\n'; opening Doel X1 fout-2 | tail -n +2; } | stream
    refused 19:3 nul 'haal de byte weg'
}

@test "no UTF-8" {
    for type in "${ALL_TYPES[@]}"; do
        with_line "$type" 'Notitie: caf\351 au lait'
        refused 25:13 utf8 iconv
    done
}

@test "no UTF-8: overlong, surrogates, above U+10FFFF, stray and broken off" {
    for bytes in '\300\200' '\301\277' '\340\200\257' '\355\240\200' '\355\277\277' '\360\200\200\257' '\364\220\200\200' '\365\200\200\200' \
        '\200' '\277' '\302' '\342\202' '\360\237\230' '\376' '\377'; do
        with_line Veiligheid "Notitie: a$bytes"
        try gesprek-rapport caseload --formaat=csv stroom.rec
        expect_status 3
        expect_message fout stroom.rec:25:11:\ fout iconv utf8
        expect_no_text uit fout-2
    done
    for bytes in '\302\200' '\337\277' '\340\240\200' '\355\237\277' '\356\200\200' '\357\277\275' '\360\220\200\200' '\364\217\277\277'; do
        with_line Veiligheid "Notitie: a$bytes"
        try gesprek-rapport caseload --formaat=csv stroom.rec
        expect_status 0
    done
}

@test "a line that is no field" {
    for type in "${ALL_TYPES[@]}"; do
        with_line "$type" 'dit is gewoon een zin'
        refused 25:1 geen-veld 'Naam: tekst'
    done
}

@test "a line that is no field: all kinds" {
    for line in ' Notitie: ingesprongen' '\tNotitie: tab' '1Notitie: cijfer voorop' ': zonder naam' 'Twee woorden: x' 'Not-itie: streepje' \
        'Notiti\303\253: trema' '_Notitie: laag streepje' 'http//x' '- een lijstje'; do
        for type in Doel Verzonnen; do
            with_line "$type" "$line"
            try gesprek-rapport caseload --formaat=csv stroom.rec
            expect_status 3
            expect_message fout 'stroom.rec:25:1: fout' 'Naam: tekst' geen-veld
            expect_text uit goed-3
            expect_no_text uit fout-2
        done
    done
}

@test "a continuation line without a field before it: behind a comment, and at the start of a record" {
    with_line Veiligheid '# opmerking\n+ vervolg'
    refused 26:1 geen-veld 'vervolg met'
    { echo '+ vervolg'; opening Doel X1 fout-2; } | stream
    refused 19:1 geen-veld 'vervolg met'
}

@test "a line over 1 MiB" {
    local long
    long=$(printf '%1048576s' '' | tr ' ' x)
    for type in "${ALL_TYPES[@]}"; do
        { opening "$type" X1 fout-2; printf 'Notitie: %s\n' "$long"; } | stream
        refused 25:1048577 regel-te-lang '+ '
    done
    { opening Doel X1 fout-2; printf '# %s\n' "$long"; } | stream
    refused 25:1048577 regel-te-lang '+ '
}

@test "a line of exactly 1 MiB is allowed" {
    { opening Doel X1 fout-2; printf 'Notitie: %1048567s\n' '' | tr ' ' x; } | stream
    assert_equal "$(sed -n 25p stroom.rec | tr -d '\n' | wc -c)" 1048576
    try gesprek-rapport caseload --formaat=csv stroom.rec
    expect_status 0
    expect_text uit fout-2
    { opening Doel X1 fout-2; printf 'Notitie: %1048568s\n' '' | tr ' ' x; } | stream
    try gesprek-rapport caseload --formaat=csv stroom.rec
    expect_status 3
}

@test "a record over 64 MiB" {
    { good goed-1; good fout-2; opening Doel X1 fout-2; yes '+ een regel die maar doorgaat en doorgaat en doorgaat' | head -n 1300000; echo; good goed-3; } > stroom.rec
    try gesprek-rapport caseload --formaat=csv stroom.rec
    expect_status 3
    expect_text fout '[record-te-groot]'
    expect_text uit goed-1
    expect_text uit goed-3
    expect_no_text uit fout-2
    try gesprek-noteer nieuw Doel --tekst=x --dossier=goed-1 stroom.rec
    expect_status 3
    expect_empty uit
}

# A dossier of which the first record cannot be read must not be given as if the rest were all.
@test "an over-long line in the first record of a dossier: the rest is not the dossier" {
    { good goed-1; { opening Melding M1 fout-2; printf 'Vraag: %1048576s\n\n' '' | tr ' ' x; }; opening Gesprek G1 fout-2; echo; good goed-3; } > stroom.rec
    for reader in "${READERS[@]:1}"; do
        try "$reader" stroom.rec
        expect_status 3
        expect_no_text uit fout-2
        expect_text uit goed-3
    done
}

@test "conflict markers of git" {
    for type in "${ALL_TYPES[@]}"; do
        with_line "$type" '<<<<<<< HEAD'
        refused 25:1 conflict 'Kies welke tekst blijft'
    done
    for line in ======= '>>>>>>> tak' '||||||| basis'; do
        with_line Doel "$line"
        refused 25:1 conflict 'Kies welke tekst blijft'
    done
}

@test "a whole conflict of git in a field, and around whole records" {
    with_line Doel '<<<<<<< HEAD\nStatus: open\n=======\nStatus: bezig\n>>>>>>> tak'
    refused 25:1 conflict 'Kies welke tekst blijft'
    refused 27:1 conflict 'Kies welke tekst blijft'
    refused 29:1 conflict 'Kies welke tekst blijft'
    {
        echo '<<<<<<< HEAD'
        opening Doel X1 fout-2
        printf '\n=======\n'
        opening Doel X2 fout-2
        printf '\n>>>>>>> tak\n'
    } | stream
    refused 19:1 conflict 'Kies welke tekst blijft'
    refused 27:1 conflict 'Kies welke tekst blijft'
    refused 35:1 conflict 'Kies welke tekst blijft'
}

@test "glued: the name of another type" {
    for type in "${ALL_TYPES[@]}"; do
        with_line "$type" 'Stap: S1'
        refused 25:1 records-aaneen 'Zet een lege regel'
    done
}

@test "glued: the name of its own type once more" {
    for type in "${ALL_TYPES[@]}"; do
        with_line "$type" "$type: X2"
        refused 25:1 records-aaneen 'Zet een lege regel'
    done
}

@test "glued: a type from outside the dossier" {
    for type in "${ALL_TYPES[@]}"; do
        with_line "$type" 'Organisatie: wijkteam'
        refused 25:1 records-aaneen 'Zet een lege regel'
    done
}

@test "glued: a field that may be there once, twice" {
    with_line Doel 'Tekst: nog een doel'
    refused 25:1 records-aaneen 'haal het dubbele veld weg'
    with_line Veiligheid 'Aard: nog een zorg'
    refused 25:1 records-aaneen 'haal het dubbele veld weg'
    for type in "${ALL_TYPES[@]}"; do
        for field in 'Dossier: fout-2' 'Op: 2026-02-02' 'Door: m.devries' 'Geboekt: 2026-02-02T10:00:00+01:00'; do
            with_line "$type" "$field"
            try gesprek-rapport caseload --formaat=csv stroom.rec
            expect_status 3
            expect_message fout 'stroom.rec:25:1: fout' 'haal het dubbele veld weg' records-aaneen
            expect_no_text uit fout-2
        done
    done
    with_line Verzonnen 'Op: 2026-02-02'
    refused 25:1 records-aaneen 'haal het dubbele veld weg'
}

# In a type that nobody knows no field is single but the common ones; a second value of its own is no glue.
@test "glued: two whole records without an empty line, all pairs of types" {
    for first in "${ALL_TYPES[@]}" Gesprek; do
        for second in "${ALL_TYPES[@]}" Gesprek; do
            { opening "$first" X1 fout-2; opening "$second" X2 fout-2; } > aaneen
            stream < aaneen
            line=$((19 + $(opening "$first" X1 x | wc -l)))
            # A type that is not known is seen by the second Dossier.
            [[ $second != Verzonnen || $first == Verzonnen ]] || line=$((line + 1))
            try gesprek-rapport caseload --formaat=csv stroom.rec
            expect_status 3
            expect_message fout "stroom.rec:$line:1: fout" 'Zet een lege regel' records-aaneen
            expect_no_text uit fout-2
            expect_text uit goed-3
        done
    done
}

@test "glued: two dossiers without an empty line between them" {
    { good goed-1; good fout-2 | sed '$d'; good fout-3; good goed-4; } > stroom.rec
    for reader in "${READERS[@]:1}"; do
        try "$reader" stroom.rec
        expect_status 3
        expect_message fout 'stroom.rec:18:1: fout' 'Zet een lege regel' records-aaneen
        expect_text uit goed-1
        expect_text uit goed-4
        expect_no_text uit fout-2
        expect_no_text uit fout-3
    done
}

@test "a double key in one type, with the first place and a free key" {
    for type in "${ALL_TYPES[@]}"; do
        { opening "$type" D3 fout-2; echo; opening "$type" D3 fout-2; } | stream
        refused 26:1 sleutel-dubbel 'stroom.rec:19. Geef dit record een andere sleutel'
    done
    { opening Doel D3 fout-2; echo; opening Doel D7 fout-2; echo; opening Doel D3 fout-2; } | stream
    refused 33:1 sleutel-dubbel 'stroom.rec:19. Geef dit record een andere sleutel, bijvoorbeeld D8'
}

@test "a double key between two types" {
    for type in Veiligheid Verzonnen; do
        { opening Doel D3 fout-2; echo; opening "$type" D3 fout-2; } | stream
        refused 26:1 sleutel-dubbel 'stroom.rec:19. Geef dit record een andere sleutel'
        { opening "$type" D3 fout-2; echo; opening Doel D3 fout-2; } | stream
        refused 26:1 sleutel-dubbel 'stroom.rec:19. Geef dit record een andere sleutel, bijvoorbeeld D4'
    done
}

@test "a double key stays an error when the second record is after --op, or after --geboekt-tot" {
    { opening Doel D3 fout-2; echo; opening Doel D3 fout-2 | sed 's/2026-02-02/2026-03-03/'; } | stream
    for reader in "${READERS[@]:1}"; do
        for limit in --op=2026-02-10 --geboekt-tot=2026-02-10; do
            try "$reader" $limit stroom.rec
            expect_status 3
            expect_message fout 'stroom.rec:26:1: fout' stroom.rec:19 sleutel-dubbel
            expect_no_text uit fout-2
        done
    done
}

@test "the same key in another dossier, and a life domain with the name of a key, are not double" {
    { opening Doel D3 fout-2; printf '\nDomein: D3\nDossier: fout-2\nOp: 2026-02-02\nGeboekt: 2026-02-02T10:00:00+01:00\nBesproken: ja\n'; } | stream
    { opening Doel D3 goed-3; echo; } >> stroom.rec
    for reader in "${READERS[@]}"; do
        try "$reader" stroom.rec
        expect_status 0
    done
}

@test "a dossier that comes back, in one file" {
    { good goed-1; good goed-2; opening Doel D1 goed-1; echo; good goed-3; } > stroom.rec
    for reader in "${READERS[@]}"; do
        try "$reader" stroom.rec
        expect_status 3
        if [[ $reader == gesprek-check ]]; then
            expect_message uit 'stroom.rec:19:1: fout' 'stroom.rec:1. Zet de records van een dossier bij elkaar' dossier-terug
            continue
        fi
        expect_message fout 'stroom.rec:19:1: fout' 'stroom.rec:1. Zet de records van een dossier bij elkaar' dossier-terug
        expect_text uit goed-3
        expect_no_text uit D1
        [[ $reader != *xml ]] || expect_no_text uit '</caseload>'
    done
    try gesprek-rapport caseload --formaat=csv stroom.rec
    assert_equal "$(grep -c '"goed-1"' uit)" 1
    writer_refuses 19:1 dossier-terug 'bij elkaar'
}

@test "a dossier that comes back, over two files, a directory and standard input" {
    mkdir map
    good goed-1 > map/goed-1.rec
    good goed-2 > map/goed-2.rec
    opening Doel D1 goed-1 > los.rec
    for reader in "${READERS[@]:1}"; do
        try "$reader" map/goed-1.rec map/goed-2.rec los.rec
        expect_status 3
        expect_message fout 'los.rec:1:1: fout' map/goed-1.rec:1 dossier-terug
        try "$reader" map los.rec
        expect_status 3
        expect_message fout 'los.rec:1:1: fout' map/goed-1.rec:1 dossier-terug
        try "$reader" map - < los.rec
        expect_status 3
        expect_message fout -:1:1:\ fout map/goed-1.rec:1 dossier-terug
        try "$reader" - map < <(good goed-2)
        expect_status 3
        expect_message fout 'map/goed-2.rec:1:1: fout' 'op -:1' dossier-terug
    done
    try gesprek-check map los.rec
    expect_status 3
    expect_message uit 'los.rec:1:1: fout' map/goed-1.rec:1 dossier-terug
}

@test "a record without Dossier, and with an empty Dossier" {
    for type in "${ALL_TYPES[@]}"; do
        opening "$type" X1 fout-2 | grep -v Dossier | stream
        refused 19:1 dossier-ontbreekt 'Zet er een regel `Dossier:` bij'
        opening "$type" X1 fout-2 | sed 's/^Dossier:.*/Dossier:/' | stream
        refused 19:1 dossier-ontbreekt 'Zet er een regel `Dossier:` bij'
    done
}

@test "the first record of a dossier without Dossier: the rest is not the dossier" {
    { good goed-1; good fout-2 | grep -v Dossier; opening Gesprek G1 fout-2; echo; good goed-3; } > stroom.rec
    for reader in "${READERS[@]:1}"; do
        try "$reader" stroom.rec
        expect_status 3
        expect_message fout 'stroom.rec:10:1: fout' Dossier dossier-ontbreekt
        expect_no_text uit fout-2
        expect_text uit goed-3
    done
}

@test "a record without Dossier as the first, and as the only one" {
    { good fout-2 | grep -v Dossier; opening Gesprek G1 fout-2; echo; good goed-3; } > stroom.rec
    for reader in "${READERS[@]:1}"; do
        try "$reader" stroom.rec
        expect_status 3
        expect_no_text uit fout-2
        expect_text uit goed-3
    done
    good fout-2 | grep -v Dossier > stroom.rec
    for reader in "${READERS[@]}"; do
        try "$reader" stroom.rec
        expect_status 3
    done
}

@test "a record without Op, and with an empty Op" {
    for type in "${ALL_TYPES[@]}"; do
        opening "$type" X1 fout-2 | grep -v ^Op | stream
        refused 19:1 op-ontbreekt 'Zet er een regel `Op: '
        opening "$type" X1 fout-2 | sed 's/^Op:.*/Op:/' | stream
        refused 19:1 op-ontbreekt 'Zet er een regel `Op: '
    done
}

@test "a day that does not exist" {
    for type in "${ALL_TYPES[@]}"; do
        opening "$type" X1 fout-2 | sed 's/^Op:.*/Op: 2026-02-30/' | stream
        refused 21:4 datum-fout 'schrijf een dag die bestaat'
    done
    with_line Doel 'Uiterlijk: 31-12-2026'
    refused 25:11 datum-fout 'schrijf een dag die bestaat'
}

@test "a day that does not exist: all kinds" {
    for day in 2026-2-1 2026-13-01 2026-00-10 2026-01-00 2025-02-29 2100-02-29 2026-04-31 26-01-01 2026/01/01 '2026-01-01 x' 2026-01-01T10:00 \
        20260101 vandaag +1w 2026-01-0a; do
        opening Veiligheid X1 fout-2 | sed "s|^Op:.*|Op: $day|" | stream
        try gesprek-rapport caseload --formaat=csv stroom.rec
        expect_status 3
        expect_message fout 'stroom.rec:21:4: fout' "$day" datum-fout
        expect_no_text uit fout-2
    done
    for day in 2024-02-29 2000-02-29 ' 2026-02-01 '; do
        opening Veiligheid X1 fout-2 | sed "s|^Op:.*|Op: $day|" | stream
        try gesprek-rapport caseload --formaat=csv stroom.rec
        expect_status 0
    done
}

@test "a moment that does not exist" {
    for type in "${ALL_TYPES[@]}"; do
        for moment in '2026-02-02 10:00' 2026-02-02 2026-02-02T10:00:00 2026-02-02T25:00:00+01:00 2026-02-30T10:00:00+01:00 2026-02-02T10:00:00+25:00; do
            opening "$type" X1 fout-2 | sed "s|^Geboekt:.*|Geboekt: $moment|" | stream
            try gesprek-rapport caseload --formaat=csv stroom.rec
            expect_status 3
            expect_message fout 'stroom.rec:23:9: fout' 'schrijf een moment als' moment-fout
            expect_no_text uit fout-2
        done
        refused 23:9 moment-fout 'schrijf een moment als'
        { amend "$type" X1 fout-2 2026-02-03 | sed 's/^Gewijzigd:.*/Gewijzigd: gisteren/;$d'; } | stream
        refused 23:11 moment-fout 'schrijf een moment als'
    done
    opening Afspraak A1 fout-2 | sed 's/^Wanneer:.*/Wanneer: 2026-02-10 om 16 uur/' | stream
    refused 24:9 moment-fout 'schrijf een tijd die bestaat'
}

@test "a choice that does not exist, with the nearest" {
    with_line Doel 'Status: bezigg'
    refused 25:8 keuze-onbekend 'bedoelt u `bezig`?'
    with_line Veiligheid 'Kindcheck: jaa'
    refused 25:11 keuze-onbekend 'bedoelt u `ja`?'
    with_line Doel 'Status: Open'
    refused 25:8 keuze-onbekend 'bedoelt u `open`?'
    with_line Doel 'Status: iets heel anders'
    refused 25:8 keuze-onbekend 'kies uit: wens, open, bezig'
    good fout-2 | sed 's/^Melding: M1/Melding: M2/;s/^Kader:.*/Kader: wmmo/;$d' | stream
    refused 26:7 keuze-onbekend 'bedoelt u `wmo`?'
}

@test "an old word is no error, and the new one comes out" {
    good fout-2 | sed 's/^Kader:.*/Werkveld: bijzondere-jeugdbijstand/' > stroom.rec
    try gesprek-rapport caseload --formaat=csv stroom.rec
    expect_status 0
    expect_text uit '"jeugdhulp"'
    expect_no_text uit bijzondere-jeugdbijstand
}

@test "a number and another value that does not fit" {
    with_line Doel 'Prioriteit: hoog'
    refused 25:12 getal-fout 'schrijf een heel getal'
    with_line Veiligheid 'Meldcodestap: 6'
    refused 25:14 getal-fout 'schrijf een heel getal van 1-5'
    with_line Doel 'Schaal: 3'
    refused 25:8 waarde-fout 'schrijf -2, -1, 0, +1 of +2'
    with_line Doel 'Schaal_tekst: veel beter'
    refused 25:14 waarde-fout 'een spatie en dan de tekst'
    good fout-2 | sed 's/^Melding: M1/Melding: M2/;s/^Gemeente:.*/Gemeente: Utrecht/;$d' | stream
    refused 25:10 waarde-fout '4 cijfers'
}

@test "a value with a form cannot go over two lines" {
    with_line Doel 'Uiterlijk: 2026-12\n+ -31'
    refused 25:11 datum-fout 'schrijf een dag die bestaat'
    with_line Doel 'Status: be\\\\\nzig'
    refused 25:8 keuze-onbekend bezig
}

@test "a key that is not good" {
    local long
    long=$(printf '%065d' 0)
    for type in "${ALL_TYPES[@]}"; do
        opening "$type" 'X 1' fout-2 | stream
        refused 19:1 sleutel-fout 'zoals D1'
    done
    for key in '' - .x _x ../x a/b 'x;y' "$long" $'\303\253'; do
        opening Verzonnen "$key" fout-2 | stream
        try gesprek-rapport caseload --formaat=csv stroom.rec
        expect_status 3
        expect_message fout 'stroom.rec:19:1: fout' 'zoals D1' sleutel-fout
        expect_no_text uit fout-2
    done
    opening Verzonnen "${long#0}" fout-2 | stream
    try gesprek-rapport caseload --formaat=csv stroom.rec
    expect_status 0
}

@test "a dossier number that is not good" {
    for id in ../../etc .. '-x' 'a b' 'x/y' "$(printf '%065d' 0)"; do
        { good goed-1; good "$id"; good goed-3; } > stroom.rec
        for reader in "${READERS[@]:1}"; do
            try "$reader" stroom.rec
            expect_status 3
            expect_message fout 'stroom.rec:11:1: fout' 'gebruik letters, cijfers' sleutel-fout
            expect_text uit goed-1
            expect_text uit goed-3
            expect_no_text uit "Dossier: $id"
        done
    done
}

@test "a wrong name of a field or type is an error in a type that nobody knows too" {
    { printf 'Ver-zonnen: X1\n'; opening Verzonnen X1 fout-2 | tail -n +2; } | stream
    refused 19:1 geen-veld 'Naam: tekst'
}

@test "all errors of a dossier are named, and the number of dossiers is right" {
    {
        good fout-1 | sed 's/^Op:.*/Op: 1/;s/^Kader:.*/Kader: heel anders/'
        good goed-2
        good fout-3 | sed 's/^Gemeente:.*/Gemeente: x/'
    } > stroom.rec
    try gesprek-rapport caseload --formaat=csv stroom.rec
    expect_status 3
    expect_message fout 'stroom.rec:3:4: fout' dag datum-fout
    expect_message fout 'stroom.rec:8:7: fout' kies keuze-onbekend
    expect_message fout 'stroom.rec:25:10: fout' cijfers waarde-fout
    expect_message fout 'gesprek-rapport: opmerking' '2 dossiers zijn weggelaten' weggelaten
    assert_equal "$(wc -l < fout)" 4
    assert_equal "$(grep -c goed-2 uit)" 1
    try gesprek-check stroom.rec
    expect_status 3
    assert_equal "$(tail -n 1 uit)" '3 dossiers nagekeken, 3 fouten, 0 aandachtspunten'
}

@test "an error in a dossier that was not asked for counts too with --dossier, --soort and --waar" {
    with_line Veiligheid 'Kindcheck: jaa'
    for reader in 'gesprek-stavaza --soort=Melding' 'gesprek-stavaza --soort=Melding --formaat=rec' 'gesprek-stavaza --dossier=goed-1' \
        'gesprek-kies --waar=Kader=wmo' 'gesprek-kies --dossier=goed-1' 'gesprek-rapport caseload --dossier=goed-1'; do
        try "$reader" stroom.rec
        expect_status 3
        expect_message fout 'stroom.rec:25:11: fout' ja keuze-onbekend
        expect_text uit goed-1
        expect_no_text uit fout-2
    done
}

@test "an error after --op or --geboekt-tot stays an error" {
    opening Doel D1 fout-2 | sed 's/^Op:.*/Op: 2026-09-09/;s/^Geboekt:.*/Geboekt: 2026-09-09T10:00:00+02:00/' > later
    { cat later; echo 'Status: bezigg'; } | stream
    for reader in "${READERS[@]:1}"; do
        for limit in --op=2026-03-01 --geboekt-tot=2026-03-01; do
            try "$reader" $limit stroom.rec
            expect_status 3
            expect_no_text uit fout-2
        done
    done
}

@test "XML after an error is whole for no reader" {
    with_line Doel 'Status: bezigg'
    try gesprek-rapport caseload --formaat=xml stroom.rec
    expect_status 3
    run -1 xmllint --noout uit
}

@test "--uit after an error: the file is not there, and an old file stays" {
    with_line Doel 'Status: bezigg'
    for reader in "${READERS[@]}"; do
        rm -f antwoord
        try "$reader" --uit=antwoord stroom.rec
        expect_status 3
        [ ! -e antwoord ] || tell 'antwoord bestaat'
        echo oud > antwoord
        try "$reader" --uit=antwoord stroom.rec
        expect_status 3
        assert_equal "$(< antwoord)" oud
    done
}

@test "the messages as JSON: every line, with every reader and the writer" {
    { opening Doel X1 fout-2; printf 'Notitie: "aanhaling" \\ en \t tab\nStatus: be"z\\i\tg\n\033[31mrood: x\n'; } | stream
    : > alles
    for reader in "${READERS[@]}" 'gesprek-noteer nieuw Doel --tekst=x --dossier=goed-1'; do
        try "$reader" --meldingen=json stroom.rec
        expect_status 3
        if [[ $reader == gesprek-check ]]; then cat uit fout >> alles; else cat fout >> alles; fi
    done
    # All those of the tests before this one too.
    cat "$BATS_FILE_TMPDIR/json" >> alles 2>/dev/null || true
    python3 - > plaatsen <<'PY'
import json
for line in open("alles", encoding="utf-8"):
    m = json.loads(line)
    assert m["programma"].startswith("gesprek-") and m["ernst"] in ("fout", "let op", "opmerking") and m["tekst"], m
    print(":".join([m.get("bestand", ""), str(m.get("regel", "")), str(m.get("kolom", ""))]), m["code"])
PY
    assert_equal "$(grep -cx 'stroom.rec:26:8 keuze-onbekend' plaatsen)" "$((${#READERS[@]} + 1))"
    assert_equal "$(grep -cx 'stroom.rec:27:1 geen-veld' plaatsen)" "$((${#READERS[@]} + 1))"
    [ "$(grep -cx ':: weggelaten' plaatsen)" -ge 8 ]
}

@test "a BOM is allowed, and is a point of attention" {
    { printf '\357\273\277'; good goed-1; printf '\357\273\277'; good goed-2; } > stroom.rec
    { good goed-1; good goed-2; } > zonder.rec
    for reader in "${READERS[@]}"; do
        try "$reader" zonder.rec
        expect_status 0
        cp uit zonder
        try "$reader" stroom.rec
        case $reader in
        gesprek-check)
            expect_status 1
            expect_message uit 'stroom.rec:1:1: let op' 'zonder BOM' bom
            expect_message uit 'stroom.rec:10:1: let op' 'zonder BOM' bom
            assert_equal "$(tail -n 1 uit)" '2 dossiers nagekeken, 0 fouten, 2 aandachtspunten'
            ;;
        gesprek-kies)
            expect_status 0
            cmp stroom.rec uit
            ;;
        *)
            expect_status 0
            cmp zonder uit
            ;;
        esac
        expect_empty fout
    done
}

@test "a BOM in the middle of a record is no field" {
    with_line Doel '\357\273\277Status: open'
    refused 25:1 geen-veld 'Naam: tekst'
}

@test "CRLF is allowed, and is a point of attention" {
    for name in emma johan richard; do
        sed 's/$/\r/' "$CASUS/$name.rec" > "$name.rec"
    done
    for reader in "${READERS[@]}"; do
        try "$reader" "$CASUS/emma.rec" "$CASUS/johan.rec" "$CASUS/richard.rec"
        expect_status 0
        cp uit zonder
        try "$reader" emma.rec johan.rec richard.rec
        case $reader in
        gesprek-check)
            expect_status 1
            expect_message uit 'emma.rec:2:1: let op' Windows crlf
            expect_text uit '3 dossiers nagekeken, 0 fouten'
            ;;
        gesprek-kies)
            expect_status 0
            cat emma.rec johan.rec richard.rec | cmp - uit
            ;;
        *)
            expect_status 0
            cmp zonder uit
            ;;
        esac
        expect_empty fout
    done
}

@test "a CR in the middle of a line never comes raw in text" {
    with_line Doel 'Uitwerking: voor\rna'
    try gesprek-stavaza stroom.rec
    expect_status 0
    run ! grep -q $'\r' uit
}

@test "fields and types that nobody knows: a point of attention, and kept" {
    with_line Doel 'Notitie: zelf bedacht'
    { opening Verzonnen X9 goed-3; echo; } >> stroom.rec
    try gesprek-check stroom.rec
    expect_status 1
    expect_message uit 'stroom.rec:25:1: let op' 'blijft bewaard' onbekend-veld
    expect_message uit 'stroom.rec:44:1: let op' 'blijft bewaard' onbekend-type
    try gesprek-stavaza --formaat=rec stroom.rec
    expect_status 0
    expect_text uit 'Notitie: zelf bedacht'
    expect_text uit 'Verzonnen: X9'
}

@test "check: a bold field that is not there, and a reference that is broken" {
    { good goed-1; opening Doel D1 goed-1 | grep -v ^Tekst; echo 'Onder: D9'; echo; } > stroom.rec
    try gesprek-check stroom.rec
    expect_status 1
    expect_message uit 'stroom.rec:10:1: fout' Tekst veld-nodig
    expect_message uit 'stroom.rec:15:1: fout' 'D9, en dat is niet in dit dossier' verwijzing-stuk
}

@test "check: a citizen service number, and a change from before the beginning" {
    { good goed-1; opening Doel D1 goed-1; echo 'Uitwerking: nummer 111222333'; echo; amend Doel D1 goed-1 2026-01-15 'Status: bezig'; } > stroom.rec
    try gesprek-check stroom.rec
    expect_status 1
    expect_message uit 'stroom.rec:16:20: let op' 'haal het weg' bsn
    expect_message uit 'stroom.rec:18:1: let op' 'Kijk de dagen na' op-volgorde
    sed -i s/111222333/111222334/ stroom.rec
    try gesprek-check stroom.rec
    expect_no_text uit '[bsn]'
}

# ---- rubbish ----

# survives WORD...: no signal, and nothing but 0, 1 or 3.
survives() {
    try "$@"
    [[ $status == [013] ]] || { cp rommel "$BATS_RUN_TMPDIR/rommel"; tell "rommel staat in $BATS_RUN_TMPDIR/rommel"; }
}

@test "rubbish: random bytes" {
    for round in {1..10}; do
        head -c $((1 << round * 2)) /dev/urandom > rommel
        for reader in "${READERS[@]}" 'gesprek-noteer nieuw Doel --tekst=x'; do
            survives "$reader" rommel
            survives "$reader" - < rommel
        done
    done
    for reader in "${READERS[@]}"; do
        try "$reader" rommel
        expect_status 3
    done
    try gesprek-noteer nieuw Doel --tekst=x rommel
    expect_status 3
    expect_empty uit
}

@test "rubbish: programs, zeros, and a dossier between them" {
    head -c 300000 "$BIN/gesprek-check" > rommel
    for reader in "${READERS[@]}"; do
        try "$reader" rommel
        expect_status 3
    done
    head -c 3000000 /dev/zero > rommel
    for reader in "${READERS[@]}"; do
        try "$reader" rommel
        expect_status 3
    done
    head -c 200000 /dev/urandom > rommel
    { cat rommel; printf '\n\n'; good goed-1; good goed-2; } > stroom.rec
    try gesprek-rapport caseload --formaat=csv stroom.rec
    expect_status 3
    expect_text uit goed-2
}

@test "rubbish: an example with a few changed bytes" {
    python3 - "$CASUS/emma.rec" <<'PY'
import random, sys
source = open(sys.argv[1], "rb").read()[:9000]
for n in range(150):
    r = random.Random(n)
    b = bytearray(source)
    for _ in range(r.choice([1, 2, 5, 30])):
        b = b or bytearray(b"\n")
        at = r.randrange(len(b))
        what = r.randrange(4)
        if what == 0:
            b[at] = r.randrange(256)
        elif what == 1:
            del b[at:at + r.randrange(1, 40)]
        elif what == 2:
            b[at:at] = r.choice([b"\n", b"\n\n", b"\\\n", b"\r\n", b"\n+ ", b"\n#", b":", b"\xef\xbb\xbf", b"\0", b"\xe2\x80"])
        else:
            b = b[:max(at, 2)]
    open(f"{n}.rommel", "wb").write(b)
PY
    for n in {0..149}; do
        cp "$n.rommel" rommel
        survives gesprek-check rommel
        checked=$status
        survives gesprek-stavaza --formaat=rec rommel
        # What a reader takes for good, check calls no error, but for bold fields and references.
        [ "$checked" -eq 3 ] || [ "$status" -ne 3 ] || tell "check vond niets in $n"
        survives gesprek-rapport caseload --formaat=xml rommel
    done
}
