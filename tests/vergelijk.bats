#!/usr/bin/env bats
# The nineteen ways in which one more step can go wrong (fault/peers.sh), and the table of them in the README.

load hulp
load fouten

setup() {
    fouten_setup "$BATS_TEST_DIRNAME"
}

@test "gesprek-noteer survives all scenarios that can be had here, and the README says what was measured" {
    bash "$BATS_TEST_DIRNAME/fault/peers.sh" >table || { cat table; return 1; }
    rows=$(grep -c '^| .* (exit\|^| .* skipped: ' table)
    skips=$(grep -c ' skipped: [a-z ]* |' table) || true
    [ "$rows" -eq 19 ]
    grep -q "^gesprek-noteer: $((19 - skips))/$((19 - skips))\( ($skips of 19 skipped)\)\?\$" table
    [ "$skips" -eq 0 ] || sed -n 's/^/# /; / skipped: /p' table >&3
    command -v recins >/dev/null || return 0
    grep -v ' skipped: \|^gesprek-noteer: .*skipped\|^recins: .*skipped\|^$' table >measured
    run -1 grep -vxFf "$BATS_TEST_DIRNAME/../README.md" measured
}
