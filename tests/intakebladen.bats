#!/usr/bin/env bats
# The first sheets for the client: gesprek-intake bevestiging and welkomstblad.

# shellcheck disable=SC2154  # status is that of try
bats_require_minimum_version 1.5.0
load hulp

# melding FIELD...
melding() {
    record Melding M1 2026-11-20 'Vraag: Ik wil leren koken.' "$@"
}

@test "the receipt: my question, the seven days, free support, my coach" {
    {
        melding 'Gemeente: 0356' 'Kader: wmo' 'Begeleider: Sanne de Wit'
        record Client C1 2026-11-20 'Naam: Noor' 'Adres: Geheimstraat 1'
        record Werkafspraak F1 2026-11-20 'Verwacht_client: eerlijk zijn' 'Bereikbaar: elke werkdag tot vijf uur'
        record Veiligheid U1 2026-11-20 'Aard: zorgen thuis' 'Teken: blauwe plek'
    } > d.rec
    try gesprek-intake bevestiging d.rec
    expect_status 0
    expect_empty fout
    diff uit - << 'END'
De melding is binnen – Noor
===========================
22 november 2026

Op 20 november 2026 hebben wij uw melding gekregen. Fijn dat u het laat weten.

Uw vraag
--------
Ik wil leren koken.

Staat het er anders dan u het bedoelt? Zeg het ons.

Wat er nu gebeurt
-----------------
We maken een afspraak met u voor een gesprek. Daarin kijken we samen wat u nodig
hebt en wat u zelf wilt. U mag iemand meenemen.

U mag een eigen plan maken
--------------------------
In een persoonlijk plan schrijft u zelf op welke hulp bij u past. Het hoeft
niet, het mag.

U hebt daar zeven dagen voor. Geef het ons uiterlijk op vrijdag 27 november
2026. Wij kijken er dan naar voor we verder gaan.

Gratis hulp van iemand die naast u staat
----------------------------------------
U kunt iemand vragen die met u meedenkt en die meegaat naar het gesprek. Dat
heet cliëntondersteuning. Het is gratis. Ook wie thuis voor u zorgt, kan er hulp
vragen. Wilt u dit? Zeg het ons, dan vertellen we waar u terecht kunt.

Uw begeleider
-------------
Naam:               Sanne de Wit
Bereikbaar:         elke werkdag tot vijf uur

Voor de cliënt. Klopt er iets niet? Zeg het, dan passen we het aan.
END
}

@test "the seven days end on the seventh day after the melding" {
    melding 'Gemeente: 0356' 'Kader: wmo' > d.rec
    for day in 2026-11-20 2026-11-27; do
        try gesprek-intake bevestiging --vandaag="$day" d.rec
        expect_text uit 'uiterlijk op vrijdag 27 november'
    done
    try gesprek-intake bevestiging --vandaag=2026-11-28 d.rec
    expect_text uit 'Daar waren zeven dagen voor, tot en met vrijdag 27 november 2026.'
    expect_no_text uit uiterlijk
}

@test "what the Wmo gives stands there under the Wmo alone: not in Flanders, not under another law" {
    for fields in 'Gemeente: 44021|Kader: wmo' 'Gemeente: 0356|Kader: jeugdwet' 'Gemeente: 0356|Urgent: nee' 'Gemeente: 11002|Kader: ocmw'; do
        melding "${fields%|*}" "${fields#*|}" > d.rec
        try gesprek-intake bevestiging d.rec
        expect_status 0
        expect_no_text uit 'zeven dagen'
        expect_no_text uit Gratis
        expect_text uit 'Ik wil leren koken.'
        expect_text uit 'hoort u nog van ons'
    done
}

@test "the last melding counts; one that is withdrawn does not; by another it is said so" {
    {
        melding 'Gemeente: 0356'
        record Melding M2 2026-11-21 'Vraag: Ik zoek werk.' 'Gemeente: 0356' 'Via: huisarts'
        record Melding M3 2026-11-22 'Vraag: Dubbel.' 'Gemeente: 0356'
        change Melding M3 2026-11-22 'Vervallen: dubbel'
    } > d.rec
    try gesprek-intake bevestiging d.rec
    expect_status 0
    expect_text uit 'Ik zoek werk.'
    expect_text uit 'een melding voor u gekregen'
    expect_no_text uit koken
    try gesprek-intake bevestiging --op=2026-11-20 d.rec
    expect_text uit koken
    expect_text uit 'Zoals het was op: 2026-11-20'
}

@test "no melding: no receipt, status 1; next to one that has, it is passed over" {
    record Client C1 2026-11-20 'Naam: Noor' > d.rec
    try gesprek-intake bevestiging d.rec
    expect_status 1
    expect_message fout 'gesprek-intake: fout' 'nog geen melding' geen-melding
    try gesprek-intake bevestiging d.rec "$CASUS/richard.rec"
    expect_status 0
    expect_text uit Richard
    try gesprek-intake welkomstblad d.rec
    expect_status 0
}

@test "the client does not know of it: the worker hears that, the sheet does not say it" {
    melding 'Gemeente: 0356' 'Client_weet_ervan: nee' > d.rec
    for sheet in bevestiging welkomstblad; do
        try gesprek-intake "$sheet" d.rec
        expect_status 0
        expect_message fout 'd.rec:1:1: opmerking' 'Bespreek dat' client-weet-niet
        expect_no_text uit 'weet'$'\n'
    done
    melding 'Gemeente: 0356' 'Client_weet_ervan: ja' > d.rec
    try gesprek-intake bevestiging d.rec
    expect_empty fout
}

@test "the welcome: my coach, what we agreed, what is noted and who sees it" {
    {
        melding 'Gemeente: 0356' 'Begeleider: Sanne de Wit'
        record Client C1 2026-11-20 'Naam: Noor' 'Telefoon: 06-12345678'
        record Werkafspraak F1 2026-11-21 'Verwacht_client: U zegt wat u wilt.' 'Verwacht_begeleider: Sanne belt terug.' \
            'Verwacht_begeleider: Sanne is eerlijk.' 'Grens: niet in het weekend' 'Bereikbaar: tot vijf uur' 'Einde_verwacht: 2027-05-01'
        record Toestemming T1 2026-11-21 'Aan: de huisarts' 'Waarover: Melding' 'Waarvoor: medicijnen' 'Uitkomst: gegeven' 'Gegeven_door: client'
        record Toestemming T2 2026-11-21 'Aan: de school' 'Waarover: Melding' 'Waarvoor: rooster' 'Uitkomst: geweigerd' 'Gegeven_door: client'
        record Toestemming T3 2026-11-21 'Aan: de buurt' 'Waarover: Melding' 'Waarvoor: x' 'Uitkomst: gegeven' 'Gegeven_door: client' 'Tot: 2026-11-21'
        record Toestemming T4 2026-11-21 'Aan: de club' 'Waarover: Melding' 'Waarvoor: x' 'Uitkomst: gegeven' 'Gegeven_door: client' 'Ingetrokken: 2026-11-22'
    } > d.rec
    try gesprek-intake welkomstblad d.rec
    expect_status 0
    expect_empty fout
    diff uit - << 'END'
Welkom – Noor
=============
22 november 2026

Fijn dat u er bent. Op dit blad staat wie u helpt en hoe we samenwerken.

Uw begeleider
-------------
Naam:               Sanne de Wit
Bereikbaar:         tot vijf uur

We denken samen te werken tot ongeveer 1 mei 2027. Verandert dat, dan praten we
daar eerst over.

Wat uw begeleider doet
----------------------
- Sanne belt terug.
- Sanne is eerlijk.

Wat u zelf doet
---------------
- U zegt wat u wilt.

Wat niet kan
------------
- niet in het weekend

Wat we opschrijven en wie dat ziet
----------------------------------
We schrijven op wat nodig is om u te helpen: wat u vertelt, wat u wilt en wat we
afspreken. Wie u hier helpt, kan dat lezen, en u ook.

Delen we iets met anderen, dan vragen we dat eerst aan u. Alleen als de wet het
vraagt of als er gevaar is, kan dat anders zijn.

Met toestemming delen we iets met (u kunt dat altijd weer veranderen):

- de huisarts. Waarvoor: medicijnen

Voor de cliënt. Klopt er iets niet? Zeg het, dan passen we het aan.
END
    try gesprek-intake welkomstblad --vandaag=2027-06-01 d.rec
    expect_no_text uit 'ongeveer 1 mei'
}

@test "who must be reached with care: on each sheet and to the worker, without a word of why" {
    for field in 'Veilig_bereikbaar: niet als Piet thuis is' 'Geheim_adres: ja'; do
        { melding 'Gemeente: 0356'; record Client C1 2026-11-20 'Naam: Noor' 'Adres: Geheimstraat 1' "$field"; } > d.rec
        for sheet in bevestiging welkomstblad; do
            for form in tekst html; do
                try gesprek-intake "$sheet" --formaat="$form" d.rec
                expect_status 0
                expect_text uit 'geef dit blad zelf in de hand'
                expect_no_text uit Piet
                expect_no_text uit Geheimstraat
                grep -q '^d.rec:9:1: opmerking: .* \[veilig-bereikbaar\]$' fout
            done
        done
    done
}

@test "HTML holds the same words, and what looks like a tag stays text" {
    melding 'Gemeente: 0356' 'Kader: wmo' 'Begeleider: <script>Sanne & Co' > d.rec
    try gesprek-intake bevestiging --formaat=html --uit=blad.html d.rec
    expect_status 0
    expect_empty uit
    expect_text blad.html '&lt;script&gt;Sanne &amp; Co'
    expect_text blad.html 'Ik wil leren koken.'
    expect_text blad.html '</html>'
}

@test "/dev/full and a closed standard output are status 4; --uit is whole or absent" {
    melding 'Gemeente: 0356' > d.rec
    for sheet in bevestiging welkomstblad 'bevestiging --formaat=html'; do
        read -ra words <<< "$sheet"
        status=0
        gesprek-intake "${words[@]}" d.rec > /dev/full 2> fout || status=$?
        assert_equal "$status" 4
        expect_message fout 'gesprek-intake: fout' 'de schijf is vol' uitvoer
        status=0
        gesprek-intake "${words[@]}" d.rec >&- 2> fout || status=$?
        assert_equal "$status" 4
        try gesprek-intake "${words[@]}" d.rec
        mv uit eerst
        try gesprek-intake "${words[@]}" --uit=antwoord d.rec
        cmp antwoord eerst
        echo 'zomaar een regel' | cat d.rec - > stuk.rec
        try gesprek-intake "${words[@]}" --uit=geen stuk.rec
        expect_status 3
        [ ! -e geen ]
    done
}

@test "options of the one verb are not taken by the other" {
    melding 'Gemeente: 0356' > d.rec
    for words in 'bevestiging --proef' 'welkomstblad --map=.' 'csv --formaat=html' 'csv --alle' 'bevestiging --door=x' 'welkomstblad --formaat=csv'; do
        read -ra list <<< "$words"
        try gesprek-intake "${list[@]}" d.rec
        expect_status 2
        expect_empty uit
    done
}
