#!/usr/bin/env bats
# shellcheck disable=SC2016  # programs of awk, sed and sh
# The goals with labels in tests/doelen are whole: good dossiers, one label a goal, and enough of everything to measure
# with. What fails here never shows a goal or a label of a held-out set, only its key.

load hulp

setup() {
    hulp_setup
    DOELEN=$BATS_TEST_DIRNAME/doelen
}

# keys SET: dossier and key of every goal in the records of a set, once.
keys() {
    awk -v OFS='\t' '/^Doel: /{ doel = $2 } /^Dossier: / && doel { if (!seen[$2 doel]++) print $2, doel } /^$/{ doel = "" }' \
        "$DOELEN/$1/doelen.rec" | LC_ALL=C sort
}

# untested SET: the same of the goals that are never tested, by the state of now.
untested() {
    keys "$1" >"$1.alle"
    gesprek-stavaza --formaat=rec --soort=Doel "$DOELEN/$1" | awk -v OFS='\t' '
        /^Doel: /{ doel = $2; status = "" } /^Dossier: /{ dossier = $2 } /^Status: /{ status = $2 }
        /^$/{ if (status ~ /^(open|bezig)?$/) print dossier, doel }' | LC_ALL=C sort >"$1.getoetst"
    comm -23 "$1.alle" "$1.getoetst"
}

@test "the labelled dossiers are good" {
    run -0 gesprek-check "$DOELEN/afstel"
    assert_output '84 dossiers nagekeken, 0 fouten, 0 aandachtspunten'
    run -0 gesprek-check "$DOELEN/toets"
    assert_output '42 dossiers nagekeken, 0 fouten, 0 aandachtspunten'
    run -0 gesprek-check "$DOELEN/toets-2"
    assert_output '56 dossiers nagekeken, 0 fouten, 0 aandachtspunten'
    run -0 gesprek-check "$DOELEN/toets-3"
    assert_output '50 dossiers nagekeken, 0 fouten, 0 aandachtspunten'
}

@test "every goal has one label, and every label a goal" {
    for set in afstel toets toets-2 toets-3; do
        keys "$set" >zijn
        tail -n +2 "$DOELEN/$set/labels.tsv" | cut -f 1,2 | LC_ALL=C sort >gelabeld
        run -0 diff zijn gelabeld
    done
}

@test "a label is letters in their order or a dash, with a reason for each letter" {
    for set in afstel toets toets-2 toets-3; do
        run -0 awk -F '\t' 'NR > 1 {
            bad = NF != 4 || $3 == "" || $4 == "" || $3 !~ /^(S?M?A?R?T?|-)$/
            for (i = 1; i <= 5; i++) {
                letter = substr("SMART", i, 1)
                bad += (index($3, letter) > 0) != (("; " $4) ~ "; " letter ": ")
            }
            if (bad) print $1, $2
        }' "$DOELEN/$set/labels.tsv"
        refute_output
    done
}

@test "the labels say of the same goals as the dossiers that they are never tested" {
    for set in afstel toets toets-2 toets-3; do
        untested "$set" >nooit
        awk -F '\t' -v OFS='\t' '$4 ~ /^not tested/ && $3 == "-" { print $1, $2 }' "$DOELEN/$set/labels.tsv" |
            LC_ALL=C sort >gelabeld
        run -0 diff nooit gelabeld
    done
}

@test "no dossier is in two sets, and all fields of work are in each" {
    for set in afstel toets toets-2 toets-3; do
        cut -f 1 "$DOELEN/$set/labels.tsv" | tail -n +2 | LC_ALL=C sort -u >"$set"
        run -0 sh -c 'grep "^Werkveld: " "$1" | sort -u | wc -l' - "$DOELEN/$set/doelen.rec"
        assert_output 14
    done
    run -0 sh -c 'sort afstel toets toets-2 toets-3 | uniq -d'
    refute_output
}

@test "each set has enough of each letter, lacking and in order" {
    run -0 sh "$DOELEN/telling.sh"
    run -0 awk '
        /^[a-z]/ { lacking = /^afstel/ ? 30 : /^toets-[23]/ ? 20 : 15; order = /^toets-[23]/ ? 30 : 20 }
        /^  [SMART] lacking/ { letters++; if ($3 + 0 < lacking || $6 < order) print }
        END { if (letters != 20) print letters }' <<<"$output"
    refute_output
}

@test "the counts in the page are those of the labels" {
    sh "$DOELEN/telling.sh" >telling
    sed -n '/^```$/,/^```$/{/^```$/!p;}' "$DOELEN/LEESMIJ.md" >pagina
    run -0 diff telling pagina
}

@test "the rows of a hundred are labelled, and the numbers in the page are those that are measured on them" {
    run -0 awk -F '\t' 'NF != 5 || $1 == "" || $4 !~ /^(S?M?|-)$/ || $4 == "" { print FILENAME, FNR } END { if (NR != 700) print NR }' \
        "$DOELEN"/reeks/*.tsv
    refute_output
    sh "$DOELEN/reeks.sh" >gemeten
    sed -n 's/^- \(reeks .*\)/\1/p' "$DOELEN/LEESMIJ.md" >pagina
    run -0 diff gemeten pagina
    # Two readers of the last two rows agree, also on M.
    run -0 awk -F '\t' '
        FNR == NR { second[$1] = $2; next }
        { n++; for (i = 1; i <= 2; i++) { l = substr("SM", i, 1); a = index($4, l) > 0; b = index(second[n], l) > 0; same[l] += a && b; one[l] += a != b } }
        END { print "S", same["S"], one["S"], "M", same["M"], one["M"] }' "$DOELEN/reeks/tweede-lezer.txt" "$DOELEN"/reeks/[67].tsv
    assert_output 'S 64 4 M 58 4'
}
