#!/usr/bin/env bats
# What gesprek-stavaza makes for the client, --voor-client and crisisblad, and the HTML form.

load hulp

setup() {
    hulp_setup
    cp "$CASUS"/*.rec .
}

# life: a dossier of which every part of a sheet has something, and something that must not be on it.
life() {
    record Melding M1 2026-02-01 'Vraag: Ik wil koken.' 'Gemeente: 0356' 'Begeleider: Sanne de Wit'
    record Client C1 2026-02-01 'Naam: Noor' 'Adres: Geheimstraat 1' "$@"
    record Werkafspraak F1 2026-02-02 'Verwacht_client: eerlijk zijn' 'Bereikbaar: elke werkdag tot vijf uur'
    record Gesprek G1 2026-02-03 'Vorm: kantoor' 'Fase: onthaal' 'Kracht: Noor vraagt door.' 'Kracht: Noor lacht graag.'
    change Gesprek G1 2026-03-01 'Kracht: Noor vraagt door.' 'Kracht: Noor plant vooruit.'
    record Domein wonen 2026-02-04 'Besproken: ja' 'Kracht: houdt haar kamer netjes'
    record Veiligheid U1 2026-02-04 'Aard: zorgen thuis' 'Teken: blauwe plek'
    record Doel D1 2026-02-05 'Tekst: Ik kook zelf.' 'Status: open'
    change Doel D1 2026-06-01 'Status: behaald'
    record Doel D2 2026-02-05 'Tekst: Ik ken mijn buren.' 'Status: deels'
    record Doel D3 2026-02-05 'Tekst: Ik reis alleen.' 'Status: losgelaten'
    record Stap S1 2026-02-06 'Wat: Een recept kiezen' 'Wie: Noor' 'Status: gedaan'
    record Stap S2 2026-02-06 'Wat: Een pan kopen' 'Wie: Noor'
    record Recht R1 2026-02-07 'Omschrijving: een vergoeding voor reizen' 'Status: aangevraagd' 'Instantie: gemeente' 'Uiterlijk: 2026-12-31'
    record Recht R2 2026-02-07 'Omschrijving: een maaltijdkring' 'Status: toegekend' 'Uiterlijk: 2026-12-30'
    record Afspraak A2 2026-11-01 'Wanneer: 2026-12-09T09:05' 'Plaats: de bieb' 'Met: Sanne' 'Met: oom' 'Meenemen: pas' 'Vervoer: bus 4'
    record Afspraak A1 2026-11-01 'Wanneer: 2026-12-01T14:30'
    record Afspraak A3 2026-11-01 'Wanneer: 2026-11-21T10:00'
    record Afspraak A4 2026-11-01 'Wanneer: 2026-12-05T10:00' 'Status: afgezegd-client'
    record Relatie L1 2026-02-08 'Groep: familie' 'Band: sterk' 'Naam: oom Jan' 'Steun: praktisch' 'Steun: emotioneel'
    record Relatie L2 2026-02-08 'Groep: partner' 'Band: gewoon' 'Naam: Piet' 'Steun: praktisch' 'Spanning: onveilig'
    record Relatie L3 2026-02-08 'Groep: buur' 'Band: zwak' 'Naam: buurvrouw'
    record Relatie L4 2026-02-08 'Groep: familie' 'Band: sterk' 'Naam: oma' 'Steun: advies' 'Overleden: ja'
    record Relatie L5 2026-02-08 'Groep: vriend' 'Band: sterk' 'Rol: maat van het koor' 'Steun: gezelschap'
}

@test "the sheet for the client: all there is, in the order and the words of the client" {
    life > d.rec
    try gesprek-stavaza --voor-client d.rec
    expect_status 0
    expect_empty fout
    diff uit - << 'END'
Mijn blad – Noor
================
22 november 2026

Wat ik goed kan
---------------
- Noor vraagt door. (3 februari 2026)
- Noor plant vooruit. (1 maart 2026)
- houdt haar kamer netjes (4 februari 2026)

Wat ik heb bereikt
------------------
- Ik kook zelf. (1 juni 2026)
- Voor een deel: Ik ken mijn buren. (5 februari 2026)
- Een recept kiezen (6 februari 2026)

Mijn afspraken
--------------
- dinsdag 1 december 2026 om 14.30 uur
- woensdag 9 december 2026 om 9.05 uur
  Waar: de bieb
  Met: Sanne, oom
  Zo kom ik er: bus 4
  Meenemen: pas

Mijn rechten
------------
- een vergoeding voor reizen: dit is aangevraagd. Hier gaat over: gemeente. Dit
  moet klaar zijn voor 31 december 2026
- een maaltijdkring: dit heb ik gekregen

Wie mij helpt
-------------
- Mijn begeleider: Sanne de Wit
  Bereikbaar: elke werkdag tot vijf uur
- oom Jan: helpt mij met dingen doen, luistert naar mij
- maat van het koor: is er voor de gezelligheid

Voor de cliënt. Klopt er iets niet? Zeg het, dan passen we het aan.
END
}

@test "a day of --op gives the sheet of that day" {
    life > d.rec
    try gesprek-stavaza --voor-client --op=2026-02-05 d.rec
    expect_status 0
    expect_text uit 'Noor lacht graag. (3 februari 2026)'
    expect_no_text uit 'plant vooruit'
    expect_no_text uit bereikt$'\n'---------$'\n''- Ik kook'
    expect_text uit 'Zoals het was op: 2026-02-05'
}

@test "an empty dossier gets a kind sheet" {
    record Melding M1 2026-02-01 'Vraag: Ik wil koken.' 'Gemeente: 0356' > d.rec
    try gesprek-stavaza --voor-client d.rec
    expect_status 0
    expect_text uit 'Daar praten we over.'
    expect_text uit 'Dat doen we samen.'
    expect_no_text uit 'bereikt'
}

@test "every status of a right has words of its own" {
    gesprek-check --descriptors=Recht | sed -n 's/^%type: Status enum //p' | tr ' ' '\n' > woorden
    [ "$(wc -l < woorden)" -eq 10 ]
    n=0
    while read -r status; do
        record Recht "R$((++n))" 2026-02-07 'Omschrijving: iets' "Status: $status"
    done < woorden > d.rec
    try gesprek-stavaza --voor-client d.rec
    expect_status 0
    assert_equal "$(grep -c '^- iets: ' uit)" 10
    assert_equal "$(grep '^- iets: ' uit | sort -u | wc -l)" 10
    while read -r status; do
        [[ $status == aangevraagd ]] || expect_no_text uit ": $status"$'\n'
    done < woorden
}

@test "who must be reached with care: said on each sheet and to the worker, without a word of why" {
    for field in 'Veilig_bereikbaar: niet als Piet thuis is' 'Geheim_adres: ja'; do
        { life "$field"; record Crisis H1 2026-05-01 'Wat: ruzie' 'Teken: stil worden'; } > d.rec
        for sheet in --voor-client crisisblad; do
            for form in tekst html; do
                try gesprek-stavaza "$sheet" --formaat="$form" d.rec
                expect_status 0
                expect_text uit 'geef dit blad zelf in de hand'
                expect_no_text uit Piet
                expect_no_text uit Geheimstraat
                expect_no_text uit 'blauwe plek'
                grep -q '^d.rec:10:1: opmerking: .* \[veilig-bereikbaar\]$' fout
            done
        done
    done
    life 'Geheim_adres: nee' > d.rec
    try gesprek-stavaza --voor-client d.rec
    expect_empty fout
    expect_no_text uit 'in de hand'
}

@test "the crisisblad: signs, what helps, what was learnt, whom to call; each once" {
    {
        record Crisis H1 2026-05-01 'Wat: ruzie' 'Teken: stil worden' 'Vooraf: weinig slaap' 'Wat_hielp: buiten lopen' 'Wie_bellen: oom Jan'
        record Crisis H2 2026-06-01 'Wat: weglopen' 'Teken: stil worden' 'Teken: niet eten' 'Wat_hielp: thee' 'Geleerd: Eerst bellen.'
        record Crisis H3 2026-07-01 'Wat: dubbel' 'Teken: weg ermee'
        change Crisis H3 2026-07-02 'Vervallen: dubbel'
    } > d.rec
    try gesprek-stavaza crisisblad d.rec
    expect_status 0
    diff uit - << 'END'
Als het moeilijk wordt
======================
22 november 2026

Zo merk ik dat het minder gaat
------------------------------
- stil worden
- niet eten
- weinig slaap

Dit helpt mij
-------------
- buiten lopen
- thee

Dit heb ik geleerd
------------------
- Eerst bellen.

Deze mensen kan ik bellen
-------------------------
- oom Jan

Is er nu gevaar?
----------------
Bel 112.

Voor de cliënt. Klopt er iets niet? Zeg het, dan passen we het aan.
END
}

@test "without a hard moment there is no crisisblad, and that is said" {
    life > d.rec
    try gesprek-stavaza crisisblad d.rec
    expect_status 1
    expect_message fout 'gesprek-stavaza: fout' 'gesprek-noteer nieuw' geen-crisis
    try gesprek-stavaza crisisblad d.rec richard.rec
    expect_status 0
    expect_text uit Richard
}

@test "what does not go together is refused" {
    for words in 'crisisblad --formaat=rec' '--voor-client --formaat=rec' 'verloop --formaat=rec' '--voor-client --soort=Doel' \
        'crisisblad --soort=Doel' 'verloop --voor-client' 'crisisblad --voor-client'; do
        read -ra words <<< "$words"
        try gesprek-stavaza "${words[@]}" emma.rec
        expect_status 2
        expect_empty uit
    done
}

# sound FILE: every tag closed in its order, nothing fetched, no script; its text in `woorden`.
sound() {
    python3 - "$1" > woorden << 'END'
import sys
from html.parser import HTMLParser

class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.seen = [], []
    def handle_starttag(self, tag, attributes):
        assert tag not in ('script', 'link', 'img', 'iframe', 'object', 'form'), tag
        for name, value in attributes:
            assert name not in ('src', 'href', 'onclick', 'onload'), name
        assert 'url(' not in str(attributes)
        self.seen.append(tag)
        if tag not in ('meta', 'br'):
            self.open.append(tag)
    def handle_endtag(self, tag):
        assert self.open and self.open.pop() == tag, tag
    def handle_data(self, data):
        if 'style' not in self.open and 'title' not in self.open:
            print(data)

text = open(sys.argv[1], encoding='utf-8').read()
assert text.startswith('<!DOCTYPE html>\n<html lang="nl">') and text.endswith('</body>\n</html>\n')
page = Page()
page.feed(text)
page.close()
assert not page.open, page.open
assert page.seen.count('h1') >= 1 and page.seen.count('main') == 0
END
}

@test "the HTML is sound and says the same words as the text" {
    command -v python3 > /dev/null || skip 'there is no python3'
    { life; record Crisis H1 2026-05-01 'Wat: <b>&"ruzie"' 'Teken: a < b & c > d' 'Teken: </li><script>alert(1)</script>'; } > d.rec
    for words in '' verloop --voor-client crisisblad; do
        # shellcheck disable=SC2086  # an option or nothing
        try gesprek-stavaza $words --formaat=html d.rec emma.rec richard.rec
        expect_status 0
        cp uit blad.html
        sound blad.html
        # shellcheck disable=SC2086
        try gesprek-stavaza $words d.rec emma.rec richard.rec
        diff <(tr -cs '[:alnum:]' '\n' < woorden | sed '/^$/d') <(tr -cs '[:alnum:]' '\n' < uit | sed '/^$/d')
    done
}

@test "every sheet but the first begins on a new page" {
    try gesprek-stavaza --voor-client --formaat=html .
    assert_equal "$(grep -c '<h1' uit)" 3
    assert_equal "$(grep -c '<h1 class="blad"' uit)" 2
    expect_text uit '.blad{break-before:page}'
}

@test "HTML that is not whole is not closed, and says so" {
    { life; record Stap S9 2026-02-31 'Wat: bellen' 'Wie: Noor'; } > d.rec
    try gesprek-stavaza --formaat=html d.rec emma.rec
    expect_status 3
    expect_text uit 'Niet volledig'
    expect_no_text uit '</html>'
    expect_text uit Emma
}

@test "control characters and marks of direction cannot turn the page around" {
    life 'Voornamen: '$'a\033[31mb\342\200\256c' > d.rec
    try gesprek-stavaza --formaat=html d.rec
    expect_status 0
    expect_no_text uit $'\033'
    expect_text uit 'Voornamen: a'
}
