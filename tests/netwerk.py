"""Writes dossiers with any number of people around the client, for the drawings of gesprek-ecogram.

netwerk.py DIR SEED COUNT...    for each COUNT three dossiers in DIR: both sides, all formal, all informal
"""

import random
import sys

GROEPEN = ("partner ex-partner gezin familie vriend kennis buur collega school lotgenoot vereniging-of-geloof vrijwilliger "
           "professional dienst").split()
WORDS = ("oom tante Jan Anna-Maria de van Hoogstraten-Willemsen buurvrouw begeleider Ménière Świętosława 漢字 i l WWW "
         "Onafhankelijkheidsverklaringsdeskundige Wijngaarden & <b> \" '").split()


def opening(kind, key, name):
    return [f"{kind}: {key}", f"Dossier: {name}", "Op: 2026-02-02", "Door: x", "Geboekt: 2026-02-02T10:00:00+01:00"]


def somebody(pick, number, name, groepen):
    groep = pick.choice(groepen)
    fields = opening("Relatie", f"L{number}", name)
    fields += [f"Groep: {groep}", "Band: " + pick.choice("sterk gewoon zwak verbroken onbekend".split())]
    if pick.random() < .7:
        fields.append("Spanning: " + pick.choice("geen wisselend gespannen onveilig".split()))
    if pick.random() < .9:
        fields.append("Naam: " + " ".join(pick.choice(WORDS) for _ in range(pick.choice([1, 1, 2, 3, 6, 12]))))
    if pick.random() < .8:
        fields.append("Richting: " + pick.choice("naar-client van-client wederzijds".split()))
    fields += [f"Steun: {steun}" for steun in "emotioneel praktisch gezelschap advies".split() if pick.random() < .4]
    if pick.random() < .85:
        fields.append("Afstand: " + pick.choice("123"))
    if pick.random() < .2:
        fields.append("Mantelzorger: ja")
    if groep != "dienst" and pick.random() < .1:
        fields.append("Overleden: ja")
    return fields


def dossier(seed, count, name, groepen):
    pick = random.Random(f"{seed} {name}")
    records = [opening("Melding", "M1", name) + ["Vraag: x", "Gemeente: 0356"]]
    records += [somebody(pick, i + 1, name, groepen) for i in range(count)]
    return "".join("\n".join(record) + "\n\n" for record in records)


def main():
    directory, seed = sys.argv[1:3]
    for count in map(int, sys.argv[3:]):
        for side, groepen in (("b", GROEPEN), ("f", GROEPEN[-2:]), ("i", GROEPEN[:-2])):
            name = f"n{count}-{side}"
            with open(f"{directory}/{name}.rec", "w", encoding="utf-8") as file:
                file.write(dossier(seed, count, name, groepen))


main()
