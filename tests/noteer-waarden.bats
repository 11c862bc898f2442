#!/usr/bin/env bats
# gesprek-noteer: values and where they come from, what is checked, and templates.
# shellcheck disable=SC2016,SC1003  # what must not expand is what is tested
# shellcheck disable=SC2154         # bats sets stderr

load hulp
load schrijf

setup() {
    schrijf_setup
}

# ---- values ----

# Writes $1 as a Doel's Tekst and reads it back by our own fold and by recutils; $2 is what must come back, else $1.
goes_round() {
    local want=${2-$1}
    gesprek-noteer nieuw Doel --tekst="$1" a.rec > out || return
    run -0 gesprek-check out
    assert_equal "$(field_of D2 Tekst < out; echo .)" "$want."
    assert_equal "$(gesprek-stavaza --formaat=rec out | field_of D2 Tekst; echo .)" "$want."
    ! command -v recsel > /dev/null || assert_equal "$(recsel -e 'Doel = "D2"' -P Tekst out; echo .)" "$want"$'\n.'
}

@test "values of every shape come back as they were given" {
    goes_round "Ze zei: 'nee', en toen \"ja\"."
    goes_round '=cmd() $(id) `id` ; rm -rf *'
    goes_round '   drie spaties vooraf'
    goes_round $'\ttab vooraf'
    goes_round 'spaties erachter  '
    goes_round $'eerste regel\ntweede regel\n\nvierde na een lege'
    goes_round $'\nbegint met een lege regel'
    goes_round $'  a\n  b\n    c'
    goes_round '+'
    goes_round $'+\n+\n+ x'
    goes_round '# geen opmerking'
    goes_round $'x\n# geen opmerking\n%rec: geen descriptor\nDoel: D9'
    goes_round 'Doel: D9'
    goes_round ': : :'
    goes_round '👩‍🦽 zegt 👍🏽'
    goes_round $'e\u0301e\u0301n, ünïcödé, \u200f\u05e9\u05dc\u05d5\u05dd'
    goes_round 'a\b\\c\n'
    goes_round "$(printf 'lang %.0s' {1..5000})slot"
}

@test "a line that ends in a backslash gets a space, so that it does not join" {
    goes_round 'C:\map\' 'C:\map\ '
    goes_round $'een\\\ntwee\\\ndrie' $'een\\ \ntwee\\ \ndrie'
    goes_round '\' '\ '
    run ! grep -n '\\$' out
}

@test "what cannot stand in a dossier is refused, with nothing written" {
    cp a.rec old
    refused 2 stuurteken Tekst gesprek-noteer nieuw Doel --tekst=$'\e[31mrood' -i a.rec
    refused 2 stuurteken Tekst gesprek-noteer nieuw Doel --tekst=$'a\rb' -i a.rec
    refused 2 stuurteken Tekst gesprek-noteer nieuw Doel --tekst=$'a\x7f' -i a.rec
    refused 2 utf8 Tekst gesprek-noteer nieuw Doel --tekst=$'Andr\xe9' -i a.rec
    refused 2 utf8 Tekst gesprek-noteer nieuw Doel --tekst=$'\xed\xa0\x80' -i a.rec
    printf 'a\0b' > nul
    run --separate-stderr -2 gesprek-noteer nieuw Doel --tekst=@nul -i a.rec
    has "$stderr" Tekst
    unchanged old a.rec
}

@test "@FILE is that file's text, @- standard input, @@x the text @x" {
    printf 'Een zin.\r\nNog een.\r\n\n\n' > zin
    noted gesprek-noteer nieuw Doel --tekst=@zin -n a.rec
    has "$output" "$(printf 'Tekst: Een zin.\n+ Nog een.')"
    run -0 field_of D2 Tekst <<< "$output"
    assert_output "$(printf 'Een zin.\nNog een.')"
    run --separate-stderr -0 gesprek-noteer nieuw Doel --tekst=@- -n a.rec < zin
    run -0 field_of D2 Tekst <<< "$output"
    assert_output "$(printf 'Een zin.\nNog een.')"
    noted gesprek-noteer nieuw Doel --tekst=@@zin -n a.rec
    has "$output" 'Tekst: @zin'
    noted gesprek-noteer nieuw Doel --tekst=a@zin -n a.rec
    has "$output" 'Tekst: a@zin'
    noted gesprek-noteer wijzig D1 --akkoord+=@zin -n a.rec
    has "$output" "$(printf 'Akkoord: vader\nAkkoord: Een zin.\n+ Nog een.')"
}

@test "a file that cannot be read is exit 4, standard input asked for twice exit 2" {
    refused 4 bestand weg gesprek-noteer nieuw Doel --tekst=@weg a.rec
    refused 4 bestand map gesprek-noteer nieuw Doel --tekst=@"$(mkdir map && echo map)" a.rec
    refused 2 gebruik standaardinvoer gesprek-noteer nieuw Doel --tekst=@- --haalbaar=@- a.rec
    refused 2 gebruik standaardinvoer gesprek-noteer nieuw Doel --tekst=@-
    refused 2 gebruik standaardinvoer gesprek-noteer nieuw Doel --tekst=@- -
    refused 2 gebruik standaardinvoer gesprek-noteer nieuw Doel --tekst=@- --ingevuld=- a.rec
}

@test "a template and the dossier both on standard input are two claims too, whatever is there" {
    refused 2 gebruik standaardinvoer gesprek-noteer nieuw Doel --ingevuld=- -
    refused 2 gebruik standaardinvoer gesprek-noteer nieuw Doel --ingevuld=-
}

@test "an option may name its type, and must belong to it" {
    noted gesprek-noteer nieuw Doel --doel.tekst=x --gericht-op=client --doel.bij-terugval=y -n a.rec
    has "$output" "$(printf 'Tekst: x\nGericht_op: client\nBij_terugval: y')"
    noted gesprek-noteer wijzig D1 --doel.akkoord+=oom -n a.rec
    has "$output" "$(printf 'Akkoord: vader\nAkkoord: oom')"
    refused 2 gebruik 'Bedoelt u --tekst' gesprek-noteer nieuw Doel --teksst=x a.rec
    refused 2 gebruik 'Stap' gesprek-noteer nieuw Stap --doel.tekst=x a.rec
    refused 2 gebruik 'Doel' gesprek-noteer nieuw Doel --Tekst=x a.rec
    refused 2 gebruik 'Doel' gesprek-noteer nieuw Doel --geboekt=x a.rec
}

@test "empty fields of a new record are not written" {
    noted gesprek-noteer nieuw Stap --wat=x --wie=y --status= --uiterlijk='  ' -n a.rec
    run ! grep -E '^(Status|Uiterlijk)' <<< "$output"
}

@test "an old word is read and the new one written" {
    noted gesprek-noteer wijzig M1 --werkveld=etnisch-culturele-minderheden -n a.rec
    has "$output" 'Werkveld: migratie-en-integratie'
}

@test "a day may be said from today, and is written as a day" {
    for pair in vandaag=2026-11-22 morgen=2026-11-23 +6w=2027-01-03 -3d=2026-11-19 ' +1j '=2027-11-22; do
        noted gesprek-noteer nieuw Stap --wat=x --wie=y --uiterlijk="${pair%=*}" -n a.rec
        has "$output" "Uiterlijk: ${pair#*=}"
    done
    # Words are words where no day is asked for.
    noted gesprek-noteer nieuw Stap --wat=morgen --wie=+6w -n a.rec
    has "$output" "$(printf 'Wat: morgen\nWie: +6w')"
}

# ---- what is checked ----

@test "every kind of value is checked, with advice" {
    refused 2 datum-fout 'bestaat als 2026-11-22' gesprek-noteer nieuw Stap --wat=x --wie=y --uiterlijk=2026-02-29 a.rec
    refused 2 datum-fout '`straks`' gesprek-noteer nieuw Stap --wat=x --wie=y --uiterlijk=straks a.rec
    refused 2 moment-fout 2026-11-22T14:30 gesprek-noteer nieuw Afspraak --wanneer=2026-11-22 a.rec
    refused 2 moment-fout 2026-11-22T14:30 gesprek-noteer nieuw Afspraak --wanneer=2026-11-22T24:30 a.rec
    refused 2 getal-fout '0-10' gesprek-noteer nieuw Domein --sleutel=wonen --besproken=ja --cijfer=11 a.rec
    refused 2 getal-fout '1-5' gesprek-noteer nieuw Domein --sleutel=wonen --besproken=ja --score=0 a.rec
    refused 2 getal-fout 'of hoger' gesprek-noteer nieuw Doel --tekst=x --prioriteit=0 a.rec
    refused 2 getal-fout '`7,5`' gesprek-noteer nieuw Domein --sleutel=wonen --besproken=ja --cijfer=7,5 a.rec
    refused 2 waarde-fout '+2' gesprek-noteer nieuw Doel --tekst=x --schaal=+3 a.rec
    refused 2 waarde-fout 'dan de tekst' gesprek-noteer nieuw Doel --tekst=x --schaal-tekst=+1 a.rec
    refused 2 waarde-fout 'van 1 tot 5' gesprek-noteer nieuw Balans --draagkracht='6 slaapt goed' --draaglast='1 x' a.rec
    refused 2 keuze-onbekend 'ja' gesprek-noteer wijzig M1 --urgent=jaa a.rec
    refused 2 keuze-onbekend '`behaald`' gesprek-noteer wijzig D1 --status=behald a.rec
    refused 2 keuze-onbekend 'kort, lang' gesprek-noteer wijzig D1 --termijn=eeuwigdurend a.rec
    refused 2 keuze-onbekend 'Status' gesprek-noteer wijzig D1 --status=Open a.rec
    refused 2 waarde-fout '4w' gesprek-noteer nieuw Nazorg --soort=bellen --uiterlijk=2027-01-01 --herhaal='4 weken' a.rec
    refused 2 waarde-fout '5 in Vlaanderen' gesprek-noteer wijzig M1 --gemeente=356 a.rec
    refused 2 waarde-fout 'sleutel' gesprek-noteer nieuw Doel --tekst=x --onder='mijn doel' a.rec
}

@test "the edges of every kind are good" {
    noted gesprek-noteer nieuw Stap --wat=x --wie=y --uiterlijk=2028-02-29 -n a.rec
    noted gesprek-noteer nieuw Afspraak --wanneer=2026-11-22T00:00 -n a.rec
    noted gesprek-noteer nieuw Domein --sleutel=wonen --besproken=ja --cijfer=0 --score=5 -n a.rec
    noted gesprek-noteer nieuw Doel --tekst=x --prioriteit=12 --schaal=-2 --schaal-tekst='0 zoals nu' --schaal-tekst='+2 beter' -n a.rec
    noted gesprek-noteer nieuw Balans --draagkracht='5 x' --draaglast='1 y' -n a.rec
    noted gesprek-noteer nieuw Nazorg --soort=bellen --uiterlijk=2027-01-01 --herhaal=1j -n a.rec
    noted gesprek-noteer wijzig M1 --gemeente=44021 -n a.rec
    noted gesprek-noteer nieuw Stap --wat=x --wie=y --uiterlijk=' 2026-12-01 ' -n a.rec
    has "$output" "$(printf 'Uiterlijk: 2026-12-01\n')"
}

@test "all that is wrong is said at once" {
    refused 2 datum-fout Uiterlijk gesprek-noteer nieuw Stap --wat=x --uiterlijk=straks --status=oppen a.rec
    has "$stderr" '[keuze-onbekend]'
    has "$stderr" 'Geef --wie'
    has "$stderr" '[veld-nodig]'
}

@test "a reference must be to a key of this dossier, of the right type" {
    noted gesprek-noteer nieuw Stap --wat=x --wie=y --bij=D1 -n a.rec
    refused 2 verwijzing-stuk D9 gesprek-noteer nieuw Stap --wat=x --wie=y --bij=D9 a.rec
    refused 2 verwijzing-stuk 'dat is een Melding' gesprek-noteer nieuw Stap --wat=x --wie=y --bij=M1 a.rec
    noted gesprek-noteer nieuw Afspraak --wanneer=2026-12-01T10:00 --bij=M1 -n a.rec
    noted gesprek-noteer nieuw Toestemming --aan=x --waarover=Doel --waarvoor=y --uitkomst=gegeven --gegeven-door=client -n a.rec
    { cat a.rec; small_dossier B | sed 's/D1/D5/'; } > two
    refused 2 verwijzing-stuk D5 gesprek-noteer nieuw Stap --wat=x --wie=y --bij=D5 --dossier=2026-0017 two
}

@test "bold fields are needed and never emptied" {
    refused 2 veld-nodig 'Geef --wie' gesprek-noteer nieuw Stap --wat=x a.rec
    refused 2 veld-nodig 'Geef --wat' gesprek-noteer nieuw Stap --wie=x --wat= a.rec
    refused 2 veld-nodig 'Geef --wat' gesprek-noteer nieuw Stap --wie=x --wat=$' \t\n' a.rec
    refused 2 veld-nodig Tekst gesprek-noteer wijzig D1 --tekst= a.rec
    refused 2 veld-nodig Tekst gesprek-noteer wijzig D1 --tekst='  ' a.rec
}

@test "a bold list is never taken away, an option that tries is wrong usage" {
    gesprek-noteer nieuw Balans --draagkracht='3 x' --draaglast='1 y' -i a.rec
    refused 2 veld-nodig Draagkracht gesprek-noteer wijzig B1 --draagkracht= a.rec
    refused 2 veld-nodig Draagkracht gesprek-noteer wijzig B1 --draagkracht-='3 x' a.rec
    noted gesprek-noteer wijzig B1 --draagkracht-='3 x' --draagkracht+='4 x' -n a.rec
}

@test "messages can be read by a program" {
    run --separate-stderr -2 gesprek-noteer nieuw Stap --meldingen=json --wat='x"y' --status=$'op"\n' a.rec
    assert_equal "$output" ''
    assert_equal "$(grep -c '^{.*"code":"\(keuze-onbekend\|veld-nodig\)".*}$' <<< "$stderr")" 2
}

# ---- templates ----

# Prints `Type Veld` and a good value for every field of every type of a dossier, by tabs, out of the schema.
good_values() {
    gesprek-check --schema | awk '
        BEGIN { n = split("tekst=twee woorden|dag=2026-03-04|dag en tijd=2026-03-04T09:05|getal=2|-2 tot +2=+1|-2 tot +2, tekst=-1 minder|" \
                          "1-5, tekst=4 slaapt|ja of nee=nee|keuze=|sleutel=|sleutel of tekst=client|aantal d, w, m of j=4w|" \
                          "code, 4 of 5 cijfers=0344", pairs, "|")
                for (i = 1; i <= n; i++) { at = index(pairs[i], "="); good[substr(pairs[i], 1, at - 1)] = substr(pairs[i], at + 1) }
                split("Melding M1 Doel D1 Nazorg N1 Overleg O1 Toestemming T1 * M1", word, " ")
                for (i = 1; i < 12; i += 2) key[word[i]] = word[i + 1] }
        function give(value) { if (!outside) print type "\t" field "\t" value; field = "" }
        /^[A-Z]/ { type = $1; outside = /buiten het dossier/; next }
        /^      keuzes:/ && field { give($2); next }
        /^      naar:/ && field { give(key[$2]); next }
        { kind = substr($0, 3 + length($1)); sub(/^ +/, "", kind); sub(/  .*/, "", kind); if (kind ~ /^getal /) kind = "getal" }
        /^  [A-Z][a-z_]* / && kind in good { field = $1; if (kind != "keuze" && kind != "sleutel") give(good[kind]) }'
}

# A dossier with a record for every reference to be to.
full_dossier() {
    gesprek-noteer nieuw Nazorg --soort=bellen --uiterlijk=2027-01-01 a.rec |
        gesprek-noteer nieuw Overleg --aanleiding=x - |
        gesprek-noteer nieuw Toestemming --aan=x --waarover=Doel --waarvoor=y --uitkomst=gegeven --gegeven-door=client - > vol.rec
    run -0 gesprek-check vol.rec
}

@test "a template of every type, filled in, gives back every field" {
    full_dossier
    good_values > values
    cut -f 1 values | uniq > types
    assert_equal "$(wc -l < types)" 28
    while IFS= read -r type; do
        gesprek-noteer nieuw "$type" --sjabloon > empty
        # Each field is asked for once, after its question.
        diff <(grep -v '^[#]' empty | grep . ) <(printf '%s:\n' "$type" Op; awk -F '\t' -v t="$type" '$1 == t { print $2 ":" }' values)
        awk -F '\t' -v t="$type" 'NR == FNR { if ($1 == t) value[$2] = $3; next }
            { name = $0; sub(/:$/, "", name) }
            name in value { print name ": " value[name]; if (value[name] == "twee woorden") print "+ op een regel"; next } { print }' \
            values empty > filled
        [ "$type" != Domein ] || sed -i 's/^Domein:/Domein: wonen/' filled
        sed -i 's/^Op:/Op: 2026-03-05/' filled
        noted gesprek-noteer nieuw "$type" --ingevuld=filled -n vol.rec
        # The record is what was filled in, with who and when.
        diff <(grep -v -e '^#' -e "^$type:" -e '^$' filled) <(grep -v -e '^$' -e "^$type:" -e '^Dossier:' -e '^Door:' -e '^Geboekt:' <<< "$output")
        gesprek-noteer nieuw "$type" --ingevuld=filled vol.rec > out
        # A referral with every field filled in is an odd one: there are tips for that.
        gesprek-check out > gezien || [ $? -eq 1 ]
        run -0 grep -cv '\[verwijs-[a-z]*\]$' gezien
        assert_output 1
    done < types
}

@test "a template says what is needed, what may be repeated and what to choose from" {
    noted gesprek-noteer nieuw Doel --sjabloon
    gesprek-noteer nieuw Doel --sjabloon > s
    run -0 grep -c '(nodig)$' s
    assert_output 1
    run -0 grep '(nodig)$' <(grep -B 1 '^Tekst:' s)
    run -0 grep 'mag vaker' <(grep -B 1 '^Akkoord:' s)
    assert_equal "$(grep -B 1 '^Termijn:' s | head -n 1)" '# Kies uit: kort, lang'
    assert_equal "$(gesprek-noteer nieuw Melding --sjabloon | grep -B 1 '^Urgent:' | head -n 1)" '# Kies uit: ja, nee'
    run ! grep etnisch <(gesprek-noteer nieuw Melding --sjabloon)
    refused 2 gebruik 'Bedoelt u Doel' gesprek-noteer nieuw Dole --sjabloon
}

@test "every field of a template has a question of its own" {
    gesprek-check --schema | awk '/buiten het dossier/ { exit } /^[A-Z]/ { print $1 }' > types
    while IFS= read -r type; do
        run -1 grep -nE '^# (\?|$)|: \?$' <(gesprek-noteer nieuw "$type" --sjabloon)
    done < types
}

filled() {
    printf '# uitleg\nDoel:%s\nOp:\n' "${1-}"
    printf '%s\n' "${@:2}"
    printf '\n'
}

@test "what stays empty does not count; key, day and repeats are taken; options add" {
    filled '' 'Tekst: x' 'Status:' 'Akkoord: a' 'Akkoord:   ' 'Akkoord: b' 'Uiterlijk:' > s
    noted gesprek-noteer nieuw Doel --ingevuld=s -n a.rec
    assert_equal "$output" "$(printf '%s\n' 'Doel: D2' 'Dossier: 2026-0017' 'Op: 2026-11-22' 'Door: m.devries' \
        'Geboekt: 2026-11-22T14:30:00+01:00' 'Tekst: x' 'Akkoord: a' 'Akkoord: b' '')"
    filled ' hoofd' 'Tekst: x' | sed 's/^Op:/Op: 2026-03-05/' > s
    noted gesprek-noteer nieuw Doel --ingevuld=s --status=open -n a.rec
    has "$output" "$(printf 'Doel: hoofd\nDossier: 2026-0017\nOp: 2026-03-05')"
    has "$output" 'Status: open'
    noted gesprek-noteer nieuw Doel --ingevuld=s --sleutel=D44 --op=2026-04-05 -n a.rec
    has "$output" "$(printf 'Doel: D44\nDossier: 2026-0017\nOp: 2026-04-05')"
    run --separate-stderr -0 gesprek-noteer nieuw Doel --ingevuld=- -n a.rec < s
    has "$output" 'Doel: hoofd'
    sed 's/$/\r/' s > crlf
    run -0 gesprek-noteer nieuw Doel --ingevuld=crlf -n a.rec
    has "$output" $'Doel: hoofd\n'
    run ! grep $'\r' <<< "$output"
}

@test "long text of a template goes on over + lines" {
    filled '' 'Tekst: een' '+ twee' '+' '+   drie' > s
    noted gesprek-noteer nieuw Doel --ingevuld=s -n a.rec
    assert_equal "$(field_of D2 Tekst <<< "$output")" "$(printf 'een\ntwee\n\n  drie')"
}

@test "a bad template is refused with its place, exit 3" {
    cp a.rec old
    filled '' 'Tekst: x' 'Status: oppen' > s
    refused 3 keuze-onbekend s:5:1 gesprek-noteer nieuw Doel --ingevuld=s -i a.rec
    filled '' 'Tekst: x' 'Uiterlijk: straks' 'Onder: D9' > s
    refused 3 datum-fout s:5:1 gesprek-noteer nieuw Doel --ingevuld=s -i a.rec
    has "$stderr" 's:6:1'
    has "$stderr" '[verwijzing-stuk]'
    filled '' 'Tekst: x' | sed 's/^Op:/Op: vandaag/' > s
    refused 3 datum-fout s:3:1 gesprek-noteer nieuw Doel --ingevuld=s -i a.rec
    filled '' 'Tekst: x' 'Kleur: rood' > s
    refused 3 onbekend-veld s:5:1 gesprek-noteer nieuw Doel --ingevuld=s -i a.rec
    filled '' 'Tekst: x' 'Geboekt: 2026-01-01T00:00:00+01:00' > s
    refused 3 onbekend-veld s:5:1 gesprek-noteer nieuw Doel --ingevuld=s -i a.rec
    filled '' 'Tekst: x' 'Tekst: y' > s
    refused 3 gebruik s:5:1 gesprek-noteer nieuw Doel --ingevuld=s -i a.rec
    filled '' 'Tekst: x' 'zomaar een regel' > s
    refused 3 geen-veld s:5:1 gesprek-noteer nieuw Doel --ingevuld=s -i a.rec
    printf 'Doel:\nTekst: Andr\xe9\n\n' > s
    refused 3 utf8 s:2: gesprek-noteer nieuw Doel --ingevuld=s -i a.rec
    { filled '' 'Tekst: x'; filled '' 'Tekst: y'; } > s
    refused 3 te-veel s:7:1 gesprek-noteer nieuw Doel --ingevuld=s -i a.rec
    filled '' 'Tekst:' > s
    refused 3 niets-ingevuld s:1:1 gesprek-noteer nieuw Doel --ingevuld=s -i a.rec
    refused 3 ander-type s:2:1 gesprek-noteer nieuw Stap --ingevuld=s -i a.rec
    refused 4 bestand weg gesprek-noteer nieuw Doel --ingevuld=weg -i a.rec
    unchanged old a.rec
}

@test "the place in a bad template is exact to the column" {
    printf 'Doel:\nTekst: Andr\xe9\n\n' > s
    refused 3 utf8 s:2:12 gesprek-noteer nieuw Doel --ingevuld=s a.rec
}

@test "a template without a bold field is bad data, not wrong usage" {
    filled '' 'Termijn: kort' > s
    refused 3 veld-nodig Tekst gesprek-noteer nieuw Doel --ingevuld=s a.rec
}

@test "a template's key must be good and free" {
    filled ' D1' 'Tekst: x' > s
    refused 3 sleutel-dubbel D2 gesprek-noteer nieuw Doel --ingevuld=s a.rec
    filled ' mijn doel' 'Tekst: x' > s
    refused 3 sleutel-fout 's:2:' gesprek-noteer nieuw Doel --ingevuld=s a.rec
}
