"""Attacks what is printed of counts, by linear programming: what can be said of each hidden cell?

test-bescherming tabellen HOEVEEL N | aanval.py

Reads, for each table, the rows of each grouping and TRUE/PRINTED of each cell, `.` when hidden. The attacker has the
printed numbers and every relation: a number r is a count from max(10, r - 2) to r + 2; the trajecten of each grouping add
up to the total; personen are at most the sum of the rows and at least each row, at most the trajecten, and at least 1
where trajecten are printed. Prints how many cells were attacked and the narrowest; every hidden cell that has fewer than
5 numbers is told, and ends it with 1. Ends with 77 when scipy is not there.
"""

import sys

try:
    import numpy
    from scipy.optimize import linprog
    from scipy.sparse import csr_matrix
except ImportError:
    print("python3-scipy is er niet")
    sys.exit(77)

ENOUGH = 5


def relations(rows, bounds):
    """(equal, at most): lists of {cell: factor}, each summing to 0 or to at most 0. Personen stand after trajecten."""
    cells = sum(rows)
    equal, most = [], []
    start = 1
    for count in rows[1:]:
        here = range(start, start + count)
        equal.append({0: -1, **{i: 1 for i in here}})
        most.append({cells: 1, **{cells + i: -1 for i in here}})
        most += [{cells + i: 1, cells: -1} for i in here]
        start += count
    most += [{cells + i: 1, i: -1} for i in range(cells)]
    return equal, most


def matrix(lines, columns):
    data = [(factor, at, column) for at, line in enumerate(lines) for column, factor in line.items()]
    values, at, column = zip(*data)
    return csr_matrix((values, (at, column)), shape=(len(lines), columns))


def bounds_of(printed):
    half = len(printed) // 2
    bounds = []
    for i, r in enumerate(printed):
        known = i >= half and printed[i - half] is not None
        bounds.append((1 if known else 0, None) if r is None else (max(10, r - 2), r + 2))
    return bounds


def check_true(true, equal, most, bounds):
    """The truth must be one of the attacker's tables, or he attacks something else."""
    value = lambda line: sum(true[i] * factor for i, factor in line.items())
    assert all(value(line) == 0 for line in equal) and all(value(line) <= 0 for line in most), true
    assert all(low <= t and (high is None or t <= high) for t, (low, high) in zip(true, bounds)), true


def narrowest(true, printed, rows):
    """(numbers, cell) of each hidden cell."""
    bounds = bounds_of(printed)
    equal, most = relations(rows, bounds)
    check_true(true, equal, most, bounds)
    count = len(printed)
    system = {"A_eq": matrix(equal, count), "b_eq": numpy.zeros(len(equal)), "A_ub": matrix(most, count),
              "b_ub": numpy.zeros(len(most)), "bounds": bounds, "method": "highs"}
    for cell in (i for i, r in enumerate(printed) if r is None):
        goal = numpy.zeros(count)
        goal[cell] = 1
        low = linprog(goal, **system)
        goal[cell] = -1
        high = linprog(goal, **system)
        top = -high.fun if high.status == 0 else float("inf")
        assert low.status == 0 and high.status in (0, 3), (low.message, high.message)
        yield (int(top + 1e-6) - int(low.fun + 1 - 1e-6) + 1 if top < 1e9 else ENOUGH * 1000), cell


def main():
    lines = [line.split() for line in sys.stdin]
    attacked, tables, least, faults = 0, 0, ENOUGH * 1000, 0
    for head, *atoms in zip(lines[::3], lines[1::3], lines[2::3]):
        pairs = [word.split("/") for atom in atoms for word in atom[1:]]
        true = [int(t) for t, _ in pairs]
        printed = [None if r == "." else int(r) for _, r in pairs]
        tables += 1
        for numbers, cell in narrowest(true, printed, [int(n) for n in head[1:]]):
            attacked += 1
            least = min(least, numbers)
            if numbers < ENOUGH:
                faults += 1
                print("cel %d, %d getallen:" % (cell, numbers), head, atoms)
    print("%d tabellen, %d verborgen cellen, minstens %d getallen" % (tables, attacked, least))
    return 1 if faults or not attacked else 0


sys.exit(main())
