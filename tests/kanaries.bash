# shellcheck shell=bash
# shellcheck disable=SC2154  # status is that of try
# That nothing leaks, as a property: random dossiers and consents (kanaries.py), and every command that has --voor over them. For
# voor.bats, and in numbers for lang/voor-lang.bats. Needs hulp and opties.

# kanaries COUNT SEED [CHANGES]: makes vol.rec, over.rec, verwacht.rec and verboden.
kanaries() {
    [ -e schema ] || "$BIN/gesprek-check" --schema >schema
    python3 "${TESTS:-$BATS_TEST_DIRNAME}/kanaries.py" "$1" "$2" "${3:-3}" <schema
}

# What a verb needs besides a dossier.
key_for() {
    case $1 in
    'gesprek-verwijs status' | 'gesprek-verwijs routeblad') echo ' V1' ;;
    'gesprek-overleg agenda' | 'gesprek-overleg verslag') echo ' O1' ;;
    esac
}

# Every command, verb and form that has --voor, a line of words each; every verb that writes is left out by its own parser.
outward() {
    local command verb form forms words
    for command in $(commands); do
        help_verbs "$command" | while read -r verb; do
            words="$command${verb:+ $verb}"
            parser_knows "$command" "$verb" --voor= || continue
            words+=$(key_for "$words")
            forms=$("$BIN/$command" --help | tr '\n' ' ' | sed -n 's/.*--formaat=VORM *[^:]*: \([a-z ]*[a-z]\) .*/\1/p')
            echo "$words"
            for form in tekst html svg csv xml rec dot graphml regel; do
                [[ " $(tr -s ' ' <<<"$forms") " != *" $form "* ]] || echo "$words --formaat=$form"
            done
        done
    done
    printf '%s\n' 'gesprek-kies -l' 'gesprek-kies --waar Doel.Tekst~kanarie' 'gesprek-kies --waar Veiligheid.Aard~kanarie' \
        'gesprek-stavaza --voor-client' 'gesprek-stavaza --soort=Veiligheid,Relatie,Crisis,Toewijzing' \
        'gesprek-stavaza verloop --soort=Client' 'gesprek-check --meldingen=json' 'gesprek-verslag onderzoek --meldingen=json'
}

# The same for an earlier day or moment. What may go is worked out for dossiers as they are now, so those have no changes.
earlier() {
    printf '%s\n' 'gesprek-stavaza --op=2025-01-01' 'gesprek-kies --op=2022-06-01' 'gesprek-kies --geboekt-tot=2026-09-01' \
        'gesprek-verslag onderzoek --op=2024-01-01' 'gesprek-stavaza verloop --geboekt-tot=2026-09-01' 'gesprek-smart lijst --op=2023-06-01'
}

# same_for_others LINE WORD...: the whole dossiers and those without what may not go give the same bytes and messages, without a
# word that is forbidden. Sets answered.
same_for_others() {
    local expected line=$1
    shift
    try "$line" --voor=Buurthuis "$@" over.rec </dev/null
    expected=$status
    cp uit uit.over
    cp fout fout.over
    try "$line" --voor=Buurthuis "$@" vol.rec </dev/null
    expect_status "$expected"
    cmp uit <(sed 's/over\.rec/vol.rec/' uit.over) || tell 'verschilt van wat er mag'
    # The place of a record is another one in a shorter file.
    cmp <(sed -E 's/vol\.rec(:[0-9:]*|","regel":[0-9]+)//' fout) <(sed -E 's/over\.rec(:[0-9:]*|","regel":[0-9]+)//' fout.over) ||
        tell 'de meldingen verschillen'
    cat uit fout | grep -oE 'kanarie[0-9]+x' | sort -u | comm -12 - verboden >gelekt || true
    [ ! -s gelekt ] || tell "dit mag niet: $(head -n 3 gelekt)"
    [ "$status" -ne 0 ] || answered=$((answered + 1))
}

# no_leak COUNT SEED ONE: every line of `lijst` over all dossiers, and one by one over ONE of them. What remains of a dossier is
# what kanaries.py says, field by field: also of choices, dates and numbers, which are no words of their own.
no_leak() {
    local line i
    kanaries "$1" "$2"
    try gesprek-kies --voor=Buurthuis vol.rec
    expect_status 0
    python3 "${TESTS:-$BATS_TEST_DIRNAME}/kanaries.py" --vergelijk uit verwacht.rec || tell 'er gaat iets anders weg dan mag'
    grep -q kanarie uit
    while IFS= read -r line; do
        same_for_others "$line"
        for ((i = 0; i < $3; i++)); do
            same_for_others "$line" --dossier="d-$i"
        done
    done <lijst
}
