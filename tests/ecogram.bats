#!/usr/bin/env bats
# gesprek-ecogram: who stands around the client: noted, asked for, drawn, counted and compared.

# shellcheck disable=SC2034,SC2154  # status and tried are those of tell; output and stderr of run
load hulp

setup() {
    hulp_setup
    cp "$CASUS"/*.rec .
}

# network [FIELD...]: a dossier with six people, of whom much is known; the fields are of the client.
network() {
    record Melding M1 2026-02-01 'Vraag: Ik wil koken.' 'Gemeente: 0356'
    record Client C1 2026-02-01 'Naam: Noor' "$@"
    record Relatie L1 2026-02-03 'Groep: gezin' 'Band: sterk' 'Spanning: geen' 'Naam: Moeder' 'Richting: wederzijds' 'Steun: emotioneel' \
        'Steun: praktisch' 'Afstand: 1' 'Mantelzorger: ja'
    record Relatie L2 2026-02-03 'Groep: ex-partner' 'Band: verbroken' 'Spanning: wisselend' 'Naam: Karel de Boom' 'Richting: van-client' 'Afstand: 3'
    record Relatie L3 2026-02-03 'Groep: professional' 'Band: gewoon' 'Naam: begeleider Ans Koopman' 'Richting: naar-client' 'Steun: advies' 'Afstand: 2'
    record Relatie L4 2026-02-03 'Groep: dienst' 'Band: zwak' 'Naam: Zes Sleutels' 'Richting: naar-client' 'Steun: praktisch'
    record Relatie L5 2024-05-01 'Groep: familie' 'Band: sterk' 'Naam: oma' 'Overleden: ja' 'Afstand: 1' 'Steun: gezelschap'
    record Relatie L6 2024-05-01 'Groep: vriend' 'Band: onbekend' 'Rol: van het koor'
}

# drawn FILE WORD...: its SVG in ecogram.svg, well-formed, and nothing lies over anything.
drawn() {
    try gesprek-ecogram "${@:2}" --formaat=svg --uit=ecogram.svg "$1"
    expect_status 0
    xmllint --noout ecogram.svg
    run -0 python3 "$BATS_TEST_DIRNAME/meetkunde.py" ecogram.svg
    assert_output --regexp '^goed '
}

# ---- teken ----

@test "teken: as text, with both sides, the groups, the ties and the legend" {
    network > d.rec
    try gesprek-ecogram teken d.rec
    expect_status 0
    expect_empty fout
    diff uit - << 'END'
Mijn netwerk – Noor
===================
22 november 2026

Zo was het op 22 november 2026.

Informeel: mensen om mij heen         ik  Formeel: hulpverleners, diensten
                           ex-partner: ┃ professional:
              K. de B. <────\/────┤ ├──┃<──────────── begeleider A. K. A
                                gezin: ┃ dienst:
                 Moeder EP M <════════>┃<╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ Zes Sleutels P ?
                              familie: ┃
           oma G (overleden) ══════════┃
                               vriend: ┃
        van het koor ? ················┃

══ sterk  ── gewoon  ╌╌ zwak  ─┤ ├─ verbroken  ·· nog niet bekend
/\ soms spanning  /\/\ veel spanning  !/\! onveilig
de pijl wijst naar wie geholpen wordt
E emotioneel  P praktisch  G gezelschap  A advies  M mantelzorger
hoe korter de lijn, hoe dichterbij; ? is nog niet genoteerd hoe dichtbij

Voor de cliënt. Klopt er iets niet? Zeg het, dan passen we het aan.
END
}

@test "teken: a long name wraps in its own column, and no line is over 80 columns" {
    { network; record Relatie L7 2026-02-03 'Groep: buur' 'Band: zwak' 'Spanning: onveilig' 'Afstand: 1' \
        'Naam: buurvrouw met een heel lange omschrijving van zeventig letters en nog meer Onafhankelijkheidsverklaring'; } > d.rec
    for option in '' --namen --ascii; do
        try gesprek-ecogram teken ${option:+"$option"} d.rec
        expect_status 0
        run -1 grep -E '^.{81}' uit
    done
    python3 "$BATS_TEST_DIRNAME/netwerk.py" . 5 60
    try gesprek-ecogram teken --namen n60-b.rec n60-i.rec
    run -1 grep -E '^.{81}' uit
}

@test "teken --ascii: not one byte outside ASCII, as wide as it was, and still every tie of its own" {
    network 'Bereikbaar: x' > d.rec
    record Relatie L7 2026-02-03 'Groep: buur' 'Band: zwak' 'Naam: buurvrouw Ménière 漢字' >> d.rec
    try gesprek-ecogram teken --namen --ascii d.rec
    expect_status 0
    LC_ALL=C run -1 grep -n '[^ -~]' uit
    expect_text uit 'buurvrouw Meniere ???'
    expect_text uit '== sterk  -- gewoon  ~~ zwak  -] [- verbroken  .. nog niet bekend'
    try gesprek-ecogram teken --ascii --formaat=svg d.rec
    expect_status 2
    expect_text fout '[gebruik]'
}

@test "names: initials or what somebody is, unless --namen; a service keeps its name" {
    # called NAME GROEP SHOWN
    called() {
        { good d-1; record Relatie L1 2026-02-03 "Groep: $2" 'Band: sterk' "Naam: $1"; } > naam.rec
        try gesprek-ecogram lijst --formaat=csv naam.rec
        expect_status 0
        assert_equal "$(tail -n 1 uit | cut -d, -f 3)" "\"$3\""
    }
    called 'moeder' gezin 'moeder'
    called 'Moeder' gezin 'Moeder'
    called 'oom Jan' familie 'oom J.'
    called 'Jan de Vries' vriend 'J. de V.'
    called 'jan de vries' vriend 'J. de V.'
    called 'De Vries' vriend 'D. V.'
    called 'Hans' vriend 'H.'
    called 'Herman' vriend 'H.'
    called 'herman boom' vriend 'H. B.'
    called 'Koopman' professional 'K.'
    called 'Aarts' professional 'A.'
    called 'schoonmoeder en zwager Piet' familie 'schoonmoeder en zwager P.'
    called 'de 2 zussen' familie 'de 2 zussen'
    called "de twee vaste collega's" collega "de twee vaste collega's"
    called 'werkbegeleider in de kantine' collega 'werkbegeleider in de kantine'
    called 'Élise' vriend 'É.'
    called 'Jan (buurman)' buur 'J. (buurman)'
    called 'Zes Sleutels' dienst 'Zes Sleutels'
    called '1 2 3' vriend '1 2 3'
    try gesprek-ecogram lijst --formaat=csv --namen naam.rec
    network > d.rec
    for form in tekst html svg dot graphml; do
        try gesprek-ecogram teken --formaat=$form d.rec
        expect_status 0
        expect_no_text uit Koopman
        expect_no_text uit Karel
        try gesprek-ecogram teken --namen --formaat=$form d.rec
        expect_status 0
        expect_text uit Koopman
        expect_text uit Karel
    done
}

@test "teken: nothing lies over anything, for 0 to 60 people with long names on either side or both" {
    mkdir in ecogram
    python3 "$BATS_TEST_DIRNAME/netwerk.py" in 1 {0..12} 17 25 33 41 52 60
    try gesprek-ecogram teken --namen --formaat=svg --map=ecogram in
    expect_status 0
    assert_equal "$(find ecogram -name '*.svg' | wc -l)" 57
    run -0 python3 "$BATS_TEST_DIRNAME/meetkunde.py" ecogram/*.svg
    assert_equal "${#lines[@]}" 57
    for file in ecogram/*; do xmllint --noout "$file"; done
}

@test "meetkunde sees it when a label, a tie or a symbol lies where it should not" {
    network > d.rec
    drawn d.rec teken
    # spoiled SED: the drawing with that change has faults.
    spoiled() {
        sed "$1" ecogram.svg > ecogram-stuk.svg
        run ! cmp -s ecogram.svg ecogram-stuk.svg
        run -1 python3 "$BATS_TEST_DIRNAME/meetkunde.py" ecogram-stuk.svg
    }
    spoiled '0,/text-anchor="end"/s///'
    spoiled '0,/<text x="[0-9]*"/s//<text x="9999"/'
    spoiled 's/<circle cx="[0-9]*" cy="[0-9]*" r="7"/<circle cx="300" cy="300" r="7"/'
    spoiled '0,/rx="[0-9]*"/s//rx="430"/'
    spoiled 's/y2="[0-9]*"/y2="120"/'
}

@test "teken: the drawing says all of it again for who hears it, is A4 at most, and has no script" {
    network > d.rec
    drawn d.rec teken
    expect_text ecogram.svg '<title id="beeld1-title">Mijn netwerk – Noor, 22 november 2026</title>'
    expect_text ecogram.svg 'Links: K. de B. (ex-partner, verbroken band, soms spanning, verder weg, ik help).'
    expect_text ecogram.svg 'Rechts: Zes Sleutels (dienst, zwakke band, helpt mij, steun: praktisch).'
    expect_text ecogram.svg 'oma (familie, sterke band, heel dichtbij, steun: gezelschap, overleden)'
    run -1 grep -iE '<script|<style|href|url\(|onload' ecogram.svg
    python3 "$BATS_TEST_DIRNAME/netwerk.py" . 3 60
    try gesprek-ecogram teken --formaat=svg n60-i.rec
    run -0 grep -oE 'width="[0-9]+" height="[0-9]+" role' uit
    read -r width height <<< "$(sed -E 's/[^0-9]+/ /g' <<< "$output")"
    [ "$width" -le 718 ] && [ "$height" -le 1046 ]
    try gesprek-ecogram teken --formaat=html n60-i.rec
    expect_text uit 'Iedereen die erop staat'
    try gesprek-ecogram teken --formaat=html d.rec
    expect_no_text uit 'Iedereen die erop staat'
}

@test "teken: each line, mark and symbol is drawn as the legend says" {
    # parts FIELD...: how often each kind of thing is drawn for one person, less what the legend draws.
    parts() {
        { good d-1; record Relatie L1 2026-02-03 "Afstand: 1" "$@"; } > een.rec
        gesprek-ecogram teken --formaat=svg een.rec 2> /dev/null > een.svg
        for pattern in 'stroke-width="9"' 'stroke-dasharray="8 6"' 'stroke-dasharray="0 7"' '<polyline' '<polygon' '<rect x' 'r="7"' 'r="10"'; do
            printf '%s ' $(($(grep -c "$pattern" een.svg) - $(grep -c "$pattern" leeg.svg)))
        done
    }
    good d-1 > leeg.rec
    gesprek-ecogram teken --formaat=svg leeg.rec > leeg.svg
    #            double dashed dotted zigzag arrow/sign square ball circle
    assert_equal "$(parts 'Groep: gezin' 'Band: sterk')" '1 0 0 0 0 0 1 0 '
    assert_equal "$(parts 'Groep: gezin' 'Band: gewoon')" '0 0 0 0 0 0 1 0 '
    assert_equal "$(parts 'Groep: gezin' 'Band: zwak' 'Spanning: geen')" '0 1 0 0 0 0 1 0 '
    assert_equal "$(parts 'Groep: gezin' 'Band: onbekend' 'Richting: naar-client')" '0 0 1 0 1 0 1 0 '
    assert_equal "$(parts 'Groep: gezin' 'Band: sterk' 'Spanning: wisselend')" '1 0 0 2 0 0 1 0 '
    assert_equal "$(parts 'Groep: gezin' 'Band: verbroken' 'Spanning: gespannen')" '0 0 0 4 0 0 1 0 '
    assert_equal "$(parts 'Groep: gezin' 'Band: gewoon' 'Spanning: onveilig' 'Richting: wederzijds')" '0 0 0 2 3 0 1 0 '
    assert_equal "$(parts 'Groep: dienst' 'Band: gewoon' 'Steun: advies' 'Steun: praktisch')" '0 0 0 0 0 3 0 0 '
    assert_equal "$(parts 'Groep: gezin' 'Band: gewoon' 'Mantelzorger: ja')" '0 0 0 0 0 0 1 1 '
}

@test "teken: the arrow is at the end of who is helped" {
    # near FIELD: `client` or `ander`: at which end of the tie the one arrow is.
    near() {
        { good d-1; record Relatie L1 2026-02-03 'Groep: gezin' 'Band: gewoon' 'Afstand: 1' "Richting: $1"; } > een.rec
        gesprek-ecogram teken --formaat=svg een.rec | python3 -c '
import re, sys
svg = sys.stdin.read()
ik = int(re.search(r"<ellipse cx=\"(\d+)\"", svg).group(1))
ball = int(re.search(r"<circle cx=\"(\d+)\" cy=\"\d+\" r=\"7\"", svg).group(1))
tip = int(re.search(r"<polygon points=\"(\d+)", svg).group(1))
print("client" if abs(tip - ik) < abs(tip - ball) else "ander")'
    }
    assert_equal "$(near naar-client)" client
    assert_equal "$(near van-client)" ander
}

@test "teken: a sheet that could hurt says to give it by hand, not why, and a message does; --zonder-spanning has nothing of it" {
    network > d.rec
    change Relatie L1 2026-03-01 'Spanning: onveilig' >> d.rec
    for form in tekst html; do
        try gesprek-ecogram teken --formaat=$form d.rec
        expect_status 0
        expect_text uit 'geef dit blad zelf in de hand'
        expect_text fout '[spanning-op-blad]'
        try gesprek-ecogram teken --formaat=$form --zonder-spanning d.rec
        expect_status 0
        expect_empty fout
        expect_no_text uit 'geef dit blad'
        expect_no_text uit onveilig
        expect_no_text uit panning
    done
    for words in 'teken --formaat=svg' 'teken --formaat=dot' 'teken --formaat=graphml' 'verschil --van=2026-02-02 --formaat=svg' 'verschil --van=2026-02-10'; do
        try "gesprek-ecogram $words" d.rec
        expect_text fout '[spanning-op-blad]'
        try "gesprek-ecogram $words" --zonder-spanning d.rec
        expect_status 0
        expect_empty fout
        sed 's/attr.name="spanning"//; s/edge-spanning//' uit > woorden
        run -1 grep -iE 'onveilig|spanning' woorden
    done
    change Relatie L1 2026-04-01 'Spanning: geen' >> d.rec
    try gesprek-ecogram verschil --van=2026-03-10 d.rec
    expect_text fout '[spanning-op-blad]'
}

@test "teken: who cannot be reached safely: the sheet and a message say so; what is in Veiligheid never comes" {
    network 'Veilig_bereikbaar: alleen op het werk' > d.rec
    record Veiligheid U1 2026-02-05 'Aard: GEHEIMWOORD' 'Teken: GEHEIMWOORD' >> d.rec
    for words in teken 'teken --formaat=svg' 'teken --formaat=html' 'teken --formaat=dot' 'teken --formaat=graphml' \
        'verschil --van=2026-02-02' meet 'meet --formaat=regel' lijst; do
        try "gesprek-ecogram $words" --namen d.rec
        expect_status 0
        expect_no_text uit GEHEIM
        expect_no_text uit 'op het werk'
        [[ $words == meet* || $words == lijst ]] || expect_text fout '[veilig-bereikbaar]'
    done
    try gesprek-ecogram teken d.rec
    expect_text uit 'geef dit blad zelf in de hand'
}

@test "the fold: another day, a withdrawal, an amendment" {
    network > d.rec
    change Relatie L2 2026-06-01 'Vervallen: dubbel' >> d.rec
    change Relatie L3 2026-06-01 'Band: sterk' 'Afstand:' >> d.rec
    try gesprek-ecogram teken d.rec
    expect_no_text uit 'K. de B.'
    expect_text uit '<═══════════════ begeleider A. K. A ?'
    try gesprek-ecogram teken --op=2026-05-31 d.rec
    expect_text uit 'K. de B.'
    expect_text uit 'Zo was het op 31 mei 2026.'
    try gesprek-ecogram lijst --geboekt-tot=2025-01-01 --formaat=csv d.rec
    assert_equal "$(wc -l < uit)" 3
}

# ---- other programs ----

@test "dot: Graphviz draws it with straight lines; whatever a name holds, it stays a name" {
    { network; record Relatie L7 2026-02-03 'Groep: buur' 'Band: gewoon' 'Naam: x"]; evil [label="\x' 'Richting: wederzijds'; } > d.rec
    try gesprek-ecogram teken --namen --formaat=dot --uit=d.dot d.rec
    expect_status 0
    expect_text d.dot 'splines=line'
    expect_text d.dot '"L7" [label="x\"]; evil [label=\"\\x", pos='
    expect_text d.dot '"L7" -- "_ik" [dir=both, style=solid]'
    expect_text d.dot 'Zo was het op 22 november 2026.'
    command -v dot || skip 'Graphviz is er niet'
    run -0 --separate-stderr dot -Tsvg d.dot
    assert_equal "$stderr" ''
    assert_equal "$(grep -c 'class="node"' <<< "$output")" 8
    assert_equal "$(grep -c 'class="edge"' <<< "$output")" 7
}

@test "graphml: another parser reads every person and every tie back" {
    network > d.rec
    try gesprek-ecogram teken --formaat=graphml --uit=d.graphml d.rec
    expect_status 0
    xmllint --noout d.graphml
    python3 - > gelezen << 'END'
import xml.etree.ElementTree as tree
ns = "{http://graphml.graphdrawing.org/xmlns}"
root = tree.parse("d.graphml").getroot()
keys = {key.get("id"): key.get("attr.name") for key in root.iter(ns + "key")}
for thing in (*root.iter(ns + "node"), *root.iter(ns + "edge")):
    data = {keys[d.get("key")]: d.text for d in thing.iter(ns + "data")}
    print(thing.get("id") or thing.get("source") + "-" + thing.get("target"), *(f"{k}={data[k]}" for k in sorted(data)), sep="; ")
END
    diff gelezen - << 'END'
_ik; label=ik
L2; afstand=3; groep=ex-partner; kant=informeel; label=K. de B.
L1; afstand=1; groep=gezin; kant=informeel; label=Moeder (emotioneel, praktisch, mantelzorger); mantelzorger=ja
L5; afstand=1; groep=familie; kant=informeel; label=oma (gezelschap); overleden=ja
L6; groep=vriend; kant=informeel; label=van het koor
L3; afstand=2; groep=professional; kant=formeel; label=begeleider A. K. (advies)
L4; groep=dienst; kant=formeel; label=Zes Sleutels (praktisch)
L2-_ik; band=verbroken band; richting=ik help; spanning=soms spanning
L1-_ik; band=sterke band; richting=we helpen elkaar; steun=emotioneel, praktisch
L5-_ik; band=sterke band; steun=gezelschap
L6-_ik; band=band nog niet bekend
L3-_ik; band=gewone band; richting=helpt mij; steun=advies
L4-_ik; band=zwakke band; richting=helpt mij; steun=praktisch
END
    python3 -c 'import networkx' 2> /dev/null || skip 'networkx is er niet'
    assert_equal "$(python3 -c 'import networkx; g = networkx.read_graphml("d.graphml"); print(len(g), g.size())')" '7 6'
}

# ---- several dossiers ----

@test "--map: a file for each dossier, never a mix; a second time replaces; the same bytes as alone" {
    mkdir uitvoer
    for form in tekst:txt html:html svg:svg dot:dot graphml:graphml; do
        try gesprek-ecogram teken --formaat=${form%:*} --map=uitvoer emma.rec johan.rec richard.rec
        expect_status 0
        expect_empty uit
        assert_equal "$(cd uitvoer && echo ./*)" "./2026-0017.${form#*:} ./2026-0021.${form#*:} ./2026-0034.${form#*:}"
        try gesprek-ecogram teken --formaat=${form%:*} johan.rec
        cmp uit "uitvoer/2026-0021.${form#*:}"
        run -1 grep -l Johan uitvoer/2026-0017.* uitvoer/2026-0034.*
        try gesprek-ecogram teken --formaat=${form%:*} --map=uitvoer johan.rec
        expect_status 0
        rm uitvoer/*
    done
    try gesprek-ecogram verschil --van=2026-03-01 --map=uitvoer .
    assert_equal "$(cd uitvoer && echo ./*)" './2026-0017.txt ./2026-0021.txt ./2026-0034.txt'
    try gesprek-ecogram teken --formaat=svg --map=weg emma.rec
    expect_status 4
    try gesprek-ecogram teken --map=uitvoer --uit=x emma.rec
    expect_status 2
}

@test "--map: a dossier with a fault has no file, the others have; status 3" {
    mkdir uitvoer
    sed '/^Relatie: L1/a geen veld' johan.rec > fout.rec
    rm johan.rec
    try gesprek-ecogram teken --formaat=svg --map=uitvoer .
    expect_status 3
    assert_equal "$(cd uitvoer && echo ./*)" './2026-0017.svg ./2026-0034.svg'
}

@test "one picture is of one dossier: more are refused" {
    for form in svg dot graphml; do
        try gesprek-ecogram teken --formaat=$form emma.rec johan.rec
        expect_status 2
        expect_empty uit
        expect_text fout '--map'
        try gesprek-ecogram teken --formaat=$form --dossier=2026-0021 emma.rec johan.rec
        expect_status 0
        { cat johan.rec; echo 'geen veld'; echo; } > fout.rec
        try gesprek-ecogram teken --formaat=$form fout.rec
        expect_status 3
        expect_empty uit
        rm fout.rec
    done
}

@test "the same input gives the same bytes" {
    for words in teken 'teken --formaat=svg' 'teken --formaat=dot' 'teken --formaat=graphml' 'verschil --van=2026-03-01 --formaat=svg' meet; do
        try "gesprek-ecogram $words" emma.rec
        cp uit eerst
        TZ=UTC LC_ALL=C try "gesprek-ecogram $words" emma.rec
        cmp eerst uit
    done
}

# ---- meet ----

@test "meet: what there is, where it is fragile, and who was not spoken of" {
    network > d.rec
    try gesprek-ecogram meet d.rec
    expect_status 0
    diff uit - << 'END'
Netwerk van d-1
===============
22 november 2026

Mensen en diensten: 5
Informeel:          3, formeel 2 (40% formeel)
Banden:             1 sterk, 1 gewoon, 1 zwak, 1 verbroken, 1 nog niet bekend
Spanning:           1 geen spanning, 1 soms spanning, 3 nog niet genoteerd
Wederzijds:         1 van de 4 banden waar de richting genoteerd is

Steun
-----
emotioneel:         alleen van Moeder: wie is er als dat een keer niet kan?
praktisch:          van 2
gezelschap:         nog van niemand genoteerd
advies:             alleen van begeleider A. K.: wie is er als dat een keer niet
                    kan?

Langer dan een jaar niet over gesproken
---------------------------------------
- van het koor, voor het laatst op 1 mei 2024

Intern: alleen voor wie met dit dossier werkt. Een getal zegt niet of een
netwerk goed is: dat zegt de cliënt.
END
}

@test "meet: as csv and as a line, without names, also of nobody" {
    network > d.rec
    good d-2 > leeg.rec
    try gesprek-ecogram meet --formaat=regel d.rec leeg.rec
    expect_status 0
    diff uit - << 'END'
d-1: 5 mensen en diensten (3 informeel, 2 formeel); banden: 1 sterk, 1 gewoon, 1 zwak, 1 verbroken, 1 nog niet bekend; 1 soms spanning; steun: 1 emotioneel, 2 praktisch, 1 advies; maar van een: emotioneel, advies.
d-2: 0 mensen en diensten (0 informeel, 0 formeel).
END
    try gesprek-ecogram meet --formaat=csv d.rec leeg.rec
    tr -d '\r"' < uit | diff - /dev/fd/3 3<< 'END'
dossier,dag,omvang,informeel,formeel,sterk,gewoon,zwak,verbroken,onbekend,geen_spanning,wisselend,gespannen,onveilig,emotioneel,praktisch,gezelschap,advies,maar_van_een,naar_client,van_client,wederzijds,jaar_stil
d-1,2026-11-22,5,3,2,1,1,1,1,1,1,1,0,0,1,2,0,1,emotioneel advies,2,1,1,1
d-2,2026-11-22,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,,0,0,0,0
END
    try gesprek-ecogram meet leeg.rec
    expect_status 0
    expect_text uit 'Mensen en diensten: 0'
}

@test "meet: who does not give does not count: from the client only, broken, or dead" {
    # advice FIELD...: how many give advice.
    advice() {
        { good d-1; record Relatie L1 2026-02-03 'Groep: vriend' 'Steun: advies' "$@"; } > een.rec
        gesprek-ecogram meet --formaat=csv een.rec | tail -n 1 | cut -d, -f 18
    }
    assert_equal "$(advice 'Band: sterk')" '"1"'
    assert_equal "$(advice 'Band: sterk' 'Richting: wederzijds')" '"1"'
    assert_equal "$(advice 'Band: sterk' 'Richting: van-client')" '"0"'
    assert_equal "$(advice 'Band: verbroken')" '"0"'
    assert_equal "$(advice 'Band: sterk' 'Overleden: ja')" '"0"'
}

@test "meet: a year is a year, and a day less is not" {
    for day in 2025-11-22:1 2025-11-23:0; do
        { good d-1; record Relatie L1 "${day%:*}" 'Groep: vriend' 'Band: sterk'; } | sed 's/2026-02-01/2025-01-01/' > een.rec
        gesprek-ecogram meet --formaat=csv een.rec > uit
        assert_equal "$(tail -n 1 uit | tr -d '\r' | cut -d, -f 23)" "\"${day#*:}\""
    done
}

# ---- verschil ----

changed() {
    network
    change Relatie L1 2026-05-01 'Band: gewoon' 'Spanning: wisselend' 'Steun: praktisch' 'Mantelzorger: nee'
    change Relatie L2 2026-05-01 'Vervallen: klaar'
    change Relatie L3 2026-05-01 'Overleden: ja'
    record Relatie L10 2026-06-01 'Groep: buur' 'Band: zwak' 'Naam: buurvrouw Ada' 'Steun: gezelschap'
}

@test "verschil: who came, who went, which ties changed, in words" {
    changed > d.rec
    try gesprek-ecogram verschil --van=2026-03-01 d.rec
    expect_status 0
    sed -n '/^- /,/^$/p' uit | diff - /dev/fd/3 3<< 'END'
- Nieuw: buurvrouw A. (buur, zwakke band, steun: gezelschap)
- Staat er niet meer bij: K. de B. (was: ex-partner, verbroken band, soms
  spanning, verder weg, ik help)
- Anders: Moeder (gezin, gewone band, soms spanning, heel dichtbij, we helpen
  elkaar, steun: praktisch); eerst: sterke band, geen spanning, steun emotioneel
  en praktisch, mantelzorger
- Anders: begeleider A. K. (professional, gewone band, dichtbij, helpt mij,
  steun: advies, overleden); is overleden

END
    expect_text uit 'Wat er anders is: van 1 maart 2026 tot en met 22 november 2026.'
    expect_text uit '+ buurvrouw A. G ?'
    expect_text uit '– K. de B.'
    expect_text uit '≠ Moeder P'
    try gesprek-ecogram verschil --van=2026-03-01 --tot=2026-05-31 d.rec
    expect_no_text uit Nieuw
    try gesprek-ecogram verschil --van=2026-06-02 d.rec
    expect_text uit 'Alles is hetzelfde gebleven.'
}

@test "verschil: as a drawing, with a mark and words for each, and nothing over anything" {
    changed > d.rec
    drawn d.rec verschil --van=2026-03-01
    for mark in + – ≠; do
        assert_equal "$(grep -c ">$mark</text>" ecogram.svg)" "$((mark = $(grep -o '≠' <<< "$mark" | wc -l) + 2))"
    done
    expect_text ecogram.svg '>nieuw</text>'
    expect_text ecogram.svg '>staat er niet meer bij</text>'
    expect_text ecogram.svg '>eerst: sterke band, geen</text>'
    mkdir in ecogram
    python3 "$BATS_TEST_DIRNAME/netwerk.py" in 2 10 30 60
    for file in in/*.rec; do
        name=${file##*/}
        for n in 1 2 3 5 8; do
            printf '%s\n' "Relatie: L$n" "Dossier: ${name%.rec}" 'Op: 2026-03-01' 'Door: x' 'Gewijzigd: 2026-03-01T10:00:00+01:00' 'Band: zwak' \
                'Steun:' 'Afstand: 3' 'Richting: wederzijds' ''
        done >> "$file"
    done
    try gesprek-ecogram verschil --van=2026-02-10 --namen --formaat=svg --map=ecogram in
    expect_status 0
    run -0 python3 "$BATS_TEST_DIRNAME/meetkunde.py" ecogram/*.svg
}

@test "verschil: the days must be days, in order" {
    # refused WORD...
    refused() {
        try gesprek-ecogram verschil "$@" emma.rec
        expect_status 2
        expect_empty uit
        expect_text fout '[gebruik]'
    }
    refused
    refused --van=2026-02-31
    refused --van=2026-03-01 --tot=morgn
    refused --van=2026-03-01 --tot=2026-03-01
    refused --van=2026-03-01 --tot=2026-04-01 --op=2026-04-01
    try gesprek-ecogram verschil --van=-6m --op=2026-11-01 emma.rec
    expect_status 0
}

# ---- lijst ----

@test "lijst: everybody with the words of the schema" {
    network > d.rec
    try gesprek-ecogram lijst --formaat=csv d.rec
    expect_status 0
    tr -d '\r"' < uit | diff - /dev/fd/3 3<< 'END'
dossier,sleutel,wie,groep,band,spanning,richting,afstand,steun,mantelzorger,overleden,laatst
d-1,L2,K. de B.,ex-partner,verbroken,wisselend,van-client,3,,,,2026-02-03
d-1,L1,Moeder,gezin,sterk,geen,wederzijds,1,emotioneel praktisch,ja,,2026-02-03
d-1,L5,oma,familie,sterk,,,1,gezelschap,,ja,2024-05-01
d-1,L6,van het koor,vriend,onbekend,,,,,,,2024-05-01
d-1,L3,begeleider A. K.,professional,gewoon,,naar-client,2,advies,,,2026-02-03
d-1,L4,Zes Sleutels,dienst,zwak,,naar-client,,praktisch,,,2026-02-03
END
    try gesprek-ecogram lijst d.rec
    expect_text uit 'Dossier    Sleutel'
}

@test "every choice of the schema has its own words" {
    # counted FIELD: as many choices as words for them in the drawings, all different.
    counted() {
        local choices
        choices=$(gesprek-ecogram nieuw --help | tr -s ' \n' ' ' | grep -o -- "--${1,,}=WAARDE .*" | sed 's/^[^:]*: //; s/ --.*//')
        # shellcheck disable=SC2086  # words are words
        for choice in $choices; do
            { good d-1; record Relatie L1 2026-02-03 "$1: $choice" "${@:2}"; } > een.rec
            gesprek-ecogram teken --formaat=graphml een.rec 2> /dev/null | grep -v '<desc>' | grep -c . > /dev/null
            gesprek-ecogram teken --formaat=graphml een.rec 2> /dev/null | grep '<data' | tr '\n' ' '
            echo
        done > vormen
        [ "$(wc -l < vormen)" -ge 3 ]
        assert_equal "$(sort -u vormen | wc -l)" "$(wc -l < vormen)"
    }
    counted Groep 'Band: sterk'
    assert_equal "$(wc -l < vormen)" 14
    counted Band 'Groep: buur'
    assert_equal "$(wc -l < vormen)" 5
    counted Spanning 'Groep: buur' 'Band: sterk'
    counted Richting 'Groep: buur' 'Band: sterk'
    counted Steun 'Groep: buur' 'Band: sterk'
    # In the order of the schema: what is said first is what is written first.
    { good d-1; record Relatie L1 2026-02-03 'Groep: dienst' 'Band: onbekend' 'Spanning: onveilig' 'Richting: wederzijds' 'Steun: advies'; } > een.rec
    gesprek-ecogram teken --formaat=graphml een.rec 2> /dev/null > een.graphml
    for words in dienst 'band nog niet bekend' onveilig 'we helpen elkaar' advies; do expect_text een.graphml ">$words<"; done
}

# ---- nieuw, wijzig ----

@test "nieuw and wijzig: what the options say, and what was there stays to be found" {
    try gesprek-ecogram nieuw --groep=buur --band=zwak --naam='buurvrouw Ada' --steun=praktisch --steun=advies -n emma.rec
    expect_status 0
    diff uit - << 'END'
Relatie: L7
Dossier: 2026-0017
Op: 2026-11-22
Door: m.devries
Geboekt: 2026-11-22T14:30:00+01:00
Groep: buur
Band: zwak
Naam: buurvrouw Ada
Steun: praktisch
Steun: advies

END
    try gesprek-ecogram nieuw --groep=buur --band=zwak --op=2026-11-01 -i emma.rec
    assert_equal "$(< uit)" L7
    try gesprek-ecogram wijzig L7 --band=sterk --steun+=advies --steun+=praktisch -i emma.rec
    assert_equal "$(< uit)" L7
    try gesprek-ecogram wijzig --steun-=advies L7 -n emma.rec
    expect_status 0
    assert_equal "$(grep Steun uit)" 'Steun: praktisch'
    run -0 gesprek-check emma.rec
    try gesprek-ecogram lijst --op=2026-11-20 --formaat=csv emma.rec
    expect_text uit '"L7","buur","buur","zwak"'
    gesprek-ecogram nieuw --groep=vriend --band=sterk < johan.rec > twee.rec
    assert_equal "$(grep -c '^Relatie: ' twee.rec)" $(($(grep -c '^Relatie: ' johan.rec) + 1))
}

@test "nieuw: from a template, a file and the standard input" {
    try gesprek-ecogram nieuw --sjabloon
    expect_status 0
    sed 's/^Groep:.*/Groep: vriend/; s/^Band:.*/Band: gewoon/' uit > in.txt
    try gesprek-ecogram nieuw --ingevuld=in.txt -n emma.rec
    expect_status 0
    expect_text uit 'Groep: vriend'
    echo 'iets wat niemand anders hoeft te zien' > verhaal.txt
    try gesprek-ecogram nieuw --groep=vriend --band=sterk --eigen-verhaal=@verhaal.txt -n emma.rec
    expect_text uit 'Eigen_verhaal: iets wat'
    try gesprek-ecogram nieuw --ingevuld=- < in.txt
    expect_status 2
}

@test "nieuw and wijzig: what is wrong is refused, and nothing is written" {
    cp emma.rec was.rec
    # refused STATUS CODE WORD...
    refused() {
        try gesprek-ecogram "${@:3}" -i emma.rec
        expect_status "$1"
        expect_text fout "[$2]"
        expect_empty uit
        cmp was.rec emma.rec
    }
    refused 2 veld-nodig nieuw --groep=buur
    refused 2 keuze-onbekend nieuw --groep=buurt --band=sterk
    refused 2 getal-fout nieuw --groep=buur --band=sterk --afstand=4
    refused 2 gebruik nieuw --groep=buur --band=sterk --tekst=x
    refused 2 gebruik nieuw --groep=buur --band=sterk -n
    refused 2 gebruik wijzig L1
    refused 3 sleutel-onbekend wijzig L99 --band=sterk
    refused 3 ander-type wijzig D1 --band=sterk
    refused 2 gebruik wijzig L1 --akkoord=x
    refused 2 gebruik vraag --band=sterk
    refused 2 gebruik teken
    refused 2 gebruik meet --map=x
    refused 3 op-volgorde wijzig L1 --band=zwak --op=2026-01-01
    try gesprek-ecogram wijzig --band=sterk
    expect_status 2
    expect_text fout 'noem de sleutel'
}

@test "nieuw: without a field or a template the questions are asked at the terminal" {
    printf '%s\n' 'regel ' 'regel buur' 'regel sterk' vraag 'typ \x04' 'wacht Bewaren' 'regel j' > toetsen
    TERM=xterm python3 "$BATS_TEST_DIRNAME/toetsenbord.py" toetsen gesprek-ecogram nieuw -i emma.rec > uit
    assert_equal "$(< uit)" L7
}

# ---- vraag ----

# asked FILE LINE...: the network questions on FILE with these lines typed; what was printed is in uit, what was shown in scherm.
asked() {
    printf '%s\n' "${@:2}" > toetsen
    rm -f scherm
    status=0
    TERM=xterm python3 "$BATS_TEST_DIRNAME/toetsenbord.py" toetsen gesprek-ecogram vraag -i "$1" > uit 2> fout || status=$?
    tried="vraag -i $1"
}

@test "vraag: who is named is noted once, with the support they were named for; who is known gets it too" {
    cp emma.rec was.rec
    asked emma.rec 'regel tante Bep' 'regel Vader' 'regel ' 'regel TANTE bep' 'regel ' 'regel ' 'regel >' 'regel familie' 'regel zwak' \
        'wacht Bewaren' 'regel j'
    expect_status 0
    assert_equal "$(xargs < uit)" 'L7 L1'
    tail -n 19 emma.rec | sed '/^Dossier\|^Op\|^Door\|^Ge[bw]/d' | diff - /dev/fd/3 3<< 'END'
Relatie: L7
Groep: familie
Band: zwak
Naam: tante Bep
Steun: emotioneel
Steun: gezelschap

Relatie: L1
Steun: praktisch
Steun: emotioneel

END
    cmp -n "$(wc -c < was.rec)" was.rec emma.rec
    gesprek-check emma.rec
}

@test "vraag: eight questions, everything may be passed over, and then nothing is written" {
    cp emma.rec was.rec
    asked emma.rec 'regel ' 'regel ' 'regel ' 'regel ' 'regel ' 'regel ' 'regel ' 'regel '
    expect_status 1
    expect_text fout '[niets-geschreven]'
    expect_text scherm 'Vraag 8 van 8'
    cmp was.rec emma.rec
}

@test "vraag: without a tie it is not known yet, without a group somebody is not noted, and that is said" {
    asked emma.rec 'regel Joep' 'regel Bep' 'regel >' 'regel ' 'regel buur' 'regel ' 'wacht Bewaren' 'regel j'
    expect_status 0
    assert_equal "$(< uit)" L7
    expect_text scherm 'Niet genoteerd, want Groep is overgeslagen: Joep'
    expect_text emma.rec $'Groep: buur\nBand: onbekend\nNaam: Bep\nSteun: emotioneel\n'
    expect_no_text emma.rec 'Naam: Joep'
}

@test "vraag: one can go back, and see who was named" {
    asked emma.rec 'regel Bep' 'regel ' 'regel <' 'regel Ada' 'regel >' 'regel buur' 'regel sterk' 'regel vriend' 'regel sterk' 'wacht Bewaren' 'regel n'
    expect_status 1
    expect_text scherm 'al genoemd: Bep'
    expect_text scherm 'Naam: Ada'
}

@test "vraag: Ctrl-D keeps what can be kept; without a terminal it is status 2; as a filter the whole dossier comes out" {
    asked emma.rec 'regel vader' 'vraag' 'typ \x04' 'wacht Bewaren' 'vraag' 'typ \x04'
    expect_status 0
    assert_equal "$(< uit)" L1
    try timeout 10 setsid -w gesprek-ecogram vraag -i emma.rec
    expect_status 2
    expect_message fout 'gesprek-ecogram: fout' 'geen terminal' gebruik
    printf '%s\n' 'regel Bep' 'regel >' 'regel buur' 'regel sterk' 'wacht Bewaren' 'regel j' > toetsen
    TERM=xterm python3 "$BATS_TEST_DIRNAME/toetsenbord.py" toetsen gesprek-ecogram vraag < johan.rec > uit
    head -c "$(wc -c < johan.rec)" uit | cmp - johan.rec
    tail -n 5 uit | grep -Fx 'Naam: Bep'
}
