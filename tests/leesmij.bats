#!/usr/bin/env bats
# The README's console blocks are run, and its table of commands is the commands that exist.

load hulp

@test "de voorbeelden van de README doen wat er staat" {
    command -v recsel >/dev/null || skip 'recutils ontbreekt'
    export GESPREK_NU=2026-11-22T12:00:00+01:00
    mkdir work work/dossiers
    cp "$CASUS"/*.rec work
    cp "$CASUS"/*.rec work/dossiers
    cd work
    run -0 sh "$BATS_TEST_DIRNAME/voorbeelden.sh" "$BATS_TEST_DIRNAME/../README.md"
}

@test "de README noemt elke opdracht, en geen andere" {
    sed -n 's/^| `\(gesprek-[a-z]*\)` .*/\1/p' "$BATS_TEST_DIRNAME/../README.md" | sort >noemt
    ls "$BATS_TEST_DIRNAME/../cmd" | sed -n 's/\.c$//p' | sort >zijn
    run -0 diff noemt zijn
}
