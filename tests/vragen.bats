#!/usr/bin/env bats
# Questions at the terminal: gesprek-intake nieuw, gesprek-verslag nieuw, gesprek-noteer nieuw.

load hulp

setup() {
    hulp_setup
    mkdir -m 700 d
    export TERM=xterm
}

# at COMMAND...: at a terminal, with the keys of the file toetsen; output in uit and fout, the screen in scherm. Sets
# status.
at() {
    rm -f scherm
    # shellcheck disable=SC2034  # for tell
    tried="$*"
    status=0
    python3 "$BATS_TEST_DIRNAME/toetsenbord.py" toetsen "$@" >uit 2>fout </dev/null || status=$?
}

# answers TEXT...: a line for each
answers() {
    printf 'regel %s\n' "$@"
}

# keys LINE...: as they are; finish: Ctrl-D at the next question
keys() {
    printf '%s\n' "$@"
}

finish() {
    keys vraag 'typ \x04'
}

# the bytes between, without what steers the terminal
screen() {
    sed 's/\x1b\[?2004[hl]//g; s/\r//g' scherm
}

# the fields of the last record of FILE, without those that every record has
last_record() {
    awk 'BEGIN { RS = "" } { last = $0 } END { print last }' "$1" | grep -vE '^(Dossier|Op|Door|Geboekt|Gewijzigd): '
}

@test "a dossier from questions: what was answered stands in it, in its order" {
    { answers '' 'Ik wil wónen met 漢字.' '' 0356 '' huisarts '' 5 '>' Emma; finish; answers ''; } >toetsen
    at gesprek-intake nieuw -i d
    expect_status 0
    [ "$(cat uit)" = 2026-0001 ]
    printf '%s\n' 'Melding: M1' 'Dossier: 2026-0001' 'Op: 2026-11-22' 'Door: m.devries' \
        'Geboekt: 2026-11-22T14:30:00+01:00' 'Vraag: Ik wil wónen met 漢字.' 'Gemeente: 0356' 'Via: huisarts' \
        'Werkveld: geestelijke-gezondheidszorg' '' 'Client: C1' 'Dossier: 2026-0001' 'Op: 2026-11-22' 'Door: m.devries' \
        'Geboekt: 2026-11-22T14:30:00+01:00' 'Naam: Emma' '' >want
    cmp want d/2026-0001.rec
    [ "$(stat -c %a d/2026-0001.rec)" = 600 ]
}

@test "without -i the dossier is printed, for the next in a pipe" {
    { answers '' 'Ik wil hulp.' '' 0356; finish; answers ''; } >toetsen
    at gesprek-intake nieuw --dossier=2026-0017
    expect_status 0
    gesprek-check uit
    grep -qx 'Dossier: 2026-0017' uit
}

@test "who passes over everything has written nothing" {
    { for _ in $(seq 21); do answers ''; done; } >toetsen
    at gesprek-intake nieuw -i d
    expect_status 1
    expect_empty uit
    expect_message fout 'gesprek-intake: opmerking' 'niets bewaard' niets-geschreven
    [ -z "$(ls d)" ]
}

@test "the day is asked, unless --op says it; a word for a day will do" {
    { answers gisteren 'Ik wil hulp.' '' 0356; finish; answers ''; } >toetsen
    at gesprek-intake nieuw -i d
    expect_status 0
    grep -qx 'Op: 2026-11-21' d/2026-0001.rec
    { answers 'Ik wil hulp.' '' 0356; finish; answers ''; } >toetsen
    at gesprek-intake nieuw -i --op=2026-03-01 d
    expect_status 0
    grep -qx 'Op: 2026-03-01' d/2026-0002.rec
    expect_no_text scherm 'Op welke dag'
}

@test "a day and a moment as people say them" {
    good 2026-0017 >a.rec
    { answers 3-2-2026 '5/11/2026 9:30'; finish; answers j; } >toetsen
    at gesprek-noteer nieuw Afspraak -i a.rec
    expect_status 0
    [ "$(last_record a.rec)" = "$(printf '%s\n' 'Afspraak: A1' 'Wanneer: 2026-11-05T09:30')" ]
    grep -qx 'Op: 2026-02-03' a.rec
    { answers 31-2-2026; keys 'wacht 2026-11-22'; answers '' '2026-11-05 25:00'; keys 'wacht 2026-11-22T14:30'; answers \
        '2026-11-05T10:00'; finish; answers j; } >toetsen
    at gesprek-noteer nieuw Afspraak -i a.rec
    expect_status 0
    [ "$(last_record a.rec)" = "$(printf '%s\n' 'Afspraak: A2' 'Wanneer: 2026-11-05T10:00')" ]
}

@test "back: to the question before, over the edge of a part, and from the end" {
    {
        answers '' 'Ik wil hulp.' '' 0344 '<'
        keys 'wacht nu: 0344'
        answers 0356 '>' '<'
        keys 'wacht Weet de cliënt'
        answers ja Emma
        finish
        answers '<'
        keys 'wacht voornamen'
        answers 'Emma Maria'
        finish
        answers j
    } >toetsen
    at gesprek-intake nieuw -i d
    expect_status 0
    grep -qx 'Gemeente: 0356' d/2026-0001.rec
    grep -qx 'Client_weet_ervan: ja' d/2026-0001.rec
    grep -qx 'Voornamen: Emma Maria' d/2026-0001.rec
    [ "$(grep -c '^Gemeente' d/2026-0001.rec)" = 1 ]
}

@test "a minus takes an answer away, a question mark explains" {
    {
        answers '' 'Ik wil hulp.' '' 0356 0344 '<'
        keys 'wacht nu: 0344'
        answers '-' '?'
        keys 'wacht de rest van dit deel'
        answers ''
        finish
        answers j
    } >toetsen
    at gesprek-intake nieuw -i d
    expect_status 0
    run ! grep -q Woongemeente d/2026-0001.rec
}

@test "a choice by number, by word, by its start, by Tab; not by what could be two" {
    good 2026-0017 >a.rec
    {
        answers '' HUIS 1
        keys 'wacht onthaal'
        answers uit ''
        keys vraag
        keys 'typ met\t'
        keys 'wacht naaste'
        keys 'typ \r'
        answers eva s
        keys 'wacht Er begint meer dan een woord zo'
        answers 99
        keys 'wacht Kies een nummer'
        answers '1 3, beeld' '' veel
        keys 'wacht een heel getal'
        answers 45
        finish
        answers j
    } >toetsen
    at gesprek-noteer nieuw Gesprek -i a.rec
    expect_status 0
    diff - <(last_record a.rec) <<'END'
Gesprek: G1
Vorm: huisbezoek
Fase: onthaal
Fase: uitvoering
Met: met-naaste
Aanleiding: evaluatie
Wijze: praten
Wijze: spel
Wijze: beeld
Duur: 45
END
}

@test "long texts: more lines until an empty one; lists: a line each" {
    good 2026-0017 >a.rec
    {
        answers '' kantoor onthaal '' '' '' '' '' Emma 'oom Jan' '' '' '' 'Eerst dit.' 'Toen "dat", =cmd() en '\''zo'\''.' \
            '# geen uitleg' '+ en een plus' ''
        finish
        answers j
    } >toetsen
    at gesprek-noteer nieuw Gesprek -i a.rec
    expect_status 0
    diff - <(last_record a.rec) <<'END'
Gesprek: G1
Vorm: kantoor
Fase: onthaal
Aanwezig: Emma
Aanwezig: oom Jan
Verhaal: Eerst dit.
+ Toen "dat", =cmd() en 'zo'.
+ # geen uitleg
+ + en een plus
END
    gesprek-check a.rec
}

@test "a paste is one answer, whatever lines it has: a text keeps them, a name does not, a list takes each" {
    good 2026-0017 >a.rec
    {
        answers ''
        keys 'plak Ik wil\ntwee ñ regels.\n\nEn nog een.\n'
        keys 'typ \r'
        answers '' 0356 '>'
        keys 'plak Emma\tvan\nden Berg\x07\x1b[31m\n'
        keys 'typ \r'
        keys 'wacht voornamen'
        answers '>'
        keys 'plak op tijd komen\nbellen als het niet lukt\n'
        keys 'typ \r'
        answers ''
        finish
        answers j
    } >toetsen
    at gesprek-intake nieuw -i d
    expect_status 0
    grep -A3 '^Vraag' d/*.rec >got
    printf '%s\n' 'Vraag: Ik wil' '+ twee ñ regels.' '+' '+ En nog een.' | diff - got
    grep -qx 'Naam: Emma van den Berg31m' d/*.rec
    [ "$(grep -c '^Verwacht_client: ' d/2026-0001.rec)" = 2 ]
    gesprek-check d
}

@test "what is typed or pasted never steers a terminal later" {
    good 2026-0017 >a.rec
    {
        answers ''
        keys 'plak Een\x07 kat\x7f\xc2\x9b31m.' 'typ \r'
        answers $'\302\2332J' ''
        finish
        answers j
    } >toetsen
    at gesprek-noteer nieuw Doel -i a.rec
    expect_status 0
    last_record a.rec | diff - <(printf '%b\n' 'Doel: D1' 'Tekst: Een kat\0357\0277\027531m.' '+ \0357\0277\02752J')
}

@test "a signal that says the terminal goes away keeps what was given, one to stop keeps nothing" {
    { answers '' 'Ik wil hulp.' '' 0356; keys vraag 'signaal HUP'; } >toetsen
    at gesprek-intake nieuw -i d
    expect_status 0
    grep -qx 'Gemeente: 0356' d/2026-0001.rec
    sed -i 's/HUP/TERM/' toetsen
    at gesprek-intake nieuw -i d
    expect_status 143
    [ ! -e d/2026-0002.rec ]
}

@test "a text in the user's own editor: private, not in /tmp, and gone after" {
    cat >editor <<'END'
#!/bin/sh
stat -c '%a %U' "$1" >>seen
stat -c %a "$(dirname "$1")" >>seen
echo "$1 $TMPDIR" >>where
cat "$1" >>before
printf 'Uit de editor.\r\nTweede regel.\n\n' >"$1"
END
    chmod +x editor
    {
        answers '' '!' 0356 '<' '<' '!' ''
        finish
        answers j
    } >toetsen
    VISUAL=$PWD/editor at gesprek-intake nieuw -i d
    expect_status 0
    grep -A1 '^Vraag' d/2026-0001.rec | diff - <(printf '%s\n' 'Vraag: Uit de editor.' '+ Tweede regel.')
    [ "$(sort -u seen)" = "$(printf '%s\n' "600 $(id -un)" 700 | sort -u)" ]
    ! grep -q '^/tmp' where || [[ $PWD == /tmp* ]]
    grep -q '^d/' where
    [ "$(ls -A d)" = "$(printf '%s\n' .gesprek.lock 2026-0001.rec)" ]
    printf '%s\n' 'Uit de editor.' 'Tweede regel.' | cmp -n 28 - before
}

@test "where a text stands while it is written: in the user's own place in memory when that is private, else by the dossier" {
    good 2026-0017 >a.rec
    # shellcheck disable=SC2016  # for the editor to expand
    printf '%s\n' '#!/bin/sh' 'dirname "$(dirname "$1")" >>where' 'echo x >"$1"' >editor
    chmod +x editor
    mkdir -m 700 run
    mkdir -m 755 open
    { answers '' '!'; finish; answers n; } >toetsen
    for place in "$PWD/run" "$PWD/open" run /bestaat/niet ''; do
        VISUAL=$PWD/editor XDG_RUNTIME_DIR=$place at gesprek-noteer nieuw Doel -i a.rec
        expect_status 1
    done
    diff where - <<END
$PWD/run
.
.
.
.
END
    [ -z "$(find run open -mindepth 1)" ]
    # as a filter there is no such place, and the question does not speak of an editor
    rm scherm
    { answers ''; keys vraag 'typ \x03'; } >toetsen
    python3 "$BATS_TEST_DIRNAME/toetsenbord.py" toetsen gesprek-noteer nieuw Doel <a.rec >uit 2>fout || true
    expect_text scherm 'Meer regels mag; een lege regel is het einde.'
    expect_no_text scherm 'opent uw eigen editor'
}

@test "an editor that fails, or is not there, leaves the question open" {
    {
        answers '' '!'
        keys 'wacht Dat lukte niet'
        answers 'Dan zo.' '' 0356
        finish
        answers j
    } >toetsen
    VISUAL=/bestaat/niet at gesprek-intake nieuw -i d
    expect_status 0
    grep -qx 'Vraag: Dan zo.' d/2026-0001.rec
    [ "$(ls -A d)" = "$(printf '%s\n' .gesprek.lock 2026-0001.rec)" ]
}

@test "what is needed and was passed over is asked again at the end" {
    {
        answers '' 'Ik wil hulp.' ''
        finish
        keys 'wacht Zonder dit kan dit deel niet bewaard worden'
        answers 12
        keys 'wacht '
        answers 0356 j
    } >toetsen
    at gesprek-intake nieuw -i d
    expect_status 0
    grep -qx 'Gemeente: 0356' d/2026-0001.rec
}

@test "what cannot be kept is shown, as a template that can be given later" {
    {
        answers '' $'Ik wil "hulp".' '' '>' Emma
        finish
        finish
        keys 'wacht Gemeente: nog nodig'
        finish
    } >toetsen
    at gesprek-intake nieuw -i d
    expect_status 2
    expect_message fout 'gesprek-intake: fout' 'nog niet alles' veld-nodig
    [ -z "$(ls d)" ]
    screen | sed -n '/met --ingevuld/,$p' | sed 1,2d >rest
    { cat rest; } | sed '/^Vraag/a Gemeente: 0356' >sjabloon
    gesprek-intake nieuw --ingevuld=sjabloon -i d
    grep -qx 'Vraag: Ik wil "hulp".' d/2026-0001.rec
    grep -qx 'Naam: Emma' d/2026-0001.rec
}

@test "no is no" {
    { answers '' 'Ik wil hulp.' '' 0356; finish; answers n; } >toetsen
    at gesprek-intake nieuw -i d
    expect_status 1
    [ -z "$(ls d)" ]
}

@test "more than three parts of life: a friendly word, and they are kept" {
    good 2026-0017 >a.rec
    {
        answers '' kantoor onthaal '' '>' '' wonen ja '>' geld ja '>' 'Sociale contacten' ja '>'
        keys 'wacht meer dan drie delen'
        answers werken ja '>' '' ''
        keys 'wacht Bewaren'
        answers j
    } >toetsen
    at gesprek-verslag nieuw -i a.rec
    expect_status 0
    [ "$(grep '^Domein: ' a.rec | paste -sd ' ')" = 'Domein: wonen Domein: geld Domein: sociale-contacten Domein: werken' ]
    gesprek-check a.rec
}

@test "three parts of life get no such word" {
    good 2026-0017 >a.rec
    {
        answers '' kantoor onthaal '' '>' '' wonen ja '>' geld ja '>' leren ja
        finish
        keys 'wacht Bewaren'
        answers j
    } >toetsen
    at gesprek-verslag nieuw -i a.rec
    expect_status 0
    expect_text scherm 'nog een; Enter is: nee'
    expect_no_text scherm 'meer dan drie delen'
    [ "$(grep -c '^Domein: ' a.rec)" = 3 ]
}

@test "options and templates get that word too, as a note" {
    good 2026-0017 >a.rec
    try gesprek-verslag nieuw -n --vorm=kantoor --fase=onthaal --domein=wonen --domein.besproken=ja --domein=geld \
        --domein.besproken=ja --domein=leren --domein.besproken=ja a.rec
    expect_status 0
    expect_empty fout
    try gesprek-verslag nieuw -n --vorm=kantoor --fase=onthaal --domein=wonen --domein.besproken=ja --domein=geld \
        --domein.besproken=ja --domein=leren --domein.besproken=ja --domein=werken --domein.besproken=ja a.rec
    expect_status 0
    expect_message fout 'gesprek-verslag: opmerking' 'meer dan drie delen' veel-tegelijk
}

@test "a conversation, step by step: the steps are of it, what there is may be referred to" {
    { good 2026-0017; opening Doel D1 2026-0017; echo; } >a.rec
    {
        answers '' kantoor uitvoering '' '>' bellen ik
        keys 'wacht D1  Ik wil een eigen sleutel.'
        answers D9
        keys 'wacht Deze sleutel kan hier niet'
        answers D1 '>' 'brief lezen' Emma '>' '' '' ''
        keys 'wacht Bewaren'
        answers ''
    } >toetsen
    at gesprek-verslag nieuw -i a.rec
    expect_status 0
    [ "$(cat uit)" = "$(printf '%s\n' G1 S1 S2)" ]
    [ "$(grep '^Bij' a.rec | paste -sd ' ')" = 'Bij: D1 Bij: G1' ]
    gesprek-check a.rec
}

@test "a filter asks at the terminal and reads the dossier from standard input" {
    good 2026-0017 >a.rec
    { answers '' 'Ik wil een kat.' ''; finish; answers j; } >toetsen
    python3 "$BATS_TEST_DIRNAME/toetsenbord.py" toetsen gesprek-noteer nieuw Doel <a.rec >uit
    head -c "$(stat -c %s a.rec)" uit | cmp - a.rec
    grep -qx 'Tekst: Ik wil een kat.' uit
}

@test "a key that was chosen is not asked for" {
    good 2026-0017 >a.rec
    { answers '' ja; finish; answers j; } >toetsen
    at gesprek-noteer nieuw Domein --sleutel=wonen -i a.rec
    expect_status 0
    [ "$(last_record a.rec)" = "$(printf '%s\n' 'Domein: wonen' 'Besproken: ja')" ]
    { answers '' 'Ik wil een kat.' ''; finish; answers j; } >toetsen
    at gesprek-noteer nieuw Doel --sleutel=D7 -i a.rec
    [ "$(cat uit)" = D7 ]
}

@test "nobody at a terminal: wrong usage, and nothing is waited for" {
    good 2026-0017 >a.rec
    for command in "gesprek-noteer nieuw Doel a.rec" "gesprek-verslag nieuw a.rec" "gesprek-intake nieuw -i d"; do
        read -ra words <<< "$command"
        try timeout 10 setsid -w "${words[@]}"
        expect_status 2
        expect_empty uit
        expect_text fout 'geen terminal'
    done
    [ -z "$(ls d)" ]
}

@test "what is wrong with the place is said before the first question" {
    { keys vraag; } >toetsen
    at gesprek-intake nieuw -i bestaat-niet
    expect_status 4
    { keys vraag; } >toetsen
    at gesprek-noteer nieuw Doel -i bestaat-niet.rec
    expect_status 4
    good 2026-0017 >a.rec
    good 2026-0018 >>a.rec
    { keys vraag; } >toetsen
    at gesprek-noteer nieuw Doel -i a.rec
    expect_status 2
    printf 'rommel\n' >b.rec
    { keys vraag; } >toetsen
    at gesprek-noteer nieuw Doel -i b.rec
    expect_status 3
    [ ! -s scherm ]
}

@test "busy when it is to be written: the answers are shown, and once more works" {
    good 2026-0017 >a.rec
    : >.gesprek.lock
    { answers '' 'Ik wil een kat.' ''; finish; answers j; keys 'wacht Nog eens proberen'; } >eerst
    { cat eerst; answers n; } >toetsen
    exec 9>.gesprek.lock
    flock 9
    at gesprek-noteer nieuw Doel --wacht=0 -i a.rec 9>&-
    expect_status 75
    expect_text scherm 'Tekst: Ik wil een kat.'
    good 2026-0017 | cmp - a.rec
    { cat eerst; keys 'sein gevraagd ja'; keys 'tot losgelaten'; answers ''; } >toetsen
    {
        until [ -e gevraagd ]; do sleep 0.02; done
        flock -u 9
        : >losgelaten
    } &
    at gesprek-noteer nieuw Doel --wacht=0 -i a.rec 9>&-
    wait
    exec 9>&-
    expect_status 0
    [ "$(cat uit)" = D1 ]
    grep -qx 'Tekst: Ik wil een kat.' a.rec
}

@test "Ctrl-C at every question: nothing is written, and the terminal is as it was" {
    python3 "$BATS_TEST_DIRNAME/onderbreken.py" ctrl-c
}

@test "Ctrl-D at every question keeps what was given" {
    python3 "$BATS_TEST_DIRNAME/onderbreken.py" ctrl-d
}

@test "a terminal that is hung up at any question keeps what was given" {
    python3 "$BATS_TEST_DIRNAME/onderbreken.py" hang-op
}

# ---- what it looks like, in a terminal that somebody else wrote ----

# terminal COLUMNS ROWS COMMAND: starts it in tmux; look: what is shown now; until_shown TEXT
terminal() {
    tmux -L "gesprek$BATS_TEST_NUMBER.$$" -u -f /dev/null new-session -d -x "$1" -y "$2" "$3"
}
tm() {
    tmux -L "gesprek$BATS_TEST_NUMBER.$$" "$@"
}
look() {
    tm capture-pane -p | sed -e :a -e '/^\n*$/{$d;N;ba' -e '}'
}
# until_true COMMAND...: looks at the screen again until it says so.
until_true() {
    local try
    for try in $(seq 200); do
        ! "$@" || return 0
        sleep 0.05
    done
    echo "niet te zien na $try keer kijken: $*"
    look
    return 1
}
shows() {
    look | grep -qF -- "$1"
}
until_shown() {
    until_true shows "$1"
}
# A prompt stands there, and nothing behind it. Before that the terminal takes Ctrl-D for itself.
asks() {
    [ "$(look | tail -n 1)" = '>' ]
}
teardown() {
    tm kill-server 2>/dev/null || true
}

@test "in a narrow window nothing is wider than it, and what is typed stands there" {
    good 2026-0017 >a.rec
    terminal 30 40 "gesprek-noteer nieuw Gesprek -i a.rec; sleep 5"
    until_shown 'Op welke dag'
    tm send-keys Enter
    until_shown '8 chat'
    look >seen
    sed -n '/vraag 2/,$p' seen | diff - <(printf '%s\n' 'Gesprek, vraag 2 van 17' \
        '(nodig)' 'Waar of hoe was het gesprek?' '  1 kantoor   2 huisbezoek' '  3 op-school   4 onderweg' \
        '  5 bij-andere-dienst' '  6 telefonisch' '  7 beeldbellen   8 chat' '>')
}

@test "in a wide window the choices stand on one line" {
    good 2026-0017 >a.rec
    terminal 140 30 "gesprek-noteer nieuw Gesprek -i a.rec; sleep 5"
    until_shown 'Op welke dag'
    tm send-keys Enter
    until_shown '  1 kantoor   2 huisbezoek   3 op-school   4 onderweg   5 bij-andere-dienst   6 telefonisch   7 beeldbellen   8 chat'
}

@test "typed, corrected and pasted in a terminal, resized on the way: what was typed is what is kept" {
    good 2026-0017 >a.rec
    terminal 60 30 "env -i PATH='$PATH' TERM=screen GESPREK_DOOR=x gesprek-noteer nieuw Doel -i a.rec; sleep 5"
    until_shown 'Op welke dag'
    tm send-keys Enter
    until_shown 'Wat wil de cliënt'
    tm send-keys -l 'Ik wil één 漢字-'
    tm send-keys BSpace
    tm send-keys -l ' kat'
    tm send-keys Left Left Left
    tm send-keys -l 'é'
    tm send-keys BSpace
    until_shown '> Ik wil één 漢字 kat'
    tm resize-window -x 25 -y 20
    until_shown 'kat'
    tm send-keys End
    tm send-keys -l ', en een hond'
    tm send-keys Enter
    until_shown '+'
    printf 'en een geit\nen ñ' | tm load-buffer -
    tm paste-buffer -p
    tm resize-window -x 80 -y 20
    tm send-keys Enter Enter
    until_shown 'Hoe zou u het'
    until_true asks
    tm send-keys C-d
    until_shown Bewaren
    tm send-keys Enter
    until_shown D1
    diff - <(last_record a.rec) <<'END'
Doel: D1
Tekst: Ik wil één 漢字 kat, en een hond
+ en een geit
+ en ñ
END
}

@test "stopped and taken up again, the terminal is right" {
    good 2026-0017 >a.rec
    terminal 70 30 "PS1='klaar> ' bash --norc -i"
    until_shown 'klaar>'
    tm send-keys 'gesprek-noteer nieuw Doel -i a.rec' Enter
    until_shown 'Op welke dag'
    tm send-keys Enter
    until_shown 'Wat wil de cliënt'
    tm send-keys -l 'Ik wil'
    tm send-keys C-z
    until_shown Stopped
    tm send-keys 'echo hier' Enter
    until_shown hier
    tm send-keys fg Enter
    sleep 0.3
    tm send-keys -l ' een kat'
    until_shown '> Ik wil een kat'
    printf '\nen een hond' | tm load-buffer -
    tm paste-buffer -p
    until_shown 'en een hond'
    run -1 grep '^+' <(look) # the paste is one answer: it did not begin another line
    tm send-keys Enter Enter
    until_shown 'Hoe zou u het'
    tm send-keys C-c
    until_shown 'klaar>'
    tm send-keys 'stty -a | grep -oE "[-]?(icanon|echo|isig)\b" | paste -sd +' Enter
    until_shown 'isig+icanon+echo'
    good 2026-0017 | cmp - a.rec
}
