#!/bin/sh
# make demo: the main job on the three example dossiers, each command shown before it runs.
set -eu
PATH=$(pwd)/build/bin:$PATH
GESPREK_NU=2026-11-22T12:00:00+01:00   # the examples are of 2026: as if it were that day
export PATH GESPREK_NU
cases=tests/casus
answers=build/demo
mkdir -p "$answers"

bold='' plain=''
if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then
    bold=$(printf '\033[1m') plain=$(printf '\033[0m')
fi
say() { printf '\n%s%s%s\n' "$bold" "$1" "$plain"; }
run() { say "\$ $1"; sh -c "$1"; }

echo "Gesprek: drie dossiers erin, de stand van zaken en het overzicht voor de gemeente eruit."
run "gesprek-check $cases"
run "gesprek-kies -l --waar 'Kader=wmo' $cases"
run "gesprek-stavaza $cases/emma.rec"
run "gesprek-stavaza verloop --soort=Doel,Stap $cases/emma.rec"
run "gesprek-kies --waar 'niet Fase=afgesloten' $cases | gesprek-rapport caseload"
run "gesprek-rapport caseload --formaat=csv --uit=$answers/caseload.csv $cases && cat $answers/caseload.csv"
run "gesprek-rapport caseload --formaat=xml --uit=$answers/caseload.xml $cases && cat $answers/caseload.xml"
if command -v xmllint >/dev/null 2>&1; then
    run "xmllint --noout --schema schema/caseload.xsd $answers/caseload.xml"
fi
say "Klaar. De bestanden staan in $answers. Probeer nu: gesprek-noteer nieuw Doel --sjabloon"
