"""Today and wanted side by side: who and what is added, gone and mended, and the same in sentences."""

from collections.abc import Sequence
from dataclasses import dataclass

from workshop.model.change import State
from workshop.model.map.reading import Sentence, joined
from workshop.model.map.verbs import WANTED, actors, bands, person
from workshop.model.record import Actor, Board, Id, Link
from workshop.model.words import Words

_NAMED = 4


@dataclass(frozen=True)
class Compared:
    """What differs. All ids are of the wanted map but those of what is gone, which are of today's."""

    added: tuple[Actor, ...] = ()
    gone: tuple[Actor, ...] = ()
    new: tuple[Link, ...] = ()
    cut: tuple[Link, ...] = ()
    mended: tuple[Link, ...] = ()
    changed: tuple[Link, ...] = ()  # of another kind, and still not working


def compared(state: State, board: Board) -> Compared:
    """The two maps against each other; nothing where the wanted one has not begun."""
    wanted, today = actors(state, board, WANTED), actors(state, board)
    middle = person(state, board, WANTED)
    if not wanted and middle is None:
        return Compared()
    fellow = {a.id: a.like for a in [*wanted, *([middle] if middle else [])]}
    kept = set(fellow.values())
    before = {_pair(b.start, b.end): b for b in bands(state, board)}
    there: set[frozenset[Id]] = set()
    new, mended, changed = [], [], []
    for band in bands(state, board, WANTED):
        pair = _pair(fellow.get(band.start, ""), fellow.get(band.end, ""))
        old = before.get(pair) if all(pair) else None
        if old is None:
            new.append(band)
            continue
        there.add(pair)
        if old.kind != band.kind:
            (mended if band.kind == "works" else changed).append(band)
    cut = tuple(b for pair, b in before.items() if pair not in there)
    return Compared(
        tuple(a for a in wanted if not a.like), tuple(a for a in today if a.id not in kept),
        tuple(new), cut, tuple(mended), tuple(changed),
    )  # fmt: skip


def _pair(one: Id, other: Id) -> frozenset[Id]:
    return frozenset((one, other))


def told(state: State, board: Board, words: Words) -> tuple[Sentence, ...]:
    """What differs, in sentences."""
    if not actors(state, board, WANTED) and person(state, board, WANTED) is None:
        return (Sentence("begun", words("The wanted map has not begun. Go back a step and copy today's map.")),)
    found = compared(state, board)
    name = {a.id: a.text for a in state.inside(board.id, Actor)}

    def bands_(those: Sequence[Link]) -> dict[str, str]:
        return {"names": _few(words, [f"{name[b.start]} – {name[b.end]}" for b in those])}

    def actors_(those: Sequence[Actor]) -> dict[str, str]:
        return {"names": _few(words, [a.text for a in those])}

    many = words.many
    said = {
        "added": many(
            "{n} actor is added: {names}.", "{n} actors are added: {names}.", len(found.added), **actors_(found.added)
        ),
        "gone": many(
            "{n} actor is gone: {names}.", "{n} actors are gone: {names}.", len(found.gone), **actors_(found.gone)
        ),
        "mended": many(
            "{n} band is mended: {names}.", "{n} bands are mended: {names}.", len(found.mended), **bands_(found.mended)
        ),
        "new": many("{n} band is new: {names}.", "{n} bands are new: {names}.", len(found.new), **bands_(found.new)),
        "cut": many("{n} band is gone: {names}.", "{n} bands are gone: {names}.", len(found.cut), **bands_(found.cut)),
        "changed": many(
            "{n} band has changed: {names}.",
            "{n} bands have changed: {names}.",
            len(found.changed),
            **bands_(found.changed),
        ),
    }
    about = {key: _about(getattr(found, key)) for key in said}
    links = {key: tuple(t.id for t in getattr(found, key) if isinstance(t, Link)) for key in said}
    sentences = tuple(Sentence(key, text, about[key], links[key]) for key, text in said.items() if about[key])
    return sentences or (Sentence("same", words("The wanted map is as today's. What would be different?")),)


def _about(those: Sequence[Actor | Link]) -> tuple[Id, ...]:
    """The actors that are spoken of: themselves, or the ends of their bands."""
    ends = ((t.start, t.end) if isinstance(t, Link) else (t.id,) for t in those)
    return tuple(dict.fromkeys(id for pair in ends for id in pair))


def _few(words: Words, names: Sequence[str]) -> str:
    if len(names) > _NAMED + 1:
        more = len(names) - _NAMED
        return words.many("{names} and {n} more", "{names} and {n} more", more, names=", ".join(names[:_NAMED]))
    return joined(words, names)
