#!/usr/bin/env python3
"""feestdagen.py FIRST LAST: the holidays of the Netherlands and Belgium in those years, a line `nl DAY NAME` each, in order.

A second computation beside common/base/feestdag.c, for tests/termijnen.bats: Easter by Gauss's rule with the corrections of H.
Lichtenberg (1997), days by Python's own calendar."""
import datetime
import sys

DAY = datetime.timedelta(days=1)


def easter(year):
    century = year // 100
    moon = 15 + (3 * century + 3) // 4 - (8 * century + 13) // 25
    sun = 2 - (3 * century + 3) // 4
    cycle = year % 19
    first = (19 * cycle + moon) % 30
    full_moon = 21 + first - (first + cycle // 11) // 29
    sunday = 7 - (year + year // 4 + sun) % 7
    return datetime.date(year, 3, 1) + DAY * (full_moon + 7 - (full_moon - sunday) % 7 - 1)


def both(year):
    pasen = easter(year)
    return {
        datetime.date(year, 1, 1): 'Nieuwjaarsdag',
        datetime.date(year, 12, 25): 'Eerste Kerstdag',
        pasen: 'Eerste Paasdag',
        pasen + DAY: 'Tweede Paasdag',
        pasen + 39 * DAY: 'Hemelvaartsdag',
        pasen + 49 * DAY: 'Eerste Pinksterdag',
        pasen + 50 * DAY: 'Tweede Pinksterdag',
    }


def netherlands(year):
    days = {easter(year) - 2 * DAY: 'Goede Vrijdag', datetime.date(year, 12, 26): 'Tweede Kerstdag'}
    king = datetime.date(year, 4, 27 if year > 2013 else 30)
    if king.isoweekday() == 7:
        king -= DAY
    days[datetime.date(year, 5, 5)] = 'Bevrijdingsdag'
    days[king] = 'Koningsdag' if year > 2013 else 'Koninginnedag'
    return {**days, **both(year)}


def belgium(year):
    fixed = ((5, 1, 'Dag van de Arbeid'), (7, 21, 'Nationale feestdag'), (8, 15, 'Onze-Lieve-Vrouw-Hemelvaart'),
             (11, 1, 'Allerheiligen'), (11, 11, 'Wapenstilstand'))
    return {**{datetime.date(year, month, day): name for month, day, name in fixed}, **both(year)}


def main():
    first, last = int(sys.argv[1]), int(sys.argv[2])
    for year in range(first, last + 1):
        rows = [(day, 'be', name) for day, name in belgium(year).items()]
        rows += [(day, 'nl', name) for day, name in netherlands(year).items()]
        for day, land, name in sorted(rows, key=lambda row: (row[0], row[1] == 'be')):
            print(land, day, name)


main()
