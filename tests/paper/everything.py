"""A session of an exercise with something written in every place for words, on each of its boards."""

from collections.abc import Callable, Iterator
from typing import Any

from tests.paper import four
from workshop.model import begin
from workshop.model.change import State
from workshop.model.kept import Filing
from workshop.model.planned import Block, Programme
from workshop.model.record import (
    Actor,
    Agreement,
    Answer,
    Board,
    FollowUp,
    Gap,
    Guess,
    Joint,
    Link,
    Memo,
    Note,
    Parked,
    Party,
    Record,
)

Say = Callable[[], str]  # gives something new to write each time


def everything(name: str, count: int, say: Say) -> State:
    """So many things of each kind on each board, and in the session around them; each says something of its own."""
    exercise, texts = four.held()[name]
    state = begin.cover(say(), say(), say(), "2026-10-14").apply(State())
    state = begin.parties([("a", say(), "K"), ("b", say(), "R")]).apply(state)
    state = begin.run(state, exercise, texts["sv"], id="r").apply(state)
    bare = State(record for record in state if not isinstance(record, (Note, Answer)))
    made = [*_session(count, say), *_run(exercise.steps[0].key, count, say)]
    made += [record for board in bare.all(Board) for record in ON[board.kind](bare, board, count, say)]
    return State([*bare, *made])


def _session(count: int, say: Say) -> Iterator[Record]:
    yield Filing(id="filing", diary=say()[-16:].strip(), responsible=say())
    yield Programme(id="programme", title=say(), days=(("09:00", ""),))
    told = ("title", "place", "leads", "goal", "materials", "script")
    for n in range(count):
        yield Parked(id=f"p{n}", text=say(), order=float(n))
        words: dict[str, Any] = {field: say() for field in told}
        yield Block(id=f"b{n}", order=float(n), **words)


def _run(step: str, count: int, say: Say) -> Iterator[Record]:
    if count:
        yield Memo(id="m", run="r", step=step, text=say())


def _two_lists(state: State, board: Board, count: int, say: Say) -> Iterator[Record]:
    lists = board.setting("lists")
    keys = [party.id for party in state.all(Party)] if lists == "parties" else lists
    for n in range(count):
        lies: dict[str, Any] = {"board": board.id, "list": keys[n % len(keys)], "order": float(n)}
        yield Note(id=f"{board.key}{n}", text=say(), flip=say(), need=say(), heading=say(), **lies)
        if n % 5 == 1:
            yield Note(id=f"{board.key}{n}m", text=say(), merged=f"{board.key}{n}", **lies)


def _layers(state: State, board: Board, count: int, say: Say) -> Iterator[Record]:
    keys = board.setting("lists")
    for n in range(count):
        lies: dict[str, Any] = {"board": board.id, "list": keys[n % 3], "order": float(n)}
        back: dict[str, Any] = {"flip": say(), "need": say()} if n % 3 == 2 else {}
        yield Note(id=f"{board.key}{n}", text=say(), **lies, **back)
        if n % 3 == 2:
            yield Link(id=f"{board.key}{n}l", board=board.id, start=f"{board.key}{n}", end=f"{board.key}{n - 1}")


def _map(state: State, board: Board, count: int, say: Say) -> Iterator[Record]:
    sectors, rings = board.setting("sectors"), board.setting("rings")[1:]
    for n in range(count):
        lies: dict[str, Any] = {"board": board.id, "order": float(n)}
        place: dict[str, Any] = {"sector": sectors[n % len(sectors)], "ring": rings[n % len(rings)]}
        yield Actor(id=f"a{n}", text=say(), problem=say(), **place, **lies)
        yield Guess(id=f"g{n}", table=n + 1, number=1000 + n, **lies)
        if n:
            yield Link(id=f"l{n}", start=f"a{n - 1}", end=f"a{n}", kind="weak", text=say(), **lies)
            yield Gap(id=f"o{n}", start=f"a{n - 1}", end=f"a{n}", text=say(), **lies)


def _questions(state: State, board: Board, count: int, say: Say) -> Iterator[Record]:
    parties = ["a", "b"] if board.setting("columns") == "parties" else [""]
    keys = board.setting("questions")
    for n in range(count):
        lies: dict[str, Any] = {"board": board.id, "question": keys[n % len(keys)], "party": parties[n % len(parties)]}
        yield Answer(id=f"{board.key}{n}", text=say(), order=float(n), **lies)
    for n, key in enumerate(keys[:count] if board.setting("columns") else ()):
        open_: dict[str, Any] = {"owner": say(), "due": "2026-12-01"} if n % 2 else {"wording": say()}
        yield Joint(id=f"{board.id}:{key}", board=board.id, question=key, **open_)


def _agreements(state: State, board: Board, count: int, say: Say) -> Iterator[Record]:
    outcomes = board.setting("outcomes", ())
    for n in range(count):
        lies: dict[str, Any] = {"run": board.run, "order": float(n), "due": "2026-12-01"}
        if outcomes:
            came: dict[str, Any] = {"past": True, "outcome": outcomes[n % len(outcomes)], "why": say()}
            yield Agreement(id=f"{board.key}{n}", text=say(), who=say(), **came, **lies)
        else:
            yield Agreement(id=f"{board.key}{n}", text=say(), who=say(), **lies)
            yield FollowUp(id=f"{board.key}{n}f", question=say(), who=say(), **lies)


ON: dict[str, Callable[[State, Board, int, Say], Iterator[Record]]] = {
    "two_lists": _two_lists,
    "layers": _layers,
    "map": _map,
    "questions": _questions,
    "agreements": _agreements,
}
