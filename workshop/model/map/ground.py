"""The ground of a map: sectors and rings around a middle, and the cells that they are divided into."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from workshop.model.picture import Stroke

Box = tuple[float, float, float, float]  # left, top, right, bottom
Point = tuple[float, float]
Cell = tuple[float, ...]  # centre, radii, inner and outer bound cubed, where its sector begins and how wide it is

_ROUND = 3  # 2 is an oval; higher fills more of the frame's corners
_MIDDLE = 0.19  # of the radius is the person's
_LOOSE = (0.0, 0.35, 0.8, 1.5)  # how far out of their cell those may go that find no room there
_ANYWHERE = 8.0
_CORNER = 3.0  # the outermost ring goes on into the corners, as far as the frame


@dataclass(frozen=True)
class Ground:
    """A rounded ground in a frame, divided into sectors and rings.

    `turns` are where sectors begin, in turns clockwise from the top, and where the last one ends; `radii` are where
    each ring ends, the first being the middle, in parts of the ground's own.
    """

    x: float
    y: float
    width: float
    height: float
    turns: tuple[float, ...]
    radii: tuple[float, ...]

    @cached_property
    def middle(self) -> Point:
        """The centre."""
        return self.x + self.width / 2, self.y + self.height / 2

    def at(self, turn: float, radius: float) -> Point:
        """The point in a direction, so far out."""
        cx, cy = self.middle
        across, up = math.sin(turn * math.tau), math.cos(turn * math.tau)
        radius /= (abs(across) ** _ROUND + abs(up) ** _ROUND) ** (1 / _ROUND)
        return cx + across * radius * self.width / 2, cy - up * radius * self.height / 2

    def wish(self, sector: int, ring: int, place: float, depth: float) -> Point:
        """Where somebody would like to lie, did nobody lie there already."""
        start, end = self.turns[sector], self.turns[sector + 1]
        inner, outer = self.radii[ring - 1], self.radii[ring]
        edge = 0.08
        turn = start + (end - start) * (edge + place * (1 - 2 * edge))
        return self.at(turn, inner + (outer - inner) * (0.15 + 0.7 * depth))

    @cached_property
    def cells(self) -> "_Cells":
        """By sector, ring and whether it is for a page that can't grow: the cell, and looser ones around it."""
        return _Cells(self)

    def found(self, x: float, y: float) -> tuple[int, int, float, float]:
        """The sector and the ring at a point, and the place and depth in them."""
        cx, cy = self.middle
        u, v = (x - cx) * 2 / self.width, (y - cy) * 2 / self.height
        radius = (abs(u) ** _ROUND + abs(v) ** _ROUND) ** (1 / _ROUND)
        turn = (math.atan2(u, -v) / math.tau - self.turns[0]) % 1.0 + self.turns[0]
        sector = next((n for n, end in enumerate(self.turns[1:]) if turn < end), len(self.turns) - 2)
        ring = next((n for n, end in enumerate(self.radii) if radius <= end), len(self.radii) - 1)
        start, end = self.turns[sector], self.turns[sector + 1]
        inner, outer = self.radii[max(0, ring - 1)], self.radii[ring]
        place = ((turn - start) / (end - start) - 0.08) / 0.84
        depth = ((radius - inner) / (outer - inner) - 0.15) / 0.7 if ring else 0.5
        return sector, ring, min(max(place, 0.0), 1.0), min(max(depth, 0.0), 1.0)

    @cached_property
    def lines(self) -> tuple[tuple[str, tuple[Point, ...], bool], ...]:
        """The rings and the bounds between sectors, as (name, points, whether closed)."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[tuple[str, tuple[Point, ...], bool]]:
        for ring, radius in enumerate(self.radii[:-1]):
            yield f"ring:{ring}", tuple(self.at(n / 72, radius) for n in range(72)), True
        if len(self.turns) > 2:
            for sector, turn in enumerate(self.turns[:-1]):
                yield f"sector:{sector}", (self.at(turn, self.radii[0]), self.edge(turn)), False

    def edge(self, turn: float) -> Point:
        """Where a direction meets the frame."""
        cx, cy = self.middle
        x, y = self.at(turn, 1.0)
        reach = min(
            self.width / 2 / abs(x - cx) if abs(x - cx) > 1e-6 else math.inf,
            self.height / 2 / abs(y - cy) if abs(y - cy) > 1e-6 else math.inf,
        )
        return cx + (x - cx) * reach, cy + (y - cy) * reach


class _Cells(dict[tuple[int, int, bool], tuple[Cell, ...]]):
    """The cells of a ground, made when they are first asked for."""

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self._ground = ground

    def __missing__(self, key: tuple[int, int, bool]) -> tuple[Cell, ...]:
        sector, ring, fixed = key
        loosely = (*_LOOSE, _ANYWHERE) if fixed else _LOOSE
        self[key] = tuple(_cell(self._ground, sector, ring, loose) for loose in loosely)
        return self[key]


def _cell(ground: Ground, sector: int, ring: int, loose: float) -> Cell:
    """One sector of one ring; `loose` is how much of what lies around it goes with it, in parts of its own.

    Nobody ends up two rings away, unless they may lie anywhere.
    """
    start, span = ground.turns[sector], ground.turns[sector + 1] - ground.turns[sector]
    start, span = start - span * loose / 4, span * (1 + loose / 2)
    ends = (0.0, *ground.radii[:-1], _CORNER, _CORNER)  # of the rings, from the middle out, and what is outside them
    inner, outer = ends[ring] * max(0.0, 1 - loose / 2), ends[ring + 1] * (1 + loose / 2)
    if loose < _ANYWHERE:
        inner, outer = max(inner, ends[ring - 1]), min(outer, ends[ring + 2])
    bounds = (inner**_ROUND, outer**_ROUND, start, min(1.0, span))
    return (*ground.middle, ground.width / 2, ground.height / 2, *bounds)


def shared_turns(weights: Sequence[float]) -> tuple[float, ...]:
    """Where sectors begin whose widths go by weight, the middle of the first at the top."""
    whole = sum(weights)
    turn = -weights[0] / whole / 2
    turns = [turn]
    for weight in weights:
        turn += weight / whole
        turns.append(turn)
    return tuple(turns)


def weighed_radii(weights: Sequence[float]) -> tuple[float, ...]:
    """Where rings end whose areas go by weight, around the middle."""
    whole, area = sum(weights), _MIDDLE**2
    radii = [_MIDDLE]
    for weight in weights:
        area += weight / whole * (1 - _MIDDLE**2)
        radii.append(math.sqrt(area))
    return (*radii[:-1], 1.0)


def ground_of(strokes: Sequence[Stroke]) -> Ground | None:
    """The ground that was drawn in a picture, known again by its lines; None where there is none."""
    ovals = [s.points for s in strokes if s.id.startswith("ring:")]
    if not ovals:
        return None
    widths = [max(x for x, _ in oval) - min(x for x, _ in oval) for oval in ovals]
    left, top = min(x for x, _ in ovals[0]), min(y for _, y in ovals[0])
    wide, high = widths[0], max(y for _, y in ovals[0]) - top
    width, height, middle = wide / _MIDDLE, high / _MIDDLE, (left + wide / 2, top + high / 2)
    starts = [s.points[0] for s in strokes if s.id.startswith("sector:")]
    turns = [math.atan2((x - middle[0]) / width, (middle[1] - y) / height) / math.tau for x, y in starts] or [-0.5]
    for n in range(1, len(turns)):
        turns[n] += 1.0 if turns[n] < turns[n - 1] else 0.0
    radii = (*(across / width for across in widths), 1.0)
    x, y = middle[0] - width / 2, middle[1] - height / 2
    return Ground(x, y, width, height, (*turns, turns[0] + 1.0), radii)
