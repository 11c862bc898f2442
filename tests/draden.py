#!/usr/bin/env python3
"""draden.py DIR SEED [DOSSIERS]: journals in DIR with everything that a reader minds, in places that the seed decides.

Prints the operands, in order, a line each: files and directories, of which some do not exist. With a seed of 0 there is nothing
wrong with any of them.
"""
import os
import random
import sys

VALUES = ["Ik wil op mijzelf wonen.", "Zij belt\n+ elke week\n+\n+ met haar zus.", "een regel \\\ndie doorgaat", "café, œuvre"]


def record(type_, key, dossier, day, *more):
    return f"{type_}: {key}\nDossier: {dossier}\nOp: 2026-0{1 + day // 28 % 9}-{1 + day % 28:02}\n" + "".join(more) + "\n"


def opening(dossier, rng):
    return record("Melding", "M1", dossier, 0, "Door: m.devries\nGeboekt: 2026-01-01T10:00:00+01:00\n", f"Vraag: {rng.choice(VALUES)}\n",
                  f"Gemeente: {rng.choice(['0356', '0363', '11002'])}\nKader: {rng.choice(['wmo', 'jeugdwet'])}\n")


def goal(dossier, number, rng):
    return record("Doel", f"D{number}", dossier, rng.randrange(200), "Geboekt: 2026-01-01T10:00:00+01:00\n", f"Tekst: {rng.choice(VALUES)}\n",
                  f"Akkoord: Emma\nStatus: {rng.choice(['open', 'bezig', 'behaald'])}\n")


def whole(dossier, rng):
    return [opening(dossier, rng)] + [goal(dossier, i + 1, rng) for i in range(rng.choice([0, 1, 2, 5, 30]))]


def harmless(dossier, rng):
    """What may stand anywhere between records."""
    return rng.choice(["\n", " \t\n", "# een woord\n", "# einde \\\n\n", "\ufeff", "%rec: Doel\n\n", "\n\n\n",
                       f"Organisatie: O1\nNaam: {dossier}\n\n", "# \\\n"])


def wrong(dossier, others, rng):
    """A record, or a piece of one, that a reader has something to say about."""
    other = rng.choice(others) if others else dossier
    return rng.choice([
        "Doel: D77\nOp: 2026-03-01\nTekst: van niemand\n\n",
        "dit is geen veld\n\n",
        "+ dit ook niet\n",
        record("Doel", "D1", dossier, 3, "Geboekt: 2026-01-01T10:00:00+01:00\nTekst: dubbel\n"),
        record("Doel", "D78", dossier, 400, "Op: 2026-02-30\n"),
        record("Melding", "M9", other, 5, "Vraag: terug\n"),
        record("Doel", "D79", dossier, 5, "Melding: M1\n"),
        record("Doel", "D80", dossier, 5, "Tekst: een nul \0 en \udcff\n"),
        record("Doel", "D81", dossier, 5, "Status: verzonnen\n"),
        record("Doel", "D82", "fout nummer", 5),
        "<<<<<<< HEAD\n\n", "# \0\n", "\udcff\n", "Tekst: los \\\n\n\n", "Dossier: \n\n",
        f"Doel: D83\nDossier: {dossier}\nOp: 2026-03-01\nTekst: aan elkaar\nDoel: D84\nDossier: {dossier}\nOp: 2026-03-02\n\n",
        f"Doel: D85\nDossier: {dossier}\nOp: 2026-03-01\nTekst: {'x' * ((1 << 20) + 9)}\n\n" if rng.random() < 0.1 else "\n",
        f"Doel: D86\nTekst: {'x' * ((1 << 20) + 9)}\nDossier: {dossier}\n\n" if rng.random() < 0.1 else "\n",
    ])


def pieces(seed, count, rng):
    """The stream, as pieces between which a file may end; each with a dossier that it may be named after."""
    ids = [f"2026-{i:04}" for i in range(count)]
    for at, dossier in enumerate(ids):
        for piece in whole(dossier, rng):
            if rng.random() < 0.1:
                yield dossier, harmless(dossier, rng)
            if seed and rng.random() < 0.02:
                yield dossier, wrong(dossier, ids[:at], rng)
            if seed and rng.random() < 0.05:
                piece = piece.replace("\n", "\r\n")
            if seed and rng.random() < 0.01:
                piece = piece[:rng.randrange(len(piece))]
            yield dossier, piece


def write(path, text):
    with open(path, "wb") as file:
        file.write(text.encode("utf-8", "surrogateescape"))


def main():
    directory, seed = sys.argv[1], int(sys.argv[2])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 60
    rng = random.Random(seed)
    often = rng.choice([0.0, 0.02, 0.3, 0.8])
    operands, text, number, inside = [], "", 0, None
    last = None
    for dossier, piece in pieces(seed, count, rng):
        if text and rng.random() < (often if dossier == last or not seed else often * 2):
            if seed and rng.random() < 0.1:
                text = text.rstrip("\n")
            number += 1
            if rng.random() < 0.1:
                inside = os.path.join(directory, f"m{number}") if inside is None else None
                if inside:
                    os.mkdir(inside)
                    operands.append(inside)
            # In a directory the order of names is that of reading.
            own = rng.random() < 0.5 and (seed or not inside)
            name = f"{last}.rec" if own else f"f{number:04}.rec"
            path = os.path.join(inside or directory, name)
            if os.path.exists(path):
                path = os.path.join(inside or directory, f"g{number:04}.rec")
            write(path, text)
            if not inside:
                operands.append(path)
            text = ""
            if seed and rng.random() < 0.03:
                operands.append(os.path.join(directory, f"weg{number}.rec"))
            if seed and rng.random() < 0.05:
                write(os.path.join(directory, f"leeg{number}.rec"), "")
                operands.append(os.path.join(directory, f"leeg{number}.rec"))
            if seed and inside and rng.random() < 0.1:
                os.symlink("nergens", os.path.join(inside, f"g{number:04}-los.rec"))
        text += piece
        last = dossier
    write(os.path.join(directory, "slot.rec"), text)
    operands.append(os.path.join(directory, "slot.rec"))
    print("\n".join(operands))


main()
