#!/bin/sh
# Counts the labels: for each set how many goals, and for each letter how many lack it and how many have it in order.
# Goals that are never tested (a wish, behaald, vervallen ...) are counted apart. Says nothing of what is in them.
cd "$(dirname "$0")" || exit
for set in afstel toets toets-2 toets-3; do
    awk -F '\t' -v set="$set" '
        NR == 1 { next }
        !seen[$1]++ { dossiers++ }
        { goals++ }
        $4 ~ /^not tested/ { next }
        {
            tested++
            clean += $3 == "-"
            for (i = 1; i <= 5; i++) lacking[i] += index($3, substr("SMART", i, 1)) > 0
        }
        END {
            printf "%s: %d goals in %d dossiers, %d tested, %d of them without a tip\n", set, goals, dossiers, tested, clean
            for (i = 1; i <= 5; i++)
                printf "  %s lacking %d, in order %d\n", substr("SMART", i, 1), lacking[i], tested - lacking[i]
        }' "$set/labels.tsv" || exit
done
