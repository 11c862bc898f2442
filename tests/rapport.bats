#!/usr/bin/env bats
# What gesprek-rapport counts with --verantwoording: against narekenen.py, which counts the same in SQL from its own reading of the
# records, and against rapport-casus.csv, the three examples counted by hand.

bats_require_minimum_version 1.5.0
load hulp

GROUPS_ALL=gemeente,werkveld,kader,leeftijdsklasse,geslacht,via,begeleider

setup_file() {
    python3 "$BATS_TEST_DIRNAME/gemeente.py" 10000 1 >"$BATS_FILE_TMPDIR/veel.rec" || return
    python3 "$BATS_TEST_DIRNAME/gemeente.py" 800 2 >"$BATS_FILE_TMPDIR/weinig.rec"
}

setup() {
    hulp_setup
    TESTS=$BATS_TEST_DIRNAME
    MANY=$BATS_FILE_TMPDIR/veel.rec
    FEW=$BATS_FILE_TMPDIR/weinig.rec
}

# reported WORD...: the rows of gesprek-rapport, sorted, in the file een.
reported() {
    gesprek-rapport gemeente --verantwoording --formaat=csv "$@" >rijen && sort rijen >een
}

# worked_out WORD...: the same of narekenen.py, in the file twee.
worked_out() {
    python3 "$TESTS/narekenen.py" "$@" >rijen && sort rijen >twee
}

# alike LEAST: een and twee are the same, and at least so many rows.
alike() {
    local rows
    rows=$(wc -l <een)
    if [ "$rows" -lt "$1" ]; then
        echo "maar $rows rijen"
        return 1
    fi
    diff een twee >verschil || { head -40 verschil; return 1; }
}

# agrees LEAST WORD...
agrees() {
    reported "${@:2}" && worked_out "${@:2}" && alike "$1"
}

@test "the dossiers that are counted have no faults, and are the same each time" {
    local file
    for file in "$MANY" "$FEW"; do
        run gesprek-check "$file"
        refute_output --partial 'fout:'
    done
    python3 "$TESTS/gemeente.py" 800 2 | cmp - "$FEW"
}

@test "10,000 dossiers in every grouping: each number is as SQL has it" {
    agrees 15000 --van=2026-01-01 --tot=2026-12-31 --groepeer="$GROUPS_ALL" "$MANY"
}

@test "the 10,000 give every measure something to count" {
    reported --van=2026-01-01 --tot=2026-12-31 "$MANY"
    awk -F'","' '$10 > 0 { some[$8] = 1 } { all[$8] = 1 } END { for (m in all) if (!some[m]) print m }' rijen >niets
    diff niets <(echo maat)
    [ "$(cut -d, -f 8 rijen | sort -u | wc -l)" -gt 60 ]
}

@test "a year, a quarter and a day" {
    agrees 1500 --van=2025-01-01 --tot=2025-12-31 --groepeer=gemeente,leeftijdsklasse "$FEW"
    agrees 1500 --van=2026-04-01 --tot=2026-06-30 --groepeer=gemeente,kader "$FEW"
    agrees 500 --van=2026-02-28 --tot=2026-02-28 --groepeer=gemeente,via "$FEW"
}

@test "a period before anything happened" {
    agrees 30 --van=2020-01-01 --tot=2020-12-31 "$FEW"
}

@test "as it was known on another day: --op before the end, and after it" {
    agrees 500 --van=2025-06-01 --tot=2026-09-15 --op=2026-03-01 --groepeer=geslacht "$FEW"
    agrees 500 --van=2025-06-01 --tot=2025-12-31 --op=2026-09-01 --groepeer=geslacht "$FEW"
}

@test "what was booked later is left out with --geboekt-tot" {
    agrees 500 --van=2025-01-01 --tot=2026-12-31 --geboekt-tot=2026-05-01T12:00:00+02:00 --groepeer=werkveld "$FEW"
}

@test "the three examples are as counted by hand" {
    local period
    for period in '--van=2026-01-01 --tot=2026-12-31' '--van=2026-04-01 --tot=2026-06-30'; do
        read -ra period <<<"$period"
        gesprek-rapport gemeente --verantwoording --formaat=csv "${period[@]}" "$CASUS"
    done >rijen
    sort -u rijen >een
    sort -u "$TESTS/rapport-casus.csv" >twee
    alike 190
}

@test "the second computation agrees with the hand too" {
    { python3 "$TESTS/narekenen.py" --van=2026-01-01 --tot=2026-12-31 "$CASUS"
      python3 "$TESTS/narekenen.py" --van=2026-04-01 --tot=2026-06-30 "$CASUS"; } >rijen
    sort -u rijen >een
    sort -u "$TESTS/rapport-casus.csv" >twee
    alike 190
}
