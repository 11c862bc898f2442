#!/usr/bin/env bats
# Over threads the same bytes as without: rows, messages, status, and in which order they came. The commands in draden/ have portions
# of so few bytes that a file is cut everywhere; the one with 64 hardly finds a cut and reads on.

load hulp

setup() {
    hulp_setup
    PIECES=$BIN/../draden
    PYTHON=${PYTHON:-python3}
}

CASELOAD=(caseload --formaat=csv)
COUNTS=(gemeente --jaar=2026 --verantwoording '--groepeer=gemeente,kader' --formaat=csv)

# make_journals SEED [DOSSIERS]: in the directory s; sets operands.
make_journals() {
    rm -rf s
    mkdir s
    mapfile -t operands < <("$PYTHON" "$BATS_TEST_DIRNAME/draden.py" s "$@")
}

# joined: all that is in the operands, in one stream; in a directory by name, so that a dossier goes on in the next file.
joined() {
    local operand list=()
    for operand in "${operands[@]}"; do
        if [ -d "$operand" ]; then
            list+=("$operand"/*)
        else
            list+=("$operand")
        fi
    done
    cat "${list[@]}" 2>/dev/null || true
}

# one NAME PROGRAM WORD...: standard output, standard error, both together and the status, in files that are called after NAME.
one() {
    local ended=0 into=$1
    shift
    "$@" >"$into.uit" 2>"$into.fout" || ended=$?
    echo "$ended" >"$into.status"
    "$@" >"$into.samen" 2>&1 || true
}

same() {
    local part
    for part in uit fout status samen; do
        cmp -s "alleen.$part" "samen.$part" || {
            diff "alleen.$part" "samen.$part" | head -c 2000 | tr -d '\0'
            echo "anders in $part: $*"
            return 1
        }
    done
}

# compare SIZES THREADS WORD...: the verb with its operands.
compare() {
    local size threads sizes=$1 numbers=$2
    shift 2
    one alleen gesprek-rapport "$@" -j1
    for size in $sizes; do
        for threads in $numbers; do
            one samen "$PIECES/gesprek-rapport-$size" "$@" -j "$threads"
            same "$size bytes, $threads draden: $*"
        done
    done
}

@test "fine journals give the same over any number of threads" {
    make_journals 0 120
    [ "${#operands[@]}" -gt 1 ]
    compare '1000' '1 2 3 5 8' "${CASELOAD[@]}" "${operands[@]}"
    compare '64 9000' '3' "${CASELOAD[@]}" "${operands[@]}"
    [ "$(wc -l <alleen.uit)" -eq 121 ]
    expect_empty alleen.fout
    compare '1000 9000' '2 8' "${COUNTS[@]}" "${operands[@]}"
    compare '1000' '2' "${CASELOAD[@]}" s
    compare '1000' '3' gemeente --jaar=2026 --deel --uit=deel "${operands[@]}"
    gesprek-rapport gemeente --jaar=2026 --deel --uit=deel-1 -j1 "${operands[@]}"
    "$PIECES/gesprek-rapport-1000" gemeente --jaar=2026 --deel --uit=deel-3 -j3 "${operands[@]}"
    cmp deel-1 deel-3
}

@test "every form of the caseload is the same" {
    local form
    make_journals 0
    for form in tekst csv xml; do
        compare '1000' '3' caseload "--formaat=$form" "${operands[@]}"
    done
    head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n' >sleutel
    compare '1000' '3' caseload --voor-derden --ontvanger=X --sleutelbestand=sleutel --formaat=csv "${operands[@]}"
}

@test "faults of every sort in every place give the same, in the same order" {
    local seed
    for seed in $(seq 1 5); do
        make_journals "$seed" 40
        compare '64 1000 9000' '3' "${CASELOAD[@]}" "${operands[@]}"
        compare '1000' '3' "${COUNTS[@]}" "${operands[@]}"
    done
}

@test "standard input is read over threads too" {
    local seed
    for seed in 0 21 22; do
        make_journals "$seed"
        joined >alles.rec
        gesprek-rapport "${CASELOAD[@]}" -j1 <alles.rec >alleen.uit 2>alleen.fout || true
        "$PIECES/gesprek-rapport-1000" "${CASELOAD[@]}" -j3 < <(cat alles.rec) >samen.uit 2>samen.fout || true
        cmp alleen.uit samen.uit
        cmp alleen.fout samen.fout
    done
}

@test "a dossier may go on in the next file, and may not come back" {
    local i
    for i in $(seq 1 30); do
        good "a-$i"
    done >a.rec
    { opening Doel D1 a-30 && echo && good b-1; } >b.rec
    good a-7 >c.rec
    compare '64 1000 9000' '2 3' "${CASELOAD[@]}" a.rec b.rec
    [ "$(cat alleen.status)" -eq 0 ]
    compare '64 1000 9000' '2 3' "${CASELOAD[@]}" a.rec b.rec c.rec
    expect_message alleen.fout 'c.rec:1:1: fout' 'a.rec:55' dossier-terug
    compare '64 1000' '2 3' "${CASELOAD[@]}" a.rec weg.rec b.rec
    [ "$(cat alleen.status)" -eq 4 ]
}

@test "output that cannot be written is noticed" {
    make_journals 0 200
    status=0
    gesprek-rapport "${CASELOAD[@]}" -j3 "${operands[@]}" >/dev/full 2>fout || status=$?
    expect_status 4
}

@test "a number of threads that is none is wrong usage" {
    local number
    good d-1 >a.rec
    for number in 0 -1 257 x '' 1.5; do
        try gesprek-rapport caseload "--draden=$number" a.rec
        expect_status 2
        expect_text fout '[gebruik]'
    done
    try gesprek-rapport caseload -j 256 a.rec
    expect_status 0
}

# shown WORDS [VARIABLE...]: what a command that takes longer than two seconds shows at a terminal.
shown() {
    "$PYTHON" "$BATS_TEST_DIRNAME/terminal.py" ask= env TERM=xterm "${@:2}" sh -c \
        "{ cat a.rec; sleep 2.3; cat b.rec; } | gesprek-rapport $1 - >rij.csv" 2>fout
}

@test "long work shows how far it is, at a terminal alone, and takes that away" {
    make_journals 0 300
    joined >b.rec
    good a-1 >a.rec
    for words in 'caseload --formaat=csv -j1' "levering --sjabloon=$BATS_TEST_DIRNAME/../gegevens/levering-wmo.rec"; do
        shown "$words"
        expect_text fout ' dossiers, '
        expect_text fout ' MB/s'
        [ "$(tail -c 4 fout)" = $'\r\e[K' ]
        [ -s rij.csv ]
    done
    shown 'caseload --formaat=csv -j1' NO_COLOR=1
    expect_empty fout
    { cat a.rec; sleep 2.3; cat b.rec; } | TERM=xterm gesprek-rapport caseload -j1 - >uit 2>fout
    expect_empty fout
}
