# shellcheck shell=bash
# For rapport.bats and lang/rapport-lang.bats: gesprek-rapport beside narekenen.py.

# shellcheck disable=SC2034  # for the tests that load this
GROUPS_ALL=gemeente,werkveld,kader,leeftijdsklasse,geslacht,via,begeleider
TELLEN=$(cd "${BASH_SOURCE[0]%/*}" && pwd)

# reported WORD...: the rows of gesprek-rapport, sorted, in the file een.
reported() {
    gesprek-rapport gemeente --verantwoording --formaat=csv "$@" >rijen && sort rijen >een
}

# worked_out WORD...: the same of narekenen.py, in the file twee.
worked_out() {
    python3 "$TELLEN/narekenen.py" "$@" >rijen && sort rijen >twee
}

# alike LEAST: een and twee are the same, and at least so many rows.
alike() {
    local rows
    rows=$(wc -l <een)
    if [ "$rows" -lt "$1" ]; then
        echo "maar $rows rijen"
        return 1
    fi
    diff een twee >verschil || { head -40 verschil; return 1; }
}

# agrees LEAST WORD...
agrees() {
    reported "${@:2}" && worked_out "${@:2}" && alike "$1"
}
