#!/usr/bin/env bats
# What gesprek-rapport counts with --verantwoording: against narekenen.py, which counts the same in SQL from its own reading of the
# records, and against rapport-casus.csv, the three examples counted by hand. lang/rapport-lang.bats does it with 10,000 dossiers.

bats_require_minimum_version 1.5.0
load hulp
load tellen

setup_file() {
    python3 "$TELLEN/gemeente.py" 1000 2 >"$BATS_FILE_TMPDIR/dossiers.rec"
}

setup() {
    hulp_setup
    DOSSIERS=$BATS_FILE_TMPDIR/dossiers.rec
}

@test "the dossiers that are counted have no faults, and are the same each time" {
    run gesprek-check "$DOSSIERS"
    refute_output --partial 'fout:'
    python3 "$TELLEN/gemeente.py" 1000 2 | cmp - "$DOSSIERS"
}

@test "every number in every grouping is as SQL has it" {
    agrees 12000 --van=2026-01-01 --tot=2026-12-31 --groepeer="$GROUPS_ALL" "$DOSSIERS"
}

@test "the dossiers give every measure something to count" {
    reported --van=2026-01-01 --tot=2026-12-31 "$DOSSIERS"
    awk -F'","' 'NR > 1 { sum[$8] += $10 } END { for (m in sum) if (!sum[m]) print m }' rijen >niets
    expect_empty niets
    [ "$(cut -d, -f 8 rijen | sort -u | wc -l)" -gt 60 ]
}

@test "a year, a quarter and a day" {
    agrees 1500 --van=2025-01-01 --tot=2025-12-31 --groepeer=gemeente,leeftijdsklasse "$DOSSIERS"
    agrees 1500 --van=2026-04-01 --tot=2026-06-30 --groepeer=gemeente,kader "$DOSSIERS"
    agrees 500 --van=2026-02-28 --tot=2026-02-28 --groepeer=gemeente,via "$DOSSIERS"
}

@test "a period in which hardly anything happened" {
    agrees 40 --van=2025-01-01 --tot=2025-01-02 "$DOSSIERS"
}

@test "as it was known on another day: --op before the end, and after it" {
    agrees 500 --van=2025-06-01 --tot=2026-09-15 --op=2026-03-01 --groepeer=geslacht "$DOSSIERS"
    agrees 500 --van=2025-06-01 --tot=2025-12-31 --op=2026-09-01 --groepeer=geslacht "$DOSSIERS"
}

@test "what was booked later is left out with --geboekt-tot" {
    agrees 500 --van=2025-01-01 --tot=2026-12-31 --geboekt-tot=2026-05-01T12:00:00+02:00 --groepeer=werkveld "$DOSSIERS"
}

@test "the three examples are as counted by hand" {
    local period
    for period in '--van=2026-01-01 --tot=2026-12-31' '--van=2026-04-01 --tot=2026-06-30'; do
        read -ra period <<<"$period"
        gesprek-rapport gemeente --verantwoording --formaat=csv "${period[@]}" "$CASUS"
    done >rijen
    sort -u rijen >een
    sort -u "$TELLEN/rapport-casus.csv" >twee
    alike 170
}

@test "the second computation agrees with the hand too" {
    { python3 "$TELLEN/narekenen.py" --van=2026-01-01 --tot=2026-12-31 "$CASUS"
      python3 "$TELLEN/narekenen.py" --van=2026-04-01 --tot=2026-06-30 "$CASUS"; } >rijen
    sort -u rijen >een
    sort -u "$TELLEN/rapport-casus.csv" >twee
    alike 170
}
