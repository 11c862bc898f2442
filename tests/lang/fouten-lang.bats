#!/usr/bin/env bats
# When memory or the disk fails: every command in every form, every n-th call (fault/sweep.c says what is right).
# Commands with libxml2, whose own allocations are many: the first 200 and a sample of the others.

load ../hulp
load ../fouten

setup() {
    fouten_setup "$BATS_TEST_DIRNAME/.."
    cp emma.rec fout.rec
    echo 'zomaar een regel' >>fout.rec
}

both() {
    memory "$@"
    storage "$@"
}

@test "gesprek-noteer nieuw: from options, files, standard input and a template; in a file, a directory, a store" {
    echo 'Bellen met de gemeente.' >wat.txt
    printf 'Stap:\nWat: Bellen\nWie: Emma\n' >stap.txt
    cp emma.rec 2026-0017.rec
    both emma.rec -- gesprek-noteer nieuw Stap --wat=bellen --wie=Emma -i emma.rec
    both emma.rec wat.txt -- gesprek-noteer nieuw Stap --wat=@wat.txt --wie=Emma -i emma.rec
    both --stdin wat.txt emma.rec wat.txt -- gesprek-noteer nieuw Stap --wat=@- --wie=Emma -i emma.rec
    both emma.rec stap.txt -- gesprek-noteer nieuw Stap --ingevuld=stap.txt -i emma.rec
    both emma.rec johan.rec richard.rec -- gesprek-noteer nieuw Stap --wat=bellen --wie=Emma --dossier=2026-0017 -i .
    GESPREK_DOSSIERS=. both 2026-0017.rec johan.rec -- gesprek-noteer nieuw Stap --wat=x --wie=y --dossier=2026-0017 -i
}

@test "gesprek-noteer takes its name from the configuration, or says that it cannot read it" {
    printf 'Instelling: x\nDoor: m.devries\n' >gesprek.rec
    export GESPREK_CONFIG=gesprek.rec GESPREK_DOOR='' LOGNAME=iemand
    both emma.rec gesprek.rec -- gesprek-noteer nieuw Stap --wat=bellen --wie=Emma -i emma.rec
}

@test "gesprek-noteer wijzig and vervallen, in the file and as a filter" {
    both emma.rec -- gesprek-noteer wijzig D1 --status=behaald -i emma.rec
    both emma.rec -- gesprek-noteer wijzig D1 --akkoord+=tante --akkoord-=vader -i emma.rec
    both emma.rec -- gesprek-noteer vervallen D1 --reden='dubbel genoteerd' -i emma.rec
    both emma.rec -- gesprek-noteer wijzig D1 --status=behaald emma.rec
    both --stdin emma.rec emma.rec -- gesprek-noteer vervallen D1 --reden='dubbel genoteerd'
    both --stdin emma.rec emma.rec -- gesprek-noteer nieuw Stap --wat=bellen --wie=Emma -n
}

# shellcheck disable=SC2016  # for the editor to expand
@test "gesprek-bewerk: a text that is saved, one in a file that is looked for, one that has a fault, one that is unchanged" {
    editor 'sed "s/^Akkoord: vader/Akkoord: moeder/" "$1" >"$1.new" && mv "$1.new" "$1"'
    both emma.rec -- gesprek-bewerk emma.rec
    both emma.rec johan.rec richard.rec -- gesprek-bewerk --dossier=2026-0017 .
    editor 'sed -i "1,20s/^Kader: wmo/&o/" "$1"'
    both --status 3 emma.rec -- gesprek-bewerk emma.rec
    editor 'touch "$1"'
    both emma.rec -- gesprek-bewerk emma.rec
    both fout.rec -- gesprek-bewerk fout.rec
}

@test "gesprek-intake csv: one row, in an empty directory and in one with dossiers; a trial; a mapping" {
    printf 'Vraag,Gemeente,Naam\n"koken
en eten",0356,Noor\n' >a.csv
    printf 'Wens,Gemeente\nkoken,0356\n' >b.csv
    printf 'Wens: Vraag\n' >k.txt
    both a.csv -- gesprek-intake csv --map=. a.csv
    both a.csv emma.rec -- gesprek-intake csv --map=. a.csv
    both a.csv -- gesprek-intake csv --proef --map=. a.csv
    both b.csv k.txt -- gesprek-intake csv --kolommen=k.txt --map=. b.csv
    both --stdin a.csv a.csv -- gesprek-intake csv --map=. -
}

@test "gesprek-intake nieuw: from options and from a template, in a directory and as a filter" {
    printf 'Melding:\nVraag: koken\n+ en eten\nGemeente: 0356\n\nClient:\nNaam: Noor\nGeboren: 1990-01-01\n\n' >in.txt
    both emma.rec -- gesprek-intake nieuw --vraag=koken --gemeente=0356 --client.naam=Noor -i .
    both in.txt -- gesprek-intake nieuw --ingevuld=in.txt -i .
    both in.txt -- gesprek-intake nieuw --ingevuld=in.txt --dossier=x
}

@test "what is refused stays refused" {
    both --status 3 fout.rec -- gesprek-noteer nieuw Stap --wat=bellen --wie=Emma -i fout.rec
    both --status 2 emma.rec -- gesprek-noteer nieuw Stap --wat=bellen --wie=Emma --op=2026-02-31 -i emma.rec
    both --status 3 emma.rec -- gesprek-noteer wijzig D99 --status=behaald -i emma.rec
}

@test "every reader in every form without libxml2: a file, standard input, a directory, and one with a fault in it" {
    for reader in "${READERS[@]}"; do
        [[ $reader != gesprek-rapport* ]] || continue
        read -ra words <<<"$reader"
        both emma.rec -- "${words[@]}" emma.rec
        both --stdin johan.rec johan.rec -- "${words[@]}"
        both emma.rec johan.rec richard.rec -- "${words[@]}" .
        storage emma.rec johan.rec -- "${words[@]}" johan.rec emma.rec
        both --status 3 fout.rec johan.rec -- "${words[@]}" .
    done
}

@test "gesprek-rapport in every form: the first 200 and a sample" {
    for reader in "${READERS[@]}"; do
        [[ $reader == gesprek-rapport* ]] || continue
        read -ra words <<<"$reader"
        both --first 200 --sample 200 --seed 1 emma.rec johan.rec richard.rec -- "${words[@]}" .
        both --first 200 --sample 200 --seed 1 --status 3 fout.rec johan.rec -- "${words[@]}" .
        both --first 200 --sample 200 --seed 1 emma.rec -- "${words[@]}" --uit=antwoord emma.rec
    done
}

@test "gesprek-rapport with a key and with an older delivery: the first 200 and a sample" {
    (umask 077; printf '%040d' 0 >sleutel)
    gesprek-rapport contact --jaar=2026 --verantwoording --formaat=csv emma.rec johan.rec >oud.csv
    both --first 200 --sample 200 --seed 1 emma.rec sleutel -- gesprek-rapport caseload --voor-derden --sleutelbestand=sleutel --ontvanger=x --csv=excel emma.rec
    both --first 200 --sample 200 --seed 1 emma.rec oud.csv -- \
        gesprek-rapport contact --jaar=2026 --verantwoording --versie=2 --verschil=oud.csv --formaat=csv emma.rec
    both --first 200 --sample 200 --seed 1 emma.rec -- gesprek-rapport contact --jaar=2026 --verantwoording --formaat=xml emma.rec
}

@test "gesprek-verslag in every form: the first 200 and a sample" {
    for verb in toon onderzoek ondersteuningsplan; do
        for form in tekst html xml; do
            [[ $verb/$form != toon/xml ]] || continue
            both --first 200 --sample 200 --seed 1 emma.rec johan.rec richard.rec -- gesprek-verslag "$verb" --formaat=$form .
            both --first 200 --sample 200 --seed 1 --status 3 fout.rec johan.rec -- gesprek-verslag "$verb" --formaat=$form .
        done
    done
}

@test "gesprek-verslag as a writer" {
    printf '%s\n' 'Gesprek:' 'Vorm: chat' 'Fase: nazorg' '' 'Stap:' 'Wat: bellen' 'Wie: Emma' >gesprek.txt
    both emma.rec gesprek.txt -- gesprek-verslag nieuw --ingevuld=gesprek.txt -i emma.rec
    both emma.rec -- gesprek-verslag nieuw --vorm=chat --fase=nazorg --stap.wat=x --stap.wie=y --domein=wonen --domein.kracht=z -i emma.rec
    echo 'Het was anders.' >anders.txt
    amend Afspraak A2 2026-0017 2026-04-15 'Status: gepland' >>emma.rec
    both emma.rec anders.txt -- gesprek-verslag correctie --tekst=@anders.txt -i emma.rec
    both emma.rec -- gesprek-verslag afspraak --wanneer=2026-12-01T10:00 --met=Emma -i emma.rec
    both emma.rec -- gesprek-verslag afspraak --verzet=A2 --wanneer=2026-12-01T10:00 --reden=ziek -i emma.rec
    both emma.rec -- gesprek-verslag afspraak --afzeggen=A2 --wie=client -i emma.rec
    both emma.rec -- gesprek-verslag gemist emma.rec
}

@test "gesprek-balans, as a reader in every form and as a writer" {
    for words in toon 'toon --formaat=html' verloop 'verloop --formaat=html' 'verloop --formaat=csv'; do
        read -ra words <<<"$words"
        both emma.rec johan.rec richard.rec -- gesprek-balans "${words[@]}" .
        both --status 3 fout.rec johan.rec -- gesprek-balans "${words[@]}" .
    done
    for verb in toon verloop; do
        both emma.rec -- gesprek-balans $verb --formaat=svg emma.rec
        both --status 2 emma.rec johan.rec -- gesprek-balans $verb --formaat=svg .
    done
    both emma.rec -- gesprek-balans toon --formaat=svg --uit=beeld.svg emma.rec
    printf '%s\n' 'Balans:' 'Draagkracht: 4 zus' 'Draaglast: 5 geld' '' >balans.txt
    both emma.rec balans.txt -- gesprek-balans nieuw --ingevuld=balans.txt -i emma.rec
    both --stdin emma.rec emma.rec -- gesprek-balans nieuw --draagkracht='4 zus' --draaglast='5 geld' --volgens=samen
}

@test "gesprek-smart, as a reader in every form and as a writer" {
    for words in 'plan --op=2026-06-01' 'plan --op=2026-06-01 --geschiedenis --formaat=html' 'rangschik --op=2026-06-01 --formaat=csv'; do
        read -ra words <<<"$words"
        both emma.rec johan.rec richard.rec -- gesprek-smart "${words[@]}" .
        both --status 3 fout.rec johan.rec -- gesprek-smart "${words[@]}" .
    done
    both --status 1 emma.rec -- gesprek-smart plan --doel=D9 emma.rec
    printf 'Instelling: x\nWeging_zorg: 3\n' >gesprek.rec
    GESPREK_CONFIG=gesprek.rec both emma.rec gesprek.rec -- gesprek-smart rangschik --op=2026-06-01 emma.rec
    printf '%s\n' 'Doel:' 'Tekst: x' '' 'Stap:' 'Wat: y' 'Wie: z' '' >doel.txt
    echo 'Ik kook.' >tekst.txt
    both emma.rec doel.txt -- gesprek-smart nieuw --ingevuld=doel.txt -i emma.rec
    both emma.rec tekst.txt -- gesprek-smart wijzig D1 --tekst=@tekst.txt -i emma.rec
    both --stdin emma.rec emma.rec -- gesprek-smart stap D3 --wat=x --wie=y
    both emma.rec -- gesprek-smart stap S1 --status=gedaan -i emma.rec
    both emma.rec -- gesprek-smart status D1 behaald --volgens=client --schaal=+2 -i emma.rec
    both emma.rec -- gesprek-smart parkeer D3 --op=2026-06-01 --terugkomen-op=2026-12-01 -i emma.rec
    both emma.rec -- gesprek-smart vervang D2 --op=2026-06-01 --tekst=x -i emma.rec
    both --status 2 emma.rec -- gesprek-smart status D1 behaald -i emma.rec
    both --status 3 emma.rec -- gesprek-smart parkeer D1 -i emma.rec
}

@test "gesprek-ecogram, as a reader in every form and as a writer" {
    for words in teken 'teken --formaat=html' 'teken --ascii' meet 'meet --formaat=csv' 'meet --formaat=regel' lijst \
        'verschil --van=2026-03-01'; do
        read -ra words <<<"$words"
        both emma.rec johan.rec richard.rec -- gesprek-ecogram "${words[@]}" .
        both --status 3 fout.rec johan.rec -- gesprek-ecogram "${words[@]}" .
    done
    for form in svg dot graphml; do
        both emma.rec -- gesprek-ecogram teken --formaat=$form emma.rec
        both --status 2 emma.rec johan.rec -- gesprek-ecogram teken --formaat=$form .
    done
    both emma.rec -- gesprek-ecogram teken --formaat=svg --uit=beeld.svg emma.rec
    both emma.rec -- gesprek-ecogram wijzig L1 --band=zwak --steun+=advies -i emma.rec
    both --stdin emma.rec emma.rec -- gesprek-ecogram nieuw --groep=buur --band=zwak --steun=advies
}

@test "gesprek-verwijs, as a reader and as a writer, and what --voor leaves" {
    for words in lijst 'status V1' 'routeblad V1' toestemming-lijst toestemming-blad vraag-lijst verteld; do
        read -ra words <<<"$words"
        both --first 200 --sample 200 --seed 1 emma.rec -- gesprek-verwijs "${words[@]}" emma.rec
        both --first 200 --sample 200 --seed 1 --status 3 fout.rec -- gesprek-verwijs "${words[@]}" fout.rec
    done
    for form in tekst html xml; do
        both --first 200 --sample 200 --seed 1 emma.rec -- gesprek-verwijs brief V1 --formaat=$form -i emma.rec
    done
    both --first 200 --sample 200 --seed 1 emma.rec -- gesprek-verwijs brief V1 --proef emma.rec
    both --first 200 --sample 200 --seed 1 emma.rec -- gesprek-verwijs hervat V1 -i emma.rec
    both --first 200 --sample 200 --seed 1 emma.rec -- gesprek-verwijs toestemming nieuw --aan=x --waarover=Doel --waarvoor=y --uitkomst=gegeven \
        --gegeven-door=client -i emma.rec
    both --first 200 --sample 200 --seed 1 emma.rec -- gesprek-verwijs toestemming intrekken T1 -i emma.rec
    both --first 200 --sample 200 --seed 1 emma.rec johan.rec -- gesprek-stavaza --voor='Zes Sleutels' .
}

@test "gesprek-overleg, as a reader and as a writer, and its invitations" {
    gesprek-verwijs toestemming nieuw --aan='Zes Sleutels' --waarover=Overleg --waarover=Agendapunt --waarvoor=x --uitkomst=gegeven \
        --gegeven-door=client -i emma.rec
    for words in 'agenda O1' 'verslag O1' 'verslag O1 --formaat=html' "verslag O1 --voor=Zes\ Sleutels" opvolging 'opvolging --formaat=csv'; do
        eval "words=($words)"
        both --first 200 --sample 200 --seed 1 emma.rec -- gesprek-overleg "${words[@]}" emma.rec
    done
    both --first 200 --sample 200 --seed 1 --status 3 fout.rec johan.rec -- gesprek-overleg opvolging .
    for form in tekst html; do
        both --first 200 --sample 200 --seed 1 emma.rec -- gesprek-overleg uitnodiging O1 --voor-wie='Zes Sleutels' --formaat=$form -i emma.rec
        both --first 200 --sample 200 --seed 1 emma.rec -- gesprek-overleg uitnodiging O1 --voor-wie=client --formaat=$form emma.rec
    done
    both --first 200 --sample 200 --seed 1 emma.rec -- gesprek-overleg nieuw --aanleiding=x --agendapunt.tekst=y --agendapunt.tekst=z -i emma.rec
    both --first 200 --sample 200 --seed 1 emma.rec -- gesprek-overleg punt E1 --samenvatting=x -i emma.rec
    both --first 200 --sample 200 --seed 1 emma.rec -- gesprek-overleg afspraak O1 --wat=x --wie=y emma.rec
}

@test "gesprek-nazorg as a writer, and its sheets" {
    both emma.rec -- gesprek-nazorg plan --soort=bellen --uiterlijk=+4w -i emma.rec
    both emma.rec -- gesprek-nazorg contact N1 --stap.wat=x --stap.wie=y -i emma.rec
    both emma.rec -- gesprek-nazorg niet-bereikt N1 -i emma.rec
    good d-1 >d.rec
    both d.rec -- gesprek-nazorg afsluiten --beleving=x --afsluiting.reden=volgens-plan --nazorg.soort=bellen --nazorg.uiterlijk=+4w -i d.rec
    for words in reminderblad 'reminderblad --formaat=html' afsluitblad; do
        read -ra words <<<"$words"
        both --first 200 --sample 200 --seed 1 emma.rec johan.rec -- gesprek-nazorg "${words[@]}" .
        both --first 200 --sample 200 --seed 1 --status 3 fout.rec -- gesprek-nazorg "${words[@]}" fout.rec
    done
}

@test "gesprek-nazorg agenda and herinner, in every form" {
    for words in agenda 'agenda --formaat=csv' 'herinner --binnen=3w --uitleg' 'herinner --binnen=3w --formaat=json --namen' \
        'herinner --binnen=3w --formaat=ical'; do
        read -ra words <<<"$words"
        both --first 200 --sample 200 --seed 1 emma.rec johan.rec -- gesprek-nazorg "${words[@]}" .
        both --first 200 --sample 200 --seed 1 --status 3 fout.rec -- gesprek-nazorg "${words[@]}" fout.rec
    done
}

@test "an answer in a file is there whole or not at all" {
    echo 'een oud antwoord' >antwoord
    both emma.rec antwoord -- gesprek-stavaza --uit=antwoord emma.rec
    both emma.rec -- gesprek-kies --uit=antwoord emma.rec
}

@test "choosing: an expression that finds, one that does not, and names of files" {
    both emma.rec johan.rec -- gesprek-kies --waar='Kader=wmo en niet Fase=onthaal' .
    both --status 1 emma.rec johan.rec -- gesprek-kies --waar='Gemeente=9999' .
    both emma.rec johan.rec -- gesprek-kies -l --waar='Kader=wmo of Kader=wlz' .
}

@test "a directory on a file system that does not tell the type of its entries" {
    export FAULT_UNTYPED=1
    storage emma.rec johan.rec -- gesprek-check .
    storage emma.rec johan.rec -- gesprek-noteer nieuw Stap --wat=x --wie=y --dossier=2026-0017 -i .
}

@test "help, version, completion, schema, descriptors and templates are whole or fail" {
    for command in "$BIN"/gesprek-*; do
        sample=(--first 200 --sample 200 --seed 1)
        for words in --help --version --voltooiing=bash --voltooiing=zsh --voltooiing=fish; do
            both "${sample[@]}" emma.rec -- "${command##*/}" $words
        done
    done
    both emma.rec -- gesprek-check --schema
    both emma.rec -- gesprek-check --descriptors Doel
    both emma.rec -- gesprek-noteer nieuw Doel --sjabloon
    both emma.rec -- gesprek-check --meldingen=json emma.rec
}
