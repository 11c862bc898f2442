#!/usr/bin/env bats
# gesprek-rapport: CSV for Excel, XML that is valid or not written, what changed since an older delivery, and the caseload for
# somebody outside.

load hulp

SCHEMA=$BATS_TEST_DIRNAME/../schema

# report WORD...: the exact counts of 2026 of the examples.
report() {
    try gesprek-rapport gemeente --jaar=2026 --verantwoording "$@"
}

# key [FILE]: a key file that is as it must be.
key() {
    printf '%s' 'de sleutel van deze test, 32 bytes lang' > "${1:-sleutel}"
    chmod 600 "${1:-sleutel}"
}

# outside WORD...: the caseload for somebody outside, with that key.
outside() {
    try gesprek-rapport caseload --voor-derden --sleutelbestand=sleutel "$@"
}

# person ID [PERSOON]: a dossier of that person.
person() {
    # shellcheck disable=SC2034  # for record
    ID=$1
    record Melding M1 2026-02-03 'Vraag: Ik wil een eigen plek.' 'Gemeente: 0356' 'Kader: wmo' 'Begeleider: s.geheim'
    record Client C1 2026-02-04 'Naam: Geheim' "${@:2}"
    record Gesprek G1 2026-03-05 'Vorm: kantoor' 'Fase: onthaal'
}

# ---- CSV for Excel ----

@test "python reads the CSV for Excel, and it holds what the plain one holds" {
    for verb in 'caseload' 'gemeente --jaar=2026 --verantwoording --groepeer=kader'; do
        # shellcheck disable=SC2086  # words
        try gesprek-rapport $verb --formaat=csv "$CASUS"
        expect_status 0
        cp uit gewoon.csv
        # shellcheck disable=SC2086
        try gesprek-rapport $verb --csv=excel "$CASUS"
        expect_status 0
        cp uit excel.csv
        # shellcheck disable=SC2086
        try gesprek-rapport $verb --csv=excel --formaat=csv "$CASUS"
        cmp uit excel.csv
        python3 - <<'PY'
import csv
raw = open("excel.csv", "rb").read()
assert raw.startswith(b"\xef\xbb\xbf") and raw.count(b"\xef\xbb\xbf") == 1
assert not open("gewoon.csv", "rb").read().startswith(b"\xef\xbb\xbf")
plain = list(csv.reader(open("gewoon.csv", newline="", encoding="utf-8"), strict=True))
excel = list(csv.reader(open("excel.csv", newline="", encoding="utf-8-sig"), delimiter=";", strict=True))
assert len(plain) > 3 and plain == excel
PY
    done
}

@test "--csv asks for CSV, and knows one kind" {
    for words in '--csv=excel --formaat=xml' '--csv=gewoon' '--csv='; do
        # shellcheck disable=SC2086
        try gesprek-rapport caseload $words "$CASUS"
        expect_status 2
        expect_empty uit
    done
}

# ---- XML ----

@test "the counts as XML are valid, exact and for everybody" {
    for mode in --verantwoording --openbaar; do
        try gesprek-rapport gemeente --jaar=2026 "$mode" --groepeer=gemeente,kader,via --formaat=xml --geboekt-tot=2026-12-01 "$CASUS"
        expect_status 0
        expect_empty fout
        run -0 xmllint --noout --nonet --schema "$SCHEMA/rapport.xsd" uit
        expect_no_text uit '>.<'
    done
    expect_text uit ' weergave="openbaar" dossiers="3" weggelaten="0" zonder_melding="0"'
    try gesprek-rapport caseload --formaat=xml "$CASUS"
    run -0 xmllint --noout --nonet --schema "$SCHEMA/caseload.xsd" uit
}

@test "XML and CSV hold the same numbers" {
    report --formaat=csv "$CASUS"
    cp uit a.csv
    report --formaat=xml "$CASUS"
    cp uit a.xml
    python3 - <<'PY'
import csv, xml.etree.ElementTree as tree
names = ["rapport", "groepering", "groep", "rij", "maat", "eenheid", "aantal", "personen"]
with open("a.csv", newline="", encoding="utf-8") as f:
    rows = [[row[n] for n in names] for row in csv.DictReader(f, strict=True)]
for row in rows:
    row[6:] = ["" if n == "." else n for n in row[6:]]
root = tree.parse("a.xml").getroot()
space = "{urn:gesprek:rapport:1}"
assert root.tag == space + "rapport"
assert [[e.findtext(space + n, "") for n in names] for e in root] == rows and len(rows) > 100
PY
}

@test "XML that is not whole is not written, on standard output nor in a file" {
    good d-1 > goed.rec
    printf 'Melding: M1\nDossier: d-2\nfout\n\n' > fout.rec
    try gesprek-rapport instroom --jaar=2026 --formaat=xml goed.rec fout.rec
    expect_status 3
    expect_empty uit
    try gesprek-rapport instroom --jaar=2026 --formaat=xml --uit=antwoord.xml goed.rec fout.rec
    expect_status 3
    [ ! -e antwoord.xml ]
    try gesprek-rapport instroom --jaar=2026 --formaat=xml --uit=antwoord.xml goed.rec
    expect_status 0
    expect_empty uit
    run -0 xmllint --noout --nonet --schema "$SCHEMA/rapport.xsd" antwoord.xml
}

@test "a full disk is said of XML too" {
    [ -w /dev/full ] || skip 'geen /dev/full'
    run -4 sh -c "gesprek-rapport instroom --jaar=2026 --formaat=xml '$CASUS' > /dev/full"
}

# ---- verschil ----

@test "nothing changed: an empty list and status 0, of both kinds of CSV and in every form" {
    for form in --formaat=csv --csv=excel; do
        report "$form" "$CASUS"
        cp uit oud.csv
        report --versie=2 --verschil=oud.csv --formaat=csv "$CASUS"
        expect_status 0
        expect_empty fout
        assert_equal "$(tr -d '\r' < uit)" \
            '"rapport","groepering","groep","rij","maat","eenheid","oud","nieuw","oud_personen","nieuw_personen"'
    done
    report --versie=2 --verschil=oud.csv "$CASUS"
    expect_text uit 'Vergeleken met versie: 1'
    expect_text uit 'Er is niets anders.'
    report --versie=2 --verschil=oud.csv --formaat=html "$CASUS"
    expect_text uit 'Er is niets anders.'
    report --versie=2 --verschil=oud.csv --formaat=json "$CASUS"
    assert_equal "$(tr -d ' \n' < uit)" '[]'
    report --versie=2 --verschil=oud.csv --formaat=xml "$CASUS"
    run -0 xmllint --noout --nonet --schema "$SCHEMA/rapport.xsd" uit
    expect_no_text uit verandering
}

@test "a row that changed, one that came and one that went" {
    person d-1 > d.rec
    try gesprek-rapport contact --jaar=2026 --verantwoording --formaat=csv d.rec
    cp uit oud.csv
    { person d-1 | sed 's/kantoor/chat/'; person d-2; } > d.rec
    record Gesprek G2 2026-03-06 'Vorm: kantoor' 'Fase: onthaal' >> d.rec
    try gesprek-rapport contact --jaar=2026 --verantwoording --versie=2 --verschil=oud.csv --formaat=csv d.rec
    expect_status 0
    tr -d '"\r' < uit | grep ',gesprekken,gesprekken,' > rijen
    assert_equal "$(cat rijen)" "contact,alles,alles,chat,gesprekken,gesprekken,,1,,1
contact,alles,alles,kantoor,gesprekken,gesprekken,1,2,1,1"
    person d-1 > d.rec
    record Afspraak A1 2026-04-01 'Wanneer: 2026-04-08T10:00' 'Status: geweest' >> d.rec
    try gesprek-rapport contact --jaar=2026 --verantwoording --formaat=csv d.rec
    cp uit oud.csv
    person d-1 > d.rec
    try gesprek-rapport contact --jaar=2026 --verantwoording --versie=2 --verschil=oud.csv --formaat=xml d.rec
    run -0 xmllint --noout --nonet --schema "$SCHEMA/rapport.xsd" uit
    expect_text uit '<oud>1</oud>'
    expect_no_text uit '<nieuw>'
}

@test "another period, another kind and a version that is not higher are wrong usage" {
    report --formaat=csv --versie=2 "$CASUS"
    cp uit oud.csv
    for words in '--jaar=2025 --verantwoording --versie=3' '--van=2026-01-01 --tot=2026-12-30 --verantwoording --versie=3' \
        '--jaar=2026 --versie=3' '--jaar=2026 --verantwoording --versie=2' '--jaar=2026 --verantwoording'; do
        # shellcheck disable=SC2086
        try gesprek-rapport gemeente $words --verschil=oud.csv "$CASUS"
        expect_status 2
        expect_empty uit
        expect_message fout 'gesprek-rapport: fout' '--verschil: die levering' gebruik
    done
    try gesprek-rapport caseload --verschil=oud.csv "$CASUS"
    expect_status 2
}

@test "a file that is no delivery is refused with its line, before a dossier is read" {
    report --formaat=csv "$CASUS"
    sed '3s/"3"/"drie"/; 3s/"0"/"nul"/' uit > oud.csv
    report --versie=2 --verschil=oud.csv "$CASUS"
    expect_status 3
    expect_empty uit
    expect_text fout 'oud.csv:3:'
    expect_text fout '[verschil-fout]'
    try gesprek-rapport caseload --formaat=csv "$CASUS"
    cp uit oud.csv
    report --versie=2 --verschil=oud.csv bestaat-niet.rec
    expect_status 3
    expect_text fout 'oud.csv:1:1: fout:'
    expect_no_text fout bestaat-niet
    report --versie=2 --verschil=nergens.csv "$CASUS"
    expect_status 4
    expect_message fout 'nergens.csv: fout' 'gelezen' bestand
    report --versie=2 --verschil=. "$CASUS"
    expect_status 4
    expect_empty uit
}

# ---- for somebody outside ----

@test "no number, no worker, no name and no day goes outside, in any form" {
    key
    { person d-77; cat "$CASUS"/*.rec; } > d.rec
    for form in tekst csv xml; do
        outside --ontvanger=CBS --formaat="$form" d.rec
        expect_status 0
        expect_empty fout
        for word in d-77 2026-00 geheim Geheim m.devries; do
            expect_no_text uit "$word"
        done
        sed -n '/vandaag\|Vandaag/!p' uit > rijen
        run ! grep -E '[0-9]{4}-[0-9]{2}-[0-9]{2}' rijen
        expect_text uit 2026-03
    done
    run -0 xmllint --noout --nonet --schema "$SCHEMA/caseload.xsd" uit
    expect_text uit 'ontvanger="CBS"'
    outside --ontvanger=CBS --csv=excel d.rec
    expect_text uit '"pseudoniem";"gemeente"'
}

# names FILE...: the pseudonyms that the recipient CBS gets, in their order.
names() {
    outside --ontvanger="${TO:-CBS}" --formaat=csv "$@"
    expect_status 0 && sed 1d uit | cut -d, -f 1 | tr -d '"'
}

@test "a person has one pseudonym in all dossiers, another recipient and another key another one" {
    key
    { person d-1 'Persoon: p-9'; person d-2 'Persoon: p-9'; person d-3 'Persoon: d-4'; person d-4; } > d.rec
    names d.rec > cbs
    [ "$(wc -l < cbs)" -eq 4 ]
    [ "$(sort -u cbs | wc -l)" -eq 3 ]
    assert_equal "$(names d.rec)" "$(cat cbs)"
    TO=VNG names d.rec > vng
    printf 'x' >> sleutel
    names d.rec > andere
    assert_equal "$(sort -u cbs vng andere | wc -l)" 9
    python3 - <<'PY'
import hmac
key = b"de sleutel van deze test, 32 bytes lang"
name = lambda to, what, n: hmac.new(key, b"gesprek pseudoniem 1\0" + to + b"\0" + what + b"\0" + n, "sha256").hexdigest()[:32]
for to in (b"CBS", b"VNG"):
    want = sorted([name(to, b"persoon", b"p-9")] * 2 + [name(to, b"persoon", b"d-4"), name(to, b"dossier", b"d-4")])
    assert open(to.decode().lower()).read().split() == want
PY
}

@test "the rows stand in the order of the pseudonyms, not in that of reading" {
    key
    for i in 1 2 3 4 5; do
        person "d-$i" > "$i.rec"
    done
    names 1.rec 2.rec 3.rec 4.rec 5.rec > heen
    cp uit heen.csv
    names 5.rec 3.rec 4.rec 1.rec 2.rec > terug
    cmp uit heen.csv
    sort -c heen
}

@test "what goes with --voor-derden is asked, and does not go without" {
    key
    for words in '--voor-derden' '--voor-derden --ontvanger=CBS' '--voor-derden --sleutelbestand=sleutel' \
        '--voor-derden --sleutelbestand=sleutel --ontvanger=' '--ontvanger=CBS' '--sleutelbestand=sleutel'; do
        # shellcheck disable=SC2086
        try gesprek-rapport caseload $words "$CASUS"
        expect_status 2
        expect_empty uit
    done
    outside --ontvanger=$'\xff' "$CASUS"
    expect_status 2
    outside --ontvanger='  ' "$CASUS"
    expect_status 2
    try gesprek-rapport instroom --jaar=2026 --voor-derden --sleutelbestand=sleutel --ontvanger=CBS "$CASUS"
    expect_status 2
}

# refused TEXT: the key file is refused so, and nothing is printed.
refused() {
    outside --ontvanger=CBS "$CASUS"
    expect_status 4 && expect_empty uit && expect_message fout 'sleutel: fout' "$1" "${2:-sleutel-bestand}"
}

@test "a key that others may read, that is too short, a link or no file is refused" {
    key
    for mode in 640 604 660 622 700; do
        chmod "$mode" sleutel
        refused 'chmod 600'
    done
    printf '%031d' 0 > sleutel
    chmod 600 sleutel
    refused '32 tot 4096 bytes'
    printf '%04097d' 0 > sleutel
    refused '32 tot 4096 bytes'
    key echt
    rm sleutel
    refused '' bestand
    ln -s echt sleutel
    refused koppeling bestand
    rm sleutel
    mkdir sleutel
    refused ''
    rmdir sleutel
    mkfifo -m 600 sleutel
    refused 'geen gewoon bestand'
    rm sleutel
    key
    if [ "$(id -u)" -eq 0 ]; then
        chown 65534 sleutel
        refused 'van een ander'
    fi
}

@test "a dossier with faults is left out, and the XML for outside is not closed" {
    key
    { person d-1; printf 'Melding: M1\nDossier: d-2\nfout\n\n'; } > d.rec
    outside --ontvanger=CBS --formaat=xml d.rec
    expect_status 3
    expect_no_text uit '</caseload_derden>'
}

@test "parts added up are compared with an older delivery too" {
    mkdir een twee
    cp "$CASUS/emma.rec" een
    cp "$CASUS/johan.rec" "$CASUS/richard.rec" twee
    report --formaat=csv een
    cp uit oud.csv
    for part in een twee; do
        try gesprek-rapport gemeente --jaar=2026 --deel --uit="$part.deel" "$part"
        expect_status 0
    done
    report --versie=2 --verschil=oud.csv --formaat=csv een twee
    expect_status 0
    cp uit verwacht
    [ "$(wc -l < verwacht)" -gt 10 ]
    try gesprek-rapport samen --verantwoording --versie=2 --verschil=oud.csv --formaat=csv een.deel twee.deel
    expect_status 0
    cmp uit verwacht
    try gesprek-rapport samen --verantwoording --verschil=oud.csv --formaat=csv een.deel twee.deel
    expect_status 2
    expect_empty uit
}
