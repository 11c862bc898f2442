# The common question of the reports: how many conversations of each Vorm in 2026, nazorg apart. Without one check, and only of
# what a journal written by tools looks like (a Geboekt opens, a Gewijzigd amends); the last melding does not matter here.
BEGIN { FS = ": "; first = 1 }
function done() {
    if (opens && vorm != "" && day >= "2026-01-01" && day <= "2026-12-31" && bij !~ /^N[0-9]/) count[vorm]++
    opens = 0; vorm = day = bij = ""
}
first { first = 0; gesprek = $1 == "Gesprek"; next }
$0 == "" { if (gesprek) done(); first = 1; next }
!gesprek { next }
$1 == "Op" { day = $2 }
$1 == "Vorm" { vorm = $2 }
$1 == "Bij" { bij = $2 }
$1 == "Geboekt" { opens = 1 }
END { for (v in count) print v, count[v] }
