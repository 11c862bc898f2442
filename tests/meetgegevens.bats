#!/usr/bin/env bats
# The data that bench/ measures with are good dossiers, and the same bytes each time. Nothing here is timed.

bats_require_minimum_version 1.5.0
load hulp

setup_file() {
    local root=$BATS_TEST_DIRNAME/.. library
    library=$(cd "${BIN:-$root/build/bin}/.." && pwd)/libgesprek.a || return
    GENERATE=$BATS_FILE_TMPDIR/generate
    export GENERATE
    # A library with sanitizers needs a program with sanitizers.
    # shellcheck disable=SC2046
    ${CC:-cc} -std=c11 -D_XOPEN_SOURCE=700 -D_FILE_OFFSET_BITS=64 -D_TIME_BITS=64 -Wall -Wextra -Wconversion -Wshadow -Werror \
        -O2 -I"$root/common" $([[ $library != */san/* ]] || echo -fsanitize=address,undefined) \
        -o "$GENERATE" "$root"/bench/{generate,maker,plan}.c "$library"
}

# shape: `lines in a hundred, dossiers, bytes a dossier, + lines and amendments in a thousand` of standard input.
shape() {
    LC_ALL=C awk '
        BEGIN { first = 1 }
        { bytes += length($0) + 1 }
        /^\+/ { continued++ }
        /^Gewijzigd: / { amendments++ }
        /^Dossier: / && $2 != dossier { dossier = $2; dossiers++ }
        /^$/ { records++ }
        END { print int(100 * bytes / NR), int(bytes / dossiers), int(1000 * continued / NR), int(1000 * amendments / records) }'
}

dossiers_in() {
    awk '/^Dossier: / && $2 != dossier { dossier = $2; n++ } END { print n }' "$1"
}

between() {
    if [ "$2" -lt "$1" ] || [ "$2" -gt "$3" ]; then
        printf '%s ligt niet tussen %s en %s\n' "$2" "$1" "$3" >&2
        return 1
    fi
}

@test "the same seed gives the same bytes, another seed others" {
    "$GENERATE" 300000 7 > a
    "$GENERATE" 300000 7 | cmp - a
    "$GENERATE" 300000 > b
    "$GENERATE" 300000 1 | cmp - b
    run -1 cmp -s a b
}

@test "a longer stream begins with the shorter one, and the files of --dir are the stream" {
    "$GENERATE" 300000 7 > a
    "$GENERATE" 900000 7 | head -c "$(wc -c < a)" | cmp - a
    "$GENERATE" --dir files "$(dossiers_in a)" 7
    cat files/0000/*.rec | cmp - a
    [ -e files/0000/2026-0000001.rec ]
}

@test "there are a thousand files in a directory" {
    "$GENERATE" --dir files 1001
    [ "$(find files/0000 -name '*.rec' | wc -l)" -eq 1000 ]
    [ "$(find files -name '*.rec')" != "" ]
    [ -e files/0001/2026-0001001.rec ]
}

@test "gesprek-check finds nothing in it, but tips on referrals, whose course is drawn by lot" {
    local seed
    for seed in 1 2 3; do
        "$GENERATE" 300000 "$seed" > a
        [ "$(wc -c < a)" -ge 300000 ]
        gesprek-check a > uit || [ $? -eq 1 ]
        run -0 grep -cv '\[verwijs-[a-z]*\]$' uit
        assert_output 1
        run -0 grep -c ' 0 fouten' uit
    done
}

@test "every reader takes it whole" {
    local reader
    "$GENERATE" 300000 > a
    for reader in "${READERS[@]}"; do
        try "$reader" a
        [ "$status" -eq 0 ] && [ ! -s fout ] || [ "$reader $status" = 'gesprek-check 1' ] || { echo "$reader: $status"; cat fout; return 1; }
    done
}

@test "lines, dossiers, continuation lines and amendments have the size that they should" {
    local line dossier continued amended
    "$GENERATE" 3000000 > a
    read -r line dossier continued amended < <(shape < a)
    between 2000 "$line" 2400
    between 4000 "$dossier" 6000
    between 20 "$continued" 40
    between 100 "$amended" 150
    grep -q 'ë' a
    grep -q 'é' a
}

@test "every type of the schema is in it, and in more than a few dossiers" {
    local type types
    "$GENERATE" 3000000 > a
    awk 'BEGIN { first = 1 } first { sub(/:.*/, "", $1); seen[$1]++ } { first = $0 == "" } END { for (t in seen) print t, seen[t] }' a > seen
    types=$(gesprek-check --schema | awk '/^[A-Z]/ && !/\(buiten het dossier\)/ { print $1 }')
    [ "$(wc -w <<< "$types")" -ge 28 ]
    for type in $types; do
        between 50 "$(awk -v type="$type" '$1 == type { n = $2 } END { print n + 0 }' seen)" 100000
    done
}

@test "recutils accepts it" {
    command -v recfix > /dev/null || skip 'recutils is niet geïnstalleerd'
    "$GENERATE" 300000 > a
    recfix --check a
}

@test "a full disk and wrong words are said" {
    [ ! -w /dev/full ] || run -1 bash -c "'$GENERATE' 300000 > /dev/full"
    run -2 "$GENERATE"
    run -2 "$GENERATE" veel
    run -2 "$GENERATE" --dir files
    run -1 "$GENERATE" --dir er/niet 3
}
