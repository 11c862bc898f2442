#!/usr/bin/env bats
# gesprek-nazorg agenda and herinner: what is due. Every day that is expected here was counted by hand.

# shellcheck disable=SC2012,SC2034,SC2119,SC2120,SC2129,SC2154  # names of ours; aftercare may have fields; status is that of try
load hulp

# points LIST [WORD...]: herinner on d.rec gives these points, `dag sleutel soort` a line, and nothing on standard error.
points() {
    local made
    try 'gesprek-nazorg herinner --formaat=csv' d.rec "${@:2}"
    expect_status 0 || return
    expect_empty fout || return
    made=$(tail -n +2 uit | tr -d '"\r' | cut -d, -f2,4,5 | tr ',' ' ')
    [ "$made" = "$1" ] || tell "verwacht: $1"
}

# silent [WORD...]: nothing is due, and nothing is said, in the form for people.
silent() {
    try 'gesprek-nazorg herinner' d.rec "$@"
    expect_status 0 && expect_empty uit && expect_empty fout
}

# point CODE KEY TYPE FIELD...: a record of that type, opened on 2 February 2026, has its day on 10 December 2026: not the day before,
# but then within a day; that day; and ten days later, ten days late. Withdrawn it is nothing.
point() {
    local code=$1 key=$2
    record "$3" "$key" 2026-02-02 "${@:4}" > d.rec
    silent --vandaag=2026-12-09 || return
    silent --vandaag=2026-12-08 --binnen=1d || return
    points "2026-12-10 $key $code" --vandaag=2026-12-09 --binnen=1d || return
    points "2026-12-10 $key $code" --vandaag=2026-12-03 --binnen=1w || return
    points "2026-12-10 $key $code" --vandaag=2026-12-10 || return
    points "2026-12-10 $key $code" --vandaag=2026-12-20 || return
    expect_text uit '"10"' || return
    change "$3" "$key" 2026-02-03 'Vervallen: vergissing' >> d.rec
    silent --vandaag=2026-12-20
}

# closed yes|no TYPE KEY FIELD...: whether the record still counts on 20 December when the traject was closed on 1 March, and when it
# is opened after the closing: then it always does.
closed() {
    local expected=$1 code=$2
    {
        record Melding M1 2026-01-05 'Vraag: hulp' 'Gemeente: 0356'
        record "$3" "$4" 2026-02-02 "${@:5}"
        record Afsluiting X1 2026-03-01 'Reden: volgens-plan' 'Bij: M1'
    } > d.rec
    try 'gesprek-nazorg herinner --formaat=csv' --vandaag=2026-12-20 d.rec
    case $expected in
    yes) expect_text uit "\"$code\"" ;;
    no) expect_no_text uit "\"$code\"" ;;
    esac || return
    {
        record Melding M1 2026-01-05 'Vraag: hulp' 'Gemeente: 0356'
        record Afsluiting X1 2026-02-01 'Reden: volgens-plan' 'Bij: M1'
        record "$3" "$4" 2026-02-02 "${@:5}"
    } > d.rec
    try 'gesprek-nazorg herinner --formaat=csv' --vandaag=2026-12-20 d.rec
    expect_text uit "\"$code\""
}

# ---- what a record plans ----

@test "aftercare: not yet, within, today, late, withdrawn" {
    point nazorg N1 Nazorg 'Soort: bellen' 'Uiterlijk: 2026-12-10'
    point nazorg N1 Nazorg 'Soort: huisbezoek' 'Uiterlijk: 2026-12-10' 'Status: niet-bereikt'
}

@test "an appointment" {
    point afspraak A1 Afspraak 'Wanneer: 2026-12-10T16:00' 'Status: gepland'
    point afspraak A1 Afspraak 'Wanneer: 2026-12-10T16:00'
}

@test "a step, and what the worker promised" {
    point stap S1 Stap 'Wat: bellen' 'Wie: Emma' 'Uiterlijk: 2026-12-10'
    point stap S1 Stap 'Wat: bellen' 'Wie: Emma' 'Uiterlijk: 2026-12-10' 'Status: uitgesteld'
    point stap-begeleider S1 Stap 'Wat: bellen' 'Wie: m.devries' 'Uiterlijk: 2026-12-10'
    point stap-begeleider S1 Stap 'Wat: bellen' 'Wie: begeleider' 'Uiterlijk: 2026-12-10'
}

@test "a goal: to be evaluated, at its end, to be come back to" {
    point doel-evalueren D1 Doel 'Tekst: Ik wil koken.' 'Evalueren_op: 2026-12-10'
    point doel-uiterlijk D1 Doel 'Tekst: Ik wil koken.' 'Uiterlijk: 2026-12-10' 'Status: bezig'
    point doel-terugkomen D1 Doel 'Tekst: Ik wil koken.' 'Terugkomen_op: 2026-12-10' 'Status: geparkeerd'
}

@test "a parked part of life, a right, a referral, a call to return" {
    point domein-terugkomen wonen Domein 'Besproken: later' 'Geparkeerd_tot: 2026-12-10'
    point recht R1 Recht 'Omschrijving: toeslag' 'Status: aangevraagd' 'Uiterlijk: 2026-12-10'
    point verwijzing-terugkomen V1 Verwijzing 'Naar: buurthuis' 'Nood: wonen' 'Status: time-out' 'Terugkomen_op: 2026-12-10'
    point verwijzing-terugkomen V1 Verwijzing 'Naar: buurthuis' 'Nood: wonen' 'Status: losgelaten' 'Terugkomen_op: 2026-12-10'
    point terugbellen I1 Informatievraag 'Van: school' 'Vraag_om: nieuws' 'Terugbellen_op: 2026-12-10'
}

@test "what is done is not due" {
    local line
    while IFS='|' read -r line; do
        # shellcheck disable=SC2086  # words
        eval "record $line" > d.rec
        silent --vandaag=2026-12-20 || tell "wel: $line"
    done << 'END'
Nazorg N1 2026-02-02 'Soort: bellen' 'Uiterlijk: 2026-12-10' 'Status: gedaan'
Nazorg N1 2026-02-02 'Soort: bellen' 'Uiterlijk: 2026-12-10' 'Status: gestopt' 'Einde: 2026-12-11'
Afspraak A1 2026-02-02 'Wanneer: 2026-12-10T16:00' 'Status: geweest'
Stap S1 2026-02-02 'Wat: bellen' 'Wie: Emma' 'Uiterlijk: 2026-12-10' 'Status: gedaan'
Stap S1 2026-02-02 'Wat: bellen' 'Wie: Emma' 'Uiterlijk: 2026-12-10' 'Status: niet-meer-nodig'
Doel D1 2026-02-02 'Tekst: x' 'Evalueren_op: 2026-12-10' 'Uiterlijk: 2026-12-10' 'Terugkomen_op: 2026-12-10' 'Status: behaald'
Doel D1 2026-02-02 'Tekst: x' 'Evalueren_op: 2026-12-10' 'Uiterlijk: 2026-12-10' 'Status: geparkeerd'
Domein wonen 2026-02-02 'Besproken: later' 'Geparkeerd_tot: 2026-12-10' 'Akkoord_terugkomen: nee'
Recht R1 2026-02-02 'Omschrijving: toeslag' 'Status: toegekend' 'Uiterlijk: 2026-12-10'
Verwijzing V1 2026-02-02 'Naar: huis' 'Nood: wonen' 'Status: afgerond' 'Terugkomen_op: 2026-12-10' 'Wacht_sinds: 2026-12-10'
Informatievraag I1 2026-02-02 'Van: school' 'Vraag_om: x' 'Terugbellen_op: 2026-12-10' 'Afgehandeld: 2026-12-09' 'Teruggekoppeld_client: 2026-12-09'
END
}

@test "after the closing counts what goes on: aftercare, questions, promised days; not what belonged to the traject" {
    closed yes nazorg Nazorg N1 'Soort: bellen' 'Uiterlijk: 2026-12-10'
    closed yes terugbellen Informatievraag I1 'Van: school' 'Vraag_om: nieuws' 'Terugbellen_op: 2026-12-10'
    closed yes vertel-client Informatievraag I1 'Van: school' 'Vraag_om: nieuws' 'Afgehandeld: 2026-12-10'
    closed yes afspraak Afspraak A1 'Wanneer: 2026-12-10T16:00'
    closed yes doel-terugkomen Doel D1 'Tekst: x' 'Terugkomen_op: 2026-12-10' 'Status: geparkeerd'
    closed yes domein-terugkomen Domein wonen 'Besproken: later' 'Geparkeerd_tot: 2026-12-10'
    closed yes verwijzing-terugkomen Verwijzing V1 'Naar: huis' 'Nood: wonen' 'Terugkomen_op: 2026-12-10'
    closed no stap Stap S1 'Wat: bellen' 'Wie: Emma' 'Uiterlijk: 2026-12-10'
    closed no doel-evalueren Doel D1 'Tekst: x' 'Evalueren_op: 2026-12-10'
    closed no doel-uiterlijk Doel D1 'Tekst: x' 'Uiterlijk: 2026-12-10'
    closed no recht Recht R1 'Omschrijving: toeslag' 'Status: aangevraagd' 'Uiterlijk: 2026-12-10'
    closed no afspraak-gemist Afspraak A1 'Wanneer: 2026-02-20T16:00' 'Status: niet-verschenen'
    closed no overbrugging Verwijzing V1 'Naar: huis' 'Nood: wonen' 'Status: wachtlijst' 'Wacht_sinds: 2026-02-20'
    closed no toestemming-einde Toestemming T1 'Aan: school' 'Waarover: Doel' 'Waarvoor: hulp' 'Uitkomst: gegeven' \
        'Gegeven_door: client' 'Tot: 2026-12-10'
}

@test "a step that is Bij aftercare goes on after the closing" {
    {
        record Melding M1 2026-01-05 'Vraag: hulp' 'Gemeente: 0356'
        record Nazorg N1 2026-02-02 'Soort: bellen' 'Uiterlijk: 2027-01-10'
        record Stap S1 2026-02-02 'Wat: kaart sturen' 'Wie: m.devries' 'Bij: N1' 'Uiterlijk: 2026-12-10'
        record Afsluiting X1 2026-03-01 'Reden: volgens-plan' 'Bij: M1'
    } > d.rec
    points '2026-12-10 S1 stap-begeleider' --vandaag=2026-12-20
}

# ---- aftercare that comes back ----

# aftercare FIELD...: every four weeks from 9 November 2026 until 12 April 2027: 7 December, 4 January, 1 February …
aftercare() {
    record Nazorg N1 2026-10-12 'Soort: gesprek' 'Uiterlijk: 2026-11-09' 'Herhaal: 4w' 'Einde: 2027-04-12' "$@" > d.rec
}

@test "aftercare that nobody kept is late since its first day" {
    aftercare
    silent --vandaag=2026-11-08
    points '2026-11-09 N1 nazorg' --vandaag=2026-11-09
    points '2026-11-09 N1 nazorg' --vandaag=2027-02-01
    expect_text uit '"84"'
}

@test "a contact moves it on, whether noted by contact or by hand" {
    aftercare
    record Gesprek G1 2026-11-09 'Vorm: kantoor' 'Fase: nazorg' 'Bij: N1' >> d.rec
    silent --vandaag=2026-12-06
    points '2026-12-07 N1 nazorg' --vandaag=2026-12-07
    aftercare
    gesprek-nazorg contact N1 --vorm=kantoor --op=2026-11-12 -i d.rec > /dev/null 2>&1
    silent --vandaag=2026-12-06
    points '2026-12-07 N1 nazorg' --vandaag=2026-12-07
    # A call on 1 January is nearest to 4 January: the next is 1 February.
    gesprek-nazorg contact N1 --vorm=kantoor --op=2027-01-01 -i d.rec > /dev/null 2>&1
    silent --vandaag=2027-01-31
    points '2027-02-01 N1 nazorg' --vandaag=2027-02-01
}

@test "a contact that was withdrawn moves nothing" {
    aftercare
    record Gesprek G1 2026-11-09 'Vorm: kantoor' 'Fase: nazorg' 'Bij: N1' >> d.rec
    change Gesprek G1 2026-11-10 'Vervallen: vergissing' >> d.rec
    points '2026-11-09 N1 nazorg' --vandaag=2026-11-10
}

@test "after Einde it is said that the aftercare is still open, until it is ended" {
    aftercare
    points '2026-11-09 N1 nazorg' --vandaag=2027-04-12
    points '2027-04-12 N1 nazorg-einde' --vandaag=2027-04-13
    points '2027-04-12 N1 nazorg-einde' --vandaag=2027-06-01
    change Nazorg N1 2027-06-02 'Status: gedaan' >> d.rec
    silent --vandaag=2027-06-02
}

# ---- what follows from several records ----

@test "a missed appointment, until it was followed up" {
    local missed
    missed=$(record Afspraak A1 2026-02-02 'Wanneer: 2026-12-10T16:00'; change Afspraak A1 2026-12-10 'Status: niet-verschenen')
    echo "$missed"$'\n' > d.rec
    points '2026-12-10 A1 afspraak-gemist' --vandaag=2026-12-10
    points '2026-12-10 A1 afspraak-gemist' --vandaag=2026-12-30
    { echo "$missed"$'\n'; change Afspraak A1 2026-12-11 'Opvolging: gebeld, alles goed'; } > d.rec
    silent --vandaag=2026-12-30
    { echo "$missed"$'\n'; record Gesprek G1 2026-12-11 'Vorm: telefonisch' 'Fase: uitvoering'; } > d.rec
    silent --vandaag=2026-12-30
    { echo "$missed"$'\n'; record Afspraak A2 2026-12-11 'Wanneer: 2027-01-10T16:00'; } > d.rec
    silent --vandaag=2026-12-30
}

@test "an appointment that was cancelled in advance is due on the day that was noted" {
    {
        record Afspraak A1 2026-02-02 'Wanneer: 2026-12-10T16:00'
        change Afspraak A1 2026-12-01 'Status: afgezegd-client'
    } > d.rec
    silent --vandaag=2026-11-30 --op=2026-11-30
    points '2026-12-01 A1 afspraak-gemist' --vandaag=2026-12-01
    # Put off to a day that was noted first.
    {
        record Afspraak A1 2026-02-02 'Wanneer: 2026-12-10T16:00'
        record Afspraak A2 2026-12-01 'Wanneer: 2026-12-17T16:00'
        change Afspraak A1 2026-12-01 'Status: verzet'
    } > d.rec
    silent --vandaag=2026-12-16
}

@test "a goal that was judged on the day or later need not be evaluated; one that was only reworded does" {
    record Doel D1 2026-02-02 'Tekst: Ik wil koken.' 'Evalueren_op: 2026-12-10' > d.rec
    change Doel D1 2026-12-11 'Tekst: Ik kook.' >> d.rec
    points '2026-12-10 D1 doel-evalueren' --vandaag=2026-12-20
    change Doel D1 2026-12-12 'Schaal: +1' >> d.rec
    silent --vandaag=2026-12-20
    # Judged before that day: the evaluation is still to come.
    record Doel D1 2026-02-02 'Tekst: Ik wil koken.' 'Evalueren_op: 2026-12-10' > d.rec
    change Doel D1 2026-12-09 'Status: bezig' >> d.rec
    points '2026-12-10 D1 doel-evalueren' --vandaag=2026-12-20
}

@test "a waiting list: nothing to bridge it, and too long without a word; six weeks, or what the configuration says" {
    record Verwijzing V1 2026-02-02 'Naar: huis' 'Nood: wonen' 'Status: wachtlijst' 'Wacht_sinds: 2026-10-01' > d.rec
    points '2026-10-01 V1 overbrugging' --vandaag=2026-11-11
    # 1 October and six weeks.
    points $'2026-10-01 V1 overbrugging\n2026-11-12 V1 wachtlijst' --vandaag=2026-11-12
    silent --vandaag=2026-09-30
    change Verwijzing V1 2026-11-12 'Overbrugging: elke week bellen' >> d.rec
    # 12 November and six weeks; it does not announce itself.
    silent --vandaag=2026-12-23 --binnen=1w
    points '2026-12-24 V1 wachtlijst' --vandaag=2026-12-24
    printf 'Instelling: i\nWachtlijst: 2w\n\n' > c.rec
    GESPREK_CONFIG=c.rec points '2026-11-26 V1 wachtlijst' --vandaag=2026-11-26
    change Verwijzing V1 2026-12-24 'Status: gestart' >> d.rec
    silent --vandaag=2027-03-01
}

@test "who asked was called back, and the client was not told" {
    record Informatievraag I1 2026-02-02 'Van: school' 'Vraag_om: nieuws' 'Terugbellen_op: 2026-12-01' 'Afgehandeld: 2026-12-10' > d.rec
    silent --vandaag=2026-12-09
    points '2026-12-10 I1 vertel-client' --vandaag=2026-12-10
    change Informatievraag I1 2026-12-11 'Teruggekoppeld_client: 2026-12-11' >> d.rec
    silent --vandaag=2026-12-20
}

# consent KEY DAY FIELD...: of the client, to the school.
consent() {
    record Toestemming "$1" "$2" 'Aan: school' 'Waarover: Doel' 'Waarvoor: hulp' 'Uitkomst: gegeven' 'Gegeven_door: client' "${@:3}"
}

@test "a consent that ends: on its day, four weeks long, until it is asked again" {
    consent T1 2026-02-02 'Tot: 2026-12-10' > d.rec
    silent --vandaag=2026-12-08 --binnen=1d
    points '2026-12-10 T1 toestemming-einde' --vandaag=2026-12-09 --binnen=1d
    points '2026-12-10 T1 toestemming-einde' --vandaag=2026-12-10
    points '2026-12-10 T1 toestemming-einde' --vandaag=2027-01-07
    silent --vandaag=2027-01-08
    consent T2 2026-12-12 'Tot: 2027-12-10' >> d.rec
    silent --vandaag=2026-12-20
    consent T1 2026-02-02 'Tot: 2026-12-10' 'Ingetrokken: 2026-05-01' > d.rec
    silent --vandaag=2026-12-10
    # Without Tot it lasts a year.
    consent T1 2026-02-02 > d.rec
    points '2027-02-02 T1 toestemming-einde' --vandaag=2027-02-02
}

@test "a consent is due for review on the birthdays that matter, until it is said again" {
    {
        record Client C1 2026-02-02 'Naam: Noor' 'Geboren: 2010-12-10'
        consent T1 2026-02-03 'Tot: 2027-12-31'
    } > d.rec
    points '2026-12-10 T1 toestemming-leeftijd' --vandaag=2026-12-10
    points '2026-12-10 T1 toestemming-leeftijd' --vandaag=2026-12-03 --binnen=7d
    silent --vandaag=2026-12-09
    change Toestemming T1 2026-12-11 'Wijze: mondeling' >> d.rec
    silent --vandaag=2026-12-20
    # Born on 29 February: sixteen on the leap day, eighteen on 1 March.
    {
        record Client C1 2026-02-02 'Naam: Noor' 'Geboren: 2008-02-29'
        consent T1 2025-02-03 'Tot: 2027-12-31'
    } > d.rec
    silent --vandaag=2026-02-28
    points '2026-03-01 T1 toestemming-leeftijd' --vandaag=2026-03-01
    # A consent that is over before that day has no birthday.
    {
        record Client C1 2026-02-02 'Naam: Noor' 'Geboren: 2010-12-10'
        consent T1 2026-02-03 'Tot: 2026-08-01'
    } > d.rec
    silent --vandaag=2026-12-20
}

@test "the end that was agreed with the client" {
    {
        record Werkafspraak F1 2026-02-02 'Verwacht_client: op tijd' 'Einde_verwacht: 2026-10-31'
        record Werkafspraak F2 2026-03-02 'Verwacht_client: op tijd' 'Einde_verwacht: 2026-12-10'
    } > d.rec
    silent --vandaag=2026-12-09
    points '2026-12-10 F2 werkafspraak-einde' --vandaag=2026-12-20
}

@test "a dossier without contact sleeps: eight weeks, or what the configuration says; not before, and not after the closing" {
    record Melding M1 2026-09-01 'Vraag: hulp' 'Gemeente: 0356' > d.rec
    try 'gesprek-nazorg herinner --formaat=csv' --vandaag=2026-10-26 --binnen=2w d.rec
    expect_no_text uit slapend
    # 1 September and eight weeks.
    try 'gesprek-nazorg herinner --formaat=csv' --vandaag=2026-10-27 d.rec
    expect_text uit '"2026-10-27","d-1","M1","slapend"'
    record Gesprek G1 2026-10-01 'Vorm: kantoor' 'Fase: onthaal' >> d.rec
    try 'gesprek-nazorg herinner --formaat=csv' --vandaag=2026-11-25 d.rec
    expect_no_text uit slapend
    try 'gesprek-nazorg herinner --formaat=csv' --vandaag=2026-11-26 d.rec
    expect_text uit '"2026-11-26","d-1","M1","slapend"'
    printf 'Instelling: i\nSlapend: 10d\n\n' > c.rec
    GESPREK_CONFIG=c.rec try 'gesprek-nazorg herinner --formaat=csv' --vandaag=2026-10-11 d.rec
    expect_text uit '"2026-10-11","d-1","M1","slapend"'
    record Afsluiting X1 2026-10-02 'Reden: volgens-plan' >> d.rec
    silent --vandaag=2026-12-20
}

@test "terms of the law: what we must, not what the client may" {
    # A melding on Monday 5 October 2026: six weeks end on Monday 16 November. The seven days for a plan are the client's.
    record Melding M1 2026-10-05 'Vraag: hulp' 'Gemeente: 0356' 'Kader: wmo' > d.rec
    silent --vandaag=2026-11-15
    points '2026-11-16 M1 termijn-onderzoek' --vandaag=2026-11-15 --binnen=1d
    points '2026-11-16 M1 termijn-onderzoek' --vandaag=2026-11-20
    record Procedure P1 2026-11-13 'Soort: onderzoek-klaar' 'Bij: M1' >> d.rec
    silent --vandaag=2026-11-20
    # An application on Tuesday 17 November: two weeks end on Tuesday 1 December.
    record Procedure P2 2026-11-17 'Soort: aanvraag' 'Bij: M1' >> d.rec
    points '2026-12-01 P2 termijn-beschikking' --vandaag=2026-11-24 --binnen=7d --op=2026-11-24
    expect_no_text uit onderzoek
}

@test "a term that stands still without Tot is looked at every four weeks, until it goes on or somebody says it again" {
    {
        record Melding M1 2026-10-05 'Vraag: hulp' 'Gemeente: 0356' 'Kader: wmo'
        record Procedure P1 2026-10-06 'Soort: onderzoek-klaar' 'Bij: M1'
        record Procedure P2 2026-10-13 'Soort: aanvraag' 'Bij: M1'
        record Procedure P3 2026-10-20 'Soort: opschorting' 'Bij: M1'
        record Gesprek G1 2026-11-02 'Vorm: kantoor' 'Fase: onthaal'
    } > eerst.rec
    cp eerst.rec d.rec
    # 20 October and four weeks; it does not announce itself.
    silent --vandaag=2026-11-16 --binnen=2d
    points '2026-11-17 P2 termijn-stil' --vandaag=2026-11-17
    points '2026-11-17 P2 termijn-stil' --vandaag=2026-12-10
    # Said again, on the record or with another.
    change Procedure P3 2026-11-18 'Toelichting: het wachten is op een brief' >> d.rec
    silent --vandaag=2026-12-14
    points '2026-12-16 P2 termijn-stil' --vandaag=2026-12-16
    record Procedure P4 2026-11-25 'Soort: opschorting' 'Bij: M1' >> d.rec
    try 'gesprek-nazorg herinner --formaat=csv' --vandaag=2026-12-24 d.rec
    expect_text uit '2026-12-23","d-1","P2","termijn-stil'
    # It goes on, has a last day, or is done.
    for line in 'Soort: hervatting' 'Soort: beschikking' $'Soort: opschorting\nTot: 2027-03-01'; do
        { cat eerst.rec; record Procedure P5 2026-11-17 "$line" 'Bij: M1'; } > d.rec
        try 'gesprek-nazorg herinner --formaat=csv' --vandaag=2026-12-10 d.rec
        expect_no_text uit termijn-stil
    done
}

@test "keeping: what is oldest may not be kept any longer" {
    {
        record Melding M1 2012-03-05 'Vraag: hulp' 'Gemeente: 0356' 'Kader: wmo'
        record Procedure P1 2012-03-20 'Soort: beschikking' 'Uitkomst: toegekend' 'Bij: M1'
        record Afsluiting X1 2012-06-01 'Reden: volgens-plan' 'Bij: M1'
    } > d.rec
    silent --vandaag=2026-12-20
    try 'gesprek-nazorg herinner --formaat=csv' --vandaag=2027-03-06 d.rec
    expect_text uit '"bewaren"'
}

# ---- who died ----

@test "for a client who died counts only what was planned since, for the family" {
    {
        record Melding M1 2026-01-05 'Vraag: hulp' 'Gemeente: 0356'
        record Client C1 2026-01-05 'Naam: Noor' 'Geboren: 2010-12-01'
        record Nazorg N1 2026-02-02 'Soort: bellen' 'Uiterlijk: 2026-12-01'
        record Stap S1 2026-02-02 'Wat: bellen' 'Wie: Noor' 'Uiterlijk: 2026-12-01'
        record Afspraak A1 2026-02-02 'Wanneer: 2026-12-01T10:00'
        record Informatievraag I1 2026-02-02 'Van: school' 'Vraag_om: nieuws' 'Terugbellen_op: 2026-12-01'
        change Client C1 2026-11-10 'Overleden: 2026-11-09'
    } > d.rec
    silent --vandaag=2026-12-20
    silent --vandaag=2042-12-20
    record Nazorg N2 2026-11-12 'Soort: huisbezoek' 'Uiterlijk: 2026-12-03' >> d.rec
    record Afspraak A2 2026-11-12 'Wanneer: 2026-12-04T10:00' 'Bij: N2' >> d.rec
    record Stap S2 2026-11-12 'Wat: bellen' 'Wie: m.devries' 'Uiterlijk: 2026-12-05' >> d.rec
    points $'2026-12-03 N2 nazorg\n2026-12-04 A2 afspraak' --vandaag=2026-12-20
    # What was planned before, and is changed knowing it, is for the family from then on.
    change Nazorg N1 2026-11-13 'Wat_vragen: hoe gaat het met haar moeder' >> d.rec
    points $'2026-12-01 N1 nazorg\n2026-12-03 N2 nazorg\n2026-12-04 A2 afspraak' --vandaag=2026-12-20
    # A mistake, taken back.
    change Client C1 2026-11-14 Overleden: >> d.rec
    try 'gesprek-nazorg herinner --formaat=csv' --vandaag=2026-12-20 d.rec
    expect_text uit '"S1","stap"'
}

# ---- the three examples ----

@test "the examples: silent on a day without anything, each moment on its day" {
    try 'gesprek-nazorg herinner' "$CASUS"
    expect_status 0
    expect_empty uit
    expect_empty fout
    try 'gesprek-nazorg herinner --formaat=csv --binnen=15d' "$CASUS"
    expect_status 0
    [ "$(tail -n +2 uit | tr -d '"\r' | cut -d, -f1-5)" = 'm.devries,2026-12-01,2026-0017,N1,nazorg
m.devries,2026-12-07,2026-0034,N1,nazorg
s.bakker,2026-11-23,2026-0021,N1,nazorg' ]
}

@test "the examples, half a year before: grouped by worker, then by day, then by dossier" {
    try 'gesprek-nazorg herinner' --op=2026-05-20 --vandaag=2026-05-20 --binnen=2w "$CASUS"
    expect_status 0
    [ "$(grep -n '^m.devries$' uit | cut -d: -f1)" -lt "$(grep -n '^s.bakker$' uit | cut -d: -f1)" ]
    sed -n '/^m.devries/,/^s.bakker/p' uit | sed -n 's/^- \(2[0-9-]*\).*/\1/p' > dagen
    [ -s dagen ]
    sort -c dagen
    expect_no_text uit Emma
}

# ---- what is printed ----

@test "no name, and no word of what was told, unless --namen" {
    {
        record Melding M1 2026-11-20 'Vraag: GEHEIM1' 'Gemeente: 0356' 'Begeleider: m.devries'
        record Client C1 2026-02-02 'Naam: Noor' 'Achternaam: GEHEIM2'
        record Stap S1 2026-02-02 'Wat: GEHEIM3' 'Wie: GEHEIM4' 'Uiterlijk: 2026-11-22'
        record Doel D1 2026-02-02 'Tekst: GEHEIM5' 'Uiterlijk: 2026-11-22'
        record Verwijzing V1 2026-02-02 'Naar: GEHEIM6' 'Nood: GEHEIM7' 'Terugkomen_op: 2026-11-22'
        record Afspraak A1 2026-02-02 'Wanneer: 2026-11-22T23:00' 'Plaats: GEHEIM8' 'Met: GEHEIM9'
        record Domein verslaving 2026-02-02 'Besproken: later' 'Geparkeerd_tot: 2026-11-22'
    } > d.rec
    for form in tekst csv json ical; do
        try "gesprek-nazorg herinner --uitleg --formaat=$form" d.rec
        expect_status 0
        expect_text uit S1
        expect_no_text uit GEHEIM
        expect_no_text uit Noor
        try "gesprek-nazorg herinner --namen --formaat=$form" d.rec
        expect_text uit Noor
        expect_no_text uit GEHEIM
    done
    # What goes to telephones and over the mail does not say which part of life.
    expect_no_text uit verslaving
    GESPREK_SENDMAIL='cat > post' try 'gesprek-nazorg herinner --mail' d.rec
    expect_status 3 # nobody's address is known
    printf 'Instelling: i\nBegeleider_mail: m.devries m.devries@wijk.example\n\n' > c.rec
    GESPREK_CONFIG=c.rec GESPREK_SENDMAIL='cat > post' try 'gesprek-nazorg herinner --mail' d.rec
    expect_status 0
    expect_text post 'S1'
    expect_no_text post verslaving
    expect_no_text post Noor
    expect_no_text post GEHEIM
    expect_empty uit
}

@test "the words for people" {
    {
        record Afspraak A1 2026-02-02 'Wanneer: 2026-11-22T16:05'
        record Stap S1 2026-02-02 'Wat: bellen' 'Wie: Emma' 'Uiterlijk: 2026-11-21'
        record Stap S2 2026-02-02 'Wat: bellen' 'Wie: Emma' 'Uiterlijk: 2026-10-25'
        record Informatievraag I1 2026-02-02 'Van: school' 'Vraag_om: nieuws' 'Terugbellen_op: 2026-11-24'
    } > d.rec
    try 'gesprek-nazorg herinner --binnen=2d' d.rec
    expect_status 0
    diff -u - uit << 'END'
Herinneringen
=============
Vandaag: 2026-11-22

Zonder begeleider
-----------------
- 2026-10-25  d-1 S2: kijk hoe het met deze stap staat (4 weken te laat)
- 2026-11-21  d-1 S1: kijk hoe het met deze stap staat (1 dag te laat)
- 2026-11-22  d-1 A1: er is een afspraak om 16.05 uur (vandaag)
- 2026-11-24  d-1 I1: bel terug over deze vraag

Intern: alleen voor wie met dit dossier werkt.
END
}

@test "--uitleg says the rule of each day; of a term the law" {
    {
        record Melding M1 2026-10-05 'Vraag: hulp' 'Gemeente: 0356' 'Kader: wmo'
        record Stap S1 2026-02-02 'Wat: bellen' 'Wie: Emma' 'Uiterlijk: 2026-11-22'
    } > d.rec
    try 'gesprek-nazorg herinner --uitleg' d.rec
    expect_status 0
    expect_text uit 'De dag is Uiterlijk van een stap'
    expect_text uit 'artikel 2.3.2'
    try 'gesprek-nazorg herinner --uitleg --formaat=json' d.rec
    python3 - << 'END'
import json
rows = json.load(open("uit"))
assert len(rows) == 2, rows
assert all(row["uitleg"] for row in rows), rows
END
}

@test "json and csv: an empty list is whole; ical without anything is nothing" {
    record Stap S1 2026-02-02 'Wat: bellen' 'Wie: Emma' 'Uiterlijk: 2027-01-01' > d.rec
    try 'gesprek-nazorg herinner --formaat=json' d.rec
    python3 -c 'import json; assert json.load(open("uit")) == []'
    try 'gesprek-nazorg herinner --formaat=csv' d.rec
    [ "$(wc -l < uit)" -eq 1 ]
    try 'gesprek-nazorg herinner --formaat=ical' d.rec
    expect_status 0
    expect_empty uit
}

@test "agenda: everything to come, of one worker when asked; says when there is nothing" {
    {
        ID=d-1 record Melding M1 2026-11-20 'Vraag: hulp' 'Gemeente: 0356' 'Begeleider: m.devries'
        ID=d-1 record Stap S1 2026-02-02 'Wat: bellen' 'Wie: Emma' 'Uiterlijk: 2029-01-01'
        ID=d-2 record Melding M1 2026-11-20 'Vraag: hulp' 'Gemeente: 0356' 'Begeleider: s.bakker'
        ID=d-2 record Stap S1 2026-02-02 'Wat: bellen' 'Wie: Emma' 'Uiterlijk: 2028-01-01'
    } > d.rec
    try 'gesprek-nazorg agenda' d.rec
    expect_status 0
    expect_text uit '2029-01-01  d-1 S1'
    expect_text uit '2028-01-01  d-2 S1'
    try 'gesprek-nazorg agenda --begeleider=S.Bakker' d.rec
    expect_no_text uit d-1
    expect_text uit '2028-01-01  d-2 S1'
    try 'gesprek-nazorg agenda --binnen=1m' d.rec
    expect_status 0
    expect_text uit 'Er staat niets te doen.'
    try 'gesprek-nazorg agenda --dossier=d-2' d.rec
    expect_no_text uit d-1
}

@test "wrong usage" {
    record Stap S1 2026-02-02 'Wat: bellen' 'Wie: Emma' 'Uiterlijk: 2026-11-22' > d.rec
    for words in --binnen=7 --binnen=week '--vevent' '--mail --formaat=csv' '--mail --uit=x' '--sinds=2026-11-23' '--sinds=x' \
        '--eenmalig=s --uit=x' '--voor=school'; do
        # shellcheck disable=SC2086  # words
        try 'gesprek-nazorg herinner' $words d.rec
        expect_status 2
        expect_empty uit
        [ ! -e x ]
    done
    try 'gesprek-nazorg agenda --mail' d.rec
    expect_status 2
    mkdir map
    mv d.rec map
    try 'gesprek-nazorg herinner --eenmalig=map/s' map
    expect_status 2
    expect_message fout 'gesprek-nazorg: fout' 'buiten de map' gebruik
    GESPREK_DOSSIERS=$PWD/map try 'gesprek-nazorg herinner --alle --eenmalig=map/../map/s'
    expect_status 2
}

@test "settings that make no sense are said, and nothing is served" {
    record Stap S1 2026-02-02 'Wat: bellen' 'Wie: Emma' 'Uiterlijk: 2026-11-22' > d.rec
    for line in 'Slapend: lang' 'Wachtlijst: 6'; do
        printf 'Instelling: i\n%s\n\n' "$line" > c.rec
        GESPREK_CONFIG=c.rec try 'gesprek-nazorg herinner' d.rec
        expect_status 3
        expect_empty uit
        expect_message fout 'gesprek-nazorg: fout' "${line%%:*}" waarde-fout
    done
}

# ---- many dossiers ----

@test "one broken dossier among 1,000 is named, and the other 999 are served" {
    local form
    mkdir map
    for i in $(seq 1 1000); do
        ID=d-$i record Stap S1 2026-02-02 'Wat: bellen' 'Wie: Emma' 'Uiterlijk: 2026-11-22' > "map/d-$i.rec"
    done
    echo 'geen veld' >> map/d-500.rec
    for form in tekst csv json ical; do
        try "gesprek-nazorg herinner --formaat=$form" map
        expect_status 3
        expect_text fout 'map/d-500.rec:'
        [ "$(grep -c 'd-[0-9]* S1\|"d-[0-9]*"' uit)" -ge 999 ]
        expect_no_text uit 'd-500 '
        expect_no_text uit '"d-500"'
    done
    # A calendar that cannot be read serves nobody.
    expect_text uit 'END:VCALENDAR'
    printf 'Instelling: i\nBegeleider_mail: * team@wijk.example\n\n' > c.rec
    GESPREK_CONFIG=c.rec GESPREK_SENDMAIL='cat > post' try 'gesprek-nazorg herinner --mail' map
    expect_status 3
    [ "$(grep -c 'd-[0-9]* S1' post)" -eq 999 ]
}

@test "an empty directory is never silent" {
    mkdir leeg
    try 'gesprek-nazorg herinner' leeg
    expect_status 1
    expect_message fout 'gesprek-nazorg: fout' 'dossier' geen-dossier
}

# ---- once ----

# one DAY: a step that is due on 22 November, in a directory, with the state beside it.
one() {
    mkdir -p map staat
    record Stap S1 2026-02-02 'Wat: bellen' 'Wie: Emma' "Uiterlijk: ${1:-2026-11-22}" > map/d-1.rec
}

# once [WORD...]: herinner with the state.
once() {
    try 'gesprek-nazorg herinner --eenmalig=staat/s' map "$@"
    expect_status 0 && expect_empty fout
}

@test "said once; again when it is overdue by a further week" {
    one
    once
    expect_text uit 'd-1 S1'
    once
    expect_empty uit
    once --vandaag=2026-11-28
    expect_empty uit
    once --vandaag=2026-11-29
    expect_text uit '1 S1: kijk hoe het met deze stap staat (7 dagen te laat)'
    once --vandaag=2026-11-30
    expect_empty uit
    once --vandaag=2026-12-06
    expect_text uit 'd-1 S1'
    # A new day is a new reminder.
    ID=d-1 change Stap S1 2026-12-06 'Uiterlijk: 2026-12-07' >> map/d-1.rec
    once --vandaag=2026-12-07
    expect_text uit '2026-12-07  d-1 S1'
}

@test "announced a week ahead, it is not said each day, and again when it is late" {
    one 2026-11-29
    once --binnen=7d
    expect_text uit 'd-1 S1'
    once --binnen=7d --vandaag=2026-11-28
    expect_empty uit
    once --binnen=7d --vandaag=2026-11-29
    expect_empty uit
    once --binnen=7d --vandaag=2026-11-30
    expect_text uit 'd-1 S1'
}

@test "a clock that is set back says nothing twice" {
    one
    once
    expect_text uit 'd-1 S1'
    once --vandaag=2026-11-22
    expect_empty uit
    GESPREK_NU=2026-11-01T08:00:00+01:00 once --binnen=30d
    expect_empty uit
    once
    expect_empty uit
}

@test "a missed day is made up for: with a state by itself, without one by --sinds" {
    one
    record Stap S2 2026-02-02 'Wat: bellen' 'Wie: Emma' 'Uiterlijk: 2026-11-24' >> map/d-1.rec
    once --vandaag=2026-11-22
    expect_text uit 'd-1 S1'
    # Nothing ran on the 24th.
    once --vandaag=2026-11-25
    expect_text uit 'd-1 S2'
    expect_no_text uit 'd-1 S1'
    # Without a state: what is new, or a week later, since that day. The day itself counts.
    try 'gesprek-nazorg herinner --sinds=2026-11-25' --vandaag=2026-11-25 map
    expect_empty uit
    try 'gesprek-nazorg herinner --sinds=2026-11-24' --vandaag=2026-11-25 map
    expect_text uit 'd-1 S2'
    expect_no_text uit 'd-1 S1'
    try 'gesprek-nazorg herinner --sinds=vandaag' --vandaag=2026-11-29 map
    expect_text uit 'd-1 S1'
    expect_no_text uit 'd-1 S2'
    try 'gesprek-nazorg herinner --sinds=-1d' --vandaag=2026-12-01 map
    expect_text uit 'd-1 S2'
    expect_no_text uit 'd-1 S1'
    # Announced within a week, it is said on the first day of that week alone, and on its day.
    try 'gesprek-nazorg herinner --binnen=7d --sinds=vandaag' --vandaag=2026-11-15 map
    expect_text uit 'd-1 S1'
    expect_no_text uit 'd-1 S2'
    try 'gesprek-nazorg herinner --binnen=7d --sinds=vandaag' --vandaag=2026-11-16 map
    expect_empty uit
    try 'gesprek-nazorg herinner --binnen=7d --sinds=vandaag' --vandaag=2026-11-22 map
    expect_text uit 'd-1 S1'
}

@test "--sinds each day says the same as --eenmalig, a day at a time for nine weeks" {
    local day n
    mkdir -p map staat
    for n in 1 2 3 4; do
        record Stap S$n 2026-02-02 'Wat: bellen' 'Wie: Emma' "Uiterlijk: 2026-11-2$n"
    done > map/d-1.rec
    for n in $(seq 0 62); do
        day=$(date -u -d "2026-11-20 + $n days" +%F)
        try 'gesprek-nazorg herinner --formaat=csv --eenmalig=staat/s' --vandaag="$day" map
        mv uit een
        try 'gesprek-nazorg herinner --formaat=csv --sinds=vandaag' --vandaag="$day" map
        cmp een uit
    done
}

@test "two at once: one says it, the other waits and has nothing to say" {
    one
    gesprek-nazorg herinner --eenmalig=staat/s map > een 2> fout1 3>&- &
    gesprek-nazorg herinner --eenmalig=staat/s map > twee 2> fout2 3>&- &
    wait
    [ "$(cat een twee | grep -c 'd-1 S1')" -eq 1 ]
    [ ! -s fout1 ]
    [ ! -s fout2 ]
}

# mailbox: messages go to a file each; who is written to is in the configuration.
mailbox() {
    mkdir -p post
    printf 'Instelling: i\nBegeleider_mail: m.devries m.devries@wijk.example\nBegeleider_mail: * team@wijk.example\nMail_van: gesprek@wijk.example\n\n' > c.rec
    # shellcheck disable=SC2016  # for the shell that runs it
    printf '#!/bin/sh\nn=$(ls "%s" | wc -l)\ncat > "%s/$n"\n' "$PWD/post" "$PWD/post" > stuur
    chmod +x stuur
    export GESPREK_CONFIG=$PWD/c.rec GESPREK_SENDMAIL=$PWD/stuur
}

# field NAME FILE: a header of a message.
field() {
    sed -n "s/^$1: //p;/^\$/q" "$2"
}

@test "--mail: one message to each worker, none when nothing is due" {
    mailbox
    mkdir map
    for n in 1 2 3; do
        who=$([ $n = 2 ] && echo s.bakker || echo m.devries)
        ID=d-$n
        {
            record Melding M1 2026-11-20 'Vraag: hulp' 'Gemeente: 0356' "Begeleider: $who"
            record Stap S1 2026-02-02 'Wat: bellen' 'Wie: Emma' 'Uiterlijk: 2026-11-22'
        } > map/d-$n.rec
    done
    try 'gesprek-nazorg herinner --mail' --vandaag=2026-11-21 map
    expect_status 0
    [ "$(ls post | wc -l)" -eq 0 ]
    try 'gesprek-nazorg herinner --mail' map
    expect_status 0
    expect_empty uit
    expect_empty fout
    [ "$(ls post | wc -l)" -eq 2 ]
    [ "$(field To post/0)" = m.devries@wijk.example ]
    [ "$(field To post/1)" = team@wijk.example ]
    [ "$(field From post/0)" = gesprek@wijk.example ]
    [ "$(field Subject post/0)" = 'Gesprek: 2 herinneringen' ]
    [ "$(field Subject post/1)" = 'Gesprek: 1 herinnering' ]
    [ "$(grep -c 'S1' post/0)" -eq 2 ]
    expect_no_text post/0 d-2
    python3 - << 'END'
import email, email.policy
m = email.message_from_bytes(open("post/1", "rb").read(), policy=email.policy.default)
body = m.get_content()
assert "d-2 S1: kijk hoe het met deze stap staat (vandaag)" in body, body
assert m.get_content_charset() == "utf-8"
END
}

@test "who is stopped between sending and remembering sends it once more, with the same Message-ID" {
    mailbox
    one
    # The state cannot be kept: sent, and not remembered.
    mkdir staat/.s.tmp
    try 'gesprek-nazorg herinner --mail --eenmalig=staat/s' map
    expect_status 4
    rmdir staat/.s.tmp
    try 'gesprek-nazorg herinner --mail --eenmalig=staat/s' map
    expect_status 0
    [ "$(ls post | wc -l)" -eq 2 ]
    [ -n "$(field Message-ID post/0)" ]
    [ "$(field Message-ID post/0)" = "$(field Message-ID post/1)" ]
    # Remembered now.
    try 'gesprek-nazorg herinner --mail --eenmalig=staat/s' map
    expect_status 0
    [ "$(ls post | wc -l)" -eq 2 ]
    # A week later it is another message.
    try 'gesprek-nazorg herinner --mail --eenmalig=staat/s' --vandaag=2026-11-29 map
    [ "$(ls post | wc -l)" -eq 3 ]
    [ "$(field Message-ID post/1)" != "$(field Message-ID post/2)" ]
}

@test "killed while the message goes out, it is sent again with the same Message-ID" {
    mailbox
    one
    # shellcheck disable=SC2016  # for the shell that runs it
    printf '#!/bin/sh\nn=$(ls "%s" | wc -l)\ncat > "%s/$n"\nkill -9 $PPID\n' "$PWD/post" "$PWD/post" > dood
    chmod +x dood
    status=0
    GESPREK_SENDMAIL="exec $PWD/dood" gesprek-nazorg herinner --mail --eenmalig=staat/s map > uit 2> fout || status=$?
    [ "$status" -eq 137 ]
    try 'gesprek-nazorg herinner --mail --eenmalig=staat/s' map
    expect_status 0
    [ "$(ls post | wc -l)" -eq 2 ]
    [ "$(field Message-ID post/0)" = "$(field Message-ID post/1)" ]
}

@test "a message that does not go is said, is not remembered, and stops no other" {
    mailbox
    mkdir -p map staat
    for who in m.devries s.bakker; do
        ID=d-$who
        {
            record Melding M1 2026-11-20 'Vraag: hulp' 'Gemeente: 0356' "Begeleider: $who"
            record Stap S1 2026-02-02 'Wat: bellen' 'Wie: Emma' 'Uiterlijk: 2026-11-22'
        } > map/d-$who.rec
    done
    # shellcheck disable=SC2016  # for the shell that runs it
    printf '#!/bin/sh\ncat > bericht\ngrep -q "^To: m.devries" bericht && exit 75\nexec "%s" < bericht\n' "$PWD/stuur" > half
    chmod +x half
    GESPREK_SENDMAIL=$PWD/half try 'gesprek-nazorg herinner --mail --eenmalig=staat/s' map
    expect_status 4
    expect_message fout 'gesprek-nazorg: fout' m.devries niet-verstuurd
    [ "$(ls post | wc -l)" -eq 1 ]
    try 'gesprek-nazorg herinner --mail --eenmalig=staat/s' map
    expect_status 0
    [ "$(ls post | wc -l)" -eq 2 ]
    [ "$(field To post/1)" = m.devries@wijk.example ]
}

@test "each message is remembered as it goes: of three workers the third is told again, the others are not" {
    mailbox
    mkdir -p map staat
    for who in a b c; do
        ID=d-$who
        {
            record Melding M1 2026-11-20 'Vraag: hulp' 'Gemeente: 0356' "Begeleider: $who"
            record Stap S1 2026-02-02 'Wat: bellen' 'Wie: Emma' 'Uiterlijk: 2026-11-22'
        } > map/d-$who.rec
    done
    # shellcheck disable=SC2016  # for the shell that runs it
    printf '#!/bin/sh\ncat > bericht\ngrep -q d-c bericht && kill -9 $PPID\nexec "%s" < bericht\n' "$PWD/stuur" > dood
    chmod +x dood
    status=0
    GESPREK_SENDMAIL="exec $PWD/dood" gesprek-nazorg herinner --mail --eenmalig=staat/s map > uit 2> fout || status=$?
    [ "$status" -eq 137 ]
    # The one that killed it may still be writing.
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        [ "$(ls post | wc -l)" -lt 3 ] || break
        sleep 0.2
    done
    [ "$(ls post | wc -l)" -eq 3 ]
    [ "$(wc -l < staat/s)" -eq 3 ]
    try 'gesprek-nazorg herinner --mail --eenmalig=staat/s' map
    expect_status 0
    expect_empty fout
    [ "$(ls post | wc -l)" -eq 4 ]
    [ "$(field Message-ID post/3)" = "$(field Message-ID post/2)" ]
    [ "$(wc -l < staat/s)" -eq 4 ]
}

@test "a worker without an address is named, the others get theirs" {
    mailbox
    printf 'Instelling: i\nBegeleider_mail: m.devries m.devries@wijk.example\n\n' > c.rec
    mkdir map
    for who in m.devries s.bakker; do
        ID=d-$who
        {
            record Melding M1 2026-11-20 'Vraag: hulp' 'Gemeente: 0356' "Begeleider: $who"
            record Stap S1 2026-02-02 'Wat: bellen' 'Wie: Emma' 'Uiterlijk: 2026-11-22'
        } > map/d-$who.rec
    done
    try 'gesprek-nazorg herinner --mail' map
    expect_status 3
    expect_message fout 'gesprek-nazorg: fout' s.bakker geen-adres
    [ "$(ls post | wc -l)" -eq 1 ]
}

@test "what cannot be printed is not remembered" {
    one
    status=0
    gesprek-nazorg herinner --eenmalig=staat/s map > /dev/full 2> fout || status=$?
    [ "$status" -eq 4 ]
    once
    expect_text uit 'd-1 S1'
}

# ---- surroundings ----

@test "a bare cron: no HOME, no LANG, a minimal PATH, no terminal, from another directory" {
    one
    local bin
    bin=$(command -v gesprek-nazorg)
    cd /
    status=0
    env -i PATH=/usr/bin:/bin LOGNAME=nobody GESPREK_NU="$GESPREK_NU" /bin/sh -c \
        "$bin herinner --binnen=7d --eenmalig=$BATS_TEST_TMPDIR/staat/s $BATS_TEST_TMPDIR/map" \
        < /dev/null > "$BATS_TEST_TMPDIR/uit" 2> "$BATS_TEST_TMPDIR/fout" || status=$?
    cd "$BATS_TEST_TMPDIR"
    [ "$status" -eq 0 ]
    expect_empty fout
    expect_text uit 'd-1 S1'
    env -i PATH=/usr/bin:/bin GESPREK_NU="$GESPREK_NU" "$bin" herinner --eenmalig="$PWD/staat/s" "$PWD/map" < /dev/null > uit 2> fout
    expect_empty uit
    expect_empty fout
}

@test "the day is that of the machine's zone, in summer and in winter time" {
    one 2026-03-29
    local zone moment
    # 29 March 2026 has 23 hours in Amsterdam: 23:30 on the 28th, 00:30 and 23:30 on the 29th.
    for moment in 2026-03-28T23:30:00+01:00 2026-03-28T22:30:00Z; do
        GESPREK_NU=$moment try 'gesprek-nazorg herinner' map
        expect_empty uit
    done
    for moment in 2026-03-29T00:30:00+01:00 2026-03-29T23:30:00+02:00; do
        GESPREK_NU=$moment try 'gesprek-nazorg herinner' map
        expect_text uit 'd-1 S1'
    done
    # The real clock, in four zones: today's day there.
    unset GESPREK_NU
    for zone in Europe/Amsterdam Pacific/Kiritimati Pacific/Pago_Pago UTC; do
        one "$(TZ=$zone date +%F)"
        TZ=$zone try 'gesprek-nazorg herinner' map
        expect_text uit '(vandaag)'
        one "$(TZ=$zone date -d '+36 hours' +%F)"
        TZ=$zone try 'gesprek-nazorg herinner' map
        expect_empty uit
    done
}

# ---- calendars ----

@test "a calendar: a stable UID, a rising SEQUENCE, private, an alarm in UTC at nine" {
    one 2026-11-25
    try 'gesprek-nazorg herinner --binnen=7d --formaat=ical' map
    expect_status 0
    tr -d '\r' < uit > eerst
    expect_text eerst 'BEGIN:VTODO'
    expect_text eerst 'CLASS:PRIVATE'
    expect_text eerst 'DUE;VALUE=DATE:20261125'
    expect_text eerst 'SUMMARY:d-1 S1: kijk hoe het met deze stap staat'
    expect_text eerst 'TRIGGER;VALUE=DATE-TIME:20261125T080000Z'
    expect_text eerst 'SEQUENCE:0'
    expect_text eerst 'DTSTAMP:20260202T090000Z'
    change Stap S1 2026-11-22 'Uiterlijk: 2026-11-26' >> map/d-1.rec
    try 'gesprek-nazorg herinner --binnen=7d --formaat=ical --vevent' map
    tr -d '\r' < uit > later
    expect_text later 'BEGIN:VEVENT'
    expect_text later 'SEQUENCE:1'
    expect_text later 'DTSTART;VALUE=DATE:20261126'
    [ "$(grep ^UID eerst)" = "$(grep ^UID later)" ]
    # In summer time nine is seven in UTC; what is late has no alarm.
    one 2026-06-01
    try 'gesprek-nazorg herinner --formaat=ical' --vandaag=2026-06-01 map
    expect_text uit 'TRIGGER;VALUE=DATE-TIME:20260601T070000Z'
    try 'gesprek-nazorg herinner --formaat=ical' --vandaag=2026-06-02 map
    expect_no_text uit VALARM
}

@test "an appointment has its time; its alarm is an hour before when that is earlier than nine" {
    mkdir map
    record Afspraak A1 2026-02-02 'Wanneer: 2026-11-25T08:30' > map/d-1.rec
    try 'gesprek-nazorg herinner --binnen=7d --formaat=ical' map
    expect_text uit 'DTSTART:20261125T083000'
    expect_text uit 'TRIGGER;VALUE=DATE-TIME:20261125T063000Z'
}

# rule FIELD...: the RRULE of aftercare.
rule() {
    record Nazorg N1 2026-01-02 'Soort: bellen' "$@" > d.rec
    gesprek-nazorg agenda --formaat=ical d.rec | tr -d '\r' | sed -n 's/^RRULE://p'
}

@test "repeats are those of Herhaal, the last day of a short month too" {
    [ "$(rule 'Uiterlijk: 2026-12-07' 'Herhaal: 4w' 'Einde: 2027-04-12')" = 'FREQ=WEEKLY;INTERVAL=4;UNTIL=20270412' ]
    [ "$(rule 'Uiterlijk: 2026-12-07' 'Herhaal: 10d')" = 'FREQ=DAILY;INTERVAL=10' ]
    [ "$(rule 'Uiterlijk: 2026-12-28' 'Herhaal: 1m')" = 'FREQ=MONTHLY;INTERVAL=1' ]
    [ "$(rule 'Uiterlijk: 2026-12-31' 'Herhaal: 1m')" = 'FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=-1' ]
    [ "$(rule 'Uiterlijk: 2026-12-30' 'Herhaal: 2m')" = 'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=28,29,30;BYSETPOS=-1' ]
    [ "$(rule 'Uiterlijk: 2028-02-29' 'Herhaal: 1j')" = 'FREQ=YEARLY;INTERVAL=1;BYMONTH=2;BYMONTHDAY=-1' ]
    [ "$(rule 'Uiterlijk: 2026-12-31' 'Herhaal: 1j')" = 'FREQ=YEARLY;INTERVAL=1' ]
    [ -z "$(rule 'Uiterlijk: 2026-12-31')" ]
}

# ---- the crontab line and the timer of the page ----

# shown N: literal display number N of the section about cron and systemd, as a reader sees it.
shown() {
    awk -v wanted="$1" '
        /^\.Ss / { inside = /cron of systemd/ }
        inside && /^\.Ed/ { on = 0 }
        on && n == wanted { gsub(/\\e/, "\\"); gsub(/\\&/, ""); print }
        inside && /^\.Bd -literal/ { on = 1; n++ }' "$BATS_TEST_DIRNAME/../man/gesprek-nazorg.1"
}

# as_cron LINE: what cron makes of a crontab line (crontab(5)): the command behind five fields, up to a % that is not escaped.
as_cron() {
    sed -E 's/^([^ ]+ ){5}//; s/([^\\])%.*/\1/; s/\\%/%/g' <<< "$1"
}

@test "the crontab line of the page, as cron runs it; a % in it is escaped" {
    mailbox
    one
    local line command
    line=$(shown 1)
    [[ $line == '0 7 * * 1-5 '* ]]
    command=$(as_cron "$line")
    command=${command//\/usr\/local\/bin/$BIN}
    command=${command//\/var\/lib\/gesprek/$PWD/staat}
    command=${command//\/srv\/dossiers/$PWD/map}
    # A bare cron knows nothing of our settings but by what stands in the crontab.
    env -i PATH=/usr/bin:/bin LOGNAME=x HOME=/nergens SHELL=/bin/sh GESPREK_NU="$GESPREK_NU" GESPREK_CONFIG="$GESPREK_CONFIG" \
        GESPREK_SENDMAIL="$GESPREK_SENDMAIL" /bin/sh -c "$command" < /dev/null > uit 2> fout
    expect_empty uit
    expect_empty fout
    [ "$(ls post | wc -l)" -eq 1 ]
    # A directory with a % in its name: \% in the line.
    mv map 'map 50%'
    command=$(as_cron "0 7 * * * $BIN/gesprek-nazorg herinner '$PWD/map 50\\%'")
    env -i PATH=/usr/bin:/bin GESPREK_NU="$GESPREK_NU" /bin/sh -c "$command" < /dev/null > uit 2> fout
    expect_empty fout
    expect_text uit 'd-1 S1'
}

@test "the service and the timer of the page: systemd has nothing to remark, and knows the days" {
    command -v systemd-analyze > /dev/null || skip 'systemd-analyze is er niet'
    mkdir eenheden
    shown 2 | sed "s|/usr/local/bin|$BIN|; s|User=gesprek|User=root|" > eenheden/gesprek-herinner.service
    shown 3 > eenheden/gesprek-herinner.timer
    grep -q '^OnCalendar=' eenheden/gesprek-herinner.timer
    SYSTEMD_LOG_LEVEL=warning run systemd-analyze verify --man=no eenheden/gesprek-herinner.service eenheden/gesprek-herinner.timer
    [[ $output != *gesprek-herinner* ]]
    # Friday 27 November 2026 at seven is followed by Monday the 30th.
    run -0 systemd-analyze calendar --iterations=2 --base-time='2026-11-27 06:00' \
        "$(sed -n 's/^OnCalendar=//p' eenheden/gesprek-herinner.timer)"
    [[ $output == *'2026-11-27 07:00:00'* && $output == *'2026-11-30 07:00:00'* ]]
    # Its command line is that of cron.
    [ "$(shown 2 | sed -n 's/^ExecStart=//p')" = "$(as_cron "$(shown 1)")" ]
}
