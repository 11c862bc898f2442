"""Reads an SVG of ours as a picture, from its own numbers: what lies over what, and what runs out.

meetkunde.py FILE... prints `goed`, the number of texts and of rectangles, and how far the one slanted line falls;
                     for each FILE, or every fault, a line each, and ends with 1

How wide a text is comes from DejaVu Sans, the widest font that is common; a letter outside ASCII counts as one em.
"""

import itertools
import math
import sys
import xml.etree.ElementTree as tree

SVG = "{http://www.w3.org/2000/svg}"

# U+0020 to U+007E in hundredths of the size.
PLAIN = """32 41 46 84 64 96 78 28 40 40 50 84 32 37 32 34 64 64 64 64 64 64 64 64 64 64 34 34 84 84 84 54 100 69 69 70 78 64 58 78
76 30 30 66 56 87 75 79 61 79 70 64 62 74 69 99 69 62 69 40 34 40 84 50 50 62 64 55 64 62 36 64 64 28 28 58 28 98 64 62 64 64 42
53 40 64 60 82 60 60 53 64 34 64 84""".split()
BOLD = """35 46 53 84 70 101 88 31 46 46 53 84 38 42 38 37 70 70 70 70 70 70 70 70 70 70 40 40 84 84 84 59 100 78 77 74 84 69 69 83
84 38 38 78 64 100 84 86 74 86 78 73 69 82 78 111 78 73 73 46 37 46 84 50 50 68 72 60 72 68 44 72 72 35 35 67 35 105 72 69 72 72 50
60 48 72 66 93 65 66 59 72 37 72 84""".split()


def text_box(element):
    """Left, top, right, bottom."""
    x, y, size = (int(element.get(name)) for name in ("x", "y", "font-size"))
    widths = BOLD if element.get("font-weight") == "bold" else PLAIN
    hundredths = sum(int(widths[ord(c) - 32]) if " " <= c <= "~" else 100 for c in element.text or "")
    width = hundredths * size / 100
    left = x - width * {"middle": 0.5, "end": 1}.get(element.get("text-anchor"), 0)
    return left, y - 0.8 * size, left + width, y + 0.24 * size


def rectangle(element):
    x, y, width, height = (int(element.get(name)) for name in ("x", "y", "width", "height"))
    return x, y, x + width, y + height


def overlap(a, b):
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def inside(a, b):
    return b[0] <= a[0] and a[2] <= b[2] and b[1] <= a[1] and a[3] <= b[3]


def on_segment(box, line):
    """Whether any part of the line is in the box: what is left of it between the four sides."""
    x1, y1, x2, y2 = line
    least, most = 0.0, 1.0
    for start, way, low, high in ((x1, x2 - x1, box[0], box[2]), (y1, y2 - y1, box[1], box[3])):
        if way == 0:
            if not low < start < high:
                return False
            continue
        ends = sorted(((low - start) / way, (high - start) / way))
        least, most = max(least, ends[0]), min(most, ends[1])
    return least < most


def points_of(element):
    return [tuple(int(n) for n in pair.split(",")) for pair in element.get("points").split()]


def round_box(element):
    """Left, top, right, bottom of a circle or an ellipse."""
    x, y = int(element.get("cx")), int(element.get("cy"))
    wide, high = int(element.get("rx") or element.get("r")), int(element.get("ry") or element.get("r"))
    return x - wide, y - high, x + wide, y + high


def outline(element):
    """A circle or an ellipse as a chain of short lines."""
    left, top, right, bottom = round_box(element)
    turns = [2 * math.pi * i / 120 for i in range(121)]
    return [((left + right + (right - left) * math.cos(t)) / 2, (top + bottom + (bottom - top) * math.sin(t)) / 2)
            for t in turns]


def chains(root):
    """Everything that is drawn and is no text, rectangle or single line, as chains of points."""
    for element in root.iter():
        if element.tag == SVG + "polyline":
            yield points_of(element)
        elif element.tag == SVG + "polygon":
            yield points_of(element) + points_of(element)[:1]
        elif element.tag in (SVG + "circle", SVG + "ellipse"):
            yield outline(element)


def chain_faults(root):
    """Arcs and zigzags through a text or out of the sheet; balls (circles that hold no letter) over one another."""
    sheet = tuple(float(word) for word in root.get("viewBox").split())
    texts = [(text_box(e), e.text) for e in root.iter(SVG + "text")]
    for chain in chains(root):
        left, right = min(x for x, _ in chain), max(x for x, _ in chain)
        top, bottom = min(y for _, y in chain), max(y for _, y in chain)
        if not inside((left, top, right, bottom), sheet):
            yield f"loopt uit het beeld: {chain[0]}"
        for box, text in texts:
            if overlap(box, (left, top, right, bottom)):
                yield from (f"een boog of zigzag door: {text}" for a, b in zip(chain, chain[1:]) if on_segment(box, (*a, *b)))
    balls = [round_box(e) for e in root.iter(SVG + "circle") if int(e.get("r")) > 2]
    for a, b in itertools.combinations(balls, 2):
        if math.hypot(a[0] + a[2] - b[0] - b[2], a[1] + a[3] - b[1] - b[3]) < a[2] - a[0] + b[2] - b[0]:
            yield f"rondjes over elkaar: {a} / {b}"


def distance(point, line):
    x, y = point
    x1, y1, x2, y2 = line
    length = (x2 - x1) ** 2 + (y2 - y1) ** 2
    at = max(0, min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length)) if length else 0
    return math.hypot(x1 + at * (x2 - x1) - x, y1 + at * (y2 - y1) - y)


def tie_faults(root):
    """For an ecogram: the line of one through the symbol of another."""
    lines = [tuple(int(e.get(n)) for n in ("x1", "y1", "x2", "y2")) for e in root.iter(SVG + "line")]
    for ball in (round_box(e) for e in root.iter(SVG + "circle") if e.get("r") == "7"):
        middle, half = ((ball[0] + ball[2]) / 2, (ball[1] + ball[3]) / 2), 7
        for line in lines:
            own = min(math.dist(middle, line[:2]), math.dist(middle, line[2:])) < 2 * half
            if not own and distance(middle, line) < half:
                yield f"een lijn door een rondje: {line}"


def faults(root):
    sheet = tuple(float(word) for word in root.get("viewBox").split())
    texts = [(text_box(e), e.text) for e in root.iter(SVG + "text")]
    boxes = [rectangle(e) for e in root.iter(SVG + "rect") if e.get("x")]
    lines = [tuple(int(e.get(n)) for n in ("x1", "y1", "x2", "y2")) for e in root.iter(SVG + "line")]
    frames = [b for b in boxes if any(inside((box[0], box[3], box[0], box[3]), b) for box, _ in texts)]

    for box, text in texts:
        if not inside(box, sheet):
            yield f"loopt uit het beeld: {text}"
        yield from (f"een lijn door: {text}" for line in lines if on_segment(box, line))
        for frame in frames:
            if overlap(box, frame) and not inside(box, frame):
                yield f"loopt uit zijn blok: {text}"
    for (a, one), (b, other) in itertools.combinations(texts, 2):
        if overlap(a, b):
            yield f"over elkaar: {one} / {other}"
    for a, b in itertools.combinations(boxes, 2):
        if overlap(a, b) and not inside(a, b) and not inside(b, a):
            yield f"blokken over elkaar: {a} / {b}"
    for box in boxes:
        if not inside(box, sheet):
            yield f"blok uit het beeld: {box}"
        yield from (f"een lijn door een blok: {box}" for line in lines if on_segment(box, line))
        small = box not in frames
        if small and any(overlap(box, text) for text, _ in texts):
            yield f"een blokje over tekst: {box}"
    for line in lines:
        if not all(sheet[0] <= x <= sheet[2] and sheet[1] <= y <= sheet[3] for x, y in (line[:2], line[2:])):
            yield f"lijn uit het beeld: {line}"


def measure(name):
    root = tree.parse(name).getroot()
    found = [*faults(root), *chain_faults(root), *(tie_faults(root) if "ecogram" in name else ())]
    if found:
        print("\n".join(found))
        return 1
    slanted = [int(e.get("y1")) - int(e.get("y2")) for e in root.iter(SVG + "line")
               if e.get("x1") != e.get("x2") and e.get("y1") != e.get("y2")]
    rectangles = sum(1 for e in root.iter(SVG + "rect") if e.get("x"))
    print("goed", len(list(root.iter(SVG + "text"))), rectangles, sum(slanted))
    return 0


def main():
    return max(measure(name) for name in sys.argv[1:])


sys.exit(main())
