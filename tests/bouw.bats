#!/usr/bin/env bats
# The house: what the Makefile builds, installs and takes away again, what make deps asks for, and which layer knows which.

load hulp

ROOT=$BATS_TEST_DIRNAME/..

sanitized() {
    case $BIN/ in */san/*) return 0 ;; esac
    nm "$BIN/gesprek-noteer" 2>/dev/null | grep -q __asan_init
}

# Without what the make that runs these tests hands down.
clean_make() {
    env -u MAKEFLAGS -u MAKELEVEL -u SAN -u CFLAGS make "$@"
}

@test "every program is a position-independent executable with full RELRO, a guarded stack and checked calls" {
    command -v readelf >/dev/null || skip 'there is no readelf'
    ! sanitized || skip 'hardening is for the plain build'
    for program in "$BIN"/gesprek-*; do
        readelf -hW "$program" >kop
        readelf -ldW "$program" >delen
        readelf -sW "$program" >namen
        grep -q 'Type: *DYN' kop
        grep -q GNU_RELRO delen
        grep -q 'FLAGS_1.*NOW' delen
        grep -q 'GNU_STACK .* RW ' delen
        grep -q __stack_chk_fail namen
        grep -q '_chk@' namen
    done
}

@test "CFLAGS of the user come behind our own, and do not take hardening or warnings away" {
    clean_make -C "$ROOT" -n -B CFLAGS=-O1\ -DEIGEN build/common/base/text.o >regels
    run -0 grep -c -- '-O1 -DEIGEN .*-fstack-protector-strong' regels
    for flag in -std=c11 -Wall -Wextra -Wconversion -Wshadow -D_FORTIFY_SOURCE=3 -fstack-clash-protection -fPIE; do
        grep -q -- " $flag " regels
    done
}

# installed DIR: all that stands below it, with its rights.
installed() {
    (cd "$1" && find . ! -type d -printf '%m %p\n' | LC_ALL=C sort)
}

@test "install and uninstall mirror each other, and leave what was there" {
    ! sanitized || skip 'the plain build is what is installed'
    for words in PREFIX=/usr 'PREFIX=/opt/een\ map' 'PREFIX=/usr MANDIR=/man ZSHDIR=/zsh BASHDIR=/bash FISHDIR=/fish DATADIR=/data'; do
        rm -rf doel
        mkdir -p doel/usr/share/man/man1
        echo ander >doel/usr/share/man/man1/ander.1
        eval "clean_make -s -C '$ROOT' install DESTDIR='$PWD/doel' $words" >uit 2>&1 || { cat uit; false; }
        installed doel >erin
        for program in "$BIN"/gesprek-*; do
            name=${program##*/}
            grep -q "^755 .*/bin/$name\$" erin
            grep -q "^644 .*/man1/$name.1\$" erin || grep -q "^644 ./man/man1/$name.1\$" erin
            grep -q "/_$name\$" erin
            grep -q "/$name.fish\$" erin
        done
        grep -q '/man5/dossier.5$' erin
        grep -q '/man7/gesprek.7$' erin
        grep -q '/caseload.xsd$' erin
        grep -q '/rapport.xsd$' erin
        eval "clean_make -s -C '$ROOT' uninstall DESTDIR='$PWD/doel' $words" >uit 2>&1 || { cat uit; false; }
        assert_equal "$(installed doel)" "$(installed doel | grep ander.1)"
        [ "$(installed doel | wc -l)" -eq 1 ]
    done
}

@test "an installed program works without the source" {
    ! sanitized || skip 'the plain build is what is installed'
    clean_make -s -C "$ROOT" install DESTDIR="$PWD/doel" PREFIX=/usr
    run -0 env -i "$PWD/doel/usr/bin/gesprek-stavaza" "$CASUS/emma.rec"
    assert_line --partial 'Stand van zaken'
}

# only NAME...: a PATH that has these programs and no other.
only() {
    rm -rf pad
    mkdir pad
    for name in "$@"; do
        real=$(type -P "$name") && ln -s "$real" "pad/$name"
    done
}

fake_manager() {
    rm -f "pad/$1"
    # shellcheck disable=SC2016  # for the program that is made
    printf '#!%s\necho "$0 $*" >>%s/gevraagd\n' "$(type -P sh)" "$PWD" >"pad/$1"
    chmod +x "pad/$1"
}

@test "make deps says and does nothing when nothing is missing" {
    for name in cc make pkg-config bats parallel recsel mandoc shellcheck xmllint bash zsh fish python3 strace valgrind; do
        command -v "$name" >/dev/null || skip "$name is missing"
    done
    run -0 sh "$ROOT/tools/deps.sh"
    assert_output ''
}

@test "make deps asks each manager for what is missing, in that manager's words, and for no more" {
    [ "$(id -u)" -eq 0 ] || skip 'without root it goes through sudo'
    for manager in apt-get dnf apk brew; do
        only sh id env tr uname cc gcc make pkg-config recsel xmllint bash zsh fish python3 strace valgrind parallel
        fake_manager "$manager"
        rm -f gevraagd
        PATH=$PWD/pad run -0 "$(type -P sh)" "$ROOT/tools/deps.sh"
        assert_output --partial "make deps: "
        asked=$(<gevraagd)
        for word in bats mandoc hell; do [[ $asked == *"$word"* ]]; done
        for word in gcc recutils zsh fish; do [[ $asked != *"$word"* ]]; done
    done
}

@test "make deps asks for ssh and rsync where no init would start a server, and nowhere else" {
    [ "$(id -u)" -eq 0 ] || skip 'without root it goes through sudo'
    for manager in apt-get dnf apk brew; do
        only sh id env tr uname cc gcc make
        fake_manager "$manager"
        rm -f gevraagd
        PATH=$PWD/pad run -0 "$(type -P sh)" "$ROOT/tools/deps.sh"
        asked=$(<gevraagd)
        if [ -d /run/systemd/system ] || [ -d /run/openrc ] || [ -p /run/initctl ] || [ "$(uname -s)" != Linux ]; then
            [[ $asked != *ssh* && $asked != *rsync* ]]
        else
            [[ $asked == *" openssh"* && $asked == *" rsync"* ]]
        fi
    done
}

@test "make deps goes through sudo when not root, and says what is needed where there is none" {
    only sh env tr uname
    printf '#!%s\necho 1000\n' "$(type -P sh)" >pad/id
    chmod +x pad/id
    fake_manager apt-get
    PATH=$PWD/pad run -1 "$(type -P sh)" "$ROOT/tools/deps.sh"
    assert_output --partial 'sudo is er niet'
    [ ! -e gevraagd ]
    fake_manager sudo
    PATH=$PWD/pad run -0 "$(type -P sh)" "$ROOT/tools/deps.sh"
    grep -q 'sudo env DEBIAN_FRONTEND=noninteractive apt-get install .*gcc' gevraagd
    only sh env tr uname
    PATH=$PWD/pad run -1 "$(type -P sh)" "$ROOT/tools/deps.sh"
    assert_output --partial 'Installeer zelf'
}

@test "a layer knows only those below it" {
    below() {
        case $1 in
        base) echo base ;;
        journal) echo 'base journal' ;;
        domain) echo 'base journal domain' ;;
        output) echo 'base output' ;;
        esac
    }
    for layer in base journal domain output; do
        for file in "$ROOT/common/$layer"/*.[ch]; do
            while read -r other; do
                [[ " $(below "$layer") " == *" $other "* ]] || { echo "$file knows $other"; false; }
            done < <(sed -n 's/^#include "\([a-z]*\)\/.*/\1/p' "$file")
        done
    done
}

@test "only store and the standard input and output open or write files; only the commands that write CSV or XML link their libraries" {
    run -1 grep -lE '\b(fopen|creat|rename|renameat|mkstemp|unlink|unlinkat|ftruncate)\(' "$ROOT"/common/{base,domain,output}/*.c "$ROOT"/cmd/*.c "$ROOT"/cmd/*/*.c
    command -v ldd >/dev/null || skip 'there is no ldd'
    ! sanitized || skip 'the plain build'
    for program in "$BIN"/gesprek-{noteer,check,stavaza,kies}; do
        run -1 grep -E 'libxml2|libcsv' <(ldd "$program")
    done
}

@test "shellcheck has nothing to remark" {
    command -v shellcheck >/dev/null || skip 'there is no shellcheck'
    cd "$ROOT"
    run -0 shellcheck .ci/run tools/*.sh tests/*.sh tests/*.bash tests/*.bats tests/lang/*.bats tests/fault/*.sh bench/*.sh
}

@test "the sources say no line over 100 columns and no tab" {
    run -1 grep -nE $'\t|^.{101,}' "$ROOT"/common/*/*.[ch] "$ROOT"/cmd/*.c "$ROOT"/cmd/*/*.[ch]
}

@test "a line of the table of gemeenten that is not of the form stops the build" {
    table() { grep -v -e '^#' -e '^$' "$ROOT/gegevens/gemeenten.tsv" | LC_ALL=C sort -t $'\t' -k 2,2; }
    table | awk -f "$ROOT/tools/gemeenten.awk" >goed.c
    run -0 grep -c '^    {"' goed.c
    ((output > 100))
    for line in x $'2024-1-1\t1979\t1980\theel\tx' $'2024-01-01\t1979\t1980\thalf\tx' $'2024-01-01\t1979\t1979\theel\tx' \
        $'2024-01-01\t1979\t44001\theel\tx' $'2024-01-01\t1979\t1980\theel' $'bekend\t2011\t2012' "$(table | grep -m 1 '^20')"; do
        { table && echo "$line"; } | LC_ALL=C sort -t $'\t' -k 2,2 >regels
        run -1 awk -f "$ROOT/tools/gemeenten.awk" regels
        [[ $output == *'gegevens/gemeenten.tsv: '* ]]
    done
}
