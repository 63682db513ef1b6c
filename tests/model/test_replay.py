"""A session from its beginning: each moment is as it was, forwards and backwards."""

from hypothesis import given
from hypothesis import strategies as some

from tests.model.played import played
from workshop.catalog.folder import example, load
from workshop.look import EXERCISES
from workshop.model.change import Change, State, add, update
from workshop.model.example import begun, play
from workshop.model.history import Entry, History
from workshop.model.record import Note, Scope
from workshop.model.replay import Replay, carried_out
from workshop.model.session import Session


class Journal:
    """Keeps what a journal would tell, and how the session stood after each entry."""

    def __init__(self) -> None:
        self.entries: list[tuple[str, Entry]] = []

    def write(self, change: Change, entry: Entry | None) -> None:
        if entry:
            self.entries.append(("2026-10-14T09:00:00.000Z", entry))

    def history(self) -> History:
        return History()

    def erase(self, change: Change) -> None:
        self.entries.clear()


def lasting(state: State) -> dict[str, object]:
    return {record.id: record for record in state if record.scope is Scope.DOCUMENT}


def test_each_moment_is_as_it_was_whichever_way_one_comes_to_it() -> None:
    exercise, texts = load(EXERCISES / "reta-motparten")
    acts, journal = example(EXERCISES / "reta-motparten"), Journal()
    first = begun(exercise, texts["sv"], acts)
    session, seen = Session(first, journal, lambda: 0.0), [lasting(first)]
    session.followers.append(lambda change: seen.append(lasting(session.state)))
    for _ in play(session, exercise, acts):
        pass
    session.undo()
    session.redo()
    whole = [seen[0]]
    for state in seen[1:]:
        whole += [state] if state != whole[-1] else []
    replay = Replay(Change(added={r.id: r for r in first if r.scope is Scope.DOCUMENT}), journal.entries)
    told = [lasting(replay.state(n)) for n in range(len(replay.moments))]
    assert [state for n, state in enumerate(told) if n == 0 or state != told[n - 1]] == whole
    assert [lasting(replay.state(n)) for n in reversed(range(len(replay.moments)))] == told[::-1]
    assert told[-1] == lasting(session.state)
    assert replay.moments[-1].act == "redo" and replay.moments[-2].act == "undo"
    assert {moment.board for moment in replay.moments} >= {f"reta-motparten:{key}" for key in ("contract", "promises")}


@given(some.lists(some.integers(0, 5), max_size=6))
def test_what_the_journal_leaves_out_stops_nothing(lost: list[int]) -> None:
    """Some of the entries are of cards that the journal never told of."""
    there = Note(id="n", board="b", text="x")
    changes = [add(there), update(there, text="y"), Change(removed={"n": Note(id="n", board="b", text="y")})]
    entries = [("", Entry("do", n, "", c)) for n, c in enumerate(changes * 2) if n not in lost]
    replay = Replay(Change(), entries)
    assert [replay.state(n) for n in range(len(replay.moments))]


def test_a_change_that_fits_is_carried_out_whole() -> None:
    state, _ = played("isberget")
    note = next(n for n in state.all(Note) if n.text)
    change = update(note, text="Andra ord")
    assert carried_out(state, change) == change.apply(state)
