# Shared by the fault sweeps: what fails, and in which directory.
# shellcheck shell=bash

# fouten_setup TESTS: three journals in an empty directory. A sanitizer has an allocator of its own, so the shims need the
# plain build.
fouten_setup() {
    BIN=${BIN:-$1/../build/bin}
    hulp_setup
    CASUS=$1/casus
    FAULT=$BIN/../fault
    [ "$(uname -s)" = Linux ] || skip 'the preload shims are for Linux'
    case $BIN/ in */san/*) skip 'the preload shims need the plain build' ;; esac
    ! nm "$BIN/gesprek-noteer" 2>/dev/null | grep -q __asan_init || skip 'the preload shims need the plain build'
    cp "$CASUS"/{emma,johan,richard}.rec .
    chmod 0640 ./*.rec
}

# swept SHIM OPTION... FILE... -- COMMAND...: no call that fails makes it wrong; else what was wrong is told.
swept() {
    "$FAULT/sweep" --shim "$FAULT/$1" "${@:2}" >report 2>&1 || { echo "sweep $*"; tail -n 40 report; return 1; }
}

# memory OPTION... FILE... -- COMMAND..., storage ...: the n-th allocation, the n-th call on a file.
memory() {
    swept alloc "$@"
}

storage() {
    swept io --kinds error,short,eintr,kill "$@"
}

# editor LINE: from now on the editor is a script of this line; it and what it starts are no part of the sweep.
editor() {
    printf '%s\n' "$1" >"$BATS_TEST_TMPDIR/editor"
    export EDITOR="env -u LD_PRELOAD sh $BATS_TEST_TMPDIR/editor"
}
