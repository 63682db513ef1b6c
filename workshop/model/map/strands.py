"""How a band runs between two boxes, and what each kind of band looks like, also in black and white."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, reduce
from itertools import chain, pairwise, repeat
from operator import or_
from typing import ClassVar, NamedTuple

from workshop.model.map.ground import Box, Point
from workshop.model.picture import Stroke

INKS = {  # others are drawn in ink
    "works": "accent",
    "weak": "muted",
    "clashes": "late",
    "missing": "warning",
    "round": "ink",
}
_BOWS = (0.0, 0.12, -0.12, 0.26, -0.26)  # how far a band bends aside, in parts of its length
_LARGE = 3  # the first of the large bows
_CURVE = 12  # straight pieces in a bend
_STRIDE = 1.5  # squares from one look to the next: what stands in the way covers two at least, or nearly
_REMEMBERED, _MOST = 12, 2000  # grounds, and bands on one

Square = int  # down, in so many squares across
_ACROSS = 1 << 20


class _Tried(NamedTuple):
    """The ways that were tried for a band, each which of the bows and its squares, and which of them was the best."""

    ways: tuple[tuple[int, tuple[Square, ...]], ...]
    best: int
    free: bool  # the last one crosses nothing
    looked: frozenset[Square]  # all their squares


class _Band(NamedTuple):
    """A band between two boxes, as it was led."""

    start: Box
    end: Box
    strokes: list[Stroke]
    tried: _Tried


@dataclass
class _Led:
    """What lies on a ground, each box with a bit in the squares that it covers, and how bands run there."""

    boxes: dict[Box, int] = field(default_factory=dict)
    lies: dict[Square, int] = field(default_factory=dict)
    bands: dict[tuple[str, str, str], _Band] = field(default_factory=dict)  # by id, kind and ink

    def crossed(self, squares: tuple[Square, ...], others: int) -> int:
        """How many of the other boxes a way runs behind."""
        return (reduce(or_, map(self.lies.get, squares, repeat(0))) & others).bit_count()

    def stays(self, band: _Band) -> bool:
        """Whether a band would go as before: of the ways that were tried the same one is the best, and it is enough."""
        tried, others = band.tried, ~(self.boxes[band.start] | self.boxes[band.end])
        least, best = math.inf, 0
        for n, (bow, squares) in enumerate(tried.ways):
            if not least or (bow >= _LARGE and not best):
                return False
            if (crossed := self.crossed(squares, others)) < least:
                least, best = crossed, n
        return best == tried.best and tried.free == (not least)

    def become(self, boxes: set[Box], side: float) -> None:
        """Let other boxes lie here, and forget the bands that go another way for it."""
        more, less = boxes - self.boxes.keys(), self.boxes.keys() - boxes
        if not more and not less:
            return
        for box in less:
            bit = self.boxes.pop(box)
            for square in _covered(box, side):
                self.lies[square] ^= bit
        used = sum(self.boxes.values())
        for box in more:
            self.boxes[box] = bit = ~used & (used + 1)  # the first that is free
            used |= bit
            for square in _covered(box, side):
                self.lies[square] = self.lies.get(square, 0) | bit
        differ = {square for box in (*more, *less) for square in _covered(box, side)}
        kept = {
            key: band
            for key, band in self.bands.items()
            if band.tried.looked.isdisjoint(differ)
            or (band.start in self.boxes and band.end in self.boxes and self.stays(band))
        }
        self.bands = kept if len(kept) < _MOST else {}


def _covered(box: Box, side: float) -> list[Square]:
    across = range(int(box[0] // side), int(box[2] // side) + 1)
    return [y * _ACROSS + x for y in range(int(box[1] // side), int(box[3] // side) + 1) for x in across]


class Ways:
    """Where bands run on one map: around boxes where that can be, in bounds, and as straight as it gets.

    What lies where is looked up in squares. How each band ran is remembered until the next map on the same ground, so
    that a band is only led anew where something in its way has moved.
    """

    remembered: ClassVar[dict[tuple[Box, float, float], _Led]] = {}

    def __init__(self, boxes: Iterable[Box], bounds: Box, unit: float, letters: float) -> None:
        self._bounds, self._unit, self._side = bounds, unit, max(6.0, letters * 1.25)
        if len(self.remembered) > _REMEMBERED:
            self.remembered.clear()
        self._led = self.remembered.setdefault((bounds, unit, self._side), _Led())
        self._led.become(set(boxes), self._side)

    def band(self, id: str, kind: str, start: Box, end: Box, ink: str = "") -> list[Stroke]:
        """A band of a kind from one box to another."""
        key = (id, kind, ink)
        before = self._led.bands.get(key)
        if before and before.start == start and before.end == end:
            return before.strokes
        way, tried = self._way(start, end)
        inked = ink or INKS.get(kind, "ink")
        drawn = look(kind, way, self._unit)
        made = [Stroke(id, self._kept_inside(points), inked, width, dash) for points, width, dash in drawn]
        self._led.bands[key] = _Band(start, end, made, tried)
        return made

    def _kept_inside(self, points: tuple[Point, ...]) -> tuple[Point, ...]:
        """Points of which none is out of bounds: teeth and arrowheads are flattened at the edge."""
        left, top, right, bottom = self._bounds
        across, down = zip(*points, strict=True)
        if left <= min(across) and max(across) <= right and top <= min(down) and max(down) <= bottom:
            return points
        return tuple((min(max(x, left), right), min(max(y, top), bottom)) for x, y in points)

    def _way(self, start: Box, end: Box) -> tuple[tuple[Point, ...], _Tried]:
        """The calmest way, straight where that is free, else the bend that runs behind fewest; and what was tried."""
        p, q = _centre(start), _centre(end)
        pieces = int(math.dist(p, q) / (self._side * _STRIDE)) + 1
        others = ~(self._led.boxes[start] | self._led.boxes[end])
        ways: list[tuple[int, tuple[Square, ...]]] = []
        least, best, chosen = math.inf, (p, q, q), 0
        for place, bow in enumerate(_BOWS):
            if place >= _LARGE and not chosen:
                break  # a small bend helps nothing, so a large one is not worth it
            turn = (p[0] + q[0]) / 2 - (q[1] - p[1]) * bow, (p[1] + q[1]) / 2 + (q[0] - p[0]) * bow
            if bow and not self._has_room(p, turn, q):
                continue
            a, b = leaving(start, turn if bow else q), leaving(end, turn if bow else p)
            ways.append((place, _squares(a, turn if bow else _halfway(a, b), b, pieces, self._side)))
            crossed = self._led.crossed(ways[-1][1], others)
            if crossed < least:
                best, least, chosen = (a, turn if bow else b, b), crossed, len(ways) - 1
            if not crossed:
                break
        tried = _Tried(tuple(ways), chosen, not least, frozenset(chain.from_iterable(way for _, way in ways)))
        return _bent(*best), tried

    def _has_room(self, p: Point, turn: Point, q: Point) -> bool:
        """Whether a bend stays in bounds: it reaches halfway to where it turns."""
        x, y = (p[0] + 2 * turn[0] + q[0]) / 4, (p[1] + 2 * turn[1] + q[1]) / 4
        left, top, right, bottom = self._bounds
        return left < x < right and top < y < bottom


@lru_cache(maxsize=8000)
def _squares(p: Point, turn: Point, q: Point, pieces: int, side: float) -> tuple[Square, ...]:
    """The squares that a bend from one point to another runs through."""
    (x0, y0), (x1, y1), (x2, y2) = p, turn, q
    step = 1 / pieces
    ax, ay, bx, by = (x0 - 2 * x1 + x2) / side, (y0 - 2 * y1 + y2) / side, 2 * (x1 - x0) / side, 2 * (y1 - y0) / side
    x0, y0 = x0 / side, y0 / side
    parts = [n * step for n in range(pieces + 1)]
    if abs(ax) + abs(ay) < 1e-9:
        return tuple([int(x0 + t * bx) + _ACROSS * int(y0 + t * by) for t in parts])
    return tuple([int(x0 + t * (bx + t * ax)) + _ACROSS * int(y0 + t * (by + t * ay)) for t in parts])


def _bent(p: Point, turn: Point, q: Point) -> tuple[Point, ...]:
    """The points of a bend; two where it is straight."""
    if turn == q:
        return p, q
    points = []
    for n in range(_CURVE + 1):
        t = n / _CURVE
        s = 1 - t
        x = s * s * p[0] + 2 * s * t * turn[0] + t * t * q[0]
        points.append((x, s * s * p[1] + 2 * s * t * turn[1] + t * t * q[1]))
    return tuple(points)


def _halfway(p: Point, q: Point) -> Point:
    return (p[0] + q[0]) / 2, (p[1] + q[1]) / 2


def _centre(box: Box) -> Point:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def leaving(box: Box, towards: Point) -> Point:
    """Where a line from the middle of a box to a point leaves it."""
    x, y = _centre(box)
    dx, dy = towards[0] - x, towards[1] - y
    across = (box[2] - box[0]) / 2 / abs(dx) if dx else math.inf
    down = (box[3] - box[1]) / 2 / abs(dy) if dy else math.inf
    share = min(across, down, 1.0)
    return x + dx * share, y + dy * share


@lru_cache(maxsize=4000)
def look(kind: str, way: tuple[Point, ...], unit: float) -> list[tuple[tuple[Point, ...], float, str]]:
    """A band of a kind along a way, as (points, width, dash); `unit` is a hair on the desk."""
    if kind == "works":
        return [(way, 2.2 * unit, "solid")]
    if kind == "weak":
        return [(way, 1.2 * unit, "dashed")]
    if kind == "clashes":
        return [(_zigzag(way, unit), 1.6 * unit, "solid")]
    if kind == "missing":
        return _parted(way, unit)
    if kind == "round":
        return [(_arrows(way, unit), 1.5 * unit, "solid")]
    if kind == "mended":
        return [(way, 1.6 * unit, "double")]
    if kind == "added":
        return [(_crossed(way, unit), 1.6 * unit, "solid")]
    return [(way, 1.6 * unit, "dotted")]


def _crossed(way: tuple[Point, ...], unit: float) -> tuple[Point, ...]:
    """A line with a plus here and there."""
    spots, points = _spots(way, max(2, round(_length(way) / (22 * unit))) * 2), []
    for n, (x, y, dx, dy) in enumerate(spots):
        points.append((x, y))
        if n % 2:
            for aside in (5 * unit, -5 * unit):
                points += [(x - dy * aside, y + dx * aside), (x, y)]
    return tuple(points) if len(points) > 1 else way


def _length(way: Sequence[Point]) -> float:
    return sum(math.dist(p, q) for p, q in pairwise(way))


def _spots(way: Sequence[Point], count: int) -> list[tuple[float, float, float, float]]:
    """So many parts of a way: the point where each ends, and the direction there."""
    whole, spots = _length(way), []
    step, gone, n = whole / count, 0.0, 0
    for p, q in pairwise(way):
        piece = math.dist(p, q)
        if piece < 1e-9:
            continue
        dx, dy = (q[0] - p[0]) / piece, (q[1] - p[1]) / piece
        while n <= count and n * step <= gone + piece + 1e-6:
            along = n * step - gone
            spots.append((p[0] + dx * along, p[1] + dy * along, dx, dy))
            n += 1
        gone += piece
    return spots


def _zigzag(way: tuple[Point, ...], unit: float) -> tuple[Point, ...]:
    teeth = max(4, 2 * round(_length(way) / (11 * unit)))
    spots, height = _spots(way, teeth), 3.4 * unit
    points: list[Point] = []
    for n, (x, y, dx, dy) in enumerate(spots):
        aside = 0.0 if n in (0, len(spots) - 1) else height if n % 2 else -height
        points.append((x - dy * aside, y + dx * aside))
    return tuple(points) if len(points) > 1 else way


def _parted(way: tuple[Point, ...], unit: float) -> list[tuple[tuple[Point, ...], float, str]]:
    """Two ends that don't meet, each with a bar across."""
    spots = _spots(way, 20)
    if len(spots) < 21:
        return [(way, 1.6 * unit, "dotted")]
    bar, found = 4.5 * unit, []
    for part, end in ((spots[:8], 7), (spots[13:], 13)):
        x, y, dx, dy = spots[end]
        line = [(px, py) for px, py, _, _ in part]
        across = [(x - dy * bar, y + dx * bar), (x + dy * bar, y - dx * bar)]
        points = [*line, *across] if end == 7 else [*across, (x, y), *line]
        found.append((tuple(points), 1.6 * unit, "solid"))
    return found


def _arrows(way: tuple[Point, ...], unit: float) -> tuple[Point, ...]:
    """A line with heads along it, all the way it is sent."""
    spots = _spots(way, max(2, round(_length(way) / (34 * unit))) * 2)
    size, points = 5.5 * unit, []
    for n, (x, y, dx, dy) in enumerate(spots):
        points.append((x, y))
        if n % 2:
            for side in (1, -1):
                points.append((x - dx * size - dy * size * 0.75 * side, y - dy * size + dx * size * 0.75 * side))
                points.append((x, y))
    return tuple(points) if len(points) > 1 else way
