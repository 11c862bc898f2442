#!/usr/bin/env bats
# What the public reports hide, attacked: every true table of a few shapes, and linear programming on made-up populations.

load ../hulp

@test "no printed table leaves a hidden cell fewer than 5 numbers: every table of nine shapes, a minute" {
    run -0 "$BIN/../unit/test-bescherming" lang
    assert_line --partial ' 0 failed'
}

@test "nor does linear programming: 1000 populations with up to four groupings, trajecten and personen" {
    "$BIN/../unit/test-bescherming" tabellen 1000 7 >tabellen.txt
    for python in python3 /usr/bin/python3; do
        "$python" -c 'import scipy' 2>/dev/null && break
        python=
    done
    [ -n "$python" ] || skip "python3-scipy is er niet"
    run -0 "$python" "$BATS_TEST_DIRNAME/../aanval.py" <tabellen.txt
    assert_output --regexp '^1000 tabellen, [0-9]{4,} verborgen cellen, minstens [0-9]+ getallen$'
}

@test "the attack itself finds what is not protected: a total less the other rows" {
    /usr/bin/python3 -c 'import scipy' 2>/dev/null || skip "python3-scipy is er niet"
    printf '%s\n' 'rijen 1 3' 'trajecten 96/95 58/60 38/40 0/.' 'personen 96/95 58/60 38/40 0/.' >tabellen
    run -1 /usr/bin/python3 "$BATS_TEST_DIRNAME/../aanval.py" <tabellen
    assert_line --partial 'cel 3, 2 getallen'
}
