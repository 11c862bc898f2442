#!/usr/bin/env bats
# gesprek-kaart: who can help, found, noted, looked over, and exchanged as Open Referral HSDS.

load hulp

setup() {
    hulp_setup
    KAART=$BATS_TEST_DIRNAME/kaart/kaart.rec
    HSDS=$BATS_TEST_DIRNAME/hsds
    cp "$KAART" k.rec
}

@test "zoek finds by need, part of life, group and place, whatever the capitals and accents" {
    for asked in --nood=CAFE '--nood=schulden plan' --nood=geld --domein=Geld '--groep=iedereen' --plaats=café '--nood=post --plaats=zuid'; do
        read -ra words <<<"$asked"
        [ "$asked" != '--nood=schulden plan' ] || words=("$asked")
        try gesprek-kaart zoek "${words[@]}" k.rec
        expect_status 0
        expect_text uit '- geldwijzer  De Geldwijzer'
        [ "$(grep -c '^- ' uit)" -eq 1 ] || tell 'one is found'
    done
}

@test "zoek: a service has what its organisation has, a person is found by own words only, what stopped is not found" {
    try gesprek-kaart zoek --plaats=0356 k.rec
    expect_text uit '- zes-sleutels-logeren'
    expect_no_text uit joost-hol
    try gesprek-kaart zoek --nood=joost k.rec
    expect_text uit '- joost-hol  Joost Hol, bij Logeren bij Zes Sleutels'
    gesprek-kaart wijzig zes-sleutels-logeren --status=gestopt -i k.rec
    try gesprek-kaart zoek --plaats=0356 k.rec
    expect_no_text uit zes-sleutels-logeren
}

@test "zoek that finds nothing is status 1; without a question 2; without a kaart 1" {
    try gesprek-kaart zoek --nood=zwemmen k.rec
    expect_status 1
    expect_empty uit
    expect_message fout 'gesprek-kaart: opmerking' 'hier past niemand' niets-gevonden
    try gesprek-kaart zoek k.rec
    expect_status 2
    try gesprek-kaart zoek --nood=x "$CASUS/emma.rec"
    expect_status 1
    expect_message fout 'gesprek-kaart: fout' 'geen sociale kaart' geen-kaart
    try gesprek-kaart zoek --nood=x weg.rec
    expect_status 4
}

@test "the kaart is the operand, a directory, GESPREK_KAART or standard input" {
    mkdir map
    cp k.rec map
    gesprek-kaart toon brug k.rec >een
    gesprek-kaart toon brug map | diff een -
    GESPREK_KAART=map gesprek-kaart toon brug | diff een -
    gesprek-kaart toon brug <k.rec | diff een -
    gesprek-kaart toon brug - <k.rec | diff een -
}

@test "toon has all that belongs to it, conditions and what stopping means, and who stands in" {
    try gesprek-kaart toon zes-sleutels k.rec
    expect_status 0
    expect_text uit 'Gevolg stopzetting: Wie stopt'
    expect_text uit 'Contact: Joost Hol'
    expect_text uit 'Valt in:            Joost Hol, telefoon +31 30 555 01 03'
    expect_text uit 'Convenant: brug'
    expect_text uit 'Langer dan een jaar niet nagekeken'
    try gesprek-kaart toon zes-sleutels --vandaag=2026-12-16 k.rec
    expect_no_text uit 'Valt in'
    try gesprek-kaart toon verzonnen k.rec
    expect_status 1
    expect_message fout 'gesprek-kaart: fout' 'verzonnen' niet-op-kaart
    try gesprek-kaart toon zes-sleutels --formaat=csv k.rec
    expect_status 2
}

@test "verouderd goes by the day and by what was asked" {
    try gesprek-kaart verouderd k.rec
    expect_status 0
    [ "$(grep -c '^- ' uit)" -eq 2 ] || tell 'two'
    try gesprek-kaart verouderd --ouder-dan=4w k.rec
    [ "$(grep -c '^- ' uit)" -eq 3 ] || tell 'three'
    try gesprek-kaart verouderd --ouder-dan=lang k.rec
    expect_status 2
    gesprek-kaart wijzig geldwijzer --nagekeken=vandaag -i k.rec
    try gesprek-kaart verouderd k.rec
    expect_no_text uit geldwijzer
}

@test "lacunes counts what dossiers need and nobody on the kaart does, by gemeente" {
    try gesprek-kaart lacunes --kaart=k.rec --formaat=csv "$CASUS"
    expect_status 0
    expect_text uit '"werken","0014","1"'
    expect_no_text uit '"wonen","0356"'
    expect_no_text uit Emma
    gesprek-kaart nieuw --naam=Aan-de-slag --levensdomein=werken --gebied=0014 -i k.rec
    try gesprek-kaart lacunes --kaart=k.rec --formaat=csv "$CASUS"
    expect_no_text uit '"werken","0014"'
    expect_text uit '"werken","0356"'
    try gesprek-kaart lacunes "$CASUS"
    expect_status 2
}

@test "check says what is missing and what is broken; a fault of form is status 3" {
    try gesprek-kaart check k.rec
    expect_status 0
    printf 'Dienst: los\nNaam: Los\n\nContact: c\nBij: brug\nNaam: C\n\n' >>k.rec
    try gesprek-kaart check k.rec
    expect_status 1
    expect_message uit 'k.rec:62:1: fout' 'Bij is nog niet' veld-nodig
    expect_message uit 'k.rec:66:5: fout' 'brug' verwijzing-stuk
    for bad in 'Dienst: x\nBij: geldwijzer\nNaam: x\nNagekeken: ooit\n' 'Organisatie: geldwijzer\nNaam: x\n' \
        'Organisatie: a b\nNaam: x\n' 'Organisatie: q\nNaam: x\nNaam: y\n' 'Organisatie: q\nNaam x\n' 'Organisatie: q\nNaam: \xff\n'; do
        cp "$KAART" k.rec
        # shellcheck disable=SC2059  # this is a format
        printf "$bad\n" >>k.rec
        cp k.rec oud
        try gesprek-kaart check k.rec
        expect_status 3
        try gesprek-kaart wijzig geldwijzer --wachttijd=kort -i k.rec
        expect_status 3
        cmp k.rec oud
    done
}

@test "nieuw, dienst, contact and convenant append one record, and no other byte changes" {
    for words in 'nieuw --naam=Zés' 'dienst --bij=geldwijzer --naam=Post' 'contact --bij=geldwijzer --naam=Ina' \
        'convenant --bij=geldwijzer --bij=zes-sleutels --tot=+1j'; do
        read -ra words <<<"$words"
        cp k.rec oud
        try gesprek-kaart "${words[@]}" -i k.rec
        expect_status 0
        cmp -n "$(stat -c %s oud)" oud k.rec
        key=$(<uit)
        gesprek-kaart toon "$key" k.rec >/dev/null
        cp oud k.rec
        gesprek-kaart "${words[@]}" oud >heel
        gesprek-kaart "${words[@]}" -n oud | cat oud - | cmp - heel
    done
    grep -q '^Tot: 2027-11-22$' heel
}

@test "a new record has a key out of its name, free, or the one that is asked for" {
    try gesprek-kaart nieuw --naam='Zés  SLEUTELS!' -i k.rec
    assert_equal "$(<uit)" zes-sleutels-2
    try gesprek-kaart nieuw --naam=x --sleutel=eigen -i k.rec
    assert_equal "$(<uit)" eigen
    cp k.rec oud
    try gesprek-kaart nieuw --naam=x --sleutel=joost-hol -i k.rec
    expect_status 3
    expect_message fout 'gesprek-kaart: fout' 'joost-hol' sleutel-dubbel
    try gesprek-kaart nieuw --naam=x --sleutel='a b' -i k.rec
    expect_status 2
    try gesprek-kaart nieuw --omschrijving=x -i k.rec
    expect_status 2
    expect_message fout 'gesprek-kaart: fout' 'Naam' veld-nodig
    try gesprek-kaart dienst --bij=brug --naam=x -i k.rec
    expect_status 2
    expect_message fout 'gesprek-kaart: fout' 'brug' verwijzing-stuk
    try gesprek-kaart dienst --bij=geldwijzer --naam=x --status=opn -i k.rec
    expect_status 2
    cmp k.rec oud
}

@test "-i makes a kaart that is not there; a filter wants one" {
    gesprek-kaart nieuw --naam=Een -i nieuw.rec
    gesprek-kaart check nieuw.rec
    try gesprek-kaart nieuw --naam=Een </dev/null
    expect_status 3
    expect_empty uit
    try gesprek-kaart nieuw --naam=Een -i .
    expect_status 2
    try gesprek-kaart nieuw --naam=Een -i -n k.rec
    expect_status 2
}

@test "wijzig changes the field in its place and nothing else" {
    printf '# vooraf\nOrganisatie: a\nNaam:   A  \n# midden\nVoorwaarde: een\n+ twee\nEigen: x\nVoorwaarde: drie\n# na\n\n# staart\n' >k.rec
    try gesprek-kaart wijzig a --voorwaarde+=vier --website=w k.rec
    printf '# vooraf\nOrganisatie: a\nNaam:   A  \n# midden\nVoorwaarde: een\n+ twee\nVoorwaarde: drie\nVoorwaarde: vier\nEigen: x\nWebsite: w\n# na\n\n# staart\n' | diff - uit
    gesprek-kaart wijzig a --voorwaarde= k.rec | grep -q Voorwaarde && false
    sed 's/$/\r/' k.rec >w.rec
    gesprek-kaart wijzig a --website=w w.rec | sed 's/\r$//' >zonder
    gesprek-kaart wijzig a --website=w k.rec | diff - zonder
    printf 'Organisatie: a\nNaam: A' >k.rec
    gesprek-kaart wijzig a --website=w k.rec | diff <(printf 'Organisatie: a\nNaam: A\nWebsite: w\n') -
    try gesprek-kaart wijzig a --naam= k.rec
    expect_status 2
    try gesprek-kaart wijzig b --naam=x k.rec
    expect_status 3
    expect_message fout 'gesprek-kaart: fout' b sleutel-onbekend
    try gesprek-kaart wijzig a k.rec
    expect_status 2
}

@test "a template that was filled in becomes a record" {
    gesprek-kaart contact --sjabloon >leeg
    run -1 grep -q '^Op:' leeg
    sed 's/^Bij:/Bij: geldwijzer/; s/^Naam:/Naam: Ina/' leeg >in
    try gesprek-kaart contact --ingevuld=in -n k.rec
    expect_status 0
    printf 'Contact: ina\nBij: geldwijzer\nNaam: Ina\n\n' | diff - uit
}

# fields FILE: every line of every record, with its record before it, sorted: what is said, and not in what order.
fields() {
    awk '/^[A-Za-z]+: / && !inside { key = $0; inside = 1 } /^$/ { inside = 0; next } /^#/ { next } { print key "|" $0 }' "$1" | sort
}

@test "what goes out as HSDS comes back without loss, and importing again changes nothing" {
    mkdir uit.d
    gesprek-kaart export --map=uit.d k.rec >namen
    (cd uit.d && ls ./*.csv) | sed 's/^..//' | diff - <(sort namen)
    gesprek-kaart import --map=uit.d -i terug.rec 2>fout
    diff <(fields k.rec) <(fields terug.rec)
    cp terug.rec eens
    gesprek-kaart import --map=uit.d -i terug.rec 2>fout
    expect_text fout '0 records nieuw, 0 gewijzigd'
    cmp terug.rec eens
    cp k.rec oud
    gesprek-kaart import --map=uit.d -i k.rec 2>fout
    cmp k.rec oud
    mkdir weer
    gesprek-kaart export --map=weer terug.rec >/dev/null
    for f in uit.d/*.csv; do diff <(wc -l <"$f") <(wc -l <"weer/${f##*/}"); done
}

@test "the heads that go out are columns of the standard" {
    mkdir uit.d
    gesprek-kaart export --map=uit.d k.rec >/dev/null
    python3 - "$HSDS/velden-3.0.csv" uit.d <<'PY'
import csv, os, sys
allowed = {}
for row in csv.DictReader(open(sys.argv[1], newline='')):
    if row['type'] not in ('array', ''):
        allowed.setdefault(row['table_name'], set()).add(row['name'])
singular = {'taxonomies': 'taxonomy'}
for name in os.listdir(sys.argv[2]):
    if not name.endswith('.csv'):
        continue
    table = name[:-4]
    table = singular.get(table, table[:-1])
    head = next(csv.reader(open(os.path.join(sys.argv[2], name), newline='')))
    beyond = set(head) - allowed[table] - {'wait_time', 'gesprek_sleutel'}
    missing = allowed[table] - set(head)
    assert not beyond, (name, beyond)
    if table in ('organization', 'service', 'contact', 'phone'):
        assert not missing, (name, missing)
PY
}

@test "the example of HSDS 3.0 goes in and comes out with every cell" {
    mkdir uit.d
    gesprek-kaart import --map="$HSDS/voorbeeld-3.0" -i k2.rec 2>fout
    gesprek-kaart check k2.rec
    gesprek-kaart export --map=uit.d k2.rec >/dev/null
    python3 - "$HSDS/voorbeeld-3.0" uit.d <<'PY'
import csv, os, sys
for name in os.listdir(sys.argv[1]):
    if not name.endswith('.csv'):
        continue
    out = {r['id']: r for r in csv.DictReader(open(os.path.join(sys.argv[2], name), newline=''))}
    for row in csv.DictReader(open(os.path.join(sys.argv[1], name), newline='')):
        for column, value in row.items():
            assert not value or out[row['id']].get(column) == value, (name, column, value)
PY
}

@test "an update from HSDS changes what it says, keeps what is ours, and does not double" {
    mkdir in
    printf 'id,name,description,url,vreemd\n1,De Brug,Praten,http://b,x\n' >in/organizations.csv
    printf 'id,organization_id,service_id,number,type\n7,1,,112,voice\n' >in/phones.csv
    gesprek-kaart import --map=in -i n.rec >sleutels 2>fout
    assert_equal "$(<sleutels)" 1
    grep -qx 'Website: http://b' n.rec
    grep -qx 'Kolom: vreemd x' n.rec
    gesprek-kaart wijzig 1 --visie=Samen -i n.rec
    sed -i 's/Praten/Luisteren/' in/organizations.csv
    sed -i 's/112/113/' in/phones.csv
    gesprek-kaart import --map=in -i n.rec >sleutels 2>fout
    expect_text fout '0 records nieuw, 2 gewijzigd'
    grep -qx 'Visie: Samen' n.rec
    grep -qx 'Omschrijving: Luisteren' n.rec
    [ "$(grep -c '^Telefoon: ' n.rec)" -eq 1 ]
    mkdir uit.d
    gesprek-kaart export --map=uit.d n.rec >/dev/null
    grep -q '"7".*"113".*"voice"' uit.d/phones.csv
    [ "$(wc -l <uit.d/phones.csv)" -eq 2 ]
}

@test "a CSV that is wrong changes nothing" {
    for bad in 'id,name\n1,"a\n' 'id,name\n1,a,b\n' 'id,id\n1,a\n' 'id,name\n,a\n' 'id,name\n1,a\n1,b\n' 'id,na me\n1,a\n' \
        'id,name\n1,\xff\n' 'id,name\n1,a\x01\n'; do
        rm -rf in
        mkdir in
        # shellcheck disable=SC2059  # this is a format
        printf "$bad" >in/organizations.csv
        try gesprek-kaart import --map=in -i k.rec
        expect_status 3
        cmp k.rec "$KAART"
    done
    rm in/*
    try gesprek-kaart import --map=in -i k.rec
    expect_status 3
    try gesprek-kaart import --map=weg -i k.rec
    expect_status 4
    cmp k.rec "$KAART"
}

@test "export comes over no file, and a kaart with a fault does not go out" {
    mkdir uit.d
    echo mijn >uit.d/services.csv
    try gesprek-kaart export --map=uit.d k.rec
    expect_status 4
    expect_message fout 'services.csv: fout' 'is er al' bestaat-al
    assert_equal "$(ls uit.d)" services.csv
    rm uit.d/services.csv
    printf 'Organisatie: a b\n\n' >>k.rec
    try gesprek-kaart export --map=uit.d k.rec
    expect_status 3
    assert_equal "$(ls uit.d)" ''
}

@test "an answer that cannot be written is status 4" {
    [ -c /dev/full ] || skip 'there is no /dev/full'
    for words in 'toon brug' 'zoek --nood=geld' verouderd check 'nieuw --naam=x' 'wijzig brug --naam=x'; do
        read -ra words <<<"$words"
        run -4 bash -c '"$@" >/dev/full' - gesprek-kaart "${words[@]}" k.rec
    done
}

@test "twenty thousand organisations of one name come in and are found without delay" {
    mkdir in
    awk 'BEGIN { print "id,name,description"; for (i = 0; i < 20000; i++) printf "%08d-0000-0000-0000-000000000000,De Brug,praten over %d\n", i, i }' >in/organizations.csv
    run -0 timeout 20 gesprek-kaart import --map=in -i groot.rec
    run -0 timeout 5 gesprek-kaart zoek --nood='praten 19999' groot.rec
    assert_output --partial 'de-brug-20000'
}

# Organisations with a service, a telephone and a person each, of which many have one name.
many() {
    mkdir "in$1"
    awk -v n="$1" -v to="in$1" 'BEGIN {
        print "id,name,description" >(to "/organizations.csv")
        print "id,organization_id,name,description,status" >(to "/services.csv")
        print "id,organization_id,number" >(to "/phones.csv")
        print "id,organization_id,name" >(to "/contacts.csv")
        for (i = 0; i < n; i++) {
            printf "o%d,Organisatie %d,helpt in wijk %d\n", i, i % 500, i >(to "/organizations.csv")
            printf "s%d,o%d,Dienst %d,post openen,active\n", i, i, i >(to "/services.csv")
            printf "p%d,o%d,030 555 %d\n", i, i, i >(to "/phones.csv")
            printf "c%d,o%d,Persoon %d\n", i, i, i % 90 >(to "/contacts.csv")
        }
    }'
}

# cost COMMAND...: its CPU time in ms, in `ms`.
cost() {
    local TIMEFORMAT='%U %S' used
    used=$({ time "$@" >uit 2>fout; } 2>&1)
    ms=$(awk '{ printf "%d", ($1 + $2) * 1000 }' <<<"$used")
}

@test "four times as many organisations take about four times as long; zoek takes about the time of reading" {
    for n in 5000 20000; do
        many $n
        cost gesprek-kaart import --map=in$n -i k$n.rec
        import=$ms
        grep -q "$((n * 4)) records nieuw" fout
        cost gesprek-kaart import --map=in$n -i k$n.rec
        again=$ms
        grep -q '0 records nieuw, 0 gewijzigd' fout
        cost gesprek-kaart zoek --nood='wijk 4999' k$n.rec
        zoek=$ms
        grep -q 'Organisatie 499' uit
        cost gesprek-kaart toon o7 k$n.rec # which is reading, and no more
        reading=$ms
        cost gesprek-kaart verouderd k$n.rec
        old=$ms
        mkdir uit$n
        cost gesprek-kaart export --map=uit$n k$n.rec
        costs="$import $again $zoek $reading $old $ms"
        [ "$n" = 20000 ] || few=$costs
    done
    echo "5000: $few; 20000: $costs"
    read -ra few <<<"$few"
    read -ra costs <<<"$costs"
    # What is quadratic would take sixteen times as long. A little is for starting.
    for i in "${!costs[@]}"; do
        [ "${costs[i]}" -le $((few[i] * 8 + 100)) ]
    done
    [ "$zoek" -le $((reading * 3 + 50)) ]
    [ "$import" -le $((reading * 8 + 100)) ]
}

@test "without fields the questions of the type are asked at the terminal, and Ctrl-C writes nothing" {
    printf '%s\n' 'regel De Brug' 'regel ' vraag 'typ \x04' 'regel j' >toetsen
    TERM=xterm python3 "$BATS_TEST_DIRNAME/toetsenbord.py" toetsen gesprek-kaart nieuw -i vraag.rec >uit 2>fout
    [ "$(cat uit)" = de-brug ]
    printf '%s\n' 'Organisatie: de-brug' 'Naam: De Brug' 'Nagekeken: 2026-11-22' '' | cmp - vraag.rec
    printf '%s\n' 'regel Noor' vraag 'typ \x03' >toetsen
    cp vraag.rec voor
    run -130 env TERM=xterm python3 "$BATS_TEST_DIRNAME/toetsenbord.py" toetsen gesprek-kaart contact -i vraag.rec
    cmp voor vraag.rec
}
