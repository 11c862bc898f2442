#!/usr/bin/env bats
# gesprek-bewerk: a dossier in an editor. The editors are small scripts; a terminal is made where a question is asked.
# Always: the old dossier or the new one, and what a person typed is in the dossier or in a copy that is named.
# shellcheck disable=SC2016,SC2030,SC2031,SC2154  # editors expand $1; bats sets status, output and stderr in a subshell

load hulp
load schrijf

setup() {
    schrijf_setup
    unset VISUAL EDITOR
    mkdir "$BATS_TEST_TMPDIR/editors"
    PYTHON=$(python3 -c 'import pty, sys; print(sys.executable)' 2> /dev/null) || PYTHON=
    cp a.rec "$BATS_TEST_TMPDIR/old"
    OLD=$BATS_TEST_TMPDIR/old
}

teardown() {
    [ -z "${team-}" ] || rm -rf "$team"
}

# editor LINES: from now on the editor is a script of these lines; the file is $1.
editor() {
    local script=$BATS_TEST_TMPDIR/editors/editor.$RANDOM$RANDOM
    printf '%s\n' '#!/bin/sh' 'set -eu' "$1" > "$script"
    chmod +x "$script"
    export EDITOR=$script
}

bewerk() {
    run --separate-stderr gesprek-bewerk "$@"
}

# What stands in the dossier's directory, on one line.
there() {
    local names=()
    mapfile -t names < <(ls -A "${1:-.}")
    echo "${names[*]}"
}

# said STATUS OUTPUT: what the last run ended with.
said() {
    if [ "$status" -ne "$1" ] || [ "$output" != "$2" ]; then
        printf 'status %s, verwacht %s\nuitvoer: %s\nfouten: %s\n' "$status" "$1" "$output" "$stderr" >&2
        return 1
    fi
}

mode_of() {
    stat -c %a "$1"
}

# copies: the directories with private copies, a line each.
copies() {
    find . -maxdepth 1 -name '.*.bewerk-*' -printf '%f\n' | sort
}

# at_terminal ANSWERS WORD...
at_terminal() {
    [ -n "$PYTHON" ] || skip 'geen python met pty'
    run --separate-stderr "$PYTHON" "$BATS_TEST_DIRNAME/terminal.py" "ask=$1" gesprek-bewerk "${@:2}"
}

STEP='printf "Stap: S1\nDossier: 2026-0017\nOp: 2026-03-01\nWat: bellen\nWie: Emma\n\n" >> "$1"'

# ---- saving ----

@test "what was changed in the editor takes the dossier's place, and nothing else stays behind" {
    editor 'sed -i "s/^Status: open/Status: bezig/" "$1"'
    bewerk a.rec
    said 0 '1 record gewijzigd'
    assert_equal "$stderr" ''
    diff <(sed 's/^Status: open/Status: bezig/' "$OLD") a.rec
    assert_equal "$(there)" '.gesprek.lock a.rec'
}

@test "records are counted: added, changed, gone; comments and order are not" {
    editor "$STEP"
    bewerk a.rec
    said 0 '1 record erbij'
    one_range_more "$OLD" a.rec
    editor 'sed -i "s/^Wat: bellen/Wat: mailen/; s/^Akkoord: vader/Akkoord: moeder/" "$1"
printf "Stap: S2\nDossier: 2026-0017\nOp: 2026-03-01\nWat: x\nWie: y\n\nStap: S3\nDossier: 2026-0017\nOp: 2026-03-01\nWat: x\nWie: y\n\n" >> "$1"'
    bewerk a.rec
    said 0 '2 records erbij, 2 records gewijzigd'
    editor 'sed -i "/^Stap: S[23]/,/^$/d" "$1"'
    bewerk a.rec
    said 0 '2 records weg'
    editor 'sed -i "/^Stap: S1/,/^$/d; s/^Gemeente: 0356/Gemeente: 0344/" "$1"'
    bewerk a.rec
    said 0 '1 record gewijzigd, 1 record weg'
    editor 'sed -i "1s/.*/# iets anders/" "$1"'
    bewerk a.rec
    said 0 'geen record gewijzigd, wel opmerkingen, witruimte of de volgorde'
    editor 'awk -v RS= -v ORS="\n\n" "NR == 1 { first = \$0; next } { print } END { print first }" "$1" > "$1.n"; mv "$1.n" "$1"'
    bewerk a.rec
    said 0 'geen record gewijzigd, wel opmerkingen, witruimte of de volgorde'
    run -0 gesprek-check a.rec
}

@test "one of several records with the same key that changes is one change" {
    editor 'for d in 1 2 3; do printf "Doel: D1\nDossier: 2026-0017\nOp: 2026-03-0$d\nStatus: bezig\n\n"; done >> "$1"'
    bewerk a.rec
    said 0 '3 records erbij'
    editor 'sed -i "s/^Op: 2026-03-02/Op: 2026-03-04/" "$1"'
    bewerk a.rec
    said 0 '1 record gewijzigd'
    editor 'sed -i "/^Op: 2026-03-01/s/.*/Op: 2026-03-09/" "$1"; printf "Doel: D1\nDossier: 2026-0017\nOp: 2026-04-01\nStatus: open\n\n" >> "$1"'
    bewerk a.rec
    said 0 '1 record erbij, 1 record gewijzigd'
}

@test "an unchanged text says so and leaves everything as it was, in a broken dossier too" {
    editor 'touch "$1"'
    before=$(stat -c %i:%y a.rec)
    bewerk a.rec
    said 0 'niets gewijzigd'
    assert_equal "$stderr" ''
    assert_equal "$(stat -c %i:%y a.rec)" "$before"
    assert_equal "$(there)" '.gesprek.lock a.rec'
    echo 'geen veld' >> a.rec
    bewerk a.rec
    said 0 'niets gewijzigd'
}

# ---- which editor ----

@test "VISUAL goes before EDITOR, an empty one does not count, and without both it is vi" {
    mkdir pad
    for name in vi een twee; do
        printf '#!/bin/sh\necho "# %s" >> "$1"\n' "$name" > "pad/$name"
        chmod +x "pad/$name"
    done
    PATH=$PWD/pad:$PATH
    VISUAL=een EDITOR=twee bewerk a.rec
    assert_equal "$(tail -n 1 a.rec)" '# een'
    VISUAL='' EDITOR=twee bewerk a.rec
    assert_equal "$(tail -n 1 a.rec)" '# twee'
    VISUAL='' EDITOR='' bewerk a.rec
    assert_equal "$(tail -n 1 a.rec)" '# vi'
    bewerk a.rec
    assert_equal "$(grep -c '^# vi' a.rec)" 2
}

@test "an editor may have options and blanks; the file is one word whatever it is called" {
    editor 'printf "%s\n" "$#" "$@" > "$BATS_TEST_TMPDIR/words"; shift $(($# - 1)); echo "# ja" >> "$1"'
    cp "$EDITOR" "$BATS_TEST_TMPDIR/editors/met blank"
    mkdir -- 'een map' -m
    for name in "een map/b'\"\$(x) *.rec" -x.rec -m/-y.rec; do
        cp "$OLD" "./$name"
        EDITOR="'$BATS_TEST_TMPDIR/editors/met blank' -a 'b c'" bewerk -- "$name"
        said 0 'geen record gewijzigd, wel opmerkingen, witruimte of de volgorde'
        assert_equal "$(head -n 3 "$BATS_TEST_TMPDIR/words")" "$(printf '3\n-a\nb c')"
        last=$(tail -n 1 "$BATS_TEST_TMPDIR/words")
        [[ $last == *"/${name##*/}" && $last != -* ]]
        assert_equal "$(tail -n 1 -- "./$name")" '# ja'
    done
}

@test "an editor that cannot start, fails or is killed changes nothing; a text that differs is kept" {
    for wrong in /verzonnen/editor verzonnen-editor false 'kill -9 $$;' 'sh -c "exit 130"'; do
        EDITOR=$wrong bewerk a.rec
        said 4 'niets gewijzigd'
        has "$stderr" '[editor]'
        unchanged "$OLD" a.rec
        assert_equal "$(there)" '.gesprek.lock a.rec'
    done
    editor 'echo "# half" >> "$1"; exit 1'
    bewerk a.rec
    said 4 ''
    has "$stderr" '[editor]'
    has "$stderr" '[kopie]'
    has "$stderr" "$(copies)/a.rec: opmerking: "
    unchanged "$OLD" a.rec
    assert_equal "$(tail -n 1 "$(copies)/a.rec")" '# half'
}

@test "an interrupt from the keyboard is for the editor alone" {
    command -v setsid > /dev/null || skip 'setsid is niet geïnstalleerd'
    editor 'trap "" INT QUIT; kill -INT 0; kill -QUIT 0; echo "# ja" >> "$1"'
    run -0 setsid -w gesprek-bewerk a.rec
    assert_equal "$(tail -n 1 a.rec)" '# ja'
    # And the editor gets it as it should.
    editor 'sh -c "kill -INT \$\$; echo leeft" > "$BATS_TEST_TMPDIR/lives" || true'
    run setsid -w gesprek-bewerk a.rec
    [ ! -s "$BATS_TEST_TMPDIR/lives" ]
}

# ---- errors in the text ----

@test "errors are said at their lines in the text; the dossier stays, the text is kept" {
    editor 'sed -i "s/^Status: open/Status: opne/; s/^Op: 2026-02-03/Op: 2026-02-31/" "$1"'
    bewerk a.rec
    said 3 ''
    place=$(copies)/a.rec
    has "$stderr" "$place:4:4: fout: "
    has "$stderr" '[datum-fout]'
    has "$stderr" "$place:15:8: fout: "
    has "$stderr" '[keuze-onbekend]'
    has "$stderr" "$place: opmerking: "
    unchanged "$OLD" a.rec
    run -0 sed -n 15p "$place"
    assert_output 'Status: opne'
}

@test "with --meldingen=json all that is said is JSON" {
    editor 'sed -i "s/^Status: open/Status: opne/" "$1"'
    bewerk --meldingen=json a.rec
    said 3 ''
    run -0 python3 -c 'import json, sys; print(*[m["code"] for m in map(json.loads, sys.argv[1].splitlines())])' "$stderr"
    assert_output 'keuze-onbekend kopie'
}

@test "a dossier keeps its number; none comes in, none goes" {
    editor 'sed -i "s/2026-0017/2026-0018/" "$1"'
    bewerk a.rec
    said 3 ''
    has "$stderr" ':2:1: fout: dossier 2026-0018 stond niet in dit bestand'
    has "$stderr" '[ander-dossier]'
    unchanged "$OLD" a.rec
    editor 'sed "s/2026-0017/2026-0018/" "$1" > "$1.b"; cat "$1.b" >> "$1"; rm "$1.b"'
    bewerk a.rec
    said 3 ''
    has "$stderr" ':18:1: fout: dossier 2026-0018'
    editor 'sed -i "9s/2026-0017/2026-0018/" "$1"'
    bewerk a.rec
    said 3 ''
    has "$stderr" ':8:1: fout: dossier 2026-0018'
    unchanged "$OLD" a.rec
}

@test "one of several dossiers in a file cannot go" {
    small_dossier 2026-0018 >> a.rec
    cp a.rec "$OLD"
    editor 'sed -i "/^# dossier 2026-0018/,\$d" "$1"'
    bewerk a.rec
    said 3 ''
    has "$stderr" 'dossier 2026-0018 staat hier niet meer in'
    has "$stderr" '[geen-dossier]'
    unchanged "$OLD" a.rec
    editor 'sed -i "s/^Status: open/Status: bezig/" "$1"'
    bewerk --dossier=2026-0018 a.rec
    said 0 '2 records gewijzigd'
    bewerk --dossier=2026-0019 a.rec
    said 3 ''
    has "$stderr" '[geen-dossier]'
}

@test "an editor that empties the file, or leaves no record, is refused" {
    for empty in ': > "$1"' 'echo "# leeg" > "$1"' 'printf "\n\n" > "$1"' 'truncate -s 0 "$1"'; do
        editor "$empty"
        bewerk a.rec
        said 3 ''
        has "$stderr" 'hier staat geen dossier meer in'
        unchanged "$OLD" a.rec
    done
}

@test "a broken dossier can be mended, and saved only when it is whole" {
    sed -i 's/^Status: open/Status opne/; s/^Gemeente: 0356/Gemeente: x/' a.rec
    cp a.rec "$OLD"
    editor 'sed -i "s/^Status opne/Status: open/" "$1"'
    bewerk a.rec
    said 3 ''
    unchanged "$OLD" a.rec
    editor 'sed -i "s/^Status opne/Status: open/; s/^Gemeente: x/Gemeente: 0356/" "$1"'
    bewerk a.rec
    assert_equal "$status" 0
    run -0 gesprek-check a.rec
    # A number that is wrong in one record only: mending it takes a dossier away.
    { small_dossier 2026-0017; printf 'Stap: S1\nDossier: 2026-001\nOp: 2026-03-01\nWat: x\nWie: y\n\nStap: S2\nDossier: 2026-0017\nOp: 2026-03-01\nWat: x\nWie: y\n\n'; } > a.rec
    editor 'sed -i "s/2026-001$/2026-0017/" "$1"'
    bewerk a.rec
    assert_equal "$status" 0
    run -0 gesprek-check a.rec
    # And one that nobody could read at all.
    sed -i 's/^Dossier: .*/Dossier: ?/' a.rec
    editor 'sed -i "s/^Dossier: .*/Dossier: 2026-0017/" "$1"'
    bewerk a.rec
    assert_equal "$status" 0
    run -0 gesprek-check a.rec
}

@test "bytes that are no text are errors too" {
    for bytes in '\000' '\377' '<<<<<<< HEAD\n'; do
        editor "printf '$bytes' >> \"\$1\""
        bewerk a.rec
        said 3 ''
        unchanged "$OLD" a.rec
    done
}

@test "what only gesprek-check finds does not stop it, but is said when it is more than before" {
    editor 'sed -i "s/^Status: open/Satus: open/" "$1"'
    bewerk a.rec
    said 0 '1 record gewijzigd'
    has "$stderr" 'a.rec: opmerking: dit is opgeslagen.'
    has "$stderr" ': 1 in plaats van 0.'
    has "$stderr" '[nakijken]'
    # What was there already is not said again.
    editor 'echo "# ja" >> "$1"'
    bewerk a.rec
    assert_equal "$status" 0
    assert_equal "$stderr" ''
    # A field that is needed, and a key that does not exist, are of that kind too.
    editor 'sed -i "/^Vraag: /d; s/^Satus/Status/" "$1"; printf "Stap: S1\nDossier: 2026-0017\nOp: 2026-03-01\nWat: x\nWie: y\nBij: D9\n\n" >> "$1"'
    bewerk a.rec
    assert_equal "$status" 0
    has "$stderr" ': 2 in plaats van 1.'
}

# ---- what editors do unasked ----

@test "CRLF, a BOM and a missing last line that the editor made are undone" {
    sed 's/^Status: open/Status: bezig/' "$OLD" > "$BATS_TEST_TMPDIR/new"
    change='sed -i "s/^Status: open/Status: bezig/" "$1"'
    for how in 'sed -i "s/\$/\r/" "$1"' 'sed -i "1s/^/\xEF\xBB\xBF/" "$1"' 'sed -i "\$d" "$1"' 'truncate -s -2 "$1"' \
        'sed -i "s/\$/\r/; 1s/^/\xEF\xBB\xBF/; \$d" "$1"'; do
        cp "$OLD" a.rec
        editor "$change; $how"
        bewerk a.rec
        said 0 '1 record gewijzigd'
        has "$stderr" 'a.rec: opmerking: dit is hersteld:'
        has "$stderr" '[hersteld]'
        cmp "$BATS_TEST_TMPDIR/new" a.rec
        # Nothing but that is nothing.
        cp "$OLD" a.rec
        editor "$how"
        bewerk a.rec
        said 0 'niets gewijzigd'
        cmp "$OLD" a.rec
        assert_equal "$(there)" '.gesprek.lock a.rec'
    done
}

@test "a dossier that had CRLF or a BOM keeps it" {
    sed -i 's/$/\r/; 1s/^/\xEF\xBB\xBF/' a.rec
    cp a.rec "$OLD"
    editor 'sed -i "s/^Status: open/Status: bezig/" "$1"'
    bewerk a.rec
    said 0 '1 record gewijzigd'
    assert_equal "$stderr" ''
    cmp <(sed 's/^Status: open/Status: bezig/' "$OLD") a.rec
}

@test "an editor may write by rename, and leave backups, swap files and directories: they go with the copy" {
    editor 'd=$(dirname "$1"); cp "$1" "$1~"; cp "$1" "$d/.a.rec.swp"; mkdir -p "$d/v1/v2" "$TMPDIR/x"; cp "$1" "$d/v1/v2/0"; ln -s / "$d/v1/root"
sed "s/^Status: open/Status: bezig/" "$1" > "$1.new"; mv "$1.new" "$1"; chmod 0644 "$1"'
    bewerk a.rec
    said 0 '1 record gewijzigd'
    assert_equal "$stderr" ''
    assert_equal "$(there)" '.gesprek.lock a.rec'
    assert_equal "$(mode_of a.rec)" "$(mode_of "$OLD")"
}

@test "a text that is gone, or is no file any more, changes nothing and nothing hangs" {
    for how in 'rm "$1"' 'rm "$1"; mkdir "$1"' 'rm "$1"; ln -s /etc/passwd "$1"' 'rm "$1"; mkfifo "$1"' 'mv "$1" "$1.x"'; do
        editor "$how"
        run --separate-stderr timeout 10 gesprek-bewerk a.rec
        said 4 ''
        has "$stderr" '[bestand]'
        unchanged "$OLD" a.rec
    done
}

# ---- private ----

@test "the copy is its owner's alone, whatever the rights and the umask, beside the dossier, with TMPDIR in it" {
    editor 'stat -c "%a %n" "$(dirname "$1")" "$1" | sed "s, .*/, ," > "$BATS_TEST_TMPDIR/rights"; umask >> "$BATS_TEST_TMPDIR/rights"
[ "$TMPDIR" = "$(cd "$(dirname "$1")" && pwd)" ]; echo "# ja" >> "$1"; ls -A > "$BATS_TEST_TMPDIR/listed"'
    chmod 2777 .
    for mode in 600 664; do
        chmod "$mode" a.rec
        (umask 000 && gesprek-bewerk a.rec)
        name=$(grep bewerk "$BATS_TEST_TMPDIR/listed")
        assert_equal "$(< "$BATS_TEST_TMPDIR/rights")" "$(printf '2700 %s\n600 a.rec\n0077' "$name")"
        assert_equal "$(mode_of a.rec)" "$mode"
    done
    # No reader comes there.
    editor 'gesprek-check . > "$BATS_TEST_TMPDIR/seen"; echo "# ja" >> "$1"'
    bewerk a.rec
    has "$(< "$BATS_TEST_TMPDIR/seen")" '1 dossier nagekeken'
}

@test "nothing is written outside the dossier's directory" {
    mkdir tijdelijk map
    mv a.rec map
    chmod 0555 tijdelijk
    editor 'echo "# ja" >> "$1"; t=$(mktemp); echo geheim > "$t"'
    TMPDIR=$PWD/tijdelijk bewerk map/a.rec
    said 0 'geen record gewijzigd, wel opmerkingen, witruimte of de volgorde'
    assert_equal "$(there tijdelijk)" ''
    assert_equal "$(there)" 'map tijdelijk'
    assert_equal "$(there map)" '.gesprek.lock a.rec'
}

# can_trace: strace is there and may look, which at a program that allows no dumps only root may.
can_trace() {
    command -v strace > /dev/null || skip 'strace is niet geïnstalleerd'
    strace -o /dev/null true 2> /dev/null || skip 'strace mag hier niet'
    [ "$(id -u)" -eq 0 ] || skip 'what a program that allows no dumps says, only root can read'
    export ASAN_OPTIONS=detect_leaks=0
}

@test "the copy is on disk before the editor starts, and the dossier is before the copy goes" {
    can_trace
    editor 'echo "# ja" >> "$1"'
    strace -o log -e trace=mkdir,mkdirat,fsync,rename,renameat,renameat2,clone,clone3,fork,vfork,unlink,unlinkat,rmdir gesprek-bewerk a.rec
    sed -nE '/ENOENT/d; s/^(mkdir|rename|clone|fsync|unlink)[a-z0-9]*\(.*/\1/; s/^v?fork\(.*/clone/; s/^rmdir\(.*/unlink/; /^[a-z]*$/p' log > order
    printf '%s\n' mkdir fsync rename fsync fsync clone fsync rename fsync unlink unlink | diff - order
}

@test "no file outside the dossier's directory is opened for writing" {
    can_trace
    mkdir map
    mv a.rec map
    editor 'gesprek-noteer nieuw Stap --wat=x --wie=y -i map/a.rec > /dev/null; echo "# ja" >> "$1"'
    run strace -y -o log -e trace=open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat gesprek-bewerk map/a.rec
    assert_equal "$status" 75
    grep -E 'O_WRONLY|O_RDWR|O_CREAT|^(creat|mkdir|rename|link|symlink)' log > writes
    [ "$(wc -l < writes)" -ge 5 ]
    run ! grep -vE "<$PWD/map(/|>)|\"/dev/null\"|= -1" writes
}

@test "rights, owner and links of the dossier stay" {
    mkdir echt
    mv a.rec echt/b.rec
    ln -s echt/b.rec a.rec
    chmod 0640 echt/b.rec
    [ "$(id -u)" -ne 0 ] || chown 12345:23456 echt/b.rec
    owner=$(stat -c %u:%g echt/b.rec)
    editor 'basename "$1" > "$BATS_TEST_TMPDIR/name"; ls -A echt > "$BATS_TEST_TMPDIR/listed"; echo "# ja" >> "$1"'
    bewerk a.rec
    assert_equal "$status" 0
    [ -L a.rec ]
    assert_equal "$(stat -c %u:%g:%a echt/b.rec)" "$owner:640"
    assert_equal "$(< "$BATS_TEST_TMPDIR/name")" b.rec
    has "$(< "$BATS_TEST_TMPDIR/listed")" '.b.rec.bewerk-'
    assert_equal "$(there)" 'a.rec echt'
}

# ---- refused before anybody types ----

@test "what cannot be replaced is refused before the editor starts" {
    editor 'echo ja > "$BATS_TEST_TMPDIR/started"'
    ln a.rec b.rec
    refused 4 harde-koppeling a.rec gesprek-bewerk a.rec
    rm b.rec
    mkfifo pijp
    refused 4 bestand pijp timeout 5 gesprek-bewerk pijp
    refused 4 bestand weg.rec gesprek-bewerk weg.rec
    refused 2 gebruik --dossier gesprek-bewerk
    refused 2 gebruik --dossier gesprek-bewerk -
    refused 2 gebruik --dossier gesprek-bewerk .
    refused 2 gebruik --dossier gesprek-bewerk a.rec a.rec
    refused 2 gebruik --wacht gesprek-bewerk --wacht=x a.rec
    refused 2 gebruik GESPREK_DOSSIERS gesprek-bewerk --dossier=2026-0017
    refused 3 geen-dossier 2026-0099 gesprek-bewerk --dossier=2026-0099 .
    [ ! -e "$BATS_TEST_TMPDIR/started" ]
    rm -f .gesprek.lock
    assert_equal "$(there)" 'a.rec pijp'
}

as_somebody() {
    if [ "$(id -u)" -ne 0 ]; then "$@"; else setpriv --reuid 12345 --regid 12345 --clear-groups "$@"; fi
}

# A directory $team that others than root can come by too.
open_place() {
    [ "$(id -u)" -eq 0 ] || skip 'alleen root kan andere gebruikers spelen'
    setpriv --reuid 12345 --regid 12345 --clear-groups true 2> /dev/null || skip 'van gebruiker wisselen mag hier niet'
    team=$(mktemp -d "${BATS_RUN_TMPDIR%/*}/gesprek.XXXXXX")
    chmod 0755 "$team"
    cp "$BIN/gesprek-bewerk" "$team"
    mkdir "$team/map"
    cp a.rec "$team/map/a.rec"
    cd "$team/map" || return
    as_somebody test -x "$team/map" || skip 'hier kan een ander niet bij'
    PATH=$team:$PATH
}

@test "a read-only file and a read-only directory are refused before the editor starts" {
    open_place
    chown -R 12345:12345 .
    export EDITOR='touch ../started; true'
    chmod 0400 a.rec
    refused 4 schrijven a.rec as_somebody gesprek-bewerk a.rec
    chmod 0600 a.rec
    : > .gesprek.lock
    chmod 0666 .gesprek.lock
    chmod 0555 .
    refused 4 schrijven a.rec as_somebody gesprek-bewerk a.rec
    chmod 0755 .
    [ ! -e ../started ]
    assert_equal "$(there)" '.gesprek.lock a.rec'
}

@test "the copy of somebody else is said and left alone" {
    open_place
    chmod 0777 .
    chmod 0666 a.rec
    umask 000
    EDITOR='sh -c '\''echo x >> "$1"; exit 1'\'' -' run as_somebody gesprek-bewerk a.rec
    left=$(copies)
    [ -n "$left" ]
    export EDITOR='sh -c '\''echo "# root" >> "$1"'\'' -'
    bewerk a.rec
    assert_equal "$status" 0
    has "$stderr" 'een ander heeft ook een kopie'
    has "$stderr" '[kopie]'
    assert_equal "$(copies)" "$left"
    assert_equal "$(tail -n 1 "$left/a.rec")" x
}

@test "the file is found by --dossier, in a directory, below directories, and in GESPREK_DOSSIERS" {
    mkdir -p map/diep
    cp "$OLD" map/diep/2026-0017.rec
    small_dossier 2026-0018 > map/x.rec
    editor 'echo "# ja" >> "$1"'
    for words in '--dossier=2026-0017 map' '--dossier 2026-0017 map/x.rec map/diep'; do
        read -ra words <<< "$words"
        cp "$OLD" map/diep/2026-0017.rec
        bewerk "${words[@]}"
        assert_equal "$status" 0
        assert_equal "$(tail -n 1 map/diep/2026-0017.rec)" '# ja'
    done
    cp "$OLD" map/diep/2026-0017.rec
    GESPREK_DOSSIERS=map/diep bewerk --dossier=2026-0017
    assert_equal "$(tail -n 1 map/diep/2026-0017.rec)" '# ja'
    cp "$OLD" map/y.rec
    refused 3 dossier-verdeeld 2026-0017 gesprek-bewerk --dossier=2026-0017 map
}

# ---- others at work ----

@test "who changed the dossier meanwhile is not written over: both stay, and the difference is shown" {
    editor 'sed -i "s/^Status: open/Status: bezig/" "$1"; gesprek-noteer nieuw Stap --wat=intussen --wie=y -i a.rec > /dev/null'
    bewerk a.rec
    assert_equal "$status" 75
    has "$stderr" '[intussen-gewijzigd]'
    has "$stderr" '[kopie]'
    has "$output" '-Wat: intussen'
    has "$output" '+Status: bezig'
    one_range_more "$OLD" a.rec
    run -0 ls -A
    assert_line --index 0 .gesprek.lock
    assert_line --index 1 a.rec
    kept=${lines[2]}
    [[ $kept == a.rec.bewerkt-* && ${#lines[@]} -eq 3 ]]
    has "$stderr" "$kept: opmerking"
    assert_equal "$(mode_of "$kept")" 600
    cmp <(sed 's/^Status: open/Status: bezig/' "$OLD") "$kept"
    # Not taken for a dossier, and not written over by the next.
    run -0 gesprek-check .
    assert_output --partial '1 dossier nagekeken'
    cp "$OLD" a.rec
    editor 'echo "# twee" >> "$1"; echo "# intussen" >> a.rec'
    bewerk a.rec
    assert_equal "$status" 75
    assert_equal "$(find . -name 'a.rec.bewerkt-*' | wc -l)" 2
    cmp <(sed 's/^Status: open/Status: bezig/' "$OLD") "$kept"
}

@test "the difference of bytes that could steer a terminal is shown safely, and without diff it is said" {
    [ -n "$PYTHON" ] || skip 'geen python met pty'
    editor 'echo "# intussen" >> a.rec; printf "# \033[31m\302\233\n" >> "$1"'
    run "$PYTHON" "$BATS_TEST_DIRNAME/terminal.py" out gesprek-bewerk a.rec
    assert_equal "$status" 75
    [[ $output != *$'\033'* && $output == *'[31m'* ]]
    mkdir leeg
    gesprek=$(type -P gesprek-bewerk)
    editor 'echo "# nog iets" >> a.rec; echo "# mijn" >> "$1"'
    run --separate-stderr env PATH="$PWD/leeg" "$gesprek" a.rec
    assert_equal "$status" 4
    has "$stderr" '[intussen-gewijzigd]'
    has "$stderr" '[verschil]'
}

@test "a dossier that goes away meanwhile: the text is kept" {
    for how in 'rm a.rec' 'rm a.rec; mkdir a.rec' 'ln a.rec b.rec'; do
        rm -rf a.rec b.rec .a.rec.bewerk-*
        cp "$OLD" a.rec
        editor "echo '# mijn' >> \"\$1\"; $how"
        bewerk a.rec
        said 4 ''
        has "$stderr" '[kopie]'
        assert_equal "$(tail -n 1 "$(copies)/a.rec")" '# mijn'
    done
}

wait_for() {
    for ((i = 0; i < 500; i++)); do
        "$@" && return
        sleep 0.01
    done
    echo "dit gebeurt niet: $*"
    return 1
}

@test "a busy lock is 75, before the editor and behind it" {
    editor 'echo ja > "$BATS_TEST_TMPDIR/started"'
    exec 9>> .gesprek.lock
    flock 9
    refused 75 bezet .gesprek.lock gesprek-bewerk --wacht=0 a.rec
    exec 9>&-
    [ ! -e "$BATS_TEST_TMPDIR/started" ]
    editor 'echo "# mijn" >> "$1"; (exec 9>> .gesprek.lock; flock 9; : > "$BATS_TEST_TMPDIR/held"; exec sleep 2) > /dev/null 2>&1 3>&- &
while [ ! -e "$BATS_TEST_TMPDIR/held" ]; do sleep 0.01; done'
    bewerk --wacht=0 a.rec
    said 75 ''
    has "$stderr" '[bezet]'
    has "$stderr" '[kopie]'
    unchanged "$OLD" a.rec
    assert_equal "$(tail -n 1 "$(copies)/a.rec")" '# mijn'
}

@test "who comes in at the very last moment is not written over either" {
    can_trace
    editor 'echo "# mijn" >> "$1"'
    # The fourth is that of the new dossier, which then waits to take its place.
    strace -o log -e trace=fsync -e inject=fsync:delay_enter=400000:when=4 gesprek-bewerk a.rec > uit 2> fout 3>&- &
    bewerker=$!
    wait_for test -e .a.rec.tmp
    echo '# intussen' >> a.rec
    status=0
    wait "$bewerker" || status=$?
    assert_equal "$status" 75
    assert_equal "$(tail -n 1 a.rec)" '# intussen'
    assert_equal "$(tail -n 1 a.rec.bewerkt-*)" '# mijn'
    has "$(< uit)" '+# mijn'
    [ ! -e .a.rec.tmp ]
}

@test "two editors at once: the second is told before anybody types, and the first is saved" {
    editor 'echo "# eerst" >> "$1"; : > "$BATS_TEST_TMPDIR/busy"; while [ ! -e "$BATS_TEST_TMPDIR/go" ]; do sleep 0.01; done'
    gesprek-bewerk a.rec > out 2> err 3>&- &
    first=$!
    wait_for test -e "$BATS_TEST_TMPDIR/busy"
    refused 75 bezet 'andere editor' timeout 10 gesprek-bewerk a.rec
    : > "$BATS_TEST_TMPDIR/go"
    wait "$first"
    assert_equal "$(tail -n 1 a.rec)" '# eerst'
}

@test "beside a writer no record is lost: what was saved is there, what was not is kept" {
    for ((i = 1; i <= 40; i++)); do gesprek-noteer nieuw Stap --wat="noteer $i" --wie=y -i a.rec || echo "status $?"; done > keys 2>&1 3>&- &
    writer=$!
    saved=0 conflicts=0
    for ((i = 1; i <= 25; i++)); do
        editor "printf 'Doel: E$i\nDossier: 2026-0017\nOp: 2026-03-01\nTekst: bewerk $i\n\n' >> \"\$1\""
        status=0
        gesprek-bewerk a.rec > uit 2> fout || status=$?
        case $status in
        0) saved=$((saved + 1)); grep -qx "Tekst: bewerk $i" a.rec ;;
        75)
            conflicts=$((conflicts + 1))
            [ "$(grep -cx "Tekst: bewerk $i" a.rec)" -eq 0 ]
            grep -qx "Tekst: bewerk $i" a.rec.bewerkt-*
            ;;
        *) cat fout; false ;;
        esac
    done
    wait "$writer"
    run ! grep -v '^S[0-9]*$' keys
    assert_equal "$(grep -c '^Wat: noteer ' a.rec)" 40
    assert_equal "$(grep -c '^Tekst: bewerk ' a.rec)" "$saved"
    assert_equal "$(find . -name 'a.rec.bewerkt-*' | wc -l)" "$conflicts"
    run -0 gesprek-check a.rec
}

# ---- killed ----

# killed_while LINES: the editor does LINES, and then its parent gets SIGKILL.
killed_while() {
    editor "$1"$'\nkill -9 $PPID; sleep 0.1'
    EDITOR="exec $EDITOR"
    run gesprek-bewerk a.rec
    assert_equal "$status" 137
}

@test "who is killed before anything was typed leaves nothing that stays" {
    killed_while :
    unchanged "$OLD" a.rec
    [ -n "$(copies)" ]
    EDITOR=true bewerk a.rec
    said 0 'niets gewijzigd'
    assert_equal "$stderr" ''
    assert_equal "$(there)" '.gesprek.lock a.rec'
}

@test "a copy in which nothing was typed goes too when the dossier has changed since" {
    killed_while :
    gesprek-noteer nieuw Stap --wat=x --wie=y -i a.rec
    EDITOR=true bewerk a.rec
    said 0 'niets gewijzigd'
    assert_equal "$stderr" ''
    assert_equal "$(there)" '.gesprek.lock a.rec'
}

@test "what was typed by who is killed stays, is said, and can be gone on with at a terminal" {
    killed_while 'echo "# getypt" >> "$1"'
    unchanged "$OLD" a.rec
    left=$(copies)
    assert_equal "$(tail -n 1 "$left/a.rec")" '# getypt'
    # Without a terminal: said, and another copy is made.
    EDITOR=true bewerk a.rec
    said 0 'niets gewijzigd'
    has "$stderr" "$left/a.rec: opmerking: "
    has "$stderr" '[kopie]'
    assert_equal "$(copies)" "$left"
    # At a terminal: stop, begin anew, go on.
    editor 'echo "# meer" >> "$1"'
    at_terminal 's\n' a.rec
    said 1 ''
    at_terminal '\x04' a.rec
    said 1 ''
    unchanged "$OLD" a.rec
    at_terminal 'v\n' a.rec
    assert_equal "$status" 0
    has "$stderr" 'Wat wilt u? [v]'
    assert_equal "$(tail -n 2 a.rec)" "$(printf '# getypt\n# meer')"
    assert_equal "$(there)" '.gesprek.lock a.rec'
}

@test "what was left can be thrown away, or be left for what it is" {
    killed_while 'echo "# getypt" >> "$1"'
    left=$(copies)
    editor 'echo "# nieuw" >> "$1"'
    at_terminal 'o\n' a.rec
    assert_equal "$status" 0
    assert_equal "$(tail -n 1 a.rec)" '# nieuw'
    assert_equal "$(copies)" "$left"
    # Now the dossier is another: there is no question any more, only what can be done.
    editor 'echo "# nog iets" >> "$1"'
    at_terminal '' a.rec
    assert_equal "$status" 0
    has "$stderr" 'diff -u'
    assert_equal "$(copies)" "$left"
    cp "$OLD" a.rec
    at_terminal 'w\n' a.rec
    assert_equal "$status" 0
    assert_equal "$(there)" '.gesprek.lock a.rec'
    assert_equal "$(grep -c getypt a.rec)" 0
}

@test "what an editor left beside an unchanged text may hold more, so it stays" {
    killed_while 'echo geheim > "$(dirname "$1")/.a.rec.swp"'
    left=$(copies)
    EDITOR=true bewerk a.rec
    has "$stderr" '[kopie]'
    assert_equal "$(copies)" "$left"
    [ -s "$left/.a.rec.swp" ]
}

@test "where a directory cannot be locked nothing is taken away, and editing goes on" {
    can_trace
    killed_while :
    left=$(copies)
    editor 'echo "# ja" >> "$1"'
    # The first lock is that of the dossiers' directory, the second that of what was left.
    run strace -o log -e trace=flock -e inject=flock:error=EBADF:when=2 gesprek-bewerk a.rec
    assert_equal "$status" 0
    run -0 grep -c INJECTED log
    assert_equal "$(copies)" "$left"
    assert_equal "$(tail -n 1 a.rec)" '# ja'
}

@test "a copy that was saved but not taken away goes the next time" {
    killed_while 'echo "# getypt" >> "$1"'
    cp "$(copies)/a.rec" a.rec
    EDITOR=true bewerk a.rec
    said 0 'niets gewijzigd'
    assert_equal "$stderr" ''
    assert_equal "$(there)" '.gesprek.lock a.rec'
}

@test "a link or a file that is called like a copy is left alone" {
    mkdir elders
    echo x > elders/a.rec
    ln -s elders .a.rec.bewerk-0123456789abcdef
    echo y > .a.rec.bewerk-0123456789abcdee
    mkdir .a.rec.bewerk-iets
    editor 'echo "# ja" >> "$1"'
    bewerk a.rec
    assert_equal "$status" 0
    assert_equal "$(there)" '.a.rec.bewerk-0123456789abcdee .a.rec.bewerk-0123456789abcdef .a.rec.bewerk-iets .gesprek.lock a.rec elders'
    assert_equal "$(cat elders/a.rec .a.rec.bewerk-0123456789abcdee)" "$(printf 'x\ny')"
}

# ---- at a terminal ----

# Wrong the first time, right the second.
TWICE='if grep -q opne "$1"; then sed -i "s/^Status: opne/Status: bezig/" "$1"; else sed -i "s/^Status: open/Status: opne/" "$1"; fi'

@test "errors at a terminal: go on editing, by an empty line too, until it is right" {
    for answer in 'v\n' '\n' 'x\nja\nv\n' '  v \n'; do
        cp "$OLD" a.rec
        editor "$TWICE"
        at_terminal "$answer" a.rec
        said 0 '1 record gewijzigd'
        has "$stderr" ':15:8: fout: '
        has "$stderr" 'Wat wilt u? [v]'
        cmp <(sed 's/^Status: open/Status: bezig/' "$OLD") a.rec
        assert_equal "$(there)" '.gesprek.lock a.rec'
    done
}

@test "errors at a terminal: keep the text, at the end of the input too, or throw it away" {
    editor 'sed -i "s/^Status: open/Status: opne/" "$1"'
    for answer in 'b\n' '\x04' 'v\nb\n'; do
        at_terminal "$answer" a.rec
        said 3 ''
        has "$stderr" '[kopie]'
        unchanged "$OLD" a.rec
        grep -qx 'Status: opne' "$(copies)/a.rec"
        rm -r "$(copies)"
    done
    at_terminal 'w\n' a.rec
    said 0 'niets gewijzigd'
    unchanged "$OLD" a.rec
    assert_equal "$(there)" '.gesprek.lock a.rec'
}

@test "records that go are asked about at a terminal" {
    editor 'sed -i "/^Doel: D1/,\$d" "$1"'
    at_terminal 'o\n' a.rec
    said 0 '1 record weg'
    has "$stderr" 'Er gaat 1 record uit het dossier.'
    cp "$OLD" a.rec
    at_terminal 'b\n' a.rec
    said 1 ''
    unchanged "$OLD" a.rec
    rm -r "$(copies)"
    at_terminal 'w\n' a.rec
    said 0 'niets gewijzigd'
    unchanged "$OLD" a.rec
    # What only changes or comes is not.
    editor 'sed -i "s/^Status: open/Status: bezig/" "$1"'
    at_terminal '' a.rec
    said 0 '1 record gewijzigd'
}

@test "a real editor at the terminal: ed, with a text that is written and one that is not" {
    command -v ed > /dev/null || skip 'ed is niet geïnstalleerd'
    export EDITOR='ed -s'
    at_terminal ',s/^Status: open/Status: bezig/\nw\nq\n' a.rec
    said 0 '1 record gewijzigd'
    cmp <(sed 's/^Status: open/Status: bezig/' "$OLD") a.rec
    at_terminal ',s/^Status: bezig/Status: wens/\nq\nq\n' a.rec
    [ "$status" -eq 0 ] || [ "$status" -eq 4 ]
    cmp <(sed 's/^Status: open/Status: bezig/' "$OLD") a.rec
    assert_equal "$(there)" '.gesprek.lock a.rec'
}

@test "with only one of standard input and standard error at a terminal nobody is asked" {
    [ -n "$PYTHON" ] || skip 'geen python met pty'
    editor 'sed -i "s/^Status: open/Status: opne/" "$1"'
    run --separate-stderr "$PYTHON" "$BATS_TEST_DIRNAME/terminal.py" in gesprek-bewerk a.rec
    said 3 ''
    has "$stderr" '[kopie]'
}

# ---- no room, no output ----

@test "a full disk: nothing is opened, or the text is kept" {
    cp "$CASUS/emma.rec" a.rec
    cp a.rec "$OLD"
    editor 'echo ja > "$BATS_TEST_TMPDIR/started"'
    refused 4 schrijven a.rec bash -c "trap '' XFSZ; ulimit -f 16; exec gesprek-bewerk a.rec"
    [ ! -e "$BATS_TEST_TMPDIR/started" ]
    assert_equal "$(there)" '.gesprek.lock a.rec'
    # Behind the editor: a text that grew past what may be written.
    editor 'ulimit -f unlimited 2> /dev/null || true; awk "{ print } /^\$/ && ++n == 1 { for (i = 0; i < 20000; i++) print \"# vol\" }" "$1" > "$1.n"; mv "$1.n" "$1"'
    run --separate-stderr bash -c "trap '' XFSZ; ulimit -S -f 100; exec gesprek-bewerk a.rec"
    said 4 ''
    has "$stderr" '[schrijven]'
    has "$stderr" '[kopie]'
    unchanged "$OLD" a.rec
    [ "$(wc -c < "$(copies)/a.rec")" -gt 110000 ]
}

@test "an answer that cannot be printed is status 4, and the dossier is saved" {
    [ -c /dev/full ] || skip '/dev/full is er niet'
    editor 'echo "# ja" >> "$1"'
    for how in '> /dev/full' '>&-'; do
        cp "$OLD" a.rec
        run --separate-stderr bash -c "gesprek-bewerk a.rec $how"
        assert_equal "$status" 4
        has "$stderr" '[uitvoer]'
        assert_equal "$(tail -n 1 a.rec)" '# ja'
        assert_equal "$(there)" '.gesprek.lock a.rec'
    done
    cp "$OLD" a.rec
    run bash -c 'gesprek-bewerk a.rec <&- >&- 2>&-'
    assert_equal "$status" 4
    assert_equal "$(tail -n 1 a.rec)" '# ja'
}
