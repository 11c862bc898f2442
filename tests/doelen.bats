#!/usr/bin/env bats
# shellcheck disable=SC2016  # programs of awk, sed and sh
# The goals with labels in tests/doelen are whole: good dossiers, one label a goal, and enough of everything to measure
# with. What fails here never shows a goal or a label of the held-out set, only its key.

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

# The sets that are here: toets-2 is written apart.
sets() {
    local set
    for set in afstel toets toets-2; do
        [ ! -d "$DOELEN/$set" ] || echo "$set"
    done
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
}

@test "every goal has one label, and every label a goal" {
    for set in $(sets); do
        keys "$set" >zijn
        tail -n +2 "$DOELEN/$set/labels.tsv" | cut -f 1,2 | LC_ALL=C sort >gelabeld
        run -0 diff zijn gelabeld
    done
}

@test "a label is letters in their order or a dash, with a reason for each letter" {
    for set in $(sets); do
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
    for set in $(sets); do
        untested "$set" >nooit
        awk -F '\t' -v OFS='\t' '$4 ~ /^not tested/ && $3 == "-" { print $1, $2 }' "$DOELEN/$set/labels.tsv" |
            LC_ALL=C sort >gelabeld
        run -0 diff nooit gelabeld
    done
}

@test "no dossier is in both sets, and all fields of work are in each" {
    for set in $(sets); do
        cut -f 1 "$DOELEN/$set/labels.tsv" | tail -n +2 | LC_ALL=C sort -u >"$set"
        run -0 sh -c 'grep "^Werkveld: " "$1" | sort -u | wc -l' - "$DOELEN/$set/doelen.rec"
        assert_output 14
    done
    run -0 sh -c 'sort $(cat) | uniq -d' <<<"$(sets)"
    refute_output
}

@test "each set has enough of each letter, lacking and in order" {
    run -0 sh "$DOELEN/telling.sh"
    run -0 awk '
        /^[a-z]/ { sets++; lacking = /^afstel/ ? 30 : 15 }
        /^  [SMART] lacking/ { letters++; if ($3 + 0 < lacking || $6 < 20) print }
        END { if (letters != 10) print letters }' <<<"$output"
    refute_output
}

@test "the counts in the page are those of the labels" {
    sh "$DOELEN/telling.sh" >telling
    sed -n '/^```$/,/^```$/{/^```$/!p;}' "$DOELEN/LEESMIJ.md" >pagina
    run -0 diff telling pagina
}
