# Prints what fish offers for each line on standard input, and a line `##` after each.
# Usage: fish -N aanvullen.fish SCRIPT
source $argv[1]; or exit 1
while read -l line
    complete -C "$line"
    echo '##'
end
