#!/bin/sh
# reeks.sh: how the tips for S and M compare with the labels of the 700 goals in reeks/, which the rules were not tuned on. Prints
# numbers and nothing else. Each goal becomes a dossier in which A, R and T are in order. gesprek-smart is the one on PATH.
cd "$(dirname "$0")/reeks" || exit
export GESPREK_NU=2026-11-22T12:00:00+01:00 TZ=Europe/Amsterdam LC_ALL=C
unset GESPREK_CONFIG XDG_CONFIG_HOME
awk -F '\t' '
    function record(type, key, fields) {
        printf "%s: %s\nDossier: r-%d\nOp: 2026-10-01\nDoor: x\nGeboekt: 2026-10-01T10:00:00+02:00\n%s\n", type, key, NR, fields
    }
    {
        record("Client", "C1", "Naam: Noor\n")
        record("Doel", "D1", "Tekst: " $1 "\n" ($2 == "" ? "" : "Meetbaar: " $2 "\n") ($3 == "" ? "" : "Kant: " $3 "\n") \
            "Akkoord: Noor\nHaalbaar: ja\nEvalueren_op: 2027-03-01\nUiterlijk: 2027-06-01\nStatus: open\n")
    }' ./*.tsv | gesprek-smart toets --formaat=csv - >tips.new || { rm -f tips.new; exit 1; }
awk '
    FNR == NR { split($0, cell, "\",\""); sub(/^"r-/, "", cell[1]); tip[cell[1], cell[3]] = 1; next }
    {
        split($0, cell, "\t")
        for (i = 1; i <= 2; i++) {
            letter = substr("SM", i, 1)
            want = index(cell[4], letter) > 0
            got = (++n[i], letter) in tip
            right[i] += want && got
            false[i] += got && !want
            missed[i] += want && !got
        }
    }
    END {
        for (i = 1; i <= 2; i++)
            printf "reeks %s: precision %.2f, recall %.2f (%d right, %d false, %d missed)\n", substr("SM", i, 1),
                right[i] / (right[i] + false[i]), right[i] / (right[i] + missed[i]), right[i], false[i], missed[i]
    }' tips.new ./*.tsv
rm -f tips.new
