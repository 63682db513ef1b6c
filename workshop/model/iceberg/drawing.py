"""The iceberg itself: sky, water and deep, and ice in facets that catch the light from the left."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from workshop.model.picture import Stroke
from workshop.model.value import valueclass

Point = tuple[float, float]
GROUNDS = ("air", "water", "deep")  # theme tokens from the top
INKS = ("ink", "ink", "on_deep")  # what is written on them
ICE = (
    ("ice_light", "ice", "ice_shade"),
    ("shoal_light", "shoal", "shoal_shade"),
    ("berg_light", "berg", "berg_shade"),
)
_FISH = (  # its tail is to the left; in parts of its length
    (0.0, 0.02), (0.06, 0.09), (0.13, 0.12), (0.3, 0.1), (0.48, 0.02), (0.7, 0.0), (0.88, 0.06), (0.98, 0.17),
    (1.0, 0.24), (0.94, 0.29), (0.78, 0.32), (0.66, 0.33), (0.6, 0.43), (0.53, 0.33), (0.34, 0.26), (0.18, 0.18),
    (0.09, 0.18), (0.02, 0.23), (0.04, 0.14),
)  # fmt: skip
_LIGHT = (1, 0, 1, 2)  # which of the three the four columns of facets begin with, from the left


@valueclass
class Band:
    """One level's part of the picture, over its whole width. `zone` says how deep it lies: 0, 1 or 2."""

    key: str
    zone: int
    top: float
    bottom: float


@valueclass
class Edge:
    """How far the ice reaches to both sides at one height."""

    y: float
    left: float
    right: float


def zone_of(place: int, count: int) -> int:
    """How deep a level lies: the first in the air, the last in the deep, those between in the water."""
    return 0 if place == 0 else 2 if place == count - 1 else 1


def drawing(bands: Sequence[Band], edges: Sequence[Edge], width: float, unit: float) -> tuple[Stroke, ...]:
    """Everything behind the cards. `edges` from the top down give the ice its shape, `unit` is the letter size."""
    sheer = [band.top for band in bands[1:]]  # heights at which the colours change, and the ice with them
    contour = [_inside(edge, width) for edge in _contour(edges, sheer, unit)]
    ground = [_ground(band, width, unit, 0.0 if band is bands[-1] else unit * 0.3) for band in bands]
    surface = _surface(bands[1], contour, width, unit) if len(bands) > 1 and not bands[0].zone else []
    return (*ground, *_facets(contour, sheer, bands), *surface)


def beings(bands: Sequence[Band], peak: float, beside: float, unit: float) -> list[Stroke]:
    """A sun in the sky, and far down a fish, where there is room beside the ice."""
    found = []
    if bands[0].zone == 0 and beside and peak > unit * 3:
        x, y, size = beside * 0.4, peak * 0.48, unit * 0.95
        turns = (2 * math.pi * turn / 28 for turn in range(28))
        disc = tuple((x + size * math.cos(turn), y + size * math.sin(turn)) for turn in turns)
        found.append(Stroke("sun", disc, "sun", 0.8, closed=True, tone="sun"))
    deep = bands[-1]
    if deep.zone == 2 and beside and deep.bottom - deep.top > unit * 11:
        long, left, y = min(beside * 0.62, unit * 6), beside * 0.14, deep.bottom - unit * 3.6
        body = tuple((left + long * across, y + long * down) for across, down in _FISH)
        found.append(Stroke("fish", body, "fish", 0.8, closed=True, tone="fish"))
    return found


def _chance(*seed: int) -> float:
    """A number from 0 to 1 that looks like chance and is always the same."""
    mixed = 2166136261
    for part in seed:
        mixed = (mixed ^ (part + 977)) * 16777619 % 4294967296
    return (mixed >> 7) % 1000 / 999


def _wave(y: float, width: float, unit: float, zone: int) -> Iterator[Point]:
    """The line where one ground meets another, from left to right."""
    count = max(8, min(48, int(width / unit)))
    for number in range(count + 1):
        x = width * number / count
        yield x, y + unit * 0.13 * (math.sin(x / unit / 1.3 + zone) + 0.6 * math.sin(x / unit / 2.9 + 2 * zone))


def _ground(band: Band, width: float, unit: float, below: float) -> Stroke:
    """Air, water or deep; its upper edge is a wave, and it reaches so far `below` the next one's."""
    tone = GROUNDS[band.zone]
    wet = band.zone and band.top > 0  # a page that begins in the water is cut straight
    upper = tuple(_wave(band.top, width, unit, band.zone)) if wet else ((0.0, band.top), (width, band.top))
    points = (*upper, (width, band.bottom + below), (0.0, band.bottom + below))
    return Stroke(f"ground:{band.key}", points, tone, 0.0, closed=True, tone=tone)


def _surface(band: Band, contour: Sequence[Edge], width: float, unit: float) -> list[Stroke]:
    """A line of foam where the ice breaks the surface, and ripples beside it."""
    wave = tuple(_wave(band.top, width, unit, band.zone))
    at = min(contour, key=lambda edge: abs(edge.y - band.top))
    lines = [Stroke("surface", wave, "foam", max(1.2, unit * 0.09))]
    for number, (x, y, long) in enumerate(
        (
            (at.left - unit * 1.6, 0.55, 1.1),
            (at.left - unit * 2.7, 1.0, 0.7),
            (at.right + unit * 0.5, 0.6, 1.0),
            (at.right + unit * 1.5, 1.05, 0.6),
        )
    ):
        if x > 0 and x + long * unit < width and band.top + y * unit < band.bottom:
            down = band.top + y * unit
            points = ((x, down), (x + long * unit * 0.5, down + unit * 0.08), (x + long * unit, down))
            lines.append(Stroke(f"ripple:{number}", points, "foam", max(1.0, unit * 0.07)))
    return lines


def _contour(edges: Sequence[Edge], sheer: Sequence[float], unit: float) -> Iterator[Edge]:
    """The ice's sides at every height where a facet begins, a little rough."""
    first, last = edges[0].y, edges[-1].y
    step = max(unit * 2.6, (last - first) / 14, 1.0)
    heights = sorted({*(edge.y for edge in edges), *(y for y in sheer if first < y < last)})
    whole = [heights[0]]
    for low, high in pairwise(heights):
        parts = max(1, round((high - low) / step))
        whole += [low + (high - low) * part / parts for part in range(1, parts + 1)]
    for number, y in enumerate(whole):
        edge = _at(edges, y)
        rough = 0.0 if number in (0, len(whole) - 1) else unit * 0.55
        yield Edge(y, edge.left - rough * _chance(number, 1), edge.right + rough * _chance(number, 2))


def _inside(edge: Edge, width: float) -> Edge:
    """No wider than the picture."""
    return Edge(edge.y, max(0.0, edge.left), min(width, edge.right))


def _at(edges: Sequence[Edge], y: float) -> Edge:
    """The sides at any height, on straight lines between those that are given."""
    for above, below in pairwise(edges):
        if y <= below.y:
            part = (y - above.y) / ((below.y - above.y) or 1.0)
            return Edge(
                y, above.left + (below.left - above.left) * part, above.right + (below.right - above.right) * part
            )
    return edges[-1]


def _facets(contour: Sequence[Edge], sheer: Sequence[float], bands: Sequence[Band]) -> Iterator[Stroke]:
    """Triangles between the sides and three ridges that wander from the top to the foot."""
    rows = [
        _row(edge, number, edge.y in sheer or number in (0, len(contour) - 1)) for number, edge in enumerate(contour)
    ]
    for number, (above, below) in enumerate(pairwise(rows)):
        middle = (contour[number].y + contour[number + 1].y) / 2
        zone = next((band.zone for band in bands if middle < band.bottom), bands[-1].zone)
        for column in range(4):
            a, b, c, d = above[column], above[column + 1], below[column + 1], below[column]
            halves = ((a, b, c), (a, c, d)) if (number + column) % 2 else ((a, b, d), (b, c, d))
            for half, points in enumerate(halves):
                if abs(_area(points)) > 0.5:
                    tone = ICE[zone][_shade(number, column, half)]
                    yield Stroke(f"ice:{number}:{column}:{half}", points, tone, 0.8, closed=True, tone=tone)


def _row(edge: Edge, number: int, level: bool) -> tuple[Point, ...]:
    """Five points across the ice; those between the sides lie a little higher or lower unless the row is `level`."""
    wide = edge.right - edge.left
    shares = (
        0.0,
        0.22 + 0.1 * _chance(number, 3),
        0.45 + 0.14 * _chance(number, 4),
        0.7 + 0.12 * _chance(number, 5),
        1.0,
    )
    return tuple(
        (
            edge.left + wide * share,
            edge.y + (0.0 if level or share in (0.0, 1.0) else (_chance(number, place) - 0.5) * wide * 0.03),
        )
        for place, share in enumerate(shares)
    )


def _shade(number: int, column: int, half: int) -> int:
    """Which of the three ices a facet has: lighter to the left, darker to the right, with some of chance in it."""
    chance = _chance(number, column, half)
    return min(2, max(0, _LIGHT[column] + (chance > 0.72) - (chance < 0.22)))


def _area(points: Sequence[Point]) -> float:
    (ax, ay), (bx, by), (cx, cy) = points
    return ((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2
