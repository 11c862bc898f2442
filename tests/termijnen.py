#!/usr/bin/env python3
"""termijnen.py FILE: asks gesprek-nazorg termijnen for every case of the table and says which differ; status 1 when one does.

A case is a line with tabs between: the day it is today; what happened, `;` between: `M KADER DAY`, `P SOORT DAY`, `X DAY`,
`C DAY`, each with fields as `name=value`; the terms that must come out, `,` between: `[M1/]NAME[#2]:END:STAND[:KLAAR]`, or
`NAME:geen`; why; and a line for the configuration."""
import csv
import io
import os
import subprocess
import sys

NAMES = {'plan': 'persoonlijk-plan'}
LETTERS = {'M': 'Melding', 'P': 'Procedure', 'X': 'Afsluiting', 'C': 'Client'}
OPENING = {'M': 'Vraag: hulp\n', 'P': '', 'X': 'Reden: volgens-plan\n', 'C': 'Naam: iemand\n'}
FIRST = {'M': 'Kader', 'P': 'Soort'}


def record(dossier, words, numbers):
    letter, words = words[0], words[1:]
    numbers[letter] = numbers.get(letter, 0) + 1
    fields = dict(word.split('=') for word in words if '=' in word)
    plain = [word for word in words if '=' not in word]
    day = plain.pop()
    if letter in FIRST:
        fields[FIRST[letter]] = plain.pop()
    if letter == 'M':
        fields.setdefault('gemeente', '0356')
    if plain:
        raise ValueError(plain)
    text = f'{LETTERS[letter]}: {letter}{numbers[letter]}\nDossier: {dossier}\nOp: {day}\nDoor: test\n'
    text += f'Geboekt: {day}T10:00:00+01:00\n{OPENING[letter]}'
    return text + ''.join(f'{name.capitalize()}: {value}\n' for name, value in fields.items()) + '\n'


def journal(cases):
    made = []
    for case in cases:
        numbers = {}
        made += [record(case['id'], happened.split(), numbers) for happened in case['happened'].split(';')]
    return ''.join(made)


def answers(cases, today, setting):
    environment = dict(os.environ, GESPREK_CONFIG='/dev/null')
    if setting:
        with open('instellingen.rec', 'w', encoding='utf-8') as out:
            out.write(f'Instelling: test\n{setting}\n')
        environment['GESPREK_CONFIG'] = 'instellingen.rec'
    words = ['gesprek-nazorg', 'termijnen', '--formaat=csv', f'--vandaag={today}']
    ran = subprocess.run(words, input=journal(cases), capture_output=True, text=True, env=environment, check=False)
    if ran.returncode or ran.stderr:
        sys.exit(f'{words}: {ran.returncode} {ran.stderr}')
    return list(csv.DictReader(io.StringIO(ran.stdout)))


def found(rows, wanted):
    """What the answer says where the case says `wanted`."""
    name = wanted.split(':')[0]
    melding, _, name = name.rpartition('/')
    name, _, number = name.partition('#')
    matching = [row for row in rows if row['termijn'] == NAMES.get(name, name) and melding in ('', row['melding'])]
    if number:
        matching = matching[int(number) - 1:int(number)]
    if len(matching) != 1:
        return f'{len(matching)} keer' if matching else wanted.split(':')[0] + ':geen'
    row = matching[0]
    told = [wanted.split(':')[0], row['einde'] or '-', row['stand'], row['klaar']]
    return ':'.join(told).rstrip(':')


def read(path):
    with open(path, encoding='utf-8') as lines:
        for number, line in enumerate(lines, 1):
            if line.startswith('#'):
                continue
            today, happened, wanted, why, setting = (line.rstrip('\n').split('\t') + [''])[:5]
            yield {'id': f'regel-{number}', 'today': today, 'happened': happened, 'wanted': wanted, 'why': why,
                   'setting': setting}


def main():
    cases = list(read(sys.argv[1]))
    wrong = 0
    for today, setting in sorted({(case['today'], case['setting']) for case in cases}):
        chosen = [case for case in cases if (case['today'], case['setting']) == (today, setting)]
        rows = answers(chosen, today, setting)
        for case in chosen:
            mine = [row for row in rows if row['dossier'] == case['id']]
            for wanted in case['wanted'].split(','):
                told = found(mine, wanted)
                if told != wanted:
                    wrong += 1
                    print(f"{case['id']}: {wanted} verwacht, maar {told}: {case['happened']} ({case['why']})")
    print(f'{len(cases)} gevallen, {wrong} fout')
    sys.exit(1 if wrong else 0)


main()
