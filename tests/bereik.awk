# Reads lines `OLD NEW PART SAME`, four file names, and says which of them are not so: NEW is OLD and one contiguous
# range of bytes more, PART stands in NEW, SAME is NEW. No file may hold a byte 1.

function content(name, all, piece, old)
{
    old = RS
    RS = "\001"
    all = ""
    while ((getline piece < name) > 0)
        all = all piece
    close(name)
    RS = old
    return all
}

# The range is behind the longest start that both have, found by halving.
function one_range_more(old, new, low, high, middle)
{
    low = 0
    high = length(old)
    while (low < high) {
        middle = int((low + high + 1) / 2)
        if (substr(old, 1, middle) == substr(new, 1, middle))
            low = middle
        else
            high = middle - 1
    }
    return length(new) > length(old) && substr(old, low + 1) == substr(new, length(new) - (length(old) - low) + 1)
}

function wrong(what)
{
    print $1 ": " what
    bad = 1
}

{
    old = content($1)
    new = content($2)
    part = content($3)
    if (!one_range_more(old, new))
        wrong("meer dan een stuk anders")
    if (!length(part) || !index(new, part))
        wrong("wat -n print staat er niet in")
    if (content($4) != new)
        wrong("-i doet iets anders dan de filter")
}

END { exit bad }
