#!/usr/bin/env bats
# shellcheck disable=SC2030,SC2031,SC2034,SC2129  # each test is a subshell; tried is for tell; one record at a time reads best
# gesprek-nazorg: plan, contact, niet-bereikt, afsluiten, and the two sheets. What is due is for herinner.bats and termijn.bats.

load hulp

setup() {
    hulp_setup
    cp "$CASUS"/*.rec .
    start >d.rec
}

start() {
    good d-1
    record Client C1 2026-02-01 'Naam: Noor'
}

# moment DAY FIELD...: N1, planned on 1 May.
moment() {
    record Nazorg N1 2026-05-01 'Soort: bellen' "Uiterlijk: $1" 'Status: open' "${@:2}"
}

# noted WORD...: it is written in d.rec, and what is new is in nieuw.
noted() {
    cp d.rec voor.rec
    try gesprek-nazorg "$@" -i d.rec
    expect_status 0
    tail -c "+$(($(wc -c <voor.rec) + 1))" d.rec >nieuw
    cmp -n "$(wc -c <voor.rec)" voor.rec d.rec
    ! gesprek-check d.rec | grep ': fout: '
}

# refused STATUS CODE TEXT WORD...: nothing is written and nothing printed.
refused() {
    cp d.rec voor.rec
    try gesprek-nazorg "${@:4}" -i d.rec
    expect_status "$1"
    expect_empty uit
    expect_text fout "$3"
    expect_text fout "[$2]"
    cmp voor.rec d.rec
}

# ---- plan ----

@test "plan: a moment that is open, by options, by a template, as a filter and alone" {
    noted plan --soort=bellen --uiterlijk=+4w --herhaal=4w --einde=+6m --wie=Sanne --wat-vragen='Hoe is het?'
    printf '%s\n' 'Nazorg: N1' 'Dossier: d-1' 'Op: 2026-11-22' 'Door: m.devries' 'Geboekt: 2026-11-22T14:30:00+01:00' 'Soort: bellen' \
        'Uiterlijk: 2026-12-20' 'Herhaal: 4w' 'Einde: 2027-05-22' 'Wie: Sanne' 'Wat_vragen: Hoe is het?' 'Status: open' '' >verwacht
    cmp verwacht nieuw
    assert_equal "$(<uit)" N1
    expect_empty fout
    gesprek-nazorg plan --sjabloon | sed 's/^Soort:/& bericht/; s/^Uiterlijk:/& 2026-12-01/' >in.txt
    noted plan --ingevuld=in.txt
    expect_text nieuw 'Soort: bericht'
    try gesprek-nazorg plan --soort=gesprek --uiterlijk=2027-01-01 --status=gestopt - <d.rec
    expect_status 0
    cmp -n "$(wc -c <d.rec)" d.rec uit
    expect_text uit 'Status: gestopt'
    try gesprek-nazorg plan --soort=gesprek --uiterlijk=2027-01-01 -n d.rec
    assert_equal "$(head -n 1 uit)" 'Nazorg: N3'
}

@test "plan refuses what cannot be, and says what was missing" {
    refused 2 veld-nodig 'Uiterlijk' plan --soort=bellen
    refused 2 keuze-onbekend 'Soort' plan --soort=duif --uiterlijk=+1w
    refused 3 stand-past-niet 'ligt voor de eerste dag' plan --soort=bellen --uiterlijk=+4w --einde=+3w
    refused 2 gebruik 'geen terminal' plan
    refused 2 gebruik 'Bedoelt u --soort' plan --soortt=bellen
    noted plan --soort=bellen --uiterlijk=+4w --einde=+4w
    printf 'Doel: D1\nfout\n' >fout.rec
    try gesprek-nazorg plan --soort=bellen --uiterlijk=+4w fout.rec
    expect_status 3
    expect_empty uit
    try gesprek-nazorg plan --soort=bellen --uiterlijk=+4w er-niet.rec
    expect_status 4
    try gesprek-nazorg plan --soort=bellen --uiterlijk=+4w </dev/null
    expect_status 3
}

@test "plan asks to talk first with who does not want it, and is for the family when somebody died" {
    record Afsluiting X1 2026-05-01 'Reden: volgens-plan' 'Nazorg_gewenst: nee' >>d.rec
    noted plan --soort=bellen --uiterlijk=+4w
    expect_message fout 'gesprek-nazorg: opmerking' 'Bespreek het eerst' geen-nazorg-gewenst
    change Client C1 2026-06-01 'Overleden: 2026-05-30' >>d.rec
    noted plan --soort=bellen --uiterlijk=+4w
    expect_message fout 'gesprek-nazorg: opmerking' 'voor de naasten' voor-naasten
    expect_no_text fout geen-nazorg-gewenst
}

# ---- contact ----

# after DAY WANT: a contact on DAY moves Uiterlijk to WANT, or says `klaar`, or leaves it: `blijft`.
after() {
    try gesprek-nazorg contact N1 --op="$1" -n d.rec
    expect_status 0 || return
    if ! grep -q '^Nazorg:' uit; then
        got=blijft
        expect_text fout 'extra contact'
    elif grep -q '^Status: gedaan$' uit; then
        got=klaar
    else
        got=$(sed -n '/^Nazorg:/,/^$/s/^Uiterlijk: //p' uit)
    fi
    [ "$got" = "$2" ] || tell "na $1: $got, verwacht $2"
}

@test "contact: a conversation that is Bij the moment, and what came of it" {
    moment 2026-11-22 'Herhaal: 4w' >>d.rec
    noted contact N1 --samenvatting='Goed.' --stap.wat=Bellen --stap.wie=Noor --domein=wonen --domein.besproken=ja
    printf '%s\n' 'Gesprek: G1' 'Dossier: d-1' 'Op: 2026-11-22' 'Door: m.devries' 'Geboekt: 2026-11-22T14:30:00+01:00' 'Samenvatting: Goed.' \
        'Vorm: telefonisch' 'Fase: nazorg' 'Aanleiding: nazorg' 'Bij: N1' '' >verwacht
    cmp verwacht <(head -n 11 nieuw)
    expect_text nieuw 'Bij: G1'
    expect_text nieuw 'Domein: wonen'
    expect_text nieuw 'Uiterlijk: 2026-12-20'
    assert_equal "$(<uit)" $'G1\nS1\nwonen\nN1'
    expect_message fout 'gesprek-nazorg: opmerking' 'uiterlijk 20 december 2026' hierna
}

@test "contact: how people talk follows from how contact was sought, where there is one way" {
    for pair in bellen=telefonisch huisbezoek=huisbezoek bericht=chat; do
        { start; record Nazorg N1 2026-05-01 "Soort: ${pair%=*}" 'Uiterlijk: 2026-12-01'; } >d.rec
        try gesprek-nazorg contact N1 -n d.rec
        expect_text uit "Vorm: ${pair#*=}"
        try gesprek-nazorg contact N1 --vorm=onderweg --fase=nazorg --fase=onthaal -n d.rec
        expect_text uit 'Vorm: onderweg'
        expect_text uit 'Fase: onthaal'
        expect_no_text uit "Vorm: ${pair#*=}"
    done
    { start; record Nazorg N1 2026-05-01 'Soort: gesprek' 'Uiterlijk: 2026-12-01'; } >d.rec
    refused 2 veld-nodig 'Vorm' contact N1
    expect_no_text fout hierna
}

@test "the next moment: on the beat of the first, and never twice in a row" {
    { start; moment 2026-06-01 'Herhaal: 4w'; } >d.rec
    after 2026-06-01 2026-06-29
    after 2026-05-18 2026-06-29 # half an interval before
    after 2026-05-17 blijft     # more: an extra one
    after 2026-06-14 2026-06-29
    after 2026-06-15 2026-07-27 # half an interval late
    after 2026-08-20 2026-09-21
}

@test "the next moment: the 31st stays the 31st, also when it was moved on to a shorter month" {
    { start; moment 2027-01-31 'Herhaal: 1m'; } >d.rec
    after 2027-01-31 2027-02-28
    change Nazorg N1 2027-01-31 'Uiterlijk: 2027-02-28' >>d.rec
    after 2027-02-28 2027-03-31
    { start; moment 2028-02-29 'Herhaal: 1j'; } >d.rec
    after 2028-02-29 2029-02-28
    change Nazorg N1 2028-02-29 'Uiterlijk: 2029-02-28' >>d.rec
    after 2029-02-28 2030-02-28
    { start; moment 2027-01-31 'Herhaal: 1m'; change Nazorg N1 2026-05-02 'Uiterlijk: 2027-02-15'; } >d.rec
    after 2027-02-15 2027-03-15 # another day was agreed
}

@test "the next moment: until its Einde, which is the last; without Herhaal and Einde it is done" {
    { start; moment 2026-06-01 'Herhaal: 4w' 'Einde: 2026-07-10'; } >d.rec
    after 2026-06-01 2026-06-29
    after 2026-06-29 2026-07-10
    after 2026-07-09 2026-07-10
    after 2026-07-10 klaar
    after 2026-08-01 klaar
    { start; moment 2026-06-01 'Einde: 2026-07-10'; } >d.rec
    after 2026-06-01 2026-07-10
    after 2026-07-10 klaar
    { start; moment 2026-06-01; } >d.rec
    after 2026-05-10 klaar
}

@test "the contacts of the three examples moved on as their files say" {
    for id in emma johan richard; do
        awk 'BEGIN { RS = ""; ORS = "\n\n" }
            /^Nazorg: N1\n/ && /Gewijzigd: / { split($0, l, "\n"); for (i in l) { if (l[i] ~ /^Op: /) op = substr(l[i], 5)
                if (l[i] ~ /^Uiterlijk: /) day = substr(l[i], 12) } print op " " day }' $id.rec | grep . >bewegingen
        [ -s bewegingen ]
        while read -r op day; do
            head -c "$(grep -b -m 1 "^Gesprek: $(awk -v op="$op" 'BEGIN { RS = "" } $0 ~ "^Gesprek: " && $0 ~ "\nOp: " op "\n" && /\nBij: N1/ \
                { split($1 " " $2, w); print $2; exit }' $id.rec)\$" $id.rec | cut -d: -f1)" $id.rec >d.rec
            try gesprek-nazorg contact N1 --vorm=telefonisch --op="$op" -n d.rec
            expect_status 0
            expect_text uit "Uiterlijk: $day"
        done <bewegingen
    done
}

@test "contact and niet-bereikt refuse a key that is none, not there, of another type, withdrawn or over" {
    moment 2026-12-01 >>d.rec
    for verb in contact niet-bereikt; do
        refused 3 sleutel-onbekend 'geen Nazorg met de sleutel N9' $verb N9
        refused 3 sleutel-onbekend 'geen Nazorg met de sleutel C1' $verb C1
        try gesprek-nazorg $verb 'N 1' d.rec
        expect_status 2
        expect_text fout 'noem een sleutel'
        refused 3 sleutel-onbekend 'de dag' $verb N1 --op=2026-04-01
        for ending in gedaan gestopt; do
            { start; moment 2026-12-01; change Nazorg N1 2026-06-01 "Status: $ending"; } >d.rec
            refused 3 stand-past-niet 'al klaar' $verb N1
        done
        { start; moment 2026-12-01; change Nazorg N1 2026-06-01 'Vervallen: vergissing'; } >d.rec
        refused 3 sleutel-onbekend N1 $verb N1
        { start; moment 2026-12-01; } >d.rec
    done
    refused 2 gebruik 'hoort niet bij' niet-bereikt N1 --ingevuld=x
}

# ---- niet-bereikt ----

@test "niet-bereikt: noted, counted until there is contact, with a day and a line for the next try" {
    moment 2026-11-20 'Herhaal: 4w' >>d.rec
    noted niet-bereikt N1
    printf '%s\n' 'Nazorg: N1' 'Dossier: d-1' 'Op: 2026-11-22' 'Door: m.devries' 'Gewijzigd: 2026-11-22T14:30:00+01:00' 'Status: niet-bereikt' '' |
        cmp - nieuw
    expect_message fout 'gesprek-nazorg: opmerking' '1 keer niet bereikt. Geef niet op' hierna
    expect_text fout 'op 25 november 2026'
    # The line does what it says.
    line=$(grep -o 'gesprek-noteer nieuw Stap .*--uiterlijk=[-0-9]*' fout)
    eval "$line -i d.rec" >sleutel
    grep -q '^Bij: N1$' <(sed -n "/^Stap: $(<sleutel)/,/^\$/p" d.rec)
    noted niet-bereikt N1
    expect_text fout '2 keer'
    noted niet-bereikt N1
    expect_text fout '3 keer niet bereikt. Denk aan een andere manier'
    expect_no_text fout 'Geef niet op'
    noted contact N1
    expect_text nieuw 'Status: open'
    expect_text nieuw 'Uiterlijk: 2026-12-18'
    noted niet-bereikt N1
    expect_text fout '1 keer'
}

@test "niet-bereikt: how often and how soon is in the configuration; a wrong one is said" {
    moment 2026-11-20 >>d.rec
    printf '%s\n' 'Instelling: x' 'Nazorg_pogingen: 1' 'Nazorg_weer: 1w' >c.rec
    export GESPREK_CONFIG=c.rec
    noted niet-bereikt N1
    expect_text fout 'andere manier'
    expect_text fout '29 november 2026'
    for line in 'Nazorg_pogingen: veel' 'Nazorg_pogingen: 0' 'Nazorg_weer: gauw'; do
        printf '%s\n' 'Instelling: x' "$line" >c.rec
        refused 3 waarde-fout "${line%%:*}" niet-bereikt N1
    done
}

@test "niet-bereikt warns of who must be reached with care, without a word of why" {
    change Client C1 2026-02-02 'Veilig_bereikbaar: niet als Piet thuis is' >>d.rec
    moment 2026-11-20 >>d.rec
    noted niet-bereikt N1
    expect_text fout '[veilig-bereikbaar]'
    expect_no_text fout Piet
}

# ---- afsluiten ----

END=(--beleving='Rustig.' --afsluiting.reden=volgens-plan)

@test "afsluiten: the client first, then the end of the last melding, then aftercare; all at once" {
    record Melding M2 2026-09-01 'Vraag: x' 'Gemeente: 0356' >>d.rec
    noted afsluiten "${END[@]}" --cijfer=8 --nazorg.soort=bellen --nazorg.uiterlijk=+4w --nazorg.soort=bericht --nazorg.uiterlijk=+8w
    assert_equal "$(<uit)" $'W1\nX1\nN1\nN2'
    assert_equal "$(grep -E '^(Evaluatie|Afsluiting|Nazorg): ' nieuw)" $'Evaluatie: W1\nAfsluiting: X1\nNazorg: N1\nNazorg: N2'
    expect_text nieuw 'Bij: M2'
    assert_equal "$(grep -c '^Status: open$' nieuw)" 2
    run -0 gesprek-kies -l --waar Fase=nazorg d.rec
    assert_output d.rec
    refused 3 stand-past-niet 'al afgesloten' afsluiten "${END[@]}"
}

@test "afsluiten by a template, of which a part may stay empty" {
    gesprek-nazorg afsluiten --sjabloon >in.txt
    assert_equal "$(grep -E '^[A-Z][a-z]*:$' in.txt | grep -xE 'Evaluatie:|Afsluiting:|Nazorg:')" $'Evaluatie:\nAfsluiting:\nNazorg:'
    sed -i 's/^Beleving:/& Fijn./; s/^Reden:/& verhuizing/' in.txt
    noted afsluiten --ingevuld=in.txt
    assert_equal "$(<uit)" $'W1\nX1'
    start >d.rec
    sed -i 's/^Beleving:.*/Beleving:/; s/^Soort:/& bellen/; s/^Uiterlijk:/& 2026-12-24/' in.txt
    noted afsluiten --ingevuld=in.txt
    assert_equal "$(<uit)" $'X1\nN1'
    expect_text fout '[geen-evaluatie]'
}

@test "afsluiten refuses what is no end" {
    refused 2 gebruik '--afsluiting.reden' afsluiten --beleving=x
    refused 2 gebruik 'evaluatie, afsluiting of nazorg' afsluiten --doel.tekst=x
    refused 3 stand-past-niet 'voor de eerste dag' afsluiten "${END[@]}" --nazorg.soort=bellen --nazorg.uiterlijk=+4w --nazorg.einde=+1w
    refused 2 veld-nodig 'nazorg.uiterlijk' afsluiten "${END[@]}" --nazorg.soort=bellen
    refused 2 gebruik 'geen terminal' afsluiten
}

@test "afsluiten names what is still open, each kind with its keys, and is never stopped by it" {
    record Doel D1 2026-02-02 'Tekst: a' >>d.rec
    record Doel D2 2026-02-02 'Tekst: b' 'Status: bezig' >>d.rec
    record Doel D3 2026-02-02 'Tekst: c' 'Status: behaald' >>d.rec
    record Stap S1 2026-02-02 'Wat: a' 'Wie: Noor' >>d.rec
    record Stap S2 2026-02-02 'Wat: a' 'Wie: Noor' 'Status: gedaan' >>d.rec
    record Verwijzing V1 2026-02-02 'Naar: a' 'Nood: wonen' 'Status: time-out' >>d.rec
    record Verwijzing V2 2026-02-02 'Naar: a' 'Nood: wonen' 'Status: afgerond' >>d.rec
    record Afspraak A1 2026-02-02 'Wanneer: 2026-12-01T10:00' >>d.rec
    record Afspraak A2 2026-02-02 'Wanneer: 2026-02-03T10:00' 'Status: geweest' >>d.rec
    record Informatievraag I1 2026-02-02 'Van: a' 'Vraag_om: b' >>d.rec
    record Informatievraag I2 2026-02-02 'Van: a' 'Vraag_om: b' 'Afgehandeld: 2026-02-03' >>d.rec
    record Recht R1 2026-02-02 'Omschrijving: a' 'Status: aangevraagd' >>d.rec
    record Recht R2 2026-02-02 'Omschrijving: a' 'Status: toegekend' >>d.rec
    moment 2026-12-01 >>d.rec
    noted afsluiten "${END[@]}"
    sed -n 's/.*er staat nog open: \([^)]*)\)\..*\[nog-open\]$/\1/p' fout >open
    diff open - <<'X'
2 doelen (D1, D2)
1 stap (S1)
1 verwijzing (V1)
1 afspraak (A1)
1 vraag om informatie (I1)
1 recht dat nog loopt (R1)
1 nazorg van eerder (N1)
X
    start >d.rec
    noted afsluiten "${END[@]}"
    expect_empty fout
}

@test "afsluiten: what to think of, by the reason" {
    noted afsluiten --afsluiting.reden=overlijden
    assert_equal "$(<uit)" X1
    expect_text fout '[overlijden-noteren]'
    expect_no_text fout geen-evaluatie
    { start; change Client C1 2026-06-01 'Overleden: 2026-05-30'; } >d.rec
    noted afsluiten --afsluiting.reden=overlijden
    expect_empty fout
    start >d.rec
    noted afsluiten --afsluiting.reden=geen-contact-gekregen
    expect_empty fout
    start >d.rec
    noted afsluiten "${END[@]}" --afsluiting.nazorg-gewenst=ja
    expect_text fout '[nazorg-plannen]'
}

@test "afsluiten at the terminal: what the client cannot tell is passed over; plan asks too" {
    export TERM=xterm
    # the day; Beleving passed over; Reden; the rest of the Afsluiting not; Ctrl-D; keep
    { printf 'regel %s\n' '' '' overlijden; printf '%s\n' vraag 'typ \x04'; echo 'regel '; } >toetsen
    status=0
    python3 "$BATS_TEST_DIRNAME/toetsenbord.py" toetsen gesprek-nazorg afsluiten -i d.rec >uit 2>fout </dev/null || status=$?
    tried=terminal
    expect_status 0
    assert_equal "$(<uit)" X1
    expect_text d.rec 'Reden: overlijden'
    expect_no_text d.rec 'Evaluatie:'
    { printf 'regel %s\n' '' bellen 2026-12-24; printf '%s\n' vraag 'typ \x04'; echo 'regel '; } >toetsen
    status=0
    python3 "$BATS_TEST_DIRNAME/toetsenbord.py" toetsen gesprek-nazorg plan -i d.rec >uit 2>fout </dev/null || status=$?
    expect_status 0
    expect_text d.rec 'Uiterlijk: 2026-12-24'
}

# ---- the sheets ----

life() {
    good d-1
    record Client C1 2026-02-01 'Naam: Noor' 'Adres: Geheimstraat 1' "$@"
    change Melding M1 2026-02-01 'Begeleider: Sanne de Wit'
    record Werkafspraak F1 2026-02-02 'Verwacht_client: eerlijk zijn' 'Bereikbaar: elke werkdag'
    record Veiligheid U1 2026-02-04 'Aard: zorgen thuis' 'Teken: blauwe plek'
    record Doel D1 2026-02-05 'Tekst: Ik kook zelf.' 'Status: behaald'
    record Doel D2 2026-02-05 'Tekst: Ik reis alleen.' 'Status: niet-behaald'
    record Relatie L1 2026-02-08 'Groep: familie' 'Band: sterk' 'Naam: oom Jan' 'Steun: praktisch'
    record Relatie L2 2026-02-08 'Groep: partner' 'Band: gewoon' 'Naam: Piet' 'Steun: praktisch' 'Spanning: onveilig'
    record Afspraak A1 2026-10-01 'Wanneer: 2026-12-09T09:05' 'Plaats: de bieb'
    record Afspraak A2 2026-10-01 'Wanneer: 2026-11-09T09:05'
    record Nazorg N1 2026-10-01 'Soort: bellen' 'Uiterlijk: 2026-12-01' 'Herhaal: 4w' 'Einde: 2027-04-06' 'Wie: Sanne de Wit' 'Wat_vragen: Lukt het koken?'
    record Nazorg N2 2026-10-01 'Soort: huisbezoek' 'Uiterlijk: 2026-11-01' 'Wie: vrijwilliger Bo'
    record Nazorg N3 2026-10-01 'Soort: bericht' 'Uiterlijk: 2026-12-05' 'Status: gestopt'
}

ending() {
    record Evaluatie W1 2026-10-02 'Beleving: fijn' 'Neem_ik_mee: rust' 'Opmerking_begeleider: moe'
    record Afsluiting X1 2026-10-02 'Reden: volgens-plan' 'Kracht: houdt vol' 'Valkuil: te veel tegelijk' "${@:-Steun_op_terugval: oom Jan}"
}

@test "reminderblad: what is to come, who seeks contact, whom to call" {
    { life; ending; } >d.rec
    try gesprek-nazorg reminderblad d.rec
    expect_status 0
    expect_empty fout
    diff uit - <<'X'
Niet vergeten – Noor
====================
22 november 2026

Mijn afspraken
--------------
- woensdag 9 december 2026 om 9.05 uur
  Waar: de bieb

Wie contact met mij zoekt
-------------------------
- Mijn begeleider belt mij, uiterlijk op dinsdag 1 december 2026
  Daarna steeds na 4 weken, tot en met 6 april 2027
  Dan praten we over: Lukt het koken?
- vrijwilliger Bo komt bij mij langs, zo snel mogelijk

Gaat het eerder niet goed? Dan wacht ik niet. Ik vraag hulp aan wie hieronder
staat.

Wie ik kan bellen
-----------------
- oom Jan
- Mijn begeleider: Sanne de Wit
  Bereikbaar: elke werkdag

Is er nu gevaar?
----------------
Bel 112.

Voor de cliënt. Klopt er iets niet? Zeg het, dan passen we het aan.
X
    life >d.rec # still under way: those who help
    try gesprek-nazorg reminderblad d.rec
    expect_text uit 'oom Jan: helpt mij met dingen doen'
    expect_no_text uit Piet
}

@test "afsluitblad: what I can, what to mind, whom to call" {
    { life; ending; } >d.rec
    try gesprek-nazorg afsluitblad d.rec
    expect_status 0
    assert_equal "$(grep -B1 -E '^-+$' uit | grep -vE '^-+$')" 'Dit is gelukt
Wat ik goed kan
Dit neem ik mee
Hier let ik op
Wie ik kan bellen
Wie contact met mij zoekt
Mijn afspraken
Is er nu gevaar?'
    for text in 'Ik kook zelf.' 'houdt vol' 'rust' 'te veel tegelijk' 'oom Jan'; do
        expect_text uit "- $text"
    done
    for text in 'reis alleen' moe Geheimstraat 'blauwe plek' Piet; do
        expect_no_text uit "$text"
    done
    record Melding M2 2026-11-01 'Vraag: x' 'Gemeente: 0356' >>d.rec
    try gesprek-nazorg afsluitblad d.rec
    expect_status 1
    expect_message fout 'gesprek-nazorg: fout' 'nog niets afgesloten' geen-blad
}

@test "a contact that was noted elsewhere counts on the sheet too" {
    { life; record Gesprek G1 2026-12-01 'Vorm: chat' 'Fase: nazorg' 'Bij: N1'; } >d.rec
    try gesprek-nazorg reminderblad --vandaag=2026-12-02 d.rec
    expect_text uit 'dinsdag 29 december 2026'
    { life; record Gesprek G1 2026-11-01 'Vorm: chat' 'Fase: nazorg' 'Bij: N2'; } >d.rec
    try gesprek-nazorg reminderblad d.rec
    expect_no_text uit vrijwilliger
}

@test "who hurts or died is not on a sheet, and the worker is told" {
    for wrong in 'Spanning: onveilig' 'Spanning: gespannen' 'Band: verbroken' 'Overleden: ja'; do
        { life; ending 'Steun_op_terugval: oom Jan, op zondag' 'Steun_op_terugval: tante'; change Relatie L1 2026-11-01 "$wrong"; } >d.rec
        for sheet in reminderblad afsluitblad; do
            try gesprek-nazorg $sheet d.rec
            expect_status 0
            expect_no_text uit 'oom Jan'
            expect_text uit '- tante'
            expect_text fout '[niet-op-blad]'
            expect_no_text fout Jan
        done
    done
}

@test "who must be reached with care: said on each sheet and to the worker; the address is on none" {
    for field in 'Veilig_bereikbaar: niet als Piet thuis is' 'Geheim_adres: ja'; do
        { life "$field"; ending; } >d.rec
        for sheet in reminderblad afsluitblad; do
            for form in tekst html; do
                try gesprek-nazorg $sheet --formaat=$form d.rec
                expect_status 0
                expect_text uit 'geef dit blad zelf in de hand'
                expect_no_text uit Piet
                expect_no_text uit Geheimstraat
                expect_text fout '[veilig-bereikbaar]'
            done
        done
    done
}

@test "the sheets of each of the three cases are one page of A4" {
    local browser
    browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || skip 'er is geen chromium'
    command -v pdfinfo >/dev/null || skip 'er is geen pdfinfo'
    for sheet in reminderblad afsluitblad; do
        # Each begins on a new page: three pages are one for each.
        try gesprek-nazorg $sheet --formaat=html --uit=$sheet.html "$CASUS"
        expect_status 0
        timeout 60 "$browser" --headless --no-sandbox --disable-gpu --user-data-dir="$PWD/venster" --no-pdf-header-footer \
            --print-to-pdf=$sheet.pdf "file://$PWD/$sheet.html" >venster.uit 2>&1 || skip 'chromium print hier niet'
        run -0 pdfinfo $sheet.pdf
        assert_line --regexp '^Pages: +3$'
        assert_line --regexp '^Page size: .*A4'
    done
}

@test "the sheets are in large letters as html, other sheets are not; others get none" {
    { life; ending; } >d.rec
    for sheet in reminderblad afsluitblad; do
        try gesprek-nazorg $sheet --formaat=html --uit=blad.html d.rec
        expect_status 0
        grep -q '^<html lang="nl" class="groot">$' blad.html
        ! command -v xmllint >/dev/null || xmllint --html --noout blad.html 2>/dev/null
        try gesprek-nazorg $sheet --voor=Buurthuis d.rec
        expect_status 2
        expect_text fout 'voor de cliënt'
        try gesprek-nazorg $sheet --formaat=csv d.rec
        expect_status 2
    done
    run -0 gesprek-stavaza --voor-client --formaat=html d.rec
    assert_line '<html lang="nl">'
}

@test "somebody who died: only what was planned for the family, without a name; no afsluitblad" {
    { life; ending; change Client C1 2026-11-01 'Overleden: 2026-10-30'; } >d.rec
    try gesprek-nazorg reminderblad d.rec
    expect_status 1
    expect_text fout '[geen-blad]'
    expect_no_text uit Noor
    record Nazorg N4 2026-11-02 'Soort: huisbezoek' 'Uiterlijk: 2026-12-20' >>d.rec
    record Afspraak A3 2026-11-02 'Wanneer: 2026-12-10T10:00' 'Bij: N4' >>d.rec
    record Afspraak A4 2026-11-02 'Wanneer: 2026-12-11T10:00' >>d.rec
    try gesprek-nazorg reminderblad d.rec
    expect_status 0
    expect_text uit '20 december'
    expect_text uit '10 december'
    for text in Noor '1 december' '9 december' '11 december' 'oom Jan' vrijwilliger; do
        expect_no_text uit "$text"
    done
    expect_text uit 'Wat we hebben afgesproken'
    try gesprek-nazorg afsluitblad d.rec
    expect_status 1
}

@test "sheets of many dossiers: one each, those with an error left out, none at all is said" {
    mkdir map
    cp emma.rec johan.rec richard.rec map
    try gesprek-nazorg reminderblad map
    expect_status 0
    assert_equal "$(grep -c '^Niet vergeten' uit)" 3
    printf 'Doel: D1\nDossier: x\nOp: 2026-02-31\n\n' >map/fout.rec
    try gesprek-nazorg reminderblad map
    expect_status 3
    assert_equal "$(grep -c '^Niet vergeten' uit)" 3
    good d-9 >leeg.rec
    try gesprek-nazorg reminderblad leeg.rec
    expect_status 1
    try gesprek-nazorg afsluitblad --op=2026-03-01 emma.rec
    expect_status 1
}
