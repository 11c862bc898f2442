#!/usr/bin/env bats
# What gesprek-nazorg gives to a calendar, as others read it: libical, and calcurse. Every day that is expected was counted by hand.

# shellcheck disable=SC2034  # tried is for tell
load hulp

# reader: a parser that is not ours; make test builds it.
reader() {
    LEES=$BIN/../ical/lees
    [ -x "$LEES" ] || skip 'libical is er niet'
}

# times FIELD...: the days of aftercare that repeats, as libical finds them up to the end of 2029, on one line.
times() {
    record Nazorg N1 2026-01-02 'Soort: bellen' "$@" >d.rec
    gesprek-nazorg agenda --formaat=ical d.rec | "$LEES" 20291231 | sed -n 's/^keer //p' | tr '\n' ' '
}

@test "libical finds no fault in what the three cases give, as to-dos and as events, and as much as the rows for programs" {
    reader
    for words in '' --vevent; do
        try "gesprek-nazorg agenda --formaat=ical $words" "$CASUS"
        expect_status 0
        run -0 "$LEES" <uit
        [[ $output != *fout:* ]]
        # Every line ends in CRLF and is 75 octets at most, and a character is never cut in two.
        run -1 grep -vc $'\r$' uit
        LC_ALL=C run -1 grep -cE '^.{77}' uit
        run -0 iconv -f UTF-8 -t UTF-16 -o /dev/null <(tr -d '\r' <uit)
        run -0 "$LEES" 20261101 <uit
        [ "$(grep -cE '^V(TODO|EVENT) .* alarm=.* class=PRIVATE sum=' <<<"$output")" -eq "$(gesprek-nazorg agenda --formaat=csv "$CASUS" | tail -n +2 | wc -l)" ]
        # No name of a client.
        [[ ! $output =~ Emma|Johan|Richard ]]
    done
}

@test "libical expands the repeats to the days that Herhaal means: until Einde, and the last day of a short month" {
    reader
    [ "$(times 'Uiterlijk: 2026-12-07' 'Herhaal: 4w' 'Einde: 2027-03-01')" = '20261207 20270104 20270201 20270301 ' ]
    [ "$(times 'Uiterlijk: 2026-12-31' 'Herhaal: 1m' 'Einde: 2027-05-31')" = '20261231 20270131 20270228 20270331 20270430 20270531 ' ]
    [ "$(times 'Uiterlijk: 2027-12-30' 'Herhaal: 2m' 'Einde: 2028-06-29')" = '20271230 20280229 20280430 ' ]
    [ "$(times 'Uiterlijk: 2027-01-29' 'Herhaal: 1m' 'Einde: 2027-04-01')" = '20270129 20270228 20270329 ' ]
    [ "$(times 'Uiterlijk: 2027-02-28' 'Herhaal: 1m' 'Einde: 2027-05-01')" = '20270228 20270328 20270428 ' ]
    [ "$(times 'Uiterlijk: 2024-02-29' 'Herhaal: 1j' 'Einde: 2028-12-31')" = '20240229 20250228 20260228 20270228 20280229 ' ]
    # Moved on after a contact: the 31st stays the 31st.
    {
        record Nazorg N1 2026-11-02 'Soort: bellen' 'Uiterlijk: 2027-01-31' 'Herhaal: 1m' 'Einde: 2027-05-31'
        record Gesprek G1 2027-02-01 'Vorm: telefonisch' 'Fase: nazorg' 'Bij: N1'
    } >d.rec
    [ "$(gesprek-nazorg agenda --formaat=ical --vandaag=2027-02-02 d.rec | "$LEES" 20291231 | sed -n 's/^keer //p' | tr '\n' ' ')" = \
        '20270228 20270331 20270430 20270531 ' ]
}

# shown: what calcurse shows from 1 December 2026 to 28 February 2027, a line a point: `12/01/26 d-1 …`.
shown() {
    calcurse -D map -Q --from 12/01/2026 --to 02/28/2027 | awk '/^[0-9]/ { sub(/:$/, ""); day = $0; next }
        /->/ { time = " " $2; next } { sub(/^[\t *]+/, ""); if ($0 != "") print day time " " $0; time = "" }'
}

@test "calcurse shows events on their day, at their time, with their text, and their repeats" {
    command -v calcurse >/dev/null || skip 'calcurse is er niet'
    {
        record Client C1 2026-11-01 'Naam: Noor' 'Geboren: 2010-12-10'
        record Nazorg N1 2026-11-02 'Soort: bellen' 'Uiterlijk: 2026-12-07' 'Herhaal: 4w' 'Einde: 2027-01-04'
        record Nazorg N2 2026-11-02 'Soort: huisbezoek' 'Uiterlijk: 2026-12-31' 'Herhaal: 1m' 'Einde: 2027-06-30'
        record Afspraak A1 2026-11-02 'Wanneer: 2026-12-01T08:30'
        record Toestemming T1 2026-11-03 'Aan: school' 'Waarover: Doel' 'Waarvoor: hulp' 'Uitkomst: gegeven' 'Gegeven_door: client' \
            'Tot: 2027-12-31'
    } >d.rec
    mkdir map
    try 'gesprek-nazorg agenda --formaat=ical --vevent' d.rec
    run -0 calcurse -D map -i uit
    [[ $output == *'0 skipped'* ]]
    # A line that was folded, with a letter of two octets.
    shown >gezien
    diff gezien - <<'END'
12/01/26 08:30 d-1 A1: er is een afspraak om 8.30 uur
12/07/26 d-1 N1: bel voor de nazorg
12/10/26 d-1 T1: de cliënt wordt een jaar ouder en mag meer zelf: kijk samen deze toestemming na
12/31/26 d-1 N2: ga langs voor de nazorg
01/04/27 d-1 N1: bel voor de nazorg
01/31/27 d-1 N2: ga langs voor de nazorg
02/28/27 d-1 N2: ga langs voor de nazorg
END
    # As to-dos it takes them all in, without a day.
    try 'gesprek-nazorg agenda --formaat=ical' d.rec
    run -0 calcurse -D map -i uit
    [[ $output == *'5 todos / 0 skipped'* ]]
}
