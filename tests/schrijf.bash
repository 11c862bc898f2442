# Shared by the tests of writing: one small dossier, and words for what a writer must do and refuse.
# shellcheck shell=bash disable=SC2154  # bats sets status, output and stderr

# The tests say themselves who writes and when: what is written shows it.
schrijf_setup() {
    hulp_setup
    export GESPREK_NU=2026-11-22T14:30:00+01:00 GESPREK_DOOR=m.devries HOME=$BATS_TEST_TMPDIR
    unset GESPREK_DOSSIERS GESPREK_CONFIG XDG_CONFIG_HOME
    mkdir -p "$BATS_TEST_TMPDIR/werk"
    cd "$BATS_TEST_TMPDIR/werk" || return
    small_dossier 2026-0017 > a.rec
}

# small_dossier ID: a Melding and a Doel that two people agreed to.
small_dossier() {
    printf '%s\n' "# dossier $1" 'Melding: M1' "Dossier: $1" 'Op: 2026-02-03' 'Vraag: Ik wil op mijzelf wonen.' 'Gemeente: 0356' '' \
        'Doel: D1' "Dossier: $1" 'Op: 2026-02-17' 'Tekst: Ik woon in een eigen woning,' '+ dicht bij mijn oom.' \
        'Akkoord: Emma' 'Akkoord: vader' 'Status: open' ''
}

# has TEXT PART: PART stands in TEXT.
has() {
    [[ $1 == *"$2"* ]] || { printf 'verwacht: %s\nin:       %s\n' "$2" "$1" >&2; return 1; }
}

# refused STATUS CODE PART COMMAND...: leaves with STATUS, prints nothing on standard output, and says PART and [CODE].
refused() {
    local want=$1 code=$2 part=$3
    shift 3
    run --separate-stderr "$@"
    if [ "$status" -ne "$want" ] || [ -n "$output" ]; then
        printf 'status %s, verwacht %s\nuitvoer: %s\nfouten: %s\n' "$status" "$want" "$output" "$stderr" >&2
        return 1
    fi
    has "$stderr" "$part" && has "$stderr" "[$code]"
}

# noted COMMAND...: succeeds without a word; the record is in $output.
noted() {
    run --separate-stderr -0 "$@"
    assert_equal "$stderr" ""
}

# fields KEY FIELD < journal: the values of FIELD in the last record with that key, decoded; records end in \036 when there are more.
field_of() {
    awk -v key="$1" -v field="$2:" '
        function done() { if (open) value = value (n++ ? "\036" : "") one; open = 0 }
        /^$/ { done(); mine = 0; start = 1; next }
        /^#/ { next }
        start && index($0, ": ") { mine = substr($0, index($0, ": ") + 2) == key; start = 0; if (mine) { value = ""; n = 0 } next }
        !mine { next }
        /^\+/ { if (open) one = one "\n" substr($0, 2 + (substr($0, 2, 1) == " ")); next }
        { done() }
        index($0, field) == 1 { open = 1; one = substr($0, length(field) + 1 + (substr($0, length(field) + 1, 1) == " ")) }
        BEGIN { start = 1 }
        END { done(); printf "%s", value }'
}

# one_range_more OLD NEW: NEW is OLD and one contiguous range of bytes more.
one_range_more() {
    local size same
    size=$(wc -c < "$1")
    [ "$(wc -c < "$2")" -gt "$size" ] || return
    # The bytes that are the same at the start; all of OLD when it is the start of NEW.
    same=$(cmp "$1" "$2" 2>/dev/null | sed -n 's/.* \(byte\|char\) \([0-9]*\),.*/\2/p')
    same=${same:-$((size + 1))}
    cmp -s <(tail -c "+$same" "$1") <(tail -c "$((size - same + 1))" "$2")
}

unchanged() {
    cmp "$1" "$2" && [ ! -e ".${2##*/}.tmp" ]
}
