#!/bin/sh
# meting.sh SET...: how the tips of gesprek-smart toets compare with the labels, a letter a line. Prints numbers and
# nothing else: no goal, no label, no mistake. gesprek-smart is the one on PATH. meting.sh --bijwerken writes the numbers
# of both sets into LEESMIJ.md.
cd "$(dirname "$0")" || exit
if [ "${1-}" = --bijwerken ]; then
    sh meting.sh afstel toets | sed 's/^/    /' >gemeten.new &&
        awk '/^    (afstel|toets) [SMART]: / { if (!done++) while ((getline line <"gemeten.new") > 0) print line; next } { print }' \
            LEESMIJ.md >leesmij.new && mv leesmij.new LEESMIJ.md
    rm -f gemeten.new leesmij.new
    exit
fi
export GESPREK_NU=2026-11-22T12:00:00+01:00 TZ=Europe/Amsterdam LC_ALL=C
unset GESPREK_CONFIG XDG_CONFIG_HOME
for set in "${@:-afstel}"; do
    gesprek-smart toets --formaat=csv "$set/doelen.rec" | awk -v set="$set" -v labels="$set/labels.tsv" '
        BEGIN { FS = "\",\"" }
        NR > 1 { sub(/^"/, ""); tip[$1, $2, $3] = 1 }
        END {
            FS = "\t"
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
            for (i = 1; i <= 5; i++)
                printf "%s %s: precision %.2f, recall %.2f (%d right, %d false, %d missed)\n", set, substr("SMART", i, 1),
                       right[i] / (right[i] + false[i]), right[i] / (right[i] + missed[i]), right[i], false[i], missed[i]
        }' || exit
done
