#!/bin/sh
# voorbeelden.sh [--bijwerken] PAGE: runs the EXAMPLES of a manual page in the current directory,
# one after the other, and shows where what is printed differs from what the page says. An example
# is a line `$ command` in a literal display; what it prints, standard error too, is on the lines
# below it. With --bijwerken the page gets what was printed: look at the difference first.
set -eu

update=
if [ "${1-}" = --bijwerken ]; then
    update=1
    shift
fi
page=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# README.md: its ```console blocks.
case $page in
*.md)
    # shellcheck disable=SC2016  # backquotes are what is looked for
    sed -n '/^```console$/,/^```$/p' "$page" | sed '/^```/d' >"$work/expected"
    ;;
*)
# The literal displays of EXAMPLES as a reader sees them: \e is a backslash, \& is nothing.
awk '
    /^\.Sh / { inside = $0 == ".Sh EXAMPLES" }
    /^\.Ed/ { shown = 0 }
    inside && shown { gsub(/\\&/, ""); gsub(/\\e/, "\\"); print }
    /^\.Bd -literal/ { shown = 1 }
' "$page" >"$work/expected"
    ;;
esac

if ! grep -q '^\$ ' "$work/expected"; then
    echo "$page: geen voorbeelden" >&2
    exit 1
fi

: >"$work/actual"
while IFS= read -r line <&3; do
    case $line in
    '$ '*)
        printf '%s\n' "$line" >>"$work/actual"
        # The page is a text: the CR of RFC 4180 is not in it.
        sh -c "${line#??}" 2>&1 </dev/null 3<&- | tr -d '\r' >>"$work/actual" || :
        ;;
    esac
done 3<"$work/expected"

if [ -z "$update" ]; then
    diff -u --label "$page" --label uitgevoerd "$work/expected" "$work/actual"
    exit
fi

if [ "${page%.md}" != "$page" ]; then
    awk '
        FNR == NR { if (/^\$ /) n++; else printed[n] = printed[n] $0 "\n"; next }
        /^```$/ { shown = 0 }
        shown && !/^\$ / { next }
        { print }
        shown { printf "%s", printed[++at] }
        /^```console$/ { shown = 1 }
    ' "$work/actual" "$page" >"$work/page"
    cat "$work/page" >"$page"
    exit
fi

# Each command in the page is followed by what it printed; what stood there goes.
awk '
    FNR == NR {
        if (/^\$ /) n++
        else {
            gsub(/\\/, "\\e")
            if (/^[.\047]/) $0 = "\\&" $0
            printed[n] = printed[n] $0 "\n"
        }
        next
    }
    /^\.Sh / { inside = $0 == ".Sh EXAMPLES" }
    /^\.Ed/ { shown = 0 }
    inside && shown && !/^\$ / { next }
    { print }
    inside && shown { printf "%s", printed[++at] }
    /^\.Bd -literal/ { shown = 1 }
' "$work/actual" "$page" >"$work/page"
cat "$work/page" >"$page"
