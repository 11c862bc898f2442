#!/usr/bin/env bats
# Every byte that was not asked to change survives: what a writer gives is its input and one contiguous range more,
# whatever the input looks like; filter, -n and -i agree; our reader and recutils read the record that is there now.
# shellcheck disable=SC1003,SC2016  # backslashes and dollars for printf and sed

load hulp
load schrijf

setup() {
    schrijf_setup
}

# A value that tries the writer: a `\` at a line's end, an empty line, blanks in front.
WAT=$'een\\\n\n  drie'
WAT_READ=$'een\\ \n\n  drie'

# adds_well FILE ID: a new Stap in dossier ID of FILE.
adds_well() {
    local key
    rm -f in.rec filter alone before after
    cp "$1" in.rec
    gesprek-noteer nieuw Stap --wat="$WAT" --wie=z --dossier="$2" "$1" > filter || return
    gesprek-noteer nieuw Stap --wat="$WAT" --wie=z --dossier="$2" -n "$1" > alone || return
    key=$(gesprek-noteer nieuw Stap --wat="$WAT" --wie=z --dossier="$2" -i in.rec) || return
    cmp filter in.rec || return
    one_range_more "$1" filter || { echo "$1: meer dan een stuk anders"; return 1; }
    holds_alone || { echo "$1: -n is iets anders dan wat erin staat"; return 1; }
    fold_has_more "$1" "$2" "$key" && recutils_reads "$1" "$2" "$key"
}

# What -n printed stands in what the filter printed.
holds_alone() {
    local whole part
    whole=$(cat filter && echo .)
    part=$(cat alone && echo .)
    [[ ${whole%.} == *"${part%.}"* ]]
}

# What the dossiers come to is the same and one thing more.
fold_has_more() {
    gesprek-stavaza --formaat=rec "$1" > before || return
    gesprek-stavaza --formaat=rec in.rec > after || return
    one_range_more before after || { diff before after; return 1; }
    [ $(($(grep -c '^$' before) + 1)) -eq "$(grep -c '^$' after)" ] || { diff before after; return 1; }
    [ "$(gesprek-stavaza --formaat=rec --dossier="$2" in.rec | field_of "$3" Wat)" = "$WAT_READ" ] ||
        { echo "$1: $3 is anders terug te lezen"; return 1; }
}

# recutils knows no CRLF and no BOM, and reads no file that ends in a backslash.
recutils_reads() {
    if ! command -v recsel > /dev/null || grep -q $'\r\|\xef\xbb\xbf\|^%rec' "$1" || [ "$(tail -c 1 in.rec)" = '\' ]; then
        return 0
    fi
    if [ "$(tail -c 1 "$1")" != '\' ]; then
        [ $(($(recsel -c "$1") + 1)) -eq "$(recsel -c in.rec)" ] || { echo "$1: recsel telt niet een record meer"; return 1; }
    fi
    [ "$(recsel -e "Stap = '$3' && Dossier = '$2'" -P Wat in.rec)" = "$WAT_READ" ] ||
        { echo "$1: recsel leest $3 anders"; recsel -e "Stap = '$3'" in.rec; return 1; }
}

# amends_well FILE ID: a change to its M1, and its withdrawal.
amends_well() {
    local verb
    for verb in 'wijzig M1 --vraag=@wat --via=zelf' 'vervallen M1 --reden=@wat'; do
        cp "$1" in.rec
        printf '%s' "$WAT" > wat
        # shellcheck disable=SC2086  # words
        {
            gesprek-noteer $verb --op=2027-01-01 --dossier="$2" "$1" > filter &&
                gesprek-noteer $verb --op=2027-01-01 --dossier="$2" -n "$1" > alone &&
                [ "$(gesprek-noteer $verb --op=2027-01-01 --dossier="$2" -i in.rec)" = M1 ]
        } || return
        cmp filter in.rec && one_range_more "$1" filter && holds_alone || return
        gesprek-stavaza --formaat=rec --dossier="$2" in.rec > after || return
        case $verb in
        wijzig*) [ "$(field_of M1 Vraag < after)" = "$WAT_READ" ] ;;
        *) ! grep -q '^Melding: M1' after ;;
        esac || { cat after; return 1; }
    done
}

# Makes the file `nasty` out of printf's $1: the dossier's two records stand before it.
nasty() {
    # shellcheck disable=SC2059  # the escapes are the point
    { small_dossier A; printf 'Stap: S4\nDossier: A\nOp: 2026-03-01\nWat: x\nWie: y'; printf "$1"; } > nasty
    shift
    for change in "$@"; do
        LC_ALL=C sed -i "$change" nasty
    done
    adds_well nasty A && amends_well nasty A
}

# ends_in FORMAT: the bytes behind `Wie: y` in the filter's output begin so, and the new record follows.
ends_in() {
    # shellcheck disable=SC2059
    printf "$1" > 'end'
    tail -c "+$(($(grep -abo 'Wie: y' filter | head -n 1 | cut -d : -f 1) + 7))" filter > rest
    cmp <(cat end alone) <(head -c "$(cat end alone | wc -c)" rest)
}

only_new() {
    gesprek-noteer nieuw Stap --wat="$WAT" --wie=z --dossier=A nasty > filter
    gesprek-noteer nieuw Stap --wat="$WAT" --wie=z --dossier=A -n nasty > alone
}

@test "the example dossiers" {
    for file in "$CASUS"/*.rec; do
        id=$(sed -n 's/^Dossier: //p' "$file" | head -n 1)
        adds_well "$file" "$id"
        amends_well "$file" "$id"
    done
    cat "$CASUS"/*.rec > all
    while IFS= read -r id; do
        adds_well all "$id"
    done < <(sed -n 's/^Dossier: //p' all | uniq)
}

@test "a missing newline or empty line is added first" {
    nasty ''
    only_new && ends_in '\n\n'
    nasty '\n'
    only_new && ends_in '\n\n'
    nasty '\n\n'
    only_new && ends_in '\n\n'
    nasty '\n  '
    only_new && ends_in '\n  \n'
    nasty '\n \t\n'
    only_new && ends_in '\n \t\n'
}

@test "the new record goes behind the first empty line" {
    nasty '\n\n\n\n'
    only_new && ends_in '\n\n'
    nasty '\n\t \n\n# slot\n\n# nog een\n'
    only_new && ends_in '\n\t \n'
    nasty '\n\n# slot'
    only_new && ends_in '\n\n'
    nasty '\n# erbij\n# hoort erbij'
    only_new && ends_in '\n# erbij\n# hoort erbij\n\n'
}

@test "a backslash at the end joins with nothing of ours" {
    nasty '\\'
    only_new && ends_in '\\ \n\n'
    nasty '\\\n'
    only_new && ends_in '\\\n\n\n'
    nasty '\\\\'
    nasty '\\\\\n'
    nasty '\n+ \\'
    nasty '\n+ \\\n'
    nasty '\n# c\\'
    nasty '\n# c\\\n'
    nasty '\n\n# c\\'
    nasty '\n\n# c\\\n'
    nasty '\\\nverder\\\nen verder\n'
    nasty '\\\r\n' 's/\r*$/\r/'
}

# What that last value is, with a CR that ends nothing, is anyone's guess; the new record is not.
@test "a backslash and a CR at the end join with nothing of ours" {
    for last in '\\\r' '\n+ \\\r' '\n# c\\\r'; do
        # shellcheck disable=SC2059
        { small_dossier A; printf "Stap: S4\nDossier: A\nOp: 2026-03-01\nWat: x\nWie: y$last"; } > nasty
        cp nasty in.rec
        run -0 gesprek-noteer nieuw Stap --wat="$WAT" --wie=z -i in.rec
        one_range_more nasty in.rec
        run -0 field_of S5 Wat < in.rec
        assert_output "$WAT_READ"
    done
}

@test "CRLF, a BOM, and both kinds of line ends" {
    nasty '\n\n' 's/$/\r/'
    only_new && ends_in '\r\n\r\n'
    run ! grep -v $'\r$' filter
    nasty '\n' 's/$/\r/'
    only_new && ends_in '\r\n\r\n'
    nasty '' '1,$s/$/\r/' '$s/\r$//'
    only_new && ends_in '\r\n\r\n'
    nasty '\r\n\n'
    only_new && ends_in '\r\n\n'
    run ! grep $'\r' alone
    nasty '\n\r\n'
    only_new && ends_in '\n\r\n'
    run ! grep -v $'\r$' alone
    nasty '\n\n' '1s/^/\xef\xbb\xbf/'
    nasty '\n\n' 's/^Stap:/\xef\xbb\xbfStap:/' 's/$/\r/'
}

@test "remarks everywhere, odd spacing, unknown types and fields" {
    nasty '\n\n' 's/^[^+]/# voor elke regel\n&/'
    nasty '\n\n' 's/: /:/'
    nasty '\n\n' 's/: /:\t  /'
    nasty '\n\n' 's/: \(.*[^ ]\)$/: \1   /'
    nasty '\n\n' '1i# kop\n\n#\n\n\n'
    nasty '\nKleur: rood\nKleur: blauw\n+ \n\nTekening: T-1\nDossier: A\nOp: 2026-03-01\nInkt: zwart\n\n'
    nasty '\n\n%%rec: Iets\n%%doc: hoort niet bij een dossier\n\nOrganisatie: o\nNaam: x\n\n'
    nasty '\n\n\n# dossier B\nMelding: M1\nDossier: B\nOp: 2026-01-01\nVraag: x\nGemeente: 0344\n\n'
    adds_well nasty B
}

@test "a dossier that is not in order of days" {
    nasty '\n\nStap: S5\nDossier: A\nOp: 2025-12-31\nWat: eerder\nWie: y\n\nDoel: D1\nDossier: A\nOp: 2026-02-18\nStatus: bezig\n\n'
}

# generate COUNT: so many journals in voor/, and copies of them in na/ to be changed; `list` says in which dossier.
generate() {
    mkdir voor filter alone
    awk -v seed=2026 -v count="$1" -v into=voor -f "$BATS_TEST_DIRNAME/journalen.awk" > list
    assert_equal "$(wc -l < list)" "$1"
    cp -r voor na
}

# write_all WORD...: in each dossier of `list`, by filter, with -n and with -i.
write_all() {
    local n id
    while read -r n id; do
        gesprek-noteer "$@" --dossier="$id" "voor/$n.rec" > "filter/$n" || return
        gesprek-noteer "$@" --dossier="$id" -n "voor/$n.rec" > "alone/$n" || return
        gesprek-noteer "$@" --dossier="$id" -i "na/$n.rec" > key || return
    done < list
    while read -r n id; do
        echo "voor/$n.rec filter/$n alone/$n na/$n.rec"
    done < list | LC_ALL=C awk -f "$BATS_TEST_DIRNAME/bereik.awk"
}

# The journals that recutils can read, by name.
readable() {
    grep -LZr $'\r\|\xef\xbb\xbf' voor | while IFS= read -r -d '' file; do
        [ "$(tail -c 1 "$file")" = '\' ] || printf '%s\n' "${file#voor/}"
    done
}

@test "two hundred generated journals: a new record" {
    generate 200
    write_all nieuw Stap --wat="$WAT" --wie=z
    gesprek-stavaza --formaat=rec voor > before
    gesprek-stavaza --formaat=rec na > after
    # Without what is new it is as it was; what is new is whole.
    awk -v RS='' -v ORS='\n\n' '!/\nGeboekt: 2026-11-22T14:30:00/' after | cmp before -
    awk -v RS='' -v ORS='\n\n' '/\nGeboekt: 2026-11-22T14:30:00/' after > new
    assert_equal "$(awk -v RS='' '/^Stap: S[0-9]+\n/ && /\nWat: een\\ \n\+\n\+   drie\nWie: z$/ { n++ } END { print n }' new)" 200
    diff <(cut -d ' ' -f 2 list | sort) <(sed -n 's/^Dossier: //p' new | sort)
    command -v recsel > /dev/null || skip 'de rest: recsel is niet geïnstalleerd'
    readable > names
    [ "$(wc -l < names)" -ge 80 ]
    assert_equal "$(cd na && xargs recsel -c < ../names)" "$(($(cd voor && xargs recsel -c < ../names) + $(wc -l < names)))"
    assert_equal "$(cd na && xargs recsel -c -e "Wat = 'een\\ 

  drie'" < ../names)" "$(wc -l < names)"
}

@test "sixty generated journals: an amendment and a withdrawal" {
    generate 60
    printf '%s' "$WAT" > wat
    write_all wijzig M1 --vraag=@wat --op=2027-01-01
    gesprek-stavaza --formaat=rec na > after
    assert_equal "$(awk -v RS='' '/^Melding: M1\n/ && /\nVraag: een\\ \n\+\n\+   drie\n/ { n++ } END { print n }' after)" 60
    rm -r voor
    mv na voor
    cp -r voor na
    write_all vervallen M1 --reden=@wat --op=2027-01-01
    mv after before
    gesprek-stavaza --formaat=rec na > after
    assert_equal "$(grep -c '^Melding: M1' after)" "$(($(grep -c '^Melding: M1' before) - 60))"
    assert_equal "$(awk -v RS='' '!/^Melding: M1/' before | cksum)" "$(awk -v RS='' '!/^Melding: M1/' after | cksum)"
}

@test "the generator makes what is hard: each kind is there" {
    mkdir many
    awk -v seed=2026 -v count=200 -v into=many -f "$BATS_TEST_DIRNAME/journalen.awk" > list
    run -0 grep -lq $'\r$' -r many
    run -0 grep -lq '^+' -r many
    run -0 grep -lq '\\$' -r many
    run -0 grep -lq $'\xef\xbb\xbf' -r many
    run -0 grep -lq '^# slot\\$' -r many
    run -0 grep -lq '^Tekening:' -r many
    [ "$(for f in many/*; do tail -c 1 "$f" | od -An -c; done | sort -u | wc -l)" -ge 5 ]
}
