#!/usr/bin/env bats
# The manual pages: well formed, complete, and true. Their examples run, and what they list is what
# the sources hold.

bats_require_minimum_version 1.5.0

setup() {
    exec </dev/null
    ROOT=$BATS_TEST_DIRNAME/..
    BIN=$(cd "${BIN:-$ROOT/build/bin}" && pwd)
    cd "$BATS_TEST_TMPDIR" || exit
    export PATH=$BIN:$PATH LC_ALL=C.UTF-8 TZ=UTC0 HOME=$BATS_TEST_TMPDIR
    export GESPREK_NU=2026-11-22T12:00:00+01:00 GESPREK_DOOR=m.devries
    unset GESPREK_DOSSIERS GESPREK_CONFIG XDG_CONFIG_HOME
    DOSSIER=$BIN/../man/dossier.5
    PAGES=("$ROOT"/man/*.[157] "$DOSSIER")
}

commands() {
    local path
    for path in "$BIN"/gesprek-*; do
        [ ! -x "$path" ] || basename "$path"
    done
}

# section NAME PAGE: the lines of one section.
section() {
    awk -v name="$1" '/^\.Sh / { inside = substr($0, 5) == name; next } inside' "$2"
}

# The codes of all messages: whole strings among the arguments of the calls that say something.
codes_in_sources() {
    awk '
        function words(s,    word) {
            while (match(s, /"([^"\\]|\\.)*"/)) {
                word = substr(s, RSTART + 1, RLENGTH - 2)
                s = substr(s, RSTART + RLENGTH)
                if (word ~ /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
                    print word
            }
        }
        /^ *(\/\*|\*)/ { next }
        { text = text " " $0 }
        /^}/ {
            n = split(text, statement, ";")
            for (i = 1; i <= n; i++)
                if (match(statement[i], /[^a-z_](add_tip|note_to_worker)\([^"]*"[^"]*"/))
                    words(substr(statement[i], RSTART, RLENGTH))
                else if (statement[i] ~ /[^a-z_](diag_at|diag_say|fail|store_fail|intake_row_fault|add|nakijken_add|add_problem|give_up)\(/ ||
                    (text ~ /_code\(/ && statement[i] ~ /return "/))
                    words(statement[i])
            while (match(text, /\[[a-z-]+\]\\n"/)) {   # the one that cannot call anything
                print substr(text, RSTART + 1, RLENGTH - 5)
                text = substr(text, RSTART + RLENGTH)
            }
            text = ""
        }' "$ROOT"/common/*/*.c "$ROOT"/cmd/*.c "$ROOT"/cmd/*/*.c | sort -u
}

# What --schema prints as lines `Type`, `Type.Veld`, `Type.Veld=keuze`.
schema_names() {
    gesprek-check --schema | awk '
        /^[A-Z]/ { print type = $1; choices = 0; next }
        /^  [A-Z][A-Za-z0-9_]* .* [oibs] (nodig |      )/ {
            print field = type "." $1
            choices = 0
            next
        }
        /^      (keuzes|naar):/ { choices = $1 == "keuzes:"; $1 = "" }
        choices && /^ / { for (i = 1; i <= NF; i++) if ($i != "") print field "=" $i }' | sort -u
}

# The same of dossier(5).
page_names() {
    section RECORDTYPES "$DOSSIER" | awk '
        { gsub(/\\&/, ""); gsub(/\\-/, "-") }
        /^\.Ss / { print type = $2; choices = 0; next }
        /^\.It Sy / && type { print field = type "." $3; choices = 0; next }
        /^\./ { choices = 0 }
        /^Keuzes: / { choices = 1; $1 = "" }
        choices {
            for (i = 1; i <= NF; i++) {
                last = $i ~ /\.$/
                sub(/[,.]$/, "", $i)
                if ($i != "") print field "=" $i
            }
            choices = !last
        }' | sort -u
}

@test "mandoc has nothing to remark" {
    local page
    for page in "${PAGES[@]}"; do
        run -0 mandoc -Tlint -Wwarning "$page"
        [ -z "$output" ]
        # What is not installed yet cannot be found; the rest of its advice we take.
        mandoc -Tlint -Wstyle "$page" 2> /dev/null |
            grep -v 'referenced manual not found' > advice || true
        [ ! -s advice ] || { cat advice; return 1; }
    done
}

@test "every command has a page with the fixed parts" {
    local name heading
    commands > all
    [ -s all ]
    for name in $(< all); do
        for heading in NAME SYNOPSIS DESCRIPTION 'EXIT STATUS' EXAMPLES 'SEE ALSO'; do
            section "$heading" "$ROOT/man/$name.1" | grep -q . ||
                { echo "$name.1: $heading"; return 1; }
        done
    done
}

@test "every page of a command belongs to a command" {
    local page
    for page in "$ROOT"/man/*.1; do
        [ -x "$BIN/$(basename "$page" .1)" ] || { echo "$page"; return 1; }
    done
}

@test "every page that a page refers to is there" {
    local page found name number
    # These come with the system, or with recutils, SQLite, GNU parallel, OpenSSH or Slurm.
    local others=' cat.1 flock.2 iconv.1 parallel.1 recfix.1 recsel.1 recutils.1 sbatch.1 sed.1 sqlite3.1 ssh.1 vi.1 '
    for page in "${PAGES[@]}"; do
        grep -E '^\.(It )?Xr ' "$page" | sed 's/^\.It /./' > references
        while read -r _ name number _; do
            found=$name.$number
            [[ $others == *" $found "* ]] || [ -e "$ROOT/man/$found" ] ||
                [ -e "$BIN/../man/$found" ] || { echo "$page: $found"; return 1; }
        done < references
    done
}

@test "the examples of every page do what stands there" {
    local page wrong=0
    for page in "${PAGES[@]}"; do
        mkdir -p work/dossiers
        cp "$ROOT"/tests/casus/{emma,johan,richard}.rec work/
        cp work/*.rec work/dossiers/
        (cd work && sh "$BATS_TEST_DIRNAME/voorbeelden.sh" "$page") || wrong=1
        rm -r work
    done
    [ "$wrong" -eq 0 ]
}

@test "every code of a message is in gesprek(7), and the other way round" {
    codes_in_sources > in_sources
    section DIAGNOSTICS "$ROOT/man/gesprek.7" | sed -n 's/^\.It Sy //p' > listed
    [ "$(wc -l < in_sources)" -gt 30 ]
    sort listed | uniq -d > twice
    [ ! -s twice ] || { cat twice; return 1; }
    diff -u --label broncode in_sources --label 'gesprek(7)' <(sort listed)
}

@test "dossier(5) names every type, field and choice of the schema, and no other" {
    schema_names > in_schema
    page_names > in_page
    [ "$(wc -l < in_schema)" -gt 300 ]
    grep -qx 'Doel.Status=bezig' in_schema
    grep -qx 'Domein.Besproken' in_schema
    diff -u --label --schema in_schema --label 'dossier(5)' in_page
}

@test "the statuses in the pages are those of base/status.h" {
    local name
    sed -n 's/^ *STATUS_[A-Z]* = \([0-9]*\).*/\1/p' "$ROOT/common/base/status.h" | sort > in_sources
    [ "$(wc -l < in_sources)" -gt 3 ]
    section 'EXIT STATUS' "$ROOT/man/gesprek.7" | sed -n 's/^\.It //p' | sort > listed
    diff -u --label status.h in_sources --label 'gesprek(7)' listed
    for name in $(commands); do
        section 'EXIT STATUS' "$ROOT/man/$name.1" | sed -n 's/^\.It //p' | sort > own
        comm -13 in_sources own > unknown
        [ ! -s unknown ] || { echo "$name.1:"; cat unknown; return 1; }
        printf '%s\n' 0 2 4 | comm -23 - own > missing
        [ ! -s missing ] || { echo "$name.1:"; cat missing; return 1; }
    done
}

@test "every environment variable that is read is in gesprek(7), and the other way round" {
    grep -ho 'getenv("[A-Z_]*")' "$ROOT"/common/*/*.c "$ROOT"/cmd/*.c "$ROOT"/cmd/*/*.c |
        sed 's/.*"\(.*\)".*/\1/' > in_sources
    echo TZ >> in_sources   # by localtime_r
    section ENVIRONMENT "$ROOT/man/gesprek.7" | sed -n 's/^\.It Ev //p' | tr -s ' ,' '\n' > listed
    diff -u --label broncode <(sort -u in_sources) --label 'gesprek(7)' <(sort -u listed)
}

@test "schema-mdoc says so when reading, filling in or writing fails" {
    local tool=$BIN/../tools/schema-mdoc
    run -1 --separate-stderr "$tool" < "$ROOT/man/gesprek.7"
    [[ -z $output && $stderr == *@SCHEMA@* ]]
    run -1 --separate-stderr "$tool" < .
    [[ -z $output && -n $stderr ]]
    # shellcheck disable=SC2016  # for sh to expand
    run -1 sh -c '"$0" < "$1" > /dev/full' "$tool" "$ROOT/man/dossier.5.in"
}
