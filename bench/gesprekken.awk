# The question of the caseload for mawk: for each dossier the day of the last Gesprek and how many there are.
# Only of what a journal written by tools looks like (a Geboekt opens, a Gewijzigd amends), without one check.
BEGIN { FS = ": "; first = 1 }
first { first = 0; gesprek = $1 == "Gesprek"; next }
$0 == "" { first = 1; next }
$1 == "Dossier" {
    if ($2 != dossier) {
        if (dossier != "") print dossier, last, count
        dossier = $2; last = ""; count = 0
    }
    next
}
gesprek && $1 == "Op" { day = $2 }
gesprek && $1 == "Geboekt" { count++; if (day > last) last = day }
END { print dossier, last, count }
