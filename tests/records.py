"""Records for the tests, read in a second way: a plain parser of recfiles, as far as recsel and gesprek-stavaza write them.

records.py values             every field of standard input, a line each: dossier, type, key, field, value (as JSON)
records.py once               the records of standard input whose key comes once and that amend nothing, as they are
records.py shorten DIR FILE   for every Op in FILE the journal as it was on that day, DIR/op-DAY.rec, and for every moment
                              of booking DIR/geboekt-MOMENT.rec
records.py backwards          the days of the journal on standard input in the wrong order, each day's records in their own
"""

import collections
import datetime
import json
import sys


def raw_records(text):
    """The records of a journal without odd spacing, as text."""
    return [part + "\n\n" for part in text.rstrip("\n").split("\n\n") if part.strip()]


def fields(record):
    """(name, value) of a record; comments are passed over."""
    found = []
    for line in record.rstrip("\n").split("\n"):
        if line.startswith("#"):
            continue
        if line.startswith("+"):
            found[-1][1] += "\n" + (line[2:] if line[1:2] == " " else line[1:])
        else:
            name, value = line.split(":", 1)
            found.append([name, value[1:] if value[:1] == " " else value])
    return found


def value_of(record, name):
    return next((value for field, value in fields(record) if field == name), None)


def identity(record):
    found = fields(record)
    return value_of(record, "Dossier"), found[0][0], found[0][1]


def values(text):
    for record in raw_records(text):
        for name, value in fields(record)[1:]:
            print(*identity(record), name, json.dumps(value), sep="\t")


def once(text):
    records = raw_records(text)
    times = collections.Counter(identity(r) for r in records)
    print("".join(r for r in records if times[identity(r)] == 1 and value_of(r, "Gewijzigd") is None), end="")


def booked(record):
    moment = value_of(record, "Geboekt") or value_of(record, "Gewijzigd")
    return datetime.datetime.fromisoformat(moment)


def shorten(directory, text):
    records = raw_records(text)
    for day in {value_of(r, "Op") for r in records}:
        with open(f"{directory}/op-{day}.rec", "w", encoding="utf-8") as out:
            out.writelines(r for r in records if value_of(r, "Op") <= day)
    for moment in {booked(r) for r in records}:
        with open(f"{directory}/geboekt-{moment.isoformat()}.rec", "w", encoding="utf-8") as out:
            out.writelines(r for r in records if booked(r) <= moment)


def backwards(text):
    records = raw_records(text)
    for day in sorted({value_of(r, "Op") for r in records}, reverse=True):
        print("".join(r for r in records if value_of(r, "Op") == day), end="")


def main():
    if sys.argv[1] == "shorten":
        with open(sys.argv[3], encoding="utf-8") as journal:
            shorten(sys.argv[2], journal.read())
    else:
        {"values": values, "once": once, "backwards": backwards}[sys.argv[1]](sys.stdin.read())


main()
