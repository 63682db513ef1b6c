"""Links on an iceberg: calm curves from causes to what they carry, behind the cards, so that no words are crossed."""

import math
from collections.abc import Iterable, Mapping, Sequence

from workshop.model.iceberg.chains import Tie
from workshop.model.iceberg.drawing import Point
from workshop.model.picture import Placed, Stroke
from workshop.model.record import Id

_SMOOTH = (6, 24)  # straight pieces of a curve, the fewest and the most


def links(ties: Iterable[Tie], cards: Mapping[Id, Placed], unit: float) -> list[Stroke]:
    """A curve for each link whose cards are on this page, spread along their edges so that arrows stand apart."""
    there = [(start, end) for start, end in ties if start in cards and end in cards]
    leaves: dict[tuple[Id, str], list[Id]] = {}
    for start, end in there:
        out, into = _sides(cards[start], cards[end])
        leaves.setdefault((start, out), []).append(end)
        leaves.setdefault((end, into), []).append(start)
    anchors: dict[tuple[Id, str, Id], Point] = {}
    for (id, side), others in leaves.items():
        others.sort(key=lambda other: (cards[other].x, cards[other].y))
        for number, other in enumerate(others, 1):
            anchors[id, side, other] = _anchor(cards[id], side, number / (len(others) + 1))
    found = []
    for start, end in there:
        out, into = _sides(cards[start], cards[end])
        found += _arrow(f"{start}>{end}", anchors[start, out, end], anchors[end, into, start], unit, out)
    return found


def _sides(cause: Placed, carried: Placed) -> tuple[str, str]:
    """Which side a link leaves its cause from, and where it comes in."""
    if cause.y >= carried.y + carried.height:
        return "top", "bottom"
    if cause.y + cause.height <= carried.y:
        return "bottom", "top"
    return ("left", "right") if cause.x > carried.x else ("right", "left")


def _anchor(placed: Placed, side: str, part: float) -> Point:
    if side in ("top", "bottom"):
        return placed.x + placed.width * (0.12 + 0.76 * part), placed.y + (0.0 if side == "top" else placed.height)
    return placed.x + (0.0 if side == "left" else placed.width), placed.y + placed.height * part


def _arrow(id: str, start: Point, end: Point, unit: float, side: str) -> tuple[Stroke, Stroke]:
    """A curve that leaves and arrives at right angles to the cards' sides, and its head."""
    (ax, ay), (bx, by) = start, end
    upright = side in ("top", "bottom")
    way = (0.0, math.copysign(1.0, by - ay)) if upright else (math.copysign(1.0, bx - ax), 0.0)
    head = unit * 0.42
    neck = (bx - way[0] * head, by - way[1] * head)
    along, across = (abs(by - ay), abs(bx - ax)) if upright else (abs(bx - ax), abs(by - ay))
    reach = max(along * 0.45, min(unit * 1.6, across * 0.3))
    one = (ax + way[0] * reach, ay + way[1] * reach)
    two = (neck[0] - way[0] * reach, neck[1] - way[1] * reach)
    count = 1 if across < 1 else round(min(max(_SMOOTH[0], math.hypot(along, across) / unit), _SMOOTH[1]))
    line = (*(smooth(start, one, two, neck, number / count) for number in range(count + 1)), end)
    return headed(id, line, head, max(1.2, unit * 0.085))


def headed(id: str, line: Sequence[Point], size: float, width: float) -> tuple[Stroke, Stroke]:
    """A line that ends in an arrowhead of a size, whose tip is its last point."""
    (x, y), before = line[-1], line[-2]
    long = math.dist(before, (x, y)) or 1.0
    way = ((x - before[0]) / long, (y - before[1]) / long)
    neck = (x - way[0] * size, y - way[1] * size)
    aside = (way[1] * size * 0.5, way[0] * size * 0.5)
    tips = ((x, y), (neck[0] + aside[0], neck[1] - aside[1]), (neck[0] - aside[0], neck[1] + aside[1]))
    return (
        Stroke(f"tie:{id}", (*line[:-1], neck), "tie", width),
        Stroke(f"arrow:{id}", tips, "tie", width * 0.5, closed=True, tone="tie"),
    )


def smooth(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    """The point so far along a curve from `a` to `d`, drawn towards the two between."""
    u = 1 - t
    one, two, three, four = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
    return (one * a[0] + two * b[0] + three * c[0] + four * d[0], one * a[1] + two * b[1] + three * c[1] + four * d[1])
