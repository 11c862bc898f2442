#!/usr/bin/env bats
# What the public reports hide, attacked: every true table of a few shapes, and linear programming on made-up populations.

load ../hulp

@test "no printed table leaves a hidden cell fewer than 5 numbers: every table of fourteen shapes, minutes" {
    run -0 "$BIN/../unit/test-bescherming-alles" lang
    assert_line --partial ' 0 failed'
}

@test "nor does linear programming: 1000 populations with up to four groupings, the counts of instroom" {
    "$BIN/../unit/test-bescherming" tabellen 1000 7 >tabellen.txt
    for python in python3 /usr/bin/python3; do
        "$python" -c 'import scipy' 2>/dev/null && break
        python=
    done
    [ -n "$python" ] || skip "python3-scipy is er niet"
    run -0 "$python" "$BATS_TEST_DIRNAME/../aanval.py" <tabellen.txt
    assert_output --regexp '^1000 tabellen, [0-9]{4,} verborgen cellen, 0 te nauw, minstens [0-9]+ getallen$'
}

@test "the attack itself finds what is not protected: a total less the other rows" {
    /usr/bin/python3 -c 'import scipy' 2>/dev/null || skip "python3-scipy is er niet"
    printf '%s\n' 'rijen 1 3' 'periode 96/95 58/60 38/40 0/.' 'periode_personen:periode 96/95 58/60 38/40 0/.' >tabel
    run -1 /usr/bin/python3 "$BATS_TEST_DIRNAME/../aanval.py" <tabel
    assert_line --partial 'cel 3 van periode, 2 getallen'
}

@test "and what the whole says of the persons of a part" {
    /usr/bin/python3 -c 'import scipy' 2>/dev/null || skip "python3-scipy is er niet"
    printf '%s\n' 'rijen 1 2' 'periode 26/25 13/15 13/15' 'periode_personen:periode 24/25 13/15 11/10' \
        'uit:periode 23/25 12/10 11/10' 'uit_personen:uit,periode_personen 21/. 12/. 9/.' >tabel
    run -1 /usr/bin/python3 "$BATS_TEST_DIRNAME/../aanval.py" <tabel
    assert_line --partial 'cel 1 van uit_personen:uit,periode_personen, 3 getallen'
}
