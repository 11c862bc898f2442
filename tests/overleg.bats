#!/usr/bin/env bats
# shellcheck disable=SC2129,SC2030,SC2031  # one record at a time reads best; status is that of try
# gesprek-overleg: a meeting with its points, the invitations, what was agreed and what is still open.

load hulp

setup() {
    hulp_setup
    ID=2026-0050
    dossier >a.rec
}

dossier() {
    good "$ID"
    record Client C1 2026-02-01 'Naam: Noor' 'Telefoon: 06 123'
    record Doel D1 2026-02-02 'Tekst: Ik wil leren koken.' 'Levensdomein: huishouden'
}

# A meeting that is still to come, of the client, the worker, a service and an aunt.
meeting() {
    record Overleg O1 2026-12-01 'Aanleiding: Samen kijken naar koken.' 'Plaats: Dorpsplein 1' 'Coordinator: m.devries' \
        'Deelnemer: Noor, moet-weten' 'Deelnemer: m.devries, moet-weten' 'Deelnemer: kok, Buurthuis, moet-handelen' \
        'Deelnemer: tante Bep, familie, goed-om-te-weten' 'Client_aanwezig: ja' 'Privacyafspraak: Niet over geld.' \
        'Feedbackafspraak: Noor belt.' "$@"
    record Agendapunt E1 2026-12-01 'Bij: O1' 'Tekst: Wie leert mij koken?'
    record Agendapunt E2 2026-12-01 'Bij: O1' 'Tekst: Wie betaalt het fornuis?'
}

# yes KEY TO FIELD...: a consent for TO.
yes() {
    record Toestemming "$1" 2026-02-03 "Aan: $2" 'Waarvoor: meedoen' 'Uitkomst: gegeven' 'Gegeven_door: client' "${@:3}"
}

# noted WORD...: it is written in a.rec, and what is new is in nieuw.
noted() {
    cp a.rec voor.rec
    try gesprek-overleg "$@" -i a.rec
    expect_status 0
    tail -c "+$(($(wc -c <voor.rec) + 1))" a.rec >nieuw
}

# at WORD...: at a terminal, with the keys of the file toetsen; output in uit and fout, the screen in scherm.
at() {
    rm -f scherm
    TERM=xterm python3 "$BATS_TEST_DIRNAME/toetsenbord.py" toetsen gesprek-overleg "$@" -i a.rec >uit 2>fout </dev/null
}

# refused STATUS CODE TEXT WORD...: nothing is written and nothing printed.
refused() {
    cp a.rec voor.rec
    try gesprek-overleg "${@:4}" -i a.rec
    expect_status "$1"
    expect_empty uit
    expect_text fout "$3"
    expect_text fout "[$2]"
    cmp voor.rec a.rec
}

# ---- noting ----

@test "nieuw: a meeting with its points in one go, each Bij it" {
    noted nieuw --op=2026-12-01 --aanleiding='Samen kijken.' --coordinator=m.devries --deelnemer='Noor, moet-weten' \
        --deelnemer='kok, Buurthuis' --client-aanwezig=ja --privacyafspraak=x --agendapunt.tekst=Koken --agendapunt.tekst=Geld
    assert_equal "$(<uit)" $'O1\nE1\nE2'
    expect_empty fout
    expect_text nieuw $'Overleg: O1\nDossier: 2026-0050\nOp: 2026-12-01\n'
    expect_text nieuw $'Deelnemer: Noor, moet-weten\nDeelnemer: kok, Buurthuis\n'
    assert_equal "$(grep -c '^Bij: O1$' nieuw)" 2
    assert_equal "$(grep -c '^Op: 2026-12-01$' nieuw)" 3
    run -0 gesprek-check a.rec
    noted nieuw --aanleiding=y --agendapunt.tekst=z --client-aanwezig=ja
    assert_equal "$(<uit)" $'O2\nE3'
    expect_text nieuw 'Bij: O2'
    refused 2 gebruik 'laat --bij weg' nieuw --aanleiding=y --agendapunt.tekst=z --agendapunt.bij=O1
    refused 2 veld-nodig 'Overleg vraagt om Aanleiding' nieuw --agendapunt.tekst=z
    refused 2 gebruik 'geen terminal' nieuw
}

@test "a meeting without the client, who leads it or what stays there gets a tip, and is noted" {
    noted nieuw --aanleiding=x
    for text in 'dat de cliënt erbij is' 'wie het overleg leidt' 'wat aan deze tafel blijft'; do expect_text fout "$text"; done
    assert_equal "$(grep -c '\[overleg-tip\]$' fout)" 3
    assert_equal "$(grep -ci ontbreekt fout || true)" 0
    try gesprek-overleg agenda O1 a.rec
    assert_equal "$(grep -c 'opmerking: nog niet genoteerd .*\[overleg-tip\]$' fout)" 3
    run -0 gesprek-check a.rec
    noted nieuw --aanleiding=x --client-aanwezig=nee --coordinator=x --privacyafspraak=x
    assert_equal "$(grep -c '\[overleg-tip\]$' fout)" 1
    expect_text fout 'O2: nog niet genoteerd dat de cliënt erbij is'
    noted nieuw --aanleiding=x --client-aanwezig=ja --coordinator=x --privacyafspraak=x
    expect_empty fout
}

@test "punt: one more, and what came out with the client's yes or no" {
    meeting >>a.rec
    noted punt O1 --tekst='De bus'
    assert_equal "$(<uit)" E3
    expect_text nieuw $'Op: 2026-12-01\n'
    expect_text nieuw 'Bij: O1'
    expect_empty fout
    noted punt E1 --samenvatting='Tante leert het.' --client-akkoord=ja
    assert_equal "$(<uit)" E1
    expect_text nieuw $'Samenvatting: Tante leert het.\nClient_akkoord: ja'
    expect_no_text nieuw Bij
    expect_empty fout
    noted punt E2 --samenvatting='Nog niet.'
    expect_text fout 'E2: nog niet genoteerd of de cliënt het hiermee eens is'
    noted punt E1 --samenvatting='Tante en de kok.'
    expect_empty fout
    noted punt E2 --client-akkoord=nee --op=2026-12-02
    expect_text nieuw 'Op: 2026-12-02'
    run -0 gesprek-check a.rec
    refused 2 gebruik 'zeg met --samenvatting' punt E1
    refused 2 gebruik 'laat --bij weg' punt O1 --tekst=x --bij=O1
    refused 2 keuze-onbekend '' punt E1 --client-akkoord=misschien
    refused 3 sleutel-onbekend 'geen Overleg met de sleutel O9' punt O9 --tekst=x
    refused 3 sleutel-onbekend 'geen Overleg met de sleutel D1' punt D1 --tekst=x
    refused 2 veld-nodig 'Tekst' punt O1 --samenvatting=x
    try gesprek-overleg punt <a.rec
    expect_status 2
    expect_text fout 'noem een sleutel, bijvoorbeeld O1 voor een nieuw punt, of E1'
}

@test "what was withdrawn is not there to note anything by" {
    { meeting; change Overleg O1 2026-12-01 'Vervallen: verkeerd'; } >>a.rec
    refused 3 sleutel-onbekend 'geen Overleg met de sleutel O1' punt O1 --tekst=x
    refused 3 sleutel-onbekend 'geen Overleg met de sleutel O1' afspraak O1 --wat=x --wie=y
    refused 3 sleutel-onbekend 'geen Overleg met de sleutel O1' uitnodiging O1
}

@test "afspraak: a step of the meeting, today or on the day of a meeting that is to come" {
    meeting >>a.rec
    noted afspraak O1 --wat='Vragen wie kookt' --wie=kok --uiterlijk=2026-12-10
    assert_equal "$(<uit)" S1
    expect_text nieuw $'Op: 2026-12-01\n'
    expect_text nieuw $'Wat: Vragen wie kookt\nWie: kok\nUiterlijk: 2026-12-10\nBij: O1'
    GESPREK_NU=2026-12-05T10:00:00+01:00 noted afspraak O1 --wat=x --wie=y
    expect_text nieuw $'Op: 2026-12-05\n'
    noted afspraak O1 --wat=x --wie=y --op=2026-12-03
    expect_text nieuw $'Op: 2026-12-03\n'
    refused 3 sleutel-onbekend '' afspraak O1 --wat=x --wie=y --op=2026-11-01
    refused 3 sleutel-onbekend '' afspraak E1 --wat=x --wie=y
    refused 2 veld-nodig 'Wie' afspraak O1 --wat=x
    run -0 gesprek-check a.rec
}

@test "at the terminal the questions come from the schema, and none asks what the command knows" {
    meeting >>a.rec
    # The day, the point and its empty line; then no more, and keep it.
    printf '%s\n' 'regel ' 'regel Samen praten.' 'regel ' vraag 'typ \x04' 'regel ' >toetsen
    at punt O1
    assert_equal "$(<uit)" E3
    assert_equal "$(tail -n 3 a.rec)" $'Tekst: Samen praten.\nBij: O1'
    assert_equal "$(grep -c '^Op: 2026-12-01$' a.rec)" 4
    expect_text scherm 'Waar gaat het punt over?'
    expect_no_text scherm 'Bij welk overleg'
    printf '%s\n' 'regel ' 'regel Samen.' 'regel ' vraag 'typ \x04' 'regel ' >toetsen
    at nieuw
    assert_equal "$(<uit)" O2
    printf '%s\n' 'regel ' 'regel Bellen' 'regel Noor' vraag 'typ \x04' 'regel ' >toetsen
    at afspraak O2
    assert_equal "$(<uit)" S1
    assert_equal "$(tail -n 4 a.rec)" $'Wat: Bellen\nWie: Noor\nBij: O2'
    expect_no_text scherm 'Waar hoort de stap bij'
    run -0 gesprek-check a.rec
}

@test "as a filter, with -n, and with two dossiers" {
    meeting >>a.rec
    try gesprek-overleg punt O1 --tekst=x a.rec
    expect_status 0
    cmp <(head -c "$(wc -c <a.rec)" uit) a.rec
    try gesprek-overleg punt E1 --client-akkoord=ja -n <a.rec
    expect_status 0
    assert_equal "$(head -n 1 uit)" 'Agendapunt: E1'
    { cat a.rec; good d-9; } >b.rec
    try gesprek-overleg afspraak O1 --wat=x --wie=y b.rec
    expect_status 2
    try gesprek-overleg afspraak O1 --wat=x --wie=y --dossier="$ID" -n b.rec
    expect_status 0
}

# ---- invitations ----

@test "uitnodiging: the client reads what it is, why, when, who comes, what about, and what is told to whom" {
    meeting >>a.rec
    yes T1 Buurthuis 'Waarover: Overleg' 'Waarover: Doel.Tekst' 'Niet: geld' 'Wie_vertelt: samen' >>a.rec
    try gesprek-overleg uitnodiging O1 --voor-wie=client a.rec
    expect_status 0
    expect_empty fout
    for text in 'Samen aan tafel – Noor' 'Dit is een gesprek met meer mensen tegelijk.' 'Samen kijken naar koken.' 'dinsdag 1 december 2026' \
        'Waar: Dorpsplein 1' $'- Noor\n' '- kok, Buurthuis: om iets te doen' '- tante Bep, familie: om mee te luisteren' \
        'm.devries leidt het gesprek.' '- Wie betaalt het fornuis?' 'Doelen: tekst' $'Dit vertellen we niet:\n\n- geld' \
        'Wie niets op papier krijgt' 'Niet over geld.' 'Noor belt.' 'Dit wil ik zelf zeggen of vragen:' 'Voor de cliënt.'; do
        expect_text uit "$text"
    done
    assert_equal "$(grep -c '^[^ -].*tante Bep' uit || true)" 0
    for who in Noor noor cliënt; do
        cp uit eerst
        try gesprek-overleg uitnodiging O1 --voor-wie=$who a.rec
        cmp uit eerst
    done
    try gesprek-overleg uitnodiging O1 --voor-wie=client --formaat=html a.rec
    expect_status 0
    expect_text uit '</html>'
}

@test "uitnodiging: who is called as the client but works elsewhere is not the client" {
    meeting 'Deelnemer: Noor, Wijkteam, moet-weten' >>a.rec
    try gesprek-overleg uitnodiging O1 a.rec
    expect_status 1
    assert_equal "$(grep -c '^Samen aan tafel' uit)" 1
    expect_text fout 'geen toestemming voor Wijkteam'
    try gesprek-overleg uitnodiging O1 --voor-wie=Wijkteam a.rec
    expect_status 1
    expect_no_text uit Noor
}

@test "uitnodiging: an appointment made for it says the day and the time" {
    meeting >>a.rec
    record Afspraak A1 2026-11-20 'Wanneer: 2026-12-03T14:30' 'Plaats: Zaal 2' 'Bij: O1' >>a.rec
    yes T1 Buurthuis 'Waarover: Overleg.Aanleiding' 'Waarover: Afspraak' >>a.rec
    try gesprek-overleg uitnodiging O1 a.rec --voor-wie=client
    expect_text uit 'donderdag 3 december 2026 om 14.30 uur'
    expect_no_text uit '1 december'
    try gesprek-overleg uitnodiging O1 a.rec --voor-wie=Buurthuis
    expect_status 0
    expect_text uit 'donderdag 3 december 2026 om 14.30 uur'
    expect_text uit 'Zaal 2'
    expect_no_text fout overleg-dag
    { dossier; meeting; record Afspraak A1 2026-11-20 'Wanneer: 2026-12-03T14:30' 'Bij: O1'; yes T1 Buurthuis 'Waarover: Overleg'; } >b.rec
    try gesprek-overleg uitnodiging O1 b.rec --voor-wie=Buurthuis
    expect_text fout '[overleg-dag]'
    expect_no_text uit '3 december'
    change Afspraak A1 2026-11-21 'Status: verzet' >>a.rec
    try gesprek-overleg uitnodiging O1 a.rec --voor-wie=client
    expect_text uit '1 december 2026'
}

@test "uitnodiging: for others only what may go, and nothing without a consent in force about the meeting" {
    meeting >>a.rec
    try gesprek-overleg uitnodiging O1 a.rec
    expect_status 1
    assert_equal "$(grep -c '^Uitnodiging' uit || true)" 0
    assert_equal "$(grep -c '\[geen-toestemming\]$' fout)" 2
    yes T1 Buurthuis 'Waarover: Doel' 'Waarover: Client.Naam' >>a.rec
    try gesprek-overleg uitnodiging O1 --voor-wie=Buurthuis a.rec
    expect_status 1
    expect_empty uit
    expect_text fout 'gaat niet over dit overleg'
    try gesprek-overleg uitnodiging O1 --voor-wie=Buurthuis --formaat=html a.rec
    expect_status 1
    expect_empty uit
    yes T2 Buurthuis 'Waarover: Overleg.Aanleiding' 'Waarover: Agendapunt' >>a.rec
    try gesprek-overleg uitnodiging O1 --voor-wie='kok, Buurthuis' a.rec
    expect_status 0
    for text in 'kok, Buurthuis' 'Van:                m.devries' 'Over:               Noor' 'omdat u hierin iets kunt doen' \
        'dinsdag 1 december 2026' 'Samen kijken naar koken.' '- Wie leert mij koken?' 'Voor Buurthuis, met toestemming van de cliënt.'; do
        expect_text uit "$text"
    done
    for text in Dorpsplein Bep geld belt leren 06; do expect_no_text uit "$text"; done
    expect_text fout '[niet-genoteerd]'
    change Toestemming T2 2026-11-22 'Ingetrokken: 2026-11-22' >>a.rec
    try gesprek-overleg uitnodiging O1 --voor-wie=Buurthuis a.rec
    expect_status 1
    expect_empty uit
}

@test "uitnodiging: a consent for the meeting is one for who comes, but not past a no" {
    meeting >>a.rec
    yes T1 'overleg O1' 'Waarover: Overleg.Aanleiding' >>a.rec
    noted uitnodiging O1
    assert_equal "$(grep -c '^Uitnodiging' uit)" 2
    expect_text uit 'Voor tante Bep, familie, met'
    assert_equal "$(grep '^Aan: ' nieuw)" $'Aan: kok, Buurthuis\nAan: tante Bep, familie'
    assert_equal "$(grep -c '^Toestemming_ref: T1$' nieuw)" 2
    for no in Buurthuis 'Buurthuis, koken' kok; do
        { dossier; meeting; yes T1 'overleg O1' 'Waarover: Overleg.Aanleiding'
            record Toestemming T2 2026-02-04 "Aan: $no" 'Waarvoor: x' 'Uitkomst: geweigerd' 'Gegeven_door: client' 'Waarover: Doel'; } >a.rec
        try gesprek-overleg uitnodiging O1 a.rec
        expect_status 1
        assert_equal "$(grep -c '^Uitnodiging' uit)" 1
        expect_no_text uit 'Aan:                kok'
    done
}

@test "uitnodiging -i notes for each organisation what goes, once, and then prints" {
    meeting 'Deelnemer: beheerder, Buurthuis, moet-weten' >>a.rec
    yes T1 Buurthuis 'Waarover: Overleg.Aanleiding' 'Waarover: Client.Naam' 'Waarover: Overleg.Samenvatting' >>a.rec
    noted uitnodiging O1 --voor-wie=Buurthuis --client-geinformeerd=ja
    assert_equal "$(grep -c '^Uitnodiging' uit)" 2
    expect_empty fout
    assert_equal "$(grep '^Wat: ' nieuw)" $'Wat: Client.Naam\nWat: Overleg.Aanleiding'
    expect_text nieuw $'Aan: Buurthuis\n'
    expect_text nieuw $'Grondslag: toestemming\nToestemming_ref: T1\nReden: Uitnodiging voor overleg O1\nClient_geinformeerd: ja'
    assert_equal "$(grep -c '^Verstrekking: ' nieuw)" 1
    cp a.rec voor.rec
    try gesprek-overleg uitnodiging O1 --voor-wie=client -i a.rec
    expect_status 0
    cmp voor.rec a.rec
    run -0 gesprek-check a.rec
}

@test "uitnodiging -i where it cannot be noted: no sheet at all" {
    meeting >>a.rec
    yes T1 Buurthuis 'Waarover: Overleg' >>a.rec
    ln a.rec b.rec
    try gesprek-overleg uitnodiging O1 -i a.rec
    expect_status 4
    expect_empty uit
    rm b.rec
    try gesprek-overleg uitnodiging O1 -i - <a.rec
    expect_status 2
    expect_empty uit
}

@test "uitnodiging -i killed at any moment: what was printed has been noted, never the other way round" {
    meeting >>a.rec
    yes T1 Buurthuis 'Waarover: Overleg' >>a.rec
    noted_before_printed gesprek-overleg uitnodiging O1 --voor-wie=Buurthuis -i a.rec
}

@test "uitnodiging: who is not there, and who it is from" {
    meeting >>a.rec
    for who in niemand m.devries; do
        try gesprek-overleg uitnodiging O1 --voor-wie=$who a.rec
        expect_status 1
        expect_empty uit
        expect_text fout '[geen-deelnemer]'
    done
    refused 2 gebruik 'zeg achter --voor-wie' uitnodiging O1 --voor-wie=
    refused 2 gebruik 'csv is er alleen bij opvolging' uitnodiging O1 --formaat=csv
    refused 3 sleutel-onbekend '' uitnodiging O2
    yes T1 familie 'Waarover: Overleg.Plaats' >>a.rec
    try gesprek-overleg uitnodiging O1 --voor-wie=familie --door=a.jansen a.rec
    expect_text uit 'Van:                a.jansen'
    GESPREK_NU=2026-12-02T10:00:00+01:00 try gesprek-overleg uitnodiging O1 --voor-wie=client a.rec
    expect_text fout '[overleg-voorbij]'
}

@test "uitnodiging says what is not noted yet, before the meeting" {
    record Overleg O1 2026-12-01 'Aanleiding: x' >>a.rec
    try gesprek-overleg uitnodiging O1 a.rec
    expect_status 0
    assert_equal "$(grep -c '\[overleg-tip\]$' fout)" 3
    expect_text uit 'Dat is nog niet genoteerd.'
}

# ---- agenda, account, what is open ----

@test "agenda: the points in order with room to write; for others only what may go" {
    meeting >>a.rec
    try gesprek-overleg agenda O1 a.rec
    expect_status 0
    expect_text fout '[voor-de-client]'
    assert_equal "$(grep -E '^[0-9]\. ' uit)" $'1. Wie leert mij koken?\n2. Wie betaalt het fornuis?'
    for text in 'dinsdag 1 december 2026, Dorpsplein 1' 'tante Bep' '____' 'Is de cliënt het ermee eens? ja / nee' 'Voor de cliënt.'; do
        expect_text uit "$text"
    done
    yes T1 'overleg O1' 'Waarover: Agendapunt.Bij' 'Waarover: Agendapunt.Tekst' 'Waarover: Overleg.Aanleiding' >>a.rec
    try gesprek-overleg agenda O1 '--voor=overleg O1' a.rec
    expect_status 0
    expect_empty fout
    expect_text uit '1. Wie leert mij koken?'
    expect_text uit 'Voor overleg O1: alleen wat'
    for text in Bep Dorpsplein Noor 'Voor de cliënt'; do expect_no_text uit "$text"; done
}

@test "verslag: who was there, what came of each point, what the client says of it, who does what" {
    meeting 'Samenvatting: Iedereen helpt.' >>a.rec
    change Agendapunt E1 2026-12-01 'Samenvatting: Tante leert het.' 'Client_akkoord: ja' >>a.rec
    change Agendapunt E2 2026-12-01 'Samenvatting: De gemeente.' 'Client_akkoord: nee' >>a.rec
    record Agendapunt E3 2026-12-01 'Bij: O1' 'Tekst: De bus' >>a.rec
    record Stap S1 2026-12-01 'Wat: Een pan kopen' 'Wie: Noor' 'Uiterlijk: 2026-12-10' 'Bij: O1' >>a.rec
    record Stap S2 2026-12-01 'Wat: Iets heel anders' 'Wie: Noor' 'Bij: D1' >>a.rec
    try gesprek-overleg verslag O1 a.rec
    expect_status 0
    for text in 'We zaten samen aan tafel op dinsdag 1 december 2026, Dorpsplein 1.' 'kok, Buurthuis' 'Ik was erbij.' \
        $'1. Wie leert mij koken?\nTante leert het.\n\nIk ben het ermee eens.' 'Ik ben het er niet mee eens. Daar praten we nog over.' \
        $'3. De bus\nOf ik het ermee eens ben, is nog niet gevraagd.' $'- Een pan kopen\n  Wie: Noor\n  Uiterlijk: 10 december 2026' \
        'Iedereen helpt.' 'Klopt dit?' 'Voor de cliënt.'; do
        expect_text uit "$text"
    done
    expect_no_text uit 'heel anders'
    yes T1 Buurthuis 'Waarover: Overleg.Client_aanwezig' 'Waarover: Agendapunt' >>a.rec
    try gesprek-overleg verslag O1 --voor=Buurthuis a.rec
    expect_status 0
    for text in 'De cliënt was erbij.' 'Tante leert het.' 'De cliënt is het er niet mee eens.' 'Voor Buurthuis: alleen wat'; do
        expect_text uit "$text"
    done
    for text in Noor Dorpsplein 'pan kopen' 'Iedereen helpt' 'Klopt dit' ' ik '; do expect_no_text uit "$text"; done
    try gesprek-overleg verslag O1 --voor=School a.rec
    expect_status 1
    expect_no_text uit tafel
    for words in 'verslag O9' 'agenda E1'; do
        try "gesprek-overleg $words" a.rec
        expect_status 1
        expect_no_text uit tafel
        expect_text fout '[geen-overleg]'
    done
}

@test "opvolging: agreements that are open, points that wait, for how long; over many dossiers" {
    meeting >>a.rec
    change Agendapunt E1 2026-12-01 'Samenvatting: Tante leert het.' 'Client_akkoord: nee' >>a.rec
    change Agendapunt E2 2026-12-01 'Samenvatting: De gemeente.' >>a.rec
    record Stap S1 2026-12-01 'Wat: Een pan kopen' 'Wie: Noor' 'Uiterlijk: 2026-12-10' 'Bij: O1' >>a.rec
    record Stap S2 2026-12-01 'Wat: Bellen' 'Wie: kok' 'Uiterlijk: 2027-01-10' 'Status: bezig' 'Bij: O1' >>a.rec
    record Stap S3 2026-12-01 'Wat: Klaar' 'Wie: kok' 'Status: gedaan' 'Bij: O1' >>a.rec
    (ID=d-9; good d-9; record Overleg O1 2026-12-01 'Aanleiding: x'; record Agendapunt E1 2026-12-01 'Bij: O1' 'Tekst: De tuin') >b.rec
    export GESPREK_NU=2026-12-20T10:00:00+01:00
    try gesprek-overleg opvolging --formaat=csv a.rec b.rec
    expect_status 0
    tr -d '\r' <uit >rijen
    assert_equal "$(<rijen)" '"dossier","overleg","dag","soort","sleutel","wat","wie","uiterlijk","dagen","voorbij"
"2026-0050","O1","2026-12-01","afspraak","S1","Een pan kopen","Noor","2026-12-10","19","10"
"2026-0050","O1","2026-12-01","afspraak","S2","Bellen","kok","2027-01-10","19",""
"2026-0050","O1","2026-12-01","punt","E2","Wie betaalt het fornuis?","","","19",""
"d-9","O1","2026-12-01","punt","E1","De tuin","","","19",""'
    try gesprek-overleg opvolging a.rec b.rec
    expect_status 0
    for text in 'O1, 1 december 2026 (19 dagen geleden)' 'Uiterlijk: 10 december 2026 (10 dagen voorbij)' $'De tuin\n        Nog niet genoteerd: wat eruit kwam.' \
        'Intern: '; do
        expect_text uit "$text"
    done
    expect_no_text uit Klaar
    # Before the meeting no point waits.
    GESPREK_NU=2026-11-30T10:00:00+01:00 try gesprek-overleg opvolging --formaat=csv b.rec
    assert_equal "$(wc -l <uit)" 1
    # Nobody is reminded of who has died.
    change Client C1 2026-12-15 'Overleden: 2026-12-14' >>a.rec
    try gesprek-overleg opvolging a.rec
    expect_status 0
    expect_no_text uit pan
    expect_text uit $'Er staat niets open van een overleg.\n\nIntern: '
    try gesprek-overleg opvolging --voor=Buurthuis a.rec
    expect_status 2
    expect_text fout '--voor hoort hier niet'
}

# ---- nothing goes out that may not ----

# The Verstrekkingen of invitations in noteer.rec, without their keys: the shorter dossier may have fewer others.
told() {
    awk -v RS= -v ORS='\n\n' '/\nReden: Uitnodiging/ { sub(/^Verstrekking: [^\n]*\n/, ""); print }' noteer.rec
}

# Somebody of Buurthuis takes part in every meeting, which who is invited may know.
guests() {
    awk -v RS= -v ORS='\n\n' '
        /(^|\n)Overleg: / && (!/\nGewijzigd: / || /\nDeelnemer: /) { $0 = $0 "\nDeelnemer: balie, Buurthuis, moet-handelen" }
        { print }' "$1"
}

# same WORD...: vol.rec and what Buurthuis may have of it give the same bytes, without a word that is forbidden; as much is
# noted. Sets answered.
same() {
    local expected
    cp over.gast noteer.rec
    try gesprek-overleg "$@" noteer.rec
    expected=$status
    # A meeting of which nothing may be known is not in the shorter dossier.
    [ "$expected" -ne 3 ] || expected=1
    cp uit uit.over
    told >verteld.over
    cp vol.gast noteer.rec
    try gesprek-overleg "$@" noteer.rec
    expect_status "$expected"
    cmp uit uit.over || tell 'verschilt van wat er mag'
    cmp <(told) verteld.over || tell 'er is iets anders genoteerd'
    ! cat uit fout | grep -Ff verboden || tell 'dit mag niet'
    [ "$status" -ne 0 ] || answered=$((answered + 1))
}

@test "an invitation, an agenda and an account hold nothing that may not go, whatever the consent; what is noted is what went" {
    count=${DOSSIERS:-25}
    gesprek-check --schema | python3 "$BATS_TEST_DIRNAME/kanaries.py" "$count" 7 3
    guests over.rec >over.gast
    guests vol.rec >vol.gast
    answered=0
    for ((n = 0; n < count; n++)); do
        for form in tekst html; do
            same uitnodiging O1 --voor-wie=Buurthuis "--dossier=d-$n" "--formaat=$form" -i
            [ "$status" -ne 0 ] || grep -q '^Wat: \(Overleg\|Agendapunt\|Client\|Afspraak\)\.' verteld.over || tell 'niets genoteerd'
        done
    done
    [ "$answered" -gt "$((count / 2))" ]
    answered=0
    for form in tekst html; do
        same agenda O1 --voor=Buurthuis "--formaat=$form"
        grep -q kanarie uit
        same verslag O1 --voor=Buurthuis "--formaat=$form"
        grep -q kanarie uit
    done
    [ "$answered" -eq 4 ]
}

@test "opvolging reads as every reader does: a wrong dossier is dropped, a missing file named, nothing is never silent" {
    meeting >>a.rec
    good d-9 | sed 's,^Op: .*,Op: 2026-02-31,' >fout.rec
    GESPREK_NU=2026-12-20T10:00:00+01:00 try gesprek-overleg opvolging fout.rec a.rec
    expect_status 3
    expect_text uit 'Wie leert mij koken?'
    expect_text uit 'Niet volledig'
    try gesprek-overleg opvolging weg.rec a.rec
    expect_status 4
    expect_text fout weg.rec
    : >leeg.rec
    try gesprek-overleg opvolging leeg.rec
    expect_status 1
    expect_text fout '[geen-dossier]'
    try gesprek-overleg verslag O1 --uit=blad a.rec
    expect_status 0
    expect_empty uit
    expect_text blad 'Verslag van het overleg'
}
