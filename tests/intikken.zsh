# Types at an interactive shell. Usage: zsh -f intikken.zsh SHELL SETUP LINE
# What the command, the first word of LINE, is then called with comes in the file `gekregen`, an argument a line.
zmodload zsh/zpty || exit 2
shell=$1 setup=$2 line=$3 command=${3%% *}
export TERM=dumb

# Waits until the file is there; the terminal's output is thrown away meanwhile.
wait_for() {
    local chunk
    repeat 200; do
        while zpty -r -t typed chunk; do :; done
        [[ ! -e $1 ]] || return 0
        sleep 0.1
    done
    print -u2 "niets gekregen van $shell"
    return 1
}

case $shell in
bash) start='bash --norc --noprofile -i' define="$command() { printf '%s\n' \"\$@\" > .g; mv .g gekregen; }" ;;
zsh) start='zsh -f -i' define="$command() { print -rl -- \"\$@\" > .g; mv .g gekregen }" ;;
fish) start='fish -N -i' define="function $command; printf '%s\n' \$argv > .g; mv .g gekregen; end" ;;
esac
zpty -b typed $start || exit 2
zpty -w typed $setup
zpty -w typed "$define"
zpty -w typed 'echo > klaar'
wait_for klaar || exit 1
zpty -w typed "$line"
wait_for gekregen
result=$?
zpty -d typed
exit $result
