#!/usr/bin/env bats
# gesprek-verslag: what is made for the client and the gemeente out of the conversations.

# shellcheck disable=SC2034  # status and tried are those of tell
load hulp

setup() {
    hulp_setup
    cp "$CASUS"/*.rec .
}

# talk: a dossier of which every part of an account has something, and something that must not be in it.
talk() {
    record Melding M1 2026-02-01 'Vraag: Ik wil koken.' 'Gemeente: 0356' 'Begeleider: Sanne'
    record Client C1 2026-02-01 'Naam: Noor' 'Adres: Geheimstraat 1' "$@"
    record Gesprek G1 2026-02-03 'Vorm: kantoor' 'Fase: onthaal' 'Verhaal: Ik at vroeger bij oma.' 'Kracht: Noor lacht graag.' \
        'Samenvatting: Noor wil leren koken.' 'Aanwezig: Noor' 'Aanwezig: oma' 'Levensdomein: sociale-contacten' 'Nonverbaal: keek weg'
    record Werkafspraak F1 2026-02-03 'Verwacht_client: Ik app als ik niet kom.' 'Verwacht_begeleider: Op tijd zijn.' 'Grens: geen geld lenen'
    record Domein huishouden 2026-02-03 'Besproken: ja' 'Wens: Zelf mijn eten maken.' 'Score: 2' 'Noodzaak: geheim waarom'
    record Doel D1 2026-02-03 'Tekst: Ik kook elke week.' 'Prioriteit: 2' 'Status: open' 'Meetbaar: er staat eten' 'Evalueren_op: 2026-12-20'
    record Doel D2 2026-02-03 'Tekst: Ik los mijn schuld af.' 'Van: opgelegd' 'Prioriteit: 1'
    record Stap S1 2026-02-03 'Wat: Een pan lenen' 'Wie: Noor en oma' 'Bij: D1' 'Uiterlijk: 2026-12-01'
    record Stap S2 2026-02-03 'Wat: Bellen met de kookles' 'Wie: Noor en sanne' 'Bij: G1'
    record Stap S3 2026-02-03 'Wat: Formulier ophalen' 'Wie: m.devries' 'Status: gedaan'
    record Recht R1 2026-02-03 'Omschrijving: een maaltijdkring' 'Status: aangevraagd'
    record Afspraak A1 2026-02-03 'Wanneer: 2026-12-09T09:05' 'Plaats: de bieb'
    record Afspraak A2 2026-02-03 'Wanneer: 2026-12-10T09:05' 'Plaats: het park' 'Status: verzet'
    record Relatie L1 2026-02-08 'Groep: familie' 'Band: sterk' 'Naam: tante Riet' 'Rol: oma' 'Steun: praktisch' 'Mantelzorger: ja' \
        'Ondersteuning_gewenst: Een avond vrij.' 'Belasting: slaapt slecht'
    record Relatie L2 2026-02-08 'Groep: ex-partner' 'Band: gewoon' 'Naam: Piet' 'Steun: praktisch' 'Spanning: onveilig' 'Mantelzorger: ja' \
        'Ondersteuning_gewenst: geld'
    record Veiligheid U1 2026-02-04 'Aard: zorgen thuis' 'Teken: blauwe plek'
    record Gesprek G2 2026-06-01 'Vorm: kantoor' 'Fase: uitvoering' 'Met: alleen'
    change Domein huishouden 2026-06-01 'Wens: Een kookboek schrijven.'
    change Recht R1 2026-06-01 'Status: toegekend'
}

@test "toon: all there is of one conversation, in the order and the words of the client" {
    talk > d.rec
    try gesprek-verslag toon --gesprek=G1 d.rec
    expect_status 0
    expect_empty fout
    sed '/^Klopt dit/,$d' uit | diff - /dev/fd/3 3<< 'END'
Ons gesprek – Noor
==================
22 november 2026

We spraken elkaar op dinsdag 3 februari 2026.
Erbij waren: Noor, oma
We praatten over: sociale contacten

Wat ik vertelde
---------------
Ik at vroeger bij oma.

Wat ik wil
----------
- Zelf mijn eten maken.
- Ik kook elke week.

Wat we hebben besproken en afgesproken
--------------------------------------

Dit heeft mijn begeleider beloofd
- Bellen met de kookles
  Wie: Noor en sanne
- Formulier ophalen
  Wie: m.devries
  Dit is gedaan.
- Op tijd zijn.

Dit doe ik, of iemand met mij
- Een pan lenen
  Wie: Noor en oma
  Uiterlijk: 1 december 2026
- Ik app als ik niet kom.

Mijn afspraken
- woensdag 9 december 2026 om 9.05 uur
  Waar: de bieb

In het kort
Noor wil leren koken.

Wat ik goed kan
---------------
- Noor lacht graag.

Mijn rechten
------------
- een maaltijdkring: dit is aangevraagd

END
    for secret in 'keek weg' Geheimstraat 'blauwe plek' 'geheim waarom' 'het park'; do
        expect_no_text uit "$secret"
    done
}

@test "toon: what came on another day is of another conversation; without a key it is the last one" {
    talk > d.rec
    try gesprek-verslag toon d.rec
    expect_status 0
    expect_text uit 'maandag 1 juni 2026'
    expect_text uit 'Een kookboek schrijven.'
    expect_text uit 'een maaltijdkring: dit heb ik gekregen'
    for other in 'Zelf mijn eten' 'Een pan' 'de bieb' 'Ik kook elke week'; do
        expect_no_text uit "$other"
    done
    { talk; record Stap S4 2026-07-01 'Wat: Nabellen' 'Wie: Noor' 'Bij: G1'; record Stap S5 2026-06-01 'Wat: Terug' 'Wie: Noor' 'Bij: G1'; } > d.rec
    try gesprek-verslag toon --gesprek=G1 d.rec
    expect_text uit Nabellen
    expect_text uit Terug
    try gesprek-verslag toon --gesprek=G2 d.rec
    expect_no_text uit Terug
}

@test "toon: the begeleider of somewhere else is not the worker" {
    for who in 'begeleider van het huis' werkbegeleider; do
        { talk; record Stap S4 2026-06-01 'Wat: Iets' "Wie: $who"; } > d.rec
        try gesprek-verslag toon d.rec
        expect_no_text uit beloofd
    done
    for who in begeleider 'De begeleider' SANNE 'oma, m.devries'; do
        { talk; record Stap S4 2026-06-01 'Wat: Iets' "Wie: $who"; } > d.rec
        try gesprek-verslag toon d.rec
        expect_text uit beloofd
    done
}

@test "toon: what the client wants otherwise stands beside the text, and there is room for more" {
    { talk; change Gesprek G1 2026-02-10 'Correctie_client: Het was bij tante.'; } > d.rec
    try gesprek-verslag toon --gesprek=G1 d.rec
    expect_text uit 'Ik at vroeger bij oma.'
    expect_text uit 'Het was bij tante.'
    assert_equal "$(grep -c '^_____*$' uit)" 5
    try gesprek-verslag toon --gesprek=G1 --formaat=html d.rec
    assert_equal "$(grep -c 'class="ruimte"' uit)" 5
}

@test "toon: no such conversation, of this day or at all, is status 1" {
    talk > d.rec
    for words in --gesprek=G9 --gesprek=D1 --op=2026-02-02; do
        try gesprek-verslag toon "$words" d.rec
        expect_status 1
        expect_message fout 'gesprek-verslag: fout' 'Kijk de sleutel' geen-gesprek
    done
    { talk; change Gesprek G2 2026-06-02 'Vervallen: dubbel'; } > d.rec
    try gesprek-verslag toon d.rec
    expect_text uit '3 februari'
    try gesprek-verslag toon --gesprek=G2 d.rec
    expect_status 1
}

@test "onderzoek: the points a to g, each with what is noted" {
    {
        talk
        record Procedure P1 2026-02-02 'Soort: bevestiging'
        record Onderzoek Q1 2026-03-01 'Behoeften: rust' 'Eigen_kracht: kan lezen' 'Gebruikelijke_hulp: broer kookt' 'Mantelzorg: oma' \
            'Ondersteuning_mantelzorger: respijt' 'Voorliggend: kookclub' 'Samenwerking_diensten: de school' 'Eigen_bijdrage: verteld' \
            'Pgb_uitleg: uitgelegd' 'Visie_client: Goed zo.' 'Akkoord_client: ja-met-opmerkingen'
    } > d.rec
    try gesprek-verslag onderzoek d.rec
    expect_status 0
    expect_empty fout
    diff <(grep '^[a-g]\. ' uit | cut -c1) <(printf '%s\n' a b c d e f g)
    n=0
    for text in rust 'Een kookboek' 'kan lezen' 'broer kookt' 'Mantelzorg: *oma' 'familie: oma' respijt 'Een avond vrij' kookclub 'de school' maaltijdkring verteld uitgelegd 'Goed zo' 'ja, met'; do
        line=$(grep -n "$text" uit | cut -d: -f1 | head -n 1)
        [ "$line" -ge "$n" ] || tell "niet op volgorde: $text"
        n=$line
    done
    for secret in 'tante Riet' Piet 'slaapt slecht' 'blauwe plek' Geheimstraat 'geheim waarom' geld; do
        expect_no_text uit "$secret"
    done
    grep -q '^Bevestigd: *2 februari 2026$' uit
    grep -q '^Eigen plan gekregen:$' uit
}

@test "onderzoek: what is not noted says so, everywhere" {
    record Melding M1 2026-02-01 'Vraag: Ik wil koken.' 'Gemeente: 0356' > d.rec
    try gesprek-verslag onderzoek d.rec
    expect_status 0
    assert_equal "$(grep -c 'Nog niet genoteerd' uit)" 15
}

@test "onderzoek: of the last melding, not of one before" {
    {
        record Melding M1 2026-02-01 'Vraag: Ik wil koken.' 'Gemeente: 0356'
        record Procedure P1 2026-02-02 'Soort: bevestiging'
        record Onderzoek Q1 2026-03-01 'Behoeften: van toen'
        record Melding M2 2026-09-01 'Vraag: Ik wil zwemmen.' 'Gemeente: 0356'
    } > d.rec
    try gesprek-verslag onderzoek d.rec
    expect_text uit zwemmen
    expect_no_text uit 'van toen'
    expect_no_text uit '2 februari'
    { cat d.rec; record Onderzoek Q2 2026-10-01 'Behoeften: van nu' 'Bij: M1'; } > e.rec
    try gesprek-verslag onderzoek e.rec
    expect_no_text uit 'van nu'
    { cat d.rec; record Onderzoek Q2 2026-10-01 'Behoeften: van nu' 'Bij: M2'; } > e.rec
    try gesprek-verslag onderzoek e.rec
    expect_text uit 'van nu'
    try gesprek-verslag onderzoek --op=2026-04-01 e.rec
    expect_text uit 'van toen'
}

@test "ondersteuningsplan: wishes, strengths, goals by rank with their steps, agreements, people, rights, promises" {
    talk > d.rec
    try gesprek-verslag ondersteuningsplan d.rec
    expect_status 0
    expect_empty fout
    n=0
    for text in 'Dossier: *d-1' 'Ik wil koken' 'Een kookboek' 'lacht graag' '^Ik los mijn schuld af' 'komt niet van mij' '^Ik kook elke week' 'mee bezig' \
        'er staat eten' '20 december 2026' 'Een pan lenen' 'Uiterlijk: 1 december' 'nog meer doen' 'kookles' '9 december' Sanne 'tante Riet' maaltijdkring 'Op tijd' 'app als' 'geen geld'; do
        line=$(grep -n "$text" uit | cut -d: -f1 | tail -n 1)
        [ "${line:-0}" -ge "$n" ] || tell "niet op volgorde: $text"
        n=$line
    done
    for secret in Piet 'slaapt slecht' 'blauwe plek' Geheimstraat 'geheim waarom' 'Formulier ophalen'; do
        expect_no_text uit "$secret"
    done
}

@test "ondersteuningsplan: what is let go is not in it; an empty dossier gets a kind plan" {
    { talk; change Doel D1 2026-06-02 'Status: losgelaten'; change Stap S1 2026-06-02 'Status: niet-meer-nodig'; } > d.rec
    try gesprek-verslag ondersteuningsplan d.rec
    expect_no_text uit 'Ik kook elke week'
    expect_no_text uit 'Een pan'
    record Client C1 2026-02-01 'Naam: Noor' > d.rec
    try gesprek-verslag ondersteuningsplan d.rec
    expect_status 0
    assert_equal "$(grep -c 'Daar praten we over' uit)" 4
}

@test "XML: valid by our XSD, without names; toon has none" {
    talk > d.rec
    for verb in onderzoek ondersteuningsplan; do
        for words in d.rec . '--op=2026-06-01 d.rec' '--geboekt-tot=2026-06-01T12:00:00+02:00 d.rec'; do
            # shellcheck disable=SC2086  # words
            try gesprek-verslag $verb --formaat=xml $words
            expect_status 0
            run -0 xmllint --noout --nonet --schema "$BATS_TEST_DIRNAME/../schema/verslag.xsd" uit
        done
        try gesprek-verslag $verb --formaat=xml d.rec
        expect_text uit 'vandaag="2026-11-22"'
        expect_no_text uit 'tante Riet'
        expect_no_text uit Sanne
    done
    try gesprek-verslag toon --formaat=xml d.rec
    expect_status 2
    expect_message fout 'gesprek-verslag: fout' 'tekst of html' gebruik
}

@test "an answer with a fault in it is not whole in any form" {
    { talk; record Stap S9 2026-02-31 'Wat: bellen' 'Wie: Noor'; } > d.rec
    for verb in toon onderzoek ondersteuningsplan; do
        for form in tekst html; do
            try gesprek-verslag "$verb" --formaat="$form" d.rec emma.rec
            expect_status 3
            expect_text uit 'Niet volledig'
            expect_text uit Emma
            expect_no_text uit Noor
        done
    done
    try gesprek-verslag onderzoek --formaat=xml d.rec emma.rec
    expect_status 3
    run -1 xmllint --noout uit
}

@test "who must be reached with care: said on each sheet and to the worker, without a word of why" {
    for field in 'Veilig_bereikbaar: niet als Piet thuis is' 'Geheim_adres: ja'; do
        talk "$field" > d.rec
        for verb in toon onderzoek ondersteuningsplan; do
            try gesprek-verslag "$verb" d.rec
            expect_status 0
            expect_text uit 'geef dit blad zelf in de hand'
            expect_no_text uit Piet
            expect_message fout 'd.rec:10:1: opmerking' 'Geef het blad zelf' veilig-bereikbaar
        done
    done
}

@test "--uit, /dev/full, and every dossier a page of its own" {
    for verb in toon onderzoek ondersteuningsplan; do
        try gesprek-verslag "$verb" --formaat=html .
        expect_status 0
        assert_equal "$(grep -c '<h1' uit)" 3
        assert_equal "$(grep -c '<h1 class="blad"' uit)" 2
        cp uit gewoon
        try gesprek-verslag "$verb" --formaat=html --uit=antwoord .
        expect_empty uit
        cmp gewoon antwoord
        rm antwoord
        [ -c /dev/full ] || continue
        status=0 tried="$verb > /dev/full"
        gesprek-verslag "$verb" emma.rec > /dev/full 2> fout || status=$?
        expect_status 4
    done
}

# ---- writing ----

@test "correctie: beside the text and behind what was said before, never over it" {
    talk > d.rec
    try gesprek-verslag correctie --gesprek=G1 --tekst='Het was bij tante.' -i d.rec
    expect_status 0
    assert_equal "$(< uit)" G1
    printf 'En niet vroeger,\nmaar nu.\n\n' > nog.txt
    try gesprek-verslag correctie --gesprek=G1 --tekst=@nog.txt -n d.rec
    expect_status 0
    diff uit - << 'END'
Gesprek: G1
Dossier: d-1
Op: 2026-11-22
Door: m.devries
Gewijzigd: 2026-11-22T14:30:00+01:00
Correctie_client: Het was bij tante.
+ En niet vroeger,
+ maar nu.

END
    try gesprek-verslag toon --gesprek=G1 d.rec
    expect_text uit 'Ik at vroeger bij oma.'
    expect_text uit 'Het was bij tante.'
    printf 'van de invoer' > in
    status=0
    gesprek-verslag correctie --tekst=@- -n d.rec < in > uit 2> fout || status=$?
    expect_status 0
    expect_text uit 'Gesprek: G2'
    expect_text uit 'Correctie_client: van de invoer'
}

@test "correctie: what cannot be is refused, and nothing is written" {
    talk > d.rec
    cp d.rec voor
    for words in '' --tekst= '--tekst= ' '--tekst=x --verzet=A1' '--tekst=x --wanneer=2026-12-01T10:00' '--tekst=x --gesprek=a/b' '--tekst=x -i -n' '--tekst=x --formaat=html' '--tekst=x --uit=y'; do
        read -ra words <<< "$words"
        try gesprek-verslag correctie "${words[@]}" d.rec
        expect_status 2
        expect_empty uit
    done
    for words in --gesprek=G9 --gesprek=D1 '--op=2026-02-02 --gesprek=G1'; do
        # shellcheck disable=SC2086  # words
        try gesprek-verslag correctie --tekst=x $words -i d.rec
        expect_status 3
        expect_empty uit
        expect_message fout 'd.rec:1:1: fout' 'Kijk de sleutel' geen-gesprek
    done
    cmp d.rec voor
}

@test "afspraak: makes one that is planned, with the fields of an appointment" {
    talk > d.rec
    try gesprek-verslag afspraak --wanneer=2026-12-01T14:30 --met=Noor --met=oma --afspraak.plaats=thuis -n d.rec
    expect_status 0
    diff <(tail -n +6 uit) <(printf '%s\n' 'Wanneer: 2026-12-01T14:30' 'Met: Noor' 'Met: oma' 'Plaats: thuis' 'Status: gepland' '')
    assert_equal "$(head -n 1 uit)" 'Afspraak: A3'
    try gesprek-verslag afspraak --wanneer=2026-11-01T14:30 --status=geweest -n d.rec
    expect_text uit 'Status: geweest'
    expect_no_text uit gepland
    for words in '' --wanneer=morgen --wanneer=2026-02-30T10:00 '--wanneer=2026-12-01T14:30 --verzonnen=x' '--wanneer=2026-12-01T14:30 --bij=D9'; do
        read -ra words <<< "$words"
        try gesprek-verslag afspraak "${words[@]}" d.rec
        expect_status 2
        expect_empty uit
    done
}

@test "afspraak --verzet: the old one says so and why, the new one keeps what it had" {
    { talk; record Afspraak A3 2026-11-01 'Wanneer: 2026-12-01T10:00' 'Plaats: de bieb' 'Met: Noor' 'Met: oma' 'Vervoer: bus' 'Bij: G1'; } > d.rec
    try gesprek-verslag afspraak --verzet=A3 --wanneer=2026-12-08T10:00 --reden='oma is ziek' --plaats=thuis --vervoer= --met+=tante d.rec
    expect_status 0
    tail -n +"$(($(wc -l < d.rec) + 1))" uit > nieuw
    diff nieuw - << 'END'
Afspraak: A3
Dossier: d-1
Op: 2026-11-22
Door: m.devries
Gewijzigd: 2026-11-22T14:30:00+01:00
Status: verzet
Reden: oma is ziek

Afspraak: A4
Dossier: d-1
Op: 2026-11-22
Door: m.devries
Geboekt: 2026-11-22T14:30:00+01:00
Bij: G1
Wanneer: 2026-12-08T10:00
Plaats: thuis
Status: gepland
Met: Noor
Met: oma
Met: tante

END
    try gesprek-verslag afspraak --verzet=A3 --wanneer=2026-12-08T10:00 -i d.rec
    expect_status 0
    assert_equal "$(< uit)" $'A3\nA4'
    run -0 gesprek-check d.rec
}

@test "afspraak --afzeggen: by whom and why" {
    talk > d.rec
    for who in client begeleider; do
        try gesprek-verslag afspraak --afzeggen=A1 --wie=$who --reden=druk -n d.rec
        expect_status 0
        diff <(tail -n +6 uit) <(printf '%s\n' "Status: afgezegd-$who" 'Reden: druk' '')
    done
}

@test "afspraak: two records are written, or none" {
    talk > d.rec
    cp d.rec voor
    # The second record is wrong; the first would have been right.
    for words in '' --wanneer= --wanneer=2026-13-01T10:00 '--wanneer=2026-12-01T10:00 --bij=D9' '--wanneer=2026-12-01T10:00 --herinnering=fluiten'; do
        read -ra words <<< "$words"
        try gesprek-verslag afspraak --verzet=A1 "${words[@]}" -i d.rec
        expect_status 2
        expect_empty uit
        cmp d.rec voor
    done
}

@test "afspraak: what cannot be is refused, and nothing is written" {
    talk > d.rec
    cp d.rec voor
    for words in '--verzet=A1 --afzeggen=A1 --wie=client' --afzeggen=A1 '--verzet=A1 --wanneer=2026-12-01T10:00 --wie=client' '--wanneer=2026-12-01T10:00 --wie=client' \
        '--afzeggen=A1 --wie=client --plaats=x' '--afzeggen=A1 --wie=client --status=geweest' '--afzeggen=A1 --wie=oma' '--verzet=A1 --status=geweest'; do
        read -ra words <<< "$words"
        try gesprek-verslag afspraak "${words[@]}" -i d.rec
        expect_status 2
    done
    for key in A2 A9 G1; do
        try gesprek-verslag afspraak --afzeggen=$key --wie=client -i d.rec
        expect_status 3
        expect_message fout 'd.rec:1:1: fout' 'deze afspraak' geen-afspraak
    done
    cmp d.rec voor
}

@test "gemist: the last that is past, with the steps of the method for who notes it" {
    {
        talk
        record Afspraak A3 2026-11-01 'Wanneer: 2026-11-21T10:00' 'Status: gepland'
        record Afspraak A4 2026-11-01 'Wanneer: 2026-11-10T10:00'
    } > d.rec
    try gesprek-verslag gemist -n d.rec
    expect_status 0
    expect_empty fout
    diff <(sed -n '1p;6,7p' uit) <(printf '%s\n' 'Afspraak: A3' 'Status: niet-verschenen' '')
    assert_equal "$(grep -c '^Stap: ' uit)" 3
    assert_equal "$(grep -c '^Wie: m.devries$' uit)" 3
    diff <(grep '^Uiterlijk' uit) <(printf 'Uiterlijk: %s\n' 2026-11-23 2026-11-29 2026-12-06)
    for word in Bellen 'Blijven proberen' 'vragen wat er misging'; do
        expect_text uit "$word"
    done
    try gesprek-verslag gemist --afspraak=A4 --op=2026-11-10 -i d.rec
    expect_status 0
    assert_equal "$(tr '\n' ' ' < uit)" 'A4 S4 S5 S6 '
    run -0 gesprek-check d.rec
    run -0 gesprek-stavaza --op=2026-11-10 --formaat=rec d.rec
    assert_output --partial niet-verschenen
}

@test "gemist: who must be reached with care is said before anybody calls" {
    { talk 'Veilig_bereikbaar: niet als Piet thuis is'; record Afspraak A3 2026-11-01 'Wanneer: 2026-11-21T10:00'; } > d.rec
    try gesprek-verslag gemist -n d.rec
    expect_status 0
    expect_message fout 'd.rec:10:1: opmerking' 'voor u contact zoekt' veilig-bereikbaar
    expect_no_text uit Piet
}

@test "gemist: nothing past, not yet past, or already ended" {
    talk > d.rec
    cp d.rec voor
    for words in '' --afspraak=A1 --afspraak=A2 --afspraak=A7; do
        read -ra words <<< "$words"
        try gesprek-verslag gemist "${words[@]}" -i d.rec
        expect_status 3
        expect_message fout 'd.rec:1:1: fout' afspraak geen-afspraak
    done
    cmp d.rec voor
}

@test "a writer is a filter: everything there was, and the records behind it" {
    { talk; record Afspraak A3 2026-11-01 'Wanneer: 2026-11-21T10:00'; } > d.rec
    for words in 'correctie --tekst=x' 'afspraak --wanneer=2026-12-01T10:00' 'afspraak --verzet=A1 --wanneer=2026-12-01T10:00' gemist; do
        # shellcheck disable=SC2086  # words
        try gesprek-verslag $words d.rec
        expect_status 0
        cmp d.rec <(head -c "$(wc -c < d.rec)" uit)
        # shellcheck disable=SC2086
        gesprek-verslag $words -n d.rec | cmp - <(tail -c +"$(($(wc -c < d.rec) + 1))" uit)
        # shellcheck disable=SC2086
        cat johan.rec d.rec emma.rec | gesprek-verslag $words --dossier=d-1 - > stroom
        run -0 gesprek-check stroom
        [ "$(wc -c < stroom)" -gt "$(cat johan.rec d.rec emma.rec | wc -c)" ]
    done
}

@test "nieuw: a conversation with all that came of it, each in its record" {
    talk > d.rec
    try gesprek-verslag nieuw --vorm=kantoor --fase=onthaal --fase=uitvoering --gesprek.verhaal='Het ging.' --kracht=lacht --kracht=kookt \
        --stap.wat=Bellen --stap.wie=oma --stap.voorwaarde=a --stap.voorwaarde=b --stap.wat=Lopen --stap.wie=Noor --stap.bij=D1 \
        --domein=huishouden --domein.kracht=snijdt --domein=geld --domein.besproken=ja --domein.kracht=spaart \
        --recht.omschrijving=korting --recht.status=vermoed -n d.rec
    expect_status 0
    expect_empty fout
    grep -v -E '^(Dossier|Op|Door|Geboekt|Gewijzigd): ' uit | diff - /dev/fd/3 3<< 'END'
Gesprek: G3
Vorm: kantoor
Fase: onthaal
Fase: uitvoering
Verhaal: Het ging.
Kracht: lacht
Kracht: kookt

Stap: S4
Wat: Bellen
Wie: oma
Voorwaarde: a
Voorwaarde: b
Bij: G3

Stap: S5
Wat: Lopen
Wie: Noor
Bij: D1

Domein: huishouden
Kracht: snijdt

Domein: geld
Besproken: ja
Kracht: spaart

Recht: R2
Omschrijving: korting
Status: vermoed

END
    assert_equal "$(grep -c '^Gewijzigd' uit)" 1
}

@test "nieuw: a Domein that was there keeps its strengths" {
    { talk; record Domein werken 2026-02-03 'Besproken: ja' 'Kracht: op tijd'; } > d.rec
    try gesprek-verslag nieuw --vorm=chat --fase=onthaal --domein=werken --domein.kracht=netjes --domein.wens='Meer uren.' -i d.rec
    expect_status 0
    assert_equal "$(< uit)" $'G3\nwerken'
    run -0 gesprek-stavaza --formaat=rec --soort=Domein d.rec
    assert_output --partial $'Kracht: op tijd\nKracht: netjes'
    run -0 gesprek-check d.rec
}

@test "nieuw: a filled-in template with several records; what is empty is not made" {
    talk > d.rec
    try gesprek-verslag nieuw --sjabloon
    expect_status 0
    cp uit leeg.txt
    diff <(grep -E '^(Gesprek|Stap|Domein|Recht):$' leeg.txt) <(printf '%s:\n' Gesprek Stap Domein Recht)
    try gesprek-verslag nieuw --ingevuld=leeg.txt d.rec
    expect_status 3
    expect_message fout 'leeg.txt:1:1: fout' 'niets ingevuld' niets-ingevuld
    sed 's/^Vorm:/Vorm: chat/; s/^Fase:/Fase: onthaal/; s/^Domein:/Domein: werken/; s/^Besproken:/Besproken: ja/; 0,/^Op:/s/^Op:/Op: 2026-11-03/' leeg.txt > in.txt
    printf '%s\n' 'Stap:' 'Wat: een' 'Wie: Noor' '' 'Stap:' 'Op: 2026-11-04' 'Wat: twee' '+ regels' 'Wie: Noor' >> in.txt
    try gesprek-verslag nieuw --ingevuld=in.txt -n d.rec
    expect_status 0
    diff <(grep -E '^(Gesprek|Stap|Domein|Recht): ' uit) <(printf '%s\n' 'Gesprek: G3' 'Domein: werken' 'Stap: S4' 'Stap: S5')
    diff <(grep '^Op' uit) <(printf 'Op: 2026-11-%s\n' 03 03 03 04)
    status=0
    gesprek-verslag nieuw --ingevuld=- --op=2026-11-05 -n d.rec < in.txt > uit 2> fout || status=$?
    expect_status 0
    assert_equal "$(grep -c '^Op: 2026-11-05' uit)" 4
}

@test "nieuw: a template that is wrong is refused with its line, and nothing is written" {
    talk > d.rec
    cp d.rec voor
    good='Gesprek:\nVorm: chat\nFase: onthaal\n\n'
    for wrong in 'Doel:\nTekst: x\n|ander-type' 'Stap:\nWat: x\n|veld-nodig' 'Stap:\nWat: x\nWie: y\nKleur: z\n|onbekend-veld' 'Domein:\nBesproken: ja\n|sleutel-fout' \
        'Recht:\nOmschrijving: x\nStatus: ja\n|keuze-onbekend' 'geen veld\n|geen-veld' 'Gesprek:\nVorm: chat\n|gebruik'; do
        printf '%b%b' "$good" "${wrong%|*}" > in.txt
        try gesprek-verslag nieuw --ingevuld=in.txt -i d.rec
        expect_status 3
        expect_empty uit
        grep -q "^in.txt.*\[${wrong#*|}\]$" fout || tell "geen ${wrong#*|}"
        cmp d.rec voor
    done
}

@test "nieuw: what cannot be is refused, and nothing is written" {
    talk > d.rec
    cp d.rec voor
    base=(--vorm=chat --fase=onthaal)
    for words in --vorm=x --stap.wat=x '--stap.wie=y --stap.kleur=x' --domein.wens=x --domein= '--domein=a/b' --doel.tekst=x --verzonnen=x --kracht+=x --stap.bij=D9 --uit=x --formaat=html; do
        try gesprek-verslag nieuw "${base[@]}" "$words" -i d.rec
        expect_status 2
        expect_empty uit
    done
    try gesprek-verslag nieuw "${base[@]}" --stap.wat=x -i d.rec
    expect_text fout --stap.wie
    try gesprek-verslag nieuw --duur=30 -i d.rec
    expect_status 2
    expect_text fout --vorm
    cmp d.rec voor
}

@test "nieuw: a record of a later day than the conversation is put behind what was known on that day" {
    {
        talk
        record Domein werken 2026-02-03 'Besproken: ja' 'Kracht: a'
        change Domein werken 2026-11-10 'Kracht: a' 'Kracht: b'
    } > d.rec
    printf '%s\n' Gesprek: 'Op: 2026-11-03' 'Vorm: chat' 'Fase: onthaal' '' 'Domein: werken' 'Op: 2026-11-12' 'Kracht: c' > in.txt
    try gesprek-verslag nieuw --ingevuld=in.txt -n d.rec
    expect_status 0
    expect_text uit $'Kracht: a\nKracht: b\nKracht: c\n'
}
