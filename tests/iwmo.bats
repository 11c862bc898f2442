#!/usr/bin/env bats
# shellcheck disable=SC2030,SC2031,SC2034,SC2129  # each test is a subshell; tried is for tell; one record at a time reads best
# gesprek-rapport iwmo305 and iwmo307: the messages of iWmo 3.2 about one client, and what is noted of them.

load hulp

# The schemas of iWmo are not ours to give. Where they are at hand messages are held against them; the structural tests below
# need nothing.
XSD=${GESPREK_IWMO_XSD:-}

setup() {
    hulp_setup
    ID=2026-0060
    unset GESPREK_IWMO_XSD
    printf '%s\n' 'Persoon: p1' 'Bsn: 999900006' '' 'Persoon: p2' 'Insz: 85073003328' >keys
    chmod 600 keys
    { dossier; started; } >a.rec
}

# dossier FIELD...: a client with these fields besides the ones that a message needs.
dossier() {
    good "$ID"
    record Client C1 2026-02-01 'Naam: Noor' "${@:-Achternaam: Bakker}" 'Geboren: 1990-05-01' 'Geslacht: vrouw' 'Persoon: p1'
}

# assigned KEY FIELD...: a Toewijzing to us.
assigned() {
    record Toewijzing "$1" 2026-02-10 'Productcategorie: 02' 'Aanbieder: 65656055' "${@:2}"
}

started() {
    assigned J1 'Nummer: 300201' 'Productcode: 02A04' 'Ingang: 2026-02-01' 'Gestart: 2026-02-12'
}

stopped() {
    change Toewijzing J1 2026-11-01 "Gestopt: ${1:-2026-05-31}" "Reden_stop: ${2:-19}"
}

message() {
    try gesprek-rapport "$1" --bsn-bestand=keys --aanbieder=65656055 "${@:2}"
}

# sent 305|307 WORD...: a message, noted in a.rec, the Verstrekking alone in nieuw; it holds by the schema.
sent() {
    cp a.rec voor.rec
    message "iwmo$1" -i "${@:2}" a.rec
    expect_status 0
    cmp -n "$(wc -c <voor.rec)" a.rec voor.rec
    tail -c "+$(($(wc -c <voor.rec) + 1))" a.rec >nieuw
    run -0 gesprek-check a.rec
    cp uit bericht.xml
    holds_by_schema "$1"
}

holds_by_schema() {
    [ -e "$XSD/wmo$1.xsd" ] || return 0
    run -0 xmllint --noout --nonet --schema "$XSD/wmo$1.xsd" bericht.xml
}

# refused 305|307 RULE TEXT WORD...: no message, nothing noted; the rule and the dossier are named.
refused() {
    cp a.rec voor.rec
    message "iwmo$1" -i "${@:4}" a.rec
    expect_status 3
    expect_empty uit
    expect_text fout "dossier $ID"
    expect_text fout "$3"
    expect_text fout "regel $2)"
    expect_text fout '[iwmo-regel]'
    expect_no_text fout 999900006
    cmp voor.rec a.rec
}

# nothing 305|307: all has been told.
nothing() {
    message "iwmo$1" -i a.rec
    expect_status 1
    expect_empty uit
    expect_message fout 'gesprek-rapport: fout' 'er is niets te melden' iwmo-niets
}

# value XPATH: of the message, by local names.
value() {
    xmllint --xpath "string($(sed -E "s,/([A-Za-z]+),/*[local-name()='\\1'],g" <<<"$1"))" bericht.xml
}

# elements: the names in the order that they stand in, on one line.
elements() {
    grep -oE '<[A-Za-z:]+' bericht.xml | tr -d '<' | tr '\n' ' '
}

# ---- the messages ----

@test "305: header, codes and order by the schema, every value where it comes from" {
    { dossier 'Voornamen: Noor Anna' 'Voorvoegsel: van der' 'Achternaam: Bakker'; started; } >a.rec
    sent 305
    head -n 2 bericht.xml | tail -n 1 | grep -Fx '<Bericht xmlns="http://www.istandaarden.nl/iwmo/3_2/wmo305/schema" xmlns:iwmo="http://www.istandaarden.nl/iwmo/3_2/basisschema/schema">'
    assert_equal "$(elements)" "Bericht Header BerichtCode BerichtVersie BerichtSubversie Afzender Ontvanger BerichtIdentificatie \
iwmo:Identificatie iwmo:Dagtekening XsdVersie iwmo:BasisschemaXsdVersie iwmo:BerichtXsdVersie Client Bsn Geboortedatum iwmo:Datum \
Geslacht Naam iwmo:Geslachtsnaam iwmo:Achternaam iwmo:Voorvoegsel iwmo:Voornamen StartProducten StartProduct ToewijzingNummer \
Product iwmo:Categorie iwmo:Code ToewijzingIngangsdatum Begindatum StatusAanlevering "
    for pair in Header/BerichtCode=418 Header/BerichtVersie=3 Header/BerichtSubversie=2 Header/Afzender=65656055 Header/Ontvanger=0356 \
        BerichtIdentificatie/Dagtekening=2026-11-22 XsdVersie/BasisschemaXsdVersie=1.0.0 XsdVersie/BerichtXsdVersie=1.0.0 \
        Client/Bsn=999900006 Geboortedatum/Datum=1990-05-01 Client/Geslacht=2 Geslachtsnaam/Achternaam=Bakker \
        'Geslachtsnaam/Voorvoegsel=van der' 'Naam/Voornamen=Noor Anna' StartProduct/ToewijzingNummer=300201 Product/Categorie=02 \
        Product/Code=02A04 StartProduct/ToewijzingIngangsdatum=2026-02-01 StartProduct/Begindatum=2026-02-12 \
        StartProduct/StatusAanlevering=1; do
        assert_equal "${pair%%=*}=$(value "//${pair%%=*}")" "$pair"
    done
    [[ $(value //BerichtIdentificatie/Identificatie) =~ ^[BCDFGHJKLMNPQRSTVWXZ]{12}$ ]]
}

@test "307: the reason, and the start that it belongs to" {
    sent 305
    stopped 2026-05-31 21 >>a.rec
    sent 307
    grep -F 'xmlns="http://www.istandaarden.nl/iwmo/3_2/wmo307/schema"' bericht.xml
    assert_equal "$(value //Header/BerichtCode)" 420
    elements | grep -F 'Client Bsn Geboortedatum iwmo:Datum Geslacht Naam iwmo:Geslachtsnaam iwmo:Achternaam StopProducten StopProduct ToewijzingNummer Product iwmo:Categorie iwmo:Code ToewijzingIngangsdatum Begindatum RedenBeeindiging Einddatum StatusAanlevering '
    assert_equal "$(value //StopProduct/Begindatum) $(value //StopProduct/RedenBeeindiging) $(value //StopProduct/Einddatum)" '2026-02-12 21 2026-05-31'
    nothing 307
    nothing 305
}

@test "the schemas of iWmo: are they at hand" {
    [ -e "$XSD/wmo305.xsd" ] || skip 'zet GESPREK_IWMO_XSD op de map met wmo305.xsd om berichten aan het schema te toetsen'
    sent 305
    sed -i 's/<Geslacht>2/<Geslacht>7/' bericht.xml
    run ! xmllint --noout --nonet --schema "$XSD/wmo305.xsd" bericht.xml
}

@test "what is not noted is left out, never empty; a sex that has no code is 0" {
    { good "$ID"; record Client C1 2026-02-01 'Naam: Noor' 'Achternaam: Bakker' 'Geboren: 1990-05-01' 'Persoon: p1'; } >a.rec
    assigned J1 'Gestart: 2026-02-12' >>a.rec
    sent 305
    expect_text fout '[iwmo-nummer]'
    elements | grep -F 'StartProduct Product iwmo:Categorie Begindatum StatusAanlevering '
    assert_equal "$(value //Client/Geslacht)" 0
    for pair in man=1 x=0 onbekend=0; do
        { good "$ID"; record Client C1 2026-02-01 'Naam: N' 'Achternaam: B' 'Geboren: 1990-05-01' 'Persoon: p1' "Geslacht: ${pair%=*}"; started; } >a.rec
        sent 305
        assert_equal "$(value //Client/Geslacht)" "${pair#*=}"
    done
    run ! grep -E '></|/>' bericht.xml
}

@test "names with signs of XML, quotes and accents come out as they are" {
    { dossier "Voornamen: <Noor> & \"Zoë\"" "Achternaam: ]]> 't Hooft & Ünal"; started; } >a.rec
    sent 305
    assert_equal "$(value //Naam/Voornamen)" '<Noor> & "Zoë"'
    assert_equal "$(value //Geslachtsnaam/Achternaam)" "]]> 't Hooft & Ünal"
}

@test "names: 200 characters go, 201 do not; a prefix of 10" {
    local long
    long=$(printf 'ë%.0s' {1..200})
    { dossier "Achternaam: $long" "Voornamen: $long" 'Voorvoegsel: ëëëëëëëëëë'; started; } >a.rec
    sent 305
    assert_equal "$(value //Geslachtsnaam/Achternaam)" "$long"
    { dossier "Achternaam: ${long}x"; started; } >a.rec
    refused 305 RS028 'Achternaam is langer dan 200 tekens'
    { dossier 'Achternaam: B' "Voornamen: ${long}x"; started; } >a.rec
    refused 305 RS028 'Voornamen is langer dan 200 tekens'
    { dossier 'Achternaam: B' 'Voorvoegsel: van der van'; started; } >a.rec
    refused 305 RS016 'Voorvoegsel is langer dan 10 tekens'
    { dossier $'Achternaam: B\n+ C'; started; } >a.rec
    refused 305 RS028 'meer dan een regel'
}

@test "more Toewijzingen are one message; only those to us, and none in money" {
    assigned J2 'Nummer: 300202' 'Gestart: 2026-03-01' >>a.rec
    record Toewijzing J3 2026-02-10 'Productcategorie: 02' 'Aanbieder: 11112222' 'Gestart: 2026-03-01' >>a.rec
    assigned J4 'Nummer: 300203' 'Gestart: 2026-03-01' 'Leveringsvorm: pgb' >>a.rec
    assigned J5 'Nummer: 300204' >>a.rec
    sent 305
    assert_equal "$(grep -c '<StartProduct>' bericht.xml)" 2
    assert_equal "$(grep -o '>30020.<' bericht.xml | tr -d '\n')" '>300201<>300202<'
    expect_text nieuw 'J2: product 02, nummer 300202, begin 2026-03-01, status 1'
    assigned J6 'Nummer: 300205' 'Gestart: 2026-04-01' >>a.rec
    sent 305
    assert_equal "$(value //StartProduct/ToewijzingNummer)" 300205
    nothing 305
}

@test "each gemeente has a message of its own" {
    record Melding M2 2026-02-11 'Vraag: meer' 'Gemeente: 0363' >>a.rec
    assigned J2 'Nummer: 300202' 'Gestart: 2026-03-01' 'Bij: M2' >>a.rec
    change Toewijzing J1 2026-11-01 'Bij: M1' >>a.rec
    sent 305
    expect_text fout '[iwmo-nog-een]'
    assert_equal "$(value //Header/Ontvanger)" 0356
    sent 305
    expect_no_text fout '[iwmo-nog-een]'
    assert_equal "$(value //Header/Ontvanger)" 0363
    nothing 305
}

# ---- what is noted, and when ----

@test "the Verstrekking says what went, to whom and on what ground, and holds no number" {
    { dossier 'Voorvoegsel: de' 'Achternaam: Bakker'; started; } >a.rec
    sent 305 --client-geinformeerd=ja
    expect_text nieuw $'Aan: gemeente 0356\nWat: Client.Achternaam\nWat: Client.Voorvoegsel\nWat: Client.Geboren\nWat: Client.Geslacht\nWat: burgerservicenummer\n'
    expect_text nieuw 'Wat: Toewijzing.Gestart'
    expect_text nieuw 'Grondslag: wettelijke-plicht'
    expect_text nieuw "Reden: Start gemeld aan de gemeente: iWmo 305 $(value //BerichtIdentificatie/Identificatie) van 65656055 aan 0356"
    expect_text nieuw '+ J1: product 02, code 02A04, nummer 300201, ingang 2026-02-01, begin 2026-02-12, status 1'
    expect_text nieuw 'Client_geinformeerd: ja'
    expect_no_text a.rec 999900006
    try gesprek-verwijs verteld a.rec
    expect_status 0
    expect_text uit 'gemeente 0356'
    expect_text uit 'Dit moest van de wet.'
}

@test "without -i the same bytes and nothing noted; another message has another name" {
    cp a.rec voor.rec
    message iwmo305 a.rec
    expect_status 0
    expect_message fout 'gesprek-rapport: opmerking' 'niet genoteerd' niet-genoteerd
    cp uit proef.xml
    cmp a.rec voor.rec
    message iwmo305 - <a.rec
    expect_status 0
    cmp uit proef.xml
    sent 305
    cmp uit proef.xml
    first=$(value //BerichtIdentificatie/Identificatie)
    change Verstrekking TV1 2026-11-22 'Vervallen: kwam niet aan' >>a.rec
    sent 305
    [ "$(value //BerichtIdentificatie/Identificatie)" != "$first" ]
    sed -i "s/$ID/2026-0061/" voor.rec
    message iwmo305 voor.rec
    cp uit bericht.xml
    [ "$(value //BerichtIdentificatie/Identificatie)" != "$first" ]
}

@test "killed at any moment: what was printed has been noted, never the other way round" {
    noted_before_printed gesprek-rapport iwmo305 --bsn-bestand=keys --aanbieder=65656055 -i a.rec
}

@test "where it cannot be noted there is no message" {
    ln a.rec b.rec
    message iwmo305 -i a.rec
    expect_status 4
    expect_empty uit
    rm b.rec
    for map in geen/map keys; do
        message iwmo305 -i --map="$map" a.rec
        expect_status 4
        expect_text fout '[schrijven]'
    done
    message iwmo305 -i - <a.rec
    expect_status 2
    expect_empty uit
    run ! grep Verstrekking a.rec
}

@test "--uit and --map write files for their owner alone, without a name in them" {
    cp a.rec b.rec
    mkdir -m 755 uitvoer dossiers
    message iwmo305 -i --uit=uitvoer/een.xml b.rec
    expect_status 0
    expect_empty uit
    assert_equal "$(stat -c %a uitvoer/een.xml)" 600
    message iwmo305 -i --uit=uitvoer/twee.xml b.rec
    expect_status 1
    [ ! -e uitvoer/twee.xml ]
    cp a.rec "dossiers/$ID.rec"
    sed "s/$ID/2026-0061/; s/Bakker/Visser/" a.rec >dossiers/2026-0061.rec
    good 2026-0062 >dossiers/2026-0062.rec
    sed "s/$ID/2026-0063/; /^Geboren/d" a.rec >dossiers/2026-0063.rec
    message iwmo305 -i --map=uitvoer dossiers
    expect_status 3
    expect_text fout 'dossier 2026-0063: er is geen geboortedatum'
    expect_message fout 'gesprek-rapport: opmerking' 'zonder bericht bleef dit aantal dossiers: 1' weggelaten
    run -0 ls uitvoer
    assert_line --index 0 --regexp '^2026-0060-305-[A-Z]{12}\.xml$'
    assert_line --index 1 --regexp '^2026-0061-305-[A-Z]{12}\.xml$'
    assert_line --index 2 een.xml
    [ "${#lines[@]}" -eq 3 ]
    assert_equal "$(stat -c %a uitvoer/2026-0061-305-*)" 600
    grep -F Visser uitvoer/2026-0061-305-*
    grep -q '^Verstrekking: TV1' dossiers/2026-0061.rec
    run ! grep Verstrekking dossiers/2026-0062.rec dossiers/2026-0063.rec
    message iwmo305 -i --map=uitvoer "dossiers/$ID.rec" dossiers/2026-0061.rec
    expect_status 1
    message iwmo305 --map=nieuw b.rec
    expect_status 1
    assert_equal "$(stat -c %a nieuw)" 700
    cat a.rec dossiers/2026-0062.rec >samen.rec
    message iwmo305 -i --map=uitvoer samen.rec
    expect_status 3
    expect_text fout '[dossiers-samen]'
}

# ---- again, and otherwise ----

@test "stopped for a while, begun again, stopped for good: each told once" {
    sent 305
    stopped 2026-04-01 20 >>a.rec
    sent 307
    change Toewijzing J1 2026-11-01 'Gestart: 2026-06-01' 'Gestopt:' 'Reden_stop:' >>a.rec
    sent 305
    assert_equal "$(value //StartProduct/Begindatum)" 2026-06-01
    nothing 307
    stopped 2026-07-01 20 >>a.rec
    sent 307
    stopped 2026-08-01 19 >>a.rec
    sent 307
    assert_equal "$(value //StopProduct/Begindatum) $(value //StopProduct/RedenBeeindiging)" '2026-06-01 19'
    nothing 307
    stopped 2026-09-01 19 >>a.rec
    refused 307 TR415 'al een andere stop gemeld'
}

@test "a second stop for a while, or one before it, is refused" {
    sent 305
    stopped 2026-04-01 20 >>a.rec
    sent 307
    stopped 2026-04-02 20 >>a.rec
    refused 307 TR413 'al een tijdelijke stop'
    stopped 2026-03-31 19 >>a.rec
    refused 307 TR414 'op een latere dag'
}

@test "a start told with a wrong day is refused, and --verbeter takes it back and tells it anew" {
    sent 305
    change Toewijzing J1 2026-11-01 'Gestart: 2026-02-13' >>a.rec
    refused 305 TR326 'geef --verbeter'
    stopped >>a.rec
    refused 307 TR382 'andere begindatum'
    change Toewijzing J1 2026-11-01 'Gestopt:' 'Reden_stop:' >>a.rec
    sent 305 --verbeter=J1
    assert_equal "$(grep -oE '<(Begindatum|StatusAanlevering)>[^<]*' bericht.xml | tr -d '\n')" \
        '<Begindatum>2026-02-12<StatusAanlevering>3<Begindatum>2026-02-13<StatusAanlevering>1'
    nothing 305
    stopped >>a.rec
    sent 307
    assert_equal "$(value //StopProduct/Begindatum)" 2026-02-13
    refused 305 TR071 'de stop al gemeld' --verbeter=J1
    sent 307 --verbeter=J1
    assert_equal "$(grep -o '<StatusAanlevering>[^<]*' bericht.xml)" '<StatusAanlevering>3'
    sent 305 --verbeter=J1
    refused 305 TR063 'niets gemeld dat nog staat' --verbeter=J1
    refused 305 TR063 'niets gemeld dat nog staat' --verbeter=J9
}

@test "--verbeter of a Toewijzing that was withdrawn: only taken back" {
    sent 305
    change Toewijzing J1 2026-11-01 'Vervallen: was voor een ander' >>a.rec
    sent 305 --verbeter=J1
    assert_equal "$(grep -o '<StatusAanlevering>[^<]*' bericht.xml)" '<StatusAanlevering>3'
    assert_equal "$(value //StartProduct/ToewijzingNummer)" 300201
}

@test "a stop before the start was told, or without one" {
    stopped >>a.rec
    refused 307 OP072 'de start is nog niet gemeld'
    { dossier; assigned J1 'Nummer: 1' 'Gestopt: 2026-05-01' 'Reden_stop: 19'; } >a.rec
    refused 307 TR382 'niet wanneer het begon'
}

@test "told before with another program: noted by hand it counts" {
    printf '%s\n' 'Start gemeld aan de gemeente: iWmo 305 123 van 65656055 aan 0356' \
        'J1: product 02, code 02A04, nummer 300201, begin 2026-02-12' >eerder
    run -0 gesprek-noteer nieuw Verstrekking --aan='gemeente 0356' --wat=start --grondslag=wettelijke-plicht --reden=@eerder -i a.rec
    nothing 305
    stopped >>a.rec
    sent 307
    printf '%s\n' 'Stop gemeld aan de gemeente: iWmo 307 124 van 65656055 aan 0356' \
        'J1: product 02, code 02A04, nummer 300201, begin 2026-02-12, einde 2026-05-31, reden 19' >eerder
    change Verstrekking TV2 2026-11-22 'Vervallen: kwam niet aan' >>a.rec
    run -0 gesprek-noteer nieuw Verstrekking --aan='gemeente 0356' --wat=stop --grondslag=wettelijke-plicht --reden=@eerder -i a.rec
    nothing 307
    refused 305 TR071 'de stop al gemeld' --verbeter=J1
}

@test "what was told and cannot be read any more: no message" {
    sent 305
    sed -i 's/^+ J1: product 02/+ J1: onzin 02/' a.rec
    message iwmo305 -i a.rec
    expect_status 3
    expect_empty uit
    expect_text fout '[iwmo-levering]'
}

# ---- the rules ----

@test "days: in the future, the end before the start, a birth that cannot be" {
    { dossier; assigned J1 'Nummer: 1' 'Gestart: 2026-11-23'; } >a.rec
    refused 305 TR135 'de begindatum (Gestart) ligt in de toekomst'
    { dossier; started; } >a.rec
    sent 305
    stopped 2026-11-23 >>a.rec
    refused 307 TR135 'de einddatum (Gestopt) ligt in de toekomst'
    stopped 2026-02-11 >>a.rec
    refused 307 TR018 'ligt voor de begindatum'
    for pair in 2026-11-23=TR135 1906-11-21=TR002; do
        { good "$ID"; record Client C1 2026-02-01 'Naam: N' 'Achternaam: B' "Geboren: ${pair%=*}" 'Persoon: p1'; started; } >a.rec
        refused 305 "${pair#*=}" 'geboortedatum'
    done
    { good "$ID"; record Client C1 2026-02-01 'Naam: N' 'Achternaam: B' 'Geboren: 1906-11-22' 'Persoon: p1'; started; } >a.rec
    sent 305
}

@test "the client: no client, no birth date, no surname, all that is wrong at once" {
    { good "$ID"; started; } >a.rec
    refused 305 OP079 'wie de cliënt is'
    { good "$ID"; record Client C1 2026-02-01 'Naam: Noor' 'Persoon: p1'; started; } >a.rec
    refused 305 IV009 'er is geen geboortedatum'
    expect_text fout 'regel IV007)'
}

@test "the product: a number, a code and a category that are none; a reason" {
    { dossier; assigned J1 'Nummer: 12a' 'Gestart: 2026-02-12'; } >a.rec
    refused 305 RS006 'hoogstens 9 cijfers'
    { dossier; assigned J1 'Nummer: 1234567890' 'Gestart: 2026-02-12'; } >a.rec
    refused 305 RS006 'hoogstens 9 cijfers'
    { dossier; assigned J1 'Nummer: 1' 'Productcode: 02A045' 'Gestart: 2026-02-12'; } >a.rec
    refused 305 RS012 'langer dan 5 tekens'
    { dossier; started; } >a.rec
    sent 305
    change Toewijzing J1 2026-11-01 'Gestopt: 2026-05-31' >>a.rec
    refused 307 WMO588 'waarom de ondersteuning stopte'
    stopped 2026-05-31 36 >>a.rec
    sent 307
    expect_text fout '[iwmo-reden]'
    { dossier; started; } | sed 's/^Productcategorie: 02/Productcategorie: 19/' >a.rec
    message iwmo305 -i a.rec
    expect_status 3
    expect_empty uit
    expect_text fout '[keuze-onbekend]'
}

@test "two the same, and the same told before under another key" {
    assigned J2 'Nummer: 300201' 'Productcode: 02A04' 'Gestart: 2026-02-12' >>a.rec
    refused 305 TR101 'dezelfde gegevens'
    { dossier; started; } >a.rec
    sent 305
    change Toewijzing J1 2026-11-01 'Vervallen: dubbel' >>a.rec
    assigned J2 'Nummer: 300201' 'Productcode: 02A04' 'Gestart: 2026-02-12' >>a.rec
    refused 305 TR074 'bij een andere toewijzing'
}

@test "sender and receiver: eight digits and four" {
    sed -i 's/^Gemeente: 0356/Gemeente: 44021/' a.rec
    refused 305 RS035 'geen 4 cijfers'
    { dossier; record Toewijzing J1 2026-02-10 'Productcategorie: 02' 'Aanbieder: 656' 'Nummer: 1' 'Gestart: 2026-02-12'; } >a.rec
    try gesprek-rapport iwmo305 --bsn-bestand=keys --aanbieder=656 a.rec
    expect_status 3
    expect_text fout 'regel RS036)'
}

@test "no Toewijzing, none to us, none begun: nothing to tell" {
    dossier >a.rec
    nothing 305
    nothing 307
    { dossier; record Toewijzing J1 2026-02-10 'Productcategorie: 02' 'Aanbieder: 11112222' 'Gestart: 2026-02-12'; } >a.rec
    nothing 305
    { dossier; assigned J1 'Nummer: 1'; } >a.rec
    nothing 305
}

@test "a client who cannot be reached safely: a word first" {
    { dossier 'Achternaam: B' 'Veilig_bereikbaar: geen brief naar huis'; started; } >a.rec
    sent 305
    expect_text fout 'regel OP003)'
    expect_text fout '[iwmo-veilig]'
    expect_no_text fout 'geen brief naar huis'
}

# ---- the key file ----

@test "the number comes out of the key file alone, and must be one" {
    printf '%s\n' 'Persoon: p1' 'Bsn: 999900007' >keys
    refused 305 CS002 elfproef
    expect_no_text fout 999900007
    for bad in 99990000 9999000060 99990000x 000000000; do
        printf '%s\n' 'Persoon: p1' "Bsn: $bad" >keys
        cp a.rec voor.rec
        message iwmo305 -i a.rec
        expect_status 3
        expect_empty uit
        expect_text fout '[iwmo-regel]'
        expect_no_text fout "$bad"
        cmp a.rec voor.rec
    done
    printf '%s\n' 'Persoon: p9' 'Bsn: 999900006' >keys
    refused 305 OP079 'niet met een Bsn in het bestand met nummers'
    printf '%s\n' 'Persoon: p1' 'Bsn: 999900006' >keys
    { good "$ID"; record Client C1 2026-02-01 'Naam: N' 'Achternaam: B' 'Geboren: 1990-05-01'; started; } >a.rec
    refused 305 OP079 'geen Persoon'
}

@test "a key file that others may read is not read" {
    for mode in 644 640 604 660 620 601; do
        chmod "$mode" keys
        message iwmo305 -i a.rec
        expect_status 4
        expect_empty uit
        expect_text fout '[sleutel-bestand]'
    done
    chmod 400 keys
    message iwmo305 a.rec
    expect_status 0
    mkfifo pijp
    chmod 600 pijp
    for file in pijp nergens .; do
        try gesprek-rapport iwmo305 --bsn-bestand="$file" --aanbieder=65656055 a.rec
        expect_status 4
        expect_empty uit
    done
    run ! grep Verstrekking a.rec
}

@test "a key file with a fault: where, and never a number" {
    local bad
    for bad in $'Persoon: p1\nBsn: 999900006\n\nPersoon: p1\nBsn: 999900018' $'Persoon: p1\nBsn: 999900006\nBsn: 999900018' \
        'Persoon: p1' $'Iemand: p1\nBsn: 999900006' $'Persoon: p1\n999900006' $'Persoon: 9999 00006\nBsn: 1' \
        $'Persoon: p1\nBsn: 999900006\nPersoon: p2\nBsn: 999900018'; do
        printf '%s\n' "$bad" >keys
        message iwmo305 a.rec
        expect_status 3
        expect_empty uit
        grep -E '^keys:[0-9]+' fout
        run ! grep -E '9999 ?000' fout
    done
    : >keys
    refused 305 OP079 'niet met een Bsn in het bestand met nummers'
}

# ---- usage ----

@test "usage: what is needed, what does not go together" {
    try gesprek-rapport iwmo305 --aanbieder=65656055 a.rec
    expect_status 2
    expect_text fout --bsn-bestand
    try gesprek-rapport iwmo305 --bsn-bestand=keys a.rec
    expect_status 2
    expect_text fout --aanbieder
    printf '%s\n' 'Instelling: x' 'Aanbieder: 65656055' >in.rec
    GESPREK_CONFIG=in.rec try gesprek-rapport iwmo305 --bsn-bestand=keys a.rec
    expect_status 0
    mkdir uitvoer
    message iwmo305 --map=uitvoer --uit=x a.rec
    expect_status 2
    message iwmo305 --map=uitvoer - <a.rec
    expect_status 2
    message iwmo305 --map=uitvoer
    expect_status 2
    message iwmo305 a.rec a.rec
    expect_status 2
    for option in --formaat=xml --jaar=2026 --voor=X --alle --op=2026-01-01; do
        message iwmo305 "$option" a.rec
        expect_status 2
        expect_empty uit
    done
    try gesprek-rapport caseload --bsn-bestand=keys a.rec
    expect_status 2
}
