# Writes `count` journals to directory `into` as N.rec, and to standard output `N ID`: which dossier of it to write in.
# What they look like depends on `seed` alone: the numbers are our own, so that every awk makes the same ones.

function roll(n)
{
    state = (state * 16807) % 2147483647
    return int(state / 2147483647 * n)
}

function pick(list, words, n)
{
    n = split(list, words, "|")
    return words[1 + roll(n)]
}

# Line ends are LF, CRLF, or either.
function newline()
{
    return ends == 0 ? "\n" : ends == 1 ? "\r\n" : roll(2) ? "\n" : "\r\n"
}

function put(line)
{
    printf "%s", line > file
}

function value(kind)
{
    if (kind == "Bij")
        return "M1"
    return pick("x|twee woorden|Ze zei: \"ja\".|a: b|=1+1|é, ë en \342\202\254|pad\\naam|# geen opmerking|+ ook niet|   ruim|einde  ")
}

# The bytes between a field's name and its value; the value's own blanks are behind them.
function field(name, text)
{
    put(name ":" pick(" | | | |   |\t") text)
    if (roll(8) == 0)
        put("\\" newline() pick("verder|en verder: zo|+ en door"))
    put(newline())
    while (roll(5) == 0)
        put("+" pick(" | | |  |\t") pick("vervolg|met: teken|  ingesprongen|\\x|") newline())
    remark()
}

function remark()
{
    while (roll(9) == 0)
        put("#" pick(" een opmerking|zonder spatie||: Doel: D9| met \" en \\n") newline())
}

function gap(more)
{
    put(pick("||| |\t ") newline())
    while (more && roll(4) == 0)
        put(pick("||  ") newline())
    if (more)
        remark()
}

function record(type, key, id)
{
    if (bom && roll(4) == 0)
        put("\357\273\277")
    field_head(type, key)
    field_head("Dossier", id)
    remark()
    field_head("Op", "2026-0" (1 + roll(9)) "-1" roll(10))
    if (type == "Melding") {
        field("Vraag", value())
        field_head("Gemeente", "0344")
    } else if (type == "Doel") {
        field("Tekst", value())
    } else if (type == "Stap") {
        field("Wat", value())
        field("Wie", value())
    }
    while (roll(2))
        field(pick("Kleur|Kleur|Onbekend_veld|X9"), value())
}

function field_head(name, text)
{
    put(name ":" pick(" | | |  |\t") text pick("|||  ") newline())
}

function finish(id)
{
    how = roll(9)
    if (how == 0)          # no newline at all
        put("Slot: einde")
    else if (how == 1)     # no empty line
        put("Slot: einde" newline())
    else if (how == 2)     # a backslash that joins with nothing
        put("Slot: einde\\")
    else if (how == 3)
        put("Slot: einde\\" newline())
    else if (how == 4)     # blanks without a newline
        put(pick(" |\t"))
    else if (how == 5)     # a remark without an empty line
        put("# slot" pick("|\\") pick("|" newline()))
    else if (how == 6)     # several empty lines, remarks behind them
        put(newline() newline() "# slot" pick("|\\") newline() newline())
    else
        put(newline())
}

BEGIN {
    state = seed
    for (i = 0; i < 10; i++)
        roll(2)
    for (n = 1; n <= count; n++) {
        file = into "/" n ".rec"
        ends = roll(6) < 4 ? 0 : 1 + roll(2)
        bom = roll(8) == 0
        dossiers = 1 + roll(3)
        chosen = roll(dossiers)
        remark()
        for (d = 0; d < dossiers; d++) {
            id = pick("2026-|B.|x_") n "-" d
            if (d == chosen)
                write_in = id
            record("Melding", "M1", id)
            records = roll(5)
            for (r = 1; r <= records; r++) {
                gap(1)
                if (roll(5) == 0)
                    record("Melding", "M1", id)      # an amendment
                else
                    record(pick("Doel|Stap|Tekening|Doel"), pick("D|S|T-") r, id)
            }
            if (d < dossiers - 1)
                gap(1)
        }
        finish(id)
        close(file)
        print n, write_in
    }
}
