# shellcheck shell=bash
# Shared by the bats tests: the commands in front of PATH, an empty working directory, a clock that stands still, and the dossier
# d-1 as the one that records are made for.

bats_require_minimum_version 1.5.0
bats_load_library bats-support
bats_load_library bats-assert

hulp_setup() {
    exec </dev/null
    BIN=${BIN:-$BATS_TEST_DIRNAME/../build/bin}
    BIN=$(cd "$BIN" && pwd) || return
    PATH=$BIN:/usr/bin:/bin:$PATH # the python3 of make deps, not one that a version manager starts
    CASUS=$BATS_TEST_DIRNAME/casus
    export BIN PATH CASUS LC_ALL=C.UTF-8 TZ=Europe/Amsterdam HOME=$BATS_TEST_TMPDIR
    export GESPREK_NU=2026-11-22T14:30:00+01:00 GESPREK_DOOR=m.devries
    unset GESPREK_DOSSIERS GESPREK_CONFIG GESPREK_KAART XDG_CONFIG_HOME
    ID=d-1
    cd "$BATS_TEST_TMPDIR" || return
}

setup() {
    hulp_setup
}

# Every reader in every form, a line of words each.
# shellcheck disable=SC2034  # for the tests that load this
READERS=(
    'gesprek-check'
    'gesprek-stavaza'
    'gesprek-stavaza --formaat=rec'
    'gesprek-stavaza --formaat=html'
    'gesprek-stavaza verloop'
    'gesprek-leidraad'
    'gesprek-smart toets'
    'gesprek-smart lijst'
    'gesprek-smart rangschik'
    'gesprek-ecogram meet'
    'gesprek-ecogram meet --formaat=csv'
    'gesprek-kies'
    'gesprek-rapport caseload'
    'gesprek-rapport caseload --formaat=csv'
    'gesprek-rapport caseload --formaat=xml'
    'gesprek-nazorg agenda'
    'gesprek-nazorg agenda --formaat=csv'
    'gesprek-nazorg herinner --binnen=60j --formaat=json'
    'gesprek-nazorg termijnen --uitleg'
    'gesprek-nazorg termijnen --formaat=csv'
)

# try WORD...: runs it with its output in the files uit and fout, byte for byte (bats' `run` drops NULs and newlines).
# The first word may be a line of READERS. Sets status; the caller expects one.
try() {
    local words
    read -ra words <<< "$1"
    shift
    tried="${words[*]} $*"
    status=0
    "${words[@]}" "$@" >uit 2>fout || status=$?
}

# What the last try said, for whoever reads why a test failed.
tell() {
    {
        echo "$1"
        echo "-- gaf $status: $tried"
        echo "-- uit:"
        head -c 2000 uit
        echo "-- fout:"
        head -c 2000 fout
    } | tr -d '\0'
    return 1
}

expect_status() {
    [ "$status" -eq "$1" ] || tell "status $1 verwacht"
}

# holds FILE TEXT; without a process, for there are thousands of these.
holds() {
    local pieces
    mapfile -d '' -t pieces < "$1"
    [[ ${pieces[*]} == *"$2"* ]]
}

# expect_text FILE TEXT, expect_no_text FILE TEXT: FILE holds TEXT, or does not.
expect_text() {
    holds "$1" "$2" || tell "niet in $1: $2"
}

expect_no_text() {
    ! holds "$1" "$2" || tell "wel in $1: $2"
}

expect_empty() {
    [ ! -s "$1" ] || tell "$1 is niet leeg"
}

# expect_message FILE START TEXT CODE: a line `START: …TEXT… [CODE]`; START is `a.rec:3:1: fout`, or `gesprek-x: fout`.
expect_message() {
    local line
    while IFS= read -r line; do
        [[ $line != "$2: "*"$3"*" [$4]" ]] || return 0
    done < "$1"
    tell "niet in $1: $2: … $3 … [$4]"
}

# good ID: a small dossier without faults, nine lines.
good() {
    printf '%s\n' 'Melding: M1' "Dossier: $1" 'Op: 2026-02-01' 'Door: m.devries' 'Geboekt: 2026-02-01T10:00:00+01:00' \
        'Vraag: Ik wil op mijzelf wonen.' 'Gemeente: 0356' 'Kader: wmo' ''
}

# opening TYPE KEY ID: the first six lines of a record, with what the schema asks of the types used here.
opening() {
    local bold='Tekst: Ik wil een eigen sleutel.'
    case $1 in
    Veiligheid) bold='Aard: zorgen thuis' ;;
    Gesprek) bold=$'Vorm: kantoor\nFase: onthaal' ;;
    Stap) bold=$'Wat: bellen\nWie: Emma' ;;
    Afspraak) bold='Wanneer: 2026-02-10T16:00' ;;
    esac
    printf '%s\n' "$1: $2" "Dossier: $3" 'Op: 2026-02-02' 'Door: m.devries' 'Geboekt: 2026-02-02T10:00:00+01:00' "$bold"
}

# record TYPE KEY DAY FIELD...: a record that opens a key of dossier $ID, d-1 unless the test sets another. DAY may be DAY/BOOKED
# when it was booked on another day. A FIELD is a whole line, `Status: open`.
record() {
    printf '%s\n' "$1: $2" "Dossier: $ID" "Op: ${3%/*}" 'Door: m.devries' "Geboekt: ${3#*/}T10:00:00+01:00" "${@:4}" ''
}

# change TYPE KEY DAY FIELD...: a record of dossier $ID that amends.
change() {
    amend "$1" "$2" "$ID" "${@:3}"
}

# amend TYPE KEY ID DAY FIELD...: the same of any dossier.
amend() {
    printf '%s\n' "$1: $2" "Dossier: $3" "Op: $4" 'Door: m.devries' "Gewijzigd: $4T10:00:00+01:00" "${@:5}" ''
}

# noted_before_printed COMMAND...: it gives what leaves a.rec. Killed at each of its calls, it has noted the Verstrekking TV1
# whenever it has printed anything, never the other way round.
noted_before_printed() {
    local n printed=0 noted_only=0
    case $BIN/ in */san/*) skip 'the preload shims need the plain build' ;; esac
    [ -e "$BIN/../fault/io" ] || skip 'no shims'
    cp a.rec vol.rec
    for n in {1..60}; do
        cp vol.rec a.rec
        FAULT_KIND=kill FAULT_AT=$n LD_PRELOAD="$BIN/../fault/io" "$@" >uit 2>fout || true
        if [ -s uit ]; then
            grep -q '^Verstrekking: TV1' a.rec
            printed=$((printed + 1))
        elif grep -q '^Verstrekking: TV1' a.rec; then
            noted_only=$((noted_only + 1))
        fi
    done
    [ "$printed" -gt 0 ]
    [ "$noted_only" -gt 0 ]
}
