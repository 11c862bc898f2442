#!/usr/bin/env bash
# peers.sh: one journal of 300 steps, one more to add, and nineteen ways in which that can go wrong; for gesprek-noteer and,
# when it is installed, for recins of GNU recutils. Prints a table in Markdown and two totals.
#
# A tool survives when it says yes (exit 0) and everything is there, old and new; or says no and the file has the same bytes.
# Of gesprek-noteer more is asked: exit 3 for what is no journal, and link, owner and rights as they were.
# What asks for root, for a mount or for another user is skipped with a word when that cannot be had, and not counted.
#
# BIN is where gesprek-noteer is; the preload shims (io.c, stdio.c) are in ../fault from there.
# Exit: 0 when gesprek-noteer survives all that was measured, 1 when not, 2 when nothing could be measured.
set -u

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
BIN=$(cd "${BIN:-$here/../../build/bin}" && pwd) || exit 2
shims=$BIN/../fault
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
export LC_ALL=C GESPREK_NU=2026-11-22T14:30:00+01:00 GESPREK_DOOR=m.devries
unset GESPREK_DOSSIERS GESPREK_CONFIG TMPDIR LD_PRELOAD

NEW='Samen naar de markt'
declare -i passed=0 measured=0 peer_passed=0 peer_measured=0 skipped=0

# ---- the journal ----

step() {
    printf '%s\n' "Stap: S$1" 'Dossier: 2026-0300' 'Op: 2026-02-02' 'Door: m.devries' 'Geboekt: 2026-02-02T10:00:00+01:00' \
        "Wat: De $1e stap zetten" 'Wie: Emma' ''
}

make_base() {
    printf '%s\n' 'Melding: M1' 'Dossier: 2026-0300' 'Op: 2026-02-01' 'Door: m.devries' 'Geboekt: 2026-02-01T10:00:00+01:00' \
        'Vraag: Ik wil op mijzelf wonen.' 'Gemeente: 0356' 'Kader: wmo' ''
    for i in {1..300}; do step "$i"; done
}

# ---- the two tools ----

# add TOOL FILE: what every scenario does.
add() {
    local words
    case $1 in
    gesprek-noteer) words=("$work/bin/gesprek-noteer" nieuw Stap "--wat=$NEW" --wie=Emma -i "$2") ;;
    recins) words=(recins -f Stap -v S999 -f Dossier -v 2026-0300 -f Op -v 2026-11-22 -f Door -v m.devries
        -f Geboekt -v "$GESPREK_NU" -f Wat -v "$NEW" -f Wie -v Emma "$2") ;;
    esac
    "${prefix[@]}" "${words[@]}" >"$work/out" 2>"$work/err" </dev/null
}

# with_fault CALLS PATH [NAME=VALUE...]: has the io shim fail the first of CALLS on a file with PATH in its name.
with_fault() {
    prefix=(env "LD_PRELOAD=$work/bin/stdio $work/bin/io" FAULT_AT=1 "FAULT_CALL=$1" "FAULT_PATH=$2" "${@:3}")
}

# ---- what can go wrong ----
# before_X FILE makes the file ready, run_X TOOL FILE adds to it; what is not there is done as usual.

middle() {
    sed -i "/^Stap: S150\$/i $1" "$2"
}

before_no_colon() { middle 'zomaar een regel' "$1"; }
before_bom() { sed -i '1s/^/\xef\xbb\xbf/' "$1"; }
before_byte_ff() { sed -i 's/De 150e stap/De 150e \xff stap/' "$1"; }
before_conflict() {
    middle '<<<<<<< HEAD\nWat: dit\n=======\nWat: dat\n>>>>>>> tak\n' "$1"
}
before_orphan() { middle '+ een vervolg van niets\n' "$1"; }
before_space() { middle 'Een veld: met een spatie\n' "$1"; }
before_crlf() { sed -i 's/$/\r/' "$1"; }
# To the end of a block: else the new record fits in the last one, and the disk is not full for it.
before_disk_full() {
    local size
    size=$(wc -c <"$1")
    printf '#%*s\n\n' $((4096 - (size + 3) % 4096)) '' >>"$1"
}

run_write_limit() {
    (
        trap '' XFSZ
        ulimit -f 4
        add "$1" "$2"
    )
}

# A mount in a name space of its own is gone when its last process is.
run_temporary_full() {
    mkdir "$work/small"
    prefix=("${unshare[@]}" sh -c "mount -t tmpfs -o size=4k tmpfs '$work/small' && TMPDIR='$work/small' exec \"\$@\"" sh)
    add "$1" "$2"
    local rc=$?
    rmdir "$work/small"
    return $rc
}

run_disk_full() {
    # shellcheck disable=SC2016  # for the shell inside
    prefix=("${unshare[@]}" sh -c '
        mount -t tmpfs -o size=128k tmpfs "$1" && cp "$2" "$1/a.rec" && cd "$1" || exit 99
        cat /dev/zero >fill 2>/dev/null
        small=$1 file=$2; shift 2
        rc=0; "$@" || rc=$?
        cat "$small/a.rec" >"$file"
        exit $rc' sh "$work/small" "$2")
    mkdir "$work/small"
    add "$1" a.rec
    local rc=$?
    rmdir "$work/small"
    return $rc
}

run_unreadable() {
    chmod 0200 "$2"
    if [ "$(id -u)" -eq 0 ]; then
        chown -R 65534:65534 "${2%/*}"
        chmod 0666 "$work/out" "$work/err"
        prefix=(setpriv --reuid=65534 --regid=65534 --clear-groups)
    fi
    add "$1" "$2"
    local rc=$?
    chmod 0600 "$2"
    return $rc
}

run_open_fails() { with_fault open /a.rec; add "$1" "$2"; }
run_read_fails() { with_fault read /a.rec; add "$1" "$2"; }
run_write_fails() { with_fault write "${2%/*}/" FAULT_STICKY=1 "TMPDIR=${2%/*}"; add "$1" "$2"; }
run_fsync_fails() { with_fault fsync "${2%/*}/" FAULT_STICKY=1; add "$1" "$2"; }
# The last moment before the new bytes are there under the old name: the rename, or the copy over the emptied file.
run_killed() { with_fault rename,copy_file_range "${2%/*}/" FAULT_KIND=kill; add "$1" "$2"; }

run_link() {
    ln -s a.rec "${2%/*}/link.rec"
    add "$1" "${2%/*}/link.rec"
    local rc=$?
    [ -L "${2%/*}/link.rec" ] || said='the link became a file'
    return $rc
}

run_owner() {
    chown 65534:65534 "$2"
    chmod 0640 "$2"
    add "$1" "$2"
    local rc=$? now
    now=$(stat -c %u:%g:%a "$2")
    [ "$now" = 65534:65534:640 ] || said="owner and rights became $now"
    return $rc
}

# ---- judging ----

plain() {
    tr -d '\r' <"$1" | sed '1s/^\xef\xbb\xbf//'
}

# kept FILE: how many of the 300 steps are still whole: their key, and their text after it.
kept() {
    plain "$1" | awk '/^Stap: / { key = substr($2, 2) } /^Wat: De [0-9]+e .*stap zetten$/ && $3 == key "e" { n++ } END { print n + 0 }'
}

# judge TOOL RC FILE BEFORE WANTED: sets verdict, and fine to 1 or 0.
judge() {
    local left
    left=$(kept "$3")
    fine=0
    if [ "$2" -ne 0 ] && cmp -s "$3" "$4"; then
        fine=1 verdict='survived, refused'
    elif [ "$2" -eq 0 ] && [ "$left" -eq 300 ] && [ "$(plain "$3" | grep -cxF "Wat: $NEW")" -eq 1 ] &&
        ! plain "$4" | grep -vqxFf <(plain "$3"); then
        fine=1 verdict='survived'
    elif [ "$left" -lt 300 ]; then
        verdict="LOST $((300 - left)) of 300"
    else
        verdict='LOST: the file changed all the same'
    fi
    verdict+=" (exit $2)"
    [ -z "$said" ] || verdict+=", $said"
    [ "$1" = gesprek-noteer ] || return 0
    [ -z "$said" ] || fine=0
    if [ -n "$5" ] && [ "$2" -ne "$5" ]; then fine=0 verdict+=", exit $5 was expected"; fi
    if [ "$2" -ne 0 ] && [ "$2" -ne 137 ] && [ ! -s "$work/err" ]; then fine=0 verdict+=', without a message'; fi
}

# measure TOOL NAME WANTED: one scenario with one tool.
measure() {
    local dir=$work/$1 rc=0 verdict fine said='' prefix=()
    rm -rf "$dir"
    mkdir "$dir"
    cp "$work/base.rec" "$dir/a.rec"
    ! declare -F "before_$2" >/dev/null || "before_$2" "$dir/a.rec"
    cp "$dir/a.rec" "$work/before"
    if declare -F "run_$2" >/dev/null; then "run_$2" "$1" "$dir/a.rec" || rc=$?; else add "$1" "$dir/a.rec" || rc=$?; fi 2>/dev/null
    judge "$1" "$rc" "$dir/a.rec" "$work/before" "$3"
    cell=$verdict
    if [ "$1" = recins ]; then
        peer_measured+=1 peer_passed+=$fine
    else
        measured+=1 passed+=$fine
    fi
}

# scenario NAME WANTED WHAT IT NEEDS: a row. WANTED is the exit of gesprek-noteer, `-` for any; NEEDS one of the probes below.
scenario() {
    local wanted=${2#-} row="| $3 |" cell why
    if why=$("need_$4"); then
        for tool in "${tools[@]}"; do
            measure "$tool" "$1" "$wanted"
            row+=" $cell |"
        done
    else
        skipped+=1
        for tool in "${tools[@]}"; do row+=" skipped: $why |"; done
    fi
    printf '%s\n' "$row"
}

# ---- what can be had here ----

need_nothing() { :; }

need_mount() {
    [ ${#unshare[@]} -gt 0 ] || { echo 'cannot mount'; return 1; }
}

need_root() {
    [ "$(id -u)" -eq 0 ] || { echo 'needs root'; return 1; }
    chown 65534:65534 "$work/before" 2>/dev/null || { echo 'cannot give files away'; return 1; }
}

# A file that its reader may not read: root may, so then another user is needed.
need_other_user() {
    [ "$(id -u)" -ne 0 ] || setpriv --reuid=65534 --regid=65534 --clear-groups "$work/bin/gesprek-noteer" --version >/dev/null 2>&1 ||
        { echo 'cannot become another user'; return 1; }
}

need_shims() {
    [ -e "$work/bin/stdio" ] || { echo 'the shims are not built'; return 1; }
}

# The words that give a name space with mounts of its own: as root, or as the root of a user name space.
find_unshare() {
    mkdir "$work/probe"
    for words in 'unshare --mount' 'unshare --map-root-user --mount'; do
        read -ra unshare <<<"$words"
        "${unshare[@]}" mount -t tmpfs tmpfs "$work/probe" 2>/dev/null && return
    done
    unshare=()
}

prepare() {
    [ -x "$BIN/gesprek-noteer" ] || { echo "peers.sh: no gesprek-noteer in $BIN" >&2; exit 2; }
    # Another user must be able to come at them.
    chmod 0711 "$work"
    mkdir -m 0755 "$work/bin"
    cp "$BIN/gesprek-noteer" "$work/bin/"
    if [ -e "$shims/io" ] && [ -e "$shims/stdio" ]; then cp "$shims/io" "$shims/stdio" "$work/bin/"; fi
    make_base >"$work/base.rec"
    : >"$work/before"
    tools=(gesprek-noteer)
    ! command -v recins >/dev/null || tools+=(recins)
    find_unshare
}

total() {
    printf '%s: %d/%d' "$1" "$2" "$3"
    [ "$skipped" -eq 0 ] || printf ' (%d of 19 skipped)' "$skipped"
    printf '\n'
}

prepare
printf '| one step added to 300 |'
printf ' %s |' "${tools[@]}"
printf '\n|---|'
for tool in "${tools[@]}"; do printf -- '---|'; done
printf '\n'
scenario baseline 0 'nothing wrong' nothing
scenario no_colon 3 'a line without a colon' nothing
scenario bom 0 'a UTF-8 byte order mark' nothing
scenario byte_ff 3 'one byte 0xFF' nothing
scenario conflict 3 'conflict markers of git' nothing
scenario orphan 3 'a line with + that continues nothing' nothing
scenario space 3 'a space in a field name' nothing
scenario crlf 0 'CRLF at the ends of lines' nothing
scenario write_limit 4 'a limit on the size of files' nothing
scenario temporary_full 0 'the temporary directory is full' mount
scenario disk_full 4 'the disk is full' mount
scenario unreadable 4 'a file that may be written, not read' other_user
scenario open_fails 4 'open fails (EIO)' shims
scenario read_fails 4 'read fails (EIO)' shims
scenario write_fails 4 'write fails (ENOSPC)' shims
scenario fsync_fails - 'fsync fails (EIO)' shims
scenario killed 137 'SIGKILL at the last moment' shims
scenario link 0 'through a symbolic link' nothing
scenario owner 0 'another owner, edited by root' root
printf '\n'
total gesprek-noteer "$passed" "$measured"
[ "$peer_measured" -eq 0 ] || total recins "$peer_passed" "$peer_measured"
[ "$measured" -gt 0 ] && [ "$passed" -eq "$measured" ]
