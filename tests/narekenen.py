#!/usr/bin/env python3
"""narekenen.py --van DAY --tot DAY [--groepeer NAME,...] [--op DAY] [--geboekt-tot MOMENT] MAP|FILE...: the rows that
gesprek-rapport gemeente --verantwoording --formaat=csv prints, worked out once more.

A second computation beside the one in C: it reads the records itself, folds them as dossier(5) says, puts them in tables (one a
type, and one of all records) and asks every measure of gesprek-rapport(1) in SQL. Two things come from elsewhere. The terms of
the law (which was met, when, and in time or not) are those of `gesprek-nazorg termijnen`, which termijnen.tsv holds to days that
were counted by hand. What is no good dossier is not noticed here: that is what gesprek-check is for."""
import argparse
import csv
import datetime
import io
import os
import re
import sqlite3
import subprocess
import sys

# What is needed of each type; Fase, of which a Gesprek has more than one, has a table of its own.
TYPES = {
    'Melding': 'Gemeente Werkveld Kader Via Begeleider',
    'Client': 'Persoon Geboren Geslacht',
    'Procedure': 'Soort Bij',
    'Afsluiting': 'Reden Bij',
    'Gesprek': 'Vorm Duur Bij',
    'Afspraak': 'Wanneer Status',
    'Doel': 'Status Volgens',
    'Domein': 'Wens Kracht Belemmering',
    'Recht': 'Status Levensdomein',
    'Relatie': 'Groep Band Mantelzorger Ondersteuning_gewenst Overleden',
    'Verwijzing': 'Naar Verwijsstap Status Reden Wacht_sinds',
    'Nazorg': 'Soort Uiterlijk Status',
    'Evaluatie': 'Cijfer',
    'Signaal': 'Levensdomein Aan',
}
OLD_WORDS = {'etnisch-culturele-minderheden': 'migratie-en-integratie', 'bijzondere-jeugdbijstand': 'jeugdhulp'}
GROUPINGS = ['gemeente', 'werkveld', 'kader', 'leeftijdsklasse', 'geslacht', 'via', 'begeleider']


# ---- reading ----

def files(operands):
    for operand in operands:
        if not os.path.isdir(operand):
            yield operand
            continue
        for place, directories, names in os.walk(operand):
            directories[:] = sorted(name for name in directories if not name.startswith('.'))
            for name in sorted(names):
                if name.endswith('.rec') and not name.startswith('.'):
                    yield os.path.join(place, name)


def records(path):
    """The records of a file, each a list of (name, value)."""
    with open(path, encoding='utf-8-sig', newline='') as source:
        text = source.read().replace('\r\n', '\n').replace('\\\n', '')
    fields = []
    for line in text.split('\n') + ['']:
        if line.startswith('#'):
            continue
        if line.startswith('+'):
            name, value = fields[-1]
            fields[-1] = (name, value + '\n' + re.sub(r'^\+ ?', '', line))
        elif line.strip():
            name, value = line.split(':', 1)
            fields.append((name, value.removeprefix(' ')))
        elif fields:
            yield fields
            fields = []


def dossiers(paths, known):
    """{dossier: its known records, in order of Op, then place}."""
    found = {}
    for path in paths:
        for fields in records(path):
            first = dict(reversed(fields))
            if 'Dossier' in first and known(first):
                found.setdefault(first['Dossier'], []).append(fields)
    for here in found.values():
        here.sort(key=lambda fields: dict(fields)['Op'])
    return found


# ---- folding ----

class Thing:
    """What the records of one key come down to. nr is its place in the dossier."""

    def __init__(self, type_, key, nr, day):
        self.type, self.key, self.nr, self.day, self.last = type_, key, nr, day, day
        self.fields, self.melding, self.end, self.reason = {}, None, None, None

    def get(self, name):
        return self.fields.get(name, [None])[0]


def fold(dossier):
    things = {}
    for nr, fields in enumerate(dossier):
        here, day = fields[0], dict(fields)['Op']
        thing = things.setdefault(here, Thing(*here, nr, day))
        thing.last = day
        given = {}
        for name, value in fields[1:]:
            given.setdefault(name, []).append(value)
        for name, values in given.items():
            thing.fields[name] = values
            if values == ['']:
                del thing.fields[name]
    return [thing for thing in things.values() if thing.type in TYPES]


def divide(things):
    """Gives each thing the melding that it belongs to, and each melding its end."""
    meldingen = {thing.key: thing for thing in things if thing.type == 'Melding'}
    first, last, running = next(iter(meldingen.values()), None), None, []
    for thing in things:
        if thing.type == 'Melding':
            running.append(thing)
            last = thing
        thing.melding = last or first
        if thing.type in ('Procedure', 'Afsluiting'):
            thing.melding = meldingen.get(thing.get('Bij')) if thing.get('Bij') else running[-1] if running else last
        if thing.type == 'Afsluiting' and thing.melding and not thing.melding.end:
            thing.melding.end, thing.melding.reason = thing.day, thing.get('Reden')
            running = [melding for melding in running if melding is not thing.melding]


# ---- the tables ----

def age_class(born, day):
    if not born:
        return 'onbekend'
    age = int(day[:4]) - int(born[:4]) - (day[5:] < born[5:])
    for most, name in ((11, '0-11'), (17, '12-17'), (26, '18-26'), (44, '27-44'), (64, '45-64'), (79, '65-79')):
        if age <= most:
            return name
    return '80+'


def create(base):
    base.execute('CREATE TABLE record (type, dossier, sleutel, nr, op, status)')
    base.execute('CREATE TABLE traject (t INTEGER PRIMARY KEY, dossier, sleutel, nr, begin, eind, reden, persoon)')
    base.execute('CREATE TABLE lid (t, groepering, groep)')
    base.execute('CREATE TABLE fase (t, nr, volgnummer, op, fase)')
    base.execute('CREATE TABLE termijn (t, soort, begin, klaar, stand)')
    for type_, names in TYPES.items():
        base.execute(f"CREATE TABLE {type_} (t, dossier, sleutel, nr, op, laatst, nazorg, {', '.join(names.split())})")


def insert(base, table, *values):
    base.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values)


def add_trajecten(base, dossier, things, tot):
    """Returns {the key of a melding: the number of its traject}."""
    numbers = {}
    client = ([thing for thing in things if thing.type == 'Client'] or [Thing('Client', '', 0, '')])[-1]
    person = 'persoon ' + client.get('Persoon') if client.get('Persoon') else 'dossier ' + dossier
    for melding in things:
        if melding.type != 'Melding':
            continue
        number = numbers[melding.key] = base.execute('SELECT count(*) FROM traject').fetchone()[0] + 1
        insert(base, 'traject', number, dossier, melding.key, melding.nr, melding.day, melding.end, melding.reason, person)
        groups = {name: melding.get(name.capitalize()) for name in GROUPINGS}
        groups.update(leeftijdsklasse=age_class(client.get('Geboren'), tot), geslacht=client.get('Geslacht'), alles='alles')
        for name, value in groups.items():
            insert(base, 'lid', number, name, OLD_WORDS.get(value, value) or 'onbekend')
    return numbers


def add_dossier(base, dossier, lines, tot):
    all_things = fold(lines)
    nazorg = {thing.key for thing in all_things if thing.type == 'Nazorg'}
    things = [thing for thing in all_things if not thing.get('Vervallen')]
    divide(things)
    numbers = add_trajecten(base, dossier, things, tot)
    for nr, fields in enumerate(lines):
        insert(base, 'record', fields[0][0], dossier, fields[0][1], nr, dict(fields)['Op'], dict(fields).get('Status'))
    for thing in things if numbers else []:
        number = numbers[thing.melding.key] if thing.melding else None
        values = [thing.get(name) for name in TYPES[thing.type].split()]
        insert(base, thing.type, number, dossier, thing.key, thing.nr, thing.day, thing.last, thing.get('Bij') in nazorg, *values)
        for place, phase in enumerate(thing.fields.get('Fase', []) if thing.type == 'Gesprek' else []):
            insert(base, 'fase', number, thing.nr, place, thing.day, phase)


def add_terms(base, options):
    words = ['gesprek-nazorg', 'termijnen', '--formaat=csv', '--op=' + options.op, '--vandaag=' + options.tot]
    words += ['--geboekt-tot=' + options.geboekt_tot] if options.geboekt_tot else []
    answer = subprocess.run(words + options.operands, stdout=subprocess.PIPE, text=True, check=True).stdout
    number = {(dossier, key): t for t, dossier, key in base.execute('SELECT t, dossier, sleutel FROM traject')}
    for row in csv.DictReader(io.StringIO(answer)):
        if row['melding']:
            t = number[row['dossier'], row['melding']]
            insert(base, 'termijn', t, row['termijn'], row['begin'], row['klaar'], row['stand'])


# What several measures ask.
HELP = '''
CREATE TABLE gezet AS SELECT type, dossier, sleutel, max(nr), op FROM record WHERE status IS NOT NULL GROUP BY 1, 2, 3;
CREATE TABLE begonnen AS SELECT dossier, sleutel, max(nr), op FROM record
    WHERE type = 'Verwijzing' AND status = 'gestart' GROUP BY 1, 2;
CREATE INDEX begonnen_naam ON begonnen (dossier, sleutel);
CREATE INDEX gezet_naam ON gezet (type, dossier, sleutel);
CREATE TABLE groep AS SELECT DISTINCT groepering, groep FROM lid;
CREATE INDEX lid_traject ON lid (t);
CREATE INDEX traject_dossier ON traject (dossier);
CREATE TABLE intrede AS
    SELECT t, nr, volgnummer, op, fase, row_number() OVER (PARTITION BY t, fase ORDER BY nr, volgnummer) AS keer,
        lead(op) OVER (PARTITION BY t ORDER BY nr, volgnummer) AS volgende
    FROM (SELECT *, lag(fase) OVER (PARTITION BY t ORDER BY nr, volgnummer) AS vorige FROM fase) WHERE vorige IS NOT fase;
CREATE TABLE verblijf AS
    SELECT t, fase, op AS begin, CASE WHEN eind >= op AND (volgende IS NULL OR eind < volgende) THEN eind ELSE volgende END
        AS eind
    FROM (SELECT intrede.*, traject.eind FROM intrede JOIN traject USING (t));
CREATE TABLE voorganger AS
    SELECT t.t, max(eerder.eind) AS eind FROM traject t JOIN traject eerder USING (dossier)
    WHERE eerder.nr < t.nr AND eerder.eind <= t.begin GROUP BY 1;
CREATE TABLE netwerk AS
    SELECT (SELECT t FROM traject t WHERE t.dossier = r.dossier AND begin <= :tot ORDER BY nr DESC LIMIT 1) AS t,
        sum(Groep NOT IN ('professional', 'dienst') AND Band <> 'verbroken' AND leeft) AS informeel,
        sum(Mantelzorger IS 'ja' AND leeft) AS zorgers,
        sum(Mantelzorger IS 'ja' AND leeft AND Ondersteuning_gewenst IS NOT NULL) AS wensen
    FROM (SELECT *, Overleden IS NOT 'ja' AS leeft FROM Relatie) r GROUP BY r.dossier
    HAVING max(laatst BETWEEN :van AND :tot);
CREATE TABLE dienst AS SELECT *, trim(substr(Naar, 1, instr(Naar || ',', ',') - 1)) AS organisatie FROM Verwijzing;
'''


# ---- the measures: what each gives is (traject, row, value) for everything that is counted ----

def set_to(type_, columns, where='1'):
    """Things whose Status was set in the period."""
    return f"""SELECT t, {columns} FROM {type_} d JOIN gezet g ON g.type = '{type_.replace("dienst", "Verwijzing")}'
        AND g.dossier = d.dossier AND g.sleutel = d.sleutel WHERE g.op BETWEEN :van AND :tot AND Status IS NOT NULL AND {where}"""


def opened(type_, columns, where='1', day='op'):
    return f'SELECT t, {columns} FROM {type_} WHERE {day} BETWEEN :van AND :tot AND {where}'


def days(begin, end):
    return f'CAST(julianday({end}) - julianday({begin}) AS INTEGER)'


def term(kind, where='1'):
    return f"""SELECT t, '', {days('begin', 'klaar')} AS dagen, stand = 'gehaald' AS binnen FROM termijn
        WHERE soort = '{kind}' AND klaar BETWEEN :van AND :tot AND stand IN ('gehaald', 'te-laat') AND {where}"""


def share(kind):
    return f"SELECT t, '', binnen FROM ({term(kind)})"


COUNT, SUM = 'count(*)', 'sum(waarde)'
SHARE = '(200 * sum(waarde) + count(*)) / (2 * count(*))'
STATES = ('behaald', 'deels', 'niet-behaald', 'losgelaten')
STOPPED = """Reden IS NOT NULL
    AND Status IN ('geweigerd-door-dienst', 'client-ziet-af', 'niet-doorgegaan', 'losgelaten', 'voortijdig-gestopt')"""
UNUSED = "Status IN ('vermoed', 'besproken', 'wordt-uitgezocht', 'niet-gewenst')"
MARK = "CASE WHEN Cijfer IS NULL THEN 'onbekend' WHEN Cijfer + 0 <= 5 THEN '0-5' WHEN Cijfer + 0 <= 7 THEN '6-7' ELSE '8-10' END"
TIES = "CASE WHEN informeel = 0 THEN '0' WHEN informeel <= 2 THEN '1-2' WHEN informeel <= 5 THEN '3-5' ELSE '6+' END"
PART = "coalesce(Levensdomein, 'onbekend'), 1"
STAYED = f"SELECT t, fase, {days('begin', 'eind')} FROM verblijf WHERE eind BETWEEN :van AND :tot"
FIRST = f"""SELECT t, '', {days('begin', 'g.op')} FROM (SELECT t, min(nr), op FROM Gesprek GROUP BY t) g JOIN traject USING (t)
    WHERE g.op BETWEEN :van AND :tot"""
CLOSED = f"SELECT t, '', {days('begin', 'eind')} FROM traject WHERE eind BETWEEN :van AND :tot"
RAN = "SELECT t, '', 1 FROM traject WHERE {} AND (eind IS NULL OR {})"
RETURNED = " AND v.eind < date(begin, '-28 days') AND v.eind >= date(begin, '-12 months')"
WAITS = """SELECT t, '', 1 FROM Verwijzing JOIN traject USING (t)
    WHERE Status = 'wachtlijst' AND (eind IS NULL OR eind > :tot)"""
OVERDUE = "SELECT t, '', 1 FROM Nazorg WHERE coalesce(Status, 'open') = 'open' AND Uiterlijk <= :tot"
WAITED = f"""SELECT t, organisatie, {days('Wacht_sinds', 'b.op')} FROM dienst d JOIN begonnen b
    ON b.dossier = d.dossier AND b.sleutel = d.sleutel WHERE b.op BETWEEN :van AND :tot AND Wacht_sinds <= b.op"""
BEGUN = "SELECT t, '', 1 FROM traject LEFT JOIN voorganger v USING (t) WHERE begin BETWEEN :van AND :tot"
LATE = f"""SELECT t, '', 1 FROM ({term('onderzoek')} UNION ALL {term('beschikking')}) WHERE NOT binnen AND t IN
    (SELECT t FROM Procedure WHERE Soort IN ('uitstel-in-overleg', 'verlenging', 'opschorting'))"""


def percentile(p):
    """By nearest rank."""
    return f'max(CASE WHEN rang = (n * {p} + 99) / 100 THEN waarde END)'


def with_percentiles(report, name, query, rows, unit='dagen'):
    return [(report, f'{name}_p{p}', unit, percentile(p), query, rows) for p in (50, 90)]


# report, measure, unit, how it adds up, what it counts, whether it has rows of its own
MEASURES = [
    ('instroom', 'periode', 'trajecten', COUNT, RAN.format('begin <= :tot', 'eind >= :van'), 0),
    ('instroom', 'begin', 'trajecten', COUNT, RAN.format('begin < :van', 'eind >= :van'), 0),
    ('instroom', 'in', 'trajecten', COUNT, BEGUN, 0),
    ('instroom', 'uit', 'trajecten', COUNT, CLOSED, 0),
    ('instroom', 'eind', 'trajecten', COUNT, RAN.format('begin <= :tot', 'eind > :tot'), 0),
    ('instroom', 'heropend', 'trajecten', COUNT, BEGUN + " AND v.eind >= date(begin, '-28 days')", 0),
    ('instroom', 'terugkeer', 'trajecten', COUNT, BEGUN + RETURNED, 0),
    ('instroom', 'uit_reden', 'trajecten', COUNT, opened('traject', 'reden, 1', day='eind'), 1),
    ('fasen', 'bereikt', 'trajecten', COUNT, 'SELECT DISTINCT t, fase, 1 FROM fase WHERE op BETWEEN :van AND :tot', 1),
    ('fasen', 'intredes', 'keer', COUNT, opened('intrede', 'fase, 1'), 1),
    ('fasen', 'herhaald', 'trajecten', COUNT,
     'SELECT DISTINCT t, fase, 1 FROM intrede WHERE op BETWEEN :van AND :tot AND keer > 1', 1),
    ('fasen', 'verblijf', 'keer', COUNT, STAYED, 1),
    *with_percentiles('fasen', 'verblijf', STAYED, 1),
    *[('doelen', state, 'doelen', COUNT, set_to('Doel', "'', 1", f"Status = '{state}'"), 0) for state in STATES],
    ('doelen', 'oordeel', 'doelen', COUNT,
     set_to('Doel', "Status || ' ' || coalesce(Volgens, 'onbekend'), 1", f'Status IN {STATES}'), 1),
    *[('domeinen', name.lower(), 'levensdomeinen', COUNT, opened('Domein', 'sleutel, 1', name + ' IS NOT NULL', 'laatst'), 1)
      for name in ('Wens', 'Kracht', 'Belemmering')],
    ('domeinen', 'recht_onbenut', 'rechten', COUNT, opened('Recht', PART, UNUSED, 'laatst'), 1),
    ('domeinen', 'recht_toegekend', 'rechten', COUNT, set_to('Recht', PART, "Status = 'toegekend'"), 1),
    ('netwerk', 'informeel', 'dossiers', COUNT, f'SELECT t, {TIES}, 1 FROM netwerk', 1),
    ('netwerk', 'mantelzorger', 'dossiers', COUNT, "SELECT t, '', 1 FROM netwerk WHERE zorgers", 0),
    ('netwerk', 'mantelzorger_wens', 'dossiers', COUNT, "SELECT t, '', 1 FROM netwerk WHERE wensen", 0),
    ('verwijzingen', 'nieuw', 'verwijzingen', COUNT, opened('dienst', 'organisatie, 1'), 1),
    ('verwijzingen', 'stand', 'verwijzingen', COUNT, set_to('Verwijzing', 'Status, 1'), 1),
    ('verwijzingen', 'status_per_dienst', 'verwijzingen', COUNT,
     set_to('dienst', "Status || ' ' || organisatie, 1"), 1),
    ('verwijzingen', 'reden', 'verwijzingen', COUNT,
     set_to('Verwijzing', "Status || ' ' || Reden, 1", STOPPED), 1),
    ('verwijzingen', 'stap', 'verwijzingen', COUNT, opened('Verwijzing', 'Verwijsstap, 1', 'Verwijsstap IS NOT NULL', 'laatst'), 1),
    ('verwijzingen', 'wacht_nu', 'verwijzingen', COUNT, WAITS, 0),
    ('verwijzingen', 'gewacht', 'verwijzingen', COUNT, WAITED, 1),
    *with_percentiles('verwijzingen', 'wachtdagen', WAITED, 1),
    ('doorlooptijd', 'eerste_gesprek', 'trajecten', COUNT, FIRST, 0),
    *with_percentiles('doorlooptijd', 'eerste_gesprek', FIRST, 0),
    *[measure for kind in ('onderzoek', 'beschikking') for measure in (
        ('doorlooptijd', kind + '_binnen', 'termijnen', COUNT, term(kind, 'binnen'), 0),
        ('doorlooptijd', kind + '_over', 'termijnen', COUNT, term(kind, 'NOT binnen'), 0),
        *with_percentiles('doorlooptijd', kind, term(kind), 0))],
    *[('doorlooptijd', kind + '_aandeel', 'procent', SHARE, share(kind), 0) for kind in ('onderzoek', 'beschikking')],
    ('doorlooptijd', 'over_met_reden', 'termijnen', COUNT, LATE, 0),
    *with_percentiles('doorlooptijd', 'afsluiting', CLOSED, 0),
    ('contact', 'gesprekken', 'gesprekken', COUNT, opened('Gesprek', 'Vorm, 1', 'NOT nazorg'), 1),
    ('contact', 'minuten', 'minuten', SUM, opened('Gesprek', 'Vorm, Duur + 0', 'NOT nazorg AND Duur + 0 > 0'), 1),
    ('contact', 'zonder_duur', 'gesprekken', COUNT, opened('Gesprek', 'Vorm, 1', 'NOT nazorg AND Duur IS NULL'), 1),
    ('contact', 'afspraken', 'afspraken', COUNT,
     opened('Afspraak', "coalesce(Status, 'onbekend'), 1", day='substr(Wanneer, 1, 10)'), 1),
    ('nazorg', 'afgesproken', 'momenten', COUNT, opened('Nazorg', 'Soort, 1'), 1),
    ('nazorg', 'contacten', 'gesprekken', COUNT, opened('Gesprek', "'', 1", 'nazorg'), 0),
    ('nazorg', 'niet_bereikt', 'momenten', COUNT, set_to('Nazorg', "'', 1", "Status = 'niet-bereikt'"), 0),
    ('nazorg', 'over_tijd', 'momenten', COUNT, OVERDUE, 0),
    ('tevredenheid', 'cijfer', 'evaluaties', COUNT, opened('Evaluatie', MARK + ', 1'), 1),
    ('tevredenheid', 'cijfer_p50', 'punten', percentile(50), opened('Evaluatie', "'', Cijfer + 0", 'Cijfer IS NOT NULL'), 0),
    ('signalen', 'signaal', 'signalen', COUNT, opened('Signaal', PART), 1),
    ('signalen', 'aan', 'signalen', COUNT, opened('Signaal', "coalesce(Aan, 'onbekend'), 1"), 1),
]


def cells(base, measure, period):
    """(grouping, group, row, number, people); a reason that fewer than five people have is left out."""
    _, name, _, total, query, has_rows = measure
    base.execute('DROP TABLE IF EXISTS feit')
    base.execute('CREATE TABLE feit (t, rij, waarde)')
    base.executemany('INSERT INTO feit VALUES (?, ?, ?)', [fact[:3] for fact in base.execute(query, period)])
    cell = 'PARTITION BY groepering, groep, rij'
    rank = f', count(*) OVER ({cell}) AS n, row_number() OVER ({cell} ORDER BY waarde) AS rang' if 'rang' in total else ''
    return base.execute(f'''
        WITH cel AS (SELECT groepering, groep, rij, waarde, persoon {rank} FROM feit JOIN lid USING (t) JOIN traject USING (t)),
        som AS (SELECT groepering, groep, rij, {total} AS aantal, count(DISTINCT persoon) AS personen FROM cel GROUP BY 1, 2, 3
            HAVING count(DISTINCT persoon) >= {5 if name == 'reden' else 0})
        SELECT groepering, groep, coalesce(rij, ''), coalesce(aantal, {"'.'" if total == SHARE or 'rang' in total else 0}), coalesce(personen, 0)
        FROM groep {'' if has_rows else 'LEFT'} JOIN som USING (groepering, groep)''', {})


# ---- the answer ----

def rows(base, options):
    wanted = ['alles', *options.groepeer]
    period = {'van': options.van, 'tot': options.tot}
    reports = list(dict.fromkeys(measure[0] for measure in MEASURES))
    found = []
    for place, measure in enumerate(MEASURES):
        for grouping, group, row, number, people in cells(base, measure, period):
            if grouping in wanted:
                people = '' if measure[2] in ('dagen', 'procent', 'punten') else people
                order = (reports.index(measure[0]), wanted.index(grouping), group.encode(), place, row.encode())
                found.append((order, measure, grouping, group, row, number, people))
    for _, measure, grouping, group, row, number, people in sorted(found, key=lambda it: it[0]):
        report, name, unit = measure[:3]
        told = [report, grouping, plain(group), plain(row), name, unit, number, people]
        yield [options.van, options.tot, options.versie, *told, 'verantwoording']


def plain(text):
    """As the csv form writes it: not to be taken for a formula."""
    return "'" + text if text[:1] in ('=', '+', '-', '@', '\t', '\r') else text


def moment(text):
    return datetime.datetime.fromisoformat(text)


def read_options():
    parser = argparse.ArgumentParser(allow_abbrev=False)
    parser.add_argument('--van', required=True)
    parser.add_argument('--tot', required=True)
    parser.add_argument('--op')
    parser.add_argument('--geboekt-tot')
    parser.add_argument('--groepeer', default=[], type=lambda names: names.split(','))
    parser.add_argument('--versie', default='1')
    parser.add_argument('operands', nargs='+')
    options = parser.parse_args()
    options.op = options.op or options.tot
    return options


def main():
    options = read_options()

    def known(first):
        written = first.get('Geboekt') or first.get('Gewijzigd')
        late = options.geboekt_tot and written and moment(written) > moment(options.geboekt_tot)
        return first['Op'] <= options.op and not late

    base = sqlite3.connect(':memory:', isolation_level=None)
    create(base)
    for dossier, lines in dossiers(files(options.operands), known).items():
        add_dossier(base, dossier, lines, options.tot)
    add_terms(base, options)
    for statement in HELP.split(';\n'):
        used = {name: value for name, value in (('van', options.van), ('tot', options.tot)) if ':' + name in statement}
        base.execute(statement, used)
    out = csv.writer(sys.stdout, quoting=csv.QUOTE_ALL, lineterminator='\r\n')
    sys.stdout.reconfigure(encoding='utf-8', newline='')
    out.writerow('van tot versie rapport groepering groep rij maat eenheid aantal personen weergave'.split())
    out.writerows(rows(base, options))


main()
