#!/usr/bin/env bats
# gesprek-rapport levering: CSV by a template; which records belong together.
# shellcheck disable=SC2016,SC2129  # backquotes are what is looked for; a record a line

# shellcheck disable=SC2030,SC2031  # each test is a subshell
load hulp

WMO=$BATS_TEST_DIRNAME/../gegevens/levering-wmo.rec

setup() {
    hulp_setup
    good d-1 >d.rec
    record Client C1 2026-02-01 'Naam: Emma' 'Persoon: P-77' >>d.rec
}

# template LINE...: a template with those columns, a record of its own for each line that is empty.
template() {
    printf '%s\n' 'Levering: proef' 'Rij: Toewijzing' "$@" ''
}

# assigned KEY FIELD...
assigned() {
    record Toewijzing "$1" 2026-02-02 'Productcategorie: 02' 'Aanbieder: 00000001' "${@:2}"
}

# joined: begin, end, real begin and key of each row, with Samenvoegen.
joined() {
    template 'Samenvoegen: ja' '' 'Kolom: van' 'Uit: Toewijzing.Ingang' '' 'Kolom: tot' 'Uit: Toewijzing.Einde' '' 'Kolom: echt' \
        'Uit: Toewijzing.Gestart' '' 'Kolom: sleutel' 'Uit: sleutel' >samen.rec
    gesprek-rapport levering --sjabloon=samen.rec d.rec | tail -n +2 | tr -d '"\r'
}

@test "the template that is shipped works, says what it is not, and asks for nothing that a dossier does not have" {
    assigned J1 'Leveringsvorm: pgb' 'Ingang: 2026-01-05' 'Omvang: 4' >>d.rec
    try gesprek-rapport levering --sjabloon="$WMO" d.rec
    expect_status 0
    expect_empty fout
    [ "$(sed -n 2p uit | tr -d '\r')" = '"20261122";"0356";"P-77";"02";"00000001";"20260105";"";"PGB";"";"";"4";"";""' ]
    [ "$(head -n 1 uit | tr ';' '\n' | wc -l)" -eq 13 ]
    grep -q 'Het is NIET het bestand dat het CBS vraagt' "$WMO"
    grep -q 'Niet nagegaan' "$WMO"
    run -1 grep -iE '^(Kolom|Uit):.*bsn' "$WMO"
}

@test "every kind of column: fields, of other types too, what repeats, fixed, days in three forms, codes" {
    record Stap S1 2026-02-03 'Wat: bellen' 'Wie: Emma' 'Voorwaarde: a;b' 'Voorwaarde: "c"' 'Bij: D1' 'Status: open' >>d.rec
    record Doel D1 2026-02-03 'Tekst: eerste doel' >>d.rec
    record Doel D2 2026-02-04 'Tekst: tweede doel' >>d.rec
    record Afspraak A1 2026-02-04 'Wanneer: 2026-02-10T16:00' >>d.rec
    printf '%s\n' 'Levering: x' 'Uitleg: mag' 'Rij: Stap' 'Scheiding: tab' 'Datum: dd-mm-jjjj' '' 'Kolom: nr' 'Uit: dossier' '' 'Kolom: sleutel' \
        'Uit: sleutel' '' 'Kolom: wie' 'Uit: persoon' '' 'Kolom: nu' 'Uit: vandaag' 'Datum: jjjjmmdd' '' 'Kolom: op' 'Uit: Stap.Op' '' \
        'Kolom: voorwaarden' 'Uit: Stap.Voorwaarde' '' 'Kolom: doel' 'Uit: Doel.Tekst' '' 'Kolom: afspraak' 'Uit: Afspraak.Wanneer' '' \
        'Kolom: dag' 'Uit: Afspraak.Wanneer' 'Datum: jjjj-mm-dd' '' 'Kolom: leeg' 'Vast:' '' 'Kolom: vast' 'Vast: =1' '' 'Kolom: stand' \
        'Uit: Stap.Status' 'Codes: standen' '' 'Kolom: reden' 'Uit: Stap.Reden' 'Codes: redenen' '' 'Codelijst: standen' 'Code: open 1 a' \
        'Code: bezig 2' '' 'Codelijst: redenen' 'Anders: 9' 'Leeg: 0' '' >s.rec
    gesprek-rapport levering --sjabloon=s.rec d.rec >uit
    python3 - <<'END'
import csv
with open("uit", newline="", encoding="utf-8") as f:
    head, row = csv.reader(f, delimiter="\t", strict=True)
assert head == "nr sleutel wie nu op voorwaarden doel afspraak dag leeg vast stand reden".split(), head
assert row == ["d-1", "S1", "P-77", "20261122", "03-02-2026", 'a;b, "c"', "eerste doel", "2026-02-10T16:00", "2026-02-10", "", "=1", "1 a", "0"], row
END
    change Stap S1 2026-03-01 'Bij: ' >>d.rec
    [ "$(gesprek-rapport levering --sjabloon=s.rec d.rec | tail -n 1 | cut -f 7)" = '"tweede doel"' ]
}

@test "free text cannot be run by a spreadsheet; a code and a day stand as they are" {
    record Stap S1 2026-02-03 'Wat: =cmd()' 'Wie: -1' "Reden: @x"$'\n+ "y"' >>d.rec
    printf '%s\n' 'Levering: x' 'Rij: Stap' '' 'Kolom: a' 'Uit: Stap.Wat' '' 'Kolom: b' 'Uit: Stap.Reden' '' 'Kolom: c' 'Uit: Stap.Wat' 'Codes: c' \
        '' 'Codelijst: c' 'Anders: -1' '' >s.rec
    [ "$(gesprek-rapport levering --sjabloon=s.rec d.rec | tail -n +2 | tr -d '\r')" = "\"'=cmd()\",\"'@x"$'\n""y""","-1"' ]
}

@test "Waar: a field of the row's type is about that record, the rest about the dossier" {
    assigned J1 'Ingang: 2026-01-05' 'Einde: 2026-03-01' >>d.rec
    assigned J2 'Ingang: 2026-05-05' >>d.rec
    rows() {
        template "Waar: $1" '' 'Kolom: s' 'Uit: sleutel' >w.rec
        gesprek-rapport levering --sjabloon=w.rec d.rec | tail -n +2 | tr -d '"\r' | tr '\n' ' '
    }
    [ "$(rows 'Kader=wmo')" = 'J1 J2 ' ]
    [ "$(rows 'Kader=jeugdwet')" = '' ]
    [ "$(rows 'Ingang<2026-04-01')" = 'J1 ' ]
    [ "$(rows 'Melding.Kader=wmo en niet Toewijzing.Einde<2026-04-01')" = 'J2 ' ]
    [ "$(rows 'Client.Persoon=P-77 en Op=2026-02-02 en Afgesloten=nee')" = 'J1 J2 ' ]
    [ "$(rows 'Toewijzing.Einde!=2026-03-01 of Ingang=2026-01-05')" = 'J1 J2 ' ]
}

@test "Samenvoegen, with a number: the same number and category, whatever the days" {
    assigned J1 'Nummer: 7' 'Ingang: 2026-01-01' 'Einde: 2026-01-31' 'Leveringsvorm: pgb' >>d.rec
    assigned J2 'Nummer: 7' 'Ingang: 2026-06-01' 'Einde: 2026-06-30' >>d.rec
    assigned J3 'Nummer: 8' 'Ingang: 2026-02-01' 'Einde: 2026-02-28' >>d.rec
    record Toewijzing J4 2026-02-02 'Productcategorie: 03' 'Aanbieder: 1' 'Nummer: 7' 'Ingang: 2026-02-01' >>d.rec
    assigned J5 'Ingang: 2026-07-01' >>d.rec
    [ "$(joined)" = $'2026-01-01,2026-06-30,,J2\n2026-02-01,2026-02-28,,J3\n2026-02-01,,,J4\n2026-07-01,,,J5' ]
}

@test "Samenvoegen, without a number: the same category, form and reason, with equal days or within 3 days of the end" {
    assigned J1 'Ingang: 2026-01-01' 'Einde: 2026-03-31' >a.rec
    for begin in 2026-03-28 2026-04-01 2026-04-03; do
        { good d-1; cat a.rec; assigned J2 "Ingang: $begin" 'Einde: 2026-05-31'; } >d.rec
        [ "$(joined)" = 2026-01-01,2026-05-31,,J2 ]
    done
    for other in 'Ingang: 2026-03-27' 'Ingang: 2026-04-04' $'Ingang: 2026-04-01\nLeveringsvorm: pgb' $'Ingang: 2026-04-01\nReden_stop: 02' \
        $'Ingang: 2026-04-01\nNummer: 1' 'Omvang: 3'; do
        { good d-1; cat a.rec; assigned J2 'Einde: 2026-05-31' "$other"; } >d.rec
        [ "$(joined | wc -l)" -eq 2 ] || { echo "$other"; joined; false; }
    done
    # Equal days, though that is longer than three.
    { good d-1; cat a.rec; assigned J2 'Ingang: 2026-01-01' 'Einde: 2026-03-31'; } >d.rec
    [ "$(joined)" = 2026-01-01,2026-03-31,,J2 ]
}

@test "Samenvoegen: chains in any order of the file; what really was goes before what was assigned; the last end says the rest" {
    assigned J3 'Ingang: 2026-05-01' >>d.rec
    assigned J1 'Ingang: 2026-01-01' 'Einde: 2026-02-28' 'Gestart: 2026-01-10' >>d.rec
    assigned J2 'Ingang: 2026-03-01' 'Einde: 2026-12-31' 'Gestopt: 2026-04-29' >>d.rec
    assigned J4 'Ingang: 2026-08-01' >>d.rec
    change Toewijzing J4 2026-08-02 'Vervallen: dubbel' >>d.rec
    [ "$(joined)" = 2026-01-01,,2026-01-10,J3 ]
    [ "$(gesprek-rapport levering --sjabloon=<(grep -v Samenvoegen samen.rec) d.rec | wc -l)" -eq 4 ]
}

@test "a word without a code and an empty column that is needed leave the dossier out: status 3, and no file" {
    assigned J1 'Leveringsvorm: pgb' 'Ingang: 2026-01-05' >>d.rec
    { cat d.rec; good d-2; ID=d-2 assigned J1 'Leveringsvorm: zorg-in-natura'; ID=d-2 assigned J2 'Leveringsvorm: pgb' 'Ingang: 2026-01-05'; } >e.rec
    template '' 'Kolom: vorm' 'Uit: Toewijzing.Leveringsvorm' 'Codes: v' '' 'Kolom: van' 'Uit: Toewijzing.Ingang' 'Nodig: ja' '' 'Codelijst: v' \
        'Code: pgb 1' >s.rec
    try gesprek-rapport levering --sjabloon=s.rec e.rec
    expect_status 3
    line=$(awk '/^Toewijzing: J1/ { print NR }' e.rec | tail -n 1)
    expect_message fout "e.rec:$line:1: fout" 'bij kolom vorm heeft `zorg-in-natura` geen code' levering-code
    [ "$(tail -n +2 uit | tr -d '\r')" = '"1","2026-01-05"' ]
    sed -i 's/^Code: pgb 1/&\nAnders: 2/' s.rec
    try gesprek-rapport levering --sjabloon=s.rec --uit=l.csv e.rec
    expect_status 3
    expect_message fout "e.rec:$line:1: fout" 'bij J1 is kolom van leeg, en die is nodig' levering-leeg
    [ ! -e l.csv ]
}

# wrong_template LINE TEXT, and the template on standard input: the only error is there.
wrong_template() {
    cat >s.rec
    try gesprek-rapport levering --sjabloon=s.rec d.rec
    expect_status 3
    expect_empty uit
    expect_message fout "s.rec:$1: fout" "$2" levering-fout
    [ "$(wc -l <fout)" -eq 1 ] || tell 'one error'
}

@test "what is wrong in a template is told with its line and column" {
    column=$'\nKolom: a\nUit: sleutel\n'
    wrong_template 2:5 '`Toewijsing` is geen recordtype' <<<$'Levering: x\nRij: Toewijsing\n'"$column"
    wrong_template 2:5 '`Organisatie` is geen recordtype' <<<$'Levering: x\nRij: Organisatie\n'"$column"
    wrong_template 1:1 'zeg met Rij' <<<$'Levering: x\n'"$column"
    wrong_template 1:1 'geen Levering' <<<"$column"
    wrong_template 1:1 'geen Kolom' <<<$'Levering: x\nRij: Doel\n'
    wrong_template 3:6 'Waar, teken 7: `wmmo`' <<<$'Levering: x\nRij: Doel\nWaar: Kader=wmmo\n'"$column"
    wrong_template 3:11 '`punt` kan hier niet. Kies uit: komma puntkomma tab' <<<$'Levering: x\nRij: Doel\nScheiding: punt\n'"$column"
    wrong_template 3:7 'Kies uit: jjjj-mm-dd jjjjmmdd dd-mm-jjjj' <<<$'Levering: x\nRij: Doel\nDatum: ddmmjj\n'"$column"
    wrong_template 3:13 'Kies uit: ja nee' <<<$'Levering: x\nRij: Doel\nSamenvoegen: misschien\n'"$column"
    wrong_template 1:1 'Samenvoegen kan alleen bij Rij: Toewijzing' <<<$'Levering: x\nRij: Doel\nSamenvoegen: ja\n'"$column"
    wrong_template 3:6 'geen veld van Levering' <<<$'Levering: x\nRij: Doel\nNaam: y\n'"$column"
    wrong_template 3:5 'staat er twee keer' <<<$'Levering: x\nRij: Doel\nRij: Doel\n'"$column"
    wrong_template 3:6 'hier staat nog niets' <<<$'Levering: x\nRij: Doel\nWaar:\n'"$column"
    wrong_template 1:10 'geef het een naam' <<<$'Levering:\nUitleg: x\n\nLevering: y\nRij: Doel\n'"$column"
    wrong_template 4:10 'er is al een Levering' <<<$'Levering: x\nRij: Doel\n\nLevering: y\n'"$column"
    wrong_template 4:6 'begint hier met Levering, Kolom of Codelijst' <<<$'Levering: x\nRij: Doel\n\nIets: y\n'"$column"
}

@test "and so are columns and codes" {
    head=$'Levering: x\nRij: Doel\n\n'
    wrong_template 5:5 '`Status` is geen veld van Melding' <<<"$head"$'Kolom: a\nUit: Melding.Status\n'
    wrong_template 5:5 'Bedoelt u Status?' <<<"$head"$'Kolom: a\nUit: Doel.Statuss\n'
    wrong_template 5:5 '`Dool` is geen recordtype' <<<"$head"$'Kolom: a\nUit: Dool.Status\n'
    wrong_template 5:5 'dossier sleutel persoon vandaag' <<<"$head"$'Kolom: a\nUit: Status\n'
    wrong_template 4:7 'Een van de twee' <<<"$head"$'Kolom: a\n'
    wrong_template 4:7 'Een van de twee' <<<"$head"$'Kolom: a\nUit: sleutel\nVast: x\n'
    wrong_template 4:1 'Datum kan alleen' <<<"$head"$'Kolom: a\nUit: Doel.Status\nDatum: jjjjmmdd\n'
    wrong_template 6:1 'deze codelijst is er niet' <<<"$head"$'Kolom: a\nUit: Doel.Status\nCodes: s\n'
    wrong_template 4:1 'Datum en Codes gaan niet samen' <<<"$head"$'Kolom: a\nUit: Doel.Op\nDatum: jjjjmmdd\nCodes: s\n\nCodelijst: s\nAnders: x\n'
    lists=$head$'Kolom: a\nUit: Doel.Status\nCodes: s\n\nCodelijst: s\n'
    wrong_template 9:6 'schrijf eerst het woord en dan de code' <<<"$lists"$'Code: open\n'
    wrong_template 10:6 '`open` staat al in deze lijst' <<<"$lists"$'Code: open 1\nCode: open 2\n'
    wrong_template 8:1 '`opn` komt bij Doel.Status niet voor' <<<"$lists"$'Code: opn 1\n'
    wrong_template 11:11 'deze codelijst is er al' <<<"$lists"$'Code: open 1\n\nCodelijst: s\nCode: bezig 2\n'
    printf '%s' "$head" $'Kolom: a\nUit: sleutel\nzomaar\n' >s.rec
    try gesprek-rapport levering --sjabloon=s.rec d.rec
    expect_status 3
    expect_message fout 's.rec:6:1: fout' '' geen-veld
}

@test "wrong use, and a template that cannot be read" {
    try gesprek-rapport levering d.rec
    expect_status 2
    expect_message fout 'gesprek-rapport: fout' 'zeg met --sjabloon' gebruik
    try gesprek-rapport levering --sjabloon=- d.rec
    expect_status 2
    try gesprek-rapport levering --sjabloon="$WMO" --voor=Buurthuis d.rec
    expect_status 2
    try gesprek-rapport levering --sjabloon="$WMO" --formaat=json d.rec
    expect_status 2
    try gesprek-rapport levering --sjabloon=weg.rec d.rec
    expect_status 4
    expect_message fout 'weg.rec: fout' 'kan niet gelezen worden' bestand
    try gesprek-rapport levering --sjabloon="$WMO" /dev/null
    expect_status 1
    expect_message fout 'gesprek-rapport: fout' '' geen-dossier
    [ "$(wc -l <uit)" -eq 1 ]
}
