#!/usr/bin/env bats
# gesprek-balans: what gives strength and what weighs, noted, on a scale and over time.

# shellcheck disable=SC2034,SC2154  # status and tried are those of tell; output and stderr of run
load hulp

setup() {
    hulp_setup
    cp "$CASUS"/*.rec .
}

# weighed: a dossier with three times of weighing.
weighed() {
    record Melding M1 2026-02-01 'Vraag: Ik wil koken.' 'Gemeente: 0356'
    record Client C1 2026-02-01 'Naam: Noor' "$@"
    record Balans B1 2026-02-03 'Draagkracht: 4 mijn zus' 'Draagkracht: 2 zwemmen' 'Draaglast: 5 de schulden' 'Draaglast: 3 slecht slapen' \
        'Volgens: client' 'Toelichting: Met knikkers.'
    record Balans B2 2026-06-01 'Draagkracht: 5 mijn zus' 'Draagkracht: 1 zwemmen' 'Draagkracht: 3 het koor' 'Draaglast: 2 de schulden' \
        'Draaglast: 4 de buren' 'Volgens: samen'
    record Balans B3 2026-09-01 'Draagkracht: 5 mijn zus' 'Draaglast: 5 de buren' 'Volgens: begeleider'
}

# one KRACHT LAST: one time of weighing, each a list of values with `;` between them.
one() {
    local values fields=()
    IFS=';' read -ra values <<< "$1"
    [ -z "$1" ] || fields+=("${values[@]/#/Draagkracht: }")
    IFS=';' read -ra values <<< "$2"
    [ -z "$2" ] || fields+=("${values[@]/#/Draaglast: }")
    record Melding M1 2026-02-01 'Vraag: x' 'Gemeente: 0356'
    record Balans B1 2026-02-03 "${fields[@]}"
}

# drawn FILE [OPTION...]: its SVG in beeld.svg, which is well-formed and in which nothing lies over anything.
drawn() {
    local verb=${3:-toon}
    try "gesprek-balans $verb --formaat=svg --uit=beeld.svg" ${2:+"$2"} "$1"
    expect_status 0
    xmllint --noout beeld.svg
    run -0 python3 "$BATS_TEST_DIRNAME/meetkunde.py" beeld.svg
    assert_output --regexp '^goed '
}

# ---- toon ----

@test "toon: the scale, by whom, and in words what is different from the time before" {
    weighed > d.rec
    try gesprek-balans toon --balans=B2 d.rec
    expect_status 0
    expect_empty fout
    diff uit - << 'END'
Mijn balans – Noor
==================
22 november 2026

Gewogen op 1 juni 2026. Dit hebben we samen gewogen.

Dit geeft mij kracht                        Dit weegt zwaar
5 ■■■■■ mijn zus                            2 ■■□□□ de schulden
1 ■□□□□ zwemmen                             4 ■■■■□ de buren
3 ■■■□□ het koor                        ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
                                        ┃
                                     ━━━┻━━━

Het cijfer zegt hoe sterk of hoe zwaar iets is. 1 is een beetje, 5 is heel veel.

Wat is er anders dan de vorige keer?
------------------------------------
De vorige keer was op 3 februari 2026. Dit heb ik zelf gewogen.

- Nieuw, dit geeft mij kracht: het koor (3)
- Dit geeft mij meer kracht: mijn zus (eerst 4, nu 5)
- Dit geeft mij minder kracht: zwemmen (eerst 2, nu 1)
- Nieuw, dit weegt zwaar: de buren (4)
- Dit werd lichter: de schulden (eerst 5, nu 2)
- Dit staat nu niet meer bij wat zwaar weegt: slecht slapen

Voor de cliënt. Klopt er iets niet? Zeg het, dan passen we het aan.
END
}

@test "toon: without a key it is the last one; what is heavier; the first time says so" {
    weighed > d.rec
    try gesprek-balans toon d.rec
    expect_text uit 'Gewogen op 1 september 2026. Mijn begeleider heeft dit gewogen.'
    expect_text uit 'Dit werd zwaarder: de buren (eerst 4, nu 5)'
    expect_text uit 'Dit staat nu niet meer bij wat mij kracht geeft: het koor'
    try gesprek-balans toon --balans=B1 d.rec
    expect_text uit 'Dit is de eerste keer dat dit gewogen is.'
    expect_text uit 'Met knikkers.'
    expect_no_text uit Nieuw
    { weighed; record Balans B4 2026-10-01 'Draagkracht: 5 mijn zus' 'Draaglast: 5 de buren'; } > d.rec
    try gesprek-balans toon d.rec
    expect_text uit 'Alles is hetzelfde als de keer ervoor.'
    expect_text uit $'Gewogen op 1 oktober 2026.\n'
}

@test "toon: the same words twice are two things, and a thing that changed sides went and came" {
    { one '3 mama;3 mama' '2 school'; record Balans B2 2026-03-01 'Draagkracht: 3 mama' 'Draagkracht: 4 school' 'Draaglast: 1 mama'; } > d.rec
    try gesprek-balans toon d.rec
    sed -n 's/^- //p' uit > punten
    diff punten - << 'END'
Nieuw, dit geeft mij kracht: school (4)
Dit staat nu niet meer bij wat mij kracht geeft: mama
Nieuw, dit weegt zwaar: mama (1)
Dit staat nu niet meer bij wat zwaar weegt: school
END
    record Balans B3 2026-04-01 'Draagkracht: 3 mama' 'Draagkracht: 3 mama' 'Draagkracht: 4 school' 'Draaglast: 1 mama' >> d.rec
    try gesprek-balans toon d.rec
    assert_equal "$(grep '^- ' uit)" '- Nieuw, dit geeft mij kracht: mama (3)'
}

@test "no total is ever shown, and no verdict" {
    one '5 a;5 b;5 c' '4 d;3 e;4 f' > d.rec
    for words in toon verloop 'toon --formaat=html' 'toon --formaat=svg' 'verloop --formaat=html' 'verloop --formaat=csv'; do
        try "gesprek-balans $words" d.rec
        expect_status 0
        sed 's/<[a-z][^>]*>//g' uit > woorden
        run -1 grep -wE '15|11|totaal|som|score|overbelast|uit balans|te veel' woorden
    done
}

@test "the fold: an order inside a day, an amendment, a withdrawal, and other days" {
    weighed > d.rec
    record Balans B5 2026-09-01 'Draagkracht: 2 later die dag' 'Draaglast: 2 iets' >> d.rec
    try gesprek-balans toon d.rec
    expect_text uit 'later die dag'
    expect_text uit 'De vorige keer was op 1 september 2026. Mijn begeleider'
    change Balans B5 2026-09-10 'Vervallen: dubbel' >> d.rec
    try gesprek-balans toon d.rec
    expect_no_text uit 'later die dag'
    change Balans B3 2026-09-12 'Draagkracht: 1 mijn zus' 'Volgens: samen' >> d.rec
    try gesprek-balans toon d.rec
    expect_text uit 'Gewogen op 1 september 2026, aangepast op 12 september 2026. Dit hebben we'
    expect_text uit '1 ■□□□□ mijn zus'
    try gesprek-balans toon --op=2026-09-05 d.rec
    expect_text uit 'Zoals het was op: 2026-09-05'
    expect_text uit 'later die dag'
    try gesprek-balans toon --geboekt-tot=2026-06-30 d.rec
    expect_text uit 'Gewogen op 1 juni 2026.'
    try gesprek-balans verloop --op=2026-06-01 --formaat=csv d.rec
    assert_equal "$(cut -d, -f 3 uit | sort -u | tr -d '\n')" '"B1""B2""sleutel"'
}

@test "nothing weighed, or not this one: status 1 and what to do; csv is an empty list" {
    good d-1 > leeg.rec
    for words in toon verloop 'toon --formaat=html' 'toon --formaat=svg' 'verloop --formaat=svg' 'toon --op=2026-02-02'; do
        try "gesprek-balans $words" leeg.rec
        expect_status 1
        expect_message fout 'gesprek-balans: fout' 'gesprek-balans nieuw' geen-balans
    done
    weighed > d.rec
    try gesprek-balans toon --balans=B9 d.rec
    expect_status 1
    expect_text fout '[geen-balans]'
    try gesprek-balans verloop --formaat=csv leeg.rec
    expect_status 0
    assert_equal "$(tr -d '\r' < uit)" '"dossier","dag","sleutel","kant","gewicht","tekst","volgens"'
    good d-2 > leeg.rec
    try gesprek-balans toon d.rec leeg.rec
    expect_status 0
}

@test "who cannot be reached safely: the sheet and a message say so" {
    weighed 'Veilig_bereikbaar: alleen op het werk' > d.rec
    for verb in toon verloop; do
        try gesprek-balans $verb d.rec
        expect_status 0
        expect_text uit 'geef dit blad zelf in de hand'
        expect_text fout '[veilig-bereikbaar]'
    done
    try gesprek-balans toon --formaat=svg d.rec
    expect_text fout '[veilig-bereikbaar]'
    weighed 'Geheim_adres: ja' > d.rec
    try gesprek-balans toon d.rec
    expect_text fout '[veilig-bereikbaar]'
    weighed > d.rec
    try gesprek-balans toon d.rec
    expect_empty fout
}

@test "several dossiers come one after the other; svg is one picture, or status 2 and nothing" {
    try gesprek-balans toon emma.rec johan.rec richard.rec
    expect_status 0
    assert_equal "$(grep -c '^Mijn balans – ' uit)" 3
    try gesprek-balans toon --formaat=html emma.rec johan.rec
    assert_equal "$(grep -c '<svg' uit)" 2
    assert_equal "$(grep -o 'id="[^"]*"' uit | sort | uniq -d)" ''
    for verb in toon verloop; do
        echo oud > beeld.svg
        try gesprek-balans $verb --formaat=svg emma.rec johan.rec
        expect_status 2
        expect_empty uit
        expect_message fout 'gesprek-balans: fout' '--dossier' gebruik
        try gesprek-balans $verb --formaat=svg --uit=beeld.svg emma.rec johan.rec
        expect_status 2
        assert_equal "$(< beeld.svg)" oud
        try gesprek-balans $verb --formaat=svg --dossier=2026-0021 emma.rec johan.rec
        expect_status 0
        expect_text uit Johan
    done
}

@test "a dossier with a fault in it is left out: text says so, a picture is not made" {
    weighed | sed 's/^Draaglast: 5 de schulden/Draaglast: 6 de schulden/' > fout.rec
    try gesprek-balans toon fout.rec emma.rec
    expect_status 3
    expect_message fout 'fout.rec:23:11: fout' 'van 1 tot 5' waarde-fout
    expect_text uit Emma
    expect_text uit 'Niet volledig'
    try gesprek-balans toon --formaat=svg fout.rec emma.rec
    expect_status 3
    expect_empty uit
    expect_text fout '[weggelaten]'
    try gesprek-balans toon --formaat=svg fout.rec emma.rec johan.rec
    expect_status 3
    expect_empty uit
}

# ---- the picture in letters ----

# beams: how many rows lower the left plate is.
beams() {
    awk '/^━/ { left = NR } /[┏┗━]━━━━━━━━$/ { right = NR } END { print left - right }' uit
}

@test "in letters: the beam hangs by the difference, a row for a little, three at most" {
    while read -r kracht last rows; do
        one "$kracht a" "$last b" > d.rec
        try gesprek-balans toon d.rec
        assert_equal "$kracht $last $(beams)" "$kracht $last $rows"
    done << 'END'
3 3 0
3 2 1
2 3 -1
5 1 2
1 5 -2
END
    one "$(printf '5 a%s;' {1..9})" '1 b' > d.rec
    try gesprek-balans toon d.rec
    assert_equal "$(beams)" 3
    one '1 b' "$(printf '5 a%s;' {1..300})" > d.rec
    try gesprek-balans toon d.rec
    assert_equal "$(beams)" -3
}

@test "in letters: never over 80 columns, wide letters and marks too, in an empty environment" {
    one '4 中文字符中文字符中文字符中文字符中文字符;2 ééén lange regel met tekens die geen breedte hebben é' \
        '5 Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft;1 de 😀😀 buren 👩‍👩‍👧 hiernaast' > d.rec
    for verb in toon verloop; do
        env -i "$(command -v gesprek-balans)" $verb --vandaag=2026-11-22 d.rec > leeg
        LC_ALL=nl_NL.ISO-8859-1 gesprek-balans $verb --vandaag=2026-11-22 d.rec > anders
        cmp leeg anders
        run -0 python3 - leeg << 'END'
import sys, unicodedata
def width(line):
    return sum(0 if unicodedata.category(c) in ("Mn", "Me", "Cf") else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)
lines = open(sys.argv[1], encoding="utf-8").read().split("\n")
print(max(map(width, lines)) <= 80)
# What lies on the right plate begins in column 44, whatever stands to the left of it.
print(all(width(line[:line.index(what)]) == 44 for line in lines for what in ("5 ■■■■■ Don", "1 ■□□□□ de") if what in line))
END
        assert_output $'True\nTrue'
    done
}

@test "what a dossier holds steers no terminal and is no markup" {
    one $'4 rood \033[31m\302\233 \342\200\256om <b>&"' '1 </svg><script>x</script>' > d.rec
    for words in toon verloop 'toon --formaat=html' 'toon --formaat=svg' 'verloop --formaat=html' 'verloop --formaat=svg'; do
        try "gesprek-balans $words" d.rec
        [ "$status" -eq 0 ] || { expect_status 3; continue; }
        run -1 grep -aqP '\x1b|\xc2\x9b' uit
    done
    one '4 om <b>&"' '1 </svg><script>x</script>' > d.rec
    drawn d.rec
    expect_text beeld.svg 'om &lt;b&gt;&amp;&quot;'
    try gesprek-balans toon --formaat=html d.rec
    run -1 grep -q '<script' uit
    expect_no_text uit '<b>'
}

# ---- the picture drawn ----

@test "svg: nothing runs out of the picture, its block or over another, with 0 to 30 things on a side" {
    local long='een lang verhaal over wat er thuis, op school en met de buren speelt, en WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWMMM@@@%%%'
    for left in 0 1 2 30; do
        for right in 0 1 7 30; do
            one "$(for ((i = 0; i < left; i++)); do printf '%s ding %s;' $((i % 5 + 1)) "$i"; done)" \
                "$(for ((i = 0; i < right; i++)); do printf '%s %s;' $((i % 5 + 1)) "${long:0:$((i * 9 + 1))}"; done)" > d.rec
            drawn d.rec
            # A caption for each side, a day, what is not there; a digit and five squares for each thing.
            assert_equal "$(grep -c '<rect x=' beeld.svg)" $(((left + right) * 6))
        done
    done
}

@test "svg: letters of all kinds stay inside, and marks stay with their letter" {
    one '4 中文字符中文字符中文字符中文字符中文字符;2 Ǆ Œuvre ŴŴŴŴŴŴŴŴŴŴŴŴŴŴŴŴŴŴŴŴŴŴ;3 жжжжжжжжжжжжжжжжжжжжжжж щщщщщщщщщщщщщщщщщщ' '5 😀😀😀😀😀😀😀😀😀😀😀😀😀😀;1 e' > d.rec
    drawn d.rec
}

@test "svg: the beam tilts by the difference, more for more, and is bounded" {
    local before=-1 tilt n
    for n in 0 1 2 5 20 400; do
        one "3 a;$(for ((i = 0; i < n; i++)); do printf '1 x;'; done)" '3 b' > d.rec
        drawn d.rec
        tilt=${output##* }
        [ "$tilt" -gt "$before" ]
        [ "$tilt" -lt 72 ]
        before=$tilt
        one '3 b' "3 a;$(for ((i = 0; i < n; i++)); do printf '1 x;'; done)" > d.rec
        drawn d.rec
        assert_equal "${output##* }" $((-tilt))
    done
}

@test "svg: a title, a description, letters of any font; no script, no style, nothing fetched" {
    weighed > d.rec
    drawn d.rec --op=2026-07-01
    expect_text beeld.svg '<title id="beeld1-title">Mijn balans – Noor, 1 juni 2026</title>'
    expect_text beeld.svg 'Links ligt wat mij kracht geeft: mijn zus (5); zwemmen (1); het koor (3). Rechts ligt wat zwaar weegt: de schulden (2); de buren (4). Links hangt lager.'
    expect_text beeld.svg 'role="img" aria-labelledby="beeld1-title beeld1-desc"'
    expect_text beeld.svg '<metadata>Zoals het was op: 2026-07-01</metadata>'
    run -1 grep -iE 'script|style|href|url\(|@import|<image|onload' beeld.svg
    run -0 grep -oE 'https?://[^"]*' beeld.svg
    assert_output 'http://www.w3.org/2000/svg'
    run -0 grep -o 'font-family="[^"]*"' beeld.svg
    assert_output 'font-family="sans-serif"'
}

@test "html: one sheet a dossier with the picture in it, for A4, without a script" {
    weighed > d.rec
    for verb in toon verloop; do
        try gesprek-balans $verb --formaat=html d.rec
        expect_status 0
        expect_text uit 'size:A4'
        expect_text uit '<svg xmlns='
        expect_text uit '</html>'
        run -1 grep -iE '<script|href|src=' uit
        sed -n '/<svg/,/<\/svg>/p' uit > beeld.svg
        xmllint --noout beeld.svg
    done
    expect_text uit 'Dit weegt zwaar: de schulden (5)'
}

@test "when there is much on the scale, all of it stands in words too" {
    one "$(printf '2 ding %s;' {1..13})" '1 b' > d.rec
    try gesprek-balans toon --formaat=html d.rec
    expect_text uit 'Dit geeft mij kracht: ding 13 (2)'
    one "$(printf '2 ding %s;' {1..12})" '1 b' > d.rec
    try gesprek-balans toon --formaat=html d.rec
    expect_no_text uit 'Dit geeft mij kracht: ding'
}

# ---- verloop ----

@test "verloop: a line each time, bars on either side, what it rests on, and what was different" {
    weighed > d.rec
    try gesprek-balans verloop d.rec
    expect_status 0
    sed '/^3 februari 2026$/,$d' uit | diff /dev/fd/3 - 3<< 'END'
Mijn balans in de tijd – Noor
=============================
22 november 2026

                      Dit geeft mij kracht Dit weegt zwaar
3 februari 2026                     ■■■■■■┃■■■■■■■■                 ik zelf
1 juni 2026                      ■■■■■■■■■┃■■■■■■                   samen
1 september 2026                     ■■■■■┃■■■■■                    begeleider

Hoe langer een balk is, hoe meer gewicht erin zit. Lang of kort is niet goed of
fout.
Dit blad komt uit B1 van 3 februari 2026, B2 van 1 juni 2026, B3 van 1 september
2026.

END
    expect_text uit 'Dit weegt zwaar: slecht slapen (3)'
    expect_text uit 'Dit werd lichter: de schulden (eerst 5, nu 2)'
}

@test "verloop: long bars get smaller together, and stay in 80 columns" {
    one "$(printf '5 a%s;' {1..30})" "$(printf '5 b%s;' {1..15})" > d.rec
    record Balans B2 2026-05-01 'Draagkracht: 1 a' 'Draaglast: 1 b' >> d.rec
    try gesprek-balans verloop d.rec
    sed -n 's/^[0-9].* \(■*┃■*\).*/\1/p' uit > balken
    diff balken - << 'END'
■■■■■■■■■■■■■■■■■■■■■■┃■■■■■■■■■■■
■┃■
END
    drawn d.rec '' verloop
    assert_equal "$(grep -o 'width="[0-9]*" height="22"' beeld.svg | tr '\n' ' ')" 'width="150" height="22" width="75" height="22" width="1" height="22" width="1" height="22" '
}

@test "verloop as csv: a row for each thing each time, and nothing added up" {
    weighed > d.rec
    try gesprek-balans verloop --formaat=csv d.rec
    expect_status 0
    expect_empty fout
    tr -d '\r"' < uit | head -n 4 | diff - /dev/fd/3 3<< 'END'
dossier,dag,sleutel,kant,gewicht,tekst,volgens
d-1,2026-02-03,B1,draagkracht,4,mijn zus,client
d-1,2026-02-03,B1,draagkracht,2,zwemmen,client
d-1,2026-02-03,B1,draaglast,5,de schulden,client
END
    assert_equal "$(wc -l < uit)" 12
}

# ---- nieuw ----

@test "nieuw: what the options say, in the order they came, and the whole dossier with it" {
    try gesprek-balans nieuw --draagkracht='4 mijn zus' --draaglast='5 de schulden' --draagkracht='2 zwemmen' --volgens=client -n emma.rec
    expect_status 0
    diff uit - << 'END'
Balans: B2
Dossier: 2026-0017
Op: 2026-11-22
Door: m.devries
Geboekt: 2026-11-22T14:30:00+01:00
Draagkracht: 4 mijn zus
Draaglast: 5 de schulden
Draagkracht: 2 zwemmen
Volgens: client

END
    try gesprek-balans nieuw --draagkracht='4 mijn zus' --balans.draaglast='5 de schulden' --op=2026-11-01 -i emma.rec
    expect_status 0
    assert_equal "$(< uit)" B2
    run -0 gesprek-check emma.rec
    gesprek-balans nieuw --draagkracht='1 a' --draaglast='1 b' < johan.rec > twee.rec
    assert_equal "$(grep -c '^Balans: ' twee.rec)" 2
    try gesprek-balans toon emma.rec
    expect_text uit 'Gewogen op 1 november 2026.'
}

@test "nieuw: from a template, a file and the standard input" {
    try gesprek-balans nieuw --sjabloon
    expect_status 0
    expect_text uit 'Draagkracht:'
    sed 's/^Draagkracht:.*/Draagkracht: 3 zingen/; s/^Draaglast:.*/Draaglast: 2 file/' uit > in.txt
    try gesprek-balans nieuw --ingevuld=in.txt -n emma.rec
    expect_status 0
    expect_text uit 'Draagkracht: 3 zingen'
    echo '4 iets wat niemand anders hoeft te zien' > las.txt
    try gesprek-balans nieuw --draagkracht='1 a' --draaglast=@las.txt -n emma.rec
    expect_text uit 'Draaglast: 4 iets wat'
    try gesprek-balans nieuw --ingevuld=- -n emma.rec < in.txt
    expect_status 0
    try gesprek-balans nieuw --ingevuld=- < in.txt
    expect_status 2
    expect_text fout 'kan maar een ding zijn'
}

@test "nieuw: what is wrong is refused, and nothing is written" {
    cp emma.rec was.rec
    # refused STATUS CODE WORD...
    refused() {
        try gesprek-balans nieuw "${@:3}" -i emma.rec
        expect_status "$1"
        expect_text fout "[$2]"
        expect_empty uit
        cmp was.rec emma.rec
    }
    refused 2 veld-nodig --draagkracht='4 mijn zus'
    refused 2 veld-nodig --draaglast='4 mijn zus'
    for value in '6 te veel' '0 niets' 'mijn zus' '4mijn zus' '4' '44 zus' '-1 x' ''; do
        refused 2 "$([ -n "$value" ] && echo waarde-fout || echo veld-nodig)" --draagkracht="$value" --draaglast='1 x'
    done
    refused 2 keuze-onbekend --draagkracht='1 a' --draaglast='1 b' --volgens=clint
    refused 2 gebruik --draagkracht='1 a' --draaglast='1 b' --tekst=x
    refused 2 gebruik --draagkracht='1 a' --draaglast='1 b' --op=2026-02-31
    refused 2 gebruik --draagkracht='1 a' --draaglast='1 b' -n
    refused 2 gebruik --draagkracht='1 a' --draaglast='1 b' --formaat=svg
    echo 'Doel: D9' > in.txt
    refused 3 ander-type --ingevuld=in.txt
    refused 4 bestand --ingevuld=weg.txt
    try gesprek-balans nieuw --draagkracht='1 a' --draaglast='1 b' < /dev/null
    expect_status 3
    expect_text fout '[leeg]'
}

@test "nieuw: without a field or a template the questions are asked at the terminal" {
    printf '%s\n' 'regel ' 'regel 4 mijn zus' 'regel 9 te veel' 'regel 2 zwemmen' 'regel ' 'regel 5 de schulden' 'regel ' 'regel client' 'regel ' \
        'wacht Bewaren' 'regel j' > toetsen
    TERM=xterm python3 "$BATS_TEST_DIRNAME/toetsenbord.py" toetsen gesprek-balans nieuw -i emma.rec > uit
    assert_equal "$(< uit)" B2
    gesprek-check emma.rec
    assert_equal "$(tail -n 5 emma.rec)" "$(printf '%s\n' 'Draagkracht: 4 mijn zus' 'Draagkracht: 2 zwemmen' 'Draaglast: 5 de schulden' 'Volgens: client' '')"
    try timeout 10 setsid -w gesprek-balans nieuw -i emma.rec
    expect_status 2
    expect_message fout 'gesprek-balans: fout' 'geen terminal' gebruik
}

@test "options that do not belong together: status 2 and advice" {
    # refused WORD...
    refused() {
        try gesprek-balans "$@" emma.rec
        expect_status 2
        expect_empty uit
        expect_text fout '[gebruik]'
    }
    refused
    refused wijzig
    refused toon --formaat=csv
    refused toon --formaat=pdf
    refused toon --balans='B 2'
    refused toon --draagkracht='4 x'
    refused toon -i
    refused verloop --balans=B1
    refused verloop --ingevuld=x
}
