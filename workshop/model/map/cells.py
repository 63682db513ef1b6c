"""Places in a part of a ring, in parts of one: where the next actor goes, and what lies beside what."""

from collections.abc import Sequence
from functools import lru_cache

from workshop.model.change import State
from workshop.model.record import Actor, Board

_TRIED = [(x / 16, y / 4) for y in (2, 1, 3) for x in (8, 4, 12, 2, 14, 6, 10, 1, 15, 3, 13, 5, 11, 7, 9)]


def in_cell(state: State, board: Board, sector: str, ring: str, when: str) -> list[Actor]:
    """The actors in one sector of one ring."""
    found = state.inside(board.id, Actor)
    return [a for a in found if (a.sector, a.ring, a.when) == (sector, ring, when)]


def free_place(taken: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The place furthest from all that are taken; the middle where none is."""
    return _free_place(tuple(sorted(taken)))


@lru_cache(maxsize=500)
def _free_place(taken: tuple[tuple[float, float], ...]) -> tuple[float, float]:
    def room(tried: tuple[float, float]) -> float:
        x, y = tried
        return min(((x - u) ** 2 + 0.15 * (y - v) ** 2 for u, v in taken), default=0.0)

    return max(_TRIED, key=room)  # the first of several as good


def beside(places: Sequence[float], at: int, by: int) -> float:
    """A place just past the neighbour of the one at an index, before whoever comes next; its own where it is last."""
    past = at + by
    if not 0 <= past < len(places):
        return places[at]
    beyond = places[past + by] if 0 <= past + by < len(places) else float(by > 0)
    between = (places[past] + beyond) / 2
    if between != places[past]:
        return between
    return min(max(places[past] + 0.01 * by, 0.0), 1.0)
