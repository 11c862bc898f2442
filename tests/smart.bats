#!/usr/bin/env bats
# gesprek-smart: goals noted, listed, put in order, and as a plan for the client. Its `toets` is tested elsewhere.

# shellcheck disable=SC2034,SC2154  # status, tried and stderr are those of tell and run
load hulp
load schrijf

setup() {
    hulp_setup
    cp "$CASUS/emma.rec" .
}

# goals: a dossier with a goal in every state that matters, and steps.
goals() {
    record Melding M1 2026-02-01 'Vraag: Ik wil koken.' 'Gemeente: 0356' 'Begeleider: Sanne'
    record Client C1 2026-02-01 'Naam: Noor' 'Adres: Geheimstraat 1' "$@"
    record Doel D1 2026-02-03 'Tekst: Ik kook elke week.' 'Meetbaar: er staat eten' 'Schaal: -2' 'Schaal_tekst: -2 oma kookt' \
        'Schaal_tekst: +1 ik kook de soep' 'Uiterlijk: 2026-12-20' 'Evalueren_op: 2026-12-01' 'Bij_terugval: Dan bel ik oma.'
    record Doel D2 2026-02-03 'Tekst: Ik los mijn schuld af.' 'Van: opgelegd' 'Status: bezig' 'Volgens: samen' 'Prioriteit: 1' \
        'Evalueren_op: 2026-03-01' 'Uiterlijk: 2026-06-01'
    record Doel D3 2026-02-03 'Tekst: Ik word kok.' 'Status: wens'
    record Doel D4 2026-02-03 'Tekst: Ik ga wandelen.' 'Status: geparkeerd' 'Volgens: client' 'Reden: te koud' 'Terugkomen_op: 2027-03-01'
    record Doel D5 2026-02-03 'Tekst: Ik heb een pan.' 'Status: behaald'
    record Doel D6 2026-02-03 'Tekst: Ik eet nooit meer friet.' 'Status: vervangen' 'Prioriteit: 3'
    record Doel D7 2026-02-03 'Tekst: Ik eet gezond.' 'Vervangt: D6' 'Onder: D3' 'Status: losgelaten'
    record Stap S1 2026-02-03 'Wat: Een pan lenen' 'Wie: Noor en oma' 'Bij: D1' 'Uiterlijk: 2026-12-01' 'Voorwaarde: oma is thuis'
    record Stap S2 2026-02-03 'Wat: Naar de kookles' 'Wie: Noor' 'Bij: D1' 'Status: gedaan' 'Wat_hielp: Sanne ging mee' 'Uiterlijk: 2026-03-01'
    record Stap S3 2026-02-03 'Wat: Een kookboek kopen' 'Wie: Noor' 'Bij: D1' 'Status: niet-meer-nodig'
    record Stap S4 2026-02-03 'Wat: Zelf uien snijden' 'Wie: Noor' 'Bij: D1' 'Status: niet-gelukt'
    record Stap S5 2026-02-03 'Wat: Bellen met de bank' 'Wie: Sanne' 'Bij: D2'
    record Stap S6 2026-02-03 'Wat: Los van alles' 'Wie: Sanne'
    change Doel D1 2026-05-01 'Schaal: +1' 'Status: bezig' 'Volgens: client'
    change Doel D1 2026-04-01 'Schaal: -1'
}

# ---- lijst ----

@test "lijst: status and by whose judgement, progress, open steps and days of every goal that counts" {
    goals > d.rec
    try gesprek-smart lijst d.rec
    expect_status 0
    expect_empty fout
    diff uit /dev/fd/3 3<< 'END'
Doelen
======
Vandaag: 2026-11-22

Dossier d-1
===========

D1  Ik kook elke week.
Status:             bezig, volgens de cliënt
Voortgang:          ▁▂▆ (-2 -1 +1), van 3 februari 2026 tot 1 mei 2026
                    nu: ik kook de soep
Open stappen:       S1 Een pan lenen (Noor en oma, uiterlijk 1 december 2026)
Uiterlijk:          20 december 2026
Samen kijken op:    1 december 2026

D2  Ik los mijn schuld af.
Status:             bezig, volgens cliënt en begeleider samen
Open stappen:       S5 Bellen met de bank (Sanne)
Uiterlijk:          1 juni 2026 (voorbij)
Samen kijken op:    1 maart 2026 (voorbij)

D3  Ik word kok.
Status:             wens

D4  Ik ga wandelen.
Status:             geparkeerd, volgens de cliënt: te koud
Terugkomen op:      1 maart 2027

D5  Ik heb een pan.
Status:             behaald (volgens wie is nog niet genoteerd)

D6  Ik eet nooit meer friet.
Status:             vervangen

D7  Ik eet gezond.
Status:             losgelaten
Onder:              D3
Vervangt:           D6

Intern: alleen voor wie met dit dossier werkt.
END
}

@test "lijst: progress is a sign for each time, the last twenty, by day and not by place" {
    {
        record Melding M1 2026-01-01 'Vraag: x' 'Gemeente: 0356'
        record Doel D1 2026-01-01 'Tekst: Ik kook.' 'Schaal: 0'
        for day in {02..25}; do change Doel D1 2026-01-"$day" 'Schaal: +2'; done
        change Doel D1 2026-01-26 'Schaal: -1'
        change Doel D1 2026-02-01 'Schaal:'
    } > d.rec
    try gesprek-smart lijst d.rec
    expect_text uit "Voortgang:          ███████████████████▂ (... +2 +2"
    expect_text uit '-1), van 7 januari 2026 tot 26'
    try gesprek-smart lijst --op=2026-01-02 d.rec
    expect_text uit 'Voortgang:          ▄█ (0 +2), van 1 januari 2026 tot 2 januari 2026'
    try gesprek-smart lijst --op=2026-01-01 d.rec
    expect_text uit 'Voortgang:          ▄ (0), op 1 januari 2026'
    while IFS= read -r line; do [ "${#line}" -le 80 ]; done < uit
}

@test "lijst: every level has a sign that is higher than the one before" {
    {
        record Doel D1 2026-01-01 'Tekst: Ik kook.'
        for level in -2 -1 0 +1 +2; do change Doel D1 2026-01-02 "Schaal: $level"; done
    } > d.rec
    try gesprek-smart lijst d.rec
    expect_text uit '▁▂▄▆█ (-2 -1 0 +1 +2)'
}

@test "lijst: as CSV a row a goal, over several dossiers; one without goals has none, and says so as text" {
    goals > d.rec
    ID=leeg record Melding M1 2026-02-01 'Vraag: x' 'Gemeente: 0356' > leeg.rec
    try gesprek-smart lijst --formaat=csv d.rec leeg.rec emma.rec
    expect_status 0
    sed -n '1,5p' uit | tr -d '\r' | diff - /dev/fd/3 3<< 'END'
"dossier","doel","tekst","status","volgens","prioriteit","schaal","voortgang","open_stappen","uiterlijk","evalueren_op","terugkomen_op","vervangt"
"d-1","D1","Ik kook elke week.","bezig","client","","1","2026-02-03:-2 2026-04-01:-1 2026-05-01:+1","1","2026-12-20","2026-12-01","",""
"d-1","D2","Ik los mijn schuld af.","bezig","samen","1","","","1","2026-06-01","2026-03-01","",""
"d-1","D3","Ik word kok.","wens","","","","","0","","","",""
"d-1","D4","Ik ga wandelen.","geparkeerd","client","","","","0","","","2027-03-01",""
END
    [ "$(grep -c '^"' uit)" -eq 12 ]
    try gesprek-smart lijst leeg.rec
    expect_text uit 'Nog geen doelen genoteerd.'
    try gesprek-smart lijst --formaat=csv leeg.rec
    expect_status 0
    [ "$(wc -l < uit)" -eq 1 ]
}

@test "lijst: what was withdrawn is not there, goal nor step" {
    { goals; change Doel D1 2026-06-01 'Vervallen: dubbel'; change Stap S5 2026-06-01 'Vervallen: dubbel'; } > d.rec
    try gesprek-smart lijst d.rec
    expect_no_text uit 'Ik kook elke week'
    expect_no_text uit S5
    try gesprek-smart lijst --op=2026-05-31 d.rec
    expect_text uit 'Ik kook elke week'
}

# ---- rangschik ----

# ranked: five goals at work, of which one has a place.
ranked() {
    record Doel D1 2026-02-03 'Tekst: a' 'Criterium: een rustige hoek'
    record Doel D2 2026-02-04 'Tekst: b' 'Criterium: Zorg: ik slaap niet' 'Criterium: zorgen' 'Criterium: nu'
    record Doel D3 2026-02-05 'Tekst: c' 'Criterium: eerst'
    record Doel D4 2026-02-06 'Tekst: d' 'Prioriteit: 9'
    record Doel D5 2026-02-07 'Tekst: e' 'Criterium: ik wil nu slapen'
    record Doel D6 2026-02-08 'Tekst: f' 'Status: wens' 'Prioriteit: 1'
}

order() {
    try gesprek-smart rangschik --formaat=csv "$@"
    tr -d '\r' < uit | cut -d, -f3 | tr -d '"' | tail -n +2 | xargs
}

@test "rangschik: the client's own order first, then the criteria, then the oldest; and why" {
    ranked > d.rec
    [ "$(order d.rec)" = 'D4 D3 D2 D1 D5' ]
    try gesprek-smart rangschik d.rec
    expect_status 0
    diff uit /dev/fd/3 3<< 'END'
Wat eerst komt
==============
Vandaag: 2026-11-22

Dossier d-1
===========

D4  d
Plaats:             9, door de cliënt gekozen
Waarom:             nog niet genoteerd

D3  c
Plaats:             nog niet door de cliënt gekozen
Punten:             8
Waarom:             de cliënt wil hier als eerste aan werken (8)

D2  b
Plaats:             nog niet door de cliënt gekozen
Punten:             2
Waarom:             hier heeft de cliënt de meeste zorgen over (1)
                    hier kan het meteen mee beginnen, met wat er is (1)
                    Zorg: ik slaap niet

D1  a
Plaats:             nog niet door de cliënt gekozen
Waarom:             een rustige hoek

D5  e
Plaats:             nog niet door de cliënt gekozen
Waarom:             ik wil nu slapen
Gelijk:             hetzelfde als hierboven; het oudste doel staat eerst

Vragen om samen te kiezen wat eerst komt
----------------------------------------
- eerst  Waar wilt u als eerste aan werken?
- zorg  Waar maakt u zich de meeste zorgen over?
- kans  Wat kan het makkelijkst anders worden?
- concreet  Van welk doel weten we al precies wat er moet gebeuren?
- nu  Waar kunnen we vandaag al mee beginnen, met wat en wie er is?
- erger  Wat wordt erger als we er niets aan doen?
- nodig  Wat moet eerst, zodat de rest ook kan?
- zichtbaar  Waarvan is snel te zien dat het beter gaat?

Intern: alleen voor wie met dit dossier werkt.
END
}

@test "rangschik: what the client wants first weighs more than all other criteria together" {
    {
        record Doel D1 2026-02-03 'Tekst: a' 'Criterium: zorg' 'Criterium: kans' 'Criterium: concreet' 'Criterium: nu' 'Criterium: erger' \
            'Criterium: nodig' 'Criterium: zichtbaar'
        record Doel D2 2026-02-04 'Tekst: b' 'Criterium: graag'
    } > d.rec
    [ "$(order d.rec)" = 'D2 D1' ]
}

@test "rangschik: every word of the manual page means its criterion, in capitals too" {
    local n=0 word
    for word in eerst GRAAG zorg zorgen Bezorgd kans kansrijk concreet specifiek precies nu meteen direct erger dringend schade nodig \
        voorwaarde zichtbaar merkbaar tastbaar; do
        n=$((n + 1))
        record Doel D$n 2026-02-03 "Tekst: $word" "Criterium: $word"
    done > d.rec
    try gesprek-smart rangschik d.rec
    [ "$(grep -c '^Punten:' uit)" -eq "$n" ]
    expect_no_text uit 'nog niet genoteerd'
}

@test "rangschik: the weights of the settings; one that is no number is refused" {
    ranked > d.rec
    export GESPREK_CONFIG=$PWD/c.rec
    printf '%s\n' 'Instelling: x' 'Weging_eerst: 0' 'Weging_zorg: 99' > c.rec
    [ "$(order d.rec)" = 'D4 D2 D1 D3 D5' ]
    expect_text uit 'zorgen over (99)'
    for weight in veel -1 100 1.5; do
        printf '%s\n' 'Instelling: x' "Weging_zorg: $weight" > c.rec
        try gesprek-smart rangschik d.rec
        expect_status 3
        expect_empty uit
        expect_message fout 'gesprek-smart: fout' 'Weging_zorg' getal-fout
        try gesprek-smart lijst d.rec
        expect_status 0
    done
    rm c.rec
    try gesprek-smart rangschik d.rec
    expect_status 4
}

@test "rangschik: nothing at work, or all in the client's order, gives no questions" {
    record Doel D1 2026-02-03 'Tekst: a' 'Status: behaald' > d.rec
    try gesprek-smart rangschik d.rec
    expect_status 0
    expect_text uit 'geen doel waar nu aan gewerkt wordt'
    { record Doel D1 2026-02-03 'Tekst: a' 'Prioriteit: 2'; record Doel D2 2026-02-03 'Tekst: b' 'Prioriteit: 1'; } > d.rec
    [ "$(order d.rec)" = 'D2 D1' ]
    try gesprek-smart rangschik d.rec
    expect_no_text uit Vragen
}

# ---- plan ----

@test "plan: my goals in my words, who does what by when, a setback, the next look, what helped" {
    goals > d.rec
    try gesprek-smart plan d.rec
    expect_status 0
    expect_empty fout
    diff uit /dev/fd/3 3<< 'END'
Mijn stappenplan – Noor
=======================
22 november 2026

Ik los mijn schuld af.
----------------------
Dit doel komt niet van mij. Het moet van een ander.

Klaar op:           1 juni 2026

Wie doet wat
- Bellen met de bank
  Wie: Sanne

Als het tegenzit:   Dat mag. Wat we dan doen, spreken we nog af.
Samen kijken op:    Die dag kiezen we nog.

Voor de cliënt. Klopt er iets niet? Zeg het, dan passen we het aan.

Mijn stappenplan – Noor
=======================
22 november 2026

Ik kook elke week.
------------------
Zo merk ik het:     er staat eten
Hier sta ik nu:     ik kook de soep
Klaar op:           20 december 2026

Wie doet wat
- Een pan lenen
  Wie: Noor en oma
  Eerst nodig: oma is thuis
  Uiterlijk: 1 december 2026
- Zelf uien snijden
  Wie: Noor
  Dit is nog niet gelukt.

Als het tegenzit:   Dan bel ik oma.
Samen kijken op:    dinsdag 1 december 2026

Dit is al gelukt
- Naar de kookles
  Dit hielp: Sanne ging mee

Voor de cliënt. Klopt er iets niet? Zeg het, dan passen we het aan.
END
    expect_no_text uit Geheimstraat
}

@test "plan: one goal by its key, in any state; none at work or no such goal is status 1" {
    goals > d.rec
    for pair in 'D3:nog een wens' 'D4:rust even' 'D5:Dit is gelukt' 'D6:een ander doel' 'D7:losgelaten'; do
        try gesprek-smart plan --doel="${pair%%:*}" d.rec
        expect_status 0
        expect_text uit "${pair#*:}"
        expect_no_text uit 'Samen kijken op'
    done
    for words in --doel=D9 --doel=S1 '--doel=D1 --op=2026-02-02'; do
        read -ra words <<< "$words"
        try gesprek-smart plan "${words[@]}" d.rec
        expect_status 1
        expect_message fout 'gesprek-smart: fout' 'Kijk de sleutel' geen-doel
    done
    { goals; change Doel D1 2026-06-01 'Vervallen: dubbel'; change Doel D2 2026-06-01 'Status: behaald'; } > d.rec
    try gesprek-smart plan d.rec
    expect_status 1
    expect_message fout 'gesprek-smart: fout' 'waar nu aan gewerkt' geen-doel
    try gesprek-smart plan --doel=D1 d.rec
    expect_status 1
}

@test "plan: the history of a goal is that of its words and of the goals it replaces, each wording once" {
    {
        record Doel D1 2026-02-03 'Tekst: Ik rook niet.'
        change Doel D1 2026-02-10 'Tekst: Ik rook minder.'
        change Doel D1 2026-02-11 'Tekst: Ik rook minder.' 'Status: vervangen'
        record Doel D2 2026-02-11 'Tekst: Ik loop elke dag.' 'Vervangt: D1'
        change Doel D2 2026-03-01 'Tekst: Ik loop met Sanne.'
        change Doel D2 2026-02-20 'Tekst: Ik loop twee keer.'
    } > d.rec
    try gesprek-smart plan --geschiedenis d.rec
    expect_status 0
    sed -n '/^Zo veranderde/,/^$/p' uit | diff - /dev/fd/3 3<< 'END'
Zo veranderde mijn doel
- 3 februari 2026: Ik rook niet.
- 10 februari 2026: Ik rook minder.
- 11 februari 2026: Ik loop elke dag.
- 20 februari 2026: Ik loop twee keer.
- 1 maart 2026: Ik loop met Sanne.

END
    expect_text uit 'Ik loop met Sanne.'
    try gesprek-smart plan d.rec
    expect_no_text uit 'Ik rook'
    try gesprek-smart plan --geschiedenis --op=2026-02-15 d.rec
    expect_no_text uit 'twee keer'
    { goals; } > d.rec
    try gesprek-smart plan --geschiedenis d.rec
    expect_no_text uit 'Zo veranderde'
}

@test "plan: goals that replace each other in a ring do not go round for ever" {
    { record Doel D1 2026-02-03 'Tekst: a'; record Doel D2 2026-02-04 'Tekst: b' 'Vervangt: D1'; change Doel D1 2026-02-05 'Vervangt: D2'; } > d.rec
    try gesprek-smart plan --geschiedenis --doel=D2 d.rec
    expect_status 0
    [ "$(grep -c '^- ' uit)" -eq 2 ]
}

@test "plan: who cannot be reached safely gets it in the hand, and the worker is told" {
    for field in 'Veilig_bereikbaar: Geen brief.' 'Geheim_adres: ja'; do
        goals "$field" > d.rec
        try gesprek-smart plan d.rec
        expect_status 0
        expect_text uit 'geef dit blad zelf in de hand'
        expect_message fout 'd.rec:10:1: opmerking' 'Geef het plan zelf' veilig-bereikbaar
        expect_no_text uit 'Geen brief'
    done
}

@test "plan: HTML is whole, a page for each goal, and holds no markup of the dossier" {
    { goals; change Doel D1 2026-06-01 'Tekst: Ik kook <b>"soep"</b> & taart.'; } > d.rec
    try gesprek-smart plan --geschiedenis --formaat=html d.rec emma.rec
    expect_status 0
    [ "$(head -n 1 uit)" = '<!DOCTYPE html>' ]
    expect_text uit '</html>'
    [ "$(grep -c '<h1' uit)" -eq 2 ]
    [ "$(grep -c 'class="blad"' uit)" -eq 1 ]
    expect_text uit 'Ik kook &lt;b&gt;&quot;soep&quot;&lt;/b&gt; &amp; taart.'
    expect_no_text uit '<b>'
    expect_no_text uit '<script'
    python3 - uit << 'END'
import sys
from html.parser import HTMLParser

class Parser(HTMLParser):
    open_tags = []

    def handle_starttag(self, tag, attributes):
        if tag not in ("meta", "br"):
            self.open_tags.append(tag)

    def handle_endtag(self, tag):
        assert self.open_tags.pop() == tag, tag

parser = Parser()
parser.feed(open(sys.argv[1], encoding="utf-8").read())
parser.close()
assert not parser.open_tags, parser.open_tags
END
    cp uit eerst
    try gesprek-smart plan --geschiedenis --formaat=html --uit=plan.html d.rec emma.rec
    expect_status 0
    cmp eerst plan.html
}

# ---- nieuw ----

@test "nieuw: a goal with its steps in one go, each step by the goal unless it says otherwise" {
    run -0 gesprek-smart nieuw --tekst='Ik zwem.' --akkoord=Emma --akkoord=vader --stap.wat=Zwembroek --stap.wie=Emma --stap.wat=Bus --stap.wie=vader \
        --stap.bij=D2 -i emma.rec
    assert_output $'D5\nS6\nS7'
    [ "$(field_of D5 Akkoord < emma.rec)" = $'Emma\036vader' ]
    [ "$(field_of S6 Bij < emma.rec)" = D5 ]
    [ "$(field_of S7 Bij < emma.rec)" = D2 ]
    run -0 gesprek-check emma.rec
}

@test "nieuw: a filled-in template, with more steps; what is left empty is not made" {
    try gesprek-smart nieuw --sjabloon
    expect_status 0
    expect_text uit 'Een doel, met een stap'
    cp uit in.txt
    run -3 --separate-stderr gesprek-smart nieuw --ingevuld=in.txt -i emma.rec
    printf '%s\n' 'Doel:' 'Tekst: Ik zwem.' '' 'Stap:' 'Wat: Zwembroek' 'Wie: Emma' '' 'Stap:' 'Wat: Bus' 'Wie: vader' '' 'Stap:' 'Wat:' '' > in.txt
    run -0 gesprek-smart nieuw --ingevuld=- -i emma.rec < in.txt
    assert_output $'D5\nS6\nS7'
    [ "$(field_of S7 Bij < emma.rec)" = D5 ]
}

@test "nieuw: questions at the terminal when no field is given" {
    export TERM=xterm
    {
        printf 'regel %s\n' '' 'Ik zwem elke week.'
        for _ in {1..7}; do echo 'regel '; done
        printf 'regel %s\n' 'Emma'
        printf '%s\n' 'vraag' 'typ \x04' 'regel j'
    } > toetsen
    # The first question is the day; then the text of the goal, which may have more lines.
    cp emma.rec oud.rec
    python3 "$BATS_TEST_DIRNAME/toetsenbord.py" toetsen gesprek-smart nieuw -i emma.rec > uit 2> fout
    [ "$(head -n 1 uit)" = D5 ]
    [ "$(field_of D5 Tekst < emma.rec)" = 'Ik zwem elke week.' ]
    run ! cmp -s oud.rec emma.rec
    run -2 --separate-stderr gesprek-smart nieuw emma.rec
}

@test "nieuw: a goal that is judged needs who judged" {
    refused 2 veld-nodig '--volgens' gesprek-smart nieuw --tekst=x --status=behaald emma.rec
    noted gesprek-smart nieuw --tekst=x --status=behaald --volgens=client -n emma.rec
}

# ---- stap and wijzig ----

@test "stap: a step by the goal that is named; a step that is named is changed" {
    goals > d.rec
    noted gesprek-smart stap D1 --wat=Bakken --wie=Noor --uiterlijk=+2w -n d.rec
    has "$output" $'Stap: S7\n'
    has "$output" 'Bij: D1'
    has "$output" 'Uiterlijk: 2026-12-06'
    noted gesprek-smart stap S1 --status=gedaan --wat-hielp=oma -n d.rec
    has "$output" 'Gewijzigd: '
    has "$output" 'Wat_hielp: oma'
    refused 2 veld-nodig '--wie' gesprek-smart stap D1 --wat=Bakken d.rec
    refused 2 gebruik 'laat --bij weg' gesprek-smart stap D1 --wat=x --wie=y --bij=D2 d.rec
    refused 2 gebruik 'noem de sleutel' gesprek-smart stap --wat=x
    refused 2 gebruik 'zeg welke stap' gesprek-smart stap D1 d.rec
}

@test "stap: only by a goal that is worked at, wished for or reached in part" {
    goals > d.rec
    noted gesprek-smart stap D3 --wat=x --wie=y -n d.rec
    for key in D4 D5 D7; do
        refused 3 doel-status 'eerst de status bezig' gesprek-smart stap $key --wat=x --wie=y d.rec
    done
    refused 3 doel-status 'D6 is vervangen door D7' gesprek-smart stap D6 --wat=x --wie=y d.rec
    refused 3 geen-doel 'is er niet in dit dossier' gesprek-smart stap D9 --wat=x --wie=y d.rec
    refused 3 geen-doel 'geen doel en geen stap' gesprek-smart stap M1 --wat=x --wie=y d.rec
}

@test "wijzig: another wording is an amendment of the same goal; a step goes by stap" {
    goals > d.rec
    cp d.rec oud.rec
    noted gesprek-smart wijzig D1 --tekst='Ik kook op zondag.' --akkoord+=oma -i d.rec
    assert_output D1
    one_range_more oud.rec d.rec
    [ "$(field_of D1 Akkoord < d.rec)" = oma ]
    refused 3 geen-doel 'gesprek-smart stap' gesprek-smart wijzig S1 --tekst=x d.rec
    refused 2 gebruik 'zeg wat er anders wordt' gesprek-smart wijzig D1 d.rec
    refused 2 gebruik 'hoort niet bij Doel' gesprek-smart wijzig D1 --wat=x d.rec
    refused 2 veld-nodig 'kan niet leeg worden' gesprek-smart wijzig D1 --tekst= d.rec
    printf 'Ik kook vaak.' > tekst
    noted gesprek-smart wijzig D1 --tekst=@- -n d.rec < tekst
    has "$output" 'Tekst: Ik kook vaak.'
    run -2 gesprek-smart wijzig D1 --tekst=@- < d.rec
}

# ---- status ----

@test "status: a judgement is somebody's; without that it asks kindly" {
    goals > d.rec
    for verdict in behaald deels niet-behaald; do
        refused 2 veld-nodig 'Zeg met --volgens wie dat vindt' gesprek-smart status D2 $verdict d.rec
        refused 2 veld-nodig 'Zeg met --volgens wie dat vindt' gesprek-smart status D2 $verdict --volgens= d.rec
        refused 2 veld-nodig 'Zeg met --volgens wie dat vindt' gesprek-smart wijzig D2 --status=$verdict d.rec
        run -0 gesprek-smart status D2 $verdict --volgens client -n d.rec
        has "$output" "Status: $verdict"
        has "$output" 'Volgens: client'
    done
    noted gesprek-smart status D2 losgelaten -n emma.rec
}

@test "status: what was said with the status before goes with it, and only then" {
    goals > d.rec
    noted gesprek-smart status D4 bezig -n d.rec
    has "$output" $'Status: bezig\nVolgens:\nReden:\nTerugkomen_op:'
    noted gesprek-smart status D4 geparkeerd --terugkomen-op=2027-05-01 -n d.rec
    has "$output" 'Terugkomen_op: 2027-05-01'
    [[ $output != *Volgens* && $output != *Reden* ]]
    noted gesprek-smart wijzig D4 --meetbaar=x -n d.rec
    [[ $output != *Volgens* && $output != *Reden* ]]
}

@test "status: what makes no sense is refused, with what to do" {
    goals > d.rec
    refused 2 keuze-onbekend 'kies uit' gesprek-smart status D1 klaar d.rec
    refused 2 gebruik 'gesprek-smart vervang' gesprek-smart status D1 vervangen d.rec
    refused 2 gebruik 'laat --status weg' gesprek-smart status D1 bezig --status=open d.rec
    refused 2 gebruik 'D1 bezig' gesprek-smart status D1
    refused 3 doel-status 'vervangen door D7' gesprek-smart status D6 bezig d.rec
    refused 3 geen-doel 'gesprek-smart stap' gesprek-smart status S1 gedaan d.rec
    refused 3 geen-doel 'er nog niet op die dag' gesprek-smart status D1 bezig --op=2026-02-01 d.rec
    change Doel D1 2026-06-01 'Vervallen: dubbel' >> d.rec
    refused 3 geen-doel '--herstel' gesprek-smart status D1 bezig d.rec
    refused 3 geen-doel '--herstel' gesprek-smart stap D1 --wat=x --wie=y d.rec
    noted gesprek-smart status D1 bezig --op=2026-05-31 -n d.rec
}

@test "status: steps that are still open when a goal ends are named" {
    goals > d.rec
    run -0 --separate-stderr gesprek-smart status D1 behaald --volgens=client -n d.rec
    has "$stderr" 'bij D1 staan nog open stappen: S1. '
    has "$stderr" '[open-stappen]'
    noted gesprek-smart status D3 losgelaten -n d.rec
    noted gesprek-smart status D1 bezig -n d.rec
    run -4 --separate-stderr gesprek-smart status D1 behaald --volgens=client -i weg.rec
    [[ $stderr != *open-stappen* ]]
}

# ---- parkeer ----

@test "parkeer: rests until a day, with a reason; only what is not over" {
    goals > d.rec
    noted gesprek-smart parkeer D1 --terugkomen-op=+6w --reden='eerst verhuizen' --volgens=samen -n d.rec
    has "$output" $'Status: geparkeerd\n'
    has "$output" 'Terugkomen_op: 2027-01-03'
    has "$output" 'Reden: eerst verhuizen'
    has "$output" 'Volgens: samen'
    noted gesprek-smart parkeer D2 -n d.rec
    has "$output" $'Status: geparkeerd\nVolgens:'
    noted gesprek-smart parkeer D3 -n d.rec
    noted gesprek-smart parkeer D4 --terugkomen-op=+1w -n d.rec
    for key in D5 D7; do refused 3 doel-status 'eerst de status bezig' gesprek-smart parkeer $key d.rec; done
    refused 3 doel-status 'vervangen door D7' gesprek-smart parkeer D6 d.rec
    for day in vandaag -1d 2026-01-01; do
        refused 2 gebruik 'na vandaag' gesprek-smart parkeer D1 --terugkomen-op=$day d.rec
    done
    refused 2 datum-fout 2027-02-30 gesprek-smart parkeer D1 --terugkomen-op=2027-02-30 d.rec
}

# ---- vervang ----

@test "vervang: another goal in its place keeps what goes with the place, and not who agreed" {
    {
        goals
        change Doel D1 2026-06-01 'Akkoord: Noor' 'Levensdomein: huishouden' 'Van: client' 'Onder: D3' 'Termijn: kort' 'Gericht_op: client' \
            'Kant: buitenkant' 'Prioriteit: 2' 'Criterium: zorg' 'Criterium: nu' 'Samenwerking: informeren' 'Haalbaar: ja'
    } > d.rec
    run -0 --separate-stderr gesprek-smart vervang D1 --tekst='Ik kook samen met oma.' --van=samen -n d.rec
    has "$stderr" 'bij D1 staan nog open stappen: S1. '
    diff <(grep -v '^Geboekt\|^Gewijzigd\|^Door' <<< "$output") - << 'END'
Doel: D8
Dossier: d-1
Op: 2026-11-22
Tekst: Ik kook samen met oma.
Van: samen
Onder: D3
Termijn: kort
Levensdomein: huishouden
Gericht_op: client
Kant: buitenkant
Prioriteit: 2
Criterium: zorg
Criterium: nu
Samenwerking: informeren
Status: open
Vervangt: D1

Doel: D1
Dossier: d-1
Op: 2026-11-22
Status: vervangen
Volgens:
END
    run -0 --separate-stderr gesprek-smart vervang D1 --tekst='Ik kook samen met oma.' -i d.rec
    assert_output $'D8\nD1'
    run -0 gesprek-check d.rec
    refused 3 doel-status 'vervangen door D8' gesprek-smart vervang D1 --tekst=x d.rec
}

@test "vervang: a wish stays a wish; what is over stays as it is; without words there is nothing to put there" {
    goals > d.rec
    noted gesprek-smart vervang D3 --tekst='Ik word bakker.' -n d.rec
    has "$output" 'Status: wens'
    noted gesprek-smart vervang D4 --tekst='Ik ga zwemmen.' -n d.rec
    has "$output" 'Status: open'
    for key in D5 D7; do refused 3 doel-status '--vervangt' gesprek-smart vervang $key --tekst=x d.rec; done
    cp d.rec oud.rec
    refused 2 gebruik 'achter --tekst' gesprek-smart vervang D1 -i d.rec
    refused 2 veld-nodig 'Geef --tekst' gesprek-smart vervang D1 --meetbaar=x -i d.rec
    refused 2 veld-nodig '--volgens' gesprek-smart vervang D1 --tekst=x --status=behaald -i d.rec
    unchanged oud.rec d.rec
}

# ---- all of them ----

@test "every writing verb is a filter that leaves all other bytes, and leaves the file alone when it refuses" {
    goals > d.rec
    cp d.rec oud.rec
    for words in 'nieuw --tekst=x' 'wijzig D1 --tekst=x' 'stap D1 --wat=x --wie=y' 'status D1 bezig' 'parkeer D1' 'vervang D2 --tekst=x'; do
        read -ra words <<< "$words"
        try gesprek-smart "${words[@]}" d.rec
        expect_status 0
        one_range_more d.rec uit
        cp uit filter
        try gesprek-smart "${words[@]}" - < d.rec
        expect_status 0
        cmp uit filter
        try gesprek-smart "${words[@]}" -n d.rec
        [ "$(wc -c < uit)" -eq $(($(wc -c < filter) - $(wc -c < d.rec))) ]
        try gesprek-smart "${words[@]}" -i -n d.rec
        expect_status 2
        unchanged oud.rec d.rec
        try gesprek-smart "${words[@]}" -i d.rec
        expect_status 0
        cmp d.rec filter
        cp oud.rec d.rec
        { cat oud.rec; echo 'geen veld'; } > fout.rec
        try gesprek-smart "${words[@]}" -i fout.rec
        expect_status 3
    done
}

@test "options that do not go together are refused before any work" {
    for words in 'lijst --formaat=html' 'rangschik --formaat=html' 'plan --formaat=csv' 'plan --doel=a/b' 'plan --doel=' 'lijst --doel=D1' \
        'lijst --geschiedenis' 'rangschik --sjabloon' 'stap D1 --ingevuld=x' 'lijst --tekst=x' 'nieuw --stap.kleur=x' 'nieuw --domein=x' \
        'status D1 bezig --stap.wat=x' 'nieuw --akkoord+=x' 'lijst -i' 'status D1 bezig --formaat=csv'; do
        read -ra words <<< "$words"
        try gesprek-smart "${words[@]}" emma.rec
        expect_status 2
        expect_empty uit
        expect_message fout 'gesprek-smart: fout' '' gebruik
    done
}
