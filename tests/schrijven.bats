#!/usr/bin/env bats
# Writing in a file that others use too: many writers, killed writers, readers beside writers, a full disk, rights and
# links. Always: the old file or the new one, a message, and the right exit status.
# shellcheck disable=SC2154  # bats sets status, output and stderr

load hulp
load schrijf

# The judges are built by make; alone, bats makes them itself.
setup_file() {
    local bin=${BIN:-$BATS_TEST_DIRNAME/../build/bin} judge
    for judge in judge-killer judge-reader; do
        if [ -x "$bin/../fault/$judge" ]; then
            cp "$bin/../fault/$judge" "$BATS_FILE_TMPDIR/"
        else
            "${CC:-cc}" -std=c11 -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE -O2 -o "$BATS_FILE_TMPDIR/$judge" \
                "$BATS_TEST_DIRNAME/fault/$judge.c"
        fi
    done
}

setup() {
    schrijf_setup
    PATH=$PATH:$BATS_FILE_TMPDIR
}

teardown() {
    release_lock
    [ -z "${team-}" ] || rm -rf "$team"
}

add() {
    gesprek-noteer nieuw Stap --wat=x --wie=y "$@" -i a.rec
}

mode_of() {
    stat -c %a "$1"
}

wait_for() {
    for ((i = 0; i < 500; i++)); do
        "$@" && return
        sleep 0.01
    done
    echo "dit gebeurt niet: $*"
    return 1
}

# ---- many writers ----

# write_many PROCESSES: each writes 200 records in a.rec, with its keys in keys.P.
write_many() {
    local p i pids=()
    for ((p = 1; p <= $1; p++)); do
        for ((i = 1; i <= 200; i++)); do
            gesprek-noteer nieuw Stap --wat="van $p nummer $i" --wie=y -i a.rec || echo "status $?"
        done > "keys.$p" 2>&1 3>&- &
        pids+=($!)
    done
    wait "${pids[@]}"
}

keeps_all() {
    local p i
    cp a.rec old
    write_many "$1"
    assert_equal "$(head -c "$(wc -c < old)" a.rec | cksum)" "$(cksum < old)"
    diff <(for ((p = 1; p <= $1; p++)); do for ((i = 1; i <= 200; i++)); do echo "van $p nummer $i"; done; done | sort) \
        <(sed -n 's/^Wat: //p' a.rec | sort)
    # Each writer was told the keys that are there, and no two the same.
    diff <(cat keys.* | sort) <(for ((i = 1; i <= 200 * $1; i++)); do echo "S$i"; done | sort)
    run -0 gesprek-check a.rec
    [ ! -e .a.rec.tmp ]
}

@test "two processes of 200 writes keep every record" {
    keeps_all 2
}

@test "four processes of 200 writes keep every record" {
    keeps_all 4
}

# ---- killed ----

@test "200 kills leave a good file with every acknowledged record" {
    judge-killer 200 2026 a.rec gesprek-noteer nieuw Stap --wat=x --wie=y --wacht=0 -i a.rec > keys 2> how
    cat how
    # Enough kills came while it ran, and some while it wrote. A sanitizer that is killed while it looks for leaks says so.
    read -r killed _ finished _ leftovers _ < <(grep -v '^==' how)
    [ "$killed" -ge 20 ]
    [ "$finished" -ge 5 ]
    [ "$leftovers" -ge 1 ]
    run -0 gesprek-check a.rec
    run -0 sed -n 's/^Stap: //p' a.rec
    diff <(sort keys) <(sort keys | grep -xFf <(sed -n 's/^Stap: //p' a.rec))
    add
    [ ! -e .a.rec.tmp ]
    run -0 ls -A
    assert_output "$(printf '%s\n' .gesprek.lock a.rec how keys)"
}

@test "the leftover of a killed writer is replaced, whatever it is" {
    echo rommel > .a.rec.tmp
    chmod 0444 .a.rec.tmp
    noted add
    [ ! -e .a.rec.tmp ]
    echo buiten > elders
    ln -s elders .a.rec.tmp
    noted add
    assert_equal "$(cat elders)" buiten
    [ ! -L .a.rec.tmp ]
    run -0 gesprek-check a.rec
    cp a.rec old
    mkdir .a.rec.tmp
    refused 4 schrijven a.rec add
    cmp old a.rec
}

# ---- a reader beside a writer ----

@test "5,000 reads beside a writer never see a wrong file" {
    while [ ! -e stop ]; do
        add || echo "status $?"
    done > keys 2>&1 3>&- &
    writer=$!
    run judge-reader 5000 50 30 a.rec
    : > stop
    wait "$writer"
    echo "$output"
    assert_equal "$status" 0
    run ! grep -v '^S[0-9]*$' keys
}

# ---- the lock ----

# Holds the lock of this directory, in process $holder.
hold_lock() {
    (
        exec 9>> .gesprek.lock 3>&-
        flock 9
        : > held
        exec sleep 60
    ) &
    holder=$!
    wait_for test -e held
}

release_lock() {
    [ -n "${holder-}" ] || return 0
    kill -9 "$holder" 2> /dev/null
    wait "$holder" 2> /dev/null || true   # says nothing about its end
    holder=
}

@test "a busy lock is exit 75, at once or after --wacht seconds" {
    hold_lock
    cp a.rec old
    SECONDS=0
    refused 75 bezet .gesprek.lock add --wacht=0
    [ "$SECONDS" -le 2 ]
    start=$(date +%s%N)
    refused 75 bezet --wacht add --wacht=1
    took=$((($(date +%s%N) - start) / 1000000))
    [ "$took" -ge 1000 ]
    [ "$took" -le 4000 ]
    unchanged old a.rec
    # Readers and filters need no lock.
    run -0 gesprek-check a.rec
    run -0 gesprek-noteer nieuw Stap --wat=x --wie=y -n a.rec
}

@test "the lock of a killed holder is free" {
    hold_lock
    add --wacht=20 > key 2>&1 3>&- &
    writer=$!
    sleep 0.2
    kill -0 "$writer"
    release_lock
    wait "$writer"
    assert_equal "$(cat key)" S1
    noted add --wacht=0
    assert_equal "$output" S2
}

@test "who waited for the lock reads again what stands there now" {
    hold_lock
    add --wacht=20 > key 2>&1 3>&- &
    writer=$!
    sleep 0.2
    printf 'Stap: S7\nDossier: 2026-0017\nOp: 2026-03-01\nWat: intussen\nWie: y\n\n' >> a.rec
    cp a.rec old
    release_lock
    wait "$writer"
    assert_equal "$(cat key)" S8
    one_range_more old a.rec
}

@test "who waited for the lock and then finds a broken file writes nothing" {
    hold_lock
    add --wacht=20 > out 2> err 3>&- &
    writer=$!
    sleep 0.2
    printf '<<<<<<< HEAD\n' >> a.rec
    cp a.rec old
    release_lock
    wait "$writer" && false || status=$?
    assert_equal "$status" 3
    [ ! -s out ]
    has "$(cat err)" '[conflict]'
    unchanged old a.rec
}

@test "a lock that is a link or a directory is refused" {
    ln -s elders .gesprek.lock
    cp a.rec old
    refused 4 schrijven .gesprek.lock add
    [ ! -e elders ]
    rm .gesprek.lock
    mkdir .gesprek.lock
    refused 4 schrijven .gesprek.lock add
    unchanged old a.rec
}

# ---- editors know no lock ----

can_trace() {
    command -v strace > /dev/null || skip 'strace is niet geïnstalleerd'
    strace -o /dev/null true 2> /dev/null || skip 'strace mag hier niet'
    export ASAN_OPTIONS=detect_leaks=0   # LeakSanitizer wants to trace too
}

# meanwhile CHANGE...: while a writer has its new file ready and syncs it, CHANGE happens; then it must stop.
meanwhile() {
    strace -o /dev/null -e trace=fsync -e inject=fsync:delay_enter=400000:when=1 \
        gesprek-noteer nieuw Stap --wat=x --wie=y -i a.rec > out 2> err 3>&- &
    local writer=$!
    wait_for test -e .a.rec.tmp || return
    "$@"
    rm -f now
    [ ! -e a.rec ] || cp -p a.rec now
    status=0
    wait "$writer" || status=$?
    cat out err
    [ "$status" -eq 75 ] && [ ! -s out ] && has "$(cat err)" '[intussen-gewijzigd]' && [ ! -e .a.rec.tmp ] || return 1
    if [ -e now ]; then cmp now a.rec; else [ ! -e a.rec ]; fi
}

append() {
    echo '# nog iets' >> a.rec
}

# The same size and the same time of change, as some programs leave them.
rewrite_quietly() {
    touch -r a.rec stamp
    sed 's/open/wens/' a.rec > new
    cat new > a.rec
    touch -r stamp a.rec
}

save_by_rename() {
    cp -p a.rec new
    mv new a.rec
}

@test "what an editor saves meanwhile is not written over" {
    can_trace
    meanwhile append
    meanwhile rewrite_quietly
    meanwhile save_by_rename
    meanwhile rm a.rec
}

# ---- in the right order ----

@test "the new file is on disk before it takes its place, and its place before the key is printed" {
    can_trace
    [ "$(id -u)" -eq 0 ] || skip 'what a program that allows no dumps says, only root can read'
    strace -o log -e trace=flock,openat,fsync,fdatasync,rename,renameat,renameat2,write gesprek-noteer nieuw Stap --wat=x --wie=y -i a.rec
    # Libraries are opened before the lock; of what follows the order counts.
    awk '/^flock/ { on = 1 } !on { next }
        /^write\(1,/ { print "key"; next }
        /^write/ { print "write"; next }
        /^openat.*"a.rec"/ { print "read"; next }
        /^openat.*".a.rec.tmp"/ { print "make"; next }
        /^openat|^\+/ { next }
        { sub(/\(.*/, ""); sub(/^rename.*/, "rename"); print }' log | uniq > order
    diff order <(printf '%s\n' flock read make write fsync rename fsync key)
    run -0 grep -c '"\.a\.rec\.tmp".*O_EXCL' log
    assert_output 1
}

# ---- links and other files ----

@test "a hard link is refused" {
    ln a.rec b.rec
    cp a.rec old
    refused 4 harde-koppeling 'a.rec' add
    unchanged old a.rec
    assert_equal "$(stat -c %h a.rec)" 2
}

@test "a symbolic link is followed and stays" {
    mkdir echt links
    mv a.rec echt/b.rec
    ln -s ../echt/b.rec links/a.rec
    ln -s links/a.rec a.rec
    cp echt/b.rec old
    noted add
    assert_equal "$(readlink a.rec)" links/a.rec
    assert_equal "$(readlink links/a.rec)" ../echt/b.rec
    one_range_more old echt/b.rec
    [ -f echt/.gesprek.lock ]
    [ ! -e .gesprek.lock ]
    run -0 ls -A links
    assert_output a.rec
}

@test "what is no file is refused and nothing hangs" {
    mkfifo pijp
    refused 4 bestand 'geen gewoon bestand' timeout 5 gesprek-noteer nieuw Stap --wat=x --wie=y -i pijp
    refused 4 bestand weg.rec gesprek-noteer nieuw Stap --wat=x --wie=y -i weg.rec
    refused 4 bestand kring gesprek-noteer nieuw Stap --wat=x --wie=y -i "$(ln -s kring kring && echo kring)"
    refused 4 bestand los gesprek-noteer nieuw Stap --wat=x --wie=y -i "$(ln -s weg los && echo los)"
    refused 4 bestand a.rec/b gesprek-noteer nieuw Stap --wat=x --wie=y -i a.rec/b
    refused 4 bestand '' gesprek-noteer nieuw Stap --wat=x --wie=y -i ''
    [ ! -e weg ] && [ ! -e weg.rec ]
}

# ---- rights ----

# Rights bind everybody but root: root becomes somebody else.
as_somebody() {
    if [ "$(id -u)" -ne 0 ]; then
        "$@"
    else
        setpriv --reuid 12345 --regid 12345 --clear-groups "$@"
    fi
}

# A directory $team that everybody can come by, with the command in it.
open_place() {
    if [ "$(id -u)" -eq 0 ]; then
        command -v setpriv > /dev/null || skip 'setpriv is niet geïnstalleerd'
        setpriv --reuid 12345 --regid 12345 --clear-groups true 2> /dev/null || skip 'van gebruiker wisselen mag hier niet'
    fi
    team=$(mktemp -d "${BATS_RUN_TMPDIR%/*}/gesprek.XXXXXX")
    chmod 0755 "$team"
    cp "$BIN/gesprek-noteer" "$BIN/gesprek-check" "$team"
    mkdir "$team/map"
    cp a.rec "$team/map/a.rec"
    cd "$team/map" || return
    as_somebody test -x "$team/map" || skip 'hier kan een ander niet bij'
}

@test "rights stay what they were, whatever the umask is" {
    for mask in 000 077; do
        for mode in 600 640 644 660 664; do
            chmod "$mode" a.rec
            (umask "$mask" && add)
            assert_equal "$mode" "$(mode_of a.rec)"
        done
    done
}

@test "the lock and new files take the directory's read and write bits" {
    for pair in 700:600 750:640 2770:660 755:644; do
        mkdir "m${pair%:*}"
        chmod "${pair%:*}" "m${pair%:*}"
        cp a.rec "m${pair%:*}/a.rec"
        (umask 077 && gesprek-noteer nieuw Stap --wat=x --wie=y -i "m${pair%:*}/a.rec")
        assert_equal "$(mode_of "m${pair%:*}/.gesprek.lock")" "${pair#*:}"
        (umask 000 && gesprek-stavaza --uit "m${pair%:*}/uit.txt" a.rec)
        assert_equal "$(mode_of "m${pair%:*}/uit.txt")" "${pair#*:}"
    done
}

@test "a read-only file and a read-only directory are refused" {
    open_place
    [ "$(id -u)" -ne 0 ] || chown -R 12345:12345 .
    cp a.rec ../old
    chmod 0400 a.rec
    refused 4 schrijven a.rec as_somebody ../gesprek-noteer nieuw Stap --wat=x --wie=y -i a.rec
    chmod 0200 a.rec
    refused 4 bestand a.rec as_somebody ../gesprek-noteer nieuw Stap --wat=x --wie=y -i a.rec
    chmod 0600 a.rec
    unchanged ../old a.rec
    rm -f .gesprek.lock
    chmod 0555 .
    refused 4 schrijven .gesprek.lock as_somebody ../gesprek-noteer nieuw Stap --wat=x --wie=y -i a.rec
    chmod 0755 .
    : > .gesprek.lock
    chmod 0666 .gesprek.lock
    chmod 0555 .
    refused 4 schrijven a.rec as_somebody ../gesprek-noteer nieuw Stap --wat=x --wie=y -i a.rec
    chmod 0755 .
    unchanged ../old a.rec
}

@test "a team writes in one directory, a stranger cannot read" {
    [ "$(id -u)" -eq 0 ] || skip 'alleen root kan andere gebruikers spelen'
    open_place
    chown 12345:23456 . a.rec
    chmod 2770 .
    chmod 0660 a.rec
    stranger=(setpriv --reuid 12347 --regid 12347 --clear-groups)
    for user in 12345 12346 12345 12346; do
        noted setpriv --reuid "$user" --regid "$user" --groups 23456 ../gesprek-noteer nieuw Stap --wat=x --wie=y -i a.rec
        assert_equal "$(stat -c %a:%g a.rec .gesprek.lock)" "$(printf '660:23456\n660:23456')"
    done
    assert_equal "$(grep -c '^Stap: ' a.rec)" 4
    cp a.rec ../old
    chmod 0600 ../old
    refused 4 bestand a.rec "${stranger[@]}" ../gesprek-noteer nieuw Stap --wat=x --wie=y -i a.rec
    run -4 "${stranger[@]}" ../gesprek-check a.rec
    # Not when the directory were open either.
    chmod 2775 .
    refused 4 schrijven '' "${stranger[@]}" ../gesprek-noteer nieuw Stap --wat=x --wie=y -i a.rec
    run ! "${stranger[@]}" cat a.rec
    unchanged ../old a.rec
}

@test "root keeps the owner; who is not in the group takes its rights away" {
    [ "$(id -u)" -eq 0 ] || skip 'alleen root kan andere gebruikers spelen'
    open_place
    chmod 0777 .
    chown 12345:23456 a.rec
    chmod 0640 a.rec
    noted ../gesprek-noteer nieuw Stap --wat=x --wie=y -i a.rec
    assert_equal "$(stat -c %u:%g:%a a.rec)" 12345:23456:640
    chmod 0666 a.rec
    chmod 0666 .gesprek.lock
    noted setpriv --reuid 12346 --regid 12346 --clear-groups ../gesprek-noteer nieuw Stap --wat=x --wie=y -i a.rec
    assert_equal "$(stat -c %u:%g:%a a.rec)" 12346:12346:606
}

@test "nothing is written outside the directory of the dossier" {
    mkdir tijdelijk map
    mv a.rec map
    TMPDIR=$PWD/tijdelijk noted gesprek-noteer nieuw Stap --wat=x --wie=y -i map/a.rec
    run -0 ls -A tijdelijk
    assert_output ''
    run -0 ls -A
    assert_output "$(printf 'map\ntijdelijk')"
    run -0 ls -A map
    assert_output "$(printf '.gesprek.lock\na.rec')"
}

# ---- no room ----

@test "a full disk leaves the old file and says so" {
    cp "$CASUS/emma.rec" a.rec
    cp a.rec old
    # In blocks of 1 KiB or half of that: less than the dossier needs either way.
    refused 4 schrijven a.rec bash -c "trap '' XFSZ; ulimit -f 16; exec gesprek-noteer nieuw Stap --wat=x --wie=y -i a.rec"
    unchanged old a.rec
    bash -c "trap '' XFSZ; ulimit -f 16; exec gesprek-noteer nieuw Stap --wat=x --wie=y a.rec" > out 2> err && false || status=$?
    assert_equal "$status" 4
    has "$(cat err)" '[uitvoer]'
    noted add
    one_range_more old a.rec
}

@test "a disk that fails leaves the old file, or says that the new one may not last" {
    can_trace
    cp a.rec old
    for call in fchmod fsync renameat; do
        refused 4 schrijven 'niets gewijzigd' strace -o log -e trace="$call" -e inject="$call:error=EIO:when=1" \
            gesprek-noteer nieuw Stap --wat=x --wie=y -i a.rec
        run -0 grep INJECTED log
        unchanged old a.rec
    done
    refused 4 schrijven 'stroomstoring' strace -o log -e trace=fsync -e inject=fsync:error=EIO:when=2 \
        gesprek-noteer nieuw Stap --wat=x --wie=y -i a.rec
    one_range_more old a.rec
    cp a.rec old
    # Some file systems cannot sync a directory; that is no fault.
    run -0 strace -o log -e trace=fsync -e inject=fsync:error=EINVAL:when=2 gesprek-noteer nieuw Stap --wat=x --wie=y -i a.rec
    assert_output S2
    one_range_more old a.rec
    [ ! -e .a.rec.tmp ]
}

@test "a key that cannot be printed is exit 4, and what was noted stands" {
    [ -e /dev/full ] || skip 'er is hier geen /dev/full'
    cp a.rec old
    add > /dev/full 2> err && false || status=$?
    assert_equal "$status" 4
    has "$(cat err)" '[uitvoer]'
    one_range_more old a.rec
    cp a.rec old
    add >&- 2> err && false || status=$?
    assert_equal "$status" 4
    has "$(cat err)" '[uitvoer]'
    one_range_more old a.rec
    for how in '' -n; do
        # shellcheck disable=SC2086  # no word is no word
        gesprek-noteer nieuw Stap --wat=x --wie=y $how a.rec > /dev/full 2> err && false || status=$?
        assert_equal "$status" 4
        has "$(cat err)" '[uitvoer]'
    done
}

@test "a writer with its standard streams closed does not write into the dossier by mistake" {
    cp a.rec old
    add <&- >&- 2>&- && false || status=$?
    assert_equal "$status" 4
    run -0 gesprek-check a.rec
    one_range_more old a.rec
    gesprek-noteer nieuw Stap --wat= -i a.rec <&- >&- 2>&- && false || status=$?
    assert_equal "$status" 2
    run -0 gesprek-check a.rec
}
