# Calls a completion function of zsh outside the line editor: prints what it offers for the last of the words, with the
# description behind a tab. Usage: zsh -f aanvullen.zsh SCRIPT COMMAND WORD...
# The functions of zshcompsys that it uses are replaced by these.

compdef() { print -r -- "$2" > /dev/null; known=$1 }
compadd() { shift ${@[(i)--]}; print -rl -- $IPREFIX${^@} }
_files() { print -r -- "$IPREFIX<${1:-bestand}>" }
_message() { : }

compset() {
    case "$*" in
    '-P 1 *=') IPREFIX+=${PREFIX%%=*}= PREFIX=${PREFIX#*=} ;;
    '-P @') [[ $PREFIX == @* ]] && IPREFIX+=@ PREFIX=${PREFIX#@} ;;
    '-p '*) IPREFIX+=$PREFIX[1,$2] PREFIX=$PREFIX[$2+1,-1] ;;
    *) return 2 ;;
    esac
}

# _describe [-o] TITLE ARRAY [-q -S SUFFIX] [-- ARRAY ...]
_describe() {
    local array suffix entry
    [[ $1 != -o ]] || shift
    shift
    while (( $# )); do
        array=$1 suffix=''
        shift
        while (( $# )) && [[ $1 != -- ]]; do
            [[ $1 != -S ]] || suffix=$2
            shift
        done
        (( ! $# )) || shift
        for entry in ${(P)array}; do
            print -r -- "${entry%%:*}$suffix"$'\t'"${entry#*:}"
        done
    done
}

script=$1
shift
source $script || exit
[[ -n $known ]] || { print -u2 "$script says nothing to compdef"; exit 1 }
words=("$@") CURRENT=$# PREFIX=$@[-1] IPREFIX=''
$known
exit 0
