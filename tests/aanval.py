"""Attacks what is printed of counts, by linear programming: what can be said of each hidden cell?

test-bescherming tabellen HOEVEEL N | aanval.py

Reads, for each table, `rijen` with the rows of each grouping, and for each count NAME:WITHIN,... with TRUE/PRINTED of each
cell, `.` when hidden. A name that ends in `personen` counts persons. The attacker has the printed numbers and every
relation: a number r is a count from max(10, r - 2) to r + 2; the rows of each grouping add up to the total; persons are at
most the sum of the rows and at least each row; each cell is at most those that it is within; there are persons where
there are trajecten; and of some of the trajecten no more are second ones of a person than of all. Prints how many cells were
attacked and the narrowest; every hidden cell that has fewer than 5 numbers is told, and ends it with 1. Ends with 77 when
scipy is not there.
"""

import random
import sys

try:
    import numpy
    from scipy.optimize import linprog
    from scipy.sparse import csr_matrix
except ImportError:
    print("python3-scipy is er niet")
    sys.exit(77)

ENOUGH = 5
LARGE = 5000  # as good as any number


class Table:
    """One table: `cell[name]` is the place of its first cell."""

    def __init__(self, rows, lines):
        self.rows, self.each = rows, sum(rows)
        self.within, self.cell, self.true, self.printed = {}, {}, [], []
        for word, *cells in lines:
            name, _, within = word.partition(":")
            self.within[name] = [w for w in within.split(",") if w]
            self.cell[name] = len(self.true)
            pairs = [cell.split("/") for cell in cells]
            self.true += [int(t) for t, _ in pairs]
            self.printed += [None if r == "." else int(r) for _, r in pairs]

    def hidden(self):
        return [i for i, r in enumerate(self.printed) if r is None]

    def bounds(self):
        bounds = [(0, LARGE) if r is None else (max(10, r - 2), r + 2) for r in self.printed]
        for name, persons in self.pairs():
            for a, p in zip(self.range(name), self.range(persons)):
                if bounds[a][0] > 0:
                    bounds[p] = max(1, bounds[p][0]), bounds[p][1]
        return bounds

    def range(self, name):
        return range(self.cell[name], self.cell[name] + self.each)

    def pairs(self):
        """(trajecten, their persons)"""
        return [(ps[0], name) for name, ps in self.within.items() if name.endswith("personen")]

    def relations(self):
        """(equal, at most): lists of {cell: factor}, each summing to 0 or to at most 0."""
        equal, most = [], []
        for name, first in self.cell.items():
            start = first + 1
            for count in self.rows[1:]:
                here = range(start, start + count)
                if count == 0:
                    continue
                line = {first: 1, **{i: -1 for i in here}}
                (most if name.endswith("personen") else equal).append(line)
                if name.endswith("personen"):
                    most += [{i: 1, first: -1} for i in here]
                start += count
            for within in self.within[name]:
                most += [{i: 1, j: -1} for i, j in zip(self.range(name), self.range(within))]
        persons = dict(self.pairs())
        for part, whole in [(p, w) for p in persons for w in self.within[p]]:
            ranges = map(self.range, (part, persons[part], whole, persons[whole]))
            most += [{a: 1, p: -1, b: -1, q: 1} for a, p, b, q in zip(*ranges)]
        return equal, most


def matrix(lines, columns):
    data = [(factor, at, column) for at, line in enumerate(lines) for column, factor in line.items()]
    values, at, column = zip(*data)
    return csr_matrix((values, (at, column)), shape=(len(lines), columns))


def check_true(true, equal, most, bounds):
    """The truth must be one of the attacker's tables, or he attacks something else."""
    value = lambda line: sum(true[i] * factor for i, factor in line.items())
    assert all(value(line) == 0 for line in equal) and all(value(line) <= 0 for line in most), true
    assert all(low <= t <= high for t, (low, high) in zip(true, bounds)), true


def narrowest(table):
    """(numbers, cell) of each hidden cell; a cell that has enough in the tables met on the way is not asked further."""
    bounds = table.bounds()
    equal, most = table.relations()
    check_true(table.true, equal, most, bounds)
    count = len(table.true)
    system = {"A_ub": matrix(most, count), "b_ub": numpy.zeros(len(most)), "bounds": bounds, "method": "highs"}
    if equal:
        system |= {"A_eq": matrix(equal, count), "b_eq": numpy.zeros(len(equal))}
    seen_low, seen_high = numpy.array(table.true, float), numpy.array(table.true, float)

    def solve(goal):
        found = linprog(goal, **system)
        assert found.status == 0, found.message
        numpy.minimum(seen_low, found.x, out=seen_low)
        numpy.maximum(seen_high, found.x, out=seen_high)

    def numbers(cell):
        return int(seen_high[cell] + 1e-6) - int(seen_low[cell] + 1 - 1e-6) + 1

    for _ in range(4):
        goal = numpy.zeros(count)
        for cell in table.hidden():
            goal[cell] = random.choice((-1, -0.1, 0.1, 1))
        solve(goal)
        solve(-goal)
    for cell in table.hidden():
        for sign in (1, -1):
            if numbers(cell) < ENOUGH:
                goal = numpy.zeros(count)
                goal[cell] = sign
                solve(goal)
        yield numbers(cell), cell


def tables_of(lines):
    table = []
    for line in lines:
        if line[0] == "rijen" and table:
            yield table
            table = []
        table.append(line)
    yield table


def main():
    attacked, tables, least, faults = 0, 0, LARGE, 0
    random.seed(1)
    for head, *lines in tables_of(line.split() for line in sys.stdin):
        table = Table([int(n) for n in head[1:]], lines)
        tables += 1
        for numbers, cell in narrowest(table):
            attacked += 1
            least = min(least, numbers)
            if numbers < ENOUGH:
                faults += 1
                print("cel %d van %s, %d getallen:" % (cell % table.each, lines[cell // table.each][0], numbers))
                print("", *(" ".join(line) for line in [head, *lines]), sep="\n  ")
    print("%d tabellen, %d verborgen cellen, %d te nauw, minstens %d getallen" % (tables, attacked, faults, least))
    return 1 if faults or not attacked else 0


sys.exit(main())
