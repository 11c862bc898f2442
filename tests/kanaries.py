"""Random dossiers and consents in which every value can be told apart, and what may go of them to Buurthuis.

kanaries.py COUNT SEED CHANGES < SCHEMA  (the schema is what gesprek-check --schema prints; CHANGES: how many later ones)
kanaries.py --vergelijk GOT EXPECTED     (records; says the first that differs, and ends with status 1)

Writes vol.rec, in which every type has a record with all its fields, some have more, some were changed later, with comments,
an unknown type and an unknown field; over.rec, the same dossiers with all that Buurthuis may not have taken out; verwacht.rec,
what is left when references to what is not there are gone too; verboden, the words that may not occur in any answer, in order.

What may go is worked out here once more, from the rules in gesprek(7) and not from the code: which consent spoke last about a
value, what must not be told, and what goes along with what.
"""

import random
import re
import sys

TODAY = "2026-11-22"
LIFE = ["wonen", "werken", "geld"]
WHOLLY = {"Domein", "Doel", "Recht", "Verwijzing"}
MORE = {"Doel": 3, "Stap": 4, "Gesprek": 2, "Recht": 2, "Verwijzing": 2, "Afspraak": 2, "Domein": 3}
WORD = re.compile(r"kanarie\d+x")


def schema(lines):
    """[(type, letter, [field])]; a field is a dict."""
    types, field = [], None
    for line in lines:
        if match := re.match(r"([A-Z][a-z]+)( \((.*)\))?$", line):
            letter = re.match(r"sleutels ([A-Z]+)1", match[3] or "")
            types.append((match[1], letter[1] if letter else "", [], match[3]))
        elif match := re.match(r"  ([A-Z]\w*) +(.+?) +([oibs]) (nodig )?( *vaker)?", line):
            field = {"name": match[1], "kind": match[2].strip(), "seen": match[3], "words": [], "many": bool(match[5])}
            types[-1][2].append(field)
        elif match := re.match(r"      (?:keuzes: |naar: )?(.*)", line):
            field["words"] += match[1].split()
    return [t[:3] for t in types if t[3] != "buiten het dossier"]


class Record:
    def __init__(self, type_, key, day, fields):
        self.type, self.key, self.day, self.fields = type_, key, day, fields  # [(field, value)]

    def values(self, name):
        return [v for f, v in self.fields if f["name"] == name]

    def field(self, name):
        return next((f for f, _ in self.fields if f["name"] == name), None)


def write(record, dossier, fields, unknown=""):
    lines = "".join(f"{f['name']}: " + v.replace("\n", "\n+ ") + "\n" for f, v in fields)
    return f"{record.type}: {record.key}\nDossier: {dossier}\nOp: {record.day}\n{lines}{unknown}\n"


# ---- what was said ----

class Said:
    """One word of the client, on a day: yes, no, over (a yes whose time is past) or duty (no consent needed)."""

    def __init__(self, day, order, what, words, niet):
        self.day, self.order, self.what, self.words, self.niet = day, order, what, set(words), niet

    def later_than(self, other):
        return (self.day, self.order) > (other.day, other.order)


class Oracle:
    """Whether a value may go."""

    def __init__(self, types, records, said):
        self.by_key = {r.key: r for r in records}
        self.type_fields = {name: {f["name"] for f in fields} for name, _, fields in types}
        self.types = {t[0] for t in types}
        self.said = said
        self.known = {}

    def about(self, r):
        """The record that says which part of life this is about, and the name of the field; or (r, None)."""
        fields = self.type_fields[r.type]
        if "Levensdomein" in fields:
            return r, "Levensdomein"
        if r.type == "Verwijzing":
            return r, "Nood"
        bij = r.field("Bij")
        if bij and bij["kind"] == "sleutel":
            to = self.by_key.get(r.values("Bij")[0])
            if to:
                if "Levensdomein" in self.type_fields[to.type]:
                    return to, "Levensdomein"
                return to, "Nood" if to.type == "Verwijzing" else None
        return r, None

    def parts(self, r):
        to, field = self.about(r)
        return to.values(field) if field else [to.key] if to.type == "Domein" else []

    def named(self, words, r, f):
        return r.type in words or f"{r.type}.{f['name']}" in words

    def wholly(self, r, f):
        if r.type == "Verwijzing" and f["name"] in ("Ervaring_client", "Terugkoppeling"):
            return False
        to, _ = self.about(r)
        return to.type in WHOLLY and (to is r or r.type == "Stap")

    def yes(self, s, r, f):
        parts = self.parts(r)
        return self.named(s.words, r, f) or (bool(parts) and self.wholly(r, f) and all(p in s.words for p in parts))

    def no(self, s, r, f):
        return self.named(s.words, r, f) or any(p in s.words for p in self.parts(r)) or (s.what == "no" and "alles" in s.words)

    def hits(self, word, r, f, value):
        if word in self.types or "." in word:
            return self.named({word}, r, f)
        return word in self.parts(r) or word in value

    def must_not(self, r, f, value):
        return any(self.hits(word, r, f, value) and
                   not any(o.what == "yes" and o.later_than(s) and word in o.words for o in self.said)
                   for s in self.said if s.what != "duty" for word in s.niet)

    def ground(self, r, f, value):
        for s in self.said:
            if s.what == "duty" and self.yes(s, r, f):
                return s
        last = None
        for s in self.said:
            if s.what != "duty" and (self.yes if s.what == "yes" else self.no)(s, r, f) and (not last or s.later_than(last)):
                last = s
        return None if not last or last.what != "yes" or self.must_not(r, f, value) else last

    def all_go(self, r, name):
        """All values of that field, and there is one; None: any value of any field."""
        may = [self.may(r, i) for i, (f, _) in enumerate(r.fields) if name in (None, f["name"])]
        return any(may) if name is None else bool(may) and all(may)

    def may(self, r, i):
        if (id(r), i) not in self.known:
            self.known[id(r), i] = self.find(r, i)
        return self.known[id(r), i]

    def find(self, r, i):
        f, value = r.fields[i]
        if f["seen"] in "is" or (f["seen"] == "b" and not ("Noodzaak" in self.type_fields[r.type] and self.all_go(r, "Noodzaak"))):
            return False
        s = self.ground(r, f, value)
        if not s or self.named(s.words, r, f):
            return bool(s)
        to, about = self.about(r)
        if to is r and about in (None, f["name"]):
            return True
        return self.all_go(to, about) and (to is r or f["name"] == "Bij" or self.all_go(r, "Bij"))


# ---- dossiers ----

class Maker:
    def __init__(self, rng, types):
        self.rng, self.types, self.count = rng, types, 0

    def word(self):
        self.count += 1
        return f"kanarie{self.count:08d}x"

    def day(self):
        return f"20{self.rng.randrange(20, 27)}-0{self.rng.randrange(1, 10)}-1{self.rng.randrange(10)}"

    def value(self, field, keys):
        kind, rng = field["kind"], self.rng
        if field["name"] in ("Levensdomein", "Nood") and rng.random() < 0.9:
            return rng.choice(LIFE)
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
            fit = [key for key, name in keys.items() if name in field["words"] or "*" in field["words"]]
            return rng.choice(fit) if fit else self.word()
        return self.word() + rng.choice(["", " en nog\n" + self.word()])

    def fields(self, name, fields, keys, share):
        made = []
        for f in fields:
            if (name, f["name"]) == ("Client", "Geboren"):  # a child does not decide: not what is tried here
                continue
            if (name, f["name"]) == ("Vertegenwoordiger", "Soort"):
                f = dict(f, words=["mentor"])
            if self.rng.random() > share and f["name"] not in ("Aan", "Levensdomein", "Nood", "Bij"):
                continue
            value = "Anderen" if (name, f["name"]) == ("Toestemming", "Aan") else self.value(f, keys)
            made.append((f, value))
            if f["name"] == "Levensdomein" and f["many"] and self.rng.random() < 0.5:
                other = self.value(f, keys)
                made += [(f, other)] if other != value else []
        return made

    def records(self):
        keys = {}
        for name, letter, _ in self.types:
            for n in range(MORE.get(name, 1)):
                keys[f"{letter}{n + 1}" if letter else LIFE[n]] = name
        by_name = {t[0]: t[2] for t in self.types}
        return [Record(name, key, self.day(), self.fields(name, by_name[name], keys, 1 if key[-1:] == "1" else 0.6))
                for key, name in keys.items()]

    def words(self, share):
        """What a consent is about: fields, types and parts of life."""
        rng = self.rng
        words = [f"{name}.{f['name']}" for name, _, fields in self.types for f in fields if rng.random() < share]
        words += [name for name, _, _ in self.types if rng.random() < share / 3]
        return words + [part for part in LIFE if rng.random() < share * 1.5]

    def niet(self, records):
        rng, niet = self.rng, []
        if rng.random() < 0.3:
            niet.append(rng.choice(self.words(0.3) or ["Doel"]))
        if rng.random() < 0.2:
            niet.append(rng.choice([w for r in records for _, v in r.fields for w in WORD.findall(v)]))
        return niet

    def consents(self, records):
        """[Record], [Said]: what Buurthuis was told yes and no to, and what others were."""
        rng, made, said = self.rng, [], []
        fields = {f["name"]: f for name, _, fs in self.types if name == "Toestemming" for f in fs}
        count = rng.randrange(1, 4)
        for n in range(count + 2):
            day = f"2026-0{n + 2}-05"
            kind = rng.choice(["yes"] * 5 + ["no", "gone", "over", "void"]) if n < count else "yes"
            to = "Buurthuis" if n < count else ["Buurthuis, koken", "De buren"][n - count]
            words = self.words(rng.choice([0.1, 0.3, 0.5]) if kind == "yes" else 0.05) or ["Doel"]
            if n < count and kind in ("no", "gone") and rng.random() < 0.05:
                words.append("alles")
            niet = self.niet(records) if n < count else []
            values = [("Aan", to), ("Waarvoor", "samen"), ("Uitkomst", "geweigerd" if kind == "no" else "gegeven"),
                      ("Gegeven_door", "client")]
            values += [("Waarover", w) for w in words] + [("Niet", w) for w in niet]
            values += [("Tot", "2026-11-21")] if kind == "over" else []
            values += [("Ingetrokken", f"2026-0{n + 2}-{rng.choice([20, 25])}")] if kind == "gone" else []
            made.append(Record("Toestemming", f"T9{n}", day, [(fields[f], v) for f, v in values]))
            made[-1].void = kind == "void"
            if n >= count or kind == "void":
                continue
            if kind == "gone":
                said.append(Said(values[-1][1], 0, "no", words, niet))
            said.append(Said(day, 1, {"yes": "yes", "over": "over"}.get(kind, "no"), words, niet))
        if rng.random() < 0.15:
            fields = {f["name"]: f for name, _, fs in self.types if name == "Verstrekking" for f in fs}
            words = self.words(0.1) or ["Doel"]
            values = [("Aan", "Buurthuis")] + [("Wat", w) for w in words] + \
                [("Grondslag", "wettelijke-plicht"), ("Reden", "gevaar"), ("Client_geinformeerd", "later")]
            made.append(Record("Verstrekking", "TV9", TODAY, [(fields[f], v) for f, v in values]))
            made[-1].void = False
            said.append(Said(TODAY, 2, "duty", words, []))
        return made, said

    def change(self, record, dossier):
        """An amendment, and the record as it becomes."""
        fit = [f for f, _ in record.fields if f["kind"] == "tekst" and f["name"] not in ("Aan", "Naam")]
        if not fit:
            return ""
        field = self.rng.choice([f for f in fit if f["name"] in ("Levensdomein", "Nood")] or fit)
        new, at = self.value(field, {}), next(i for i, (f, _) in enumerate(record.fields) if f is field)
        record.fields = [p for p in record.fields if p[0] is not field]
        record.fields.insert(at, (field, new))
        return f"{record.type}: {record.key}\nDossier: {dossier}\nOp: 2026-10-01\nGewijzigd: 2026-10-01T10:00:00+01:00\n" + \
            f"{field['name']}: " + new.replace("\n", "\n+ ") + "\n\n"

    def dossier(self, number, changes):
        """(whole, over, expected, words that may not be seen)"""
        id_, rng = f"d-{number}", self.rng
        records = self.records()
        whole = []
        for r in records:
            whole.append(f"# {self.word()}\n" + write(r, id_, r.fields, f"Verzonnen: {self.word()}\n"))
        free = [r for r in records if r.type not in ("Client", "Vertegenwoordiger", "Toestemming")]
        whole += [self.change(r, id_) for r in rng.sample(free, changes)]
        whole.append(f"Raadsel: RX1\nDossier: {id_}\nOp: 2026-01-01\nWat: {self.word()}\n\n")
        consents, said = self.consents(records)
        spoken = "".join(write(r, id_, r.fields) + (f"Toestemming: {r.key}\nDossier: {id_}\nOp: 2026-10-02\nVervallen: x\n\n"
                                                    if r.void else "") for r in consents)
        everything = records + [r for r in consents if not r.void]
        oracle = Oracle(self.types, everything, said)
        left = {r.key: [p for i, p in enumerate(r.fields) if oracle.may(r, i)] for r in everything}
        over = "".join(write(r, id_, left[r.key]) for r in records if left[r.key]) + spoken
        drop_references(left)
        expected = "".join(write(r, id_, left[r.key]) for r in everything if left[r.key])
        full = "".join(whole) + spoken
        return full, over, expected, set(WORD.findall(full)) - set(WORD.findall(expected))


def drop_references(left):
    """A key says that there is such a record, so it goes only where that does; until nothing changes."""
    again = True
    while again:
        again = False
        for key, fields in left.items():
            kept = [(f, v) for f, v in fields
                    if not (f["kind"] == "sleutel" or (f["kind"].startswith("sleutel") and re.fullmatch(r"[A-Z]+\d+", v)))
                    or left.get(v)]
            again = again or len(kept) < len(fields)
            left[key] = kept


# ---- comparing ----

def parse(path):
    """Every record as a line of text, in an order of its own."""
    with open(path, encoding="utf-8") as file:
        return sorted(file.read().split("\n\n"))


def compare(got, expected):
    extra, missing = set(got) - set(expected), set(expected) - set(got)
    for what, records in (("te veel", extra), ("te weinig", missing)):
        if records:
            print(f"{what}:\n{sorted(records)[0]}")
    return bool(extra or missing)


def main():
    if sys.argv[1] == "--vergelijk":
        sys.exit(compare(parse(sys.argv[2]), parse(sys.argv[3])))
    types = schema(sys.stdin.read().splitlines())
    maker = Maker(random.Random(int(sys.argv[2])), types)
    with open("vol.rec", "w") as vol, open("over.rec", "w") as over, open("verwacht.rec", "w") as expected, \
            open("verboden", "w") as forbidden:
        for number in range(int(sys.argv[1])):
            whole, less, kept, words = maker.dossier(number, int(sys.argv[3]))
            vol.write(whole)
            over.write(less)
            expected.write(kept)
            forbidden.writelines(word + "\n" for word in sorted(words))


main()
