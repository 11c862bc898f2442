#!/usr/bin/env bats
# gesprek-intake csv: from an export of meldingen to dossiers.

# shellcheck disable=SC2012,SC2016,SC2030,SC2031,SC2034,SC2154  # backticks; status and stderr are those of try and run
bats_require_minimum_version 1.5.0
load hulp

setup() {
    hulp_setup
    mkdir d
}

# csv LINE...: a.csv with these lines.
csv() {
    printf '%s\n' "$@" > a.csv
}

intake() {
    try gesprek-intake csv --map=d "$@" a.csv
}

# made NAME...: exactly these dossiers are in d, and all are good.
made() {
    assert_equal "$(cd d && echo *)" "${*:-*}"
    [ $# -eq 0 ] || gesprek-check d >/dev/null
}

@test "a row becomes a dossier: Melding and Client, with day, name and moment" {
    csv 'Vraag,Gemeente,Client.Naam,Bekend bij,bekend_bij,Op,Kader' '"Ik wil ""koken"".
En fietsen.",0356,Noor,MEE,school,2026-11-20,wmo'
    intake
    expect_status 0
    expect_empty fout
    assert_equal "$(< uit)" 'rij 2: 2026-0001'
    diff d/2026-0001.rec - << 'END'
Melding: M1
Dossier: 2026-0001
Op: 2026-11-20
Door: m.devries
Geboekt: 2026-11-22T14:30:00+01:00
Vraag: Ik wil "koken".
+ En fietsen.
Gemeente: 0356
Bekend_bij: MEE
Bekend_bij: school
Kader: wmo

Client: C1
Dossier: 2026-0001
Op: 2026-11-20
Door: m.devries
Geboekt: 2026-11-22T14:30:00+01:00
Naam: Noor

END
    gesprek-check --streng d || gesprek-check d
}

@test "a record of which nothing is given is not made; without a day it is today or --op" {
    csv 'Vraag,Gemeente,Naam,Op' 'Ik zoek werk.,0356,,' 'Ik zoek een huis.,0356,,2026-01-01'
    intake --op=-1d --door=p.jansen
    expect_status 0
    made 2026-0001.rec 2026-0002.rec
    run -1 grep -l Client d/*.rec
    grep -qx 'Op: 2026-11-21' d/2026-0001.rec
    grep -qx 'Op: 2026-01-01' d/2026-0002.rec
    grep -qx 'Door: p.jansen' d/2026-0001.rec
}

@test "every dialect gives the same dossier: comma, semicolon, tab; LF, CRLF, CR; a BOM; quotes; empty rows" {
    local bom=$'\xef\xbb\xbf' separator end
    for separator in ',' ';' $'\t'; do
        for end in '\n' '\r\n' '\r'; do
            for start in '' "$bom"; do
                rm -rf d
                mkdir d
                # shellcheck disable=SC2059  # the ends are escapes
                printf "%sVraag%sNaam%s\"Gemeente\"$end$end%s\"een,twee;drie\tvier\"%s Noor %s0356$end" "$start" "$separator" "$separator" '' \
                    "$separator" "$separator" > a.csv
                intake
                expect_status 0
                assert_equal "$(< uit)" 'rij 3: 2026-0001'
                grep -qx $'Vraag: een,twee;drie\tvier' d/2026-0001.rec
                grep -qx 'Naam: Noor' d/2026-0001.rec
            done
        done
    done
    csv 'Vraag;Gemeente' ';' 'x;0356' ' ; '
    rm -rf d
    mkdir d
    intake
    expect_status 0
    assert_equal "$(< uit)" 'rij 3: 2026-0001'
}

@test "the last row needs no newline; standard input will do when it is a file, a pipe will not" {
    printf 'Vraag,Gemeente\nx,0356' > a.csv
    run -0 gesprek-intake csv --map=d - < a.csv
    made 2026-0001.rec
    run -4 gesprek-intake csv --map=d <(cat a.csv)
    assert_output --partial 'twee keer gelezen'
    run -4 gesprek-intake csv --map=d nergens.csv
    assert_output --partial '[bestand]'
}

@test "all faults of all rows at once, with line, column, row and the name of the column; nothing is made" {
    csv 'Wens,Gemeente,Naam,Geboren,Tolk,Op' 'een,356,Noor,1990-02-31,taal,2026-01-01' '"twee
regels",0356,,2000-01-01,soms,31-02-2026' 'drie,0356' ',0356,Piet,,,' 'goed,0356,Jan,,,'
    printf 'Wens: Melding.Vraag\n' > k.txt
    intake --kolommen=k.txt
    expect_status 3
    expect_empty uit
    expect_message fout 'a.csv:2:5: fout' 'rij 2, kolom `Gemeente`: `356`' waarde-fout
    expect_message fout 'a.csv:2:14: fout' 'rij 2, kolom `Geboren`: `1990-02-31`' datum-fout
    expect_message fout 'a.csv:4:26: fout' 'rij 3, kolom `Tolk`: `soms`' keuze-onbekend
    expect_message fout 'a.csv:4:31: fout' 'rij 3, kolom `Op`: `31-02-2026` is geen dag' datum-fout
    expect_message fout 'a.csv:3: fout' 'rij 3: Client vraagt om Naam' veld-nodig
    expect_message fout 'a.csv:5: fout' 'rij 4 heeft 2 cellen, en er zijn 6 kolommen' rij-lengte
    expect_message fout 'a.csv:6: fout' 'rij 5: Melding vraagt om Vraag' veld-nodig
    expect_message fout 'gesprek-intake: opmerking' 'geen dossier gemaakt' niets-gemaakt
    assert_equal "$(wc -l < fout)" 8
    made
}

# field NAME: its values in the dossiers of d, in order.
field() {
    sed -n "s/^$1: //p" d/*.rec
}

@test "days as forms export them: the day first, with - / or ., or ISO, and midnight behind it" {
    local cell
    for cell in 1990-02-13 13-02-1990 13/02/1990 13.02.1990 13-2-1990 '13/2/1990 ' '1990-02-13 00:00:00' '13-02-1990 0:00' \
        '13/2/1990 00:00' 1990-02-13T00:00:00 '1990-02-13 00:00:00.000'; do
        rm -rf d
        mkdir d
        csv 'Vraag;Gemeente;Naam;Geboren;Op' "x;0356;Noor;$cell;22-11-2026"
        intake
        expect_status 0
        expect_empty fout
        assert_equal "$(field Geboren)" 1990-02-13
        assert_equal "$(field Op)" $'2026-11-22\n2026-11-22'
        made 2026-0001.rec
    done
}

@test "the moment of a melding: its day counts, whatever the time; a day of birth has no time" {
    csv 'Vraag,Gemeente,Op' 'a,0356,2026-11-20 15:15:56.769534' 'b,0356,20-11-2026 9:15' 'c,0356,2026-11-20T23:59'
    intake
    expect_status 0
    expect_empty fout
    assert_equal "$(field Op | sort -u)" 2026-11-20
    csv 'Vraag,Gemeente,Naam,Geboren' 'a,0356,Noor,1990-02-12 23:00:00' 'b,0356,Piet,13-02-1990 0:30'
    intake
    expect_status 3
    expect_message fout 'a.csv:2:13: fout' 'rij 2, kolom `Geboren`: bij `1990-02-12 23:00:00` staat een tijd' datum-fout
    expect_message fout 'a.csv:3:13: fout' 'Laat alleen de dag' datum-fout
}

@test "days that are not, or not surely: refused, with the cell" {
    local cell
    mkdir e
    for cell in 02/13/1990 31-02-1990 29-02-1991 13-02-90 13-02/1990 1990/02/13 13022026 '13 februari 1990' 32874 vandaag +6w \
        0-2-1990 1990-02-13T00:00:00Z '13-02-1990 24:00' '13-02-1990 12:00 PM'; do
        csv 'Vraag;Gemeente;Naam;Geboren;Op' "x;0356;Noor;$cell;" "x;0356;Noor;;$cell"
        intake
        expect_status 3
        expect_message fout 'a.csv:2:13: fout' "rij 2, kolom \`Geboren\`: \`$cell\` is geen dag die bestaat" datum-fout
        expect_message fout 'a.csv:3:14: fout' "rij 3, kolom \`Op\`: \`$cell\` is geen dag die bestaat" datum-fout
        expect_text fout 'Schrijf 22-11-2026 (dag, maand, jaar) of 2026-11-22'
        made
    done
}

@test "where day and month could change places one note says how they were read, with the first cell" {
    csv 'Vraag,Gemeente,Naam,Geboren,Op' 'a,0356,Noor,1990-02-03,22-11-2026' 'b,0356,Piet,5/5/1980,' 'c,0356,Jan,03/04/1990,1-2-2026' \
        'd,0356,Els,04/03/1990,'
    intake --proef
    expect_status 0
    expect_message fout 'a.csv:4:12: opmerking' 'rij 4, kolom `Geboren`: `03/04/1990` is gelezen als 3 april 1990.' dag-maand
    assert_equal "$(grep -c dag-maand fout)" 1
    assert_equal "$(wc -l < fout)" 2
    intake
    expect_status 0
    assert_equal "$(grep -c dag-maand fout)" 1
    assert_equal "$(field Geboren | tr '\n' ' ')" '1990-02-03 1980-05-05 1990-04-03 1990-03-04 '
    grep -qx 'Op: 2026-02-01' d/2026-0003.rec
    csv 'Vraag,Gemeente,Naam,Geboren' 'a,0356,Anna,22-11-1990' 'b,0356,Bas,5-5-1980' 'c,0356,Cas,1990-03-04'
    intake
    expect_status 0
    expect_empty fout
    # With the month first it fails at the first day after the twelfth, and the note says why.
    csv 'Vraag,Gemeente,Naam,Geboren' 'a,0356,Dirk,03/04/1990' 'b,0356,Eva,03/14/1990'
    intake
    expect_status 3
    expect_message fout 'a.csv:2:13: opmerking' 'eerst de dag, dan de maand' dag-maand
    expect_message fout 'a.csv:3:12: fout' '`03/14/1990` is geen dag' datum-fout
}

@test "the same person with the day of birth in another form is a double" {
    csv 'Vraag,Gemeente,Naam,Geboren' 'a,0356,Noor,1990-02-13' 'b,0356,Noor,13-2-1990'
    intake
    expect_status 1
    expect_message fout 'a.csv:3: let op' 'staat ook in rij 2' dubbel
    csv 'Vraag,Gemeente,Naam,Geboren' 'c,0356,Noor,13/02/1990 0:00'
    intake
    expect_status 1
    expect_message fout 'a.csv:2: let op' 'heeft al dossier 2026-0001' dubbel
}

@test "yes and no as forms and spreadsheets export them; what is not sure is refused" {
    local word
    for word in ja Ja JA j J yes true True TRUE waar WAAR 1; do
        csv 'Vraag,Gemeente,Urgent' "x $word,0356,$word"
        rm -rf d
        mkdir d
        intake
        expect_status 0
        assert_equal "$(field Urgent)" ja
    done
    for word in nee Nee neen n N no No false False onwaar ONWAAR 0; do
        csv 'Vraag,Gemeente,Urgent' "x $word,0356,$word"
        rm -rf d
        mkdir d
        intake
        expect_status 0
        assert_equal "$(field Urgent)" nee
    done
    for word in x X aan on uit ok 2 -1 00 10 jaja 'ja, graag' onbekend nvt y; do
        csv 'Vraag,Gemeente,Urgent' "x,0356,\"$word\""
        rm -rf d
        mkdir d
        intake
        expect_status 3
        expect_message fout 'a.csv:2:8: fout' "rij 2, kolom \`Urgent\`: \`$word\`" keuze-onbekend
        made
    done
}

@test "choices: capitals, blanks and _ make no difference; an old word becomes the new one" {
    csv 'Vraag,Gemeente,Via,Werkveld,Kader,Naam,Geslacht,Onthoudt' \
        'x,0356,Huisarts,Personen met beperking,WMO,Noor,Vrouw,Bericht_app' 'y,0356,Veilig Thuis,Bijzondere Jeugdbijstand,Eigen aanbod,An,X,E-MAIL'
    intake
    expect_status 0
    expect_empty fout
    assert_equal "$(field Via)" $'huisarts\nveilig-thuis'
    assert_equal "$(field Werkveld)" $'personen-met-beperking\njeugdhulp'
    assert_equal "$(field Kader)" $'wmo\neigen-aanbod'
    assert_equal "$(field Geslacht)" $'vrouw\nx'
    assert_equal "$(field Onthoudt)" $'bericht-app\ne-mail'
    made 2026-0001.rec 2026-0002.rec
    # The same again is a double, also of whom only the print is known.
    csv 'Vraag,Gemeente,Via,Urgent' 'z,0356,Huisarts,WAAR' 'z,0356,huisarts,ja'
    intake
    expect_status 1
    expect_message fout 'a.csv:3: let op' 'staat ook in rij 2' dubbel
    csv 'Vraag,Gemeente,Via' 'x,0356,Huisartsen' 'x,0356,Huis arts' 'x,0356,-huisarts'
    intake
    expect_status 3
    assert_equal "$(grep -c keuze-onbekend fout)" 3
    expect_message fout 'a.csv:2:8: fout' '`Huisartsen` past niet bij Via: bedoelt u `huisarts`?' keuze-onbekend
}

@test "no two choices of a melding or a client differ in capitals, blanks or hyphens alone" {
    gesprek-check --schema | awk '
        /^[A-Z]/ { mine = $1 == "Melding" || $1 == "Client" }
        /^  [A-Z]/ { field = $1 }
        mine && sub(/^ +keuzes:/, "") { for (i = 1; i <= NF; i++) { w = tolower($i); gsub(/_/, "-", w); print field, w; n++ } }
        END { exit n < 30 }' > woorden
    assert_equal "$(sort woorden | uniq -d)" ''
}

@test "the head: unknown, nameless, twice, missing" {
    csv 'Vraag,Gemente,,Naam,client.naam,Bekend-bij' 'x,0356,,a,b,c'
    intake
    expect_status 3
    expect_message fout 'a.csv:1:7: fout' 'Bedoelt u `Gemeente`?' kolom-onbekend
    expect_message fout 'a.csv:1:15: fout' 'geen naam' kolom-onbekend
    expect_message fout 'a.csv:1:21: fout' '`Naam` en `client.naam`' kolom-dubbel
    expect_message fout 'a.csv:1: fout' 'geen kolom voor Gemeente' kolom-nodig
    made
    printf '\xef\xbb\xbfVrag,Gemeente\nx,0356\n' > a.csv
    intake
    expect_message fout 'a.csv:1:4: fout' 'Bedoelt u `Vraag`?' kolom-onbekend
    csv 'Werkafspraak.Grens,Vraag,Gemeente' 'x,y,0356'
    intake
    expect_status 3
    expect_message fout 'a.csv:1:1: fout' 'geen veld van Melding of Client' kolom-onbekend
    : > a.csv
    intake
    expect_status 3
    expect_message fout 'a.csv: fout' 'staat niets in' leeg
    csv 'Vraag,Gemeente'
    intake
    expect_status 0
    expect_empty uit
}

@test "a mapping: names with a colon, what is left out, comments, CRLF and a BOM; its faults" {
    csv 'Uw vraag: wat?,Code,Tijdstip,Naam' 'koken,0356,9:15,Noor'
    printf '\xef\xbb\xbf# uitleg\r\n\r\nUw vraag: wat?: Melding.Vraag\r\nCode: gemeente\r\nTijdstip:\r\n' > k.txt
    intake --kolommen=k.txt
    expect_status 0
    grep -qx 'Vraag: koken' d/2026-0001.rec
    run -1 grep 9:15 d/2026-0001.rec
    printf '%s\n' 'Uw vraag: wat?: Melding.Vrag' 'Codes: Gemeente' 'zomaar' 'Tijdstip:' 'Tijdstip: Op' > k.txt
    intake --kolommen=k.txt
    expect_status 3
    expect_message fout 'k.txt:1:1: fout' '`Melding.Vrag` is geen veld' kolommen-fout
    expect_message fout 'k.txt:2:1: fout' 'geen kolom `Codes`' kolommen-fout
    expect_message fout 'k.txt:3:1: fout' 'schrijf `kolom: Type.Veld`' kolommen-fout
    expect_message fout 'k.txt:5:1: fout' 'twee keer' kolommen-fout
    intake --kolommen=nergens.txt
    expect_status 4
}

@test "broken CSV: quotes, a cell without end, UTF-16, Latin-1, NUL" {
    csv 'Vraag,Gemeente' 'goed,0356' 'een"twee,0356'
    intake
    expect_status 3
    expect_message fout 'a.csv:3:4: fout' 'aanhalingsteken staat hier verkeerd' csv-fout
    csv 'Vraag,Gemeente' 'goed,0356' '"zonder eind,0356'
    intake
    expect_status 3
    expect_message fout 'a.csv:3:1: fout' 'het tweede ontbreekt' csv-fout
    { printf 'Vraag,Gemeente\n"'; head -c 1100000 /dev/zero | tr '\0' x; } > a.csv
    intake
    expect_status 3
    expect_message fout 'a.csv:2:1: fout' 'langer dan 1 MiB' csv-fout
    printf '\xff\xfeV\0r\0' > a.csv
    intake
    expect_status 3
    expect_message fout 'a.csv:1:1: fout' UTF-16 csv-fout
    printf 'Vraag,Gemeente\ncaf\xe9,0356\nx\0y,0356\n' > a.csv
    intake
    expect_status 3
    expect_message fout 'a.csv:2:1: fout' 'geen UTF-8' utf8
    expect_message fout 'a.csv:3:1: fout' 'geen UTF-8' utf8
    made
}

@test "doubles within the file: the same Persoon, or the same name and birth, unless Persoon differs" {
    csv 'Vraag,Gemeente,Naam,Achternaam,Geboren,Persoon' 'a,0356,Noor,Bos,1990-02-03,' 'b,0356,noor,BOS,1990-02-03,' \
        'c,0356,Noor,Bos,1990-02-04,' 'd,0356,Piet,,,p1' 'e,0356,Pieter,,,p1' 'f,0356,Jan,Kok,1980-01-01,p2' 'g,0356,Jan,Kok,1980-01-01,p3'
    intake
    expect_status 1
    expect_message fout 'a.csv:3: let op' 'rij 3 is overgeslagen: deze persoon of melding staat ook in rij 2' dubbel
    expect_message fout 'a.csv:6: let op' 'staat ook in rij 5' dubbel
    assert_equal "$(wc -l < fout)" 2
    assert_equal "$(cut -d: -f1 uit | tr '\n' ' ')" 'rij 2 rij 4 rij 5 rij 7 rij 8 '
    made 2026-0001.rec 2026-0002.rec 2026-0003.rec 2026-0004.rec 2026-0005.rec
}

@test "doubles with the directory, as they are now; numbers go on behind the highest of the year" {
    cp "$CASUS/emma.rec" d/2026-0017.rec
    mkdir d/oud
    good 2026-0040 > d/oud/2026-0040.rec
    printf '%s\n' 'Client: C2' 'Dossier: 2026-0040' 'Op: 2026-02-01' 'Geboekt: 2026-02-01T10:00:00+01:00' 'Naam: Oud' 'Geboren: 1970-01-01' '' \
        'Client: C2' 'Dossier: 2026-0040' 'Op: 2026-03-01' 'Gewijzigd: 2026-03-01T10:00:00+01:00' 'Naam: Nieuw' '' >> d/oud/2026-0040.rec
    csv 'Vraag,Gemeente,Naam,Geboren' 'a,0356,Oud,1970-01-01' 'b,0356,Nieuw,1970-01-01'
    intake
    expect_status 1
    expect_message fout 'a.csv:3: let op' 'heeft al dossier 2026-0040' dubbel
    assert_equal "$(< uit)" 'rij 2: 2026-0041'
}

@test "again the same: nothing twice, also of whom no name is known; other words are another melding" {
    csv 'Vraag,Gemeente' '"Ik zoek \
werk.\",0356' 'Ik zoek een huis.,0356' 'Ik zoek een huis.,0356'
    intake
    expect_status 1
    made 2026-0001.rec 2026-0002.rec
    cp -r d eerst
    intake
    expect_status 1
    expect_empty uit
    assert_equal "$(grep -c dubbel fout)" 3
    diff -r eerst d
    echo 'Ik zoek een tuin.,0356' >> a.csv
    intake
    assert_equal "$(< uit)" 'rij 5: 2026-0003'
}

@test "numbers from the CSV: made under it, never over another, each once" {
    csv 'Dossier,Vraag,Gemeente' 'a-1,x,0356' 'a-2,y,0356'
    intake
    expect_status 0
    made a-1.rec a-2.rec
    intake
    expect_status 1
    assert_equal "$(grep -c dubbel fout)" 2
    csv 'Dossier,Vraag,Gemeente' 'a-1,anders,0356' 'b-1,een,0356' 'b-1,twee,0356' ',drie,0356' 'a/b,vier,0356'
    intake
    expect_status 3
    expect_message fout 'a.csv:2: fout' 'nummer a-1 is al van een ander dossier' nummer-bezet
    expect_message fout 'a.csv:4: fout' 'nummer b-1 is ook dat van rij 3' nummer-bezet
    expect_message fout 'a.csv:5:1: fout' 'ontbreekt het nummer' sleutel-fout
    expect_message fout 'a.csv:6:1: fout' 'letters, cijfers' sleutel-fout
    made a-1.rec a-2.rec
}

@test "a file of that name that is no dossier is passed over by the numbers, and never written over" {
    : > d/2026-0001.rec
    ln -s 2026-0001.rec d/2026-0002.rec
    csv 'Vraag,Gemeente' 'x,0356'
    intake
    expect_status 0
    assert_equal "$(< uit)" 'rij 2: 2026-0003'
    [ ! -s d/2026-0001.rec ] && [ -L d/2026-0002.rec ]
}

@test "--proef says the same and makes nothing, not even a lock" {
    csv 'Vraag,Gemeente,Naam,Geboren' 'x,0356,Noor,1990-01-01' 'y,0356,Noor,1990-01-01' 'z,0356,Piet,1990-01-01'
    intake --proef
    expect_status 1
    assert_equal "$(< uit)" $'rij 2: 2026-0001\nrij 4: 2026-0002'
    expect_message fout 'gesprek-intake: opmerking' '2 dossiers zouden gemaakt worden' proef
    [ -z "$(ls -A d)" ]
    cp uit proef
    intake
    diff proef uit
}

@test "a directory with a fault in a dossier, or that is not there: nothing is made" {
    csv 'Vraag,Gemeente' 'x,0356'
    echo 'zomaar een regel' > d/stuk.rec
    intake
    expect_status 3
    expect_message fout 'd/stuk.rec:1:1: fout' '' geen-veld
    made stuk.rec || [ "$(ls d)" = stuk.rec ]
    try gesprek-intake csv --map=nergens a.csv
    expect_status 4
    try gesprek-intake csv a.csv
    expect_status 2
    expect_text fout '--map'
    GESPREK_DOSSIERS=$PWD/e
    mkdir e
    export GESPREK_DOSSIERS
    try gesprek-intake csv a.csv
    expect_status 0
    [ -f e/2026-0001.rec ]
}

@test "somebody else writes in the directory: 75 and nothing is made" {
    command -v flock >/dev/null || skip 'there is no flock'
    csv 'Vraag,Gemeente' 'x,0356'
    flock d/.gesprek.lock gesprek-intake csv --map=d --wacht=0 a.csv > uit 2> fout || status=$?
    assert_equal "$status" 75
    expect_text fout bezet
    made
}

@test "a CSV that changes while it is used: 75 and nothing is made" {
    command -v flock >/dev/null || skip 'there is no flock'
    csv 'Vraag,Gemeente' 'x,0356'
    exec 8> d/.gesprek.lock
    flock 8
    gesprek-intake csv --map=d --wacht=30 a.csv > uit 2> fout 8>&- &
    sleep 1 # by then it has opened the CSV and waits for the lock
    echo 'y,0356' >> a.csv
    flock -u 8
    status=0
    wait $! || status=$?
    assert_equal "$status" 75
    expect_message fout 'a.csv: fout' 'veranderde' intussen-gewijzigd
    made
}

# many N: a.csv with N rows.
many() {
    awk -v n="$1" 'BEGIN { print "Vraag,Gemeente,Naam,Geboren"; for (i = 1; i <= n; i++) print "v" i ",0356,n" i ",1990-01-01" }' > a.csv
}

@test "a disk that gets full half-way: what is said to be made is there, the rest is not, and again makes the rest" {
    command -v strace >/dev/null || skip 'there is no strace'
    case $BIN/ in */san/*) skip 'strace and a sanitizer do not go together' ;; esac
    many 500
    for fault in 'write:error=ENOSPC:when=450' 'syncfs:error=EIO fsync:error=EIO:when=250+' 'renameat2:error=EIO:when=321'; do
        rm -rf d
        mkdir d
        status=0
        read -ra injections <<< "${fault// / --inject=}"
        strace -o /dev/null "--inject=${injections[0]}" "${injections[@]:1}" gesprek-intake csv --map=d a.csv > uit 2> fout || status=$?
        tried=$fault
        expect_status 4
        sed 's/.*: \(.*\)/\1.rec/' uit > gezegd
        ls d | diff - gezegd
        expect_text fout deels-gemaakt
        expect_text fout "gemaakt: $(wc -l < uit) van de 500"
        [ -z "$(find d -name '*.tmp')" ]
        try gesprek-intake csv --map=d a.csv
        expect_status 1
        assert_equal "$(ls d | wc -l)" 500
    done
}

# steps: what strace wrote in log, a step a line, repetitions once; what is written on 1 is `print`.
steps() {
    sed -En 's/^write\(1,.*/print/; s/^(write\(2,|\+).*//; s/^([a-z0-9]+)\(.*/\1/; /./p' log | uniq
}

@test "all of a batch is on disk before a name is given, and the names before they are printed" {
    command -v strace >/dev/null || skip 'there is no strace'
    case $BIN/ in */san/*) skip 'strace and a sanitizer do not go together' ;; esac
    many 250
    strace -o log -e trace=write,syncfs,fsync,renameat2 gesprek-intake csv --map=d a.csv > uit
    # Where syncfs does not vouch for each file, an fsync of each follows.
    steps > stappen
    sed -i '/syncfs/ { n; /fsync/d }' stappen
    printf '%s\n' write syncfs renameat2 fsync print write syncfs renameat2 fsync print | diff - stappen
    assert_equal "$(ls d | wc -l)" 250
    # When syncfs fails, each file is asked for itself.
    rm -rf d
    mkdir d
    strace -o log -e trace=write,syncfs,fsync,renameat2 --inject=syncfs:error=EIO gesprek-intake csv --map=d a.csv > uit
    steps > stappen
    printf '%s\n' write syncfs fsync renameat2 fsync print write syncfs fsync renameat2 fsync print | diff - stappen
    assert_equal "$(grep -c '^fsync' log)" 252
    assert_equal "$(ls d | wc -l)" 250
    gesprek-check d > /dev/null
}

@test "/dev/full: it stops, and says how much is made" {
    many 450
    status=0
    gesprek-intake csv --map=d a.csv > /dev/full 2> fout || status=$?
    assert_equal "$status" 4
    expect_text fout 'gemaakt: 200 van de 450'
    assert_equal "$(ls d | wc -l)" 200
}

@test "killed at any moment: every dossier whole, and again makes the rest" {
    many 3000
    for pause in 0.02 0.05 0.1 0.2; do
        timeout -s KILL "$pause" gesprek-intake csv --map=d a.csv > uit 2> fout || true
        [ -z "$(ls d)" ] || gesprek-check d > /dev/null
    done
    gesprek-intake csv --map=d a.csv > uit 2> fout || true
    assert_equal "$(ls d | wc -l)" 3000
    assert_equal "$(sort -u <(grep -h '^Naam' d/*.rec) | wc -l)" 3000
    [ -z "$(find d -name '*.tmp')" ]
}

@test "memory does not grow with what is in the rows" {
    [ -x /usr/bin/time ] || skip 'there is no time'
    case $BIN/ in */san/*) skip 'a sanitizer takes its own memory' ;; esac
    awk 'BEGIN { s = sprintf("%2000s", ""); gsub(/ /, "x", s); print "Vraag,Gemeente"; for (i = 1; i <= 20000; i++) print i s ",0356" }' > a.csv
    env time -f %M "$BIN/gesprek-intake" csv --proef --map=d a.csv > uit 2> fout
    [ "$(tail -n 1 fout)" -lt 10000 ]
}

# peak: the most kilobytes that a trial with a.csv takes.
peak() {
    env time -f %M "$BIN/gesprek-intake" csv --proef --map=d a.csv 2>&1 > uit | tail -n 1
}

@test "a row costs what the page says: some 26 bytes for each thing to know a double by" {
    [ -x /usr/bin/time ] || skip 'there is no time'
    case $BIN/ in */san/*) skip 'a sanitizer takes its own memory' ;; esac
    local none one three
    csv 'Dossier,Vraag,Gemeente,Naam,Geboren,Persoon'
    none=$(peak)
    awk 'BEGIN { print "Vraag,Gemeente,Naam,Geboren"; for (i = 1; i <= 50000; i++) print "x,0356,n" i ",1990-01-01" }' > a.csv
    one=$(peak)
    awk 'BEGIN { print "Dossier,Vraag,Gemeente,Naam,Geboren,Persoon"
                 for (i = 1; i <= 50000; i++) print "d-" i ",x,0356,n" i ",1990-01-01,p" i }' > a.csv
    three=$(peak)
    [ $(((one - none) * 1024 / 50000)) -lt 45 ]
    [ $(((three - none) * 1024 / 50000)) -lt 110 ]
}

@test "numbers of dossiers in the directory: each is found, also after many with more than one client" {
    local i
    for i in 1 2 3; do
        good "x-$i"
        printf '%s\n' 'Client: C1' "Dossier: x-$i" 'Op: 2026-02-01' 'Geboekt: 2026-02-01T10:00:00+01:00' "Naam: Een$i" 'Geboren: 1970-01-01' '' \
            'Client: C2' "Dossier: x-$i" 'Op: 2026-02-01' 'Geboekt: 2026-02-01T10:00:00+01:00' "Naam: Twee$i" 'Geboren: 1970-01-01' ''
    done > d/alle.rec
    csv 'Vraag,Gemeente,Naam,Geboren' 'a,0356,Twee1,1970-01-01' 'b,0356,Een2,1970-01-01' 'c,0356,Twee3,1970-01-01'
    intake
    expect_status 1
    expect_message fout 'a.csv:2: let op' 'al dossier x-1' dubbel
    expect_message fout 'a.csv:3: let op' 'al dossier x-2' dubbel
    expect_message fout 'a.csv:4: let op' 'al dossier x-3' dubbel
    csv 'Dossier,Vraag,Gemeente' 'x-2,anders,0356' 'x-4,anders,0356'
    intake
    expect_status 3
    expect_message fout 'a.csv:2: fout' 'nummer x-2 is al van een ander dossier' nummer-bezet
    assert_equal "$(grep -c nummer-bezet fout)" 1
}

@test "rights: a new dossier takes those of its directory" {
    csv 'Vraag,Gemeente' 'x,0356'
    chmod 0770 d
    intake
    expect_status 0
    assert_equal "$(stat -c %a d/2026-0001.rec)" 660
}

@test "wrong usage" {
    csv 'Vraag,Gemeente' 'x,0356'
    for words in 'csv --map=d' 'csv --map=d a.csv b.csv' 'csv --map=d --dossier=x a.csv' 'csv -i --map=d a.csv' 'csv --map=d --op=morgenochtend a.csv' ''; do
        read -ra list <<< "$words"
        try gesprek-intake "${list[@]}"
        expect_status 2
        made
    done
}
