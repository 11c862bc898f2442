#!/usr/bin/env bats
# gesprek-noteer: what the three verbs write, in which dossier, under which key and in whose name.
# shellcheck disable=SC2016,SC2154  # what must not expand is what is tested; bats sets stderr
# shellcheck disable=SC2030,SC2031  # every test has its own environment

load hulp
load schrijf

setup() {
    schrijf_setup
}

record() {
    printf '%s\n' "$1: $2" 'Dossier: 2026-0017' 'Op: 2026-11-22' 'Door: m.devries' "$3: 2026-11-22T14:30:00+01:00" "${@:4}" ''
}

# ---- nieuw ----

@test "nieuw prints the journal with the new record behind it" {
    noted gesprek-noteer nieuw Stap --wat='Inschrijven' --wie='Emma' --bij=D1 a.rec
    { cat a.rec; record Stap S1 Geboekt 'Wat: Inschrijven' 'Wie: Emma' 'Bij: D1'; } > want
    gesprek-noteer nieuw Stap --wat='Inschrijven' --wie='Emma' --bij=D1 a.rec | cmp - want
}

@test "the journal comes from a file, from - and from standard input, with the same answer" {
    gesprek-noteer nieuw Stap --wat=x --wie=y a.rec > file
    gesprek-noteer nieuw Stap --wat=x --wie=y - < a.rec | cmp - file
    gesprek-noteer nieuw Stap --wat=x --wie=y < a.rec | cmp - file
    # shellcheck disable=SC2002  # a pipe is another kind of input than a file
    cat a.rec | gesprek-noteer nieuw Stap --wat=x --wie=y | cmp - file
}

@test "-n prints the new record alone" {
    cp a.rec old
    gesprek-noteer nieuw Stap --wat=x --wie=y -n a.rec > got
    record Stap S1 Geboekt 'Wat: x' 'Wie: y' | cmp - got
    unchanged old a.rec
}

@test "-i changes the file and prints the key" {
    gesprek-noteer nieuw Stap --wat=x --wie=y a.rec > want
    noted gesprek-noteer nieuw Stap --wat=x --wie=y -i a.rec
    assert_equal "$output" S1
    cmp want a.rec
    [ ! -e .a.rec.tmp ]
}

@test "values come in the order they were given, and an option takes its value as next word too" {
    run --separate-stderr -0 gesprek-noteer nieuw Stap --wie Emma --voorwaarde=b --wat=x --voorwaarde a -n a.rec
    assert_equal "$output" "$(record Stap S1 Geboekt 'Wie: Emma' 'Voorwaarde: b' 'Wat: x' 'Voorwaarde: a')"
}

@test "a filter of three writers makes one dossier" {
    gesprek-noteer nieuw Stap --wat=x --wie=y a.rec | gesprek-noteer nieuw Stap --wat=z --wie=y - |
        gesprek-noteer wijzig S1 --status=gedaan > out
    run -0 gesprek-check out
    run -0 field_of S2 Wat < out
    assert_output z
    run -0 field_of S1 Status < out
    assert_output gedaan
}

@test "a field named as an option of another verb is a field here" {
    noted gesprek-noteer nieuw Stap --wat=x --wie=y --reden='geen tijd' -n a.rec
    has "$output" 'Reden: geen tijd'
    gesprek-noteer nieuw Stap --wat=x --wie=y -i a.rec
    noted gesprek-noteer wijzig S1 --reden='geen tijd' -n a.rec
    assert_equal "$output" "$(record Stap S1 Gewijzigd 'Reden: geen tijd')"
}

# ---- keys ----

@test "a key is the letter and the highest number ever used + 1" {
    printf 'Doel: D7\nDossier: 2026-0017\nOp: 2026-03-01\nTekst: x\n\nDoel: D7\nDossier: 2026-0017\nOp: 2026-03-02\nVervallen: dubbel\n\n' >> a.rec
    noted gesprek-noteer nieuw Doel --tekst=y -n a.rec
    has "$output" 'Doel: D8'
    printf 'Doel: D3\nDossier: 2026-0017\nOp: 2026-03-01\nTekst: x\n\n' >> a.rec
    noted gesprek-noteer nieuw Doel --tekst=y -n a.rec
    has "$output" 'Doel: D8'
}

@test "hand-made keys, other letters and unknown types count as they should" {
    printf 'Doel: D12b\nDossier: 2026-0017\nOp: 2026-03-01\nTekst: x\n\n' >> a.rec
    noted gesprek-noteer nieuw Doel --tekst=y -n a.rec
    has "$output" 'Doel: D2'
    printf 'Tekening: D20\nDossier: 2026-0017\nOp: 2026-03-01\n\n' >> a.rec
    noted gesprek-noteer nieuw Doel --tekst=y -n a.rec
    has "$output" 'Doel: D21'
    printf 'Verstrekking: TV5\nDossier: 2026-0017\nOp: 2026-03-01\nAan: x\nWat: y\nGrondslag: meldrecht\n\n' >> a.rec
    noted gesprek-noteer nieuw Verwijzing --naar=x --nood=wonen -n a.rec
    has "$output" 'Verwijzing: V1'
    noted gesprek-noteer nieuw Verstrekking --aan=x --wat=y --grondslag=meldrecht -n a.rec
    has "$output" 'Verstrekking: TV6'
}

@test "numbers of another dossier in the stream do not count" {
    { small_dossier B | sed 's/^Doel: D1/Doel: D40/'; cat a.rec; } > two
    noted gesprek-noteer nieuw Doel --tekst=y --dossier=2026-0017 -n two
    has "$output" 'Doel: D2'
    noted gesprek-noteer nieuw Doel --tekst=y --dossier=B -n two
    has "$output" 'Doel: D41'
}

@test "--sleutel gives the key, and must be free and well formed" {
    noted gesprek-noteer nieuw Doel --tekst=y --sleutel=wonen.1_a-B -n a.rec
    has "$output" 'Doel: wonen.1_a-B'
    long=$(printf 'k%.0s' {1..64})
    noted gesprek-noteer nieuw Doel --tekst=y --sleutel="$long" -n a.rec
    refused 2 sleutel-fout 'geen goede sleutel' gesprek-noteer nieuw Doel --tekst=y --sleutel="${long}k" a.rec
    refused 2 sleutel-fout 'geen goede sleutel' gesprek-noteer nieuw Doel --tekst=y --sleutel='a b' a.rec
    refused 2 sleutel-fout 'geen goede sleutel' gesprek-noteer nieuw Doel --tekst=y --sleutel=-a a.rec
    refused 2 sleutel-fout 'geen goede sleutel' gesprek-noteer nieuw Doel --tekst=y --sleutel=$'a\nb' a.rec
    refused 3 sleutel-dubbel 'sleutel is D2' gesprek-noteer nieuw Doel --tekst=y --sleutel=D1 a.rec
    refused 3 sleutel-dubbel 'sleutel is S1' gesprek-noteer nieuw Stap --wat=x --wie=y --sleutel=D1 a.rec
}

@test "a withdrawn key is not free" {
    gesprek-noteer vervallen D1 --reden=x -i a.rec
    refused 3 sleutel-dubbel 'D2' gesprek-noteer nieuw Doel --tekst=y --sleutel=D1 a.rec
}

@test "Domein has the life domain as its key, once" {
    refused 2 gebruik --sleutel gesprek-noteer nieuw Domein --besproken=ja a.rec
    noted gesprek-noteer nieuw Domein --sleutel=wonen --besproken=ja -i a.rec
    assert_equal "$output" wonen
    refused 3 sleutel-dubbel 'wijzig wonen' gesprek-noteer nieuw Domein --sleutel=wonen --besproken=ja a.rec
    noted gesprek-noteer wijzig wonen --cijfer=7 -n a.rec
    assert_equal "$output" "$(record Domein wonen Gewijzigd 'Cijfer: 7')"
}

# ---- wijzig ----

@test "wijzig writes what changes and nothing else" {
    cp a.rec old
    noted gesprek-noteer wijzig D1 --status=bezig --volgens=client -n a.rec
    assert_equal "$output" "$(record Doel D1 Gewijzigd 'Status: bezig' 'Volgens: client')"
    noted gesprek-noteer wijzig D1 --status=bezig -i a.rec
    assert_equal "$output" D1
    one_range_more old a.rec
    run -0 field_of D1 Status < <(gesprek-stavaza --formaat=rec a.rec)
    assert_output bezig
    run -0 field_of D1 Tekst < <(gesprek-stavaza --formaat=rec a.rec)
    assert_output "$(printf 'Ik woon in een eigen woning,\ndicht bij mijn oom.')"
}

@test "= replaces a list, += adds, -= takes away: the full new list is written" {
    noted gesprek-noteer wijzig D1 --akkoord=oom -n a.rec
    assert_equal "$output" "$(record Doel D1 Gewijzigd 'Akkoord: oom')"
    noted gesprek-noteer wijzig D1 --akkoord+=oom --akkoord+=tante -n a.rec
    assert_equal "$output" "$(record Doel D1 Gewijzigd 'Akkoord: Emma' 'Akkoord: vader' 'Akkoord: oom' 'Akkoord: tante')"
    noted gesprek-noteer wijzig D1 --akkoord-=Emma -n a.rec
    assert_equal "$output" "$(record Doel D1 Gewijzigd 'Akkoord: vader')"
    noted gesprek-noteer wijzig D1 --akkoord-=Emma --status=bezig --akkoord+=oom -n a.rec
    has "$output" "$(printf 'Akkoord: vader\nAkkoord: oom')"
    has "$output" 'Status: bezig'
    noted gesprek-noteer wijzig D1 --akkoord=oom --akkoord=tante --akkoord+=nicht --akkoord-=oom -n a.rec
    assert_equal "$output" "$(record Doel D1 Gewijzigd 'Akkoord: tante' 'Akkoord: nicht')"
}

@test "+= builds on an earlier amendment, as it was on the day of --op" {
    gesprek-noteer wijzig D1 --akkoord=oom --op=2026-05-01 -i a.rec
    noted gesprek-noteer wijzig D1 --akkoord+=tante -n a.rec
    has "$output" "$(printf 'Akkoord: oom\nAkkoord: tante')"
    noted gesprek-noteer wijzig D1 --akkoord+=tante --op=2026-04-01 -n a.rec
    has "$output" "$(printf 'Akkoord: Emma\nAkkoord: vader\nAkkoord: tante')"
}

@test "+= in a new record is a list too" {
    noted gesprek-noteer nieuw Doel --tekst=x --akkoord+=a --akkoord+=b -n a.rec
    assert_equal "$output" "$(record Doel D2 Geboekt 'Tekst: x' 'Akkoord: a' 'Akkoord: b')"
}

@test "an empty value takes a field away, and so does taking away the last of a list" {
    noted gesprek-noteer wijzig D1 --status= -n a.rec
    has "$(tail -n 1 <<< "$output")" 'Status:'
    noted gesprek-noteer wijzig D1 --akkoord-=Emma --akkoord-=vader -i a.rec
    run -0 field_of D1 Akkoord < <(gesprek-stavaza --formaat=rec a.rec)
    assert_output ''
    run -0 grep -c '^Akkoord' <(gesprek-stavaza --formaat=rec --op=2026-11-21 a.rec)
    assert_output 2
    run ! grep '^Akkoord' <(gesprek-stavaza --formaat=rec a.rec)
}

@test "+= and -= are refused where they cannot be" {
    refused 2 gebruik 'Status' gesprek-noteer wijzig D1 --status+=open a.rec
    refused 2 gebruik 'Status' gesprek-noteer wijzig D1 --status-=open a.rec
    refused 2 niet-gevonden '`Emmo`' gesprek-noteer wijzig D1 --akkoord-=Emmo a.rec
    refused 2 gebruik 'nog niets' gesprek-noteer nieuw Doel --tekst=x --akkoord-=Emma a.rec
    refused 2 gebruik 'een keer' gesprek-noteer wijzig D1 --status=open --status=bezig a.rec
    refused 2 gebruik 'leeg' gesprek-noteer wijzig D1 --akkoord= --akkoord=x a.rec
}

@test "wijzig wants a key that is there, something to change, and a type that is known" {
    refused 3 sleutel-onbekend D9 gesprek-noteer wijzig D9 --status=open a.rec
    refused 2 gebruik 'anders' gesprek-noteer wijzig D1 a.rec
    printf 'Tekening: Z9\nDossier: 2026-0017\nOp: 2026-03-01\nKleur: rood\n\n' >> a.rec
    refused 3 onbekend-type 'met de hand' gesprek-noteer wijzig Z9 --kleur=blauw a.rec
}

@test "an amendment before its opening is refused, on the day itself it is not" {
    cp a.rec old
    refused 3 op-volgorde 2026-02-17 gesprek-noteer wijzig D1 --status=bezig --op=2026-02-16 -i a.rec
    unchanged old a.rec
    refused 3 op-volgorde 2026-02-17 gesprek-noteer vervallen D1 --reden=x --op=2026-02-16 a.rec
    noted gesprek-noteer wijzig D1 --status=bezig --op=2026-02-17 -n a.rec
}

# ---- vervallen ----

@test "vervallen withdraws, --herstel takes it back" {
    noted gesprek-noteer vervallen D1 --reden='dubbel genoteerd' -n a.rec
    assert_equal "$output" "$(record Doel D1 Gewijzigd 'Vervallen: dubbel genoteerd')"
    noted gesprek-noteer vervallen D1 --reden=dubbel --op=2026-05-01 -i a.rec
    assert_equal "$output" D1
    run ! grep 'Doel: D1' <(gesprek-stavaza --formaat=rec a.rec)
    run -0 grep 'Doel: D1' <(gesprek-stavaza --formaat=rec --op=2026-04-30 a.rec)
    noted gesprek-noteer vervallen D1 --herstel -n a.rec
    assert_equal "$output" "$(record Doel D1 Gewijzigd 'Vervallen:')"
    gesprek-noteer vervallen D1 --herstel -i a.rec
    run -0 field_of D1 Status < <(gesprek-stavaza --formaat=rec a.rec)
    assert_output open
}

@test "vervallen wants one of --reden and --herstel, a reason with words, and no fields" {
    refused 2 gebruik --reden gesprek-noteer vervallen D1 a.rec
    refused 2 gebruik --reden gesprek-noteer vervallen D1 --reden=x --herstel a.rec
    refused 2 gebruik --reden gesprek-noteer vervallen D1 --reden= a.rec
    refused 2 gebruik --reden gesprek-noteer vervallen D1 --reden='  ' a.rec
    refused 2 gebruik 'neemt geen velden' gesprek-noteer vervallen D1 --reden=x --status=open a.rec
    refused 3 sleutel-onbekend D9 gesprek-noteer vervallen D9 --reden=x a.rec
    printf 'twee\nregels\n' > reden
    noted gesprek-noteer vervallen D1 --reden=@reden -n a.rec
    has "$output" "$(printf 'Vervallen: twee\n+ regels')"
}

# ---- which dossier ----

three_dossiers() {
    mkdir -p map/sub
    small_dossier A > map/A.rec
    small_dossier B > map/sub/B.rec
    small_dossier C > map/C.rec
}

@test "--dossier picks one in a stream, and its record stands behind it" {
    three_dossiers
    cat map/A.rec map/sub/B.rec map/C.rec > all
    gesprek-noteer nieuw Stap --wat=x --wie=y --dossier=B all > got
    { cat map/A.rec map/sub/B.rec; record Stap S1 Geboekt 'Wat: x' 'Wie: y' | sed 's/^Dossier:.*/Dossier: B/'; cat map/C.rec; } | cmp - got
    noted gesprek-noteer nieuw Stap --wat=x --wie=y --dossier=B -i all
    cmp got all
    refused 2 gebruik --dossier gesprek-noteer nieuw Stap --wat=x --wie=y all
    refused 2 gebruik --dossier gesprek-noteer wijzig D1 --status=bezig -i all
    refused 3 geen-dossier '' gesprek-noteer nieuw Stap --wat=x --wie=y --dossier=D all
}

@test "--dossier with a directory or several files and -i finds the file" {
    three_dossiers
    cp -r map old
    refused 2 gebruik --dossier gesprek-noteer nieuw Stap --wat=x --wie=y -i map
    refused 2 gebruik --dossier gesprek-noteer nieuw Stap --wat=x --wie=y -i map/A.rec map/C.rec
    refused 2 gebruik 'een map' gesprek-noteer nieuw Stap --wat=x --wie=y --dossier=B map
    refused 2 gebruik 'journaal tegelijk' gesprek-noteer nieuw Stap --wat=x --wie=y map/A.rec map/C.rec
    refused 3 geen-dossier '' gesprek-noteer nieuw Stap --wat=x --wie=y --dossier=D -i map
    diff -r old map
    noted gesprek-noteer nieuw Stap --wat=x --wie=y --dossier=B -i map
    assert_equal "$output" S1
    noted gesprek-noteer nieuw Stap --wat=x --wie=y --dossier=C -i map/A.rec map/C.rec
    cmp old/A.rec map/A.rec
    run -0 field_of S1 Dossier < map/sub/B.rec
    assert_output B
    run -0 field_of S1 Dossier < map/C.rec
    assert_output C
}

@test "a dossier that is spread over two files is not guessed at" {
    three_dossiers
    small_dossier B | head -n 7 > map/B2.rec
    cp -r map old
    run --separate-stderr -3 gesprek-noteer nieuw Stap --wat=x --wie=y --dossier=B -i map
    assert_equal "$output" ''
    rm -f map/.gesprek.lock map/sub/.gesprek.lock
    diff -r old map
}

@test "without operand --dossier is a file in \$GESPREK_DOSSIERS" {
    three_dossiers
    refused 2 gebruik GESPREK_DOSSIERS gesprek-noteer nieuw Stap --wat=x --wie=y --dossier=A
    export GESPREK_DOSSIERS=$PWD/map
    gesprek-noteer nieuw Stap --wat=x --wie=y --dossier=A > got
    noted gesprek-noteer nieuw Stap --wat=x --wie=y --dossier=A -i
    assert_equal "$output" S1
    cmp got map/A.rec
    refused 4 bestand Z.rec gesprek-noteer nieuw Stap --wat=x --wie=y --dossier=Z -i
    refused 2 gebruik nummer gesprek-noteer nieuw Stap --wat=x --wie=y --dossier=../a -i
    refused 2 gebruik '-i' gesprek-noteer nieuw Stap --wat=x --wie=y -i
    refused 2 gebruik '-i' gesprek-noteer nieuw Stap --wat=x --wie=y -i -
}

@test "an error in any dossier of the input means that nothing is written" {
    { small_dossier A; small_dossier B | sed '/^Op:/d'; } > all
    cp all old
    refused 3 op-ontbreekt all: gesprek-noteer nieuw Stap --wat=x --wie=y --dossier=A all
    refused 3 op-ontbreekt all: gesprek-noteer nieuw Stap --wat=x --wie=y --dossier=A -i all
    has "$stderr" '[niets-geschreven]'
    unchanged old all
    refused 3 leeg 'geen dossier' gesprek-noteer nieuw Stap --wat=x --wie=y
    printf '\n  \n\n' > blank
    refused 3 leeg blank gesprek-noteer nieuw Stap --wat=x --wie=y blank
    printf '# niets\n\nOrganisatie: o\nNaam: x\n\n' > kaart
    refused 3 geen-dossier "" gesprek-noteer nieuw Stap --wat=x --wie=y kaart
    refused 4 bestand weg.rec gesprek-noteer nieuw Stap --wat=x --wie=y weg.rec
}

# ---- when and who ----

@test "--op is the day it happened, Geboekt the moment it was noted" {
    noted gesprek-noteer nieuw Stap --wat=x --wie=y --op=2026-03-01 -n a.rec
    has "$output" "$(printf 'Op: 2026-03-01\nDoor: m.devries\nGeboekt: 2026-11-22T14:30:00+01:00')"
    for pair in vandaag=2026-11-22 -3d=2026-11-19 +6w=2027-01-03; do
        noted gesprek-noteer nieuw Stap --wat=x --wie=y --op="${pair%=*}" -n a.rec
        has "$output" "Op: ${pair#*=}"
    done
    refused 2 gebruik 2026-02-30 gesprek-noteer nieuw Stap --wat=x --wie=y --op=2026-02-30 a.rec
    GESPREK_NU=gisteren refused 2 gebruik GESPREK_NU gesprek-noteer nieuw Stap --wat=x --wie=y a.rec
    GESPREK_NU=2026-07-01T00:10:00+02:00 noted gesprek-noteer nieuw Stap --wat=x --wie=y -n a.rec
    has "$output" "$(printf 'Op: 2026-07-01\nDoor: m.devries\nGeboekt: 2026-07-01T00:10:00+02:00')"
}

by() {
    gesprek-noteer nieuw Stap --wat=x --wie=y -n "$@" a.rec | sed -n 's/^Door: //p'
}

@test "who noted it: --door, GESPREK_DOOR, configuration, login name" {
    mkdir -p xdg/gesprek .config/gesprek
    printf '# instellingen\nKleur: rood\n\nInstelling: zelf\nDoor: uit.xdg\n\n' > xdg/gesprek/gesprek.rec
    printf 'Instelling: zelf\nDoor: uit.config\n' > eigen.rec
    printf 'Instelling: zelf\nDoor: uit.home\n' > .config/gesprek/gesprek.rec
    export GESPREK_CONFIG=$PWD/eigen.rec XDG_CONFIG_HOME=$PWD/xdg LOGNAME=uit.login HOME=$PWD
    run -0 by --door='Jan de Vries'
    assert_output 'Jan de Vries'
    run -0 by
    assert_output m.devries
    export GESPREK_DOOR=
    run -0 by
    assert_output uit.config
    unset GESPREK_CONFIG GESPREK_DOOR
    run -0 by
    assert_output uit.xdg
    unset XDG_CONFIG_HOME
    run -0 by
    assert_output uit.home
    export HOME=$PWD/leeg
    run -0 by
    assert_output uit.login
    XDG_CONFIG_HOME=relatief run -0 by
    assert_output uit.login
}

@test "the login name is the one of the user database when the environment has none" {
    [ -n "$(id -un)" ] || skip 'deze gebruiker heeft geen naam'
    unset GESPREK_DOOR LOGNAME USER
    run -0 by
    assert_output "$(id -un)"
}

@test "a configuration that cannot be read or understood is said, not passed over" {
    unset GESPREK_DOOR
    export LOGNAME=uit.login GESPREK_CONFIG=$PWD/weg.rec
    refused 4 bestand weg.rec gesprek-noteer nieuw Stap --wat=x --wie=y a.rec
    printf 'Instelling: zelf\nzomaar een regel\n' > fout.rec
    export GESPREK_CONFIG=$PWD/fout.rec
    refused 3 geen-veld fout.rec:2:1 gesprek-noteer nieuw Stap --wat=x --wie=y a.rec
    refused 2 gebruik Door gesprek-noteer nieuw Stap --wat=x --wie=y --door=$'a\nOp: 2020-01-01' a.rec
    refused 2 gebruik Door gesprek-noteer nieuw Stap --wat=x --wie=y --door=$'\e[31mx' a.rec
    refused 2 gebruik Door gesprek-noteer nieuw Stap --wat=x --wie=y --door=$'\xff' a.rec
}

# ---- usage ----

@test "wrong usage is exit 2 before anything is read or written" {
    refused 2 gebruik '' gesprek-noteer
    refused 2 gebruik 'Bedoelt u nieuw' gesprek-noteer nieuwe Doel
    refused 2 gebruik 'type' gesprek-noteer nieuw
    refused 2 gebruik 'sleutel' gesprek-noteer wijzig
    refused 2 gebruik 'Bedoelt u Doel' gesprek-noteer nieuw Dole --tekst=x a.rec
    refused 2 gebruik 'schema' gesprek-noteer nieuw Olifant --tekst=x a.rec
    refused 2 gebruik 'Organisatie' gesprek-noteer nieuw Organisatie --naam=x a.rec
    refused 2 gebruik '-i en -n' gesprek-noteer nieuw Stap --wat=x --wie=y -i -n a.rec
    refused 2 gebruik 'waarde' gesprek-noteer nieuw Stap --wat
    refused 2 gebruik '-q' gesprek-noteer nieuw Stap -q a.rec
    refused 2 gebruik 'hoort niet bij' gesprek-noteer nieuw Stap --herstel a.rec
    refused 2 gebruik 'hoort niet bij' gesprek-noteer wijzig D1 --sjabloon=x a.rec
    refused 2 gebruik 'geen waarde' gesprek-noteer nieuw Stap --ter-plaatse=ja a.rec
    for seconds in x -1 1.5 86401 ''; do
        refused 2 gebruik --wacht gesprek-noteer nieuw Stap --wat=x --wie=y --wacht="$seconds" -i a.rec
    done
    [ ! -e .gesprek.lock ]
}

@test "-in is -i and -n, --ter-plaatse is -i, and behind -- nothing is an option" {
    refused 2 gebruik '-i en -n' gesprek-noteer nieuw Stap --wat=x --wie=y -in a.rec
    noted gesprek-noteer nieuw Stap --wat=x --wie=y --ter-plaatse a.rec
    assert_equal "$output" S1
    cp a.rec ./-n
    noted gesprek-noteer nieuw Stap --wat=x --wie=y -i -- -n
    assert_equal "$output" S2
    cmp <(tail -n +1 ./-n) <(gesprek-noteer nieuw Stap --wat=x --wie=y a.rec)
}
