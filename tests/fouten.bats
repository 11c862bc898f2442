#!/usr/bin/env bats
# When memory or the disk fails, at every n-th call: the old file or the new one, a message, never a wrong answer with a good
# exit (fault/sweep.c says what is right). The quick part; lang/fouten-lang.bats does everything.

load hulp
load fouten

setup() {
    fouten_setup "$BATS_TEST_DIRNAME"
}

@test "nieuw -i: no allocation and no call on a file that fails spoils the dossier" {
    memory emma.rec -- gesprek-noteer nieuw Stap --wat=bellen --wie=Emma -i emma.rec
    storage emma.rec -- gesprek-noteer nieuw Stap --wat=bellen --wie=Emma -i emma.rec
}

@test "wijzig -i: no allocation and no call on a file that fails spoils the dossier" {
    memory emma.rec -- gesprek-noteer wijzig D1 --status=behaald -i emma.rec
    storage emma.rec -- gesprek-noteer wijzig D1 --status=behaald -i emma.rec
}

@test "vervallen -i: no allocation and no call on a file that fails spoils the dossier" {
    memory emma.rec -- gesprek-noteer vervallen D1 --reden='dubbel genoteerd' -i emma.rec
    storage emma.rec -- gesprek-noteer vervallen D1 --reden='dubbel genoteerd' -i emma.rec
}

@test "bewerk: no allocation and no call on a file that fails spoils the dossier or loses what was typed" {
    # shellcheck disable=SC2016  # for the editor to expand
    editor 'sed "s/^Akkoord: vader/Akkoord: moeder/" "$1" >"$1.new" && mv "$1.new" "$1"'
    memory --first 60 emma.rec -- gesprek-bewerk emma.rec
    storage emma.rec -- gesprek-bewerk emma.rec
}

@test "several records at once: no allocation and no call on a file that fails leaves one of them behind" {
    amend Afspraak A2 2026-0017 2026-04-15 'Status: gepland' >>emma.rec
    memory emma.rec -- gesprek-verslag gemist -i emma.rec
    storage emma.rec -- gesprek-verslag gemist -i emma.rec
}

@test "a balans: no allocation and no call on a file that fails spoils the dossier or gives half a picture" {
    memory emma.rec -- gesprek-balans nieuw --draagkracht='4 mijn zus' --draaglast='5 de schulden' -i emma.rec
    storage emma.rec -- gesprek-balans nieuw --draagkracht='4 mijn zus' --draaglast='5 de schulden' -i emma.rec
    for form in tekst html svg; do
        memory --first 60 emma.rec -- gesprek-balans toon --formaat=$form emma.rec
        storage emma.rec -- gesprek-balans toon --formaat=$form emma.rec
    done
}

@test "goals: no allocation and no call on a file that fails spoils the dossier or leaves half of a change" {
    for verb in 'nieuw --tekst=x --stap.wat=x --stap.wie=y' 'wijzig D1 --tekst=x' 'stap D3 --wat=x --wie=y' 'status D1 bezig' \
        'parkeer D3 --op=2026-06-01 --terugkomen-op=2026-12-01' 'vervang D3 --op=2026-06-01 --tekst=x'; do
        read -ra words <<<"$verb"
        memory --first 60 emma.rec -- gesprek-smart "${words[@]}" -i emma.rec
        storage emma.rec -- gesprek-smart "${words[@]}" -i emma.rec
    done
    memory --first 60 emma.rec -- gesprek-smart plan --doel=D2 --geschiedenis --formaat=html emma.rec
    storage emma.rec -- gesprek-smart plan --doel=D2 --geschiedenis --formaat=html emma.rec
}

@test "an ecogram: no allocation and no call on a file that fails spoils the dossier or gives half a drawing" {
    memory emma.rec -- gesprek-ecogram nieuw --groep=buur --band=zwak -i emma.rec
    storage emma.rec -- gesprek-ecogram wijzig L1 --band=zwak -i emma.rec
    for form in tekst html svg dot graphml; do
        memory --first 60 emma.rec -- gesprek-ecogram teken --formaat=$form emma.rec
        storage emma.rec -- gesprek-ecogram teken --formaat=$form emma.rec
    done
    storage emma.rec -- gesprek-ecogram verschil --van=2026-03-01 --formaat=svg emma.rec
    memory --first 60 emma.rec -- gesprek-ecogram meet emma.rec
}

@test "a letter: no allocation and no call on a file that fails prints it without its note" {
    memory --first 60 emma.rec -- gesprek-verwijs brief V1 -i emma.rec
    storage emma.rec -- gesprek-verwijs brief V1 -i emma.rec
    storage emma.rec -- gesprek-verwijs hervat V1 -i emma.rec
    memory --first 60 emma.rec -- gesprek-kies --voor='Zes Sleutels' emma.rec
    storage emma.rec -- gesprek-kies --voor='Zes Sleutels' emma.rec
}

@test "a message of iWmo: no allocation and no call on a file that fails gives it without its note" {
    printf '%s\n' 'Persoon: p-7k3f9q2m' 'Bsn: 999900006' '' >nummers
    chmod 600 nummers
    memory --first 60 emma.rec -- gesprek-rapport iwmo305 --bsn-bestand="$PWD/nummers" --aanbieder=99417302 -i emma.rec
    storage emma.rec -- gesprek-rapport iwmo305 --bsn-bestand="$PWD/nummers" --aanbieder=99417302 -i emma.rec
}

@test "a contact in the aftercare: no allocation and no call on a file that fails notes half of it" {
    memory --first 60 emma.rec -- gesprek-nazorg contact N1 -i emma.rec
    storage emma.rec -- gesprek-nazorg contact N1 -i emma.rec
    storage emma.rec -- gesprek-nazorg reminderblad emma.rec
}

@test "an invitation: no allocation and no call on a file that fails prints it without its note" {
    gesprek-verwijs toestemming nieuw --aan='Zes Sleutels' --waarover=Overleg --waarover=Agendapunt --waarvoor=x --uitkomst=gegeven \
        --gegeven-door=client -i emma.rec
    for form in tekst html; do
        memory --first 60 emma.rec -- gesprek-overleg uitnodiging O1 --voor-wie='Zes Sleutels' --formaat=$form -i emma.rec
        storage emma.rec -- gesprek-overleg uitnodiging O1 --voor-wie='Zes Sleutels' --formaat=$form -i emma.rec
    done
    storage emma.rec -- gesprek-overleg punt O1 --tekst=x -i emma.rec
    memory --first 60 emma.rec -- gesprek-overleg verslag O1 emma.rec
    storage emma.rec -- gesprek-overleg agenda O1 emma.rec
}

@test "a referral and the kaart: no allocation and no call on a file that fails gives half a sheet or spoils the dossier" {
    cp "$BATS_TEST_DIRNAME/kaart/kaart.rec" k.rec
    storage emma.rec k.rec -- gesprek-kaart lacunes --kaart=k.rec emma.rec
    memory --first 60 emma.rec k.rec -- gesprek-kaart lacunes --kaart=k.rec emma.rec
    export GESPREK_KAART=k.rec
    for words in 'status V1' 'routeblad V1' lijst; do
        read -ra words <<<"$words"
        storage emma.rec k.rec -- gesprek-verwijs "${words[@]}" emma.rec
        memory --first 60 emma.rec k.rec -- gesprek-verwijs "${words[@]}" emma.rec
    done
    memory --first 60 emma.rec k.rec -- gesprek-verwijs nieuw --naar='Zes Sleutels' --nood=wonen -i emma.rec
}

@test "what is due: no allocation and no call on a file that fails gives half a list" {
    memory --first 60 emma.rec johan.rec -- gesprek-nazorg herinner --binnen=3w --uitleg .
    storage emma.rec johan.rec -- gesprek-nazorg herinner --binnen=3w --uitleg .
    memory --first 60 emma.rec -- gesprek-nazorg agenda --formaat=ical emma.rec
    storage emma.rec -- gesprek-nazorg agenda --formaat=ical emma.rec
}

@test "intake csv: no allocation and no call on a file that fails leaves half a dossier" {
    printf 'Vraag,Gemeente,Naam\nkoken,0356,Noor\n' >a.csv
    storage a.csv -- gesprek-intake csv --map=. a.csv
    memory --first 60 a.csv -- gesprek-intake csv --map=. a.csv
}

@test "intake nieuw: no allocation and no call on a file that fails leaves half a dossier" {
    good 2026-0001 >2026-0001.rec
    storage 2026-0001.rec -- gesprek-intake nieuw --vraag=koken --gemeente=0356 --client.naam=Noor -i .
    memory --first 60 2026-0001.rec -- gesprek-intake nieuw --vraag=koken --gemeente=0356 --client.naam=Noor -i .
}

@test "kaart: no allocation and no call on a file that fails spoils the kaart or gives half of it" {
    cp "$BATS_TEST_DIRNAME/kaart/kaart.rec" k.rec
    storage k.rec -- gesprek-kaart dienst --bij=geldwijzer --naam=Post -i k.rec
    memory --first 60 k.rec -- gesprek-kaart dienst --bij=geldwijzer --naam=Post -i k.rec
    storage k.rec -- gesprek-kaart wijzig geldwijzer --wachttijd=kort -i k.rec
    memory --first 60 k.rec -- gesprek-kaart wijzig geldwijzer --wachttijd=kort -i k.rec
    for words in 'toon zes-sleutels' 'zoek --nood=geld' verouderd check; do
        read -ra words <<<"$words"
        storage --first 60 k.rec -- gesprek-kaart "${words[@]}" k.rec
        memory --first 60 k.rec -- gesprek-kaart "${words[@]}" k.rec
    done
    mkdir in
    printf 'id,name\n1,De Brug\ngeldwijzer,Geld\n' >in/organizations.csv
    storage k.rec -- gesprek-kaart import --map="$PWD/in" -i k.rec
    memory --first 60 k.rec -- gesprek-kaart import --map="$PWD/in" -i k.rec
}

@test "as a filter gesprek-noteer says good only with the whole journal" {
    memory --stdin emma.rec emma.rec -- gesprek-noteer nieuw Stap --wat=bellen --wie=Emma
    storage --stdin emma.rec emma.rec -- gesprek-noteer nieuw Stap --wat=bellen --wie=Emma
    storage emma.rec -- gesprek-noteer wijzig D1 --status=behaald emma.rec
}

@test "readers say good only with the whole answer, over a file and over a directory" {
    for reader in "${READERS[@]}"; do
        [[ $reader != gesprek-rapport* ]] || continue
        read -ra words <<<"$reader"
        memory --first 60 emma.rec -- "${words[@]}" emma.rec
        storage --first 60 emma.rec johan.rec -- "${words[@]}" .
        storage --first 60 emma.rec johan.rec -- "${words[@]}" johan.rec emma.rec
    done
}

@test "the sweep sees a writer that empties the file before it fills it" {
    echo old >old.rec
    run -1 "$FAULT/sweep" --shim "$FAULT/io" --kinds kill emma.rec old.rec -- dd if=emma.rec of=old.rec status=none
    assert_line --partial 'neither old nor new'
}
