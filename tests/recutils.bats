#!/usr/bin/env bats
# recutils agrees: what recfix calls good, what recsel reads, is what we read.

# shellcheck disable=SC1003,SC2016,SC2030,SC2031,SC2154  # backslashes and programs between quotes; status and stderr are those of try and run
bats_require_minimum_version 1.5.0
load hulp

setup() {
    hulp_setup
    command -v recsel > /dev/null || skip 'recutils is er niet'
    cat "$CASUS"/{emma,johan,richard}.rec > alles.rec
}

records() {
    python3 "$BATS_TEST_DIRNAME/records.py" "$@"
}

# same_values FILE: every field of every record is the same to recsel and to gesprek-stavaza.
same_values() {
    recsel "$1" | records values | sort > van_recsel
    try gesprek-stavaza --formaat=rec "$1"
    expect_status 0
    records values < uit | sort > van_ons
    [ -s van_ons ]
    diff -u van_recsel van_ons
}

# The types of the examples.
types_used() {
    awk 'BEGIN { RS = ""; FS = "\n" } { for (i = 1; $i ~ /^#/; i++); sub(/:.*/, "", $i); print $i }' alles.rec | sort -u
}

@test "recfix keurt elk voorbeeld goed, en de bestanden achter elkaar" {
    for name in emma johan richard; do
        run -0 recfix --check "$CASUS/$name.rec"
        assert_output ''
    done
    run -0 recfix --check alles.rec
    assert_output ''
}

@test "recsel leest meer bestanden tegelijk" {
    run -0 bash -c 'recsel -e "#Doel" -P Doel "$1"/{emma,johan}.rec | grep -c .' bash "$CASUS"
    [ "$output" -gt 2 ]
}

@test "recsel en stavaza zien dezelfde records" {
    recsel alles.rec | records values | cut -f 1-3 | sort -u > van_recsel
    gesprek-stavaza --formaat=rec alles.rec | records values | cut -f 1-3 | sort -u > van_ons
    # Vervallen is what recsel cannot know.
    gesprek-kies alles.rec | records values | awk -F '\t' '$4 == "Vervallen" && $5 != "\"\"" { print $1 "\t" $2 "\t" $3 }' | sort -u > vervallen
    comm -23 van_recsel vervallen | diff -u - van_ons
    [ "$(wc -l < van_ons)" -gt 150 ]
    [ "$(types_used | wc -l)" -gt 25 ]
}

@test "elk record komt een keer uit stavaza, en in recsel zo vaak als het gewijzigd is" {
    gesprek-stavaza --formaat=rec alles.rec > uit
    run -0 records once < uit
    assert_equal "$(printf '%s\n\n' "$output" | sha1sum)" "$(sha1sum < uit)"
    [ "$(recsel alles.rec | grep -c '^Gewijzigd: ')" -gt 20 ]
}

@test "zonder wijzigingen zijn alle waarden dezelfde, veld voor veld" {
    records once < alles.rec > eenmaal.rec
    [ "$(grep -c '^Dossier: ' eenmaal.rec)" -gt 100 ]
    run -0 recfix --check eenmaal.rec
    same_values eenmaal.rec
}

@test "wat stavaza --formaat=rec print, leest recsel net zo terug" {
    try gesprek-stavaza --formaat=rec alles.rec
    expect_status 0
    cp uit gevouwen.rec
    run -0 recfix --check gevouwen.rec
    same_values gevouwen.rec
    try gesprek-stavaza --formaat=rec gevouwen.rec
    expect_status 0
    cmp gevouwen.rec uit
}

@test "descriptors voor elk type in de voorbeelden: recfix keurt het gevouwen dossier goed" {
    local count=0
    for type in $(types_used); do
        for name in emma johan richard; do
            # A key is unique in its dossier, so each dossier has a set of its own.
            { gesprek-check --descriptors "$type"; gesprek-stavaza --formaat=rec --soort="$type" "$CASUS/$name.rec"; } > set.rec
            run -0 recfix --check set.rec
            assert_output ''
            ! grep -q "^$type: " set.rec || count=$((count + 1))
        done
    done
    [ "$count" -gt 40 ]
}

@test "descriptors voor elk type van het schema zijn goede recutils" {
    for type in $(gesprek-check --schema | awk '/^[A-Z]/ && !/buiten het dossier/ { print $1 }'); do
        gesprek-check --descriptors "$type" > set.rec
        run -0 recfix --check set.rec
        assert_output ''
    done
}

@test "descriptors vinden een fout die wij ook vinden" {
    for wrong in 'Status: bezigg' 'Prioriteit: hoog' 'Uiterlijk: morgen' 'Tekst: nog een' 'Schaal: 3'; do
        { good d-1; opening Doel D1 d-1; echo "$wrong"; } > d.rec
        try gesprek-check d.rec
        expect_status 3
        { gesprek-check --descriptors Doel; opening Doel D1 d-1; echo "$wrong"; } > set.rec
        run -1 recfix --check set.rec
    done
}

# ---- odd syntax ----

# field LINE...: a journal with a goal that also bears these lines.
with_lines() {
    good d-1 > d.rec
    { opening Doel D1 d-1; printf '%s\n' "$@" ''; } >> d.rec
}

@test "vreemd maar goed: tabs, spaties en niets achter de dubbele punt" {
    with_lines $'Meetbaar:\ttab' $'Haalbaar: \ttab na spatie' 'Uitwerking:  twee spaties' 'Bij_terugval:geen' 'Notitie: achter  ' $'Ander:\t\ttwee tabs'
    same_values d.rec
    grep -qF $'\tMeetbaar\t"tab"' van_ons
}

@test "vreemd maar goed: vervolgregels met en zonder spatie, leeg, met tab" {
    with_lines 'Meetbaar: een' '+ twee' '+drie' '+  vier' '+' '+ ' '+ vijf: zes' '+#zeven' '++ acht' 'Haalbaar:' '+ pas hier'
    same_values d.rec
    with_lines 'Meetbaar: een' $'+\ttab' $'+ \ttab na spatie'
    same_values d.rec
}

@test "vreemd maar goed: regels die met een backslash aan elkaar zitten" {
    with_lines 'Meetbaar: een \' 'twee\' '\' ' drie' 'Haalbaar:\' 'pas hier' 'Bij_terugval: a\' '+ b' 'Uitwerking: midden \ in, en \\ twee' 'Ander: x\' 'Dossier: geen veld' \
        'Nog: y\' '# geen opmerking'
    same_values d.rec
    grep -qF '"een twee drie"' van_ons
}

@test "vreemd maar goed: een backslash voor een lege regel trekt die erbij" {
    with_lines 'Meetbaar: een\' '' 'Haalbaar: twee'
    same_values d.rec
    # In a + line too, and with two backslashes the last one joins.
    with_lines 'Meetbaar: een' '+ twee\' 'drie' 'Haalbaar: vier\\' 'vijf'
    same_values d.rec
}

@test "vreemd maar goed: opmerkingen tussen velden en records, ook met backslash" {
    with_lines '# tussen' 'Meetbaar: een' '# een \' 'Haalbaar: # geen opmerking' '#' '# Nog: niet' 'Ander: x'
    { echo '# achteraan'; echo; echo '# los'; echo; opening Stap S1 d-1; echo '# aan het eind'; } >> d.rec
    same_values d.rec
}

@test "vreemd maar goed: lege regels met spaties en tabs, veel lege regels, geen newline aan het eind" {
    { good d-1; opening Doel D1 d-1; printf ' \t \n'; opening Doel D2 d-1; printf '\n\n\n\n\t\n'; opening Doel D3 d-1; printf 'Meetbaar: geen eind'; } > d.rec
    same_values d.rec
    grep -qF '"geen eind"' van_ons
}

@test "vreemd maar goed: vreemde tekens, aanhalingen en lange waarden" {
    with_lines "Meetbaar: 'a' \"b\" \`c\` \$d &e <f> %g {h} | i" 'Haalbaar: ë é 漢字 🙂 ‏ع' "Uitwerking: $(printf '%70000s' '' | tr ' ' y)" 'Ander: : : :'
    same_values d.rec
}

# What recutils refuses we refuse too. (We refuse more: recutils reads over blanks before a record's first field.)
@test "wat recfix weigert, weigeren wij" {
    for line in 'geen veld' '+ los' '1a: x' 'a-b: x' 'Twee woorden: x' ': x'; do
        { good d-1; printf '%s\n' '# kop' "$line"; opening Doel D1 d-1; } > d.rec
        run -1 recfix --check d.rec
        try gesprek-rapport caseload d.rec
        expect_status 3
    done
    { good d-1; opening Doel D1 d-1; printf '# opmerking\n+ vervolg\n'; } > d.rec
    run -1 recfix --check d.rec
    try gesprek-rapport caseload d.rec
    expect_status 3
}
