"""Dossiers in which every field of the schema has a value of its own, and what is left of them for one organisation.

kanaries.py COUNT SEED < SCHEMA    (the schema is what gesprek-check --schema prints)

Writes vol.rec, in which every type has a record with all its fields, one of them changed later, comments, an unknown type
and an unknown field; over.rec, the same dossiers with all that Buurthuis may not have taken out; and verboden, the words
that may not occur in any answer for Buurthuis, a line each. Each dossier allows other fields, by name.
"""

import random
import re
import sys


def schema(lines):
    """[(type, [field])]; a field is a dict."""
    types, field = [], None
    for line in lines:
        if match := re.match(r"([A-Z][a-z]+)( \((.*)\))?$", line):
            types.append((match[1], match[3] or "", []))
        elif match := re.match(r"  ([A-Z]\w*) +(.+?) +([oibs]) (nodig )?", line):
            field = {"name": match[1], "kind": match[2].strip(), "seen": match[3], "words": []}
            types[-1][2].append(field)
        elif match := re.match(r"      (?:keuzes: |naar: )?(.*)", line):
            field["words"] += match[1].split()
    return [t for t in types if t[1] != "buiten het dossier"]


class Maker:
    def __init__(self, rng):
        self.rng = rng
        self.count = 0

    def word(self):
        self.count += 1
        return f"kanarie{self.count:06d}x"

    def day(self):
        return f"20{self.rng.randrange(20, 27)}-0{self.rng.randrange(1, 10)}-1{self.rng.randrange(10)}"

    def value(self, field, keys):
        kind, rng = field["kind"], self.rng
        if kind.startswith("dag en tijd"):
            return self.day() + "T10:30"
        if kind.startswith("dag"):
            return self.day()
        if kind.startswith("ja of nee"):
            return rng.choice(["ja", "nee"])
        if kind.startswith("keuze"):
            return rng.choice(field["words"])
        if kind.startswith("code"):
            return "0356"
        if kind.startswith("getal"):
            return str(rng.randrange(1, 4))
        if kind.startswith("-2"):
            return "+1 " + self.word() if "tekst" in kind else rng.choice(["-2", "-1", "0", "+1"])
        if kind.startswith("1-5"):
            return f"{rng.randrange(1, 6)} " + self.word()
        if kind.startswith("aantal"):
            return "4w"
        if kind.startswith("sleutel"):
            fit = [key for key, name in keys.items() if not field["words"] or name in field["words"] or "*" in field["words"]]
            return rng.choice(fit) if fit else self.word()
        return self.word() + rng.choice(["", " en nog\n+ " + self.word()])


def opening(record):
    name, key, dossier, day, fields = record
    return f"{name}: {key}\nDossier: {dossier}\nOp: {day}\n" + "".join(f"{f}: {v}\n" for f, v in fields) + "\n"


def dossier(types, maker, number):
    """(whole, what may go, forbidden words)"""
    rng, id_ = maker.rng, f"d-{number}"
    letters = {name: re.match(r"sleutels ([A-Z]+)1", keys)[1] + "1" if keys else "wonen" for name, keys, _ in types}
    keys = {key: name for name, key in letters.items()}
    allowed = {(name, f["name"]) for name, _, fields in types for f in fields if rng.random() < 0.3}
    whole, left, goes = [], [], []
    consent = ("Toestemming", "T99", id_, "2026-01-05",
               [("Aan", "Buurthuis"), ("Waarvoor", "samen werken"), ("Uitkomst", "gegeven"), ("Gegeven_door", "client")] +
               [("Waarover", f"{a}.{b}") for a, b in sorted(allowed)])
    for name, _, fields in types:
        if name in ("Verstrekking", "Vertegenwoordiger") or (name, "Noodzaak") not in allowed:
            may = lambda f, name=name: (name, f["name"]) in allowed and f["seen"] == "o"
        else:
            may = lambda f, name=name: (name, f["name"]) in allowed and f["seen"] in "ob"
        if name == "Client":
            fields = [f for f in fields if f["name"] != "Geboren"]  # a child does not decide: not what is tried here
        if name == "Vertegenwoordiger":
            fields = [f for f in fields if f["name"] != "Soort"] + [dict(f, words=["mentor"]) for f in fields if f["name"] == "Soort"]
        values = [(f, maker.value(f, keys)) for f in fields]
        if name == "Toestemming":
            values = [(f, "Anderen" if f["name"] == "Aan" else v) for f, v in values]
        day = maker.day()
        record = (name, letters[name], id_, day, [(f["name"], v) for f, v in values])
        whole.append("# " + maker.word() + "\n" + opening(record).replace("\n\n", f"\nVerzonnen: {maker.word()}\n\n"))
        kept = [(f["name"], v) for f, v in values if may(f)]
        goes.append((name, letters[name], id_, day, kept))
    changed = rng.choice([t for t in types if t[0] not in ("Client", "Vertegenwoordiger", "Toestemming")])
    field = rng.choice([f for f in changed[2] if f["kind"] == "tekst"] or changed[2])
    whole.append(f"{changed[0]}: {letters[changed[0]]}\nDossier: {id_}\nOp: 2026-10-01\nGewijzigd: 2026-10-01T10:00:00+01:00\n"
                 f"{field['name']}: {(new := maker.value(field, keys))}\n\n")
    for i, (name, key, d, day, kept) in enumerate(goes):
        if name == changed[0]:
            goes[i] = (name, key, d, day, [(f, new if f == field["name"] else v) for f, v in kept])
    whole.append(f"Raadsel: RX1\nDossier: {id_}\nOp: 2026-01-01\nWat: {maker.word()}\n\n")
    whole.append(opening(consent))
    left = [opening(r) for r in goes if r[4]] + [opening(consent)]
    may_be_seen = set(re.findall(r"kanarie\d+x", "".join(left)))
    forbidden = set(re.findall(r"kanarie\d+x", "".join(whole))) - may_be_seen
    return "".join(whole), "".join(left), forbidden


def main():
    types = schema(sys.stdin.read().splitlines())
    maker = Maker(random.Random(int(sys.argv[2])))
    with open("vol.rec", "w") as vol, open("over.rec", "w") as over, open("verboden", "w") as verboden:
        for number in range(int(sys.argv[1])):
            whole, left, forbidden = dossier(types, maker, number)
            vol.write(whole)
            over.write(left)
            verboden.writelines(word + "\n" for word in sorted(forbidden))


main()
