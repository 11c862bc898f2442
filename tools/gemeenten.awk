# Makes the table of common/domain/gemeente.h out of the lines of gegevens/gemeenten.tsv, which come in order of the old
# code and without comments. A line that is not of the form ends it with status 1.

function refuse(why)
{
    print "gegevens/gemeenten.tsv: " why ": " $0 | "cat 1>&2"
    bad = 1
    exit 1
}

function is_code(text)
{
    return text ~ /^[0-9][0-9][0-9][0-9][0-9]?$/
}

function check_change()
{
    if (NF != 5 || $1 !~ /^20[0-9][0-9]-[01][0-9]-[0-3][0-9]$/ || !is_code($2) || !is_code($3) || $5 == "")
        refuse("not a change")
    if ($4 != "heel" && $4 != "gesplitst")
        refuse("`heel` or `gesplitst`")
    if (length($2) != length($3) || $2 == $3 || $2 == last)
        refuse("a code of another country, the same code or the same line twice")
    last = $2
}

BEGIN {
    FS = "\t"
    print "#include \"domain/gemeente.h\""
    print "const struct gemeente_wijziging gemeente_wijzigingen[] = {"
}

$1 == "bekend" {
    if (known || NF != 3 || $2 !~ /^20[0-9][0-9]$/ || $3 !~ /^20[0-9][0-9]$/ || $2 > $3)
        refuse("not the years that are known")
    known = $2 ", " $3
    next
}

{
    check_change()
    day = $1
    gsub(/-/, "", day)
    print "    {\"" $2 "\", \"" $3 "\", " day ", " ($4 == "gesplitst" ? "true" : "false") "},"
    count++
}

END {
    if (bad)
        exit 1
    if (!known || !count)
        refuse("no changes, or not the years that are known")
    print "};"
    print "const size_t gemeente_wijzigingen_aantal = " count ";"
    print "const int gemeenten_bekend[2] = {" known "};"
}
