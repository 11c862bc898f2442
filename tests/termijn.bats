#!/usr/bin/env bats
# gesprek-nazorg termijnen: which term runs until when, which was met, which is over, and by what rule. The days themselves stand in
# termijnen.tsv, each with its why.

# shellcheck disable=SC2030,SC2031  # each test is a subshell
load hulp

setup() {
    hulp_setup
    TESTS=$BATS_TEST_DIRNAME
    UNIT=$BIN/../unit/test-feestdag
}

# melding KADER DAY: the melding of dossier $ID.
melding() {
    record Melding M1 "$2" 'Vraag: hulp' 'Gemeente: 0356' "Kader: $1"
}

# explained TEXT: the answer for d.rec, in one line, holds TEXT.
explained() {
    try gesprek-nazorg termijnen --uitleg d.rec
    expect_status 0 || return
    tr -s ' \n' ' ' <uit >regel
    expect_text regel "$1"
}

@test "every term of the table is as it was counted by hand" {
    run python3 "$TESTS/termijnen.py" "$TESTS/termijnen.tsv"
    assert_output --regexp '^1[0-9][0-9] gevallen, 0 fout$'
    assert_success
}

@test "the terms are the same in every time zone" {
    for zone in UTC America/Los_Angeles Pacific/Kiritimati Europe/Brussels; do
        TZ=$zone run -0 python3 "$TESTS/termijnen.py" "$TESTS/termijnen.tsv"
    done
}

@test "a case that is wrong is named" {
    printf '2026-11-22\tM wmo 2026-02-03\tonderzoek:2026-03-18:verstreken\tfout\n' >een.tsv
    run -1 python3 "$TESTS/termijnen.py" een.tsv
    assert_output --partial 'onderzoek:2026-03-18:verstreken verwacht, maar onderzoek:2026-03-17:verstreken'
}

@test "all holidays of 1990-2100 agree with a second computation" {
    [ -x "$UNIT" ] || skip 'make check-units maakt test-feestdag'
    "$UNIT" lijst | awk 'substr($2, 1, 4) >= 1990 && substr($2, 1, 4) <= 2100' >een
    python3 "$TESTS/feestdagen.py" 1990 2100 >twee
    [ "$(wc -l <een)" -gt 2500 ]
    cmp een twee
}

@test "easter by dateutil, where that is there" {
    [ -x "$UNIT" ] || skip 'make check-units maakt test-feestdag'
    python3 -c 'import dateutil' 2>/dev/null || skip 'python3-dateutil is er niet'
    "$UNIT" lijst | awk '$1 == "nl" && /Eerste Paasdag/ { print $2 }' >een
    python3 -c 'from dateutil.easter import easter
for year in range(1900, 2201): print(easter(year))' >twee
    cmp een twee
}

@test "for people: what runs, is over, was met, stands still, and may be" {
    { melding wmo 2026-10-13; record Procedure P1 2026-11-10 'Soort: aanvraag'; } >d.rec
    try gesprek-nazorg termijnen d.rec
    expect_status 0
    expect_empty fout
    tr -s ' \n' ' ' <uit >regel
    expect_text regel '- Eigen plan bij M1 kon tot en met dinsdag 20 oktober 2026; er kwam er geen, en dat hoeft ook niet'
    expect_text regel '- Onderzoek bij M1 tot en met dinsdag 24 november 2026, nog 2 dagen'
    expect_text regel '- Beschikking bij M1 tot en met dinsdag 24 november 2026, nog 2 dagen'
    expect_text uit 'Intern: alleen voor wie met dit dossier werkt.'
    expect_no_text uit 'Wmo 2015'
    try gesprek-nazorg termijnen --vandaag=2026-11-24 d.rec
    expect_text uit 'dat is vandaag'
    try gesprek-nazorg termijnen --vandaag=2026-11-25 d.rec
    tr -s ' \n' ' ' <uit >regel
    expect_text regel 'nog open; de laatste dag was dinsdag 24 november 2026, 1 dag geleden'
    record Procedure P2 2026-11-12 'Soort: opschorting' >>d.rec
    try gesprek-nazorg termijnen d.rec
    expect_text uit 'staat stil; daarna nog 12 dagen'
    record Procedure P3 2026-11-27 'Soort: onderzoek-klaar' >>d.rec
    try gesprek-nazorg termijnen d.rec
    tr -s ' \n' ' ' <uit >regel
    expect_text regel 'klaar op vrijdag 27 november 2026, 3 dagen na de laatste dag, dinsdag 24 november 2026'
    record Afsluiting X1 2026-11-30 'Reden: op-verzoek-client' >>d.rec
    try gesprek-nazorg termijnen d.rec
    expect_text uit 'vervallen op maandag 30 november 2026'
}

@test "--uitleg says the rule, its source and what moved the end" {
    melding wmo 2026-03-16 >d.rec
    explained 'Het onderzoek is klaar binnen 6 weken na de melding van 16 maart 2026 (Wmo 2015, artikel 2.3.2 lid 1). Zo geteld is de laatste dag maandag 27 april 2026, Koningsdag. Dat is geen werkdag, en dan loopt de termijn door tot en met 28 april 2026 (Algemene termijnenwet, artikel 1).'
    explained 'De cliënt kan een eigen plan geven tot en met 7 dagen na de melding van 16 maart 2026 (Wmo 2015, artikel 2.3.2 lid 2).'
    explained 'Elk record blijft 15 jaar, vanaf de dag dat het gemaakt is (Wmo 2015, artikel 5.3.4).'
    record Procedure P1 2026-04-20 'Soort: uitstel-in-overleg' 'Tot: 2026-05-12' >>d.rec
    explained 'Op 20 april 2026 is samen uitstel afgesproken tot en met 12 mei 2026.'
    record Procedure P2 2026-05-20 'Soort: uitstel-in-overleg' 'Tot: 2026-06-12' >>d.rec
    explained 'Het uitstel van 20 mei 2026 kwam na de laatste dag en telt niet mee.'
    record Procedure P3 2026-06-01 'Soort: aanvraag' >>d.rec
    record Procedure P4 2026-06-03 'Soort: verlenging' >>d.rec
    explained 'De verlenging van 3 juni 2026 noemt geen dag (Tot); de termijn loopt zoals hij liep.'
    record Procedure P5 2026-06-04 'Soort: opschorting' >>d.rec
    explained 'De termijn staat stil sinds 5 juni 2026 (Algemene wet bestuursrecht, artikel 4:15).'
    record Procedure P6 2026-06-09 'Soort: hervatting' >>d.rec
    explained 'Van 5 juni 2026 tot en met 8 juni 2026 stond de termijn stil: 4 dagen erbij'
    record Procedure P7 2026-06-10 'Soort: verlenging' 'Tot: 2026-07-01' >>d.rec
    explained 'De gemeente noemde op 10 juni 2026 een latere dag: 1 juli 2026 (Algemene wet bestuursrecht, artikel 4:14).'
}

@test "csv and json: one row a term, the explanation only when it is asked for" {
    melding wmo 2026-10-13 >d.rec
    try gesprek-nazorg termijnen --formaat=csv d.rec
    expect_status 0
    assert_equal "$(tr -d '\r' <uit)" '"dossier","melding","termijn","begin","einde","stand","klaar","dagen"
"d-1","M1","persoonlijk-plan","2026-10-13","2026-10-20","voorbij","",""
"d-1","M1","onderzoek","2026-10-13","2026-11-24","loopt","","2"
"d-1","","bewaren","","2041-10-13","loopt","","5439"'
    try gesprek-nazorg termijnen --formaat=csv --uitleg --vandaag=2026-11-26 d.rec
    expect_text uit '"onderzoek","2026-10-13","2026-11-24","verstreken","","-2","Het onderzoek is klaar binnen 6 weken'
    try gesprek-nazorg termijnen --formaat=json --uitleg d.rec
    run -0 python3 -c 'import json; rows = json.load(open("uit")); print(len(rows), rows[1]["einde"], rows[1]["uitleg"][:12])'
    assert_output '3 2026-11-24 Het onderzoe'
    record Melding M1 2026-02-03 'Vraag: hulp' 'Gemeente: 0356' >d.rec
    try gesprek-nazorg termijnen d.rec
    expect_text uit 'Voor dit dossier is er geen termijn.'
    try gesprek-nazorg termijnen --formaat=json d.rec
    assert_equal "$(tr -d ' \n' <uit)" '[]'
}

@test "what was known on a day: --op and --geboekt-tot" {
    { melding wmo 2026-02-03; record Procedure P1 2026-03-10/2026-03-20 'Soort: onderzoek-klaar'; } >d.rec
    try gesprek-nazorg termijnen --formaat=csv --op=2026-03-09 d.rec
    expect_text uit '"onderzoek","2026-02-03","2026-03-17","verstreken"'
    try gesprek-nazorg termijnen --formaat=csv --geboekt-tot=2026-03-19 d.rec
    expect_text uit '"onderzoek","2026-02-03","2026-03-17","verstreken"'
    try gesprek-nazorg termijnen --formaat=csv --geboekt-tot=2026-03-20 d.rec
    expect_text uit '"onderzoek","2026-02-03","2026-03-17","gehaald","2026-03-10"'
}

@test "settings that cannot be read are named with an example, and nothing is answered" {
    local line
    melding wmo 2026-02-03 >d.rec
    export GESPREK_CONFIG=in.rec
    for line in 'Termijn: wmo onderzoek' 'Termijn: wmo onderzoek 6' 'Termijn: wmo onderzoek 6x' 'Termijn: wmo iets 6w' \
        'Termijn: wnu onderzoek 6w' 'Termijn: wmo onderzoek 6w morgen' 'Termijn: wmo onderzoek 6w werkdag ja' \
        'Termijn: wmo onderzoek geen werkdag' 'Termijn: wmo onderzoek 0w' 'Bewaren: wmo' 'Bewaren: wmo lang' \
        'Bewaren: wmo 15j sinds' 'Bewaren: wmo 15j zonder' 'Bewaren: wmo 15m geboorte' 'Bewaren: niets 15j' \
        'Bewaren: wmo 15j geboorte zonder 2j' 'Feestdag: 2027-05-07 vrij' 'Feestdag: fr 2027-05-07 vrij' 'Feestdag: nl 2027-02-30 vrij' \
        'Feestdag: nl 2027-05-07' 'Toestemming_nakijken: 12 jaar' 'Toestemming_nakijken: 16 12' 'Toestemming_nakijken: 12 12' \
        'Toestemming_nakijken: 200' 'Toestemming_nakijken: 1 2 3 4 5 6 7 8 9'; do
        printf '%s\n' 'Instelling: x' "$line" >in.rec
        try gesprek-nazorg termijnen d.rec
        expect_status 3
        expect_empty uit
        expect_message fout 'gesprek-nazorg: fout' "in de instellingen staat bij ${line%%:*} \`${line#*: }\`. Schrijf het zoals \`" waarde-fout
    done
}

@test "settings: spaces do not matter, the last one wins, and all kinds go together" {
    printf '%s\n' 'Instelling: x' 'Termijn:   wmo   onderzoek   8w  ' 'Termijn: wmo onderzoek 10w' 'Bewaren: wmo 2j zonder 1j afsluiting' \
        'Feestdag: nl 2026-04-15 dag van de wijk' 'Termijn: wmo persoonlijk-plan 1w werkdag' 'Toestemming_nakijken: geen' >in.rec
    melding wmo 2026-04-08 >d.rec
    export GESPREK_CONFIG=in.rec
    explained 'Het onderzoek is klaar binnen 10 weken na de melding van 8 april 2026 (uw instellingen).'
    explained 'Zo geteld is de laatste dag woensdag 15 april 2026, dag van de wijk. Dat is geen werkdag, en dan loopt de termijn door tot en met 16 april 2026'
    explained 'Bewaren nog niet te zeggen tot wanneer - Bewaren tot 2 jaar na de afsluiting; die is er nog niet (uw instellingen).'
}

@test "one broken dossier among many is named, the others are answered" {
    mkdir map
    for id in d-1 d-3; do ID=$id melding wmo 2026-10-13 >map/$id.rec; done
    echo 'Melding M1' >map/d-2.rec
    try gesprek-nazorg termijnen --formaat=csv map
    expect_status 3
    expect_text fout 'map/d-2.rec:1:'
    expect_text uit '"d-1","M1","onderzoek"'
    expect_text uit '"d-3","M1","onderzoek"'
}

@test "wrong usage" {
    melding wmo 2026-02-03 >d.rec
    try gesprek-nazorg termijnen --voor=Buurthuis d.rec
    expect_status 2
    expect_text fout 'een termijn klopt alleen met het hele dossier'
    try gesprek-nazorg termijnen --formaat=ical d.rec
    expect_status 2
    try gesprek-nazorg termijnen --namen d.rec
    expect_status 2
    try gesprek-nazorg termijnen </dev/null
    expect_status 1
}

# reviewed FIELD...: the days on which herinner asks to look at the consent of a child born on 18 September 2014.
reviewed() {
    {
        melding jeugdwet 2026-02-03
        record Client C1 2026-02-03 'Naam: Noor' "Geboren: ${born:-2014-09-18}"
        record Toestemming T1 2026-02-04 'Aan: school' 'Waarover: Doel' 'Waarvoor: samen' 'Uitkomst: gegeven' 'Gegeven_door: client' "$@"
        [ -z "${more:-}" ] || echo "$more"
    } >d.rec
    try gesprek-nazorg herinner --formaat=csv --binnen=10j d.rec
    expect_status 0 || return
    nakijken=$(tr -d '"\r' <uit | awk -F, '/toestemming-leeftijd/ { print $2 }' | tr '\n' ' ')
}

@test "a consent is due for review on the birthday, until it is said again" {
    reviewed 'Tot: 2040-01-01'
    assert_equal "$nakijken" '2026-09-18 '
    more=$(change Toestemming T1 2026-09-20 'Gegeven_door: client' 'Gegeven_door: moeder') reviewed 'Tot: 2040-01-01'
    assert_equal "$nakijken" '2030-09-18 '
    more=$(record Toestemming T2 2026-09-20 'Aan: School' 'Waarover: Doel' 'Waarvoor: samen' 'Uitkomst: gegeven' 'Gegeven_door: client' 'Tot: 2040-01-01') \
        reviewed 'Tot: 2040-01-01'
    assert_equal "$nakijken" '2030-09-18 '
    born=2010-02-28 reviewed 'Tot: 2040-01-01'
    assert_equal "$nakijken" '2026-02-28 '
    born=2008-02-29 reviewed 'Tot: 2040-01-01'
    assert_equal "$nakijken" '2026-03-01 '
    born=2000-01-01 reviewed 'Tot: 2040-01-01'
    assert_equal "$nakijken" ''
    printf '%s\n' 'Instelling: x' 'Toestemming_nakijken: 14' >in.rec
    GESPREK_CONFIG=in.rec reviewed 'Tot: 2040-01-01'
    assert_equal "$nakijken" '2028-09-18 '
    printf '%s\n' 'Instelling: x' 'Toestemming_nakijken: geen' >in.rec
    GESPREK_CONFIG=in.rec reviewed 'Tot: 2040-01-01'
    assert_equal "$nakijken" ''
}
