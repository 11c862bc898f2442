#!/usr/bin/env bats
# gesprek-rapport uitvoer: everything as tables for SQLite, and back out of it.

# shellcheck disable=SC2030,SC2031  # each test is a subshell
load hulp

# A dossier with all that CSV and SQL could trip over; unknown fields and types, changes, what was withdrawn.
lastig() {
    cat <<'END'
Melding: M1
Dossier: d-9
Op: 2026-02-01
Door: m.devries
Geboekt: 2026-02-01T10:00:00+01:00
Vraag: =cmd() "ja", 'nee'; en
+ 
+ een regel \ verder
+ -- einde
Gemeente: 0356
Kader: wmo
Bekend_bij: =HYPERLINK("x")
Bekend_bij: a,b
Raar: eigen
Raar: nog een

Veiligheid: U1
Dossier: d-9
Op: 2026-02-02
Aard: afgeschermd-kanarie

Vreemd: VR1
Dossier: d-9
Op: 2026-02-02
Iets: NULL

Doel: D1
Dossier: d-9
Op: 2026-02-03
Geboekt: 2026-02-03T10:00:00+01:00
Tekst: "Ik" wil 100%; 'zelf'
Akkoord: Emma
Akkoord: vader
Prioriteit: 2
Schaal: +1
Status: open

Doel: D2
Dossier: d-9
Op: 2026-02-03
Tekst: vervallen-kanarie

Doel: D1
Dossier: d-9
Op: 2026-03-01
Gewijzigd: 2026-03-02T09:00:00+01:00
Akkoord: moeder
Prioriteit:
Status: bezig

Doel: D2
Dossier: d-9
Op: 2026-03-01
Vervallen: dubbel

END
}

# From the database back to sorted lines `dossier|type|key|field|value`, values in quotes as SQL writes them.
uit_sql() {
    local table column
    sqlite3 "$1" "SELECT name FROM sqlite_master WHERE type = 'table'" | while read -r table; do
        if [ "$table" = overig ]; then
            sqlite3 "$1" "SELECT dossier || '|' || lower(soort) || '|' || sleutel || '|' || lower(veld) || '|' || quote(waarde) FROM overig"
        elif [[ $table == *_* ]]; then
            sqlite3 "$1" "SELECT dossier || '|${table%%_*}|' || sleutel || '|${table#*_}|' || quote(\"${table#*_}\") FROM \"$table\""
        else
            sqlite3 "$1" "SELECT name FROM pragma_table_info('$table') WHERE name NOT IN ('dossier', 'sleutel', 'bijgewerkt', 'gewijzigd')" |
                while read -r column; do
                    sqlite3 "$1" "SELECT dossier || '|$table|' || sleutel || '|$column|' || quote(cast(\"$column\" AS TEXT))
                        FROM \"$table\" WHERE \"$column\" IS NOT NULL"
                done
        fi
    done | sort
}

# The same of a recfile, without what is afgeschermd.
uit_rec() {
    python3 -c '
import re, sys
text = re.sub(r"\n\+ ?", "\x01", sys.stdin.read())
for record in text.split("\n\n"):
    fields = [line.split(": ", 1) for line in record.split("\n") if line]
    if not fields or fields[0][0] == "Veiligheid":
        continue
    (kind, key), rest = fields[0], fields[1:]
    dossier = dict(map(tuple, rest))["Dossier"]
    for name, value in rest:
        if name not in ("Dossier", "Gewijzigd"):
            value = value.replace("\x01", "\n").replace("\x27", "\x27\x27")
            print("|".join((dossier, kind.lower(), key, name.lower(), "\x27" + value + "\x27")))
' <"$1" | sort
}

@test "sqlite3 says of every dossier exactly what gesprek-stavaza --formaat=rec says" {
    command -v sqlite3 >/dev/null || skip 'there is no sqlite3'
    { cat "$CASUS"/*.rec; lastig; } >alles.rec
    gesprek-rapport uitvoer --map=tabellen alles.rec
    (cd tabellen && sqlite3 d.db <schema.sql)
    gesprek-stavaza --formaat=rec alles.rec >alles.stand
    uit_rec alles.stand >verwacht
    uit_sql tabellen/d.db >kreeg
    [ "$(wc -l <verwacht)" -gt 1000 ]
    diff verwacht kreeg
    [ "$(sqlite3 tabellen/d.db "SELECT bijgewerkt || ' ' || gewijzigd FROM doel WHERE dossier = 'd-9'")" = '2026-03-01 2026-03-02T09:00:00+01:00' ]
    [ "$(sqlite3 tabellen/d.db "SELECT prioriteit IS NULL FROM doel WHERE dossier = 'd-9'")" = 1 ]
    [ "$(sqlite3 tabellen/d.db "SELECT DISTINCT typeof(duur) FROM gesprek WHERE duur IS NOT NULL")" = integer ]
}

@test "python reads the CSV: a head, every cell as it is, formulas too, and what repeats in a table of its own" {
    lastig | gesprek-rapport uitvoer --map=t
    python3 - <<'END'
import csv
def rows(name):
    with open(f"t/{name}.csv", newline="", encoding="utf-8") as f:
        return list(csv.DictReader(f, strict=True))
(melding,) = rows("melding")
assert melding["vraag"] == "=cmd() \"ja\", 'nee'; en\n\neen regel \\ verder\n-- einde", melding
assert [(r["nummer"], r["bekend_bij"]) for r in rows("melding_bekend_bij")] == [("1", '=HYPERLINK("x")'), ("2", "a,b")]
(doel,) = rows("doel")
assert doel["sleutel"] == "D1" and doel["status"] == "bezig" and doel["schaal"] == "+1" and doel["prioriteit"] == "", doel
assert [r["akkoord"] for r in rows("doel_akkoord")] == ["moeder"]
assert [(r["soort"], r["veld"], r["nummer"], r["waarde"]) for r in rows("overig")] == [
    ("Melding", "Raar", "1", "eigen"), ("Melding", "Raar", "2", "nog een"), ("Vreemd", "Op", "1", "2026-02-02"), ("Vreemd", "Iets", "1", "NULL")]
assert rows("stap") == []
END
    run -1 grep -r vervallen-kanarie t
}

@test "only the owner can read them, in a directory that is there too; nothing is left beside them" {
    umask 022
    mkdir breed
    gesprek-rapport uitvoer --map=smal "$CASUS"
    gesprek-rapport uitvoer --map=breed "$CASUS"
    [ "$(stat -c %a smal)" = 700 ]
    [ "$(stat -c %a breed)" = 755 ]
    run -1 grep -v '^600$' <(stat -c %a smal/* breed/* smal/.gesprek.lock)
    [ "$(find smal -name '*.tmp' | wc -l)" -eq 0 ]
    diff -r smal breed
}

@test "Veiligheid only goes when it is asked for by name, and then alone" {
    lastig >l.rec
    gesprek-rapport uitvoer --map=gewoon l.rec
    run -1 grep -r -e afgeschermd-kanarie -e veiligheid gewoon
    gesprek-rapport uitvoer --soort=Veiligheid,Doel --map=genoemd l.rec
    grep -q afgeschermd-kanarie genoemd/veiligheid.csv
    [ "$(ls genoemd)" = "$(printf '%s\n' doel.csv doel_akkoord.csv doel_criterium.csv doel_samenwerking.csv doel_schaal_tekst.csv overig.csv \
        schema.sql veiligheid.csv veiligheid_teken.csv)" ]
    try gesprek-rapport uitvoer --soort=Organisatie --map=x l.rec
    expect_status 2
    expect_message fout 'gesprek-rapport: fout' 'geen recordtype van een dossier' gebruik
    [ ! -e x ]
}

@test "--op: as it was on that day; the script says what it rests on" {
    lastig >l.rec
    gesprek-rapport uitvoer --op=2026-02-10 --map=toen l.rec
    grep -q '"D1".*"open"' toen/doel.csv
    grep -q vervallen-kanarie toen/doel.csv
    grep -qx -- '-- Zoals het was op: 2026-02-10' toen/schema.sql
    grep -qx -- '-- Vandaag: 2026-11-22' toen/schema.sql
}

@test "all or nothing: a dossier with a fault, no dossier, a file that is there, a full disk" {
    { good d-1; good d-2 | sed 's/^Kader: wmo/Kader: wmmo/'; } >fout.rec
    try gesprek-rapport uitvoer --map=t fout.rec
    expect_status 3
    [ "$(find t -type f ! -name .gesprek.lock | wc -l)" -eq 0 ]
    try gesprek-rapport uitvoer --map=t2 /dev/null
    expect_status 1
    [ "$(find t2 -type f ! -name .gesprek.lock | wc -l)" -eq 0 ]
    good d-1 >goed.rec
    mkdir vol
    echo van mij >vol/stap.csv
    try gesprek-rapport uitvoer --map=vol goed.rec
    expect_status 4
    expect_message fout 'stap.csv: fout' 'daar komt niets overheen' bestaat-al
    [ "$(find vol -type f ! -name .gesprek.lock)" = vol/stap.csv ]
    try gesprek-rapport uitvoer --map=weg/diep goed.rec
    expect_status 4
    expect_message fout 'weg/diep: fout' 'kan niet gemaakt worden' schrijven
    try gesprek-rapport uitvoer --map=goed.rec goed.rec
    expect_status 4
    # A limit on the size of a file stands for a full disk.
    for i in {1..400}; do good "d-$i"; done >veel.rec
    try bash -c 'trap "" XFSZ; ulimit -f 8; exec gesprek-rapport uitvoer --map=klein veel.rec'
    expect_status 4
    expect_message fout 'gesprek-rapport: fout' 'er is niets geschreven' schrijven
    [ "$(find klein -type f ! -name .gesprek.lock | wc -l)" -eq 0 ]
}

@test "wrong use" {
    good d-1 >d.rec
    try gesprek-rapport uitvoer d.rec
    expect_status 2
    expect_message fout 'gesprek-rapport: fout' 'zeg met --map' gebruik
    try gesprek-rapport uitvoer --map=t --uit=x d.rec
    expect_status 2
    try gesprek-rapport uitvoer --map=t --formaat=csv d.rec
    expect_status 2
    try gesprek-rapport caseload --map=t d.rec
    expect_status 2
    [ ! -e t ]
}

@test "somebody else who writes there is waited for, and then it is 75" {
    mkdir t
    good d-1 >d.rec
    flock t/.gesprek.lock sleep 30 &
    while ! [ -e t/.gesprek.lock ] || flock -n t/.gesprek.lock true; do sleep 0.05; done
    # There is no --wacht here: ten seconds.
    try gesprek-rapport uitvoer --map=t d.rec
    kill %1
    expect_status 75
    expect_message fout 't: fout' 'iemand anders schrijft' bezet
}

@test "memory does not grow with the number of dossiers" {
    for n in 200 4000; do
        for ((i = 0; i < n; i++)); do good "d-$i"; done >$n.rec
        python3 - $n <<'END'
import resource, subprocess, sys
n = sys.argv[1]
subprocess.run(["gesprek-rapport", "uitvoer", f"--map=t{n}", f"{n}.rec"], check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
END
    done >kb
    [ "$(wc -l <t4000/melding.csv)" -eq 4001 ]
    # 24 bytes a dossier, and not its rows: 3800 of them are over 500 kB.
    read -rd '' few many <kb || true
    [ "$((many - few))" -lt 1500 ] || { cat kb; false; }
}
