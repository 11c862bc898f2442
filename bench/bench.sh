#!/usr/bin/env bash
# bench.sh [klein|groot|land]: what the commands cost in CPU time and memory, beside cat, wc, mawk and recutils.
#
# klein: 10 MB; without a word: 10 MB and 100 MB; groot (or BENCH_LARGE=1): 1 GB too, and a CSV of 100,000 rows; land: only a whole
# country, 1.2 million dossiers in 6.1 GB, through gemeente.
# The data are made by bench/generate.c and kept in build/bench. Every figure is of this machine, now: the rounds go over all
# commands in turn, so that a noisy minute does not hit one of them alone; both the lowest and the middle one are shown.
set -euo pipefail
cd "$(dirname "$0")/.."

BIN=build/bin
DATA=build/bench
GENERATE=$DATA/generate
MEASURE=$DATA/measure
RUNS=${BENCH_RUNS:-5}
STARTS=500
FILES=10000
RESULTS=

export LC_ALL=C TZ=UTC0 GESPREK_NU=2026-11-22T12:00:00+01:00 GESPREK_DOOR=bench
unset GESPREK_DOSSIERS GESPREK_CONFIG

die() {
    printf 'bench.sh: %s\n' "$1" >&2
    exit 1
}

# ---- what is needed ----

# build PROGRAM SOURCE...: with the flags of the Makefile; library last.
build() {
    local program=$1 source newest=
    shift
    for source in "$@" bench/*.h build/libgesprek.a; do
        if [ ! -e "$program" ] || [ "$source" -nt "$program" ]; then
            newest=$source
        fi
    done
    if [ -z "$newest" ]; then
        return
    fi
    # shellcheck disable=SC2086  # flags are words
    ${CC:-cc} -std=c11 -D_XOPEN_SOURCE=700 -D_FILE_OFFSET_BITS=64 -D_TIME_BITS=64 -Wall -Wextra -Wconversion -Wshadow \
        -Icommon ${CFLAGS:--O2 -g} ${LDFLAGS:-} -o "$program" "$@" build/libgesprek.a ${LIBS:-}
}

# Made anew when the generator is newer. The name is there only when the file is whole.
make_stream() {
    local file=$DATA/$1.rec
    if [ ! -e "$file" ] || [ "$GENERATE" -nt "$file" ]; then
        "$GENERATE" "$2" > "$file.new"
        mv "$file.new" "$file"
    fi
}

make_files() {
    if [ ! -e "$DATA/files/whole" ] || [ "$GENERATE" -nt "$DATA/files/whole" ]; then
        rm -rf "$DATA/files"
        "$GENERATE" --dir "$DATA/files" "$FILES"
        : > "$DATA/files/whole"
    fi
}

# The ids count from 1: the last one says how many dossiers there are.
dossiers_in() {
    tail -c 100000 "$1" | awk '$1 == "Dossier:" { id = $2 } END { sub(/^[0-9]+-0*/, "", id); print id + 0 }'
}

have() {
    command -v "$1" > /dev/null
}

# ---- measuring ----

# once NUMBER TIMES COMMAND: adds `NUMBER CPU ELAPSED PEAK` to the results. What needs a shell is run by sh, and counts as one.
once() {
    local number=$1 times=$2 words cost
    if [[ $3 == *' | '* || $3 == *'>'* ]]; then
        words=(sh -c "$3")
    else
        eval "words=($3)"
    fi
    cost=$("$MEASURE" "$times" "${words[@]}") || die "mislukt: $3"
    printf '%s %s\n' "$number" "$cost" >> "$RESULTS"
}

# rounds RUNS TIMES COMMAND...: all commands in turn, RUNS times.
rounds() {
    local runs=$1 times=$2 run number
    shift 2
    : > "$RESULTS"
    for ((run = 0; run < runs; run++)); do
        for ((number = 1; number <= $#; number++)); do
            once "$number" "$times" "${!number}"
        done
    done
}

# column NUMBER FIELD: `lowest middle highest` of a field of the results (2 CPU, 3 elapsed, 4 memory).
column() {
    awk -v number="$1" -v field="$2" '$1 == number { print $field }' "$RESULTS" | sort -n |
        awk '{ value[NR] = $1 } END { print value[1], (value[int((NR + 1) / 2)] + value[int(NR / 2) + 1]) / 2, value[NR] }'
}

in_table() {
    local shown=${1//|/\\|}
    printf "| \`%s\` " "$shown"
}

# ---- streams ----

stream_commands() {
    local file=$1
    printf '%s\n' "cat $file" "wc -l $file"
    if have mawk; then
        printf '%s\n' "mawk -f bench/gesprekken.awk $file"
    fi
    if have recsel && [ "$2" = 10MB ]; then
        printf '%s\n' "recsel -e \"Status = 'open'\" -p Dossier,Op $file"
    fi
    printf '%s\n' "$BIN/gesprek-rapport caseload -j1 $file" "$BIN/gesprek-rapport caseload -j1 --formaat=csv $file" \
        "$BIN/gesprek-rapport caseload -j1 --formaat=xml $file" "$BIN/gesprek-check $file" \
        "$BIN/gesprek-stavaza --formaat=rec $file" "$BIN/gesprek-kies --waar 'Kader=wmo' $file"
}

# stream_row NUMBER COMMAND SIZE BYTES DOSSIERS; the price of a dossier is for our own commands.
stream_row() {
    local cpu peak ours=0
    if [[ $2 == "$BIN"/* ]]; then
        ours=$5
    fi
    cpu=$(column "$1" 2)
    peak=$(column "$1" 4)
    in_table "$2"
    awk -v cpu="$cpu" -v peak="$peak" -v name="$3" -v bytes="$4" -v dossiers="$ours" 'BEGIN {
        split(cpu, c); split(peak, p)
        printf "| %s | %.3f | %.3f | %.0f | %.0f | %d | %s |\n", name, c[1] / 1e6, c[2] / 1e6, bytes / c[1], bytes / c[2],
               p[3], dossiers ? sprintf("%.0f", p[3] - 24 * dossiers / 1024) : ""
    }'
}

# stream NAME BYTES RUNS: the rows of one size. Memory is the highest that was seen.
stream() {
    local name=$1 file=$DATA/$1.rec bytes dossiers number commands
    make_stream "$name" "$2"
    bytes=$(wc -c < "$file")
    dossiers=$(dossiers_in "$file")
    mapfile -t commands < <(stream_commands "$file" "$name")
    cat "$file" > "$DATA/warm" && rm -f "$DATA/warm"
    rounds "$3" 1 "${commands[@]}"
    for ((number = 1; number <= ${#commands[@]}; number++)); do
        stream_row "$number" "${commands[number - 1]}" "$name" "$bytes" "$dossiers"
    done
}

streams() {
    printf '\n### Streams\n\nMB is 1,000,000 bytes. Of %s rounds (1 GB: 3), standard output thrown away. ' "$RUNS"
    printf 'The last column is the peak memory less 24 bytes for each dossier.\n\n'
    printf '| command | size | CPU s (min) | CPU s (median) | MB/s of CPU (min time) | MB/s of CPU (median) | peak KB | peak KB - 24 B a dossier |\n'
    printf '|---|---|---:|---:|---:|---:|---:|---:|\n'
    stream 10MB 10000000 "$RUNS"
    if [ "$1" -ge 100 ]; then
        stream 100MB 100000000 "$RUNS"
    fi
    if [ "$1" -ge 1000 ]; then
        stream 1GB 1000000000 3
    fi
}

# ---- the reports, and one question asked of others too ----

# The conversations as sqlite3 wants them; making that file is not measured.
make_conversations() {
    local file=$DATA/gesprekken-$1.csv
    if [ ! -e "$file" ] || [ "$DATA/$1.rec" -nt "$file" ]; then
        mawk 'BEGIN { FS = ": "; OFS = ","; print "op", "vorm", "bij" } $0 == "" { if (g && v != "") print day, v, b; g = 0; v = b = ""; next }
            $1 == "Gesprek" { g = 1 } $1 == "Op" { day = $2 } $1 == "Vorm" { v = $2 } $1 == "Bij" { b = $2 }' "$DATA/$1.rec" > "$file"
    fi
}

report_commands() {
    local file=$DATA/$1.rec
    printf '%s\n' "cat $file" "wc -l $file" "$BIN/gesprek-rapport gemeente --jaar=2026 --formaat=csv $file" \
        "$BIN/gesprek-rapport gemeente --jaar=2026 --formaat=csv --groepeer=gemeente,kader,leeftijdsklasse $file" \
        "$BIN/gesprek-rapport contact --jaar=2026 --verantwoording --formaat=csv $file"
    have mawk && printf '%s\n' "mawk -f bench/vormen.awk $file"
    have mlr && printf '%s\n' "env TZ=UTC mlr --ixtab --ips ': ' --ocsv filter 'is_present(\$Gesprek)' then count-distinct -f Vorm $file"
    have sqlite3 && have mawk && printf '%s\n' \
        "sqlite3 -csv :memory: '.import $DATA/gesprekken-$1.csv g' \"select vorm, count(*) from g where bij not like 'N%' group by vorm\""
    have recsel && [ "$1" = 10MB ] && printf '%s\n' "recsel -e '#Gesprek && Op >> \"2026-01-01\"' -P Vorm $file"
    return 0
}

report_rows() {
    local name=$1 file=$DATA/$1.rec bytes dossiers number commands
    make_stream "$name" "$2"
    if have mawk; then make_conversations "$name"; fi
    bytes=$(wc -c < "$file")
    dossiers=$(dossiers_in "$file")
    mapfile -t commands < <(report_commands "$name")
    rounds "$3" 1 "${commands[@]}"
    for ((number = 1; number <= ${#commands[@]}; number++)); do
        stream_row "$number" "${commands[number - 1]}" "$name" "$bytes" "$dossiers"
    done
}

reports() {
    printf '\n### Reports\n\nThe common question is how many conversations there were of each Vorm: the answer of contact, which is one of '
    printf 'the eleven reports in gemeente. The others do not look at amendments and check nothing; sqlite3 gets a CSV of the conversations, '
    printf 'already made.\n\n'
    printf '| command | size | CPU s (min) | CPU s (median) | MB/s of CPU (min time) | MB/s of CPU (median) | peak KB | peak KB - 24 B a dossier |\n'
    printf '|---|---|---:|---:|---:|---:|---:|---:|\n'
    report_rows 10MB 10000000 "$RUNS"
    if [ "$1" -ge 100 ]; then report_rows 100MB 100000000 "$RUNS"; fi
    if [ "$1" -ge 1000 ]; then report_rows 1GB 1000000000 3; fi
}

# Of the caseload's CSV the columns that bench/gesprekken.awk gives too. No value in the data holds a comma.
caseload_columns() {
    awk -F, '{ gsub(/["\r]/, "") }
        NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        { print $at["id"], $at["laatste_contact"], $at["gesprekken"] }'
}

# The two answers to one question are the same, or the comparison says nothing.
same_answer() {
    local file=$DATA/10MB.rec
    if ! have mawk; then
        return
    fi
    if cmp -s <(mawk -f bench/gesprekken.awk "$file") <("$BIN/gesprek-rapport" caseload --formaat=csv "$file" | caseload_columns); then
        printf '\nmawk and gesprek-rapport give the same days and numbers.\n'
    else
        die 'mawk en gesprek-rapport geven niet dezelfde dagen en aantallen'
    fi
}

# ---- many files ----

many_files() {
    local commands number cpu wall ratio
    make_files
    commands=("find $DATA/files -name '*.rec' -print0 | xargs -0 cat" "$BIN/gesprek-rapport caseload -j1 $DATA/files")
    printf '\n### %s files\n\n' "$FILES"
    printf '| command | CPU s (min) | CPU s (median) | elapsed s (min) | elapsed s (median) | peak KB |\n|---|---:|---:|---:|---:|---:|\n'
    rounds 1 1 "${commands[@]}"
    rounds "$RUNS" 1 "${commands[@]}"
    for number in 1 2; do
        cpu[number]=$(column "$number" 2)
        wall[number]=$(column "$number" 3)
        in_table "${commands[number - 1]}"
        awk -v cpu="${cpu[number]}" -v wall="${wall[number]}" -v peak="$(column "$number" 4)" 'BEGIN {
            split(cpu, c); split(wall, w); split(peak, p)
            printf "| %.3f | %.3f | %.3f | %.3f | %d |\n", c[1] / 1e6, c[2] / 1e6, w[1] / 1e6, w[2] / 1e6, p[3]
        }'
    done
    ratio=$(awk -v a="${cpu[1]}" -v b="${cpu[2]}" -v c="${wall[1]}" -v d="${wall[2]}" 'BEGIN {
        split(a, find); split(b, ours); split(c, find_wall); split(d, ours_wall)
        printf "CPU %.2f (min) %.2f (median), elapsed %.2f (min) %.2f (median)", ours[1] / find[1], ours[2] / find[2],
               ours_wall[1] / find_wall[1], ours_wall[2] / find_wall[2]
    }')
    printf '\nThe second divided by the first: %s.\n' "$ratio"
}

# ---- threads ----

# over_threads SIZE: one thread beside two, over one file and over many. How much faster is of the lowest times.
over_threads() {
    local commands=() number words what
    for what in "$DATA/$1.rec" "$DATA/files"; do
        for words in 'caseload --formaat=csv' 'gemeente --jaar=2026 --formaat=csv'; do
            commands+=("$BIN/gesprek-rapport $words -j1 $what" "$BIN/gesprek-rapport $words -j2 $what")
        done
    done
    printf '\n### Threads\n\nThe last column is how many times as fast as one thread, of the elapsed time (min).\n\n'
    printf '| command | CPU s (min) | elapsed s (min) | elapsed s (median) | peak KB | times |\n|---|---:|---:|---:|---:|---:|\n'
    rounds "$RUNS" 1 "${commands[@]}"
    for ((number = 1; number <= ${#commands[@]}; number++)); do
        in_table "${commands[number - 1]}"
        awk -v cpu="$(column "$number" 2)" -v wall="$(column "$number" 3)" -v peak="$(column "$number" 4)" \
            -v one="$(column $((number - (number + 1) % 2)) 3)" 'BEGIN {
            split(cpu, c); split(wall, w); split(peak, p); split(one, o)
            printf "| %.3f | %.3f | %.3f | %d | %.2f |\n", c[1] / 1e6, w[1] / 1e6, w[2] / 1e6, p[3], o[1] / w[1]
        }'
    done
}

# ---- a country ----

# What gemeente takes for all of it, over one thread and over two.
country() {
    local file=$DATA/land.rec commands number
    make_stream land 6100000000
    cat "$file" > /dev/null
    commands=("cat $file" "wc -l $file" "$BIN/gesprek-rapport gemeente --jaar=2026 -j1 $file"
        "$BIN/gesprek-rapport gemeente --jaar=2026 -j2 $file" "$BIN/gesprek-rapport gemeente --jaar=2026 -j2 --groepeer=gemeente,kader $file")
    printf '\n### A country\n\n%s dossiers, %s bytes.\n\n' "$(dossiers_in "$file")" "$(wc -c < "$file")"
    printf '| command | CPU s | elapsed s | MB/s elapsed | peak KB |\n|---|---:|---:|---:|---:|\n'
    rounds 2 1 "${commands[@]}"
    for ((number = 1; number <= ${#commands[@]}; number++)); do
        in_table "${commands[number - 1]}"
        awk -v cpu="$(column "$number" 2)" -v wall="$(column "$number" 3)" -v peak="$(column "$number" 4)" -v bytes="$(wc -c < "$file")" 'BEGIN {
            split(cpu, c); split(wall, w); split(peak, p)
            printf "| %.2f | %.2f | %.0f | %d |\n", c[1] / 1e6, w[1] / 1e6, bytes / w[1], p[3]
        }'
    done
}

# ---- tips for goals ----

# make_goals FILES: as many dossiers, copies of those with goals in tests/doelen/afstel, a file each.
make_goals() {
    local dir=$DATA/doelen$1
    if [ -e "$dir/whole" ]; then
        return
    fi
    rm -rf "$dir"
    mkdir -p "$dir"
    awk -v dir="$dir" -v files="$1" '
        BEGIN { RS = ""; ORS = "\n\n" }
        { match($0, /\nDossier: [^\n]*/); id = substr($0, RSTART + 10, RLENGTH - 10); if (!(id in text)) ids[n++] = id; text[id] = text[id] $0 ORS }
        END {
            for (i = 0; i < files; i++) {
                id = ids[i % n]
                name = sprintf("%s/d%03d/d-%d.rec", dir, i % 100, i)
                if (i < 100) system("mkdir -p " sprintf("%s/d%03d", dir, i))
                made = text[id]
                gsub("Dossier: " id, "Dossier: d-" i, made)
                printf "%s", made >name
                close(name)
            }
        }' tests/doelen/afstel/doelen.rec
    : > "$dir/whole"
}

# goal_tips: what toets costs beside reading alone, which is gesprek-kies with a condition that nothing meets.
goal_tips() {
    local files=100000 commands number cpu
    make_goals "$files"
    commands=("$BIN/gesprek-kies -l --waar Gemeente=0000 $DATA/doelen$files" "$BIN/gesprek-smart toets --formaat=csv $DATA/doelen$files")
    printf '\n### Tips for the goals of %s files\n\nReading alone is gesprek-kies with a condition that no dossier meets.\n\n' "$files"
    printf '| command | CPU s (min) | CPU s (median) | elapsed s (min) | elapsed s (median) | peak KB |\n|---|---:|---:|---:|---:|---:|\n'
    rounds "$RUNS" 1 "${commands[@]/%/ || [ \$? = 1 ] | cat}"
    for number in 1 2; do
        cpu[number]=$(column "$number" 2)
        in_table "${commands[number - 1]}"
        awk -v cpu="${cpu[number]}" -v wall="$(column "$number" 3)" -v peak="$(column "$number" 4)" 'BEGIN {
            split(cpu, c); split(wall, w); split(peak, p)
            printf "| %.3f | %.3f | %.3f | %.3f | %d |\n", c[1] / 1e6, c[2] / 1e6, w[1] / 1e6, w[2] / 1e6, p[3]
        }'
    done
    awk -v a="${cpu[1]}" -v b="${cpu[2]}" 'BEGIN {
        split(a, reads); split(b, tips)
        printf "\nThe second divided by the first: CPU %.2f (min) %.2f (median).\n", tips[1] / reads[1], tips[2] / reads[2]
    }'
}

# ---- what is due ----

# due_points: what herinner costs beside reading alone, over as many files, and what it keeps of each beside 5 MB.
due_points() {
    local files=100000 dir=$DATA/files100000 commands number cpu words
    if [ ! -e "$dir/whole" ] || [ "$GENERATE" -nt "$dir/whole" ]; then
        rm -rf "$dir"
        "$GENERATE" --dir "$dir" $files
        : > "$dir/whole"
    fi
    words="herinner --vandaag=2026-11-22"
    commands=("$BIN/gesprek-kies -l --waar Gemeente=0000 $dir || [ \$? = 1 ] | cat" "$BIN/gesprek-nazorg $words $dir"
        "$BIN/gesprek-nazorg $words --formaat=csv $dir" "$BIN/gesprek-nazorg $words --formaat=ical $dir")
    printf '\n### What is due in %s files\n\nReading alone is gesprek-kies with a condition that no dossier meets; %s points are due. ' \
        "$files" "$("$BIN/gesprek-nazorg" herinner --vandaag=2026-11-22 --formaat=csv "$dir" | tail -n +2 | wc -l)"
    printf 'The last column is the peak memory less 5,000,000 bytes, in bytes a dossier.\n\n'
    printf '| command | CPU s (min) | CPU s (median) | times reading (median) | elapsed s (median) | peak KB | bytes a dossier |\n'
    printf '|---|---:|---:|---:|---:|---:|---:|\n'
    rounds "$RUNS" 1 "${commands[@]}"
    cpu=$(column 1 2)
    for ((number = 1; number <= ${#commands[@]}; number++)); do
        in_table "${commands[number - 1]}"
        awk -v cpu="$(column "$number" 2)" -v reads="$cpu" -v wall="$(column "$number" 3)" -v peak="$(column "$number" 4)" \
            -v files="$files" 'BEGIN {
            split(cpu, c); split(reads, r); split(wall, w); split(peak, p)
            printf "| %.3f | %.3f | %.2f | %.3f | %d | %.0f |\n", c[1] / 1e6, c[2] / 1e6, c[2] / r[2], w[2] / 1e6, p[3],
                   (p[3] * 1024 - 5e6) / files
        }'
    done
}

# ---- the import ----

# make_csv ROWS: a melding a row, of somebody with a Persoon and a name and day of birth: two things to know a double by.
make_csv() {
    local file=$DATA/$1.csv
    if [ ! -e "$file" ] || [ bench/bench.sh -nt "$file" ]; then
        awk -v rows="$1" 'BEGIN {
            print "Vraag,Gemeente,Kader,Op,Naam,Achternaam,Geboren,Persoon"
            for (i = 1; i <= rows; i++)
                printf "\"Ik wil hulp bij mijn huishouden, want het lukt niet meer: %d.\",0356,wmo,2026-%02d-%02d,Noor,Bos%d,%d-%02d-%02d,p%d\n",
                       i, 1 + i % 10, 1 + i % 28, i, 1930 + i % 80, 1 + i % 12, 1 + i % 28, i
        }' > "$file.new"
        mv "$file.new" "$file"
    fi
}

# fresh: an empty directory of the name that the command has. What was made goes at the end: right after many files are
# deleted ext4 makes new ones slowly.
fresh() {
    local made
    made=$(mktemp -d "$DATA/gemaakt.XXXXXX")
    if [ -e "$DATA/nieuw" ]; then
        mv "$DATA/nieuw" "$made"
    fi
    mkdir "$DATA/nieuw"
}

# imported ROWS BASE RUNS: the rows of the table for one CSV; BASE is the peak without rows.
imported() {
    local rows=$1 commands number run
    commands=("$BIN/gesprek-intake csv --proef --map=$DATA/leeg $DATA/$rows.csv 2>/dev/null"
        "$BIN/gesprek-intake csv --map=$DATA/nieuw $DATA/$rows.csv")
    : > "$RESULTS"
    for ((run = 0; run < $3; run++)); do
        fresh
        once 1 1 "${commands[0]}"
        once 2 1 "${commands[1]}"
    done
    for number in 1 2; do
        in_table "${commands[number - 1]}"
        awk -v cpu="$(column "$number" 2)" -v wall="$(column "$number" 3)" -v peak="$(column "$number" 4)" -v rows="$rows" \
            -v base="$2" 'BEGIN {
            split(cpu, c); split(wall, w); split(peak, p)
            printf "| %.3f | %.3f | %.3f | %.3f | %d | %.0f |\n", c[1] / 1e6, c[2] / 1e6, w[1] / 1e6, w[2] / 1e6, p[3],
                   (p[3] - base) * 1024 / rows
        }'
    done
}

imports() {
    local base rows=10000
    mkdir -p "$DATA/leeg"
    make_csv 0
    rounds "$RUNS" 1 "$BIN/gesprek-intake csv --proef --map=$DATA/leeg $DATA/0.csv 2>/dev/null"
    base=$(column 1 4 | cut -d ' ' -f 3)
    printf '\n### CSV in\n\nMaking brings each file to disk (here: %s). The last column is the peak memory ' \
        "$(stat -f -c %T "$DATA" 2> /dev/null || echo 'an unknown file system')"
    printf 'less that of a CSV without rows (%s KB), in bytes a row.\n\n' "$base"
    printf '| command | CPU s (min) | CPU s (median) | elapsed s (min) | elapsed s (median) | peak KB | bytes a row |\n'
    printf '|---|---:|---:|---:|---:|---:|---:|\n'
    make_csv $rows
    imported $rows "$base" "$RUNS"
    if [ "$1" -ge 1000 ]; then
        rows=100000
        make_csv $rows
        imported $rows "$base" 3
    fi
    rm -rf "$DATA/nieuw" "$DATA"/gemaakt.??????
}

# ---- drawings ----

# A dossier of twelve people, under as many numbers as there are drawings: every drawing is as large as the one that is replayed.
make_network() {
    local number
    rm -rf "$DATA/netwerk" "$DATA/tekening"
    mkdir -p "$DATA/netwerk" "$DATA/tekening"
    python3 tests/netwerk.py "$DATA/tekening" 1 12
    for ((number = 1; number <= $1; number++)); do
        sed "s/^Dossier: .*/Dossier: t$number/" "$DATA/tekening/n12-b.rec" > "$DATA/netwerk/t$number.rec"
    done
}

drawings() {
    local commands number count=1000
    have python3 || return 0
    # shellcheck disable=SC2046  # flags are words
    CFLAGS="${CFLAGS:--O2 -g} $(pkg-config --cflags libxml-2.0 2> /dev/null || echo -I/usr/include/libxml2)" LIBS=-lxml2 build "$DATA/replay" bench/replay.c
    make_network $count
    "$BIN/gesprek-ecogram" teken --formaat=svg --uit="$DATA/tekening/een.svg" "$DATA/tekening/n12-b.rec" 2> /dev/null
    commands=("$BIN/gesprek-ecogram teken --formaat=svg --map=$DATA/tekening $DATA/netwerk 2>/dev/null"
        "$DATA/replay xml $DATA/tekening/een.svg $count $DATA/tekening" "$DATA/replay bytes $DATA/tekening/een.svg $count $DATA/tekening")
    printf '\n### %s drawings\n\nTwelve people each, a file each (%s bytes). The second writes the same drawing with the writer of libxml2 ' \
        "$count" "$(wc -c < "$DATA/tekening/een.svg")"
    printf 'without thinking, the third its bytes.\n\n| command | CPU s (min) | CPU s (median) |\n|---|---:|---:|\n'
    rounds 1 1 "${commands[@]}"
    rounds "$RUNS" 1 "${commands[@]}"
    for number in 1 2 3; do
        in_table "${commands[number - 1]}"
        awk -v cpu="$(column "$number" 2)" 'BEGIN { split(cpu, c); printf "| %.3f | %.3f |\n", c[1] / 1e6, c[2] / 1e6 }'
    done
    printf '\nThe first divided by the second: %s.\n' "$(awk -v a="$(column 1 2)" -v b="$(column 2 2)" 'BEGIN {
        split(a, ours); split(b, replay); printf "%.2f (min) %.2f (median)", ours[1] / replay[1], ours[2] / replay[2] }')"
    rm -rf "$DATA/netwerk" "$DATA/tekening"
}

# ---- starting ----

starting() {
    local commands number
    commands=("$BIN/gesprek-kies --version" "$BIN/gesprek-check --version" "$BIN/gesprek-rapport --version" true)
    printf '\n### Starting\n\n%s starts in a row, %s rounds. The command true is the least that a start costs here.\n\n' \
        "$STARTS" "$RUNS"
    printf '| command | CPU ms a start (min) | CPU ms a start (median) |\n|---|---:|---:|\n'
    rounds "$RUNS" "$STARTS" "${commands[@]}"
    for ((number = 1; number <= ${#commands[@]}; number++)); do
        in_table "${commands[number - 1]}"
        awk -v cpu="$(column "$number" 2)" -v starts="$STARTS" 'BEGIN {
            split(cpu, c)
            printf "| %.3f | %.3f |\n", c[1] / 1000 / starts, c[2] / 1000 / starts
        }'
    done
}

machine() {
    local processor=
    if [ -r /proc/cpuinfo ]; then
        processor=$(awk -F ': ' '/^model name/ { print $2; exit }' /proc/cpuinfo)
    fi
    printf '## Speed\n\n%s, %s, %s processors. %s. Load at the start: %s.\n' "$(uname -sm)" "${processor:-an unnamed processor}" \
        "$(getconf _NPROCESSORS_ONLN)" "$(${CC:-cc} --version | head -n 1)" "$(cut -d ' ' -f 1-3 /proc/loadavg 2> /dev/null || echo unknown)"
}

main() {
    local size=100
    case ${1:-} in
    klein) size=10 ;;
    groot) size=1000 ;;
    land) size=0 ;;
    '') ;;
    *) die 'gebruik: bench/bench.sh [klein|groot|land]' ;;
    esac
    if [ "${BENCH_LARGE:-0}" = 1 ]; then
        size=1000
    fi
    [ -x "$BIN/gesprek-rapport" ] || die 'bouw eerst: make all'
    mkdir -p "$DATA"
    RESULTS=$(mktemp "$DATA/results.XXXXXX")
    trap 'rm -f "$RESULTS"' EXIT
    build "$GENERATE" bench/generate.c bench/maker.c bench/plan.c
    build "$MEASURE" bench/measure.c
    machine
    if [ "$size" -eq 0 ]; then
        country
        return
    fi
    streams "$size"
    reports "$size"
    same_answer
    many_files
    if [ "$size" -ge 100 ]; then
        over_threads 100MB
        goal_tips
        due_points
    fi
    imports "$size"
    drawings
    starting
}

main "$@"
