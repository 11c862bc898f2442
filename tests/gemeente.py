#!/usr/bin/env python3
"""gemeente.py COUNT SEED: so many dossiers on standard output, for tests/narekenen.py and gesprek-rapport to count.

They are made so that every measure of gesprek-rapport has something to count, and every rule something to decide: several meldingen
in a dossier, open at the same time or one shortly after the other, closings with and without Bij, meldingen and closings that are
withdrawn and restored, a Status that changes several times and is taken away, phases that are entered again, records before the
first melding, persons with several dossiers, values that are missing, gemeenten of very different size, days out of order, and
records that were booked long after their day. The same for the same COUNT and SEED."""
import datetime
import random
import sys

FIRST, LAST = datetime.date(2025, 1, 1).toordinal(), datetime.date(2026, 12, 31).toordinal()
LETTERS = {'Melding': 'M', 'Client': 'C', 'Procedure': 'P', 'Gesprek': 'G', 'Afspraak': 'A', 'Recht': 'R', 'Doel': 'D',
           'Relatie': 'L', 'Verwijzing': 'V', 'Signaal': 'Z', 'Evaluatie': 'W', 'Afsluiting': 'X', 'Nazorg': 'N'}
DOMAINS = 'wonen werken geld leren huishouden gezondheid sociale-contacten dagbesteding-en-vrije-tijd'.split()
PHASES = 'onthaal vraagverduidelijking doelbepaling uitvoering afsluiting nazorg'.split()
GEMEENTEN = ['0363'] * 60 + ['0356'] * 20 + ['0014'] * 10 + ['44021'] * 6 + ['0599'] * 3 + ['1895']
WERKVELDEN = '''algemeen-welzijnswerk personen-met-beperking jeugdhulp jeugdhulp bijzondere-jeugdbijstand wijkteam wijkteam wijkteam
    etnisch-culturele-minderheden migratie-en-integratie schuldhulp'''.split()
KADERS = ['wmo'] * 8 + 'jeugdwet jeugdwet participatiewet schuldhulp ocmw eigen-aanbod'.split()
VIA = 'zelf zelf naaste huisarts ziekenhuis school wijkteam gemeente anders'.split()
FORMS = 'kantoor kantoor huisbezoek huisbezoek onderweg bij-andere-dienst telefonisch beeldbellen chat'.split()
REASONS = '''volgens-plan vraag-opgelost alleen-advies op-verzoek-client geen-contact-gekregen overgedragen verhuizing
    overlijden'''.split()
GOAL = 'wens open bezig geparkeerd behaald behaald deels niet-behaald losgelaten vervangen'.split()
RIGHT = '''vermoed besproken wordt-uitgezocht aangevraagd toegekend toegekend geweigerd bezwaar stopgezet geen-recht
    niet-gewenst'''.split()
REFERRAL = '''verkennend aangemeld wachtlijst wachtlijst afspraak-gemaakt gestart gestart geweigerd-door-dienst client-ziet-af
    niet-doorgegaan time-out losgelaten voortijdig-gestopt afgerond'''.split()
MEETING = 'gepland geweest geweest geweest verzet afgezegd-client afgezegd-begeleider niet-verschenen'.split()
GROUPS = 'partner ex-partner gezin familie vriend buur collega lotgenoot vrijwilliger professional dienst'.split()
BONDS = 'sterk sterk gewoon zwak verbroken onbekend'.split()
SERVICES = ['Zes Sleutels', 'Zes Sleutels, begeleid wonen', ' Zes Sleutels , de keuken', 'buurttuin', 'Zorg & Co',
            'ggz, team noord', 'schuldhulp "De Brug"', 'Café Één, vrijwilligers', 'de taalschool']
WHY = ['de wachtlijst is te lang', 'te ver weg', 'te duur', 'het klikte niet', 'kan zelf weer verder', 'ging op reis naar zee']


def iso(day):
    return datetime.date.fromordinal(day).isoformat()


class Dossier:
    def __init__(self, number, dice):
        self.id, self.dice, self.used, self.lines, self.booked = f'2025-{number:06}', dice, {}, [], {}

    def chance(self, percent):
        return self.dice.random() * 100 < percent

    def one(self, words, percent=100):
        """One of the words, or nothing: then there is no such field."""
        return self.dice.choice(words) if self.chance(percent) else None

    def later(self, day, most):
        return day + self.dice.randint(0, most)

    def write(self, day, type_, key, stamp, fields):
        booked = max(day + (self.dice.randint(0, 60) if self.chance(10) else 0), self.booked.get(key, 0))
        self.booked[key] = booked
        hour = 9 + len(self.lines) % 9
        moment = f'{iso(booked)}T{hour:02}:00:00+01:00'
        lines = [f'{type_}: {key}', f'Dossier: {self.id}', f'Op: {iso(day)}', 'Door: test', f'{stamp}: {moment}']
        for name, values in fields.items():
            lines += [f'{name}: {value}' for value in (values if isinstance(values, list) else [values]) if value is not None]
        self.lines.append((day, '\n'.join(lines) + '\n\n'))

    def opens(self, day, type_, key=None, **fields):
        if not key:
            self.used[type_] = self.used.get(type_, 0) + 1
            key = f'{LETTERS[type_]}{self.used[type_]}'
        self.write(day, type_, key, 'Geboekt', fields)
        self.maybe_withdraw(day, type_, key)
        return key

    def changes(self, day, type_, key, **fields):
        self.write(day, type_, key, 'Gewijzigd', fields)

    def maybe_withdraw(self, day, type_, key):
        if self.chance(2):
            gone = self.later(day, 90)
            self.changes(gone, type_, key, Vervallen='dubbel genoteerd')
            if self.chance(30):
                self.changes(self.later(gone, 90), type_, key, Vervallen='')

    # ---- what happens ----

    def melding(self, day):
        fields = {'Gemeente': self.one(GEMEENTEN), 'Vraag': 'hulp', 'Via': self.one(VIA, 80), 'Werkveld': self.one(WERKVELDEN, 85),
                  'Kader': self.one(KADERS, 95), 'Begeleider': self.one(['a.smit', 'b.kaya', 'c.peeters', 'd.óneill'], 80)}
        key = self.opens(day, 'Melding', **fields)
        if self.chance(10):
            self.changes(self.later(day, 60), 'Melding', key, Begeleider=self.one(['e.bos', '']), Gemeente=self.one(GEMEENTEN, 30))
        return key

    def client(self, day, people):
        born = self.dice.randint(datetime.date(1930, 1, 1).toordinal(), datetime.date(2024, 12, 31).toordinal())
        person = f'p-{self.dice.randrange(people)}' if self.chance(90) else None
        key = self.opens(day, 'Client', Naam='iemand', Geboren=iso(born) if self.chance(95) else None, Persoon=person,
                         Geslacht=self.one(['vrouw', 'vrouw', 'man', 'man', 'x', 'onbekend'], 90))
        if self.chance(5):
            self.changes(self.later(day, 200), 'Client', key, Persoon=f'p-{self.dice.randrange(people)}')

    def gesprek(self, day, near, by=None):
        phases = [self.dice.choice(PHASES[max(0, near - 1):near + 2]) for _ in range(self.dice.choice([1, 1, 1, 2, 3]))]
        key = self.opens(day, 'Gesprek', Vorm=self.one(FORMS), Fase=list(dict.fromkeys(phases)), Bij=by,
                         Duur=self.dice.randint(0, 12) * 5 if self.chance(85) else None)
        if self.chance(3):
            self.changes(self.later(day, 40), 'Gesprek', key, Duur=self.one(['', '30']), Fase=self.one(PHASES))

    def with_status(self, day, type_, words, times, first=80, **fields):
        key = self.opens(day, type_, Status=self.one(words, first), **fields)
        for _ in range(self.dice.choice(times)):
            day = self.later(day, 120)
            gone = type_ != 'Recht' and self.chance(3)
            self.changes(day, type_, key, **self.more(type_, day, '' if gone else self.one(words, 85)))

    def more(self, type_, day, status):
        fields = {'Status': status}
        if type_ == 'Doel':
            fields['Volgens'] = self.one(['client', 'samen', 'begeleider', ''], 60)
        if type_ == 'Verwijzing':
            fields['Reden'] = self.one(WHY + [''], 60)
            fields['Verwijsstap'] = self.one('1234567', 40)
            fields['Wacht_sinds'] = iso(day) if status == 'wachtlijst' else None
        return fields

    def netwerk(self, day):
        for _ in range(self.dice.choice([0, 0, 0, 1, 2, 3, 4, 7])):
            carer = self.one(['ja', 'nee'], 40)
            key = self.opens(self.later(day, 100), 'Relatie', Groep=self.one(GROUPS), Band=self.one(BONDS), Mantelzorger=carer,
                             Overleden=self.one(['ja', 'nee'], 15), Ondersteuning_gewenst=self.one(['een vrije middag'], 40))
            if self.chance(20):
                later = self.later(day + 100, 100)
                self.changes(later, 'Relatie', key, Band=self.one(BONDS), Ondersteuning_gewenst=self.one([''], 20))

    def domeinen(self, day):
        for domain in self.dice.sample(DOMAINS, self.dice.randint(0, 4)):
            if domain not in self.used:
                self.used[domain] = 1
                at = self.later(day, 90)
                self.opens(at, 'Domein', domain, Besproken='ja', Wens=self.one(['iets'], 70),
                           Kracht=self.one([['a', 'b'], 'c'], 60), Belemmering=self.one(['dit', ['dit', 'dat']], 50))
                for _ in range(self.dice.choice([0, 0, 1, 2])):
                    at = self.later(at, 150)
                    self.changes(at, 'Domein', domain, Cijfer=5, Wens=self.one(['', 'anders'], 40), Kracht=self.one([''], 10))

    def procedures(self, day, melding):
        by = melding if self.chance(70) else None
        end = iso(day + self.dice.randint(42, 90))
        for kind, percent, least, range_ in (('bevestiging', 60, 0, 5), ('onderzoek-klaar', 70, 10, 50)):
            if self.chance(percent):
                self.opens(self.later(day + least, range_), 'Procedure', Soort=kind, Bij=by)
        if self.chance(10):
            self.opens(self.later(day + 5, 40), 'Procedure', Soort='uitstel-in-overleg', Bij=by, Tot=end)
        asked = self.later(day + 20, 50)
        if self.chance(60):
            self.opens(asked, 'Procedure', Soort='aanvraag', Bij=by)
            if self.chance(15):
                self.opens(self.later(asked, 20), 'Procedure', Soort='verlenging', Bij=by, Tot=iso(asked + 40))
            if self.chance(15):
                stopped = self.later(asked, 12)
                self.opens(stopped, 'Procedure', Soort='opschorting', Bij=by, Tot=self.one([iso(stopped + 10)], 50))
                self.opens(stopped + 8, 'Procedure', Soort='hervatting', Bij=by)
            if self.chance(80):
                self.opens(self.later(asked, 40), 'Procedure', Soort='beschikking', Bij=by, Uitkomst='toegekend')

    def nazorg(self, day):
        key = self.opens(day, 'Nazorg', Soort=self.one('bellen gesprek huisbezoek bericht'.split()), Uiterlijk=iso(day + 28),
                         Status=self.one(['open', 'open', 'gedaan'], 80))
        for _ in range(self.dice.choice([0, 1, 1, 2])):
            day = self.later(day, 60)
            if self.chance(70):
                self.gesprek(day, 5, key)
            status = self.one('open open gedaan niet-bereikt gestopt'.split(), 50)
            self.changes(day, 'Nazorg', key, Uiterlijk=iso(day + 28), Status=status)

    def closing(self, day, melding):
        if self.chance(40):
            self.opens(day, 'Evaluatie', Beleving='goed', Cijfer=self.dice.randint(0, 10) if self.chance(85) else None)
        self.opens(day, 'Afsluiting', Reden=self.one(REASONS), Bij=melding if self.chance(70) else None)
        if self.chance(3):
            self.opens(self.later(day, 30), 'Afsluiting', Reden=self.one(REASONS), Bij=self.one([melding]))
        for _ in range(self.dice.choice([0, 1, 1, 2])):
            self.nazorg(day)

    def work(self, day, length):
        """What happens in a traject."""
        near = 0
        for at in sorted(self.later(day, length) for _ in range(self.dice.randint(0, 6))):
            self.gesprek(at, near)
            near = min(5, near + self.dice.choice([0, 0, 1, 1, 2])) if self.chance(85) else 1
        for _ in range(self.dice.choice([0, 1, 1, 2])):
            volgens = self.one(['client', 'samen'], 60)
            self.with_status(self.later(day, length), 'Doel', GOAL, [0, 1, 1, 2, 3], Tekst='iets', Volgens=volgens)
        for _ in range(self.dice.choice([0, 0, 1, 2])):
            domain = self.one(DOMAINS, 80)
            self.with_status(self.later(day, length), 'Recht', RIGHT, [0, 1, 2], 100, Omschrijving='iets', Levensdomein=domain)
        for _ in range(self.dice.choice([0, 1, 1, 2])):
            waits = self.later(day, length)
            self.with_status(waits, 'Verwijzing', REFERRAL, [0, 1, 2, 3], Naar=self.one(SERVICES), Nood='wonen',
                             Reden=self.one(WHY, 30), Verwijsstap=self.one('1234567', 60),
                             Wacht_sinds=iso(waits) if self.chance(20) else None)
        for _ in range(self.dice.choice([0, 0, 1, 3])):
            at = self.later(day, length)
            self.with_status(at, 'Afspraak', MEETING, [0, 0, 1], Wanneer=f'{iso(self.later(at, 30))}T14:30')
        if self.chance(15):
            self.opens(self.later(day, length), 'Signaal', Over='een regel', Levensdomein=self.one(DOMAINS, 80),
                       Aan=self.one(['gemeente', 'college', 'het UWV, team "werk"'], 70))
        self.netwerk(day)
        self.domeinen(day)

    def live(self, people):
        day = self.dice.randint(FIRST, LAST - 30)
        if self.chance(97):
            self.client(day, people)
        if self.chance(4):
            self.gesprek(day - 3, 0)
            self.with_status(day - 2, 'Verwijzing', REFERRAL, [1, 2], Naar=self.one(SERVICES), Nood='werken')
        if self.chance(2):
            self.work(day, 100)
            return
        for _ in range(self.dice.choice([1, 1, 1, 1, 1, 2, 2, 3])):
            melding, length = self.melding(day), self.dice.choice([0, 20, 100, 200, 300])
            self.procedures(day, melding)
            self.work(day, length)
            end = day + length
            if self.chance(80):
                self.closing(end, melding)
            pause = self.dice.choice([0, 1, 14, 27, 28, 29, 60, 200, 364, 365, 366, 400])
            day = end + pause if self.chance(90) else self.later(day, length)

    def text(self):
        """Mostly in order of days; now and then the days are out of order, as after a merge."""
        days = {}
        for day, text in self.lines:
            days.setdefault(day, []).append(text)
        order = sorted(days)
        if self.chance(20):
            self.dice.shuffle(order)
        return ''.join(text for day in order for text in days[day])


def main():
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    sys.stdout.reconfigure(encoding='utf-8', newline='\n')
    for number in range(1, count + 1):
        dossier = Dossier(number, random.Random(seed * 10_000_019 + number))
        dossier.live(max(1, count * 4 // 5))
        sys.stdout.write(dossier.text())


main()
