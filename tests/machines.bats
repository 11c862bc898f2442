#!/usr/bin/env bats
# Parts on many machines: the recipes of gesprek-rapport(1), VEEL MACHINES, as they stand there. GNU parallel goes over ssh to two
# machines that are this one: an sshd of our own on two ports of 127.0.0.1, each with a home of its own. Slurm is only asked where
# it runs.

load hulp

PAGE=$BATS_TEST_DIRNAME/../man/gesprek-rapport.1

setup() {
    hulp_setup
    WORK=$PWD
    for name in emma johan richard; do
        mkdir -p "dossiers/bij $name"
        cp "$CASUS/$name.rec" "dossiers/bij $name/"
    done
    mkdir telling
    printf '%s\n' "$WORK"/dossiers/* >telling/mappen
    cd telling || return
}

teardown() {
    [ ! -s "$WORK/sshd.pid" ] || kill "$(<"$WORK/sshd.pid")"
}

# shown HEADING N: the N-th literal display below `.Ss HEADING`, as a reader sees it.
shown() {
    awk -v heading="$1" -v nth="$2" '
        /^\.S[hs] / { inside = $0 == ".Ss " heading }
        /^\.Ed/ { now = 0 }
        now { gsub(/\\e/, "\\"); print; found = 1 }
        inside && /^\.Bd -literal/ { now = ++n == nth }
        END { exit !found }' "$PAGE"
}

# commands HEADING N: the same of a display of lines `$ command`.
commands() {
    shown "$1" "$2" | sed -n 's/^\$ //p'
}

# whole: what one command says of all dossiers.
whole() {
    gesprek-rapport gemeente --jaar=2026 --vandaag=2027-01-15 "$WORK"/dossiers/* >"$WORK/heel"
}

two_free_ports() {
    python3 -c 'import socket
s = [socket.create_server(("127.0.0.1", 0)) for _ in range(2)]
print(*(x.getsockname()[1] for x in s))'
}

# machine NAME PORT: for sshd, a machine whose home is $WORK/NAME; for ssh, its name.
machine() {
    mkdir "$WORK/$1"
    cat >"$WORK/$1.sh" <<END
cd '$WORK/$1'
export HOME='$WORK/$1' PATH='$PATH' GESPREK_NU=$GESPREK_NU LC_ALL=$LC_ALL
exec sh -c "\$SSH_ORIGINAL_COMMAND"
END
    printf '%s\n' "Port $2" >>"$WORK/sshd.ports"
    printf '%s\n' "Match LocalPort $2" "    ForceCommand exec sh '$WORK/$1.sh'" >>"$WORK/sshd.match"
    printf '%s\n' "Host $1" "    Port $2" >>"$WORK/ssh.config"
    echo "$1" >>machines
}

# start_machines: een and twee answer.
start_machines() {
    local sshd ports
    sshd=$(PATH=$PATH:/usr/sbin:/usr/local/sbin type -P sshd) || skip 'there is no sshd'
    for name in ssh ssh-keygen rsync parallel python3; do
        type -P "$name" >/dev/null || skip "there is no $name"
    done
    if [ "$(id -u)" -eq 0 ]; then
        mkdir -p /run/sshd # an sshd of root does not start without
    fi
    ssh-keygen -q -t ed25519 -N '' -f "$WORK/host"
    ssh-keygen -q -t ed25519 -N '' -f "$WORK/key"
    cp "$WORK/key.pub" "$WORK/keys"
    read -ra ports <<<"$(two_free_ports)"
    machine een "${ports[0]}"
    machine twee "${ports[1]}"
    {
        cat "$WORK/sshd.ports"
        printf '%s\n' 'ListenAddress 127.0.0.1' "HostKey $WORK/host" "AuthorizedKeysFile $WORK/keys" "PidFile $WORK/sshd.pid" \
            'UsePAM no' 'StrictModes no' 'PasswordAuthentication no' 'MaxStartups 100' \
            'SetEnv SHLVL=2' # so that bash does not take us for somebody who logs in, and leaves .bashrc alone
        cat "$WORK/sshd.match"
    } >"$WORK/sshd.config"
    printf '%s\n' 'Host *' '    HostName 127.0.0.1' '    HostKeyAlias proef' "    IdentityFile $WORK/key" '    IdentitiesOnly yes' \
        "    UserKnownHostsFile $WORK/known" '    StrictHostKeyChecking yes' '    BatchMode yes' >>"$WORK/ssh.config"
    echo "proef $(<"$WORK/host.pub")" >"$WORK/known"
    "$sshd" -f "$WORK/sshd.config" -E "$WORK/sshd.log" 3>&-
    for ((i = 0; i < 100; i++)); do
        ! ssh -F "$WORK/ssh.config" twee true 2>"$WORK/ssh.log" || break
        sleep 0.1
    done
    ssh -F "$WORK/ssh.config" een true || { cat "$WORK/sshd.log"; false; }
    export PARALLEL_SSH="ssh -F $WORK/ssh.config"
    shown 'Met GNU parallel' 1 >tel
    commands 'Met GNU parallel' 2 >opdrachten
    [ "$(wc -l <opdrachten)" -eq 2 ]
}

# count: the first command, and what it says; add: the second.
count() {
    try sh -c "$(sed -n 1p opdrachten)"
}

add() {
    try sh -c "$(sed -n 2p opdrachten)"
}

# done_by: which jobs the log says were done, in the order of their numbers.
done_by() {
    sed 1d telling.log | cut -f 1 | sort -n | tr '\n' ' '
}

expect_nothing_left() {
    [ -z "$(find "$WORK/een" "$WORK/twee" ! -type d)" ] || { find "$WORK/een" "$WORK/twee"; false; }
}

@test "parallel over ssh: the sum over machines is that of one command, and nothing stays behind" {
    start_machines
    whole
    count
    expect_status 0
    assert_equal "$(done_by)" '1 2 3 '
    assert_equal "$(sed 1d telling.log | cut -f 2 | sort -u | tr '\n' ' ')" 'een twee '
    expect_nothing_left
    assert_equal "$(stat -c %a deel-1 deel-2 deel-3 telling.log | sort -u)" 600
    add
    expect_status 0
    cmp "$WORK/heel" rapport.txt
    # Done is done.
    count
    expect_status 0
    assert_equal "$(done_by)" '1 2 3 '
}

@test "parallel over ssh: a part that failed is seen, and only that one is made again" {
    start_machines
    whole
    echo 'Doel: D9' >"$WORK/dossiers/bij johan/stuk.rec"
    mv "$WORK/dossiers/bij richard" "$WORK/weg"
    count
    expect_status 2
    expect_message fout "$WORK/dossiers/bij johan/stuk.rec:1:1: fout" 'bij welk dossier' dossier-ontbreekt
    expect_text fout "$WORK/dossiers/bij richard"
    [ ! -e deel-2 ] && [ ! -e deel-3 ]
    add
    expect_status 3
    expect_message fout 'gesprek-rapport: fout' 'er moeten 3 delen zijn, en er zijn er 1' deel-ontbreekt
    [ ! -e rapport.txt ]

    rm "$WORK/dossiers/bij johan/stuk.rec"
    count
    expect_status 1
    add
    expect_status 3
    expect_message fout 'gesprek-rapport: fout' 'er moeten 3 delen zijn, en er zijn er 2' deel-ontbreekt

    mv "$WORK/weg" "$WORK/dossiers/bij richard"
    count
    expect_status 0
    assert_equal "$(done_by)" '1 2 2 3 3 3 '
    expect_nothing_left
    add
    expect_status 0
    cmp "$WORK/heel" rapport.txt

    # A part that did not come over, though it was made.
    rm deel-2
    count
    expect_status 0
    add
    expect_status 3
    sed -i '/^2\t/d' telling.log
    count
    add
    expect_status 0
    cmp "$WORK/heel" rapport.txt
}

# settled: waits until Slurm has nothing left to do for this test.
settled() {
    for ((i = 0; i < 120; i++)); do
        [ -s taak ] && [ -n "$(squeue --noheader --jobs="$(<taak)" 2>/dev/null)" ] || return 0
        sleep 0.5
    done
    false
}

# submit N: the commands of display N; waits for what they start.
submit() {
    rm -f samen.log
    # shellcheck disable=SC2016  # for the shell that runs them
    sh -ec "$(commands 'Met Slurm' "$1"); echo "'"$taak"' >uit
    sed -n 's/^Submitted batch job //p' uit >taak
    settled
}

@test "Slurm: a job array gives what one command gives; a part that failed is seen, and only that one is made again" {
    type -P sbatch >/dev/null && timeout 5 sinfo >/dev/null 2>&1 || skip 'Slurm does not run here'
    shown 'Met Slurm' 1 >tel.sbatch
    shown 'Met Slurm' 2 >samen.sbatch
    whole
    echo 'Doel: D9' >"$WORK/dossiers/bij richard/stuk.rec"
    submit 3
    [ -e deel-1 ] && [ -e deel-2 ] && [ ! -e deel-3 ] && [ ! -e rapport.txt ]
    expect_message samen.log 'gesprek-rapport: fout' 'er moeten 3 delen zijn, en er zijn er 2' deel-ontbreekt
    expect_message telling-3.log "$WORK/dossiers/bij richard/stuk.rec:1:1: fout" 'bij welk dossier' dossier-ontbreekt
    assert_equal "$(stat -c %a deel-1 deel-2 | sort -u)" 600

    rm "$WORK/dossiers/bij richard/stuk.rec"
    touch -d 2020-01-01 deel-1 deel-2
    submit 4
    [ ! -s samen.log ]
    cmp "$WORK/heel" rapport.txt
    assert_equal "$(find . -name 'deel-*' -newermt 2021-01-01)" ./deel-3
}
