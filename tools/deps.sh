#!/bin/sh
# Installs what Gesprek needs to be built and tested, and only what is missing: with apt-get, dnf, apk or brew, through sudo
# when not root. Says what it does; says nothing when nothing is missing.
set -eu

have() { command -v "$1" >/dev/null 2>&1; }

# header NAME: can the C compiler find it?
header() {
    compiler=$(command -v "${CC:-cc}" || command -v gcc || command -v clang) || return 1
    flags=$(pkg-config --cflags libxml-2.0 2>/dev/null || echo -I/usr/include/libxml2)
    # shellcheck disable=SC2086  # flags are words
    printf '#include <%s>\n' "$1" | "$compiler" $flags -E -x c - >/dev/null 2>&1
}

bats_library() {
    for d in ${BATS_LIB_PATH:-} /usr/lib/bats /usr/lib /usr/local/lib /usr/lib/node_modules /opt/homebrew/lib; do
        [ -e "$d/$1/load.bash" ] && return 0
    done
    return 1
}

# Does systemd, OpenRC or SysV init start services here?
starts_services() { [ -d /run/systemd/system ] || [ -d /run/openrc ] || [ -p /run/initctl ]; }

# What is missing, by our own names; each manager has its own words for them below.
missing=
need() { missing="$missing $1"; }
{ have cc || have gcc || have clang; } || need compiler
have make || need make
have pkg-config || need pkg-config
case " $missing " in *" compiler "*) need libxml2; need libcsv; need libedit; need nettle; need libical ;; *)
    header libxml/xmlwriter.h || need libxml2
    header csv.h || need libcsv
    header histedit.h || need libedit
    header nettle/hmac.h || need nettle # HMAC-SHA-256; of those that have it the smallest: no other library behind it
    header libical/ical.h || need libical ;;
esac
have bats || need bats
bats_library bats-support || need bats-support
bats_library bats-assert || need bats-assert
have parallel || need parallel
have recsel || need recutils
have sqlite3 || need sqlite3
have mandoc || need mandoc
have shellcheck || need shellcheck
have xmllint || need xmllint
have bash || need bash
have zsh || need zsh
have fish || need fish
have python3 || need python3
have tmux || need tmux
have calcurse || need calcurse
if [ "$(uname -s)" = Linux ]; then
    have strace || need strace
    have valgrind || need valgrind
    # For tests/machines.bats. Where an init starts services, the package of an sshd also starts a server that the network can
    # reach. So we ask for it only where there is none, in containers and in CI, and never on a builder's workstation.
    starts_services || {
        have sshd || [ -x /usr/sbin/sshd ] || need sshd
        have ssh || need ssh
        have rsync || need rsync
    }
fi

[ -n "$missing" ] || exit 0

# words MANAGER: the names of what is missing, in that manager's words.
words() {
    for m in $missing; do
        case "$1:$m" in
        apt:compiler) echo gcc libc6-dev ;;
        apt:libxml2) echo libxml2-dev ;;
        apt:libcsv) echo libcsv-dev ;;
        apt:libedit) echo libedit-dev ;;
        apt:nettle) echo nettle-dev ;;
        apt:libical) echo libical-dev ;;
        apt:xmllint) echo libxml2-utils ;;
        apt:sshd | dnf:sshd) echo openssh-server ;;
        apt:ssh) echo openssh-client ;;
        dnf:compiler | apk:compiler) echo gcc; [ "$1" = apk ] && echo musl-dev ;;
        dnf:libxml2) echo libxml2-devel ;;
        dnf:libical) echo libical-devel ;;
        dnf:libcsv) echo libcsv-devel ;;
        dnf:libedit) echo libedit-devel ;;
        dnf:nettle) echo nettle-devel ;;
        dnf:xmllint) echo libxml2 ;;
        dnf:ssh) echo openssh-clients ;;
        dnf:sqlite3 | apk:sqlite3 | brew:sqlite3) echo sqlite ;;
        dnf:pkg-config) echo pkgconf-pkg-config ;;
        dnf:shellcheck) echo ShellCheck ;;
        apk:libxml2) echo libxml2-dev ;;
        apk:libcsv) echo libcsv-dev ;;
        apk:libedit) echo libedit-dev ;;
        apk:nettle) echo nettle-dev ;;
        apk:libical) echo libical-dev ;;
        apk:xmllint) echo libxml2-utils ;;
        apk:pkg-config) echo pkgconf ;;
        apk:sshd | apk:ssh | brew:sshd | brew:ssh) echo openssh ;;
        apk:bats | brew:bats) [ "$1" = brew ] && echo bats-core || echo bats ;;
        brew:compiler) echo gcc ;;
        brew:xmllint) echo libxml2 ;;
        *) echo "$m" ;;
        esac
    done | tr '\n' ' '
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; elif have sudo; then sudo "$@"; else
        echo "make deps: dit vraagt om rechten die u niet hebt, en sudo is er niet. Laat een beheerder dit doen: $*" >&2
        exit 1
    fi
}

run() { echo "make deps: $*"; as_root "$@"; }

# shellcheck disable=SC2046  # words are words
if have apt-get; then
    apt_words=$(words apt)
    # shellcheck disable=SC2086
    run env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $apt_words || {
        run apt-get update
        # shellcheck disable=SC2086
        run env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $apt_words
    }
elif have dnf; then
    run dnf install -y $(words dnf)
elif have apk; then
    run apk add $(words apk)
elif have brew; then
    echo "make deps: brew install $(words brew)"
    brew install $(words brew)
else
    echo "make deps: geen apt-get, dnf, apk of brew gevonden. Installeer zelf:$missing" >&2
    exit 1
fi
