#!/usr/bin/env bats
# The README's console blocks are run, and its table of commands is the commands that exist.

load hulp

@test "the examples of the README do what stands there" {
    command -v recsel >/dev/null || skip 'recutils ontbreekt'
    export GESPREK_NU=2026-11-22T12:00:00+01:00
    mkdir work work/dossiers
    cp "$CASUS"/*.rec work
    cp "$CASUS"/*.rec work/dossiers
    cd work
    run -0 sh "$BATS_TEST_DIRNAME/voorbeelden.sh" "$BATS_TEST_DIRNAME/../README.md"
}

@test "the README names every command, and no other" {
    # shellcheck disable=SC2016  # backticks of Markdown
    sed -n 's/^| `\(gesprek-[a-z]*\)` .*/\1/p' "$BATS_TEST_DIRNAME/../README.md" | sort >noemt
    for file in "$BATS_TEST_DIRNAME"/../cmd/*.c; do basename "$file" .c; done >zijn
    run -0 diff noemt zijn
}
