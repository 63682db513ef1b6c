"""What carries what: chains of links from causes to what shows, counted through all their links."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from workshop.model.change import State
from workshop.model.record import Board, Id, Link, Note

_TURNS = 12  # how many times levels are put in order after each other

Tie = tuple[Id, Id]  # from a cause to what it carries


def ties(state: State, board: Board) -> dict[Tie, Link]:
    """A board's links between cards that stand, each pair once: a card that lies under another lends it its links."""
    top = {note.id: note.merged or note.id for note in state.inside(board.id, Note)}
    found: dict[Tie, Link] = {}
    for link in state.inside(board.id, Link):
        start, end = top.get(link.start), top.get(link.end)
        if start in top and end in top and start != end:
            found.setdefault((start, end), link)
    return found


def order(pairs: Iterable[Tie]) -> list[Id]:
    """What is linked, each after all that it carries; what lies on a circle, or beneath one, is left out."""
    waits: dict[Id, int] = {}
    beneath: dict[Id, list[Id]] = {}
    for start, end in pairs:
        waits[start] = waits.get(start, 0) + 1
        waits.setdefault(end, 0)
        beneath.setdefault(end, []).append(start)
    ready = [id for id, count in waits.items() if not count]
    for id in ready:  # grows while it is gone through
        for cause in beneath.get(id, ()):
            waits[cause] -= 1
            if not waits[cause]:
                ready.append(cause)
    return ready


def goes_round(pairs: Sequence[Tie]) -> bool:
    """Whether something carries itself by way of others."""
    return len(order(pairs)) < len({id for pair in pairs for id in pair})


def reached(pairs: Iterable[Tie], signs: Sequence[Id]) -> dict[Id, int]:
    """How many of the signs each thing carries through the whole chain; one that is reached by two ways counts once.

    Each link is gone through once: what a thing carries is a number with a bit for every sign.
    """
    pairs = list(pairs)
    bit = {id: 1 << place for place, id in enumerate(signs)}
    carries: dict[Id, list[Id]] = {}
    for start, end in pairs:
        carries.setdefault(start, []).append(end)
    bits: dict[Id, int] = {}
    for id in order(pairs):
        found = 0
        for end in carries.get(id, ()):
            found |= bits.get(end, 0) | bit.get(end, 0)
        bits[id] = found
    return {id: found.bit_count() for id, found in bits.items()}


def beneath(pairs: Iterable[Tie]) -> Mapping[Id, list[Id]]:
    """The causes right under each thing, in the order in which they were linked."""
    found: dict[Id, list[Id]] = {}
    for start, end in pairs:
        found.setdefault(end, []).append(start)
    return found


def above(pairs: Iterable[Tie]) -> Mapping[Id, list[Id]]:
    """What each cause carries right above it, in the order in which it was linked."""
    return beneath((end, start) for start, end in pairs)


def upwards(pairs: Iterable[Tie], ids: Iterable[Id]) -> set[Id]:
    """Some things, and all that they carry through the whole chain."""
    over, found, ways = above(pairs), set[Id](), list(ids)
    while ways:
        if (id := ways.pop()) not in found:
            found.add(id)
            ways += over.get(id, ())
    return found


def through(pairs: Iterable[Tie], ids: Iterable[Id]) -> set[Tie]:
    """All links of the chains that some things stand in: what they carry, and what they rest on."""
    pairs, ids = list(pairs), list(ids)
    over, under = upwards(pairs, ids), upwards(((end, start) for start, end in pairs), ids)
    return {(start, end) for start, end in pairs if start in over or end in under}


@lru_cache(maxsize=16)
def woven(levels: tuple[tuple[Id, ...], ...], pairs: tuple[Tie, ...]) -> list[list[Id]]:
    """The same levels, each in an order that lets links run as upright as can be; as they were where none is linked."""
    best = [list(level) for level in levels]
    near: dict[Id, list[Id]] = {}
    for start, end in pairs:
        near.setdefault(start, []).append(end)
        near.setdefault(end, []).append(start)
    now, least = [list(level) for level in levels], aslant(best, pairs)
    for turn in range(_TURNS):
        for place in range(len(now))[:: -1 if turn % 2 else 1]:
            where = _places(now)
            wish = {id: _mean([where[other] for other in near.get(id, ())], where[id]) for id in now[place]}
            now[place].sort(key=lambda id, wish=wish: wish[id])
        if (far := aslant(now, pairs)) < least:
            best, least = [list(level) for level in now], far
    return best


def _places(levels: Sequence[Sequence[Id]]) -> dict[Id, float]:
    """How far to the right each lies, from 0 to 1."""
    return {id: (number + 0.5) / len(level) for level in levels for number, id in enumerate(level)}


def _mean(found: Sequence[float], own: float) -> float:
    return sum(found) / len(found) if found else own


def aslant(levels: Sequence[Sequence[Id]], pairs: Iterable[Tie]) -> float:
    """How far aside all links run together."""
    where = _places(levels)
    return sum(abs(where[start] - where[end]) for start, end in pairs)
