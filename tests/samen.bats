#!/usr/bin/env bats
# --deel and samen: counted apart and added up is counted at once, to the byte.

bats_require_minimum_version 1.5.0
load hulp

VERBS='instroom fasen doelen domeinen netwerk verwijzingen doorlooptijd contact nazorg tevredenheid signalen gemeente'
QUESTION='--jaar=2026 --groepeer=gemeente,leeftijdsklasse'

setup() {
    hulp_setup
    # Ten times the examples under numbers of their own; some people have more than one.
    for ((i = 0; i < 10; i++)); do
        for name in emma johan richard; do
            sed "s/^Dossier: 2026-\(.*\)/Dossier: 2026-\1-$i/; s/^Persoon: .*/Persoon: p$((i % 4))-$name/" "$CASUS/$name.rec" >"$name-$i.rec"
        done
    done
}

# part NAME FILE...: the files as a part.
part() {
    local name=$1
    shift
    # shellcheck disable=SC2086  # options are words
    gesprek gemeente $QUESTION --deel --uit="$name" "$@"
}

gesprek() {
    "$BIN/gesprek-rapport" "$@"
}

@test "any split, in any order, nested too: the same bytes, for every verb, exact and for everybody" {
    for verb in $VERBS; do
        # shellcheck disable=SC2086
        for view in --verantwoording --openbaar; do
            gesprek "$verb" $QUESTION "$view" --formaat=csv ./*.rec >heel
            gesprek "$verb" $QUESTION --deel --uit=deel-a emma-*.rec
            gesprek "$verb" $QUESTION --deel --uit=deel-b johan-*.rec richard-[0-4].rec
            gesprek "$verb" $QUESTION --deel --uit=deel-c richard-[5-9].rec
            gesprek samen --deel --uit=deel-bc deel-c deel-b
            gesprek samen "$view" --formaat=csv deel-bc deel-a >opgeteld
            cmp heel opgeteld
            gesprek samen "$view" --formaat=csv deel-b deel-c deel-a >opgeteld
            cmp heel opgeteld
        done
    done
}

@test "the facts are those of one run, in every form" {
    part deel-a emma-*.rec
    part deel-b johan-*.rec richard-*.rec
    for form in tekst xml json html; do
        # shellcheck disable=SC2086
        gesprek gemeente $QUESTION --formaat="$form" ./*.rec >heel
        gesprek samen --formaat="$form" deel-a deel-b >opgeteld
        cmp heel opgeteld
    done
    # shellcheck disable=SC2086
    gesprek gemeente $QUESTION --verantwoording --geboekt-tot=2026-06-30 --vandaag=2026-07-01 ./*.rec >heel
    # shellcheck disable=SC2086
    for name in emma johan richard; do
        gesprek gemeente $QUESTION --geboekt-tot=2026-06-30 --vandaag=2026-07-01 --deel --uit="deel-$name" $name-*.rec
    done
    gesprek samen --verantwoording deel-emma deel-johan deel-richard >opgeteld
    cmp heel opgeteld
}

@test "a part is for its owner's eyes, whatever the directory allows, and goes to a file" {
    mkdir samen
    chmod 777 samen
    (umask 0 && part samen/deel emma-*.rec)
    [ "$(stat -c %a samen/deel)" = 600 ]
    try gesprek-rapport gemeente --jaar=2026 --deel emma-0.rec
    expect_status 2
    expect_empty uit
    expect_message fout 'gesprek-rapport: fout' 'een deel is vertrouwelijk' gebruik
    for more in --formaat=csv --openbaar --verantwoording --csv=excel; do
        try gesprek-rapport gemeente --jaar=2026 --deel --uit=x "$more" emma-0.rec
        expect_status 2
        [ ! -e x ]
    done
}

@test "parts of another question are refused, and dossiers that would count twice" {
    part deel-a emma-*.rec
    part deel-b johan-*.rec
    gesprek gemeente --kwartaal=2026Q1 --deel --uit=kwartaal richard-*.rec
    gesprek instroom --jaar=2026 --groepeer=gemeente,leeftijdsklasse --deel --uit=instroom richard-*.rec
    gesprek gemeente --jaar=2026 --groepeer=gemeente --deel --uit=groep richard-*.rec
    gesprek gemeente --jaar=2026 --groepeer=gemeente,leeftijdsklasse --vandaag=2026-01-01 --deel --uit=vandaag richard-*.rec
    for other in kwartaal instroom groep vandaag; do
        try gesprek-rapport samen deel-a "$other"
        expect_status 2
        expect_empty uit
        expect_message fout 'gesprek-rapport: fout' 'geen delen van hetzelfde' gebruik
    done
    gesprek samen --deel --uit=som deel-a deel-b
    for parts in 'deel-a deel-a' 'som deel-b' 'deel-b som'; do
        # shellcheck disable=SC2086
        try gesprek-rapport samen $parts
        expect_status 2
        expect_empty uit
        expect_message fout 'gesprek-rapport: fout' 'dubbel tellen' gebruik
    done
}

@test "a part that is missing, cut off or changed in one byte is seen" {
    part deel-a emma-*.rec
    part deel-b johan-*.rec
    try gesprek-rapport samen --verwacht=3 deel-a deel-b
    expect_status 3
    expect_empty uit
    expect_message fout 'gesprek-rapport: fout' 'er moeten 3 delen zijn, en er zijn er 2' deel-ontbreekt
    try gesprek-rapport samen --verwacht=2 deel-a deel-b
    expect_status 0
    try gesprek-rapport samen deel-a er-niet
    expect_status 4
    expect_empty uit
    size=$(stat -c %s deel-b)
    for at in 1 30 200 $((size / 2)) $((size - 30)) $((size - 1)); do
        head -c "$at" deel-b >stuk
        try gesprek-rapport samen deel-a stuk
        expect_status 3
        expect_empty uit
        expect_text fout 'Maak dit deel opnieuw [deel-stuk]'
    done
    for ((at = 100; at < size; at += size / 23)); do
        cp deel-b stuk
        printf '#' | dd of=stuk bs=1 seek="$at" conv=notrunc status=none
        try gesprek-rapport samen deel-a stuk
        [ "$status" -eq 3 ] || [ "$status" -eq 2 ]
        expect_empty uit
    done
    : >leeg
    try gesprek-rapport samen leeg
    expect_status 3
}

@test "a run that failed leaves no part: only that one is made again" {
    part deel-a emma-*.rec
    { cat johan-0.rec; echo 'Doel: D9'; } >stuk.rec
    try gesprek-rapport gemeente --jaar=2026 --groepeer=gemeente,leeftijdsklasse --deel --uit=deel-b stuk.rec johan-1.rec
    expect_status 3
    [ ! -e deel-b ]
    try gesprek-rapport samen --verwacht=2 deel-a
    expect_status 3
    part deel-b johan-0.rec johan-1.rec
    try gesprek-rapport samen --verwacht=2 deel-a deel-b
    expect_status 0
}

@test "per begeleider adds up too, and stays confidential" {
    gesprek contact --jaar=2026 --groepeer=begeleider --deel --uit=deel-a emma-*.rec
    try gesprek-rapport samen deel-a
    expect_status 2
    expect_message fout 'gesprek-rapport: fout' --verantwoording gebruik
    gesprek contact --jaar=2026 --groepeer=begeleider --verantwoording --formaat=csv emma-*.rec >heel
    gesprek samen --verantwoording --formaat=csv deel-a >opgeteld
    cmp heel opgeteld
}
