"""Where boxes lie on the ground of a map: each at the free spot nearest to where it wishes to be, in its own cell."""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import ClassVar, NamedTuple

from workshop.model.map.ground import Box, Cell, Ground, Point
from workshop.model.record import Id

_CLOSE, _REACH = 4, 12  # steps from the wished spot that are tried, first those close by
_THIRDS = 3  # steps to a box
_PATIENCE = 3  # times as many spots as were tried for one out of the cell are tried for one in it
_OFFSETS = sorted(
    ((i, j) for i in range(-_REACH, _REACH + 1) for j in range(-_REACH, _REACH + 1)),
    key=lambda o: (o[0] ** 2 + 1.4 * o[1] ** 2, o),
)
_COLUMNS, _ROWS = (  # of the offsets, a bit each with the nearest first: those up to so many steps across, and down
    {
        most: sum(1 << n for n, offset in enumerate(_OFFSETS) if offset[way] <= most)
        for most in range(-_REACH - 1, _REACH + 1)
    }
    for way in (0, 1)
)
_WITHIN = {  # so many steps
    _CLOSE: sum(1 << n for n, (i, j) in enumerate(_OFFSETS) if i * i + 1.4 * j * j <= _CLOSE**2),
    _REACH: (1 << len(_OFFSETS)) - 1,
}
_NEARER = list(  # how many steps across, and down, the offsets up to each go
    accumulate(((abs(i), abs(j)) for i, j in _OFFSETS), lambda far, o: (max(far[0], o[0]), max(far[1], o[1])))
)
_OFF = 99_999  # steps; more than there ever are
_FAR = _OFF + 1 + 1e-6  # boxes that only touch are not in each other's way
_REMEMBERED = 24  # grounds


class Place(NamedTuple):
    """Where somebody belongs: in which sector and ring, where in them, and how much room it takes."""

    sector: int
    ring: int
    place: float
    depth: float
    width: float
    height: float


class _Lay(NamedTuple):
    """Where somebody lay: nothing more in `clear` could move it, nor anything less in `around`."""

    number: int
    place: Place
    box: Box
    clear: Box
    around: Box


class _Differs:
    """The boxes that are here now and were not when the same one settled before, and those that were."""

    def __init__(self) -> None:
        self._more, self._less = set[Box](), set[Box]()

    def come(self, box: Box) -> None:
        """A box is here."""
        self._less.discard(box) if box in self._less else self._more.add(box)

    def gone(self, box: Box) -> None:
        """A box that was here is not."""
        self._more.discard(box) if box in self._more else self._less.add(box)

    def leaves(self, lay: _Lay) -> bool:
        """Whether somebody lies as before for all of this."""
        return not (_any_in(lay.clear, self._more) or _any_in(lay.around, self._less))


class Spots:
    """The spots on one ground, beside what is fixed there.

    Where everybody lay is remembered, so that only those look for a spot anew that have moved, or around whom something
    has; where all lie is the same as if all had looked.
    """

    remembered: ClassVar[dict[tuple[object, ...], dict[Id, _Lay]]] = {}

    def __init__(self, ground: Ground, fixed: Sequence[Box], space: float, anywhere: bool) -> None:
        self._ground, self._fixed, self._space, self._anywhere = ground, tuple(fixed), space, anywhere
        self._bounds = (ground.x, ground.y, ground.x + ground.width, ground.y + ground.height)

    def settled(self, wanted: Mapping[Id, Place]) -> dict[Id, Box] | None:
        """Where everybody lies who settles in this order; None where there is no room for one of them."""
        key = (self._ground, self._fixed, self._space, self._anywhere)
        before = self.remembered.get(key, {})
        if len(self.remembered) > _REMEMBERED:
            self.remembered.clear()
        now = self.remembered[key] = {}
        order, passed = list(before.values()), 0
        taken, differs = list(self._fixed), _Differs()
        for number, (id, place) in enumerate(wanted.items()):
            lay = before.get(id)
            if lay and lay.number >= passed:
                for skipped in order[passed : lay.number]:
                    differs.gone(skipped.box)
                passed = lay.number + 1
            else:
                lay = None
            if lay and lay.place == place and differs.leaves(lay):
                lies = lay if lay.number == number else _Lay(number, place, lay.box, lay.clear, lay.around)
            elif found := self._look(place, taken):
                lies = _Lay(number, place, *found)
            else:
                return None
            if lay is None or lay.box != lies.box:
                differs.come(lies.box)
                if lay:
                    differs.gone(lay.box)
            now[id] = lies
            taken.append(lies.box)
        return {id: lay.box for id, lay in now.items()}

    def _look(self, place: Place, taken: Sequence[Box]) -> tuple[Box, Box, Box] | None:
        wish = self._ground.wish(place.sector, place.ring, place.place, place.depth)
        cells = self._ground.cells[place.sector, place.ring, self._anywhere]
        return _settle(wish, (place.width, place.height), self._space, cells, self._bounds, taken)


def _any_in(place: Box, boxes: set[Box]) -> bool:
    left, top, right, bottom = place
    return any(b[0] < right and b[2] > left and b[1] < bottom and b[3] > top for b in boxes)


def _settle(
    wish: Point, size: Point, space: float, cells: tuple[Cell, ...], bounds: Box, taken: Sequence[Box]
) -> tuple[Box, Box, Box] | None:
    """The free spot nearest to a wish, with some space around it, in the first of some cells where there is one.

    With it where one box more would have mattered, and where one less. The cells are around each other, the tightest
    first. It is the box's middle that is in the cell; all of the box is within the bounds. None where there is no free
    spot.
    """
    (x, y), (w, h) = wish, size
    x = min(max(x, bounds[0] + w / 2), max(bounds[2] - w / 2, bounds[0] + w / 2))
    y = min(max(y, bounds[1] + h / 2), max(bounds[3] - h / 2, bounds[1] + h / 2))
    for reach in (_CLOSE, _REACH):  # most find a spot close by, and then what moves further away is nothing to them
        across, down = (w + space) * (reach / _THIRDS + 1), (h + space) * (reach / _THIRDS + 1)
        west, east, north, south = x - across, x + across, y - down, y + down
        near = tuple([b for b in taken if b[0] < east and b[2] > west and b[1] < south and b[3] > north])
        found = _settled((x, y), size, space, cells if reach == _REACH else cells[:1], bounds, near, reach)
        if found:
            box, tried, most = found
            around = _reached((x, y), size, space, most)
            if reach == _CLOSE:
                return box, (box[0] - space, box[1] - space, box[2] + space, box[3] + space), around
            return box, _reached((x, y), size, space, tried), around
    return None


def _reached(wish: Point, size: Point, space: float, tried: int) -> Box:
    """What is covered by the spots up to one."""
    (x, y), (w, h), (i, j) = wish, size, _NEARER[min(tried, len(_NEARER) - 1)]
    across, down = (w + space) * (i / _THIRDS + 0.5) + space, (h + space) * (j / _THIRDS + 0.5) + space
    return x - across, y - down, x + across, y + down


@lru_cache(maxsize=8000)
def _settled(
    wish: Point, size: Point, space: float, cells: tuple[Cell, ...], bounds: Box, near: tuple[Box, ...], reach: int
) -> tuple[Box, int, int] | None:
    """The best spot among some boxes, which of the offsets it is, and the last that was tried for a better one."""
    (x0, y0), (w, h) = wish, size
    half_w, half_h = w / 2, h / 2
    low_x, low_y, high_x, high_y = bounds[0] + half_w, bounds[1] + half_h, bounds[2] - half_w, bounds[3] - half_h
    if low_x > high_x or low_y > high_y:
        return None
    step_x, step_y = (w + space) / _THIRDS, (h + space) / _THIRDS
    within = _WITHIN[reach] & _between(_COLUMNS, math.ceil((low_x - x0) / step_x), math.floor((high_x - x0) / step_x))
    free = within & _between(_ROWS, math.ceil((low_y - y0) / step_y), math.floor((high_y - y0) / step_y))
    left, top, right, bottom = x0 - half_w - space, y0 - half_h - space, x0 + half_w + space, y0 + half_h + space
    # a box bars the steps between those where it would only be touched: floor(steps) + 1 to ceil(steps) - 1
    for b_left, b_top, b_right, b_bottom in near:
        first, last = int((b_left - right) / step_x + _FAR) - _OFF, _OFF - int(_FAR - (b_right - left) / step_x)
        high, low = int((b_top - bottom) / step_y + _FAR) - _OFF, _OFF - int(_FAR - (b_bottom - top) / step_y)
        if first <= _REACH and last >= -_REACH and high <= _REACH and low >= -_REACH:
            columns = _COLUMNS[min(last, _REACH)] & ~_COLUMNS[max(first, -_REACH) - 1]
            free &= ~(columns & _ROWS[min(low, _REACH)] & ~_ROWS[max(high, -_REACH) - 1])
    found, last, most, best = None, len(cells), len(_OFFSETS), 0  # the best spot so far, and the cell that it is in
    while free and last:
        nearest = free & -free
        free ^= nearest
        tried = nearest.bit_length() - 1
        if tried > most:
            break
        i, j = _OFFSETS[tried]
        x, y = x0 + i * step_x, y0 + j * step_y
        at = 0 if not (i or j) else _first_with(cells, x, y)
        if at < last:
            found, last, best = (x - half_w, y - half_h, x + half_w, y + half_h), at, tried
            most = _PATIENCE * (tried + 10) if at else tried
    return (found, best, most) if found else None


def _between(upto: Mapping[int, int], first: int, last: int) -> int:
    """The offsets, a bit each, that lie from one number of steps to another."""
    first, last = max(first, -_REACH), min(last, _REACH)
    return upto[last] & ~upto[first - 1] if first <= last else 0


def _first_with(cells: tuple[Cell, ...], x: float, y: float) -> int:
    """The first of the cells that a point is in; their number where it is in none."""
    cx, cy, a, b = cells[0][:4]
    u, v = (x - cx) / a, (y - cy) / b
    radius, turn = abs(u * u * u) + abs(v * v * v), math.atan2(u, -v) / math.tau
    for n, (_, _, _, _, inner, outer, start, span) in enumerate(cells):
        if inner <= radius <= outer and (turn - start) % 1.0 <= span:
            return n
    return len(cells)
