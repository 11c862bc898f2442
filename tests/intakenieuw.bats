#!/usr/bin/env bats
# gesprek-intake nieuw, by options and from a template. The questions at a terminal are in vragen.bats.

load hulp

setup() {
    hulp_setup
    mkdir -m 700 d
    melding=("--vraag=Ik wil op mijzelf wonen." --gemeente=0356)
}

@test "a dossier from options, with all that came of the first conversation" {
    try gesprek-intake nieuw -i "${melding[@]}" --client.naam=Emma --recht.omschrijving=toeslag --recht.status=vermoed \
        --recht.omschrijving=pas --recht.status=besproken --gesprek.vorm=kantoor --gesprek.fase=onthaal \
        --werkafspraak.verwacht-client='op tijd komen' --domein=wonen --domein.besproken=ja --op=2026-02-03 d
    expect_status 0
    expect_empty fout
    [ "$(cat uit)" = 2026-0001 ]
    gesprek-check d
    grep -E '^[A-Z][a-z]+: [A-Z][A-Z]?[0-9]+$|^Domein' d/2026-0001.rec >got
    printf '%s\n' 'Melding: M1' 'Client: C1' 'Werkafspraak: F1' 'Gesprek: G1' 'Domein: wonen' 'Recht: R1' 'Recht: R2' |
        diff - got
    [ "$(grep -c '^Op: 2026-02-03$' d/2026-0001.rec)" = 7 ]
    [ "$(stat -c %a d/2026-0001.rec)" = 600 ]
    [ "$(ls -A d)" = "$(printf '%s\n' .gesprek.lock 2026-0001.rec)" ]
}

@test "the first type's fields may bear its name too" {
    gesprek-intake nieuw -i --melding.vraag=x --melding.gemeente=0356 d
    grep -qx 'Vraag: x' d/2026-0001.rec
}

@test "as a filter: a whole dossier through a pipe" {
    gesprek-intake nieuw --dossier=2026-0017 "${melding[@]}" |
        gesprek-noteer nieuw Doel --tekst='Ik woon in een eigen woning.' --akkoord=Emma - |
        gesprek-noteer nieuw Relatie --groep=familie --band=sterk - >2026-0017.rec
    gesprek-check 2026-0017.rec
    [ "$(grep -c '^Dossier: 2026-0017$' 2026-0017.rec)" = 3 ]
}

@test "the number: the next of this year, whatever else is there; or the one that is asked for" {
    good 2026-0007 >d/2026-0007.rec
    good 2025-0099 >d/2025-0099.rec
    good oud >d/oud.rec
    [ "$(gesprek-intake nieuw -i "${melding[@]}" d)" = 2026-0008 ]
    [ "$(gesprek-intake nieuw -i --dossier=emma "${melding[@]}" d)" = emma ]
    grep -qx 'Dossier: emma' d/emma.rec
    [ "$(GESPREK_DOSSIERS=$PWD/d gesprek-intake nieuw -i "${melding[@]}")" = 2026-0009 ]
}

@test "a number that is taken: nothing is made and nothing is written over" {
    good 2026-0007 >d/2026-0007.rec
    good 2026-0008 >d/anders.rec
    for id in 2026-0007 2026-0008; do
        try gesprek-intake nieuw -i --dossier=$id "${melding[@]}" d
        expect_status 3
        expect_empty uit
        expect_message fout 'gesprek-intake: fout' 'al van een ander dossier' nummer-bezet
    done
    good 2026-0007 | cmp - d/2026-0007.rec
    [ ! -e d/2026-0008.rec ]
}

@test "other dossiers that cannot be read are no reason not to make this one" {
    printf 'rommel\n' >d/2026-0001.rec
    [ "$(gesprek-intake nieuw -i "${melding[@]}" d)" = 2026-0002 ]
    [ "$(cat d/2026-0001.rec)" = rommel ]
}

@test "what the system does not let us read makes the next number unsure; a chosen one is fine" {
    [ "$(id -u)" != 0 ] || skip 'root may read everything'
    good 2026-0005 >d/anders.rec
    chmod 000 d/anders.rec
    try gesprek-intake nieuw -i "${melding[@]}" d
    expect_status 4
    expect_text fout 'kies zelf een nummer'
    [ "$(gesprek-intake nieuw -i --dossier=2026-0100 "${melding[@]}" d)" = 2026-0100 ]
}

@test "somebody who has a dossier: it is made, and said" {
    who=(--client.naam=Emma --client.geboren=2001-02-03)
    gesprek-intake nieuw -i "${melding[@]}" "${who[@]}" d
    try gesprek-intake nieuw -i "${melding[@]}" --client.naam=Emma --client.geboren=2001-02-04 d
    expect_status 0
    expect_empty fout
    try gesprek-intake nieuw -i "${melding[@]}" "${who[@]}" d
    expect_status 0
    [ "$(cat uit)" = 2026-0003 ]
    expect_message fout 'gesprek-intake: opmerking' 'heeft ook dossier 2026-0001' dubbel
    try gesprek-intake nieuw -i "${melding[@]}" d
    try gesprek-intake nieuw -i "${melding[@]}" d
    expect_status 0
    expect_empty fout
}

@test "the template holds all, and empty it makes nothing; one filled in makes what is filled in" {
    gesprek-intake nieuw --sjabloon >leeg
    grep -E '^[A-Z][a-z]+:$' leeg | grep -xE '(Melding|Client|Werkafspraak|Gesprek|Domein|Recht):' | paste -sd ' ' >got
    [ "$(cat got)" = 'Melding: Client: Werkafspraak: Gesprek: Domein: Recht:' ]
    try gesprek-intake nieuw --ingevuld=leeg -i d
    expect_status 3
    expect_message fout 'leeg:1:1: fout' 'nog niets ingevuld' niets-ingevuld
    [ -z "$(ls d)" ]
    sed -e '/^Vraag:/s/$/ Ik wil hulp./' -e '/^Gemeente:/s/$/ 0356/' -e '/^Naam:/s/$/ Emma/' -e 's/^Geboren:/Geboren: 2001-02-03/' \
        leeg >vol
    gesprek-intake nieuw --ingevuld=vol -i d
    grep -E '^[A-Z][a-z]+: [MC]1$' d/2026-0001.rec | paste -sd ' ' >got
    [ "$(cat got)" = 'Melding: M1 Client: C1' ]
    gesprek-intake nieuw --ingevuld=- --dossier=x <vol | cmp <(sed 's/2026-0001/x/' d/2026-0001.rec) -
}

@test "a template and options together" {
    printf '%s\n' 'Melding:' 'Vraag: Ik wil hulp.' '' 'Recht:' 'Omschrijving: toeslag' 'Status: vermoed' '' >t
    gesprek-intake nieuw --ingevuld=t --gemeente=0356 --client.naam=Emma -i d
    gesprek-check d
    grep -qx 'Gemeente: 0356' d/2026-0001.rec
}

@test "faults in a template are said at their line, and nothing is made" {
    printf '%s\n' 'Melding:' 'Vraag: Ik wil hulp.' 'Gemeente: 12' '' 'Client:' 'Naam: Emma' 'Lengte: 3' '' >t
    try gesprek-intake nieuw --ingevuld=t -i d
    expect_status 3
    expect_message fout 't:7:1: fout' 'hoort niet bij Client' onbekend-veld
    sed -i /Lengte/d t
    try gesprek-intake nieuw --ingevuld=t -i d
    expect_status 3
    expect_text fout 't:3:1: fout'
    printf '%s\n' 'Melding:' 'Vraag: x' '' 'Doel:' 'Tekst: x' '' >t
    try gesprek-intake nieuw --ingevuld=t -i d
    expect_status 3
    expect_message fout 't:4:1: fout' 'ander soort record' ander-type
    printf '%s\n' 'Melding:' 'Vraag: x' 'Gemeente: 0356' '' 'Client:' 'Naam: a' '' 'Client:' 'Naam: b' '' >t
    try gesprek-intake nieuw --ingevuld=t -i d
    expect_status 3
    expect_text fout 'Naam kan er maar een keer zijn'
    printf '%s\n' 'Melding:' 'Vraag: x' 'Gemeente: 0356' '' 'Domein:' 'Besproken: ja' '' >t
    try gesprek-intake nieuw --ingevuld=t -i d
    expect_status 3
    expect_text fout 'welk deel van het leven'
    [ -z "$(ls d)" ]
}

@test "wrong usage: status 2, before anything is made" {
    for words in --vraag=x --gemeente=0356 --client.naam= --naam=x --doel.tekst=x --client.wat=x --vraag+=x --domein.wens=x '--domein=a b' \
        --op=gisterenmiddag --dossier=../x --geboekt-tot=2026-01-01 --map=d --recht.status=vermoed -n; do
        try gesprek-intake nieuw -i "$words" d
        expect_status 2
        expect_empty uit
    done
    for words in '' '--dossier=x d' '--dossier=a/b' '-i d d'; do
        read -ra words <<< "$words"
        try gesprek-intake nieuw "${melding[@]}" "${words[@]}"
        expect_status 2
        expect_empty uit
    done
    try gesprek-intake nieuw -i "${melding[@]}"
    expect_status 2
    expect_text fout GESPREK_DOSSIERS
    try gesprek-intake nieuw --naam=x -i d
    expect_text fout '--naam hoort niet bij Melding'
    try gesprek-intake nieuw "${melding[@]}" --stap.wat=x -i d
    expect_text fout 'voor de punt hoort melding, client, werkafspraak, gesprek, domein of recht'
    try gesprek-intake nieuw --vraag=@- --ingevuld=- -i d
    expect_status 2
    [ -z "$(ls d)" ]
}

@test "a value from a file or standard input; quotes, newlines and =cmd() are kept as they are" {
    printf 'Ik wil "dit",\n=cmd() en\n\n'\''dat'\''.\n' >vraag
    gesprek-intake nieuw -i --vraag=@vraag --gemeente=0356 d
    gesprek-intake nieuw -i --vraag=@- --gemeente=0356 d <vraag
    cmp <(sed 's/2026-0002/2026-0001/' d/2026-0002.rec) d/2026-0001.rec
    gesprek-stavaza --formaat=rec d/2026-0001.rec | recsel -t Melding -P Vraag 2>/dev/null | head -c 20 >/dev/null
    grep -A3 '^Vraag' d/2026-0001.rec | diff - <(printf '%s\n' 'Vraag: Ik wil "dit",' '+ =cmd() en' '+' "+ 'dat'.")
    gesprek-check d
}

@test "two at once each get a number of their own; a hundred do" {
    for _ in 1 2 3 4; do
        { for _ in $(seq 25); do gesprek-intake nieuw -i "${melding[@]}" d >/dev/null || exit; done; } &
    done
    wait
    [ "$(find d -name "*.rec" | wc -l)" = 100 ]
    gesprek-check d
    [ -e d/2026-0100.rec ]
}

@test "full disk, closed output, a directory that is not there" {
    try gesprek-intake nieuw "${melding[@]}" -i bestaat-niet
    expect_status 4
    good 2026-0001 >bestand
    try gesprek-intake nieuw "${melding[@]}" -i bestand
    expect_status 4
    status=0
    gesprek-intake nieuw "${melding[@]}" --dossier=x >/dev/full 2>fout || status=$?
    expect_status 4
    expect_text fout '[uitvoer]'
}

@test "busy after --wacht" {
    : >d/.gesprek.lock
    exec 9>d/.gesprek.lock
    flock 9
    try gesprek-intake nieuw "${melding[@]}" --wacht=0 -i d 9>&-
    expect_status 75
    exec 9>&-
    [ "$(ls d)" = "" ]
}
