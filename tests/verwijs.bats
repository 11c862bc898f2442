#!/usr/bin/env bats
# shellcheck disable=SC2030,SC2031,SC2034,SC2129  # each test is a subshell; tried is for tell; one record at a time reads best
# gesprek-verwijs: consent, the way to another service, the letter, and questions by telephone.

load hulp

setup() {
    hulp_setup
    ID=2026-0050
    dossier >a.rec
}

dossier() {
    good "$ID"
    record Client C1 2026-02-01 'Naam: Noor' 'Telefoon: 06 123'
    record Doel D1 2026-02-02 'Tekst: Ik wil leren koken.' 'Levensdomein: huishouden' 'Haalbaar: met hulp van mijn zus'
    record Veiligheid U1 2026-02-02 'Aard: zorgen thuis'
}

yes() {
    record Toestemming T1 2026-02-03 'Aan: Buurthuis' 'Waarvoor: meedoen' 'Uitkomst: gegeven' 'Gegeven_door: client' \
        'Waarover: Client.Naam' 'Waarover: Doel.Tekst' "$@"
}

referral() {
    record Verwijzing V1 2026-02-04 'Naar: Buurthuis, koken' 'Nood: huishouden' "$@"
}

# noted WORD...: it is written in a.rec, and what is new is in nieuw.
noted() {
    cp a.rec voor.rec
    try gesprek-verwijs "$@" -i a.rec
    expect_status 0
    tail -c "+$(($(wc -c <voor.rec) + 1))" a.rec >nieuw
    run -0 gesprek-check a.rec
}

# refused STATUS CODE TEXT WORD...: nothing is written and nothing printed.
refused() {
    cp a.rec voor.rec
    try gesprek-verwijs "${@:4}" -i a.rec
    expect_status "$1"
    expect_empty uit
    expect_text fout "$3"
    expect_text fout "[$2]"
    cmp voor.rec a.rec
}

# ---- consent ----

@test "toestemming nieuw: with an end of its own, or one of the configuration; in one word or two" {
    noted toestemming nieuw --aan=Buurthuis --waarover=Doel --waarover=wonen --waarvoor=x --uitkomst=gegeven --gegeven-door=client
    expect_text nieuw 'Waarover: wonen'
    expect_text nieuw 'Tot: 2027-11-22'
    assert_equal "$(<uit)" T1
    noted toestemming-nieuw --aan=Buurthuis --waarover=Doel --waarvoor=x --uitkomst=gegeven --gegeven-door=client --tot=2026-12-01
    expect_text nieuw 'Tot: 2026-12-01'
    expect_no_text nieuw 2027
    printf '%s\n' 'Instelling: x' 'Toestemming_duur: 2w' >in.rec
    export GESPREK_CONFIG=in.rec
    noted toestemming nieuw --aan=Buurthuis --waarover=Doel --waarvoor=x --uitkomst=gegeven --gegeven-door=client
    expect_text nieuw 'Tot: 2026-12-06'
    noted toestemming nieuw --aan=Buurthuis --waarover='hoe het thuis is' --waarvoor=x --uitkomst=geweigerd --gegeven-door=client
    expect_no_text nieuw Tot
}

@test "a yes must say what it is about in words that a program knows" {
    for word in 'hoe het gaat' Doel.Verzonnen; do
        refused 2 gebruik 'Zo kan geen programma weten wat mag' toestemming nieuw --aan=x --waarover="$word" --waarvoor=x --uitkomst=gegeven \
            --gegeven-door=client
    done
    refused 2 gebruik 'geen terminal' toestemming nieuw
}

@test "toestemming intrekken: once, and only a yes" {
    yes >>a.rec
    refused 3 sleutel-onbekend 'geen Toestemming met de sleutel T9' toestemming intrekken T9
    try gesprek-verwijs toestemming intrekken <a.rec
    expect_status 2
    expect_text fout 'noem een sleutel'
    noted toestemming intrekken T1 --op=2026-11-01
    expect_text nieuw 'Ingetrokken: 2026-11-01'
    refused 3 stand-past-niet 'al ingetrokken' toestemming intrekken T1
    record Toestemming T2 2026-02-03 'Aan: x' 'Waarvoor: x' 'Uitkomst: geweigerd' 'Gegeven_door: client' 'Waarover: Doel' >>a.rec
    refused 3 stand-past-niet 'dit is een nee' toestemming intrekken T2
}

@test "toestemming lijst and blad: what holds, what not, until when, how to stop" {
    yes 'Niet: geld' 'Tot: 2026-12-31' >>a.rec
    record Toestemming T2 2026-02-03 'Aan: School' 'Waarvoor: x' 'Uitkomst: geweigerd' 'Gegeven_door: client' 'Waarover: Doel' >>a.rec
    record Toestemming T3 2026-02-03 'Aan: Buurvrouw' 'Waarvoor: x' 'Uitkomst: gegeven' 'Gegeven_door: de buurman' 'Waarover: Doel' >>a.rec
    record Toestemming T4 2026-02-03 'Aan: Sportclub' 'Waarvoor: x' 'Uitkomst: gegeven' 'Gegeven_door: Noor' 'Waarover: Doel' 'Tot: 2026-03-01' >>a.rec
    try gesprek-verwijs toestemming lijst a.rec
    expect_status 0
    for text in 'ja, geldt' 'nee' 'geldt niet: wie het zei' voorbij '31 december 2026' 'Intern: '; do expect_text uit "$text"; done
    try gesprek-verwijs toestemming-blad a.rec
    expect_status 0
    expect_text uit $'Hierover mogen zij iets weten:\n\n- mijn naam\n- Doelen: tekst'
    expect_text uit $'Dit vertellen we niet:\n\n- geld'
    expect_text uit 'Dit mag tot en met 31 december 2026.'
    expect_text uit $'- School\n- Buurvrouw\n- Sportclub'
    expect_text uit 'Ik hoef niet te zeggen'
    expect_text uit 'Voor de cliënt.'
    good d-9 >leeg.rec
    try gesprek-verwijs toestemming blad leeg.rec
    expect_status 1
    expect_text fout '[geen-verwijzing]'
    try gesprek-verwijs toestemming lijst leeg.rec
    expect_status 0
}

@test "a yes to a part of life is about goals, steps and rights, and not about what was told in a conversation" {
    record Toestemming T1 2026-02-03 'Aan: Buurthuis' 'Waarvoor: meedoen' 'Uitkomst: gegeven' 'Gegeven_door: client' 'Waarover: huishouden' >>a.rec
    record Gesprek G1 2026-02-05 'Vorm: kantoor' 'Fase: onthaal' 'Levensdomein: huishouden' 'Verhaal: Noor huilde.' 'Samenvatting: Noor vertelde veel.' >>a.rec
    record Stap S1 2026-02-05 'Wat: pannen kopen' 'Wie: Noor' 'Bij: D1' >>a.rec
    record Stap S2 2026-02-05 'Wat: bellen' 'Wie: Noor' 'Bij: G1' >>a.rec
    referral 'Ervaring_client: daar zijn ze streng' >>a.rec
    try gesprek-verwijs brief V1 a.rec
    expect_status 0
    for text in 'leren koken' 'pannen kopen'; do expect_text uit "$text"; done
    for text in huilde 'vertelde veel' bellen streng; do expect_no_text uit "$text"; done
    try gesprek-verwijs toestemming-blad a.rec
    expect_text uit '- huishouden: wat ik wil, mijn doelen en stappen'
    expect_text uit 'Wat ik in gesprekken vertel, vertellen we niet door.'
    change Toestemming T1 2026-02-06 'Waarover: huishouden' 'Waarover: Gesprek.Samenvatting' >>a.rec
    try gesprek-verwijs brief V1 a.rec
    expect_text uit 'vertelde veel'
    expect_no_text uit huilde
    try gesprek-verwijs routeblad V1 a.rec
    expect_text uit '- Gesprekken: samenvatting'
    expect_no_text uit 'vertellen we niet door'
    change Toestemming T1 2026-02-07 'Niet: huishouden' >>a.rec
    try gesprek-verwijs brief V1 a.rec
    expect_no_text uit 'vertelde veel'
}

# ---- the referral ----

@test "nieuw begins at the first step" {
    noted nieuw --naar=Buurthuis --nood=huishouden
    expect_text nieuw $'Verwijsstap: 1\nStatus: verkennend'
    noted nieuw --naar=School --nood=leren --status=wachtlijst
    expect_text nieuw 'Wacht_sinds: 2026-11-22'
    refused 2 gebruik '--reden' nieuw --naar=School --nood=leren --status=client-ziet-af
    refused 2 veld-nodig '' nieuw --naar=School
}

@test "stap: the next one, one again, and what to ask there" {
    referral >>a.rec
    refused 2 gebruik 'geen terminal' stap V1
    noted stap V1 --aanleiding=vraag-client
    expect_text nieuw 'Verwijsstap: 1'
    expect_text fout 'stap 1, praten over een andere dienst.'
    noted stap V1 --ervaring-client='ik ken het'
    expect_text nieuw 'Verwijsstap: 2'
    expect_text fout 'stap 2, samen zoeken.'
    noted stap V1 --verwijsstap=7
    noted stap V1 --ervaring-client='het gaat goed'
    expect_text nieuw 'Verwijsstap: 7'
    noted stap V1 --verwijsstap=3
    expect_text fout 'stap 3, weten hoe het daar gaat.'
    noted stap V1 --status=wachtlijst --op=2026-11-01 --overbrugging='samen koken'
    expect_text nieuw 'Wacht_sinds: 2026-11-01'
    noted stap V1 --status=wachtlijst
    expect_no_text nieuw Wacht_sinds
    refused 2 getal-fout '' stap V1 --verwijsstap=8
    refused 3 sleutel-onbekend 'geen Verwijzing met de sleutel D1' stap D1 --meegaan=ja
}

@test "an end needs a reason, and what has ended goes no further until it is taken up again" {
    referral 'Verwijsstap: 4' 'Status: aangemeld' >>a.rec
    for status in geweigerd-door-dienst client-ziet-af niet-doorgegaan voortijdig-gestopt; do
        refused 2 gebruik 'zeg met --reden' stap V1 --status=$status
    done
    refused 2 gebruik 'timeout en loslaten' stap V1 --status=losgelaten
    refused 2 gebruik 'zeg met --reden' loslaten V1
    refused 2 gebruik 'zeg met --reden' loslaten V1 --reden=
    refused 3 stand-past-niet 'loopt nog' hervat V1
    noted loslaten V1 --reden='Noor wil het eerst zelf proberen'
    expect_text nieuw $'Status: losgelaten\nReden: Noor wil'
    for words in 'stap V1 --meegaan=ja' 'timeout V1 --tot=+4w' 'loslaten V1 --reden=x'; do
        read -ra more <<<"$words"
        refused 3 stand-past-niet 'klaar of losgelaten' "${more[@]}"
    done
    noted hervat V1
    expect_text nieuw $'Status: aangemeld\nReden:'
    noted stap V1 --status=afgerond
}

@test "timeout rests until a day that comes; hervat takes up what was" {
    referral 'Status: afspraak-gemaakt' >>a.rec
    refused 2 gebruik 'zeg met --tot' timeout V1
    refused 2 gebruik 'geen dag die bestaat' timeout V1 --tot=2026-02-31
    refused 2 gebruik 'al geweest' timeout V1 --tot=2026-11-22
    noted timeout V1 --tot=+6w --reden='even rust'
    expect_text nieuw $'Status: time-out\nTerugkomen_op: 2027-01-03\nReden: even rust'
    refused 3 stand-past-niet 'rust' timeout V1 --tot=+6w
    refused 3 stand-past-niet 'rust' stap V1 --meegaan=ja
    try gesprek-verwijs lijst a.rec
    expect_text uit 'samen kijken of dit weer opgepakt wordt'
    expect_text uit '3 januari 2027'
    noted hervat V1
    expect_text nieuw 'Status: afspraak-gemaakt'
}

@test "lijst and status: where it stands, how long the wait is, what bridges it, what is next, what to ask" {
    referral 'Verwijsstap: 4' 'Status: wachtlijst' 'Wacht_sinds: 2026-09-13' 'Wie_belt: client' >>a.rec
    try gesprek-verwijs lijst a.rec
    expect_status 0
    for text in 'wachtlijst' '4 van 7' '13 september 2026 (10 weken)' 'nog niet genoteerd: wat helpt' 'de eerste keer voorbereiden' 'Intern: '; do
        expect_text uit "$text"
    done
    try gesprek-verwijs status V1 a.rec
    expect_status 0
    expect_text uit 'Stap 4, een afspraak maken'
    expect_text uit 'Wie belt? client'
    expect_text uit 'Stap 5, de eerste keer voorbereiden'
    expect_text uit 'Gaat u mee de eerste keer? Nog niet genoteerd.'
    try gesprek-verwijs status V9 a.rec
    expect_status 1
    expect_text fout '[geen-verwijzing]'
    try gesprek-verwijs status a.rec --vandaag=2026-12-01
    expect_status 1
}

@test "terugkoppeling only when the client said that it may be asked" {
    referral >>a.rec
    refused 1 geen-toestemming 'mag navragen' terugkoppeling V1 --tekst='gaat goed'
    noted stap V1 --mag-navragen=nee
    refused 1 geen-toestemming 'mag navragen' terugkoppeling V1 --tekst='gaat goed'
    noted stap V1 --mag-navragen=ja
    echo 'Het gaat goed.' >t.txt
    noted terugkoppeling V1 --tekst=@t.txt
    expect_text nieuw 'Terugkoppeling: Het gaat goed.'
    refused 2 gebruik 'zeg met --tekst' terugkoppeling V1
}

@test "routeblad: where, when, what to bring, who comes, who says what; nothing of Veiligheid" {
    referral 'Meegaan: ja' 'Contactpersoon: Ans van de balie' 'Gevolg_weigeren: Niets.' >>a.rec
    try gesprek-verwijs routeblad V1 a.rec
    expect_text uit 'De afspraak is nog niet gemaakt.'
    expect_text uit 'nog niet afgesproken wat zij mogen weten'
    record Afspraak A1 2026-11-01 'Wanneer: 2026-12-01T10:00' 'Plaats: Dorpsplein 1' 'Vervoer: met de bus' 'Meenemen: pasje' 'Bij: V1' >>a.rec
    yes 'Wie_vertelt: client' 'Niet: geld' >>a.rec
    try gesprek-verwijs routeblad V1 a.rec
    expect_status 0
    for text in 'dinsdag 1 december 2026 om 10.00 uur' 'Dorpsplein 1' 'met de bus' pasje 'gaat de eerste keer mee' 'Ans van de balie' \
        'Ik vertel het zelf.' 'Doelen: tekst' geld 'Wat er dan gebeurt: Niets.' 'Voor de cliënt.'; do
        expect_text uit "$text"
    done
    expect_no_text uit zorgen
    try gesprek-verwijs routeblad V1 --formaat=html a.rec
    expect_status 0
    expect_text uit '</html>'
}

# asked LINE...: step V1 in a.rec with these lines typed; what was printed is in uit, what was shown in scherm, what is new in nieuw.
asked() {
    cp a.rec voor.rec
    printf '%s\n' "$@" >toetsen
    rm -f scherm
    status=0
    TERM=xterm python3 "$BATS_TEST_DIRNAME/toetsenbord.py" toetsen gesprek-verwijs stap V1 -i a.rec >uit 2>fout || status=$?
    tried='stap V1 -i a.rec'
    tail -c "+$(($(wc -c <voor.rec) + 1))" a.rec >nieuw
}

@test "stap at the terminal asks what the method asks at that step, and no more" {
    referral 'Verwijsstap: 1' 'Ervaring_client: kent het van vroeger' >>a.rec
    asked 'wacht Stap 2 van 7, samen zoeken.' 'wacht Al genoteerd bij Ervaring_client: kent het van vroeger' 'regel ' 'wacht vraag 2 van 3' 'regel fijn daar' \
        'regel ' 'wacht vraag 3 van 3' 'regel informeren anker' 'regel ' 'wacht Bewaren' 'regel j'
    expect_status 0
    assert_equal "$(<uit)" V1
    assert_equal "$(sed '/^Dossier\|^Op\|^Door\|^Ge[bw]/d' nieuw)" \
        $'Verwijzing: V1\nErvaring_client: fijn daar\nBegeleidersrol: informeren\nBegeleidersrol: anker\nVerwijsstap: 2'
    run -0 gesprek-check a.rec
    # Everything may be passed over: then only the step was taken.
    asked 'wacht Stap 3 van 7' 'regel ' 'regel ' 'regel ' 'wacht Bewaren' 'regel j'
    expect_status 0
    assert_equal "$(sed '/^Dossier\|^Op\|^Door\|^Ge[bw]/d' nieuw)" $'Verwijzing: V1\nVerwijsstap: 3'
    asked 'wacht Stap 4 van 7' 'regel ' 'regel 1' 'wacht zolang het wachten duurt' vraag 'typ \x03'
    expect_empty nieuw
    noted loslaten V1 --reden=x
    asked 'wacht zzz'
    expect_status 3
    expect_text fout 'klaar of losgelaten'
    expect_empty nieuw
}

# ---- the sociale kaart ----

@test "on the kaart: conditions, what stopping means and who stands in, for the worker and the client" {
    export GESPREK_KAART=$BATS_TEST_DIRNAME/kaart/kaart.rec
    record Verwijzing V1 2026-02-04 'Naar: zes sleutels, wonen' 'Nood: wonen' 'Contactpersoon: aleid prins' 'Verwijsstap: 2' >>a.rec
    record Verwijzing V2 2026-02-04 'Naar: De Onbekende' 'Nood: wonen' 'Contactpersoon: Aleid Prins' >>a.rec
    record Verwijzing V3 2026-02-04 'Naar: Logeren bij Zes Sleutels' 'Nood: wonen' 'Contactpersoon: Joost Hol' >>a.rec
    try gesprek-verwijs status V1 a.rec
    expect_status 0
    for text in 'U wilt er zelf wonen.' 'houdt drie maanden een kamer' '15 december 2026' 'Joost Hol, telefoon +31 30 555 01 03' '3 maanden'; do
        expect_text uit "$text"
    done
    try gesprek-verwijs lijst a.rec
    expect_status 0
    expect_empty fout
    assert_equal "$(grep -c 'Valt in' uit)" 1
    try gesprek-verwijs routeblad V1 a.rec
    expect_status 0
    for text in $'Wie kan daar terecht\n--------------------\n- U wilt er zelf wonen.' $'Als ik daar stop\n----------------\nWie stopt, houdt' 'Joost Hol'; do
        expect_text uit "$text"
    done
    record Afspraak A1 2026-11-01 'Wanneer: 2026-12-16T10:00' 'Plaats: daar' 'Bij: V1' >>a.rec
    try gesprek-verwijs routeblad V1 a.rec
    expect_no_text uit 'Joost Hol'
    try gesprek-verwijs status V3 a.rec
    expect_text uit 'Aanmelden:          Bel en vraag'
    expect_text uit 'houdt drie maanden een kamer'
    expect_no_text uit Afwezig
    try gesprek-verwijs routeblad V2 a.rec
    expect_status 0
    expect_no_text uit 'Als ik daar stop'
    noted stap V1 --brochure=folder
    expect_text fout 'op de sociale kaart staat: Wie kan er terecht: U wilt er zelf wonen.; '
    expect_text fout 'Wie stopt: Wie stopt'
    noted stap V2 --brochure=folder
    expect_no_text fout 'sociale kaart'
}

@test "a kaart that cannot be read: a reader says so and answers the rest, a writer goes on" {
    referral >>a.rec
    export GESPREK_KAART=weg.rec
    try gesprek-verwijs lijst a.rec
    expect_status 4
    expect_text uit 'Buurthuis, koken'
    expect_message fout 'weg.rec: fout' '' bestand
    noted stap V1 --verwijsstap=3
    expect_text fout '[kaart-stuk]'
    echo 'geen record' >stuk.rec
    GESPREK_KAART=stuk.rec try gesprek-verwijs status V1 a.rec
    expect_status 3
    expect_text uit 'Buurthuis, koken'
}

@test "nieuw at the terminal: Tab fills in a name from the kaart" {
    export GESPREK_KAART=$BATS_TEST_DIRNAME/kaart/kaart.rec
    cp a.rec voor.rec
    printf '%s\n' 'regel ' 'wacht vraag 2 van' 'vraag' 'typ De G\x09' 'wacht Geldwijzer' 'typ \x0d' 'regel geld' vraag 'typ \x04' 'wacht Bewaren' 'regel j' >toetsen
    TERM=xterm python3 "$BATS_TEST_DIRNAME/toetsenbord.py" toetsen gesprek-verwijs nieuw -i a.rec >uit 2>fout || { cat scherm fout; false; }
    expect_text a.rec 'Naar: De Geldwijzer'
}

# found CODE TEXT: gesprek-check says so of a.rec, and nothing else.
found() {
    try gesprek-check a.rec
    expect_status 1
    expect_text uit "[$1]"
    expect_text uit "$2"
    assert_equal "$(grep -c 'let op' uit)" 1
}

@test "check: what the next who reads it would look for" {
    cp a.rec leeg.rec
    for status in geweigerd-door-dienst client-ziet-af niet-doorgegaan losgelaten voortijdig-gestopt; do
        { cat leeg.rec; referral "Status: $status"; } >a.rec
        found verwijs-reden 'waarom het stopte'
    done
    { cat leeg.rec; referral 'Status: time-out'; } >a.rec
    found verwijs-terugkomen Terugkomen_op
    { cat leeg.rec; referral 'Status: wachtlijst'; } >a.rec
    found verwijs-wacht Wacht_sinds
    { cat leeg.rec; referral 'Terugkoppeling: gaat goed' 'Mag_navragen: nee'; } >a.rec
    found verwijs-navragen Mag_navragen
    { cat leeg.rec; referral 'Status: wachtlijst'; change Verwijzing V1 2026-02-05 'Vervallen: verkeerd'; } >a.rec
    run -0 gesprek-check a.rec
}

@test "check: a referral that goes on after its end, or ends once more; not one that was taken up, or a step again" {
    { cat a.rec; referral 'Status: client-ziet-af' 'Reden: te ver' 'Verwijsstap: 3'; } >klaar.rec
    { cat klaar.rec; change Verwijzing V1 2026-02-05 'Status: aangemeld'; } >a.rec
    found verwijs-verder 'waarom het stopte staat er nog'
    { cat klaar.rec; change Verwijzing V1 2026-02-05 'Verwijsstap: 4'; } >a.rec
    found verwijs-verder 'het einde staat er nog'
    { cat klaar.rec; change Verwijzing V1 2026-02-05 'Status: afgerond'; } >a.rec
    found verwijs-einde 'een ander einde'
    cp klaar.rec a.rec
    noted hervat V1
    noted stap V1 --verwijsstap=1
    noted stap V1 --status=afgerond
    noted hervat V1
    noted timeout V1 --tot=+4w
    noted loslaten V1 --reden='een andere dienst'
}

# ---- the letter ----

@test "brief: only what may go, in every form; without a consent in force nothing" {
    referral >>a.rec
    for form in tekst html xml; do
        try gesprek-verwijs brief V1 --formaat=$form a.rec
        expect_status 1
        expect_empty uit
        expect_text fout '[geen-toestemming]'
    done
    yes >>a.rec
    for form in tekst html xml; do
        try gesprek-verwijs brief V1 --formaat=$form a.rec
        expect_status 0
        expect_text uit 'Ik wil leren koken.'
        for text in 06 zus zorgen meedoen; do expect_no_text uit "$text"; done
        expect_text fout '[niet-genoteerd]'
    done
    ! command -v xmllint >/dev/null || xmllint --noout --schema "$BATS_TEST_DIRNAME/../schema/brief.xsd" uit
    change Toestemming T1 2026-11-22 'Ingetrokken: 2026-11-22' >>a.rec
    try gesprek-verwijs brief V1 -i a.rec
    expect_status 1
    expect_empty uit
}

@test "brief -i notes what goes, then prints it; the note lists exactly that" {
    referral >>a.rec
    yes >>a.rec
    noted brief V1 --client-geinformeerd=ja
    expect_text uit 'Ik wil leren koken.'
    expect_empty fout
    assert_equal "$(grep '^Wat: ' nieuw)" $'Wat: Client.Naam\nWat: Doel.Tekst'
    expect_text nieuw $'Aan: Buurthuis\n'
    expect_text nieuw $'Grondslag: toestemming\nToestemming_ref: T1'
    expect_text nieuw 'Client_geinformeerd: ja'
    assert_equal "$(grep -c '^Verstrekking: ' a.rec)" 1
}

@test "brief --proef shows what goes and names what stays, and notes nothing" {
    referral >>a.rec
    yes >>a.rec
    cp a.rec voor.rec
    try gesprek-verwijs brief V1 --proef a.rec
    expect_status 0
    expect_empty fout
    expect_text uit 'Ik wil leren koken.'
    expect_text uit 'Doelen: levensdomein, haalbaar'
    for text in zus 'Aard' Veiligheid zorgen; do expect_no_text uit "$text"; done
    cmp voor.rec a.rec
    refused 2 gebruik '--proef en -i' brief V1 --proef
    refused 2 gebruik 'een proef is om te lezen' brief V1 --proef --formaat=xml
}

@test "brief -i where it cannot be noted: no letter" {
    referral >>a.rec
    yes >>a.rec
    ln a.rec b.rec
    try gesprek-verwijs brief V1 -i a.rec
    expect_status 4
    expect_empty uit
    rm b.rec
    try gesprek-verwijs brief V1 -i - <a.rec
    expect_status 2
    expect_empty uit
}

@test "brief -i killed at any moment: what was printed has been noted, never the other way round" {
    referral >>a.rec
    yes >>a.rec
    noted_before_printed gesprek-verwijs brief V1 -i a.rec
}

# ---- questions by telephone ----

@test "vraag: buy time, ask the client, answer only what may be told, on a closed dossier too" {
    record Afsluiting X1 2026-10-01 'Reden: volgens-plan' >>a.rec
    noted vraag nieuw --van=Buurthuis --vraag-om='hoe het gaat' --waarom=planning --client-weet-ervan=nee
    expect_text nieuw $'Richting: in\nAntwoord: wacht\nTerugbellen_op: 2026-11-25'
    refused 2 gebruik 'noteer eerst de vraag' vraag nieuw --van=x --vraag-om=y --antwoord=akkoord
    refused 2 gebruik 'zeg met --antwoord' vraag antwoord I1 --waarom=x
    refused 1 geen-toestemming 'geen toestemming die nu geldt' vraag antwoord I1 --antwoord=akkoord --verstrekking.wat=Doel.Tekst
    yes >>a.rec
    refused 2 gebruik 'zeg met --verstrekking.wat' vraag antwoord I1 --antwoord=akkoord
    refused 1 geen-toestemming 'daar gaat de toestemming niet over' vraag antwoord I1 --antwoord=akkoord --verstrekking.wat=Doel
    refused 1 geen-toestemming 'daar gaat de toestemming niet over' vraag antwoord I1 --antwoord=deels --verstrekking.wat=Veiligheid
    try gesprek-verwijs vraag lijst a.rec
    expect_text uit 'Terugbellen op:     25 november 2026'
    noted vraag antwoord I1 --antwoord=deels --verstrekking.wat=Doel.Tekst
    expect_text nieuw 'Afgehandeld: 2026-11-22'
    expect_text nieuw $'Wat: Doel.Tekst\nAan: Buurthuis\nGrondslag: toestemming\nToestemming_ref: T1'
    assert_equal "$(<uit)" $'I1\nTV1'
    refused 3 stand-past-niet 'al afgehandeld' vraag antwoord I1 --antwoord=niet-akkoord
    try gesprek-verwijs vraag lijst a.rec
    expect_text uit 'vertel de cliënt wat er gezegd is'
}

@test "vraag: a no tells nothing; our own question needs no consent of ours" {
    noted vraag nieuw --van=Buurthuis --vraag-om=alles
    refused 2 gebruik 'Laat --verstrekking weg' vraag antwoord I1 --antwoord=niet-akkoord --verstrekking.wat=Doel
    noted vraag antwoord I1 --antwoord=niet-akkoord --teruggekoppeld-client=vandaag
    expect_no_text nieuw Verstrekking
    noted vraag nieuw --van=School --vraag-om=rooster --richting=uit
    noted vraag antwoord I2 --antwoord=akkoord
    expect_no_text nieuw Verstrekking
    try gesprek-verwijs vraag lijst a.rec
    expect_text uit 'Wij vragen: School, rooster'
}

@test "verteld: what, to whom, on what ground; not what the client does not know yet" {
    yes >>a.rec
    record Verstrekking TV1 2026-03-01 'Aan: Buurthuis' 'Wat: Doel.Tekst' 'Grondslag: toestemming' 'Toestemming_ref: T1' >>a.rec
    record Verstrekking TV2 2026-03-02 'Aan: Veilig Thuis' 'Wat: Veiligheid' 'Grondslag: meldrecht' 'Reden: gevaar' 'Client_geinformeerd: later' >>a.rec
    try gesprek-verwijs verteld a.rec
    expect_status 0
    expect_text uit $'1 maart 2026, aan Buurthuis\n'
    expect_text uit 'Dit mocht van mij.'
    for text in 'Veilig' gevaar; do expect_no_text uit "$text"; done
    expect_text fout '[nog-niet-verteld]'
    good d-9 >leeg.rec
    try gesprek-verwijs verteld leeg.rec
    expect_status 0
    expect_text uit 'Hier staat nog niets.'
}

@test "sheets and lists are not for others; xml is for the letter alone" {
    referral >>a.rec
    for words in lijst 'status V1' 'routeblad V1' toestemming-lijst toestemming-blad vraag-lijst verteld; do
        try "gesprek-verwijs $words" --voor=Buurthuis a.rec
        expect_status 2
        expect_empty uit
        expect_text fout '--voor hoort hier niet'
        try "gesprek-verwijs $words" --formaat=xml a.rec
        expect_status 2
    done
    try gesprek-verwijs toestemming a.rec
    expect_status 2
}

@test "as a filter, with -n, and with two dossiers" {
    referral >>a.rec
    try gesprek-verwijs stap V1 --verwijsstap=1 a.rec
    expect_status 0
    cmp <(head -c "$(wc -c <a.rec)" uit) a.rec
    try gesprek-verwijs stap V1 --verwijsstap=1 -n <a.rec
    expect_status 0
    assert_equal "$(head -n 1 uit)" 'Verwijzing: V1'
    { cat a.rec; good d-9; } >b.rec
    try gesprek-verwijs stap V1 --verwijsstap=1 b.rec
    expect_status 2
    try gesprek-verwijs stap V1 --verwijsstap=1 --dossier="$ID" -n b.rec
    expect_status 0
}
