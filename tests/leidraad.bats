#!/usr/bin/env bats
# gesprek-leidraad: the preparation of the next conversation, and the texts that it is made of.

# shellcheck disable=SC1112,SC2016,SC2034  # curly and back quotes in texts; tried is for tell
load hulp

DATA=$BATS_TEST_DIRNAME/../gegevens/leidraad.rec
FASEN=(onthaal vraagverduidelijking doelbepaling uitvoering afsluiting nazorg)

# record TYPE KEY DAY FIELD...
record() {
    printf '%s\n' "$1: $2" 'Dossier: d-1' "Op: $3" 'Door: m.devries' "Geboekt: $3T10:00:00+01:00" "${@:4}" ''
}

# start FIELD...: a melding, with these fields besides.
start() {
    record Melding M1 2026-02-01 'Vraag: Ik wil koken.' 'Gemeente: 0356' 'Begeleider: Sanne' "$@"
}

# client FIELD...
client() {
    record Client C1 2026-02-01 'Naam: Noor' 'Voornamen: Eleonora' "$@"
}

# conversation KEY DAY PHASE FIELD...
conversation() {
    record Gesprek "$1" "$2" 'Vorm: kantoor' "Fase: $3" "${@:4}"
}

# step KEY WHAT WHO FIELD...
step() {
    record Stap "$1" 2026-02-03 "Wat: $2" "Wie: $3" "${@:4}"
}

# part HEADING: the lines below that heading in uit, up to the next of the same kind.
part() {
    awk -v heading="$1" '
        { lines[NR] = $0 }
        END {
            for (i = 1; i <= NR; i++) {
                if (lines[i + 1] ~ /^---+$/ || lines[i + 1] ~ /^===+$/)
                    inside = lines[i] == heading
                else if (inside && lines[i] !~ /^---+$/)
                    print lines[i]
            }
        }' uit
}

# prepared WORD...: runs it, and wants a whole answer.
prepared() {
    try gesprek-leidraad "$@"
    expect_status 0
    expect_empty fout
}

# in_part HEADING TEXT; not_in_part HEADING TEXT
in_part() {
    part "$1" >deel
    expect_text deel "$2"
}

not_in_part() {
    part "$1" >deel
    expect_no_text deel "$2"
}

# ---- the answer ----

@test "the parts are always in the same order, first the question, then the worker's own promises" {
    {
        start 'Werkveld: schuldhulp' 'Kader: schuldhulp'
        client
        conversation G1 2026-02-03 vraagverduidelijking 'Levensdomein: geld'
        step S1 'Bellen met de huurbaas' Sanne
        step S2 'Post meenemen' Noor
    } >d.rec
    prepared d.rec
    grep -B 1 -E '^(---+|===+)$' uit | grep -vE '^-+$|^=+$' >koppen
    diff koppen - <<'END'
Voorbereiding van het volgende gesprek
Dossier d-1, Noor
Begin hiermee
Wat u zelf beloofde
Op de achtergrond
Let op de inhoud
Let op de relatie
Valkuilen
Hulpmiddelen
Wat deze fase mag opleveren
Wie er is, waar en hoe
Vragen die kunnen helpen
Bronnen
END
    [[ $(tail -n 1 uit) == 'Intern: alleen voor wie met dit dossier werkt.' ]]
}

@test "the first question names the day of the last conversation" {
    { start; client; conversation G1 2026-02-03 onthaal; conversation G2 2026-03-05 uitvoering; } >d.rec
    prepared d.rec
    [[ $(part 'Begin hiermee' | head -n 1) == '‘Wat ging er beter sinds 5 maart 2026?’' ]]
    prepared --op=2026-02-20 d.rec
    in_part 'Begin hiermee' 'sinds 3 februari 2026?'
}

@test "in a first conversation the first question is what goes well already" {
    { start; client; } >d.rec
    prepared d.rec
    in_part 'Begin hiermee' '‘Wat gaat er al goed, of beter, sinds de melding van 1 februari 2026?’'
    client >d.rec
    prepared d.rec
    in_part 'Begin hiermee' '‘Wat gaat er nu al goed, of een beetje beter?’'
    # A new melding begins anew.
    {
        start
        conversation G1 2026-02-03 nazorg
        record Afsluiting X1 2026-03-01 'Reden: volgens-plan'
        record Melding M2 2026-10-01 'Vraag: Ik wil werken.' 'Gemeente: 0356'
    } >d.rec
    prepared d.rec
    expect_text uit 'Fase:               onthaal'
    in_part 'Begin hiermee' 'sinds de melding van 1 oktober 2026?'
}

@test "the worker's own promises: steps, calls, appointments and what may be expected" {
    {
        start
        client
        conversation G1 2026-02-03 onthaal
        step S1 'Bellen met de huurbaas' begeleider 'Uiterlijk: 2026-12-01'
        step S2 'Het formulier opzoeken' 'Noor en Sanne'
        step S3 'De brief nalezen' M.DeVries 'Uiterlijk: 2026-03-01'
        step S4 'Al gedaan' Sanne 'Status: gedaan'
        step S5 'Oud plan' Sanne
        amend Stap S5 d-1 2026-02-04 'Vervallen: hoeft niet'
        record Informatievraag I1 2026-02-04 'Van: de school' 'Vraag_om: hoe het gaat' 'Terugbellen_op: 2026-12-03'
        record Informatievraag I2 2026-02-04 'Van: de bank' 'Vraag_om: geld' 'Terugbellen_op: 2026-12-03' 'Afgehandeld: 2026-11-01'
        record Afspraak A2 2026-11-01 'Wanneer: 2026-12-09T09:05' 'Plaats: de bieb'
        record Afspraak A1 2026-11-01 'Wanneer: 2026-12-01T14:30'
        record Afspraak A3 2026-11-01 'Wanneer: 2026-11-21T10:00'
        record Afspraak A4 2026-11-01 'Wanneer: 2026-12-05T10:00' 'Status: afgezegd-client'
        record Werkafspraak F1 2026-02-03 'Verwacht_client: eerlijk zijn' 'Verwacht_begeleider: op tijd komen'
    } >d.rec
    prepared d.rec
    part 'Wat u zelf beloofde' >deel
    diff deel - <<'END'
- S1  Bellen met de huurbaas
      Uiterlijk: 1 december 2026
- S2  Het formulier opzoeken
- S3  De brief nalezen
      Dit stond voor 1 maart 2026. Zeg zelf hoe het ermee staat.
- I1  Terugbellen: de school, op 3 december 2026
- A1  dinsdag 1 december 2026 om 14.30 uur
- A2  woensdag 9 december 2026 om 9.05 uur, de bieb

De cliënt mag van u verwachten
- op tijd komen

END
}

@test "a step that the client did not take, or too late, is nowhere; what others have to do is background" {
    {
        start
        client
        conversation G1 2026-02-03 uitvoering
        step S1 'MISLUKT' Noor 'Status: niet-gelukt'
        step S2 'TELAAT' Noor 'Uiterlijk: 2026-11-01'
        step S3 'TESAMEN' 'Noor, met oma erbij' 'Uiterlijk: 2026-11-01' 'Status: bezig'
        step S4 'TEDOOPNAAM' Eleonora 'Uiterlijk: 2026-11-21'
        step S5 'UITGESTELD' 'cliënt' 'Status: uitgesteld'
        step S6 'Een recept kiezen' Noor 'Uiterlijk: 2026-12-01'
        step S7 'De sleutel laten maken' 'oom Noordin' 'Uiterlijk: 2026-11-01'
        step S8 'Bellen met de huurbaas' begeleider
        record Doel D1 2026-02-04 'Tekst: Ik kook zelf.' 'Status: bezig'
        record Doel D2 2026-02-04 'Tekst: NIETBEHAALD' 'Status: niet-behaald'
        record Verwijzing V1 2026-02-05 'Naar: het buurthuis' 'Nood: koken' 'Status: wachtlijst'
        record Recht R1 2026-02-05 'Omschrijving: een vergoeding' 'Status: aangevraagd'
        record Recht R2 2026-02-05 'Omschrijving: TOEGEKEND' 'Status: toegekend'
    } >d.rec
    prepared d.rec
    part 'Op de achtergrond' >deel
    diff deel - <<'END'
Niet om na te lopen. Praat erover als de cliënt er zelf over begint.

- D1  Ik kook zelf. – bezig
- S6  Een recept kiezen – Noor
- S7  De sleutel laten maken – oom Noordin
- V1  het buurthuis – wachtlijst
- R1  een vergoeding – aangevraagd

END
    for word in MISLUKT TELAAT TESAMEN TEDOOPNAAM UITGESTELD NIETBEHAALD TOEGEKEND; do
        expect_no_text uit "$word"
    done
}

@test "nothing open: it says so, and there is no background" {
    { start; client; conversation G1 2026-02-03 onthaal; } >d.rec
    prepared d.rec
    in_part 'Wat u zelf beloofde' 'Er staat geen belofte van u open.'
    expect_no_text uit 'Op de achtergrond'
}

@test "nothing of Veiligheid is in it" {
    { start; client; conversation G1 2026-02-03 onthaal; } >d.rec
    prepared d.rec
    cp uit zonder
    record Veiligheid U1 2026-02-04 'Aard: zorgen thuis' 'Teken: blauwe plek' 'Meldcodestap: 2' >>d.rec
    prepared d.rec
    cmp uit zonder
    gesprek-leidraad gegevens >texts
    expect_no_text texts 'Veiligheid'
}

@test "the phase is that of the dossier: the last one of the last conversation, or one that was asked for" {
    { start; client; } >d.rec
    prepared d.rec
    expect_text uit 'Fase:               onthaal'
    conversation G1 2026-02-03 onthaal 'Fase: vraagverduidelijking' >>d.rec
    prepared d.rec
    expect_text uit 'Fase:               vraagverduidelijking'
    prepared --fase=afsluiting d.rec
    expect_text uit 'Fase:               afsluiting'
    in_part Valkuilen 'Pas over het einde beginnen'
    record Afsluiting X1 2026-05-01 'Reden: volgens-plan' >>d.rec
    prepared d.rec
    expect_text uit 'Fase:               nazorg'
    expect_text uit 'Dit dossier is afgesloten.'
    prepared --fase=onthaal d.rec
    expect_no_text uit 'afgesloten'
    record Nazorg N1 2026-05-01 'Soort: bellen' 'Uiterlijk: 2026-12-01' >>d.rec
    prepared d.rec
    expect_text uit 'Fase:               nazorg'
    expect_no_text uit 'Dit dossier is afgesloten.'
    in_part 'Wie er is, waar en hoe' 'Volgende datum:     dinsdag 1 december 2026'
}

@test "each phase is another conversation, in each part" {
    for fase in "${FASEN[@]}"; do
        prepared --fase="$fase"
        for heading in 'Let op de inhoud' 'Let op de relatie' Valkuilen Hulpmiddelen 'Wat deze fase mag opleveren' 'Vragen die kunnen helpen'; do
            part "$heading" >"$heading.$fase"
            [ "$(wc -l <"$heading.$fase")" -ge 4 ] || tell "$heading bij $fase is te kort"
        done
    done
    for fase in "${FASEN[@]}"; do
        for other in "${FASEN[@]}"; do
            [ "$fase" != "$other" ] || continue
            for heading in 'Let op de inhoud' 'Let op de relatie' Valkuilen 'Wat deze fase mag opleveren'; do
                run -1 cmp -s "$heading.$fase" "$heading.$other"
            done
        done
    done
}

@test "each werkveld and each kader has texts of its own" {
    for field in Werkveld Kader; do
        gesprek-check --schema | awk -v field="$field" '
            /^[A-Z]/ { type = $1; take = 0 }
            type == "Melding" && /^  [A-Z]/ { take = $1 == field }
            take && /^      / { sub(/^ *keuzes:/, ""); print }' | tr -s ' ,' '\n' | grep -x '[a-z-]*' | sort -u >keuzes
        [ "$(grep -c . keuzes)" -ge 14 ]
        while IFS= read -r word; do
            found=
            for fase in "${FASEN[@]}"; do
                prepared --fase="$fase"
                cp uit zonder
                prepared --fase="$fase" "--${field,,}=$word"
                [ "$(grep -vxFf zonder uit | grep -c '^- \|^[A-Z][a-z ]*: ')" -le 1 ] || found=1
            done
            [ -n "$found" ] || { echo "$field $word heeft niets eigens"; false; }
        done < <(grep . keuzes)
    done
}

@test "a child in hospital, somebody with dementia and a pupil are other conversations" {
    prepared --fase=onthaal --werkveld=kind-en-gezin
    in_part 'Let op de inhoud' 'Vraag wie werk stuurt'
    prepared --fase=onthaal --werkveld=ouderenzorg
    in_part 'Let op de relatie' 'Ga mee in de wereld van dat moment.'
    prepared --fase=onthaal --werkveld=onderwijs
    in_part 'Let op de inhoud' 'Kijk naar alle vier'
    for zorgfase in brede-basiszorg verhoogde-zorg uitbreiding-van-zorg individueel-aangepast-curriculum; do
        { start 'Werkveld: onderwijs' 'Kader: leerlingenbegeleiding' "Zorgfase: $zorgfase"; client; } >d.rec
        prepared d.rec
        expect_text uit "Zorgfase:           $zorgfase"
        { part 'Let op de inhoud'; part 'Let op de relatie'; part Valkuilen; } >"$zorgfase"
    done
    [ "$(cksum brede-basiszorg verhoogde-zorg uitbreiding-van-zorg individueel-aangepast-curriculum | cut -d ' ' -f 1 | sort -u | wc -l)" -eq 4 ]
}

@test "werkveld and kader come from the melding, an old word too; an option goes before" {
    { start 'Werkveld: etnisch-culturele-minderheden' 'Kader: ocmw'; client; } >d.rec
    prepared d.rec
    expect_text uit 'Werkveld:           migratie-en-integratie'
    in_part Valkuilen 'Een kind laten tolken.'
    prepared --werkveld=jeugdwerk --kader=wmo d.rec
    expect_text uit 'Werkveld:           jeugdwerk'
    expect_text uit 'Kader:              wmo'
    expect_no_text uit 'Een kind laten tolken.'
}

@test "what the phase may bring is noted, or not yet" {
    {
        start
        client
        conversation G1 2026-02-03 doelbepaling
        record Doel D1 2026-02-04 'Tekst: Ik kook zelf.' 'Van: client'
    } >d.rec
    prepared d.rec
    part 'Wat deze fase mag opleveren' >deel
    diff deel - <<'END'

Genoteerd
- Er is een doel.
- Een doel komt van de cliënt, of van u samen.

Nog niet genoteerd
- De mensen die het aangaat zijn het ermee eens.
- Er zijn stappen: wie doet wat, en wanneer.
- U hebt een dag om samen te kijken hoe het gaat.
- Er is afgesproken wat u doet als het niet lukt.

END
    amend Doel D1 d-1 2026-03-01 'Akkoord: Noor' 'Evalueren_op: 2026-12-01' 'Bij_terugval: bellen' >>d.rec
    step S1 koken Noor 'Uiterlijk: 2026-12-01' >>d.rec
    prepared d.rec
    not_in_part 'Wat deze fase mag opleveren' 'Nog niet genoteerd'
    amend Doel D1 d-1 2026-04-01 'Vervallen: dubbel' >>d.rec
    prepared d.rec
    in_part 'Wat deze fase mag opleveren' 'Er is een doel.'
    not_in_part 'Wat deze fase mag opleveren' $'\nGenoteerd\n- Er is een doel.'
}

@test "who will be there: the appointment, who decides, the interpreter, reading, and what is safe" {
    {
        start
        client 'Aanspreken: u en mevrouw' 'Taal: Tigrinya' 'Tolk: taal' 'Lezen: moeilijk' 'Onthoudt: bellen' 'Onthoudt: e-mail' \
            'Bereikbaar: na vier uur' 'Veilig_bereikbaar: geen voicemail' 'Geheim_adres: ja' 'Adres: Geheimstraat 1'
        record Vertegenwoordiger Y1 2026-02-01 'Naam: Abel' 'Soort: mentor' 'Waarvoor: zorg'
        record Vertegenwoordiger Y2 2026-02-01 'Naam: Bram' 'Soort: voogd' 'Tot: 2026-03-01'
        record Afspraak A1 2026-11-01 'Wanneer: 2026-12-01T14:30' 'Plaats: de bieb' 'Met: Noor' 'Met: oma' 'Vervoer: bus 4' 'Meenemen: de brief'
    } >d.rec
    prepared d.rec
    part 'Wie er is, waar en hoe' >deel
    diff deel - <<'END'
Afspraak:           dinsdag 1 december 2026 om 14.30 uur
Waar:               de bieb
Met:                Noor, oma
Vervoer:            bus 4
Meenemen:           de brief
Beslist mee:        Abel, mentor: zorg
Aanspreken:         u en mevrouw
Taal:               Tigrinya
Tolk:               Regel een tolk, en plan meer tijd.
Lezen:              Lezen gaat moeilijk. Geef geen papier mee: vertel het, of
                    laat het horen.
Onthoudt met:       bellen, e-mail
Bereikbaar:         na vier uur
Let op:             geen voicemail
Adres:              Het adres is geheim.

END
    expect_no_text uit 'Geheimstraat'
    in_part 'Let op de relatie' 'Kijk naar de cliënt, niet naar de tolk.'
    in_part 'Let op de inhoud' 'stuur een gesproken bericht'
    { start; client 'Tolk: geen' 'Lezen: vlot'; } >d.rec
    prepared d.rec
    in_part 'Wie er is, waar en hoe' 'Afspraak:           nog niet genoteerd'
    expect_no_text uit 'Lezen:'
    expect_no_text uit 'Tolk:'
}

@test "questions are one of each kind, the same each time" {
    prepared --fase=vraagverduidelijking
    part 'Vragen die kunnen helpen' | grep -o '^[A-Z][a-z ]*:' >soorten
    diff soorten - <<'END'
Open:
Kracht:
Uitzondering:
Wonder:
Gevoel:
Netwerk:
Tot slot:
END
    cp uit eerst
    prepared --fase=vraagverduidelijking
    cmp uit eerst
}

@test "questions about a part of life: asked for, of the last conversation, or discussed before" {
    prepared --fase=onthaal --domein=wonen,geld
    grep '^Over ' uit >over
    diff over - <<<$'Over wonen\nOver geld'
    {
        start
        client
        record Domein wonen 2026-02-02 'Besproken: wil-client-niet'
        record Domein huishouden 2026-02-02 'Besproken: ja'
        record Domein koken-voor-vrienden 2026-02-02 'Besproken: ja'
        record Domein sociale-contacten 2026-02-02 'Besproken: deels' 'Irb: kiezen'
        record Domein geld 2026-02-02 'Besproken: ja'
        conversation G1 2026-02-03 onthaal
    } >d.rec
    prepared d.rec
    grep '^Over ' uit >over
    diff over - <<<$'Over huishouden\nOver sociale contacten'
    expect_text uit 'Welke twee mogelijkheden wilt u naast elkaar leggen?'
    conversation G2 2026-02-04 onthaal 'Levensdomein: geld' >>d.rec
    prepared d.rec
    grep '^Over ' uit >over
    diff over - <<<'Over geld'
    try gesprek-leidraad --domein=woonen d.rec
    expect_status 2
    expect_empty uit
    expect_message fout 'gesprek-leidraad: fout' 'Bedoelt u wonen?' gebruik
}

@test "for somebody who has died there is nothing to prepare" {
    { start; client 'Overleden: 2026-10-01'; step S1 bellen Sanne; } >d.rec
    prepared d.rec
    expect_text uit 'De cliënt is overleden op 1 oktober 2026.'
    expect_no_text uit 'Begin hiermee'
    expect_no_text uit 'bellen'
}

@test "several dossiers, one of them with a fault: the others are prepared, status 3" {
    { start; client; } | sed 's/d-1/d-0/' >a.rec
    sed 's/d-0/d-1/; s/^Gemeente: 0356/Gemeente: x/' a.rec >b.rec
    try gesprek-leidraad a.rec b.rec
    expect_status 3
    expect_text uit 'Dossier d-0, Noor'
    expect_no_text uit 'Dossier d-1'
    expect_text uit 'Begin hiermee'
    expect_text fout '[weggelaten]'
}

@test "--fase without a dossier reads none; with one it does" {
    status=0
    echo 'dit is geen dossier' | gesprek-leidraad --fase=onthaal >uit 2>fout || status=$?
    expect_status 0
    expect_no_text uit Vandaag
    expect_no_text uit Genoteerd
    expect_no_text uit 'Wat u zelf beloofde'
    tried=- status=0
    echo 'dit is geen dossier' | gesprek-leidraad --fase=onthaal - >uit 2>fout || status=$?
    expect_status 3
    tried=- status=0
    { start; client; } | gesprek-leidraad >uit 2>fout || status=$?
    expect_status 0
    expect_text uit 'Dossier d-1, Noor'
}

@test "as HTML it is one file, and says the same" {
    { start 'Werkveld: wijkteam' 'Kader: wmo'; client; conversation G1 2026-02-03 onthaal 'Verhaal: <b>x'; step S1 'a < b & c' Sanne; } >d.rec
    prepared --formaat=html d.rec
    expect_text uit 'a &lt; b &amp; c'
    expect_text uit '</html>'
    for heading in 'Begin hiermee' 'Wat u zelf beloofde' Valkuilen Bronnen; do
        expect_text uit "$heading</h"
    done
}

# ---- the texts ----

# texts: each text of the data as a line TYPE|KEY|FASE|WERKVELD|KADER|ZORGFASE|TOLK|LEZEN|IRB|DOMEIN|OPDRACHT|TEKST; of
# a field that is there more than once, the first.
texts() {
    awk -v RS= -F '\n' '
        {
            split("", has)
            type = ""
            for (i = 1; i <= NF; i++) {
                at = index($i, ": ")
                name = substr($i, 1, at - 1)
                if ($i ~ /^#/) continue
                if (type == "") { type = name; key = substr($i, at + 2) }
                if (!(name in has)) has[name] = substr($i, at + 2)
            }
            if (type != "")
                print type "|" key "|" has["Fase"] "|" has["Werkveld"] "|" has["Kader"] "|" has["Zorgfase"] "|" has["Tolk"] "|" has["Lezen"] "|" \
                    has["Irb"] "|" has["Levensdomein"] "|" has["Opdracht"] "|" has["Tekst"]
        }' "$DATA"
}

@test "every text comes into some preparation" {
    local n=0
    while IFS='|' read -r type key fase werkveld kader zorgfase tolk lezen irb domein opdracht tekst; do
        { start ${zorgfase:+"Zorgfase: $zorgfase"}; client ${tolk:+"Tolk: $tolk"} ${lezen:+"Lezen: $lezen"}; } >d.rec
        if [ -n "$irb" ]; then
            record Domein wonen 2026-02-02 'Besproken: ja' "Irb: $irb" >>d.rec
            domein=wonen
        fi
        gesprek-leidraad --fase="${fase:-onthaal}" ${werkveld:+--werkveld="$werkveld"} ${kader:+--kader="$kader"} ${domein:+--domein="$domein"} \
            d.rec | tr -s ' \n' ' ' >uit
        holds uit "$tekst" || { echo "$type $key komt nergens: $tekst"; false; }
        n=$((n + 1))
    done < <(texts)
    [ "$n" -ge 150 ]
}

@test "every text is short, whole, and there once" {
    texts | cut -d '|' -f 12 >teksten
    run -1 grep -vE '[.?]$' teksten
    run -1 grep -E '^.{161}' teksten
    run -1 grep -nE '  |!|\bU \b.*\bje\b.*\bu\b' teksten
    sort teksten | uniq -d | grep -vxF 'Wat wilt u zelf blijven doen?' >dubbel || true
    expect_empty dubbel
    # No sentence of more than twenty words.
    awk '{ n = split($0, parts, /[.?:]/); for (i = 1; i <= n; i++) if (split(parts[i], words, " ") > 20) print parts[i] }' teksten >lang
    expect_empty lang
}

@test "each text names where it comes from, and no part of life that we do not know" {
    run -1 grep -c '^Bron: *$' "$DATA"
    [ "$(grep -c '^Bron: ' "$DATA")" -eq "$(grep -c '^Tekst: ' "$DATA")" ]
    sed -n 's/^Bron: //p' "$DATA" | sort -u >bronnen
    diff bronnen - <<'END'
Begeleidingsgesprekken voeren (brochure)
Buijten, Relatiegerichte begeleiding
Generalistisch Werkt
Gesprek zelf
Het Gesprek, train-de-trainer (Movisie)
Onderzoek krachtige leerlingenbegeleiding (Arteveldehogeschool)
Wmo 2015, artikel 2.3.2
END
    sed -n 's/^Levensdomein: //p' "$DATA" | sort -u >domeinen
    diff domeinen - <<'END'
dagbesteding-en-vrije-tijd
geld
gezin
gezondheid
huishouden
leren
leren-en-studeren
onderwijsloopbaan
preventieve-gezondheidszorg
psychisch-en-sociaal-functioneren
sociale-contacten
vervoer
werken
wonen
zingeving
END
}

@test "a command that there is, is named and works; one that there is not is never advised" {
    local known=' noteer intake verslag smart leidraad balans ecogram verwijs kaart overleg nazorg kies stavaza rapport check bewerk bewaar meter '
    local named=0
    while IFS='|' read -r type key fase werkveld kader _ _ _ _ _ opdracht _; do
        [ -n "$opdracht" ] || continue
        read -ra words <<<"$opdracht"
        [[ $known == *" ${words[0]#gesprek-} "* ]] || { echo "$key: $opdracht"; false; }
        gesprek-leidraad --fase="${fase:-onthaal}" ${werkveld:+--werkveld="$werkveld"} ${kader:+--kader="$kader"} >uit
        if [ -e "$BATS_TEST_DIRNAME/../cmd/${words[0]}.c" ]; then
            grep -qF "Opdracht: $opdracht" uit || { echo "$key: $opdracht is er niet bij"; false; }
            run -0 "${words[@]}" --help
            named=$((named + 1))
        else
            run -1 grep -F "${words[0]}" uit
        fi
    done < <(texts)
    [ "$named" -ge 10 ]
}

@test "recutils reads the texts, and their keys are there once" {
    command -v recfix >/dev/null || skip 'recutils ontbreekt'
    run -0 recfix --check "$DATA"
    texts | cut -d '|' -f 2 | sort | uniq -d >dubbel
    expect_empty dubbel
}

# ---- texts of one's own ----

@test "gegevens prints the texts that are in it, and these give the same answers" {
    try gesprek-leidraad gegevens
    expect_status 0
    cmp uit "$DATA"
    cp uit mijn.rec
    { start 'Werkveld: onderwijs'; client; conversation G1 2026-02-03 uitvoering 'Levensdomein: leren'; } >d.rec
    prepared d.rec
    cp uit ingebouwd
    prepared --leidraad=mijn.rec d.rec
    cmp uit ingebouwd
    sed 's/$/\r/' mijn.rec >crlf.rec
    prepared --leidraad=crlf.rec d.rec
    cmp uit ingebouwd
    try gesprek-leidraad gegevens d.rec
    expect_status 2
    try gesprek-leidraad gegevens --fase=onthaal
    expect_status 2
    try gesprek-leidraad --help
    expect_text uit 'Opties zonder werkwoord:'
}

# text FIELD...: a file mijn.rec with one good text, and then these lines.
own() {
    printf '%s\n' 'Valkuil: K1' 'Tekst: Te hard praten.' 'Bron: ons team' '' "$@" >mijn.rec
}

@test "texts of one's own: by option, by the configuration, and over several lines" {
    { start; client; } >d.rec
    own 'Vraag: V1' '# een opmerking' 'Soort: open' 'Fase: onthaal' 'Fase: nazorg' 'Tekst: Wat groeit er' '+ bij u?' 'Bron: ons team'
    prepared --leidraad=mijn.rec d.rec
    in_part Valkuilen '- Te hard praten.'
    expect_text uit 'Wat groeit er'
    part Bronnen | grep . | head -n -1 >bronnen
    diff bronnen - <<<'- ons team'
    expect_no_text uit 'Let op de inhoud'
    printf 'Instelling: algemeen\nLeidraad: %s/mijn.rec\n' "$PWD" >gesprek-instellingen.rec
    GESPREK_CONFIG=gesprek-instellingen.rec prepared d.rec
    in_part Valkuilen '- Te hard praten.'
    # The option goes before.
    gesprek-leidraad gegevens >alles.rec
    GESPREK_CONFIG=gesprek-instellingen.rec prepared --leidraad=alles.rec d.rec
    expect_no_text uit 'Te hard praten.'
    printf 'Instelling: algemeen\nLeidraad: mijn.rec\n' >gesprek-instellingen.rec
    GESPREK_CONFIG=gesprek-instellingen.rec try gesprek-leidraad d.rec
    expect_status 3
    expect_empty uit
    expect_message fout 'gesprek-leidraad: fout' 'volledig pad' leidraad-fout
}

@test "an instrument of one's own names only a command of ours" {
    own 'Instrument: I1' 'Tekst: Kijk rond.' 'Opdracht: gesprek-stavaza' 'Bron: ons team' '' \
        'Instrument: I2' 'Tekst: Teken een boom.' 'Opdracht: rm -rf' 'Bron: ons team'
    prepared --leidraad=mijn.rec --fase=onthaal
    expect_text uit 'Opdracht: gesprek-stavaza'
    expect_text uit 'Teken een boom.'
    expect_no_text uit 'rm -rf'
}

# refused LINE TEXT CODE FIELD...: a file with these lines from line 5 on is refused, with this message at that line.
refused() {
    own "${@:4}"
    { start; client; } >d.rec
    try gesprek-leidraad --leidraad=mijn.rec d.rec
    expect_status 3
    expect_empty uit
    expect_message fout "mijn.rec:$1: fout" "$2" "$3"
}

@test "a bad file of one's own is refused, with the line" {
    refused 5:1 'begint met Aandachtspunt, Valkuil' leidraad-fout 'Tip: T1' 'Tekst: x.' 'Bron: y'
    refused 6:1 '`onthaall` past niet bij Fase: bedoelt u `onthaal`?' keuze-onbekend 'Valkuil: K2' 'Fase: onthaall' 'Tekst: x.' 'Bron: y'
    refused 6:1 'past niet bij Werkveld' keuze-onbekend 'Valkuil: K2' 'Werkveld: zorg' 'Tekst: x.' 'Bron: y'
    refused 6:1 'past niet bij Soort: kies uit open kracht' leidraad-fout 'Vraag: V1' 'Soort: relatie' 'Tekst: x?' 'Bron: y'
    refused 6:1 '`Soort` is geen veld van Valkuil' leidraad-fout 'Valkuil: K2' 'Soort: open' 'Tekst: x.' 'Bron: y'
    refused 6:1 '`Text` is geen veld van Valkuil' leidraad-fout 'Valkuil: K2' 'Text: x.' 'Tekst: x.' 'Bron: y'
    refused 5:1 'is Tekst nog niet genoteerd' leidraad-fout 'Valkuil: K2' 'Tekst:' 'Bron: y'
    refused 5:1 'is Bron nog niet genoteerd' leidraad-fout 'Valkuil: K2' 'Tekst: x.'
    refused 5:1 'is Soort nog niet genoteerd' leidraad-fout 'Vraag: V1' 'Tekst: x?' 'Bron: y'
    refused 5:1 'is Waar nog niet genoteerd' leidraad-fout 'Resultaat: R1' 'Tekst: x.' 'Bron: y'
    refused 6:1 'Waar, teken 1: hier hoort een veld' leidraad-fout 'Resultaat: R1' 'Waar: Doel.Text=x' 'Tekst: x.' 'Bron: y'
    refused 5:1 'deze sleutel is er al' leidraad-fout 'Vraag: K1' 'Soort: open' 'Tekst: x?' 'Bron: y'
    refused 5:1 'geef deze tekst een sleutel' leidraad-fout 'Valkuil:' 'Tekst: x.' 'Bron: y'
    refused 7:1 'Tekst staat er twee keer' leidraad-fout 'Valkuil: K2' 'Tekst: x.' 'Tekst: z.' 'Bron: y'
    refused 8:1 '`Valkuil` is geen veld van Valkuil' leidraad-fout 'Valkuil: K2' 'Tekst: x.' 'Bron: y' 'Valkuil: K3'
    refused 6:1 'als een woord' leidraad-fout 'Vraag: V1' 'Levensdomein: de tuin' 'Soort: open' 'Tekst: x?' 'Bron: y'
    refused 6:1 'Schrijf' geen-veld 'Valkuil: K2' 'zomaar een regel' 'Tekst: x.' 'Bron: y'
    refused 6:8 'UTF-8' utf8 'Valkuil: K2' $'Tekst: \xff.' 'Bron: y'
}

@test "all faults of a file are said at once" {
    own 'Valkuil: K2' 'Fase: x' 'Kader: y' 'Bron: z' '' 'Tip: T1' 'Tekst: a.'
    try gesprek-leidraad --leidraad=mijn.rec --fase=onthaal
    expect_status 3
    [ "$(grep -c '^mijn.rec:' fout)" -ge 3 ]
}

@test "a file of one's own that is not there, is empty or is a directory" {
    try gesprek-leidraad --leidraad=weg.rec --fase=onthaal
    expect_status 4
    expect_empty uit
    expect_message fout 'weg.rec: fout' '' bestand
    : >leeg.rec
    try gesprek-leidraad --leidraad=leeg.rec --fase=onthaal
    expect_status 3
    expect_message fout 'leeg.rec:1:1: fout' 'geen tekst' leidraad-fout
    try gesprek-leidraad --leidraad=. --fase=onthaal
    expect_status 4
    expect_empty uit
}

@test "texts on the standard input, and not a dossier too" {
    own
    { start; client; } >d.rec
    tried=- status=0
    gesprek-leidraad --leidraad=- d.rec <mijn.rec >uit 2>fout || status=$?
    expect_status 0
    in_part Valkuilen '- Te hard praten.'
    tried=- status=0
    gesprek-leidraad --leidraad=- <mijn.rec >uit 2>fout || status=$?
    expect_status 2
    expect_message fout 'gesprek-leidraad: fout' 'maar een ding' gebruik
}
