#!/usr/bin/env bats
# gesprek-rapport caseload: what every column of a row means, and the forms the rows come in.

load hulp

# melding KEY DAY FIELD...
melding() {
    record Melding "$1" "$2" 'Vraag: Ik wil een eigen plek.' "${@:3}"
}

# gesprek KEY DAY FASE...
gesprek() {
    local phases=("${@:3}")
    record Gesprek "$1" "$2" 'Vorm: kantoor' "${phases[@]/#/Fase: }"
}

afsluiting() {
    record Afsluiting "$1" "$2" 'Reden: volgens-plan' "${@:3}"
}

nazorg() {
    record Nazorg N1 "$1" 'Soort: bellen' "${@:2}"
}

stap() {
    record Stap "$1" "$2" 'Wat: bellen' 'Wie: ik' "${@:3}"
}

# The columns that change in time.
HISTORY='gemeente begeleider fase begin laatste_contact gesprekken open_doelen open_verwijzingen volgende_datum'

# columns NAMES [WORD...]: those columns of the rows for d.rec, blanks between; an empty value is a dash.
columns() {
    try 'gesprek-rapport caseload --formaat=csv' "${@:2}" d.rec
    expect_status 0 && expect_empty fout || return
    awk -F '","' -v names="$1" '
        { sub(/\r$/, ""); sub(/^"/, ""); sub(/"$/, "") }
        NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; n = split(names, name, " "); next }
        { for (i = 1; i <= n; i++) printf "%s%s", $(at[name[i]]) == "" ? "-" : $(at[name[i]]), i < n ? " " : "\n" }' uit
}

# gives NAMES VALUES [WORD...]
gives() {
    assert_equal "$(columns "$1" "${@:3}")" "$2"
}

# choices TYPE FIELD: the words that the schema gives to choose from.
choices() {
    gesprek-check --schema | awk -v type="$1" -v field="$2" '
        /^[A-Z]/ { here = $1 == type }
        /^  [A-Z]/ { mine = here && $1 == field; next }
        mine { sub(/^ +keuzes:/, ""); for (i = 1; i <= NF; i++) print $i }'
}

# in_words LIST: a word a line, sorted.
in_words() {
    tr -s ' ' '\n' <<< "$1" | sort
}

# by_status COLUMN TYPE YES WORDS NO WORDS FIELD...: a record of TYPE with these fields gives YES in COLUMN when its Status is
# one of the first words, NO with one of the others; `geen` is none at all. No Status of the schema may be left out.
by_status() {
    local column=$1 type=$2 yes=$3 no=$5 expected='' word
    assert_equal "$(in_words "$4 $6" | grep -vx geen)" "$(choices "$type" Status | sort)" || return
    for word in $4 $6; do
        ID=$word
        if [ "$word" = geen ]; then
            record "$type" K1 2026-02-02 "${@:7}"
        else
            record "$type" K1 2026-02-02 "${@:7}" "Status: $word"
        fi
        [[ " $4 " == *" $word "* ]] && expected+="$word $yes"$'\n' || expected+="$word $no"$'\n'
    done > d.rec
    gives "id $column" "${expected%$'\n'}"
}

# ---- the melding ----

@test "gemeente, werkveld, kader and begeleider are what the melding says, begin is its day" {
    melding M1 2026-02-03 'Gemeente: 0356' 'Woongemeente: 0344' 'Werkveld: wijkteam' 'Kader: wmo' 'Begeleider: m.devries' > d.rec
    gives 'id gemeente werkveld kader begeleider begin' 'd-1 0356 wijkteam wmo m.devries 2026-02-03'
}

@test "with two meldingen all of it is of the last, also what that one leaves out" {
    {
        melding M1 2026-02-03 'Gemeente: 0356' 'Werkveld: wijkteam' 'Kader: wmo' 'Begeleider: m.devries'
        melding M2 2026-05-04 'Gemeente: 44021' 'Kader: ocmw'
        change Melding M1 2026-06-01 'Werkveld: jeugdhulp' 'Begeleider: s.bakker'
    } > d.rec
    gives 'gemeente werkveld kader begeleider begin' '44021 - ocmw - 2026-05-04'
}

@test "the last melding is that of the last day, and on one day that of the last place" {
    { melding M1 2026-05-04 'Gemeente: 0344'; melding M2 2026-02-03 'Gemeente: 0356'; } > d.rec
    gives 'gemeente begin' '0344 2026-05-04'
    { melding M1 2026-05-04 'Gemeente: 0344'; melding M2 2026-05-04 'Gemeente: 0356'; } > d.rec
    gives 'gemeente begin' '0356 2026-05-04'
}

@test "an amended melding counts as it is now; it still begins on its first day" {
    {
        melding M1 2026-02-03 'Gemeente: 0356' 'Kader: wmo' 'Werkveld: wijkteam' 'Begeleider: m.devries'
        change Melding M1 2026-04-01 'Gemeente: 0344' 'Begeleider: s.bakker' 'Werkveld:'
    } > d.rec
    gives 'gemeente werkveld kader begeleider begin' '0344 - wmo s.bakker 2026-02-03'
}

@test "a withdrawn melding does not count: the one before it does" {
    {
        melding M1 2026-02-03 'Gemeente: 0356' 'Kader: wmo'
        gesprek G1 2026-02-10 uitvoering
        melding M2 2026-05-04 'Gemeente: 0344' 'Kader: zvw'
        change Melding M2 2026-05-06 'Vervallen: dubbel genoteerd'
    } > d.rec
    gives 'gemeente kader fase begin' '0356 wmo uitvoering 2026-02-03'
}

# ---- fase ----

@test "gemeld until there is a conversation" {
    melding M1 2026-02-03 > d.rec
    gives fase gemeld
    { melding M1 2026-02-03; gesprek G1 2026-02-10 onthaal; change Gesprek G1 2026-02-11 'Vervallen: was een ander'; } > d.rec
    gives fase gemeld
}

@test "every phase of a conversation is a phase of the dossier" {
    local expected='' phase
    for phase in $(choices Gesprek Fase); do
        ID=$phase
        melding M1 2026-02-03
        gesprek G1 2026-02-10 "$phase"
        expected+="$phase $phase"$'\n'
    done > d.rec
    assert_equal "${expected%% *}" onthaal
    gives 'id fase' "${expected%$'\n'}"
}

@test "the phase is the last one named in the last conversation" {
    { melding M1 2026-02-03; gesprek G1 2026-02-10 uitvoering; gesprek G2 2026-03-03 vraagverduidelijking doelbepaling; } > d.rec
    gives fase doelbepaling
    { melding M1 2026-02-03; gesprek G2 2026-03-03 doelbepaling onthaal; gesprek G1 2026-02-10 uitvoering; } > d.rec
    gives fase onthaal
    { melding M1 2026-02-03; gesprek G1 2026-03-03 onthaal; gesprek G2 2026-03-03 doelbepaling; } > d.rec
    gives fase doelbepaling
}

@test "an amended conversation has the phase it has now; an older one that is amended is not the last" {
    { melding M1 2026-02-03; gesprek G1 2026-02-10 onthaal; } > d.rec
    change Gesprek G1 2026-02-11 'Fase: uitvoering' 'Fase: doelbepaling' >> d.rec
    gives fase doelbepaling
    { gesprek G2 2026-02-20 vraagverduidelijking; change Gesprek G1 2026-03-01 'Fase: afsluiting'; } >> d.rec
    gives fase vraagverduidelijking
}

@test "a new melding is gemeld again until the next conversation" {
    { melding M1 2026-02-03; gesprek G1 2026-02-10 uitvoering; melding M2 2026-05-04; } > d.rec
    gives 'fase laatste_contact gesprekken' 'gemeld 2026-02-10 1'
    gesprek G2 2026-05-06 onthaal >> d.rec
    gives 'fase laatste_contact gesprekken' 'onthaal 2026-05-06 2'
    # On one day the place in the file says what came last.
    { gesprek G1 2026-05-04 uitvoering; melding M1 2026-05-04; } > d.rec
    gives fase gemeld
    { melding M1 2026-05-04; gesprek G1 2026-05-04 uitvoering; } > d.rec
    gives fase uitvoering
}

@test "afgesloten after an afsluiting, whatever is said later; a new melding opens it again" {
    { melding M1 2026-02-03; gesprek G1 2026-02-10 uitvoering; afsluiting X1 2026-04-01; } > d.rec
    gives fase afgesloten
    gesprek G2 2026-04-08 afsluiting >> d.rec
    gives fase afgesloten
    melding M2 2026-05-04 >> d.rec
    gives fase gemeld
    { gesprek G3 2026-05-06 onthaal; afsluiting X2 2026-06-01; } >> d.rec
    gives fase afgesloten
}

@test "a withdrawn afsluiting closes nothing" {
    {
        melding M1 2026-02-03
        gesprek G1 2026-02-10 uitvoering
        afsluiting X1 2026-04-01
        change Afsluiting X1 2026-04-02 'Vervallen: we gaan door'
    } > d.rec
    gives fase uitvoering
    change Afsluiting X1 2026-04-03 Vervallen: >> d.rec
    gives fase afgesloten
}

@test "an afsluiting that names its melding closes that one only" {
    { melding M1 2026-02-03; melding M2 2026-03-03; gesprek G1 2026-03-05 onthaal; afsluiting X1 2026-04-01 'Bij: M1'; } > d.rec
    gives fase onthaal
    afsluiting X2 2026-04-02 'Bij: M2' >> d.rec
    gives fase afgesloten
}

@test "closed and taken up again on one day: the afsluiting ends the melding before it" {
    { melding M1 2026-02-03; gesprek G1 2026-02-10 uitvoering; afsluiting X1 2026-04-01; melding M2 2026-04-01; } > d.rec
    gives 'fase begin' 'gemeld 2026-04-01'
}

@test "nazorg while aftercare is open, then afgesloten" {
    { melding M1 2026-02-03; afsluiting X1 2026-04-01; nazorg 2026-04-01 'Uiterlijk: 2026-12-01'; } > d.rec
    gives fase nazorg
    change Nazorg N1 2026-11-01 'Status: niet-bereikt' >> d.rec
    gives fase nazorg
    change Nazorg N1 2026-11-02 'Status: gedaan' >> d.rec
    gives fase afgesloten
    change Nazorg N1 2026-11-03 'Status: open' >> d.rec
    gives fase nazorg
    change Nazorg N1 2026-11-04 'Status: gestopt' >> d.rec
    gives fase afgesloten
    change Nazorg N1 2026-11-05 'Status:' >> d.rec
    gives fase nazorg
    change Nazorg N1 2026-11-06 'Vervallen: toch niet' >> d.rec
    gives fase afgesloten
}

@test "aftercare that is late is still open, and makes no nazorg of a dossier that is not closed" {
    { melding M1 2026-02-03; afsluiting X1 2026-04-01; nazorg 2026-04-01 'Uiterlijk: 2026-06-01'; } > d.rec
    gives fase nazorg
    { melding M1 2026-02-03; gesprek G1 2026-02-10 uitvoering; nazorg 2026-04-01 'Uiterlijk: 2026-12-01'; } > d.rec
    gives 'fase volgende_datum' 'uitvoering 2026-12-01'
}

@test "aftercare is open until the last day of its Einde" {
    {
        melding M1 2026-02-03
        afsluiting X1 2026-04-01
        nazorg 2026-04-01 'Uiterlijk: 2026-06-01' 'Herhaal: 4w' 'Einde: 2026-11-22'
    } > d.rec
    gives fase nazorg
    gives fase afgesloten --vandaag=2026-11-23
}

# ---- conversations ----

@test "laatste_contact is the day of the last conversation, gesprekken their number" {
    melding M1 2026-02-03 > d.rec
    gives 'laatste_contact gesprekken' '- 0'
    { gesprek G1 2026-03-03 onthaal; gesprek G2 2026-02-10 onthaal; gesprek G3 2026-03-02 onthaal; } >> d.rec
    gives 'laatste_contact gesprekken' '2026-03-03 3'
    # An amendment and an appointment are no contact.
    change Gesprek G2 2026-03-20 'Duur: 30' >> d.rec
    record Afspraak A1 2026-03-21 'Wanneer: 2026-03-22T10:00' 'Status: geweest' >> d.rec
    gives 'laatste_contact gesprekken' '2026-03-03 3'
}

@test "a withdrawn conversation does not count, and does again when it is restored" {
    { gesprek G1 2026-02-10 onthaal; gesprek G2 2026-03-03 onthaal; change Gesprek G2 2026-03-04 'Vervallen: dubbel'; } > d.rec
    gives 'laatste_contact gesprekken' '2026-02-10 1'
    change Gesprek G2 2026-03-05 Vervallen: >> d.rec
    gives 'laatste_contact gesprekken' '2026-03-03 2'
}

@test "more than nine conversations" {
    for n in {1..12}; do
        gesprek "G$n" 2026-03-03 onthaal
    done > d.rec
    gives gesprekken 12
}

# ---- goals and referrals ----

@test "open_doelen: open, bezig and no Status are open, all others are not" {
    by_status open_doelen Doel \
        1 'open bezig geen' \
        0 'wens geparkeerd behaald deels niet-behaald losgelaten vervangen' 'Tekst: Ik wil koken.'
}

@test "open_verwijzingen: what is not done, ended or let go is open, a time-out too" {
    by_status open_verwijzingen Verwijzing \
        1 'verkennend aangemeld wachtlijst afspraak-gemaakt gestart time-out geen' \
        0 'geweigerd-door-dienst client-ziet-af niet-doorgegaan losgelaten voortijdig-gestopt afgerond' \
        'Naar: buurthuis' 'Nood: wonen'
}

@test "goals and referrals count as they are now, and not when they are withdrawn" {
    {
        for key in D1 D2 D3; do
            record Doel "$key" 2026-02-02 'Tekst: Ik wil koken.' 'Status: wens'
        done
        for key in V1 V2; do
            record Verwijzing "$key" 2026-02-02 'Naar: buurthuis' 'Nood: wonen' 'Status: gestart'
        done
    } > d.rec
    gives 'open_doelen open_verwijzingen' '0 2'
    {
        change Doel D1 2026-03-01 'Status: bezig'
        change Doel D2 2026-03-01 Status:
        change Verwijzing V1 2026-03-01 'Status: afgerond'
    } >> d.rec
    gives 'open_doelen open_verwijzingen' '2 1'
    { change Doel D1 2026-03-02 'Vervallen: dubbel'; change Verwijzing V2 2026-03-02 'Vervallen: dubbel'; } >> d.rec
    gives 'open_doelen open_verwijzingen' '1 0'
    { change Doel D1 2026-03-03 Vervallen:; change Verwijzing V2 2026-03-03 Vervallen:; } >> d.rec
    gives 'open_doelen open_verwijzingen' '2 1'
}

# ---- volgende_datum ----

@test "volgende_datum comes from each of its sources" {
    {
        ID=afspraak; record Afspraak A1 2026-02-02 'Wanneer: 2026-12-01T23:30'
        ID=stap; stap S1 2026-02-02 'Uiterlijk: 2026-12-02'
        ID=evalueren; record Doel D1 2026-02-02 'Tekst: Ik wil koken.' 'Evalueren_op: 2026-12-03'
        ID=doel; record Doel D1 2026-02-02 'Tekst: Ik wil koken.' 'Uiterlijk: 2026-12-04'
        ID=terugkomen; record Doel D1 2026-02-02 'Tekst: Ik wil koken.' 'Terugkomen_op: 2026-12-05'
        ID=recht; record Recht R1 2026-02-02 'Omschrijving: toeslag' 'Status: aangevraagd' 'Uiterlijk: 2026-12-06'
        ID=verwijzing; record Verwijzing V1 2026-02-02 'Naar: buurthuis' 'Nood: wonen' 'Terugkomen_op: 2026-12-07'
        ID=informatievraag; record Informatievraag I1 2026-02-02 'Van: school' 'Vraag_om: nieuws' 'Terugbellen_op: 2026-12-08'
        ID=domein; record Domein wonen 2026-02-02 'Besproken: later' 'Geparkeerd_tot: 2026-12-09'
        ID=nazorg; nazorg 2026-02-02 'Uiterlijk: 2026-12-10'
    } > d.rec
    gives 'id volgende_datum' "$(cat <<'END'
afspraak 2026-12-01
stap 2026-12-02
evalueren 2026-12-03
doel 2026-12-04
terugkomen 2026-12-05
recht 2026-12-06
verwijzing 2026-12-07
informatievraag 2026-12-08
domein 2026-12-09
nazorg 2026-12-10
END
)"
}

@test "no other day is one to come" {
    local day=2026-12-01
    {
        melding M1 2026-02-03
        record Client C1 2026-02-03 'Naam: Noor' "Geboren: $day"
        record Vertegenwoordiger Y1 2026-02-03 'Naam: Sam' 'Soort: mentor' "Van: $day" "Tot: $day" "Bewijs_gezien: $day"
        record Werkafspraak F1 2026-02-03 'Verwacht_client: op tijd' "Einde_verwacht: $day"
        record Procedure P1 2026-02-03 'Soort: beschikking' "Tot: $day"
        record Onderzoek Q1 2026-02-03 'Behoeften: rust' "Getekend_op: $day"
        record Gesprek G1 2026-02-03 'Vorm: kantoor' 'Fase: onthaal' "Teruggelezen_op: $day"
        record Toestemming T1 2026-02-03 'Aan: school' 'Waarover: Doel' 'Waarvoor: hulp' 'Uitkomst: gegeven' \
            'Gegeven_door: client' "Tot: $day" "Ingetrokken: $day"
        record Verwijzing V1 2026-02-03 'Naar: buurthuis' 'Nood: wonen' "Wacht_sinds: $day"
        record Informatievraag I1 2026-02-03 'Van: school' 'Vraag_om: nieuws' "Teruggekoppeld_client: $day"
        record Toewijzing J1 2026-02-03 'Productcategorie: 02' 'Aanbieder: 1' "Ingang: $day" "Einde: $day" \
            "Gestart: $day" "Gestopt: $day"
        nazorg 2026-02-03 'Uiterlijk: 2026-03-01' "Herinnerd: $day" "Einde: $day"
        record Kleur KL1 2026-02-03 "Uiterlijk: $day" 'Status: open'
    } > d.rec
    gives volgende_datum -
}

@test "what is done or ended is no longer to come: each Status of a stap, afspraak, recht, nazorg" {
    local day=2026-12-01
    by_status volgende_datum Stap \
        "$day" 'open bezig uitgesteld geen' \
        - 'gedaan niet-gelukt niet-meer-nodig' 'Wat: bellen' 'Wie: ik' "Uiterlijk: $day"
    by_status volgende_datum Afspraak \
        "$day" 'gepland geen' \
        - 'geweest verzet afgezegd-client afgezegd-begeleider niet-verschenen' "Wanneer: ${day}T10:00"
    by_status volgende_datum Recht \
        "$day" 'vermoed besproken wordt-uitgezocht aangevraagd bezwaar' \
        - 'toegekend geweigerd stopgezet geen-recht niet-gewenst' 'Omschrijving: toeslag' "Uiterlijk: $day"
    by_status volgende_datum Nazorg "$day" 'open niet-bereikt geen' - 'gedaan gestopt' 'Soort: bellen' "Uiterlijk: $day"
}

@test "a goal that is not open has no days to come, but a parked one may be come back to" {
    local day=2026-12-01
    for field in Uiterlijk Evalueren_op; do
        by_status volgende_datum Doel \
            "$day" 'open bezig geen' \
            - 'wens geparkeerd behaald deels niet-behaald losgelaten vervangen' 'Tekst: Ik wil koken.' "$field: $day"
    done
    for word in geparkeerd bezig behaald vervangen; do
        ID=$word
        record Doel D1 2026-02-02 'Tekst: Ik wil koken.' "Status: $word" "Terugkomen_op: $day"
    done > d.rec
    gives 'id volgende_datum' $'geparkeerd 2026-12-01\nbezig 2026-12-01\nbehaald -\nvervangen -'
}

@test "a referral may be come back to, also when it stopped or was let go, until it is afgerond" {
    by_status volgende_datum Verwijzing \
        2026-12-01 "verkennend aangemeld wachtlijst afspraak-gemaakt gestart time-out geweigerd-door-dienst client-ziet-af \
            niet-doorgegaan losgelaten voortijdig-gestopt geen" \
        - afgerond 'Naar: buurthuis' 'Nood: wonen' 'Terugkomen_op: 2026-12-01'
}

@test "a question about the client is to be called back about until it is dealt with" {
    record Informatievraag I1 2026-02-02 'Van: school' 'Vraag_om: nieuws' 'Terugbellen_op: 2026-12-01' > d.rec
    gives volgende_datum 2026-12-01
    change Informatievraag I1 2026-03-01 'Antwoord: wacht' >> d.rec
    gives volgende_datum 2026-12-01
    change Informatievraag I1 2026-03-02 'Afgehandeld: 2026-03-02' >> d.rec
    gives volgende_datum -
    change Informatievraag I1 2026-03-03 Afgehandeld: >> d.rec
    gives volgende_datum 2026-12-01
}

@test "it is the first day from today on: today counts, past days do not" {
    {
        stap S1 2026-02-02 'Uiterlijk: 2026-12-24'
        stap S2 2026-02-02 'Uiterlijk: 2026-11-21'
        record Afspraak A1 2026-02-02 'Wanneer: 2026-11-22T09:00'
        stap S3 2026-02-02 'Uiterlijk: 2026-11-23'
    } > d.rec
    gives volgende_datum 2026-11-22
    gives volgende_datum 2026-11-21 --vandaag=2026-11-01
    gives volgende_datum 2026-11-23 --vandaag=2026-11-23
    gives volgende_datum 2026-12-24 --vandaag=2026-11-24
    gives volgende_datum 2026-12-24 --vandaag=2026-12-24
    gives volgende_datum - --vandaag=2026-12-25
}

@test "--vandaag is not --op: it changes no other column" {
    {
        melding M1 2026-02-03 'Gemeente: 0356' 'Begeleider: m.devries'
        gesprek G1 2026-02-10 uitvoering
        record Doel D1 2026-02-10 'Tekst: Ik wil koken.' 'Uiterlijk: 2026-06-01'
    } > d.rec
    local row='0356 m.devries uitvoering 2026-02-03 2026-02-10 1 1 0'
    gives "$HISTORY" "$row 2026-06-01" --vandaag=2026-01-01
    gives "$HISTORY" "$row -" --vandaag=2027-01-01
}

@test "an amended, removed or withdrawn day" {
    stap S1 2026-02-02 'Uiterlijk: 2026-12-01' > d.rec
    change Stap S1 2026-03-01 'Uiterlijk: 2026-12-15' >> d.rec
    gives volgende_datum 2026-12-15
    change Stap S1 2026-03-02 Uiterlijk: >> d.rec
    gives volgende_datum -
    change Stap S1 2026-03-03 'Uiterlijk: 2026-12-20' >> d.rec
    gives volgende_datum 2026-12-20
    change Stap S1 2026-03-04 'Vervallen: hoeft niet meer' >> d.rec
    gives volgende_datum -
}

# repeats UITERLIJK HERHAAL DAY [EINDE] [WORD...]: aftercare from that day on, so often, comes next on DAY.
repeats() {
    nazorg 2024-01-01 "Uiterlijk: $1" "Herhaal: $2" ${4:+"Einde: $4"} > d.rec
    gives volgende_datum "$3" "${@:5}"
}

@test "repeated aftercare comes back after so many days, weeks, months, years" {
    # 1, 11 and 21 November are past.
    repeats 2026-11-01 10d 2026-12-01
    # 1 and 29 October are past.
    repeats 2026-10-01 4w 2026-11-26
    repeats 2026-05-15 3m 2027-02-15 '' --vandaag=2026-11-22
    repeats 2024-12-24 1j 2026-12-24
    # To the day: today counts, and yesterday's comes again.
    repeats 2026-11-15 1w 2026-11-22
    repeats 2026-11-14 1w 2026-11-28
    repeats 2026-11-21 1d 2026-11-22
    repeats 2025-11-22 1j 2026-11-22
    # What has not begun does so on its own day.
    repeats 2026-12-05 1d 2026-12-05
    repeats 2026-11-22 1m 2026-11-22
}

@test "a month or year that is too short ends on its last day, and the next is not shorter for it" {
    repeats 2026-08-31 1m 2026-11-30
    repeats 2026-08-31 1m 2026-12-31 '' --vandaag=2026-12-01
    repeats 2026-08-31 3m 2026-11-30
    repeats 2024-02-29 1j 2027-02-28
    repeats 2024-02-29 1j 2028-02-29 '' --vandaag=2027-03-01
}

@test "repeated aftercare goes on until its Einde, that day too" {
    repeats 2026-10-01 4w 2026-11-26 2026-11-26
    repeats 2026-10-01 4w - 2026-11-25
    repeats 2026-05-31 3m 2026-11-30 2026-12-01
    repeats 2026-05-31 3m - 2026-11-29
    repeats 2026-10-01 4w 2026-11-26 2027-01-01
}

@test "aftercare that does not repeat comes once" {
    nazorg 2026-02-02 'Uiterlijk: 2026-11-21' > d.rec
    gives volgende_datum -
    nazorg 2026-02-02 'Uiterlijk: 2026-11-21' 'Einde: 2026-12-31' > d.rec
    gives volgende_datum -
}

@test "a repeat too long for any calendar comes never" {
    repeats 2026-11-01 999999999d -
    repeats 2026-11-01 999999999w -
    repeats 2026-11-01 999999999j -
    repeats 2026-11-01 400j -
}

@test "a repeat that comes after the last day that is known comes never" {
    # 22 November 2200 is a day; the year after it there is none.
    repeats 2026-11-22 174j 2200-11-22 '' --vandaag=2026-11-23
    repeats 2026-11-01 80000d -
    repeats 2026-11-01 11000w -
}

@test "a row holds nothing of the dossier before it, whatever comes after the last day that is known" {
    {
        ID=a-1
        for n in {1..20}; do
            melding "M$n" 2026-02-03 'Begeleider: Achterberg' "$(printf '+ Achterberg%.0s\n' {1..2000})"
        done
        ID=b-2
        nazorg 2026-02-03 'Uiterlijk: 2026-11-01' 'Herhaal: 80000d'
    } > d.rec
    for form in tekst csv xml; do
        try gesprek-rapport caseload --formaat="$form" d.rec
        expect_status 0
        sed -n '/b-2/,$p' uit > rij
        expect_text rij gemeld
        # Any piece of it, or a sign for what is no text.
        run ! grep -E 'chter|berg|[^ -~]' <(tr -d '\r\n' < rij)
    done
}

@test "a number of weeks that is too big does not turn into a small one" {
    # 7 times this is 3 more than 2 to the power of 32.
    repeats 2026-11-01 613566757w -
}

@test "for a client who died nothing is to come; the other columns stay" {
    {
        melding M1 2026-02-03
        record Client C1 2026-02-03 'Naam: Noor'
        gesprek G1 2026-02-10 uitvoering
        record Doel D1 2026-02-10 'Tekst: Ik wil koken.' 'Uiterlijk: 2026-12-01'
    } > d.rec
    gives 'fase gesprekken open_doelen volgende_datum' 'uitvoering 1 1 2026-12-01'
    change Client C1 2026-11-10 'Overleden: 2026-11-09' >> d.rec
    gives 'fase gesprekken open_doelen volgende_datum' 'uitvoering 1 1 -'
    # What is opened later does not come back either; before it was known there was something to come.
    stap S1 2026-11-12 'Uiterlijk: 2026-12-03' >> d.rec
    gives volgende_datum -
    gives volgende_datum 2026-12-01 --op=2026-11-09
    # A mistake, taken back.
    change Client C1 2026-11-13 Overleden: >> d.rec
    gives volgende_datum 2026-12-01
}

@test "that someone near the client died stops nothing" {
    {
        record Relatie L1 2026-02-03 'Groep: familie' 'Band: sterk' 'Overleden: ja'
        stap S1 2026-11-12 'Uiterlijk: 2026-12-03'
    } > d.rec
    gives volgende_datum 2026-12-03
}

# ---- looking back ----

# A dossier in which something changes every time.
history() {
    melding M1 2026-02-03 'Gemeente: 0356' 'Begeleider: m.devries'
    gesprek G1 2026-02-10 onthaal
    record Doel D1 2026-02-17/2026-02-20 'Tekst: Ik wil koken.' 'Evalueren_op: 2026-12-10'
    gesprek G2 2026-03-03 vraagverduidelijking doelbepaling
    record Verwijzing V1 2026-03-10 'Naar: buurthuis' 'Nood: wonen' 'Terugkomen_op: 2026-12-05'
    change Melding M1 2026-03-15 'Begeleider: s.bakker'
    change Doel D1 2026-04-01 'Status: behaald'
    change Gesprek G2 2026-04-10 'Vervallen: verkeerde dag'
    change Gesprek G2 2026-04-20 Vervallen:
    change Verwijzing V1 2026-05-01 'Vervallen: dubbel'
    afsluiting X1 2026-06-01
    nazorg 2026-06-02 'Uiterlijk: 2026-12-24'
    change Nazorg N1 2026-06-03 'Status: gedaan'
    melding M2 2026-07-01 'Gemeente: 0344'
}

@test "--op: every column as it was on the day" {
    history > d.rec
    gives "$HISTORY" '0356 m.devries gemeld 2026-02-03 - 0 0 0 -' --op=2026-02-09
    gives "$HISTORY" '0356 m.devries onthaal 2026-02-03 2026-02-10 1 0 0 -' --op=2026-02-16
    gives "$HISTORY" '0356 m.devries onthaal 2026-02-03 2026-02-10 1 1 0 2026-12-10' --op=2026-02-17
    gives "$HISTORY" '0356 m.devries doelbepaling 2026-02-03 2026-03-03 2 1 0 2026-12-10' --op=2026-03-09
    gives "$HISTORY" '0356 m.devries doelbepaling 2026-02-03 2026-03-03 2 1 1 2026-12-05' --op=2026-03-10
    gives "$HISTORY" '0356 s.bakker doelbepaling 2026-02-03 2026-03-03 2 1 1 2026-12-05' --op=2026-03-15
    gives "$HISTORY" '0356 s.bakker doelbepaling 2026-02-03 2026-03-03 2 0 1 2026-12-05' --op=2026-04-01
    gives "$HISTORY" '0356 s.bakker onthaal 2026-02-03 2026-02-10 1 0 1 2026-12-05' --op=2026-04-10
    gives "$HISTORY" '0356 s.bakker doelbepaling 2026-02-03 2026-03-03 2 0 1 2026-12-05' --op=2026-04-20
    gives "$HISTORY" '0356 s.bakker doelbepaling 2026-02-03 2026-03-03 2 0 0 -' --op=2026-05-01
    gives "$HISTORY" '0356 s.bakker afgesloten 2026-02-03 2026-03-03 2 0 0 -' --op=2026-06-01
    gives "$HISTORY" '0356 s.bakker nazorg 2026-02-03 2026-03-03 2 0 0 2026-12-24' --op=2026-06-02
    gives "$HISTORY" '0356 s.bakker afgesloten 2026-02-03 2026-03-03 2 0 0 -' --op=2026-06-03
    gives "$HISTORY" '0344 - gemeld 2026-07-01 2026-03-03 2 0 0 -' --op=2026-07-01
    gives "$HISTORY" '0344 - gemeld 2026-07-01 2026-03-03 2 0 0 -'
}

@test "--geboekt-tot: every column as it was known then, with --op too" {
    history > d.rec
    gives "$HISTORY" '0356 m.devries onthaal 2026-02-03 2026-02-10 1 0 0 -' --geboekt-tot=2026-02-20T09:59:59+01:00
    gives "$HISTORY" '0356 m.devries onthaal 2026-02-03 2026-02-10 1 1 0 2026-12-10' --geboekt-tot=2026-02-20T10:00:00+01:00
    gives "$HISTORY" '0356 s.bakker doelbepaling 2026-02-03 2026-03-03 2 1 1 2026-12-05' --geboekt-tot=2026-03-31
    gives "$HISTORY" '0356 s.bakker onthaal 2026-02-03 2026-02-10 1 0 1 2026-12-05' --geboekt-tot=2026-04-19
    gives "$HISTORY" '0356 s.bakker nazorg 2026-02-03 2026-03-03 2 0 0 2026-12-24' --geboekt-tot=2026-06-02
    gives "$HISTORY" '0356 m.devries onthaal 2026-02-03 2026-02-10 1 0 0 -' --geboekt-tot=2026-02-18 --op=2026-03-31
    gives "$HISTORY" '0356 m.devries onthaal 2026-02-03 2026-02-10 1 1 0 2026-12-10' --geboekt-tot=2026-12-31 --op=2026-02-17
}

@test "text and XML say what they rest on, csv has only rows" {
    melding M1 2026-02-03 'Gemeente: 0356' > d.rec
    local words=(--vandaag=2026-07-01 --op=2026-06-01 --geboekt-tot=2026-05-01T12:00:00+02:00) moment=2026-05-01T11:00:00+01:00
    try gesprek-rapport caseload "${words[@]}" d.rec
    expect_status 0
    assert_equal "$(sed -n 3,5p uit)" $'Zoals het was op: 2026-06-01\nGeboekt tot en met: '"$moment"$'\nVandaag: 2026-07-01'
    try gesprek-rapport caseload --formaat=xml "${words[@]}" d.rec
    expect_text uit "<caseload xmlns=\"urn:gesprek:rapport:1\" op=\"2026-06-01\" geboekt-tot=\"$moment\" vandaag=\"2026-07-01\">"
    try gesprek-rapport caseload --formaat=csv "${words[@]}" d.rec
    assert_equal "$(wc -l < uit)" 2
}

# ---- forms ----

# Three dossiers: with everything, with the least that a melding is, and without a melding.
three() {
    ID=z-9
    melding M1 2026-01-05 'Gemeente: 0356' 'Werkveld: wijkteam' 'Kader: wmo' 'Begeleider: s.bakker'
    for n in {10..21}; do
        gesprek "G$n" "2026-01-$n" uitvoering
    done
    record Doel D1 2026-02-02 'Tekst: Ik wil koken.' 'Status: open'
    record Doel D2 2026-02-02 'Tekst: Ik wil fietsen.' 'Status: bezig'
    record Verwijzing V1 2026-02-02 'Naar: buurthuis' 'Nood: wonen'
    stap S1 2026-02-02 'Uiterlijk: 2026-12-01'
    ID=a-1
    melding M1 2026-11-01 'Gemeente: 44021'
    ID=M_5
    gesprek G1 2026-03-03 onthaal
}

@test "the table for people, without its padding" {
    three > d.rec
    try gesprek-rapport caseload d.rec
    expect_status 0
    expect_empty fout
    assert_equal "$(sed -e 's/  */ /g' -e 's/--*/-/g' -e 's/==*/=/' uit)" "$(cat <<'END'
Caseload: een rij per dossier (intern)
=
Vandaag: 2026-11-22

dossier gem. werkveld kader begeleider fase begin laatste gespr. doelen verw. volgende
- - - - - - - - - - - -
z-9 0356 wijkteam wmo s.bakker uitvoering 2026-01-05 2026-01-21 12 2 1 2026-12-01
a-1 44021 gemeld 2026-11-01 0 0 0
M_5 onthaal 2026-03-03 1 0 0
END
)"
}

@test "csv: a head row, every value quoted, an empty one empty and a number always there" {
    local head
    head=$(printf '"%s",' id gemeente werkveld kader begeleider fase begin laatste_contact gesprekken open_doelen \
        open_verwijzingen volgende_datum)
    three > d.rec
    try gesprek-rapport caseload --formaat=csv d.rec
    expect_status 0
    expect_empty fout
    # Every line ends in CR and LF: the CR shows as a dollar.
    assert_equal "$(sed 's/\r$/$/' uit)" "${head%,}\$
$(cat <<'END'
"z-9","0356","wijkteam","wmo","s.bakker","uitvoering","2026-01-05","2026-01-21","12","2","1","2026-12-01"$
"a-1","44021","","","","gemeld","2026-11-01","","0","0","0",""$
"M_5","","","","","onthaal","","2026-03-03","1","0","0",""$
END
)"
}

@test "XML: an element a value, no element for an empty one" {
    three > d.rec
    try gesprek-rapport caseload --formaat=xml d.rec
    expect_status 0
    expect_empty fout
    assert_equal "$(cat uit)" "$(cat <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<caseload xmlns="urn:gesprek:rapport:1" vandaag="2026-11-22">
  <dossier>
    <id>z-9</id>
    <gemeente>0356</gemeente>
    <werkveld>wijkteam</werkveld>
    <kader>wmo</kader>
    <begeleider>s.bakker</begeleider>
    <fase>uitvoering</fase>
    <begin>2026-01-05</begin>
    <laatste_contact>2026-01-21</laatste_contact>
    <gesprekken>12</gesprekken>
    <open_doelen>2</open_doelen>
    <open_verwijzingen>1</open_verwijzingen>
    <volgende_datum>2026-12-01</volgende_datum>
  </dossier>
  <dossier>
    <id>a-1</id>
    <gemeente>44021</gemeente>
    <fase>gemeld</fase>
    <begin>2026-11-01</begin>
    <gesprekken>0</gesprekken>
    <open_doelen>0</open_doelen>
    <open_verwijzingen>0</open_verwijzingen>
  </dossier>
  <dossier>
    <id>M_5</id>
    <fase>onthaal</fase>
    <laatste_contact>2026-03-03</laatste_contact>
    <gesprekken>1</gesprekken>
    <open_doelen>0</open_doelen>
    <open_verwijzingen>0</open_verwijzingen>
  </dossier>
</caseload>
END
)"
    run -0 xmllint --noout --nonet --schema "$BATS_TEST_DIRNAME/../schema/caseload.xsd" uit
}

# cells FORM [FILE...]: what stands in every column, a line a dossier, a bar behind each; by the form's own rules.
cells() {
    try gesprek-rapport caseload --formaat="$1" "${@:2}"
    expect_status 0 || return
    case $1 in
    csv) sed -e 1d -e 's/\r$//' -e 's/^"//' -e 's/"$/|/' -e 's/","/|/g' uit ;;
    xml)
        awk -F '[<>]' '
            BEGIN { n = split("id gemeente werkveld kader begeleider fase begin laatste_contact gesprekken open_doelen " \
                              "open_verwijzingen volgende_datum", name, " ") }
            /^    </ { value[$2] = $3 }
            /^  <\/dossier>/ { for (i = 1; i <= n; i++) printf "%s|", value[name[i]]; print ""; split("", value) }' uit
        ;;
    tekst)
        # The line of dashes says where each column stands.
        awk '
            /^---/ { n = split($0, dashes, "  "); next }
            n { at = 1
                for (i = 1; i <= n; i++) {
                    cell = substr($0, at, length(dashes[i])); at += length(dashes[i]) + 2
                    # A number stands at the right of its column, all else at the left.
                    if (i >= 9 && i <= 11 ? cell !~ /[0-9]$/ : cell ~ /^ +[^ ]/) cell = "scheef"
                    gsub(/^ +| +$/, "", cell); printf "%s|", cell }
                print "" }' uit
        ;;
    esac
}

# sums < cells: of the three columns of numbers.
sums() {
    awk -F '|' '{ gesprekken += $9; doelen += $10; verwijzingen += $11 } END { print gesprekken, doelen, verwijzingen }'
}

@test "the three forms say the same in every column, and their sums are equal" {
    three > d.rec
    for form in csv xml tekst; do
        cells "$form" d.rec > "rijen.$form"
        assert_equal "$(sums < "rijen.$form")" '13 2 1'
        # The examples when much was open.
        cells "$form" --op=2026-08-01 "$CASUS" > "samen.$form"
    done
    cmp rijen.csv rijen.xml
    cmp rijen.csv rijen.tekst
    [ "$(wc -l < samen.csv)" -eq 3 ]
    diff samen.csv samen.xml
    diff samen.csv samen.tekst
}

@test "every phase fits in its column of the table" {
    for phase in $(choices Gesprek Fase); do
        ID=${phase::5}
        melding M1 2026-02-03 'Gemeente: 0356'
        gesprek G1 2026-02-10 "$phase"
    done > d.rec
    cells csv d.rec > rijen.csv
    cells tekst d.rec > rijen.tekst
    diff rijen.csv rijen.tekst
}

@test "rows come in the order in which the dossiers are read" {
    three > een.rec
    ID=b-2
    melding M1 2026-01-01 > twee.rec
    for form in csv xml tekst; do
        assert_equal "$(cells "$form" een.rec twee.rec | cut -d '|' -f 1 | paste -sd ' ')" 'z-9 a-1 M_5 b-2'
        assert_equal "$(cells "$form" twee.rec een.rec | cut -d '|' -f 1 | paste -sd ' ')" 'b-2 z-9 a-1 M_5'
    done
}

@test "a dossier without a melding has a row" {
    { gesprek G1 2026-03-03 onthaal uitvoering; stap S1 2026-03-03 'Uiterlijk: 2026-12-01'; } > d.rec
    gives 'gemeente werkveld kader begeleider fase begin laatste_contact gesprekken volgende_datum' \
        '- - - - uitvoering - 2026-03-03 1 2026-12-01'
    stap S1 2026-03-03 > d.rec
    gives 'id begin laatste_contact gesprekken open_doelen open_verwijzingen volgende_datum' 'd-1 - - 0 0 0 -'
}

@test "a dossier that was not there yet on the day, or not known, has no row" {
    {
        melding M1 2026-02-03
        change Melding M1 2026-02-04 'Reden: x'
        ID=d-2
        melding M1 2026-01-05/2026-01-20
    } > d.rec
    gives id $'d-1\nd-2' --op=2026-02-03
    gives id d-2 --op=2026-02-02
    gives id d-2 --geboekt-tot=2026-02-02
    gives id d-2 --geboekt-tot=2026-01-20
    gives id d-2 --op=2026-01-05
}

@test "a dossier of which all was withdrawn has a row, with nothing in it" {
    {
        melding M1 2026-02-03 'Gemeente: 0356' 'Begeleider: m.devries'
        stap S1 2026-02-03 'Uiterlijk: 2026-12-01'
        change Melding M1 2026-02-04 'Vervallen: verkeerde persoon'
        change Stap S1 2026-02-04 'Vervallen: verkeerde persoon'
    } > d.rec
    gives 'id gemeente begeleider begin laatste_contact gesprekken open_doelen open_verwijzingen volgende_datum' \
        'd-1 - - - - 0 0 0 -'
}

@test "a begeleider that a spreadsheet would run has an apostrophe in csv, and in csv alone" {
    for value in '=cmd()' '+31612345678' '-1' '@som(A1)' $'\t=1'; do
        melding M1 2026-02-03 "Begeleider: $value" > d.rec
        try gesprek-rapport caseload --formaat=csv d.rec
        expect_status 0
        expect_text uit ",\"'$value\","
        try gesprek-rapport caseload --formaat=xml d.rec
        expect_text uit "<begeleider>$value</begeleider>"
        try gesprek-rapport caseload d.rec
        expect_no_text uit \'
        expect_text uit "${value#$'\t'}"
    done
    # Not where it is plain text.
    for value in 'a=b' 'm.devries' '0612' "'s avonds: noor" 'élodie'; do
        melding M1 2026-02-03 "Begeleider: $value" > d.rec
        try gesprek-rapport caseload --formaat=csv d.rec
        expect_text uit ",\"$value\","
    done
}

@test "quotes, commas, tags and more lines in a begeleider" {
    melding M1 2026-02-03 'Begeleider: "Noor", <wijk> & co' '+ tweede regel' > d.rec
    try gesprek-rapport caseload --formaat=csv d.rec
    expect_text uit '"""Noor"", <wijk> & co'$'\n''tweede regel","gemeld"'
    try gesprek-rapport caseload --formaat=xml d.rec
    expect_text uit $'&lt;wijk&gt; &amp; co\ntweede regel</begeleider>'
    assert_equal "$(xmllint --xpath 'string(//*[local-name()="begeleider"])' uit)" $'"Noor", <wijk> & co\ntweede regel'
    # A row of the table stays one line.
    try gesprek-rapport caseload d.rec
    assert_equal "$(tail -n 2 uit | cut -c 1-4)" $'----\nd-1 '
    expect_text uit '"Noor", <wijk> & co␊tweede regel'
}

@test "what is too wide for its column is not cut off" {
    ID=een-nummer-dat-langer-is-dan-de-kolom
    melding M1 2026-02-03 'Gemeente: 0356' 'Begeleider: een-heel-lange-naam-van-een-team' > d.rec
    try gesprek-rapport caseload d.rec
    assert_equal "$(tail -n 1 uit | tr -s ' ')" "$ID 0356 een-heel-lange-naam-van-een-team gemeld 2026-02-03 0 0 0"
}

# A dossier in which every field of text of every type, and every key that may be chosen, says who it is about.
named() {
    gesprek-check --schema | awk '
        function start() {
            printf "\n%s: %s%d\nDossier: d-1\nOp: 2026-02-03\n", type, type == "Domein" ? "Achterberg" : "Q", ++n }
        /^[A-Z]/ { type = $1; outside = /buiten het dossier/; if (!outside) start(); next }
        /^  [A-Z]/ && !outside && $2 == "tekst" && !(type == "Melding" && $1 == "Begeleider") {
            printf "%s: Achterberg\n+ Zus Achterberg\n", $1; if (/ vaker /) printf "%s: Oom Achterberg\n", $1 }
        END { print "" }'
    printf '# Achterberg\nKleur: Achterberg\nDossier: d-1\nOp: 2026-02-03\nDoor: Achterberg\nTint: Achterberg\n\n'
    change Melding Q1 2026-02-05 'Begeleider: m.devries' 'Onbekend_veld: Achterberg' 'Reden: Achterberg'
    change Client Q2 2026-02-05 'Naam: Achterberg'
    change Vertegenwoordiger Q3 2026-02-05 'Vervallen: Achterberg'
}

@test "whatever a dossier says about whoever, no form says it on: only the begeleider is named" {
    named > d.rec
    [ "$(grep -c Achterberg d.rec)" -gt 200 ]
    for form in tekst csv xml; do
        try gesprek-rapport caseload --formaat="$form" d.rec
        expect_status 0
        expect_empty fout
        expect_text uit d-1
        expect_text uit m.devries
        expect_no_text uit chterberg
        expect_no_text uit Zus
        expect_no_text uit Oom
    done
}

@test "without any melding an afsluiting closes the dossier itself" {
    { gesprek G1 2026-02-03 uitvoering; afsluiting X1 2026-05-01; } > d.rec
    gives fase afgesloten
    gives fase uitvoering --op=2026-04-30
}

@test "a last conversation without a phase leaves the one before it" {
    { melding M1 2026-02-01; gesprek G1 2026-02-03 uitvoering; record Gesprek G2 2026-02-10 'Vorm: kantoor'; } > d.rec
    gives 'fase laatste_contact' 'uitvoering 2026-02-10'
}

@test "a wish to come back to gives a date; a domain that the client does not want to come back to gives none" {
    { melding M1 2026-02-01; record Doel D1 2026-02-03 'Tekst: Ik wil reizen.' 'Status: wens' 'Terugkomen_op: 2026-12-10'; } > d.rec
    gives 'open_doelen volgende_datum' '0 2026-12-10'
    for answer in ja nee; do
        { melding M1 2026-02-01; record Domein wonen 2026-02-03 'Besproken: later' 'Geparkeerd_tot: 2026-12-05' "Akkoord_terugkomen: $answer"; } > d.rec
        gives volgende_datum "$([ "$answer" = nee ] && echo - || echo 2026-12-05)"
    done
}
