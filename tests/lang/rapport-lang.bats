#!/usr/bin/env bats
# gesprek-rapport over 10,000 dossiers, beside the second computation in SQL; rapport.bats does it with fewer.

load ../hulp
load ../tellen

setup() {
    hulp_setup
    python3 "$TELLEN/gemeente.py" 10000 1 >veel.rec
}

@test "10,000 dossiers in every grouping: each number is as SQL has it" {
    run gesprek-check veel.rec
    refute_output --partial 'fout:'
    agrees 15000 --van=2026-01-01 --tot=2026-12-31 --groepeer="$GROUPS_ALL" veel.rec
}
