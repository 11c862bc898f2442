#!/usr/bin/env bats
# The contract that all commands keep (gesprek(7)): status, output to the last byte, options, standard input, terminals.

# shellcheck disable=SC2016,SC2030,SC2031,SC2034,SC2154  # backticks; status, stderr and tried are those of try, run and tell
bats_require_minimum_version 1.5.0
load hulp

setup_file() {
    # Itself, and not what stands in front of it on some machines and takes longer.
    PYTHON=$(python3 -c 'import pty, sys; print(sys.executable)' 2> /dev/null) || PYTHON=
    export PYTHON
}

setup() {
    hulp_setup
    cp "$CASUS/emma.rec" emma.rec
    printf '%s\n' Balans: 'Draagkracht: 4 x' 'Draaglast: 5 y' '' > balans.txt
}

KAART=$BATS_TEST_DIRNAME/kaart/kaart.rec
NOTE='gesprek-noteer nieuw Doel --tekst=x'

# Everything that prints something, a line of words each; what it reads is emma.rec.
answers() {
    local reader name
    for reader in "${READERS[@]}"; do
        echo "$reader emma.rec"
    done
    printf '%s\n' 'gesprek-kies -l emma.rec' 'gesprek-check --schema' 'gesprek-check --descriptors Doel' "$NOTE emma.rec" "$NOTE -n emma.rec" \
        'gesprek-noteer wijzig D1 --status=bezig emma.rec' 'gesprek-noteer vervallen D1 --reden=x emma.rec' 'gesprek-noteer nieuw Doel --sjabloon' \
        'gesprek-verslag toon emma.rec' 'gesprek-verslag onderzoek --formaat=xml emma.rec' 'gesprek-verslag ondersteuningsplan --formaat=html emma.rec' \
        'gesprek-overleg uitnodiging O1 --voor-wie=client emma.rec' 'gesprek-overleg agenda O1 --formaat=html emma.rec' \
        'gesprek-overleg verslag O1 emma.rec' 'gesprek-overleg punt E1 --client-akkoord=nee -n emma.rec' \
        'gesprek-overleg opvolging --op=2026-06-01 emma.rec' 'gesprek-overleg opvolging --formaat=csv emma.rec' \
        'gesprek-overleg afspraak O1 --wat=x --wie=y emma.rec' 'gesprek-overleg nieuw --aanleiding=x -n emma.rec' \
        'gesprek-rapport caseload --csv=excel emma.rec' 'gesprek-rapport instroom --jaar=2026 --verantwoording --formaat=xml emma.rec' \
        'gesprek-leidraad --formaat=html emma.rec' 'gesprek-leidraad --fase=nazorg' 'gesprek-leidraad gegevens' 'gesprek-smart woorden' \
        'gesprek-balans toon emma.rec' 'gesprek-balans toon --formaat=html emma.rec' 'gesprek-balans toon --formaat=svg emma.rec' \
        'gesprek-balans verloop emma.rec' 'gesprek-balans verloop --formaat=csv emma.rec' 'gesprek-balans nieuw --sjabloon' \
        'gesprek-ecogram teken emma.rec' 'gesprek-ecogram teken --ascii emma.rec' 'gesprek-ecogram teken --formaat=svg emma.rec' \
        'gesprek-ecogram teken --formaat=dot emma.rec' 'gesprek-ecogram teken --formaat=graphml emma.rec' \
        'gesprek-ecogram verschil --van=2026-03-01 emma.rec' 'gesprek-ecogram meet emma.rec' 'gesprek-ecogram meet --formaat=regel emma.rec' \
        'gesprek-ecogram lijst emma.rec' 'gesprek-ecogram nieuw --sjabloon' 'gesprek-ecogram nieuw --groep=buur --band=zwak emma.rec' \
        'gesprek-ecogram wijzig L1 --band=zwak emma.rec' 'gesprek-balans nieuw --ingevuld=balans.txt -n emma.rec' 'gesprek-verslag nieuw --sjabloon' \
        'gesprek-verslag correctie --tekst=x emma.rec' 'gesprek-verslag afspraak --wanneer=2026-12-01T10:00 -n emma.rec' \
        'gesprek-smart lijst --formaat=csv emma.rec' 'gesprek-smart plan --doel=D2 emma.rec' 'gesprek-smart plan --doel=D2 --formaat=html emma.rec' \
        'gesprek-smart nieuw --sjabloon' \
        'gesprek-smart nieuw --tekst=x --stap.wat=x --stap.wie=y emma.rec' 'gesprek-smart vervang D3 --tekst=x --op=2026-06-01 -n emma.rec' \
        'gesprek-verwijs lijst emma.rec' 'gesprek-verwijs status V1 emma.rec' 'gesprek-verwijs routeblad V1 --formaat=html emma.rec' \
        'gesprek-verwijs toestemming-lijst emma.rec' 'gesprek-verwijs toestemming-blad emma.rec' 'gesprek-verwijs verteld emma.rec' \
        'gesprek-verwijs vraag-lijst emma.rec' 'gesprek-verwijs brief V1 emma.rec' 'gesprek-verwijs brief V1 --formaat=xml emma.rec' \
        'gesprek-verwijs hervat V1 -n emma.rec' \
        "gesprek-kaart zoek --nood=wonen $KAART" "gesprek-kaart zoek --nood=wonen --formaat=csv $KAART" "gesprek-kaart toon zes-sleutels $KAART" \
        "gesprek-kaart verouderd --formaat=html $KAART" "gesprek-kaart check $KAART" "gesprek-kaart lacunes --kaart=$KAART emma.rec" \
        "gesprek-kaart lacunes --kaart=$KAART --formaat=csv emma.rec" "gesprek-kaart nieuw --naam=x $KAART" \
        "gesprek-kaart wijzig geldwijzer --wachttijd=geen -n $KAART" 'gesprek-kaart nieuw --sjabloon' \
        'gesprek-rapport gemeente --jaar=2026 emma.rec' 'gesprek-rapport instroom --kwartaal=2026Q1 --formaat=html emma.rec' \
        'gesprek-rapport fasen --jaar=2026 --verantwoording --formaat=json emma.rec' \
        'gesprek-rapport contact --van=2026-01-01 --tot=2026-12-31 --groepeer=kader --formaat=csv emma.rec' \
        'gesprek-rapport doelen --jaar=2026 --verantwoording --formaat=xml emma.rec' \
        "gesprek-rapport levering --sjabloon=$BATS_TEST_DIRNAME/../gegevens/levering-wmo.rec emma.rec" \
        'gesprek-nazorg agenda --uitleg emma.rec' 'gesprek-nazorg agenda --formaat=ical emma.rec' \
        'gesprek-nazorg herinner --binnen=3w emma.rec' \
        'gesprek-nazorg termijnen --uitleg emma.rec' 'gesprek-nazorg termijnen --formaat=csv emma.rec' \
        'gesprek-nazorg reminderblad emma.rec' 'gesprek-nazorg reminderblad --formaat=html emma.rec' 'gesprek-nazorg afsluitblad emma.rec' \
        'gesprek-nazorg afsluitblad --formaat=html emma.rec' 'gesprek-nazorg plan --soort=bellen --uiterlijk=+4w emma.rec' \
        'gesprek-nazorg contact N1 -n emma.rec' 'gesprek-nazorg niet-bereikt N1 -n emma.rec' 'gesprek-nazorg afsluiten --sjabloon' \
        'gesprek-intake nieuw --sjabloon' 'gesprek-intake nieuw --dossier=x --vraag=x --gemeente=0356'
    for name in "$BIN"/gesprek-*; do
        name=${name##*/}
        printf '%s\n' "$name --help" "$name -h" "$name --version" "$name --voltooiing=bash" "$name --voltooiing=zsh" "$name --voltooiing=fish"
    done
}

# ---- output to the last byte ----

@test "/dev/full is status 4 and a message, for every program in every form, --help too" {
    [ -c /dev/full ] || skip '/dev/full is er niet'
    answers > lijst
    [ "$(wc -l < lijst)" -gt 40 ]
    while IFS= read -r line; do
        read -ra words <<< "$line"
        tried=$line status=0
        : > uit
        "${words[@]}" > /dev/full 2> fout < /dev/null || status=$?
        expect_status 4
        expect_message fout "${words[0]}: fout" 'de schijf is vol' uitvoer
    done < lijst
}

@test "a closed standard output is status 4 and a message, --help too" {
    answers > lijst
    while IFS= read -r line; do
        read -ra words <<< "$line"
        tried=$line status=0
        : > uit
        "${words[@]}" >&- 2> fout < /dev/null || status=$?
        expect_status 4
        expect_message fout "${words[0]}: fout" gesloten uitvoer
    done < lijst
}

@test "a large output to /dev/full is status 4 too" {
    [ -c /dev/full ] || skip '/dev/full is er niet'
    for n in {1..30}; do sed "s/2026-0017/d-$n/" emma.rec; done > groot.rec
    for reader in "${READERS[@]:1}"; do
        status=0
        tried=$reader
        read -ra words <<< "$reader"
        "${words[@]}" groot.rec > /dev/full 2> fout || status=$?
        expect_status 4
        expect_message fout "${words[0]}: fout" 'de schijf is vol' uitvoer
    done
}

@test "a writer with -i that cannot print the key says so: status 4" {
    [ -c /dev/full ] || skip '/dev/full is er niet'
    status=0
    gesprek-noteer nieuw Doel --tekst=x -i emma.rec > /dev/full 2> fout || status=$?
    expect_status 4
    expect_text fout '[uitvoer]'
    run -0 gesprek-check emma.rec
}

@test "a closed standard error: the status still tells" {
    for reader in "${READERS[@]}"; do
        read -ra words <<< "$reader"
        run -4 --separate-stderr bash -c '"$@" 2>&-' bash "${words[@]}" weg.rec
        run -0 --separate-stderr bash -c '"$@" 2>&-' bash "${words[@]}" emma.rec
    done
}

@test "a closed standard input: status 4 for who reads it, else nothing" {
    for reader in "${READERS[@]}" "$NOTE"; do
        read -ra words <<< "$reader"
        run -4 --separate-stderr bash -c '"$@" <&-' bash "${words[@]}"
        assert_equal "$(grep -c '\[bestand\]' <<< "$stderr")" 1
        run -0 --separate-stderr bash -c '"$@" <&-' bash "${words[@]}" emma.rec
        assert_equal "$stderr" ''
    done
}

@test "who stops reading ends the program in silence: SIGPIPE" {
    for n in {1..60}; do sed "s/2026-0017/d-$n/" emma.rec; done > groot.rec
    for reader in gesprek-kies 'gesprek-stavaza --formaat=rec' gesprek-stavaza "$NOTE --dossier=d-1"; do
        run -0 bash -c 'trap - PIPE; { $1 groot.rec 2> fout; echo $? > status; } | head -n 1 > uit; cat status' bash "$reader"
        assert_output 141
        expect_empty fout
    done
}

@test "with SIGPIPE ignored it is an error like any other: status 4" {
    for n in {1..60}; do sed "s/2026-0017/d-$n/" emma.rec; done > groot.rec
    for reader in gesprek-kies 'gesprek-stavaza --formaat=rec' gesprek-stavaza "$NOTE --dossier=d-1"; do
        run -0 bash -c 'trap "" PIPE; { $1 groot.rec 2> fout; echo $? > status; } | head -n 1 > uit; cat status' bash "$reader"
        assert_output 4
        expect_message fout "${reader%% *}: fout" 'niemand leest' uitvoer
    done
}

# ---- --uit: whole or absent ----

@test "--uit writes the same bytes as standard output, and prints nothing" {
    for reader in "${READERS[@]}" 'gesprek-kies -l'; do
        try "$reader" emma.rec
        expect_status 0
        cp uit gewoon
        rm -f antwoord
        try "$reader" --uit=antwoord emma.rec
        expect_status 0
        expect_empty uit
        expect_empty fout
        cmp gewoon antwoord
        echo 'een oud en veel langer antwoord' > antwoord
        try "$reader" --uit antwoord emma.rec
        expect_status 0
        cmp gewoon antwoord
    done
}

@test "--uit works for the schema and the descriptors too" {
    for option in --schema --descriptors=Doel; do
        try gesprek-check "$option"
        expect_status 0
        cp uit gewoon
        try gesprek-check "$option" --uit=antwoord
        expect_status 0
        expect_empty uit
        cmp gewoon antwoord
        rm antwoord
    done
}

@test "--uit writes an empty answer too, and what check finds" {
    try gesprek-kies --waar Kader=jeugdwet --uit=antwoord emma.rec
    expect_status 1
    [ -e antwoord ]
    [ ! -s antwoord ]
    head -c -1 emma.rec > open.rec
    try gesprek-check --uit=antwoord open.rec
    expect_status 1
    expect_empty uit
    expect_text antwoord '[lege-regel]'
}

# on_full_disk WORD...: with room for a kilobyte a file; what it says goes through a pipe.
on_full_disk() {
    status=0
    (trap '' XFSZ; ulimit -f 1; "$@" 2>&1 > uit | cat > fout; exit "${PIPESTATUS[0]}") || status=$?
}

@test "--uit on a full disk: nothing, or what was there" {
    for n in {1..30}; do sed "s/2026-0017/d-$n/" emma.rec; done > groot.rec
    for reader in "${READERS[@]:1}"; do
        read -ra words <<< "$reader"
        rm -rf map
        mkdir map
        on_full_disk "${words[@]}" --uit=map/antwoord groot.rec
        expect_status 4
        expect_empty uit
        expect_text fout 'map/antwoord: fout: '
        expect_text fout '[schrijven]'
        assert_equal "$(ls -A map)" ''
        echo oud > map/antwoord
        on_full_disk "${words[@]}" --uit=map/antwoord groot.rec
        expect_status 4
        assert_equal "$(< map/antwoord)" oud
        assert_equal "$(ls -A map)" antwoord
    done
}

@test "--uit where it cannot be: status 4, with the name" {
    mkdir map
    for path in weg/antwoord map emma.rec/antwoord; do
        try gesprek-stavaza --uit="$path" emma.rec
        expect_status 4
        expect_empty uit
        expect_text fout "$path: fout: "
        assert_equal "$(wc -l < fout)" 1
    done
    assert_equal "$(ls -A map)" ''
    cmp "$CASUS/emma.rec" emma.rec
}

@test "a writer on a full disk: the dossier stays as it was" {
    mkdir map
    cp emma.rec map/emma.rec
    on_full_disk gesprek-noteer nieuw Doel --tekst=x -i map/emma.rec
    expect_status 4
    expect_text fout '[schrijven]'
    expect_empty uit
    cmp emma.rec map/emma.rec
    rm -f map/.gesprek.lock
    assert_equal "$(ls -A map)" emma.rec
}

# ---- usage ----

# wrong WORD...: status 2, nothing printed, advice.
wrong() {
    try "$@"
    expect_status 2
    expect_empty uit
    expect_message fout "${1%% *}: fout" '' gebruik
    grep -qE 'Zie gesprek-|Bedoelt u|bestaat hier niet|noem |Noem |geef |Geef |gebruik|hoort|kies uit|kan maar|schrijf|Schrijf|gaan niet samen|zeg ' fout || tell 'geen advies'
}

@test "an option that does not exist, or does not belong here" {
    for reader in "${READERS[@]}"; do
        wrong "$reader" --verzonnen emma.rec
        wrong "$reader" -Z emma.rec
        wrong "$reader" emma.rec --verzonnen=x
    done
    wrong "gesprek-noteer wijzig G1" --reden=x emma.rec
    wrong "gesprek-noteer nieuw Doel" --verzonnen=x emma.rec
    wrong "$NOTE" -Z emma.rec
    wrong gesprek-check --scheme
    expect_message fout 'gesprek-check: fout' 'Bedoelt u --schema?' gebruik
}

@test "an option is never abbreviated" {
    for option in --vers --hel --form=csv --forma=csv --ui=x --geboekt=2026-01-01 --dos=2026-0017 --all --melding=json; do
        wrong gesprek-rapport caseload "$option" emma.rec
    done
    for option in --vers --hel; do
        wrong gesprek-check "$option"
    done
    wrong "$NOTE" --slot=D9 emma.rec
    wrong "$NOTE" --uitw=x emma.rec
}

@test "a value that is missing, or is one too many" {
    for reader in "${READERS[@]}"; do
        for option in --op --vandaag --dossier --uit --geboekt-tot --meldingen; do
            wrong "$reader" emma.rec "$option"
        done
        wrong "$reader" --alle=x emma.rec
        wrong "$reader" --help=x
    done
    wrong "$NOTE" emma.rec --uitwerking
    wrong gesprek-kies emma.rec --waar
    wrong gesprek-kies emma.rec -w
}

@test "a choice that does not exist" {
    wrong gesprek-rapport caseload --formaat=pdf emma.rec
    expect_message fout 'gesprek-rapport: fout' 'kies uit: tekst csv xml json html' gebruik
    wrong gesprek-stavaza --formaat=csv emma.rec
    wrong gesprek-stavaza --formaat= emma.rec
    wrong gesprek-check --meldingen=JSON emma.rec
    wrong gesprek-check --voltooiing=tcsh
    wrong gesprek-stavaza --soort=Doelen emma.rec
    wrong gesprek-check --descriptors=Doelen
}

@test "a verb that is not there, is missing or is misspelt" {
    wrong gesprek-rapport
    wrong gesprek-rapport emma.rec
    wrong gesprek-rapport casload emma.rec
    expect_message fout 'gesprek-rapport: fout' 'Bedoelt u caseload?' gebruik
    wrong gesprek-noteer
    wrong gesprek-noteer nieuws Doel emma.rec
    expect_message fout 'gesprek-noteer: fout' 'Bedoelt u nieuw?' gebruik
    wrong gesprek-noteer nieuw
    wrong gesprek-noteer nieuw Doelen emma.rec
    wrong gesprek-noteer wijzig D1 emma.rec
    wrong gesprek-noteer vervallen D1 emma.rec
    wrong gesprek-noteer vervallen D1 --reden=x --herstel emma.rec
    wrong gesprek-noteer nieuw Doel --tekst=x -i -n emma.rec
    wrong gesprek-noteer nieuw Doel --tekst=x emma.rec emma.rec
    cmp "$CASUS/emma.rec" emma.rec
}

@test "a condition of kies that is wrong, with the place" {
    for expression in '' 'Kader' 'Kader=' '(Kader=wmo' 'Kader=wmo)' 'Kader=wmo en' 'en Kader=wmo' 'Verzonnen=x' 'Kader=wmo of of Kader=wlz' '=wmo'; do
        try gesprek-kies --waar "$expression" emma.rec
        expect_status 2
        expect_empty uit
        grep -qE '^gesprek-kies: fout: --waar, teken [0-9]+: .+ \[gebruik\]$' fout || tell 'geen plaats'
    done
}

@test "wrong usage with --meldingen=json is JSON too" {
    try gesprek-rapport caseload --meldingen=json --verzonnen emma.rec
    expect_status 2
    expect_empty uit
    run -0 python3 -c 'import json; m = json.load(open("fout")); print(m["programma"], m["ernst"], m["code"])'
    assert_output 'gesprek-rapport fout gebruik'
}

@test "-- makes a file of everything; - is standard input, behind it too" {
    cp emma.rec ./--help
    cp emma.rec ./-l
    for reader in "${READERS[@]}"; do
        try "$reader" emma.rec
        expect_status 0
        cp uit gewoon
        for name in --help -l; do
            try "$reader" -- "$name"
            expect_status 0
            cmp gewoon uit
        done
        try "$reader" -- - < emma.rec
        expect_status 0
        cmp gewoon uit
        try "$reader" ./--help
        expect_status 0
        cmp gewoon uit
    done
    try gesprek-kies -- -l emma.rec
    expect_status 3
    mkdir -- -
    try gesprek-kies - < emma.rec
    expect_status 0
    cmp emma.rec uit
}

@test "short options together, with and without a value against them; options behind files" {
    try gesprek-kies -lw Kader=wmo emma.rec
    expect_status 0
    assert_equal "$(< uit)" emma.rec
    try gesprek-kies -lwKader=wmo emma.rec
    assert_equal "$(< uit)" emma.rec
    try gesprek-kies emma.rec -l --waar Kader=wmo
    assert_equal "$(< uit)" emma.rec
    wrong gesprek-kies -lZ emma.rec
}

@test "standard input has one role: two is status 2, and nothing is printed" {
    for reader in "${READERS[@]}"; do
        try "$reader" - - < emma.rec
        expect_status 2
        expect_empty uit
        expect_message fout "${reader%% *}: fout" - gebruik
        try "$reader" - "$CASUS/johan.rec" - < emma.rec
        expect_status 2
        expect_empty uit
    done
    for words in '--tekst=@- -' '--tekst=@-' '--tekst=@- --uitwerking=@- emma.rec' '--tekst=x --ingevuld=- -' '--tekst=@- --ingevuld=- emma.rec'; do
        read -ra words <<< "$words"
        try gesprek-noteer nieuw Doel "${words[@]}" < emma.rec
        expect_status 2
        expect_empty uit
        expect_message fout 'gesprek-noteer: fout' 'kan maar een ding zijn' gebruik
    done
}

# ---- terminals ----

at_terminal() {
    try "$PYTHON" "$BATS_TEST_DIRNAME/terminal.py" "$@"
}

@test "without a file on a terminal: status 2 with advice, and nobody waits" {
    [ -n "$PYTHON" ] || skip 'geen python met pty'
    for reader in "${READERS[@]}" "$NOTE" 'gesprek-noteer wijzig D1 --status=open'; do
        read -ra words <<< "$reader"
        at_terminal in "${words[@]}"
        expect_status 2
        expect_empty uit
        expect_message fout "${words[0]}: fout" 'standaardinvoer' gebruik
    done
    for reader in gesprek-kies "$NOTE"; do
        read -ra words <<< "$reader"
        at_terminal in "${words[@]}" emma.rec
        expect_status 0
        expect_text uit 2026-0017
    done
}

# What can turn, wipe or fool a screen: C0 but newline, DEL, C1, marks of direction, line and paragraph separators.
TRICKS='[\x01-\x09\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xa9]|\xd8\x9c'

# tricky: a dossier with all of them in values, in known and unknown fields and types.
tricky() {
    local tricks=$'\033[31mrood\033]0;titel\a \b\f\v\t\177 \302\233\062J \302\205 \342\200\256om\342\200\254 \342\201\246los\342\201\251 \342\200\217 \330\234 \342\200\250 \342\200\251'
    good d-1 | sed "s/^Kader:.*/Begeleider: /;\$d"
    printf 'Bekend_bij: %s\n\n' "$tricks"
    for type in Doel Gesprek Verzonnen; do
        opening "$type" "X-$type" d-1
        printf 'Samenvatting: %s\n+ %s\n\n' "$tricks" "$tricks"
    done
    printf 'Doel: D9\nDossier: d-1\nOp: 2026-02-03\nDoor: %s\nTekst: %s\nUitwerking: %s\n+ %s\nAkkoord: %s\n\n' "$tricks" "$tricks" "$tricks" "$tricks" "$tricks"
    printf 'Client: C1\nDossier: d-1\nOp: 2026-02-03\nNaam: %s\nAdres: %s\n\n' "$tricks" "$tricks"
    printf 'Melding: M2\nDossier: d-1\nOp: 2026-02-03\nVraag: %s\nGemeente: 0356\nBegeleider: %s\n\n' "$tricks" "$tricks"
}

# no_tricks FILE
no_tricks() {
    ! LC_ALL=C grep -qaP "$TRICKS" "$1" || tell "rauwe tekens in $1: $(LC_ALL=C grep -aoP "$TRICKS" "$1" | sort -u | od -An -c)"
}

@test "control and bidi characters from a dossier never come raw in text or messages" {
    tricky > d.rec
    LC_ALL=C grep -qaP "$TRICKS" d.rec
    for reader in gesprek-check gesprek-stavaza 'gesprek-stavaza verloop' 'gesprek-rapport caseload'; do
        try "$reader" d.rec
        [ "$status" -le 1 ]
        no_tricks uit
        no_tricks fout
    done
    try gesprek-stavaza d.rec
    expect_text uit rood
}

@test "control characters in wrong lines, file names and options never come raw in messages" {
    local tricks=$'\033[31mx\302\233\342\200\256\r\a' name
    for line in "Status: $tricks" "$tricks" "$tricks: x" "Uiterlijk: $tricks"; do
        { good d-1; opening Doel D1 d-1; echo "$line"; } > d.rec
        for form in tekst json; do
            for reader in "${READERS[@]}"; do
                try "$reader" --meldingen="$form" d.rec
                expect_status 3
                no_tricks fout
                [[ $reader != gesprek-check ]] || no_tricks uit
            done
        done
    done
    { good d-1; opening Doel "$tricks" d-1; } > d.rec
    try gesprek-check d.rec
    no_tricks uit
    try gesprek-stavaza "$tricks"
    expect_status 4
    no_tricks fout
    name=$'d\033[31m.rec'
    mv d.rec "$name"
    try gesprek-check "$name"
    expect_status 3
    no_tricks uit
    for words in "--$tricks" "--op=$tricks" "--dossier=$tricks" "--formaat=$tricks" "-$tricks"; do
        try gesprek-rapport caseload "$words" emma.rec
        [ "$status" -ge 1 ] && [ "$status" -le 4 ]
        no_tricks fout
    done
    try gesprek-kies --waar "$tricks" emma.rec
    no_tricks fout
    try gesprek-noteer nieuw "$tricks" emma.rec
    no_tricks fout
}

@test "on a terminal they do not come raw in csv and xml either" {
    [ -n "$PYTHON" ] || skip 'geen python met pty'
    tricky > d.rec
    for reader in gesprek-stavaza 'gesprek-rapport caseload' 'gesprek-rapport caseload --formaat=csv' 'gesprek-rapport caseload --formaat=xml'; do
        read -ra words <<< "$reader"
        at_terminal out "${words[@]}" d.rec
        expect_status 0
        expect_text uit d-1
        tr -d '\r\t' < uit > zonder
        no_tricks zonder
    done
}

@test "on a terminal they do not come raw in rec and out of a filter either" {
    [ -n "$PYTHON" ] || skip 'geen python met pty'
    tricky > d.rec
    for reader in 'gesprek-stavaza --formaat=rec' gesprek-kies "$NOTE"; do
        read -ra words <<< "$reader"
        at_terminal out "${words[@]}" d.rec
        expect_status 0
        tr -d '\t' < uit > zonder
        no_tricks zonder
    done
}

# ---- forms ----

@test "the XML is valid by our XSD: empty, ordinary, and with all that XML cannot bear" {
    tricky > d.rec
    mkdir map
    cp "$CASUS"/*.rec d.rec map
    local schema=$BATS_TEST_DIRNAME/../schema/caseload.xsd
    for words in "$CASUS" map "--op=2026-06-01 $CASUS" "--geboekt-tot=2026-06-01T12:00:00+02:00 map" "--vandaag=2027-01-01 $CASUS"; do
        read -ra words <<< "$words"
        try gesprek-rapport caseload --formaat=xml "${words[@]}"
        expect_status 0
        expect_empty fout
        run -0 xmllint --noout --nonet --schema "$schema" uit
    done
    for nothing in /dev/null "--op=2000-01-01 $CASUS"; do
        read -ra words <<< "$nothing"
        try gesprek-rapport caseload --formaat=xml "${words[@]}"
        expect_status 1
        run -1 xmllint --noout uit
    done
}

@test "csv and xml say the same, and python reads the csv back" {
    good d-1 | sed '$d' > d.rec
    printf '%s\n' 'Begeleider: "a", b; <c> & '\''d'\''' '+ tweede regel' '' >> d.rec
    for value in '=1+1' '+31' '-x' '@SUM(A1)' $'\tx'; do
        good "d-${#value}$RANDOM" | sed '$d' >> d.rec
        printf 'Begeleider: %s\n\n' "$value" >> d.rec
    done
    try gesprek-rapport caseload --formaat=csv "$CASUS" d.rec
    expect_status 0
    cp uit a.csv
    try gesprek-rapport caseload --formaat=xml "$CASUS" d.rec
    expect_status 0
    cp uit a.xml
    python3 - <<'PY'
import csv, xml.etree.ElementTree as tree
with open("a.csv", newline="", encoding="utf-8") as f:
    raw = f.read()
assert raw.endswith("\r\n") and raw.count("\r\n") == 10, raw
with open("a.csv", newline="", encoding="utf-8") as f:
    rows = list(csv.DictReader(f, strict=True))
space = "{urn:gesprek:rapport:1}"
cases = tree.parse("a.xml").getroot().findall(space + "dossier")
assert len(rows) == len(cases) == 9, (len(rows), len(cases))
assert all(None not in row and None not in row.values() for row in rows)
for row, case in zip(rows, cases):
    in_xml = {e.tag.removeprefix(space): e.text for e in case}
    # A spreadsheet takes these for a formula, so the CSV alone has an apostrophe before them.
    in_csv = {k: v[1:] if v[:1] == "'" else v for k, v in row.items() if v}
    assert in_csv == in_xml, (in_csv, in_xml)
guarded = [row["begeleider"] for row in rows if row["id"].startswith("d-")][1:]
assert len(guarded) == 5 and all(v.startswith("'") for v in guarded), guarded
assert rows[3]["begeleider"] == "\"a\", b; <c> & 'd'\ntweede regel", rows[3]["begeleider"]
PY
}

@test "no names in the caseload, and Veiligheid only when asked for" {
    local names
    mapfile -t names < <(sed -nE 's/^(Naam|Voornamen|Achternaam|Adres): //p' "$CASUS"/*.rec | grep -oE '[A-Z][a-z]{3,}' | sort -u)
    [ ${#names[@]} -gt 5 ]
    for form in tekst csv xml; do
        try gesprek-rapport caseload --formaat="$form" "$CASUS"
        for name in "${names[@]}"; do
            expect_no_text uit "$name"
        done
    done
    { good d-1; opening Veiligheid U1 d-1; echo; } > d.rec
    for form in tekst rec; do
        try gesprek-stavaza --formaat="$form" --soort=Veiligheid d.rec
        expect_text uit 'zorgen thuis'
    done
    try gesprek-stavaza d.rec
    expect_no_text uit 'zorgen thuis'
    try gesprek-stavaza verloop d.rec
    expect_no_text uit 'zorgen thuis'
}

# ---- surroundings ----

@test "strange locales of the machine change no byte" {
    try gesprek-noteer nieuw Doel --tekst='Ïk wil ën İ ı' emma.rec
    expect_status 0
    cp uit d.rec
    for reader in "${READERS[@]}"; do
        try "$reader" d.rec
        expect_status 0
        cp uit gewoon
        for locale in C POSIX nl_NL.UTF-8 tr_TR.UTF-8 ar_EG.UTF-8 ja_JP.SJIS verzonnen ''; do
            LC_ALL=$locale LANG=$locale LC_NUMERIC=$locale LANGUAGE=tr try "$reader" d.rec
            expect_status 0
            cmp gewoon uit
        done
    done
}

@test "a strange locale that is really on the machine does not either" {
    command -v localedef > /dev/null || skip 'localedef is er niet'
    localedef -i tr_TR -f ISO-8859-9 "$PWD/tr_TR" 2> /dev/null || skip 'de gegevens van tr_TR zijn er niet'
    assert_equal "$(LOCPATH=$PWD LC_ALL=tr_TR locale decimal_point)" ,
    for reader in "${READERS[@]}"; do
        try "$reader" emma.rec
        cp uit gewoon
        LOCPATH=$PWD LC_ALL=tr_TR try "$reader" emma.rec
        expect_status 0
        cmp gewoon uit
    done
}

@test "strange time zones change no byte when the moment is given" {
    for reader in "${READERS[@]}"; do
        try "$reader" --geboekt-tot=2026-06-01T00:00:00Z emma.rec
        expect_status 0
        cp uit gewoon
        for zone in UTC Pacific/Kiritimati America/St_Johns Asia/Kathmandu :verzonnen 'XYZ-13:59' '' /etc/passwd; do
            TZ=$zone try "$reader" --geboekt-tot=2026-06-01T00:00:00Z emma.rec
            expect_status 0
            cmp gewoon uit
        done
    done
}

@test "the clock: today is of the zone in GESPREK_NU, and a wrong clock is status 2" {
    GESPREK_NU=2026-11-22T23:30:00-10:00 try gesprek-rapport caseload emma.rec
    expect_text uit 'Vandaag: 2026-11-22'
    GESPREK_NU=2026-11-22T23:30:00Z try gesprek-rapport caseload emma.rec
    expect_text uit 'Vandaag: 2026-11-22'
    for now in morgen 2026-11-22 2026-11-22T10:00:00 ''; do
        GESPREK_NU=$now try gesprek-rapport caseload emma.rec
        expect_status 2
        expect_empty uit
        expect_message fout 'gesprek-rapport: fout' 2026-11-22T14:30:00+01:00 gebruik
    done
    unset GESPREK_NU
    try gesprek-rapport caseload emma.rec
    expect_status 0
    expect_text uit 'Vandaag: 20'
}

@test "what goes somewhere does not depend on a terminal or on NO_COLOR" {
    [ -n "$PYTHON" ] || skip 'geen python met pty'
    for reader in "${READERS[@]}"; do
        read -ra words <<< "$reader"
        try "$reader" emma.rec
        cp uit gewoon
        at_terminal out "${words[@]}" emma.rec
        expect_status 0
        cmp gewoon uit
        NO_COLOR=1 TERM=xterm-256color COLUMNS=40 try "$reader" emma.rec
        cmp gewoon uit
    done
}
