#!/bin/sh
# test.sh BUILD FILE.bats...: runs the unit programs and the bats files, and ends with `N passed, N failed`.
set -u
build=$1
shift
BIN=$(cd "$build/bin" && pwd)
export BIN
log=$build/test.tap
passed=0 failed=0 skipped=0

for unit in "$build"/unit/test-*; do
    [ -x "$unit" ] || continue
    case $unit in *.d) continue ;; esac
    if "$unit" >"$build/unit.log" 2>&1; then
        passed=$((passed + 1))
        echo "ok $(basename "$unit"): $(tail -n 1 "$build/unit.log")"
    else
        failed=$((failed + 1))
        echo "not ok $(basename "$unit")"
        sed 's/^/# /' "$build/unit.log"
    fi
done

# The files that take longest go first: what is left at the end runs beside nothing.
first='' rest=''
for file in "$@"; do
    case $build:$file in
    # Thousands of short runs that compare tables, and looks at the sources: the same in every build.
    */san:*/overeenkomst.bats | */san:*/voltooiing.bats | */san:*/bouw.bats) echo "$file: only with the plain build" ;;
    */overeenkomst.bats | */voltooiing.bats | */contract.bats | */voor.bats | */valgrind.bats | */fouten.bats | */draden.bats) first="$first $file" ;;
    *) rest="$rest $file" ;;
    esac
done
# shellcheck disable=SC2086  # names of ours, without blanks
set -- $first $rest

jobs=
if command -v parallel >/dev/null 2>&1; then jobs="--jobs 4 --no-parallelize-within-files"; fi
# shellcheck disable=SC2086  # options are words
[ $# -eq 0 ] || bats --formatter tap $jobs "$@" >"$log" 2>&1 </dev/null
cat "$log"
# A plan that was not run to its end is a failure too.
counts=$(awk '/^1\.\.[0-9]+/ { plan += substr($1, 4) }
    /^ok .*# skip/ { skipped++; next } /^ok / { passed++ } /^not ok / { failed++ }
    END { lost = plan - passed - failed - skipped; if (lost < 0 || plan == 0) lost = plan == 0
          printf "%d %d %d", passed, failed + lost, skipped }' "$log")
# shellcheck disable=SC2086
set -- $counts
passed=$((passed + $1)) failed=$((failed + $2)) skipped=$((skipped + $3))
[ "$skipped" -eq 0 ] || echo "$skipped skipped: each says why above"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
