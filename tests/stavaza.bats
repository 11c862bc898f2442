#!/usr/bin/env bats
# gesprek-stavaza: what shows of a dossier and how, as text and as records, and its verloop.

# shellcheck disable=SC2034  # ID is that of record and change
load hulp

doel() {
    record Doel "$1" "$2" "${@:3}"
}

stap() {
    record Stap "$1" "$2" 'Wat: bellen' 'Wie: ik' "${@:3}"
}

# A melding, a client and a conversation of $ID: the head of every answer.
small() {
    record Melding M1 2026-02-03 'Vraag: Ik wil een eigen plek.' 'Gemeente: 0356' 'Begeleider: m.devries'
    record Client C1 2026-02-03 'Naam: Noor'
    record Gesprek G1 2026-02-10 'Vorm: kantoor' 'Fase: onthaal'
}

# prints [WORD...]: all that is printed of d.rec is what stands on standard input.
prints() {
    local expected
    expected=$(cat)
    try gesprek-stavaza "$@" d.rec
    expect_status 0 && expect_empty fout && assert_equal "$(cat uit)" "$expected"
}

# shows [WORD...]: between the head of the dossier and the note at the end stands what is on standard input.
shows() {
    local expected
    expected=$(cat)
    try gesprek-stavaza "$@" d.rec
    expect_status 0 && expect_empty fout || return
    awk '/^Intern: / { exit } body && !/^Volgende datum: / { print } /^Gesprekken: / { body = 1 }' uit > body
    assert_equal "$(sed 1d body)" "$expected"
}

# ---- the head ----

@test "the whole of a small dossier" {
    {
        small
        change Gesprek G1 2026-02-12 'Fase: onthaal' 'Fase: doelbepaling'
        doel D1 2026-02-17 'Tekst: Ik wil koken.' 'Meetbaar: Ik kook twee keer per week voor mijzelf.' 'Akkoord: Noor' \
            'Akkoord: oom' 'Status: open'
        stap S1 2026-02-17 'Bij: D1' 'Uiterlijk: 2026-12-01'
    } > d.rec
    prints <<'END'
Stand van zaken
===============
Vandaag: 2026-11-22

Dossier d-1, Noor
=================
Fase:               doelbepaling
Begeleider:         m.devries
Gemeld op:          3 februari 2026
Laatste contact:    10 februari 2026
Gesprekken:         1
Volgende datum:     1 december 2026

Meldingen
---------
- M1  Ik wil een eigen plek. (2026-02-03)
  - Gemeente: 0356; Begeleider: m.devries

Cliënt
------
- C1  Noor (2026-02-03)

Gesprekken
----------
- G1  kantoor (2026-02-10, gewijzigd 2026-02-12)
  - Fase: onthaal, doelbepaling

Doelen
------
- D1  Ik wil koken. (2026-02-17)

  Meetbaar:           Ik kook twee keer per week voor mijzelf.

  - Akkoord: Noor, oom; Status: open

Stappen
-------
- S1  bellen (2026-02-17)
  - Wie: ik; Bij: D1; Uiterlijk: 2026-12-01

Intern: alleen voor wie met dit dossier werkt.
END
}

@test "the head leaves out what is not there" {
    doel D1 2026-02-17 'Tekst: Ik wil koken.' > d.rec
    try gesprek-stavaza d.rec
    expect_status 0
    expect_text uit $'\n\nDossier d-1\n===========\nFase: '
    expect_text uit $'\nGesprekken:         0\n\nDoelen\n'
    for label in Begeleider 'Gemeld op' 'Laatste contact' 'Volgende datum'; do
        expect_no_text uit "$label:"
    done
}

@test "the name is how the client is called now" {
    small > d.rec
    change Client C1 2026-03-01 'Naam: Noor van de Wijk' >> d.rec
    try gesprek-stavaza d.rec
    expect_text uit $'\nDossier d-1, Noor van de Wijk\n=============================\n'
    try gesprek-stavaza --op=2026-02-28 d.rec
    expect_text uit $'\nDossier d-1, Noor\n=================\n'
    record Client C2 2026-03-01 'Naam: Eva' >> d.rec
    try gesprek-stavaza d.rec
    expect_text uit $'\nDossier d-1, Eva\n================\n'
    change Client C2 2026-03-02 'Vervallen: verkeerde persoon' >> d.rec
    try gesprek-stavaza d.rec
    expect_text uit $'\nDossier d-1, Noor van de Wijk\n'
    change Client C1 2026-03-02 'Vervallen: verkeerde persoon' >> d.rec
    for verb in '' verloop; do
        try "gesprek-stavaza $verb" d.rec
        expect_text uit $'\nDossier d-1\n===========\n'
    done
}

@test "--vandaag changes what comes next and is said; --op and --geboekt-tot are said too" {
    { small; stap S1 2026-02-17 'Uiterlijk: 2026-12-01'; stap S2 2026-02-17 'Uiterlijk: 2027-03-14'; } > d.rec
    try gesprek-stavaza d.rec
    expect_text uit $'\nVolgende datum:     1 december 2026\n'
    cp uit een
    try gesprek-stavaza --vandaag=2026-12-02 d.rec
    expect_text uit $'\nVolgende datum:     14 maart 2027\n'
    assert_equal "$(diff een uit | grep -c '^[<>]')" 4
    try gesprek-stavaza --vandaag=2027-03-15 --op=2026-11-01 --geboekt-tot=2026-10-01T12:00:00+01:00 d.rec
    expect_no_text uit 'Volgende datum'
    assert_equal "$(head -n 5 uit)" "$(cat <<'END'
Stand van zaken
===============
Zoals het was op: 2026-11-01
Geboekt tot en met: 2026-10-01T12:00:00+01:00
Vandaag: 2027-03-15
END
)"
}

# ---- what shows ----

@test "an amended record shows as it is now, with the day of its last change" {
    {
        doel D1 2026-02-17 'Tekst: Ik wil koken.' 'Status: open' 'Akkoord: Noor' 'Akkoord: oom' 'Termijn: kort' 'Haalbaar: ja'
        change Doel D1 2026-03-01 'Status: bezig' 'Akkoord: tante' 'Termijn:'
        change Doel D1 2026-04-01 'Tekst: Ik wil bakken.' 'Evalueren_op: 2026-05-01'
        change Doel D1 2026-05-01 'Status: behaald'
    } > d.rec
    shows <<'END'
Doelen
------
- D1  Ik wil bakken. (2026-02-17, gewijzigd 2026-05-01)
  - Status: behaald; Akkoord: tante; Haalbaar: ja; Evalueren op: 2026-05-01
END
    shows --op=2026-04-30 <<'END'
Doelen
------
- D1  Ik wil bakken. (2026-02-17, gewijzigd 2026-04-01)
  - Status: bezig; Akkoord: tante; Haalbaar: ja; Evalueren op: 2026-05-01
END
    shows --op=2026-02-28 <<'END'
Doelen
------
- D1  Ik wil koken. (2026-02-17)
  - Status: open; Akkoord: Noor, oom; Termijn: kort; Haalbaar: ja
END
}

@test "a withdrawn record does not show, nor the heading above nothing; restored it does" {
    {
        doel D1 2026-02-17 'Tekst: Ik wil koken.'
        doel D2 2026-02-17 'Tekst: Ik wil fietsen.'
        stap S1 2026-02-18
        change Doel D1 2026-03-01 'Vervallen: dubbel genoteerd'
        change Stap S1 2026-03-01 'Vervallen: hoeft niet'
        change Stap S1 2026-03-05 Vervallen:
    } > d.rec
    shows --op=2026-03-01 <<'END'
Doelen
------
- D2  Ik wil fietsen. (2026-02-17)
END
    shows <<'END'
Doelen
------
- D2  Ik wil fietsen. (2026-02-17)

Stappen
-------
- S1  bellen (2026-02-18, gewijzigd 2026-03-05)
  - Wie: ik
END
}

@test "Veiligheid shows only when it is asked for by name, in rec always" {
    {
        doel D1 2026-02-17 'Tekst: Ik wil koken.'
        record Veiligheid U1 2026-02-18 'Aard: zorgen thuis' 'Teken: stil' 'Kindcheck: ja'
        change Veiligheid U1 2026-03-01 'Teken: heel stil' 'Meldcodestap: 2'
    } > d.rec
    for words in '' verloop '--soort=Doel' 'verloop --soort=Doel,Stap'; do
        try "gesprek-stavaza $words" d.rec
        expect_status 0
        expect_text uit 'Ik wil koken'
        for word in Veiligheid U1 zorgen stil Kindcheck Meldcode; do
            expect_no_text uit "$word"
        done
    done
    shows --soort=Veiligheid <<'END'
Veiligheid
----------
- U1  zorgen thuis (2026-02-18, gewijzigd 2026-03-01)
  - Teken: heel stil; Kindcheck: ja; Meldcodestap: 2
END
    shows verloop --soort=Veiligheid <<'END'
Verloop
-------
- 2026-02-18  Veiligheid U1: zorgen thuis
- 2026-03-01  Veiligheid U1 gewijzigd: Teken wordt heel stil; Meldcodestap wordt
              2
END
    try gesprek-stavaza --formaat=rec d.rec
    expect_text uit $'Veiligheid: U1\n'
    try gesprek-stavaza --formaat=rec --soort=Doel d.rec
    expect_no_text uit zorgen
}

# every_type < TYPES: a record of each type, in the order of standard input; its key is Q and its number.
every_type() {
    local type number
    while read -r number type; do
        record "$type" "Q$number" 2026-02-17 "Iets: $type"
    done
}

# The types of a dossier, numbered in the order of the schema.
types() {
    gesprek-check --schema | awk '/^[A-Z]/ && !/buiten het dossier/ { print ++n, $1 }'
}

@test "types stand in the order of the schema, whatever the order of the file" {
    types > namen
    [ "$(wc -l < namen)" -ge 28 ]
    sort -R --random-source=namen namen | every_type > d.rec
    try gesprek-stavaza d.rec
    expect_status 0
    assert_equal "$(sed -n 's/^- Q\([0-9]*\) .*/\1/p' uit)" "$(grep -v Veiligheid namen | cut -d ' ' -f 1)"
    # Each under a heading of its own.
    assert_equal "$(grep -c '^---' uit)" "$(grep -cv Veiligheid namen)"
}

@test "records of a type stand in order of their day, and on one day of their place" {
    {
        doel D3 2026-03-01 'Tekst: drie'
        doel D1 2026-02-17 'Tekst: een'
        stap S1 2026-02-10
        doel D2 2026-02-17 'Tekst: twee'
        # An amendment moves nothing.
        change Doel D1 2026-04-01 'Tekst: een en een'
    } > d.rec
    shows --soort=Doel <<'END'
Doelen
------
- D1  een en een (2026-02-17, gewijzigd 2026-04-01)
- D2  twee (2026-02-17)
- D3  drie (2026-03-01)
END
}

@test "fields that nobody knows show, amended too" {
    {
        doel D1 2026-02-17 'Tekst: Ik wil koken.' 'Mijn_kleur: rood' 'Mijn_kleur: wit' 'Weg: x'
        change Doel D1 2026-03-01 'Mijn_kleur: blauw' 'Weg:'
    } > d.rec
    shows <<'END'
Doelen
------
- D1  Ik wil koken. (2026-02-17, gewijzigd 2026-03-01)
  - Mijn kleur: blauw
END
}

@test "types that nobody knows show at the end by their name, not with --soort, and can be withdrawn" {
    {
        record Kleur KL1 2026-02-20 'Tint: rood' 'Status: zomaar iets'
        record Hobby H1 2026-02-19 'Tint: rood'
        doel D1 2026-02-17 'Tekst: Ik wil koken.'
        record Kleur KL2 2026-02-18 'Tint: wit'
        change Kleur KL1 2026-03-01 'Tint: blauw' 'Tint: groen'
        change Kleur KL2 2026-03-01 'Vervallen: toch niet'
    } > d.rec
    shows <<'END'
Doelen
------
- D1  Ik wil koken. (2026-02-17)

Overig (onbekende types)
------------------------
- Hobby H1  (2026-02-19)
  - Tint: rood
- Kleur KL1  (2026-02-20, gewijzigd 2026-03-01)
  - Tint: blauw, groen; Status: zomaar iets
END
    shows --soort=Doel <<'END'
Doelen
------
- D1  Ik wil koken. (2026-02-17)
END
}

@test "a point on the agenda is named by what it is about, not by its overleg" {
    {
        record Overleg O1 2026-02-17 'Aanleiding: samen kijken'
        record Agendapunt E1 2026-02-17 'Bij: O1' 'Tekst: De sleutel' 'Client_akkoord: ja'
    } > d.rec
    shows --soort=Agendapunt <<'END'
Agendapunten
------------
- E1  De sleutel (2026-02-17)
  - Bij: O1; Client akkoord: ja
END
    shows verloop --soort=Agendapunt <<'END'
Verloop
-------
- 2026-02-17  Agendapunt E1: De sleutel
END
}

@test "several dossiers: each under its own head, with nothing of the other, in the order read" {
    {
        ID=z-2; small
        ID=a-1; doel D1 2026-02-17 'Tekst: Ik wil koken.'
    } > d.rec
    prints <<'END'
Stand van zaken
===============
Vandaag: 2026-11-22

Dossier z-2, Noor
=================
Fase:               onthaal
Begeleider:         m.devries
Gemeld op:          3 februari 2026
Laatste contact:    10 februari 2026
Gesprekken:         1

Meldingen
---------
- M1  Ik wil een eigen plek. (2026-02-03)
  - Gemeente: 0356; Begeleider: m.devries

Cliënt
------
- C1  Noor (2026-02-03)

Gesprekken
----------
- G1  kantoor (2026-02-10)
  - Fase: onthaal

Intern: alleen voor wie met dit dossier werkt.

Dossier a-1
===========
Fase:               gemeld
Gesprekken:         0

Doelen
------
- D1  Ik wil koken. (2026-02-17)

Intern: alleen voor wie met dit dossier werkt.
END
    for words in '' verloop --formaat=rec; do
        try "gesprek-stavaza $words" --dossier=a-1 d.rec
        expect_status 0
        expect_text uit a-1
        expect_no_text uit z-2
        expect_no_text uit Noor
    done
}

# nothing_in [OPTION...]: no heading, no item, and the note is there.
nothing_in() {
    try gesprek-stavaza "$@" d.rec
    expect_status 0 && expect_empty fout && expect_text uit 'Dossier d-1' && expect_text uit $'\nGesprekken:         0\n' &&
        expect_text uit $'\nIntern: ' && expect_no_text uit $'\n- ' && expect_no_text uit 'Gemeld op'
}

@test "a stand with nothing in it" {
    { small; change Melding M1 2026-03-01 'Vervallen: x'; change Client C1 2026-03-01 'Vervallen: x'; } > d.rec
    change Gesprek G1 2026-03-01 'Vervallen: x' >> d.rec
    nothing_in
    expect_no_text uit Noor
    nothing_in --op=2026-03-01
    nothing_in --geboekt-tot=2026-03-01
    nothing_in verloop --soort=Stap
    try gesprek-stavaza --formaat=rec d.rec
    expect_status 0
    expect_empty uit
    expect_empty fout
    # What was withdrawn did happen.
    try gesprek-stavaza verloop d.rec
    assert_equal "$(grep -c '^- ' uit)" 6
}

@test "a dossier that was not there yet on the day, or not known, is not in the answer" {
    { small; ID=d-2; doel D1 2026-01-05 'Tekst: Ik wil koken.'; } > d.rec
    for words in --op=2026-02-02 --geboekt-tot=2026-02-02 '--formaat=rec --op=2026-02-02' 'verloop --op=2026-02-02'; do
        try "gesprek-stavaza $words" d.rec
        expect_status 0
        expect_text uit d-2
        expect_text uit 'Ik wil koken.'
        expect_no_text uit d-1
    done
}

# ---- values ----

@test "short values share a line, in the order of the file; longer ones have their own" {
    local just=eenwoordvanvierendertigletterslang
    [ ${#just} -eq 34 ]
    doel D1 2026-02-17 'Tekst: Ik wil koken.' 'Termijn: kort' "Uitwerking: ${just}s" "Haalbaar: $just" "Meetbaar: ${just}e" \
        'Van: samen' > d.rec
    shows <<END
Doelen
------
- D1  Ik wil koken. (2026-02-17)

  Uitwerking:         ${just}s
  Meetbaar:           ${just}e

  - Termijn: kort; Haalbaar: $just; Van: samen
END
}

@test "words stand beside each other, sentences below each other" {
    record Gesprek G1 2026-02-17 'Vorm: kantoor' 'Fase: onthaal' 'Aanwezig: Noor' 'Aanwezig: oom' 'Aanwezig: tante' \
        'Kracht: Noor weet wat zij wil.' 'Kracht: Zij heeft humor.' > d.rec
    shows <<'END'
Gesprekken
----------
- G1  kantoor (2026-02-17)

  Kracht:             Noor weet wat zij wil.
                      Zij heeft humor.

  - Fase: onthaal; Aanwezig: Noor, oom, tante
END
}

@test "of the field that stands beside the key, all values show" {
    {
        record Werkafspraak F1 2026-02-17 'Verwacht_client: op tijd zijn' 'Verwacht_client: eerlijk zijn' 'Grens: geen geld'
        record Werkafspraak F2 2026-02-17 'Verwacht_client: Ik ben op tijd.' 'Verwacht_client: Ik bel als het niet lukt.'
        record Balans B1 2026-02-17 'Draagkracht: 4 de hond' 'Draagkracht: 3 de tuin' 'Draaglast: 2 geld' 'Draaglast: 1 regen'
    } > d.rec
    shows <<'END'
Werkafspraken
-------------
- F1  op tijd zijn, eerlijk zijn (2026-02-17)
  - Grens: geen geld
- F2  Ik ben op tijd.
      Ik bel als het niet lukt. (2026-02-17)

Balans
------
- B1  4 de hond, 3 de tuin (2026-02-17)
  - Draaglast: 2 geld, 1 regen
END
    shows verloop <<'END'
Verloop
-------
- 2026-02-17  Werkafspraak F1: op tijd zijn, eerlijk zijn
- 2026-02-17  Werkafspraak F2: Ik ben op tijd.
              Ik bel als het niet lukt.
- 2026-02-17  Balans B1: 4 de hond, 3 de tuin
END
}

# Every type with every field of text, twice where it may be, each value a word of its own: wa1, wa2, …
wordy() {
    gesprek-check --schema | awk '
        function word() { return (field ~ /^Draag/ ? "3 " : field == "Schaal_tekst" ? "+1 " : "") "wa" ++words "x" }
        /^[A-Z]/ { type = $1; outside = /buiten het dossier/; types++
                   if (!outside) printf "\n%s: Q%d\nDossier: d-1\nOp: 2026-02-17\n", type, types; next }
        /^  [A-Z]/ && !outside && substr($0, 35, 22) ~ /tekst/ {
            field = $1; printf "%s: %s\n", field, word(); if (/ vaker /) printf "%s: %s\n", field, word() }
        END { print "" }'
}

@test "nothing that was noted is left out: every value of every field of every type" {
    wordy > d.rec
    grep -o 'wa[0-9]*x' d.rec | sort > genoteerd
    [ "$(wc -l < genoteerd)" -gt 150 ]
    try gesprek-stavaza "--soort=$(types | cut -d ' ' -f 2 | paste -sd ,)" d.rec
    expect_status 0
    grep -o 'wa[0-9]*x' uit | sort -u > getoond
    diff genoteerd getoond
    try gesprek-stavaza --formaat=rec d.rec
    diff genoteerd <(grep -o 'wa[0-9]*x' uit | sort)
}

@test "a value of more lines keeps its lines, the empty ones and the indented ones too" {
    doel D1 2026-02-17 'Tekst: Ik wil koken,' '+ elke dag.' 'Haalbaar: Want:' '+   - oom helpt' '+ ' '+ En er is een keuken.' \
        'Status: open' > d.rec
    shows <<'END'
Doelen
------
- D1  Ik wil koken,
      elke dag. (2026-02-17)

  Haalbaar:           Want:
                        - oom helpt

                      En er is een keuken.

  - Status: open
END
    shows verloop <<'END'
Verloop
-------
- 2026-02-17  Doel D1: Ik wil koken,
              elke dag.
END
}

@test "long lines wrap at 80 columns under where the value begins" {
    doel D1 2026-02-17 "Tekst: $(printf 'negen %.0s' {1..16})eind" "Haalbaar: $(printf 'negen %.0s' {1..10})eind" > d.rec
    # 74 columns beside the key hold twelve words and 58 beside the label nine.
    shows <<'END'
Doelen
------
- D1  negen negen negen negen negen negen negen negen negen negen negen negen
      negen negen negen negen eind (2026-02-17)

  Haalbaar:           negen negen negen negen negen negen negen negen negen
                      negen eind
END
    # 66 beside the day, of which `Doel D1: ` takes nine.
    shows verloop <<'END'
Verloop
-------
- 2026-02-17  Doel D1: negen negen negen negen negen negen negen negen negen
              negen negen negen negen negen negen negen eind
END
}

@test "a word that is too long for a line is broken, and nothing of it is lost" {
    doel D1 2026-02-17 "Tekst: $(printf 'x%.0s' {1..100})" "Haalbaar: $(printf 'y%.0s' {1..60})" > d.rec
    shows <<'END'
Doelen
------
- D1  xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
      xxxxxxxxxxxxxxxxxxxxxxxxxx (2026-02-17)

  Haalbaar:           yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy
                      yy
END
}

@test "under a label or a key that is too long its value begins a new line" {
    {
        record Melding M1 2026-02-17 'Vraag: Hoe?' "Voorinformatie_gekregen: Vader belde en vertelde wat hij al had gedaan."
        record Domein dagbesteding-en-vrije-tijd 2026-02-17 'Besproken: ja' 'Wens: tuinieren'
    } > d.rec
    shows <<'END'
Meldingen
---------
- M1  Hoe? (2026-02-17)

  Voorinformatie gekregen:
                      Vader belde en vertelde wat hij al had gedaan.

Delen van het leven
-------------------
- dagbesteding-en-vrije-tijd
    ja (2026-02-17)
  - Wens: tuinieren
END
}

@test "wide characters count for two columns, combining marks for none" {
    {
        record Client C1 2026-02-17 'Naam: 日本'
        doel D1 2026-02-17 "Tekst: $(printf '日%.0s' {1..40})" "Haalbaar: $(printf '本%.0s' {1..17})" \
            "Meetbaar: $(printf '本%.0s' {1..18})" "Uitwerking: $(printf 'e\u0301%.0s' {1..34})"
    } > d.rec
    try gesprek-stavaza d.rec
    expect_text uit $'\nDossier d-1, 日本\n=================\n'
    # 74 columns are 37 of them; 17 take 34 columns and share a line, 18 do not.
    shows --soort=Doel <<END
Doelen
------
- D1  $(printf '日%.0s' {1..37})
      日日日 (2026-02-17)

  Meetbaar:           $(printf '本%.0s' {1..18})

  - Haalbaar: $(printf '本%.0s' {1..17}); Uitwerking:
    $(printf 'e\u0301%.0s' {1..34})
END
}

@test "control characters and what turns the reading order show as a sign, on one line" {
    {
        record Client C1 2026-02-17 $'Naam: No\u202eor\e[31m'
        doel D1 2026-02-17 $'Tekst: a\e[31mb\x7fc' $'Kleur: \tx\u009by\u2066z\u2028w\rv\bu'
        record Kleur KL1 2026-02-17 $'Tint: \u200f\a'
        change Kleur KL1 2026-02-18 $'Tint: \e]0;titel\a'
    } > d.rec
    try gesprek-stavaza d.rec
    expect_status 0
    expect_text uit $'\nDossier d-1, No�or␛[31m\n=======================\n'
    expect_text uit $'\n- D1  a␛[31mb␡c (2026-02-17)\n  - Kleur: ␉x�y�z�w␍v␈u\n'
    expect_text uit $'\n  - Tint: ␛]0;titel␇\n'
    shows verloop <<'END'
Verloop
-------
- 2026-02-17  Client C1: No�or␛[31m
- 2026-02-17  Doel D1: a␛[31mb␡c
- 2026-02-17  Kleur KL1
- 2026-02-18  Kleur KL1 gewijzigd: Tint wordt ␛]0;titel␇
END
    # As data they stay what they are.
    try gesprek-stavaza --formaat=rec --soort=Doel d.rec
    expect_text uit $'Tekst: a\e[31mb\x7fc\nKleur: \tx\u009by\u2066z\u2028w\rv\bu\n'
}

@test "no line of the examples is wider than 80 columns or ends in a blank" {
    for verb in '' verloop; do
        try "gesprek-stavaza $verb" "$CASUS"
        expect_status 0
        [ "$(wc -l < uit)" -gt 100 ]
        run ! grep -nE '.{81,}| $' uit
    done
}

# ---- --soort ----

@test "--soort shows those types alone, in the order of the schema; the head stays" {
    { small; stap S1 2026-02-18 'Uiterlijk: 2026-12-01'; doel D1 2026-02-17 'Tekst: Ik wil koken.'; } > d.rec
    local both='Doelen
------
- D1  Ik wil koken. (2026-02-17)

Stappen
-------
- S1  bellen (2026-02-18)
  - Wie: ik; Uiterlijk: 2026-12-01'
    for types in Doel,Stap Stap,Doel 'Doel, Stap'; do
        shows "--soort=$types" <<< "$both"
        shows --soort "$types" <<< "$both"
    done
    shows --soort=Nazorg < /dev/null
    try gesprek-stavaza --soort=Nazorg d.rec
    for line in 'Dossier d-1, Noor' 'contact:    10 februari 2026' 'Volgende datum:     1 december 2026' 'Intern: alleen'; do
        expect_text uit "$line"
    done
    shows verloop --soort=Stap,Client <<'END'
Verloop
-------
- 2026-02-03  Client C1: Noor
- 2026-02-18  Stap S1: bellen
END
}

# refused PART OPTION...: wrong usage, before anything is printed.
refused() {
    try gesprek-stavaza "${@:2}" d.rec
    expect_status 2 && expect_empty uit && expect_message fout 'gesprek-stavaza: fout' "$1" gebruik
}

@test "--soort takes only types of a dossier" {
    { doel D1 2026-02-17 'Tekst: Ik wil koken.'; record Kleur KL1 2026-02-17 'Tint: rood'; } > d.rec
    for type in doel Doelen Foo Kleur Status D1 Organisatie Instelling 'Doel;Stap' '*'; do
        refused "$type" "--soort=$type"
        refused "$type" "--soort=Doel,$type"
        refused "$type" "--soort=$type" --formaat=rec
        refused "$type" verloop "--soort=$type"
    done
}

@test "--soort without a type is wrong usage, not an empty answer" {
    doel D1 2026-02-17 'Tekst: Ik wil koken.' > d.rec
    refused soort --soort=
    refused soort --soort=,
}

@test "--soort may be said once: a second is refused, not passed over" {
    { doel D1 2026-02-17 'Tekst: Ik wil koken.'; stap S1 2026-02-18; } > d.rec
    refused soort --soort=Doel --soort=Stap
    refused soort --soort Doel --soort Doel
}

# ---- rec ----

@test "rec: every record as it is now, in full, and no more" {
    {
        printf '# bij het dossier\n'
        doel D1 2026-02-17 'Tekst: Ik wil koken,' '+ elke dag.' '+' '+ Echt.' '# erbij' 'Akkoord: Noor' 'Status: open' \
            'Akkoord: oom' 'Van: samen'
        change Doel D1 2026-03-01 'Status: bezig' 'Akkoord: tante' 'Akkoord: buur' 'Van:' 'Mijn_kleur: rood'
        record Veiligheid U1 2026-02-18 'Aard: zorgen thuis'
        stap S1 2026-02-18
        change Stap S1 2026-03-01 'Vervallen: hoeft niet'
        stap S2 2026-02-19/2026-02-20
        change Stap S2 2026-03-01 'Vervallen: hoeft niet'
        change Stap S2 2026-03-02 Vervallen:
        record Kleur KL1 2026-02-01 'Tint: rood'
    } > d.rec
    prints --formaat=rec <<'END'
Kleur: KL1
Dossier: d-1
Op: 2026-02-01
Door: m.devries
Geboekt: 2026-02-01T10:00:00+01:00
Tint: rood

Doel: D1
Dossier: d-1
Op: 2026-02-17
Door: m.devries
Geboekt: 2026-02-17T10:00:00+01:00
Tekst: Ik wil koken,
+ elke dag.
+
+ Echt.
Akkoord: tante
Akkoord: buur
Status: bezig
Mijn_kleur: rood

Veiligheid: U1
Dossier: d-1
Op: 2026-02-18
Door: m.devries
Geboekt: 2026-02-18T10:00:00+01:00
Aard: zorgen thuis

Stap: S2
Dossier: d-1
Op: 2026-02-19
Door: m.devries
Geboekt: 2026-02-20T10:00:00+01:00
Wat: bellen
Wie: ik
END
    # The last record ends with an empty line too.
    assert_equal "$(tail -c 9 uit | od -An -c | tr -d ' ')" 'Wie:ik\n\n'
}

@test "rec and --soort, --op, --geboekt-tot" {
    {
        doel D1 2026-02-17/2026-02-25 'Tekst: Ik wil koken.'
        change Doel D1 2026-03-01 'Tekst: Ik wil bakken.'
        stap S1 2026-02-18
        record Kleur KL1 2026-02-01 'Tint: rood'
    } > d.rec
    # What is asked, and the texts that come out.
    while IFS=: read -r words texts; do
        try "gesprek-stavaza --formaat=rec $words" d.rec
        expect_status 0
        assert_equal "$(sed -n 's/^\(Tekst\|Wat\|Tint\): //p' uit | paste -sd ' ')" "$texts"
    done <<'END'
--soort=Doel:Ik wil bakken.
--soort=Doel,Stap --op=2026-02-28:Ik wil koken. bellen
--soort=Doel --op=2026-02-16:
--soort=Doel,Stap --geboekt-tot=2026-02-24:bellen
--op=2026-02-17:rood Ik wil koken.
--geboekt-tot=2026-02-28:rood Ik wil koken. bellen
END
}

@test "the stand as rec is a journal itself, that comes to the same" {
    try gesprek-stavaza --formaat=rec "$CASUS"
    expect_status 0
    cp uit stand.rec
    run -0 gesprek-check stand.rec
    try gesprek-stavaza --formaat=rec stand.rec
    cmp uit stand.rec
    # As text only the days of changes are gone.
    gesprek-stavaza "$CASUS" | tr -s '\n' ' ' | tr -s ' ' | sed 's/, gewijzigd [-0-9]*)/)/g' | tr ' ' '\n' > voor
    gesprek-stavaza stand.rec | tr -s '\n' ' ' | tr -s ' ' '\n' > na
    [ "$(wc -l < na)" -gt 5000 ]
    diff voor na
}

# ---- verloop ----

@test "verloop: what was opened, changed, taken away, withdrawn and restored" {
    {
        small
        doel D1 2026-02-17 'Tekst: Ik wil koken.' 'Status: open' 'Akkoord: Noor'
        change Doel D1 2026-03-01 'Status: bezig' 'Akkoord: Noor' 'Akkoord: oom'
        change Doel D1 2026-03-02 'Akkoord:' 'Evalueren_op: 2026-12-01'
        change Doel D1 2026-03-03 'Vervallen: dubbel genoteerd'
        change Doel D1 2026-03-04 Vervallen:
        record Domein wonen 2026-03-05 'Besproken: deels'
        change Domein wonen 2026-03-06 'Besproken: ja'
        record Kleur KL1 2026-03-07 'Tint: rood'
        change Kleur KL1 2026-03-08 'Tint:' 'Toon: licht'
        change Kleur KL1 2026-03-09
    } > d.rec
    prints verloop <<'END'
Verloop
=======
Vandaag: 2026-11-22

Dossier d-1, Noor
=================
Fase:               onthaal
Begeleider:         m.devries
Gemeld op:          3 februari 2026
Laatste contact:    10 februari 2026
Gesprekken:         1
Volgende datum:     1 december 2026

Verloop
-------
- 2026-02-03  Melding M1: Ik wil een eigen plek.
- 2026-02-03  Client C1: Noor
- 2026-02-10  Gesprek G1: kantoor
- 2026-02-17  Doel D1: Ik wil koken.
- 2026-03-01  Doel D1 gewijzigd: Status wordt bezig; Akkoord wordt Noor, oom
- 2026-03-02  Doel D1 gewijzigd: Akkoord weg; Evalueren op wordt 2026-12-01
- 2026-03-03  Doel D1 vervallen: dubbel genoteerd
- 2026-03-04  Doel D1 geldt weer
- 2026-03-05  Domein wonen: deels
- 2026-03-06  Domein wonen gewijzigd: Besproken wordt ja
- 2026-03-07  Kleur KL1
- 2026-03-08  Kleur KL1 gewijzigd: Tint weg; Toon wordt licht
- 2026-03-09  Kleur KL1 gewijzigd

Intern: alleen voor wie met dit dossier werkt.
END
}

@test "verloop: what is withdrawn stays, as it was opened and with its changes; the head counts it no more" {
    {
        small
        record Gesprek G2 2026-02-20 'Vorm: huisbezoek' 'Fase: uitvoering'
        change Gesprek G2 2026-02-21 'Vorm: telefonisch'
        change Gesprek G2 2026-02-22 'Vervallen: dubbel'
    } > d.rec
    shows verloop --soort=Gesprek <<'END'
Verloop
-------
- 2026-02-10  Gesprek G1: kantoor
- 2026-02-20  Gesprek G2: huisbezoek
- 2026-02-21  Gesprek G2 gewijzigd: Vorm wordt telefonisch
- 2026-02-22  Gesprek G2 vervallen: dubbel
END
    expect_text uit $'\nGesprekken:         1\n'
    expect_text uit $'\nFase:               onthaal\n'
}

@test "verloop: in order of the day, and on one day of the place in the file" {
    {
        stap S2 2026-02-18
        doel D1 2026-02-17 'Tekst: Ik wil koken.'
        change Stap S2 2026-03-01 'Status: gedaan'
        stap S1 2026-02-18
        change Doel D1 2026-02-18 'Status: bezig'
        stap S3 2026-02-01
    } > d.rec
    shows verloop <<'END'
Verloop
-------
- 2026-02-01  Stap S3: bellen
- 2026-02-17  Doel D1: Ik wil koken.
- 2026-02-18  Stap S2: bellen
- 2026-02-18  Stap S1: bellen
- 2026-02-18  Doel D1 gewijzigd: Status wordt bezig
- 2026-03-01  Stap S2 gewijzigd: Status wordt gedaan
END
}

@test "verloop: --op and --geboekt-tot leave out what was not so or not known" {
    {
        doel D1 2026-02-17 'Tekst: Ik wil koken.'
        stap S1 2026-02-18/2026-03-10
        change Doel D1 2026-03-01 'Status: bezig'
        change Doel D1 2026-04-01 'Status: behaald'
    } > d.rec
    shows verloop --op=2026-03-01 <<'END'
Verloop
-------
- 2026-02-17  Doel D1: Ik wil koken.
- 2026-02-18  Stap S1: bellen
- 2026-03-01  Doel D1 gewijzigd: Status wordt bezig
END
    shows verloop --geboekt-tot=2026-03-09 <<'END'
Verloop
-------
- 2026-02-17  Doel D1: Ik wil koken.
- 2026-03-01  Doel D1 gewijzigd: Status wordt bezig
END
    # The same out of a file that is not in order.
    { stap S9 2026-05-01; cat d.rec; } > e.rec
    mv e.rec d.rec
    shows verloop --geboekt-tot=2026-03-09 <<'END'
Verloop
-------
- 2026-02-17  Doel D1: Ik wil koken.
- 2026-03-01  Doel D1 gewijzigd: Status wordt bezig
END
}

@test "verloop: a field that is given again beside an empty line of it is not gone" {
    {
        doel D1 2026-02-17 'Tekst: Ik wil koken.' 'Akkoord: Noor'
        change Doel D1 2026-03-01 'Akkoord:' 'Akkoord: oom'
    } > d.rec
    shows <<'END'
Doelen
------
- D1  Ik wil koken. (2026-02-17, gewijzigd 2026-03-01)
  - Akkoord: oom
END
    shows verloop <<'END'
Verloop
-------
- 2026-02-17  Doel D1: Ik wil koken.
- 2026-03-01  Doel D1 gewijzigd: Akkoord wordt oom
END
}

@test "verloop: long and several values in a change" {
    {
        doel D1 2026-02-17 'Tekst: Ik wil koken.'
        change Doel D1 2026-03-01 'Tekst: Ik wil koken,' '+ elke dag.' "Haalbaar: $(printf 'negen %.0s' {1..9})eind" \
            'Akkoord: Noor' 'Akkoord: oom'
    } > d.rec
    shows verloop <<'END'
Verloop
-------
- 2026-02-17  Doel D1: Ik wil koken.
- 2026-03-01  Doel D1 gewijzigd: Tekst wordt Ik wil koken,
              elke dag. Haalbaar wordt negen negen negen negen negen negen negen
              negen negen eind; Akkoord wordt Noor, oom
END
}

@test "verloop has no rec" {
    doel D1 2026-02-17 'Tekst: Ik wil koken.' > d.rec
    refused verloop verloop --formaat=rec
}
