#!/usr/bin/env bats
# A chosen part under valgrind: no byte is read that was not written, none is lost, no file stays open.

load hulp

setup() {
    hulp_setup
    command -v valgrind >/dev/null || skip 'there is no valgrind'
    case $BIN/ in */san/*) skip 'valgrind needs the plain build' ;; esac
    ! nm "$BIN/gesprek-noteer" 2>/dev/null | grep -q __asan_init || skip 'valgrind needs the plain build'
    cp "$CASUS"/*.rec .
}

# watched STATUS COMMAND...: what libxml2 keeps until the end can still be reached; everything else is given back.
watched() {
    local wanted=$1 status=0
    valgrind --quiet --error-exitcode=99 --leak-check=full --show-leak-kinds=definite,indirect,possible \
        --errors-for-leak-kinds=definite,indirect,possible --track-fds=no "$(type -P "$2")" "${@:3}" >uit 2>fout || status=$?
    [ "$status" -eq "$wanted" ] || { echo "$* gave $status"; tail -n 30 fout; return 1; }
    ! grep '^==' fout
}

@test "valgrind has nothing to remark on a writer" {
    watched 0 gesprek-noteer nieuw Stap --wat=bellen --wie=Emma -i emma.rec
    watched 0 gesprek-noteer wijzig D1 --status=behaald --akkoord+=tante emma.rec
    watched 0 gesprek-noteer vervallen D1 --reden=dubbel -n emma.rec
    watched 0 gesprek-noteer nieuw Doel --sjabloon
    watched 2 gesprek-noteer nieuw Stap --wat=bellen --uiterlijk=ooit emma.rec
}

@test "valgrind has nothing to remark on an edit: saved, refused, unchanged, in conflict" {
    export EDITOR="sed -i 's/^Akkoord: vader/Akkoord: moeder/'"
    watched 0 gesprek-bewerk emma.rec
    watched 0 gesprek-bewerk emma.rec
    watched 0 gesprek-bewerk --dossier=2026-0021 .
    EDITOR='printf "\357\273\277# een BOM vooraan\r\n" >x; cat x emma.rec >' watched 0 gesprek-bewerk emma.rec
    EDITOR="sed -i '1,20s/^Kader: wmo/&o/'" watched 3 gesprek-bewerk emma.rec
    EDITOR='sed -i "/^Doel: D1/,/^$/d"' watched 0 gesprek-bewerk emma.rec
    EDITOR='echo "# een" >>emma.rec; echo "# twee" >>' watched 75 gesprek-bewerk emma.rec
    EDITOR=false watched 4 gesprek-bewerk emma.rec
}

@test "valgrind has nothing to remark on a reader in any form" {
    for reader in "${READERS[@]}"; do
        read -ra words <<<"$reader"
        watched 0 "${words[@]}" .
        watched 0 "${words[@]}" --op=2026-06-01 emma.rec
    done
    watched 0 gesprek-kies -l --waar='Kader=wmo en (niet Fase=onthaal of Gemeente~^03)' .
    watched 0 gesprek-stavaza --uit=antwoord emma.rec
}

@test "valgrind has nothing to remark on gesprek-smart" {
    printf '%s\n' 'Doel:' 'Tekst: x' 'Criterium: zorg' '' 'Stap:' 'Wat: y' 'Wie: z' '' >doel.txt
    watched 0 gesprek-smart nieuw --ingevuld=doel.txt -i emma.rec
    watched 0 gesprek-smart wijzig D5 --tekst=y --schaal=-1 -i emma.rec
    watched 0 gesprek-smart stap D5 --wat=x --wie=y -i emma.rec
    watched 0 gesprek-smart vervang D5 --tekst=z -i emma.rec
    watched 0 gesprek-smart parkeer D6 --terugkomen-op=+6w -i emma.rec
    watched 0 gesprek-smart status D6 bezig -i emma.rec
    watched 0 gesprek-smart plan --geschiedenis --formaat=html emma.rec
    watched 2 gesprek-smart status D6 behaald emma.rec
    watched 3 gesprek-smart parkeer D1 emma.rec
    watched 1 gesprek-smart plan --doel=D9 emma.rec
}

@test "valgrind has nothing to remark on gesprek-intake" {
    printf 'Vraag;Gemeente;Naam;Geboren;Leeg\r\n"een\r\n""twee""";0356;Noor;1990-01-01;\r\n;;;;\r\nx;0356;noor;1990-01-01;y\r\n' >a.csv
    printf 'Leeg:\n' >k.txt
    mkdir nieuw
    watched 1 gesprek-intake csv --proef --kolommen=k.txt --map=nieuw a.csv
    watched 1 gesprek-intake csv --kolommen=k.txt --map=nieuw a.csv
    watched 1 gesprek-intake csv --kolommen=k.txt --map=nieuw a.csv
    watched 3 gesprek-intake csv --map=nieuw a.csv
    printf 'Vraag,Gemeente\n"x,0356\n' >a.csv
    watched 3 gesprek-intake csv --map=nieuw a.csv
    watched 3 gesprek-intake csv --map=nieuw emma.rec
    printf 'Melding:\nVraag: koken\n+ en eten\nGemeente: 0356\n\nClient:\nNaam: Noor\n\n' >in.txt
    watched 0 gesprek-intake nieuw --ingevuld=in.txt -i nieuw
    watched 0 gesprek-intake nieuw --vraag=x --gemeente=0356 --domein=wonen --domein.besproken=ja --dossier=x
    watched 2 gesprek-intake nieuw --vraag=x --gemeente=035 -i nieuw
    for sheet in bevestiging welkomstblad; do
        watched 0 gesprek-intake "$sheet" --formaat=html johan.rec
    done
}

@test "valgrind has nothing to remark on questions at the terminal" {
    printf '%s\n' 'regel ' 'plak Ik wil\n\nde één.' 'typ \r' 'regel ' 'regel <' 'regel -' 'regel Ik wil 漢字.' 'regel ' 'regel Uit.' 'regel ' 'vraag' \
        'typ \x04' 'regel <' 'regel ?' 'regel >' 'regel j' >toetsen
    TERM=xterm python3 "$BATS_TEST_DIRNAME/toetsenbord.py" toetsen valgrind --quiet --error-exitcode=99 --leak-check=full \
        --show-leak-kinds=definite,indirect,possible --errors-for-leak-kinds=definite,indirect,possible \
        "$(type -P gesprek-noteer)" nieuw Doel -i emma.rec >uit 2>fout
    grep -qx "D[0-9]*" uit
    run ! grep '^==' fout
    grep -qx 'Tekst: Ik wil 漢字.' emma.rec
}

@test "valgrind has nothing to remark on what gesprek-rapport checks, compares and gives to others" {
    (umask 077; printf '%040d' 0 >sleutel)
    watched 0 gesprek-rapport caseload --voor-derden --sleutelbestand=sleutel --ontvanger=x --csv=excel .
    chmod 644 sleutel
    watched 4 gesprek-rapport caseload --voor-derden --sleutelbestand=sleutel --ontvanger=x .
    watched 0 gesprek-rapport gemeente --jaar=2026 --verantwoording --formaat=xml .
    gesprek-rapport gemeente --jaar=2026 --verantwoording --formaat=csv . >oud.csv
    watched 0 gesprek-rapport gemeente --jaar=2026 --verantwoording --versie=2 --verschil=oud.csv --formaat=xml emma.rec
    watched 2 gesprek-rapport gemeente --jaar=2026 --verschil=oud.csv emma.rec
    watched 3 gesprek-rapport gemeente --jaar=2026 --verschil=emma.rec emma.rec
}

@test "valgrind has nothing to remark on gesprek-balans" {
    for words in toon 'toon --formaat=html' verloop 'verloop --formaat=csv'; do
        read -ra words <<<"$words"
        watched 0 gesprek-balans "${words[@]}" .
    done
    watched 0 gesprek-balans toon --formaat=svg emma.rec
    watched 0 gesprek-balans nieuw --draagkracht='4 zus' --draaglast='5 geld' -i emma.rec
}

@test "valgrind has nothing to remark on gesprek-ecogram" {
    for words in teken 'teken --formaat=html' 'teken --ascii' 'verschil --van=2026-03-01' meet 'meet --formaat=csv' 'meet --formaat=regel --ascii' lijst; do
        read -ra words <<<"$words"
        watched 0 gesprek-ecogram "${words[@]}" .
    done
    for form in svg dot graphml; do watched 0 gesprek-ecogram teken --formaat=$form emma.rec; done
    mkdir map
    watched 0 gesprek-ecogram verschil --van=2026-03-01 --formaat=svg --map=map .
    watched 0 gesprek-ecogram nieuw --groep=buur --band=zwak -i emma.rec
    watched 0 gesprek-ecogram wijzig L1 --band=zwak --steun+=advies -i emma.rec
}

@test "valgrind has nothing to remark on gesprek-overleg" {
    watched 0 gesprek-overleg nieuw --aanleiding=x --deelnemer='kok, Buurthuis, moet-weten' --agendapunt.tekst=y --agendapunt.tekst=z -i emma.rec
    watched 0 gesprek-overleg punt E1 --samenvatting=x -i emma.rec
    watched 0 gesprek-overleg punt O1 --tekst=x --op=2026-06-01 emma.rec
    watched 0 gesprek-overleg afspraak O1 --wat=x --wie=y emma.rec
    watched 3 gesprek-overleg punt E9 --tekst=x emma.rec
    gesprek-verwijs toestemming nieuw --aan='overleg O1' --waarover=Overleg --waarover=Agendapunt --waarvoor=x --uitkomst=gegeven \
        --gegeven-door=client -i emma.rec
    watched 1 gesprek-overleg uitnodiging O1 --formaat=html -i emma.rec
    watched 0 gesprek-overleg uitnodiging O1 --voor-wie=kantine emma.rec
    watched 1 gesprek-overleg uitnodiging O1 --voor-wie=niemand emma.rec
    for words in 'agenda O1' 'verslag O1 --formaat=html' opvolging 'opvolging --formaat=csv'; do
        read -ra words <<<"$words"
        watched 0 gesprek-overleg "${words[@]}" .
    done
    watched 0 gesprek-overleg verslag O1 --voor='overleg O1' emma.rec
}

@test "valgrind has nothing to remark on what is due, on a message and on what was sent" {
    mkdir map staat
    mv ./*.rec map
    printf 'Instelling: i\nBegeleider_mail: * team@wijk.example\n\n' >c.rec
    export GESPREK_CONFIG=$PWD/c.rec GESPREK_SENDMAIL='exec cat >bericht'
    watched 0 gesprek-nazorg agenda --formaat=ical --namen --uitleg map
    watched 0 gesprek-nazorg herinner --binnen=3w --eenmalig=staat/s map
    watched 0 gesprek-nazorg herinner --binnen=3w --eenmalig=staat/s map
    watched 0 gesprek-nazorg herinner --binnen=3w --mail --eenmalig=staat/t map
    watched 2 gesprek-nazorg herinner --eenmalig=map/s map
}

@test "valgrind has nothing to remark on aftercare, the end and their sheets" {
    watched 0 gesprek-nazorg plan --soort=bellen --uiterlijk=+4w --herhaal=1m -i emma.rec
    watched 0 gesprek-nazorg contact N1 --stap.wat=x --stap.wie=Emma --domein=wonen --domein.kracht=y -i emma.rec
    watched 0 gesprek-nazorg niet-bereikt N1 -i emma.rec
    watched 3 gesprek-nazorg contact N9 -i emma.rec
    watched 3 gesprek-nazorg afsluiten --beleving=x --afsluiting.reden=overlijden emma.rec
    printf '%s\n' Afsluiting: 'Reden: overlijden' '' Nazorg: 'Soort: bellen' 'Uiterlijk: 2026-12-01' '' >einde.txt
    good d-1 >d.rec
    watched 0 gesprek-nazorg afsluiten --ingevuld=einde.txt -i d.rec
    for words in reminderblad 'reminderblad --formaat=html' afsluitblad 'afsluitblad --formaat=html'; do
        read -ra words <<<"$words"
        watched 0 gesprek-nazorg "${words[@]}" .
    done
}

@test "valgrind has nothing to remark on bad input" {
    { cat emma.rec; printf 'geen veld\nDoel\0: x\n\nDoel: D1\nDossier: 2026-0017\nOp: 2026-02-31\n\xff\n'; head -c 5000 johan.rec; } >fout.rec
    head -c 3000 /dev/urandom >ruis.rec
    for reader in "${READERS[@]}"; do
        read -ra words <<<"$reader"
        watched 3 "${words[@]}" .
    done
    watched 3 gesprek-noteer nieuw Stap --wat=x --wie=y -i fout.rec
}

@test "valgrind has nothing to remark on help, completion and schema" {
    for command in "$BIN"/gesprek-*; do
        watched 0 "${command##*/}" --help
        watched 0 "${command##*/}" --voltooiing=zsh
    done
    watched 0 gesprek-check --schema
    watched 0 gesprek-check --descriptors=Doel
}
