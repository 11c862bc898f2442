#!/bin/sh
# meting.sh SET...: how the tips of gesprek-smart toets compare with the labels, a letter a line; sets with a + between
# are counted together. Prints numbers and nothing else: no goal, no label, no mistake. gesprek-smart is the one on PATH.
# Without a set: the sets for tuning together, and toets-2 and toets-3, that were held out, where they are there.
# meting.sh --bijwerken writes those numbers into LEESMIJ.md.
cd "$(dirname "$0")" || exit
if [ "${1-}" = --bijwerken ]; then
    sh meting.sh >gemeten.new && sed 's/^/    /' gemeten.new >tabel.new &&
        awk '/^    [a-z0-9+-]+ [SMART]: / { if (!done++) while ((getline line <"tabel.new") > 0) print line; next } { print }' \
            LEESMIJ.md >leesmij.new && mv leesmij.new LEESMIJ.md
    status=$?
    rm -f gemeten.new tabel.new leesmij.new
    exit $status
fi
if [ $# = 0 ]; then
    set -- afstel+toets
    [ ! -d toets-2 ] || set -- "$@" toets-2
    [ ! -d toets-3 ] || set -- "$@" toets-3
fi
export GESPREK_NU=2026-11-22T12:00:00+01:00 TZ=Europe/Amsterdam LC_ALL=C
unset GESPREK_CONFIG XDG_CONFIG_HOME
for set in "$@"; do
    for part in $(echo "$set" | tr + ' '); do
        gesprek-smart toets --formaat=csv "$part/doelen.rec" || exit
    done | awk -v set="$set" '
        BEGIN { FS = "\",\"" }
        { sub(/^"/, ""); tip[$1, $2, $3] = 1 }
        END {
            FS = "\t"
            parts = split(set, part, "+")
            for (p = 1; p <= parts; p++) {
                labels = part[p] "/labels.tsv"
                if ((getline <labels) < 1) exit 1
                while ((getline <labels) > 0)
                    for (i = 1; i <= 5; i++) {
                        letter = substr("SMART", i, 1)
                        want = index($3, letter) > 0
                        got = ($1, $2, letter) in tip
                        right[i] += want && got
                        false[i] += got && !want
                        missed[i] += want && !got
                    }
            }
            for (i = 1; i <= 5; i++)
                printf "%s %s: precision %.2f, recall %.2f (%d right, %d false, %d missed)\n", set, substr("SMART", i, 1),
                       right[i] / (right[i] + false[i]), right[i] / (right[i] + missed[i]), right[i], false[i], missed[i]
        }' || exit
done
