#!/usr/bin/env bats
# What a journal comes to: amending, order, looking back, streams, files and directories.

# shellcheck disable=SC1003,SC2030,SC2031,SC2154  # backslashes; status and stderr are those of try and run
bats_require_minimum_version 1.5.0
load hulp

# The folded state of standard input, a line a field: `dossier type key field "value"`; only those of Doel.
doel_values() {
    gesprek-stavaza --formaat=rec --soort=Doel "$@" | python3 "$BATS_TEST_DIRNAME/records.py" values
}

# goal FIELD...: a dossier d-1 with a goal D1 that also bears these fields.
goal() {
    good d-1
    opening Doel D1 d-1
    printf '%s\n' "$@" ''
}

# fold FILE [OPTION...] against the lines on standard input, written with blanks: `Status "open"`.
folds_to() {
    local expected
    expected=$(cat)
    run -0 doel_values "${@:2}" < "$1"
    assert_equal "$(cut -f 4,5 <<< "$output" | tr '\t' ' ' | grep -v '^Dossier ')" "$expected"
}

# ---- amending ----

@test "a field given again replaces all values; a field not named stays" {
    { goal 'Akkoord: Emma' 'Akkoord: vader' 'Status: open'; amend Doel D1 d-1 2026-03-01 'Akkoord: moeder' 'Akkoord: oom' 'Akkoord: tante'; } > d.rec
    folds_to d.rec <<'ANSWER'
Op "2026-02-02"
Door "m.devries"
Geboekt "2026-02-02T10:00:00+01:00"
Tekst "Ik wil een eigen sleutel."
Akkoord "moeder"
Akkoord "oom"
Akkoord "tante"
Status "open"
ANSWER
}

@test "fewer values than there were, and a new field" {
    { goal 'Akkoord: Emma' 'Status: open' 'Akkoord: vader'; amend Doel D1 d-1 2026-03-01 'Uiterlijk: 2026-12-01' 'Akkoord: Emma'; } > d.rec
    folds_to d.rec <<'ANSWER'
Op "2026-02-02"
Door "m.devries"
Geboekt "2026-02-02T10:00:00+01:00"
Tekst "Ik wil een eigen sleutel."
Akkoord "Emma"
Status "open"
Uiterlijk "2026-12-01"
ANSWER
}

@test "an empty value takes a field away, one with more values too; it can come back later" {
    {
        goal 'Akkoord: Emma' 'Akkoord: vader' 'Status: open' 'Uiterlijk: 2026-12-01'
        amend Doel D1 d-1 2026-03-01 'Akkoord:' 'Uiterlijk:   '
        amend Doel D1 d-1 2026-04-01 'Uiterlijk: 2027-01-01'
    } > d.rec
    folds_to d.rec --op=2026-03-01 <<'ANSWER'
Op "2026-02-02"
Door "m.devries"
Geboekt "2026-02-02T10:00:00+01:00"
Tekst "Ik wil een eigen sleutel."
Status "open"
ANSWER
    folds_to d.rec <<'ANSWER'
Op "2026-02-02"
Door "m.devries"
Geboekt "2026-02-02T10:00:00+01:00"
Tekst "Ik wil een eigen sleutel."
Status "open"
Uiterlijk "2027-01-01"
ANSWER
}

@test "Op, Door and Geboekt are those of the opening" {
    { goal 'Status: open'; amend Doel D1 d-1 2026-03-01 'Status: bezig' | sed 's/m.devries/s.bakker/'; } > d.rec
    run -0 doel_values < d.rec
    assert_line $'d-1\tDoel\tD1\tOp\t"2026-02-02"'
    assert_line $'d-1\tDoel\tD1\tDoor\t"m.devries"'
    assert_line $'d-1\tDoel\tD1\tGeboekt\t"2026-02-02T10:00:00+01:00"'
    assert_line $'d-1\tDoel\tD1\tStatus\t"bezig"'
    refute_output --partial Gewijzigd
    refute_output --partial s.bakker
}

@test "a field and a type that nobody knows are amended and taken away too" {
    {
        good d-1
        { opening Verzonnen Q1 d-1; printf 'Eigen: a\nEigen: b\nAnder: blijft\n\n'; }
        amend Verzonnen Q1 d-1 2026-03-01 'Eigen: c' 'Nieuw: d'
        amend Verzonnen Q1 d-1 2026-03-02 'Tekst:'
    } > d.rec
    try gesprek-stavaza --formaat=rec --op=2026-03-02 d.rec
    expect_status 0
    run -0 awk '/^Verzonnen/, /^$/' uit
    assert_output 'Verzonnen: Q1
Dossier: d-1
Op: 2026-02-02
Door: m.devries
Geboekt: 2026-02-02T10:00:00+01:00
Eigen: c
Ander: blijft
Nieuw: d'
}

@test "an amendment holds for its own dossier and its own type" {
    { good d-1; opening Doel D1 d-1; echo; good d-2; opening Doel D1 d-2; echo; amend Doel D1 d-2 2026-03-01 'Status: bezig'; } > d.rec
    run -0 doel_values < d.rec
    assert_line $'d-2\tDoel\tD1\tStatus\t"bezig"'
    refute_line $'d-1\tDoel\tD1\tStatus\t"bezig"'
}

@test "Vervallen takes a record away from its day on, and an empty Vervallen puts it back" {
    {
        good d-1
        opening Gesprek G1 d-1
        echo
        amend Gesprek G1 d-1 2026-03-01 'Vervallen: dubbel'
        amend Gesprek G1 d-1 2026-04-01 'Vervallen:'
    } > d.rec
    for expected in 2026-02-02:1 2026-02-28:1 2026-03-01:0 2026-03-31:0 2026-04-01:1 2026-11-22:1; do
        try gesprek-rapport caseload --formaat=csv "--op=${expected%:*}" d.rec
        expect_status 0
        assert_equal "$(tail -n 1 uit | cut -d , -f 9)" "\"${expected#*:}\""
        try gesprek-stavaza --formaat=rec "--op=${expected%:*}" d.rec
        assert_equal "$(grep -c '^Gesprek: G1' uit)" "${expected#*:}"
        try gesprek-stavaza "--op=${expected%:*}" d.rec
        assert_equal "$(grep -c -- '- G1' uit)" "${expected#*:}"
    done
    try gesprek-stavaza --formaat=rec d.rec
    expect_no_text uit Vervallen
}

# ---- order ----

@test "the order is that of Op, and within a day that of the file" {
    {
        goal 'Status: open'
        amend Doel D1 d-1 2026-05-01 'Status: behaald'
        amend Doel D1 d-1 2026-03-01 'Status: bezig' 'Uiterlijk: 2026-12-01'
        amend Doel D1 d-1 2026-05-01 'Volgens: samen'
        amend Doel D1 d-1 2026-05-01 'Volgens: client'
    } > d.rec
    run -0 doel_values < d.rec
    assert_line $'d-1\tDoel\tD1\tStatus\t"behaald"'
    assert_line $'d-1\tDoel\tD1\tUiterlijk\t"2026-12-01"'
    assert_line $'d-1\tDoel\tD1\tVolgens\t"client"'
    run -0 doel_values --op=2026-04-30 < d.rec
    assert_line $'d-1\tDoel\tD1\tStatus\t"bezig"'
}

@test "a journal whose days are out of order says the same" {
    for name in emma johan richard; do
        python3 "$BATS_TEST_DIRNAME/records.py" backwards < "$CASUS/$name.rec" > anders.rec
        run ! cmp -s anders.rec "$CASUS/$name.rec"
        for reader in 'gesprek-stavaza' 'gesprek-stavaza --formaat=rec' 'gesprek-stavaza verloop' 'gesprek-rapport caseload --formaat=csv'; do
            for option in --vandaag=2026-11-22 --op=2026-06-01 --geboekt-tot=2026-06-01; do
                try "$reader" "$option" "$CASUS/$name.rec"
                expect_status 0
                cp uit gewoon
                try "$reader" "$option" anders.rec
                expect_status 0
                cmp gewoon uit
            done
        done
    done
}

# ---- looking back ----

# looks_back OPTION FILE READER...: every answer with OPTION on emma's journal is that on FILE, the journal as it was, but
# for the line or attribute that says so.
looks_back() (
    local reader head='^Zoals het was op: |^Geboekt tot en met: '
    trap - DEBUG
    for reader in "${@:3}"; do
        try "$reader" "$1" "$CASUS/emma.rec"
        expect_status 0
        expect_empty fout
        sed -E "/$head/d;s/ (op|geboekt-tot)=\"[^\"]*\"//" uit > was
        try "$reader" "$2"
        expect_status 0
        cmp was uit || tell "$1 zegt iets anders dan $2"
    done
)

DATA=('gesprek-stavaza --formaat=rec' 'gesprek-rapport caseload --formaat=csv')
PAPER=('gesprek-stavaza' 'gesprek-stavaza verloop' 'gesprek-rapport caseload' 'gesprek-rapport caseload --formaat=xml')

@test "--op says what the shorter journal said, for every day of Emma" {
    python3 "$BATS_TEST_DIRNAME/records.py" shorten . "$CASUS/emma.rec"
    local count=0
    for file in op-*.rec; do
        looks_back "--op=${file:3:10}" "$file" "${DATA[@]}" "${PAPER[@]}"
        count=$((count + 1))
    done
    [ "$count" -gt 20 ]
}

@test "--geboekt-tot says what the shorter journal said, for every moment of Emma" {
    python3 "$BATS_TEST_DIRNAME/records.py" shorten . "$CASUS/emma.rec"
    local count=0 moment
    for file in geboekt-*.rec; do
        moment=${file#geboekt-}
        looks_back "--geboekt-tot=${moment%.rec}" "$file" "${DATA[@]}"
        ((count % 8)) || looks_back "--geboekt-tot=${moment%.rec}" "$file" "${PAPER[@]}"
        count=$((count + 1))
    done
    [ "$count" -gt 60 ]
}

@test "kies chooses with --op and --geboekt-tot what the shorter journal would have chosen" {
    python3 "$BATS_TEST_DIRNAME/records.py" shorten . "$CASUS/emma.rec"
    for file in op-*.rec geboekt-*:*0+02:00.rec; do
        limit=${file%.rec}
        case $file in
        op-*) limit=--op=${limit#op-} ;;
        *) limit=--geboekt-tot=${limit#geboekt-} ;;
        esac
        for fase in onthaal uitvoering nazorg; do
            try gesprek-kies -l --waar "Fase=$fase" "$file"
            expected=$status
            try gesprek-kies -l --waar "Fase=$fase" "$limit" "$CASUS/emma.rec"
            expect_status "$expected"
        done
    done
}

@test "--op on a day without records is the day before it, and before the beginning there is nothing" {
    for reader in 'gesprek-stavaza --formaat=rec' 'gesprek-rapport caseload --formaat=csv'; do
        try "$reader" --op=2026-02-04 "$CASUS/emma.rec"
        expect_status 0
        cp uit vierde
        try "$reader" --op=2026-02-08 "$CASUS/emma.rec"
        expect_status 0
        cmp vierde uit
    done
    for reader in "${READERS[@]}"; do
        [[ $reader != gesprek-check ]] || continue
        for limit in --op=2026-02-02 --geboekt-tot=2026-02-02; do
            try "$reader" "$limit" "$CASUS/emma.rec"
            expect_status 1
            expect_message fout "${reader%% *}: fout" 'later genoteerd' geen-dossier
            try "$reader" "$limit" "$CASUS"
            expect_status 0
            expect_no_text uit 2026-0017
        done
    done
}

@test "--geboekt-tot: a day counts to its end, a moment in another zone is the same moment" {
    { good d-1; opening Doel D1 d-1; echo; } > d.rec
    for limit in 2026-02-02:1 2026-02-01:0 2026-02-02T10:00:00+01:00:1 2026-02-02T09:59:59+01:00:0 2026-02-02T09:00:00Z:1 2026-02-02T08:59:59Z:0 \
        2026-02-02T23:00:00+14:00:1 2026-02-02T10:00:1 2026-02-02T09:59:0; do
        try gesprek-stavaza --formaat=rec "--geboekt-tot=${limit%:*}" d.rec
        expect_status 0
        assert_equal "$(grep -c '^Doel: D1' uit)" "${limit##*:}"
    done
    # The end of a day is that of the machine's zone.
    TZ=Pacific/Auckland try gesprek-stavaza --formaat=rec --geboekt-tot=2026-02-02 d.rec
    expect_text uit 'Doel: D1'
    TZ=America/Los_Angeles try gesprek-stavaza --formaat=rec --geboekt-tot=2026-02-01 d.rec
    expect_no_text uit 'Doel: D1'
}

@test "a report of then comes out the same later" {
    python3 "$BATS_TEST_DIRNAME/records.py" shorten . "$CASUS/emma.rec"
    GESPREK_NU=2026-06-01T00:00:00+02:00 try gesprek-rapport caseload --formaat=csv --vandaag=2026-06-01 "$(printf '%s\n' geboekt-2026-05* | tail -n 1)"
    expect_status 0
    cp uit toen
    try gesprek-rapport caseload --formaat=csv --vandaag=2026-06-01 --geboekt-tot=2026-05-31 "$CASUS/emma.rec"
    expect_status 0
    cmp toen uit
}

@test "--op and --vandaag take days in ordinary form; a wrong day is status 2" {
    try gesprek-rapport caseload --formaat=csv --op=-3d "$CASUS/emma.rec"
    expect_status 0
    cp uit drie
    try gesprek-rapport caseload --formaat=csv --op=2026-11-19 "$CASUS/emma.rec"
    cmp drie uit
    for option in --op=2026-02-30 --op= --op=eergisteren --vandaag=2026-13-01 --geboekt-tot=2026-02-02T25:00 --geboekt-tot=straks; do
        try gesprek-stavaza "$option" "$CASUS/emma.rec"
        expect_status 2
        expect_empty uit
        expect_message fout 'gesprek-stavaza: fout' 2026-11-22 gebruik
    done
}

# ---- streams, files, directories ----

@test "a file, more files, a directory and standard input give the same bytes" {
    cp -r "$CASUS" map
    for reader in "${READERS[@]}"; do
        cat map/emma.rec map/johan.rec map/richard.rec > alles
        try "$reader" alles
        expect_status 0
        cp uit een
        for way in 'map' 'map/' './/map//' 'map/emma.rec map/johan.rec map/richard.rec' 'map/emma.rec - map/richard.rec' '- map/richard.rec' '-' ''; do
            case $way in
            'map/emma.rec - '*) cp map/johan.rec in ;;
            '- '*) cat map/emma.rec map/johan.rec > in ;;
            *) cp alles in ;;
            esac
            # shellcheck disable=SC2086  # words
            try "$reader" $way < in
            expect_status 0
            expect_empty fout
            cmp een uit || tell "anders: $reader $way"
        done
        try "$reader" < <(cat alles)   # a pipe
        expect_status 0
        cmp een uit
    done
}

@test "the answers over two streams together are those over each apart" {
    for reader in 'gesprek-stavaza --formaat=rec' gesprek-kies; do
        for name in emma johan richard; do
            try "$reader" "$CASUS/$name.rec"
            expect_status 0
            cat uit
        done > apart
        try "$reader" < <(cat "$CASUS"/{emma,johan,richard}.rec)
        expect_status 0
        cmp apart uit
    done
}

@test "kies gives a clean dossier back byte for byte" {
    for name in emma johan richard; do
        try gesprek-kies "$CASUS/$name.rec"
        expect_status 0
        cmp "$CASUS/$name.rec" uit
    done
}

@test "what kies gives stays whole when concatenated, however a file ends" {
    for ending in 'Tekst: af' 'Tekst: af\n' 'Tekst: af\n\n' 'Tekst: schuin \\' 'Tekst: schuin \\\n' 'Tekst: schuin \\\n\n' 'Tekst: schuin \\\\\n\n' 'Tekst: meer\n+ regel\\' \
        'Tekst: af\n# opmerking' 'Tekst: af\n# opmerking \\' 'Tekst: af\n\n# opmerking \\\n' 'Tekst: af\r\n' 'Tekst: af\r\n\r\n' 'Tekst: af\r\n\r' 'Tekst: schuin \\\r\n' \
        'Tekst: af\n \t' 'Tekst: af\n \t\n' 'Tekst: af\n\n\n\n' 'Tekst: schuin \\\n\\' 'Tekst: af\n#'; do
        # shellcheck disable=SC2059
        { good d-1; opening Doel D1 d-1 | grep -v ^Tekst; printf "$ending"; } > a.rec
        good d-2 > b.rec
        try gesprek-stavaza --formaat=rec a.rec b.rec
        expect_status 0
        cp uit apart
        try gesprek-kies a.rec b.rec
        expect_status 0
        cp uit stroom.rec
        try gesprek-stavaza --formaat=rec stroom.rec
        expect_status 0
        cmp apart uit || tell "anders na: $ending"
        gesprek-kies a.rec > stroom.rec
        gesprek-kies b.rec >> stroom.rec
        try gesprek-stavaza --formaat=rec stroom.rec
        expect_status 0
        cmp apart uit || tell "anders na: $ending"
    done
}

# A file cut in two between records of one dossier, at each boundary.
@test "files that stop in the middle of a dossier, between two records, give the same bytes" {
    cat "$CASUS"/{emma,johan,richard}.rec > alles
    awk 'BEGIN { RS = ""; ORS = "\n\n" } { print > sprintf("deel-%03d.rec", NR) }' alles
    parts=(deel-*.rec)
    [ ${#parts[@]} -gt 150 ]
    cat "${parts[@]}" | cmp - alles
    for reader in "${READERS[@]}"; do
        try "$reader" alles
        expect_status 0
        cp uit een
        try "$reader" "${parts[@]}"
        expect_status 0
        expect_empty fout
        cmp een uit
        for ((at = 7; at < ${#parts[@]}; at += 37)); do
            cat "${parts[@]::at}" > a.rec
            cat "${parts[@]:at}" > b.rec
            try "$reader" a.rec b.rec
            expect_status 0
            cmp een uit
        done
    done
}

@test "a file without an empty line or newline at its end does not stick to the next" {
    mkdir map
    for name in emma johan richard; do
        head -c -2 "$CASUS/$name.rec" > "map/$name.rec"
    done
    for reader in "${READERS[@]}"; do
        try "$reader" "$CASUS"/{emma,johan,richard}.rec
        expect_status 0
        cp uit een
        try "$reader" map
        if [[ $reader == gesprek-check ]]; then
            expect_status 1
            expect_text uit '3 dossiers nagekeken, 0 fouten, 3 aandachtspunten'
            expect_text uit '[lege-regel]'
        else
            expect_status 0
            cmp een uit
        fi
    done
}

@test "a record that runs through a reading boundary stays whole: large stream, small pieces" {
    for n in {1..120}; do sed "s/2026-0017/d-$n/" "$CASUS/emma.rec"; done > groot
    [ "$(wc -c < groot)" -gt 3000000 ]
    for reader in 'gesprek-stavaza --formaat=rec' gesprek-kies 'gesprek-rapport caseload --formaat=csv'; do
        try "$reader" groot
        expect_status 0
        cp uit een
        try "$reader" < <(dd if=groot bs=4093 status=none)
        expect_status 0
        cmp een uit
    done
    try gesprek-kies groot
    cmp groot uit
    try gesprek-rapport caseload --formaat=csv groot
    assert_equal "$(tail -n +2 uit | cut -d , -f 2- | sort -u | wc -l)" 1
    assert_equal "$(wc -l < uit)" 121
}

@test "a large record, larger than the reading window" {
    { good goed-1; opening Doel D1 goed-1; seq -f '+ regel %.0f van een lang verhaal' 1 40000; echo; good goed-2; } > d.rec
    [ "$(wc -c < d.rec)" -gt 1000000 ]
    try gesprek-stavaza --formaat=rec d.rec
    expect_status 0
    assert_equal "$(grep -c '^+ regel' uit)" 40000
    expect_text uit 'regel 40000 van'
    expect_text uit goed-2
    try gesprek-kies - < d.rec
    cmp d.rec uit
}

@test "directories: in byte order, deeper per directory; not dots, linked directories and other names" {
    mkdir -p map/b map/B map/.verborgen map/z.rec buiten
    for id in a A b1 B1 a-b a.b _x z1; do
        case $id in
        b1) path=map/b/b1.rec ;;
        B1) path=map/B/B1.rec ;;
        z1) path=map/z.rec/z1.rec ;;
        _x) path=map/_x.rec ;;
        *) path=map/$id.rec ;;
        esac
        good "${id#_}" > "$path"
    done
    good spatie > 'map/met spatie.rec'
    good koppeling > buiten/echt.rec
    ln -s ../buiten/echt.rec map/koppeling.rec
    ln -s ../buiten map/gekoppeld
    ln -s ../buiten map/ook.rec
    good punt > map/.punt.rec
    good verborgen > map/.verborgen/x.rec
    good ander > map/notities.txt
    good zonder > map/rec
    good hoofd > map/x.REC
    try gesprek-kies -l map
    expect_status 0
    expect_empty fout
    diff - uit <<'NAMES'
map/A.rec
map/B/B1.rec
map/_x.rec
map/a-b.rec
map/a.b.rec
map/a.rec
map/b/b1.rec
map/koppeling.rec
map/met spatie.rec
map/z.rec/z1.rec
NAMES
    LC_ALL=nl_NL.UTF-8 try gesprek-kies -l map/
    assert_equal "$(sed 's|//|/|' uit | sha1sum)" "$(gesprek-kies -l map | sha1sum)"
}

@test "a linked directory and a name without .rec that you name yourself are read" {
    mkdir map
    good d-1 > map/d-1.rec
    good d-2 > notities.txt
    good d-3 > .d-3.rec
    ln -s map wijzer
    try gesprek-kies -l wijzer notities.txt .d-3.rec
    expect_status 0
    assert_equal "$(< uit)" $'wijzer/d-1.rec\nnotities.txt\n.d-3.rec'
}

@test "a ring of links keeps nobody busy" {
    mkdir -p map/in
    good d-1 > map/in/d-1.rec
    ln -s .. map/in/terug
    ln -s lus.rec map/lus.rec
    try timeout 10 gesprek-kies -l map
    expect_status 4
    assert_equal "$(< uit)" map/in/d-1.rec
    expect_message fout 'map/lus.rec: fout' 'symlink' bestand
}

@test "a file that is not there is named; the rest is done" {
    for reader in "${READERS[@]}"; do
        try "$reader" "$CASUS/emma.rec" weg.rec "$CASUS/johan.rec" ook/weg
        expect_status 4
        expect_message fout 'weg.rec: fout' 'dat bestaat niet' bestand
        expect_message fout 'ook/weg: fout' 'dat bestaat niet' bestand
        if [[ $reader == gesprek-check ]]; then
            expect_text uit '2 dossiers nagekeken'
        else
            expect_text uit 2026-0017
            expect_text uit 2026-0021
        fi
        [[ $reader != *xml ]] || expect_no_text uit '</caseload>'
    done
    try gesprek-stavaza weg.rec
    expect_status 4
    assert_equal "$(wc -l < fout)" 1
}

@test "a file that may not be read is named; the rest is done" {
    [ "$(id -u)" -ne 0 ] || skip 'root mag alles lezen'
    mkdir map dicht
    good d-1 > map/d-1.rec
    good d-2 > map/d-2.rec
    chmod 0 map/d-1.rec dicht
    try gesprek-stavaza --formaat=rec map dicht
    expect_status 4
    expect_message fout 'map/d-1.rec: fout' rechten bestand
    expect_message fout 'dicht: fout' rechten bestand
    expect_text uit d-2
}

@test "no dossier: a message and status 1, never silent" {
    mkdir leeg
    : > niets.rec
    printf '# alleen een opmerking\n' > opmerking.rec
    printf '\n \n\t\n\n' > wit.rec
    printf '\357\273\277' > bom.rec
    for reader in "${READERS[@]}"; do
        for what in leeg niets.rec opmerking.rec wit.rec bom.rec /dev/null -; do
            try "$reader" "$what"
            expect_status 1
            expect_message fout "${reader%% *}: fout" 'Geef een bestand of map met dossiers op' geen-dossier
            assert_equal "$(wc -l < fout)" 1
        done
        try "$reader" --dossier=bestaat-niet "$CASUS/emma.rec"
        expect_status 1
        expect_message fout "${reader%% *}: fout" 'bestaat-niet staat hier niet in' geen-dossier
    done
}

@test "a writer finds empty input an error in the data" {
    for text in '' $'\n\n' '# opmerking'; do
        try gesprek-noteer nieuw Doel --tekst=x <<< "$text"
        expect_status 3
        expect_empty uit
        [ -s fout ] || tell 'geen melding'
    done
    try gesprek-noteer nieuw Doel --tekst=x - < /dev/null
    expect_status 3
    expect_message fout '-: fout' 'geen dossier' leeg
}

@test "social map, a worker's own file and %-records are passed over" {
    {
        printf '%%rec: Doel\n%%mandatory: Tekst\n\n'
        printf 'Organisatie: wijkteam\nNaam: Wijkteam\nNagekeken: 2026-01-01\n\n'
        good d-1
        printf 'Dienst: hulp\nBij: wijkteam\nNaam: Hulp\n\n'
        opening Doel D1 d-1
        printf '\nContact: c1\nBij: wijkteam\nNaam: Jan\n\n'
        for type in Convenant Instelling Meting Observatie Ontwikkelpunt Reflectie; do printf '%s: x\nTekst: y\n\n' "$type"; done
        good d-2
        printf '%%rec: Stap\n'
    } > stroom.rec
    for reader in "${READERS[@]}"; do
        try "$reader" stroom.rec
        expect_empty fout
        if [[ $reader == gesprek-check ]]; then
            expect_text uit '2 dossiers nagekeken, 0 fouten'
        else
            expect_status 0
            expect_text uit d-1
            expect_text uit d-2
            expect_no_text uit wijkteam
            expect_no_text uit Reflectie
        fi
    done
    try gesprek-stavaza --formaat=rec stroom.rec
    assert_equal "$(grep -c '^Doel: D1' uit)" 1
    printf 'Organisatie: wijkteam\nNaam: Wijkteam\n\n' > kaart.rec
    try gesprek-rapport caseload kaart.rec
    expect_status 1
    expect_message fout 'gesprek-rapport: fout' 'geen dossier gelezen' geen-dossier
}

@test "--dossier picks from a stream, and --dossier and --alle read GESPREK_DOSSIERS" {
    mkdir map
    cp "$CASUS/emma.rec" map/2026-0017.rec
    cp "$CASUS/johan.rec" map/2026-0021.rec
    export GESPREK_DOSSIERS=$PWD/map
    for reader in "${READERS[@]}"; do
        try "$reader" "$CASUS/emma.rec"
        cp uit emma
        try "$reader" --dossier=2026-0017 - < <(cat "$CASUS"/{richard,emma,johan}.rec)
        expect_status 0
        cmp emma uit
        try "$reader" --dossier=2026-0017
        expect_status 0
        cmp emma uit
        try "$reader" "$CASUS/emma.rec" "$CASUS/johan.rec"
        cp uit beide
        try "$reader" --alle
        expect_status 0
        cmp beide uit
        try "$reader" --alle map
        expect_status 2
        expect_empty uit
        try "$reader" --dossier=../map/2026-0017
        expect_status 2
        expect_empty uit
        try "$reader" --dossier=2026-9999
        expect_status 4
        expect_text fout "$PWD/map/2026-9999.rec: fout: "
    done
    unset GESPREK_DOSSIERS
    for option in --alle --dossier=2026-0017; do
        try gesprek-stavaza "$option"
        expect_status 2
        expect_message fout 'gesprek-stavaza: fout' GESPREK_DOSSIERS gebruik
    done
}

@test "kies: nothing chosen is status 1, without output; -l names a file once" {
    try gesprek-kies --waar 'Kader=jeugdwet' "$CASUS"
    expect_status 1
    expect_empty uit
    expect_empty fout
    { good d-1; good d-2; } > twee.rec
    try gesprek-kies -l twee.rec
    expect_status 0
    assert_equal "$(< uit)" twee.rec
    try gesprek-kies --waar 'Kader=wmo' -l "$CASUS"
    expect_status 0
    assert_equal "$(< uit)" "$CASUS/emma.rec
$CASUS/richard.rec"
}
