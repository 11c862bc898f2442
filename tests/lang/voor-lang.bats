#!/usr/bin/env bats
# --voor over many thousand dossiers and consents: voor.bats, with other seeds and in numbers.

load ../hulp
load ../opties
load ../kanaries

setup() {
    hulp_setup
    TESTS=$BATS_TEST_DIRNAME/..
}

@test "no command, in any form, leaks: four times 1,000 dossiers" {
    (BATS_TEST_DIRNAME=$TESTS && outward >lijst)
    answered=0
    for seed in {101..104}; do
        no_leak "${DOSSIERS:-1000}" "$seed" 0
    done
    [ "$answered" -gt 100 ]
}

@test "one dossier by itself, which may have nothing for others: 60 of them" {
    (BATS_TEST_DIRNAME=$TESTS && outward >lijst)
    answered=0
    no_leak 60 200 60
    [ "$answered" -gt 400 ]
}

@test "on an earlier day: 2,000 dossiers" {
    earlier >lijst
    answered=0
    kanaries 2000 300 0
    while IFS= read -r line; do
        same_for_others "$line"
    done <lijst
    [ "$answered" -eq "$(wc -l <lijst)" ]
}
