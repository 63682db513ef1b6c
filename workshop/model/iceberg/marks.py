"""Numbered marks on the ice, in rows that grow wider downwards, and the straight links between them."""

import math
from collections.abc import Iterable, Mapping, Sequence

from workshop.model.arrange import at
from workshop.model.iceberg.chains import Tie
from workshop.model.iceberg.drawing import Point
from workshop.model.iceberg.links import headed, smooth
from workshop.model.iceberg.shape import Grid, Rows
from workshop.model.letters import Measure
from workshop.model.picture import Placed, Stroke, Text
from workshop.model.record import Id

_LEADING = 1.18
HIGH, _STRONG = 1.24, 1.5  # letters that a mark is high, and one that stands out
_QUIET = 0.62  # and one that is only there to be carried
_OUT = 0.2  # letters between a mark and the ring around it
_SPREAD = 2.4  # letters that marks may lie apart at most
_BOWS = (0.0, 0.1, -0.1, 0.2, -0.2)  # how far a link bends aside, in parts of its length
_LOOKS = 16  # places along a link where it is seen whether a mark is in its way


def marked(
    id: Id, said: Sequence[str], strong: bool, tone: str, size: float, measure: Measure, tight: bool = False
) -> Placed:
    """A round mark with a number, and beside it what else is said; broader than high where that takes room."""
    high = round(size * (_STRONG if strong else HIGH))
    edge, space = size * (0.22 if tight else 0.5 if strong else 0.36), size * 0.4
    wide = [measure(word, True) * size for word in said]
    long = sum(wide) + space * (len(wide) - 1)
    width = round(max(high, long + 2 * edge) + 0.5)
    x, texts = (width - long) / 2, []
    for word, across, ink in zip(said, wide, ("ink", "accent"), strict=False):
        texts.append(Text((word,), x, (high - size * _LEADING) / 2, size, True, ink, _LEADING))
        x += across + space
    return Placed(id, "card", 0, 0, width, high, tuple(texts), tone, shape="round")


def quiet(id: Id, tone: str, size: float) -> Placed:
    """A small mark without a number, for a card that the step is not about."""
    high = round(size * _QUIET)
    return Placed(f"quiet:{id}", "bar", 0, 0, high, high, (), tone, shape="round")


def in_rows_from_left(marks: Sequence[Placed], grid: Grid, zone: int, size: float) -> Rows | None:
    """Marks in as few rows as hold them, side by side in their order: the next lies to the right of the one before.

    None where they find no room at all.
    """
    for count in range(1, len(marks) + 1):
        rooms = [_room(grid, grid.cap(zone, row)) for row in range(count)]
        if rows := _dealt(marks, rooms, grid.across):
            return [_spread(row, grid, rooms[n], (n + 0.5) / count - 0.5, size) for n, row in enumerate(rows)]
    return None if marks else []


def _room(grid: Grid, cap: int) -> float:
    return cap * (grid.card + grid.across) - grid.across


def _dealt(marks: Sequence[Placed], rooms: Sequence[float], space: float) -> Rows | None:
    """Each mark to the row that is least full; None where a row becomes too full."""
    rows: Rows = [[] for _ in rooms]
    used = [0.0 for _ in rooms]
    for mark in marks:
        row = min(range(len(rooms)), key=lambda n: ((used[n] + mark.width) / rooms[n], n))
        used[row] += mark.width + (space if rows[row] else 0)
        if used[row] > rooms[row]:
            return None
        rows[row].append(mark)
    return rows


def _spread(row: Sequence[Placed], grid: Grid, room: float, aside: float, size: float) -> list[Placed]:
    """A row over the width of the ice, each mark in the middle of its height; so much `aside` as to lie staggered."""
    free = room - sum(mark.width for mark in row)
    space = max(min(free / (len(row) + 1), size * _SPREAD), grid.across) if len(row) > 1 else 0.0
    edge = (free - space * (len(row) - 1)) / 2
    x = grid.left + (grid.width - room) / 2 + edge + max(-edge, min(edge, aside * (space or edge)))
    high, placed = max(mark.height for mark in row), []
    for mark in row:
        placed.append(at(mark, x, (high - mark.height) / 2))
        x += mark.width + space
    return placed


def ring(mark: Placed, size: float) -> Stroke:
    """Two lines around a mark that stands out."""
    out = size * _OUT
    radius = mark.height / 2
    left, right, y = mark.x + radius, mark.x + mark.width - radius, mark.y + radius
    turns = [(x, math.pi * (part / 12 + start)) for x, start in ((right, -0.5), (left, 0.5)) for part in range(13)]
    points = [(x + (radius + out) * math.cos(turn), y + (radius + out) * math.sin(turn)) for x, turn in turns]
    return Stroke(f"ring:{mark.id}", tuple(points), "tie", max(1.5, size * 0.055), "double", closed=True)


def between(
    ties: Iterable[Tie], marks: Mapping[Id, Placed], strong: frozenset[Id], size: float, bounds: Point
) -> list[Stroke]:
    """A link from each cause to what it carries: straight, or bent a little where a mark lies in its way."""
    there = [(start, end) for start, end in ties if start in marks and end in marks]
    found = []
    for start, end in there:
        p, q = _middle(marks[start]), _middle(marks[end])
        turn = _turn(p, q, [mark for id, mark in marks.items() if id not in (start, end)], size, bounds)
        out = size * (_OUT + 0.14 if end in strong else 0.06)
        tip = _leaving(marks[end], turn, out)
        line = _bent(p, turn, tip, 12 if turn != _halfway(p, q) else 1)
        found += headed(f"{start}>{end}", line, size * 0.36, max(1.5, size * 0.05))
    return found


def _turn(p: Point, q: Point, others: Sequence[Placed], size: float, bounds: Point) -> Point:
    """Where a link between two points turns, so that it runs behind as few marks as can be and stays in the picture."""
    reach = math.dist(p, q) * 0.2 + size
    low, high = min(p[1], q[1]) - reach, max(p[1], q[1]) + reach
    left, right = min(p[0], q[0]) - reach, max(p[0], q[0]) + reach
    near = [m for m in others if low < m.y + m.height and m.y < high and left < m.x + m.width and m.x < right]
    least, best = math.inf, _halfway(p, q)
    for bow in _BOWS:
        turn = (p[0] + q[0]) / 2 - (q[1] - p[1]) * bow, (p[1] + q[1]) / 2 + (q[0] - p[0]) * bow
        if bow and not all(0 < at < most for at, most in zip(turn, bounds, strict=True)):
            continue
        crossed = sum(_inside(mark, size * 0.12, x, y) for x, y in _bent(p, turn, q, _LOOKS)[1:-1] for mark in near)
        if crossed < least:
            least, best = crossed, turn
        if not crossed:
            break
    return best


def _inside(mark: Placed, out: float, x: float, y: float) -> bool:
    """Whether a point lies on a mark, or so near it."""
    radius = mark.height / 2
    along = min(max(x, mark.x + radius), mark.x + mark.width - radius)
    return math.hypot(x - along, y - mark.y - radius) < radius + out


def _leaving(mark: Placed, towards: Point, out: float) -> Point:
    """Where a line from the middle of a mark to a point has come so far out of it."""
    (x, y), near, far = _middle(mark), 0.0, 1.0
    for _ in range(16):
        half = (near + far) / 2
        if _inside(mark, out, x + (towards[0] - x) * half, y + (towards[1] - y) * half):
            near = half
        else:
            far = half
    return x + (towards[0] - x) * far, y + (towards[1] - y) * far


def _middle(mark: Placed) -> Point:
    return mark.x + mark.width / 2, mark.y + mark.height / 2


def _halfway(p: Point, q: Point) -> Point:
    return (p[0] + q[0]) / 2, (p[1] + q[1]) / 2


def _bent(p: Point, turn: Point, q: Point, pieces: int) -> tuple[Point, ...]:
    return tuple(smooth(p, turn, turn, q, number / pieces) for number in range(pieces + 1))
