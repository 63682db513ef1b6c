"""A session from its beginning, moment by moment, as its journal tells of it."""

from collections.abc import Sequence
from dataclasses import replace

from workshop.model.change import Change, State, add, remove, together
from workshop.model.fields import field_names
from workshop.model.history import Entry
from workshop.model.outcomes import board_of
from workshop.model.record import Board, Id, Record
from workshop.model.value import valueclass

_APART = 50  # moments from one state that is kept to the next


@valueclass
class Moment:
    """What was done: when (ISO, UTC), its label, whether it was done, undone or redone, and on which board."""

    at: str
    label: str
    act: str
    board: Id


class Replay:
    """Gives the session at each moment; what the journal leaves out is not there, and nothing stops because of it."""

    def __init__(self, begun: Change, entries: Sequence[tuple[str, Entry]]) -> None:
        self._changes = [entry.change for _, entry in entries]
        state = State(begun.added.values())
        self._kept = {0: state}
        board = next((b.id for b in state.all(Board)), "")
        self.moments = [Moment("", "", "", board)]
        for number, (at, entry) in enumerate(entries, 1):
            after = carried_out(state, entry.change)
            board = _touched(state, after, entry.change) or board
            self.moments.append(Moment(at, entry.label, entry.act, board))
            state = after
            if number % _APART == 0:
                self._kept[number] = state

    def state(self, number: int) -> State:
        """The session after so many things had been done."""
        near = number - number % _APART
        state = self._kept[near]
        for change in self._changes[near:number]:
            state = carried_out(state, change)
        return state


def carried_out(state: State, change: Change) -> State:
    """The state after all of a change that fits it: a journal leaves out what was written without a name."""
    gone = [record for id, _ in change.removed.items() if (record := state.get(id, Record))]
    come = [record for record in change.added.values() if record.id not in state or record.id in change.removed]
    after = together(remove(*gone), add(*come)).apply(state)
    for id, fields in change.updated.items():
        if record := after.get(id, Record):
            known = field_names(type(record))
            changed = {name: (getattr(record, name), new) for name, (_, new) in fields.items() if name in known}
            after = Change(updated={id: changed}).apply(after)
    return after


def _touched(before: State, after: State, change: Change) -> Id:
    """The board that a change is about; "" where it is about none."""
    for id in change.touches:
        record = after.get(id, Record) or before.get(id, Record)
        if record is None:
            continue
        board = after.get(getattr(record, "board", ""), Board) or board_of(after, record)
        if board:
            return board.id
    return ""


def beside(state: State, *records: Record) -> State:
    """A state with records of today in it, such as the stage."""
    return State([*(r for r in state if r.id not in {record.id for record in records}), *map(replace, records)])
